"""Leave: who may enter it, what happens when it begins, and who counts as away."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select

from domain.requests import OPEN
from domain.tasks import Seat, When
from domain.volunteers import Part
from services import handling, leave, requests, seats, visits_away
from services.errors import NotFoundError, RefusedError
from services.requests import Need
from storage import offers, roles, units
from storage.leave import Leave
from storage.offers import Offer
from storage.people import Account
from storage.requests import ServiceRequest
from storage.transaction import Tx
from tests.services.pairing import begun
from tests.services.steps import taken
from tests.services.test_tasks import kept, offer, stage, volunteer
from tests.services.town import NOW, Town

TODAY = date(2026, 11, 24)
TOMORROW = date(2026, 11, 25)


async def enter(tx: Tx, actor: Account, of: int, first: date = TODAY, last: date = TODAY) -> Leave:
    """Enter leave, for oneself or for somebody else."""
    return await leave.enter(tx, actor, await Town.account(tx, of), first, last)


async def goes(town: Town, who: int, first: date = TODAY, last: date = TODAY) -> int:
    """Somebody goes away; the leave's id."""
    return (await town.do(who, enter, who, first, last)).id


async def begin_all(town: Town) -> int:
    """Let the clock begin what is due; how much that was."""
    times = 0
    while True:
        async with town.begin() as tx:
            if not await leave.begin_one(tx):
                return times
        times += 1


async def away(town: Town, *who: int, at: datetime = NOW) -> set[int]:
    async with town.begin() as tx:
        return set(await leave.away(tx, who, at))


async def offered_to(town: Town, request_id: int) -> set[int]:
    """Whom a request is offered to now."""
    async with town.begin() as tx:
        return {one.account_id for one in await offers.of_request(tx, request_id)}


async def test_somebody_is_away_from_the_first_moment_to_the_last(any_town: Town) -> None:
    town = any_town
    li, wang = await town.settle("李医生", "doctor"), await town.settle("王医生", "doctor")
    await goes(town, li, TOMORROW, date(2026, 11, 26))
    begins = datetime(2026, 11, 24, 16, 0, tzinfo=UTC)

    assert await away(town) == set()
    assert await away(town, li, wang, at=begins - timedelta(microseconds=1)) == set()
    assert await away(town, li, wang, at=begins) == {li}
    assert await away(town, li, wang, at=begins + timedelta(days=2, microseconds=-1)) == {li}
    assert await away(town, li, wang, at=begins + timedelta(days=2)) == set()


async def test_what_is_held_goes_to_another_and_the_history_says_how(any_town: Town) -> None:
    town = any_town
    asker, holder, request_id = await taken(town)
    other = await town.settle("吴强", "assistance")
    town.forget()
    await goes(town, holder)

    row = await town.request(request_id)
    assert (row.status, row.holder_id, row.holder_role, row.step) == ("returned", None, None, "desk")
    assert row.due_at is not None
    assert (await town.history(request_id))[-1] == ("hand_over", "assigned", "returned", holder, None)
    assert await offered_to(town, request_id) == {other}
    assert "换个人给您接着办" in town.heard(asker)
    assert "这些事先交给别人了" in town.last(holder).words
    assert await away(town, holder) == {holder}
    await town.do(other, handling.take, request_id)
    assert (await town.request(request_id)).holder_id == other


async def test_a_leave_to_come_begins_by_the_clock_and_once(any_town: Town) -> None:
    town = any_town
    _, holder, request_id = await taken(town)
    await goes(town, holder, TOMORROW, TOMORROW)
    assert await begin_all(town) == 0
    town.now = datetime(2026, 11, 24, 16, 0, tzinfo=UTC)
    assert await begin_all(town) == 1
    assert (await town.history(request_id))[-1] == ("hand_over", "assigned", "returned", None, None)
    assert await begin_all(town) == 0


async def test_a_leave_that_was_slept_through_hands_nothing_over(any_town: Town) -> None:
    town = any_town
    _, holder, request_id = await taken(town)
    await goes(town, holder, TOMORROW, TOMORROW)
    town.passes(days=9)
    assert await begin_all(town) == 1
    assert (await town.request(request_id)).holder_id == holder


