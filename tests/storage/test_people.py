"""Accounts, the roster, and who belongs to which center."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError, InvalidRequestError

from storage import people
from storage.people import Dialogue, Household
from storage.roles import RoleGrant
from storage.transaction import Database
from tests.storage import rows
from tests.storage.rows import CLERK, DOCTOR, GRANDMA, NOW, listening


def grant(account_id: int, unit_id: int, role: str) -> RoleGrant:
    return RoleGrant(account_id=account_id, unit_id=unit_id, role=role, granted_at=NOW)


async def test_an_account_comes_with_its_centers_and_its_roles(database: Database) -> None:
    async with database.begin(NOW) as tx:
        maqu, dongxing = await rows.two_centers(tx)
        await rows.accounts(tx, DOCTOR)
        tx.session.add(rows.membership(DOCTOR, dongxing.id, joined_at=NOW + timedelta(days=1)))
        tx.session.add(rows.membership(DOCTOR, maqu.id))
        tx.session.add(grant(DOCTOR, maqu.id, "doctor"))
        tx.session.add(
            RoleGrant(account_id=DOCTOR, unit_id=maqu.id, role="clerk", granted_at=NOW, revoked_at=NOW)
        )

    async with database.begin() as tx:
        doctor = await people.account(tx, DOCTOR)
        assert doctor is not None
        assert [one.center_id for one in doctor.memberships] == [maqu.id, dongxing.id]
        assert [one.role for one in doctor.grants] == ["doctor"]
        assert (doctor.locale, doctor.reachable, doctor.current_center_id) == ("zh-Hans", True, None)
        assert await people.account(tx, 404) is None


async def test_a_batch_reads_its_accounts_with_few_statements(database: Database) -> None:
    ids = [GRANDMA + at for at in range(50)]
    async with database.begin(NOW) as tx:
        await rows.accounts(tx, *ids)
        tx.session.add(Dialogue(account_id=GRANDMA, form="intake", data={"a": 1}, updated_at=NOW))

    async with database.begin() as tx:
        with listening(database) as statements:
            await people.prefetch(tx, [*ids, 404])
            await people.prefetch_forms(tx, [*ids, 404])
            read = len(statements)
            for one in ids:
                account = await people.account(tx, one)
                assert account is not None
                assert (account.memberships, account.grants) == ([], [])
            assert len(statements) == read <= 5
            dialogue = await people.dialogue(tx, GRANDMA)
            assert dialogue is not None
            assert dialogue.data == {"a": 1}
            assert len(statements) == read


async def test_what_was_not_read_is_never_read_by_accident(database: Database) -> None:
    async with database.begin(NOW) as tx:
        await rows.accounts(tx, GRANDMA)

    async with database.begin() as tx:
        grandma = await tx.session.get_one(people.Account, GRANDMA)
        with pytest.raises(InvalidRequestError, match="raise"):
            _ = grandma.memberships
        full = await people.account(tx, GRANDMA)
        assert full is grandma
        assert full.memberships == []


async def test_changes_are_seen_after_reading_again(database: Database) -> None:
    async with database.begin(NOW) as tx:
        maqu = await rows.unit(tx)
        await rows.accounts(tx, GRANDMA)
        grandma = await people.account(tx, GRANDMA)
        assert grandma is not None
        tx.session.add(rows.membership(GRANDMA, maqu.id))
        tx.session.add(grant(GRANDMA, maqu.id, "volunteer"))

        await people.reload(tx, grandma)

        assert [one.center_id for one in grandma.memberships] == [maqu.id]
        assert [one.role for one in grandma.grants] == ["volunteer"]


async def test_a_dialogue_is_one_for_each_account(database: Database) -> None:
    async with database.begin(NOW) as tx:
        await rows.accounts(tx, GRANDMA)
        assert await people.dialogue(tx, GRANDMA) is None
        tx.session.add(Dialogue(account_id=GRANDMA, form="intake", data={}, updated_at=NOW))

    with pytest.raises(IntegrityError):
        async with database.begin(NOW) as tx:
            tx.session.add(Dialogue(account_id=GRANDMA, form="rating", data={}, updated_at=NOW))


async def test_members_of_a_center_are_found_by_account(database: Database) -> None:
    async with database.begin(NOW) as tx:
        maqu, dongxing = await rows.two_centers(tx)
        await rows.accounts(tx, GRANDMA, DOCTOR, CLERK)
        tx.session.add(rows.membership(GRANDMA, maqu.id))
        tx.session.add(rows.membership(DOCTOR, dongxing.id))

    async with database.begin() as tx:
        found = await people.members(tx, maqu.id, [GRANDMA, DOCTOR, CLERK])
        assert list(found) == [GRANDMA]
        assert found[GRANDMA].name == "王秀英"
        assert await people.members(tx, maqu.id, []) == {}


async def test_members_who_were_read_with_their_memberships_are_not_looked_up_again(
    database: Database,
) -> None:
    async with database.begin(NOW) as tx:
        maqu, dongxing = await rows.two_centers(tx)
        await rows.accounts(tx, GRANDMA, DOCTOR, CLERK)
        for account_id, center in ((GRANDMA, maqu), (DOCTOR, dongxing), (DOCTOR, maqu)):
            tx.session.add(rows.membership(account_id, center.id))
    async with database.begin() as tx:
        await people.prefetch_contacts(tx, [GRANDMA, DOCTOR])
        with listening(database) as said:
            assert {*await people.members(tx, maqu.id, [DOCTOR, GRANDMA])} == {GRANDMA, DOCTOR}
            assert {*await people.members(tx, dongxing.id, [DOCTOR, GRANDMA])} == {DOCTOR}
        assert said == []
        assert {*await people.members(tx, maqu.id, [DOCTOR, CLERK])} == {DOCTOR}


async def test_a_contact_is_an_account_whose_roles_may_be_missing_and_are_read_when_asked_for(
    database: Database,
) -> None:
    async with database.begin(NOW) as tx:
        maqu = await rows.unit(tx)
        await rows.accounts(tx, DOCTOR)
        tx.session.add(grant(DOCTOR, maqu.id, "doctor"))
    async with database.begin() as tx:
        await people.prefetch_contacts(tx, [DOCTOR])
        with listening(database) as said:
            contact = await people.contact(tx, DOCTOR)
        assert (said, contact and contact.reachable) == ([], True)
        whole = await people.account(tx, DOCTOR)
        assert whole is contact
        assert whole is not None and [grant.role for grant in whole.grants] == ["doctor"]
        assert await people.contact(tx, 404) is None


async def test_contacts_are_read_together_and_only_those_nobody_has_read(database: Database) -> None:
    async with database.begin(NOW) as tx:
        maqu = await rows.unit(tx)
        await rows.accounts(tx, DOCTOR, CLERK, GRANDMA)
        tx.session.add(grant(DOCTOR, maqu.id, "doctor"))
    async with database.begin() as tx:
        clerk = await people.account(tx, CLERK)
        with listening(database) as said:
            found = await people.contacts(tx, [GRANDMA, 404, CLERK, DOCTOR])
        assert [one.id for one in found] == [GRANDMA, CLERK, DOCTOR]
        assert found[1] is clerk
        assert len(said) == 3
        assert [one.role for one in found[2].grants] == ["doctor"]
        with listening(database) as said:
            assert await people.contacts(tx, [DOCTOR, GRANDMA]) == [found[2], found[0]]
            assert await people.contacts(tx, []) == []
        assert said == []


async def test_what_was_read_is_not_replaced_by_reading_ahead(database: Database) -> None:
    async with database.begin(NOW) as tx:
        maqu = await rows.unit(tx)
        await rows.accounts(tx, DOCTOR)
        tx.session.add(rows.membership(DOCTOR, maqu.id, name="张医生"))
    async with database.begin() as tx:
        doctor = await people.account(tx, DOCTOR)
        assert doctor is not None
        doctor.memberships[0].name = "张大夫"
        memberships = doctor.memberships

        await people.prefetch(tx, [DOCTOR])

        assert doctor.memberships is memberships
        assert [one.name for one in memberships] == ["张大夫"]
    async with database.begin() as tx:
        doctor = await people.account(tx, DOCTOR)
        assert doctor is not None and doctor.memberships[0].name == "张大夫"


@pytest.mark.parametrize("given", ["13800000001", "+8613800000001", "+86 138-0000-0001", "008613800000001"])
async def test_a_person_is_found_by_phone_however_it_is_written(database: Database, given: str) -> None:
    async with database.begin(NOW) as tx:
        maqu, dongxing = await rows.two_centers(tx)
        await rows.person(tx, maqu.id, "王秀英", "13800000001")
        await rows.person(tx, maqu.id, "李四", "13800000002", household="2")
        await rows.person(tx, dongxing.id, "王五", "13800000001")

    async with database.begin() as tx:
        assert [one.name for one in await people.persons_by_phone(tx, maqu.id, given)] == ["王秀英"]


async def test_a_shared_phone_has_several_people(database: Database) -> None:
    async with database.begin(NOW) as tx:
        maqu = await rows.unit(tx)
        for household, name in (("1", "王秀英"), ("2", "王大"), ("3", "王二")):
            await rows.person(tx, maqu.id, name, "13800000001" if name != "王二" else None, household)

    async with database.begin() as tx:
        found = await people.persons_by_phone(tx, maqu.id, "13800000001")
        assert [one.name for one in found] == ["王秀英", "王大"]
        assert await people.persons_by_phone(tx, maqu.id, "") == []


async def test_a_person_is_found_by_exactly_the_name(database: Database) -> None:
    async with database.begin(NOW) as tx:
        maqu = await rows.unit(tx)
        known = await rows.person(tx, maqu.id, "王秀英")

    async with database.begin() as tx:
        assert [one.id for one in await people.persons_by_name(tx, maqu.id, " 王秀英 ")] == [known.id]
        assert await people.persons_by_name(tx, maqu.id, "王秀") == []
        assert (found := await people.person(tx, known.id)) is not None
        assert found.name == "王秀英"


async def test_the_earliest_account_of_a_person_counts(database: Database) -> None:
    async with database.begin(NOW) as tx:
        maqu = await rows.unit(tx)
        person = await rows.person(tx, maqu.id, "王秀英")
        await rows.accounts(tx, GRANDMA, DOCTOR)
        tx.session.add(
            rows.membership(DOCTOR, maqu.id, person_id=person.id, joined_at=NOW + timedelta(days=1))
        )
        tx.session.add(rows.membership(GRANDMA, maqu.id, person_id=person.id))

    async with database.begin() as tx:
        found = await people.membership_of_person(tx, person.id)
        assert found is not None
        assert found.account_id == GRANDMA
        assert await people.membership_of_person(tx, 404) is None


async def test_the_roster_of_a_center_is_read_whole(database: Database) -> None:
    async with database.begin(NOW) as tx:
        maqu, dongxing = await rows.two_centers(tx)
        first = await rows.person(tx, maqu.id, "王秀英", household="1")
        await rows.person(tx, dongxing.id, "王五")

    async with database.begin() as tx:
        assert list(await people.households(tx, maqu.id)) == ["1"]
        persons = await people.persons(tx, maqu.id)
        assert {key: one.id for key, one in persons.items()} == {(first.household_id, first.code): first.id}
        assert (home := await people.household(tx, first.household_id)) is not None
        assert home.code == "1"


async def test_a_household_number_is_used_once_in_a_center(database: Database) -> None:
    async with database.begin(NOW) as tx:
        maqu, dongxing = await rows.two_centers(tx)
        await people.add_all(
            tx, [Household(center_id=maqu.id, code="1"), Household(center_id=dongxing.id, code="1")]
        )

    with pytest.raises(IntegrityError):
        async with database.begin(NOW) as tx:
            await people.add_all(tx, [Household(center_id=maqu.id, code="1")])


async def test_a_household_has_its_persons_and_they_their_accounts(database: Database) -> None:
    async with database.begin(NOW) as tx:
        unit = await rows.unit(tx)
        await rows.accounts(tx, GRANDMA, DOCTOR)
        person = await rows.person(tx, unit.id, "王秀英")
        other = await rows.person(tx, unit.id, "王大山", household="2")
        tx.session.add(rows.membership(GRANDMA, unit.id, person_id=person.id))
        await tx.session.flush()
        assert [one.id for one in await people.persons_of(tx, person.household_id)] == [person.id]
        assert await people.accounts_of_persons(tx, [person.id, other.id]) == [GRANDMA]
        assert await people.accounts_of_persons(tx, [other.id]) == []
