"""A survey tells of one version what the dataset holds, and what is kept of it never mixes two versions."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import polars as pl
import pytest

from data.dataset import Dataset, open_dataset
from data.faults import DatasetError, Fault
from data.filters import Filters
from data.schema import FIGURES, REPORTS
from data.survey import FILES, STEPS, WARM, Survey, kept, survey
from data.survey.standing import STANDING
from tests.dataset.read_reports import RECEIVED, a_record, a_report, folder
from tests.made_up_reports import dataset as made_up
from tests.made_up_reports import filled, imbalance, row


def received(reports: pl.LazyFrame) -> list[int | None]:
    return reports.sort("ingested_at").select(RECEIVED).collect()[RECEIVED].to_list()


def test_every_figure_stands_beside_its_own_report(corrected: Dataset) -> None:
    told = survey(corrected).reports.sort("ingested_at").collect()
    held = corrected.reports().sort("ingested_at").collect()
    whole = kept.refresh(corrected).reports.sort("ingested_at").collect()
    for each in (told, whole):
        assert each.select("report_id", "source", "issues", *FIGURES).equals(
            held.select("report_id", "source", "issues", *FIGURES)
        )
    assert set(REPORTS) <= set(told.columns)


def test_the_figures_that_most_ask_for_are_told_without_a_file(corrected: Dataset) -> None:
    kept_on_disk = kept.refresh(corrected)
    told = {"open": kept_on_disk.warm, "held": survey(corrected).warm}
    for file in corrected.files:
        Path(str(file)).unlink()
    for each in told.values():
        assert received(each) == [2, 3, 4, 5]
        assert set(each.collect_schema()) == {*STANDING, *WARM} - {"is_current"}


@pytest.mark.parametrize("together", [1, 2, 3, 100])
def test_many_reports_are_told_in_parts(corrected: Dataset, monkeypatch: pytest.MonkeyPatch, together: int) -> None:
    whole = kept.refresh(corrected)
    within = Filters(years=(2020, 2022))
    for reports in (whole, survey(corrected)):
        assert pl.concat(reports.parts(within)).collect().equals(within.apply(reports.reports).collect())
    monkeypatch.setattr("data.survey.HELD_IN_MEMORY", 0)
    monkeypatch.setattr("data.survey._PART", together)
    parts = [part.collect() for part in whole.parts(within)]
    assert parts[0].is_empty()
    assert all(1 <= part.height <= together for part in parts[1:])
    assert pl.concat(parts).equals(within.apply(whole.reports).collect())
    assert [part.collect().height for part in whole.parts(Filters(years=(1999, 1999)))] == [0]


def test_one_report_is_found_without_the_others(corrected: Dataset) -> None:
    surveyed = kept.refresh(corrected)
    newer, older = (a_report(name).sha256[:16] for name in ("newer", "older"))
    assert surveyed.found(newer).collect()[RECEIVED].to_list() == [3]
    assert surveyed.found(older).collect().is_empty()  # another report took its place


def test_the_state_as_of_a_moment_is_surveyed_anew_and_never_kept(corrected: Dataset) -> None:
    moments = corrected.history().sort("ingested_at").collect()["ingested_at"]
    was = open_dataset(corrected.location, as_of=moments[1])
    kept.refresh(corrected)
    assert kept.kept(was) is None
    told = kept.at_hand(was)
    assert received(told.reports) == [1, 2]
    assert received(kept.at_hand(corrected).reports) == [2, 3, 4, 5]


def two_years(folder: Path) -> Survey:
    """The second report has a finding of its own, and one with the first."""
    carried = filled("applications", "2021", carried_in__total=2)
    rows = [
        row("甲局", 2022, **filled("applications", "2021")),
        row("甲局", 2023, **carried, issues=[imbalance(5, 4)], worst="inconsistent"),
        row("乙局", 2023, worst="note"),
    ]
    return survey(made_up(folder / "dataset", rows))


def test_findings_between_reports_stand_among_those_of_each(tmp_path: Path) -> None:
    surveyed = two_years(tmp_path)
    listed = surveyed.entries.select("agency", "fiscal_year", "code", "number", "worst").collect().rows()
    assert sorted(listed, key=lambda entry: entry[3]) == [
        ("甲局", 2023, "applications-balance", 0, "inconsistent"),
        ("甲局", 2023, "year-carry-over", 1, "inconsistent"),
    ]
    told = surveyed.reports.sort("agency", "fiscal_year").select("worst", "doubts", "organ", "represents").collect()
    assert told.rows() == [("note", 0, 0, True), (None, 0, 1, True), ("inconsistent", 0b010, 1, True)]
    patterns = surveyed.reports.select("report_id", "pattern").collect()
    assert patterns["pattern"].null_count() == 0


# ---- What is kept ---------------------------------------------------------------------------------------------------


def test_what_was_kept_is_opened_again(corrected: Dataset) -> None:
    assert kept.kept(corrected) is None
    steps: list[int] = []
    made = kept.refresh(corrected, steps.append)
    assert steps == [*range(STEPS - 2), STEPS - 2, STEPS - 1, STEPS] or steps[-1] == STEPS
    again = kept.kept(open_dataset(corrected.location))
    assert again is not None
    assert again.standing.equals(made.standing)
    assert received(again.reports) == [2, 3, 4, 5]
    kept.refresh(corrected, steps.clear)  # type: ignore[arg-type]  # would fail: nothing is made twice
    assert steps


def test_a_new_report_leaves_the_survey_before_it_whole(corrected: Dataset) -> None:
    kept.refresh(corrected)
    newest = corrected.append([a_record(a_report("newest", year=2023, received=9))]).dataset
    assert kept.kept(newest) is None
    before = kept.latest(newest.location)
    assert before is not None
    assert before.dataset == corrected
    assert received(before.reports) == [2, 3, 4, 5]
    kept.refresh(newest)
    now = kept.latest(newest.location)
    assert now is not None
    assert received(now.reports) == [2, 4, 5, 9]


def test_the_survey_before_stays_whole_when_the_table_is_compacted(corrected: Dataset) -> None:
    kept.refresh(corrected)
    compacted = corrected.compacted(many=2)
    assert kept.kept(compacted) is None  # its rows lie in another file
    before = kept.latest(compacted.location)
    assert before is not None
    assert received(before.reports) == received(kept.refresh(compacted).reports) == [2, 3, 4, 5]


def test_the_survey_of_another_program_is_not_shown(corrected: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    kept.refresh(corrected)
    monkeypatch.setattr(kept, "fingerprint", lambda: "another")
    assert kept.kept(corrected) is None
    assert kept.latest(corrected.location) is None


@pytest.mark.parametrize("content", [b"", b"{}", b'{"marks": 1}'])
def test_a_damaged_note_of_the_newest_is_no_survey(corrected: Dataset, content: bytes) -> None:
    kept.refresh(corrected)
    (folder(corrected) / "survey" / "latest.json").write_bytes(content)
    assert kept.latest(corrected.location) is None
    assert kept.kept(corrected) is not None


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:100])


def overwritten(file: Path) -> None:
    content = file.read_bytes()
    middle = len(content) // 2
    file.write_bytes(content[:middle] + bytes(8) + content[middle + 8 :])


@pytest.mark.parametrize("harm", [cut, overwritten, Path.unlink])
@pytest.mark.parametrize("name", FILES)
def test_a_damaged_survey_is_made_anew(corrected: Dataset, name: str, harm: Callable[[Path], None]) -> None:
    kept.refresh(corrected)
    harm(Path(str(kept.place(corrected))) / name)
    assert kept.kept(corrected) is None
    assert kept.latest(corrected.location) is None
    assert received(kept.refresh(corrected).reports) == [2, 3, 4, 5]
    assert kept.kept(corrected) is not None


def test_only_the_last_surveys_are_kept(dataset: Dataset) -> None:
    for number in range(5):
        dataset = dataset.append([a_record(a_report(f"{number}", year=2000 + number))]).dataset
        kept.refresh(dataset)
    entries = sorted(entry.name for entry in (folder(dataset) / "survey").iterdir())
    assert len(entries) == 3 + 1
    assert kept.kept(dataset) is not None


def test_programs_that_make_the_same_survey_at_the_same_time_agree(corrected: Dataset) -> None:
    with ThreadPoolExecutor(4) as programs:
        made = list(programs.map(lambda _: kept.refresh(corrected), range(4)))
    assert {tuple(received(each.reports)) for each in made} == {(2, 3, 4, 5)}
    assert sorted(file.name for file in Path(str(kept.place(corrected))).iterdir()) == sorted([*FILES, "sums.json"])


def test_a_dataset_that_may_only_be_read_is_surveyed_in_memory(
    corrected: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> Survey:
        raise DatasetError(Fault.UNWRITABLE, place=corrected.location, detail="read-only")

    monkeypatch.setattr(kept, "refresh", refuse)
    assert received(kept.at_hand(corrected).reports) == [2, 3, 4, 5]
