"""Companies: what each has on record, its contracts, and what it announced beside it."""

from __future__ import annotations

import csv
import io
import re
from types import SimpleNamespace

import pandas as pd
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from app import company_measures, company_words, promise_blocks, store
from app.charts import companies, company_timeline
from app.filters import Filters
from app.palette import LIGHT
from app.registry import PAGES
from app.routes import ROUTES
from etl.release import open_locked
from tests.serving import serve_real
from tests.test_opening import rows_at
from tests.test_pages import assert_drawn, visit, warnings

DAY = "2026-11-22"
PAGE = next(page for page in PAGES if page.path == "companies")
STUDIOS = [
    "apple",
    "disney",
    "nbcuniversal",
    "netflix",
    "paramount-skydance",
    "prime-video",
    "sony-pictures",
    "wbd",
]


def ask(release, sql: str, day: str = DAY) -> list[tuple[object, ...]]:
    """Rows of a query in which `{...}` names a relation."""
    for part in ("acts", "suits", "deals", "contracts", "promises", "counts"):
        sql = sql.replace(f"{{{part}}}", f"company_{part}_at(DATE '{day}')")
    return release.rows(sql)


def spoiled(world, sql: str) -> list[tuple[object, ...]]:
    """Rows of a query over a world of one's own."""
    with open_locked(world.build().path) as connection:
        return connection.execute(sql.replace("_at()", f"_at(DATE '{DAY}')")).fetchall()


# --- What is counted, on the tiny world ------------------------------------------------------

COUNTED = (
    "records, suits_against, suits_open, suits_by, rulings, deals_buyer, deals_seller, policies"
)
COUNTED += ", incidents, contracts, crawlers, index_score, unconfirmed"


@pytest.mark.parametrize(
    ("company", "expected"),
    [
        # pen-v-robot, the deal, its subsidiary's form, the cloned voice; two rulings in pen-v-robot
        ("robot-labs", (4, 1, 1, 0, 2, 1, 0, 1, 1, 1, 1, 41, 0)),
        # the form and the cloned voice alone; the contract is its own
        ("robot-music", (2, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, None, 0)),
        ("inkwell-press", (2, 0, 0, 1, 2, 0, 1, 0, 0, 0, 0, None, 0)),
    ],
)
def test_a_parent_is_counted_with_its_subsidiaries(release, company, expected):
    sql = f"SELECT {COUNTED} FROM {{counts}} WHERE company_id = '{company}'"
    assert ask(release, sql) == [expected]


def test_counts_say_whose_they_are(release):
    sql = "SELECT family_ids, subsidiaries, parent FROM {counts} ORDER BY company_id DESC LIMIT 2"
    assert ask(release, sql) == [
        ("robot-music", None, "Robot Labs"),
        ("robot-labs|robot-music", "Robot Music", None),
    ]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2025-06-30", (1, 0, 0, 0)),  # the form alone
        ("2025-09-02", (2, 1, 0, 0)),  # pen-v-robot is filed
        ("2025-12-01", (2, 1, 1, 0)),  # the first ruling
        ("2026-03-15", (4, 1, 1, 1)),  # the cloned voice, then the deal
    ],
)
def test_counts_are_those_of_the_day(release, day, expected):
    sql = """
        SELECT records, suits_against, rulings, deals FROM {counts}
        WHERE company_id = 'robot-labs'"""
    assert ask(release, sql, day) == [expected]


def test_the_sum_of_a_deal_is_counted_once(release):
    sql = (
        "SELECT company_id, deals_usd, deals_with_sum FROM {counts} WHERE deals_usd > 0 ORDER BY 1"
    )
    assert ask(release, sql) == [("inkwell-press", 1e6, 1), ("robot-labs", 1e6, 1)]


def test_a_suit_against_parent_and_subsidiary_is_one_suit(world):
    world.add(
        "case_parties",
        case_party_id="pen.d2",
        case_id="pen-v-robot",
        side="defendant",
        name="Robot Music",
        kind="company",
        company_id="robot-music",
    )
    sql = "SELECT party FROM company_suits_at() WHERE company_id = 'robot-labs'"
    assert spoiled(world, sql) == [("Robot Labs|Robot Music",)]


