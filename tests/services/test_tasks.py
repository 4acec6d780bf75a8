"""Tasks and their seats as use cases: who may, the lock, and what hangs together with a request."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from domain.tasks import ASKS_A_WEEK, FURTHEST, MOST_SEATS, Seat, When
from domain.volunteers import Part, Profile, Step
from schedules import ticks
from services import (
    association,
    conflicts,
    expenses,
    handling,
    merging,
    people,
    requests,
    roles,
    seats,
    taskcards,
    tasks,
    volunteers,
)
from services.errors import NotFoundError, RefusedError
from services.outbox import tell
from services.seats import look_one
from services.tasks import go_on_one
from storage import tasks as stored
from storage.people import Account
from storage.tasks import HelpSeat, HelpTask
from storage.transaction import Tx
from tests.services.town import NOW, Town

TOMORROW = When((NOW + timedelta(days=1)).date(), Part.AFTERNOON)


async def volunteer(town: Town, officer: int, name: str, **offers: Any) -> int:
    """Somebody who has been taken on."""
    who = await town.settle(name, village=offers.pop("village", "上马曲"))
    async with town.begin() as tx:
        account = await town.account(tx, who)
        center = await people.center(tx, account.current_center_id or 0)
        row = await volunteers.offer(tx, account, center.id, Profile(skills=("cook",), **offers))
    await town.do(officer, volunteers.step, row.id, Step.ACCEPT)
    return who


async def stage(town: Town, *names: str) -> tuple[int, int, int, list[int]]:
    """An officer, a villager, the request of hers that the officer has taken, and volunteers."""
    officer, grandma = await town.settle("陈芳", "assistance"), await town.settle("王秀英")
    helpers = [await volunteer(town, officer, name) for name in names]
    request_id = await town.ask(grandma)
    await town.do(officer, handling.take, request_id)
    return officer, grandma, request_id, helpers


async def offer(town: Town, officer: int, request_id: int, **wants: Any) -> int:
    """A task for tomorrow afternoon; its id."""
    task: HelpTask = await town.do(officer, tasks.offer, request_id, wants.pop("when", TOMORROW), **wants)
    return task.id


async def kept(town: Town, task_id: int) -> tuple[str, list[tuple[int, str]]]:
    """A task's state, and its seats as they are."""
    async with town.begin() as tx:
        task = await stored.task(tx, task_id)
        assert task is not None
        return task.state, [(one.account_id, one.state) for one in await stored.seats_of(tx, task_id)]


async def test_of_many_who_accept_in_the_same_moment_only_so_many_get_a_seat(any_town: Town) -> None:
    town = any_town
    officer, _, request_id, helpers = await stage(town, *(f"甲{number}" for number in range(6)))
    task_id = await offer(town, officer, request_id, seats=3)

    async def accept(who: int) -> bool:
        try:
            await town.do(who, seats.accept, task_id)
        except RefusedError as refusal:
            assert refusal.text.id == "task-covered"
            return False
        return True

    took = await asyncio.gather(*(accept(who) for who in helpers))
    assert sum(took) == 3
    state, taken = await kept(town, task_id)
    assert state == "open" and sorted(who for who, _ in taken) == sorted(
        who for who, did in zip(helpers, took, strict=True) if did
    )


async def test_the_village_next_door_is_not_asked_and_cannot_look(town: Town) -> None:
    officer, grandma, request_id, _ = await stage(town)
    other = await town.settle("李敏", "assistance", center="dongxing", village="东头")
    task_id = await offer(town, officer, request_id)
    for who in (other, grandma):
        for use_case in (tasks.one, tasks.more, tasks.stop, seats.accept, seats.refuse):
            with pytest.raises(NotFoundError):
                await town.do(who, use_case, task_id)  # type: ignore[arg-type]
        with pytest.raises((NotFoundError, RefusedError)):
            await town.do(who, tasks.offer, request_id, TOMORROW)


