"""Volunteers live in the county: the books of their promises, and that what is wrong would be noticed."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Delete, Update, delete, update

from domain.helptaps import SeatDo, TaskDo
from domain.messages import Button, Outgoing, Text, t, verbatim
from domain.tap import Tap
from domain.tasks import When
from domain.volunteers import Part
from storage import tasks as stored
from storage.requests import ServiceRequest
from storage.tasks import HelpSeat, HelpTask
from storage.transaction import Tx
from tests.county import census, helpcensus, place
from tests.county.helpbooks import HelpBooks, Promise, Wish
from tests.county.life import BOT, DAY, Life
from tests.county.test_county import asked, each_is_noticed, life

NOON = place.START + timedelta(hours=12)
__all__ = ["life"]


# -- the books by themselves


def books(wanted: int = 1, *helpers: int) -> HelpBooks:
    """What one household (account 8) was promised for the afternoon, by helpers named by number."""
    made = HelpBooks()
    wish = Wish(1, 50, wanted, NOON + timedelta(hours=2), NOON + timedelta(hours=6), asker=9)
    made.asked(wish)
    for helper in helpers:
        made.promised(Promise(helper, wish, helper, str(helper), NOON, {8}))
    return made


def hears(made: HelpBooks, reader: int, text: Text, *taps: Tap, at: datetime = NOON) -> None:
    """Somebody is told something about the household's request."""
    buttons = [[Button(text=t("button-text"), tap=tap.pack())] for tap in taps]
    made.told(reader, 50, Outgoing(text=t("told-asker", head="#1001", news=text), buttons=buttons), at)


def comes(made: HelpBooks) -> None:
    """The household hears who comes."""
    hears(made, 8, t("told-helper-comes", name=verbatim("5"), phone="139", word="石榴"))


def does_not_come(made: HelpBooks, reader: int, text: str = "told-helper-not-coming") -> None:
    """Somebody hears who does not come."""
    hears(made, reader, t(text, name="5"))


def test_more_promises_than_hands_wanted_are_wrong() -> None:
    assert books(2, 5, 6).wrong == []
    assert books(2, 5, 6, 7).wrong == ["task 1 wanted 2, and 3 come"]


def test_a_household_must_hear_who_comes() -> None:
    made = books(1, 5)
    assert made.untold == ["5 was to come (task 1), and [8] never heard"]
    comes(made)
    assert made.untold == []


def test_helper_and_household_are_told_the_same_word() -> None:
    made = books(1, 5)
    comes(made)
    hears(made, 5, t("seat-code-word", word="石榴"), SeatDo("on-way", 5))
    assert (made.untold, made.wrong) == ([], [])
    hears(made, 5, t("seat-code-word", word="核桃"), SeatDo("on-way", 5))
    assert made.untold == ["5 (task 1) has 2 code words"]


@pytest.mark.parametrize("seat_id", [5, 6])
def test_nobody_else_is_told_a_code_word(seat_id: int) -> None:
    made = books(1, 5)
    hears(made, 6, t("seat-code-word", word="石榴"), SeatDo("on-way", seat_id))
    assert made.wrong == [f"6 was told a code word, and has not promised to come (seat {seat_id})"]


@pytest.mark.parametrize(
    ("hour", "wrong"), [(7, []), (20, []), (21, ["3 was asked at 21:00"]), (6, ["3 was asked at 06:00"])]
)
def test_nobody_is_asked_at_night(hour: int, wrong: list[str]) -> None:
    made = books()
    hears(made, 3, t("task-offer"), TaskDo("accept", 1), at=place.START + timedelta(hours=hour))
    assert made.wrong == wrong


@pytest.mark.parametrize(("later", "count"), [(DAY * 7, 0), (DAY * 7 - timedelta(seconds=1), 1)])
def test_a_fourth_question_within_a_week_is_one_too_many(later: timedelta, count: int) -> None:
    made = books()
    for at in (NOON, NOON, NOON + DAY, NOON + later):
        hears(made, 3, t("task-offer"), TaskDo("accept", 1), at=at)
    assert len(made.overasked) == made.figures()["overasked"] == count


def test_who_has_not_set_out_after_an_hour_is_not_waited_for_and_the_last_is_until_the_end() -> None:
    made = books(2, 5)
    late = made.wishes[1].begins + timedelta(hours=3, minutes=30)
    made.promised(Promise(6, made.wishes[1], 6, "6", late, set()))
    assert made.given_up(made.wishes[1].begins + timedelta(minutes=59)) == []
    assert [one.helper for one in made.given_up(made.wishes[1].begins + timedelta(minutes=60))] == [5]
    assert [one.helper for one in made.given_up(made.wishes[1].ends)] == [6]
    assert made.figures()["seats_missed"] == 2


