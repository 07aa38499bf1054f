"""Which states have legislated, on what, and what is in force."""

import streamlit as st

from app import blocks, filter_bar, findings, views
from app.charts import legislation

blocks.headline(
    findings.legislation(views.rows("bills")),
    "Bills and laws of the states, DC and Congress that touch creative work, replicas, training "
    "or deepfakes. Enacted is not the same as in force.",
)
left, right = st.columns([1, 1], gap="large")
with left:
    everywhere = views.current()[1].without(("state",))
    laws = views.chart(
        legislation.laws_by_state, "bills", whole=("jurisdictions",), under=everywhere
    )
    blocks.chart("laws", laws, on_click=filter_bar.choose_state)
    blocks.note(filter_bar.CLICK_A_STATE)
with right:
    blocks.chart("years", views.chart(legislation.by_year, "bills"))
blocks.chart("topics", views.chart(legislation.topics, "bills"))
blocks.rows("bills", "bill")
blocks.note(
    "A law whose effective date is not on record is shown as enacted, never as in force. "
    "A bill that its session did not decide is shown as died with it; if the newest source is "
    "older than the end of the session, the outcome is shown as not recorded."
)
blocks.reach_line()
