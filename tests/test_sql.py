"""What the SQL derives, on the tiny world, against answers worked out by hand."""

from __future__ import annotations

from datetime import date

import duckdb
import pytest

from etl.load import load
from etl.paths import SQL
from etl.release import open_locked
from tests.conftest import Release
from tests.tiny_world import READ, World


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
        ("judgements", "players-2023-retraining", "single", 1),  # the Gazette
        ("bills", "us-ca-2024-ab5", "unconfirmed", 1),  # a law, and a union is no primary source
        ("bills", "us-ny-2025-a2", "confirmed", 2),  # the Gazette and the Herald
        ("agreements", "players-2026", "confirmed", 2),  # the same
        ("bills", "us-ny-2025-s3", "unconfirmed", 1),  # a veto, and two pages of the Gazette
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


def weigh(world: World) -> duckdb.DuckDBPyConnection:
    """The confidence of every row of a world. Nothing is checked, and nothing else derived."""
    connection = duckdb.connect()
    connection.execute((SQL / "00_macros.sql").read_text("utf-8"))
    load(connection, world.curated)
    connection.execute((SQL / "10_sources.sql").read_text("utf-8"))
    return connection


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
    with weigh(world) as connection:
        sql = "SELECT confidence, caution FROM row_sources WHERE row_id = 'pen.p1'"
        assert connection.execute(sql).fetchall() == [("unconfirmed", "Another Pen.")]


def rule(world: World, ruling_id: str, sources: str = "gazette.example.com") -> None:
    world.copy("rulings", "pen-pleading", ruling_id=ruling_id, sources=sources)


DOCKET = "https://www.courtlistener.com/docket/1/pen-v-robot/"
JUSTIA = "https://dockets.justia.com/docket/example/1"
OPINION = "https://www.courtlistener.com/opinion/1/"


@pytest.fixture(scope="module")
def weighed(tmp_path_factory):
    """Claims of consequence, front pages of dockets, and publishers that count as one."""
    world = World(tmp_path_factory.mktemp("weighed"))
    both = "gazette.example.com herald.example.com"
    world.add("publishers", publisher_id="courtlistener.com", name="Dockets", kind="court")
    world.add("publishers", publisher_id="dockets.justia.com", name="More dockets", kind="tracker")
    world.add(
        "publishers",
        publisher_id="evening.example.com",
        name="The Evening Gazette",
        kind="press",
        counts_as="gazette.example.com",
    )
    rule(world, "told-once")
    rule(world, "told-twice", both)
    rule(world, "told-by-two-of-one-house", "gazette.example.com evening.example.com")
    rule(world, "told-by-two-houses", "evening.example.com herald.example.com")
    settled = {"date": "2026-08-01", "kind": "settlement_announced"}
    world.copy("case_events", "pen-motion", event_id="settled-once", **settled)
    world.copy("case_events", "pen-motion", event_id="settled-twice", sources=both, **settled)
    world.copy("cases", "reel-v-robot", case_id="decided", status="decided")
    world.copy("cases", "reel-v-robot", case_id="paid", settlement_usd="1000")
    world.copy("cases", "reel-v-robot", case_id="settled", status="settled")
    world.copy("agreements", "players-2023", agreement_id="voted")
    world.copy("agreements", "players-2023", agreement_id="not-voted", ratification_yes_pct="")
    world.copy("practices", "inkwell-robot-deal", practice_id="priced")
    world.copy("practices", "inkwell-robot-deal", practice_id="unpriced", amount_usd="")
    world.copy(
        "letters",
        "ask-first",
        letter_id="one-house",
        sources="gazette.example.com evening.example.com",
    )
    for ruling_id, url, read in (
        ("front", DOCKET, {}),
        ("front-read", DOCKET, READ),
        ("opinion", OPINION, {}),
        ("opinion-read", OPINION, READ),
    ):
        rule(world, ruling_id, "courtlistener.com")
        world.change("evidence", f"rulings.{ruling_id}.1", url=url, **read)
    rule(world, "front-and-press", "courtlistener.com gazette.example.com")
    world.change("evidence", "rulings.front-and-press.1", url=DOCKET)
    rule(world, "opinion-and-press", "courtlistener.com herald.example.com")
    world.change("evidence", "rulings.opinion-and-press.1", url=OPINION)
    rule(world, "two-unread", "courtlistener.com gazette.example.com")
    world.change("evidence", "rulings.two-unread.1", url=OPINION)
    rule(world, "tracker-and-press", "dockets.justia.com gazette.example.com")
    world.change("evidence", "rulings.tracker-and-press.1", url=JUSTIA)
    rule(world, "tracker-read-and-press", "dockets.justia.com gazette.example.com")
    world.change("evidence", "rulings.tracker-read-and-press.1", url=JUSTIA, **READ)
    world.copy("case_events", "pen-motion", event_id="front-motion", sources="courtlistener.com")
    world.change("evidence", "case-events.front-motion.1", url=DOCKET)
    world.copy("cases", "reel-v-robot", case_id="front-case", sources="courtlistener.com")
    world.change("evidence", "cases.front-case.1", url=DOCKET)
    world.copy("cases", "reel-v-robot", case_id="front-case-read", sources="courtlistener.com")
    world.change("evidence", "cases.front-case-read.1", url=DOCKET, **READ)
    world.copy("unions", "writers-guild", union_id="unread-guild", sources="guild.example.org")
    world.change("evidence", "unions.unread-guild.1", checked_on="", says="")
    world.change("evidence", "letters.ask-first.1", checked_on="2026-11-20", says="It says so.")
    with weigh(world) as connection:
        yield connection


