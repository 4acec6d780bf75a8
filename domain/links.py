"""Deep links into the chat: a center's own, an invitation's, a notice's, and those of activities.

Telegram passes at most 64 characters of A-Z, a-z, 0-9, "_" and "-" after `?start=`
(core.telegram.org/bots/features#deep-linking).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from domain import certificates

_CENTER = re.compile(r"c-([a-z0-9]+(?:-[a-z0-9]+)*)")
_ROLE = re.compile(r"r-([A-Za-z0-9_-]{16,62})")
_NOTICE = re.compile(r"n-([1-9][0-9]{0,14})")
_ACTIVITY = re.compile(r"a-([1-9][0-9]{0,14})")
_CHECKIN = re.compile(r"i-([1-9][0-9]{0,14})-([A-Za-z0-9_-]{8})")
_CERTIFICATE = re.compile(r"v-([0-9-]{1,62})")
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


@dataclass(frozen=True)
class CenterLink:
    """The link villagers follow to their center."""

    code: str


@dataclass(frozen=True)
class RoleLink:
    """The link of a one-time invitation."""

    token: str


@dataclass(frozen=True)
class NoticeLink:
    """The link on a printed notice. It can be guessed and proves nothing: who may not read it does not."""

    notice_id: int


@dataclass(frozen=True)
class ActivityLink:
    """The link on the poster of an activity. Like a notice's it proves nothing."""

    activity_id: int


@dataclass(frozen=True)
class CheckinLink:
    """The link that hangs at the place: whoever knows its code has been there, or knows somebody who has."""

    session_id: int
    code: str


@dataclass(frozen=True)
class CertificateLink:
    """The link on a certificate; its number is one that was mistyped by nobody, not one that was given."""

    number: str


Link = CenterLink | RoleLink | NoticeLink | ActivityLink | CheckinLink | CertificateLink


def center_payload(code: str) -> str:
    """What the link of a center carries."""
    return f"c-{code}"


def role_payload(token: str) -> str:
    """What the link of an invitation carries."""
    return f"r-{token}"


def notice_payload(notice_id: int) -> str:
    """What the link of a notice carries."""
    return f"n-{notice_id}"


def activity_payload(activity_id: int) -> str:
    """What the link of an activity carries."""
    return f"a-{activity_id}"


def checkin_payload(session_id: int, code: str) -> str:
    """What the link at the place of a session carries; `code` is the place's, of 8 characters."""
    return f"i-{session_id}-{code}"


def certificate_payload(number: str) -> str:
    """What the link of a certificate carries."""
    return f"v-{number}"


def parse_payload(text: str) -> Link | None:
    """What a link carried; None for anything we never made."""
    if not _PAYLOAD.fullmatch(text):
        return None
    if match := _CENTER.fullmatch(text):
        return CenterLink(match[1])
    if match := _ROLE.fullmatch(text):
        return RoleLink(match[1])
    if match := _NOTICE.fullmatch(text):
        return NoticeLink(int(match[1]))
    return _of_activities(text)


def _of_activities(text: str) -> ActivityLink | CheckinLink | CertificateLink | None:
    if match := _ACTIVITY.fullmatch(text):
        return ActivityLink(int(match[1]))
    if match := _CHECKIN.fullmatch(text):
        return CheckinLink(int(match[1]), match[2])
    match = _CERTIFICATE.fullmatch(text)
    return CertificateLink(match[1]) if match and certificates.heard(match[1]) == match[1] else None


def start_link(username: str, payload: str) -> str:
    """The address that opens the bot's chat with a payload. Raises ValueError if it would not fit."""
    if not _PAYLOAD.fullmatch(payload):
        raise ValueError(f"not a start payload: {payload!r}")
    return f"https://t.me/{username.removeprefix('@')}?start={payload}"
