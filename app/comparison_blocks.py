"""Contract against contract, contract beside the law, model clauses: plain HTML, fit to print."""

from __future__ import annotations

import html

import pandas as pd
import streamlit as st

from app import blocks, comparison, filter_bar, links, store, views
from app.charts.base import counted, in_words
from app.comparison import Pair, Side
from app.filters import Filters
from app.palette import COVERAGE, LEVELS
from app.style import colours
from etl.vocab import PROTECTIONS

LOOKS = COVERAGE | LEVELS
READY = {
    "sag-aftra": ("sag-aftra-tv-theatrical-2023", "sag-aftra-tv-theatrical-2026"),
    "wga": ("wga-mba-2023", "wga-mba-2026"),
    "dga": ("dga-basic-agreement-2023", "dga-basic-agreement-2026"),
}
"""The contracts of 2023 and their successors of 2026, by union: where most readers begin."""


VIEWS = {
    "contracts": "Two contracts",
    "law": "Beside the law",
    "models": "Model clauses",
}


def section() -> None:
    """Contracts compared, in one of three ways; the address says which."""
    st.header("Compare", anchor="compare")
    draw = {"contracts": _against, "law": _beside_law, "models": _models}
    draw[filter_bar.switch("view", "View", VIEWS, "contracts")]()


def _against() -> None:
    """Any two contracts side by side, the second against the first."""
    first, second = _pick_two()
    rows, filters = _rows("agreement_comparison", first=first, second=second)
    if rows.empty:
        blocks.note("One of the two was not yet known on this day. Choose another day or contract.")
        return
    found, row = comparison.pairs(rows, "first", "second"), rows.iloc[0]
    told = comparison.against(found, row["first_contract"], row["second_contract"])
    st.subheader(told, anchor=False)
    blocks.sub(f"“Not judged” is never counted as “no”. {comparison.doubt(found)}")
    heads = (
        comparison.with_status(row["first_contract"], row["first_status"]),
        comparison.with_status(row["second_contract"], row["second_status"]),
    )
    _groups(found, comparison.AGAINST, heads)
    blocks.download_line("agreement_comparison", filters, "Take this comparison away")


def _beside_law() -> None:
    """What a contract gives that the law does not give by itself."""
    contracts, places = store.choices().options("second"), store.choices().options("beside")
    with st.container(horizontal=True):
        second = filter_bar.choose("second", "Contract", contracts, _default()[1])
        place = filter_bar.choose("beside", "Beside the law of", places, "US")
    rows, filters = _rows("contract_beside_law", second=second, beside=place)
    if rows.empty:
        blocks.note("US law stands beside US contracts alone, from the day they are known.")
        return
    found, row = comparison.pairs(rows, "law", "contract"), rows.iloc[0]
    law = comparison.law_of(place, places[place])
    contract = comparison.with_status(row["contract"], row["contract_status"])
    st.subheader(comparison.added(found, law), anchor=False)
    blocks.sub(
        f"{contract}. State law counts with federal law, and for all crafts of the contract "
        f"if it covers one. {comparison.doubt(found)}"
    )
    _groups(found, comparison.BESIDE, (law[0].upper() + law[1:], contract))
    blocks.download_line("contract_beside_law", filters, "Take these rows away")


def _models() -> None:
    """The strongest clause in force on each protection, to start from at the table."""
    rows, _ = _rows("model_clauses")
    st.subheader(comparison.models(rows), anchor=False)
    blocks.sub(
        "The strongest clause of a contract in force; among equals the best confirmed, then the "
        f"newest. Summaries, not contract language{views.ignored('model_clauses')}."
    )
    known = {row["protection"]: row for row in rows.to_dict("records")}
    body = "".join(_model(known[p]) for p in PROTECTIONS.ids if p in known)
    _table(("Protection", "Model clause", "Contract"), body)
    blocks.downloads("model_clauses")


def _default() -> tuple[str, str]:
    """The pair of a union that is chosen in the bar, else of the first."""
    chosen = views.current()[1].get("union")
    return next((READY[union] for union in chosen if union in READY), READY["sag-aftra"])


def _pick_two() -> tuple[str, str]:
    """Two boxes, the ready-made pairs, and a way to swap."""
    contracts, (first, second) = store.choices().options("second"), _default()
    with st.container(horizontal=True):
        first = filter_bar.choose("first", "First contract", contracts, first)
        second = filter_bar.choose("second", "Second contract", contracts, second)
    unions = store.choices().options("union")
    ready = {f"{unions[union]} 2023 and 2026": pair for union, pair in READY.items()}
    with st.container(horizontal=True, key="ready_pairs"):
        for label, (one, other) in {**ready, "Swap": (second, first)}.items():
            st.button(
                label,
                key=f"pair_{label}",
                type="tertiary",
                icon=":material/swap_horiz:" if label == "Swap" else None,
                on_click=filter_bar.set_own,
                kwargs={"first": one, "second": other},
            )
    return first, second