@pytest.mark.parametrize("state", ["on_way", "there"])
def test_whoever_was_there_is_done_a_day_later_by_itself(state: str) -> None:
    made = books(1, 5)
    made.promises[5].state = state
    made.given_up(made.wishes[1].ends + DAY - timedelta(seconds=1))
    assert made.promises[5].state == state
    made.given_up(made.wishes[1].ends + DAY)
    assert made.promises[5].state == "done"


def test_everybody_concerned_must_hear_that_somebody_does_not_come() -> None:
    made = books(1, 5)
    does_not_come(made, 9, "task-helper-released")
    (promise,) = made.given_up(NOON)
    assert promise.state == "released"
    made.not_kept(promise, [8, 9])
    assert made.unnoticed == ["5 (released, task 1) does not come, and 8 was not told"]
    does_not_come(made, 8)
    made.not_kept(promise, [8, 9])
    assert made.figures()["unnoticed"] == 1


def test_whoever_has_promised_must_hear_that_nobody_is_needed_unless_gone_or_there_already() -> None:
    made = books(4, 5, 6, 7, 4)
    for one in made.promises.values():
        one.announced.add(8)
    made.promises[7].state = "there"
    made.called_off([made.wishes[1]], gone={4})
    assert [one.state for one in made.promises.values()] == ["cancelled", "cancelled", "there", "cancelled"]
    hears(made, 5, t("seat-called-off", facts=t("lines", items=[])))
    assert made.untold == ["6 was not told that nobody is needed"]


# -- the books and the database


@pytest.fixture
async def promise(life: Life) -> Promise:
    """A promise for the afternoon that the books and the database agree on."""
    row = await asked(life)
    helper = life.folk.of("c0")[1]
    when = When(place.START.astimezone(place.CHINA).date(), Part.AFTERNOON)
    async with life.database.begin(NOON, BOT) as tx:
        task = HelpTask(
            request_id=row.id,
            center_id=row.center_id,
            seats=1,
            day=when.day,
            part=when.part,
            code_word="石榴",
            state="open",
            look_at=when.ends(helpcensus.ZONE),
            created_by_id=helper.id,
            created_at=NOON,
        )
        await stored.add(tx, task)
        seat = HelpSeat(
            task_id=task.id,
            account_id=helper.id,
            state="accepted",
            look_at=when.begins(helpcensus.ZONE),
            taken_at=NOON,
        )
        await stored.add(tx, seat)
    wish = Wish(task.id, row.id, 1, when.begins(helpcensus.ZONE), when.ends(helpcensus.ZONE), helper.id)
    life.helping.books.asked(wish)
    life.helping.books.promised(Promise(seat.id, wish, helper.id, helper.name, NOON, set()))
    return life.helping.books.promises[seat.id]


async def looks_over(tx: Tx, life: Life) -> list[str]:
    """Everything that is stuck or lost."""
    tx.session.expire_all()
    found = await helpcensus.stuck(tx, place.START)
    return [*found, *await helpcensus.lost(tx, life.helping.books, place.START)]


SPOILT: tuple[tuple[Update | Delete, str], ...] = (
    (update(HelpTask).values(look_at=None), "should have been looked at"),
    (update(HelpSeat).values(look_at=None), "should have been looked at"),
    (update(HelpSeat).values(look_at=NOON), "should have been looked at"),
    (update(HelpSeat).values(state="released"), "is released, and for those concerned accepted"),
    (delete(HelpSeat), "is only in one of the books"),
)


async def test_what_is_stuck_or_lost_of_a_promise_is_noticed(life: Life, promise: Promise) -> None:
    async with life.database.begin(NOON, BOT) as tx:
        await each_is_noticed(tx, SPOILT, lambda: looks_over(tx, life))
        promise.state = "missed"  # of a helper who is gone it may be told either way
        for state, agrees in (("released", True), ("missed", True), ("done", False)):
            await tx.session.execute(update(HelpSeat).values(state=state, look_at=None))
            assert (await looks_over(tx, life) == []) is agrees


async def test_a_task_that_is_open_after_its_time_or_in_no_book_is_noticed_and_the_clock_woken_for_it(
    life: Life, promise: Promise
) -> None:
    far, ends = place.START + 99 * DAY, promise.task.ends
    async with life.database.begin(ends, BOT) as tx:
        await tx.session.execute(update(ServiceRequest).values(rise_at=far, remind_at=far))
        assert await census.next_due(tx) == promise.task.begins
        assert any(f"task {promise.task.id} is open" in one for one in await looks_over(tx, life))
        del life.helping.books.wishes[promise.task.id]
        assert f"task {promise.task.id} is only in one of the books" in await looks_over(tx, life)
        await tx.session.execute(update(HelpSeat).values(look_at=None))
        assert await census.next_due(tx) == ends
