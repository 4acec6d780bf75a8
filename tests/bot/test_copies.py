"""Files that one bot received and another sends."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot import copies
from bot.delivery import Delivery
from bot.transport import ApiError, BotApi, Unreachable
from domain.messages import Content
from simulator.files import file_id
from simulator.model import Bot, Message
from simulator.person import Person
from storage import media
from storage.outbox import Outbox, OutboxRow
from tests.bot.conftest import Rig, row, say, texts

OTHER = "2000:other-token"


@dataclass
class Pair:
    """The rig's bot, which is to send what the other has received. Each can be let run."""

    rig: Rig
    other: Bot
    api: BotApi
    person: Person
    shift: timedelta = timedelta()

    def now(self) -> datetime:
        """The clock of both."""
        return datetime.now(UTC) + self.shift

    def sender(self) -> Delivery:
        """The bot that sends; signals come on PostgreSQL only, so it is told by hand."""
        return self.rig.delivery(clock=self.now)

    def owner(self) -> copies.Lent:
        """The bot that received."""
        return copies.Lent(self.rig.database, self.api, self.other.id, self.now)

    async def received(self, caption: str = "") -> Message:
        """A photo that the other bot was sent."""
        return await self.person.with_bot(self.other).sends_photo(caption)

    def content(self, message: Message, **more: Any) -> Content:
        """The photo as it was kept."""
        known = {"file_id": file_id(self.other, message.files[-1]), "bot_id": self.other.id}
        return Content(kind="photo", **known, **more)

    def row(self, message: Message, words: str = "看", **more: Any) -> OutboxRow:
        """The photo to be sent on."""
        return row(self.person.id, say(words, content=self.content(message)), **more)

    def pictures(self) -> list[Message]:
        """The photos the person has from the bot that sends."""
        return [one for one in self.person.screen if one.kind == "photo" and one.from_bot]


@pytest.fixture
async def pair(rig: Rig) -> Any:
    """Two bots of one database."""
    other = rig.sim.add_bot(OTHER, "other_bot", "别的")
    person = await rig.person()
    async with BotApi(rig.sim.url, OTHER) as api:
        yield Pair(rig, other, api, person)


async def nudge(*ones: Any) -> None:
    """What a signal does."""
    for _ in range(20):
        for one in ones:
            one.heard("copies") if isinstance(one, Delivery) else one.poke()
        await asyncio.sleep(0.01)


async def test_the_file_is_fetched_by_its_owner_and_sent_by_the_other(pair: Pair) -> None:
    sent = await pair.received()
    sender, owner = pair.sender(), pair.owner()
    async with pair.rig.running(sender, owner):
        sender.hand_over(await pair.rig.put(pair.row(sent)))
        await nudge(owner, sender)
        await pair.person.sees("看")
        await sender.idle()
        sender.hand_over(await pair.rig.put(pair.row(sent, "再看")))
        await pair.person.sees("再看")
    assert [one.files[-1].data for one in pair.pictures()] == [sent.files[-1].data] * 2
    assert len(pair.rig.calls("getFile")) == 1  # the second time it has a name of its own for it


async def test_while_it_waits_nothing_else_does_not_even_in_the_same_chat(pair: Pair) -> None:
    sent = await pair.received()
    sender = pair.sender()
    async with pair.rig.running(sender):
        waiting = await pair.rig.put(pair.row(sent))
        sender.hand_over([*waiting, *await pair.rig.put(row(pair.person.id, "话"))])
        await pair.person.sees("话")
        await sender.idle()
        assert pair.pictures() == []
        assert (await pair.rig.stored(*waiting))[0].state == "waiting"


async def test_if_its_owner_is_away_for_minutes_the_words_go_alone(pair: Pair) -> None:
    sent = await pair.received()
    sender = pair.sender()
    async with pair.rig.running(sender):
        rows = await pair.rig.put(pair.row(sent))
        sender.hand_over(rows)
        await sender.idle()
        pair.shift = copies.PATIENCE
        sender.heard("copies")
        await pair.person.sees("file-lost")
        await sender.idle()
    assert pair.pictures() == []
    assert texts(pair.person)[-1].startswith("看\n")
    assert (await pair.rig.stored(*rows))[0].state == "sent"


async def test_a_file_that_is_too_big_is_not_passed_on(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copies, "LARGEST", 10)
    sent = await pair.received()
    sender, owner = pair.sender(), pair.owner()
    async with pair.rig.running(sender, owner):
        sender.hand_over(await pair.rig.put(pair.row(sent)))
        await nudge(owner, sender)
        await pair.person.sees("file-lost")
        await sender.idle()


