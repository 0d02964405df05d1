"""The sentence of one problem or finding, in either language, from the codes and numbers that it holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from parsing import form
from parsing.catalogue.kinds import Kind, Language
from parsing.catalogue.remarks import NAMED, remarks
from parsing.divisions import city_of, name, province_of


def word(
    kind: Kind, table: str | None, cells: tuple[str, ...], values: Mapping[str, str | int], language: Language
) -> str:
    """Fill a kind's sentence.

    ``values`` hold ids and numbers only, so that one instance can be told in either language: ``row``, ``rows`` and
    ``column`` are ids, a list is joined by commas, and ``left_terms`` or ``right_terms`` are ``cell=figure`` joined
    by ``+``.
    """
    labels = {key: _fill(key, str(value), table, values, language) for key, value in values.items()}
    labels["cells"] = _listed([cell_label(cell, language) for cell in cells], language)
    if table is not None:
        labels["table"] = table_label(table, language)
    return kind.wording(language).message.format_map(labels) + "".join(remarks(values, language, cell_label))


def _fill(key: str, value: str, table: str | None, values: Mapping[str, str | int], language: Language) -> str:
    if key.endswith("_terms"):
        along_row = "row" in values
        return " + ".join(_term(term, language, along_row=along_row) for term in value.split("+"))
    if table is not None and key in {"row", "rows"}:
        return _listed([row_label(table, row_id, language) for row_id in value.split(",")], language)
    if table is not None and key in {"column", "columns"}:
        return _listed([column_label(table, column, language) for column in value.split(",")], language, most=20)
    if key == "divisions":
        return _divisions(value, language)
    named = NAMED.get(key, {}).get(value)
    return named[language] if named else value


def _divisions(codes: str, language: Language) -> str:
    """The names of divisions, each with those above it."""
    return _listed(["".join(filter(None, map(name, _downwards(code)))) for code in codes.split(",")], language)


def _downwards(code: str) -> Iterable[str]:
    """The province, the city and the county of a division, as far as it reaches down."""
    return dict.fromkeys((province_of(code), city_of(code) or code, code))


def _term(term: str, language: Language, *, along_row: bool) -> str:
    cell, _, figure = term.partition("=")
    _, row, column = form.describe(cell)
    named = column if along_row else row
    return f"{named.name if language == 'zh' else named.english} {figure}"


def table_label(table: str, language: Language) -> str:
    """表三, or what the table is called in English."""
    names = form.table_name(table)
    if language == "en":
        return names.english
    return f"表{names.ordinal}" if table in form.TABLE_NAMES else names.title


def row_label(table: str, row_id: str, language: Language) -> str:
    """The row's short name."""
    row = next(row for table_id, row in form.all_rows() if table_id == table and row.id == row_id)
    return row.name if language == "zh" else row.english


def column_label(table: str, column_id: str, language: Language) -> str:
    """The column's name."""
    columns = (column for table_id, row in form.all_rows() if table_id == table for column in row.columns)
    column = next(column for column in columns if column.id == column_id)
    return column.name if language == "zh" else column.english


def cell_label(cell: str, language: Language) -> str:
    """Row and column of a cell."""
    _, row, column = form.describe(cell)
    return f"{row.name} · {column.name}" if language == "zh" else f"{row.english} · {column.english}"


def _listed(labels: list[str], language: Language, most: int = 6) -> str:
    """The labels in one line; a long list is cut with its length."""
    shown = ("、" if language == "zh" else "; ").join(labels[:most])
    if len(labels) <= most:
        return shown
    return f"{shown}等 {len(labels)} 项" if language == "zh" else f"{shown} and {len(labels) - most} more"
