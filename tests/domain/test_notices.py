"""How far, how long, in people and minutes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.notices import (
    CAPTION,
    LONGEST,
    PER_SECOND,
    SNIPPET,
    TELLING,
    WHOLE,
    Progress,
    forecast,
    minutes,
    next_report,
    room_for_answers,
    snippet,
    to_go,
)

counts = st.integers(0, 5000)


def test_everybody_is_in_one_place() -> None:
    rows = {"sent": 5, "gone": 2, "failed": 1, "waiting": 3, "dropped": 4}
    found = Progress.of(20, 1, rows)
    assert (found.sent, found.blocked, found.failed, found.tried) == (5, 3, 1, 8)
    assert (found.dealt_with, found.left) == (9, 11)


@given(counts, counts, counts, counts, counts)
def test_nobody_is_lost_in_the_sum(sent: int, gone: int, failed: int, unreachable: int, more: int) -> None:
    total = sent + gone + failed + unreachable + more
    found = Progress.of(total, unreachable, {"sent": sent, "gone": gone, "failed": failed})
    assert found.sent + found.blocked + found.failed + found.left == total
    assert found.left == more


def test_there_are_never_less_than_none_left() -> None:
    assert Progress.of(1, 0, {"sent": 3}).left == 0


def test_a_notice_alone_takes_as_long_as_its_longest_bot() -> None:
    assert forecast([]) == 0
    assert forecast([10 * PER_SECOND, 3 * PER_SECOND]) == 10


def test_it_shares_with_others_only_while_they_have_something_to_send() -> None:
    assert forecast([10 * PER_SECOND], [2 * PER_SECOND]) == 12
    assert forecast([10 * PER_SECOND], [1000 * PER_SECOND]) == 20


def test_the_speed_so_far_counts_as_soon_as_it_says_anything() -> None:
    few, many = Progress(1000, sent=TELLING - 1), Progress(1000, sent=TELLING)
    assert to_go(few, ran=1) == few.left / PER_SECOND
    assert to_go(many, ran=60) == many.left
    assert to_go(many, ran=0) == many.left / PER_SECOND
    assert to_go(Progress(10, sent=10), ran=5) == 0


def test_whom_nobody_tried_makes_nothing_quicker() -> None:
    assert to_go(Progress(10_000, sent=60, unreachable=5000), ran=60) == 10_000 - 5060


@given(st.integers(1, 200))
def test_progress_takes_no_more_than_two_of_a_hundred_messages(running: int) -> None:
    assert running / next_report(running) <= 0.02 * 30


@pytest.mark.parametrize(
    ("seconds", "said"), [(0, 0), (49.9, 0), (50, 1), (60, 1), (60.1, 2), (600, 10), (601, 11)]
)
def test_time_is_said_in_whole_minutes_that_are_enough(seconds: float, said: int) -> None:
    assert minutes(seconds) == said


def test_a_notice_is_told_by_its_beginning_on_one_line() -> None:
    assert snippet("停水\n\n 明天") == "停水 明天"
    assert snippet("水" * SNIPPET) == "水" * SNIPPET
    assert snippet("水" * (SNIPPET + 1)) == "水" * (SNIPPET - 1) + "…"


def test_the_longest_notice_fits_into_a_message_with_its_heading() -> None:
    assert LONGEST + 80 + 20 < 4096


def test_what_was_asked_has_the_room_that_the_words_leave() -> None:
    assert room_for_answers(0, caption=False) == WHOLE < 4096
    assert room_for_answers(LONGEST, caption=False) == WHOLE - LONGEST > 0
    assert (room_for_answers(CAPTION - 1, caption=True), room_for_answers(CAPTION, caption=True)) == (1, 0)
    assert room_for_answers(CAPTION + 1, caption=True) == 0
