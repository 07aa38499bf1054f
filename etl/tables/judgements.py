"""Judgements: somebody looked for a protection, and what they found was nothing, or unclear."""

from etl.contract import Table
from etl.fields import JURISDICTION, PROTECTION, SUMMARY, edtf, key, one_of, ref, text
from etl.vocab import FINDINGS

TABLE = Table(
    name="judgements",
    title="Judgements",
    description=(
        "Somebody looked for a protection in an agreement, or in the law of a state, and found "
        "nothing or could not judge. What was found is in provisions and bills."
    ),
    domain="reference",
    date="looked_on",
    fields=(
        key("judgement_id", "judgement"),
        ref("agreements", "agreement_id", "Agreement that was looked through.", required=False),
        ref("jurisdictions", JURISDICTION.name, "State whose law, or US.", required=False),
        PROTECTION,
        one_of("finding", FINDINGS, "What came of it."),
        edtf("looked_on", "When somebody looked.", required=True),
        text("looked_in", "Where they looked.", required=True),
        SUMMARY,
    ),
)
