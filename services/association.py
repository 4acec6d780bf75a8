"""The volunteers' association of a center: whose business it is, and what waits there for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from domain.messages import Text
from domain.officetime import midnight
from domain.units import settings_of
from domain.volunteers import Part, Standing
from services import access, cards, holders
from services.access import LEADERS
from services.errors import NotFoundError
from services.people import names
from storage import expenses, leave, matching, pairs, tasks, units, volunteers
from storage.expenses import Expense
from storage.people import Account
from storage.transaction import Tx
from storage.units import OrgUnit
from storage.volunteers import Volunteer

OFFICER = "assistance"
"""The role that looks after the association; where nobody has it, those who lead the center do."""


async def officers(tx: Tx, center_id: int, *, but: int | None = None) -> list[Account]:
    """Whoever can be asked to look after a center's association now; not the account whom it is about."""
    unit = await units.unit_of(tx, center_id)
    found = await holders.of_roles(tx, unit, (OFFICER,), never=_never(but))
    return found or await holders.of_roles(tx, unit, sorted(LEADERS), never=_never(but))


async def looks_after(tx: Tx, actor: Account, center_id: int | None, *, but: int | None = None) -> bool:
    """Whether the association of a center is this account's business now: those who lead the center stand in
    while no officer can be reached, or the only one is the account whom it is about."""
    held = access.roles_at(actor, center_id) if center_id is not None else frozenset()
    if center_id is None or actor.id == but or not held & (LEADERS | {OFFICER}):
        return False
    if OFFICER in held:
        return True
    unit = await units.unit_of(tx, center_id)
    return not await holders.of_roles(tx, unit, (OFFICER,), never=_never(but))


def _never(but: int | None) -> tuple[int, ...]:
    return () if but is None else (but,)


async def check(tx: Tx, actor: Account, center_id: int, *, but: int | None = None) -> None:
    """Raises NotFoundError when a center's association is none of the actor's business."""
    if not await looks_after(tx, actor, center_id, but=but):
        raise NotFoundError


PAGE = 4
LISTED = 10
"""Households on one page of a list without buttons."""
MOST = 99
"""So far what waits is counted."""
UNASKED = timedelta(days=30)
"""Whoever has not been asked for so long may think that nobody needs them."""
SHOWN = (Standing.APPLIED, Standing.ACTIVE, Standing.PAUSED, Standing.SUSPENDED)
"""Those who are on the list, in its order."""
SATURDAY = 5


@dataclass(frozen=True)
class Overview:
    """What waits for whoever looks after the association: applicants, people nobody has asked for a month,
    expenses; pairs whose visit is overdue, pairs that need somebody else (wished for, or the helper leaves),
    and households with a tag that have no helper."""

    applied: int
    unasked: int
    expenses: int
    overdue: int
    needing: int
    unserved: int


@dataclass(frozen=True)
class Free:
    """Somebody who is free on a day, and in which of its parts."""

    row: Volunteer
    name: str
    parts: tuple[Part, ...]


async def center_of(tx: Tx, actor: Account) -> OrgUnit:
    """The actor's current center. Raises NotFoundError when its association is none of their business."""
    center_id = actor.current_center_id or 0
    await check(tx, actor, center_id)
    return await units.unit_of(tx, center_id)


async def overview(tx: Tx, actor: Account) -> Overview:
    """What waits for the actor. Raises NotFoundError."""
    unit = await center_of(tx, actor)
    return Overview(
        await volunteers.count(tx, unit.id, Standing.APPLIED),
        len(await unasked(tx, actor)),
        len(await to_pay(tx, actor)),
        len(await pairs.overdue(tx, unit.id, but=actor.id, limit=MOST)),
        len(await pairs.needing(tx, unit.id, but=actor.id, limit=MOST)),
        sum(bool(tags) for _, tags in (await matching.without_helper(tx, unit.id)).values()),
    )


async def everybody(tx: Tx, actor: Account) -> list[Volunteer]:
    """The volunteers of the actor's center, applicants first. Raises NotFoundError."""
    unit = await center_of(tx, actor)
    found = await volunteers.at_center(tx, unit.id, SHOWN)
    return sorted(found, key=lambda row: (SHOWN.index(Standing(row.state)), row.id))


async def unasked(tx: Tx, actor: Account) -> list[Volunteer]:
    """Those who are ready to help and were asked for nothing for a month, the longest first.

    Raises NotFoundError.
    """
    unit = await center_of(tx, actor)
    before = tx.now - UNASKED
    ready = [one for one in await volunteers.at_center(tx, unit.id, ("active",)) if one.since <= before]
    last = await tasks.last_asked(tx, [one.account_id for one in ready])
    heard = {one.id: last.get(one.account_id, one.since) for one in ready}
    found = [one for one in ready if heard[one.id] <= before]
    return sorted(found, key=lambda one: (heard[one.id], one.id))


async def free_on(tx: Tx, actor: Account, day: date) -> list[Free]:
    """Who is ready to help on a day: usually free then, not on leave, and nowhere else already.

    Raises NotFoundError.
    """
    unit = await center_of(tx, actor)
    ready = await volunteers.at_center(tx, unit.id, ("active",))
    ids = [one.account_id for one in ready]
    zone = settings_of(unit).zone
    away = await leave.away(tx, ids, midnight(day, zone) + timedelta(hours=12))
    taken = {
        (seat.account_id, task.part) for seat, task in await tasks.open_seats(tx, ids) if task.day == day
    }
    named = await names(tx, unit.id, ids)
    found = []
    for one in ready:
        offers = one.profile
        parts = [part for part in Part if offers.is_free(day, part) and (one.account_id, part) not in taken]
        if parts and one.account_id not in away:
            found.append(Free(one, named.get(one.account_id, "?"), tuple(parts)))
    return found


def next_saturday(today: date) -> int:
    """Days until the coming Saturday; 0 on a Saturday."""
    return (SATURDAY - today.weekday()) % 7


async def to_pay(tx: Tx, actor: Account) -> list[Expense]:
    """The expenses that wait for the actor's answer, the oldest first; not their own.

    Raises NotFoundError.
    """
    unit = await center_of(tx, actor)
    return [one for one in await expenses.waiting(tx, [unit.id], limit=50) if one.account_id != actor.id]


@dataclass(frozen=True)
class Unserved:
    """A household with a tag that has no helper: by whose name it goes, where, and its tags."""

    name: str
    village: Text
    tags: tuple[str, ...]


async def unserved(tx: Tx, actor: Account, page: int) -> tuple[list[Unserved], int]:
    """A page of the households with a tag that have no helper, and how many there are.

    Raises NotFoundError.
    """
    unit = await center_of(tx, actor)
    homes = await matching.without_helper(tx, unit.id)
    tagged = [home for home, (_, tags) in sorted(homes.items()) if tags]
    here = tagged[page * LISTED : (page + 1) * LISTED]
    named = await matching.heads(tx, here)
    found = []
    for home in here:
        village_id, tags = homes[home]
        name = named[home].name if home in named else "?"
        found.append(Unserved(name, await cards.village_name(tx, village_id), tuple(sorted(tags))))
    return found, len(tagged)
