"""Table 四, reviews and lawsuits; its editions of 2019 and 2021 do not differ."""

from __future__ import annotations

from typing import Final

from parsing.form.elements import Column, Row, Table

REMEDY_RESULTS: Final[tuple[Column, ...]] = (
    Column(id="upheld", label="结果维持", english="Upheld"),
    Column(id="corrected", label="结果纠正", english="Corrected"),
    Column(id="other", label="其他结果", english="Other result"),
    Column(id="pending", label="尚未审结", english="Pending"),
    Column(id="total", label="总计", english="Total", also=("合计",)),
)

REMEDY_WAYS: Final = ("administrative_review", "litigation_direct", "litigation_after_review")
"""The rows of the table, which the form prints beside each other in one line."""


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


REMEDIES: Final = (_remedies("2019"), _remedies("2021"))
