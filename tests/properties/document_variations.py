"""Documents around the tables: two reports, other years beside, tables nested in layout, other kinds of pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from html import escape

from data.synthetic.draft import Draft
from data.synthetic.layouts.blocks import Table, blocks
from data.synthetic.layouts.sheet import Box, spread
from tests.properties.filled_reports import drawn, filled
from tests.properties.realistic import markup, page, text

# ---- Several reports or years in one file ---------------------------------------------------------------------------


def two_reports_in_one_file(report: Draft) -> bytes:
    return f"<html><body>{_body(page(report, _plain))}{_body(page(_other(report), _plain))}</body></html>".encode()


def last_years_report_before(report: Draft) -> bytes:
    return f"<html><body>{_body(page(_other(report), _plain))}{_body(page(report, _plain))}</body></html>".encode()


def last_years_tables_behind_each(report: Draft) -> bytes:
    """Below each table stands last year's, for comparison."""
    other = {block.id: block for block in blocks(_other(report)) if isinstance(block, Table)}
    return page(report, lambda table: f"{_plain(table)}<p>附：上一年度同表</p>{_plain(other[table.id])}")


def last_years_tables_before_each(report: Draft) -> bytes:
    other = {block.id: block for block in blocks(_other(report)) if isinstance(block, Table)}
    return page(report, lambda table: f"<p>上一年度</p>{_plain(other[table.id])}<p>本年度</p>{_plain(table)}")


def last_years_columns_beside_table_three(report: Draft) -> bytes:
    """Table three with seven columns of this year and seven of last year."""

    def set_table(table: Table) -> str:
        if table.id != "applications":
            return _plain(table)
        heads = (
            (replace(table.sheet[0][0], height=4), Box("本年", 7), Box("上年", 7)),
            (Box("申请人情况", 7), Box("申请人情况", 7)),
            (*table.sheet[1], *table.sheet[1]),
            (*table.sheet[2], *table.sheet[2]),
        )
        rows = ((*row, *(Box("5", figure=True) for _ in range(7))) for row in table.sheet[3:])
        return markup((*heads, *rows))

    return page(report, set_table)


def quarters(report: Draft) -> bytes:
    """A table by quarter in the narrative names rows of the form."""
    rows = "".join(
        f"<tr><td>{name}</td>{''.join(f'<td>{number}</td>' for number in range(3, 8))}</tr>"
        for name in ("行政许可", "行政处罚", "行政强制")
    )
    heads = "".join(f"<td>{head}</td>" for head in ("事项", "一季度", "二季度", "三季度", "四季度", "合计"))
    return page(report, _plain).replace(b"</p>", f"</p><table><tr>{heads}</tr>{rows}</table>".encode(), 1)


def counts_in_the_narrative_table(report: Draft) -> bytes:
    """A table of posts by kind in the narrative, with 规章 and 行政处罚 among them."""
    rows = "".join(f"<tr><td>{name}</td><td>9</td></tr>" for name in ("规章", "行政规范性文件", "行政处罚", "其他"))
    table = f"<table><tr><td>公开内容</td><td>条数</td></tr>{rows}</table>"
    return page(report, _plain).replace(b"</p>", f"</p>{table}".encode(), 1)


def counts_behind_the_tables(report: Draft) -> bytes:
    rows = "".join(f"<tr><td>{name}</td><td>9</td></tr>" for name in ("行政许可", "行政处罚", "行政强制"))
    table = f"<table><tr><td>信息内容</td><td>公开条数</td></tr>{rows}</table>"
    return page(report, _plain).replace("<h2>五、".encode(), f"{table}<h2>五、".encode(), 1)


def organs_of_a_county(report: Draft) -> bytes:
    """Behind the report's own table three stand those of two townships."""
    other = _other(report)

    def set_table(table: Table) -> str:
        if table.id != "applications":
            return _plain(table)
        below = next(block for block in blocks(other) if isinstance(block, Table) and block.id == "applications")
        return f"{_plain(table)}<p>（甲镇）</p>{_plain(below)}<p>（乙镇）</p>{_plain(below)}"

    return page(report, set_table)


# ---- Pages ----------------------------------------------------------------------------------------------------------


def nested_in_layout_tables(report: Draft) -> bytes:
    """Every table stands in a cell of a layout table with a picture beside it."""

    def set_table(table: Table) -> str:
        inner = f"<table><tr><td>{_plain(table)}</td></tr></table>"
        return f'<table><tr><td><img alt="图 2"></td><td>{inner}</td></tr></table>'

    return page(report, set_table)