@pytest.mark.parametrize(
    ("wants", "error"),
    [
        ({"seats": 0}, NotFoundError),
        ({"seats": MOST_SEATS + 1}, NotFoundError),
        ({"skill": "juggling"}, NotFoundError),
        ({"when": When(NOW.date(), Part.MORNING)}, None),
        ({"when": When(NOW.date() - timedelta(days=1), Part.EVENING)}, RefusedError),
        ({"when": When(NOW.date() + timedelta(days=FURTHEST), Part.EVENING)}, None),
        ({"when": When(NOW.date() + timedelta(days=FURTHEST + 1), Part.MORNING)}, RefusedError),
    ],
)
async def test_what_cannot_be_asked_for_is_refused(
    town: Town, wants: dict[str, Any], error: type[Exception] | None
) -> None:
    officer, _, request_id, _ = await stage(town)
    if error is None:
        await offer(town, officer, request_id, **wants)
    else:
        with pytest.raises(error):
            await offer(town, officer, request_id, **wants)


async def test_the_asking_side_and_whoever_it_is_about_are_never_asked(town: Town) -> None:
    officer = await town.settle("陈芳", "assistance")
    asker = await volunteer(town, officer, "王秀英")
    about = await volunteer(town, officer, "李强")
    other = await volunteer(town, officer, "王海")
    request_id = await town.ask(asker, about=(about,))
    await town.do(officer, handling.take, request_id)
    town.forget()
    await offer(town, officer, request_id)
    assert "有户人家要搭把手" in town.heard(other)
    assert "有户人家要搭把手" not in town.heard(asker) + town.heard(about)


async def test_a_helper_at_the_door_it_turns_out_to_be_about_reads_no_more_who_it_is_for(town: Town) -> None:
    officer, grandma, request_id, (li, zhao) = await stage(town, "李强", "赵石")
    task_id = await offer(town, officer, request_id, seats=2)
    seat = await town.do(zhao, seats.accept, task_id)
    await town.do(zhao, seats.move, seat.id, Seat.THERE)
    town.now = NOW + timedelta(days=1, hours=8)  # its time is over, and so is the asking
    await clock(town)
    town.forget()
    await town.do(grandma, conflicts.exclude, request_id, zhao)
    assert await kept(town, task_id) == ("over", [(zhao, "cancelled")])
    await town.do(zhao, seats.show, seat.id)
    assert "王秀英" not in town.heard(zhao) and not town.heard(li)


async def test_a_holder_it_turns_out_to_be_about_reads_no_more_who_comes(town: Town) -> None:
    officer, grandma, request_id, (li,) = await stage(town, "李强")
    task_id = await offer(town, officer, request_id)

    async def shown(tx: Tx, account: Account) -> None:
        task = await stored.task(tx, task_id)
        assert task is not None
        tell(tx, account, await taskcards.of_holder(tx, task), key=taskcards.task_key(task))

    await town.do(officer, shown)
    town.forget()
    await town.do(grandma, conflicts.exclude, request_id, officer)
    assert [one.words for one in town.told[officer] if one.row.key == f"help:{task_id}"] == [
        "这件事不归您了。"
    ]
    town.forget()
    seat = await town.do(li, seats.accept, task_id)
    await town.do(li, seats.move, seat.id, Seat.RELEASED)
    assert town.heard(officer) == ""


@pytest.mark.parametrize("promised", [True, False])
async def test_moved_to_another_line_the_household_hears_that_nobody_comes_if_somebody_would_have(
    town: Town, promised: bool
) -> None:
    officer, grandma, request_id, (li,) = await stage(town, "李强")
    task_id = await offer(town, officer, request_id)
    if promised:
        await town.do(li, seats.accept, task_id)
    town.forget()
    await town.do(officer, handling.transfer, request_id, "security", "归他们管")
    assert ("没有人过来" in town.heard(grandma)) is promised


