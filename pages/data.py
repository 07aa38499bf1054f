"""Browse any table, filter it, take it away."""

import streamlit as st

from app import blocks, filter_bar, links, store, views

blocks.headline(
    "Take the data with you",
    "Every table behind the Atlas, with the source of each row. "
    "Free to use under CC BY 4.0: name the Creators’ AI Atlas and the release.",
)
table = filter_bar.choose("table", "Table", store.titles(), "cases")
st.html(f'<p class="atlas-sub">{store.meaning(table)}</p>')
if chosen := links.filters_in_words(views.current()[1].only(store.applicable(table))):
    blocks.note(f"Filters: {chosen}.")
blocks.rows(table, "row")
blocks.api_hint(table)
blocks.reach_line()
