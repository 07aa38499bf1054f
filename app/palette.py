"""Colours and symbols, light and dark. Colour never stands alone: each level has its symbol."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Theme:
    """The colours of one theme."""

    name: str
    paper: str
    ink: str
    quiet: str
    rule: str
    sand: str
    accent: str
    alarm: str
    steps: tuple[str, ...]
    """From least to most, for counts on a map."""
    series: tuple[str, ...]
    """For categories, told apart by people who see colours differently."""


LIGHT = Theme(
    "light",
    paper="#FBFAF7",
    ink="#14171F",
    quiet="#4A4D57",
    rule="#E3DFD4",
    sand="#F3F0E8",
    accent="#0B5D62",
    alarm="#B5483A",
    steps=("#E9E5DC", "#CFE4E1", "#A5CECA", "#6FB0AB", "#3A8B88", "#0B5D62"),
    series=("#0B5D62", "#B5483A", "#D9A441", "#5B6C9C", "#7FBAB5", "#8A5A83", "#6E7F3A", "#9A9488"),
)
DARK = Theme(
    "dark",
    paper="#0E1418",
    ink="#F6F3EA",
    quiet="#B9C4C4",
    rule="#2C363C",
    sand="#182127",
    accent="#6FC2BC",
    alarm="#E5806F",
    steps=("#232C33", "#24484B", "#2C6467", "#3F8785", "#58A6A1", "#7FD0C9"),
    series=("#6FC2BC", "#E5806F", "#F0C265", "#8FA3DB", "#3F8785", "#C595BE", "#A9BC6B", "#A8A296"),
)


def theme(name: str | None) -> Theme:
    """The theme called `name`; light unless it is dark."""
    return DARK if name == "dark" else LIGHT


@dataclass(frozen=True)
class Level:
    """How a level of protection looks."""

    id: str
    label: str
    symbol: str
    light: str
    dark: str
    on_light: str
    """Colour of the symbol on the light fill."""
    on_dark: str

    def fill(self, colours: Theme) -> str:
        """Fill in the given theme."""
        return self.dark if colours.name == "dark" else self.light

    def text(self, colours: Theme) -> str:
        """Symbol colour in the given theme."""
        return self.on_dark if colours.name == "dark" else self.on_light


LEVELS: dict[str, Level] = {
    level.id: level
    for level in (
        Level("strong", "strong", "●", "#0B5D62", "#6FC2BC", "#FFFFFF", "#0E1418"),
        Level("partial", "partial", "◐", "#7FBAB5", "#3A7F7C", "#10201F", "#FFFFFF"),
        Level("weak", "weak", "○", "#D5E7E4", "#24484B", "#10201F", "#FFFFFF"),
        Level("refused", "sought and refused", "✕", "#B5483A", "#B5483A", "#FFFFFF", "#FFFFFF"),
        Level("absent", "contract lacks it", "–", "#DDD7CA", "#39444B", "#14171F", "#F6F3EA"),
        Level("none_found", "looked, none found", "∅", "#EAE5D9", "#2B353A", "#14171F", "#F6F3EA"),
        Level("not_judged", "not judged", "?", "#FBFAF7", "#0E1418", "#6B6E77", "#8E9A9C"),
    )
}

COVERAGE: dict[str, Level] = {
    level.id: level
    for level in (
        LEVELS["strong"],
        LEVELS["partial"],
        LEVELS["weak"],
        Level("pending", "pending", "◔", "#D9A441", "#F0C265", "#14171F", "#0E1418"),
        Level("voluntary", "company's word only", "△", "#EFE0BE", "#57492A", "#14171F", "#F6F3EA"),
        LEVELS["refused"],
        Level("unknown", "not judged", "?", "#FBFAF7", "#0E1418", "#6B6E77", "#8E9A9C"),
        Level("none_found", "nothing found", "∅", "#E2B6AE", "#6B2F27", "#14171F", "#FFFFFF"),
    )
}
"""How the levels of coverage look, best first; what nobody has judged stays the colour of paper."""

FORCE: dict[str, tuple[str, str]] = {
    "in_force": ("#0B5D62", "#6FC2BC"),
    "future": ("#D9A441", "#F0C265"),
    "undated": ("#7FBAB5", "#3F8785"),
    "enjoined": ("#B5483A", "#E5806F"),
    "repealed": ("#7A2F26", "#A84F42"),
    "not_law": ("#CFC9BB", "#4A565C"),
}
"""Fill of each state of force, light and dark."""
