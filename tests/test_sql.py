"""What the SQL derives, on the tiny world, against answers worked out by hand."""

from __future__ import annotations

from datetime import date

import duckdb
import pytest

from etl.load import load
from etl.paths import SQL
from tests.tiny_world import World


@pytest.fixture(scope="module")
def macros():
    with duckdb.connect() as connection:
        connection.execute((SQL / "00_macros.sql").read_text("utf-8"))
        yield connection


# --- Dates as precise as their source --------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "first", "last", "precision"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31), "year"),
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28), "month"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31), "month"),
        ("2026-09-20", date(2026, 9, 20), date(2026, 9, 20), "day"),
        ("2026-09-20/2026-09-30", date(2026, 9, 20), date(2026, 9, 30), "range"),
        ("2025/2026-02", date(2025, 1, 1), date(2026, 2, 28), "range"),
        (None, None, None, None),
    ],
)
def test_a_date_has_a_first_and_a_last_day(macros, value, first, last, precision):
    sql = "SELECT edtf_first($1), edtf_last($1), edtf_precision($1)"
    assert macros.execute(sql, [value]).fetchall() == [(first, last, precision)]


def test_the_items_of_a_cell(macros):
    assert macros.execute("SELECT cell_items('actor|writer')").fetchall() == [
        (["actor", "writer"],)
    ]


# --- Confidence ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "row_id", "confidence", "publishers"),
    [
        ("bills", "us-ca-2025-sb1", "official", 2),  # the statute, and the Gazette
        ("cases", "pen-v-robot", "official", 2),  # the docket, and the Gazette
        ("rulings", "pen-fair-use", "official", 1),  # the docket
        ("unions", "players-guild", "official", 1),  # the union of itself
        ("agreements", "players-2023", "official", 2),  # the union that signed
        ("provisions", "p23-consent-2", "official", 1),  # the same
        ("bills", "us-ca-2024-ab5", "single", 1),  # a union is not a primary source of a law
        ("bills", "us-ny-2025-a2", "confirmed", 2),  # the Gazette and the Herald
        ("agreements", "players-2026", "confirmed", 2),  # the same
        ("bills", "us-ny-2025-s3", "single", 1),  # two pages of the Gazette
        ("letters", "ask-first", "single", 1),  # the Gazette
        ("bills", "us-us-2026-hr4", "unconfirmed", 2),  # a wiki and a copy
        ("cases", "brush-v-robot", "unconfirmed", 2),  # the same
        ("cases", "lyre-v-robot", "unconfirmed", 2),  # the docket, but there is a caution
        ("case_parties", "pen.p1", "official", 2),  # part of pen-v-robot
        ("case_parties", "lyre.p1", "unconfirmed", 2),  # part of lyre-v-robot
        ("bill_links", "sb1.amends.ab5", "official", 2),  # part of the later bill
        ("development_subjects", "half-of-uploads.robot-music", "single", 1),
    ],
)
def test_confidence_follows_from_the_sources(release, table, row_id, confidence, publishers):
    sql = "SELECT confidence, publishers FROM row_sources WHERE table_name = ? AND row_id = ?"
    assert release.rows(sql, table, row_id) == [(confidence, publishers)]


def test_a_caution_gives_its_reason(release):
    sql = "SELECT case_id, caution FROM cases WHERE caution IS NOT NULL"
    assert release.rows(sql) == [("lyre-v-robot", "The docket could not be read again.")]


def test_the_primary_source_comes_first(release):
    sql = "SELECT source_url, source_urls FROM agreements WHERE agreement_id = 'players-2023'"
    guild = "https://guild.example.org/players-2023/2"
    gazette = "https://gazette.example.com/players-2023/1"
    assert release.rows(sql) == [(guild, f"{guild}|{gazette}")]


def test_every_fact_has_sources_once(release):
    sql = "SELECT table_name, row_id FROM facts ORDER BY ALL"
    assert release.rows(sql) == release.rows(sql.replace("facts", "row_sources"))


