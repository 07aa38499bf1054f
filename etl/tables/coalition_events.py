"""Coalition events: what the Creators Coalition on AI did, and what led to it."""

from etl.contract import Table
from etl.fields import DATE, SUMMARY, key, one_of
from etl.vocab import COALITION_KINDS

TABLE = Table(
    name="coalition_events",
    title="Coalition events",
    description="What the Creators Coalition on AI did, and what led to it.",
    domain="coalition",
    date="date",
    fields=(
        key("event_id", "event"),
        DATE,
        one_of("kind", COALITION_KINDS, "What happened."),
        SUMMARY,
    ),
)
