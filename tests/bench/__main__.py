"""`python -m tests.bench [--rounds 3] [--only KEY…]`: measure, print a table and a line of JSON."""

from __future__ import annotations

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.run import Bench, Wanted
from tests.bench.figures import BY_KEY


def _wanted() -> Wanted:
    parser = argparse.ArgumentParser(prog="bench", description="How fast the bot is; see docs/speed.md.")
    parser.add_argument("--only", nargs="+", choices=list(BY_KEY), metavar="KEY", default=list(BY_KEY))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--people", type=int, default=200, help="who talk at the same time")
    parser.add_argument("--seconds", type=float, default=5.0, help="how long a round of a contender takes")
    given = parser.parse_args()
    return Wanted(frozenset(given.only), given.rounds, given.people, given.seconds)


def main() -> int:
    asyncio.run(quick(_wanted()))
    return 0

async def quick(wanted: Wanted) -> None:
    from tests.bench.place import Place, Sqlite, Postgres
    from tests.bench.contenders import echo, intake
    from tests.bench.rates import measure, Effort
    from tests.bench.stage import Cores
    with tempfile.TemporaryDirectory() as d:
        place = Place(Path(d)); sq = Sqlite(place)
        t=time.time(); await sq.prepare(); print("prepared", time.time()-t)
        cores = Cores.of_this_machine(); cores.pin()
        for r in range(wanted.rounds):
            for c in (echo("echo","ptb"), echo("aiogram","aiogram"), intake("intake", sq), echo("echo_50","ptb",.05), intake("intake_50", sq, .05)):
                t=time.time()
                rate = await measure(c, place, cores, Effort(wanted.people, wanted.seconds))
                print(c.name, rate, time.time()-t, flush=True)


if __name__ == "__main__":
    sys.exit(main())
