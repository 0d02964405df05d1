"""DOCX files give what their printed page shows: merged cells once, deleted text not at all."""

from __future__ import annotations

import pytest

from parsing.model import UnreadableError
from parsing.readers import docx as reader
from tests.readers.documents import WORD, docx, grids, lefts, paragraph, shape, word_cell, word_table, zipped


def read(body: str) -> list[str | list[list[str]]]:
    return shape(reader.read(docx(body)))


def run(text: str, look: str = "") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>"


def line(*content: str) -> str:
    return f"<w:p>{''.join(content)}</w:p>"


def test_paragraphs_and_tables_keep_their_order() -> None:
    body = paragraph("一、总体") + word_table(["规章", "3"], ["处罚", ""]) + paragraph("") + paragraph("二、其他")
    assert read(body) == ["一、总体", [["规章", "3"], ["处罚", ""]], "二、其他"]


def test_merged_cells_stand_once_at_their_true_column() -> None:
    body = word_table(
        [word_cell("办理", '<w:vMerge w:val="restart"/>'), word_cell("公开", '<w:gridSpan w:val="2"/>'), "1"],
        [word_cell("", "<w:vMerge/>"), "不公开", "秘密", "2"],
        [word_cell("", '<w:vMerge w:val="continue"/>'), word_cell("其他", '<w:gridSpan w:val="2"/>'), "3"],
        [word_cell("总计", '<w:gridSpan w:val="3"/>'), "6"],
    )
    (grid,) = grids(reader.read(docx(body)))
    assert [[cell.text for cell in row] for row in grid.rows] == [
        ["办理", "公开", "1"],
        ["不公开", "秘密", "2"],
        ["其他", "3"],
        ["总计", "6"],
    ]
    assert lefts(grid) == [[0, 1, 3], [1, 2, 3], [1, 3], [0, 3]]
    assert grid.rows[0][0].height == 3
    assert grid.rows[3][0].width == 3
    assert (grid.rows[2][1].place.row, grid.rows[2][1].place.column) == (3, 4)


def test_a_cell_that_continues_nothing_stands_for_itself() -> None:
    (grid,) = grids(reader.read(docx(word_table([word_cell("甲", "<w:vMerge/>"), "1"], ["乙", "2"]))))
    assert grid.rows[0][0].text == "甲"


def test_rows_that_begin_further_right_keep_their_columns() -> None:
    row = f"<w:tr><w:trPr><w:gridBefore w:val='2'/></w:trPr>{word_cell('甲')}{word_cell('1')}</w:tr>"
    (grid,) = grids(reader.read(docx(f"<w:tbl>{row}</w:tbl>")))
    assert lefts(grid) == [[2, 3]]


def test_tracked_changes_are_read_as_accepted() -> None:
    changed = line(
        run("共"),
        f"<w:del w:id='1'><w:r><w:delText>12</w:delText></w:r></w:del><w:ins w:id='2'>{run('15')}</w:ins>",
        f"<w:moveFrom w:id='3'>{run('旧')}</w:moveFrom><w:moveTo w:id='4'>{run('件')}</w:moveTo>",
    )
    deleted = f"<w:tr><w:trPr><w:del w:id='5'/></w:trPr>{word_cell('处罚')}{word_cell('9')}</w:tr>"
    kept = f"<w:tr>{word_cell('规章')}{word_cell('3')}</w:tr>"
    assert read(f"{changed}<w:tbl>{deleted}{kept}</w:tbl>") == ["共15件", [["规章", "3"]]]


