"""Governments of the synthetic corpus report the sums of their organs, and the key names what does not add up."""

from __future__ import annotations

from functools import cache

import pytest

from data.synthetic import corpus
from data.synthetic.corpus import Document
from data.synthetic.organs import Organ, roster
from data.synthetic.rollup import Slot, parts, rolled_up, unequal
from data.synthetic.trades import GOVERNMENT
from data.synthetic.world import Filing, history
from parsing import form

SEED = 7
ORGANS = roster(65)
GOVERNMENTS = parts(ORGANS)
RECEIVED = "applications.new_received.total"


@cache
def filings() -> dict[Slot, Filing]:
    """A few years of the first region, summed up."""
    alone = {(organ, filing.fiscal_year): filing for organ in ORGANS for filing in history(organ, 2022, SEED)}
    return rolled_up(alone, GOVERNMENTS)


@cache
def generated() -> tuple[Document, ...]:
    return tuple(corpus.documents(agencies=65, years=range(2021, 2025), seed=SEED, reports_per_fault=3))


def test_a_city_adds_up_its_offices_and_counties_and_a_county_its_townships_too() -> None:
    names = {organ.name: {part.name for part in below} for organ, below in GOVERNMENTS.items()}
    assert len(names) == 4
    assert {"永修县演示人民政府", "湖口县演示人民政府", "九江市演示应急管理局"} <= names["九江市演示人民政府"]
    assert {"永修县演示教育局", "永修县青禾演示镇人民政府"} <= names["永修县演示人民政府"]
    assert all(name not in below for name, below in names.items())


def test_a_governments_figures_are_the_sums_of_its_parts() -> None:
    for organ, below in GOVERNMENTS.items():
        for cell in (RECEIVED, "proactive.penalties.decisions", "remedies.administrative_review.total"):
            assert filings()[organ, 2022].figures[cell] == sum(filings()[part, 2022].figures[cell] for part in below)


@pytest.mark.parametrize("organ", GOVERNMENTS, ids=lambda organ: organ.name)
def test_what_was_summed_obeys_the_form_and_continues_the_year_before(organ: Organ) -> None:
    earlier, later = filings()[organ, 2021], filings()[organ, 2022]
    for equation in form.equations("applications", "2021"):
        left, right = (sum(later.figures[cell] for cell in side) for side in (equation.left, equation.right))
        assert left == right, equation
    assert later.figures["applications.carried_in.total"] == earlier.figures["applications.carried_out.total"]


def test_parts_that_exceed_the_whole_contradict_it_and_some_that_fall_short_do_not() -> None:
    part = {RECEIVED: 4}
    assert list(unequal({RECEIVED: 7}, [part, part], known=2)) == [RECEIVED]
    assert not list(unequal({RECEIVED: 9}, [part, part], known=2))
    assert list(unequal({RECEIVED: 81}, [part] * 20, known=20)) == [RECEIVED]
    assert not list(unequal({RECEIVED: 81}, [part] * 20, known=21))
    assert not list(unequal({RECEIVED: None}, [part] * 20, known=20))


def test_the_key_names_a_government_whose_organs_report_more() -> None:
    owner = {organ.name for organ in ORGANS if organ.trade == GOVERNMENT}
    named = {
        str(document.key["agency"])
        for document in generated()
        if any(fault["code"] == "rollup-sum" for fault in document.key["planted"])  # type: ignore[attr-defined]
    }
    assert named
    assert named <= owner
