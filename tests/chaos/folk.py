"""People: they register, ask, tap (some of them twice), write to each other, and wait as long as it takes.

They look at buttons by what these mean, not by their words, and know nothing of the database.
"""

from __future__ import annotations

import asyncio
import itertools
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from domain.links import center_payload
from domain.requests import Action
from domain.tap import MalformedTapError, Tap, unpack
from domain.taps import About, Consent, Do, Draft, Language, Open, PickLine, PickVillage, Rate, Speak
from simulator import acts
from simulator.model import Bot, Chat, Message, User
from simulator.world import World
from tests.chaos.heard import number
from tests.chaos.program import POISON

NEEDS = ("村口的路灯不亮了", "家里的水管没有水了", "路口的垃圾没人收")
"""All of one line, so that one desk has its hands full."""
LINE = "environment"
FOREVER = 10_000.0
T = TypeVar("T", bound=Tap)


class Numbers:
    """What everything that is said is numbered with; and the dice of one run."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self._count = itertools.count(1)

    def say(self, words: str, what: str) -> str:
        """The words with a number of their own: 件 for a need, 句 for a word to the other side."""
        return f"{words}（第{next(self._count)}{what}）"

    def poison(self) -> str:
        """Something a handler fails on."""
        return f"{POISON}{next(self._count)}"


@dataclass(frozen=True)
class Shown:
    """A message of the bot as it was when it came or changed, and what its buttons mean."""

    message: Message
    text: str
    taps: tuple[Tap, ...]


class Crowd:
    """Everybody who looks at a phone: told by the simulator of what comes to it."""

    def __init__(self, world: World, bot: Bot, numbers: Numbers) -> None:
        self.world, self.bot, self.numbers = world, bot, numbers
        self._people: dict[int, Someone] = {}
        world.listeners.append(self._hear)

    def person(self, name: str) -> Someone:
        """Somebody new."""
        user = self.world.add_user(name, language_code="zh-hans", phone=None)
        user.phone = f"+86{user.id}"
        one = self._people[user.id] = Someone(self, user)
        return one

    def _hear(self, kind: str, chat: Chat, subject: Any) -> None:
        if kind in ("message", "edit") and subject.from_bot and chat.id in self._people:
            self._people[chat.id].hear(Shown(subject, subject.text, tuple(taps_of(subject))))


class Someone:
    """A person with a phone, whose acts are the simulator's own."""

    def __init__(self, crowd: Crowd, user: User) -> None:
        self.world, self.user, self.numbers = crowd.world, user, crowd.numbers
        self.chat: Chat = crowd.world.private_chat(crowd.bot, user)
        self.stage = "begins"
        """What this person waits for: who is left without an answer is named with it."""
        self._shown: dict[int, Shown] = {}
        self._waiting: list[tuple[Callable[[Shown], Any], asyncio.Future[Any]]] = []

    def hear(self, shown: Shown) -> None:
        """Something came, or changed."""
        self._shown[shown.message.id] = shown
        for look, found in self._waiting:
            if not found.done() and (what := look(shown)):
                found.set_result((shown.message, what))
        self._waiting = [one for one in self._waiting if not one[1].done()]

    def says(self, words: str, reply_to: Message | None = None) -> None:
        """Write."""
        acts.write(self.world, self.chat, self.user, words, reply_to)

    def taps(self, message: Message, tap: Tap) -> None:
        """Tap a button; one finger in six does so twice."""
        for _ in range(2 if self.numbers.dice.random() < 1 / 6 else 1):
            self.world.tap(self.user, message, tap.pack())

    async def sees(self, look: Callable[[Shown], Any], stage: str) -> Any:
        """Wait for a message of the bot in which `look` finds something; the message, and that."""
        self.stage = stage
        for shown in reversed(self._shown.values()):
            if what := look(shown):
                return shown.message, what
        found: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._waiting.append((look, found))
        return await found

    async def finds(
        self, kind: type[T], stage: str, fits: Callable[[T], bool] = lambda _: True
    ) -> tuple[Message, T]:
        """Wait for a button that means this."""

        def look(shown: Shown) -> T | None:
            return next((tap for tap in shown.taps if isinstance(tap, kind) and fits(tap)), None)

        found: tuple[Message, T] = await self.sees(look, stage)
        return found

    async def taps_on(self, kind: type[T], fits: Callable[[T], bool] = lambda _: True) -> T:
        """Wait for a button that means this, and tap it."""
        message, tap = await self.finds(kind, kind.__name__, fits)
        self.taps(message, tap)
        return tap


