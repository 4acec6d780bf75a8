"""What forbids a pair, what speaks for it and how much, and who is proposed first."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.matching import (
    ANYBODY,
    KNOWN,
    LOAD,
    MISSING_SKILL,
    SAME_VILLAGE,
    SHOWN,
    Bar,
    Helper,
    Household,
    Reason,
    bar,
    fit,
    ranked,
)
from tests.domain.households import helper, helpers, household, households

HAKKA, MANDARIN = frozenset({"hakka"}), frozenset({"mandarin"})


def points(household: Household, helper: Helper) -> int:
    """The score of a pair that is not barred."""
    how = fit(household, helper)
    assert how is not None
    return how.score


# What forbids a pair


def test_nothing_forbids_a_helper_to_go_where_nothing_is_asked_for() -> None:
    assert bar(household(), helper()) is None


@pytest.mark.parametrize(
    ("ceiling", "load", "limit"),
    [(1, 0, None), (3, 2, None), (3, 3, Bar.FULL), (3, 4, Bar.FULL), (0, 0, Bar.FULL)],
)
def test_a_helper_takes_households_up_to_the_ceiling(ceiling: int, load: int, limit: Bar | None) -> None:
    assert bar(household(), helper(ceiling=ceiling, load=load)) is limit


def test_a_conflict_bars_this_household_and_no_other() -> None:
    barred = helper(never=frozenset({1}))
    assert bar(household(1), barred) is Bar.NEVER
    assert bar(household(2), barred) is None


@pytest.mark.parametrize(
    ("asked", "sex", "limit"),
    [
        (None, None, None),
        (None, "m", None),
        ("f", "f", None),
        ("m", "m", None),
        ("f", "m", Bar.SEX),
        ("m", "f", Bar.SEX),
        ("f", None, Bar.SEX),
    ],
)
def test_where_a_woman_is_asked_for_only_a_woman_goes(
    asked: str | None, sex: str | None, limit: Bar | None
) -> None:
    assert bar(household(sex=asked), helper(sex=sex)) is limit


@pytest.mark.parametrize(
    ("understood", "spoken", "limit"),
    [
        (frozenset(), frozenset(), None),
        (frozenset(), HAKKA, None),
        (HAKKA, HAKKA | MANDARIN, None),
        (HAKKA | MANDARIN, MANDARIN, None),
        (HAKKA, MANDARIN, Bar.TONGUE),
        (HAKKA, frozenset(), Bar.TONGUE),
    ],
)
def test_one_language_in_common_will_do(
    understood: frozenset[str], spoken: frozenset[str], limit: Bar | None
) -> None:
    assert bar(household(tongues=understood), helper(tongues=spoken)) is limit


@pytest.mark.parametrize(
    ("village", "goes_to", "limit"),
    [
        (1, frozenset(), None),
        (1, frozenset({1, 2}), None),
        (3, frozenset({1, 2}), Bar.DISTANCE),
        (None, frozenset({1, 2}), None),
        (None, frozenset(), None),
    ],
)
def test_a_helper_goes_only_where_they_said(
    village: int | None, goes_to: frozenset[int], limit: Bar | None
) -> None:
    assert bar(household(village_id=village), helper(goes_to=goes_to)) is limit


def test_who_does_not_name_the_own_village_does_not_go_there() -> None:
    away = helper(village_id=1, goes_to=frozenset({2}))
    assert bar(household(village_id=1), away) is Bar.DISTANCE


def test_of_several_limits_the_first_is_told() -> None:
    asking = household(1, village_id=1, tongues=HAKKA, sex="f")
    wrong: dict[str, Any] = {
        "ceiling": 0,
        "never": frozenset({1}),
        "sex": "m",
        "tongues": MANDARIN,
        "goes_to": frozenset({2}),
    }
    right: dict[str, Any] = {
        "ceiling": 1,
        "never": frozenset(),
        "sex": "f",
        "tongues": HAKKA,
        "goes_to": frozenset({1}),
    }
    told = []
    for name, value in right.items():
        told.append(bar(asking, helper(**wrong)))
        wrong[name] = value
    assert told == list(Bar)
    assert bar(asking, helper(**wrong)) is None


# What speaks for it


def test_whoever_comes_at_all_is_worth_something() -> None:
    how = fit(household(), helper(load=1, ceiling=2))
    assert how is not None
    assert (how.score, how.reasons, how.skills) == (ANYBODY - LOAD, (), frozenset())


def test_who_helped_there_before_comes_first() -> None:
    known = fit(household(1), helper(knows=frozenset({1})))
    assert known is not None
    assert known.score == ANYBODY + KNOWN
    assert known.reasons[0] is Reason.KNOWN
    assert points(household(2), helper(knows=frozenset({1}))) == ANYBODY


@pytest.mark.parametrize(
    ("theirs", "own", "near"), [(1, 1, True), (1, 2, False), (None, 1, False), (1, None, False)]
)
def test_a_neighbour_is_of_the_same_natural_village(theirs: int | None, own: int | None, near: bool) -> None:
    how = fit(household(village_id=theirs), helper(village_id=own))
    assert how is not None
    assert how.score == ANYBODY + SAME_VILLAGE * near
    assert (Reason.SAME_VILLAGE in how.reasons) is near


def test_two_unknown_villages_are_not_the_same() -> None:
    assert points(household(village_id=None), helper(village_id=None)) == ANYBODY


@pytest.mark.parametrize(
    ("can", "missing"), [("meals phone repairs", 0), ("meals", 1), ("repairs", 2), ("", 2)]
)
def test_each_skill_that_is_missing_costs_and_those_that_are_there_are_named(can: str, missing: int) -> None:
    needs, skills = frozenset({"meals", "phone"}), frozenset(can.split())
    how = fit(household(needs=needs), helper(skills=skills))
    assert how is not None
    assert how.score == ANYBODY - MISSING_SKILL * missing
    assert how.skills == needs & skills
    assert (Reason.SKILLS in how.reasons) is (missing < 2)


def test_skills_that_nobody_wants_change_nothing() -> None:
    how = fit(household(), helper(skills=frozenset({"meals"})))
    assert how == fit(household(), helper())


def test_a_language_is_a_reason_where_one_is_asked_for_and_worth_no_points() -> None:
    asked = fit(household(tongues=HAKKA), helper(tongues=HAKKA))
    assert asked is not None
    assert Reason.TONGUE in asked.reasons
    assert asked.score == ANYBODY
    unasked = fit(household(), helper(tongues=HAKKA))
    assert unasked is not None
    assert Reason.TONGUE not in unasked.reasons


@pytest.mark.parametrize("load", [0, 1, 2, 4])
def test_each_household_a_helper_has_costs_a_little(load: int) -> None:
    how = fit(household(), helper(ceiling=9, load=load))
    assert how is not None
    assert how.score == ANYBODY - LOAD * load
    assert (Reason.FREE in how.reasons) is (load == 0)


def test_reasons_are_told_in_the_order_in_which_they_weigh() -> None:
    asking = household(1, village_id=1, needs=frozenset({"meals"}), tongues=HAKKA)
    ideal = helper(knows=frozenset({1}), village_id=1, skills=frozenset({"meals"}), tongues=HAKKA)
    how = fit(asking, ideal)
    assert how is not None
    assert how.reasons == tuple(Reason)
    assert how.score == ANYBODY + KNOWN + SAME_VILLAGE


def test_a_neighbour_outweighs_one_missing_skill_and_not_two() -> None:
    neighbour = helper(village_id=1)
    stranger = helper(village_id=2, skills=frozenset({"meals", "phone"}))
    one = household(village_id=1, needs=frozenset({"meals"}))
    two = household(village_id=1, needs=frozenset({"meals", "phone"}))
    assert points(one, neighbour) > points(one, stranger)
    assert points(two, neighbour) < points(two, stranger)


def test_load_weighs_as_much_as_a_missing_skill_from_the_fifth_household_on() -> None:
    asking = household(needs=frozenset({"meals"}))
    learner = helper(ceiling=9)
    for load, better in ((3, True), (4, False), (5, False)):
        able = helper(ceiling=9, load=load, skills=asking.needs)
        assert (points(asking, able) > points(asking, learner)) is better
    assert points(asking, helper(ceiling=9, load=4, skills=asking.needs)) == points(asking, learner)


@given(households(1), helpers(1))
def test_a_pair_has_a_fit_or_a_bar_and_never_both(waiting: list[Household], at_hand: list[Helper]) -> None:
    for one in waiting:
        for other in at_hand:
            assert (fit(one, other) is None) is (bar(one, other) is not None)


# Who is proposed first


def test_the_best_come_first_and_of_equals_the_one_with_the_lower_id() -> None:
    asking = household(1, village_id=1)
    at_hand = [helper(4), helper(3, village_id=1), helper(2), helper(5, knows=frozenset({1}))]
    assert [one.id for one, _ in ranked(asking, at_hand)] == [5, 3, 2, 4]


def test_whoever_is_barred_is_not_proposed() -> None:
    at_hand = [helper(1, never=frozenset({1})), helper(2), helper(3, load=1)]
    assert [one.id for one, _ in ranked(household(1), at_hand)] == [2]
    assert ranked(household(1), []) == []


def test_no_more_are_shown_than_can_be_looked_at() -> None:
    at_hand = [helper(number) for number in range(1, SHOWN + 2)]
    assert [one.id for one, _ in ranked(household(), at_hand)] == list(range(1, SHOWN + 1))
    assert [one.id for one, _ in ranked(household(), at_hand, most=2)] == [1, 2]
    assert len(ranked(household(), at_hand, most=99)) == SHOWN + 1


@given(households(1), helpers(9), st.randoms(use_true_random=False))
def test_the_order_of_the_helpers_does_not_change_the_ranking(
    waiting: list[Household], at_hand: list[Helper], chance: Any
) -> None:
    for asking in waiting:
        before = ranked(asking, at_hand)
        chance.shuffle(at_hand)
        assert ranked(asking, at_hand) == before
        assert all(how == fit(asking, one) for one, how in before)
        scores = [how.score for _, how in before]
        assert scores == sorted(scores, reverse=True)


@given(households(1), helpers(9))
def test_nobody_left_out_would_have_been_better(waiting: list[Household], at_hand: list[Helper]) -> None:
    for asking in waiting:
        shown = ranked(asking, at_hand, most=2)
        others = [one for one in at_hand if one not in [helper for helper, _ in shown]]
        left_out = [how.score for one in others if (how := fit(asking, one))]
        assert len(shown) == 2 or left_out == []
        assert not left_out or max(left_out) <= shown[-1][1].score


@given(households(1), helpers(1))
def test_one_household_more_never_makes_a_helper_fit_better(
    waiting: list[Household], at_hand: list[Helper]
) -> None:
    for one in waiting:
        for other in at_hand:
            before, after = fit(one, other), fit(one, replace(other, load=other.load + 1))
            assert after is None or (before is not None and after.score == before.score - LOAD)


# What it costs to have this at all


def test_the_rules_load_neither_numpy_nor_scipy_until_a_plan_is_asked_for() -> None:
    words = """
import sys
import domain.matching, domain.matching_plan
heavy = {"numpy", "scipy"}
assert not heavy & set(sys.modules), heavy & set(sys.modules)
domain.matching_plan.solve([domain.matching.Household(1, None, *[frozenset()] * 2, None)], [])
assert heavy <= set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", words], check=True)
