"""What happens on a day about making activities: announced, changed, called off, over."""

from __future__ import annotations

from datetime import timedelta

from domain.activities import ForWhom, Session
from services import activities, activity_announcing, activity_changes, signups
from storage import activities as stored
from storage import units
from tests.services.activities import course, slot_of
from tests.services.town import Town

WORDS = {"zh-Hans": "果树嫁接", "zh-Hant": "果樹嫁接", "en": "Grafting"}


async def making(town: Town) -> None:
    """A course for some, by all that its officer can do with it, and whoever comes."""
    officer, villager = await town.settle("培训员", "training"), await town.settle("学徒")
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None
    plan = course(town, sessions=3, whom=ForWhom(sex="f", tags=("返乡",)))
    await town.do(officer, activity_announcing.look_ahead, unit.id, plan, WORDS)
    activity = await town.do(officer, activity_announcing.publish, unit.id, plan, WORDS, tell=True)
    row = await town.do(villager, signups.sign_up, await slot_of(town, activity.id))
    fewer = plan.model_copy(update={"sessions": plan.sessions[:2], "place": "果园"})
    await town.do(officer, activity_changes.look_ahead, activity.id, fewer, 1)
    await town.do(officer, activity_changes.change, activity.id, fewer, 1, WORDS)
    await town.do(villager, signups.still, row.id, yes=True)
    await town.do(officer, activity_changes.history, activity.id)
    await town.do(officer, activity_changes.call_off, activity.id, "下雨", WORDS)
    soon = Session(starts_at=town.now + timedelta(minutes=1), ends_at=town.now + timedelta(minutes=2))
    await town.do(officer, activities.create, unit.id, course(town).model_copy(update={"sessions": (soon,)}))
    town.passes(minutes=2)
    async with town.begin() as tx:
        assert await activities.end_one(tx)
        await stored.coming(tx, unit.id, limit=5)
        (first, *_) = await stored.sessions(tx, activity.id)
    async with town.begin() as tx:
        await stored.session(tx, first.id)
