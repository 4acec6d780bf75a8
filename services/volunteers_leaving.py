"""Leaving the association: nobody waits for whoever has left, and they read nobody's name any more."""

from __future__ import annotations

from domain.messages import Outgoing, t
from domain.taps import Go
from domain.volunteers import MEMBERS, Standing, Step, after
from services import association, cards, pairs_handover, seats
from services.outbox import tell
from services.people import names
from storage import people, units, volunteers
from storage.transaction import Tx
from storage.volunteers import Volunteer


async def let_go(tx: Tx, row: Volunteer) -> None:
    """Somebody has left, or must not help for now: the tasks they had promised are asked for again, and
    their households go on with the second helpers."""
    await seats.give_up_all(tx, row.account_id, row.center_id)
    await pairs_handover.helper_gone(tx, row.account_id, row.center_id)


async def role_lost(tx: Tx, account_id: int, center_id: int) -> None:
    """The role of a volunteer was taken back. Whoever was in the association has left it by that, as if they
    had said so themselves, and is told; for anybody else nothing changes."""
    known = await volunteers.of_account(tx, account_id, center_id)
    row = await volunteers.volunteer(tx, known.id) if known is not None else None
    if row is None or row.state not in MEMBERS:
        return
    row.state, row.since = after(Step.LEAVE, Standing(row.state)), tx.now
    await let_go(tx, row)
    await tell_officers(tx, row)
    account = await people.account(tx, account_id)
    if account is not None:
        news = t("volunteer-told-role-lost", center=(await units.unit_of(tx, center_id)).name)
        buttons = [
            cards.button("button-volunteer", Go("volunteer")),
            cards.button("button-person", Go("person")),
        ]
        tell(tx, account, Outgoing(text=news, buttons=[buttons]))


async def tell_officers(tx: Tx, row: Volunteer) -> None:
    """Those who look after the association hear who has left it."""
    named = await names(tx, row.center_id, [row.account_id])
    news = t("volunteer-has-left", name=named.get(row.account_id, "?"))
    for officer in await association.officers(tx, row.center_id, but=row.account_id):
        buttons = [[cards.button("button-volunteers", Go("volunteers"))]]
        tell(tx, officer, Outgoing(text=news, buttons=buttons))
