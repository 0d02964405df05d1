"""申请办理: what became of the applications."""

import streamlit as st

from data.queries import scope
from pages.outcomes import sections
from pages.shell import frame

view = frame.begin_page("outcomes")
if scope.count(view.totals):
    sections.flow(view)
    sections.shares(view)
    left, right = st.columns(2, gap="large")
    with left:
        sections.grounds(view)
    with right:
        sections.applicants(view)
    sections.backlog(view)
else:
    frame.nothing_to_show(view)
