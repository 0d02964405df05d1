"""What must be loaded before the first visitor comes.

Streamlit turns frames into pandas' and Plotly looks whether pandas is there; both load it when they first need to. With
several sessions beginning at the same time one meets a half-loaded pandas, or they wait for each other for ever.
"""

from __future__ import annotations

import plotly.io
import polars as pl

from pages.shell.drawn import Ready


def load() -> None:
    """Load the libraries that draw tables and charts. To be called before there are threads."""
    pl.DataFrame({"text": ["text"], "number": [1]}).to_pandas()
    plotly.io.to_json(Ready({"data": [], "layout": {}}), validate=False)
