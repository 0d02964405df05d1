"""Every kind of finding that needs several reports: other years of the same organ, other organs, the level above."""

from __future__ import annotations

from typing import Final

from parsing.catalogue.kinds import Kind

FINDINGS_ACROSS: Final[tuple[Kind, ...]] = ()
