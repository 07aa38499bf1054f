"""What a record page says reads like a sentence of somebody, and says it once."""

from __future__ import annotations

import re

import pytest

from app.event_kinds import event_kind
from app.records.addresses import RECORD_TABLES
from app.records.sentences import SENTENCES, sentence
from app.records.wording import in_words
from etl.tables import TABLES
from tests.record_pages import data, links, page, section, words
from tests.serving import serve, serve_real
from tests.tiny_world import World


@pytest.fixture
def shelf(built, opened, monkeypatch) -> World:
    serve(monkeypatch, built.warehouse, opened=opened)
    return built


def told(path: str, name: str) -> str:
    return words(section(page(path), name))


# --- The sentence ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("companies/robot-labs", "Robot Labs: AI developer, based in the United States."),
        ("companies/robot-music", "Robot Music: platform."),
        ("bill_dates/ab5.2", "A date of the bill “CA AB 5: Replica Contract Act”: takes effect"),
        ("case_parties/pen.p1", "is a plaintiff in Pen v. Robot."),
        (
            "employers/studios.robot-music",
            "In contracts, “Studios of Example” can stand for Robot Music: a member.",
        ),
        ("development_subjects/half-of-uploads.robot-music", "touches “Robot Music”."),
        ("signatories/guild-of-writers", "Guild of Writers is an organisation named in letters"),
        ("courts/example-trial", "Example Trial Court: trial court in the United States."),
        ("countries/US", "United States: what the Atlas has on file about it."),
    ],
)
def test_the_sentence_says_what_a_record_is(shelf, path, said):
    assert said in data(path)["sentence"]


def test_what_is_not_known_falls_out_of_the_sentence():
    counts = {"jurisdiction": "Ohio", "year": 2025, "bills_enacted": 0}
    said = sentence("state_year_counts", counts, {})
    assert said == "Bills of Ohio in 2025 as others counted them, enacted: 0."
    other = {"name": "Somebody", "kind": "other"}
    assert sentence("companies", other, {}) == "Somebody."


def test_every_sentence_ends_and_none_is_a_description_of_its_table(monkeypatch):
    release = serve_real(monkeypatch)
    descriptions = {table.description for table in TABLES.values()}
    for table in RECORD_TABLES:
        key = TABLES[table].key
        ids = [row_id for (row_id,) in release.rows(f"SELECT {key} FROM {table} ORDER BY 1", {})]
        for row_id in ids[:: max(1, len(ids) // 3)]:
            said = data(f"{table}/{row_id.replace('/', '%2F')}")["sentence"]
            assert re.search(r"[.?!][”\")]?$", said), said
            assert said not in descriptions, table
            assert not re.search(r"\b[a-z]+_[a-z]+\b|\|", said), said


def test_parts_of_sentences_name_columns_of_their_table(monkeypatch):
    relations = serve_real(monkeypatch).relations
    for table, parts in SENTENCES.items():
        for name in re.findall(r"{(?:a_|the_)?(\w+)}", "".join(parts)):
            assert name in relations[table].columns, (table, name)


# --- The fields ------------------------------------------------------------------------------


def test_the_name_at_the_head_is_not_a_field_again(shelf):
    recorded = told("companies/robot-labs", "recorded")
    assert recorded.count("Robot Labs") == 0
    assert "Legislative session" in told("bills/us-ca-2024-ab5", "recorded")
    assert "Replica Contract Act" not in told("bills/us-ca-2024-ab5", "recorded")
    assert "Voids replica clauses" not in told("bills/us-ca-2024-ab5", "recorded")


def test_a_heading_is_not_explained_by_itself(shelf):
    recorded = told("cases/pen-v-robot", "recorded")
    assert "Country United States" in recorded
    assert "Stage Stage reached." in recorded


def test_a_list_of_records_is_headed_by_what_they_are(shelf):
    assert "Companies Companies involved. Robot Labs" in told("incidents/cloned-voice", "recorded")


def test_a_page_without_facts_has_no_empty_list(shelf):
    assert not section(page("countries/US"), "recorded")


def test_places_on_a_map_are_no_facts(shelf):
    assert "tile" not in page("jurisdictions/CA")
    assert data("jurisdictions/CA")["fields"]["tile_row"] == 4


def test_a_row_that_points_at_a_record_names_it(shelf):
    recorded = told("development_subjects/half-of-uploads.robot-music", "recorded")
    assert "Kind of record Companies" in recorded and "Robot Music" in recorded


@pytest.mark.parametrize(
    ("table", "name", "value", "said"),
    [
        ("unions", "members", 27000, "27,000 people"),
        ("unions", "members", 1, "1 person"),
        ("letter_counts", "signatures", 1, "1 signature"),
        ("practices", "amount_usd", 1.5e9, "1,500,000,000 US dollars"),
        ("transparency_scores", "year", 2025, "2025"),
        ("publishers", "citations", 1582, "1,582"),
    ],
)
def test_numbers_are_written_as_people_write_them(table, name, value, said):
    assert in_words(table, name, value) == said


def test_the_status_of_a_ruling_is_said_to_be_that_of_its_case(shelf):
    assert "Status Where the case stands. Pending" in told("rulings/pen-fair-use", "recorded")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("proposed 2026-07-31; no final text", "proposed 31 Jul 2026; no final text"),
        ("the season 2024-25", "the season 2024-25"),
        ("docket 2026-13-45", "docket 2026-13-45"),
        ("https://example.org/2026-07-01/a", "https://example.org/2026-07-01/a"),
        ("no. 1234-2026-07-01", "no. 1234-2026-07-01"),
    ],
)
def test_days_within_a_text_are_in_words(text, said):
    assert in_words("federal_actions", "status", text) == said


