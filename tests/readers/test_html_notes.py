"""Footnote digits beside a figure are never further digits of it, however the page raises them."""

from __future__ import annotations

import pytest

from parsing.readers import html
from tests.readers.documents import grids, shape


def cell(markup: str) -> str:
    """What is read of a cell."""
    (grid,) = grids(html.read(f"<table><tr><td>规章</td><td>{markup}</td></tr></table>".encode()))
    return grid.rows[0][1].text


@pytest.mark.parametrize(
    "note",
    [
        '<span style="vertical-align: super; font-size: 9px">1</span>',
        '<span style="VERTICAL-ALIGN: SUPER !important">1</span>',
        "<span style='vertical-align:super'><font size=1> 1 </font></span>",
        "<span style='position:relative;top:-4.0pt;mso-text-raise:4.0pt'>1</span>",
        "<span style='position:relative;top:-5px'>1</span>",
        '<span style="vertical-align:sub">1</span>',
        '<span style="vertical-align:6px">1</span>',
        '<span style="vertical-align:top;font-size:7.5px">1</span>',
        '<span style="vertical-align:text-top;font-size:x-small">1</span>',
        "<ruby><rp>(</rp><rt>1</rt><rp>)</rp></ruby>",
    ],
)
def test_a_digit_raised_by_style_is_a_note(note: str) -> None:
    assert cell(f"26{note}") == "26（1）"


def test_a_note_raised_twice_is_one_note() -> None:
    raised = '<span style="vertical-align:super">'
    assert cell(f"26{raised}<b>{raised}12</span></b></span>") == "26（12）"
    assert cell(f"26{raised}1</span>{raised}2</span>") == "26（1）（2）"


@pytest.mark.parametrize(
    "beside",
    [
        "<small>1</small>",
        "<span style='position:relative;top:-.5pt;mso-text-raise:.5pt'>1</span>",
        '<font color="#FFFFFF">1</font>',
        '<span style="color: white">1</span>',
        '<span style="color:rgb(255, 255, 255)">1</span>',
    ],
)
def test_a_digit_that_may_be_a_note_or_not_makes_the_figure_unreadable(beside: str) -> None:
    assert cell(f"26{beside}") == "26\ufffd1"


@pytest.mark.parametrize(
    "figure",
    [
        "<small>26</small>",
        '<span style="vertical-align:super">26</span>',
        "<span style='mso-text-raise:4pt'>2</span><span style='mso-text-raise:4pt'>6</span>",
        '<p style="position:relative;top:-4px">26</p>',
        '<span style="vertical-align:top;font-size:14px">2</span>6',
        '<span style="color:#fff">26</span>',
        '<span style="color:#ff0000">2</span>6',
        '26<span style="position:absolute;left:-9999px">9</span>',
        '<span style="vertical-align:middle">2</span><span style="position:relative">6</span>',
        '<span style="vertical-align:super;vertical-align:baseline">2</span>6',
    ],
)
def test_a_figure_that_is_raised_as_a_whole_or_not_at_all_is_the_figure(figure: str) -> None:
    assert cell(figure) == "26"


def test_notes_of_the_text_are_set_apart_too() -> None:
    text = '<p>全年26<span style="vertical-align:super">1</span>件</p>'
    assert shape(html.read(text.encode())) == ["全年26（1）件"]