def whole_article_in_a_table(report: Draft) -> bytes:
    return f"<html><body><table><tr><td>{_body(page(report, _plain))}</td></tr></table></body></html>".encode()


def lines_of_the_article_as_rows(report: Draft) -> bytes:
    """Every line of the article is a row of one large table, the form's tables nested in it."""

    def parts() -> Iterator[str]:
        for block in blocks(report):
            yield f"<tr><td>{_plain(block) if isinstance(block, Table) else escape(block.text)}</td></tr>"

    return f"<html><body><table>{''.join(parts())}</table></body></html>".encode()


def boxes_instead_of_tables(report: Draft) -> bytes:
    """Every cell is a division, as pages for telephones are made."""

    def set_table(table: Table) -> str:
        rows = ("".join(f"<div>{escape(box.text)}</div>" for box in row) for row in table.sheet)
        return "".join(f'<div class="row">{row}</div>' for row in rows)

    return page(report, set_table)


def spans_instead_of_tables(report: Draft) -> bytes:
    def set_table(table: Table) -> str:
        rows = (" ".join(f"<span>{escape(box.text)}</span>" for box in row) for row in table.sheet)
        return "".join(f"<div>{row}</div>" for row in rows)

    return page(report, set_table)


def preformatted(report: Draft) -> bytes:
    rows = text(
        report, lambda table: ("\t".join(box.text if box else "" for box in row) for row in spread(table.sheet))
    )
    return f"<html><body><pre>{escape(rows.decode())}</pre></body></html>".encode()


def unclosed_tags(report: Draft) -> bytes:
    return page(report, lambda table: _plain(table).replace("</td>", "").replace("</tr>", ""))


def page_saved_as_a_script(report: Draft) -> bytes:
    """The article stands in a script as a JSON string."""
    article = json.dumps({"content": _body(page(report, _plain))}, ensure_ascii=False)
    return f"<html><body><script>var data = {article};</script></body></html>".encode()


def totals_as_table_feet(report: Draft) -> bytes:
    """The rows （七）总计 and 四、结转 stand in the foot of the table, which is written before its body."""

    def set_table(table: Table) -> str:
        if table.id != "applications":
            return _plain(table)
        rows = _plain(table).removeprefix("<table>").removesuffix("</table>").split("<tr>")[1:]
        head, body, foot = ("".join(f"<tr>{row}" for row in part) for part in (rows[:3], rows[3:-2], rows[-2:]))
        return f"<table><thead>{head}</thead><tfoot>{foot}</tfoot><tbody>{body}</tbody></table>"

    return page(report, set_table)


def sections_swapped(report: Draft) -> bytes:
    """Table four stands before table three."""
    whole = _body(page(report, _plain))
    start, middle, end = (whole.index(f"<h2>{ordinal}、") for ordinal in "三四五")
    return f"<html><body>{whole[:start]}{whole[middle:end]}{whole[start:middle]}{whole[end:]}</body></html>".encode()


# ---- Carried as data ------------------------------------------------------------------------------------------------


def in_a_string_of_a_script(report: Draft) -> bytes:
    """A script writes the article into the page."""
    article = json.dumps(_body(page(report, _plain))).replace("</", "<\\/")
    return f'<html><body><div id="c"></div><script>$("#c").html({article});</script></body></html>'.encode()


def in_a_hidden_field(report: Draft) -> bytes:
    article = escape(_body(page(report, _plain)))
    return f'<html><body><textarea style="display:none">{article}</textarea></body></html>'.encode()


def two_articles_in_strings(report: Draft) -> bytes:
    """A script holds this year's article and last year's, to show one of them."""
    articles = json.dumps([_body(page(shown, _plain)) for shown in (report, _other(report))])
    return f"<html><body><script>show({articles}, 0)</script></body></html>".encode()


# ---- Small steps ----------------------------------------------------------------------------------------------------


def _other(report: Draft) -> Draft:
    """A report on the same form with other figures."""
    edition = next(iter(report.tables.values())).edition
    return replace(filled(edition, drawn(77)), organ=report.organ)


def _body(content: bytes) -> str:
    return content.decode().split("<body>")[1].split("</body>")[0]


def _plain(table: Table) -> str:
    return markup(table.sheet)