async def test_whoever_rests_is_suspended_or_somewhere_else_then_is_not_asked(town: Town) -> None:
    officer, _, request_id, (resting, suspended, busy, free) = await stage(
        town, "甲生", "乙生", "丙生", "丁生"
    )
    async with town.begin() as tx:
        ids = {}
        for who in (resting, suspended):
            row = await volunteers.own(tx, await town.account(tx, who))
            assert row is not None
            ids[who] = row.id
    await town.do(resting, volunteers.step, ids[resting], Step.PAUSE)
    await town.do(officer, volunteers.step, ids[suspended], Step.SUSPEND, "没去")
    elsewhere = await town.ask(await town.settle("赵桂芳"))
    await town.do(officer, handling.take, elsewhere)
    first = await offer(town, officer, elsewhere)
    await town.do(busy, seats.accept, first)
    town.forget()
    await offer(town, officer, request_id)
    asked = [who for who in (resting, suspended, busy, free) if "有户人家" in town.heard(who)]
    assert asked == [free]


async def test_a_holder_who_looks_for_hands_is_not_silent(town: Town) -> None:
    officer, _, request_id, _ = await stage(town)
    assert (await town.request(request_id)).heard_at is None
    await offer(town, officer, request_id)
    assert (await town.request(request_id)).heard_at == town.now


@pytest.mark.parametrize("ending", ["finish", "decline", "cancel"])
async def test_however_a_request_ends_nobody_has_to_come_any_more(town: Town, ending: str) -> None:
    officer, grandma, request_id, (li, wang) = await stage(town, "李强", "王海")
    task_id = await offer(town, officer, request_id, seats=2)
    await town.do(li, seats.accept, task_id)
    town.forget()
    if ending == "cancel":
        await town.do(grandma, requests.cancel, request_id)
    elif ending == "finish":
        await town.do(officer, handling.finish, request_id)
    else:
        await town.do(officer, handling.decline, request_id, "没有人手")
    assert await kept(town, task_id) == ("cancelled", [(li, "cancelled")])
    assert "不用去了" in town.heard(li) and "人家不用帮了" in town.heard(wang)
    with pytest.raises(RefusedError):
        await town.do(wang, seats.accept, task_id)


async def test_moved_to_a_secret_line_nobody_is_asked_any_more_and_nobody_can_accept(town: Town) -> None:
    officer, _, request_id, (li, wang) = await stage(town, "李强", "王海")
    task_id = await offer(town, officer, request_id, seats=2)
    await town.do(li, seats.accept, task_id)
    town.forget()
    await town.do(officer, handling.transfer, request_id, "health", "是看病的事")
    assert await kept(town, task_id) == ("cancelled", [(li, "cancelled")])
    assert "不用去了" in town.heard(li)
    with pytest.raises(RefusedError):
        await town.do(wang, seats.accept, task_id)


async def test_what_is_merged_calls_its_helpers_off_when_the_other_is_done(town: Town) -> None:
    officer, grandma, first, (li,) = await stage(town, "李强")
    second = await town.ask(grandma, words="水管也漏了")
    await town.do(officer, handling.take, second)
    task_id = await offer(town, officer, second)
    await town.do(li, seats.accept, task_id)
    await town.do(officer, merging.merge, first, second)
    assert (await kept(town, task_id))[0] == "open"
    await town.do(officer, handling.finish, first)
    assert await kept(town, task_id) == ("cancelled", [(li, "cancelled")])


async def test_kept_from_a_helper_afterwards_they_do_not_go_and_nobody_says_why(town: Town) -> None:
    officer, grandma, request_id, _ = await stage(town)
    sweeper = await town.settle("吴强", "environment")
    async with town.begin() as tx:
        account = await town.account(tx, sweeper)
        row = await volunteers.offer(tx, account, account.current_center_id or 0, Profile(skills=("cook",)))
        row.state = "active"
    task_id = await offer(town, officer, request_id)
    await town.do(sweeper, seats.accept, task_id)
    town.forget()
    await town.do(grandma, conflicts.exclude, request_id, sweeper)
    assert await kept(town, task_id) == ("open", [(sweeper, "released")])
    assert "吴强来不了了" in town.heard(officer)
    assert "王秀英" not in town.heard(sweeper)
    with pytest.raises(RefusedError):
        await town.do(sweeper, seats.accept, task_id)


