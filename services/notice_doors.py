"""What the clock does for households that have not read a notice: somebody is found who tells them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.announcing import DOORS_AFTER, Announcement
from domain.doors import WAVE, Door, Goer, neighbours_first, pace
from domain.messages import Outgoing, t
from domain.night import awake
from domain.units import settings_of
from services import holders, notice_access, notice_doorcards
from services.access import LEADERS, roles_at
from services.outbox import Lane, tell
from services.waves import asked_lately
from storage import (
    leave,
    notice_audience,
    notice_doors,
    notice_readers,
    notices,
    people,
    units,
    volunteers,
)
from storage.notice_doors import NoticeRound
from storage.notice_readers import NoticeDoor, NoticeKnock
from storage.notices import Notice
from storage.people import Account
from storage.transaction import Tx
from storage.units import OrgUnit

OFFICES = ("committee", "clerk")
"""Whose work it is to go, beside the volunteers."""


async def open_one(tx: Tx) -> bool:
    """Put the households that a notice has not reached by now on the list of those told at their doors.
    Returns whether there was one."""
    notice = await notice_doors.to_open(tx)
    if notice is None:
        return False
    notice.doors_at = await _later(tx, notice)
    if notice.doors_at is None and not _is_over(notice):
        await _open(tx, notice)
    return True


def _is_over(notice: Notice) -> bool:
    return notice.withdrawn_at is not None or notice.state == "stopped"


async def _later(tx: Tx, notice: Notice) -> datetime | None:
    """When to look again: nobody is told at the door what has not gone out, nor at night what can wait."""
    if _is_over(notice):
        return None
    if notice.state == "paused":
        said = Announcement(body=notice.said, kind=notice.kind, doors=True)
        wait = said.doors_after or timedelta(minutes=DOORS_AFTER)
        return max(tx.now, notice.rests_until or tx.now) + wait
    morning = _waking(tx.now, notice, await units.unit_of(tx, notice.unit_id))
    return morning if morning > tx.now else None


def _waking(at: datetime, notice: Notice, unit: OrgUnit) -> datetime:
    """The moment itself, or the next morning's if people sleep then and the notice can wait."""
    return at if notice.urgent else awake(at, settings_of(unit).zone)


async def _open(tx: Tx, notice: Notice) -> None:
    """A row for each household that has neither read it, nor was told, nor does not want to be."""
    centers = await notice_access.center_ids(tx, notice)
    done = await notice_readers.reached(tx, notice.id) | set(await notice_doors.states(tx, notice.id))
    if not notice.what.always:
        done |= await notice_doors.spared(tx, notice.kind, centers)
    for center_id in centers:
        found = await notice_audience.households(tx, notice.for_whom, [center_id])
        left = {one: village for one, village in found.items() if one not in done}
        await notice_doors.add_doors(tx, notice.id, left.items())
        for village_id in dict.fromkeys(left.values()):
            row = NoticeRound(
                notice_id=notice.id,
                center_id=center_id,
                village_id=village_id,
                since=tx.now,
                look_at=tx.now,
                told_short=False,
            )
            await notice_doors.add(tx, row)


async def share_one(tx: Tx) -> bool:
    """Ask the next few who could go to the doors of one natural village; when nobody does, its author and
    whoever leads the center hear so, once. Returns whether there was one."""
    row = await notice_doors.to_share(tx)
    if row is None:
        return False
    notice, unit = await notices.one(tx, row.notice_id), await units.unit_of(tx, row.center_id)
    counts = await notice_doors.counts(tx, row.notice_id)
    free = counts.get((row.center_id, row.village_id, Door.OPEN), 0)
    if notice is None or not free or _is_over(notice):
        row.look_at = None
        return True
    row.look_at = _waking(tx.now, notice, unit)
    if row.look_at > tx.now:
        return True
    asked = (await _goers(tx, notice, row, unit))[:WAVE]
    for one in asked:
        await _ask(tx, notice, row, one, free)
    times = pace(urgent=notice.urgent)
    if not row.told_short and (not asked or tx.now - row.since >= times.short):
        row.told_short = True
        await _tell_short(tx, notice, row, unit, free)
    row.look_at = _waking(tx.now + times.pause, notice, unit) if asked else None
    return True


