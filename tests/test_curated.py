"""The real curated files: faultless, complete, canonical, and they build."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from etl.build import Built, build
from etl.check import Curated, check
from etl.paths import ROOT
from etl.release import open_locked
from etl.tables import TABLES
from etl.vocab import CONFIDENCE

FOLDER = ROOT / "data" / "curated"

# A bit under the counts of November 2026. Raise them as the files grow; when a test fails here,
# rows are gone: lower a number only if you know why.
ROWS_AT_LEAST = {
    "agreements": 60,
    "ai_crawlers": 160,
    "bargaining_events": 95,
    "bill_dates": 780,
    "bill_events": 150,
    "bill_links": 12,
    "bills": 370,
    "case_events": 70,
    "case_parties": 530,
    "cases": 175,
    "cautions": 1,
    "coalition_events": 12,
    "companies": 355,
    "countries": 38,
    "courts": 35,
    "demands": 4,
    "development_subjects": 15,
    "developments": 30,
    "evidence": 8200,
    "federal_actions": 50,
    "incidents": 55,
    "jurisdictions": 54,
    "letter_counts": 60,
    "letters": 53,
    "practice_parties": 740,
    "practices": 370,
    "provisions": 240,
    "publishers": 930,
    "rulings": 45,
    "signatories": 900,
    "signatures": 1020,
    "state_year_counts": 600,
    "transparency_indicators": 760,
    "transparency_scores": 36,
    "unions": 26,
}

every_file = pytest.mark.parametrize("name", sorted(ROWS_AT_LEAST))


@pytest.fixture(scope="session")
def curated() -> Curated:
    return check(FOLDER)


@pytest.fixture(scope="session")
def atlas_build(tmp_path_factory) -> Built:
    return build(FOLDER, tmp_path_factory.mktemp("atlas"))


@pytest.fixture(scope="session")
def atlas(atlas_build):
    """The real release, to read."""
    with open_locked(atlas_build.path) as connection:
        yield connection


def read(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_text("utf-8"), newline="")))


def test_no_faults(curated):
    assert list(map(str, curated.faults)) == []


def test_every_table_has_a_floor():
    assert set(ROWS_AT_LEAST) == {t.name for t in TABLES.values() if not t.from_vocabulary}


@every_file
def test_no_rows_vanish(curated, name):
    assert len(curated.rows[name]) >= ROWS_AT_LEAST[name]


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


def test_every_fact_has_evidence(atlas):
    sql = "SELECT table_name, row_id FROM facts ANTI JOIN row_sources USING (table_name, row_id)"
    assert atlas.execute(sql).fetchall() == []
    sql = "SELECT count(*) FROM row_sources WHERE source_url IS NULL OR publishers < 1"
    assert atlas.execute(sql).fetchall() == [(0,)]


def test_most_facts_are_better_than_unconfirmed(atlas):
    sql = "SELECT avg((confidence = 'unconfirmed')::INT) FROM row_sources"
    assert atlas.execute(sql).fetchall()[0][0] < 0.25


def test_warnings_are_only_of_undated_cases(atlas_build):
    assert all("expected a filing date" in warning for warning in atlas_build.warnings)


def test_every_domain_reaches_into_2026(atlas):
    sql = "SELECT domain FROM freshness_at(DATE '2026-11-22') WHERE reaches_to >= DATE '2026-01-01'"
    domains = {domain for (domain,) in atlas.execute(sql).fetchall()}
    assert domains >= {"agreements", "coalition", "legislation", "litigation", "practices"}
