"""Figures about letters and those who sign them."""

from __future__ import annotations

import pandas as pd

from app.charts.base import Chart, counted, figure, hidden, in_sentence, legend, ranked_bars
from app.charts.titled_bars import ROW, row_words
from app.palette import Theme
from etl.vocab import CRAFTS

LONGEST = 46
"""Letters of a title that fit on a phone."""


def named_and_claimed(letters: pd.DataFrame, colours: Theme, most: int = 12) -> Chart | None:
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
        f"Public sources name {named:,} of {claimed:,} signatures claimed under these letters",
        f"The {len(table)} letters with most signatures; the scale grows tenfold at each step",
        _named_figure(table, colours),
        table,
    )


def _named_figure(table: pd.DataFrame, colours: Theme) -> dict[str, object]:
    titles = [t if len(t) <= LONGEST else t[:LONGEST].rstrip() + "…" for t in table["Letter"]]
    named, claimed = table.iloc[:, 1].tolist(), table.iloc[:, 2].tolist()
    told = [f"{n:,} of {c:,}" for n, c in zip(named, claimed, strict=True)]
    places = list(range(len(titles)))
    between = {
        "type": "scatter",
        "mode": "lines",
        "x": [x for n, c in zip(named, claimed, strict=True) for x in (n or None, c, None)],
        "y": [y for place in places for y in (place, place, None)],
        "line": {"color": colours.rule, "width": 3},
        "hoverinfo": "skip",
        "showlegend": False,
    }
    ends = [
        _dots("Named in public sources", named, titles, colours.accent),
        _dots("Claimed", claimed, titles, colours.series[2]),
    ]
    words = zip(titles, told, places, strict=True)
    return figure(
        [between, *ends],
        colours,
        height=70 + ROW * len(titles),
        annotations=[row_words(title, what, place, colours) for title, what, place in words],
        xaxis=hidden(type="log", range=[-0.1, 5.6]),
        yaxis=hidden(range=[len(titles) - 0.6, -0.85]),
        **{**legend(colours), "margin": {"l": 2, "r": 8, "t": 40, "b": 4}},
    )


def _dots(name: str, values: list[int], titles: list[str], colour: str) -> dict[str, object]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [v or None for v in values],
        "y": list(range(len(values))),
        "customdata": titles,
        "marker": {"color": colour, "size": 11},
        "cliponaxis": False,
        "hovertemplate": f"%{{customdata}}<br>{name}: %{{x:,}}<extra></extra>",
    }


def crafts(signatures: pd.DataFrame, colours: Theme) -> Chart | None:
    """The main craft of the people named. Those named are mostly the famous: a biased sample."""
    narrow = signatures[["signatory_kind", "signatory_id", "primary_craft"]]
    people = narrow[narrow["signatory_kind"] == "person"].drop_duplicates("signatory_id")
    if people.empty:
        return None
    counts = people["primary_craft"].value_counts()
    table = pd.DataFrame(
        {"Craft": [CRAFTS.label(c) for c in counts.index], "People named": counts.values}
    )
    first, second = table["Craft"].iloc[0], table["Craft"].iloc[min(1, len(table) - 1)]
    title = f"{first} and {in_sentence(second)} are named most"
    if len(table) == 1:
        title = f"All are {in_sentence(first)}"
    return Chart(
        title,
        f"Main craft of {counted(len(people), 'person', 'people')} named in public sources, each "
        "counted once, under whatever letter; "
        "the press names the famous, so crew are nearly absent",
        ranked_bars(table, colours),
        table,
    )
