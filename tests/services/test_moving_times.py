"""Times that people have chosen are moved or added to: everybody keeps their turn, and hears of their own."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from domain.activities import MOST_TIMES, Plan, Session
from domain.moving import Move, Rearranged, add_times, move_day
from domain.officetime import local_day
from domain.signups import Standing
from services import activity_changes, attendance, reminders, signups
from services.activity_changes import How
from storage import activities as stored
from storage import attendance as attended
from storage.activities import ActivitySession, ActivitySlot
from storage.outbox import Outbox
from storage.signups import Signup
from tests.services.activities import line_of, made, slot_of, standings
from tests.services.steps import refused
from tests.services.test_activities_making import WORDS, kept, publish
from tests.services.town import Town

ZONE = "Asia/Shanghai"
HOUR = Move(by=timedelta(hours=1))


def days(number: int) -> Move:
    """So many days later."""
    return Move(by=timedelta(days=number))


def checkup(
    town: Town, *, times: int = 3, seats: int = 1, ahead: tuple[float, ...] = (3,), **changed: Any
) -> Plan:
    """Half hours to choose from on the days that are so far ahead, from ten o'clock on."""
    begins = [town.now + timedelta(days=day, minutes=30 * one) for day in ahead for one in range(times)]
    sessions = tuple(Session(starts_at=one, ends_at=one + timedelta(minutes=30)) for one in begins)
    about = {"kind": "checkup", "title": "老人体检", "place": "卫生室", "sessions": sessions, "seats": seats}
    return Plan(**{**about, **changed})


async def opened(town: Town, **about: Any) -> tuple[int, int]:
    """A check-up day: its doctor and its id."""
    doctor = await town.settle("医生", "doctor")
    return doctor, await made(town, doctor, checkup(town, **about))


async def chosen(town: Town, activity_id: int, position: int, *names: str) -> list[tuple[int, Signup]]:
    """These choose one of the times, one after the other: their accounts and places."""
    slot_id, found = await slot_of(town, activity_id, position), []
    for name in names:
        who = await town.settle(name)
        found.append((who, await town.do(who, signups.sign_up, slot_id)))
    return found


async def rearranged(town: Town, activity_id: int, move: Move, day: date | None = None) -> Rearranged:
    """What its times would be after a move of the first day, or another."""
    sessions = (await kept(town, activity_id))[0].planned.sessions
    first = next(one for one in sessions if one.starts_at > town.now)
    found = move_day(sessions, day or local_day(first.starts_at, ZONE), move, town.now, ZONE)
    assert found is not None
    return found


async def asked_for(
    town: Town, activity_id: int, found: Rearranged, **changed: Any
) -> tuple[int, Plan, int, How]:
    """What a change to these times is asked for with."""
    activity, _ = await kept(town, activity_id)
    about = {**activity.planned.model_dump(), "sessions": found.sessions, **changed}
    return activity_id, Plan.model_validate(about), activity.version, How(found.was)


async def change(town: Town, who: int, activity_id: int, found: Rearranged, **changed: Any) -> None:
    """Let somebody give it these times; the look before says as many as hear it."""
    activity_id, plan, version, how = await asked_for(town, activity_id, found, **changed)
    await town.do(who, activity_changes.change, activity_id, plan, version, WORDS, how)


async def cannot(town: Town, who: int, activity_id: int, found: Rearranged, **changed: Any) -> str:
    """Why somebody cannot, which the look says too; nothing is different."""
    activity_id, plan, version, how = await asked_for(town, activity_id, found, **changed)
    before = await slots_of(town, activity_id)
    why = await refused(town, who, activity_changes.change, activity_id, plan, version, WORDS, how)
    look = (activity_id, plan, version, how)
    assert await refused(town, who, activity_changes.look_ahead, *look) == why
    now = await slots_of(town, activity_id)
    assert [(one.id, one.starts_at) for one in now] == [(one.id, one.starts_at) for one in before]
    return why


async def look(town: Town, who: int, activity_id: int, found: Rearranged) -> activity_changes.Change:
    """What that would do."""
    return await town.do(who, activity_changes.look_ahead, *await asked_for(town, activity_id, found))


async def slots_of(town: Town, activity_id: int) -> list[ActivitySlot]:
    """Its times, in their order."""
    async with town.begin() as tx:
        return await stored.slots(tx, activity_id)