async def test_an_officer_from_whom_it_is_taken_hears_nothing_of_its_task_any_more(town: Town) -> None:
    officer, grandma, request_id, (li,) = await stage(town, "李强")
    task_id = await offer(town, officer, request_id)
    await town.do(grandma, conflicts.exclude, request_id, officer)
    town.forget()
    await town.do(li, seats.accept, task_id)
    assert town.heard(officer) == ""


async def test_whoever_is_there_already_goes_on_when_the_request_ends(town: Town) -> None:
    officer, _, request_id, (li,) = await stage(town, "李强")
    task_id = await offer(town, officer, request_id)
    seat = await town.do(li, seats.accept, task_id)
    await town.do(li, seats.move, seat.id, Seat.THERE)
    await town.do(officer, handling.finish, request_id)
    assert await kept(town, task_id) == ("cancelled", [(li, "there")])
    await town.do(li, seats.move, seat.id, Seat.DONE)


async def test_a_task_goes_on_with_whoever_holds_the_request_next(town: Town) -> None:
    officer, _, request_id, (li,) = await stage(town, "李强")
    next_one = await town.settle("周云", "assistance")
    task_id = await offer(town, officer, request_id)
    await town.do(officer, handling.give_back, request_id, "我要出门")
    with pytest.raises(NotFoundError):
        await town.do(officer, tasks.one, task_id)
    await town.do(next_one, handling.take, request_id)
    town.forget()
    await town.do(li, seats.accept, task_id)
    assert "李强 · 答应了" in town.heard(next_one)
    await town.do(next_one, tasks.stop, task_id)


async def test_more_hands_bring_the_next_wave_at_once(town: Town) -> None:
    officer, _, request_id, helpers = await stage(town, "甲生", "乙生", "丙生", "丁生", "戊生")
    task_id = await offer(town, officer, request_id)
    assert not any("有户人家" in town.heard(who) for who in helpers[3:])
    await town.do(officer, tasks.more, task_id)
    assert all("有户人家" in town.heard(who) for who in helpers[3:])


async def test_whoever_was_told_that_it_is_covered_is_asked_again_when_a_seat_is_free(any_town: Town) -> None:
    town = any_town
    officer, _, request_id, (li, wang, zhao) = await stage(town, "李强", "王海", "赵石")
    task_id = await offer(town, officer, request_id)
    await town.do(zhao, seats.refuse, task_id)
    seat = await town.do(li, seats.accept, task_id)
    assert "人已经够了" in town.last(wang).words
    town.forget()
    await town.do(li, seats.move, seat.id, Seat.RELEASED)
    assert "有户人家要搭把手" in town.last(wang).words
    assert "有户人家" not in town.heard(zhao) + town.heard(li) and "能问的都问过了" not in town.heard(officer)
    await town.do(wang, seats.accept, task_id)
    assert await kept(town, task_id) == ("open", [(li, "released"), (wang, "accepted")])
    async with town.begin() as tx:
        assert (await stored.asked_since(tx, [wang], timedelta(days=7))) == {wang: 2}, "they were"


async def test_a_holder_who_knows_that_nobody_is_left_hears_it_again_when_one_more_is_missing(
    town: Town,
) -> None:
    officer, _, request_id, (li,) = await stage(town, "李强")
    task_id = await offer(town, officer, request_id, seats=2)
    seat = await town.do(li, seats.accept, task_id)
    await town.do(officer, tasks.more, task_id)
    assert "能问的都问过了，还差 2 个人" in town.heard(officer)
    town.forget()
    await town.do(li, seats.move, seat.id, Seat.RELEASED)
    assert "能问的都问过了，还差 3 个人" in town.heard(officer)


