"""The answer at the top of each page, worked out from the rows on screen."""

from __future__ import annotations

import pandas as pd

from app.charts.base import counted, in_sentence
from etl.vocab import PROTECTIONS


def overview(bills: pd.DataFrame, cases: pd.DataFrame, agreements: pd.DataFrame) -> str:
    """Contracts, laws, courts: where each stands."""
    contracts = int((agreements["status"] == "in_force").sum())
    laws = int((bills["force"] == "in_force").sum())
    active = int(cases["is_active"].sum())
    return (
        f"{counted(contracts, 'contract')} and {counted(laws, 'law')} on AI are in force; "
        f"{counted(active, 'US suit')} are still open"
    )


def gaps(scores: pd.DataFrame, day: str = "today", switched_on: int = 0) -> str:
    """How much binds for the chosen people, as a range."""
    whole = scores[scores["craft"].isna() & scores["pillar"].isna()].iloc[0]
    low, high = round(whole["low"] * 100), round(whole["high"] * 100)
    span = f"{low} %" if low == high else f"between {low} and {high} %"
    binds = f"bind {day}"
    if switched_on:
        binds = f"would bind {day} with {counted(switched_on, 'instrument')} switched on"
    unjudged = round(100 * whole["open"] / whole["cells"])
    told = f"; {unjudged} % of the questions nobody has fully judged" if unjudged else ""
    return f"Of the protections creators need, {span} {binds}{told}"


def agreements(provisions: pd.DataFrame, cells: pd.DataFrame) -> str:
    """How many clauses bind today, and the protection that no contract secures."""
    narrow = provisions[["status", "strength", "protection"]]
    binding = narrow[
        (narrow["status"] == "in_force") & narrow["strength"].isin(["strong", "partial"])
    ]
    if binding.empty:
        return "No binding clause in force is on record under these filters"
    strong = int((binding["strength"] == "strong").sum())
    never = set(cells["protection"]) - set(binding["protection"])
    told = f"; none on {_quoted(never)}" if 0 < len(never) <= 3 else ""
    found = counted(len(binding), "binding clause")
    return f"{found} in force, {strong} of them strong{told}"


def legislation(bills: pd.DataFrame) -> str:
    """Enacted is not in force."""
    narrow = bills[["status", "force"]]
    enacted = narrow[narrow["status"] == "enacted"]
    if enacted.empty:
        return "No enacted law is on record under these filters"
    force = enacted["force"].value_counts()
    dead = int(force.get("enjoined", 0) + force.get("repealed", 0))
    later = int(force.get("future", 0))
    rest = [f"{later} not yet in force"] if later else []
    rest += [f"{dead} blocked, struck down or replaced"] if dead else []
    tail = f"; {' and '.join(rest)}" if rest else ""
    return (
        f"{int(force.get('in_force', 0))} of {counted(len(enacted), 'enacted law')} in force{tail}"
    )


def litigation(cases: pd.DataFrame, rulings: pd.DataFrame) -> str:
    """Many suits, few answers; a ruling that is only reported is not one."""
    if cases.empty:
        return "No case is on record under these filters"
    answers = rulings["doctrine"].isin(["fair_use", "fair_dealing", "text_mining"])
    answers &= rulings["confidence"] != "unconfirmed"
    ruled = len(set(rulings.loc[answers, "case_id"]) & set(cases["case_id"]))
    return (
        f"{counted(len(cases), 'case')} on record, {int(cases['is_active'].sum())} active; "
        f"{ruled or 'none'} {'has' if ruled == 1 else 'have'} a ruling on fair use or its like"
    )


def practices(frame: pd.DataFrame) -> str:
    """What companies do about the creator's own choice."""
    if frame.empty:
        return "No act is on record under these filters"
    counts = frame["creators_opt_in"].value_counts()
    choice, silent = int(counts.get("true", 0)), int(counts.get("unknown", 0))
    told = f"; in {silent} nobody says" if silent else ""
    return (
        f"In {choice} of {counted(len(frame), 'act')} the single creator is known to have a "
        f"choice{told}"
    )


def coalition(letters: pd.DataFrame, signatures: pd.DataFrame) -> str:
    """Claimed and named, for the coalition's own letter."""
    own = letters[letters["letter_id"] == "ccai-2025"]
    if own.empty:
        return f"{counted(len(letters), 'letter')} and {counted(len(signatures), 'name')}"
    claimed, named = int(own["claimed"].iloc[0]), int(own["named"].iloc[0])
    return f"Over {claimed} signed the coalition's letter; public sources name {named} of them"


def timeline(events: pd.DataFrame, calendar: pd.DataFrame) -> str:
    """How much happened, and how much is set to come: what may be over or not is still to come."""
    over = ~events["is_ahead"] & ~events["event_id"].isin(calendar["event_id"])
    past, ahead = int(over.sum()), len(calendar)
    return f"{counted(past, 'event')} on record, {counted(ahead, 'date')} fixed to come"


def behind_timeline(events: pd.DataFrame, calendar: pd.DataFrame) -> tuple[str, str]:
    """Headings of its two tables: what each holds beside what the headline counts."""
    ahead = int((events["is_ahead"] | events["event_id"].isin(calendar["event_id"])).sum())
    ends = int((calendar["kind"] == "session_ends").sum())
    sessions = counted(ends, "end of a session", "ends of sessions")
    return (
        "Everything fixed to come" + (f", with {sessions}" if ends else ""),
        "The rows behind it" + (f", with {counted(ahead, 'date')} to come" if ahead else ""),
    )


def protections_in_no_state(cells: pd.DataFrame) -> list[str]:
    """Protections that the law of no state gives to people in general."""
    given = set(cells.loc[cells["level"].isin(["strong", "partial"]), "protection"])
    return [p for p in PROTECTIONS.ids if p not in given]


def _quoted(ids: set[str]) -> str:
    labels = [f"“{in_sentence(PROTECTIONS.label(p))}”" for p in PROTECTIONS.ids if p in ids]
    return " or ".join(labels)
