"""On the day: who may check in whom and when, the list, the paper, and whoever walks in."""

from __future__ import annotations

from datetime import timedelta

import pytest

from domain.attendance import digits
from domain.proxies import Whom
from services import activities, attendance, attendance_after, signup_lists, signups, verdicts
from services.errors import RefusedError
from storage import activities as stored
from storage import attendance as kept
from storage.activities import ActivitySession
from storage.signups import Signup
from tests.services.activities import course, line_of, made, slot_of, standings
from tests.services.steps import family, refused
from tests.services.test_signups import on_roster
from tests.services.town import Town


async def day(town: Town, *names: str, seats: int = 9, sessions: int = 1) -> tuple[int, int, list[int]]:
    """A course for which these people have signed up: its officer, its slot, their accounts; half an hour
    before it begins."""
    officer = await town.settle("培训员", "training")
    slot_id = await slot_of(town, await made(town, officer, course(town, seats=seats, sessions=sessions)))
    accounts = [await town.settle(name) for name in names]
    for account in accounts:
        await town.do(account, signups.sign_up, slot_id)
    town.passes(days=3, minutes=-30)
    return officer, slot_id, accounts


async def meetings(town: Town, slot_id: int) -> list[ActivitySession]:
    """The sessions of a slot."""
    async with town.begin() as tx:
        return await stored.sessions_of(tx, [slot_id])


async def there(town: Town, session: ActivitySession) -> set[str]:
    """The names of those who were at a session."""
    async with town.begin() as tx:
        ids = await kept.at_session(tx, session.id)
        return {one.name for one in await kept.listed(tx, session.slot_id) if one.id in ids}


async def how(town: Town, session: ActivitySession, row: Signup) -> str | None:
    """How it is known that somebody was there."""
    async with town.begin() as tx:
        found = await kept.one(tx, session.id, row.id)
        return found.how if found else None


async def place(town: Town, slot_id: int, name: str) -> Signup:
    """Somebody's place."""
    return next(one for one in await line_of(town, slot_id) if one.name == name)


async def ended(town: Town) -> None:
    """The clock ends what is over."""
    async with town.begin() as tx:
        assert await activities.end_one(tx)


# By the code at the place


async def test_whoever_reads_the_code_checks_themself_in_once(town: Town) -> None:
    _, slot_id, (first, _) = await day(town, "甲", "乙")
    (session,) = await meetings(town, slot_id)
    at = await town.do(first, attendance.arrive, session.id, session.code)
    assert [one.name for one in at.own] == ["甲"]
    for _ in range(2):
        await town.do(first, attendance.check_in, session.id, session.code, at.own[0].id)
    assert await there(town, session) == {"甲"}
    assert await how(town, session, at.own[0]) == "code"


async def test_nobody_checks_in_for_a_stranger_or_with_another_code(town: Town) -> None:
    _, slot_id, (first, _) = await day(town, "甲", "乙")
    (session,), other = await meetings(town, slot_id), await place(town, slot_id, "乙")
    assert await refused(town, first, attendance.check_in, session.id, session.code, other.id) == "not-found"
    assert await refused(town, first, attendance.arrive, session.id, "guessed") == "not-found"
    assert await refused(town, first, attendance.arrive, session.id, "陌") == "not-found"
    assert await refused(town, first, attendance.arrive, 10**9, session.code) == "not-found"
    stranger = await town.settle("外村人", center="dongxing", village=None)
    assert await refused(town, stranger, attendance.arrive, session.id, session.code) == "not-found"


async def test_only_from_an_hour_before_until_an_hour_after(town: Town) -> None:
    _, slot_id, (first,) = await day(town, "甲")
    (session,) = await meetings(town, slot_id)
    for moment, may in (
        (session.starts_at - timedelta(hours=1, seconds=1), False),
        (session.starts_at - timedelta(hours=1), True),
        (session.ends_at + timedelta(minutes=59), True),
        (session.ends_at + timedelta(hours=1), False),
    ):
        town.now = moment
        if may:
            assert (await town.do(first, attendance.arrive, session.id, session.code)).own
        else:
            about = (session.id, session.code)
            assert await refused(town, first, attendance.arrive, *about) == "check-in-not-now"


async def test_a_daughter_checks_in_the_mother_whom_she_signed_up_and_the_mother_herself(town: Town) -> None:
    _, slot_id, _ = await day(town)
    town.passes(days=-1)
    mother, daughter = (await family(town, "王秀英"))[0], await town.settle("女儿")
    person = await on_roster(town, "王秀英")
    row = await town.do(daughter, signups.sign_up, slot_id, Whom("王秀英", person.id))
    town.passes(days=1)
    (session,) = await meetings(town, slot_id)
    for who in (daughter, mother):
        at = await town.do(who, attendance.arrive, session.id, session.code)
        assert [one.id for one in at.own] == [row.id]
    await town.do(mother, attendance.check_in, session.id, session.code, row.id)
    assert await there(town, session) == {"王秀英"}


