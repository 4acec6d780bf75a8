"""What is printed for an activity: what is wrong or says too much cannot be made."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from domain import certificates
from domain.printed import MOST_SESSIONS, ListRow, ListSession
from tests.bot.printouts import certificate, on, poster, rows, signups


def test_the_last_number_is_the_highest_of_those_who_come_or_wait() -> None:
    assert signups(3, 2).last == 5
    assert signups(rows=rows(2, first=40), waiting=rows(1)).last == 41
    assert signups(0).last == 0


def test_a_number_is_one_persons() -> None:
    with pytest.raises(ValidationError, match="one number"):
        signups(rows=(*rows(2), *rows(1, first=2)))
    with pytest.raises(ValidationError, match="one number"):
        signups(rows=rows(3), waiting=rows(1, first=3))


def test_numbers_begin_at_one() -> None:
    assert ListRow(number=1, name="王").number == 1
    with pytest.raises(ValidationError):
        ListRow(number=0, name="王")


@pytest.mark.parametrize("phone", ["", "1", "0001"])
def test_of_a_telephone_number_the_end_may_be_shown(phone: str) -> None:
    assert ListRow(number=1, name="王", phone=phone).phone == phone


@pytest.mark.parametrize("phone", ["00001", "13800000001", "00a1", "0 01", "００１", "0001\n"])
def test_and_never_more_of_it(phone: str) -> None:
    with pytest.raises(ValidationError):
        ListRow(number=1, name="王", phone=phone)


@pytest.mark.parametrize(
    ("days", "fits"), [(0, False), (1, True), (MOST_SESSIONS, True), (MOST_SESSIONS + 1, False)]
)
def test_a_list_has_boxes_for_one_session_to_six(days: int, fits: bool) -> None:
    def made() -> int:
        return len(signups(days=days, of=12).sessions)

    if fits:
        assert made() == days
    else:
        with pytest.raises(ValidationError):
            made()


@pytest.mark.parametrize(("nth", "of", "there"), [(1, 1, True), (5, 5, True), (2, 1, False), (6, 5, False)])
def test_no_session_comes_after_the_last(nth: int, of: int, there: bool) -> None:
    sessions = (ListSession(nth=nth, at=on(0)),)

    if there:
        assert signups(sessions=sessions, of=of).of == of
    else:
        with pytest.raises(ValidationError, match="there is none"):
            signups(sessions=sessions, of=of)


@pytest.mark.parametrize(("attended", "sessions"), [(1, 1), (1, 6), (6, 6)])
def test_somebody_sat_some_of_the_sessions_or_all(attended: int, sessions: int) -> None:
    assert certificate(attended=attended, sessions=sessions).attended == attended


@pytest.mark.parametrize(("attended", "sessions"), [(0, 6), (7, 6), (1, 0), (-1, 6)])
def test_nobody_gets_a_certificate_for_what_cannot_be(attended: int, sessions: int) -> None:
    with pytest.raises(ValidationError):
        certificate(attended=attended, sessions=sessions)


@pytest.mark.parametrize(
    "number", ["", "17", "2026-003-171", "2026-3-173", "2026 003 173", "结业2026-003-173"]
)
def test_a_number_that_cannot_be_checked_is_not_printed(number: str) -> None:
    assert certificates.heard("2026-003-173") is not None
    with pytest.raises(ValidationError, match="no number of a certificate"):
        certificate(number=number)


@pytest.mark.parametrize(
    "about", [{"digits": "407"}, {"digits": "40722"}, {"digits": "四零七二"}, {"times": ()}]
)
def test_a_poster_has_four_digits_or_none_and_a_time(about: dict[str, Any]) -> None:
    assert poster(digits="0000").digits == "0000"
    assert poster(digits=None).digits is None
    with pytest.raises(ValidationError):
        poster(**about)
