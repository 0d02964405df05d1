"""An ingest killed at random moments, again and again; after each, nothing that was committed may be missing.

::

    uv run python -m tests.scale.kills 1000
"""

from __future__ import annotations

import hashlib
import multiprocessing
import random
import sys
import time
from collections.abc import Sequence
from multiprocessing.process import BaseProcess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from data import ingest as ingest_module
from data.dataset import Dataset, create_dataset, open_dataset
from data.faults import DatasetError, Fault
from data.ingest import ingest_files
from tests.dataset.published import web_page

DOCUMENTS: Final = 24
COMMIT_DOCUMENTS: Final = 2
MANY_FILES: Final = 4


def ingest_often(corpus: Path, location: Path) -> None:
    """Take the corpus in, with as many commits and compactions as there can be."""
    ingest_module.COMMIT_DOCUMENTS = COMMIT_DOCUMENTS  # type: ignore[misc]  # final, but not here
    ingest_module._MANY_FILES = MANY_FILES  # type: ignore[misc]  # noqa: SLF001
    ingest_files([corpus], create_dataset(location))


def write_corpus(folder: Path) -> None:
    """A report of one organ for each of some years."""
    folder.mkdir()
    for number in range(DOCUMENTS):
        (folder / f"{number:02}.html").write_bytes(web_page(agency=f"渝中区第{number}局"))


def committed(location: Path) -> list[str]:
    """The documents of a dataset, each of which must be there once, with its reading and its original."""
    hashes = _history(location)
    assert len(hashes) == len(set(hashes)), "a report is there twice"
    dataset = open_dataset(location)
    for sha256 in hashes:
        assert hashlib.sha256(dataset.original(sha256)).hexdigest() == sha256
        assert dataset.reading(sha256)
    return hashes


def _history(location: Path) -> list[str]:
    dataset: Dataset = open_dataset(location)
    return dataset.history().sort("ingested_at").select("sha256").collect()["sha256"].to_list()


def begin(corpus: Path, location: Path) -> BaseProcess:
    """An ingest under way. Where it can, it is forked from a process that has imported everything and used nothing."""
    if sys.platform == "linux":
        forking = multiprocessing.get_context("forkserver")
        forking.set_forkserver_preload(["data.ingest", "tests.dataset.published"])
        process: BaseProcess = forking.Process(target=ingest_often, args=(corpus, location))
    else:
        process = multiprocessing.get_context("spawn").Process(target=ingest_often, args=(corpus, location))
    process.start()
    return process


def kill_once(corpus: Path, location: Path, after: float) -> bool:
    """Begin an ingest and kill it; whether it was still under way."""
    process = begin(corpus, location)
    process.join(after)
    process.kill()
    process.join()
    return process.exitcode != 0


def whole_run(corpus: Path, location: Path) -> float:
    """The seconds that an ingest takes which nobody kills."""
    start = time.monotonic()
    process = begin(corpus, location)
    process.join()
    assert process.exitcode == 0
    return time.monotonic() - start


def survive(kills: int, folder: Path, seed: int = 0) -> int:
    """Kill so many ingests that are under way; how many were begun for it. After a complete dataset comes a new one."""
    chance = random.Random(seed)  # noqa: S311 - not a secret
    write_corpus(folder / "corpus")
    _, longest = (whole_run(folder / "corpus", folder / name) for name in ("first", "second"))
    before: list[str] = []
    number = hits = begun = 0
    while hits < kills:
        location = folder / f"dataset {number}"
        begun += 1
        hits += kill_once(folder / "corpus", location, chance.uniform(0, longest))
        now = _after_a_kill(location)
        assert now[: len(before)] == before, "a committed report is gone"
        before = now if len(now) < DOCUMENTS else []
        number += len(now) == DOCUMENTS
    return begun


def _after_a_kill(location: Path) -> list[str]:
    """What is committed; nothing where the kill came before there was a dataset."""
    try:
        return committed(location)
    except DatasetError as error:
        if error.fault not in {Fault.MISSING, Fault.FOREIGN} or (location / "readings").exists():
            raise
        return []


def main(arguments: Sequence[str]) -> int:
    """Kill as often as asked for."""
    kills = int(arguments[0]) if arguments else 1000
    with TemporaryDirectory() as folder:
        begun = survive(kills, Path(folder), seed=time.time_ns())
    sys.stdout.write(f"{kills} of {begun} ingests killed under way: nothing was lost or doubled.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
