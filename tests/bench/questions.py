"""What the pages ask, the same asked of bare Polars, and of DuckDB, all of the same Parquet files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import polars as pl

from data.filters import Filters
from data.queries import filing, issues, licensing, outcomes, overview, report, scope

PROVINCE: Final = "360000"
LICENCES: Final = "proactive.licensing.decisions"
RECEIVED: Final = "applications.new_received.total"
OUTCOMES: Final = r"^applications\.(granted|partially_granted|denied|unable|unprocessed|other).*\.total$"

Ask = Callable[[pl.LazyFrame], object]


@dataclass(frozen=True, slots=True)
class Question:
    """A page's question. ``bare`` and ``sql`` ask for the same figures and nothing around them."""

    name: str
    ours: Ask
    bare: Ask
    sql: str
    given: tuple[str, ...] = ()


def questions(report_id: str, organ_id: str) -> Iterator[Question]:
    """Every page's questions, those about one report about this one."""
    yield from overview_questions()
    yield from issue_questions()
    yield from licensing_questions()
    yield from outcome_questions()
    yield from report_questions(report_id, organ_id)


def overview_questions() -> Iterator[Question]:
    """The overview page."""
    first_organs = (
        "SELECT organ_id, first(division_code) division, first(agency) name FROM reports "
        "GROUP BY 1 ORDER BY division, name LIMIT 50"
    )

    def coverage(reports: pl.LazyFrame) -> object:
        return overview.coverage(reports, start=0, count=50)

    def filings(reports: pl.LazyFrame) -> object:
        return filing.filing(reports, start=0, count=50)

    def holdings(reports: pl.LazyFrame) -> object:
        due = pl.struct("organ_id", "fiscal_year").n_unique().alias("due")
        return reports.select(pl.len(), pl.col("organ_id").n_unique(), due).collect()

    def organs(reports: pl.LazyFrame) -> object:
        names = reports.group_by("organ_id").agg(pl.col("division_code", "agency").first())
        return names.sort("division_code", "agency").head(50).collect()

    yield Question(
        "Holdings",
        overview.holdings,
        holdings,
        "SELECT count(*), count(DISTINCT organ_id), count(DISTINCT (organ_id, fiscal_year)) FROM reports",
    )
    yield Question("Coverage, 50 organs", coverage, organs, first_organs)
    yield Question("Filing, 50 organs", filings, organs, first_organs)


def issue_questions() -> Iterator[Question]:
    """The working lists."""
    kinds = "SELECT entry.code, count(*) FROM (SELECT unnest(issues) AS entry FROM reports) GROUP BY 1"

    def first(reports: pl.LazyFrame) -> object:
        return issues.first_to_look_at(reports, 10)

    def counts(reports: pl.LazyFrame) -> object:
        return issues.counts(issues.listing(reports, findings=True))

    def entries(reports: pl.LazyFrame) -> object:
        return reports.select("issues").explode("issues").unnest("issues").group_by("code").len().collect()

    yield Question("First to look at", first, entries, kinds)
    yield Question("Counts of findings", counts, entries, kinds)


def licensing_questions() -> Iterator[Question]:
    """The licensing page."""

    def by_year(reports: pl.LazyFrame) -> object:
        figure = pl.col(LICENCES)
        told = (figure.sum(), figure.count().alias("known"), pl.len())
        return reports.group_by("fiscal_year").agg(told).collect()

    def by_province(reports: pl.LazyFrame) -> object:
        return reports.group_by("province", "fiscal_year").agg(pl.col(LICENCES).sum()).collect()

    def by_organ(reports: pl.LazyFrame) -> object:
        within = reports.filter(pl.col("province") == PROVINCE)
        return within.group_by("organ_id", "fiscal_year").agg(pl.col(LICENCES).sum()).collect()

    def regions(reports: pl.LazyFrame) -> object:
        return licensing.trend(reports, "licensing", licensing.Grouping.REGION)

    def organs(reports: pl.LazyFrame) -> object:
        return licensing.trend(Filters(region=PROVINCE).apply(reports), "licensing", licensing.Grouping.ORGAN)

    sums = 'sum("proactive.licensing.decisions") FROM reports'
    yield Question(
        "Licences by year",
        lambda reports: licensing.trend(reports, "licensing"),
        by_year,
        f'SELECT fiscal_year, count("{LICENCES}"), count(*), {sums} GROUP BY 1',
    )
    yield Question("Licences by province", regions, by_province, f"SELECT province, fiscal_year, {sums} GROUP BY 1, 2")
    of_province = f"SELECT organ_id, fiscal_year, {sums} WHERE province = ? GROUP BY 1, 2"
    yield Question("Licences by organ of a province", organs, by_organ, of_province, (PROVINCE,))


def outcome_questions() -> Iterator[Question]:
    """The outcomes page."""

    def received(reports: pl.LazyFrame) -> object:
        return reports.group_by("fiscal_year").agg(pl.col(RECEIVED).sum()).collect()

    def of_a_year(reports: pl.LazyFrame) -> object:
        return reports.filter(pl.col("fiscal_year") == 2023).select(pl.col(OUTCOMES).sum()).collect()

    def by_year(reports: pl.LazyFrame) -> object:
        return reports.group_by("fiscal_year").agg(pl.col(OUTCOMES).sum()).collect()

    yield Question(
        "Applications by year",
        outcomes.received,
        received,
        'SELECT fiscal_year, sum("applications.new_received.total") FROM reports GROUP BY 1',
    )
    yield Question(
        "Flow of a year",
        lambda reports: outcomes.flow(reports, 2023),
        of_a_year,
        f"SELECT sum(COLUMNS('{OUTCOMES}')) FROM reports WHERE fiscal_year = 2023",  # noqa: S608 - names of columns
    )
    yield Question(
        "Outcomes by year",
        outcomes.shares,
        by_year,
        f"SELECT fiscal_year, sum(COLUMNS('{OUTCOMES}')) FROM reports GROUP BY 1",  # noqa: S608 - names of columns
    )


def report_questions(report_id: str, organ_id: str) -> Iterator[Question]:
    """The page of one report, and the filters beside every page."""

    def one(reports: pl.LazyFrame) -> object:
        return reports.filter(pl.col("report_id") == report_id).collect()

    def years(reports: pl.LazyFrame) -> object:
        return reports.filter(pl.col("organ_id") == organ_id).select("report_id", "fiscal_year", LICENCES).collect()

    def choices(reports: pl.LazyFrame) -> object:
        return reports.select(pl.col("fiscal_year", "province", "county").n_unique()).collect()

    yield Question(
        "One report",
        lambda reports: report.filed(reports, report_id),
        one,
        "SELECT * FROM reports WHERE report_id = ?",
        (report_id,),
    )
    yield Question(
        "One organ's years",
        lambda reports: report.own_series(reports, organ_id, (LICENCES,)),
        years,
        'SELECT report_id, fiscal_year, "proactive.licensing.decisions" FROM reports WHERE organ_id = ?',
        (organ_id,),
    )
    yield Question(
        "Choices of the filters",
        scope.choices,
        choices,
        "SELECT count(DISTINCT fiscal_year), count(DISTINCT province), count(DISTINCT county) FROM reports",
    )
    yield Question(
        "Organs of a province",
        lambda reports: scope.organs(reports, Filters(region=PROVINCE)),
        lambda reports: reports.filter(pl.col("province") == PROVINCE).select("organ_id", "agency").unique().collect(),
        "SELECT DISTINCT organ_id, agency FROM reports WHERE province = ?",
        (PROVINCE,),
    )
