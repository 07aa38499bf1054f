"""Sessions: the last day on which a legislature could still move its bills."""

from etl.contract import Table
from etl.fields import JURISDICTION, edtf, key, text

TABLE = Table(
    name="sessions",
    title="Sessions",
    description=(
        "Legislative sessions, with the last day on which their bills could still move. "
        "A bill that was not decided by then died with its session."
    ),
    domain="legislation",
    fields=(
        key("session_id", "session"),
        JURISDICTION,
        text("session", "Name of the session, as in bills.", required=True),
        edtf("starts_on", "First day."),
        edtf("ends_on", "Last day; of a session of two years, that of the second.", required=True),
        text("note", "What the dates do not say."),
    ),
)
