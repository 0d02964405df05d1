"""In which unit an amount is printed: by its heading, by its row's label, by a line or note of the table."""

from __future__ import annotations

from decimal import Decimal

import pytest

from parsing import read_report
from parsing.model import Report, Source
from parsing.tables.numbers import UNCLEAR
from parsing.tables.units import units

FEES, PROCUREMENT = "proactive.fees.amount_10k_yuan", "proactive.procurement.amount_yuan"


def fees(
    *, heading: str, label: str = "行政事业性收费", above: str = "", below: str = "", printed: str = "98760"
) -> Report:
    lines = (above, "第二十条第（八）项 |", f"信息内容 | 本年收费金额{heading} |", f"{label} | {printed} |", below)
    return read("\n".join(filter(None, lines)))


def procurement(*, heading: str = "", label: str = "政府集中采购", printed: str = "47.5") -> Report:
    head = f"第二十条第（九）项 |\n信息内容 | 采购项目数量 | 采购总金额{heading} |\n"
    return read(f"{head}{label} | 6 | {printed} |\n")


def read(text: str) -> Report:
    return read_report(Source("report.txt", f"{text}\n三、收到和处理政府信息公开申请情况\n".encode()))


def told(report: Report, cell: str) -> set[str]:
    return {problem.code for problem in report.problems if cell in problem.cells}


@pytest.mark.parametrize(
    "heading",
    [
        "（元）",
        "，元",
        "/元",
        "：元",
        "（人民币：元）",
        "（人民币元）",
        "（以元计）",
        "（单位：元）",
        " | （元）",
        "（￥）",
    ],
)
def test_a_fee_is_in_the_unit_of_its_heading(heading: str) -> None:
    report = fees(heading=heading)
    assert report.figures[FEES].value == Decimal("9.876")
    assert told(report, FEES) == {"cell-unit-converted"}


def test_a_fee_is_in_the_unit_of_its_label_or_note_where_the_heading_has_none() -> None:
    assert fees(heading="", label="行政事业性收费（元）").figures[FEES].value == Decimal("9.876")
    assert fees(heading="", below="注：上表收费金额单位为元。").figures[FEES].value == Decimal("9.876")
    assert fees(heading="", above="单位：件、元").figures[FEES].value == Decimal("9.876")


@pytest.mark.parametrize("heading", ["", "（单位：万元）", "（万元）", "（含罚没收入单元）"])
def test_a_fee_without_another_unit_is_in_that_of_the_form(heading: str) -> None:
    report = fees(heading=heading, printed="98.76", below="注：上表采购金额单位为元。")
    assert report.figures[FEES].value == Decimal("98.76")
    assert not told(report, FEES)


@pytest.mark.parametrize(
    ("label", "above", "below"),
    [
        ("行政事业性收费（元）", "", ""),
        ("行政事业性收费（单位：元）", "", ""),
        ("行政事业性收费", "单位：元", ""),
        ("行政事业性收费", "", "注：上表收费金额单位为元。"),
        ("行政事业性收费", "", "※收费金额以“元”为单位，请对照阅读。"),
        ("行政事业性收费", "", "备注：表中金额按元填报，数据截至年底。"),
    ],
)
def test_a_fee_with_two_units_is_left_out(label: str, above: str, below: str) -> None:
    report = fees(heading="（单位：万元）", label=label, above=above, below=below)
    assert report.figures[FEES].value is None
    assert told(report, FEES) == {"cell-unit-missing"}
    zero = fees(heading="（单位：万元）", label=label, above=above, below=below, printed="0")
    assert zero.figures[FEES].value == 0


@pytest.mark.parametrize(
    ("heading", "label", "printed"),
    [
        ("，万元", "政府集中采购", "47.5"),
        ("/万元", "政府集中采购", "47.5"),
        ("", "政府集中采购（万元）", "47.5"),
        ("", "政府集中采购", "￥475,000.00"),
        ("（百元）", "政府集中采购", "4750"),
        ("（单位：百万元）", "政府集中采购", "0.475"),
    ],
)
def test_a_purchase_is_in_the_unit_that_is_printed_for_it(heading: str, label: str, printed: str) -> None:
    report = procurement(heading=heading, label=label, printed=printed)
    assert report.figures[PROCUREMENT].value == 475_000


@pytest.mark.parametrize(
    ("heading", "label", "printed"),
    [
        ("（单位：万元/元）", "政府集中采购", "47.5"),
        ("（万元）", "政府集中采购（元）", "47.5"),
        ("（万元）", "政府集中采购", "￥47.5"),
        ("", "政府集中采购", "47.5"),
        ("（万元以上）", "政府集中采购", "47.5"),
    ],
)
def test_a_purchase_in_no_certain_unit_is_left_out(heading: str, label: str, printed: str) -> None:
    report = procurement(heading=heading, label=label, printed=printed)
    assert report.figures[PROCUREMENT].value is None
    assert told(report, PROCUREMENT) == {"cell-unit-missing"}


def test_a_unit_in_the_cell_itself_is_the_amounts() -> None:
    assert procurement(heading="（万元/元）", printed="47.5万元").figures[PROCUREMENT].value == 475_000
    assert fees(heading="（万元）", printed="¥98760元").figures[FEES].value == Decimal("9.876")


def test_a_sign_for_yuan_in_a_column_of_ten_thousands_leaves_a_fee_out() -> None:
    report = fees(heading="（单位：万元）", printed="¥98760")
    assert report.figures[FEES].value is None
    assert told(report, FEES) == {"cell-unit-missing"}


def test_units_are_found_in_headings_broken_over_pieces() -> None:
    assert units(["本年收费", "金额", "（单位：元）", "行政事业性收费"], ()) == {"收费金额": "元"}
    assert units(["采购总", "金额", "/万元", "政府集中采购"], ()) == {"采购总金额": "万元"}
    assert units(["本年收费金额，元", "行政事业性收费", "采购总金额（万元）"], ()) == {
        "收费金额": "元",
        "采购总金额": "万元",
    }
    assert units(["采购总金额（单位：万元/元）"], ()) == {"采购总金额": UNCLEAR}
    assert units(["填报单位：三元区水利局", "本年收费金额", "行政事业性收费"], ()) == {}
