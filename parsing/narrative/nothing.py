"""Sentences that say there was none, and those that say all of it was settled or upheld, as patterns over a clause."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from parsing.narrative.patterns import APPLICATION, DOCUMENT, LAST, NEXT

_NONE: Final = r"(?:未曾|未|没有|没|尚未|暂未|无|暂无|不存在|不涉及)"


@dataclass(frozen=True, slots=True)
class Nothing:
    """One way of saying that a figure is zero, without a number."""

    subjects: tuple[str, ...]
    regex: re.Pattern[str]
    context: str = ""


_CASES: Final = (
    r"(?:的)?(?:案件|案|事项|案例|申请|情况|情形|现象|工作|件|信息|要求|请求|行为|决定|措施|执行)*"
    r"(?:(?:和|及|、)(?:有关|相关)?的?申诉(?:案件|案)?)?(?:的|等)*(?:情况|情形|现象|问题|发生)?[.]?$"
)
_ANYONE: Final = r"(?:任何)?(?:公民|个人|自然人|单位)(?:、|或者?|和)法人(?:、|或者?|和|及)其[他它](?:组织|团体)"
_REVIEW: Final = r"(?:行政)?复议(?:案件|申请|事项|案)?"
_SUIT: Final = r"(?:被)?(?:提起|引发|发生)?(?:的)?(?:行政)?诉讼"


def _nothing(subjects: Iterable[str], source: str, context: str = "") -> Nothing:
    return Nothing(tuple(subjects), re.compile(source), context)


NOTHING: Final[tuple[Nothing, ...]] = (
    _nothing(
        ("received",), rf"{_NONE}(?:有)?(?:收到|接到|接收到?|受理)(?:过|任何)?(?:的)?申请{_CASES}", "applications"
    ),
    _nothing(
        ("received",),
        rf"{_NONE}(?:有)?(?:收到|接到|接收到?|受理|收)(?:过|任何)?(?:[^▁]{{0,22}}?){APPLICATION}{_CASES}",
    ),
    _nothing(
        ("received",),
        rf"(?:无|没有|未有|未发生|没有发生)(?:任何)?(?:[^▁,]{{0,24}}?提[出交]|公民|群众|个人)?(?:的)?{APPLICATION}{_CASES}",
    ),
    _nothing(
        ("received",),
        rf"{_NONE}(?:有)?(?:收到|接到|受理)?(?:过)?{_ANYONE}(?:向[^▁,]{{1,8}}?)?申请公开(?:政府|政务)?信息{_CASES}",
    ),
    _nothing(("carried_in",), rf"{_NONE}(?:有)?{LAST}(?:度)?结转", "applications"),
    _nothing(("carried_out",), rf"{_NONE}(?:有)?(?:需要?)?结转(?:至|到)?{NEXT}", "applications"),
    _nothing(
        ("reviews", "lawsuits"),
        rf"{_NONE}[^▁]{{0,34}}?{_REVIEW}(?:或者|或|和|、|及|与|以及)?{_SUIT}{_CASES}",
        "remedies",
    ),
    _nothing(("reviews",), rf"{_NONE}[^▁]{{0,34}}?{_REVIEW}{_CASES}", "remedies"),
    _nothing(("lawsuits",), rf"{_NONE}(?:(?!经)[^▁]){{0,34}}?(?:行政)?诉讼{_CASES}", "remedies"),
    _nothing(("licensing",), rf"{_NONE}(?:作出|实施|发生|进行|办理)?(?:任何)?行政许可{_CASES}", "decisions"),
    _nothing(("penalties",), rf"{_NONE}(?:作出|实施|发生|进行|办理)?(?:任何)?行政处罚{_CASES}", "decisions"),
    _nothing(("coercion",), rf"{_NONE}(?:作出|实施|发生|采取|进行|办理)?(?:任何)?行政强制{_CASES}", "decisions"),
    _nothing(
        ("documents_issued",), rf"{_NONE}(?:有)?(?:新)?(?:制发|制定|印发|出台)(?:过|任何)?(?:新的?)?{DOCUMENT}{_CASES}"
    ),
    _nothing(("fees",), rf"{_NONE}(?:收取|发生|产生|涉及)?(?:任何)?行政事业性收费{_CASES}"),
    _nothing(
        ("information_fee",),
        rf"{_NONE}(?:有)?(?:收取|产生|发生|收到)(?:过|任何)?(?:[^▁,]{{0,14}}?)(?:信息处理费|信息公开处理费)(?:用)?{_CASES}",
    ),
)
ALL_SETTLED: Final = re.compile(
    r"^(?:[^▁]{0,12}?)(?:均|全部|都|已全部|均已)(?:已)?(?:按(?:时|期|规定|要求|照)?[^▁]{0,10}?|在[^▁]{0,12}?|依法[^▁]{0,6}?|予以)?(?:办结|办理完毕|办理完成|答复完毕|处理完毕)"
)
ALL_UPHELD: Final = re.compile(r"^(?:均|全部|都)(?:获|被|予以|得到)?(?:维持)")
