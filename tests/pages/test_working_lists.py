from __future__ import annotations

from tests.made_up_reports import Row, blank, filled, imbalance, row
from tests.pages.conftest import Open, address, go


def faulty() -> list[Row]:
    new = filled("applications", "2021", 2)
    return [
        row("甲局", 2021, **new, worst="inconsistent", issues=[imbalance(0, 6)]),
        row(
            "乙局",
            2021,
            **new,
            worst="inconsistent",
            issues=[imbalance(0, 60), blank("remedies.litigation_direct.total")],
        ),
    ]


def test_the_largest_difference_comes_first_with_both_sides(open_app: Open) -> None:
    app = go(open_app(faulty()), "inconsistencies")
    assert [metric.value for metric in app.metric] == ["0", "60", "60"]
    assert any("相差 60" in element.value for element in app.markdown)


def test_the_next_entry_is_one_click_away_and_has_an_address(open_app: Open) -> None:
    app = go(open_app(faulty()), "inconsistencies")
    before = address(app)["item"]
    app.button("inconsistencies.next").click().run()
    assert [metric.value for metric in app.metric] == ["0", "6", "6"]
    assert address(app)["item"] != before
    assert app.button("inconsistencies.next").disabled


def test_an_entry_is_found_again_by_its_address(open_app: Open) -> None:
    app = go(open_app(faulty()), "inconsistencies")
    app.button("inconsistencies.next").click().run()
    item = address(app)["item"]
    app.button("inconsistencies.previous").click().run()
    app.query_params["item"] = item
    app.run()
    assert [metric.value for metric in app.metric] == ["0", "6", "6"]


def test_problems_and_findings_are_two_lists(open_app: Open) -> None:
    app = go(open_app(faulty()), "problems")
    assert not app.metric
    assert any("空白" in element.value for element in app.subheader)


def test_kinds_are_offered_with_their_counts(open_app: Open) -> None:
    app = go(open_app(faulty()), "inconsistencies")
    assert list(app.pills("inconsistencies.rule").options) == ["全部（2）", "收办不平衡（2）"]
