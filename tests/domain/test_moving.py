"""Times that people have chosen are moved: which words say where to, and what comes of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.activities import Session
from domain.moving import (
    Move,
    Rearranged,
    add_times,
    by_day,
    complete,
    crowded,
    move_day,
    read_more,
    read_move,
)

ZONE = "Asia/Shanghai"
THERE = ZoneInfo(ZONE)
NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
"""Tuesday, ten in the morning there."""
DAY = date(2026, 12, 3)
FOURTH = date(2026, 12, 4)


def time_at(day: date, clock: str, minutes: int = 30, zone: str = ZONE) -> Session:
    """A time that begins then, there."""
    starts_at = datetime.combine(day, time.fromisoformat(clock), ZoneInfo(zone)).astimezone(UTC)
    return Session(starts_at=starts_at, ends_at=starts_at + timedelta(minutes=minutes))


def walls(sessions: tuple[Session, ...], zone: str = ZONE) -> list[str]:
    """When times begin, as the clock there says it."""
    return [f"{one.starts_at.astimezone(ZoneInfo(zone)):%m-%d %H:%M}" for one in sessions]


MORNING = tuple(time_at(DAY, clock) for clock in ("08:00", "08:30", "09:00"))


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("整天挪到12月4日", Move(day=FOURTH)),
        ("12月4日", Move(day=FOURTH)),
        ("改到十二月四号吧", Move(day=FOURTH)),
        ("推迟到12月4日", Move(day=FOURTH)),
        ("延到12-4", Move(day=FOURTH)),
        ("提前到明天", Move(day=date(2026, 11, 25))),
        ("挪到下周三", Move(day=date(2026, 12, 2))),
        ("挪到第二天", Move(day=FOURTH)),
        ("第二天下午2点", Move(day=FOURTH, begins=time(14))),
        ("把时间都改到12月4日下午2点半", Move(day=FOURTH, begins=time(14, 30))),
        ("換到12月4日 14:00開始", Move(day=FOURTH, begins=time(14))),
        ("改到下午2点", Move(begins=time(14))),
        ("挪到2点", Move(begins=time(14))),
        ("开始时间改到下午2点", Move(begins=time(14))),
        ("10:15", Move(begins=time(10, 15))),
        ("都往后一个小时", Move(by=timedelta(hours=1))),
        ("都往后推一个小时", Move(by=timedelta(hours=1))),
        ("都往後一個小時", Move(by=timedelta(hours=1))),
        ("晚半小时", Move(by=timedelta(minutes=30))),
        ("晚半个钟头吧", Move(by=timedelta(minutes=30))),
        ("推迟20分钟", Move(by=timedelta(minutes=20))),
        ("往后挪1个半小时", Move(by=timedelta(minutes=90))),
        ("推迟1小时20分钟", Move(by=timedelta(minutes=80))),
        ("提前两个小时", Move(by=timedelta(hours=-2))),
        ("早一天", Move(by=timedelta(days=-1))),
        ("顺延一天", Move(by=timedelta(days=1))),
        ("推迟两周", Move(by=timedelta(weeks=2))),
        ("往前提一个星期", Move(by=timedelta(weeks=-1))),
        ("move it to 4 Dec", Move(day=FOURTH)),
        ("4 Dec", Move(day=FOURTH)),
        ("postpone to tomorrow", Move(day=date(2026, 11, 25))),
        ("move to dec 4 2pm", Move(day=FOURTH, begins=time(14))),
        ("move it to the next day", Move(day=FOURTH)),
        ("an hour later", Move(by=timedelta(hours=1))),
        ("move everything half an hour earlier", Move(by=timedelta(minutes=-30))),
        ("2 days later", Move(by=timedelta(days=2))),
        ("postpone by 20 minutes", Move(by=timedelta(minutes=20))),
        ("bring it forward by 2 hours", Move(by=timedelta(hours=-2))),
        ("等我好了", None),
        ("挪一挪", None),
        ("晚点", None),
        ("往后半天", None),
        ("往后0分钟", None),
        ("推迟两三天", None),
        ("2月30日", None),
        ("12月4日 9:00到11:00", None),
        ("", None),
    ],
)
def test_where_to_is_read_as_people_say_it(words: str, meant: Move | None) -> None:
    assert read_move(words, DAY, NOW, ZONE) == meant


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("再加14:00到16:00，每20分钟一个", "14:00到16:00,每20分钟一个"),
        ("再加 14:00 到 16:00", "14:00 到 16:00"),
        ("还要加几个时间：14:00到16:00", "14:00到16:00"),
        ("加時間 下午2点到4点", "下午2点到4点"),
        ("add 14:00 to 16:00, every 20 minutes", "14:00 to 16:00, every 20 minutes"),
        ("more times: 14:00 to 16:00", "14:00 to 16:00"),
        ("挪到12月4日", None),
        ("都往后一个小时", None),
        ("14:00到16:00", None),
        ("开始时间改到下午2点", None),
    ],
)
def test_more_times_are_asked_for_by_a_word(words: str, rest: str | None) -> None:
    assert read_more(words) == rest


@pytest.mark.parametrize(
    ("move", "begin"),
    [
        (Move(day=FOURTH), ["12-04 08:00", "12-04 08:30", "12-04 09:00"]),
        (Move(by=timedelta(hours=1)), ["12-03 09:00", "12-03 09:30", "12-03 10:00"]),
        (Move(by=timedelta(minutes=30)), ["12-03 08:30", "12-03 09:00", "12-03 09:30"]),
        (Move(begins=time(14)), ["12-03 14:00", "12-03 14:30", "12-03 15:00"]),
        (Move(begins=time(23, 30)), ["12-03 23:30", "12-04 00:00", "12-04 00:30"]),
        (Move(by=timedelta(hours=-9)), ["12-02 23:00", "12-02 23:30", "12-03 00:00"]),
        (Move(FOURTH, time(12)), ["12-04 12:00", "12-04 12:30", "12-04 13:00"]),
    ],
)
def test_a_day_moves_as_one(move: Move, begin: list[str]) -> None:
    found = move_day(MORNING, DAY, move, NOW, ZONE)
    assert found is not None and walls(found.sessions) == begin and found.was == (0, 1, 2)


def test_only_the_chosen_day_moves_and_the_times_stand_in_their_order_again() -> None:
    tenth = time_at(date(2026, 12, 10), "08:00")
    found = move_day((*MORNING, tenth), DAY, Move(day=date(2026, 12, 12)), NOW, ZONE)
    assert found is not None and found.was == (3, 0, 1, 2)
    assert walls(found.sessions) == ["12-10 08:00", "12-12 08:00", "12-12 08:30", "12-12 09:00"]


def test_what_has_begun_stays_and_of_a_day_that_is_over_nothing_moves() -> None:
    at_half_past = MORNING[1].starts_at
    found = move_day(MORNING, DAY, Move(day=FOURTH), at_half_past, ZONE)
    assert found is not None
    assert walls(found.sessions) == ["12-03 08:00", "12-03 08:30", "12-04 09:00"]
    assert move_day(MORNING, DAY, Move(day=FOURTH), MORNING[2].starts_at, ZONE) is None
    assert move_day(MORNING, FOURTH, Move(day=DAY), NOW, ZONE) is None


def test_the_clock_says_the_same_where_it_is_put_back_meanwhile() -> None:
    zone = "Europe/Berlin"
    before = (time_at(date(2026, 10, 24), "09:00", zone=zone),)
    now = before[0].starts_at - timedelta(days=1)
    found = move_day(before, date(2026, 10, 24), Move(day=date(2026, 10, 26)), now, zone)
    assert found is not None and walls(found.sessions, zone) == ["10-26 09:00"]


STARTS = st.lists(st.integers(0, 23 * 12 + 11), min_size=1, max_size=12, unique=True).map(sorted)
"""When times of a day begin, in steps of five minutes after midnight."""
MOVES = st.builds(
    Move,
    day=st.none() | st.dates(date(2026, 11, 26), date(2027, 3, 1)),
    begins=st.none() | st.times(),
    by=st.integers(-4000, 4000).map(lambda minutes: timedelta(minutes=minutes)),
)


@given(STARTS, MOVES)
def test_whatever_the_move_lengths_gaps_and_turns_are_kept(starts: list[int], move: Move) -> None:
    midnight = datetime.combine(DAY, time(), THERE).astimezone(UTC)
    before = tuple(
        Session(starts_at=begin, ends_at=begin + timedelta(minutes=5))
        for begin in (midnight + timedelta(minutes=5 * one) for one in starts)
    )
    found = move_day(before, DAY, move, NOW, ZONE)
    assert found is not None and complete(found.was, len(before))
    assert found.was == tuple(range(len(before))), "a day as one keeps its order"
    by = {one.starts_at - old.starts_at for one, old in zip(found.sessions, before, strict=True)}
    assert len(by) == 1, "a zone without summer time: everybody by as much, over night and noon"
    assert all(one.ends_at - one.starts_at == timedelta(minutes=5) for one in found.sessions)
    assert not crowded(before, found)
    back = move_day(found.sessions, next(iter(by_day(found.sessions, ZONE))), Move(), NOW, ZONE)
    assert back is None or back.sessions == found.sessions


@given(st.integers(1, 3000))
def test_amounts_are_read_as_they_are_written(minutes: int) -> None:
    hours, rest = divmod(minutes, 60)
    words = f"{f'{hours}小时' if hours else ''}{f'{rest}分钟' if rest else ''}"
    assert read_move(f"都往后{words}", DAY, NOW, ZONE) == Move(by=timedelta(minutes=minutes))
    assert read_move(f"提前{words}", DAY, NOW, ZONE) == Move(by=-timedelta(minutes=minutes))


def test_more_times_stand_among_the_others_and_are_nobodys_before() -> None:
    more = (time_at(DAY, "14:00"), time_at(DAY, "07:30"))
    found = add_times(MORNING, more)
    assert walls(found.sessions)[0] == "12-03 07:30" and found.was == (None, 0, 1, 2, None)
    assert complete(found.was, 3) and not complete(found.was, 4) and not complete((0, 0, 1), 3)
    assert not crowded(MORNING, found)


def test_two_times_never_come_to_meet_but_those_that_did_may() -> None:
    fourth = time_at(FOURTH, "08:30")
    both = (*MORNING, fourth)
    onto = move_day(both, DAY, Move(day=FOURTH), NOW, ZONE)
    assert onto is not None and crowded(both, onto)
    beside = move_day(both, DAY, Move(FOURTH, time(9)), NOW, ZONE)
    assert beside is not None and not crowded(both, beside), "one begins as the other ends"
    assert crowded(MORNING, add_times(MORNING, [time_at(DAY, "09:15")]))
    side_by_side = (MORNING[0], MORNING[0])
    moved = move_day(side_by_side, DAY, Move(day=FOURTH), NOW, ZONE)
    assert moved is not None and not crowded(side_by_side, moved)


def test_one_change_after_another_still_knows_which_each_time_was() -> None:
    more = add_times(MORNING, [time_at(DAY, "07:00")])
    moved = move_day(more.sessions, DAY, Move(day=FOURTH), NOW, ZONE)
    assert moved is not None and moved.after(more.was) == Rearranged(moved.sessions, (None, 0, 1, 2))
