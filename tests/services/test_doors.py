"""Told at the door: who is on the list, who is asked, who may; no household is lost, or told by two."""

from __future__ import annotations

import asyncio
from collections import Counter
from datetime import timedelta
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.seed import found_county
from domain.announcing import Audience
from domain.doors import NOT_YET, SHARE, WAVE, Door, Standing, pace
from domain.tasks import ASKS_A_WEEK
from domain.volunteers import Step
from schedules import ticks
from services import (
    handling,
    notice_doors,
    notice_kin,
    notice_left,
    notice_reading,
    notice_walks,
    notices,
    progress,
    tasks,
    volunteers,
    waves,
)
from services.errors import RefusedError
from storage import notice_doors as stored
from storage import notice_readers, units
from storage import tasks as stored_tasks
from storage.leave import Leave
from storage.outbox import Lane
from storage.transaction import Database
from tests.inline import quicken
from tests.services.doors import Street, street
from tests.services.steps import refused
from tests.services.test_notices import unit_id
from tests.services.test_tasks import TOMORROW, volunteer
from tests.services.town import NOW, Town

NAMES = tuple(f"户主{number}" for number in range(12))
CALM = pace(urgent=False)


async def goers(town: Town, *names: str, **offers: Any) -> list[int]:
    """Volunteers of the association."""
    officer = await town.settle("陈芳", "assistance")
    return [await volunteer(town, officer, name, **offers) for name in names]


async def reads(town: Town, who: int, notice_id: int) -> None:
    """Somebody taps that they have read it."""
    await town.do(who, notice_reading.read, notice_id, "")


async def test_doors_are_for_those_who_neither_read_it_nor_do_without_it(any_town: Town) -> None:
    here = await street(any_town, "看了", "不要", "没看", "没有号", "一半不要")
    for name in ("看了", "不要", "没看", "一半不要"):
        await here.joins(name)
    other = await any_town.settle("同住的")
    await here.ties(other, "一半不要")
    for name in ("不要", "一半不要"):
        await any_town.do(here.members[name], notice_reading.mute, "outage", on=True)
    notice = await here.announce()
    await reads(any_town, here.members["看了"], notice.id)
    any_town.passes(hours=2, seconds=-1)
    assert await here.clock(notice_doors.open_one) == 0
    any_town.passes(seconds=1)
    assert await here.clock(notice_doors.open_one) == 1
    assert await here.states() == dict.fromkeys(("没看", "没有号", "一半不要"), "open")
    assert (await here.notice()).doors_at is None
    assert await here.clock(notice_doors.open_one) == 0


async def test_what_everybody_has_to_know_spares_nobody(town: Town) -> None:
    here = await street(town, "甲")
    await here.joins("甲")
    async with town.begin() as tx:
        await notice_readers.mute(tx, here.members["甲"], "disaster", on=True)
    await here.announce("disaster")
    town.passes(minutes=30)
    await here.clock(notice_doors.open_one)
    assert await here.states() == {"甲": "open"}


async def test_a_household_outside_the_audience_has_no_door(town: Town) -> None:
    here = await street(town, "上面的")
    await here.enrol("下面的", village="下马曲")
    center = await unit_id(town, "maqu")
    async with town.begin() as tx:
        upper = next(one.id for one in await units.villages(tx, center) if one.name == "上马曲")
    await here.opened(audience=Audience(villages=(upper,)))
    assert await here.states() == {"上面的": "open"}


@pytest.mark.parametrize("ended", ["stopped", "withdrawn"])
async def test_nobody_is_sent_for_what_does_not_hold_any_more(town: Town, ended: str) -> None:
    here = await street(town, "甲")
    notice = await here.announce()
    if ended == "stopped":
        await town.do(here.director, notices.stop, notice.id)
    else:
        async with town.begin() as tx:
            (await tx.session.get_one(type(notice), notice.id)).withdrawn_at = tx.now
    town.passes(hours=3)
    await here.clock()
    assert await here.states() == {} and (await here.notice()).doors_at is None


