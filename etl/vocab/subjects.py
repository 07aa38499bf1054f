"""What the Atlas is about: pillars, protections, crafts, kinds of work."""

from etl.vocab.vocabulary import Term, Vocabulary, parse_terms

PILLARS = Vocabulary(
    "pillars",
    """
    content_data: Content and data: Transparency, consent and compensation for content and data
    jobs: Jobs: Job protection and transition plans
    guardrails: Guardrails: Guardrails against misuse and deepfakes
    humanity: Humanity: Safeguarding humanity in the creative process
    """,
)


def _protections(pillar: str, text: str) -> list[Term]:
    return [Term(t.id, t.label, t.definition, pillar) for t in parse_terms(text)]


PROTECTIONS = Vocabulary(
    "protections",
    [
        *_protections(
            "content_data",
            """
            training_consent: Consent to train: Must they ask before training on my work?
            training_compensation: Pay for training: Am I paid when my work is used for training?
            training_transparency: Training disclosed: Must they say what they trained on?
            collective_licensing: Collective licence: Can I license with others, on known terms?
            opt_out: Refuse training: Can I refuse, in a way that counts?
            """,
        ),
        *_protections(
            "jobs",
            """
            human_hiring: Replacement limited: Is replacing people with AI limited?
            replica_compensation: Pay for replica: Am I paid for my digital replica's work?
            notice_bargaining: Notice and bargaining: Must they tell us or bargain before using AI?
            retraining: Transition support: Is there retraining, severance or transition support?
            """,
        ),
        *_protections(
            "guardrails",
            """
            likeness_consent: Consent to replica: Must they ask before copying my voice or likeness?
            postmortem_rights: After death: Is my likeness protected after death?
            deepfake_remedy: Deepfake remedy: Can I get a deepfake taken down or punished?
            scan_security: Scans kept safe: Must scans and replicas be kept safe, and deleted?
            contract_guard: No overbroad clause: Are overbroad replica clauses void?
            """,
        ),
        *_protections(
            "humanity",
            """
            human_authorship: Human authorship: Does credit belong to people only?
            use_disclosure: Use disclosed: Is AI use or AI output disclosed or labelled?
            choice_of_tools: Choice of tools: May I refuse to work with AI?
            creative_control: Creative control: Do I keep a say over how AI changes my work?
            """,
        ),
    ],
)

CRAFTS = Vocabulary(
    "crafts",
    """
    actor: Actors
    voice_actor: Voice actors
    background_actor: Background actors
    stunt_performer: Stunt performers
    dancer: Dancers
    model: Models
    director: Directors
    writer: Writers
    showrunner: Showrunners
    producer: Producers
    cinematographer: Cinematographers
    editor: Editors
    animator: Animators
    vfx_artist: VFX artists
    composer: Composers
    songwriter: Songwriters
    musician: Musicians
    recording_artist: Recording artists
    production_designer: Production designers
    costume_designer: Costume designers
    makeup_hair: Make-up and hair
    crew: Crew
    casting: Casting
    agent_manager: Agents and managers
    executive: Executives
    author: Authors
    journalist: Journalists
    visual_artist: Visual artists
    photographer: Photographers
    game_developer: Game developers
    technologist: Technologists
    digital_creator: Digital creators: YouTube, podcast, newsletter
    academic: Academics
    advocate: Advocates
    comedian: Comedians
    other: Other
    """,
)

SECTORS = Vocabulary(
    "sectors",
    """
    film_tv: Film and television
    animation: Animation
    video_games: Video games
    commercials: Commercials
    sound_recordings: Sound recordings
    audiobooks: Audiobooks
    podcasts: Podcasts
    news: News
    theatre: Theatre
    ai_company_replica: Replica licences with AI companies
    other: Other work
    """,
)

MEDIA = Vocabulary(
    "media",
    """
    text: Text
    books: Books
    news: News
    images: Images
    video: Video
    film_tv: Film and television
    characters: Characters
    music: Music
    lyrics: Lyrics
    sound_recordings: Sound recordings
    voice: Voice
    likeness: Likeness
    code: Code
    data: Data
    """,
)

DOMAINS = Vocabulary(
    "domains",
    """
    coalition: Coalition
    agreements: Agreements
    legislation: Legislation
    litigation: Litigation
    practices: Practices
    reference: Reference
    """,
)

JURISDICTION_KINDS = Vocabulary(
    "jurisdiction_kinds",
    """
    federal: Federal
    state: State or DC
    territory: Territory
    """,
)

KNOWN = Vocabulary(
    "known",
    """
    true: Yes
    false: No
    unknown: Unknown
    """,
)
