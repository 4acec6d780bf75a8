"""Notices that every village sends again and again: what is there from the beginning, to be adapted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Season:
    """A notice for a season or an occasion. Its words are in locales/, as season-CODE.

    rhythm  as domain/recurrence.py packs it; None where the occasion decides (a warning)
    """

    code: str
    kind: str
    rhythm: str | None


SEASONS = (
    Season("vaccination", "health", "monthly:10"),
    Season("market", "market", "lunar:3,8,13,18,23,28"),
    Season("sowing", "general", "yearly:3-20"),
    Season("frost", "general", "yearly:11-5"),
    Season("flood", "disaster", "yearly:5-20"),
)
"""Vaccination days are fixed by the month where village doctors keep them; market days by the lunar date; the
dates of sowing, of the first frost and of the flood season are those of the Sichuan basin, to be changed."""
