"""What is fixed to come: the calendar, the radar drawn of it, and the feed of it."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest
from icalendar import Calendar
from starlette.applications import Starlette
from starlette.testclient import TestClient

from app import store
from app.charts import radar
from app.charts.fixed_dates import fixed_dates
from app.filters import Filters
from app.palette import LIGHT
from app.routes import ROUTES
from etl.release import open_locked
from tests.conftest import Release
from tests.serving import serve, serve_real
from tests.tiny_world import World

DAY = pd.Timestamp("2026-11-22")

# --- The ends of sessions --------------------------------------------------------------------


@pytest.fixture(scope="module")
def busy(tmp_path_factory):
    """The tiny world, with two sessions more and a contract that was replaced before it ended."""
    world = World(tmp_path_factory.mktemp("busy"))
    world.add(
        "sessions",
        session_id="ny-2026",
        jurisdiction="NY",
        session="2026",
        ends_on="2027-01",
        note="Until the next one sits.",
    )
    world.add(
        "sessions", session_id="ca-2026", jurisdiction="CA", session="2026", ends_on="2026-12-31"
    )
    for number, state, status, topics in (
        ("1", "NY", "introduced", "digital_replica"),
        ("2", "NY", "passed_one_chamber", "csam"),  # children, not creators
        ("3", "NY", "passed_legislature", "digital_replica"),
        ("4", "NY", "failed", "digital_replica"),
        ("5", "CA", "failed", "digital_replica"),
    ):
        world.copy(
            "bills",
            "us-us-2026-hr4",
            bill_id=f"us-{state.lower()}-2026-s{number}",
            jurisdiction=state,
            session="2026",
            number=f"S {number}",
            status=status,
            topics=topics,
            protections="likeness_consent",
        )
    world.change("agreements", "players-2026", effective_on="2026-06-01", ratified_on="2026-05-20")
    world.change("agreements", "players-2026", tentative_on="2026-05-01")
    world.change("bargaining_events", "players-vote", date="2026-05-20")
    built = world.build()
    with open_locked(built.path) as connection:
        yield Release(world, built.path, connection, built.warnings)


def session_ends(release: Release, day: str, *columns: str) -> list[tuple[object, ...]]:
    sql = f"SELECT row_id, {', '.join(columns)} FROM calendar_at(?::DATE)"
    return release.rows(f"{sql} WHERE kind = 'session_ends' ORDER BY 1", day)


def test_a_session_ends_with_the_bills_that_are_undecided(busy):
    found = session_ends(busy, "2026-11-22", "title", "bills_undecided", "touches")
    assert found == [
        # bills 1, 2 and 3; the fourth failed. California's only bill failed: nothing dies there.
        ("ny-2026", "New York: session 2026 ends with 3 bills undecided", 3, "likeness_consent"),
        (
            "us-119",
            "United States: session 119 ends with 1 bill undecided",
            1,
            "likeness_consent|postmortem_rights",
        ),
    ]


def test_a_session_says_what_would_be_lost(busy):
    (new_york, congress) = session_ends(busy, "2026-11-22", "summary")
    assert new_york[1] == (
        "2 of these touch creators’ protections. 1 passed both chambers and may still be signed. "
        "What has not passed by then dies. Until the next one sits."
    )
    assert (
        congress[1] == "1 of these touches creators’ protections. What has not passed by then dies."
    )


def test_a_session_known_by_the_month_stays_a_month(busy):
    columns = ("date", "date_first", "date_last", "date_precision", "days_left")
    new_york = session_ends(busy, "2026-11-22", *columns)[0]
    # 8 days of November, 31 of December, 31 of January
    assert new_york[1:] == ("2027-01", date(2027, 1, 1), date(2027, 1, 31), "month", 70)


def test_a_session_carries_the_sources_of_its_row(busy):
    found = session_ends(busy, "2026-11-22", "confidence", "source_url", "table_name")
    gazette = "https://gazette.example.com/us-119/1"
    assert found[1] == ("us-119", "single", gazette, "sessions")


@pytest.mark.parametrize(
    ("day", "sessions"),
    [
        ("2026-01-31", []),  # H.R. 4 is introduced on 1 February
        ("2026-02-01", ["us-119"]),
        ("2027-01-03", ["us-119"]),
        ("2027-01-04", []),
    ],
)
def test_a_session_is_there_while_a_bill_is_alive(release, day, sessions):
    assert [row_id for row_id, *_ in session_ends(release, day, "kind")] == sessions


def test_the_end_of_a_contract_that_was_replaced_is_not_to_come(release, busy):
    sql = "SELECT row_id FROM calendar_at(DATE '2026-06-02') WHERE row_id = 'players-2023'"
    assert release.rows(sql) == [("players-2023",)]  # it ends on 30 June
    assert busy.rows(sql) == []  # its successor began on 1 June


# --- The next twelve months ------------------------------------------------------------------


def test_the_radar_reaches_one_year_and_says_what_may_be_later(release):
    sql = "SELECT row_id, is_sure FROM radar_at(?::DATE) ORDER BY date_first"
    assert release.rows(sql, "2026-11-22") == [
        ("ab5.3", True),
        ("us-119", True),
        ("pen-hearing", True),
        ("eu-code-deadline", True),  # 2027-08-02; the contract of 2029 is beyond
    ]
    assert ("eu-code-deadline", True) in release.rows(sql, "2026-11-22")
    assert "players-2026" in dict(release.rows(sql, "2028-06-30"))
    assert "players-2026" not in dict(release.rows(sql, "2028-06-29"))


def fixed(kind: str, on: str, title: str, **more: object) -> dict[str, object]:
    """A row of the radar, drawn for the view of 22 November 2026."""
    first = pd.Timestamp(
        on if len(on) == 10 else f"{on}-01"[:10] if len(on) == 7 else f"{on}-01-01"
    )
    last = first
    if len(on) < 10:
        last = first + (pd.offsets.MonthEnd(0) if len(on) == 7 else pd.offsets.YearEnd(0))
    until = DAY + pd.DateOffset(years=1)
    return {
        "date": on,
        "domain": "legislation",
        "kind": kind,
        "title": title,
        "subject_id": title,
        "touches": None,
        "members": None,
        "bills_undecided": None,
        "confidence": "confirmed",
        "source_url": "https://example.org",
        "date_first": first,
        "date_last": last,
        "is_sure": bool(first >= DAY and last <= until),
        **more,
    }


ROWS = [
    fixed("effective", "2027-01-01", "CA A 1: Chatbots"),
    fixed(
        "effective", "2027-01-01", "NY S 2: Replicas", touches="likeness_consent|deepfake_remedy"
    ),
    fixed("effective", "2027-03", "UT H 3: Labels", confidence="unconfirmed"),
    fixed("effective", "2027-05-01", "UT H 3, rest", subject_id="UT H 3: Labels"),
    fixed("contract_ends", "2026-12-31", "Players: Film", members=900),
    fixed("contract_ends", "2027", "Writers: Press", members=10),
    fixed("contract_ends", "2027", "Dancers: Stage", members=5000),
    fixed("session_ends", "2027-01", "Ohio: session 1 ends", bills_undecided=4, touches="opt_out"),
    fixed("license_deal", "2027-01-02", "no date of the radar"),
]


def drawn(rows: list[dict[str, object]] = ROWS):
    made = radar.next_year(pd.DataFrame(rows), DAY, LIGHT)
    assert made is not None
    return made


def test_the_finding_counts_only_what_is_sure_and_each_law_once():
    assert drawn().title == (
        "1 contract ends and 3 laws take effect in the next 12 months, "
        "first “Players: Film” on 31 Dec 2026"
    )
    told = drawn().subtitle
    assert "from 22 Nov 2026 to 22 Nov 2027" in told
    assert "1 of these laws touches creators’ protections" in told
    assert "2 more contracts end then or later" in told


def test_a_month_that_comes_first_is_named_as_a_month():
    assert drawn(ROWS[2:3]).title.endswith("first “UT H 3: Labels” in Mar 2027")


def test_without_contracts_and_laws_the_dates_are_counted():
    assert drawn(ROWS[7:8]).title == "1 date is fixed for the next 12 months"
    assert radar.next_year(pd.DataFrame(ROWS[8:]), DAY, LIGHT) is None


def test_only_a_day_is_drawn_as_a_day():
    (marks,) = drawn().figure["data"]
    seen = dict(zip(marks["text"], marks["marker"]["opacity"], strict=True))
    days = [text.strip().partition(":")[0] for text, opacity in seen.items() if opacity]
    assert days == ["31 Dec 2026", "1 Jan 2027", "1 May 2027"]
    bars = [s for s in drawn().figure["layout"]["shapes"] if s["type"] == "rect"]
    assert [(bar["x0"], bar["x1"]) for bar in bars] == [
        ("2027-01-01", "2027-11-22"),  # the year, cut at the edge of the twelve months
        ("2027-03-01", "2027-03-31"),
        ("2027-01-01", "2027-01-31"),
    ]


def test_a_label_says_how_many_and_names_the_weightiest_first():
    labels = [text.strip() for text in drawn().figure["data"][0]["text"]]
    assert labels == [
        "31 Dec 2026: Players: Film",
        "2027: 2 contracts: Dancers, Writers",
        "1 Jan 2027: 2 laws, 1 on creators’ protections: NY S 2, CA A 1",
        "Mar 2027: UT H 3: Labels (unconfirmed)",
        "1 May 2027: UT H 3, rest",
        "Jan 2027: Ohio: session 1 ends",
    ]


def test_a_label_that_is_cut_still_says_that_it_is_unconfirmed():
    (text,) = drawn([{**ROWS[2], "title": "x" * 200}]).figure["data"][0]["text"]
    assert text.strip().endswith("x… (unconfirmed)")
    assert len(text) < 120


def test_what_touches_no_protection_is_grey():
    colours = drawn().figure["data"][0]["marker"]["color"]
    strong, grey = LIGHT.accent, LIGHT.series[7]
    assert colours == [strong, strong, strong, grey, grey, strong]


def test_the_table_holds_every_date_with_its_source():
    table = drawn().table
    assert len(table) == len(ROWS) - 1
    sure = dict(zip(table["What"], table["In these 12 months"], strict=True))
    assert (sure["Players: Film"], sure["Writers: Press"]) == ("yes", "perhaps")
    assert table["Source"].notna().all()


def test_every_scheduled_kind_has_its_row_in_the_radar(monkeypatch):
    serve_real(monkeypatch)
    rows = store.query("radar", Filters())
    assert len(fixed_dates(rows)) == len(rows) > 20


def test_the_nearest_date_comes_first(monkeypatch):
    serve_real(monkeypatch)
    for relation in ("calendar", "radar"):
        assert store.query(relation, Filters())["date_first"].is_monotonic_increasing
    assert store.query("events", Filters())["date_first"].is_monotonic_decreasing


# --- The feed --------------------------------------------------------------------------------


@pytest.fixture
def client(monkeypatch):
    serve_real(monkeypatch)
    with TestClient(Starlette(routes=ROUTES)) as made:
        yield made


def events(content: bytes) -> dict[str, object]:
    return {str(event["UID"]): event for event in Calendar.from_ical(content).walk("VEVENT")}


@pytest.mark.parametrize("query", ["", "state=CA", "union=iatse&union=wgae", "q=replica"])
def test_the_feed_holds_the_rows_of_the_export(client, query):
    rows = client.get(f"/export/calendar.json?{query}").json()
    found = events(client.get(f"/calendar.ics?{query}").content)
    assert set(found) == {f"{r['row_id']}.{r['table_name']}@creators-ai-atlas" for r in rows}
    assert len(found) == len(rows)


def test_the_feed_is_icalendar(client):
    answer = client.get("/calendar.ics")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    lines = answer.content.split(b"\r\n")
    assert (lines[0], lines[-2:]) == (b"BEGIN:VCALENDAR", [b"END:VCALENDAR", b""])
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)


def test_an_event_lasts_all_the_days_that_its_source_leaves_open(client):
    rows = client.get("/export/calendar.json").json()
    found = events(client.get("/calendar.ics").content)
    assert {row["date_precision"] for row in rows} >= {"day", "month", "year"}
    for row in rows:
        event = found[f"{row['row_id']}.{row['table_name']}@creators-ai-atlas"]
        begins, ends = event["DTSTART"].dt, event["DTEND"].dt
        assert type(begins) is date
        assert begins.isoformat() == row["date_first"]
        assert (ends - timedelta(days=1)).isoformat() == row["date_last"]  # the end is left out
        loose = "Known by the" in event["DESCRIPTION"] or "Known only" in event["DESCRIPTION"]
        assert loose == (row["date_precision"] != "day")
        assert (event["STATUS"] == "TENTATIVE") == (row["confidence"] == "unconfirmed")


def test_the_stamp_is_the_time_of_the_build(client):
    built_at = store.release().built_at.replace(microsecond=0)
    stamps = {e["DTSTAMP"].dt for e in events(client.get("/calendar.ics").content).values()}
    assert [stamp.replace(tzinfo=None) for stamp in stamps] == [built_at]


def test_text_is_escaped(built, monkeypatch):
    serve(monkeypatch, built.warehouse)
    with TestClient(Starlette(routes=ROUTES)) as client:
        text = client.get("/calendar.ics?as_of=2026-11-22").text.replace("\r\n ", "")
    assert "SUMMARY:Deadline: Old models must comply" in text
    assert "\\nDate: 2 Aug 2027." in text
    assert "United States: session 119 ends with 1 bill undecided" in text


def test_a_wrong_address_is_answered_in_words(client):
    answer = client.get("/calendar.ics?state=ZZ")
    assert answer.status_code == 400
    assert "“ZZ”" in answer.text
    assert client.get("/calendar.ics?court=x").status_code == 400
    assert "VEVENT" not in client.get("/calendar.ics?q=zzzzzz").text
