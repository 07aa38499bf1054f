"""How good the data is: the figures on the tiny world, worked out by hand, and the page of them."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from app import method_text
from etl.quality import quality_text
from etl.release import open_locked
from etl.vocab import PROTECTIONS
from tests.conftest import Release
from tests.tiny_world import World


@pytest.fixture(scope="module")
def coalition(tmp_path_factory):
    """The tiny world with the coalition's own letter, two rows read again, and a row taken out."""
    world = World(tmp_path_factory.mktemp("coalition"))
    world.copy("letters", "ask-first", letter_id="ccai-2025", title="Our Letter")
    world.add("letter_counts", count_id="ccai.1", letter_id="ccai-2025", signatures="150")
    world.add("letter_counts", count_id="ccai.2", letter_id="ccai-2025", signatures="500")
    world.copy("signatures", "ask-first.ada", signature_id="ccai.ada", letter_id="ccai-2025")
    for evidence_id, checked_on, published_on in (
        ("cases.pen-v-robot.1", "2026-11-20", "2026-06"),
        ("cases.pen-v-robot.2", "2026-11-21", "2026-04-30"),
        ("cases.reel-v-robot.1", "2026-11-15", ""),
    ):
        world.change(
            "evidence",
            evidence_id,
            checked_on=checked_on,
            published_on=published_on,
            says="It says so.",
        )
    world.copy(
        "corrections",
        "bills.us-ny-2025-a2.status",
        correction_id="bills.us-ny-2025-x",
        record_id="us-ny-2025-x",
        column_name="",
        was="A bill that is none.",
        now="",
    )
    built = world.build()
    with open_locked(built.path) as connection:
        yield Release(world, built.path, connection, built.warnings)


# --- How sure, how fresh ---------------------------------------------------------------------

SHARES = "facts, official, confirmed, single, unconfirmed"


@pytest.mark.parametrize(
    ("table", "shares"),
    [
        # sb1 has a statute, a2 two papers; one source for a law and a veto; a wiki for hr4
        ("bills", (5, 1, 1, 0, 3)),
        # players-2023 has the guild, players-2026 two papers, the writers' two the Gazette
        ("agreements", (4, 1, 1, 2, 0)),
        # the parties have the sources of their case: three of pen, one of lyre
        ("case_parties", (4, 3, 0, 0, 1)),
        ("judgements", (3, 0, 0, 3, 0)),
        # the deal has two papers, the form one
        ("practices", (2, 0, 1, 1, 0)),
    ],
)
def test_facts_are_counted_by_confidence_table_by_table(release, table, shares):
    sql = f"SELECT {SHARES} FROM data_quality WHERE table_name = ?"
    assert release.rows(sql, table) == [shares]


def test_the_parts_add_up_their_tables(release):
    sql = f"SELECT domain, {SHARES} FROM domain_quality WHERE domain <> 'reference' ORDER BY domain"
    of_freshness = f"SELECT domain, {SHARES} FROM freshness_at(DATE '2026-11-22')"
    found = release.rows(sql)
    assert len(found) == 5
    assert set(found) <= set(release.rows(of_freshness))
    assert release.rows("SELECT sum(facts) FROM domain_quality") == release.rows(
        "SELECT count(*) FROM facts"
    )


def test_what_is_no_fact_has_no_quality(release):
    sql = "SELECT count(*) FROM data_quality WHERE table_name IN ('courts', 'corrections')"
    assert release.rows(sql) == [(0,)]


@pytest.mark.parametrize(
    ("table", "read_again", "newest_source", "oldest_check"),
    [
        # pen, last on the 21st, reel on the 15th, and lyre on the 22nd; pen's newest page is of
        # June, its as_of of 1 May
        ("cases", 3, date(2026, 6, 1), date(2026, 11, 15)),
        # three of pen, one of lyre
        ("case_parties", 4, date(2026, 6, 1), date(2026, 11, 21)),
        # the statute of sb1, whose as_of is the newest, the guild on ab5, the Herald on a2
        ("bills", 3, date(2026, 9, 1), date(2026, 11, 22)),
        ("incidents", 0, None, None),
    ],
)
def test_a_table_says_how_fresh_it_is(coalition, table, read_again, newest_source, oldest_check):
    sql = "SELECT read_again, newest_source, oldest_check FROM data_quality WHERE table_name = ?"
    assert coalition.rows(sql, table) == [(read_again, newest_source, oldest_check)]


