"""What a center has that somebody wants to borrow or to use, as their sentence says it."""

from __future__ import annotations

from domain import borrowing
from domain.suggest import suggest
from services import activity_lists
from storage.activities import Activity
from storage.people import Account
from storage.transaction import Tx


async def wanted(tx: Tx, actor: Account, center_id: int, words: str) -> list[Activity]:
    """The things and rooms at a center that a sentence is about; none for what is urgent. Raises
    NotFoundError where the actor neither belongs nor works."""
    clauses = borrowing.read(words)
    if not clauses or suggest(words).urgent:
        return []
    listed = await activity_lists.listed(tx, actor, center_id)
    return [
        one
        for one in listed
        if (one.form == "loan" or one.planned.hours is not None)
        and borrowing.fits(clauses, one.planned.title)
    ]
