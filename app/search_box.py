"""The search box of the frame: answers while people type, by asking `/search.json`."""

from __future__ import annotations

import streamlit as st

from app.search import LONGEST
from app.style import STATIC

_HTML = """
<div class="search">
  <button type="button" class="open" aria-haspopup="dialog" aria-keyshortcuts="/ Control+K">
    <svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="8.5" cy="8.5" r="5.5"/>
      <path d="m12.8 12.8 5 5"/></svg>
    <span>Search everything</span><kbd aria-hidden="true">/</kbd></button>
  <dialog aria-label="Search everything">
    <form action="search" method="get" role="search">
      <input type="search" name="q" aria-label="Search everything" autocomplete="off" dir="auto"
        autocapitalize="off" spellcheck="false" enterkeyhint="search" maxlength="{longest}"
        placeholder="Name, bill, docket, company, clause …">
      <button type="button" class="close">Close</button>
    </form>
    <p class="told" role="status"></p>
    <div class="found"></div>
    <p class="keys" aria-hidden="true">
      <kbd>↓</kbd> <kbd>↑</kbd> choose · <kbd>Enter</kbd>
      <span class="enter">all results on a page you can share</span> · <kbd>Esc</kbd> close</p>
  </dialog>
</div>"""

_component = st.components.v2.component(
    "atlas_search_box",
    html=_HTML.format(longest=LONGEST),
    css=(STATIC / "search_box.css").read_text(encoding="utf-8"),
    js=(STATIC / "search_box.js").read_text(encoding="utf-8"),
)


def draw() -> None:
    """The button that opens the box; `/` and Ctrl+K open it as well."""
    _component(key="search", width="content")
