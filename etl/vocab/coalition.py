"""Words for letters and those who sign them."""

from etl.vocab.vocabulary import Vocabulary

LETTER_KINDS = Vocabulary(
    "letter_kinds",
    """
    open_letter: Open letter
    statement: Statement
    principles: Principles
    petition: Petition or campaign
    submission: Submission to government
    protest: Protest or public opposition: Not a signed letter
    """,
)

LETTER_STANCES = Vocabulary(
    "letter_stances",
    """
    for_safeguards: For safeguards
    for_ai_tools: For AI tools: Argues for creators who use generative AI
    general_safety: General AI safety: Not about creative work
    """,
)

COUNT_QUALIFIERS = Vocabulary(
    "count_qualifiers",
    """
    exactly: Exactly
    at_least: At least: The source says over, or more than
    about: About: The source says nearly, some, or about
    """,
)

SIGNATORY_KINDS = Vocabulary(
    "signatory_kinds",
    """
    person: Person
    organization: Organisation
    """,
)

SIGNATURE_ROLES = Vocabulary(
    "signature_roles",
    """
    founder: Founder
    leadership: Leadership
    early_signatory: Early signatory
    signatory: Signatory
    endorsing_organization: Endorsing organisation
    participant: Took part: In the campaign, delegation or protest; no source says they signed
    """,
)

COALITION_KINDS = Vocabulary(
    "coalition_kinds",
    """
    launch: Launch
    plan: Plan
    statement: Statement
    meeting: Meeting
    panel: Panel
    testimony: Testimony
    partnership: Partnership
    publication: Publication
    film_release: Film release
    signatory_news: News of signatories
    context: Context
    """,
)
