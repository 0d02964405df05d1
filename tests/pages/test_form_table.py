from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from pages.shell import form_table
from pages.shell.form_table import Content, Mark
from pages.shell.markup import element
from pages.shell.style import palette
from pages.shell.words import sentences
from parsing import form

LIGHT = palette("light")
ROW_HEADS = {f"{row.numbering}{row.label}" for _, row in form.all_rows()}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("table", "edition"), form.TABLES)
def test_every_cell_of_the_form_stands_in_its_table_once(table: str, edition: str, language: str) -> None:
    cells = form.TABLES[table, edition].cells
    content = Content(figures=dict.fromkeys(cells, 1), states={}, door=lambda cell: f"?cell={cell}")
    drawn = form_table.whole(table, edition, content, sentences(language), LIGHT)
    assert re.findall(r'href="\?cell=([^"]+)"', drawn) == list(cells)


@pytest.mark.parametrize(("table", "edition"), form.TABLES)
def test_every_line_of_a_table_is_equally_wide(table: str, edition: str) -> None:
    drawn = form_table.whole(table, edition, Content(figures={}, states={}), sentences("zh"), LIGHT)
    found = widths(re.findall(r"<tr>(.*?)</tr>", drawn))
    assert set(found) == {max(found)}


def widths(lines: list[str]) -> list[int]:
    """The width of each line in columns, with the cells that reach into it from above."""
    reaching: list[tuple[int, int]] = []
    found = []
    for line in lines:
        width = sum(columns for columns, _ in reaching)
        reaching = [(columns, left - 1) for columns, left in reaching if left > 1]
        for attributes in re.findall(r"<t[hd]([^>]*)>", line):
            columns, rows = (number(attributes, name) for name in ("colspan", "rowspan"))
            width += columns
            if rows > 1:
                reaching.append((columns, rows - 1))
        found.append(width)
    return found


def number(attributes: str, name: str) -> int:
    found = re.search(rf'{name}="(\d+)"', attributes)
    return int(found[1]) if found else 1


def test_each_state_without_a_figure_looks_different() -> None:
    word = sentences("zh")
    without = [state for state in form_table.SHOWN_STATES if state != "derived"]
    assert len({word(f"form.sign.{state}") for state in without}) == len(without)


def test_only_the_rows_and_columns_of_the_cells_are_cut_out() -> None:
    cells = ("applications.new_received.business", "applications.carried_in.business")
    content = Content(figures=dict.fromkeys(cells, 5), states={}, marks={cells[0]: Mark("inconsistent", "相差 5")})
    drawn = form_table.cut_out(cells, content, sentences("zh"), LIGHT)
    assert drawn.count("<td") == 2
    assert drawn.count('title="相差 5"') == 1
    assert "商业企业" in drawn
    assert "自然人" not in drawn


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_wide_row_is_cut_out_turned(language: str) -> None:
    row = form.TABLES["applications", "2021"].rows[0]
    cells = [form.cell_id("applications", row.id, column.id) for column in row.columns]
    content = Content(figures=dict(zip(cells, range(len(cells)), strict=True)), states={}, marks={})
    drawn = form_table.cut_out(cells, content, sentences("zh" if language == "zh" else "en"), LIGHT)
    assert re.findall(r"<td[^>]*><span>(\d)</span></td>", drawn) == [str(number) for number in range(len(cells))]
    assert set(widths(re.findall(r"<tr>(.*?)</tr>", drawn))) == {2}


@pytest.mark.parametrize(("table", "edition"), form.TABLES)
def test_every_figure_of_a_cut_out_stands_under_its_own_head(table: str, edition: str) -> None:
    cells = form.TABLES[table, edition].cells
    assert placed(cells) == {cell: heads(cell) for cell in cells}


def test_the_licences_of_table_2_are_not_cut_out_as_documents_issued() -> None:
    cells = form.TABLES["proactive", "2021"].cells
    content = Content(figures=dict(zip(cells, range(1, 11), strict=True)), states={})
    drawn = form_table.cut_out(cells, content, sentences("zh"), LIGHT)
    tables = [re.findall(r">([^<>]+)</", table) for table in re.findall(r"<table.*?</table>", drawn)]
    assert tables == [
        ["本年制发件数", "本年废止件数", "现行有效件数", "规章", "1", "2", "3", "行政规范性文件", "4", "5", "6"],
        ["本年处理决定数量", "行政许可", "7", "行政处罚", "8", "行政强制", "9"],
        ["本年收费金额（万元）", "行政事业性收费", "10"],
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_cells_of_several_tables_are_cut_out_one_table_after_the_other(language: str) -> None:
    cells = [
        "remedies.administrative_review.other",
        "applications.new_received.total",
        "proactive.licensing.decisions",
        "applications.carried_in.business",
        "remedies.administrative_review.total",
    ]
    own = ["applications.new_received.business", "applications.carried_in.total"]
    assert placed(cells) == {cell: heads(cell) for cell in [*cells, *own]}
    word = sentences("zh" if language == "zh" else "en")
    drawn = form_table.cut_out(cells, Content(figures={}, states={}), word, LIGHT)
    told = ["表四", "表三", "表二"]
    if language == "en":
        told = ["Table 4, reviews and lawsuits", "Table 3, applications", "Table 2, proactive disclosure"]
    assert re.findall(r"<tr><th>([^<]+)</th>", drawn) == told


def placed(cells: Sequence[str]) -> dict[str, tuple[str, str]]:
    """The heads of row and column of each cell of a cut-out, read off what is drawn."""
    content = Content(figures={}, states={}, door=lambda cell: f"?cell={cell}")
    drawn = form_table.cut_out(cells, content, sentences("zh"), LIGHT)
    found: dict[str, tuple[str, str]] = {}
    for table in re.findall(r"<table[^>]*>(.*?)</table>", drawn):
        head, *lines = (re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", line) for line in re.findall(r"<tr>(.*?)</tr>", table))
        is_turned = head[1] in ROW_HEADS
        for line in (line for line in lines if len(line) > 1):  # a head alone is that of a group
            for across, cell in zip(head[1:], line[1:], strict=True):
                name = cell.partition("?cell=")[2].partition('"')[0]
                found[name] = (across, line[0]) if is_turned else (line[0], across)
    return found


def heads(cell: str) -> tuple[str, str]:
    """What the form prints at the row and above the column of a cell."""
    _, row, column = form.describe(cell)
    return f"{row.numbering}{row.label}", f"{column.label}（{column.unit}）" if column.unit else column.label


def test_rows_that_are_numbered_within_groups_are_cut_out_below_their_group() -> None:
    cells = [
        form.cell_id("applications", row, "total")
        for row in ("granted", "denied_state_secret", "denied_other_law", "unable_not_held", "total_processed")
    ]
    drawn = form_table.cut_out(cells, Content(figures=dict.fromkeys(cells, 1), states={}), sentences("zh"), LIGHT)
    heads = re.findall(r'<th class="gk-row"[^>]*>([^<]+)', drawn)
    assert [head[:5] for head in heads] == [
        "（一）予以",
        "（三）不予",
        "1.属于国",
        "2.其他法",
        "（四）无法",
        "1.本机关",
        "（七）总计",
    ]


def test_text_from_a_report_cannot_become_markup() -> None:
    assert element("td", "<b>&", attributes={"title": '"><script>'}).source == (
        '<td title="&quot;&gt;&lt;script&gt;">&lt;b&gt;&amp;</td>'
    )