async def sessions_of(town: Town, activity_id: int) -> list[ActivitySession]:
    """What the clock knows of its times."""
    async with town.begin() as tx:
        return await stored.sessions(tx, activity_id)


# The times


async def test_all_of_a_day_keeps_its_people_their_order_and_the_line(any_town: Town) -> None:
    town = any_town
    doctor, activity_id = await opened(town)
    await chosen(town, activity_id, 2, "甲", "乙", "丙")
    before = await slots_of(town, activity_id)
    await change(town, doctor, activity_id, await rearranged(town, activity_id, days(1)))
    now = await slots_of(town, activity_id)
    assert [(one.id, one.position) for one in now] == [(one.id, one.position) for one in before]
    assert all(
        one.starts_at - old.starts_at == timedelta(days=1)
        for one, old in zip(now, before, strict=True)
        if one.starts_at and old.starts_at
    )
    stand = await standings(town, before[1].id)
    assert (stand["seated"], stand["waiting"]) == (["甲"], ["乙", "丙"])
    activity, _ = await kept(town, activity_id)
    assert (activity.starts_at, activity.ends_at) == (now[0].starts_at, now[-1].ends_at)
    codes = {one.slot_id: one for one in await sessions_of(town, activity_id)}
    assert all(codes[one.id].starts_at == one.starts_at for one in now)


async def test_a_day_that_moves_past_another_stands_after_it(any_town: Town) -> None:
    town = any_town
    doctor, activity_id = await opened(town, times=2, ahead=(3, 10))
    ((_, row),) = await chosen(town, activity_id, 1, "甲")
    ((other, _),) = await chosen(town, activity_id, 3, "别的那天")
    town.forget()
    found = await rearranged(town, activity_id, days(9))
    seen = await look(town, doctor, activity_id, found)
    assert (seen.asked, seen.told, len(seen.lines)) == (1, 0, 1)
    await change(town, doctor, activity_id, found)
    now = await slots_of(town, activity_id)
    assert [one.position for one in now] == [1, 2, 3, 4]
    assert [one.starts_at for one in now] == [one.starts_at for one in found.sessions]
    assert now[2].id == row.slot_id, "whoever had the first time has it still"
    assert not town.told[other], "nothing of theirs is different"


async def test_moved_by_half_an_hour_nobody_is_given_the_next_ones_time(town: Town) -> None:
    doctor, activity_id = await opened(town)
    ((who, row),) = await chosen(town, activity_id, 1, "甲")
    await change(
        town, doctor, activity_id, await rearranged(town, activity_id, Move(by=timedelta(minutes=30)))
    )
    (first, *_) = await slots_of(town, activity_id)
    assert first.id == row.slot_id and "10:00 到 10:30 → " in town.last(who).words
    assert "10:30 到 11:00" in town.last(who).words


async def test_times_that_have_begun_are_left(any_town: Town) -> None:
    town = any_town
    doctor, activity_id = await opened(town)
    ((been, _),) = await chosen(town, activity_id, 1, "来过的")
    ((coming, _),) = await chosen(town, activity_id, 2, "后面的")
    town.passes(days=3, minutes=30, seconds=-1)
    town.forget()
    before = await slots_of(town, activity_id)
    await change(town, doctor, activity_id, await rearranged(town, activity_id, days(1)))
    now = await slots_of(town, activity_id)
    assert now[0].starts_at == before[0].starts_at
    assert now[1].starts_at == before[1].starts_at + timedelta(days=1)
    assert not town.told[been] and "还来吗" in town.last(coming).words
    stale = Rearranged(
        tuple(
            one.when.model_copy(update={"ends_at": one.ends_at + timedelta(minutes=1)})
            for one in await sessions_of(town, activity_id)
        ),
        (0, 1, 2),
    )
    assert await cannot(town, doctor, activity_id, stale) == "activity-has-been"


async def test_two_times_do_not_come_to_meet(town: Town) -> None:
    doctor, activity_id = await opened(town, times=2, ahead=(3, 4))
    onto = await rearranged(town, activity_id, days(1))
    assert await cannot(town, doctor, activity_id, onto) == "activity-times-meet"
    half = await rearranged(town, activity_id, Move(by=timedelta(days=1, minutes=45)))
    assert await cannot(town, doctor, activity_id, half) == "activity-times-meet"
    await change(
        town, doctor, activity_id, await rearranged(town, activity_id, Move(by=timedelta(days=1, hours=1)))
    )


