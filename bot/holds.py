"""Which notices may not go on, although rows of theirs are in memory: paused, stopped, or not sure."""

from __future__ import annotations

from collections import Counter

from storage import notices
from storage.outbox import OutboxRow
from storage.transaction import Tx


class Holds:
    """Asked before a row goes on its way.

    Whenever a notice has changed, here or in another process, nothing of any notice goes until the table has
    been asked again: a notice that was stopped is silent from the commit on.
    """

    def __init__(self) -> None:
        self._in_memory: Counter[int] = Counter()
        self._held: frozenset[int] = frozenset()
        self._is_news = False
        self.in_doubt = False
        """Whether the table has to be asked before any notice may go on."""

    def doubt(self) -> None:
        """Some notice has changed."""
        self._is_news = self.in_doubt = True

    def enter(self, row: OutboxRow) -> None:
        """A row enters memory."""
        if row.notice_id is not None:
            self._in_memory[row.notice_id] += 1

    def leave(self, row: OutboxRow) -> None:
        """A row leaves memory."""
        if row.notice_id is not None:
            self._in_memory[row.notice_id] -= 1
            if not self._in_memory[row.notice_id]:
                del self._in_memory[row.notice_id]

    def may_go(self, notice_id: int | None) -> bool:
        """Whether rows of this notice, or of none, may be looked at now."""
        return notice_id is None or not self.in_doubt

    def holds(self, row: OutboxRow) -> bool:
        """Whether the row is to leave memory unsent: when its notice goes on it is read again."""
        return row.notice_id in self._held

    async def look(self, tx: Tx) -> list[int]:
        """Ask the table; gives the notices whose rows must not be read."""
        self._is_news = False
        held = await notices.held(tx, list(self._in_memory))
        self._held, self.in_doubt = frozenset(held), self._is_news
        return held
