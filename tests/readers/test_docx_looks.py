"""What a DOCX file writes but does not print as written is no part of a figure, whatever way the file says so in."""

from __future__ import annotations

import pytest

from parsing.readers import docx as reader
from tests.readers.documents import WORD, docx, paragraph, shape, word_cell, word_table

WHITE = '<w:color w:val="FFFFFF"/>'
BLUE_GROUND = '<w:shd w:val="clear" w:color="auto" w:fill="1F4E79"/>'


def style(id_: str, kind: str, look: str, based_on: str = "", default: str = "0") -> str:
    based = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{id_}" w:default="{default}">{based}<w:rPr>{look}</w:rPr>'
        f"<w:tblPr/></w:style>"
    )


def read(body: str, *styles: str, defaults: str = "") -> list[str | list[list[str]]]:
    of_runs = f"<w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr></w:rPrDefault></w:docDefaults>"
    root = f"<w:styles {WORD}>{of_runs}{''.join(styles)}</w:styles>"
    return shape(reader.read(docx(body, **{"word/styles.xml": root})))


def run(text: str, look: str = "") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>"


def styled(text: str, name: str, look: str = "") -> str:
    return run(text, f'<w:rStyle w:val="{name}"/>{look}')


def line(*content: str, of: str = "", look: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{of}"/>{look}</w:pPr>{"".join(content)}</w:p>'


# ---- Styles ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("look", "printed"),
    [
        ("<w:vanish/>", "5"),
        ("<w:strike/>", "5"),
        ("<w:dstrike/>", "5"),
        (WHITE, "5"),
        ('<w:sz w:val="2"/>', "5"),
        ('<w:vertAlign w:val="superscript"/>', "5（1）"),
        ('<w:position w:val="8"/>', "5（1）"),
        ('<w:color w:val="C00000"/><w:sz w:val="21"/>', "51"),
    ],
)
def test_a_style_tells_how_a_run_looks(look: str, printed: str) -> None:
    base, own = style("base", "character", look), style("own", "character", "<w:b/>", "base")
    assert read(line(run("5"), styled("1", "own")), base, own) == [printed]


def test_the_nearest_style_and_the_own_formatting_go_before_the_base() -> None:
    hidden = style("hidden", "character", "<w:vanish/>")
    shown = style("shown", "character", '<w:vanish w:val="0"/>', "hidden")
    body = line(styled("5", "shown"), styled("1", "hidden", '<w:vanish w:val="false"/>'), styled("2", "hidden"))
    assert read(body, hidden, shown) == ["51"]


def test_a_style_that_rests_on_itself_ends() -> None:
    assert read(line(styled("5", "round")), style("round", "character", "<w:vanish/>", "round")) == []


def test_paragraph_styles_and_the_default_count_too() -> None:
    hidden = style("hidden", "paragraph", "<w:vanish/>")
    assert read(line(run("5")) + line(run("7"), of="hidden"), hidden) == ["5"]
    shown = style("shown", "paragraph", '<w:vanish w:val="0"/>')
    usual = style("usual", "paragraph", "<w:vanish/>", default="1")
    assert read(paragraph("7") + line(run("5"), of="shown"), usual, shown) == ["5"]
    assert read(paragraph("7") + line(run("5"), of="shown"), shown, defaults="<w:vanish/>") == ["5"]


def test_what_the_styles_of_a_paragraph_and_of_a_run_both_hide_is_shown() -> None:
    of_line, of_run = style("line", "paragraph", "<w:vanish/>"), style("run", "character", "<w:vanish/>")
    off = style("off", "character", '<w:vanish w:val="0"/>')
    body = line(styled("5", "run"), run("7"), styled("8", "off"), of="line")
    assert read(body, of_line, of_run, off) == ["5"]


# ---- Colour, size, height -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("colour", ["FFFFFF", "FAFAFA"])
def test_white_on_white_is_not_seen(colour: str) -> None:
    assert read(line(run("5"), run("1", f'<w:color w:val="{colour}"/>'))) == ["5"]


def test_text_in_the_colour_of_its_cell_is_not_seen() -> None:
    figure = line(run("5", WHITE), run("1", '<w:color w:val="1F4E79"/>'))
    cell = f"<w:tc><w:tcPr>{BLUE_GROUND}</w:tcPr>{figure}</w:tc>"
    assert read(word_table(["规章", cell])) == [[["规章", "5"]]]


