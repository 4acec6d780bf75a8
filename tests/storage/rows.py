"""Rows to begin a test with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import event

from storage import units
from storage.outbox import Lane, Outbox, OutboxRow
from storage.people import Account, Household, Membership, Person, name_key, phone_key
from storage.requests import ServiceRequest
from storage.transaction import Database, Tx
from storage.units import OrgUnit

NOW = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
GRANDMA, DOCTOR, CLERK = 7_000_000_001, 7_000_000_002, 7_000_000_003
"""Larger than 32 bits, as account ids are today."""
MESSAGE: dict[str, Any] = {
    "bot_id": 1,
    "chat_id": GRANDMA,
    "lane": Lane.ANSWER,
    "method": "send",
    "locale": "zh-Hans",
    "body": {},
    "created_at": NOW,
}


@contextmanager
def listening(database: Database) -> Iterator[list[str]]:
    """The statements the database is sent inside the block."""
    said: list[str] = []

    def hear(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        said.append(" ".join(statement.split()))

    event.listen(database.engine.sync_engine, "before_cursor_execute", hear)
    yield said
    event.remove(database.engine.sync_engine, "before_cursor_execute", hear)


async def unit(tx: Tx, code: str = "maqu", kind: str = "center") -> OrgUnit:
    """A unit without parents."""
    row = OrgUnit(code=code, kind=kind, name=code)
    await units.add(tx, row)
    row.path = f"/{row.id}/"
    return row


async def two_centers(tx: Tx) -> tuple[OrgUnit, OrgUnit]:
    """The centers maqu and dongxing."""
    return await unit(tx, "maqu"), await unit(tx, "dongxing")


async def accounts(tx: Tx, *ids: int) -> None:
    """Accounts that have nothing yet."""
    tx.session.add_all([Account(id=one, bot_id=1, created_at=NOW) for one in ids])
    await tx.session.flush()


async def person(tx: Tx, center_id: int, name: str, phone: str | None = None, household: str = "1") -> Person:
    """A person of the roster in a household of their own."""
    home = Household(center_id=center_id, code=household)
    tx.session.add(home)
    await tx.session.flush()
    row = Person(
        center_id=center_id,
        household_id=home.id,
        code=name_key(name),
        name=name,
        name_key=name_key(name),
        phone=phone,
        phone_key=phone_key(phone) if phone else None,
    )
    tx.session.add(row)
    await tx.session.flush()
    return row


def membership(account_id: int, center_id: int, **more: Any) -> Membership:
    """An account's membership of a center."""
    return Membership(
        **{
            "account_id": account_id,
            "center_id": center_id,
            "name": "王秀英",
            "joined_at": NOW,
            "consented_at": NOW,
            **more,
        }
    )


def request(center_id: int, number: str, **more: Any) -> ServiceRequest:
    """A request of grandma's for the doctor."""
    return ServiceRequest(
        **{
            "center_id": center_id,
            "number": number,
            "line": "health",
            "status": "submitted",
            "asker_id": GRANDMA,
            "created_at": NOW,
            "state_since": NOW,
            "rise_at": NOW,
            **more,
        }
    )


def message(**more: Any) -> OutboxRow:
    """A message to grandma."""
    return OutboxRow(**MESSAGE | more)


def stored(**more: Any) -> Outbox:
    """The same as an object of the session."""
    return Outbox(**MESSAGE | more)
