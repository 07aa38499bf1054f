"""Figures about deals: who buys, who sells, for how much. Announced is not closed."""

from __future__ import annotations

import pandas as pd

from app.charts.base import (
    Chart,
    counted,
    cross,
    largest_first,
    stacked_bars,
)
from app.charts.grid import count_grid
from app.charts.titled_bars import titled_bars
from app.palette import Theme
from etl.vocab import COMPANY_KINDS, CONFIDENCE, DEAL_STEPS

MOST_BUYERS = 10


def standing_deals(deals: pd.DataFrame) -> pd.DataFrame:
    """Each deal once, without those that ended unclosed."""
    return deals[deals["step"] != "ended_unclosed"].drop_duplicates("practice_id")


def buyers(deals: pd.DataFrame, colours: Theme) -> Chart | None:
    """Who buys from how many sellers, and how far each deal is known to have come."""
    pairs = deals[deals["buyer"].notna() & deals["seller"].notna()]
    if pairs.empty:
        return None
    wide = cross(pairs["buyer"], pairs["step"])
    order = [step for step in DEAL_STEPS.ids if step in wide.columns]
    table = largest_first(wide[order].rename(columns=DEAL_STEPS.label).reset_index(names="Buyer"))
    top, most = table["Buyer"].iloc[0], int(table.iloc[0, 1:].sum())
    closed = int((pairs["step"] == "closed").sum())
    fills = dict(zip(DEAL_STEPS.ids, _fills(colours), strict=True))
    stacks = {DEAL_STEPS.label(s): (DEAL_STEPS.label(s), fills[s]) for s in order}
    return Chart(
        f"{top} buys most: {most} of {len(pairs)} deals with a named buyer; "
        f"{closed or 'none'} known to be signed or closed",
        "Each pair of a named seller and a named buyer counts once. Most deals are announced, and "
        "nothing later is on record",
        stacked_bars(table, "Buyer", stacks, colours, True, 130 + 26 * len(table)),
        table,
    )


def _fills(colours: Theme) -> tuple[str, ...]:
    """From a deal that is certain to one that fell through."""
    return (
        colours.accent,
        colours.series[2],
        colours.series[4],
        colours.series[7],
        colours.alarm,
    )


def sellers(deals: pd.DataFrame, colours: Theme) -> Chart | None:
    """What kind of company sells to whom."""
    stand = deals[deals["step"] != "ended_unclosed"]
    pairs = stand[stand["buyer"].notna() & stand["seller"].notna()]
    if pairs.empty:
        return None
    buying = pairs["buyer"].value_counts().index[:MOST_BUYERS].tolist()
    drawn = pairs[pairs["buyer"].isin(buying)]
    wide = cross(drawn["seller_kind"].fillna("other"), drawn["buyer"])[buying]
    table = largest_first(wide.reset_index(names="Seller"))
    table["Seller"] = [COMPANY_KINDS.label(kind) for kind in table["Seller"]]
    first = table.iloc[0, 1:].astype(int)
    return Chart(
        f"{table['Seller'].iloc[0]}: {first.sum()} of {len(drawn)} deals, more than any other kind "
        f"of seller; {first.max()} with {first.idxmax()}",
        f"Deals by kind of seller and by the {len(buying)} buyers with most. Deals that ended "
        "without closing are left out",
        count_grid(table, colours, angle=-40),
        table,
    )


def sums(deals: pd.DataFrame, colours: Theme) -> Chart | None:
    """Licences with a public sum. Sums overlap and are ceilings, so they are never added up."""
    stand = standing_deals(deals)
    priced = stand[stand["amount_usd"].notna()].sort_values("amount_usd", ascending=False)
    if priced.empty:
        return None
    steps = [DEAL_STEPS.label(step) for step in priced["step"]]
    table = pd.DataFrame(
        {
            "Deal": priced["title"].tolist(),
            "Announced": priced["date"].fillna("").tolist(),
            "US dollars": priced["amount_usd"].astype(int).tolist(),
            "How far it came": steps,
            "Confidence": [CONFIDENCE.label(level) for level in priced["confidence"]],
            "Source": priced["source_url"].tolist(),
        }
    )
    fills = dict(zip(DEAL_STEPS.ids, _fills(colours), strict=True))
    told = [
        f"{dollars(amount)} · {step.lower()}"
        for amount, step in zip(priced["amount_usd"], steps, strict=True)
    ]
    return Chart(
        f"{len(priced)} of {counted(len(stand), 'licence')} have a public sum; the largest is "
        f"{dollars(priced['amount_usd'].iloc[0])}",
        "Reported totals or ceilings, in US dollars. Some overlap, so they are not added up",
        titled_bars(
            table["Deal"].tolist(),
            table["US dollars"].tolist(),
            told,
            [fills[step] for step in priced["step"]],
            colours,
        ),
        table,
    )


def dollars(amount: float) -> str:
    """`1.5 billion dollars`, `75 million dollars`: in titles `$` would begin a formula."""
    for size, word in ((1e9, "billion"), (1e6, "million")):
        if amount >= size:
            return f"{amount / size:,.1f} {word} dollars".replace(".0 ", " ")
    return f"{amount:,.0f} dollars"
