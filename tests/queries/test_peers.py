from __future__ import annotations

from data.queries import peers, report
from tests.made_up_reports import Row, frame, row

CELL = "proactive.penalties.decisions"


def penalties(organ: str, year: int, figure: int | None, **values: str) -> Row:
    return row(organ, year, proactive__penalties__decisions=figure, **values)


def test_a_figure_stands_beside_last_year_and_the_quartiles_of_its_peers() -> None:
    mine, before = penalties("甲局", 2022, 100), penalties("甲局", 2021, 90)
    others = [penalties(f"{name}局", 2022, figure) for name, figure in zip("乙丙丁戊己", (1, 2, 3, 4, 50), strict=True)]
    unlike = [penalties("庚局", 2022, 999, agency_kind="police"), penalties("辛局", 2022, 999, agency_level="county")]
    reports = frame([mine, before, *others, *unlike, penalties("壬局", 2022, None)])
    filed = report.filed(reports, str(mine["report_id"]))
    assert filed is not None
    assert peers.beside(reports, filed, (CELL,)).rows() == [(CELL, 90.0, 5, 2.0, 3.0, 4.0)]


def test_few_peers_have_no_quartiles() -> None:
    mine = penalties("甲局", 2022, 100)
    reports = frame([mine, *(penalties(f"{name}局", 2022, 7) for name in "乙丙丁戊")])
    filed = report.filed(reports, str(mine["report_id"]))
    assert filed is not None
    assert peers.beside(reports, filed, (CELL,)).rows() == [(CELL, None, 4, None, None, None)]


def test_a_report_of_nobody_knows_when_has_nothing_beside_it() -> None:
    mine = penalties("甲局", 2022, 100) | {"organ_id": None, "fiscal_year": None, "agency": None}
    reports = frame([mine, *(penalties(f"{name}局", 2022, 7) for name in "乙丙丁戊己")])
    filed = report.filed(reports, str(mine["report_id"]))
    assert filed is not None
    assert peers.beside(reports, filed, (CELL,)).rows() == [(CELL, None, 0, None, None, None)]
