"""What a pair wants to reach, and what each month has brought."""

from __future__ import annotations

from domain.messages import Text, t, verbatim
from domain.pairs import LINE_LIMIT, Side, goals_of
from domain.visits import month
from services import pairs_access, visits
from services.errors import RefusedError
from storage import pairs
from storage.pairs import Pair, PairProgress
from storage.people import Account
from storage.transaction import Tx


async def set_goals(tx: Tx, actor: Account, pair_id: int, words: str) -> Pair:
    """The goals of a pair, one a line; they take the place of those before."""
    row, _ = await pairs_access.pair(tx, actor, pair_id, Side.OFFICER)
    goals = goals_of(words)
    if not goals:
        raise RefusedError(t("pair-goals-none"))
    row.goals = list(goals)
    return row


async def say(tx: Tx, actor: Account, pair_id: int, words: str | None) -> Pair:
    """What this month has brought, in a sentence; None is nothing new. Said again it takes the place of what
    was said before."""
    row, _ = await pairs_access.pair(tx, actor, pair_id, Side.HELPER)
    this = month(await visits.today(tx, row))
    kept = words.strip()[:LINE_LIMIT] if words and words.strip() else None
    known = await pairs.progress_of(tx, row.id, this)
    if known is None:
        pairs.add_progress(
            tx, PairProgress(pair_id=row.id, month=this, words=kept, by_id=actor.id, at=tx.now)
        )
    else:
        known.words, known.by_id, known.at = kept, actor.id, tx.now
    row.progress_month = this
    await tx.session.flush()
    return row


async def lines(tx: Tx, row: Pair) -> list[Text]:
    """The goals and what the last months have brought; nothing where there are no goals."""
    if not row.goals:
        return []
    said = [
        t("progress-row", month=one.month, words=verbatim(one.words) if one.words else t("progress-nothing"))
        for one in await pairs.progress(tx, row.id)
    ]
    return [t("pair-goals", goals=[t("pair-goal-row", goal=goal) for goal in row.goals]), *said]
