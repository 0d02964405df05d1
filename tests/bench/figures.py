"""Reports of as many organs and years as wanted, made directly as a frame of the dataset's schema.

The figures agree within each report and from year to year. They are functions of the organ, the year and a name, so
that last year's figure is known without looking at last year, and a frame of any size takes one pass.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final
from zlib import crc32

import polars as pl

from data.schema import JUDGED, REPORTS, STATE_LETTERS, VERDICT_LETTERS
from data.signatures import BINS, LETTERS
from parsing import form
from parsing.form import cell_id

FIRST_YEAR: Final = 2019
YEARS: Final = 6
_KINDS: Final = ("police", "education", "health", "market", "township")
_DIVISIONS: Final = ("360425", "500103", "211224", "330521", "370321", "440305", "110101", "610112")
_SMALL: Final = 4  # applications that end in one way are fewer
_LARGE: Final = 200  # and decisions
_COPIES: Final = 20  # one of so many texts is taken from a few
_TEMPLATES: Final = 997
_HASH_LETTERS: Final = 16


def figures(organ_years: int, start: int = 0) -> pl.LazyFrame:
    """So many reports, ``YEARS`` for each organ, in the order of organs and years; ``start`` are left out before."""
    index = pl.col("index")
    numbers = pl.int_range(start, start + organ_years, dtype=pl.Int64, eager=True)
    base = pl.LazyFrame(numbers.alias("index")).select(organ=index // YEARS, fiscal_year=FIRST_YEAR + index % YEARS)
    whole = (
        base.with_columns(is_new=pl.col("fiscal_year") >= form.FIRST_YEAR["2021"])
        .with_columns(**_identity(), **_proactive(), **_outcomes(), **_remedies())
        .with_columns(**_settled())
        .with_columns(**_totals())
        .with_columns(**_only_of_their_edition())
    )
    made = whole.collect_schema()
    return whole.select(
        (pl.col(name) if name in made else pl.lit(None)).cast(kind).alias(name) for name, kind in REPORTS.items()
    )


def _draw(name: str, below: int, *, years_back: int = 0) -> pl.Expr:
    """A number from 0 up to a bound, the same for the same organ, year and name."""
    moment = pl.col("organ") * 100 + pl.col("fiscal_year") - FIRST_YEAR - years_back
    return (moment.hash(crc32(name.encode())) % below).cast(pl.Int64)


def _letters(number: pl.Expr, seeds: Iterable[int]) -> pl.Expr:
    """Letters that tell nothing and that no compression makes smaller, sixteen for each seed."""
    parts = (number.hash(seed).cast(pl.String).str.slice(0, _HASH_LETTERS) for seed in seeds)
    return pl.concat_str(*(part.str.zfill(_HASH_LETTERS) for part in parts))


def _chosen(names: Iterable[str]) -> pl.Expr:
    """One of the names, the same for all years of an organ."""
    choices = dict(enumerate(names))
    return (pl.col("organ") % len(choices)).replace_strict(choices, return_dtype=pl.String)


def _identity() -> Mapping[str, pl.Expr]:
    organ, division = pl.col("organ"), _chosen(_DIVISIONS)
    edition = pl.when("is_new").then(pl.lit("2021")).otherwise(pl.lit("2019"))
    sha256 = _letters(pl.col("organ") * 100 + pl.col("fiscal_year"), range(4))  # no two reports begin alike
    report = sha256.str.slice(0, _HASH_LETTERS)
    states = {name: _states(name) for name in form.EDITIONS}
    return {
        "report_id": report,
        "sha256": sha256,
        "source": pl.format("{}.html", report),
        "organ_id": pl.format("{}-第{}局", division, organ),
        "agency": pl.format("第{}局", organ),
        "agency_level": pl.lit("county"),
        "agency_kind": _chosen(_KINDS),
        "division_code": division,
        "county": division,
        "province": pl.format("{}0000", division.str.slice(0, 2)),
        **dict.fromkeys(("edition", "edition_proactive", "edition_applications", "edition_remedies"), edition),
        "published": pl.date(pl.col("fiscal_year") + 1, 1, 20),
        "synthetic": pl.lit(value=True),
        "verdicts": pl.lit(VERDICT_LETTERS["holds"] * len(JUDGED)),
        "states": pl.when("is_new").then(pl.lit(states["2021"])).otherwise(pl.lit(states["2019"])),
        **{name: _text(name) for name in ("text_overview", "text_problems")},
    }


def _cells(edition: str) -> frozenset[str]:
    return frozenset(cell for table in form.TABLE_NAMES for cell in form.TABLES[table, edition].cells)


def _states(edition: str) -> str:
    return "".join(STATE_LETTERS["printed" if cell in _cells(edition) else "absent"] for cell in form.all_cells())


def _text(name: str) -> pl.Expr:
    """The signature of a text of the organ's own, or of one that many use."""
    is_copied = _draw(f"copied {name}", _COPIES) == 0
    text = pl.when(is_copied).then(_draw(name, _TEMPLATES)).otherwise(_draw(name, 2**60))
    return pl.concat_str(_letters(text, range(BINS * LETTERS // _HASH_LETTERS)), pl.lit("400"))


def _proactive() -> Mapping[str, pl.Expr]:
    made: dict[str, pl.Expr] = {}
    years = pl.col("fiscal_year") - FIRST_YEAR
    for row in ("regulations", "normative_documents"):
        repealed, disclosed = _draw(f"repealed {row}", _SMALL), pl.lit(2)
        stock = {"issued": repealed + 1, "repealed": repealed, "in_force": 20 + years}
        stock |= {"made": disclosed, "disclosed": disclosed, "total_disclosed": 50 + 2 * years}
        made |= {cell_id("proactive", row, column): figure for column, figure in stock.items()}
    for row in ("licensing", "other_services", "penalties", "coercion", "fees"):
        items = {"previous_items": 30 + years, "change": pl.lit(1), "decisions": 100 + _draw(row, _LARGE)}
        made |= {cell_id("proactive", row, column): figure for column, figure in items.items()}
    del made["proactive.fees.decisions"]
    amounts = {"fees.amount_10k_yuan": 100, "procurement.amount_yuan": 1, "procurement.items": 1}
    return made | {f"proactive.{cell}": _draw(cell, _LARGE) / parts for cell, parts in amounts.items()}


def _outcomes() -> Mapping[str, pl.Expr]:
    """Every outcome, and what is carried out and in; something was granted of all that was carried in."""
    rows = dict.fromkeys(row.id for edition in form.EDITIONS for row in form.outcome_rows(edition))
    made: dict[str, pl.Expr] = {}
    for applicant in form.APPLICANTS[:-1]:
        carried = f"carried {applicant.id}"
        carried_in = _draw(carried, _SMALL, years_back=1)
        column = {row: _draw(f"{row} {applicant.id}", _SMALL) for row in rows}
        column |= {"granted": column["granted"] + carried_in}
        column |= {"carried_in": carried_in, "carried_out": _draw(carried, _SMALL)}
        made |= {cell_id("applications", row, applicant.id): figure for row, figure in column.items()}
    return made


def _settled() -> Mapping[str, pl.Expr]:
    """What was processed is the sum of the outcomes; what was received balances it."""
    made: dict[str, pl.Expr] = {}
    for applicant in (column.id for column in form.APPLICANTS[:-1]):
        older, newer = (
            pl.sum_horizontal(cell_id("applications", row.id, applicant) for row in form.outcome_rows(edition))
            for edition in form.EDITIONS
        )
        processed = pl.when("is_new").then(newer).otherwise(older)
        carried_in, carried_out = (pl.col(f"applications.carried_{way}.{applicant}") for way in ("in", "out"))
        made[cell_id("applications", "total_processed", applicant)] = processed
        made[cell_id("applications", "new_received", applicant)] = processed + carried_out - carried_in
    return made


def _remedies() -> Mapping[str, pl.Expr]:
    rows = form.TABLES["remedies", "2021"].rows
    cells = [cell_id("remedies", row.id, column.id) for row in rows for column in form.REMEDY_RESULTS[:-1]]
    return {cell: _draw(cell, _SMALL) for cell in cells}


def _totals() -> Mapping[str, pl.Expr]:
    return {
        cell_id(table, row.id, "total"): pl.sum_horizontal(
            cell_id(table, row.id, column.id) for column in row.columns[:-1]
        )
        for table, row in form.all_rows()
        if table in {"applications", "remedies"}
    }


def _only_of_their_edition() -> Mapping[str, pl.Expr]:
    older, newer = (_cells(edition) for edition in form.EDITIONS)
    only_newer = {cell: pl.when("is_new").then(cell) for cell in newer - older}
    return only_newer | {cell: pl.when(~pl.col("is_new")).then(cell) for cell in older - newer}
