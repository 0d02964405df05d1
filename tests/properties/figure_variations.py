"""Pages that print their figures otherwise: words and signs for none, counters, notes, digits of other kinds."""

from __future__ import annotations

from itertools import cycle
from typing import Final

import opencc

from data.synthetic.draft import Draft
from tests.properties.realistic import markup, page, rewritten_figures

_FULL_WIDTH: Final = str.maketrans("0123456789-+.,", "０１２３４５６７８９－＋．，")


# ---- None -----------------------------------------------------------------------------------------------------------


def zero_in_words(report: Draft) -> bytes:
    return _with_zero(report, "零")


def zero_as_circle(report: Draft) -> bytes:
    return _with_zero(report, "〇")


def zero_as_large_circle(report: Draft) -> bytes:
    return _with_zero(report, "○")


def zero_as_letter(report: Draft) -> bytes:
    return _with_zero(report, "O")


def zero_as_none(report: Draft) -> bytes:
    return _with_zero(report, "无")


def zero_as_dash(report: Draft) -> bytes:
    return _with_zero(report, "-")


def zero_as_slash(report: Draft) -> bytes:
    return _with_zero(report, "/")


def zero_as_blank(report: Draft) -> bytes:
    return _with_zero(report, "")


def zero_as_none_with_counter(report: Draft) -> bytes:
    return _with_zero(report, "无件")


def _with_zero(report: Draft, zero: str) -> bytes:
    return rewritten_figures(report, lambda text: zero if text == "0" else text)


# ---- Signs around a figure ------------------------------------------------------------------------------------------


def counters_behind(report: Draft) -> bytes:
    return rewritten_figures(report, lambda text: text if "元" in text or "." in text else f"{text}件")


def counters_apart(report: Draft) -> bytes:
    return rewritten_figures(report, lambda text: text if "元" in text or "." in text else f"{text} 件", "applications")


def full_stop_behind(report: Draft) -> bytes:
    return rewritten_figures(report, lambda text: f"{text}。")


def circled_notes(report: Draft) -> bytes:
    return _noted(report, "①")


def starred_notes(report: Draft) -> bytes:
    return _noted(report, "*")


def notes_in_brackets(report: Draft) -> bytes:
    return _noted(report, "[1]")


def notes_in_words(report: Draft) -> bytes:
    return _noted(report, "（注2）")


def raised_notes(report: Draft) -> bytes:
    return _noted(report, "{1}").replace(b"{1}", b"<sup>1</sup>")


def notes_in_front(report: Draft) -> bytes:
    """Every fifth figure behind its note."""
    notes = cycle(("②", "", "", "", ""))
    return rewritten_figures(report, lambda text: f"{next(notes)}{text}", "applications")


def _noted(report: Draft, note: str) -> bytes:
    """Every fifth figure of table three with a note behind it."""
    notes = cycle((note, "", "", "", ""))
    return rewritten_figures(report, lambda text: f"{text}{next(notes)}", "applications")


def last_year_in_brackets(report: Draft) -> bytes:
    return rewritten_figures(report, lambda text: f"{text}（上年9）" if text.isdigit() else text, "proactive")


def two_figures_with_a_slash(report: Draft) -> bytes:
    """This year's figure and last year's in one cell."""
    return rewritten_figures(report, lambda text: f"{text}/7", "applications")


def two_figures_with_an_arrow(report: Draft) -> bytes:
    return rewritten_figures(report, lambda text: f"7→{text}", "applications")


def about(report: Draft) -> bytes:
    """Round figures: 约 and 余."""
    return rewritten_figures(report, lambda text: f"约{text}" if text.endswith("1") else f"{text}余", "applications")


def struck_out(report: Draft) -> bytes:
    """An old figure is struck out beside the new one."""
    return rewritten_figures(report, lambda text: f"{{{text}", "applications").replace(b"{", b"<del>9</del>")


def inserted(report: Draft) -> bytes:
    return (
        rewritten_figures(report, lambda text: f"{{{text}}}", "applications")
        .replace(b"{", b"<ins>")
        .replace(b"}", b"</ins>")
    )


# ---- Digits ---------------------------------------------------------------------------------------------------------


def full_width_digits(report: Draft) -> bytes:
    return rewritten_figures(report, lambda text: text.translate(_FULL_WIDTH))


def thousands(report: Draft) -> bytes:
    return rewritten_figures(report, _grouped)


def thousands_full_width(report: Draft) -> bytes:
    return rewritten_figures(report, lambda text: _grouped(text).replace(",", "，"))


def thousands_by_space(report: Draft) -> bytes:
    return rewritten_figures(report, lambda text: _grouped(text).replace(",", " "))


def thousands_by_apostrophe(report: Draft) -> bytes:
    return rewritten_figures(report, lambda text: _grouped(text).replace(",", "'"))


def last_digit_on_the_next_line(report: Draft) -> bytes:
    """Narrow columns break a figure of three digits or more before its last."""
    broken = rewritten_figures(
        report, lambda text: f"{text[:-1]}{{{text[-1]}" if len(text) > 2 else text, "applications"
    )
    return broken.replace(b"{", b"<br>")


def digits_apart(report: Draft) -> bytes:
    return rewritten_figures(report, " ".join, "applications")


def decimals(report: Draft) -> bytes:
    return rewritten_figures(report, lambda text: f"{text}.00" if text.isdigit() else text)


def leading_zeros(report: Draft) -> bytes:
    return rewritten_figures(report, lambda text: f"{text:0>3}", "applications")


def chinese_digits(report: Draft) -> bytes:
    return rewritten_figures(report, lambda text: text.translate(str.maketrans("0123456789", "零一二三四五六七八九")))


def non_breaking_spaces(report: Draft) -> bytes:
    return rewritten_figures(report, lambda text: f"\u00a0{text}\u3000")


def spans_inside_figures(report: Draft) -> bytes:
    """A word processor wraps every digit in an element of its own."""
    broken = rewritten_figures(report, "{".join)
    return broken.replace(b"{", b"</span><span>")


def traditional(report: Draft) -> bytes:
    return _converted(report, "s2tw")


def traditional_with_phrases(report: Draft) -> bytes:
    return _converted(report, "s2twp")


# ---- Small steps ----------------------------------------------------------------------------------------------------


def _converted(report: Draft, way: str) -> bytes:
    """The page in Traditional script."""
    return str(opencc.OpenCC(way).convert(page(report, lambda table: markup(table.sheet)).decode())).encode()


def _grouped(text: str) -> str:
    return f"{int(text):,}" if text.isdigit() else text
