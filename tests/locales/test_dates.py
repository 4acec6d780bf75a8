"""Days and times as a village writes them, in every language."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locales import LANGUAGES, dates

ZONE = "Asia/Shanghai"
FIRST_KNOWN, LAST_KNOWN = date(1900, 1, 31), date(2100, 2, 8)
"""The first and the last day of the lunar calendar's data."""


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-Hans", "11月25日 周三（农历十月十七）"),
        ("zh-Hant", "11月25日 週三（農曆十月十七）"),
        ("en", "Wed 25 Nov (lunar 10/17)"),
    ],
)
def test_a_day_has_its_weekday_and_its_lunar_day(language: str, words: str) -> None:
    assert dates.day(datetime(2026, 11, 25, 3, 0, tzinfo=UTC), ZONE, language) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-Hans", "2026年11月26日 农历十月十八"),
        ("zh-Hant", "2026年11月26日 農曆十月十八"),
        ("en", "26 November 2026 (lunar 10/18)"),
    ],
)
def test_a_notice_is_dated_with_the_year_and_the_lunar_day(language: str, words: str) -> None:
    assert dates.full(datetime(2026, 11, 25, 16, 0, tzinfo=UTC), ZONE, language) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh-Hans", "2026年11月26日"), ("zh-Hant", "2026年11月26日"), ("en", "26 November 2026")],
)
def test_a_plain_day_has_its_year_and_nothing_else(language: str, words: str) -> None:
    assert dates.plain(datetime(2026, 11, 25, 16, 0, tzinfo=UTC), ZONE, language) == words


def test_beyond_the_almanac_a_notice_is_dated_without_a_lunar_day() -> None:
    assert dates.full(datetime(2100, 2, 9, 4, 0, tzinfo=UTC), ZONE, "zh-Hans") == "2100年2月9日"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh-Hans", "11月25日 周三（农历十月十七） 14:05"),
        ("zh-Hant", "11月25日 週三（農曆十月十七） 14:05"),
        ("en", "Wed 25 Nov (lunar 10/17), 14:05"),
    ],
)
def test_a_moment_has_the_time_too(language: str, words: str) -> None:
    assert dates.moment(datetime(2026, 11, 25, 6, 5, tzinfo=UTC), ZONE, language) == words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 2, 16), "农历腊月廿九"),
        (date(2026, 2, 17), "农历正月初一"),
        (date(2026, 2, 18), "农历正月初二"),
        (date(2025, 1, 28), "农历腊月廿九"),
        (date(2024, 2, 9), "农历腊月三十"),
        (date(2024, 2, 10), "农历正月初一"),
        (date(2026, 3, 3), "农历正月十五"),
        (date(2026, 9, 25), "农历八月十五"),
        (date(2025, 12, 20), "农历冬月初一"),
        (date(2000, 1, 1), "农历冬月廿五"),
    ],
)
def test_a_lunar_day_is_the_one_of_the_almanac(day: date, words: str) -> None:
    assert dates.lunar(day, "zh-Hans") == words


@pytest.mark.parametrize(
    ("day", "hans", "hant", "en"),
    [
        (date(2025, 7, 24), "农历六月三十", "農曆六月三十", "lunar 6/30"),
        (date(2025, 7, 25), "农历闰六月初一", "農曆閏六月初一", "lunar leap 6/1"),
        (date(2025, 8, 22), "农历闰六月廿九", "農曆閏六月廿九", "lunar leap 6/29"),
        (date(2025, 8, 23), "农历七月初一", "農曆七月初一", "lunar 7/1"),
        (date(2023, 3, 22), "农历闰二月初一", "農曆閏二月初一", "lunar leap 2/1"),
        (date(2028, 6, 23), "农历闰五月初一", "農曆閏五月初一", "lunar leap 5/1"),
    ],
)
def test_a_day_of_a_leap_month_says_so(day: date, hans: str, hant: str, en: str) -> None:
    assert [dates.lunar(day, language) for language in LANGUAGES] == [hans, hant, en]


def test_the_day_begins_at_midnight_in_the_village_not_in_greenwich() -> None:
    before = datetime(2026, 2, 16, 15, 59, tzinfo=UTC)
    assert dates.moment(before, ZONE, "zh-Hans") == "2月16日 周一（农历腊月廿九） 23:59"
    after = before + timedelta(minutes=1)
    assert dates.moment(after, ZONE, "zh-Hans") == "2月17日 周二（农历正月初一） 00:00"


