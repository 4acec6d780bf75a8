"""Notices: who says what to whom, and how far it got. What each recipient gets is a row of the outbox."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    exists,
    false,
    func,
    or_,
    select,
    update,
)
from sqlalchemy.orm import Mapped, aliased, mapped_column

from domain.announcing import Audience, Body, NoticeKind, kind_of
from storage.base import Base, BigId, EncryptedJson, UtcDateTime, partial
from storage.due import next_of
from storage.outbox import Outbox, write
from storage.transaction import Tx

FARTHEST = timedelta(minutes=10)
"""No look at a notice's progress is put off for so long: if it is, the clock was wrong then."""
NOTICES = "notices"
"""The topic that is heard of when a notice begins, pauses, goes on or is stopped."""


class Notice(Base):
    """A notice of a unit to those of its audience who were registered at its centers at `created_at`.

    state  running -> paused -> running -> done | stopped. While it runs its recipients get their rows, a page
           at a time: center by center in the order of their ids, and in each by account. `spooled_center_id`
           and `spooled_to` say up to where, and change in the transaction that writes the rows. At night it
           is paused until `rests_until`. One that is withdrawn has stopped, or is done.

    A correction or withdrawal sweeps over what was sent already: over the rows of the outbox after
    `sweep_from` up to `sweep_until` (storage/notice_sweep.py).
    """

    __tablename__ = "notice"
    __table_args__ = (
        CheckConstraint("state in ('running','paused','stopped','done')", name="state"),
        CheckConstraint("(state = 'running') = (running_since IS NOT NULL)", name="running"),
        CheckConstraint("(state in ('stopped','done')) = (ended_at IS NOT NULL)", name="ended"),
        partial("ix_notice_open", "state", "unit_id", where="state in ('running', 'paused')"),
        partial("ix_notice_to_spool", "id", where="state = 'running' AND spooled_at IS NULL"),
        Index("uq_notice_number", "unit_id", "year", "serial", unique=True),
        Index("ix_notice_board", "unit_id", "created_at"),
        partial("ix_notice_rests", "rests_until", where="rests_until IS NOT NULL"),
        partial("ix_notice_sweep", "id", where="sweep_until IS NOT NULL"),
        partial("ix_notice_doors", "doors_at", where="doors_at IS NOT NULL"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    body: Mapped[dict[str, Any]] = mapped_column(EncryptedJson)
    """What is said now, as a packed Body (domain/announcing.py)."""
    kind: Mapped[str] = mapped_column(String(10), default="general", server_default="general")
    year: Mapped[int | None]
    serial: Mapped[int | None]
    """Which notice of its unit in that year it is."""
    urgent: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Whether it goes out at night too."""
    audience: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    """Whom it is for: a packed Audience; None for everybody."""
    signed_by_id: Mapped[int | None] = mapped_column(BigInteger)
    """Who signed it beside its author."""
    version: Mapped[int] = mapped_column(default=1, server_default="1")
    state: Mapped[str] = mapped_column(String(8), default="running")
    changed_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    """Who paused it, let it go on or stopped it last."""
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    total: Mapped[int]
    """How many it is for. Counted when it was sent; exactly when all have their rows."""
    unreachable: Mapped[int] = mapped_column(default=0)
    """Those among them that got no row: they cannot be reached in the chat."""
    spooled_center_id: Mapped[int] = mapped_column(BigInteger, default=0)
    spooled_to: Mapped[int] = mapped_column(BigInteger, default=0)
    spooled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When the last recipient got their row."""
    rests_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When it goes on by itself, if it is paused because people sleep."""
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    sweep_from: Mapped[int | None] = mapped_column(BigInteger)
    sweep_until: Mapped[int | None] = mapped_column(BigInteger)
    households: Mapped[int] = mapped_column(default=0, server_default="0")
    """How many households it is for, as they were when it was sent."""
    doors_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When those that did not read it are to be told at their doors; None if that is seen to, or unwanted."""

    running_since: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ran_for: Mapped[int] = mapped_column(default=0)
    """Seconds that it ran before it was paused, all together."""
    report_at: Mapped[datetime | None] = mapped_column(UtcDateTime, index=True)
    """When the author's progress message is looked at next; None when there is nothing more to say."""
    reported: Mapped[int] = mapped_column(default=-1)
    """How many were dealt with when it last changed."""

    @property
    def said(self) -> Body:
        """What it says now."""
        return Body.model_validate(self.body)

    @property
    def for_whom(self) -> Audience:
        """Whom it is for."""
        return Audience.model_validate(self.audience or {})

    @property
    def what(self) -> NoticeKind:
        """Its kind."""
        return kind_of(self.kind)

    @property
    def is_rollcall(self) -> bool:
        """Whether it asks whether everybody is safe."""
        return (question := self.said.question) is not None and question.kind == "rollcall"

    @property
    def number(self) -> str:
        """The number by which it is called: "2026-017"."""
        return numbered(self.year, self.serial)


def numbered(year: int | None, serial: int | None) -> str:
    """The number of a notice; none for those that were made before they had any."""
    return f"{year}-{serial:03}" if year and serial else ""


def _tell(tx: Tx) -> None:
    tx.signals.add((0, NOTICES))


async def add(tx: Tx, row: Notice) -> None:
    """Add a notice; it has its id afterwards."""
    tx.session.add(row)
    await tx.session.flush()


async def notice(tx: Tx, notice_id: int) -> Notice | None:
    """One notice, locked until the commit."""
    return await tx.lock(Notice, notice_id)


async def one(tx: Tx, notice_id: int) -> Notice | None:
    """One notice as it was read first, not locked: whoever reads it holds nobody up."""
    return await tx.session.get(Notice, notice_id)


def change(tx: Tx, row: Notice, state: str, by_id: int | None) -> None:
    """Give a notice another state; whoever sends its rows hears of it with the commit."""
    if row.running_since is not None:
        row.ran_for += max(0, round((tx.now - row.running_since).total_seconds()))
    row.running_since = tx.now if state == "running" else None
    row.ended_at = tx.now if state in ("stopped", "done") else None
    row.rests_until = None
    row.state, row.changed_by_id = state, by_id if by_id is not None else row.changed_by_id
    _tell(tx)


async def next_serial(tx: Tx, unit_id: int, year: int) -> int:
    """The number of a unit's next notice in a year; the unit is locked by whoever asks."""
    query = select(func.max(Notice.serial)).where(Notice.unit_id == unit_id, Notice.year == year)
    return (await tx.session.scalar(query) or 0) + 1


async def rested(tx: Tx) -> Notice | None:
    """A notice that has waited for the morning, locked."""
    query = select(Notice).where(Notice.rests_until <= tx.now)
    return await next_of(tx, query, Notice.rests_until, Notice.id)


async def held(tx: Tx, notice_ids: Sequence[int]) -> list[int]:
    """All notices that are paused, and those of `notice_ids` that have ended."""
    query = select(Notice.id).where(Notice.state == "paused")
    found = list(await tx.session.scalars(query))
    if notice_ids:
        ended = select(Notice.id).where(Notice.id.in_(notice_ids), Notice.state.in_(("stopped", "done")))
        found += await tx.session.scalars(ended)
    return found


async def open_at(tx: Tx, unit_ids: Collection[int]) -> list[Notice]:
    """The notices of these units that run or are paused, the newest first."""
    query = select(Notice).where(Notice.state.in_(("running", "paused")), Notice.unit_id.in_(unit_ids))
    return list(await tx.session.scalars(query.order_by(Notice.id.desc())))


async def running(tx: Tx) -> list[Notice]:
    """All notices that run, the oldest first."""
    query = select(Notice).where(Notice.state == "running").order_by(Notice.id)
    return list(await tx.session.scalars(query))


async def to_spool(tx: Tx) -> list[int]:
    """The notices that run and have recipients without a row, the oldest first."""
    query = select(Notice.id).where(Notice.state == "running", Notice.spooled_at.is_(None))
    return list(await tx.session.scalars(query.order_by(Notice.id)))


async def free(tx: Tx, notice_id: int) -> Notice | None:
    """A notice, locked until the commit; None if another process has just locked it."""
    query = select(Notice).where(Notice.id == notice_id).with_for_update(skip_locked=True)
    query = query.execution_options(populate_existing=True)
    return (await tx.session.scalars(query)).one_or_none()


async def waiting(tx: Tx, notice_id: int, *, since: timedelta) -> tuple[int, int]:
    """How many rows of a notice wait: for the present bot; and for all, written since then."""
    rows = select(func.count()).where(Outbox.notice_id == notice_id, Outbox.state == "waiting")
    own = await tx.session.scalar(rows.where(Outbox.bot_id == tx.bot_id)) or 0
    whole = await tx.session.scalar(rows.where(Outbox.created_at > tx.now - since)) or 0
    return own, whole


async def tally(tx: Tx, notice_id: int, key: str) -> dict[str, int]:
    """How many of a notice's messages with this key are in each state: one for each recipient. What was
    dropped before it went out is in none; whoever did not get it by one bot may get it by another."""
    await write(tx)
    again = aliased(Outbox)
    same = (again.chat_id == Outbox.chat_id, again.key == Outbox.key, again.method == Outbox.method)
    query = select(Outbox.state, func.count()).where(
        *(Outbox.notice_id == notice_id, Outbox.key == key, Outbox.method == "send"),
        or_(Outbox.state != "gone", ~exists().where(*same, again.id > Outbox.id)),
    )
    found = await tx.session.execute(query.group_by(Outbox.state))
    return {state: count for state, count in found}  # noqa: C416 - rows are no pairs


async def is_waiting(tx: Tx, notice_id: int) -> bool:
    """Whether anything of a notice waits to be sent."""
    await write(tx)
    query = select(Outbox.id).where(Outbox.notice_id == notice_id, Outbox.state == "waiting").limit(1)
    return (await tx.session.scalars(query)).one_or_none() is not None


async def drop_waiting(tx: Tx, notice_id: int) -> None:
    """Drop what still waits to be sent of a notice."""
    await write(tx)
    query = update(Outbox).where(Outbox.notice_id == notice_id, Outbox.state == "waiting")
    await tx.session.execute(
        query.values(state="dropped", error="the notice was stopped").execution_options(
            synchronize_session=False
        )
    )


async def to_report(tx: Tx) -> Notice | None:
    """The notice whose author has waited longest for a look at its progress, locked."""
    query = select(Notice).where(or_(Notice.report_at <= tx.now, Notice.report_at > tx.now + FARTHEST))
    return await next_of(tx, query, Notice.report_at, Notice.id)
