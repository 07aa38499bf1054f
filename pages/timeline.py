"""Everything that happened, in one list, and what is fixed to come."""

import streamlit as st

from app import blocks, findings, views
from app.charts import fixed_dates, radar, timeline
from app.event_list import event_list

events, calendar = views.rows("events"), views.rows("calendar")
blocks.headline(
    findings.timeline(events, calendar),
    "Laws, contracts, suits, company acts and letters in one line of time.",
)
blocks.chart("months", views.chart(timeline.events_by_month, "events"))
blocks.chart(
    "radar", views.chart(radar.next_year, "radar", fixed_dates.COLUMNS, with_day=True), wide=True
)
blocks.behind("radar")
blocks.add_to_calendar()
left, right = st.columns([1, 1], gap="large")
with left:
    st.header("Latest", anchor=False)
    event_list(views.dated_to_the_day("events"), 15)
with right:
    st.header("Fixed to come", anchor=False)
    event_list(views.dated_to_the_day("calendar"), 15)
    blocks.note("Dates known only by month or year are in the table below.")
to_come, every = findings.behind_timeline(events, calendar)
blocks.rows("calendar", "date", heading=to_come)
blocks.rows("events", "event", heading=every)
blocks.reach_line()
