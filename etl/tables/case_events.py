"""Case events: steps of a case other than rulings; its filing date is a column of the case."""

from etl.contract import Table
from etl.fields import DATE, SUMMARY, key, one_of, ref
from etl.vocab import CASE_EVENT_KINDS

TABLE = Table(
    name="case_events",
    title="Case events",
    description="Steps of a case other than rulings; its filing date is a column of the case.",
    domain="litigation",
    date="date",
    fields=(
        key("event_id", "event"),
        ref("cases", "case_id", "Case."),
        DATE,
        one_of("kind", CASE_EVENT_KINDS, "What happened."),
        SUMMARY,
    ),
)
