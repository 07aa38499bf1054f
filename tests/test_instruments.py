"""What each instrument of the tiny world does on each day, against answers worked out by hand."""

from __future__ import annotations

import pytest

from tests.conftest import Release


def effect(release: Release, parent: str, protection: str, day: str) -> str | None:
    """What one contract, law or act does for one protection on one day; None: nothing."""
    sql = """
        SELECT effect FROM instruments
        WHERE parent_id = ? AND protection = ? AND starts_on <= ?::DATE
            AND (ends_before IS NULL OR ends_before > ?::DATE)"""
    found = release.rows(sql, parent, protection, day, day)
    assert len(found) <= 1, found
    return str(found[0][0]) if found else None


LAW, UNDATED, VETOED = "bills:us-ca-2025-sb1", "bills:us-ny-2025-a2", "bills:us-ny-2025-s3"
OLD, NEW = "agreements:players-2023", "agreements:players-2026"


@pytest.mark.parametrize(
    ("parent", "protection", "day", "expected"),
    [
        # SB 1: introduced, signed, in force, blocked, repealed; the attorney general enforces it.
        (LAW, "training_transparency", "2025-01-09", None),
        (LAW, "training_transparency", "2025-01-10", "proposed"),
        (LAW, "training_transparency", "2025-10-01", "pending"),
        (LAW, "training_transparency", "2026-01-01", "partial"),
        (LAW, "training_transparency", "2026-05-31", "partial"),
        (LAW, "training_transparency", "2026-06-01", "blocked"),
        (LAW, "training_transparency", "2026-09-01", None),
        # A 2 became law, and the day it takes effect is not on record: nobody knows.
        (UNDATED, "use_disclosure", "2026-09-01", "unknown"),
        # S 3 passed a chamber and was vetoed.
        (VETOED, "notice_bargaining", "2025-06-09", "proposed"),
        (VETOED, "notice_bargaining", "2025-06-10", "pending"),
        (VETOED, "notice_bargaining", "2025-12-15", None),
        # The federal bill dies with its Congress.
        ("bills:us-us-2026-hr4", "likeness_consent", "2027-01-03", "proposed"),
        ("bills:us-us-2026-hr4", "likeness_consent", "2027-01-04", None),
        # AB 5 voids a clause, which needs no suit; who enforces its other part is not on record.
        ("bills:us-ca-2024-ab5", "contract_guard", "2025-01-01", "strong"),
        ("bills:us-ca-2024-ab5", "likeness_consent", "2025-01-01", "partial"),
        # The contract of 2023: tentative, ratified, in force to its last day, then unclear.
        (OLD, "likeness_consent", "2023-07-01", "pending"),
        (OLD, "likeness_consent", "2023-07-20", "pending"),
        (OLD, "likeness_consent", "2023-08-01", "strong"),
        (OLD, "likeness_consent", "2026-06-30", "strong"),
        (OLD, "likeness_consent", "2026-07-01", "unknown"),
        # Its successor replaces it a month later.
        (OLD, "likeness_consent", "2026-08-01", None),
        (NEW, "replica_compensation", "2026-07-20", "pending"),
        (NEW, "replica_compensation", "2026-08-01", "strong"),
        # A source says that it lacks a limit on training; a demand for an opt-out was refused;
        # somebody looked for retraining and found nothing; the rest nobody judged.
        (OLD, "training_consent", "2024-01-01", "none_found"),
        (OLD, "opt_out", "2024-01-01", "refused"),
        (OLD, "retraining", "2024-01-01", "none_found"),
        (OLD, "choice_of_tools", "2024-01-01", "unknown"),
        # A company's tool is a promise.
        ("practices:robot-opt-out", "opt_out", "2026-01-01", "voluntary"),
    ],
)
def test_what_an_instrument_does_on_a_day(release, parent, protection, day, expected):
    assert effect(release, parent, protection, day) == expected


@pytest.mark.parametrize(
    ("topics", "protection", "expected"),
    [
        ("election_deepfake", "deepfake_remedy", True),
        ("election_deepfake|ai_disclosure", "use_disclosure", True),
        ("election_deepfake|right_of_publicity", "deepfake_remedy", False),
        ("election_deepfake|right_of_publicity", "use_disclosure", True),
        ("chatbot", "use_disclosure", True),
        ("chatbot|provenance_watermark", "use_disclosure", False),
        ("csam", "deepfake_remedy", True),
        ("csam|intimate_deepfake", "deepfake_remedy", False),
        ("digital_replica", "likeness_consent", False),
        ("ai_disclosure", "use_disclosure", False),
    ],
)
def test_a_law_for_voters_children_or_chatbots_is_not_for_creators(
    release, topics, protection, expected
):
    assert release.rows("SELECT law_is_for_others(?, ?)", topics, protection) == [(expected,)]


@pytest.mark.parametrize(
    ("topics", "enforcement", "protection", "strong"),
    [
        ("digital_replica|right_of_publicity", "private_right", "likeness_consent", True),
        ("right_of_publicity", "private_right", "likeness_consent", False),
        ("right_of_publicity", "private_right", "postmortem_rights", True),
        ("right_of_publicity", None, "postmortem_rights", False),
        ("digital_replica", "attorney_general", "likeness_consent", False),
        ("digital_replica", "criminal|private_right", "likeness_consent", True),
        ("intimate_deepfake", "private_right", "deepfake_remedy", False),
        ("performer_contracts", "none", "contract_guard", True),
    ],
)
def test_a_law_is_strong_if_it_has_no_limit(release, topics, enforcement, protection, strong):
    [(limit,)] = release.rows("SELECT law_limit(?, ?, ?)", topics, enforcement, protection)
    assert (limit is None) == strong


def test_no_stretch_of_an_instrument_overlaps_another(release):
    sql = """
        SELECT a.instrument_id FROM instruments a JOIN instruments b
            ON a.parent_id = b.parent_id AND a.protection = b.protection
            AND a.instrument_id = b.instrument_id
        WHERE a.starts_on < b.starts_on
            AND (a.ends_before IS NULL OR a.ends_before > b.starts_on)"""
    assert release.rows(sql) == []


def test_a_duty_that_begins_later_begins_for_its_protection(atlas):
    """California SB 947: in effect 2027-01-01, duties for employers from 2027-07-01."""
    sql = """
        SELECT min(starts_on)::VARCHAR FROM instruments
        WHERE parent_id = 'bills:us-ca-2026-sb947' AND effect IN ('strong', 'partial')"""
    assert atlas.execute(sql).fetchone() == ("2027-07-01",)
