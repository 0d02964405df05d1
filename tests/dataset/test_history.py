"""A dataset tells what superseded what, shows itself as it was, and comes forward from older versions."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path

import polars as pl
import pytest
from deltalake import DeltaTable, write_deltalake

from data import delta, migrations
from data.dataset import Dataset, create_dataset, open_dataset
from data.schema import REPORTS, VERSION
from tests.dataset.read_reports import RECEIVED, a_record, a_report, folder


def corrected(dataset: Dataset) -> tuple[Dataset, datetime]:
    """A report, its correction, and the moment of the former."""
    first = dataset.append([a_record(a_report("older", received=1))]).dataset
    moment = first.history().select("ingested_at").collect().item()
    return first.append([a_record(a_report("newer", received=2))]).dataset, moment


def test_a_dataset_is_shown_as_it_was(dataset: Dataset) -> None:
    latest, moment = corrected(dataset)
    was = open_dataset(latest.location, as_of=moment)
    assert was.reports().collect()[RECEIVED].to_list() == [1]
    assert open_dataset(latest.location).reports().collect()[RECEIVED].to_list() == [2]
    assert open_dataset(latest.location, as_of=moment - timedelta(seconds=1)).reports().collect().is_empty()


def test_what_is_hidden_is_still_known(dataset: Dataset) -> None:
    latest, moment = corrected(dataset)
    was = open_dataset(latest.location, as_of=moment)
    assert len(was.known()) == 2
    assert was.append([a_record(a_report("newer", received=2))]).stored == frozenset()


def test_it_is_told_which_report_took_the_place_of_which(dataset: Dataset) -> None:
    latest, _ = corrected(dataset)
    newest = a_report("newest", received=3)
    latest = latest.append([a_record(newest), a_record(a_report("other", year=2023))]).dataset
    older, newer = latest.successions().iter_rows(named=True)
    assert older["sha256"] == a_report("older").sha256
    assert older["superseded_by"] == newer["sha256"]
    assert newer["superseded_by"] == newest.sha256
    assert older["ingested_at"] < older["superseded_at"] == newer["ingested_at"]


# ---- Older versions -------------------------------------------------------------------------------------------------


def older_table(location: Path, version: int, *, renamed: Mapping[str, str] = {}, **values: object) -> DeltaTable:
    """A table of an older program: without the texts, and with some columns under other names."""
    schema = pl.Schema({renamed.get(name, name): kind for name, kind in REPORTS.items() if "text_" not in name})
    table = DeltaTable.create(
        str(location / "reports"),
        schema=schema,
        configuration={"gongkai.schema": str(version)},
        raise_if_key_not_exists=False,
    )
    agency = renamed.get("agency", "agency")
    row = {"sha256": "a" * 64, agency: "渝中区应急管理局", "fiscal_year": 2020, RECEIVED: 5, **values}
    write_deltalake(table, pl.DataFrame([row], schema=schema), mode="append")
    return table


def test_columns_that_an_older_table_lacks_are_null(tmp_path: Path) -> None:
    older_table(tmp_path, VERSION)
    opened = open_dataset(tmp_path)
    assert opened.version == 1  # looking at it writes nothing
    (row,) = opened.reports().collect().iter_rows(named=True)
    assert (row[RECEIVED], row["text_overview"]) == (5, None)


def test_an_older_table_is_written_to(tmp_path: Path) -> None:
    older_table(tmp_path, VERSION)
    latest = create_dataset(tmp_path).append([a_record(a_report(received=7))]).dataset
    rows = open_dataset(tmp_path).history().sort("fiscal_year").collect()
    assert rows[RECEIVED].to_list() == [5, 7]
    assert rows.schema == REPORTS
    assert len(latest.compacted(many=2).files) == 1


@pytest.fixture
def step(monkeypatch: pytest.MonkeyPatch) -> None:
    """A version whose step renames a column."""
    steps = {0: lambda rows: rows.rename({"organ": "agency"})}
    monkeypatch.setattr(migrations, "STEPS", steps)


@pytest.mark.usefixtures("step")
def test_an_older_table_is_brought_forward_when_it_is_opened(tmp_path: Path) -> None:
    older_table(tmp_path, 0, renamed={"agency": "organ"})
    for _ in range(2):
        (row,) = open_dataset(tmp_path).reports().collect().iter_rows(named=True)
        assert (row["agency"], row[RECEIVED]) == ("渝中区应急管理局", 5)
    assert DeltaTable(str(tmp_path / "reports")).metadata().configuration["gongkai.schema"] == str(VERSION)


@pytest.mark.usefixtures("step")
def test_a_step_that_was_interrupted_is_not_taken_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    older_table(tmp_path, 0, renamed={"agency": "organ"})

    def cut_off(*_: object) -> None:
        raise KeyboardInterrupt

    rewrite = delta._rewrite  # noqa: SLF001 - the moment after it cannot be met from outside

    def rewrite_and_stop(*given: object) -> None:
        rewrite(*given)  # type: ignore[arg-type]  # passed on as they came
        cut_off()

    with monkeypatch.context() as patch:
        patch.setattr(delta, "_rewrite", rewrite_and_stop)
        with pytest.raises(KeyboardInterrupt):
            open_dataset(tmp_path)
    (row,) = open_dataset(tmp_path).reports().collect().iter_rows(named=True)
    assert row["agency"] == "渝中区应急管理局"


def test_many_rows_are_brought_forward_in_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    table = older_table(tmp_path, 0, renamed={"agency": "organ"})
    (file,) = (tmp_path / "reports").glob("*.parquet")
    years = pl.DataFrame({"fiscal_year": range(2021, 2024)}, schema={"fiscal_year": REPORTS["fiscal_year"]})
    write_deltalake(table, pl.read_parquet(file).drop("fiscal_year").join(years, how="cross"), mode="append")
    together: list[int] = []

    def renamed(rows: pl.LazyFrame) -> pl.LazyFrame:
        together.append(rows.select(pl.len()).collect().item())
        return rows.rename({"organ": "agency"})

    monkeypatch.setattr(migrations, "STEPS", {0: renamed})
    monkeypatch.setattr(delta, "_PART", 2)
    rows = open_dataset(tmp_path).history().select("fiscal_year", "agency", RECEIVED).sort("fiscal_year").collect()
    assert sorted(together) == [1, 1, 2]
    assert rows.rows() == [(year, "渝中区应急管理局", 5) for year in range(2020, 2024)]


def test_an_older_table_without_rows_is_brought_forward(tmp_path: Path) -> None:
    older_table(tmp_path, 1).delete()
    assert open_dataset(tmp_path).count == 0


def test_the_first_version_knows_organs_anew(tmp_path: Path) -> None:
    older_table(tmp_path, 1, agency="渝中区发改委", division_code="500103", organ_id="500103-发改委")
    dataset = create_dataset(tmp_path)
    unknown = a_report("no name", name=None)
    dataset = dataset.append([a_record(a_report(year=2021, name="渝中区发展和改革委员会")), a_record(unknown)]).dataset
    ids = dict(dataset.history().select("fiscal_year", "organ_id").collect().drop_nulls("organ_id").iter_rows())
    assert ids == {2020: "500103-发展和改革委员会", 2021: "500103-发展和改革委员会"}
    assert dataset.history().collect()["organ_id"].null_count() == 1


def test_compacting_forgets_nothing_of_the_history(dataset: Dataset) -> None:
    latest, moment = corrected(dataset)
    compacted = latest.compacted(many=2)
    assert len(list((folder(compacted) / "reports").glob("*.parquet"))) == 3  # the old ones may be in use
    assert open_dataset(compacted.location, as_of=moment).reports().collect()[RECEIVED].to_list() == [1]
