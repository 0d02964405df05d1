"""Small texts read as reports, and what was read from them."""

from __future__ import annotations

from parsing import Report, Source, read_report

TABLE = "第二十条第（五）项\n信息内容\n本年处理决定数量\n行政许可\n1\n"


def read(text: str) -> Report:
    return read_report(Source("report.txt", text.encode()))


def read_with_table(text: str) -> Report:
    """A text that is a report, whatever else it says."""
    return read(f"{text}\n{TABLE}")


def agency(text: str) -> str | None:
    found = read_with_table(text).agency
    return found.name if found else None


def codes(report: Report, table: str | None = None) -> list[str]:
    return [problem.code for problem in report.problems if table is None or problem.table == table]


def value(report: Report, cell: str) -> object:
    return report.figures[cell].value
