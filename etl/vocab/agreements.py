"""Words for union agreements and bargaining."""

from etl.vocab.vocabulary import Vocabulary

STRENGTHS = Vocabulary(
    "strengths",
    """
    strong: Strong: Binding and specific
    partial: Partial: Binding, with limits or gaps
    weak: Weak: Soft wording, or easily avoided
    absent: Absent: A source says that the contract lacks it
    """,
)

FINDINGS = Vocabulary(
    "findings",
    """
    none_found: Looked for, nothing found
    not_judged: Looked at, not judged: The reason is given
    """,
)

AGREEMENT_STATUSES = Vocabulary(
    "agreement_statuses",
    """
    in_force: In force
    ratified: Ratified: Ratified, not yet in force
    tentative: Tentative: Agreed at the table, not ratified as far as sources reach
    in_negotiation: In negotiation
    last_known: Last known in force: No end on record, and no source of the last two years
    expired: Expired
    superseded: Superseded
    """,
)

AGREEMENT_KINDS = Vocabulary(
    "agreement_kinds",
    """
    collective: Collective agreement: Between a union and employers
    interim: Interim agreement: Signed during a strike or for a limited time
    waiver: Waiver: Changes one point of another agreement
    replica_licence: Replica licence: With an AI company, not with an employer
    remuneration_rules: Remuneration rules: Joint rules of a company and an association
    """,
)

EMPLOYER_LINKS = Vocabulary(
    "employer_links",
    """
    same: The same company: Under another name
    unit: A unit of it: A label, studio or subsidiary
    member: A member: The group bargains for its members; which unit signs is not recorded here
    """,
)

DEMAND_OUTCOMES = Vocabulary(
    "demand_outcomes",
    """
    refused: Refused: A source says the union sought it and did not get it
    open: Open: On the table
    """,
)

BARGAINING_KINDS = Vocabulary(
    "bargaining_kinds",
    """
    talks_open: Talks open
    tentative_deal: Tentative deal
    ratified: Ratified
    strike_start: Strike starts
    strike_end: Strike ends
    expired: Agreement expires
    grievance: Grievance
    arbitration: Arbitration
    guideline: Guideline
    statement: Statement
    other: Other
    """,
)
