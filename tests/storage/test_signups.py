"""Places in activities as they are kept: one's own and those of others, how many there are, and who hears."""

from __future__ import annotations

from collections import Counter

import pytest

from domain.proxies import Whom
from domain.signups import Standing
from services import signups as signing
from storage import activities, signup_listeners, signups
from storage.transaction import Database
from tests.services.activities import course, line_of, made, slot_of
from tests.services.steps import family
from tests.services.test_signups import on_roster, signed
from tests.services.town import Town


@pytest.fixture
def town(founded: Database) -> Town:
    """The example county on each engine."""
    return Town(founded)


async def titles(town: Town, who: int, *subjects: str, limit: int = 10) -> list[str]:
    """The titles of what somebody has to do with, in their order."""
    async with town.begin() as tx:
        rows = await signups.near(tx, who, subjects, since=tx.now, limit=limit)
        found = [await activities.one(tx, one.activity_id) for one in rows]
        return [one.planned.title for one in found if one is not None]


async def test_what_begins_first_is_at_the_top_and_what_is_lent_is_last(town: Town) -> None:
    officer, who = await town.settle("培训员", "training"), await town.settle("甲")
    loan = course(town, title="剪枝机").model_copy(update={"kind": "loan", "sessions": ()})
    for plan in (loan, course(town, title="养蜂", days=5), course(town, title="电焊", days=1)):
        await town.do(who, signing.sign_up, await slot_of(town, await made(town, officer, plan)))
    assert await titles(town, who) == ["电焊", "养蜂", "剪枝机"]
    assert await titles(town, who, limit=2) == ["电焊", "养蜂"]


async def test_what_is_over_called_off_or_cancelled_is_not_among_them(town: Town) -> None:
    officer, who = await town.settle("培训员", "training"), await town.settle("甲")
    ids = [await made(town, officer, course(town, title=title, days=1)) for title in ("完", "停", "退", "留")]
    ids[3] = await made(town, officer, course(town, title="留", days=1, sessions=2))
    for one in ids:
        await town.do(who, signing.sign_up, await slot_of(town, one))
    (gone,) = await line_of(town, await slot_of(town, ids[2]))
    await town.do(who, signing.cancel, gone.id)
    async with town.begin() as tx:
        stopped = await activities.locked(tx, ids[1])
        assert stopped is not None
        stopped.state = "called-off"
    town.passes(days=1, hours=2, seconds=-1)
    assert await titles(town, who) == ["完", "留"]
    town.passes(seconds=1)
    assert await titles(town, who) == ["留"], "a course goes on until its last session is over"


async def test_a_person_finds_what_others_have_signed_them_up_for(town: Town) -> None:
    officer = await town.settle("培训员", "training")
    mother, son = await family(town, "妈", "儿")
    child = await on_roster(town, "儿")
    activity_id = await made(town, officer, course(town))
    slot_id = await slot_of(town, activity_id)
    await town.do(mother, signing.sign_up, slot_id, Whom("儿", child.id))
    assert await titles(town, mother) == ["果树嫁接"]
    assert await titles(town, son) == []
    assert await titles(town, son, f"p:{child.id}") == ["果树嫁接"]
    async with town.begin() as tx:
        (found,) = await signups.near_in(tx, son, [f"p:{child.id}"], activity_id)
        assert found.name == "儿"
        assert await signups.near_in(tx, son, [f"p:{child.id}"], activity_id + 1) == []
        assert await signups.near_in(tx, officer, [], activity_id) == []


