"""The world: everyone and everything in it, and the few ways in which it changes."""

import itertools
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from simulator.activity import Activity
from simulator.faults import Fault, Faults
from simulator.files import FileStore
from simulator.limits import Limits
from simulator.model import Bot, Callback, Chat, Json, Message, StoredFile, User
from simulator.updates import UpdateQueue
from simulator.views import callback_api, member_change, message_api

COLORS = ("#b4532a", "#5b7f6b", "#3f6b8f", "#8a6d3b", "#7a4f7d", "#a0453f", "#4d7a3a", "#596a7d")
Listener = Callable[[str, Chat, Any], None]


@dataclass(frozen=True, slots=True)
class Call:
    """One Bot API call.

    `params` are typed, unless they were refused; `status` is what the method came to (200: it took
    effect), `fault` what went wrong on the way, then or instead.
    """

    bot: Bot | None
    method: str
    params: Json
    time: float
    status: int
    description: str | None = None
    fault: Fault | None = None


class World:
    """Users, bots, chats and files in memory.

    `clock` gives Unix seconds. `record` bounds `calls` and each bot's history of updates (0 keeps none).
    `callback_lifetime` is how many seconds a tap may wait for its answer.
    """

    def __init__(
        self,
        clock: Callable[[], float] = time.time,
        limits: Limits | None = None,
        faults: Faults | None = None,
        record: int = 100_000,
        callback_lifetime: float = 150.0,
    ) -> None:
        self.clock = clock
        self.limits = limits or Limits()
        self.faults = faults or Faults()
        self.callback_lifetime = callback_lifetime
        self.users: dict[int, User] = {}
        self.bots: dict[str, Bot] = {}
        self.groups: dict[int, Chat] = {}
        self.files = FileStore()
        self.calls: deque[Call] = deque(maxlen=record)
        self.callbacks: dict[str, Callback] = {}
        self.toasts: dict[int, deque[Json]] = {}
        self.listeners: list[Listener] = []
        self.activity = Activity(self.bots.values)
        self._ids = itertools.count(5_000_000_001)
        self._group_ids = itertools.count(1)
        self._serial = itertools.count(1)

    @property
    def unanswered_callbacks(self) -> list[Callback]:
        """Taps whose spinner still turns."""
        return list(self.callbacks.values())

    @property
    def bot(self) -> Bot:
        """The first bot: the one people talk to unless said otherwise."""
        return next(iter(self.bots.values()))

    def now(self) -> int:
        """Unix seconds, whole."""
        return int(self.clock())

    def add_bot(self, token: str, username: str, name: str) -> Bot:
        """Register a bot; the number before the token's colon is its id."""
        user = User(int(token.partition(":")[0]), name, is_bot=True, username=username)
        queue = UpdateQueue(first_id=int(user.id) % 1000 * 1000 + 1, record=self.calls.maxlen)
        bot = self.bots[token] = Bot(token, user, queue)
        self.users[user.id] = user
        return bot

    def add_user(self, first_name: str, **about: Any) -> User:
        """Register a person; the fields are `User`'s."""
        user_id = about.pop("id", None) or next(self._ids)
        about.setdefault("color", COLORS[len(self.users) % len(COLORS)])
        user = self.users[user_id] = User(user_id, first_name, **about)
        return user

    def private_chat(self, bot: Bot, user: User) -> Chat:
        """The chat of a person with a bot, begun if there was none."""
        chat = bot.chats.get(user.id)
        if chat is None:
            chat = Chat(user.id, "private", members={user.id: user}, bots=[bot])
            bot.chats[user.id] = chat
        return chat

    def post(self, chat: Chat, sender: User, kind: str, content: Json, **more: Any) -> Message:
        """Put a message into a chat; bots hear of it if a person sent it. `more` are `Message`'s fields."""
        chat.last_id += 1
        message = Message(chat.last_id, chat, sender, self.now(), kind, content, **more)
        message.touched = next(self._serial)
        chat.messages[message.id] = message
        if not sender.is_bot:
            self.tell_bots(chat, "message", message)
        self.changed("message", chat, message)
        return message

    def edit(self, message: Message, silent: bool = False) -> None:
        """Make known that a message's content or buttons changed; `silent` leaves the edit mark off."""
        message.touched = next(self._serial)
        if not silent:
            message.edited = self.now()
        if not message.from_bot:
            self.tell_bots(message.chat, "edited_message", message)
        self.changed("edit", message.chat, message)

    def delete(self, message: Message) -> None:
        """Take a message away; bots never hear of it."""
        message.deleted = True
        message.chat.messages.pop(message.id, None)
        self.changed("delete", message.chat, message)

    def tap(self, user: User, message: Message, data: str) -> Callback:
        """A person taps a button under a bot's message, or forges one."""
        bot = next(bot for bot in message.chat.bots if bot.user is message.sender)
        serial = next(self._serial)
        callback = Callback(str(4_000_000_000_000 + serial), bot, user, message, data, self.clock())
        self.callbacks[callback.id] = callback
        self._put(bot, "callback_query", callback_api(callback), message.chat.id)
        return callback

    def answer(self, callback_id: str, text: str | None, alert: bool) -> bool:
        """Stop a spinner; False if there is none, or it is too old."""
        callback = self.callbacks.pop(callback_id, None)
        if callback is None or self.clock() - callback.date > self.callback_lifetime:
            return False
        toast = {"text": text, "alert": alert, "user_id": callback.user.id, "message_id": callback.message.id}
        self.toasts.setdefault(callback.user.id, deque(maxlen=100)).append(toast)
        self.changed("toast", callback.message.chat, toast)
        return True

    def set_blocked(self, chat: Chat, blocked: bool) -> None:
        """A person blocks the bot, or lets it in again; the bot hears of it."""
        if chat.blocked != blocked:
            chat.blocked = blocked
            self.tell_membership(
                chat.bots[0], chat, *(("member", "kicked") if blocked else ("kicked", "member"))
            )
            self.changed("blocked", chat, blocked)

    def tell_membership(self, bot: Bot, chat: Chat, before: str, after: str) -> None:
        """A bot hears what it is in a chat now; its being in the chat is not changed by that."""
        self._put(bot, "my_chat_member", member_change(bot, chat, self.now(), before, after), chat.id)

    def set_reply_keyboard(self, chat: Chat, markup: Json | None) -> None:
        """Show or remove the big buttons under the typing box."""
        chat.reply_keyboard = markup
        self.changed("reply_keyboard", chat, markup)

    def tell_bots(self, chat: Chat, kind: str, message: Message) -> None:
        """Give a message to every bot of its chat that may read it."""
        for bot in chat.bots:
            if chat.type == "private" or may_read(bot, message):
                self._put(bot, kind, message_api(message, bot), chat.id)

    def changed(self, kind: str, chat: Chat, subject: Any) -> None:
        """Wake those who look at the chat, and tell the page."""
        chat.changed.notify()
        for listener in self.listeners:
            listener(kind, chat, subject)

    def serial(self) -> int:
        """A number that every later message or edit of the world will exceed."""
        return next(self._serial)

    def new_group_id(self, supergroup: bool) -> int:
        """An id as Telegram gives to groups: negative, and below -10^12 for supergroups."""
        number = next(self._group_ids)
        return -1_002_000_000_000 - number if supergroup else -4_000_000_000 - number

    def file(self, unique_id: str) -> StoredFile | None:
        """A stored file by its unique id."""
        return self.files.by_id.get(unique_id)

    async def settled(self, timeout: float = 10.0, quiet: float = 0.05) -> None:  # noqa: ASYNC109
        """Return once every update is confirmed and no call has been under way for `quiet` seconds."""
        await self.activity.settled(timeout, quiet)

    def _put(self, bot: Bot, kind: str, payload: Json, lane: int) -> None:
        bot.queue.put(kind, payload, lane)
        self.activity.stir()


def may_read(bot: Bot, message: Message) -> bool:
    """Whether a bot in privacy mode gets a group's message: commands, mentions, replies to it, service."""
    if bot.reads_all_group_messages or message.kind == "service":
        return True
    text = message.text
    return (
        text.startswith("/")
        or f"@{bot.user.username}" in text
        or (message.reply_to is not None and message.reply_to.sender is bot.user)
    )
