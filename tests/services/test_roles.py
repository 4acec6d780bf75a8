"""Who may give roles, how an invitation is used up, and who may take a role back."""

from __future__ import annotations

import asyncio
import re
from datetime import UTC, datetime, timedelta

import pytest

from domain.catalogue import CATALOGUE
from domain.links import RoleLink, parse_payload, role_payload, start_link
from services import handling, roles
from services.errors import NotFoundError, RefusedError
from storage import people, units
from storage.people import Account
from storage.roles import Invitation, holders
from storage.transaction import Database, Tx
from storage.units import OrgUnit
from tests.services.town import Town

NOW = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
GRANDMA, DOCTOR, DIRECTOR, DEPUTY, OFFICER = (
    5_000_000_001,
    5_000_000_002,
    5_000_000_003,
    5_000_000_004,
    5_000_000_005,
)


@pytest.fixture
async def village(founded: Database) -> Database:
    """The example's county, five people who have no role yet, and a director at maqu."""
    async with founded.begin(NOW) as tx:
        for who in (GRANDMA, DOCTOR, DIRECTOR, DEPUTY, OFFICER):
            tx.session.add(Account(id=who, bot_id=1, created_at=NOW))
        await give(tx, DIRECTOR, "director")
    return founded


async def unit(tx: Tx, code: str = "maqu") -> OrgUnit:
    found = await units.unit_by_code(tx, code)
    assert found is not None
    return found


async def account(tx: Tx, who: int) -> Account:
    found = await people.account(tx, who)
    assert found is not None
    return found


async def give(tx: Tx, who: int, role: str, code: str = "maqu") -> int:
    await tx.session.flush()
    given = await roles.grant(
        tx, account=await account(tx, who), unit=await unit(tx, code), role=role, by=None
    )
    await tx.session.flush()
    return given.id


async def invite(database: Database, role: str = "doctor", code: str = "maqu", valid: int = 7) -> str:
    async with database.begin(NOW) as tx:
        here = await unit(tx, code)
        return roles.create_invitation(tx, unit=here, role=role, created_by=None, valid=timedelta(days=valid))


async def roles_of(database: Database, who: int, code: str = "maqu") -> frozenset[str]:
    async with database.begin(NOW) as tx:
        return roles.roles_at(await account(tx, who), (await unit(tx, code)).id)


def test_a_center_has_every_desk_its_leaders_the_committee_and_volunteers() -> None:
    offered = roles.invitable_roles("center")

    assert {line.desk for line in CATALOGUE.lines} <= set(offered)
    assert {"clerk", "director", "deputy", "committee", "volunteer"} <= set(offered)
    assert not {"villager", "township", "county"} & set(offered)


@pytest.mark.parametrize("office", ["township", "county"])
def test_an_office_has_its_own_role_only(office: str) -> None:
    assert roles.invitable_roles(office) == (office,)


async def test_a_token_fits_a_link_and_only_its_hash_is_kept(village: Database) -> None:
    token = await invite(village)

    assert re.fullmatch(r"[A-Za-z0-9_-]{32}", token)
    assert parse_payload(role_payload(token)) == RoleLink(token)
    assert start_link("bangban_bot", role_payload(token)).endswith(token)
    async with village.begin(NOW) as tx:
        (kept,) = await tx.session.scalars(
            Invitation.__table__.select().with_only_columns(Invitation.token_hash)
        )
    assert token not in kept
    assert re.fullmatch(r"[0-9a-f]{64}", kept)


async def test_an_invitation_says_what_it_is_for_without_being_used_up(village: Database) -> None:
    token = await invite(village)

    async with village.begin(NOW) as tx:
        first = await roles.look_up(tx, token)
        second = await roles.look_up(tx, token)

    assert (first.unit.code, first.role) == (second.unit.code, second.role) == ("maqu", "doctor")
    assert await roles_of(village, DOCTOR) == frozenset()


async def test_accepting_gives_the_role_at_once(village: Database) -> None:
    token = await invite(village)

    async with village.begin(NOW) as tx:
        doctor = await account(tx, DOCTOR)
        info = await roles.accept(tx, doctor, token)
        assert roles.roles_at(doctor, info.unit.id) == {"doctor"}

    assert (info.unit.code, info.role) == ("maqu", "doctor")
    assert await roles_of(village, DOCTOR) == {"doctor"}
    assert await roles_of(village, DOCTOR, "dongxing") == frozenset()


@pytest.mark.parametrize("second", [DOCTOR, GRANDMA])
async def test_an_invitation_is_good_for_one_acceptance(village: Database, second: int) -> None:
    token = await invite(village)
    async with village.begin(NOW) as tx:
        await roles.accept(tx, await account(tx, DOCTOR), token)

    async with village.begin(NOW) as tx:
        with pytest.raises(roles.InvitationUsedError):
            await roles.look_up(tx, token)
        with pytest.raises(roles.InvitationUsedError):
            await roles.accept(tx, await account(tx, second), token)

    assert await roles_of(village, GRANDMA) == frozenset()