async def test_no_time_is_lost_doubled_or_put_into_the_past(town: Town) -> None:
    doctor, activity_id = await opened(town)
    sessions = (await kept(town, activity_id))[0].planned.sessions
    fewer = (sessions[0], sessions[2])
    for found in (Rearranged(fewer, (0, 2)), Rearranged(fewer, (0, 0)), Rearranged(sessions, (0, 1))):
        later = Rearranged(
            tuple(one.model_copy(update={"place": "二楼"}) for one in found.sessions), found.was
        )
        assert await cannot(town, doctor, activity_id, later) == "not-found"
    past = await rearranged(town, activity_id, days(-4))
    assert await cannot(town, doctor, activity_id, past) == "activity-past"
    far = await rearranged(town, activity_id, days(181))
    assert await cannot(town, doctor, activity_id, far) == "activity-far"
    assert await cannot(town, doctor, activity_id, await rearranged(town, activity_id, HOUR), seats=9) == (
        "not-found"
    )


# Who may


async def test_only_its_makers_and_whoever_leads_move_it(any_town: Town) -> None:
    town = any_town
    doctor, activity_id = await opened(town)
    found = await rearranged(town, activity_id, HOUR)
    strangers = [await town.settle(role, role) for role in ("training", "clerk", "committee", "volunteer")]
    elsewhere = await town.settle("别村的", "doctor", center="dongxing", village=None)
    for who in (await town.settle("村民"), *strangers, elsewhere):
        assert await cannot(town, who, activity_id, found) == "not-found"
    director = await town.settle("李主任", "director")
    await change(town, director, activity_id, found)
    assert "李主任改了" in town.last(doctor).words and "3 个时间" in town.last(doctor).words


async def test_a_look_at_what_somebody_else_has_changed_meanwhile_changes_nothing(any_town: Town) -> None:
    town = any_town
    doctor, activity_id = await opened(town)
    _, plan, version, how = await asked_for(town, activity_id, await rearranged(town, activity_id, HOUR))
    await change(town, doctor, activity_id, await rearranged(town, activity_id, days(1)))
    stale = (activity_id, plan, version, WORDS, how)
    assert await refused(town, doctor, activity_changes.change, *stale) == "activity-changed-meanwhile"
    assert len((await town.do(doctor, activity_changes.history, activity_id))[1]) == 2


async def test_what_is_called_off_is_not_moved(town: Town) -> None:
    doctor, activity_id = await opened(town)
    found = await rearranged(town, activity_id, HOUR)
    await town.do(doctor, activity_changes.call_off, activity_id, "病了", WORDS)
    assert await cannot(town, doctor, activity_id, found) == "signup-is-called-off"


# Who hears what, and when


async def test_everybody_with_a_place_is_asked_about_their_own_time(any_town: Town) -> None:
    town = any_town
    doctor, activity_id = await opened(town)
    (seated, first), (waiting, second) = await chosen(town, activity_id, 1, "甲", "乙")
    ((other, third),) = await chosen(town, activity_id, 3, "丙")
    found = await rearranged(town, activity_id, days(1))
    seen = await look(town, doctor, activity_id, found)
    assert (seen.asked, seen.told, len(seen.lines)) == (3, 0, 1)
    await change(town, doctor, activity_id, found)
    for who, row, was in ((seated, first, "10:00"), (waiting, second, "10:00"), (other, third, "11:00")):
        said = town.last(who)
        assert f"11月27日 周五（农历十月十九） {was} 到" in said.words and "11月28日" in said.words
        assert said.words.count("→") == 1, "not the others' times"
        assert said.taps[:2] == [f"sgn|still|{row.id}", f"sgn|not-still|{row.id}"]
        assert said.row.not_before is None
    assert not town.told[doctor]
    town.passes(minutes=1)
    await town.do(seated, signups.still, first.id, yes=False)
    assert (await standings(town, first.slot_id))["offered"] == ["乙"]


async def test_another_place_too_is_told_in_the_same_message(town: Town) -> None:
    doctor, activity_id = await opened(town, ahead=(3, 10))
    ((moved, _),) = await chosen(town, activity_id, 1, "甲")
    ((other, _),) = await chosen(town, activity_id, 4, "乙")
    found = await rearranged(town, activity_id, days(1))
    await change(town, doctor, activity_id, found, place="村部")
    assert town.last(moved).words.count("→") == 2 and town.last(other).words.count("→") == 1
    assert "还来吗" in town.last(moved).words and "还来吗" in town.last(other).words


