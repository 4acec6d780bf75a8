"""Who helps whom when many households wait: the best whole, found as a linear assignment.

A helper is as many seats as they have places left, and the next seat always costs them `LOAD` more than the
one before. What a seat costs does not depend on who sits there, so the best whole fills the cheapest seats
of a helper, which are the first ones: as if the households had come one after the other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeAlias

from domain.matching import (
    ANYBODY,
    KNOWN,
    LOAD,
    MISSING_SKILL,
    SAME_VILLAGE,
    Fit,
    Helper,
    Household,
    bar,
    fit,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Counts: TypeAlias = NDArray[np.float32]
    Points: TypeAlias = NDArray[np.int64]
    Flags: TypeAlias = NDArray[np.bool_]

Pairs = Mapping[int, int]
"""Helper ids by household id."""


@dataclass(frozen=True, slots=True)
class Match:
    """A household and its helper. The fit counts the helper's matches that come before this one as load."""

    household_id: int
    helper_id: int
    fit: Fit


@dataclass(frozen=True, slots=True)
class Plan:
    """Who helps whom, in the order of household ids; the ids of those without a helper; the sum of points."""

    matches: tuple[Match, ...]
    unserved: tuple[int, ...]
    score: int


def solve(
    households: Iterable[Household],
    helpers: Iterable[Helper],
    *,
    fixed: Pairs = MappingProxyType({}),
    struck: Collection[tuple[int, int]] = (),
) -> Plan:
    """As many households with a helper as can be, and of all such plans one with the most points.

    A pair in `fixed` stays as it is, however few its points, and takes one of its helper's places. Raises
    ValueError if a fixed pair breaks a hard limit, is struck as well, or is of somebody who is not given. A
    pair (household id, helper id) in `struck` is not proposed. In which order all is given does not matter.
    """
    waiting = {one.id: one for one in sorted(households, key=lambda one: one.id)}
    at_hand = {one.id: one for one in sorted(helpers, key=lambda one: one.id)}
    if refused := set(fixed.items()) & set(struck):
        raise ValueError(f"Fixed and struck at once: {sorted(refused)}.")
    _, laden = _one_by_one(fixed, waiting, at_hand)
    still_open = [one for one in waiting.values() if one.id not in fixed]
    pairs = {**fixed, **_assigned(still_open, list(laden.values()), struck)}
    matches, _ = _one_by_one(pairs, waiting, at_hand)
    unserved = tuple(one for one in waiting if one not in pairs)
    return Plan(tuple(matches), unserved, sum(match.fit.score for match in matches))


def _one_by_one(
    pairs: Pairs, households: Mapping[int, Household], helpers: Mapping[int, Helper]
) -> tuple[list[Match], dict[int, Helper]]:
    """The pairs as matches, in the order of household ids, and the helpers with the load they have then."""
    matches, laden = [], dict(helpers)
    for household_id, helper_id in sorted(pairs.items()):
        if household_id not in households or helper_id not in laden:
            raise ValueError(f"Household {household_id} or helper {helper_id} is not among those given.")
        household, helper = households[household_id], laden[helper_id]
        how = fit(household, helper)
        if how is None:
            limit = bar(household, helper)
            raise ValueError(f"Household {household_id} and helper {helper_id} are barred: {limit}.")
        matches.append(Match(household_id, helper_id, how))
        laden[helper_id] = replace(helper, load=helper.load + 1)
    return matches, laden


