"""Where the dashboard shows a record: pages under the filters that find it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app import store
from app.conditions import COLUMNS, LISTS, TEXT
from app.filters import LONGEST_SEARCH, Filters
from app.records.rows import Row, holding
from app.registry import PAGES
from etl.tables import TABLES

FILTER_OF = {
    "companies": "company",
    "unions": "union",
    "courts": "court",
    "letters": "letter",
    "countries": "country",
    "jurisdictions": "state",
    "crafts": "craft",
    "protections": "protection",
    "pillars": "pillar",
}
"""Tables whose records are themselves what a filter chooses."""

OF_SEVERAL = {"agreements": ("agreements", "provisions"), "coalition": ("signatures",)}
"""Pages of several tables. A search there for the words of one row would leave the others empty."""

NARROWING = ("state", "company", "union", "letter", "country", "protection")
"""Filters that make a search for the record short, where the row has them."""


@dataclass(frozen=True)
class Place:
    """A page of the dashboard that shows a record."""

    title: str
    href: str


def own_filter(table: str, row_id: str) -> Filters | None:
    """The filter that stands for a record, if there is one."""
    name = FILTER_OF.get(table)
    return Filters.of({name: [row_id]}) if name else None


def places(table: str, row: Row) -> list[Place]:
    """The table with just this row (or few others), and the pages about the record."""
    spec = next((p for p in PAGES if p.relation == table and p.path not in OF_SEVERAL), None)
    offered = spec.filters if spec else next(p for p in PAGES if p.path == "data").filters
    found = finding(table, row, offered)
    query = found.query_string()
    if spec:
        first = Place("Show in the table", spec.path + (f"?{query}" if query else ""))
    else:
        first = Place("Show in the table", f"data?table={table}" + (f"&{query}" if query else ""))
    return [first, *_among_others(table, row), *_about(table, str(row[TABLES[table].key]))]


def _among_others(table: str, row: Row) -> list[Place]:
    """The page that shows the row with rows of other tables, narrowed without a search."""
    pages = [page for page in PAGES if table in OF_SEVERAL.get(page.path, ())]
    found = [(page, finding(table, row, set(page.filters) - {"q"})) for page in pages]
    return [Place(f"{p.title} page", f"{p.path}?{held.query_string()}") for p, held in found]


def _sources(publisher: str) -> Place:
    """Every page of a publisher that the Atlas cites: their addresses hold its name."""
    query = Filters.of({"q": [publisher]}).query_string()
    return Place("All its sources", f"data?table=evidence&{query}")


def finding(table: str, row: Row, offered: Iterable[str]) -> Filters:
    """Filters under which the table shows the row, among as few others as can be told."""
    if "where" in offered:
        key = TABLES[table].key
        return Filters.of({"where": [f"{key}:{row[key]}"]})
    chosen: dict[str, list[str]] = {}
    able = store.applicable(table) & set(offered)
    own = TABLES[table].names  # what it says itself is rarer than what it has from its company
    for name in NARROWING:
        column = next(
            (c for c in COLUMNS[name] if c in store.release().relations[table].columns), ""
        )
        if name in able and row.get(column) and column != TABLES[table].key:
            value = str(row[column])
            chosen[name] = value.split("|")[:1] if column in LISTS else [value]
    texts = sorted((name for name in TEXT if row.get(name)), key=lambda n: n not in own)
    text = str(row[texts[0]]) if texts else ""
    if text and "q" in able:
        chosen["q"] = [text[:LONGEST_SEARCH].strip()]
    return Filters.of(chosen)


def _about(table: str, row_id: str) -> list[Place]:
    """The pages under the filter that stands for the record, unless it leaves them empty."""
    if table == "publishers":
        return [_sources(row_id)]
    if not (mine := own_filter(table, row_id)):
        return []
    pages = [p for p in PAGES if FILTER_OF[table] in p.filters and p.path != "data"]
    filled = holding([page.relation for page in pages if page.relation], mine)
    return [
        Place(f"{page.title} page", f"{page.path}?{mine.query_string()}")
        for page in pages
        if not page.relation or page.relation in filled
    ]


def whole(child: str, table: str, row_id: str) -> Place | None:
    """Where all rows of `child` that hang on a record are shown, if a filter can find them."""
    name = FILTER_OF.get(table, "")
    if name not in store.applicable(child):
        return None
    query = Filters.of({name: [row_id]}).query_string()
    return Place("See all in the data", f"data?table={child}&{query}")
