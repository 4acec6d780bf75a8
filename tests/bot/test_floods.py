"""Whoever sends without end is told once, and holds up nobody."""

from __future__ import annotations

from typing import Any

import pytest

from bot import floods
from bot.apologies import apologiser
from bot.floods import Floods, Welcome, sender_of
from bot.limits import Limits
from domain.messages import t
from storage.transaction import Database
from tests.bot.test_batches import Village, message, tap

TAKEN, LAST, IGNORED = Welcome.TAKEN, Welcome.LAST, Welcome.IGNORED


class Clock:
    """The loop's clock, moved by hand."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 1000.0
        monkeypatch.setattr(floods.asyncio, "get_running_loop", lambda: self)

    def time(self) -> float:
        """What it shows."""
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def counted(guard: Floods, times: int, user_id: int = 7) -> list[Welcome]:
    return [guard.welcome(message(number, user_id=user_id)) for number in range(times)]


def test_the_burst_is_taken_then_they_are_told_once_then_nothing_more_is_taken(clock: Clock) -> None:
    guard = Floods(Limits(sender_burst=3))
    assert counted(guard, 6) == [TAKEN, TAKEN, TAKEN, LAST, IGNORED, IGNORED]


def test_others_are_not_affected(clock: Clock) -> None:
    guard = Floods(Limits(sender_burst=3))
    counted(guard, 10)
    assert counted(guard, 3, user_id=8) == [TAKEN] * 3


def test_one_more_is_taken_after_each_second(clock: Clock) -> None:
    guard = Floods(Limits(sender_burst=3))
    counted(guard, 10)
    clock.now += 0.99
    assert counted(guard, 1) == [IGNORED]
    clock.now += 0.02
    assert counted(guard, 2) == [TAKEN, IGNORED]


def test_whoever_has_been_quiet_is_told_again_if_it_begins_again(clock: Clock) -> None:
    guard = Floods(Limits(sender_burst=3))
    counted(guard, 10)
    clock.now += 4
    assert counted(guard, 5) == [TAKEN, TAKEN, TAKEN, LAST, IGNORED]


def test_forty_photos_forwarded_at_once_are_taken(clock: Clock) -> None:
    assert set(counted(Floods(Limits()), 40)) == {TAKEN}


def test_without_limits_nobody_is_counted(clock: Clock) -> None:
    assert set(counted(Floods(Limits.off()), 500)) == {TAKEN}


def test_only_those_who_send_are_remembered(clock: Clock) -> None:
    guard = Floods(Limits())
    for user_id in range(1, 2500):
        guard.welcome(message(user_id, user_id=user_id))
        clock.now += 0.01
    assert len(guard._buckets) <= 1000


@pytest.mark.parametrize(
    "raw",
    [None, 5, [], {}, {"message": None}, {"message": {"from": None}}, {"message": {"from": {"id": "7"}}}],
)
def test_an_update_of_nobody_is_always_looked_at(clock: Clock, raw: Any) -> None:
    assert sender_of(raw) is None
    assert Floods(Limits(sender_burst=1)).welcome(raw) is TAKEN


def test_taps_and_messages_count_together(clock: Clock) -> None:
    guard = Floods(Limits(sender_burst=2))
    assert [guard.welcome(one) for one in (message(1), tap(2, "go|home"), message(3))] == [TAKEN, TAKEN, LAST]


async def test_what_is_not_taken_is_confirmed_all_the_same_and_told_once(database: Database) -> None:
    village = Village(database)
    guard = {"floods": Floods(Limits(sender_burst=2)), "slow_down": apologiser(t("too-fast"))}
    batches = village.batches(**guard)
    await batches.process([message(number) for number in range(1, 6)])
    await batches.process([message(number) for number in range(1, 6)])
    assert await village.effects() == ["1", "2", "too-fast"]


async def test_others_in_the_same_batch_take_effect(database: Database) -> None:
    village = Village(database)
    batches = village.batches(floods=Floods(Limits(sender_burst=1)), slow_down=apologiser(t("too-fast")))
    await batches.process([message(1), message(2), message(3), message(4, user_id=8)])
    assert await village.effects() == ["1", "too-fast", "4"]