async def test_nobody_is_sent_at_night_nor_before_it_has_gone_out(town: Town) -> None:
    here = await street(town, "甲")
    (wu,) = await goers(town, "吴强")
    town.now = NOW.replace(hour=13)  # nine in the evening
    await here.announce()
    town.passes(hours=2)
    await here.clock()
    assert await here.states() == {}
    morning = NOW.replace(hour=23)  # seven
    assert (await here.notice()).doors_at == morning
    town.now = morning
    await here.clock()
    assert await here.states() == {"甲": "open"}
    assert [one.account_id for one in await here.asked()] == [wu]


async def test_a_notice_that_is_paused_has_as_long_again(town: Town) -> None:
    here = await street(town, "甲")
    notice = await here.announce()
    await town.do(here.director, notices.pause, notice.id)
    town.passes(hours=2)
    await here.clock()
    assert await here.states() == {}
    assert (await here.notice()).doors_at == town.now + timedelta(hours=2)


async def test_one_written_at_night_counts_from_the_morning(town: Town) -> None:
    here = await street(town, "甲")
    town.now = NOW.replace(hour=20)  # four in the night
    notice = await here.announce()
    assert notice.rests_until is not None
    assert notice.doors_at == notice.rests_until + timedelta(hours=2)


async def test_what_is_urgent_sends_people_at_night_by_the_urgent_lane(town: Town) -> None:
    here = await street(town, "甲")
    (wu,) = await goers(town, "吴强")
    town.now = NOW.replace(hour=17)  # one at night
    await here.announce("outage", urgent=True)
    town.passes(hours=2)
    await here.clock()
    assert town.last(wu).row.lane == Lane.URGENT
    assert "上马曲，1 户" in town.last(wu).words


async def test_few_are_asked_at_a_time_and_nothing_of_who_lives_there_is_said(any_town: Town) -> None:
    here = await street(any_town, "王秀英", "李大山")
    await goers(any_town, *(f"志愿者{number}" for number in range(WAVE + 2)))
    await here.opened()
    asked = await here.asked()
    assert len(asked) == WAVE
    for one in asked:
        last = any_town.last(one.account_id)
        assert "2 户" in last.words and "王秀英" not in last.words
        assert last.taps[:2] == [f"nknock|yes|{here.notice_id}", f"nknock|no|{here.notice_id}"]
    any_town.passes(seconds=CALM.pause.total_seconds() - 1)
    assert await here.clock(notice_doors.share_one) == 0
    any_town.passes(seconds=1)
    await here.clock(notice_doors.share_one)
    assert len(await here.asked()) == WAVE + 2
    assert len({one.account_id for one in await here.asked()}) == WAVE + 2


async def test_who_is_never_asked(town: Town) -> None:
    here = await street(town, "自己没看", "别家")
    officer = await town.settle("陈芳", "assistance")
    fine, late, away, gone, afar, author = [
        await volunteer(town, officer, name) for name in ("好", "自己没看", "在外", "走了", "不去", "又一个")
    ]
    await here.ties(late, "自己没看")
    center = await unit_id(town, "maqu")
    async with town.begin() as tx:
        about = {"account_id": away, "unit_id": center, "created_by_id": away, "created_at": tx.now}
        tx.session.add(Leave(**about, starts_at=tx.now, ends_at=tx.now + timedelta(days=3)))
        (await town.account(tx, gone)).reachable = False
    row = await town.do(afar, volunteers.own)
    assert row is not None
    await town.do(afar, volunteers.step, row.id, Step.PAUSE)
    await here.opened()
    assert {one.account_id for one in await here.asked()} == {fine, author}


