"""Parts of the practices page: how acts are read, and harm reported with what followed."""

from __future__ import annotations

import html

import pandas as pd
import streamlit as st

from app import blocks, filter_bar, links, views
from app.charts import transparency
from app.dates import date_in_words
from app.style import colours
from etl.vocab import STANCES

PARTS = {
    "acts": "What companies do",
    "deals": "Who sells, who buys",
    "consent": "Whose consent",
    "incidents": "Harm reported",
    "transparency": "Transparency",
    "crawlers": "Crawlers",
}
MOST = 12
"""Incidents listed with what followed; the others stand in the table below."""


def reading() -> None:
    """How acts are read: with care, one by one, and when in doubt not at all."""
    st.header("How an act is read", anchor=False)
    blocks.plain_table(
        pd.DataFrame(
            {"Reading": [t.label for t in STANCES], "When": [t.definition for t in STANCES]}
        )
    )
    blocks.note(
        "The reading is cautious. It looks at one act, never at the company; where sources do not "
        "say what an act means for creators, it stays unjudged."
    )


def indicators() -> None:
    """Question by question, what developers disclose in one year of the index."""
    answers = views.rows("transparency_indicators")
    if answers.empty:
        return
    years = {str(year): str(year) for year in sorted(set(answers["year"]), reverse=True)}
    year = filter_bar.choose("year", "Year of the index", years, next(iter(years)))
    made = transparency.indicators(answers[answers["year"] == int(year)], colours())
    blocks.chart("indicators", made and views.finished(made), wide=True)
    blocks.behind("transparency_indicators")


def what_followed() -> None:
    """The newest incidents, what followed each, and the acts and suits that its sources tell of."""
    incidents = views.rows("incidents")
    related = views.rows("incident_links")
    items = [
        _incident(row, related[related["incident_id"] == row["incident_id"]])
        for row in incidents.head(MOST).to_dict("records")
    ]
    if not items:
        blocks.empty()
        return
    st.header("What followed", anchor=False)
    blocks.sub(
        "The newest incidents. Linked acts and suits are told by the same source, and a company "
        "took part in both: that alone does not make one the result of the other"
    )
    st.html(f'<ul class="atlas-answers">{"".join(items)}</ul>')


def _incident(row: dict[str, str], related: pd.DataFrame) -> str:
    when = date_in_words(str(row["date"])) if isinstance(row["date"], str) else "No date"
    followed = row["outcome"] if isinstance(row["outcome"], str) else "Nothing on record."
    doubt = ' <span class="atlas-tag">reported, unconfirmed</span>'
    mark = doubt if row["confidence"] == "unconfirmed" else ""
    title = _link(links.record("incidents", row["incident_id"]), row["title"])
    return (
        f"<li><div><h3>{title}{mark}</h3><p>{html.escape(when)}. <strong>What followed:</strong> "
        f"{html.escape(followed)}</p><ul>{_related(related)}</ul></div></li>"
    )


def _related(related: pd.DataFrame) -> str:
    return "".join(
        f"<li>{'Later' if row['is_later'] else 'Also'}: "
        f"{_link(links.record(row['table_name'], row['row_id']), row['title'])}</li>"
        for row in related.sort_values("date_first").to_dict("records")
    )


def _link(href: str, text: str) -> str:
    return f'<a href="{html.escape(href)}" target="_self">{html.escape(text)}</a>'
