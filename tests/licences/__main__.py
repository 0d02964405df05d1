"""Write docs/licences.md: ``uv run python -m tests.licences``."""

from __future__ import annotations

import sys

from tests.licences.listing import PAGE, page

if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{PAGE.name}\n")
