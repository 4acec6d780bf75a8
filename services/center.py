"""What a center's leaders and the offices above it look over: its open requests, as counts and as lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, TypeVar

from domain.catalogue import CATALOGUE
from domain.messages import Text, t, verbatim
from domain.requests import Status
from services import access, cards, whereabouts
from services.access import View, roles_at
from services.errors import NotFoundError
from storage import reports, units
from storage.people import Account
from storage.reports import Found, Reach, Tally
from storage.requests import ServiceRequest
from storage.transaction import Tx
from storage.units import OrgUnit

LEADERS = frozenset({"clerk", "director", "deputy"})
OFFICES = frozenset({"township", "county"})
PAGE = 5
K = TypeVar("K", int, str)
Listing = Literal["late", "unowned", "risen"]
About = Literal["due", "waiting"]


@dataclass(frozen=True)
class Part:
    """The open requests of one line or of one center: each is counted once, late before anything else."""

    label: Text
    held: int = 0
    waiting: int = 0
    late: int = 0
    unowned: int = 0
    """Those that nobody holds, late ones included."""
    unit_id: int | None = None
    sums: int = 1
    """How many parts are added up in it."""

    @property
    def open(self) -> int:
        """All of them."""
        return self.held + self.waiting + self.late


@dataclass(frozen=True)
class Overview:
    """A unit's open requests: a center's by line, an office's by center."""

    unit: OrgUnit
    whole: Part
    parts: list[Part]
    states: list[tuple[str, int]]
    leads: bool
    """Whether they are also listed for this account: it leads the center, or this is its own office."""
    others: list[OrgUnit]
    """What else this account looks over."""
    oldest: ServiceRequest | None = None
    risen: int = 0


def looked_over(actor: Account) -> list[int]:
    """The units this account looks over: its current center, if it leads there, and offices of its own."""
    here = actor.current_center_id
    led = [here] if here is not None and roles_at(actor, here) & LEADERS else []
    return [*led, *(grant.unit_id for grant in actor.grants if grant.role in OFFICES)]


async def overview(tx: Tx, actor: Account, unit_id: int) -> Overview:
    """A unit's open requests as counts. Raises NotFoundError for whoever neither leads it nor is above it."""
    unit = await looked_at(tx, actor, unit_id)
    centers = await units.below(tx, unit)
    reach = Reach(actor.id, [one.id for one in centers])
    counted = await reports.tallies(tx, reach)
    leads = _leads(actor, unit)
    is_center = unit.kind == "center"
    others = [one for one in looked_over(actor) if one != unit.id] if leads else []
    return Overview(
        unit,
        _part(verbatim(unit.name), counted),
        await _by_line(tx, unit, counted) if is_center else _by_center(centers, counted),
        _by_state(counted),
        leads,
        [await units.unit_of(tx, one) for one in others],
        oldest=await reports.oldest(tx, reach) if is_center and leads else None,
        risen=0 if is_center or not leads else (await reports.risen(tx, reach, unit.kind, limit=0)).total,
    )


async def listed(tx: Tx, actor: Account, unit_id: int, what: Listing, page: int) -> Found:
    """A page of requests by what is to be said of them: late ones and those nobody holds for a center's
    leaders, those that rose to it for an office. Raises NotFoundError for anybody else."""
    unit = await looked_at(tx, actor, unit_id)
    if not _leads(actor, unit) or (what == "risen") == (unit.kind == "center"):
        raise NotFoundError
    reach, offset = await reach_of(tx, actor, unit), page * PAGE
    if what == "late":
        return await reports.late(tx, reach, offset=offset, limit=PAGE)
    if what == "unowned":
        return await reports.unowned(tx, reach, offset=offset, limit=PAGE)
    return await reports.risen(tx, reach, unit.kind, offset=offset, limit=PAGE)


async def reach_of(tx: Tx, account: Account, unit: OrgUnit) -> Reach:
    """A unit's centers as this account looks over them."""
    return Reach(account.id, [one.id for one in await units.below(tx, unit)])


async def looked_at(tx: Tx, actor: Account, unit_id: int) -> OrgUnit:
    """A unit that somebody leads, or whose office is theirs. Raises NotFoundError."""
    unit = await units.unit(tx, unit_id)
    if unit is None:
        raise NotFoundError
    above = set(unit.ancestors)
    if not _leads(actor, unit) and not any(
        grant.unit_id in above and grant.role in OFFICES for grant in actor.grants
    ):
        raise NotFoundError
    return unit


