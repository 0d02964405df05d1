"""The figures for other programs: a row for each report, or a row for each figure with its state and its print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType
from typing import Final, cast

import polars as pl

from data.dataset import Dataset
from data.filters import Filters
from data.schema import FIGURES, STATE_LETTERS, STATE_OF_LETTER
from parsing import form
from parsing.catalogue import Language, cell_label, column_label, row_label, table_label
from parsing.divisions import divisions
from parsing.identity.kinds import KINDS, LEVELS
from parsing.output import Json

_REPORTS_AT_ONCE: Final = 500  # about 100,000 figures
_ROWS_AT_ONCE: Final = 5_000  # about 20 MB of figures
_ORDER: Final = ("division_code", "agency", "fiscal_year", "report_id")
_WITH_FIGURE: Final = frozenset({"printed", "derived"})
_ANY: Final = pl.Decimal(28, 8)  # holds every count and every amount

HEADS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "agency": ("机关", "Organ"),
        "agency_level": ("层级", "Level"),
        "agency_kind": ("类别", "Kind"),
        "division_code": ("行政区划代码", "Division code"),
        "province": ("省级", "Province"),
        "city": ("地级", "City"),
        "county": ("县级", "County"),
        "fiscal_year": ("年度", "Fiscal year"),
        "edition_proactive": ("表二格式", "Form of table 2"),
        "edition_applications": ("表三格式", "Form of table 3"),
        "edition_remedies": ("表四格式", "Form of table 4"),
        "published": ("发布日期", "Published"),
        "worst": ("最严重的问题", "Worst issue"),
        "unread": ("未读出的格数", "Cells not read"),
        "table": ("表", "Table"),
        "row": ("行", "Row"),
        "column": ("列", "Column"),
        "unit": ("单位", "Unit"),
        "cell": ("格", "Cell"),
        "value": ("数值", "Value"),
        "state": ("状态", "State"),
        "printed": ("原文", "Printed"),
        "synthetic": ("合成数据", "Synthetic"),
        "source": ("来源文件", "Source"),
        "format": ("文件类型", "Format"),
        "report_id": ("报告编号", "Report"),
        "sha256": ("文件 SHA-256", "SHA-256"),
    }
)
_LABELS: Final = ("table", "row", "column", "unit")
_OF_A_CELL: Final = ("cell", "value", "state", "printed")
_WIDE: Final = tuple(column for column in HEADS if column not in {*_LABELS, *_OF_A_CELL})
_LONG: Final = ("agency", "division_code", "fiscal_year", *_OF_A_CELL, "synthetic", "source", "report_id")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Which reports to export. ``agencies`` are parts of names; ``division`` is how a division's code begins."""

    filters: Filters = field(default_factory=Filters)
    agencies: tuple[str, ...] = ()
    division: str | None = None

    def apply(self, reports: pl.LazyFrame) -> pl.LazyFrame:
        """The reports that are meant, by division, organ and year."""
        chosen = self.filters.apply(reports)
        if self.agencies:
            named = (pl.col("agency").str.contains(part, literal=True) for part in self.agencies)
            chosen = chosen.filter(pl.any_horizontal(named))
        if self.division:
            chosen = chosen.filter(pl.col("division_code").str.starts_with(self.division))
        return chosen.sort(_ORDER, nulls_last=True)


def wide(reports: pl.LazyFrame) -> pl.LazyFrame:
    """A row for each report: who and when, then every cell of every edition. What was not read is empty."""
    without_figure = "".join(
        letter for state, letter in STATE_LETTERS.items() if state not in {*_WITH_FIGURE, "absent"}
    )
    unread = pl.col("states").str.count_matches(f"[{without_figure}]")
    return reports.with_columns(unread=unread).select(*_WIDE, *FIGURES)


def in_parts(query: pl.LazyFrame) -> Iterator[pl.DataFrame]:
    """The rows in parts, so that they may be more than memory holds; the first part has none, but the columns."""
    yield query.head(0).collect()
    yield from query.collect_batches(chunk_size=_ROWS_AT_ONCE, maintain_order=True)


