"""The demo: its story comes about, says so, and fails loudly when it does not; the page stays up."""

from __future__ import annotations

import json
import logging
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import AsyncIterator, Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from bot.demo import main, program
from bot.demo.arrivals import everybody_opens_the_chat
from bot.demo.program import play, staged
from bot.demo.stage import Stage, StoryError
from bot.demo.transcript import Transcript
from bot.demo.village import PARTS, Cast
from bot.problems import UsageProblem
from services import access, people

DEMO = """
import sys
from bot.demo import main, program
program.SCENES = [one for one in program.SCENES if one.__name__ in {scenes} or not {scenes}]
sys.exit(main(once={once}, port={port}))
"""
FOR_THE_PAGE = ("everybody_opens_the_chat", "grandma_registers")
"""As much of the story as it takes for grandma to ask for something on the page."""
POOR_TERMINAL = {"LANG": "C", "LC_ALL": "C", "COLUMNS": "44", "TERM": "dumb", "PYTHONUTF8": "0"}
STRAY = {"BANGBAN_BOT_TOKEN": "no token", "BANGBAN_DATABASE_URL": "mysql://x", "BANGBAN_NONSENSE": "1"}
"""Settings of some other bot: the demo must not touch what they name, nor stumble over them."""


def _start(*, once: bool, port: int | None, scenes: tuple[str, ...] = ()) -> subprocess.Popen[bytes]:
    """The demo in a process of its own, with all of its story or these scenes of it."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LC_"))}
    return subprocess.Popen(
        [sys.executable, "-c", DEMO.format(once=once, port=port, scenes=scenes)],
        env={**inherited, **POOR_TERMINAL, **STRAY},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )


@pytest.mark.timeout(240)
def test_the_story_is_told_on_the_poorest_terminal_and_ends_with_its_counts() -> None:
    out, err = _start(once=True, port=None).communicate(timeout=200)
    told = out.decode("utf-8")
    counts = json.loads(told.splitlines()[-1])
    assert counts["story"] == "ok", told[-3000:]
    assert counts["requests"] == 11
    assert counts["steps"] > 200
    assert counts["messages"] > 100
    assert err == b""
    assert "我家老头子发烧两天了" in told
    assert "有 5 个人想学嫁接" in told and "真的，是这里发的" in told
    assert "only those of 赵桂芳 and 张和 ever got “砌墙”" in " ".join(told.split())
    assert not any(line != line.rstrip() for line in told.splitlines())


@pytest.mark.timeout(240)
def test_the_page_stays_up_until_interrupted_and_answers_like_the_real_thing() -> None:
    demo = _start(once=False, port=0, scenes=FOR_THE_PAGE)
    try:
        url = _address(demo)
        there = _get(f"{url}/api/people")["people"]
        assert [one["name"] for one in there] == [part.name for part in PARTS.values()]
        grandma = next(one["id"] for one in there if one["name"] == "王秀英")
        _post(f"{url}/api/phones/{grandma}/act", {"action": "text", "text": "我家灯不亮了"})
        _waits_for_words(url, grandma, "您说的是哪方面的事")
        with urllib.request.urlopen(url) as page:
            assert page.status == 200
        demo.send_signal(signal.SIGINT)
        _, err = demo.communicate(timeout=30)
    finally:
        demo.kill()
    assert demo.returncode == 0
    assert err == b""


def _address(demo: subprocess.Popen[bytes]) -> str:
    assert demo.stdout is not None
    for line in demo.stdout:
        if b"http://127.0.0.1:" in line:
            return line.decode().rpartition(" ")[2].strip()
    raise AssertionError("the demo ended without an address")


def _get(url: str) -> Any:
    with urllib.request.urlopen(url) as answer:
        return json.load(answer)


def _post(url: str, body: dict[str, str]) -> None:
    request = urllib.request.Request(
        url, json.dumps(body).encode(), {"Content-Type": "application/json"}, method="POST"
    )
    with urllib.request.urlopen(request) as answer:
        assert json.load(answer) == {"ok": True}


def _waits_for_words(url: str, user: int, words: str) -> None:
    """Wait until these words are the last on a phone."""
    while words not in _get(f"{url}/api/phones/{user}")["messages"][-1]["text"]:
        time.sleep(0.05)


@pytest.fixture
def quiet_log() -> Iterator[None]:
    """Give the log back as it was."""
    root = logging.getLogger()
    before = list(root.handlers), root.level
    yield
    root.handlers[:], root.level = before
    logging.captureWarnings(False)


@pytest.mark.usefixtures("quiet_log")
def test_a_story_that_does_not_come_about_ends_with_status_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    async def grandma_is_promised_the_moon(_stage: Stage, cast: Cast) -> None:
        """Something the bot never says."""
        await cast.neighbour.says("/help")
        await cast.neighbour.person.sees("月亮", timeout=0.1)

    monkeypatch.setattr(program, "SCENES", (grandma_is_promised_the_moon,))
    assert main(once=True, port=None) == 1
    told = capsys.readouterr().out
    assert json.loads(told.splitlines()[-1])["story"] == "failed"
    assert "does not see '月亮'" in told
    assert "刘小军's screen" in told
    assert "马国强's screen" in told


@pytest.fixture
async def stage_and_cast() -> AsyncIterator[tuple[Stage, Cast]]:
    """The demo's village before the story begins."""
    async with staged(0, Transcript(Console(file=StringIO(), width=60))) as found:
        yield found