# A part takes all from its record, so a caution on the part itself is lost
# without a word.
def test_a_caution_on_a_part_holds_it_back(world: World):
    world.add(
        "cautions",
        caution_id="pen.p1",
        table_name="case_parties",
        row_id="pen.p1",
        reason="Another Pen.",
        since="2026-09-20",
    )
    with duckdb.connect() as connection:
        connection.execute((SQL / "00_macros.sql").read_text("utf-8"))
        load(connection, world.curated)
        connection.execute((SQL / "10_sources.sql").read_text("utf-8"))
        sql = "SELECT confidence FROM row_sources WHERE row_id = 'pen.p1'"
        assert connection.execute(sql).fetchall() == [("unconfirmed",)]


# --- Bills on a day --------------------------------------------------------------------------


def bill_at(release, day: str, bill_id: str) -> list[tuple[object, ...]]:
    return release.rows(
        "SELECT status, force FROM bills_at(?::DATE) WHERE bill_id = ?", day, bill_id
    )


@pytest.mark.parametrize(
    ("day", "status", "force"),
    [
        ("2025-01-10", "introduced", "not_law"),  # introduced that day
        ("2025-09-30", "introduced", "not_law"),  # a day before it is signed
        ("2025-10-01", "enacted", "future"),  # signed
        ("2025-12-31", "enacted", "future"),
        ("2026-01-01", "enacted", "in_force"),  # takes effect
        ("2026-05-31", "enacted", "in_force"),
        ("2026-06-01", "enacted", "enjoined"),
        ("2026-09-01", "enacted", "repealed"),  # and no longer only enjoined
    ],
)
def test_a_law_from_its_first_day_to_its_last(release, day, status, force):
    assert bill_at(release, day, "us-ca-2025-sb1") == [(status, force)]


@pytest.mark.parametrize(
    ("day", "bill_id"),
    [
        ("2025-01-09", "us-ca-2025-sb1"),
        ("2025-01-31", "us-ny-2025-a2"),  # introduced some day in February
        ("2024-09-19", "us-ca-2024-ab5"),  # signed the day after; introduced, nobody noted when
        ("2026-01-31", "us-us-2026-hr4"),
    ],
)
def test_a_bill_is_not_there_before_its_first_day(release, day, bill_id):
    assert bill_at(release, day, bill_id) == []


def test_a_law_without_an_effective_date_is_undated(release):
    assert bill_at(release, "2025-11-19", "us-ny-2025-a2") == [("introduced", "not_law")]
    assert bill_at(release, "2025-11-20", "us-ny-2025-a2") == [("enacted", "undated")]


def test_a_veto_is_unknown_until_its_day(release):
    assert bill_at(release, "2025-12-14", "us-ny-2025-s3") == [("passed_legislature", "not_law")]
    assert bill_at(release, "2025-12-15", "us-ny-2025-s3") == [("vetoed", "not_law")]


def test_a_bill_shows_its_dates(release):
    sql = "SELECT introduced_on, enacted_on, effective_on, operative_on, last_action_on FROM bills "
    law = release.rows(sql + "WHERE bill_id = 'us-ca-2024-ab5'")
    assert law == [(None, "2024-09-20", "2025-01-01", "2027-01-01", None)]
    bill = release.rows(sql + "WHERE bill_id = 'us-us-2026-hr4'")
    assert bill == [("2026-02-01", None, None, None, "2026-03-05")]


