"""Publishing in time: how it stands with each duty of a center, and what the clock reminds of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, timedelta

from domain import disclosure as rules
from domain.boardtaps import DisclosureWrite
from domain.disclosure import DUTIES, Duty, Every, Period, Published, Stage, Standing, duty_of
from domain.messages import Moment, Outgoing, Text, listed, t
from domain.officetime import local_day, midnight
from domain.taps import Go
from domain.units import settings_of
from services import holders, notice_access
from services.access import LEADERS, roles_at
from services.cards import button
from services.errors import NotFoundError
from services.outbox import tell
from services.people import membership
from storage import disclosure, notice_board, units
from storage.disclosure import DisclosureRule
from storage.people import Account
from storage.transaction import Tx
from storage.units import OrgUnit

CHOICES = ("month", "quarter", "happens", "off")
"""What a director can settle about a duty."""


@dataclass(frozen=True)
class Line:
    """How it stands with one duty of a center; no standing where it never falls due, or is none there."""

    unit: OrgUnit
    duty: Duty
    every: Every
    on: bool
    standing: Standing | None
    last: Published | None
    """The newest notice that does it."""

    def late(self, today: date) -> bool:
        """Whether it should have been published by now."""
        return self.standing is not None and self.standing.late(today)

    def due_soon(self, today: date) -> bool:
        """Whether it falls due within days."""
        return self.standing is not None and self.standing.due_soon(today)


def today_at(tx: Tx, unit: OrgUnit) -> date:
    """The day it is there."""
    return local_day(tx.now, settings_of(unit).zone)


async def lines(tx: Tx, centers: Sequence[OrgUnit]) -> list[Line]:
    """How it stands with all duties of these centers. What nobody has settled is as usual, from now on."""
    kept = {(one.center_id, one.duty): one for one in await disclosure.rules(tx, [one.id for one in centers])}
    found = await _published(tx, centers)
    return [
        _line(tx, unit, duty, kept.get((unit.id, duty.code)), found[unit.id])
        for unit in centers
        for duty in DUTIES
    ]


async def _published(tx: Tx, centers: Sequence[OrgUnit]) -> dict[int, list[Published]]:
    """What these centers have published themselves, to everybody, for as long as it is spoken of: by center.
    What was narrowed to some, or withdrawn, counts for nothing."""
    zones = {one.id: settings_of(one).zone for one in centers}
    by: dict[int, list[Published]] = {one: [] for one in zones}
    first = tx.now - rules.BACK - timedelta(days=92)  # the quarter that day is in
    for one in await notice_board.posted(tx, zones, first):
        if one.for_whom.everybody and not one.withdrawn:
            day = local_day(one.created_at, zones[one.unit_id])
            by[one.unit_id].append(Published(one.id, one.kind, day))
    return by


def _line(tx: Tx, unit: OrgUnit, duty: Duty, rule: DisclosureRule | None, found: Iterable[Published]) -> Line:
    own = [one for one in found if one.kind in duty.kinds]
    last = max(own, key=lambda one: (one.day, one.notice_id), default=None)
    every = rule.often if rule is not None else duty.every
    on = rule is None or rule.on
    if not on or every is Every.HAPPENS:
        return Line(unit, duty, every, on, None, last)
    today = today_at(tx, unit)
    since = rules.looked_at(rule.since if rule is not None else today, today, every)
    standing = rules.to_show(rules.standings(duty, every, since, today, own))
    return Line(unit, duty, every, on, standing, last)


async def begin_one(tx: Tx) -> bool:
    """Let the clock watch over a center that it does not yet: from the present periods on."""
    unit = await disclosure.unwatched(tx)
    if unit is None:
        return False
    for duty in DUTIES:
        row = DisclosureRule(center_id=unit.id, duty=duty.code, told=0)
        _settle(tx, row, unit, duty.every, on=True)
        await disclosure.add(tx, row)
    return True


def _settle(tx: Tx, row: DisclosureRule, unit: OrgUnit, every: Every, *, on: bool) -> None:
    """From the present period on it is like that; what is past is not made late by it."""
    today = today_at(tx, unit)
    row.on, row.every, row.told = on, every, 0
    watched = on and every is not Every.HAPPENS
    period = rules.period_of(today, every if every is not Every.HAPPENS else Every.QUARTER)
    row.since = row.watched = period.first
    row.look_at = period.moments(settings_of(unit).zone)[0].astimezone(UTC) if watched else None


async def remind_one(tx: Tx) -> bool:
    """Remind those who write at one center of what they have not published, if the time has come: a week
    before it is due, on the day before, and when it is late. Each once, whatever happens meanwhile."""
    row = await disclosure.to_look_at(tx)
    if row is None:
        return False
    unit = await units.unit_of(tx, row.center_id)
    zone = settings_of(unit).zone
    period, told, reached = rules.watched(row.period, row.told, tx.now, zone)
    row.watched, row.told = period.first, told
    row.look_at = period.moments(zone)[told].astimezone(UTC)
    if reached is not None:
        await _remind(tx, unit, row, *reached)
    return True


async def _remind(tx: Tx, unit: OrgUnit, row: DisclosureRule, period: Period, stage: Stage) -> None:
    duty = duty_of(row.duty)
    found, today = (await _published(tx, [unit]))[unit.id], today_at(tx, unit)
    since = rules.looked_at(row.since, today, row.often)
    known = rules.standings(duty, row.often, since, today, found)
    if any(one.period == period and one.by is not None for one in known):
        return
    text = t(
        f"disclosure-told-{stage}",
        unit=unit.name,
        what=t(f"disclosure-{duty.code}"),
        period=period_text(period),
        due=_day(unit, period.due),
    )
    rows = [
        [button("button-disclosure-write", DisclosureWrite(unit.id, duty.code))],
        [button("button-disclosure", Go("disclosure"))],
    ]
    for account in await holders.of_roles(tx, unit, sorted(notice_access.WRITERS)):
        tell(tx, account, Outgoing(text=text, buttons=rows))


def period_text(period: Period) -> Text:
    """The period as people call it. Years are words: they have no thousands."""
    year, last = str(period.first.year), period.last.month
    if period.every is Every.MONTH:
        return t("disclosure-month", year=year, month=last)
    return t("disclosure-quarter", year=year, first=period.first.month, last=last)


def _day(unit: OrgUnit, day: date) -> Moment:
    zone = settings_of(unit).zone
    return Moment(at=midnight(day, zone), zone=zone, style="date")


def say(tx: Tx, line: Line) -> Text:
    """How it stands with a duty, as everybody may read it."""
    what, unit = t(f"disclosure-{line.duty.code}"), line.unit
    if line.standing is None:
        if line.last is None:
            return t("disclosure-row-none", what=what)
        return t("disclosure-row-last", what=what, day=_day(unit, line.last.day))
    period = period_text(line.standing.period)
    if line.standing.by is not None:
        return t("disclosure-row-done", what=what, period=period, day=_day(unit, line.standing.by.day))
    due = _day(unit, line.standing.period.due)
    late = line.late(today_at(tx, unit))
    return t("disclosure-row-late" if late else "disclosure-row-open", what=what, period=period, due=due)


async def at_center(tx: Tx, actor: Account) -> list[Line]:
    """How it stands with the duties of somebody's current center; those that are none there are left out for
    whoever does not settle them. Whoever belongs to no center has none."""
    member = membership(actor)
    if member is None:
        return []
    unit = await units.unit_of(tx, member.center_id)
    return [one for one in await lines(tx, [unit]) if one.on or may_settle(actor, unit)]


async def late_below(tx: Tx, unit: OrgUnit) -> list[Line]:
    """What is late at the centers below an office, or at a center itself."""
    return [one for one in await lines(tx, await units.below(tx, unit)) if one.late(today_at(tx, one.unit))]


async def late_for(tx: Tx, actor: Account) -> list[Line]:
    """What is late at the centers below this account's offices."""
    offices = [grant.unit_id for grant in actor.grants if grant.role in notice_access.OFFICES]
    found: dict[tuple[int, str], Line] = {}
    for unit_id in offices:
        late = await late_below(tx, await units.unit_of(tx, unit_id))
        found |= {(one.unit.id, one.duty.code): one for one in late}
    return list(found.values())


