"""The simulator in this process on one core, the bot under test as a process of its own on the other."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from simulator.model import Chat
from simulator.server import Simulator
from simulator.world import World
from tests.bench import place

TOKEN = f"{place.BOT}:bench-token"
ROOT = Path(__file__).parents[2]
TICK = os.sysconf("SC_CLK_TCK")
PATIENCE = 30.0
UNWANTED = ("BANGBAN_", "PYTHON")
"""Variables that a program does not inherit: other settings, and what would make Python other than it is."""


@dataclass(frozen=True)
class Cores:
    """Which core is whose; None where there are not two."""

    simulator: int | None
    bot: int | None

    @classmethod
    def of_this_machine(cls) -> Cores:
        """The first two that this process may use."""
        allowed = sorted(os.sched_getaffinity(0))
        return cls(allowed[0], allowed[1]) if len(allowed) > 1 else cls(None, None)

    def pin(self) -> None:
        """Keep this process, which is the simulator, to its core."""
        if self.simulator is not None:
            os.sched_setaffinity(0, {self.simulator})


class Program:
    """A bot's process; `began` is when it was started, by the loop's clock."""

    def __init__(self, process: asyncio.subprocess.Process, began: float) -> None:
        self._process = process
        self.began = began

    @property
    def ended(self) -> bool:
        """Whether it is no longer there."""
        return self._process.returncode is not None

    def cpu(self) -> float:
        """Seconds of CPU that it and its threads have used."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def memory(self) -> float:
        """Megabytes that it holds in memory."""
        lines = Path(f"/proc/{self._process.pid}/status").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:")) / 1024

    async def stop(self) -> None:
        """Let it finish."""
        if not self.ended:
            self._process.send_signal(signal.SIGTERM)
            try:
                await asyncio.wait_for(self._process.wait(), PATIENCE)
            except TimeoutError:
                self._process.kill()
                await self._process.wait()


@asynccontextmanager
async def running(words: Sequence[str], env: Mapping[str, str], core: int | None) -> AsyncIterator[Program]:
    """A program on a core of its own until the block ends; what it complains of is shown if it fails."""
    began = asyncio.get_running_loop().time()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(UNWANTED)}
    process = await asyncio.create_subprocess_exec(
        *words,
        cwd=ROOT,
        env=kept | dict(env),
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    if core is not None:
        os.sched_setaffinity(process.pid, {core})
    complaints: list[bytes] = []
    listening = asyncio.create_task(_listen(process, complaints))
    program = Program(process, began)
    try:
        yield program
    except BaseException:
        sys.stderr.buffer.write(b"".join(complaints[-30:]))
        raise
    finally:
        await program.stop()
        await listening


async def _listen(process: asyncio.subprocess.Process, complaints: list[bytes]) -> None:
    assert process.stderr is not None
    async for said in process.stderr:
        complaints.append(said)
        del complaints[:-100]


class Busy:
    """How much others use this machine, from when it is made."""

    def __init__(self) -> None:
        self._total, self._idle = _ticks()
        self._own = _own()

    def others(self) -> float:
        """The share of all cores that was used by nobody of ours; our processes have to have ended."""
        total, idle = _ticks()
        spent = (total - self._total) - (idle - self._idle) - (_own() - self._own)
        return max(0.0, spent / max(1.0, total - self._total))


def _ticks() -> tuple[float, float]:
    fields = [int(one) for one in Path("/proc/stat").read_text().splitlines()[0].split()[1:9]]
    return float(sum(fields)), float(fields[3] + fields[4])


def _own() -> float:
    used = os.times()
    return (used.user + used.system + used.children_user + used.children_system) * TICK


@dataclass(frozen=True)
class Stage:
    """The simulator with everybody in it, and the bot that serves them."""

    sim: Simulator
    program: Program

    @property
    def world(self) -> World:
        """The simulator's world."""
        return self.sim.world


def move_in(world: World) -> list[Chat]:
    """Everybody of the county gets a phone; the chats of the villagers, in order."""
    for account_id in place.holders():
        world.private_chat(world.bot, world.add_user(f"负责人{account_id}", id=account_id))
    numbers = range(place.PEOPLE)
    users = [world.add_user(f"村民{number}", id=place.person_id(number)) for number in numbers]
    return [world.private_chat(world.bot, user) for user in users]
