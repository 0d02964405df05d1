"""The boxes between the rules of a page are those that pdfplumber finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pdfplumber import table as finder

from parsing.readers.pdf_tables import boxes_between

NEAR = 3
PLACES = st.lists(st.integers(0, 20).map(lambda place: 10.0 * place), min_size=2, max_size=6, unique=True).map(sorted)


@st.composite
def edges(draw: st.DrawFn) -> list[dict[str, float | str]]:
    """Rules of a grid of which some are shorter than it, beside their place, or drawn twice."""
    across, down = draw(PLACES), draw(PLACES)
    drawn: list[dict[str, float | str]] = []
    for x in across:
        top, bottom = sorted((draw(st.sampled_from(down)), draw(st.sampled_from([down[0], down[-1]]))))
        at = x + draw(st.sampled_from([0.0, 0.0, 2.0]))
        drawn.append({"orientation": "v", "x0": at, "x1": at, "top": top, "bottom": bottom})
    for y in down:
        left, right = sorted((draw(st.sampled_from(across)), draw(st.sampled_from([across[0], across[-1]]))))
        drawn.append({"orientation": "h", "x0": left, "x1": right, "top": y, "bottom": y})
    return drawn + [dict(edge) for edge in draw(st.lists(st.sampled_from(drawn), max_size=2))]


@given(edges())
def test_boxes_are_those_of_pdfplumber(drawn: list[dict[str, float | str]]) -> None:
    crossings = finder.edges_to_intersections(drawn, NEAR, NEAR)
    assert boxes_between(crossings) == finder.intersections_to_cells(crossings)


def test_a_box_needs_all_four_sides() -> None:
    upright = [{"orientation": "v", "x0": x, "x1": x, "top": 0.0, "bottom": 20.0} for x in (0.0, 30.0)]
    level = [{"orientation": "h", "x0": 0.0, "x1": 30.0, "top": y, "bottom": y} for y in (0.0, 20.0)]
    assert boxes_between(finder.edges_to_intersections(upright + level, NEAR, NEAR)) == [(0.0, 0.0, 30.0, 20.0)]
    assert boxes_between(finder.edges_to_intersections(upright + level[:1], NEAR, NEAR)) == []
