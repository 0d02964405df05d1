"""The three statutory tables in their editions of 2019 and 2021.

Source: 国办公开办函〔2019〕60号 (edition ``2019``) and 国办公开办函〔2021〕30号 (edition ``2021``).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from parsing.form.elements import Column, Kind, Row, Table, TableName

TABLE_NAMES: Final[Mapping[str, TableName]] = MappingProxyType(
    {
        name.id: name
        for name in (
            TableName(
                id="proactive", ordinal="二", title="主动公开政府信息情况", english="Table 2, proactive disclosure"
            ),
            TableName(
                id="applications",
                ordinal="三",
                title="收到和处理政府信息公开申请情况",
                english="Table 3, applications",
            ),
            TableName(
                id="remedies",
                ordinal="四",
                title="政府信息公开行政复议、行政诉讼情况",
                english="Table 4, reviews and lawsuits",
            ),
        )
    }
)

# ---- Table 二: proactive disclosure (Article 20) --------------------------------------------------------------------

_ITEM_1 = ("第二十条第（一）项",)
_ITEM_5 = ("第二十条第（五）项",)
_ITEM_6 = ("第二十条第（六）项",)
_ITEM_8 = ("第二十条第（八）项",)
_ITEM_9 = ("第二十条第（九）项",)

_DOCUMENTS_2021 = (
    Column(
        id="issued", label="本年制发件数", english="Issued in the year", also=("本年发件数", "制发数量", "本年制发数量")
    ),
    Column(id="repealed", label="本年废止件数", english="Repealed in the year", also=("废止数量", "本年废止数量")),
    Column(id="in_force", label="现行有效件数", english="In force", also=("现行有效件", "现行有效数量", "现行有效数")),
)
_DECISIONS_2021 = (
    Column(id="decisions", label="本年处理决定数量", english="Decisions in the year", also=("处理决定数量",)),
)
_FEES_2021 = (
    Column(
        id="amount_10k_yuan",
        label="本年收费金额",
        english="Fees charged in the year (10,000 yuan)",
        kind=Kind.AMOUNT,
        unit="万元",
        also=("收费金额",),
    ),
)
_DOCUMENTS_2019 = (
    Column(id="made", label="本年新制作数量", english="Made in the year"),
    Column(id="disclosed", label="本年新公开数量", english="Disclosed in the year"),
    Column(id="total_disclosed", label="对外公开总数量", english="Disclosed in all"),
)
_PREVIOUS = Column(id="previous_items", label="上一年项目数量", english="Items, previous year", also=("上年项目数量",))
_CHANGE = Column(
    id="change", label="本年增/减", english="Change in the year", kind=Kind.CHANGE, also=("本年增减", "本年增／减")
)
_ITEMS_2019 = (
    _PREVIOUS,
    _CHANGE,
    Column(id="decisions", label="处理决定数量", english="Decisions in the year", also=("本年处理决定数量",)),
)
_PROCUREMENT_2019 = (
    Column(id="items", label="采购项目数量", english="Projects"),
    Column(
        id="amount_yuan",
        label="采购总金额",
        english="Total amount (yuan)",
        kind=Kind.AMOUNT,
        unit="元",
        also=("采购金额",),
    ),
)

_REGULATIONS = "规章"
_LICENSING = "行政许可"
_PENALTIES = "行政处罚"
_COERCION = "行政强制"
_FEES = "行政事业性收费"


def _proactive_2019() -> Table:
    return Table(
        id="proactive",
        edition="2019",
        rows=(
            Row(id="regulations", label=_REGULATIONS, english="Regulations", columns=_DOCUMENTS_2019, groups=_ITEM_1),
            Row(
                id="normative_documents",
                label="规范性文件",
                english="Normative documents",
                columns=_DOCUMENTS_2019,
                groups=_ITEM_1,
                also=("行政规范性文件", "规范性档案"),
            ),
            Row(id="licensing", label=_LICENSING, english="Licensing", columns=_ITEMS_2019, groups=_ITEM_5),
            Row(
                id="other_services",
                label="其他对外管理服务事项",
                english="Other public services",
                columns=_ITEMS_2019,
                groups=_ITEM_5,
            ),
            Row(id="penalties", label=_PENALTIES, english="Penalties", columns=_ITEMS_2019, groups=_ITEM_6),
            Row(id="coercion", label=_COERCION, english="Coercive measures", columns=_ITEMS_2019, groups=_ITEM_6),
            Row(id="fees", label=_FEES, english="Administrative fees", columns=(_PREVIOUS, _CHANGE), groups=_ITEM_8),
            Row(
                id="procurement",
                label="政府集中采购",
                english="Central procurement",
                columns=_PROCUREMENT_2019,
                groups=_ITEM_9,
            ),
        ),
    )


def _proactive_2021() -> Table:
    return Table(
        id="proactive",
        edition="2021",
        rows=(
            Row(id="regulations", label=_REGULATIONS, english="Regulations", columns=_DOCUMENTS_2021, groups=_ITEM_1),
            Row(
                id="normative_documents",
                label="行政规范性文件",
                english="Normative documents",
                columns=_DOCUMENTS_2021,
                groups=_ITEM_1,
                also=("规范性文件", "行政规范性档案", "规范性档案"),
            ),
            Row(id="licensing", label=_LICENSING, english="Licensing", columns=_DECISIONS_2021, groups=_ITEM_5),
            Row(id="penalties", label=_PENALTIES, english="Penalties", columns=_DECISIONS_2021, groups=_ITEM_6),
            Row(id="coercion", label=_COERCION, english="Coercive measures", columns=_DECISIONS_2021, groups=_ITEM_6),
            Row(id="fees", label=_FEES, english="Administrative fees", columns=_FEES_2021, groups=_ITEM_8),
        ),
    )


# ---- Table 三: applications -----------------------------------------------------------------------------------------

APPLICANTS: Final[tuple[Column, ...]] = (
    Column(id="natural_person", label="自然人", english="Natural persons"),
    Column(id="business", label="商业企业", english="Businesses"),
    Column(id="research", label="科研机构", english="Research institutes"),
    Column(id="public_welfare", label="社会公益组织", english="Public welfare organisations"),
    Column(id="legal_services", label="法律服务机构", english="Legal service providers"),
    Column(id="other_org", label="其他", english="Other organisations"),
    Column(id="total", label="总计", english="Total", also=("合计",)),
)
ORGANISATIONS_HEAD: Final = "法人或其他组织"
"""Printed above the columns between 自然人 and 总计."""

_RESULTS = "三、本年度办理结果"
_DENIED = (_RESULTS, "（三）不予公开")
_UNABLE = (_RESULTS, "（四）无法提供")
_UNPROCESSED = (_RESULTS, "（五）不予处理")
_OTHER = (_RESULTS, "（六）其他处理")


def _application(  # noqa: PLR0913 - a row of the declaration below, one value a field
    row_id: str,
    numbering: str,
    label: str,
    english: str,
    groups: tuple[str, ...] = (),
    *,
    short: str = "",
    also: tuple[str, ...] = (),
) -> Row:
    return Row(
        id=row_id,
        numbering=numbering,
        label=label,
        english=english,
        columns=APPLICANTS,
        groups=groups,
        short=short,
        also=also,
    )


_RECEIVED = (
    _application("new_received", "一、", "本年新收政府信息公开申请数量", "Received in the year", short="本年新收"),
    _application("carried_in", "二、", "上年结转政府信息公开申请数量", "Carried in from last year", short="上年结转"),
)
_OUTCOMES = (
    _application("granted", "（一）", "予以公开", "Granted", (_RESULTS,)),
    _application(
        "partially_granted",
        "（二）",
        "部分公开（区分处理的，只计这一情形，不计其他情形）",
        "Partly granted",
        (_RESULTS,),
        short="部分公开",
        also=("部分公开",),
    ),
    _application("denied_state_secret", "1.", "属于国家秘密", "Refused: state secret", _DENIED),
    _application("denied_other_law", "2.", "其他法律行政法规禁止公开", "Refused: other law", _DENIED),
    _application("denied_three_safeties", "3.", "危及“三安全一稳定”", "Refused: security and stability", _DENIED),
    _application("denied_third_party", "4.", "保护第三方合法权益", "Refused: third party", _DENIED),
    _application("denied_internal_affairs", "5.", "属于三类内部事务信息", "Refused: internal affairs", _DENIED),
    _application("denied_process_information", "6.", "属于四类过程性信息", "Refused: process information", _DENIED),
    _application("denied_enforcement_file", "7.", "属于行政执法案卷", "Refused: enforcement file", _DENIED),
    _application("denied_administrative_query", "8.", "属于行政查询事项", "Refused: administrative query", _DENIED),
    _application("unable_not_held", "1.", "本机关不掌握相关政府信息", "Unable: not held", _UNABLE),
    _application(
        "unable_needs_creation", "2.", "没有现成信息需要另行制作", "Unable: would have to be created", _UNABLE
    ),
    _application("unable_unclear", "3.", "补正后申请内容仍不明确", "Unable: still unclear after correction", _UNABLE),
    _application(
        "unprocessed_petition", "1.", "信访举报投诉类申请", "Not processed: petition or complaint", _UNPROCESSED
    ),
    _application("unprocessed_repeat", "2.", "重复申请", "Not processed: repeated", _UNPROCESSED),
    _application(
        "unprocessed_publication", "3.", "要求提供公开出版物", "Not processed: published material", _UNPROCESSED
    ),
    _application("unprocessed_excessive", "4.", "无正当理由大量反复申请", "Not processed: excessive", _UNPROCESSED),
    _application(
        "unprocessed_reconfirmation",
        "5.",
        "要求行政机关确认或重新出具已获取信息",
        "Not processed: asks to confirm or reissue",
        _UNPROCESSED,
        short="要求确认或重新出具",
    ),
)
_OTHER_2019 = (_application("other", "（六）", "其他处理", "Other handling", (_RESULTS,)),)
_OTHER_2021 = (
    _application(
        "other_overdue_correction",
        "1.",
        "申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "Other: not corrected in time",
        _OTHER,
        short="逾期不补正",
    ),
    _application(
        "other_overdue_fee",
        "2.",
        "申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        "Other: fee not paid in time",
        _OTHER,
        short="逾期未缴费",
    ),
    _application("other_remaining", "3.", "其他", "Other: remaining", _OTHER, short="其他处理之其他"),
)
_SETTLED = (
    _application(
        "total_processed", "（七）", "总计", "Processed in all", (_RESULTS,), short="办理结果总计", also=("合计",)
    ),
    _application("carried_out", "四、", "结转下年度继续办理", "Carried out to next year", short="结转下年度"),
)


def _applications(edition: str, other: tuple[Row, ...]) -> Table:
    return Table(id="applications", edition=edition, rows=(*_RECEIVED, *_OUTCOMES, *other, *_SETTLED))


# ---- Table 四: reviews and lawsuits ---------------------------------------------------------------------------------

REMEDY_RESULTS: Final[tuple[Column, ...]] = (
    Column(id="upheld", label="结果维持", english="Upheld"),
    Column(id="corrected", label="结果纠正", english="Corrected"),
    Column(id="other", label="其他结果", english="Other result"),
    Column(id="pending", label="尚未审结", english="Pending"),
    Column(id="total", label="总计", english="Total", also=("合计",)),
)


def _remedies(edition: str) -> Table:
    return Table(
        id="remedies",
        edition=edition,
        rows=(
            Row(
                id="administrative_review",
                label="行政复议",
                english="Administrative review",
                columns=REMEDY_RESULTS,
            ),
            Row(
                id="litigation_direct",
                label="未经复议直接起诉",
                english="Lawsuit without review",
                columns=REMEDY_RESULTS,
                groups=("行政诉讼",),
            ),
            Row(
                id="litigation_after_review",
                label="复议后起诉",
                english="Lawsuit after review",
                columns=REMEDY_RESULTS,
                groups=("行政诉讼",),
            ),
        ),
    )


# ---- Editions -------------------------------------------------------------------------------------------------------

EDITIONS: Final = ("2019", "2021")
FIRST_YEAR: Final[Mapping[str, int]] = MappingProxyType({"2019": 2019, "2021": 2021})  # fiscal years they are made for
TABLES: Final[Mapping[tuple[str, str], Table]] = MappingProxyType(
    {
        (table.id, table.edition): table
        for table in (
            _proactive_2019(),
            _proactive_2021(),
            _applications("2019", _OTHER_2019),
            _applications("2021", _OTHER_2021),
            _remedies("2019"),
            _remedies("2021"),
        )
    }
)


def edition_due(fiscal_year: int) -> str:
    """The edition that the notices prescribe for a fiscal year from 2019 on."""
    return "2021" if fiscal_year >= FIRST_YEAR["2021"] else "2019"