async def test_when_nobody_is_left_it_is_looked_a_day_later_whether_somebody_is(town: Town) -> None:
    officer, _, request_id, (li,) = await stage(town, "李强")
    far = When((NOW + timedelta(days=20)).date(), Part.AFTERNOON)
    for _ in range(ASKS_A_WEEK):
        await offer(town, officer, request_id)
    task_id = await offer(town, officer, request_id, when=far)
    assert "能问的都问过了" in town.last(officer).words
    for passed in range(1, 7):
        town.now = NOW + timedelta(days=passed)
        await clock(town)
    with pytest.raises(NotFoundError):
        await town.do(li, seats.accept, task_id)
    town.forget()
    town.now = NOW + timedelta(days=7)
    await clock(town)
    assert "有户人家" in town.last(li).words
    await town.do(li, seats.accept, task_id)
    assert "能问的都问过了" not in town.heard(officer)


async def test_a_seat_that_is_given_up_or_counts_as_done_leaves_nobodys_name_behind(town: Town) -> None:
    officer, _, request_id, (li, wang) = await stage(town, "李强", "王海")
    task_id = await offer(town, officer, request_id, seats=2)
    for who in (li, wang):
        seat = await town.do(who, seats.accept, task_id)
        await town.do(who, seats.show, seat.id)
        assert "王秀英" in town.last(who).words
    await town.do(wang, seats.move, seat.id, Seat.THERE)
    async with town.begin() as tx:
        row = await volunteers.own(tx, await town.account(tx, li))
        assert row is not None
    town.forget()
    await town.do(officer, volunteers.step, row.id, Step.SUSPEND, "没去")
    cards = [one.words for one in town.told[li] if one.row.key == f"offer:{task_id}"]
    assert len(cards) == 1 and "来不了" in cards[0] and "王秀英" not in cards[0]
    town.now = NOW + timedelta(days=2, hours=8)  # a day after it ended
    await clock(town)
    done = [one for one in town.told[wang] if one.row.key == f"offer:{task_id}"][-1]
    assert done.row.method == "edit" and "做完了" in done.words and "王秀英" not in done.words


async def test_no_more_than_twenty_hands(town: Town) -> None:
    officer, _, request_id, _ = await stage(town)
    task_id = await offer(town, officer, request_id, seats=MOST_SEATS)
    with pytest.raises(RefusedError):
        await town.do(officer, tasks.more, task_id)


async def test_when_its_time_is_over_the_holder_hears_what_stayed_short(town: Town) -> None:
    officer, _, request_id, (li, wang) = await stage(town, "李强", "王海")
    task_id = await offer(town, officer, request_id, seats=2)
    await town.do(li, seats.accept, task_id)
    await clock(town)
    town.forget()
    town.now = NOW + timedelta(days=1, hours=8) - timedelta(seconds=1)  # six in the evening
    await clock(town)
    assert (await kept(town, task_id))[0] == "open"
    town.passes(seconds=1)
    await clock(town)
    assert (await kept(town, task_id))[0] == "over"
    assert "还差" in town.heard(officer) and "这回过了" in town.heard(wang)


async def test_whoever_promises_in_the_last_minutes_is_waited_for_until_the_end(town: Town) -> None:
    officer, grandma, request_id, (li,) = await stage(town, "李强")
    task_id = await offer(town, officer, request_id)
    town.now = NOW + timedelta(days=1, hours=7, minutes=45)  # a quarter to six in the evening
    await town.do(li, seats.accept, task_id)
    town.passes(minutes=15, seconds=-1)
    await clock(town)
    assert await kept(town, task_id) == ("open", [(li, "accepted")])
    town.passes(seconds=1)
    await clock(town)
    assert await kept(town, task_id) == ("over", [(li, "missed")])
    assert "李强没来成。时候过了，这回不另找人了" in town.heard(grandma)
    assert "李强一直没动静。时候过了，没再问别人" in town.heard(officer)
    assert "正在另找人" not in town.heard(grandma) and "正接着问" not in town.heard(officer)


