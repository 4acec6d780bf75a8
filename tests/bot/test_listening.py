"""The web server: the slow, the silent and the many are cut off, and nobody else waits for them."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest
from aiohttp import web

from bot.listening import listening
from bot.settings import Address
from tests.bot.pushing import REQUEST, Stranger

LOOPBACK = Address("127.0.0.1", 0)


@asynccontextmanager
async def served(*, patience: float = 10.0, places: int = 50, takes: float = 0.0) -> AsyncIterator[int]:
    """A server that answers "/", after a while if told so; its port."""

    async def answer(_: web.Request) -> web.Response:
        await asyncio.sleep(takes)
        return web.Response(text="here")

    async with listening(LOOPBACK, [web.get("/", answer)], patience=patience, places=places) as port:
        yield port


async def status(port: int, path: str = "/") -> int:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"http://127.0.0.1:{port}{path}") as answer,
    ):
        return answer.status


async def test_who_asks_is_answered_again_and_again_on_one_connection() -> None:
    async with served() as port:
        stranger = await Stranger.comes(port)
        assert [await stranger.is_answered() for _ in range(3)] == [True] * 3


async def test_who_never_says_anything_is_cut_off() -> None:
    async with served(patience=0.1) as port:
        stranger = await Stranger.comes(port)
        begin = time.monotonic()
        assert await stranger.hears() == b""
        assert time.monotonic() - begin < 1


async def test_who_says_one_byte_after_the_other_is_cut_off_before_the_head_is_whole() -> None:
    async with served(patience=0.1) as port:
        stranger = await Stranger.comes(port)
        begin = time.monotonic()
        speaking = asyncio.create_task(stranger.dribbles(REQUEST))
        assert await stranger.hears() == b""
        assert time.monotonic() - begin < len(REQUEST) * 0.02
        await speaking


async def test_the_second_request_may_take_no_longer_than_the_first() -> None:
    async with served(patience=0.1) as port:
        stranger = await Stranger.comes(port)
        assert await stranger.is_answered()
        speaking = asyncio.create_task(stranger.dribbles(REQUEST))
        assert b"200" not in await stranger.hears()
        await speaking


async def test_an_answer_may_take_longer_than_a_question() -> None:
    async with served(patience=0.05, takes=0.2) as port:
        assert await status(port) == 200


async def test_a_crowd_that_says_nothing_keeps_nobody_out() -> None:
    async with served(places=20) as port:
        crowd = [await Stranger.comes(port) for _ in range(60)]
        assert [await status(port) for _ in range(5)] == [200] * 5
        crowd += [await Stranger.comes(port) for _ in range(60)]
        assert await status(port) == 200
        gone = await asyncio.gather(*(one.hears() for one in crowd[:90]))
        assert set(gone) == {b""}


async def test_the_latest_to_come_have_the_places() -> None:
    async with served(places=3) as port:
        crowd = [await Stranger.comes(port) for _ in range(5)]
        await asyncio.sleep(0.02)
        assert [await one.is_answered() for one in crowd] == [False, False, True, True, True]


async def test_nobody_is_put_out_who_is_being_answered() -> None:
    async with served(places=2, takes=0.2) as port:
        asking = asyncio.create_task(status(port))
        await asyncio.sleep(0.05)
        for _ in range(6):
            await Stranger.comes(port)
        assert await asking == 200


async def test_what_is_refused_is_hung_up_on() -> None:
    async with served() as port:
        stranger = await Stranger.comes(port)
        await stranger.says(REQUEST.replace(b"GET /", b"GET /elsewhere"))
        said = await stranger.hears()
        assert b" 404 " in said
        assert b"Connection: close" in said


@pytest.mark.parametrize(
    "noise",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",  # somebody tries TLS
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 5000 + b"\r\n",
        b"GET /" + b"x" * 100_000 + b" HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: -5\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
    ],
    ids=["tls", "ssh", "many headers", "long path", "negative length", "two lengths"],
)
async def test_noise_is_refused_and_not_worth_an_error_in_the_log(
    noise: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    async with served(patience=0.2) as port:
        stranger = await Stranger.comes(port)
        await stranger.says(noise)
        assert b"HTTP/1.0 200" not in await stranger.hears()
        assert await status(port) == 200
    assert [one for one in caplog.records if one.levelno >= logging.ERROR] == []


async def test_at_the_end_requests_under_way_are_answered() -> None:
    async with served(takes=0.1) as port:
        asking = asyncio.create_task(status(port))
        await asyncio.sleep(0.05)
    assert await asking == 200
    with pytest.raises(OSError, match="Connect"):
        await Stranger.comes(port)


async def test_a_port_that_is_taken_is_said_at_once() -> None:
    async with served() as port:
        with pytest.raises(OSError, match="in use"):
            async with listening(Address("127.0.0.1", port), []):
                pass
