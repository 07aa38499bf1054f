"""How the Atlas is made, what its words mean, and what it does not know."""

import streamlit as st

from app import blocks, method_text, views

blocks.headline(
    "How sure is each row, and how far does the data reach?",
    "Where the data comes from, how confidence is worked out, what the words mean, "
    "and what is missing.",
)
st.header("How fresh, how sure", anchor=False)
standing = views.rows("domain_quality")
quality = method_text.quality(views.rows("freshness"), standing)
blocks.plain_table(quality, method_text.quality_rows(standing, quality))
blocks.note(
    "Facts: published rows. Read again: somebody opened a source of the row after the first "
    "research, and it says so. Table by table: docs/data-quality.md."
)
st.header("How confidence is worked out", anchor=False)
st.markdown(method_text.CONFIDENCE)
st.header("What counts, and what never does", anchor=False)
st.markdown(method_text.RULES)
st.header("Known gaps", anchor=False)
known = views.rows("known_gaps")
blocks.plain_table(method_text.gaps(known), method_text.gap_rows(known))
st.markdown(method_text.BIAS)
st.header("The 18 protections, and what is on record for each", anchor=False)
records = method_text.protections(views.rows("protection_records"))
blocks.plain_table(records, method_text.protection_rows())
blocks.rows("judgements", "judgement", heading="Looked for: not found, or not judged")
blocks.rows("corrections", "correction", heading="What was corrected")
blocks.rows("codebook", "column", heading="Codebook")
blocks.rows("publishers", "publisher", heading="Who says so")
st.header("Licence and thanks", anchor=False)
st.markdown(method_text.LICENCE)
blocks.reach_line()
