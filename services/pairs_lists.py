"""Lists of pairs: one's own, and those of a center for whoever looks after them."""

from __future__ import annotations

from domain.messages import Text, t
from domain.pairs import State
from services import association, pairs_cards, visits
from storage import pairs
from storage import visits as stored
from storage.pairs import Pair
from storage.people import Account
from storage.transaction import Tx

PAGE = 4
MOST = 99
"""So far they are counted."""
KINDS: dict[str, tuple[State, ...]] = {
    "waiting": (State.PROPOSED, State.ACCEPTED),
    "paused": (State.PAUSED,),
    "active": (State.ACTIVE,),
}
NEEDING, OVERDUE = "needing", "overdue"


async def count(tx: Tx, actor: Account, center_id: int) -> dict[str, int]:
    """How many pairs of a center there are of each kind, for whoever looks after them."""
    await association.check(tx, actor, center_id)
    found = await pairs.count(tx, center_id)
    counts = {kind: sum(found.get(state, 0) for state in states) for kind, states in KINDS.items()}
    return counts | {
        NEEDING: len(await pairs.needing(tx, center_id, but=actor.id, limit=MOST)),
        OVERDUE: len(await pairs.overdue(tx, center_id, but=actor.id, limit=MOST)),
    }


async def listed(tx: Tx, actor: Account, center_id: int, kind: str, page: int) -> tuple[list[Pair], bool]:
    """A page of the pairs of a kind (of KINDS, NEEDING or OVERDUE), and whether there are more."""
    await association.check(tx, actor, center_id)
    turned = {"but": actor.id, "offset": page * PAGE, "limit": PAGE + 1}
    if kind == NEEDING:
        rows = await pairs.needing(tx, center_id, **turned)
    elif kind == OVERDUE:
        rows = await pairs.overdue(tx, center_id, **turned)
    else:
        rows = await pairs.at_center(tx, center_id, KINDS[kind], **turned)
    return rows[:PAGE], len(rows) > PAGE


async def next_visit(tx: Tx, row: Pair) -> Text:
    """When the next visit is due, or why none is."""
    if row.state == State.PAUSED:
        return t("pair-resting", why=pairs_cards.why(row))
    visit = await stored.due(tx, row.id)
    if visit is None:
        return t(f"pair-state-{row.state}")
    return t("visit-due-by", last=visits.last_moment(visit, await visits.zone_of(tx, row)))
