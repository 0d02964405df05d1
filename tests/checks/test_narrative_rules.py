"""The text against the tables and against itself."""

from __future__ import annotations

from decimal import Decimal

import pytest

from parsing.catalogue import message
from parsing.checks import Outcome
from parsing.model import Place
from tests.checks.filings import assessment, filed, findings, received

ONE = "一、总体情况"


def test_a_wrong_figure_names_text_table_and_both_numbers() -> None:
    report = filed(ONE, "2022年，我局共收到政府信息公开申请9件。", cells=received(7))
    (finding,) = findings(report, "narrative-figure")
    assert (finding.left, finding.right, finding.table) == (9, 7, "applications")
    assert finding.place == Place(line=2)
    assert finding.excerpt == "2022年，我局共收到政府信息公开申请9件"
    assert "我局共收到政府信息公开申请9件" in message(finding, "zh")


@pytest.mark.parametrize("claimed", [7, 9])
def test_received_may_mean_with_or_without_what_was_carried_in(claimed: int) -> None:
    report = filed(ONE, f"共收到政府信息公开申请{claimed}件。", cells=received(7, carried_in=2))
    judged = assessment(report, "narrative-figure")
    rows = ["new_received", "carried_in"][: 1 if claimed == 7 else 2]
    assert judged.outcome is Outcome.HOLDS
    assert judged.comparisons[0].cells == tuple(f"applications.{row}.total" for row in rows)


def test_a_claim_of_an_unread_figure_is_not_assessable() -> None:
    report = filed(ONE, "全年作出行政处罚决定45件。", cells={"proactive.penalties.decisions": None})
    judged = assessment(report, "narrative-figure")
    assert (judged.outcome, judged.cells) == (Outcome.NOT_ASSESSABLE, ("proactive.penalties.decisions",))


def test_parts_that_were_read_refute_a_claim_of_an_unread_total() -> None:
    cells = received(60) | {"applications.granted.total": None, "applications.granted.business": None}
    report = filed(ONE, "共收到政府信息公开申请60件，予以公开58件。", cells=cells)
    (finding,) = findings(report, "narrative-figure")
    assert (finding.left, finding.right, finding.values["unread"]) == (58, 60, 1)


@pytest.mark.parametrize(("filed_amount", "broken"), [("25.96", False), ("25.964", False), ("25.966", True)])
def test_amounts_agree_to_the_last_digit_written(filed_amount: str, *, broken: bool) -> None:
    amount = Decimal(filed_amount)
    report = filed(ONE, "全年收取行政事业性收费25.96万元。", cells={"proactive.fees.amount_10k_yuan": amount})
    assert bool(findings(report, "narrative-figure")) is broken


@pytest.mark.parametrize(("number", "allowed", "refuted"), [("60余件", 66, 86), ("60件以上", 86, 54)])
def test_a_rounded_number_allows_what_it_rounds(number: str, allowed: int, refuted: int) -> None:
    text = f"共收到政府信息公开申请{number}。"
    assert not findings(filed(ONE, text, cells=received(allowed)))
    assert findings(filed(ONE, text, cells=received(refuted)), "narrative-figure")


def test_nothing_received_and_yet_handled() -> None:
    cells = {f"applications.total_processed.{column}": 6 for column in ("natural_person", "total")}
    (finding,) = findings(filed(ONE, "全年未收到政府信息公开申请。", cells=cells), "narrative-figure")
    assert finding.cells == ("applications.total_processed.total",)


def test_all_settled_while_the_table_carries_one_out() -> None:
    report = filed(ONE, "共收到政府信息公开申请6件，均已按时办结。", cells=received(6, carried_out=1))
    (finding,) = findings(report, "narrative-figure")
    assert finding.cells == ("applications.carried_out.total",)


def test_two_sentences_that_cannot_both_be_right() -> None:
    text = "我局收到政府信息公开申请120件，其中予以公开6件，全年受理依申请公开案件6件。"
    report = filed(ONE, text, cells=received(120))
    (finding,) = findings(report, "narrative-contradiction")
    assert (finding.left, finding.right) == (120, 6)


