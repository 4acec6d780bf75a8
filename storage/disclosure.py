"""What each center has to publish and how often, and how far the clock has reminded of it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import CheckConstraint, Date, ForeignKey, String, exists, select
from sqlalchemy.orm import Mapped, mapped_column

from domain.disclosure import Every, Period
from storage.base import Base, UtcDateTime, partial
from storage.due import next_of
from storage.transaction import Tx
from storage.units import OrgUnit


class DisclosureRule(Base):
    """A duty of a center (domain/disclosure.py).

    every    how often, as its director has settled it; `on` whether it is a duty there at all
    since    the first day of the first period for which that holds
    watched  the first day of the period that is reminded of, of which so many reminders have `told`
    look_at  when the clock looks next; None for what never falls due
    """

    __tablename__ = "disclosure_rule"
    __table_args__ = (
        CheckConstraint("every in ('month','quarter','happens')", name="every"),
        CheckConstraint('look_at is null or "on"', name="on"),
        partial("ix_disclosure_rule_look", "look_at", where="look_at IS NOT NULL"),
    )

    center_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"), primary_key=True)
    duty: Mapped[str] = mapped_column(String(10), primary_key=True)
    on: Mapped[bool] = mapped_column(default=True)
    every: Mapped[str] = mapped_column(String(7))
    since: Mapped[date] = mapped_column(Date)
    watched: Mapped[date] = mapped_column(Date)
    told: Mapped[int] = mapped_column(default=0)
    look_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    @property
    def often(self) -> Every:
        """How often, as the rules call it."""
        return Every(self.every)

    @property
    def period(self) -> Period:
        """The period that is reminded of."""
        return Period(self.watched, self.often)


async def add(tx: Tx, row: DisclosureRule) -> None:
    """A center has a duty from now on."""
    tx.session.add(row)
    await tx.session.flush()


async def rule(tx: Tx, center_id: int, duty: str) -> DisclosureRule | None:
    """One duty of a center, locked until the commit."""
    query = select(DisclosureRule).where(DisclosureRule.center_id == center_id, DisclosureRule.duty == duty)
    return (await tx.session.scalars(query.with_for_update())).one_or_none()


async def rules(tx: Tx, center_ids: Collection[int]) -> list[DisclosureRule]:
    """The duties of these centers."""
    query = select(DisclosureRule).where(DisclosureRule.center_id.in_(center_ids))
    return list(await tx.session.scalars(query.order_by(DisclosureRule.center_id, DisclosureRule.duty)))


async def unwatched(tx: Tx) -> OrgUnit | None:
    """A center that has no duties yet, locked: it is new, or was there before there were any."""
    query = select(OrgUnit).where(
        OrgUnit.kind == "center", ~exists().where(DisclosureRule.center_id == OrgUnit.id)
    )
    return await next_of(tx, query, OrgUnit.id)


async def to_look_at(tx: Tx) -> DisclosureRule | None:
    """The duty that the clock should have looked at first, locked."""
    query = select(DisclosureRule).where(DisclosureRule.look_at <= tx.now)
    return await next_of(tx, query, DisclosureRule.look_at, DisclosureRule.center_id, DisclosureRule.duty)
