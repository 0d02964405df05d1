"""The one source of chance in the synthetic corpus."""

from __future__ import annotations

from random import Random


def chance_of(*names: str | int) -> Random:
    """A generator for one purpose, named so that no other draws shift it; the same names give the same draws."""
    return Random(":".join(str(name) for name in names))  # noqa: S311 - figures for demonstration, no secrets
