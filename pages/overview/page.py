"""总览: what the dataset holds, how sound it is, and what to look at first."""

import streamlit as st

from data.queries.overview import holdings
from pages.overview import changes, sections
from pages.shell import frame

view = frame.begin_page("overview")
held = holdings(view.reports)
if held.reports:
    sections.numbers(held, view)
    left, right = st.columns([0.6, 0.4], gap="large")
    with left:
        sections.matrix(held, view)
    with right:
        sections.first_to_look_at(view)
    changes.since_last_import(view)
    sections.trends(view)
else:
    frame.nothing_to_show(view)
