"""The `publishers` table."""

from etl.contract import Field, Table
from etl.fields import one_of, ref, text
from etl.vocab import PUBLISHER_KINDS

TABLE = Table(
    name="publishers",
    title="Publishers",
    description=(
        "Who published each source, and what kind of publisher that is; confidence is computed "
        "from it."
    ),
    domain="reference",
    is_fact=False,
    fields=(
        Field("publisher_id", "Host name, with the owner for shared hosts.", required=True),
        text("name", "Name of the publisher.", required=True),
        one_of("kind", PUBLISHER_KINDS, "What kind of publisher it is."),
        ref(
            "publishers",
            "counts_as",
            "Publisher it belongs to or takes its texts from: the two count as one.",
            required=False,
        ),
    ),
)
