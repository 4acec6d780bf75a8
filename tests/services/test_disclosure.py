"""Publishing in time by its services: what counts, whom the clock reminds, and what a director settles."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from domain.announcing import Audience
from domain.disclosure import DUTIES
from services import disclosure
from services.disclosure import Line
from storage import disclosure as stored
from storage import units
from storage.disclosure import DisclosureRule
from tests.services.steps import refused
from tests.services.test_notice_board import change, published
from tests.services.test_notices import unit_id
from tests.services.town import Town

DUE = date(2027, 1, 11)
"""What is to be published for the last quarter of 2026: the tenth is a Sunday."""


def at(year: int, month: int, day: int, hour: int = 9, minute: int = 0) -> datetime:
    """A moment by the clock at the center."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC) - timedelta(hours=8)


async def begun(town: Town) -> int:
    """The clock watches over all centers; how many it began with."""
    count = 0
    while True:
        async with town.begin() as tx:
            if not await disclosure.begin_one(tx):
                return count
        count += 1


async def reminded(town: Town) -> int:
    """Let the clock remind of all that is due; how often it looked."""
    count = 0
    while True:
        async with town.begin() as tx:
            if not await disclosure.remind_one(tx):
                return count
        count += 1


async def line(town: Town, who: int, duty: str = "finance") -> Line:
    """How it stands with a duty at somebody's center."""
    return next(one for one in await town.do(who, disclosure.at_center) if one.duty.code == duty)


async def rule(town: Town, duty: str = "finance", code: str = "maqu") -> DisclosureRule:
    """A duty as it is kept."""
    center = await unit_id(town, code)
    async with town.begin() as tx:
        found = await stored.rule(tx, center, duty)
        assert found is not None
        return found


def told(town: Town, who: int, words: str = "账目") -> int:
    """How often somebody was reminded of that."""
    return sum(f"{words}”" in one.words for one in town.told[who])


async def test_every_center_is_watched_over_once_from_the_present_periods_on(any_town: Town) -> None:
    town = any_town
    assert await begun(town) == 2 and await begun(town) == 0
    center = await unit_id(town, "maqu")
    async with town.begin() as tx:
        rows = {one.duty: one for one in await stored.rules(tx, [center])}
    assert set(rows) == {one.code for one in DUTIES}
    assert rows["finance"].since == rows["finance"].watched == date(2026, 10, 1)
    assert rows["finance"].look_at == at(2027, 1, 4)
    assert rows["land"].look_at is None, "it never falls due"
    assert await reminded(town) == 0


async def test_three_reminders_each_once_and_then_the_next_period(any_town: Town) -> None:
    town = any_town
    director, member = await town.settle("主任", "director"), await town.settle("郑委员", "committee")
    clerk, mayor = await town.settle("孙丽", "clerk"), await town.settle("何镇长", "township")
    await begun(town)
    for moment, count in (
        (at(2027, 1, 4, 8, 59), 0),
        (at(2027, 1, 4), 1),
        (at(2027, 1, 10, 8, 59), 1),
        (at(2027, 1, 10), 2),
        (at(2027, 1, 12, 8, 59), 2),
        (at(2027, 1, 12), 3),
        (at(2027, 2, 12), 3),
    ):
        town.now = moment
        await reminded(town)
        assert await reminded(town) == 0
        assert told(town, director) == told(town, member) == count, moment
    assert told(town, clerk) == told(town, mayor) == 0
    kept = await rule(town)
    assert (kept.watched, kept.told, kept.look_at) == (date(2027, 1, 1), 0, at(2027, 4, 5))


async def test_a_reminder_leads_to_the_notice_with_the_right_kind(town: Town) -> None:
    director, center = await town.settle("主任", "director"), await unit_id(town, "maqu")
    await begun(town)
    town.now = at(2027, 1, 4)
    await reminded(town)
    taps = [one.taps for one in town.told[director] if "账目”" in one.words]
    assert taps == [[f"dwrite|{center}|finance", "go|disclosure"]]


async def test_of_what_was_slept_through_only_the_last_is_said(any_town: Town) -> None:
    town = any_town
    director = await town.settle("主任", "director")
    await begun(town)
    town.now = at(2027, 2, 1)
    await reminded(town)
    assert told(town, director) == 1
    assert "就该公布了" in "".join(one.words for one in town.told[director] if "账目”" in one.words)


@pytest.mark.parametrize(
    ("moment", "counts"),
    [
        (at(2026, 9, 30, 23, 59), False),
        (at(2026, 10, 1, 0, 0), True),
        (at(2026, 12, 31, 23, 59), True),
        (at(2027, 1, 3, 12, 0), True),
    ],
)
async def test_what_was_published_from_the_first_day_on_spares_the_reminder(
    town: Town, moment: datetime, counts: bool
) -> None:
    director = await town.settle("主任", "director")
    await begun(town)
    town.now = moment
    await published(town, director, kind="finance")
    town.now = at(2027, 1, 4)
    await reminded(town)
    assert told(town, director) == (0 if counts else 1)


