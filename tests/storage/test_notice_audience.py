"""Whom a notice is for, read from the rows: natural villages, roles, tags of a household and its people."""

from __future__ import annotations

from datetime import timedelta

from domain.announcing import Audience
from storage import notice_audience, notice_readers, units
from storage.people import Household, Person, name_key
from storage.roles import RoleGrant
from storage.transaction import Database, Tx
from storage.units import NaturalVillage
from tests.storage import rows
from tests.storage.rows import NOW, membership


async def village(tx: Tx, center_id: int, name: str) -> int:
    """A natural village of a center."""
    row = NaturalVillage(center_id=center_id, name=name)
    await units.add(tx, row)
    return row.id


async def home(
    tx: Tx, center_id: int, name: str, where: int | None, *tags: str, person_tags: str = ""
) -> Person:
    """A person in a household of their own, there, with these tags."""
    row = await rows.person(tx, center_id, name, household=name)
    household = await tx.session.get_one(Household, row.household_id)
    household.village_id, household.tags = where, list(tags)
    row.tags = person_tags.split()
    await tx.session.flush()
    return row


async def stage(tx: Tx) -> tuple[int, int, int, list[Person]]:
    """Two centers; at the first two natural villages, three households, and accounts 1 to 4: one in each
    household, and one who is only registered in the lower village. The first is the clerk."""
    first, _ = await rows.two_centers(tx)
    upper, lower = await village(tx, first.id, "上马曲"), await village(tx, first.id, "下马曲")
    people = [
        await home(tx, first.id, "甲", upper, "独居"),
        await home(tx, first.id, "乙", lower, person_tags="残疾 低保"),
        await home(tx, first.id, "丙", None),
    ]
    await rows.accounts(tx, 1, 2, 3, 4)
    for account, one in enumerate(people, 1):
        tx.session.add(membership(account, first.id, person_id=one.id))
    tx.session.add(membership(4, first.id, village_id=lower))
    tx.session.add(RoleGrant(account_id=1, unit_id=first.id, role="clerk", granted_at=NOW))
    await tx.session.flush()
    return first.id, upper, lower, people


async def meant(tx: Tx, center: int, **audience: object) -> list[int]:
    """Which of the four accounts it is for."""
    found = await notice_audience.meant(tx, Audience.model_validate(audience), [center], [1, 2, 3, 4])
    return sorted(found)


async def test_a_part_of_the_village_is_found_by_where_who_and_how_people_live(database: Database) -> None:
    async with database.begin(NOW) as tx:
        center, upper, lower, _ = await stage(tx)
        assert await meant(tx, center) == [1, 2, 3, 4]
        assert await meant(tx, center, villages=[upper]) == [1]
        assert await meant(tx, center, villages=[lower]) == [2, 4], "a household's, or else one's own"
        assert await meant(tx, center, tags=["独居", "残疾"]) == [1, 2]
        assert await meant(tx, center, roles=["clerk"]) == [1]
        assert await meant(tx, center, roles=["clerk"], but=True) == [2, 3, 4]
        assert await meant(tx, center, villages=[lower], tags=["独居"], but=True) == [3]


async def test_a_role_that_was_taken_back_counts_no_more(database: Database) -> None:
    async with database.begin(NOW) as tx:
        center, *_ = await stage(tx)
        grant = await tx.session.get_one(RoleGrant, 1)
        grant.revoked_at = NOW
        await tx.session.flush()
        assert await meant(tx, center, roles=["clerk"]) == []


async def test_who_belongs_to_two_centers_is_meant_if_either_means_them(database: Database) -> None:
    async with database.begin(NOW) as tx:
        center, *_ = await stage(tx)
        second = await units.unit_by_code(tx, "dongxing")
        assert second is not None
        there = await home(tx, second.id, "丁", None, "独居")
        tx.session.add(membership(3, second.id, person_id=there.id))
        await tx.session.flush()
        lonely = Audience(tags=("独居",))
        assert await notice_audience.meant(tx, lonely, [center, second.id], [3]) == {3}
        assert await notice_audience.meant(tx, lonely, [center], [3]) == set()
        others = lonely.model_copy(update={"but": True})
        assert await notice_audience.meant(tx, others, [center, second.id], [3]) == set()


