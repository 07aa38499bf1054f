"""The real curated files: faultless, canonical, well supported, and they build."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest

from etl.check import Curated, check
from etl.paths import QUALITY, ROOT
from etl.quality import quality_text
from etl.tables import TABLES
from etl.vocab import CONFIDENCE

FOLDER = ROOT / "data" / "curated"

NAMES = sorted(name for name, table in TABLES.items() if not table.from_vocabulary)
TALK_OF_THE_WORK = re.compile(r"fact pack|\bhelper\b|look-up|\blint\b|patch\.jsonl", re.I)

every_file = pytest.mark.parametrize("name", NAMES)


@pytest.fixture(scope="session")
def curated() -> Curated:
    return check(FOLDER)


def read(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text("utf-8"), newline="")))


def test_no_faults(curated):
    assert list(map(str, curated.faults)) == []


# That no table is below its floor is a check of the build; here, that the floors are not too low.
@every_file
def test_a_floor_would_notice_that_rows_are_gone(curated, name):
    floors = {row["table_name"]: int(row["least_rows"]) for row in curated.rows["row_floors"]}
    assert floors[name] >= 0.85 * len(curated.rows[name])


@every_file
def test_every_row_is_loaded(curated, atlas_build, name):
    assert atlas_build.rows[name] == len(curated.rows[name])


@every_file
def test_cells_arrive_as_they_were_written(curated, atlas, name):
    texts = [f.name for f in TABLES[name].fields if f.type in ("string", "edtf")]
    written = sorted(tuple(row[text] for text in texts) for row in curated.rows[name])
    columns = ", ".join(f"coalesce({text}, '')" for text in texts)
    assert sorted(atlas.execute(f"SELECT {columns} FROM core.{name}").fetchall()) == written


@every_file
def test_files_are_sorted_by_key(name):
    keys = [row[0] for row in read(FOLDER / f"{name}.csv")[1:]]
    assert keys == sorted(keys)


@every_file
def test_cells_are_stripped(name):
    rows = read(FOLDER / f"{name}.csv")
    assert [cell for row in rows for cell in row if cell != cell.strip()] == []


# The files speak of the world, not of how they were written.
@every_file
def test_no_text_talks_of_how_the_work_was_done(curated, name):
    texts = [f.name for f in TABLES[name].fields if f.type == "string" and not f.vocabulary]
    found = [row[text] for row in curated.rows[name] for text in texts]
    assert [text for text in found if TALK_OF_THE_WORK.search(text)] == []


# One way to write a file, so that a change of one cell is a change of one line.
@every_file
def test_files_are_written_in_one_way(name):
    path = FOLDER / f"{name}.csv"
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(read(path))
    assert path.read_bytes() == text.getvalue().encode()


def test_confidence_is_computed_never_from_memory(atlas):
    found = {value for (value,) in atlas.execute("SELECT confidence FROM row_sources").fetchall()}
    assert found <= set(CONFIDENCE.ids)
    assert "memory" not in found
    assert not any("confidence" in table.names for table in TABLES.values())


def test_no_source_is_a_memory(curated):
    named = {row["publisher_id"] for row in curated.rows["evidence"]}
    assert not [name for name in named if "memory" in name]


def test_who_read_a_page_again_says_what_it_says(curated):
    half = [
        row["evidence_id"]
        for row in curated.rows["evidence"]
        if bool(row["checked_on"]) != bool(row["says"])
    ]
    assert half == []


def test_every_fact_has_evidence(atlas):
    sql = "SELECT table_name, row_id FROM facts ANTI JOIN row_sources USING (table_name, row_id)"
    assert atlas.execute(sql).fetchall() == []
    sql = "SELECT count(*) FROM row_sources WHERE source_url IS NULL OR publishers < 1"
    assert atlas.execute(sql).fetchall() == [(0,)]


def test_most_facts_are_better_than_unconfirmed(atlas):
    sql = "SELECT avg((confidence = 'unconfirmed')::INT) FROM row_sources"
    assert atlas.execute(sql).fetchall()[0][0] < 0.25


@pytest.mark.parametrize("table", ["agreements", "bills", "cases"])
def test_most_records_are_official_or_confirmed(atlas, table):
    sql = (
        "SELECT avg((confidence IN ('official', 'confirmed'))::INT) FROM row_sources "
        "WHERE table_name = ?"
    )
    assert atlas.execute(sql, [table]).fetchall()[0][0] >= 0.6


def test_warnings_are_only_of_undated_cases_and_one_sided_deals(atlas_build):
    known = ("expected a filing date.", "expected a seller and a buyer in practice_parties.csv.")
    assert [warning for warning in atlas_build.warnings if not warning.endswith(known)] == []


def test_every_domain_reaches_into_2026(atlas):
    sql = "SELECT domain FROM freshness_at(DATE '2026-11-22') WHERE reaches_to >= DATE '2026-01-01'"
    domains = {domain for (domain,) in atlas.execute(sql).fetchall()}
    assert domains >= {"agreements", "coalition", "legislation", "litigation", "practices"}


def test_the_page_on_quality_is_that_of_this_data(atlas):
    assert QUALITY.read_text("utf-8") == quality_text(atlas), "run: python3 run.py quality"
