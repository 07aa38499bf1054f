"""What is fixed for the next twelve months, as precise as its source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

COLUMNS = (
    "date",
    "domain",
    "kind",
    "title",
    "subject_id",
    "touches",
    "members",
    "bills_undecided",
    "confidence",
    "source_url",
    "date_first",
    "date_last",
    "is_sure",
)
"""What is needed of the relation `radar`."""

CONTRACT_ENDS, TAKES_EFFECT, SESSION_ENDS = "Contract ends", "Law takes effect", "Session ends"
ROWS: dict[str, tuple[str, ...]] = {
    CONTRACT_ENDS: ("contract_ends",),
    TAKES_EFFECT: ("effective", "takes_effect"),
    "Duties begin": ("operative",),
    "Law ends": ("expires",),
    "Court date": ("scheduled",),
    "Deadline": ("deadline",),
    SESSION_ENDS: ("session_ends",),
}
"""The kinds of events in each row of the radar, in the order drawn."""

_ROW_OF = {kind: row for row, kinds in ROWS.items() for kind in kinds}


@dataclass(frozen=True)
class FixedDate:
    """One date to come, and how much hangs on it."""

    row: str
    date: str
    domain: str
    kind: str
    title: str
    subject_id: str
    touches: int
    """Protections of creators that the law, or what the session holds, touches."""
    members: int
    bills_undecided: int
    confidence: str
    source_url: str
    first: pd.Timestamp
    last: pd.Timestamp
    is_sure: bool
    """Does every day that the source leaves open lie within the twelve months?"""

    @property
    def is_day(self) -> bool:
        """Is it dated to the day?"""
        return bool(self.first == self.last)

    @property
    def matters(self) -> bool:
        """Can it change what protects creators?"""
        return self.touches > 0 or self.row == CONTRACT_ENDS


def fixed_dates(rows: pd.DataFrame) -> list[FixedDate]:
    """The dates by row and day; of one day the weightiest first."""
    known = rows[rows["kind"].isin(_ROW_OF)]
    return sorted(map(_fixed, known[list(COLUMNS)].to_dict("records")), key=_place)


def subjects(dates: Iterable[FixedDate], row: str) -> int:
    """How many contracts, laws, cases a row names: a law with two dates is one law."""
    return len({one.subject_id for one in dates if one.row == row})


def _fixed(row: dict[Any, Any]) -> FixedDate:
    return FixedDate(
        _ROW_OF[row["kind"]],
        row["date"],
        row["domain"],
        row["kind"],
        row["title"],
        row["subject_id"],
        len(row["touches"].split("|")) if isinstance(row["touches"], str) else 0,
        _number(row["members"]),
        _number(row["bills_undecided"]),
        row["confidence"],
        row["source_url"],
        row["date_first"],
        row["date_last"],
        bool(row["is_sure"]),
    )


def _number(value: Any) -> int:
    return 0 if pd.isna(value) else int(value)


def _place(one: FixedDate) -> tuple[object, ...]:
    row = list(ROWS).index(one.row)
    return row, one.last, one.first, -one.touches, -one.members, one.title
