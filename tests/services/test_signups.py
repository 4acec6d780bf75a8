"""Signing up: who may, one seat each and never one too many, and a line that moves up by itself."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from domain.activities import ForWhom, Plan, Session
from domain.proxies import Whom
from domain.signups import MOST_SKIPS, PATIENCE, Standing
from domain.timetable import read_hours
from services import activities, activity_access, signup_seats, signups, signups_moving
from services.errors import RefusedError
from services.people import join, share_phone
from storage import activities as stored
from storage import people
from storage.people import Person
from storage.proxies import ProxyRelation
from storage.signups import Signup
from tests.services.activities import course, line_of, made, slot_of, standings
from tests.services.steps import family, refused
from tests.services.test_notices import unit_id
from tests.services.town import Town

SEATED, OFFERED, WAITING = Standing.SEATED, Standing.OFFERED, Standing.WAITING


async def begun(town: Town, seats: int | None = 2) -> tuple[int, int]:
    """A course with so many seats: its officer and its slot."""
    officer = await town.settle("培训员", "training")
    return officer, await slot_of(town, await made(town, officer, course(town, seats=seats)))


async def signed(town: Town, slot_id: int, *names: str) -> list[int]:
    """People who have signed up one after the other; their accounts."""
    accounts = [await town.settle(name) for name in names]
    for account in accounts:
        await town.do(account, signups.sign_up, slot_id)
    return accounts


async def of(town: Town, slot_id: int, name: str) -> Signup:
    """Somebody's place."""
    return next(one for one in await line_of(town, slot_id) if one.name == name)


async def lapse(town: Town) -> int:
    """Let the clock look whether anybody has not answered; how many had not."""
    times = 0
    while True:
        async with town.begin() as tx:
            if not await signups_moving.lapse_one(tx):
                return times
        times += 1


async def on_roster(town: Town, name: str) -> Person:
    """A person of the roster."""
    center = await unit_id(town, "maqu")
    async with town.begin() as tx:
        return (await people.persons_by_name(tx, center, name))[0]


# Who may


@pytest.mark.parametrize(
    ("role", "kinds"),
    [
        ("training", ["course", "event", "loan"]),
        ("culture", ["course", "event", "venue", "loan"]),
        ("doctor", ["clinic", "checkup"]),
        ("environment", ["cleanup"]),
        ("clerk", ["venue", "loan"]),
        ("volunteer", []),
        ("mediator", []),
        ("township", []),
        ("director", ["course", "event", "clinic", "cleanup", "checkup", "venue", "loan"]),
        ("deputy", ["course", "event", "clinic", "cleanup", "checkup", "venue", "loan"]),
    ],
)
async def test_each_officer_makes_what_is_theirs(town: Town, role: str, kinds: list[str]) -> None:
    who = await town.settle("某人", role)
    center, elsewhere = await unit_id(town, "maqu"), await unit_id(town, "dongxing")
    async with town.begin() as tx:
        account = await people.account(tx, who)
        assert account is not None
        assert activity_access.kinds_of(account, center) == kinds
        assert activity_access.kinds_of(account, elsewhere) == []
    if "course" not in kinds:
        assert await refused(town, who, activities.create, center, course(town)) == "not-found"


async def test_nothing_is_made_in_the_past_or_for_a_natural_village_of_elsewhere(town: Town) -> None:
    officer, center = await town.settle("培训员", "training"), await unit_id(town, "maqu")
    assert await refused(town, officer, activities.create, center, course(town, days=0)) == "activity-past"
    closed = course(town, closes_at=town.now)
    assert await refused(town, officer, activities.create, center, closed) == "activity-closes-past"
    elsewhere = course(town, whom=ForWhom(villages=(10**9,)))
    assert await refused(town, officer, activities.create, center, elsewhere) == "not-found"


async def test_numbers_go_on_by_center_and_year(town: Town) -> None:
    officer, other = (
        await town.settle("甲", "training"),
        await town.settle("乙", "training", center="dongxing", village=None),
    )
    await made(town, officer, course(town))
    second, first = await made(town, officer, course(town)), await made(town, other, course(town), "dongxing")
    rows = [await town.do(officer, activity_access.made_by, second)]
    rows.append(await town.do(other, activity_access.made_by, first))
    assert [one.number for one in rows] == ["2026-002", "2026-001"]


