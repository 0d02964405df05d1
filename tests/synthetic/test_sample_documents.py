"""The five sample documents: read as their keys say, and marked as examples."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from parsing import as_json, read_report
from parsing.model import Source

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "data" / "samples" / "documents").glob("*.txt"))


def key_of(sample: Path) -> dict[str, object]:
    path = ROOT / "tests" / "golden" / f"{sample.stem}.key.json"
    return dict(json.loads(path.read_text(encoding="utf-8")))


def test_there_are_five_of_them() -> None:
    assert len(SAMPLES) == 5


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_is_read_as_its_key_says(sample: Path) -> None:
    read = as_json(read_report(Source(sample.name, sample.read_bytes())))
    key = key_of(sample)
    assert {name: read[name] for name in key} == key


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_says_that_it_is_an_example_of_no_real_organ(sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    assert "示例文件" in text
    assert "演示" in str(key_of(sample)["agency"])


def test_each_planted_fault_of_the_samples_is_reported() -> None:
    found = {}
    for sample in SAMPLES:
        read = as_json(read_report(Source(sample.name, sample.read_bytes())))
        found[sample.stem] = {entry["code"] for entry in [*read["problems"], *read["findings"]]}  # type: ignore[misc]
    assert {"cells-missing", "applications-outcomes"} <= found["liaoyang_emergency_2020_lines"]
    assert {"applications-balance", "applications-outcomes"} <= found["zhoucun_emergency_2020_indented"]
    assert not found["huzhou_emergency_2021_traditional"] & {"cells-missing", "applications-balance"}
