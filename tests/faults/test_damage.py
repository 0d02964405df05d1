"""A dataset whose files were cut short, emptied, changed or lost: every page and command says which, and what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from data.commands import main
from data.dataset import open_dataset
from data.faults import DatasetError, Fault
from data.reviews import Decision, Signed, decide
from data.survey import FILES, kept
from pages.shell import shelf
from pages.shell.registry import ENTRIES
from tests.faults.conftest import Enter

Harm = Callable[[Path], Path]


def table_file(location: Path) -> Path:
    return next((location / "reports").glob("*.parquet"))


def log_file(location: Path) -> Path:
    return max((location / "reports" / "_delta_log").glob("*.json"))


def cut(file: Path) -> Path:
    file.write_bytes(file.read_bytes()[:100])
    return file


def emptied(file: Path) -> Path:
    file.write_bytes(b"")
    return file


def lost(file: Path) -> Path:
    file.unlink()
    return file


def overwritten(file: Path) -> Path:
    content = file.read_bytes()
    middle = len(content) // 2
    file.write_bytes(content[:middle] + bytes(200) + content[middle + 200 :])
    return file


HARMS: dict[str, Harm] = {
    "table cut short": lambda location: cut(table_file(location)),
    "table emptied": lambda location: emptied(table_file(location)),
    "table lost": lambda location: lost(table_file(location)),
    "table overwritten": lambda location: overwritten(table_file(location)),
    "log cut short": lambda location: cut(log_file(location)),
    "log emptied": lambda location: emptied(log_file(location)),
    "log overwritten": lambda location: overwritten(log_file(location)),
}


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_the_pages_tell_of_damage_and_never_show_fewer_reports(location: Path, enter: Enter, harm: Harm) -> None:
    harm(location)
    app = enter(location)
    assert not app.exception
    (error,) = app.error
    assert "is damaged" in error.value
    assert "Restore it from a backup" in error.value


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_the_commands_tell_of_damage(
    location: Path, harm: Harm, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    harm(location)
    for command in (["check"], ["export", str(tmp_path / "out.csv")]):
        assert main([*command, "--dataset", str(location)]) == 2
        told = capsys.readouterr().err
        assert "is damaged" in told
        assert "Traceback" not in told
    assert not (tmp_path / "out.csv").exists()


def test_damage_that_comes_while_the_dashboard_runs_is_told_on_the_page(
    location: Path, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "HELD_IN_MEMORY", -1)  # as for a large dataset, whose files are asked again and again
    app = enter(location)
    assert not app.error
    overwritten(table_file(location))
    for entry in ENTRIES:
        app.switch_page(f"pages/{entry.name}/page.py")
        app.run()
        assert not app.exception, entry.name
        assert all("is damaged" in error.value for error in app.error), entry.name


@pytest.mark.parametrize("name", FILES)
def test_a_damaged_survey_is_made_anew_and_nobody_notices(
    location: Path, enter: Enter, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    surveyed = Path(str(kept.place(kept.refresh(open_dataset(location)).dataset)))
    cut(surveyed / name)
    app = enter(location)
    assert not app.exception
    assert not app.error
    cut(surveyed / name)
    assert main(["check", "--dataset", str(location)]) == 0
    assert "1 of 2 reports" in capsys.readouterr().out


def test_an_ingest_into_a_damaged_dataset_is_refused(
    location: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cut(log_file(location))
    (tmp_path / "a.txt").write_text("年度报告", encoding="utf-8")
    assert main(["ingest", str(tmp_path / "a.txt"), "--dataset", str(location), "--workers", "1"]) == 2
    assert "is damaged" in capsys.readouterr().err


@pytest.mark.parametrize("harm", [cut, emptied, lost, overwritten])
def test_damaged_decisions_are_told_and_none_is_forgotten(location: Path, enter: Enter, harm: Harm) -> None:
    decide(location, "aa", Decision.CONFIRMED, Signed(reason="核实", name="张三"))
    harm(next((location / "reviews").glob("*.parquet")))
    with pytest.raises(DatasetError) as caught:
        decide(location, "aa", Decision.DISMISSED, Signed(reason="核实", name="李四"))
    assert caught.value.fault is Fault.DAMAGED
    app = enter(location)
    app.switch_page("pages/inconsistencies/page.py")
    app.run()
    assert not app.exception
    assert any("is damaged" in error.value for error in app.error)


@pytest.mark.parametrize("harm", [cut, emptied, lost, overwritten])
@pytest.mark.parametrize("kind", ["readings", "originals"])
def test_a_report_whose_document_is_damaged_keeps_its_page(location: Path, enter: Enter, harm: Harm, kind: str) -> None:
    report = open_dataset(location).reports().select("report_id", "sha256").collect().row(0, named=True)
    harm(next((location / kind).rglob(f"{report['sha256']}*")))
    app = enter(location)
    for part in ("tables", "source"):
        app.switch_page("pages/report/page.py")
        app.query_params["report"], app.query_params["part"] = report["report_id"], part
        app.run()
        assert not app.exception
