"""What the database says: what is stuck, what is lost, what is due next, and how often anything was done."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from sqlalchemy import func, select, true

from domain.escalation import STEPS
from domain.requests import OPEN
from services import access
from storage.matching import MatchPlan
from storage.offers import Offer
from storage.outbox import Outbox
from storage.pairs import Pair
from storage.people import Account
from storage.requests import RequestMove, ServiceRequest
from storage.tasks import HelpSeat, HelpTask
from storage.thread import RequestEntry
from storage.transaction import Tx
from storage.units import OrgUnit
from storage.visits import Visit
from tests.county.books import Books, Entry
from tests.county.folk import Folk

OVER = ("done", "closed", "declined", "cancelled")


_FIRST_DUE = select(
    *(
        select(column).where(states, column.is_not(None)).order_by(column).limit(1).scalar_subquery()
        for column, states in (
            (ServiceRequest.rise_at, ServiceRequest.status.in_(OPEN)),
            (ServiceRequest.remind_at, ServiceRequest.status.in_(OPEN)),
            (ServiceRequest.closes_at, ServiceRequest.status == "done"),
            (HelpTask.look_at, true()),
            (HelpSeat.look_at, true()),
            (Pair.wake_at, true()),
            (Visit.remind_at, true()),
            (Visit.miss_at, true()),
            (MatchPlan.look_at, true()),
        )
    )
)


async def next_due(tx: Tx) -> datetime | None:
    """The next moment at which the clock has something to do to anything that anybody waits for."""
    found = (await tx.session.execute(_FIRST_DUE)).one()
    return min((moment for moment in found if moment is not None), default=None)


async def stuck(tx: Tx, folk: Folk) -> list[str]:
    """Open requests that the clock has forgotten, or that nobody has although somebody could: right after
    the clock did what was due."""
    rows = list(await tx.session.scalars(select(ServiceRequest).where(ServiceRequest.status.in_(OPEN))))
    query = select(Offer.request_id).join(Account, Account.id == Offer.account_id)
    asked = set(await tx.session.scalars(query.where(Offer.withdrawn_at.is_(None), Account.reachable)))
    codes = {unit.id: unit.code for unit in await tx.session.scalars(select(OrgUnit))}
    found = []
    for row in rows:
        who = f"request {row.id} ({row.line}, {row.status}, at {row.step})"
        if row.due_at is None or row.rise_at is None:
            found.append(f"{who} is due at no time")
        elif row.rise_at <= tx.now:
            found.append(f"{who} should have been looked at by the clock at {row.rise_at}")
        if row.holder_id is not None and not folk.has_role(row.holder_id, codes[row.center_id]):
            found.append(f"{who} is held by {row.holder_id}, who has no role there any more")
        if row.holder_id is None and row.id not in asked:
            apart = set(await access.asking_side(tx, row))
            able = next(folk.able(codes[row.center_id], row.line, apart, tx.now), None)
            if able is not None:
                found.append(f"{who} is nobody's, and {able.id} could have it")
    return found


async def lost(tx: Tx, books: Books, which: Iterable[int]) -> list[str]:
    """Of these requests everything that is in the books and not in the database."""
    found: list[str] = []
    entries = [books.entries[request_id] for request_id in sorted(which)]
    for at in range(0, len(entries), 500):
        part = entries[at : at + 500]
        rows = {(row.center_id, row.number): row for row in await _rows(tx, part)}
        kept: dict[int, str] = {}
        ids = [entry.id for entry in part]
        for one in await tx.session.scalars(select(RequestEntry).where(RequestEntry.request_id.in_(ids))):
            words = json.dumps([one.author_id, one.content], ensure_ascii=False)
            kept[one.request_id] = kept.get(one.request_id, "") + words
        for entry in part:
            found += _lost(entry, rows.get((entry.center, entry.number)), kept.get(entry.id, ""))
    return found


async def _rows(tx: Tx, entries: Sequence[Entry]) -> Sequence[ServiceRequest]:
    numbers = [entry.number for entry in entries]
    query = select(ServiceRequest).where(ServiceRequest.number.in_(numbers))
    return list(await tx.session.scalars(query))


def _lost(entry: Entry, row: ServiceRequest | None, words: str) -> Iterator[str]:
    who = f"request {entry.id} (number {entry.number} at {entry.center})"
    if row is None or row.id != entry.id or row.asker_id != entry.asker:
        yield f"{who} of {entry.asker} is not there under its number"
        return
    closed_by_clock = (entry.ended, row.status) == ("done", "closed")
    if row.status != entry.ended and (row.status in OVER or entry.ended) and not closed_by_clock:
        yield f"{who} is {row.status}, and for those concerned {entry.ended or 'open'}"
    for word in entry.words:
        if word.mark not in words:
            yield f"{who} has lost {word.mark}, which {word.author} said"


async def statuses(tx: Tx) -> Counter[str]:
    """How many requests are in each state."""
    query = select(ServiceRequest.status, func.count()).group_by(ServiceRequest.status)
    return Counter({row[0]: row[1] for row in await tx.session.execute(query)})


async def rises(tx: Tx) -> dict[str, int]:
    """How many rises there were to each step, from below upwards."""
    counts = await moves(tx, "rise")
    return {step: counts[step] for step in STEPS if counts[step]}


async def moves(tx: Tx, action: str) -> Counter[str]:
    """How often something was done, by the step at which the request lay afterwards."""
    query = select(RequestMove.step, func.count()).where(RequestMove.action == action)
    return Counter(
        {str(row[0]): row[1] for row in await tx.session.execute(query.group_by(RequestMove.step))}
    )


async def unsent(tx: Tx) -> int:
    """How many messages have been written and neither sent nor given up."""
    query = select(func.count()).select_from(Outbox).where(Outbox.state == "waiting")
    return await tx.session.scalar(query) or 0