async def test_being_asked_to_doors_counts_as_being_asked_and_so_does_the_other(town: Town) -> None:
    here = await street(town, "甲")
    (wu,) = await goers(town, "吴强")
    clerk = await town.settle("孙丽", "clerk")
    for _ in range(ASKS_A_WEEK):
        await here.opened()
    assert [one.account_id for one in await here.asked()].count(wu) == 1
    async with town.begin() as tx:
        assert await waves.asked_lately(tx, [wu, clerk]) == {wu: ASKS_A_WEEK, clerk: ASKS_A_WEEK}
        assert await stored.asked_since(tx, [wu], timedelta(hours=1)) == {wu: 1}
    await here.opened()
    assert wu not in {one.account_id for one in await here.asked()}
    assert clerk in {one.account_id for one in await here.asked()}, "it is the clerk's work"
    grandma, officer = await town.settle("王秀英"), await town.settle("周敏", "assistance")
    request_id = await town.ask(grandma)
    await town.do(officer, handling.take, request_id)
    task = await town.do(officer, tasks.offer, request_id, TOMORROW, seats=1, skill="cook")
    async with town.begin() as tx:
        assert await stored_tasks.offers_of(tx, task.id) == []


async def test_whoever_agrees_gets_a_share_and_the_rest_is_for_others(any_town: Town) -> None:
    here = await street(any_town, *NAMES)
    wu, li = await goers(any_town, "吴强", "李强")
    await here.opened()
    assert await any_town.do(wu, notice_walks.agree, here.notice_id) == SHARE
    assert await any_town.do(wu, notice_walks.agree, here.notice_id) == SHARE, "tapped twice"
    assert await any_town.do(li, notice_walks.agree, here.notice_id) == len(NAMES) - SHARE
    assert not await here.kept(wu) & await here.kept(li)
    assert Counter((await here.states()).values()) == {"taken": len(NAMES)}
    assert any_town.last(wu).row.key == f"notice-list:{here.notice_id}"
    assert await refused(any_town, wu, notice_walks.decline, here.notice_id) == "already-answered"


async def test_who_comes_too_late_hears_that_somebody_goes(town: Town) -> None:
    here = await street(town, "甲")
    wu, li = await goers(town, "吴强", "李强")
    await here.opened()
    await town.do(wu, notice_walks.agree, here.notice_id)
    assert await refused(town, li, notice_walks.agree, here.notice_id) == "door-covered"
    await town.do(li, notice_walks.decline, here.notice_id)
    assert await refused(town, li, notice_walks.listed, here.notice_id) == "not-found"


async def test_more_come_only_when_one_is_through(town: Town) -> None:
    here = await street(town, *NAMES)
    (wu,) = await goers(town, "吴强")
    await here.opened()
    await town.do(wu, notice_walks.agree, here.notice_id)
    first = sorted(await here.kept(wu))
    for name in first[:-1]:
        await here.tells(wu, name)
        assert await refused(town, wu, notice_walks.more, here.notice_id) == "door-first-these"
    await here.tells(wu, first[-1])
    await town.do(wu, notice_walks.more, here.notice_id)
    assert len(await here.kept(wu)) == len(NAMES) - SHARE
    for name in await here.kept(wu):
        await here.tells(wu, name)
    assert await refused(town, wu, notice_walks.more, here.notice_id) == "door-covered"
    assert await here.tally() == {Standing.TOLD: len(NAMES)}


async def test_who_was_told_by_whom_and_when_is_kept(town: Town) -> None:
    here = await street(town, "甲", "乙")
    (wu,) = await goers(town, "吴强")
    await here.opened()
    await town.do(wu, notice_walks.agree, here.notice_id)
    await here.tells(wu, "甲")
    door = await here.door("甲")
    assert (door.state, door.told_by_id, door.whom, door.told_at) == ("told", wu, "甲", town.now)
    assert await refused(
        town, wu, notice_walks.told, here.notice_id, here.homes["乙"], here.persons["甲"]
    ) == ("not-found")
    await here.does(wu, notice_walks.told_somebody, "乙", " 乙家 媳妇 ")
    assert (await here.door("乙")).whom == "乙家 媳妇"
    assert await refused(
        town, wu, notice_walks.told, here.notice_id, here.homes["甲"], here.persons["甲"]
    ) == ("door-told-already")


