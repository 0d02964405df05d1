"""What the dashboard loads: most of the time until its first page stands went into libraries that it did not need."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Final

from pages.shell import store
from pages.shell.registry import ENTRIES
from tests.made_up_reports import dataset
from tests.pages.conftest import ROOT, reports

NOT_AT_FIRST: Final = {
    "parsing.reading",  # readers and rules are for whoever reads documents
    "parsing.readers.documents",
    "parsing.checks",
    "pdfplumber",
    "pypdfium2",
    "xlsxwriter",  # is for whoever takes a sheet away
    "reportlab",  # is for whoever makes up reports
    "pandas",
}
NEVER: Final = {"pandas", "plotly.express", "parsing.reading", "reportlab"}  # pages only show what was read

# As `streamlit run` does it: the server first, then a visitor who looks at every page.
VISIT: Final = """
import json, sys
import app as served
from streamlit.testing.v1 import AppTest

app = AppTest.from_file(served.__file__, default_timeout=60).run()
first = list(sys.modules)
for page in sys.argv[1:]:
    app.switch_page(page).run()
assert not app.exception
print(json.dumps([first, list(sys.modules)]))
"""


def test_a_page_loads_no_library_that_it_does_not_need(tmp_path: Path) -> None:
    dataset(tmp_path / "dataset", reports())
    pages = [f"pages/{entry.name}/page.py" for entry in ENTRIES]
    told = subprocess.run(
        [sys.executable, "-c", VISIT, *pages],
        cwd=ROOT,
        env=os.environ | {store.VARIABLE: str(tmp_path / "dataset"), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout
    first, after_all = map(set, json.loads(told))
    assert "polars" in first
    assert first & NOT_AT_FIRST == set()
    assert after_all & NEVER == set()
