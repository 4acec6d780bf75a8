"""Offering a request to the people of a step, and keeping their cards true."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable

from domain.escalation import RINGS, STEPS, circles, steps_from
from domain.messages import Outgoing, Text, t
from services import cards, clocks, groups, holders
from services.outbox import Lane, change_last, tell
from storage import offers, outbox, people, requests, units
from storage.offers import Offer
from storage.people import Account
from storage.requests import ServiceRequest
from storage.transaction import Tx
from storage.units import OrgUnit

log = logging.getLogger(__name__)


async def place(
    tx: Tx, request: ServiceRequest, from_step: str = STEPS[0], *, but: Account | None = None
) -> list[Account]:
    """Offer the request to the people of the first step, from this one upwards, where there is anybody.

    Sets the step and starts its clock. The asking side is never offered its own request, nobody one that is
    about them, and `but` (who has just given it back) not again. With nobody from this step upwards it is
    offered from below, and when there is nobody else at all even to `but`. Returns those it was offered to;
    if nobody is found anywhere it stays with the county, where the clock looks for somebody again and again,
    and that is logged. An urgent request rings its first circle instead.
    """
    unit = await units.unit_of(tx, request.center_id)
    if request.urgent:
        request.rings = 0
        return await ring(tx, request, unit, but=but)
    for step in steps_from(from_step):
        takers = [taker for taker in await holders.at_step(tx, request, unit, step) if taker is not but]
        if takers and not await _is_whole_desk(tx, request, unit, step, takers):
            return await _offer_at(tx, request, unit, step, takers)
    if from_step != STEPS[0]:
        return await place(tx, request, but=but)
    if but is not None:
        return await place(tx, request)
    return await _offer_at(tx, request, unit, STEPS[-1], [])


async def _is_whole_desk(
    tx: Tx, request: ServiceRequest, unit: OrgUnit, step: str, takers: list[Account]
) -> bool:
    """Whether everybody at the desk is on duty: then the desk need not be asked twice."""
    return step == "duty" and len(await holders.at_step(tx, request, unit, "desk")) == len(takers)


async def ring(
    tx: Tx, request: ServiceRequest, unit: OrgUnit, *, but: Account | None = None
) -> list[Account]:
    """Ring everybody an urgent request has rung before, and the next circle in which there is anybody.

    Quiet hours do not count. `but` is rung only when there is nobody else. Returns those who were rung.
    """
    known = await _in_circles(tx, request, unit, but)
    request.rings += 1
    while len(rung := await _in_circles(tx, request, unit, but)) == len(known):
        if request.rings >= len(RINGS):
            break
        request.rings += 1
    if not rung and but is not None:
        request.rings = 0
        return await ring(tx, request, unit)
    step, _ = RINGS[min(request.rings, len(RINGS)) - 1]
    return await _offer_at(tx, request, unit, step, rung)


async def _in_circles(tx: Tx, request: ServiceRequest, unit: OrgUnit, but: Account | None) -> list[Account]:
    found: dict[int, Account] = {}
    for circle in circles(request.rings):
        found |= {one.id: one for one in await holders.at_step(tx, request, unit, circle) if one is not but}
    return list(found.values())


async def _offer_at(
    tx: Tx, request: ServiceRequest, unit: OrgUnit, step: str, takers: list[Account]
) -> list[Account]:
    request.step = step
    clocks.wait(request, unit, tx.now)
    in_group = bool(takers) and await groups.post(tx, request)
    for taker in takers:
        await _offer(tx, request, taker, silently=in_group)
    if not takers:
        extra = {"action": "route", "request": request.id}
        log.warning("Nobody at any step can take a request.", extra=extra)
    return takers


async def _offer(tx: Tx, request: ServiceRequest, taker: Account, *, silently: bool) -> None:
    """Let somebody take it; `silently` without a card of their own, because they read it in a group."""
    offer = await offers.one(tx, request.id, taker.id)
    if offer is None:
        offers.add(tx, Offer(request_id=request.id, account_id=taker.id, offered_at=tx.now))
    else:
        if offer.withdrawn_at is None:
            await _close_card(tx, request, taker, t("card-again"))
        offer.offered_at, offer.withdrawn_at = tx.now, None
    if silently:
        return
    lane = Lane.URGENT if request.urgent else Lane.NOTIFICATION
    card = await cards.offer(tx, request)
    tell(tx, taker, card, lane=lane, key=cards.key(request), request_id=request.id)


async def _close_card(tx: Tx, request: ServiceRequest, account: Account, why: Text) -> None:
    """The card says why there is nothing to tap any more; whoever reads it in a group has none."""
    card = await outbox.sent_with_key(tx, account.id, cards.key(request))
    if card is None or card.state == "dropped":
        return
    gone = Outgoing(text=t("card-gone", card=await cards.headline(tx, request), why=why))
    await change_last(tx, account, gone, key=cards.key(request), request_id=request.id)


async def offered(tx: Tx, request: ServiceRequest) -> list[tuple[Offer, Account]]:
    """The offers that are out for a request, each with whoever it was made to."""
    await tx.session.flush()
    out = [(one, await people.account(tx, one.account_id)) for one in await offers.of_request(tx, request.id)]
    return [(one, account) for one, account in out if account is not None]


async def withdraw(tx: Tx, request: ServiceRequest, why: Text, *, but: Account | None = None) -> None:
    """Take the request's cards back from everybody (except one): each card changes to say why."""
    await tx.session.flush()
    await groups.update(tx, request, why)
    for offer, account in await offered(tx, request):
        offer.withdrawn_at = tx.now
        if account is not but:
            await _close_card(tx, request, account, why)


async def hurry_on(tx: Tx, request_ids: Iterable[int]) -> None:
    """Somebody who was offered these is not there any more: what is offered to nobody else now does not
    wait its time out in vain, the clock moves it on at once."""
    for request_id in request_ids:
        row = await requests.request(tx, request_id)
        if row is None or not row.open or row.holder_id is not None:
            continue
        if not any(account.reachable for _, account in await offered(tx, row)):
            row.rise_at = tx.now


async def let_go(tx: Tx, row: ServiceRequest) -> None:
    """Nobody holds it any more: the former holder's card says so, and no longer who it is about."""
    await take_card_back(tx, row)
    row.holder_id = None
    row.holder_role = None
    await groups.let_go(tx, row)
    for offer, _ in await offered(tx, row):
        offer.withdrawn_at = tx.now


async def take_card_back(tx: Tx, row: ServiceRequest) -> None:
    """The card of whoever has held it until now says that it is not theirs."""
    former = await people.account(tx, row.holder_id) if row.holder_id else None
    if former is not None:
        await _close_card(tx, row, former, t("refused-not-yours"))


async def first_role(
    tx: Tx, unit: OrgUnit, line: str, *, asker_id: int, kept_from: Collection[int] = ()
) -> str:
    """The role a request of this line, kept from these accounts, would be offered to first."""
    return await holders.role_first(tx, unit, line, STEPS, never={asker_id, *kept_from}) or STEPS[-1]
