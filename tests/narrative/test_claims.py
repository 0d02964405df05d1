"""What sentences claim, and what they only seem to. All sentences are made up."""

from __future__ import annotations

from decimal import Decimal

import pytest

from parsing.model import Agency, Paragraph, Place, Report
from parsing.narrative.claims import Claim, read_claims
from parsing.narrative.passages import passages
from parsing.narrative.sentences import read_sentences


def claims(*lines: str, year: int = 2022, agency: str = "甲区交通运输局", edition: str = "2021") -> tuple[Claim, ...]:
    """The claims of a report whose section one is these lines."""
    report = Report(
        source="",
        sha256="",
        format=None,
        agency=Agency(name=agency, evidence="title"),
        fiscal_year=year,
        published=None,
        table_editions=dict.fromkeys(("proactive", "applications", "remedies"), edition),
        figures={},
        problems=(),
        findings=(),
    )
    texts = ("一、总体情况", *lines)
    printed = tuple(Paragraph(text, Place(line=number)) for number, text in enumerate(texts, 1))
    return read_claims(report, read_sentences(passages(printed)))


def said(*lines: str, **circumstances: str | int) -> list[tuple[str, int | Decimal]]:
    """Subject and value of each claim."""
    found = claims(*lines, **circumstances)  # type: ignore[arg-type]  # the circumstances that a case varies
    return [(claim.subject, claim.quantity.value) for claim in found]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("2022年，我局共收到政府信息公开申请12件。", {"received": 12}),
        ("全年新收政府信息公开申请１２件。", {"received": 12}),
        ("全年收到依申请公开事项十二件，均已答复。", {"received": 12}),
        ("共收到并受理政府信息公开申请一百二十宗。", {"received": 120}),
        ("今年我局接到群众信息公开申请2起。", {"received": 2}),
        ("本年度收到两份政府信息公开申请。", {"received": 2}),
        ("我局受理政府信息公开申请5人次。", {"received": 5}),
        ("2022年依申请公开共受理2件。", {"received": 2}),
        ("政府信息公开申请共收到3件，已全部办结。", {"received": 3, "carried_out": 0}),
        ("2022年度，我局共有政府信息公开申请4条。", {"received": 4}),
        ("收到政府信息公开申请总数为7件。", {"received": 7}),
        ("依申请公开方面，全年收到申请1,203件。", {"received": 1203}),
        ("2022年，收到和处理政府信息公开申请0件。", {"received": 0}),
        ("2022年，我局未收到政府信息公开申请。", {"received": 0}),
        ("本年度没有收到公民、法人或者其他组织提出的政府信息公开申请。", {"received": 0}),
        ("全年无依申请公开事项。", {"received": 0}),
        ("2022年度未接到依申请公开政府信息的申请。", {"received": 0}),
        ("我局未受理依申请公开案件。", {"received": 0}),
        ("收到政府信息公开申请8件，上年结转2件，办结9件，结转下年度继续办理1件。",
         {"received": 8, "carried_in": 2, "handled": 9, "carried_out": 1}),
        ("全年收到政府信息公开申请8件（含2021年结转2件），其中1件结转2023年办理。",
         {"received": 8, "carried_in": 2, "carried_out": 1}),
        ("收到政府信息公开申请20件，其中予以公开9件，部分公开3件，不予公开2件，无法提供4件，不予处理1件，其他处理1件。",
         {"received": 20, "granted": 9, "partially_granted": 3, "denied": 2, "unable": 4, "unprocessed": 1,
          "other_handling": 1}),
        ("收到信息公开申请9件，答复9件：同意公开5件、不同意公开1件、信息不存在3件。",
         {"received": 9, "answered": 9, "granted": 5, "denied": 1, "not_held": 3}),
        ("受理信息公开申请6件，其中属于国家秘密1件，重复申请2件，行政查询事项3件。",
         {"received": 6, "denied_state_secret": 1, "unprocessed_repeat": 2, "denied_administrative_query": 3}),
        ("收到政府信息公开申请60余件。", {"received": 60}),
        ("没有结转下年度办理的政府信息公开申请。", {"carried_out": 0}),
    ],
)  # fmt: skip
def test_applications(sentence: str, expected: dict[str, int]) -> None:
    assert dict(said(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("因政府信息公开被申请行政复议3件，被提起行政诉讼2件。", {"reviews": 3, "lawsuits": 2}),
        ("全年因政府信息公开发生行政复议1起、行政诉讼0起。", {"reviews": 1, "lawsuits": 0}),
        ("全年未发生因政府信息公开引起的行政复议和行政诉讼。", {"reviews": 0, "lawsuits": 0}),
        ("没有因政府信息公开被申请行政复议、提起行政诉讼的情况。", {"reviews": 0, "lawsuits": 0}),
        ("政府信息公开行政复议、行政诉讼均为0件。", {}),
        ("涉及政府信息公开的行政复议及行政诉讼共计5件。", {"reviews_and_lawsuits": 5}),
        ("我局有两件涉及信息公开的行政复议案件。", {"reviews": 2}),
        ("未因信息公开工作引发行政复议。", {"reviews": 0}),
        ("信息公开类行政复议4件，均获维持。", {"reviews": 4, "reviews_upheld": 4}),
    ],
)
def test_reviews_and_lawsuits(sentence: str, expected: dict[str, int]) -> None:
    assert dict(said(sentence)).items() >= expected.items()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("全年作出行政许可决定1203件、行政处罚决定45件、行政强制措施2次。",
         {"licensing": 1203, "penalties": 45, "coercion": 2}),
        ("全年办理行政许可374件，实施行政处罚21起。", {"licensing": 374, "penalties": 21}),
        ("2022年，共作出45个行政处罚决定。", {"penalties": 45}),
        ("全年未实施行政强制措施。", {"coercion": 0}),
        ("我局无行政强制事项。", {}),
        ("全年制发行政规范性文件5件，废止2件，截至年底现行有效25件。",
         {"documents_issued": 5, "documents_repealed": 2, "documents_in_force": 25}),
        ("印发规范性文件三件。", {"documents_issued": 3}),
        ("现行有效的行政规范性文件共18件。", {"documents_in_force": 18}),
        ("全年收取行政事业性收费25.96万元。", {"fees": 259600}),
        ("未收取行政事业性收费。", {"fees": 0}),
        ("2022年收取信息处理费0元。", {"information_fee": 0}),
        ("本机关未收取政府信息公开信息处理费。", {"information_fee": 0}),
    ],
)  # fmt: skip
def test_proactive_disclosure(sentence: str, expected: dict[str, int]) -> None:
    assert dict(said(sentence)) == expected


