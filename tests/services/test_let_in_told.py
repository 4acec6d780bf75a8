"""Let in at the door: nothing beside the place itself tells others that somebody came, be it a refusal, a
question that is left standing, a number in the line, or what the telephone says at the door."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from domain.activities import Session
from domain.moving import add_times
from domain.proxies import Whom
from domain.signups import Standing
from services import activity_changes, attendance, signup_cards, signup_people, signups
from services.errors import NotFoundError
from storage.people import Account
from storage.signups import Signup
from storage.transaction import Tx
from tests.services.activities import course, line_of, made, slot_of
from tests.services.steps import family, refused
from tests.services.test_activities_making import WORDS
from tests.services.test_attendance import meetings, there
from tests.services.test_changes_meet import waits
from tests.services.test_let_in import ELDER, Door, full
from tests.services.test_signups import on_roster
from tests.services.town import Town

# At home


async def at_home(town: Town, **about: Any) -> tuple[int, int, Whom, int]:
    """An elder and a son who lives with them, ten minutes before a course begins: the officer, the son, the
    elder, and the slot."""
    officer = await town.settle("培训员", "training")
    _, son = await family(town, ELDER, "儿子")
    elder = Whom(ELDER, (await on_roster(town, ELDER)).id)
    slot_id = await slot_of(town, await made(town, officer, course(town, seats=9, days=1, **about)))
    town.passes(days=1, minutes=-10)
    return officer, son, elder, slot_id


async def walks_in(town: Town, officer: int, slot_id: int, elder: Whom) -> Signup:
    (session, *_) = await meetings(town, slot_id)
    return await town.do(officer, attendance.walk_in, session.id, elder)


async def test_a_household_is_not_full_by_somebody_of_whom_the_others_do_not_know_that_they_came(
    town: Town,
) -> None:
    officer, son, elder, slot_id = await at_home(town, household_limit=1)
    await walks_in(town, officer, slot_id, elder)
    assert (await town.do(son, signups.sign_up, slot_id)).state == "seated"
    assert await refused(town, son, signups.sign_up, slot_id, elder) == "signup-household-full"


async def test_the_keeper_of_the_list_knows_that_a_household_is_full(town: Town) -> None:
    officer, _, elder, slot_id = await at_home(town, household_limit=1)
    await walks_in(town, officer, slot_id, elder)
    whom = Whom("儿子", (await on_roster(town, "儿子")).id)
    assert await refused(town, officer, signups.sign_up, slot_id, whom) == "signup-household-full"


async def test_whoever_has_one_time_is_not_given_another_because_they_came_to_it(town: Town) -> None:
    doctor, son = await town.settle("大夫", "doctor"), await town.settle("儿子")
    elder = Whom(ELDER, await town.enrol(ELDER))
    begins = [town.now + timedelta(hours=number) for number in (1, 3)]
    times = tuple(Session(starts_at=one, ends_at=one + timedelta(minutes=30)) for one in begins)
    plan = course(town, kind="checkup", title="量血压", sessions=2, seats=3)
    activity_id = await made(town, doctor, plan.model_copy(update={"sessions": times}))
    first, second = [await slot_of(town, activity_id, number) for number in (1, 2)]
    town.passes(minutes=50)
    await walks_in(town, doctor, first, elder)
    await town.do(son, signups.sign_up, second, elder)
    assert await refused(town, son, signups.sign_up, first, elder) == "signup-once"


# At the door


async def test_whom_somebody_has_ticked_stays_ticked_whoever_had_ticked_them_before(town: Town) -> None:
    officer, daughter = await town.settle("培训员", "training"), await town.settle("女儿")
    slot_id = await slot_of(town, await made(town, officer, course(town, seats=9, days=1)))
    first, second = [await town.do(daughter, signups.sign_up, slot_id, Whom(one)) for one in ("甲", "乙")]
    town.passes(days=1, minutes=-10)
    (session,) = await meetings(town, slot_id)
    await town.do(officer, attendance.mark, session.id, first.id, here=True)
    at = await town.do(daughter, attendance.arrive, session.id, session.code)
    assert [one.name for one in at.missing] == ["甲", "乙"], "whom others ticked is not said"
    for row in (first, second):
        at = await town.do(daughter, attendance.check_in, session.id, session.code, row.id)
    assert at.missing == []
    at = await town.do(daughter, attendance.arrive, session.id, session.code)
    assert at.missing == []


async def test_whoever_ticks_themself_after_another_has_does_not_take_that_away(town: Town) -> None:
    elder, daughter = await family(town, ELDER, "女儿")
    officer = await town.settle("培训员", "training")
    slot_id = await slot_of(town, await made(town, officer, course(town, seats=9, days=1)))
    whom = Whom(ELDER, (await on_roster(town, ELDER)).id)
    row = await town.do(daughter, signups.sign_up, slot_id, whom)
    town.passes(days=1, minutes=-10)
    (session,) = await meetings(town, slot_id)
    for who in (daughter, elder):
        await town.do(who, attendance.check_in, session.id, session.code, row.id)
    await town.do(officer, attendance.mark, session.id, row.id, here=True)
    at = await town.do(daughter, attendance.arrive, session.id, session.code)
    assert at.here == {row.id}


@pytest.mark.parametrize("comes", [True, False])
async def test_whoever_is_asked_about_a_seat_is_asked_at_the_door_as_well(town: Town, comes: bool) -> None:
    door = await asked(town, comes=comes)
    (session, *_) = await meetings(town, door.row.slot_id)
    at = await town.do(door.daughter, attendance.arrive, session.id, session.code)
    assert ([one.id for one in at.offered], at.waits) == ([door.row.id], [])
    town.passes(hours=1)
    if comes:
        at = await town.do(door.daughter, attendance.arrive, session.id, session.code)
        assert (at.offered, [one.id for one in at.waits]) == ([], [door.row.id]), "it has begun"


async def asked(town: Town, *, comes: bool) -> Door:
    """The elder is asked about a seat, by the daughter's telephone, and may have come since."""
    door = await full(town, before=50)
    await town.do(door.officer, signups.cancel, door.sitting.id, listed=True)
    assert await door.really() == Standing.OFFERED
    if comes:
        await door.lets_in()
    return door