async def test_only_the_centers_own_notice_to_everybody_that_stands_is_a_publication(any_town: Town) -> None:
    town = any_town
    director, mayor = await town.settle("主任", "director"), await town.settle("何镇长", "township")
    await begun(town)
    withdrawn = await published(town, director, kind="finance")
    await change(town, withdrawn, withdrawn_at=town.now)
    stopped = await published(town, director, kind="finance")
    await change(town, stopped, state="stopped", running_since=None, ended_at=town.now, rests_until=None)
    await published(town, director, kind="finance", audience=Audience(roles=("committee",)))
    await published(town, mayor, kind="finance", code="qinghe")
    await published(town, director, kind="aid")
    assert (await line(town, director)).standing is not None
    assert (await line(town, director)).standing.by is None  # type: ignore[union-attr]
    one = await published(town, director, kind="finance")
    found = (await line(town, director)).standing
    assert found is not None and found.by is not None and found.by.notice_id == one
    await change(town, one, withdrawn_at=town.now)
    again = (await line(town, director)).standing
    assert again is not None and again.by is None, "taken back it is as if it had not been"


async def test_what_is_late_is_seen_above_until_it_is_published(any_town: Town) -> None:
    town = any_town
    director, mayor = await town.settle("主任", "director"), await town.settle("何镇长", "township")
    await begun(town)

    async def late() -> set[tuple[str, str]]:
        return {(one.unit.code, one.duty.code) for one in await town.do(mayor, disclosure.late_for)}

    town.now = at(DUE.year, DUE.month, DUE.day, 23, 59)
    assert await late() == set()
    town.passes(minutes=1)
    everything = {(code, duty) for code in ("maqu", "dongxing") for duty in ("finance", "aid", "general")}
    assert await late() == everything
    town.now = at(2027, 1, 20)
    await published(town, director, kind="finance")
    assert await late() == everything - {("maqu", "finance")}
    assert await town.do(director, disclosure.late_for) == [], "no office of theirs"


async def test_the_morning_says_what_presses(town: Town) -> None:
    await begun(town)
    counts = []
    for day in (3, 4, 11, 12):
        town.now = at(2027, 1, day)
        async with town.begin() as tx:
            unit = await units.unit_by_code(tx, "maqu")
            assert unit is not None
            counts.append(
                [one.late(disclosure.today_at(tx, unit)) for one in await disclosure.pressing(tx, unit)]
            )
    assert counts == [[], [False] * 3, [False] * 3, [True] * 3]


async def test_a_center_the_clock_has_not_come_to_stands_as_usual(town: Town) -> None:
    villager = await town.settle("王秀英")
    found = await town.do(villager, disclosure.at_center)
    assert [(one.duty.code, one.on, one.late(date(2026, 11, 24))) for one in found] == [
        (duty.code, True, False) for duty in DUTIES
    ]


@pytest.mark.parametrize("watched", [True, False])
async def test_to_settle_holds_from_the_present_period_on(any_town: Town, watched: bool) -> None:
    town = any_town
    director, center = await town.settle("主任", "director"), await unit_id(town, "maqu")
    if watched:
        await begun(town)
    await town.do(director, disclosure.settle, center, "finance", "month")
    kept = await rule(town)
    assert (kept.every, kept.since, kept.look_at) == ("month", date(2026, 11, 1), at(2026, 12, 3))
    await town.do(director, disclosure.settle, center, "finance", "off")
    assert (await rule(town)).look_at is None
    assert not (await line(town, director)).on
    villager = await town.settle("王秀英")
    assert "finance" not in [one.duty.code for one in await town.do(villager, disclosure.at_center)]
    await town.do(director, disclosure.settle, center, "finance", "happens")
    assert (await line(town, director)).standing is None
    town.now = at(2027, 1, 4)
    await town.do(director, disclosure.settle, center, "finance", "quarter")
    assert (await rule(town)).look_at == at(2027, 4, 5), "the quarter before was none of its"


async def test_to_settle_what_holds_already_wins_no_time(town: Town) -> None:
    director, center = await town.settle("主任", "director"), await unit_id(town, "maqu")
    await begun(town)
    town.now = at(2027, 1, 20)
    await town.do(director, disclosure.settle, center, "finance", "quarter")
    assert (await line(town, director)).late(date(2027, 1, 20))
    assert (await rule(town)).since == date(2026, 10, 1)


@pytest.mark.parametrize("role", ["committee", "clerk", "township"])
async def test_only_whoever_leads_the_center_settles(town: Town, role: str) -> None:
    who, center = await town.settle("某人", role), await unit_id(town, "maqu")
    await begun(town)
    for args in ((center, "finance", "off"), (center, "finance", "month")):
        assert await refused(town, who, disclosure.settle, *args) == "not-found"
    assert (await rule(town)).on


async def test_nothing_is_settled_that_there_is_not(town: Town) -> None:
    director, center = await town.settle("主任", "director"), await unit_id(town, "maqu")
    await begun(town)
    other, office = await unit_id(town, "dongxing"), await unit_id(town, "qinghe")
    for args in (
        (center, "gossip", "off"),
        (center, "finance", "never"),
        (other, "finance", "off"),
        (office, "finance", "off"),
        (10**9, "finance", "off"),
    ):
        assert await refused(town, director, disclosure.settle, *args) == "not-found"
    await town.do(await town.settle("副主任", "deputy"), disclosure.settle, center, "aid", "off")


async def test_what_is_a_year_past_is_not_spoken_of(town: Town) -> None:
    director = await town.settle("主任", "director")
    await begun(town)
    town.now = at(2029, 5, 2)
    found = (await line(town, director)).standing
    assert found is not None and found.period.first == date(2028, 4, 1)
