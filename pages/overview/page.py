"""总览: what the dataset holds, how sound it is, and what to look at first."""

import streamlit as st

from pages.overview import changes, sections
from pages.shell import frame, style

view = frame.begin_page("overview")
held = sections.held(view)
if held.reports or held.unreadable:
    sections.numbers(held, view)
    with st.container(key=style.ABREAST):
        left, right = st.columns(2, gap="medium")
    with left:
        sections.matrix(held, view)
    with right:
        sections.first_to_look_at(view)
    changes.since_last_import(view)
    sections.trends(view)
else:
    frame.nothing_to_show(view)
