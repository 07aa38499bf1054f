"""How the Atlas is made, what its words mean, and what it does not know."""

import streamlit as st

from app import blocks, method_text, views

blocks.headline(
    "How sure is each row, and how far does the data reach?",
    "Where the data comes from, how confidence is worked out, what the words mean, "
    "and what is missing.",
)
st.header("How fresh, how sure", anchor=False)
blocks.plain_table(method_text.freshness(views.rows("freshness")))
st.header("How confidence is worked out", anchor=False)
st.markdown(method_text.CONFIDENCE)
st.header("What counts, and what never does", anchor=False)
st.markdown(method_text.RULES)
st.header("Known gaps", anchor=False)
st.markdown(method_text.gaps(views.rows("bills"), views.rows("agreement_protections")))
st.header("Words used", anchor=False)
blocks.plain_table(method_text.protections())
blocks.rows("codebook", "column", heading="Codebook")
blocks.rows("publishers", "publisher", heading="Who says so")
st.header("Licence and thanks", anchor=False)
st.markdown(method_text.LICENCE)
blocks.reach_line()
