"""What the pages ask, the same asked of bare Polars, and of DuckDB, all of the same Parquet files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import polars as pl

from data.filters import Filters
from data.places import Location
from data.queries import filing, issues, licensing, outcomes, overview, remedies, report, rules, scope
from data.queries.issues import State
from data.survey import Survey

PROVINCE: Final = "360000"
YEARS: Final = tuple(range(2019, 2025))
LICENCES: Final = "proactive.licensing.decisions"
RECEIVED: Final = "applications.new_received.total"
OUTCOMES: Final = r"^applications\.(granted|partially_granted|denied|unable|unprocessed|other).*\.total$"
REVIEWS: Final = r"^remedies\..*\.(upheld|corrected|other|pending)$"
LISTED: Final = 500  # entries that a working list shows


@dataclass(frozen=True, slots=True)
class Tables:
    """The files of a dataset without this program: its table, and what its survey keeps beside it."""

    reports: pl.LazyFrame
    standing: pl.LazyFrame
    entries: pl.LazyFrame


@dataclass(frozen=True, slots=True)
class Question:
    """A page's question. ``bare`` and ``sql`` ask for the same figures and nothing around them."""

    name: str
    ours: Callable[[Survey], object]
    bare: Callable[[Tables], object]
    sql: str
    given: tuple[str, ...] = ()


def questions(report_id: str, organ_id: str, location: Location) -> Iterator[Question]:
    """Every page's questions, those about one report about this one."""
    yield from overview_questions()
    yield from filing_questions()
    yield from issue_questions(location)
    yield from licensing_questions()
    yield from outcome_questions()
    yield from report_questions(report_id, organ_id)
    yield from filter_questions()


def overview_questions() -> Iterator[Question]:
    """The overview page, but for its trends."""

    def holdings(tables: Tables) -> object:
        current = tables.standing.filter("is_current")
        return current.select(pl.len(), pl.col("organ").n_unique(), pl.col("represents").sum()).collect()

    def organs(tables: Tables) -> object:
        names = tables.standing.group_by("organ").agg(pl.col("division_code", "agency").first())
        return names.sort("organ").head(50).collect()

    def first(tables: Tables) -> object:
        grave = tables.entries.filter(pl.col("severity") != "note")
        return grave.unique("report_id", keep="first", maintain_order=True).head(10).collect()

    yield Question(
        "Holdings",
        lambda survey: overview.holdings(survey.reports),
        holdings,
        "SELECT count(*), count(DISTINCT organ), count_if(represents) FROM standing WHERE is_current",
    )
    yield Question(
        "Coverage, 50 organs",
        lambda survey: overview.coverage(survey.reports, start=0, count=50),
        organs,
        "SELECT organ, first(division_code), first(agency) FROM standing GROUP BY 1 ORDER BY 1 LIMIT 50",
    )
    yield Question(
        "First to look at",
        lambda survey: issues.first_to_look_at(survey.entries, 10),
        first,
        "SELECT report_id, count(*) FROM entries WHERE severity <> 'note' GROUP BY 1 LIMIT 10",
    )


def filing_questions() -> Iterator[Question]:
    """The page on who has filed."""
    spans = "SELECT organ, min(fiscal_year) first, max(fiscal_year) last FROM standing GROUP BY 1"

    def bare(tables: Tables) -> object:
        years = (pl.col("fiscal_year").min().alias("first"), pl.col("fiscal_year").max().alias("last"))
        return tables.standing.group_by("organ").agg(years).group_by("first", "last").len().collect()

    def missing(tables: Tables) -> object:
        years = (pl.col("fiscal_year").min().alias("first"), pl.col("fiscal_year").max().alias("last"))
        spans = tables.standing.group_by("organ").agg(*years, has=(pl.col("fiscal_year") == 2022).any())
        return spans.filter((pl.col("last") < 2022) | (pl.col("first") < 2022) & ~pl.col("has")).collect()

    yield Question(
        "Filing by year",
        lambda survey: filing.tally(survey.organs, survey.totals, YEARS),
        bare,
        f"SELECT first, last, count(*) FROM ({spans}) GROUP BY 1, 2",  # noqa: S608 - a query of our own
    )
    yield Question(
        "Filing, 50 organs",
        lambda survey: filing.filing(survey.organs, survey.reports, YEARS, start=0, count=50),
        bare,
        f"{spans} ORDER BY organ LIMIT 50",
    )
    yield Question(
        "Whom to ask for a report",
        lambda survey: filing.of_year(survey.organs, survey.reports, 2022),
        missing,
        f"{spans} HAVING last < 2022 OR (first < 2022 AND NOT bool_or(fiscal_year = 2022))",
    )


def issue_questions(location: Location) -> Iterator[Question]:
    """The working lists and the rules."""
    total = "SELECT count(*) FROM entries WHERE finding"
    kinds = "SELECT code, count(*), count(DISTINCT report_id) FROM entries WHERE finding GROUP BY 1"

    def found(survey: Survey) -> pl.LazyFrame:
        return issues.listing(survey.entries, findings=True)

    def count(tables: Tables) -> object:
        entries = tables.entries.filter("finding").group_by("code")
        return entries.agg(pl.len(), pl.col("report_id").n_unique()).collect()

    def first(tables: Tables) -> object:
        found = tables.entries.filter("finding")
        return pl.collect_all([found.head(LISTED), found.select(pl.len())])

    def judged(tables: Tables) -> object:
        return tables.reports.group_by("verdicts").len().collect()

    yield Question("Counts of findings", lambda survey: issues.counts(found(survey)), count, kinds)
    yield Question(
        "List of findings",
        lambda survey: issues.listed(found(survey), location, State.EVERY, LISTED),
        first,
        f"SELECT *, ({total}) FROM entries WHERE finding LIMIT {LISTED}",  # noqa: S608 - a number of our own
    )
    yield Question(
        "Outcomes of the rules",
        lambda survey: rules.counted(survey.outcomes, survey.reports),
        judged,
        "SELECT verdicts, count(*) FROM reports GROUP BY 1",
    )


