"""Activities for tests that start in the middle."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from domain.activities import Plan, Session
from domain.signups import ACTIVE, Standing
from services import activities
from storage import activities as stored
from storage import signups, units
from storage.signups import Signup
from tests.services.town import Town


def course(town: Town, *, seats: int | None = 2, days: float = 3, sessions: int = 1, **changed: Any) -> Plan:
    """A grafting course that begins in so many days, a session of two hours each day."""
    begins = [town.now + timedelta(days=days + number) for number in range(sessions)]
    about = {
        "kind": "course",
        "title": "果树嫁接",
        "place": "村部二楼",
        "sessions": tuple(Session(starts_at=one, ends_at=one + timedelta(hours=2)) for one in begins),
        "seats": seats,
    }
    return Plan(**{**about, **changed})


async def made(town: Town, officer: int, plan: Plan, center: str = "maqu") -> int:
    """An activity that somebody has made; its id."""
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, center)
        assert unit is not None
    return (await town.do(officer, activities.create, unit.id, plan)).id


async def slot_of(town: Town, activity_id: int, position: int = 1) -> int:
    """The id of one of its slots."""
    async with town.begin() as tx:
        return (await stored.slots(tx, activity_id))[position - 1].id


async def line_of(town: Town, slot_id: int) -> list[Signup]:
    """Everybody who has a seat or wants one, in the order of their numbers."""
    async with town.begin() as tx:
        return await signups.active(tx, slot_id)


async def standings(town: Town, slot_id: int) -> dict[str, list[str]]:
    """The names of those who stand so, in the order of their numbers."""
    rows = await line_of(town, slot_id)
    return {state: [one.name for one in rows if one.state == state] for state in map(Standing, ACTIVE)}
