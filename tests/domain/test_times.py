"""Moments as people type them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.times import read_moment

ZONE = "Asia/Shanghai"
NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
"""Tuesday, ten in the morning there."""


def read(words: str, now: datetime = NOW) -> str | None:
    """The moment as it is on the wall there."""
    found = read_moment(words, now, ZONE)
    return f"{found:%m-%d %H:%M}" if found is not None else None


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("今晚8点", "11-24 20:00"),
        ("今晚八点半", "11-24 20:30"),
        ("明天早上7点半", "11-25 07:30"),
        ("明早七点", "11-25 07:00"),
        ("这周六晚上七点", "11-28 19:00"),
        ("零点三刻", "11-25 00:45"),
        ("周五九点", "11-27 09:00"),
        ("星期六十点半", "11-28 10:30"),
        ("礼拜二十二点", "11-24 12:00"),
        ("週五九點", "11-27 09:00"),
        ("明晚7点一刻", "11-25 19:15"),
        ("后天下午3点三刻", "11-26 15:45"),
        ("12月3日 9:30", "12-03 09:30"),
        ("12月3号上午十点", "12-03 10:00"),
        ("周五晚上7点", "11-27 19:00"),
        ("下周三 14:00", "12-02 14:00"),
        ("中午12点", "11-24 12:00"),
        ("中午1点", "11-24 13:00"),
        ("凌晨12点", "11-25 00:00"),
        ("早上9点20分", "11-25 09:20"),
        ("今天９：３０。", "11-24 09:30"),
        ("tomorrow 7am", "11-25 07:00"),
        ("tomorrow at 12am", "11-25 00:00"),
        ("3 Dec at 7:30pm", "12-03 19:30"),
        ("tonight 8pm", "11-24 20:00"),
    ],
)
def test_a_day_and_a_time_are_read(words: str, meant: str) -> None:
    assert read(words) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [("10:01", "11-24 10:01"), ("10:00", "11-25 10:00"), ("9点59分", "11-25 09:59"), ("11点", "11-24 11:00")],
)
def test_without_a_day_it_is_the_next_time_the_clock_says_so(words: str, meant: str) -> None:
    assert read(words) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("明天2点", "11-25 14:00"),
        ("周五两点半", "11-27 14:30"),
        ("3點", "11-24 15:00"),
        ("1点", "11-24 13:00"),
        ("5点", "11-24 17:00"),
        ("明天6点", "11-25 06:00"),
        ("早上5点", "11-25 05:00"),
        ("凌晨2点", "11-25 02:00"),
        ("零点", "11-25 00:00"),
        ("2:00", "11-25 02:00"),
    ],
)
def test_two_oclock_with_no_more_said_is_in_the_afternoon(words: str, meant: str) -> None:
    assert read(words) == meant


@pytest.mark.parametrize(
    "words",
    [
        *("", "今天", "快点", "25点", "24:00", "7:60", "晚上12点", "13 pm", "瞎说 7点", "7", "三百点"),
        *("两三点", "明天下午两三点", "今晚七八点"),
    ],
)
def test_what_nobody_can_be_sure_of_is_not_guessed(words: str) -> None:
    assert read(words) is None


@given(st.text(max_size=30))
def test_nothing_that_is_typed_breaks_it(words: str) -> None:
    found = read_moment(words, NOW, ZONE)
    assert found is None or found.tzinfo is not None


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_time_of_day_is_read_as_it_is_written(hour: int, minute: int) -> None:
    found = read_moment(f"明天 {hour}:{minute:02}", NOW, ZONE)
    assert found is not None and (found.hour, found.minute, found.day) == (hour, minute, 25)
