"""Who should help which household: the limits that forbid a pair, and the points that speak for it.

All households and helpers of one call belong to one center; natural villages are the center's. For many
households at once see `domain.matching_plan`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

ANYBODY = 10
"""Somebody who comes at all. Says nothing between two helpers; it keeps points above zero, as people
expect of points, until a good deal is missing."""
KNOWN = 6
"""Has helped this household before: people open the door to whom they know. It weighs most, more than the
same natural village, because it has already gone well once."""
SAME_VILLAGE = 5
"""From the same natural village: a neighbour is known, is near, and comes in the rain too."""
MISSING_SKILL = 4
"""Lost for each skill that is wanted and not there. One of them weighs less than a neighbour, who can ask
around, two weigh more. What is there earns nothing, or who wants much would be served before others."""
LOAD = 1
"""Lost for each household that the helper has already: 0 for their first, 1 for their second, 2 for their
third. So the sum is convex and load spreads: two helpers with two each cost less than one with three beside
one with one. It is little: only the fifth household of a helper costs as much as a missing skill."""
SHOWN = 5
"""Helpers that are proposed for one household at once."""


class Bar(StrEnum):
    """A hard limit that forbids a pair, whatever else speaks for it."""

    FULL = "full"
    """The helper has as many households as they said."""
    NEVER = "never"
    """A conflict, or the household did not want this helper."""
    SEX = "sex"
    """A woman or a man was asked for, and the helper is not one, or it is not known."""
    TONGUE = "tongue"
    """The helper speaks nothing that is understood there."""
    DISTANCE = "distance"
    """The helper does not go to that natural village."""


class Reason(StrEnum):
    """What speaks for a pair, in the order in which it is told."""

    KNOWN = "known"
    SAME_VILLAGE = "same_village"
    SKILLS = "skills"
    """Can do what is needed, some of it or all; which is in the fit."""
    TONGUE = "tongue"
    """Speaks a language of theirs. Worth no points: whoever does not is barred."""
    FREE = "free"
    """Has nobody else yet."""


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody who can be given households.

    `goes_to` are the natural villages they go to, their own only if it is among them; empty: all of the
    center. `sex` is "f" or "m". `ceiling` is how many households they want at most, `load` how many they
    have already. `knows` are households they helped before, `never` those that are barred to them.
    """

    id: int
    village_id: int | None
    goes_to: frozenset[int]
    skills: frozenset[str]
    tongues: frozenset[str]
    sex: str | None
    ceiling: int
    load: int
    knows: frozenset[int]
    never: frozenset[int]


@dataclass(frozen=True, slots=True)
class Household:
    """Who is to have a helper.

    `needs` are the skills that are wanted. `tongues` are what is understood there, any one of them will do;
    empty: it does not matter. `sex` is "f" or "m" if a woman or a man is asked for.
    """

    id: int
    village_id: int | None
    needs: frozenset[str]
    tongues: frozenset[str]
    sex: str | None


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a helper fits a household, and why; `skills` are those that are wanted and there."""

    score: int
    reasons: tuple[Reason, ...]
    skills: frozenset[str]


def bar(household: Household, helper: Helper) -> Bar | None:
    """The first hard limit that forbids a pair, None if nothing does.

    A household of which nobody knows the natural village can be reached by all.
    """
    forbids = {
        Bar.FULL: helper.load >= helper.ceiling,
        Bar.NEVER: household.id in helper.never,
        Bar.SEX: household.sex is not None and household.sex != helper.sex,
        Bar.TONGUE: bool(household.tongues) and household.tongues.isdisjoint(helper.tongues),
        Bar.DISTANCE: bool(helper.goes_to)
        and household.village_id is not None
        and household.village_id not in helper.goes_to,
    }
    return next((limit for limit, applies in forbids.items() if applies), None)


def fit(household: Household, helper: Helper) -> Fit | None:
    """How well a helper who has `helper.load` households fits one more; None if the pair is barred."""
    if bar(household, helper):
        return None
    skills = household.needs & helper.skills
    speaks = {
        Reason.KNOWN: household.id in helper.knows,
        Reason.SAME_VILLAGE: household.village_id is not None and household.village_id == helper.village_id,
        Reason.SKILLS: bool(skills),
        Reason.TONGUE: bool(household.tongues),
        Reason.FREE: helper.load == 0,
    }
    score = (
        ANYBODY
        + KNOWN * speaks[Reason.KNOWN]
        + SAME_VILLAGE * speaks[Reason.SAME_VILLAGE]
        - MISSING_SKILL * len(household.needs - skills)
        - LOAD * helper.load
    )
    return Fit(score, tuple(reason for reason, applies in speaks.items() if applies), skills)


def ranked(household: Household, helpers: Iterable[Helper], most: int = SHOWN) -> list[tuple[Helper, Fit]]:
    """The helpers who fit a household best, best first, of equals the one with the lower id; none barred."""
    found = [(helper, how) for helper in helpers if (how := fit(household, helper))]
    return sorted(found, key=lambda pair: (-pair[1].score, pair[0].id))[:most]