async def test_nobody_promises_for_a_time_that_is_over(town: Town) -> None:
    officer, _, request_id, (li,) = await stage(town, "李强")
    task_id = await offer(town, officer, request_id)
    town.now = NOW + timedelta(days=1, hours=8)  # six in the evening; the clock comes within the minute
    with pytest.raises(RefusedError, match="not-any-more"):
        await town.do(li, seats.accept, task_id)


async def clock(town: Town) -> None:
    """The clock does what is due of tasks and seats."""
    for step in (go_on_one, look_one):
        while True:
            async with town.begin() as tx:
                if not await step(tx):
                    break


def test_the_clock_knows_of_tasks_and_seats() -> None:
    assert {go_on_one, look_one} <= set(ticks.EVERY_MINUTE)


async def test_a_helper_whom_nothing_reaches_any_more_frees_the_seat(town: Town) -> None:
    officer, grandma, request_id, (li,) = await stage(town, "李强")
    task_id = await offer(town, officer, request_id)
    await town.do(li, seats.accept, task_id)

    async def goes(tx: Tx, account: Account) -> None:
        account.reachable = False

    await town.do(li, goes)
    town.now = NOW + timedelta(hours=9)  # seven in the evening before
    await clock(town)
    assert await kept(town, task_id) == ("open", [(li, "released")])
    assert "李强来不了了" in town.heard(officer) and "李强来不了了" in town.heard(grandma)


async def test_time_and_note_belong_to_a_seat_that_is_done(town: Town) -> None:
    officer, _, request_id, (li, wang) = await stage(town, "李强", "王海")
    task_id = await offer(town, officer, request_id)
    seat = await town.do(li, seats.accept, task_id)
    for use_case in (
        lambda who: town.do(who, seats.took, seat.id, 30),
        lambda who: town.do(who, seats.leave_note, seat.id, "x"),
    ):
        for who in (li, wang):
            with pytest.raises(NotFoundError):
                await use_case(who)
    await town.do(li, seats.move, seat.id, Seat.DONE)
    for minutes in (-1, 1441):
        with pytest.raises(NotFoundError):
            await town.do(li, seats.took, seat.id, minutes)
    await town.do(li, seats.took, seat.id, 1440)
    row: HelpSeat = await town.do(li, seats.leave_note, seat.id, "  门朝东  ")
    assert (row.minutes, row.note) == (1440, "门朝东")
    with pytest.raises(RefusedError):
        await town.do(li, seats.move, seat.id, Seat.RELEASED)
    with pytest.raises(NotFoundError):
        await town.do(li, seats.move, seat.id, Seat.MISSED)


@pytest.mark.parametrize(("whom", "shown"), [(None, True), ("张三", False)])
async def test_what_the_next_should_know_is_shown_for_the_same_people_and_not_whoever_they_ask_for(
    town: Town, whom: str | None, shown: bool
) -> None:
    officer, grandma, request_id, (li,) = await stage(town, "李强")
    seat = await town.do(li, seats.accept, await offer(town, officer, request_id))
    await town.do(li, seats.move, seat.id, Seat.DONE)
    await town.do(li, seats.leave_note, seat.id, "门朝东")
    again = await town.ask(grandma, person_name=whom)
    await town.do(officer, handling.take, again)
    wang = await volunteer(town, officer, "王海")
    seat = await town.do(wang, seats.accept, await offer(town, officer, again))
    await town.do(wang, seats.show, seat.id)
    assert ("门朝东" in town.last(wang).words) is shown