def _told(stage: Stage) -> str:
    file = stage.transcript.console.file
    assert isinstance(file, StringIO)
    return file.getvalue()


async def test_a_scene_is_told_with_its_caption_and_what_everybody_saw(
    stage_and_cast: tuple[Stage, Cast],
) -> None:
    stage, cast = stage_and_cast
    assert await play(stage, cast, [everybody_opens_the_chat])
    told = _told(stage)
    assert "1. Those who registered long ago open the chat" in told
    assert "刘小军 ▸ /start" in told
    assert "帮办 → 刘小军\n    刘小军，您好！" in told
    assert stage.messages() == sum(part.settled for part in PARTS.values())


async def test_seeing_too_much_is_a_failure_too(stage_and_cast: tuple[Stage, Cast]) -> None:
    _stage, cast = stage_and_cast
    await cast.zhao.says("/help")
    await cast.zhao.sees("怎么用", without=("秘密",))
    with pytest.raises(StoryError, match="should see"):
        await cast.zhao.sees("怎么用", without=("打字",))
    with pytest.raises(StoryError, match="月亮"):
        await cast.zhao.sees("怎么用", "月亮")


async def test_a_secret_is_proved_from_every_call_ever_made(stage_and_cast: tuple[Stage, Cast]) -> None:
    stage, cast = stage_and_cast
    await cast.zhao.says("/help")
    stage.prove_secret("怎么用", cast.zhao)
    stage.prove_secret("怎么用", cast.zhao, cast.doctor)
    with pytest.raises(StoryError):
        stage.prove_secret("怎么用", cast.doctor)
    with pytest.raises(StoryError):
        stage.prove_secret("谁也没说过的话", cast.zhao)


async def test_whoever_has_long_been_there_has_a_role_a_phone_and_a_place_on_the_roster(
    stage_and_cast: tuple[Stage, Cast],
) -> None:
    stage, cast = stage_and_cast
    async with stage.begin() as tx:
        helper = await people.meet(tx, cast.helper.person.id, None)
        neighbour = await people.meet(tx, cast.neighbour.person.id, None)
        grandma = await people.meet(tx, cast.grandma.person.id, None)
    assert access.roles_at(helper, helper.current_center_id or 0) == {"assistance"}
    assert neighbour.phone == PARTS["neighbour"].phone
    assert neighbour.memberships[0].person_id is not None
    assert grandma.memberships == []


async def test_a_port_in_use_is_passed_over_for_the_next_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        async with staged(port, Transcript(Console(file=StringIO()))) as (stage, _):
            assert port < stage.sim.port < port + program.PORTS_TRIED


async def test_when_every_port_is_in_use_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "PORTS_TRIED", 1)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageProblem, match="in use"):
            async with staged(port, Transcript(Console(file=StringIO()))):
                pass


@pytest.mark.parametrize("width", [8, 20, 44, 200])
def test_a_transcript_fits_any_terminal(width: int) -> None:
    file = StringIO()
    transcript = Transcript(Console(file=file, width=width))
    transcript.scene("Somebody says a great deal in [bold]brackets[/bold].")
    transcript.did("王奶奶", "[✅ 发出去] " + "屋顶漏雨了，" * 20)
    transcript.failed("expected: 什么", ["--- screen\n  #1 帮办: 好"])
    told = file.getvalue()
    assert "".join(told.split()).count("屋顶漏雨了，") == 20
    assert "[bold]brackets[/bold]" in "".join(told.splitlines()) or width < 44
    assert all(len(line) <= max(10, width) for line in told.splitlines())
