"""What a task looks like: to whoever asks for it, to those who are asked, and to whoever goes."""

from __future__ import annotations

from datetime import date

from domain.helptaps import SeatDo, TaskDo
from domain.messages import Button, Moment, Outgoing, Text, t, verbatim
from domain.officetime import local_day, midnight
from domain.taps import Go, Open
from domain.tasks import OPEN_SEATS, Seat, When
from domain.units import settings_of
from services import cards, stories
from services.outbox import Lane, tell
from services.people import names
from storage import people, tasks, thread, units
from storage.people import Account
from storage.requests import ServiceRequest
from storage.tasks import HelpSeat, HelpTask
from storage.transaction import Tx

NOTES = 3
"""Notes of earlier helpers that are shown to the next."""


def offer_key(task: HelpTask) -> str:
    """The key under which the card of everybody who was asked is kept true."""
    return f"offer:{task.id}"


def task_key(task: HelpTask) -> str:
    """The key under which the card of whoever asks for the task is kept true."""
    return f"help:{task.id}"


async def request_of(tx: Tx, task: HelpTask) -> ServiceRequest:
    """The request a task is for; a foreign key says that it is there."""
    return await tx.session.get_one(ServiceRequest, task.request_id)


async def zone(tx: Tx, center_id: int) -> str:
    """The time zone of a center."""
    return settings_of(await units.unit_of(tx, center_id)).zone


async def today(tx: Tx, center_id: int) -> date:
    """The date on the wall at a center."""
    return local_day(tx.now, await zone(tx, center_id))


async def when_text(tx: Tx, center_id: int, at: When) -> Text:
    """A part of a day in words: "11月25日 周三 上午"."""
    local = await zone(tx, center_id)
    day = Moment(at=midnight(at.day, local), style="date", zone=local)
    return t("task-when", day=day, part=t(f"part-{at.part.value}"))


async def when(tx: Tx, task: HelpTask) -> Text:
    """The part of the day at which helpers are expected."""
    return await when_text(tx, task.center_id, task.when)


async def what(tx: Tx, task: HelpTask) -> Text:
    """What is to be done, in a word or two."""
    if task.skill is not None:
        return t(f"skill-{task.skill}")
    row = await request_of(tx, task)
    return t(f"topic-{row.topic}") if row.topic else await cards.line_name(tx, row.center_id, row.line)


async def facts(tx: Tx, task: HelpTask) -> Text:
    """Need, area and time: nobody's name, nobody's words."""
    row = await request_of(tx, task)
    lines = [
        t("task-what", what=await what(tx, task)),
        t("task-where", village=await cards.village_name(tx, row.village_id)),
        await when(tx, task),
    ]
    if task.seats > 1:
        lines.append(t("task-seats", n=task.seats))
    if task.sex is not None:
        lines.append(t(f"task-sex-{task.sex}"))
    return t("lines", items=list(lines))


async def offer(tx: Tx, task: HelpTask) -> Outgoing:
    """The question to a volunteer whether they would go."""
    rows = [
        [cards.button("button-task-accept", TaskDo("accept", task.id))],
        [cards.button("button-task-refuse", TaskDo("refuse", task.id))],
        [cards.button("button-person", Go("person"))],
    ]
    return Outgoing(text=t("task-offer", facts=await facts(tx, task)), buttons=rows)


async def gone(tx: Tx, task: HelpTask, why: Text) -> Outgoing:
    """The same card when there is nothing to be answered any more."""
    return Outgoing(text=t("card-gone", card=await facts(tx, task), why=why))


