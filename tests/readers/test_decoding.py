"""The bytes decide how a text is read; a wrong declaration is noted and an unreadable text refused."""

from __future__ import annotations

import codecs

import pytest

from parsing.model import UnreadableError
from parsing.readers.decoding import declared_encoding, decode

TEXT = "<p>行政规范性文件，〔2019〕60号，﹝镕喆〇﹞ 12件</p>"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("declared", ["", "utf-8", "gb2312", "iso-8859-1", "nonsense"])
def test_every_encoding_is_read_whatever_is_declared(encoding: str, declared: str) -> None:
    text = TEXT + "<br>" * 50
    assert decode(text.encode(encoding), declared).text == text


def test_declared_big5_is_believed() -> None:
    text = "行政規範性文件，行政複議"
    assert decode(text.encode("big5"), "big5").text == text


@pytest.mark.parametrize("declared", ["", "utf-8", "gb2312"])
def test_big5_is_told_by_its_signs_where_it_is_not_declared(declared: str) -> None:
    text = "行政規範性文件，行政複議、行政訴訟。本年製作的文件 12"
    assert decode(text.encode("big5"), declared).text == text


def test_what_is_declared_as_big5_and_is_not_is_read_too() -> None:
    assert decode(TEXT.encode("gb18030"), "big5").text == TEXT


@pytest.mark.parametrize(
    ("encoding", "declared", "noted"),
    [
        ("utf-8", "utf-8", False),
        ("utf-8", "UTF8", False),
        ("utf-8", "", False),
        ("gb18030", "gb2312", False),
        ("gb18030", "GBK", False),
        ("utf-16", "utf-16", False),
        ("utf-8", "gb2312", True),
        ("gb18030", "utf-8", True),
    ],
)
def test_only_a_wrong_declaration_is_noted(encoding: str, declared: str, *, noted: bool) -> None:
    problems = decode(TEXT.encode(encoding), declared).problems
    assert [problem.code for problem in problems] == ["file-encoding"] * noted


def test_plain_ascii_is_never_noted() -> None:
    assert decode(b"<p>12</p>", "gb2312").problems == ()


def test_a_few_broken_bytes_are_marked_and_told() -> None:
    content = (TEXT * 20).encode() + b"\xe8\xa1"
    decoded = decode(content, "utf-8")
    assert decoded.text == TEXT * 20 + "\ufffd"
    assert [problem.code for problem in decoded.problems] == ["file-encoding"]


@pytest.mark.parametrize("content", [bytes([0x80, 0xFF]) * 50, codecs.BOM_UTF16_LE + b"\x00\xdc" * 40 + b"x"])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableError) as error:
        decode(content)
    assert error.value.problem.code == "file-unknown"


@pytest.mark.parametrize(
    ("head", "declared"),
    [
        (b'<meta charset="GB2312">', "gb2312"),
        (b"<META http-equiv=Content-Type content='text/html; charset=gbk'>", "gbk"),
        (b'<?xml version="1.0" encoding="utf-8"?><html>', "utf-8"),
        (b"<html><p>no word of it", ""),
    ],
)
def test_declarations(head: bytes, declared: str) -> None:
    assert declared_encoding(head) == declared
