"""Figures about letters and those who sign them."""

from __future__ import annotations

import pandas as pd

from app.charts.base import Chart, axis, counted, figure, hidden, ranked_bars
from app.palette import Theme
from etl.vocab import CRAFTS


def named_and_claimed(letters: pd.DataFrame, colours: Theme, most: int = 20) -> Chart | None:
    """How many signers each letter claims, and how many of them public sources name."""
    known = letters[letters["claimed"].notna()].sort_values("claimed", ascending=False).head(most)
    if known.empty:
        return None
    table = pd.DataFrame(
        {
            "Letter": known["title"].tolist(),
            "Named in public sources": known["named"].astype(int).tolist(),
            "Signatures claimed": known["claimed"].astype(int).tolist(),
        }
    )
    claimed, named = int(table.iloc[:, 2].sum()), int(table.iloc[:, 1].sum())
    return Chart(
        f"Public sources name {named:,} of {claimed:,} signatures claimed",
        f"The {len(table)} letters with most signatures; the scale grows tenfold at each step",
        _named_figure(table, colours),
        table,
    )


def _named_figure(table: pd.DataFrame, colours: Theme) -> dict[str, object]:
    rows = table.iloc[::-1]
    labels = [t if len(t) <= 44 else t[:43].rstrip() + "…" for t in rows["Letter"]]
    claimed, named = rows["Signatures claimed"].tolist(), rows["Named in public sources"].tolist()
    back = {
        "type": "bar",
        "orientation": "h",
        "y": labels,
        "x": claimed,
        "marker": {"color": colours.series[4]},
        "text": [f"{n:,} of {c:,}" for n, c in zip(named, claimed, strict=True)],
        "textposition": "outside",
        "cliponaxis": False,
        "hovertemplate": "%{y}<br>%{text} named<extra></extra>",
    }
    front = {
        "type": "bar",
        "orientation": "h",
        "y": labels,
        "x": [n or None for n in named],
        "marker": {"color": colours.accent},
        "hoverinfo": "skip",
    }
    return figure(
        [back, front],
        colours,
        height=60 + 28 * len(rows),
        barmode="overlay",
        xaxis=hidden(type="log", range=[0, 6.6]),
        yaxis=axis(colours, tickfont={"size": 13, "color": colours.ink}),
    )


def crafts(signatures: pd.DataFrame, colours: Theme) -> Chart | None:
    """The main craft of the people named. Those named are mostly the famous: a biased sample."""
    people = signatures[signatures["signatory_kind"] == "person"].drop_duplicates("signatory_id")
    if people.empty:
        return None
    counts = people["primary_craft"].value_counts()
    table = pd.DataFrame(
        {"Craft": [CRAFTS.label(c) for c in counts.index], "People named": counts.values}
    )
    first, second = table["Craft"].iloc[0], table["Craft"].iloc[min(1, len(table) - 1)]
    title = f"{first} and {second.lower()} are named most" if len(table) > 1 else f"All are {first}"
    return Chart(
        title,
        f"Main craft of {counted(len(people), 'person', 'people')} named in public sources; "
        "the press names the famous, so crew are nearly absent",
        ranked_bars(table, colours),
        table,
    )
