"""What the dashboard shows and does for whom."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from data import reviews
from data.access import NotAllowedError, Person, Right
from data.dataset import open_dataset
from data.sample import DOCUMENTS
from pages.shell import store
from pages.shell.registry import ENTRIES
from pages.shell.store import Desk
from tests.access.conftest import AUTH, PEOPLE, Enter

SETTINGS = {"auth": AUTH, "gongkai": {"access": PEOPLE}}
LI, ZHANG, WANG = ({"email": f"{name}@example.org"} for name in ("li", "zhang", "wang"))
DEADLINE = 60  # seconds


def go(app: AppTest, name: str) -> AppTest:
    app.switch_page(f"pages/{name}/page.py")
    return app.run()


def everything_sent(app: AppTest) -> str:
    """All that the browser is given: the text of every element, whatever its kind."""
    return "\n".join(str(element.proto) for element in (*app.main, *app.sidebar))


@pytest.mark.parametrize("name", [entry.name for entry in ENTRIES])
def test_nothing_of_the_dataset_is_sent_to_who_did_not_sign_in(enter: Enter, name: str) -> None:
    app = go(enter(SETTINGS), name)
    assert [button.label for button in app.button] == ["登录"]
    assert "应急" not in everything_sent(app)
    assert not app.sidebar


def test_a_sign_in_that_is_too_old_counts_for_nothing(enter: Enter) -> None:
    app = enter(SETTINGS, **LI, iat=time.time() - 13 * 3600)
    assert [button.label for button in app.button] == ["登录"]
    assert any("有效期" in text.value for text in app.markdown)


def test_who_is_not_on_the_list_is_told_and_may_leave(enter: Enter) -> None:
    settings = {"auth": AUTH, "gongkai": {"access": {"view": ["li@example.org"]}}}
    app = enter(settings, **WANG)
    assert "wang" in app.error[0].value
    assert [button.label for button in app.button] == ["退出登录"]


@pytest.mark.parametrize(
    "settings",
    [
        {"auth": AUTH, "gongkai": {"access": {"veiw": ["*"]}}},
        {"auth": AUTH | {"cookie_secret": "short"}},
        {"auth": {"cookie_secret": AUTH["cookie_secret"]}},
        {"auth": "yes"},
        {"gongkai": {"access": PEOPLE}},
        {"auth": AUTH, "gongkai": {"access": ["*"]}},
    ],
)
def test_wrong_settings_let_nobody_in(enter: Enter, settings: dict[str, object]) -> None:
    for claims in ({}, LI):
        app = enter(settings, **claims)
        assert "登录设置有误" in app.error[0].value
        assert "应急" not in everything_sent(app)


def test_settings_that_cannot_be_read_let_nobody_in(
    enter: Enter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "secrets.toml"
    broken.write_text("[auth\n", encoding="utf-8")
    get_option = st.get_option
    monkeypatch.setattr(
        "streamlit.get_option", lambda name: [str(broken)] if name == "secrets.files" else get_option(name)
    )
    app = enter()
    assert "无法读取" in app.error[0].value
    assert "应急" not in everything_sent(app)


def test_who_may_look_sees_no_control_that_changes_anything(enter: Enter) -> None:
    app = go(enter(SETTINGS, **WANG), "importing")
    assert not app.file_uploader
    assert any("没有导入权限" in text.value for text in app.info)
    app = go(enter(SETTINGS, **WANG), "inconsistencies")
    assert not app.text_input
    assert [button.key for button in app.button if str(button.key).startswith("review.")] == []


def test_a_decision_is_signed_with_the_account(enter: Enter, location: Path) -> None:
    app = go(enter(SETTINGS, **ZHANG), "inconsistencies")
    (reason,) = app.text_input  # no name to be typed
    reason.set_value("已核实")
    app.button("review.dismissed").click()
    app.run()
    assert not app.exception
    told = reviews.history(location).row(0, named=True)
    assert (told["name"], told["signed_in"], told["decision"]) == ("zhang@example.org", True, "dismissed")
    assert (told["code"], told["organ_id"], told["fiscal_year"]) == (
        "applications-balance",
        "210100-甲市应急管理局",
        2021,
    )


def test_a_typed_name_is_kept_as_such(enter: Enter, location: Path) -> None:
    app = go(enter(), "inconsistencies")
    app.text_input("review.name").set_value("zhang@example.org")
    next(field for field in app.text_input if "reason" in str(field.key)).set_value("已核实")
    app.button("review.confirmed").click()
    app.run()
    assert reviews.history(location).select("name", "signed_in").row(0) == ("zhang@example.org", False)


def test_an_import_is_recorded_under_the_account(enter: Enter, location: Path) -> None:
    app = go(enter(SETTINGS, **LI), "importing")
    document = min((DOCUMENTS / "synthetic").glob("*.txt"))
    app.file_uploader[0].upload(document.name, document.read_bytes(), "text/plain").run()
    app.button("importing.start").click().run()
    ends = time.monotonic() + DEADLINE
    while time.monotonic() < ends and not any(button.key == "importing.commit" for button in app.button):
        time.sleep(0.2)
        app.run()
    app.button("importing.commit").click().run()
    assert not app.exception
    history = open_dataset(location).history().sort("ingested_at").collect()
    assert history["ingested_by"].to_list() == [None, "li@example.org"]


def test_the_actions_refuse_whoever_has_no_right(location: Path, tmp_path: Path) -> None:
    looking = Person(account="wang@example.org", rights=frozenset({Right.VIEW, Right.REVIEW}))
    dataset, desk = open_dataset(location), Desk()
    actions: list[Callable[[], None]] = [
        lambda: desk.begin(dataset, [], looking),
        lambda: desk.stop(looking),
        lambda: desk.clear(looking),
        lambda: desk.commit(looking),
        lambda: store.make(tmp_path / "another", looking),
    ]
    for action in actions:
        with pytest.raises(NotAllowedError):
            action()
    assert desk.intake is None
    assert not (tmp_path / "another").exists()


def test_a_dashboard_that_others_can_reach_without_sign_in_is_for_looking(
    enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    get_option = st.get_option
    monkeypatch.setattr(
        "streamlit.get_option",
        lambda name: "0.0.0.0" if name == "server.address" else get_option(name),  # noqa: S104
    )
    app = go(enter(), "importing")
    assert not app.file_uploader
    assert any("只能查看" in text.value for text in app.info)


def test_records_tell_who_imported_and_decided(enter: Enter, location: Path) -> None:
    reviews.decide(location, "aa", reviews.Decision.CONFIRMED, reviews.Signed(reason="核实", name="张三"))
    app = go(enter(), "importing")
    assert not app.dataframe
    app.session_state["records"] = True
    app.run()
    imported, decided = (table.value.to_dict("list") for table in app.dataframe)
    assert imported["source"] == ["甲市应急管理局2021.txt"]
    assert decided["name"] == ["张三"]
    assert decided["decision"] == ["已确认"]


def test_records_are_told_in_words_and_without_what_machines_compare(enter: Enter, location: Path) -> None:
    about = reviews.About(organ_id="210100-甲市应急管理局", fiscal_year=2021)
    signed = reviews.Signed(reason="核实", name="张三")
    reviews.decide(location, "aa", reviews.Decision.CONFIRMED, signed, about)
    app = go(enter(), "importing")
    app.session_state["records"] = True
    app.run()
    imported, decided = app.dataframe
    assert list(imported.value) == ["ingested_at", "ingested_by", "source", "agency", "fiscal_year"]
    assert decided.value["signed_in"].to_list() == ["否"]
    assert "fingerprint" not in decided.value
    formats = [json.loads(table.proto.columns)["fiscal_year"]["type_config"]["format"] for table in app.dataframe]
    assert formats == ["%d", "%d"]
