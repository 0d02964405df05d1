"""What is printed in a cell, and the figure it gives."""

from __future__ import annotations

from decimal import Decimal

import pytest

from parsing import form
from parsing.form import Kind
from parsing.model import State
from parsing.tables.numbers import Read, looks_like_figure, read_figure

COUNT = form.Column(id="c", label="数量", english="Count")
CHANGE = form.Column(id="d", label="增减", english="Change", kind=Kind.CHANGE)
YUAN = form.Column(id="y", label="采购总金额", english="Amount", kind=Kind.AMOUNT, unit="元")
WAN = form.Column(id="w", label="本年收费金额", english="Fees", kind=Kind.AMOUNT, unit="万元")


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("0", 0),
        (" 12 ", 12),
        ("1,234", 1234),
        ("１２３", 123),
        ("374件", 374),
        ("零", 0),
        ("〇", 0),
        ("\u00a07\u00a0", 7),
        ("11398889", 11398889),
    ],
)
def test_a_count_is_read(printed: str, value: int) -> None:
    assert read_figure(printed, COUNT) == Read(State.PRINTED, value)


@pytest.mark.parametrize(
    ("printed", "value", "remark"),
    [
        ("22（其中修订16件）", 22, "cell-annotated"),
        ("3.0", 3, "cell-annotated"),
        ("12 345", 12345, "cell-digits-joined"),
    ],
)
def test_a_count_that_was_repaired_says_so(printed: str, value: int, remark: str) -> None:
    assert read_figure(printed, COUNT) == Read(State.PRINTED, value, remark)


def test_a_zero_in_words_is_zero_in_every_column() -> None:
    for column in (COUNT, CHANGE, YUAN, WAN):
        assert read_figure("零", column) == Read(State.PRINTED, 0)


@pytest.mark.parametrize("printed", ["", " ", "\u3000", "\u00a0"])
def test_a_blank_cell_is_no_zero(printed: str) -> None:
    assert read_figure(printed, COUNT) == Read(State.BLANK)


@pytest.mark.parametrize("printed", ["-", "—", "——", "/", "_", "无", "○", "O"])
def test_a_mark_for_nothing_is_no_zero(printed: str) -> None:
    for column in (COUNT, CHANGE, YUAN, WAN):
        assert read_figure(printed, column) == Read(State.DASH)


@pytest.mark.parametrize(
    ("printed", "problem"),
    [
        ("见附件", "cell-not-a-number"),
        ("约300", "cell-not-a-number"),
        ("300余", "cell-not-a-number"),
        ("若干", "cell-not-a-number"),
        ("000", "cell-not-a-number"),  # three cells glued together, not the number zero
        ("07", "cell-not-a-number"),
        ("5①", "cell-not-a-number"),  # a footnote sign, not fifty-one
        ("3²", "cell-not-a-number"),
        ("0 0", "cell-not-a-number"),
        ("1 2件", "cell-not-a-number"),
        ("1 2（其中修订1件）", "cell-not-a-number"),
        ("1233300(元)", "cell-not-a-number"),  # an amount in the column of a count
        ("5（千件）", "cell-not-a-number"),
        ("-5", "cell-negative"),
        ("3.5", "cell-fraction"),
        ("1234567890123456", "cell-not-a-number"),
    ],
)
def test_what_is_no_certain_count_has_no_value(printed: str, problem: str) -> None:
    assert read_figure(printed, COUNT) == Read(State.UNREADABLE, None, problem)


@pytest.mark.parametrize(
    ("printed", "value"),
    [
        ("+168", 168),
        ("-467", -467),
        ("－467", -467),
        ("−3", -3),
        ("增5", 5),
        ("减3", -3),
        ("减少3", -3),
        ("↑5", 5),
        ("5↓", -5),
        ("0", 0),
        ("±0", 0),
        ("+3\n6", 36),
        ("-8\n454", -8454),
    ],
)
def test_a_change_keeps_its_sign(printed: str, value: int) -> None:
    assert read_figure(printed, CHANGE) == Read(State.PRINTED, value)


@pytest.mark.parametrize(
    "printed", ["↑", "+", "增加", "±5", "168（减）", "168（较上年下降）", "168（-）", "168（—）", "168（少）", "+1 68"]
)
def test_a_sign_alone_is_no_change(printed: str) -> None:
    assert read_figure(printed, CHANGE).value is None


@pytest.mark.parametrize(
    ("printed", "column", "value"),
    [
        ("26799003(元)", YUAN, 26799003),
        ("251000元", YUAN, 251000),
        ("75394432.52元", YUAN, Decimal("75394432.52")),
        ("39573802895.90元", YUAN, Decimal("39573802895.9")),
        ("25.96万元", YUAN, 259600),
        ("1.2亿元", YUAN, 120_000_000),
        ("0", YUAN, 0),
        ("24252.311082", WAN, Decimal("24252.311082")),
        ("7730.28", WAN, Decimal("7730.28")),
        ("5000元", WAN, Decimal("0.5")),
        ("0.00", WAN, 0),
    ],
)
def test_an_amount_is_exact_and_in_the_unit_of_its_column(
    printed: str, column: form.Column, value: int | Decimal
) -> None:
    read = read_figure(printed, column)
    assert read.value == value
    assert isinstance(read.value, int) == (Decimal(value) == int(value))


@pytest.mark.parametrize("printed", ["99999999999亿元", "0.1234567890123元", "999999999999亿元"])
def test_an_amount_that_no_column_holds_has_no_value(printed: str) -> None:
    assert read_figure(printed, YUAN) == Read(State.UNREADABLE, None, "cell-not-a-number")


@pytest.mark.parametrize("printed", ["007元", "12 345", "1 2元", "1 2万元", "12 345.67", "3.5 6"])
def test_an_amount_of_glued_or_parted_digits_has_no_value(printed: str) -> None:
    assert read_figure(printed, YUAN, unit="元") == Read(State.UNREADABLE, None, "cell-not-a-number")


def test_no_change_in_words_is_zero_with_a_remark() -> None:
    assert read_figure("持平", CHANGE) == Read(State.PRINTED, 0, "cell-annotated")


def test_a_converted_unit_is_told() -> None:
    assert read_figure("25.96万元", YUAN).remark == "cell-unit-converted"
    assert not read_figure("251000元", YUAN).remark


def test_an_amount_in_yuan_without_unit_is_not_known() -> None:
    assert read_figure("8040", YUAN) == Read(State.UNREADABLE, None, "cell-unit-missing")
    assert read_figure("8040", YUAN, unit="元").value == 8040
    assert read_figure("8040", YUAN, unit="万元").value == 80_400_000


@pytest.mark.parametrize(
    "text", ["0", "1,234", "22(其中修订16件)", "-", "_", "25.96万元", "+168", "增5", "2 345", "1\ufffd"]
)
def test_figures_are_told_from_words(text: str) -> None:
    assert looks_like_figure(text)


@pytest.mark.parametrize("text", ["规章", "2.重复申请", "2020年", "", "\ufffd", "共3条信息", "第1项", "2021-01-29"])
def test_words_are_no_figures(text: str) -> None:
    assert not looks_like_figure(text)
