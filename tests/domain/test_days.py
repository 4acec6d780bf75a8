"""A day the way people type it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.days import read_day

TUESDAY = date(2026, 11, 24)
DEC_3 = date(2026, 12, 3)

days = st.dates(date(2000, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize(
    "typed",
    [
        "12月3日",
        "12月3号",
        "12月3號",
        "12月3",
        "12 月 3 日",
        "12月03日",
        "十二月三号",
        "12-3",
        "12/3",
        "12.3",
        "１２－３",
        "2026-12-03",
        "2026-12-3",
        "2026/12/03",
        "2026.12.3",
        "20261203",
        "2026年12月3日",
        "二〇二六年十二月三日",
        "３号",
        "三号",
        " 12月3日。",
        "到12月3日",
        "下周四",
        "下個星期四",
        "下礼拜4",
        "3 Dec",
        "3 december",
        "Dec 3",
        "dec 3rd",
        "Dec 3, 2026",
        "3rd Dec 2026",
    ],
)
def test_the_third_of_december_is_written_in_many_ways(typed: str) -> None:
    assert read_day(typed, TUESDAY) == DEC_3


@pytest.mark.parametrize(
    ("typed", "later"),
    [
        ("今天", 0),
        ("明天", 1),
        ("后天", 2),
        ("後天", 2),
        ("大后天", 3),
        ("tomorrow", 1),
        ("Today", 0),
        ("周二", 0),
        ("周三", 1),
        ("星期天", 5),
        ("週日", 5),
        ("周一", 6),
        ("下周一", 6),
        ("下周二", 7),
        ("下下周二", 14),
        ("这周六", 4),
        ("這個星期天", 5),
        ("本周二", 0),
        ("这周一", -1),
        ("24号", 0),
        ("11月24日", 0),
        ("30日", 6),
    ],
)
def test_a_day_is_counted_from_today(typed: str, later: int) -> None:
    assert read_day(typed, TUESDAY) == TUESDAY + timedelta(days=later)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("1月2日", date(2027, 1, 2)),
        ("11月23日", date(2027, 11, 23)),
        ("23号", date(2026, 12, 23)),
        ("31号", date(2026, 12, 31)),
        ("2月29日", date(2028, 2, 29)),
        ("2026-11-23", date(2026, 11, 23)),
    ],
)
def test_without_a_year_or_a_month_it_is_the_next_such_day(typed: str, found: date) -> None:
    assert read_day(typed, TUESDAY) == found


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "过几天",
        "2月30日",
        "13-1",
        "0-0",
        "2026-13-01",
        "32号",
        "0号",
        "十十月一日",
        "十十号",
        "12月",
        "周八",
        "两三号",
        "二十三四号",
        "周",
        "3",
        "1007",
        "123456789",
        "12-3-4-5",
        "12-3到12-5",
        "dec",
        "32 dec",
        "30 feb",
        "99999999999999999999号",
        "0000-01-01",
    ],
)
def test_what_is_no_day_is_none(typed: str) -> None:
    assert read_day(typed, TUESDAY) is None


@given(days)
def test_a_full_date_is_itself_however_it_is_written(day: date) -> None:
    y, m, d = day.year, day.month, day.day
    for typed in (
        day.isoformat(),
        f"{y}年{m}月{d}日",
        f"{y}/{m}/{d}",
        f"{y}{m:02}{d:02}",
        f"{d} {day:%b} {y}",
    ):
        assert read_day(typed, TUESDAY) == day


@given(days, st.integers(0, 364))
def test_a_date_without_its_year_comes_round_within_the_year(today: date, later: int) -> None:
    day = today + timedelta(days=later)
    found = read_day(f"{day.month}月{day.day}日", today)

    assert found is not None
    assert found >= today
    assert (found.month, found.day) == (day.month, day.day)
    assert found == day or (day.month, day.day) == (2, 29)


@given(days, st.integers(0, 30))
def test_a_day_of_the_month_is_the_next_one(today: date, later: int) -> None:
    day = today + timedelta(days=later)
    found = read_day(f"{day.day}号", today)

    assert found is not None
    assert today <= found <= day
    assert found.day == day.day


@given(days, st.sampled_from("一二三四五六日"))
def test_a_weekday_is_within_seven_days_and_the_next_weeks_after_sunday(today: date, name: str) -> None:
    number = "一二三四五六日".index(name)
    near, next_week = read_day(f"周{name}", today), read_day(f"下周{name}", today)

    assert near is not None and next_week is not None
    assert near.weekday() == next_week.weekday() == number
    assert 0 <= (near - today).days < 7
    assert 0 < (next_week - (today - timedelta(days=today.weekday()))).days - 6 <= 7


@given(st.text(max_size=20))
def test_anything_may_be_typed_without_a_fall(typed: str) -> None:
    assert read_day(typed, TUESDAY) is None or isinstance(read_day(typed, TUESDAY), date)


@given(st.text("0123456789年月日号-/.十三周下 decf", max_size=14))
def test_anything_like_a_date_may_be_typed_without_a_fall(typed: str) -> None:
    assert read_day(typed, TUESDAY) is None or isinstance(read_day(typed, TUESDAY), date)
