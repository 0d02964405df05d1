"""The claims of a report's text: what each says of which figure, and the sentence that says so.

A claim is made only where a clause is plainly about the figure: about this organ, this year as a whole, and the
same unit. Where it may be about something else, there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from parsing.model import Place, Report
from parsing.narrative import patterns
from parsing.narrative.numerals import Quantity
from parsing.narrative.passages import Passage
from parsing.narrative.patterns import Pattern
from parsing.narrative.scope import Scope, scope_of
from parsing.narrative.sentences import MARK, Clause, Sentence, sentences
from parsing.narrative.subjects import Sums, sums

_APPLICATIONS: Final = re.compile(r"依(?:法)?申请|公开申请|政府信息申请|信息公开.{0,4}申请")
_REMEDIES: Final = re.compile("复议|诉讼")
_DOCUMENTS: Final = re.compile("规范性文件")
_INFORMATION: Final = re.compile("信息公开|政务公开|公开信息|依申请|公开行政复议|信息.{0,6}公开")
_OTHER_WORK: Final = re.compile(
    r"建议|提案|议案|留言|来信|来电|热线|网民|咨询|培训|信箱|12345|民意|在线访谈|听证|问政|督办|舆情|好差评|纠纷|调解|援助|公证"
)
_PARTLY: Final = re.compile(  # by one channel, by one kind of applicant, or after a step of the procedure
    r"网[上络站]|在线|线上|邮[寄件箱政]|信[函件]|书面|当面|现场|窗口|传真|电话|电子|平台|自然人|公民|企业|法人|律师|记者|涉及|有关|关于|其中"
    r"|撤[回销]|补正|延期|逾期|超期|不予受理|转[办交送]|类(?!情况)|代表|协助|征求"
)
_RESULT: Final = re.compile("维持|纠正|纠错|撤[销回]|驳回|审结|结案|未结|败诉|胜诉|开庭|一审|二审|再审|出庭|应诉|答辩|尚未|新[收增]|上诉|协助")
_PUBLISHED: Final = re.compile("公开|公示|发布|上传|录入|更新|推送|归集|报送|公布|上网|挂网|双公示")
_DONE: Final = re.compile("作出|做出|办理|办结|实施|下达|核发|处理|给予|完成")
_NOT_DECISIONS: Final = re.compile("信息(?!公开)|事项|目录|清单|案卷|评查|培训|立案|查处|移送|罚款|项目|栏目|指南|文书样|裁量")
_CASE_COUNTERS: Final = frozenset("件 件次 起 宗 份 个 次 例 项 笔 条 人次".split()) | {""}
_DECISION_COUNTERS: Final = frozenset("件 件次 起 宗 份 个 次 例 项 笔".split()) | {""}
_DOCUMENT_COUNTERS: Final = frozenset("件 份 个 部 项".split()) | {""}
_MODIFIED: Final = re.compile("失效|修改|修订")
_FROM_LAST_YEAR: Final = frozenset({"carried_in"})
_ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one clause claims. ``sums`` are the sums of cells that it may mean, ``quoted`` is the clause as printed."""

    subject: str
    sums: Sums
    quantity: Quantity
    place: Place
    quoted: str
    printed: str
    passage: Passage
    position: int  # of the quantity in the passage


@dataclass(slots=True)
class _Reading:
    """What is known while the clauses of a passage are read in order."""

    context: str
    settled: list[Claim] = field(default_factory=list)  # of the sentence being read


def read_claims(report: Report, prose: Sequence[Passage]) -> tuple[Claim, ...]:
    """Every claim of the text about a figure of the form, in order."""
    reader = _Reader(scope_of(report), dict(report.table_editions))
    return tuple(claim for passage in prose if passage.section != "problems" for claim in reader.read(passage))


