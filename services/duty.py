"""The duty roster: who of a desk is on duty today, and the leaders' side of making it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from domain import duty as rules
from domain.catalogue import CATALOGUE
from domain.duty import Change, Day, Plan
from domain.messages import Moment, Outgoing, Text, listed, t
from domain.officetime import local_day, midnight
from domain.units import settings_of
from services.access import LEADERS, WITHOUT_DESK, roles_at
from services.errors import NotFoundError, RefusedError
from services.outbox import tell
from storage import duty, leave, people, roles, units
from storage.people import Account
from storage.roles import RoleGrant
from storage.transaction import Tx
from storage.units import OrgUnit


async def on_duty(tx: Tx, unit: OrgUnit, role: str, at: datetime) -> frozenset[int]:
    """The accounts on duty for a role at a center on the local day of this moment.

    Only those who hold the role now and are not on leave. Nobody when no roster was made for that day.
    """
    day = local_day(at, settings_of(unit).zone)
    pattern = await duty.days(tx, unit.id, role, day.weekday())
    changes = [
        Change(one.day, grant.account_id, one.works)
        for one, grant in await duty.exceptions(tx, unit.id, role, day, day)
    ]
    week = {day.weekday(): frozenset(grant.account_id for _, grant in pattern)}
    found = rules.on_duty(week, changes, day)
    return found - await leave.away(tx, found, at)


@dataclass(frozen=True)
class Holder:
    """Somebody who holds the role, by the name they gave at the center."""

    grant_id: int
    account_id: int
    name: str


@dataclass(frozen=True)
class Roster:
    """The roster of one role at a center; `week` and `changes` speak of grants."""

    unit: OrgUnit
    role: str
    holders: tuple[Holder, ...]
    week: dict[int, frozenset[int]]
    changes: tuple[Change, ...]
    today: date

    @property
    def unusual(self) -> list[date]:
        """The dates from today on that differ from the week."""
        return rules.unusual_days(self.week, self.changes, self.today)

    def on(self, day: Day) -> list[Holder]:
        """Who is on duty on a weekday of the pattern or on a date."""
        who = self.week[day] if isinstance(day, int) else rules.on_duty(self.week, self.changes, day)
        return [holder for holder in self.holders if holder.grant_id in who]

    def moment(self, day: date) -> Moment:
        """A date as it is written at the center."""
        zone = settings_of(self.unit).zone
        return Moment(at=midnight(day, zone), style="date", zone=zone)


def may_look(actor: Account, unit: OrgUnit) -> bool:
    """Whether somebody may see who is on duty: whoever has a desk at the center or above it."""
    return any(grant.unit_id in unit.ancestors and grant.role not in WITHOUT_DESK for grant in actor.grants)


def may_edit(actor: Account, unit: OrgUnit) -> bool:
    """Whether somebody makes the roster: the center's leaders."""
    return bool(roles_at(actor, unit.id) & LEADERS)


async def desks(tx: Tx, actor: Account, unit: OrgUnit) -> list[str]:
    """The roles with a desk that somebody holds at a center, in the catalogue's order."""
    _check(may_look(actor, unit))
    held = {grant.role for grant in await roles.grants_at(tx, unit.id)}
    return [role.code for role in CATALOGUE.roles if role.code in held and CATALOGUE.lines_of(role.code)]


async def roster(tx: Tx, actor: Account, unit: OrgUnit, role: str) -> Roster:
    """The roster of one desk. Raises RefusedError, or NotFoundError for a desk that nobody holds."""
    _check(may_look(actor, unit))
    return await _roster(tx, unit, role)


def _check(allowed: bool, why: str = "desk-no-role") -> None:
    if not allowed:
        raise RefusedError(t(why))


async def _roster(tx: Tx, unit: OrgUnit, role: str) -> Roster:
    grants = await roles.holders(tx, [unit.id], [role])
    if not grants or not CATALOGUE.lines_of(role):
        raise NotFoundError
    today = local_day(tx.now, settings_of(unit).zone)
    named = await people.members(tx, unit.id, {grant.account_id for grant in grants})
    week: dict[int, set[int]] = {weekday: set() for weekday in rules.WEEKDAYS}
    for one, grant in await duty.days(tx, unit.id, role):
        week[one.weekday].add(grant.id)
    last = rules.days_ahead(today)[-1]
    return Roster(
        unit,
        role,
        tuple(Holder(one.id, one.account_id, _name(named, one)) for one in grants),
        {weekday: frozenset(who) for weekday, who in week.items()},
        tuple(
            Change(one.day, grant.id, one.works)
            for one, grant in await duty.exceptions(tx, unit.id, role, today, last)
        ),
        today,
    )