def test_each_entry_is_of_one_kind(release):
    sql = "SELECT kind, row_id FROM {acts} WHERE company_id = 'robot-labs' ORDER BY ALL"
    assert ask(release, sql) == [
        ("deal_buyer", "inkwell-robot-deal"),
        ("incident", "cloned-voice"),
        ("policy", "robot-opt-out"),
        ("ruling", "pen-fair-use"),
        ("ruling", "pen-pleading"),
        ("suit_against", "pen-v-robot"),
    ]


def test_a_deal_names_the_other_side_and_its_standing(release):
    sql = "SELECT company_id, side, counterparties, standing FROM {deals} ORDER BY 1"
    assert ask(release, sql) == [
        ("inkwell-press", "deal_seller", "Robot Labs", "closed"),
        ("robot-labs", "deal_buyer", "Inkwell Press", "closed"),
    ]
    assert ask(release, sql, "2026-06-29")[0][-1] == "announced"


def test_a_letter_signed_in_the_name_of_a_company(world):
    world.add(
        "signatories",
        signatory_id="inkwell",
        name="INKWELL Press",
        kind="organization",
        primary_craft="author",
    )
    world.add(
        "signatures",
        signature_id="ask-first.inkwell",
        letter_id="ask-first",
        signatory_id="inkwell",
        role="signatory",
        credited_as="publisher",
    )
    world.change("letters", "new-brushes", addressed_to="Robot Labs and others")
    sql = """
        SELECT company_id, kind, row_id FROM company_acts_at()
        WHERE table_name = 'letters' ORDER BY 1"""
    assert spoiled(world, sql) == [
        ("inkwell-press", "letter", "ask-first"),
        ("robot-labs", "letter_to", "new-brushes"),
    ]


# --- Contracts -------------------------------------------------------------------------------


def test_a_group_binds_its_members_and_their_parents(release):
    sql = """
        SELECT company_id, party, through, agreement_id, status, confidence FROM {contracts}
        WHERE agreement_id LIKE 'players%' ORDER BY ALL"""
    through = ("Robot Music", "Studios of Example")
    # the Guild signed players-2023; but that the group stands for Robot Music says one paper alone
    assert ask(release, sql) == [
        ("robot-labs", *through, "players-2023", "superseded", "single"),
        ("robot-labs", *through, "players-2026", "in_force", "single"),
        ("robot-music", *through, "players-2023", "superseded", "single"),
        ("robot-music", *through, "players-2026", "in_force", "single"),
    ]


def test_an_employer_that_is_named_is_bound_itself(world):
    world.change("agreements", "players-2026", counterparty="Other Firm / Inkwell Press (Group)")
    sql = """
        SELECT link, through, clauses, confidence FROM company_contracts_at()
        WHERE company_id = 'inkwell-press'"""
    assert spoiled(world, sql) == [("same", None, 1, "confirmed")]


def test_the_studios_are_bound_through_the_amptp(monkeypatch):
    serve_real(monkeypatch)
    found = store.query("company_contracts", Filters.of({"company": STUDIOS}))
    mba = found[(found["agreement_id"] == "wga-mba-2026") & (found["through"] == "AMPTP")]
    assert sorted(mba["company_id"]) == STUDIOS
    assert mba["membership_url"].notna().all()


# --- Promise beside practice -----------------------------------------------------------------


def test_what_was_announced_stands_beside_what_is_on_record(release):
    sql = """
        SELECT protection, side, kind, row_id FROM {promises}
        WHERE company_id = 'robot-labs' ORDER BY ALL"""
    assert ask(release, sql) == [
        ("likeness_consent", "record", "incident", "cloned-voice"),
        ("opt_out", "promise", "policy", "robot-opt-out"),
        ("training_consent", "record", "suit_against", "pen-v-robot"),
        ("training_transparency", "record", "index", "robot-labs-2025"),
    ]


