"""Accounts in the chat, the roster of households and persons, and who belongs to which center."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import JSON, BigInteger, ForeignKey, Index, String, UniqueConstraint, bindparam, select
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage import secrets
from storage.base import Base, BigId, EncryptedJson, EncryptedText, UtcDateTime
from storage.memo import remembered
from storage.parts import Parts, hang, read
from storage.roles import RoleGrant
from storage.transaction import Tx


class Household(Base):
    """A household of the roster, known by the number the village gives it."""

    __tablename__ = "household"
    __table_args__ = (UniqueConstraint("center_id", "code"),)

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    center_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"))
    village_id: Mapped[int | None] = mapped_column(ForeignKey("natural_village.id"), index=True)
    code: Mapped[str] = mapped_column(String(40))
    tags: Mapped[list[str]] = mapped_column(JSON, default=list)


class Person(Base):
    """A resident of the roster. `phone_key` is the fingerprint by which a phone number is found."""

    __tablename__ = "person"
    __table_args__ = (
        UniqueConstraint("household_id", "code"),
        Index("ix_person_name", "center_id", "name_key"),
        Index("ix_person_phone", "center_id", "phone_key"),
    )

    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    center_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"))
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"))
    code: Mapped[str] = mapped_column(String(80))
    """What tells persons of one household apart: the roster's own number, else the name's fingerprint."""
    name: Mapped[str] = mapped_column(EncryptedText)
    name_key: Mapped[str] = mapped_column(String(64))
    phone: Mapped[str | None] = mapped_column(EncryptedText)
    phone_key: Mapped[str | None] = mapped_column(String(64))
    sex: Mapped[str | None] = mapped_column(String(1))
    birth_year: Mapped[int | None]
    tags: Mapped[list[str]] = mapped_column(JSON, default=list)


class Account(Base):
    """Somebody's account in the chat. Its id is the chat network's own user id."""

    __tablename__ = "account"

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    bot_id: Mapped[int] = mapped_column(BigInteger)
    """The bot this person talks to; messages for them go out through it."""
    locale: Mapped[str] = mapped_column(String(10), default="zh-Hans")
    reachable: Mapped[bool] = mapped_column(default=True)
    current_center_id: Mapped[int | None] = mapped_column(ForeignKey("org_unit.id"))
    phone: Mapped[str | None] = mapped_column(EncryptedText)
    phone_key: Mapped[str | None] = mapped_column(String(64), index=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    memberships: Mapped[list[Membership]] = relationship(lazy="raise", order_by="Membership.joined_at")
    grants: Mapped[list[RoleGrant]] = relationship(
        lazy="raise",
        primaryjoin="and_(Account.id == RoleGrant.account_id, RoleGrant.revoked_at.is_(None))",
        viewonly=True,
    )


class Membership(Base):
    """An account belonging to a center, under the name given there, with the consent that was given."""

    __tablename__ = "membership"
    __table_args__ = (Index("ix_membership_center_id_account_id", "center_id", "account_id"),)

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True)
    center_id: Mapped[int] = mapped_column(ForeignKey("org_unit.id"), primary_key=True)
    village_id: Mapped[int | None] = mapped_column(ForeignKey("natural_village.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    name: Mapped[str] = mapped_column(EncryptedText)
    joined_at: Mapped[datetime] = mapped_column(UtcDateTime)
    consented_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Dialogue(Base):
    """The form a person is in the middle of, and what they have said so far."""

    __tablename__ = "dialogue"
    __mapper_args__ = {"confirm_deleted_rows": False}  # noqa: RUF012 - so that many go at once

    account_id: Mapped[int] = mapped_column(ForeignKey("account.id"), primary_key=True)
    form: Mapped[str] = mapped_column(String(30))
    data: Mapped[dict[str, Any]] = mapped_column(EncryptedJson)
    updated_at: Mapped[datetime] = mapped_column(UtcDateTime)


def phone_digits(phone: str) -> str:
    """The last eleven digits of a phone number: what Chinese mobile numbers are told apart by."""
    return "".join(ch for ch in phone if ch.isdigit())[-11:]


def phone_key(phone: str) -> str:
    """The fingerprint under which a phone number is stored."""
    return secrets.fingerprint(phone_digits(phone))


def name_key(name: str) -> str:
    """The fingerprint under which a person's name is stored."""
    return secrets.fingerprint(name.strip())


