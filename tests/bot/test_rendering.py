"""Rows become Bot API calls in the reader's language; the simulator checks that Telegram would take them."""

from __future__ import annotations

import threading
from collections.abc import Awaitable, Callable

import pytest

from bot import courier
from bot.qr import qr_png
from bot.rendering import CAPTION_LIMIT, TEXT_LIMIT, Call, render
from bot.transport import Upload
from domain.messages import Bar, Button, Chart, Content, Key, Outgoing, Shade, t
from simulator.files import file_id
from simulator.model import Message
from simulator.person import Person
from storage.outbox import OutboxRow
from tests.bot.conftest import Rig, row, say, texts, translate

FILES: dict[str, Callable[[Person], Awaitable[Message]]] = {
    "photo": lambda person: person.sends_photo(),
    "voice": lambda person: person.sends_voice(),
    "video": lambda person: person.sends_video(),
    "video_note": lambda person: person.sends_video_note(),
    "document": lambda person: person.sends_document("账目.pdf", b"%PDF"),
    "sticker": lambda person: person.sends_sticker(),
}
PLACES = {
    "location": Content(kind="location", latitude=30.5, longitude=104.0),
    "venue": Content(kind="venue", latitude=30.5, longitude=104.0, title="村委会", text="马曲村 1 号"),
    "contact": Content(kind="contact", phone="+8613800000001", title="王 <秀英>"),
}


def calls(message: Outgoing | str, **fields: object) -> list[Call]:
    """What a row renders to."""
    return render(row(7, message, **fields), translate)


async def pass_on(rig: Rig, kind: str, message: Callable[[Content], Outgoing]) -> Person:
    """Have somebody send content of this kind, and the bot pass it on to somebody else."""
    sender, reader = await rig.person("Sender"), await rig.person("Reader")
    if kind in FILES:
        sent = await FILES[kind](sender)
        content = Content(kind=kind, file_id=file_id(rig.bot, sent.files[-1]))  # type: ignore[arg-type]
    elif kind in ("audio", "animation"):
        stored = rig.sim.world.files.add(kind, b"data", "file")
        content = Content(kind=kind, file_id=file_id(rig.bot, stored))
    else:
        content = PLACES[kind]
    delivery = rig.delivery()
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(row(reader.id, message(content))))
        await delivery.idle()
    return reader


@pytest.mark.parametrize("kind", ["photo", "voice", "video", "document", "audio", "animation"])
async def test_words_of_the_bot_and_of_the_sender_become_the_caption(rig: Rig, kind: str) -> None:
    reader = await pass_on(
        rig,
        kind,
        lambda content: say("From: Wang", content=content.model_copy(update={"text": "it <broke>"})),
    )
    [message] = [message for message in reader.screen if message.from_bot]
    assert (message.kind, message.text) == (kind, "From: Wang\nit <broke>")


@pytest.mark.parametrize("kind", ["sticker", "video_note", "location", "venue", "contact"])
async def test_words_go_before_what_takes_no_caption_and_it_replies_to_them(rig: Rig, kind: str) -> None:
    buttons = [[Button(text=t("say", words="reply"), tap="go|desk")]]
    reader = await pass_on(rig, kind, lambda content: say("From: Wang", content=content, buttons=buttons))
    words, content = [message for message in reader.screen if message.from_bot]
    assert (words.kind, words.text) == ("text", "From: Wang")
    assert content.kind == kind
    assert content.reply_to is words
    assert reader.buttons(words) == ["reply"]
    assert reader.buttons(content) == []


@pytest.mark.parametrize("kind", [*FILES, *PLACES, "audio", "animation"])
async def test_content_alone_carries_the_buttons_itself(rig: Rig, kind: str) -> None:
    buttons = [[Button(text=t("say", words="ok"), tap="go|desk")]]
    reader = await pass_on(rig, kind, lambda content: Outgoing(content=content, buttons=buttons))
    [message] = [message for message in reader.screen if message.from_bot]
    assert message.kind == kind
    assert reader.buttons(message) == ["ok"]


async def test_a_caption_that_is_too_long_is_sent_before_the_content(rig: Rig) -> None:
    long = "字" * (CAPTION_LIMIT + 1)
    reader = await pass_on(rig, "photo", lambda content: say(long, content=content))
    assert [message.kind for message in reader.screen] == ["text", "photo"]
    assert texts(reader) == [long, ""]


async def test_a_text_that_is_too_long_is_cut_kindly(rig: Rig) -> None:
    reader = await rig.person()
    delivery = rig.delivery()
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(row(reader.id, "😀<" * TEXT_LIMIT)))
        await delivery.idle()
    [text] = texts(reader)
    assert text == "😀<" * (TEXT_LIMIT // 3) + "…"


async def test_a_link_is_shown_as_a_qr_picture_with_its_caption(rig: Rig) -> None:
    reader = await rig.person()
    delivery = rig.delivery()
    message = say("scan me", qr="https://t.me/bangban_demo_bot?start=c-maqu")
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(row(reader.id, message)))
        await delivery.idle()
    assert (reader.last.kind, reader.last.text) == ("photo", "scan me")
    assert reader.last.files[-1].data.startswith(b"\x89PNG")


