"""Let in at the door: who came is known to the person and to those who keep the list, and nobody else can
tell by how a place stands that somebody did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.activities import Plan, Session
from domain.attendance import digits, now_or_next
from domain.proxies import Whom
from domain.signups import Standing
from services import (
    activities,
    activity_changes,
    activity_lists,
    attendance,
    signup_cards,
    signup_people,
    signups,
)
from services.errors import RefusedError
from storage import signup_listeners
from storage.people import Account
from storage.signups import Signup
from storage.transaction import Tx
from tests.services.activities import course, line_of, made, slot_of, standings
from tests.services.steps import family, refused
from tests.services.test_activities_making import WORDS
from tests.services.test_attendance import ended, meetings, there
from tests.services.test_signups import on_roster
from tests.services.town import Town

ELDER = "王秀英"


@dataclass
class Door:
    """A full course of two sessions that is about to begin: its officer, who has the seat, the daughter who
    has signed an elder up, and the elder's place, in the line."""

    town: Town
    officer: int
    daughter: int
    sitting: Signup
    row: Signup
    meeting: int

    async def lets_in(self) -> None:
        """The elder comes, and the officer finds them a chair."""
        await self.town.do(self.officer, attendance.let_in, self.meeting, self.row.id)

    async def comes_anyhow(self) -> None:
        """The same, also if the place has been given up."""
        whom = Whom(ELDER, self.row.person_id)
        await self.town.do(self.officer, attendance.walk_in, self.meeting, whom)

    async def really(self) -> str:
        """How the elder stands."""
        rows = await line_of(self.town, self.row.slot_id)
        return next((one.state for one in rows if one.name == ELDER), "gone")

    async def seen(self, who: int | None = None) -> Standing | None:
        """How the elder stands for somebody, else for the daughter."""
        return await self.town.do(who or self.daughter, _stands, self.row.id)


async def _stands(tx: Tx, actor: Account, signup_id: int) -> Standing | None:
    row, _ = await signups.one(tx, actor, signup_id)
    return await signup_people.stands(tx, actor, row)


async def full(town: Town, *, before: float = 10, whom: Whom | None = None, **about: Any) -> Door:
    """So many minutes before it begins."""
    officer = await town.settle("培训员", "training")
    plan = course(town, seats=1, days=1, **{"sessions": 2, **about})
    slot_id = await slot_of(town, await made(town, officer, plan))
    sitting = await town.do(await town.settle("占座的"), signups.sign_up, slot_id)
    daughter = await town.settle("女儿")
    row = await town.do(daughter, signups.sign_up, slot_id, whom or Whom(ELDER))
    town.passes(days=1, minutes=-before)
    session, *_ = await meetings(town, slot_id)
    return Door(town, officer, daughter, sitting, row, session.id)


# What others see


async def test_the_list_keepers_know_and_whoever_signed_up_does_not(town: Town) -> None:
    door = await full(town)
    clerk = await town.settle("文书", "clerk")
    await door.lets_in()
    assert await door.really() == "seated"
    assert await door.seen() == Standing.WAITING
    assert {await door.seen(one) for one in (door.officer, clerk)} == {Standing.SEATED}


async def test_the_person_knows_also_when_another_has_signed_them_up(town: Town) -> None:
    (elder,) = await family(town, ELDER)
    person = await on_roster(town, ELDER)
    door = await full(town, whom=Whom(ELDER, person.id))
    await door.lets_in()
    assert (await door.seen(elder), await door.seen()) == (Standing.SEATED, Standing.WAITING)
    async with town.begin() as tx:
        heard = await signup_listeners.of_slot(tx, door.row.slot_id, after=0, limit=9)
    assert [one.id for one in heard[elder]] == [door.row.id]
    assert door.daughter not in heard, "who waits is not reminded of what comes next"


async def test_whoever_signed_up_themself_and_waited_hears_of_all_that_follows(town: Town) -> None:
    door = await full(town)
    waits = await town.settle("自己来的")
    door.row = await town.do(waits, signups.sign_up, door.row.slot_id)
    await door.lets_in()
    async with town.begin() as tx:
        heard = await signup_listeners.of_slot(tx, door.row.slot_id, after=0, limit=9)
    assert waits in heard and await door.seen(waits) == Standing.SEATED
    town.passes(days=3)
    await ended(town)
    assert await door.seen(waits) == Standing.SEATED


