"""What the operator's settings give to whom."""

from __future__ import annotations

import time

import pytest

from data.access import AccessSettingsError, NotAllowedError, Person, Right, everything, looking, rules

SETTINGS = {
    "view": ["*"],
    "import": ["Li@Example.org"],
    "review": ["zhang@example.org", "groups:xxgk"],
}
LOOKING = {Right.VIEW}


def person(**claims: object) -> Person:
    return rules(SETTINGS).person({"sub": "1", **claims})


@pytest.mark.parametrize(
    ("claims", "rights"),
    [
        ({}, LOOKING),
        ({"email": "li@example.org"}, LOOKING | {Right.IMPORT}),
        ({"email": "LI@EXAMPLE.ORG", "email_verified": True}, LOOKING | {Right.IMPORT}),
        ({"email": "li@example.org", "email_verified": False}, LOOKING),
        ({"email": "li@example.org", "email_verified": "false"}, LOOKING),
        ({"email": "zhang@example.org"}, LOOKING | {Right.REVIEW}),
        ({"groups": ["other", "xxgk"]}, LOOKING | {Right.REVIEW}),
        ({"groups": "xxgk"}, LOOKING | {Right.REVIEW}),
        ({"groups": "xxgk2"}, LOOKING),
        ({"name": "li@example.org"}, LOOKING),  # anybody can call themselves so
        ({"email": "*"}, LOOKING),
    ],
)
def test_rights_go_by_proven_address_or_claim(claims: dict[str, object], rights: set[Right]) -> None:
    assert person(**claims).rights == rights


def test_what_is_not_named_is_given_to_nobody() -> None:
    assert rules({}).person({"email": "li@example.org"}).rights == frozenset()
    assert rules({"view": ["a@b.cn"]}).person({"email": "li@example.org"}).rights == frozenset()


def test_who_may_import_may_look() -> None:
    given = rules({"import": ["li@example.org"]}).person({"email": "li@example.org"})
    assert given.rights == {Right.VIEW, Right.IMPORT}


@pytest.mark.parametrize(
    "settings",
    [{"veiw": ["*"]}, {"view": "*"}, {"view": [1]}, {"view": [" "]}, {"hours": 0}, {"hours": "12"}, {"hours": True}],
)
def test_settings_that_cannot_be_understood_are_told(settings: dict[str, object]) -> None:
    with pytest.raises(AccessSettingsError) as caught:
        rules(settings)
    assert "gongkai.access" in caught.value.message("zh")
    assert "gongkai.access" in caught.value.message("en")


def test_a_sign_in_wears_out() -> None:
    now = time.time()
    given = rules({"hours": 2})
    assert given.is_fresh({"iat": now - 7100})
    assert not given.is_fresh({"iat": now - 7300})
    assert not given.is_fresh({})
    assert not given.is_fresh({"iat": "now"})


def test_people_are_recorded_by_what_cannot_be_typed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "operator")
    assert person(email="li@example.org", name="王五").signature == "li@example.org"
    assert person(email="li@example.org", email_verified=False).signature == "1"
    assert everything().signature == "operator"


def test_a_program_whose_user_has_no_name_still_records(monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise KeyError("getpwuid(): uid not found: 1001")

    monkeypatch.setattr("getpass.getuser", nameless)
    assert everything().signature == "?"


def test_without_the_right_nothing_goes_on() -> None:
    everything().must(Right.IMPORT)
    with pytest.raises(NotAllowedError):
        looking().must(Right.IMPORT)
