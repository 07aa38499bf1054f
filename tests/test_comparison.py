"""Contract against contract, contract beside the law, model clauses: each outcome by hand."""

from __future__ import annotations

import csv
import io
from collections import Counter

import duckdb
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from app import comparison, store
from app.comparison import Pair, Side
from app.comparison_blocks import READY
from app.filters import Filters
from app.registry import PAGES
from app.routes import ROUTES
from etl.paths import SQL
from etl.release import open_locked
from etl.vocab import CHANGES, PROTECTIONS
from tests.serving import serve_real
from tests.test_pages import assert_drawn, visit
from tests.tiny_world import World

CLIENT = TestClient(Starlette(routes=ROUTES), raise_server_exceptions=False)
PAGE = next(page for page in PAGES if page.path == "agreements")
SAG, WGA, DGA = READY["sag-aftra"], READY["wga"], READY["dga"]
LACKING = ("absent", "none_found", "refused")
OPEN = ("not_judged", "unknown", None)


# --- What a level becomes ----------------------------------------------------------------------


@pytest.fixture(scope="module")
def macros():
    """The definition of a change, without the relations that use it."""
    text = (SQL / "60_comparison.sql").read_text("utf-8")
    with duckdb.connect() as connection:
        connection.execute(text.partition("-- The second agreement")[0])
        yield connection


def change(macros, before: str | None, after: str | None) -> str:
    ((found,),) = macros.execute("SELECT change_between(?, ?)", [before, after]).fetchall()
    assert found in CHANGES
    return found


@pytest.mark.parametrize("lacking", [*LACKING, "pending", "voluntary"])
@pytest.mark.parametrize("given", ["strong", "partial", "weak"])
def test_what_only_one_side_gives_is_gained_or_lost(macros, lacking, given):
    assert change(macros, lacking, given) == "gained"
    assert change(macros, given, lacking) == "lost"


@pytest.mark.parametrize(
    ("less", "more"), [("weak", "partial"), ("weak", "strong"), ("partial", "strong")]
)
def test_what_both_give_is_stronger_or_weaker(macros, less, more):
    assert change(macros, less, more) == "stronger"
    assert change(macros, more, less) == "weaker"


@pytest.mark.parametrize("level", ["strong", "partial", "weak", *LACKING])
def test_the_same_level_is_the_same(macros, level):
    assert change(macros, level, level) == "same"


@pytest.mark.parametrize("before", LACKING)
@pytest.mark.parametrize("after", LACKING)
def test_one_way_to_lack_it_is_as_good_as_another(macros, before, after):
    assert change(macros, before, after) == "same"


@pytest.mark.parametrize("unjudged", OPEN)
@pytest.mark.parametrize("level", ["strong", "partial", "weak", *LACKING, *OPEN])
def test_what_is_not_judged_on_a_side_is_never_a_gain_or_a_loss(macros, unjudged, level):
    assert change(macros, unjudged, level) == "unknown"
    assert change(macros, level, unjudged) == "unknown"


# --- A world with one protection for each outcome ------------------------------------------------


def clause(world: World, agreement: str, protection: str, strength: str, **more: str) -> None:
    world.add(
        "provisions",
        provision_id=f"{agreement}-{protection.replace('_', '-')}",
        agreement_id=agreement,
        protection=protection,
        strength=strength,
        summary=f"{strength} on {protection}.",
        **more,
    )


def looked(world: World, protection: str, **where: str) -> None:
    """Somebody looked for a protection and found nothing."""
    place = next(iter(where.values())).lower()
    world.copy(
        "judgements",
        "ny-scan-security",
        judgement_id=f"{place}-{protection.replace('_', '-')}",
        protection=protection,
        **{"jurisdiction": "", **where},
    )


def abroad(world: World) -> None:
    world.copy("unions", "players-guild", union_id="spieler", short_name="Spieler", country="DE")
    world.copy("agreements", "players-2023", agreement_id="spieler-2023", union_id="spieler")


