"""Doors as rows: what is due, what is free, who holds what; and that whoever reads it is on nobody's list."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.doors import Door
from storage import notice_doors as doors
from storage import notice_readers, people, proxies
from storage.notice_doors import NoticeRound
from storage.notice_readers import NoticeKnock, NoticeReader
from storage.notices import Notice
from storage.people import Household, Person
from storage.proxies import ProxyRelation
from storage.transaction import Database, Tx
from storage.units import NaturalVillage
from tests.storage import rows
from tests.storage.rows import DOCTOR, GRANDMA, NOW, membership
from tests.storage.test_notices import begun, stage

MOMENT = timedelta(microseconds=1)
WEEK = timedelta(days=7)


async def homes(tx: Tx, center_id: int, *codes: str, village_id: int | None = None) -> list[int]:
    """Households of a center, each with one person named by its code; their ids."""
    made = [Household(center_id=center_id, village_id=village_id, code=one, tags=[]) for one in codes]
    await people.add_all(tx, made)
    persons = [
        Person(
            center_id=center_id,
            household_id=home.id,
            code="1",
            name=home.code,
            name_key=people.name_key(home.code),
            tags=[],
        )
        for home in made
    ]
    await people.add_all(tx, persons)
    return [one.id for one in made]


async def village(tx: Tx, center_id: int, name: str = "上") -> int:
    """A natural village; its id."""
    row = NaturalVillage(center_id=center_id, name=name, active=True, position=0)
    tx.session.add(row)
    await tx.session.flush()
    return row.id


async def opened(tx: Tx, center_id: int, *codes: str) -> tuple[Notice, list[int]]:
    """A notice, and the doors of households in no village."""
    notice = await begun(tx, center_id)
    found = await homes(tx, center_id, *codes)
    await doors.add_doors(tx, notice.id, [(one, None) for one in found])
    return notice, found


async def is_read_in(tx: Tx, notice: Notice, household_id: int) -> None:
    """Grandma lives there, and has read it."""
    row = NoticeReader(notice_id=notice.id, account_id=GRANDMA, household_id=household_id, read_at=NOW)
    await notice_readers.add(tx, row)


@pytest.mark.parametrize(("ahead", "due"), [(-MOMENT, True), (0 * MOMENT, True), (MOMENT, False)])
async def test_doors_open_when_they_are_due_the_oldest_first(
    database: Database, ahead: timedelta, due: bool
) -> None:
    async with database.begin(NOW) as tx:
        center, _ = await stage(tx)
        await begun(tx, center, doors_at=None)
        row = await begun(tx, center, doors_at=NOW + ahead)
        assert await doors.to_open(tx) is (row if due else None)
        older = await begun(tx, center, doors_at=NOW - timedelta(hours=1))
        assert await doors.to_open(tx) is older


@pytest.mark.parametrize(("ahead", "due"), [(-MOMENT, True), (0 * MOMENT, True), (MOMENT, False)])
async def test_rounds_and_doors_are_looked_at_when_they_are_due(
    database: Database, ahead: timedelta, due: bool
) -> None:
    async with database.begin(NOW) as tx:
        center, _ = await stage(tx)
        notice, (home, *_) = await opened(tx, center, "甲", "乙")
        row = NoticeRound(
            notice_id=notice.id, center_id=center, since=NOW, look_at=NOW + ahead, told_short=False
        )
        await doors.add(tx, row)
        door = await doors.door(tx, notice.id, home)
        assert door is not None
        door.again_at = NOW + ahead
        await tx.session.flush()
        assert await doors.to_share(tx) is (row if due else None)
        assert await doors.to_go_again(tx) is (door if due else None)
        row.look_at = door.again_at = None
        await tx.session.flush()
        assert await doors.to_share(tx) is None and await doors.to_go_again(tx) is None


async def test_free_doors_come_from_near_to_far_and_only_from_the_center(database: Database) -> None:
    async with database.begin(NOW) as tx:
        center, other = await stage(tx)
        notice = await begun(tx, center)
        near, far = await village(tx, center, "上"), await village(tx, center, "下")
        groups = {
            place: await homes(tx, center, *codes, village_id=place)
            for place, codes in ((far, ("甲", "乙")), (near, ("丙", "丁")), (None, ("戊",)))
        }
        elsewhere = await homes(tx, other, "己")
        for place, found in [*groups.items(), (None, elsewhere)]:
            await doors.add_doors(tx, notice.id, [(one, place) for one in found])
        everywhere = [one.household_id for one in await doors.free(tx, notice.id, center, near=near, limit=9)]
        assert everywhere[:2] == groups[near] and set(everywhere) == {
            one for found in groups.values() for one in found
        }
        for place, found in groups.items():
            only = await doors.free(tx, notice.id, center, near=place, limit=9, only=True)
            assert [one.household_id for one in only] == found
        assert len(await doors.free(tx, notice.id, center, near=near, limit=3)) == 3
        assert await doors.counts(tx, notice.id) == {
            (center, near, Door.OPEN): 2,
            (center, far, Door.OPEN): 2,
            (center, None, Door.OPEN): 1,
            (other, None, Door.OPEN): 1,
        }


async def test_whoever_reads_it_is_neither_free_nor_counted_nor_on_a_list(database: Database) -> None:
    async with database.begin(NOW) as tx:
        center, _ = await stage(tx)
        await rows.accounts(tx, DOCTOR)
        notice, (first, second) = await opened(tx, center, "甲", "乙")
        for home in (first, second):
            door = await doors.door_of(tx, notice.id, home)
            assert door is not None
            door.state, door.keeper_id = "taken", DOCTOR
        await tx.session.flush()
        assert not await doors.is_read(tx, notice.id, first)
        await is_read_in(tx, notice, first)
        assert await doors.is_read(tx, notice.id, first)
        assert await doors.read_by(tx, notice.id) == {first}
        assert [one.household_id for one in await doors.kept_by(tx, notice.id, DOCTOR)] == [second]
        assert await doors.counts(tx, notice.id) == {(center, None, Door.TAKEN): 1}
        assert await doors.states(tx, notice.id) == {first: ("taken", DOCTOR), second: ("taken", DOCTOR)}


@pytest.mark.parametrize("state", list(Door))
async def test_a_list_has_what_is_still_to_be_told(database: Database, state: Door) -> None:
    async with database.begin(NOW) as tx:
        center, _ = await stage(tx)
        notice, (home,) = await opened(tx, center, "甲")
        door = await doors.door(tx, notice.id, home)
        assert door is not None
        door.state, door.keeper_id = state, GRANDMA
        await tx.session.flush()
        kept = bool(await doors.kept_by(tx, notice.id, GRANDMA))
        assert kept == (state not in (Door.TOLD, Door.MOVED))
        assert (home in await notice_readers.reached(tx, notice.id)) == (state is Door.TOLD)


@pytest.mark.parametrize(("ago", "counts"), [(WEEK - MOMENT, True), (WEEK, False)])
async def test_how_often_somebody_was_asked_within_a_week(
    database: Database, ago: timedelta, counts: bool
) -> None:
    async with database.begin(NOW) as tx:
        center, _ = await stage(tx)
        notice = await begun(tx, center)
        about = {"notice_id": notice.id, "account_id": GRANDMA, "center_id": center}
        await doors.add(tx, NoticeKnock(**about, state="asked", asked_at=NOW - ago))
        assert await doors.asked_since(tx, [GRANDMA, DOCTOR], WEEK) == ({GRANDMA: 1} if counts else {})
        assert [one.account_id for one in await doors.knocks(tx, notice.id)] == [GRANDMA]
        assert await doors.knock(tx, notice.id, DOCTOR) is await doors.knock_of(tx, notice.id, DOCTOR) is None


async def test_a_household_is_spared_when_all_of_its_accounts_want_that(database: Database) -> None:
    async with database.begin(NOW) as tx:
        center, other = await stage(tx)
        await rows.accounts(tx, DOCTOR)
        notice, (home, empty) = await opened(tx, center, "甲", "没有号的")
        (person,) = await people.persons_of(tx, home)
        tx.session.add_all([membership(one, center, person_id=person.id) for one in (GRANDMA, DOCTOR)])
        await tx.session.flush()
        assert await doors.behind_doors(tx, notice.id, [GRANDMA, DOCTOR]) == {GRANDMA, DOCTOR}
        await notice_readers.mute(tx, GRANDMA, "outage", on=True)
        assert await doors.spared(tx, "outage", [center]) == set()
        await notice_readers.mute(tx, DOCTOR, "outage", on=True)
        assert await doors.spared(tx, "outage", [center]) == {home}
        assert await doors.spared(tx, "meeting", [center]) == set()
        assert await doors.spared(tx, "outage", [other]) == set()
        found = await doors.homes(tx, [home, empty, 10**6])
        assert {one: [person.name for person in persons] for one, persons in found.items()} == {
            home: ["甲"],
            empty: ["没有号的"],
            10**6: [],
        }
        await is_read_in(tx, notice, home)
        assert await doors.behind_doors(tx, notice.id, [GRANDMA, DOCTOR]) == set()


async def test_rounds_are_found_by_place_also_where_there_is_none(database: Database) -> None:
    async with database.begin(NOW) as tx:
        center, other = await stage(tx)
        notice, near = await begun(tx, center), await village(tx, center)
        made = [
            NoticeRound(notice_id=notice.id, center_id=at, village_id=place, since=NOW, told_short=False)
            for at, place in ((center, near), (center, None), (other, None))
        ]
        for row in made:
            await doors.add(tx, row)
        assert await doors.rounds(tx, notice.id) == made
        assert await doors.round_at(tx, notice.id, center, near) is made[0]
        assert await doors.round_at(tx, notice.id, center, None) is made[1]
        assert await doors.round_at(tx, notice.id, other, None) is made[2]
        assert await doors.round_at(tx, notice.id, other, near) is None


@pytest.mark.parametrize("state", ["asked", "confirmed", "refused", "revoked"])
async def test_only_who_is_acted_for_with_consent_is_cared_for(database: Database, state: str) -> None:
    async with database.begin(NOW) as tx:
        center, _ = await stage(tx)
        (home,) = await homes(tx, center, "妈")
        (mother,) = await people.persons_of(tx, home)
        about = {"center_id": center, "proxy_id": GRANDMA, "person_id": mother.id, "person_name": "妈"}
        how = {"kind": "child", "state": state, "confirmed_by": "person", "created_at": NOW}
        await proxies.add(tx, ProxyRelation(**about, **how))
        assert await proxies.cared_for(tx, GRANDMA) == ([mother] if state == "confirmed" else [])
        assert await people.persons_of_account(tx, GRANDMA) == []
        tx.session.add(membership(GRANDMA, center, person_id=mother.id))
        await tx.session.flush()
        assert await people.persons_of_account(tx, GRANDMA) == [mother]
