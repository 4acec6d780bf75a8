"""Who has read a notice and what they answered; and what people do not want to be told at all."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, func, select, union
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, EncryptedText, UtcDateTime, partial
from storage.people import Membership
from storage.transaction import Tx


class NoticeReader(Base):
    """Somebody has read a notice: one row for each, whatever they answered last."""

    __tablename__ = "notice_reader"
    __table_args__ = (Index("ix_notice_reader_household", "notice_id", "household_id"),)

    notice_id: Mapped[int] = mapped_column(ForeignKey("notice.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("account.id"), primary_key=True)
    household_id: Mapped[int | None] = mapped_column(ForeignKey("household.id"))
    """The household that has been reached by it."""
    read_at: Mapped[datetime] = mapped_column(UtcDateTime)
    answer: Mapped[str | None] = mapped_column(String(10))
    """As domain/announcing.py codes it."""
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    note: Mapped[str | None] = mapped_column(EncryptedText)
    """What they said to it: where they are."""
    request_id: Mapped[int | None] = mapped_column(ForeignKey("service_request.id"))
    """What came of their answer: help is asked for once."""


class NoticeDoor(Base):
    """A household that did not read a notice, and has to be told at its door.

    state  open -> taken (somebody goes there) -> told | moved (nobody lives there any more)
           | nobody (nobody was there; whoever went there goes again; nobody does if `keeper_id` is empty)

    A household that reads the notice after all keeps its row, which then says nothing any more.
    """

    __tablename__ = "notice_door"
    __table_args__ = (
        Index("ix_notice_door_keeper", "keeper_id", "state"),
        partial("ix_notice_door_again_at", "again_at", where="again_at IS NOT NULL"),
    )

    notice_id: Mapped[int] = mapped_column(ForeignKey("notice.id"), primary_key=True)
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"), primary_key=True)
    village_id: Mapped[int | None] = mapped_column(ForeignKey("natural_village.id"))
    state: Mapped[str] = mapped_column(String(6), default="open")
    keeper_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("account.id"))
    """Who has agreed to go there."""
    told_by_id: Mapped[int | None] = mapped_column(BigInteger, ForeignKey("account.id"))
    """Who told them: whoever went there, or a relative from elsewhere."""
    whom: Mapped[str | None] = mapped_column(EncryptedText)
    """Who was told."""
    told_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    tries: Mapped[int] = mapped_column(default=0, server_default="0")
    """How often nobody was there."""
    again_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """When whoever has agreed is to go again, or has been silent for too long."""


class NoticeKnock(Base):
    """Somebody was asked to knock at the doors of a natural village (None: those that are in none).

    state  asked -> agreed | declined
    """

    __tablename__ = "notice_knock"
    __table_args__ = (Index("ix_notice_knock_account", "account_id", "asked_at"),)

    notice_id: Mapped[int] = mapped_column(ForeignKey("notice.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("account.id"), primary_key=True)
    center_id: Mapped[int] = mapped_column(BigInteger, server_default="0")
    village_id: Mapped[int | None] = mapped_column(ForeignKey("natural_village.id"))
    state: Mapped[str] = mapped_column(String(8), default="asked")
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)


class RollCallWord(Base):
    """What somebody said of a household that is not theirs: whoever acts for it, or knocked there."""

    __tablename__ = "roll_call_word"

    notice_id: Mapped[int] = mapped_column(ForeignKey("notice.id"), primary_key=True)
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"), primary_key=True)
    account_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("account.id"), primary_key=True)
    answer: Mapped[str] = mapped_column(String(10))
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    request_id: Mapped[int | None] = mapped_column(ForeignKey("service_request.id"))


class NoticeMute(Base):
    """Somebody does not want notices of a kind."""

    __tablename__ = "notice_mute"

    account_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("account.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(10), primary_key=True)


async def reader(tx: Tx, notice_id: int, account_id: int) -> NoticeReader | None:
    """How somebody has read a notice; None if they have not."""
    return await tx.session.get(NoticeReader, (notice_id, account_id))


async def add(tx: Tx, row: NoticeReader) -> None:
    """Somebody has read a notice."""
    tx.session.add(row)
    await tx.session.flush()


async def reached(tx: Tx, notice_id: int) -> set[int]:
    """The households that have been reached: somebody there read it, or was told."""
    read = select(NoticeReader.household_id).where(
        NoticeReader.notice_id == notice_id, NoticeReader.household_id.is_not(None)
    )
    told = select(NoticeDoor.household_id).where(
        NoticeDoor.notice_id == notice_id, NoticeDoor.state == "told"
    )
    of_them = select(RollCallWord.household_id).where(RollCallWord.notice_id == notice_id)
    return {one for one in await tx.session.scalars(union(read, told, of_them)) if one is not None}


async def count_reached(tx: Tx, notice_id: int) -> int:
    """How many households have been reached."""
    return len(await reached(tx, notice_id))


async def count_readers(tx: Tx, notice_id: int) -> int:
    """How many people have read it themselves."""
    query = select(func.count()).select_from(NoticeReader).where(NoticeReader.notice_id == notice_id)
    return await tx.session.scalar(query) or 0


async def answers(tx: Tx, notice_id: int) -> dict[str, int]:
    """How many gave each answer."""
    query = (
        select(NoticeReader.answer, func.count())
        .where(NoticeReader.notice_id == notice_id, NoticeReader.answer.is_not(None))
        .group_by(NoticeReader.answer)
    )
    return {answer: count for answer, count in await tx.session.execute(query) if answer is not None}


async def chosen(tx: Tx, notice_id: int, account_ids: Collection[int]) -> dict[int, str]:
    """Which of these accounts have read a notice, each with the answer they gave ("" for none)."""
    query = select(NoticeReader.account_id, NoticeReader.answer).where(
        NoticeReader.notice_id == notice_id, NoticeReader.account_id.in_(account_ids)
    )
    return {account_id: answer or "" for account_id, answer in await tx.session.execute(query)}


async def muted(tx: Tx, kind: str, account_ids: Collection[int]) -> set[int]:
    """Which of these do not want notices of a kind."""
    query = select(NoticeMute.account_id).where(
        NoticeMute.kind == kind, NoticeMute.account_id.in_(account_ids)
    )
    return set(await tx.session.scalars(query))


async def count_muted(tx: Tx, kind: str, center_ids: Collection[int]) -> int:
    """How many of those registered at these centers do not want notices of a kind."""
    members = select(Membership.account_id).where(Membership.center_id.in_(center_ids))
    query = select(func.count()).select_from(NoticeMute)
    return (
        await tx.session.scalar(query.where(NoticeMute.kind == kind, NoticeMute.account_id.in_(members))) or 0
    )


async def mutes(tx: Tx, account_id: int) -> set[str]:
    """The kinds of notices that somebody does not want."""
    query = select(NoticeMute.kind).where(NoticeMute.account_id == account_id)
    return set(await tx.session.scalars(query))


async def mute(tx: Tx, account_id: int, kind: str, *, on: bool) -> None:
    """Somebody does not want a kind of notices any more, or wants it again."""
    row = await tx.session.get(NoticeMute, (account_id, kind))
    if on and row is None:
        tx.session.add(NoticeMute(account_id=account_id, kind=kind))
    elif not on and row is not None:
        await tx.session.delete(row)
    await tx.session.flush()
