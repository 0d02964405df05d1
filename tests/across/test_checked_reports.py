"""All rules together, over made-up reports and over the documents that come with the program."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import polars as pl
import pytest

from data import checks
from data.checks import BROKEN, HOLDS, REASONS, RULES, Checked
from data.issues import restored
from data.rows import frame as frame_of
from data.rows import row as row_of
from parsing import Refused, find_sources, read_report
from parsing.catalogue import FINDINGS, KINDS, Severity, message
from tests.made_up_reports import filled, frame, imbalance, row

DOCUMENTS: Final = Path(__file__).parents[2] / "data" / "samples" / "documents" / "synthetic"
KEY: Final = Path(__file__).parents[1] / "golden" / "synthetic.key.jsonl"
ACROSS: Final = set(RULES) - {
    "applications-balance",
    "applications-outcomes",
    "applications-row-total",
    "remedies-total",
}


def two_years() -> pl.LazyFrame:
    """Two reports of one organ, the second with a finding of its own and one across both; a third of nobody."""
    empty = filled("applications", "2021")
    carried = filled("applications", "2021", carried_in__total=2)
    return frame(
        [
            row("甲局", 2022, **empty),
            row("甲局", 2023, **carried, issues=[imbalance(5, 4)], worst="inconsistent"),
            row("甲局", None, worst="note"),
        ]
    )  # fmt: skip


def test_every_report_has_an_outcome_for_every_rule() -> None:
    outcomes = checks.check(two_years()).outcomes
    assert outcomes.columns == ["report_id", *RULES]
    assert outcomes.height == 3
    assert outcomes.null_count().sum_horizontal().item() == 0
    counts = checks.rule_counts(outcomes)
    assert set(counts["outcome"]) <= {HOLDS, BROKEN, *REASONS}
    assert counts.group_by("code").agg(pl.col("reports").sum())["reports"].to_list() == [3] * len(RULES)
    assert dict(counts.filter(code="year-carry-over").select("outcome", "reports").iter_rows()) == {
        BROKEN: 1, "first-report": 1, "unidentified": 1,
    }  # fmt: skip


def test_a_part_of_the_reports_can_be_counted() -> None:
    reports = two_years()
    told = checks.check(reports).outcomes
    chosen = told.join(reports.filter(fiscal_year=2023).collect(), on="report_id", how="semi")
    assert set(checks.rule_counts(chosen)["reports"]) == {1}


def test_nothing_is_checked_without_reports() -> None:
    found = checks.check(frame())
    assert found.findings.is_empty()
    assert found.outcomes.is_empty()
    assert checks.rule_counts(found.outcomes).is_empty()


def test_every_rule_is_declared_in_the_catalogue() -> None:
    assert set(RULES) <= {kind.code for kind in FINDINGS}


# ---- The bundled documents ------------------------------------------------------------------------------------------


@cache
def sample() -> tuple[pl.LazyFrame, Checked]:
    sources = (source for source in find_sources([DOCUMENTS]) if not isinstance(source, Refused))
    reports = frame_of(row_of(read_report(source)) for source in sources).lazy()
    return reports, checks.check(reports)


def planted() -> Mapping[str, list[tuple[str, set[str]]]]:
    """By document: the code and cells of each fault that was planted."""
    lines = map(json.loads, KEY.read_text(encoding="utf-8").splitlines())
    return {line["source"]: [(fault["code"], set(fault["cells"])) for fault in line["planted"]] for line in lines}


@pytest.mark.slow
def test_every_planted_fault_across_reports_is_found_and_nothing_else_is() -> None:
    _, found = sample()
    expected = {
        (source, code, cell)
        for source, faults in planted().items()
        for code, cells in faults
        for cell in cells or {""}
        if code in ACROSS
    }
    told = {
        (Path(line["source"]).name, line["code"], cell)
        for line in found.findings.iter_rows(named=True)
        for cell in line["cells"] or [""]
    }
    assert {code for _, code, _ in expected} >= {"year-carry-over", "year-missing"}
    assert told == expected


@pytest.mark.slow
def test_what_is_found_can_be_told_in_both_languages() -> None:
    reports, found = sample()
    own = reports.select("issues").explode("issues").unnest("issues").filter("finding").collect()
    for entry in pl.concat([own, found.findings.select(own.columns)]).iter_rows(named=True):
        record = restored(entry)  # type: ignore[arg-type]
        assert KINDS[record.code].severity in set(Severity)
        assert "{" not in message(record, "zh") + message(record, "en")
