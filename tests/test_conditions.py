"""The WHERE clause: nothing of the user's in the SQL, and exactly the rows that were meant."""

from __future__ import annotations

import re
from functools import cache

import duckdb
import pandas as pd
import pytest

from app import store
from app.conditions import COLUMNS, EVERYONE, LISTS, ONLY, TEXT, conditions
from app.filters import COMPARED, LABELS, Filters
from etl.paths import SQL
from etl.vocab import PROTECTIONS
from tests.serving import serve_real

HOSTILE = ["'; DROP TABLE x;--", "%", "_", "!", '"', "$q", "a' OR '1'='1"]
DATES = ("from", "to", "as_of")


@pytest.fixture(autouse=True)
def opened(monkeypatch):
    return serve_real(monkeypatch)


@cache
def memory() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute((SQL / "00_macros.sql").read_text("utf-8"))
    return connection


def kept(relation: str, rows: list[dict[str, str | None]], date: str = "", **chosen) -> str:
    """The ids of the rows that stay, one letter each."""
    if date:
        rows = [{f"{date}_first": row[date], f"{date}_last": row[date], **row} for row in rows]
    columns = dict.fromkeys(rows[0], "VARCHAR")
    where, parameters = conditions(relation, columns, date, Filters.of(chosen))
    given = ", ".join(f"$rows[i].{c} AS {c}" for c in columns)
    for c in (f"{date}_first", f"{date}_last"):
        given = given.replace(f"$rows[i].{c}", f"edtf{c.removeprefix(date)}($rows[i].{c})")
    source = f"(SELECT {given} FROM range(1, len($rows) + 1) r(i))"
    sql = f"SELECT string_agg(id, '' ORDER BY id) FROM {source} WHERE {where}"
    row = memory().execute(sql, {**parameters, "rows": rows}).fetchone()
    return (row and row[0]) or ""


def cells(column: str, *values: str | None) -> list[dict[str, str | None]]:
    return [{"id": "abcdefgh"[n], column: value} for n, value in enumerate(values)]


@pytest.mark.parametrize("name", LABELS)
def test_no_value_of_the_user_gets_into_the_sql(opened, name):
    for relation in opened.relations.values():
        args = relation.name, relation.columns, relation.date
        harmless, _ = conditions(*args, Filters.of({name: ["x"]}))
        for value in HOSTILE:
            where, parameters = conditions(*args, Filters.of({name: [value]}))
            assert where == harmless
            assert set(re.findall(r"\$(\w+)", where)) == set(parameters)


@pytest.mark.parametrize("name", [n for n in LABELS if n not in DATES])
def test_hostile_values_find_nothing_and_break_nothing(name):
    for relation in store.release().relations:
        if picks(relation, name):
            found = store.query(relation, Filters.of({name: [HOSTILE[0]]}))
            assert len(found) == for_everyone(relation, name), relation


def picks(relation: str, name: str) -> bool:
    """Does the filter pick from the rows, rather than say what they are worked out for?"""
    taken = store.release().relations[relation].takes
    return name in store.applicable(relation) and name not in taken


def for_everyone(relation: str, name: str) -> int:
    """How many rows stay whatever value is asked for."""
    if name != "craft" or relation not in EVERYONE:
        return 0
    return int(store.query(relation, Filters())["crafts"].isna().sum())


@pytest.mark.parametrize("name", [n for n in COLUMNS if n != "pillar"])
def test_a_filter_keeps_the_rows_that_hold_the_value(name):
    asked = 0
    for relation in store.release().relations:
        if not picks(relation, name):
            continue
        frame = store.query(relation, Filters())
        column = next(c for c in COLUMNS[name] if c in frame.columns)
        separator = "|" if column in LISTS else "\0"
        items = frame[column].map(lambda v, s=separator: set(v.split(s)) if pd.notna(v) else set())
        if not (known := sorted(set().union(*items))):
            continue
        wanted = {known[0], known[-1]}
        expected = items.map(lambda held, w=wanted: bool(held & w))
        if relation in EVERYONE and name == "craft":
            expected |= frame[column].isna()
        found = store.query(relation, Filters.of({name: wanted}))
        assert found.iloc[:, 0].tolist() == frame[expected].iloc[:, 0].tolist(), relation
        asked += 1
    assert asked, f"no relation answers to {name}"


