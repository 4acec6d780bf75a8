"""Waits double, vary and end."""

from __future__ import annotations

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from bot.backoff import Backoff, pause


@given(st.floats(0.1, 5), st.floats(5, 100), st.integers(1, 10_000))
def test_a_wait_lies_between_half_and_all_of_its_doubling(
    first: float, longest: float, failures: int
) -> None:
    full = min(longest, first * 2.0 ** min(failures - 1, 60))
    assert full / 2 <= Backoff(first, longest).after(failures) <= full


def test_waits_grow_with_every_failure_until_it_works_again() -> None:
    backoff = Backoff(first=1.0, longest=8.0)
    waits = [backoff.next() for _ in range(6)]
    assert all(
        low <= wait <= high
        for wait, low, high in zip(waits, (0.5, 1, 2, 4, 4, 4), (1, 2, 4, 8, 8, 8), strict=True)
    )
    backoff.reset()
    assert backoff.next() <= 1.0


def test_many_who_fail_together_do_not_come_back_together() -> None:
    assert len({Backoff().after(5) for _ in range(20)}) > 10


async def test_a_pause_ends_at_once_when_told_to_stop() -> None:
    stop = asyncio.Event()
    pausing = asyncio.create_task(pause(3600, stop))
    await asyncio.sleep(0)
    stop.set()
    await pausing


async def test_a_pause_ends_by_itself() -> None:
    await pause(0.01, asyncio.Event())
