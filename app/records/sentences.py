"""What a record is, in one sentence: its summary, or what its fields add up to."""

from __future__ import annotations

import re

from app.column_words import vocabulary_of
from app.records.rows import Link, Row
from app.records.wording import in_words
from etl.tables import TABLES

SENTENCES: dict[str, tuple[str, ...]] = {
    "cases": (
        "A case brought by {plaintiff_class}",
        "before {court_id}",
        "filed {filed_on}",
        "now {status}",
    ),
    "case_parties": ("{name} is {a_side} in {case_id}",),
    "bill_dates": ("A date of the bill “{bill_id}”", ": {kind}", "{date}"),
    "bill_links": ("“{bill_id}” {kind} “{other_bill_id}”",),
    "sessions": ("A session of the legislature of {the_jurisdiction}", "last day: {ends_on}"),
    "state_year_counts": (
        "Bills of {the_jurisdiction} in {year} as others counted them",
        "considered: {bills_considered}",
        "enacted: {bills_enacted}",
    ),
    "unions": (
        "{name} is a union or guild",
        " in {the_country}",
        "with {members} members",
        " as of {members_as_of}",
    ),
    "companies": ("{name}", ": {kind}", "based in {the_country}"),
    "courts": ("{name}", ": {level}", " in {the_country}"),
    "employers": ("In contracts, “{employer}” can stand for {company_id}", ": {link}"),
    "practice_parties": ("{name} in “{practice_id}”", ": {role}"),
    "transparency_scores": (
        "{company_id} reached {score} of {max_score} in the {index_name} of {year}",
    ),
    "transparency_indicators": (
        "{company_id} scored {score} of 1 on “{indicator}” in the Foundation Model Transparency "
        "Index of {year}",
    ),
    "ai_crawlers": (
        "{bot} is a robot that reads websites",
        " for {use_class}",
        "run by {operator}",
        "respects robots.txt: {respects_robots}",
    ),
    "letter_counts": (
        "“{letter_id}” was said to have",
        " {qualifier}",
        " {signatures} signatures",
        "{date}",
    ),
    "signatories": (
        "{name} is {a_kind} named in letters and campaigns on AI",
        "main craft: {primary_craft}",
        "known for: {known_for}",
        "of {organization}",
    ),
    "signatures": (
        "{signatory_id} is named in connection with “{letter_id}”",
        "as {credited_as}",
        "in the role “{role}”",
    ),
    "development_subjects": ("The news “{development_id}” touches “{row_id}”",),
    "corrections": ("{reason}",),
    "publishers": ("{name}", ": {kind}", "sources from it in the Atlas: {citations}"),
    "crafts": ("{label}: one of the crafts that the Atlas looks at",),
    "countries": ("{name}: what the Atlas has on file about it",),
    "jurisdictions": ("{name}: what the Atlas has on file about it",),
}
"""Parts for tables without a summary. One whose field is empty falls away; the others follow each
other after a comma, or at once if they begin with a space or colon."""

SAYS_NOTHING = {"other", "other_or_unclear", "unclassified"}
"""Terms that are no news in a sentence."""

UNDER_THE = ("United ", "Netherlands", "European Union")
"""How the names of places begin that have an article in a sentence."""


_ENDED = re.compile(r"[.?!][”\")]?$")


def sentence(table: str, row: Row, links: dict[str, list[Link]]) -> str:
    """What the record is, in one sentence."""
    told = row.get("summary") or row.get("definition") or _composed(table, row, links)
    return told if _ENDED.search(told) else f"{told}."


def _composed(table: str, row: Row, links: dict[str, list[Link]]) -> str:
    words, told = _Words(table, row, links), ""
    for part in SENTENCES.get(table, ()):
        try:
            found = part.format_map(words)
        except KeyError:  # the field is empty, so there is nothing to say
            continue
        told += found if not told or part[0] in " :" else f", {found}"
    return told or TABLES[table].description


class _Words(dict[str, str]):
    """The fields of a row in words, worked out as they are asked for.

    `a_<field>` and `the_<field>` are the same with an article.
    """

    def __init__(self, table: str, row: Row, links: dict[str, list[Link]]) -> None:
        self._table, self._row, self._links = table, row, links

    def __missing__(self, name: str) -> str:
        if name.startswith("a_"):
            told = self[name.removeprefix("a_")]
            return f"{'an' if told[0] in 'aeiou' else 'a'} {told}"
        if name.startswith("the_"):
            told = self[name.removeprefix("the_")]
            return f"the {told}" if told.startswith(UNDER_THE) else told
        return self._field(name)

    def _field(self, name: str) -> str:
        value = self._row.get(name, "")
        if value == "" or value in SAYS_NOTHING:
            raise KeyError(name)
        if isinstance(value, int):  # the sentence itself says what is counted
            return str(value) if name == "year" else f"{value:,}"
        if name in self._links:
            told = ", ".join(link.name for link in self._links[name])
        else:
            told = in_words(self._table, name, value)
        return _small(told) if vocabulary_of(self._table, name) else told


def _small(label: str) -> str:
    """A label inside a sentence: it begins small, but AI stays AI."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
