"""Activities for stories that begin when there is one to sign up for."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from domain.activities import Plan, Session
from domain.links import activity_payload, start_link
from services import activities
from simulator.person import Person as Someone
from storage import activities as stored
from storage import people, signups, units
from storage.signups import Signup
from tests.stories.conftest import Village

ASIDE = ("返回", "先不说了", "找人说话", "上一页", "下一页", "我报的、订的")
MOST = 5


def grafting(village: Village, *, days: float = 3, sessions: int = 1, **changed: Any) -> Plan:
    """A grafting course that begins in so many days from now, a session of two hours each day."""
    begins = [village.now() + timedelta(days=days + number) for number in range(sessions)]
    about = {
        "kind": "course",
        "title": "果树嫁接",
        "about": "请县里的农技员来教",
        "place": "村部二楼",
        "bring": "一把剪刀",
        "sessions": tuple(Session(starts_at=one, ends_at=one + timedelta(hours=2)) for one in begins),
        "seats": 2,
    }
    return Plan(**{**about, **changed})


def checkup(village: Village, count: int) -> Plan:
    """Half hours to choose from to have one's blood pressure measured, tomorrow, with one seat each."""
    at = [village.now() + timedelta(days=1, minutes=30 * number) for number in range(count)]
    times = tuple(Session(starts_at=one, ends_at=one + timedelta(minutes=30)) for one in at)
    return Plan(kind="checkup", title="量血压", sessions=times, seats=1)


async def make(village: Village, officer: Someone, plan: Plan, center: str = "maqu") -> int:
    """An activity that somebody has made; its id."""
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        who, unit = await people.account(tx, officer.id), await units.unit_by_code(tx, center)
        assert who is not None and unit is not None
        return (await activities.create(tx, who, unit.id, plan)).id


async def tie(village: Village, who: Someone, name: str) -> int:
    """Somebody is known to be this person of the roster; the person's id."""
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        account = await people.account(tx, who.id)
        assert account is not None
        (member,) = account.memberships
        (person,) = await people.persons_by_name(tx, member.center_id, name)
        member.person_id = person.id
        return person.id


async def line(village: Village, activity_id: int, position: int = 1) -> list[Signup]:
    """Everybody who has a seat in one of its slots or wants one, in the order of their numbers."""
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        slots = await stored.slots(tx, activity_id)
        return await signups.active(tx, slots[position - 1].id)


async def standings(village: Village, activity_id: int) -> list[tuple[str, str]]:
    """The same by name and how they stand."""
    return [(one.name, one.state) for one in await line(village, activity_id)]


async def slot_id(village: Village, activity_id: int, position: int = 1) -> int:
    """The id of one of its slots."""
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        return (await stored.slots(tx, activity_id))[position - 1].id


def link(activity_id: int) -> str:
    """Its link, as a QR code has it."""
    return start_link("bangban_story_bot", activity_payload(activity_id))


def choices(someone: Someone) -> list[str]:
    """The large choices on the last screen, of which there are at most five."""
    found = [one for one in someone.buttons() if not any(word in one for word in ASIDE)]
    assert len(found) <= MOST, found
    return found
