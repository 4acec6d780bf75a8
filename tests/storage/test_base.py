"""Columns that are ciphertext in the database, and constraints that repeat the rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import BigInteger, Date, select, text
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import IntegrityError, StatementError

from storage import models, people, secrets, units
from storage.base import Base, EncryptedJson, EncryptedText, UtcDateTime
from storage.outbox import Outbox
from storage.people import Account, Dialogue, Person
from storage.transaction import Database
from tests.storage import rows
from tests.storage.rows import DOCTOR, GRANDMA, NOW

ENCRYPTED = [
    (table.name, column.name)
    for table in Base.metadata.sorted_tables
    for column in table.columns
    if isinstance(column.type, EncryptedText | EncryptedJson)
]


def test_everything_that_people_say_or_are_called_is_encrypted() -> None:
    assert models.__all__
    assert set(ENCRYPTED) >= {
        ("account", "phone"),
        ("dialogue", "data"),
        ("failed_update", "body"),
        ("membership", "name"),
        ("outbox", "body"),
        ("person", "name"),
        ("person", "phone"),
        ("request_entry", "content"),
        ("request_move", "reason"),
        ("service_request", "person_name"),
        ("service_request", "person_phone"),
        ("service_request", "rating_word"),
    }


def test_every_moment_knows_its_zone() -> None:
    moments = [
        column
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if "date" in str(column.type).lower() and not isinstance(column.type, Date)  # a day on the wall
    ]

    assert moments
    assert all(isinstance(column.type, UtcDateTime) for column in moments)


def test_every_id_of_the_chat_network_has_64_bits() -> None:
    names = {
        "chat_id",
        "message_id",
        "account_id",
        "bot_id",
        "update_id",
        "asker_id",
        "holder_id",
        "author_id",
        "actor_id",
    }
    columns = [
        column for table in Base.metadata.sorted_tables for column in table.columns if column.name in names
    ]

    assert columns
    for column in columns:
        assert isinstance(column.type, BigInteger), column


async def raw(database: Database, column: str, table: str) -> Any:
    async with database.begin() as tx:
        return bytes(await tx.session.scalar(text(f"SELECT {column} FROM {table}")) or b"")


async def test_a_name_is_ciphertext_in_the_database(database: Database) -> None:
    async with database.begin(NOW) as tx:
        await rows.person(tx, (await rows.unit(tx)).id, "王秀英", "13800000001")

    for column, plain in (("name", "王秀英"), ("phone", "13800000001")):
        stored = await raw(database, column, "person")
        assert plain.encode() not in stored
        assert secrets.decrypt(stored) == plain
    async with database.begin() as tx:
        assert await tx.session.scalar(select(Person.name)) == "王秀英"


async def test_what_was_said_is_nowhere_in_the_file(sqlite_url: str, keys: str) -> None:
    database = Database(sqlite_url)
    async with database.begin(NOW) as tx:
        await rows.accounts(tx, GRANDMA)
        tx.session.add(
            Dialogue(account_id=GRANDMA, form="intake", data={"story": "胸口痛得很"}, updated_at=NOW)
        )
        tx.session.add(rows.stored(body={"text": {"id": "verbatim", "args": {"text": "胸口痛得很"}}}))
    async with database.begin() as tx:
        await tx.session.execute(text("SELECT 1"))
    await database.dispose()

    folder = Path(sqlite_url.removeprefix("sqlite+aiosqlite:///")).parent
    content = b"".join(path.read_bytes() for path in folder.iterdir() if path.is_file())
    assert "胸口痛".encode() not in content
    assert b"verbatim" not in content


@pytest.mark.parametrize("value", [{}, [], {"a": [1, None, True, "帮"]}, "x", 7])
async def test_json_comes_back_as_it_was(database: Database, value: Any) -> None:
    async with database.begin(NOW) as tx:
        tx.session.add(rows.stored(body=value))

    async with database.begin() as tx:
        assert await tx.session.scalar(select(Outbox.body)) == value


async def test_nothing_stays_nothing(database: Database) -> None:
    async with database.begin(NOW) as tx:
        await rows.accounts(tx, GRANDMA)

    async with database.begin() as tx:
        assert await tx.session.scalar(select(Account.phone)) is None


@given(words=st.text(max_size=200))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_survive_the_column(keys: str, words: str) -> None:
    column = EncryptedText()
    dialect = sqlite.dialect()  # type: ignore[no-untyped-call]

    assert column.process_result_value(column.process_bind_param(words, dialect), dialect) == words


async def test_a_wrong_key_is_noticed_when_reading(database: Database) -> None:
    async with database.begin(NOW) as tx:
        await rows.person(tx, (await rows.unit(tx)).id, "王秀英")
    secrets.install([secrets.new_key()])

    with pytest.raises(secrets.WrongKeyError):
        async with database.begin() as tx:
            await tx.session.scalar(select(Person.name))


async def test_a_number_may_be_larger_than_32_bits(database: Database) -> None:
    async with database.begin(NOW) as tx:
        await rows.accounts(tx, 2**52)
        tx.session.add(rows.stored(chat_id=-(2**52), message_id=2**40))

    async with database.begin() as tx:
        assert await people.account(tx, 2**52) is not None


@pytest.mark.parametrize(
    "broken",
    [
        lambda center: units.OrgUnit(code="maqu", kind="center", name="x"),
        lambda center: units.OrgUnit(code="x", kind="empire", name="x"),
        lambda center: rows.request(center, "1000", status="lost"),
        lambda center: rows.request(center, "1000", rating=6),
        lambda center: rows.request(center, "1000", rating=0),
        lambda center: rows.request(center, "1000", status="assigned"),
        lambda center: rows.request(center, "1000", status="in_progress"),
        lambda center: rows.request(center, "1000", asker_id=404),
        lambda center: rows.stored(state="lost"),
        lambda center: rows.membership(404, center),
        lambda center: rows.membership(GRANDMA, 404),
    ],
)
async def test_what_breaks_a_rule_cannot_be_stored(database: Database, broken: Any) -> None:
    async with database.begin(NOW) as tx:
        center = (await rows.unit(tx)).id
        await rows.accounts(tx, GRANDMA, DOCTOR)

    with pytest.raises(IntegrityError):
        async with database.begin(NOW) as tx:
            tx.session.add(broken(center))


async def test_a_naive_moment_cannot_be_stored(database: Database) -> None:
    with pytest.raises(StatementError, match="naive"):
        async with database.begin(NOW) as tx:
            tx.session.add(rows.stored(created_at=NOW.replace(tzinfo=None)))
