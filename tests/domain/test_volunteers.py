"""What volunteers offer, and how they may stand with the association."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from pydantic import ValidationError

from domain.volunteers import STEPS, IllegalStepError, Part, Profile, Standing, Step, after, skills_in, slot

MONDAY = date(2026, 11, 23)
WAYS = [
    (Step.APPLY, {Standing.DECLINED, Standing.LEFT}, Standing.APPLIED),
    (Step.ACCEPT, {Standing.APPLIED}, Standing.ACTIVE),
    (Step.DECLINE, {Standing.APPLIED}, Standing.DECLINED),
    (Step.PAUSE, {Standing.ACTIVE}, Standing.PAUSED),
    (Step.RESUME, {Standing.PAUSED}, Standing.ACTIVE),
    (Step.SUSPEND, {Standing.ACTIVE, Standing.PAUSED}, Standing.SUSPENDED),
    (Step.REINSTATE, {Standing.SUSPENDED}, Standing.ACTIVE),
    (Step.LEAVE, {Standing.APPLIED, Standing.ACTIVE, Standing.PAUSED, Standing.SUSPENDED}, Standing.LEFT),
]


@pytest.mark.parametrize(("step", "sources", "target"), WAYS, ids=[way[0] for way in WAYS])
@pytest.mark.parametrize("standing", [*Standing])
def test_each_step_leads_from_where_it_may_and_from_nowhere_else(
    step: Step, sources: set[Standing], target: Standing, standing: Standing
) -> None:
    if standing in sources:
        assert after(step, standing) is target
    else:
        with pytest.raises(IllegalStepError):
            after(step, standing)


def test_every_step_is_in_the_table() -> None:
    assert set(STEPS) == {*Step} == {way[0] for way in WAYS}


def test_a_slot_is_one_part_of_one_day() -> None:
    slots = {slot(weekday, part) for weekday in range(7) for part in Part}
    assert slots == set(range(21))


def test_whoever_names_no_time_is_free_at_any() -> None:
    assert all(Profile().is_free(MONDAY + timedelta(days), part) for days in range(7) for part in Part)


def test_whoever_names_a_time_is_free_then_every_week_and_at_no_other() -> None:
    saturday = Profile(times=(slot(5, Part.MORNING),))
    assert saturday.is_free(MONDAY + timedelta(5), Part.MORNING)
    assert saturday.is_free(MONDAY + timedelta(12), Part.MORNING)
    assert not saturday.is_free(MONDAY + timedelta(5), Part.AFTERNOON)
    assert not saturday.is_free(MONDAY + timedelta(4), Part.MORNING)


def test_villages_that_are_named_are_the_only_ones_they_go_to() -> None:
    assert Profile().goes_to(7)
    assert Profile(villages=(7,)).goes_to(7)
    assert not Profile(villages=(7,)).goes_to(8)
    assert Profile(villages=(7,)).goes_to(None), "nobody knows that it is another one"


@pytest.mark.parametrize(
    ("limit", "barred"),
    [("no-lifting", {"carry", "farm-work"}), ("no-climbing", {"repair"}), ("no-outdoors", {"farm-work"})],
)
def test_a_limit_rules_out_what_it_would_hurt_to_do(limit: str, barred: set[str]) -> None:
    careful = Profile(limits=(limit,))
    skills = ("carry", "repair", "farm-work", "drive", "cook", "company")
    assert {skill for skill in skills if not careful.may_be_asked(skill)} == barred
    assert careful.may_be_asked(None)


@pytest.mark.parametrize(
    ("words", "skills"),
    [
        ("我会修水管，也能开车", {"repair", "drive"}),
        ("我會修水管，也能開車", {"repair", "drive"}),
        ("做饭我行", {"cook"}),
        ("教手机", {"phone-help"}),
        ("I can Drive and fix things", {"drive", "repair"}),
        ("都行", set()),
        ("", set()),
    ],
)
def test_what_somebody_can_do_is_heard_from_their_own_words(words: str, skills: set[str]) -> None:
    assert set(skills_in(words)) == skills


def test_a_profile_says_nothing_that_it_does_not_know() -> None:
    with pytest.raises(ValidationError):
        Profile.model_validate({"skills": ["cook"], "points": 12})
    with pytest.raises(ValidationError):
        Profile.model_validate({"sex": "x"})