def _rows(relation: str, **own: str) -> tuple[pd.DataFrame, Filters]:
    """The rows, and the filters that they and their exports stand under."""
    chosen = {name: [value] for name, value in own.items()}
    filters = views.current()[1].with_(**chosen).only(store.applicable(relation))
    return store.query(relation, filters), filters


def _groups(found: list[Pair], labels: dict[str, str], heads: tuple[str, str]) -> None:
    """What differs in full; what does not is one line until it is opened, or printed."""
    for outcome, group in comparison.grouped(found).items():
        label = f"{labels[outcome]}: {len(group)}"
        body = "".join(_pair(pair, heads) for pair in group)
        if outcome in comparison.UNCHANGED:
            names = in_words(comparison.named(pair.protection) for pair in group)
            _table(("Protection", *heads), body, f"{label} ({names})")
        else:
            st.html(f'<h4 class="atlas-outcome">{html.escape(label)}</h4>')
            _table(("Protection", *heads), body)


def _table(heads: tuple[str, ...], body: str, folded: str = "") -> None:
    head = "".join(f'<th scope="col">{html.escape(text)}</th>' for text in heads)
    table = (
        f'<table class="atlas-table atlas-sides"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )
    if folded:
        summary = f"<summary>{html.escape(folded)}</summary>"
        table = f'<details class="atlas-folded">{summary}{table}</details>'
    st.html(table)


def _pair(pair: Pair, heads: tuple[str, str]) -> str:
    cells = _cell(pair.first, heads[0]) + _cell(pair.second, heads[1])
    return f"<tr>{_protection(pair.protection)}{cells}</tr>"


def _protection(protection: str) -> str:
    return f'<th scope="row">{html.escape(PROTECTIONS.label(protection))}</th>'


def _cell(side: Side, head: str) -> str:
    clauses = "".join(map(_paragraph, side.summary.split(" / ")))
    refused = _tag("a demand was refused too") if side.also_refused else ""
    law = _paragraph(side.title) if side.gives else ""
    remark = _paragraph(side.remark) if side.gives else ""
    mark = _mark(side.level) + refused + _doubt(side.confidence)
    told = f"{mark}{law}{clauses}{remark}{_source(side.source_url)}"
    return f'<td data-of="{html.escape(head)}">{told}</td>'


def _paragraph(text: str) -> str:
    return f"<p>{html.escape(text)}</p>" if text else ""


def _model(row: dict[str, str]) -> str:
    """One protection with its model clause, or the plain word that there is none."""
    head = _protection(row["protection"])
    if pd.isna(row["strength"]):
        return f'<tr>{head}<td colspan="2">No clause on record.</td></tr>'
    place = "" if pd.isna(row["clause_ref"]) else row["clause_ref"]
    clause = _mark(row["strength"]) + _doubt(row["confidence"]) + _paragraph(row["summary"])
    where = "".join(map(_paragraph, (f"{row['union_name']}: {row['agreement']}", place)))
    where += _equals(row)
    return f"<tr>{head}<td>{clause}</td><td>{where}{_source(row['source_url'])}</td></tr>"


def _equals(row: dict[str, str]) -> str:
    """In how many other contracts it is as strong, leading to all clauses that are."""
    others = int(row["equally_strong"]) - 1
    takes = store.release().relations["model_clauses"].takes
    held = views.current()[1].only((*takes, "as_of"))
    cells = [f"strength:{row['strength']}", "status:in_force"]
    href = links.rows("provisions", held.with_(protection=[row["protection"]], where=cells))
    told = counted(others, "other contract")
    link = f'<a href="{html.escape(href)}" target="_self">{told}</a>'
    return f"<p>As strong in {link}.</p>" if others else ""


def _mark(level: str) -> str:
    look, theme = LOOKS[level], colours()
    style = f"background:{look.fill(theme)};color:{look.text(theme)}"
    symbol = f'<b class="atlas-mark" aria-hidden="true" style="{style}">{look.symbol}</b>'
    return f"{symbol}<strong>{html.escape(look.label)}</strong> "


def _doubt(confidence: str) -> str:
    return _tag("reported, unconfirmed") if confidence == comparison.UNCONFIRMED else ""


def _tag(text: str) -> str:
    return f'<span class="atlas-tag">{html.escape(text)}</span> '


def _source(url: str) -> str:
    if not url:
        return ""
    return f'<a href="{html.escape(url)}" target="_blank" rel="noopener">Source</a>'
