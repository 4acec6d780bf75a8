"""The association that is matched, and the two ways of going one by one that it is compared with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given

from domain.matching import ANYBODY, KNOWN, LOAD, SAME_VILLAGE, Helper, Household
from domain.matching_plan import Plan, points
from tests.bench.association import COMMON, VILLAGES, found
from tests.bench.matching import first_fit, greedy, measure
from tests.domain.households import helper, helpers, household, households

Way = Callable[[Sequence[Household], Sequence[Helper]], Plan]


def pairs(plan: Plan) -> dict[int, int]:
    """Helper ids by household id."""
    return {match.household_id: match.helper_id for match in plan.matches}


# One by one


def test_first_fit_asks_only_who_may_go_there_and_takes_them_as_they_come() -> None:
    waiting = [household(1), household(2, sex="f"), household(3, village_id=1)]
    at_hand = [helper(1, sex="f"), helper(2, sex="m"), helper(3, sex="f", village_id=1)]
    plan = first_fit(waiting, at_hand)
    assert pairs(plan) == {1: 1, 2: 3, 3: 2}
    assert plan.score == 3 * ANYBODY


def test_greedy_takes_the_best_pair_first_even_if_another_waits_for_that() -> None:
    waiting = [household(1, sex="f"), household(2, village_id=1)]
    at_hand = [helper(1, sex="f", village_id=1), helper(2, sex="m")]
    plan = greedy(waiting, at_hand)
    assert pairs(plan) == {2: 1}
    assert plan.unserved == (1,)
    assert plan.score == ANYBODY + SAME_VILLAGE


def test_greedy_sees_that_a_helper_has_somebody_by_now() -> None:
    at_hand = [helper(1, ceiling=3, knows=frozenset({1})), helper(2)]
    plan = greedy([household(1), household(2), household(3)], at_hand)
    assert pairs(plan) == {1: 1, 2: 2, 3: 1}
    assert plan.score == 3 * ANYBODY + KNOWN - LOAD


@pytest.mark.parametrize("way", [first_fit, greedy])
@given(waiting=households(9), at_hand=helpers(6))
def test_whoever_is_left_out_could_have_nobody_any_more(
    way: Way, waiting: list[Household], at_hand: list[Helper]
) -> None:
    plan = way(waiting, at_hand)
    taken = list(pairs(plan).values())
    laden = [replace(one, load=one.load + taken.count(one.id)) for one in at_hand]
    left_out = [one for one in waiting if one.id in plan.unserved]
    assert len(left_out) + len(taken) == len(waiting)
    assert not points(left_out, laden)[1].any()


# The association


def test_one_seed_is_one_association() -> None:
    assert found(7, households=50, helpers=20) == found(7, households=50, helpers=20)
    assert found(7, households=50, helpers=20) != found(8, households=50, helpers=20)


def test_the_association_is_as_it_says() -> None:
    county = found()
    waiting, at_hand = county.households, county.helpers
    assert (len(waiting), len(at_hand)) == (2_000, 600)
    assert {one.village_id for one in waiting} == {*range(VILLAGES), None}
    assert {one.ceiling for one in at_hand} == {1, 2, 3, 4, 5}
    assert all(0 <= one.load <= one.ceiling for one in at_hand)
    assert all(not one.knows & one.never for one in at_hand)
    own_only = sum(one.goes_to == {one.village_id} for one in at_hand)
    dialect_only = sum(bool(one.tongues) and COMMON not in one.tongues for one in waiting)
    asks_for_a_woman = sum(one.sex == "f" for one in waiting)
    acquainted = set().union(*(one.knows for one in at_hand))
    not_let_in = set().union(*(one.never for one in at_hand))
    assert own_only / 600 == pytest.approx(2 / 5, abs=0.05)
    assert dialect_only / 2_000 == pytest.approx(1 / 4, abs=0.03)
    assert asks_for_a_woman / 2_000 == pytest.approx(1 / 5, abs=0.03)
    assert len(acquainted) / 2_000 == pytest.approx(1 / 8, abs=0.03)
    assert len(not_let_in) / 2_000 == pytest.approx(1 / 15, abs=0.02)


def test_places_are_about_as_many_as_households_so_that_it_matters_who_gets_whom() -> None:
    county = found()
    places = sum(one.ceiling - one.load for one in county.helpers)
    assert 0.9 < places / len(county.households) < 1
    assert 0.1 < points(county.households, county.helpers)[1].mean() < 0.3


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_best_whole_serves_households_that_going_one_by_one_leaves_without(seed: int) -> None:
    measured = measure(found(seed, households=200, helpers=60))
    best = len(measured.plan.unserved)
    assert best < len(measured.greedy.unserved)
    assert best < len(measured.first_fit.unserved)
    assert measured.ratio > 1
    scores = measured.raw()["score"]
    assert scores["best"] > scores["greedy"] > scores["first_fit"]
