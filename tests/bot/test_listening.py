"""Whoever is slow, silent or many holds nobody up: connections are opened by hand here."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from aiohttp import web

from bot.listening import listening
from bot.settings import Address

HEAD = b"GET /slow HTTP/1.1\r\nHost: x\r\n\r\n"
GREETING = b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"


@dataclass
class Line:
    """One connection."""

    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter

    async def asks(self, words: bytes = GREETING) -> bytes:
        """Send something; the first line of the answer, empty if there is none."""
        self.writer.write(words)
        return (await self.reader.readline()).strip()

    async def is_cut(self, within: float = 2.0) -> bool:
        """Whether the other side hangs up."""
        try:
            return await asyncio.wait_for(self.reader.read(), within) == b""
        except ConnectionError:
            return True
        except TimeoutError:
            return False


@dataclass
class Exchange:
    """A port, and whether slow answers may be given."""

    port: int = 0
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    lines: list[Line] = field(default_factory=list)

    async def call(self) -> Line:
        """Open a connection and say nothing yet."""
        line = Line(*await asyncio.open_connection("127.0.0.1", self.port))
        self.lines.append(line)
        await asyncio.sleep(0.01)  # until it was accepted
        return line


@asynccontextmanager
async def exchange(quiet: float = 30.0, connections: int = 200) -> AsyncIterator[Exchange]:
    """Something that answers at `/` at once, and at `/slow` when the gate is open."""
    made = Exchange()

    async def hello(_: web.Request) -> web.Response:
        return web.Response(text="hello")

    async def slow(_: web.Request) -> web.Response:
        await made.gate.wait()
        return web.Response(text="at last")

    routes = [web.get("/", hello), web.get("/slow", slow)]
    async with listening(Address("127.0.0.1", 0), routes, quiet=quiet, connections=connections) as made.port:
        yield made
        for line in made.lines:
            line.writer.close()


async def test_who_says_nothing_is_cut_off() -> None:
    async with exchange(quiet=0.2) as there:
        line = await there.call()
        assert await line.is_cut()


async def test_who_sends_the_head_byte_by_byte_is_cut_off() -> None:
    async with exchange(quiet=0.2) as there:
        line = await there.call()

        async def drip() -> None:
            for byte in GREETING * 20:
                line.writer.write(bytes([byte]))
                await asyncio.sleep(0.03)

        dripping = asyncio.create_task(drip())
        assert await line.is_cut()
        dripping.cancel()
        await asyncio.gather(dripping, return_exceptions=True)


async def test_who_is_being_answered_is_not_cut_off_however_long_it_takes() -> None:
    async with exchange(quiet=0.1) as there:
        line = await there.call()
        asking = asyncio.create_task(line.asks(HEAD))
        await asyncio.sleep(0.3)
        there.gate.set()
        assert await asking == b"HTTP/1.1 200 OK"


async def test_however_many_say_nothing_whoever_has_something_to_say_gets_through() -> None:
    async with exchange(connections=5) as there:
        crowd = [await there.call() for _ in range(12)]
        line = await there.call()
        assert await line.asks() == b"HTTP/1.1 200 OK"
        assert [await one.is_cut(0.05) for one in crowd] == [True] * 8 + [False] * 4


async def test_the_crowd_takes_no_place_from_those_who_are_being_answered() -> None:
    async with exchange(connections=3) as there:
        line = await there.call()
        asking = asyncio.create_task(line.asks(HEAD))
        await asyncio.sleep(0.01)
        for _ in range(10):
            await there.call()
        there.gate.set()
        assert await asking == b"HTTP/1.1 200 OK"


async def test_a_connection_can_be_used_again() -> None:
    async with exchange() as there:
        line = await there.call()
        for _ in range(3):
            assert await line.asks() == b"HTTP/1.1 200 OK"
            while (await line.reader.readline()).strip():
                pass
            assert await line.reader.readexactly(5) == b"hello"


async def test_a_port_that_is_taken_is_an_error_and_leaves_nothing_behind() -> None:
    async with exchange() as there:
        with pytest.raises(OSError, match="in use"):
            async with listening(Address("127.0.0.1", there.port), []):
                pass
