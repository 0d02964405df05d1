from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import polars as pl
import pytest

from data import dataset as datasets
from data.dataset import Dataset
from data.queries import arrivals
from tests.made_up_reports import Row, blank, dataset, entries, frame, imbalance, row, scan

EARLIER, LATER = datetime(2026, 1, 5, 9, tzinfo=UTC), datetime(2026, 1, 6, 9, tzinfo=UTC)


def imported(rows: list[Row], at: datetime, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Dataset:
    """These reports, taken in at a moment."""

    class Then(datetime):
        @classmethod
        def now(cls, tz: object = None) -> Then:  # noqa: ARG003
            return cls.fromtimestamp(at.timestamp(), UTC)

    monkeypatch.setattr(datasets, "datetime", Then)
    return dataset(folder, rows)


def test_what_came_last_is_held_against_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = [row("甲局", 2021, issues=[imbalance(0, 6), blank("x")]), row("乙局", 2021)]
    corrected = row("甲局", 2021, sha256="f" * 64, report_id="f" * 16, issues=[imbalance(0, 7), imbalance(0, 8)])
    fresh = [
        corrected,
        row("丙局", 2021, issues=[imbalance(1, 2)]),
        row("扫描", None, worst="unreadable", issues=[scan()]),
    ]
    imported(old, EARLIER, tmp_path, monkeypatch)
    held = imported(fresh, LATER, tmp_path, monkeypatch)
    last = arrivals.last_import(held)
    assert last is not None
    assert timedelta() <= last.began - LATER < timedelta(seconds=1)
    assert not last.is_first

    now = [*old[1:], *({**each, "ingested_at": last.began} for each in fresh)]
    came = arrivals.arrivals(frame(now), entries(now), held, last.began)
    assert came.select("agency", "arrival", "found", "settled").rows() == [
        ("甲局", "superseding", 2, 1),
        ("丙局", "new", 1, 0),
        ("扫描", "unreadable", 1, 0),
    ]
    assert came["source"].to_list() == ["甲局2021.txt", "丙局2021.txt", "扫描None.txt"]  # what no name tells apart


def test_a_file_that_cannot_be_read_takes_no_report_s_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    imported([row("甲局", 2021, issues=[imbalance(0, 6)])], EARLIER, tmp_path, monkeypatch)
    scanned = row("甲局", 2021, sha256="f" * 64, report_id="f" * 16, worst="unreadable", issues=[scan()])
    held = imported([scanned], LATER, tmp_path, monkeypatch)
    came = arrivals.arrivals(frame([scanned | {"ingested_at": LATER}]), entries([scanned]), held, LATER)
    assert came.select("arrival", "found", "settled").rows() == [("unreadable", 1, 0)]


def test_before_a_second_import_there_is_nothing_to_compare_with(tmp_path: Path) -> None:
    last = arrivals.last_import(dataset(tmp_path, [row("甲局", 2021), row("乙局", 2021)]))
    assert last is not None
    assert last.is_first
    assert arrivals.last_import(dataset(tmp_path / "leer", [])) is None


def test_nothing_came_within_the_filters(tmp_path: Path) -> None:
    held = dataset(tmp_path, [row("甲局", 2021)])
    none = frame([row("甲局", 2021)]).filter(pl.lit(value=False))
    assert arrivals.arrivals(none, entries(), held, EARLIER).is_empty()
