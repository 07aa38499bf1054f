"""Letter counts: how many signatures a letter was said to have, and when."""

from etl.contract import Table
from etl.fields import count, edtf, key, one_of, ref
from etl.vocab import COUNT_QUALIFIERS

TABLE = Table(
    name="letter_counts",
    title="Letter counts",
    description="How many signatures a letter was said to have, and when.",
    domain="coalition",
    date="date",
    fields=(
        key("count_id", "count"),
        ref("letters", "letter_id", "Letter."),
        edtf("date", "Date of the count."),
        count("signatures", "Signatures claimed.", unit="signatures", required=True),
        one_of(
            "qualifier",
            COUNT_QUALIFIERS,
            "How the source puts the figure; empty: not known.",
            required=False,
        ),
    ),
)
