"""Every kind of finding: figures or words that were read, and contradict each other, the form or another report."""

from __future__ import annotations

from typing import Final

from parsing.catalogue.findings.across import ACROSS
from parsing.catalogue.findings.figures import FIGURES
from parsing.catalogue.findings.narrative import NARRATIVE
from parsing.catalogue.findings.oddities import ODDITIES
from parsing.catalogue.kinds import Kind

__all__ = ["FINDINGS", "FINDINGS_IN_REPORT"]

FINDINGS_IN_REPORT: Final[tuple[Kind, ...]] = (*FIGURES, *NARRATIVE, *ODDITIES)
FINDINGS: Final[tuple[Kind, ...]] = (*FINDINGS_IN_REPORT, *ACROSS)