async def test_whoever_waited_to_the_end_for_all_they_know_was_ticked_a_day_later(town: Town) -> None:
    door = await full(town)
    town.passes(days=3)
    await ended(town)
    assert await door.seen() == Standing.LAPSED
    await town.do(door.officer, attendance.mark_paper, door.meeting, [2])
    assert (await door.really(), await door.seen()) == ("seated", Standing.LAPSED)


async def test_what_was_kept_for_somebody_is_still_theirs_when_they_came_before_they_answered(
    town: Town,
) -> None:
    door = await full(town, before=50)
    await town.do(door.officer, signups.cancel, door.sitting.id, listed=True)
    assert await door.really() == Standing.OFFERED
    await door.lets_in()
    assert await door.seen() == Standing.OFFERED
    await town.do(door.daughter, signups.answer, door.row.id, yes=True)
    assert (await door.really(), await door.seen()) == ("seated", Standing.SEATED)
    assert await standings(town, door.row.slot_id) == {"seated": [ELDER], "offered": [], "waiting": []}


async def test_nobody_answers_for_a_seat_any_more_once_it_has_begun(town: Town) -> None:
    door = await full(town, before=50)
    await town.do(door.officer, signups.cancel, door.sitting.id, listed=True)
    await door.lets_in()
    town.passes(hours=1)
    assert await door.seen() == Standing.WAITING
    why = await refused(town, door.daughter, _says_yes, door.row.id)
    assert why == "signup-has-begun"
    assert await door.seen() == Standing.WAITING


async def _says_yes(tx: Tx, actor: Account, signup_id: int) -> None:
    await signups.answer(tx, actor, signup_id, yes=True)


# What others do


@pytest.mark.parametrize("how", ["cancel", "no", "not-still"])
async def test_nobody_takes_the_seat_of_whoever_is_there_by_giving_up_what_they_know_of(
    town: Town, how: str
) -> None:
    door = await full(town, before=50)
    if how == "no":
        await town.do(door.officer, signups.cancel, door.sitting.id, listed=True)
    await door.lets_in()
    town.forget()
    match how:
        case "cancel":
            await town.do(door.daughter, signups.cancel, door.row.id)
        case "no":
            await town.do(door.daughter, signups.answer, door.row.id, yes=False)
        case _:
            await town.do(door.daughter, signups.still, door.row.id, yes=False)
    assert (await door.really(), await door.seen()) == ("seated", Standing.CANCELLED)
    news = [one for told in town.told.values() for one in told if one.row.method == "send"]
    assert news == [], "nothing has become free, and nobody has to know"
    assert len(await there(town, (await meetings(town, door.row.slot_id))[0])) == 1
    (row,) = [one for one in await line_of(town, door.row.slot_id) if one.name == ELDER]
    assert row.still is None
    async with town.begin() as tx:
        daughter = await town.account(tx, door.daughter)
        assert await activity_lists.mine(tx, daughter) == []
        assert await activity_lists.own(tx, daughter, row.activity_id) == []


async def test_what_was_given_up_like_that_can_be_taken_back(town: Town) -> None:
    door = await full(town)
    await door.lets_in()
    await town.do(door.daughter, signups.cancel, door.row.id)
    again = await town.do(door.daughter, signups.again, door.row.id)
    assert (again.id, await door.seen()) == (door.row.id, Standing.WAITING)


async def test_a_seat_given_up_by_the_person_is_given_up_for_all_to_know(town: Town) -> None:
    (elder,) = await family(town, ELDER)
    person = await on_roster(town, ELDER)
    door = await full(town, whom=Whom(ELDER, person.id))
    await door.lets_in()
    town.forget()
    await town.do(elder, signups.cancel, door.row.id)
    assert await door.really() == "gone" and await door.seen() == Standing.CANCELLED
    assert f"{ELDER}" in town.heard(door.daughter), "her number in the line is gone"


async def test_what_is_called_off_is_called_off_for_whoever_was_let_in_too(town: Town) -> None:
    door = await full(town)
    await door.lets_in()
    town.forget()
    await town.do(door.officer, activity_changes.call_off, door.row.activity_id, "停电", WORDS)
    assert await door.seen() == Standing.CANCELLED
    assert "停电" in town.heard(door.daughter)


# Whoever walks in


