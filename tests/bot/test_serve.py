"""`bangban run` as its own process in front of the simulator: polling, webhook, stopped, refused."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import resources
from pathlib import Path

import aiohttp
import pytest

from simulator.person import Person
from simulator.server import Simulator
from tests.ports import free_port

TOKEN = "1000:serve-token"
PROGRAM = Path(sys.executable).with_name("bangban")


def _environment(place: Path, API_URL: str, **more: str) -> dict[str, str]:  # noqa: N803
    kept = {name: value for name, value in os.environ.items() if not name.startswith("BANGBAN_")}
    given = {"BOT_TOKEN": TOKEN, "API_URL": API_URL, "DATA_DIR": str(place / "data"), **more}
    return kept | {f"BANGBAN_{name}": value for name, value in given.items()}


async def _bangban(place: Path, *words: str, env: dict[str, str]) -> asyncio.subprocess.Process:
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(PROGRAM, *words, cwd=place, env=env, stdout=pipe, stderr=pipe)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A directory with the example's configuration in it."""
    (tmp_path / "bangban.toml").write_bytes(resources.files("bot").joinpath("example.toml").read_bytes())
    return tmp_path


@pytest.fixture
async def sim() -> AsyncIterator[Simulator]:
    """The simulator with one bot that nobody serves yet."""
    async with Simulator() as running:
        running.add_bot(TOKEN, "bangban_serve_bot", "帮办")
        yield running


@asynccontextmanager
async def _served(place: Path, env: dict[str, str]) -> AsyncIterator[asyncio.subprocess.Process]:
    process = await _bangban(place, "run", env=env)
    try:
        yield process
        process.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(process.wait(), 20) == 0
    finally:
        if process.returncode is None:
            process.kill()
        _, errors = await process.communicate()
        assert b"Traceback" not in errors, errors.decode()
        assert TOKEN.encode() not in errors


async def _registers(person: Person) -> None:
    # The program keeps to Telegram's limits, so an answer may take a second longer than the last one.
    await person.starts("c-maqu")
    await person.sees("用哪种话", timeout=30)
    await person.taps("简体中文")
    await person.sees("行不行", timeout=10)
    await person.taps("同意")
    await person.sees("您叫什么名字", timeout=10)
    await person.says("王秀英")
    await person.sees("您住哪个自然村", timeout=10)
    await person.taps("上马曲")
    await person.sees("要不要留个电话", timeout=10)
    await person.taps("先不留")
    await person.sees("王秀英，您好", timeout=10)


def _person(sim: Simulator) -> Person:
    return sim.person(first_name="王秀英", phone="+8613800000001", language_code="zh-hans", label="村民")


async def test_a_villager_registers_with_the_program_behind_a_webhook(place: Path, sim: Simulator) -> None:
    port = free_port()
    webhook = {
        "WEBHOOK_URL": f"http://127.0.0.1:{port}/telegram",
        "WEBHOOK_LISTEN": f"127.0.0.1:{port}",
        "WEBHOOK_SECRET": "a-secret-of-the-tests",
    }
    async with _served(place, _environment(place, sim.url, **webhook)):
        await _registers(_person(sim))
        async with aiohttp.ClientSession() as stranger:
            answer = await stranger.post(webhook["WEBHOOK_URL"], json={"update_id": 1})
            assert answer.status == 401


async def test_by_polling_what_was_asked_while_it_was_down_is_answered_later(
    place: Path, sim: Simulator
) -> None:
    person = _person(sim)
    async with _served(place, _environment(place, sim.url)):
        await _registers(person)
    await person.says("路灯不亮了")
    async with _served(place, _environment(place, sim.url)):
        await person.sees("您说的是哪方面的事", timeout=30)
        await person.taps("环境")
        await person.sees("发出去之前", timeout=10)
        await person.taps("发出去")
        await person.sees("收到了", timeout=10)


async def test_health_tells_that_the_database_answers(place: Path, sim: Simulator) -> None:
    address = f"127.0.0.1:{free_port()}"
    async with _served(place, _environment(place, sim.url, HEALTH_LISTEN=address)):
        person = _person(sim)
        await person.starts("c-maqu")
        await person.sees("用哪种话", timeout=30)
        async with aiohttp.ClientSession() as watchdog:
            health = await (await watchdog.get(f"http://{address}/health")).json()
    assert health["ok"] is True
    assert health["failed_updates"] == 0


async def test_a_second_process_of_the_same_bot_says_who_is_running(place: Path, sim: Simulator) -> None:
    env = _environment(place, sim.url)
    async with _served(place, env):
        person = _person(sim)
        await person.starts("c-maqu")
        await person.sees("用哪种话", timeout=30)
        second = await _bangban(place, "run", env=env)
        _, errors = await second.communicate()
    assert second.returncode not in (0, None)
    assert b"already served by" in errors
    assert b"Traceback" not in errors


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"BOT_TOKEN": "999:nobody-knows-it"}, "does not know this bot token"),
        ({"BOT_TOKEN": "not a token"}, "The bot token is malformed"),
        ({"API_URL": "http://127.0.0.1:9"}, "The Bot API does not answer"),
        ({"CONFIG": "nowhere.toml"}, "The configuration nowhere.toml is not there"),
        ({"DATA_DIR": "/proc/bangban"}, "cannot be written"),
        ({"DATABASE_URL": "mysql://x"}, "must begin with sqlite:///, or with postgresql://"),
        ({"DATABASE_URL": "postgresql://nobody@127.0.0.1:9/none"}, "The database cannot be used"),
    ],
    ids=[
        "unknown token",
        "malformed token",
        "API away",
        "no config",
        "data dir",
        "database url",
        "database away",
    ],
)
async def test_what_cannot_work_is_said_in_one_clear_message(
    place: Path, sim: Simulator, change: dict[str, str], words: str
) -> None:
    process = await _bangban(place, "run", env=_environment(place, **{"API_URL": sim.url, **change}))
    _, errors = await process.communicate()
    assert process.returncode not in (0, None)
    assert words in " ".join(errors.decode().split())
    assert "Traceback" not in errors.decode()
