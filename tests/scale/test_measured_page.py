"""Each piece of what was measured is written by itself; the others stay as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench import growth, page

BEFORE = f"""# Scale

{page.BEGIN}
Measured on one machine.

### 10,000 reports

Ten thousand.

### 1,500,000 reports

Many.

{page.END}

## After
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    written = tmp_path / "scale.md"
    written.write_text(BEFORE, encoding="utf-8")
    return written


def test_a_size_takes_its_place_among_the_others(path: Path) -> None:
    page.write(path, "### 150,000 reports\n\nMore.\n", 150_000)
    text = path.read_text(encoding="utf-8")
    added = "Ten thousand.\n\n### 150,000 reports\n\nMore.\n\n### 1,500,000 reports"
    assert text == BEFORE.replace("Ten thousand.\n\n### 1,500,000 reports", added)


def test_a_size_measured_again_replaces_its_own_section(path: Path) -> None:
    page.write(path, "### 10,000 reports\n\nAgain.\n", 10_000)
    assert path.read_text(encoding="utf-8") == BEFORE.replace("Ten thousand.", "Again.")


def test_the_ingest_measured_again_leaves_the_sizes(path: Path) -> None:
    page.write(path, "Measured on another.\n")
    assert path.read_text(encoding="utf-8") == BEFORE.replace("one machine", "another")


def test_a_dataset_that_was_made_before_is_used_again(tmp_path: Path) -> None:
    made = growth.made(tmp_path, 60)
    assert growth.made(tmp_path, 60).files == made.files
    assert made.reports().collect().height < 60  # one in a hundred is superseded


def test_a_dataset_that_was_left_unfinished_is_made_anew(tmp_path: Path) -> None:
    growth.write(tmp_path / "120", 60)
    assert growth.made(tmp_path, 120).history().collect().height == 120