def by_center(late: Iterable[Line]) -> list[Text]:
    """What is late, a line for each center."""
    names: dict[int, str] = {}
    whats: dict[int, list[Text]] = {}
    for one in late:
        names[one.unit.id] = one.unit.name
        whats.setdefault(one.unit.id, []).append(t(f"disclosure-{one.duty.code}"))
    return [t("disclosure-at", unit=names[key], whats=listed(found)) for key, found in whats.items()]


async def pressing(tx: Tx, unit: OrgUnit) -> list[Line]:
    """What is late at a center, and what falls due within days."""
    today = today_at(tx, unit)
    return [one for one in await lines(tx, [unit]) if one.late(today) or one.due_soon(today)]


def may_settle(actor: Account, unit: OrgUnit) -> bool:
    """Whether somebody settles how often a center publishes: whoever leads it."""
    return bool(roles_at(actor, unit.id) & LEADERS)


async def settled_by(tx: Tx, actor: Account, center_id: int, duty: str) -> tuple[OrgUnit, Line]:
    """A duty that this account settles, and how it stands. Raises NotFoundError."""
    unit = await units.unit(tx, center_id)
    if unit is None or unit.kind != "center" or not may_settle(actor, unit):
        raise NotFoundError
    found = [one for one in await lines(tx, [unit]) if one.duty.code == duty]
    if not found:
        raise NotFoundError
    return unit, found[0]


async def settle(tx: Tx, actor: Account, center_id: int, duty: str, choice: str) -> Line:
    """Settle how often a duty is done there from now on, or that it is none ("off"). To settle what holds
    already changes nothing, so that nobody gets more time by it. Raises NotFoundError."""
    unit, line = await settled_by(tx, actor, center_id, duty)
    if choice not in CHOICES:
        raise NotFoundError
    await units.lock(tx, unit.id)
    row = await disclosure.rule(tx, unit.id, duty)
    every, on = (line.every, False) if choice == "off" else (Every(choice), True)
    if row is None:
        row = DisclosureRule(center_id=unit.id, duty=duty, told=0)
        _settle(tx, row, unit, every, on=on)
        await disclosure.add(tx, row)
    elif (row.often, row.on) != (every, on):
        _settle(tx, row, unit, every, on=on)
        await tx.session.flush()
    return (await settled_by(tx, actor, center_id, duty))[1]
