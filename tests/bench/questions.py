"""What the pages ask, the same asked of bare Polars, and of DuckDB, all of the same Parquet files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import polars as pl

from data.filters import Filters
from data.places import Location
from data.queries import behind, filing, issues, licensing, outcomes, overview, remedies, report, rules, scope
from data.queries.issues import State
from data.survey import Survey
from tests.bench import bare, statements
from tests.bench.bare import Tables
from tests.bench.statements import ASKED, KIND, LISTED, ORGANS, POINTS, PROVINCE, RANKED, YEARS

LICENCES: Final = "proactive.licensing.decisions"
RECEIVED: Final = "applications.new_received.total"
OUTCOMES: Final = r"^applications\.(granted|partially_granted|denied|unable|unprocessed|other).*\.total$"
REVIEWS: Final = r"^remedies\..*\.(upheld|corrected|other|pending)$"


@dataclass(frozen=True, slots=True)
class Question:
    """A page's question. ``bare`` and ``sql`` ask for the same figures and nothing around them."""

    name: str
    ours: Callable[[Survey], object]
    bare: Callable[[Tables], object]
    sql: str
    given: tuple[str, ...] = ()


def questions(survey: Survey) -> Iterator[Question]:
    """Every page's questions, those about one report about one from the middle."""
    middle = survey.reports.select("report_id", "organ_id").slice(survey.standing.height // 2, 1).collect()
    report_id, organ_id = middle.row(0)
    yield from overview_questions()
    yield from filing_questions()
    yield from issue_questions(survey.dataset.location)
    yield from licensing_questions()
    yield from behind_questions()
    yield from outcome_questions()
    yield from report_questions(report_id, organ_id)
    yield from filter_questions()


def overview_questions() -> Iterator[Question]:
    """The overview page, but for its trends."""

    def holdings(tables: Tables) -> object:
        is_wrong = (pl.col("worst") == "inconsistent").sum()
        counts = (pl.len(), pl.col("organ", "fiscal_year").n_unique(), pl.col("represents").sum(), is_wrong)
        return tables.current.select(counts).collect()

    def coverage(tables: Tables) -> object:
        own = tables.of_first_organs(ORGANS)
        name = pl.col("agency").max_by("fiscal_year").over("organ")
        return own.sort("organ", "fiscal_year").select("organ_id", name, "fiscal_year", "report_id", "worst").collect()

    def first(tables: Tables) -> object:
        grave = tables.entries.filter(pl.col("severity") != "note")
        rows = grave.select(pl.col("row").unique(maintain_order=True).head(10)).collect()["row"]
        return grave.filter(pl.col("row").is_in(rows.implode())).collect()

    yield Question(
        "Holdings",
        lambda survey: overview.holdings(survey.heads, filing.due(survey.organs, survey.totals, YEARS)),
        holdings,
        statements.HOLDINGS,
    )
    yield Question(
        "Coverage, 50 organs",
        lambda survey: overview.coverage(survey.heads, start=0, count=ORGANS),
        coverage,
        statements.COVERAGE,
    )
    yield Question(
        "First to look at",
        lambda survey: issues.first_to_look_at(survey.entries, 10),
        first,
        statements.FIRST_TO_LOOK_AT,
    )


def filing_questions() -> Iterator[Question]:
    """The page on who has filed."""
    yield Question(
        "Filing by year",
        lambda survey: filing.tally(survey.organs, survey.totals, YEARS),
        bare.filing_by_year,
        statements.FILING_BY_YEAR,
    )
    yield Question(
        "Filing, 50 organs",
        lambda survey: filing.filing(survey.organs, survey.heads, YEARS, start=0, count=ORGANS),
        bare.filing_of_organs,
        statements.FILING_OF_ORGANS,
    )
    yield Question(
        "Whom to ask about a year",
        lambda survey: filing.of_year(survey.organs, survey.heads, ASKED),
        bare.whom_to_ask,
        statements.WHOM_TO_ASK,
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
        f"SELECT *, ({total}) FROM entries WHERE finding LIMIT {LISTED}",
    )
    yield Question(
        "Outcomes of the rules",
        lambda survey: rules.counted(survey.outcomes, survey.heads),
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
        return licensing.trend_of_organs(Filters(region=PROVINCE).apply(survey.warm), "licensing")

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
    yield Question(
        "All organs by their licences",
        lambda survey: licensing.shown_of_ranking(survey.warm, "licensing", ASKED, first=RANKED, most=POINTS),
        lambda tables: bare.ranking(tables, LICENCES),
        statements.ORGANS_BY_LICENCES,
    )


def behind_questions() -> Iterator[Question]:
    """What is behind a sum of the trends."""
    yield Question(
        "Reports behind the licences of a year",
        lambda survey: behind.behind(survey.reports, LICENCES, ASKED, LISTED),
        lambda tables: bare.behind(tables, LICENCES),
        statements.BEHIND_LICENCES,
    )


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
        f"SELECT sum(COLUMNS('{OUTCOMES}')) FROM reports WHERE fiscal_year = 2023",
    )
    yield Question(
        "Outcomes by year",
        lambda survey: outcomes.shares(survey.totals),
        sums(OUTCOMES),
        f"SELECT fiscal_year, sum(COLUMNS('{OUTCOMES}')) FROM reports GROUP BY 1",
    )
    yield Question(
        "Reviews and lawsuits",
        lambda survey: remedies.results(survey.totals),
        sums(REVIEWS),
        f"SELECT fiscal_year, sum(COLUMNS('{REVIEWS}')) FROM reports GROUP BY 1",
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
        lambda survey: report.own_series(survey.warm, organ_id, (LICENCES,)),
        years,
        'SELECT report_id, fiscal_year, "proactive.licensing.decisions" FROM reports WHERE organ_id = ?',
        (organ_id,),
    )


def filter_questions() -> Iterator[Question]:
    """The filters beside every page."""

    def choices(tables: Tables) -> object:
        return tables.standing.select(pl.col("fiscal_year", "province", "county").n_unique()).collect()

    def organs(tables: Tables) -> object:
        within = tables.current.filter(pl.col("province") == PROVINCE, pl.col("agency_kind") == KIND)
        names = within.group_by("organ").agg(pl.col("organ_id").first(), pl.col("agency").max_by("fiscal_year"))
        return names.sort("organ").collect()

    every = 10**9

    yield Question(
        "Choices of the filters",
        lambda survey: scope.choices(survey.totals),
        choices,
        "SELECT count(DISTINCT fiscal_year), count(DISTINCT province), count(DISTINCT county) FROM standing",
    )
    yield Question(
        "Organs of a province and kind",
        lambda survey: scope.organs(survey.organs, Filters(region=PROVINCE, kinds=(KIND,)), every),
        organs,
        statements.ORGANS_OF_A_KIND,
        (PROVINCE, KIND),
    )
