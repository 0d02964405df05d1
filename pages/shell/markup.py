"""HTML built from parts: every text is escaped, nothing else can be put in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from pages.shell.style import Palette


@dataclass(frozen=True, slots=True)
class Html:
    """Markup that is safe to show."""

    source: str


def text(content: str) -> Html:
    """Text as it is."""
    return Html(escape(content))


def element(name: str, *content: Html | str, attributes: Mapping[str, str | int] | None = None) -> Html:
    """One element with its content; strings are text."""
    inner = "".join(part.source if isinstance(part, Html) else escape(part) for part in content)
    given = "".join(f' {key}="{escape(str(value))}"' for key, value in (attributes or {}).items() if value != "")
    return Html(f"<{name}{given}>{inner}</{name}>")


def together(*parts: Html) -> Html:
    """Several pieces one after the other."""
    return Html("".join(part.source for part in parts))


def form_style(palette: Palette) -> Html:
    """How the form's tables and the excerpts of originals look."""
    rules = f"""
    .gk-scroll {{ overflow-x: auto; }}
    .gk-scroll + .gk-scroll {{ margin-top: 0.5rem; }}
    .gk-form {{ border-collapse: collapse; font-family: {palette.font}; font-size: 0.87rem; line-height: 1.35;
      color: {palette.text}; width: 100%; min-width: min-content; }}
    .gk-form th, .gk-form td {{ border: 1px solid {palette.grid}; padding: 0.3rem 0.5rem; }}
    .gk-form.gk-cut {{ width: auto; }}
    .gk-form.gk-cut th.gk-row {{ max-width: 26rem; }}
    .gk-form th {{ background: {palette.raised}; font-weight: 500; text-align: center;
      word-break: keep-all; }}
    .gk-form.gk-cut th {{ word-break: normal; min-width: 3.2rem; }}
    .gk-form th.gk-row {{ text-align: left; font-weight: 400; background: transparent; min-width: 6rem;
      word-break: normal; }}
    .gk-form th.gk-group {{ text-align: left; font-weight: 400; background: transparent; }}
    .gk-form.gk-few {{ border-collapse: separate; border-spacing: 0; border-top: 1px solid {palette.grid}; }}
    .gk-form.gk-few th, .gk-form.gk-few td {{ border-width: 0 1px 1px 0; }}
    .gk-form.gk-few th:first-child {{ position: sticky; left: 0; background: {palette.ground};
      border-left-width: 1px; }}
    .gk-form.gk-few th:first-child[scope="col"] {{ background: {palette.raised}; }}
    .gk-form .gk-english {{ display: block; font-size: 0.78rem; color: {palette.muted}; }}
    .gk-form td {{ text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; min-width: 2.6rem; }}
    .gk-form td a {{ color: inherit; text-decoration: none; }}
    .gk-form th.gk-row a {{ color: {palette.accent}; text-decoration: none; }}
    .gk-form th.gk-row a:hover, .gk-form th.gk-row a:focus {{ text-decoration: underline; }}
    .gk-form td a:hover, .gk-form td a:focus {{ color: {palette.accent}; text-decoration: underline; }}
    .gk-form td.gk-text {{ text-align: left; white-space: normal; }}
    .gk-form td.gk-said {{ min-width: 15rem; }}
    .gk-form .gk-none {{ color: {palette.muted}; }}
    .gk-form .gk-derived {{ font-style: italic; }}
    .gk-marked {{ background: color-mix(in srgb, var(--gk-hue) 16%, transparent);
      box-shadow: inset 0 0 0 1.5px var(--gk-hue); font-weight: 600; }}
    .gk-part {{ background: color-mix(in srgb, var(--gk-hue) 9%, transparent); }}
    .gk-sign {{ color: var(--gk-hue); font-weight: 600; margin-right: 0.3rem; }}
    .gk-original {{ width: auto; }}
    .gk-form th.gk-line {{ color: {palette.muted}; font-weight: 400; text-align: right; user-select: none; }}
    """
    return Html(f"<style>{rules}</style>")


def hue(colour: str) -> dict[str, str]:
    """The attribute that gives an element and what is in it the colour of a mark."""
    return {"style": f"--gk-hue: {colour}"}
