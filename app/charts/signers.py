"""From signers to protections: what the crafts of those named under a letter lack."""

from __future__ import annotations

import pandas as pd

from app.charts.base import Chart, counted, in_sentence, in_words, stacked_bars
from app.palette import COVERAGE, Theme
from etl.vocab import CRAFTS, PROTECTIONS

BINDS, NOT_JUDGED, NOTHING = "Something binds", "Not judged", "Nothing binds"
_ANSWERS = {"binds": BINDS, "not_judged": NOT_JUDGED, "nothing": NOTHING}


def lacking(rows: pd.DataFrame, letters: pd.DataFrame, colours: Theme) -> Chart | None:
    """For each protection, how many named signers have a craft in which it binds."""
    if rows.empty:
        return None
    table = _table(rows)
    people = rows["signatory_id"].nunique()
    stacks = {
        BINDS: (BINDS, COVERAGE["strong"].fill(colours)),
        NOT_JUDGED: (NOT_JUDGED, colours.rule),
        NOTHING: (NOTHING, COVERAGE["none_found"].fill(colours)),
    }
    return Chart(
        _title(table, people),
        _caveat(people, letters),
        stacked_bars(table, "Protection", stacks, colours, True, 80 + 27 * len(table)),
        table,
    )


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    """People by protection and answer; the protection that fewest can count on stands first."""
    counts = rows.groupby(["protection", "answer"])["signatory_id"].nunique().to_dict()
    shown = set(rows["protection"])
    found = [
        {
            "Protection": PROTECTIONS.label(protection),
            **{told: counts.get((protection, a), 0) for a, told in _ANSWERS.items()},
            "Crafts in which nothing binds": _crafts(rows, protection, "nothing"),
            "Crafts not judged": _crafts(rows, protection, "not_judged"),
        }
        for protection in PROTECTIONS.ids
        if protection in shown
    ]
    table = pd.DataFrame(found)
    return table.sort_values([BINDS, NOTHING], ascending=[True, False], kind="stable").reset_index(
        drop=True
    )


def _crafts(rows: pd.DataFrame, protection: str, answer: str) -> str:
    mine = rows[(rows["protection"] == protection) & (rows["answer"] == answer)]
    return ", ".join(sorted(CRAFTS.label(craft) for craft in mine["craft"].unique()))


def _title(table: pd.DataFrame, people: int) -> str:
    """What binds for no signer at all, else what binds for fewest."""
    fewest = int(table[BINDS].min())
    if fewest == people:
        return f"Each protection binds for {counted(people, 'named signer')}"
    first, *others = table.loc[table[BINDS] == fewest, "Protection"]
    names = [f"“{first}”", *(f"“{in_sentence(other)}”" for other in others)]
    what = in_words(names) if len(names) <= 3 else f"{len(names)} protections"
    verb = "binds" if len(names) == 1 else "bind"
    many = f"only {fewest}" if fewest else "none"
    return f"{what} {verb} for {many} of {counted(people, 'named signer')}, as far as judged"


def _caveat(people: int, letters: pd.DataFrame) -> str:
    claimed, named = int(letters["claimed"].sum()), int(letters["named"].sum())
    of_whom = f", {people} drawn" if people != named else ""
    known = f"{named:,} of {claimed:,}+ signers are named in public{of_whom}"
    if not claimed:
        known = f"{counted(people, 'signer is', 'signers are')} named in public"
    return (
        f"{known}; crafts as sources name them; the best US contract or federal law in force for "
        "the craft, whatever the person’s union; state laws not counted"
    )
