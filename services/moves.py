"""Changing a request as the table of moves allows, with its history; and what is written down beside."""

from __future__ import annotations

from domain.catalogue import CATALOGUE
from domain.messages import Said, t
from domain.requests import MOVES, REASON_LIMIT, Action, IllegalMoveError, Side, Status, target
from services import access, calling, tasks
from services.access import View
from services.errors import RefusedError
from storage.people import Account
from storage.requests import Opening, RequestMove, ServiceRequest
from storage.thread import RequestEntry
from storage.transaction import Tx


async def move(
    tx: Tx,
    row: ServiceRequest,
    action: Action,
    actor: Account | None,
    reason: str | None = None,
    *,
    line: str | None = None,
    vouched: bool = False,
) -> None:
    """Change the state (and with `line` the line) as the table of moves allows, and write the history row.

    `vouched`: the service knows that the actor may, whatever side they are on. Raises RefusedError when
    the actor is on the wrong side, the state does not allow it, a reason is missing, or it is merged into
    another.
    """
    rule = MOVES[action]
    by_clock = actor is None and rule.by_clock
    if not (vouched or by_clock) and not await _on_side(tx, row, rule.side, actor):
        raise RefusedError(t("refused-not-yours"))
    if rule.needs_reason and not (reason or "").strip():
        raise RefusedError(t("refused-reason-missing"))
    if row.merged_into_id is not None and row.open and rule.side is not Side.ASKER:
        raise RefusedError(t("refused-merged"))  # it follows its main one
    was = Status(row.status)
    try:
        row.status = target(action, was)
    except IllegalMoveError as error:
        raise RefusedError(t("refused-state", status=t(f"status-{was}"))) from error
    row.state_since = tx.now
    row.rise_at = row.rise_at or (tx.now if row.open else None)  # an open request always has a clock
    was_line, row.line = row.line, line or row.line
    record(tx, row, actor, action, was=(was, was_line), reason=(reason or "").strip()[:REASON_LIMIT] or None)
    if not row.open:
        await calling.drop(tx, row)
    if not row.open or row.line != was_line:  # another line may not be open to volunteers, or secret
        await tasks.call_off(tx, row)


async def _on_side(tx: Tx, row: ServiceRequest, side: Side, actor: Account | None) -> bool:
    if side is Side.CLOCK or actor is None:
        return side is Side.CLOCK and actor is None
    if side is Side.HOLDER:
        return row.holder_id == actor.id
    return await access.view(tx, actor, row) is (View.ASKER if side is Side.ASKER else View.CARD)


def record(
    tx: Tx,
    row: ServiceRequest,
    actor: Account | None,
    action: str,
    *,
    was: tuple[str, str] | None = None,
    reason: str | None = None,
) -> None:
    """Write a history row; `was` is the status and line before, None for the beginning."""
    tx.mind.append(
        RequestMove(
            request_id=row.id,
            at=tx.now,
            actor_id=actor.id if actor else None,
            action=action,
            from_status=was[0] if was else None,
            to_status=row.status,
            from_line=was[1] if was else None,
            to_line=row.line,
            step=row.step,
            reason=reason,
        )
    )


def add_entry(tx: Tx, row: ServiceRequest, author: Account, side: str, said: Said) -> None:
    """Add a message to the request's thread."""
    tx.mind.append(
        RequestEntry(
            request_id=row.id,
            at=tx.now,
            author_id=author.id,
            side=side,
            content=said.content.pack(),
            chat_id=author.id,
            message_id=said.message_id,
            bot_id=tx.bot_id,
        )
    )


def log_opening(tx: Tx, row: ServiceRequest, actor: Account) -> None:
    """Write down that somebody opened a confidential request."""
    if CATALOGUE.line(row.line).confidential:
        tx.mind.append(Opening(request_id=row.id, account_id=actor.id, at=tx.now))
