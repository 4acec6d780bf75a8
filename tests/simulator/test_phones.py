"""The phones' API, as the page uses it."""

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from simulator import Person, Simulator
from simulator.media import picture
from tests.simulator.conftest import Client

BUTTONS = {
    "inline_keyboard": [[{"text": "接单", "callback_data": "take"}, {"text": "网页", "url": "https://a.cn"}]]
}


class Page:
    """A page that is open on one phone."""

    def __init__(self, client: Client, person: Person) -> None:
        self.session, self.base, self.id = client.session, client.base, person.id

    async def get(self, path: str) -> Any:
        async with self.session.get(f"{self.base}{path}") as answer:
            assert answer.status == 200, path
            return await answer.json()

    async def phone(self) -> Any:
        return await self.get(f"/api/phones/{self.id}")

    async def act(self, action: str, **more: Any) -> dict[str, Any]:
        body = {"action": action} | more
        async with self.session.post(f"{self.base}/api/phones/{self.id}/act", json=body) as answer:
            result: dict[str, Any] = await answer.json()
            assert (answer.status == 200) is result["ok"]
            return result

    async def upload(self, action: str, data: bytes, name: str, **more: str) -> dict[str, Any]:
        form = aiohttp.FormData({"action": action} | more, quote_fields=False)
        form.add_field("file", data, filename=name, content_type="application/octet-stream")
        async with self.session.post(f"{self.base}/api/phones/{self.id}/act", data=form) as answer:
            result: dict[str, Any] = await answer.json()
            return result


@pytest.fixture
async def page(client: Client, grandma: Person) -> Page:
    return Page(client, grandma)


@pytest.fixture
async def events(page: Page) -> AsyncIterator[aiohttp.ClientWebSocketResponse]:
    async with page.session.ws_connect(f"{page.base}/api/events") as socket:
        yield socket


async def test_everyone_with_a_phone_is_listed(page: Page, grandma: Person, doctor: Person) -> None:
    listed = await page.get("/api/people")
    assert listed["bot"] == {"id": 1000, "name": "帮办", "username": "test_bot"}
    assert [person["label"] for person in listed["people"]] == ["村民 王奶奶", "村医"]
    first, second = listed["people"]
    assert first == {
        "id": grandma.id,
        "name": "王秀英",
        "label": "村民 王奶奶",
        "phone": "+8613800000001",
        "color": first["color"],
        "blocked": False,
    }
    assert first["color"] != second["color"]


async def test_a_phone_shows_its_messages_keyboard_and_commands(
    page: Page, client: Client, grandma: Person
) -> None:
    keyboard = {
        "keyboard": [["办事", {"text": "号码", "request_contact": True}]],
        "input_field_placeholder": "说吧",
    }
    await client("sendMessage", chat_id=grandma.id, text="菜单", reply_markup=keyboard)
    text = "<b>您好</b> &lt;script&gt;"
    await client("sendMessage", chat_id=grandma.id, text=text, parse_mode="HTML", reply_markup=BUTTONS)
    await client("setMyCommands", commands=[{"command": "help", "description": "帮助"}])
    await client("setMyCommands", commands=[{"command": "bz", "description": "帮助"}], language_code="zh")
    phone = await page.phone()
    assert phone["reply_keyboard"] == {
        "rows": [
            [
                {"text": "办事", "request_contact": False, "request_location": False},
                {"text": "号码", "request_contact": True, "request_location": False},
            ]
        ],
        "placeholder": "说吧",
        "persistent": False,
    }
    assert phone["commands"] == [{"command": "bz", "description": "帮助"}]
    assert phone["blocked"] is False
    shown = phone["messages"][-1]
    assert (shown["from"], shown["kind"], shown["edited"]) == ("bot", "text", False)
    assert shown["html"] == "<b>您好</b> &lt;script&gt;"
    assert shown["buttons"] == [
        [
            {"text": "接单", "index": [0, 0], "url": None},
            {"text": "网页", "index": [0, 1], "url": "https://a.cn"},
        ]
    ]
    assert phone["messages"][0]["from"] == "me"


async def test_nobody_has_no_phone(page: Page) -> None:
    for path in ("/api/phones/1", "/api/phones/1000", "/api/files/none"):
        async with page.session.get(f"{page.base}{path}") as answer:
            assert answer.status == 404


