"""Certificates: to whom, by whom, with which number; given again; and checked."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain import certificates as numbers
from domain.messages import Certificate
from domain.proxies import Whom
from services import attendance, attendance_cards, certificates, people, signups
from storage import certificates as stored
from storage import signups as stored_signups
from storage import units
from storage.activities import ActivitySession
from storage.certificates import Certificate as Given
from tests.services.activities import course, made, slot_of
from tests.services.steps import refused
from tests.services.test_attendance import meetings, place
from tests.services.town import Town

BOT = "bangban_bot"


async def held(
    town: Town, came: dict[str, int], sessions: int = 3, **changed: bool
) -> tuple[int, int, dict[str, int]]:
    """A course that is over; whoever signed up was at so many of its sessions. Officer, activity, and the
    accounts by name."""
    officer = await town.settle("培训员", "training")
    plan = course(town, seats=99, sessions=sessions, **{"certificate": True, **changed})
    activity_id = await made(town, officer, plan)
    slot_id = await slot_of(town, activity_id)
    accounts = {name: await town.settle(name) for name in came}
    for account in accounts.values():
        await town.do(account, signups.sign_up, slot_id)
    for number, session in enumerate(await meetings(town, slot_id)):
        town.now = session.starts_at
        for name, count in came.items():
            if number < count:
                await town.do(accounts[name], attendance.check_in, session.id, session.code)
        town.now = session.ends_at
    return officer, activity_id, accounts


async def row_of(town: Town, activity_id: int, name: str) -> int:
    """The id of somebody's place."""
    return (await place(town, await slot_of(town, activity_id), name)).id


async def given(town: Town, activity_id: int) -> list[Given]:
    """What was given."""
    async with town.begin() as tx:
        return await stored.of_activity(tx, activity_id)


def papers(town: Town, who: int) -> list[Certificate]:
    """The certificates that came to somebody's chat."""
    return [
        one.message.attachment for one in town.told[who] if isinstance(one.message.attachment, Certificate)
    ]


async def first_session(town: Town, activity_id: int) -> ActivitySession:
    """Its first session."""
    return (await meetings(town, await slot_of(town, activity_id)))[0]


# To whom


async def test_two_thirds_are_enough_and_whoever_was_never_there_is_not_listed(town: Town) -> None:
    officer, activity_id, accounts = await held(town, {"全到": 3, "两次": 2, "一次": 1, "没来": 0})
    _, found = await town.do(officer, certificates.candidates, activity_id)
    assert [(one.signup.name, one.attended, one.sessions, one.enough) for one in found] == [
        ("全到", 3, 3, True),
        ("两次", 2, 3, True),
        ("一次", 1, 3, False),
    ]
    await town.do(officer, certificates.give_all, activity_id, BOT)
    assert [one.name for one in await given(town, activity_id)] == ["全到", "两次"]
    (paper,) = papers(town, accounts["两次"])
    assert (paper.person, paper.attended, paper.sessions) == ("两次", 2, 3)
    assert papers(town, accounts["一次"]) == papers(town, accounts["没来"]) == []


async def test_a_single_one_is_given_theirs_by_name_however_often_they_were_there(town: Town) -> None:
    officer, activity_id, accounts = await held(town, {"一次": 1, "没来": 0})
    await town.do(officer, certificates.give, await row_of(town, activity_id, "一次"), BOT)
    assert len(papers(town, accounts["一次"])) == 1
    absent = await row_of(town, activity_id, "没来")
    assert await refused(town, officer, certificates.give, absent, BOT) == "not-found"


async def test_before_the_last_session_is_over_there_are_none(town: Town) -> None:
    officer, activity_id, _ = await held(town, {"甲": 3})
    town.passes(seconds=-1)
    assert await refused(town, officer, certificates.candidates, activity_id) == "certificate-not-yet"
    assert await refused(town, officer, certificates.give_all, activity_id, BOT) == "certificate-not-yet"
    town.passes(seconds=1)
    assert len(await town.do(officer, certificates.give_all, activity_id, BOT)) == 1


async def test_a_course_that_gives_none_gives_none(town: Town) -> None:
    officer, activity_id, _ = await held(town, {"甲": 3}, certificate=False)
    assert await refused(town, officer, certificates.give_all, activity_id, BOT) == "not-found"


