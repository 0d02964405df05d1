"""``gongkai demo``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from data.commands import main


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GONGKAI_LANG", "en")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_writes_documents_and_a_key_of_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "演示"
    assert main(["demo", str(folder), "--agencies", "3", "--years", "2020-2021"]) == 0
    keys = [json.loads(line) for line in (folder / "key.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(keys) == 6
    assert {key["source"] for key in keys} | {"key.jsonl"} == set(contents(folder))
    assert {key["fiscal_year"] for key in keys} == {2020, 2021}
    assert "6" in capsys.readouterr().out


def test_the_same_seed_writes_the_same_bytes_and_another_one_others(tmp_path: Path) -> None:
    for name, seed in (("first", "8"), ("second", "8"), ("third", "9")):
        assert main(["demo", str(tmp_path / name), "--agencies", "2", "--years", "2022", "--seed", seed]) == 0
    first, second, third = (contents(tmp_path / name) for name in ("first", "second", "third"))
    assert first == second
    assert first != third


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "report.txt").write_text("mine", encoding="utf-8")
    assert main(["demo", str(tmp_path)]) == 2
    assert contents(tmp_path) == {"report.txt": b"mine"}
    assert "not empty" in capsys.readouterr().err


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "taken").write_text("mine", encoding="utf-8")
    assert main(["demo", str(tmp_path / "taken")]) == 2
    assert "taken" in capsys.readouterr().err


@pytest.mark.parametrize("years", ["2018-2020", "2022-2020", "20xx", "2019-", "-", "2019-2020-2021", "１９９９"])
def test_years_that_the_form_does_not_have_are_wrong_usage(years: str, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as left:
        main(["demo", str(tmp_path / "x"), f"--years={years}"])
    assert left.value.code == 2
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("agencies", ["0", "-3", "many", "1000000"])
def test_a_corpus_has_some_organs_and_not_more_than_there_are_names(agencies: str, tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as left:
        main(["demo", str(tmp_path / "x"), f"--agencies={agencies}"])
    assert left.value.code == 2
