"""PDF files made object by object, for what no library would write."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

TEXT = b"BT /F1 10 Tf 50 800 Td (123) Tj ET"


def paper(*objects: bytes, root: str = "/Root 1 0 R") -> bytes:
    """A PDF file of these objects, numbered from 1."""
    written, starts = b"%PDF-1.7\n", []
    pieces = [written]
    at = len(written)
    for number, content in enumerate(objects, start=1):
        piece = b"%d 0 obj\n%s\nendobj\n" % (number, content)
        starts.append(at)
        pieces.append(piece)
        at += len(piece)
    entries = b"".join(b"%010d 00000 n \n" % start for start in starts)
    size = len(objects) + 1
    pieces.append(b"xref\n0 %d\n0000000000 65535 f \n" % size + entries)
    pieces.append(b"trailer\n<</Size %d%s>>\nstartxref\n%d\n%%%%EOF" % (size, root.encode(), at))
    return b"".join(pieces)


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """A stream, packed."""
    packed = zlib.compress(content, 9)
    return b"<</Length %d/Filter/FlateDecode%s>>stream\n%s\nendstream" % (len(packed), entries, packed)


def one_page(content: bytes, *more: bytes, entries: bytes = b"", resources: bytes = b"") -> bytes:
    """A file of one page; further objects are numbered from 6."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>%s>>%s>>"
    return paper(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page % (resources, entries),
        stream(content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *more,
    )


def form(content: bytes, entries: bytes = b"") -> bytes:
    """A piece of a page that pages and other pieces can show."""
    return stream(content, b"/Type/XObject/Subtype/Form/BBox[0 0 590 800]/Resources<</Font<</F1 5 0 R>>%s>>" % entries)


def forms_in_forms(depth: int) -> bytes:
    """A page that shows a piece ten times, which shows a piece ten times, and so on: it takes PDFium years."""
    inner = (form(b"/X Do " * 10, b"/XObject<</X %d 0 R>>" % (7 + level)) for level in range(depth))
    return one_page(b"/X Do", *inner, form(TEXT), resources=b"/XObject<</X 6 0 R>>")


def crossed(rules: int) -> bytes:
    """A page of so many rules across and down."""
    places = (4 + 4.0 * number for number in range(rules))
    lines = (b"%.2f 10 m %.2f 830 l S 10 %.2f m 580 %.2f l S " % (at, at, at, at) for at in places)
    return one_page(b"".join(lines) + TEXT)


def pages(kids: Iterable[int], count: int, *more: bytes) -> bytes:
    """A tree of pages whose root is object 2; further objects are numbered from 3."""
    listed = b" ".join(b"%d 0 R" % kid for kid in kids)
    return paper(b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count %d>>" % (listed, count), *more)
