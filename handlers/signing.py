"""Signing up, for oneself or for somebody else: which time, who it is, two things at one hour, and done."""

from __future__ import annotations

from collections.abc import Callable

from domain.activitytaps import ActivityDo, SignFor, SignStep, SignTimes, SignWhom
from domain.daytimes import Step
from domain.lendingtaps import SELF, BookDays
from domain.listtaps import ListAdd
from domain.messages import Button, t
from domain.proxies import Whom, spoken
from domain.tap import Tap
from domain.taps import Go
from handlers import booking, daytimes, hotlines, intake, passing
from handlers.daytimes import Choice
from handlers.drafts import said_now
from handlers.proxy import person_button
from handlers.talk import Rows, Talk, paged, tap
from services import (
    activity_access,
    activity_cards,
    activity_lists,
    people,
    signup_cards,
    signup_lists,
    signup_whom,
    signups,
)
from services.errors import RefusedError
from services.kinds import Activity

FORM = passing.SIGNING
"""The form in which somebody's name is typed; kept until they have signed up: the buttons point to it."""
FOUND = 4


def back_to(activity_id: int) -> list[Button]:
    """The row that leads back to an activity, and to a person to talk to."""
    return [tap("button-back", ActivityDo("look", activity_id)), tap("button-person", Go("person"))]


async def begin(talk: Talk, activity_id: int) -> None:
    """Sign up from news about an activity, which stays as it is: what follows is a message of its own."""
    talk.spoke = True
    if (await activity_access.seen_by(talk.tx, talk.account, activity_id)).planned.hours is not None:
        await booking.days(talk, BookDays(activity_id, SELF, 0))
        return
    slots = await activity_lists.times(talk.tx, talk.account, activity_id)
    if len(slots) == 1:
        await sign(talk, SignFor(slots[0][0].id, "me", 0))
    else:
        await times(talk, SignTimes(activity_id, 0, 0))


async def begin_other(talk: Talk, activity_id: int) -> None:
    """Sign somebody else up from beneath a place, which stays as it is."""
    talk.spoke = True
    slots = await activity_lists.times(talk.tx, talk.account, activity_id)
    if len(slots) == 1:
        await whom(talk, SignWhom(slots[0][0].id, 0))
    else:
        await times(talk, SignTimes(activity_id, 1, 0))


async def times(talk: Talk, chosen: SignTimes) -> None:
    """Choose one of the times, each with the seats that are left; one that is full has a line."""
    await _choose(talk, chosen.activity_id, chosen.other, Step())


async def step(talk: Talk, chosen: SignStep) -> None:
    """Choose one of many times, a step further."""
    await _choose(talk, chosen.activity_id, chosen.other, daytimes.read(chosen.step))


async def _choose(talk: Talk, activity_id: int, other: int, at: Step) -> None:
    found = await activity_lists.times(talk.tx, talk.account, activity_id)
    if not found:
        raise RefusedError(t("signup-has-begun", form="times"))
    _, activity = await activity_lists.slot(talk.tx, talk.account, found[0][0].id)
    left = {slot.id: places for slot, places in found}
    choice = Choice(
        title=activity.planned.title,
        zone=await activity_cards.zone_of(talk.tx, activity),
        slots=[slot for slot, _ in found],
        leads=lambda further: SignStep(activity.id, other, further.pack()),
        takes=lambda slot: SignWhom(slot.id, 0) if other else SignFor(slot.id, "me", 0),
        says=lambda slots: activity_lists.together([left[one.id] for one in slots]).words,
        home=ActivityDo("look", activity.id),
    )
    talk.show(*daytimes.screen(choice, at))


async def whom(talk: Talk, chosen: SignWhom) -> None:
    """For whom: those at home and those one acts for by a tap, anybody else by their name, which may be typed
    at once, unless something else is being written. Whoever has nobody near is asked for the name."""
    slot, activity = await activity_lists.slot(talk.tx, talk.account, chosen.slot_id)
    near = await signup_whom.near(talk.tx, talk.account, activity.center_id)
    if not near:
        await sign(talk, SignFor(slot.id, "type", 0))
        return
    items = [tap("button-text", SignFor(slot.id, one.who, 0), text=one.whom.name) for one in near]
    rows = paged(items, chosen.page, lambda n: SignWhom(slot.id, n), size=FOUND)
    rows.append([tap("button-sign-type", SignFor(slot.id, "type", 0))])
    writes = talk.form is None or talk.form.form == FORM
    if writes:
        await talk.keep(FORM, slot=slot.id)
    aside = _stop() if writes else back_to(activity.id)
    text = t("sign-whom", form=activity.planned.manner, title=activity.planned.title)
    talk.show(text, [*rows, aside])


