"""Times to choose, as people say them: those of one day, and those of a room that go on."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from domain.activities import MOST_TIMES, Plan, Session
from domain.openhours import MOST_SPANS, Hours
from domain.timetable import SHORTEST, cut, on, read_each, read_hours, read_seats, read_times

ZONE = "Asia/Shanghai"
NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
"""Tuesday, ten in the morning there."""
NINE = datetime(2026, 12, 3, 1, 0, tzinfo=UTC)


def walls(sessions: tuple[Session, ...]) -> list[str]:
    """The times as they are on the wall there."""
    there = ZoneInfo(ZONE)
    return [
        f"{one.starts_at.astimezone(there):%m-%d %H:%M}-{one.ends_at.astimezone(there):%H:%M}"
        for one in sessions
    ]


@pytest.mark.parametrize(
    ("words", "count", "first", "last", "seats"),
    [
        ("12月3日 8:00到12:00，每30分钟一个，每个5人", 8, "12-03 08:00-08:30", "12-03 11:30-12:00", 5),
        ("12月3日8点到12点每半小时一个每个五人", 8, "12-03 08:00-08:30", "12-03 11:30-12:00", 5),
        ("12月3日 8:00到12:00，每30分鐘一個，每個5人", 8, "12-03 08:00-08:30", "12-03 11:30-12:00", 5),
        ("12月3日 上午9点到11点，每隔20分钟一场，每场两人", 6, "12-03 09:00-09:20", "12-03 10:40-11:00", 2),
        (
            "12月3日、4日 8:00到10:00，每1个小时一批，每批10个人",
            4,
            "12-03 08:00-09:00",
            "12-04 09:00-10:00",
            10,
        ),
        ("12月3日 8:00到12:00，14:00到17:00，每1个半小时", 4, "12-03 08:00-09:30", "12-03 15:30-17:00", None),
        ("12月3日 9:00到11:30", 1, "12-03 09:00-11:30", "12-03 09:00-11:30", None),
        (
            "3 Dec 9:00 to 12:00, every 30 minutes, 5 people each",
            6,
            "12-03 09:00-09:30",
            "12-03 11:30-12:00",
            5,
        ),
        ("3 dec 9am-11am every half an hour, 2 each", 4, "12-03 09:00-09:30", "12-03 10:30-11:00", 2),
        ("3 Dec 9:00 to 12:00 every hour for 3 people", 3, "12-03 09:00-10:00", "12-03 11:00-12:00", 3),
    ],
)
def test_a_days_times_are_read_in_one_sentence(
    words: str, count: int, first: str, last: str, seats: int | None
) -> None:
    found = read_times(words, NOW, ZONE)
    read = walls(found.sessions)
    assert (len(read), read[0], read[-1], found.seats) == (count, first, last, seats)
    assert found.cut is (len(read) > 1)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "随便",
        "每30分钟一个，每个5人",
        "12月3日 8:00到12:00，每4分钟一个",
        "12月3日 8:00到8:20，每30分钟一个",
    ],
)
def test_what_nobody_can_be_sure_of_are_no_times(words: str) -> None:
    assert read_times(words, NOW, ZONE).sessions == ()


@given(st.text(max_size=40))
def test_nothing_that_is_typed_breaks_it(words: str) -> None:
    for session in read_times(words, NOW, ZONE).sessions:
        assert session.starts_at < session.ends_at
    read_each(words)
    read_hours(words)


@given(st.integers(1, 24 * 60), st.integers(5, 600))
def test_what_is_cut_fits_and_leaves_less_than_one(whole: int, each: int) -> None:
    length = timedelta(minutes=each)
    made = cut((Session(starts_at=NINE, ends_at=NINE + timedelta(minutes=whole)),), length)
    assert len(made) == min(whole // each, MOST_TIMES + 1)
    assert all(one.ends_at - one.starts_at == length for one in made)
    assert all(one.ends_at == later.starts_at for one, later in pairwise(made))


def test_nothing_is_shorter_than_five_minutes() -> None:
    whole = (Session(starts_at=NINE, ends_at=NINE + timedelta(hours=1)),)
    assert len(cut(whole, SHORTEST)) == 12
    with pytest.raises(ValueError, match="times of"):
        cut(whole, SHORTEST - timedelta(seconds=1))


@pytest.mark.parametrize(
    ("words", "minutes"),
    [
        ("30", 30),
        ("半小时", 30),
        ("半個鐘頭", 30),
        ("每个20分钟", 20),
        ("每30分钟一个", 30),
        ("两小时", 120),
        ("1个半小时", 90),
        ("每小时一个", 60),
        ("每个钟头", 60),
        ("half an hour", 30),
        ("every hour", 60),
        ("15 minutes", 15),
        ("every 45 min", 45),
        ("0", None),
        ("", None),
        ("随便", None),
        ("三百", None),
        ("30分钟左右吧", None),
    ],
)
def test_how_long_each_is(words: str, minutes: int | None) -> None:
    assert read_each(words) == (timedelta(minutes=minutes) if minutes else None)


@pytest.mark.parametrize(
    ("words", "rest", "seats"),
    [
        ("8点，每个5人", "8点", 5),
        ("每場十位", "", 10),
        ("每时段3名", "", 3),
        ("5 people each", "", 5),
        ("一人", "一人", None),
        ("5人", "5人", None),
        ("", "", None),
    ],
)
def test_how_many_each_is_for(words: str, rest: str, seats: int | None) -> None:
    assert read_seats(words) == (rest, seats)


MORNING, AFTERNOON, EVENING = (
    (time(8, 30), time(12)),
    (time(14), time(18)),
    (time(19), time(21, 30)),
)
EVERY_DAY, WORKDAYS, WEEKEND = tuple(range(7)), tuple(range(5)), (5, 6)


@pytest.mark.parametrize(
    ("words", "spans", "days"),
    [
        ("每天上午、下午、晚上", (MORNING, AFTERNOON, EVENING), EVERY_DAY),
        ("上午和晚上", (MORNING, EVENING), EVERY_DAY),
        ("每天晚上", (EVENING,), EVERY_DAY),
        ("全天", (MORNING, AFTERNOON, EVENING), EVERY_DAY),
        ("周末下午", (AFTERNOON,), WEEKEND),
        ("週一到週五 上午", (MORNING,), WORKDAYS),
        ("工作日 晚上7点到9点", ((time(19), time(21)),), WORKDAYS),
        ("每天 8:00到11:00、14:00到17:00", ((time(8), time(11)), (time(14), time(17))), EVERY_DAY),
        ("下午2点到5点", ((time(14), time(17)),), EVERY_DAY),
        ("mornings, afternoons and evenings", (MORNING, AFTERNOON, EVENING), EVERY_DAY),
        ("every day 9:00 to 12:00", ((time(9), time(12)),), EVERY_DAY),
        ("Weekends: evenings", (EVENING,), WEEKEND),
        ("weekdays 9am to 5pm", ((time(9), time(17)),), WORKDAYS),
    ],
)
def test_the_hours_of_a_room_are_read(
    words: str, spans: tuple[tuple[time, time], ...], days: tuple[int]
) -> None:
    assert read_hours(words) == Hours(spans=spans, days=days)


@pytest.mark.parametrize("words", ["", "随便", "每天", "8:00", "晚上十点到两点", "9:00到11:00、10:00到12:00"])
def test_hours_without_an_end_past_midnight_or_two_at_once_are_not_guessed(words: str) -> None:
    assert read_hours(words) is None


def test_a_room_has_its_times_on_its_own_weekdays() -> None:
    hours = Hours(spans=(MORNING, EVENING), days=WEEKEND)
    saturday = date(2026, 11, 28)
    assert walls(on(hours, saturday, ZONE)) == ["11-28 08:30-12:00", "11-28 19:00-21:30"]
    assert on(hours, saturday - timedelta(days=1), ZONE) == ()


@pytest.mark.parametrize(
    ("spans", "days"),
    [
        ((), EVERY_DAY),
        (((time(9), time(9)),), EVERY_DAY),
        ((AFTERNOON, MORNING), EVERY_DAY),
        (((time(9), time(11)), (time(10, 59), time(12))), EVERY_DAY),
        ((MORNING,), ()),
        ((MORNING,), (7,)),
        (tuple((time(hour), time(hour, 30)) for hour in range(MOST_SPANS + 1)), EVERY_DAY),
    ],
)
def test_hours_that_cannot_be_are_none(spans: tuple[tuple[time, time], ...], days: tuple[int, ...]) -> None:
    with pytest.raises(ValidationError):
        Hours(spans=spans, days=days)


def test_one_time_may_begin_as_another_ends_and_there_may_be_eight() -> None:
    Hours(spans=((time(9), time(11)), (time(11), time(12))))
    Hours(spans=tuple((time(hour), time(hour + 1)) for hour in range(MOST_SPANS)))


def test_a_rooms_times_go_on_and_no_others_do() -> None:
    hours = Hours(spans=(MORNING,))
    room = Plan(kind="venue", title="礼堂", seats=1, hours=hours)
    assert (room.starts_at, room.ends_at) == (None, None)
    assert Plan.model_validate(room.pack()) == room
    session = Session(starts_at=NINE, ends_at=NINE + timedelta(hours=1))
    for wrong in (
        {"kind": "venue", "sessions": (session,), "hours": hours},
        {"kind": "course", "sessions": (session,), "hours": hours},
        {"kind": "course", "hours": hours},
        {"kind": "venue"},
        {"kind": "venue", "hours": hours, "seats": None},
    ):
        with pytest.raises(ValidationError):
            Plan(**{"title": "礼堂", "seats": 1, **wrong})


def test_what_is_lent_has_days_of_its_own_or_those_of_its_kind() -> None:
    assert Plan(kind="loan", title="喷雾器", seats=1).lasts == 7
    assert Plan(kind="loan", title="喷雾器", seats=1, days=3).lasts == 3
    for days in (0, 61):
        with pytest.raises(ValidationError):
            Plan(kind="loan", title="喷雾器", seats=1, days=days)
    with pytest.raises(ValidationError):
        Plan(kind="venue", title="礼堂", seats=1, hours=Hours(spans=(MORNING,)), days=3)