def test_fields_show_their_result() -> None:
    simple = f"<w:fldSimple w:instr='PAGE'>{run('3')}</w:fldSimple>"
    marks = [f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>" for kind in ("begin", "separate", "end")]
    code = "<w:r><w:instrText>=SUM(ABOVE)</w:instrText></w:r>"
    assert read(line(simple) + line(marks[0], code, marks[1], run("18"), marks[2])) == ["3", "18"]


def test_content_controls_and_links_are_part_of_the_text() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('报告')}{word_table(['规章', '3'])}</w:sdtContent></w:sdt>"
    link = line("<w:bookmarkStart w:id='1'/>", f"<w:hyperlink>{run('网址')}</w:hyperlink>")
    cell = f"<w:sdt><w:sdtContent>{word_cell('处罚')}</w:sdtContent></w:sdt>{word_cell('4')}"
    assert read(f"{control}{link}<w:tbl><w:tr>{cell}</w:tr></w:tbl>") == [
        "报告",
        [["规章", "3"]],
        "网址",
        [["处罚", "4"]],
    ]


def test_a_text_box_stored_twice_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('公开日期')}</w:txbxContent>"
    drawing = (
        f"<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    assert read(line(run("正文"), f"<w:r>{drawing}</w:r>")) == ["正文", "公开日期"]


def test_characters_that_are_elements() -> None:
    pieces = (
        "<w:r><w:t>甲</w:t><w:tab/><w:t>1</w:t><w:noBreakHyphen/><w:t>2</w:t><w:softHyphen/><w:br/><w:t>乙</w:t></w:r>"
    )
    symbol = "<w:r><w:sym w:font='Symbol' w:char='0394'/><w:sym w:font='Wingdings' w:char='F0FE'/></w:r>"
    assert read(line(pieces) + line(symbol)) == ["甲 1-2", "乙", "Δ"]


@pytest.mark.parametrize(
    ("look", "printed"),
    [
        ("<w:vanish/>", "5"),
        ("<w:strike/>", "5"),
        ("<w:dstrike w:val='true'/>", "5"),
        ("<w:strike w:val='0'/>", "51"),
        ("<w:vertAlign w:val='superscript'/>", "5（1）"),
        ("<w:b/>", "51"),
    ],
)
def test_how_a_run_looks_tells_whether_it_counts(look: str, printed: str) -> None:
    assert read(line(run("5"), run("1", look))) == [printed]


FORM = word_table(*([f"行{row}", str(row), "0"] for row in range(6)))


def test_tables_that_arrange_the_page_are_walked_into() -> None:
    frame = f"<w:tc>{paragraph('三、申请')}{FORM}{paragraph('五、问题')}</w:tc>"
    assert read(word_table([word_cell("左栏"), frame])) == [
        "左栏",
        "三、申请",
        [[f"行{row}", str(row), "0"] for row in range(6)],
        "五、问题",
    ]


def test_a_small_table_inside_a_cell_is_part_of_the_cell() -> None:
    inner = f"<w:tc>{word_table(['1', '5'])}<w:p/></w:tc>"
    rows = read(word_table(*([f"行{row}", "0"] for row in range(8)), ["总计", inner]))[0]
    assert rows[-1] == ["总计", "1\n5"]


def test_paragraphs_of_a_cell_are_lines() -> None:
    cell = f"<w:tc>{paragraph('商业')}{paragraph('')}{paragraph('企业')}</w:tc>"
    assert read(word_table([cell, "1"])) == [[["商业\n企业", "1"]]]


def test_a_cell_that_shows_a_picture_is_not_blank() -> None:
    picture = "<w:tc><w:p><w:r><w:drawing/></w:r></w:p></w:tc>"
    assert read(word_table(["规章", picture, ""])) == [[["规章", "\ufffd", ""]]]


BOXED = "<w:tc><w:p><w:r><w:pict><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></w:pict></w:r></w:p></w:tc>"


def boxed(text: str) -> str:
    return BOXED.format(paragraph(text))


def test_a_number_in_a_text_box_of_an_empty_cell_may_be_the_page_number() -> None:
    assert read(word_table([boxed("规章"), boxed("4"), "7"])) == [[["规章", "\ufffd", "7"]]]
    assert read(word_table(["规章", boxed("4")])) == [[["规章", "\ufffd"]]]
    assert read(word_table(["规章", boxed("4"), "", boxed("7")])) == [[["规章", "\ufffd", "", "\ufffd"]]]


def test_figures_that_all_stand_in_text_boxes_are_the_row_s() -> None:
    twice = BOXED.format(paragraph("3") + paragraph("4"))
    assert read(word_table(["规章", boxed("4"), boxed("-7")])) == [[["规章", "4", "-7"]]]
    assert read(word_table(["规章", twice, boxed("7")])) == [[["规章", "\ufffd\n\ufffd", "\ufffd"]]]


def test_hidden_rows_are_left_out() -> None:
    rows = word_table(["规章", "3"], ["规章", "4"], ["许可", "5"])
    hidden = rows.replace("<w:tr>", "<w:tr><w:trPr><w:hidden/></w:trPr>", 1)
    shown = hidden.replace("<w:hidden/>", "<w:hidden w:val='0'/>")
    assert read(hidden) == [[["规章", "4"], ["许可", "5"]]]
    assert read(shown) == [[["规章", "3"], ["规章", "4"], ["许可", "5"]]]


def test_an_exponent_of_a_formula_is_no_digit() -> None:
    power = "<w:sSup><w:e><w:r><w:t>5</w:t></w:r></w:e><w:sup><w:r><w:t>2</w:t></w:r></w:sup></w:sSup>"
    assert read(line(f"<w:oMath>{power}</w:oMath>")) == ["5（2）"]


def test_the_strict_namespace_is_read_too() -> None:
    content = docx(word_table(["规章", "3"]))
    strict = WORD.replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/w"
    )
    main = f"<w:document {strict}><w:body>{word_table(['规章', '3'])}</w:body></w:document>"
    assert shape(reader.read(zipped({"word/document.xml": main}))) == shape(reader.read(content))


