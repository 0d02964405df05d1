"""Whether the parts of a list add up to its total, and whether shares in percent are those of some total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Final

from parsing.catalogue.reasons import Reason
from parsing.checks.evidence import Evidence
from parsing.checks.verdicts import Rule, Verdict
from parsing.model import Finding
from parsing.narrative.lists import ListClaim, ShareClaim, is_share, percent_of, read_lists, read_shares
from parsing.narrative.numerals import Quantity

_MOST_PAIRED: Final = 30  # numbers of one passage that are tried in pairs


# ---- Lists ----------------------------------------------------------------------------------------------------------


def _judge_lists(evidence: Evidence) -> Verdict:
    found = list(read_lists(evidence.sentences))
    if not found:
        return Verdict(reason=Reason.NO_LISTS)
    return Verdict(tuple(_wrong_sum(each) for each in found if not _adds_up(each)))


def _adds_up(claim: ListClaim) -> bool:
    """Parts may be fewer than their total unless the list leaves nothing out; they can never be more."""
    low, high = _together(claim.parts)
    totals = [(total.low, total.high) for total in claim.totals] + [_together(claim.totals)]
    return any(
        (most is None or low <= most) and not (claim.exhaustive and high is not None and high < least)
        for least, most in totals
    )


def _together(counted: Sequence[Quantity]) -> tuple[Decimal, Decimal | None]:
    """The least and the greatest sum that numbers allow: the parts, or what was received and what was carried in."""
    highs = [each.high for each in counted if each.high is not None]
    most = sum(highs, Decimal(0)) if len(highs) == len(counted) else None
    return sum((each.low for each in counted), Decimal(0)), most


def _wrong_sum(claim: ListClaim) -> Finding:
    total, parts = int(claim.totals[-1].value), [int(part.value) for part in claim.parts]
    return Finding(
        code="narrative-list-sum",
        left=sum(parts),
        right=total,
        place=claim.place,
        excerpt=claim.printed,
        values={
            "parts": " + ".join(map(str, parts)),
            "left": sum(parts),
            "right": total,
            "difference": abs(sum(parts) - total),
        },
    )


# ---- Shares ---------------------------------------------------------------------------------------------------------


def _judge_shares(evidence: Evidence) -> Verdict:
    found = [share for share in read_shares(evidence.sentences) if share.bases]
    if not found:
        return Verdict(reason=Reason.NO_SHARES)
    return Verdict(tuple(_wrong_share(share) for share in found if not _is_share(share)))


def _is_share(claim: ShareClaim) -> bool:
    """Whether the percentage is that of some number, or of two numbers together."""
    return any(is_share(claim.part, claim.percent, base) for base in _possible_bases(claim))


def _possible_bases(claim: ShareClaim) -> Iterator[Decimal]:
    values = list(dict.fromkeys(base.value for base in claim.bases))
    yield from values
    together = dict.fromkeys((claim.part.value, *values[:_MOST_PAIRED]))
    yield from (one + other for one, other in combinations(together, 2))


def _wrong_share(claim: ShareClaim) -> Finding:
    base = max(claim.bases, key=lambda each: -abs(percent_of(claim.part, each.value) - claim.percent)).value
    digits = Decimal(1).scaleb(int(claim.percent.as_tuple().exponent) - 1)
    share = percent_of(claim.part, base).quantize(digits)
    return Finding(
        code="narrative-percent",
        left=claim.percent,
        right=share,
        place=claim.place,
        excerpt=claim.printed,
        values={
            "part": int(claim.part.value),
            "base": int(base),
            "percent": f"{claim.percent}",
            "computed": f"{share}",
        },
    )


RULES: Final = (Rule("narrative-list-sum", _judge_lists), Rule("narrative-percent", _judge_shares))
