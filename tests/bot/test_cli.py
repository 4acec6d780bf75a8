"""The command line as a whole: what it makes, and how it tells what is wrong."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from domain.units import parse
from simulator.server import Simulator
from storage import migrate, secrets
from tests.conftest import Terminal

ROOT = Path(__file__).parents[2]


def told(terminal: Terminal, *words: object) -> str:
    """What a command that ends with status 2 writes to standard error."""
    finished = terminal.bangban(*words)
    assert finished.status == 2
    assert_tells(finished.err)
    return finished.err


def assert_tells(err: str) -> None:
    """Two sentences or more: what is wrong, and what to do; never a traceback."""
    assert len(err.strip().splitlines()) >= 2
    assert "Traceback" not in err


@pytest.fixture
def place(terminal: Terminal) -> Terminal:
    """A terminal in a directory with the example's configuration."""
    terminal.bangban("init")
    return terminal


def test_help_lists_every_command(terminal: Terminal) -> None:
    finished = terminal.bangban("--help")

    assert finished.status == 0
    for command in ("run", "demo", "init", "migrate", "doctor", "invite", "roster", "suggest", "version"):
        assert f" {command} " in finished.out


def test_without_a_command_there_is_help(terminal: Terminal) -> None:
    assert "Commands" in "".join((terminal.bangban().out, terminal.bangban().err))


def test_the_version_is_the_projects(terminal: Terminal) -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    assert terminal.bangban("version").out == f"bangban {project['version']}\n"


def test_an_unknown_command_is_refused(terminal: Terminal) -> None:
    finished = terminal.bangban("fly")

    assert finished.status == 2
    assert "fly" in finished.err


# init


def test_init_writes_a_file_that_can_be_used(terminal: Terminal) -> None:
    finished = terminal.bangban("init")

    assert finished.status == 0
    assert "bangban.toml" in finished.out
    assert parse((terminal.place / "bangban.toml").read_text("utf-8")).name == "云岭县"


def test_init_writes_where_it_is_told(terminal: Terminal) -> None:
    assert terminal.bangban("init", "county.toml").status == 0
    assert (terminal.place / "county.toml").exists()


def test_init_does_not_replace_a_file(place: Terminal) -> None:
    (place.place / "bangban.toml").write_text("mine")

    assert "--force" in told(place, "init")
    assert (place.place / "bangban.toml").read_text() == "mine"

    assert place.bangban("init", "--force").status == 0
    assert "云岭县" in (place.place / "bangban.toml").read_text("utf-8")


def test_init_says_when_it_cannot_write(terminal: Terminal) -> None:
    assert "cannot be written: No such file" in told(terminal, "init", "nowhere/county.toml")


# migrate


async def test_migrate_brings_a_database_up(terminal: Terminal, empty_url: str) -> None:
    terminal.set(DATABASE_URL=empty_url)

    finished = await asyncio.to_thread(terminal.bangban, "migrate")

    assert finished.status == 0
    assert migrate.head() in finished.out
    assert await migrate.current(empty_url) == migrate.head()


def test_migrate_says_when_the_database_is_away(terminal: Terminal) -> None:
    terminal.set(DATABASE_URL="postgresql://127.0.0.1:1/none")

    finished = terminal.bangban("migrate")

    assert finished.status == 1
    assert_tells(finished.err)
    assert "The database cannot be used" in finished.err


def test_migrate_says_when_the_database_is_newer(terminal: Terminal) -> None:
    import sqlite3

    terminal.bangban("migrate")
    database = sqlite3.connect("data/bangban.db")
    database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.commit()
    database.close()

    finished = terminal.bangban("migrate")

    assert finished.status == 1
    assert "step 9999" in finished.err
    assert_tells(finished.err)


def test_migrate_says_when_the_data_directory_cannot_be_written(terminal: Terminal) -> None:
    terminal.set(DATA_DIR="/proc/bangban")

    assert "data directory /proc/bangban cannot be written" in told(terminal, "migrate")


# what every command may stumble over


def test_a_setting_that_cannot_be_is_told(terminal: Terminal) -> None:
    terminal.set(LOG_LEVEL="loud")

    assert "BANGBAN_LOG_LEVEL" in told(terminal, "doctor")


def test_a_setting_that_is_misspelt_is_told(terminal: Terminal) -> None:
    terminal.set(DATADIR="x")

    assert "Did you mean BANGBAN_DATA_DIR?" in told(terminal, "migrate")


def test_run_without_a_token_is_told_where_to_get_one(place: Terminal) -> None:
    assert "@BotFather" in told(place, "run")


def test_run_without_a_configuration_is_told_how_to_make_one(terminal: Terminal) -> None:
    terminal.set(BOT_TOKEN="1234:abc")

    assert "bangban init" in told(terminal, "run")


