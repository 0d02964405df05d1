"""Names and parents of divisions, for queries and pages."""

from __future__ import annotations

from parsing.divisions import city_of, name, province_of

__all__ = ["city_of", "name", "province_of"]