@pytest.mark.parametrize("special", ["%", "_", "!", "\\", "'"])
def test_a_search_takes_every_character_as_it_is(special):
    rows = cells("title", f"50{special}0", "5000", "50x0", "!%_")
    assert kept("bills", rows, q=[f"0{special}0"]) == "a"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (["color:red"], "ab"),
        (["color:red", "color:blue"], "abc"),
        (["color:"], "d"),
        (["color:*"], "abc"),
        (["color:blue", "color:"], "bcd"),
        (["color:red", "size:big"], "a"),
        (["color:re"], ""),
        (["shape:round"], ""),
        (["color:red", "shape:round"], ""),
    ],
)
def test_cells_can_be_asked_for_column_by_column(asked, expected):
    colours = ("red", "red|blue", "blue", None)
    sizes = ("big", "small", "big", "big")
    rows = [
        {"id": "abcd"[n], "color": colour, "size": size}
        for n, (colour, size) in enumerate(zip(colours, sizes, strict=True))
    ]
    assert kept("anything", rows, where=asked) == expected


def test_a_cell_is_asked_for_by_what_a_file_says_it_holds():
    day = store.query("fact_quality", Filters())["read_on"].max()
    for cell in (f"read_on:{day:%Y-%m-%d}", "domain:coalition"):
        assert len(store.query("fact_quality", Filters.of({"where": [cell]}))), cell
    assert len(store.query("known_gap_rows", Filters.of({"where": ["is_missing:true"]})))


def test_a_search_takes_no_notice_of_case():
    assert kept("bills", cells("title", "Deepfake Act", "Other", None), q=["dEEP"]) == "a"


def test_a_search_looks_into_every_text_column():
    rows = [{"id": "a", **dict.fromkeys(TEXT, None)}, {"id": "b", **dict.fromkeys(TEXT, None)}]
    for column in TEXT:
        assert kept("any", [{**rows[0], column: "a needle here"}, rows[1]], q=["needle"]) == "a"


@pytest.mark.parametrize(
    "name, column", [(n, c) for n in COLUMNS for c in COLUMNS[n] if n != "pillar"]
)
def test_only_whole_items_match(name, column):
    rows = cells(column, "voice_actor", "actor", "actors", "act", None)
    relation = ONLY.get(name, ("cases",))[0]
    assert kept(relation, rows, **{name: ["actor"]}) == "b"


@pytest.mark.parametrize("name", ONLY)
def test_a_filter_of_practices_leaves_the_same_column_elsewhere_alone(name):
    rows = cells(name, "actor", "writer")
    assert kept("practices", rows, **{name: ["actor"]}) == "a"
    assert kept("letters", rows, **{name: ["actor"]}) == "ab"


@pytest.mark.parametrize("column", sorted(LISTS))
def test_any_item_of_a_list_may_match(column):
    name = next(n for n, columns in COLUMNS.items() if column in columns and n != "pillar")
    rows = cells(column, "x|actor", "actor|x", "x|voice_actor|y", "y|z", None)
    assert kept("cases", rows, **{name: ["actor", "z"]}) == "abd"


@pytest.mark.parametrize("pillar", sorted({p.group for p in PROTECTIONS}))
def test_a_pillar_means_its_protections(pillar):
    rows = [{"id": p.id + " ", "protections": f"x|{p.id}"} for p in PROTECTIONS]
    expected = sorted(p.id for p in PROTECTIONS if p.group == pillar)
    assert kept("cases", rows, pillar=[pillar]).split() == expected


