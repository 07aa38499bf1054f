"""Bill links: how one bill relates to another."""

from etl.contract import Table
from etl.fields import key, one_of, ref
from etl.vocab import BILL_LINK_KINDS

TABLE = Table(
    name="bill_links",
    title="Bill links",
    description="How one bill relates to another.",
    domain="legislation",
    part_of="bill_id",
    fields=(
        key("bill_link_id", "link"),
        ref("bills", "bill_id", "The later bill."),
        one_of("kind", BILL_LINK_KINDS, "What it does to the other."),
        ref("bills", "other_bill_id", "The other bill."),
    ),
)