def weight(weighed, table: str, row_id: str) -> tuple[str, int]:
    sql = "SELECT confidence, publishers FROM row_sources WHERE table_name = ? AND row_id = ?"
    (found,) = weighed.execute(sql, [table, row_id]).fetchall()
    return found


TOO_FEW = "One source so far; a claim of this weight needs two."
UNREAD = "None of its sources has been read again yet; a claim of this weight needs that."


def test_two_sources_that_nobody_read_are_not_enough_for_a_ruling(weighed):
    sql = "SELECT confidence, caution FROM row_sources WHERE row_id = 'two-unread'"
    assert weighed.execute(sql).fetchall() == [("unconfirmed", UNREAD)]


@pytest.mark.parametrize(
    ("table", "row_id", "confidence"),
    [
        ("rulings", "told-once", "unconfirmed"),
        ("rulings", "told-twice", "confirmed"),
        ("case_events", "settled-once", "unconfirmed"),
        ("case_events", "settled-twice", "confirmed"),
        ("case_events", "pen-motion", "single"),  # a motion decides nothing
        ("cases", "decided", "unconfirmed"),
        ("cases", "paid", "unconfirmed"),
        ("cases", "settled", "unconfirmed"),
        ("cases", "reel-v-robot", "single"),  # dismissed
        ("bills", "us-ny-2025-s3", "unconfirmed"),  # vetoed
        ("bill_dates", "sb1.1", "single"),  # introduced
        ("bill_dates", "sb1.2", "unconfirmed"),  # signed
        ("bill_dates", "sb1.3", "single"),  # takes effect
        ("bill_dates", "sb1.4", "unconfirmed"),  # enjoined
        ("bill_dates", "sb1.5", "unconfirmed"),  # repealed
        ("bill_events", "s3-passes", "single"),
        ("bill_events", "s3-veto", "unconfirmed"),
        ("agreements", "voted", "unconfirmed"),
        ("agreements", "not-voted", "single"),
        ("bargaining_events", "players-vote", "unconfirmed"),
        ("bargaining_events", "writers-talks", "single"),
        ("practices", "priced", "unconfirmed"),
        ("practices", "unpriced", "single"),
    ],
)
def test_a_claim_of_consequence_needs_two_publishers(weighed, table, row_id, confidence):
    assert weight(weighed, table, row_id)[0] == confidence
    sql = "SELECT caution FROM row_sources WHERE table_name = ? AND row_id = ?"
    told = TOO_FEW if confidence == "unconfirmed" else None
    assert weighed.execute(sql, [table, row_id]).fetchall() == [(told,)]


def test_one_source_is_not_blamed_where_the_sources_are_bad(release):
    sql = "SELECT confidence, caution FROM cases WHERE case_id = 'brush-v-robot'"
    assert release.rows(sql) == [("unconfirmed", None)]  # settled, as a wiki and its copy say


@pytest.mark.parametrize(
    ("table", "row_id", "confidence", "publishers"),
    [
        ("rulings", "told-by-two-of-one-house", "unconfirmed", 1),
        ("rulings", "told-by-two-houses", "confirmed", 2),
        ("letters", "one-house", "single", 1),
    ],
)
def test_publishers_of_one_house_are_one_voice(weighed, table, row_id, confidence, publishers):
    assert weight(weighed, table, row_id) == (confidence, publishers)


