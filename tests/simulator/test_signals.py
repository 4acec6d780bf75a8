"""Waking those who wait."""

import asyncio

from simulator.signals import Signal


async def test_everyone_who_waits_is_woken() -> None:
    signal = Signal()
    waiting = [asyncio.create_task(signal.wait(5)) for _ in range(3)]
    await asyncio.sleep(0)
    signal.notify()
    assert await asyncio.gather(*waiting) == [True, True, True]


async def test_a_wait_without_a_wake_ends_false() -> None:
    assert await Signal().wait(0.01) is False


async def test_a_wake_before_the_wait_does_not_count() -> None:
    signal = Signal()
    signal.notify()
    assert await signal.wait(0.01) is False


async def test_a_condition_that_holds_is_not_waited_for() -> None:
    assert await Signal().until(lambda: True, 0) is True


async def test_a_condition_is_looked_at_after_every_wake() -> None:
    signal, seen = Signal(), list[int]()

    async def count() -> None:
        for number in range(5):
            await asyncio.sleep(0)
            seen.append(number)
            signal.notify()

    counting = asyncio.create_task(count())
    assert await signal.until(lambda: len(seen) >= 3, 5) is True
    assert 3 <= len(seen) < 5
    await counting


async def test_a_condition_that_never_holds_ends_false() -> None:
    signal = Signal()
    waking = asyncio.create_task(_wake_often(signal))
    assert await signal.until(lambda: False, 0.02) is False
    waking.cancel()


async def _wake_often(signal: Signal) -> None:
    while True:
        signal.notify()
        await asyncio.sleep(0.001)


async def test_a_cancelled_waiter_leaves_nothing_behind() -> None:
    signal = Signal()
    waiting = asyncio.create_task(signal.wait(5))
    await asyncio.sleep(0)
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    signal.notify()
    assert await signal.wait(0.01) is False
