"""Who acts for whom, as the two see it: agreeing, not wanting it, giving it up, and the lists."""

from __future__ import annotations

from domain.messages import Button, Outgoing, Text, t
from domain.proxies import Answer, Call, IllegalAnswerError, Side, Standing, Whom, answered
from domain.taps import Acting, Go
from services import access, calling, cards, relations, requests
from services.access import View
from services.errors import NotFoundError, RefusedError
from services.outbox import tell
from storage import calls, people, proxies
from storage.people import Account
from storage.proxies import ProxyRelation
from storage.transaction import Tx

PAGE = 4


async def relation(tx: Tx, actor: Account, relation_id: int) -> tuple[ProxyRelation, Side]:
    """The relation and the actor's side of it, locked. Raises NotFoundError when it is none of theirs."""
    found = await proxies.relation(tx, relation_id)
    if found is not None and found.proxy_id == actor.id:
        return found, Side.PROXY
    if found is not None and found.person_id in await access.persons(tx, actor):
        return found, Side.PERSON
    raise NotFoundError


async def _as_person(tx: Tx, actor: Account, relation_id: int) -> ProxyRelation:
    found, side = await relation(tx, actor, relation_id)
    if side is not Side.PERSON:
        raise NotFoundError
    return found


async def agree(tx: Tx, actor: Account, relation_id: int) -> ProxyRelation:
    """The person agrees: this proxy may file for them from now on. Agreeing again changes nothing."""
    row = await _as_person(tx, actor, relation_id)
    if row.state != Standing.CONFIRMED:
        await confirmed(tx, row, Side.PERSON)
        await calling.settle(tx, row, Call.AGREED, t("call-answered-by-person"))
    return row


async def confirmed(tx: Tx, row: ProxyRelation, by: Side) -> None:
    """Write down that the person agrees; the proxy hears it."""
    row.state = answered(Standing(row.state), Answer.AGREE)
    row.answered_at, row.confirmed_by, row.ended_by = tx.now, by, None
    await _tell_proxy(tx, row, t("proxy-agreed", name=row.person_name))


async def refuse(tx: Tx, actor: Account, relation_id: int, request_id: int = 0) -> ProxyRelation:
    """The person does not want this proxy: it ends, and the request it is about is called off.

    Raises NotFoundError for a request that this proxy did not file.
    """
    row = await _as_person(tx, actor, relation_id)
    asked = await access.request(tx, actor, request_id, View.ASKER) if request_id else None
    if asked is not None and (asked.asker_id, asked.person_id) != (row.proxy_id, row.person_id):
        raise NotFoundError
    await not_wanted(tx, row, Side.PERSON)
    await calling.settle(tx, row, Call.DROPPED, t("call-answered-by-person"))
    if asked is not None and asked.open:
        await requests.cancel(tx, actor, asked.id)
    return row


async def not_wanted(tx: Tx, row: ProxyRelation, by: Side) -> None:
    """Write down that the person does not want this proxy, who hears it kindly and only once."""
    if relations.barred(row):
        return
    row.state = Standing.REFUSED if row.state == Standing.ASKED else Standing.REVOKED
    row.answered_at, row.ended_by = tx.now, by
    await _tell_proxy(tx, row, t("proxy-not-wanted", name=row.person_name))


async def end(tx: Tx, actor: Account, relation_id: int) -> tuple[ProxyRelation, Side]:
    """Either side ends it. What has been filed goes on: each request is called off by itself."""
    row, side = await relation(tx, actor, relation_id)
    if side is Side.PERSON:
        await not_wanted(tx, row, Side.PERSON)
        return row, side
    try:
        row.state = answered(Standing(row.state), Answer.GIVE_UP)
    except IllegalAnswerError as error:
        raise RefusedError(t("already-answered")) from error
    row.answered_at, row.ended_by = tx.now, Side.PROXY
    await _tell_person(tx, row)
    return row, side


async def ask_again(tx: Tx, actor: Account, relation_id: int) -> ProxyRelation:
    """A proxy who was not wanted lets the clerk ask the person; once, nobody is pestered."""
    row, side = await relation(tx, actor, relation_id)
    if side is not Side.PROXY or not relations.barred(row):
        raise NotFoundError
    if await calls.asked_again(tx, row.id):
        raise RefusedError(t("proxy-asked-already"))
    person = await people.person(tx, row.person_id) if row.person_id else None
    await calling.ask_for(tx, row, None, person.phone if person else None)
    return row


async def standing(tx: Tx, actor: Account, center_id: int, whom: Whom) -> ProxyRelation | None:
    """How the actor stands to somebody they want to file for; None if they never did, or it is themself."""
    return None if relations.is_self(actor, whom) else await proxies.between(tx, actor.id, center_id, whom)


async def acting_for(tx: Tx, actor: Account, page: int) -> tuple[list[ProxyRelation], bool]:
    """A page of those for whom the actor acts, and whether there are more."""
    rows = await proxies.of_proxy(tx, actor.id, offset=page * PAGE, limit=PAGE + 1)
    return rows[:PAGE], len(rows) > PAGE


async def acted_by(tx: Tx, actor: Account, page: int) -> tuple[list[ProxyRelation], bool]:
    """A page of those who act for the actor, or wanted to, and whether there are more."""
    persons = await access.persons(tx, actor)
    rows = await proxies.of_persons(tx, persons, offset=page * PAGE, limit=PAGE + 1)
    return rows[:PAGE], len(rows) > PAGE


async def _tell_proxy(tx: Tx, row: ProxyRelation, news: Text) -> None:
    proxy = await people.account(tx, row.proxy_id)
    if proxy is not None:
        tell(tx, proxy, Outgoing(text=news, buttons=_look(row)))


async def _tell_person(tx: Tx, row: ProxyRelation) -> None:
    member = await people.membership_of_person(tx, row.person_id) if row.person_id else None
    account = await people.account(tx, member.account_id) if member else None
    if account is not None:
        news = t("proxy-gave-up", proxy=await calling.proxy_name(tx, row))
        tell(tx, account, Outgoing(text=news, buttons=_look(row)))


def _look(row: ProxyRelation) -> list[list[Button]]:
    look = cards.button("button-proxies", Acting("open", row.id, 0))
    return [[look, cards.button("button-person", Go("person"))]]
