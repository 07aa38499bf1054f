"""Letters: open letters, statements and campaigns of creators on AI."""

from etl.contract import Field, Table
from etl.fields import SUMMARY, TITLE, URL, edtf, key, list_of, one_of, text
from etl.vocab import LETTER_KINDS, LETTER_STANCES, PROTECTIONS

TABLE = Table(
    name="letters",
    title="Letters",
    description="Open letters, statements and campaigns of creators on AI.",
    domain="coalition",
    date="launched_on",
    fields=(
        key("letter_id", "letter"),
        TITLE,
        one_of("kind", LETTER_KINDS, "What kind of text."),
        one_of("stance", LETTER_STANCES, "What it argues for."),
        text("organizer", "Who organised it.", required=True),
        edtf("launched_on", "Launched."),
        text("addressed_to", "Addressed to."),
        list_of("demands", PROTECTIONS, "Protections it asks for."),
        Field("url", "Address of the text, where known.", pattern=URL),
        SUMMARY,
    ),
)