def taps_of(message: Message) -> list[Tap]:
    """What a message's buttons mean."""
    rows = (message.markup or {}).get("inline_keyboard", [])
    found = []
    for button in (button for row in rows for button in row):
        try:
            found.append(unpack(button.get("callback_data", "")))
        except MalformedTapError:
            continue
    return found


async def villager(one: Someone, center: str, *, registered: bool) -> None:
    """From the first word to five stars; some of them poison along the way."""
    if not registered:
        await _registers(one, center)
    if one.numbers.dice.random() < 0.1:
        one.says(one.numbers.poison())
        before = one.chat.last_id
        await one.sees(lambda shown: shown.message.id > before, "an apology")
    one.says(one.numbers.say(one.numbers.dice.choice(NEEDS), "件"))
    await one.taps_on(PickLine, lambda tap: tap.line == LINE)
    await one.taps_on(Draft, lambda tap: tap.step == "send")
    taken, opened = await one.finds(Open, "somebody takes it")
    request_id = opened.request_id
    await _writes(one, taken, request_id)
    await one.taps_on(Do, lambda tap: tap == Do(Action.CONFIRM, request_id))
    await one.taps_on(Rate, lambda tap: tap.request_id == request_id)
    one.stage = ""


async def _writes(one: Someone, about: Message, request_id: int) -> None:
    """Reply to a message, and wait for the other side's word. A reply to a message that came twice may be one
    the bot knows nothing of: then it asks what it is about."""
    one.says(one.numbers.say("我在家等着", "句"), about)
    stage, which = "the other side writes", About(request_id)
    message, found = await one.sees(
        lambda shown: (which in shown.taps and which) or number(shown.text, "句"), stage
    )
    if found == which:
        one.taps(message, which)
        await one.sees(lambda shown: number(shown.text, "句"), stage)


async def _registers(one: Someone, center: str) -> None:
    one.says(f"/start {center_payload(center)}")
    await one.taps_on(Language, lambda tap: tap.locale == "zh-Hans")
    await one.taps_on(Consent, lambda tap: bool(tap.agreed))
    await one.sees(lambda shown: "您叫什么名字" in shown.text, "the question for the name")
    one.says(f"王{one.user.id}")
    await one.taps_on(PickVillage)
    one.stage = "the question for the phone"
    await one.chat.changed.until(lambda: bool(acts.reply_buttons(one.chat)), FOREVER)
    acts.press(one.world, one.chat, one.user, one.numbers.dice.choice(acts.reply_buttons(one.chat)[:2]))


async def worker(one: Someone) -> None:
    """Takes what is offered, if nobody is faster; for each that is theirs, a task of its own."""
    async with asyncio.TaskGroup() as group:
        known: set[int] = set()
        while True:
            one.stage = ""
            _, offer = await one.finds(
                Do, "", lambda tap: tap.action == Action.TAKE and tap.request_id not in known
            )
            known.add(offer.request_id)
            group.create_task(_serves(one, offer))


async def _serves(one: Someone, offer: Do) -> None:
    """Take a request; if it is one's own then, read, answer, finish."""
    await asyncio.sleep(one.numbers.dice.random() * 0.2)
    card, _ = await one.finds(Do, "", lambda tap: tap == offer)
    one.taps(card, offer)
    finish = Do(Action.FINISH, offer.request_id)
    await one.finds(Do, "", lambda tap: tap == finish)
    asked, _ = await one.sees(lambda shown: _speaks_of(shown, offer.request_id), "")
    one.taps(asked, Speak(offer.request_id))
    one.says(one.numbers.say("这就过来", "句"))
    card, _ = await one.finds(Do, "", lambda tap: tap == finish)
    one.taps(card, finish)


def _speaks_of(shown: Shown, request_id: int) -> bool:
    """Whether it is a word of the asker's about this request: its button answers there."""
    about = any(isinstance(tap, Speak) and tap.request_id == request_id for tap in shown.taps)
    return about and bool(number(shown.text, "句"))
