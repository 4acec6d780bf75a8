"""A whole story with several people and a small bot, as the project's own stories will tell theirs."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from typing import Any

import pytest

from simulator import Person, Simulator
from tests.simulator.conftest import Client

OFFER = {
    "inline_keyboard": [
        [{"text": "接单", "callback_data": "take"}, {"text": "有事", "callback_data": "skip"}]
    ]
}
DONE = {
    "inline_keyboard": [
        [{"text": "办好了", "callback_data": "done"}, {"text": "没办好", "callback_data": "not"}]
    ]
}


class Clinic:
    """A bot that offers what villagers write to every doctor; the first to take it talks with the asker."""

    def __init__(self, client: Client, doctors: list[Person]) -> None:
        self.client = client
        self.doctors = [doctor.id for doctor in doctors]
        self.cards: dict[int, int] = {}
        self.asker = self.taker = 0
        self.unreachable: list[int] = []

    async def run(self) -> None:
        offset = 0
        while True:
            for update in await self.client.updates(offset=offset, timeout=20):
                offset = update["update_id"] + 1
                if "callback_query" in update:
                    await self.tapped(update["callback_query"])
                elif "message" in update:
                    await self.wrote(update["message"])

    async def wrote(self, message: dict[str, Any]) -> None:
        sender = message["from"]["id"]
        if message.get("text", "").startswith("/start"):
            await self.client("sendMessage", chat_id=sender, text="您好，有事请说")
        elif sender == self.taker:
            await self.pass_on(message, self.asker)
        elif self.taker:
            await self.pass_on(message, self.taker)
        else:
            self.asker = sender
            await self.offer()

    async def pass_on(self, message: dict[str, Any], to: int) -> None:
        chat = message["chat"]["id"]
        await self.client("copyMessage", chat_id=to, from_chat_id=chat, message_id=message["message_id"])

    async def offer(self) -> None:
        for doctor in self.doctors:
            card = {
                "chat_id": doctor,
                "text": "有人<b>不舒服</b>",
                "parse_mode": "HTML",
                "reply_markup": OFFER,
            }
            status, body = await self.client.raw("sendMessage", json=card)
            if status != 200:
                self.unreachable.append(doctor)
            else:
                self.cards[doctor] = body["result"]["message_id"]
        await self.client("sendMessage", chat_id=self.asker, text="已转给村医")

    async def tapped(self, query: dict[str, Any]) -> None:
        taken = self.taker not in (0, query["from"]["id"])
        answer = "已被别人接了" if taken else "收到"
        await self.client("answerCallbackQuery", callback_query_id=query["id"], text=answer)
        if query["data"] == "take" and not taken:
            self.taker = query["from"]["id"]
            for doctor, card in self.cards.items():
                text = "由您办理" if doctor == self.taker else "已有人接"
                await self.client("editMessageText", chat_id=doctor, message_id=card, text=text)
            await self.client("sendMessage", chat_id=self.asker, text="村医接了，请直接说", reply_markup=DONE)


@pytest.fixture
def doctors(sim: Simulator) -> list[Person]:
    return [sim.person(name, label="村医") for name in ("李医生", "张医生", "孙医生")]


@pytest.fixture
async def clinic(client: Client, doctors: list[Person]) -> AsyncIterator[Clinic]:
    bot = Clinic(client, doctors)
    running = asyncio.create_task(bot.run())
    yield bot
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running


async def test_the_first_to_take_it_wins_and_the_others_cards_change(
    sim: Simulator, clinic: Clinic, grandma: Person, doctors: list[Person]
) -> None:
    first, second, third = doctors
    for doctor in doctors:
        await doctor.starts()
        await doctor.sees("您好")
    await third.blocks()
    await grandma.says("头疼得很")
    await grandma.sees("已转给村医")
    card = await second.sees("不舒服")
    assert (second.buttons(card), clinic.unreachable) == (["接单", "有事"], [third.id])
    await first.taps("接单")
    await first.sees("由您办理")
    await second.sees("已有人接")
    assert second.buttons(card) == []
    await second.taps_data(card, "take")
    await sim.settled()
    assert (first.toasts, second.toasts) == (["收到"], ["已被别人接了"])
    assert not third.has_seen("不舒服")


async def test_asker_and_taker_talk_without_seeing_each_others_account(
    sim: Simulator, clinic: Clinic, grandma: Person, doctors: list[Person]
) -> None:
    first = doctors[0]
    await first.starts()
    await sim.settled()
    await grandma.says("头疼得很")
    await first.taps("接单")
    await grandma.sees("请直接说")
    assert grandma.buttons() == ["办好了", "没办好"]
    await first.says("多久了?")
    question = await grandma.sees("多久了?")
    assert question.sender is sim.world.bot.user
    await grandma.sends_photo("舌头", reply_to=question)
    shown = await first.sees("舌头")
    assert (shown.kind, shown.origin) == ("photo", None)
    await grandma.sends_voice(7)
    await sim.settled()
    assert [message.kind for message in first.screen[-2:]] == ["photo", "voice"]
    await first.does_not_see(grandma.name)
    assert sim.world.unanswered_callbacks == []