def test_who_sues_has_no_suit_on_its_record(release):
    assert ask(release, "SELECT * FROM {promises} WHERE company_id = 'inkwell-press'") == []


@pytest.mark.parametrize(
    ("stance", "side"), [("mixed", "promise"), ("undermines", "record"), ("not_judged", None)]
)
def test_an_act_stands_on_the_side_of_its_stance(world, stance, side):
    world.change("practices", "robot-opt-out", stance=stance)
    sql = """
        SELECT side FROM company_promises_at()
        WHERE row_id = 'robot-opt-out' AND company_id = 'robot-music'"""
    assert spoiled(world, sql) == ([(side,)] if side else [])


def promise(**cells: object) -> dict[str, object]:
    made = {
        "protection": "opt_out",
        "side": "record",
        "kind": "suit_against",
        "date": "2025-06",
        "title": "Pen v. Robot",
        "standing": "pending",
        "summary": None,
        "confidence": "confirmed",
        "source_url": "https://gazette.example.com/1",
    }
    return {**made, **cells}


def test_the_columns_say_where_a_suit_stands_and_what_is_unconfirmed():
    rows = [
        promise(confidence="unconfirmed"),
        promise(standing="settled", summary="For <b>a sum</b>."),
        promise(side="promise", kind="policy", standing="announced", title="A form", date=None),
    ]
    shown = promise_blocks.grid(pd.DataFrame(rows))
    assert "Announced: 1" in shown and "On record: 2" in shown
    assert "<em>pending; reported, unconfirmed</em>" in shown
    assert "<em>settled: For &lt;b&gt;a sum&lt;/b&gt;</em>" in shown
    assert "<time>no date</time>" in shown and "<time>Jun 2025</time>" in shown


def test_a_promise_that_has_ended_is_said_to():
    kept = promise(side="promise", kind="policy", standing="announced")
    rows = pd.DataFrame([kept, {**kept, "standing": "ended"}])
    assert "Announced: 2 (1 since ended)</h4>" in promise_blocks.grid(rows)
    assert "Announced: 1</h4>" in promise_blocks.grid(rows.head(1))
    told = "It announced something on 1 of the 18 protections"
    assert company_words.promises(rows).startswith(f"{told};")
    assert company_words.promises(rows.tail(1)).startswith(f"{told} (on 1 all of it has ended);")


def test_many_suits_are_summed_up_and_folded():
    rows = [promise(title=f"Suit {n}") for n in range(4)] + [promise(standing="settled")]
    shown = promise_blocks.grid(pd.DataFrame(rows))
    assert "5 suits: 4 pending, 1 settled" in shown
    assert "<summary>2 more entries</summary>" in shown
    assert "Announced: nothing found" in shown
    assert shown.index("<em>settled</em>") < shown.index("<em>pending</em>")


def test_the_finding_counts_protections_not_rows():
    rows = [
        promise(),
        promise(),
        promise(side="promise", kind="policy"),
        promise(protection="training_transparency", kind="index"),  # an index is no dispute
        promise(protection=None),
    ]
    assert company_words.promises(pd.DataFrame(rows)) == (
        "It announced something on 1 of the 18 protections; suits, acts or harm on record touch 1"
        ", 1 of them the same"
    )


# --- Words and figures -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "told"), [(250e6, "250 million dollars"), (0.0, "–"), (float("nan"), "–")]
)
def test_a_sum_that_nobody_knows_is_a_dash(amount, told):
    row = SimpleNamespace(deals_usd=amount)
    assert company_measures._cell(row, "deals_usd") == told


def counts(**columns: list[object]) -> pd.DataFrame:
    size = len(next(iter(columns.values())))
    zero = dict.fromkeys(("records", "suits_against", "suits_by", "deals", "policies"), [0] * size)
    return pd.DataFrame({**zero, **columns})


