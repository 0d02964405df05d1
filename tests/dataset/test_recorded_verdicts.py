"""Outcomes of the rules are kept with the rows; a dataset of an older version says that it has none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import polars as pl
from deltalake import write_deltalake

from data.dataset import Dataset, create_dataset, open_dataset
from data.queries import rules
from data.schema import JUDGED
from data.survey import survey
from parsing.model import Assessment, Outcome, Problem, Report
from tests.dataset.read_reports import a_record, a_report, folder


def judged(content: str, outcome: Outcome, reason: str = "", *, year: int = 2024) -> Report:
    """A report of which every rule says the same."""
    assessments = tuple(Assessment(rule, outcome, reason) for rule in JUDGED)
    return replace(a_report(content, year=year), assessments=assessments)


def counts(dataset: Dataset, rule: str) -> dict[str, int]:
    surveyed = survey(dataset)
    rows = rules.counted(surveyed.outcomes, surveyed.reports).filter(code=rule)
    return dict(rows.select("outcome", "reports").iter_rows())


def without_verdicts(dataset: Dataset) -> None:
    """The table as a version wrote it that kept no outcomes."""
    rows = dataset.history().drop("verdicts").collect()
    write_deltalake(str(folder(dataset) / "reports"), rows, mode="overwrite", schema_mode="overwrite")


def test_outcomes_are_read_back_from_disk(tmp_path: Path) -> None:
    records = [
        a_record(judged("one", Outcome.HOLDS)),
        a_record(judged("two", Outcome.NOT_ASSESSABLE, "no-text", year=2023)),
    ]
    latest = create_dataset(tmp_path).append(records).dataset
    assert counts(latest, "year-stale") == {"holds": 1, "no-text": 1}


def test_an_older_dataset_says_that_nothing_was_recorded_until_a_file_is_read_anew(tmp_path: Path) -> None:
    first = create_dataset(tmp_path).append([a_record(judged("one", Outcome.HOLDS))]).dataset
    without_verdicts(first)
    older = open_dataset(tmp_path)
    assert counts(older, "year-stale") == {"not-recorded": 1}
    latest = older.append([a_record(judged("two", Outcome.HOLDS, year=2023))]).dataset
    assert counts(latest, "year-stale") == {"not-recorded": 1, "holds": 1}


def test_the_outcomes_of_a_hundred_thousand_reports_take_little_room(tmp_path: Path) -> None:
    reasons = pl.Series("reason", ["hhhhhhhhhhhhhhhhhhh", "hhhhhn2lshdhhhhihhe", "ccchhbhhhhhhhhhhhhh"] * 40_000)
    file = tmp_path / "verdicts.parquet"
    reasons.sample(fraction=1.0, shuffle=True, seed=1).to_frame().write_parquet(file)
    assert file.stat().st_size < 120_000


def test_an_unreadable_file_was_judged_by_no_rule(tmp_path: Path) -> None:
    unread = replace(
        judged("scan", Outcome.NOT_ASSESSABLE, "table-missing"),
        problems=(Problem(code="file-scan", values={"pages": 3}),),
    )
    latest = create_dataset(tmp_path).append([a_record(unread)]).dataset
    assert counts(latest, "narrative-figure") == {"table-missing": 1}
