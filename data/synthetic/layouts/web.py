"""Reports as web pages, from a clean page to what a word processor leaves in a content management system."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape
from typing import Final

from data.synthetic.draft import Draft
from data.synthetic.layouts.blocks import Line, Role, Table, blocks
from data.synthetic.layouts.sheet import Box, Sheet, cut, merged

_SetTable = Callable[[Table], Iterator[str]]
_SetLine = Callable[[Line], str]

_ROWS_BEFORE_CUT: Final = 14  # in the middle of （三）不予公开
_RUN: Final = 3  # characters in each of the spans that a word processor cuts a label into


# ---- Layouts --------------------------------------------------------------------------------------------------------


def clean(draft: Draft) -> bytes:
    """Valid HTML with row and column spans and the metadata that the national standard asks for."""
    metas = {
        "SiteName": f"{draft.organ.name}网站",
        "SiteIDCode": draft.organ.site_code,
        "ArticleTitle": draft.title,
        "PubDate": f"{draft.published} 09:30",
        "ContentSource": draft.organ.name,
    }
    head = "".join(f'<meta name="{name}" content="{escape(content)}">\n' for name, content in metas.items())
    return _page(draft, head, _article(draft, _plain_line, _whole(_plain_cell)))


def split(draft: Draft) -> bytes:
    """Table three cut in two tables by the site's editor, its group labels repeated."""

    def tables(table: Table) -> Iterator[str]:
        halves = (
            cut(table.sheet, _ROWS_BEFORE_CUT, repeat_labels=True) if table.id == "applications" else (table.sheet,)
        )
        for sheet in halves:
            yield _table(sheet, _plain_cell)

    return _page(draft, "", f"{_dateline(draft)}\n{_article(draft, _plain_line, tables)}")


def shifted(draft: Draft) -> bytes:
    """Heads of table two that span other columns of the grid than the figures below them."""

    def tables(table: Table) -> Iterator[str]:
        sheet = tuple(_shift(row) for row in table.sheet) if table.id == "proactive" else table.sheet
        yield _table(sheet, _plain_cell)

    return _page(draft, "", f"{_dateline(draft)}\n{_article(draft, _plain_line, tables)}")


def from_word(draft: Draft) -> bytes:
    """A word processor's page: every text cut into spans, blank paragraphs within cells, styles everywhere."""
    return _page(draft, "", f"{_dateline(draft)}\n{_article(draft, _word_line, _whole(_word_cell))}")


def managed(draft: Draft) -> bytes:
    """A page in GBK that calls itself GB2312: navigation, a table of metadata, a foot, and no row spans."""
    head = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">\n'
    body = "\n".join((_navigation(draft), _metadata(draft), _article(draft, _plain_line, _unspanned), _foot(draft)))
    return _page(draft, head, body, encoding="gb18030")


# ---- Pages ----------------------------------------------------------------------------------------------------------


def _page(draft: Draft, head: str, body: str, *, encoding: str = "utf-8") -> bytes:
    charset = '<meta charset="utf-8">\n' if encoding == "utf-8" else ""
    text = (
        f'<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n{charset}{head}<title>{escape(draft.title)}</title>\n</head>\n'
        f"<body>\n{body}\n</body>\n</html>\n"
    )
    return text.encode(encoding)


def _article(draft: Draft, set_line: _SetLine, set_table: _SetTable) -> str:
    return "\n".join(piece for block in blocks(draft) for piece in _set(block, set_line, set_table))


def _set(block: Line | Table, set_line: _SetLine, set_table: _SetTable) -> Iterator[str]:
    if isinstance(block, Table):
        yield from set_table(block)
    else:
        yield set_line(block)


def _dateline(draft: Draft) -> str:
    return f'<div class="info">发布时间：{draft.published} 来源：{draft.organ.name} 字号：[大 中 小]</div>'


def _navigation(draft: Draft) -> str:
    steps = ("首页", "政务公开", "政府信息公开年报", str(draft.fiscal_year))
    links = " &gt; ".join(f'<a href="#">{step}</a>' for step in steps)
    return f'<ul class="menu"><li>政务公开</li><li>办事服务</li><li>互动交流</li></ul>\n<div>当前位置：{links}</div>'


