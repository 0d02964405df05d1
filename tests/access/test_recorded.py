"""Who did what stays on record, whatever way it was done and however old the dataset is."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import polars as pl
import pytest
from deltalake import write_deltalake

from data.access import system_user
from data.commands import main
from data.dataset import create_dataset, open_dataset
from data.delta import TABLE
from data.ingest import ingest
from data.queries import records
from data.reviews import FOLDER, About, Decision, Signed, decide, history
from data.schema import REPORTS
from parsing.model import Source
from tests.dataset.published import web_page
from tests.made_up_reports import dataset, row

BEFORE = datetime(2026, 1, 5, tzinfo=UTC)


def test_the_command_line_records_the_user_of_the_system(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(web_page())
    location = tmp_path / "dataset"
    assert main(["ingest", str(tmp_path / "a.html"), "--dataset", str(location), "--workers", "1"]) == 0
    imported = records.imports(open_dataset(location)).collect()
    assert imported.select("source", "ingested_by").rows() == [((tmp_path / "a.html").as_posix(), system_user())]
    assert imported["ingested_at"][0] > BEFORE


def test_a_corrected_report_does_not_hide_who_imported_the_first(tmp_path: Path) -> None:
    first = ingest([Source("a.html", web_page(year=2022))], create_dataset(tmp_path / "d"), by="李四").dataset
    ingest([Source("b.html", web_page(year=2022) + b" ")], first, by="王五")
    imported = records.imports(open_dataset(tmp_path / "d")).collect()
    assert imported["ingested_by"].to_list() == ["王五", "李四"]


def test_a_dataset_from_before_names_were_recorded_goes_on(tmp_path: Path) -> None:
    dataset(tmp_path / "d", [row("甲局", 2021)])
    written = pl.read_parquet(str(next((tmp_path / "d" / TABLE).glob("*.parquet"))), glob=False)
    older = written.drop("ingested_by")
    write_deltalake(str(tmp_path / "d" / TABLE), older, mode="overwrite", schema_mode="overwrite")
    ingest([Source("a.html", web_page(year=2022))], open_dataset(tmp_path / "d"), by="李四")
    imported = records.imports(open_dataset(tmp_path / "d")).collect()
    assert imported["ingested_by"].to_list() == ["李四", None]
    assert open_dataset(tmp_path / "d").history().collect_schema() == REPORTS


def test_decisions_from_before_stay_and_count(tmp_path: Path) -> None:
    dataset(tmp_path / "d", [row("甲局", 2021)])
    old = {"fingerprint": "aa", "decision": "confirmed", "reason": "核实", "name": "张三", "decided_at": BEFORE}
    write_deltalake(str(tmp_path / "d" / FOLDER), pl.DataFrame([old]))
    about = About(code="applications-balance", organ_id="210100-甲局", fiscal_year=2021)
    signed = Signed(reason="更正", name="zhang@example.org", signed_in=True)
    decide(tmp_path / "d", "aa", Decision.DISMISSED, signed, about)
    told = history(tmp_path / "d").select("name", "signed_in", "code", "fiscal_year").rows()
    assert told == [("张三", None, None, None), ("zhang@example.org", True, "applications-balance", 2021)]
    nobody = pl.LazyFrame(schema={"organ_id": pl.String, "agency": pl.String})
    decided = records.reviews(tmp_path / "d", nobody).collect()
    assert decided.select("agency", "decision").rows() == [("甲局", "dismissed"), (None, "confirmed")]


def test_records_call_an_organ_as_the_reports_do(tmp_path: Path) -> None:
    create_dataset(tmp_path / "d")
    signed = Signed(reason="核实", name="张三")
    decide(tmp_path / "d", "aa", Decision.CONFIRMED, signed, About(organ_id="211000-应急管理局", fiscal_year=2020))
    names = pl.LazyFrame({"organ_id": ["211000-应急管理局"] * 2, "agency": ["辽阳市安监局", "辽阳市应急管理局"]})
    assert records.reviews(tmp_path / "d", names).collect()["agency"].to_list() == ["辽阳市应急管理局"]


@pytest.mark.parametrize(("reason", "name"), [("", "张三"), ("核实", " ")])
def test_nobody_decides_without_a_reason_or_a_name(reason: str, name: str) -> None:
    with pytest.raises(ValueError, match="a reason and a name"):
        Signed(reason=reason, name=name)
