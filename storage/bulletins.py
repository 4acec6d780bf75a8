"""Market and job information: short posts by topic, and who wants which topic."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, CheckConstraint, Date, ForeignKey, Index, String, func, select
from sqlalchemy.orm import Mapped, mapped_column

from domain.messages import Content
from storage.base import Base, BigId, UtcDateTime, partial
from storage.people import Account, Membership
from storage.transaction import Tx


class Bulletin(Base):
    """A post of a topic at a center. It is over by itself after its last day.

    state  open -> withdrawn

    Whoever wants its topic gets it, and every change of it, page by page: `due_at` says when the next page is
    to be written (None when nothing is left to be), `brought_to` up to which account that has been done.
    """

    __tablename__ = "bulletin"
    __table_args__ = (
        CheckConstraint("state in ('open','withdrawn')", name="state"),
        Index("ix_bulletin_topic", "center_id", "ends_on", "topic"),
        partial("ix_bulletin_due", "due_at", where="due_at IS NOT NULL"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    center_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"))
    topic: Mapped[str] = mapped_column(String(30))
    author_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    said: Mapped[dict[str, Any]] = mapped_column(JSON)
    """What it says: a Content (domain/messages.py)."""
    posted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_on: Mapped[date] = mapped_column(Date)
    """The last day on which it counts, as the calendar of its center has it."""
    state: Mapped[str] = mapped_column(String(9), default="open")
    due_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    brought_to: Mapped[int] = mapped_column(BigInteger, default=0)
    brought_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When everybody had it. Who wants the topic later finds it there, but is not told."""

    @property
    def content(self) -> Content:
        """What it says."""
        return Content.model_validate(self.said)


class BulletinSubscription(Base):
    """Somebody wants a topic of a center, or did until `ended_at`: what they got then can still change."""

    __tablename__ = "bulletin_subscription"
    __table_args__ = (Index("ix_bulletin_subscription_topic", "center_id", "topic", "account_id"),)

    account_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("account.id"), primary_key=True)
    center_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"), primary_key=True)
    topic: Mapped[str] = mapped_column(String(30), primary_key=True)
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


@dataclass(frozen=True)
class Subscriber:
    """Somebody who wants a topic, or did once."""

    account_id: int
    bot_id: int
    locale: str
    reachable: bool
    wants: bool


async def add(tx: Tx, row: Bulletin) -> None:
    """Add a post; it has its id afterwards."""
    tx.session.add(row)
    await tx.session.flush()


async def bulletin(tx: Tx, bulletin_id: int) -> Bulletin | None:
    """A post, locked until the commit."""
    return await tx.lock(Bulletin, bulletin_id)


async def one(tx: Tx, bulletin_id: int) -> Bulletin | None:
    """A post to be read."""
    return await tx.session.get(Bulletin, bulletin_id)


async def due(tx: Tx) -> Bulletin | None:
    """The post that has waited longest for its next page, locked, unless another process is at it."""
    query = select(Bulletin).where(Bulletin.due_at <= tx.now).order_by(Bulletin.due_at).limit(1)
    query = query.with_for_update(skip_locked=True).execution_options(populate_existing=True)
    return (await tx.session.scalars(query)).one_or_none()


async def current(tx: Tx, center_id: int, topic: str, today: date) -> list[Bulletin]:
    """What counts of a topic at a center on this day, the newest first."""
    query = select(Bulletin).where(
        Bulletin.center_id == center_id,
        Bulletin.ends_on >= today,
        Bulletin.topic == topic,
        Bulletin.state == "open",
    )
    return list(await tx.session.scalars(query.order_by(Bulletin.posted_at.desc(), Bulletin.id.desc())))


async def counts(tx: Tx, center_id: int, today: date) -> dict[str, int]:
    """How many posts count at a center on this day, by topic."""
    query = select(Bulletin.topic, func.count()).where(
        Bulletin.center_id == center_id, Bulletin.ends_on >= today, Bulletin.state == "open"
    )
    return {topic: n for topic, n in await tx.session.execute(query.group_by(Bulletin.topic))}  # noqa: C416 - rows are no pairs


async def subscription(tx: Tx, account_id: int, center_id: int, topic: str) -> BulletinSubscription | None:
    """Whether somebody wants a topic of a center, or ever did; locked until the commit."""
    return await tx.lock(BulletinSubscription, (account_id, center_id, topic))


def subscribe(tx: Tx, row: BulletinSubscription) -> None:
    """Somebody wants a topic for the first time."""
    tx.session.add(row)


async def wanted(tx: Tx, account_id: int, center_id: int) -> set[str]:
    """The topics of a center that somebody wants."""
    query = select(BulletinSubscription.topic).where(
        BulletinSubscription.account_id == account_id,
        BulletinSubscription.center_id == center_id,
        BulletinSubscription.ended_at.is_(None),
    )
    return set(await tx.session.scalars(query))


async def count_subscribers(tx: Tx, center_id: int, topic: str) -> int:
    """How many who belong to a center and can be reached want this topic."""
    query = (
        select(func.count())
        .select_from(BulletinSubscription)
        .join(Account, Account.id == BulletinSubscription.account_id)
        .join(Membership, Membership.account_id == BulletinSubscription.account_id)
        .where(BulletinSubscription.center_id == center_id, BulletinSubscription.topic == topic)
        .where(BulletinSubscription.ended_at.is_(None), Account.reachable)
        .where(Membership.center_id == center_id)
    )
    return await tx.session.scalar(query) or 0


async def next_subscribers(tx: Tx, center_id: int, topic: str, *, after: int, limit: int) -> list[Subscriber]:
    """The next of those who belong to a center and want this topic or did once, in the order of their
    accounts."""
    query = (
        select(
            Account.id,
            Account.bot_id,
            Account.locale,
            Account.reachable,
            BulletinSubscription.ended_at.is_(None),
        )
        .join(Account, Account.id == BulletinSubscription.account_id)
        .join(Membership, Membership.account_id == BulletinSubscription.account_id)
        .where(BulletinSubscription.center_id == center_id, BulletinSubscription.topic == topic)
        .where(BulletinSubscription.account_id > after, Membership.center_id == center_id)
        .order_by(BulletinSubscription.account_id)
        .limit(limit)
    )
    return [Subscriber(*found) for found in await tx.session.execute(query)]
