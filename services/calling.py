"""Calls to people who have no account: who is asked to make them, and keeping their cards true."""

from __future__ import annotations

import logging

from domain.catalogue import CATALOGUE
from domain.messages import Moment, Outgoing, Text, t
from domain.officetime import due
from domain.proxies import CALL_ROLES, CALL_WITHIN, CALLERS_FROM, Call, callers_from, calling_steps
from domain.taps import Go
from domain.units import settings_of
from domain.worktaps import Calling
from services import cards, holders
from services.outbox import Lane, change_last, tell
from storage import calls, conflicts, people, proxies, requests, units
from storage.calls import CallTask
from storage.people import Account
from storage.proxies import ProxyRelation
from storage.requests import ServiceRequest
from storage.transaction import Tx

log = logging.getLogger(__name__)


def key(task: CallTask) -> str:
    """The key under which everybody's card of a call is kept true."""
    return f"call:{task.id}"


async def ask_for(tx: Tx, relation: ProxyRelation, row: ServiceRequest | None, phone: str | None) -> CallTask:
    """Ask the clerk to call the person acted for: about this request, or about the proxy alone."""
    task = CallTask(
        center_id=relation.center_id,
        request_id=row.id if row else None,
        relation_id=relation.id,
        person_name=relation.person_name,
        person_phone=phone,
        state=Call.OPEN,
        step=CALLERS_FROM,
        created_at=tx.now,
        tries=0,
        told=[],
    )
    await set_due(tx, task)
    await calls.add(tx, task)
    await place(tx, task, CALLERS_FROM)
    return task


async def set_due(tx: Tx, task: CallTask) -> None:
    """From now on there is so much office time for the call; then those above hear of it."""
    unit = await units.unit_of(tx, task.center_id)
    task.due_at = task.rise_at = due(tx.now, CALL_WITHIN, settings_of(unit).hours)


async def place(tx: Tx, task: CallTask, from_step: str) -> None:
    """Tell the people of the first step, from this one upwards, where there is anybody who may know of it."""
    unit, never = await units.unit_of(tx, task.center_id), await _never(tx, task)
    for step in callers_from(from_step):
        callers = await holders.of_roles(tx, unit, CALL_ROLES[step], never=never)
        if callers:
            task.step = step
            for caller in callers:
                await _show(tx, task, caller)
            return
    task.step = callers_from(from_step)[-1]
    log.warning("Nobody at any step can make a call.", extra={"action": "call", "task": task.id})


async def _never(tx: Tx, task: CallTask) -> set[int]:
    """Who is not asked to make this call: the proxy, and whoever the request is about."""
    relation = await proxies.relation_of(tx, task.relation_id)
    about = await conflicts.accounts(tx, task.request_id) if task.request_id else ()
    return {relation.proxy_id, *about}


async def may_call(tx: Tx, account: Account, task: CallTask) -> bool:
    """Whether this account may make this call now: it has come to a step of theirs, and is their business."""
    unit = await units.unit_of(tx, task.center_id)
    return account.id not in await _never(tx, task) and any(
        holders.answers_at(account, unit, CALL_ROLES[step]) for step in calling_steps(task.step)
    )


async def _show(tx: Tx, task: CallTask, caller: Account) -> None:
    task.told = [*(one for one in task.told if one != caller.id), caller.id]
    tell(tx, caller, await card(tx, task), key=key(task))


async def show_again(tx: Tx, task: CallTask, *, by: Account) -> None:
    """Everybody's card says how things stand now, since `by` has tried."""
    for account in await _told(tx, task):
        await change_last(tx, account, await card(tx, task), key=key(task), lane=_lane(account, by))


async def close(tx: Tx, task: CallTask, state: Call, why: Text, *, by: Account | None = None) -> None:
    """The call is over: everybody's card changes to say why, and shows no telephone number any more."""
    task.state, task.rise_at, task.done_at = state, None, tx.now
    task.done_by_id = by.id if by else None
    for account in await _told(tx, task):
        gone = Outgoing(text=t("call-gone", name=task.person_name, why=why))
        await change_last(tx, account, gone, key=key(task), lane=_lane(account, by))


def _lane(account: Account, by: Account | None) -> Lane:
    """The caller's own card is changed before the answer to their tap, which may replace it."""
    return Lane.ANSWER if by is not None and account.id == by.id else Lane.NOTIFICATION


async def _told(tx: Tx, task: CallTask) -> list[Account]:
    found = [await people.account(tx, one) for one in task.told]
    return [account for account in found if account is not None]


async def drop(tx: Tx, row: ServiceRequest) -> None:
    """The request is over: nobody has to be called about it any more."""
    for task in await calls.of_request(tx, row.id):
        await close(tx, task, Call.DROPPED, t("call-over"))


async def settle(tx: Tx, relation: ProxyRelation, state: Call, why: Text) -> None:
    """The person has answered by themself: nobody has to be called about the two any more."""
    for task in await calls.of_relation(tx, relation.id):
        await close(tx, task, state, why)


async def proxy_name(tx: Tx, relation: ProxyRelation) -> str:
    """The name the proxy gave at the center."""
    named = await people.members(tx, relation.center_id, [relation.proxy_id])
    return named[relation.proxy_id].name if relation.proxy_id in named else "?"


async def card(tx: Tx, task: CallTask) -> Outgoing:
    """Whom to call, and what to ask. What it is about is said of an ordinary line only."""
    rows = [
        [cards.button("button-call-agreed", Calling("agreed", task.id))],
        [cards.button("button-call-stop", Calling("stop", task.id))],
        [cards.button("button-call-unreached", Calling("unreached", task.id))],
        [cards.button("button-desk", Go("desk")), cards.button("button-person", Go("person"))],
    ]
    if task.state != Call.OPEN:
        del rows[2]
    text = t("call-card", what=await _what(tx, task), notes=await _notes(tx, task))
    return Outgoing(text=text, buttons=rows)


async def _what(tx: Tx, task: CallTask) -> Text:
    relation = await proxies.relation_of(tx, task.relation_id)
    phone = task.person_phone or t("call-no-phone")
    proxy = await proxy_name(tx, relation)
    # The task is the permission to know this much: the request is to go on, and under which number.
    row = await requests.request(tx, task.request_id) if task.request_id else None
    if row is None:
        return t("call-again", name=task.person_name, phone=phone, proxy=proxy)
    if CATALOGUE.line(row.line).confidential:
        return t("call-secret", name=task.person_name, phone=phone, proxy=proxy, number=row.number)
    line = await cards.line_name(tx, row.center_id, row.line)
    return t("call-open", name=task.person_name, phone=phone, proxy=proxy, number=row.number, line=line)


async def _notes(tx: Tx, task: CallTask) -> Text:
    notes = [t("call-tried", tries=task.tries)] if task.tries else []
    if task.state == Call.OPEN and task.due_at is not None:
        notes.append(t("call-due", due=await _when(tx, task)))
    return t("lines", items=list(notes))


async def _when(tx: Tx, task: CallTask) -> Moment:
    unit = await units.unit_of(tx, task.center_id)
    return Moment(at=task.due_at or task.created_at, zone=settings_of(unit).zone)


async def number_of(tx: Tx, task: CallTask) -> str:
    """The number of the request that the call is about; empty if it is about the proxy alone."""
    row = await requests.request(tx, task.request_id) if task.request_id else None
    return row.number if row else ""
