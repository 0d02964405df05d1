from __future__ import annotations

from tests.pages.conftest import Open, address, go, reports


def test_the_address_holds_the_view_as_codes(open_app: Open) -> None:
    app = open_app(reports())
    assert address(app) == {"years": "2020-2022", "lang": "zh"}


def test_an_address_is_followed(open_app: Open) -> None:
    app = open_app(reports(), years="2021-2022", province="210000", kinds="police", sound="1", lang="en")
    assert [app.selectbox(f"filters.{name}").value for name in ("first_year", "last_year")] == [2021, 2022]
    assert app.selectbox("filters.province").value == "210000"
    assert app.multiselect("filters.kinds").value == ["police"]
    assert app.toggle("filters.sound").value is True
    assert app.title[0].value == "Overview"


def test_codes_that_the_dataset_does_not_know_are_left_out(open_app: Open) -> None:
    app = open_app(reports(), years="1999-2021", province="990000", organs="x,210100-甲市应急管理局", kinds="nonsense")
    assert not app.exception
    assert address(app)["years"] == "2020-2021"
    assert address(app)["organs"] == "210100-甲市应急管理局"
    assert "province" not in address(app)
    assert "kinds" not in address(app)


def test_filters_survive_a_click_in_the_navigation(open_app: Open) -> None:
    app = open_app(reports(), years="2021-2022")
    app.toggle("filters.sound").set_value(True).run()
    app.query_params.clear()
    go(app, "licensing")
    assert address(app)["years"] == "2021-2022"
    assert address(app)["sound"] == "1"
    assert app.toggle("filters.sound").value is True


def test_going_back_restores_the_view_before(open_app: Open) -> None:
    app = open_app(reports())
    app.toggle("filters.sound").set_value(True).run()
    assert address(app)["sound"] == "1"
    del app.query_params["sound"]
    app.run()
    assert app.toggle("filters.sound").value is False


def test_codes_of_another_page_are_left_in_peace(open_app: Open) -> None:
    """Each writing is a step forward in the browser: one who goes back to such an address would never get past it."""
    app = open_app(reports())
    app.query_params["report"] = "0123456789abcdef"
    app.run()
    assert address(app)["report"] == "0123456789abcdef"
    app.toggle("filters.sound").set_value(True).run()
    assert "report" not in address(app)


def test_a_word_above_the_page_takes_its_filter_away(open_app: Open) -> None:
    app = open_app(reports(), years="2021-2022")
    chip = next(button for button in app.button if button.label == "2021–2022")
    chip.click().run()
    assert address(app)["years"] == "2020-2022"


def test_a_chosen_organ_stays_when_another_region_is_chosen(open_app: Open) -> None:
    app = open_app(reports(), organs="210100-甲市应急管理局", kinds="police")
    assert app.multiselect("filters.organs").value == ["210100-甲市应急管理局"]
