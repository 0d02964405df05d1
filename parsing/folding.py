"""What two printings of the same words have in common: width, script and spacing folded away, for comparing only."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from opencc import OpenCC

# A mechanical conversion writes 谘詢 for 咨询; OpenCC leaves it alone.
_AFTER_CONVERSION: Final = str.maketrans({"谘": "咨", "−": "-", "﹣": "-", "\u00ad": "", "\u200b": "", "\ufeff": ""})
_NOT_LABEL_TEXT: Final = re.compile(r"[\W_]+")
_HAN: Final = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff]")


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Half width (NFKC, which also undoes Kangxi radicals), simplified script; spacing stays."""
    compatible = unicodedata.normalize("NFKC", text)
    if _HAN.search(compatible):
        compatible = _converter().convert(compatible)
    return compatible.translate(_AFTER_CONVERSION)


@lru_cache(maxsize=8192)
def label_key(text: str) -> str:
    """A label without spacing and punctuation: what is compared with the form's own labels."""
    return _NOT_LABEL_TEXT.sub("", fold(text))
