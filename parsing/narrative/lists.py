"""Totals with their parts (120件，其中…) and shares in percent (占33.9%), as sentences print them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from parsing.model import Place
from parsing.narrative.numerals import Quantity
from parsing.narrative.sentences import Sentence

_MARKER: Final = re.compile(r"其中|:(?<=[件条份个起宗次例项篇].)|包括[:,]?")
_BRACKETS: Final = re.compile(r"\([^()]*\)")
_PART_END: Final = re.compile(r"[,;、]|$")
_SHARE_ONLY: Final = re.compile(r"^(?:约)?(?:占|比例|分别占)[^,;、]*%$|^$")
_NEW_SUBJECT: Final = re.compile(
    r"^(?:另|此外|同时|还|全年|共|累计|总计|较|比|同比|办结|答复|已|均|全部|其余|其中|结转|截至|未|加上|(?:20\d\d)年)"
)
_CHANNEL: Final = re.compile(
    r"网|微信|微博|公众号|新媒体|公告栏|公示栏|平台|抖音|头条|电视|报纸|广播|渠道|视频号|客户端|APP|显示屏|转载|专栏"
)
_REST: Final = re.compile(r"^其[他它余](?!处理)")
_REMEDY: Final = re.compile("复议|诉讼")
_LONGEST_LABEL: Final = 26
_SHARE: Final = re.compile(r"占(?<!分别.)(?P<base>[^,;。%\d]{0,16}?)(?:约|为|达)?(?P<percent>\d{1,3}(?:\.\d+)?)%")
_KNOWN_BASE: Final = re.compile(r"^(?:总|全部|申请|办|受理|答复|信息|收到|比|的|公开|数|量|件|为|约|年|本|所有)*$")
_OF_ANOTHER: Final = re.compile(r"其中|[,;:、](?!(?:大?约|总?共|总体|合计|分别|均|各|所|数量)*$)[^,;:、()]+$")
_FARTHEST: Final = 12
_MOST_ABOVE: Final = 60  # numbers above a sentence among which the whole of a share may be
_FEWEST_PARTS: Final = 2
_WHOLE: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class ListClaim:
    """A total and its parts. ``totals`` are all numbers that may be the total, the nearest last.

    ``exhaustive`` tells that the words leave nothing out: 共20件：…, or a last part 其他.
    """

    totals: tuple[Quantity, ...]
    parts: tuple[Quantity, ...]
    exhaustive: bool
    place: Place
    printed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareClaim:
    """A number, the percentage it is said to be, and the numbers that it may be a share of, nearest first."""

    part: Quantity
    percent: Decimal
    bases: tuple[Quantity, ...]
    place: Place
    printed: str


def read_lists(prose: Iterable[Sequence[Sentence]]) -> Iterator[ListClaim]:
    """Every total that a sentence divides into parts of the same counter."""
    for passage in prose:
        above: Sentence | None = None
        for sentence in passage:
            for marker in _MARKER.finditer(sentence.text):
                found = _list_at(sentence, marker, above)
                if found:
                    yield found
            above = sentence


def _list_at(sentence: Sentence, marker: re.Match[str], above: Sentence | None) -> ListClaim | None:
    earlier = [quantity for quantity in sentence.quantities if quantity.end <= marker.start()]
    if not earlier and marker.start() == 0 and above:
        earlier = list(above.quantities)
    parts, complete = _parts(sentence, marker.end())
    if len(parts) < _FEWEST_PARTS or not earlier:
        return None
    totals = tuple(quantity for quantity in earlier if quantity.counter == parts[0][1].counter)
    labels = [label for label, _ in parts]
    if not totals or any(_CHANNEL.search(label) for label in labels):
        return None
    return ListClaim(
        totals=totals,
        parts=tuple(quantity for _, quantity in parts),
        exhaustive=complete and (marker[0] != "其中" or _REST.match(labels[-1]) is not None),
        place=sentence.passage.place(sentence.start + marker.start()),
        printed=f"{above.printed}。{sentence.printed}" if marker.start() == 0 and above else sentence.printed,
    )


def _parts(sentence: Sentence, start: int) -> tuple[list[tuple[str, Quantity]], bool]:
    """The labelled numbers behind a marker, as long as they go on alike, and whether they go on to the end.

    A semicolon divides parts, but behind parts that commas divide it begins something else.
    """
    text = _list_text(sentence.text, start)
    parts: list[tuple[str, Quantity]] = []
    commas = False
    at = start
    while at < len(text):
        if commas and text[at - 1] == ";":
            return parts, False
        end = _end_of_part(text, at, sentence.quantities)
        item, inside = text[at:end], [each for each in sentence.quantities if at <= each.start < end]
        label = item[: inside[0].start - at].strip(' :“”"') if inside else item.strip()
        if inside and text[inside[0].start] != " " and _is_part(label, item, inside, parts):
            commas = commas or (bool(parts) and text[at - 1] != ";")
            parts.append((label, inside[0]))
        elif not _SHARE_ONLY.match(label):
            return parts, False
        at = end + 1
    return parts, True


def _list_text(text: str, start: int) -> str:
    """The text up to where a list can go: the end of the bracket that it stands in, else all without brackets."""
    if text.rfind("(", 0, start) > text.rfind(")", 0, start):
        end = text.find(")", start)
        return text[: end if end >= 0 else len(text)]
    return _BRACKETS.sub(lambda bracket: " " * len(bracket[0]), text)


def _end_of_part(text: str, at: int, found: Sequence[Quantity]) -> int:
    """The next separator that does not stand inside a number."""
    ends = (match.start() for match in _PART_END.finditer(text, at))
    return next((end for end in ends if not any(each.start < end < each.end for each in found)), len(text))


def _is_part(label: str, item: str, inside: Sequence[Quantity], parts: Sequence[tuple[str, Quantity]]) -> bool:
    alike = not parts or parts[0][1].counter == inside[0].counter
    words = item.replace(" ", "")
    if parts and _REMEDY.search(label) and not _REMEDY.search(parts[0][0]):
        return False  # 复议3件,其中维持3件;诉讼2件
    return alike and len(inside) == 1 and 0 < len(label) <= _LONGEST_LABEL and not _NEW_SUBJECT.match(words)


# ---- Shares ---------------------------------------------------------------------------------------------------------


def read_shares(prose: Iterable[Sequence[Sentence]]) -> Iterator[ShareClaim]:
    """Every number that is said to be so many percent of another: of its passage, else of the one above.

    A number above is the whole of shares only where it is that of some of them.
    """
    above: Sequence[Quantity] = ()
    for passage in prose:
        counted: list[Quantity] = []
        for sentence in passage:
            counted += sentence.quantities
            found = list(_shares(sentence))
            parts = [part for part, _, _ in found]
            wholes = [each for each in above if any(is_share(part, percent, each.value) for part, percent, _ in found)]
            for part, percent, place in found:
                yield ShareClaim(
                    part=part,
                    percent=percent,
                    bases=_bases(part, counted[-_MOST_ABOVE:], parts) or _bases(part, wholes, ()),
                    place=place,
                    printed=sentence.printed,
                )
        above = counted[-_MOST_ABOVE:]


def percent_of(part: Quantity, whole: Decimal) -> Decimal:
    """How many percent of another number, which is not 0, a number is."""
    return part.value * _WHOLE / whole


def is_share(part: Quantity, percent: Decimal, whole: Decimal) -> bool:
    """Whether a number is so many percent of another, to half of the last digit."""
    half = Decimal(1).scaleb(int(percent.as_tuple().exponent)) / 2
    return whole != 0 and abs(percent_of(part, whole) - percent) <= half


def _shares(sentence: Sentence) -> Iterator[tuple[Quantity, Decimal, Place]]:
    """The numbers of a sentence that are shares, how many percent they are, and where they stand."""
    for match in _SHARE.finditer(sentence.text):
        before = [quantity for quantity in sentence.quantities if quantity.end <= match.start()]
        if not before or match.start() - before[-1].end > _FARTHEST or not _KNOWN_BASE.match(match["base"]):
            continue
        if _OF_ANOTHER.search(sentence.text[before[-1].end : match.start()]):
            continue  # 收到30件,其中予以公开占50%
        part, percent = before[-1], Decimal(match["percent"])
        if part.is_exact and percent <= _WHOLE and "%" not in sentence.text[part.end : match.start()]:
            yield part, percent, sentence.passage.place(sentence.start + part.start)


def _bases(part: Quantity, counted: Sequence[Quantity], parts: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """The numbers that a number can be a share of: not 0, and none that is itself told as a share beside it."""
    can_be = (each for each in counted if each.counter == part.counter and 0 < each.value >= part.value)
    return tuple(each for each in can_be if each not in parts)