async def test_two_who_agree_at_once_get_different_households(any_town: Town) -> None:
    here = await street(any_town, *NAMES)
    both = await goers(any_town, "吴强", "李强")
    await here.opened()
    await asyncio.gather(*(any_town.do(one, notice_walks.agree, here.notice_id) for one in both))
    shares = [await here.kept(one) for one in both]
    assert not shares[0] & shares[1]
    assert Counter((await here.states()).values())["taken"] == sum(map(len, shares))


async def test_a_household_is_told_by_one_however_many_tick_it_at_once(any_town: Town) -> None:
    here = await street(any_town, "甲")
    (wu,) = await goers(any_town, "吴强")
    committee = await any_town.settle("郑委员", "committee")
    await here.opened()
    await any_town.do(wu, notice_walks.agree, here.notice_id)

    async def ticks_it(who: int) -> bool:
        try:
            await here.tells(who, "甲")
        except RefusedError as refusal:
            assert refusal.text.id == "door-told-already"
            return False
        return True

    did = await asyncio.gather(*(ticks_it(who) for who in (wu, committee, wu, committee)))
    assert sorted(did) == [False, False, False, True]
    assert (await here.door("甲")).told_by_id in (wu, committee)


async def test_a_relative_and_whoever_goes_there_are_not_both_counted(any_town: Town) -> None:
    here = await street(any_town, "甲")
    (wu,) = await goers(any_town, "吴强")
    daughter = await any_town.settle("女儿", village=None)
    await here.acts_for(daughter, "甲")
    await here.opened()
    await any_town.do(wu, notice_walks.agree, here.notice_id)
    await reads(any_town, daughter, here.notice_id)

    async def attempt(step: Any) -> str:
        try:
            await step
        except RefusedError as refusal:
            return refusal.text.id
        return "done"

    said = await asyncio.gather(
        attempt(here.tells(wu, "甲")), attempt(here.does(daughter, notice_kin.confirm, "甲"))
    )
    assert sorted(said)[:1] == ["done"]
    assert sorted(said)[1] in ("door-told-already", "door-knows-already")
    assert await here.tally() == {Standing.TOLD: 1}


async def test_nobody_there_is_gone_to_again_once_then_the_clerk_hears(any_town: Town) -> None:
    here = await street(any_town, "甲", "乙")
    (wu,) = await goers(any_town, "吴强")
    clerk = await any_town.settle("孙丽", "clerk", village=None)
    await here.opened()
    await any_town.do(wu, notice_walks.agree, here.notice_id)
    await here.does(wu, notice_walks.nobody, "甲")
    assert await here.kept(wu) == {"甲", "乙"}
    assert await refused(any_town, wu, notice_walks.nobody, here.notice_id, here.homes["甲"]) == (
        "door-again-later"
    )
    any_town.passes(seconds=CALM.again.total_seconds() - 1)
    assert await here.clock(notice_doors.go_again_one) == 0
    any_town.passes(seconds=1)
    assert await here.clock(notice_doors.go_again_one) == 1
    assert "该再去看看了" in any_town.last(wu).words
    await here.does(wu, notice_walks.nobody, "甲")
    door = await here.door("甲")
    assert (door.state, door.keeper_id, door.tries, door.again_at) == ("nobody", None, 2, None)
    assert "去了两回都没人在" in any_town.last(clerk).words and "甲" in any_town.last(clerk).words
    assert await here.kept(wu) == {"乙"}
    assert await here.tally() == {Standing.NOBODY: 1, Standing.TAKEN: 1}
    await here.tells(here.director, "甲")
    assert (await here.door("甲")).state == Door.TOLD, "the director rang them up"