def test_the_edition_of_2019_counts_disclosed_documents_and_procurement() -> None:
    text = "2020年，我局主动公开规章2件、规范性文件3件、政府集中采购4个（26799003元）。"
    assert dict(said(text, year=2020, edition="2019")) == {
        "regulations_disclosed": 2,
        "documents_disclosed": 3,
        "procurement_items": 4,
        "procurement_amount": 26799003,
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "主动公开行政许可信息12条。",
        "网站发布信息2550条，其中行政处罚信息15条。",
        "依法公示行政许可40件、行政处罚22件。",
        "公开行政许可、行政处罚等结果85件。",
        "行政许可事项15项已全部进驻大厅。",
        "立案查处行政处罚案件30件。",
        "上年共收到政府信息公开申请9件。",
        "2021年，我局共收到政府信息公开申请9件。",
        "上半年收到政府信息公开申请3件。",
        "第一季度共收到政府信息公开申请3件。",
        "截至6月底收到政府信息公开申请3件。",
        "全市共收到政府信息公开申请960件。",
        "各街道收到政府信息公开申请16件。",
        "下属单位收到政府信息公开申请6件。",
        "根据国办公开办函〔2021〕30号文件受理申请。",
        "联系电话0537-8451001，受理时间为工作日。",
        "承办人大代表建议18件，政协委员提案8件，全部按时办结。",
        "举办依申请公开培训班2次，培训120人次。",
        "收到网民留言230条，全部答复。",
        "其中通过网络渠道收到申请3件。",
        "收到自然人政府信息公开申请5件。",
        "办理行政复议案件120件，审结118件。",
        "未发生行政诉讼败诉案件。",
        "申请数量较去年增加3件。",
        "对2022年以前的规范性文件进行清理，宣布失效12件。",
        "制发文件41件，公开39件，不予公开2件。",
        "2件行政规范性文件均按要求进行图解。",
        "确保依申请公开100%按时办结，不发生行政复议、行政诉讼。",
        "完善规章制度3项。",
        "未收到关于不动产登记的投诉。",
        "提供政务公开查询和依申请公开服务20人次。",
        "制定依申请公开答复文书范本6个。",
        "每季度收到政府信息公开申请约3件。",
        "我局收到区政府转办的政府信息公开申请2件。",
        "行政许可办理时限压缩至3个工作日。",
        "开展行政处罚案卷评查2次。",
        "发布规范性文件解读5篇。",
        "2023年，将力争收到政府信息公开申请零投诉。",
    ],
)
def test_distractors_claim_nothing(sentence: str) -> None:
    assert said(sentence) == []


def test_plans_claim_nothing() -> None:
    assert said("五、存在的主要问题及改进情况", "全年收到政府信息公开申请99件，答复不够及时。") == []


def test_a_government_speaks_for_its_division() -> None:
    assert said("2022年，全区受理政府信息公开申请21件。", agency="乙市甲区人民政府") == [("received", 21)]
    assert said("2022年，全区受理政府信息公开申请21件。", agency="甲区财政局") == []


def test_a_subheading_tells_what_bare_numbers_are_about() -> None:
    assert said("（二）依申请公开情况", "全年共收到3件，予以公开2件。") == [("received", 3), ("granted", 2)]
    assert said("（三）建议提案办理情况", "全年共收到3件，办结3件。") == []


def test_a_claim_quotes_its_clause_as_printed_and_tells_the_line() -> None:
    claim = claims("概述如下。", "２０２２年，我局共收到政府信息公開申請６件，均已答復。")[0]
    assert claim.quoted == "我局共收到政府信息公開申請６件"
    assert claim.place == Place(line=3)
    assert claim.sums[0] == ("applications.new_received.total",)
    assert claim.sums[1] == ("applications.new_received.total", "applications.carried_in.total")


def test_wrapped_lines_are_read_as_one_sentence() -> None:
    lines = ("（二）依申请公开情况。全年规范办理程序，共收到政府信息", "公开申请34件，均按时办结。")
    assert ("received", 34) in said(*lines)
