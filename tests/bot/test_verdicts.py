"""What Telegram's refusals mean."""

from __future__ import annotations

import pytest

from bot.transport import ApiError
from bot.verdicts import Fate, is_caption, is_text, judge, reason

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly"
)

CASES = [
    ("send", ApiError(429, "Too Many Requests: retry after 5", retry_after=5), Fate.LATER),
    ("send", ApiError(500, "Internal Server Error"), Fate.AGAIN),
    ("send", ApiError(502, "Bad Gateway"), Fate.AGAIN),
    ("send", ApiError(403, "Forbidden: bot was blocked by the user"), Fate.GONE),
    ("send", ApiError(403, "Forbidden: user is deactivated"), Fate.GONE),
    ("send", ApiError(403, "Forbidden: bot can't initiate conversation with a user"), Fate.GONE),
    ("send", ApiError(403, "Forbidden: bot was kicked from the group chat"), Fate.GONE),
    ("send", ApiError(400, "Bad Request: chat not found"), Fate.GONE),
    ("edit", ApiError(400, "Bad Request: chat not found"), Fate.GONE),
    ("send", ApiError(400, "Bad Request: PEER_ID_INVALID"), Fate.GONE),
    ("send", ApiError(400, "Bad Request: group chat was upgraded", migrate_to_chat_id=-100), Fate.MOVED),
    ("send", ApiError(400, "Bad Request: message thread not found"), Fate.GONE),
    ("send", ApiError(400, "Bad Request: TOPIC_CLOSED"), Fate.GONE),
    ("send", ApiError(400, "Bad Request: not enough rights to send text messages to the chat"), Fate.GONE),
    ("send", ApiError(400, "Bad Request: CHAT_WRITE_FORBIDDEN"), Fate.GONE),
    ("send", ApiError(400, "Bad Request: not enough rights to restrict/unrestrict chat member"), Fate.FAILED),
    ("send", ApiError(400, "Bad Request: message is too long"), Fate.FAILED),
    ("send", ApiError(413, "Request Entity Too Large"), Fate.FAILED),
    ("send", ApiError(401, "Unauthorized"), Fate.WRONG_TOKEN),
    ("send", ApiError(404, "Not Found"), Fate.WRONG_TOKEN),
    ("edit", ApiError(400, NOT_MODIFIED), Fate.DROPPED),
    ("send", ApiError(400, NOT_MODIFIED), Fate.FAILED),
    ("edit", ApiError(400, "Bad Request: message to edit not found"), Fate.NEW),
    ("edit", ApiError(400, "Bad Request: message can't be edited"), Fate.NEW),
    ("edit", ApiError(400, "Bad Request: MESSAGE_ID_INVALID"), Fate.NEW),
    ("send", ApiError(400, "Bad Request: message to edit not found"), Fate.FAILED),
    ("answer", ApiError(400, "Bad Request: query is too old and response timeout expired"), Fate.DROPPED),
    ("answer", ApiError(400, "Bad Request: BUTTON_DATA_INVALID"), Fate.FAILED),
]


@pytest.mark.parametrize(("method", "error", "fate"), CASES)
def test_every_refusal_has_its_fate(method: str, error: ApiError, fate: Fate) -> None:
    assert judge(method, error) is fate


def test_words_that_telegram_quotes_are_not_kept() -> None:
    error = ApiError(
        400, 'Bad Request: can\'t parse entities: Unsupported start tag "王秀英" at byte offset 3'
    )
    assert (
        reason(error) == '400 Bad Request: can\'t parse entities: Unsupported start tag "…" at byte offset 3'
    )


def test_a_reason_fits_its_column() -> None:
    assert len(reason(ApiError(400, "x" * 1000))) == 300


def test_an_edit_of_a_text_that_is_a_caption_is_recognised() -> None:
    assert is_caption(ApiError(400, "Bad Request: there is no text in the message to edit"))
    assert not is_caption(ApiError(400, "Bad Request: message to edit not found"))
    assert not is_caption(ValueError())


def test_an_edit_of_a_caption_where_there_is_none_is_recognised() -> None:
    assert is_text(ApiError(400, "Bad Request: there is no caption in the message to edit"))
    assert not is_text(ApiError(400, "Bad Request: there is no text in the message to edit"))
    assert not is_caption(ApiError(400, "Bad Request: there is no caption in the message to edit"))
    assert not is_text(ValueError())