# --- Agreements on a day ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "statuses"),
    [
        ("2023-06-30", {}),
        ("2023-07-01", {"players-2023": "tentative"}),  # agreed at the table
        ("2023-07-31", {"players-2023": "ratified"}),
        ("2023-08-01", {"players-2023": "in_force"}),
        ("2026-06-30", {"players-2023": "in_force"}),  # its last day
        ("2026-07-01", {"players-2023": "expired", "players-2026": "tentative"}),
        ("2026-07-31", {"players-2023": "expired", "players-2026": "ratified"}),
        ("2026-08-01", {"players-2023": "superseded", "players-2026": "in_force"}),
    ],
)
def test_agreements_follow_their_dates(release, day, statuses):
    sql = "SELECT agreement_id, status FROM agreements_at(?::DATE) WHERE union_id = 'players-guild'"
    assert dict(release.rows(sql, day)) == statuses


def test_talks_without_dates_are_always_there(release):
    sql = "SELECT status FROM agreements_at(?::DATE) WHERE agreement_id = 'writers-2026'"
    assert release.rows(sql, "2020-01-01") == [("in_negotiation",)]
    assert release.rows(sql, "2027-01-01") == [("in_negotiation",)]


# Ratified on 10 May, in force from 1 July, no day noted for the deal at the
# table: in June it is said to be in negotiation.
def test_a_ratified_agreement_is_not_in_negotiation(release):
    sql = "SELECT status FROM agreements_at(DATE '2024-06-01') WHERE agreement_id = 'writers-2024'"
    ((status,),) = release.rows(sql)
    assert status != "in_negotiation"


def test_clauses_and_demands_carry_the_status_of_their_agreement(release):
    sql = "SELECT DISTINCT agreement_id, status FROM {}_at(DATE '2026-07-01') ORDER BY 1"
    both = [("players-2023", "expired"), ("players-2026", "tentative")]
    assert release.rows(sql.format("provisions")) == both
    open_demand = ("writers-2026", "in_negotiation")
    assert release.rows(sql.format("demands")) == [both[0], open_demand]


# --- Agreements by protection ----------------------------------------------------------------


def cell(release, agreement_id: str, protection: str, columns: str) -> tuple[object, ...]:
    sql = f"SELECT {columns} FROM agreement_protections_at(DATE '2026-09-20') "
    (row,) = release.rows(
        sql + "WHERE agreement_id = ? AND protection = ?", agreement_id, protection
    )
    return row


@pytest.mark.parametrize(
    ("agreement_id", "protection", "level", "also_refused", "clauses"),
    [
        ("players-2023", "likeness_consent", "strong", False, 2),  # strong beats weak
        ("players-2023", "training_consent", "absent", False, 1),
        ("players-2023", "human_hiring", "partial", True, 1),  # something won, more refused
        ("players-2023", "opt_out", "refused", False, 0),
        ("players-2023", "scan_security", "not_judged", False, 0),
        ("writers-2026", "training_consent", "not_judged", False, 0),  # an open demand is nothing
    ],
)
def test_the_level_of_a_protection(release, agreement_id, protection, level, also_refused, clauses):
    found = cell(release, agreement_id, protection, "level, also_refused, clauses")
    assert found == (level, also_refused, clauses)


def test_every_agreement_has_every_protection_once(release):
    sql = (
        "SELECT agreement_id, count(*) FROM agreement_protections_at(DATE '2026-09-20') GROUP BY 1"
    )
    assert dict(release.rows(sql)) == {
        "players-2023": 18,
        "players-2026": 18,
        "writers-2024": 18,
        "writers-2026": 18,
    }


def test_the_strongest_clause_is_quoted_first(release):
    (summary,) = cell(release, "players-2023", "likeness_consent", "summary")
    assert summary == "No replica without written consent. / The studio will try to ask."
    (summary,) = cell(release, "players-2023", "opt_out", "summary")
    assert summary == "The union asked for a way out of training."


# Level and words are those of the strongest clause, source and confidence those
# of the clause whose id comes first.
def test_the_source_is_that_of_the_strongest_clause(release):
    found = cell(release, "players-2023", "likeness_consent", "source_url, confidence")
    assert found == ("https://guild.example.org/p23-consent-2/1", "official")


