"""What DuckDB is asked: the pages' questions as statements over the files of a dataset and its survey."""

from __future__ import annotations

from typing import Final

PROVINCE: Final = "360000"
KIND: Final = "police"
YEARS: Final = tuple(range(2019, 2025))
ASKED: Final = 2023
ORGANS: Final = 50  # organs that a matrix shows
RANKED: Final = 200  # that a ranking shows
LISTED: Final = 500  # entries of a working list, reports behind a sum
POINTS: Final = 1000  # organs of which a distribution is drawn

_YEARS: Final = ", ".join(map(str, YEARS))
_ORGANS: Final = f"SELECT DISTINCT organ FROM standing WHERE is_current AND organ IS NOT NULL ORDER BY 1 LIMIT {ORGANS}"
_SPANS: Final = "SELECT organ, min(fiscal_year) first, max(fiscal_year) last FROM standing WHERE is_current GROUP BY 1"

HOLDINGS: Final = """
SELECT count(*), count(DISTINCT organ), count(DISTINCT fiscal_year), count_if(represents),
    count_if(worst = 'inconsistent')
FROM standing WHERE is_current
"""

COVERAGE: Final = f"""
SELECT organ_id, max_by(agency, fiscal_year) OVER (PARTITION BY organ), fiscal_year, report_id, worst
FROM standing WHERE is_current AND organ IN ({_ORGANS}) ORDER BY organ, fiscal_year
"""

FIRST_TO_LOOK_AT: Final = """
SELECT * FROM entries WHERE severity <> 'note' AND row IN (
    SELECT row FROM entries WHERE severity <> 'note' GROUP BY 1 ORDER BY min(file_row_number) LIMIT 10
)
"""

FILING_BY_YEAR: Final = f"""
WITH spans AS ({_SPANS}), filed AS (
    SELECT fiscal_year, count(*) present, count_if(is_late) late FROM standing
    WHERE is_current AND represents GROUP BY 1
)
SELECT year, count_if(first < year AND last > year), count_if(first = year OR last = year),
    count_if(first > year), count_if(last < year), any_value(present), any_value(late)
FROM spans CROSS JOIN (SELECT unnest([{_YEARS}]) AS year) LEFT JOIN filed ON fiscal_year = year
GROUP BY year ORDER BY year
"""

FILING_OF_ORGANS: Final = f"""
WITH own AS (SELECT * FROM standing WHERE is_current AND organ IN ({_ORGANS})),
organs AS (
    SELECT organ, min(fiscal_year), max(fiscal_year), max_by(agency, fiscal_year), any_value(organ_id)
    FROM own GROUP BY 1
)
SELECT organs.*, year, report_id, published, is_late
FROM organs CROSS JOIN (SELECT DISTINCT fiscal_year AS year FROM standing WHERE is_current)
LEFT JOIN own ON own.organ = organs.organ AND own.fiscal_year = year AND represents
ORDER BY organs.organ, year
"""

WHOM_TO_ASK: Final = f"""
WITH spans AS ({_SPANS}), filed AS (
    SELECT organ, report_id, is_late FROM standing
    WHERE is_current AND represents AND fiscal_year = {ASKED}
),
asked AS (
    SELECT spans.organ, first, last, is_late FROM spans LEFT JOIN filed ON filed.organ = spans.organ
    WHERE report_id IS NULL AND first < {ASKED} OR is_late
)
SELECT organ, max_by(agency, fiscal_year), any_value(last) FROM standing JOIN asked USING (organ)
WHERE is_current GROUP BY 1 ORDER BY 1
"""

ORGANS_OF_A_KIND: Final = """
SELECT organ, any_value(organ_id), max_by(agency, fiscal_year) FROM standing
WHERE is_current AND organ IS NOT NULL AND province = ? AND agency_kind = ? GROUP BY 1 ORDER BY 1
"""

ORGANS_BY_LICENCES: Final = f"""
WITH ranked AS (
    SELECT organ_id, report_id, agency, "proactive.licensing.decisions" AS total,
        row_number() OVER (ORDER BY "proactive.licensing.decisions" DESC, organ_id) AS place,
        count(*) OVER () AS organs, median("proactive.licensing.decisions") OVER () AS middle
    FROM reports WHERE fiscal_year = {ASKED} AND "proactive.licensing.decisions" IS NOT NULL
)
SELECT ranked.*, before."proactive.licensing.decisions" AS previous
FROM ranked LEFT JOIN reports before ON before.organ_id = ranked.organ_id AND before.fiscal_year = {ASKED - 1}
WHERE place <= {RANKED} OR place % (organs // {POINTS}) = 0 ORDER BY place
"""

BEHIND_LICENCES: Final = f"""
SELECT this.organ_id, this.report_id, this.agency, this."proactive.licensing.decisions" AS total,
    before."proactive.licensing.decisions" AS previous, sum(total) OVER (), count(*) OVER ()
FROM reports this LEFT JOIN reports before
    ON before.organ_id = this.organ_id AND before.fiscal_year = {ASKED - 1}
WHERE this.fiscal_year = {ASKED} AND (total <> 0 OR previous <> 0) ORDER BY total DESC, previous DESC LIMIT {LISTED}
"""
