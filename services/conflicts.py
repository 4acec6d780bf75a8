"""Keeping a request from whoever it is about, and keeping who asked to oneself."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from domain.catalogue import CATALOGUE
from domain.conflicts import speaks_of
from domain.messages import Outgoing, Said, t
from domain.requests import Action
from services import access, cards, groups, merging, routing, seats, taskcards, whereabouts
from services.access import View
from services.errors import NotFoundError, RefusedError
from services.moves import move
from services.outbox import change_last
from services.people import names
from storage import conflicts, offers, outbox, people, recall, roles, tasks, units
from storage.people import Account
from storage.requests import ServiceRequest
from storage.transaction import Tx

_FIRST = ("director", "deputy", "clerk", "committee")
"""Roles that are named first: whom a complaint is most often about."""
_ORDER = [*_FIRST, *(role.code for role in CATALOGUE.roles if role.code not in _FIRST)]


class RevealingError(RefusedError):
    """What was sent would say who asked."""

    def __init__(self) -> None:
        super().__init__(t("anonymous-contact"))


@dataclass(frozen=True)
class Somebody:
    """Somebody with a role at a center or above it, whom a request may be about.

    `grant_id` stands for them in buttons, which never carry an account; `name` is empty where they
    gave none.
    """

    account_id: int
    grant_id: int
    name: str
    roles: tuple[str, ...]


async def candidates(tx: Tx, actor: Account, center_id: int) -> list[Somebody]:
    """Everybody but the actor who has a role at a center or above it, the leaders first."""
    unit = await units.unit(tx, center_id)
    grants = [
        grant
        for grant in (await roles.grants_in(tx, unit.ancestors) if unit else [])
        if grant.account_id != actor.id
    ]
    grants.sort(key=lambda grant: _ORDER.index(grant.role))
    held: dict[int, dict[str, int]] = {}
    for grant in grants:
        held.setdefault(grant.account_id, {}).setdefault(grant.role, grant.id)
    named = await names(tx, center_id, list(held))
    return [
        Somebody(account_id, next(iter(by_role.values())), named.get(account_id, ""), tuple(by_role))
        for account_id, by_role in held.items()
    ]


async def candidates_for(tx: Tx, actor: Account, row: ServiceRequest) -> list[Somebody]:
    """Those of them from whom this request can still be kept."""
    not_any_more = {*await access.asking_side(tx, row), *await conflicts.accounts(tx, row.id)}
    return [one for one in await candidates(tx, actor, row.center_id) if one.account_id not in not_any_more]


async def chosen(tx: Tx, actor: Account, center_id: int, grant_id: int) -> Somebody:
    """The one of them whom a button stands for. Raises NotFoundError."""
    for somebody in await candidates(tx, actor, center_id):
        if somebody.grant_id == grant_id:
            return somebody
    raise NotFoundError


async def spoken_of(tx: Tx, actor: Account, center_id: int, words: str) -> list[Somebody]:
    """Those of them whom these words name."""
    if not words.strip():
        return []
    return [one for one in await candidates(tx, actor, center_id) if speaks_of(words, one.name, one.roles)]


async def keep_from(tx: Tx, row: ServiceRequest, account_ids: Collection[int]) -> None:
    """Keep a new request from these accounts, except from those whose own request it is."""
    if not account_ids:
        conflicts.accounts.learn(tx, frozenset(), row.id)
    else:
        own = await access.asking_side(tx, row)
        await conflicts.add(tx, row.id, [one for one in account_ids if one not in own])


def check_anonymous(line: str, said: Sequence[Said], *, for_other: bool) -> None:
    """Refuse a request without a name where the line wants one, or where it would be known anyway.

    Raises RefusedError.
    """
    if not CATALOGUE.line(line).anonymous:
        raise RefusedError(t("anonymous-refused"))
    if for_other:
        raise RefusedError(t("anonymous-no-proxy"))
    check_unrevealing(said)


def check_unrevealing(said: Sequence[Said]) -> None:
    """Refuse what says by itself who sent it. Raises RevealingError."""
    if any(one.content.kind == "contact" for one in said):
        raise RevealingError


async def exclude(tx: Tx, actor: Account, request_id: int, account_id: int) -> ServiceRequest:
    """The asking side says that a request is about somebody: from now on it is not there for them.

    Held by them, it goes to somebody else at its step or above. Doing it twice changes nothing. Raises
    NotFoundError unless they hold it or a role that could see it, RefusedError if it is their own.
    """
    row = await access.request(tx, actor, request_id, View.ASKER)
    somebodies = {one.account_id for one in await candidates(tx, actor, row.center_id)}
    if account_id in await access.asking_side(tx, row):
        raise RefusedError(t("conflict-own"))
    if account_id not in somebodies and account_id != row.holder_id:
        raise NotFoundError
    if await conflicts.exists(tx, row.id, account_id):
        return row
    await merging.goes_alone(tx, row, actor)
    await conflicts.add(tx, row.id, [account_id])
    await recall.about_request(tx, account_id, row.id)
    await seats.keep_from(tx, row, account_id)
    if row.holder_id == account_id:
        await _take_from_holder(tx, row, actor)
    else:
        await _take_from_offered(tx, row, account_id)
    await groups.take_back(tx, row)
    return row


async def _take_from_holder(tx: Tx, row: ServiceRequest, actor: Account) -> None:
    holder_id = row.holder_id or 0
    if row.open:
        await move(tx, row, Action.EXCLUDE, actor)
    row.holder_id = row.holder_role = None
    await routing.let_go(tx, row)
    await _blank_card(tx, row, holder_id)
    await _blank_tasks(tx, row, holder_id)
    if row.open:
        await routing.place(tx, row, row.step)
        await merging.tell_askers(tx, row, t("told-returned", where=await whereabouts.where_it_is(tx, row)))


async def _take_from_offered(tx: Tx, row: ServiceRequest, account_id: int) -> None:
    """Withdraw their offer; if nobody else has one at this step, it goes up."""
    offer = await offers.one(tx, row.id, account_id)
    if offer is None:
        return
    was_out, offer.withdrawn_at = offer.withdrawn_at is None, offer.withdrawn_at or tx.now
    await tx.session.flush()
    await _blank_card(tx, row, account_id)
    if was_out and row.open and row.holder_id is None and not await offers.of_request(tx, row.id):
        await routing.place(tx, row, row.step)


async def _blank_card(tx: Tx, row: ServiceRequest, account_id: int) -> None:
    """Their card says that it is not theirs, and nothing else any more; one that never came, nothing."""
    account = await people.account(tx, account_id)
    card = await outbox.sent_with_key(tx, account_id, cards.key(row))
    if account is not None and (card is None or card.state != "dropped"):
        gone = Outgoing(text=t("conflict-gone"))
        await change_last(tx, account, gone, key=cards.key(row), request_id=row.id)


async def _blank_tasks(tx: Tx, row: ServiceRequest, account_id: int) -> None:
    """The same for the cards of the tasks they asked hands for: those say who comes, and the code word."""
    account = await people.account(tx, account_id)
    for task in await tasks.every_of(tx, row.id):
        key = taskcards.task_key(task)
        if account is not None and await outbox.sent_with_key(tx, account_id, key) is not None:
            gone = Outgoing(text=t("conflict-gone"))
            await change_last(tx, account, gone, key=key, request_id=row.id)
