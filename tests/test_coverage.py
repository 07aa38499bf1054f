"""What protects a person: worked examples on the real data, each derived by hand from its source.

An example names the law or the clause, and the dates that decide. If a source is corrected, the
example that rests on it is worked out again, by hand.
"""

from __future__ import annotations

from datetime import date

import pytest

NOBODY: list[str] = []
NO_UNION = ["none"]

# day, craft, protection, unions, kinds of work, states, level
EXAMPLES = [
    # Tennessee, Tenn. Code 47-25-1101 ff. The Act of 1984 gives a right in name, photograph and
    # likeness, with a suit of one's own, and does not name digital doubles: partial.
    ("2024-03-15", "actor", "likeness_consent", NO_UNION, [], ["TN"], "partial"),
    # The ELVIS Act (HB 2091, signed 2024-03-21) names voice and simulations: strong from July on.
    ("2024-06-30", "actor", "likeness_consent", NO_UNION, [], ["TN"], "partial"),
    ("2024-07-01", "actor", "likeness_consent", NO_UNION, [], ["TN"], "strong"),
    # The same law protects every natural person, so a visual artist too.
    ("2024-07-01", "visual_artist", "likeness_consent", NO_UNION, [], ["TN"], "strong"),
    # A state law never counts in another state: Ohio has its own, of 1999 (Ohio Rev. Code 2741),
    # a right in the persona that does not name digital doubles, and lasts sixty years after death.
    ("2026-11-22", "stunt_performer", "likeness_consent", NO_UNION, [], ["OH"], "partial"),
    ("2026-11-22", "stunt_performer", "postmortem_rights", NO_UNION, [], ["OH"], "strong"),
    # Ohio and the United States were searched for a consent to train: nothing.
    ("2026-11-22", "stunt_performer", "training_consent", NO_UNION, [], ["OH"], "none_found"),
    # Human authorship rests on court rulings, which are no instruments; the law was not judged.
    ("2026-11-22", "stunt_performer", "human_authorship", NO_UNION, [], ["OH"], "unknown"),
    # California AB 2602 (signed 2024-09-17) voids overbroad replica clauses from 2025-01-01.
    ("2024-09-16", "actor", "contract_guard", NO_UNION, [], ["CA"], "none_found"),
    ("2024-12-31", "actor", "contract_guard", NO_UNION, [], ["CA"], "pending"),
    ("2025-01-01", "actor", "contract_guard", NO_UNION, [], ["CA"], "strong"),
    # A delayed law: SB 947 takes effect 2027-01-01, its duties for employers begin 2027-07-01;
    # until then notice rests on SB 951 alone, which no suit of one's own enforces: partial.
    ("2026-11-22", "writer", "notice_bargaining", NO_UNION, [], ["CA"], "pending"),
    ("2027-06-30", "writer", "notice_bargaining", NO_UNION, [], ["CA"], "partial"),
    ("2027-07-01", "writer", "notice_bargaining", NO_UNION, [], ["CA"], "strong"),
    # Colorado SB 24-205 was put off twice, blocked in April 2026 and replaced on 2026-05-14 by SB
    # 26-189, which takes effect 2027-01-01 and is the attorney general's to enforce.
    ("2026-05-01", "writer", "notice_bargaining", NO_UNION, [], ["CO"], "none_found"),
    ("2026-11-22", "writer", "notice_bargaining", NO_UNION, [], ["CO"], "pending"),
    ("2027-01-01", "writer", "notice_bargaining", NO_UNION, [], ["CO"], "partial"),
    # An enjoined law: Hawaii SB 2687 (election deepfakes) is blocked since 2026-01-30, and protects
    # candidates; what is left are the federal TAKE IT DOWN Act and Hawaii's law on sexual images.
    ("2026-11-22", "actor", "deepfake_remedy", NO_UNION, [], ["HI"], "partial"),
    # Before both (2019) nothing on record gave it.
    ("2019-06-01", "actor", "deepfake_remedy", NO_UNION, [], ["HI"], "none_found"),
    # The TAKE IT DOWN Act passed Congress on 2025-04-28 and was signed on 2025-05-19: federal law
    # covers every state, and covers sexual images only.
    ("2025-05-01", "actor", "deepfake_remedy", NO_UNION, [], [], "pending"),
    ("2025-05-19", "actor", "deepfake_remedy", NO_UNION, [], [], "partial"),
    # Without a state no state law counts, though more than twenty give consent to a replica;
    # what is left is the word of companies.
    ("2026-11-22", "actor", "likeness_consent", NO_UNION, [], [], "voluntary"),
    # A law limited to one craft: the New York model law (S 9832) and the general S 7676-B both
    # guard a model's contract; the label duty of S 8420-A in advertising is for performers alone.
    ("2026-11-22", "model", "contract_guard", NO_UNION, [], ["NY"], "strong"),
    ("2026-11-22", "actor", "use_disclosure", NO_UNION, [], ["NY"], "partial"),
    # An agreement with successor: the writers' contract of 2023 ended 2026-05-01, that of 2026
    # began the next day; both oblige companies to tell a writer of AI material.
    ("2026-05-01", "writer", "use_disclosure", ["wga"], ["film_tv"], [], "strong"),
    ("2026-05-02", "writer", "use_disclosure", ["wga"], ["film_tv"], [], "strong"),
    # Its end is 2030-05-01, and nobody knows what comes after: not judged, beside companies' words.
    ("2030-05-02", "showrunner", "use_disclosure", ["wga"], ["film_tv"], [], "unknown"),
    # An agreement without successor: the animation contracts of SAG-AFTRA ended 2026-06-30.
    ("2026-06-30", "voice_actor", "likeness_consent", ["sag-aftra"], ["animation"], [], "strong"),
    ("2026-07-01", "voice_actor", "notice_bargaining", ["sag-aftra"], ["animation"], [], "unknown"),
    # A tentative agreement: the directors' commercials contract of 2023 was agreed and no vote is
    # on record; its term ends 2026-11-30.
    ("2026-11-22", "crew", "human_hiring", ["dga"], ["commercials"], [], "pending"),
    ("2026-12-01", "crew", "human_hiring", ["dga"], ["commercials"], [], "unknown"),
    # A refused demand: the studios refused payment for training in the writers' talks of 2026.
    ("2026-11-22", "showrunner", "training_compensation", ["wga"], ["film_tv"], [], "refused"),
    # Nobody has judged a contract of an academic.
    ("2026-11-22", "academic", "training_consent", NOBODY, [], [], "unknown"),
    # No contract of the performers from before 2023 was judged, so 2019 is unknown, not “no”.
    (
        "2019-01-01",
        "stunt_performer",
        "training_consent",
        ["sag-aftra"],
        ["film_tv"],
        [],
        "unknown",
    ),
]


