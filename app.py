"""The frame around every page: ``uv run streamlit run app.py``."""

from __future__ import annotations

import streamlit as st

from pages.shell import address, frame, registry, words

# An icon of our own: a Material symbol in the browser's tab would be fetched from another server.
st.set_page_config(page_title="公开 gongkai", page_icon=registry.ICON, layout="wide")
address.begin()
page = st.navigation(registry.grouped(words.current()), expanded=True)
if frame.sidebar(words.current()):
    page.run()
address.finish()
