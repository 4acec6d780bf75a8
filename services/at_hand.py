"""What a center has that a sentence is about: to borrow or to use, or to come to."""

from __future__ import annotations

from domain import asking, borrowing
from domain.suggest import suggest
from services import activity_lists
from storage.activities import Activity
from storage.people import Account
from storage.transaction import Tx


async def to_use(tx: Tx, actor: Account, center_id: int, words: str) -> list[Activity]:
    """The things and rooms at a center that a sentence wants to borrow or to use; none for what is urgent.
    Raises NotFoundError where the actor neither belongs nor works."""
    clauses = borrowing.read(words)
    if not clauses or suggest(words).urgent:
        return []
    listed = await activity_lists.listed(tx, actor, center_id)
    return [one for one in listed if _is_used(one) and borrowing.fits(clauses, one.planned.title)]


async def to_come_to(tx: Tx, actor: Account, center_id: int, words: str) -> list[Activity]:
    """What is on at a center that a sentence asks after or names, the next first; none for what is urgent.
    Raises NotFoundError where the actor neither belongs nor works."""
    subjects = asking.read(words)
    if not subjects or suggest(words).urgent:
        return []
    listed = await activity_lists.listed(tx, actor, center_id)
    return [one for one in listed if not _is_used(one) and asking.names(subjects, one.planned.title)]


def _is_used(one: Activity) -> bool:
    return one.form == "loan" or one.planned.hours is not None
