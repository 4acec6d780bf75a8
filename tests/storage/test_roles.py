"""Grants and invitations as rows."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from storage import roles
from storage.roles import Invitation, RoleGrant
from storage.transaction import Database, Tx
from tests.storage import rows
from tests.storage.rows import CLERK, DOCTOR, GRANDMA, NOW


def give(tx: Tx, account_id: int, unit_id: int, role: str) -> RoleGrant:
    row = RoleGrant(account_id=account_id, unit_id=unit_id, role=role, granted_at=NOW)
    roles.add(tx, row)
    return row


async def test_holders_are_those_who_hold_it_now_the_longest_first(database: Database) -> None:
    async with database.begin(NOW) as tx:
        maqu, dongxing = await rows.two_centers(tx)
        await rows.accounts(tx, GRANDMA, DOCTOR, CLERK)
        give(tx, DOCTOR, maqu.id, "doctor")
        give(tx, CLERK, maqu.id, "clerk").revoked_at = NOW
        await tx.session.flush()
        give(tx, GRANDMA, maqu.id, "doctor")
        give(tx, CLERK, dongxing.id, "doctor")

    async with database.begin() as tx:
        assert [one.account_id for one in await roles.holders(tx, [maqu.id], ["doctor", "clerk"])] == [
            DOCTOR,
            GRANDMA,
        ]
        both = await roles.holders(tx, [maqu.id, dongxing.id], ["doctor"])
        assert {one.account_id for one in both} == {DOCTOR, GRANDMA, CLERK}
        assert await roles.holders(tx, [], ["doctor"]) == []
        assert await roles.holders(tx, [maqu.id], []) == []
        assert {one.role for one in await roles.grants_at(tx, maqu.id)} == {"doctor"}


async def test_a_role_is_held_once_at_a_time(database: Database) -> None:
    async with database.begin(NOW) as tx:
        maqu = await rows.unit(tx)
        await rows.accounts(tx, DOCTOR)
        first = give(tx, DOCTOR, maqu.id, "doctor")

    with pytest.raises(IntegrityError):
        async with database.begin(NOW) as tx:
            give(tx, DOCTOR, maqu.id, "doctor")

    async with database.begin(NOW) as tx:
        held = await roles.active_grant(tx, DOCTOR, maqu.id, "doctor")
        assert held is not None
        assert held.id == first.id
        held.revoked_at = NOW
        await tx.session.flush()
        assert await roles.active_grant(tx, DOCTOR, maqu.id, "doctor") is None
        again = give(tx, DOCTOR, maqu.id, "doctor")
    assert again.id != first.id


async def test_a_grant_is_found_by_its_id(database: Database) -> None:
    async with database.begin(NOW) as tx:
        maqu = await rows.unit(tx)
        await rows.accounts(tx, DOCTOR)
        given = give(tx, DOCTOR, maqu.id, "doctor")

    async with database.begin() as tx:
        assert (found := await roles.grant(tx, given.id)) is not None
        assert (found.role, found.granted_at, found.granted_by_id) == ("doctor", NOW, None)
        assert await roles.grant(tx, 404) is None


def invitation(unit_id: int, days: int = 7, token_hash: str = "0" * 64) -> Invitation:
    return Invitation(
        token_hash=token_hash,
        unit_id=unit_id,
        role="doctor",
        created_at=NOW,
        expires_at=NOW + timedelta(days=days),
    )


async def test_an_invitation_is_found_by_the_hash_of_its_token(database: Database) -> None:
    async with database.begin(NOW) as tx:
        maqu = await rows.unit(tx)
        roles.add(tx, invitation(maqu.id))

    async with database.begin() as tx:
        assert (found := await roles.invitation(tx, "0" * 64)) is not None
        assert (found.role, found.used_at) == ("doctor", None)
        assert await roles.invitation(tx, "1" * 64) is None


async def test_a_token_belongs_to_one_invitation(database: Database) -> None:
    async with database.begin(NOW) as tx:
        maqu = await rows.unit(tx)
        roles.add(tx, invitation(maqu.id))

    with pytest.raises(IntegrityError):
        async with database.begin(NOW) as tx:
            roles.add(tx, invitation(maqu.id))


@pytest.mark.parametrize("days", [0, -1])
async def test_an_invitation_is_good_for_some_time(database: Database, days: int) -> None:
    async with database.begin(NOW) as tx:
        maqu = await rows.unit(tx)

    with pytest.raises(IntegrityError):
        async with database.begin(NOW) as tx:
            roles.add(tx, invitation(maqu.id, days))
