"""The figures of the synthetic corpus obey the form, within a year and from year to year."""

from __future__ import annotations

from itertools import pairwise

import pytest

from data.synthetic.organs import MARK, Organ, roster
from data.synthetic.world import history
from parsing import divisions, form

SEED = 5
ORGANS = roster(70)


@pytest.mark.parametrize("organ", ORGANS[::6], ids=lambda organ: organ.name)
def test_every_equation_of_every_edition_holds(organ: Organ) -> None:
    for filing in history(organ, 2023, SEED):
        for table, edition in form.TABLES:
            for equation in form.equations(table, edition):
                left, right = (sum(filing.figures[cell] for cell in side) for side in (equation.left, equation.right))
                assert left == right, (filing.fiscal_year, equation)


@pytest.mark.parametrize("organ", ORGANS[::6], ids=lambda organ: organ.name)
def test_each_year_goes_on_where_the_last_one_ended(organ: Organ) -> None:
    for earlier, later in pairwise(filing.figures for filing in history(organ, 2023, SEED)):
        for column in form.APPLICANTS:
            assert later[f"applications.carried_in.{column.id}"] == earlier[f"applications.carried_out.{column.id}"]
        for row in ("regulations", "normative_documents"):
            issued, repealed = later[f"proactive.{row}.issued"], later[f"proactive.{row}.repealed"]
            stock, disclosed = earlier[f"proactive.{row}.in_force"], earlier[f"proactive.{row}.total_disclosed"]
            assert later[f"proactive.{row}.in_force"] == stock + issued - repealed
            assert later[f"proactive.{row}.total_disclosed"] == disclosed + later[f"proactive.{row}.disclosed"]
        for row in ("licensing", "penalties", "coercion", "fees"):
            items = earlier[f"proactive.{row}.previous_items"] + earlier[f"proactive.{row}.change"]
            assert later[f"proactive.{row}.previous_items"] == items


def test_no_figure_but_a_change_is_negative() -> None:
    for organ in ORGANS:
        for filing in history(organ, 2021, SEED):
            negative = [cell for cell, figure in filing.figures.items() if figure < 0]
            assert all(form.kind_of(cell) is form.Kind.CHANGE for cell in negative)


def test_figures_of_an_organ_depend_neither_on_other_organs_nor_on_the_last_year() -> None:
    small, large = roster(3)[2], roster(50)[2]
    assert small == large
    assert history(small, 2021, SEED) == history(large, 2024, SEED)[:3]


def test_organs_stand_in_real_places_and_none_of_them_is_real() -> None:
    assert len({organ.name for organ in ORGANS}) == len(ORGANS)
    for organ in ORGANS:
        assert MARK in organ.name
        assert organ.name.startswith(divisions.divisions()[organ.division_code].name)


def test_another_seed_gives_other_figures() -> None:
    assert history(ORGANS[0], 2021, 1) != history(ORGANS[0], 2021, 2)
