"""Acting for somebody else: how two people stand after each answer, and when a call is enough."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.proxies import (
    ANSWERS,
    PAUSE,
    TRIES,
    Answer,
    IllegalAnswerError,
    Standing,
    answered,
    calling_steps,
    is_too_soon,
    spoken,
    was_last,
)

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("before", "answer", "after"),
    [
        ("asked", "agree", "confirmed"),
        ("refused", "agree", "confirmed"),
        ("revoked", "agree", "confirmed"),
        ("asked", "refuse", "refused"),
        ("confirmed", "refuse", "revoked"),
        ("confirmed", "give-up", "revoked"),
        ("asked", "give-up", "revoked"),
        ("revoked", "ask", "asked"),
    ],
)
def test_an_answer_changes_how_they_stand(before: str, answer: str, after: str) -> None:
    assert answered(Standing(before), Answer(answer)) == after


@pytest.mark.parametrize(
    ("before", "answer"),
    [("refused", "ask"), ("refused", "give-up"), ("revoked", "refuse"), ("confirmed", "ask")],
)
def test_a_proxy_cannot_ask_or_give_up_what_was_refused(before: str, answer: str) -> None:
    with pytest.raises(IllegalAnswerError):
        answered(Standing(before), Answer(answer))


@given(st.lists(st.sampled_from(Answer), max_size=20))
def test_only_the_persons_agreement_leads_to_confirmed(answers: list[Answer]) -> None:
    standing = Standing.ASKED
    for answer in answers:
        if standing in ANSWERS[answer]:
            before, standing = standing, answered(standing, answer)
            assert (standing == Standing.CONFIRMED) == (answer is Answer.AGREE), (before, answer)


def test_three_calls_are_enough() -> None:
    assert [was_last(tries) for tries in range(TRIES + 1)] == [False, False, False, True]


def test_two_taps_in_a_row_are_one_call() -> None:
    assert not is_too_soon(None, NOW)
    assert is_too_soon(NOW, NOW + PAUSE - timedelta(seconds=1))
    assert not is_too_soon(NOW, NOW + PAUSE)


@pytest.mark.parametrize(
    ("reached", "steps"),
    [
        ("clerk", ("clerk",)),
        ("director", ("clerk", "director")),
        ("county", ("clerk", "director", "township", "county")),
    ],
)
def test_a_call_may_be_made_at_its_step_and_below_but_not_at_a_desk(
    reached: str, steps: tuple[str, ...]
) -> None:
    assert calling_steps(reached) == steps


@pytest.mark.parametrize(
    ("words", "name", "phone"),
    [
        ("王大山", "王大山", None),
        ("13900000009", "", "13900000009"),
        ("139 0000 0009", "", "13900000009"),
        ("+86 139-0000-0009", "", "8613900000009"),
        ("王大山 13900000009", "王大山", "13900000009"),
        ("13900000009，王大山", "王大山", "13900000009"),
        ("王大山（0898-8551101）", "王大山", "08988551101"),
        ("１３９００００００９", "", "1390000009"),
        ("王大山 5 组", "王大山 5 组", None),
        ("1007", "1007", None),
        ("", "", None),
        ("6" * 30, "6" * 30, None),
    ],
)
def test_a_name_a_number_or_both_are_heard(words: str, name: str, phone: str | None) -> None:
    assert spoken(words) == (name, phone)


@given(st.text(max_size=60))
def test_whatever_is_typed_a_number_is_digits_and_the_name_has_none(words: str) -> None:
    name, phone = spoken(words)
    if phone is not None:
        assert phone.isascii() and phone.isdecimal() and 5 <= len(phone) <= 20
        assert not any(ch.isdecimal() for ch in name)
