"""The duty roster: who counts as on duty, and who may say so."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.duty import Day
from services import duty, leave, roles
from services.duty import Roster
from services.errors import NotFoundError, RefusedError
from storage import roles as stored_roles
from storage import units
from storage.people import Account
from storage.transaction import Tx
from storage.units import OrgUnit
from tests.services.town import NOW, Town

TUESDAY = date(2026, 11, 24)
WEDNESDAY = 2


async def unit_of(tx: Tx, code: str = "maqu") -> OrgUnit:
    found = await units.unit_by_code(tx, code)
    assert found is not None
    return found


async def grant_of(tx: Tx, who: int, role: str = "doctor", code: str = "maqu") -> int:
    """The id of somebody's grant."""
    found = await stored_roles.active_grant(tx, who, (await unit_of(tx, code)).id, role)
    assert found is not None
    return found.id


async def put(tx: Tx, actor: Account, who: int, day: Day, on: bool = True, code: str = "maqu") -> Roster:
    """Put somebody on duty, by their account."""
    return await duty.put(tx, actor, await unit_of(tx, code), await grant_of(tx, who), day, on)


async def on_duty(town: Town, at: datetime, role: str = "doctor") -> set[int]:
    async with town.begin() as tx:
        return set(await duty.on_duty(tx, await unit_of(tx), role, at))


async def announce(tx: Tx, actor: Account, role: str = "doctor") -> int:
    return await duty.announce(tx, actor, await unit_of(tx), role)


async def cast(town: Town) -> tuple[int, int, int]:
    """The director and two doctors."""
    director = await town.settle("马主任", "director")
    return director, await town.settle("李医生", "doctor"), await town.settle("王医生", "doctor")


async def test_without_a_roster_nobody_is_on_duty(any_town: Town) -> None:
    await cast(any_town)

    assert await on_duty(any_town, NOW) == set()


async def test_the_week_and_its_exceptions_say_who_it_is(any_town: Town) -> None:
    town = any_town
    director, li, wang = await cast(town)
    await town.do(director, put, li, WEDNESDAY)
    await town.do(director, put, wang, WEDNESDAY)
    await town.do(director, put, li, date(2026, 11, 25), False)
    await town.do(director, put, wang, TUESDAY, True)

    assert await on_duty(town, NOW) == {wang}
    assert await on_duty(town, NOW + timedelta(days=1)) == {wang}
    assert await on_duty(town, NOW + timedelta(days=2)) == set()
    assert await on_duty(town, NOW + timedelta(days=8)) == {li, wang}
    assert await on_duty(town, NOW + timedelta(days=1), "clerk") == set()


async def test_the_day_is_the_one_on_the_wall_of_the_center(any_town: Town) -> None:
    town = any_town
    director, li, _ = await cast(town)
    await town.do(director, put, li, WEDNESDAY)
    midnight = datetime(2026, 11, 24, 16, 0, tzinfo=UTC)  # still Tuesday in Greenwich

    assert await on_duty(town, midnight - timedelta(microseconds=1)) == set()
    assert await on_duty(town, midnight) == {li}
    assert await on_duty(town, midnight + timedelta(days=1, microseconds=-1)) == {li}
    assert await on_duty(town, midnight + timedelta(days=1)) == set()


async def test_a_center_in_another_zone_has_its_own_midnight(town: Town) -> None:
    director, li, _ = await cast(town)
    await town.do(director, put, li, WEDNESDAY)
    async with town.begin() as tx:
        unit = await unit_of(tx)
        unit.settings = {**unit.settings, "timezone": "America/New_York"}

    assert await on_duty(town, datetime(2026, 11, 25, 4, 59, tzinfo=UTC)) == set()
    assert await on_duty(town, datetime(2026, 11, 25, 5, 0, tzinfo=UTC)) == {li}


async def test_whoever_no_longer_holds_the_role_or_is_away_is_not_on_duty(any_town: Town) -> None:
    town = any_town
    director, li, wang = await cast(town)
    for who in (li, wang):
        await town.do(director, put, who, 1)
    async with town.begin() as tx:
        account = await town.account(tx, li)
        await leave.enter(tx, account, account, TUESDAY, TUESDAY)
    assert await on_duty(town, NOW) == {wang}
    assert await on_duty(town, NOW + timedelta(days=7)) == {li, wang}

    async with town.begin() as tx:
        await roles.revoke(tx, await town.account(tx, director), await grant_of(tx, wang))
    assert await on_duty(town, NOW) == set()
    async with town.begin() as tx:  # a new grant begins without duty
        unit, account = await unit_of(tx), await town.account(tx, wang)
        await roles.grant(tx, account=account, unit=unit, role="doctor", by=None)
    assert await on_duty(town, NOW + timedelta(days=7)) == {li}