def _assigned(
    households: Sequence[Household], helpers: Sequence[Helper], struck: Collection[tuple[int, int]]
) -> dict[int, int]:
    """The best pairs of those who are open, by household id."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    score, allowed = points(households, helpers)
    row = {one.id: number for number, one in enumerate(households)}
    column = {one.id: number for number, one in enumerate(helpers)}
    for household_id, helper_id in struck:
        if household_id in row and helper_id in column:
            allowed[row[household_id], column[helper_id]] = False
    places = [max(0, min(one.ceiling - one.load, len(households))) for one in helpers]
    owner = np.repeat(np.arange(len(helpers)), places)
    before = np.concatenate([np.arange(0), *map(np.arange, places)])
    worth = _lexicographic(score[:, owner] - LOAD * before, allowed[:, owner])
    rows, seats = linear_sum_assignment(worth, maximize=True)
    return {
        households[at].id: helpers[owner[seat]].id
        for at, seat in zip(rows, seats, strict=True)
        if worth[at, seat] > 0
    }


def _lexicographic(score: Points, allowed: Flags) -> Points:
    """Scores raised so far that one pair more outweighs all else, and 0 for a pair that is not allowed.

    With k pairs of a score between `low` and `high`, and b added to each, (k + 1) (b + low) has to be more
    than k (b + high). For 2,000 households a sum is about 10⁸: whole numbers up to 2⁵³ are exact in scipy's
    floating point.
    """
    import numpy as np

    if not allowed.any():
        return np.zeros_like(score)
    low, high = score[allowed].min(), score[allowed].max()
    base = min(score.shape) * (high - low) + 1 - low
    return np.where(allowed, score + base, 0)


def points(households: Sequence[Household], helpers: Sequence[Helper]) -> tuple[Points, Flags]:
    """What `fit` says of all pairs at once: the scores, and whether a pair is allowed.

    One row for each household, one column for each helper; the score of a pair that is not allowed means
    nothing.
    """
    import numpy as np

    wanted = [one.needs for one in households]
    villages, ids = [_given(one.village_id) for one in households], [one.id for one in households]
    anywhere = np.array([not one.goes_to for one in helpers], dtype=bool)
    allowed = (
        np.array([one.load < one.ceiling for one in helpers], dtype=bool)
        & ~_marks([one.never for one in helpers], ids).T
        & _meets([_given(one.sex) for one in households], [_given(one.sex) for one in helpers])
        & _meets([one.tongues for one in households], [one.tongues for one in helpers])
        & (anywhere | _meets(villages, [one.goes_to for one in helpers]))
    )
    needs = np.array([len(one) for one in wanted], dtype=np.float32)
    missing = needs[:, None] - _common(wanted, [one.skills for one in helpers])
    score = (
        ANYBODY
        + KNOWN * _marks([one.knows for one in helpers], ids).T
        + SAME_VILLAGE * _common(villages, [_given(one.village_id) for one in helpers])
        - MISSING_SKILL * missing
        - LOAD * np.array([one.load for one in helpers])
    )
    return score.astype(np.int64), allowed


def _given(value: Any) -> frozenset[Any]:
    return frozenset() if value is None else frozenset([value])


def _meets(wanted: Sequence[frozenset[Any]], offered: Sequence[frozenset[Any]]) -> Flags:
    """Whether one of the things wanted is offered, or nothing is wanted."""
    import numpy as np

    anything = np.array([not one for one in wanted], dtype=bool)
    met: Flags = (_common(wanted, offered) > 0) | anything[:, None]
    return met


def _common(wanted: Sequence[frozenset[Any]], offered: Sequence[frozenset[Any]]) -> Counts:
    """How many of the things wanted are offered, for all pairs."""
    import numpy as np

    kinds = sorted(frozenset().union(*wanted))
    return _marks(wanted, kinds).astype(np.float32) @ _marks(offered, kinds).astype(np.float32).T


def _marks(sets: Sequence[frozenset[Any]], kinds: Sequence[Any]) -> Flags:
    """A row for each set, with a mark in the column of each kind that is in it."""
    import numpy as np

    column = {kind: number for number, kind in enumerate(kinds)}
    made = np.zeros((len(sets), len(kinds)), dtype=bool)
    for row, kinds_in_it in enumerate(sets):
        made[row, [column[kind] for kind in kinds_in_it if kind in column]] = True
    return made
