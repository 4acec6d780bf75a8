"""Who hears what of a loan: its keeper who wants it, has it and brings it back, the borrower the rest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from domain.messages import Button, Outgoing, Text, t
from domain.night import awake
from domain.taps import Go
from services import (
    activity_access,
    activity_cards,
    lending_cards,
    signup_cards,
    signup_people,
)
from services.cards import button
from services.outbox import change_last, tell
from storage.activities import Activity
from storage.loans import Loan
from storage.signups import Signup
from storage.transaction import Tx


def key(row: Signup) -> str:
    """The key of the keeper's card of a loan."""
    return f"loan:{row.id}"


async def _quiet(tx: Tx, activity: Activity) -> datetime | None:
    """Until when nobody is woken for it; None by day."""
    at = awake(tx.now, await activity_cards.zone_of(tx, activity))
    return at if at > tx.now else None


async def reserved(tx: Tx, activity: Activity, row: Signup, loan: Loan) -> None:
    """The keeper hears that somebody will fetch one, and can hand it out with one tap."""
    card = await lending_cards.keeper(tx, activity, row, loan)
    for one in await activity_access.keepers(tx, activity):
        tell(tx, one, card, key=key(row), not_before=await _quiet(tx, activity))


async def changed(tx: Tx, activity: Activity, row: Signup, loan: Loan, *, seen_by: int | None = None) -> None:
    """The keeper's card shows how it is now; `seen_by` sees that already."""
    card = await lending_cards.keeper(tx, activity, row, loan)
    for one in await activity_access.keepers(tx, activity):
        if one.id != seen_by:
            await change_last(tx, one, card, key=key(row))


async def to_keepers(tx: Tx, activity: Activity, row: Signup, loan: Loan, text: Text) -> None:
    """Say something about a loan to its keeper, with what they can do."""
    buttons = (await lending_cards.keeper(tx, activity, row, loan)).buttons
    for one in await activity_access.keepers(tx, activity):
        tell(tx, one, Outgoing(text=text, buttons=buttons), not_before=await _quiet(tx, activity))


async def none_left(tx: Tx, activity: Activity, row: Signup) -> None:
    """Whoever waits hears that it cannot be lent any more; its keeper, of whoever cannot be written to."""
    title, quiet = activity.planned.title, await _quiet(tx, activity)
    for one in await signup_people.hear(tx, row):
        text = t("loan-none-left-told", who=signup_cards.whose(one, row), title=title)
        tell(tx, one, Outgoing(text=text, buttons=activity_cards.look(activity)), not_before=quiet)


async def to_borrower(
    tx: Tx,
    activity: Activity,
    row: Signup,
    words: Callable[[Text], Text],
    rows: list[list[Button]],
    *,
    never: int | None = None,
) -> bool:
    """Say something to whoever borrows and to whoever signed them up, except `never`; `words` makes it of
    whose loan it is to the reader. Returns whether there is anybody who can be reached."""
    told = [one for one in await signup_people.told(tx, row) if one.reachable]
    buttons = [*rows, [button("button-person", Go("person"))]]
    quiet = await _quiet(tx, activity)
    for one in told:
        if one.id != never:
            text = words(signup_cards.whose(one, row))
            tell(tx, one, Outgoing(text=text, buttons=buttons), not_before=quiet)
    return bool(told)
