"""Whether the installed keys are the ones this database was written with."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, String, select, text
from sqlalchemy.orm import Mapped, mapped_column

from storage import secrets
from storage.base import Base, EncryptedText
from storage.transaction import Tx

_WORD = "帮办"
_LOCK = 0x73657475
"""The advisory lock of who sets up ("setu")."""


class Seal(Base):
    """The one row by which a database knows its keys."""

    __tablename__ = "seal"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    word: Mapped[str] = mapped_column(EncryptedText)
    mark: Mapped[str] = mapped_column(String(64))
    """The word's fingerprint: another one means that people cannot be found by their phone numbers."""


async def set_up_alone(tx: Tx) -> None:
    """Whoever else sets up this database waits until this transaction is over: several bots may start on it
    at once. On SQLite every transaction that writes does so anyway."""
    if not tx.is_sqlite:
        await tx.session.execute(text("select pg_advisory_xact_lock(:key)"), {"key": _LOCK})


async def is_sealed(tx: Tx) -> bool:
    """Whether some key has been used with this database; needs no keys."""
    return await tx.session.scalar(select(Seal.id)) is not None


async def check(tx: Tx) -> None:
    """Compare the installed keys with the seal; the first time, set it. Raises WrongKeyError."""
    if not await is_sealed(tx):
        tx.session.add(Seal(id=1, word=_WORD, mark=secrets.fingerprint(_WORD)))
        return
    seal = await tx.session.get_one(Seal, 1)
    if (seal.word, seal.mark) != (_WORD, secrets.fingerprint(_WORD)):
        raise secrets.WrongKeyError
