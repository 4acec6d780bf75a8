"""Relatives elsewhere: whoever acts for somebody, or belongs to a second household, may have told them."""

from __future__ import annotations

from domain.doors import PENDING, Door
from domain.doortaps import DoorKin
from domain.messages import Button, Outgoing, t
from domain.taps import Go
from services import notice_access, notice_doorcards, notice_walks
from services.cards import button
from services.errors import NotFoundError, RefusedError
from services.outbox import Lane, tell
from storage import notice_audience, notice_doors, notice_readers, notices, people, proxies
from storage.notice_readers import NoticeDoor, NoticeReader
from storage.notices import Notice
from storage.people import Account, Person
from storage.transaction import Tx

MOST = 5
"""Households that somebody is asked about at once."""


async def ask(tx: Tx, actor: Account, notice: Notice, reader: NoticeReader) -> None:
    """Somebody has just read a notice that is told at doors: they are asked about the households of those
    they act for that do not know it yet."""
    if notice.doors_at is None and not await notice_doors.rounds(tx, notice.id):
        return
    found = await _not_reached(tx, actor, notice, reader)
    if not found:
        return
    rows = [
        [Button(text=t("button-door-kin", name=person.name), tap=DoorKin(notice.id, household_id).pack())]
        for household_id, person in list(found.items())[:MOST]
    ]
    text = t("door-kin", about=await notice_doorcards.about(tx, notice))
    rows.append([button("button-person", Go("person"))])
    tell(tx, actor, Outgoing(text=text, buttons=rows), lane=Lane.ANSWER)


async def _not_reached(tx: Tx, actor: Account, notice: Notice, reader: NoticeReader) -> dict[int, Person]:
    """The households that a notice is for, that have not been reached, and of which this account acts for
    somebody or belongs to; each with the person it knows there."""
    centers = await notice_access.center_ids(tx, notice)
    near = [*await proxies.cared_for(tx, actor.id), *await people.persons_of_account(tx, actor.id)]
    known: dict[int, Person] = {}
    for person in near:
        if person.center_id in centers and person.household_id != reader.household_id:
            known.setdefault(person.household_id, person)
    if not known:
        return {}
    meant = await notice_audience.among(tx, notice.for_whom, known)
    done = await notice_doors.read_by(tx, notice.id)
    for household_id, (state, _) in (await notice_doors.states(tx, notice.id)).items():
        if state not in PENDING:
            done.add(household_id)
    return {one: person for one, person in known.items() if one in meant - done}


async def confirm(tx: Tx, actor: Account, notice_id: int, household_id: int) -> str:
    """Somebody has told the household of those they act for: it counts as told by them. Returns the name of
    the person they know there. Raises NotFoundError when it is none of theirs or they have not read the
    notice, RefusedError when the household knows already or the notice was withdrawn."""
    notice = await notices.notice(tx, notice_id)
    reader = await notice_readers.reader(tx, notice_id, actor.id) if notice is not None else None
    if notice is None or reader is None:
        raise NotFoundError
    if notice.withdrawn_at is not None:
        raise RefusedError(t("notice-is-withdrawn"))
    door = await notice_doors.door(tx, notice_id, household_id)
    found = await _not_reached(tx, actor, notice, reader)
    if household_id not in found:
        raise await _why_not(tx, actor, household_id)
    if door is None:
        household = await people.household(tx, household_id)
        village_id = household.village_id if household is not None else None
        door = NoticeDoor(notice_id=notice_id, household_id=household_id, village_id=village_id, tries=0)
        await notice_doors.add(tx, door)
    await notice_walks.close(tx, notice, door, Door.TOLD, actor)
    return found[household_id].name


async def _why_not(tx: Tx, actor: Account, household_id: int) -> RefusedError:
    near = [*await proxies.cared_for(tx, actor.id), *await people.persons_of_account(tx, actor.id)]
    if any(one.household_id == household_id for one in near):
        return RefusedError(t("door-knows-already"))
    return NotFoundError()
