"""The claims of a report's text: what each says of which figure, and the sentence that says so.

A claim is made only where a clause is plainly about the figure: about this organ, this year as a whole, and the
same unit. Where it may be about something else, there is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from parsing.model import Place, Report
from parsing.narrative import nothing, patterns
from parsing.narrative.guards import (
    Candidate,
    about,
    counts_cases,
    counts_documents,
    is_plain,
    is_plainly_none,
    is_some_remedies,
    remedy_named,
)
from parsing.narrative.numerals import Quantity, zero
from parsing.narrative.passages import Passage
from parsing.narrative.patterns import Pattern
from parsing.narrative.scope import Scope, scope_of
from parsing.narrative.sentences import Clause, Sentence
from parsing.narrative.subjects import Sums, sums

_NONE: Final = re.compile("未|没|无|不存在|不涉及")
_CONTEXTS: Final = frozenset({"applications", "remedies"})  # sections that tell what their text is about
_OF_OTHER_YEARS: Final = frozenset({"carried_in", "carried_out"})
_GOES_ON: Final = re.compile("其中|结果|维持|纠正")  # a sentence that tells more of what was just named
_ASIDE: Final = re.compile("其中[:,][^:,;]*$")  # and all that is told without another comma


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
    told: set[str] = field(default_factory=set)  # the subjects of the sentences before
    remedy: str = ""  # reviews or lawsuits, whichever was named last
    named_just_now: str = ""  # by the clause before

    def name_remedy(self, clause: Clause) -> None:
        """Note which remedy a clause names. Two in a row, and what follows may be about either."""
        named = remedy_named(clause.text)
        if named is not None:
            is_second = self.named_just_now not in {"", named}
            self.remedy = "" if is_second else named
        self.named_just_now = named or ""


def read_claims(report: Report, prose: Iterable[Sequence[Sentence]]) -> tuple[Claim, ...]:
    """Every claim of the text about a figure of the form, in order. Plans claim nothing."""
    reader = _Reader(scope_of(report), dict(report.table_editions))
    told = (passage for passage in prose if passage and passage[0].passage.section != "problems")
    return tuple(claim for passage in told for claim in reader.read(passage))


@dataclass(frozen=True, slots=True)
class _Reader:
    scope: Scope
    editions: dict[str, str]

    def read(self, sentences: Sequence[Sentence]) -> Iterator[Claim]:
        """The claims of one passage."""
        passage = sentences[0].passage
        reading = _Reading(about(passage.heading) or (passage.section if passage.section in _CONTEXTS else ""))
        for sentence in sentences:
            reading.told |= {claim.subject for claim in reading.settled}
            reading.settled = []
            if not _GOES_ON.match(sentence.text):
                reading.remedy = reading.named_just_now = ""
            for clause in sentence.clauses():
                reading.context = about(clause.text) or reading.context
                reading.name_remedy(clause)
                reading.settled += tuple(self._clause(sentence, clause, reading))
            yield from _of_one_maker(reading.settled, sentence)

    def _clause(self, sentence: Sentence, clause: Clause, reading: _Reading) -> Iterator[Claim]:
        if not clause.quantities:
            if _NONE.search(clause.text):
                yield from self._none(sentence, clause, reading)
            if reading.settled:
                yield from self._all(sentence, clause, reading)
            return
        taken: set[int] = set()
        for pattern in _possible(clause, reading):
            for match in pattern.regex.finditer(clause.masked):
                at = match.start("q")
                candidate = Candidate(pattern, clause.quantity_at(at), sentence, clause, reading.context)
                if at in taken or _is_part(candidate, reading):
                    continue
                if self._years_fit(match) and self._is_plain(candidate):
                    taken.add(at)
                    yield self._claim(pattern.subject, candidate.quantity, sentence, clause)
        yield from self._results(sentence, clause, reading)

    def _results(self, sentence: Sentence, clause: Clause, reading: _Reading) -> Iterator[Claim]:
        """How the reviews or the lawsuits ended whose number was told before: 其中维持2件."""
        named = {claim.subject for claim in reading.settled} | reading.told
        if reading.remedy not in named or is_some_remedies(sentence) or not self.scope.covers(sentence, clause):
            return
        for result in patterns.RESULTS:
            for match in result.regex.finditer(clause.masked):
                quantity = clause.quantity_at(match.start("q"))
                if counts_cases(quantity):
                    yield self._claim(f"{reading.remedy}_{result.subject}", quantity, sentence, clause)

    def _goes_on_next_year(self, words: str) -> bool:
        """Whether words tell of what was done only after the year: 均已办结,其中2件于次年1月办结."""
        year = self.scope.fiscal_year
        return re.search(rf"结转|顺延|[次下翌]一?年|{year + 1}年" if year else "结转", words) is not None

    def _is_plain(self, candidate: Candidate) -> bool:
        """Whether the words around leave no other reading, and are about this organ and year."""
        names_others = candidate.pattern.subject in _OF_OTHER_YEARS
        return is_plain(candidate) and self.scope.covers(
            candidate.sentence, candidate.clause, names_others=names_others
        )

    def _years_fit(self, match: re.Match[str]) -> bool:
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
        for way in nothing.NOTHING:
            match = way.regex.search(clause.text)
            if match is None or not is_plainly_none(way, match[0], sentence, reading.context):
                continue
            carried = set(way.subjects) <= _OF_OTHER_YEARS
            if not self.scope.covers(sentence, clause, names_others=carried):
                continue
            none = zero(clause.start + match.start(), clause.start + match.end())
            for subject in way.subjects:
                yield self._claim(subject, none, sentence, clause)
            if "reviews" in way.subjects:
                return

    def _all(self, sentence: Sentence, clause: Clause, reading: _Reading) -> Iterator[Claim]:
        """均已办结 behind what was received: nothing was carried out; 均获维持: as many were upheld."""
        exact = [claim for claim in reading.settled if claim.quantity.is_exact]
        received = [claim for claim in exact if claim.subject == "received"]
        named = {claim.subject for claim in exact}
        settled = nothing.ALL_SETTLED.match(clause.text) and not self._goes_on_next_year(sentence.text[clause.start :])
        if received and "carried_out" not in named and settled:
            none = zero(clause.start, clause.start + len(clause.text))
            yield self._claim("carried_out", none, sentence, clause)
        if nothing.ALL_UPHELD.match(clause.text):
            for claim in (claim for claim in exact if claim.subject in {"reviews", "lawsuits"}):
                quantity = replace(claim.quantity, start=clause.start, end=clause.start + len(clause.text))
                yield self._claim(f"{claim.subject}_upheld", quantity, sentence, clause)


def _is_part(candidate: Candidate, reading: _Reading) -> bool:
    """Whether cases are told apart whose number was given before: 45 penalties, 30 of them on the road."""
    subject = candidate.pattern.subject
    if subject == "received":
        before = candidate.sentence.text[: candidate.clause.start]
        return _ASIDE.search(before) is not None and any(claim.subject == subject for claim in reading.settled)
    if candidate.pattern.context != "decisions":
        return False
    is_aside = candidate.sentence.text.startswith("其中") and subject in reading.told
    return is_aside or any(claim.subject == subject for claim in reading.settled)


def _of_one_maker(claims: Sequence[Claim], sentence: Sentence) -> Iterator[Claim]:
    """The claims of a sentence, but for documents that it counts for each maker: 区政府制定4件,区政府办公室制定6件."""
    told = Counter(claim.subject for claim in claims if counts_documents(claim.subject))
    first = {claim.subject: claim for claim in reversed(claims)} if "其中" in sentence.text else {}
    return (claim for claim in claims if told[claim.subject] <= 1 or first.get(claim.subject) is claim)


def _possible(clause: Clause, reading: _Reading) -> Iterator[Pattern]:
    """The patterns whose words the clause has, or whose context it stands in."""
    for family in patterns.FAMILIES:
        if (family.context and family.context == reading.context) or family.words.search(clause.masked):
            yield from (pattern for pattern in family.patterns if pattern.word in clause.masked)
