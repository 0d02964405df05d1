"""Texts that once took minutes: what a report prints too often or too long costs no more than its length."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from parsing import as_json, read_report
from parsing.limits import MAX_PRINTINGS, MAX_QUOTED
from parsing.model import Source
from tests.dataset.published import web_page

SECONDS = 6.0  # of processor time on a slow machine; most take a tenth of it
_ONES = "1" * 26
_NUMBERS = "一二三四五六七"


def _within(text: str) -> Callable[[], bytes]:
    """A sound report whose first section says that."""
    return lambda: web_page(text=text)


def _glued() -> bytes:
    """Table three with every row run together to the longest string that is taken apart."""
    rows = ("本年新收政府信息公开申请数量", "上年结转政府信息公开申请数量", "予以公开", "部分公开", "属于国家秘密")
    lines = "\n".join(f"{number}、{row} {_ONES}" for number, row in zip(_NUMBERS, rows, strict=False))
    return f"2023年政府信息公开工作年度报告\n三、收到和处理政府信息公开申请情况\n申请人情况 自然人\n{lines}".encode()


def _one_row() -> bytes:
    return ("三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量|" + "1|" * 990).encode()


COSTLY: dict[str, Callable[[], bytes]] = {
    "claims": _within("全年共收到政府信息公开申请12件。" * 10_000),
    "claims-in-one-sentence": _within("全年共收到政府信息公开申请12件，" * 20_000),
    "many-digits": _within(f"全年共收到政府信息公开申请{'9' * 100_000}件。"),
    "crosses": _within("X" * 100_000 + "○" * 100_000),
    "spaced-digits": _within("全年共收到" + "1 " * 100_000),
    "quotations": _within("《" * 100_000 + "12件。"),
    "shares": _within("".join(f"公开{n}件，占{n % 97}.{n % 7}%。" for n in range(8_000))),
    "label-and-figures": ("一、本年新收 " + "1 x" * 40_000 + " 12件").encode,
    "glued": _glued,
    "one-row": _one_row,
    "results": ("四、政府信息公开行政复议、行政诉讼情况\n" + "结果维持 结果纠正 " * 20_000 + "\n1 2 3").encode,
}


@pytest.mark.parametrize("name", COSTLY)
def test_a_costly_text_is_read_in_time(name: str) -> None:
    content = COSTLY[name]()
    start = time.process_time()
    as_json(read_report(Source(name, content)))
    assert time.process_time() - start < SECONDS


def test_a_collection_of_reports_is_no_report() -> None:
    table = "三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量|1|0|0|0|0|0|1\n"
    report = read_report(Source("many.txt", (table * (MAX_PRINTINGS + 1)).encode()))
    assert [problem.code for problem in report.problems] == ["file-beyond-limits"]


def test_what_is_quoted_stays_short() -> None:
    cell = "见附件" * 1000
    report = read_report(Source("long.html", web_page(received=cell)))
    quoted = [text for each in report.problems for text in (each.excerpt, *map(str, each.values.values()))]
    assert max(map(len, quoted)) == MAX_QUOTED