async def sign(talk: Talk, chosen: SignFor) -> None:
    """Sign somebody up. If they are somewhere else at that hour, that is said first; it is no hindrance."""
    slot, activity = await activity_lists.slot(talk.tx, talk.account, chosen.slot_id)
    if chosen.who == "type":
        intake.check_free(talk, FORM)
        await talk.keep(FORM, slot=slot.id)
        await ask(talk)
        return
    someone = await signup_whom.meant(
        talk.tx, talk.account, activity.center_id, chosen.who, named(talk, slot.id)
    )
    sure = SignFor(slot.id, chosen.who, 1)
    if not chosen.sure and await clash(talk, someone, sure, ActivityDo("look", activity.id)):
        return
    row = await signups.sign_up(talk.tx, talk.account, slot.id, someone)
    if talk.form is not None and talk.form.form == FORM:
        await talk.leave()
    message = await signup_cards.card(talk.tx, talk.account, row)
    talk.put(message.model_copy(update={"buttons": _and_others(message.buttons, activity)}))


def _and_others(rows: Rows, activity: Activity) -> Rows:
    """Whoever has just signed somebody up may want to sign up the next: they come in families."""
    if activity.form == "loan" or activity.planned.hours is not None:
        return rows
    others = tap(
        "button-activity-sign-other", ActivityDo("others", activity.id), form=activity.planned.manner
    )
    return [*rows[:-2], [others], *rows[-2:]]


def named(talk: Talk, slot_id: int) -> Whom | None:
    """Whoever was named in the form, if it is still about this slot."""
    if talk.form is None or talk.form.form != FORM or talk.data["slot"] != slot_id or "name" not in talk.data:
        return None
    return Whom(talk.data["name"], phone=talk.data["phone"])


async def clash(
    talk: Talk, someone: Whom | None, anyway: SignFor | ListAdd, instead: Tap, *, listed: bool = False
) -> bool:
    """Say what else goes on at that hour, and ask whether they sign up all the same; whether there is any."""
    found = await signups.clashing(talk.tx, talk.account, anyway.slot_id, someone, listed=listed)
    if not found:
        return False
    form = await activity_lists.manner(talk.tx, anyway.slot_id)
    items = [await activity_cards.facts(talk.tx, one) for one in found]
    rows: Rows = [
        [tap("button-sign-anyway", anyway, form=form)],
        [tap("button-sign-not", instead, form=form)],
        [tap("button-person", Go("person"))],
    ]
    talk.show(t("sign-clash", form=form, items=items), rows)
    return True


async def ask(talk: Talk) -> None:
    """Ask for the name."""
    form = await activity_lists.manner(talk.tx, talk.data["slot"])
    talk.say(t("sign-name", form=form), [_stop()])


def _stop() -> list[Button]:
    return [tap("button-never-mind", Go("drop")), tap("button-person", Go("person"))]


async def message(talk: Talk) -> None:
    """The name was typed, perhaps with the number; unless it is a cry for help. Nobody has signed up yet:
    who of the roster it is, or whether it is a name at all, is asked first."""
    said = said_now(talk)
    if said is not None and hotlines.sounds_urgent(said):
        await talk.leave()
        await intake.begin(talk)
        return
    words, phone = spoken(talk.text)
    if not words:
        await ask(talk)
        return
    listed = talk.data.get("listed", False)
    find = signup_lists.slot if listed else activity_lists.slot
    try:
        slot, activity = await find(talk.tx, talk.account, talk.data["slot"])
    except RefusedError:
        await talk.leave()
        raise
    name = people.tidy_name(words)
    await talk.keep(FORM, slot=slot.id, listed=listed, name=name, phone=phone)
    kind = ListAdd if listed else SignFor
    await _ask_which(talk, activity, name, lambda who: kind(slot.id, who, 0))


async def _ask_which(talk: Talk, activity: Activity, name: str, meaning: Callable[[str], Tap]) -> None:
    found = await people.find_persons(talk.tx, activity.center_id, name)
    form = activity.planned.manner
    rows: Rows = [
        [await person_button(talk, meaning(f"p{person.id}"), person, village)]
        for person, village in found[:FOUND]
    ]
    if found:
        talk.say(t("proxy-which", name=name), [*rows, [tap("button-someone-else", meaning("n"))], _stop()])
    else:
        rows = [[tap("button-sign-named", meaning("n"), form=form)], _stop()]
        talk.say(t("sign-unknown", form=form, name=name), rows)