@pytest.mark.parametrize("role", ["clerk", "doctor", "township", "volunteer"])
async def test_whoever_does_not_make_the_course_gives_none(town: Town, role: str) -> None:
    _, activity_id, _ = await held(town, {"甲": 3})
    row_id, who = await row_of(town, activity_id, "甲"), await town.settle("某人", role)
    for call, about in (
        (certificates.candidates, (activity_id,)),
        (certificates.give_all, (activity_id, BOT)),
        (certificates.give, (row_id, BOT)),
    ):
        assert await refused(town, who, call, *about) == "not-found"
    assert await given(town, activity_id) == []


async def test_whoever_has_no_account_gets_theirs_through_the_officer_to_print(town: Town) -> None:
    officer, activity_id, _ = await held(town, {}, sessions=1)
    session = await first_session(town, activity_id)
    await town.do(officer, attendance.walk_in, session.id, Whom("没手机的大爷"))
    await town.do(officer, certificates.give_all, activity_id, BOT)
    (paper,) = papers(town, officer)
    assert paper.person == "没手机的大爷"


# The number


async def test_numbers_are_the_centers_own_count_through_the_year_and_begin_anew_in_the_next(
    town: Town,
) -> None:
    officer, first, _ = await held(town, {"甲": 3, "乙": 3})
    await town.do(officer, certificates.give_all, first, BOT)
    second_officer, second, _ = await held(town, {"丙": 3})
    await town.do(second_officer, certificates.give_all, second, BOT)
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None
    said = [
        (one.year, one.serial, one.number) for one in await given(town, first) + await given(town, second)
    ]
    assert said == [(2026, serial, numbers.number(2026, unit.id, serial)) for serial in (1, 2, 3)]
    third_officer, third, _ = await held(town, {"丁": 3})
    town.passes(days=40)
    await town.do(third_officer, certificates.give_all, third, BOT)
    assert [(one.year, one.serial) for one in await given(town, third)] == [(2027, 1)]


async def test_given_twice_is_given_once_and_only_what_is_new_goes_out(town: Town) -> None:
    officer, activity_id, accounts = await held(town, {"甲": 3, "乙": 1})
    await town.do(officer, certificates.give_all, activity_id, BOT)
    assert await town.do(officer, certificates.give_all, activity_id, BOT) == []
    assert len(papers(town, accounts["甲"])) == 1
    session = (await meetings(town, await slot_of(town, activity_id)))[1]
    await town.do(officer, attendance.mark, session.id, await row_of(town, activity_id, "乙"), here=True)
    (late,) = await town.do(officer, certificates.give_all, activity_id, BOT)
    assert (late.name, late.serial) == ("乙", 2)


async def test_a_name_that_was_wrong_is_put_right_under_the_same_number(town: Town) -> None:
    officer, activity_id, accounts = await held(town, {"王秀央": 3})
    row_id = await row_of(town, activity_id, "王秀央")
    before = await town.do(officer, certificates.give, row_id, BOT)
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None
        account = await town.account(tx, accounts["王秀央"])
        await people.join(tx, account, unit.id, name="王秀英", village_id=None)
    town.passes(days=3)
    after = await town.do(officer, certificates.give, row_id, BOT)
    assert (after.number, after.given_at, after.name) == (before.number, before.given_at, "王秀英")
    assert [one.person for one in papers(town, accounts["王秀央"])] == ["王秀央", "王秀英"]
    assert len(await given(town, activity_id)) == 1


async def test_the_name_is_the_rosters_where_there_is_one(town: Town) -> None:
    officer, activity_id, _ = await held(town, {"秀英": 3})
    person_id, row_id = await town.enrol("王秀英"), await row_of(town, activity_id, "秀英")
    async with town.begin() as tx:
        row = await stored_signups.signup(tx, row_id)
        assert row is not None
        row.person_id = person_id
    (one,) = await town.do(officer, certificates.give_all, activity_id, BOT)
    assert one.name == "王秀英"


# Revoked


