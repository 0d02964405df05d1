"""One step in the browser's history for each way that a visitor goes, so that "back" goes back at once.

Streamlit writes a new address in two steps. After a click in the navigation it opens the page without codes, and the
codes of the view follow, as they do where a link has only some of them; on the way to a report it writes the codes
first, while the page that is left still stands, and then the page. Each is a step of its own, and whoever goes back
meets the half of one.

Links in tables of our own would load the whole dashboard anew. A plain click on one goes on within the page that is
open, as "back" and "forward" do; any other click, and a browser without this script, follows the link.
"""

from __future__ import annotations

from typing import Final

_ARRIVING: Final = 1000  # milliseconds within which nobody has chosen anything on a page that is new
_LEAVING: Final = 400  # within which the page follows the codes that were written for it
_LINKS: Final = ".gk-form a[href]"
_SCRIPT: Final = f"""<script>
(() => {{
  const push = history.pushState.bind(history), replace = history.replaceState.bind(history);
  let arrived, touched, written, before;
  const arrive = () => {{ [arrived, touched, written, before] = [performance.now(), false, -Infinity, null]; }};
  arrive();
  for (const kind of ["pointerdown", "keydown"]) addEventListener(kind, () => {{ touched = true; }}, true);
  addEventListener("popstate", () => {{ touched = false; }});
  history.pushState = (state, title, url) => {{
    const to = new URL(url, location.href), now = performance.now();
    if (to.pathname === location.pathname) {{
      const completes = location.search === "" || !touched || now - arrived < {_ARRIVING};
      [written, before] = [now, completes ? location.href : null];
      (completes ? replace : push)(state, title, url);
    }} else {{
      const follows = to.search === location.search && now - written < {_LEAVING};
      // The codes were taken for those of the page that is left.
      if (follows && before !== null) replace(state, title, before);
      (follows && before === null ? replace : push)(state, title, url);
      arrive();
    }}
  }};
  document.addEventListener("click", event => {{
    const link = event.target.closest("{_LINKS}");
    const isElsewhere = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (link === null || isElsewhere || event.defaultPrevented) return;
    event.preventDefault();
    arrive();
    push({{}}, "", link.href);
    dispatchEvent(new PopStateEvent("popstate", {{state: {{}}}}));
  }});
}})();
</script>
"""


def with_single_steps(page: str) -> str:
    """Streamlit's page with a script before all of its own."""
    return page.replace("<script", f"{_SCRIPT}<script", 1)
