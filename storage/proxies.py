"""Who acts for whom: one row for each pair, whatever became of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint, select
from sqlalchemy.orm import Mapped, mapped_column

from domain.proxies import Whom
from storage import secrets
from storage.base import Base, BigId, EncryptedText, UtcDateTime
from storage.people import Person, phone_digits
from storage.transaction import Tx


class ProxyRelation(Base):
    """An account that files for a person: of the roster, or only named (then `name_key` tells who).

    There is one row for a pair, so nobody is asked about the same two people twice; its state says how
    they stand now.
    """

    __tablename__ = "proxy_relation"
    __table_args__ = (
        UniqueConstraint("proxy_id", "person_id"),
        UniqueConstraint("proxy_id", "center_id", "name_key", name="uq_proxy_relation_named"),
        CheckConstraint("kind in ('household','child','neighbour','other')", name="kind"),
        CheckConstraint("state in ('asked','confirmed','refused','revoked')", name="state"),
        CheckConstraint("confirmed_by in ('person','clerk')", name="confirmed_by"),
        CheckConstraint("ended_by in ('person','proxy','clerk')", name="ended_by"),
        CheckConstraint("(person_id is null) = (name_key is not null)", name="who"),
        CheckConstraint("state <> 'confirmed' or confirmed_by is not null", name="confirmed"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    center_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"))
    proxy_id: Mapped[int] = mapped_column(ForeignKey("account.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    person_name: Mapped[str] = mapped_column(EncryptedText)
    name_key: Mapped[str | None] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(10))
    state: Mapped[str] = mapped_column(String(10))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    confirmed_by: Mapped[str | None] = mapped_column(String(6))
    ended_by: Mapped[str | None] = mapped_column(String(6))
    """Who ended it; what the person does not want, the proxy cannot begin again."""


def named_key(whom: Whom) -> str | None:
    """The fingerprint of somebody whom the roster does not know: two of one name differ by phone."""
    if whom.person_id is not None:
        return None
    return secrets.fingerprint(f"{whom.name.strip()}|{phone_digits(whom.phone or '')}")


async def relation(tx: Tx, relation_id: int) -> ProxyRelation | None:
    """The relation, locked until the commit."""
    return await tx.session.get(ProxyRelation, relation_id, with_for_update=True)


async def relation_of(tx: Tx, relation_id: int) -> ProxyRelation:
    """The relation a row points to; a foreign key says that it is there."""
    return await tx.session.get_one(ProxyRelation, relation_id)


async def between(tx: Tx, proxy_id: int, center_id: int, whom: Whom) -> ProxyRelation | None:
    """How this account stands to this person, locked until the commit."""
    query = select(ProxyRelation).where(ProxyRelation.proxy_id == proxy_id)
    if whom.person_id is not None:
        query = query.where(ProxyRelation.person_id == whom.person_id)
    else:
        query = query.where(ProxyRelation.center_id == center_id, ProxyRelation.name_key == named_key(whom))
    return (await tx.session.scalars(query.with_for_update())).one_or_none()


async def add(tx: Tx, row: ProxyRelation) -> None:
    """Add a relation; it has its id afterwards."""
    tx.session.add(row)
    await tx.session.flush()


async def of_proxy(tx: Tx, account_id: int, *, offset: int = 0, limit: int = 5) -> list[ProxyRelation]:
    """For whom an account acts or has asked to, the newest first."""
    query = select(ProxyRelation).where(
        ProxyRelation.proxy_id == account_id, ProxyRelation.state.in_(("asked", "confirmed"))
    )
    query = query.order_by(ProxyRelation.id.desc()).offset(offset).limit(limit)
    return list(await tx.session.scalars(query))


async def cared_for(tx: Tx, account_id: int) -> list[Person]:
    """The persons of the roster for whom an account acts, with their consent, the oldest relation first."""
    query = (
        select(Person)
        .join(ProxyRelation, ProxyRelation.person_id == Person.id)
        .where(ProxyRelation.proxy_id == account_id, ProxyRelation.state == "confirmed")
        .order_by(ProxyRelation.id)
    )
    return list(await tx.session.scalars(query))


async def of_persons(
    tx: Tx, person_ids: Sequence[int], *, offset: int = 0, limit: int = 5
) -> list[ProxyRelation]:
    """Who acts for these persons, or did; the newest first."""
    query = select(ProxyRelation).where(ProxyRelation.person_id.in_(person_ids))
    query = query.order_by(ProxyRelation.id.desc()).offset(offset).limit(limit)
    return list(await tx.session.scalars(query))
