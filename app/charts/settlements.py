"""Settlements: what is public of each, in the order in which they became known."""

from __future__ import annotations

import pandas as pd

from app.charts.base import Chart, counted
from app.charts.deals import dollars
from app.charts.titled_bars import titled_bars
from app.palette import Theme
from etl.vocab import CONFIDENCE, SETTLEMENT_STEPS


def settlements(rows: pd.DataFrame, colours: Theme) -> Chart | None:
    """Each settlement on record, its sum if public, and whether a court has approved it."""
    if rows.empty:
        return None
    ordered = rows.sort_values(["settlement_usd", "date_first"], ascending=False)
    amounts = [0.0 if pd.isna(usd) else float(usd) for usd in ordered["settlement_usd"]]
    sums = [dollars(usd) if usd else "Sum not public" for usd in amounts]
    steps = [SETTLEMENT_STEPS.label(step) for step in ordered["step"]]
    whole = ["whole suit" if ends else "part of the suit" for ends in ordered["ends_the_case"]]
    table = pd.DataFrame(
        {
            "Case": ordered["short_name"].tolist(),
            "Sum": sums,
            "How far it came": steps,
            "Announced": ordered["date"].fillna("").tolist(),
            "First approval": ordered["approved_on"].fillna("").tolist(),
            "Settles": whole,
            "Confidence": [CONFIDENCE.label(level) for level in ordered["confidence"]],
            "What is known": ordered["summary"].fillna("").tolist(),
            "Source": ordered["source_url"].tolist(),
        }
    )
    told = [
        f"{usd} · {step.lower()} · {what}"
        for usd, step, what in zip(sums, steps, whole, strict=True)
    ]
    fills = {"approved": colours.accent, "announced": colours.series[4]}
    return Chart(
        _title(amounts, ordered),
        "A court has to approve the settlement of a class; most other settlements need no approval "
        "and name no sum. “Approved” may be preliminary",
        titled_bars(
            table["Case"].tolist(),
            amounts,
            told,
            [fills.get(step, colours.series[7]) for step in ordered["step"]],
            colours,
        ),
        table,
    )


def _title(amounts: list[float], rows: pd.DataFrame) -> str:
    public = sum(1 for usd in amounts if usd)
    reported = int((rows["step"] == "reported").sum())
    largest = f", {dollars(max(amounts))}" if public == 1 else ""
    told = f"; {reported} only reported" if reported else ""
    return (
        f"{public or 'None'} of {counted(len(amounts), 'settlement')} "
        f"{'has' if public < 2 else 'have'} a public sum{largest}{told}"
    )