async def walked_in(town: Town, *, before: float, seats: int = 9, **about: Any) -> tuple[int, int, Signup]:
    """Somebody of the roster has come who had not signed up: a son of theirs who does not know it, the slot,
    and the place."""
    officer, son = await town.settle("培训员", "training"), await town.settle("儿子")
    person_id = await town.enrol(ELDER)
    slot_id = await slot_of(town, await made(town, officer, course(town, seats=seats, days=1, **about)))
    await town.do(await town.settle("占座的"), signups.sign_up, slot_id)
    town.passes(days=1, minutes=-before)
    (session,) = await meetings(town, slot_id)
    return son, slot_id, await town.do(officer, attendance.walk_in, session.id, Whom(ELDER, person_id))


async def test_whoever_signs_somebody_up_too_late_does_not_learn_that_they_walked_in(town: Town) -> None:
    son, slot_id, row = await walked_in(town, before=-10)
    whom = Whom(ELDER, row.person_id)
    assert await refused(town, son, signups.sign_up, slot_id, whom) == "signup-has-begun"
    assert await refused(town, son, signups.one, row.id) == "not-found"
    assert await refused(town, son, signups.sign_up, slot_id, Whom("别人")) == "signup-has-begun"


@pytest.mark.parametrize(("seats", "seen"), [(9, Standing.SEATED), (1, Standing.WAITING)])
async def test_whoever_signs_somebody_up_who_is_at_the_door_already_sees_what_they_would_else(
    town: Town, seats: int, seen: Standing
) -> None:
    son, slot_id, row = await walked_in(town, before=10, seats=seats)
    signed = await town.do(son, signups.sign_up, slot_id, Whom(ELDER, row.person_id))
    assert (signed.id, signed.state) == (row.id, "seated")
    async with town.begin() as tx:
        assert await signup_people.stands(tx, await town.account(tx, son), signed) == seen
    assert len(await line_of(town, slot_id)) == 2


async def test_what_somebody_walked_into_is_not_said_to_be_at_the_same_hour(town: Town) -> None:
    son, _, row = await walked_in(town, before=10)
    officer = await town.settle("文化员", "culture")
    other = await slot_of(town, await made(town, officer, course(town, seats=9, days=0.01, title="剪纸")))
    whom = Whom(ELDER, row.person_id)
    assert await town.do(son, signups.clashing, other, whom) == []
    assert [one.id for one in await town.do(officer, signups.clashing, other, whom, listed=True)] == [
        row.activity_id
    ]


async def test_whoever_walks_in_to_one_time_is_signed_up_for_another_by_who_does_not_know(
    town: Town,
) -> None:
    doctor, son = await town.settle("大夫", "doctor"), await town.settle("儿子")
    person_id = await town.enrol(ELDER)
    begins = [town.now + timedelta(hours=number) for number in (1, 3)]
    times = tuple(Session(starts_at=one, ends_at=one + timedelta(minutes=30)) for one in begins)
    plan = course(town, kind="checkup", title="量血压", sessions=2, seats=3)
    activity_id = await made(town, doctor, plan.model_copy(update={"sessions": times}))
    first, second = [await slot_of(town, activity_id, number) for number in (1, 2)]
    town.passes(hours=1)
    (session,) = await meetings(town, first)
    whom = Whom(ELDER, person_id)
    await town.do(doctor, attendance.walk_in, session.id, whom)
    assert await refused(town, doctor, _lists, second, whom) == "signup-once"
    assert (await town.do(son, signups.sign_up, second, whom)).state == "seated"


async def _lists(tx: Tx, actor: Account, slot_id: int, whom: Whom) -> None:
    await signups.sign_up(tx, actor, slot_id, whom, listed=True)


async def test_whoever_an_officer_puts_on_the_list_while_it_goes_on_has_come(town: Town) -> None:
    door = await full(town, before=-10)
    person_id = await town.enrol("李桂兰")
    row = await town.do(
        door.officer, signups.sign_up, door.row.slot_id, Whom("李桂兰", person_id), listed=True
    )
    assert row.outward == "unknown"
    early = await full(town)
    row = await town.do(
        early.officer, signups.sign_up, early.row.slot_id, Whom("李桂兰", person_id), listed=True
    )
    assert row.outward is None, "a place like any other"


# Whatever they try

