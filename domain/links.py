"""Deep links into the chat: a center's own link, an invitation to a role, a notice, and an activity.

Telegram passes at most 64 characters of A-Z, a-z, 0-9, "_" and "-" after `?start=`
(core.telegram.org/bots/features#deep-linking).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_CENTER = re.compile(r"c-([a-z0-9]+(?:-[a-z0-9]+)*)")
_ROLE = re.compile(r"r-([A-Za-z0-9_-]{16,62})")
_NOTICE = re.compile(r"n-([1-9][0-9]{0,14})")
_ACTIVITY = re.compile(r"a-([1-9][0-9]{0,14})")
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
    """The link to what one can sign up for. It proves as little."""

    activity_id: int


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


def parse_payload(text: str) -> CenterLink | RoleLink | NoticeLink | ActivityLink | None:
    """What a link carried; None for anything we never made."""
    if not _PAYLOAD.fullmatch(text):
        return None
    if match := _CENTER.fullmatch(text):
        return CenterLink(match[1])
    if match := _ROLE.fullmatch(text):
        return RoleLink(match[1])
    if match := _NOTICE.fullmatch(text):
        return NoticeLink(int(match[1]))
    if match := _ACTIVITY.fullmatch(text):
        return ActivityLink(int(match[1]))
    return None


def start_link(username: str, payload: str) -> str:
    """The address that opens the bot's chat with a payload. Raises ValueError if it would not fit."""
    if not _PAYLOAD.fullmatch(payload):
        raise ValueError(f"not a start payload: {payload!r}")
    return f"https://t.me/{username.removeprefix('@')}?start={payload}"
