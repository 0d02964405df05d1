"""整改通知: letters that ask organs to verify and correct their reports, written in Chinese as they are sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from itertools import groupby
from typing import Final, cast
from zipfile import ZIP_DEFLATED, ZipFile

import polars as pl

from data.file_names import file_stem as file_stem_of
from data.filters import UNSOUND
from data.issues import Issue, restored
from data.places import Location
from data.reviews import Decision, reviewed
from data.word_document import Paragraph, Role, document
from parsing.catalogue import KINDS, message, severity
from parsing.model import Finding, Problem

_TITLE: Final = ("关于核实更正政府信息公开工作", "年度报告的通知")
_OPENING: Final = (
    "经核对，你单位 {years} 年度政府信息公开工作年度报告存在下列 {count} 处数据不一致或者表格不完整的情况。"
    "请对照原始台账逐项核实，确有错误的予以更正，并按规定重新发布。"
)
_CLOSING: Final = "请于　　年　　月　　日前将核实和更正情况书面反馈。属于统计口径、机构调整等原因的，请一并说明。"
_REMARK: Final = (
    "以上情况由计算机按照年度报告格式的勾稽关系和前后年度数据核对得出，所引数字均为你单位报告所载，未作改动。"
)
_CONTACT: Final = "联系人：　　　　　　　联系电话："
_NUMERALS: Final = "一二三四五六七八九十"
_NOBODY: Final = "没有需要通知整改的单位"
_NO_LETTERS: Final = "所选报告没有需要核实更正的情况，或者有关条目已经排除，或者报告没有单位名称"
_NOTHING: Final = "该单位现在没有需要核实更正的情况：有关条目已经排除，或者已由更正后的报告取代。"
_NO_YEAR: Final = "年度未载明"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One organ's letter: whom it is for, and the file."""

    organ_id: str
    agency: str
    content: bytes


def to_rectify(entries: pl.LazyFrame, location: Location) -> pl.DataFrame:
    """The entries that an organ is asked about: what makes a report unsound, but for what was dismissed.

    Raises:
        DatasetError: the decisions cannot be read.
    """
    grave = entries.filter(pl.col("severity").is_in(UNSOUND), pl.col("agency").is_not_null())
    judged = reviewed(grave.collect(), location)
    return judged.filter(pl.col("decision").ne_missing(Decision.DISMISSED.value)).sort(
        "organ_id", "fiscal_year", "report_id", "number", nulls_last=True
    )


def is_to_rectify(row: Mapping[str, object]) -> bool:
    """Whether a reviewed entry belongs into its organ's letter."""
    return row["severity"] in UNSOUND and row["agency"] is not None and row["decision"] != Decision.DISMISSED.value


def is_grave(entry: Problem | Finding) -> bool:
    """Whether an entry makes its report unsound, so that the organ is asked about it unless it is dismissed."""
    return severity(entry).value in UNSOUND


def letters(entries: pl.DataFrame, today: date) -> Iterator[Letter]:
    """A letter for each organ of :func:`to_rectify`'s entries, under the name that its latest report prints."""
    rows = entries.sort("organ_id", maintain_order=True).iter_rows(named=True)
    for organ_id, own in groupby(rows, key=lambda row: str(row["organ_id"])):
        found = list(own)
        agency = str(max(found, key=lambda row: row["fiscal_year"] or 0)["agency"])
        yield Letter(organ_id=organ_id, agency=agency, content=document(_paragraphs(agency, found, today)))


def letter(entries: pl.DataFrame, today: date) -> bytes:
    """The letter about one organ's entries; when none is left, as after a decision of somebody else, it says so."""
    found = next(letters(entries, today), None)
    return document([Paragraph(Role.BODY, _NOTHING)]) if found is None else found.content


def archive(entries: pl.DataFrame, today: date) -> bytes:
    """All letters in one ZIP, each named after its organ's division and name; where there is none, a note says so."""
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as package:
        for letter in letters(entries, today):
            package.writestr(f"{file_stem(letter)}.docx", letter.content)
        if not package.namelist():
            package.writestr(f"{_NOBODY}.docx", document([Paragraph(Role.BODY, f"{_NOBODY}：{_NO_LETTERS}。")]))
    return target.getvalue()


def file_stem(letter: Letter) -> str:
    """A name for the letter's file that is allowed on Windows."""
    return file_stem_of(f"{letter.organ_id[:6]}_{letter.agency}_整改通知")


def _paragraphs(agency: str, rows: Sequence[Mapping[str, object]], today: date) -> Iterator[Paragraph]:
    years = sorted({str(row["fiscal_year"]) for row in rows if row["fiscal_year"]})
    yield from (Paragraph(Role.TITLE, line) for line in _TITLE)
    yield Paragraph(Role.ADDRESSEE, "")
    yield Paragraph(Role.ADDRESSEE, f"{agency}：")
    yield Paragraph(Role.BODY, _OPENING.format(years="、".join(years) or _NO_YEAR, count=len(rows)))
    by_report = groupby(rows, key=lambda row: (row["fiscal_year"], row["source"]))
    for place, ((year, source), own) in enumerate(by_report):
        heading = f"{year} 年度报告" if year else f"报告（{_NO_YEAR}）"
        yield Paragraph(Role.HEADING, f"{_ordinal(place)}、{heading}")
        yield Paragraph(Role.BODY, f"文件：{str(source).rpartition('/')[2]}")
        for number, row in enumerate(own, start=1):
            yield Paragraph(Role.BODY, f"{number}．{_item(row)}")
    yield Paragraph(Role.BODY, _CLOSING)
    yield Paragraph(Role.BODY, _REMARK)
    yield Paragraph(Role.BODY, _CONTACT)
    yield Paragraph(Role.BODY, "")
    yield Paragraph(Role.SIGNATURE, "（印章）")
    yield Paragraph(Role.SIGNATURE, f"{today.year}年{today.month}月{today.day}日")


def _item(row: Mapping[str, object]) -> str:
    entry = restored(cast("Issue", row))
    return f"{KINDS[entry.code].zh.title}。{message(entry, 'zh')}"


def _ordinal(place: int) -> str:
    """一 to 十, then 十一 and so on; no organ has files by the hundred."""
    tens, ones = divmod(place + 1, 10)
    if tens == 0 or (tens == 1 and ones == 0):
        return _NUMERALS[place]
    lead = "" if tens == 1 else _NUMERALS[tens - 1]
    return f"{lead}十{_NUMERALS[ones - 1] if ones else ''}"
