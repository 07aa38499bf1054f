"""Figures about letters and those who sign them."""

from __future__ import annotations

import pandas as pd

from app.charts.base import Chart, axis, counted, figure, hidden, in_sentence, legend, ranked_bars
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
        f"Public sources name {named:,} of {claimed:,} signatures claimed under these letters",
        f"The {len(table)} letters with most signatures; the scale grows tenfold at each step",
        _named_figure(table, colours),
        table,
    )


def _named_figure(table: pd.DataFrame, colours: Theme) -> dict[str, object]:
    rows = table.iloc[::-1]
    labels = [t if len(t) <= 44 else t[:43].rstrip() + "…" for t in rows["Letter"]]
    claimed, named = rows["Signatures claimed"].tolist(), rows["Named in public sources"].tolist()
    between = {
        "type": "scatter",
        "mode": "lines",
        "x": [x for n, c in zip(named, claimed, strict=True) for x in (n or None, c, None)],
        "y": [y for label in labels for y in (label, label, None)],
        "line": {"color": colours.rule, "width": 3},
        "hoverinfo": "skip",
        "showlegend": False,
    }
    ends = [
        _dots("Named in public sources", named, labels, colours.accent, [""] * len(labels)),
        _dots("Claimed", claimed, labels, colours.series[2], _said(named, claimed)),
    ]
    return figure(
        [between, *ends],
        colours,
        height=110 + 27 * len(rows),
        xaxis=hidden(type="log", range=[-0.2, 6.9]),
        yaxis=axis(colours, tickfont={"size": 13, "color": colours.ink}),
        **{**legend(colours), "margin": {"l": 8, "r": 8, "t": 48, "b": 8}},
    )


def _said(named: list[int], claimed: list[int]) -> list[str]:
    return [f"  {n:,} of {c:,}" for n, c in zip(named, claimed, strict=True)]


def _dots(
    name: str, values: list[int], labels: list[str], colour: str, text: list[str]
) -> dict[str, object]:
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": name,
        "x": [v or None for v in values],
        "y": labels,
        "marker": {"color": colour, "size": 11},
        "text": text,
        "textposition": "middle right",
        "cliponaxis": False,
        "hovertemplate": f"%{{y}}<br>{name}: %{{x:,}}<extra></extra>",
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
