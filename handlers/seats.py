"""A volunteer's side of a task: yes or no, on the way, there, done, and what the next should know."""

from __future__ import annotations

from domain.helptaps import SeatDo, SeatTook, TaskDo
from domain.messages import t
from domain.taps import Go
from domain.tasks import Seat
from handlers import expenses, hotlines, intake, passing
from handlers import tasks as asking
from handlers.drafts import said_now
from handlers.talk import Rows, Talk, aside, tap
from services import seats, taskcards
from services.errors import NotFoundError, RefusedError
from services.kinds import HelpSeat, HelpTask

NOTE = passing.SEAT_NOTE
"""The form in which a helper says what the next should know."""
TOOK = ((30, "half"), (60, "one"), (120, "two"), (240, "four"))
SHOWN = 4


async def screen(talk: Talk) -> None:
    """What one has promised and not finished."""
    found = await seats.mine(talk.tx, talk.account)
    if not found:
        talk.show(t("tasks-none"), [aside("volunteer")])
        return
    rows: Rows = []
    for seat, task in found[:SHOWN]:
        what, when = await taskcards.what(talk.tx, task), await taskcards.when(talk.tx, task)
        rows.append([tap("button-task-look", SeatDo("look", seat.id), what=what, when=when)])
    talk.show(t("tasks", n=len(found)), [*rows, aside("volunteer")])


async def answered(talk: Talk, chosen: TaskDo) -> None:
    """A button on a task's card: the volunteer's answer, or whatever its holder does."""
    if chosen.action == "accept":
        seat = await seats.accept(talk.tx, talk.account, chosen.task_id)
        talk.toast(t("toast-seat-taken"))
        await _put(talk, *await seats.one(talk.tx, talk.account, seat.id))
        await taskcards.hand_story(talk.tx, seat, talk.account)
    elif chosen.action == "refuse":
        task = await seats.refuse(talk.tx, talk.account, chosen.task_id)
        talk.toast(t("toast-seat-refused"))
        talk.put(await taskcards.gone(talk.tx, task, t("task-you-refused")))
    else:
        await asking.do(talk, chosen)


async def _put(talk: Talk, seat: HelpSeat, task: HelpTask) -> None:
    talk.put(await taskcards.seat(talk.tx, seat, task))


_STEPS = {"on-way": Seat.ON_WAY, "there": Seat.THERE, "release-sure": Seat.RELEASED}


async def do(talk: Talk, chosen: SeatDo) -> None:
    """A button on the card of a seat."""
    seat, task = await seats.one(talk.tx, talk.account, chosen.seat_id)
    match chosen.action:
        case "look":
            await seats.show(talk.tx, talk.account, seat.id)
        case "on-way" | "there":
            await _put(talk, *await seats.move(talk.tx, talk.account, seat.id, _STEPS[chosen.action]))
        case "release":
            sure = [tap("button-seat-release-sure", SeatDo("release-sure", seat.id))]
            back = [tap("button-back", SeatDo("look", seat.id)), tap("button-person", Go("person"))]
            talk.show(t("seat-release-sure", facts=await taskcards.facts(talk.tx, task)), [sure, back])
        case "release-sure":
            await seats.move(talk.tx, talk.account, seat.id, Seat.RELEASED)
            talk.show(t("seat-released-thanks"), [aside("tasks")])
        case "done":
            await _done(talk, seat)
        case "no-note":
            await _thank(talk, seat)
        case "expense":
            await expenses.begin(talk, seat.id)
        case _:
            raise NotFoundError


async def _done(talk: Talk, seat: HelpSeat) -> None:
    await seats.move(talk.tx, talk.account, seat.id, Seat.DONE)
    rows: Rows = [[tap(f"button-took-{word}", SeatTook(seat.id, minutes))] for minutes, word in TOOK]
    rows.append([tap("button-took-unsaid", SeatTook(seat.id, -1)), tap("button-person", Go("person"))])
    talk.show(t("seat-took"), rows)


async def took(talk: Talk, chosen: SeatTook) -> None:
    """How long it took, or nothing about it; then whether the next should know anything."""
    seat, _ = await seats.one(talk.tx, talk.account, chosen.seat_id)
    if chosen.minutes >= 0:
        seat = await seats.took(talk.tx, talk.account, chosen.seat_id, chosen.minutes)
    if intake.is_free(talk, NOTE):
        await talk.keep(NOTE, seat=seat.id)
    talk.show(t("seat-note-ask"), _note_rows(seat.id))


def _note_rows(seat_id: int) -> Rows:
    return [[tap("button-seat-no-note", SeatDo("no-note", seat_id))], [tap("button-person", Go("person"))]]


async def ask_note(talk: Talk) -> None:
    """Ask again what the next should know."""
    talk.say(t("seat-note-ask"), _note_rows(talk.data["seat"]))


async def note(talk: Talk) -> None:
    """What the next should know was written."""
    if not talk.text.strip():
        talk.say(t("reason-in-words"))
        await ask_note(talk)
        return
    said = said_now(talk)
    if said is not None:
        hotlines.warn(talk, said)
    try:
        seat = await seats.leave_note(talk.tx, talk.account, talk.data["seat"], talk.text)
    except RefusedError:
        await talk.leave()
        raise
    await _thank(talk, seat)


async def _thank(talk: Talk, seat: HelpSeat) -> None:
    if talk.form is not None and talk.form.form == NOTE:
        await talk.leave()
    rows = [[tap("button-seat-expense", SeatDo("expense", seat.id))], aside("volunteer")]
    talk.show(t("seat-thanks"), rows)
