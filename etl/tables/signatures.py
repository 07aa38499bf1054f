"""Signatures: who is named as having signed which letter."""

from etl.contract import Table
from etl.fields import edtf, key, one_of, ref, text
from etl.vocab import SIGNATURE_ROLES

TABLE = Table(
    name="signatures",
    title="Signatures",
    description="Who is named as having signed which letter.",
    domain="coalition",
    date="reported_on",
    fields=(
        key("signature_id", "signature"),
        ref("letters", "letter_id", "Letter."),
        ref("signatories", "signatory_id", "Signatory."),
        one_of("role", SIGNATURE_ROLES, "In which role."),
        text("credited_as", "As credited by the source.", required=True),
        edtf("reported_on", "Date of the report."),
    ),
)