async def test_places_are_counted_by_slot_without_those_who_left(town: Town) -> None:
    officer, doctor = await town.settle("培训员", "training"), await town.settle("医生", "doctor")
    first = await made(town, officer, course(town, seats=1))
    second = await made(town, doctor, course(town, kind="checkup", sessions=2))
    slots = [await slot_of(town, first), await slot_of(town, second), await slot_of(town, second, 2)]
    who, *_ = await signed(town, slots[0], "甲", "乙", "丙")
    await signed(town, slots[2], "丁")
    await town.do(who, signing.cancel, (await line_of(town, slots[0]))[0].id)
    async with town.begin() as tx:
        found = await signups.counts_in(tx, slots)
        assert [found[one] for one in slots] == [
            Counter({Standing.OFFERED: 1, Standing.WAITING: 1}),
            Counter(),
            Counter({Standing.SEATED: 1}),
        ]
        assert [one.id for one in await activities.slots_of(tx, [second, first])] == slots


async def test_who_hears_of_a_slot_comes_in_pages_each_account_once(town: Town) -> None:
    officer = await town.settle("培训员", "training")
    mother, son = await family(town, "妈", "儿")
    child = await on_roster(town, "儿")
    slot_id = await slot_of(town, await made(town, officer, course(town, seats=4)))
    await town.do(mother, signing.sign_up, slot_id)
    await town.do(mother, signing.sign_up, slot_id, Whom("儿", child.id))
    await town.do(officer, signing.sign_up, slot_id, Whom("孙老爹"), listed=True)
    third, waits = await signed(town, slot_id, "丙", "丁")
    async with town.begin() as tx:

        async def page(after: int, limit: int = 2) -> dict[int, list[str]]:
            found = await signup_listeners.of_slot(tx, slot_id, after=after, limit=limit)
            return {one: [row.name for row in rows] for one, rows in found.items()}

        assert await page(0) == {mother: ["妈", "儿"], son: ["儿"]}
        assert await page(son) == {third: ["丙"]}
        assert await page(third) == {}
        assert waits not in await page(0, limit=9)


async def test_the_session_that_is_due_longest_is_reminded_of_first(town: Town) -> None:
    officer = await town.settle("培训员", "training")
    later, sooner = [await made(town, officer, course(town, days=days)) for days in (4, 3)]
    async with town.begin() as tx:
        assert await activities.to_remind(tx) is None
    town.passes(days=4)
    for expected in (sooner, later):
        async with town.begin() as tx:
            found = await activities.to_remind(tx)
            assert found is not None and found.activity_id == expected
            session = await activities.session_now(tx, found.id)
            assert session is not None
            session.remind_at = None
    async with town.begin() as tx:
        assert await activities.to_remind(tx) is None


async def test_the_highest_number_counts_also_those_who_gave_up(town: Town) -> None:
    officer = await town.settle("培训员", "training")
    slot_id = await slot_of(town, await made(town, officer, course(town, seats=1)))
    async with town.begin() as tx:
        assert await signups.last_place(tx, slot_id) == 0
    *_, last = await signed(town, slot_id, "甲", "乙", "丙")
    await town.do(last, signing.cancel, (await line_of(town, slot_id))[-1].id)
    async with town.begin() as tx:
        assert await signups.last_place(tx, slot_id) == 3
        assert (await signups.taken(tx, slot_id)).total() == 2


async def test_what_is_not_over_is_found_slot_by_slot(town: Town) -> None:
    doctor = await town.settle("医生", "doctor")
    activity_id = await made(town, doctor, course(town, kind="checkup", sessions=2))
    first, second = [await slot_of(town, activity_id, position) for position in (1, 2)]
    await signed(town, first, "甲")
    await signed(town, second, "乙")
    async with town.begin() as tx:
        before = await activities.first_slot(tx, activity_id)
        assert before is not None and before.id == first and before.ends_at is not None
        found = await signups.to_come(tx, activity_id, before.ends_at)
        assert [one.name for one in found] == ["乙"]
        assert [one.id for one in await activities.slots_since(tx, activity_id, before.ends_at)] == [second]
        assert [one.name for one in await signups.to_come(tx, activity_id, tx.now)] == ["甲", "乙"]
        (late,) = await activities.sessions_after(tx, activity_id, before.ends_at)
        assert late.slot_id == second
