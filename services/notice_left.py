"""Which households a notice has not reached: counts and a picture for its author, names for the center."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field

from domain.doors import NOT_YET, PENDING, Door, Standing, standing
from domain.messages import Bar, Chart, Outgoing, Shade, Text, listed, t
from services import notice_access, notice_cards, notice_doorcards
from services.access import roles_at
from services.errors import NotFoundError
from services.notice_access import WRITERS
from storage import notice_audience, notice_doors, notices, units
from storage.notices import Notice
from storage.people import Account, Person
from storage.transaction import Tx
from storage.units import OrgUnit

MOST = 12
"""Bars of the picture, and lines beside it: those where the most are left. The rest is added up."""


@dataclass
class Group:
    """The households of a natural village, or of a center where only counts may be seen.

    named  whether whoever looks may know who they are
    """

    label: Text
    center_id: int
    village_id: int | None
    named: bool
    counts: Counter[Standing] = field(default_factory=Counter)

    @property
    def reached(self) -> int:
        """How many know it."""
        return self.counts[Standing.READ] + self.counts[Standing.TOLD]

    @property
    def left(self) -> int:
        """How many do not know it yet."""
        return sum(self.counts[one] for one in NOT_YET)


async def standings(
    tx: Tx, notice: Notice, center_ids: Collection[int]
) -> dict[int, dict[int, tuple[int | None, Standing]]]:
    """How each household stands that a notice is for: by center and household, with its natural village."""
    read, doors = await notice_doors.read_by(tx, notice.id), await notice_doors.states(tx, notice.id)
    spared = set() if notice.what.always else await notice_doors.spared(tx, notice.kind, center_ids)
    found: dict[int, dict[int, tuple[int | None, Standing]]] = {}
    for center_id in center_ids:
        households = await notice_audience.households(tx, notice.for_whom, [center_id])
        found[center_id] = {
            one: (
                village,
                standing(read=one in read, door=doors.get(one, (None,))[0], spared=one in spared),
            )
            for one, village in households.items()
        }
    return found


async def _overseen(tx: Tx, actor: Account, notice_id: int) -> tuple[Notice, OrgUnit, list[int]]:
    """A notice, its unit, and the centers of it that this account looks over: all of them for whoever may
    steer it, else those whose notices it writes. Raises NotFoundError."""
    notice = await notices.one(tx, notice_id)
    if notice is None:
        raise NotFoundError
    unit, centers = await units.unit_of(tx, notice.unit_id), await notice_access.center_ids(tx, notice)
    if not notice_access.may_steer(actor, notice, unit):
        centers = [one for one in centers if may_name(actor, one)]
    if not centers:
        raise NotFoundError
    return notice, unit, centers


def may_name(actor: Account, center_id: int) -> bool:
    """Whether somebody may know which households of a center have not been reached."""
    return bool(roles_at(actor, center_id) & WRITERS)


async def groups(tx: Tx, actor: Account, notice_id: int) -> tuple[Notice, OrgUnit, list[Group]]:
    """How far a notice is by natural village, those with the most left first; an office sees the centers
    below it as one each. Raises NotFoundError."""
    notice, unit, centers = await _overseen(tx, actor, notice_id)
    found: dict[tuple[int, int | None], Group] = {}
    for center_id, households in (await standings(tx, notice, centers)).items():
        named = may_name(actor, center_id)
        apart = named or center_id == notice.unit_id
        for village, how in households.values():
            key = (center_id, village if apart else None)
            if key not in found:
                label = await _label(tx, notice, *key, apart=apart)
                found[key] = Group(label, *key, named)
            found[key].counts[how] += 1
    return notice, unit, sorted(found.values(), key=lambda one: -one.left)


async def _label(tx: Tx, notice: Notice, center_id: int, village: int | None, *, apart: bool) -> Text:
    if apart:
        return await notice_doorcards.place(tx, notice, center_id, village)
    return t("verbatim", text=(await units.unit_of(tx, center_id)).name)


def line(one: Group) -> Text:
    """One of them in words."""
    read, told = one.counts[Standing.READ], one.counts[Standing.TOLD]
    return t("door-chart-row", label=one.label, read=read, told=told, left=one.left)


async def chart(tx: Tx, actor: Account, notice_id: int) -> Outgoing:
    """A picture of who knows it by natural village, with the same in words. Raises NotFoundError."""
    notice, unit, found = await groups(tx, actor, notice_id)
    if not found:
        raise NotFoundError
    shown, rest = found[:MOST], found[MOST:]
    items = [line(one) for one in shown]
    if rest:
        items.append(t("door-chart-rest", n=len(rest), left=sum(one.left for one in rest)))
    text = t("door-chart", unit=unit.name, words=notice_cards.beginning(notice.said), items=items)
    drawn = Chart(
        title=t("door-chart-title", unit=unit.name),
        legend=(
            Shade(text=t("door-read"), tone="calm"),
            Shade(text=t("door-told"), tone="wait"),
            Shade(text=t("door-left"), tone="late"),
        ),
        bars=tuple(
            Bar(
                label=one.label,
                counts=(one.counts[Standing.READ], one.counts[Standing.TOLD], one.left),
            )
            for one in shown
        ),
    )
    return Outgoing(text=text, attachment=drawn)


@dataclass(frozen=True)
class Missing:
    """A household that does not know a notice yet; `keeper_id` goes there. Without a door nobody can be sent
    to it yet."""

    household_id: int
    persons: list[Person]
    state: Standing
    keeper_id: int | None


async def missing(
    tx: Tx, actor: Account, notice_id: int, center_id: int, village_id: int | None
) -> list[Missing]:
    """The households of a natural village that a notice has not reached, in the order of the roster. Raises
    NotFoundError for whoever may not know them."""
    notice, _, centers = await _overseen(tx, actor, notice_id)
    if center_id not in centers or not may_name(actor, center_id):
        raise NotFoundError
    found = (await standings(tx, notice, [center_id]))[center_id]
    left = {one: how for one, (village, how) in found.items() if village == village_id and how in NOT_YET}
    doors, persons = await notice_doors.states(tx, notice.id), await notice_doors.homes(tx, left)
    return [Missing(one, persons[one], left[one], doors.get(one, (None, None))[1]) for one in sorted(left)]


async def door_lines(tx: Tx, notice: Notice) -> list[Text]:
    """What the author's card says of the doors: told, still to be told, and where nobody goes."""
    counts = await notice_doors.counts(tx, notice.id)
    total: Counter[Door] = Counter()
    for (_, _, state), count in counts.items():
        total[state] += count
    lines = []
    if total[Door.TOLD]:
        lines.append(t("door-count-told", n=total[Door.TOLD]))
    if pending := sum(total[one] for one in PENDING):
        lines.append(t("door-count-left", n=pending))
    if total[Door.MOVED]:
        lines.append(t("door-count-moved", n=total[Door.MOVED]))
    if not total[Door.OPEN]:
        return lines
    alone = [
        await notice_doorcards.place(tx, notice, one.center_id, one.village_id)
        for one in await notice_doors.rounds(tx, notice.id)
        if one.told_short and counts.get((one.center_id, one.village_id, Door.OPEN))
    ]
    if alone:
        lines.append(t("door-nobody-there", places=listed(alone[:MOST])))
    return lines
