"""A center with something of all that people sign up for, and everybody who might be curious about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from domain.activities import Plan
from domain.messages import Content
from services import activity_wishes, attendance, bulletins, certificates, lending, people, signups, verdicts
from storage import activities, units
from storage.activities import Activity, ActivitySlot
from storage.bulletins import Bulletin
from storage.signups import Signup
from storage.transaction import Tx
from tests.services.activities import course, line_of, made, slot_of
from tests.services.lending import hall, sprayer
from tests.services.test_attendance import meetings
from tests.services.town import Town

BOT = "bangban_bot"
HERE = ("villager", "neighbour", "colleague", "clerk", "officer", "director")
KEEP = ("clerk", "officer", "director")
MAKE = ("officer", "director")
CROWD = (*HERE, "stranger", "elsewhere", "township", "county")


@dataclass
class Stage:
    """What there is, by what it is for.

    been  a course that is over, to which the villager came: with a certificate, and what she said of it
    soon  one that is to come, in which she has a seat, and somebody else waits
    lent  sprayers, of which she has one and may fetch another
    room  a hall that she has booked; `free` is a time of it that nobody has
    """

    town: Town
    people: dict[str, int] = field(default_factory=dict)
    center_id: int = 0
    elsewhere_id: int = 0
    been: int = 0
    came: int = 0
    session: int = 0
    code: str = ""
    number: str = ""
    soon: int = 0
    soon_slot: int = 0
    seat: int = 0
    meeting: int = 0
    soon_code: str = ""
    lent: int = 0
    loan: int = 0
    mended: int = 0
    room: int = 0
    booked: int = 0
    free: int = 0
    wish: int = 0
    post: int = 0

    @property
    def planned(self) -> Plan:
        """A course that could be made."""
        return course(self.town)

    async def activity(self, tx: Tx, activity_id: int = 0) -> Activity:
        """An activity as it is read by whoever has checked everything."""
        found = await activities.one(tx, activity_id or self.soon)
        assert found is not None
        return found

    async def slot(self, tx: Tx) -> ActivitySlot:
        """The slot of what is to come, in the same way."""
        found = await activities.slot(tx, self.soon_slot)
        assert found is not None
        return found

    async def place(self, tx: Tx, signup_id: int = 0) -> Signup:
        """A place, in the same way."""
        found = await tx.session.get(Signup, signup_id or self.seat)
        assert found is not None
        return found

    async def bulletin(self, tx: Tx) -> Bulletin:
        """The post, in the same way."""
        found = await tx.session.get(Bulletin, self.post)
        assert found is not None
        return found


async def staged(town: Town) -> Stage:
    """All of it."""
    stage = Stage(town)
    await _people(stage)
    await _been(stage)
    await _to_come(stage)
    await _lent(stage)
    await _booked(stage)
    her, officer = stage.people["villager"], stage.people["officer"]
    stage.wish = (await town.do(her, activity_wishes.record, stage.center_id, "养蜂")).id
    until = town.now.date() + timedelta(days=7)
    said = Content(text="花椒四十")
    stage.post = (await town.do(officer, bulletins.post, stage.center_id, "prices", said, until)).id
    return stage


async def _people(stage: Stage) -> None:
    """Elsewhere every role there is; above, people who live at another center."""
    town, settle = stage.town, stage.town.settle
    far = {"center": "dongxing", "village": "东头"}
    roles = ("director", "deputy", "clerk", "training", "culture", "doctor", "environment", "committee")
    stage.people = {
        "villager": await settle("王秀英"),
        "neighbour": await settle("陈建国"),
        "colleague": await settle("张和", "mediator", "assistance"),
        "clerk": await settle("孙丽", "clerk"),
        "officer": await settle("冯干事", "training", "culture"),
        "director": await settle("马主任", "director"),
        "elsewhere": await settle("何主任", *roles, **far),
        "township": await settle("钱镇长", "township", **far),
        "county": await settle("赵县长", "county", **far),
        "stranger": 4_000_000_001,
    }
    async with town.begin() as tx:
        await people.meet(tx, stage.people["stranger"], "zh")
        for code, name in (("maqu", "center_id"), ("dongxing", "elsewhere_id")):
            unit = await units.unit_by_code(tx, code)
            assert unit is not None
            setattr(stage, name, unit.id)


async def _been(stage: Stage) -> None:
    town, her, officer = stage.town, stage.people["villager"], stage.people["officer"]
    plan = course(town, title="电脑入门", certificate=True, days=1)
    stage.been = await made(town, officer, plan)
    slot_id = await slot_of(town, stage.been)
    stage.came = (await town.do(her, signups.sign_up, slot_id)).id
    (session,) = await meetings(town, slot_id)
    stage.session, stage.code, town.now = session.id, session.code, session.starts_at
    await town.do(her, attendance.check_in, session.id, session.code)
    town.now = session.ends_at + timedelta(hours=1)
    (given,) = await town.do(officer, certificates.give_all, stage.been, BOT)
    await town.do(her, verdicts.say, stage.came, "good")
    stage.number = given.number


async def _to_come(stage: Stage) -> None:
    """It begins soon: who comes can be written down."""
    town, officer = stage.town, stage.people["officer"]
    stage.soon = await made(town, officer, course(town, seats=1, days=0.01))
    stage.soon_slot = await slot_of(town, stage.soon)
    stage.seat = (await town.do(stage.people["villager"], signups.sign_up, stage.soon_slot)).id
    await town.do(await town.settle("李二"), signups.sign_up, stage.soon_slot)
    (session,) = await meetings(town, stage.soon_slot)
    stage.meeting, stage.soon_code = session.id, session.code


async def _lent(stage: Stage) -> None:
    """She has one; another came back broken."""
    town, officer = stage.town, stage.people["officer"]
    stage.lent = await made(town, officer, sprayer(seats=3))
    slot_id = await slot_of(town, stage.lent)
    stage.loan = (await town.do(stage.people["villager"], signups.sign_up, slot_id)).id
    other = (await town.do(await town.settle("李三"), signups.sign_up, slot_id)).id
    for one in (stage.loan, other):
        await town.do(officer, lending.hand_out, one)
    await town.do(officer, lending.take_back, other, "broken")
    stage.mended = (await line_of(town, slot_id))[-1].id


async def _booked(stage: Stage) -> None:
    town = stage.town
    stage.room = await made(town, stage.people["officer"], hall())
    async with town.begin() as tx:
        *_, booked, free = [one.id for one in await activities.slots(tx, stage.room)]
    stage.free = free
    stage.booked = (await town.do(stage.people["villager"], signups.sign_up, booked)).id
