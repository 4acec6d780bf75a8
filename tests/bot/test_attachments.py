"""Pictures and files that the bot makes: how they arrive, under what name, and what is said without them."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from typing import Any, get_args

import pytest
from openpyxl import load_workbook

from bot import courier, typesetting
from bot.attachments import NAME_LIMIT, make
from bot.rendering import CAPTION_LIMIT, render
from bot.transport import Upload
from domain.messages import (
    Attachment,
    Bar,
    Button,
    Card,
    CardLine,
    Chart,
    Moment,
    Outgoing,
    Shade,
    Sheet,
    Table,
    Text,
    t,
)
from simulator.faults import Fault
from simulator.files import file_id
from simulator.model import Message
from simulator.person import Person
from storage.outbox import OutboxRow
from tests.bot.conftest import Rig, row, say, texts, translate
from tests.bot.pdfs import text_of
from tests.bot.printouts import certificate, poster, signups

KEY = "household:7"
BUTTONS = [[Button(text=t("say", words="again"), tap="go|desk")]]


def words(said: str) -> Text:
    """These words, in any language."""
    return t("say", words=said)


def card(name: Text | None = None) -> Card:
    """A card with one line."""
    line = CardLine(label=words("帮扶人"), value=words("李敏"), big=True)
    return Card(name=name or words("您家的帮扶人"), title=words("您家的帮扶人"), lines=(line,))


def table(name: Text | None = None) -> Table:
    """A table with one row."""
    header = (words("姓名"), words("电话"))
    return Table(name=name or words("马曲村名单"), header=header, rows=(("王秀英", "13800000001"),))


def sheet(name: Text | None = None) -> Sheet:
    """A notice of one sentence."""
    day = Moment(at=datetime(2026, 11, 26, 4, tzinfo=UTC))
    about = {"unit": "马曲村", "kind": words("用水"), "title": "停水", "body": "明天停水。", "dated": day}
    return Sheet(name=name or words("停水通知"), form="notice", **about)


CHART = Chart(
    title=words("没办完的事"),
    legend=(Shade(text=words("晚了"), tone="late"),),
    bars=(Bar(label=words("矛盾调解"), counts=(3,)),),
)


async def deliver(rig: Rig, reader: Person, *rows: OutboxRow) -> list[OutboxRow]:
    """Send rows one after the other, and read them again."""
    delivery = rig.delivery()
    async with rig.running(delivery):
        for one in rows:
            delivery.hand_over(await rig.put(one))
            await delivery.idle()
    return await rig.stored(*rows)


def fails(*_: object) -> Upload:
    """Make nothing."""
    raise OSError("no font")


def arrived(reader: Person) -> tuple[str, str, str | None]:
    """The last message: its kind, its words, the name of its file."""
    message: Message = reader.last
    return message.kind, message.text, message.files[-1].name if message.files else None


async def test_a_card_arrives_as_a_document_with_a_chinese_name_caption_and_buttons(rig: Rig) -> None:
    reader = await rig.person()
    await deliver(rig, reader, row(reader.id, say("print this", attachment=card(), buttons=BUTTONS)))

    assert arrived(reader) == ("document", "print this", "您家的帮扶人.pdf")
    assert reader.last.files[-1].data.startswith(b"%PDF-")
    assert reader.buttons() == ["again"]


async def test_a_notice_arrives_as_a_document_to_print(rig: Rig) -> None:
    reader = await rig.person()
    await deliver(rig, reader, row(reader.id, say("hang it up", attachment=sheet(), buttons=BUTTONS)))

    assert arrived(reader) == ("document", "hang it up", "停水通知.pdf")
    assert "notice-sheet-notice/en" in text_of(reader.last.files[-1].data)
    assert reader.buttons() == ["again"]


@pytest.mark.parametrize(
    ("attachment", "name"),
    [(signups(), "名单.pdf"), (certificate(), "证书.pdf"), (poster(), "海报.pdf")],
    ids=["list", "certificate", "poster"],
)
async def test_the_papers_of_an_activity_arrive_as_documents(
    rig: Rig, attachment: Attachment, name: str
) -> None:
    reader = await rig.person()
    named = attachment.model_copy(update={"name": words(name.removesuffix(".pdf"))})
    await deliver(rig, reader, row(reader.id, say("print this", attachment=named, buttons=BUTTONS)))

    assert arrived(reader) == ("document", "print this", name)
    assert reader.last.files[-1].data.startswith(b"%PDF-")
    assert reader.buttons() == ["again"]


async def test_a_table_arrives_as_a_document_that_a_spreadsheet_program_reads(rig: Rig) -> None:
    reader = await rig.person()
    await deliver(rig, reader, row(reader.id, say("1 household", attachment=table(), buttons=BUTTONS)))

    assert arrived(reader) == ("document", "1 household", "马曲村名单.xlsx")
    sheet = load_workbook(io.BytesIO(reader.last.files[-1].data)).worksheets[0]
    assert list(sheet.iter_rows(values_only=True)) == [("姓名", "电话"), ("王秀英", "13800000001")]
    assert reader.buttons() == ["again"]


async def test_a_chart_arrives_as_a_photo(rig: Rig) -> None:
    reader = await rig.person()
    await deliver(rig, reader, row(reader.id, say("3 are late", attachment=CHART)))

    assert arrived(reader)[:2] == ("photo", "3 are late")


async def test_a_chart_in_a_row_of_before_is_still_sent(rig: Rig) -> None:
    reader = await rig.person()
    older = {"text": words("3 are late").pack(), "chart": CHART.pack()}
    await deliver(rig, reader, row(reader.id, "", body=older))

    assert arrived(reader)[:2] == ("photo", "3 are late")


async def test_a_file_that_was_sent_can_be_fetched_whole(rig: Rig) -> None:
    reader = await rig.person()
    await deliver(rig, reader, row(reader.id, say("list", attachment=table())))

    found = await rig.api.call("getFile", {"file_id": file_id(rig.bot, reader.last.files[-1])})
    fetched = await rig.api.download(found["file_path"], 1_000_000)
    assert load_workbook(io.BytesIO(fetched)).worksheets[0]["B2"].value == "13800000001"


async def test_a_file_may_come_without_words(rig: Rig) -> None:
    reader = await rig.person()
    await deliver(rig, reader, row(reader.id, Outgoing(attachment=card(), buttons=BUTTONS)))

    assert arrived(reader) == ("document", "", "您家的帮扶人.pdf")
    assert reader.buttons() == ["again"]


@pytest.mark.parametrize(("length", "kinds"), [(0, ["document"]), (1, ["text", "document"])])
async def test_a_file_follows_words_that_are_too_long_for_a_caption(
    rig: Rig, length: int, kinds: list[str]
) -> None:
    reader = await rig.person()
    long = "字" * (CAPTION_LIMIT + length)
    await deliver(rig, reader, row(reader.id, say(long, attachment=card(), buttons=BUTTONS)))

    shown = [message for message in reader.screen if message.from_bot]
    assert [message.kind for message in shown] == kinds
    assert shown[0].text == long
    assert reader.buttons(shown[0]) == ["again"]


@pytest.mark.parametrize(
    "attachment",
    [card(), table(), sheet(), signups(), certificate(), poster()],
    ids=["card", "table", "sheet", "list", "certificate", "poster"],
)
async def test_when_a_file_cannot_be_made_the_words_go_alone_and_say_so(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, attachment: Attachment
) -> None:
    monkeypatch.setattr(courier, "make", fails)
    reader = await rig.person()
    [stored] = await deliver(
        rig, reader, row(reader.id, say("print", attachment=attachment, buttons=BUTTONS))
    )

    assert arrived(reader) == ("text", "print\nfile-not-made/en", None)
    assert reader.buttons() == ["again"]
    assert stored.state == "sent"
    assert "An attachment was not made" in caplog.text


async def test_when_a_file_without_words_cannot_be_made_that_is_what_is_said(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(courier, "make", fails)
    reader = await rig.person()
    await deliver(rig, reader, row(reader.id, Outgoing(attachment=table())))

    assert texts(reader) == ["file-not-made/en"]


async def test_a_typesetter_that_panics_stops_nobody(rig: Rig, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typesetting, "_template", lambda name: b'#panic("broken")')
    reader = await rig.person()
    rows = [row(reader.id, say("print", attachment=card())), row(reader.id, say("list", attachment=table()))]
    await deliver(rig, reader, *rows)

    shown = [(message.kind, message.text) for message in reader.screen if message.from_bot]
    assert shown == [("text", "print\nfile-not-made/en"), ("document", "list")]


@pytest.mark.parametrize(
    "attachment", [CHART, card(), table(), sheet()], ids=["chart", "card", "table", "sheet"]
)
async def test_an_edit_changes_the_caption_and_buttons_and_leaves_the_file(
    rig: Rig, monkeypatch: pytest.MonkeyPatch, attachment: Attachment
) -> None:
    reader = await rig.person()
    first = row(reader.id, say("old", attachment=attachment, buttons=BUTTONS), key=KEY)
    await deliver(rig, reader, first)
    file = reader.last.files[-1]
    monkeypatch.setattr(courier, "make", fails)  # it is not made again
    edit = row(reader.id, say("changed", attachment=attachment), key=KEY, method="edit")
    [stored] = await deliver(rig, reader, edit)

    assert texts(reader) == ["changed"]
    assert reader.last.files[-1] is file
    assert reader.buttons() == []
    assert stored.state == "sent"


async def test_an_edit_that_no_longer_knows_of_the_file_changes_its_caption(rig: Rig) -> None:
    reader = await rig.person()
    await deliver(rig, reader, row(reader.id, say("old", attachment=card()), key=KEY))
    await deliver(rig, reader, row(reader.id, "changed", key=KEY, method="edit"))

    assert arrived(reader) == ("document", "changed", "您家的帮扶人.pdf")


async def test_an_edit_of_words_whose_file_could_not_be_made_changes_the_words(
    rig: Rig, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = await rig.person()
    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(courier, "make", fails)
        await deliver(rig, reader, row(reader.id, say("old", attachment=card()), key=KEY))
    edit = row(reader.id, say("changed & true", attachment=card(), buttons=BUTTONS), key=KEY, method="edit")
    [stored] = await deliver(rig, reader, edit)

    assert texts(reader) == ["changed & true"]
    assert reader.buttons() == ["again"]
    assert stored.state == "sent"


async def test_an_edit_of_what_was_never_sent_brings_the_file(rig: Rig) -> None:
    reader = await rig.person()
    await deliver(rig, reader, row(reader.id, say("new", attachment=card()), key=KEY, method="edit"))

    assert arrived(reader) == ("document", "new", "您家的帮扶人.pdf")


async def test_a_file_is_sent_once_however_often_it_was_tried(rig: Rig) -> None:
    reader = await rig.person()
    rig.sim.world.faults.script("sendDocument", [Fault.SERVER_ERROR, Fault.RESET])
    delivery = rig.delivery()
    async with rig.running(delivery):
        delivery.hand_over(await rig.put(row(reader.id, say("print", attachment=card()))))
        await reader.sees("print")
        await delivery.idle()

    assert [message.kind for message in reader.screen if message.from_bot] == ["document"]


def test_a_file_goes_to_its_topic() -> None:
    upload = make(card(), translate, "en")
    [call] = render(row(7, say("x", attachment=card()), thread_id=5), translate, None, upload)

    assert (call.method, call.params["message_thread_id"]) == ("sendDocument", 5)
    assert call.files == {"document": upload}


@pytest.mark.parametrize(("made", "ending"), [(card, ".pdf"), (table, ".xlsx"), (sheet, ".pdf")])
def test_a_files_name_is_in_the_readers_language(made: Any, ending: str) -> None:
    names = [make(made(t("list")), translate, locale)[0] for locale in ("zh-Hans", "zh-Hant", "en")]

    assert names == [f"list_{locale}{ending}" for locale in ("zh-Hans", "zh-Hant", "en")]


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("王 <秀英> & 李", "王 _秀英_ & 李"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("CON", "CON_"),
        ("🤝", "🤝"),
        ("\n", "file"),
    ],
)
def test_a_files_name_is_safe_whatever_the_words_are(name: str, file: str) -> None:
    assert make(table(words(name)), translate, "zh-Hans")[0] == f"{file}.xlsx"
    assert make(card(words(name)), translate, "zh-Hans")[0] == f"{file}.pdf"
    assert make(sheet(words(name)), translate, "zh-Hans")[0] == f"{file}.pdf"


def test_a_files_name_is_no_longer_than_file_systems_allow() -> None:
    for length in (NAME_LIMIT, NAME_LIMIT + 1):
        name, _ = make(table(words("王" * length)), translate, "zh-Hans")
        assert name == "王" * NAME_LIMIT + ".xlsx"
        assert len(name.encode()) < 255


def test_whatever_may_be_attached_can_be_made() -> None:
    some = (CHART, card(), table(), sheet(), signups(), certificate(), poster())

    assert {type(one) for one in some} == set(get_args(Attachment))
    assert all(make(one, translate, "en")[1] for one in some)
