"""Text in charts stays text: Plotly reads some HTML in names, labels and hovers, links among it."""

from __future__ import annotations

from html import escape
from typing import Any, Final

from plotly.basedatatypes import BaseFigure

from data.shown import visible

_BREAK: Final = "<br>"  # what charts write themselves, to begin another line
_TEMPLATE: Final = "template"  # how Plotly's own templates end, which hold no text of a report

Chart = dict[str, Any]  # the content of a chart, as Plotly names its parts
Json = None | bool | int | float | str | list["Json"] | tuple["Json", ...] | dict[str, "Json"]


class Ready(BaseFigure):  # type: ignore[misc]  # Plotly has no types
    """A chart as the browser gets it. Plotly would check each copy of it anew; the tests have every chart checked."""

    def __init__(self, content: Chart) -> None:
        self._content = content

    def to_dict(self) -> Chart:
        """What Streamlit asks for."""
        return self._content


def literal(content: Chart) -> Chart:
    """The content of a chart with every text as it is, whatever signs are in it."""
    return {name: _literal(part, name) for name, part in content.items()}


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
