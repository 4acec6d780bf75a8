"""Leave: entering it, what happens when it begins, and who is away.

Whoever is away gets no offers (services/routing.py asks), and what they hold goes to somebody else.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from domain import leave as rules
from domain.leave import Fault
from domain.messages import Moment, Outgoing, Text, t
from domain.officetime import end_of_day, local_day, midnight
from domain.units import settings_of
from services import handover, seats
from services.access import LEADERS, WITHOUT_DESK, roles_at
from services.errors import NotFoundError, RefusedError
from services.outbox import tell
from storage import desk as stored_desk
from storage import leave, people, roles, units
from storage.leave import Leave
from storage.people import Account
from storage.transaction import Tx
from storage.units import OrgUnit


async def away(tx: Tx, account_ids: Iterable[int], at: datetime) -> frozenset[int]:
    """Who of these is on leave at this moment."""
    return await leave.away(tx, account_ids, at)


@dataclass(frozen=True)
class Absence:
    """Somebody who is away, by the name they gave at the center; `until` is the last day away."""

    account_id: int
    name: str
    until: Moment


async def away_at(tx: Tx, unit: OrgUnit, at: datetime) -> list[Absence]:
    """The role holders of a unit who are away on the local day of this moment, now or later that day.

    For leaders only: whoever shows it checks that.
    """
    zone = settings_of(unit).zone
    grants = await roles.grants_at(tx, unit.id)
    holders = {grant.account_id for grant in grants if grant.role not in WITHOUT_DESK}
    tomorrow = end_of_day(at, zone)
    found: dict[int, Leave] = {}
    for row in await leave.between(tx, holders, at, tomorrow):
        known = found.setdefault(row.account_id, row)
        if row.ends_at > known.ends_at:
            found[row.account_id] = row
    named = await people.members(tx, unit.id, found)
    return [
        Absence(who, named[who].name if who in named else "?", _last_day(row, zone))
        for who, row in found.items()
    ]


def _last_day(row: Leave, zone: str) -> Moment:
    return Moment(at=row.ends_at - timedelta(seconds=1), style="date", zone=zone)


async def whom(tx: Tx, actor: Account, grant_id: int) -> tuple[Account, str]:
    """Somebody a leader may enter leave for, by a role they hold at the leader's center, and their name.

    Raises NotFoundError.
    """
    grant = await roles.grant(tx, grant_id)
    if grant is None or grant.revoked_at is not None or grant.role in WITHOUT_DESK:
        raise NotFoundError
    found = await people.account(tx, grant.account_id)
    if found is None or not roles_at(actor, grant.unit_id) & LEADERS:
        raise NotFoundError
    named = await people.members(tx, grant.unit_id, [found.id])
    return found, named[found.id].name if found.id in named else "?"


async def colleagues(tx: Tx, actor: Account, unit: OrgUnit) -> list[tuple[int, str]]:
    """Whom a leader may enter leave for at their center: for each a grant, and the name. Not themselves."""
    if not roles_at(actor, unit.id) & LEADERS:
        raise RefusedError(t("role-not-allowed"))
    first: dict[int, int] = {}
    for grant in await roles.grants_at(tx, unit.id):
        if grant.role not in WITHOUT_DESK and grant.account_id != actor.id:
            first.setdefault(grant.account_id, grant.id)
    named = await people.members(tx, unit.id, first)
    return [(grant_id, named[who].name if who in named else "?") for who, grant_id in first.items()]


def check(actor: Account, of: Account) -> None:
    """One's own leave is one's own business; anybody else's that of the leaders where they hold a role.

    Raises NotFoundError when it is none of the actor's business.
    """
    held = {grant.unit_id for grant in of.grants if grant.role not in WITHOUT_DESK}
    own = actor.id == of.id and held
    if not own and not any(roles_at(actor, unit_id) & LEADERS for unit_id in held):
        raise NotFoundError


async def calendar(tx: Tx, account: Account) -> OrgUnit:
    """The unit whose local days count for somebody: their current center, else where they hold a role."""
    for unit_id in (account.current_center_id, *(grant.unit_id for grant in account.grants)):
        if unit_id is not None:
            return await units.unit_of(tx, unit_id)
    raise RefusedError(t("desk-no-role"))


async def today(tx: Tx, account: Account) -> date:
    """The date on the wall where somebody is."""
    return local_day(tx.now, settings_of(await calendar(tx, account)).zone)


async def enter(tx: Tx, actor: Account, of: Account, first: date, last: date) -> Leave:
    """Somebody will be away on these days; if that is from today, it begins now. What they have promised to
    help with on these days is asked of others at once: nobody is left waiting at a door.

    Raises NotFoundError when it is none of the actor's business, RefusedError for impossible days.
    """
    check(actor, of)
    unit = await calendar(tx, of)
    zone = settings_of(unit).zone
    this_day = local_day(tx.now, zone)
    first = max(first, this_day)  # it may have become tomorrow while they were asked
    if wrong := Fault.PAST if last < this_day else rules.fault(first, last, this_day):
        raise RefusedError(fault_text(wrong))
    span = rules.span(tx.now, first, last, zone)
    row = Leave(
        account_id=of.id,
        unit_id=unit.id,
        starts_at=span.starts_at,
        ends_at=span.ends_at,
        created_by_id=actor.id,
        created_at=tx.now,
    )
    leave.add(tx, row)
    await tx.session.flush()
    if actor.id != of.id:
        tell(tx, of, Outgoing(text=t("leave-entered-for-you", days=await days(tx, row))))
    await seats.give_up_while(tx, of, span)
    if row.starts_at <= tx.now:
        row.begun_at = tx.now
        await handover.all_of(tx, of, actor if actor.id == of.id else None)
    return row


def fault_text(wrong: Fault) -> Text:
    """What to say about days that cannot be."""
    return t(f"leave-fault-{wrong}", furthest=rules.FURTHEST, longest=rules.LONGEST)


async def days(tx: Tx, row: Leave) -> Text:
    """From when until when, in words."""
    zone = settings_of(await units.unit_of(tx, row.unit_id)).zone
    return _between(local_day(row.starts_at, zone), local_day(_last_day(row, zone).at, zone), zone)


async def written(tx: Tx, of: Account, first: date, last: date) -> Text:
    """Two dates in words, as somebody's calendar shows them."""
    return _between(first, last, settings_of(await calendar(tx, of)).zone)


