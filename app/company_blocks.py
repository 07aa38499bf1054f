"""Parts of the companies page: the overview, one company's whole picture, a comparison."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pandas as pd
import streamlit as st

from app import blocks, company_measures, links, promise_blocks, store, views
from app.blocks import Headline
from app.charts import companies, company_timeline
from app.charts.base import counted, in_words
from app.company_words import MOST, headline, lead, ranking
from app.event_list import event_list
from app.filters import Filters

Row = Any
"""One row of `company_counts`."""


def chosen() -> pd.DataFrame:
    """The companies asked for, in the order asked; more than four are cut, and it is said so."""
    filters = views.current()[1]
    asked = filters.get("company")
    if len(asked) > MOST:
        st.warning(
            f"{len(asked)} companies are too many to compare. These are the first {MOST}.",
            icon=":material/info:",
        )
        asked = asked[:MOST]
        views.hold(filters.with_(company=asked))
    counts = views.rows("company_counts")
    return counts.set_index("company_id", drop=False).loc[
        [c for c in asked if c in set(counts["company_id"])]
    ]


def overview() -> None:
    """Which companies are in the record most."""
    counts = views.rows("company_counts")
    blocks.headline(
        ranking(counts),
        "Choose one company above for its whole picture, or two to four to compare them. "
        "Entries count what sources report; they are never a grade.",
    )
    blocks.chart("companies", views.chart(companies.most_on_record, "company_counts"))
    ranked = counts[counts["records"] > 0].sort_values("records", ascending=False, kind="stable")
    parts = int(ranked["parent_id"].notna().sum())
    told = counted(len(ranked) - parts, "company", "companies")
    told += f" and {counted(parts, 'subsidiary', 'subsidiaries')}" if parts else ""
    st.header(f"Every company on record: {told}", anchor=False)
    blocks.shown_table("company_counts", links.opening("company_counts", ranked), told)
    blocks.note("A subsidiary has a row of its own, and is counted with its parent too.")
    blocks.downloads("company_counts")


def one(row: Row) -> None:
    """One company: figures, time line, promise beside practice, then every kind of record."""
    blocks.headline(headline(row), lead(row))
    if large := _figures(row):
        blocks.figures(large)
    _say_what_is_whole()
    acts = views.rows("company_acts")
    if acts.empty:
        blocks.empty()
    else:
        made = views.chart(company_timeline.of_one, "company_acts", with_day=True)
        blocks.chart("timeline", made)
        promise_blocks.beside_each_other()
    family = views.current()[1].with_(company=row.family_ids.split("|"))
    missing = [name for name, drawn in _records(acts, family) if not drawn]
    if missing:
        blocks.note(f"Nothing{_where()} of: {in_words(missing)}. That is not “none exists”.")
    if not acts.empty:
        blocks.rows("company_acts", "entry", "entries", heading=_everything(acts))


def _everything(acts: pd.DataFrame) -> str:
    """What stands in the whole table beside the entries that companies are ranked by."""
    number = Counter(acts["kind"])
    more = [
        (number["ruling"], "ruling", ""),
        (number["letter_to"], "letter to it", "letters to it"),
    ]
    told = in_words(counted(count, one, many) for count, one, many in more if count)
    return f"Everything, with {told}" if told else "Everything"


def _where() -> str:
    """On record, or only under filters that hide a part of it."""
    narrowed = views.current()[1].only(("confidence", "from", "to")).chosen
    return " under these filters" if narrowed else " on record"


def _say_what_is_whole() -> None:
    """Counts are of everything on record, whatever part of it the filters show below."""
    if unused := views.ignored("company_counts"):
        blocks.note(f"Headline and counts are of everything on record{unused}.")


def _figures(row: Row) -> list[Headline]:
    is_open = f"{row.suits_open} open" if row.suits_open else ""
    over = f"{row.policies_ended} ended" if row.policies_ended else ""
    announced = ("policy or tool announced", "policies and tools announced")
    found = [
        (row.suits_against, ("suit against it", "suits against it"), "#suits", is_open),
        (row.suits_by, ("suit it brought", "suits it brought"), "#suits", ""),
        (row.deals, ("deal", "deals"), "#deals", ""),
        (row.policies, announced, _policies(row), over),
        (row.contracts, ("union contract in force", "union contracts in force"), "#contracts", ""),
        (row.incidents, ("report of harm names it", "reports of harm name it"), "#incidents", ""),
    ]
    return [
        Headline(f"{number:,}", told[number != 1], alarm, href)
        for number, told, href, alarm in found
        if number
    ]


def _policies(row: Row) -> str:
    """All of them, also those that give creators nothing, which no part of the page lists alone."""
    return company_measures.leads_to(row, company_measures.POLICIES, _day())


def _day() -> tuple[str, ...]:
    return views.current()[1].get("as_of")


def _records(acts: pd.DataFrame, family: Filters) -> list[tuple[str, bool]]:
    """Each kind of record, and whether there was any to draw."""
    here = views.current()[1]
    number = Counter(acts["kind"])
    suits = _parts("Suits", number, suit_against="against it", suit_by="brought by it")
    sides = {"deal_buyer": "as buyer", "deal_seller": "as seller", "deal_other": "side unknown"}
    deals = _parts("Deals", number, **sides)
    letters = _parts("Letters", number, letter="signed", letter_to="addressed to it")
    return [
        ("suits", _section("company_suits", suits, "suits", here)),
        ("deals", _section("company_deals", deals, "deals", here)),
        ("union contracts", _contracts(here)),
        ("letters", _letters(letters, acts)),
        ("a transparency index", _index(family)),
        ("AI crawlers", _section("ai_crawlers", "AI crawlers and robots.txt", "crawlers", family)),
        (
            "reports of harm",
            _section(
                "incidents", "Reports of harm that name it, as cause or victim", "incidents", family
            ),
        ),
    ]


def _parts(heading: str, number: Counter[str], **labels: str) -> str:
    """`Deals: 22 as buyer, 1 as seller`; what there is none of is left out."""
    told = [f"{number[kind]} {label}" for kind, label in labels.items() if number[kind]]
    return f"{heading}: {', '.join(told)}"


def _section(relation: str, heading: str, anchor: str, filters: Filters) -> bool:
    """A table of a relation with its downloads; False, and nothing drawn, if it is empty."""
    frame = store.query(relation, filters)
    if frame.empty:
        return False
    st.header(heading, anchor=anchor)
    told = counted(len(frame), "row")
    blocks.shown_table(relation, _without_the_obvious(frame), told, most=340)
    blocks.download_line(relation, filters, "Take these rows away")
    if unused := views.ignored(relation):
        blocks.note(f"This table is shown whole{unused}.")
    return True


def _without_the_obvious(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame without `party` if it only repeats the company's own name."""
    if "party" in frame and (frame["party"] == frame["company"]).all():
        return frame.drop(columns="party")
    return frame


