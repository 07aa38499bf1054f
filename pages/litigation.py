"""Who sues whom over AI and creative work, and what courts have said."""

import streamlit as st

from app import blocks, findings, views
from app.charts import litigation

blocks.headline(
    findings.litigation(views.rows("cases"), views.rows("rulings")),
    "Suits, arbitrations and proceedings. What a suit claims is a right in dispute, "
    "not a right secured.",
)
left, right = st.columns([1, 1], gap="large")
with left:
    blocks.chart("filings", views.chart(litigation.filings_by_quarter, "cases", with_day=True))
    blocks.chart("plaintiffs", views.chart(litigation.plaintiff_classes, "cases"))
with right:
    blocks.chart("active", views.chart(litigation.filed_versus_active, "cases"))
    blocks.chart("defendants", views.chart(litigation.defendants, "cases"))
blocks.chart("stages", views.chart(litigation.stages, "cases"))
blocks.rows("rulings", "ruling", heading="What courts have said")
blocks.rows("cases", "case")
blocks.note(
    "Stage, status and outcome of a case are as last recorded, also in a view of an earlier day."
)
blocks.reach_line()
