"""Putting somebody on an activity's list, and more seats or fewer: where there are several times, which
first."""

from __future__ import annotations

import re
from collections.abc import Sequence

from domain import numerals
from domain.daytimes import Step
from domain.listtaps import ListAdd, ListSeats, ListShow, ListStep, ListTimes
from domain.messages import Button, Text, t
from domain.tap import Tap
from domain.taps import Go
from handlers import daytimes, intake, passing, signing
from handlers.daytimes import Choice
from handlers.signup_lists import place, under
from handlers.talk import Talk, tap
from services import activity_access, signup_lists, signup_seats, signup_whom, signups
from services.errors import NotFoundError, RefusedError
from services.kinds import Activity, ActivitySlot
from services.signup_lists import Listing

FORM = passing.SEATS
STEPS = (-5, -1, 1, 5)
ASK = -1
"""As the number of seats in a button: to be typed."""


async def times(talk: Talk, chosen: ListTimes) -> None:
    """Choose one of the times that are not over; where there is one only, it is chosen."""
    await _choose(talk, chosen.activity_id, chosen.what, Step())


async def step(talk: Talk, chosen: ListStep) -> None:
    """Choose one of many times, a step further."""
    await _choose(talk, chosen.activity_id, chosen.what, daytimes.read(chosen.step))


async def _choose(talk: Talk, activity_id: int, what: str, at: Step) -> None:
    found = await signup_lists.listing(talk.tx, talk.account, activity_id)
    slots = [one for one in found.slots if one.ends_at is None or one.ends_at > talk.tx.now]
    if not slots:
        raise RefusedError(t("signup-is-over", form=found.activity.planned.manner))
    first, *others = [_meaning(what, one) for one in slots]
    if not others:
        await _go_on(talk, first)
        return
    choice = Choice(
        title=found.activity.planned.title,
        zone=found.zone,
        slots=slots,
        leads=lambda further: ListStep(activity_id, what, further.pack()),
        takes=lambda slot: _meaning(what, slot),
        says=lambda some: _taken(found, some),
        home=ListShow(activity_id, 0),
    )
    talk.show(*daytimes.screen(choice, at))


def _meaning(what: str, slot: ActivitySlot) -> ListAdd | ListSeats:
    match what:
        case "add":
            return ListAdd(slot.id, "type", 0)
        case "seats":
            return ListSeats(slot.id, 0)
        case _:
            raise NotFoundError


async def _go_on(talk: Talk, meaning: ListAdd | ListSeats) -> None:
    if isinstance(meaning, ListAdd):
        await add(talk, meaning)
    else:
        await seats(talk, meaning)


def _taken(found: Listing, slots: Sequence[ActivitySlot]) -> Text:
    taken = sum(signup_lists.used(found, one) for one in slots)
    limits = [one.seats for one in slots if one.seats is not None]
    if len(limits) < len(slots):
        return t("signup-list-taken-any", n=taken)
    return t("signup-list-taken", n=taken, seats=sum(limits))


async def add(talk: Talk, chosen: ListAdd) -> None:
    """Put somebody on the list, by their name: who of the roster it is, is asked as for anybody who signs
    somebody up. If they are somewhere else at that hour, that is said first."""
    slot, activity = await signup_lists.slot(talk.tx, talk.account, chosen.slot_id)
    if chosen.who == "type":
        intake.check_free(talk, signing.FORM)
        await talk.keep(signing.FORM, slot=slot.id, listed=True)
        await signing.ask(talk)
        return
    named = signing.named(talk, slot.id)
    someone = await signup_whom.meant(talk.tx, talk.account, activity.center_id, chosen.who, named)
    sure, instead = ListAdd(slot.id, chosen.who, 1), ListShow(activity.id, 0)
    if not chosen.sure and await signing.clash(talk, someone, sure, instead, listed=True):
        return
    row = await signups.sign_up(talk.tx, talk.account, slot.id, someone, listed=True)
    if talk.form is not None and talk.form.form == signing.FORM:
        await talk.leave()
    await place(talk, row)


async def seats(talk: Talk, chosen: ListSeats) -> None:
    """Look how many seats there are, ask for the number, or let there be so many: whoever waits is asked."""
    _, activity = await _makes(talk, chosen.slot_id)
    if chosen.seats == ASK:
        intake.check_free(talk, FORM)
        await talk.keep(FORM, slot=chosen.slot_id)
        await ask(talk)
        return
    if chosen.seats:
        await signup_seats.change(talk.tx, talk.account, chosen.slot_id, chosen.seats)
    await _show(talk, activity.id, chosen.slot_id)


async def _makes(talk: Talk, slot_id: int) -> tuple[ActivitySlot, Activity]:
    slot, activity = await signup_lists.slot(talk.tx, talk.account, slot_id)
    if not activity_access.makes(talk.account, activity.center_id, activity.kind):
        raise NotFoundError
    if activity.planned.hours is not None and slot.ends_at is not None and slot.ends_at <= talk.tx.now:
        raise RefusedError(t("signup-is-over", form=activity.planned.manner))  # its list has it no more
    return slot, activity


async def _show(talk: Talk, activity_id: int, slot_id: int) -> None:
    found = await signup_lists.listing(talk.tx, talk.account, activity_id)
    slot = next(one for one in found.slots if one.id == slot_id)
    least = max(1, signup_lists.used(found, slot))
    steps = [
        _step(slot.id, slot.seats + step, step)
        for step in STEPS
        if slot.seats is not None and slot.seats + step >= least
    ]
    rows = [*([steps] if steps else []), [tap("button-seats-type", ListSeats(slot.id, ASK))]]
    text = t("signup-seats", title=found.activity.planned.title, taken=_taken(found, [slot]))
    talk.show(text, [*rows, under(ListShow(activity_id, 0))])


def _step(slot_id: int, seats: int, step: int) -> Button:
    meaning: Tap = ListSeats(slot_id, seats)
    if step > 0:
        return tap("button-seats-more", meaning, n=step)
    return tap("button-seats-fewer", meaning, n=-step)


async def ask(talk: Talk) -> None:
    """Ask how many seats."""
    talk.say(
        t("signup-seats-ask"), [[tap("button-never-mind", Go("drop")), tap("button-person", Go("person"))]]
    )


async def message(talk: Talk) -> None:
    """The number was typed, perhaps with a word to it."""
    found = re.findall(rf"\d+|[{numerals.FIGURES}]+", talk.text)
    number = (int(found[0]) if found[0].isdecimal() else numerals.read(found[0])) if len(found) == 1 else None
    if number is None:
        await ask(talk)
        return
    try:
        slot, activity = await _makes(talk, talk.data["slot"])
    except RefusedError:
        await talk.leave()
        raise
    await signup_seats.change(talk.tx, talk.account, slot.id, number)
    await talk.leave()
    await _show(talk, activity.id, slot.id)
