"""The 18 answers on the page: plain HTML, so that they print and need no clicking."""

from __future__ import annotations

import html
from collections.abc import Iterable

import streamlit as st

from app import answers
from app.answers import Answer
from app.dates import date_in_words
from app.palette import COVERAGE, Theme
from app.records.addresses import address
from etl.vocab import COVERAGE_LEVELS, EFFECTS, PILLARS, PROTECTIONS

ALSO = (*answers.BINDING, "weak", "refused", "blocked")
"""What else is worth telling beside what decides an answer."""
MOST = 3
"""Instruments shown for each answer; the others are counted, and stand in the table below."""


def by_pillar(found: list[Answer], colours: Theme, headed: bool = True) -> None:
    """The questions with their answers, under the pillar that each belongs to."""
    for pillar in PILLARS:
        mine = [answer for answer in found if PROTECTIONS.group(answer.protection) == pillar.id]
        if not mine:
            continue
        binding = sum(answer.binds for answer in mine)
        if headed:
            st.header(f"{pillar.label}: {binding} of {len(mine)}", anchor=False)
        items = "".join(_item(answer, colours) for answer in mine)
        st.html(f'<ul class="atlas-answers">{items}</ul>')


def summary(found: list[Answer], colours: Theme) -> None:
    """All 18 answers at a glance, each leading to its own place below."""
    chips = "".join(_chip(answer, colours) for answer in found)
    st.html(f'<nav class="atlas-chips" aria-label="The 18 answers">{chips}</nav>')


def _chip(answer: Answer, colours: Theme) -> str:
    level = COVERAGE[answer.level]
    style = f"background:{level.fill(colours)};color:{level.text(colours)}"
    label = html.escape(PROTECTIONS.label(answer.protection))
    told = html.escape(level.label)
    return (
        f'<a href="#{answer.protection}"><b style="{style}" aria-hidden="true">{level.symbol}</b>'
        f'{label}<span class="atlas-unseen">: {told}</span></a>'
    )


def _item(answer: Answer, colours: Theme) -> str:
    level = COVERAGE[answer.level]
    style = f"background:{level.fill(colours)};color:{level.text(colours)}"
    rows = "".join(_instrument(row) for row in answer.deciding[:MOST])
    rows += _more(len(answer.deciding) - MOST)
    also = [row for row in answer.others if row["effect"] in ALSO]
    rows += "".join(_instrument(row) for row in also[:2])
    rows += "".join(_instrument(row) for row in answer.coming[:2])
    rows += _more(len(answer.coming) - 2, "more that would change it, in the table below")
    return (
        f'<li id="{answer.protection}">'
        f'<b aria-hidden="true" style="{style}">{level.symbol}</b><div>'
        f"<h3>{html.escape(_question(answer.protection))}</h3>"
        f"<p><strong>{html.escape(_told(answer))}</strong></p><ul>{rows}</ul></div></li>"
    )


def _question(protection: str) -> str:
    return next(term.definition for term in PROTECTIONS if term.id == protection)


def _told(answer: Answer) -> str:
    """The level in a few words, and what is still open."""
    terms = {term.id: f"{term.label}. {term.definition}." for term in COVERAGE_LEVELS}
    told = {
        "strong": "Yes.",
        "partial": "In part.",
        "weak": "Hardly: soft words only.",
        "pending": "Not yet.",
        "voluntary": "Not bindingly: a company promises it by itself.",
        "refused": "No: it was sought and refused.",
        "none_found": "Nothing found.",
    }.get(answer.level, terms[answer.level])
    if answer.binds and answer.is_doubtful:
        told += " As reported; not confirmed yet."
    unsure = answer.is_open and answer.level not in ("unknown", "none_found")
    told += " Not all that may apply has been judged." if unsure else ""
    return f"{told} {answer.spread}".strip()


def _instrument(row: dict[str, str]) -> str:
    """One contract clause, law, policy or search: name, what it says, from when, source."""
    tag = "" if row["effect"] in answers.BINDING else _tag(EFFECTS.label(row["effect"]))
    if row.get("confidence") == "unconfirmed":
        tag += _tag("reported, unconfirmed")
    parts = [row.get("summary", ""), row.get("remark", ""), _place(row), _span(row)]
    told = " ".join(html.escape(part) for part in parts if part)
    link = _source(row.get("source_url", ""))
    table, _, row_id = row["instrument_id"].partition(":")
    record = html.escape(address(table, row_id))
    title = f'<em><a href="{record}" target="_self">{html.escape(row["title"])}</a></em>'
    return f"<li>{tag}{title}. {told} {link}</li>"


def _tag(text: str) -> str:
    return f'<span class="atlas-tag">{html.escape(text)}</span> '


def _place(row: dict[str, str]) -> str:
    place = row.get("place", "")
    return f"({place})" if place else ""


def _span(row: dict[str, str]) -> str:
    """Since when and until when, as precise as the sources."""
    since, until = row.get("since"), row.get("until")
    if row["effect"] not in (*answers.BINDING, "weak", "voluntary"):
        return ""
    told = f"Since {date_in_words(since)}" if since else "Start not on record"
    return told + (f", until {date_in_words(until)}." if until else ".")


def _source(url: str) -> str:
    if not url:
        return ""
    return f'<a href="{html.escape(url)}" target="_blank" rel="noopener">Source</a>'


def _more(number: int, what: str = "more in the table below") -> str:
    return f"<li>And {number} {what}.</li>" if number > 0 else ""


def level_key(colours: Theme) -> list[tuple[str, str, str, str]]:
    """The levels of coverage as a legend."""
    return [
        (level.symbol, level.label, level.fill(colours), level.text(colours))
        for level in COVERAGE.values()
    ]


def examples(chosen: Iterable[tuple[str, str]]) -> None:
    """Links to start from: what it is about, and the address."""
    links = "".join(
        f'<li><a href="{html.escape(href)}" target="_self">{html.escape(label)}</a></li>'
        for label, href in chosen
    )
    st.html(f'<ul class="atlas-list">{links}</ul>')
