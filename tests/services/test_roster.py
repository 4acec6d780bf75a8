"""The roster import: looking first, then writing, and again without doubling anything."""

from __future__ import annotations

from typing import Any

import pytest

from domain import roster as rules
from services.roster import Counts, Outcome, bring
from storage import people, units
from storage.people import Household, Person
from storage.transaction import Database

HEADER = ["户号", "姓名", "性别", "出生年", "电话", "自然村", "户标签", "标签"]
ROWS: list[list[Any]] = [
    ["1", "王秀英", "女", 1948, "13800000001", "上马曲", "五保", "党员"],
    ["1", "王大", "男", 1970, "13800000002", None, None, None],
    ["2", "李四", "男", 1962, "13800000003", "柳树湾", None, None],
]


@pytest.fixture
def village(founded: Database) -> Database:
    """The example's county."""
    return founded


async def import_(
    database: Database,
    rows: list[list[Any]],
    *,
    apply: bool = True,
    header: list[str] = HEADER,
    code: str = "maqu",
) -> Outcome:
    async with database.begin() as tx:
        center = await units.unit_by_code(tx, code)
        assert center is not None
        villages = [village.name for village in await units.villages(tx, center.id)]
        roster = rules.parse([header, *rows], villages=villages, this_year=2026)
        return await bring(tx, center.id, roster, apply=apply)


async def known(database: Database, code: str = "maqu") -> tuple[dict[str, Household], list[Person]]:
    async with database.begin() as tx:
        center = await units.unit_by_code(tx, code)
        assert center is not None
        persons = await people.persons(tx, center.id)
        return await people.households(tx, center.id), sorted(persons.values(), key=lambda row: row.id)


def changed(row: int, **values: Any) -> list[list[Any]]:
    said = [dict(zip(HEADER, one, strict=True)) for one in ROWS]
    said[row] |= values
    return [list(one.values()) for one in said]


async def test_looking_writes_nothing(village: Database) -> None:
    outcome = await import_(village, ROWS, apply=False)

    assert outcome == Outcome(Counts(new=2), Counts(new=3))
    assert await known(village) == ({}, [])


async def test_importing_writes_households_and_persons(village: Database) -> None:
    outcome = await import_(village, ROWS)

    assert outcome == Outcome(Counts(new=2), Counts(new=3))
    households, (grandma, son, other) = await known(village)
    assert set(households) == {"1", "2"}
    assert households["1"].tags == ["五保"]
    assert (grandma.name, grandma.sex, grandma.birth_year, grandma.phone, grandma.tags) == (
        "王秀英",
        "f",
        1948,
        "13800000001",
        ["党员"],
    )
    assert grandma.household_id == son.household_id == households["1"].id
    assert other.household_id == households["2"].id
    async with village.begin() as tx:
        lying_in = await units.village(tx, households["2"].village_id or 0)
    assert lying_in is not None
    assert lying_in.name == "柳树湾"


async def test_importing_the_same_again_changes_nothing(village: Database) -> None:
    await import_(village, ROWS)
    before = [(row.id, row.code, row.name) for row in (await known(village))[1]]

    for apply in (False, True):
        assert await import_(village, ROWS, apply=apply) == Outcome(Counts(same=2), Counts(same=3))

    assert [(row.id, row.code, row.name) for row in (await known(village))[1]] == before


async def test_an_imported_person_is_found_by_phone_and_by_name(village: Database) -> None:
    await import_(village, ROWS)

    async with village.begin() as tx:
        center = await units.unit_by_code(tx, "maqu")
        assert center is not None
        by_phone = await people.persons_by_phone(tx, center.id, "+86 138 0000 0001")
        by_name = await people.persons_by_name(tx, center.id, "王大")

    assert [person.name for person in by_phone] == ["王秀英"]
    assert [person.phone for person in by_name] == ["13800000002"]


@pytest.mark.parametrize(
    ("column", "value", "attribute", "now"),
    [
        ("电话", "13911111111", "phone", "13911111111"),
        ("性别", "男", "sex", "m"),
        ("出生年", 1950, "birth_year", 1950),
        ("标签", "党员、退役军人", "tags", ["党员", "退役军人"]),
    ],
)
async def test_what_has_changed_of_a_person_is_changed(
    village: Database, column: str, value: Any, attribute: str, now: Any
) -> None:
    await import_(village, ROWS)

    outcome = await import_(village, changed(0, **{column: value}))

    assert outcome.persons == Counts(changed=1, same=2)
    assert getattr((await known(village))[1][0], attribute) == now


