"""What is too slow, too long or too much is refused by the webhook, and keeps nobody else waiting."""

from __future__ import annotations

import asyncio
import gzip
import json
import time
from collections.abc import AsyncIterator

import pytest

from bot import webhook
from bot.webhook import MAX_BODY
from storage.transaction import Database
from tests.bot.conftest import Rig
from tests.bot.pushing import PATIENCE, Site, Stranger, head, said, serving, update


@pytest.fixture
async def database(sqlite_url: str, keys: str) -> AsyncIterator[Database]:
    """One engine is enough: the limits are none of the database's business."""
    made = Database(sqlite_url)
    yield made
    await made.dispose()


@pytest.fixture
async def site(rig: Rig) -> AsyncIterator[Site]:
    """A served webhook, once on each engine."""
    made = Site(rig)
    async with serving(made):
        yield made


@pytest.mark.parametrize(
    ("length", "body"),
    [
        ("Content-Length: 9000", b'{"update_id": 1}'),
        ("Transfer-Encoding: chunked", b"1\r\n{\r\n"),
    ],
    ids=["shorter than it says", "without an end"],
)
async def test_a_body_that_does_not_come_is_not_waited_for(site: Site, length: str, body: bytes) -> None:
    stranger = await Stranger.comes(site.port)
    begin = time.monotonic()
    await stranger.says(head(length) + body)
    assert b" 408 " in await stranger.hears()
    assert time.monotonic() - begin < 4 * PATIENCE
    assert site.sent == []


async def test_a_body_that_comes_a_byte_at_a_time_is_not_waited_for(site: Site) -> None:
    stranger = await Stranger.comes(site.port)
    body = json.dumps(update(1)).encode()
    dribbling = asyncio.create_task(stranger.dribbles(head(f"Content-Length: {len(body)}") + body))
    assert await site.post(update(2)) == 200
    assert b" 200 " not in await stranger.hears()
    dribbling.cancel()
    assert said(site) == ["you said hello"]


async def test_a_body_that_is_longer_than_it_says_is_cut(site: Site) -> None:
    stranger = await Stranger.comes(site.port)
    await stranger.says(head("Content-Length: 5") + json.dumps(update(1)).encode())
    assert b" 400 " in await stranger.hears()
    assert site.sent == []


async def test_a_body_that_says_it_is_too_long_is_not_read(site: Site) -> None:
    stranger = await Stranger.comes(site.port)
    await stranger.says(head(f"Content-Length: {MAX_BODY + 1}"))
    assert b" 413 " in await stranger.hears()


async def test_an_endless_body_is_refused_when_it_is_too_long(site: Site) -> None:
    stranger = await Stranger.comes(site.port)
    chunk = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
    await stranger.says(head("Transfer-Encoding: chunked") + chunk * 18)
    assert b" 413 " in await stranger.hears()


async def test_a_compressed_body_is_refused_unopened(site: Site) -> None:
    stranger = await Stranger.comes(site.port)
    bomb = gzip.compress(b" " * 50_000_000 + json.dumps(update(1)).encode())
    await stranger.says(head(f"Content-Length: {len(bomb)}", "Content-Encoding: gzip") + bomb)
    assert b" 415 " in await stranger.hears()
    assert site.sent == []


async def test_a_stranger_is_turned_away_before_anything_of_the_body_came(site: Site) -> None:
    stranger = await Stranger.comes(site.port)
    await stranger.says(head("Content-Length: 100", secret="guess"))
    assert b" 403 " in await stranger.hears()


async def test_who_hangs_up_in_the_middle_of_a_body_is_no_error(
    site: Site, caplog: pytest.LogCaptureFixture
) -> None:
    for length in ("Content-Length: 100", "Transfer-Encoding: chunked"):
        stranger = await Stranger.comes(site.port)
        await stranger.says(head(length) + b"5\r\n")
        stranger.writer.close()
    assert await site.post(update(1)) == 200
    assert [one for one in caplog.records if one.levelname == "ERROR"] == []


async def test_an_object_nested_too_deep_is_no_update(site: Site) -> None:
    assert await site.post(b"[" * 900_000) == 400


async def test_there_is_an_end_to_how_many_updates_wait(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhook, "MAX_WAITING", 3)
    site.gate.clear()
    pushes = [asyncio.create_task(site.post(update(number, f"{number}"))) for number in range(5)]
    await asyncio.wait(pushes, return_when=asyncio.FIRST_COMPLETED)
    await asyncio.sleep(0.1)
    site.gate.set()
    assert sorted(await asyncio.gather(*pushes)) == [200, 200, 200, 503, 503]
    assert len(site.sent) == 3
