"""Units, their natural villages, and the serials of their requests."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from storage import units
from storage.transaction import Database, attempt
from storage.units import NaturalVillage
from tests.storage import rows
from tests.storage.rows import NOW, listening


async def test_a_unit_is_found_by_id_and_by_code(database: Database) -> None:
    async with database.begin(NOW) as tx:
        maqu = await rows.unit(tx)

    async with database.begin() as tx:
        assert (await units.unit_of(tx, maqu.id)).code == "maqu"
        assert (found := await units.unit(tx, maqu.id)) is not None
        assert found is await units.unit_by_code(tx, "maqu")
        assert await units.unit(tx, 404) is None
        assert await units.unit_by_code(tx, "MAQU") is None


async def test_units_are_listed_as_they_were_set_up(database: Database) -> None:
    async with database.begin(NOW) as tx:
        for code, kind in (("z", "county"), ("y", "township"), ("x", "center"), ("w", "center")):
            await rows.unit(tx, code, kind)

    async with database.begin() as tx:
        assert [unit.code for unit in await units.units(tx)] == ["z", "y", "x", "w"]
        assert [unit.code for unit in await units.units(tx, "center")] == ["x", "w"]
        assert await units.units(tx, "village") == []


async def test_a_unit_knows_the_units_above_it(database: Database) -> None:
    async with database.begin(NOW) as tx:
        unit = await rows.unit(tx)
        unit.path = "/1/22/333/"

    assert unit.ancestors == [1, 22, 333]
    assert units.OrgUnit(path="").ancestors == []


async def test_serials_begin_at_a_hundred_and_count_up(database: Database) -> None:
    async with database.begin(NOW) as tx:
        maqu, dongxing = await rows.two_centers(tx)
        assert [await units.next_serial(tx, maqu.id) for _ in range(3)] == [100, 101, 102]
        assert await units.next_serial(tx, dongxing.id) == 100

    async with database.begin() as tx:
        assert await units.next_serial(tx, maqu.id) == 103


async def test_a_serial_of_a_transaction_that_failed_is_given_again(database: Database) -> None:
    async with database.begin(NOW) as tx:
        maqu = await rows.unit(tx)
    try:
        async with database.begin(NOW) as tx:
            await units.next_serial(tx, maqu.id)
            raise RuntimeError
    except RuntimeError:
        pass

    async with database.begin() as tx:
        assert await units.next_serial(tx, maqu.id) == 100


async def test_no_serial_is_given_twice_at_once(database: Database) -> None:
    async with database.begin(NOW) as tx:
        maqu = await rows.unit(tx)

    async def take() -> int:
        async with database.begin() as tx:
            await units.unit(tx, maqu.id)  # it was already read in this transaction
            await asyncio.sleep(0)
            return await units.next_serial(tx, maqu.id)

    assert sorted(await asyncio.gather(*(take() for _ in range(10)))) == list(range(100, 110))


async def test_centers_read_ahead_count_their_serials_in_memory_and_write_them_once(
    database: Database,
) -> None:
    async with database.begin(NOW) as tx:
        maqu, dongxing = await rows.two_centers(tx)
    async with database.begin(NOW) as tx:
        await units.prefetch(tx, [maqu.id, dongxing.id])
        with listening(database) as said:
            assert [await units.next_serial(tx, maqu.id) for _ in range(3)] == [100, 101, 102]
            assert await units.next_serial(tx, dongxing.id) == 100
        assert said == []
    async with database.begin(NOW) as tx:
        await units.prefetch(tx, [maqu.id])
        assert await units.next_serial(tx, maqu.id) == 103
        assert await units.next_serial(tx, dongxing.id) == 101


async def test_a_serial_of_a_part_that_failed_is_given_again_and_those_before_it_are_not(
    database: Database,
) -> None:
    async with database.begin(NOW) as tx:
        maqu, _ = await rows.two_centers(tx)
    async with database.begin(NOW) as tx:
        await units.prefetch(tx, [maqu.id])
        assert await units.next_serial(tx, maqu.id) == 100
        with pytest.raises(RuntimeError):
            async with attempt(tx):
                assert await units.next_serial(tx, maqu.id) == 101
                raise RuntimeError
        assert await units.next_serial(tx, maqu.id) == 101
        async with attempt(tx):
            assert await units.next_serial(tx, maqu.id) == 102
    async with database.begin(NOW) as tx:
        assert await units.next_serial(tx, maqu.id) == 103


async def test_no_serial_is_given_twice_at_once_to_batches_that_read_ahead(database: Database) -> None:
    async with database.begin(NOW) as tx:
        maqu, dongxing = await rows.two_centers(tx)

    async def take() -> list[int]:
        async with database.begin(NOW) as tx:
            await units.unit(tx, maqu.id)  # it may be older than the lock
            await asyncio.sleep(0)
            await units.prefetch(tx, [dongxing.id, maqu.id])
            return [await units.next_serial(tx, maqu.id) for _ in range(3)]

    taken = [serial for serials in await asyncio.gather(*(take() for _ in range(5))) for serial in serials]
    assert sorted(taken) == list(range(100, 115))


async def test_natural_villages_come_in_the_configured_order(database: Database) -> None:
    async with database.begin(NOW) as tx:
        maqu, dongxing = await rows.two_centers(tx)
        for name, position, active in (("柳树湾", 2, True), ("上马曲", 0, True), ("旧村", 1, False)):
            await units.add(
                tx, NaturalVillage(center_id=maqu.id, name=name, position=position, active=active)
            )
        await units.add(tx, NaturalVillage(center_id=dongxing.id, name="上马曲"))

    async with database.begin() as tx:
        assert [row.name for row in await units.villages(tx, maqu.id)] == ["上马曲", "柳树湾"]
        everything = await units.villages(tx, maqu.id, active_only=False)
        assert [row.name for row in everything] == ["上马曲", "旧村", "柳树湾"]
        assert (found := await units.village(tx, everything[1].id)) is not None
        assert found.name == "旧村"
        assert await units.village(tx, 404) is None


async def test_whoever_wants_the_lock_of_a_unit_waits(database: Database) -> None:
    async with database.begin(NOW) as tx:
        maqu = await rows.unit(tx)
    order: list[str] = []
    held = asyncio.Event()

    async def first() -> None:
        async with database.begin() as tx:
            await units.lock(tx, maqu.id)
            held.set()
            await asyncio.sleep(0.05)
            order.append("first")

    async def second() -> None:
        await held.wait()
        async with database.begin() as tx:
            await units.lock(tx, maqu.id)
            order.append("second")

    await asyncio.gather(first(), second())

    assert order == ["first", "second"]


async def test_the_centers_below_a_unit_are_its_own(database: Database) -> None:
    async with database.begin(NOW) as tx:
        county, town, other = [
            await rows.unit(tx, code, kind)
            for code, kind in (("c", "county"), ("t", "township"), ("o", "township"))
        ]
        first, second, third = [await rows.unit(tx, code) for code in ("x", "y", "z")]
        for unit, path in (
            (town, [town]),
            (other, [other]),
            (first, [town, first]),
            (second, [town, second]),
        ):
            unit.path = "/".join(["", str(county.id), *(str(one.id) for one in path), ""])
        third.path = f"/{county.id}/{other.id}/{third.id}/"

    async with database.begin() as tx:
        assert [unit.code for unit in await units.below(tx, county)] == ["x", "y", "z"]
        assert [unit.code for unit in await units.below(tx, town)] == ["x", "y"]
        assert [unit.code for unit in await units.below(tx, third)] == ["z"]


async def test_the_unit_that_has_waited_longest_is_told_first_and_none_before_its_time(
    database: Database,
) -> None:
    async with database.begin(NOW) as tx:
        late, now, soon, _ = [await rows.unit(tx, code) for code in ("late", "now", "soon", "never")]
        late.digest_at, now.digest_at = NOW - timedelta(days=1), NOW
        soon.digest_at = NOW + timedelta(microseconds=1)

    told = []
    for _ in range(3):
        async with database.begin(NOW) as tx:
            unit = await units.to_tell(tx)
            if unit is not None:
                told.append(unit.code)
                unit.digest_at = NOW + timedelta(days=1)
    assert told == ["late", "now"]


async def test_two_clocks_at_once_never_take_the_same_unit(database: Database) -> None:
    async with database.begin(NOW) as tx:
        for code in ("a", "b"):
            (await rows.unit(tx, code)).digest_at = NOW

    async def take() -> str | None:
        async with database.begin(NOW) as tx:
            unit = await units.to_tell(tx)
            if unit is None:
                return None
            unit.digest_at = NOW + timedelta(days=1)
            await asyncio.sleep(0.05)
            return unit.code

    assert sorted(await asyncio.gather(take(), take()), key=str) == ["a", "b"]