async def test_who_lives_elsewhere_does_not_find_it(town: Town) -> None:
    _, slot_id = await begun(town)
    stranger = await town.settle("外村人", center="dongxing", village=None)
    assert await refused(town, stranger, signups.sign_up, slot_id) == "not-found"
    assert await refused(town, stranger, signups.sign_up, 10**9) == "not-found"
    officer = await town.settle("外村培训员", "training", center="dongxing", village=None)
    assert await refused(town, officer, signup_seats.change, slot_id, 5) == "not-found"


# Seats


async def test_seats_are_given_in_order_and_the_rest_wait(town: Town) -> None:
    _, slot_id = await begun(town)
    await signed(town, slot_id, "甲", "乙", "丙", "丁")
    assert await standings(town, slot_id) == {SEATED: ["甲", "乙"], OFFERED: [], WAITING: ["丙", "丁"]}


async def test_without_a_limit_nobody_waits(town: Town) -> None:
    _, slot_id = await begun(town, seats=None)
    await signed(town, slot_id, "甲", "乙", "丙")
    assert (await standings(town, slot_id))[SEATED] == ["甲", "乙", "丙"]


async def test_signing_up_twice_is_once(town: Town) -> None:
    _, slot_id = await begun(town)
    (first,) = await signed(town, slot_id, "甲")
    again = await town.do(first, signups.sign_up, slot_id)
    assert [one.id for one in await line_of(town, slot_id)] == [again.id]


async def test_a_seat_given_back_is_offered_to_the_next_who_has_four_hours(town: Town) -> None:
    _, slot_id = await begun(town, seats=1)
    first, second, third = await signed(town, slot_id, "甲", "乙", "丙")
    seat = await of(town, slot_id, "甲")
    await town.do(first, signups.cancel, seat.id)
    assert await standings(town, slot_id) == {SEATED: [], OFFERED: ["乙"], WAITING: ["丙"]}
    offer = await of(town, slot_id, "乙")
    assert offer.answer_by == town.now + PATIENCE
    (told,) = town.told[second]
    assert "轮到您了" in told.words and "果树嫁接" in told.words and "14:00" in told.words
    assert not town.told[third]
    await town.do(second, signups.answer, offer.id, yes=True)
    assert (await standings(town, slot_id))[SEATED] == ["乙"]


async def test_whoever_comes_while_a_seat_is_offered_waits_behind(town: Town) -> None:
    _, slot_id = await begun(town, seats=1)
    first, _ = await signed(town, slot_id, "甲", "乙")
    await town.do(first, signups.cancel, (await of(town, slot_id, "甲")).id)
    await signed(town, slot_id, "丙")
    assert await standings(town, slot_id) == {SEATED: [], OFFERED: ["乙"], WAITING: ["丙"]}


async def test_no_is_no_and_the_next_is_asked(town: Town) -> None:
    _, slot_id = await begun(town, seats=1)
    first, second, _ = await signed(town, slot_id, "甲", "乙", "丙")
    await town.do(first, signups.cancel, (await of(town, slot_id, "甲")).id)
    offer = await of(town, slot_id, "乙")
    await town.do(second, signups.answer, offer.id, yes=False)
    await town.do(second, signups.answer, offer.id, yes=False)
    assert await standings(town, slot_id) == {SEATED: [], OFFERED: ["丙"], WAITING: []}
    with pytest.raises(RefusedError, match="signup-late-cancelled"):
        await town.do(second, signups.answer, offer.id, yes=True)


async def test_silence_sends_to_the_end_once_and_then_lets_go(town: Town) -> None:
    _, slot_id = await begun(town, seats=1)
    first, second, third = await signed(town, slot_id, "甲", "乙", "丙")
    await town.do(first, signups.cancel, (await of(town, slot_id, "甲")).id)
    assert await lapse(town) == 0
    town.passes(hours=3, minutes=59, seconds=59)
    assert await lapse(town) == 0
    town.passes(seconds=1)
    assert await lapse(town) == 1
    assert await standings(town, slot_id) == {SEATED: [], OFFERED: ["丙"], WAITING: ["乙"]}
    assert "还排在队里" in town.told[second][-1].words
    late = await of(town, slot_id, "乙")
    with pytest.raises(RefusedError, match="signup-late-waiting"):
        await town.do(second, signups.answer, late.id, yes=True)
    await town.do(third, signups.answer, (await of(town, slot_id, "丙")).id, yes=False)
    assert (await standings(town, slot_id))[OFFERED] == ["乙"]
    town.passes(hours=4)
    assert await lapse(town) == 1
    assert await line_of(town, slot_id) == []
    assert "不替您排队了" in town.told[second][-1].words