@pytest.mark.parametrize(
    ("action", "more", "kind", "text"),
    [
        ("text", {"text": " 头疼 "}, "text", "头疼"),
        ("start", {"payload": "x"}, "text", "/start x"),
        ("start", {}, "text", "/start"),
        ("photo", {"caption": "看"}, "photo", "看"),
        ("voice", {"seconds": 4}, "voice", ""),
        ("video", {"caption": "看"}, "video", "看"),
        ("location", {"lat": 1.5, "lon": 2.5}, "location", ""),
        ("contact", {}, "contact", ""),
        ("document", {"name": "表.txt"}, "document", ""),
        ("sticker", {}, "sticker", ""),
    ],
)
async def test_what_is_done_on_the_page_reaches_the_bot(
    page: Page, client: Client, grandma: Person, action: str, more: dict[str, Any], kind: str, text: str
) -> None:
    assert await page.act(action, **more) == {"ok": True}
    assert kind in (await client.updates())[-1]["message"]
    shown = (await page.phone())["messages"][-1]
    assert (shown["kind"], shown["text"], shown["from"]) == (kind, text, "me")


async def test_cards_have_what_the_page_draws(page: Page, client: Client, grandma: Person) -> None:
    await grandma.sends_venue("村委会", "1 号", 30.5, 104.5)
    await grandma.shares_contact()
    await grandma.sends_voice(4)
    await grandma.sends_poll("几点?")
    await grandma.sends_dice(3)
    venue, contact, voice, poll, dice = (await page.phone())["messages"][-5:]
    assert venue["location"] == {"lat": 30.5, "lon": 104.5, "title": "村委会"}
    assert contact["contact"] == {"name": "王秀英", "phone": "+8613800000001"}
    assert (voice["file"]["duration"], voice["file"]["mime"]) == (4, "audio/ogg")
    async with page.session.get(f"{page.base}{voice['file']['url']}") as answer:
        data = await answer.read()
        assert answer.content_type == "audio/ogg"
    assert (data[:4], len(data)) == (b"OggS", voice["file"]["size"])
    assert (poll["text"], dice["text"]) == ("📊 几点?", "🎲 3")


async def test_albums_are_sent_together(page: Page, client: Client) -> None:
    await page.act("photo", count=3, caption="三张")
    messages = (await page.phone())["messages"][-3:]
    assert len({message["media_group"] for message in messages}) == 1
    assert messages[0]["file"]["width"] == 800


async def test_files_are_uploaded_from_the_page(page: Page, client: Client) -> None:
    data = picture(30, 20)
    assert await page.upload("photo", data, "x.png", caption="真的") == {"ok": True}
    assert await page.upload("document", b"1,2", "账.csv") == {"ok": True}
    assert await page.upload("voice", b"OggS", "v.ogg", seconds="7") == {"ok": True}
    photo, document, voice = (await page.phone())["messages"][-3:]
    assert (photo["file"]["width"], photo["file"]["height"], photo["text"]) == (30, 20, "真的")
    assert (document["file"]["name"], document["file"]["size"]) == ("账.csv", 3)
    assert voice["file"]["duration"] == 7
    async with page.session.get(f"{page.base}{document['file']['url']}") as answer:
        assert answer.headers["Content-Disposition"] == "attachment"
        assert await answer.read() == b"1,2"


async def test_a_file_that_is_no_picture_or_empty_is_refused(page: Page) -> None:
    assert await page.upload("photo", b"text", "x.png") == {"ok": False, "error": "that is not a picture"}
    assert await page.upload("document", b"", "x") == {"ok": False, "error": "the file is empty"}


async def test_buttons_are_tapped_and_pressed(page: Page, client: Client, grandma: Person) -> None:
    await client("sendMessage", chat_id=grandma.id, text="x", reply_markup=BUTTONS)
    assert await page.act("tap", message_id=2, index=[0, 0]) == {"ok": True}
    assert (await client.updates())[-1]["callback_query"]["data"] == "take"
    await client("sendMessage", chat_id=grandma.id, text="y", reply_markup={"keyboard": [["办事"]]})
    assert await page.act("press", text="办事") == {"ok": True}
    assert (await client.updates())[-1]["message"]["text"] == "办事"


async def test_own_messages_are_edited_deleted_and_replied_to(
    page: Page, client: Client, grandma: Person
) -> None:
    said = await grandma.says("旧")
    assert await page.act("edit", message_id=said.id, text="新") == {"ok": True}
    assert (await page.phone())["messages"][-1]["edited"] is True
    assert await page.act("text", text="答", reply_to=said.id) == {"ok": True}
    assert (await page.phone())["messages"][-1]["reply_to"] == said.id
    assert await page.act("delete", message_id=said.id) == {"ok": True}
    assert [message["text"] for message in (await page.phone())["messages"]] == ["/start", "答"]