def _between(first: date, last: date, zone: str) -> Text:
    begins, ends = _date(first, zone), _date(last, zone)
    return t("leave-day", day=begins) if first == last else t("leave-days", first=begins, last=ends)


def _date(day: date, zone: str) -> Moment:
    return Moment(at=midnight(day, zone), style="date", zone=zone)


async def moment(tx: Tx, of: Account, day: date) -> Moment:
    """A date as somebody's calendar shows it."""
    return _date(day, settings_of(await calendar(tx, of)).zone)


async def first_day(tx: Tx, row: Leave) -> Moment:
    """The day a leave begins on."""
    return Moment(at=row.starts_at, style="date", zone=settings_of(await units.unit_of(tx, row.unit_id)).zone)


async def coming(tx: Tx, actor: Account, of: Account) -> list[Leave]:
    """Somebody's leave that runs or is to come.

    Raises NotFoundError when it is none of the actor's business.
    """
    check(actor, of)
    return await leave.coming(tx, of.id)


async def held_count(tx: Tx, account: Account) -> int:
    """How many open requests somebody holds."""
    return await stored_desk.held_count(tx, account.id)


async def begin_one(tx: Tx) -> bool:
    """Begin one leave whose time has come. Returns whether there was one."""
    row = await leave.to_begin(tx)
    if row is None:
        return False
    row.begun_at = tx.now
    of = await people.account(tx, row.account_id)
    if of is not None and row.ends_at > tx.now:  # one that was slept through hands nothing over
        await handover.all_of(tx, of, None)
    return True


async def one(tx: Tx, actor: Account, leave_id: int) -> Leave:
    """A leave that runs or is to come, locked. Raises NotFoundError when it is none of the actor's
    business, RefusedError when it is over."""
    row = await leave.leave(tx, leave_id)
    of = await people.account(tx, row.account_id) if row else None
    if row is None or of is None:
        raise NotFoundError
    check(actor, of)
    if row.ended_at is not None or row.ends_at <= tx.now:
        raise RefusedError(t("leave-over"))
    return row


async def end(tx: Tx, actor: Account, leave_id: int) -> Leave:
    """Somebody is back early, or will not go at all. Whoever is back is back from everything that runs.

    Raises as `one` does.
    """
    row = await one(tx, actor, leave_id)
    running = [known for known in await leave.coming(tx, row.account_id) if known.starts_at <= tx.now]
    for ended in running if row in running else [row]:
        ended.ended_at = tx.now
    of = await people.account(tx, row.account_id)
    if of is not None and actor.id != of.id:
        tell(tx, of, Outgoing(text=t("leave-ended-for-you", days=await days(tx, row))))
    return row
