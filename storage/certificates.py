"""Certificates of having taken part."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, String, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, mapped_column

from storage.base import Base, EncryptedText, UtcDateTime
from storage.transaction import Tx


class Certificate(Base):
    """That somebody has taken part, as it was given last: with its number for good, while a name that was
    wrong, or a session that was forgotten, may be put right."""

    __tablename__ = "certificate"
    __table_args__ = (UniqueConstraint("center_id", "year", "serial"),)

    signup_id: Mapped[int] = mapped_column(ForeignKey("signup.id"), primary_key=True)
    activity_id: Mapped[int] = mapped_column(ForeignKey("activity.id"), index=True)
    center_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"))
    year: Mapped[int]
    serial: Mapped[int]
    number: Mapped[str] = mapped_column(String(20), unique=True)
    """What these three make (domain/certificates.py)."""
    name: Mapped[str] = mapped_column(EncryptedText)
    attended: Mapped[int]
    sessions: Mapped[int]
    given_by_id: Mapped[int] = mapped_column(BigInteger, ForeignKey("account.id"))
    given_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    """Since when it does not count any more; None: it does."""


async def add(tx: Tx, row: Certificate) -> None:
    """Give one."""
    tx.session.add(row)
    await tx.session.flush()


async def next_serial(tx: Tx, center_id: int, year: int) -> int:
    """The serial of the next certificate that a center gives in a year; the center's row must be locked."""
    query = select(func.max(Certificate.serial)).where(
        Certificate.center_id == center_id, Certificate.year == year
    )
    return (await tx.session.scalar(query) or 0) + 1


async def of_signup(tx: Tx, signup_id: int) -> Certificate | None:
    """The certificate that goes with somebody's place, if one was given."""
    return await tx.session.get(Certificate, signup_id)


async def of_activity(tx: Tx, activity_id: int) -> list[Certificate]:
    """All that were given for an activity, in their order."""
    query = select(Certificate).where(Certificate.activity_id == activity_id)
    return list(await tx.session.scalars(query.order_by(Certificate.serial)))


async def by_number(tx: Tx, number: str) -> Certificate | None:
    """The certificate with this number."""
    query = select(Certificate).where(Certificate.number == number)
    return (await tx.session.scalars(query)).one_or_none()
