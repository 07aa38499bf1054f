"""The words of the method page."""

from __future__ import annotations

from typing import Any

import pandas as pd

from app import links
from app.charts.base import short_day
from app.filters import Filters
from etl.vocab import CONFIDENCE as LEVELS
from etl.vocab import DOMAINS, PILLARS, PROTECTIONS, PUBLISHER_KINDS, STRENGTHS

_WEAK = [t.id for t in PUBLISHER_KINDS if "never enough alone" in t.definition]

CONFIDENCE = "\n".join(
    [
        "Nobody writes confidence by hand. It follows from who says it:",
        "",
        *(f"- **{t.label}.** {t.definition}." for t in LEVELS),
        "",
        "Publishers are judged one by one, by kind. These are never enough alone: "
        + ", ".join(PUBLISHER_KINDS.label(k).lower() for k in _WEAK)
        + ". A reviewer can hold a row back; it is then shown as reported, unconfirmed, "
        "whatever its sources.",
    ]
)

RULES = """
- A contract clause protects while its contract is in force. A demand at the table never does.
- A law protects while it is in force: not before its date, not while a court blocks it, not once
  it is struck down or replaced. Enacted is not in force.
- A deal that was announced is not a deal that was closed. A ruling that is only reported is marked
  with a question mark and never counted.
- A suit is a right in dispute. A company's policy is a promise. Neither counts as protection.
- A law is *strong* if you can sue by yourself, or if it voids a clause. It is *partial* if only
  the state can act, if it covers sexual or deceptive images only, or if it is a general right in
  name and likeness that does not name digital doubles (after death such a right counts in full).
  Laws for voters, children or users of
  chatbots are not counted as rights of creators.
- Of several contracts the best clause counts, and beside it stands in how many of them it holds.
- Scores are ranges: strong counts 1, partial ½; what nobody has judged counts 0 in the lower figure
  and 1 in the upper. The weights can be changed on the page of gaps.
- Without a state chosen, state laws are counted and never taken for protection everywhere.
- An empty cell means that nothing was found. It never means “no”.
- Dates are as precise as their source: 2026, 2026-09 or 2026-09-20. A year is drawn as a year.
- *As of* a day: rows dated later are left out, and what is in force is worked out for that day.
  For bills only enactment, vetoes and force can be taken back to an earlier day, for cases only the
  last ruling; other steps, and the outcome of a case, are as last recorded. A row without a date
  counts since the day of its newest source.
"""

LICENCE = """
The data is free to use under [CC BY 4.0](https://creativecommons.org/licenses/by/4.0/): name the
Creators’ AI Atlas and the release. The code is under the MIT licence. Transparency scores and
indicators come from the Foundation Model Transparency Index (Stanford CRFM and others, CC BY). The
list of AI crawlers comes from ai.robots.txt (MIT). State-by-state counts name their maker in each
row. Nothing here is legal advice.
"""


def quality(reach: pd.DataFrame, standing: pd.DataFrame) -> pd.DataFrame:
    """By part of the Atlas: how many facts, how sure, how far they reach, how lately checked."""
    days = {row.domain: row.reaches_to for row in reach.itertuples()}
    known = standing[standing["domain"].isin(days) & (standing["domain"] != "reference")]
    share = {level: known[level] / known["facts"] for level in (*LEVELS.ids, "read_again")}
    return pd.DataFrame(
        {
            "Part": [DOMAINS.label(d) for d in known["domain"]],
            "Facts": known["facts"],
            **{LEVELS.label(level): _percent(share[level]) for level in LEVELS.ids},
            "Read again": _percent(share["read_again"]),
            "Reaches to": [_day(days[d]) for d in known["domain"]],
            "Newest source": [_day(day) for day in known["newest_source"]],
            "Oldest check": [_day(day) for day in known["oldest_check"]],
        }
    )


