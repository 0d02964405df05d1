"""Table 二, proactive disclosure (Article 20), in its editions of 2019 and 2021."""

from __future__ import annotations

from typing import Final

from parsing.form.elements import Column, Kind, Row, Table

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

ITEM_ROWS: Final = ("licensing", "other_services", "penalties", "coercion")
"""The rows that the edition of 2019 counts as items and as decisions."""

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


PROACTIVE: Final = (_proactive_2019(), _proactive_2021())
