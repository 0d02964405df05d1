"""Every distribution of the environment has its version in pyproject.toml, also those that others bring with them."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Iterator
from importlib import metadata
from itertools import chain
from pathlib import Path
from typing import Any, Final

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT: Final = Path(__file__).parents[1]
PYPROJECT: Final[dict[str, Any]] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def direct() -> Iterator[Requirement]:
    """What the project itself asks for; its own extras, which development takes in, included."""
    project = PYPROJECT["project"]
    extras = chain.from_iterable(project["optional-dependencies"].values())
    for line in (*project["dependencies"], *extras, *PYPROJECT["dependency-groups"]["dev"]):
        requirement = Requirement(line)
        if requirement.name != project["name"]:
            yield requirement


def pins() -> dict[str, str]:
    """Distribution to its one version on this system and Python."""
    constraints = map(Requirement, PYPROJECT["tool"]["uv"]["constraint-dependencies"])
    applying = (pin for pin in constraints if pin.marker is None or pin.marker.evaluate())
    return {canonicalize_name(pin.name): str(pin.specifier).removeprefix("==") for pin in applying}


def test_what_the_project_asks_for_is_pinned() -> None:
    pinned = pins()
    asked = {canonicalize_name(line.name): str(line.specifier).removeprefix("==") for line in direct()}
    assert asked == {name: pinned.get(name, "not pinned") for name in asked}


def test_what_is_installed_is_pinned() -> None:
    if Path(sys.prefix) != ROOT / ".venv":
        pytest.skip("runs in the environment that uv keeps for the project, where nothing else is installed")
    pinned = pins()
    installed = {
        canonicalize_name(distribution.name): distribution.version
        for distribution in metadata.distributions()
        if distribution.name != PYPROJECT["project"]["name"]
    }
    wrong = {name: version for name, version in installed.items() if pinned.get(name) != version}
    assert wrong == {}, "see “Versions” in CONTRIBUTING.md"
