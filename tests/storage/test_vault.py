"""A database knows the keys it was written with."""

from __future__ import annotations

import pytest

from storage import secrets, vault
from storage.transaction import Database


async def check(database: Database) -> None:
    async with database.begin() as tx:
        await vault.check(tx)


async def test_the_first_keys_seal_the_database(database: Database) -> None:
    async with database.begin() as tx:
        assert not await vault.is_sealed(tx)

    await check(database)

    async with database.begin() as tx:
        assert await vault.is_sealed(tx)


async def test_the_same_keys_are_welcome_ever_after(database: Database) -> None:
    for _ in range(3):
        await check(database)


async def test_other_keys_are_not(database: Database) -> None:
    await check(database)
    secrets.install([secrets.new_key()])

    with pytest.raises(secrets.WrongKeyError):
        await check(database)


async def test_a_newer_key_in_front_is_welcome(database: Database, keys: str) -> None:
    await check(database)
    secrets.install([secrets.new_key(), keys])

    await check(database)


async def test_a_key_behind_that_changes_the_fingerprints_is_not(database: Database, keys: str) -> None:
    await check(database)
    secrets.install([keys, secrets.new_key()])

    with pytest.raises(secrets.WrongKeyError):
        await check(database)


async def test_whether_it_is_sealed_can_be_asked_without_keys(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    await check(database)
    monkeypatch.setattr(secrets._Vault, "fernet", None)

    async with database.begin() as tx:
        assert await vault.is_sealed(tx)
