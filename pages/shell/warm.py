"""What must be loaded before the first visitor comes.

Tables go to the browser in the format of pyarrow, and Plotly looks for what it can draw from; both load when they are
first needed. With several sessions beginning at the same time one meets a half-loaded library, or they wait for each
other for ever.
"""

from __future__ import annotations

import plotly.io
import polars as pl

from pages.shell.drawn import Ready


def load() -> None:
    """Load the libraries that draw tables and charts. To be called before there are threads."""
    pl.DataFrame({"text": ["text"], "number": [1]}).to_arrow()
    plotly.io.to_json(Ready({"data": [], "layout": {}}), validate=False)
