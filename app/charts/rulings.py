"""The board of rulings: question by question, whom each favours, and whether it is final."""

from __future__ import annotations

from typing import Any

import pandas as pd

from app.charts.base import Chart, axis, counted, figure, hidden, in_sentence
from app.palette import Theme
from etl.vocab import COURT_LEVELS, DIRECTIONS, DOCTRINES, FINALITY

ANSWERS = ("fair_use", "fair_dealing", "text_mining")
"""Whether copying for AI is allowed is asked under another name in each country."""

SYMBOLS = {"final": "●", "interim": "○", "unconfirmed": "?"}
_PANEL = 1.0
"""Width of the panel of one direction."""


def board(rulings: pd.DataFrame, colours: Theme) -> Chart | None:
    """One mark for each ruling; what is only reported is marked, and never counted."""
    if rulings.empty:
        return None
    ordered = rulings.assign(
        row=[f"{DOCTRINES.label(d)} · {COURT_LEVELS.label(c).lower()}" for d, c in _asked(rulings)],
        mark=rulings["finality"].where(rulings["confidence"] != "unconfirmed", "unconfirmed"),
        question=rulings["doctrine"].map(DOCTRINES.ids.index),
        court=rulings["level"].map(COURT_LEVELS.ids.index),
        order=rulings["confidence"].eq("unconfirmed"),
    ).sort_values(["question", "court", "order", "finality", "date_first"], kind="stable")
    sure = rulings[rulings["confidence"] != "unconfirmed"]
    return Chart(
        _title(sure),
        f"{counted(len(sure), 'ruling')} by question and court: ● final in that court, ○ interim. "
        "? is reported, unconfirmed, and not counted",
        _figure(ordered, colours),
        _table(ordered),
    )


def _asked(rulings: pd.DataFrame) -> Any:
    return zip(rulings["doctrine"], rulings["level"], strict=True)


def _title(sure: pd.DataFrame) -> str:
    """How often courts have answered whether copying for AI is allowed, and for whom."""
    answers = sure[sure["doctrine"].isin(ANSWERS)]
    if answers.empty:
        return "No confirmed ruling yet on fair use or its like"
    counts = answers["direction"].value_counts()
    told = ", ".join(
        f"{counts[d]} {in_sentence(DIRECTIONS.label(d))}" for d in DIRECTIONS.ids if d in counts
    )
    final = int((answers["finality"] == "final").sum())
    return (
        f"{counted(len(answers), 'ruling')} on fair use or its like: {told}; "
        f"{final or 'none'} final in that court"
    )


def _figure(ordered: pd.DataFrame, colours: Theme) -> dict[str, Any]:
    rows = ordered["row"].drop_duplicates().tolist()
    shown = [d for d in DIRECTIONS.ids if d in set(ordered["direction"])]
    within = ordered.groupby(["row", "direction"]).cumcount()
    step = _PANEL * 0.9 / max(int(within.max()) + 1, 8)
    x = ordered["direction"].map(shown.index) * _PANEL + 0.05 + within * step
    sure = ordered["mark"] != "unconfirmed"
    trace = {
        "type": "scatter",
        "mode": "text",
        "x": x.round(4).tolist(),
        "y": ordered["row"].tolist(),
        "text": ordered["mark"].map(SYMBOLS).tolist(),
        "textfont": {
            "size": 19,
            "color": [colours.accent if counted_in else colours.alarm for counted_in in sure],
        },
        "hovertext": [_hover(row) for row in ordered.to_dict("records")],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    return figure(
        [trace],
        colours,
        height=70 + 27 * len(rows),
        annotations=[_heading(d, n, colours) for n, d in enumerate(shown)],
        shapes=[_rule(n * _PANEL, colours) for n in range(len(shown))],
        xaxis=hidden(range=[-0.01, len(shown) * _PANEL]),
        yaxis=axis(
            colours,
            type="category",
            categoryarray=rows,
            range=[len(rows) - 0.5, -0.5],
            showgrid=True,
            gridcolor=colours.sand,
        ),
        margin={"l": 8, "r": 8, "t": 40, "b": 8},
    )


def _heading(direction: str, place: int, colours: Theme) -> dict[str, Any]:
    return {
        "x": place * _PANEL + 0.03,
        "xanchor": "left",
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "text": f"<b>{DIRECTIONS.label(direction)}</b>",
        "showarrow": False,
        "font": {"size": 14, "color": colours.ink},
    }


def _rule(place: float, colours: Theme) -> dict[str, Any]:
    return {
        "type": "line",
        "yref": "paper",
        "x0": place,
        "x1": place,
        "y0": 0,
        "y1": 1,
        "line": {"color": colours.rule, "width": 2},
    }


def _hover(ruling: dict[Any, Any]) -> str:
    doubt = "<br>Reported, unconfirmed: not counted" if ruling["mark"] == "unconfirmed" else ""
    finality = FINALITY.label(ruling["finality"])
    return f"<b>{ruling['short_name']}</b>, {ruling['date']}<br>{ruling['row']}, {finality}{doubt}"


def _table(ordered: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "Question": ordered["doctrine"].map(DOCTRINES.label).tolist(),
            "Court": ordered["level"].map(COURT_LEVELS.label).tolist(),
            "Favours": ordered["direction"].map(DIRECTIONS.label).tolist(),
            "Final?": ordered["finality"].map(FINALITY.label).tolist(),
            "Case": ordered["short_name"].tolist(),
            "Date": ordered["date"].tolist(),
            "Counted": [
                "no, unconfirmed" if m == "unconfirmed" else "yes" for m in ordered["mark"]
            ],
            "Source": ordered["source_url"].tolist(),
        }
    )