async def test_one_called_off_never_begins(any_town: Town) -> None:
    town = any_town
    _, holder, request_id = await taken(town)
    one = await goes(town, holder, TOMORROW, TOMORROW)
    await town.do(holder, leave.end, one)
    town.passes(days=1)
    assert await begin_all(town) == 0
    assert (await town.request(request_id)).holder_id == holder
    assert await away(town, holder, at=town.now) == set()


async def test_whoever_is_back_early_is_back_from_everything_that_runs(any_town: Town) -> None:
    town = any_town
    li = await town.settle("李医生", "doctor")
    first = await goes(town, li, TODAY, TOMORROW)
    await goes(town, li, TODAY, date(2026, 12, 1))
    later = await goes(town, li, date(2026, 12, 5), date(2026, 12, 6))
    town.passes(hours=1)
    await town.do(li, leave.end, first)

    assert await away(town, li, at=town.now) == set()
    assert await away(town, li, at=NOW) == {li}  # they were, until then
    async with town.begin() as tx:
        account = await town.account(tx, li)
        assert [one.id for one in await leave.coming(tx, account, account)] == [later]
    with pytest.raises(RefusedError) as refusal:
        await town.do(li, leave.end, first)
    assert refusal.value.text.id == "leave-over"


async def test_all_that_is_open_is_handed_over_and_nothing_else(any_town: Town) -> None:
    town = any_town
    holder = await town.settle("周敏", "assistance")
    asker, other = await town.settle("王秀英"), await town.settle("吴强", "assistance")
    need = Need(line="assistance", said=[town.says("家里没人做饭")])
    async with town.begin() as tx:
        who = await town.account(tx, asker)
        ids = [(await requests.submit(tx, who, who.current_center_id or 0, need)).id for _ in range(51)]
        for request_id in ids:
            await handling.take(tx, await town.account(tx, holder), request_id)
    await town.do(holder, handling.start, ids[0])
    await town.do(holder, handling.finish, ids[1])
    await town.do(holder, handling.finish, ids[2])
    await town.do(asker, requests.reopen, ids[2], "没办好")
    await goes(town, holder)

    async with town.begin() as tx:
        rows = list(await tx.session.scalars(select(ServiceRequest)))
        out = list(await tx.session.scalars(select(Offer).where(Offer.withdrawn_at.is_(None))))
    assert [(row.status, row.holder_id) for row in rows if row.holder_id] == [("done", holder)]
    assert [row.status for row in rows].count("returned") == len(ids) - 1  # more than a page of them
    assert {(one.request_id, one.account_id) for one in out} == {
        (row.id, other) for row in rows if row.status in OPEN
    }
    assert len(out) == len(ids) - 1


async def test_an_offer_that_others_have_too_stays_with_them(any_town: Town) -> None:
    town = any_town
    asker = await town.settle("王秀英")
    li, wang = await town.settle("李医生", "doctor"), await town.settle("王医生", "doctor")
    request_id = await town.ask(asker, "health")
    due = (await town.request(request_id)).due_at
    town.passes(minutes=10)
    town.forget()
    await goes(town, li)

    assert await offered_to(town, request_id) == {wang}
    assert (await town.request(request_id)).due_at == due  # no clock starts anew
    assert "您不在，先不找您了" in town.heard(li)
    assert "do|take|" not in str([one.taps for one in town.told[li]])
    assert (town.told[wang], town.told[asker]) == ([], [])


@pytest.mark.parametrize(("above", "step"), [("clerk", "clerk"), ("deputy", "deputy"), (None, "county")])
async def test_the_only_offer_goes_up_and_never_to_nobody(town: Town, above: str | None, step: str) -> None:
    asker, li = await town.settle("王秀英"), await town.settle("李医生", "doctor")
    next_one = await town.settle("孙丽", above) if above else None
    request_id = await town.ask(asker, "health")
    await goes(town, li)

    row = await town.request(request_id)
    assert (row.step, row.holder_id) == (step, None)
    assert row.due_at is not None
    assert await offered_to(town, request_id) == ({next_one} if next_one else set())
    await town.do(li, handling.take, request_id)  # away, and taking it all the same
    assert (await town.request(request_id)).holder_id == li


