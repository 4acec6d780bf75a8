"""The other library that is used most talks through the simulator and understands all that it says."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

import pytest

from simulator import Fault, Person, Simulator
from tests.simulator.conftest import TOKEN

if TYPE_CHECKING:
    from aiogram import Bot  # here it is only imported when it is used: that takes three seconds


@pytest.fixture
async def bot(sim: Simulator) -> AsyncIterator[Bot]:
    from aiogram import Bot
    from aiogram.client.session.aiohttp import AiohttpSession
    from aiogram.client.telegram import TelegramAPIServer

    session = AiohttpSession(api=TelegramAPIServer.from_base(sim.url))
    yield Bot(TOKEN, session=session)
    await session.close()


async def test_an_aiogram_bot_holds_a_conversation(sim: Simulator, bot: Bot) -> None:
    from aiogram import Dispatcher, F
    from aiogram.types import BufferedInputFile, CallbackQuery, InputMediaPhoto, Message
    from aiogram.utils.keyboard import InlineKeyboardBuilder

    dispatcher = Dispatcher()

    @dispatcher.message(F.text.startswith("/start"))
    async def hello(message: Message) -> None:
        buttons = InlineKeyboardBuilder()
        buttons.button(text="接单", callback_data="take")
        await message.answer(
            f"<b>您好</b>，{message.text}", parse_mode="HTML", reply_markup=buttons.as_markup()
        )

    @dispatcher.callback_query(F.data == "take")
    async def taken(query: CallbackQuery) -> None:
        assert isinstance(query.message, Message)
        await query.message.edit_text("已接单")
        await query.answer("收到")

    @dispatcher.message(F.photo)
    async def pictures(message: Message, bot: Bot) -> None:
        assert message.photo is not None
        data = await bot.download(message.photo[-1])
        assert data is not None
        album = [
            InputMediaPhoto(media=BufferedInputFile(data.read(), "x.png"), caption="一"),
            InputMediaPhoto(media=message.photo[0].file_id),
        ]
        await message.answer_media_group([*album])

    grandma = sim.person("王秀英")
    await grandma.starts("abc")
    for _ in range(3):
        updates = await bot.get_updates()
        for update in updates:
            await dispatcher.feed_update(bot, update)
        await bot.get_updates(offset=updates[-1].update_id + 1)
        if grandma.has_seen("已接单"):
            await grandma.sends_photo()
        else:
            await grandma.sees("您好，/start abc")
            await grandma.taps("接单")
    assert grandma.toasts == ["收到"]
    assert [message.kind for message in grandma.screen[-2:]] == ["photo", "photo"]


async def test_aiogram_knows_the_errors(sim: Simulator, bot: Bot, grandma: Person) -> None:
    from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError, TelegramRetryAfter

    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await bot.send_message(4711, "x")
    sim.world.faults.script("sendMessage", [Fault.FLOOD])
    with pytest.raises(TelegramRetryAfter):
        await bot.send_message(grandma.id, "x")
    await grandma.blocks()
    with pytest.raises(TelegramForbiddenError, match="bot was blocked by the user"):
        await bot.send_message(grandma.id, "x")


async def test_aiogram_reads_every_kind_of_update(bot: Bot, grandma: Person) -> None:
    for act in (grandma.sends_voice, grandma.sends_sticker, grandma.sends_poll, grandma.sends_dice):
        await act()
    await grandma.forwards(await grandma.says("头疼"))
    await grandma.blocks()
    updates = await bot.get_updates()
    assert [update.event_type for update in updates] == ["message"] * 7 + ["my_chat_member"]
    chat = await bot.get_chat(grandma.id)
    assert chat.first_name == "王秀英"
