"""What a monkey may do with a phone. Every deed says what it was and what must come of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

from domain import helptaps, matchtaps, pairtaps, taps, volunteers, worktaps
from domain.requests import Action
from domain.tap import Tap
from simulator import acts
from simulator.model import Chat, Message
from simulator.person import Person
from simulator.world import World
from tests.monkey.words import Mouth

KINDS = (
    "photo",
    "voice",
    "video",
    "video_note",
    "document",
    "sticker",
    "location",
    "venue",
    "own contact",
    "another contact",
    "poll",
    "dice",
)
TOGETHER = ("addto", "beside", "merge", "unmerge", "together", "split")
ACTED = ("kin", "acting", "calling")
HELPING = ("vtick", "vdone", "voffer", "vol", "tnew", "tpick", "task", "seat", "stook", "exp", "assoc")
PAIRING = ("pair", "pother", "pfrom", "ppick", "psay", "visit", "vsay", "vneed", "match", "mpick", "mrow")
ONWARD = ("do", "draft", "line", "open", "speak", "rate", "move", "about", "whom", *ACTED, *TOGETHER,
          *HELPING, *PAIRING)  # fmt: skip
"""What the buttons carry by which a request goes on; left to chance alone, few would."""
PAGES = (
    *("desk", "mine", "roles", "invite", "centers", "village", "groups", "bind", "leave-others", "x"),
    *("pairs-helping", "pairs-needing", "pairs-waiting", "pairs-active", "pairs-overdue"),
)
SCREENS = (
    *("desk", "roles", "invite", "call-me", "resume", "stop", "drop", "duty", "leave", "center"),
    *("new", "calls", "proxies", "x"),
    *("volunteer", "volunteers", "tasks", "match", "pairs", "pairs-desk", "pair-new", "pairs-away"),
)
ACTING = ("open", "agree", "refuse", "refuse-sure", "end", "end-sure", "ask", "x")
CALLING = ("open", "agreed", "stop", "stopped", "never", "unreached", "x")
PAIRED = (
    "open",
    "accept",
    "decline",
    "agree",
    "refuse",
    "withdraw",
    "pause",
    "resume",
    "end",
    "hand",
    "print",
    "x",
)
NOT_ONWARD = ("drop|", "draft|urgent", "do|ask-cancel", "do|cancel", "about|0")
RECENT = 12
"""Messages that are still before somebody's eyes."""


Sight = tuple[Message, str, str]
"""A button in sight: its message, its words and its data."""


HUSH = ("hush", "anonymous-on", "anonymous-off", "back")


@dataclass(frozen=True)
class Deed:
    """Something done: in words, and whether the person must see anything happen."""

    said: str
    is_answered: bool = True
    tap: str | None = None
    """The callback query of a tap."""


def tap_button(world: World, person: Person, message: Message, data: str) -> Deed:
    """Tap a button, or forge one."""
    callback = world.tap(person.user, message, data)
    return Deed(f"taps {data!r} under #{message.id}", tap=callback.id)


def buttons(chat: Chat) -> list[Sight]:
    """Every inline button in sight that carries data: its message, words and data; oldest first."""
    return [
        (message, button["text"], button["callback_data"])
        for message in chat.messages.values()
        if message.from_bot and message.markup
        for row in message.markup["inline_keyboard"]
        for button in row
        if "callback_data" in button
    ]