async def test_with_everybody_at_the_desk_away_it_starts_one_step_higher(any_town: Town) -> None:
    town = any_town
    asker, clerk = await town.settle("王秀英"), await town.settle("孙丽", "clerk")
    for name in ("李医生", "王医生"):
        await goes(town, await town.settle(name, "doctor"))
    request_id = await town.ask(asker, "health")

    assert (await town.request(request_id)).step == "clerk"
    assert await offered_to(town, request_id) == {clerk}


async def test_a_confidential_request_is_handed_over_without_a_word_of_it(town: Town) -> None:
    asker, holder = await town.settle("王秀英"), await town.settle("张和", "mediator")
    other = await town.settle("李和", "mediator")
    request_id = await town.ask(asker, "mediation", "隔壁老李占了我家三尺地")
    await town.do(holder, handling.take, request_id)
    town.forget()
    await goes(town, holder)

    assert "换您接着办" in town.heard(other)
    for who in (other, holder):
        assert "三尺" not in town.heard(who)
        assert "王秀英" not in town.heard(who)
    for who in (other, asker):
        assert not any(word in town.heard(who) for word in ("张和", "不在"))


async def test_a_leader_enters_leave_for_a_holder_of_the_own_center_only(any_town: Town) -> None:
    town = any_town
    director, deputy = await town.settle("马主任", "director"), await town.settle("副主任", "deputy")
    li, grandma = await town.settle("李医生", "doctor"), await town.settle("王秀英")
    helper = await town.settle("陈建国", "volunteer")
    theirs = await town.settle("何姐", "doctor", center="dongxing", village="东头")
    elsewhere = await town.settle("何主任", "director", center="dongxing", village="东头")
    for actor, of in (
        (director, theirs),
        (director, grandma),
        (director, helper),
        (elsewhere, li),
        (li, director),
        (grandma, li),
        (grandma, grandma),
        (helper, helper),
        (theirs, li),
    ):
        with pytest.raises(NotFoundError):
            await town.do(actor, enter, of)
    row = await town.do(deputy, enter, li)
    assert (row.account_id, row.created_by_id) == (li, deputy)
    assert "主任替您记下了" in town.heard(li)
    for actor in (elsewhere, grandma, theirs):
        with pytest.raises(NotFoundError):
            await town.do(actor, leave.end, row.id)
    await town.do(director, leave.end, row.id)
    assert "主任取消了" in town.last(li).words


@pytest.mark.parametrize(
    ("first", "last", "refusal"),
    [
        (-2, -1, "leave-fault-past"),
        (3, 2, "leave-fault-backwards"),
        (201, 202, "leave-fault-far"),
        (1, 201, "leave-fault-long"),
    ],
)
async def test_days_that_cannot_be_are_refused(town: Town, first: int, last: int, refusal: str) -> None:
    li = await town.settle("李医生", "doctor")
    with pytest.raises(RefusedError) as refused:
        await goes(town, li, TODAY + timedelta(days=first), TODAY + timedelta(days=last))
    assert refused.value.text.id == refusal


async def test_a_first_day_that_has_gone_by_meanwhile_is_today(town: Town) -> None:
    li = await town.settle("李医生", "doctor")
    await goes(town, li, TODAY - timedelta(days=1), TODAY)

    assert await away(town, li) == {li}


async def test_who_is_away_today_is_told_by_name_with_the_last_day(any_town: Town) -> None:
    town = any_town
    li, wang = await town.settle("李医生", "doctor"), await town.settle("王医生", "doctor")
    zhou = await town.settle("周敏", "assistance")
    other = await town.settle("何姐", "doctor", center="dongxing", village="东头")
    await goes(town, li, TODAY, date(2026, 11, 26))
    await goes(town, li, TODAY, date(2026, 11, 25))
    await goes(town, wang, TOMORROW, TOMORROW)
    await goes(town, other)
    back = await goes(town, zhou)
    await town.do(zhou, leave.end, back)

    async def names(at: datetime) -> list[tuple[str, str]]:
        async with town.begin() as tx:
            unit = await units.unit_by_code(tx, "maqu")
            assert unit is not None
            return [
                (one.name, one.until.at.astimezone(UTC).date().isoformat())
                for one in await leave.away_at(tx, unit, at)
            ]

    assert await names(NOW) == [("李医生", "2026-11-26")]
    assert await names(datetime(2026, 11, 24, 15, 59, tzinfo=UTC)) == [("李医生", "2026-11-26")]
    assert await names(datetime(2026, 11, 24, 16, 0, tzinfo=UTC)) == [
        ("李医生", "2026-11-26"),
        ("王医生", "2026-11-25"),
    ]
    assert await names(NOW + timedelta(days=3)) == []