async def test_without_a_clerk_the_leaders_hear_of_who_has_moved(town: Town) -> None:
    here = await street(town, "甲")
    (wu,) = await goers(town, "吴强")
    await here.opened()
    await town.do(wu, notice_walks.agree, here.notice_id)
    await here.does(wu, notice_walks.moved, "甲")
    assert "听说这户搬走了" in town.last(here.director).words
    assert await here.tally() == {Standing.MOVED: 1}
    assert await refused(town, wu, notice_walks.moved, here.notice_id, here.homes["甲"]) == "already-answered"


async def test_what_is_given_back_is_shared_out_again_and_not_to_the_same(any_town: Town) -> None:
    here = await street(any_town, "甲", "乙")
    wu, li = await goers(any_town, "吴强", "李强")
    await here.opened()
    await any_town.do(wu, notice_walks.agree, here.notice_id)
    await any_town.do(li, notice_walks.decline, here.notice_id)
    await here.does(wu, notice_walks.give_back, "甲")
    assert await here.states() == {"甲": "open", "乙": "taken"}
    assert (
        await refused(any_town, wu, notice_walks.give_back, here.notice_id, here.homes["甲"]) == "not-found"
    )
    await any_town.do(wu, notice_walks.give_back, here.notice_id)
    any_town.forget()
    await here.clock()
    assert "没有人去说" in any_town.last(here.director).words, "both were asked, nobody is left"
    assert f"ntake|{here.notice_id}" in any_town.last(here.director).taps[0]
    assert {one.account_id for one in await here.asked()} == {wu, li}
    assert await any_town.do(here.director, notice_walks.take, here.notice_id, *await _place(here)) == 2
    assert await here.kept(here.director) == {"甲", "乙"}


async def _place(here: Street) -> tuple[int, int | None]:
    async with here.town.begin() as tx:
        (row,) = await stored.rounds(tx, here.notice_id)
        return row.center_id, row.village_id


async def test_whoever_agreed_and_is_silent_is_relieved(any_town: Town) -> None:
    here = await street(any_town, "甲", "乙")
    wu, li = await goers(any_town, "吴强", "李强")
    await here.opened()
    await any_town.do(wu, notice_walks.agree, here.notice_id)
    any_town.passes(seconds=CALM.patience.total_seconds() - 1)
    assert await here.clock(notice_doors.go_again_one) == 0
    any_town.passes(seconds=1)
    assert await here.clock(notice_doors.go_again_one) == 1, "both at once"
    assert "还有 2 户没动静" in any_town.last(wu).words
    assert await here.states() == {"甲": "open", "乙": "open"}
    assert await any_town.do(li, notice_walks.agree, here.notice_id) == 2
    assert await refused(
        any_town, wu, notice_walks.told, here.notice_id, here.homes["甲"], here.persons["甲"]
    ) == ("not-found")


async def test_that_nobody_goes_is_heard_once_by_the_author_and_the_leaders(town: Town) -> None:
    here = await street(town, "甲")
    deputy = await town.settle("副主任", "deputy", village=None)
    (wu,) = await goers(town, "吴强")
    await here.opened()
    assert "没有人去说" not in town.heard(here.director)
    for _ in range(6):
        town.passes(minutes=30)
        await here.clock()
    for who in (here.director, deputy):
        assert town.heard(who).count("没有人去说") == 1
        assert "上马曲，还有 1 户" in town.heard(who)
    assert await town.do(wu, notice_walks.agree, here.notice_id) == 1, "late, and still welcome"


async def test_a_household_that_reads_it_comes_off_the_list_by_itself(any_town: Town) -> None:
    here = await street(any_town, "甲", "乙")
    await here.joins("甲")
    (wu,) = await goers(any_town, "吴强")
    await here.opened()
    await any_town.do(wu, notice_walks.agree, here.notice_id)
    await reads(any_town, here.members["甲"], here.notice_id)
    last = any_town.last(wu)
    assert (last.row.method, last.row.key) == ("edit", f"notice-list:{here.notice_id}")
    assert "甲" not in last.words and "乙" in last.words
    assert await here.kept(wu) == {"乙"}
    assert await refused(
        any_town, wu, notice_walks.told, here.notice_id, here.homes["甲"], here.persons["甲"]
    ) == ("door-read-meanwhile")
    assert await here.tally() == {Standing.READ: 1, Standing.TAKEN: 1}