@pytest.fixture(scope="module")
def compared(tmp_path_factory):
    """Beside what the tiny world says already: each change between two contracts, and two laws."""
    world = World(tmp_path_factory.mktemp("compared"))
    clause(world, "players-2026", "training_consent", "weak")  # absent in 2023
    clause(world, "players-2026", "retraining", "partial")  # nobody found it in 2023
    world.copy("demands", "d23-opt-out", demand_id="d23-authorship", protection="human_authorship")
    clause(world, "players-2026", "human_authorship", "strong")  # refused in 2023
    clause(world, "players-2026", "human_hiring", "strong")  # partial in 2023
    clause(world, "players-2026", "likeness_consent", "partial")  # strong in 2023
    clause(world, "players-2023", "deepfake_remedy", "weak")
    clause(world, "players-2026", "deepfake_remedy", "absent")
    clause(world, "players-2023", "use_disclosure", "partial")
    world.copy(
        "demands",
        "d23-opt-out",
        demand_id="d26-labels",
        agreement_id="players-2026",
        protection="use_disclosure",
    )
    clause(world, "players-2023", "scan_security", "partial")
    looked(world, "scan_security", jurisdiction="CA")
    looked(world, "scan_security", jurisdiction="US")
    looked(world, "human_hiring", jurisdiction="CA")
    clause(world, "players-2023", "contract_guard", "absent")
    abroad(world)
    with open_locked(world.build().path) as connection:
        yield connection


def changes(compared, relation: str, *chosen: list[str], day: str) -> dict[str, str]:
    places = "".join(", ?::VARCHAR[]" for _ in chosen)
    sql = f"SELECT protection, change FROM {relation}_at(?::DATE{places})"
    found = compared.execute(sql, [day, *chosen]).fetchall()
    assert len(found) == len(dict(found))
    return dict(found)


def test_each_outcome_between_two_contracts(compared):
    found = changes(
        compared, "agreement_comparison", ["players-2023"], ["players-2026"], day="2026-09-20"
    )
    expected = {
        "training_consent": "gained",
        "retraining": "gained",
        "human_authorship": "gained",
        "human_hiring": "stronger",
        "likeness_consent": "weaker",
        "deepfake_remedy": "lost",
        "use_disclosure": "lost",
        "opt_out": "unknown",  # refused in 2023; in 2026 somebody looked and could not tell
        "replica_compensation": "unknown",  # won in 2026, never judged in 2023
        "scan_security": "unknown",  # the other way round
    }
    assert {p: found[p] for p in expected} == expected
    assert set(found) == set(PROTECTIONS.ids)


def test_swapped_contracts_have_opposite_outcomes(compared):
    pair = (["players-2023"], ["players-2026"])
    forth = changes(compared, "agreement_comparison", *pair, day="2026-09-20")
    back = changes(compared, "agreement_comparison", *reversed(pair), day="2026-09-20")
    opposite = {"gained": "lost", "stronger": "weaker", "same": "same", "unknown": "unknown"}
    opposite |= {there: here for here, there in opposite.items()}
    assert back == {p: opposite[change] for p, change in forth.items()}


def test_without_a_choice_each_contract_stands_against_the_one_it_replaced(compared):
    sql = "SELECT DISTINCT first_id, second_id FROM agreement_comparison_at(?::DATE, [], [])"
    pairs = compared.execute(sql, ["2026-09-20"]).fetchall()
    assert pairs == [("players-2023", "players-2026")]


def test_before_a_contract_is_known_there_is_nothing_to_compare(compared):
    pair = (["players-2023"], ["players-2026"])
    assert changes(compared, "agreement_comparison", *pair, day="2026-06-30") == {}


# --- Beside the law ------------------------------------------------------------------------------


def test_each_outcome_beside_the_law(compared):
    found = changes(compared, "contract_beside_law", ["players-2023"], ["CA"], day="2025-09-20")
    expected = {
        "scan_security": "gained",  # somebody looked in California and in the nation
        "likeness_consent": "stronger",  # AB 5 gives it in part: who enforces it is not on record
        "contract_guard": "lost",  # AB 5 alone; the contract lacks it
        "human_hiring": "unknown",  # California was looked through, the nation was not
        "training_transparency": "unknown",  # SB 1 is but a bill, and nobody looked further
    }
    assert {p: found[p] for p in expected} == expected
    assert set(found) == set(PROTECTIONS.ids)


def test_a_state_law_counts_in_its_state_alone(compared):
    sql = "SELECT law_level FROM contract_beside_law_at(?::DATE, ['players-2023'], ?) "
    sql += "WHERE protection = 'contract_guard'"
    for state, level in [("CA", "strong"), ("NY", "unknown"), ("US", "unknown")]:
        assert compared.execute(sql, ["2025-09-20", [state]]).fetchall() == [(level,)], state


def test_a_law_for_other_crafts_does_not_count(compared):
    sql = (
        "SELECT law_level FROM contract_beside_law_at(DATE '2025-09-20', ['writers-2024'], ['CA']) "
    )
    sql += "WHERE protection = 'contract_guard'"
    assert compared.execute(sql).fetchall() == [("unknown",)]  # AB 5 is for actors


