"""Tasks offered to volunteers: what is wanted when, who was asked, and who has taken a seat."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import CheckConstraint, Date, ForeignKey, Index, String, UniqueConstraint, false, func, select
from sqlalchemy.orm import Mapped, mapped_column

from domain.tasks import OPEN_SEATS, TAKEN_SEATS, When
from domain.volunteers import Part
from storage.base import Base, BigId, EncryptedText, UtcDateTime, partial
from storage.due import next_of
from storage.requests import ServiceRequest, hidden_from
from storage.transaction import Tx


class HelpTask(Base):
    """Help that a request's holder asks the association for: so many hands at a part of a day."""

    __tablename__ = "help_task"
    __table_args__ = (
        CheckConstraint("state in ('open','over','cancelled')", name="state"),
        CheckConstraint("seats between 1 and 20", name="seats"),
        CheckConstraint("part between 0 and 2", name="part"),
        CheckConstraint("sex in ('f','m')", name="sex"),
        Index("ix_help_task_request", "request_id", "state"),
        partial("ix_help_task_look", "look_at", where="look_at IS NOT NULL"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("service_request.id"))
    center_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"))
    skill: Mapped[str | None] = mapped_column(String(20))
    seats: Mapped[int]
    day: Mapped[date] = mapped_column(Date)
    part: Mapped[int]
    sex: Mapped[str | None] = mapped_column(String(1))
    """Whether a woman or a man is asked for."""
    code_word: Mapped[str] = mapped_column(EncryptedText)
    state: Mapped[str] = mapped_column(String(10))
    wave: Mapped[int] = mapped_column(default=0)
    look_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When the next wave goes out, or it is over; None when nothing is left to be done."""
    told_short: Mapped[bool] = mapped_column(default=False)
    """Whether the holder has heard that nobody is left to ask."""
    created_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    @property
    def when(self) -> When:
        """The part of a local day at which help is wanted."""
        return When(self.day, Part(self.part))


class HelpOffer(Base):
    """A volunteer was asked whether they would take a seat of a task."""

    __tablename__ = "help_offer"
    __table_args__ = (
        UniqueConstraint("task_id", "account_id"),
        CheckConstraint("state in ('out','accepted','refused','covered')", name="state"),
        Index("ix_help_offer_account", "account_id", "offered_at"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    task_id: Mapped[int] = mapped_column(ForeignKey("help_task.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    wave: Mapped[int]
    state: Mapped[str] = mapped_column(String(10))
    offered_at: Mapped[datetime] = mapped_column(UtcDateTime)
    times: Mapped[int] = mapped_column(default=1, server_default="1")
    """How often they were asked: again, when it was covered and is not any more."""


class HelpSeat(Base):
    """A seat of a task that a volunteer has taken: each by itself, from "I'll come" to "done"."""

    __tablename__ = "help_seat"
    __table_args__ = (
        UniqueConstraint("task_id", "account_id"),
        CheckConstraint(
            "state in ('accepted','on_way','there','done','released','missed','cancelled')", name="state"
        ),
        CheckConstraint("minutes between 0 and 1440", name="minutes"),
        Index("ix_help_seat_account", "account_id", "state"),
        partial("ix_help_seat_look", "look_at", where="look_at IS NOT NULL"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    task_id: Mapped[int] = mapped_column(ForeignKey("help_task.id"))
    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    state: Mapped[str] = mapped_column(String(10))
    look_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When the clock looks at it next."""
    minutes: Mapped[int | None]
    """How long it took, as the helper says."""
    note: Mapped[str | None] = mapped_column(EncryptedText)
    """What the next one who helps these people should know."""
    taken_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


async def add(tx: Tx, row: HelpTask | HelpOffer | HelpSeat) -> None:
    """Add a row; it has its id afterwards."""
    tx.session.add(row)
    await tx.session.flush()


async def task(tx: Tx, task_id: int) -> HelpTask | None:
    """A task, locked until the commit: whoever takes a seat of it waits for whoever is taking one."""
    return await tx.lock(HelpTask, task_id)


async def task_of(tx: Tx, seat: HelpSeat | HelpOffer) -> HelpTask:
    """The task a row points to, locked; a foreign key says that it is there."""
    found = await task(tx, seat.task_id)
    if found is None:
        raise LookupError(seat.task_id)
    return found


async def seat(tx: Tx, seat_id: int) -> tuple[HelpSeat, HelpTask] | None:
    """A seat and its task, locked until the commit. The task is always locked first: whoever calls it off
    comes from there, and two who came from both ends would wait for each other."""
    known = await tx.session.get(HelpSeat, seat_id)
    return await _locked(tx, known) if known is not None else None


async def _locked(tx: Tx, known: HelpSeat) -> tuple[HelpSeat, HelpTask]:
    found_task = await task_of(tx, known)
    return await tx.lock(HelpSeat, known.id) or known, found_task


async def of_request(tx: Tx, request_id: int) -> list[HelpTask]:
    """The tasks of a request that are not over, the oldest first."""
    query = select(HelpTask).where(HelpTask.request_id == request_id, HelpTask.state == "open")
    return list(await tx.session.scalars(query.order_by(HelpTask.id)))


async def every_of(tx: Tx, request_id: int) -> list[HelpTask]:
    """All tasks there ever were of a request, the oldest first, locked until the commit."""
    query = select(HelpTask).where(HelpTask.request_id == request_id).order_by(HelpTask.id)
    query = query.with_for_update().execution_options(populate_existing=True)
    return list(await tx.session.scalars(query))


async def seats_of(tx: Tx, task_id: int) -> list[HelpSeat]:
    """All seats of a task that were ever taken, in that order, as they are now: they change under the
    task's lock alone."""
    query = select(HelpSeat).where(HelpSeat.task_id == task_id).order_by(HelpSeat.id)
    return list(await tx.session.scalars(query.execution_options(populate_existing=True)))


async def taken(tx: Tx, task_id: int) -> list[HelpSeat]:
    """The seats of a task that are taken now, or were and are done."""
    return [one for one in await seats_of(tx, task_id) if one.state in TAKEN_SEATS]


async def seat_of(tx: Tx, task_id: int, account_id: int) -> HelpSeat | None:
    """The seat of a task that somebody has, or had, as it is now."""
    query = select(HelpSeat).where(HelpSeat.task_id == task_id, HelpSeat.account_id == account_id)
    return (await tx.session.scalars(query.execution_options(populate_existing=True))).one_or_none()


async def offers_of(tx: Tx, task_id: int) -> list[HelpOffer]:
    """Everybody who was asked for a task."""
    query = select(HelpOffer).where(HelpOffer.task_id == task_id).order_by(HelpOffer.id)
    return list(await tx.session.scalars(query))


async def offer_to(tx: Tx, task_id: int, account_id: int) -> HelpOffer | None:
    """The question to one person whether they would take a seat of a task."""
    query = select(HelpOffer).where(HelpOffer.task_id == task_id, HelpOffer.account_id == account_id)
    return (await tx.session.scalars(query)).one_or_none()


async def asked_since(tx: Tx, account_ids: Collection[int], span: timedelta) -> dict[int, int]:
    """How often each of these was asked within this time."""
    query = (
        select(HelpOffer.account_id, func.sum(HelpOffer.times))
        .where(HelpOffer.account_id.in_(account_ids), HelpOffer.offered_at > tx.now - span)
        .group_by(HelpOffer.account_id)
    )
    return {account_id: count for account_id, count in await tx.session.execute(query)}  # noqa: C416


async def last_asked(tx: Tx, account_ids: Collection[int]) -> dict[int, datetime]:
    """When each of these was asked last; whoever never was is left out."""
    query = select(HelpOffer.account_id, func.max(HelpOffer.offered_at))
    query = query.where(HelpOffer.account_id.in_(account_ids)).group_by(HelpOffer.account_id)
    return {account_id: at for account_id, at in await tx.session.execute(query)}  # noqa: C416


async def open_seats(tx: Tx, account_ids: Collection[int]) -> list[tuple[HelpSeat, HelpTask]]:
    """The seats these people have and have not finished, each with its task, the earliest first."""
    query = (
        select(HelpSeat, HelpTask)
        .join(HelpTask, HelpTask.id == HelpSeat.task_id)
        .where(HelpSeat.account_id.in_(account_ids), HelpSeat.state.in_(OPEN_SEATS))
        .order_by(HelpTask.day, HelpTask.part, HelpSeat.id)
    )
    return [(found_seat, found_task) for found_seat, found_task in await tx.session.execute(query)]


async def done_by(tx: Tx, account_id: int) -> tuple[int, int]:
    """How many seats somebody has seen through, and how many minutes that took in all."""
    query = select(func.count(), func.coalesce(func.sum(HelpSeat.minutes), 0))
    query = query.where(HelpSeat.account_id == account_id, HelpSeat.state == "done")
    count, minutes = (await tx.session.execute(query)).one()
    return count, int(minutes or 0)


async def last_done(tx: Tx, account_id: int, limit: int) -> Sequence[tuple[HelpSeat, HelpTask]]:
    """The last seats somebody has seen through."""
    query = (
        select(HelpSeat, HelpTask)
        .join(HelpTask, HelpTask.id == HelpSeat.task_id)
        .where(HelpSeat.account_id == account_id, HelpSeat.state == "done")
        .order_by(HelpSeat.id.desc())
        .limit(limit)
    )
    return [(found_seat, found_task) for found_seat, found_task in await tx.session.execute(query)]


def _before(request: ServiceRequest) -> Any:
    """The seats that were seen through for the same people as this request is for; of somebody who is only
    named nobody can tell."""
    if request.person_id is not None:
        same = ServiceRequest.person_id == request.person_id
    elif request.person_name is not None:
        same = false()
    else:
        same = (ServiceRequest.asker_id == request.asker_id) & ServiceRequest.person_name.is_(None)
    for_them = select(ServiceRequest.id).where(same)
    theirs = select(HelpTask.id).where(HelpTask.request_id.in_(for_them))
    return HelpSeat.task_id.in_(theirs) & (HelpSeat.state == "done")


async def helped_before(tx: Tx, request: ServiceRequest) -> set[int]:
    """Who has helped the people this request is for."""
    return set(await tx.session.scalars(select(HelpSeat.account_id).where(_before(request))))


async def notes_before(tx: Tx, request: ServiceRequest, reader_id: int, *, limit: int) -> list[str]:
    """What those who helped these people left to know, the last first; nothing from where it was about
    the reader."""
    told = select(HelpTask.id).join(ServiceRequest, ServiceRequest.id == HelpTask.request_id)
    told = told.where(~hidden_from(reader_id))
    query = select(HelpSeat.note).where(
        _before(request), HelpSeat.note.is_not(None), HelpSeat.task_id.in_(told)
    )
    found = await tx.session.scalars(query.order_by(HelpSeat.id.desc()).limit(limit))
    return [note for note in found if note]


async def task_to_look_at(tx: Tx) -> HelpTask | None:
    """The task whose next wave, or end, has waited longest, locked."""
    query = select(HelpTask).where(HelpTask.look_at <= tx.now)
    return await next_of(tx, query, HelpTask.look_at, HelpTask.id)


async def seat_to_look_at(tx: Tx) -> tuple[HelpSeat, HelpTask] | None:
    """The seat the clock should have looked at the longest ago, and its task, both locked. Seats of a task
    that somebody else has locked wait for the next time."""
    query = (
        select(HelpSeat)
        .join(HelpTask, HelpTask.id == HelpSeat.task_id)
        .where(HelpSeat.look_at <= tx.now)
        .order_by(HelpSeat.look_at, HelpSeat.id)
        .limit(1)
        .with_for_update(of=HelpTask, skip_locked=True)
    )
    known = (await tx.session.scalars(query)).one_or_none()
    return await _locked(tx, known) if known is not None else None