def test_run_with_a_broken_configuration_is_told_where(place: Terminal) -> None:
    place.set(BOT_TOKEN="1234:abc")
    (place.place / "bangban.toml").write_text('code = "a"\nname = "b"\ntownships = 3\n')

    assert "townships: must be a list" in told(place, "run")


def test_run_with_the_keys_of_another_database_is_told(place: Terminal) -> None:
    place.bangban("invite", "--center", "maqu", "--username", "x")
    place.set(BOT_TOKEN="1234:abc", SECRET_KEYS=secrets.new_key())

    assert "do not open this database" in told(place, "run")


def test_run_with_a_key_file_that_others_can_read_is_told(place: Terminal) -> None:
    place.bangban("invite", "--center", "maqu", "--username", "x")
    (place.place / "data" / "secret.keys").chmod(0o644)
    place.set(BOT_TOKEN="1234:abc")

    assert "chmod 600" in told(place, "run")


def test_run_with_nobody_at_the_other_end_is_told(place: Terminal) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        place.set(BOT_TOKEN="1234:abc", API_URL=f"http://127.0.0.1:{closed.getsockname()[1]}")

        finished = place.bangban("run")

    assert finished.status == 1
    assert_tells(finished.err)
    assert "BANGBAN_API_URL" in finished.err


async def test_run_with_a_wrong_token_is_told(place: Terminal, sim: Simulator) -> None:
    place.set(BOT_TOKEN="1234:wrong", API_URL=sim.url)

    finished = await asyncio.to_thread(place.bangban, "run")

    assert finished.status == 2
    assert_tells(finished.err)
    assert "Telegram does not know this bot token" in finished.err
    assert "wrong" not in finished.err


def test_debug_shows_where_a_problem_arose(place: Terminal) -> None:
    with pytest.raises(Exception, match="There is no bot token"):
        place.bangban("--debug", "run")


def test_an_unexpected_error_is_told_without_a_traceback(
    place: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.cli._version", dict[str, str]().popitem)

    finished = place.bangban("version")

    assert finished.status == 1
    assert_tells(finished.err)
    assert "KeyError" in finished.err
    assert "--debug" in finished.err


# the real program


def environment(place: Terminal, **settings: str) -> dict[str, str]:
    """The environment of a real process, its modules found in this working copy."""
    return {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        **{f"BANGBAN_{name}": value for name, value in settings.items()},
    }


def test_as_a_process_of_its_own_it_tells_the_same(place: Terminal) -> None:
    finished = subprocess.run(
        [sys.executable, "-m", "bot.cli", "run"],
        cwd=place.place,
        env=environment(place),
        capture_output=True,
        text=True,
        timeout=60,
    )

    assert finished.returncode == 2
    assert finished.stdout == ""
    assert finished.stderr.splitlines()[0] == "There is no bot token."
    assert_tells(finished.stderr)


async def test_it_serves_until_it_is_told_to_stop(place: Terminal, sim: Simulator) -> None:
    token = "1000:demo-token-of-the-simulator"
    grandma = sim.person("王秀英")
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot.cli",
        "run",
        cwd=place.place,
        env=environment(place, BOT_TOKEN=token, API_URL=sim.url, LOG_JSON="true"),
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        await grandma.starts("c-maqu")
        await grandma.sees("服务中心", timeout=30)
    finally:
        process.send_signal(signal.SIGTERM)
    _, err = await process.communicate()

    assert process.returncode == 0
    lines = [json.loads(line) for line in err.decode().splitlines()]
    assert {line["level"] for line in lines} <= {"INFO"}
    assert "demo-token" not in err.decode()
    assert "王秀英" not in err.decode()


def test_suggest_answers_every_line_with_three_lines_of_service(place: Terminal) -> None:
    finished = subprocess.run(
        [sys.executable, "-m", "bot.cli", "suggest"],
        cwd=place.place,
        env=environment(place),
        input="我妈喊胸口痛得很\n\n路灯坏了\n".encode() + b"\xff\xfe\n" + "想借本书".encode(),
        capture_output=True,
        timeout=60,
    )

    assert finished.returncode == 0, finished.stderr
    answers = [json.loads(line) for line in finished.stdout.splitlines()]
    assert len(answers) == 5
    assert all(len(set(answer["lines"])) == 3 for answer in answers)
    assert (answers[0]["lines"][0], answers[0]["urgent"]) == ("health", True)
    assert (answers[2]["lines"][0], answers[2]["urgent"]) == ("environment", False)


@pytest.mark.parametrize("port", ["-1", "65536", "http"])
def test_demo_refuses_a_port_that_cannot_be(terminal: Terminal, port: str) -> None:
    finished = terminal.bangban("demo", "--port", port)

    assert finished.status == 2
    assert "--port" in finished.err
