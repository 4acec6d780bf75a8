"""Things to borrow and rooms to book, for tests that start in the middle."""

from __future__ import annotations

from typing import Any

from domain.activities import Plan
from domain.timetable import read_hours
from services import lending_clock, timetables
from storage import activities, loans, signups
from storage.loans import Loan
from storage.signups import Signup
from tests.services.activities import made, slot_of
from tests.services.town import Town


def sprayer(*, seats: int = 1, **changed: Any) -> Plan:
    """Sprayers that are lent for a week."""
    return Plan(**{"kind": "loan", "title": "喷雾器", "place": "村部", "seats": seats, **changed})


def hall(*, seats: int = 1, hours: str = "每天上午、下午、晚上", **changed: Any) -> Plan:
    """A hall that can be booked in the morning, in the afternoon, and in the evening."""
    about = {"kind": "venue", "title": "礼堂", "place": "村部", "seats": seats, "hours": read_hours(hours)}
    return Plan(**{**about, **changed})


async def lent(town: Town, seats: int = 1) -> tuple[int, int, int]:
    """So many sprayers: their keeper, the activity, and the slot."""
    keeper = await town.settle("文化干事", "culture")
    activity_id = await made(town, keeper, sprayer(seats=seats))
    return keeper, activity_id, await slot_of(town, activity_id)


async def loan_of(town: Town, signup_id: int) -> Loan:
    """A loan as it is kept."""
    async with town.begin() as tx:
        found = await loans.peek(tx, signup_id)
        assert found is not None
        return found


async def place_of(town: Town, signup_id: int) -> Signup:
    """A place as it is kept."""
    async with town.begin() as tx:
        found = await signups.peek(tx, signup_id)
        assert found is not None
        return found


async def looks(town: Town) -> int:
    """Let the clock look at all loans whose time has come; how many there were."""
    times = 0
    while True:
        async with town.begin() as tx:
            if not await lending_clock.look_one(tx):
                return times
        times += 1


async def grows(town: Town) -> int:
    """Let the clock add the days that have come near to all rooms; to how many."""
    times = 0
    while True:
        async with town.begin() as tx:
            if not await timetables.grow_one(tx):
                return times
        times += 1


async def slots(town: Town, activity_id: int) -> list[activities.ActivitySlot]:
    """All times of a room."""
    async with town.begin() as tx:
        return await activities.slots(tx, activity_id)