@pytest.mark.parametrize(
    ("position", "at_once"),
    [(1, True), (2, False)],
)
async def test_at_night_whoever_has_a_near_time_is_woken_and_nobody_else(
    town: Town, position: int, at_once: bool
) -> None:
    doctor, activity_id = await opened(town, times=1, ahead=(1, 2))
    ((who, _),) = await chosen(town, activity_id, position, "甲")
    town.passes(hours=13)  # eleven in the evening
    day = local_day((await slots_of(town, activity_id))[position - 1].starts_at, ZONE)
    await change(town, doctor, activity_id, await rearranged(town, activity_id, days(7), day))
    assert town.last(who).row.not_before == (None if at_once else town.now + timedelta(hours=8))


async def test_an_offered_seats_answer_is_not_due_after_the_new_beginning(any_town: Town) -> None:
    town = any_town
    doctor, activity_id = await opened(town, ahead=(1,))
    (first, row), (_, second) = await chosen(town, activity_id, 1, "甲", "乙")
    await town.do(first, signups.cancel, row.id)
    (offered,) = await line_of(town, row.slot_id)
    assert offered.answer_by is not None and offered.answer_by > town.now + timedelta(hours=1)
    sooner = Move(by=timedelta(hours=-23))
    await change(town, doctor, activity_id, await rearranged(town, activity_id, sooner))
    (offered,) = await line_of(town, row.slot_id)
    assert (offered.id, offered.state) == (second.id, Standing.OFFERED)
    assert offered.answer_by == town.now + timedelta(hours=1)


async def test_a_later_beginning_gives_no_longer_to_answer(town: Town) -> None:
    doctor, activity_id = await opened(town)
    (first, row), _ = await chosen(town, activity_id, 1, "甲", "乙")
    await town.do(first, signups.cancel, row.id)
    (before,) = await line_of(town, row.slot_id)
    await change(town, doctor, activity_id, await rearranged(town, activity_id, days(5)))
    (now,) = await line_of(town, row.slot_id)
    assert now.answer_by == before.answer_by


async def test_reminders_are_promised_anew_for_what_has_moved_only(any_town: Town) -> None:
    town = any_town
    doctor, activity_id = await opened(town, times=1, ahead=(3, 10))
    ((who, _),) = await chosen(town, activity_id, 1, "甲")
    async with town.begin() as tx:
        for row in await stored.sessions(tx, activity_id):
            row.remind_at = None  # they have been reminded
    await change(town, doctor, activity_id, await rearranged(town, activity_id, days(2)))
    moved, kept_one = await sessions_of(town, activity_id)
    evening = datetime.combine(date(2026, 11, 28), datetime.min.time(), town.now.tzinfo)
    assert moved.remind_at == evening + timedelta(hours=10) and kept_one.remind_at is None
    assert moved.sum_up_at == moved.ends_at
    town.now = moved.remind_at
    town.forget()
    async with town.begin() as tx:
        assert await reminders.remind_one(tx)
    assert "明天" in town.last(who).words and "10:00" in town.last(who).words


async def test_the_notice_says_what_it_has_become_and_history_who_did_it(any_town: Town) -> None:
    town = any_town
    doctor = await town.settle("医生", "doctor")
    activity_id = await publish(town, doctor, checkup(town))
    words = {one: f"{said}改了" for one, said in WORDS.items()}
    _, plan, version, how = await asked_for(town, activity_id, await rearranged(town, activity_id, days(1)))
    await town.do(doctor, activity_changes.change, activity_id, plan, version, words, how)
    _, notice = await kept(town, activity_id)
    assert notice is not None and notice.said.contents[0].text == words["zh-Hans"]
    _, versions = await town.do(doctor, activity_changes.history, activity_id)
    assert [(one.by, len(one.lines)) for one in versions] == [("医生", 1), ("医生", 1)]


