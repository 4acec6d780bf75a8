"""The morning message by the clock: whose turn it is, once, and to whom it may say what."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from services import digest, handover
from storage import units
from tests.services.town import Town

WEDNESDAY = timedelta(hours=22, minutes=30)
"""From Tuesday 10:00, when stories begin, to the next opening."""


async def morning(town: Town) -> int:
    """Let the clock tell everybody it has to; how many units' turn it was."""
    times = 0
    while True:
        async with town.begin() as tx:
            if not await digest.send_one(tx):
                return times
        times += 1


async def digest_at(town: Town, code: str = "maqu") -> datetime | None:
    """When a unit is told next."""
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, code)
        assert unit is not None
        return unit.digest_at


async def test_all_units_have_their_turn_and_the_next_one_a_day_later(any_town: Town) -> None:
    town = any_town
    assert await digest_at(town) == town.now + WEDNESDAY
    town.passes(hours=22, minutes=29, seconds=59)
    assert await morning(town) == 0
    town.passes(seconds=1)
    assert await morning(town) == 4  # county, township, two centers
    assert await morning(town) == 0
    assert await digest_at(town) == town.now + timedelta(days=1)


async def test_after_a_long_outage_there_is_one_turn(town: Town) -> None:
    director, asker = await town.settle("马主任", "director"), await town.settle("王秀英")
    await town.ask(asker, "shop")
    town.forget()
    town.passes(days=10, hours=2)  # Friday 4 December, noon: between the two halves of the day
    assert await morning(town) == 4
    assert len(town.told[director]) == 1
    assert await digest_at(town) == datetime(2026, 12, 7, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("hours", "heard"), [(22.4, 0), (22.5, 1), (31.9, 1), (32, 0), (37, 0), (94, 0), (96, 0)]
)
async def test_it_is_told_while_the_center_is_open_on_a_working_day(
    town: Town, hours: float, heard: int
) -> None:
    """Wednesday 08:24 and 08:30, 17:54 and 18:00, at night, Saturday 08:00 and 10:00."""
    director, asker = await town.settle("马主任", "director"), await town.settle("王秀英")
    await town.ask(asker, "shop")
    town.forget()
    town.passes(hours=hours)
    await morning(town)
    assert len(town.told[director]) == heard


async def test_who_cannot_be_reached_is_not_written_to(town: Town) -> None:
    director, asker = await town.settle("马主任", "director"), await town.settle("王秀英")
    await town.ask(asker, "shop")
    town.forget()
    async with town.begin() as tx:
        await handover.gone(tx, director)
    town.passes(hours=22.5)
    await morning(town)
    assert town.told[director] == []


async def test_what_a_director_asked_for_is_not_told_to_them_as_their_work(town: Town) -> None:
    director, clerk = await town.settle("马主任", "director"), await town.settle("孙丽", "clerk")
    await town.ask(director, "environment")
    town.forget()
    town.passes(hours=22.5)
    await morning(town)
    assert town.told[director] == []
    assert "过期的 1 件" in town.heard(clerk)


async def test_the_buttons_lead_to_the_desk_and_to_this_unit(town: Town) -> None:
    director, asker = await town.settle("马主任", "director"), await town.settle("王秀英")
    await town.ask(asker, "shop")
    town.forget()
    town.passes(hours=22.5)
    await morning(town)
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None
        assert town.last(director).taps == ["go|desk", f"look|{unit.id}||0", "go|person"]


async def test_an_office_without_anything_late_or_risen_is_left_in_peace(town: Town) -> None:
    officer, asker = await town.settle("钱镇长", "township"), await town.settle("王秀英")
    await town.settle("何志远", "training")
    await town.ask(asker, "training")  # nobody has taken it, but it is not late before the evening
    town.passes(hours=22.5)
    town.forget()
    await morning(town)
    assert town.told[officer] == []