@dataclass(frozen=True, slots=True)
class _Reader:
    scope: Scope
    editions: dict[str, str]

    def read(self, passage: Passage) -> Iterator[Claim]:
        reading = _Reading(_about(passage.heading) or _section_context(passage.section))
        for sentence in sentences(passage):
            reading.settled = []
            for clause in sentence.clauses():
                reading.context = _about(clause.text) or reading.context
                found = list(self._clause(sentence, clause, reading))
                reading.settled += found
                yield from found

    def _clause(self, sentence: Sentence, clause: Clause, reading: _Reading) -> Iterator[Claim]:
        taken: set[int] = set()
        for pattern in (*patterns.COUNTED, *patterns.MONEY):
            for match in pattern.regex.finditer(clause.masked):
                at = match.start("q")
                if at in taken or not self._holds(pattern, match, sentence, clause, reading):
                    continue
                taken.add(at)
                yield self._claim(pattern.subject, clause.quantity_at(at), sentence, clause)
        if not taken and (MARK not in clause.masked):
            yield from self._none(sentence, clause, reading)
            yield from self._all(sentence, clause, reading)

    def _holds(
        self, pattern: Pattern, match: re.Match[str], sentence: Sentence, clause: Clause, reading: _Reading
    ) -> bool:
        """Whether the words around the match leave no other reading."""
        quantity = clause.quantity_at(match.start("q"))
        before = clause.masked[: match.start("q")]
        return (
            self._years_fit(pattern.subject, match)
            and _counts_fit(pattern.subject, quantity)
            and _FITS[_family(pattern)](pattern, before, sentence, clause, reading)
            and self.scope.covers(sentence, clause, last_year=pattern.subject in _FROM_LAST_YEAR)
        )

    def _years_fit(self, subject: str, match: re.Match[str]) -> bool:
        """Whether a year that is named as last or next is that."""
        named = match.groupdict()
        year = self.scope.fiscal_year
        expected = {"to": 1, "from": -1}
        return all(
            not named.get(group) or (year is not None and int(named[group]) == year + step)
            for group, step in expected.items()
        )

    def _claim(self, subject: str, quantity: Quantity, sentence: Sentence, clause: Clause) -> Claim:
        start = sentence.start + clause.start
        return Claim(
            subject=subject,
            sums=sums(subject, self.editions),
            quantity=quantity,
            place=sentence.passage.place(sentence.start + quantity.start),
            quoted=sentence.passage.quote(start, start + len(clause.text)),
            printed=sentence.printed,
            passage=sentence.passage,
            position=sentence.start + quantity.start,
        )

    def _none(self, sentence: Sentence, clause: Clause, reading: _Reading) -> Iterator[Claim]:
        """Claims that there was nothing."""
        for nothing in patterns.NOTHING:
            match = nothing.regex.search(clause.text)
            if match is None or not _none_fits(nothing, match, sentence, reading):
                continue
            carried = set(nothing.subjects) <= _FROM_LAST_YEAR
            if not self.scope.covers(sentence, clause, last_year=carried):
                continue
            zero = Quantity(_ZERO, _ZERO, _ZERO, "", clause.start + match.start(), clause.start + match.end())
            for subject in nothing.subjects:
                yield self._claim(subject, zero, sentence, clause)
            if "reviews" in nothing.subjects:
                return

    def _all(self, sentence: Sentence, clause: Clause, reading: _Reading) -> Iterator[Claim]:
        """均已办结 behind what was received: nothing was carried out; 均获维持: as many were upheld."""
        exact = [claim for claim in reading.settled if claim.quantity.is_exact]
        received = [claim for claim in exact if claim.subject == "received"]
        named = {claim.subject for claim in exact}
        if received and "carried_out" not in named and patterns.ALL_SETTLED.match(clause.text):
            zero = Quantity(_ZERO, _ZERO, _ZERO, "", clause.start, clause.start + len(clause.text))
            yield self._claim("carried_out", zero, sentence, clause)
        if patterns.ALL_UPHELD.match(clause.text):
            for claim in (claim for claim in exact if claim.subject in {"reviews", "lawsuits"}):
                quantity = replace(claim.quantity, start=clause.start, end=clause.start + len(clause.text))
                yield self._claim(f"{claim.subject}_upheld", quantity, sentence, clause)


# ---- What a clause is about -----------------------------------------------------------------------------------------


def _about(text: str) -> str:
    """What words are about: applications, remedies, documents, or other work; nothing where they do not tell."""
    if _REMEDIES.search(text):
        return "remedies"
    if _APPLICATIONS.search(text):
        return "applications"
    if _OTHER_WORK.search(text):
        return "other"
    if _DOCUMENTS.search(text):
        return "documents"
    return "procurement" if "政府集中采购" in text else ""