def _metadata(draft: Draft) -> str:
    """The table above an article. Its brackets around the year are in GBK but not in GB2312."""
    published, number = draft.published, draft.organ.number
    entries = {
        "索引号：": f"{draft.organ.site_code}/{published.year}-{number:05d}",
        "发布机构：": draft.organ.name,
        "发布日期：": f"{published}",
        "文号：": f"演示﹝{published.year}﹞{number}号",
    }
    cells = [f"<td><b>{name}</b></td><td>{content}</td>" for name, content in entries.items()]
    return f'<table class="meta">\n<tr>{"".join(cells[:2])}</tr>\n<tr>{"".join(cells[2:])}</tr>\n</table>'


def _foot(draft: Draft) -> str:
    return (
        f'<div class="foot">主办单位：{draft.organ.name}<br>网站标识码：{draft.organ.site_code}<br>'
        "本站为演示站点，内容均为合成数据</div>"
    )


# ---- Lines and cells ------------------------------------------------------------------------------------------------


def _plain_line(line: Line) -> str:
    tags = {Role.TITLE: "h1", Role.HEADING: "h2"}
    tag = tags.get(line.role, "p")
    return f"<{tag}>{escape(line.text)}</{tag}>"


def _word_line(line: Line) -> str:
    align = "center" if line.role is Role.TITLE else "justify"
    return f'<p style="text-align:{align};line-height:2">{_runs(line.text, 12)}</p>'


def _plain_cell(box: Box) -> str:
    return escape(box.text)


def _word_cell(box: Box) -> str:
    """A figure behind a no-break space, a label in pieces below a blank paragraph."""
    if box.figure:
        return f'<p align="center"><span lang="EN-US">&nbsp;{escape(box.text)}<o:p></o:p></span></p>'
    return f'<p class="MsoNormal"><span><o:p>&nbsp;</o:p></span></p><p class="MsoNormal">{_runs(box.text, _RUN)}</p>'


def _runs(text: str, length: int) -> str:
    pieces = (text[start : start + length] for start in range(0, len(text), length))
    return "".join(f'<span style="font-family:仿宋">{escape(piece)}</span>' for piece in pieces)


# ---- Tables ---------------------------------------------------------------------------------------------------------


def _whole(set_cell: Callable[[Box], str]) -> _SetTable:
    def tables(table: Table) -> Iterator[str]:
        yield _table(table.sheet, set_cell)

    return tables


def _table(sheet: Sheet, set_cell: Callable[[Box], str]) -> str:
    rows = "\n".join(f"<tr>{''.join(_cell(box, set_cell) for box in row)}</tr>" for row in sheet)
    return f'<table border="1" cellspacing="0">\n<tbody>\n{rows}\n</tbody>\n</table>'


def _cell(box: Box, set_cell: Callable[[Box], str]) -> str:
    spans = f' colspan="{box.width}"' if box.width > 1 else ""
    spans += f' rowspan="{box.height}"' if box.height > 1 else ""
    return f"<td{spans}>{set_cell(box)}</td>"


def _unspanned(table: Table) -> Iterator[str]:
    """Without row spans: where a box reaches down, the rows below have an empty cell."""
    sheet = tuple(
        tuple(replace(box, height=1, text=box.text if begins else "") for box, begins in row)
        for row in merged(table.sheet)
    )
    yield _table(sheet, _plain_cell)


def _shift(row: tuple[Box, ...]) -> tuple[Box, ...]:
    """A row of table two on a grid of five columns; heads and figures share them out differently."""
    figures = any(box.figure for box in row)
    widths = {1: (5,), 2: (1, 4), 3: (1, 2, 2), 4: (1, 2, 1, 1) if figures else (1, 1, 2, 1)}
    if len(row) not in widths:
        return row
    return tuple(replace(box, width=width) for box, width in zip(row, widths[len(row)], strict=True))
