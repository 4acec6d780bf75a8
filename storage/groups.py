"""Desks that work in a group of the chat network, and the cards that lie in such groups."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, BigId, UtcDateTime, partial
from storage.memo import remembered
from storage.transaction import Tx

TITLE_LIMIT = 255


class DeskGroup(Base):
    """The group, or the topic of a forum, to which the cards of a center's desk go.

    A desk has one at most; one group may serve several desks.
    """

    __tablename__ = "desk_group"
    __table_args__ = (UniqueConstraint("unit_id", "role"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"))
    role: Mapped[str] = mapped_column(String(20))
    chat_id: Mapped[int] = mapped_column(BigInteger, index=True)
    thread_id: Mapped[int | None] = mapped_column(BigInteger)
    bot_id: Mapped[int] = mapped_column(BigInteger)
    """The bot that is in the group."""
    title: Mapped[str] = mapped_column(String(TITLE_LIMIT))
    bound_by_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    bound_at: Mapped[datetime] = mapped_column(UtcDateTime)


class GroupCard(Base):
    """A request's card in a group, from being posted until nothing more can happen to it there.

    A request has one open card at most; where it lies is kept here, because the desk may have been bound
    to another group since.
    """

    __tablename__ = "group_card"
    __table_args__ = (
        partial("uq_group_card_open", "request_id", where="closed_at IS NULL", unique=True),
        partial("ix_group_card_chat", "chat_id", where="closed_at IS NULL"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("service_request.id"))
    group_id: Mapped[int | None] = mapped_column(ForeignKey("desk_group.id", ondelete="SET NULL"), index=True)
    """The binding by which it came there, as long as there is one."""
    chat_id: Mapped[int] = mapped_column(BigInteger)
    thread_id: Mapped[int | None] = mapped_column(BigInteger)
    bot_id: Mapped[int] = mapped_column(BigInteger)
    alone: Mapped[bool]
    """Whether it is the only card: no private chat has one too."""
    posted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


async def add(tx: Tx, row: DeskGroup | GroupCard) -> None:
    """Add a binding or a card."""
    if isinstance(row, GroupCard):
        tx.mind.hangs(row.request_id, GroupCard)
    tx.session.add(row)
    await tx.session.flush()


async def remove(tx: Tx, row: DeskGroup) -> None:
    """The desk is bound no more."""
    await tx.session.delete(row)
    await tx.session.flush()


async def binding(tx: Tx, group_id: int) -> DeskGroup | None:
    """The binding with this id, locked until the commit."""
    return await tx.session.get(DeskGroup, group_id, with_for_update=True)


async def of_desk(tx: Tx, unit_id: int, role: str) -> DeskGroup | None:
    """Where the cards of a desk go, if not to private chats."""
    return next((one for one in await of_unit(tx, unit_id) if one.role == role), None)


@remembered(DeskGroup)
async def of_unit(tx: Tx, unit_id: int) -> list[DeskGroup]:
    """All bindings of a center."""
    query = select(DeskGroup).where(DeskGroup.unit_id == unit_id).order_by(DeskGroup.id)
    return list(await tx.session.scalars(query))


async def prefetch(tx: Tx, unit_ids: Collection[int]) -> None:
    """Read the bindings of many centers at once."""
    found: dict[int, list[DeskGroup]] = {unit_id: [] for unit_id in unit_ids}
    query = select(DeskGroup).where(DeskGroup.unit_id.in_(unit_ids)).order_by(DeskGroup.id)
    for one in await tx.session.scalars(query):
        found[one.unit_id].append(one)
    for unit_id, bound in found.items():
        of_unit.learn(tx, bound, unit_id)


async def in_chat(tx: Tx, chat_id: int) -> list[DeskGroup]:
    """All bindings of the present bot to a group and its topics, of whichever centers."""
    query = select(DeskGroup).where(DeskGroup.chat_id == chat_id, DeskGroup.bot_id == tx.bot_id)
    return list(await tx.session.scalars(query.order_by(DeskGroup.id)))


async def open_card(tx: Tx, request_id: int) -> GroupCard | None:
    """The card of a request that lies in a group and can still change there."""
    if tx.mind.is_bare(request_id, GroupCard):
        return None
    query = select(GroupCard).where(GroupCard.request_id == request_id, GroupCard.closed_at.is_(None))
    return (await tx.session.scalars(query)).one_or_none()


async def open_cards(tx: Tx, chat_id: int) -> list[GroupCard]:
    """The open cards of the present bot in a group and its topics, the oldest first."""
    query = select(GroupCard).where(GroupCard.chat_id == chat_id, GroupCard.closed_at.is_(None))
    query = query.where(GroupCard.bot_id == tx.bot_id)
    return list(await tx.session.scalars(query.order_by(GroupCard.id)))


async def open_cards_of(tx: Tx, group_id: int) -> list[GroupCard]:
    """The open cards that came to a group by this binding, the oldest first."""
    query = select(GroupCard).where(GroupCard.group_id == group_id, GroupCard.closed_at.is_(None))
    return list(await tx.session.scalars(query.order_by(GroupCard.id)))