def test_a_part_of_the_atlas_says_how_fresh_it_is(coalition):
    sql = (
        "SELECT read_again, newest_source, oldest_check FROM domain_quality "
        "WHERE domain = 'litigation'"
    )
    # pen and its three parties, lyre and its one, reel, and the two rulings
    assert coalition.rows(sql) == [(9, date(2026, 6, 1), date(2026, 11, 15))]


# --- What is missing -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("gap", "missing", "of_all"),
    [
        ("Bills whose day of introduction", 1, 5),  # ab5
        ("Enacted laws whose effective date", 1, 3),  # a2
        ("Bills without their Open States id", 5, 5),
        # of 2 states and 18 protections: California has laws on 3; New York a law on 1, and
        # somebody looked for another
        ("State and protection", 31, 36),
        # of 4 agreements and 18 protections: players-2023 has clauses on 3, a refusal of another,
        # and nothing on a fifth; players-2026 has a clause and one look that could not tell
        ("Agreement and protection", 65, 72),
        ("Agreements whose end", 1, 4),  # the talks
        ("Cases whose filing date", 1, 4),  # lyre
        ("Cases whose docket number", 3, 4),  # all but pen
        ("Acts where it is not known", 1, 2),  # the deal
        ("Licence deals whose uses", 1, 1),
    ],
)
def test_gaps_are_counted(release, gap, missing, of_all):
    sql = "SELECT missing, of_all FROM known_gaps WHERE starts_with(gap, ?)"
    assert release.rows(sql, gap) == [(missing, of_all)]


def test_signers_whom_nobody_names_are_a_gap(coalition):
    sql = "SELECT missing, of_all FROM known_gaps WHERE domain = 'coalition'"
    assert coalition.rows(sql) == [(499, 500)]  # the largest claim, less Ada


def test_without_the_letter_of_the_coalition_nothing_is_counted_of_it(release):
    assert release.rows("SELECT gap FROM known_gaps WHERE missing IS NULL OR of_all IS NULL") == []


@pytest.mark.parametrize(
    ("protection", "expected"),
    [
        # clauses, binding ones, laws, acts, none found: in contracts, in law; not judged
        ("likeness_consent", (2, 1, 1, 0, 0, 0, 0)),  # strong and weak; ab5, for hr4 is no law
        ("training_consent", (0, 0, 0, 0, 0, 0, 0)),  # an absent clause is none
        ("training_compensation", (0, 0, 0, 1, 0, 0, 0)),  # the deal
        ("opt_out", (0, 0, 0, 1, 0, 0, 1)),  # the form; nobody could tell of players-2026
        ("retraining", (0, 0, 0, 0, 1, 0, 0)),
        ("scan_security", (0, 0, 0, 0, 0, 1, 0)),
    ],
)
def test_what_is_on_record_for_a_protection(release, protection, expected):
    sql = (
        "SELECT clauses, binding, laws, acts, none_in_agreements, none_in_law, not_judged "
        "FROM protection_records WHERE protection = ?"
    )
    assert release.rows(sql, protection) == [expected]


def test_every_protection_has_a_record(release):
    found = release.rows("SELECT protection FROM protection_records")
    assert sorted(found) == sorted((name,) for name in PROTECTIONS.ids)


# --- The page --------------------------------------------------------------------------------


def tables(text: str) -> list[list[list[str]]]:
    """The cells of every table of a page, without the line under the head."""
    blocks = [block.splitlines() for block in text.split("\n\n") if block.startswith("|")]
    cut = [[line.strip("| ").split(" | ") for line in block] for block in blocks]
    return [[head, *rows] for head, _, *rows in cut]


@pytest.mark.parametrize(
    "line",
    [
        # 4 cases, 4 parties, 2 rulings, 2 events; official are pen, its 3 parties, both rulings;
        # single reel and the events; read again all but brush and the events
        "| Litigation | 12 | 50% | 0% | 25% | 25% | 75% | 2026-06-01 | 2026-11-15 |",
        "| `bills` | 5 | 20% | 20% | 0% | 60% | 60% | 2026-09-01 | 2026-11-22 |",
        "| `incidents` | 1 | 0% | 0% | 100% | 0% | 0% | – | – |",
        "| Consent to replica | Guardrails | 2 | 1 | 1 | 0 | 0 | 0 |",
        "| Agreements | Agreements whose end is not recorded | 1 of 4 |",
        "| `bills` | 1 | 1 |",  # a cell corrected, and a row taken out
    ],
)
def test_the_page_tells_the_figures(coalition, line):
    found = [text for text in quality_text(coalition.connection).splitlines() if text == line]
    assert found == [line]


