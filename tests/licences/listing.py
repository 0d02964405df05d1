"""Under which licence each distribution stands that a deployment installs, as its own metadata say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement

ROOT: Final = Path(__file__).parents[2]
REQUIREMENTS: Final = ROOT / "requirements.txt"
PAGE: Final = ROOT / "docs" / "licences.md"
HEAD: Final = """\
# Licences of what gongkai is made with

Every distribution of [requirements.txt](../requirements.txt), with the licence that its own metadata state. Written by
`uv run python -m tests.licences`; gongkai itself stands under the [MIT licence](../LICENSE).

| distribution | version | licence |
| --- | --- | --- |
"""
_ELSEWHERE: Final = {"colorama": "BSD-3-Clause", "tzdata": "Apache-2.0"}  # installed on Windows alone
_LONGEST: Final = 60  # characters of a name of a licence; what is longer is the licence itself


@dataclass(frozen=True, slots=True)
class Entry:
    """One distribution."""

    name: str
    version: str
    licence: str

    @property
    def line(self) -> str:
        """Its row of the page."""
        return f"| {self.name} | {self.version} | {self.licence} |\n"


def pinned() -> list[Requirement]:
    """What requirements.txt installs, on whatever system."""
    lines = REQUIREMENTS.read_text(encoding="utf-8").splitlines()
    return [Requirement(line.removesuffix("\\").strip()) for line in lines if "==" in line and line[0] not in " #"]


def entries() -> Iterator[Entry]:
    """Every pinned version with its licence, empty where the metadata state none."""
    for requirement in pinned():
        version = str(requirement.specifier).removeprefix("==")
        yield Entry(requirement.name, version, licence(requirement.name))


def page() -> str:
    """The page as it has to be."""
    return HEAD + "".join(entry.line for entry in entries())


def licence(name: str) -> str:
    """The licence of a distribution."""
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return _ELSEWHERE.get(name, "")
    classifiers = [line for line in told.get_all("Classifier") or [] if line.startswith("License ::")]
    stated = next((told[field] for field in ("License-Expression", "License") if field in told), "")
    named = ", ".join(line.rpartition(" :: ")[2] for line in classifiers)
    first = stated.partition("\n")[0]
    says_it = 0 < len(first) <= _LONGEST and "Copyright" not in first and "Dual" not in first
    return (first if says_it else named).replace("|", "/")
