"""`bangban run` in a process of its own, again and again: born, and killed, whenever the harness says so.

Each is forked off one that has imported and read everything and done nothing, because a run has more than
a hundred of them, and that takes longer than they live. Apart from that it is what anybody would start,
with limits as many times Telegram's as the simulator's are, a clock that jumps, and a defect: a handler
that fails after everything else was done.

For every line on the standard input one process; its id is written when it is born, and when it is dead.

CHAOS_SPEED  times Telegram's limits
CHAOS_CLOCK  a file with the seconds by which this machine's clock is wrong; read again at SIGUSR2
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import time_machine
from telegram import Update
from telegram.ext import MessageHandler, filters

from bot import cli, serve
from bot.app import Bangban
from bot.limits import Limits
from bot.words import translate
from domain.messages import t
from domain.suggest import suggest

POISON = "☠"
"""A message with this in it is one that a handler fails on."""
DIE_WITH_PARENT = 1


def limits(speed: float) -> Limits:
    """Telegram's limits, and the bot's own on what one person sends, so many times as generous."""
    own = Limits()
    return Limits(
        per_second=int(30 * speed),
        chat_burst=int(3 * speed),
        chat_every=1.0 / speed,
        group_minute=int(20 * speed),
        sender_burst=int((own.sender_burst or 0) * speed),
        sender_every=own.sender_every / speed,
    )


async def stumble(_update: Update, _context: Any) -> None:
    """The defect: everything the other handlers did for this update has to be undone."""
    raise RuntimeError("poison")


class Hurried(Bangban):
    """The bot with these limits, and with a handler that fails."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, limits=limits(float(os.environ["CHAOS_SPEED"])), **options)
        defect = MessageHandler(filters.Regex(POISON), stumble)
        self.handling.application.add_handler(defect, group=1)


class Clock:
    """The machine's clock, as wrong as the file says."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._travel: time_machine.travel | None = None

    def jump(self, *_: object) -> None:
        """Go by what the file says now."""
        wrong = timedelta(seconds=float(self._path.read_text()))
        if self._travel is not None:
            self._travel.stop()
        self._travel = time_machine.travel(datetime.now(UTC) + wrong, tick=True) if wrong else None
        if self._travel is not None:
            self._travel.start()


def live() -> None:
    """Be `bangban run`."""
    _die_with_parent()
    os.dup2(2, 1)
    clock = Clock(Path(os.environ["CHAOS_CLOCK"]))
    signal.signal(signal.SIGUSR2, clock.jump)
    clock.jump()
    serve.Bangban = Hurried  # type: ignore[misc]
    sys.argv = ["bangban", "run"]
    cli.main()


def _die_with_parent() -> None:
    """Leave nothing behind when the harness itself is killed."""
    ctypes.CDLL(None).prctl(DIE_WITH_PARENT, signal.SIGKILL)


def main() -> None:
    """Bring up one process after the other."""
    _die_with_parent()
    suggest("路灯")  # the first sentence and the first words take longer than most of them will live
    translate(t("menu"), "zh-Hans")
    while sys.stdin.readline():
        pid = os.fork()
        if pid == 0:
            live()
            os._exit(0)
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()
        os.waitpid(pid, 0)
        sys.stdout.write(f"{pid}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