async def test_a_new_phone_number_is_the_one_that_finds_the_person(village: Database) -> None:
    await import_(village, ROWS)
    await import_(village, changed(0, 电话="13911111111"))

    async with village.begin() as tx:
        center = await units.unit_by_code(tx, "maqu")
        assert center is not None
        assert await people.persons_by_phone(tx, center.id, "13800000001") == []
        (found,) = await people.persons_by_phone(tx, center.id, "13911111111")
    assert found.name == "王秀英"


async def test_looking_at_a_change_does_not_make_it(village: Database) -> None:
    await import_(village, ROWS)

    outcome = await import_(village, changed(0, 电话="13911111111", 户标签="低保"), apply=False)

    assert outcome == Outcome(Counts(changed=1, same=1), Counts(changed=1, same=2))
    households, persons = await known(village)
    assert persons[0].phone == "13800000001"
    assert households["1"].tags == ["五保"]


async def test_a_household_moves_and_gets_other_tags(village: Database) -> None:
    await import_(village, ROWS)

    outcome = await import_(village, changed(2, 自然村="石桥头", 户标签="独居老人"))

    assert outcome == Outcome(Counts(changed=1, same=1), Counts(same=3))
    assert (await known(village))[0]["2"].tags == ["独居老人"]


async def test_a_column_that_is_not_there_changes_nothing(village: Database) -> None:
    await import_(village, ROWS)

    outcome = await import_(village, [[row[0], row[1]] for row in ROWS], header=["户号", "姓名"])

    assert outcome == Outcome(Counts(same=2), Counts(same=3))
    households, persons = await known(village)
    assert persons[0].phone == "13800000001"
    assert households["1"].tags == ["五保"]


async def test_an_empty_cell_empties_what_was_known(village: Database) -> None:
    await import_(village, ROWS)

    outcome = await import_(village, changed(0, 电话=None, 标签=None))

    assert outcome.persons == Counts(changed=1, same=2)
    grandma = (await known(village))[1][0]
    assert (grandma.phone, grandma.phone_key, grandma.tags) == (None, None, [])


async def test_nobody_is_deleted_for_being_missing_from_a_file(village: Database) -> None:
    await import_(village, ROWS)

    outcome = await import_(village, ROWS[:1])

    assert outcome == Outcome(Counts(same=1, absent=1), Counts(same=1, absent=2))
    assert len((await known(village))[1]) == 3


async def test_a_number_that_is_given_later_belongs_to_the_one_of_that_name(village: Database) -> None:
    await import_(village, ROWS)
    numbered = ["户号", "姓名", "人员编号"]

    outcome = await import_(village, [["1", "王秀英", "01"], ["1", "王三", "02"]], header=numbered)

    assert outcome.persons == Counts(new=1, changed=1, absent=2)
    assert (await known(village))[1][0].code == "01"
    again = await import_(village, [["1", "王秀英", "01"], ["1", "王三", "02"]], header=numbered)
    assert again.persons == Counts(same=2, absent=2)


async def test_a_person_with_a_number_may_change_the_name(village: Database) -> None:
    numbered = ["户号", "姓名", "人员编号"]
    await import_(village, [["1", "王秀英", "01"]], header=numbered)

    outcome = await import_(village, [["1", "王秀瑛", "01"]], header=numbered)

    assert outcome.persons == Counts(changed=1)
    async with village.begin() as tx:
        center = await units.unit_by_code(tx, "maqu")
        assert center is not None
        assert len(await people.persons_by_name(tx, center.id, "王秀瑛")) == 1


async def test_a_later_file_without_numbers_finds_the_same_people(village: Database) -> None:
    await import_(village, [["1", "王秀英", "01"]], header=["户号", "姓名", "人员编号"])

    outcome = await import_(village, [["1", "王秀英"]], header=["户号", "姓名"])

    assert outcome.persons == Counts(same=1)
    assert (await known(village))[1][0].code == "01"


async def test_two_people_of_one_name_are_kept_apart_every_time(village: Database) -> None:
    rows = [["1", "王秀英", "01"], ["1", "王秀英", ""]]
    header = ["户号", "姓名", "人员编号"]

    assert (await import_(village, rows, header=header)).persons == Counts(new=2)
    assert (await import_(village, rows, header=header)).persons == Counts(same=2)


async def test_the_roster_of_another_center_is_another_roster(village: Database) -> None:
    await import_(village, ROWS)

    outcome = await import_(village, [["1", "王秀英"]], header=["户号", "姓名"], code="dongxing")

    assert outcome == Outcome(Counts(new=1), Counts(new=1))
    assert len((await known(village))[1]) == 3
    assert len((await known(village, "dongxing"))[1]) == 1


async def test_rows_in_error_are_never_imported(village: Database) -> None:
    outcome = await import_(village, changed(1, 电话="123"))

    assert outcome.persons == Counts(new=2)
    assert "王大" not in [person.name for person in (await known(village))[1]]