TRIES = st.lists(
    st.sampled_from(
        [
            *("cancel", "again", "yes", "no", "still", "not-still", "sign", "arrive", "digits"),
            *("hour", "hour", "day", "place", "time"),
        ]
    ),
    max_size=12,
)


@given(tries=TRIES, comes=st.integers(0, 6), before=st.sampled_from([10, -10]))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_two_daughters_see_the_same_of_whom_one_came_and_one_did_not(
    town: Town, tries: Sequence[str], comes: int, before: int
) -> None:
    town.told.clear()
    begins = town.now
    doors = []
    for _ in range(2):
        town.now = begins
        doors.append(await full(town, before=before, whom=Whom(ELDER, await town.enrol(ELDER))))
    for number, one in enumerate([*tries, "hour"]):
        if number == comes:
            await doors[0].comes_anyhow()
        now, said = town.now, []
        for door in doors:
            town.now = now
            said.append(await _tries(door, one, number))
        await _ends(town)
        assert said[0] == said[1]
        first, second = [await town.do(door.daughter, _screen, door.row) for door in doors]
        assert first == second
        assert town.heard(doors[0].daughter) == town.heard(doors[1].daughter)
    assert comes > len(tries) or await doors[0].really() == "seated"


async def _tries(door: Door, what: str, number: int) -> str:
    """The daughter tries something, the officer changes something, or time passes; what comes of it."""
    town, who, id_ = door.town, door.daughter, door.row.id
    try:
        match what:
            case "cancel":
                await town.do(who, signups.cancel, id_)
            case "again":
                door.row = await town.do(who, signups.again, id_)
            case "sign":
                whom = Whom(ELDER, door.row.person_id)
                door.row = await town.do(who, signups.sign_up, door.row.slot_id, whom)
            case "yes" | "no":
                await town.do(who, signups.answer, id_, yes=what == "yes")
            case "still" | "not-still":
                await town.do(who, signups.still, id_, yes=what == "still")
            case "arrive" | "digits":
                return await _arrives(door, by_digits=what == "digits")
            case "place":
                await _changes(door, place=f"{number} 号屋")
            case "time":
                await _next_is_later(door)
            case _:
                town.passes(**{f"{what}s": 1})
    except RefusedError as refusal:
        return refusal.text.id
    return "done"


async def _arrives(door: Door, *, by_digits: bool) -> str:
    """The daughter is at the place of what is on or comes next, for all who look at her telephone."""
    held = await meetings(door.town, door.row.slot_id)
    session = held[now_or_next([one.when for one in held], door.town.now)]
    if by_digits:
        places = await door.town.do(door.daughter, attendance.by_digits, digits(session.code))
    else:
        places = [await door.town.do(door.daughter, attendance.arrive, session.id, session.code)]
    lists = [rows for at in places for rows in (at.own, at.missing, at.waits, at.offered)]
    return str([[one.name for one in rows] for rows in lists])


async def _changes(door: Door, **changed: Any) -> None:
    id_, officer = door.row.activity_id, door.officer
    activity, plan = await door.town.do(officer, activity_changes.begin, id_)
    plan = Plan.model_validate({**plan.model_dump(), **changed})
    await door.town.do(officer, activity_changes.change, id_, plan, activity.version, WORDS)


async def _next_is_later(door: Door) -> None:
    """The session that comes next begins a quarter of an hour later."""
    meant = [one.when for one in await meetings(door.town, door.row.slot_id)]
    for index, one in enumerate(meant):
        if one.starts_at > door.town.now:
            later = {name: at + timedelta(minutes=15) for name, at in one.model_dump(include=HOURS).items()}
            meant[index] = one.model_copy(update=later)
            await _changes(door, sessions=tuple(meant))
            return


HOURS = {"starts_at", "ends_at"}


async def _ends(town: Town) -> None:
    async with town.begin() as tx:
        while await activities.end_one(tx):
            pass


async def _screen(tx: Tx, actor: Account, row: Signup) -> list[Any]:
    """All that can be read of a place, but for its number."""
    card = await signup_cards.card(tx, actor, row)
    lists = [await activity_lists.mine(tx, actor), await activity_lists.own(tx, actor, row.activity_id)]
    lines = [await signup_cards.standing(tx, actor, one) for found in lists for one in found]
    return [card.text, [[one.text for one in buttons] for buttons in card.buttons], lines]
