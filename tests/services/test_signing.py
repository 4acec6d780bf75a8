"""Signing up as people see it: what is listed, whom one may sign up, who hears of it, and taking it back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from domain.activities import ForWhom, Plan
from domain.proxies import Whom
from domain.signups import Standing
from domain.timetable import read_hours
from services import activity_changes, activity_lists, attendance, signup_whom, signups
from services.errors import NotFoundError
from storage import activities as stored
from storage import attendance as kept
from storage import signups as stored_signups
from storage.outbox import Outbox
from storage.proxies import ProxyRelation
from storage.signups import Signup
from storage.transaction import Tx
from tests.services.activities import course, line_of, made, slot_of, standings
from tests.services.steps import family, leaves, loses, refused
from tests.services.test_activities_making import WORDS
from tests.services.test_notices import unit_id
from tests.services.test_signups import begun, lapse, of, on_roster, signed
from tests.services.town import Town

SEATED, OFFERED, WAITING = Standing.SEATED, Standing.OFFERED, Standing.WAITING


async def waiting_for(tx: Tx, who: int) -> list[Outbox]:
    """What is to be sent to somebody."""
    query = select(Outbox).where(Outbox.chat_id == who, Outbox.state == "waiting")
    return list(await tx.session.scalars(query))


async def listed(town: Town, who: int, *, everything: bool = False) -> list[str]:
    """The titles of what somebody finds in the list."""
    center = await unit_id(town, "maqu")
    found = await town.do(who, activity_lists.listed, center, everything=everything)
    return [one.planned.title for one in found]


# The list


async def test_it_is_listed_until_one_cannot_sign_up_any_more(town: Town) -> None:
    officer, who = await town.settle("培训员", "training"), await town.settle("甲")
    await made(town, officer, course(town, title="先停", closes_at=town.now + timedelta(days=1)))
    await made(town, officer, course(town, title="先办", days=2))
    assert await listed(town, who) == ["先办", "先停"]
    town.passes(days=1, seconds=-1)
    assert "先停" in await listed(town, who)
    town.passes(seconds=1)
    assert await listed(town, who) == ["先办"]
    town.passes(days=1, seconds=-1)
    assert await listed(town, who) == ["先办"]
    town.passes(seconds=1)
    assert await listed(town, who) == []


@pytest.mark.parametrize(
    ("seats", "taken", "said"),
    [(1, 0, "places-times"), (1, 1, "places-times-none"), (2, 1, "places-times")],
)
async def test_of_a_room_those_times_count_in_which_there_is_room(
    town: Town, seats: int, taken: int, said: str
) -> None:
    officer = await town.settle("文化员", "culture")
    hours = read_hours("每天20:00到21:00")
    activity_id = await made(town, officer, Plan(kind="venue", title="礼堂", seats=seats, hours=hours))
    async with town.begin() as tx:
        slots = await stored.slots(tx, activity_id)
    for number in range(taken):
        who = await town.settle(f"人{number}")
        for slot in slots:
            await town.do(who, signups.sign_up, slot.id)
    async with town.begin() as tx:
        activity = await stored.one(tx, activity_id)
        assert activity is not None
        places = (await activity_lists.places(tx, [activity]))[activity_id]
    assert places.words.id == said
    assert places.times == (len(slots) if seats > taken else 0)


async def test_of_times_to_choose_those_still_to_come_count(town: Town) -> None:
    doctor, who = await town.settle("医生", "doctor"), await town.settle("甲")
    activity_id = await made(town, doctor, course(town, kind="checkup", days=1, sessions=2, seats=3))
    async with town.begin() as tx:
        activity = await stored.one(tx, activity_id)
        assert activity is not None
        assert (await activity_lists.places(tx, [activity]))[activity_id].left == 6
    town.passes(days=1)
    assert await listed(town, who) == ["果树嫁接"]
    async with town.begin() as tx:
        activity = await stored.one(tx, activity_id)
        assert activity is not None
        assert (await activity_lists.places(tx, [activity]))[activity_id].left == 3
    assert len(await town.do(who, activity_lists.times, activity_id)) == 1
    town.passes(days=1)
    assert await listed(town, who) == []
    assert await town.do(who, activity_lists.times, activity_id) == []


@pytest.mark.parametrize(
    ("left", "waiting", "words"),
    [
        (None, 0, "places-any"),
        (3, 0, "places-left"),
        (1, 2, "places-left"),
        (0, 2, "places-queue"),
        (0, 0, "places-none"),
    ],
)
def test_the_seats_in_words(left: int | None, waiting: int, words: str) -> None:
    assert activity_lists.Places(left, waiting).words.id == words


async def test_what_is_for_others_is_in_the_whole_list_only(town: Town) -> None:
    officer = await town.settle("培训员", "training")
    (woman,) = await family(town, "李四")
    person = await on_roster(town, "李四")
    async with town.begin() as tx:
        (await tx.session.merge(person)).sex = "f"
    await made(town, officer, course(town, title="男", whom=ForWhom(sex="m")))
    await made(town, officer, course(town, title="女", whom=ForWhom(sex="f")))
    assert await listed(town, woman) == ["女"]
    assert await listed(town, woman, everything=True) == ["男", "女"]


async def test_a_slot_is_nobodys_who_does_not_belong_to_the_center(town: Town) -> None:
    _, slot_id = await begun(town)
    stranger = await town.settle("外村人", center="dongxing", village=None)
    boss = await town.settle("外来主任", "director", center="dongxing", village=None)
    for who in (stranger, boss):
        assert await refused(town, who, activity_lists.slot, slot_id) == "not-found"
        assert await refused(town, who, activity_lists.slot, 10**9) == "not-found"


# Whom one may sign up


async def test_those_at_home_come_first_then_those_who_agreed_then_those_who_were_asked(town: Town) -> None:
    center = await unit_id(town, "maqu")
    mother, _ = await family(town, "妈", "儿")
    asked, agreed = await town.enrol("问过的"), await town.enrol("同意的")
    gone = await town.enrol("不要的")
    async with town.begin() as tx:
        for person_id, name, state in (
            (asked, "问过的", "asked"),
            (agreed, "同意的", "confirmed"),
            (gone, "不要的", "refused"),
            (None, "没名册的", "confirmed"),
        ):
            about = {"person_id": person_id, "person_name": name, "kind": "neighbour"}
            by = {"proxy_id": mother, "center_id": center, "state": state, "created_at": tx.now}
            by |= {"confirmed_by": "person"} if state == "confirmed" else {}
            by |= {"ended_by": "person"} if state == "refused" else {}
            tx.session.add(ProxyRelation(**about, **by, name_key=None if person_id else "k"))
    near = await town.do(mother, signup_whom.near, center)
    names = [one.whom.name for one in near]
    assert names[0] == "儿" and names[-1] == "问过的" and {*names[1:3]} == {"同意的", "没名册的"}
    assert len(names) == 4
    elsewhere = await unit_id(town, "dongxing")
    assert await town.do(mother, signup_whom.near, elsewhere) == []


async def test_a_button_means_whoever_is_near_or_was_named_and_nobody_else(town: Town) -> None:
    center = await unit_id(town, "maqu")
    mother, _ = await family(town, "妈", "儿")
    child, stranger = await on_roster(town, "儿"), await town.enrol("李大爷")
    assert await town.do(mother, signup_whom.meant, center, "me", None) is None
    assert await town.do(mother, signup_whom.meant, center, f"p{child.id}", None) == Whom("儿", child.id)
    named = Whom("李大爷", phone="13900000001")
    assert await town.do(mother, signup_whom.meant, center, "n", named) == named
    found = await town.do(mother, signup_whom.meant, center, f"p{stranger}", named)
    assert found == Whom("李大爷", stranger, "13900000001")
    for who, whom in (
        (f"p{stranger}", None),
        (f"p{stranger}", Whom("别人")),
        ("n", None),
        ("p", named),
        ("p²", named),
        ("r1", named),
        ("x", named),
    ):
        with pytest.raises(NotFoundError):
            await town.do(mother, signup_whom.meant, center, who, whom)


# Who hears of it


async def test_nobody_is_woken_by_what_another_did_and_the_last_of_it_is_heard_in_the_morning(
    town: Town,
) -> None:
    _, slot_id = await begun(town)
    mother, son = await family(town, "妈", "儿")
    child = await on_roster(town, "儿")
    town.passes(hours=13)  # eleven in the evening
    morning = town.now + timedelta(hours=8)
    row = await town.do(mother, signups.sign_up, slot_id, Whom("儿", child.id))
    await town.do(mother, signups.cancel, row.id)
    await town.do(mother, signups.again, row.id)
    assert {one.row.not_before for one in town.told[son]} == {morning}
    async with town.begin() as tx:
        waiting = await waiting_for(tx, son)
    assert len(waiting) == 1 and waiting[0].not_before == morning, "the last takes the place of the earlier"


async def test_who_gives_their_place_up_in_the_night_does_not_hear_of_it_in_the_morning(town: Town) -> None:
    _, slot_id = await begun(town)
    mother, son = await family(town, "妈", "儿")
    child = await on_roster(town, "儿")
    town.passes(hours=13)
    row = await town.do(mother, signups.sign_up, slot_id, Whom("儿", child.id))
    await town.do(son, signups.cancel, row.id)
    async with town.begin() as tx:
        assert await waiting_for(tx, son) == []
        assert [one.not_before for one in await waiting_for(tx, mother)] == [town.now + timedelta(hours=8)]


async def test_what_begins_before_the_morning_is_told_at_once(town: Town) -> None:
    officer = await town.settle("培训员", "training")
    slot_id = await slot_of(town, await made(town, officer, course(town, days=0.6)))
    mother, son = await family(town, "妈", "儿")
    child = await on_roster(town, "儿")
    town.passes(hours=13)
    await town.do(mother, signups.sign_up, slot_id, Whom("儿", child.id))
    assert [one.row.not_before for one in town.told[son]] == [None]


async def test_the_person_hears_and_whoever_did_it_does_not(town: Town) -> None:
    _, slot_id = await begun(town)
    mother, son = await family(town, "妈", "儿")
    child = await on_roster(town, "儿")
    row = await town.do(mother, signups.sign_up, slot_id, Whom("儿", child.id))
    assert "妈给您报了名" in town.heard(son) and "✅ 您报上了" in town.heard(son)
    assert not town.told[mother]
    await town.do(mother, signups.sign_up, slot_id, Whom("儿", child.id))
    assert len(town.told[son]) == 1, "twice is once"
    town.forget()
    await town.do(mother, signups.cancel, row.id)
    assert "妈把您的报名取消了" in town.heard(son) and not town.told[mother]
    await town.do(son, signups.again, row.id)
    town.forget()
    (fresh,) = await line_of(town, slot_id)
    await town.do(son, signups.cancel, fresh.id)
    assert "儿说不去了" in town.heard(mother) and not town.told[son]


async def test_an_officer_takes_somebody_off_the_list_and_they_hear_of_it(town: Town) -> None:
    officer, slot_id = await begun(town)
    (who,) = await signed(town, slot_id, "甲")
    row = await of(town, slot_id, "甲")
    await town.do(officer, signups.cancel, row.id)
    assert "培训员把您的报名取消了" in town.heard(who)
    await town.do(who, signups.again, row.id)
    assert (await standings(town, slot_id))[SEATED] == ["甲"]


async def test_what_one_answers_is_gone_from_the_others_chat(town: Town) -> None:
    _, slot_id = await begun(town, seats=1)
    mother, son = await family(town, "妈", "儿")
    child = await on_roster(town, "儿")
    (first,) = await signed(town, slot_id, "甲")
    await town.do(mother, signups.sign_up, slot_id, Whom("儿", child.id))
    town.forget()
    await town.do(first, signups.cancel, (await of(town, slot_id, "甲")).id)
    assert "轮到儿了" in town.heard(mother) and "轮到您了" in town.heard(son)
    offer = await of(town, slot_id, "儿")
    await town.do(son, signups.answer, offer.id, yes=True)
    last = town.last(mother)
    assert (last.row.method, last.row.key) == ("edit", f"signup:{offer.id}")
    assert "✅ 儿报上了" in last.words and f"sgn|yes|{offer.id}" not in last.taps


async def test_giving_up_an_offer_from_the_list_leaves_no_question(town: Town) -> None:
    _, slot_id = await begun(town, seats=1)
    first, second = await signed(town, slot_id, "甲", "乙")
    await town.do(first, signups.cancel, (await of(town, slot_id, "甲")).id)
    offer = await of(town, slot_id, "乙")
    await town.do(second, signups.cancel, offer.id)
    last = town.last(second)
    assert last.row.method == "edit" and "❌ 您不去了" in last.words
    assert f"sgn|yes|{offer.id}" not in last.taps


# Taking it back


async def test_again_is_a_seat_if_there_is_one_else_the_end_of_the_line(any_town: Town) -> None:
    town = any_town
    _, slot_id = await begun(town, seats=1)
    first, second = await signed(town, slot_id, "甲", "乙")
    row = await of(town, slot_id, "甲")
    await town.do(first, signups.cancel, row.id)
    back = await town.do(first, signups.again, row.id)
    assert back.state == WAITING
    assert (await town.do(first, signups.again, row.id)).id == back.id, "twice is once"
    assert await standings(town, slot_id) == {SEATED: [], OFFERED: ["乙"], WAITING: ["甲"]}
    await town.do(second, signups.answer, (await of(town, slot_id, "乙")).id, yes=False)
    assert (await standings(town, slot_id))[OFFERED] == ["甲"]


async def test_whoever_had_a_place_may_come_back_until_it_is_over(town: Town) -> None:
    officer = await town.settle("培训员", "training")
    closes = town.now + timedelta(days=1)
    activity_id = await made(town, officer, course(town, closes_at=closes, sessions=2))
    slot_id = await slot_of(town, activity_id)
    (who,) = await signed(town, slot_id, "甲")
    row = await of(town, slot_id, "甲")
    town.passes(days=3, hours=1)  # in the first session
    await town.do(who, signups.cancel, row.id)
    assert (await town.do(who, signups.again, row.id)).state == SEATED
    await town.do(who, signups.cancel, (await of(town, slot_id, "甲")).id)
    town.passes(days=1, hours=1, seconds=-1)
    assert (await town.do(who, signups.again, row.id)).state == SEATED
    await town.do(who, signups.cancel, (await of(town, slot_id, "甲")).id)
    town.passes(seconds=1)
    assert await refused(town, who, signups.again, row.id) == "signup-is-over"


async def test_whoever_was_let_go_for_silence_signs_up_as_everybody_does(town: Town) -> None:
    officer = await town.settle("培训员", "training")
    closes = town.now + timedelta(days=1)
    slot_id = await slot_of(town, await made(town, officer, course(town, seats=1, closes_at=closes)))
    first, silent = await signed(town, slot_id, "甲", "乙")
    row = await of(town, slot_id, "乙")
    await town.do(first, signups.cancel, (await of(town, slot_id, "甲")).id)
    for _ in range(2):
        town.passes(hours=4)
        await lapse(town)
    assert await line_of(town, slot_id) == []
    assert (await town.do(silent, signups.again, row.id)).state == SEATED
    await town.do(silent, signups.cancel, (await of(town, slot_id, "乙")).id)
    town.passes(days=1)
    assert await refused(town, silent, signups.again, row.id) == "signup-is-closed"


async def test_whom_the_person_does_not_want_any_more_takes_nothing_back_for_them(town: Town) -> None:
    _, slot_id = await begun(town)
    neighbour, elder = await town.settle("邻居"), (await family(town, "王秀英"))[0]
    person, center = await on_roster(town, "王秀英"), await unit_id(town, "maqu")
    row = await town.do(neighbour, signups.sign_up, slot_id, Whom("王秀英", person.id))
    await town.do(elder, signups.cancel, row.id)
    assert (await town.do(neighbour, signups.again, row.id)).state == SEATED, "a mistake is taken back"
    fresh = await of(town, slot_id, "王秀英")
    await town.do(elder, signups.cancel, fresh.id)
    async with town.begin() as tx:
        about = {"center_id": center, "proxy_id": neighbour, "person_id": person.id, "person_name": "王秀英"}
        how = {"kind": "neighbour", "state": "refused", "ended_by": "person", "created_at": town.now}
        tx.session.add(ProxyRelation(**about, **how))
    assert await refused(town, neighbour, signups.again, fresh.id) == "proxy-barred"
    assert await line_of(town, slot_id) == []
    assert (await town.do(elder, signups.again, fresh.id)).state == SEATED


async def test_where_one_has_been_counts_for_the_place_that_was_taken_back(any_town: Town) -> None:
    town = any_town
    officer = await town.settle("培训员", "training")
    slot_id = await slot_of(town, await made(town, officer, course(town, sessions=3)))
    (who,) = await signed(town, slot_id, "甲")
    async with town.begin() as tx:
        first, second, _ = await stored.sessions_of(tx, [slot_id])
    row = await of(town, slot_id, "甲")
    town.now = first.starts_at
    await town.do(who, attendance.check_in, first.id, first.code)
    await town.do(who, signups.cancel, row.id)
    fresh = await town.do(who, signups.again, row.id)
    town.now = second.starts_at
    await town.do(who, attendance.check_in, second.id, second.code)
    async with town.begin() as tx:
        assert await kept.times(tx, fresh.activity_id) == {fresh.id: 2}
        old, now = await stored_signups.peek(tx, row.id), await stored_signups.peek(tx, fresh.id)
    assert old is not None and now is not None
    assert old.ask_at is None and now.ask_at is not None, "they are asked once how it was"


async def test_a_household_that_has_sent_somebody_else_meanwhile_is_full(town: Town) -> None:
    officer = await town.settle("培训员", "training")
    slot_id = await slot_of(town, await made(town, officer, course(town, household_limit=1)))
    first, second = await family(town, "甲", "乙")
    row = await town.do(first, signups.sign_up, slot_id)
    await town.do(first, signups.cancel, row.id)
    await town.do(second, signups.sign_up, slot_id)
    assert await refused(town, first, signups.again, row.id) == "signup-household-full"


async def test_who_signed_up_and_for_whom_stays_as_it_was(town: Town) -> None:
    officer, slot_id = await begun(town)
    mother, _ = await family(town, "妈", "儿")
    child = await on_roster(town, "儿")
    row = await town.do(mother, signups.sign_up, slot_id, Whom("儿", child.id))
    await town.do(officer, signups.cancel, row.id)
    back = await town.do(officer, signups.again, row.id)

    def who(one: Signup) -> tuple[object, ...]:
        return (one.subject, one.name, one.account_id, one.signed_by, one.signed_by_id, one.household_id)

    assert who(back) == who(row)
    assert back.id != row.id


# Nobody to ask


async def waits_behind(town: Town) -> tuple[int, int, int]:
    """A course of one seat that is given back by the first while the second has left the chat: its officer,
    the director, and its slot; everything told before is forgotten."""
    officer, director = await town.settle("培训员", "training"), await town.settle("李主任", "director")
    slot_id = await slot_of(town, await made(town, officer, course(town, seats=1)))
    first, second = [await town.settle(name) for name in ("甲", "乙")]
    for who in (first, second):
        await town.do(who, signups.sign_up, slot_id)
    await leaves(town, second)
    town.forget()
    return officer, director, slot_id


async def test_for_whoever_has_left_the_chat_the_organiser_is_asked(town: Town) -> None:
    officer, director, slot_id = await waits_behind(town)
    seat, wanted = await line_of(town, slot_id)
    await town.do(seat.account_id or 0, signups.cancel, seat.id)
    assert "轮到乙了" in town.last(officer).words and not town.told[director]
    assert not town.told[wanted.account_id or 0]
    row = await town.do(officer, signups.answer, wanted.id, yes=True)
    assert row.state == "seated"


async def test_an_organiser_who_looks_after_it_no_more_reads_nobodys_name(town: Town) -> None:
    officer, director, slot_id = await waits_behind(town)
    await loses(town, officer, "training", director)
    town.forget()
    seat, wanted = await line_of(town, slot_id)
    await town.do(seat.account_id or 0, signups.cancel, seat.id)
    assert not town.told[officer] and "轮到乙了" in town.last(director).words
    town.forget()
    await town.do(director, activity_changes.call_off, wanted.activity_id, "下雨", WORDS)
    assert not town.told[officer] and "下雨" in town.last(director).words