class Hands:
    """Does things at random with one phone. Buttons whose data begins with one of `never` are left alone."""

    def __init__(self, world: World, person: Person, rng: Random, mouth: Mouth, never: Sequence[str]) -> None:
        self.world = world
        self.person = person
        self.rng = rng
        self.mouth = mouth
        self.never = tuple(never)

    @property
    def chat(self) -> Chat:
        """The chat with the bot."""
        return self.person.chat

    async def anything(self) -> list[Deed]:
        """One deed, or several that belong together. Who blocked the bot first comes back."""
        if self.chat.blocked:
            return [await self._come_back()]
        deeds, weights = zip(*self._choices(), strict=True)
        found = await self.rng.choices(deeds, weights)[0]()
        return found if isinstance(found, list) else [found]

    def _choices(self) -> list[tuple[Callable[[], Any], int]]:
        return [
            (self._taps, 70),
            (self._taps_twice, 3),
            (self._presses, 8),
            (self._says, 20),
            (self._sends, 12),
            (self._replies, 6),
            (self._edits, 3),
            (self._forwards, 2),
            (self._sends_album, 2),
            (self._deletes, 1),
            (self._blocks, 1),
        ]

    async def _come_back(self) -> Deed:
        if self.rng.random() < 0.5:
            await self.person.unblocks()
            return Deed("lets the bot in again", is_answered=False)
        return await self._says()

    def _allowed(self) -> list[Sight]:
        return [found for found in buttons(self.chat) if not found[2].startswith(self.never or ("\0",))]

    async def _taps(self) -> Deed:
        """A button in sight: mostly one that leads on, else any that just came, now and then an old one."""
        found = self._allowed()
        if not found:
            return await self._says()
        found.sort(key=lambda one: one[0].touched)
        last = [one for one in found if one[0].touched == found[-1][0].touched]
        recent = found[-4 * RECENT :]
        onward = self._one_kind(recent) or last
        message, words, data = self.rng.choice(
            self.rng.choices((onward, last, recent, found), (8, 4, 2, 1))[0]
        )
        deed = tap_button(self.world, self.person, message, data)
        return Deed(f"taps [{words}] {data} under #{message.id}", tap=deed.tap)

    def _one_kind(self, found: list[Sight]) -> list[Sight]:
        """The newest few of the buttons that do one thing: what is seldom on offer is not seldom done."""
        kinds: dict[str, list[Sight]] = {}
        for one in found:
            code, _, rest = one[2].partition("|")
            if code in ONWARD and not one[2].startswith(NOT_ONWARD):
                kind = f"{code}|{rest.partition('|')[0]}" if code in ("do", "draft") else code
                kinds.setdefault(kind, []).append(one)
        return kinds[self.rng.choice(sorted(kinds))][-3:] if kinds else []

    async def _taps_twice(self) -> list[Deed]:
        found = self._allowed()
        if not found:
            return [await self._says()]
        message, words, data = found[-self.rng.randint(1, min(4, len(found)))]
        twice = [tap_button(self.world, self.person, message, data) for _ in range(2)]
        return [Deed(f"taps twice [{words}] {data}", tap=one.tap) for one in twice]

    async def _presses(self) -> Deed:
        keys = acts.reply_buttons(self.chat)
        if not keys:
            return await self._says()
        key = self.rng.choice(keys)
        acts.press(self.world, self.chat, self.person.user, key)
        return Deed(f"presses [{key['text']}]")

    async def _says(self) -> Deed:
        text = self.mouth.anything()
        await self.person.says(text)
        return Deed(f"says {text[:60]!r} ({len(text)})")

    async def _replies(self) -> Deed:
        if not self.chat.messages:
            return await self._says()
        to = self.rng.choice(list(self.chat.messages.values())[-RECENT:])
        text = self.mouth.need()
        await self.person.says(text, reply_to=to)
        return Deed(f"replies to #{to.id} {text!r}")

    async def _sends(self) -> Deed:
        kind = self.rng.choice(KINDS)
        words = self.mouth.need() if self.rng.random() < 0.5 else ""
        await _send(self.person, kind, words, self.rng)
        return Deed(f"sends {kind}")

    async def _sends_album(self) -> Deed:
        count = self.rng.randint(2, 6)
        await self.person.sends_album(count, self.mouth.need())
        return Deed(f"sends an album of {count}")

    async def _forwards(self) -> Deed:
        if not self.chat.messages:
            return await self._says()
        message = self.rng.choice(list(self.chat.messages.values())[-RECENT:])
        await self.person.forwards(message)
        return Deed(f"forwards #{message.id}")

    def _own(self) -> list[Message]:
        return [one for one in self.chat.messages.values() if not one.from_bot][-RECENT:]

    async def _edits(self) -> Deed:
        own = [one for one in self._own() if one.kind == "text"]
        if not own:
            return await self._says()
        message, text = self.rng.choice(own), self.mouth.need()
        await self.person.edits(message, text)
        return Deed(f"edits #{message.id} to {text!r}")

    async def _deletes(self) -> Deed:
        """A message of one's own or, as in the real chat, one of the bot's."""
        if not self.chat.messages:
            return await self._says()
        message = self.rng.choice(list(self.chat.messages.values())[-RECENT:])
        await self.person.deletes(message)
        return Deed(f"deletes #{message.id}", is_answered=False)

    async def _blocks(self) -> Deed:
        await self.person.blocks()
        return Deed("blocks the bot", is_answered=False)