@pytest.mark.parametrize(
    ("table", "row_id", "confidence", "publishers"),
    [
        ("rulings", "front", "unconfirmed", 1),  # names the case, not the ruling
        ("rulings", "front-and-press", "unconfirmed", 2),  # so the press stands alone
        ("rulings", "tracker-and-press", "unconfirmed", 2),
        ("rulings", "tracker-read-and-press", "confirmed", 2),
        ("rulings", "front-read", "official", 1),  # somebody read the ruling there
        ("rulings", "opinion", "unconfirmed", 1),  # one page, which nobody read
        ("rulings", "opinion-and-press", "confirmed", 2),  # it counts like any other page
        ("rulings", "opinion-read", "official", 1),  # the text of the ruling
        ("case_events", "front-motion", "unconfirmed", 1),
        ("cases", "front-case", "single", 1),  # that there is a case, a front page does say
        ("cases", "front-case-read", "official", 1),
        ("unions", "writers-guild", "official", 1),
        ("unions", "unread-guild", "single", 1),
    ],
)
def test_a_primary_page_counts_in_full_once_it_is_read_and_a_front_page_only_then(
    weighed, table, row_id, confidence, publishers
):
    assert weight(weighed, table, row_id) == (confidence, publishers)


def test_a_row_says_when_it_was_last_read(weighed):
    sql = "SELECT checked_on FROM row_sources WHERE table_name = 'letters' AND row_id = ?"
    assert weighed.execute(sql, ["ask-first"]).fetchall() == [("2026-11-20",)]
    assert weighed.execute(sql, ["new-brushes"]).fetchall() == [(None,)]


# --- A world grown old -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def aged(tmp_path_factory):
    """The tiny world, with bills of a session that is over, an old statute, and old contracts."""
    world = World(tmp_path_factory.mktemp("aged"))
    world.add(
        "sessions", session_id="us-118", jurisdiction="US", session="118", ends_on="2025-01-03"
    )
    for number, status, as_of in (
        ("1", "introduced", "2025-02"),
        ("2", "introduced", "2025-01-03"),
        ("3", "introduced", ""),
        ("4", "passed_one_chamber", "2025-02"),
        ("5", "failed", "2025-02"),
    ):
        world.copy(
            "bills",
            "us-us-2026-hr4",
            bill_id=f"us-us-2024-hr{number}",
            session="118",
            number=f"H.R. {number}",
            status=status,
            as_of=as_of,
        )
    law = {"session": "1985", "topics": "right_of_publicity", "sources": "law.example.gov"}
    world.copy("bills", "us-ny-2025-a2", bill_id="us-ny-1985-old", number="Old", **law)
    world.copy("bills", "us-ny-2025-a2", bill_id="us-ny-2020-brief", number="Brief", **law)
    for bill_id, kind, day in (
        ("us-ny-1985-old", "effective", "1985-01-01"),
        ("us-ny-2020-brief", "introduced", "2019-05-01"),
        ("us-ny-2020-brief", "signed", "2020-01-10"),
        ("us-ny-2020-brief", "effective", "2020-02-01"),
        ("us-ny-2020-brief", "expires", "2027-06"),
    ):
        key = f"{bill_id}.{kind}"
        world.add("bill_dates", bill_date_id=key, bill_id=bill_id, kind=kind, date=day)
    old = {"stated_status": "in_force", "expires_on": "", "as_of": "2024-01-15"}
    world.copy("agreements", "writers-2024", agreement_id="no-end", sector="podcasts", **old)
    world.copy(
        "agreements",
        "writers-2024",
        agreement_id="no-end-ended",
        sector="podcasts",
        **{**old, "stated_status": "expired"},
    )
    world.copy(
        "agreements",
        "writers-2024",
        agreement_id="end-but-no-start",
        sector="audiobooks",
        **{**old, "effective_on": "", "ratified_on": "", "expires_on": "2029-12-31"},
    )
    for agreement_id, effective_on, ratified_on, supersedes in (
        ("replaced", "2020-01-01", "", ""),
        ("no-start", "", "2024-05-10", "replaced"),
        ("start-of-a-year", "2024", "2024-05-10", ""),
        ("vote-of-the-year-before", "2024", "2023-12-10", ""),
    ):
        world.copy(
            "agreements",
            "players-2026",
            agreement_id=agreement_id,
            tentative_on="",
            ratified_on=ratified_on,
            effective_on=effective_on,
            supersedes=supersedes,
            counterparty=agreement_id,
        )
    world.copy(
        "practices",
        "robot-opt-out",
        practice_id="short-lived-tool",
        announced_on="2025-06",
        ended_on="2026-02",
    )
    built = world.build()
    with open_locked(built.path) as connection:
        yield Release(world, built.path, connection, built.warnings)


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


