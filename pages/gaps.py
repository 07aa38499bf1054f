"""Where are the gaps? Craft by protection, by pillar, by state, over time, and what if."""

import streamlit as st

from app import answer_blocks, blocks, filter_bar, findings, gap_blocks, views
from app.charts import gap_curve, gap_map, gap_scores, gaps
from app.style import colours

_, filters = views.current()
coverage = views.rows("coverage")
months = views.rows("coverage_curve")
blocks.headline(
    findings.gaps(views.rows("gap_scores"), gap_blocks.day(), len(filters.get("what_if"))),
    "A contract clause or a law counts while it is in force. Lawsuits, letters and company "
    "promises are context, never cover. What nobody has judged is shown as a range, never as “no”.",
)
gap_blocks.day_slider(months["as_of"].max().date())
gap_blocks.matrix(views.chart(gaps.matrix, "coverage"))
blocks.key_line(answer_blocks.level_key(colours()))
gap_blocks.what_if()
gap_blocks.cell(coverage)
left, right = st.columns([1, 1], gap="large")
with left:
    blocks.chart(
        "gap_ranking", views.chart(gap_scores.ranking, "gap_scores", whole=("signatures",))
    )
with right:
    blocks.chart("gap_pillars", views.chart(gap_scores.by_pillar, "gap_scores"))
    everywhere = filters.without(("state",))
    states = views.chart(
        gap_map.by_state, "state_coverage", whole=("jurisdictions",), under=everywhere
    )
    blocks.chart("gap_states", states, on_click=filter_bar.choose_state)
    blocks.note(filter_bar.CLICK_A_STATE)
    blocks.behind("state_coverage")
blocks.chart(
    "gap_curve",
    views.chart(gap_curve.curve, "coverage_curve", also=("coverage_moves",), with_day=True),
    wide=True,
)
blocks.behind("coverage_moves")
blocks.rows("coverage", "cell", heading="Every cell")
blocks.reach_line()