def test_us_law_stands_beside_us_contracts_alone(compared):
    assert (
        changes(compared, "contract_beside_law", ["spieler-2023"], ["CA"], day="2025-09-20") == {}
    )


# --- Model clauses -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    """Clauses that differ in strength, in sources and in age, one thing at a time."""
    world = World(tmp_path_factory.mktemp("models"))
    for name, year in [("older", "2024"), ("newer", "2025")]:
        dates = {
            "tentative_on": "",
            "ratified_on": f"{year}-03-01",
            "effective_on": f"{year}-03-01",
        }
        dates |= {"expires_on": "2029-12-31", "stated_status": "in_force"}
        world.copy("agreements", "players-2023", agreement_id=name, title=name, **dates)
    world.change("agreements", "newer", sector="video_games")
    clause(world, "players-2023", "creative_control", "strong")  # superseded
    clause(world, "older", "creative_control", "partial")
    clause(world, "newer", "creative_control", "weak")
    clause(world, "older", "scan_security", "strong", sources="guild.example.org")
    clause(world, "newer", "scan_security", "strong")
    clause(world, "older", "retraining", "partial")
    clause(world, "newer", "retraining", "partial")
    clause(world, "newer", "choice_of_tools", "absent")
    with open_locked(world.build().path) as connection:
        yield connection


def model(models, protection: str, **chosen: list[str]) -> tuple[object, ...]:
    names = ("crafts", "unions", "sectors", "confidence")
    sql = "SELECT agreement_id, strength, equally_strong FROM model_clauses_at(DATE '2026-09-20', "
    sql += f"{', '.join('?::VARCHAR[]' for _ in names)}) WHERE protection = ?"
    (row,) = models.execute(sql, [*(chosen.get(n, []) for n in names), protection]).fetchall()
    return row


@pytest.mark.parametrize(
    ("protection", "expected"),
    [
        ("creative_control", ("older", "partial", 1)),  # the strong one is no longer in force
        ("scan_security", ("older", "strong", 2)),  # official beats newer
        ("retraining", ("newer", "partial", 2)),  # equals: the newer
        ("choice_of_tools", (None, None, 0)),  # a contract that lacks it is no model
    ],
)
def test_the_model_is_the_strongest_then_the_surest_then_the_newest(models, protection, expected):
    assert model(models, protection) == expected


def test_the_model_is_chosen_among_what_the_filters_leave(models):
    assert model(models, "scan_security", sectors=["video_games"]) == ("newer", "strong", 1)
    assert model(models, "scan_security", confidence=["single"]) == ("newer", "strong", 1)
    assert model(models, "scan_security", crafts=["writer"]) == (None, None, 0)
    assert model(models, "scan_security", unions=["writers-guild"]) == (None, None, 0)
    assert model(models, "scan_security", unions=["players-guild"])[2] == 2


# --- The real contracts --------------------------------------------------------------------------


@pytest.fixture
def opened(monkeypatch):
    monkeypatch.syspath_prepend(str(SQL.parents[1]))
    return serve_real(monkeypatch)


def asked(**chosen: str) -> Filters:
    return Filters.of({name: [value] for name, value in chosen.items()})


# Read off provisions.csv, demands.csv and judgements.csv by hand, not off the SQL.
BY_HAND = [
    # 2023: somebody looked, no duty is named. 2026: Section 39.E on fingerprints and iris scans.
    (SAG, "scan_security", "gained"),
    # 2023: looked, no such duty. 2026: Section 39.L, written notice of licences (partial).
    (SAG, "training_transparency", "gained"),
    # 2023: consent to alterations with wide exceptions. 2026: Section 39.D, dubbing needs consent.
    (SAG, "creative_control", "stronger"),
    # 2023: damages, but no removal (weak). 2026: looked, nothing on taking down.
    (SAG, "deepfake_remedy", "lost"),
    # 2023: sought and refused. 2026: looked, none found. Neither has it.
    (SAG, "training_consent", "same"),
    # Nobody has judged it in either contract.
    (SAG, "opt_out", "unknown"),
    # 2023: looked, none found. 2026: notice of licences (partial).
    (WGA, "training_transparency", "gained"),
    # No writer can be made to use AI: strong in both.
    (WGA, "choice_of_tools", "same"),
    # 2023: a source says it is absent. 2026: sought and refused.
    (WGA, "training_compensation", "same"),
    # 2023: looked, nothing. 2026: the text could not be read, so nobody can tell.
    (WGA, "likeness_consent", "unknown"),
    # 2023: looked, nothing. 2026: the director is told during hiring talks (partial).
    (DGA, "use_disclosure", "gained"),
    # 2023: looked, nothing. 2026: employers fund a training programme (partial).
    (DGA, "retraining", "gained"),
    # Consultation without a veto in both: partial and partial.
    (DGA, "creative_control", "same"),
    # 2023: looked, nothing. 2026: not judged.
    (DGA, "scan_security", "unknown"),
]


