"""One step in the browser's history for each way that a visitor goes, so that "back" goes back at once.

Streamlit writes a new address in two steps. After a click in the navigation it opens the page without codes, and the
codes of the view follow; on the way to a report it writes the codes first, while the page that is left still stands,
and then the page. Each is a step of its own, and whoever goes back meets the half of one.
"""

from __future__ import annotations

from typing import Final

# The two halves come with one run; nobody changes a filter and follows a link within that time.
_TOGETHER: Final = 400  # milliseconds
_SCRIPT: Final = f"""<script>
(() => {{
  const push = history.pushState.bind(history), replace = history.replaceState.bind(history);
  let written = -Infinity;
  history.pushState = (state, title, url) => {{
    const to = new URL(url, location.href);
    const stays = to.pathname === location.pathname;
    const completes = stays
      ? location.search === ""
      : to.search === location.search && performance.now() - written < {_TOGETHER};
    if (stays) written = performance.now();
    (completes ? replace : push)(state, title, url);
  }};
}})();
</script>
"""


def with_single_steps(page: str) -> str:
    """Streamlit's page with a script before all of its own."""
    return page.replace("<script", f"{_SCRIPT}<script", 1)
