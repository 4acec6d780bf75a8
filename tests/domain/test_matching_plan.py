"""The best whole: as many as can be, then as well as can be, around what was fixed and struck."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.matching import ANYBODY, KNOWN, LOAD, MISSING_SKILL, SAME_VILLAGE, Helper, Household, Reason, fit
from domain.matching_plan import Plan, points, solve
from tests.bench import association
from tests.bench.matching import first_fit, greedy
from tests.domain.households import helper, helpers, household, households

ANY_PAIRS = st.frozensets(st.tuples(st.integers(1, 9), st.integers(1, 9)), max_size=12)
FIX_SOME = st.sets(st.integers(0, 5), max_size=3)


def pairs(plan: Plan) -> dict[int, int]:
    """Helper ids by household id."""
    return {match.household_id: match.helper_id for match in plan.matches}


def worth(plan: Plan) -> tuple[int, int]:
    """What a plan is judged by: how many have a helper, then the points."""
    return len(plan.matches), plan.score


def some_of(plan: Plan, places: set[int]) -> dict[int, int]:
    """The pairs of a plan at these places."""
    return {one.household_id: one.helper_id for at, one in enumerate(plan.matches) if at in places}


def best_of_all(households: Sequence[Household], helpers: Sequence[Helper]) -> tuple[int, int]:
    """The worth of the best plan, found by trying every one, household by household."""
    if not households:
        return 0, 0
    first, *rest = households
    best = best_of_all(rest, helpers)
    for at, one in enumerate(helpers):
        if how := fit(first, one):
            laden = [*helpers[:at], replace(one, load=one.load + 1), *helpers[at + 1 :]]
            served, score = best_of_all(rest, laden)
            best = max(best, (served + 1, score + how.score))
    return best


# The best whole


def test_nobody_waits_or_nobody_comes_and_the_plan_is_empty() -> None:
    assert solve([], []) == solve([], [helper()]) == Plan((), (), 0)
    assert solve([household(2), household(1)], []) == Plan((), (1, 2), 0)


def test_one_household_more_is_worth_more_than_any_points() -> None:
    """Helper 1 is the old neighbour of the first and the only one for the second."""
    first = household(1, village_id=1, needs=frozenset({"meals", "phone", "errands"}))
    second = household(2, sex="f")
    neighbour = helper(1, village_id=1, sex="f", knows=frozenset({1}), skills=first.needs)
    plan = solve([first, second], [neighbour, helper(2, sex="m")])
    assert pairs(plan) == {1: 2, 2: 1}
    assert plan.score == 2 * ANYBODY - 3 * MISSING_SKILL


@pytest.mark.parametrize("length", [1, 2, 5, 30])
def test_one_household_more_is_worth_it_however_many_others_have_to_move(length: int) -> None:
    """Each knows the helper of the same number, who can do all; only the next one is left for them."""
    waiting = [
        household(number, needs=frozenset(f"{number}: {skill}" for skill in range(9)))
        for number in range(length + 1)
    ]
    at_hand = [
        helper(
            number,
            skills=waiting[number].needs if number <= length else frozenset(),
            knows=frozenset({number}),
            never=frozenset(range(length + 1)) - {number - 1, number},
        )
        for number in range(1, length + 2)
    ]
    plan = solve(waiting, at_hand)
    assert pairs(plan) == {number: number + 1 for number in range(length + 1)}
    assert pairs(solve(waiting[1:], at_hand)) == {number: number for number in range(1, length + 1)}


def test_a_pair_that_costs_more_than_it_brings_is_made_all_the_same() -> None:
    asking = household(needs=frozenset(f"skill {number}" for number in range(9)))
    plan = solve([asking], [helper()])
    assert pairs(plan) == {1: 1}
    assert plan.score == ANYBODY - 9 * MISSING_SKILL < 0


def test_of_as_many_households_the_ones_with_more_points_are_served() -> None:
    plan = solve([household(1), household(2, village_id=1), household(3)], [helper(village_id=1)])
    assert pairs(plan) == {2: 1}
    assert plan.unserved == (1, 3)
    assert plan.score == ANYBODY + SAME_VILLAGE


def test_load_spreads_before_anybody_gets_a_second_household() -> None:
    waiting = [household(number) for number in range(1, 5)]
    plan = solve(waiting, [helper(1, ceiling=4), helper(2, ceiling=4), helper(3, ceiling=4, load=2)])
    assert Counter(pairs(plan).values()) == {1: 2, 2: 2}


@pytest.mark.parametrize(("ceiling", "served"), [(0, 0), (1, 0), (2, 1), (3, 2), (4, 3), (5, 3)])
def test_what_a_helper_has_already_counts_against_the_ceiling(ceiling: int, served: int) -> None:
    plan = solve([household(1), household(2), household(3)], [helper(ceiling=ceiling, load=1)])
    assert len(plan.matches) == served


def test_the_matches_of_a_helper_count_those_before_them() -> None:
    plan = solve([household(3), household(1), household(2)], [helper(ceiling=3)])
    assert [match.household_id for match in plan.matches] == [1, 2, 3]
    assert [match.fit.score for match in plan.matches] == [ANYBODY, ANYBODY - LOAD, ANYBODY - 2 * LOAD]
    assert [Reason.FREE in match.fit.reasons for match in plan.matches] == [True, False, False]


@given(households(5), helpers(3))
def test_no_plan_there_could_be_is_better(waiting: list[Household], at_hand: list[Helper]) -> None:
    assert worth(solve(waiting, at_hand)) == best_of_all(waiting, at_hand)


@given(households(9), helpers(6))
def test_going_one_by_one_is_never_better(waiting: list[Household], at_hand: list[Helper]) -> None:
    plan = solve(waiting, at_hand)
    assert worth(plan) >= worth(greedy(waiting, at_hand))
    assert worth(plan) >= worth(first_fit(waiting, at_hand))


@given(households(9), helpers(6))
def test_everybody_is_in_the_plan_once_with_or_without_a_helper(
    waiting: list[Household], at_hand: list[Helper]
) -> None:
    plan = solve(waiting, at_hand)
    served = [match.household_id for match in plan.matches]
    assert served == sorted(set(served))
    assert sorted([*served, *plan.unserved]) == sorted(one.id for one in waiting)
    assert list(plan.unserved) == sorted(plan.unserved)


@given(households(9), helpers(6))
def test_no_limit_is_broken_however_the_helpers_households_come_one_after_the_other(
    waiting: list[Household], at_hand: list[Helper]
) -> None:
    plan = solve(waiting, at_hand)
    asking = {one.id: one for one in waiting}
    laden = {one.id: one for one in at_hand}
    for match in plan.matches:
        one = laden[match.helper_id]
        assert match.fit == fit(asking[match.household_id], one)
        laden[match.helper_id] = replace(one, load=one.load + 1)
    for before in at_hand:
        assert laden[before.id].load <= max(before.ceiling, before.load)
    assert plan.score == sum(match.fit.score for match in plan.matches)


@given(households(9), helpers(6))
def test_the_points_are_those_of_seats_filled_from_the_first_on(
    waiting: list[Household], at_hand: list[Helper]
) -> None:
    """A helper's k new households cost 0 + 1 + … + (k - 1) loads beyond what each pair is worth alone."""
    plan = solve(waiting, at_hand)
    score, _ = points(waiting, at_hand)
    row = {one.id: at for at, one in enumerate(waiting)}
    column = {one.id: at for at, one in enumerate(at_hand)}
    alone = sum(int(score[row[one], column[other]]) for one, other in pairs(plan).items())
    more = sum(count * (count - 1) // 2 for count in Counter(pairs(plan).values()).values())
    assert plan.score == alone - LOAD * more


@given(households(9), helpers(6), st.randoms(use_true_random=False), ANY_PAIRS, FIX_SOME)
def test_the_order_in_which_anything_is_given_does_not_matter(
    waiting: list[Household],
    at_hand: list[Helper],
    chance: Any,
    struck: frozenset[tuple[int, int]],
    places: set[int],
) -> None:
    fixed = some_of(solve(waiting, at_hand, struck=struck), places)
    before = solve(waiting, at_hand, fixed=fixed, struck=struck)
    given_otherwise = list(struck)
    for row in (waiting, at_hand, given_otherwise):
        chance.shuffle(row)
    turned = dict(reversed(fixed.items()))
    assert solve(waiting, at_hand, fixed=turned, struck=given_otherwise) == before


# All pairs at once


@given(households(9), helpers(6))
def test_the_matrix_says_of_every_pair_what_the_rule_says(
    waiting: list[Household], at_hand: list[Helper]
) -> None:
    score, allowed = points(waiting, at_hand)
    assert score.shape == allowed.shape == (len(waiting), len(at_hand))
    for row, one in enumerate(waiting):
        for column, other in enumerate(at_hand):
            how = fit(one, other)
            assert (how is not None) == allowed[row, column]
            assert how is None or how.score == score[row, column]


def test_an_association_of_any_size_is_matched_as_one_by_one_and_better() -> None:
    """The same as in the small, where the matrix is large, crowded and mostly barred."""
    county = association.found(seed=3, households=150, helpers=45)
    plan = solve(county.households, county.helpers)
    score, allowed = points(county.households, county.helpers)
    assert 0.1 < allowed.mean() < 0.5
    for match in plan.matches:
        assert allowed[match.household_id - 1, match.helper_id - 1]
    for other in (greedy(county.households, county.helpers), first_fit(county.households, county.helpers)):
        assert len(plan.unserved) < len(other.unserved)
        assert plan.score > other.score
    assert plan.score <= int(score.max()) * len(plan.matches)


# What the officer strikes out and fixes


@given(households(9), helpers(6), ANY_PAIRS)
def test_a_struck_pair_is_never_proposed(
    waiting: list[Household], at_hand: list[Helper], struck: frozenset[tuple[int, int]]
) -> None:
    plan = solve(waiting, at_hand, struck=struck)
    assert not struck & set(pairs(plan).items())


@given(households(4), helpers(3), ANY_PAIRS)
def test_around_what_is_struck_the_rest_is_as_good_as_can_be(
    waiting: list[Household], at_hand: list[Helper], struck: frozenset[tuple[int, int]]
) -> None:
    conflicts = [
        replace(one, never=one.never | {household for household, helper in struck if helper == one.id})
        for one in at_hand
    ]
    assert worth(solve(waiting, at_hand, struck=struck)) == best_of_all(waiting, conflicts)


@given(households(9), helpers(6), ANY_PAIRS, FIX_SOME)
def test_a_fixed_pair_is_always_kept_and_counts_against_the_ceiling(
    waiting: list[Household], at_hand: list[Helper], struck: frozenset[tuple[int, int]], places: set[int]
) -> None:
    fixed = some_of(first_fit(waiting, at_hand), places)
    struck -= set(fixed.items())
    plan = solve(waiting, at_hand, fixed=fixed, struck=struck)
    assert pairs(plan).items() >= fixed.items()
    assert not struck & set(pairs(plan).items())
    for one in at_hand:
        assert list(pairs(plan).values()).count(one.id) <= max(0, one.ceiling - one.load)


@given(households(5), helpers(3), FIX_SOME)
def test_around_what_is_fixed_the_rest_is_as_good_as_can_be(
    waiting: list[Household], at_hand: list[Helper], places: set[int]
) -> None:
    fixed = some_of(first_fit(waiting, at_hand), places)
    only = solve([one for one in waiting if one.id in fixed], at_hand, fixed=fixed)
    loads = Counter(fixed.values())
    laden = [replace(one, load=one.load + loads[one.id]) for one in at_hand]
    served, score = best_of_all([one for one in waiting if one.id not in fixed], laden)
    plan = solve(waiting, at_hand, fixed=fixed)
    assert worth(plan) == (len(fixed) + served, only.score + score)


@given(households(9), helpers(6), FIX_SOME)
def test_fixing_what_was_proposed_costs_nothing(
    waiting: list[Household], at_hand: list[Helper], places: set[int]
) -> None:
    plan = solve(waiting, at_hand)
    assert worth(solve(waiting, at_hand, fixed=some_of(plan, places))) == worth(plan)
    assert solve(waiting, at_hand, fixed=pairs(plan)) == plan


def test_a_fixed_pair_may_have_few_points_and_stand_in_anothers_way() -> None:
    waiting = [household(1, needs=frozenset({"meals", "phone"})), household(2, sex="f")]
    plan = solve(waiting, [helper(1, sex="f"), helper(2, sex="m", knows=frozenset({1}))], fixed={1: 1})
    assert pairs(plan) == {1: 1}
    assert plan.unserved == (2,)
    assert plan.score == ANYBODY - 2 * MISSING_SKILL
    assert solve(waiting, [helper(1, sex="f"), helper(2, sex="m", knows=frozenset({1}))]).score == (
        2 * ANYBODY + KNOWN - 2 * MISSING_SKILL
    )


@pytest.mark.parametrize(
    ("more", "limit"),
    [
        ({"load": 1}, "full"),
        ({"never": frozenset({1})}, "never"),
        ({"sex": "m"}, "sex"),
        ({"tongues": frozenset({"yao"})}, "tongue"),
        ({"goes_to": frozenset({2})}, "distance"),
    ],
)
def test_a_fixed_pair_that_breaks_a_hard_limit_is_refused(more: dict[str, Any], limit: str) -> None:
    asking = household(1, village_id=1, tongues=frozenset({"hakka"}), sex="f")
    usual = {"sex": "f", "tongues": frozenset({"hakka"})}
    assert pairs(solve([asking], [helper(1, **usual)], fixed={1: 1})) == {1: 1}
    with pytest.raises(ValueError, match=limit):
        solve([asking], [helper(1, **{**usual, **more})], fixed={1: 1})


def test_more_may_not_be_fixed_than_a_helper_has_places() -> None:
    waiting = [household(number) for number in (1, 2, 3)]
    at_hand = [helper(1, ceiling=3, load=1), helper(2)]
    assert pairs(solve(waiting, at_hand, fixed={1: 1, 3: 1})) == {1: 1, 2: 2, 3: 1}
    with pytest.raises(ValueError, match="full"):
        solve(waiting, at_hand, fixed={1: 1, 2: 1, 3: 1})


@pytest.mark.parametrize("fixed", [{9: 1}, {1: 9}])
def test_nobody_is_fixed_who_is_not_given(fixed: dict[int, int]) -> None:
    with pytest.raises(ValueError, match="not among"):
        solve([household(1)], [helper(1)], fixed=fixed)


def test_fixed_and_struck_at_once_is_a_contradiction() -> None:
    with pytest.raises(ValueError, match="at once"):
        solve([household(1)], [helper(1)], fixed={1: 1}, struck=[(1, 1)])


def test_striking_somebody_who_is_not_given_changes_nothing() -> None:
    assert pairs(solve([household(1)], [helper(1)], struck=[(9, 1), (1, 9)])) == {1: 1}