async def _send(person: Person, kind: str, words: str, rng: Random) -> None:
    """Send a message of this kind."""
    sends: dict[str, Callable[[], Any]] = {
        "photo": lambda: person.sends_photo(words),
        "voice": lambda: person.sends_voice(rng.randint(1, 60)),
        "video": lambda: person.sends_video(words),
        "video_note": person.sends_video_note,
        "document": lambda: person.sends_document("材料<1>.pdf", b"%PDF-1.4", words),
        "sticker": person.sends_sticker,
        "location": person.sends_location,
        "venue": lambda: person.sends_venue("村委会 <老>", words or "?"),
        "own contact": person.shares_contact,
        "another contact": lambda: person.shares_contact(Person(person.world, person.world.bot.user)),
        "poll": person.sends_poll,
        "dice": person.sends_dice,
    }
    await sends[kind]()


class ForgingHands(Hands):
    """Besides what everybody does, forges the data of buttons: other people's, made up, or nonsense."""

    def __init__(self, *about: Any, everybody: Callable[[], Sequence[Chat]]) -> None:
        super().__init__(*about)
        self._everybody = everybody

    def _choices(self) -> list[tuple[Callable[[], Any], int]]:
        return [*super()._choices(), (self._forges, 60)]

    async def _forges(self) -> Deed:
        shown = [message for message, _, _ in buttons(self.chat)[-RECENT:]]
        if not shown:
            return await self._says()
        make = self.rng.choice((self._foreign, self._made_up, self._made_up, self._nonsense))
        deed = tap_button(self.world, self.person, self.rng.choice(shown), make())
        return Deed(f"forges: {deed.said}", tap=deed.tap)

    def _foreign(self) -> str:
        found = buttons(self.rng.choice(self._everybody()))
        return self.rng.choice(found)[2] if found else "open|1"

    def _made_up(self) -> str:
        """A tap that could be one of ours, about anything at all."""
        number = self.rng.choice((0, 1, 2, 3, self.rng.randint(1, 60), self.rng.randint(1, 60), -1, 2**40))
        action = self.rng.choice([*Action, "word", "hand-on", "ask-cancel", "false-alarm", "submit", "x"])
        made = [taps.Do(action, number), *self._of_everybody(number), *self._of_work(number)]
        made += [*self._of_helpers(number), *self._of_pairs(number)]
        return self.rng.choice(made).pack()

    def _of_everybody(self, number: int) -> list[Tap]:
        """Taps of anybody."""
        rng = self.rng
        return [
            taps.Open(number),
            taps.Speak(number),
            taps.Rate(number, rng.randint(-1, 6)),
            taps.About(number),
            taps.MoveLine(number, rng.choice(("health", "@village", "contact", "nowhere"))),
            taps.AddTo(number),
            taps.PickVillage(number),
            taps.PickPerson(number),
            taps.PickKin(rng.choice(("child", "nobody"))),
            taps.Acting(rng.choice(ACTING), number, rng.choice((0, number))),
            taps.Hush(number, rng.randint(-1, 2), rng.randint(-1, 3)),
            taps.Hide(number, rng.randint(0, 9), rng.randint(-1, 2)),
            taps.PickCenter(number),
            taps.PickLine(rng.choice(("health", "contact", "nowhere"))),
            taps.Group(rng.choice(("village", "nowhere"))),
            taps.Page(rng.choice(PAGES), number),
            taps.Go(rng.choice(SCREENS)),
            taps.Draft(rng.choice(("send", "proxy", "no-phone", "calm", "add", *HUSH))),
            taps.Emergency(rng.choice(("fire", "medical", "x")), rng.randint(0, 9)),
            taps.Language(rng.choice(("en", "zh-Hant", "xx"))),
            taps.Consent(rng.randint(0, 2)),
        ]

    def _of_work(self, number: int) -> list[Tap]:
        """Taps of whoever has a role."""
        rng = self.rng
        return [
            worktaps.Beside(number, rng.randint(-1, 2)),
            worktaps.Together(number, rng.randint(-1, 2)),
            worktaps.Merge(number, rng.randint(1, 20), rng.randint(0, 2)),
            worktaps.Unmerge(number),
            worktaps.Split(number, rng.choice(("", "shop", "@village", "contact", "nowhere"))),
            worktaps.RevokeRole(number, rng.randint(0, 2)),
            worktaps.InviteRole(rng.choice(("director", "county", "villager", "nobody"))),
            worktaps.FreeDesk(number, rng.randint(0, 2)),
            worktaps.BindDesk(number, rng.choice(("environment", "mediator", "nobody"))),
            worktaps.AcceptRole(1),
            worktaps.Calling(rng.choice(CALLING), number),
            worktaps.DutyDesk(rng.choice(("doctor", "clerk", "director", "nobody"))),
            worktaps.DutyDay("doctor", rng.choice((2, 7, 20261126)), rng.randint(-1, 3)),
            worktaps.DutyPut(number, rng.choice((2, 7, 20261126)), rng.randint(0, 2)),
            worktaps.DutyDates("doctor", rng.randint(-1, 9)),
            worktaps.DutyUsual("doctor", rng.choice((2, 20261126))),
            worktaps.DutyReady("doctor"),
            worktaps.LeaveOf(number),
            worktaps.LeaveNew(number),
            worktaps.LeaveDay(rng.choice(("from", "until", "sure")), rng.randint(-2, 40)),
            worktaps.LeaveSure(20261124, 20261125),
            worktaps.LeaveEnd(number, rng.randint(0, 2)),
        ]

    def _of_helpers(self, number: int) -> list[Tap]:
        """Taps of volunteers, and of those who ask for their help."""
        rng = self.rng
        return [
            helptaps.Tick(
                rng.choice(("skills", "days", "sex", "x")), rng.randint(-2, 12), rng.randint(-1, 3)
            ),
            helptaps.Ticked(rng.choice(("skills", "look", "x"))),
            helptaps.Offer(rng.choice(("begin", "send", "again", "x"))),
            helptaps.VolunteerDo(rng.choice((*volunteers.Step, "open", "leave-sure", "x")), number),
            helptaps.TaskNew(number),
            helptaps.TaskPick(
                rng.choice(("skill", "when", "look", "another")), rng.choice((number, -1, 100))
            ),
            helptaps.TaskDo(rng.choice(("look", "more", "stop", "stop-sure", "accept", "refuse")), number),
            helptaps.SeatDo(rng.choice(("look", "on-way", "done", "release-sure", "expense", "x")), number),
            helptaps.SeatTook(number, rng.choice((-1, 30, 9999))),
            helptaps.ExpenseDo(rng.choice(("open", "approve", "decline", "no-receipt", "x")), number),
            helptaps.LookOver(rng.choice(("all", "free", "unasked", "expenses", "unserved", "x")), number),
        ]

    def _of_pairs(self, number: int) -> list[Tap]:
        """Taps of helpers and their households, and of those who bring them together."""
        rng = self.rng
        return [
            pairtaps.PairDo(rng.choice(PAIRED), number),
            pairtaps.PairOther(number, rng.randint(-1, 2)),
            pairtaps.PairFrom(number),
            pairtaps.PairPick(rng.choice(("helper", "second", "which", "x")), number),
            pairtaps.PairSay(
                rng.choice(("purpose", "rhythm", "house", "look", "x")), rng.choice(("care", "x"))
            ),
            pairtaps.VisitDo(rng.choice(("log", "take", "x")), number, rng.randint(0, 9)),
            pairtaps.VisitSay(rng.choice(("how", "condition", "x")), rng.choice(("came", "well", "x"))),
            pairtaps.VisitNeed(number, rng.choice(("health", "nowhere"))),
            matchtaps.MatchPick(rng.choice(("tag", "rhythm", "x")), rng.randint(-1, 4)),
            matchtaps.MatchDo(
                rng.choice(("look", "again", "approve", "drop", "x")), number, rng.randint(-1, 3)
            ),
            matchtaps.MatchRow(rng.choice(("open", "keep", "strike")), number, rng.randint(0, 9)),
        ]

    def _nonsense(self) -> str:
        return self.rng.choice(
            ("", "|", "do|take", "open|x", "open|1|2", "rate|1|5|", "🙈" * 16, "go|" + "x" * 61)
        )
