"""Doing something to a pair: by the table of moves, with its history."""

from __future__ import annotations

from domain.messages import t
from domain.pairs import (
    ANSWER_WITHIN,
    LINE_LIMIT,
    MOVES,
    OPEN,
    Action,
    IllegalMoveError,
    PauseReason,
    Side,
    State,
    target,
)
from services.errors import RefusedError
from storage import pairs
from storage.pairs import Pair, PairMove
from storage.people import Account
from storage.transaction import Tx


def move(
    tx: Tx, row: Pair, action: Action, actor: Account | None, side: Side, reason: str | None = None
) -> None:
    """Make a move; nobody is the clock. Raises RefusedError when it is not allowed now or says no reason."""
    reason = reason.strip()[:LINE_LIMIT] if reason else None
    try:
        to = target(action, State(row.state), side)
    except IllegalMoveError as error:
        raise RefusedError(t("pair-refused-state", state=t(f"pair-state-{row.state}"))) from error
    if MOVES[action].needs_reason and not reason:
        raise RefusedError(t("pair-needs-reason"))
    before, row.state = row.state, to
    if to != before:
        row.since, row.wake_at, row.reason = tx.now, None, reason
    if to not in OPEN:
        row.over_at, row.next_id, row.asked_second_id = tx.now, None, None
        row.seeking_at = row.wants_other_at = None
    record(tx, row, action, before, actor, reason)


def expect(tx: Tx, row: Pair) -> None:
    """Somebody has to act on a pair that has begun: if nobody does, those who look after it hear of it again.
    One that rests until a day is not disturbed."""
    if row.state == State.ACTIVE or row.reason == PauseReason.GONE:
        row.wake_at = row.wake_at or tx.now + ANSWER_WITHIN


def record(
    tx: Tx, row: Pair, action: str, before: str | None, actor: Account | None, reason: str | None = None
) -> None:
    """Write down what was done."""
    made = PairMove(
        pair_id=row.id,
        action=action,
        from_state=before,
        to_state=row.state,
        helper_id=row.helper_id,
        actor_id=actor.id if actor else None,
        reason=reason,
        at=tx.now,
    )
    pairs.record(tx, made)
