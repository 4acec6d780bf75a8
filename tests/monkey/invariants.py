"""What must be true of the database when all is quiet, whatever people did."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import Any

from sqlalchemy import select

from domain.catalogue import CATALOGUE
from domain.escalation import STEPS
from domain.requests import MOVES, OPEN, Action, Status
from domain.tasks import TAKEN_SEATS
from storage import tasks, updates
from storage.offers import Offer
from storage.outbox import Outbox
from storage.pairs import Pair
from storage.people import Membership
from storage.requests import RequestMove, ServiceRequest
from storage.roles import RoleGrant
from storage.tasks import HelpSeat, HelpTask
from storage.thread import RequestEntry
from storage.transaction import Tx
from storage.visits import Visit
from tests.monkey.watch import WHAT_THEY_SAID


async def broken(tx: Tx) -> list[str]:
    """Every invariant that does not hold, in a line."""
    rows = list(await tx.session.scalars(select(ServiceRequest)))
    moves: dict[int, list[RequestMove]] = defaultdict(list)
    for move in await tx.session.scalars(select(RequestMove).order_by(RequestMove.id)):
        moves[move.request_id].append(move)
    offered = set(await tx.session.scalars(select(Offer.request_id).where(Offer.withdrawn_at.is_(None))))
    found = [line for row in rows for line in _of_request(row, moves[row.id], row.id in offered)]
    by_id = {row.id: row for row in rows}
    found += [
        line for row in rows if row.merged_into_id for line in _of_merged(row, by_id[row.merged_into_id])
    ]
    twice = [key for key, times in Counter((row.center_id, row.number) for row in rows).items() if times > 1]
    found += [f"number {number} twice at {center}" for center, number in twice]
    found += await _of_tasks(tx, by_id)
    unsent = select(Outbox).where(Outbox.state.in_(("waiting", "failed")))
    found += [
        f"{one.state} for ever: {one.error} {str(one.body)[:300]}" for one in await tx.session.scalars(unsent)
    ]
    return found


async def _of_tasks(tx: Tx, requests: Mapping[int, ServiceRequest]) -> list[str]:
    found = []
    for task in await tx.session.scalars(select(HelpTask)):
        who = f"task {task.id} of request {task.request_id} ({task.state})"
        seats = [one.state for one in await tasks.seats_of(tx, task.id)]
        if sum(state in TAKEN_SEATS for state in seats) > task.seats:
            found.append(f"{who} has more helpers than the {task.seats} that were asked for")
        if task.state == "open" and not requests[task.request_id].open:
            found.append(f"{who} is open, and the request over")
        if task.state == "open" and CATALOGUE.line(requests[task.request_id].line).confidential:
            found.append(f"{who} is open, and the request secret")
        if task.state == "open" and task.look_at is None:
            found.append(f"{who} is open, and no clock looks at it")
    return found


def _of_request(row: ServiceRequest, moves: list[RequestMove], offered: bool) -> Iterable[str]:
    who = f"request {row.id} ({row.line}, {row.status}, at {row.step}, held by {row.holder_id})"
    if row.open and row.due_at is None:
        yield f"{who} is open and due at no time"
    by_itself = row.open and row.merged_into_id is None
    if by_itself and row.holder_id is None and not offered and row.step != STEPS[-1]:
        yield f"{who} is open, and nobody has it or was offered it"
    if row.status == Status.DONE and row.closes_at is None:
        yield f"{who} is done and never closes"
    if not row.open and offered:
        yield f"{who} is over and still offered"
    yield from (f"{who}: {wrong}" for wrong in _of_history(row, moves))


STEPPING = ("rise", "ring")
"""What the clock does to an unheld request changes its step and not its state."""


def _of_merged(row: ServiceRequest, main: ServiceRequest) -> Iterable[str]:
    who = f"request {row.id}, merged into {main.id},"
    if main.merged_into_id is not None:
        yield f"{who} is part of a chain"
    if not row.open:
        return
    if not main.open:
        yield f"{who} is open and the main one over"
    if (row.holder_id, row.step, row.line) != (main.holder_id, main.step, main.line):
        yield f"{who} is not where that is"
    if main.holder_id is not None and main.holder_id == row.asker_id:
        yield f"{who} is in its own asker's hands"


TOGETHER = ("merge", "unmerge", "split")
"""Merged it is in the state of its main one, whichever that is."""


def _of_history(row: ServiceRequest, moves: list[RequestMove]) -> Iterable[str]:
    if not moves or moves[0].action != "submit" or moves[-1].to_status != row.status:
        yield "its history does not lead to where it is"
    for before, move in pairwise(moves):
        if move.action in STEPPING + TOGETHER:
            continue
        rule = MOVES[Action(move.action)]
        if move.from_status != before.to_status or (move.from_line or move.to_line) != before.to_line:
            yield f"{move.action} does not follow from {before.action}"
        if Status(str(move.from_status)) not in rule.sources or move.to_status != rule.target:
            yield f"{move.action} from {move.from_status} to {move.to_status} is no legal move"
        if rule.needs_reason and not move.reason:
            yield f"{move.action} without a reason"
    if (row.status in OPEN) != row.open:
        yield "it is open and over"


async def leaks(tx: Tx, told: Mapping[str, set[int]]) -> list[str]:
    """Words and files of requests that somebody was told who is on neither side of them.

    Of every request its thread, and of a confidential one the reasons too. The sides are the asker, the
    person acted for, and whoever has ever held it. Of those that were ever done together each holder reads
    all, and what the holder says is for all of their askers.
    """
    askers, holders = await _sides(tx)
    groups = await _together(tx)
    sides = {one: askers[one] | _of_group(holders, groups[one]) for one in groups}
    readers: dict[str, set[int]] = defaultdict(set)
    for entry in await tx.session.scalars(select(RequestEntry)):
        for said in _said(entry.content):
            readers[said] |= sides[entry.request_id] | {entry.author_id}
            if entry.side == "holder":
                readers[said] |= _of_group(askers, groups[entry.request_id])
    for said, allowed in (await _of_visits(tx)).items():
        if said in readers:
            readers[said] |= allowed
    for move in await tx.session.scalars(select(RequestMove).where(RequestMove.reason.is_not(None))):
        if CATALOGUE.line(move.to_line).confidential and CATALOGUE.line(move.from_line or "").confidential:
            for said in _said(move.reason):
                readers[said] |= sides[move.request_id]
    return [
        f"{said} was told to {sorted(told[said] - allowed)}, but is for {sorted(allowed)}: "
        + " ".join(await _how(tx, said, told[said] - allowed))
        for said, allowed in readers.items()
        if not told.get(said, set()) <= allowed
    ]


async def _how(tx: Tx, said: str, strangers: set[int]) -> list[str]:
    """The messages by which somebody was told."""
    sent = await tx.session.scalars(select(Outbox).where(Outbox.chat_id.in_(strangers)))
    return [f"{one.id} (request {one.request_id}): {one.body}" for one in sent if said in str(one.body)]


def _of_group(people: Mapping[int, set[int]], group: Iterable[int]) -> set[int]:
    return {one for request_id in group for one in people.get(request_id, ())}


async def _together(tx: Tx) -> dict[int, set[int]]:
    """By request: all that were ever done together with it, itself included."""
    rows = list(await tx.session.scalars(select(ServiceRequest)))
    ids = {(row.center_id, row.number): row.id for row in rows}
    centers = {row.id: row.center_id for row in rows}
    groups = {row.id: {row.id} for row in rows}
    for move in await tx.session.scalars(select(RequestMove).where(RequestMove.action == "merge")):
        main = ids[centers[move.request_id], str(move.reason)]
        both = groups[main] | groups[move.request_id]
        groups |= dict.fromkeys(both, both)
    return groups


async def _sides(tx: Tx) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    members = await tx.session.execute(select(Membership.person_id, Membership.account_id))
    accounts: dict[Any, set[int]] = defaultdict(set)
    for person_id, account_id in members:
        accounts[person_id].add(account_id)
    askers: dict[int, set[int]] = defaultdict(set)
    holders: dict[int, set[int]] = defaultdict(set)
    for row in await tx.session.scalars(select(ServiceRequest)):
        askers[row.id] = {row.asker_id} | (accounts[row.person_id] if row.person_id else set())
    takes = select(RequestMove.request_id, RequestMove.actor_id).where(RequestMove.action == Action.TAKE)
    for request_id, actor_id in await tx.session.execute(takes):
        holders[request_id].add(int(actor_id or 0))
    helpers = select(HelpTask.request_id, HelpSeat.account_id).join(HelpSeat, HelpSeat.task_id == HelpTask.id)
    for request_id, account_id in await tx.session.execute(helpers):
        holders[request_id].add(account_id)
    return askers, holders


async def _of_visits(tx: Tx) -> dict[str, set[int]]:
    """What was said of visits, and who may read that: both helpers, and whoever looks after the pairs. A need
    found there is a request with the same words."""
    officers = select(RoleGrant.account_id).where(RoleGrant.role.in_(("assistance", "director", "deputy")))
    looks_after = set(await tx.session.scalars(officers))
    readers: dict[str, set[int]] = defaultdict(set)
    rows = select(Visit, Pair).join(Pair, Pair.id == Visit.pair_id)
    for visit, pair in await tx.session.execute(rows):
        for said in _said(visit.said):
            readers[said] |= looks_after | {
                visit.goer_id,
                pair.helper_id,
                pair.second_id or 0,
                pair.asked_second_id or 0,
            }
    return readers


def _said(kept: Any) -> set[str]:
    return set(re.findall(WHAT_THEY_SAID, json.dumps(kept, ensure_ascii=False)))


async def failures(tx: Tx) -> int:
    """How many updates are in quarantine."""
    return await updates.failed_count(tx)
