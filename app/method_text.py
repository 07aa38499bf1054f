"""The words of the method page."""

from __future__ import annotations

import pandas as pd

from app.charts.base import short_day
from etl.vocab import CONFIDENCE as LEVELS
from etl.vocab import DOMAINS, PILLARS, PROTECTIONS, PUBLISHER_KINDS

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
- A suit is a right in dispute. A company's policy is a promise. Neither counts as protection.
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


def freshness(frame: pd.DataFrame) -> pd.DataFrame:
    """Facts by part of the Atlas: how many, how sure, how far they reach."""
    known = frame[frame["domain"] != "reference"]
    return pd.DataFrame(
        {
            "Part": [DOMAINS.label(d) for d in known["domain"]],
            "Reaches to": [short_day(day) for day in known["reaches_to"]],
            "Facts": known["facts"],
            **{LEVELS.label(level): known[level] for level in LEVELS.ids},
        }
    )


def protections() -> pd.DataFrame:
    """The 18 protections, the pillar of each, and the question it answers."""
    return pd.DataFrame(
        {
            "Protection": [p.label for p in PROTECTIONS],
            "Pillar": [PILLARS.label(p.group) for p in PROTECTIONS],
            "Question": [p.definition for p in PROTECTIONS],
        }
    )


def gaps(bills: pd.DataFrame, cells: pd.DataFrame) -> str:
    """What is missing, counted on the data that serves."""
    enacted = bills[bills["status"] == "enacted"]
    undated = int((enacted["force"] == "undated").sum())
    unknown = int(bills["introduced_on"].isna().sum())
    open_cells = int((cells["level"] == "not_judged").sum())
    return f"""
- The signers that public sources name are mostly famous. Crew are nearly absent, so shares by craft
  are biased.
- For {unknown} of {len(bills)} bills the day of introduction is not recorded. Many bills marked
  “introduced” ended with their session.
- For {undated} of {len(enacted)} enacted laws the effective date is not recorded. They are shown as
  such, never as in force.
- {open_cells:,} of {len(cells):,} cells of the contract grid nobody has judged yet.
- Rows marked “reported, unconfirmed” rest on sources that are never enough alone, or are held back.
- News after the days in the table above is not in yet.
"""
