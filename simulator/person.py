"""A person with a phone, for stories: says, taps, sees."""

import asyncio
import contextlib
from typing import Any
from urllib.parse import parse_qs, urlsplit

from simulator import acts
from simulator.model import Bot, Chat, Json, Message, StoredFile, User
from simulator.world import World

PATIENCE = 5.0
GRACE = 2.0
"""Seconds that a person goes on looking for a button after everything has become quiet."""


class Person:
    """Acts and looks as a person would, in the private chat with a bot (the world's first, unless `bot`).

    `in_group(chat)` is the same person in a group, or in one of its topics.
    """

    def __init__(
        self,
        world: World,
        user: User,
        bot: Bot | None = None,
        group: Chat | None = None,
        topic: int | None = None,
    ) -> None:
        self.world, self.user, self._bot = world, user, bot
        self._group, self._topic = group, topic
        self._acted = 0

    @property
    def id(self) -> int:
        """The person's Telegram id."""
        return self.user.id

    @property
    def name(self) -> str:
        """First and last name."""
        return self.user.name

    @property
    def phone(self) -> str | None:
        """The telephone number."""
        return self.user.phone

    @property
    def chat(self) -> Chat:
        """The chat this person is looking at."""
        return self._group or self.world.private_chat(self._bot or self.world.bot, self.user)

    def with_bot(self, bot: Bot) -> "Person":
        """The same person in the chat with another bot."""
        return Person(self.world, self.user, bot)

    def in_group(self, group: Chat, topic: int | None = None) -> "Person":
        """The same person in a group; what they write goes to the topic."""
        return Person(self.world, self.user, self._bot, group, topic)

    # Acting

    def _mark(self) -> None:
        self._acted = self.world.serial()

    def _send(self, kind: str, content: Json, files: list[StoredFile] | None = None, **more: Any) -> Message:
        self._mark()
        return acts.send(self.world, self.chat, self.user, kind, content, files, thread=self._topic, **more)

    def _file(self, kind: str, files: list[StoredFile], caption: str = "", **more: Any) -> Message:
        self._mark()
        return acts.file(self.world, self.chat, self.user, kind, files, caption, **more)

    async def says(self, text: str, reply_to: Message | None = None) -> Message:
        """Send text."""
        self._mark()
        return acts.write(self.world, self.chat, self.user, text, reply_to, self._topic)

    async def starts(self, payload: str = "") -> Message:
        """Press Start, with the payload of a deep link."""
        return await self.says(f"/start {payload}".rstrip())

    async def follows(self, link: str) -> Message:
        """Open a t.me link to a bot and press Start."""
        parts = urlsplit(link if "//" in link else f"https://{link}")
        payload = parse_qs(parts.query).get("start", [""])[0]
        username = parts.path.strip("/")
        bot = next((bot for bot in self.world.bots.values() if bot.user.username == username), None)
        if bot is None:
            raise AssertionError(f"no bot @{username} behind {link}")
        return (
            await self.with_bot(bot).starts(payload)
            if bot is not self.chat.bots[0]
            else await self.starts(payload)
        )

    async def taps(self, label: str, in_: Message | None = None, timeout: float = PATIENCE) -> Json:  # noqa: ASYNC109
        """Tap the newest inline button whose text contains `label`, else press that reply button.

        Waits for a button that came since this person's last action; an older one is taken only once all
        is quiet.
        """
        found = await self._button(label, in_, timeout)
        self._mark()
        if isinstance(found, dict):
            acts.press(self.world, self.chat, self.user, found)
            return found
        message, row, column = found
        button = acts.tap(self.world, self.user, message, row, column)
        if (url := button.get("url", "")) and "start=" in url:
            await self.follows(url)
        return button

    async def taps_data(self, message: Message, data: str) -> None:
        """Send a callback with any data at all, as a forged client can."""
        self._mark()
        self.world.tap(self.user, message, data)

    async def sends_photo(self, caption: str = "", reply_to: Message | None = None) -> Message:
        """Send a photo."""
        return self._file("photo", self.world.files.photo(self.chat.last_id), caption, reply_to=reply_to)

    async def sends_album(self, count: int, caption: str = "") -> list[Message]:
        """Send photos as an album."""
        self._mark()
        return acts.album(self.world, self.chat, self.user, count, caption)

    async def sends_voice(self, seconds: int = 5, reply_to: Message | None = None) -> Message:
        """Send a voice message."""
        return self._file("voice", acts.recording(self.world, "voice", seconds), reply_to=reply_to)

    async def sends_video(self, caption: str = "", seconds: int = 5) -> Message:
        """Send a video."""
        return self._file("video", acts.recording(self.world, "video", seconds), caption)

    async def sends_video_note(self, seconds: int = 5) -> Message:
        """Send a round video."""
        return self._file("video_note", acts.recording(self.world, "video_note", seconds))

    async def sends_document(self, name: str, data: bytes, caption: str = "") -> Message:
        """Send a file."""
        return self._file("document", [self.world.files.add("document", data, name)], caption)

    async def sends_sticker(self) -> Message:
        """Send a sticker."""
        return self._file("sticker", acts.sticker(self.world))

    async def sends_location(self, latitude: float = 30.66, longitude: float = 104.06) -> Message:
        """Send a place."""
        return self._send("location", {"location": {"latitude": latitude, "longitude": longitude}})

    async def sends_venue(
        self, title: str, address: str, latitude: float = 30.66, longitude: float = 104.06
    ) -> Message:
        """Send a place with a name."""
        location = {"latitude": latitude, "longitude": longitude}
        venue = {"location": location, "title": title, "address": address}
        return self._send("venue", {"venue": venue, "location": location})

    async def shares_contact(self, of: "Person | None" = None) -> Message:
        """Share the own telephone number, or somebody else's."""
        return self._send("contact", acts.contact((of or self).user))

    async def sends_poll(self, question: str = "?", options: tuple[str, ...] = ("1", "2")) -> Message:
        """Send a poll."""
        return self._send("poll", acts.poll(question, list(options), self.world.serial()))

    async def sends_dice(self, value: int = 3) -> Message:
        """Throw a die."""
        return self._send("dice", {"dice": {"emoji": "🎲", "value": value}})

    async def forwards(self, message: Message) -> Message:
        """Forward a message to the bot."""
        self._mark()
        return acts.forward(self.world, self.chat, self.user, message)

    async def edits(self, message: Message, text: str) -> None:
        """Change the text of an own message."""
        self._mark()
        acts.revise(self.world, message, text)

    async def deletes(self, message: Message) -> None:
        """Delete a message."""
        self.world.delete(message)

    async def blocks(self) -> None:
        """Block the bot."""
        self.world.set_blocked(self.chat, True)

    async def unblocks(self) -> None:
        """Let the bot in again."""
        self.world.set_blocked(self.chat, False)

    async def deactivates(self) -> None:
        """Delete the own Telegram account."""
        self.user.deactivated = True

    # Looking

    @property
    def screen(self) -> list[Message]:
        """The messages of the chat, oldest first."""
        return list(self.chat.messages.values())

    @property
    def last(self) -> Message | None:
        """The newest message from the bot."""
        return next((message for message in reversed(self.screen) if message.from_bot), None)

    @property
    def toasts(self) -> list[str]:
        """What callback answers said, oldest first."""
        return [str(toast["text"]) for toast in self.world.toasts.get(self.id, []) if toast["text"]]

    @property
    def keyboard(self) -> list[str]:
        """The labels of the reply keyboard, empty if there is none."""
        return [button["text"] for button in acts.reply_buttons(self.chat)]

    def buttons(self, message: Message | None = None) -> list[str]:
        """The labels of a message's inline buttons (the newest that has any)."""
        with_buttons = (shown for shown in reversed(self.screen) if shown.markup)
        shown = message or next(with_buttons, None)
        rows = (shown.markup or {}).get("inline_keyboard", []) if shown else []
        return [button["text"] for row in rows for button in row]

    def has_seen(self, text: str) -> bool:
        """Whether a message of the bot on the screen contains the text."""
        return any(text in message.text for message in self.screen if message.from_bot)

    async def sees(self, text: str, timeout: float = PATIENCE) -> Message:  # noqa: ASYNC109
        """Wait for a message of the bot, sent or edited since this person's last action, with the text."""
        if await self.chat.changed.until(lambda: self._fresh(text) is not None, timeout):
            found = self._fresh(text)
            assert found is not None  # noqa: S101
            return found
        raise AssertionError(f"{self.name} does not see {text!r} within {timeout} s\n{self.picture()}")

    async def does_not_see(self, text: str) -> None:
        """Wait until all is quiet; the text must not have come since this person's last action."""
        await self.world.settled()
        if self._fresh(text) is not None:
            raise AssertionError(f"{self.name} sees {text!r}\n{self.picture()}")

    def picture(self) -> str:
        """The screen as text, for a failing test."""
        lines = [f"--- {self.name}'s screen ({self.user.label})"]
        lines += [
            ("* " if message.touched > self._acted else "  ") + repr(message) for message in self.screen
        ]
        if self.keyboard:
            lines.append(f"  keyboard: {' | '.join(self.keyboard)}")
        return "\n".join(lines)

    def _fresh(self, text: str) -> Message | None:
        for message in reversed(self.screen):
            if message.from_bot and message.touched > self._acted and text in message.text:
                return message
        return None

    async def _button(self, label: str, in_: Message | None, timeout: float) -> Any:  # noqa: ASYNC109
        """A fresh inline button, or after quiet any inline or reply button, with the label.

        A bot on a busy machine may pause between taking an update and answering it: so quiet is not
        taken for an answer at once.
        """
        quiet = asyncio.ensure_future(self._quiet(timeout))
        try:
            while True:
                since = -1 if in_ is not None or quiet.done() else self._acted
                if found := self._inline(label, in_, since) or (quiet.done() and self._reply_button(label)):
                    return found
                if quiet.done():
                    if await self.chat.changed.wait(GRACE):
                        continue
                    raise AssertionError(f"{self.name} has no button {label!r}\n{self.picture()}")
                change = asyncio.ensure_future(self.chat.changed.wait(timeout))
                await asyncio.wait((quiet, change), return_when=asyncio.FIRST_COMPLETED)
                change.cancel()
        finally:
            quiet.cancel()

    async def _quiet(self, timeout: float) -> None:  # noqa: ASYNC109
        with contextlib.suppress(TimeoutError):
            await self.world.settled(timeout)

    def _inline(self, label: str, in_: Message | None, since: int) -> tuple[Message, int, int] | None:
        for message in reversed(self.screen) if in_ is None else [in_]:
            if message.markup is None or message.touched <= since:
                continue
            for row, buttons in enumerate(message.markup["inline_keyboard"]):
                for column, button in enumerate(buttons):
                    if label in button["text"]:
                        return message, row, column
        return None

    def _reply_button(self, label: str) -> Json | None:
        return next((button for button in acts.reply_buttons(self.chat) if label in button["text"]), None)
