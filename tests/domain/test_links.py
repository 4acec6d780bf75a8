"""Deep links: what is made can be read back, and nothing else can."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import certificates
from domain.links import (
    ActivityLink,
    CenterLink,
    CertificateLink,
    CheckinLink,
    NoticeLink,
    RoleLink,
    activity_payload,
    center_payload,
    certificate_payload,
    checkin_payload,
    notice_payload,
    parse_payload,
    role_payload,
    start_link,
)


@given(st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,7}){0,4}", fullmatch=True))
def test_a_centers_link_leads_to_the_center(code: str) -> None:
    assert parse_payload(center_payload(code)) == CenterLink(code)
    assert start_link("bot", center_payload(code)).endswith(code)


@given(st.from_regex(r"[A-Za-z0-9_-]{32}", fullmatch=True))
def test_an_invitations_link_carries_its_token(token: str) -> None:
    assert parse_payload(role_payload(token)) == RoleLink(token)


@given(st.integers(1, 10**15 - 1))
def test_a_notices_link_carries_its_id(notice_id: int) -> None:
    assert parse_payload(notice_payload(notice_id)) == NoticeLink(notice_id)
    assert start_link("bot", notice_payload(notice_id)).endswith(f"n-{notice_id}")


@given(st.integers(1, 10**15 - 1))
def test_an_activitys_link_carries_its_id(activity_id: int) -> None:
    assert parse_payload(activity_payload(activity_id)) == ActivityLink(activity_id)
    assert start_link("bot", activity_payload(activity_id)).endswith(f"a-{activity_id}")


@given(st.integers(1, 10**15 - 1), st.from_regex(r"[A-Za-z0-9_-]{8}", fullmatch=True))
def test_the_link_at_a_place_carries_the_session_and_the_places_code(session_id: int, code: str) -> None:
    payload = checkin_payload(session_id, code)

    assert parse_payload(payload) == CheckinLink(session_id, code)
    assert start_link("bot", payload).endswith(payload)


@given(st.integers(2000, 2099), st.integers(1, 10**6), st.integers(1, 10**6))
def test_a_certificates_link_carries_its_number(year: int, unit_id: int, serial: int) -> None:
    number = certificates.number(year, unit_id, serial)

    assert parse_payload(certificate_payload(number)) == CertificateLink(number)
    assert start_link("bot", certificate_payload(number)).endswith(number)


@given(st.text())
def test_any_text_can_be_asked_about(text: str) -> None:
    found = parse_payload(text)

    assert found is None or text in (
        center_payload(getattr(found, "code", "")),
        f"r-{getattr(found, 'token', '')}",
        f"n-{getattr(found, 'notice_id', '')}",
        f"a-{getattr(found, 'activity_id', '')}",
        f"i-{getattr(found, 'session_id', '')}-{getattr(found, 'code', '')}",
        f"v-{getattr(found, 'number', '')}",
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "c-",
        "n-",
        "n-0",
        "n-01",
        "n--1",
        "n-1a",
        f"n-{10**15}",
        "a-",
        "a-0",
        "r-",
        "a-",
        "a-0",
        "a-01",
        f"a-{10**15}",
        "i-7",
        "i-0-abcdefgh",
        "i-7-abcdefg",
        "i-7-abcdefghi",
        "i-7-abcdefg ",
        "i-7-马曲村便民中心们",
        "v-",
        "v-2026",
        "v-2026-003-171",
        "v-2026-3-173",
        "v-2026003173",
        "v-２026-003-173",
        "v-2026-003-173-",
        "maqu",
        "c-Maqu",
        "c-马曲",
        "c--a",
        "r-short",
        "c-maqu ",
        "c-maqu\n",
        "x-maqu",
        "c-" + "a" * 63,
    ],
)
def test_what_we_never_made_is_nothing(text: str) -> None:
    assert parse_payload(text) is None


@pytest.mark.parametrize("username", ["bangban_bot", "@bangban_bot"])
def test_a_link_opens_the_chat_of_the_bot(username: str) -> None:
    assert start_link(username, "c-maqu") == "https://t.me/bangban_bot?start=c-maqu"


@pytest.mark.parametrize("payload", ["", "c maqu", "c-马曲", "a" * 65])
def test_a_payload_that_telegram_would_drop_is_refused(payload: str) -> None:
    with pytest.raises(ValueError, match="not a start payload"):
        start_link("bangban_bot", payload)
