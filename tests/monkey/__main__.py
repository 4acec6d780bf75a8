"""`python -m tests.monkey --seed 1 --steps 3000`."""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from storage import migrate, secrets
from storage.transaction import Database
from tests.monkey.troop import Troop

SHOWN = 12


async def play(seed: int, steps: int) -> Troop:
    """Let monkeys play on a SQLite file that is gone afterwards."""
    with TemporaryDirectory(prefix="bangban-monkey-") as directory:
        url = f"sqlite+aiosqlite:///{Path(directory) / 'monkey.db'}"
        await migrate.upgrade(url)
        database = Database(url)
        try:
            async with Troop(database, seed) as troop:
                await troop.play(steps)
                return troop
        finally:
            await database.dispose()


def main() -> int:
    """Play, print what was found, and return 1 if anything was."""
    parser = argparse.ArgumentParser(prog="monkey")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=3000)
    wanted = parser.parse_args()
    secrets.install([secrets.new_key()])
    began = time.monotonic()
    troop = asyncio.run(play(wanted.seed, wanted.steps))
    for what in troop.found.all[:SHOWN]:
        sys.stdout.write(f"{what}\n\n")
    sys.stdout.write(f"{time.monotonic() - began:.0f} seconds\n{troop.summary()}\n")
    return 1 if troop.found.all else 0


if __name__ == "__main__":
    sys.exit(main())