def long(dataset: Dataset, reports: pl.LazyFrame) -> Iterator[pl.DataFrame]:
    """A row for each cell of each report, in parts: its figure, what that rests on, and what is printed there.

    A blank, a dash, a slash and an unread cell are told apart by ``state`` and ``printed``; none of them is 0.

    Raises:
        DatasetError: the reading of a report is missing or damaged.
    """
    chosen = reports.collect()
    for part in chosen.iter_slices(_REPORTS_AT_ONCE) if chosen.height else (chosen,):
        printed = _printed(dataset, part)
        yield _cells(part).join(printed, on=("sha256", "cell"), how="left", maintain_order="left").select(_LONG)


def headed(table: pl.DataFrame, language: Language) -> pl.DataFrame:
    """The table as people read it: heads in one language, names in place of codes, labels beside the ids of cells."""
    if "cell" in table.columns:
        table = table.join(_labels(language), on="cell", how="left", maintain_order="left")
        table = table.select(*_LONG[: _LONG.index("cell")], *_LABELS, *_LONG[_LONG.index("cell") :])
    else:
        table = table.with_columns(_named(language))
    return table.rename(lambda column: _head(column, language))


def metadata(dataset: Dataset, choice: Choice, rows: int) -> dict[str, Json]:
    """What an export's companion tells: from which dataset, and what was chosen."""
    years = choice.filters.years
    return {
        "dataset": str(dataset.location),
        "dataset_version": dataset.version,
        "rows": rows,
        "filters": {
            "years": list(years) if years else None,
            "agency": list(choice.agencies),
            "division": choice.division,
            "level": list(choice.filters.levels),
            "kind": list(choice.filters.kinds),
        },
    }


def _cells(reports: pl.DataFrame) -> pl.DataFrame:
    """The cells of each report's own edition, in the form's order."""
    every = pl.concat_list(pl.col(cell).cast(_ANY) for cell in FIGURES)
    columns = {
        "cell": pl.lit(pl.Series([list(FIGURES)])).first(),
        "state": pl.col("states").str.split("").list.eval(pl.element().replace_strict(STATE_OF_LETTER)),
        "value": every,
    }
    kept = ("agency", "division_code", "fiscal_year", "synthetic", "source", "report_id", "sha256")
    return reports.select(*kept, **columns).explode(*columns).filter(pl.col("state") != "absent")


@cache
def _labels(language: Language) -> pl.DataFrame:
    rows = []
    for cell in FIGURES:
        table, row, column = form.describe(cell)
        labels = (
            table_label(table, language),
            row_label(table, row.id, language),
            column_label(table, column.id, language),
        )
        rows.append((cell, *labels, column.unit))
    return pl.DataFrame(rows, schema=["cell", *_LABELS], orient="row")


def _printed(dataset: Dataset, reports: pl.DataFrame) -> pl.DataFrame:
    """What is printed in each cell that the document shows."""
    rows = [
        (sha256, cell, place["printed"])
        for sha256 in reports["sha256"]
        for cell, place in _places(dataset.reading(sha256)).items()
    ]
    return pl.DataFrame(rows, schema={"sha256": pl.String, "cell": pl.String, "printed": pl.String}, orient="row")


def _places(reading: Mapping[str, object]) -> Mapping[str, Mapping[str, object]]:
    report = cast("Mapping[str, Mapping[str, Mapping[str, object]]]", reading["report"])
    return report["places"]


def _named(language: Language) -> list[pl.Expr]:
    """Names in place of the codes of divisions, levels and kinds."""
    levels = {level: words[0] if language == "zh" else words[1] for level, words in LEVELS.items()}
    kinds = {kind.id: kind.zh if language == "zh" else kind.en for kind in KINDS.values()}
    names = {code: division.name for code, division in divisions().items()}
    regions = [pl.col(column).replace(names) for column in ("province", "city", "county")]
    return [*regions, pl.col("agency_level").replace(levels), pl.col("agency_kind").replace(kinds)]


def _head(column: str, language: Language) -> str:
    """What heads a column: its name in one language, and the id of its cell."""
    if column in HEADS:
        return HEADS[column][0 if language == "zh" else 1]
    table, _, described = form.describe(column)
    unit = f"（{described.unit}）" if described.unit and language == "zh" else ""
    gap = " " if language == "zh" else ": "
    return f"{table_label(table, language)}{gap}{cell_label(column, language)}{unit} [{column}]"
