"""A Streamlit app of nothing but one chart: what the dashboard's pages are compared with."""

from __future__ import annotations

import plotly.graph_objects as go
import streamlit as st

st.title("One chart")
st.plotly_chart(go.Figure(go.Scatter(x=[1, 2, 3], y=[3, 1, 2])))
