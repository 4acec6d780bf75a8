"""`python -m tests.county --seed 1 --centers 30 --days 60 --requests 1.5`."""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from rich.console import Console

from storage import migrate, secrets
from storage.transaction import Database
from tests.county import report
from tests.county.life import BOT, Life
from tests.inline import quicken

SHOWN = 12


class Complaints(logging.Handler):
    """Keeps what is logged as an error or worse: the clock stumbled, say."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the record's sentence with its traceback."""
        self.lines.append(logging.Formatter().format(record))


async def play(
    url: str, seed: int, centers: int, days: int, requests: float, *, quiet: int = 30
) -> tuple[Life, dict[str, Any]]:
    """Let a county live on a database without people; what was found, and the figures."""
    await migrate.upgrade(url)
    database = quicken(Database(url))
    try:
        life = Life(database, seed, centers)
        await life.settle()
        await life.run(days, requests, quiet=quiet)
        async with database.begin(life.now, BOT) as tx:
            return life, await report.figures(tx, life)
    finally:
        await database.dispose()


def _wanted() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="county", description="A county over weeks of virtual time.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--centers", type=int, default=30)
    parser.add_argument("--days", type=int, default=60)
    parser.add_argument("--requests", type=float, default=1.5, help="a day and center")
    parser.add_argument(
        "--quiet", type=int, default=30, help="days after those in which nobody asks any more"
    )
    parser.add_argument("--database", help="an empty database, instead of a SQLite file that is thrown away")
    return parser.parse_args()


def main() -> int:
    """Play, print what was found, and return 1 if anything was."""
    wanted = _wanted()
    secrets.install([secrets.new_key()])
    complaints = Complaints()
    logging.getLogger().addHandler(complaints)
    began = time.monotonic()
    with TemporaryDirectory(prefix="bangban-county-") as directory:
        url = wanted.database or f"sqlite+aiosqlite:///{Path(directory) / 'county.db'}"
        life, found = asyncio.run(
            play(url, wanted.seed, wanted.centers, wanted.days, wanted.requests, quiet=wanted.quiet)
        )
    report.show(found, life, Console())
    wrong = [*complaints.lines, *life.stuck, *life.lost, *life.helping.books.unnoticed]
    wrong += life.helping.books.overasked
    for what in wrong[:SHOWN]:
        sys.stdout.write(f"{what}\n")
    asked = {"seed": wanted.seed, "centers": wanted.centers, "days": wanted.days}
    took = {"failures": len(complaints.lines), "seconds": round(time.monotonic() - began, 1)}
    sys.stdout.write(report.line(asked | found | took) + "\n")
    return 1 if wrong or found["stuck"] or found["lost"] else 0


if __name__ == "__main__":
    sys.exit(main())
