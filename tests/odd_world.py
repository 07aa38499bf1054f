"""The tiny world made hostile: HTML in its texts, long lists, ids that end like a file."""

from __future__ import annotations

from pathlib import Path

from tests.tiny_world import World

SCRIPT = "<script>alert(1)</script>"
BREAK_OUT = '"><img src=x onerror=alert(1)></script>'
RIGHT_TO_LEFT = "قانون النسخة"


def odd_world(folder: Path) -> Path:
    """Build it; returns its warehouse."""
    world = World(folder)
    world.change("letters", "ask-first", title=f"Ask {SCRIPT}", summary=f"Asks. {BREAK_OUT}")
    world.change("publishers", "gazette.example.com", name=f"The Gazette {SCRIPT}")
    world.change("signatories", "ada-example", name=f"{RIGHT_TO_LEFT} {BREAK_OUT}")
    world.change("corrections", "bills.us-ny-2025-a2.status", reason=BREAK_OUT, was=SCRIPT)
    says = {"checked_on": "2026-11-22", "says": f"Says {BREAK_OUT}"}
    world.change("evidence", "letters.ask-first.1", url='https://gazette.example.com/"><b>', **says)
    world.add("companies", company_id="dot", name="Dot", kind="platform")
    world.add("companies", company_id="dot.json", name="Dot Json", kind="platform")
    world.add("publishers", publisher_id="shared.example/some-one", name="Some One", kind="press")
    for number in range(25):
        world.copy(
            "incidents", "cloned-voice", incident_id=f"n{number}", date=f"2025-01-{number + 1:02}"
        )
    world.add(
        "corrections",
        correction_id="letters.gone",
        date="2026-09-20",
        table_name="letters",
        record_id="a-letter-that-was",
        reason="Nobody had written it.",
    )
    world.build()
    return world.warehouse
