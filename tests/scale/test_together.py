"""Two ingests of overlapping folders and someone who reads: nothing is lost, doubled, or seen half."""

from __future__ import annotations

from pathlib import Path

from data.dataset import create_dataset, open_dataset
from tests.scale.kills import DOCUMENTS, begin, committed, write_corpus


def test_two_ingests_and_a_reader_at_the_same_time(tmp_path: Path) -> None:
    write_corpus(tmp_path / "corpus")
    location = tmp_path / "dataset"
    create_dataset(location)
    writers = [begin(tmp_path / "corpus", location) for _ in range(2)]
    seen: list[str] = []
    while any(writer.is_alive() for writer in writers):
        now = committed(location)
        assert now[: len(seen)] == seen, "what was there is gone"
        seen = now
    assert [writer.exitcode for writer in writers] == [0, 0]
    assert len(committed(location)) == DOCUMENTS
    assert len(open_dataset(location).files) < DOCUMENTS