def test_a_comparison_names_only_who_is_alone_at_the_top():
    two = counts(company=["A", "B"], suits_against=[3, 3], deals=[1, 2], policies=[0, 4])
    told = "A and B: B has most deals (2) and has most policies and tools (4)"
    assert company_words.comparison(two) == told
    assert company_words.comparison(two.assign(deals=0, policies=0)).endswith("tells them apart")


def acts(*dates: str, **cells: object) -> pd.DataFrame:
    firsts = [pd.Timestamp(date) for date in dates]
    ends = {4: pd.offsets.YearEnd(0), 7: pd.offsets.MonthEnd(0)}
    rows = pd.DataFrame(
        {
            "act_id": [f"act-{n}" for n in range(len(dates))],
            "company": "Robot Labs",
            "kind": "suit_against",
            "date": dates,
            "date_first": firsts,
            "date_last": [
                first + ends[len(date)] if len(date) in ends else first
                for first, date in zip(firsts, dates, strict=True)
            ],
            "date_precision": [{4: "year", 7: "month"}.get(len(date), "day") for date in dates],
            "title": "Pen v. Robot",
            "confidence": "confirmed",
            "source_url": "https://gazette.example.com/1",
        }
    )
    return rows.assign(**cells)


def traces(frame: pd.DataFrame, mode: str) -> list[dict[str, object]]:
    made = company_timeline.of_one(frame, pd.Timestamp(DAY), LIGHT)
    assert made is not None
    return [trace for trace in made.figure["data"] if trace["mode"] == mode]


def test_a_month_is_a_line_and_a_day_is_not():
    (lines,) = traces(acts("2025-06", "2025-09-02"), "lines")
    assert lines["x"] == ["2025-06-01", "2025-06-30", None]


def test_the_unconfirmed_is_hollow():
    frame = acts("2025-06-01", "2025-09-02").assign(confidence=["unconfirmed", "single"])
    (marks,) = traces(frame, "markers")
    found = dict(zip(marks["x"], marks["marker"]["symbol"], strict=True))
    assert found == {"2025-06-01 00:00": "triangle-up-open", "2025-09-02 00:00": "triangle-up"}


def test_no_mark_hides_another():
    days = pd.Series(pd.to_datetime(["2025-01-01", "2025-01-02", "2025-01-03", "2025-02-01"]))
    assert company_timeline.packed(days, days, pd.Timedelta(days=10)) == [0, 1, 2, 0]


def test_what_has_no_date_is_not_drawn_and_it_is_said():
    frame = acts("2025-06-01", "2025-09-02")
    frame.loc[0, ["date_first", "date_last"]] = pd.NaT
    made = company_timeline.of_one(frame, pd.Timestamp(DAY), LIGHT)
    assert made is not None
    assert "1 entry without a date not drawn" in made.subtitle
    assert made.title == "1 dated entry, in 2025"
    assert company_timeline.of_one(frame.head(1), pd.Timestamp(DAY), LIGHT) is None


def test_a_lane_says_how_many_of_all_are_drawn():
    frame = acts("2025-06-01", "2025-09-02")
    frame.loc[0, ["date_first", "date_last"]] = pd.NaT
    made = company_timeline.of_one(frame, pd.Timestamp(DAY), LIGHT)
    assert made is not None
    assert ": 1 of 2</b>" in made.figure["layout"]["annotations"][0]["text"]


def test_the_ranking_shows_a_subsidiary_only_with_its_parent(monkeypatch):
    serve_real(monkeypatch)
    made = companies.most_on_record(store.query("company_counts", Filters()), LIGHT)
    assert made is not None
    assert "Alphabet" in set(made.table["Company"])
    assert "Google" not in set(made.table["Company"])


# --- The page, and its rows taken away -------------------------------------------------------


@pytest.fixture
def served(monkeypatch):
    return serve_real(monkeypatch)


def test_without_a_company_all_are_ranked(served):
    app = visit(PAGE)
    assert_drawn(app)
    shown = store.query("company_counts", Filters())
    assert len(app.dataframe[0].value) == int((shown["records"] > 0).sum())
    assert "companies?company=openai" in set(app.dataframe[0].value["open_url"])


