"""Wishes for the same thing, put together; and when there are enough of them to tell somebody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from domain.wanting_subjects import same

LASTS = timedelta(days=365)
"""How long a wish counts, from when it was last said: courses come round once a year, and whoever still wants
one that did not come says so again."""


def said_since(now: datetime) -> datetime:
    """A wish counts if it was last said after this moment."""
    return now - LASTS


class Wish(Protocol):
    """As much of a wish as is needed here."""

    @property
    def id(self) -> int:
        """The smaller, the earlier."""

    @property
    def account_id(self) -> int:
        """Whose it is."""

    @property
    def key(self) -> str:
        """What for (domain/wanting_subjects.py)."""


@dataclass(frozen=True)
class Group:
    """Wishes for one thing: how many people have them, the first wish, and those whose key is the group's."""

    key: str
    people: int
    first_id: int
    ids: tuple[int, ...]


def grouped(wishes: Iterable[Wish]) -> list[Group]:
    """Wishes by what they are for, those of the most people first.

    What is said more exactly joins what is said more often: 果树嫁接 is with 嫁接, if more people say that.
    """
    found = sorted(wishes, key=lambda one: one.id)
    often = Counter(one.key for one in found)
    heads: list[str] = []
    for key in sorted(often, key=lambda one: (-often[one], len(one), one)):
        if not any(same(key, head) for head in heads):
            heads.append(key)
    members: dict[str, list[Wish]] = {head: [] for head in heads}
    for wish in found:
        members[next(head for head in heads if same(wish.key, head))].append(wish)
    groups = [_group(head, ones) for head, ones in members.items()]
    return sorted(groups, key=lambda one: (-one.people, one.first_id))


def _group(key: str, ones: Sequence[Wish]) -> Group:
    people = len({one.account_id for one in ones})
    return Group(key, people, ones[0].id, tuple(one.id for one in ones))


def are_enough(people: int, told: int, enough: int) -> bool:
    """Whether it is time to tell that so many people want the same, if `told` of them were counted in when it
    was told last (0: never): the first time at `enough`, then whenever they have doubled."""
    return people >= max(enough, 2 * told)