async def test_what_a_date_says_is_kept_only_while_it_differs(any_town: Town) -> None:
    town = any_town
    director, li, _ = await cast(town)
    assert (await town.do(director, put, li, TUESDAY, True)).unusual == [TUESDAY]
    assert (await town.do(director, put, li, TUESDAY, False)).changes == ()
    await town.do(director, put, li, 1)
    assert (await town.do(director, put, li, TUESDAY, True)).changes == ()
    assert (await town.do(director, put, li, TUESDAY, False)).unusual == [TUESDAY]

    async def usual(tx: Tx, actor: Account) -> Roster:
        return await duty.as_usual(tx, actor, await unit_of(tx), "doctor", TUESDAY)

    assert (await town.do(director, usual)).unusual == []


@pytest.mark.parametrize("offset", [-1, 28, 4000])
async def test_only_the_next_four_weeks_can_be_changed(town: Town, offset: int) -> None:
    director, li, _ = await cast(town)

    with pytest.raises(RefusedError) as refusal:
        await town.do(director, put, li, TUESDAY + timedelta(days=offset))
    assert refusal.value.text.id == "duty-day-over"


async def test_only_the_leaders_of_the_center_make_its_roster(town: Town) -> None:
    _, li, wang = await cast(town)
    deputy = await town.settle("副主任", "deputy")
    strangers = [
        await town.settle("王秀英"),
        await town.settle("孙丽", "clerk"),
        await town.settle("钱镇长", "township"),
        await town.settle("何主任", "director", center="dongxing", village="东头"),
        li,
    ]
    await town.do(deputy, put, wang, WEDNESDAY)
    for who in strangers:
        with pytest.raises(RefusedError):
            await town.do(who, put, li, WEDNESDAY)
        with pytest.raises(RefusedError):
            await town.do(who, announce)
    with pytest.raises(NotFoundError):  # one's own center, somebody else's grant
        await town.do(strangers[3], put, li, WEDNESDAY, True, "dongxing")
    assert await on_duty(town, NOW + timedelta(days=1)) == {wang}


async def test_whoever_has_a_desk_here_or_above_may_look(town: Town) -> None:
    _, li, _ = await cast(town)

    async def look(tx: Tx, actor: Account) -> Roster:
        return await duty.roster(tx, actor, await unit_of(tx), "doctor")

    for who in (li, await town.settle("钱镇长", "township"), await town.settle("孙丽", "clerk")):
        assert [one.name for one in (await town.do(who, look)).holders] == ["李医生", "王医生"]
    for who in (
        await town.settle("王秀英"),
        await town.settle("陈建国", "volunteer"),
        await town.settle("何主任", "director", center="dongxing", village="东头"),
    ):
        with pytest.raises(RefusedError):
            await town.do(who, look)


async def test_everybody_whose_duty_changed_is_told_once_and_the_maker_is_not(any_town: Town) -> None:
    town = any_town
    director = await town.settle("马主任", "director", "doctor")
    li, wang = await town.settle("李医生", "doctor"), await town.settle("王医生", "doctor")
    for who in (director, li):
        await town.do(director, put, who, WEDNESDAY)
    assert await town.do(director, announce) == 1
    assert "每周三" in town.last(li).words
    assert (town.told[wang], town.told[director]) == ([], [])
    assert await town.do(director, announce) == 0

    await town.do(director, put, wang, WEDNESDAY)
    await town.do(director, put, wang, WEDNESDAY, False)
    assert await town.do(director, announce) == 0
    await town.do(director, put, li, WEDNESDAY, False)
    assert await town.do(director, announce) == 1
    assert "以后不用您值班了" in town.last(li).words


async def test_a_date_that_has_gone_by_is_no_news(town: Town) -> None:
    director, li, _ = await cast(town)
    await town.do(director, put, li, WEDNESDAY)
    await town.do(director, put, li, TUESDAY)
    assert await town.do(director, announce) == 1
    assert "11月24日 周二 加一天" in town.last(li).words
    town.passes(days=2)
    assert await town.do(director, announce) == 0


async def test_a_desk_is_a_role_that_requests_come_to(town: Town) -> None:
    director, _, _ = await cast(town)
    await town.settle("孙丽", "clerk", "volunteer", "committee")

    async def desks(tx: Tx, actor: Account) -> list[str]:
        return await duty.desks(tx, actor, await unit_of(tx))

    assert await town.do(director, desks) == ["doctor", "clerk", "committee"]
