"""Who pushes to a webhook: Telegram, and strangers on bare connections."""

from __future__ import annotations

import asyncio
import io
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import aiohttp
import telegram
from sqlalchemy.exc import OperationalError

from bot.batches import Batches
from bot.listening import listening
from bot.settings import Address
from bot.webhook import SECRET_HEADER, Webhook
from storage import outbox
from storage.outbox import OutboxRow
from storage.transaction import Tx
from tests.bot.conftest import Rig, row

REQUEST = b"GET / HTTP/1.1\r\nHost: example.org\r\n\r\n"
SECRET = "let-me_in"
PATIENCE = 0.4


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


@asynccontextmanager
async def serving(site: Site) -> AsyncIterator[None]:
    """Serve the webhook inside the block."""
    routes = Webhook(site.batches, SECRET, patience=PATIENCE).routes()
    async with listening(Address("127.0.0.1", 0), routes, patience=PATIENCE) as site.port:
        site.url = f"http://127.0.0.1:{site.port}/push"
        yield


def update(update_id: int, text: str = "hello") -> dict[str, Any]:
    """An update with a text message."""
    user = {"id": 7, "is_bot": False, "first_name": "王"}
    message = {"message_id": 1, "date": 0, "chat": {"id": 7, "type": "private"}, "from": user, "text": text}
    return {"update_id": update_id, "message": message}


def said(site: Site) -> list[str]:
    """What is to be sent, in order."""
    return [one.body["text"]["args"]["words"] for one in site.sent]


def head(*more: str, secret: str = SECRET) -> bytes:
    """The head of a push."""
    lines = ["POST /push HTTP/1.1", "Host: example.org", f"{SECRET_HEADER}: {secret}", *more]
    return "\r\n".join([*lines, "", ""]).encode()


class Stranger:
    """Somebody on a bare connection, who need not say what HTTP wants them to."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader = reader
        self.writer = writer

    @classmethod
    async def comes(cls, port: int) -> Stranger:
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    async def says(self, words: bytes) -> None:
        self.writer.write(words)
        await self.writer.drain()

    async def dribbles(self, words: bytes, every: float = 0.02) -> None:
        """Say it a byte at a time, until it is over or the other side hangs up."""
        with suppress(ConnectionError):
            for byte in words:
                await self.says(bytes([byte]))
                await asyncio.sleep(every)

    async def hears(self) -> bytes:
        """Everything until the other side hangs up."""
        async with asyncio.timeout(5):
            try:
                return await self.reader.read()
            except ConnectionError:
                return b""
            finally:
                self.writer.close()

    async def is_answered(self) -> bool:
        """Whether a request of its own is answered on this connection."""
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            await self.says(REQUEST)
            return (await self.reader.readuntil(b"here")).startswith(b"HTTP/1.1 200")
        return False
