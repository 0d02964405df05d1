"""A file is known by its content, and one that cannot be read is refused with the reason."""

from __future__ import annotations

import codecs

import pytest

from parsing.model import Format, Source, UnreadableError
from parsing.readers.documents import read_document
from parsing.readers.sniffing import sniff
from tests.readers.documents import docx, paragraph, pdf, shape, zipped


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"<!DOCTYPE html><p>1", Format.HTML),
        (b"\r\n \t<p style='x'>1</p>", Format.HTML),
        (codecs.BOM_UTF8 + b"<html>", Format.HTML),
        ("<div>报告</div>".encode("utf-16"), Format.HTML),
        ("<table><tr><td>报告</td></tr></table>".encode("utf-16-le"), Format.HTML),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><p>1', Format.HTML),
        ("三、申请\n<table><tr><td>1</td></tr></table>".encode("gb18030"), Format.HTML),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x", Format.HTML),
        (b"<p>about %PDF-1.4 files</p>", Format.HTML),
        (b"%PDF-1.7\n", Format.PDF),
        (b"HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n", Format.PDF),
        ("一、总体情况\n规章 | 0 | 0 |".encode(), Format.TEXT),
        (("<div>\n报告\n</div>" + "\n|规章|0|0|" * 12).encode(), Format.TEXT),
        ("一、总体情况 1 < 2 且 3 > 2".encode("gb18030"), Format.TEXT),
        ("一、总体情况\n规章 0".encode("utf-16"), Format.TEXT),
        (docx(paragraph("报告")), Format.DOCX),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), Format.DOC),
        (b"{\\rtf1\\ansi 1}", Format.DOC),
        (b'<?xml version="1.0"?><w:wordDocument>', Format.DOC),
    ],
)
def test_formats(content: bytes, found: Format) -> None:
    assert sniff(content) is found


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file-empty"),
        (b" \r\n\t", "file-empty"),
        (codecs.BOM_UTF8 + b"\n", "file-empty"),
        ("\u3000\n".encode(), "file-empty"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "file-encrypted"),
        (b"\x89PNG\r\n\x1a\n", "file-scan"),
        (b"\xff\xd8\xff\xe0JFIF", "file-scan"),
        (zipped({"xl/workbook.xml": "<x/>"}), "file-other-document"),
        (zipped({"other.xml": "<x/>"}), "file-unknown"),
        (b"plain\x00\x01\x02 binary", "file-unknown"),
        (docx(paragraph("报告"))[:-60], "file-damaged"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(content: bytes, code: str) -> None:
    with pytest.raises(UnreadableError) as error:
        sniff(content)
    assert error.value.problem.code == code


def test_each_format_has_its_reader() -> None:
    contents = [
        b"<p>1</p>",
        docx(paragraph("1")),
        pdf(lambda canvas: canvas.drawString(100, 500, "1")),
        b"1",
    ]
    documents = [read_document(Source("any name.doc", content)) for content in contents]
    assert [shape(document) for document in documents] == [["1"]] * 4
    assert [document.format for document in documents] == [Format.HTML, Format.DOCX, Format.PDF, Format.TEXT]


def test_a_file_beyond_the_limit_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("parsing.readers.documents.MAX_FILE_BYTES", 10)
    with pytest.raises(UnreadableError) as error:
        read_document(Source("a.html", b"<p>123456789</p>"))
    assert error.value.problem.code == "file-too-large"
