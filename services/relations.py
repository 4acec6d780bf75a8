"""What filing for somebody else brings with it: the relation, and telling the person acted for."""

from __future__ import annotations

from domain.messages import Button, Outgoing, Text, t
from domain.proxies import FILERS, Answer, Kin, Side, Standing, Whom, answered
from domain.taps import Acting, Do
from services import access, calling, cards, tidings
from services.errors import RefusedError
from services.outbox import tell
from storage import people, proxies
from storage.people import Account, Membership
from storage.proxies import ProxyRelation
from storage.requests import ServiceRequest
from storage.transaction import Tx

Rows = list[list[Button]]


async def check(
    tx: Tx, asker: Account, center_id: int, whom: Whom | None, *, by_clerk: bool, urgent: bool
) -> str:
    """Who files this: self, proxy or clerk. An emergency is never refused.

    Raises RefusedError for a clerk's filing by somebody who is none here, and for a proxy whom the
    person does not want.
    """
    if by_clerk and whom is not None:
        if not access.roles_at(asker, center_id) & set(FILERS):
            raise RefusedError(t("clerk-only"))
        return "clerk"
    if whom is None or is_self(asker, whom):
        return "self"
    relation = await proxies.between(tx, asker.id, center_id, whom)
    if relation is not None and barred(relation) and not urgent:
        raise RefusedError(t("proxy-barred", name=whom.name))
    return "proxy"


def is_self(account: Account, whom: Whom) -> bool:
    """Whether the person acted for is the one who asks."""
    return whom.person_id is not None and any(
        member.person_id == whom.person_id for member in account.memberships
    )


def barred(relation: ProxyRelation) -> bool:
    """Whether the person has said that this proxy shall not act for them."""
    return relation.state in (Standing.REFUSED, Standing.REVOKED) and relation.ended_by != Side.PROXY


async def kin_by_roster(tx: Tx, account: Account, whom: Whom) -> Kin | None:
    """What the roster knows of the two: that they live in one household."""
    person = await people.person(tx, whom.person_id) if whom.person_id else None
    if person is None:
        return None
    own = [await people.person(tx, one.person_id) for one in account.memberships if one.person_id]
    homes = {one.household_id for one in own if one is not None}
    return Kin.HOUSEHOLD if person.household_id in homes else None


async def follow_up(tx: Tx, row: ServiceRequest, kin: str | None) -> None:
    """A request was filed: the person acted for is told through their own account, or will be called.

    Nothing waits for the answer; who has agreed once is only told.
    """
    if row.filed_by == "self" or row.person_name is None:
        return
    account = await _account(tx, row)
    if row.filed_by == "clerk":
        if account is not None:
            await _tell(tx, row, account, t("told-filed-by-clerk"), [])
        return
    relation = await _relation(tx, row, kin)
    confirmed = relation.state == Standing.CONFIRMED
    if account is not None:
        news = t("told-filed-for-you", proxy=await calling.proxy_name(tx, relation))
        await _tell(tx, row, account, news, [] if confirmed else _question(relation, row))
    elif not confirmed:
        await calling.ask_for(tx, relation, row, row.person_phone)


async def _account(tx: Tx, row: ServiceRequest) -> Account | None:
    """The account of the person acted for, if they have one that can be reached."""
    member = await people.membership_of_person(tx, row.person_id) if row.person_id else None
    found = await people.account(tx, member.account_id) if member else None
    return found if found is not None and found.reachable and found.id != row.asker_id else None


async def _relation(tx: Tx, row: ServiceRequest, kin: str | None) -> ProxyRelation:
    whom = Whom(row.person_name or "", row.person_id, row.person_phone)
    relation = await proxies.between(tx, row.asker_id, row.center_id, whom)
    if relation is None:
        relation = ProxyRelation(
            center_id=row.center_id,
            proxy_id=row.asker_id,
            person_id=whom.person_id,
            person_name=whom.name,
            name_key=proxies.named_key(whom),
            kind=Kin(kin or Kin.OTHER),
            state=Standing.ASKED,
            created_at=tx.now,
        )
        await proxies.add(tx, relation)
    elif relation.state == Standing.REVOKED and not barred(relation):
        relation.state = answered(Standing.REVOKED, Answer.ASK)
        relation.ended_by = None
    return relation


async def _tell(tx: Tx, row: ServiceRequest, account: Account, news: Text, question: Rows) -> None:
    """Number and line only: what it is about they read when they open it."""
    line = await cards.line_name(tx, row.center_id, row.line)
    head = t("card-headline", number=row.number, line=line)
    stop = [cards.button("button-stop-this", Do("ask-cancel", row.id))]
    rows = [*question[:1], stop, *question[1:], *tidings.open_button(row)]
    text = t("told-asker", head=head, news=t("told-and-asked", news=news) if question else news)
    tell(tx, account, Outgoing(text=text, buttons=rows), request_id=row.id)


def _question(relation: ProxyRelation, row: ServiceRequest) -> Rows:
    return [
        [cards.button("button-proxy-agree", Acting("agree", relation.id, row.id))],
        [cards.button("button-proxy-refuse", Acting("refuse", relation.id, row.id))],
    ]


async def told_called_off(tx: Tx, row: ServiceRequest, actor: Account) -> None:
    """The request was called off by one of its side: the others of that side hear who it was."""
    side = await access.asking_side(tx, row)
    named = await people.members(tx, row.center_id, [actor.id])
    name = _name(row, actor, named)
    for account_id in side:
        account = await people.account(tx, account_id) if account_id != actor.id else None
        if account is not None:
            text = t("told-asker", head=await cards.headline(tx, row), news=t("told-stopped", name=name))
            tell(tx, account, Outgoing(text=text), request_id=row.id)


def _name(row: ServiceRequest, actor: Account, named: dict[int, Membership]) -> str:
    if actor.id != row.asker_id and row.person_name:
        return row.person_name
    return named[actor.id].name if actor.id in named else "?"