async def test_the_bot_is_blocked_and_let_in_again(page: Page, client: Client, grandma: Person) -> None:
    await page.act("block")
    assert (await page.phone())["blocked"] is True
    assert (await client.refused("sendMessage", chat_id=grandma.id, text="x")).startswith("403")
    await page.act("unblock")
    assert (await page.phone())["blocked"] is False


@pytest.mark.parametrize(
    ("action", "more", "error"),
    [
        ("fly", {}, "no action 'fly'"),
        ("text", {"text": "  "}, "a message has 1 to 4096 characters"),
        ("text", {"text": "x" * 4097}, "a message has 1 to 4096 characters"),
        ("text", {"text": "x", "reply_to": 99}, "that message is gone"),
        ("tap", {"message_id": 99, "index": [0, 0]}, "that message is gone"),
        ("press", {"text": "x"}, "that button is gone"),
        ("edit", {"message_id": 2, "text": "x"}, "only your own messages"),
        ("text", {}, "bad request: KeyError('text')"),
        ("tap", {"message_id": 2, "index": [7, 7]}, "bad request: IndexError('list index out of range')"),
    ],
)
async def test_what_cannot_be_done_says_why(
    page: Page, client: Client, grandma: Person, action: str, more: dict[str, Any], error: str
) -> None:
    await client("sendMessage", chat_id=grandma.id, text="x", reply_markup=BUTTONS)
    assert await page.act(action, **more) == {"ok": False, "error": error}


async def test_whatever_happens_is_told_at_once(
    events: aiohttp.ClientWebSocketResponse, page: Page, client: Client, grandma: Person
) -> None:
    await client("sendMessage", chat_id=grandma.id, text="x", reply_markup=BUTTONS)
    told = await events.receive_json(timeout=5)
    assert (told["user_id"], told["type"], told["message"]["text"]) == (grandma.id, "message", "x")
    await client("editMessageText", chat_id=grandma.id, message_id=2, text="y", reply_markup=BUTTONS)
    assert (await events.receive_json(timeout=5))["message"]["edited"] is True
    await page.act("tap", message_id=2, index=[0, 0])
    query_id = (await client.updates())[-1]["callback_query"]["id"]
    await client("answerCallbackQuery", callback_query_id=query_id, text="收到", show_alert=True)
    toast = await events.receive_json(timeout=5)
    assert toast == {"user_id": grandma.id, "type": "toast", "text": "收到", "alert": True, "message_id": 2}
    await client("deleteMessage", chat_id=grandma.id, message_id=2)
    assert await events.receive_json(timeout=5) == {"user_id": grandma.id, "type": "delete", "id": 2}
    await client("sendChatAction", chat_id=grandma.id, action="typing")
    assert (await events.receive_json(timeout=5))["type"] == "typing"
    await client("setMyCommands", commands=[{"command": "help", "description": "帮助"}])
    assert (await events.receive_json(timeout=5))["commands"][0]["command"] == "help"
    await page.act("block")
    assert (await events.receive_json(timeout=5))["blocked"] is True


async def test_keyboards_come_and_go_on_the_page(
    events: aiohttp.ClientWebSocketResponse, client: Client, grandma: Person
) -> None:
    await client("sendMessage", chat_id=grandma.id, text="x", reply_markup={"keyboard": [["办事"]]})
    told = {event["type"]: event for event in [await events.receive_json(timeout=5) for _ in range(2)]}
    assert told["reply_keyboard"]["reply_keyboard"]["rows"][0][0]["text"] == "办事"
    await client("sendMessage", chat_id=grandma.id, text="y", reply_markup={"remove_keyboard": True})
    told = {event["type"]: event for event in [await events.receive_json(timeout=5) for _ in range(2)]}
    assert told["reply_keyboard"]["reply_keyboard"] is None


async def test_nobody_listens_once_the_pages_are_closed(page: Page, sim: Simulator) -> None:
    async with (
        page.session.ws_connect(f"{page.base}/api/events"),
        page.session.ws_connect(f"{page.base}/api/events"),
    ):
        assert len(sim.world.listeners) == 1
    await page.get("/api/people")
    assert sim.world.listeners == []


async def test_the_page_itself_is_served(page: Page) -> None:
    async with page.session.get(page.base) as answer:
        assert answer.content_type == "text/html"
        assert "帮办" in await answer.text()
