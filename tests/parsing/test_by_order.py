"""Labels and figures on lines of their own: read where all rows together leave no doubt, else left empty."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from parsing import Report, Source, form, read_report
from tests.parsing.mutations import MUTATIONS

ROWS = form.TABLES["applications", "2021"].rows
HEAD = (
    "三、收到和处理政府信息公开申请情况\n自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n"
)


def figures(number: int) -> str:
    """Seven figures that are those of one row alone."""
    return " ".join(str(100 * number + 100 + column) for column in range(1, 8))


def below(*, without: frozenset[int] = frozenset(), twice: frozenset[int] = frozenset()) -> Iterator[str]:
    """The figures of each row, and its label below them."""
    for number, row in enumerate(ROWS):
        yield from [figures(number)] * (0 if number in without else 2 if number in twice else 1)
        yield "".join((*row.groups[-1:], row.label))


def around() -> Iterator[str]:
    """The figures of each row between the two halves of its label, parts of groups among them."""
    for number, row in enumerate(ROWS):
        half = len(row.label) // 2
        yield from (row.label[:half], figures(number), row.label[half:], *("（六）其",) * (number == 20))


def read(lines: Iterator[str]) -> Report:
    return read_report(Source("report.txt", (HEAD + "\n".join(lines) + "\n四、结果\n").encode()))


def values(report: Report) -> list[list[object]]:
    cells = form.TABLES["applications", "2021"].cells
    found: list[object] = [report.figures[cell].value if cell in report.figures else None for cell in cells]
    return [found[start : start + 7] for start in range(0, len(found), 7)]


PRINTED = [[100 * number + 100 + column for column in range(1, 8)] for number in range(len(ROWS))]


@pytest.mark.parametrize("lines", [below, around])
def test_labels_on_the_same_side_of_their_figures_are_read_in_the_order_of_the_form(
    lines: Callable[[], Iterator[str]],
) -> None:
    report = read(lines())
    assert values(report) == PRINTED
    assert "row-restored" in [problem.code for problem in report.problems]


@pytest.mark.parametrize("lost", [0, 7, 24])
def test_a_row_of_figures_that_is_lost_leaves_all_rows_in_doubt(lost: int) -> None:
    found = values(read(below(without=frozenset({lost}))))
    assert all(row in ([None] * 7, printed) for row, printed in zip(found, PRINTED, strict=True))


@pytest.mark.parametrize(("lost", "again"), [(3, 9), (15, 4), (1, 24)])
def test_a_row_lost_and_another_printed_twice_do_not_make_up_for_each_other(lost: int, again: int) -> None:
    found = values(read(below(without=frozenset({lost}), twice=frozenset({again}))))
    assert all(row in ([None] * 7, printed) for row, printed in zip(found, PRINTED, strict=True))


@pytest.mark.parametrize("damage", ["drop", "repeat", "swap", "blank", "split", "lone-number", "cut", "lose-start"])
@pytest.mark.parametrize("lines", [below, around])
def test_damage_to_any_line_gives_no_row_the_figures_of_another(
    lines: Callable[[], Iterator[str]], damage: str
) -> None:
    printed = list(lines())
    for at in range(len(printed) - 1):
        found = values(read(iter(MUTATIONS[damage](printed, at))))
        wrong = [(row, whole) for row, whole in zip(found, PRINTED, strict=True) if row not in ([None] * 7, whole)]
        assert wrong == [], at


def test_figures_between_two_labels_of_which_one_has_none_are_of_neither() -> None:
    lines = (
        "1.信访举报投诉类申请 1 0 0 0 0 0 1",
        "2.重复申请",
        "3 0 0 0 0 0 3",
        "3.要求提供公开出版物",
        "（六）其他处理",
    )
    report = read(iter(lines))
    assert report.figures["applications.unprocessed_petition.total"].value == 1
    assert report.figures["applications.unprocessed_repeat.total"].value is None
    assert report.figures["applications.unprocessed_publication.total"].value is None


def test_a_line_printed_twice_does_not_fill_the_place_of_one_that_is_lost() -> None:
    again = "3 0 0 0 0 0 3"
    lines = ("1.信访举报投诉类申请", again, again, "2.重复申请", "3.要求提供公开出版物 1 0 0 0 0 0 1")
    report = read(iter(("3.补正后申请内容仍不明确 2 0 0 0 0 0 2", *lines)))
    assert report.figures["applications.unprocessed_repeat.total"].value is None
    assert report.figures["applications.unprocessed_publication.total"].value == 1