async def test_what_was_given_by_mistake_is_revoked_once_and_the_person_and_whoever_checks_it_hear_so(
    town: Town,
) -> None:
    officer, activity_id, accounts = await held(town, {"甲": 3, "乙": 3})
    await town.do(officer, certificates.give_all, activity_id, BOT)
    neighbour, row_id = await town.settle("邻居"), await row_of(town, activity_id, "甲")
    first, second = await given(town, activity_id)
    town.passes(days=1)
    town.forget()
    for _ in range(2):
        revoked = await town.do(officer, certificates.revoke, row_id)
        assert (revoked.number, revoked.revoked_at) == (first.number, town.now)
        town.passes(hours=1)
        town.now -= timedelta(hours=1)
    (told,) = town.told.pop(accounts["甲"])
    assert first.number in told.words and "收回了" in told.words
    assert town.told == {}, "nobody else hears of it"
    checked = [await town.do(neighbour, certificates.verify, one.number) for one in (first, second)]
    assert [one is not None and one.revoked is not None for one in checked] == [True, False]
    assert await refused(town, accounts["甲"], certificates.again, row_id, BOT) == "certificate-is-revoked"
    days = await town.do(accounts["甲"], attendance_cards.days, row_id)
    assert days.certificate is None and len(days.came) == 3, "that they were there stays"


async def test_what_is_revoked_is_given_to_nobody_with_all_the_others_and_by_name_it_counts_again(
    town: Town,
) -> None:
    officer, activity_id, accounts = await held(town, {"甲": 3, "乙": 1})
    row_id, none = [await row_of(town, activity_id, name) for name in ("甲", "乙")]
    assert await refused(town, officer, certificates.revoke, none) == "not-found"
    before = await town.do(officer, certificates.give, row_id, BOT)
    await town.do(officer, certificates.revoke, row_id)
    assert await town.do(officer, certificates.give_all, activity_id, BOT) == []
    town.passes(days=1)
    after = await town.do(officer, certificates.give, row_id, BOT)
    assert (after.number, after.given_at, after.revoked_at) == (before.number, before.given_at, None)
    assert len(papers(town, accounts["甲"])) == 2
    found = await town.do(accounts["乙"], certificates.verify, after.number)
    assert found is not None and found.revoked is None


# Again, and checked


async def test_ones_own_is_had_again_as_it_was_by_nobody_else(town: Town) -> None:
    officer, activity_id, accounts = await held(town, {"甲": 3, "乙": 1})
    await town.do(officer, certificates.give_all, activity_id, BOT)
    row_id = await row_of(town, activity_id, "甲")
    again = await town.do(accounts["甲"], certificates.again, row_id, BOT)
    assert again.attachment == papers(town, accounts["甲"])[0]
    for who in (accounts["乙"], await town.settle("医生", "doctor"), await town.settle("镇里", "township")):
        assert await refused(town, who, certificates.again, row_id, BOT) == "not-found"
    none = await row_of(town, activity_id, "乙")
    assert await refused(town, accounts["乙"], certificates.again, none, BOT) == "not-found"


async def test_anybody_of_the_center_checks_a_number_and_nobody_of_another(town: Town) -> None:
    officer, activity_id, _ = await held(town, {"王秀英": 3})
    (one,) = await town.do(officer, certificates.give_all, activity_id, BOT)
    neighbour = await town.settle("邻居")
    elsewhere = await town.settle("外村人", center="dongxing", village=None)
    for typed in (
        one.number,
        f" 编号：{one.number} ",
        one.number.replace("-", "—"),
        one.number.replace("-", " "),
    ):
        found = await town.do(neighbour, certificates.verify, typed)
        assert found is not None
        assert (found.given.name, found.course, found.by) == ("王秀英", "果树嫁接", "培训员")
    assert await town.do(elsewhere, certificates.verify, one.number) is None
    wrong = f"{one.number[:-1]}{(int(one.number[-1]) + 1) % 10}"
    other = numbers.number(one.year, one.center_id, 99)
    for typed in (wrong, other, "2026", "", "证书"):
        assert await town.do(neighbour, certificates.verify, typed) is None


async def test_only_whoever_belongs_nowhere_is_led_to_the_center_that_gave_it(town: Town) -> None:
    officer, activity_id, _ = await held(town, {"王秀英": 3})
    (one,) = await town.do(officer, certificates.give_all, activity_id, BOT)
    elsewhere = await town.settle("外村人", center="dongxing", village=None)
    assert await town.do(elsewhere, certificates.to_join, one.number) is None
    async with town.begin() as tx:
        stranger = await people.meet(tx, 4_999, "zh")
        assert await certificates.to_join(tx, stranger, one.number) == one.center_id
        assert await certificates.to_join(tx, stranger, numbers.number(2026, one.center_id, 99)) is None
