"""When it is over: who hears how many came, who is asked how it was, and what is read of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from domain.activities import Plan, Session
from domain.proxies import Whom
from services import attendance, attendance_after, signups, verdicts
from services.errors import RefusedError
from storage import activities as stored
from storage import attendance as kept
from storage.activities import ActivitySession
from storage.transaction import Tx
from tests.services.activities import course, made, slot_of
from tests.services.steps import family, loses, refused
from tests.services.test_attendance import day, meetings, place
from tests.services.test_signups import on_roster
from tests.services.town import Town


async def drained(town: Town, step: Callable[[Tx], Awaitable[bool]]) -> int:
    """What the clock does now; how often."""
    times = 0
    while True:
        async with town.begin() as tx:
            if not await step(tx):
                return times
        times += 1


async def comes(town: Town, session: ActivitySession, *accounts: int) -> None:
    """These people check themselves in, each with everybody they signed up."""
    for account in accounts:
        await town.do(account, attendance.check_in, session.id, session.code)


async def called_off(town: Town, activity_id: int) -> None:
    """However it was called off."""
    async with town.begin() as tx:
        row = await stored.locked(tx, activity_id)
        assert row is not None
        row.state = "called-off"


def asked(town: Town, who: int) -> int:
    """How often somebody was asked how it was."""
    return sum("觉得怎么样" in one.words for one in town.told[who])


# How many came


async def test_the_organiser_hears_once_at_the_end_how_many_of_how_many(town: Town) -> None:
    officer, slot_id, accounts = await day(town, "甲", "乙", "丙")
    (session,) = await meetings(town, slot_id)
    await comes(town, session, *accounts[:2])
    town.now = session.ends_at - timedelta(seconds=1)
    assert await drained(town, attendance_after.sum_up_one) == 0
    town.now = session.ends_at
    await drained(town, attendance_after.sum_up_one)
    assert "名单上 3 个人，来了 2 个" in town.last(officer).words
    assert town.last(officer).taps[:2] == [f"sday|paper|{session.id}|0", f"sday|walk-in|{session.id}|0"]
    assert not any("cert" in tap for tap in town.last(officer).taps)
    town.passes(days=1)
    assert await drained(town, attendance_after.sum_up_one) == 0
    assert not any("结束了" in town.heard(one) for one in accounts)


async def test_whoever_came_and_gave_their_seat_back_counts_neither_way(town: Town) -> None:
    officer, slot_id, (first, second) = await day(town, "甲", "乙")
    (session,) = await meetings(town, slot_id)
    await comes(town, session, first, second)
    await town.do(first, signups.cancel, (await place(town, slot_id, "甲")).id)
    town.now = session.ends_at
    await drained(town, attendance_after.sum_up_one)
    assert "名单上 1 个人，来了 1 个" in town.last(officer).words


async def test_each_session_of_a_course_is_summed_up_and_the_last_offers_certificates(town: Town) -> None:
    officer = await town.settle("培训员", "training")
    await made(town, officer, course(town, sessions=2, certificate=True))
    town.passes(days=3, hours=2)
    await drained(town, attendance_after.sum_up_one)
    assert "第 1 次结束了" in town.last(officer).words
    assert not any("certificates" in tap for tap in town.last(officer).taps)
    town.passes(days=1)
    await drained(town, attendance_after.sum_up_one)
    assert "第 2 次结束了" in town.last(officer).words
    assert any("certificates" in tap for tap in town.last(officer).taps)


async def test_at_night_it_waits_for_the_morning_and_counts_again_then(town: Town) -> None:
    officer = await town.settle("培训员", "training")
    town.passes(hours=10)  # eight in the evening
    slot_id = await slot_of(town, await made(town, officer, course(town)))
    who = await town.settle("甲")
    await town.do(who, signups.sign_up, slot_id)
    (session,) = await meetings(town, slot_id)
    town.now = session.ends_at  # ten
    await drained(town, attendance_after.sum_up_one)
    assert "结束了" not in town.heard(officer)
    await comes(town, session, who)
    town.passes(hours=8, minutes=59)
    assert await drained(town, attendance_after.sum_up_one) == 0
    town.passes(minutes=1)
    await drained(town, attendance_after.sum_up_one)
    assert "来了 1 个" in town.last(officer).words


async def test_nothing_is_said_of_what_was_called_off(town: Town) -> None:
    officer, slot_id, (first,) = await day(town, "甲")
    (session,) = await meetings(town, slot_id)
    await comes(town, session, first)
    await called_off(town, session.activity_id)
    town.passes(days=2)
    await drained(town, attendance_after.sum_up_one)
    await drained(town, attendance_after.ask_one)
    assert "结束了" not in town.heard(officer) and asked(town, first) == 0
    town.passes(days=2)
    assert await drained(town, attendance_after.sum_up_one) == 0
    assert await drained(town, attendance_after.ask_one) == 0


async def checkup(town: Town, hours: int) -> tuple[int, int, list[ActivitySession]]:
    """A day of check-ups with times to choose from, one an hour, the last of them on the day after; its
    doctor, its activity, its times."""
    doctor = await town.settle("医生", "doctor")
    begins = [town.now + timedelta(days=1, hours=number) for number in range(hours)]
    begins.append(begins[-1] + timedelta(days=1))
    times = tuple(Session(starts_at=one, ends_at=one + timedelta(minutes=30)) for one in begins)
    activity_id = await made(town, doctor, Plan(kind="checkup", title="体检", sessions=times, seats=2))
    async with town.begin() as tx:
        return doctor, activity_id, await stored.sessions(tx, activity_id)


async def test_of_times_to_choose_from_a_day_is_summed_up_once(town: Town) -> None:
    doctor, activity_id, times = await checkup(town, 3)
    first, second, third = [await town.settle(name) for name in "甲乙丙"]
    for who, session in ((first, times[0]), (second, times[1]), (third, times[3])):
        await town.do(who, signups.sign_up, session.slot_id)
    town.now = times[0].starts_at
    await comes(town, times[0], first)
    town.now = times[1].ends_at
    await drained(town, attendance_after.sum_up_one)
    assert "结束了" not in town.heard(doctor)
    town.now = times[2].ends_at
    await drained(town, attendance_after.sum_up_one)
    assert "《体检》结束了。名单上 2 个人，来了 1 个" in town.last(doctor).words
    assert town.last(doctor).taps[0] == f"aday|open|{activity_id}|-1"
    town.now = times[3].ends_at
    await drained(town, attendance_after.sum_up_one)
    assert "名单上 1 个人，来了 0 个" in town.last(doctor).words
    assert town.heard(doctor).count("结束了") == 2


async def test_a_day_for_which_nobody_chose_a_time_is_not_worth_a_word(town: Town) -> None:
    doctor, _, times = await checkup(town, 2)
    town.now = times[-1].ends_at
    await drained(town, attendance_after.sum_up_one)
    assert "结束了" not in town.heard(doctor)


async def test_a_session_that_was_moved_is_summed_up_when_it_is_over(town: Town) -> None:
    officer, slot_id, _ = await day(town, "甲")
    (session,) = await meetings(town, slot_id)
    async with town.begin() as tx:
        row = await stored.session(tx, session.id)
        assert row is not None
        row.ends_at = row.ends_at + timedelta(hours=1)
    town.now = session.ends_at
    await drained(town, attendance_after.sum_up_one)
    assert "结束了" not in town.heard(officer)
    town.passes(hours=1)
    await drained(town, attendance_after.sum_up_one)
    assert "结束了" in town.last(officer).words


async def test_whoever_does_not_keep_the_list_any_more_hears_nothing(town: Town) -> None:
    officer, slot_id, _ = await day(town, "甲")
    director = await town.settle("李主任", "director")
    await loses(town, officer, "training", director)
    (session,) = await meetings(town, slot_id)
    town.now = session.ends_at
    await drained(town, attendance_after.sum_up_one)
    assert "结束了" not in town.heard(officer)


# How it was


async def test_whoever_was_there_is_asked_once_half_an_hour_after_the_last_session(town: Town) -> None:
    _, slot_id, (first, second) = await day(town, "甲", "乙", sessions=2)
    held = await meetings(town, slot_id)
    await comes(town, held[0], first)
    town.now = held[1].ends_at + timedelta(minutes=30, seconds=-1)
    assert await drained(town, attendance_after.ask_one) == 0
    town.passes(seconds=1)
    await drained(town, attendance_after.ask_one)
    assert (asked(town, first), asked(town, second)) == (1, 0)
    town.passes(days=5)
    await drained(town, attendance_after.ask_one)
    assert asked(town, first) == 1


async def test_whoever_is_ticked_days_later_is_asked_then(town: Town) -> None:
    officer, slot_id, (first,) = await day(town, "甲")
    (session,) = await meetings(town, slot_id)
    town.passes(days=2)
    await town.do(officer, attendance.mark_paper, session.id, [1])
    await drained(town, attendance_after.ask_one)
    assert asked(town, first) == 1


async def test_a_course_that_goes_on_longer_is_asked_about_when_that_is_over(town: Town) -> None:
    _, slot_id, (first,) = await day(town, "甲")
    (session,) = await meetings(town, slot_id)
    await comes(town, session, first)
    async with town.begin() as tx:
        row = await stored.locked(tx, session.activity_id)
        assert row is not None
        row.ends_at = session.ends_at + timedelta(days=1)
    town.now = session.ends_at + timedelta(minutes=30)
    await drained(town, attendance_after.ask_one)
    assert asked(town, first) == 0
    town.passes(days=1)
    await drained(town, attendance_after.ask_one)
    assert asked(town, first) == 1


async def test_nobody_is_asked_at_night(town: Town) -> None:
    _, slot_id, (first,) = await day(town, "甲")
    (session,) = await meetings(town, slot_id)
    await comes(town, session, first)
    town.passes(hours=16)  # the clock stood still, and it is half past one
    await drained(town, attendance_after.ask_one)
    assert asked(town, first) == 0
    town.passes(hours=6)
    await drained(town, attendance_after.ask_one)
    assert asked(town, first) == 1


async def test_whoever_signed_up_three_is_asked_once_and_the_mother_herself_too(town: Town) -> None:
    _, slot_id, (daughter,) = await day(town, "女儿")
    town.passes(days=-1)
    mother = (await family(town, "王秀英"))[0]
    person = await on_roster(town, "王秀英")
    await town.do(daughter, signups.sign_up, slot_id, Whom("王秀英", person.id))
    await town.do(daughter, signups.sign_up, slot_id, Whom("王大山"))
    town.passes(days=1)
    (session,) = await meetings(town, slot_id)
    await comes(town, session, daughter)
    town.now = session.ends_at + timedelta(minutes=30)
    assert await drained(town, attendance_after.ask_one) == 3
    assert (asked(town, daughter), asked(town, mother)) == (1, 1)


async def test_nobody_is_asked_in_the_name_of_somebody_without_an_account(town: Town) -> None:
    _, slot_id, (daughter,) = await day(town, "女儿")
    town.passes(days=-1)
    await town.do(daughter, signups.cancel, (await place(town, slot_id, "女儿")).id)
    await town.do(daughter, signups.sign_up, slot_id, Whom("王大山"))
    town.passes(days=1)
    (session,) = await meetings(town, slot_id)
    await comes(town, session, daughter)
    town.now = session.ends_at + timedelta(minutes=30)
    assert await drained(town, attendance_after.ask_one) == 1
    assert asked(town, daughter) == 0


async def test_the_organiser_is_not_asked_nor_in_the_name_of_whoever_has_no_account(town: Town) -> None:
    officer, slot_id, _ = await day(town)
    (session,) = await meetings(town, slot_id)
    await town.do(officer, attendance.walk_in, session.id, Whom("走进来的"))
    town.passes(days=-1)
    await town.do(officer, signups.sign_up, slot_id)
    town.passes(days=1)
    await comes(town, session, officer)
    town.now = session.ends_at + timedelta(hours=1)
    assert await drained(town, attendance_after.ask_one) == 2
    assert asked(town, officer) == 0


# What is said


async def attended(town: Town, *names: str) -> tuple[int, int, dict[int, int]]:
    """A course that is over, at which all of these were; officer, activity, and the place of each account."""
    officer, slot_id, accounts = await day(town, *names)
    (session,) = await meetings(town, slot_id)
    await comes(town, session, *accounts)
    town.now = session.ends_at + timedelta(hours=1)
    await drained(town, attendance_after.ask_one)
    places = {
        account: (await place(town, slot_id, name)).id for account, name in zip(accounts, names, strict=True)
    }
    return officer, session.activity_id, places


async def test_a_verdict_is_given_once_and_words_once_after_it(town: Town) -> None:
    _, activity_id, places = await attended(town, "甲")
    ((who, row_id),) = places.items()
    assert await refused(town, who, verdicts.remark, row_id, "先写") == "not-found"
    assert await refused(town, who, verdicts.say, row_id, "superb") == "not-found"
    await town.do(who, verdicts.say, row_id, "good")
    with pytest.raises(RefusedError, match="verdict-known"):
        await town.do(who, verdicts.say, row_id, "poor")
    await town.do(who, verdicts.remark, row_id, "  " + "好" * 600)
    assert await refused(town, who, verdicts.remark, row_id, "再写") == "verdict-known"
    async with town.begin() as tx:
        assert await kept.verdicts(tx, activity_id) == {"good": 1}
        assert await kept.remarks(tx, activity_id) == ["好" * 500]


async def test_whoever_was_not_there_or_is_not_meant_says_nothing(town: Town) -> None:
    officer, slot_id, (first, second) = await day(town, "甲", "乙")
    (session,) = await meetings(town, slot_id)
    await comes(town, session, first)
    absent, there = await place(town, slot_id, "乙"), await place(town, slot_id, "甲")
    assert await refused(town, second, verdicts.say, absent.id, "poor") == "not-found"
    for who in (second, officer):
        assert await refused(town, who, verdicts.say, there.id, "good") == "not-found"
    assert await refused(town, first, verdicts.say, 10**9, "good") == "not-found"


@pytest.mark.parametrize(("count", "read"), [(2, False), (3, True)])
async def test_counts_and_words_are_read_from_three_on(town: Town, count: int, *, read: bool) -> None:
    officer, activity_id, places = await attended(town, "甲", "乙", "丙")
    for number, (who, row_id) in enumerate(list(places.items())[:count]):
        await town.do(who, verdicts.say, row_id, "good")
        await town.do(who, verdicts.remark, row_id, f"{9 - number}")
    said = await town.do(officer, verdicts.said, activity_id)
    assert said.total == count
    assert said.counts == ({"good": 3} if read else None)
    assert said.remarks == (["7", "8", "9"] if read else None), "in another order than they were written in"


async def test_two_remarks_are_not_read_though_three_have_tapped(town: Town) -> None:
    officer, activity_id, places = await attended(town, "甲", "乙", "丙")
    for who, row_id in places.items():
        await town.do(who, verdicts.say, row_id, "fair")
    for who, row_id in list(places.items())[:2]:
        await town.do(who, verdicts.remark, row_id, "听不清")
    said = await town.do(officer, verdicts.said, activity_id)
    assert said.counts == {"fair": 3} and said.remarks is None


@pytest.mark.parametrize(
    ("role", "reads"),
    [("director", True), ("deputy", True), ("clerk", False), ("culture", False), ("township", False)],
)
async def test_who_reads_what_was_said(town: Town, role: str, *, reads: bool) -> None:
    _, activity_id, _ = await attended(town, "甲")
    who = await town.settle("某人", role)
    if reads:
        assert (await town.do(who, verdicts.said, activity_id)).total == 0
    else:
        assert await refused(town, who, verdicts.said, activity_id) == "not-found"