async def test_leave_of_the_office_above_counts_in_its_own_days(town: Town) -> None:
    """An officer who belongs to no center has the calendar of the office."""
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, "qinghe")
        assert unit is not None
        officer = Account(id=42, bot_id=1, created_at=NOW, memberships=[])
        tx.session.add(officer)
        await tx.session.flush()
        roles.add(tx, roles.RoleGrant(account_id=42, unit_id=unit.id, role="township", granted_at=NOW))
    await goes(town, 42)

    assert await away(town, 42) == {42}


async def becomes_doctor(town: Town, who: int) -> None:
    """Somebody gets a role by which they can go on leave."""
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None
        tx.session.add(roles.RoleGrant(account_id=who, unit_id=unit.id, role="doctor", granted_at=NOW))


async def promises(town: Town, officer: int, request_id: int, helper: int, when: When) -> tuple[int, int]:
    """A helper promises to come at a time; the task and the seat."""
    task_id = await offer(town, officer, request_id, when=when)
    return task_id, (await town.do(helper, seats.accept, task_id)).id


async def test_a_task_in_the_days_of_leave_is_asked_of_others_and_one_before_or_after_stays(
    any_town: Town,
) -> None:
    town = any_town
    officer, grandma, request_id, (li,) = await stage(town, "李强")
    await becomes_doctor(town, li)
    days = [(TODAY, Part.EVENING), (date(2026, 11, 26), Part.EVENING), (date(2026, 11, 27), Part.MORNING)]
    found = [await promises(town, officer, request_id, li, When(*one)) for one in days]
    zhao = await volunteer(town, officer, "赵石")
    town.forget()
    await goes(town, li, TOMORROW, date(2026, 11, 26))
    states = [(await kept(town, task_id))[1] for task_id, _ in found]
    assert states == [[(li, "accepted")], [(li, "released")], [(li, "accepted")]]
    assert town.heard(grandma).count("李强来不了了") == town.heard(officer).count("李强来不了了") == 1
    assert "您那几天不在，这件事另找人了" in town.heard(li) and "王秀英" not in town.heard(li)
    assert town.heard(zhao).count("有户人家要搭把手") == 1


async def test_whoever_is_there_already_stays_when_their_leave_begins(town: Town) -> None:
    officer, _, request_id, (li,) = await stage(town, "李强")
    task_id, seat_id = await promises(town, officer, request_id, li, When(TODAY, Part.AFTERNOON))
    town.passes(hours=5)
    await town.do(li, seats.move, seat_id, Seat.THERE)
    await becomes_doctor(town, li)
    await goes(town, li)
    assert await kept(town, task_id) == ("open", [(li, "there")])


async def test_a_helper_without_a_desk_who_is_away_does_not_come_either(town: Town) -> None:
    pair = await begun(town)
    request_id = await town.ask(pair.grandma)
    await town.do(pair.officer, handling.take, request_id)
    await volunteer(town, pair.officer, "赵石")
    soon, later = When(TOMORROW, Part.MORNING), When(date(2026, 11, 30), Part.MORNING)
    first, _ = await promises(town, pair.officer, request_id, pair.helper, soon)
    second, _ = await promises(town, pair.officer, request_id, pair.helper, later)
    town.forget()
    await town.do(pair.helper, visits_away.away, date(2026, 11, 29))
    assert (await kept(town, first))[1] == [(pair.helper, "released")]
    assert (await kept(town, second))[1] == [(pair.helper, "accepted")]
    assert "李敏来不了了" in town.heard(pair.grandma)
