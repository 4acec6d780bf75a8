"""Finding the message that a change is about."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.queues import Queues
from storage import outbox
from storage.outbox import OutboxRow
from storage.transaction import Database

REMEMBERED = 5000
UNSENT = ("waiting", "dropped")
"""What has not gone out; what was called back may be on its way already."""


@dataclass(frozen=True)
class Original:
    """The last message of a chat under a key.

    state       of its outbox row
    also_id     its second message, if it took two
    changed_by  the newest change that was made to it
    """

    row_id: int
    state: str
    message_id: int | None = None
    also_id: int | None = None
    changed_by: int = 0


def why_needless(change: OutboxRow, original: Original | None) -> str:
    """Why a change need not be made any more, or ""."""
    if original is not None and original.changed_by > change.id:
        return "a newer change was made"
    if original is not None and original.message_id is not None:
        return ""
    is_called_back = original is not None and original.state == "dropped"
    return "what it changes never went out" if is_called_back or change.method == "delete" else ""


class Originals:
    """Looks up originals in the table; what was sent or edited lately is remembered.

    `is_known` tells whether a row is in memory, on its way. A chat's changes come here one at a time.
    """

    def __init__(self, database: Database, bot_id: int, is_known: Callable[[int], bool]) -> None:
        self._database = database
        self._bot_id = bot_id
        self._is_known = is_known
        self._recent: OrderedDict[tuple[int, str], Original] = OrderedDict()
        self._looking: set[tuple[int, str]] = set()

    async def of(self, edit: OutboxRow) -> Original | None:
        """The message that this row changes, as far as it got; None if there never was one."""
        if edit.message_id is not None:
            return Original(0, "sent", edit.message_id)
        if edit.key is None:
            return None
        place = (edit.chat_id, edit.key)
        recent = self._recent.get(place)
        if recent is not None and recent.row_id < edit.id:
            return recent
        self._looking.add(place)
        found = await self._look_up(edit, edit.key)
        if place in self._looking and recent is None and found is not None and found.state == "sent":
            self._remember(place, found)
        self._looking.discard(place)
        return found

    def may_come(self, original: Original) -> bool:
        """Whether it is to go out, or is just going out although it was called back."""
        is_known = original.state in UNSENT and self._is_known(original.row_id)
        return original.state == "waiting" or is_known

    async def _look_up(self, edit: OutboxRow, key: str) -> Original | None:
        """Ask the table; again if an original that has not gone out is not in memory: it may just have been
        marked."""
        found = await self._read(edit, key)
        if found is None or found.state not in UNSENT or self._is_known(found.row_id):
            return found
        return await self._read(edit, key)

    async def _read(self, edit: OutboxRow, key: str) -> Original | None:
        async with self._database.begin(bot_id=self._bot_id) as tx:
            row = await outbox.sent_with_key(tx, edit.chat_id, key, bot_id=self._bot_id, before_id=edit.id)
            if row is None:
                return None
            newest = await outbox.last_change(tx, edit.chat_id, key)
        return Original(row.id, row.state, row.message_id, row.also_id, newest)

    def expect(self, row: OutboxRow) -> None:
        """A row was committed: what it says under its key replaces what is remembered."""
        if row.method == "send" and row.key is not None:
            self._recent.pop((row.chat_id, row.key), None)
            self._looking.discard((row.chat_id, row.key))

    def renew(self, edit: OutboxRow) -> None:
        """The edit becomes a message of its own, and the original of later edits."""
        edit.method, edit.message_id = "send", None
        if edit.key is not None:
            self._remember((edit.chat_id, edit.key), Original(edit.id, "waiting"))

    def note_change(self, edit: OutboxRow) -> None:
        """A change was made."""
        place = (edit.chat_id, edit.key or "")
        if (recent := self._recent.get(place)) is not None:
            self._recent[place] = replace(recent, changed_by=max(recent.changed_by, edit.id))

    def note_marked(self, row: OutboxRow) -> None:
        """A row's outcome is in the table."""
        if row.method != "send" or row.key is None:
            return
        place = (row.chat_id, row.key)
        recent = self._recent.get(place)
        if recent is None or recent.row_id <= row.id:
            self._remember(place, Original(row.id, row.state, row.message_id, row.also_id))

    def _remember(self, place: tuple[int, str], original: Original) -> None:
        self._recent[place] = original
        if len(self._recent) > REMEMBERED:
            self._recent.popitem(last=False)


class Parked:
    """Changes that wait until their original is settled; then they get in line again."""

    def __init__(self, queues: Queues) -> None:
        self._queues = queues
        self._edits: dict[int, list[OutboxRow]] = {}

    def park(self, edit: OutboxRow, original: Original) -> None:
        """Let an edit wait."""
        self._edits.setdefault(original.row_id, []).append(edit)

    def release(self, original_id: int, now: float) -> None:
        """The original is settled."""
        for edit in self._edits.pop(original_id, []):
            self._queues.add(edit, now)

    def look_again(self, is_known: Callable[[int], bool], now: float) -> None:
        """Edits whose original is not in memory look again how far it got."""
        for original_id in [one for one in self._edits if not is_known(one)]:
            self.release(original_id, now)
