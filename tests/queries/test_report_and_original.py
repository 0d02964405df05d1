from __future__ import annotations

from hashlib import sha256

import pytest

from data.queries import original, report
from parsing.model import UnreadableError
from tests.made_up_reports import frame, row, states

PLACE = {"page": None, "line": 3, "table": 1, "row": 1, "column": 2}
TEXT = "标题\n\n新收 | 12 | 0 |\n结转 | 1 | 0 |\n".encode()
HTML = (
    "<html><body><table><tr><td rowspan='2'>办理</td><td>公开</td><td>7</td></tr>"
    "<tr><td>不公开</td><td>8</td></tr></table></body></html>"
).encode()


def test_a_report_tells_what_each_figure_rests_on() -> None:
    one = row(proactive__penalties__decisions=5, states=states("2021", proactive__licensing__decisions="blank"))
    filed = report.filed(frame([one]), str(one["report_id"]))
    assert filed is not None
    assert filed.figures["proactive.penalties.decisions"] == 5
    assert filed.states["proactive.penalties.decisions"] == "printed"
    assert filed.states["proactive.licensing.decisions"] == "blank"
    assert filed.states["proactive.procurement.items"] == "absent"
    assert set(filed.table_editions.values()) == {"2021"}


def test_an_unknown_report_is_none() -> None:
    assert report.filed(frame([row()]), "0000000000000000") is None


def test_an_organs_own_series_is_by_year() -> None:
    rows = [row("甲局", 2022), row("甲局", 2021), row("乙局", 2022)]
    own = report.own_series(frame(rows), "210100-甲局", ("proactive.penalties.decisions",))
    assert own["fiscal_year"].to_list() == [2021, 2022]


def test_the_catalogue_holds_reports_without_a_name_last() -> None:
    listed = report.catalogue(frame([row(agency=None, organ_id=None), row("甲局")])).collect()
    assert listed["agency"].to_list() == ["甲局", None]


def test_the_row_of_a_figure_is_shown_with_its_neighbours() -> None:
    printed = original.surroundings(known("x.txt", TEXT), PLACE)
    assert [[cell.text for cell in each.cells] for each in printed] == [["新收", "12", "0"], ["结转", "1", "0"]]
    assert [each.here for each in printed] == [1, None]
    assert [each.number for each in printed] == [3, 4]


def test_cells_keep_their_columns_under_a_cell_that_spans_rows() -> None:
    place = {"page": None, "line": None, "table": 1, "row": 2, "column": 3}
    printed = original.surroundings(known("x.html", HTML), place)
    here = printed[-1]
    assert here.here is not None
    assert (here.cells[here.here].text, here.cells[here.here].left) == ("8", 2)


def test_the_heads_of_a_table_are_shown_however_far_above_a_figure() -> None:
    rows = "".join(f"<tr><td>行{at}</td><td>{at}</td><td>0</td></tr>" for at in range(1, 9))
    content = f"<table><tr><td></td><td>自然人</td><td>总计</td></tr>{rows}</table>".encode()
    place = {"page": None, "line": None, "table": 1, "row": 8, "column": 2}
    printed = original.surroundings(known("x.html", content), place)
    assert [each.cells[1].text for each in printed] == ["自然人", "5", "6", "7", "8"]


def test_a_figure_on_a_line_of_its_own_is_shown_with_the_words_above_it() -> None:
    lines = ["标题", "", "新收", *"1234567", "结转", *"0000000"]
    place = {"page": None, "line": 9, "table": None, "row": None, "column": None}
    printed = original.surroundings(known("x.txt", "\n".join(lines).encode()), place)
    assert [each.cells[0].text for each in printed] == ["新收", "1", "2", "3", "4", "5", "6", "7", "结转"]
    assert [each.number for each in printed if each.here is not None] == [9]


def test_a_place_that_is_not_there_gives_nothing() -> None:
    assert original.surroundings(known("x.txt", TEXT), PLACE | {"line": 99}) == ()


def test_a_damaged_original_is_refused() -> None:
    with pytest.raises(UnreadableError):
        original.surroundings(known("x.pdf", b"%PDF-1.4 broken"), PLACE)


def test_an_original_is_read_once_for_all_its_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    content = "标题\n\n再收 | 12 | 0 |\n".encode()
    original.surroundings(known("x.txt", content), PLACE)
    monkeypatch.setattr(original, "read_document", lambda _: pytest.fail("read again"))
    assert original.surroundings(known("x.txt", content), PLACE | {"column": 3})


def known(name: str, content: bytes) -> original.Original:
    return original.Original(name=name, content=content, sha256=sha256(content).hexdigest())