async def seat(tx: Tx, row: HelpSeat, task: HelpTask) -> Outgoing:
    """The card of whoever goes: who, where, phone, code word, and what the last one left to know."""
    request = await request_of(tx, task)
    if row.state not in OPEN_SEATS:
        text = t("seat-over", facts=await facts(tx, task), state=t(f"seat-{row.state}"))
        return Outgoing(text=text, buttons=_ended_rows(row))
    lines = [
        await cards.who(tx, request),
        await stories.story(tx, request),
        t("seat-code-word", word=task.code_word),
    ]
    notes = await tasks.notes_before(tx, request, row.account_id, limit=NOTES)
    lines += [t("seat-note-before", note=note) for note in notes]
    text = t(
        "seat-card",
        facts=await facts(tx, task),
        state=t(f"seat-{row.state}"),
        lines=t("lines", items=list(lines)),
    )
    return Outgoing(text=text, buttons=[*_open_rows(row), _aside()])


def _aside() -> list[Button]:
    return [cards.button("button-tasks", Go("tasks")), cards.button("button-person", Go("person"))]


def _open_rows(row: HelpSeat) -> list[list[Button]]:
    done = [cards.button("button-seat-done", SeatDo("done", row.id))]
    if row.state == Seat.THERE:
        return [done]
    there = [cards.button("button-seat-there", SeatDo("there", row.id))]
    release = [cards.button("button-seat-release", SeatDo("release", row.id))]
    if row.state == Seat.ON_WAY:
        return [there, done, release]
    return [[cards.button("button-seat-on-way", SeatDo("on-way", row.id))], there, release]


def _ended_rows(row: HelpSeat) -> list[list[Button]]:
    if row.state != Seat.DONE:
        return [_aside()]
    return [[cards.button("button-seat-expense", SeatDo("expense", row.id))], _aside()]


async def of_holder(tx: Tx, task: HelpTask) -> Outgoing:
    """How far it is, for whoever asks for it: who comes, how many are still wanted, how many were asked."""
    request = await request_of(tx, task)
    seats, offers = await tasks.seats_of(tx, task.id), await tasks.offers_of(tx, task.id)
    named = await names(tx, task.center_id, [one.account_id for one in seats])
    lines = [
        t("task-helper", name=named.get(one.account_id, "?"), state=t(f"seat-{one.state}")) for one in seats
    ]
    free = await free_seats(tx, task)
    if task.state == "open":
        lines.append(t("task-wanted", n=free, asked=len(offers)) if free else t("task-full"))
        lines.append(t("task-code-word", word=task.code_word))
    else:
        lines.append(t(f"task-{task.state}"))
    head = await cards.headline(tx, request)
    text = t("task-card", head=head, facts=await facts(tx, task), lines=t("lines", items=list(lines)))
    rows = []
    if task.state == "open":
        rows = [
            [cards.button("button-task-more", TaskDo("more", task.id))],
            [cards.button("button-task-stop", TaskDo("stop", task.id))],
        ]
    back = [cards.button("button-open", Open(request.id)), cards.button("button-person", Go("person"))]
    return Outgoing(text=text, buttons=[*rows, back])


async def free_seats(tx: Tx, task: HelpTask) -> int:
    """How many seats nobody has taken."""
    return max(0, task.seats - len(await tasks.taken(tx, task.id)))


async def coming(tx: Tx, task: HelpTask, account_id: int) -> Text:
    """Who comes to help and when, for the household: name, phone, and what they will say at the door."""
    named = await names(tx, task.center_id, [account_id])
    account = await people.contact(tx, account_id)
    phone = cards.short_phone(account.phone) if account and account.phone else t("phone-unknown")
    at, name = await when(tx, task), verbatim(named.get(account_id, "?"))
    return t("told-helper-comes", name=name, when=at, phone=phone, word=task.code_word)


async def hand_story(tx: Tx, row: HelpSeat, helper: Account) -> None:
    """Send whoever goes what does not fit on their card: pictures, voices, a place, long words."""
    task = await tasks.task_of(tx, row)
    entries = await thread.entries(tx, task.request_id)
    head = t("seat-story", facts=await what(tx, task))
    for content in stories.attachments(stories.asked(entries)):
        tell(tx, helper, Outgoing(text=head, content=content), lane=Lane.ANSWER)
