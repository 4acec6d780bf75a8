"""What happens on the day of an activity: people come, by code, list, paper or without having signed up; and
afterwards."""

from __future__ import annotations

from datetime import timedelta

from domain.activities import Plan, Session
from domain.attendance import digits
from domain.proxies import Whom
from services import (
    activities,
    attendance,
    attendance_after,
    attendance_cards,
    attendance_paper,
    certificates,
    people,
    signups,
    verdicts,
)
from storage import activities as stored
from storage import units
from tests.services.town import Town

BOT = "bangban_bot"


async def coming(town: Town) -> None:
    """A session of a course with a certificate, from the door to the paper that proves it."""
    officer, villager = await town.settle("培训员", "training"), await town.settle("学嫁接的")
    person_id = await town.enrol("王大柱", phone="13900000123")
    begins = town.now + timedelta(days=1)
    once = (Session(starts_at=begins, ends_at=begins + timedelta(hours=2)),)
    plan = Plan(kind="course", title="果树嫁接", place="村部", sessions=once, seats=2, certificate=True)
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None
    activity = await town.do(officer, activities.create, unit.id, plan)
    async with town.begin() as tx:
        (session,) = await stored.sessions(tx, activity.id)
    row = await town.do(villager, signups.sign_up, session.slot_id)
    town.passes(days=1)
    await town.do(villager, attendance.to_join, session.id, session.code)
    await town.do(villager, attendance.by_digits, digits(session.code))
    await town.do(villager, attendance.check_in, session.id, session.code)
    await town.do(officer, attendance_cards.overview, activity.id)
    await town.do(officer, attendance_paper.signup_list, session.id)
    await town.do(officer, attendance_paper.poster, session.id, BOT)
    await town.do(officer, attendance.called, session.id, "王大柱")
    await town.do(officer, attendance.walk_in, session.id, Whom("王大柱", person_id))
    for here in (False, True):
        await town.do(officer, attendance.mark, session.id, row.id, here=here)
    meant = await town.do(officer, attendance_paper.on_paper, session.id, "都来了")
    await town.do(officer, attendance.mark_paper, session.id, [one.place for one in meant])
    town.passes(hours=3)
    for step in (attendance_after.sum_up_one, attendance_after.ask_one):
        async with town.begin() as tx:
            await step(tx)
    async with town.begin() as tx:
        await attendance_cards.counts(tx, session)
    await town.do(officer, attendance_paper.on_paper, session.id, "都来了")  # when it is over
    await town.do(villager, verdicts.say, row.id, "good")
    await town.do(villager, verdicts.remark, row.id, "讲得清楚")
    await town.do(officer, verdicts.said, activity.id)
    given, *_ = await town.do(officer, certificates.give_all, activity.id, BOT)
    await town.do(villager, attendance_cards.days, row.id)
    await town.do(villager, certificates.again, row.id, BOT)
    await town.do(villager, certificates.verify, given.number)
    async with town.begin() as tx:
        await certificates.to_join(tx, await people.meet(tx, 4_998, "zh"), given.number)
