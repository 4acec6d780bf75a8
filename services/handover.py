"""Somebody cannot go on: what they hold goes to somebody else, what they were offered passes them by."""

from __future__ import annotations

from collections.abc import Iterable

from domain.messages import Outgoing, Text, t
from domain.requests import Action
from services import access, cards, merging, routing, whereabouts
from services.moves import move
from services.outbox import change_last, tell
from storage import desk, offers, people, requests
from storage.people import Account
from storage.requests import ServiceRequest
from storage.transaction import Tx


async def all_of(tx: Tx, of: Account, actor: Account | None) -> None:
    """Whoever is away hands over everything; `actor` is None when the clock says so."""
    held = [one.id for one in await desk.of_holder(tx, of.id, limit=None)]
    offered = [one.request_id for one in await offers.of_account(tx, of.id)]
    handed = await _all(tx, of, actor, held, offered, t("card-you-are-away"))
    if handed:
        tell(tx, of, Outgoing(text=t("leave-handed", items=handed)))


async def no_longer_theirs(tx: Tx, of: Account) -> None:
    """Whoever has lost a role hands over what they held or were offered by it; what another role of theirs
    answers for stays with them."""
    held = [row.id for row in await desk.of_holder(tx, of.id, limit=None) if not await _theirs(tx, of, row)]
    offered = []
    for offer in await offers.of_account(tx, of.id):
        row = await requests.request(tx, offer.request_id)
        if row is not None and not await _theirs(tx, of, row):
            offered.append(row.id)
    handed = await _all(tx, of, None, held, offered, t("refused-not-yours"))
    if handed:
        tell(tx, of, Outgoing(text=t("role-lost-handed", items=handed)))


async def gone(tx: Tx, account_id: int) -> None:
    """Somebody has blocked the bot, or left the network: nothing can be sent to them until they come back,
    and nothing waits for them. The clock hands on what they hold at its next look. Whoever talks to another
    bot by now is there."""
    of = await people.account(tx, account_id)
    if of is None:
        return
    await people.lock(tx, of)
    if not of.reachable or of.bot_id != tx.bot_id:
        return
    of.reachable = False
    for row in await desk.of_holder(tx, of.id, limit=None):
        row.remind_at = tx.now
    await routing.hurry_on(tx, [one.request_id for one in await offers.of_account(tx, of.id)])


async def _theirs(tx: Tx, of: Account, row: ServiceRequest) -> bool:
    """Whether a role they still have lets them take it; an emergency rings whoever has any."""
    if row.urgent and access.roles_at(of, row.center_id):
        return True
    return await access.overlooks(tx, of, row)


async def _all(
    tx: Tx, of: Account, actor: Account | None, held: Iterable[int], offered: Iterable[int], why: Text
) -> list[Text]:
    rows = [await _hand_over(tx, request_id, of, actor) for request_id in held]
    for request_id in offered:
        await _pass_by(tx, request_id, of, why)
    return [t("leave-handed-row", head=await cards.headline(tx, row)) for row in rows if row is not None]


async def _hand_over(tx: Tx, request_id: int, of: Account, actor: Account | None) -> ServiceRequest | None:
    row = await requests.request(tx, request_id)
    if row is None or row.holder_id != of.id or not row.open:
        return None  # finished while it was waited for
    await move(tx, row, Action.HAND_OVER, actor)
    await routing.let_go(tx, row)
    await routing.place(tx, row, but=of)
    await merging.tell_askers(tx, row, t("told-handed-over", where=await whereabouts.where_it_is(tx, row)))
    return row


async def _pass_by(tx: Tx, request_id: int, of: Account, why: Text) -> None:
    """Somebody's offer is withdrawn; where it was the only one, the request goes to the next."""
    row, offer = await requests.request(tx, request_id), await offers.one(tx, request_id, of.id)
    if row is None or offer is None or offer.withdrawn_at is not None:
        return
    offer.withdrawn_at = tx.now
    gone = t("card-gone", card=await cards.headline(tx, row), why=why)
    await change_last(tx, of, Outgoing(text=gone), key=cards.key(row), request_id=row.id)
    if not row.open or row.holder_id is not None or await offers.of_request(tx, request_id):
        return
    was = row.step
    await routing.place(tx, row, was, but=of)
    if row.step != was:
        await merging.tell_askers(
            tx, row, t("told-handed-over", where=await whereabouts.where_it_is(tx, row))
        )
