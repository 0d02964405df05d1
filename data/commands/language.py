"""Which language the user reads."""

from __future__ import annotations

import locale
import os
from typing import Final

from parsing.catalogue import Language

_VARIABLES: Final = ("GONGKAI_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def users_language() -> Language:
    """Chinese when the first setting that says anything begins so, else English.

    Where no variable is set, as on Windows, the system's own locale decides (``Chinese (Simplified)_China``).
    """
    settings = (os.environ.get(name, "") for name in _VARIABLES)
    chosen = next(filter(None, settings), None) or locale.getlocale()[0] or ""
    return "zh" if chosen.lower().startswith(("zh", "chinese")) else "en"
