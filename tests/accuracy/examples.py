"""One example for each kind of problem and finding: what is printed, in a small document that gives it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from parsing import read_report
from parsing.limits import MAX_FILE_BYTES
from parsing.model import Finding, Problem, Source
from tests.readers.documents import docx, paragraph, recognised

REPORT: Final = (Path(__file__).parent / "example_report.txt").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Example:
    """A document, and what it prints at the place in question.

    A few kinds depend on the computer or on more than one document: they have no ``content``, and ``told`` holds what
    is told then.
    """

    printed: str
    content: bytes | None = None
    name: str = "report.txt"
    told: Problem | Finding | None = None


def told_by(code: str) -> Problem | Finding | None:
    """What reading the example of a kind tells of it: the first of that kind."""
    example = EXAMPLES.get(code)
    if example is None or example.content is None:
        return example.told if example else None
    report = read_report(Source(example.name, example.content))
    told: tuple[Problem | Finding, ...] = (*report.problems, *report.findings)
    return next((entry for entry in told if entry.code == code), None)


def _changed(printed: str, *beginnings: str) -> Example:
    """The report with some of its lines, told by how they begin, printed otherwise."""
    lines = REPORT.splitlines()
    found = [index for index, line in enumerate(lines) if line.startswith(beginnings)]
    if len(found) != len(beginnings):
        raise ValueError(f"The report has not one line for each of {beginnings}.")
    lines[found[0]] = printed
    kept = (line for index, line in enumerate(lines) if index not in found[1:])
    return Example(printed, "\n".join((*kept, "")).encode())


def _without(beginning: str) -> Example:
    """The report without one of its lines."""
    (lost,) = (line for line in REPORT.splitlines() if line.startswith(beginning))
    return Example(f"（没有这一行 · without this line）{lost}", REPORT.replace(f"{lost}\n", "").encode())


def _by_columns() -> Example:
    """The report with table three read down its columns, behind its labels."""
    lines = REPORT.splitlines()
    start, end = (
        next(index for index, line in enumerate(lines) if line.startswith(beginning)) + after
        for beginning, after in (("一、本年新收", 0), ("四、结转下年度", 1))
    )
    rows = [line.removesuffix(" |").split(" | ") for line in lines[start:end]]
    labels = [label for row in rows for label in row[:-7]]
    columns = [figure for column in zip(*(row[-7:] for row in rows), strict=True) for figure in column]
    printed = f"{' ⏎ '.join((*labels[-2:], *columns[:4]))} ⏎ …"
    return Example(printed, "\n".join((*lines[:start], *labels, *columns, *lines[end:], "")).encode())


def _file(printed: str, content: bytes, name: str) -> Example:
    return Example(printed, content, name)


def _text(*lines: str) -> Example:
    return Example("\n".join(lines), "\n".join((*lines, "")).encode())


def _narrative(sentence: str) -> Example:
    """The report with another sentence in its first section."""
    return _within("2023年，我局依法做好政府信息公开工作。", sentence)


def _within(before: str, after: str, shown: Sequence[str] = ()) -> Example:
    """The report with one text in it replaced."""
    if before not in REPORT:
        raise ValueError(f"The report does not print {before}.")
    return Example("\n".join(shown) or after, REPORT.replace(before, after).encode())


_OTHERS: Final = "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 |"
_REMEDIES: Final = REPORT[REPORT.index("四、政府信息公开行政复议") : REPORT.index("五、存在")]
_FORM_OF_2019: Final = (
    "永修县演示应急管理局2023年政府信息公开工作年度报告",
    "第二十条第（九）项 |",
    "信息内容 | 采购项目数量 | 采购总金额 |",
)

_TITLE: Final = "永修县演示应急管理局2023年政府信息公开工作年度报告"
_DECISIONS: Final = ("第二十条第（六）项 |", "行政处罚 |", "行政强制 |")
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
_FORM_OF_2014: Final = ("永修县演示应急管理局2016年政府信息公开工作年度报告", "统计指标 | 单位 | 统计数 |")
_INDICATORS: Final = (
    "收到申请数 | 件 | 12 |",
    "1.当面申请数 | 件 | 2 |",
    "行政复议数量 | 件 | 3 |",
    "行政诉讼数量 | 件 | 1 |",
)

EXAMPLES: Final[Mapping[str, Example]] = {
    # ---- Files ------------------------------------------------------------------------------------------------------
    "file-empty": _file("", b"", "report.html"),
    "file-unknown": _file("7F 45 4C 46 02 01 01 00 …", b"\x7fELF\x02\x01\x01" + bytes(200), "report.bin"),
    "file-damaged": _file("%PDF-1.7 …", b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog", "report.pdf"),
    "file-too-large": _file("64 MB + 1 byte", b" " * (MAX_FILE_BYTES + 1), "report.txt"),
    "file-beyond-limits": _file("0|0|0|… (1,001 × 0|)", b"0|" * 1001, "report.txt"),
    "file-too-slow": Example("…", told=Problem(code="file-too-slow", values={"seconds": "120"})),
    "file-too-demanding": Example("…", told=Problem(code="file-too-demanding", values={"limit": "2048 MB"})),
    "file-reader-ended": Example("…", told=Problem(code="file-reader-ended")),
    "file-reader-failed": Example("…", told=Problem(code="file-reader-failed", values={"error": "ValueError"})),
    "file-scan": _file("89 50 4E 47 … (PNG)", b"\x89PNG\r\n\x1a\n" + bytes(200), "report.png"),
    "text-recognised": _file(
        "scan.jpg · 行政强制 2", recognised((_TITLE, "第二十条第（六）项", "行政强制 2")), "report.pdf"
    ),
    "file-encoding": _file(
        '<meta charset="gb2312"> 永修县演示应急管理局 … (UTF-8)',
        f'<html><head><meta charset="gb2312"></head><body><p>{REPORT}</p></body></html>'.encode(),
        "report.html",
    ),
    "file-encrypted": _file(
        "D0 CF 11 E0 … EncryptedPackage", _OLE + "EncryptedPackage".encode("utf-16-le"), "report.docx"
    ),
    "page-data-read": _file(
        'var content = "<table><tr><td>规章<td>0<td>0<td>3 …</table>"',
        f'<p><script>var content = "{_TITLE}<table>{"<tr><td>规章<td>0<td>0<td>3" * 4}</table>"</script>'.encode(),
        "report.html",
    ),
    "file-legacy-word": Example("D0 CF 11 E0 … WordDocument", told=Problem(code="file-legacy-word")),
    "file-other-document": Example("OFD.xml", told=Problem(code="file-other-document", values={"format": "OFD"})),
    "file-converted": Example("D0 CF 11 E0 … WordDocument", told=Problem(code="file-converted")),
    "file-not-opened": Example("PermissionError", told=Problem(code="file-not-opened")),
    "file-archive-refused": Example(
        "../../report.html", told=Problem(code="file-archive-refused", values={"reason": "../../report.html"})
    ),
    # ---- Report -----------------------------------------------------------------------------------------------------
    "report-not-found": _text("永修县演示应急管理局2023年政府信息公开工作年度报告", "年度报告见附件。"),
    "agency-not-found": _within("永修县演示应急管理局", "", ("2023年政府信息公开工作年度报告",)),
    "year-not-found": Example(
        _TITLE.replace("2023年", ""), REPORT.replace("2023年", "").replace("2024年1月15日", "").encode()
    ),
    "year-ambiguous": _within(
        "2023年，我局依法",
        "时间：2022年1月1日至2022年12月31日。我局依法",
        (_TITLE, "…2022年1月1日至2022年12月31日。…"),
    ),
    "region-not-found": _within("永修县演示应急管理局", "演示应急管理局"),
    "region-ambiguous": _within("永修县演示应急管理局", "鼓楼区演示应急管理局"),
    "parts-not-read": _file("<w:altChunk/>", docx(paragraph(_TITLE) + "<w:altChunk/>"), "report.docx"),
    # ---- Tables -----------------------------------------------------------------------------------------------------
    "table-missing": _within(_REMEDIES, "四、政府信息公开行政复议、行政诉讼情况\n见附件。\n"),
    "table-repeated": _within(
        "六、其他需要", f"{_REMEDIES.replace('1 | 0 | 1 | 0 | 2', '0 | 0 | 1 | 0 | 1')}六、其他需要"
    ),
    "table-repeated-alike": _within("六、其他需要", f"{_REMEDIES}六、其他需要"),
    "header-missing": _without("商业企业 |"),
    "column-order": _changed("信息内容 | 本年废止件数 | 本年制发件数 | 现行有效件数 |", "信息内容 | 本年制发件数 |"),
    "column-order-unclear": _changed("其他 | 法律服务机构 | 社会公益组织 | 科研机构 | 商业企业 |", "商业企业 |"),
    "rows-missing": _without("2.重复申请 |"),
    "rows-empty": _changed("2.重复申请 |", "2.重复申请 |"),
    "row-repeated": _changed("行政许可 | 124 |\n行政许可 | 142 |", "行政许可 |"),
    "row-unknown": _changed("行政处罚 | 37 |\n行政检查 | 260 |", "行政处罚 |"),
    "rows-split": _changed("行政许可\n本级办理\n100\n委托办理\n24", "行政许可 |"),
    "row-restored": _changed(" | 0 | 0 | 0 | 0 | 0 | 0 | 0 |", "2.重复申请 |"),
    "rows-torn": _changed("124\n行政许可\n37\n行政处罚\n2\n行政强制", "行政许可 |", *_DECISIONS),
    "edition-mixed": _changed("信息内容 | 本年新制作数量 | 本年废止件数 | 现行有效件数 |", "信息内容 | 本年制发件数 |"),
    # ---- Cells ------------------------------------------------------------------------------------------------------
    "cells-missing": _changed("二、上年结转政府信息公开申请数量 | 1 | 0 | 0 | 0 | 0 | 1 |", "二、上年结转"),
    "cells-glued": _changed("二、上年结转政府信息公开申请数量\n1000001", "二、上年结转"),
    "columns-one-by-one": _by_columns(),
    "cells-glued-unclear": _changed("二、上年结转政府信息公开申请数量\n101000112", "二、上年结转"),
    "cells-blank": _changed("行政规范性文件 | 5 | - | 25 |", "行政规范性文件 |"),
    "row-continued": _changed("2.重复申请 0 0 0 0 0 0 0\n5 1 2", "2.重复申请 |"),
    "figure-stray": _changed("2.重复申请 0 0 0 0 0 0 0\n5", "2.重复申请 |"),
    "cell-not-a-number": _changed("行政许可 | 见附件 |", "行政许可 |"),
    "cell-negative": _changed("行政许可 | -124 |", "行政许可 |"),
    "cell-fraction": _changed("行政许可 | 12.4 |", "行政许可 |"),
    "cell-unit-missing": _text(*_FORM_OF_2019, "政府集中采购 | 2 | 26799003 |"),
    "cell-unit-converted": _changed("行政事业性收费 | 125000元 |", "行政事业性收费 |"),
    "cell-annotated": _changed("行政规范性文件 | 5（其中修订2件） | 1 | 25 |", "行政规范性文件 |"),
    "cell-digits-joined": _changed("行政许可 | 12 345 |", "行政许可 |"),
    "indicators-missing": _text(*_FORM_OF_2014, "主动公开政府信息数 | 条 | 321 |", *_INDICATORS),
    "indicator-unclear": _text(*_FORM_OF_2014, "主动公开政府信息数 | 条 | 约三百 |", *_INDICATORS),
    # ---- Findings ---------------------------------------------------------------------------------------------------
    "applications-balance": _changed(
        "四、结转下年度继续办理 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |", "四、结转下年度继续办理 |"
    ),
    "applications-outcomes": _changed("2.重复申请 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |", "2.重复申请 |"),
    "applications-row-total": _changed("（七）总计 | 11 | 2 | 0 | 0 | 1 | 0 | 15 |", "（七）总计 |"),
    "remedies-total": _changed("1 | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 |", "1 | 0 | 1 | 0 | 2"),
    "edition-superseded": _text(*_FORM_OF_2019, "政府集中采购 | 2 | 26799003元 |"),
    # ---- Findings: words --------------------------------------------------------------------------------------------
    "narrative-figure": _narrative("2023年，我局收到政府信息公开申请20件。"),
    "narrative-contradiction": _narrative(
        "2023年，我局收到政府信息公开申请14件，其中予以公开9件，不予公开2件，受理申请12件。"
    ),
    "narrative-list-sum": _narrative("全年制定文件20件，其中规划5件、预案9件、通知8件。"),
    "narrative-percent": _narrative("2023年，我局收到政府信息公开申请14件，其中予以公开8件，占33.9%。"),
    "title-broken": _within(_TITLE, "永修县演示应急管理局2023府信息公开工作年度报告"),
    "template-residue": _narrative("2023年，XX局依法做好政府信息公开工作（宋体加粗小四号字）。"),
    "numbering-skipped": _narrative("一是加强学习。三是完善制度。"),
    "counter-without-number": _narrative("2023年，我局主动公开政府信息条。"),
    "date-before-year-end": _within("2024年1月15日", "2023年12月20日"),
    "date-late": _within("2024年1月15日", "2024年3月15日"),
    "year-stale": _narrative("2022年，我局依法做好政府信息公开工作。"),
    "other-share": _changed(
        "3.其他 | 30 | 0 | 0 | 0 | 0 | 0 | 30 |\n（七）总计 | 41 | 2 | 0 | 0 | 1 | 0 | 44 |", "3.其他 |", "（七）总计 |"
    ),
    "items-change-decisions": _text(
        "永修县演示应急管理局2020年政府信息公开工作年度报告",
        "信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |",
        "行政许可 | 10 | +1 | 11 |",
        "其他对外管理服务事项 | 0 | 0 | 0 |",
        "行政处罚 | 5 | +2 | 9 |",
        "行政强制 | 0 | 0 | 0 |",
    ),
}
