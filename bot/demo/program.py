"""`bangban demo`: the village is set up, the story played, and the page left open to try things."""

from __future__ import annotations

import asyncio
import errno
import io
import json
import signal
import sys
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory

from pydantic_settings import BaseSettings, PydanticBaseSettingsSource
from rich.console import Console

from bot import logs
from bot.app import Bangban
from bot.database import opened
from bot.demo.clock import Clock
from bot.demo.scenes import SCENES, Scene
from bot.demo.stage import Stage
from bot.demo.transcript import Transcript
from bot.demo.village import Cast, people_the_village
from bot.limits import Limits
from bot.problems import UsageProblem
from bot.settings import Settings
from simulator import limits as telegram
from simulator.server import Simulator

PORT = 8088
PORTS_TRIED = 20
TOKEN = "1000:demo-token-of-the-simulator"  # noqa: S105 - a token of nothing
PER_CHAT, BURST = 10.0, 20
"""Messages a second in one chat, and at once. Telegram allows 1 and about 3; people who act as quickly as
these would wait a minute for that. The 30 a second of the bot as a whole are Telegram's own."""

WHAT_TO_TRY = """
The page of phones: {url}
Each phone is one person's chat; everything works there. Try, for instance:
  · 王秀英's phone: write 我家灯不亮了, tap 🆕 一件新的事 and a line, then ✅ 发出去
  · then on the phone of whoever got the card: ✋ 我来接, 💬 跟他说话, ✅ 办好了
  · 📥 待办的事 on a role holder's phone; 📋 我办的事 on a villager's; 🚨 急事 on anybody's
  · 🌐 English is under ☰ 更多 → ⚙️ → 换语言
Ctrl+C ends it; nothing is kept.
"""


class _DemoSettings(Settings):
    """Settings that the environment has no part in."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003 - the signature is pydantic's
        init_settings: PydanticBaseSettingsSource,
        *_: PydanticBaseSettingsSource,
        **__: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only what the demo itself says."""
        return (init_settings,)


def main(once: bool, port: int | None) -> int:
    """Play the story; then, unless `once`, serve the page until Ctrl+C. Returns the exit status.

    Serves at `port`, or the next one that is free (None: 8088; 0: any).
    """
    _speak_utf8()
    logs.setup("ERROR", as_json=False)
    if port is None:
        port = 0 if once else PORT
    try:
        return asyncio.run(_demo(once, port))
    except KeyboardInterrupt:
        return 130


def _speak_utf8() -> None:
    """Write UTF-8 whatever the locale says: the story is in Chinese."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")


async def _demo(once: bool, port: int) -> int:
    began = time.monotonic()
    transcript = Transcript(Console(highlight=False, markup=False, emoji=False))
    async with staged(port, transcript) as (stage, cast):
        is_ok = await play(stage, cast)
        if once:
            result = {
                "story": "ok" if is_ok else "failed",
                "steps": stage.steps,
                "requests": await stage.requests(),
                "messages": stage.messages(),
                "seconds": round(time.monotonic() - began, 1),
            }
            print(json.dumps(result))
        else:
            transcript.note(WHAT_TO_TRY.format(url=stage.sim.url))
            await _until_interrupted()
    return 0 if is_ok else 1


@asynccontextmanager
async def staged(port: int, transcript: Transcript) -> AsyncIterator[tuple[Stage, Cast]]:
    """The simulator, the bot on a database of its own in a temporary directory, and the people."""
    async with _simulator(port) as sim:
        sim.add_bot(TOKEN)
        with TemporaryDirectory(prefix="bangban-demo-") as directory:
            async with opened(_settings(Path(directory))) as database:
                allowed = Limits(chat_burst=BURST, chat_every=1 / PER_CHAT)
                clock = Clock()
                bot = Bangban(database, TOKEN, api_url=sim.url, limits=allowed, now=clock.now)
                async with bot:
                    stage = Stage(sim, bot, database, transcript, clock)
                    yield stage, await people_the_village(stage)


def _settings(directory: Path) -> Settings:
    config = directory / "bangban.toml"
    config.write_text(resources.files("bot").joinpath("example.toml").read_text("utf-8"), "utf-8")
    return _DemoSettings(data_dir=directory, config=config)


@asynccontextmanager
async def _simulator(port: int) -> AsyncIterator[Simulator]:
    """A simulator that enforces limits, at this port or the next free one."""
    for candidate in range(port, port + PORTS_TRIED):
        enforced = telegram.Limits(enforced=True, per_chat=PER_CHAT, chat_burst=BURST)
        sim = Simulator(port=candidate, limits=enforced)
        try:
            await sim.start()
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            await sim.stop()
            continue
        try:
            yield sim
        finally:
            await sim.stop()
        return
    raise UsageProblem(
        f"The ports {port} to {port + PORTS_TRIED - 1} are all in use.", "Choose another one with --port."
    )


async def play(stage: Stage, cast: Cast, scenes: Sequence[Scene] | None = None) -> bool:
    """Play every scene, until one does not come about. Returns whether all did."""
    try:
        for scene in scenes or SCENES:
            stage.transcript.scene(str(scene.__doc__))
            await scene(stage, cast)
    except (AssertionError, TimeoutError) as error:
        stage.transcript.failed(str(error).partition("\n")[0], stage.screens())
        return False
    return True


async def _until_interrupted() -> None:
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await stop.wait()
