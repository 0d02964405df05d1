"""A Dask cluster reads as this machine does, also when one of its workers is killed."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from data.dataset import create_dataset
from data.faults import DatasetError, Fault
from data.ingest import Outcome, Progress, ingest
from parsing.model import Source
from tests.dataset.published import web_page

if TYPE_CHECKING:
    from distributed import LocalCluster

distributed = pytest.importorskip("distributed")

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("default")]  # Dask warns of its own


@pytest.fixture
def local() -> Iterator[LocalCluster]:
    """Two workers on this machine, each a process that its nanny replaces."""
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    ) as running:
        yield running


def test_a_killed_worker_costs_no_document(local: LocalCluster, tmp_path: Path) -> None:
    from data.cluster import cluster  # noqa: PLC0415 - only where the extra is installed

    sources = [Source(f"{number}.html", web_page(agency=f"渝中区第{number}局")) for number in range(120)]
    with distributed.Client(local) as client:
        first, *_ = client.run(os.getpid).values()
    killed = threading.Event()

    def kill_one(progress: Progress) -> None:
        if progress.read and not killed.is_set():
            killed.set()
            os.kill(first, getattr(signal, "SIGKILL", signal.SIGTERM))

    start = time.monotonic()
    summary = ingest(sources, create_dataset(tmp_path / "dataset"), kill_one, cluster(local.scheduler_address))
    assert killed.is_set()
    assert summary.outcomes == {Outcome.NEW: len(sources)}, summary.failures
    assert time.monotonic() - start < 120
    stored = summary.dataset.history().sort("ingested_at").select("source").collect()["source"].to_list()
    assert stored == [source.name for source in sources]


def test_a_scheduler_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from data import cluster  # noqa: PLC0415

    monkeypatch.setattr(cluster, "_CONNECT", 1)
    with pytest.raises(DatasetError) as error:
        ingest(
            [Source("x", web_page())],
            create_dataset(tmp_path / "dataset"),
            open_pool=cluster.cluster("tcp://127.0.0.1:9"),
        )
    assert error.value.fault is Fault.UNREACHABLE
