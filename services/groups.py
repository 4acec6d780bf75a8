"""Desks bound to a group: their cards go there, are taken there and change there.

Nothing confidential ever does, whatever is bound; and who asked, and what, is read in private chats only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.catalogue import CATALOGUE
from domain.messages import Outgoing, Text, t
from domain.requests import Status
from domain.units import settings_of
from services import cards
from services.access import LEADERS, roles_at
from services.errors import NotFoundError, RefusedError
from services.outbox import Lane, Room, change, change_last, tell
from storage import conflicts, groups, offers, people, requests, roles, units
from storage.groups import TITLE_LIMIT, DeskGroup, GroupCard
from storage.people import Account
from storage.requests import ServiceRequest
from storage.transaction import Tx
from storage.units import OrgUnit


@dataclass(frozen=True)
class Place:
    """A group, or a topic of a forum group."""

    chat_id: int
    thread_id: int | None
    title: str


def bindable(unit: OrgUnit) -> tuple[str, ...]:
    """The desks of a center that may have a group: those with a line that is on and not confidential."""
    lines = (*settings_of(unit).lines, CATALOGUE.talk)
    return tuple(dict.fromkeys(line.desk for line in lines if not line.confidential))


def _leads(actor: Account | None, unit_id: int) -> bool:
    return actor is not None and bool(roles_at(actor, unit_id) & LEADERS)


async def led(tx: Tx, actor: Account | None) -> OrgUnit:
    """The current center of somebody who leads it. Raises RefusedError."""
    center = actor.current_center_id if actor else None
    if center is None or not _leads(actor, center):
        raise RefusedError(t("groups-leaders-only"))
    return await units.unit_of(tx, center)


async def desks(tx: Tx, unit: OrgUnit) -> list[tuple[str, DeskGroup | None]]:
    """The desks that may have a group, each with the group it has."""
    bound = {one.role: one for one in await groups.of_unit(tx, unit.id)}
    return [(role, bound.get(role)) for role in bindable(unit)]


async def bound(tx: Tx, unit: OrgUnit) -> list[DeskGroup]:
    """The desks of a center that have a group."""
    return await groups.of_unit(tx, unit.id)


async def bound_here(tx: Tx, actor: Account | None, place: Place) -> list[DeskGroup]:
    """The desks bound to exactly this place that the actor may unbind."""
    return [
        one
        for one in await groups.in_chat(tx, place.chat_id)
        if one.thread_id == place.thread_id and _leads(actor, one.unit_id)
    ]


async def bind(tx: Tx, actor: Account, unit_id: int, role: str, place: Place) -> DeskGroup:
    """From now on the desk's cards go to this place; those that lie open elsewhere come along.

    Raises NotFoundError when the actor does not lead the center, RefusedError for a desk that has
    nothing but confidential lines, or none.
    """
    if not _leads(actor, unit_id):
        raise NotFoundError
    unit = await units.lock(tx, unit_id)  # one group for a desk, however many leaders tap at once
    if role not in bindable(unit):
        raise RefusedError(t("groups-desk-secret"))
    known = await groups.of_desk(tx, unit.id, role)
    if known is not None and (known.chat_id, known.thread_id) == (place.chat_id, place.thread_id):
        return known
    if known is not None:
        lying = await groups.open_cards_of(tx, known.id)
        await groups.remove(tx, known)
    made = DeskGroup(
        unit_id=unit.id,
        role=role,
        chat_id=place.chat_id,
        thread_id=place.thread_id,
        bot_id=tx.bot_id,
        title=_title(place.title),
        bound_by_id=actor.id,
        bound_at=tx.now,
    )
    await groups.add(tx, made)
    if known is not None:
        await _take_down(tx, lying, t("groups-gone-unbound"))
    return made


def _title(title: str) -> str:
    return title.replace("\x00", "")[:TITLE_LIMIT] or "?"


async def binding(tx: Tx, actor: Account, group_id: int) -> DeskGroup:
    """A desk's group, for somebody who may unbind it. Raises NotFoundError."""
    found = await groups.binding(tx, group_id)
    if found is None or not _leads(actor, found.unit_id):
        raise NotFoundError
    return found


async def unbind(tx: Tx, actor: Account, group_id: int) -> DeskGroup:
    """The desk's cards go to private chats again, those that wait in the group at once.

    Raises NotFoundError.
    """
    found = await binding(tx, actor, group_id)
    lying = await groups.open_cards_of(tx, found.id)
    await groups.remove(tx, found)
    await _take_down(tx, lying, t("groups-gone-unbound"))
    return found


async def removed(tx: Tx, chat_id: int) -> None:
    """The bot is not in this group any more: its bindings end, and its leaders hear of it."""
    await _lost(tx, await groups.in_chat(tx, chat_id), await groups.open_cards(tx, chat_id))


async def closed(tx: Tx, chat_id: int, thread_id: int | None) -> None:
    """Nothing can be sent to this place any more: a topic that is gone, a group that forbids it."""
    await _lost(
        tx,
        [one for one in await groups.in_chat(tx, chat_id) if one.thread_id == thread_id],
        [one for one in await groups.open_cards(tx, chat_id) if one.thread_id == thread_id],
    )


async def moved(tx: Tx, old_id: int, new_id: int) -> None:
    """The group lives on under another id (it became a supergroup), and everything with it."""
    for group in await groups.in_chat(tx, old_id):
        group.chat_id = new_id
    for card in await groups.open_cards(tx, old_id):
        card.chat_id = new_id


