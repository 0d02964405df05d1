"""What the organs of the synthetic corpus did, year by year: figures that agree with each other by construction.

All chance comes from ``random.Random`` through sums and choices only, without functions whose last digit depends on
the machine, so that a corpus is the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Final

from data.synthetic.chance import chance_of
from data.synthetic.organs import Organ
from parsing import form
from parsing.form import cell_id

Figures = Mapping[str, int | Decimal]  # a figure for each cell of every edition

FIRST_YEAR: Final = 2019  # the first year that the form of 2019 is made for
_BEGINNING: Final = FIRST_YEAR - 1  # the year whose stocks every organ starts from

# How often an application ends so, for every thousand; rows that are not named never occur.
_OUTCOMES: Final[Mapping[str, int]] = {
    "granted": 420,
    "partially_granted": 85,
    "denied_other_law": 12,
    "denied_third_party": 20,
    "denied_internal_affairs": 32,
    "denied_process_information": 36,
    "denied_enforcement_file": 24,
    "denied_administrative_query": 18,
    "unable_not_held": 215,
    "unable_needs_creation": 42,
    "unable_unclear": 8,
    "unprocessed_petition": 38,
    "unprocessed_repeat": 14,
    "unprocessed_publication": 2,
    "unprocessed_reconfirmation": 4,
    "other_overdue_correction": 14,
    "other_overdue_fee": 1,
    "other_remaining": 15,
}
_OTHER: Final = ("other_overdue_correction", "other_overdue_fee", "other_remaining")  # one row in the form of 2019
_APPLICANTS: Final[Mapping[str, int]] = {
    "natural_person": 800,
    "business": 140,
    "research": 6,
    "public_welfare": 10,
    "legal_services": 34,
    "other_org": 10,
}
_REMEDIES: Final[Mapping[str, int]] = {"upheld": 45, "corrected": 12, "other": 28, "pending": 15}
_LARGE: Final = 40  # a mean from which on counts stay within a tenth of it
_CHANGES: Final = (-2, -1, 0, 0, 1, 3)  # of catalogue items in a year


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """What one organ has to report for one year, on which edition of each table, and when it did."""

    organ: Organ
    fiscal_year: int
    editions: Mapping[str, str]
    figures: Figures
    signed: date
    published: date

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of its tables, in the form's order."""
        return tuple(cell for table, edition in self.editions.items() for cell in form.TABLES[table, edition].cells)


def history(organ: Organ, last_year: int, seed: int) -> tuple[Filing, ...]:
    """The organ's filings from the first year of the form on, each continuing the one before."""
    chance = chance_of(seed, organ.name)
    figures = _founded(organ, chance)
    filings = []
    for year in range(FIRST_YEAR, last_year + 1):
        figures = _advance(organ, year, figures, chance)
        filings.append(_file(organ, year, figures, chance))
    return tuple(filings)


def _file(organ: Organ, year: int, figures: Figures, chance: Random) -> Filing:
    published = date(year + 1, 1, 8) + timedelta(days=chance.randrange(22))
    edition = form.edition_due(year)
    return Filing(
        organ=organ,
        fiscal_year=year,
        editions=dict.fromkeys(form.TABLE_NAMES, edition),
        figures=figures,
        signed=published - timedelta(days=chance.randrange(5)),
        published=published,
    )


def _founded(organ: Organ, chance: Random) -> Figures:
    """The stocks that the organ brings from the year before the first report."""
    figures: dict[str, int | Decimal] = dict.fromkeys(form.all_cells(), 0)
    rows = {"normative_documents": organ.trade.documents * 4 * organ.scale}
    if organ.trade.makes_regulations and organ.level == "city":
        rows["regulations"] = 6
    for row, stock in rows.items():
        figures[cell_id("proactive", row, "in_force")] = _about(stock, chance)
        figures[cell_id("proactive", row, "total_disclosed")] = _about(stock * 2, chance)
    for row in (*form.ITEM_ROWS, "fees"):
        figures[cell_id("proactive", row, "previous_items")] = _catalogue_size(organ, row, chance)
    return figures


def _catalogue_size(organ: Organ, row: str, chance: Random) -> int:
    if row == "fees":
        return chance.randrange(1, 6) if organ.trade.fees else 0
    return chance.randrange(8, 120) if _mean(organ, row, _BEGINNING) else 0


def _advance(organ: Organ, year: int, before: Figures, chance: Random) -> Figures:
    """One more year. The same draws are made for every organ, so that no year depends on what is printed."""
    figures: dict[str, int | Decimal] = dict.fromkeys(form.all_cells(), 0)
    figures |= _documents(organ, before, chance)
    figures |= _decisions(organ, year, before, chance)
    figures |= _money(organ, chance)
    figures |= _applications(organ, before, chance)
    figures |= _remedies(figures["applications.new_received.total"], chance)
    return figures


