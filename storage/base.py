"""What every table shares: naming, and column types for time and for secrets."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from pydantic import BaseModel
from pydantic_core import from_json, to_json
from sqlalchemy import BigInteger, DateTime, Dialect, Index, Integer, LargeBinary, MetaData, text
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.types import TypeDecorator

from storage import secrets

BigId = BigInteger().with_variant(Integer, "sqlite")
"""A 64-bit key that SQLite can also count up by itself."""


class Base(DeclarativeBase):
    """The parent of all tables; its names for constraints make migrations reversible."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


_CONDITION = "condition"


def partial(name: str, *columns: str, where: str, unique: bool = False) -> Index:
    """An index of those rows only for which a condition holds; the same on both engines.

    It knows the condition once `put_conditions` was called.
    """
    return Index(name, *columns, unique=unique, info={_CONDITION: where})


def put_conditions() -> None:
    """Give each index of `partial` its condition as each engine wants it: before tables are made or compared.

    To be told one word for PostgreSQL, SQLAlchemy loads all it has for it: 3 MB that a bot on SQLite never
    uses.
    """
    for index in (one for table in Base.metadata.tables.values() for one in table.indexes):
        if _CONDITION in index.info:
            condition = text(index.info[_CONDITION])
            index.dialect_kwargs.update(sqlite_where=condition, postgresql_where=condition)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware moment, kept and returned in UTC. Naive values are refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive moment; SQLite has no zones, so it is given UTC without one."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive datetime: {value!r}")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the moment back aware."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


_SHORT = 200
"""Bytes of ciphertext: names and phone numbers are shorter, people's stories are not."""


class EncryptedText(TypeDecorator[str]):
    """Text that is ciphertext in the database file."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:
        """Encrypt with the newest key."""
        return None if value is None else secrets.encrypt(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> str | None:
        """Decrypt with whichever key fits."""
        if value is None:
            return None
        return secrets.decrypt_short(bytes(value)) if len(value) < _SHORT else secrets.decrypt(value)


class EncryptedBytes(TypeDecorator[bytes]):
    """A file that is ciphertext in the database file."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """Encrypt with the newest key."""
        return None if value is None else secrets.encrypt_bytes(value)

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """Decrypt with whichever key fits."""
        return None if value is None else secrets.decrypt_bytes(value)


class EncryptedJson(TypeDecorator[Any]):
    """JSON that is ciphertext in the database file. Assign a new value to change it.

    A model (of pydantic's) is written without what has its default value, and read back as plain JSON.
    """

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> bytes | None:
        """Encrypt the compact JSON."""
        if value is None:
            return None
        if isinstance(value, BaseModel):
            return secrets.encrypt(value.model_dump_json(exclude_defaults=True))
        return secrets.encrypt_bytes(to_json(value))

    def process_result_value(self, value: bytes | None, dialect: Dialect) -> Any:
        """Decrypt and parse."""
        return None if value is None else from_json(secrets.decrypt_bytes(value))
