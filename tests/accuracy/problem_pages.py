"""The page docs/problems.md: everything that can be told of a report, with an example of each.

After a change of the catalogue or of an example::

    uv run python -m tests.accuracy.problem_pages
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Final

from parsing import catalogue
from parsing.catalogue import Group, Kind, Severity
from tests.accuracy.examples import EXAMPLES, told_by

PAGE: Final = Path(__file__).parents[2] / "docs" / "problems.md"
_HEAD: Final = """\
# 问题与发现 · Problems and findings

<!-- Made by `uv run python -m tests.accuracy.problem_pages` from parsing/catalogue and tests/accuracy/examples.py. -->

读取一份报告时可能出现的全部情况。**问题**指文件或表格不合规范，或者读不出来，有关各格因此可能留空；**发现**指数字已经读出，
但与法定格式、正文、其他年度或其他报告不一致。数字本身从不改动。每种情况附一个例子：原文怎样印，就会提示什么。

Everything that can be told of a report. A **problem** says that a file or table is malformed or could not be read, so
that figures may be missing; a **finding** says that figures which were read contradict the form, the text, another year
or another report. Figures are never changed. Each kind comes with an example: what is printed, and what is said of it.
Most examples are a sound report (`tests/accuracy/example_report.txt`) with the lines shown here printed otherwise.
Where a kind takes more than one report, its wording stands as it is declared, with the places to be filled in braces.

| | | |
| --- | --- | --- |
"""
_SEVERITIES: Final = {
    Severity.UNREADABLE: ("无法读取", "nothing could be taken from the file"),
    Severity.MALFORMED: ("表格异常", "the shape is not the form's; cells may stay empty"),
    Severity.INCONSISTENT: ("数据不一致", "read, and contradicts itself, the text or another report"),
    Severity.NOTABLE: ("值得关注", "allowed, worth a look"),
    Severity.NOTE: ("说明", "what was assumed or repaired while reading"),
}
_GROUPS: Final = {
    Group.FILE: "文件 · Files",
    Group.REPORT: "报告 · Reports",
    Group.TABLE: "表格 · Tables",
    Group.CELLS: "单元格 · Cells",
    Group.ARITHMETIC: "勾稽关系 · The form's arithmetic",
    Group.EDITION: "格式版本 · Editions",
    Group.NARRATIVE: "文字与表格 · Text against table",
    Group.YEARS: "年度之间 · From year to year",
    Group.DATES: "日期 · Dates",
    Group.TEXT: "文字质量 · Quality of the text",
    Group.ROLLUP: "汇总 · Roll-up",
}


def page() -> str:
    """The whole page."""
    severities = "".join(
        f"| `{severity}` | {chinese} | {english} |\n" for severity, (chinese, english) in _SEVERITIES.items()
    )
    return _HEAD + severities + "".join(_sections())


def _sections() -> Iterator[str]:
    for title, kinds in (("问题 · Problems", catalogue.PROBLEMS), ("发现 · Findings", catalogue.FINDINGS)):
        yield f"\n## {title}\n"
        order = list(Group)
        for group, found in groupby(sorted(kinds, key=lambda kind: order.index(kind.group)), lambda kind: kind.group):
            yield f"\n### {_GROUPS[group]}\n"
            yield from map(_kind, found)


def _kind(kind: Kind) -> str:
    """One kind: its name and severity, its example, what is said of it and advised in both languages."""
    severity = f"`{kind.code}` · {_SEVERITIES[kind.severity][0]} · {kind.severity}"
    chinese, english = _said(kind)
    said = f"- {chinese}*{kind.zh.advice}*\n- {english} *{kind.en.advice}*"
    parts = (f"#### {kind.zh.title} · {kind.en.title}", severity, _printed(kind), said)
    return "".join(f"\n{part}\n" for part in parts if part)


def _said(kind: Kind) -> tuple[str, str]:
    """What is said of the example; the bare wording where a kind takes more than one document."""
    told = told_by(kind.code)
    if told is None:
        return kind.zh.message, kind.en.message
    return catalogue.message(told, "zh"), catalogue.message(told, "en")


def _printed(kind: Kind) -> str:
    """What the example prints."""
    printed = EXAMPLES[kind.code].printed if kind.code in EXAMPLES else ""
    return f"```text\n{printed.strip()}\n```" if printed else ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