def _documents(organ: Organ, before: Figures, chance: Random) -> Iterator[tuple[str, int | Decimal]]:
    for row in ("regulations", "normative_documents"):
        stock = before[cell_id("proactive", row, "in_force")]
        issued = _about(_documents_mean(organ, row), chance)
        repealed = min(int(stock), _about(issued, chance) // 2)
        disclosed = before[cell_id("proactive", row, "total_disclosed")] + issued
        yield from (
            (cell_id("proactive", row, "issued"), issued),
            (cell_id("proactive", row, "repealed"), repealed),
            (cell_id("proactive", row, "in_force"), stock + issued - repealed),
            (cell_id("proactive", row, "made"), issued),
            (cell_id("proactive", row, "disclosed"), issued),
            (cell_id("proactive", row, "total_disclosed"), disclosed),
        )


def _documents_mean(organ: Organ, row: str) -> int:
    if row == "regulations":
        return 1 if organ.trade.makes_regulations and organ.level == "city" else 0
    return organ.trade.documents * organ.scale // 2


def _decisions(organ: Organ, year: int, before: Figures, chance: Random) -> Iterator[tuple[str, int | Decimal]]:
    """Decisions follow the organ's own slow trend; the items of the catalogue change by a few."""
    for row in (*form.ITEM_ROWS, "fees"):
        items = before[cell_id("proactive", row, "previous_items")] + before[cell_id("proactive", row, "change")]
        yield cell_id("proactive", row, "previous_items"), items
        yield cell_id("proactive", row, "change"), chance.choice(_CHANGES) if items > -min(_CHANGES) else 0
        if row in form.ITEM_ROWS:
            yield cell_id("proactive", row, "decisions"), _about(_mean(organ, row, year), chance)


def _mean(organ: Organ, row: str, year: int) -> int:
    """The number of decisions to be expected in a year: up or down by a few percent a year, by organ."""
    trade = organ.trade
    base = {
        "licensing": trade.licences,
        "other_services": trade.other_services,
        "penalties": trade.penalties,
        "coercion": trade.coercion,
    }[row]
    drift = chance_of(organ.name, row).randrange(-6, 9)
    return base * organ.scale * (100 + drift * (year - _BEGINNING)) // 100


def _money(organ: Organ, chance: Random) -> Iterator[tuple[str, int | Decimal]]:
    """Fees in 10,000 yuan with up to four decimals; procurement in yuan, in whole hundreds."""
    fees = Decimal(_about(organ.trade.fees * organ.scale * 10_000, chance)) / 10_000
    yield "proactive.fees.amount_10k_yuan", fees.normalize() if fees else Decimal(0)
    projects = chance.randrange(6)
    yield "proactive.procurement.items", projects
    yield "proactive.procurement.amount_yuan", Decimal(sum(chance.randrange(40, 9000) * 100 for _ in range(projects)))


def _applications(organ: Organ, before: Figures, chance: Random) -> Iterator[tuple[str, int | Decimal]]:
    received = chance.choices(
        tuple(_APPLICANTS), tuple(_APPLICANTS.values()), k=_about(organ.trade.applications * organ.scale, chance)
    )
    totals = dict.fromkeys((row.id for row in form.TABLES["applications", "2021"].rows), 0) | {"other": 0}
    for applicant in _APPLICANTS:
        carried_in = int(before[cell_id("applications", "carried_out", applicant)])
        column = _handled(received.count(applicant), carried_in, chance)
        for row, figure in column.items():
            totals[row] += figure
            yield cell_id("applications", row, applicant), figure
    for row, figure in totals.items():
        yield cell_id("applications", row, "total"), figure


def _handled(received: int, carried_in: int, chance: Random) -> dict[str, int]:
    """One applicant's column: every application ends in one outcome or is carried out."""
    carried_out = _share(received, 8, chance)
    processed = received + carried_in - carried_out
    ended = chance.choices(tuple(_OUTCOMES), tuple(_OUTCOMES.values()), k=processed)
    column = {row.id: ended.count(row.id) for row in form.outcome_rows("2021")}
    return column | {
        "new_received": received,
        "carried_in": carried_in,
        "other": sum(column[row] for row in _OTHER),
        "total_processed": processed,
        "carried_out": carried_out,
    }


def _remedies(received: int | Decimal, chance: Random) -> Iterator[tuple[str, int | Decimal]]:
    for way in form.REMEDY_WAYS:
        cases = _share(int(received), 5, chance)
        results = chance.choices(tuple(_REMEDIES), tuple(_REMEDIES.values()), k=cases)
        for result in _REMEDIES:
            yield cell_id("remedies", way, result), results.count(result)
        yield cell_id("remedies", way, "total"), cases


def _share(count: int, percent: int, chance: Random) -> int:
    """How many of a number of cases come out so, each by itself."""
    return sum(chance.randrange(100) < percent for _ in range(count))


def _about(mean: int, chance: Random) -> int:
    """A count near the mean: a fair draw each for small ones, within a tenth for large ones."""
    if mean < _LARGE:
        return sum(chance.randrange(2) for _ in range(2 * mean))
    spread = mean // 10
    return mean - spread + chance.randrange(spread + 1) + chance.randrange(spread + 1)