_IDS: Any = bindparam("ids", expanding=True)
_ACCOUNTS = select(Account).where(Account.id.in_(_IDS))
_MEMBERSHIPS = select(Membership).where(Membership.account_id.in_(_IDS)).order_by(Membership.joined_at)
_GRANTS = select(RoleGrant).where(RoleGrant.account_id.in_(_IDS), RoleGrant.revoked_at.is_(None))
_PARTS: Parts = {"memberships": ("account_id", _MEMBERSHIPS), "grants": ("account_id", _GRANTS)}


async def prefetch(tx: Tx, account_ids: Iterable[int]) -> None:
    """Load the accounts that a batch will need into the transaction, with their memberships and roles."""
    wanted = set(account_ids)
    await read(tx, _ACCOUNTS, wanted, _PARTS)
    tx.mind.asked_for |= wanted


async def prefetch_contacts(tx: Tx, account_ids: Collection[int]) -> None:
    """Load accounts that are only written to and named, without their roles: of a batch they are many."""
    await read(tx, _ACCOUNTS, account_ids, {"memberships": _PARTS["memberships"]})


async def prefetch_forms(tx: Tx, account_ids: Iterable[int]) -> None:
    """Load what these accounts are in the middle of."""
    wanted = set(account_ids)
    dialogues = await tx.session.scalars(select(Dialogue).where(Dialogue.account_id.in_(wanted)))
    tx.mind.forms |= dict.fromkeys(wanted) | {row.account_id: row for row in dialogues}


async def account(tx: Tx, account_id: int) -> Account | None:
    """The account with its memberships and roles."""
    if (found := _known(tx, account_id, "memberships", "grants")) is not None:
        return found
    if account_id in tx.mind.asked_for and (Account, (account_id,), None) not in tx.mind.identity_map:
        return None
    return next(iter(await read(tx, _ACCOUNTS, [account_id], _PARTS, anew=True)), None)


async def contact(tx: Tx, account_id: int) -> Account | None:
    """The account for whoever only writes to it: its memberships and roles may be missing."""
    return _known(tx, account_id, "reachable") or await account(tx, account_id)


async def contacts(tx: Tx, account_ids: Collection[int]) -> list[Account]:
    """The same of many, in their order, but for those there are not: read together."""
    await prefetch(tx, [one for one in account_ids if _known(tx, one, "reachable") is None])
    return [known for one in account_ids if (known := _known(tx, one, "reachable")) is not None]


def _known(tx: Tx, account_id: int, *parts: str) -> Account | None:
    """The account if this transaction has read these parts of it."""
    found = tx.mind.identity_map.get((Account, (account_id,), None))
    return found if isinstance(found, Account) and found.__dict__.keys() >= {*parts} else None


async def reload(tx: Tx, who: Account) -> None:
    """Read the account's memberships and roles again after they were changed."""
    await tx.session.flush()
    await hang(tx, [who], _PARTS, anew=True)


async def lock(tx: Tx, who: Account) -> None:
    """Lock the account until the commit, and read again which bot it talks to: another process may just be
    writing that."""
    await tx.session.flush()
    await tx.session.refresh(who, ["bot_id", "reachable"], with_for_update=True)


async def dialogue(tx: Tx, account_id: int) -> Dialogue | None:
    """The form this account is in the middle of, if any."""
    forms = tx.mind.forms
    if account_id not in forms:
        forms[account_id] = await tx.session.get(Dialogue, account_id)
    return cast(Dialogue | None, forms[account_id])


def begin_dialogue(tx: Tx, account_id: int, form: str, data: dict[str, Any]) -> None:
    """This account begins a form; it is in the middle of none."""
    row = Dialogue(account_id=account_id, form=form, data=data, updated_at=tx.now)
    tx.session.add(row)
    tx.mind.forms[account_id] = row


