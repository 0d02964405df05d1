"""The command line keeps its contract: what is printed, which code it leaves with, in which language it speaks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from data.commands import main, where
from data.dataset import open_dataset
from tests.commands.conftest import Run, lines
from tests.dataset.read_reports import RECEIVED

COMMANDS = ("parse", "ingest", "check", "export", "demo")
OBJECT = {
    "source", "sha256", "format", "agency", "agency_level", "division_code", "fiscal_year", "edition",
    "table_editions", "published", "cells", "places", "problems", "findings",
}  # fmt: skip


# ---- parse ----------------------------------------------------------------------------------------------------------


def test_parse_prints_an_object_a_line_in_the_order_given(run: Run) -> None:
    ran = run("parse", "--json", "reports/2024.html", "reports/2023.html")
    objects = lines(ran.out)
    assert ran.code == 0
    assert [(report["agency"], report["fiscal_year"]) for report in objects] == [
        ("渝中区应急管理局", 2024),
        ("渝中区应急管理局", 2023),
    ]
    assert all(set(report) >= OBJECT for report in objects)
    assert "渝中区" in ran.out


def test_parse_leaves_with_1_when_a_file_could_not_be_read_and_says_why(run: Run) -> None:
    ran = run("parse", "reports", "--json")
    (empty,) = [report for report in lines(ran.out) if not report["cells"]]
    assert ran.code == 1
    assert len(lines(ran.out)) == 3
    assert [problem["code"] for problem in empty["problems"]] == ["file-empty"]  # type: ignore[attr-defined]


def test_parse_tells_figures_problems_and_findings_in_words(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    ran = run("parse", "reports/2024.html")
    assert "渝中区应急管理局  fiscal year 2024  2021 form" in ran.out
    assert "200 of 200 figures read" in ran.out
    assert "[inconsistent] " in ran.out
    monkeypatch.setenv("GONGKAI_LANG", "zh")
    assert "读出 200 格，共 200 格" in run("parse", "reports/2024.html").out


def test_parse_writes_utf_8_whatever_the_terminal_is(folder: Path) -> None:
    program = "import sys; from data.commands import main; sys.exit(main())"
    called = subprocess.run(
        [sys.executable, "-c", program, "parse", "--json", str(folder / "reports" / "2024.html")],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONIOENCODING": "gbk"},
        capture_output=True,
        check=True,
    )
    assert json.loads(called.stdout.decode("utf-8"))["agency"] == "渝中区应急管理局"


# ---- check ----------------------------------------------------------------------------------------------------------


def test_check_lists_every_entry_with_its_report(run: Run) -> None:
    run("ingest", "reports", "--workers", "1")
    ran = run("check", "--json")
    entries = lines(ran.out)
    assert ran.code == 0
    broken = [entry for entry in entries if entry["code"] == "applications-row-total"]
    assert [(entry["agency"], entry["fiscal_year"]) for entry in broken] == [("渝中区应急管理局", 2024)]
    assert (broken[0]["left"], broken[0]["right"]) == (4, 3)
    assert str(broken[0]["source"]).endswith("2024.html")
    (printed,) = [finding for report in lines(run("parse", "--json", "reports/2024.html").out)
                  for finding in report["findings"] if finding["code"] == "applications-row-total"]  # type: ignore[attr-defined]  # fmt: skip
    assert {key: broken[0][key] for key in printed} == printed


def test_check_sums_up_in_words(run: Run) -> None:
    run("ingest", "reports", "--workers", "1")
    out = run("check").out
    assert "渝中区应急管理局  fiscal year 2024" in out
    assert "[inconsistent] " in out
    assert "of 3 reports have entries: unreadable 1" in out.splitlines()[-1]


def test_without_a_dataset_the_sample_is_shown_and_said_to_be_one(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("ingest", "reports/2023.html", "--workers", "1", "--dataset", "sample")
    sample = open_dataset("sample")
    monkeypatch.setattr(where, "sample_dataset", lambda: sample)
    ran = run("check")
    assert ran.code == 0
    assert "bundled sample" in ran.err
    assert "1 report" in ran.out


@pytest.mark.parametrize(
    ("documents", "severity", "code"),
    [("reports/2023.html", "inconsistent", 0), ("reports/2024.html", "inconsistent", 1),
     ("reports/2024.html", "malformed", 0), ("reports/2024.html", "note", 1), ("reports", "unreadable", 1)],
)  # fmt: skip
def test_check_fails_on_what_is_at_least_that_severe(run: Run, documents: str, severity: str, code: int) -> None:
    run("ingest", documents, "--workers", "1")
    assert run("check", "--fail-on", severity).code == code


# ---- export ---------------------------------------------------------------------------------------------------------


def test_export_writes_a_csv_that_reads_back_and_its_companion(run: Run, folder: Path) -> None:
    run("ingest", "reports", "--workers", "1")
    ran = run("export", "out.csv", "--years", "2023-2024", "--agency", "应急", "--lang", "zh")
    assert ran.code == 0
    table = pl.read_csv(folder / "out.csv")
    received = next(column for column in table.columns if column.endswith(f"[{RECEIVED}]"))
    assert table.select("年度", received).rows() == [(2023, 3), (2024, 3)]
    companion = json.loads((folder / "out.csv-metadata.json").read_text(encoding="utf-8"))
    (told,) = companion["notes"]
    assert (told["rows"], told["filters"]["agency"], companion["url"]) == (2, ["应急"], "out.csv")
    described = {column["name"]: column for column in companion["tableSchema"]["columns"]}
    assert [column["titles"] for column in described.values()] == table.columns
    assert described[RECEIVED] == {"name": RECEIVED, "titles": received, "datatype": "integer"}
    assert (described["fiscal_year"]["datatype"], described["published"]["datatype"]) == ("integer", "date")
    assert sorted(entry.name for entry in folder.iterdir()) == [
        "dataset",
        "out.csv",
        "out.csv-metadata.json",
        "reports",
    ]


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "parquet"])
@pytest.mark.parametrize("form", [(), ("--long",)])
def test_export_writes_every_format_in_both_forms(run: Run, folder: Path, suffix: str, form: tuple[str, ...]) -> None:
    run("ingest", "reports/2023.html", "--workers", "1")
    ran = run("export", f"out.{suffix}", *form)
    assert ran.code == 0
    assert f"{200 if form else 1} rows" in ran.out
    assert (folder / f"out.{suffix}").stat().st_size > 500


def test_export_keeps_the_dataset_s_own_names_in_parquet(run: Run, folder: Path) -> None:
    run("ingest", "reports/2023.html", "--workers", "1")
    run("export", "out.parquet")
    assert pl.read_parquet(folder / "out.parquet").select("agency_level", RECEIVED).rows() == [("county", 3)]


# ---- Wrong usage, languages -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [(), ("unknown",), ("parse",), ("ingest", "x", "--workers", "0"), ("check", "--fail-on", "bad"),
     ("export", "out.pdf"), ("export", "out.csv", "--years", "24"), ("export", "out.csv", "--division", "2"),
     ("export", "out.csv", "--level", "moon"), ("check", "--dataset", "nowhere"),
     ("parse", "reports", "nowhere"), ("ingest", "reports", "nowhere")],
)  # fmt: skip
def test_wrong_usage_leaves_with_2_and_does_nothing(run: Run, folder: Path, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.strip()
    assert not (folder / "dataset").exists()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("export", "out.csv", "--years", "2024-2019"), "“2024-2019” begins after it ends; write 2019-2024"),
        (("demo", "made", "--years", "2024-2019"), "“2024-2019” begins after it ends; write 2019-2024"),
        (("export", "out.csv", "--years", "２０２４"), "years are written 2024 or 2019-2024, not “２０２４”"),
        (("demo", "made", "--years", "2016-2019"), "“2016-2019” is out of range"),
        (("export", "out.csv", "--division", "00"), "there is no division “00”"),
        (("export", "out.csv", "--division", "000000"), "there is no division “000000”"),
        (("export", "out.csv", "--division", ""), "the code of a division has 2, 4 or 6 digits"),
    ],
)
def test_what_would_choose_nothing_or_everything_is_refused_with_a_sentence(
    run: Run, folder: Path, arguments: tuple[str, ...], told: str
) -> None:
    run("ingest", "reports", "--workers", "1")
    ran = run(*arguments)
    assert ran.code == 2
    assert told in ran.err
    assert sorted(entry.name for entry in folder.iterdir()) == ["dataset", "reports"]


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("language", "words"), [("zh", ("用法：", "示例：")), ("en", ("usage: ", "example:"))])
def test_help_speaks_the_user_s_language_and_gives_an_example(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: str, language: str, words: tuple[str, ...]
) -> None:
    monkeypatch.setenv("GONGKAI_LANG", language)
    ran = run(command, "--help")
    assert ran.code == 0
    assert all(word in ran.out for word in words)
    assert f"gongkai {command}" in ran.out
    assert command in run("--help").out


@pytest.mark.parametrize(
    ("variables", "usage"),
    [
        ({"GONGKAI_LANG": "zh"}, "用法："),
        ({"GONGKAI_LANG": "en", "LANG": "zh_CN.UTF-8"}, "usage: "),
        ({"GONGKAI_LANG": "", "LANG": "zh_CN.UTF-8"}, "用法："),
        ({"GONGKAI_LANG": "", "LC_ALL": "C.UTF-8", "LANG": "zh_CN.UTF-8"}, "usage: "),
        ({"GONGKAI_LANG": "", "LANG": "de_DE.UTF-8"}, "usage: "),
    ],
)
def test_the_first_setting_that_says_anything_decides(
    run: Run, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], usage: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert run("--help").out.startswith(usage)


@pytest.mark.usefixtures("folder")
def test_errors_of_usage_are_chinese_for_chinese_users(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("GONGKAI_LANG", "zh")
    with pytest.raises(SystemExit):
        main(["ingest"])
    assert "错误：缺少参数 PATH" in capsys.readouterr().err
