"""Promise beside practice: what a company announced, and what the record shows, by protection."""

from __future__ import annotations

import html
from typing import Any

import pandas as pd
import streamlit as st

from app import blocks, links, views
from app.charts.base import counted
from app.company_words import promises, short
from app.dates import date_in_words
from etl.vocab import CASE_STATUSES, COMPANY_ENTRIES, PRACTICE_STEPS, PROTECTIONS

Row = Any
"""One row of `company_promises`."""

SHOWN = 3
"""Entries shown of each side; the others are one click away."""


NONE = "–"
OVER = ("decided", "settled", "dismissed")
"""Suits with an outcome: shown before those that are open."""


def beside_each_other() -> None:
    """Each protection with its two columns. Says so if there is nothing to set side by side."""
    found = views.rows("company_promises")
    st.header("Promise beside practice", anchor="promises")
    if found.empty:
        blocks.note(
            "Nothing to set side by side: no announcement for creators, no suit against it."
        )
        return
    blocks.sub(
        f"{promises(found)}. Left: policies, tools and labels that give creators something, and "
        "letters signed. Right: suits in which that protection is at stake, acts that take from "
        "creators, reports of harm that name the company (as cause or as victim), and the "
        "transparency index. A suit is a claim, not a finding."
    )
    st.html(grid(found))
    blocks.download_line("company_promises", views.current()[1], "Take these rows away")


def compared(counts: pd.DataFrame) -> None:
    """Several companies: by protection, how much each announced, and how much is on record."""
    found = views.rows("company_promises")
    if found.empty:
        return
    st.header("Promise beside practice", anchor="promises")
    blocks.sub(
        "For each protection: what the company announced, and what is on record beside it. "
        "Choose one company to read the entries."
    )
    wanted = [p for p in PROTECTIONS.ids if p in set(found["protection"])]
    table = {"Protection": [PROTECTIONS.label(p) for p in wanted]}
    hrefs = {}
    for row in counts.itertuples():
        mine = found[found["company_id"] == row.company_id]
        cells = [_both(mine[mine["protection"] == p]) for p in wanted]
        ways = [_where(str(row.company_id), p) for p in wanted]
        table[short(str(row.company))] = cells
        hrefs[short(str(row.company))] = [
            way if cell != NONE else "" for cell, way in zip(cells, ways, strict=True)
        ]
    blocks.plain_table(pd.DataFrame(table), hrefs)
    blocks.downloads("company_promises")


def _where(company: str, protection: str) -> str:
    """Where the entries of one company on one protection stand, under the filters on screen."""
    filters = views.current()[1].with_(company=[company], protection=[protection])
    return links.rows("company_promises", filters)


def _both(rows: pd.DataFrame) -> str:
    """`2 announced (1 since ended), 12 on record`, or a dash."""
    promised, recorded = (rows[rows["side"] == side] for side in ("promise", "record"))
    told = [f"{len(promised)} announced{_ended(promised)}"] if len(promised) else []
    told += [f"{len(recorded)} on record"] if len(recorded) else []
    return ", ".join(told) or NONE


def _ended(promised: pd.DataFrame) -> str:
    """How many promises have ended, if any."""
    ended = int((promised["standing"] == "ended").sum())
    return f" ({ended} since ended)" if ended else ""


def grid(found: pd.DataFrame) -> str:
    """The protections in their order, then what is tied to none of them."""
    parts = []
    for protection in (*PROTECTIONS.ids, None):
        mine = (
            found["protection"].isna() if protection is None else found["protection"] == protection
        )
        rows = found[mine]
        if not rows.empty:
            label = PROTECTIONS.label(protection) if protection else "Not tied to one protection"
            parts.append(_protection(label, rows))
    return f'<div class="atlas-promises">{"".join(parts)}</div>'


def _protection(label: str, rows: pd.DataFrame) -> str:
    promised, recorded = (rows[rows["side"] == side] for side in ("promise", "record"))
    return (
        f"<section><h3>{html.escape(label)}</h3>"
        f"<div>{_side('Announced', promised, _ended(promised))}{_side('On record', recorded)}</div>"
        "</section>"
    )


def _side(heading: str, rows: pd.DataFrame, more: str = "") -> str:
    head = f"<h4>{heading}: {len(rows) or 'nothing found'}{more}</h4>"
    over = rows["standing"].isin(OVER)
    items = [_entry(row) for row in pd.concat([rows[over], rows[~over]]).itertuples()]
    head += _suits(rows[rows["kind"] == "suit_against"])
    listed = f"<ul>{''.join(items[:SHOWN])}</ul>" if items else ""
    if len(items) > SHOWN:
        told = counted(len(items) - SHOWN, "more entry", "more entries")
        rest = "".join(items[SHOWN:])
        listed += f"<details><summary>{told}</summary><ul>{rest}</ul></details>"
    return f"<div>{head}{listed}</div>"


def _suits(suits: pd.DataFrame) -> str:
    """How many suits stand where, if there are more than can be seen."""
    if len(suits) <= SHOWN:
        return ""
    counts = suits["standing"].value_counts()
    told = [
        f"{counts[s]} {CASE_STATUSES.label(s).lower()}" for s in CASE_STATUSES.ids if s in counts
    ]
    return f"<p>{len(suits)} suits: {html.escape(', '.join(told))}</p>"


def _entry(row: Row) -> str:
    date = date_in_words(row.date) if isinstance(row.date, str) else "no date"
    doubt = "reported, unconfirmed" if row.confidence == "unconfirmed" else ""
    told = "; ".join(filter(None, [_standing(row), doubt]))
    more = f"({html.escape(row.summary.rstrip('.'))})" if row.kind == "index" else ""
    return (
        f"<li><time>{html.escape(date)}</time> "
        f'<span class="atlas-tag">{html.escape(COMPANY_ENTRIES.label(row.kind))}</span> '
        f'<a href="{html.escape(str(row.source_url))}" target="_blank" rel="noopener">'
        f"{html.escape(row.title)}</a> {more}<em>{html.escape(told)}</em></li>"
    )


def _standing(row: Row) -> str:
    """Where a suit or an act stands, and how a suit ended; nothing for what is just announced."""
    if not isinstance(row.standing, str) or row.standing == "announced":
        return ""
    if row.standing not in CASE_STATUSES:
        return PRACTICE_STEPS.label(row.standing).lower()
    stands = CASE_STATUSES.label(row.standing).lower()
    over = row.standing in OVER and isinstance(row.summary, str)
    return f"{stands}: {row.summary.rstrip('.')}" if over else stands
