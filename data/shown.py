"""Text of reports as it may be shown: without signs that show nothing, or that turn what follows them around."""

from __future__ import annotations

from parsing.readers.whitespace import printable, visible

__all__ = ["printable", "visible"]