def test_several_pillars_mean_all_their_protections():
    rows = cells("protection", "opt_out", "likeness_consent", "choice_of_tools")
    wanted = [PROTECTIONS.group("opt_out"), PROTECTIONS.group("choice_of_tools")]
    assert kept("provisions", rows, pillar=wanted) == "ac"


def test_a_law_that_names_no_crafts_is_for_everyone():
    rows = cells("crafts", None, "writer", "actor")
    assert kept("bills", rows, craft=["actor"]) == "ac"


@pytest.mark.parametrize("relation", ["events", "provisions", "incidents", "unions"])
def test_elsewhere_no_crafts_means_that_none_is_known(relation):
    rows = cells("crafts", None, "writer", "actor")
    assert kept(relation, rows, craft=["actor"]) == "c"


DATED = cells(
    "date", "2025", "2026", "2026-05", "2026-06", "2026-06-15", "2026-07-01", "2025-12/2026-06"
)


@pytest.mark.parametrize(
    "asked, letters",
    [
        ({"from": ["2026-06"]}, "bdefg"),
        ({"to": ["2026-06"]}, "abcdeg"),
        ({"from": ["2026-06"], "to": ["2026-06"]}, "bdeg"),
        ({"from": ["2026-06-16"], "to": ["2026-06-20"]}, "bdg"),
        ({"from": ["2026"]}, "bcdefg"),
        ({"to": ["2025"]}, "ag"),
        ({"from": ["2027"]}, ""),
    ],
)
def test_a_row_is_kept_if_any_of_its_days_fits(asked, letters):
    assert kept("events", DATED, "date", **asked) == letters


def test_a_row_without_a_date_is_in_no_span():
    rows = cells("date", None, "2026")
    assert kept("events", rows, "date", **{"from": ["2000"]}) == "b"
    assert kept("events", rows, "date") == "ab"


def test_filters_narrow_each_other():
    rows = [
        {"id": "a", "status": "enacted", "topics": "csam"},
        {"id": "b", "status": "enacted", "topics": "chatbot"},
        {"id": "c", "status": "failed", "topics": "csam"},
    ]
    assert kept("bills", rows, status=["enacted"], topic=["csam"]) == "a"


def test_what_a_relation_cannot_answer_changes_nothing():
    value = {"from": "2026", "to": "2020", "q": "zzz", "as_of": "2026-09-20"}
    for relation in store.release().relations:
        lost = set(LABELS) - store.applicable(relation)
        asked = Filters.of({name: [value.get(name, "x")] for name in lost})
        assert len(store.query(relation, asked)) == len(store.query(relation, Filters()))


@pytest.mark.parametrize(
    "relation, can, cannot",
    [
        ("bills", {"state", "topic", "force", "craft", "from", "to", "q"}, {"union", "court"}),
        ("cases", {"plaintiff", "company", "court", "pillar", "from"}, {"state", "force", "craft"}),
        ("provisions", {"union", "sector", "craft", "status"}, {"from", "to", "state", "topic"}),
        ("practices", {"kind", "medium", "stance", "company", "from"}, {"state", "plaintiff"}),
        ("deals", {"kind", "medium", "stance", "company", "from"}, {"state", "plaintiff"}),
        ("letters", {"letter", "from"}, {"kind", "stance", "medium"}),
        ("case_waits", {"confidence", "medium", "company", "q"}, {"from", "kind"}),
        ("events", {"domain", "state", "union", "company", "to"}, {"status", "force", "sector"}),
        ("codebook", {"q", "as_of"}, {"from", "to", "confidence"}),
    ],
)
def test_relations_say_which_filters_they_answer(relation, can, cannot):
    assert can <= store.applicable(relation)
    assert not cannot & store.applicable(relation)


def test_every_filter_is_answered_by_some_relation():
    answered = set().union(*(store.applicable(name) for name in store.release().relations))
    assert answered == {*LABELS, *COMPARED}