async def test_the_four_digits_are_for_those_with_a_seat(town: Town) -> None:
    _, slot_id, (first,) = await day(town, "甲")
    passer_by = await town.settle("路人")
    (session,) = await meetings(town, slot_id)
    typed = digits(session.code)
    (at,) = await town.do(first, attendance.by_digits, typed)
    assert at.session.id == session.id
    assert await town.do(first, attendance.by_digits, f"{(int(typed) + 1) % 10_000:04}") == []
    assert await town.do(passer_by, attendance.by_digits, typed) == []


async def test_the_digits_are_good_as_long_as_the_code_also_when_it_is_over(town: Town) -> None:
    _, slot_id, (first,) = await day(town, "甲")
    (session,) = await meetings(town, slot_id)
    town.now = session.ends_at + timedelta(minutes=59)
    await ended(town)
    (at,) = await town.do(first, attendance.by_digits, digits(session.code))
    await town.do(first, attendance.check_in, at.session.id, at.session.code)
    assert await there(town, session) == {"甲"}
    town.passes(minutes=1)
    assert await town.do(first, attendance.by_digits, digits(session.code)) == []


# By the list


@pytest.mark.parametrize(
    ("role", "keeps"),
    [
        ("training", True),
        ("culture", True),
        ("clerk", True),
        ("deputy", True),
        ("doctor", False),
        ("volunteer", False),
        ("township", False),
    ],
)
async def test_who_keeps_the_list(town: Town, role: str, keeps: bool) -> None:
    _, slot_id, _ = await day(town, "甲")
    (session,), who = await meetings(town, slot_id), await town.settle("某人", role)
    if keeps:
        _, _, rows = await town.do(who, attendance.rows, session.id)
        assert [(one.signup.name, one.here) for one in rows] == [("甲", False)]
        await town.do(who, attendance.mark, session.id, rows[0].signup.id, here=True)
        return
    row = await place(town, slot_id, "甲")
    assert await refused(town, who, attendance.rows, session.id) == "not-found"
    assert await refused(town, who, attendance.mark_paper, session.id, [1]) == "not-found"
    assert await refused(town, who, attendance.walk_in, session.id, Whom("他")) == "not-found"
    assert await refused(town, who, attendance.seen, row.id) == "not-found"


async def test_a_tick_is_put_and_taken_away(town: Town) -> None:
    officer, slot_id, _ = await day(town, "甲", "乙")
    (session,), row = await meetings(town, slot_id), await place(town, slot_id, "乙")
    await town.do(officer, attendance.mark, session.id, row.id, here=True)
    assert await there(town, session) == {"乙"}
    assert (await place(town, slot_id, "乙")).ask_at == session.ends_at + timedelta(minutes=30)
    for _ in range(2):
        await town.do(officer, attendance.mark, session.id, row.id, here=False)
    assert await there(town, session) == set()
    assert (await place(town, slot_id, "乙")).ask_at is None


async def test_nobody_was_there_before_it_was(town: Town) -> None:
    officer, slot_id, _ = await day(town, "甲")
    (session,), row = await meetings(town, slot_id), await place(town, slot_id, "甲")
    town.passes(minutes=-31)
    with pytest.raises(RefusedError, match="check-in-not-yet"):
        await town.do(officer, attendance.mark, session.id, row.id, here=True)
    assert await refused(town, officer, attendance.mark_paper, session.id, [1]) == "check-in-not-yet"
    assert await refused(town, officer, attendance.walk_in, session.id, Whom("他")) == "check-in-not-yet"


# By the paper


async def test_the_numbers_on_the_paper_are_those_of_the_line_and_do_not_move(town: Town) -> None:
    officer, slot_id, accounts = await day(town, "甲", "乙", "丙", "丁")
    (session,) = await meetings(town, slot_id)
    _, _, rows = await town.do(officer, attendance.rows, session.id)
    assert [(one.signup.place, one.signup.name) for one in rows] == [
        (1, "甲"),
        (2, "乙"),
        (3, "丙"),
        (4, "丁"),
    ]
    await town.do(accounts[1], signups.cancel, rows[1].signup.id)
    meant = await town.do(officer, attendance.mark_paper, session.id, [4, 1, 4])
    assert [one.name for one in meant] == ["甲", "丁"]
    assert await there(town, session) == {"甲", "丁"}
    assert await how(town, session, meant[0]) == "paper"
    with pytest.raises(RefusedError, match="check-in-no-number"):
        await town.do(officer, attendance.mark_paper, session.id, [1, 2, 3])
    assert await there(town, session) == {"甲", "丁"}, "a number that nobody has ticks nobody"


