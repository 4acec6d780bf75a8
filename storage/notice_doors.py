"""Which households are told at their doors, who goes there, and when the clock looks after it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, Index, Select, exists, func, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from domain.doors import PENDING, Door
from storage.base import Base, BigId, UtcDateTime, partial
from storage.due import next_of
from storage.notice_readers import NoticeDoor, NoticeKnock, NoticeMute, NoticeReader
from storage.notices import Notice
from storage.people import Household, Membership, Person
from storage.transaction import Tx


class NoticeRound(Base):
    """The doors of a natural village (None: of the households in none) of a center, and when the clock looks
    whether somebody goes to them."""

    __tablename__ = "notice_round"
    __table_args__ = (
        Index("ix_notice_round_notice", "notice_id", "center_id"),
        partial("ix_notice_round_look_at", "look_at", where="look_at IS NOT NULL"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    notice_id: Mapped[int] = mapped_column(ForeignKey("notice.id"))
    center_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"))
    village_id: Mapped[int | None] = mapped_column(ForeignKey("natural_village.id"))
    since: Mapped[datetime] = mapped_column(UtcDateTime)
    """Since when somebody is looked for."""
    look_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When the next few are asked; None when nobody is any more."""
    told_short: Mapped[bool] = mapped_column(default=False)
    """Whether the author has heard that nobody goes there."""


def _unread() -> ColumnElement[bool]:
    """Nobody of the household behind a door has read the notice."""
    return ~exists().where(
        NoticeReader.notice_id == NoticeDoor.notice_id,
        NoticeReader.household_id == NoticeDoor.household_id,
    )


def _pending(notice_id: int) -> Select[NoticeDoor]:
    return select(NoticeDoor).where(
        NoticeDoor.notice_id == notice_id, NoticeDoor.state.in_(PENDING), _unread()
    )


async def to_open(tx: Tx) -> Notice | None:
    """A notice whose doors are due, locked."""
    query = select(Notice).where(Notice.doors_at <= tx.now)
    return await next_of(tx, query, Notice.doors_at, Notice.id)


async def to_share(tx: Tx) -> NoticeRound | None:
    """The doors for which the next few are to be asked, locked."""
    query = select(NoticeRound).where(NoticeRound.look_at <= tx.now)
    return await next_of(tx, query, NoticeRound.look_at, NoticeRound.id)


async def to_go_again(tx: Tx) -> NoticeDoor | None:
    """A door at which something was to have happened by now, locked."""
    query = select(NoticeDoor).where(NoticeDoor.again_at <= tx.now)
    return await next_of(tx, query, NoticeDoor.again_at, NoticeDoor.notice_id, NoticeDoor.household_id)


async def add_doors(tx: Tx, notice_id: int, households: Iterable[tuple[int, int | None]]) -> None:
    """These households, each with its natural village, are told at their doors."""
    rows: list[dict[str, Any]] = [
        {"notice_id": notice_id, "household_id": one, "village_id": village, "state": Door.OPEN}
        for one, village in households
    ]
    if rows:
        await tx.session.execute(insert(NoticeDoor), rows)


async def add(tx: Tx, row: NoticeRound | NoticeDoor | NoticeKnock) -> None:
    """Add a row."""
    tx.session.add(row)
    await tx.session.flush()


async def door(tx: Tx, notice_id: int, household_id: int) -> NoticeDoor | None:
    """A household that is told at its door, locked until the commit: whoever else is there waits."""
    return await tx.lock(NoticeDoor, (notice_id, household_id))


async def door_of(tx: Tx, notice_id: int, household_id: int) -> NoticeDoor | None:
    """The same, not locked: whoever reads the notice holds nobody up."""
    return await tx.session.get(NoticeDoor, (notice_id, household_id))


async def knock(tx: Tx, notice_id: int, account_id: int) -> NoticeKnock | None:
    """What somebody answered when they were asked to go, locked until the commit."""
    return await tx.lock(NoticeKnock, (notice_id, account_id))


async def knock_of(tx: Tx, notice_id: int, account_id: int) -> NoticeKnock | None:
    """The same, not locked."""
    return await tx.session.get(NoticeKnock, (notice_id, account_id))


async def knocks(tx: Tx, notice_id: int) -> list[NoticeKnock]:
    """Everybody who was asked to go about a notice."""
    query = select(NoticeKnock).where(NoticeKnock.notice_id == notice_id)
    return list(await tx.session.scalars(query))


async def asked_since(tx: Tx, account_ids: Collection[int], span: timedelta) -> dict[int, int]:
    """How often each of these was asked to go to doors within this time."""
    query = (
        select(NoticeKnock.account_id, func.count())
        .where(NoticeKnock.account_id.in_(account_ids), NoticeKnock.asked_at > tx.now - span)
        .group_by(NoticeKnock.account_id)
    )
    return {account_id: count for account_id, count in await tx.session.execute(query)}  # noqa: C416


