"""Bargaining events: talks, deals, votes, strikes and statements."""

from etl.contract import Table
from etl.fields import DATE, SUMMARY, key, one_of, ref
from etl.vocab import BARGAINING_KINDS

TABLE = Table(
    name="bargaining_events",
    title="Bargaining events",
    description="Talks, deals, votes, strikes and statements.",
    domain="agreements",
    date="date",
    fields=(
        key("event_id", "event"),
        ref("unions", "union_id", "Union."),
        ref("agreements", "agreement_id", "Agreement it belongs to.", required=False),
        DATE,
        one_of("kind", BARGAINING_KINDS, "What happened."),
        SUMMARY,
    ),
)
