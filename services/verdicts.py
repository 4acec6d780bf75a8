"""How it was: one tap of whoever was there, words if they like, and what their organiser reads of it.

Nobody reads who said what; and nobody reads anything before so many have said something that they cannot know
it either.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from domain.attendance import LONGEST_REMARK, VERDICTS, WORDS_LAST, can_be_read
from domain.messages import t
from services import activity_access, signup_people
from services.access import LEADERS, roles_at
from services.errors import NotFoundError, RefusedError
from storage import activities, attendance, signups
from storage.activities import Activity
from storage.people import Account
from storage.signups import Signup
from storage.transaction import Tx


@dataclass(frozen=True)
class Said:
    """What was said of an activity.

    counts   how often each verdict was given; None if too few have said anything
    remarks  words, in an order that says nothing; None if too few have written any
    """

    activity: Activity
    total: int
    counts: Counter[str] | None
    remarks: list[str] | None


async def say(tx: Tx, actor: Account, signup_id: int, word: str) -> Signup:
    """Somebody who was there says how it was. Raises NotFoundError for anybody else, RefusedError for whoever
    has said it."""
    row = await _asked(tx, actor, signup_id)
    if word not in VERDICTS:
        raise NotFoundError
    if row.verdict is not None:
        raise RefusedError(t("verdict-known"))
    row.verdict, row.ask_at = word, None
    return row


async def check_remark(tx: Tx, actor: Account, signup_id: int) -> Signup:
    """A place for which words can be added: once, after the tap, and as long as words are kept. Raises
    NotFoundError, RefusedError when they have been or are not any more."""
    row = await _asked(tx, actor, signup_id)
    if row.verdict is None:
        raise NotFoundError
    activity = await activities.one(tx, row.activity_id)
    over = activity.ends_at if activity is not None else None
    if row.remark is not None or (over is not None and over <= tx.now - WORDS_LAST):
        raise RefusedError(t("verdict-known"))
    return row


async def remark(tx: Tx, actor: Account, signup_id: int, words: str) -> None:
    """Add words to how it was. Raises as `check_remark`."""
    row = await check_remark(tx, actor, signup_id)
    row.remark = words.strip()[:LONGEST_REMARK]


async def _asked(tx: Tx, actor: Account, signup_id: int) -> Signup:
    """A place of the actor's own, locked, of somebody who was there."""
    row = await signups.peek(tx, signup_id)
    if row is not None:
        await activities.locked(tx, row.activity_id)
        row = await signups.signup(tx, signup_id)
    known_to = await signup_people.knowing(tx, row) if row is not None else None
    if row is None or known_to is None or known_to.id != actor.id:
        raise NotFoundError
    if not await attendance.sessions_of(tx, [row.id]):
        raise NotFoundError
    return row


async def said(tx: Tx, actor: Account, activity_id: int) -> Said:
    """What was said of an activity, for whoever made it and for whoever leads the center. Raises
    NotFoundError."""
    activity = await activity_access.listed_by(tx, actor, activity_id)
    if not may_read(actor, activity):
        raise NotFoundError
    counts = await attendance.verdicts(tx, activity.id)
    remarks = await attendance.remarks(tx, activity.id)
    return Said(
        activity,
        counts.total(),
        counts if can_be_read(counts.total()) else None,
        sorted(remarks) if can_be_read(len(remarks)) else None,
    )


def may_read(actor: Account, activity: Activity) -> bool:
    """Whether somebody reads what was said: whoever made it, and whoever leads the center."""
    leads = bool(roles_at(actor, activity.center_id) & LEADERS)
    return leads or (actor.id == activity.author_id and activity_access.keeps_list(actor, activity))
