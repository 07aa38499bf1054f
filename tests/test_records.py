"""`/records/<table>/<id>`: everything on file about one row, for people and for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs
from xml.etree import ElementTree

import pandas as pd
import pytest

from app import columns, store
from app.filters import Filters, parse
from app.records import rows
from app.records.addresses import RECORD_TABLES, address, noun
from app.records.on_the_dashboard import places
from app.registry import PAGES
from app.routes.records import PUBLIC_URL
from etl.release import serving
from etl.tables import TABLES
from tests.odd_world import RIGHT_TO_LEFT, SCRIPT, odd_world
from tests.previews import preview
from tests.record_pages import CLIENT, data, get, links, page, section, words
from tests.serving import serve, serve_real
from tests.tiny_world import World

BOOKKEEPING = {"evidence", "cautions", "row_floors"}
each_table = pytest.mark.parametrize("table", RECORD_TABLES)


@pytest.fixture(autouse=True, scope="module")
def one_loop() -> Iterator[None]:
    """One event loop for all requests, else each would start its own."""
    with CLIENT:
        yield


@pytest.fixture(scope="module")
def odd(tmp_path_factory) -> store.Release:
    """A release of hostile texts, long lists and ids that end like a file."""
    return store.Release(next(serving(odd_world(tmp_path_factory.mktemp("odd")))))


@pytest.fixture
def shelf(built, opened, monkeypatch) -> World:
    """The tiny world serves, under no address of its own."""
    monkeypatch.delenv(PUBLIC_URL, raising=False)
    serve(monkeypatch, built.warehouse, opened=opened)
    return built


@pytest.fixture
def odd_shelf(odd, monkeypatch) -> None:
    monkeypatch.delenv(PUBLIC_URL, raising=False)
    serve(monkeypatch, odd.path.parent, opened=odd)


# --- What a page says ------------------------------------------------------------------------


def test_a_page_says_what_the_record_is(shelf):
    text = page("cases/pen-v-robot")
    assert re.findall(r"<h1[^>]*>(.*?)</h1>", text) == ["Pen v. Robot"]
    assert (
        "A case brought by book authors, before Example Trial Court, filed 2 Sep 2025, now pending."
        in text
    )


def test_fields_are_in_words_and_lead_to_what_they_name(shelf):
    recorded = section(page("cases/pen-v-robot"), "recorded")
    assert "Book authors" in recorded and "Direct copyright infringement" in recorded
    assert (
        '<a href="../../records/courts/example-trial"><bdi>Example Trial Court</bdi></a>'
        in recorded
    )
    assert "2 Sep 2025" in recorded
    assert "Case settlement" not in recorded and "None" not in recorded


def test_words_of_a_vocabulary_are_explained(shelf):
    assert "Strong (Binding and specific)" in words(section(page("provisions/p26-pay"), "recorded"))


def test_taking_part_is_never_called_signing(shelf):
    shelf.change("signatures", "ask-first.ada", role="participant")
    shelf.build()
    text = page("signatures/ask-first.ada")
    assert "Ada Example is named in connection with “Ask First”" in text
    assert "no source says they signed" in section(text, "recorded")


def test_amounts_have_their_unit(shelf):
    assert "1,000,000 US dollars" in page("practices/inkwell-robot-deal")
    assert "78.5%" in page("agreements/players-2023")
    assert "<bdi>2025</bdi>" in page("transparency_scores/robot-labs-2025")  # a year is no amount


def test_a_page_says_who_says_so(shelf):
    told = words(section(page("agreements/players-2023"), "sources"))
    assert told == (
        "Who says so Guild of Example Union guild.example.org · read against this record "
        "22 Nov 2026 It says so. The Gazette Press gazette.example.com · found 22 Nov 2026, "
        "not read again"
    )


def test_a_part_has_the_sources_of_its_whole(shelf):
    assert "https://court.example.gov/pen-v-robot/1" in links(page("case_parties/pen.p1"))


def test_the_timeline_holds_what_hangs_on_the_record_in_order(shelf):
    told = words(section(page("cases/pen-v-robot"), "timeline"))
    steps = ["Filed", "moves to dismiss", "Part of the complaint", "not fair use", "still to come"]
    assert [step for step in steps if step in told] == steps
    assert sorted(map(told.index, steps)) == [told.index(step) for step in steps]


def test_what_the_timeline_tells_is_not_told_again(shelf):
    text = page("bills/us-us-2026-hr4")
    assert "Introduced" in section(text, "timeline")
    related = words(section(text, "related"))
    assert "Last recorded action" in related and "Introduced" not in related


def test_a_company_leads_through_its_parts_to_cases_and_practices(shelf):
    found = links(section(page("companies/robot-labs"), "related"))
    assert "../../records/cases/pen-v-robot" in found
    assert "../../records/practices/inkwell-robot-deal" in found
    assert "../../records/incidents/cloned-voice" in found  # one of a list of companies
    assert "../../records/companies/robot-music" in found  # its daughter
    assert "../../records/transparency_scores/robot-labs-2025" in found


@pytest.mark.parametrize(
    ("path", "leads_to"),
    [
        ("bills/us-ca-2024-ab5", "bills/us-ca-2025-sb1"),
        ("bills/us-ca-2025-sb1", "bills/us-ca-2024-ab5"),
        ("cases/pen-v-robot", "companies/robot-labs"),
        ("agreements/players-2023", "provisions/p23-hiring"),
        ("agreements/players-2023", "demands/d23-opt-out"),
        ("agreements/players-2023", "judgements/players-2023-retraining"),
        ("agreements/players-2023", "agreements/players-2026"),
        ("agreements/players-2023", "unions/players-guild"),
        ("provisions/p23-hiring", "agreements/players-2023"),
        ("signatories/ada-example", "letters/ask-first"),
        ("letters/ask-first", "signatories/ada-example"),
        ("protections/opt_out", "practices/robot-opt-out"),
        ("crafts/writer", "signatories/ada-example"),
        ("publishers/court.example.gov", "cases/pen-v-robot"),
        ("companies/robot-music", "developments/half-of-uploads"),
        ("developments/half-of-uploads", "companies/robot-music"),
    ],
)
def test_records_lead_to_each_other(shelf, path, leads_to):
    assert f"../../records/{leads_to}" in links(page(path))


def test_corrections_say_what_was_wrong(shelf):
    told = words(section(page("bills/us-ny-2025-a2"), "corrections"))
    assert told == (
        "Corrections 20 Sep 2026 Status : Introduced → Enacted The governor had signed it."
    )
    assert not section(page("bills/us-ca-2024-ab5"), "corrections")


def test_a_correction_leads_to_what_was_corrected(shelf):
    text = page("corrections/bills.us-ny-2025-a2.status")
    assert "../../records/bills/us-ny-2025-a2" in links(text)
    assert "The governor had signed it." in words(text)
    assert "records/corrections" not in page("bills/us-ny-2025-a2")  # it is told there in full


def test_what_was_taken_out_leads_to_its_correction(odd_shelf):
    found = addresses("corrections")
    assert "records/corrections/letters.gone" in found
    assert "records/bills/us-ny-2025-a2" in found
    assert "Nobody had written it." in page("corrections/letters.gone")


def test_no_correction_leads_nowhere(monkeypatch):
    """On the real data: hundreds of rows that were corrected are gone."""
    serve_real(monkeypatch)
    found = addresses("corrections")
    gone = [path for path in found if path.startswith("records/corrections/")]
    assert 100 < len(gone) < len(found) / 2
    for path in (*gone[::20], *found[::200]):
        get(path.removeprefix("records/"))


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("cases/lyre-v-robot", "The docket could not be read again."),
        ("bills/us-us-2026-hr4", "Copied or unknown sources, too few of them, or held back."),
        ("rulings/pen-fair-use", ""),
    ],
)
def test_what_is_unconfirmed_says_so_and_why(shelf, path, reason):
    told = re.findall(r'<div class="caution" role="note">(.*?)</div>', page(path), re.DOTALL)
    assert [words(box) for box in told] == (
        [f"Reported, unconfirmed. {reason} Do not rely on it without reading the sources."]
        if reason
        else []
    )


def test_a_related_record_does_not_say_the_name_of_the_page_again(shelf):
    told = words(section(page("cases/pen-v-robot"), "related"))
    assert "Robot Labs · defendant" in told
    assert "Pen v. Robot" not in told


def test_a_case_tells_its_story_from_the_start_and_a_company_from_today(shelf):
    def days(path: str) -> list[str]:
        return re.findall(r'<span class="day">([^<]+)<', section(page(path), "timeline"))

    assert days("cases/pen-v-robot")[0] == "2 Sep 2025"
    assert days("companies/robot-labs")[-1] == "2 Sep 2025"


def test_what_is_unconfirmed_says_so_in_lists_too(shelf):
    told = words(section(page("courts/example-land"), "related"))
    assert "Lyre v. Robot reported, unconfirmed" in told
    assert "Pen v. Robot reported" not in words(section(page("courts/example-trial"), "related"))


def test_a_long_list_is_cut_and_counted(odd_shelf):
    text = page("companies/robot-labs")
    assert len(re.findall(r'href="../../records/incidents/', section(text, "related"))) == 20
    assert "The first 20 of 26." in words(section(text, "related"))
    assert "../../data?table=incidents&company=robot-labs" in links(text)
    assert len(data("companies/robot-labs")["referred_to_by"]["incidents"]) == 26


def test_the_report_of_an_error_is_one_click_away(shelf):
    assert "../../report/letters/ask-first" in links(page("letters/ask-first"))


def test_a_page_can_be_cited(shelf):
    told = section(page("letters/ask-first"), "cite")
    release = store.release().id
    assert f"Creators’ AI Atlas, “Ask First”, Letters, record ask-first, release {release}" in told
    assert "http://testserver/records/letters/ask-first" in told
    assert "@misc{atlas-letters-ask-first," in told
    (csl,) = data("letters/ask-first")["citation"]["csl"]
    assert (csl["title"], csl["version"], csl["type"]) == ("Ask First", release, "webpage")


def test_signs_that_latex_would_run_are_escaped(shelf):
    bibtex = data("case_parties/pen.p1")["citation"]["bibtex"]
    assert r"case\_parties" not in bibtex.splitlines()[0]  # the key
    assert "atlas-case-parties-pen-p1" in bibtex.splitlines()[0]
    world = shelf
    world.change("letters", "ask-first", title="50% & #1 {of a_b")
    world.build()
    assert (
        r"{{50\% \& \#1 \textbraceleft{}of a\_b}}"
        in data("letters/ask-first")["citation"]["bibtex"]
    )


# --- For machines ----------------------------------------------------------------------------


def json_ld(path: str) -> dict[str, Any]:
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page(path))
    told: dict[str, Any] = json.loads(found)
    return told


def test_search_engines_read_what_a_law_is(shelf):
    told = json_ld("bills/us-ca-2024-ab5")
    assert told["@type"] == "WebPage"
    assert told["citation"] == ["https://guild.example.org/us-ca-2024-ab5/1"]
    law = told["mainEntity"]
    assert (law["@type"], law["legislationJurisdiction"]) == ("Legislation", "California")
    assert (law["legislationIdentifier"], law["legislationDate"]) == ("AB 5", "2024-09-20")
    assert law["legislationLegalForce"] == "https://schema.org/InForce"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("companies/robot-labs", "Organization"),
        ("signatories/ada-example", "Person"),
        ("signatories/guild-of-writers", "Organization"),
        ("state_year_counts/ca-2025", "Dataset"),
        ("protections/opt_out", "DefinedTerm"),
        ("cases/pen-v-robot", "CreativeWork"),
    ],
)
def test_search_engines_read_what_a_record_is(shelf, path, kind):
    assert json_ld(path)["mainEntity"]["@type"] == kind


def test_a_link_that_is_shared_has_a_preview_of_its_own(shelf):
    text = page("letters/ask-first")
    told = preview(text)
    assert told["og:title"] == "Ask First"
    assert (
        told["og:description"] == told["description"] == "Asks companies to ask before they train."
    )
    assert told["og:url"] == "http://testserver/records/letters/ask-first"
    assert told["twitter:card"] == "summary_large_image"
    assert '<link rel="canonical" href="../../records/letters/ask-first">' in text


def test_the_public_address_is_used_where_addresses_must_be_full(shelf, monkeypatch):
    monkeypatch.setenv(PUBLIC_URL, "https://atlas.example.org/base")
    assert 'content="https://atlas.example.org/base/records/letters/ask-first"' in page(
        "letters/ask-first"
    )
    assert data("letters/ask-first")["url"].startswith("https://atlas.example.org/base/records/")


def test_the_json_holds_the_values_as_they_are_stored(shelf):
    told = data("agreements/players-2023")
    assert told["fields"]["crafts"] == "actor|voice_actor"
    assert told["fields"]["strike_from"] is None
    assert list(told["fields"]) == list(TABLES["agreements"].names)
    assert told["worked_out"]["confidence"] == "official"
    assert [source["publisher_kind"] for source in told["sources"]] == ["union", "press"]
    assert told["refers_to"]["union_id"][0]["id"] == "players-guild"
    assert {end["id"] for end in told["referred_to_by"]["demands"]} == {"d23-hiring", "d23-opt-out"}
    assert told["release"] == store.release().id


def test_the_json_holds_every_event(odd_shelf):
    told = data("companies/robot-labs")
    assert len([event for event in told["events"] if event["kind"] == "incident"]) == 26
    assert len(re.findall("<li>", section(page("companies/robot-labs"), "timeline"))) == 20


def test_an_id_may_end_like_a_file(odd_shelf):
    assert '<h1 dir="auto">Dot Json</h1>' in page("companies/dot.json")
    assert data("companies/dot.json")["id"] == "dot.json"
    assert '<h1 dir="auto">Dot</h1>' in page("companies/dot")


@pytest.mark.parametrize("written", ["shared.example/some-one", "shared.example%2Fsome-one"])
def test_an_id_may_hold_a_slash(odd_shelf, written):
    text = page(f"publishers/{written}")
    root = "../../../" if "%" not in written else "../../"
    assert f'<a class="brand" href="{root}">' in text
    (report,) = [link for link in links(text) if "report/" in link]
    assert report == f"{root}report/publishers/shared.example%2Fsome-one"
    assert CLIENT.get(report.removeprefix(root)).status_code == 200


# --- Safe, quick to fetch again, and never silent ---------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "letters/ask-first",
        "signatories/ada-example",
        "signatures/ask-first.ada",
        "publishers/gazette.example.com",
        "bills/us-ny-2025-a2",
    ],
)
def test_no_text_of_the_data_becomes_html(odd_shelf, path):
    text = page(path)
    assert text.count("<script") == text.count("</script>") == 1  # the JSON-LD
    assert "<img" not in text and "<b>" not in text and 'onerror="' not in text
    assert "&lt;script&gt;" in text or "&lt;/script&gt;" in text
    json_ld(path)


def test_text_from_right_to_left_does_not_turn_the_page_around(odd_shelf):
    assert f'<h1 dir="auto">{RIGHT_TO_LEFT}' in page("signatories/ada-example")
    assert re.search(rf"<bdi>{RIGHT_TO_LEFT}", page("letters/ask-first"))


def test_only_addresses_become_links_outward(shelf):
    shelf.change("letters", "ask-first", organizer="javascript:alert(1)")
    shelf.build()
    assert not [link for link in links(page("letters/ask-first")) if link.startswith("javascript")]


def test_a_page_may_load_nothing_but_its_icon(shelf):
    answer = get("letters/ask-first")
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert answer.headers["x-content-type-options"] == "nosniff"
    loaded = re.findall(
        r'<(?:link rel="(?:icon|stylesheet)"|img|script)[^>]*(?:href|src)="([^"]*)"', answer.text
    )
    assert loaded == ["../../app/static/icon.png"]


def test_what_the_browser_has_is_not_sent_again(shelf):
    tag = get("letters/ask-first").headers["etag"]
    again = get("letters/ask-first", 304, **{"if-none-match": tag})
    assert again.content == b"" and again.headers["etag"] == tag
    shelf.change("letters", "ask-first", organizer="Somebody else")
    shelf.build()
    assert get("letters/ask-first", 200, **{"if-none-match": tag}).headers["etag"] != tag


def test_without_a_release_it_says_so(monkeypatch):
    def fail() -> None:
        raise store.NoReleaseError("There is nothing to <show> yet.")

    monkeypatch.setattr(store, "release", fail)
    assert "There is nothing to &lt;show&gt; yet." in page("letters/ask-first", 503)
    assert CLIENT.get("/sitemap.xml").status_code == 503


def test_a_failure_tells_only_a_reference(shelf, monkeypatch, caplog):
    def fail(*args: object) -> None:
        raise RuntimeError("secret of the inside")

    monkeypatch.setattr(rows, "row", fail)
    text = page("letters/ask-first", 500)
    assert "secret" not in text
    ((reference,),) = [re.findall(r"Reference (\w+)", text)]
    assert reference in caplog.text


# --- What is not there ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "near"),
    [
        ("letters/ask-frist", "letters/ask-first"),
        ("letters/Ask First", "letters/ask-first"),
        ("companies/robot", "companies/robot-labs"),
        ("bills/ab5", "bills/us-ca-2024-ab5"),
        ("letter/ask-first", "letters/ask-first"),
        ("letters/ask-frist.json", "letters/ask-first"),
    ],
)
def test_what_is_not_there_names_what_is_near(shelf, path, near):
    text = page(path, 404)
    assert f"../../records/{near}" in links(text)
    assert 'content="noindex"' in text


@pytest.mark.parametrize(
    "path",
    [
        "letters/zzzzzz",
        "zzzzzz/ask-first",
        "letters",
        "letters/",
        "events/pen-fair-use@rulings",
        "core.letters/ask-first",
        "letters/' OR true --",
        "letters WHERE true --/ask-first",
        *(f"{table}/x" for table in sorted(BOOKKEEPING)),
    ],
)
def test_any_other_address_is_answered_kindly(shelf, path):
    text = page(path, 404)
    assert len(re.findall("<h1>", text)) == 1
    assert [link for link in links(text) if link.endswith("data?table=corrections")]


@pytest.mark.parametrize("path", [f"letters/{SCRIPT[:8]}", f"{SCRIPT[:8]}/ask-first"])
def test_an_address_never_becomes_html(shelf, path):
    assert "<script" not in page(path, 404)


def test_a_record_that_was_taken_out_says_why(odd_shelf):
    assert "20 Sep 2026: Nobody had written it." in page("letters/a-letter-that-was", 404)


# --- Every table, and the ways there ----------------------------------------------------------


def test_rows_that_keep_book_on_other_rows_have_no_page():
    assert set(TABLES) - set(RECORD_TABLES) == BOOKKEEPING


@each_table
def test_every_row_of_the_tiny_world_has_a_page(shelf, table):
    for _, row_id in rows.ids([table]):
        text = page(address(table, row_id).removeprefix("records/"))
        assert len(re.findall(r"<h1", text)) == 1
        assert not re.search(r">(nan|NaT)<", text)
        for link in links(text):
            if "/records/" in link and not link.endswith(".json"):
                assert CLIENT.get(link.removeprefix("../../")).status_code == 200, link


@each_table
def test_every_row_has_a_name(shelf, table):
    key = TABLES[table].key
    every = store.release().rows(f"SELECT {key} FROM {table}")
    assert {row_id for _, row_id in rows.ids([table])} == {row_id for (row_id,) in every}
    assert all(link.name for link in rows.names(table))


@each_table
def test_the_dashboard_finds_the_row(monkeypatch, table):
    """On the real data: the link back shows the row."""
    serve_real(monkeypatch)
    key = TABLES[table].key
    every = rows.ids([table])
    for _, row_id in every[:: max(1, len(every) // 6)]:
        row = rows.row(table, row_id, Filters().applicable_day())
        assert row is not None
        way = places(table, row)[0].href
        where, _, query = way.partition("?")
        asked = parse_qs(query)
        relation = asked.pop("table", [table])[0]
        spec = next(spec for spec in PAGES if spec.path == where)
        filters, notes = parse(asked, store.choices(), spec.filters, spec.statuses)
        assert notes == [], way
        found = store.query(relation, filters)[key].tolist()
        assert row_id in found, way
        assert spec.path != "data" or len(found) == 1, way


@pytest.mark.parametrize(
    ("table", "one"),
    [("companies", "company"), ("bill_dates", "bill date"), ("ai_crawlers", "AI crawler")],
)
def test_one_row_of_a_table_has_a_name_of_its_kind(table, one):
    assert noun(table) == one


def test_the_sitemap_lists_every_record_of_facts(shelf):
    answer = CLIENT.get("/sitemap.xml")
    assert answer.headers["content-type"] == "application/xml"
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    found = [loc.text or "" for loc in ElementTree.fromstring(answer.text).iter(f"{space}loc")]
    below = [url.removeprefix("http://testserver/") for url in found]
    assert below[0] == "" and "legislation" in below
    facts = [name for name, table in TABLES.items() if table.is_fact]
    assert [url for url in below if url.startswith("records/")] == [
        address(table, row_id) for table, row_id in rows.ids(facts)
    ]
    assert CLIENT.get(f"/{below[-1]}").status_code == 200


def test_robots_find_the_sitemap(shelf):
    told = CLIENT.get("/robots.txt").text
    assert "Sitemap: http://testserver/sitemap.xml\n" in told
    assert "Disallow: /report/\n" in told


# --- The columns and lists that lead here -----------------------------------------------------


def addresses(relation: str) -> list[str]:
    shown = columns.labelled(relation, store.query(relation, Filters.of({"as_of": ["2026-11-22"]})))
    return shown[columns.RECORD].tolist() if columns.RECORD in shown else []


def test_a_row_of_a_table_leads_to_its_record(shelf):
    assert sorted(addresses("letters")) == [
        "records/letters/ask-first",
        "records/letters/new-brushes",
    ]


def test_an_event_leads_to_the_record_of_its_row(shelf):
    found = addresses("events")
    assert "records/bill_dates/ab5.1" in found
    assert "records/rulings/pen-fair-use" in found
    assert "records/practice_events/deal.closed" in found


@pytest.mark.parametrize("relation", ["events", "calendar", "letters", "case_parties", "courts"])
def test_every_address_answers(shelf, relation):
    found = addresses(relation)
    assert found
    for path in found:
        get(path.removeprefix("records/"))


@pytest.mark.parametrize("relation", ["freshness", "codebook"])
def test_what_is_no_record_leads_nowhere(shelf, relation):
    assert addresses(relation) == []


@pytest.mark.parametrize(
    ("relation", "table"), [("corrections", "bills"), ("agreement_protections", "agreements")]
)
def test_what_tells_of_a_record_leads_to_it(shelf, relation, table):
    found = addresses(relation)
    assert found
    assert {path.split("/")[1] for path in found} == {table}
    for path in set(found):
        get(path.removeprefix("records/"))


def test_an_id_is_written_so_that_an_address_can_hold_it():
    frame = pd.DataFrame({"letter_id": ["a b?c#d"]})
    assert columns.labelled("letters", frame)[columns.RECORD].tolist() == [
        "records/letters/a%20b%3Fc%23d"
    ]
