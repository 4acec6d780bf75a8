"""The table of moves of a pair, and who fits a household."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from domain.pairs import (
    LINE_LIMIT,
    MOST_GOALS,
    MOVES,
    OPEN,
    Action,
    IllegalMoveError,
    Objection,
    Side,
    State,
    Wish,
    goals_of,
    is_full,
    objection,
    target,
)
from domain.volunteers import MOST_HOUSEHOLDS, Profile

ASKED, BEGUN = {"proposed", "accepted"}, {"active", "paused"}
FOR_THEM = {"household", "caller", "officer"}
PEOPLE = {"officer", "helper", "household"}
ALLOWED: dict[str, tuple[set[str], set[str], str | None]] = {
    "accept": ({"proposed"}, {"helper"}, "accepted"),
    "decline": ({"proposed"}, {"helper"}, "declined"),
    "agree": ({"accepted"}, FOR_THEM, "active"),
    "refuse": ({"accepted"}, FOR_THEM, "declined"),
    "withdraw": (ASKED, {"officer", "center"}, "declined"),
    "pause": ({"active"}, PEOPLE | {"center"}, "paused"),
    "resume": ({"paused"}, PEOPLE | {"center"}, "active"),
    "hand_over": (BEGUN, {"next", "center"}, None),
    "end": (BEGUN, {"officer", "helper"}, "ended"),
}
"""What was agreed on, written down a second time: from which states, by whom, and where to."""


@pytest.mark.parametrize("action", Action)
def test_every_action_is_allowed_from_the_agreed_states_by_the_agreed_sides_only(action: Action) -> None:
    sources, sides, leads_to = ALLOWED[action]
    for state, side in product(State, Side):
        if state in sources and side in sides:
            assert target(action, state, side) == (leads_to or state)
        else:
            with pytest.raises(IllegalMoveError):
                target(action, state, side)


def test_no_action_is_left_out_of_the_table() -> None:
    assert set(MOVES) == set(Action) == set(ALLOWED)


def test_pausing_and_ending_say_why_and_nothing_else_has_to() -> None:
    assert {action for action, move in MOVES.items() if move.needs_reason} == {"pause", "end"}


def test_nothing_leads_out_of_what_is_over_and_both_have_to_agree_before_it_begins() -> None:
    assert set(State) - OPEN == {"ended", "declined"}
    assert all(move.sources <= OPEN for move in MOVES.values())
    begin = [move for move in MOVES.values() if move.target is State.ACTIVE]
    assert all(move.sources <= {State.ACCEPTED, State.PAUSED} for move in begin)


@pytest.mark.parametrize(
    ("ceiling", "held", "full"),
    [
        (2, 0, False),
        (2, 1, False),
        (2, 2, True),
        (2, 3, True),
        (0, 0, True),
        (9, MOST_HOUSEHOLDS - 1, False),
        (9, MOST_HOUSEHOLDS, True),
    ],
)
def test_a_helper_has_a_ceiling_and_nobody_more_than_the_most(ceiling: int, held: int, full: bool) -> None:
    assert is_full(Profile(ceiling=ceiling), held) is full


FITS: dict[str, Any] = {"active": True, "held": 0, "kin": False, "unwanted": False}
HELPER = Profile(sex="f", tongues=("本地话",))


@pytest.mark.parametrize(
    ("wish", "facts", "reason"),
    [
        ({}, {}, None),
        ({"sex": "f", "tongue": "本地话"}, {}, None),
        ({"sex": "m"}, {}, Objection.SEX),
        ({"tongue": "普通话"}, {}, Objection.TONGUE),
        ({"skills": ("cook",)}, {}, None),
        ({}, {"active": False}, Objection.INACTIVE),
        ({}, {"held": 2}, Objection.FULL),
        ({}, {"kin": True}, Objection.KIN),
        ({}, {"unwanted": True}, Objection.UNWANTED),
        ({"sex": "m"}, {"unwanted": True, "held": 2}, Objection.UNWANTED),
    ],
)
def test_somebody_fits_or_there_is_a_reason(
    wish: dict[str, Any], facts: dict[str, Any], reason: Objection | None
) -> None:
    assert objection(HELPER, Wish(**wish), **FITS | facts) == reason


def test_whoever_has_said_nothing_of_themself_does_not_meet_a_wish() -> None:
    assert objection(Profile(), Wish(sex="f"), **FITS) == Objection.SEX
    assert objection(Profile(), Wish(tongue="本地话"), **FITS) == Objection.TONGUE


def test_wished_skills_are_counted_and_decide_nothing() -> None:
    wish = Wish(skills=("company", "cook"))
    assert wish.skills_of(Profile(skills=("drive", "company", "cook"))) == ("cook", "company")
    assert wish.skills_of(HELPER) == ()


@pytest.mark.parametrize(
    ("words", "goals"),
    [
        ("养两头猪", ("养两头猪",)),
        ("1. 养两头猪\n2、种三亩花椒", ("养两头猪", "种三亩花椒")),
        ("3亩花椒\n猪 2 头", ("3亩花椒", "猪 2 头")),
        ("１．养两头猪\n2）种花椒", ("养两头猪", "种花椒")),
        ("· 养两头猪\n\n- 种三亩花椒\n", ("养两头猪", "种三亩花椒")),
        ("\n  \n", ()),
        ("长" * (LINE_LIMIT + 1), ("长" * LINE_LIMIT,)),
        ("\n".join("甲乙丙丁戊己"), tuple("甲乙丙丁戊")),
    ],
)
def test_goals_are_typed_one_a_line(words: str, goals: tuple[str, ...]) -> None:
    assert goals_of(words) == goals
    assert len(goals) <= MOST_GOALS
