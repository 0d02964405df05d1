"""What a PDF page is made of, in the order in which it is painted: texts, paths, images, those inside forms too."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from itertools import count
from typing import Final, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from parsing.limits import MAX_PDF_SHAPES, refuse_beyond
from parsing.readers.pdf_geometry import UNCHANGED, Matrix

_DEEPEST_FORM: Final = 8


class Part(NamedTuple):
    """One object of a page. ``around`` is the matrix of what it is in, ``order`` tells what is painted over what."""

    kind: int
    handle: ctypes.c_void_p
    around: Matrix
    order: int
    glassy: bool  # what it is in lets the ground shine through


def parts_of(page: pypdfium2.PdfPage) -> Iterator[Part]:
    """The objects of a page.

    Raises:
        UnreadableError: there are more than the limit.
    """
    found = (pdfium.FPDFPage_GetObject(page, index) for index in range(pdfium.FPDFPage_CountObjects(page)))
    yield from _unfolded(found, UNCHANGED, _DEEPEST_FORM, count(1), glassy=False)


def _unfolded(
    found: Iterable[ctypes.c_void_p], around: Matrix, deepest: int, numbers: Iterator[int], *, glassy: bool
) -> Iterator[Part]:
    for handle in found:
        number = next(numbers)
        if number > MAX_PDF_SHAPES:
            refuse_beyond("shapes", number, MAX_PDF_SHAPES)
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            yield Part(kind, handle, around, number, glassy)
        elif deepest > 0:
            size = pdfium.FPDFFormObj_CountObjects(handle)
            inner = (pdfium.FPDFFormObj_GetObject(handle, index) for index in range(size))
            shines = glassy or is_glassy(handle)
            yield from _unfolded(inner, matrix_of(handle).within(around), deepest - 1, numbers, glassy=shines)


def matrix_of(handle: ctypes.c_void_p) -> Matrix:
    """How an object is scaled, turned and moved."""
    raw = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(handle, raw)
    return Matrix(raw.a, raw.b, raw.c, raw.d, raw.e, raw.f)


def is_glassy(handle: ctypes.c_void_p) -> bool:
    """Whether the ground shines through an object."""
    return bool(pdfium.FPDFPageObj_HasTransparency(handle))


def address(handle: ctypes.c_void_p) -> int:
    """By which an object is known again."""
    return ctypes.addressof(handle.contents)  # type: ignore[attr-defined]  # handles are typed pointers
