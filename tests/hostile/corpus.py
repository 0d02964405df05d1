"""Hostile documents, each with what has to be said of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from tests.hostile import archives, papers
from tests.readers.documents import docx, paragraph, word_cell, word_table, zipped

_HEADING: Final = "洪泽区应急管理局2023年政府信息公开工作年度报告"
_TITLE: Final = "<p>某某市应急管理局2023年政府信息公开工作年度报告</p>"
_ENTITIES: Final = "".join(f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 10))
_BOMB: Final = f'<!DOCTYPE x [<!ENTITY a0 "ha">{_ENTITIES}]>'
_OUTSIDE: Final = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY % b SYSTEM "http://127.0.0.1:9/"> %b;]>'


def _page(body: str) -> bytes:
    return f"<html><body>{_TITLE}{body}</body></html>".encode("utf-8", "surrogatepass")


def _word(prolog: str, body: str) -> bytes:
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    main = f'{prolog}<w:document xmlns:w="{name}"><w:body><w:p><w:r><w:t>{body}</w:t></w:r></w:p></w:body></w:document>'
    return zipped({"word/document.xml": main})


def _saved_page(depth: int) -> bytes:
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b0\n\n"
    parts = (f"--b{at}\nContent-Type: multipart/related; boundary=b{at + 1}\n\n" for at in range(depth))
    return (head + "".join(parts)).encode()


PAGES: Final[Mapping[str, tuple[Callable[[], bytes], str]]] = MappingProxyType(
    {
        "entities.html": (lambda: _BOMB.encode() + _page("&a9;"), "report-not-found"),
        "outside.html": (lambda: _OUTSIDE.encode() + _page("&a;"), "report-not-found"),
        "outside.xhtml": (
            lambda: b'<?xml version="1.0"?>' + _OUTSIDE.encode() + b"<html><p>&a;</p></html>",
            "report-not-found",
        ),
        "deep-elements.html": (lambda: _page("<div>" * 100_000), "file-damaged"),
        "deep-tables.html": (lambda: _page("<table><tr><td>" * 100), "file-beyond-limits"),
        "deep-fonts.html": (lambda: _page("<font>" * 3000 + "1"), "file-damaged"),
        "cells.html": (lambda: _page("<table>" + "<tr>" + "<td>1" * 100_000 + "</table>"), "file-beyond-limits"),
        "rows.html": (lambda: _page("<table>" + "<tr><td>规章<td>1<td>2" * 30_000 + "</table>"), "file-beyond-limits"),
        "tags.html": (lambda: _page("<b>" * 600_000), "file-beyond-limits"),
        "spans.html": (
            lambda: _page("<table>" + "<tr><td colspan=1000000 rowspan=1000000>1<td>2" * 3000 + "</table>"),
            "report-not-found",
        ),
        "tables.html": (lambda: _page("<table><tr><td>规章<td>1</table>" * 9000), "report-not-found"),
        "hidden.html": (lambda: _page("x<span style='display:none'>y</span>" * 40_000), "report-not-found"),
        "styles.html": (
            lambda: _page("<style>" + "td .a{display:none}" * 400 + "</style>" + "<p class=a>1" * 9000),
            "report-not-found",
        ),
        "layers.html": (lambda: _page("<b style='visibility:hidden'>" * 800 + "<i>1</i>" * 9000), "report-not-found"),
        "strings.html": (lambda: _page("<script><table" + "\\'\\\"`" * 200_000 + "</script>"), "report-not-found"),
        "notes.html": (lambda: _page("5<sup>1</sup>" * 40_000), "report-not-found"),
        "utf-7.html": (lambda: b"<meta charset=utf-7>+ADw-script+AD4-alert(1)+ADw-/script+AD4-", "report-not-found"),
        "surrogates.html": (lambda: _page("&#xD800;\ud800\udfff"), "file-unknown"),
        "controls.html": (
            lambda: _page("".join(f"&#{code};" for code in range(160)) + "\u202e\u2066"),
            "report-not-found",
        ),
        "parts.mht": (lambda: _saved_page(2000), "file-beyond-limits"),
        "entities.mht": (
            lambda: (
                b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html\n\n"
                + (_BOMB + "<p>&a9;").encode()
            ),
            "report-not-found",
        ),
    }
)
TEXTS: Final[Mapping[str, tuple[Callable[[], bytes], str]]] = MappingProxyType(
    {
        "long.txt": (lambda: b"x" * 1_100_000, "file-beyond-limits"),
        "lines.txt": (lambda: "公开。\n".encode() * 60_000, "file-beyond-limits"),
        "pipes.txt": (lambda: b"|" * 300_000, "file-beyond-limits"),
        "rule.txt": (lambda: b"|" + b"-- " * 100_000 + b"x|", "report-not-found"),
        "bookmarks.txt": (lambda: b"[bookmark: " * 60_000, "report-not-found"),
        "blanks.txt": (lambda: "统计指标 主动".encode() + b" " * 500_000 + b"x", "report-not-found"),
        "marks.txt": (lambda: "é\u0301\u0316".encode() * 2 + "\u0301\u0316".encode() * 200_000, "report-not-found"),
        "digits.txt": (lambda: "政府信息公开申请".encode() + b"9" * 400_000 + "件。".encode(), "report-not-found"),
        "divisions.txt": (
            lambda: "\n".join((_HEADING, "淮安市" * 50_000 + "洪泽区应急管理局")).encode(),
            "report-not-found",
        ),
        "nothing.txt": (lambda: b"\0" * 1000, "file-empty"),
        "controls.txt": (lambda: b"report\0\1\2", "file-unknown"),
        "bidi.txt": ("某某局\u202e报告\u2066".encode, "report-not-found"),
        "rich.rtf": (lambda: b"{\\rtf1 " + b"{" * 100_000, "file-legacy-word"),
    }
)
WORDS: Final[Mapping[str, tuple[Callable[[], bytes], str]]] = MappingProxyType(
    {
        "entities.docx": (lambda: _word(_BOMB, "&a9;"), "file-damaged"),
        "outside.docx": (lambda: _word(_OUTSIDE, "&a;"), "file-damaged"),
        "link.docx": (
            lambda: docx(
                '<w:p><w:hyperlink xmlns:r="r" r:id="rId1"><w:r><w:t>x</w:t></w:r></w:hyperlink></w:p>',
                **{
                    "word/_rels/document.xml.rels": '<Relationships><Relationship Id="rId1" TargetMode="External" '
                    'Target="http://127.0.0.1:9/"/></Relationships>',
                    "word/vbaProject.bin": "macro",
                },
            ),
            "report-not-found",
        ),
        "cells.docx": (
            lambda: docx(word_table(["1"])[:-8] + ("<w:tr>" + word_cell("1") * 50 + "</w:tr>") * 500 + "</w:tbl>"),
            "file-beyond-limits",
        ),
        "columns.docx": (
            lambda: docx("<w:tbl><w:tr>" + word_cell("1") * 2000 + "</w:tr></w:tbl>"),
            "file-beyond-limits",
        ),
        "tags.docx": (lambda: docx("<w:p/>" * 500_000), "file-beyond-limits"),
        "bomb.docx": (lambda: docx(paragraph(" " * 20_000_000)), "file-too-large"),
        "deep.docx": (lambda: docx("<w:tbl><w:tr><w:tc>" * 1000), "file-damaged"),
        "sign.docx": (lambda: docx('<w:p><w:r><w:sym w:char="D800"/></w:r></w:p>'), "report-not-found"),
        "locked.docx": (lambda: archives.locked({"word/document.xml": b"<x/>"}), "file-encrypted"),
        "locked-ole.docx": (
            lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le"),
            "file-encrypted",
        ),
        "cut.docx": (lambda: docx(paragraph("x") * 100)[:300], "file-damaged"),
    }
)
PAPERS: Final[Mapping[str, tuple[Callable[[], bytes], str]]] = MappingProxyType(
    {
        "rules.pdf": (lambda: papers.crossed(140), "file-beyond-limits"),
        "loop-of-pages.pdf": (lambda: papers.pages((2, 2), 5), "file-damaged"),
        "loop-of-parents.pdf": (lambda: papers.pages((3,), 1, b"<</Type/Page/Parent 3 0 R>>"), "file-scan"),
        "pages.pdf": (lambda: papers.pages([3] * 3000, 3000, b"<</Type/Page/Parent 2 0 R>>"), "file-beyond-limits"),
        "claims-pages.pdf": (lambda: papers.pages((3,), 10**9, b"<</Type/Page/Parent 2 0 R>>"), ""),
        "shows-itself.pdf": (
            lambda: papers.one_page(
                b"/X Do", papers.form(b"/X Do", b"/XObject<</X 6 0 R>>"), resources=b"/XObject<</X 6 0 R>>"
            ),
            "file-scan",
        ),
        "objects.pdf": (lambda: papers.one_page(papers.TEXT, *[b"<<>>"] * 100_000), "report-not-found"),
        "huge-box.pdf": (lambda: papers.one_page(papers.TEXT, entries=b"/CropBox[-1e30 -1e30 1e30 1e30]"), ""),
        "huge-scale.pdf": (
            lambda: papers.one_page(b"1e38 0 0 1e38 1e38 1e38 cm " * 2 + b"0 0 9 9 re S " + papers.TEXT),
            "",
        ),
        "shapes.pdf": (lambda: papers.one_page(b"0 0 m 1 1 l S " * 110_000 + papers.TEXT), "file-beyond-limits"),
        "bomb.pdf": (lambda: papers.one_page(b" " * 30_000_000 + papers.TEXT), "report-not-found"),
        "nested.pdf": (lambda: papers.one_page(papers.TEXT, b"[" * 50_000 + b"]" * 50_000), "report-not-found"),
        "cut.pdf": (lambda: papers.one_page(papers.TEXT)[:300], ""),
        "script.pdf": (
            lambda: papers.one_page(
                papers.TEXT,
                b"<</S/JavaScript/JS(app.launchURL\\('http://127.0.0.1:9/'\\))>>",
                entries=b"/AA<</O 6 0 R>>",
            ),
            "report-not-found",
        ),
        "page-in-pdf.pdf": (lambda: b"%PDF-1.7\n<html><table><tr><td>1</table>", "file-damaged"),
    }
)
CORPUS: Final = MappingProxyType({**PAGES, **TEXTS, **WORDS, **PAPERS})
"""Name → what makes the document, and the problem that must be told; nothing where any refusal will do."""
