"""Texts that are alike but for names, figures and a few words are told from texts that are not."""

from __future__ import annotations

import json
from dataclasses import replace
from random import Random
from typing import Final

import pytest

from data.checks import BROKEN, HOLDS, copied
from data.signatures import BINS, LETTERS, SHORTEST, signature, signatures
from parsing.model import Paragraph, Place
from tests.across import one_rule
from tests.dataset.read_reports import a_report
from tests.made_up_reports import Value, row

_CHARACTERS: Final = [chr(code) for code in range(0x4E10, 0x5E10)]


def words(seed: int, length: int = 600) -> str:
    """A text of its own."""
    return "".join(Random(seed).choices(_CHARACTERS, k=length))  # noqa: S311 - not a secret


def edited(text: str, share: float) -> str:
    """The text with a share of it written anew, in one piece."""
    new = int(len(text) * share)
    return text[:-new] + words(99, new)


def alike(one: str, other: str) -> float:
    """The share of bins in which two texts agree."""
    first, second = signature(one), signature(other)
    assert first is not None
    assert second is not None
    return sum(first[at : at + LETTERS] == second[at : at + LETTERS] for at in range(0, BINS * LETTERS, LETTERS)) / BINS


def test_the_share_of_bins_is_close_to_the_share_of_the_text() -> None:
    shares = [alike(words(seed), edited(words(seed), 0.2)) for seed in range(30)]
    assert sum(shares) / len(shares) == pytest.approx(0.8 / 1.2, abs=0.03)  # common groups of all groups
    assert alike(words(1), words(1)) == 1
    assert alike(words(1), words(2)) < 0.1


def test_a_signature_never_changes() -> None:
    """Signatures are stored; a new way of making them needs a new column."""
    assert signature(words(7, 300)) == (
        "Bijb9so3r0xVArbQaTkl6/RJNfR1hyTGCxfWzKRzQwyIIih8c3BuFZwf72NPEz5Z"
        "hRL+j+VaPgHY52DSI1UoLFvJBIbxDcJJIzgNuEu63lnCC0qTTa3fVaoLfKXoBL0Z300"
    )


def test_short_texts_have_no_signature() -> None:
    assert signature(words(1, SHORTEST - 1)) is None
    assert signature(words(1, SHORTEST)) is not None


def text_of(section: str, body: str, name: str) -> dict[str, str | None]:
    """The signatures of a report by this organ with one section."""
    report = a_report(name=name)
    lines = (
        "一、总体情况" if section == "overview" else "五、存在的主要问题及改进情况",
        body,
        "六、其他需要报告的事项",
        "无。",
    )
    paragraphs = tuple(Paragraph(line, Place(line=at)) for at, line in enumerate(lines, 1))
    return signatures(replace(report, narrative=paragraphs))


def test_names_figures_and_sections_are_told_apart() -> None:
    body = f"{words(3, 120)}，渝中区应急管理局全年公开信息120条，{words(4, 120)}。"
    other = body.replace("渝中区应急管理局", "渝中区财政局").replace("120", "87")
    ours, theirs = (text_of("problems", text, name) for text, name in
                    ((body, "渝中区应急管理局"), (other, "渝中区财政局")))  # fmt: skip
    assert ours["text_overview"] is None
    assert ours["text_problems"] == theirs["text_problems"] is not None


def filed(organ: str, year: int, text: str) -> dict[str, Value]:
    return row(organ, year, text_problems=signature(text))


def test_last_years_text_again() -> None:
    rows = [filed("甲局", 2022, words(1)), filed("甲局", 2023, edited(words(1), 0.04))]
    assert one_rule.outcome(copied.check, "text-copied-last-year", rows) == BROKEN
    (finding,) = one_rule.findings(copied.check, rows).iter_rows(named=True)
    values = json.loads(finding["values"])
    assert (finding["code"], values["section"], values["other_year"]) == ("text-copied-last-year", "五", 2022)
    assert values["other_report_id"] == rows[0]["report_id"]
    fresh = [rows[0], filed("甲局", 2023, words(2))]
    assert one_rule.outcome(copied.check, "text-copied-last-year", fresh) == HOLDS
    assert one_rule.findings(copied.check, fresh).is_empty()


def test_the_earliest_of_many_alike_is_named_and_itself_left_alone() -> None:
    rows = [filed(f"第{number}局", 2022, words(1)) for number in range(60)]
    rows = [filed("源头局", 2021, words(1)), filed("源头局", 2022, words(1)), *rows, filed("旁局", 2022, words(2))]
    found = one_rule.findings(copied.check, rows).filter(code="text-copied-organ")
    assert {json.loads(values)["other_agency"] for values in found["values"]} == {"源头局"}
    assert found["agency"].n_unique() == 60
    assert not {"源头局", "旁局"} & set(found["agency"])


def test_two_customary_sentences_are_no_copy_of_another_organ() -> None:
    rows = [filed("甲局", 2022, words(1, 120)), filed("乙局", 2022, words(1, 120))]
    assert one_rule.outcome(copied.check, "text-copied-organ", rows) == "no-text"
    assert one_rule.outcome(copied.check, "text-copied-last-year", rows) == "first-report"
    assert one_rule.findings(copied.check, rows).is_empty()
