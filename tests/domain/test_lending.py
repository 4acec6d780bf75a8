"""Lending: when something is due over weekends and holidays, and when somebody is reminded of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.lending import LOOKS, MOST_DAYS, Word, coming, due_at, fetch_by, look_at, renewed, word
from domain.officetime import NeverOpenError, OfficeHours, office_day
from domain.week import Week

ZONE = "Asia/Shanghai"
HOURS = Week().hours(ZONE)
"""08:30 to 12:00 and 14:30 to 18:00, Monday to Friday."""


def at(words: str) -> datetime:
    """A moment of the village's clock."""
    return datetime.fromisoformat(words).replace(tzinfo=ZoneInfo(ZONE)).astimezone(UTC)


def local(moment: datetime | None) -> str | None:
    """A moment as it is on the wall there."""
    return f"{moment.astimezone(ZoneInfo(ZONE)):%m-%d %H:%M}" if moment is not None else None


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        ("2026-11-24 10:00", 7, "12-01 18:00"),
        ("2026-11-24 08:29", 7, "12-01 18:00"),
        ("2026-11-24 23:59", 1, "11-25 18:00"),
        ("2026-11-25 00:00", 1, "11-26 18:00"),
        ("2026-11-24 10:00", 4, "11-27 18:00"),  # a Saturday: the Friday before
        ("2026-11-24 10:00", 5, "11-27 18:00"),  # a Sunday
        ("2026-11-24 10:00", 6, "11-30 18:00"),
        ("2026-11-27 10:00", 1, "11-30 18:00"),  # closed all the while: the next office day
        ("2026-11-27 10:00", 2, "11-30 18:00"),
        ("2026-11-27 10:00", 3, "11-30 18:00"),
        ("2026-11-28 10:00", 1, "11-30 18:00"),  # handed out on a Saturday
        ("2026-09-28 10:00", 7, "09-30 18:00"),  # over the National Day: the last day before
        ("2026-09-30 10:00", 3, "10-08 18:00"),
        ("2026-02-12 10:00", 2, "02-14 18:00"),  # a Saturday on which people work, before the Spring Festival
        ("2026-02-12 10:00", 7, "02-14 18:00"),
    ],
)
def test_it_is_due_on_the_last_office_day_among_its_days(start: str, days: int, due: str) -> None:
    assert local(due_at(at(start), days, HOURS)) == due


@given(st.integers(0, 700 * 24), st.integers(1, MOST_DAYS))
def test_it_is_due_on_a_later_day_as_the_center_closes(hours: int, days: int) -> None:
    begins = at("2026-01-01 00:30") + timedelta(hours=hours)
    due = due_at(begins, days, HOURS)
    day = office_day(due, HOURS)
    assert day is not None and day[1] == due
    assert due.astimezone(ZoneInfo(ZONE)).date() > begins.astimezone(ZoneInfo(ZONE)).date()


def test_a_center_that_never_opens_lends_nothing() -> None:
    with pytest.raises(NeverOpenError):
        due_at(at("2026-11-24 10:00"), 7, OfficeHours(((),) * 7, ZONE))


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("2026-11-24 10:00", "11-26 18:00"),
        ("2026-11-24 18:00", "11-27 18:00"),  # the office day is over
        ("2026-11-24 17:59", "11-26 18:00"),
        ("2026-11-26 10:00", "11-30 18:00"),  # the weekend does not count
        ("2026-11-28 10:00", "12-02 18:00"),
        ("2026-09-30 10:00", "10-09 18:00"),
    ],
)
def test_it_is_kept_for_two_office_days(now: str, until: str) -> None:
    assert local(fetch_by(at(now), HOURS)) == until


DUE = at("2026-12-01 18:00")


def test_it_is_said_the_day_before_on_the_day_three_times_after_it_and_then_to_the_keeper_alone() -> None:
    said = [(local(look_at(DUE, step, ZONE)), LOOKS[step][1]) for step in range(len(LOOKS))]
    assert said == [
        ("11-30 09:00", Word.TOMORROW),
        ("12-01 09:00", Word.TODAY),
        ("12-02 09:00", Word.OVERDUE),
        ("12-05 09:00", Word.OVERDUE),
        ("12-08 09:00", Word.OVERDUE),
        ("12-11 09:00", Word.KEEPER),
    ]
    assert look_at(DUE, len(LOOKS), ZONE) is None


@pytest.mark.parametrize(
    ("now", "step"),
    [
        ("2026-11-30 08:59", 0),
        ("2026-11-30 09:00", 1),  # from here on it is too late to say "tomorrow"
        ("2026-12-01 08:59", 1),
        ("2026-12-01 09:00", 2),
        ("2026-12-11 08:59", 5),
        ("2026-12-11 09:00", 6),
        ("2027-12-11 09:00", 6),
    ],
)
def test_what_has_passed_is_not_said_any_more(now: str, step: int) -> None:
    assert coming(DUE, at(now), ZONE) == step


@pytest.mark.parametrize(
    ("step", "now", "said"),
    [
        (0, "2026-11-30 08:59", None),
        (0, "2026-11-30 09:00", Word.TOMORROW),
        (0, "2026-11-30 23:59", Word.TOMORROW),
        (0, "2026-12-01 00:00", None),  # it would be wrong on the next day
        (0, "2026-12-01 09:00", Word.TODAY),
        (1, "2026-11-30 09:00", None),
        (1, "2026-12-02 08:00", None),
        (2, "2026-12-02 09:00", Word.OVERDUE),
        (2, "2026-12-04 22:00", Word.OVERDUE),  # a day late is late, and still true
        (3, "2026-12-04 22:00", None),
        (0, "2026-12-30 09:00", Word.KEEPER),  # of all that was missed only the last
        (6, "2026-12-30 09:00", None),
    ],
)
def test_each_word_is_said_once_and_never_when_it_is_not_true(step: int, now: str, said: Word | None) -> None:
    assert word(DUE, step, at(now), ZONE) == said


@given(st.integers(-72, 24 * 20), st.integers(0, len(LOOKS)))
def test_nothing_is_said_before_its_time(hours: int, step: int) -> None:
    now = DUE + timedelta(hours=hours)
    said = word(DUE, step, now, ZONE)
    if said in (Word.OVERDUE, Word.KEEPER):
        assert now > DUE
    if said is not None:
        assert step < coming(DUE, now, ZONE)


def test_the_borrower_is_asked_three_times_at_most() -> None:
    assert [what for _, what in LOOKS].count(Word.OVERDUE) == 3


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-11-30 10:00", "12-08 18:00"),
        ("2026-12-01 18:00", "12-08 18:00"),
        ("2026-12-03 10:00", "12-10 18:00"),  # overdue already: from now on
    ],
)
def test_once_more_is_as_long_again(now: str, due: str) -> None:
    assert local(renewed(DUE, at(now), 7, HOURS)) == due
