"""Every distribution of the environment has its version in pyproject.toml, also those that others bring with them."""

from __future__ import annotations

import re
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
REQUIREMENTS: Final = ROOT / "requirements.txt"
PYPROJECT: Final[dict[str, Any]] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def deployed() -> Iterator[Requirement]:
    """What the project itself asks for where it is used, with all extras."""
    project = PYPROJECT["project"]
    extras = chain.from_iterable(project["optional-dependencies"].values())
    yield from map(Requirement, (*project["dependencies"], *extras))


def direct() -> Iterator[Requirement]:
    """What the project itself asks for; its own extras, which development takes in, included."""
    yield from deployed()
    project = PYPROJECT["project"]
    for line in PYPROJECT["dependency-groups"]["dev"]:
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


def exported() -> dict[tuple[str, str], list[str]]:
    """Distribution and version in requirements.txt to the hashes of its files."""
    found: dict[tuple[str, str], list[str]] = {}
    for entry in REQUIREMENTS.read_text(encoding="utf-8").replace("\\\n", " ").splitlines():
        if entry and not entry.startswith("#"):
            line, *hashes = entry.split(" --hash=")
            requirement = Requirement(line.strip())
            key = canonicalize_name(requirement.name), str(requirement.specifier).removeprefix("==")
            found[key] = [digest.strip() for digest in hashes]
    return found


def test_the_export_for_deployments_is_of_the_pins_and_hashed() -> None:
    constraints = map(Requirement, PYPROJECT["tool"]["uv"]["constraint-dependencies"])
    pinned = {(canonicalize_name(pin.name), str(pin.specifier).removeprefix("==")) for pin in constraints}
    held = exported()
    assert set(held) <= pinned, ".ci/requirements"
    names = {name for name, _ in held}
    missing = [line.name for line in deployed() if canonicalize_name(line.name) not in names]
    assert missing == [], ".ci/requirements"
    assert [key for key, hashes in held.items() if not hashes] == []
    assert all(re.fullmatch("sha256:[0-9a-f]{64}", digest) for hashes in held.values() for digest in hashes)


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