@pytest.mark.parametrize(
    ("number", "on_the_last_day", "after_it"),
    [
        ("1", "introduced", "died"),  # in February a source still shows it open
        ("2", "introduced", "unresolved"),  # the newest source is of the last day
        ("3", "introduced", "unresolved"),  # no source has a date
        ("4", "passed_one_chamber", "died"),
        ("5", "failed", "failed"),
    ],
)
def test_an_open_bill_ends_with_its_session(aged, number, on_the_last_day, after_it):
    bill_id = f"us-us-2024-hr{number}"
    assert bill_at(aged, "2025-01-03", bill_id) == [(on_the_last_day, "not_law")]
    assert bill_at(aged, "2025-01-04", bill_id) == [(after_it, "not_law")]


def test_a_bill_of_a_session_that_goes_on_stays_open(release):
    assert bill_at(release, "2027-01-03", "us-us-2026-hr4") == [("introduced", "not_law")]
    assert bill_at(release, "2027-01-04", "us-us-2026-hr4") == [("unresolved", "not_law")]


def test_a_bill_says_when_its_session_ends(release):
    sql = "SELECT session_ends_on FROM bills_at(DATE '2026-11-22') WHERE bill_id = ?"
    assert release.rows(sql, "us-us-2026-hr4") == [("2027-01-03",)]
    assert release.rows(sql, "us-ca-2025-sb1") == [(None,)]  # a session that nobody noted


def test_an_old_law_is_law_since_it_took_effect(aged):
    assert bill_at(aged, "1984-12-31", "us-ny-1985-old") == []
    assert bill_at(aged, "1985-01-01", "us-ny-1985-old") == [("enacted", "in_force")]
    sql = (
        "SELECT enacted_on, effective_on, date FROM bills_at(DATE '2026-11-22') "
        "WHERE bill_id = 'us-ny-1985-old'"
    )
    assert aged.rows(sql) == [(None, "1985-01-01", "1985-01-01")]


@pytest.mark.parametrize(
    ("day", "standing"),
    [
        ("2020-01-09", ("introduced", "not_law")),
        ("2020-01-10", ("enacted", "future")),
        ("2020-02-01", ("enacted", "in_force")),
        ("2027-06-30", ("enacted", "in_force")),  # it ends some day in June
        ("2027-07-01", ("enacted", "repealed")),
    ],
)
def test_a_law_may_end_by_its_own_terms(aged, day, standing):
    assert bill_at(aged, day, "us-ny-2020-brief") == [standing]


def test_the_end_of_a_law_is_known_once_it_is_signed(aged):
    sql = "SELECT expires_on FROM bills_at(?::DATE) WHERE bill_id = 'us-ny-2020-brief'"
    assert aged.rows(sql, "2020-01-09") == [(None,)]
    assert aged.rows(sql, "2020-01-10") == [("2027-06",)]
    sql = "SELECT is_ahead FROM events_at(?::DATE) WHERE row_id = 'us-ny-2020-brief.expires'"
    assert aged.rows(sql, "2020-01-09") == []
    assert aged.rows(sql, "2020-01-10") == [(True,)]
    assert aged.rows(sql, "2027-06-01") == [(False,)]


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


@pytest.mark.parametrize(
    ("agreement_id", "day", "status"),
    [
        ("no-end", "2026-01-15", "in_force"),  # two years to the day after its newest source
        ("no-end", "2026-01-16", "last_known"),
        ("no-end-ended", "2026-01-16", "expired"),
        ("end-but-no-start", "2026-01-16", "in_force"),  # its end is on record: 2029-12-31
    ],
)
def test_a_contract_without_an_end_is_last_known_two_years_after_its_source(
    aged, agreement_id, day, status
):
    sql = "SELECT status FROM agreements_at(?::DATE) WHERE agreement_id = ?"
    assert aged.rows(sql, day, agreement_id) == [(status,)]


