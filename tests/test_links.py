"""`links` and `record_names`: which record refers to which, and what each is called."""

from __future__ import annotations

import pytest

from etl.links import record_tables
from etl.tables import TABLES


def ends(release, table: str, row_id: str) -> set[tuple[object, ...]]:
    return set(
        release.rows(
            "SELECT field, to_table, to_id FROM links WHERE from_table = ? AND from_id = ?",
            table,
            row_id,
        )
    )


def name(release, table: str, row_id: str) -> object:
    ((found,),) = release.rows(
        "SELECT name FROM record_names WHERE table_name = ? AND row_id = ?", table, row_id
    )
    return found


def test_a_field_that_holds_a_key_is_a_link(release):
    assert ("case_id", "cases", "pen-v-robot") in ends(release, "rulings", "pen-fair-use")


def test_each_item_of_a_list_is_a_link(release):
    assert {
        ("company_ids", "companies", "robot-labs"),
        ("company_ids", "companies", "robot-music"),
    } <= ends(release, "incidents", "cloned-voice")


def test_a_term_that_is_a_record_is_a_link(release):
    found = ends(release, "bills", "us-ca-2024-ab5")
    assert ("protections", "protections", "contract_guard") in found
    assert ("crafts", "crafts", "voice_actor") in found
    assert ("protection", "protections", "human_hiring") in ends(
        release, "provisions", "p23-hiring"
    )


def test_a_row_that_names_a_row_of_any_table_is_a_link(release):
    assert ("row_id", "companies", "robot-music") in ends(
        release, "development_subjects", "half-of-uploads.robot-music"
    )


def test_whoever_published_a_source_is_linked(release):
    assert ("sources", "publishers", "court.example.gov") in ends(release, "cases", "pen-v-robot")


def test_every_reference_of_the_contract_is_in_the_links(release):
    found = set(release.rows("SELECT DISTINCT from_table, field, to_table FROM links"))
    for table in record_tables():
        for field, parent in table.refers_to.items():
            filled = release.rows(f"SELECT 1 FROM core.{table.name} WHERE {field} IS NOT NULL")
            assert not filled or (table.name, field, parent) in found, (table.name, field)


def test_no_link_leads_nowhere(release):
    for table, row_id in release.rows("SELECT DISTINCT to_table, to_id FROM links"):
        key = TABLES[table].key
        assert release.rows(f"SELECT 1 FROM core.{table} WHERE {key} = ?", row_id)


@pytest.mark.parametrize(
    ("table", "row_id", "called"),
    [
        ("bills", "us-ca-2024-ab5", "CA AB 5: Replica Contract Act"),
        ("bill_dates", "ab5.2", "CA AB 5: Takes effect"),
        ("bill_links", "sb1.amends.ab5", "CA SB 1 · amends · CA AB 5"),
        ("case_parties", "pen.d1", "Robot Labs · defendant · Pen v. Robot"),
        ("rulings", "pen-fair-use", "Pen v. Robot: ruling on fair use"),
        ("agreements", "players-2023", "Players: Players Agreement 2023"),
        ("employers", "studios.robot-music", "Robot Music · member of · Studios of Example"),
        (
            "development_subjects",
            "half-of-uploads.robot-music",
            "Half of uploads are synthetic · Robot Music",
        ),
        ("practices", "inkwell-robot-deal", "Robot Labs: Licence for the Inkwell catalogue"),
        ("signatures", "ask-first.ada", "Ada Example · founder · Ask First"),
        ("cases", "pen-v-robot", "Pen v. Robot"),  # by its own column, as any new table would be
        ("ai_crawlers", "robotbot", "RobotBot"),
        ("protections", "opt_out", "Refuse training"),
    ],
)
def test_a_record_is_called_as_people_know_it(release, table, row_id, called):
    assert name(release, table, row_id) == called


@pytest.mark.parametrize(
    ("company", "title", "called"),
    [
        ("Suno", "Suno limits downloads", "Suno limits downloads"),
        ("Suno", "Believe joins Suno", "Suno: Believe joins Suno"),
        ("Axios", "Axios–OpenAI deal", "Axios–OpenAI deal"),
        ("Amazon", "Amazonbot respects robots.txt", "Amazon: Amazonbot respects robots.txt"),
    ],
)
def test_whose_a_title_is_is_said_once(release, company, title, called):
    assert release.rows("SELECT titled(?, ?)", company, title) == [(called,)]


def test_every_record_is_named_once(release):
    named = release.rows("SELECT table_name, count(*) FROM record_names GROUP BY 1")
    assert dict(named) == {
        table.name: release.rows(f"SELECT count(*) FROM core.{table.name}")[0][0]
        for table in record_tables()
    }