async def test_two_people_who_accept_at_once_do_not_both_get_the_role(village: Database) -> None:
    token = await invite(village)

    async def accept(who: int) -> bool:
        try:
            async with village.begin(NOW) as tx:
                await roles.accept(tx, await account(tx, who), token)
        except roles.InvitationUsedError:
            return False
        return True

    assert sorted(await asyncio.gather(accept(DOCTOR), accept(GRANDMA))) == [False, True]

    async with village.begin(NOW) as tx:
        assert len(await holders(tx, [(await unit(tx)).id], ["doctor"])) == 1


async def test_an_invitation_expires(village: Database) -> None:
    token = await invite(village, valid=2)

    async with village.begin(NOW + timedelta(days=2) - timedelta(seconds=1)) as tx:
        await roles.look_up(tx, token)
    async with village.begin(NOW + timedelta(days=2)) as tx:
        with pytest.raises(roles.InvitationExpiredError):
            await roles.look_up(tx, token)
        with pytest.raises(roles.InvitationExpiredError):
            await roles.accept(tx, await account(tx, DOCTOR), token)


@pytest.mark.parametrize("token", ["", "x" * 32, "not a token", "村医"])
async def test_a_made_up_token_is_unknown(village: Database, token: str) -> None:
    await invite(village)

    async with village.begin(NOW) as tx:
        with pytest.raises(roles.InvitationUnknownError):
            await roles.accept(tx, await account(tx, DOCTOR), token)


async def test_accepting_a_role_one_already_has_uses_the_invitation_up(village: Database) -> None:
    first, second = await invite(village), await invite(village)
    async with village.begin(NOW) as tx:
        await roles.accept(tx, await account(tx, DOCTOR), first)
        await roles.accept(tx, await account(tx, DOCTOR), second)

    async with village.begin(NOW) as tx:
        with pytest.raises(roles.InvitationUsedError):
            await roles.look_up(tx, second)
        assert len(await holders(tx, [(await unit(tx)).id], ["doctor"])) == 1


async def test_a_person_may_hold_several_roles_at_several_units(village: Database) -> None:
    for role, code in [("doctor", "maqu"), ("clerk", "maqu"), ("volunteer", "dongxing")]:
        token = await invite(village, role, code)
        async with village.begin(NOW) as tx:
            await roles.accept(tx, await account(tx, DOCTOR), token)

    assert await roles_of(village, DOCTOR) == {"doctor", "clerk"}
    assert await roles_of(village, DOCTOR, "dongxing") == {"volunteer"}


@pytest.mark.parametrize(
    ("role", "code"), [("villager", "maqu"), ("county", "maqu"), ("doctor", "qinghe"), ("king", "maqu")]
)
async def test_a_role_that_does_not_belong_to_the_unit_cannot_be_given(
    village: Database, role: str, code: str
) -> None:
    with pytest.raises(roles.NotAllowedError):
        await invite(village, role, code)


@pytest.mark.parametrize(
    ("holds", "at", "may_at"),
    [
        ("director", "maqu", {"maqu"}),
        ("deputy", "maqu", {"maqu"}),
        ("clerk", "maqu", set()),
        ("committee", "maqu", set()),
        ("township", "qinghe", {"maqu", "dongxing"}),
        ("county", "yunling", {"qinghe", "maqu", "dongxing"}),
    ],
)
async def test_who_may_invite_where(village: Database, holds: str, at: str, may_at: set[str]) -> None:
    async with village.begin(NOW) as tx:
        await give(tx, OFFICER, holds, at)
        officer = await account(tx, OFFICER)
        everywhere = await units.units(tx)

        allowed = {one.code for one in everywhere if roles.may_invite(officer, one)}

    assert allowed == may_at
    assert all(roles.may_invite(None, one) for one in everywhere)


async def test_an_invitation_is_refused_to_whoever_may_not_give_it(village: Database) -> None:
    async with village.begin(NOW) as tx:
        await give(tx, DOCTOR, "doctor")
        with pytest.raises(RefusedError) as refused:
            roles.create_invitation(
                tx, unit=await unit(tx), role="director", created_by=await account(tx, DOCTOR)
            )

    assert refused.value.text.id == "role-not-allowed"


async def test_a_director_gives_a_role_and_it_is_known_by_whom(village: Database) -> None:
    async with village.begin(NOW) as tx:
        director = await account(tx, DIRECTOR)
        given = await roles.grant(
            tx, account=await account(tx, DOCTOR), unit=await unit(tx), role="doctor", by=director
        )
        again = await roles.grant(
            tx, account=await account(tx, DOCTOR), unit=await unit(tx), role="doctor", by=director
        )

    assert given is again
    assert (given.granted_by_id, given.granted_at) == (DIRECTOR, NOW)


async def test_nobody_can_claim_a_role(village: Database) -> None:
    async with village.begin(NOW) as tx:
        grandma = await account(tx, GRANDMA)
        with pytest.raises(roles.NotAllowedError):
            await roles.grant(tx, account=grandma, unit=await unit(tx), role="director", by=grandma)


