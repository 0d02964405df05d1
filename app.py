"""The frame around every page: ``uv run streamlit run app.py``."""

from __future__ import annotations

import streamlit as st
from starlette.middleware import Middleware
from streamlit.runtime.pages_manager import PagesManager

from pages.shell import access, address, frame, lasting, registry, warm, words
from pages.shell.door import Door

if __name__ == "__main__":  # processes that read documents for this one import this file under another name
    # An icon of our own: a Material symbol in the browser's tab would be fetched from another server.
    st.set_page_config(page_title="公开 gongkai", page_icon=registry.ICON, layout="wide", initial_sidebar_state=250)
    address.begin()
    word = words.current()
    person = access.admitted(word)
    page = st.navigation(registry.grouped(word), position="sidebar" if person else "hidden", expanded=True)
    if person:
        if frame.sidebar(word, person):
            frame.run(page, word)
        address.finish()
elif __name__ == "app":  # `streamlit run` imports this file once, to serve it
    # Else Streamlit takes pages/ for scripts until the first session has run, and tells whoever comes first by the
    # address of a page that there is no such page.
    PagesManager.uses_pages_directory = False
    warm.load()
    lasting.keep_made_files()
    server = st.App(__file__, middleware=[Middleware(Door)])
