"""What a refusal by Telegram means for the message that was refused."""

from __future__ import annotations

import re
from enum import Enum, auto

from bot.transport import ApiError, is_wrong_token

ERROR_LENGTH = 300
NOT_MODIFIED = "message is not modified"
NOT_THERE = ("message to delete not found", "message to edit not found", "message_id_invalid")
"""Whoever got it has deleted it."""
THERE_FOR_GOOD = "message can't be deleted"
LOST_ORIGINAL = ("message to edit not found", "message can't be edited", "message_id_invalid")
TOO_OLD = ("query is too old", "query id is invalid")
NOBODY_THERE = (
    "chat not found",
    "user not found",
    "peer_id_invalid",
    "group chat was deactivated",
    "bot is not a member",
    "not enough rights to send",
    "have no rights to send",
    "chat_write_forbidden",
    "chat_restricted",
    "message thread not found",
    "topic_closed",
    "topic_deleted",
)
"""Whoever it is for is not there, or the group or its topic lets the bot say nothing."""
NO_TEXT = "there is no text in the message to edit"
NO_CAPTION = "there is no caption in the message to edit"


class Fate(Enum):
    """What becomes of a refused message."""

    AGAIN = auto()
    """Telegram's own trouble: the same again, a little later."""
    LATER = auto()
    """Too many messages: after the time that Telegram names."""
    GONE = auto()
    """Whoever it is for cannot be reached any more."""
    MOVED = auto()
    """The group has another id now."""
    NEW = auto()
    """The message to change is not there to be changed: say it in a new one."""
    DROPPED = auto()
    """It would change nothing, or comes too late to matter."""
    FAILED = auto()
    """It will never do."""
    WRONG_TOKEN = auto()
    """Nothing can be sent with this token."""


def judge(method: str, error: ApiError) -> Fate:
    """The fate of a row with this method."""
    if error.migrate_to_chat_id is not None:
        return Fate.MOVED
    if error.code == 429:
        return Fate.LATER
    if error.code >= 500:
        return Fate.AGAIN
    if error.code == 403:
        return Fate.GONE
    if is_wrong_token(error):
        return Fate.WRONG_TOKEN
    return _judge_request(method, error.description.lower())


def _judge_request(method: str, description: str) -> Fate:
    if any(words in description for words in NOBODY_THERE):
        return Fate.GONE
    if method == "edit" and NOT_MODIFIED in description:
        return Fate.DROPPED
    if method == "edit" and any(words in description for words in LOST_ORIGINAL):
        return Fate.NEW
    if method == "delete" and any(words in description for words in (*NOT_THERE, NOT_MODIFIED)):
        return Fate.DROPPED
    if method == "answer" and any(words in description for words in TOO_OLD):
        return Fate.DROPPED
    return Fate.FAILED


def is_not_there(error: ApiError) -> bool:
    """Whether a message is gone already."""
    return any(words in error.description.lower() for words in NOT_THERE)


def is_there_for_good(error: ApiError) -> bool:
    """Whether a message cannot be deleted any more: Telegram allows it for 48 hours."""
    return THERE_FOR_GOOD in error.description.lower()


def is_caption(error: Exception) -> bool:
    """Whether an edit of a text failed because the words of that message are a caption."""
    return isinstance(error, ApiError) and NO_TEXT in error.description.lower()


def is_text(error: Exception) -> bool:
    """Whether an edit of a caption failed because that message has its words alone."""
    return isinstance(error, ApiError) and NO_CAPTION in error.description.lower()


def reason(error: ApiError) -> str:
    """Telegram's words without what they quote: that may be somebody's own."""
    return re.sub(r'"[^"]*"', '"…"', str(error)).replace("\x00", "")[:ERROR_LENGTH]