SUMS = ("settlements_usd", "deals_usd", "index_score")
"""Figures that are no count of rows."""


def test_every_count_side_by_side_leads_to_its_rows(served):
    """Of the companies most on record, and of all with both suits and subsidiaries."""
    counts = store.query("company_counts", Filters()).sort_values("records", ascending=False)
    some = pd.concat([counts.head(4), counts[counts["subsidiaries"].notna()]]).drop_duplicates()
    told = company_measures.side_by_side(some).drop(columns="On record")
    ways = company_measures.rows_behind(some, ())
    led = 0
    for company in told:
        for measure, cell, way in zip(
            company_measures.MEASURES, told[company], ways[company], strict=True
        ):
            assert bool(way) == (cell != "–"), (company, measure.label)
            if way:
                found = len(rows_at(way))
                assert found if measure.column in SUMS else cell == f"{found:,}", way
                led += 1
    assert led > 40


def test_the_whole_table_says_what_it_holds_beside_the_entries(served):
    row = store.query("company_counts", Filters()).set_index("company_id").loc["openai"]
    heads = " | ".join(header.value for header in visit(PAGE, company="openai").header)
    found = re.search(
        r"Everything, with (\d+) rulings and (\d+) letters to it: (\d+) entries", heads
    )
    assert found
    rulings, letters, every = map(int, found.groups())
    assert rulings == row["rulings"]
    assert row["records"] + rulings + letters == every


def test_a_frozen_comparison_leads_to_frozen_rows(served):
    row = next(store.query("company_counts", Filters()).itertuples())
    way = company_measures.leads_to(row, company_measures.MEASURES[0], ("2026-01-01",))
    assert "as_of=2026-01-01" in way


def test_all_companies_are_counted_as_in_the_headline(served):
    heads = [header.value for header in visit(PAGE).header]
    shown = store.query("company_counts", Filters())
    shown = shown[shown["records"] > 0]
    parts = int(shown["parent_id"].notna().sum())
    told = f"{len(shown) - parts} companies and {parts} subsidiaries"
    assert f"Every company on record: {told}" in heads


def test_one_company_has_its_headline_and_sections(served):
    app = visit(PAGE, company="disney")
    assert_drawn(app)
    assert app.title[0].value.startswith("The Walt Disney Company: ")
    headings = [header.value for header in app.header]
    for start in ("Promise beside practice", "Suits: ", "Deals: ", "Union contracts: "):
        assert [heading for heading in headings if heading.startswith(start)], start
    assert not [heading for heading in headings if heading.startswith("AI crawlers")]


def test_two_to_four_companies_are_compared(served):
    app = visit(PAGE, company=["openai", "suno", "disney"])
    assert_drawn(app)
    assert warnings(app) == []
    assert app.title[0].value.startswith("OpenAI, Suno and Walt Disney: ")


def test_of_more_than_four_companies_the_first_four_are_compared(served):
    app = visit(PAGE, company=["openai", "suno", "disney", "netflix", "meta"])
    assert_drawn(app)
    assert warnings(app) == ["5 companies are too many to compare. These are the first 4."]
    assert "Meta" not in app.title[0].value
    shown = app.session_state["atlas_shown"][1]
    assert shown.get("company") == ("openai", "suno", "disney", "netflix")


def test_every_company_is_drawn(served):
    """A sample: the one with least on record, and one of each kind."""
    shown = store.query("company_counts", Filters()).sort_values(["records", "company_id"])
    for company_id in [shown["company_id"].iloc[0], *shown.groupby("kind")["company_id"].first()]:
        assert_drawn(visit(PAGE, company=company_id))


def test_the_rows_of_one_company_can_be_taken_away(served):
    client = TestClient(Starlette(routes=ROUTES), raise_server_exceptions=False)
    text = client.get("/export/company_suits.csv?company=suno").text
    found = list(csv.DictReader(io.StringIO(text)))
    assert found
    assert {row["company_id"] for row in found} == {"suno"}
    assert len(found) == len(store.query("company_suits", Filters.of({"company": ["suno"]})))