@pytest.mark.parametrize(("pair", "protection", "expected"), BY_HAND)
def test_2026_against_2023_by_hand(opened, pair, protection, expected):
    rows = store.query("agreement_comparison", asked(first=pair[0], second=pair[1]))
    assert dict(zip(rows["protection"], rows["change"], strict=True))[protection] == expected


# Tennessee's ELVIS Act gives voice and likeness, in life and after, and a suit against imitators.
# Somebody looked for laws on pay for replicas and on training notice and found none.
def test_a_contract_beside_the_law_of_tennessee_by_hand(opened):
    rows = store.query("contract_beside_law", asked(second=SAG[1], beside="TN"))
    found = dict(zip(rows["protection"], rows["change"], strict=True))
    expected = {
        "likeness_consent": "same",
        "postmortem_rights": "same",
        "deepfake_remedy": "lost",
        "replica_compensation": "gained",
        "training_transparency": "gained",
    }
    assert {p: found[p] for p in expected} == expected


def test_every_protection_has_its_row_of_models(opened):
    rows = store.query("model_clauses", Filters())
    assert set(rows["protection"]) == set(PROTECTIONS.ids)
    clauses = store.query("provisions", Filters.of({"status": ["in_force"]}))
    given = clauses[clauses["strength"].isin(comparison.GIVEN)]
    assert set(rows["protection"][rows["strength"].notna()]) == set(given["protection"])
    assert set(rows["provision_id"].dropna()) <= set(given["provision_id"])


# --- The export is what the page shows -----------------------------------------------------------


def export(path: str, status: int = 200) -> list[dict[str, str]]:
    with CLIENT:
        answer = CLIENT.get(f"/export/{path}")
    assert answer.status_code == status, answer.text
    return list(csv.DictReader(io.StringIO(answer.text)))


def told(app) -> str:
    return " ".join(block.proto.body for block in app.get("html"))


@pytest.mark.parametrize(("first", "second"), [SAG, WGA, DGA, SAG[::-1]])
def test_the_export_of_a_comparison_is_what_the_page_shows(opened, first, second):
    app = visit(PAGE, first=first, second=second)
    assert_drawn(app)
    rows = export(f"agreement_comparison.csv?first={first}&second={second}")
    counts = Counter(row["change"] for row in rows)
    page = told(app)
    for outcome in ("gained", "stronger", "weaker", "lost", "unknown"):
        assert (f"{comparison.AGAINST[outcome]}: {counts[outcome]}" in page) == bool(
            counts[outcome]
        )
    for row in rows:
        assert PROTECTIONS.label(row["protection"]) in page
    address = f"export/agreement_comparison.csv?first={first}&amp;second={second}"
    assert address in page


def test_the_export_beside_the_law_is_what_the_page_shows(opened):
    app = visit(PAGE, view="law", second=SAG[1], beside="TN")
    assert_drawn(app)
    rows = export(f"contract_beside_law.csv?second={SAG[1]}&beside=TN")
    added = sum(row["change"] == "gained" for row in rows)
    assert any(f"adds {added} protections" in head.value for head in app.subheader)
    assert f"{comparison.BESIDE['gained']}: {added}" in told(app)


def test_the_export_of_models_is_what_the_page_shows(opened):
    app = visit(PAGE, view="models", union="wga", pillar="humanity")
    assert_drawn(app)
    rows = export("model_clauses.csv?union=wga&pillar=humanity")
    assert {row["protection"] for row in rows} == {
        p.id for p in PROTECTIONS if p.group == "humanity"
    }
    page = told(app)
    assert page.count("No clause on record.") == sum(not row["strength"] for row in rows)
    for row in rows:
        assert row["agreement"] in page


@pytest.mark.parametrize(
    "path",
    [
        "agreement_comparison.csv?first=nonsense",
        "contract_beside_law.csv?beside=ZZ",
        "bills.csv?first=wga-mba-2023",
        "contract_beside_law.csv?first=wga-mba-2023",
        "agreement_comparison.csv?union=wga",
    ],
)
def test_an_export_is_never_other_than_what_was_asked(opened, path):
    export(path, status=400)


