"""How soon the best whole is found, and how much better it is than what is found by going one by one."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from heapq import heapify, heappop, heappush
from typing import Any

from domain.matching import Helper, Household, bar, fit
from domain.matching_plan import Plan, solve
from tests.bench.association import Association


@dataclass(frozen=True)
class Matching:
    """One round: the seconds it took, and the plans that can be compared."""

    seconds: float
    plan: Plan
    greedy: Plan
    first_fit: Plan

    @property
    def ratio(self) -> float:
        """The points of the best whole, divided by those of the greedy plan."""
        return self.plan.score / self.greedy.score

    def raw(self) -> dict[str, Any]:
        """What lies behind it."""
        plans = {"best": self.plan, "greedy": self.greedy, "first_fit": self.first_fit}
        scores = {name: plan.score for name, plan in plans.items()}
        return {"seconds": round(self.seconds, 3), "score": scores}


def measure(association: Association) -> Matching:
    """Match an association once, in the three ways; loading the libraries is not timed."""
    households, helpers = association.households, association.helpers
    solve(households[:1], helpers[:1])
    began = time.perf_counter()
    plan = solve(households, helpers)
    seconds = time.perf_counter() - began
    return Matching(seconds, plan, greedy(households, helpers), first_fit(households, helpers))


def first_fit(households: Sequence[Household], helpers: Sequence[Helper]) -> Plan:
    """Whoever comes first gets the first helper who may go there."""
    laden = {helper.id: helper for helper in helpers}
    pairs = {}
    for household in households:
        found = next((one for one in laden.values() if bar(household, one) is None), None)
        if found is not None:
            pairs[household.id] = found.id
            laden[found.id] = replace(found, load=found.load + 1)
    return _only(pairs, households, helpers)


def greedy(households: Sequence[Household], helpers: Sequence[Helper]) -> Plan:
    """Of all pairs the one with the most points, then the next, and so on."""
    waiting = {one.id: one for one in households}
    laden = {one.id: one for one in helpers}
    pairs: dict[int, int] = {}
    queue = [
        (-how.score, household.id, helper.id)
        for household in households
        for helper in helpers
        if (how := fit(household, helper))
    ]
    heapify(queue)
    while queue:
        cost, household_id, helper_id = heappop(queue)
        helper = laden[helper_id]
        how = None if household_id in pairs else fit(waiting[household_id], helper)
        if how and how.score == -cost:
            pairs[household_id] = helper_id
            laden[helper_id] = replace(helper, load=helper.load + 1)
        elif how:
            heappush(queue, (-how.score, household_id, helper_id))
    return _only(pairs, households, helpers)


def _only(pairs: dict[int, int], households: Sequence[Household], helpers: Sequence[Helper]) -> Plan:
    """The plan with these pairs and no others, counted as the program counts."""
    plan = solve([one for one in households if one.id in pairs], helpers, fixed=pairs)
    return replace(plan, unserved=tuple(one.id for one in households if one.id not in pairs))
