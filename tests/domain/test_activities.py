"""Activities: what can be one, whom it is for, and which meet in time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from domain.activities import (
    LONGEST_TITLE,
    MOST_SEATS,
    MOST_SESSIONS,
    MOST_TIMES,
    ForWhom,
    Plan,
    Session,
    entitled,
    held,
    meet,
    moved,
    told_at,
)
from domain.catalogue import CATALOGUE

NINE = datetime(2026, 12, 1, 1, 0, tzinfo=UTC)


def session(hours: float = 0, lasts: float = 2, place: str = "") -> Session:
    """A session so many hours after nine."""
    begins = NINE + timedelta(hours=hours)
    return Session(starts_at=begins, ends_at=begins + timedelta(hours=lasts), place=place)


def plan(**changed: Any) -> Plan:
    """A grafting course of one session with twenty seats."""
    about = {"kind": "course", "title": "果树嫁接", "place": "村部", "sessions": (session(),), "seats": 20}
    return Plan(**{**about, **changed})


@pytest.mark.parametrize(
    ("first", "second", "meets"),
    [
        (session(0), session(1), True),
        (session(0), session(2), False),
        (session(2), session(0), False),
        (session(0, 8), session(3, 1), True),
        (session(0), session(0), True),
        (session(0), session(1.99), True),
    ],
)
def test_one_that_begins_as_the_other_ends_does_not_meet_it(
    first: Session, second: Session, meets: bool
) -> None:
    assert first.meets(second) is meets
    assert second.meets(first) is meets
    assert meet([first], [session(100), second]) is meets


def test_what_has_begun_has_been() -> None:
    sessions = (session(0), session(24), session(48))
    assert held(sessions, NINE - timedelta(microseconds=1)) == ()
    assert held(sessions, NINE) == sessions[:1]
    assert held(sessions, NINE + timedelta(hours=24)) == sessions[:2]
    assert held(sessions, NINE + timedelta(days=9)) == sessions


@pytest.mark.parametrize(
    ("hour", "starts_in", "waits"),
    [
        (21.99, 1000, 0),  # before ten nobody sleeps
        (22, 12, 0),
        (22, 12.01, 9),
        (22, 0, 9),  # it has begun: nobody is on their way
        (22, -1, 9),
        (6.5, 12.01, 0.5),
        (6.5, 0.01, 0),
        (7, 1000, 0),
    ],
)
def test_people_are_woken_for_what_is_near_only(hour: float, starts_in: float, waits: float) -> None:
    now = NINE + timedelta(hours=hour - 9)
    starts = [now + timedelta(hours=starts_in), now + timedelta(days=30), now - timedelta(days=30)]
    at = told_at(now, starts, "Asia/Shanghai")
    assert abs(at - now - timedelta(hours=waits)) < timedelta(seconds=1)


def test_what_has_no_time_waits_for_the_morning() -> None:
    night = NINE + timedelta(hours=14)
    assert told_at(night, [], "Asia/Shanghai") - night == timedelta(hours=8)


@pytest.mark.parametrize("lasts", [-1, 0, 24.1])
def test_a_session_ends_after_it_began_and_within_a_day(lasts: float) -> None:
    with pytest.raises(ValidationError):
        session(lasts=lasts)
    assert session(lasts=24).ends_at > session().starts_at


def test_a_plan_is_kept_and_read_back_as_it_was() -> None:
    meant = plan(
        whom=ForWhom(villages=(3,), sex="f", tags=("返乡",)),
        sessions=(session(), session(24, place="果园")),
        cost=1250,
        household_limit=2,
        certificate=True,
        closes_at=NINE - timedelta(days=1),
    )
    assert Plan.model_validate(meant.pack()) == meant
    assert meant.starts_at == NINE
    assert meant.ends_at == NINE + timedelta(hours=26)


@pytest.mark.parametrize(
    "changed",
    [
        {"title": " "},
        {"title": "长" * (LONGEST_TITLE + 1)},
        {"seats": 0},
        {"seats": MOST_SEATS + 1},
        {"cost": -1},
        {"cost": 1_000_001},
        {"household_limit": 0},
        {"sessions": ()},
        {"sessions": (session(24), session(0))},
        {"sessions": (session(0), session(1))},
        {"sessions": tuple(session(24 * day) for day in range(MOST_SESSIONS + 1))},
        {"kind": "picnic"},
        {"kind": "loan"},
        {"kind": "loan", "sessions": (), "seats": None},
        {"kind": "checkup", "sessions": tuple(session(n) for n in range(MOST_TIMES + 1))},
    ],
)
def test_what_makes_no_sense_is_no_activity(changed: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        plan(**changed)


def test_times_to_choose_may_overlap_and_what_is_lent_has_none() -> None:
    assert plan(kind="checkup", sessions=(session(0), session(0.5))).form == "times"
    loan = plan(kind="loan", sessions=(), seats=2)
    assert (loan.starts_at, loan.ends_at, loan.form) == (None, None, "loan")


def test_one_signs_up_until_it_begins_or_the_last_of_the_times_does_or_it_closes() -> None:
    assert plan(sessions=(session(), session(24))).signs_until == NINE
    assert plan(closes_at=NINE - timedelta(hours=1)).signs_until == NINE - timedelta(hours=1)
    assert plan(closes_at=NINE + timedelta(hours=1)).signs_until == NINE
    times = plan(kind="checkup", sessions=(session(0), session(5)))
    assert times.signs_until == NINE + timedelta(hours=5)
    loan = plan(kind="loan", sessions=(), seats=2)
    assert loan.signs_until is None
    assert loan.model_copy(update={"closes_at": NINE}).signs_until == NINE


@pytest.mark.parametrize(
    ("whom", "barred"),
    [
        (ForWhom(), False),
        (ForWhom(villages=(1, 2)), False),
        (ForWhom(villages=(2,)), True),
        (ForWhom(sex="f"), False),
        (ForWhom(sex="m"), True),
        (ForWhom(tags=("返乡", "党员")), False),
        (ForWhom(tags=("党员",)), True),
        (ForWhom(villages=(1,), sex="f", tags=("党员",)), True),
    ],
)
def test_whom_it_is_for(whom: ForWhom, barred: bool) -> None:
    assert whom.bars(village=1, sex="f", tags={"返乡"}) is barred
    assert whom.everybody is (whom == ForWhom())


def test_what_is_not_known_bars_nobody() -> None:
    whom = ForWhom(villages=(2,), sex="m", tags=("党员",))
    assert not whom.bars(village=None, sex=None, tags=None)
    assert whom.bars(village=None, sex=None, tags=())


def test_another_place_or_time_is_asked_about_and_another_word_is_not() -> None:
    before = plan()
    assert not moved(before, plan(about="别的", bring="剪刀", seats=30))
    assert moved(before, plan(place="果园"))
    assert moved(before, plan(sessions=(session(1),)))
    assert moved(before, plan(sessions=(session(place="果园"),)))


def test_whoever_borrows_something_is_not_asked_whether_they_still_come() -> None:
    before = Plan(kind="loan", title="喷雾器", place="村部", seats=1)
    assert not moved(before, before.model_copy(update={"place": "仓库"}))


def test_a_room_is_made_otherwise_than_the_times_of_a_day() -> None:
    made = {one.code: one.making for one in CATALOGUE.activities}
    assert (made["venue"], made["checkup"], made["loan"], made["course"]) == (
        "goes-on",
        "times",
        "loan",
        "seats",
    )


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("果树嫁接", "果树嫁接"),
        ("《果树嫁接》", "果树嫁接"),
        ("露天电影《你好，李焕英》", "露天电影〈你好，李焕英〉"),
        ("《少年》和《小城》", "〈少年〉和〈小城〉"),
        ("《", "〈"),
        ("》《", "〉〈"),
    ],
)
def test_a_title_that_quotes_another_stands_between_marks_itself(typed: str, kept: str) -> None:
    assert entitled(typed) == kept


def test_every_kind_is_made_by_somebody_and_only_courses_certify() -> None:
    assert {one.form for one in CATALOGUE.activities} == {"seats", "times", "loan"}
    assert [one.code for one in CATALOGUE.activities if one.certificates] == ["course"]
    assert [one.days for one in CATALOGUE.activities if one.form == "loan"] == [7]


def test_a_place_is_spoken_of_as_what_it_is() -> None:
    assert {plan(kind=code).manner for code in ("course", "event", "clinic", "cleanup")} == {"seats"}
    assert plan(kind="checkup").manner == "times" and plan(kind="venue").manner == "goes-on"
    assert plan(kind="loan", sessions=()).manner == "loan"