async def test_whoever_waits_alone_is_simply_asked_once_more(town: Town) -> None:
    _, slot_id = await begun(town, seats=1)
    first, second = await signed(town, slot_id, "甲", "乙")
    await town.do(first, signups.cancel, (await of(town, slot_id, "甲")).id)
    town.passes(hours=4)
    assert await lapse(town) == 1
    assert (await standings(town, slot_id))[OFFERED] == ["乙"]
    assert ["轮到您了" in one.words for one in town.told[second]] == [True, True]


async def test_nobody_is_asked_any_more_once_it_has_begun(town: Town) -> None:
    _, slot_id = await begun(town, seats=1)
    first, second, _ = await signed(town, slot_id, "甲", "乙", "丙")
    town.passes(days=3)
    await town.do(first, signups.cancel, (await of(town, slot_id, "甲")).id)
    assert await standings(town, slot_id) == {SEATED: [], OFFERED: [], WAITING: ["乙", "丙"]}
    assert not town.told[second]


async def offered_until_it_begins(town: Town, slot_id: int, *, lead: timedelta) -> tuple[int, Signup]:
    """A seat is offered to the second one five minutes before it begins, in so much time; who that is."""
    first, second = await signed(town, slot_id, "甲", "乙")
    town.passes(seconds=lead.total_seconds() - 300)
    await town.do(first, signups.cancel, (await of(town, slot_id, "甲")).id)
    return second, await of(town, slot_id, "乙")


async def test_silence_until_it_begins_is_no_place_in_the_line(any_town: Town) -> None:
    town = any_town
    officer, slot_id = await begun(town, seats=1)
    second, offer = await offered_until_it_begins(town, slot_id, lead=timedelta(days=3))
    town.passes(minutes=5)
    assert await lapse(town) == 1
    said = town.last(second).words
    assert "已经开始了。位子给您留到这会儿" in said and "到门口跟培训员说一声" in said
    assert "还排在队里" not in said
    with pytest.raises(RefusedError, match="signup-has-begun"):
        await town.do(second, signups.answer, offer.id, yes=True)
    assert (await of(town, slot_id, "乙")).state == WAITING, "whoever keeps the door finds them in the line"
    await town.do(officer, signups.cancel, offer.id, listed=True)


async def test_silence_that_is_noticed_when_all_is_over_sends_nobody_to_the_door(town: Town) -> None:
    _, slot_id = await begun(town, seats=1)
    second, _ = await offered_until_it_begins(town, slot_id, lead=timedelta(days=3))
    town.passes(hours=3)
    assert await lapse(town) == 1
    said = town.last(second).words
    assert "已经过去了" in said and "门口" not in said


async def test_silence_about_a_time_and_about_a_room_is_spoken_of_as_such(town: Town) -> None:
    doctor, officer = await town.settle("医生", "doctor"), await town.settle("文化干事", "culture")
    times = course(town, kind="checkup", title="体检", seats=1)
    checkup = await slot_of(town, await made(town, doctor, times))
    second, _ = await offered_until_it_begins(town, checkup, lead=timedelta(days=3))
    town.passes(minutes=5)
    assert await lapse(town) == 1
    assert "这个时间给您留到这会儿" in town.last(second).words and "跟医生说一声" in town.last(second).words
    hours = read_hours("每天上午、下午、晚上")
    room = Plan(kind="venue", title="礼堂", place="村部", seats=1, hours=hours)
    activity_id = await made(town, officer, room)
    async with town.begin() as tx:
        slot = next(
            one for one in await stored.slots(tx, activity_id) if one.starts_at and one.starts_at > town.now
        )
    assert slot.starts_at is not None
    other, _ = await offered_until_it_begins(town, slot.id, lead=slot.starts_at - town.now)
    town.passes(minutes=5)
    assert await lapse(town) == 1
    assert "给您留到这会儿" in town.last(other).words and "还想用，跟文化干事说一声" in town.last(other).words


async def test_at_night_the_question_waits_for_the_morning_and_so_does_the_answer(town: Town) -> None:
    _, slot_id = await begun(town, seats=1)
    first, second = await signed(town, slot_id, "甲", "乙")
    town.passes(hours=13)  # eleven in the evening
    await town.do(first, signups.cancel, (await of(town, slot_id, "甲")).id)
    morning = town.now + timedelta(hours=8)
    assert town.told[second][0].row.not_before == morning
    assert (await of(town, slot_id, "乙")).answer_by == morning + PATIENCE


