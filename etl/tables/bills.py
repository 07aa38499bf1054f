"""Bills: bills and laws of the states, DC and the US Congress."""

from etl.contract import Field, Table
from etl.fields import (
    AS_OF,
    CRAFT_LIST,
    JURISDICTION,
    OFFICIAL_URL,
    PROTECTION_LIST,
    SUMMARY,
    TITLE,
    key,
    list_of,
    one_of,
    text,
)
from etl.vocab import BILL_STATUSES, ENFORCEMENT, TOPICS

TABLE = Table(
    name="bills",
    title="Bills",
    description="Bills and laws of the states, DC and the US Congress.",
    domain="legislation",
    fields=(
        key("bill_id", "bill"),
        JURISDICTION,
        text("session", "Legislative session.", required=True),
        text("number", "Bill number.", required=True),
        TITLE,
        one_of(
            "status",
            BILL_STATUSES,
            "How far the bill came; whether it is in force is another question.",
        ),
        list_of("topics", TOPICS, "What it is about."),
        PROTECTION_LIST,
        CRAFT_LIST,
        SUMMARY,
        text("citation", "Citation of the law."),
        list_of("enforcement", ENFORCEMENT, "Who can enforce it."),
        text("challenge", "Suits against the law itself."),
        Field(
            "open_states_id",
            "Id of the bill at Open States, where known.",
            pattern=r"ocd-bill/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}",
        ),
        OFFICIAL_URL,
        AS_OF,
    ),
)