async def rounds(tx: Tx, notice_id: int) -> list[NoticeRound]:
    """The doors of a notice, village by village."""
    query = select(NoticeRound).where(NoticeRound.notice_id == notice_id)
    return list(await tx.session.scalars(query.order_by(NoticeRound.center_id, NoticeRound.id)))


async def round_at(tx: Tx, notice_id: int, center_id: int, village_id: int | None) -> NoticeRound | None:
    """The doors of one natural village, locked until the commit."""
    query = (
        select(NoticeRound)
        .where(NoticeRound.notice_id == notice_id, NoticeRound.center_id == center_id)
        .where(NoticeRound.village_id == village_id)
        .with_for_update()
    )
    return (await tx.session.scalars(query.execution_options(populate_existing=True))).one_or_none()


async def free(
    tx: Tx, notice_id: int, center_id: int, *, near: int | None, limit: int, only: bool = False
) -> list[NoticeDoor]:
    """Doors of a center to which nobody goes, those of a natural village (`near`) first, or only those;
    locked, and without those that somebody is just taking."""
    query = (
        _pending(notice_id)
        .join(Household, Household.id == NoticeDoor.household_id)
        .where(NoticeDoor.state == Door.OPEN, Household.center_id == center_id)
    )
    here = NoticeDoor.village_id.is_not_distinct_from(near)
    if only:
        query = query.where(here)
    query = query.order_by(here.desc(), NoticeDoor.village_id, NoticeDoor.household_id).limit(limit)
    query = query.with_for_update(of=NoticeDoor, skip_locked=True)
    return list(await tx.session.scalars(query.execution_options(populate_existing=True)))


async def counts(tx: Tx, notice_id: int) -> dict[tuple[int, int | None, Door], int]:
    """How many households there are of each center, natural village and state that have not read it."""
    query = (
        select(Household.center_id, NoticeDoor.village_id, NoticeDoor.state, func.count())
        .join(Household, Household.id == NoticeDoor.household_id)
        .where(NoticeDoor.notice_id == notice_id, _unread())
        .group_by(Household.center_id, NoticeDoor.village_id, NoticeDoor.state)
    )
    found = await tx.session.execute(query)
    return {(center, village, Door(state)): count for center, village, state, count in found}


async def kept_by(tx: Tx, notice_id: int, account_id: int) -> list[NoticeDoor]:
    """The doors that are still on somebody's list, in the order of the roster."""
    query = _pending(notice_id).where(NoticeDoor.keeper_id == account_id)
    return list(await tx.session.scalars(query.order_by(NoticeDoor.household_id)))


async def is_read(tx: Tx, notice_id: int, household_id: int) -> bool:
    """Whether somebody of a household has read a notice."""
    query = select(NoticeReader.account_id).where(
        NoticeReader.notice_id == notice_id, NoticeReader.household_id == household_id
    )
    return (await tx.session.scalars(query.limit(1))).one_or_none() is not None


async def read_by(tx: Tx, notice_id: int) -> set[int]:
    """The households of which somebody has read a notice."""
    query = select(NoticeReader.household_id).where(
        NoticeReader.notice_id == notice_id, NoticeReader.household_id.is_not(None)
    )
    return {one for one in await tx.session.scalars(query) if one is not None}


async def states(tx: Tx, notice_id: int) -> dict[int, tuple[str, int | None]]:
    """What became of each door, and who goes there."""
    query = select(NoticeDoor.household_id, NoticeDoor.state, NoticeDoor.keeper_id)
    found = await tx.session.execute(query.where(NoticeDoor.notice_id == notice_id))
    return {household: (state, keeper) for household, state, keeper in found}


async def spared(tx: Tx, kind: str, center_ids: Collection[int]) -> set[int]:
    """The households in which there are accounts, and all of them do not want notices of a kind."""
    query = (
        select(Person.household_id)
        .select_from(Membership)
        .join(Person, Person.id == Membership.person_id)
        .outerjoin(NoticeMute, (NoticeMute.account_id == Membership.account_id) & (NoticeMute.kind == kind))
        .where(Membership.center_id.in_(center_ids))
        .group_by(Person.household_id)
        .having(func.count() == func.count(NoticeMute.account_id))
    )
    return set(await tx.session.scalars(query))


async def behind_doors(tx: Tx, notice_id: int, account_ids: Collection[int]) -> set[int]:
    """Which of these live in a household that has itself to be told."""
    waiting = _pending(notice_id).with_only_columns(NoticeDoor.household_id)
    query = (
        select(Membership.account_id)
        .join(Person, Person.id == Membership.person_id)
        .where(Membership.account_id.in_(account_ids), Person.household_id.in_(waiting))
    )
    return set(await tx.session.scalars(query))


async def homes(tx: Tx, household_ids: Collection[int]) -> dict[int, list[Person]]:
    """The persons of these households, as the roster has them."""
    found: dict[int, list[Person]] = {one: [] for one in household_ids}
    query = select(Person).where(Person.household_id.in_(household_ids)).order_by(Person.id)
    for row in await tx.session.scalars(query):
        found[row.household_id].append(row)
    return found
