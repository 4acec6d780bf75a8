"""The units of the database follow the county's file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import bot
from domain.units import County, parse, settings_of
from domain.week import WEEKDAYS
from services.units import Changes, UnitKindError, sync
from storage import units
from storage.transaction import Database, Tx

EXAMPLE = (Path(bot.__file__).parent / "example.toml").read_text("utf-8")


async def bring(database: Database, text: str = EXAMPLE) -> Changes:
    async with database.begin() as tx:
        return await sync(tx, parse(text))


async def center(tx: Tx, code: str = "maqu") -> units.OrgUnit:
    found = await units.unit_by_code(tx, code)
    assert found is not None
    return found


async def village_names(database: Database, *, active_only: bool = True) -> list[str]:
    async with database.begin() as tx:
        rows = await units.villages(tx, (await center(tx)).id, active_only=active_only)
        return [row.name for row in rows]


async def test_the_first_time_everything_is_made(database: Database) -> None:
    changes = await bring(database)

    assert changes == Changes(created=["yunling", "qinghe", "maqu", "dongxing"])
    async with database.begin() as tx:
        county, township, maqu, dongxing = await units.units(tx)
    assert [unit.kind for unit in (county, township, maqu, dongxing)] == [
        "county",
        "township",
        "center",
        "center",
    ]
    assert maqu.ancestors == [county.id, township.id, maqu.id]
    assert dongxing.parent_id == township.id
    assert settings_of(maqu).line_name("health") == "看病拿药"
    assert settings_of(dongxing).line("shop") is None
    assert settings_of(township).phone == "0900-8551000"
    assert await village_names(database) == ["上马曲", "下马曲", "柳树湾", "石桥头"]


async def test_the_second_time_nothing_is_changed(database: Database) -> None:
    await bring(database)

    changes = await bring(database)

    assert changes == Changes()
    assert not changes


async def test_a_new_name_phone_or_promise_is_taken_over(database: Database) -> None:
    await bring(database)

    changes = await bring(
        database,
        EXAMPLE.replace("马曲村社区服务中心", "马曲村第一社区服务中心").replace(
            "0900-8551201", "0900-8551299"
        ),
    )

    assert changes == Changes(changed=["maqu", "dongxing"])
    async with database.begin() as tx:
        assert (await center(tx)).name == "马曲村第一社区服务中心"
        assert settings_of(await center(tx, "dongxing")).phone == "0900-8551299"


async def test_a_serial_that_was_given_stays_given(database: Database) -> None:
    await bring(database)
    async with database.begin() as tx:
        assert await units.next_serial(tx, (await center(tx)).id) == 100

    await bring(database, EXAMPLE.replace("马曲村", "马渠村"))

    async with database.begin() as tx:
        assert await units.next_serial(tx, (await center(tx)).id) == 101


async def test_natural_villages_are_ordered_added_and_retired_but_never_lost(database: Database) -> None:
    await bring(database)

    changes = await bring(
        database, EXAMPLE.replace('"上马曲", "下马曲", "柳树湾"', '"柳树湾", "上马曲", "新村"')
    )

    assert changes == Changes(changed=["maqu"])
    assert await village_names(database) == ["柳树湾", "上马曲", "新村", "石桥头"]
    assert "下马曲" in await village_names(database, active_only=False)


async def test_a_retired_natural_village_comes_back_as_itself(database: Database) -> None:
    await bring(database)
    async with database.begin() as tx:
        before = {row.name: row.id for row in await units.villages(tx, (await center(tx)).id)}
    await bring(database, EXAMPLE.replace('"石桥头"', ""))
    assert "石桥头" not in await village_names(database)

    await bring(database)

    async with database.begin() as tx:
        after = {row.name: row.id for row in await units.villages(tx, (await center(tx)).id)}
    assert after == before


async def test_a_center_that_moves_to_another_township_keeps_its_rows(database: Database) -> None:
    await bring(database)
    moved = EXAMPLE.replace(
        '    [[townships.centers]]\n    code = "dongxing"',
        '[[townships]]\ncode = "baishui"\nname = "白水乡"\n    [[townships.centers]]\n    code = "dongxing"',
    )

    changes = await bring(database, moved)

    assert changes == Changes(created=["baishui"], changed=["dongxing"])
    async with database.begin() as tx:
        dongxing, baishui = await center(tx, "dongxing"), await center(tx, "baishui")
        county = await center(tx, "yunling")
    assert dongxing.parent_id == baishui.id
    assert dongxing.ancestors == [county.id, baishui.id, dongxing.id]


async def test_a_unit_that_is_no_longer_named_is_reported_and_kept(database: Database) -> None:
    await bring(database)
    only_maqu = EXAMPLE[: EXAMPLE.rindex("    [[townships.centers]]")]

    changes = await bring(database, only_maqu)

    assert changes == Changes(absent=["dongxing"])
    async with database.begin() as tx:
        assert (await center(tx, "dongxing")).name == "东兴村社区服务中心"


async def test_a_unit_never_becomes_another_kind(database: Database) -> None:
    await bring(database)
    swapped = (
        EXAMPLE.replace('code = "qinghe"', 'code = "x"')
        .replace('"maqu"', '"qinghe"')
        .replace('"x"', '"maqu"')
    )

    with pytest.raises(UnitKindError, match="maqu is a center in the database and a township in the file"):
        await bring(database, swapped)

    async with database.begin() as tx:
        assert (await center(tx)).kind == "center"


async def test_two_counties_in_one_database_do_not_disturb_each_other(database: Database) -> None:
    await bring(database)
    other: County = parse('code = "b"\nname = "乙县"\n[[townships]]\ncode = "bt"\nname = "乙镇"\n')

    async with database.begin() as tx:
        changes = await sync(tx, other)

    assert changes.created == ["b", "bt"]
    assert set(changes.absent) == {"yunling", "qinghe", "maqu", "dongxing"}


MONDAY = datetime(2026, 11, 23, 2, 0, tzinfo=UTC)
"""10:00 in the village; it opens at 08:30."""


async def mornings(database: Database, text: str = EXAMPLE, now: datetime = MONDAY) -> dict[str, str]:
    """When each unit is told of its day, as its clocks show it, once the file was brought."""
    async with database.begin(now) as tx:
        await sync(tx, parse(text))
        found = {unit.code: unit.digest_at for unit in await units.units(tx)}
    zone = ZoneInfo("Asia/Shanghai")
    return {code: f"{at.astimezone(zone):%a %H:%M}" if at else "never" for code, at in found.items()}


async def test_every_unit_is_promised_its_next_morning(database: Database) -> None:
    assert await mornings(database) == dict.fromkeys(("yunling", "qinghe", "maqu", "dongxing"), "Tue 08:30")


async def test_a_morning_follows_new_opening_times(database: Database) -> None:
    await mornings(database)
    later = EXAMPLE.replace('tuesday = ["08:30-12:00"', 'tuesday = ["09:15-12:00"')

    assert set((await mornings(database, later)).values()) == {"Tue 09:15"}


async def test_a_morning_that_has_come_is_not_put_off_by_a_start(database: Database) -> None:
    await mornings(database)

    assert set((await mornings(database, now=MONDAY + timedelta(days=1))).values()) == {"Tue 08:30"}


async def test_a_center_that_opens_at_weekends_only_has_no_morning_of_a_working_day(
    database: Database,
) -> None:
    week = "".join(f"{day} = []\n" for day in WEEKDAYS[:5]) + 'sunday = ["09:00-10:00"]\n'
    only_sundays = EXAMPLE.replace(
        '[townships.centers.office_hours]\n        friday = ["08:30-12:00"]',
        f"[townships.centers.office_hours]\n{week}",
    )
    found = await mornings(database, only_sundays, MONDAY.replace(year=2030))

    assert found["dongxing"] == "never"
    assert found["maqu"] != "never"