def test_the_tables_of_the_page_have_a_cell_in_every_column(coalition):
    found = tables(quality_text(coalition.connection))
    assert len(found) == 5
    for head, *rows in found:
        assert {len(row) for row in rows} == {len(head)}, head


def test_the_page_has_the_18_protections_in_their_order(coalition):
    _, _, (_, *rows), _, _ = tables(quality_text(coalition.connection))
    assert [row[0] for row in rows] == [PROTECTIONS.label(name) for name in PROTECTIONS.ids]


def test_the_page_can_be_made_without_the_letter_of_the_coalition(release):
    assert quality_text(release.connection).startswith("# How good the data is\n")


# --- The same on the method page -------------------------------------------------------------


def test_the_method_page_tells_shares_and_days():
    reach = pd.DataFrame(
        {"domain": ["litigation"], "reaches_to": pd.to_datetime(["2026-05-01"])},
    )
    standing = pd.DataFrame(
        {
            "domain": ["litigation", "reference"],
            "facts": [8, 3],
            "official": [4, 0],
            "confirmed": [2, 0],
            "single": [1, 3],
            "unconfirmed": [1, 0],
            "read_again": [6, 0],
            "newest_source": pd.to_datetime(["2026-06-01", None]),
            "oldest_check": pd.to_datetime([None, None]),
        }
    )
    days = ("1\u00a0May\u00a02026", "1\u00a0Jun\u00a02026")  # in one line on a phone too
    assert method_text.quality(reach, standing).values.tolist() == [
        ["Litigation", 8, "50%", "25%", "12%", "12%", "75%", *days, "–"]
    ]


def test_the_rows_of_a_gap_are_those_that_are_counted(coalition):
    sql = """
        SELECT gap_id, sum(missing), sum(of_all), count(*) FILTER (is_missing) FROM known_gap_rows
        GROUP BY 1 ORDER BY 1"""
    rows = {gap: found for gap, *found in coalition.rows(sql)}
    sql = "SELECT gap_id, missing, of_all FROM known_gaps"
    assert {gap: found[:2] for gap, found in rows.items()} == {
        gap: found for gap, *found in coalition.rows(sql)
    }
    assert rows["bills_open_states"] == [5, 5, 5]
    assert rows["signers_named"] == [499, 500, 1]  # the letter stands for whom nobody names


def test_a_row_of_a_gap_says_what_lacks_what(release):
    sql = "SELECT name, table_name FROM known_gap_rows WHERE gap_id = ? AND is_missing"
    assert release.rows(sql, "bills_introduced") == [("CA AB 5: Replica Contract Act", "bills")]
    sql = "SELECT DISTINCT protection IS NULL FROM known_gap_rows WHERE gap_id = ?"
    assert release.rows(sql, "agreements_judged") == [(False,)]


def test_every_fact_stands_behind_the_quality_of_its_table(coalition):
    sql = """
        SELECT table_name, count(*), count(*) FILTER (confidence = 'official'), count(read_on),
               max(newest_source), min(read_on)
        FROM fact_quality GROUP BY 1 ORDER BY 1"""
    counted = """
        SELECT table_name, facts, official, read_again, newest_source, oldest_check
        FROM data_quality ORDER BY 1"""
    assert coalition.rows(sql) == coalition.rows(counted)


def test_the_method_page_counts_what_is_missing():
    known = pd.DataFrame({"domain": ["agreements"], "gap": ["Ends"], "missing": [1], "of_all": [4]})
    assert method_text.gaps(known).values.tolist() == [["Agreements", "Ends", "1\u00a0of\u00a04"]]


def test_the_method_page_adds_up_where_nothing_was_found():
    names = list(PROTECTIONS.ids)
    records = pd.DataFrame(
        {
            "protection": names[::-1],
            "clauses": 2,
            "laws": 1,
            "acts": 0,
            "none_in_agreements": 3,
            "none_in_law": 4,
        }
    )
    found = method_text.protections(records)
    assert found["Protection"].tolist() == [PROTECTIONS.label(name) for name in names]
    assert set(found["Looked for, none found"]) == {7}
