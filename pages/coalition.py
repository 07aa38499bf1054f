"""Who signed the coalition's letter, and the letters that overlap with it."""

import streamlit as st

from app import blocks, findings, signer_blocks, views
from app.charts import coalition
from app.event_list import event_list

blocks.headline(
    findings.coalition(views.rows("letters"), views.rows("signatures")),
    "The Creators Coalition on AI was founded in December 2025. Its letter, and the letters whose "
    "signers overlap with it.",
)
left, right = st.columns([1, 1], gap="large")
with left:
    blocks.chart("letters", views.chart(coalition.named_and_claimed, "letters"))
    st.header("The coalition so far", anchor=False)
    told = views.rows("coalition_events").assign(
        domain="coalition", subject_table="coalition_events"
    )
    event_list(told.assign(title=told["summary"], subject_id=told["event_id"]), 5)
with right:
    blocks.chart("crafts", views.chart(coalition.crafts, "signatures"))
signer_blocks.lacks()
blocks.rows("signatures", "name", heading="People and groups named, once for each letter")
blocks.rows("letters", "letter", heading="Letters on record")
blocks.rows("coalition_events", "event", heading="All the coalition did")
blocks.reach_line()
