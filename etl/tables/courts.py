"""Courts: courts, agencies and arbitrators that hear the cases."""

from etl.contract import Table
from etl.fields import COUNTRY, key, one_of, text
from etl.vocab import COURT_LEVELS

TABLE = Table(
    name="courts",
    title="Courts",
    description="Courts, agencies and arbitrators that hear the cases.",
    domain="litigation",
    is_fact=False,
    fields=(
        key("court_id", "court"),
        text("name", "Name.", required=True),
        one_of("level", COURT_LEVELS, "Level."),
        COUNTRY,
    ),
)
