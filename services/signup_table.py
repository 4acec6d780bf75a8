"""The list of an activity as a spreadsheet: a row for each person, a tick for each session they were at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from domain.messages import Moment, Table, Text, t
from services import signup_lists
from services.signup_lists import Entry, Listing
from storage import activities, attendance
from storage import signup_lists as stored
from storage.activities import ActivitySession
from storage.people import Account
from storage.transaction import Tx

TICK = "✓"
LOOKED_BACK = timedelta(days=90)
COLUMNS = ("number", "name", "village", "standing", "by", "at", "phone")


@dataclass(frozen=True)
class Ticks:
    """The sessions of an activity, and at which of them each place was used."""

    sessions: list[ActivitySession]
    used: dict[int, set[int]]


async def make(tx: Tx, actor: Account, activity_id: int) -> Table:
    """Everybody on a list, and below them who was there and gave their seat up later; of a room whoever had
    it in the last ninety days, or will have it.

    Raises NotFoundError for whoever does not keep it.
    """
    found = await signup_lists.listing(tx, actor, activity_id, since=tx.now - LOOKED_BACK)
    gone = [] if found.activity.planned.hours else await stored.gone(tx, activity_id)
    entries = await signup_lists.entries(tx, found, [*found.rows, *gone])
    ticks = await _ticks(tx, found, entries)
    header = [*(t(f"signup-column-{one}") for one in COLUMNS), *_times(found, ticks)]
    rows = tuple((*_about(one), *_came(found, ticks, one)) for one in entries)
    return Table(name=t("signup-table-name", number=found.activity.number), header=tuple(header), rows=rows)


async def _ticks(tx: Tx, found: Listing, entries: list[Entry]) -> Ticks:
    used: dict[int, set[int]] = {one.signup.id: set() for one in entries}
    for one in await attendance.sessions_of(tx, list(used)):
        used[one.signup_id].add(one.session_id)
    return Ticks(await activities.sessions_of(tx, [one.id for one in found.slots]), used)


def _about(entry: Entry) -> tuple[Text | int | str, ...]:
    row = entry.signup
    at = t("signup-table-at", at=entry.at)
    return (row.place, row.name, entry.village, entry.standing, entry.by, at, row.phone or "")


def _times(found: Listing, ticks: Ticks) -> list[Text]:
    """A column for each session of a course; where everybody chose a time, that, and whether they came."""
    if len(found.slots) > 1:
        return [t("signup-column-time"), t("signup-column-came")]
    return [_at(found, one) for one in ticks.sessions]


def _came(found: Listing, ticks: Ticks, entry: Entry) -> list[Text | int | str]:
    used = ticks.used[entry.signup.id]
    if len(found.slots) == 1:
        return [TICK if one.id in used else "" for one in ticks.sessions]
    own = [one for one in ticks.sessions if one.slot_id == entry.signup.slot_id]
    return [_at(found, own[0]), TICK if used else ""]


def _at(found: Listing, session: ActivitySession) -> Text:
    return t("signup-table-at", at=Moment(at=session.starts_at, zone=found.zone, style="short"))
