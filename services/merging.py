"""Requests that are done together: one leads, and what is merged into it follows it wherever it goes.

Each keeps its own number, asker and thread, and its asker confirms, refuses and cancels it alone; askers
never learn of each other.
"""

from __future__ import annotations

from domain.catalogue import CATALOGUE
from domain.merging import beside, goes_along, obstacle
from domain.messages import Outgoing, Text, t
from domain.requests import MOVES, OPEN, Action, Side, Status
from services import access, cards, routing, tasks, whereabouts
from services.access import View
from services.errors import NotFoundError, RefusedError
from services.moves import move, record
from services.outbox import tell
from services.tidings import tell_asker
from storage import conflicts, merging, people, requests
from storage.people import Account
from storage.requests import RequestMove, ServiceRequest
from storage.transaction import Tx

_CLOCK = ("due_at", "remind_at", "rise_at", "heard_at", "reminded")
_SHARED = ("step", "rings", "holder_id", "holder_role", "closes_at", "reopen_until", *_CLOCK)


async def lead(tx: Tx, row: ServiceRequest) -> ServiceRequest:
    """The request that this one is merged into and follows, locked; itself if there is none."""
    main = await requests.request(tx, row.merged_into_id) if row.merged_into_id and row.open else None
    return main or row


async def tell_askers(tx: Tx, row: ServiceRequest, news: Text, *, buttons: bool = False) -> None:
    """Tell the asker a step of their request; what is merged into it makes the same step, and each of its
    askers is told as of their own."""
    await tell_asker(tx, row, news, buttons=buttons)
    for child in await follow(tx, row):
        await tell_asker(tx, child, news, buttons=buttons)


async def heard_by(tx: Tx, row: ServiceRequest) -> list[ServiceRequest]:
    """The requests whose askers hear what the holder says in this one: itself, and those merged into it."""
    return [row, *await merging.children(tx, row.id, ("done",) if row.status == Status.DONE else OPEN)]


async def follow(tx: Tx, main: ServiceRequest) -> list[ServiceRequest]:
    """Bring what is merged into a request to where that is now, each with a history row of its own; what
    cannot go along goes on alone. Returns those that went along.

    To be called after anything that moves a request, changes its holder or its clock.
    """
    found = await merging.children(tx, main.id)
    last = await merging.last_move(tx, main.id) if found else None
    return [child for child in found if await _went_along(tx, child, main, last)]


async def _went_along(tx: Tx, child: ServiceRequest, main: ServiceRequest, last: RequestMove | None) -> bool:
    if not goes_along(Status(main.status)) or await _is_holders_own(tx, child, main):
        await _go_on_alone(tx, child, main)
        return False
    was = child.status, child.line, child.step, child.holder_id
    if child.holder_id != main.holder_id:
        await routing.take_card_back(tx, child)
    _share(tx, child, main)
    if not child.open or child.line != was[1]:
        await tasks.call_off(tx, child)
    if last is not None and was != (child.status, child.line, child.step, child.holder_id):
        actor = await people.account(tx, last.actor_id) if last.actor_id else None
        by_holder = last.action in MOVES and MOVES[Action(last.action)].side is Side.HOLDER
        record(tx, child, actor, last.action, was=was[:2], reason=last.reason if by_holder else None)
    return True


async def _is_holders_own(tx: Tx, child: ServiceRequest, main: ServiceRequest) -> bool:
    """Nobody works on their own request, or on one that is about them: it leaves when its asker, or
    whoever it is kept from, gets to hold the main one."""
    if main.holder_id is None:
        return False
    never = (*await access.asking_side(tx, child), *await conflicts.accounts(tx, child.id))
    return main.holder_id in never


def _share(tx: Tx, child: ServiceRequest, main: ServiceRequest) -> None:
    status = beside(Status(main.status), held=main.holder_id is not None)
    if child.status != status:
        child.status, child.state_since = status, tx.now
    if child.line != main.line:
        child.line, child.topic = main.line, None
    _copy(main, child, _SHARED)


def _copy(source: ServiceRequest, target: ServiceRequest, names: tuple[str, ...]) -> None:
    for name in names:
        setattr(target, name, getattr(source, name))


async def _go_on_alone(tx: Tx, child: ServiceRequest, main: ServiceRequest) -> None:
    """The main one is over, or not for them: whoever has it keeps it, else it is offered by itself."""
    part(tx, child, None, main)
    holder = await people.account(tx, child.holder_id) if child.holder_id else None
    if holder is None:
        if not await routing.place(tx, child, main.step):
            await routing.place(tx, child)  # nobody is there or above: once more from below
        return
    text = t("told-alone", head=await cards.headline(tx, child), number=main.number)
    tell(tx, holder, Outgoing(text=text, buttons=cards.holder_buttons(child)), request_id=child.id)