async def test_what_was_known_before_the_paper_stays(town: Town) -> None:
    officer, slot_id, (first, _) = await day(town, "甲", "乙")
    (session,), row = await meetings(town, slot_id), await place(town, slot_id, "甲")
    await town.do(first, attendance.check_in, session.id, session.code, row.id)
    await town.do(officer, attendance.mark_paper, session.id, [1, 2])
    assert await how(town, session, row) == "code"
    assert await there(town, session) == {"甲", "乙"}


# Walking in


async def test_whoever_walks_in_has_a_seat_and_was_there(town: Town) -> None:
    officer, slot_id, _ = await day(town, "甲")
    (session,) = await meetings(town, slot_id)
    town.passes(hours=1)
    row = await town.do(officer, attendance.walk_in, session.id, Whom("走进来的"))
    assert (row.state, row.signed_by, await how(town, session, row)) == ("seated", "officer", "walk-in")


async def test_when_it_is_full_there_is_one_seat_more_for_whoever_is_at_the_door(town: Town) -> None:
    officer, slot_id, _ = await day(town, "甲", "乙", seats=1)
    (session,) = await meetings(town, slot_id)
    await town.do(officer, attendance.walk_in, session.id, Whom("走进来的"))
    stand = await standings(town, slot_id)
    assert (stand["seated"], stand["waiting"]) == (["甲", "走进来的"], ["乙"])
    async with town.begin() as tx:
        slot = await stored.slot(tx, slot_id)
        assert slot is not None and slot.seats == 2


async def test_whoever_waited_and_comes_is_let_in_as_well(town: Town) -> None:
    officer, slot_id, _ = await day(town, seats=1)
    town.passes(days=-1)
    await town.do(await town.settle("甲"), signups.sign_up, slot_id)
    waiting = (await family(town, "王秀英"))[0]
    row = await town.do(waiting, signups.sign_up, slot_id)
    assert row.state == "waiting"
    town.passes(days=1)
    (session,) = await meetings(town, slot_id)
    again = await town.do(officer, attendance.walk_in, session.id, Whom("王秀英", row.person_id))
    assert (again.id, again.state) == (row.id, "seated")


# A course


async def test_whoever_waited_to_the_end_and_has_a_tick_on_the_paper_was_let_in(town: Town) -> None:
    officer, slot_id, _ = await day(town, "甲", "乙", "丙", seats=1)
    (session,) = await meetings(town, slot_id)
    town.passes(days=1)
    await ended(town)
    assert (await standings(town, slot_id))["waiting"] == []
    for _ in range(2):
        meant = await town.do(officer, attendance.mark_paper, session.id, [1, 2])
        assert [one.name for one in meant] == ["甲", "乙"]
    assert await there(town, session) == {"甲", "乙"}
    found = await town.do(officer, attendance.called, session.id, "丙")
    await town.do(officer, attendance.let_in, session.id, found.rows[0].id)
    assert await there(town, session) == {"甲", "乙", "丙"}
    async with town.begin() as tx:
        slot = await stored.slot(tx, slot_id)
    assert slot is not None and slot.seats == 3


async def test_whoever_waited_and_was_written_down_by_another_is_not_on_the_paper_twice(town: Town) -> None:
    officer, slot_id, _ = await day(town, "甲", seats=1)
    town.passes(days=-1)
    mother = (await family(town, "王秀英"))[0]
    await town.do(mother, signups.sign_up, slot_id)
    (session,), person = await meetings(town, slot_id), await on_roster(town, "王秀英")
    town.passes(days=2)
    await ended(town)
    row = await town.do(officer, attendance.walk_in, session.id, Whom("王秀英", person.id))
    assert await there(town, session) == {"王秀英"} and row.place == 3
    assert await refused(town, officer, attendance.mark_paper, session.id, [2]) == "check-in-no-number"


async def test_a_seat_that_nobody_has_is_not_made_once_more(town: Town) -> None:
    officer, slot_id, (first, _) = await day(town, "甲", "乙", seats=1)
    (session,), seat = await meetings(town, slot_id), await place(town, slot_id, "甲")
    town.passes(hours=1)
    await town.do(first, signups.cancel, seat.id)
    await town.do(officer, attendance.mark_paper, session.id, [2])
    async with town.begin() as tx:
        slot = await stored.slot(tx, slot_id)
    assert slot is not None and slot.seats == 1