# The time for it


async def test_one_signs_up_until_it_begins_and_an_officer_until_it_is_over(town: Town) -> None:
    officer, slot_id = await begun(town, seats=9)
    late = await town.settle("来晚的")
    town.passes(days=3, seconds=-1)
    await signed(town, slot_id, "甲")
    town.passes(seconds=1)
    assert await refused(town, late, signups.sign_up, slot_id) == "signup-has-begun"
    await town.do(officer, signups.sign_up, slot_id, Whom("走进来的"), listed=True)
    town.passes(hours=2)
    with pytest.raises(RefusedError, match="signup-is-over"):
        await town.do(officer, signups.sign_up, slot_id, Whom("更晚的"), listed=True)


async def test_it_can_close_before_it_begins(town: Town) -> None:
    officer = await town.settle("培训员", "training")
    closes = town.now + timedelta(days=1)
    slot_id = await slot_of(town, await made(town, officer, course(town, closes_at=closes)))
    late = await town.settle("来晚的")
    town.passes(days=1)
    assert await refused(town, late, signups.sign_up, slot_id) == "signup-is-closed"
    await town.do(officer, signups.sign_up, slot_id, Whom("来晚的"), listed=True)


# For whom


async def test_women_only_as_far_as_the_roster_knows(town: Town) -> None:
    officer = await town.settle("培训员", "training")
    slot_id = await slot_of(town, await made(town, officer, course(town, whom=ForWhom(sex="f"))))
    unknown = await town.settle("没在花名册的")
    (man, woman), center = await family(town, "张三", "李四"), await unit_id(town, "maqu")
    async with town.begin() as tx:
        for account, sex in ((man, "m"), (woman, "f")):
            member = (await people.members(tx, center, [account]))[account]
            person = await people.person(tx, member.person_id or 0)
            assert person is not None
            person.sex = sex
    assert await refused(town, man, signups.sign_up, slot_id) == "signup-not-for"
    for one in (woman, unknown):
        assert (await town.do(one, signups.sign_up, slot_id)).state == SEATED


async def test_so_many_of_a_household_and_no_more(town: Town) -> None:
    officer = await town.settle("培训员", "training")
    slot_id = await slot_of(town, await made(town, officer, course(town, seats=9, household_limit=2)))
    first, second, third = await family(town, "甲", "乙", "丙")
    for one in (first, second):
        await town.do(one, signups.sign_up, slot_id)
    assert await refused(town, third, signups.sign_up, slot_id) == "signup-household-full"
    await town.do(first, signups.cancel, (await of(town, slot_id, "甲")).id)
    await town.do(third, signups.sign_up, slot_id)


async def test_one_time_of_a_checkup_is_enough_for_one_person(town: Town) -> None:
    doctor, who = await town.settle("医生", "doctor"), await town.settle("甲")
    begins = [town.now + timedelta(days=1, hours=number) for number in range(3)]
    times = tuple(Session(starts_at=one, ends_at=one + timedelta(hours=1)) for one in begins)
    meant = course(town, kind="checkup").model_copy(update={"sessions": times})
    activity_id = await made(town, doctor, meant)
    first, second = await slot_of(town, activity_id), await slot_of(town, activity_id, 2)
    taken = await town.do(who, signups.sign_up, first)
    assert await refused(town, who, signups.sign_up, second) == "signup-once"
    await town.do(who, signups.cancel, taken.id)
    assert (await town.do(who, signups.sign_up, second)).state == SEATED


# For others


async def test_a_neighbour_signs_an_elder_up_and_both_may_take_it_back(town: Town) -> None:
    _, slot_id = await begun(town)
    neighbour, elder = await town.settle("邻居"), (await family(town, "王秀英"))[0]
    person = await on_roster(town, "王秀英")
    row = await town.do(neighbour, signups.sign_up, slot_id, Whom("王秀英", person.id))
    assert (row.signed_by, row.account_id, row.person_id) == ("proxy", neighbour, person.id)
    assert (await town.do(elder, signups.sign_up, slot_id)).id == row.id, "one person, one seat"
    stranger = await town.settle("路人")
    assert await refused(town, stranger, signups.cancel, row.id) == "not-found"
    assert (await town.do(elder, signups.cancel, row.id)).state == "cancelled"
    again = await town.do(neighbour, signups.sign_up, slot_id, Whom("王秀英", person.id))
    assert (await town.do(neighbour, signups.cancel, again.id)).state == "cancelled"