async def test_an_old_button_does_not_undo_what_is_done(town: Town) -> None:
    officer, grandma, request_id, (li,) = await stage(town, "李强")
    task_id = await offer(town, officer, request_id, seats=2)
    seat = await town.do(li, seats.accept, task_id)
    await town.do(li, seats.move, seat.id, Seat.DONE)
    town.forget()
    await town.do(li, seats.accept, task_id)
    assert await kept(town, task_id) == ("open", [(li, "done")])
    assert "来帮忙" not in town.heard(grandma)


async def test_an_officer_is_not_told_to_look_at_what_they_laid_out_themselves(town: Town) -> None:
    holder, _, request_id, (officer,) = await stage(town, "周敏")
    async with town.begin() as tx:
        unit = await people.center(tx, (await town.account(tx, officer)).current_center_id or 0)
        await roles.give(tx, await town.account(tx, officer), unit, "assistance", None)
    seat = await town.do(officer, seats.accept, await offer(town, holder, request_id))
    await town.do(officer, seats.move, seat.id, Seat.DONE)
    await town.do(officer, expenses.ask, seat.id, 500, "灯泡", None)
    assert (await town.do(officer, association.overview)).expenses == 0
    assert (await town.do(holder, association.overview)).expenses == 1


async def test_an_expense_is_decided_once_and_never_by_whoever_asks(town: Town) -> None:
    officer = await town.settle("陈芳", "assistance")
    director = await town.settle("马国强", "director")
    async with town.begin() as tx:
        account = await town.account(tx, officer)
        row = await volunteers.offer(tx, account, account.current_center_id or 0, Profile(skills=("cook",)))
        row.state = "active"
    request_id = await town.ask(await town.settle("王秀英"), "environment")
    holder = await town.settle("吴强", "environment")
    await town.do(holder, handling.take, request_id)
    task_id = await offer(town, holder, request_id)
    seat = await town.do(officer, seats.accept, task_id)
    with pytest.raises(NotFoundError):
        await town.do(officer, expenses.ask, seat.id, 100, "灯泡", None)
    await town.do(officer, seats.move, seat.id, Seat.DONE)
    for fen in (0, -5, 100_001):
        with pytest.raises(RefusedError):
            await town.do(officer, expenses.ask, seat.id, fen, "灯泡", None)
    asked = await town.do(officer, expenses.ask, seat.id, 100_000, "灯泡", None)
    assert "陈芳</b>垫了 <b>1000 元" in town.heard(director)
    with pytest.raises(NotFoundError):
        await town.do(officer, expenses.decide, asked.id, approved=True)
    with pytest.raises(RefusedError):
        await town.do(director, expenses.decide, asked.id, approved=False, reason="  ")
    await town.do(director, expenses.decide, asked.id, approved=True)
    with pytest.raises(RefusedError):
        await town.do(director, expenses.decide, asked.id, approved=False, reason="不对")
    for _ in range(expenses.MOST_A_SEAT - 1):
        await town.do(officer, expenses.ask, seat.id, 1, "钉子", None)
    with pytest.raises(RefusedError):
        await town.do(officer, expenses.ask, seat.id, 1, "钉子", None)


async def word_of(town: Town, task_id: int) -> str:
    """The code word of a task that holds now."""
    async with town.begin() as tx:
        task = await stored.task(tx, task_id)
        assert task is not None
        return task.code_word


