"""The three statutory tables in their editions of 2019 and 2021.

Source: 国办公开办函〔2019〕60号 (edition ``2019``) and 国办公开办函〔2021〕30号 (edition ``2021``).
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from parsing.form.applications import APPLICATIONS
from parsing.form.elements import Table, TableName
from parsing.form.proactive import PROACTIVE
from parsing.form.remedies import REMEDIES

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

EDITIONS: Final = ("2019", "2021")
FIRST_YEAR: Final[Mapping[str, int]] = MappingProxyType({"2019": 2019, "2021": 2021})  # fiscal years they are made for
TABLES: Final[Mapping[tuple[str, str], Table]] = MappingProxyType(
    {(table.id, table.edition): table for table in (*PROACTIVE, *APPLICATIONS, *REMEDIES)}
)


def edition_due(fiscal_year: int) -> str:
    """The edition that the notices prescribe for a fiscal year from 2019 on."""
    return "2021" if fiscal_year >= FIRST_YEAR["2021"] else "2019"