def part(tx: Tx, child: ServiceRequest, actor: Account | None, main: ServiceRequest) -> None:
    """Merged no longer: from here on it has a clock of its own, which begins where the common one is."""
    if child.holder_id == main.holder_id and main.rise_at is not None and child.open:
        _copy(main, child, _CLOCK)
    child.merged_into_id = None
    record(tx, child, actor, "unmerge", was=(child.status, child.line), reason=main.number)


async def goes_alone(tx: Tx, child: ServiceRequest, actor: Account) -> None:
    """An asker is not content with their own request, or keeps it from somebody: what it was merged into has
    nothing to do with that."""
    main = await requests.request(tx, child.merged_into_id) if child.merged_into_id else None
    if main is not None:
        part(tx, child, actor, main)


async def attach(tx: Tx, child: ServiceRequest, main: ServiceRequest, actor: Account) -> None:
    """Merge an open request into another, with all that was merged into it. The earlier of the promises
    their common holder has given is the promise of both."""
    was = child.status, child.line
    if child.holder_id is not None and child.due_at and main.due_at and child.due_at < main.due_at:
        _copy(child, main, _CLOCK)
    for one in [*await merging.all_children(tx, child.id), child]:
        one.merged_into_id = main.id
    _share(tx, child, main)
    record(tx, child, actor, "merge", was=was, reason=main.number)
    await follow(tx, main)


async def held(tx: Tx, actor: Account, request_id: int) -> ServiceRequest:
    """An open request that this account holds, locked. Raises RefusedError or NotFoundError."""
    row = await access.request(tx, actor, request_id, View.HOLDER)
    if row.holder_id != actor.id:
        raise RefusedError(t("refused-not-yours"))
    if not row.open:
        raise RefusedError(t("refused-state", status=t(f"status-{row.status}")))
    return row


async def pair(tx: Tx, actor: Account, one_id: int, other_id: int) -> tuple[ServiceRequest, ServiceRequest]:
    """What would lead and what would follow if the holder merged these two: the one asked first leads.
    Raises RefusedError when they cannot be merged."""
    rows = [await lead(tx, await held(tx, actor, request_id)) for request_id in sorted((one_id, other_id))]
    main, child = sorted(rows, key=lambda row: row.id)
    why = obstacle(main, child)
    if await conflicts.accounts(tx, main.id) != await conflicts.accounts(tx, child.id):
        why = why or "apart"  # they are kept from different people
    if why:
        raise RefusedError(t(f"refused-merge-{why}"))
    return main, child


async def merge(tx: Tx, actor: Account, one_id: int, other_id: int) -> ServiceRequest:
    """The holder of both does them together from now on. Returns the one that leads."""
    main, child = await pair(tx, actor, one_id, other_id)
    if child.status == Status.IN_PROGRESS and main.status in (Status.ASSIGNED, Status.REOPENED):
        await move(tx, main, Action.START, actor)
    await attach(tx, child, main, actor)
    if await _may_know(tx, child, main):
        await tell_asker(tx, child, t("told-merged"))
    return main


async def unmerge(tx: Tx, actor: Account, request_id: int) -> ServiceRequest:
    """The holder does it by itself again."""
    child = await held(tx, actor, request_id)
    if child.merged_into_id is None:
        raise RefusedError(t("refused-not-merged"))
    main = await lead(tx, child)
    part(tx, child, actor, main)
    if await _may_know(tx, child, main):
        due = await whereabouts.when(tx, child, child.due_at or tx.now, "near")
        await tell_asker(tx, child, t("told-unmerged", role=t(f"role-{child.holder_role}"), due=due))
    return child


async def _may_know(tx: Tx, child: ServiceRequest, main: ServiceRequest) -> bool:
    """Whether an asker may hear that theirs is done together with another: of a confidential line only if
    that other is theirs as well, for else they would learn that somebody else has asked."""
    if not CATALOGUE.line(main.line).confidential:
        return True
    return set(await access.asking_side(tx, child)) <= set(await access.asking_side(tx, main))


async def beside_it(
    tx: Tx, actor: Account, request_id: int, page: int, size: int
) -> tuple[list[ServiceRequest], bool]:
    """A page of what the holder could merge with a request of theirs, and whether there is more."""
    row = await held(tx, actor, request_id)
    found = await merging.beside(tx, await lead(tx, row), offset=page * size, limit=size + 1)
    return found[:size], len(found) > size


async def merged_into(tx: Tx, actor: Account, request_id: int) -> list[ServiceRequest]:
    """What is merged into a request that this account holds."""
    return await merging.children(tx, (await held(tx, actor, request_id)).id)


async def mend_one(tx: Tx) -> bool:
    """Bring back one request that does not follow what it is merged into, whatever the reason: a request
    that nobody's clock looks at must never lie anywhere by itself. Returns whether there was one."""
    row = await merging.astray(tx)
    if row is None:
        return False
    main = await requests.request(tx, row.merged_into_id or 0)
    if main is None:
        raise NotFoundError
    if main.merged_into_id is not None:
        row.merged_into_id = main.merged_into_id
    elif main.open:
        await follow(tx, main)
    else:
        await _go_on_alone(tx, row, main)
    return True
