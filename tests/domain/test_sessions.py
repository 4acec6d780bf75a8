"""The sessions of an activity as officers type them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.activities import LASTS, MOST_SESSIONS
from domain.sessions import read_sessions

ZONE = "Asia/Shanghai"
NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)
"""Tuesday, ten in the morning there."""


def read(words: str, now: datetime = NOW) -> list[str]:
    """The sessions as they are on the wall there."""
    there = ZoneInfo(ZONE)
    return [
        f"{one.starts_at.astimezone(there):%m-%d %H:%M}-{one.ends_at.astimezone(there):%H:%M}"
        for one in read_sessions(words, now, ZONE)
    ]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("12月3日 9:00", "12-03 09:00-11:00"),
        ("12月3日９：００。", "12-03 09:00-11:00"),
        ("12-3 9:00", "12-03 09:00-11:00"),
        ("2026-12-03 9:00到11:30", "12-03 09:00-11:30"),
        ("12月3日9:00到11:30", "12-03 09:00-11:30"),
        ("12月3日，9:00到11:30", "12-03 09:00-11:30"),
        ("9:00到11:30，12月3日", "12-03 09:00-11:30"),
        ("12月3日上午九点到十一点半", "12-03 09:00-11:30"),
        ("12月3日上午9點至11點半", "12-03 09:00-11:30"),
        ("12月3日（周四）上午9点", "12-03 09:00-11:00"),
        ("12月3号星期四下午3点半，两个小时", "12-03 15:30-17:30"),
        ("12月3日9点，每次1个半小时", "12-03 09:00-10:30"),
        ("12月3日9点，90分钟", "12-03 09:00-10:30"),
        ("明天下午3点", "11-25 15:00-17:00"),
        ("下周三14:00", "12-02 14:00-16:00"),
        ("今晚8点", "11-24 20:00-22:00"),
        ("3 Dec 9am", "12-03 09:00-11:00"),
        ("3 Dec 9am to 11am", "12-03 09:00-11:00"),
        ("3 Dec 9am, 3 hours", "12-03 09:00-12:00"),
        ("tomorrow at 3pm", "11-25 15:00-17:00"),
    ],
)
def test_one_session_is_read(words: str, meant: str) -> None:
    assert read(words) == [meant]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("12月3日、10日、17日 9:00", ["12-03", "12-10", "12-17"]),
        ("12月3、10、17日 9:00", ["12-03", "12-10", "12-17"]),
        ("12月3日9点、10日、17日", ["12-03", "12-10", "12-17"]),
        ("12月3日、10日和17日，9:00，共3次", ["12-03", "12-10", "12-17"]),
        ("12月10日、12月3日 9:00", ["12-03", "12-10"]),
        ("12月28日、4日 9:00", ["12-28", "01-04"]),
        ("12月3日到5日，每天上午9点", ["12-03", "12-04", "12-05"]),
        ("12月3日9点，连续三天", ["12-03", "12-04", "12-05"]),
        ("12月3日9点，連續3週", ["12-03", "12-10", "12-17"]),
        ("3, 10 and 17 Dec 9am", ["12-03", "12-10", "12-17"]),
        ("Dec 3, 10, 17 at 9am", ["12-03", "12-10", "12-17"]),
        ("3 Dec 9am for 3 weeks", ["12-03", "12-10", "12-17"]),
    ],
)
def test_several_days_have_the_same_hours(words: str, meant: list[str]) -> None:
    assert read(words) == [f"{day} 09:00-11:00" for day in meant]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("12月3日 9:00，12月10日 14:00", ["12-03 09:00-11:00", "12-10 14:00-16:00"]),
        ("12月3日 9:00到10:00\n12月10日 14:00到16:30", ["12-03 09:00-10:00", "12-10 14:00-16:30"]),
        ("12月3日 9:00、14:00", ["12-03 09:00-11:00", "12-03 14:00-16:00"]),
    ],
)
def test_each_may_have_hours_of_its_own(words: str, meant: list[str]) -> None:
    assert read(words) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("每周三下午2点，共3次", ["11-25", "12-02", "12-09"]),
        ("每週三下午兩點，共3次", ["11-25", "12-02", "12-09"]),
        ("共三次，每周三下午2点", ["11-25", "12-02", "12-09"]),
        ("周三下午2点到4点，一共三次", ["11-25", "12-02", "12-09"]),
        ("每周三、周五下午2点，共3次", ["11-25", "11-27", "12-02"]),
        ("12月9日起每周三下午2点，共2次", ["12-09", "12-16"]),
        ("从下周一开始，每天下午2点，共3次", ["11-30", "12-01", "12-02"]),
        ("农历逢三逢八下午2点，共3次", ["11-26", "12-01", "12-06"]),
        ("每月10号下午2点，共2次", ["12-10", "01-10"]),
        ("every Wednesday 2pm, 3 times", ["11-25", "12-02", "12-09"]),
        ("every Wednesday 2-4pm from 9 Dec, 2 sessions", ["12-09", "12-16"]),
        ("every Wednesday at 2pm for 2 weeks", ["11-25", "12-02"]),
    ],
)
def test_what_comes_round_is_on_so_many_days(words: str, meant: list[str]) -> None:
    assert read(words) == [f"{day} 14:00-16:00" for day in meant]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("每周二10:01，共2次", "11-24 10:01-12:01"),
        ("每周二10:00，共2次", "12-01 10:00-12:00"),
        ("10:01", "11-24 10:01-12:01"),
        ("10:00", "11-25 10:00-12:00"),
    ],
)
def test_today_counts_until_its_hour_has_come(words: str, first: str) -> None:
    assert read(words)[0] == first


@pytest.mark.parametrize(
    ("hours", "meant"),
    [
        ("下午2点到4点", "14:00-16:00"),
        ("下午2-4点", "14:00-16:00"),
        ("上午9-11点", "09:00-11:00"),
        ("上午9点到12点", "09:00-12:00"),
        ("11点到1点", "11:00-13:00"),
        ("2点到4点", "14:00-16:00"),
        ("2-4点", "14:00-16:00"),
        ("4点到6点", "16:00-18:00"),
        ("早上5点到7点", "05:00-07:00"),
        ("8点到6点", "08:00-18:00"),
        ("8点到6点半", None),
        ("中午12点到2点", "12:00-14:00"),
        ("晚上10点到1点", "22:00-01:00"),
        ("17:59到0:30", None),
        ("18:00到4:00", "18:00-04:00"),
        ("18:00到18:00", None),
        ("9:00到9:00", None),
        ("9:00到8:30", None),
        ("17:59到12:00", None),
        ("9:00到9:01", "09:00-09:01"),
        ("24小时，9:00", "09:00-09:00"),
        ("25小时，9:00", None),
        ("2-4pm", "14:00-16:00"),
        ("11-1pm", "11:00-13:00"),
    ],
)
def test_nobody_says_the_afternoon_twice_and_only_the_evening_goes_past_midnight(
    hours: str, meant: str | None
) -> None:
    day = "3 dec " if hours.endswith("pm") else "12月3日 "
    assert read(day + hours) == ([f"12-03 {meant}"] if meant else [])


@pytest.mark.parametrize(
    "words",
    [
        *(
            "",
            "随便",
            "到时候说",
            "12月3日",
            "3次",
            "12月32日9点",
            "12月3日25点",
            "9月",
            "👍",
            "12月3日、后来 9:00",
        ),
        *("每周三下午2点", "every Wednesday 2pm"),
        *("12月3日、10日 9:00，共3次", "每周三下午2点，共0次", "12月3日 9:00，共3次"),
        *("12月3日、12月3日 9:00", "12月3日 9:00、10:00"),
    ],
)
def test_what_cannot_be_meant_is_not_guessed(words: str) -> None:
    assert read(words) == []


def test_what_nobody_says_the_end_of_lasts_two_hours() -> None:
    (one,) = read_sessions("12月3日 9:00", NOW, ZONE)
    assert one.ends_at - one.starts_at == LASTS == timedelta(hours=2)


@pytest.mark.parametrize("words", ["每天9点，共{}次", "每周三9点，共{}次", "12月3日9点，连续{}天"])
def test_one_more_than_a_course_can_have_is_told_by_its_number(words: str) -> None:
    assert len(read(words.format(MOST_SESSIONS))) == MOST_SESSIONS
    assert len(read(words.format(MOST_SESSIONS + 1))) == MOST_SESSIONS + 1
    assert len(read(words.format(99))) == MOST_SESSIONS + 1


_WORDS = """12月3日 10日 周三 每周三 9:00 下午2点 到 至 - 4点 共3次 三次 连续 天 周 起 从 、 , 和 dec 3 10 and
every 2pm for weeks 每天 小时 两 半 ( ) 农历 逢三 99 0"""
_PIECES = st.sampled_from(_WORDS.split())


@given(st.lists(_PIECES, max_size=9).map("".join) | st.text(max_size=30))
def test_whatever_is_typed_what_is_read_is_in_order_and_never_two_at_once(words: str) -> None:
    found = read_sessions(words, NOW, ZONE)
    assert len(found) <= MOST_SESSIONS + 1
    assert all(one.ends_at <= other.starts_at for one, other in pairwise(found))
