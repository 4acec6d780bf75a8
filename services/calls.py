"""What the clerk writes down after a call: agreed, not needed, nobody answered. And when calls rise."""

from __future__ import annotations

from domain.messages import Outgoing, Text, t
from domain.proxies import (
    CALLERS_FROM,
    FILERS,
    TO_ANSWER,
    Call,
    Side,
    Standing,
    callers_above,
    is_too_soon,
    was_last,
)
from domain.taps import Go, Open
from services import calling, cards, proxies, requests
from services.errors import NotFoundError, RefusedError
from services.outbox import tell
from storage import calls, people
from storage import proxies as relations
from storage import requests as stored
from storage.calls import CallTask
from storage.people import Account
from storage.transaction import Tx

PAGE = 4


async def task(tx: Tx, actor: Account, task_id: int) -> CallTask:
    """The call, locked, if the actor may make it. Raises NotFoundError."""
    found = await calls.task(tx, task_id)
    if found is None or not await calling.may_call(tx, actor, found):
        raise NotFoundError
    return found


async def _to_answer(tx: Tx, actor: Account, task_id: int) -> CallTask:
    """The same, if nobody has answered it yet. Raises RefusedError with what became of it."""
    found = await task(tx, actor, task_id)
    if found.state not in TO_ANSWER:
        raise RefusedError(t(f"call-was-{found.state}"))
    return found


async def to_answer(tx: Tx, actor: Account, task_id: int) -> tuple[CallTask, str]:
    """The call that is to be answered, and the name of the proxy it is about."""
    found = await _to_answer(tx, actor, task_id)
    return found, await calling.proxy_name(tx, await relations.relation_of(tx, found.relation_id))


async def agreed(tx: Tx, actor: Account, task_id: int) -> CallTask:
    """The person agrees: the relation is confirmed, and nothing else has to be asked about the two."""
    found = await _to_answer(tx, actor, task_id)
    await calling.close(tx, found, Call.AGREED, t("call-was-agreed"), by=actor)
    relation = await relations.relation_of(tx, found.relation_id)
    await calling.settle(tx, relation, Call.AGREED, t("call-was-agreed"))
    if relation.state != Standing.CONFIRMED:
        await proxies.confirmed(tx, relation, Side.CLERK)
    return found


async def stopped(tx: Tx, actor: Account, task_id: int, *, never: bool = False) -> CallTask:
    """The person does not want it: the request is called off on the clerk's word; with `never` this proxy
    does not act for them any more either."""
    found = await _to_answer(tx, actor, task_id)
    await calling.close(tx, found, Call.STOPPED, t("call-was-stopped"), by=actor)
    row = await stored.request(tx, found.request_id) if found.request_id else None
    if row is not None:
        await _tell_proxy(tx, found, t("proxy-stopped", name=found.person_name, number=row.number))
        await requests.call_off(tx, row, actor, vouched=True)
    relation = await relations.relation_of(tx, found.relation_id)
    if never:
        await proxies.not_wanted(tx, relation, Side.CLERK)
        await calling.settle(tx, relation, Call.DROPPED, t("call-was-stopped"))
    elif row is None:
        await _tell_proxy(tx, found, t("proxy-still-not-wanted", name=found.person_name))
    return found


async def unreached(tx: Tx, actor: Account, task_id: int) -> CallTask:
    """Nobody answered: to be tried again, and after the last time those above and the proxy hear of it."""
    found = await task(tx, actor, task_id)
    if found.state != Call.OPEN:
        raise RefusedError(t(f"call-was-{found.state}"))
    if is_too_soon(found.tried_at, tx.now):
        raise RefusedError(t("call-just-tried"))
    found.tries, found.tried_at = found.tries + 1, tx.now
    if not was_last(found.tries):
        await calling.set_due(tx, found)
        await calling.show_again(tx, found, by=actor)
        return found
    found.state, found.rise_at, found.done_at, found.done_by_id = Call.UNREACHABLE, None, tx.now, actor.id
    await calling.show_again(tx, found, by=actor)
    if found.step == CALLERS_FROM:
        await calling.place(tx, found, callers_above(found.step))
    await _tell_proxy(tx, found, t("proxy-unreachable", name=found.person_name))
    return found


async def _tell_proxy(tx: Tx, found: CallTask, news: Text) -> None:
    relation = await relations.relation_of(tx, found.relation_id)
    proxy = await people.account(tx, relation.proxy_id)
    row = [cards.button("button-person", Go("person"))]
    if found.request_id is not None:
        row.insert(0, cards.button("button-open", Open(found.request_id)))
    if proxy is not None:
        tell(tx, proxy, Outgoing(text=news, buttons=[row]), request_id=found.request_id)


def _centers(account: Account) -> list[tuple[int, bool]]:
    """The centers whose calls this account makes: as a clerk (False), as a leader (True)."""
    grants = [grant for grant in account.grants if grant.role in FILERS]
    return sorted({(grant.unit_id, grant.role != "clerk") for grant in grants})


async def waiting(tx: Tx, account: Account, page: int) -> tuple[list[CallTask], int]:
    """A page of the calls that wait for this account, and how many there are in all."""
    centers = _centers(account)
    if not centers:
        return [], 0
    rows = await calls.waiting(tx, account.id, centers, offset=page * PAGE, limit=PAGE)
    return rows, await calls.count(tx, account.id, centers)


async def rise_one(tx: Tx) -> bool:
    """A call that was not made in time: those one step up hear of it, once, and may make it themselves."""
    found = await calls.to_rise(tx)
    if found is None:
        return False
    found.rise_at = None
    await calling.place(tx, found, callers_above(found.step))
    return True
