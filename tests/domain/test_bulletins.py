"""Until when a post may run, and which topics there are."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from domain import bulletintaps
from domain.bulletins import LONGEST_DAYS, READY, Fault, fault
from domain.bulletintaps import BulletinTopic, BulletinWant
from domain.catalogue import CATALOGUE, Catalogue
from domain.tap import Tap

TODAY = date(2026, 11, 24)
POSTING = {"training", "shopkeeper", "culture", "clerk", "committee", "director", "deputy"}


@pytest.mark.parametrize(
    ("days", "wrong"),
    [
        (-1, Fault.PAST),
        (0, None),
        (1, None),
        (LONGEST_DAYS, None),
        (LONGEST_DAYS + 1, Fault.FAR),
        (-3650, Fault.PAST),
        (3650, Fault.FAR),
    ],
)
def test_a_post_runs_from_today_for_a_season_at_most(days: int, wrong: Fault | None) -> None:
    assert fault(TODAY + timedelta(days=days), TODAY) == wrong


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.sampled_from(READY))
def test_what_is_offered_can_always_be_had(today: date, days: int) -> None:
    assert fault(today + timedelta(days=days), today) is None


def test_the_days_that_are_offered_are_few_and_different() -> None:
    assert len(set(READY)) == len(READY) == 3 and list(READY) == sorted(READY)


def test_there_are_five_topics_and_the_same_people_post_of_each() -> None:
    codes = [one.code for one in CATALOGUE.bulletins]
    assert codes == ["prices", "jobs", "supplies-and-demand", "machinery", "transport"]
    assert all({*one.roles} == POSTING and one.icon for one in CATALOGUE.bulletins)
    assert CATALOGUE.bulletin("jobs").icon == "👷"
    with pytest.raises(KeyError):
        CATALOGUE.bulletin("gold")


@pytest.mark.parametrize(
    ("field", "value"),
    [("code", "prices"), ("code", "Prices"), ("roles", []), ("roles", ["mayor"]), ("colour", "red")],
)
def test_a_topic_that_does_not_fit_is_refused(field: str, value: Any) -> None:
    raw = CATALOGUE.model_dump(mode="json")
    raw["bulletins"][1][field] = value
    with pytest.raises(ValidationError):
        Catalogue.model_validate(raw)


def test_a_new_topic_is_data_only() -> None:
    raw = CATALOGUE.model_dump(mode="json")
    raw["bulletins"].append({"code": "second-hand", "icon": "♻️", "roles": ["clerk"]})
    assert Catalogue.model_validate(raw).bulletin("second-hand").roles == ("clerk",)


def test_a_topic_answers_needs_that_there_are_and_no_need_is_answered_twice() -> None:
    prices, jobs = CATALOGUE.bulletin("prices"), CATALOGUE.bulletin("jobs")
    assert CATALOGUE.bulletin_for("market-prices") == prices and CATALOGUE.bulletin_for("work-away") == jobs
    assert CATALOGUE.bulletin_for("wages") is None and CATALOGUE.bulletin_for(None) is None
    for answers in (["no-such-need"], list(prices.answers)):
        raw = CATALOGUE.model_dump(mode="json")
        raw["bulletins"][-1]["answers"] = answers
        with pytest.raises(ValueError, match="topic of a need"):
            Catalogue.model_validate(raw)


def test_every_button_fits_with_the_longest_topic_and_the_largest_ids() -> None:
    kinds = [kind for kind in Tap.__subclasses__() if kind.__module__ == bulletintaps.__name__]
    assert len(kinds) == 8
    longest = max((one.code for one in CATALOGUE.bulletins), key=len)
    biggest = 2**53 - 1
    for meaning in (BulletinTopic(longest, biggest), BulletinWant(biggest, longest, 1)):
        assert len(meaning.pack().encode()) <= 64
