"""Carrying out one row of the outbox: its calls, and what their failure means for it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from bot.attachments import make
from bot.copies import Borrowed
from bot.markup import cut
from bot.originals import Original
from bot.rendering import CAPTION_LIMIT, NO_PREVIEW, Call, Translate, render
from bot.transport import ApiError, BotApi, Upload
from bot.verdicts import is_caption, is_not_there, is_text, is_there_for_good
from storage.outbox import OutboxRow

log = logging.getLogger(__name__)


class Courier:
    """Renders rows and makes their calls.

    If a row needs two calls and only the first was answered, another attempt goes on from there;
    that much is not remembered beyond the process.
    """

    def __init__(self, api: BotApi, translate: Translate, borrowed: Borrowed) -> None:
        self._api = api
        self._translate = translate
        self._borrowed = borrowed
        self._begun: dict[int, list[Any]] = {}

    async def carry_out(
        self, row: OutboxRow, original: Original | None, may_go_on: Callable[[], Awaitable[None]]
    ) -> None:
        """Do what the row says; `may_go_on` is awaited before every call but the first.

        Sets `message_id` and `also_id`. Raises ApiError, Unreachable, or whatever rendering raises.
        """
        made, passed = await self._attachment(row), await self._borrowed.file(row)
        message_id, also_id = (original.message_id, original.also_id) if original else (None, None)
        calls = render(row, self._translate, message_id, made, passed, also_id)
        results = self._begun.setdefault(row.id, [])
        for call in calls[len(results) :]:
            if results:
                await may_go_on()
            results.append(await self._make(call, results))
            if passed is not None:
                await self._borrowed.sent(row, results[-1])
            if call.main:
                row.message_id = _message_id(results[-1]) or row.message_id
            elif row.method == "send":
                row.also_id = _message_id(results[-1])

    async def _attachment(self, row: OutboxRow) -> Upload | None:
        """The row's attachment, if it is to be sent: made beside the event loop, and missed rather than
        waited for."""
        attachment = row.message.attachment if row.method == "send" else None
        if attachment is None:
            return None
        try:
            return await asyncio.to_thread(make, attachment, self._translate, row.locale)
        except Exception:  # whatever it is, the words matter more
            log.exception("An attachment was not made; its words go alone.", extra={"action": "make"})
            return None

    def forget(self, row: OutboxRow) -> None:
        """The row is settled: how far it got no longer matters."""
        self._begun.pop(row.id, None)
        self._borrowed.forget(row)

    async def _make(self, call: Call, results: list[Any]) -> Any:
        params = call.params
        if call.follows and (before := _message_id(results[-1])) is not None:
            reply = {"message_id": before, "allow_sending_without_reply": True}
            params = {**params, "reply_parameters": reply}
        try:
            return await self._api.call(call.method, params, call.files)
        except ApiError as error:
            if call.method == "deleteMessage" and (is_there_for_good(error) or is_not_there(error)):
                instead = None if is_not_there(error) else call.instead
                return await self._make(instead, results) if instead is not None else None
            other = _otherwise(call.method, params, error)
            if other is None:
                raise
        return await self._api.call(*other)


def _otherwise(method: str, params: dict[str, Any], error: ApiError) -> tuple[str, dict[str, Any]] | None:
    """The call that changes the same words where they turn out to be a caption, or none."""
    rest = {
        name: one for name, one in params.items() if name not in ("text", "caption", "link_preview_options")
    }
    if method == "editMessageText" and is_caption(error):
        return "editMessageCaption", {**rest, "caption": cut(params["text"], CAPTION_LIMIT)}
    if method == "editMessageCaption" and is_text(error):
        return "editMessageText", {**rest, "text": params["caption"], "link_preview_options": NO_PREVIEW}
    return None


def _message_id(result: Any) -> int | None:
    return result.get("message_id") if isinstance(result, dict) else None
