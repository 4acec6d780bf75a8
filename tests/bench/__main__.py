"""`python -m tests.bench [--rounds 3] [--only KEY…]`: measure, print a table and a line of JSON."""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench.figures import BY_KEY, FIGURES, Values, kept, line, shown, verdict
from tests.bench.place import Size
from tests.bench.rates import Effort
from tests.bench.run import Bench, Found, Wanted, premises
from tests.bench.stage import Cores


def parse(arguments: list[str] | None = None) -> Wanted:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(prog="bench", description="How fast the bot is; see docs/speed.md.")
    parser.add_argument("--only", nargs="+", choices=list(BY_KEY), metavar="KEY", default=list(BY_KEY))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--people", type=int, default=200, help="who talk at the same time")
    parser.add_argument("--seconds", type=float, default=8.0, help="how long a contender is measured")
    parser.add_argument("--window", type=float, default=30.0, help="how much of a notice is looked at")
    parser.add_argument("--residents", type=int, default=Size.residents, help="of the large data set")
    parser.add_argument("--requests", type=int, default=Size.requests, help="of the large data set")
    parser.add_argument("--large", type=Path, help="where the large data set is kept for another run")
    given = parser.parse_args(arguments)
    return Wanted(
        keys=frozenset(given.only),
        rounds=given.rounds,
        effort=Effort(given.people, given.seconds),
        window=given.window,
        size=Size(given.residents, given.requests),
        large=given.large,
    )


def table(values: Values) -> Table:
    """The figures for people to read."""
    made = Table("figure", "what it is", "measured", "limit", "aim", "", title="make bench")
    for figure in FIGURES:
        way = "≥" if figure.at_least else "≤"
        limit, aim = (
            f"{way} {shown(mark)}" if mark is not None else "" for mark in (figure.limit, figure.aim)
        )
        value = values[figure.key]
        made.add_row(figure.key, figure.meaning, shown(value), limit, aim, verdict(figure, value))
    return made


async def play(wanted: Wanted, console: Console) -> Found:
    """Measure everything that is wanted."""
    cores = Cores.of_this_machine()
    with premises(wanted) as (place, server):
        bench = Bench(wanted, place, cores, say=lambda words: console.print(words, highlight=False))
        await bench.prepare(server)
        cores.pin()
        await bench.run()
        return bench.found


def main() -> int:
    """Measure, print, and return 1 if a figure is beyond its limit."""
    wanted, console, began = parse(), Console(width=120, soft_wrap=True), time.monotonic()
    found = asyncio.run(play(wanted, console))
    values = found.values()
    console.print(table(values))
    for note in found.notes():
        console.print(note, highlight=False)
    took = {
        "seconds": round(time.monotonic() - began),
        "people": wanted.effort.people,
        "rounds": wanted.rounds,
    }
    sys.stdout.write(line(values, {**found.raw(), **took}) + "\n")
    return 0 if kept(values) else 1


if __name__ == "__main__":
    sys.exit(main())
