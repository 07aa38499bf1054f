"""Columns that several tables share, each defined once."""

from __future__ import annotations

from etl.contract import ID_PATTERN, Field
from etl.vocab import CRAFTS, MEDIA, PROTECTIONS, Vocabulary


def key(name: str, thing: str) -> Field:
    """The primary key of a table: a lasting, readable id."""
    return Field(name, f"Id of the {thing}; never reused.", required=True, pattern=ID_PATTERN)


def ref(table: str, name: str, description: str, required: bool = True) -> Field:
    """The id of a row in another table."""
    return Field(name, description, required=required, references=table)


def text(name: str, description: str, required: bool = False) -> Field:
    """Free text, in our own words."""
    return Field(name, description, required=required)


def edtf(name: str, description: str, required: bool = False) -> Field:
    """A date as precise as its source: year, month, day, or a range."""
    return Field(name, description, type="edtf", required=required)


def one_of(name: str, vocabulary: Vocabulary, description: str, required: bool = True) -> Field:
    """One value of a controlled vocabulary."""
    return Field(name, description, required=required, vocabulary=vocabulary)


def list_of(name: str, vocabulary: Vocabulary, description: str) -> Field:
    """Any number of values of a controlled vocabulary."""
    return Field(name, description, vocabulary=vocabulary, is_list=True)


def count(name: str, description: str, unit: str = "", required: bool = False) -> Field:
    """A whole number, zero or more."""
    return Field(name, description, type="integer", unit=unit, required=required, minimum=0)


def percent(name: str, description: str) -> Field:
    """A share of a hundred."""
    return Field(name, description, type="number", unit="percent", minimum=0, maximum=100)


URL = r"https?://\S+"
TITLE = text("title", "Name, as people know it.", required=True)
SUMMARY = text("summary", "What it says or does, in a sentence of our own.", required=True)
AS_OF = edtf("as_of", "Date of the newest source for this record.")
DATE = edtf("date", "When it happened, as precise as the source.", required=True)
OFFICIAL_URL = Field("official_url", "Address of the official text, where known.", pattern=URL)
CRAFT_LIST = list_of("crafts", CRAFTS, "Crafts it concerns.")
PROTECTION_LIST = list_of(
    "protections", PROTECTIONS, "Protections it touches: given, promised or at stake."
)
PROTECTION = one_of("protection", PROTECTIONS, "The protection it is about.")
MEDIA_LIST = list_of("media", MEDIA, "Kinds of work or material.")
JURISDICTION = ref("jurisdictions", "jurisdiction", "State or territory; US is the federal level.")
COUNTRY = ref("countries", "country", "Country.")