async def _lost(tx: Tx, bindings: Sequence[DeskGroup], lying: Sequence[GroupCard]) -> None:
    for one in bindings:
        await groups.remove(tx, one)
    await _take_down(tx, lying, None)
    for unit_id in dict.fromkeys(one.unit_id for one in bindings):
        await _tell_leaders(tx, unit_id, [one for one in bindings if one.unit_id == unit_id])


async def _tell_leaders(tx: Tx, unit_id: int, ended: Sequence[DeskGroup]) -> None:
    names = [t("groups-row", role=t(f"role-{one.role}"), title=one.title) for one in ended]
    news = Outgoing(text=t("groups-lost", items=list(names)))
    leaders = await roles.holders(tx, [unit_id], sorted(LEADERS))
    for account in await _reachable(tx, (grant.account_id for grant in leaders)):
        tell(tx, account, news)


async def _reachable(tx: Tx, ids: Iterable[int]) -> list[Account]:
    found = [await people.account(tx, account_id) for account_id in dict.fromkeys(ids)]
    return [account for account in found if account is not None and account.reachable]


async def post(tx: Tx, request: ServiceRequest) -> bool:
    """Post the request's card in the group of its desk, if it lies at the desk and may be seen there.

    What is urgent is posted wherever it lies. What is about somebody with a role never is: they may be in
    the group. Returns whether that is enough: what is urgent goes to everybody's private chat as well.
    """
    line = CATALOGUE.line(request.line)
    at_desk = request.step in ("duty", "desk") or request.urgent
    if not at_desk or line.confidential or await conflicts.accounts(tx, request.id):
        return False
    card = await groups.open_card(tx, request.id)
    if card is not None:
        return card.alone
    group = await groups.of_desk(tx, request.center_id, line.desk)
    if group is None:
        return False
    card = GroupCard(
        request_id=request.id,
        group_id=group.id,
        chat_id=group.chat_id,
        thread_id=group.thread_id,
        bot_id=group.bot_id,
        alone=not request.urgent,
        posted_at=tx.now,
    )
    await groups.add(tx, card)
    room, shown = await _room(tx, card, request), await cards.in_group(tx, request)
    lane = Lane.URGENT if request.urgent else Lane.NOTIFICATION
    tell(tx, room, shown, lane=lane, key=cards.key(request), request_id=request.id)
    return card.alone


async def _room(tx: Tx, card: GroupCard, request: ServiceRequest) -> Room:
    unit = await units.unit_of(tx, request.center_id)
    return Room(card.bot_id, card.chat_id, settings_of(unit).locale, card.thread_id)


async def update(tx: Tx, request: ServiceRequest, why: Text) -> bool:
    """Let the card that lies in a group say why it cannot be taken now.

    While somebody holds the request it may change again; else that was its last word, and a new offer is
    a new card. Returns whether there was one, and no others in private chats.
    """
    card = await groups.open_card(tx, request.id)
    if card is None:
        return False
    said = Outgoing(text=t("card-gone", card=await _name(tx, request), why=why))
    room = await _room(tx, card, request)
    change(tx, room, said, key=cards.key(request), request_id=request.id)
    if request.holder_id is None or not request.open:
        await _close(tx, card)
    return card.alone


async def _name(tx: Tx, request: ServiceRequest) -> Text:
    """What a group may read of a request that it knows: of one that was transferred not even where to,
    because the other line may be confidential, and silence about that one alone would tell."""
    if request.status == Status.TRANSFERRED or CATALOGUE.line(request.line).confidential:
        return t("groups-number", number=request.number)
    return await cards.headline(tx, request)


async def let_go(tx: Tx, request: ServiceRequest) -> None:
    """Whoever took it in the group holds it no more: its card there says how it left them."""
    why = {Status.RETURNED: t("groups-gone-returned"), Status.TRANSFERRED: t("groups-gone-transferred")}
    await update(tx, request, why.get(Status(request.status), t("groups-gone-risen")))


async def take_back(tx: Tx, request: ServiceRequest) -> None:
    """It may not be seen in a group any more: its card goes, and is offered in private chats instead."""
    card = await groups.open_card(tx, request.id)
    if card is not None:
        await _take_down(tx, [card], t("groups-gone-risen"))


async def _close(tx: Tx, card: GroupCard) -> None:
    card.closed_at = tx.now
    await tx.session.flush()


async def _take_down(tx: Tx, lying: Sequence[GroupCard], why: Text | None) -> None:
    """These cards are of no use where they lie; a `why` is what they say, if the bot is still there.

    Requests that wait to be taken are offered again where they can be: nothing gets stuck.
    """
    for card in lying:
        row = await requests.request(tx, card.request_id)
        waits = row is not None and row.open and row.holder_id is None
        if row is not None and waits and why is not None:
            await update(tx, row, why)
        else:
            await _close(tx, card)
        if row is not None and waits and not await post(tx, row) and card.alone:
            await _offer_privately(tx, row)


async def _offer_privately(tx: Tx, request: ServiceRequest) -> None:
    out = await offers.of_request(tx, request.id)
    for account in await _reachable(tx, (one.account_id for one in out)):
        card = await cards.offer(tx, request)
        tell(tx, account, card, key=cards.key(request), request_id=request.id)


async def hand_over(tx: Tx, request: ServiceRequest, taker: Account) -> None:
    """Whoever took it in the group reads it all in their private chat; the card that lies there already
    if it is urgent has no use any more."""
    if request.urgent and await offers.one(tx, request.id, taker.id) is not None:
        here = t("card-gone", card=await cards.headline(tx, request), why=t("groups-taken-by-you"))
        await change_last(tx, taker, Outgoing(text=here), key=cards.key(request), request_id=request.id)
    held = await cards.held(tx, request)
    tell(tx, taker, held, lane=Lane.ANSWER, key=cards.key(request), request_id=request.id)
