"""Practice events: what became of a deal, policy or tool after it was announced."""

from etl.contract import Table
from etl.fields import DATE, SUMMARY, key, one_of, ref
from etl.vocab import PRACTICE_STEPS

TABLE = Table(
    name="practice_events",
    title="Practice events",
    description="Steps in the life of a practice: announced, signed, closed, changed, ended.",
    domain="practices",
    date="date",
    fields=(
        key("event_id", "step"),
        ref("practices", "practice_id", "Practice whose step it is."),
        DATE,
        one_of("kind", PRACTICE_STEPS, "What kind of step."),
        SUMMARY,
    ),
)
