"""Activities for stories that begin when people come: made and signed up for by the services."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from domain.activities import Plan, Session
from domain.attendance import digits
from domain.links import checkin_payload
from domain.proxies import Whom
from services import activities, signups
from simulator.model import Message
from simulator.person import Person as Someone
from storage import activities as stored
from storage import people
from storage import signups as line
from storage.activities import ActivitySession
from storage.signups import Signup
from tests.bot.pdfs import text_of
from tests.stories.conftest import Village


async def made(
    village: Village, officer: Someone, *, sessions: int = 1, seats: int | None = 9, **changed: Any
) -> list[ActivitySession]:
    """A grafting course of somebody's, of sessions of two hours that begin tomorrow at this time, one a day;
    its sessions."""
    begins = [village.now() + timedelta(days=day) for day in range(1, sessions + 1)]
    about: dict[str, Any] = {
        "kind": "course",
        "title": "果树嫁接",
        "place": "村部二楼",
        "sessions": tuple(Session(starts_at=one, ends_at=one + timedelta(hours=2)) for one in begins),
        "seats": seats,
    }
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        maker = await people.account(tx, officer.id)
        assert maker is not None and maker.current_center_id is not None
        row = await activities.create(tx, maker, maker.current_center_id, Plan(**{**about, **changed}))
        return await stored.sessions(tx, row.id)


async def signs_up(
    village: Village, someone: Someone, session: ActivitySession, whom: Whom | None = None
) -> Signup:
    """Somebody signs up for the slot of a session, or another."""
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        account = await people.account(tx, someone.id)
        assert account is not None
        return await signups.sign_up(tx, account, session.slot_id, whom)


async def all_of(village: Village, session: ActivitySession) -> list[Signup]:
    """Everybody who has a seat in a slot or wants one."""
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        return await line.active(tx, session.slot_id)


def door(session: ActivitySession) -> str:
    """The link that hangs at the place."""
    return f"https://t.me/bangban_story_bot?start={checkin_payload(session.id, session.code)}"


def digits_of(session: ActivitySession) -> str:
    """The digits beneath it."""
    return digits(session.code)


def paper(message: Message) -> str:
    """The words of a file that was sent."""
    assert message.kind == "document"
    return text_of(message.files[0].data)
