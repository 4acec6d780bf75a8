"""A second process of the same bot: it waits beside the first, and takes over when that one dies."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from asyncio.subprocess import Process
from collections import Counter
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import func, select

from bot import serve
from bot.lock import AlreadyRunningError, single_writer
from bot.settings import Settings
from simulator.person import Person
from simulator.server import Simulator
from storage import secrets
from storage.outbox import Outbox
from storage.people import Account
from storage.transaction import Database
from tests.bot.test_serve import TOKEN, _bangban, _environment, place, sim
from tests.conftest import Terminal
from tests.ports import free_port

__all__ = ["place", "sim"]


async def _says(process: Process, words: bytes) -> None:
    assert process.stderr is not None
    async with asyncio.timeout(30):
        while words not in await process.stderr.readline():
            pass


async def _health(address: str) -> object:
    async with aiohttp.ClientSession() as watchdog:
        return await (await watchdog.get(f"http://{address}/health")).json()


async def _arrive(sim: Simulator, count: int) -> list[Person]:
    people = [sim.person(first_name=f"{n}") for n in range(count)]
    for person in people:
        await person.starts("c-maqu")
        await asyncio.sleep(0.02)
    return people


async def test_the_spare_answers_when_the_first_is_killed(
    place: Path, sim: Simulator, migrated_postgres_url: str
) -> None:
    address = f"127.0.0.1:{free_port()}"
    env = _environment(place, sim.url, DATABASE_URL=migrated_postgres_url)
    first = await _bangban(place, "run", env=env)
    await _says(first, b"Serving @")
    spare = await _bangban(place, "run", env=env | {"BANGBAN_HEALTH_LISTEN": address})
    try:
        await _says(spare, b"Standing by: this bot is served by bangban process %d" % first.pid)
        await _says(spare, b"Ready to take over")
        assert await _health(address) == {"ok": True, "standing_by": True}
        before = await _arrive(sim, 8)
        first.kill()
        killed = time.monotonic()
        after = await _arrive(sim, 8)
        await after[0].sees("用哪种话", timeout=10)
        assert time.monotonic() - killed < 5
        people = [*before, *after]
        for person in people:
            await person.sees("用哪种话", timeout=10)
        health = await _health(address)
        assert isinstance(health, dict) and "standing_by" not in health
    finally:
        for process in (first, spare):
            if process.returncode is None:
                process.send_signal(signal.SIGTERM)
            await process.communicate()
    await _balance(migrated_postgres_url, env, people)


async def _balance(url: str, env: dict[str, str], people: list[Person]) -> None:
    """Everything took effect once; nothing was said twice but what the first had on its way."""
    keys = (Path(env["BANGBAN_DATA_DIR"]) / "secret.keys").read_text().splitlines()
    secrets.install([key for key in keys if key and not key.startswith("#")])
    database = Database(url)
    async with database.begin() as tx:
        assert await tx.session.scalar(select(func.count()).select_from(Account)) == len(people)
        rows = Counter(await tx.session.scalars(select(Outbox.chat_id)))
        assert await tx.session.scalar(select(func.count()).where(Outbox.state != "sent")) == 0
    await database.dispose()
    assert rows == {person.id: 1 for person in people}
    asked = [sum("用哪种话" in message.text for message in person.screen) for person in people]
    assert min(asked) == 1
    assert sum(asked) - len(people) <= 5


def _settings(place: Path, sim: Simulator, url: str) -> Settings:
    about = {"bot_token": TOKEN, "api_url": sim.url, "data_dir": place / "data", "database_url": url}
    return Settings(**about, config=place / "bangban.toml")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("database_url", "wait"),
    [("sqlite", None), ("sqlite", True), ("postgres", None), ("postgres", False)],
    indirect=["database_url"],
)
async def test_it_waits_or_ends_as_it_is_told_or_as_suits_the_database(
    place: Path,
    sim: Simulator,
    caplog: pytest.LogCaptureFixture,
    database_url: str,
    wait: bool | None,
) -> None:
    caplog.set_level("INFO")
    database = Database(database_url)
    async with single_writer(database, 1000):
        serving = asyncio.create_task(serve.run(_settings(place, sim, database_url), wait=wait))
        if wait is False or (wait is None and database.is_sqlite):
            with pytest.raises(AlreadyRunningError, match=f"process {os.getpid()}"):
                await asyncio.wait_for(serving, 10)
        else:
            async with asyncio.timeout(10):
                while "Standing by" not in caplog.text:  # noqa: ASYNC110 - it is the log
                    await asyncio.sleep(0.02)
            serving.cancel()
            with pytest.raises(asyncio.CancelledError):
                await serving
    await database.dispose()


@pytest.mark.parametrize(("words", "wait"), [([], None), (["--wait"], True), (["--no-wait"], False)])
def test_the_command_line_passes_the_choice_on(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, words: list[str], wait: bool | None
) -> None:
    chosen: list[bool | None] = []

    async def run(_settings: Settings, *, wait: bool | None = None) -> None:
        chosen.append(wait)

    monkeypatch.setattr(serve, "run", run)
    terminal.set(BOT_TOKEN=TOKEN)
    assert terminal.bangban("run", *words).status == 0
    assert chosen == [wait]