async def _goers(tx: Tx, notice: Notice, row: NoticeRound, unit: OrgUnit) -> list[Goer]:
    """Who could be asked next: nobody twice, nobody who is away or whose own household does not know it."""
    never = {one.account_id for one in await notice_doors.knocks(tx, notice.id)} | {notice.author_id}
    office = {one.id for one in await holders.of_roles(tx, unit, OFFICES, never=never)}
    offers = {one.account_id: one.profile for one in await volunteers.at_center(tx, unit.id, ("active",))}
    ids = sorted((office | offers.keys()) - never)
    never |= await notice_doors.behind_doors(tx, notice.id, ids) | await leave.away(tx, ids, tx.now)
    await people.prefetch_contacts(tx, ids)
    found = [await people.contact(tx, one) for one in ids if one not in never]
    reachable = [one.id for one in found if one is not None and one.reachable]
    members, asked = await people.members(tx, unit.id, reachable), await asked_lately(tx, reachable)
    goers = [
        Goer(
            id=one,
            village_id=members[one].village_id if one in members else None,
            profile=None if one in office else offers[one],
            asked=asked.get(one, 0),
        )
        for one in reachable
    ]
    zone = settings_of(unit).zone
    return neighbours_first(goers, row.village_id, tx.now, zone, urgent=notice.urgent)


async def _ask(tx: Tx, notice: Notice, row: NoticeRound, one: Goer, free: int) -> None:
    knock = NoticeKnock(
        notice_id=notice.id,
        account_id=one.id,
        center_id=row.center_id,
        village_id=row.village_id,
        state="asked",
        asked_at=tx.now,
    )
    await notice_doors.add(tx, knock)
    account = await people.contact(tx, one.id)
    if account is not None:
        tell(tx, account, await notice_doorcards.offer(tx, notice, row, free), lane=lane(notice))


def lane(notice: Notice) -> Lane:
    """How soon whoever goes to doors hears of it."""
    return Lane.URGENT if notice.urgent else Lane.NOTIFICATION


async def _tell_short(tx: Tx, notice: Notice, row: NoticeRound, unit: OrgUnit, free: int) -> None:
    """Nobody goes to a natural village: its author hears so, and whoever leads the center."""
    author = await people.account(tx, notice.author_id)
    leaders = await holders.of_roles(tx, unit, sorted(LEADERS), never=(notice.author_id,))
    for one in [*([author] if author is not None else []), *leaders]:
        may_take = bool(roles_at(await _whole(tx, one), unit.id) & notice_access.WRITERS)
        card = await notice_doorcards.nobody_goes(tx, notice, row, free, may_take=may_take)
        tell(tx, one, card, lane=lane(notice))


async def _whole(tx: Tx, contact: Account) -> Account:
    """The account with its roles."""
    return await people.account(tx, contact.id) or contact


async def go_again_one(tx: Tx) -> bool:
    """Let somebody go again to where nobody was, or let others go where whoever had agreed is silent. All
    that is due on one list is seen to at once. Returns whether there was anything."""
    door = await notice_doors.to_go_again(tx)
    if door is None:
        return False
    notice = await notices.one(tx, door.notice_id)
    if notice is None or door.keeper_id is None or notice.withdrawn_at is not None:
        door.again_at = None
        return True
    kept = await notice_doors.kept_by(tx, notice.id, door.keeper_id)
    due = [one for one in kept if one.again_at is not None and one.again_at <= tx.now]
    door.again_at = None  # somebody there may have read it meanwhile: then it is not among them
    again = [one for one in due if one.state == Door.NOBODY]
    silent = [one for one in due if one.state == Door.TAKEN]
    for one in again:
        one.state = Door.TAKEN
        await set_patience(tx, notice, one)
    keeper = await people.contact(tx, door.keeper_id)
    if silent:
        await let_go(tx, notice, silent)
        if keeper is not None:
            news = t("door-silent", about=await notice_doorcards.about(tx, notice), n=len(silent))
            tell(tx, keeper, Outgoing(text=news))
    if again and keeper is not None:
        card = await notice_doorcards.list_card(tx, notice, keeper.id)
        news = t("door-again", n=len(again), list=card.text or t("door-names-none"))
        key = notice_doorcards.list_key(notice.id)
        tell(tx, keeper, card.model_copy(update={"text": news}), lane=lane(notice), key=key)
    return True


async def set_patience(tx: Tx, notice: Notice, door: NoticeDoor) -> None:
    """From now on whoever goes to a door has so long."""
    unit = await units.unit_of(tx, notice.unit_id)
    door.again_at = _waking(tx.now + pace(urgent=notice.urgent).patience, notice, unit)


async def set_again(tx: Tx, notice: Notice, door: NoticeDoor) -> None:
    """Nobody was there: whoever goes to a door goes again after a while."""
    unit = await units.unit_of(tx, notice.unit_id)
    door.again_at = _waking(tx.now + pace(urgent=notice.urgent).again, notice, unit)


async def let_go(tx: Tx, notice: Notice, doors: Sequence[NoticeDoor]) -> None:
    """Nobody goes to these doors any more: they are shared out again, from now on."""
    for door in doors:
        door.state, door.keeper_id, door.again_at = Door.OPEN, None, None
        household = await people.household(tx, door.household_id)
        row = None
        if household is not None:
            row = await notice_doors.round_at(tx, notice.id, household.center_id, door.village_id)
        if row is not None:
            row.since, row.look_at, row.told_short = tx.now, tx.now, False
    await tx.session.flush()
