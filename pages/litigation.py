"""Who sues whom over AI and creative work, and what courts have said."""

import streamlit as st

from app import blocks, filter_bar, findings, litigation_blocks, views
from app.charts import litigation, parties, rulings, settlements, waits


def suits() -> None:
    """How many suits, by whom, and how far they came."""
    left, right = st.columns([1, 1], gap="large")
    with left:
        filings = views.chart(litigation.filings_by_quarter, "cases", with_day=True)
        blocks.chart("filings", filings)
        blocks.chart("plaintiffs", views.chart(litigation.plaintiff_classes, "cases"))
    with right:
        blocks.chart("active", views.chart(litigation.filed_versus_active, "cases"))
        blocks.chart("stages", views.chart(litigation.stages, "cases"))
    blocks.rows("cases", "case")
    blocks.note(
        "Stage, status and outcome of a case are as last recorded, also in a view of an earlier "
        "day."
    )


def board() -> None:
    """What courts have said, question by question."""
    blocks.chart("board", views.chart(rulings.board, "rulings"), wide=True)
    blocks.rows("rulings", "ruling", heading="What courts have said")


def whom() -> None:
    """Who is sued most and by whom, and who sues in parallel."""
    blocks.chart("defendants", views.chart(parties.defendants, "cases"), wide=True)
    blocks.chart("parallel", views.chart(parties.parallel_plaintiffs, "cases"))
    blocks.rows("cases", "case")


def outcomes() -> None:
    """Settlements, and the time that suits take."""
    left, right = st.columns([1, 1], gap="large")
    with left:
        blocks.chart("settlements", views.chart(settlements.settlements, "settlements"))
    with right:
        blocks.chart("waits", views.chart(waits.waits, "case_waits"))
        blocks.behind("case_waits")
    blocks.note(
        "Times rest on confirmed rulings and events alone. A case that ended without a step, or is "
        "heard inside another case, is not counted for it."
    )
    blocks.rows("settlements", "settlement", heading="What is known of each")


PARTS = dict(
    zip(
        litigation_blocks.PARTS,
        (suits, board, whom, outcomes, litigation_blocks.one_case),
        strict=True,
    )
)

blocks.headline(
    litigation_blocks.case_in_view()
    or findings.litigation(views.rows("cases"), views.rows("rulings")),
    "Suits, arbitrations and proceedings. What a suit claims is a right in dispute, "
    "not a right secured.",
)
parts, first = litigation_blocks.PARTS, litigation_blocks.first_part()
PARTS[filter_bar.switch("view", "Part of this page", parts, first)]()
blocks.reach_line()
