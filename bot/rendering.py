"""From an outbox row to the Bot API calls that say it, in the reader's language, when it is sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bot.markup import cut, cut_plain, escape, fits, plain
from bot.qr import qr_png
from bot.transport import Upload
from domain.messages import Button, Chart, Content, Key, Outgoing, Text, t
from storage.outbox import OutboxRow

Translate = Callable[[Text, str], str]
"""The words of a text in a locale, as HTML that is safe to send."""

Passed = str | Upload | None
"""A file that came by another bot: this bot's name for it, or the file itself; None if it cannot be had."""

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
TOAST_LIMIT = 200
FILE_METHODS = {
    "photo": "sendPhoto",
    "voice": "sendVoice",
    "video": "sendVideo",
    "video_note": "sendVideoNote",
    "document": "sendDocument",
    "audio": "sendAudio",
    "animation": "sendAnimation",
    "sticker": "sendSticker",
}
NO_PREVIEW = {"is_disabled": True}


@dataclass(frozen=True)
class Call:
    """One call of the Bot API.

    main     its message is the one that later edits change
    follows  it replies to the message of the call before it
    instead  what is done if a message cannot be deleted any more; None: nothing
    """

    method: str
    params: dict[str, Any]
    files: dict[str, Upload] = field(default_factory=dict)
    main: bool = True
    follows: bool = False
    instead: Call | None = None


def render(
    row: OutboxRow,
    translate: Translate,
    message_id: int | None = None,
    made: Upload | None = None,
    passed: Passed = None,
    also_id: int | None = None,
) -> list[Call]:
    """The calls that carry out a row, in order; `message_id` is the message that it changes, `also_id` the
    second one of that row, `made` its attachment, which a change does not need, `passed` its file if that
    came by another bot. Without one the words stand alone.

    An edit without `message_id` is sent as a new message. When a message needs two calls, its words and
    buttons come first and the content replies to them. Raises ValueError for a row that says nothing.
    """
    renderer = _Renderer(row, row.message, translate, made, passed)
    if row.method == "answer":
        return [renderer.answer()]
    if row.method == "edit" and message_id is not None:
        return [renderer.edit(message_id)]
    if row.method == "delete" and message_id is not None:
        return renderer.delete(message_id, also_id)
    return renderer.send()


