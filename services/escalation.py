"""What the clock does: reminds before anything is due, and moves on what nobody has moved."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from domain.escalation import next_step
from domain.messages import Outgoing, Text, t
from domain.requests import Action
from services import cards, clocks, holders, merging, routing, whereabouts
from services.merging import tell_askers
from services.moves import move, record
from services.outbox import Lane, tell
from storage import deadlines, people, requests, units
from storage.people import Account
from storage.requests import ServiceRequest
from storage.transaction import Tx, attempt, is_infrastructure

log = logging.getLogger(__name__)
LATE = 3
"""`reminded` of a request whose lateness has been told: after the nudge and the reminder before it is due."""
BROKEN_FOR = timedelta(hours=1)
"""A request at which the clock stumbles is left alone this long, so that the others get their turn."""


async def rise_one(tx: Tx) -> bool:
    """Act on the one request that is the longest due: unheld it rises, held in silence it goes back to the
    desk, held with word given it is late and said so. Returns whether there was one."""
    row = await deadlines.to_rise(tx)
    if row is not None and (broken := await _stumbled(tx, row, _rise)):
        broken.rise_at = tx.now + BROKEN_FOR
    return row is not None


async def remind_one(tx: Tx) -> bool:
    """Remind whoever should act on the one request whose reminder is the longest due, before it is due
    itself. Returns whether there was one."""
    row = await deadlines.to_remind(tx)
    if row is not None and (broken := await _stumbled(tx, row, _remind)):
        broken.remind_at = None
    return row is not None


async def _stumbled(
    tx: Tx, row: ServiceRequest, act: Callable[[Tx, ServiceRequest], Awaitable[None]]
) -> ServiceRequest | None:
    """Act; if that fails undo it all, say so in the log and return the request as it was. A fault of the
    machine is not the request's."""
    request_id = row.id
    try:
        async with attempt(tx):
            await act(tx, row)
    except Exception as error:
        if is_infrastructure(error):
            raise
        log.exception("The clock stumbled.", extra={"action": "clock", "request": request_id})
        return await requests.request(tx, request_id)
    return None


async def _rise(tx: Tx, row: ServiceRequest) -> None:
    await _move_on(tx, row)
    await merging.follow(tx, row)


async def _move_on(tx: Tx, row: ServiceRequest) -> None:
    if row.holder_id is None:
        await (_ring_again(tx, row) if row.urgent else _one_step_up(tx, row))
        return
    holder = await people.account(tx, row.holder_id)
    if row.heard_at is None or holder is None or not holder.reachable:
        await lapse(tx, row)
    else:
        await _goes_on(tx, row, holder)


async def _ring_again(tx: Tx, row: ServiceRequest) -> None:
    reached = row.step
    await routing.ring(tx, row, await units.unit_of(tx, row.center_id))
    record(tx, row, None, "ring", was=(row.status, row.line))
    if row.step != reached:
        await tell_askers(tx, row, t("told-rings", where=await whereabouts.where_it_is(tx, row)))


async def _one_step_up(tx: Tx, row: ServiceRequest) -> None:
    """The next people are asked; those it rises past are told, once each, and may still take it."""
    was, passed = row.step, await routing.offered(tx, row)
    await routing.place(tx, row, next_step(was))
    record(tx, row, None, "rise", was=(row.status, row.line))
    if row.step == was:
        return
    for offer, account in passed:
        if offer.passed_at is None and offer.offered_at < tx.now:
            offer.passed_at = tx.now
            text = t("told-passed", head=await cards.headline(tx, row), role=whereabouts.waits_for(row))
            tell(tx, account, Outgoing(text=text, buttons=cards.take_buttons(row)), request_id=row.id)
    if (was, row.step) != ("duty", "desk"):
        await tell_askers(tx, row, t("told-rises", where=await whereabouts.where_it_is(tx, row)))


async def lapse(tx: Tx, row: ServiceRequest) -> None:
    """A holder who is silent, or out of reach, has it no longer: back to the desk; the asker and the
    director are told, and the holder, once."""
    unit = await units.unit_of(tx, row.center_id)
    holder = await people.account(tx, row.holder_id or 0)
    role = t(f"role-{row.holder_role}")
    await move(tx, row, Action.LAPSE, None)
    await routing.let_go(tx, row)
    await routing.place(tx, row, but=holder)
    await tell_askers(tx, row, t("told-lapsed", where=await whereabouts.where_it_is(tx, row)))
    if holder is not None:
        news = t("told-lapsed-holder", head=await cards.headline(tx, row))
        tell(tx, holder, Outgoing(text=news), request_id=row.id)
    for leader in await holders.at_step(tx, row, unit, "director"):
        if leader is not holder:
            news = t("told-lapsed-director", head=await cards.mention(tx, row), role=role)
            tell(tx, leader, Outgoing(text=news), request_id=row.id)


async def _goes_on(tx: Tx, row: ServiceRequest, holder: Account) -> None:
    unit, promise = await units.unit_of(tx, row.center_id), row.due_at
    clocks.go_on(row, unit, tx.now)
    if promise is None or promise > tx.now or row.reminded >= LATE:
        return
    row.reminded = LATE
    due, role = await whereabouts.when(tx, row, promise), t(f"role-{row.holder_role}")
    await tell_askers(tx, row, t("told-late", role=role, due=due))
    _tell_holder(tx, row, holder, t("told-late-holder", head=await cards.headline(tx, row), due=due))
    for leader in await holders.at_step(tx, row, unit, "director"):
        if leader is not holder:
            news = t("told-late-director", head=await cards.mention(tx, row), role=role, due=due)
            tell(tx, leader, Outgoing(text=news), request_id=row.id)


async def _remind(tx: Tx, row: ServiceRequest) -> None:
    if row.holder_id is None:
        await _remind_takers(tx, row)
        return
    holder = await people.account(tx, row.holder_id)
    if holder is None or not holder.reachable:
        await lapse(tx, row)
        return
    head, first = await cards.headline(tx, row), row.reminded == 0
    if row.heard_at is None:
        nudge = t("told-nudge-urgent", head=head) if row.urgent else t("told-nudge", head=head)
        _tell_holder(tx, row, holder, nudge)
    elif not first and row.due_at is not None and row.due_at > tx.now:
        due = await whereabouts.when(tx, row, row.due_at, "near")
        _tell_holder(tx, row, holder, t("told-due-soon", head=head, due=due))
    clocks.nudged(row, await units.unit_of(tx, row.center_id), tx.now)


async def _remind_takers(tx: Tx, row: ServiceRequest) -> None:
    row.remind_at = None
    text = t(
        "told-still-waiting",
        head=await cards.headline(tx, row),
        due=await whereabouts.when(tx, row, row.rise_at or tx.now, "near"),
        next=whereabouts.goes_to(row),
    )
    for offer, account in await routing.offered(tx, row):
        if offer.passed_at is None:
            tell(tx, account, Outgoing(text=text, buttons=cards.take_buttons(row)), request_id=row.id)


def _tell_holder(tx: Tx, row: ServiceRequest, holder: Account, text: Text) -> None:
    lane = Lane.URGENT if row.urgent else Lane.NOTIFICATION
    tell(tx, holder, Outgoing(text=text, buttons=cards.holder_buttons(row)), lane=lane, request_id=row.id)