def _contracts(filters: Filters) -> bool:
    frame = store.query("company_contracts", filters)
    if frame.empty:
        return False
    through = frame[frame["through"].notna()]
    in_force = int((frame["status"] == "in_force").sum())
    heading = f"Union contracts: {counted(len(frame), 'contract')}, {in_force} in force"
    _section("company_contracts", heading, "contracts", filters)
    for group, rows in through.groupby("through"):
        blocks.note(
            f"{len(rows)} of them through the {group}, which bargains for its members; which unit "
            "signs which contract is not recorded here."
        )
    return True


def _letters(heading: str, acts: pd.DataFrame) -> bool:
    letters = acts[acts["kind"].isin(["letter", "letter_to"])]
    if letters.empty:
        return False
    st.header(heading, anchor="letters")
    names = {"letter": "letter signed", "letter_to": "letter to it"}
    told = letters.assign(domain="coalition", kind=letters["kind"].map(names))
    told = told.assign(subject_table=told["table_name"], subject_id=told["row_id"])
    event_list(told)
    return True


def _index(family: Filters) -> bool:
    made = views.chart(companies.index_by_year, "transparency_scores", under=family)
    if made is None:
        return False
    blocks.chart("index", made)
    blocks.behind("transparency_scores", family)
    indicators = store.query("transparency_indicators", family)
    newest = indicators[indicators["year"] == indicators["year"].max()]
    if newest.empty:
        return True
    told = f"{int(newest['score'].sum())} of {len(newest)} indicators on data disclosed"
    with st.expander(f"{told} in {newest['year'].iloc[0]}"):
        ordered = newest.sort_values(
            ["score", "subdomain", "indicator"], ascending=[False, True, True]
        )
        disclosed = ["● disclosed" if score else "○ not disclosed" for score in ordered["score"]]
        table = ordered.assign(told=disclosed)[["subdomain", "indicator", "told"]]
        blocks.plain_table(table.set_axis(["Group", "What is asked", "Answer"], axis=1))
        blocks.behind("transparency_indicators", family)
    return True


def comparison(counts: pd.DataFrame, title: str) -> None:
    """Two to four companies: the same rows for each, and one time line."""
    blocks.headline(
        title,
        "The same rows for each, subsidiaries included. A suit is a claim, not a finding; a count "
        "says how much is on record, not how good or bad a company is.",
    )
    blocks.plain_table(
        company_measures.side_by_side(counts), company_measures.rows_behind(counts, _day())
    )
    _say_what_is_whole()
    blocks.downloads("company_counts")
    made = views.chart(company_timeline.of_several, "company_acts", with_day=True)
    blocks.chart("timeline", made)
    promise_blocks.compared(counts)
    everything = _everything(views.rows("company_acts"))
    blocks.rows("company_acts", "entry", "entries", heading=everything)