def quality_rows(standing: pd.DataFrame, told: pd.DataFrame) -> dict[str, list[str]]:
    """Where the facts stand that each figure of a part counts."""
    by_part = {DOMAINS.label(row.domain): row for row in standing.itertuples()}
    parts = [by_part[part] for part in told["Part"]]
    sure = {LEVELS.label(level): {"confidence": level} for level in LEVELS.ids}
    return {
        **{column: [_facts(part, **more) for part in parts] for column, more in sure.items()},
        "Facts": [_facts(part) for part in parts],
        "Read again": [_facts(part, where="read_on:*") for part in parts],
        "Reaches to": [f"timeline?domain={part.domain}" for part in parts],
        "Newest source": [_dated(part, "newest_source", part.newest_source) for part in parts],
        "Oldest check": [_dated(part, "read_on", part.oldest_check) for part in parts],
    }


def _facts(part: Any, **more: str) -> str:
    chosen = {"domain": part.domain, **more}
    return links.rows("fact_quality", Filters.of({k: [value] for k, value in chosen.items()}))


def _dated(part: Any, column: str, day: pd.Timestamp) -> str:
    return "" if pd.isna(day) else _facts(part, where=f"{column}:{day:%Y-%m-%d}")


def _percent(shares: pd.Series) -> list[str]:
    return [f"{share:.0%}" for share in shares]


def _day(day: pd.Timestamp) -> str:
    return "–" if pd.isna(day) else short_day(day).replace(" ", "\u00a0")


def protections(records: pd.DataFrame) -> pd.DataFrame:
    """The 18 protections: the question of each, what is on record, and where nothing was found."""
    found = records.set_index("protection").loc[list(PROTECTIONS.ids)]
    return pd.DataFrame(
        {
            "Protection": [p.label for p in PROTECTIONS],
            "Pillar": [PILLARS.label(p.group) for p in PROTECTIONS],
            "Question": [p.definition for p in PROTECTIONS],
            "Clauses": found["clauses"],
            "Laws enacted": found["laws"],
            "Company acts": found["acts"],
            "Looked for, none found": found["none_in_agreements"] + found["none_in_law"],
        }
    )


def protection_rows() -> dict[str, list[str]]:
    """Where the records that are counted for each protection stand."""
    clauses = [f"strength:{term.id}" for term in STRENGTHS if term.id != "absent"]
    found = {
        "Clauses": ("provisions", {"where": clauses}),
        "Looked for, none found": ("judgements", {"where": ["finding:none_found"]}),
    }
    pages = {"Laws enacted": "legislation?status=enacted&", "Company acts": "practices?"}
    return {
        column: [f"{page}protection={protection}" for protection in PROTECTIONS.ids]
        for column, page in pages.items()
    } | {
        column: [links.rows(name, Filters.of({**more, "protection": [p]})) for p in PROTECTIONS.ids]
        for column, (name, more) in found.items()
    }


def gaps(known: pd.DataFrame) -> pd.DataFrame:
    """What is missing, counted on the data that serves."""
    return pd.DataFrame(
        {
            "Part": [DOMAINS.label(d) for d in known["domain"]],
            "What is missing": known["gap"],
            "How many": [
                f"{row.missing:,}\u00a0of\u00a0{row.of_all:,}"
                for row in known.itertuples(index=False)
            ],
        }
    )


def gap_rows(known: pd.DataFrame) -> dict[str, list[str]]:
    """Where the rows stand that lack something; if none does, all that were looked at."""
    lacking = [["is_missing:true"] if missing else [] for missing in known["missing"]]
    of_gap = zip(known["gap_id"], lacking, strict=True)
    chosen = [Filters.of({"where": [f"gap_id:{gap}", *more]}) for gap, more in of_gap]
    return {"How many": [links.rows("known_gap_rows", filters) for filters in chosen]}


BIAS = """
- The signers that public sources name are mostly famous. Crew are nearly absent, so shares by craft
  are biased.
- Rows marked “reported, unconfirmed” rest on sources that are never enough alone, or on a single
  one where two are needed (a ruling, a settlement, an amount, a vote, a bill that became law), or a
  reviewer holds them back.
- “Looked for, none found” says what the lists and texts that were looked through show, on the day
  they were looked through. It is not a legal opinion.
- News after the days in the table above is not in yet.
"""