async def test_whoever_is_known_by_their_phone_later_is_the_same_person(any_town: Town) -> None:
    town = any_town
    officer, slot_id = await begun(town, seats=3)
    person_id = await town.enrol("王秀英", phone="13900000001")
    grandma = await town.settle("王秀英")
    row = await town.do(grandma, signups.sign_up, slot_id)
    assert (row.subject, row.person_id) == (f"a:{grandma}", None)
    await town.do(grandma, share_phone, "+8613900000001")
    assert (await town.do(grandma, signups.sign_up, slot_id)).id == row.id
    neighbour = await town.settle("邻居")
    assert (await town.do(neighbour, signups.sign_up, slot_id, Whom("王秀英", person_id))).id == row.id
    assert (
        await town.do(officer, signups.sign_up, slot_id, Whom("王秀英", person_id), listed=True)
    ).id == row.id
    (only,) = await line_of(town, slot_id)
    assert (only.subject, only.person_id) == (f"p:{person_id}", person_id) and only.household_id
    assert (await town.do(grandma, signups.cancel, row.id)).state == "cancelled"


async def test_whom_somebody_else_has_signed_up_meanwhile_keeps_both_places_and_can_give_up_either(
    town: Town,
) -> None:
    _, slot_id = await begun(town, seats=3)
    person_id = await town.enrol("王秀英", phone="13900000001")
    grandma, neighbour = await town.settle("王秀英"), await town.settle("邻居")
    own = await town.do(grandma, signups.sign_up, slot_id)
    other = await town.do(neighbour, signups.sign_up, slot_id, Whom("王秀英", person_id))
    await town.do(grandma, share_phone, "+8613900000001")
    assert [one.id for one in await line_of(town, slot_id)] == [own.id, other.id]
    for row in (other, own):
        assert (await town.do(grandma, signups.cancel, row.id)).state == "cancelled"


async def test_a_tie_at_another_center_is_no_business_of_this_one(town: Town) -> None:
    _, slot_id = await begun(town)
    await town.enrol("王秀英", phone="13900000001", center="dongxing", village="东头")
    grandma = await town.settle("王秀英")
    await town.do(grandma, signups.sign_up, slot_id)
    await town.do(grandma, join, await unit_id(town, "dongxing"), name="王秀英", village_id=None)
    await town.do(grandma, share_phone, "+8613900000001")
    (row,) = await line_of(town, slot_id)
    assert row.subject == f"a:{grandma}"


async def test_of_one_household_it_is_said_so(town: Town) -> None:
    _, slot_id = await begun(town)
    mother, _ = await family(town, "妈", "儿")
    person = await on_roster(town, "儿")
    row = await town.do(mother, signups.sign_up, slot_id, Whom("儿", person.id))
    assert (row.signed_by, row.household_id) == ("household", person.household_id)


async def test_whoever_does_not_want_a_proxy_is_not_signed_up_by_them(town: Town) -> None:
    _, slot_id = await begun(town)
    unwanted = await town.settle("不受欢迎的")
    person_id, center = await town.enrol("王秀英"), await unit_id(town, "maqu")
    async with town.begin() as tx:
        about = {"person_id": person_id, "person_name": "王秀英", "kind": "neighbour"}
        stands = {"state": "refused", "ended_by": "person", "created_at": tx.now}
        tx.session.add(ProxyRelation(proxy_id=unwanted, center_id=center, **about, **stands))
    assert (
        await refused(town, unwanted, signups.sign_up, slot_id, Whom("王秀英", person_id)) == "proxy-barred"
    )


async def test_a_person_of_the_roster_is_known_by_the_right_name_only(town: Town) -> None:
    _, slot_id = await begun(town)
    nosy, person_id = await town.settle("好奇的"), await town.enrol("王秀英")
    assert await refused(town, nosy, signups.sign_up, slot_id, Whom("别人", person_id)) == "not-found"


# Two at one hour


async def test_two_at_one_hour_is_said_and_not_forbidden(town: Town) -> None:
    officer, slot_id = await begun(town)
    (who,) = await signed(town, slot_id, "甲")
    other = await slot_of(town, await made(town, officer, course(town, title="养蜂")))
    after = await slot_of(town, await made(town, officer, course(town, title="电焊", days=3 + 2 / 24)))
    assert [one.planned.title for one in await town.do(who, signups.clashing, other)] == ["果树嫁接"]
    assert await town.do(who, signups.clashing, after) == []
    assert await town.do(who, signups.clashing, slot_id) == []
    assert (await town.do(who, signups.sign_up, other)).state == SEATED


