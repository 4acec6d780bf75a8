"""What comes round again, as it is said, as it is kept, and on which days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lunardate import LunarDate

from domain.recurrence import MalformedRhythmError, Rhythm, read_rhythm
from domain.seasons import SEASONS

TODAY = date(2026, 11, 26)
"""The 18th of the tenth lunar month."""


@pytest.mark.parametrize(
    ("words", "packed", "next_day"),
    [
        ("每周三", "weekly:2", "2026-12-02"),
        ("每周四", "weekly:3", "2026-12-03"),
        ("每週一、週五".replace("、週", "、"), "weekly:0,4", "2026-11-27"),
        ("每个星期天", "weekly:6", "2026-11-29"),
        ("每月10号", "monthly:10", "2026-12-10"),
        ("每个月十号、二十五号", "monthly:10,25", "2026-12-10"),
        ("每月31号", "monthly:31", "2026-11-30"),
        ("逢三逢八赶场", "lunar:3,8,13,18,23,28", "2026-12-01"),
        ("农历逢五", "lunar:5,15,25", "2026-12-03"),
        ("農曆逢十", "lunar:10,20,30", "2026-11-28"),
        ("农历初三、十八", "lunar:3,18", "2026-12-11"),
        ("农历廿三", "lunar:23", "2026-12-01"),
        ("每年3月20日", "yearly:3-20", "2027-03-20"),
        ("每年三月二十日", "yearly:3-20", "2027-03-20"),
        ("每年11月26日", "yearly:11-26", "2027-11-26"),
        ("每年2月29日", "yearly:2-29", "2027-02-28"),
        ("每年农历八月十五", "lunar-yearly:8-15", "2027-09-15"),
        ("每年腊月初八", "lunar-yearly:12-8", "2027-01-15"),
        ("every Wednesday", "weekly:2", "2026-12-02"),
        ("every mon and fri", "weekly:0,4", "2026-11-27"),
        ("every month on the 10th", "monthly:10", "2026-12-10"),
        ("lunar 3 and 8", "lunar:3,8,13,18,23,28", "2026-12-01"),
        ("every year on 20 Mar", "yearly:3-20", "2027-03-20"),
    ],
)
def test_it_is_read_kept_and_comes_round(words: str, packed: str, next_day: str) -> None:
    rhythm = read_rhythm(words)
    assert rhythm is not None and rhythm.pack() == packed
    assert Rhythm.unpack(packed) == rhythm
    assert rhythm.after(TODAY) == date.fromisoformat(next_day)


@pytest.mark.parametrize(
    "words",
    ["", "每天", "每周九", "每月32号", "逢十一", "农历三十一", "每年二月三十日", "每年13月1日", "every day"],
)
def test_what_never_comes_round_is_no_rhythm(words: str) -> None:
    assert read_rhythm(words) is None


@pytest.mark.parametrize("packed", ["", "daily:1", "weekly:", "weekly", "lunar:a", "yearly:3/20"])
def test_what_was_never_packed_is_not_read(packed: str) -> None:
    with pytest.raises(MalformedRhythmError):
        Rhythm.unpack(packed)


def test_a_leap_month_does_not_make_a_feast_come_twice() -> None:
    feast = Rhythm("lunar-yearly", (8,), 6)  # in 2025 there were two sixth months
    days = [date(2025, 1, 1) + timedelta(days=one) for one in range(365)]
    assert sum(feast.falls_on(one) for one in days) == 1


def test_beyond_the_lunar_data_nothing_comes_round_by_the_moon() -> None:
    assert Rhythm("lunar", (3,)).after(date(2100, 3, 1)) is None
    assert not Rhythm("lunar", (3,)).falls_on(date(2101, 1, 1))


@given(st.lists(st.integers(1, 29), min_size=1, max_size=4).map(lambda days: tuple(sorted(set(days)))))
def test_market_days_are_the_days_of_the_moon(days: tuple[int, ...]) -> None:
    day = Rhythm("lunar", days).after(TODAY)
    assert day is not None and day > TODAY and (day - TODAY).days <= 31
    assert LunarDate.from_solar_date(day.year, day.month, day.day).day in days


@given(
    st.one_of(
        st.builds(
            Rhythm, st.just("weekly"), st.sets(st.integers(0, 6), min_size=1).map(lambda d: tuple(sorted(d)))
        ),
        st.builds(Rhythm, st.just("monthly"), st.integers(1, 31).map(lambda d: (d,))),
        st.builds(Rhythm, st.just("yearly"), st.integers(1, 28).map(lambda d: (d,)), st.integers(1, 12)),
    ),
    st.integers(0, 2000).map(lambda days: TODAY + timedelta(days=days)),
)
def test_the_next_day_is_the_first_that_it_falls_on(rhythm: Rhythm, day: date) -> None:
    found = rhythm.after(day)
    assert found is not None and rhythm.falls_on(found)
    assert not any(rhythm.falls_on(day + timedelta(days=one)) for one in range(1, (found - day).days))


def test_the_rhythms_of_the_seasons_come_round() -> None:
    for season in SEASONS:
        assert season.rhythm is not None and Rhythm.unpack(season.rhythm).after(TODAY) is not None
