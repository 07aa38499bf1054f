"""The weights of the gap score: what a level or a pillar counts, where it is not the usual."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from app.filters import Filters
from etl.vocab import PILLARS

WEIGHTS: dict[str, tuple[str, float, float]] = {
    "partial": ("A partial protection counts", 0.5, 1.0),
    "weak": ("A weak one counts", 0.0, 1.0),
    "pending": ("A pending one counts", 0.0, 1.0),
    **{pillar.id: (f"Pillar “{pillar.label}” counts", 1.0, 3.0) for pillar in PILLARS},
}
"""What can be weighted: its label, what it counts if nobody says otherwise, and the most."""


def draw(shown: Filters, on_change: Callable[[], None]) -> None:
    """Sliders for the weights."""
    chosen = dict(part.split(":") for part in shown.get("weight"))
    for what, (label, usual, most) in WEIGHTS.items():
        key = f"weight_{what}"
        st.session_state[key] = min(float(chosen.get(what, usual)), most)
        st.slider(label, 0.0, most, step=0.25, key=key, on_change=on_change)


def read() -> list[str]:
    """The weights as they stand on the sliders, those that are not the usual."""
    found = {what: float(st.session_state[f"weight_{what}"]) for what in WEIGHTS}
    return [f"{what}:{value:g}" for what, value in found.items() if value != WEIGHTS[what][1]]