@pytest.mark.parametrize(
    "body",
    [
        line(run("5", WHITE + BLUE_GROUND)),
        line(run("5", WHITE + '<w:highlight w:val="black"/>')),
        line(run("5", WHITE), look=BLUE_GROUND),
        line(run("5", WHITE), look='<w:shd w:val="pct50" w:color="000000" w:fill="FFFFFF"/>'),
        line(run("5", WHITE), look='<w:shd w:val="solid" w:color="000000" w:fill="FFFFFF"/>'),
        line(run("5", WHITE), of="dark"),
    ],
)
def test_white_on_dark_is_seen(body: str) -> None:
    dark = f'<w:style w:type="paragraph" w:styleId="dark"><w:pPr>{BLUE_GROUND}</w:pPr></w:style>'
    assert read(body, dark) == ["5"]


def test_white_in_a_table_whose_style_colours_it_is_seen() -> None:
    banded = f'<w:style w:type="table" w:styleId="banded"><w:tcPr>{BLUE_GROUND}</w:tcPr></w:style>'
    table = word_table(["规章", word_cell("").replace("<w:t></w:t>", f"<w:rPr>{WHITE}</w:rPr><w:t>5</w:t>")])
    styled_table = table.replace("<w:tbl>", '<w:tbl><w:tblPr><w:tblStyle w:val="banded"/></w:tblPr>')
    assert read(styled_table, banded) == [[["规章", "5"]]]
    assert read(table, banded) == [[["规章", ""]]]


@pytest.mark.parametrize(
    ("first", "second", "printed"),
    [("0", "6", "5（1）"), ("0", "-6", "5（1）"), ("0", "1", "51"), ("6", "6", "51"), ("6", "7", "51")],
)
def test_a_figure_set_higher_than_the_one_beside_it_is_a_note(first: str, second: str, printed: str) -> None:
    body = line(run("5", f'<w:position w:val="{first}"/>'), run("1", f'<w:position w:val="{second}"/>'))
    assert read(body) == [printed]


def test_a_raised_text_that_holds_a_figure_is_a_note() -> None:
    assert read(line(run("5"), run("[1]", '<w:vertAlign w:val="superscript"/>'))) == ["5（[1]）"]


# ---- Fields and signs -----------------------------------------------------------------------------------------------


def mark(kind: str, inner: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inner}</w:fldChar></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def test_what_a_field_inside_a_code_gives_is_not_printed() -> None:
    inner = mark("begin") + code("PAGE") + mark("separate") + run("7") + mark("end")
    outer = mark("begin") + code("IF ") + inner + code(" = 1") + mark("separate") + run("18") + mark("end")
    assert read(line(outer)) == ["18"]


def test_a_field_inside_a_result_is_printed() -> None:
    inner = mark("begin") + code("REF b") + mark("separate") + run("18") + mark("end")
    assert read(line(mark("begin"), code("REF a"), mark("separate"), inner, mark("end"), run("件"))) == ["18件"]


def test_a_field_that_never_ends_hides_nothing() -> None:
    assert read(line(mark("begin"), run("18")) + line(mark("end"), mark("separate"), run("9"))) == ["9"]
    assert read(line(mark("begin"), run("18")) + line(run("9"))) == ["18", "9"]


@pytest.mark.parametrize(
    ("chosen", "shown"), [('<w:result w:val="1"/>', "9"), ('<w:default w:val="1"/>', "9"), ("", "7")]
)
def test_a_drop_down_field_shows_what_was_chosen(chosen: str, shown: str) -> None:
    entries = '<w:listEntry w:val="7"/><w:listEntry w:val="9"/>'
    field = mark("begin", f"<w:ffData><w:ddList>{chosen}{entries}</w:ddList></w:ffData>") + code("FORMDROPDOWN")
    assert read(line(field, mark("end"))) == [shown]


def test_the_digits_of_a_symbol_font_are_digits() -> None:
    assert read(line(run("1"), '<w:r><w:sym w:font="Symbol" w:char="F032"/></w:r>')) == ["12"]
    assert read(line(run("1"), '<w:r><w:sym w:font="Wingdings" w:char="F032"/></w:r>')) == ["1"]


def test_a_fraction_is_not_one_figure() -> None:
    fraction = "<w:f><w:num><w:r><w:t>1</w:t></w:r></w:num><w:den><w:r><w:t>2</w:t></w:r></w:den></w:f>"
    assert read(line(f"<w:oMath>{fraction}</w:oMath>")) == ["1/2"]
