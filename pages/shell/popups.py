"""Streamlit's own menus and hints in the language of the page: Streamlit has their words in English alone.

They open as elements of the page's body beside the dashboard itself, and are told apart by that. What a popup says is
looked up with its number taken out, and put into the words of the language that the address names; so is what a control
of Streamlit says when the keyboard comes to it.
"""

from __future__ import annotations

import json
from typing import Final

from pages.shell.words import LANGUAGES, sentences

_TABLE: Final = "streamlit."
_SCRIPT: Final = """<script>
(() => {
  const words = %s;
  const ATTRIBUTES = ["aria-label", "title"];
  const translated = said => {
    const number = /\\d[\\d,]*/.exec(said)?.[0] ?? "{count}";
    const language = new URLSearchParams(location.search).get("lang");
    return words[language]?.[said.replace(number, "{count}").trim()]?.replace("{count}", number);
  };
  const put = (said, write) => {
    const told = translated(said);
    if (told !== undefined && told !== said) write(told);
  };
  const translateText = node => {
    if (node instanceof Text) put(node.nodeValue, told => { node.nodeValue = told; });
  };
  const translateOwn = element => {
    for (const name of ATTRIBUTES) {
      if (element.hasAttribute(name)) put(element.getAttribute(name), told => element.setAttribute(name, told));
    }
    element.childNodes.forEach(translateText);
  };
  const translate = node => {
    translateText(node);
    if (!(node instanceof HTMLElement)) return;
    translateOwn(node);
    node.childNodes.forEach(translate);
  };
  const changes = new MutationObserver(found => {
    for (const change of found) {
      if (change.type === "childList") change.addedNodes.forEach(translate);
      else translate(change.target);
    }
  });
  const watched = {subtree: true, childList: true, characterData: true, attributeFilter: ATTRIBUTES};
  const begin = node => {
    if (!(node instanceof HTMLElement) || node.id === "root") return;
    translate(node);
    changes.observe(node, watched);
  };
  addEventListener("DOMContentLoaded", () => {
    document.body.childNodes.forEach(begin);
    const popups = new MutationObserver(found => { for (const each of found) each.addedNodes.forEach(begin); });
    popups.observe(document.body, {childList: true});
  });
  addEventListener("focusin", event => translateOwn(event.target));
})();
</script>
"""


def with_translated_popups(page: str) -> str:
    """Streamlit's page with a script before all of its own."""
    return page.replace("<script", f"{_SCRIPT % json.dumps(_words(), ensure_ascii=False)}<script", 1)


def _words() -> dict[str, dict[str, str]]:
    """For each language, what is said in any of them and what is said instead: the language may have changed."""
    keys = [key for key in sentences("en").sentences if key.startswith(_TABLE)]
    spoken = {language: [sentences(language).sentences[key] for key in keys] for language in LANGUAGES}
    return {
        language: {
            said: told for theirs in spoken.values() for said, told in zip(theirs, spoken[language], strict=True)
        }
        for language in LANGUAGES
    }