async def test_a_file_that_telegram_does_not_know_any_more_is_not_waited_for(pair: Pair) -> None:
    lost = Content(kind="voice", file_id="nothing", bot_id=pair.other.id)
    sender, owner = pair.sender(), pair.owner()
    async with pair.rig.running(sender, owner):
        sender.hand_over(await pair.rig.put(row(pair.person.id, say("听", content=lost))))
        await nudge(owner, sender)
        await pair.person.sees("file-lost")
        await sender.idle()


async def test_trouble_on_the_way_is_tried_again(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    sent = await pair.received()
    download, failures = pair.api.download, [Unreachable("x"), ApiError(502, "x")]

    async def shaky(path: str, largest: int) -> bytes:
        if failures:
            raise failures.pop()
        return await download(path, largest)

    monkeypatch.setattr(pair.api, "download", shaky)
    sender, owner = pair.sender(), pair.owner()
    owner._backoff.first = 0.01
    async with pair.rig.running(sender, owner):
        sender.hand_over(await pair.rig.put(pair.row(sent)))
        await nudge(owner, sender)
        await pair.person.sees("看", timeout=15)
        await sender.idle()
    assert len(pair.pictures()) == 1


async def test_what_is_dropped_while_it_waits_is_not_sent(pair: Pair) -> None:
    sent = await pair.received()
    sender = pair.sender()
    async with pair.rig.running(sender):
        (kept,) = await pair.rig.put(pair.row(sent))
        sender.hand_over([kept])
        await sender.idle()
        async with pair.rig.database.begin() as tx:
            (await tx.session.get_one(Outbox, kept.id)).state = "dropped"
            await media.fill(tx, 1, sent.files[-1].data)
        await nudge(sender)
        await sender.idle()
    assert pair.pictures() == []


async def test_two_messages_with_one_file_ask_for_it_once(pair: Pair) -> None:
    sent = await pair.received()
    sender, owner = pair.sender(), pair.owner()
    stranger = await pair.rig.person("李桂兰")
    async with pair.rig.running(sender, owner):
        both = pair.row(sent), row(stranger.id, say("也看", content=pair.content(sent)))
        sender.hand_over(await pair.rig.put(*both))
        await nudge(owner, sender)
        await stranger.sees("也看")
        await pair.person.sees("看")
        await sender.idle()
    assert len(pair.rig.calls("getFile")) == 1


async def test_what_came_by_this_bot_needs_no_copy(pair: Pair) -> None:
    sent = await pair.person.sends_photo()
    content = Content(kind="photo", file_id=file_id(pair.rig.bot, sent.files[-1]), bot_id=pair.rig.bot.id)
    sender = pair.sender()
    async with pair.rig.running(sender):
        sender.hand_over(await pair.rig.put(row(pair.person.id, say("看", content=content))))
        await pair.person.sees("看")
        await sender.idle()
    async with pair.rig.database.begin() as tx:
        assert await media.copy(tx, 1) is None


async def test_being_told_to_stop_ends_a_download(pair: Pair, monkeypatch: pytest.MonkeyPatch) -> None:
    sent = await pair.received()
    begun = asyncio.Event()

    async def endless(_path: str, _largest: int) -> bytes:
        begun.set()
        await asyncio.sleep(60)
        return b""

    monkeypatch.setattr(pair.api, "download", endless)
    sender, owner = pair.sender(), pair.owner()
    async with asyncio.timeout(5), pair.rig.running(sender, owner):
        sender.hand_over(await pair.rig.put(pair.row(sent)))
        await nudge(owner)
        await begun.wait()
        pair.rig.stop.set()


async def test_a_download_is_bounded_and_its_refusals_are_told(pair: Pair) -> None:
    sent = await pair.received()
    found = await pair.api.call("getFile", {"file_id": file_id(pair.other, sent.files[-1])})
    data = sent.files[-1].data
    assert await pair.api.download(found["file_path"], len(data)) == data
    with pytest.raises(ApiError, match="413"):
        await pair.api.download(found["file_path"], len(data) - 1)
    with pytest.raises(ApiError, match="404"):
        await pair.api.download("photos/nothing.jpg", 10)
    async with BotApi("http://127.0.0.1:9", OTHER) as nobody:
        with pytest.raises(Unreachable):
            await nobody.download("x", 1)


async def test_whoever_may_not_send_waits_until_it_may(rig: Rig) -> None:
    person, allowed = await rig.person(), [False]
    sender = rig.delivery(may_send=lambda: allowed[0])
    async with rig.running(sender):
        sender.hand_over(await rig.put(row(person.id, "话")))
        await asyncio.sleep(0.1)
        assert texts(person) == []
        allowed[0] = True
        await person.sees("话")
