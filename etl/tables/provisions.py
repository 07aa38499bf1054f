"""Provisions: what an agreement says on one protection, and how strongly."""

from etl.contract import Table
from etl.fields import PROTECTION, SUMMARY, key, one_of, ref, text
from etl.vocab import STRENGTHS

TABLE = Table(
    name="provisions",
    title="Provisions",
    description="What an agreement says on one protection, and how strongly.",
    domain="agreements",
    fields=(
        key("provision_id", "provision"),
        ref("agreements", "agreement_id", "Agreement that holds the clause."),
        PROTECTION,
        one_of("strength", STRENGTHS, "How strongly it protects."),
        SUMMARY,
        text("clause_ref", "Where in the contract."),
    ),
)
