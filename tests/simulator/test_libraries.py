"""The most used library talks through the simulator and understands all that it says."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from telegram import (
    Bot,
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    ReplyParameters,
    Update,
)
from telegram import InputMediaPhoto as PtbInputMediaPhoto
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
)
from telegram.ext import (
    Application,
    ApplicationBuilder,
    CallbackQueryHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    filters,
)

from simulator import Fault, Person, Simulator
from simulator.groups import add_group, upgrade
from simulator.media import picture
from tests.simulator.conftest import TOKEN

Context = ContextTypes.DEFAULT_TYPE
App = Application[Any, Any, Any, Any, Any, Any]
TAKE = InlineKeyboardMarkup([[InlineKeyboardButton("接单", callback_data="take")]])


@pytest.fixture
async def ptb(sim: Simulator) -> AsyncIterator[Bot]:
    async with Bot(TOKEN, base_url=f"{sim.url}/bot", base_file_url=f"{sim.url}/file/bot") as bot:
        yield bot


async def start(update: Update, context: Context) -> None:
    assert update.message is not None
    keyboard = ReplyKeyboardMarkup([[KeyboardButton("发手机号", request_contact=True)]], resize_keyboard=True)
    await update.message.reply_text(f"您好，{' '.join(context.args or ())}", reply_markup=keyboard)


async def contact(update: Update, context: Context) -> None:
    assert update.message is not None
    assert update.message.contact is not None
    await update.message.reply_html(
        f"<b>{update.message.contact.phone_number}</b> 头疼吗?", reply_markup=TAKE
    )


async def take(update: Update, context: Context) -> None:
    assert update.callback_query is not None
    await update.callback_query.answer("收到", show_alert=True)
    await update.callback_query.edit_message_text("已接单")


async def photo(update: Update, context: Context) -> None:
    assert update.message is not None
    file = await update.message.photo[-1].get_file()
    size = len(await file.download_as_bytearray())
    await update.message.reply_photo(update.message.photo[0].file_id, caption=f"{size} 字节")


@pytest.fixture
async def application(sim: Simulator) -> AsyncIterator[App]:
    builder = (
        ApplicationBuilder().token(TOKEN).base_url(f"{sim.url}/bot").base_file_url(f"{sim.url}/file/bot")
    )
    made = builder.build()
    made.add_handler(CommandHandler("start", start))
    made.add_handler(MessageHandler(filters.CONTACT, contact))
    made.add_handler(MessageHandler(filters.PHOTO, photo))
    made.add_handler(CallbackQueryHandler(take, "take"))
    async with made:
        await made.start()
        assert made.updater is not None
        await made.updater.start_polling(poll_interval=0)
        yield made
        await made.updater.stop()
        await made.stop()


async def test_a_ptb_application_holds_a_conversation(
    application: App,
    sim: Simulator,
) -> None:
    grandma = sim.person("王秀英", phone="+8613800000001")
    await grandma.follows("https://t.me/test_bot?start=马曲村")
    await grandma.sees("您好，马曲村")
    await grandma.taps("手机号")
    await grandma.sees("+8613800000001 头疼吗?")
    await grandma.taps("接单")
    await grandma.sees("已接单")
    assert grandma.toasts == ["收到"]
    await grandma.sends_photo()
    assert (await grandma.sees("字节")).kind == "photo"
    await sim.settled()
    assert sim.world.unanswered_callbacks == []
    assert {call.status for call in sim.world.calls} == {200}


async def test_ptb_reads_every_kind_of_update(
    ptb: Bot, sim: Simulator, grandma: Person, doctor: Person
) -> None:
    said = await grandma.says("头疼 /help")
    await grandma.edits(said, "头很疼")
    await grandma.sends_album(2, "两张")
    for act in (grandma.sends_voice, grandma.sends_video, grandma.sends_video_note, grandma.sends_sticker):
        await act()
    await grandma.sends_document("表.csv", b"1")
    await grandma.sends_location()
    await grandma.sends_venue("村委会", "1 号")
    await grandma.shares_contact(doctor)
    await grandma.sends_poll()
    await grandma.sends_dice()
    await grandma.forwards(said)
    await grandma.blocks()
    group = add_group(sim.world, "马曲村", [grandma.user])
    upgrade(sim.world, group)
    updates = await ptb.get_updates()
    assert len(updates) == 20
    messages = [update.message for update in updates if update.message]
    assert messages[3].photo[-1].width == 800
    assert [message.effective_attachment is not None for message in messages[3:15]] == [True] * 12
    assert updates[1].message is not None
    assert updates[1].message.date.tzinfo is not None


async def test_ptb_reads_what_every_sending_method_returns(ptb: Bot, grandma: Person) -> None:
    chat, image = grandma.id, picture(30, 20)
    text = await ptb.send_message(
        chat,
        "<b>好</b> https://example.org",
        parse_mode="HTML",
        reply_parameters=ReplyParameters(1),
        link_preview_options=LinkPreviewOptions(is_disabled=True),
        reply_markup=TAKE,
        disable_notification=True,
        protect_content=True,
    )
    assert [entity.type for entity in text.entities] == ["bold", "url"]
    assert text.reply_to_message is not None
    photo = await ptb.send_photo(chat, image, caption="图")
    await ptb.send_document(chat, b"1,2", filename="账.csv")
    await ptb.send_voice(chat, b"OggS", duration=3)
    await ptb.send_video(chat, b"film", width=3, height=4)
    await ptb.send_video_note(chat, b"film", length=100)
    await ptb.send_audio(chat, b"song")
    await ptb.send_animation(chat, b"film")
    await ptb.send_sticker(chat, b"webp")
    await ptb.send_location(chat, 1.5, 2.5)
    await ptb.send_venue(chat, 1.5, 2.5, "村委会", "1 号")
    await ptb.send_contact(chat, "+86138", "李")
    await ptb.send_dice(chat)
    album = await ptb.send_media_group(chat, [PtbInputMediaPhoto(image), PtbInputMediaPhoto(photo.photo[0])])
    assert len(album) == 2
    await ptb.edit_message_caption(chat, photo.message_id, caption="新图")
    await ptb.edit_message_media(PtbInputMediaPhoto(image), chat, photo.message_id)
    await ptb.edit_message_reply_markup(chat, photo.message_id, reply_markup=TAKE)
    await ptb.copy_message(chat, chat, photo.message_id)
    await ptb.forward_message(chat, chat, photo.message_id)
    await ptb.pin_chat_message(chat, photo.message_id)
    await ptb.set_message_reaction(chat, photo.message_id, "👍")
    await ptb.delete_messages(chat, [album[0].message_id])


async def test_ptb_reads_what_the_other_methods_return(ptb: Bot, grandma: Person) -> None:
    assert (await ptb.get_me()).username == "test_bot"
    assert (await ptb.get_chat(grandma.id)).first_name == "王秀英"
    assert (await ptb.get_chat_member(grandma.id, grandma.id)).status == "member"
    assert (await ptb.get_user_profile_photos(grandma.id)).total_count == 0
    assert await ptb.set_my_commands([BotCommand("help", "帮助")])
    assert (await ptb.get_my_commands())[0].command == "help"
    assert (await ptb.get_my_name()).name == "帮办"
    assert (await ptb.get_chat_menu_button()).type == "commands"
    assert (await ptb.get_webhook_info()).pending_update_count == 1
    assert await ptb.send_chat_action(grandma.id, "typing")
    assert await ptb.delete_webhook(drop_pending_updates=True)


async def test_ptb_knows_every_error_for_what_it_is(
    ptb: Bot, sim: Simulator, grandma: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    with pytest.raises(BadRequest, match="Chat not found"):
        await ptb.send_message(4711, "x")
    with pytest.raises(BadRequest, match="Can't parse entities: unsupported start tag"):
        await ptb.send_message(grandma.id, "<x>", parse_mode="HTML")
    sim.world.faults.script("sendMessage", [Fault.FLOOD, Fault.SERVER_ERROR, Fault.RESET])
    with pytest.raises(RetryAfter):
        await ptb.send_message(grandma.id, "x")
    for _ in range(2):
        with pytest.raises(NetworkError):
            await ptb.send_message(grandma.id, "x")
    await grandma.blocks()
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await ptb.send_message(grandma.id, "x")
    group = add_group(sim.world, "马曲村", [grandma.user])
    moved = upgrade(sim.world, group)
    with pytest.raises(ChatMigrated) as caught:
        await ptb.send_message(group.id, "x")
    assert caught.value.new_chat_id == moved.id
    await ptb.set_webhook("https://example.org/hook")
    with pytest.raises(Conflict):
        await ptb.get_updates()
    with pytest.raises(InvalidToken):
        await Bot("1:no", base_url=f"{sim.url}/bot").initialize()