@pytest.mark.parametrize("how", ["released", "missed", "about them", "about them at the door"])
async def test_whoever_does_not_come_knows_no_word_that_holds(any_town: Town, how: str) -> None:
    town = any_town
    officer, grandma, request_id, (li, zhao, wang) = await stage(town, "李强", "赵石", "王海")
    task_id = await offer(town, officer, request_id, seats=2)
    gone, stays = [await town.do(who, seats.accept, task_id) for who in (li, zhao)]
    old = await word_of(town, task_id)
    if how == "missed":
        town.now = NOW + timedelta(days=1, hours=4)  # it begins
        await town.do(zhao, seats.move, stays.id, Seat.ON_WAY)
        town.passes(hours=1)
    elif how == "about them at the door":
        await town.do(li, seats.move, gone.id, Seat.THERE)
    town.forget()
    if how == "missed":
        await clock(town)
    elif how == "released":
        await town.do(li, seats.move, gone.id, Seat.RELEASED)
    else:
        await town.do(grandma, conflicts.exclude, request_id, li)
    new = await word_of(town, task_id)
    assert new != old
    assert f"暗号换了：赵石到门口会说“{new}”" in town.heard(grandma)
    assert f"到门口说“{new}”" in town.last(zhao).words and "暗号换了" in town.last(zhao).words
    assert new not in town.heard(li)
    assert f"暗号“{new}”" in town.heard(officer)
    await town.do(wang, seats.accept, task_id)
    assert f"他到门口会说“{new}”" in town.last(grandma).words  # whoever comes next brings it along


async def test_where_nobody_is_left_to_come_the_word_changes_without_a_word(town: Town) -> None:
    officer, grandma, request_id, (li,) = await stage(town, "李强")
    task_id = await offer(town, officer, request_id)
    seat = await town.do(li, seats.accept, task_id)
    old = await word_of(town, task_id)
    town.forget()
    await town.do(li, seats.move, seat.id, Seat.RELEASED)
    assert await word_of(town, task_id) != old
    assert "暗号" not in town.heard(grandma)


async def test_whoever_is_at_the_door_already_needs_no_new_word(town: Town) -> None:
    officer, grandma, request_id, (li, zhao) = await stage(town, "李强", "赵石")
    task_id = await offer(town, officer, request_id, seats=2)
    gone, there = [await town.do(who, seats.accept, task_id) for who in (li, zhao)]
    await town.do(zhao, seats.move, there.id, Seat.THERE)
    town.forget()
    await town.do(li, seats.move, gone.id, Seat.RELEASED)
    assert not town.heard(zhao) and "暗号" not in town.heard(grandma)


async def test_whoever_rests_reads_what_to_do_and_can_take_an_old_offer_after_it(town: Town) -> None:
    officer, _, request_id, (li,) = await stage(town, "李强")
    task_id = await offer(town, officer, request_id)
    async with town.begin() as tx:
        row = await volunteers.own(tx, await town.account(tx, li))
        assert row is not None
    await town.do(li, volunteers.step, row.id, Step.PAUSE)
    with pytest.raises(RefusedError, match="task-you-rest"):
        await town.do(li, seats.accept, task_id)
    await town.do(li, volunteers.step, row.id, Step.RESUME)
    assert (await town.do(li, seats.accept, task_id)).state == Seat.ACCEPTED


async def test_a_seat_given_up_while_there_is_time_says_that_others_are_being_asked(town: Town) -> None:
    officer, grandma, request_id, (li,) = await stage(town, "李强")
    task_id = await offer(town, officer, request_id)
    seat = await town.do(li, seats.accept, task_id)
    town.now = NOW + timedelta(days=1, hours=8) - timedelta(seconds=1)
    town.forget()
    await town.do(li, seats.move, seat.id, Seat.RELEASED)
    assert "李强来不了了，正接着问别人" in town.heard(officer)
    assert "正在另找人" in town.heard(grandma)


async def test_a_seat_given_up_when_time_is_over_says_that_nobody_is_asked_any_more(town: Town) -> None:
    officer, grandma, request_id, (li,) = await stage(town, "李强")
    task_id = await offer(town, officer, request_id)
    seat = await town.do(li, seats.accept, task_id)
    town.now = NOW + timedelta(days=1, hours=8)
    town.forget()
    await town.do(li, seats.move, seat.id, Seat.RELEASED)
    assert "李强来不了了。时候过了，没再问别人" in town.heard(officer)
    assert "这回不另找人了" in town.heard(grandma)