async def test_a_role_that_was_taken_back_is_gone_at_once(village: Database) -> None:
    async with village.begin(NOW) as tx:
        given = await give(tx, DOCTOR, "doctor")
        doctor, here = await account(tx, DOCTOR), await unit(tx)
        assert roles.roles_at(doctor, here.id) == {"doctor"}

        await roles.revoke(tx, await account(tx, DIRECTOR), given)

        assert roles.roles_at(doctor, here.id) == frozenset()
    assert await roles_of(village, DOCTOR) == frozenset()


async def test_a_role_can_be_given_again_after_it_was_taken_back(village: Database) -> None:
    async with village.begin(NOW) as tx:
        given = await give(tx, DOCTOR, "doctor")
        await roles.revoke(tx, await account(tx, DIRECTOR), given)

        assert await give(tx, DOCTOR, "doctor") != given

    assert await roles_of(village, DOCTOR) == {"doctor"}


@pytest.mark.parametrize(
    ("holds", "at"),
    [("clerk", "maqu"), ("director", "dongxing"), ("township", "qinghe"), ("county", "yunling")],
)
async def test_only_a_leader_of_the_same_center_takes_a_role_back(
    village: Database, holds: str, at: str
) -> None:
    async with village.begin(NOW) as tx:
        given = await give(tx, DOCTOR, "doctor")
        await give(tx, OFFICER, holds, at)

        with pytest.raises(NotFoundError):
            await roles.revoke(tx, await account(tx, OFFICER), given)

    assert await roles_of(village, DOCTOR) == {"doctor"}


async def test_a_role_is_taken_back_once(village: Database) -> None:
    async with village.begin(NOW) as tx:
        given = await give(tx, DOCTOR, "doctor")
        director = await account(tx, DIRECTOR)
        await roles.revoke(tx, director, given)

        with pytest.raises(NotFoundError):
            await roles.revoke(tx, director, given)
        with pytest.raises(NotFoundError):
            await roles.revoke(tx, director, 987_654)


async def test_the_last_director_stays(village: Database) -> None:
    async with village.begin(NOW) as tx:
        await give(tx, DEPUTY, "deputy")
        (only,) = await holders(tx, [(await unit(tx)).id], ["director"])
        for actor in (DIRECTOR, DEPUTY):
            with pytest.raises(roles.LastDirectorError):
                await roles.revoke(tx, await account(tx, actor), only.id)


async def test_a_director_may_leave_when_there_is_another(village: Database) -> None:
    async with village.begin(NOW) as tx:
        await give(tx, DEPUTY, "director")
        first, _ = await holders(tx, [(await unit(tx)).id], ["director"])

        await roles.revoke(tx, await account(tx, DIRECTOR), first.id)

    assert await roles_of(village, DIRECTOR) == frozenset()
    assert await roles_of(village, DEPUTY) == {"director"}


async def test_two_directors_cannot_send_each_other_away_at_once(village: Database) -> None:
    async with village.begin(NOW) as tx:
        mine, theirs = DIRECTOR, DEPUTY
        await give(tx, DEPUTY, "director")
        grants = {held.account_id: held.id for held in await holders(tx, [(await unit(tx)).id], ["director"])}

    async def send_away(actor: int, other: int) -> bool:
        try:
            async with village.begin(NOW) as tx:
                await roles.revoke(tx, await account(tx, actor), grants[other])
        except RefusedError:
            return False
        return True

    outcomes = await asyncio.gather(send_away(mine, theirs), send_away(theirs, mine))

    assert sorted(outcomes) == [False, True]
    async with village.begin(NOW) as tx:
        assert len(await holders(tx, [(await unit(tx)).id], ["director"])) == 1


async def test_what_somebody_holds_by_a_role_goes_to_others_when_it_is_taken_back(any_town: Town) -> None:
    town = any_town
    director, asker = await town.settle("马国强", "director"), await town.settle("王秀英")
    leaver, other = await town.settle("李明", "doctor", "clerk"), await town.settle("王医生", "doctor")
    health, lamp = await town.ask(asker, "health"), await town.ask(asker, "contact")
    for one in (health, lamp):
        await town.do(leaver, handling.take, one)
    async with town.begin() as tx:
        grants = {grant.role: grant.id for grant in (await town.account(tx, leaver)).grants}
    town.forget()
    await town.do(director, roles.revoke, grants["doctor"])

    assert ((await town.request(health)).holder_id, (await town.request(lamp)).holder_id) == (None, leaver)
    assert f"do|take|{health}" in town.last(other).taps
    assert "换个人给您接着办" in town.heard(asker)
    assert "交给别人接着办了" in town.heard(leaver)


async def test_the_only_offer_of_somebody_without_the_role_goes_one_step_up(town: Town) -> None:
    director, asker = await town.settle("马国强", "director"), await town.settle("王秀英")
    leaver = await town.settle("李明", "doctor")
    request_id = await town.ask(asker, "health")
    async with town.begin() as tx:
        grant = (await town.account(tx, leaver)).grants[0].id
    await town.do(director, roles.revoke, grant)

    assert (await town.request(request_id)).step == "director"
    assert f"do|take|{request_id}" in town.last(director).taps