def _section_context(section: str) -> str:
    return section if section in {"applications", "remedies"} else ""


def _family(pattern: Pattern) -> str:
    """The guard that a pattern needs."""
    return "received" if pattern.subject == "received" else pattern.context


def _received_fits(
    _pattern: Pattern, before: str, sentence: Sentence, clause: Clause, reading: _Reading
) -> bool:
    """All applications, by whatever channel; none of the organ's other work."""
    if reading.context in {"other", "remedies"} or _PARTLY.search(clause.masked.replace("政府信息", "")):
        return False
    return not (_INFORMATION.search(sentence.text + sentence.passage.heading) is None and reading.context != "applications")


def _applications_fit(
    _pattern: Pattern, _before: str, _sentence: Sentence, clause: Clause, reading: _Reading
) -> bool:
    return reading.context == "applications" and not _OTHER_WORK.search(clause.text)


def _remedies_fit(_pattern: Pattern, _before: str, sentence: Sentence, clause: Clause, _reading: _Reading) -> bool:
    """A number of cases of information disclosure, not of their results, nor of the organ's work as a reviewer."""
    return _is_about_information(sentence) and not _RESULT.search(clause.masked)


def _is_about_information(sentence: Sentence) -> bool:
    passage = sentence.passage
    return passage.section == "remedies" or _INFORMATION.search(passage.heading + sentence.text) is not None


def _decisions_fit(_pattern: Pattern, _before: str, sentence: Sentence, clause: Clause, _reading: _Reading) -> bool:
    """Decisions that were made, not those that were published."""
    before = sentence.text[: clause.start] + clause.text
    published, done = (max((match.end() for match in verbs.finditer(before)), default=-1) for verbs in (_PUBLISHED, _DONE))
    return published <= done and not _NOT_DECISIONS.search(clause.text)


def _documents_fit(_pattern: Pattern, _before: str, _sentence: Sentence, clause: Clause, reading: _Reading) -> bool:
    return reading.context == "documents" and not _MODIFIED.search(clause.text)


def _money_fits(pattern: Pattern, before: str, _sentence: Sentence, clause: Clause, _reading: _Reading) -> bool:
    return clause.quantities[before.count(MARK)].is_money and (
        pattern.subject != "procurement_amount" or "政府集中采购" in clause.text
    )


def _procurement_fits(pattern: Pattern, before: str, _sentence: Sentence, clause: Clause, reading: _Reading) -> bool:
    return reading.context == "procurement" and clause.quantities[before.count(MARK)].is_money


def _anything_fits(pattern: Pattern, _before: str, _sentence: Sentence, clause: Clause, _reading: _Reading) -> bool:
    return pattern.subject not in {"documents_issued", "documents_repealed"} or not _MODIFIED.search(clause.text)


_FITS: Final = {
    "": _anything_fits,
    "received": _received_fits,
    "applications": _applications_fit,
    "remedies": _remedies_fit,
    "decisions": _decisions_fit,
    "documents": _documents_fit,
    "money": _money_fits,
    "procurement": _procurement_fits,
}


def _counts_fit(subject: str, quantity: Quantity) -> bool:
    """Whether the counter can count the subject."""
    if quantity.is_money:
        return subject in {"fees", "information_fee", "procurement_amount"}
    if subject in {"fees", "information_fee", "procurement_amount"}:
        return False
    if subject in {"licensing", "penalties", "coercion"}:
        return quantity.counter in _DECISION_COUNTERS
    if subject.startswith(("documents", "regulations")):
        return quantity.counter in _DOCUMENT_COUNTERS
    return quantity.counter in _CASE_COUNTERS


def _none_fits(nothing: patterns.Nothing, match: re.Match[str], sentence: Sentence, reading: _Reading) -> bool:
    words = match[0]
    if nothing.context == "remedies":
        return _is_about_information(sentence) and not _RESULT.search(words)
    if nothing.context == "applications":
        return reading.context == "applications"
    if nothing.context == "decisions":
        return not _NOT_DECISIONS.search(words) and not _PUBLISHED.search(words)
    if "received" in nothing.subjects:
        return not (_PARTLY.search(words.replace("有关", "")) or _REMEDIES.search(words) or _OTHER_WORK.search(words))
    return True