# --- Cases -----------------------------------------------------------------------------------


def test_a_case_names_its_parties_court_and_last_ruling(release):
    sql = (
        "SELECT plaintiffs, defendants, court, last_ruling FROM cases_at(DATE '2026-11-22') "
        "WHERE case_id = 'pen-v-robot'"
    )
    court = "Example Trial Court"
    assert release.rows(sql) == [("P. Pen|Inkwell Press", "Robot Labs", court, "fair_use")]


def test_a_ruling_is_unknown_before_its_day(release):
    sql = "SELECT last_ruling FROM cases_at(?::DATE) WHERE case_id = 'pen-v-robot'"
    assert release.rows(sql, "2026-04-30") == [(None,)]
    assert release.rows(sql, "2026-05-01") == [("fair_use",)]


def test_a_case_can_be_found_by_its_companies(release):
    ((ids,),) = release.rows("SELECT company_ids FROM cases WHERE case_id = 'pen-v-robot'")
    assert set(ids.split("|")) == {"inkwell-press", "robot-labs"}


def test_us_copyright_cases(release):
    sql = "SELECT case_id FROM cases WHERE is_us_copyright"
    # brush-v-robot claims the right of publicity; lyre-v-robot is German; reel-v-robot says nothing
    assert release.rows(sql) == [("pen-v-robot",)]


# NULL for a US case whose claims are not recorded, so it is on neither side.
def test_a_case_without_claims_is_not_a_us_copyright_case(release):
    sql = "SELECT is_us_copyright FROM cases WHERE case_id = 'reel-v-robot'"
    assert release.rows(sql) == [(False,)]


def test_pending_and_stayed_cases_are_active(release):
    assert dict(release.rows("SELECT case_id, is_active FROM cases")) == {
        "pen-v-robot": True,  # pending
        "lyre-v-robot": True,  # stayed
        "brush-v-robot": False,  # settled
        "reel-v-robot": False,  # dismissed
    }


def test_cases_on_a_day(release):
    sql = "SELECT case_id FROM cases_at(DATE '2025-12-31') ORDER BY 1"
    # pen was filed in September 2025; nobody knows when lyre was; the others came in 2026
    assert release.rows(sql) == [("lyre-v-robot",), ("pen-v-robot",)]


def test_rulings_on_a_day(release):
    sql = "SELECT ruling_id, short_name FROM rulings_at(DATE '2026-04-30')"
    assert release.rows(sql) == [("pen-pleading", "Pen v. Robot")]


# --- Practices and letters -------------------------------------------------------------------


def test_a_deal_names_both_sides(release):
    sql = "SELECT practice_id, company, sellers, buyers FROM practices ORDER BY 1"
    assert release.rows(sql) == [
        ("inkwell-robot-deal", "Robot Labs", "Inkwell Press", "Robot Labs"),
        ("robot-opt-out", "Robot Music", None, None),
    ]


def test_a_letter_has_named_and_claimed_signatures(release):
    sql = "SELECT letter_id, named, claimed FROM letters_at(DATE '2026-11-22') ORDER BY 1"
    assert release.rows(sql) == [("ask-first", 2, 420), ("new-brushes", 0, None)]


# --- Events ----------------------------------------------------------------------------------


def test_every_event_stands_once(release):
    total, distinct = release.rows("SELECT count(*), count(DISTINCT event_id) FROM events")[0]
    # 12 bill dates (a last action is none), 2 bill events, 2 federal actions, 3 cases filed,
    # 2 case events, 2 rulings, 2 bargaining events, 3 contracts' ends, 2 practices, 1 incident,
    # 2 letters, 2 events of the coalition, 2 developments
    assert (total, distinct) == (37, 37)


