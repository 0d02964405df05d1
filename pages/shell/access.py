"""The way in: whoever sits at this computer, or whoever signed in with a provider that speaks OpenID Connect.

Sign-in is on when ``.streamlit/secrets.toml`` has an ``[auth]`` section; docs/deployment.md shows one. Settings are
read once: a file that vanishes for a moment while it is edited must not open the door.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import streamlit as st
from streamlit.auth_util import get_cookie_with_chunks
from streamlit.errors import StreamlitAuthError
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from data.access import AccessSettingsError, Person, Right, Rules, everything, looking, rules
from pages.shell.words import Words, plain

_LOCAL: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_SHORTEST_SECRET: Final = 32  # characters of what signs the cookies
_NOBODY: Final = Person(account=None, rights=frozenset())


@dataclass(frozen=True, slots=True)
class SignIn:
    """Where people sign in, and what the rules make of them."""

    providers: tuple[str | None, ...]  # None is the one that stands in [auth] itself
    rules: Rules


def current() -> Person:
    """Who is using this session, with what that person may do now.

    Raises:
        AccessSettingsError: the settings cannot be understood.
    """
    sign_in = _sign_in()
    return _without_sign_in() if sign_in is None else _person(sign_in, st.user.to_dict())


def of_browser(cookies: Mapping[str, str]) -> Person:
    """Who asks for a file outside any session, by the cookie that Streamlit signed.

    Raises:
        AccessSettingsError: the settings cannot be understood.
    """
    sign_in = _sign_in()
    return _without_sign_in() if sign_in is None else _person(sign_in, _claims(cookies))


def admitted(word: Words) -> Person | None:
    """The person who may look; None when the way in is shown instead of the pages."""
    try:
        person = current()
        sign_in = _sign_in()
    except AccessSettingsError as error:
        st.error(word("access.settings", told=plain(error.message(word.language))), icon=":material/error:")
        return None
    if person.may(Right.VIEW):
        return person
    if sign_in is not None:
        _show_way_in(person, sign_in, word)
    return None


def show_account(person: Person, word: Words) -> None:
    """Who is signed in, and the way out."""
    if person.account is not None:
        st.caption(plain(word("access.account", account=person.account)))
        st.button(word("access.sign_out"), key="access.sign_out", icon=":material/logout:", on_click=st.logout)


def explain_missing(right: Right, person: Person, word: Words) -> None:
    """Say that somebody may look but not do more, and whom to ask."""
    if person.account is None:
        st.info(word("access.open"), icon=":material/lock:")
    else:
        told = word(f"access.missing.{right}", account=person.account)
        st.info(plain(told), icon=":material/lock:")


def _show_way_in(person: Person, sign_in: SignIn, word: Words) -> None:
    st.title(word("access.title"), anchor=False)
    if person.account is not None:
        st.error(plain(word("access.refused", account=person.account)), icon=":material/lock:")
        st.button(word("access.sign_out"), key="access.sign_out", icon=":material/logout:", on_click=st.logout)
        return
    was_signed_in = bool(st.user.to_dict().get("is_logged_in"))
    st.markdown(word("access.expired" if was_signed_in else "access.needed"))
    for provider in sign_in.providers:
        label = word("access.sign_in") if provider is None else word("access.sign_in_with", provider=plain(provider))
        if st.button(label, key=f"access.sign_in.{provider or ''}", icon=":material/login:", type="primary"):
            _send_to(provider, word)


def _send_to(provider: str | None, word: Words) -> None:
    try:
        st.login(provider)
    except StreamlitAuthError as error:
        st.error(word("access.settings", told=plain(str(error))), icon=":material/error:")


def _without_sign_in() -> Person:
    return everything() if st.get_option("server.address") in _LOCAL else looking()


def _person(sign_in: SignIn, claims: Mapping[str, object]) -> Person:
    is_signed_in = claims.get("is_logged_in") is True and sign_in.rules.is_fresh(claims)
    return sign_in.rules.person(claims) if is_signed_in else _NOBODY


def _claims(cookies: Mapping[str, str]) -> Mapping[str, object]:
    """What a browser's cookie says of who signed in; nothing where the signature is wrong."""

    def signed(name: str) -> bytes | None:
        value = cookies.get(name)
        return None if value is None else decode_signed_value(get_cookie_secret(), name, value.encode("latin-1"))

    held = get_cookie_with_chunks(signed, USER_COOKIE_NAME)
    claims: Mapping[str, object] = json.loads(held) if held else {}
    return claims


@cache
def _sign_in() -> SignIn | None:
    """How people sign in, as the settings say; None when they need not.

    Raises:
        AccessSettingsError: the settings cannot be understood.
    """
    settings = _settings()
    auth, stated = settings.get("auth"), _section(settings.get("gongkai"), "gongkai").get("access")
    if auth is None and stated is None:
        return None
    if auth is None:
        raise AccessSettingsError(
            "[gongkai.access] 列出了名单，但没有 [auth] 一节，无法登录。",
            "[gongkai.access] lists people, but without a section [auth] nobody can sign in.",
        )
    providers = _providers(_section(auth, "auth"))
    return SignIn(providers, rules(_section(stated, "gongkai.access")))


def _settings() -> Mapping[str, object]:
    """All of ``secrets.toml``; nothing where there is none."""
    if st.secrets.load_if_toml_exists():
        told: Mapping[str, object] = st.secrets.to_dict()
        return told
    if any(Path(file).exists() for file in st.get_option("secrets.files")):
        raise AccessSettingsError("secrets.toml 无法读取。", "secrets.toml cannot be read.")
    return {}


def _section(content: object, name: str) -> Mapping[str, object]:
    if content is None:
        return {}
    if not isinstance(content, Mapping):
        raise AccessSettingsError(f"[{name}] 必须是一节。", f"[{name}] must be a section.")
    return content


def _providers(auth: Mapping[str, object]) -> tuple[str | None, ...]:
    if find_spec("authlib") is None:
        raise AccessSettingsError(
            "没有安装登录所需的库。请安装 gongkai[auth]。",
            "What sign-in needs is not installed. Install gongkai[auth].",
        )
    if len(str(auth.get("cookie_secret", ""))) < _SHORTEST_SECRET:
        raise AccessSettingsError(
            f"[auth] 的 cookie_secret 至少要有 {_SHORTEST_SECRET} 个随机字符。",
            f"cookie_secret in [auth] must have at least {_SHORTEST_SECRET} random characters.",
        )
    named = tuple(name for name, section in auth.items() if isinstance(section, Mapping) and "client_id" in section)
    providers = (None, *named) if "client_id" in auth else named
    if not providers:
        raise AccessSettingsError("[auth] 中没有 client_id。", "[auth] names no client_id.")
    return providers
