"""Blank cells in rows of the form: told as blank, and no place for a part of the figure beside them."""

from __future__ import annotations

from parsing import Report, Source, read_report
from parsing.model import State

HEADS = ("信息内容", "本年制发件数", "本年废止件数", "现行有效件数")


def read(text: str) -> Report:
    return read_report(Source("report", text.encode()))


def states(report: Report, row: str) -> list[State]:
    return [report.figures[f"proactive.{row}.{column}"].state for column in ("issued", "repealed", "in_force")]


def markup(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<td>{text}</td>" for text in row) for row in (("第二十条第（一）项",), HEADS, *rows))
    return f"<html><body><table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table></body></html>"


def test_a_row_of_bars_with_nothing_but_its_label_is_blank() -> None:
    rows = (("第二十条第（一）项", "", "", ""), HEADS, ("规章", "", "", ""), ("行政规范性文件", "5", "1", "25"))
    report = read("\n".join(f"| {' | '.join(row)} |" for row in rows))
    assert states(report, "regulations") == [State.BLANK] * 3
    assert states(report, "normative_documents") == [State.PRINTED] * 3


def test_digits_spaced_by_thousands_are_one_figure_only_where_no_cell_of_the_row_is_blank() -> None:
    whole = read(markup(("规章", "0", "0", "0"), ("行政规范性文件", "12 345", "1", "7")))
    assert whole.figures["proactive.normative_documents.issued"].value == 12345
    blank = read(markup(("规章", "0", "0", "0"), ("行政规范性文件", "12 345", "", "7")))
    assert states(blank, "normative_documents") == [State.UNREADABLE, State.BLANK, State.PRINTED]
