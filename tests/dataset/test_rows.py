"""A row keeps every figure exact, tells blank from dash from unread, and restores the issues it was given."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from data.identity import organ_id, region
from data.issues import kept, restored
from data.rows import frame, row
from data.schema import FIGURES, JUDGED, REPORTS, VERDICT_LETTERS
from parsing import as_json, reading
from parsing.catalogue.reasons import Reason
from parsing.checks import RULES, arithmetic, dates, editions, lists, narrative, oddities, traces, years
from parsing.model import Agency, Assessment, Figure, Finding, Outcome, Place, Problem, State
from parsing.output import issue_json
from tests.dataset.read_reports import FEES, RECEIVED, a_report

RULE_MODULES = (arithmetic, dates, editions, lists, narrative, oddities, traces, years)
PLACE = Place(page=2, table=1, row=3, column=4, bbox=(1.5, 2.0, 3.25, 4.0))
PROBLEM = Problem(
    code="cell-not-a-number",
    table="applications",
    cells=(RECEIVED,),
    place=PLACE,
    excerpt="若干",
    values={"row": "new_received", "column": "total", "printed": "若干"},
)
FINDING = Finding(
    code="applications-row-total",
    table="applications",
    cells=(RECEIVED,),
    left=0,
    right=6,
    values={
        "row": "new_received",
        "left": 0,
        "right": 6,
        "left_terms": f"{RECEIVED}=0",
        "right_terms": f"{RECEIVED}=6",
        "difference": 6,
    },
)


def agency(name: str, division_code: str | None) -> Agency:
    return Agency(name=name, evidence="title", division_code=division_code)


def test_a_row_has_the_columns_of_the_schema_in_order() -> None:
    assert list(row(a_report())) == list(REPORTS)


@pytest.mark.parametrize("amount", ["25.96", "24252.311082", "0.00000001", "999999999999.99999999", "0"])
def test_amounts_are_exact(amount: str) -> None:
    report = replace(a_report(), figures={FEES: Figure(value=Decimal(amount), state=State.PRINTED)})
    assert frame([row(report)])[FEES].item() == Decimal(amount)


def test_what_is_no_figure_is_null_and_its_state_tells_why() -> None:
    cells = list(FIGURES)[: len(State)]
    figures = {
        cell: Figure(value=0 if state in {State.PRINTED, State.DERIVED} else None, state=state)
        for cell, state in zip(cells, State, strict=True)
    }
    kept_row = frame([row(replace(a_report(), figures=figures))])
    assert kept_row.select(cells).row(0) == (0, 0, None, None, None, None)
    assert kept_row["states"].item() == "pdbsum" + "-" * (len(FIGURES) - len(State))


@pytest.mark.parametrize("issue", [PROBLEM, FINDING], ids=["problem", "finding"])
def test_issues_are_restored_as_they_were(issue: Problem | Finding) -> None:
    (stored,) = frame([row(a_report(issues=(issue,)))])["issues"].item()
    assert restored(stored) == issue


def test_the_two_sides_of_an_amount_keep_their_digits() -> None:
    finding = replace(FINDING, cells=(FEES,), left=Decimal("25.960"), right=Decimal(3))
    assert issue_json(restored(kept(finding))) == issue_json(finding)
    assert issue_json(finding)["left"] == "25.960"


def test_an_issue_is_printed_as_in_its_report() -> None:
    printed = as_json(a_report(issues=(PROBLEM, FINDING)))
    assert printed["problems"] == [issue_json(PROBLEM)]
    assert printed["findings"] == [issue_json(FINDING)]


def test_the_worst_issue_decides() -> None:
    note = Problem(code="row-restored", table="applications", values={"row": "granted"})
    assert row(a_report())["worst"] is None
    assert row(a_report(issues=(note,)))["worst"] == "note"
    assert row(a_report(issues=(note, FINDING, PROBLEM)))["worst"] == "malformed"


def test_synthetic_documents_say_so_themselves() -> None:
    assert row(a_report(text="本文件为合成数据，仅供演示。"))["synthetic"] is True
    assert row(a_report())["synthetic"] is False


def test_an_organ_is_the_same_however_much_of_its_divisions_it_prints() -> None:
    names = ("应急管理局", "渝中区应急管理局", "重庆市渝中区应急管理局")
    assert {organ_id(agency(name, "500103")) for name in names} == {"500103-应急管理局"}


@pytest.mark.parametrize(
    ("names", "one"),
    [
        (("渝中区人民政府", "渝中区政府", "渝中区", "重庆市渝中区"), "500103-人民政府"),
        (("渝中区青禾镇", "青禾镇政府", "重庆市渝中区青禾镇人民政府"), "500103-青禾镇"),
        (("渝中区青禾街道", "青禾街道办事处", "渝中区青禾街"), "500103-青禾街道"),
        (("渝中区政府办", "渝中区政府办公室", "重庆市渝中区人民政府办公室"), "500103-人民政府办公室"),
        (("渝中高新区管委会", "渝中高新区管理委员会"), "500103-渝中高新区管理委员会"),
        (("渝中区发改委", "渝中区发展和改革委员会"), "500103-发展和改革委员会"),
        (("渝中区市监局", "渝中区市场监管局", "渝中区市场监督管理局"), "500103-市场监督管理局"),
        (("渝中区科委", "渝中区科学技术委员会"), "500103-科学技术委员会"),
    ],
)
def test_an_organ_is_the_same_in_short_and_in_full(names: tuple[str, ...], one: str) -> None:
    assert {organ_id(agency(name, "500103")) for name in names} == {one}


def test_organs_of_other_divisions_and_governments_are_told_apart() -> None:
    assert organ_id(agency("沈阳市应急管理局", "210100")) != organ_id(agency("辽宁省应急管理厅", "210000"))
    assert organ_id(agency("渝中区人民政府", "500103")) == "500103-人民政府"
    assert organ_id(agency("渝中区应急管理局", None)) == "000000-渝中区应急管理局"
    assert organ_id(agency("渝中区住建局", None)) == "000000-渝中区住房和城乡建设局"
    assert organ_id(agency("渝中区民委", "500103")) == "500103-民委"  # short for several
    assert organ_id(None) is None


@pytest.mark.parametrize(
    ("code", "above"),
    [
        (None, (None, None, None)),
        ("210000", ("210000", None, None)),
        ("210100", ("210000", "210100", None)),
        ("210102", ("210000", "210100", "210102")),
        ("500103", ("500000", None, "500103")),
    ],
)
def test_the_divisions_above_an_organ(code: str | None, above: tuple[str | None, ...]) -> None:
    found = region(code)
    assert (found.province, found.city, found.county) == above


def test_a_share_keeps_its_decimals() -> None:
    share = Finding(code="narrative-percent", left=Decimal("33.9"), right=Decimal("32.05"))
    assert (kept(share)["left"], kept(share)["right"]) == ("33.9", "32.05")
    assert restored(kept(share)) == share


def test_every_rule_has_its_letter() -> None:
    assert sorted(JUDGED) == sorted(rule.code for rule in RULES)
    assert len(set(VERDICT_LETTERS.values())) == len(VERDICT_LETTERS)


def test_every_reason_of_a_rule_has_a_letter() -> None:
    sources = [Path(module.__file__ or "").read_text(encoding="utf-8") for module in (*RULE_MODULES, reading)]
    named = {name for source in sources for name in re.findall(r"Reason\.([A-Z_]+)", source)}
    assert {Reason[name].code for name in named} | set(Outcome) - {Outcome.NOT_ASSESSABLE} == set(VERDICT_LETTERS)


def test_a_row_tells_what_each_rule_came_to() -> None:
    report = a_report()
    held = [Assessment(code, Outcome.HOLDS) for code in JUDGED]
    unread = Assessment("narrative-figure", Outcome.NOT_ASSESSABLE, "nothing-claimed")
    judged = replace(report, assessments=(*held[:5], unread, *held[6:]))
    assert row(judged)["verdicts"] == "hhhhhn" + "h" * 13
    assert row(report)["verdicts"] is None