# More seats and fewer


async def test_more_seats_ask_so_many_and_fewer_send_nobody_away(town: Town) -> None:
    officer, slot_id = await begun(town, seats=1)
    await signed(town, slot_id, "甲", "乙", "丙", "丁")
    await town.do(officer, signup_seats.change, slot_id, 3)
    assert await standings(town, slot_id) == {SEATED: ["甲"], OFFERED: ["乙", "丙"], WAITING: ["丁"]}
    assert await refused(town, officer, signup_seats.change, slot_id, 2) == "signup-seats-taken"
    assert await refused(town, officer, signup_seats.change, slot_id, 0) == "signup-seats-none"
    async with town.begin() as tx:
        slot = await stored.slot(tx, slot_id)
        activity = await stored.one(tx, slot.activity_id) if slot else None
        assert activity is not None and activity.planned.seats == 3, "as its page says"
    await town.do(officer, signup_seats.change, slot_id, None)
    assert (await standings(town, slot_id))[OFFERED] == ["乙", "丙", "丁"]


ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("sign"), st.integers(0, 7)),
        st.tuples(st.just("cancel"), st.integers(0, 7)),
        st.tuples(st.just("yes"), st.integers(0, 7)),
        st.tuples(st.just("no"), st.integers(0, 7)),
        st.tuples(st.just("seats"), st.integers(1, 5)),
        st.tuples(st.just("wait"), st.integers(1, 5)),
    ),
    max_size=30,
)


@given(acts=ACTS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_whatever_happens_nobody_sits_on_two_seats_nobody_is_lost_and_the_order_is_kept(
    town: Town, acts: Sequence[tuple[str, int]]
) -> None:
    town.passes(days=1)
    officer, slot_id = await begun(town)
    folk = [await town.settle(f"人{number}") for number in range(8)]
    seats, model = 2, Model()
    for act, value in acts:
        if act == "wait":
            town.passes(hours=value)
            await lapse(town)
        elif act == "seats":
            try:
                await town.do(officer, signup_seats.change, slot_id, value)
                seats = value
            except RefusedError:
                used = await standings(town, slot_id)
                assert value < len(used[SEATED]) + len(used[OFFERED])
        else:
            await _do(town, slot_id, act, folk[value], model)
        await _holds(town, slot_id, seats, model)


class Model:
    """Who was told what last: signed up and not called off."""

    def __init__(self) -> None:
        self.wants: set[int] = set()


async def _do(town: Town, slot_id: int, act: str, who: int, model: Model) -> None:
    if act == "sign":
        await town.do(who, signups.sign_up, slot_id)
        model.wants.add(who)
        return
    mine = next((one for one in await line_of(town, slot_id) if one.account_id == who), None)
    if mine is None:
        return
    if act == "cancel":
        await town.do(who, signups.cancel, mine.id)
        model.wants.discard(who)
    elif mine.state == OFFERED:
        await town.do(who, signups.answer, mine.id, yes=act == "yes")
        if act == "no":
            model.wants.discard(who)
    else:
        settled = mine.state == SEATED and act == "yes"
        with nullcontext() if settled else pytest.raises(RefusedError):
            await town.do(who, signups.answer, mine.id, yes=act == "yes")


async def _holds(town: Town, slot_id: int, seats: int, model: Model) -> None:
    rows = await line_of(town, slot_id)
    used = [one for one in rows if one.state in (SEATED, OFFERED)]
    waiting = [one for one in rows if one.state == WAITING]
    assert len(used) <= seats
    assert not waiting or len(used) == seats, "a free seat is offered at once"
    assert len({one.account_id for one in rows}) == len(rows)
    assert [one.place for one in rows] == sorted({one.place for one in rows}), "no number twice"
    for one in (*used, *waiting):
        assert one.skips < MOST_SKIPS
    gone = model.wants - {one.account_id for one in rows}
    async with town.begin() as tx:
        for account in gone:
            query = select(Signup).where(Signup.slot_id == slot_id, Signup.account_id == account)
            last = list(await tx.session.scalars(query.order_by(Signup.id)))[-1]
            assert (last.state, last.skips) == ("lapsed", MOST_SKIPS), "only the silent are let go"
            assert "不替" in town.told[account][-1].words
            model.wants.discard(account)
    for asked in (one for one in used if one.state == OFFERED):
        behind = [one for one in waiting if one.place < asked.place]
        assert not behind, "nobody is asked before those who came first"
