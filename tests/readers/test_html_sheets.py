"""A figure that a page's own style sheet hides is not read, nor are its digits joined to the one that is seen."""

from __future__ import annotations

import pytest

from parsing.readers import html
from tests.readers.documents import grids, shape

BESIDE = '26<span class="m" id="other">48</span>'


def cell(markup: str, rules: str, media: str = "") -> str:
    """What is read of a cell of a page with a style sheet."""
    table = f"<table><tr><td>规章</td><td>{markup}</td></tr></table>"
    page = f"<html><head><style{media}>{rules}</style></head><body>{table}</body></html>"
    (grid,) = grids(html.read(page.encode()))
    return grid.rows[0][1].text


@pytest.mark.parametrize(
    "rules",
    [
        ".m{display:none}",
        "#other { DISPLAY : NONE !important }",
        "span.x, td span.m { visibility: hidden }",
        ".m{opacity:0}",
        ".m{text-decoration:line-through}",
        ".m{display:inline} td .m{display:none}",
        "/* .m{display:inline} */ .m{display:none} .m:hover{display:inline}",
        "@media screen{.m{display:none}}",
        "@media (min-width:769px){.m{display:none}}",
        "td + td .m{display:none}",
        ".m:not(.x){display:none}",
    ],
)
def test_a_figure_that_a_rule_hides_is_not_read(rules: str) -> None:
    assert cell(BESIDE, rules) == "26"


@pytest.mark.parametrize(
    "rules",
    [
        ".other{display:none}",
        ".m{display:none} span.m{display:inline}",
        "@media print{.m{display:none}}",
        "@media (max-width:768px){.m{display:none}}",
        ".m:hover{display:none}",
    ],
)
def test_what_no_rule_hides_on_the_screen_of_a_desk_is_read(rules: str) -> None:
    assert cell(BESIDE, rules) == "2648"


@pytest.mark.parametrize("rules", ["@media (prefers-contrast:more){.m{display:none}}", "@media tv{.m{opacity:0}}"])
def test_digits_that_some_see_and_others_do_not_make_a_figure_unreadable(rules: str) -> None:
    assert cell(BESIDE, rules) == "26\ufffd48"


def test_a_sheet_for_print_hides_nothing() -> None:
    assert cell(BESIDE, ".m{display:none}", ' media="print"') == "2648"


def test_the_style_of_an_element_outweighs_a_rule() -> None:
    assert cell('26<span class="m" style="display:inline">48</span>', ".m{display:none}") == "2648"


def test_what_a_script_may_show_is_read() -> None:
    page = "<style>.pane{display:none}</style><div class='pane'><p>全年收到申请26件。</p></div>"
    assert shape(html.read(page.encode())) == ["全年收到申请26件。"]


def test_rules_that_no_browser_understands_are_passed_over() -> None:
    assert cell(BESIDE, "..{display:none} #other{display:none}") == "26"


def test_what_stands_inside_a_hidden_word_may_be_seen() -> None:
    inside = '<b class="m"><i style="font-size:14px;visibility:visible">26</i></b>'
    for rules in (".m{font-size:0}", ".m{visibility:hidden}"):
        assert cell(inside, rules) == "\ufffd26"
    assert cell(inside, ".m{display:none}") == ""


def test_a_page_with_whole_frameworks_in_it_is_read() -> None:
    framework = "".join(f".c{at}{{font-size:{at}px}} .d{at}:hover{{display:block}}" for at in range(3_000))
    assert cell(BESIDE, framework + ".m{display:none}") == "26"


@pytest.mark.parametrize(
    "style",
    ["position:absolute;left:50%;margin-left:-490px", "opacity:0", "position:relative;left:-9999px", "top:-120px"],
)
def test_a_page_that_a_style_moves_or_fades_in_is_read(style: str) -> None:
    page = f"<div style='{style}'><p>全年收到申请26件。</p></div>"
    assert shape(html.read(page.encode())) == ["全年收到申请26件。"]


@pytest.mark.parametrize("style", ["opacity:0", "position:absolute;left:-9999px", "text-indent:-999em"])
def test_digits_in_a_cell_that_a_style_moves_or_fades_out_are_not_read(style: str) -> None:
    assert cell(f'26<span style="{style}">48</span>', "") == "26"
