"""Changing an activity and calling it off: who may, what stays, who hears of it and when."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from domain.activities import Plan, Session
from domain.proxies import Whom
from services import activities, activity_announcing, activity_changes, signup_seats, signups, venues
from services.errors import RefusedError
from storage import activities as stored
from storage import attendance
from storage.activities import ActivitySession
from storage.attendance import Attendance
from storage.outbox import Outbox
from tests.services.activities import course, line_of, made, slot_of, standings
from tests.services.lending import hall, slots
from tests.services.steps import family, refused
from tests.services.test_activities_making import WORDS, kept, publish
from tests.services.test_signups import on_roster
from tests.services.town import Town


async def begun(town: Town, **about: Any) -> tuple[int, int]:
    """A course: its officer and its id."""
    officer = await town.settle("培训员", "training")
    return officer, await made(town, officer, course(town, **about))


async def plan_of(town: Town, activity_id: int, **changed: Any) -> Plan:
    """What it is, with something different."""
    plan = (await kept(town, activity_id))[0].planned
    return Plan.model_validate({**plan.model_dump(), **changed})


async def change(town: Town, who: int, activity_id: int, **changed: Any) -> None:
    """Let somebody change it from what it is now."""
    activity, _ = await kept(town, activity_id)
    plan = await plan_of(town, activity_id, **changed)
    await town.do(who, activity_changes.change, activity_id, plan, activity.version, WORDS)


async def cannot(town: Town, who: int, activity_id: int, **changed: Any) -> str:
    """Why somebody cannot change it like that, which the look says too; nothing has changed."""
    activity, _ = await kept(town, activity_id)
    plan = await plan_of(town, activity_id, **changed)
    why = await refused(town, who, activity_changes.change, activity_id, plan, activity.version, WORDS)
    look = (activity_id, plan, activity.version)
    assert await refused(town, who, activity_changes.look_ahead, *look) == why
    assert (await kept(town, activity_id))[0].plan == activity.plan
    return why


async def sessions_of(town: Town, activity_id: int) -> list[ActivitySession]:
    """Its sessions as they are kept."""
    async with town.begin() as tx:
        return await stored.sessions(tx, activity_id)


def at(begins: datetime, hours: float = 2, place: str = "") -> Session:
    """A session from then on."""
    return Session(starts_at=begins, ends_at=begins + timedelta(hours=hours), place=place)


# Who may, and what


async def test_its_makers_and_whoever_leads_may_change_it_and_nobody_else(town: Town) -> None:
    officer, activity_id = await begun(town)
    others = [await town.settle(role, role) for role in ("culture", "director", "deputy")]
    for number, who in enumerate((officer, *others)):
        await change(town, who, activity_id, about=str(number))
    strangers = [await town.settle(role, role) for role in ("doctor", "clerk", "committee", "volunteer")]
    elsewhere = await town.settle("别村的", "training", center="dongxing", village=None)
    for who in (*strangers, elsewhere):
        assert await cannot(town, who, activity_id, about="乱改") == "not-found"
        for use_case in (activity_changes.begin, activity_changes.places, activity_changes.history):
            assert await refused(town, who, use_case, activity_id) == "not-found"
        assert await refused(town, who, activity_changes.call_off, activity_id, "不办", WORDS) == "not-found"


async def test_what_cannot_be_changed_is_said_and_nothing_is(town: Town) -> None:
    officer, activity_id = await begun(town, seats=2)
    slot_id = await slot_of(town, activity_id)
    for name in ("甲", "乙"):
        await town.do(await town.settle(name), signups.sign_up, slot_id)
    assert await cannot(town, officer, activity_id) == "activity-same"
    assert await cannot(town, officer, activity_id, seats=1) == "signup-seats-taken"
    assert await cannot(town, officer, activity_id, kind="event") == "not-found"
    assert await cannot(town, officer, activity_id, sessions=(at(town.now),)) == "activity-past"
    far = town.now + timedelta(days=184)
    assert await cannot(town, officer, activity_id, sessions=(at(far),)) == "activity-far"
    plan = await plan_of(town, activity_id, place="果园")
    old = (activity_id, plan, 0, WORDS)
    assert await refused(town, officer, activity_changes.change, *old) == "activity-changed-meanwhile"


async def test_a_form_that_began_before_seats_were_made_does_not_set_them_back(town: Town) -> None:
    officer, activity_id = await begun(town, seats=5)
    activity, _ = await kept(town, activity_id)
    plan = await plan_of(town, activity_id, place="果园")
    for _ in range(2):
        await town.do(officer, signup_seats.change, await slot_of(town, activity_id), 9)
    old = (activity_id, plan, activity.version, WORDS)
    assert await refused(town, officer, activity_changes.change, *old) == "activity-changed-meanwhile"
    _, now = await town.do(officer, activity_changes.begin, activity_id)
    assert (now.seats, (await kept(town, activity_id))[0].version) == (9, activity.version + 1)


async def test_what_is_called_off_or_over_is_not_changed(town: Town) -> None:
    officer, activity_id = await begun(town)
    await town.do(officer, activity_changes.call_off, activity_id, "下雨", WORDS)
    assert await cannot(town, officer, activity_id, place="果园") == "signup-is-called-off"
    why = await refused(town, officer, activity_changes.call_off, activity_id, "下雨", WORDS)
    assert why == "signup-is-called-off"
    assert (
        await refused(town, officer, activity_announcing.announce, activity_id, WORDS)
        == "signup-is-called-off"
    )
    other = await made(town, officer, course(town))
    town.passes(days=4)
    async with town.begin() as tx:
        assert await activities.end_one(tx)
    assert await cannot(town, officer, other, place="果园") == "signup-is-over"


async def test_times_to_choose_from_are_not_moved_like_a_course(town: Town) -> None:
    doctor = await town.settle("医生", "doctor")
    activity_id = await made(town, doctor, course(town, kind="checkup"))
    (first,) = (await plan_of(town, activity_id)).sessions
    later = at(first.starts_at + timedelta(hours=1))
    assert await cannot(town, doctor, activity_id, sessions=(later,)) == "not-found"
    assert await cannot(town, doctor, activity_id, seats=9) == "not-found"
    await change(town, doctor, activity_id, place="卫生室")
    assert (await plan_of(town, activity_id)).place == "卫生室"


# Its sessions


async def test_sessions_are_moved_in_their_place_added_and_given_up(any_town: Town) -> None:
    town = any_town
    officer, activity_id = await begun(town, sessions=3)
    before = await sessions_of(town, activity_id)
    first, second, _ = (await plan_of(town, activity_id)).sessions
    moved = at(second.starts_at + timedelta(hours=1), place="果园")
    await change(town, officer, activity_id, sessions=(first, moved))
    now = await sessions_of(town, activity_id)
    assert [one.id for one in now] == [one.id for one in before[:2]], "whoever came to it still did"
    assert [one.code for one in now] == [one.code for one in before[:2]], (
        "what hangs at the door is still right"
    )
    assert now[1].when == moved and now[1].sum_up_at == moved.ends_at
    async with town.begin() as tx:
        (slot,) = await stored.slots(tx, activity_id)
        assert (slot.starts_at, slot.ends_at) == (first.starts_at, moved.ends_at)
    more = at(moved.ends_at + timedelta(days=1))
    await change(town, officer, activity_id, sessions=(first, moved, more))
    assert [one.number for one in await sessions_of(town, activity_id)] == [1, 2, 3]
    activity, _ = await kept(town, activity_id)
    assert (activity.starts_at, activity.ends_at, activity.version) == (first.starts_at, more.ends_at, 3)


async def test_a_reminder_begins_anew_with_another_time_only(town: Town) -> None:
    officer, activity_id = await begun(town, sessions=2)
    async with town.begin() as tx:
        for row in await stored.sessions(tx, activity_id):
            row.remind_at = None  # they have been reminded
    first, second = (await plan_of(town, activity_id)).sessions
    later = at(second.starts_at + timedelta(hours=1))
    await change(town, officer, activity_id, sessions=(first, later))
    kept_one, moved = await sessions_of(town, activity_id)
    assert kept_one.remind_at is None and moved.remind_at is not None


async def test_what_has_begun_stays_as_it_was(town: Town) -> None:
    officer, activity_id = await begun(town, sessions=2)
    first, second = (await plan_of(town, activity_id)).sessions
    town.passes(days=3, seconds=-1)
    moved = at(town.now + timedelta(hours=1))
    await change(town, officer, activity_id, sessions=(moved, second))
    await change(town, officer, activity_id, sessions=(first, second))
    town.passes(seconds=1)
    assert await cannot(town, officer, activity_id, sessions=(moved, second)) == "activity-has-been"
    assert await cannot(town, officer, activity_id, sessions=(second,)) == "activity-has-been"
    await change(town, officer, activity_id, sessions=(first, at(second.starts_at + timedelta(hours=1))))


async def test_whoever_came_early_to_what_is_given_up_was_nowhere(any_town: Town) -> None:
    town = any_town
    officer, activity_id = await begun(town, sessions=2)
    who = await town.settle("甲")
    row = await town.do(who, signups.sign_up, await slot_of(town, activity_id))
    _, second = await sessions_of(town, activity_id)
    async with town.begin() as tx:
        there = {"session_id": second.id, "signup_id": row.id, "how": "list", "by_id": officer}
        await attendance.add(tx, Attendance(**there, at=tx.now))
    first, _ = (await plan_of(town, activity_id)).sessions
    await change(town, officer, activity_id, sessions=(first,))
    async with town.begin() as tx:
        assert await attendance.sessions_of(tx, [row.id]) == []


# Who hears of it


async def test_another_place_is_told_to_everybody_with_a_place_and_asks_them(town: Town) -> None:
    officer, activity_id = await begun(town, seats=1)
    slot_id = await slot_of(town, activity_id)
    seated, waiting, stranger = [await town.settle(name) for name in ("甲", "乙", "路人")]
    rows = [await town.do(who, signups.sign_up, slot_id) for who in (seated, waiting)]
    seen = await town.do(
        officer, activity_changes.look_ahead, activity_id, await plan_of(town, activity_id, place="果园"), 1
    )
    assert (seen.asked, seen.told, len(seen.lines)) == (2, 0, 1)
    await change(town, officer, activity_id, place="果园")
    for who, row in zip((seated, waiting), rows, strict=True):
        assert "村部二楼 → 果园" in town.last(who).words
        assert town.last(who).taps[:2] == [f"sgn|still|{row.id}", f"sgn|not-still|{row.id}"]
    assert not town.told[stranger] and not town.told[officer]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"title": "桃树嫁接"}, True),
        ({"bring": "剪刀"}, True),
        ({"cost": 500}, True),
        ({"certificate": True}, True),
        ({"about": "手把手教"}, False),
        ({"seats": 9}, False),
        ({"household_limit": 1}, False),
        ({"whom": {"sex": "f"}}, False),
        ({"picture": {"kind": "photo", "file_id": "1"}}, False),
    ],
)
async def test_of_the_rest_whoever_comes_hears_what_they_have_to_know(
    town: Town, changed: dict[str, Any], told: bool
) -> None:
    officer, activity_id = await begun(town)
    who = await town.settle("甲")
    row = await town.do(who, signups.sign_up, await slot_of(town, activity_id))
    await change(town, officer, activity_id, **changed)
    assert len(town.told[who]) == told
    assert f"sgn|still|{row.id}" not in (town.last(who).taps if told else [])
    plan = await plan_of(town, activity_id)
    assert all(getattr(plan, field) for field in changed)


@pytest.mark.parametrize(
    ("hours", "at_once"),
    [(12, True), (12 + 1 / 3600, False), (1, True)],
)
async def test_at_night_only_what_is_near_wakes_people(town: Town, hours: float, at_once: bool) -> None:
    officer, activity_id = await begun(town, days=(13 + hours) / 24)
    who = await town.settle("甲")
    await town.do(who, signups.sign_up, await slot_of(town, activity_id))
    town.passes(hours=13)  # eleven in the evening
    await change(town, officer, activity_id, place="果园")
    assert town.last(who).row.not_before == (None if at_once else town.now + timedelta(hours=8))


async def test_what_was_near_and_is_far_now_wakes_them_too(town: Town) -> None:
    officer, activity_id = await begun(town, days=22 / 24)
    who = await town.settle("甲")
    await town.do(who, signups.sign_up, await slot_of(town, activity_id))
    town.passes(hours=13)
    await change(town, officer, activity_id, sessions=(at(town.now + timedelta(days=9)),))
    assert town.last(who).row.not_before is None, "else they would get up for nothing"


async def test_of_two_changes_at_night_the_later_one_is_told_in_the_morning(town: Town) -> None:
    officer, activity_id = await begun(town)
    who = await town.settle("甲")
    await town.do(who, signups.sign_up, await slot_of(town, activity_id))
    town.passes(hours=13)
    for where in ("果园", "河边"):
        await change(town, officer, activity_id, place=where)
    async with town.begin() as tx:
        states = await tx.session.scalars(
            select(Outbox.state).where(Outbox.chat_id == who).order_by(Outbox.id)
        )
        assert list(states) == ["dropped", "waiting"]
    assert "村部二楼 → 果园" in town.last(who).words and "果园 → 河边" in town.last(who).words


async def test_what_changed_in_one_night_is_told_together_and_when_it_is_only_as_it_is_now(
    town: Town,
) -> None:
    officer, activity_id = await begun(town)
    who = await town.settle("甲")
    await town.do(who, signups.sign_up, await slot_of(town, activity_id))
    town.passes(hours=13)
    await change(town, officer, activity_id, bring="剪刀")
    await change(town, officer, activity_id, place="果园")
    assert "🕘" in town.last(who).words
    await change(town, officer, activity_id, sessions=(at(town.now + timedelta(days=9)),))
    told = town.last(who).words
    assert "剪刀" in told and "村部二楼 → 果园" in told and "时间：" in told and "🕘" not in told
    async with town.begin() as tx:
        states = await tx.session.scalars(
            select(Outbox.state).where(Outbox.chat_id == who).order_by(Outbox.id)
        )
        assert list(states) == ["dropped", "dropped", "waiting"]


async def test_who_signed_an_elder_up_hears_it_and_the_elder_too(town: Town) -> None:
    officer, activity_id = await begun(town)
    (elder,) = await family(town, "王秀英")
    neighbour = await town.settle("邻居")
    person = await on_roster(town, "王秀英")
    slot_id = await slot_of(town, activity_id)
    row = await town.do(neighbour, signups.sign_up, slot_id, Whom("王秀英", person.id))
    await change(town, officer, activity_id, place="果园")
    assert "您还来吗" in town.last(elder).words and "王秀英还来吗" in town.last(neighbour).words
    await town.do(elder, signups.still, row.id, yes=True)
    assert (await line_of(town, slot_id))[0].still is True


async def test_an_offer_does_not_outlast_what_begins_sooner(town: Town) -> None:
    officer, activity_id = await begun(town, seats=1, days=1)
    slot_id = await slot_of(town, activity_id)
    first, second = [await town.settle(name) for name in ("甲", "乙")]
    row = await town.do(first, signups.sign_up, slot_id)
    await town.do(second, signups.sign_up, slot_id)
    await town.do(first, signups.cancel, row.id)
    soon = town.now + timedelta(hours=1)
    await change(town, officer, activity_id, sessions=(at(soon),))
    (offered,) = await line_of(town, slot_id)
    assert (offered.state, offered.answer_by) == ("offered", soon)


async def test_more_seats_are_offered_with_what_is_true_now(town: Town) -> None:
    officer, activity_id = await begun(town, seats=1)
    slot_id = await slot_of(town, activity_id)
    for name in ("甲", "乙"):
        last = await town.settle(name)
        await town.do(last, signups.sign_up, slot_id)
    await change(town, officer, activity_id, seats=2, place="果园")
    assert (await standings(town, slot_id))["offered"] == ["乙"]
    assert "轮到您了" in town.last(last).words and "果园" in town.last(last).words


async def test_what_somebody_else_does_with_it_its_organiser_hears(town: Town) -> None:
    officer, activity_id = await begun(town)
    director = await town.settle("李主任", "director")
    await change(town, director, activity_id, place="果园")
    assert "李主任改了" in town.last(officer).words and "村部二楼 → 果园" in town.last(officer).words
    await town.do(director, activity_changes.call_off, activity_id, "下雨", WORDS)
    assert "李主任说不办了：下雨" in town.last(officer).words


# Still coming?


async def test_yes_keeps_the_place_and_no_gives_it_to_the_next(town: Town) -> None:
    officer, activity_id = await begun(town, seats=1)
    slot_id = await slot_of(town, activity_id)
    first, second = [await town.settle(name) for name in ("甲", "乙")]
    rows = [await town.do(who, signups.sign_up, slot_id) for who in (first, second)]
    await change(town, officer, activity_id, place="果园")
    for _ in range(2):
        row, _activity = await town.do(first, signups.still, rows[0].id, yes=True)
        assert (row.state, row.still) == ("seated", True)
    for _ in range(2):
        row, _activity = await town.do(first, signups.still, rows[0].id, yes=False)
        assert (row.state, row.still) == ("cancelled", False)
    assert (await standings(town, slot_id))["offered"] == ["乙"]
    with pytest.raises(RefusedError, match="signup-late-cancelled"):
        await town.do(first, signups.still, rows[0].id, yes=True)
    with pytest.raises(RefusedError, match="not-found"):
        await town.do(second, signups.still, rows[0].id, yes=True)


async def test_whoever_was_just_offered_a_seat_has_it_by_saying_that_they_come(town: Town) -> None:
    officer, activity_id = await begun(town, seats=1)
    slot_id = await slot_of(town, activity_id)
    folk = [await town.settle(name) for name in ("甲", "乙", "丙")]
    rows = [await town.do(who, signups.sign_up, slot_id) for who in folk]
    await town.do(folk[0], signups.cancel, rows[0].id)
    await change(town, officer, activity_id, place="果园")
    for who, row, state in ((folk[1], rows[1], "seated"), (folk[2], rows[2], "waiting")):
        for _ in range(2):
            said, _activity = await town.do(who, signups.still, row.id, yes=True)
            assert (said.state, said.still) == (state, True)


async def test_changed_once_more_they_are_asked_once_more(town: Town) -> None:
    officer, activity_id = await begun(town)
    slot_id = await slot_of(town, activity_id)
    who = await town.settle("甲")
    row = await town.do(who, signups.sign_up, slot_id)
    await change(town, officer, activity_id, place="果园")
    await town.do(who, signups.still, row.id, yes=True)
    await change(town, officer, activity_id, place="河边")
    assert (await line_of(town, slot_id))[0].still is None
    await town.do(officer, activity_changes.call_off, activity_id, "下雨", WORDS)
    with pytest.raises(RefusedError, match="signup-is-called-off"):
        await town.do(who, signups.still, row.id, yes=True)


# Calling it off


@pytest.mark.parametrize("reason", ["", "   ", "\n"])
async def test_it_is_not_called_off_without_a_reason(town: Town, reason: str) -> None:
    officer, activity_id = await begun(town)
    use_case = activity_changes.call_off
    assert await refused(town, officer, use_case, activity_id, reason, WORDS) == "activity-off-why"
    assert (await kept(town, activity_id))[0].state == "open"


async def test_called_off_nobody_keeps_a_place_is_asked_or_reminded(any_town: Town) -> None:
    town = any_town
    officer = await town.settle("培训员", "training")
    activity_id = await publish(town, officer, course(town, seats=1, sessions=2))
    slot_id = await slot_of(town, activity_id)
    folk = [await town.settle(name) for name in ("甲", "乙", "丙", "走了的")]
    rows = [await town.do(who, signups.sign_up, slot_id) for who in folk]
    await town.do(folk[3], signups.cancel, rows[3].id)
    town.passes(hours=13)
    await town.do(folk[0], signups.cancel, rows[0].id)  # the next is asked in the morning
    town.passes(days=2, hours=11)  # the first session has begun
    assert await town.do(officer, activity_changes.places, activity_id) == 2
    town.forget()
    await town.do(officer, activity_changes.call_off, activity_id, " 师傅病了 ", WORDS)
    activity, notice = await kept(town, activity_id)
    assert (activity.state, activity.reason) == ("called-off", "师傅病了")
    assert await line_of(town, slot_id) == []
    for who in folk[1:3]:
        assert "不办了。师傅病了" in town.last(who).words
    assert not town.told[folk[0]] and not town.told[folk[3]]
    been, coming = await sessions_of(town, activity_id)
    assert been.sum_up_at is not None and coming.sum_up_at is None
    assert notice is not None and notice.said.activity is None


async def test_of_times_to_choose_those_that_have_been_are_not_called_off(town: Town) -> None:
    doctor = await town.settle("医生", "doctor")
    activity_id = await made(town, doctor, course(town, kind="checkup", seats=1, sessions=2))
    early, late = [await town.settle(name) for name in ("早的", "晚的")]
    been = await town.do(early, signups.sign_up, await slot_of(town, activity_id))
    await town.do(late, signups.sign_up, await slot_of(town, activity_id, 2))
    town.passes(days=3, hours=2)
    assert await town.do(doctor, activity_changes.places, activity_id) == 1
    town.forget()
    await town.do(doctor, activity_changes.call_off, activity_id, "下雨", WORDS)
    assert not town.told[early] and "不办了" in town.last(late).words
    assert [one.id for one in await line_of(town, been.slot_id)] == [been.id]


async def test_what_the_village_kept_for_itself_nobody_is_told_of(town: Town) -> None:
    officer = await town.settle("文化干事", "culture")
    room = await made(town, officer, hall())
    villager, coming = await town.settle("甲"), await slots(town, room)
    await town.do(villager, signups.sign_up, coming[0].id)
    await town.do(officer, venues.take, coming[1].id)
    assert await town.do(officer, activity_changes.places, room) == 1
    town.forget()
    await town.do(officer, activity_changes.call_off, room, "要修", WORDS)
    assert not town.told[officer] and "要修" in town.last(villager).words
    assert await line_of(town, coming[0].id) == [] and await line_of(town, coming[1].id) == []


async def test_an_offer_that_waits_for_the_morning_is_not_made(town: Town) -> None:
    officer, activity_id = await begun(town, seats=1)
    slot_id = await slot_of(town, activity_id)
    first, second = [await town.settle(name) for name in ("甲", "乙")]
    row = await town.do(first, signups.sign_up, slot_id)
    await town.do(second, signups.sign_up, slot_id)
    town.passes(hours=13)
    await town.do(first, signups.cancel, row.id)
    await town.do(officer, activity_changes.call_off, activity_id, "下雨", WORDS)
    async with town.begin() as tx:
        query = select(Outbox.state).where(Outbox.chat_id == second).order_by(Outbox.id)
        assert list(await tx.session.scalars(query)) == ["dropped", "waiting"]


# Who changed what


async def test_every_version_is_kept_and_says_who_changed_what(town: Town) -> None:
    officer, activity_id = await begun(town)
    director = await town.settle("李主任", "director")
    town.passes(hours=1)
    await change(town, director, activity_id, place="果园", cost=550)
    _, versions = await town.do(officer, activity_changes.history, activity_id)
    assert [(one.by, len(one.lines)) for one in versions] == [("培训员", 1), ("李主任", 2)]
    assert versions[1].at - versions[0].at == timedelta(hours=1)
    async with town.begin() as tx:
        plans = [one.plan for one in await stored.versions(tx, activity_id)]
    assert [Plan.model_validate(one).place for one in plans] == ["村部二楼", "果园"]