def cells(atlas, day, crafts=(), unions=(), sectors=(), states=(), what_if=(), weights=()):
    """The coverage macro, as dicts by craft and protection."""
    cursor = atlas.cursor()
    lists = [list(part) for part in (crafts, unions, sectors, states, what_if, weights)]
    holes = ", ".join("?::VARCHAR[]" for _ in lists)
    found = cursor.execute(
        f"FROM coverage_over([?::DATE], {holes})", [date.fromisoformat(day), *lists]
    )
    names = [column[0] for column in found.description]
    rows = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    return {(row["craft"], row["protection"]): row for row in rows}


@pytest.mark.parametrize(
    ("day", "craft", "protection", "unions", "sectors", "states", "level"), EXAMPLES
)
def test_a_worked_example(atlas, day, craft, protection, unions, sectors, states, level):
    found = cells(atlas, day, [craft], unions, sectors, states)
    assert found[craft, protection]["level"] == level


def test_the_examples_are_spread():
    assert len(EXAMPLES) >= 25
    assert len({example[0] for example in EXAMPLES}) >= 5
    assert len({example[1] for example in EXAMPLES}) >= 5
    assert len({state for example in EXAMPLES for state in example[5]}) >= 4


def test_the_whole_matrix_has_every_cell_once(atlas):
    assert len(cells(atlas, "2026-11-22")) == 36 * 18


def test_unknown_is_never_counted_as_yes_or_no(atlas):
    for cell in cells(atlas, "2026-11-22").values():
        if cell["level"] == "unknown":
            assert (cell["low"], cell["high"]) == (0, 1), cell
        if cell["level"] == "none_found":
            assert (cell["low"], cell["high"], cell["is_open"]) == (0, 0, False), cell


def test_only_contracts_and_laws_cover(atlas):
    """A suit, a letter or a company's word never makes a cell strong, partial or weak."""
    for cell in cells(atlas, "2026-11-22", states=["CA"]).values():
        if cell["level"] in ("strong", "partial", "weak"):
            kinds = {item.split(":")[0] for item in cell["decided_by"].split("|")}
            assert kinds <= {"provisions", "bills"}, cell
    kinds = {row[0] for row in atlas.execute("SELECT DISTINCT table_name FROM facts").fetchall()}
    assert "cases" in kinds
    tables = "SELECT DISTINCT split_part(instrument_id, ':', 1) FROM instruments"
    found = {row[0] for row in atlas.execute(tables).fetchall()}
    assert found.isdisjoint({"cases", "rulings", "letters", "signatures"})