async def test_a_relative_is_asked_only_about_households_that_do_not_know(town: Town) -> None:
    here = await street(town, "妈", "看了的", "没答应的", "自己家")
    await here.joins("看了的")
    daughter = await town.settle("女儿", village=None)
    for name, state in (("妈", "confirmed"), ("看了的", "confirmed"), ("没答应的", "asked")):
        await here.acts_for(daughter, name, state)
    await here.ties(daughter, "自己家")
    notice = await here.announce()
    await reads(town, here.members["看了的"], notice.id)
    assert await refused(town, daughter, notice_kin.confirm, notice.id, here.homes["妈"]) == "not-found"
    town.forget()
    await reads(town, daughter, notice.id)
    assert town.last(daughter).taps == [f"nkin|{notice.id}|{here.homes['妈']}", "go|person"]
    for name in ("没答应的",):
        assert await refused(town, daughter, notice_kin.confirm, notice.id, here.homes[name]) == "not-found"
    assert await refused(town, daughter, notice_kin.confirm, notice.id, here.homes["看了的"]) == (
        "door-knows-already"
    )
    assert await town.do(daughter, notice_kin.confirm, notice.id, here.homes["妈"]) == "妈"
    assert await refused(town, daughter, notice_kin.confirm, notice.id, here.homes["妈"]) == (
        "door-knows-already"
    )
    door = await here.door("妈")
    assert (door.state, door.told_by_id) == ("told", daughter)
    town.passes(hours=2)
    await here.clock(notice_doors.open_one)
    assert await here.states() == {"妈": "told", "没答应的": "open"}


async def test_nobody_is_asked_about_relatives_where_no_door_is_knocked_at(town: Town) -> None:
    here = await street(town, "妈")
    daughter = await town.settle("女儿", village=None)
    await here.acts_for(daughter, "妈")
    notice = await here.announce("general")
    town.forget()
    await reads(town, daughter, notice.id)
    assert town.told[daughter] == []


async def test_the_township_sees_counts_and_the_center_names(town: Town) -> None:
    here = await street(town, "甲")
    mayor, committee = await town.settle("何镇长", "township"), await town.settle("郑委员", "committee")
    here.director, director = mayor, here.director
    await here.opened(code="qinghe")
    center, village = await _place(here)
    _, _, seen = await town.do(mayor, notice_left.groups, here.notice_id)
    assert [(one.named, one.left) for one in seen if one.left] == [(False, 1)]
    assert await refused(town, mayor, notice_left.missing, here.notice_id, center, village) == "not-found"
    assert await refused(town, mayor, notice_walks.take, here.notice_id, center, village) == "not-found"
    for who in (director, committee):
        (left,) = await town.do(who, notice_left.missing, here.notice_id, center, village)
        assert [one.name for one in left.persons] == ["甲"]
    clerk = await town.settle("孙丽", "clerk")
    assert await refused(town, clerk, notice_left.groups, here.notice_id) == "not-found"
    town.passes(hours=3)
    for _ in range(5):
        await here.clock()
        town.passes(minutes=30)
    assert "马曲村社区服务中心·上马曲，还有 1 户" in town.heard(director)
    assert "没有人去说" in town.heard(mayor) and "甲" not in town.heard(mayor)
    assert not any(tap.startswith("ntake") for one in town.told[mayor] for tap in one.taps)