def test_the_title_property_is_in_the_head() -> None:
    core = '<c:p xmlns:c="urn:c" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title> 某局年报 </dc:title></c:p>'
    assert reader.read(docx(paragraph("1"), **{"docProps/core.xml": core})).head == {"title": "某局年报"}


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("<w:altChunk/>", "altChunk"),
        (line('<w:r><w:object><o:OLEObject xmlns:o="urn:o"/></w:object></w:r>'), "OLE"),
        (line('<w:r><w:drawing><a:graphicData xmlns:a="urn:a" uri="urn/diagram"/></w:drawing></w:r>'), "SmartArt"),
        (line('<w:r><w:drawing><a:graphicData xmlns:a="urn:a" uri="urn/chart"/></w:drawing></w:r>'), "chart"),
    ],
)
def test_embedded_content_is_named(part: str, kind: str) -> None:
    (problem,) = reader.read(docx(paragraph("报告") + part)).problems
    assert (problem.code, problem.values["parts"]) == ("parts-not-read", kind)


BILLION_LAUGHS = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><d>&b;</d>'


@pytest.mark.parametrize(
    "main", [BILLION_LAUGHS, "<w:document", "", f"<w:document {WORD}/>", "<a>" * 300 + "</a>" * 300, "\x00\x01"]
)
def test_hostile_parts_are_refused(main: str) -> None:
    with pytest.raises(UnreadableError) as error:
        reader.read(zipped({"word/document.xml": main}))
    assert error.value.problem.code == "file-damaged"


def test_outside_entities_are_not_fetched() -> None:
    main = f'<!DOCTYPE d [<!ENTITY f SYSTEM "file:///etc/hosts">]><w:document {WORD}><w:body>&f;</w:body></w:document>'
    with pytest.raises(UnreadableError):
        reader.read(zipped({"word/document.xml": main}))


def test_a_part_that_unpacks_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parsing.readers.packages.MAX_DOCX_PART_BYTES", 10_000)
    with pytest.raises(UnreadableError) as error:
        reader.read(docx(paragraph("0" * 20_000)))
    assert error.value.problem.code == "file-too-large"
