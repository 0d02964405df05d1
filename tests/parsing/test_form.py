"""The form as it is declared: cells, editions and equations."""

from __future__ import annotations

import pytest

from parsing import form


@pytest.mark.parametrize(
    ("table", "edition", "cells"),
    [
        ("proactive", "2019", 22),
        ("proactive", "2021", 10),
        ("applications", "2019", 23 * 7),
        ("applications", "2021", 25 * 7),
        ("remedies", "2019", 15),
        ("remedies", "2021", 15),
    ],
)
def test_each_table_has_the_cells_of_the_form(table: str, edition: str, cells: int) -> None:
    declared = form.TABLES[table, edition].cells
    assert len(declared) == len(set(declared)) == cells


def test_all_cells_hold_every_edition_once_in_the_order_of_the_form() -> None:
    every = form.all_cells()
    assert len(every) == len(set(every))
    for table in form.TABLES.values():
        positions = [every.index(cell) for cell in table.cells if cell.split(".")[1] not in {"fees", "procurement"}]
        assert set(table.cells) <= set(every)
        assert positions == sorted(positions)


def test_the_balance_is_the_one_that_the_form_prints() -> None:
    balance = form.equations("applications", "2021")[0]
    assert balance.code == "applications-balance"
    assert balance.left == ("applications.new_received.natural_person", "applications.carried_in.natural_person")
    assert balance.right == ("applications.total_processed.natural_person", "applications.carried_out.natural_person")


def test_outcomes_are_all_rows_between_carried_in_and_the_total() -> None:
    assert [row.id for row in form.outcome_rows("2019")][-1] == "other"
    assert [row.id for row in form.outcome_rows("2021")][-3:] == [
        "other_overdue_correction",
        "other_overdue_fee",
        "other_remaining",
    ]
    assert len(form.outcome_rows("2019")) == 19
    assert len(form.outcome_rows("2021")) == 21


def test_equations_speak_of_cells_of_their_table_only() -> None:
    for (table, edition), declared in form.TABLES.items():
        for equation in form.equations(table, edition):
            assert set(equation.left) | set(equation.right) <= set(declared.cells)


def test_the_edition_due_changes_in_2021() -> None:
    assert [form.edition_due(year) for year in (2019, 2020, 2021, 2024)] == ["2019", "2019", "2021", "2021"]
