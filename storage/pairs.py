"""Standing pairs of a helper and a household, and what became of each."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, mapped_column

from domain.visits import Plan, Rhythm
from storage.base import Base, BigId, EncryptedJson, EncryptedText, UtcDateTime, partial
from storage.due import next_of
from storage.transaction import Tx
from storage.visits import Visit

_IS_OPEN = "over_at IS NULL"


class Pair(Base):
    """One helper and one household, from the proposal to the end. Helpers are accounts: how they stand with
    the association is theirs (see storage/volunteers.py)."""

    __tablename__ = "pair"
    __table_args__ = (
        CheckConstraint(
            "state in ('proposed','accepted','active','paused','ended','declined')", name="state"
        ),
        CheckConstraint("purpose in ('care','production')", name="purpose"),
        CheckConstraint("rhythm in ('monthly','twice','weekly')", name="rhythm"),
        CheckConstraint(
            "after_day is null or (rhythm = 'monthly' and after_day between 2 and 25)", name="after_day"
        ),
        CheckConstraint("agreed_by in ('household','caller','officer')", name="agreed_by"),
        CheckConstraint(
            "state not in ('active','paused') or (code_word is not null and agreed_by is not null)",
            name="agreed",
        ),
        CheckConstraint("state not in ('paused','ended') or reason is not null", name="reason"),
        CheckConstraint("state not in ('proposed','accepted') or wake_at is not null", name="answer"),
        CheckConstraint("(state in ('ended','declined')) = (over_at is not null)", name="over"),
        CheckConstraint("helper_id <> second_id and helper_id <> next_id", name="others"),
        partial("uq_pair_household", "household_id", where=_IS_OPEN, unique=True),
        partial("ix_pair_helper", "helper_id", where=_IS_OPEN),
        partial("ix_pair_second", "second_id", where=_IS_OPEN),
        partial("ix_pair_asked_second", "asked_second_id", where=_IS_OPEN),
        partial("ix_pair_next", "next_id", where=_IS_OPEN),
        partial("ix_pair_wake", "wake_at", where="wake_at IS NOT NULL"),
        Index("ix_pair_center", "center_id", "state"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    center_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"))
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"))
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    """Who of the household is asked for and called."""
    helper_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    turn: Mapped[int] = mapped_column(default=1)
    """Which of its helpers this is: a button about a former one must not be taken for one about this one."""
    second_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    """The second helper, who goes when the first cannot."""
    asked_second_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    """Who is to be asked to be the second helper, or is being asked: that is done once it has begun."""
    next_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    """Who is asked to take it over."""
    request_id: Mapped[int | None] = mapped_column(ForeignKey("service_request.id"))
    """The request it came from."""
    purpose: Mapped[str] = mapped_column(String(10))
    rhythm: Mapped[str] = mapped_column(String(7))
    after_day: Mapped[int | None]
    goals: Mapped[list[str]] = mapped_column(EncryptedJson)
    state: Mapped[str] = mapped_column(String(8))
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    """Since when it is in this state."""
    over_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When it ended, or was declined; None while it is open."""
    reason: Mapped[str | None] = mapped_column(EncryptedText)
    """Why it rests, ended or never began: a code of domain/pairs.py, or somebody's words."""
    code_word: Mapped[str | None] = mapped_column(EncryptedText)
    agreed_by: Mapped[str | None] = mapped_column(String(9))
    """Who said that the household agrees: itself, whoever called it, or the officer."""
    note: Mapped[str | None] = mapped_column(EncryptedText)
    """What whoever takes it over must know."""
    wake_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When the clock looks at it: a pause is over, or an answer has not come."""
    wants_other_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """Since when the household would like somebody else. For the officer alone."""
    seeking_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """Since when somebody is sought to take it over, because its helper cannot go on."""
    progress_month: Mapped[str | None] = mapped_column(String(7))
    """The month whose progress the helper was last asked for: "2026-11"."""
    told: Mapped[list[int]] = mapped_column(JSON, default=list)
    """The accounts that have the card to call the household."""
    proposed_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    @property
    def plan(self) -> Plan:
        """How often it is visited."""
        return Plan(Rhythm(self.rhythm), self.after_day)


class PairMove(Base):
    """One thing somebody did to a pair; nobody means the clock."""

    __tablename__ = "pair_move"

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    pair_id: Mapped[int] = mapped_column(ForeignKey("pair.id"), index=True)
    action: Mapped[str] = mapped_column(String(10))
    from_state: Mapped[str | None] = mapped_column(String(8))
    to_state: Mapped[str] = mapped_column(String(8))
    helper_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    """The helper after it."""
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    reason: Mapped[str | None] = mapped_column(EncryptedText)
    at: Mapped[datetime] = mapped_column(UtcDateTime)


class PairProgress(Base):
    """What a month has brought for the goals of a pair; without words nothing new."""

    __tablename__ = "pair_progress"
    __table_args__ = (UniqueConstraint("pair_id", "month"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    pair_id: Mapped[int] = mapped_column(ForeignKey("pair.id"))
    month: Mapped[str] = mapped_column(String(7))
    words: Mapped[str | None] = mapped_column(EncryptedText)
    by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    at: Mapped[datetime] = mapped_column(UtcDateTime)


async def add(tx: Tx, row: Pair) -> None:
    """Add a pair; it has its id afterwards."""
    tx.session.add(row)
    await tx.session.flush()


async def pair(tx: Tx, pair_id: int) -> Pair | None:
    """A pair, locked until the commit."""
    return await tx.lock(Pair, pair_id)


async def pair_of(tx: Tx, pair_id: int) -> Pair:
    """The pair a row points to; a foreign key says that it is there."""
    return await tx.session.get_one(Pair, pair_id)


async def center_of(tx: Tx, pair_id: int) -> int | None:
    """The center of a pair, which is not locked by it."""
    return await tx.session.scalar(select(Pair.center_id).where(Pair.id == pair_id))


async def of_households(tx: Tx, household_ids: Collection[int]) -> list[Pair]:
    """The open pairs of these households: one each at most."""
    query = select(Pair).where(Pair.household_id.in_(household_ids), Pair.over_at.is_(None))
    return sorted(await tx.session.scalars(query), key=lambda row: row.id)


async def of_helper(tx: Tx, account_id: int) -> list[Pair]:
    """The open pairs in which somebody helps, or is asked to, first the oldest."""
    query = select(Pair).where(Pair.helper_id == account_id, Pair.over_at.is_(None))
    return list(await tx.session.scalars(query.order_by(Pair.id)))


async def of_second(tx: Tx, account_id: int) -> list[Pair]:
    """The open pairs in which somebody is the second helper."""
    query = select(Pair).where(Pair.second_id == account_id, Pair.over_at.is_(None))
    return list(await tx.session.scalars(query.order_by(Pair.id)))


async def of_asked_second(tx: Tx, account_id: int) -> list[Pair]:
    """The open pairs in which somebody is asked to be the second helper, or will be."""
    query = select(Pair).where(Pair.asked_second_id == account_id, Pair.over_at.is_(None))
    return list(await tx.session.scalars(query.order_by(Pair.id)))


async def of_next(tx: Tx, account_id: int) -> list[Pair]:
    """The open pairs that somebody is asked to take over."""
    query = select(Pair).where(Pair.next_id == account_id, Pair.over_at.is_(None))
    return list(await tx.session.scalars(query.order_by(Pair.id)))


def _at_center(center_id: int) -> tuple[Any, ...]:
    return Pair.center_id == center_id, Pair.over_at.is_(None)


async def loads(tx: Tx, center_id: int) -> dict[int, int]:
    """How many households each helper of a center has, those included that they are only asked for."""
    held: dict[int, int] = {}
    for row in await tx.session.execute(select(Pair.helper_id, Pair.next_id).where(*_at_center(center_id))):
        for account_id in row:
            if account_id is not None:
                held[account_id] = held.get(account_id, 0) + 1
    return held


async def at_center(
    tx: Tx, center_id: int, states: Collection[str], *, but: int = 0, offset: int = 0, limit: int = 5
) -> list[Pair]:
    """The pairs of a center in one of these states, those first that have been in it the longest; not those
    in which this account (`but`) is the helper."""
    query = select(Pair).where(Pair.center_id == center_id, Pair.state.in_(states), Pair.helper_id != but)
    return list(await tx.session.scalars(query.order_by(Pair.since, Pair.id).offset(offset).limit(limit)))


async def count(tx: Tx, center_id: int) -> dict[str, int]:
    """How many open pairs of a center are in each state; states without any are left out."""
    query = (
        select(Pair.state, func.count().label("number")).where(*_at_center(center_id)).group_by(Pair.state)
    )
    return {found.state: found.number for found in await tx.session.execute(query)}


async def needing(tx: Tx, center_id: int, *, but: int = 0, offset: int = 0, limit: int = 5) -> list[Pair]:
    """The pairs of a center for which somebody else is wished or sought, the oldest first; not those in which
    this account (`but`) is the helper."""
    query = select(Pair).where(
        *_at_center(center_id),
        Pair.helper_id != but,
        or_(Pair.wants_other_at.is_not(None), Pair.seeking_at.is_not(None)),
    )
    return list(await tx.session.scalars(query.order_by(Pair.since, Pair.id).offset(offset).limit(limit)))


async def overdue(tx: Tx, center_id: int, *, but: int = 0, offset: int = 0, limit: int = 5) -> list[Pair]:
    """The pairs of a center whose last visit was missed and not made up for, the oldest first; not those in
    which this account (`but`) is the helper."""
    last = select(Visit.state).where(Visit.pair_id == Pair.id, Visit.due_by <= tx.now)
    missed = last.order_by(Visit.due_by.desc()).limit(1).scalar_subquery() == "missed"
    query = select(Pair).where(
        Pair.center_id == center_id, Pair.state.in_(("active", "paused")), Pair.helper_id != but, missed
    )
    return list(await tx.session.scalars(query.order_by(Pair.since, Pair.id).offset(offset).limit(limit)))


async def to_wake(tx: Tx) -> Pair | None:
    """The pair the clock should have looked at the longest ago, locked."""
    query = select(Pair).where(Pair.wake_at <= tx.now)
    return await next_of(tx, query, Pair.wake_at, Pair.id)


def record(tx: Tx, row: PairMove) -> None:
    """Write down what was done."""
    tx.session.add(row)


async def moves(tx: Tx, pair_id: int) -> list[PairMove]:
    """Everything that was done to a pair, in order."""
    query = select(PairMove).where(PairMove.pair_id == pair_id).order_by(PairMove.id)
    return list(await tx.session.scalars(query))


async def progress(tx: Tx, pair_id: int, *, limit: int = 6) -> list[PairProgress]:
    """What the last months have brought, the newest first."""
    query = select(PairProgress).where(PairProgress.pair_id == pair_id)
    return list(await tx.session.scalars(query.order_by(PairProgress.month.desc()).limit(limit)))


async def progress_of(tx: Tx, pair_id: int, month: str) -> PairProgress | None:
    """What a month has brought, if it was said."""
    query = select(PairProgress).where(PairProgress.pair_id == pair_id, PairProgress.month == month)
    return (await tx.session.scalars(query)).one_or_none()


def add_progress(tx: Tx, row: PairProgress) -> None:
    """Add what a month has brought."""
    tx.session.add(row)