async def test_whoever_was_there_does_not_lose_it_by_an_old_button(town: Town) -> None:
    officer, slot_id, (first,) = await day(town, "甲")
    (session,), row = await meetings(town, slot_id), await place(town, slot_id, "甲")
    await town.do(first, attendance.check_in, session.id, session.code)
    town.now = session.ends_at - timedelta(seconds=1)
    again = await town.do(first, signups.cancel, row.id)
    assert again.state == "cancelled"
    row = await town.do(first, signups.again, row.id)
    town.passes(seconds=1)
    assert await refused(town, first, signups.cancel, row.id) == "signup-is-over"
    with pytest.raises(RefusedError, match="signup-is-over"):
        await town.do(first, signups.still, row.id, yes=False)
    assert (await place(town, slot_id, "甲")).state == "seated"
    await town.do(officer, signup_lists.cancel, row.id)
    assert await line_of(town, slot_id) == [], "an officer puts the list right"


async def test_a_course_counts_its_sessions_and_only_those_concerned_see_it(town: Town) -> None:
    officer, slot_id, (first, second) = await day(town, "甲", "乙", sessions=3)
    held, row = await meetings(town, slot_id), await place(town, slot_id, "甲")
    for session in (held[0], held[2]):
        town.now = session.starts_at
        await town.do(first, attendance.check_in, session.id, session.code, row.id)
    for who in (first, officer):
        _, seen = await town.do(who, attendance.seen, row.id)
        assert [one.number for one in seen] == [1, 3]
    assert await refused(town, second, attendance.seen, row.id) == "not-found"
    async with town.begin() as tx:
        assert await kept.times(tx, row.activity_id) == {row.id: 2}


async def test_one_is_asked_after_the_last_session_not_after_each(town: Town) -> None:
    _, slot_id, (first,) = await day(town, "甲", sessions=3)
    held, row = await meetings(town, slot_id), await place(town, slot_id, "甲")
    await town.do(first, attendance.check_in, held[0].id, held[0].code, row.id)
    assert (await place(town, slot_id, "甲")).ask_at == held[2].ends_at + timedelta(minutes=30)


async def test_whoever_signed_somebody_up_does_not_know_whether_they_came(town: Town) -> None:
    officer, slot_id, _ = await day(town)
    town.passes(days=-1)
    mother, daughter = (await family(town, "王秀英"))[0], await town.settle("女儿")
    enrolled = await town.enrol("孙老爹")
    hers = await town.do(
        daughter, signups.sign_up, slot_id, Whom("王秀英", (await on_roster(town, "王秀英")).id)
    )
    his = await town.do(daughter, signups.sign_up, slot_id, Whom("孙老爹", enrolled))
    town.passes(days=1)
    (session,) = await meetings(town, slot_id)
    for row in (hers, his):
        await town.do(officer, attendance.mark, session.id, row.id, here=True)
    for row in (hers, his):
        assert await refused(town, daughter, attendance.seen, row.id) == "not-found"
    for who, row in ((mother, hers), (officer, hers), (officer, his)):
        _, seen = await town.do(who, attendance.seen, row.id)
        assert [one.number for one in seen] == [1]
    town.passes(hours=4)
    for _ in range(2):
        async with town.begin() as tx:
            assert await attendance_after.ask_one(tx)
    about = {
        who: [one.words for one in town.told[who] if "果树嫁接" in one.words] for who in (mother, daughter)
    }
    assert "怎么样" in about[mother][-1]
    assert not any("怎么样" in one for one in about[daughter])
    for row in (hers, his):
        assert await refused(town, daughter, verdicts.say, row.id, "good") == "not-found"


async def test_the_code_at_the_door_names_nobody_whom_somebody_else_has_checked_in(town: Town) -> None:
    officer, slot_id, _ = await day(town)
    town.passes(days=-1)
    daughter = await town.settle("女儿")
    rows = {}
    for name in ("孙老爹", "周奶奶"):
        rows[name] = await town.do(daughter, signups.sign_up, slot_id, Whom(name, await town.enrol(name)))
    town.passes(days=1)
    (session,) = await meetings(town, slot_id)
    await town.do(officer, attendance.mark, session.id, rows["孙老爹"].id, here=True)
    there = await town.do(daughter, attendance.arrive, session.id, session.code)
    assert (there.here, len(there.missing)) == (set(), 2)
    await town.do(daughter, attendance.check_in, session.id, session.code, rows["周奶奶"].id)
    there = await town.do(daughter, attendance.arrive, session.id, session.code)
    assert there.here == {rows["周奶奶"].id}, "she knows what she said herself"
