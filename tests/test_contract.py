"""The contract holds together: names, keys, references, vocabularies, descriptors."""

from __future__ import annotations

import pkgutil
import re
from urllib.parse import quote

import pytest
from frictionless import Schema

import etl.tables
from etl.contract import Field, Table, in_reference_order
from etl.fields import key, ref
from etl.tables import TABLES
from etl.vocab import DOMAINS, VOCABULARIES

SNAKE_CASE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")

# The two that are not the plural of a thing.
UNCOUNTABLE = {"evidence"}

every_table = pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)


def small_table(name: str, *references: str) -> Table:
    fields = [ref(to, f"{to}_id", "Refers.") for to in references]
    return Table(name, name, name, "reference", (key(f"{name}_id", name), *fields))


def test_a_table_is_named_like_its_module():
    modules = {module.name for module in pkgutil.iter_modules(etl.tables.__path__)}
    assert modules == set(TABLES)
    assert all(name == table.name for name, table in TABLES.items())


@every_table
def test_names_are_snake_case_plurals(table):
    assert SNAKE_CASE.fullmatch(table.name)
    assert table.name.endswith("s") or table.name in UNCOUNTABLE
    assert all(SNAKE_CASE.fullmatch(name) for name in table.names)


@every_table
def test_the_key_is_the_first_field(table):
    first = table.fields[0]
    assert table.key == first.name
    assert first.required
    assert first.type == "string" and not first.is_list and not first.references


@every_table
def test_no_field_stands_twice(table):
    derived = [name for field in table.fields for name in field.derived]
    names = [*table.names, *derived]
    assert len(names) == len(set(names))


@every_table
def test_references_point_to_tables(table):
    assert {field.references for field in table.fields if field.references} <= set(TABLES)


@every_table
def test_the_date_is_an_edtf_field(table):
    if table.date:
        assert table.field(table.date).type == "edtf"


@every_table
def test_a_part_belongs_to_a_fact(table):
    if table.part_of:
        parent = table.field(table.part_of)
        assert parent.required
        assert TABLES[parent.references].is_fact


@every_table
def test_the_domain_and_the_words_are_there(table):
    assert table.domain in DOMAINS
    assert table.title and table.description.endswith(".")
    assert all(field.description.endswith((".", "?")) for field in table.fields)


@every_table
def test_the_descriptor_is_a_table_schema(table):
    schema = Schema.from_descriptor(table.descriptor())
    assert schema.field_names == list(table.names)
    assert schema.primary_key == [table.key]


def test_a_foreign_key_names_the_key_it_refers_to():
    keys = TABLES["case_parties"].descriptor()["foreignKeys"]
    assert {
        "fields": ["case_id"],
        "reference": {"resource": "cases", "fields": ["case_id"]},
    } in keys


def test_tables_come_after_those_they_refer_to():
    order = list(TABLES)
    for table in TABLES.values():
        before = {f.references for f in table.fields if f.references} - {table.name}
        assert all(order.index(name) < order.index(table.name) for name in before)


def test_a_table_may_refer_to_itself():
    assert list(in_reference_order([small_table("people", "people")])) == ["people"]


def test_a_circle_of_references_is_refused():
    circle = [small_table("eggs", "hens"), small_table("hens", "eggs"), small_table("barns")]
    with pytest.raises(ValueError, match="circle: eggs, hens"):
        in_reference_order(circle)


def test_a_field_that_is_not_there_is_named():
    with pytest.raises(KeyError, match="courts has no field colour"):
        TABLES["courts"].field("colour")


@pytest.mark.parametrize(
    ("field", "constraints"),
    [
        (Field("n", "N.", type="integer", minimum=0), {"minimum": 0}),
        (
            Field("n", "N.", required=True, pattern="[A-Z]{2}"),
            {"required": True, "pattern": "[A-Z]{2}"},
        ),
        (Field("n", "N.", pattern="a", is_list=True), {"pattern": r"(a)(\|(a))*"}),
        (Field("n", "N.", vocabulary=DOMAINS), {"enum": list(DOMAINS.ids)}),
    ],
)
def test_constraints_follow_from_the_field(field, constraints):
    assert field.constraints() == constraints


@pytest.mark.parametrize("vocabulary", VOCABULARIES.values(), ids=VOCABULARIES)
def test_vocabulary_ids_are_unique(vocabulary):
    ids = [term.id for term in vocabulary.terms]
    assert len(ids) == len(set(ids))
    assert all(term.label for term in vocabulary)


# Federal_bodies has `Copyright Office` and `State attorneys general`.
@pytest.mark.parametrize("vocabulary", VOCABULARIES.values(), ids=VOCABULARIES)
def test_vocabulary_ids_need_no_escape_in_a_url(vocabulary):
    assert [term.id for term in vocabulary if quote(term.id) != term.id] == []


def test_every_protection_belongs_to_a_pillar():
    pillars = VOCABULARIES["pillars"]
    assert all(term.group in pillars for term in VOCABULARIES["protections"])


def test_a_label_is_tidied_when_the_value_is_unknown():
    assert VOCABULARIES["pillars"].label("jobs") == "Jobs"
    assert VOCABULARIES["pillars"].label("no_such_thing") == "no such thing"
    assert VOCABULARIES["pillars"].group("no_such_thing") == ""