def _name(named: dict[int, Any], grant: RoleGrant) -> str:
    return named[grant.account_id].name if grant.account_id in named else "?"


async def put(tx: Tx, actor: Account, unit: OrgUnit, grant_id: int, day: Day, on: bool) -> Roster:
    """Put somebody on duty, or take them off it: on a weekday of every week, or on one date.

    What a date says is kept only while it differs from the week. Raises RefusedError or NotFoundError.
    """
    known = await _led(tx, actor, unit, grant_id)
    if isinstance(day, int):
        await duty.put_day(tx, grant_id, day, on)
    else:
        _check(day in rules.days_ahead(known.today), "duty-day-over")
        await duty.clear_exceptions(tx, [grant_id], day)
        if on != (grant_id in known.week[day.weekday()]):
            await duty.put_exception(tx, grant_id, day, on)
    return await _roster(tx, unit, known.role)


async def _led(tx: Tx, actor: Account, unit: OrgUnit, grant_id: int) -> Roster:
    """The roster a grant belongs to, locked, if this person makes it."""
    _check(may_edit(actor, unit), "role-not-allowed")
    await units.lock(tx, unit.id)  # two leaders may be at it at once
    grant = await roles.grant(tx, grant_id)
    if grant is None or grant.unit_id != unit.id or grant.revoked_at is not None:
        raise NotFoundError
    return await _roster(tx, unit, grant.role)


async def as_usual(tx: Tx, actor: Account, unit: OrgUnit, role: str, day: date) -> Roster:
    """On this date the week holds again."""
    _check(may_edit(actor, unit), "role-not-allowed")
    known = await _roster(tx, unit, role)
    await duty.clear_exceptions(tx, [holder.grant_id for holder in known.holders], day)
    return await _roster(tx, unit, role)


async def announce(tx: Tx, actor: Account, unit: OrgUnit, role: str) -> int:
    """Tell everybody whose duty has changed since they were last told; to how many.

    Whoever makes the roster knows it already.
    """
    _check(may_edit(actor, unit), "role-not-allowed")
    await units.lock(tx, unit.id)
    known = await _roster(tx, unit, role)
    told = 0
    for holder in known.holders:
        plan = rules.plan_of(holder.grant_id, known.week, known.changes, known.today)
        was = _read(await duty.told(tx, holder.grant_id)).since(known.today)
        if plan == was:
            continue
        await duty.keep_told(tx, holder.grant_id, _packed(plan))
        account = await people.account(tx, holder.account_id)
        if account is not None and account.id != actor.id:
            tell(tx, account, Outgoing(text=_news(actor, known, plan)))
            told += 1
    return told


def _packed(plan: Plan) -> dict[str, Any]:
    return {
        "weekdays": list(plan.weekdays),
        "dates": [[day.isoformat(), works] for day, works in plan.dates],
    }


def _read(kept: dict[str, Any]) -> Plan:
    dates = tuple((date.fromisoformat(day), works) for day, works in kept.get("dates", []))
    return Plan(tuple(kept.get("weekdays", [])), dates)


def _news(actor: Account, known: Roster, plan: Plan) -> Text:
    by = t("role-director") if "director" in roles_at(actor, known.unit.id) else t("role-deputy")
    role = t(f"role-{known.role}")
    if not plan:
        return t("duty-told-none", by=by, role=role, center=known.unit.name)
    lines = [
        t("duty-told-on", day=known.moment(day)) if works else t("duty-told-off", day=known.moment(day))
        for day, works in plan.dates
    ]
    if plan.weekdays:
        days = listed([t(f"weekday-{weekday}") for weekday in plan.weekdays])
        lines.insert(0, t("duty-told-week", days=days))
    return t("duty-told", by=by, role=role, center=known.unit.name, items=lines)