def test_what_lies_ahead_was_fixed_before(release):
    sql = "SELECT event_id FROM events_at(DATE '2026-11-22') WHERE is_ahead ORDER BY date_first"
    assert release.rows(sql) == [
        ("ab5.3@bill_dates",),  # duties begin on 2027-01-01
        ("pen-hearing@case_events",),  # scheduled for 2027-03-01
        ("eu-code-deadline@developments",),  # 2027-08-02
        ("players-2026@agreements",),  # the contract ends on 2029-06-30
    ]


def test_a_hearing_is_not_known_before_its_source_was_read(release):
    sql = "SELECT row_id FROM calendar_at(?::DATE) WHERE row_id = 'pen-hearing'"
    assert release.rows(sql, "2026-11-21") == []
    assert release.rows(sql, "2026-11-22") == [("pen-hearing",)]


def test_other_events_are_unknown_until_they_happen(release):
    sql = "SELECT is_ahead FROM events_at(?::DATE) WHERE row_id = 'pen-fair-use'"
    assert release.rows(sql, "2026-04-30") == []
    assert release.rows(sql, "2026-05-01") == [(False,)]


# In May 2025 nobody knew that the law
# signed in October 2025 would take effect, nor when a contract made in July 2026 would end.
@pytest.mark.parametrize("event_id", ["sb1.3@bill_dates", "players-2026@agreements"])
def test_nothing_is_fixed_before_it_is_agreed(release, event_id):
    sql = "SELECT event_id FROM events_at(DATE '2025-05-01') WHERE event_id = ?"
    assert release.rows(sql, event_id) == []


def test_an_event_of_a_month(release):
    sql = (
        "SELECT title, subject_table, subject_id, date_first, date_last, date_precision "
        "FROM events WHERE row_id = 'writers-talks'"
    )
    month = (date(2026, 9, 1), date(2026, 9, 30), "month")
    assert release.rows(sql) == [("Writers", "unions", "writers-guild", *month)]


def test_an_event_has_the_sources_of_its_row(release):
    sql = "SELECT confidence, source_url FROM events WHERE row_id = 'pen-fair-use'"
    assert release.rows(sql) == [("official", "https://court.example.gov/pen-fair-use/1")]


def test_the_calendar_counts_the_days(release):
    sql = "SELECT row_id, days_left FROM calendar_at(DATE '2026-11-22') ORDER BY days_left"
    assert release.rows(sql) == [
        ("ab5.3", 40),  # 8 of November, 31, 1 January
        ("pen-hearing", 99),  # 31 + 28 more
        ("eu-code-deadline", 253),  # 31 + 30 + 31 + 30 + 31 + 1 more
        ("players-2026", 951),  # 1,096 days of three years, less 145 of 30 June to 22 November
    ]


def test_the_calendar_keeps_a_day_until_it_is_over(release):
    sql = "SELECT days_left FROM calendar_at(?::DATE) WHERE row_id = 'ab5.3'"
    assert release.rows(sql, "2027-01-01") == [(0,)]
    assert release.rows(sql, "2027-01-02") == []


# --- Freshness -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "reaches_to"),
    [
        ("2026-09-20", date(2026, 5, 1)),  # the ruling; the hearing of 2027 lies ahead
        ("2026-04-30", date(2026, 3, 10)),  # reel-v-robot is filed
        ("2020-01-01", None),
    ],
)
def test_freshness_stops_at_the_day(release, day, reaches_to):
    sql = "SELECT reaches_to FROM freshness_at(?::DATE) WHERE domain = 'litigation'"
    assert release.rows(sql, day) == [(reaches_to,)]


def test_freshness_counts_facts_by_confidence(release):
    sql = (
        "SELECT facts, official, confirmed, single, unconfirmed "
        "FROM freshness_at(DATE '2026-09-20') WHERE domain = 'litigation'"
    )
    # official: pen, its 3 parties, its 2 rulings; single: its 2 events, reel; unconfirmed: brush,
    # lyre and its party
    assert release.rows(sql) == [(12, 6, 0, 3, 3)]