# --- Corrections -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("column", "was", "now", "said"),
    [
        ("filed_on", "2025-09", "2025-09-02", "Filed : Sep 2025 → 2 Sep 2025"),
        ("court_id", "example-land", "example-trial", "Landgericht Example → Example Trial Court"),
        ("court_id", "gone", "example-trial", "gone → Example Trial Court"),
        ("settlement_usd", "1000000", "", "1,000,000 US dollars → not on file"),
        ("works", "books|text", "books", "Books, Text → Books"),
    ],
)
def test_a_correction_is_told_in_the_words_of_its_field(shelf, column, was, now, said):
    shelf.add(
        "corrections",
        correction_id="cases.pen",
        date="2026-09-20",
        table_name="cases",
        record_id="pen-v-robot",
        column_name=column,
        was=was,
        now=now,
        reason="It was so.",
    )
    shelf.build()
    assert said in told("cases/pen-v-robot", "corrections")


# --- The timeline ----------------------------------------------------------------------------


def test_a_country_has_no_timeline_for_no_event_says_its_country(shelf):
    assert not section(page("countries/US"), "timeline")
    assert data("countries/US")["events"] == []


def test_a_record_that_is_itself_its_only_event_has_no_timeline(shelf):
    assert not section(page("incidents/cloned-voice"), "timeline")
    assert data("incidents/cloned-voice")["events"]


def test_dates_of_a_year_stand_where_the_story_has_them(shelf):
    shelf.change("bill_dates", "ab5.1", date="2024-08")  # became law
    shelf.change("bill_dates", "ab5.2", date="2024")  # takes effect
    shelf.add("bill_dates", bill_date_id="ab5.0", bill_id="us-ca-2024-ab5", kind="introduced")
    shelf.change("bill_dates", "ab5.0", date="2024")
    shelf.build()
    found = told("bills/us-ca-2024-ab5", "timeline")
    steps = ["Introduced", "Became law", "Law takes effect"]
    assert sorted(steps, key=found.index) == steps


def test_the_timeline_of_a_company_tells_what_happened(shelf):
    found = told("companies/robot-labs", "timeline")
    assert "motion Pen v. Robot Robot Labs moves to dismiss" in found
    assert "Case filed" not in found  # the tag says so


@pytest.mark.parametrize(
    ("domain", "kind", "said"),
    [
        ("practices", "signed", "signed"),  # a deal is no law
        ("legislation", "signed", "became law"),
        ("practices", "ai_production_use", "AI used in production"),
        ("practices", "opt_out_tool", "opt-out tool"),
        ("litigation", "amended", "complaint amended"),
        ("coalition", "signatory_news", "news of signatories"),
        ("legislation", "rule", "rule"),
        ("practices", "tool_release", "tool release"),  # a kind of news in any domain
        ("litigation", "other", "litigation news"),
    ],
)
def test_a_kind_of_event_has_plain_words_of_its_domain(domain, kind, said):
    assert event_kind(domain, kind) == said


# --- Related records -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("agreements/players-2023", "Transition support: looked for, nothing found"),
        ("protections/retraining", "Looked for, nothing found, Players Agreement 2023"),
        ("cases/pen-v-robot", "P. Pen · plaintiff"),
        ("jurisdictions/CA", "2025: AI bills, counted by the Gazette"),
    ],
)
def test_a_related_record_says_what_the_page_does_not(shelf, path, said):
    items = re.findall(r"<li>.*?</li>", section(page(path), "related"), re.DOTALL)
    assert any(said == re.sub(r"^\d+ \w+ \d+ ", "", words(item)) for item in items)


def test_what_a_row_joins_is_one_click_away(shelf):
    related = section(page("companies/robot-labs"), "related")
    found = re.findall(r"<li>.*?</li>", related, re.DOTALL)
    (item,) = [words(li) for li in found if "case_parties" in li and "pen-v-robot" in li]
    assert item == "defendant · Pen v. Robot"
    assert "../../records/cases/pen-v-robot" in links(related)


def test_a_clause_leads_to_its_row_and_to_the_contracts_of_its_union(shelf):
    found = links(page("provisions/p23-hiring"))
    assert "../../data?table=provisions&where=provision_id%3Ap23-hiring" in found
    assert "../../agreements?union=players-guild&protection=human_hiring" in found


def test_no_page_is_named_that_would_be_empty(shelf):
    found = links(page("companies/robot-music"))
    assert "../../timeline?company=robot-music" in found
    assert "../../litigation?company=robot-music" not in found  # it is a party to no case


def test_a_signature_leads_to_its_row_and_to_its_letter(shelf):
    found = links(page("signatures/ask-first.ada"))
    assert "../../data?table=signatures&where=signature_id%3Aask-first.ada" in found
    assert "../../coalition?letter=ask-first" in found


def test_the_dashboard_is_searched_for_what_a_row_says_itself(shelf):
    found = links(page("practices/inkwell-robot-deal"))
    (way,) = [h for h in found if h.startswith("../../practices?") and "q=" in h]
    assert way.endswith("company=robot-labs&q=Licence+for+the+Inkwell+catalogue")


def test_a_publisher_leads_to_all_its_sources(shelf):
    (way,) = [h for h in links(page("publishers/court.example.gov")) if "evidence" in h]
    assert way == "../../data?table=evidence&q=court.example.gov"
