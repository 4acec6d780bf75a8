"""Things to borrow and rooms to book, for stories that begin when they are there."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from domain.activities import Plan, Session
from domain.activitytaps import ActivityDo
from domain.timetable import read_hours
from simulator.person import Person as Someone
from storage import loans, signups
from storage.loans import Loan
from storage.signups import Signup
from tests.stories.conftest import Village
from tests.stories.signing import make


async def sprayers(village: Village, keeper: Someone, *, seats: int = 1, **changed: Any) -> int:
    """So many sprayers that are lent for a week; the activity's id."""
    about = {"kind": "loan", "title": "喷雾器", "place": "村部", "seats": seats}
    return await make(village, keeper, Plan(**{**about, **changed}))


async def hall(village: Village, officer: Someone, **changed: Any) -> int:
    """A hall that can be booked in the morning, in the afternoon, and in the evening."""
    hours = read_hours("每天上午、下午、晚上")
    about = {"kind": "venue", "title": "礼堂", "place": "村部", "seats": 1, "hours": hours}
    return await make(village, officer, Plan(**{**about, **changed}))


async def checkup(village: Village, doctor: Someone, *, times: int = 3, seats: int = 1) -> int:
    """A check-up day in three days with half-hour times for so many each."""
    begins = [village.now() + timedelta(days=3, minutes=30 * number) for number in range(times)]
    sessions = tuple(Session(starts_at=one, ends_at=one + timedelta(minutes=30)) for one in begins)
    plan = Plan(kind="checkup", title="老人体检", place="卫生室", sessions=sessions, seats=seats)
    return await make(village, doctor, plan)


async def opens(who: Someone, title: str) -> None:
    """Somebody finds it in the list and opens its page."""
    await who.says("/activities")
    await who.sees("能报名的")
    await who.taps(title)
    await who.sees(f"《{title}》")


async def places(village: Village, activity_id: int) -> list[Signup]:
    """Everybody who has a place in an activity or wants one."""
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        return await signups.of_activity(tx, activity_id)


async def out(village: Village, activity_id: int) -> list[tuple[Loan, Signup]]:
    """Who has one or may fetch one."""
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        return await loans.of_activity(tx, activity_id)


def look(activity_id: int) -> str:
    """What opens the page of an activity, as a button's data."""
    return ActivityDo("look", activity_id).pack()
