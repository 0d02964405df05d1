from __future__ import annotations

import pytest

from pages.shell import axes, picture
from pages.shell.drawn import literal
from pages.shell.style import palette
from pages.shell.words import LANGUAGES, sentences

LIGHT = palette("light")


def test_a_saved_chart_says_what_it_shows_and_where_it_is_from() -> None:
    drawn = picture.framed(
        literal(axes.empty(LIGHT, "没有", 300)), "行政处罚 <A & B>", ("58 / 72 份报告", "资料来源：年报", ""), LIGHT
    )
    text = drawn["layout"]["title"]["text"]
    assert [part in text for part in ("行政处罚 &lt;A &amp; B&gt;", "58 / 72 份报告", "资料来源：年报")] == [True] * 3
    assert (drawn["layout"]["height"], drawn["layout"]["margin"]["t"]) == (300 + picture.HEAD, 24 + picture.HEAD)


def test_long_lines_are_broken_and_lose_nothing() -> None:
    chinese, english = "所选报告的资料来源" * 20, "source of the chosen reports " * 20
    for text in (chinese, english):
        lines = list(picture.wrapped(text, 400, 13))
        assert len(lines) > 3
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert all(len(line) * 13 <= 400 for line in picture.wrapped(chinese, 400, 13))


def test_words_fill_no_more_than_the_hidden_margin() -> None:
    drawn = picture.framed(literal(axes.empty(LIGHT, "", 300)), "题", ("很长的说明" * 200,), LIGHT)
    assert drawn["layout"]["title"]["text"].count("<br>") == 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_button_speaks_the_language_of_the_page(language: str) -> None:
    word = sentences("zh" if language == "zh" else "en")
    said = picture.config("图", 500, word)["locales"]
    assert word("picture.save_png") in str(said)
    assert "Download plot" in str(said)
