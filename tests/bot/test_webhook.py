"""Pushed updates: proved by the secret, answered when they have taken effect, batched when together."""

from __future__ import annotations

import asyncio
import gzip
import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import aiohttp
import pytest
import telegram
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from bot import webhook
from bot.batches import Batches
from bot.listening import listening
from bot.settings import Address
from bot.webhook import MAX_BODY, SECRET_HEADER, Webhook, delete_webhook, set_webhook
from storage import outbox
from storage.outbox import OutboxRow
from storage.transaction import Tx
from tests.bot.conftest import Rig, row, texts

SECRET = "let-me_in"


class Site:
    """A webhook on a port of its own; its handlers echo, slowly or failing if told so."""

    def __init__(self, rig: Rig) -> None:
        self.rig = rig
        self.sent: list[OutboxRow] = []
        self.outages = 0
        self.gate = asyncio.Event()
        self.gate.set()
        self.batches: Batches = rig.batches(self.handle, hand_over=self.sent.extend)
        self.url = ""
        self.port = 0

    async def handle(self, tx: Tx, update: telegram.Update) -> None:
        await self.gate.wait()
        if self.outages:
            self.outages -= 1
            raise OperationalError("insert", {}, Exception("database is locked"))
        outbox.put(tx, row(update.effective_chat.id, f"you said {update.message.text}"))

    async def post(self, body: Any, secret: str | None = SECRET) -> int:
        """Push something; the status of the answer."""
        headers = {} if secret is None else {SECRET_HEADER: secret}
        data = io.BytesIO(body if isinstance(body, bytes) else json.dumps(body).encode())
        async with (
            aiohttp.ClientSession() as session,
            session.post(self.url, data=data, headers=headers) as answer,
        ):
            return answer.status

    async def by_hand(self, *parts: bytes, secret: str = SECRET, pause: float = 0) -> int:
        """Push byte by byte if need be; the status of the answer."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(f"POST /push HTTP/1.1\r\nHost: x\r\n{SECRET_HEADER}: {secret}\r\n".encode())
        for part in parts:
            writer.write(part)
            await asyncio.sleep(pause)
        status = int((await reader.readline()).split()[1])
        writer.close()
        return status


@asynccontextmanager
async def serving(site: Site) -> AsyncIterator[None]:
    """Serve the webhook inside the block."""
    routes = Webhook(site.batches, SECRET).routes("/push")
    async with listening(Address("127.0.0.1", 0), routes) as site.port:
        site.url = f"http://127.0.0.1:{site.port}/push"
        yield


@pytest.fixture
async def site(rig: Rig) -> AsyncIterator[Site]:
    """A served webhook, once on each engine."""
    made = Site(rig)
    async with serving(made):
        yield made


def update(update_id: int, text: str = "hello") -> dict[str, Any]:
    """An update with a text message."""
    user = {"id": 7, "is_bot": False, "first_name": "王"}
    message = {"message_id": 1, "date": 0, "chat": {"id": 7, "type": "private"}, "from": user, "text": text}
    return {"update_id": update_id, "message": message}


def said(site: Site) -> list[str]:
    """What is to be sent, in order."""
    return [one.body["text"]["args"]["words"] for one in site.sent]


async def test_an_update_is_answered_when_it_has_taken_effect(site: Site) -> None:
    assert await site.post(update(1)) == 200
    assert said(site) == ["you said hello"]


async def test_an_update_that_is_pushed_again_takes_effect_once(site: Site) -> None:
    assert [await site.post(update(1)) for _ in range(3)] == [200, 200, 200]
    assert len(site.sent) == 1


@pytest.mark.parametrize(("secret", "status"), [(None, 401), ("", 403), ("wrong", 403), (SECRET + "x", 403)])
async def test_who_does_not_know_the_secret_is_turned_away(
    site: Site, secret: str | None, status: int
) -> None:
    assert await site.post(update(1), secret) == status
    assert site.sent == []


async def test_a_secret_with_strange_bytes_is_only_wrong(site: Site) -> None:
    assert await site.post(update(1), "пароль") == 403


@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b"[1]", b"null", b'{"update_id": "1"}', b"{}"])
async def test_what_is_no_update_is_refused(site: Site, body: bytes) -> None:
    assert await site.post(body) == 400
    assert site.sent == []


async def test_a_body_of_more_than_a_mebibyte_is_refused(site: Site) -> None:
    assert await site.post(b" " * MAX_BODY + json.dumps(update(1)).encode()) == 413
    fitting = json.dumps(update(2)).encode()
    assert await site.post(b" " * (MAX_BODY - len(fitting)) + fitting) == 200


async def test_a_size_that_is_too_large_is_refused_before_anything_comes(site: Site) -> None:
    assert await site.by_hand(b"Content-Length: 99999999\r\n\r\n") == 413


async def test_an_endless_body_in_pieces_is_refused(site: Site) -> None:
    piece = b"10000\r\n" + b" " * 2**16 + b"\r\n"
    assert await site.by_hand(b"Transfer-Encoding: chunked\r\n\r\n", *[piece] * 17) == 413


@pytest.mark.parametrize("kind", ["gzip", "deflate", "br"])
async def test_what_is_compressed_is_not_unpacked(site: Site, kind: str) -> None:
    body = gzip.compress(b" " * 50 * MAX_BODY)
    head = f"Content-Encoding: {kind}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
    assert await site.by_hand(head, body) == 415


async def test_a_body_that_does_not_come_is_not_waited_for(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(webhook, "BODY_SECONDS", 0.1)
    slow = asyncio.create_task(site.by_hand(b"Content-Length: 50\r\n\r\n", *[b" "] * 20, pause=0.02))
    assert await site.post(update(1)) == 200, "nobody else waits for it either"
    assert await slow == 408


async def test_a_stranger_is_turned_away_before_the_body_has_come(site: Site) -> None:
    assert await site.by_hand(b"Content-Length: 50\r\n\r\n", secret="wrong") == 403


async def test_no_more_wait_than_can_be_worked_off(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhook, "MOST_WAITING", 2)
    site.gate.clear()
    taken = [asyncio.create_task(site.post(update(number))) for number in (1, 2)]
    await asyncio.sleep(0.1)
    assert await site.post(update(3)) == 503
    site.gate.set()
    assert await asyncio.gather(*taken) == [200, 200]
    assert await site.post(update(3)) == 200


async def test_one_update_pushed_many_times_at_once_takes_effect_once(site: Site) -> None:
    assert await asyncio.gather(*(site.post(update(1)) for _ in range(8))) == [200] * 8
    assert len(site.sent) == 1


async def test_an_outage_makes_telegram_push_again(site: Site) -> None:
    site.outages = 1
    assert await site.post(update(1)) == 503
    assert await site.post(update(1)) == 200
    assert len(site.sent) == 1


async def test_an_update_that_fails_is_put_away_and_not_pushed_again(site: Site) -> None:
    broken = update(1) | {"message": {"message_id": 1}}
    assert await site.post(broken) == 200
    assert await site.post(update(2)) == 200
    assert len(site.sent) == 1


async def test_updates_that_come_together_are_one_transaction_in_order(site: Site) -> None:
    commits = 0

    def count(connection: Any) -> None:
        nonlocal commits
        commits += 1

    event.listen(site.rig.database.engine.sync_engine, "commit", count)
    site.gate.clear()
    pushes = [asyncio.create_task(site.post(update(1, "1")))]
    await asyncio.sleep(0.2)
    pushes += [asyncio.create_task(site.post(update(n, str(n)))) for n in (9, 4, 7, 3)]
    await asyncio.sleep(0.3)
    site.gate.set()
    assert await asyncio.gather(*pushes) == [200] * 5
    assert said(site) == [f"you said {number}" for number in (1, 3, 4, 7, 9)]
    assert commits == 2


async def test_who_hangs_up_takes_nobody_elses_update_along(site: Site) -> None:
    hook = Webhook(site.batches, SECRET)
    site.gate.clear()
    first = asyncio.create_task(hook.take(update(1, "1")))
    await asyncio.sleep(0.1)
    second = asyncio.create_task(hook.take(update(2, "2")))
    await asyncio.sleep(0)
    first.cancel()
    await asyncio.gather(first, return_exceptions=True)
    site.gate.set()
    await second
    assert said(site) == ["you said 1", "you said 2"]


async def test_telegram_pushes_what_people_say(site: Site) -> None:
    rig = site.rig
    person = await rig.person()
    await set_webhook(rig.api, site.url, SECRET, ["message"])
    for number in range(10):
        await person.says(f"{number}")
    await rig.sim.settled()
    assert said(site) == [f"you said {number}" for number in range(10)]
    await delete_webhook(rig.api)
    await person.says("kept for later")
    assert len(await rig.api.call("getUpdates", {})) == 1


async def test_telegram_pushes_again_after_an_outage(site: Site) -> None:
    rig = site.rig
    person = await rig.person()
    site.outages = 2
    delivery = rig.delivery()
    site.batches._hand_over = delivery.hand_over
    await set_webhook(rig.api, site.url, SECRET, ["message"])
    async with rig.running(delivery):
        await person.says("hello")
        await person.sees("you said hello")
    assert texts(person) == ["you said hello"]
    await delete_webhook(rig.api)


def test_a_webhook_without_a_secret_is_refused(rig: Rig) -> None:
    with pytest.raises(ValueError, match="secret"):
        Webhook(rig.batches(Site.handle), "")  # type: ignore[arg-type]
