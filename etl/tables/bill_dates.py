"""Bill dates: the legal dates of a bill; one law can take effect in several steps."""

from etl.contract import Table
from etl.fields import DATE, key, list_of, one_of, ref, text
from etl.vocab import BILL_DATE_KINDS, PROTECTIONS

TABLE = Table(
    name="bill_dates",
    title="Bill dates",
    description="The legal dates of a bill; one law can take effect in several steps.",
    domain="legislation",
    date="date",
    fields=(
        key("bill_date_id", "date"),
        ref("bills", "bill_id", "Bill."),
        one_of("kind", BILL_DATE_KINDS, "What happens on that date."),
        DATE,
        list_of(
            "only_for", PROTECTIONS, "Protections that it is about; empty if the law as a whole."
        ),
        text("note", "What exactly starts or stops."),
    ),
)
