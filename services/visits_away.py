"""A helper is away: the second helpers go, and the visits come back with whoever is back."""

from __future__ import annotations

from datetime import date, datetime

from domain import leave as rules
from domain.messages import t
from domain.officetime import local_day
from domain.pairs import State
from services import access, pairs_access, pairs_cards, seats, visits
from services import leave as leaves
from services.errors import NotFoundError, RefusedError
from storage import leave
from storage import visits as stored
from storage.leave import Leave
from storage.pairs import Pair
from storage.people import Account
from storage.transaction import Tx


async def _helped(tx: Tx, actor: Account) -> list[Pair]:
    """The pairs somebody helps in. Raises NotFoundError for whoever helps nobody."""
    found = [row for row in await pairs_access.helps(tx, actor) if row.next_id != actor.id]
    if not found:
        raise NotFoundError
    return found


async def away(tx: Tx, actor: Account, last: date) -> int:
    """A helper is away from now until the end of a day: visits that end in that time go to the second
    helpers; where there is none, those who look after the pairs are told; tasks they have promised then are
    asked of others. For whoever has a role it is leave like any other. Returns how many visits go to others.

    Raises NotFoundError for whoever helps nobody, RefusedError for a day that cannot be.
    """
    helped = await _helped(tx, actor)
    zone = await visits.zone_of(tx, helped[0])
    today = local_day(tx.now, zone)
    if wrong := rules.Fault.PAST if last < today else rules.fault(today, last, today):
        raise RefusedError(leaves.fault_text(wrong))
    if access.has_desk(actor):
        ends_at = (await leaves.enter(tx, actor, actor, today, last)).ends_at
    else:
        span = rules.span(tx.now, today, last, zone)
        ends_at = await _enter(tx, actor, helped[0].center_id, span)
        await seats.give_up_while(tx, actor, span)
    changed = [await _away_from(tx, row, actor, ends_at) for row in helped if row.state == State.ACTIVE]
    return sum(changed)


async def _enter(tx: Tx, actor: Account, center_id: int, span: rules.Span) -> datetime:
    made = {"begun_at": tx.now, "created_by_id": actor.id, "created_at": tx.now}
    days = {"starts_at": span.starts_at, "ends_at": span.ends_at}
    leave.add(tx, Leave(account_id=actor.id, unit_id=center_id, **days, **made))
    await tx.session.flush()
    return span.ends_at


async def _away_from(tx: Tx, row: Pair, actor: Account, ends_at: datetime) -> bool:
    """Whether somebody else makes the visit of this pair that is due."""
    before = await stored.due(tx, row.id)
    was = before.goer_id if before is not None else None
    visit = await visits.assign(tx, row)
    if visit is None or was != actor.id or visit.due_by > ends_at:
        return False
    known = await pairs_cards.facts(tx, row)
    if visit.goer_id == actor.id:
        news = t("visit-nobody-for", name=known.name, helper=known.helper)
        await pairs_cards.tell_officers(tx, row, news)
        return False
    last = visits.last_moment(visit, await visits.zone_of(tx, row))
    news = t("visit-instead-soon", name=known.name, village=known.village, helper=known.helper, last=last)
    await pairs_cards.tell_one(tx, visit.goer_id, news, visits.log_rows(row, visit)[:1])
    return True


async def is_away(tx: Tx, actor: Account) -> bool:
    """Whether somebody is away now."""
    return bool(await leave.away(tx, [actor.id], tx.now))


async def back(tx: Tx, actor: Account) -> None:
    """Somebody is back early: the visits that are due are theirs again. Raises NotFoundError for whoever
    helps nobody."""
    helped = await _helped(tx, actor)
    for row in await leave.coming(tx, actor.id):
        if row.starts_at <= tx.now:
            row.ended_at = tx.now
    await tx.session.flush()
    for pair in helped:
        await visits.assign(tx, pair)