# What is told


@pytest.mark.parametrize("how", ["cancel", "no", "yes", "off-the-list", "called-off"])
async def test_no_question_stands_in_a_chat_that_is_settled(town: Town, how: str) -> None:
    heard = []
    for comes in (False, True):
        door = await asked(town, comes=comes)
        match how:
            case "cancel":
                await town.do(door.daughter, signups.cancel, door.row.id)
            case "no" | "yes":
                await town.do(door.daughter, signups.answer, door.row.id, yes=how == "yes")
            case "off-the-list":
                await town.do(door.officer, signups.cancel, door.row.id, listed=True)
            case _:
                await town.do(door.officer, activity_changes.call_off, door.row.activity_id, "停电", WORDS)
        heard.append([(one.words, one.row.method, len(one.taps)) for one in town.told[door.daughter]])
        town.passes(days=-1, minutes=50)
    assert heard[0] == heard[1]
    assert heard[1][1][1] == "edit", "the question has become what came of it"


@pytest.mark.parametrize("comes", [True, False])
async def test_whoever_waits_as_far_as_others_know_hears_that_there_are_more_times(
    town: Town, comes: bool
) -> None:
    doctor, daughter = await town.settle("大夫", "doctor"), await town.settle("女儿")
    begins = [town.now + timedelta(days=1, minutes=number * 30) for number in (0, 1)]
    times = tuple(Session(starts_at=one, ends_at=one + timedelta(minutes=30)) for one in begins)
    plan = course(town, kind="checkup", title="量血压", seats=1, sessions=2)
    activity_id = await made(town, doctor, plan.model_copy(update={"sessions": times}))
    slot_id = await slot_of(town, activity_id)
    await town.do(await town.settle("占座的"), signups.sign_up, slot_id)
    row = await town.do(daughter, signups.sign_up, slot_id, Whom(ELDER))
    town.passes(days=1, minutes=-10)
    (session,) = await meetings(town, slot_id)
    if comes:
        await town.do(doctor, attendance.let_in, session.id, row.id)
    later = times[-1].ends_at + timedelta(hours=1)
    more = add_times(times, [Session(starts_at=later, ends_at=later + timedelta(minutes=30))])
    activity, now = await town.do(doctor, activity_changes.begin, activity_id)
    new = now.model_copy(update={"sessions": more.sessions})
    how = activity_changes.How(more.was)
    await town.do(doctor, activity_changes.change, activity_id, new, activity.version, WORDS, how)
    assert "时间" in town.heard(daughter)


async def test_whoever_is_let_in_is_not_told_that_they_wait(town: Town) -> None:
    officer = await town.settle("培训员", "training")
    elder, son = await family(town, ELDER, "儿子")
    whom = Whom(ELDER, (await on_roster(town, ELDER)).id)
    slot_id = await slot_of(town, await made(town, officer, course(town, seats=1, days=1)))
    await town.do(son, signups.sign_up, slot_id)
    town.passes(days=1, minutes=10)
    await walks_in(town, officer, slot_id, whom)
    assert "您报上了" in town.heard(elder) and "没排到" not in town.heard(elder)
    assert town.heard(son) == ""