# --- The page ------------------------------------------------------------------------------------


def test_swap_turns_the_comparison_round_and_keeps_it_in_the_address(opened):
    app = visit(PAGE, first=WGA[0], second=WGA[1], protection="choice_of_tools")
    next(button for button in app.button if button.label == "Swap").click().run()
    assert_drawn(app)
    assert (app.query_params["first"], app.query_params["second"]) == (WGA[1], WGA[0])
    assert app.query_params["protection"] == "choice_of_tools"


def test_a_ready_made_pair_is_one_click_away(opened):
    app = visit(PAGE)
    next(button for button in app.button if button.label.startswith("DGA")).click().run()
    assert_drawn(app)
    assert (app.query_params["first"], app.query_params["second"]) == DGA


def test_the_filter_of_a_union_chooses_its_pair(opened):
    app = visit(PAGE, union="wga")
    assert app.selectbox(key="choice_first").value == WGA[0]


def test_a_contract_that_does_not_exist_is_named_in_a_warning(opened):
    app = visit(PAGE, first="nonsense")
    assert_drawn(app)
    assert any("“nonsense”" in warning.value for warning in app.warning)


def test_a_contract_not_yet_known_is_said_to_be(opened):
    app = visit(PAGE, as_of="2024-06-01")
    assert_drawn(app)
    assert "was not yet known on this day" in told(app)


def test_a_contract_abroad_has_no_us_law_beside_it(opened):
    app = visit(PAGE, view="law", second="bffs-netflix-film-2025", beside="TN")
    assert_drawn(app)
    assert "US law stands beside US contracts alone" in told(app)


# --- The sentences -------------------------------------------------------------------------------


def side(level: str, confidence: str = "official") -> Side:
    return Side(level, "", "", "", "", confidence, False)


def pairs(*outcomes: tuple[str, str, str]) -> list[Pair]:
    return [Pair(f"p{n}", change, side(a), side(b)) for n, (change, a, b) in enumerate(outcomes)]


GAIN, LOSS = ("gained", "absent", "weak"), ("lost", "weak", "absent")
BETTER, OPENED = ("stronger", "weak", "strong"), ("unknown", "not_judged", "strong")


def test_the_finding_names_what_the_contracts_share_once():
    found = pairs(GAIN, GAIN, GAIN, BETTER, BETTER, OPENED)
    assert comparison.against(found, "Guild: 2023 Basic Terms", "Guild: 2026 Basic Terms") == (
        "Guild Basic Terms, 2026 against 2023: 3 gained, 2 stronger, none lost; "
        "1 not yet judged on both sides"
    )


def test_the_finding_names_both_contracts_where_they_differ():
    found = pairs(LOSS, ("weaker", "strong", "weak"))
    assert comparison.against(found, "A: 2023 Terms", "B: 2023 Terms") == (
        "B: 2023 Terms against A: 2023 Terms: none gained, none stronger, 1 weaker, 1 lost"
    )


def test_where_nothing_is_judged_no_number_is_told():
    assert comparison.against(pairs(OPENED), "A: X", "B: Y") == (
        "B: Y against A: X: nothing is judged on both sides yet"
    )


def test_the_finding_beside_the_law():
    law = comparison.law_of("TN", "Tennessee")
    assert comparison.added(pairs(GAIN, GAIN, BETTER, OPENED), law) == (
        "This contract adds 2 protections that the law in Tennessee does not give and goes further "
        "on 1; 1 not yet judged on both sides"
    )
    assert comparison.added(pairs(LOSS), comparison.law_of("US", "Federal law alone")) == (
        "This contract adds no protection that federal law does not give"
    )


def test_what_is_the_same_is_told_apart_by_whether_anybody_gives_it():
    found = pairs(("same", "strong", "strong"), ("same", "refused", "none_found"))
    assert [pair.outcome for pair in found] == ["kept", "neither"]


def test_doubt_counts_what_is_compared_alone():
    sure, unsure = side("strong"), side("weak", "unconfirmed")
    found = [Pair("a", "weaker", sure, unsure), Pair("b", "unknown", side("not_judged"), unsure)]
    told = "For 1 of the 1 compared, one side or both rest on an unconfirmed report."
    assert comparison.doubt(found) == told
    assert comparison.doubt(pairs(GAIN)) == ""