def _leads(actor: Account, unit: OrgUnit) -> bool:
    return bool(roles_at(actor, unit.id) & (LEADERS if unit.kind == "center" else OFFICES))


def _part(label: Text, counted: Iterable[Tally], unit_id: int | None = None) -> Part:
    held = waiting = late = unowned = 0
    for one in counted:
        unowned += one.many if one.unowned else 0
        if one.late:
            late += one.many
        elif one.unowned:
            waiting += one.many
        else:
            held += one.many
    return Part(label, held, waiting, late, unowned, unit_id)


async def _by_line(tx: Tx, center: OrgUnit, counted: list[Tally]) -> list[Part]:
    """One part for each line that has any, in the catalogue's order."""
    by_line = _grouped(counted, lambda one: one.line)
    return [
        _part(await cards.line_name(tx, center.id, line.code), by_line[line.code])
        for line in CATALOGUE.lines
        if line.code in by_line
    ]


def _by_center(centers: list[OrgUnit], counted: list[Tally]) -> list[Part]:
    """One part for each center, whichever has most that is late first."""
    by_center = _grouped(counted, lambda one: one.center_id)
    parts = [_part(verbatim(unit.name), by_center.get(unit.id, []), unit.id) for unit in centers]
    return sorted(parts, key=lambda part: (-part.late, -part.unowned, -part.open))


def _grouped(counted: Iterable[Tally], by: Callable[[Tally], K]) -> dict[K, list[Tally]]:
    groups: dict[K, list[Tally]] = {}
    for one in counted:
        groups.setdefault(by(one), []).append(one)
    return groups


def _by_state(counted: list[Tally]) -> list[tuple[str, int]]:
    sums = {status: sum(one.many for one in counted if one.status == status) for status in Status}
    return [(status, count) for status, count in sums.items() if count]


def at_most(most: int, parts: list[Part]) -> list[Part]:
    """At most so many parts; those with the least are added up into the last."""
    if len(parts) <= most:
        return parts
    others = parts[most - 1 :]
    rest = Part(
        t("center-others", centers=len(others)),
        held=sum(part.held for part in others),
        waiting=sum(part.waiting for part in others),
        late=sum(part.late for part in others),
        unowned=sum(part.unowned for part in others),
        sums=len(others),
    )
    return [*parts[: most - 1], rest]


def _secret(row: ServiceRequest) -> bool:
    return CATALOGUE.line(row.line).confidential


async def head(tx: Tx, row: ServiceRequest) -> Text:
    """Which request it is; of a confidential one nothing but its number."""
    if _secret(row):
        return t("center-head-secret", number=row.number)
    return await cards.headline(tx, row)


async def label(tx: Tx, row: ServiceRequest) -> Text:
    """The same, as short as a button must be."""
    return t("center-head-secret", number=row.number) if _secret(row) else await cards.short(tx, row)


async def say(tx: Tx, row: ServiceRequest, about: About) -> Text:
    """A request in two lines: which it is, who has it, and until when or since when. Never whose it is;
    of a confidential one only its number and when it is due."""
    if about == "waiting" and not _secret(row):
        since = await whereabouts.when(tx, row, row.state_since, "short")
        return t("center-row-waiting", head=await head(tx, row), who=_who(row), since=since)
    late = row.due_at is not None and row.due_at < tx.now
    due = await whereabouts.when(tx, row, row.due_at or row.state_since, "short")
    return t(
        "center-row-late" if late else "center-row-due", head=await head(tx, row), who=_who(row), due=due
    )


def _who(row: ServiceRequest) -> Text:
    if _secret(row):
        return t("center-who-secret")
    if row.holder_id is not None:
        return t("center-who-held", role=t(f"role-{row.holder_role or 'clerk'}"))
    return t("center-who-waits", role=whereabouts.waits_for(row))


async def openable(tx: Tx, actor: Account, rows: Iterable[ServiceRequest]) -> list[ServiceRequest]:
    """Those of them that this account may open."""
    return [row for row in rows if await access.view(tx, actor, row) > View.NOTHING]
