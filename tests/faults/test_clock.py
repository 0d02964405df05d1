"""A clock that is set back, or was ahead: the order of what happened stays, and nothing waits for ever."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from deltalake import Transaction

from data import dataset as dataset_module
from data import delta, reviews
from data.access import rules
from data.dataset import open_dataset
from data.delta import commit, compact, open_table
from data.reviews import Decision, Signed, decide, decisions, history
from data.schema import REPORTS
from tests.made_up_reports import dataset, row

AHEAD = datetime.now(UTC) + timedelta(days=400)


class Ahead(datetime):
    """The time of a clock that is 400 days ahead."""

    @classmethod
    def now(cls, tz: object = None) -> datetime:  # type: ignore[override]  # noqa: ARG003
        return AHEAD


def test_the_last_decision_counts_even_if_the_clock_was_set_back(
    location: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(reviews, "datetime", Ahead)
        decide(location, "aa", Decision.CONFIRMED, Signed(reason="核实", name="张三"))
    decide(location, "aa", Decision.DISMISSED, Signed(reason="更正", name="李四"))
    assert decisions(location)["decision"].to_list() == ["dismissed"]
    assert history(location)["name"].to_list() == ["张三", "李四"]


def test_the_last_report_counts_even_if_the_clock_was_set_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(dataset_module, "datetime", Ahead)
        dataset(tmp_path / "d", [row("甲局", 2022, source="first.txt")])
    corrected = row("甲局", 2022, source="second.txt", sha256="ab" * 32, report_id="ab" * 8)
    monkeypatch.setattr(dataset_module, "_check_kept", lambda *_: None)
    from data.rows import frame  # noqa: PLC0415 - beside what is patched

    open_dataset(tmp_path / "d").commit(frame([corrected]))
    assert open_dataset(tmp_path / "d").reports().collect()["source"].to_list() == ["second.txt"]


@pytest.mark.parametrize(("seconds_ahead", "is_compacted"), [(0, False), (600, False), (400 * 24 * 3600, True)])
def test_a_lease_from_the_far_future_holds_nobody_up(location: Path, seconds_ahead: int, *, is_compacted: bool) -> None:
    dataset(location, [row("乙局", 2022)])
    since = int(datetime.now(UTC).timestamp()) + seconds_ahead
    lease = Transaction(delta._LEASE, since)  # noqa: SLF001 - as another program takes it
    assert commit(open_table(location), REPORTS.to_frame(), lease)
    before = len(open_dataset(location).files)
    compact(location)
    assert (len(open_dataset(location).files) < before) == is_compacted
    assert open_dataset(location).reports().collect().height == 3


def test_a_sign_in_from_the_future_is_no_longer_good_than_others(monkeypatch: pytest.MonkeyPatch) -> None:
    given = rules({"hours": 1})
    monkeypatch.setattr("time.time", lambda: 1_000_000.0)
    assert given.is_fresh({"iat": 1_000_000.0 - 3599})
    assert given.is_fresh({"iat": 1_000_030.0})
    assert not given.is_fresh({"iat": 1_000_000.0 + 3601})
