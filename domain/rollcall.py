"""A roll call after a disaster: who is safe, household by household."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Self

from pydantic import AwareDatetime, Field

from domain.messages import Value

RANK = {"safe": 1, "away": 2, "help": 3}
"""The answers, the worse the higher: a household's is the worst of its people's."""
SILENT = "silent"
STANDINGS = ("help", SILENT, "away", "safe")
"""How a household stands, the most pressing first."""
CAUSES = {
    "flood": "trapped",
    "landslide": "trapped",
    "earthquake": "trapped",
    "fire": "fire",
    "snow": "trapped",
}
"""What has happened, each with the kind of emergency (of the catalogue) that "help" then is."""
OTHERWISE = "trapped"
"""The same for what somebody has put into words of their own."""
FINDINGS = ("safe", "help", "nobody")
"""What is found at a door."""
LASTS = timedelta(days=3)
"""A roll call that nobody ends is over after that."""
LOOKED_AT = timedelta(days=1)
"""For so long one that is over stands beside those that run."""
MOST_PARTS = 12
"""Natural villages that a report names, the most pressing; the rest is added up."""


def worst(answers: Iterable[str]) -> str:
    """How a household stands whose people last answered this."""
    return max(answers, key=RANK.__getitem__, default=SILENT)


@dataclass(frozen=True)
class Count:
    """How many households stand how."""

    safe: int = 0
    help: int = 0
    away: int = 0
    silent: int = 0

    @classmethod
    def of(cls, total: int, answered: Mapping[str, int]) -> Self:
        """Of so many households those that have answered, and the silent rest."""
        told = {one: answered.get(one, 0) for one in RANK}
        return cls(**told, silent=max(0, total - sum(told.values())))

    @property
    def total(self) -> int:
        """All of them."""
        return self.answered + self.silent

    @property
    def answered(self) -> int:
        """Those of which something has been heard."""
        return self.safe + self.help + self.away

    def __add__(self, other: Count) -> Count:
        return Count(
            self.safe + other.safe,
            self.help + other.help,
            self.away + other.away,
            self.silent + other.silent,
        )


class Line(Value):
    """One household of a report.

    at      when the answer was given that its standing is by
    by      the name of whoever gave it
    note    where they are, if somebody said so
    nobody  whether somebody knocked there and nobody was in
    """

    household: str
    village: str = ""
    standing: str = SILENT
    at: AwareDatetime | None = None
    by: str = ""
    note: str = ""
    nobody: bool = False


class Report(Value):
    """What a roll call has brought: a line for each household, and how many answered whom the roster does
    not know, by answer."""

    lines: tuple[Line, ...] = ()
    others: dict[str, int] = Field(default_factory=dict)

    def count(self, village: str | None = None) -> Count:
        """How many households stand how, of all or of one natural village."""
        found = [one.standing for one in self.lines if village in (None, one.village)]
        return Count(**{one: found.count(one) for one in STANDINGS})

    def by_village(self) -> list[tuple[str, Count]]:
        """The same for each natural village, the most pressing first."""
        names = dict.fromkeys(one.village for one in self.lines)
        return pressing((name, self.count(name)) for name in names)

    def without_names(self) -> Self:
        """As an office reads it: who told is named only where help is needed, and nobody's whereabouts."""
        lines = (
            one if one.standing == "help" else one.model_copy(update={"by": "", "note": ""})
            for one in self.lines
        )
        return self.model_copy(update={"lines": tuple(lines)})


def pressing(parts: Iterable[tuple[str, Count]]) -> list[tuple[str, Count]]:
    """In the order in which somebody has to look after them."""
    return sorted(parts, key=lambda part: (-part[1].help, -part[1].silent, part[0]))


def at_most(most: int, parts: list[tuple[str, Count]]) -> tuple[list[tuple[str, Count]], Count | None]:
    """At most so many parts, and the sum of the others if there are any."""
    if len(parts) <= most:
        return parts, None
    rest = Count()
    for _, count in parts[most - 1 :]:
        rest += count
    return parts[: most - 1], rest
