"""Finding the people a request is offered to, and keeping their cards true."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import datetime

from domain.catalogue import CATALOGUE, Line
from domain.messages import Outgoing, Text, t
from domain.officetime import due
from domain.requests import STEP_ROLES, STEPS, URGENT_TAKE_UP, steps_from
from domain.units import settings_of
from services import access, cards
from services.outbox import Lane, change, tell
from storage import leave, people, requests, roles, units
from storage.people import Account
from storage.requests import Offer, ServiceRequest
from storage.transaction import Tx
from storage.units import OrgUnit

log = logging.getLogger(__name__)


async def place(
    tx: Tx, request: ServiceRequest, from_step: str = "desk", *, but: Account | None = None
) -> list[Account]:
    """Offer the request to the people of the first step, from this one upwards, where there is anybody.

    Sets the step and the take-up time. The asking side is never offered its own request, and `but` (who
    has just given it back) not again. Returns those it was offered to; if nobody is found anywhere it
    stays with the county, and that is logged.
    """
    unit = await units.unit_of(tx, request.center_id)
    request.due_at = take_up_due(request, unit, tx.now)
    for step in steps_from(from_step):
        takers = [taker for taker in await _people_at(tx, request, unit, step) if taker is not but]
        if takers:
            request.step = step
            for taker in takers:
                await _offer(tx, request, taker)
            return takers
    request.step = "county"
    log.warning("Nobody at any step can take a request.", extra={"action": "route", "request": request.id})
    return []


def take_up_due(request: ServiceRequest, unit: OrgUnit, now: datetime) -> datetime:
    """By when somebody has to take it: office time, or three minutes on the wall clock if urgent."""
    if request.urgent:
        return now + URGENT_TAKE_UP
    return due(now, _line(unit, request.line).take_up, settings_of(unit).hours)


def finish_due(request: ServiceRequest, unit: OrgUnit, now: datetime) -> datetime:
    """By when the holder has to be done with it."""
    return due(now, _line(unit, request.line).finish, settings_of(unit).hours)


def _line(unit: OrgUnit, code: str) -> Line:
    """The line with the center's own promises; one that was switched off keeps the catalogue's."""
    return settings_of(unit).line(code) or CATALOGUE.line(code)


async def first_role(tx: Tx, unit: OrgUnit, line: str, *, asker_id: int) -> str:
    """The role a request of this line would be offered to first."""
    for step in steps_from("desk"):
        wanted, at = _roles_at(unit, line, step)
        ids = dict.fromkeys(grant.account_id for grant in await roles.holders(tx, at, wanted))
        if await _reachable(tx, [account_id for account_id in ids if account_id != asker_id]):
            return wanted[0]
    return STEPS[-1]


def _roles_at(unit: OrgUnit, line: str, step: str) -> tuple[tuple[str, ...], list[int]]:
    """The roles that answer at a step, and the units they are held at."""
    if step == "desk":
        return (CATALOGUE.line(line).desk,), [unit.id]
    return STEP_ROLES[step], [unit.id] if step in ("clerk", "director") else unit.ancestors


async def _people_at(tx: Tx, request: ServiceRequest, unit: OrgUnit, step: str) -> list[Account]:
    wanted, at = _roles_at(unit, request.line, step)
    grants = await roles.holders(tx, at, wanted)
    asking = await access.asking_side(tx, request)
    ids = dict.fromkeys(grant.account_id for grant in grants if grant.account_id not in asking)
    return await _reachable(tx, ids)


async def _reachable(tx: Tx, ids: Iterable[int]) -> list[Account]:
    wanted = list(ids)
    away = await leave.away(tx, wanted, tx.now)
    found = [await people.account(tx, account_id) for account_id in wanted if account_id not in away]
    return [account for account in found if account is not None and account.reachable]


async def _offer(tx: Tx, request: ServiceRequest, taker: Account) -> None:
    offer = await requests.offer(tx, request.id, taker.id)
    if offer is None:
        tx.session.add(Offer(request_id=request.id, account_id=taker.id, offered_at=tx.now))
    else:
        offer.offered_at, offer.withdrawn_at = tx.now, None
    lane = Lane.URGENT if request.urgent else Lane.NOTIFICATION
    tell(
        tx,
        taker,
        await cards.offer(tx, request),
        lane=lane,
        key=cards.key(request),
        request_id=request.id,
    )


async def withdraw(tx: Tx, request: ServiceRequest, why: Text, *, but: Account | None = None) -> None:
    """Take the request's cards back from everybody (except one): each card changes to say why."""
    await tx.session.flush()
    for offer in await requests.offers(tx, request.id):
        offer.withdrawn_at = tx.now
        account = await people.account(tx, offer.account_id)
        if account is not None and (but is None or account.id != but.id):
            gone = Outgoing(text=t("card-gone", card=await cards.headline(tx, request), why=why))
            change(tx, account, gone, key=cards.key(request), request_id=request.id)


async def let_go(tx: Tx, row: ServiceRequest) -> None:
    """Nobody holds it any more: the former holder's card says so, and no longer who it is about."""
    former = await people.account(tx, row.holder_id) if row.holder_id else None
    if former is not None:
        gone = t("card-gone", card=await cards.headline(tx, row), why=t("refused-not-yours"))
        change(tx, former, Outgoing(text=gone), key=cards.key(row), request_id=row.id)
    row.holder_id = None
    row.holder_role = None
    await tx.session.flush()
    for offer in await requests.offers(tx, row.id):
        offer.withdrawn_at = tx.now