def test_a_moment_is_the_same_from_whatever_zone_it_comes() -> None:
    at = datetime(2026, 2, 16, 16, 30, tzinfo=UTC)
    elsewhere = at.astimezone(timezone(timedelta(hours=-8)))
    assert dates.moment(elsewhere, ZONE, "en") == dates.moment(at, ZONE, "en")


def test_a_village_in_another_zone_has_its_own_day() -> None:
    at = datetime(2026, 2, 16, 17, 0, tzinfo=UTC)
    assert dates.moment(at, "Asia/Urumqi", "zh-Hans") == "2月16日 周一（农历腊月廿九） 23:00"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("hour", "written"), [(16, "00:00"), (23, "07:00"), (0, "08:00"), (4, "12:00"), (13, "21:00")]
)
def test_the_clock_has_twenty_four_hours(language: str, hour: int, written: str) -> None:
    assert dates.moment(datetime(2026, 5, 1, hour, tzinfo=UTC), ZONE, language).endswith(f" {written}")


@pytest.mark.parametrize(
    ("language", "week"),
    [
        ("zh-Hans", ["周一", "周二", "周三", "周四", "周五", "周六", "周日"]),
        ("zh-Hant", ["週一", "週二", "週三", "週四", "週五", "週六", "週日"]),
        ("en", ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]),
    ],
)
def test_every_weekday_has_its_name(language: str, week: list[str]) -> None:
    monday = datetime(2026, 6, 1, 4, 0, tzinfo=UTC)
    for number, name in enumerate(week):
        assert name in dates.day(monday + timedelta(days=number), ZONE, language).split("（")[0].split(" ")


def test_a_day_with_one_digit_has_no_nought_before_it() -> None:
    at = datetime(2026, 3, 5, 4, 0, tzinfo=UTC)
    assert dates.day(at, ZONE, "zh-Hans").startswith("3月5日 ")
    assert dates.day(at, ZONE, "en").startswith("Thu 5 Mar ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_and_the_last_known_lunar_day_are_written(language: str) -> None:
    assert dates.lunar(FIRST_KNOWN, language) and dates.lunar(LAST_KNOWN, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "day",
    [
        date.min,
        date(1800, 1, 1),
        FIRST_KNOWN - timedelta(days=1),
        LAST_KNOWN + timedelta(days=1),
        date(2150, 1, 1),
        date.max,
    ],
)
def test_a_day_beyond_the_almanac_has_no_lunar_day(day: date, language: str) -> None:
    assert dates.lunar(day, language) == ""


def test_a_day_beyond_the_almanac_is_written_without_it() -> None:
    assert dates.day(datetime(2150, 1, 1, 4, 0, tzinfo=UTC), ZONE, "zh-Hans") == "1月1日 周四"


@given(st.dates(FIRST_KNOWN, LAST_KNOWN))
def test_every_day_of_two_centuries_has_a_lunar_day_in_every_language(day: date) -> None:
    written = [dates.lunar(day, language) for language in LANGUAGES]
    assert written[0].startswith("农历") and written[1].startswith("農曆") and written[2].startswith("lunar ")
    assert ("闰" in written[0]) == ("閏" in written[1]) == ("leap" in written[2])


@given(st.dates(FIRST_KNOWN, LAST_KNOWN - timedelta(days=1)))
def test_the_next_day_is_the_next_lunar_day_or_the_first_of_a_month(day: date) -> None:
    today, tomorrow = (int(dates.lunar(one, "en").rsplit("/")[1]) for one in (day, day + timedelta(days=1)))
    assert tomorrow == today + 1 or (tomorrow == 1 and today in (29, 30))


@given(st.integers(0, 200 * 365 * 24 * 60 - 40 * 24 * 60))
def test_every_minute_of_two_centuries_can_be_written(minutes: int) -> None:
    at = datetime(1900, 2, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    for language in LANGUAGES:
        assert dates.moment(at, ZONE, language).endswith(dates.time(at, ZONE))


@pytest.mark.parametrize(
    ("language", "written"),
    [("zh-Hans", "11月24日 00:30"), ("zh-Hant", "11月24日 00:30"), ("en", "24 Nov 00:30")],
)
def test_a_short_moment_fits_on_a_button(language: str, written: str) -> None:
    assert dates.short(datetime(2026, 11, 23, 16, 30, tzinfo=UTC), "Asia/Shanghai", language) == written