CHART = Chart(
    title=t("title"),
    legend=(Shade(text=t("late"), tone="late"),),
    bars=(Bar(label=t("say", words="矛盾调解"), counts=(3,)),),
)


async def test_a_chart_is_drawn_when_it_is_sent_with_its_words_as_caption(rig: Rig) -> None:
    reader = await rig.person()
    delivery = rig.delivery()
    buttons = [[Button(text=t("say", words="more"), tap="go|desk")]]
    async with rig.running(delivery):
        delivery.hand_over(
            await rig.put(row(reader.id, say("3 are late", attachment=CHART, buttons=buttons)))
        )
        await delivery.idle()
    assert (reader.last.kind, reader.last.text) == ("photo", "3 are late")
    assert reader.last.files[-1].data.startswith(b"\x89PNG")
    assert reader.buttons() == ["more"]


async def test_a_chart_follows_words_that_are_too_long_for_a_caption(rig: Rig) -> None:
    reader = await rig.person()
    delivery = rig.delivery()
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(row(reader.id, say("字" * (CAPTION_LIMIT + 1), attachment=CHART))))
        await delivery.idle()
    assert [message.kind for message in reader.screen if message.from_bot] == ["text", "photo"]


def fails(*_: object) -> Upload:
    """Make nothing."""
    raise OSError("no font")


