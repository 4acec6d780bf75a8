"""The duty roster: who of a desk is on duty on which weekday, and the dates that differ.

Its rows hang on the grant of the role: a role that is taken back takes its duty along.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import JSON, CheckConstraint, Date, ForeignKey, delete, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base
from storage.memo import remembered
from storage.roles import RoleGrant
from storage.transaction import Tx


class DutyDay(Base):
    """Somebody is on duty on this weekday (0 is Monday), every week."""

    __tablename__ = "duty_day"
    __table_args__ = (CheckConstraint("weekday between 0 and 6", name="weekday"),)

    grant_id: Mapped[int] = mapped_column(ForeignKey("role_grant.id"), primary_key=True)
    weekday: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)


class DutyException(Base):
    """On this date somebody is on duty, or is not, whatever the weekly pattern says."""

    __tablename__ = "duty_exception"

    grant_id: Mapped[int] = mapped_column(ForeignKey("role_grant.id"), primary_key=True)
    day: Mapped[date] = mapped_column(Date, primary_key=True)
    """The local date at the center."""
    works: Mapped[bool]


class DutyTold(Base):
    """What somebody was last told of their duty, so that they are told again only if it has changed."""

    __tablename__ = "duty_told"

    grant_id: Mapped[int] = mapped_column(ForeignKey("role_grant.id"), primary_key=True)
    plan: Mapped[dict[str, Any]] = mapped_column(JSON)


async def days(
    tx: Tx, unit_id: int, role: str, weekday: int | None = None
) -> list[tuple[DutyDay, RoleGrant]]:
    """The weekly pattern of those who hold a role at a unit now, or one weekday of it."""
    return [
        (day, grant)
        for day, grant in await _days_at(tx, unit_id)
        if grant.role == role and weekday in (None, day.weekday)
    ]


async def exceptions(
    tx: Tx, unit_id: int, role: str, first: date, last: date
) -> list[tuple[DutyException, RoleGrant]]:
    """What differs from the pattern between two dates, both included."""
    return [
        (one, grant)
        for one, grant in await _exceptions_from(tx, unit_id, first)
        if grant.role == role and one.day <= last
    ]


@remembered(DutyDay, RoleGrant)
async def _days_at(tx: Tx, unit_id: int) -> list[tuple[DutyDay, RoleGrant]]:
    query = _days().where(RoleGrant.unit_id == unit_id)
    return [(day, grant) for day, grant in await tx.session.execute(query)]


@remembered(DutyException, RoleGrant)
async def _exceptions_from(tx: Tx, unit_id: int, first: date) -> list[tuple[DutyException, RoleGrant]]:
    query = _exceptions(first).where(RoleGrant.unit_id == unit_id)
    return [(one, grant) for one, grant in await tx.session.execute(query)]


def _days() -> Any:
    query = select(DutyDay, RoleGrant).join(RoleGrant, RoleGrant.id == DutyDay.grant_id)
    return query.where(RoleGrant.revoked_at.is_(None)).order_by(DutyDay.weekday, RoleGrant.id)


def _exceptions(first: date) -> Any:
    query = select(DutyException, RoleGrant).join(RoleGrant, RoleGrant.id == DutyException.grant_id)
    query = query.where(RoleGrant.revoked_at.is_(None), DutyException.day >= first)
    return query.order_by(DutyException.day, RoleGrant.id)


async def prefetch(tx: Tx, todays: Mapping[int, date]) -> None:
    """Read the duty rosters of many units at once, from their local today on."""
    if not todays:
        return
    patterns: dict[int, list[tuple[DutyDay, RoleGrant]]] = {unit_id: [] for unit_id in todays}
    for day, grant in await tx.session.execute(_days().where(RoleGrant.unit_id.in_(todays))):
        patterns[grant.unit_id].append((day, grant))
    changes: dict[int, list[tuple[DutyException, RoleGrant]]] = {unit_id: [] for unit_id in todays}
    query = _exceptions(min(todays.values())).where(RoleGrant.unit_id.in_(todays))
    for one, grant in await tx.session.execute(query):
        if one.day >= todays[grant.unit_id]:
            changes[grant.unit_id].append((one, grant))
    for unit_id, today in todays.items():
        _days_at.learn(tx, patterns[unit_id], unit_id)
        _exceptions_from.learn(tx, changes[unit_id], unit_id, today)


async def put_day(tx: Tx, grant_id: int, weekday: int, on: bool) -> None:
    """Put somebody on duty on a weekday, or take them off it."""
    known = await tx.session.get(DutyDay, (grant_id, weekday))
    if on and known is None:
        tx.session.add(DutyDay(grant_id=grant_id, weekday=weekday))
    elif not on and known is not None:
        await tx.session.delete(known)
    await tx.session.flush()


async def put_exception(tx: Tx, grant_id: int, day: date, works: bool) -> None:
    """Say that on this date somebody is on duty, or is not."""
    known = await tx.session.get(DutyException, (grant_id, day))
    if known is None:
        tx.session.add(DutyException(grant_id=grant_id, day=day, works=works))
    else:
        known.works = works
    await tx.session.flush()


async def clear_exceptions(tx: Tx, grant_ids: Iterable[int], day: date) -> None:
    """On this date the pattern holds again for these people."""
    query = delete(DutyException).where(DutyException.grant_id.in_(list(grant_ids)), DutyException.day == day)
    await tx.session.execute(query)


async def told(tx: Tx, grant_id: int) -> dict[str, Any]:
    """What somebody was last told of their duty; empty for nothing."""
    known = await tx.session.get(DutyTold, grant_id)
    return known.plan if known else {}


async def keep_told(tx: Tx, grant_id: int, plan: dict[str, Any]) -> None:
    """Remember what somebody was told of their duty."""
    known = await tx.session.get(DutyTold, grant_id)
    if known is None:
        tx.session.add(DutyTold(grant_id=grant_id, plan=plan))
    else:
        known.plan = plan
