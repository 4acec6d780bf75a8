"""The webhook: pushed with its secret, in order, until it is taken."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from simulator import Person, Simulator
from tests.simulator.conftest import Client


class Hook:
    """A bot's own server: keeps what it was sent and answers as told."""

    def __init__(self) -> None:
        self.url = ""
        self.got: list[dict[str, Any]] = []
        self.headers: list[str | None] = []
        self.statuses: list[int] = []
        self.reply: dict[str, Any] | None = None

    async def receive(self, request: web.Request) -> web.Response:
        self.headers.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        status = self.statuses.pop(0) if self.statuses else 200
        if status == 200:
            self.got.append(await request.json())
        return web.json_response(self.reply, status=status)

    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.got]


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    made = Hook()
    app = web.Application()
    app.router.add_post("/hook", made.receive)
    runner = web.AppRunner(app, shutdown_timeout=0.5)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    made.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield made
    await runner.cleanup()


async def test_while_telegram_is_away_nothing_is_pushed(
    client: Client, sim: Simulator, hook: Hook, grandma: Person
) -> None:
    assert await client("setWebhook", url=hook.url)
    await sim.settled()
    sim.world.faults.away = True
    await grandma.says("头疼")
    await asyncio.sleep(0.1)
    assert hook.texts() == ["/start"]
    sim.world.faults.calm()
    await sim.settled()
    assert hook.texts() == ["/start", "头疼"]


async def test_updates_are_pushed_with_the_secret(
    client: Client, sim: Simulator, hook: Hook, grandma: Person
) -> None:
    assert await client("setWebhook", url=hook.url, secret_token="s3cret_-")
    await grandma.says("头疼")
    await sim.settled()
    assert hook.texts() == ["/start", "头疼"]
    assert hook.headers == ["s3cret_-", "s3cret_-"]
    info = await client("getWebhookInfo")
    assert (info["url"], info["pending_update_count"], info["max_connections"]) == (hook.url, 0, 40)


async def test_without_a_secret_there_is_no_header(
    client: Client, sim: Simulator, hook: Hook, grandma: Person
) -> None:
    await client("setWebhook", url=hook.url)
    await sim.settled()
    assert hook.headers == [None]


async def test_what_is_refused_is_pushed_again_before_what_follows(
    client: Client, sim: Simulator, hook: Hook, grandma: Person
) -> None:
    hook.statuses = [500, 503, 302]
    await client("setWebhook", url=hook.url)
    await grandma.says("一")
    await grandma.says("二")
    await sim.settled()
    assert hook.texts() == ["/start", "一", "二"]
    assert len(hook.headers) == 6
    info = await client("getWebhookInfo")
    assert info["last_error_message"].startswith("Wrong response from the webhook: 302")
    assert info["last_error_date"] == 1_800_000_000


async def test_one_chat_in_trouble_does_not_hold_up_another(
    client: Client, sim: Simulator, hook: Hook, grandma: Person, doctor: Person
) -> None:
    await client("setWebhook", url=hook.url, drop_pending_updates=True)
    await sim.settled()
    hook.got.clear()
    hook.statuses = [500]
    await grandma.says("奶奶")
    await doctor.says("医生")
    await sim.settled()
    assert hook.texts() == ["医生", "奶奶"]


async def test_nobody_at_the_other_end_is_noticed(client: Client, grandma: Person) -> None:
    await client("setWebhook", url="http://127.0.0.1:9/nobody")
    for _ in range(500):
        if "last_error_message" in (info := await client("getWebhookInfo")):
            break
        await asyncio.sleep(0.01)
    assert info["last_error_message"] == "Connection refused"
    assert info["pending_update_count"] == 1


async def test_what_a_webhook_did_not_take_can_be_polled(client: Client, hook: Hook, grandma: Person) -> None:
    hook.statuses = [500] * 99
    await client("setWebhook", url=hook.url)
    await asyncio.sleep(0.05)
    await client("deleteWebhook")
    assert len(await client.updates()) == 1
    assert hook.got == []


async def test_an_answer_may_carry_a_call(
    client: Client, sim: Simulator, hook: Hook, grandma: Person
) -> None:
    hook.reply = {"method": "sendMessage", "chat_id": grandma.id, "text": "您好"}
    await client("setWebhook", url=hook.url)
    await grandma.sees("您好")
    assert sim.world.calls[-1].method == "sendMessage"


async def test_an_empty_url_removes_the_webhook(client: Client, hook: Hook) -> None:
    await client("setWebhook", url=hook.url)
    assert await client("setWebhook", url="")
    assert (await client("getWebhookInfo"))["url"] == ""
    assert await client.updates() == []


@pytest.mark.parametrize(
    ("params", "error"),
    [
        ({"url": "http://example.org/hook"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "ftp://example.org"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            {"url": "https://example.org", "secret_token": "with space"},
            "secret token contains unallowed characters",
        ),
    ],
)
async def test_a_bad_webhook_is_refused(client: Client, params: dict[str, Any], error: str) -> None:
    assert await client.refused("setWebhook", **params) == f"400 Bad Request: {error}"
    assert (await client("getWebhookInfo"))["url"] == ""


async def test_only_allowed_kinds_are_pushed(
    client: Client, sim: Simulator, hook: Hook, grandma: Person
) -> None:
    await client("setWebhook", url=hook.url, allowed_updates=["callback_query"], drop_pending_updates=True)
    await grandma.says("不要")
    await sim.settled()
    assert hook.got == []
