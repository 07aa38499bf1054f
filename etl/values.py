"""What a cell may hold beyond what a Table Schema can say."""

from __future__ import annotations

import re
from datetime import date

from etl.contract import EDTF_PATTERN, LIST_SEPARATOR, Field

LONGEST_CELL = 5000


def fault_of(field: Field, value: str) -> str:
    """What was expected instead of `value`, or an empty string if nothing is wrong with it."""
    if len(value) > LONGEST_CELL:
        return f"at most {LONGEST_CELL:,} characters"
    if value and not value.strip():
        return "a value, or an empty cell; this one holds only spaces"
    if not value:
        return ""
    if field.is_list and "" in (item.strip() for item in value.split(LIST_SEPARATOR)):
        return f"no empty item between {LIST_SEPARATOR}"
    if field.type == "edtf" and re.fullmatch(EDTF_PATTERN, value):
        return _date_fault(value)
    if field.type == "integer" and not re.fullmatch(r"-?[0-9]{1,18}", value):
        return "an integer in digits 0 to 9, of at most 18 digits"
    if field.type == "number" and not re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", value):
        return "a number like 1500 or 38.15"
    return ""


def _date_fault(value: str) -> str:
    parts = value.split("/")
    days = [part for part in parts if len(part) == 10]
    if any(_is_no_day(day) for day in days):
        return "a day that is in the calendar"
    if len(parts) == 2 and parts[1] < parts[0][: len(parts[1])]:
        return "a range that ends after it begins"
    return ""


def _is_no_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return True
    return False