def test_a_state_law_never_counts_elsewhere_or_for_the_nation(atlas):
    for states in ([], ["OH"]):
        found = cells(atlas, "2026-11-22", unions=NO_UNION, states=states)
        named = {i for cell in found.values() for i in (cell["decided_by"] or "").split("|")}
        laws = {item.split("-")[1] for item in named if item.startswith("bills:")}
        assert laws <= {"fed", *(state.lower() for state in states)}


def test_states_are_counted_when_none_is_chosen(atlas):
    """Consent to a replica: each state whose law in force binds is counted once."""
    found = cells(atlas, "2026-11-22", ["actor"])["actor", "likeness_consent"]
    sql = """
        SELECT count(DISTINCT jurisdiction)
        FROM instruments JOIN core.jurisdictions j USING (jurisdiction)
        WHERE instruments.kind = 'law' AND protection = 'likeness_consent'
            AND effect IN ('strong', 'partial')
            AND j.kind = 'state' AND starts_on <= DATE '2026-11-22'
            AND (ends_before IS NULL OR ends_before > DATE '2026-11-22')
            AND (crafts IS NULL OR list_contains(crafts, 'actor'))"""
    assert (found["states"],) == atlas.execute(sql).fetchone()
    assert (
        cells(atlas, "2026-11-22", ["actor"], states=["TN"])["actor", "opt_out"]["states"] is None
    )


def test_a_cell_says_in_how_many_contracts_it_holds(atlas):
    """A maximum alone hides the gaps: strong in some of the contracts, not judged in others."""
    cell = cells(atlas, "2026-11-22", ["actor"], ["sag-aftra"])["actor", "scan_security"]
    assert cell["level"] == "strong"
    assert 0 < cell["contracts_strong"] < cell["contracts"]


def test_switching_a_bill_on_changes_its_cells_and_no_others(atlas):
    """The NO FAKES Act of 2026 (S. 4591) would give consent to a replica everywhere."""
    bill = "bills:us-fed-2026-s4591"
    before = cells(atlas, "2026-11-22", ["author"], NO_UNION)
    after = cells(atlas, "2026-11-22", ["author"], NO_UNION, what_if=[bill])
    moved = {key for key in before if before[key]["level"] != after[key]["level"]}
    assert ("author", "likeness_consent") in moved
    assert after["author", "likeness_consent"]["level"] in ("strong", "partial")
    assert after["author", "likeness_consent"]["by_what_if"]
    sql = "SELECT DISTINCT protection FROM instruments WHERE parent_id = ?"
    given = {row[0] for row in atlas.execute(sql, [bill]).fetchall()}
    assert {protection for _, protection in moved} <= given


def test_weights_count_levels_and_pillars(atlas):
    plain = cells(atlas, "2026-11-22", ["actor"], NO_UNION, [], ["TN"])
    heavy = cells(
        atlas, "2026-11-22", ["actor"], NO_UNION, [], ["TN"], [], ["strong:0.5", "guardrails:3"]
    )
    assert plain["actor", "likeness_consent"]["low"] == 1
    assert heavy["actor", "likeness_consent"]["low"] == 0.5
    assert (plain["actor", "likeness_consent"]["weight"], heavy["actor", "opt_out"]["weight"]) == (
        1,
        1,
    )
    assert heavy["actor", "likeness_consent"]["weight"] == 3


def test_the_score_is_the_mean_of_its_cells(atlas):
    found = cells(atlas, "2026-11-22", ["actor"], ["sag-aftra"], [], ["TN"]).values()
    low = sum(cell["low"] for cell in found) / 18
    high = sum(cell["high"] for cell in found) / 18
    lists = "['actor'], ['sag-aftra'], []::VARCHAR[], ['TN'], []::VARCHAR[], []::VARCHAR[]"
    source = f"gap_scores_over([DATE '2026-11-22'], {lists})"
    sql = f"SELECT low, high FROM {source} WHERE craft = 'actor' AND pillar IS NULL"
    assert atlas.execute(sql).fetchone() == pytest.approx((low, high), abs=1e-4)


def test_the_curve_is_the_same_engine_month_by_month(atlas):
    lists = "['writer'], ['wga'], []::VARCHAR[], []::VARCHAR[], []::VARCHAR[], []::VARCHAR[]"
    sql = f"SELECT low FROM coverage_curve_over([], {lists}) WHERE as_of = DATE '2024-01-01'"
    found = cells(atlas, "2024-01-01", ["writer"], ["wga"]).values()
    assert atlas.execute(sql).fetchone()[0] == pytest.approx(
        sum(cell["low"] for cell in found) / 18, abs=1e-4
    )