def licensing_questions() -> Iterator[Question]:
    """The licensing page."""

    def by_year(tables: Tables) -> object:
        figure = pl.col(LICENCES)
        told = (figure.sum(), figure.count().alias("known"), pl.len())
        return tables.reports.group_by("fiscal_year").agg(told).collect()

    def by_province(tables: Tables) -> object:
        return tables.reports.group_by("province", "fiscal_year").agg(pl.col(LICENCES).sum()).collect()

    def by_organ(tables: Tables) -> object:
        within = tables.reports.filter(pl.col("province") == PROVINCE)
        return within.group_by("organ_id", "fiscal_year").agg(pl.col(LICENCES).sum()).collect()

    def organs(survey: Survey) -> object:
        return licensing.trend_of_organs(Filters(region=PROVINCE).apply(survey.reports), "licensing")

    sums = 'sum("proactive.licensing.decisions") FROM reports'
    yield Question(
        "Licences by year",
        lambda survey: licensing.trend(survey.totals, "licensing"),
        by_year,
        f'SELECT fiscal_year, count("{LICENCES}"), count(*), {sums} GROUP BY 1',
    )
    yield Question(
        "Licences by province",
        lambda survey: licensing.trend(survey.totals, "licensing", licensing.Grouping.REGION),
        by_province,
        f"SELECT province, fiscal_year, {sums} GROUP BY 1, 2",
    )
    of_province = f"SELECT organ_id, fiscal_year, {sums} WHERE province = ? GROUP BY 1, 2"
    yield Question("Licences by organ of a province", organs, by_organ, of_province, (PROVINCE,))


def outcome_questions() -> Iterator[Question]:
    """The pages on applications and on remedies."""

    def received(tables: Tables) -> object:
        return tables.reports.group_by("fiscal_year").agg(pl.col(RECEIVED).sum()).collect()

    def of_a_year(tables: Tables) -> object:
        return tables.reports.filter(pl.col("fiscal_year") == 2023).select(pl.col(OUTCOMES).sum()).collect()

    def sums(columns: str) -> Callable[[Tables], object]:
        return lambda tables: tables.reports.group_by("fiscal_year").agg(pl.col(columns).sum()).collect()

    yield Question(
        "Applications by year",
        lambda survey: outcomes.received(survey.totals),
        received,
        'SELECT fiscal_year, sum("applications.new_received.total") FROM reports GROUP BY 1',
    )
    yield Question(
        "Flow of a year",
        lambda survey: outcomes.flow(survey.totals, 2023),
        of_a_year,
        f"SELECT sum(COLUMNS('{OUTCOMES}')) FROM reports WHERE fiscal_year = 2023",  # noqa: S608 - names of columns
    )
    yield Question(
        "Outcomes by year",
        lambda survey: outcomes.shares(survey.totals),
        sums(OUTCOMES),
        f"SELECT fiscal_year, sum(COLUMNS('{OUTCOMES}')) FROM reports GROUP BY 1",  # noqa: S608 - names of columns
    )
    yield Question(
        "Reviews and lawsuits",
        lambda survey: remedies.results(survey.totals),
        sums(REVIEWS),
        f"SELECT fiscal_year, sum(COLUMNS('{REVIEWS}')) FROM reports GROUP BY 1",  # noqa: S608 - names of columns
    )


def report_questions(report_id: str, organ_id: str) -> Iterator[Question]:
    """The page of one report."""

    def one(tables: Tables) -> object:
        return tables.reports.filter(pl.col("report_id") == report_id).collect()

    def years(tables: Tables) -> object:
        own = tables.reports.filter(pl.col("organ_id") == organ_id)
        return own.select("report_id", "fiscal_year", LICENCES).collect()

    yield Question(
        "One report",
        lambda survey: report.filed(survey.found(report_id), report_id),
        one,
        "SELECT * FROM reports WHERE report_id = ?",
        (report_id,),
    )
    yield Question(
        "Its problems and findings",
        lambda survey: survey.entries_of(report_id).collect(),
        lambda tables: tables.entries.filter(pl.col("report_id") == report_id).collect(),
        "SELECT * FROM entries WHERE report_id = ?",
        (report_id,),
    )
    yield Question(
        "One organ's years",
        lambda survey: report.own_series(survey.reports, organ_id, (LICENCES,)),
        years,
        'SELECT report_id, fiscal_year, "proactive.licensing.decisions" FROM reports WHERE organ_id = ?',
        (organ_id,),
    )


def filter_questions() -> Iterator[Question]:
    """The filters beside every page."""

    def choices(tables: Tables) -> object:
        return tables.standing.select(pl.col("fiscal_year", "province", "county").n_unique()).collect()

    def organs(tables: Tables) -> object:
        return tables.standing.filter(pl.col("province") == PROVINCE).select("organ", "agency").unique().collect()

    yield Question(
        "Choices of the filters",
        lambda survey: scope.choices(survey.totals),
        choices,
        "SELECT count(DISTINCT fiscal_year), count(DISTINCT province), count(DISTINCT county) FROM standing",
    )
    yield Question(
        "Organs of a province",
        lambda survey: scope.organs(survey.organs, Filters(region=PROVINCE), 10**9),
        organs,
        "SELECT DISTINCT organ, agency FROM standing WHERE province = ?",
        (PROVINCE,),
    )
