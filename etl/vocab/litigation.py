"""Words for cases, parties and rulings."""

from etl.vocab.vocabulary import Vocabulary

COURT_LEVELS = Vocabulary(
    "court_levels",
    """
    trial: Trial court
    appeal: Appeal court
    supreme: Supreme court
    agency: Agency or arbitration
    """,
)

PLAINTIFF_CLASSES = Vocabulary(
    "plaintiff_classes",
    """
    book_authors: Book authors
    news_publishers: News publishers
    book_publishers: Book publishers
    reference_publishers: Reference publishers
    music_publishers: Music publishers
    musicians: Musicians
    record_labels: Record labels
    visual_artists: Visual artists
    video_creators: Video creators
    voice_actors: Voice actors
    performers: Performers
    film_studios: Film studios
    stock_images: Stock images
    software_developers: Software developers
    data_owners: Data owners
    union: Unions
    government: Government
    other: Other
    """,
)

CASE_STAGES = Vocabulary(
    "case_stages",
    """
    complaint: Complaint
    motion_to_dismiss: Motion to dismiss
    discovery: Discovery
    summary_judgment: Summary judgment
    trial: Trial
    appeal: Appeal
    closed: Closed
    """,
)

CASE_STATUSES = Vocabulary(
    "case_statuses",
    """
    pending: Pending
    stayed: Stayed
    consolidated: Consolidated: Heard inside another case
    decided: Decided
    settled: Settled
    dismissed: Dismissed
    """,
)

CLAIMS = Vocabulary(
    "claims",
    """
    direct_infringement: Direct copyright infringement
    secondary_infringement: Secondary copyright infringement
    dmca_1201: Access controls (DMCA 1201)
    dmca_1202: Credit removal (DMCA 1202)
    lanham: Trademark and false endorsement
    right_of_publicity: Right of publicity
    bipa: Biometric privacy (Illinois BIPA)
    privacy: Privacy
    contract: Contract
    unfair_competition: Unfair competition
    unjust_enrichment: Unjust enrichment
    labor: Labour law
    other: Other
    """,
)

CASE_EVENT_KINDS = Vocabulary(
    "case_event_kinds",
    """
    filed: Filed
    amended: Complaint amended
    motion: Motion
    hearing: Hearing
    transferred: Transferred
    dismissed: Dismissed
    settlement_announced: Settlement announced
    settlement_approved: Settlement approved
    appeal_filed: Appeal filed
    scheduled: Scheduled
    other: Other
    """,
)

DOCTRINES = Vocabulary(
    "doctrines",
    """
    fair_use: Fair use
    fair_dealing: Fair dealing
    text_mining: Text and data mining exception
    infringement: Infringement found or not
    authorship: Human authorship
    pleading: Motion to dismiss
    class_certification: Class certification
    injunction: Injunction
    default: Default judgment
    contract: Contract
    other: Other
    """,
)

DIRECTIONS = Vocabulary(
    "directions",
    """
    for_plaintiff: For the plaintiff
    for_defendant: For the defendant
    mixed: Mixed
    not_stated: Not stated: The sources read do not say
    """,
)

FINALITY = Vocabulary(
    "finality",
    """
    interim: Interim
    final: Final in that court
    """,
)

PARTY_SIDES = Vocabulary(
    "party_sides",
    """
    plaintiff: Plaintiff
    defendant: Defendant
    """,
)

PARTY_KINDS = Vocabulary(
    "party_kinds",
    """
    company: Company or organisation
    person: Person
    group: Group: A class or several people
    unnamed: Unnamed
    """,
)

MILESTONES = Vocabulary(
    "milestones",
    """
    dismissal_ruling: Ruling on a motion to dismiss
    answer: Ruling on fair use, infringement or authorship
    appeal: First step on appeal
    settlement: Settlement announced
    """,
)

WAITS = Vocabulary(
    "waits",
    """
    reached: Reached
    open: Still open: Open, and not there yet
    out: Out: Ended, or heard inside another case, without it
    """,
)

SETTLEMENT_STEPS = Vocabulary(
    "settlement_steps",
    """
    approved: Approved: By the court, at least preliminarily
    announced: Announced: No approval on record; most settlements need none
    reported: Reported, unconfirmed
    """,
)

CASE_RELATIONS = Vocabulary(
    "case_relations",
    """
    heard_inside: Heard inside
    hears: Hears
    heard_together: Heard together with
    same_plaintiff: Same plaintiff
    same_defendant: Same defendant
    """,
)