@pytest.mark.parametrize(
    "text",
    [
        "我局收到政府信息公开申请12件。全年受理依申请公开案件10余件。",  # may be 12
        "我局收到政府信息公开申请12件，其中不予受理2件。全年受理依申请公开案件10件。",
    ],
)
def test_two_numbers_that_may_both_be_right(text: str) -> None:
    assert not findings(filed(ONE, text), "narrative-contradiction")


def test_what_was_carried_in_explains_two_numbers() -> None:
    text = "新收政府信息公开申请7件，上年结转2件，共受理政府信息公开申请9件。"
    assert not findings(filed(ONE, text, cells=received(7, carried_in=2)))


def test_a_text_without_claims_is_not_assessable() -> None:
    assert assessment(filed(ONE, "认真做好各项工作。"), "narrative-figure").reason == "nothing-claimed"


@pytest.mark.parametrize(
    "text",
    [
        "全年发布信息2602条，其中政策文件1300条、工作动态1000条、公告公示303条。",
        "接受咨询276件，其中电话类216件、当面类50件、书面类100余件。",
        "共办结20件：予以公开10件、部分公开5件、不予公开4件。",
        "公开信息30条。其中，机构职能10条，财政信息15条，其他6条。",
        "公开信息30条，其中机构职能10条，财政信息15条，其他4条。",
    ],
)
def test_lists_that_do_not_add_up(text: str) -> None:
    assert len(findings(filed(ONE, text), "narrative-list-sum")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "全年发布信息2602条，其中政策文件1300条、工作动态1000条、公告公示302条。",
        "全年发布信息2602条，其中政策文件1300条、工作动态1000条。",
        "公开信息98条，其中网站公开90条，微信公众号公开60条。",
        "收到申请10件，上年结转2件，其中甲类9件、乙类3件。",
        "主动公开信息300条。其中指南1条，政策文件19条，年报1条。",
        "接受咨询190余次。其中电话接听140次；当面接待55次。",
        "公开信息20条，其中机构职能10条，视频15个。",
        "办结20件：予以公开10件、部分公开5件，另有5件不予公开。",
    ],
)
def test_lists_that_may_well_add_up(text: str) -> None:
    assert not findings(filed(ONE, text), "narrative-list-sum")


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("答复申请805件，予以公开258件，占33.9%。", True),
        ("答复申请805件，予以公开258件，占32.1%。", True),
        ("答复申请805件，予以公开258件，占32.05%。", False),
        ("公开信息2069条，其中区直部门公开1592条，占76.9%；各乡镇公开477条，占23.1%。", False),
        ("收到申请3件，上年结转1件，予以公开1件，占25%。", False),
        ("申请数量较去年回落12.3%，办结率100%。", False),
        ("行政许可12件，占全市的3.1%。", False),
        ("收到申请0件，其中网络申请0件，占0%。", False),
        ("收到申请0件，其中网络申请0件，占5%。", False),
    ],
)
def test_percentages(text: str, *, broken: bool) -> None:
    assert bool(findings(filed(ONE, text), "narrative-percent")) is broken


def test_a_number_above_that_explains_no_share_is_not_their_whole() -> None:
    report = filed(ONE, "截至年底，累计公开信息466条。", "其中动态类36条，占22.64%；公告类25条，占15.72%。")
    assert not findings(report, "narrative-percent")


def test_digits_of_other_scripts_are_digits() -> None:
    cells = received(3)
    assert not findings(filed(ONE, "全年收到政府信息公开申请٣件。", cells=cells))
    assert findings(filed(ONE, "全年收到政府信息公开申请٤件。", cells=cells), "narrative-figure")


@pytest.mark.parametrize(("percent", "broken"), [("19.7", False), ("29.7", True)])
def test_shares_of_a_number_in_the_paragraph_above(percent: str, *, broken: bool) -> None:
    shares = f"在公开的信息中，动态类952条，占30.3%；公告类620条，占{percent}%；其他类641条，占20.4%。"
    report = filed(ONE, "全年公开信息3144条。", shares)
    assert bool(findings(report, "narrative-percent")) is broken
