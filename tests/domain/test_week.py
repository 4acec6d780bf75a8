"""Opening times as people write them."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest
from pydantic import ValidationError

from domain.week import Week

MORNING = (time(8, 30), time(12))
AFTERNOON = (time(14, 30), time(18))


def test_a_week_that_says_nothing_is_a_usual_office_week() -> None:
    hours = Week().hours("Asia/Shanghai")

    assert hours.week == ((MORNING, AFTERNOON),) * 5 + ((), ())
    assert hours.zone == "Asia/Shanghai"


def test_a_day_without_times_is_closed() -> None:
    assert Week.model_validate({"wednesday": []}).hours("Asia/Shanghai").week[2] == ()


@pytest.mark.parametrize(
    "written", ["8:30-12:00", " 08:30 - 12:00 ", "08:30–12:00", "08:30至12:00", "08:30~12:00"]
)
def test_a_span_may_be_written_in_several_ways(written: str) -> None:
    assert Week.model_validate({"monday": [written]}).hours("Asia/Shanghai").week[0] == (MORNING,)


@pytest.mark.parametrize(
    ("written", "why"),
    [
        (["8-12"], "not a span of time"),
        (["08:30"], "not a span of time"),
        (["24:00-25:00"], "past 23"),
        (["08:60-09:00"], "past 59"),
        (["12:00-08:30"], "ends before"),
        (["08:30-08:30"], "ends before"),
        (["14:30-18:00", "08:30-12:00"], "follow one another"),
        (["08:30-12:00", "11:00-13:00"], "follow one another"),
    ],
)
def test_times_that_cannot_be_are_refused_with_the_reason(written: list[str], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        Week.model_validate({"friday": written})


@pytest.mark.parametrize("written", ["08:30-12:00", [8, 12], 8, {"from": "8"}])
def test_a_day_is_a_list_of_texts(written: Any) -> None:
    with pytest.raises(ValidationError):
        Week.model_validate({"friday": written})


def test_an_unknown_day_is_refused() -> None:
    with pytest.raises(ValidationError, match="funday"):
        Week.model_validate({"funday": []})


def test_another_week_changes_only_the_days_it_names() -> None:
    county = Week.model_validate({"monday": ["09:00-17:00"], "saturday": ["09:00-12:00"]})

    center = county.changed_by(Week.model_validate({"saturday": [], "sunday": ["10:00-11:00"]}))

    assert center.monday == ("09:00-17:00",)
    assert center.saturday == ()
    assert center.sunday == ("10:00-11:00",)
    assert county.changed_by(None) == county


def test_a_week_knows_whether_it_is_ever_open() -> None:
    days = ("monday", "tuesday", "wednesday", "thursday", "friday")

    assert Week().ever_open
    assert not Week.model_validate({day: [] for day in days}).ever_open
