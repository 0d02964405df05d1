"""Dates, years, titles and traces of carelessness."""

from __future__ import annotations

from datetime import date

import pytest

from parsing.checks import Outcome
from tests.checks.filings import assessment, filed, findings

ONE, FIVE, SIX = "一、总体情况", "五、存在的主要问题及改进情况", "六、其他需要报告的事项"


# ---- Dates ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("signed", ["2022年1月27日", "2022年12月31日", "二〇二二年一月二十七日", "2022年12月٣日"])
def test_signed_before_the_year_was_over(signed: str) -> None:
    report = filed(SIX, "没有需要报告的事项。", "甲区交通运输局", signed)
    (finding,) = findings(report)
    assert finding.code == "date-before-year-end"
    assert finding.excerpt == signed


@pytest.mark.parametrize(
    "line", ["2023年1月20日", "发布日期：2022年1月27日", "2022111日", "统计期限至2022年12月31日", "2022年13月41日"]
)
def test_dates_that_are_no_early_signature(line: str) -> None:
    assert not findings(filed(SIX, "没有需要报告的事项。", line))


@pytest.mark.parametrize(
    ("agency", "published", "late"),
    [
        ("甲区交通运输局", date(2023, 1, 31), False),
        ("甲区交通运输局", date(2023, 2, 1), True),
        ("乙市甲区人民政府", date(2023, 3, 31), False),
        ("乙市甲区人民政府", date(2023, 4, 1), True),
        ("甲区丙镇人民政府", date(2023, 2, 1), False),
        ("甲区丙镇", date(2023, 2, 1), False),
        ("甲区丙街道办", date(2023, 2, 1), False),
        ("甲县政府", date(2023, 2, 1), False),
    ],
)
def test_due_dates(agency: str, published: date, *, late: bool) -> None:
    codes = [finding.code for finding in findings(filed(agency=agency, published=published))]
    assert codes == (["date-late"] if late else [])


def test_until_2019_every_organ_had_time_to_the_end_of_march() -> None:
    report = filed(year=2018, edition="2019", published=date(2019, 3, 20))
    assert not findings(report, "date-late")


def test_a_page_that_was_moved_years_later_proves_nothing() -> None:
    judged = assessment(filed(published=date(2025, 12, 30)), "date-late")
    assert (judged.outcome, judged.reason) == (Outcome.NOT_ASSESSABLE, "date-of-another-year")


# ---- Years ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "lines",
    [
        (FIVE, "2022年，我局将进一步加大公开力度。"),
        (FIVE, "2020年，我局将编印答复文书范本。"),
        ("本报告统计期限自2021年1月1日起至2021年12月31日止。",),
        ("现公布甲区交通运输局2021年政府信息公开工作年度报告，请监督。",),
        (ONE, "2021年，我局认真做好政府信息公开工作。"),
        (FIVE, "（二）改进措施。2022年我局加大培训力度，提高业务水平。"),
    ],
)
def test_years_left_over(lines: tuple[str, ...]) -> None:
    assert [finding.code for finding in findings(filed(*lines))] == ["year-stale"]


@pytest.mark.parametrize(
    "lines",
    [
        (FIVE, "2023年，我局将进一步加大公开力度。"),
        (FIVE, "2022年，我局将政务公开纳入年度考核，取得了成效。"),
        (FIVE, "2022年存在的问题主要是解读不足。下一步将加强解读。"),
        (ONE, "2021年底以来，我局完善公开制度，2022年成效明显。"),
        ("本报告统计期限自2022年1月1日起至2022年12月31日止。",),
        ("根据《关于做好2021年政府信息公开工作年度报告编制发布工作的通知》，编制本报告。",),
        ("根据国办公开办函〔2021〕30号文件，公布本报告。",),
        (ONE, "2022年，我局公开了2021年政府信息公开工作年度报告。"),
        (ONE, "按时发布甲区交通运输局2021年政府信息公开工作年度报告，及时更新指南。"),
    ],
)
def test_years_in_their_place(lines: tuple[str, ...]) -> None:
    assert not findings(filed(*lines))


# ---- Traces ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("title-broken", "甲区交通运输局2022府信息公开工作报告"),
        ("title-broken", "甲区交通运输局2022年府信息公开工作年度报告"),
        ("title-broken", "甲区交通运输局2022年年度政府信息公开工作报告"),
        ("template-residue", "XX局认真做好政府信息公开工作，成效明显。"),
        ("template-residue", "20XX年，我局认真做好公开工作。"),
        ("template-residue", "我局成效明显（宋体加粗小四号字）。"),
        ("template-residue", "我局成效明显（此处填写具体做法，不超过200字）。"),
        ("template-residue", "该部分以表格形式报告。表格如下："),
        ("template-residue", "按照要求，组织推动全省政府信息公开工作。"),
        ("numbering-skipped", "主要措施：一是加强学习；三是加强督查。"),
        ("numbering-skipped", "一是加强学习。二是规范流程。三是加强督查。三是做好解读。"),
        ("counter-without-number", "全年通过网站发布各类信息条。"),
        ("counter-without-number", "全年累计上网条信息，更新及时。"),
        ("counter-without-number", "收到政府信息公开申请件，均已答复。"),
        ("counter-without-number", "截至年底，现行有效的规范性文件。"),
        ("counter-without-number", "在门户网站主动公开政府信息260余"),
    ],
)
def test_traces_of_carelessness(code: str, line: str) -> None:
    (finding,) = findings(filed(ONE, line))
    assert finding.code == code
    assert finding.place is not None
    assert finding.place.line == 2


@pytest.mark.parametrize(
    "line",
    [
        "甲区交通运输局2022年政府信息公开工作年度报告",
        "甲区人民政府信息公开工作年度报告",
        "甲区交通运输局2022年度政务信息公开工作年度报告",
        "全面公开现行有效的规范性文件。",
        "对于答复难度较大的申请件，加强会商。",
        "全年未收到政府信息公开申请件。",
        "本年度没有收到申请公开政府信息件，也没有收到政府信息公开申请件。",
        "公开条例和解读材料，规范信息条目。",
        "一是加强学习；二是规范流程。下一步，一是加强督查；二是做好解读。",
        "主要是二是关系不清，三是力度不够。",
        "发布图解260余条，群众满意。",
        "邮箱为xxgk@example.gov.cn，欢迎监督。",
    ],
)
def test_words_without_a_fault(line: str) -> None:
    assert not findings(filed(ONE, line))


def test_numbering_begins_anew_in_each_section() -> None:
    assert not findings(filed(ONE, "一是加强学习。二是规范流程。", FIVE, "一是力度不够。二是解读不足。"))
