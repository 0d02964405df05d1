"""Text in charts stays text: Plotly reads some HTML in names, labels and hovers, links among it."""

from __future__ import annotations

from html import escape
from typing import Final

import plotly.graph_objects as go

from data.shown import visible

_BREAK: Final = "<br>"  # what charts write themselves, to begin another line
_TEMPLATE: Final = "template"  # how Plotly's own templates end, which hold no text of a report

Json = None | bool | int | float | str | list["Json"] | tuple["Json", ...] | dict[str, "Json"]


def literal(figure: go.Figure) -> go.Figure:
    """The chart with every text as it is, whatever signs are in it."""
    return go.Figure(_literal(figure.to_plotly_json()))


def _literal(value: Json, key: str = "") -> Json:
    match value:
        case str() if not key.endswith(_TEMPLATE):
            return _BREAK.join(escape(visible(line), quote=False) for line in value.split(_BREAK))
        case list() | tuple():
            return [_literal(each, key) for each in value]
        case dict():
            return {name: _literal(each, name) for name, each in value.items()}
        case _:
            return value
