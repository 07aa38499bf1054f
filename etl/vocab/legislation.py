"""Words for bills, laws and federal acts."""

from etl.vocab.vocabulary import Vocabulary

BILL_STATUSES = Vocabulary(
    "bill_statuses",
    """
    enacted: Enacted
    passed_legislature: Passed the legislature
    passed_one_chamber: Passed one chamber
    introduced: Introduced
    vetoed: Vetoed
    failed: Failed
    died: Died with its session: Worked out from the last day of the session
    unresolved: Session over, outcome not recorded: The newest source is older than that last day
    """,
)

BILL_FORCE = Vocabulary(
    "bill_force",
    """
    in_force: In force
    future: Enacted, not yet in force
    enjoined: Blocked in court
    repealed: Struck down, repealed, replaced or run out
    undated: Enacted, effective date not recorded
    not_law: Not law
    """,
)

BILL_DATE_KINDS = Vocabulary(
    "bill_date_kinds",
    """
    introduced: Introduced
    signed: Became law: Signed, or became law without signature
    effective: Takes effect
    operative: Duties begin: A later date on which some duties start
    enjoined: Blocked in court
    repealed: Struck down, repealed or replaced
    expires: Ends by its own terms
    last_action: Last recorded action
    """,
)

BILL_EVENT_KINDS = Vocabulary(
    "bill_event_kinds",
    """
    committee: Committee
    amended: Amended
    passed_chamber: Passed a chamber
    passed_legislature: Passed the legislature
    vetoed: Vetoed
    failed: Failed
    other: Other
    """,
)

BILL_LINK_KINDS = Vocabulary(
    "bill_link_kinds",
    """
    replaces: Replaces
    amends: Amends
    companion_of: Companion of
    succeeds: Takes up again: A later attempt at the same law
    """,
)

TOPICS = Vocabulary(
    "topics",
    """
    digital_replica: Digital replicas
    right_of_publicity: Right of publicity
    performer_contracts: Performer contracts
    postmortem_replica: Replicas after death
    synthetic_performer_advertising: Synthetic performers in advertising
    training_data_transparency: Training data transparency
    copyright_training: Copyright and training
    provenance_watermark: Provenance and watermarks
    ai_disclosure: AI disclosure
    employment_ai: AI at work
    automated_decisions: Automated decisions
    intimate_deepfake: Intimate deepfakes
    election_deepfake: Election deepfakes
    csam: Child abuse material
    fraud_impersonation: Fraud and impersonation
    chatbot: Chatbots
    ticketing_or_platform: Ticketing and platforms
    frontier_safety: Frontier model safety
    taskforce_study: Task forces and studies
    other: Other
    """,
)

ENFORCEMENT = Vocabulary(
    "enforcement",
    """
    private_right: Private suit
    attorney_general: Attorney general
    labor_agency: Labour agency
    criminal: Criminal law
    none: None named
    """,
)

FEDERAL_BODIES = Vocabulary(
    "federal_bodies",
    """
    congress: Congress
    president: President
    court: Courts
    copyright_office: Copyright Office
    fcc: FCC: Federal Communications Commission
    ftc: FTC: Federal Trade Commission
    fec: FEC: Federal Election Commission
    justice_department: Justice Department
    commerce_department: Commerce Department
    state_attorneys_general: State attorneys general
    """,
)

FEDERAL_KINDS = Vocabulary(
    "federal_kinds",
    """
    bill: Bill
    law: Law
    decision: Decision
    executive_order: Executive order
    rule: Rule
    guidance: Guidance
    report: Report
    litigation_task_force: Litigation task force
    """,
)

STATE_EFFECTS = Vocabulary(
    "state_effects",
    """
    none: None
    supports: Supports state law
    pressures: Presses states not to act
    preempts: Would override state law
    """,
)