@dataclass(frozen=True)
class _Renderer:
    row: OutboxRow
    message: Outgoing
    translate: Translate
    made: Upload | None
    passed: Passed

    def say(self, text: Text) -> str:
        return self.translate(text, self.row.locale)

    def words(self) -> str:
        """What the bot says, then the words that came with the content."""
        said = self.say(self.message.text) if self.message.text else ""
        content = self.message.content
        theirs = escape(content.text) if content and content.kind != "venue" else ""
        return "\n".join(part for part in (said, theirs) if part.strip())

    @property
    def is_lost(self) -> bool:
        """Whether its file is another bot's and could not be had."""
        content = self.message.content
        return content is not None and content.is_foreign_to(self.row.bot_id) and self.passed is None

    @property
    def has_media(self) -> bool:
        content = self.message.content
        theirs = content is not None and content.kind != "text" and not self.is_lost
        return self.message.qr is not None or self.made is not None or theirs

    def fits_caption(self, words: str, attached: bool) -> bool:
        """Whether the words are a caption; `attached` says whether a file of ours is there to have one."""
        content = self.message.content
        captionable = attached or self.message.qr is not None or (content is not None and content.captionable)
        return captionable and fits(words, CAPTION_LIMIT)

    def instead(self) -> str:
        """What is said in the place of a file. A chart needs nothing: the words say what it shows."""
        if self.is_lost and self.message.content is not None:
            return self.say(t("file-lost", kind=self.message.content.kind))
        file = self.message.attachment
        if file is None or isinstance(file, Chart) or self.made is not None:
            return ""
        return self.say(t("file-not-made"))

    def send(self) -> list[Call]:
        words = "\n".join(filter(None, (self.words(), self.instead())))
        if not self.has_media:
            return [self.text(words)]
        if not words:
            return [self.media({})]
        if self.fits_caption(words, self.made is not None):
            return [self.media({"caption": words, "parse_mode": "HTML"})]
        return [self.text(words), self.media_after()]

    def text(self, words: str) -> Call:
        if not words:
            raise ValueError("a message without words or content")
        params = {"text": cut(words, TEXT_LIMIT), "parse_mode": "HTML", "link_preview_options": NO_PREVIEW}
        return Call("sendMessage", {**self.address(), **params, **self.reply(), **self.markup()})

    def media(self, caption: dict[str, str]) -> Call:
        method, params, files = self.content()
        return Call(method, {**self.address(), **params, **caption, **self.reply(), **self.markup()}, files)

    def media_after(self) -> Call:
        """The content by itself, below its words; if those have buttons, it takes the keyboard keys."""
        method, params, files = self.content()
        keys = self.keyboard() if self.message.buttons else {}
        return Call(method, {**self.address(), **params, **keys}, files, main=False, follows=True)

    def content(self) -> tuple[str, dict[str, Any], dict[str, Upload]]:
        if self.message.qr is not None:
            return "sendPhoto", {}, {"photo": ("qr.png", qr_png(self.message.qr))}
        if self.made is not None:
            kind = "photo" if isinstance(self.message.attachment, Chart) else "document"
            return FILE_METHODS[kind], {}, {kind: self.made}
        if self.message.content is None:
            raise ValueError("a message without content")
        content = self.message.content
        if content.is_foreign_to(self.row.bot_id):
            return self.passed_on(content.kind)
        return *_content(content), {}

    def passed_on(self, kind: str) -> tuple[str, dict[str, Any], dict[str, Upload]]:
        if isinstance(self.passed, tuple):
            return FILE_METHODS[kind], {}, {kind: self.passed}
        return FILE_METHODS[kind], {kind: self.passed}, {}

    def edit(self, message_id: int) -> Call:
        params = {"chat_id": self.row.chat_id, "message_id": message_id, **self.inline()}
        words = self.words()
        if not words:
            return Call("editMessageReplyMarkup", params)
        if self.fits_caption(words, self.message.attachment is not None):
            return Call("editMessageCaption", {**params, "caption": words, "parse_mode": "HTML"})
        text = {"text": cut(words, TEXT_LIMIT), "parse_mode": "HTML", "link_preview_options": NO_PREVIEW}
        return Call("editMessageText", {**params, **text})

    def delete(self, message_id: int, also_id: int | None) -> list[Call]:
        """Both messages of a row; of one that stays its words become these."""
        chat = {"chat_id": self.row.chat_id}
        instead = self.edit(message_id) if self.message.text else None
        first = Call("deleteMessage", {**chat, "message_id": message_id}, instead=instead)
        if also_id is None:
            return [first]
        return [first, Call("deleteMessage", {**chat, "message_id": also_id}, main=False)]

    def answer(self) -> Call:
        params: dict[str, Any] = {"callback_query_id": self.message.callback_id}
        if self.message.text:
            toast = cut_plain(plain(self.say(self.message.text)), TOAST_LIMIT)
            params |= {"text": toast, "show_alert": self.message.alert}
        return Call("answerCallbackQuery", params, main=False)

    def address(self) -> dict[str, Any]:
        topic = {} if self.row.thread_id is None else {"message_thread_id": self.row.thread_id}
        return {"chat_id": self.row.chat_id, **topic}

    def reply(self) -> dict[str, Any]:
        if self.message.reply_to is None:
            return {}
        target = {"message_id": self.message.reply_to, "allow_sending_without_reply": True}
        return {"reply_parameters": target}

    def markup(self) -> dict[str, Any]:
        """A message has one keyboard only: the inline one goes first."""
        return self.inline() or self.keyboard()

    def inline(self) -> dict[str, Any]:
        if not self.message.buttons:
            return {}
        rows = [[self.button(one) for one in row] for row in self.message.buttons]
        return {"reply_markup": {"inline_keyboard": rows}}

    def button(self, button: Button) -> dict[str, Any]:
        does = {"url": button.url} if button.url else {"callback_data": button.tap}
        return {"text": plain(self.say(button.text)), **does}

    def keyboard(self) -> dict[str, Any]:
        if self.message.keys is None:
            return {}
        if not self.message.keys:
            return {"reply_markup": {"remove_keyboard": True}}
        rows = [[self.key(one) for one in row] for row in self.message.keys]
        return {"reply_markup": {"keyboard": rows, "resize_keyboard": True, "is_persistent": True}}

    def key(self, key: Key) -> dict[str, Any]:
        asks = {f"request_{key.asks}": True} if key.asks else {}
        return {"text": plain(self.say(key.text)), **asks}


def _content(content: Content) -> tuple[str, dict[str, Any]]:
    """The method that passes on somebody's message, and what is special to its kind."""
    place = {"latitude": content.latitude, "longitude": content.longitude}
    if content.kind == "location":
        return "sendLocation", place
    if content.kind == "venue":
        title = content.title or content.text
        return "sendVenue", {**place, "title": title, "address": content.text or title}
    if content.kind == "contact":
        return "sendContact", {"phone_number": content.phone, "first_name": content.title or content.phone}
    return FILE_METHODS[content.kind], {content.kind: content.file_id}
