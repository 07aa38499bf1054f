"""The search: what people type, in their spelling, and the record that they meant, first."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from app import store
from app.routes import ROUTES
from app.search import LONGEST, SHOWN, SUGGESTED, Answer, search
from etl.tables import TABLES
from tests.serving import serve, serve_real
from tests.tiny_world import World

CLIENT = TestClient(Starlette(routes=ROUTES), raise_server_exceptions=False)
SCRIPT = "<script>alert(1)</script>"

PARTS = {
    "employers": "companies",
    "bill_dates": "bills",
    "bill_links": "bills",
    "case_parties": "cases",
    "cautions": "the record that it is about",
    "corrections": "the record that it is about",
    "development_subjects": "developments",
    "evidence": "the record that it is about",
    "letter_counts": "letters",
    "practice_events": "practices",
    "practice_parties": "practices",
    "publishers": "the record that they are sources of",
    "row_floors": "nothing: a rule for the build",
    "sessions": "bills",
    "signatures": "signatories",
    "state_year_counts": "jurisdictions",
    "transparency_indicators": "transparency_scores",
}
"""Tables whose rows are found through another record, and which."""


@pytest.fixture(autouse=True, scope="module")
def one_loop() -> Iterator[None]:
    with CLIENT:
        yield


@pytest.fixture
def real(monkeypatch) -> store.Release:
    return serve_real(monkeypatch)


@pytest.fixture
def shelf(built, opened, monkeypatch) -> World:
    serve(monkeypatch, built.warehouse, opened=opened)
    return built


def first(answer: Answer) -> str:
    """The record at the very top."""
    hit = answer.kinds[0].hits[0]
    return f"{hit.table}/{hit.row_id}"


def ids(answer: Answer, table: str) -> list[str]:
    return [hit.row_id for kind in answer.kinds if kind.table == table for hit in kind.hits]


# --- What people type ------------------------------------------------------------------------

MEANT = {
    # Bill numbers, however they are written
    "AB 2602": "bills/us-ca-2024-ab2602",
    "ab2602": "bills/us-ca-2024-ab2602",
    "A.B. 2602": "bills/us-ca-2024-ab2602",
    "AB-02602": "bills/us-ca-2024-ab2602",
    "AB2602 California": "bills/us-ca-2024-ab2602",
    "H.R. 5586": "bills/us-fed-2023-hr5586",
    "hr5586": "bills/us-fed-2023-hr5586",
    "sb 2096": "bills/us-tn-2024-hb2091",  # the second number of one act
    "A 235": "bills/us-ny-2025-a235",  # “a” is a small word, but not here
    # Dockets
    "5:26-cv-06206": "cases/jamendo-v-nvidia",
    "26-cv-6206": "cases/jamendo-v-nvidia",
    "5:26cv06206": "cases/jamendo-v-nvidia",
    "CGC-25-625892": "cases/reddit-v-anthropic",
    "2 O 202/24": "cases/lehmann-v-youtuber",
    # Names
    "ElevenLabs": "companies/elevenlabs",
    "eleven labs": "companies/elevenlabs",
    "character ai": "companies/character-ai",
    "sagaftra": "unions/sag-aftra",
    "Scarlett Johansson": "signatories/scarlett-johansson",
    "nyt v openai": "cases/nyt-v-microsoft",
    "disney versus midjourney": "cases/disney-v-midjourney",
    "northern district of california": "courts/cand",
    "co": "jurisdictions/CO",
    "DE": "jurisdictions/DE",  # and not Germany
    "EU": "countries/EU",
    "SDNY": "courts/nysd",
    "Texas": "jurisdictions/TX",
    "voice actors": "crafts/voice_actor",
    "voice-over artist": "crafts/voice_actor",
    "voiceovers": "crafts/voice_actor",
    "likeness consent": "protections/likeness_consent",
    "consent to replica": "protections/likeness_consent",
    "elvis act": "bills/us-tn-2024-hb2091",
    "european union ai act": "developments/2026-08-02-eu-article-50-applies",
    "no fakes act": "bills/us-fed-2026-s4591",  # of three, the newest
    "gema lawsuit suno": "cases/gema-v-suno",
    "netflix dubbing": "agreements/bffs-netflix-dubbing-2025",
    "WGA": "unions/wga",
    # While they type
    "scarl": "signatories/scarlett-johansson",
    "midjour": "companies/midjourney",
    # Slips
    "anthorpic": "companies/anthropic",
    "sag aftar": "unions/sag-aftra",
    "tenessee elvis": "bills/us-tn-2024-hb2091",
    "scarlet johanson": "signatories/scarlett-johansson",
    "elevnlabs": "companies/elevenlabs",
    "midjourny": "companies/midjourney",
    "stabilty ai": "companies/stability-ai",
    "xnthropic": "companies/anthropic",  # the very first letter
}


@pytest.mark.parametrize("question", MEANT)
def test_what_was_meant_comes_first(real, question):
    assert first(search(question)) == MEANT[question]


def test_a_law_comes_before_bills_that_died(real):
    question = "elvis act"
    (bills,) = [kind for kind in search(question).kinds if kind.table == "bills"]
    steps = [hit.subtitle.split(" · ")[1] for hit in bills.hits]
    assert steps[0] == "Enacted"
    assert "Failed" in steps[1:]


def test_a_company_comes_before_what_it_does(real):
    tables = [kind.table for kind in search("ElevenLabs").kinds]
    assert tables[0] == "companies"
    assert "practices" in tables


def test_a_slip_is_said(real):
    assert search("anthropic").as_spelt
    slip = search("anthorpic")
    assert not slip.as_spelt
    assert slip.told.startswith("Nothing is spelt just like that.")
    assert slip.count == search("anthropic").count


def test_a_known_word_is_not_taken_for_a_slip(real):
    """Texas is not a slip for text, even where no record has all the words."""
    answer = search("voice actor texas")
    assert not answer.complete
    assert answer.told.startswith("No record has all of these words.")
    assert all(row_id.startswith("us-tx-") for row_id in ids(answer, "bills"))


# --- Numbers that no record has --------------------------------------------------------------

NEAR = {
    "AB 2620": "records/bills/us-ca-2024-ab2602",  # two neighbours swapped
    "ab2620": "records/bills/us-ca-2024-ab2602",
    "A.B. 02620": "records/bills/us-ca-2024-ab2602",
    "AB 2620 digital replica": "records/bills/us-ca-2024-ab2602",
    "AB 22602": "records/bills/us-ca-2024-ab2602",  # one too many
    "HR 5568": "records/bills/us-fed-2023-hr5586",
    "S 7667-B": "records/bills/us-ny-2024-s7676-b",  # the letter tells the print, not the bill
    "SB26-198": "records/bills/us-co-2026-sb26-189",
    "5:26-cv-06260": "records/cases/jamendo-v-nvidia",
    "26-cv-6207": "records/cases/jamendo-v-nvidia",  # one wrong, and the division left away
    "2:26-cv-06206": "records/cases/jamendo-v-nvidia",
    "24-cv-05147": "records/cases/bartz-v-anthropic",
    "CGC-25-625829": "records/cases/reddit-v-anthropic",
    "42 O 14319/24": "records/cases/gema-v-openai",
    "hb 2687 virginia": "records/bills/us-va-2019-hb2678",  # Arizona has one of that number too
}


@pytest.mark.parametrize("question", NEAR)
def test_a_number_is_never_taken_for_another_but_others_are_named(real, question):
    answer = search(question)
    assert answer.kinds == ()
    assert NEAR[question] in [near.address for near in answer.near]
    assert answer.told.startswith("No record has the number ")
    assert answer.told.endswith("Did you mean:")


def test_the_number_is_said_as_it_was_typed(real):
    told = search("replica law a.b. 02620, California").told
    assert told == "No record has the number a.b. 02620. Did you mean:"
    assert search("x 5:26-cv-06260").unknown == "5:26-cv-06260"


def test_a_swap_is_named_before_a_wrong_digit(real):
    assert [near.number for near in search("sb1259").near] == ["SB 1295", "SB 1359", "SB 129"]


def test_a_number_of_several_records_leads_to_all_of_them(real):
    near = search("sb1259").near[0]
    assert (near.title, near.subtitle) == ("SB 1295", "2 records: Arizona, Connecticut")
    assert near.address == "search?q=SB+1295"
    assert ids(search("SB 1295"), "bills") == ["us-az-2025-sb1295", "us-ct-2025-sb1295"]


@pytest.mark.parametrize("question", ["AB 2694", "5:26-cv-06299", "HR 2602", "SB 2602", "XY 2620"])
def test_two_slips_or_another_kind_of_number_are_not_near(real, question):
    answer = search(question)
    assert answer.kinds == answer.near == ()
    assert answer.told.startswith("No")


def test_of_short_numbers_only_a_swap_is_near(real):
    """Among the two-digit numbers of one kind nearly all are one wrong digit away."""
    known = {row[0] for row in real.rows("SELECT number FROM search_numbers WHERE kind = 'sb#'")}
    pairs = [f"{tens}{ones}" for tens in range(1, 10) for ones in range(1, 10)]
    unknown = [n for n in pairs if search(f"SB {n}").unknown]
    assert len(unknown) > 20
    assert any(search(f"SB {n}").near for n in unknown)
    for n in unknown:
        meant = {f"SB {n[::-1]}"} if f"sb{n[::-1]}" in known else set()
        assert {near.number for near in search(f"SB {n}").near} == meant


def test_never_many_are_named(real):
    near = "SELECT count(*) FROM search_numbers WHERE damerau_levenshtein(number, 'hb357') = 1"
    assert real.rows(near)[0][0] > SUGGESTED
    assert len(search("HB 357").near) == SUGGESTED


@pytest.mark.parametrize(
    "question", ["2 of 2027 robots", "a 2024 deepfake law in guam", "GPT 7 voice"]
)
def test_what_only_looks_like_a_number_stops_no_search(real, question):
    assert search(question).unknown == ""


def test_a_number_that_a_text_tells_is_on_record(shelf):
    shelf.change("letters", "ask-first", summary="Asks the state to vote for H.R. 4321 at once.")
    shelf.build()
    assert first(search("hr4321")) == first(search("HR 4321")) == "letters/ask-first"
    assert search("HR 4321 zzzzqqqq").unknown == ""


def test_page_and_json_name_the_near_numbers_and_no_hints(real):
    told = CLIENT.get("/search.json?q=AB+2620").json()
    assert told["count"] == 0 and told["kinds"] == told["hints"] == []
    assert told["near"] == [
        {
            "number": "AB 2602",
            "title": "CA AB 2602: Contracts against public policy: digital replicas",
            "about": "California · Enacted · 2024-09-17",
            "address": "records/bills/us-ca-2024-ab2602",
        }
    ]
    page = CLIENT.get("/search?q=AB+2620").text
    assert '<a href="records/bills/us-ca-2024-ab2602">CA AB 2602' in page
    assert "No record has the number AB 2620. Did you mean:" in page
    assert "Numbers must be whole" not in page
    assert CLIENT.get("/search.json?q=AB+2602").json()["near"] == []


def test_an_unknown_number_without_near_ones_gives_hints(real):
    told = CLIENT.get("/search.json?q=AB+99999").json()
    assert (told["told"], told["near"]) == ("No record has the number AB 99999.", [])
    assert told["hints"]
    assert "Numbers must be whole" in CLIENT.get("/search?q=AB+99999").text


# --- Any spelling ----------------------------------------------------------------------------


def test_accents_do_not_matter(real):
    assert first(search("landgericht munchen")) == first(search("Landgericht München"))
    assert search("landgericht munchen").as_spelt


def test_wide_letters_do_not_matter(real):
    assert first(search("ＡＢ２６０２")) == "bills/us-ca-2024-ab2602"


def test_a_longer_form_of_a_word_is_nearly_the_word(real):
    longer, word = search("watermarking"), search("watermark")
    assert not longer.as_spelt
    assert set(ids(word, "bills")) & set(ids(longer, "bills"))


def test_small_words_of_a_question_need_no_answer(real):
    assert search("how can my scan be trained on").complete


def test_a_judge_is_found_with_the_office(real):
    cases = search("judge stein", "cases").kinds[0]
    assert cases.count > 5
    assert "nyt-v-microsoft" in [hit.row_id for hit in cases.hits]


def test_what_is_said_counts_in_english(real):
    one, many = search("thom yorke letter"), search("voice actor texas")
    assert one.told == "No record has all of these words. 1 record comes nearest:"
    assert many.told.endswith("records come nearest:")


def test_both_spellings_of_english_meet(real):
    assert search("license deal").count == search("licence deal").count > 0


def test_singular_and_plural_meet(real):
    assert search("screenwriter").count == search("screenwriters").count > 0


# --- All records -----------------------------------------------------------------------------


def test_every_table_is_found_or_part_of_a_record_that_is(shelf):
    found = {row[0] for row in store.release().rows("SELECT table_name FROM search_documents")}
    unfound = TABLES.keys() - found - PARTS.keys()
    assert not unfound, f"add {unfound} to etl/sql/70_search_documents.sql, or to PARTS here"
    assert not found & PARTS.keys()


@pytest.mark.parametrize("table", sorted(TABLES.keys() - PARTS.keys()))
def test_every_record_can_be_found_and_has_a_title(real, table):
    key = TABLES[table].key
    sql = f"SELECT {key} FROM {table} ANTI JOIN search_documents ON row_id = {key} AND "
    assert real.rows(sql + f"table_name = '{table}'") == []
    untitled = f"SELECT row_id FROM search_documents WHERE table_name = '{table}' AND title IS NULL"
    assert real.rows(untitled) == []


def test_a_record_is_found_by_its_own_title(real):
    """A sample over all kinds, of titles that only one record has."""
    titles = real.rows("""
        SELECT title, table_name, row_id FROM search_documents
        WHERE table_name IN ('bills', 'cases', 'companies', 'signatories', 'letters', 'agreements')
        QUALIFY count(*) OVER (PARTITION BY lower(title)) = 1
        ORDER BY hash(title) LIMIT 60""")
    missed = [title for title, table, row_id in titles if row_id not in ids(search(title), table)]
    assert len(titles) == 60
    assert missed == []


# --- Kinds -----------------------------------------------------------------------------------


def test_few_are_shown_of_each_kind_and_the_others_are_counted(real):
    (bills,) = [kind for kind in search("watermark").kinds if kind.table == "bills"]
    assert len(bills.hits) == SHOWN
    assert bills.more == bills.count - SHOWN > 0
    alone = search("watermark", "bills")
    assert [kind.table for kind in alone.kinds] == ["bills"]
    assert len(alone.kinds[0].hits) == bills.count
    assert alone.kinds[0].hits[:SHOWN] == bills.hits


def test_an_unknown_kind_is_all_kinds(real):
    assert search("watermark", "nonsense' --").kinds == search("watermark").kinds


# --- Odd questions ---------------------------------------------------------------------------

ODD = [
    "",
    "   ",
    "the",
    "???",
    "'",
    "' OR true --",
    '"',
    "%",
    "_",
    "%_%_",
    "\\",
    "\0",
    "a\0b",
    "🎭",
    "שלום عليكم",
    "\u202etxet desrever",
    SCRIPT,
    "../../etc/passwd",
    "x" * 10_000,
    "voice " * 2_000,
    "ab" * 5_000 + " 2602",
    "(" * 500,
    "1 " * 300,
]


@pytest.mark.parametrize("question", ODD, ids=lambda q: repr(q[:20]))
def test_an_odd_question_is_answered(real, question):
    answer = search(question)
    assert len(answer.question) <= LONGEST
    page = CLIENT.get("/search", params={"q": question})
    assert page.status_code == 200
    assert "<script" not in page.text
    assert CLIENT.get("/search.json", params={"q": question}).status_code == 200


@pytest.mark.parametrize("question", ["%", "_", "'", "???", "the", ""])
def test_signs_alone_match_nothing(real, question):
    assert search(question).kinds == ()


def test_a_sign_that_turns_text_around_is_left_out(real):
    assert search("\u202eAB 2602\u2066").question == "AB 2602"


def test_a_word_too_long_to_be_on_record_is_not_on_record(real):
    assert search("hb " + "1" * 60).kinds == ()
    assert not search("voice " + "q" * 60).complete


def test_a_sign_that_sql_knows_is_only_a_sign(real):
    assert first(search("scarlett% johansson_")) == "signatories/scarlett-johansson"
    assert first(search("'; DROP TABLE bills; -- ElevenLabs")) is not None
    assert first(search("ElevenLabs'")) == "companies/elevenlabs"


# --- The page and the answer for programs ----------------------------------------------------


def test_the_page_links_to_the_records(shelf):
    page = CLIENT.get("/search?q=pen+v.+robot")
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.headers["x-content-type-options"] == "nosniff"
    assert '<a href="records/cases/pen-v-robot">Pen v. Robot</a>' in page.text
    assert '<input type="search" name="q" value="pen v. robot"' in page.text
    assert '<a href="./">Creators’ AI Atlas</a>' in page.text


def test_all_addresses_are_relative_so_that_any_base_path_will_do(shelf):
    page = CLIENT.get("/search?q=robot").text
    links = [unescape(link) for link in re.findall(r'(?:href|action)="([^"]*)"', page)]
    assert len(links) > 5
    assert not [link for link in links if link.startswith(("/", "http"))]


def test_json_and_page_give_the_same_records(shelf):
    told = CLIENT.get("/search.json?q=robot").json()
    page = CLIENT.get("/search?q=robot").text
    addresses = [record["address"] for kind in told["kinds"] for record in kind["records"]]
    assert addresses == re.findall(r'href="(records/[^"]*)"', page)
    assert told["count"] == sum(kind["count"] for kind in told["kinds"])
    assert told["told"] in unescape(page)


def test_more_of_one_kind_is_a_link(real):
    page = CLIENT.get("/search?q=watermark").text
    (link,) = re.findall(r'<a href="(search\?q=watermark&amp;kind=bills)">\d+ more</a>', page)
    alone = CLIENT.get("/" + unescape(link)).text
    assert alone.count('href="records/bills/') == search("watermark", "bills").count
    assert '<a href="search?q=watermark">Search in everything</a>' in alone


def test_nothing_found_says_what_to_try(shelf):
    page = CLIENT.get("/search?q=zzzzqqqq").text
    assert "Nothing on record matches “zzzzqqqq”." in page
    assert "Numbers must be whole" in page
    assert CLIENT.get("/search.json?q=zzzzqqqq").json()["hints"]


def test_nothing_asked_gives_examples(shelf):
    page = CLIENT.get("/search").text
    assert 'href="search?q=AB+2602"' in page
    assert 'role="status"' not in page
    assert CLIENT.get("/search.json").json()["kinds"] == []


def test_no_text_of_the_data_or_the_question_becomes_html(world, monkeypatch):
    world.change("letters", "ask-first", title=f"Ask {SCRIPT} first")
    world.build()
    serve(monkeypatch, world.warehouse)
    page = CLIENT.get("/search", params={"q": f'ask first "><img src=x> {SCRIPT}'})
    assert "<script" not in page.text
    assert "<img" not in page.text
    assert "Ask &lt;script&gt;alert(1)&lt;/script&gt; first" in page.text


def test_an_id_is_written_so_that_an_address_can_hold_it(real):
    addresses = {hit.address for kind in search("DC").kinds for hit in kind.hits}
    assert "records/jurisdictions/DC" in addresses
    assert all(re.fullmatch(r"records/\w+/[\w.\-%]+", address) for address in addresses)


@pytest.mark.parametrize("path", ["/search", "/search.json"])
def test_without_a_release_it_says_so(monkeypatch, path):
    def fail() -> None:
        raise store.NoReleaseError("There is nothing to <show> yet.")

    monkeypatch.setattr(store, "release", fail)
    answer = CLIENT.get(f"{path}?q=robot")
    assert answer.status_code == 503
    assert "There is nothing to" in answer.text
    assert path.endswith("json") or "&lt;show&gt;" in answer.text


@pytest.mark.parametrize("path", ["/search", "/search.json"])
def test_a_failure_tells_only_a_reference(shelf, monkeypatch, caplog, path):
    def fail(*args: object) -> None:
        raise RuntimeError("secret of the inside")

    monkeypatch.setattr("app.routes.search.search", fail)
    answer = CLIENT.get(f"{path}?q=robot")
    assert answer.status_code == 500
    assert "secret" not in answer.text
    (reference,) = re.findall(r"Reference (\w+)", answer.text)
    assert reference in caplog.text


def test_the_answer_for_programs_is_plain_json(shelf):
    reply = CLIENT.get("/search.json?q=pen+v.+robot")
    assert reply.headers["content-type"] == "application/json"
    top = json.loads(reply.text)["kinds"][0]
    assert (top["table"], top["title"]) == ("cases", "Cases")
    assert top["records"][0] == {
        "id": "pen-v-robot",
        "title": "Pen v. Robot",
        "about": top["records"][0]["about"],
        "address": "records/cases/pen-v-robot",
    }


def test_only_reading_is_allowed(shelf):
    assert CLIENT.post("/search").status_code == 405


def test_a_new_release_is_searched_at_once(world, built, monkeypatch):
    serve(monkeypatch, built.warehouse)
    assert search("Quillfeather").kinds == ()
    built.change("letters", "ask-first", title="The Quillfeather Letter")
    built.build()
    assert first(search("Quillfeather")) == "letters/ask-first"


def test_what_people_say_finds_what_the_records_call_it(real):
    said, written = search("digital double"), search("digital replica")
    assert written.count > 0
    assert [kind.hits for kind in said.kinds] == [kind.hits for kind in written.kinds]
