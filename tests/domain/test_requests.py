"""The table of moves, and numbers that survive being said aloud."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain.requests import (
    FIRST_SERIAL,
    MOVES,
    OPEN,
    Action,
    IllegalMoveError,
    Side,
    Status,
    heard,
    number,
    rises,
    target,
)

WAITING = {"submitted", "returned", "transferred", "reopened"}
HELD = {"assigned", "in_progress", "reopened"}

ALLOWED = {
    "take": (WAITING, "assigned"),
    "start": ({"assigned", "reopened"}, "in_progress"),
    "return": (HELD, "returned"),
    "transfer": (HELD, "transferred"),
    "decline": (HELD, "declined"),
    "finish": (HELD, "done"),
    "confirm": ({"done"}, "closed"),
    "refuse": ({"done"}, "reopened"),
    "reopen": ({"closed", "declined"}, "reopened"),
    "cancel": (WAITING | HELD, "cancelled"),
    "close": ({"done"}, "closed"),
    "lapse": (HELD, "returned"),
    "exclude": (HELD, "returned"),
    "hand_over": (HELD, "returned"),
}
"""What the village agreed on, written down a second time: from which states an action leads where."""

serials = st.integers(FIRST_SERIAL, 10**7)


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("action", Action)
def test_every_action_is_allowed_from_exactly_the_agreed_states(action: Action, status: Status) -> None:
    sources, leads_to = ALLOWED[action]

    if status in sources:
        assert target(action, status) == leads_to
    else:
        with pytest.raises(IllegalMoveError):
            target(action, status)


def test_no_action_is_left_out_of_the_table() -> None:
    assert set(MOVES) == set(Action) == set(ALLOWED)


def test_only_the_one_it_concerns_may_make_a_move() -> None:
    sides = {action: move.side for action, move in MOVES.items()}

    assert {action for action, side in sides.items() if side is Side.ASKER} == {
        Action.CONFIRM,
        Action.REFUSE,
        Action.REOPEN,
        Action.CANCEL,
        Action.EXCLUDE,
    }
    assert {action for action, side in sides.items() if side is Side.CLOCK} == {
        Action.CLOSE,
        Action.LAPSE,
    }
    assert {action for action, side in sides.items() if side is Side.TAKER} == {Action.TAKE}


def test_of_a_holders_moves_the_clock_makes_only_the_handing_over() -> None:
    assert {action for action, move in MOVES.items() if move.by_clock} == {Action.HAND_OVER}


def test_a_holder_who_passes_it_on_or_refuses_must_say_why() -> None:
    assert {action for action, move in MOVES.items() if move.needs_reason} == {
        Action.RETURN,
        Action.TRANSFER,
        Action.DECLINE,
    }


def test_a_request_is_open_exactly_while_somebody_still_has_to_do_something() -> None:
    assert WAITING | HELD == OPEN
    assert all(target(Action.CANCEL, status) == Status.CANCELLED for status in OPEN)


@pytest.mark.parametrize("status", Status)
def test_from_every_state_but_cancelled_something_can_still_be_done(status: Status) -> None:
    ways_out = [action for action, (sources, _) in ALLOWED.items() if status in sources]

    assert bool(ways_out) == (status is not Status.CANCELLED)


@given(st.lists(st.sampled_from(list(Action)), max_size=40))
def test_however_people_act_a_request_is_always_in_a_known_state(actions: list[Action]) -> None:
    status = Status.SUBMITTED
    for action in actions:
        try:
            status = target(action, status)
        except IllegalMoveError:
            continue
        assert status == ALLOWED[action][1]
    assert status in Status


def test_the_first_not_done_goes_back_to_the_holder_and_the_second_one_step_up() -> None:
    assert [rises(Action.REFUSE, times) for times in (1, 2, 3)] == [False, True, True]


def test_reopening_a_closed_request_does_not_rise_by_itself() -> None:
    assert not rises(Action.REOPEN, 1)


@given(serials)
def test_a_number_that_was_heard_right_is_understood(serial: int) -> None:
    assert heard(number(serial)) == number(serial)


@given(serials, st.data())
def test_every_single_wrong_digit_is_noticed(serial: int, data: st.DataObject) -> None:
    said = number(serial)
    at = data.draw(st.integers(0, len(said) - 1))
    wrong = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != said[at]]))

    assert heard(said[:at] + wrong + said[at + 1 :]) is None


@given(serials, st.data())
def test_every_swap_of_neighbours_is_noticed(serial: int, data: st.DataObject) -> None:
    said = number(serial)
    at = data.draw(st.integers(0, len(said) - 2))
    assume(said[at] != said[at + 1])

    assert heard(said[:at] + said[at + 1] + said[at] + said[at + 2 :]) is None


def test_no_mistake_at_all_passes_among_the_first_numbers_of_a_center() -> None:
    for serial in range(FIRST_SERIAL, FIRST_SERIAL + 300):
        said = number(serial)
        mistakes = {said[:at] + str(digit) + said[at + 1 :] for at in range(len(said)) for digit in range(10)}
        mistakes |= {said[:at] + said[at + 1] + said[at] + said[at + 2 :] for at in range(len(said) - 1)}
        assert {mistake for mistake in mistakes if heard(mistake)} == {said}


@pytest.mark.parametrize("spoken", ["1007", " 1007 ", "1007 号", "１００７", "10-07", "号码 1007，谢谢"])
def test_a_number_may_be_written_in_several_ways(spoken: str) -> None:
    assert heard(spoken) == "1007"


@pytest.mark.parametrize("spoken", ["", "七", "7", "100", "1008", "王秀英", "¹⁰⁰⁷", "0"])
def test_what_is_no_number_is_not_taken_for_one(spoken: str) -> None:
    assert heard(spoken) is None


@given(st.text(max_size=50))
def test_anything_may_be_said_without_a_fall(spoken: str) -> None:
    assert heard(spoken) is None or (heard(spoken) or "").isdecimal()
