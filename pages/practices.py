"""What companies announce, license, label and do, and whose consent they have."""

import streamlit as st

from app import blocks, filter_bar, findings, practice_blocks, views
from app.charts import consent, crawlers, deals, incidents, practices, transparency


def acts() -> None:
    """Kinds of acts, over time, by medium and protection, and how each is read."""
    blocks.chart("over_time", views.chart(practices.over_time, "practices", also=("incidents",)))
    blocks.behind("incidents", told=", for the reports of harm")
    left, right = st.columns([1, 1], gap="large")
    with left:
        blocks.chart("kinds", views.chart(practices.kinds, "practices"))
        blocks.chart("years", views.chart(practices.by_year, "practices"))
    with right:
        blocks.chart("protections", views.chart(practices.by_protection, "practices"))
        blocks.chart("media", views.chart(practices.by_medium, "practices"))
    practice_blocks.reading()
    blocks.rows("practices", "act")


def trade() -> None:
    """Who sells and who buys, and the sums that are public."""
    blocks.chart("sellers", views.chart(deals.sellers, "deals"), wide=True)
    left, right = st.columns([1, 1], gap="large")
    with left:
        blocks.chart("buyers", views.chart(deals.buyers, "deals"))
    with right:
        blocks.chart("sums", views.chart(deals.sums, "deals"))
    blocks.rows("deals", "pair of seller and buyer", "pairs of seller and buyer")


def choice() -> None:
    """A company's consent, and the single creator's."""
    blocks.chart("consents", views.chart(consent.two_consents, "deals"))
    left, right = st.columns([1, 1], gap="large")
    with left:
        blocks.chart("choice_media", views.chart(consent.by_medium, "deals"))
    with right:
        blocks.chart("choice_kinds", views.chart(consent.by_kind, "practices"))
        blocks.behind("practices")
    blocks.rows("deals", "pair of seller and buyer", "pairs of seller and buyer")


def harm() -> None:
    """Incidents, and what followed."""
    blocks.chart("harms", views.chart(incidents.harms, "incidents"))
    practice_blocks.what_followed()
    blocks.rows("incidents", "incident", heading="Harm reported")


def disclosure() -> None:
    """The transparency index, company by company and question by question."""
    blocks.chart("scores", views.chart(transparency.scores, "transparency_scores"))
    practice_blocks.indicators()
    blocks.rows("transparency_scores", "score")


def robots() -> None:
    """Crawlers, and whether they honour robots.txt."""
    blocks.chart("robots", views.chart(crawlers.by_use, "ai_crawlers"))
    whole = ("companies",)
    blocks.chart("operators", views.chart(crawlers.by_operator, "ai_crawlers", whole=whole))
    blocks.rows("ai_crawlers", "crawler")


PARTS = dict(
    zip(practice_blocks.PARTS, (acts, trade, choice, harm, disclosure, robots), strict=True)
)

blocks.headline(
    findings.practices(views.rows("practices")),
    "Licences, policies, tools and uses. Each act is read with care and on its own: "
    "never a grade of a company, and never counted as protection.",
)
PARTS[filter_bar.switch("view", "Part of this page", practice_blocks.PARTS, "acts")]()
blocks.reach_line()
