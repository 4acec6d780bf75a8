"""`python -m tests.chaos --seed 1 --kills 30 --people 200 --accounts 2000`."""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from storage import secrets
from tests.chaos import place
from tests.chaos.correction import Correction
from tests.chaos.plan import Plan
from tests.chaos.run import Outcome, play
from tests.chaos.rush import Rush

SHOWN = 20
ENGINES = ("sqlite", "postgres")
WAYS = ("polling", "webhook")


@contextmanager
def databases(engines: Sequence[str]) -> Iterator[Any]:
    """A directory, and a function that makes the address of a fresh database in it."""
    with (
        TemporaryDirectory(prefix="bangban-chaos-", ignore_cleanup_errors=True) as directory,
        ExitStack() as stack,
    ):
        home = Path(directory)
        server = stack.enter_context(place.postgres()) if "postgres" in engines else None

        def make(name: str) -> tuple[Path, str]:
            where = home / name
            where.mkdir()
            if name.startswith("sqlite"):
                return where, f"sqlite+aiosqlite:///{where / 'bangban.db'}"
            assert server is not None
            server.psql(f"CREATE DATABASE chaos_{name}")
            return where, str(server.get_uri(f"chaos_{name}")).replace(
                "postgresql://", "postgresql+asyncpg://"
            )

        yield make


async def run(plan: Plan, engines: Sequence[str], ways: Sequence[str], make: Any) -> dict[str, Outcome]:
    """Every engine by every way in, then a notice that is corrected on its way, and a rush for a few seats;
    both engines at the same time, because each waits a lot."""
    key = secrets.new_key()
    outcomes: dict[str, Outcome] = {}
    for way in ways:
        names = [engine if way == "polling" else f"{engine}_{way}" for engine in engines]
        runs = [play(plan, *make(name), key, webhook=way == "webhook") for name in names]
        outcomes |= dict(zip(names, await asyncio.gather(*runs), strict=True))
    stages = {"correction": (Correction, plan.households), "rush": (Rush, plan.rush)}
    for what, (stage, people) in stages.items():
        names = [f"{engine}_{what}" for engine in engines if people]
        runs = [play(plan, *make(name), key, webhook=False, stage=stage) for name in names]
        outcomes |= dict(zip(names, await asyncio.gather(*runs), strict=True))
    return outcomes


SUMMED = ("signup_oversold", "signup_untold")
"""What must be nothing in all runs together, at the top."""


def summed(outcomes: Mapping[str, Outcome]) -> dict[str, int]:
    """The same of all runs that have it."""
    return {name: sum(one.figures.get(name, 0) for one in outcomes.values()) for name in SUMMED}


def _wanted() -> argparse.Namespace:
    usual = Plan()
    parser = argparse.ArgumentParser(prog="chaos", description="Kill it while people use it; lose nothing.")
    for name, value in vars(usual).items():
        parser.add_argument(f"--{name}", type=type(value), default=value)
    parser.add_argument("--engines", nargs="+", choices=ENGINES, default=ENGINES)
    parser.add_argument("--ways", nargs="*", choices=WAYS, default=WAYS)
    parser.add_argument("--log", action="store_true", help="show the end of the program's log")
    return parser.parse_args()


def main() -> int:
    """Run, print what is wrong and the figures, and return 1 if anything is wrong."""
    wanted = vars(_wanted())
    plan = Plan(**{name: wanted[name] for name in vars(Plan())})
    with databases(wanted["engines"]) as make:
        outcomes = asyncio.run(run(plan, wanted["engines"], wanted["ways"], make))
    for name, outcome in outcomes.items():
        for line in outcome.wrong[:SHOWN]:
            sys.stdout.write(f"{name}: {line}\n")
        if wanted["log"]:
            sys.stdout.write("\n".join(outcome.log) + "\n")
    figures = (
        {"seed": plan.seed} | summed(outcomes) | {name: outcome.figures for name, outcome in outcomes.items()}
    )
    sys.stdout.write(json.dumps(figures) + "\n")
    return 1 if any(outcome.wrong for outcome in outcomes.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