async def test_the_authors_card_says_where_nobody_goes_and_draws_it(town: Town) -> None:
    here = await street(town, "甲", "乙", "丙")
    await here.enrol("丁", village="下马曲")
    (wu,) = await goers(town, "吴强")
    notice = await here.opened()
    await town.do(wu, notice_walks.agree, notice.id)
    await here.tells(wu, "甲")
    for _ in range(6):
        town.passes(minutes=30)
        await here.clock()
    async with town.begin() as tx:
        fresh = await tx.session.get_one(type(notice), notice.id)
        shown = await progress.card(tx, fresh, await progress.progress_of(tx, fresh))
    assert len(shown.buttons) <= 5
    await town.do(here.director, notices.shown_to, notice.id)
    words = town.last(here.director).words
    assert "上门说到的 1 户" in words and "还要上门的 3 户" in words and "没人去：下马曲" in words
    drawn = await town.do(here.director, notice_left.chart, notice.id)
    assert drawn.attachment is not None
    assert sorted(bar.counts for bar in drawn.attachment.bars) == [(0, 0, 1), (0, 1, 2)]  # type: ignore[union-attr]


def test_the_clock_looks_after_doors_every_few_seconds() -> None:
    steps = {notice_doors.open_one, notice_doors.share_one, notice_doors.go_again_one}
    assert steps <= set(ticks.OFTEN)


ACTS = st.lists(
    st.tuples(
        st.sampled_from(
            ["read", "mute", "unmute", "agree", "told", "nobody", "moved", "back", "more", "kin", "time"]
        ),
        st.integers(0, 4),
    ),
    max_size=25,
)


@given(acts=ACTS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_happens_each_household_is_counted_once(
    acts: list[tuple[str, int]], sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory, keys: str
) -> None:
    place = tmp_path_factory.mktemp("life") / "village.db"
    copyfile(sqlite_template, place)
    asyncio.run(_life(acts, f"sqlite+aiosqlite:///{place}"))


async def _life(acts: list[tuple[str, int]], url: str) -> None:
    database = quicken(Database(url))
    try:
        async with database.begin(NOW) as tx:
            await found_county(tx)
        here = await _five(Town(database))
        for act, number in acts:
            await _act(here, act, f"户{number}")
            tally = await here.tally()
            assert sum(tally.values()) == 5, (act, tally)
            assert sum(tally[one] for one in NOT_YET) == 5 - sum(
                tally[one] for one in (Standing.READ, Standing.TOLD, Standing.MOVED, Standing.SPARED)
            )
    finally:
        await database.dispose()


async def _five(town: Town) -> Street:
    """Five households with an account each, a daughter, two who could go; a notice just sent."""
    here = await street(town, *(f"户{number}" for number in range(5)))
    for number in range(5):
        await here.joins(f"户{number}")
    here.members["女儿"] = await town.settle("女儿", village=None)
    await here.acts_for(here.members["女儿"], "户0")
    here.members["吴强"], here.members["李强"] = await goers(town, "吴强", "李强")
    await here.announce()
    return here


async def _act(here: Street, act: str, name: str) -> None:
    """Somebody does something, if they may."""
    town, notice_id, home = here.town, here.notice_id, here.homes[name]
    who, wu, daughter = here.members[name], here.members["吴强"], here.members["女儿"]
    try:
        match act:
            case "read":
                await reads(town, who, notice_id)
            case "mute" | "unmute":
                await town.do(who, notice_reading.mute, "outage", on=act == "mute")
            case "agree":
                await town.do(wu, notice_walks.agree, notice_id)
            case "told":
                await here.tells(wu, name)
            case "nobody":
                await town.do(wu, notice_walks.nobody, notice_id, home)
            case "moved":
                await town.do(wu, notice_walks.moved, notice_id, home)
            case "back":
                await town.do(wu, notice_walks.give_back, notice_id, home)
            case "more":
                await town.do(wu, notice_walks.more, notice_id)
            case "kin":
                await reads(town, daughter, notice_id)
                await town.do(daughter, notice_kin.confirm, notice_id, here.homes["户0"])
            case "time":
                town.passes(hours=2)
                await here.clock()
    except RefusedError:
        pass
