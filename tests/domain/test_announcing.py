"""What a notice can be before it is sent, and whom it is for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from domain.activities import ForWhom
from domain.announcing import (
    KINDS,
    MOST_CHOICES,
    MOST_CONTENTS,
    Announcement,
    Audience,
    Body,
    Question,
    kind_of,
)
from domain.messages import Content

WORDS = Body(contents=(Content(text="停水"),))
VILLAGES, ROLES, TAGS = [1, 2, 3], ["clerk", "volunteer"], ["独居", "低保"]


def test_kinds_have_their_own_codes_and_are_as_the_rules_say() -> None:
    assert len({one.code for one in KINDS}) == len(KINDS) == 11
    assert [one.code for one in KINDS if one.money] == ["finance", "aid"]
    assert [one.code for one in KINDS if one.always] == ["disaster"]
    assert [one.code for one in KINDS if one.alarm] == ["outage", "health", "disaster"]
    with pytest.raises(KeyError):
        kind_of("gossip")


def test_what_used_to_be_one_message_is_still_read() -> None:
    assert Body.model_validate({"text": "停水"}) == WORDS
    assert Body.model_validate(WORDS.pack()) == WORDS


def test_a_notice_has_at_least_one_message_and_at_most_ten() -> None:
    photo = Content(kind="photo", file_id="1")
    assert Body(contents=(photo,) * MOST_CONTENTS).words == ""
    for wrong in ((), (photo,) * (MOST_CONTENTS + 1)):
        with pytest.raises(ValidationError):
            Body(contents=wrong)


def test_the_words_are_those_of_the_first_message_that_has_any() -> None:
    body = Body(contents=(Content(kind="voice", file_id="1"), Content(text="听上面的")))
    assert body.words == "听上面的"


def test_whoever_reads_another_language_gets_it_if_there_is_a_translation() -> None:
    body = WORDS.model_copy(update={"translations": {"en": "No water"}})
    assert body.first_for("en").text == "No water"
    assert body.first_for("zh-Hant").text == "停水"
    corrected = body.with_words("不停水了")
    assert corrected.words == "不停水了" and corrected.first_for("en").text == "不停水了"


@pytest.mark.parametrize(
    "asked",
    [
        {"kind": "yesno", "choices": ["行"]},
        {"kind": "choices"},
        {"kind": "choices", "choices": ["一样"]},
        {"kind": "choices", "choices": ["一", ""]},
        {"kind": "choices", "choices": ["一", "长" * 41]},
        {"kind": "choices", "choices": [str(one) for one in range(MOST_CHOICES + 1)]},
        {"kind": "essay"},
    ],
)
def test_a_question_that_cannot_be_answered_with_a_tap_is_none(asked: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Question.model_validate(asked)


def test_answers_are_known_by_their_codes() -> None:
    assert Question(kind="come").answers == ("yes", "no", "maybe")
    assert Question(kind="rollcall").answers == ("safe", "help", "away")
    assert Question(kind="choices", choices=("周六", "周日")).answers == ("0", "1")


def test_only_what_can_be_urgent_is_and_a_disaster_always() -> None:
    with pytest.raises(ValidationError):
        Announcement(body=WORDS, kind="market", urgent=True)
    with pytest.raises(ValidationError):
        Announcement(body=WORDS, kind="gossip")
    assert Announcement(body=WORDS, kind="outage", urgent=True).is_alarm
    assert not Announcement(body=WORDS, kind="outage").is_alarm
    assert Announcement(body=WORDS, kind="disaster").is_alarm


@pytest.mark.parametrize(
    ("said", "after"),
    [
        ({}, None),
        ({"doors": True}, timedelta(days=1)),
        ({"kind": "outage"}, timedelta(hours=2)),
        ({"kind": "outage", "doors": True}, timedelta(hours=2)),
        ({"kind": "outage", "doors": False}, None),
        ({"kind": "disaster"}, timedelta(minutes=30)),
    ],
)
def test_doors_are_knocked_at_as_usual_unless_the_author_wants_otherwise(
    said: dict[str, object], after: timedelta | None
) -> None:
    assert Announcement.model_validate({"body": WORDS, **said}).doors_after == after


def test_after_a_roll_call_doors_are_knocked_at_after_ten_minutes() -> None:
    body = WORDS.model_copy(update={"question": Question(kind="rollcall")})
    assert Announcement(body=body, kind="disaster").doors_after == timedelta(minutes=10)


def test_nobody_is_left_out_of_a_notice_to_everybody() -> None:
    assert Audience().everybody and Audience().includes() and Audience(but=True).includes(village=1)
    assert Audience().includes_household(None, ())


def test_an_activity_is_for_everybody_unless_it_leaves_somebody_out() -> None:
    for only in (ForWhom(sex="f"), ForWhom(villages=(1,)), ForWhom(tags=("返乡",))):
        assert not Audience(only=only).everybody
        assert Audience(only=only).includes() and Audience(only=only).includes_household(None, ())


def test_a_role_or_a_tag_says_something_of_somebody_and_where_they_live_does_not() -> None:
    assert not Audience(villages=(1,), only=ForWhom(villages=(1,), sex="f")).telling
    for audience in (
        Audience(roles=("doctor",)),
        Audience(tags=("低保",)),
        Audience(only=ForWhom(tags=("低保",))),
    ):
        assert audience.telling


@pytest.mark.parametrize(
    ("audience", "somebody", "gets"),
    [
        (Audience(villages=(1,)), {"village": 1}, True),
        (Audience(villages=(1,)), {"village": 2}, False),
        (Audience(villages=(1,)), {"village": None}, False),
        (Audience(villages=(1,), but=True), {"village": None}, True),
        (Audience(roles=("clerk",)), {"roles": ["clerk"]}, True),
        (Audience(roles=("clerk",)), {"village": 1}, False),
        (Audience(tags=("独居",)), {"tags": ["独居", "低保"]}, True),
        (Audience(villages=(1,), tags=("独居",)), {"village": 2, "tags": ["独居"]}, True),
        (Audience(villages=(1,), tags=("独居",), but=True), {"village": 2, "tags": ["独居"]}, False),
    ],
)
def test_one_of_what_is_named_is_enough(audience: Audience, somebody: dict[str, object], gets: bool) -> None:
    assert audience.includes(**somebody) is gets  # type: ignore[arg-type]


def test_a_family_is_not_counted_for_the_role_of_one_of_them() -> None:
    assert not Audience(roles=("clerk",)).includes_household(1, ["独居"])
    assert Audience(roles=("clerk",), but=True).includes_household(1, ["独居"])
    assert Audience(villages=(1,), roles=("clerk",)).includes_household(1, [])


_audiences = st.builds(
    Audience,
    villages=st.lists(st.sampled_from(VILLAGES), unique=True).map(tuple),
    roles=st.lists(st.sampled_from(ROLES), unique=True).map(tuple),
    tags=st.lists(st.sampled_from(TAGS), unique=True).map(tuple),
)
_somebody = st.fixed_dictionaries(
    {
        "village": st.sampled_from([None, *VILLAGES]),
        "roles": st.lists(st.sampled_from(ROLES)),
        "tags": st.lists(st.sampled_from(TAGS)),
    }
)


@given(_audiences, _somebody)
def test_all_but_these_are_exactly_the_others(audience: Audience, somebody: dict[str, object]) -> None:
    others = audience.model_copy(update={"but": True})
    if not audience.everybody:
        assert audience.includes(**somebody) != others.includes(**somebody)  # type: ignore[arg-type]
