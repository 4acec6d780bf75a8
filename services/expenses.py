"""Expenses: a volunteer asks for money they laid out, and the association's officer says yes or no."""

from __future__ import annotations

from domain.helptaps import ExpenseDo
from domain.messages import Content, Outgoing, t
from domain.money import MOST, yuan
from domain.requests import REASON_LIMIT
from domain.taps import Go
from domain.tasks import Seat
from services import association, cards, seats, taskcards
from services.errors import NotFoundError, RefusedError
from services.outbox import change_last, tell
from services.people import names
from storage import expenses, people, tasks
from storage.expenses import Expense
from storage.people import Account
from storage.transaction import Tx

MOST_A_SEAT = 5
"""Expenses of one task that one helper can ask for."""


def key(row: Expense) -> str:
    """The key under which the officers' cards of an expense are kept true."""
    return f"expense:{row.id}"


async def check(tx: Tx, actor: Account, seat_id: int) -> None:
    """Raises NotFoundError unless the actor has seen this seat through, RefusedError after too many."""
    seat, _ = await seats.one(tx, actor, seat_id)
    if seat.state != Seat.DONE:
        raise NotFoundError
    if len(await expenses.of_seat(tx, seat_id)) >= MOST_A_SEAT:
        raise RefusedError(t("expense-too-many", n=MOST_A_SEAT))


def check_amount(fen: int | None) -> int:
    """An amount that can be asked for. Raises RefusedError."""
    if fen is None or fen <= 0:
        raise RefusedError(t("expense-amount-unclear"))
    if fen > MOST:
        raise RefusedError(t("expense-too-much", yuan=yuan(MOST)))
    return fen


async def ask(tx: Tx, actor: Account, seat_id: int, fen: int, what: str, receipt: Content | None) -> Expense:
    """Ask for what was laid out. Raises as `check` and `check_amount` do."""
    await check(tx, actor, seat_id)
    seat, task = await seats.one(tx, actor, seat_id)
    row = Expense(
        center_id=task.center_id,
        seat_id=seat.id,
        account_id=actor.id,
        fen=check_amount(fen),
        what=what.strip()[:REASON_LIMIT] or "?",
        receipt=receipt.pack() if receipt else None,
        state="asked",
        asked_at=tx.now,
    )
    await expenses.add(tx, row)
    for officer in await association.officers(tx, task.center_id, but=actor.id):
        tell(tx, officer, await card(tx, row), key=key(row))
        if receipt is not None:
            tell(tx, officer, Outgoing(text=t("expense-receipt", yuan=yuan(row.fen)), content=receipt))
    return row


async def card(tx: Tx, row: Expense) -> Outgoing:
    """What the officer sees of an expense, with what they can do."""
    found = await tasks.seat(tx, row.seat_id)
    if found is None:
        raise LookupError(row.seat_id)
    named = await names(tx, row.center_id, [row.account_id])
    lines = [t(f"expense-{row.state}", reason=row.reason or "")] if row.state != "asked" else []
    if row.receipt is None:
        lines.append(t("expense-no-receipt"))
    text = t(
        "expense-card",
        name=named.get(row.account_id, "?"),
        yuan=yuan(row.fen),
        what=row.what,
        lines=t("lines", items=[await taskcards.facts(tx, found[1]), *lines]),
    )
    decide = [
        [cards.button("button-expense-approve", ExpenseDo("approve", row.id))],
        [cards.button("button-expense-decline", ExpenseDo("decline", row.id))],
    ]
    aside = [cards.button("button-volunteers", Go("volunteers")), cards.button("button-person", Go("person"))]
    return Outgoing(text=text, buttons=[*(decide if row.state == "asked" else []), aside])


async def one(tx: Tx, actor: Account, expense_id: int) -> Expense:
    """An expense, locked, for whoever may decide about it. Nobody decides about their own.

    Raises NotFoundError.
    """
    row = await expenses.expense(tx, expense_id)
    if row is None or row.account_id == actor.id:
        raise NotFoundError
    await association.check(tx, actor, row.center_id, but=row.account_id)
    return row


async def to_decide(tx: Tx, actor: Account, expense_id: int) -> Expense:
    """The same, if nobody has decided yet. Raises RefusedError too."""
    row = await one(tx, actor, expense_id)
    if row.state != "asked":
        raise RefusedError(t("already-answered"))
    return row


async def decide(tx: Tx, actor: Account, expense_id: int, *, approved: bool, reason: str = "") -> Expense:
    """Yes, or no with a reason; the volunteer hears it, and the other officers' cards say so.

    Raises as `to_decide` does, and RefusedError without a reason.
    """
    row = await to_decide(tx, actor, expense_id)
    reason = reason.strip()[:REASON_LIMIT]
    if not approved and not reason:
        raise RefusedError(t("refused-reason-missing"))
    row.state = "approved" if approved else "declined"
    row.decided_at, row.decided_by_id, row.reason = tx.now, actor.id, reason or None
    account = await people.account(tx, row.account_id)
    if account is not None:
        said = t("expense-told-approved", yuan=yuan(row.fen), what=row.what)
        if not approved:
            said = t("expense-told-declined", yuan=yuan(row.fen), what=row.what, reason=reason)
        tell(tx, account, Outgoing(text=said))
    for officer in await association.officers(tx, row.center_id, but=row.account_id):
        if officer.id != actor.id:
            await change_last(tx, officer, await card(tx, row), key=key(row))
    return row