@pytest.mark.parametrize(
    ("agreement_id", "day", "status"),
    [
        ("no-start", "2024-05-10", "in_force"),
        ("replaced", "2024-05-09", "in_force"),
        ("replaced", "2024-05-10", "superseded"),  # by the one without a start
        ("start-of-a-year", "2024-05-09", "in_negotiation"),
        ("start-of-a-year", "2024-05-10", "in_force"),
        ("vote-of-the-year-before", "2023-12-31", "ratified"),
        ("vote-of-the-year-before", "2024-01-01", "in_force"),  # some day of that year
    ],
)
def test_a_contract_binds_from_its_vote_where_its_first_day_is_not_known(
    aged, agreement_id, day, status
):
    sql = "SELECT status FROM agreements_at(?::DATE) WHERE agreement_id = ?"
    assert aged.rows(sql, day, agreement_id) == [(status,)]


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
        ("players-2023", "retraining", "none_found", False, 0),  # somebody looked
        ("players-2026", "opt_out", "not_judged", False, 0),  # looked, and could not tell
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


def test_a_judgement_says_where_somebody_looked(release):
    columns = "judgement_id, looked_on, looked_in, summary"
    assert cell(release, "players-2023", "retraining", columns) == (
        "players-2023-retraining",
        "2026-09-20",
        "The whole agreement",
        "Nothing on training for other work.",
    )
    assert cell(release, "players-2023", "scan_security", columns) == (None,) * 4


def test_judgements_name_what_was_looked_through(release):
    sql = "SELECT judgement_id, looked_through, pillar FROM judgements_at(?::DATE) ORDER BY 1"
    assert release.rows(sql, "2026-09-19") == []
    assert release.rows(sql, "2026-09-20") == [
        ("ny-scan-security", "New York", "guardrails"),
        ("players-2023-retraining", "Players Agreement 2023", "jobs"),
        ("players-2026-opt-out", "Players Agreement 2026", "content_data"),
    ]


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


@pytest.mark.parametrize(
    ("day", "standings"),
    [
        ("2025-05-31", {}),
        ("2025-06-01", {"robot-opt-out": "announced", "short-lived-tool": "announced"}),
        ("2026-01-31", {"robot-opt-out": "announced", "short-lived-tool": "announced"}),
        ("2026-02-01", {"robot-opt-out": "announced", "short-lived-tool": "ended"}),
    ],
)
def test_a_practice_stands_until_it_ends(aged, day, standings):
    sql = "SELECT practice_id, standing FROM practices_at(?::DATE) WHERE company_id = 'robot-music'"
    assert dict(aged.rows(sql, day)) == standings


def test_announced_is_not_closed(release):
    sql = "SELECT standing FROM practices_at(?::DATE) WHERE practice_id = 'inkwell-robot-deal'"
    assert release.rows(sql, "2026-03-14") == []
    assert release.rows(sql, "2026-03-15") == [("announced",)]
    assert release.rows(sql, "2026-06-29") == [("announced",)]
    assert release.rows(sql, "2026-06-30") == [("closed",)]


def test_a_letter_has_named_and_claimed_signatures(release):
    sql = "SELECT letter_id, named, claimed FROM letters_at(DATE '2026-11-22') ORDER BY 1"
    assert release.rows(sql) == [("ask-first", 2, 420), ("new-brushes", 0, None)]


# --- Events ----------------------------------------------------------------------------------


def test_every_event_stands_once(release):
    total, distinct = release.rows("SELECT count(*), count(DISTINCT event_id) FROM events")[0]
    # 12 bill dates (a last action is none), 2 bill events, 2 federal actions, 3 cases filed,
    # 2 case events, 2 rulings, 2 bargaining events, 3 contracts' ends, 2 practices, 1 step of a
    # practice (its announcement is there already), 1 incident, 2 letters, 2 events of the
    # coalition, 2 developments
    assert (total, distinct) == (38, 38)


def test_an_announcement_is_one_event(release):
    sql = "SELECT event_id, kind FROM events WHERE subject_id = 'inkwell-robot-deal' ORDER BY date"
    assert release.rows(sql) == [
        ("inkwell-robot-deal@practices", "license_deal"),
        ("deal.closed@practice_events", "closed"),
    ]


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
        ("us-119", 42),  # the session of hr4 ends on 3 January
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