async def test_whoever_gives_a_place_up_in_the_night_is_not_asked_about_it_in_the_morning(town: Town) -> None:
    (elder,) = await family(town, ELDER)
    door = await full(town, whom=Whom(ELDER, (await on_roster(town, ELDER)).id))
    await door.lets_in()
    first, second = (one.when for one in await meetings(town, door.row.slot_id))
    late = {one: getattr(second, one) + timedelta(days=5) for one in ("starts_at", "ends_at")}
    await changes(door, sessions=(first, second.model_copy(update=late)))
    town.passes(hours=13)
    await changes(door, place="果园")
    assert ["还来吗" in one for one in await waits(town, door.daughter)] == [True]
    await town.do(door.daughter, signups.cancel, door.row.id)
    assert await waits(town, door.daughter) == []
    assert ["还来吗" in one for one in await waits(town, elder)] == [True], "who has a seat is asked"


async def changes(door: Door, **about: Any) -> None:
    """The officer changes something about the course."""
    activity, plan = await door.town.do(door.officer, activity_changes.begin, door.row.activity_id)
    plan = plan.model_copy(update=about)
    await door.town.do(door.officer, activity_changes.change, activity.id, plan, activity.version, WORDS)


# The line


@pytest.mark.parametrize("comes", [True, False])
async def test_whoever_signs_up_once_more_is_at_the_end_of_the_line(town: Town, comes: bool) -> None:
    door = await full(town)
    await town.do(await town.settle("后来的"), signups.sign_up, door.row.slot_id)
    if comes:
        await door.lets_in()
    assert await line_says(door) == 1
    await town.do(door.daughter, signups.cancel, door.row.id)
    town.passes(minutes=1)
    door.row = await town.do(door.daughter, signups.again, door.row.id)
    assert await line_says(door) == 2


async def line_says(door: Door) -> Any:
    """The number in the line that the daughter reads."""
    return (await door.town.do(door.daughter, _standing, door.row.id)).args["place"]


async def _standing(tx: Tx, actor: Account, signup_id: int) -> Any:
    row, _ = await signups.one(tx, actor, signup_id)
    return await signup_cards.standing(tx, actor, row)


# Who is who


async def test_whoever_signed_up_themself_knows_by_whichever_of_their_telephones(town: Town) -> None:
    await family(town, ELDER)
    person = await on_roster(town, ELDER)
    second = await town.settle(ELDER)
    await ties(town, second, person.id)
    door = await full(town)
    door.row = await town.do(second, signups.sign_up, door.row.slot_id)
    assert door.row.person_id == person.id
    await door.lets_in()
    assert await door.seen(second) == Standing.SEATED
    (session, *_) = await meetings(town, door.row.slot_id)
    at = await town.do(second, attendance.arrive, session.id, session.code)
    assert at.here == {door.row.id}


async def ties(town: Town, account_id: int, person_id: int | None) -> None:
    """Somebody is that person of the roster, or nobody of it."""
    async with town.begin() as tx:
        (member,) = (await town.account(tx, account_id)).memberships
        member.person_id = person_id


async def test_whoever_is_not_that_person_any_more_does_not_find_where_they_walked_in(town: Town) -> None:
    officer, _, elder, slot_id = await at_home(town)
    row = await walks_in(town, officer, slot_id, elder)
    assert row.account_id is not None
    await ties(town, row.account_id, None)
    for doing in (_still, signups.again, signups.cancel, signups.one):
        with pytest.raises(NotFoundError):
            await town.do(row.account_id, doing, row.id)


async def _still(tx: Tx, actor: Account, signup_id: int) -> None:
    await signups.still(tx, actor, signup_id, yes=True)


async def test_whoever_gave_a_place_up_still_finds_it_when_another_has_signed_them_up_since(
    town: Town,
) -> None:
    person_id = await town.enrol(ELDER)
    door = await full(town, whom=Whom(ELDER, person_id))
    await door.lets_in()
    await town.do(door.daughter, signups.cancel, door.row.id)
    son = await town.settle("儿子")
    row = await town.do(son, signups.sign_up, door.row.slot_id, Whom(ELDER, person_id))
    async with town.begin() as tx:
        assert await signup_people.stands(tx, await town.account(tx, son), row) == Standing.WAITING
    assert await door.seen() == Standing.CANCELLED
    assert await door.really() == "seated"
    assert [one.place for one in await line_of(town, door.row.slot_id)] == [1, 2], "as on paper"
    (session, *_) = await meetings(town, door.row.slot_id)
    assert await there(town, session) == {ELDER}
    assert (await town.do(door.daughter, signups.again, door.row.id)).id == row.id
    await town.do(door.officer, attendance.mark_paper, session.id, [2])
