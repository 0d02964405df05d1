"""Whatever the bytes, a reader gives a document or says why not. It never fails in any other way."""

from __future__ import annotations

import random

import pytest

from parsing.model import Document, Format, Source, UnreadableError
from parsing.readers.documents import read_document
from tests.readers.documents import docx, pdf, ruled, word_table

ROWS = [["项目", "自然人", "企业"], ["新收", "12", "0"], ["结转", "3", "345"]]
PAGE = "".join(f"<tr>{''.join(f'<td colspan=2>{text}</td>' for text in row)}</tr>" for row in ROWS)
DOCUMENTS = {
    Format.HTML: f"<html><meta charset=gbk><body><p>报告</p><table>{PAGE}</table></body>".encode("gbk"),
    Format.DOCX: docx(word_table(*ROWS)),
    Format.PDF: pdf(lambda canvas: ruled(canvas, ROWS)),
    Format.TEXT: "\n".join(" | ".join(row) for row in ROWS).encode(),
}
MUTATIONS = 120


def outcome(content: bytes) -> Document | str:
    try:
        return read_document(Source("hostile", content))
    except UnreadableError as error:
        return error.problem.code


def mutated(content: bytes, chance: random.Random) -> bytes:
    """The content cut off, with bytes changed, taken out, put in or repeated."""
    changed = bytearray(content)
    place = chance.randrange(len(changed))
    match chance.choice(("cut", "change", "remove", "insert", "repeat")):
        case "cut":
            del changed[place:]
        case "change":
            for _ in range(chance.choice((1, 8, 64))):
                changed[chance.randrange(len(changed))] = chance.randrange(256)
        case "remove":
            del changed[place : place + chance.randrange(1, 200)]
        case "insert":
            changed[place:place] = chance.randbytes(chance.randrange(1, 60))
        case _:
            changed[place:place] = changed[place : place + 200] * chance.randrange(1, 9)
    return bytes(changed)


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_damaged_documents(kind: Format) -> None:
    chance = random.Random(f"damage {kind}")  # noqa: S311  # the same damage in every run
    for _ in range(MUTATIONS):
        assert outcome(mutated(DOCUMENTS[kind], chance))


def test_random_bytes() -> None:
    chance = random.Random("random bytes")  # noqa: S311  # the same bytes in every run
    for _ in range(MUTATIONS):
        assert outcome(chance.randbytes(chance.randrange(1, 3000)))


@pytest.mark.parametrize(
    "content",
    [
        b"<table>" * 3000 + b"1",
        b"<table><tr><td>" * 600 + b"1",
        b"<font>" * 1500 + b"<table><tr><td>1",
        b"<table><tr>" + b"<td colspan=99999 rowspan=99999>1" * 300 + b"<tr><td>1" * 300,
        b"<table>" + b"<tr><td rowspan=0>1" * 2000,
        b"<!--" * 5000,
        b"&#8233;1&#8233;" * 500 + b"<table><tr><td>1<td>2</table>",
        b"<p>" + b"&" * 20000,
        "<p>\u2029".encode() * 500,
    ],
)
def test_markup_made_to_hurt(content: bytes) -> None:
    assert outcome(content)


def test_a_forged_mark_moves_no_table_out_of_the_document() -> None:
    document = outcome("<p>&#8233;1&#8233;一</p><table><tr><td>规章<td>3</table><p>二</p>".encode())
    assert isinstance(document, Document)
    assert sum(not hasattr(block, "text") for block in document.blocks) == 1
