"""Signatories: people and organisations named as signing at least one letter."""

from etl.contract import Table
from etl.fields import CRAFT_LIST, key, one_of, ref, text
from etl.vocab import CRAFTS, SIGNATORY_KINDS

TABLE = Table(
    name="signatories",
    title="Signatories",
    description="People and organisations named as signing at least one letter.",
    domain="coalition",
    fields=(
        key("signatory_id", "signatory"),
        text("name", "Name.", required=True),
        one_of("kind", SIGNATORY_KINDS, "Person or organisation."),
        one_of("primary_craft", CRAFTS, "Main craft."),
        CRAFT_LIST,
        text("known_for", "Known for."),
        text("organization", "Organisation."),
        ref("countries", "country", "Country.", required=False),
    ),
)
