"""Words for companies and what they do."""

from etl.vocab.vocabulary import Vocabulary

COMPANY_KINDS = Vocabulary(
    "company_kinds",
    """
    ai_developer: AI developer
    platform: Platform
    studio: Studio
    streamer: Streamer
    vfx_or_animation: VFX or animation
    games: Games
    record_label: Record label
    music_publisher: Music publisher
    book_publisher: Book publisher
    news_publisher: News publisher
    publisher: Publisher
    stock_media: Stock media
    rights_society: Rights society
    standards_body: Standards body
    agency: Agency
    other: Other
    """,
)

PRACTICE_KINDS = Vocabulary(
    "practice_kinds",
    """
    license_deal: Licence deal
    settlement_license: Licence by settlement
    investment_or_partnership: Investment or partnership
    creator_fund_or_payment: Creator fund or payment
    consent_policy: Consent policy
    opt_in_tool: Opt-in tool
    opt_out_tool: Opt-out tool
    likeness_control: Likeness control
    provenance_label: Provenance label
    training_disclosure: Training disclosure
    crawler_blocking_or_pricing: Crawler blocking or pricing
    certification: Certification
    ai_use_guideline: AI-use guideline
    indemnity: Indemnity
    ai_production_use: AI used in production
    layoffs_or_replacement: Layoffs or replacement
    incident: Incident
    """,
)

PRACTICE_STEPS = Vocabulary(
    "practice_steps",
    """
    announced: Announced
    reported: Reported: By others, not announced by the company
    signed: Signed
    closed: Closed: Completed, paid or put to use
    changed: Changed
    ended: Ended
    refused: Refused
    """,
)

ACT_GROUPS = Vocabulary(
    "act_groups",
    """
    licences: Licences and payments
    policies: Policies
    tools: Tools and labels
    guidelines: Guidelines
    certifications: Certifications
    uses: AI in use: AI used in production, and jobs cut
    incidents: Harm reported
    """,
)
"""What kinds of practices amount to, for a view over time."""

GROUP_OF_ACT = {
    "license_deal": "licences",
    "settlement_license": "licences",
    "investment_or_partnership": "licences",
    "creator_fund_or_payment": "licences",
    "consent_policy": "policies",
    "training_disclosure": "policies",
    "crawler_blocking_or_pricing": "policies",
    "indemnity": "policies",
    "opt_in_tool": "tools",
    "opt_out_tool": "tools",
    "likeness_control": "tools",
    "provenance_label": "tools",
    "ai_use_guideline": "guidelines",
    "certification": "certifications",
    "ai_production_use": "uses",
    "layoffs_or_replacement": "uses",
    "incident": "incidents",
}

DEAL_STEPS = Vocabulary(
    "deal_steps",
    """
    closed: Signed or closed: A source tells of the signing, the closing or a payment
    closing_reported: Signing reported, unconfirmed
    announced: Announced: Nothing later on record
    ended: Ended
    ended_unclosed: Ended, never closed: It ended, and no closing is on record
    """,
)

WORK_USES = Vocabulary(
    "work_uses",
    """
    training: Training: To train a model
    display: Display: Shown or quoted in answers
    output: Output: To make new works
    replica: Replica: Of a voice or likeness
    tool: Tool: Used by the company's own staff
    """,
)

STANCES = Vocabulary(
    "stances",
    """
    advances: Advances: Gives creators consent, pay, credit or knowledge that they did not have
    mixed: Mixed: Gives with one hand; often a paid licence without a known choice for the creator
    undermines: Undermines: Takes consent, pay, credit or work from creators
    not_judged: Not judged: The sources do not say enough for a reading
    """,
)

DEAL_ROLES = Vocabulary(
    "deal_roles",
    """
    actor: Did it: The company whose act this is
    seller: Seller: Gives the licence
    buyer: Buyer: Takes the licence
    counterparty: Other party
    """,
)

HARMS = Vocabulary(
    "harms",
    """
    likeness: Likeness
    voice_clone: Voice clone
    deepfake: Deepfake
    synthetic_performer: Synthetic performer
    replacement: Replacement
    training_without_consent: Training without consent
    disclosure_failure: Not disclosed
    other: Other
    """,
)

COMPANY_ENTRIES = Vocabulary(
    "company_entries",
    """
    suit_against: Suit against it: A claim, not a finding
    suit_by: Suit it brought
    ruling: Ruling: In a suit to which it is a party
    deal_buyer: Deal as buyer
    deal_seller: Deal as seller
    deal_other: Deal: Which side it takes is not on record
    policy: Policy or tool
    act: Other act: Its own, or one that it takes part in
    incident: Named in a report of harm: As its cause, its victim or a platform
    letter: Letter signed
    letter_to: Letter to it
    index: Transparency index
    """,
)

PROMISE_SIDES = Vocabulary(
    "promise_sides",
    """
    promise: Announced: By the company itself, or in a letter that it signed
    record: On record: Suits, acts, harm and index scores; a suit is a claim, not a finding
    """,
)

ROBOTS_RESPECT = Vocabulary(
    "robots_respect",
    """
    yes: Says yes
    no: Reported no
    operator_choice: Operator's choice
    unclear: Unclear
    """,
)

CRAWLER_USES = Vocabulary(
    "crawler_uses",
    """
    training: Training
    search_or_answer: Search or answers
    other_or_unclear: Other or unclear
    """,
)

DEVELOPMENT_KINDS = Vocabulary(
    "development_kinds",
    """
    takes_effect: Takes effect
    ruling: Ruling
    filed: Filed
    guidance: Guidance
    rule: Rule or code
    enforcement: Enforcement
    executive_order: Executive order
    statement: Statement
    standard: Standard
    tool_release: Tool release
    figures: Figures
    incident: Incident
    deadline: Deadline
    other: Other
    """,
)