async def test_a_chart_that_cannot_be_drawn_loses_no_words(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(courier, "make", fails)
    reader = await rig.person()
    delivery = rig.delivery()
    async with rig.running(delivery):
        [stored] = await rig.put(row(reader.id, say("3 are late", attachment=CHART)))
        delivery.hand_over([stored])
        await delivery.idle()
    assert (reader.last.kind, reader.last.text) == ("text", "3 are late")
    assert (await rig.stored(stored))[0].state == "sent"
    assert "An attachment was not made" in caplog.text


async def test_while_a_chart_is_drawn_others_get_their_messages(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn = threading.Event()

    def slowly(*_: object) -> Upload:
        assert drawn.wait(10)
        return "chart.png", qr_png("x")

    monkeypatch.setattr(courier, "make", slowly)
    patient, hurried = await rig.person("A"), await rig.person("B")
    delivery = rig.delivery()
    async with rig.running(delivery):
        rows = [row(patient.id, say("chart", attachment=CHART)), row(hurried.id, "words")]
        delivery.hand_over(await rig.put(*rows))
        await hurried.sees("words")
        assert not patient.has_seen("chart")
        drawn.set()
        await delivery.idle()
    assert patient.last.kind == "photo"


def test_an_edit_of_a_chart_changes_its_words_only() -> None:
    [call] = render(row(7, say("less", attachment=CHART), method="edit"), translate, 5)
    assert (call.method, call.files) == ("editMessageCaption", {})


async def test_keys_stay_under_the_typing_box_until_they_are_taken_away(rig: Rig) -> None:
    person = await rig.person()
    keys = [[Key(text=t("say", words="菜单 & 帮助"))], [Key(text=t("say", words="phone"), asks="contact")]]
    delivery = rig.delivery()
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(row(person.id, say("1", keys=keys))))
        await delivery.idle()
        assert person.keyboard == ["菜单 & 帮助", "phone"]
        assert person.chat.reply_keyboard["keyboard"][1][0]["request_contact"] is True
        delivery.hand_over(await rig.put(row(person.id, say("2", keys=[]))))
        await delivery.idle()
    assert person.keyboard == []


async def test_a_reply_is_sent_even_if_what_it_replies_to_is_gone(rig: Rig) -> None:
    person = await rig.person()
    asked = await person.says("?")
    delivery = rig.delivery()
    async with rig.running(delivery):
        rows = [row(person.id, say("a", reply_to=asked.id)), row(person.id, say("b", reply_to=9999))]
        delivery.hand_over(await rig.put(*rows))
        await delivery.idle()
    first, second = [message for message in person.screen if message.from_bot]
    assert first.reply_to is asked
    assert second.reply_to is None


def test_everything_is_rendered_in_the_rows_own_language() -> None:
    message = Outgoing(text=t("hello"), buttons=[[Button(text=t("ok"), tap="x")]])
    [call] = calls(message, locale="zh-Hant")
    assert call.params["text"] == "hello/zh-Hant"
    assert call.params["reply_markup"]["inline_keyboard"] == [[{"text": "ok/zh-Hant", "callback_data": "x"}]]


def test_links_make_no_previews() -> None:
    [call] = calls("https://example.org")
    assert call.params["link_preview_options"] == {"is_disabled": True}


def test_somebodys_words_are_passed_on_below_the_bots() -> None:
    [call] = calls(say("Wang:", content=Content(text="<b>1 & 2</b>")))
    assert call.params["text"] == "Wang:\n&lt;b&gt;1 &amp; 2&lt;/b&gt;"
    assert call.params["parse_mode"] == "HTML"


def test_somebodys_words_alone_are_a_message() -> None:
    [call] = calls(Outgoing(content=Content(text="hello")))
    assert (call.method, call.params["text"]) == ("sendMessage", "hello")


def test_labels_of_buttons_are_plain_text() -> None:
    button = Button(text=t("say", words="A & B <C>"), url="https://example.org")
    [call] = calls(say("x", buttons=[[button]]))
    [[shown]] = call.params["reply_markup"]["inline_keyboard"]
    assert shown == {"text": "A & B <C>", "url": "https://example.org"}


def test_buttons_win_over_keys_in_one_message_and_share_two() -> None:
    buttons, keys = [[Button(text=t("b"), tap="x")]], [[Key(text=t("k"))]]
    [call] = calls(say("x", buttons=buttons, keys=keys))
    assert "inline_keyboard" in call.params["reply_markup"]
    first, second = calls(say("x", buttons=buttons, keys=keys, content=PLACES["contact"]))
    assert "inline_keyboard" in first.params["reply_markup"]
    assert "keyboard" in second.params["reply_markup"]


def test_of_two_calls_the_one_with_words_and_buttons_is_the_message_to_change_later() -> None:
    first, second = calls(say("x", content=PLACES["location"]))
    assert (first.main, first.follows) == (True, False)
    assert (second.main, second.follows) == (False, True)


@pytest.mark.parametrize(
    "message", [Outgoing(), Outgoing(buttons=[[Button(text=t("b"), tap="x")]]), say("  ")]
)
def test_a_message_that_says_nothing_is_refused(message: Outgoing) -> None:
    with pytest.raises(ValueError, match="without words"):
        calls(message)


def edit(message: Outgoing | str) -> Call:
    """What an edit of message 5 renders to."""
    [call] = render(row(7, message, method="edit"), translate, message_id=5)
    return call


def test_an_edit_changes_text_caption_or_buttons() -> None:
    photo = Content(kind="photo", file_id="abc")
    assert edit("text").method == "editMessageText"
    assert edit(say("caption", content=photo)).method == "editMessageCaption"
    assert edit(say("x" * 1025, content=photo)).method == "editMessageText"
    assert edit(say("text", content=PLACES["location"])).method == "editMessageText"
    assert edit(Outgoing()).method == "editMessageReplyMarkup"
    assert edit(Outgoing()).params == {"chat_id": 7, "message_id": 5}


def test_an_edit_without_a_message_to_change_is_sent() -> None:
    [call] = calls("text", method="edit")
    assert call.method == "sendMessage"


def test_an_answer_without_words_only_stops_the_spinner() -> None:
    [call] = calls(Outgoing(callback_id="9"), method="answer")
    assert (call.method, call.params) == ("answerCallbackQuery", {"callback_query_id": "9"})


def test_a_toast_is_plain_and_short_and_may_be_an_alert() -> None:
    [call] = calls(say("<" * 300, callback_id="9", alert=True), method="answer")
    assert call.params["text"] == "<" * 199 + "…"
    assert call.params["show_alert"] is True


def test_a_venue_without_an_address_has_its_name_for_one() -> None:
    venue = Content(kind="venue", latitude=1.0, longitude=2.0, title="村委会")
    [call] = calls(Outgoing(content=venue))
    assert (call.params["title"], call.params["address"]) == ("村委会", "村委会")


def test_a_row_with_unknown_fields_is_refused() -> None:
    broken: OutboxRow = row(7, "x", body={"txt": {}})
    with pytest.raises(ValueError, match="txt"):
        render(broken, translate)


def test_what_goes_to_a_topic_names_it_in_every_call_that_sends() -> None:
    photo = Content(kind="photo", file_id="F", text="x" * 2000)
    for message in (say("card"), say("card", qr="https://t.me/x"), say("card", content=photo)):
        made = calls(message, thread_id=5)
        assert {call.params["message_thread_id"] for call in made} == {5}


def test_what_changes_or_answers_needs_no_topic() -> None:
    [edit] = render(row(7, "card", method="edit", thread_id=5), translate, 9)
    [answer] = calls(say("", callback_id="1"), method="answer", thread_id=5)
    assert "message_thread_id" not in {**edit.params, **answer.params}


def test_an_edit_that_finds_no_message_says_it_in_the_topic() -> None:
    [sent] = calls("card", method="edit", thread_id=5)
    assert (sent.method, sent.params["message_thread_id"]) == ("sendMessage", 5)


def test_what_goes_to_no_topic_names_none() -> None:
    [sent] = calls("card")
    assert "message_thread_id" not in sent.params
