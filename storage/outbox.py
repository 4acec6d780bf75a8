"""The outbox: every message to be sent is a row before it is sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from operator import attrgetter
from typing import Any, cast

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    ForeignKey,
    Index,
    String,
    Table,
    bindparam,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.orm import Mapped, mapped_column

from domain.messages import Outgoing
from storage import signals
from storage.base import Base, BigId, EncryptedJson, UtcDateTime, partial
from storage.requests import OPEN, ServiceRequest
from storage.transaction import Tx


class Lane(IntEnum):
    """Who goes first when Telegram's limits make messages wait."""

    URGENT = 0
    ANSWER = 1
    NOTIFICATION = 2
    BROADCAST = 3


class Outbox(Base):
    """The table of calls to make to the chat network; see OutboxRow for one of them.

    method  what it does: send, edit or delete (the last sent row of this chat with the same `key`; what is
            too old to be deleted is changed into `body`), answer (a tapped button's spinner)
    body    the message as domain/messages.py packs it; rendered only when it is sent
    state   waiting -> sent | failed (kept for the technician) | gone (the person cannot be reached)
            | dropped (called back; or a change whose message was called back, or that changes nothing)
    """

    __tablename__ = "outbox"
    __table_args__ = (
        CheckConstraint("state in ('waiting','sent','failed','gone','dropped')", name="state"),
        partial("ix_outbox_waiting", "bot_id", "lane", "id", where="state = 'waiting'"),
        partial("ix_outbox_failed", "id", where="state = 'failed'"),
        partial("ix_outbox_sent", "chat_id", "message_id", where="message_id IS NOT NULL"),
        partial("ix_outbox_key", "chat_id", "key", "method", "id", where="key IS NOT NULL"),
        partial("ix_outbox_request", "request_id", where="request_id IS NOT NULL"),
        partial("ix_outbox_notice", "notice_id", "state", "bot_id", where="notice_id IS NOT NULL"),
        partial("ix_outbox_sweep", "notice_id", "id", where="notice_id IS NOT NULL"),
        Index("ix_outbox_created", "created_at"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    bot_id: Mapped[int] = mapped_column(BigInteger)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    thread_id: Mapped[int | None] = mapped_column(BigInteger)
    """The topic of a forum group that it goes to."""
    account_id: Mapped[int | None] = mapped_column(BigInteger)
    request_id: Mapped[int | None] = mapped_column(ForeignKey("service_request.id"))
    notice_id: Mapped[int | None] = mapped_column(ForeignKey("notice.id"))
    """The notice that this brings to one of its recipients."""
    lane: Mapped[int]
    method: Mapped[str] = mapped_column(String(10))
    key: Mapped[str | None] = mapped_column(String(60))
    locale: Mapped[str] = mapped_column(String(10))
    body: Mapped[dict[str, Any]] = mapped_column(EncryptedJson)
    state: Mapped[str] = mapped_column(String(8), default="waiting")
    attempts: Mapped[int] = mapped_column(default=0)
    not_before: Mapped[datetime | None] = mapped_column(UtcDateTime)
    message_id: Mapped[int | None] = mapped_column(BigInteger)
    also_id: Mapped[int | None] = mapped_column(BigInteger)
    """Its second message, if it took two: the content below its words."""
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    error: Mapped[str | None] = mapped_column(String(300))


@dataclass(slots=True, kw_only=True, eq=False)
class OutboxRow:
    """One call to make to the chat network, as it is put in or was read.

    It is no object of a session: each tap makes two, which are written together, sent at once and marked by
    their ids, and what the session would do for them took a twentieth of an update's time.

    id    0 until it is written
    body  the message, or as it was read, packed
    """

    bot_id: int
    chat_id: int
    lane: int
    method: str
    locale: str
    body: Outgoing | dict[str, Any]
    created_at: datetime
    id: int = 0
    thread_id: int | None = None
    account_id: int | None = None
    request_id: int | None = None
    notice_id: int | None = None
    key: str | None = None
    state: str = "waiting"
    attempts: int = 0
    not_before: datetime | None = None
    message_id: int | None = None
    also_id: int | None = None
    sent_at: datetime | None = None
    error: str | None = None

    @property
    def message(self) -> Outgoing:
        """What it says. Raises pydantic.ValidationError if what was read is no message."""
        if not isinstance(self.body, Outgoing):
            self.body = Outgoing.model_validate(self.body)
        return self.body


CHANGES = ("edit", "delete")
"""Methods that change a message which is there already."""
_TABLE = cast(Table, Outbox.__table__)
_COLUMNS = tuple(column.name for column in _TABLE.columns if column.name != "id")
_values = attrgetter(*_COLUMNS)
_MARK = update(_TABLE).where(_TABLE.c.id == bindparam("row_id"), _TABLE.c.sent_at.is_(None))


def put(tx: Tx, row: OutboxRow) -> OutboxRow:
    """Write the row with this transaction; it is handed to the delivery loop after the commit, or told to the
    process of the bot that has to send it."""
    tx.queued.append(row)
    tx.unwritten.append(row)
    if write not in tx.at_end:
        tx.at_end.append(write)
    if row.bot_id != tx.bot_id:
        signals.notify(tx, row.bot_id)
    return row


async def write(tx: Tx) -> None:
    """Write the rows of this transaction that are not in the table yet, all at once, for a tenth of what they
    cost one by one; they get their ids. At the commit, or before, when somebody looks into the table."""
    if not tx.unwritten:
        return
    await tx.session.flush()  # the requests they belong to
    fresh, tx.unwritten = tx.unwritten, []
    values = [dict(zip(_COLUMNS, _values(row), strict=True)) for row in fresh]
    # SQLite counts up in the order of the values, whatever SQLAlchemy believes; it would insert them singly
    sorts = not tx.is_sqlite
    query = insert(_TABLE).returning(_TABLE.c.id, sort_by_parameter_order=sorts)
    for row, row_id in zip(fresh, sorted(await tx.session.scalars(query, values)), strict=True):
        row.id = row_id


async def waiting_ids(tx: Tx, lane: Lane, limit: int, *, but: Sequence[int] = ()) -> list[int]:
    """The first rows of a lane that may be sent now, or were tried before and wait in their chat's order;
    none of the notices `but`."""
    query = (
        select(Outbox.id)
        .where(Outbox.bot_id == tx.bot_id, Outbox.state == "waiting", Outbox.lane == lane)
        .where(or_(Outbox.not_before.is_(None), Outbox.not_before <= tx.now, Outbox.attempts > 0))
        .order_by(Outbox.id)
        .limit(limit)
    )
    if but:
        query = query.where(or_(Outbox.notice_id.is_(None), Outbox.notice_id.not_in(but)))
    return list(await tx.session.scalars(query))


async def rows(tx: Tx, ids: Sequence[int]) -> list[OutboxRow]:
    """These rows, in the order they were written."""
    query = select(_TABLE).where(Outbox.id.in_(ids)).order_by(Outbox.id)
    return [OutboxRow(**row) for row in (await tx.session.execute(query)).mappings()]


async def still_waiting(tx: Tx, ids: Sequence[int]) -> set[int]:
    """Which of these rows are to be sent still."""
    query = select(Outbox.id).where(Outbox.id.in_(ids), Outbox.state == "waiting")
    return set(await tx.session.scalars(query))


async def next_due(tx: Tx) -> datetime | None:
    """When the next row may be sent that may not be sent yet."""
    query = select(func.min(Outbox.not_before)).where(
        Outbox.bot_id == tx.bot_id, Outbox.state == "waiting", Outbox.not_before > tx.now
    )
    return await tx.session.scalar(query)


async def mark(tx: Tx, results: Sequence[dict[str, Any]]) -> None:
    """Record outcomes, many at a time: id, state, message_id, sent_at, error, attempts, not_before, and what
    else has changed. What goes on waiting has no state: it may have been dropped meanwhile, and stays so.
    What was sent stays sent: a process that has lost its lock cannot have it sent again."""
    for some in ([one for one in results if ("state" in one) == known] for known in (True, False)):
        if some:
            values = [{"row_id": one["id"], **{k: v for k, v in one.items() if k != "id"}} for one in some]
            await tx.session.execute(_MARK, values)


async def sent_with_key(
    tx: Tx, chat_id: int, key: str, *, bot_id: int | None = None, before_id: int | None = None
) -> OutboxRow | None:
    """The newest message of a chat that was sent (or is about to be) under this key: by this bot, or by
    whichever; `before_id`: among those that were written before this row."""
    await write(tx)
    query = (
        select(_TABLE)
        .where(Outbox.chat_id == chat_id, Outbox.key == key, Outbox.method == "send")
        .order_by(Outbox.id.desc())
        .limit(1)
    )
    if bot_id is not None:
        query = query.where(Outbox.bot_id == bot_id)
    if before_id is not None:
        query = query.where(Outbox.id < before_id)
    row = (await tx.session.execute(query)).mappings().one_or_none()
    return OutboxRow(**row) if row is not None else None


async def holding(tx: Tx, key: str, chat_ids: Sequence[int]) -> dict[int, int]:
    """Which of these chats have had a message under this key, or are about to; each with the bot it is by."""
    await write(tx)
    query = select(Outbox.chat_id, Outbox.bot_id).where(
        Outbox.chat_id.in_(chat_ids), Outbox.key == key, Outbox.method == "send"
    )
    found = await tx.session.execute(query.order_by(Outbox.id))
    return {chat_id: bot_id for chat_id, bot_id in found}  # noqa: C416 - rows are no pairs


async def last_change(tx: Tx, chat_id: int, key: str) -> int:
    """The id of the newest change that was made to a message of a chat with this key; 0 if none was."""
    await write(tx)
    query = (
        select(func.max(Outbox.id))
        .where(Outbox.bot_id == tx.bot_id, Outbox.chat_id == chat_id, Outbox.key == key)
        .where(Outbox.method.in_(CHANGES), Outbox.state == "sent")
    )
    return await tx.session.scalar(query) or 0


async def request_of_message(tx: Tx, chat_id: int, message_id: int) -> int | None:
    """Which request a message that the present bot sent belongs to."""
    await write(tx)
    query = select(Outbox.request_id).where(
        Outbox.chat_id == chat_id,
        Outbox.message_id == message_id,
        Outbox.bot_id == tx.bot_id,
        Outbox.request_id.is_not(None),  # a preview became it
    )
    return (await tx.session.scalars(query.order_by(Outbox.id.desc()).limit(1))).one_or_none()


async def counts(tx: Tx) -> dict[str, int]:
    """How many rows wait, and how many failed, if any; what was sent is not worth counting each time."""
    await write(tx)
    found = {}
    for state in ("waiting", "failed"):
        query = select(func.count()).select_from(Outbox).where(text(f"state = '{state}'"))
        found[state] = await tx.session.scalar(query) or 0
    return {state: many for state, many in found.items() if many}


async def forget(tx: Tx, before: datetime, at_most: int) -> int:
    """Delete messages that were written before this moment and have gone out or never will, the oldest
    first; how many it were. Not those about a request that is open, or can be opened again: its cards are
    still replied to and kept true."""
    alive = exists().where(
        ServiceRequest.id == Outbox.request_id,
        or_(ServiceRequest.status.in_((*OPEN, "done")), ServiceRequest.reopen_until >= tx.now),
    )
    old = select(Outbox.id).where(Outbox.created_at < before, Outbox.state != "waiting", ~alive)
    ids = list(await tx.session.scalars(old.order_by(Outbox.created_at).limit(at_most)))
    if ids:
        gone = delete(Outbox).where(Outbox.id.in_(ids))
        await tx.session.execute(gone.execution_options(synchronize_session=False))
    return len(ids)
