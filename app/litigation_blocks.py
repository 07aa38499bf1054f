"""Parts of the litigation page: one case opened, with its line of time and its relations."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit

import pandas as pd
import streamlit as st

from app import blocks, columns, filter_bar, links, store, views
from app.charts import case_line
from app.charts.deals import dollars
from app.dates import date_in_words
from app.event_list import event_list
from app.style import colours
from etl.vocab import CASE_RELATIONS, CASE_STATUSES

PARTS = {
    "suits": "Suits",
    "rulings": "Rulings",
    "parties": "Who sues whom",
    "outcomes": "Settlements and time",
    "case": "One case",
}
CASE = "case"
MOST = 10
"""Related cases listed of each kind; the others are counted, and one click away."""

_DOCKET = re.compile(r"/(dockets?|cases?)/", re.IGNORECASE)
_FACTS = {
    "court": "Court",
    "filed_on": "Filed",
    "docket_number": "Docket",
    "plaintiffs": "Plaintiffs",
    "defendants": "Defendants",
    "claims": "Claims",
    "works": "Works at issue",
    "stage": "Stage",
    "status": "Status",
    "judge": "Judge",
    "outcome": "So far",
}


def first_part() -> str:
    """The part to open with: one case, if the address names one."""
    return "case" if dict(filter_bar.own_choices()).get(CASE) else "suits"


def case_in_view() -> str:
    """The case that is opened, and where it stands; nothing while none is."""
    own = dict(filter_bar.own_choices())
    cases = _cases_on_the_day()
    found = cases[cases["case_id"] == own.get(CASE)]
    if found.empty or own.get("view", CASE) != CASE:
        return ""
    status = CASE_STATUSES.label(found["status"].iloc[0]).lower()
    return f"{found['short_name'].iloc[0]}: {status}"


def _cases_on_the_day() -> pd.DataFrame:
    """Every case by name: one that the filters hide can be opened too."""
    found = store.query("cases", views.current()[1].only(("as_of",)))
    return found.sort_values("short_name", key=lambda c: c.str.lower())


def one_case() -> None:
    """One case: facts, docket, steps and rulings on a line, related cases, sources."""
    day = views.current()[1].only(("as_of",))
    cases = _cases_on_the_day()
    names = dict(zip(cases["case_id"], cases["short_name"], strict=True))
    chosen = filter_bar.choose(CASE, "Which case?", {"": "No case chosen", **names}, "")
    if not chosen:
        blocks.note("Choose a case to see its steps, its rulings and the cases that belong to it.")
        return
    row = cases[cases["case_id"] == chosen].iloc[0].dropna().to_dict()
    _facts(row)
    events = store.query("events", day)
    mine = events[(events["subject_table"] == "cases") & (events["subject_id"] == chosen)]
    made = case_line.line(mine, names[chosen], colours())
    blocks.chart("case", made and views.finished(made))
    event_list(mine.assign(title=mine["summary"]), most=len(mine))
    related = store.query("related_cases", day)
    _related(related[related["case_id"] == chosen])
    _sources(str(row["source_urls"]))


def _facts(row: dict[str, object]) -> None:
    """What the Atlas holds on the case, as far as its sources say it."""
    record = links.record("cases", str(row["case_id"]))
    st.header(str(row.get("caption", row["short_name"])), anchor=False)
    if row["confidence"] == "unconfirmed":
        blocks.note(f"Reported, unconfirmed. {row.get('caution', '')}")
    row = {"docket_number": "Number not on record", **row}
    lines = [(label, _told(name, row)) for name, label in _FACTS.items() if name in row]
    if "settlement_usd" in row:
        lines.append(("Settlement", dollars(float(str(row["settlement_usd"])))))
    lines.append(("Record", f'<a href="{html.escape(record)}" target="_self">All fields</a>'))
    facts = "".join(f"<dt>{label}</dt><dd>{told}</dd>" for label, told in lines)
    st.html(f'<dl class="atlas-facts">{facts}</dl>')


def _told(name: str, row: dict[str, object]) -> str:
    if name == "docket_number":
        return _docket(row)
    if name == "filed_on":
        return html.escape(date_in_words(str(row[name])))
    return html.escape(columns.in_words("cases", name, str(row[name])))


def _docket(row: dict[str, object]) -> str:
    """The docket number, leading to the docket where one of the sources is that docket."""
    number = html.escape(str(row["docket_number"]))
    found = [url for url in str(row["source_urls"]).split("|") if _is_docket(url)]
    return f"{number} {_link(found[0], 'Open the docket')}" if found else number


def _is_docket(url: str) -> bool:
    host = urlsplit(url).netloc
    return bool(_DOCKET.search(url)) and host.endswith(("courtlistener.com", "justia.com", ".gov"))


def _related(rows: pd.DataFrame) -> None:
    """Cases heard with this one, and cases with a party in common."""
    if rows.empty:
        return
    others = rows["other_case_id"].nunique()
    st.header(f"Related cases: {others}", anchor=False)
    parts = [
        f"<dt>{relation.label}</dt><dd>{_cases(rows[rows['relation'] == relation.id])}</dd>"
        for relation in CASE_RELATIONS
        if (rows["relation"] == relation.id).any()
    ]
    st.html(f'<dl class="atlas-facts">{"".join(parts)}</dl>')


def _cases(rows: pd.DataFrame) -> str:
    shown = [
        f"{_link(_address(row['other_case_id']), row['other_case'])} "
        f"({CASE_STATUSES.label(row['status']).lower()})"
        for row in rows.head(MOST).to_dict("records")
    ]
    more = len(rows) - MOST
    return ", ".join(shown) + (f", and {_link(_every(rows), f'{more} more')}" if more > 0 else "")


def _every(rows: pd.DataFrame) -> str:
    """Where all related cases of one kind stand."""
    one = rows.iloc[0]
    where = [f"case_id:{one['case_id']}", f"relation:{one['relation']}"]
    return links.rows("related_cases", views.current()[1].only(("as_of",)).with_(where=where))


def _address(case_id: str) -> str:
    return links.own("litigation", view="case", case=case_id)


def _sources(urls: str) -> None:
    """Who says so, best source first."""
    st.header("Sources", anchor=False)
    found = ", ".join(
        _link(url, urlsplit(url).netloc.removeprefix("www.")) for url in urls.split("|")
    )
    st.html(f'<p class="atlas-source">{found}</p>')


def _link(href: str, text: str) -> str:
    target = 'target="_blank" rel="noopener"' if "://" in href else 'target="_self"'
    return f'<a href="{html.escape(href)}" {target}>{html.escape(text)}</a>'