async def test_with_a_moved_day_people_check_in_when_it_is(town: Town) -> None:
    doctor, activity_id = await opened(town)
    ((_, row),) = await chosen(town, activity_id, 1, "甲")
    await change(town, doctor, activity_id, await rearranged(town, activity_id, days(1)))
    town.passes(days=4)
    session = next(one for one in await sessions_of(town, activity_id) if one.slot_id == row.slot_id)
    await town.do(doctor, attendance.mark, session.id, row.id, here=True)
    async with town.begin() as tx:
        assert [one.session_id for one in await attended.sessions_of(tx, [row.id])] == [session.id]


# More times


def after(sessions: tuple[Session, ...], count: int) -> list[Session]:
    """So many more half hours, four hours after the last."""
    begins = sessions[-1].ends_at + timedelta(hours=4)
    starts = [begins + timedelta(minutes=30 * number) for number in range(count)]
    return [Session(starts_at=one, ends_at=one + timedelta(minutes=30)) for one in starts]


async def test_more_times_are_there_to_choose_and_whoever_waits_hears_it(any_town: Town) -> None:
    town = any_town
    doctor, activity_id = await opened(town, times=1, seats=2)
    rows = await chosen(town, activity_id, 1, "甲", "乙", "排队的")
    town.forget()
    sessions = (await kept(town, activity_id))[0].planned.sessions
    found = add_times(sessions, after(sessions, 2))
    seen = await look(town, doctor, activity_id, found)
    assert (seen.asked, seen.told) == (0, 1)
    await change(town, doctor, activity_id, found)
    now = await slots_of(town, activity_id)
    assert [one.seats for one in now] == [2, 2, 2]
    assert [one.starts_at for one in now] == [one.starts_at for one in found.sessions]
    assert "又多了几个时间" in town.last(rows[2][0]).words and len(town.told[rows[2][0]]) == 1
    assert not town.told[rows[0][0]] and not town.told[rows[1][0]]
    assert (await standings(town, now[0].id))["waiting"] == ["排队的"], "nobody is moved by themselves"
    await town.do(rows[2][0], signups.cancel, rows[2][1].id)
    again = await town.do(rows[2][0], signups.sign_up, now[1].id)
    assert again.state == Standing.SEATED
    activity, _ = await kept(town, activity_id)
    assert activity.ends_at == now[-1].ends_at


async def test_news_of_more_times_does_not_hide_the_question_that_waits_for_the_morning(town: Town) -> None:
    doctor, activity_id = await opened(town, times=1)
    _, (waiting, row) = await chosen(town, activity_id, 1, "甲", "排队的")
    town.passes(hours=13)
    town.forget()
    await change(town, doctor, activity_id, await rearranged(town, activity_id, days(1)))
    sessions = (await kept(town, activity_id))[0].planned.sessions
    await change(town, doctor, activity_id, add_times(sessions, after(sessions, 1)))
    async with town.begin() as tx:
        query = select(Outbox.state).where(Outbox.chat_id == waiting).order_by(Outbox.id.desc()).limit(2)
        states = list(await tx.session.scalars(query))
    assert states == ["waiting", "waiting"] and row.state == Standing.WAITING


async def test_moved_and_more_at_once_is_one_message(town: Town) -> None:
    doctor, activity_id = await opened(town, times=1)
    _, (waiting, _) = await chosen(town, activity_id, 1, "甲", "排队的")
    town.forget()
    moved = await rearranged(town, activity_id, days(1))
    both = add_times(moved.sessions, after(moved.sessions, 2)).after(moved.was)
    await change(town, doctor, activity_id, both)
    (said,) = town.told[waiting]
    assert "→" in said.words and "又多了几个时间" in said.words and "还来吗" in said.words


async def test_no_more_than_sixty_and_none_that_meets_another(town: Town) -> None:
    doctor, activity_id = await opened(town)
    sessions = (await kept(town, activity_id))[0].planned.sessions
    meeting = add_times(sessions, [sessions[0].model_copy(update={"place": "二楼"})])
    assert await cannot(town, doctor, activity_id, meeting) == "activity-times-meet"
    await change(town, doctor, activity_id, add_times(sessions, after(sessions, MOST_TIMES - 3)))
    full = (await kept(town, activity_id))[0].planned.sessions
    with pytest.raises(ValueError, match="61 sessions"):
        await asked_for(town, activity_id, add_times(full, after(full, 1)))
    back = await rearranged(town, activity_id, days(-1))
    await change(town, doctor, activity_id, back)
    assert len(await slots_of(town, activity_id)) == MOST_TIMES
