"""Who may do what: the rights that the operator's settings give to people who signed in.

::

    [gongkai.access]
    view = ["*"]                                  # everybody who can sign in
    import = ["li@example.org"]                   # by e-mail
    review = ["zhang@example.org", "groups:xxgk"] # or by a claim of the sign-in and its value
    hours = 12                                    # after which everybody signs in again

A right that is not named is given to nobody; who may import or review may also look.
"""

from __future__ import annotations

import getpass
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from parsing.catalogue import Language

_EVERYBODY: Final = "*"
_HOURS: Final = 12.0
_HOUR: Final = 3600  # seconds
_UNKNOWN: Final = "?"  # what stands for an operating-system user without a name


class Right(StrEnum):
    """What somebody may do."""

    VIEW = "view"
    IMPORT = "import"
    REVIEW = "review"


class NotAllowedError(Exception):
    """Somebody tried what they have no right to. Nothing was done."""


class AccessSettingsError(Exception):
    """The settings of access cannot be understood. Nobody is let in until they are corrected."""

    def __init__(self, chinese: str, english: str) -> None:
        super().__init__(english)
        self._chinese = chinese

    def message(self, language: Language) -> str:
        """What is wrong, for the operator."""
        return self._chinese if language == "zh" else str(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who uses the dashboard. ``account`` is None where nobody signs in."""

    account: str | None
    rights: frozenset[Right]

    def may(self, right: Right) -> bool:
        """Whether the person has a right."""
        return right in self.rights

    def must(self, right: Right) -> None:
        """Let the person go on.

        Raises:
            NotAllowedError: the right is missing.
        """
        if right not in self.rights:
            raise NotAllowedError(f"{self.account or 'somebody who did not sign in'} may not {right}")

    @property
    def signature(self) -> str:
        """The name under which an import is recorded: the account, else the operating-system user of this program."""
        return self.account or system_user()


@dataclass(frozen=True, slots=True)
class Rules:
    """Whom each right is given to: ``*``, e-mail addresses, or ``claim:value``."""

    given: Mapping[Right, tuple[str, ...]]
    seconds: float  # for which a sign-in is good

    def person(self, claims: Mapping[str, object]) -> Person:
        """Who signed in, with what the rules give them."""
        held = frozenset(_marks(claims))
        rights = {right for right, entries in self.given.items() if held.intersection(entries)}
        return Person(account=_account(claims), rights=frozenset(rights | {Right.VIEW} if rights else rights))

    def is_fresh(self, claims: Mapping[str, object]) -> bool:
        """Whether a sign-in is still good; one that does not tell its time is not."""
        signed_in = claims.get("iat")
        return isinstance(signed_in, int | float) and abs(time.time() - signed_in) < self.seconds


def rules(settings: Mapping[str, object]) -> Rules:
    """The rules that a ``[gongkai.access]`` section states.

    Raises:
        AccessSettingsError: it holds something else than lists of people and hours.
    """
    known = {*Right, "hours"}
    if strange := sorted(set(settings) - known):
        raise AccessSettingsError(
            f"[gongkai.access] 中有无法识别的设置：{'、'.join(strange)}。可用的设置：{'、'.join(sorted(known))}。",
            f"[gongkai.access] holds unknown settings: {', '.join(strange)}. Known are {', '.join(sorted(known))}.",
        )
    hours = settings.get("hours", _HOURS)
    if isinstance(hours, bool) or not isinstance(hours, int | float) or hours <= 0:
        raise AccessSettingsError(
            "[gongkai.access] 的 hours 必须是大于 0 的数。", "hours in [gongkai.access] must be a number above 0."
        )
    return Rules({right: _entries(right, settings.get(right, ())) for right in Right}, hours * _HOUR)


def everything() -> Person:
    """Whoever sits at a computer whose dashboard nobody else can reach."""
    return Person(account=None, rights=frozenset(Right))


def looking() -> Person:
    """Whoever reaches a dashboard that asks for no sign-in over the network."""
    return Person(account=None, rights=frozenset({Right.VIEW}))


def system_user() -> str:
    """The user that this program runs as."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a container's user may have no name; each Python says it differently
        return _UNKNOWN


def _entries(right: Right, stated: object) -> tuple[str, ...]:
    if isinstance(stated, str | Mapping) or not isinstance(stated, Iterable):
        raise _not_a_list(right)
    entries = tuple(stated)
    if not all(isinstance(entry, str) and entry.strip() for entry in entries):
        raise _not_a_list(right)
    return tuple(_folded(str(entry).strip()) for entry in entries)


def _not_a_list(right: Right) -> AccessSettingsError:
    return AccessSettingsError(
        f'[gongkai.access] 的 {right} 必须是名单，如 ["li@example.org"]。',
        f'{right} in [gongkai.access] must be a list, such as ["li@example.org"].',
    )


def _marks(claims: Mapping[str, object]) -> Iterable[str]:
    """Everything by which rules can mean somebody."""
    yield _EVERYBODY
    if email := _email(claims):
        yield _folded(email)
    for claim, value in claims.items():
        for each in value if isinstance(value, list | tuple) else (value,):
            yield f"{claim}:{each}"


def _folded(entry: str) -> str:
    """An e-mail address is the same in capitals; a claim's value is not."""
    return entry if ":" in entry else entry.casefold()


def _account(claims: Mapping[str, object]) -> str:
    """The name that is kept of somebody: the e-mail address, else the provider's own identifier."""
    return _email(claims) or str(claims.get("sub") or _UNKNOWN)


def _email(claims: Mapping[str, object]) -> str | None:
    """The e-mail address, unless the provider says that nobody has proved it."""
    email = claims.get("email")
    return email if isinstance(email, str) and claims.get("email_verified") in {None, True, "true"} else None