async def end_dialogue(tx: Tx, account_id: int) -> None:
    """The form this account is in, if any, is over."""
    row = await dialogue(tx, account_id)
    tx.mind.forms[account_id] = None
    if row in tx.session.new:
        tx.session.expunge(row)
    elif row is not None:
        await tx.session.delete(row)


async def members(tx: Tx, center_id: int, account_ids: Iterable[int]) -> dict[int, Membership]:
    """The memberships of these accounts at a center, by account."""
    wanted = sorted(account_ids)
    known = [found for one in wanted if (found := _known(tx, one, "memberships")) is not None]
    if len(known) == len(wanted):
        here = (one for who in known for one in who.memberships if one.center_id == center_id)
        return {one.account_id: one for one in here}
    return await _members(tx, center_id, wanted)


@remembered(Membership)
async def _members(tx: Tx, center_id: int, account_ids: list[int]) -> dict[int, Membership]:
    query = select(Membership).where(
        Membership.center_id == center_id, Membership.account_id.in_(account_ids)
    )
    return {row.account_id: row for row in await tx.session.scalars(query)}


async def membership_of_person(tx: Tx, person_id: int) -> Membership | None:
    """The earliest membership that is tied to a person of the roster."""
    query = select(Membership).where(Membership.person_id == person_id).order_by(Membership.joined_at)
    return (await tx.session.scalars(query.limit(1))).one_or_none()


async def persons_of(tx: Tx, household_id: int) -> list[Person]:
    """The persons of a household."""
    query = select(Person).where(Person.household_id == household_id).order_by(Person.id)
    return list(await tx.session.scalars(query))


async def accounts_of_persons(tx: Tx, person_ids: Collection[int]) -> list[int]:
    """All accounts that are tied to one of these persons."""
    query = select(Membership.account_id).where(Membership.person_id.in_(person_ids))
    return list(await tx.session.scalars(query.order_by(Membership.joined_at)))


async def at_home(tx: Tx, center_id: int) -> set[tuple[int, int]]:
    """Which account belongs to which household of a center's roster: (account, household)."""
    query = select(Membership.account_id, Person.household_id).join(Person, Person.id == Membership.person_id)
    found = await tx.session.execute(query.where(Membership.center_id == center_id))
    return {(account_id, household_id) for account_id, household_id in found}


async def person(tx: Tx, person_id: int) -> Person | None:
    """A person of the roster."""
    return await tx.session.get(Person, person_id)


async def persons_of_account(tx: Tx, account_id: int) -> list[Person]:
    """The persons of the roster that an account is tied to, by when it registered at their centers."""
    query = select(Person).join(Membership, Membership.person_id == Person.id)
    query = query.where(Membership.account_id == account_id).order_by(Membership.joined_at)
    return list(await tx.session.scalars(query))


async def persons_by_phone(tx: Tx, center_id: int, phone: str) -> list[Person]:
    """The persons of a center's roster with this phone number; a shared phone gives several."""
    query = select(Person).where(Person.center_id == center_id, Person.phone_key == phone_key(phone))
    return list(await tx.session.scalars(query.order_by(Person.id)))


async def persons_by_name(tx: Tx, center_id: int, name: str) -> list[Person]:
    """The persons of a center's roster with exactly this name."""
    query = select(Person).where(Person.center_id == center_id, Person.name_key == name_key(name))
    return list(await tx.session.scalars(query.order_by(Person.id)))


async def add_all(tx: Tx, rows: Sequence[Household | Person]) -> None:
    """Add rows of the roster; they have their ids afterwards."""
    tx.session.add_all(rows)
    await tx.session.flush()


async def household(tx: Tx, household_id: int) -> Household | None:
    """A household of the roster."""
    return await tx.session.get(Household, household_id)


async def households(tx: Tx, center_id: int) -> dict[str, Household]:
    """All households of a center by their code."""
    query = select(Household).where(Household.center_id == center_id)
    return {row.code: row for row in await tx.session.scalars(query)}


async def persons(tx: Tx, center_id: int) -> dict[tuple[int, str], Person]:
    """All persons of a center by household id and code."""
    query = select(Person).where(Person.center_id == center_id)
    return {(row.household_id, row.code): row for row in await tx.session.scalars(query)}
