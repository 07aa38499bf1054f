"""The start page: where things stand, what changed lately, what comes next."""

import streamlit as st

from app import blocks, findings, links, views
from app.charts import fixed_dates, gap_map, litigation, radar
from app.event_list import event_list

BILL = ("status", "force", "jurisdiction", "protections", "confidence")
CASE = ("country", "is_active", "filed_on_first", "filed_on_last", "confidence")
_, filters = views.current()
bills, cases = views.rows("bills", *BILL), views.rows("cases", *CASE)
agreements = views.rows("agreements", "status")
letters = views.rows("letters", "letter_id", "claimed", "named")
own = letters[letters["letter_id"] == "ccai-2025"]
us = cases[cases["country"] == "US"]
laws = bills[bills["status"] == "enacted"]
dead = int(laws["force"].isin(["enjoined", "repealed"]).sum())
missing = findings.protections_in_no_state(views.rows("state_coverage"))

blocks.headline(
    findings.overview(bills, us, agreements),
    "What protects creative work from harmful AI practices in the United States: "
    "who has signed, what is agreed, enacted, fought over and done.",
)
blocks.way_in(
    "What protects me today?",
    "Choose your craft, union and state: 18 plain answers",
    links.page("my-protections"),
)
blocks.figures(
    [
        blocks.Headline(
            f"{int(own['claimed'].sum())}+",
            f"signers of the coalition letter; {int(own['named'].sum())} named in public sources",
            href=links.page("coalition", letter="ccai-2025"),
        ),
        blocks.Headline(
            str(int((agreements["status"] == "in_force").sum())),
            "union agreements with AI terms in force",
            href=links.page("agreements", status="in_force"),
        ),
        blocks.Headline(
            str(len(laws)),
            "laws enacted, nearly all by states;",
            f"{dead} blocked or replaced" if dead else "",
            links.page("legislation", status="enacted"),
        ),
        blocks.Headline(
            str(len(us)),
            f"US suits on record, {int(us['is_active'].sum())} still active",
            href=links.page("litigation", country="US"),
        ),
        blocks.Headline(
            str(len(missing)),
            "of 18 protections no state law in force gives",
            href=links.rows("state_coverage", filters.with_(protection=missing)),
        ),
    ]
)
left, right = st.columns([1, 1], gap="large")
with left:
    filings = views.chart(litigation.filings_by_quarter, "cases", CASE, with_day=True)
    blocks.chart("filings", filings)
    blocks.behind("cases")
with right:
    given = views.chart(gap_map.by_state, "state_coverage", whole=("jurisdictions",))
    blocks.chart("states", given)
    blocks.behind("state_coverage")
ahead = views.chart(radar.next_year, "radar", fixed_dates.COLUMNS, with_day=True)
blocks.chart("radar", ahead, wide=True)
blocks.behind("radar")
left, right = st.columns([1, 1], gap="large")
with left:
    st.header("What comes next", anchor=False)
    event_list(views.dated_to_the_day("calendar"), 7)
with right:
    st.header("What changed lately", anchor=False)
    event_list(views.dated_to_the_day("events"), 7)
blocks.reach_line()