async def test_households_are_counted_as_the_roster_has_them(database: Database) -> None:
    async with database.begin(NOW) as tx:
        center, upper, lower, people = await stage(tx)
        one, two, three = (row.household_id for row in people)

        async def households(**audience: object) -> dict[int, int | None]:
            wanted = Audience.model_validate(audience)
            found = await notice_audience.households(tx, wanted, [center])
            assert await notice_audience.count_households(tx, wanted, [center]) == len(found)
            return found

        assert await households() == {one: upper, two: lower, three: None}
        assert await households(tags=["低保"]) == {two: lower}
        assert await households(villages=[upper], but=True) == {two: lower, three: None}
        assert await households(roles=["clerk"]) == {}
        assert dict(await notice_audience.tags_at(tx, [center])) == {"独居": 1, "残疾": 1, "低保": 1}
        assert await notice_audience.household_of(tx, 2, [center]) == two
        assert await notice_audience.household_of(tx, 4, [center]) is None


async def test_an_activity_is_told_to_whom_it_does_not_leave_out(database: Database) -> None:
    async with database.begin(NOW) as tx:
        center, upper, lower, (first, second, third) = await stage(tx)
        for person, sex in ((first, "f"), (second, "m"), (third, None)):
            person.sex = sex
        await tx.session.flush()
        for only, who in (
            ({"sex": "f"}, [1, 3, 4]),  # whoever is not known to be a man
            ({"villages": [upper]}, [1, 3]),  # three lives nobody knows where, four in the lower one
            ({"tags": ["低保", "独居"]}, [1, 2, 4]),
            ({"villages": [lower], "tags": ["低保"]}, [2, 4]),  # both, and not one of them
            ({"villages": [lower], "sex": "f"}, [3, 4]),
        ):
            assert await meant(tx, center, only=only) == who, only
            assert not Audience.model_validate({"only": only}).everybody
        assert await meant(tx, center, roles=["clerk"], only={"villages": [lower]}) == []


async def test_a_household_is_told_of_an_activity_if_somebody_in_it_can_go(database: Database) -> None:
    async with database.begin(NOW) as tx:
        center, _, lower, (first, second, third) = await stage(tx)
        for person, sex in ((first, "f"), (second, "m"), (third, "m")):
            person.sex = sex
        wife = {"code": "妻", "name": "乙妻", "name_key": name_key("乙妻")}
        tx.session.add(
            Person(center_id=center, household_id=second.household_id, sex="f", tags=["返乡"], **wife)
        )
        await tx.session.flush()

        async def households(**only: object) -> list[int]:
            wanted = Audience.model_validate({"only": only})
            found = await notice_audience.households(tx, wanted, [center])
            assert await notice_audience.count_households(tx, wanted, [center]) == len(found)
            assert await notice_audience.among(tx, wanted, [*found, 10**6]) == set(found)
            return sorted(found)

        one, two, three = (row.household_id for row in (first, second, third))
        assert await households() == [one, two, three]
        assert await households(sex="f") == [one, two]
        assert await households(sex="m") == [two, three]
        assert await households(tags=["返乡"]) == [two]
        assert await households(tags=["低保"], sex="f") == [], "it is the husband's"
        assert await households(villages=[lower]) == [two, three], "of the third nobody knows where"


async def test_whoever_registers_later_was_not_there_before(database: Database) -> None:
    async with database.begin(NOW) as tx:
        center, *_ = await stage(tx)
        assert await notice_audience.registered_before(tx, 1, [center], NOW)
        assert not await notice_audience.registered_before(tx, 1, [center], NOW - timedelta(microseconds=1))
        assert not await notice_audience.registered_before(tx, 1, [], NOW)


async def test_wishes_are_kept_by_kind(database: Database) -> None:
    async with database.begin(NOW) as tx:
        center, *_ = await stage(tx)
        await notice_readers.mute(tx, 1, "market", on=True)
        await notice_readers.mute(tx, 1, "market", on=True)
        await notice_readers.mute(tx, 2, "market", on=True)
        await notice_readers.mute(tx, 2, "market", on=False)
        await notice_readers.mute(tx, 3, "health", on=True)
        assert await notice_readers.muted(tx, "market", [1, 2, 3]) == {1}
        assert await notice_readers.count_muted(tx, "market", [center]) == 1
        assert await notice_readers.count_muted(tx, "market", []) == 0
        assert await notice_readers.mutes(tx, 3) == {"health"}
