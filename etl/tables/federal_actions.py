"""The `federal_actions` table."""

from etl.contract import Table
from etl.fields import AS_OF, DATE, OFFICIAL_URL, PROTECTION_LIST, SUMMARY, TITLE, key, one_of, text
from etl.vocab import FEDERAL_BODIES, FEDERAL_KINDS, STATE_EFFECTS

TABLE = Table(
    name="federal_actions",
    title="Federal actions",
    description="Acts of Congress, the President, agencies and courts that shape the field.",
    domain="legislation",
    date="date",
    fields=(
        key("action_id", "action"),
        DATE,
        one_of("body", FEDERAL_BODIES, "Who acted."),
        one_of("kind", FEDERAL_KINDS, "What kind of act it is."),
        TITLE,
        text("status", "Where it stands, in the words of the source date.", required=True),
        one_of("effect_on_states", STATE_EFFECTS, "What it means for state law."),
        PROTECTION_LIST,
        SUMMARY,
        OFFICIAL_URL,
        AS_OF,
    ),
)
