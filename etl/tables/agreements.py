"""Agreements: union agreements and related contracts with terms on AI."""

from etl.contract import Table
from etl.fields import (
    AS_OF,
    CRAFT_LIST,
    OFFICIAL_URL,
    SUMMARY,
    TITLE,
    count,
    edtf,
    key,
    one_of,
    percent,
    ref,
    text,
)
from etl.vocab import AGREEMENT_KINDS, AGREEMENT_STATUSES, SECTORS

TABLE = Table(
    name="agreements",
    title="Agreements",
    description="Union agreements and related contracts with terms on AI.",
    domain="agreements",
    date="effective_on",
    fields=(
        key("agreement_id", "agreement"),
        ref("unions", "union_id", "Union that signed."),
        TITLE,
        one_of("kind", AGREEMENT_KINDS, "What kind of contract it is."),
        one_of("sector", SECTORS, "Kind of work."),
        text("counterparty", "Employer side.", required=True),
        one_of(
            "stated_status",
            AGREEMENT_STATUSES,
            "Status that the sources give; what it is on a given day follows from the dates.",
        ),
        edtf("tentative_on", "Tentative deal."),
        edtf("ratified_on", "Ratified."),
        percent("ratification_yes_pct", "Share of votes in favour."),
        percent("turnout_pct", "Share of members who voted."),
        edtf("effective_on", "First day of the term."),
        edtf("expires_on", "Last day of the term."),
        CRAFT_LIST,
        count("members_covered", "Members covered, as reported.", unit="people"),
        ref("agreements", "supersedes", "Agreement that it replaces.", required=False),
        edtf("strike_from", "First day of a strike for it."),
        edtf("strike_to", "Last day of that strike."),
        SUMMARY,
        OFFICIAL_URL,
        AS_OF,
    ),
)
