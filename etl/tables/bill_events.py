"""Bill events: steps of a bill between its introduction and its end."""

from etl.contract import Table
from etl.fields import DATE, SUMMARY, key, one_of, ref
from etl.vocab import BILL_EVENT_KINDS

TABLE = Table(
    name="bill_events",
    title="Bill events",
    description="Steps of a bill between its introduction and its end.",
    domain="legislation",
    date="date",
    fields=(
        key("event_id", "event"),
        ref("bills", "bill_id", "Bill."),
        DATE,
        one_of("kind", BILL_EVENT_KINDS, "What happened."),
        SUMMARY,
    ),
)
