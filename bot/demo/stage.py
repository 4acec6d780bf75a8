"""The stage of the demo: the people as actors, and everything that was to be seen checked."""

from __future__ import annotations

from collections.abc import Awaitable, Sequence
from contextlib import AbstractAsyncContextManager
from datetime import datetime
from typing import TypeVar

from bot.app import Bangban
from bot.demo.clock import Clock
from bot.demo.transcript import Transcript
from domain.links import start_link
from simulator.model import Message
from simulator.person import Person
from simulator.server import Simulator
from storage import requests
from storage.transaction import Database, Tx

T = TypeVar("T")
QUIET = 0.01
"""Seconds without a call after which all is said; everything runs on this machine."""
PATIENCE = 30.0
"""Seconds to wait for what somebody is to see: a machine may be busy with other things."""


class StoryError(AssertionError):
    """Something that should have happened did not."""


class Stage:
    """The simulator, the bot and its database, with everybody who plays; writes down what they see."""

    def __init__(
        self, sim: Simulator, bot: Bangban, database: Database, transcript: Transcript, clock: Clock
    ) -> None:
        self.sim = sim
        self.bot = bot
        self.database = database
        self.transcript = transcript
        self.actors: list[Actor] = []
        self.steps = 0
        self._shown = 0
        self._toasts: dict[int, int] = {}
        self._clock = clock

    def now(self) -> datetime:
        """What the clock says."""
        return self._clock.now()

    async def goes_on(self, moment: datetime) -> None:
        """Let it be this moment, without waiting for it: what is due until then is done."""
        self._clock.set(moment)
        await self.bot.tick()
        await self.settle()

    def link(self, payload: str) -> str:
        """The address behind which the bot is told a payload."""
        return start_link(self.bot.username, payload)

    async def settle(self) -> None:
        """Wait until everything that was said is answered and sent, and write down what is new."""
        await self.sim.settled(quiet=QUIET)
        await self.bot.delivery.idle()
        news = [(one, message) for one in self.actors for message in one.person.screen]
        news = [pair for pair in news if pair[1].from_bot and pair[1].touched > self._shown]
        for actor in self.actors:
            self._show_toasts(actor)
        for actor, message in sorted(news, key=lambda pair: pair[1].touched):
            self.transcript.saw(actor.called, message)
        self._shown = self.sim.world.serial()

    def _show_toasts(self, actor: Actor) -> None:
        toasts = actor.person.toasts
        for words in toasts[self._toasts.get(actor.person.id, 0) :]:
            self.transcript.toast(actor.called, words)
        self._toasts[actor.person.id] = len(toasts)

    def prove(self, what: str, is_so: bool) -> None:
        """Look into something. Raises StoryError if it is not so."""
        self.steps += 1
        if not is_so:
            raise StoryError(f"expected: {what}")
        self.transcript.proved(what)

    def prove_secret(self, words: str, *sides: Actor) -> None:
        """Look through every call the bot ever made: it told these words to one of the sides, and to nobody
        else. Raises StoryError."""
        chats = {call.params.get("chat_id") for call in self.sim.world.calls if words in str(call.params)}
        people = [actor.person for actor in self.actors]
        told = {one.id for one in people if one.id in chats or any(words in toast for toast in one.toasts)}
        names = " and ".join(side.called for side in sides)
        what = f"of {len(self.actors)} phones, only those of {names} ever got “{words}”"
        self.prove(what, bool(told) and told <= {side.person.id for side in sides})

    def messages(self) -> int:
        """How many messages the bot has sent."""
        calls = self.sim.world.calls
        return sum(1 for call in calls if call.status == 200 and call.method.startswith("send"))

    def begin(self) -> AbstractAsyncContextManager[Tx]:
        """A transaction of the bot's database."""
        return self.database.begin(self.now(), self.bot.bot_id)

    async def requests(self) -> int:
        """How many requests the database holds."""
        async with self.begin() as tx:
            return await requests.count(tx)

    def screens(self) -> Sequence[str]:
        """What everybody has before them."""
        return [actor.person.picture() for actor in self.actors]


class Actor:
    """A person of the story: what they do is written down and so is what it brings about."""

    def __init__(self, stage: Stage, person: Person, called: str) -> None:
        self.stage = stage
        self.person = person
        self.called = called
        stage.actors.append(self)

    async def says(self, words: str, reply_to: Message | None = None) -> Message:
        """Write something."""
        return await self._does(words, self.person.says(words, reply_to))

    async def follows(self, link: str) -> Message:
        """Open a link."""
        return await self._does(f"🔗 {link}", self.person.follows(link))

    async def speaks(self, seconds: int) -> Message:
        """Hold the microphone and speak."""
        return await self._does(f"🎤 0:{seconds:02}", self.person.sends_voice(seconds))

    async def shows(self, caption: str = "") -> Message:
        """Send a photo."""
        return await self._does(f"📷 {caption}", self.person.sends_photo(caption))

    async def sends_place(self) -> Message:
        """Send where one is."""
        return await self._does("📍", self.person.sends_location(30.6586, 104.0647))

    async def taps(self, label: str, in_: Message | None = None) -> None:
        """Tap a button, or press a key, whose words contain the label."""
        self.stage.steps += 1
        button = await self.person.taps(label, in_, PATIENCE)
        self.stage.transcript.did(self.called, f"[{button['text']}]")
        await self.stage.settle()

    def is_offered(self, label: str) -> bool:
        """Whether the newest message has such a button."""
        return any(label in one for one in self.person.buttons())

    async def sees(self, *words: str, without: Sequence[str] = ()) -> Message:
        """Be shown a message with all these words and none of the others since the own last step."""
        self.stage.steps += 1
        message = await self.person.sees(words[0], PATIENCE)
        missing = [one for one in words if one not in message.text]
        extra = [one for one in without if one in message.text]
        if missing or extra:
            raise StoryError(f"{self.called} should see {missing} and not {extra} in: {message.text}")
        return message

    async def _does(self, what: str, act: Awaitable[T]) -> T:
        self.stage.steps += 1
        self.stage.transcript.did(self.called, what)
        done = await act
        await self.stage.settle()
        return done
