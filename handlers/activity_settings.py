"""What else can be said about an activity, each by a small question of its own."""

from __future__ import annotations

from typing import Any

from domain.activities import Plan, held
from domain.activitytaps import ActivitySet
from domain.catalogue import CATALOGUE
from domain.messages import Button, t
from handlers import activity_moving, activity_slots, activity_whom
from handlers.activity_fields import MOST_OF_A_HOUSEHOLD, NOTHING, TYPED
from handlers.activity_form import (
    answered,
    back_to,
    check_open,
    current,
    keep,
    preview,
    question,
    unit_of,
    zone_of,
)
from handlers.talk import Talk, paged, tap
from services import activity_cards
from services.errors import NotFoundError, RefusedError

_LATER = ("about", "whom", "bring", "cost", "closes_at", "picture", "household_limit")


async def choose(talk: Talk, chosen: ActivitySet) -> None:
    """Open a setting, or set it; afterwards the activity is looked at again."""
    check_open(talk)
    what, value = chosen.what, chosen.value
    if talk.data["activity"] is not None and what in activity_moving.OPENS:
        await _move(talk, current(talk), what, value)
    elif what in TYPED and value:
        await _set(talk, what, value)
    elif what in TYPED and what in _settings(talk, current(talk)):
        await keep(talk, step=what)
        await question(talk, what)
    elif what == "preview":
        await preview(talk)
    elif what == "more":
        await _more(talk, current(talk), _page(value))
    elif what == "certificate" and CATALOGUE.activity(current(talk).kind).certificates:
        await answered(talk, what, {"certificate": not current(talk).certificate})
    elif what == "places":
        await _places(talk, current(talk), value)
    elif what in activity_whom.SCREENS:
        await activity_whom.choose(talk, current(talk), what, value)
    else:
        raise NotFoundError


def _page(value: str) -> int:
    number = value.removeprefix("p")
    return int(number) if number.isdecimal() else 0


async def _set(talk: Talk, what: str, value: str) -> None:
    """One of the answers that are buttons, to the question that is asked."""
    if talk.data["step"] != what:
        raise RefusedError(t("already-answered"))
    if what == "times":
        await keep(talk, step="span", day=activity_slots.day_of(value))
        await question(talk, "span")
        return
    if what in activity_moving.TYPED:
        found: dict[str, Any] = activity_moving.tapped(talk, what, value, await zone_of(talk))
    elif what in activity_slots.NEW:
        found = await activity_slots.tapped(talk, what, value, talk.data["unit"])
    elif value == "none" and what in NOTHING:
        found = {what: NOTHING[what]}
    elif value == "here" and what == "place":
        found = {"place": (await unit_of(talk)).name}
    elif what == "household_limit" and value.isdecimal() and 1 <= int(value) <= MOST_OF_A_HOUSEHOLD:
        found = {what: int(value)}
    elif what == "session-place" and value == "same":
        sessions = [*talk.data["plan"]["sessions"]]
        number = talk.data["session"]
        sessions[number] = {**sessions[number], "place": ""}
        found = {"sessions": sessions}
    else:
        raise NotFoundError
    await answered(talk, what, found)


async def _more(talk: Talk, plan: Plan, page: int) -> None:
    """What can be said about it, what is likeliest first: of one that is changed, what was asked at first."""
    await keep(talk, step="preview")
    names = _settings(talk, plan)
    first = [_setting(one) for one in names if one not in _LATER]
    later = [_setting(one) for one in names if one in _LATER] + _rare(plan)
    items = [*first, *later] if talk.data["activity"] is not None else [*later, *first]
    rows = paged(items, page, lambda n: ActivitySet("more", f"p{n}"))
    talk.show(t("activity-more"), [*rows, back_to("preview")])


async def _move(talk: Talk, plan: Plan, what: str, value: str) -> None:
    """Times that people have chosen: of which day, if there are several; then where it goes, or what more
    there is."""
    zone = await zone_of(talk)
    if plan.form != "times" or plan.hours is not None:
        raise NotFoundError
    days = activity_moving.coming(plan, talk.tx.now, zone)
    if not days:
        raise RefusedError(t("activity-has-been"))
    if what == "add" and talk.data.get("day") in days:
        await keep(talk, step="add")
        await question(talk, "add")
    elif value in days or len(days) == 1:
        await keep(talk, step="move", day=value if value in days else next(iter(days)))
        await question(talk, "move")
    else:
        items = [activity_moving.day_button(day, times, zone) for day, times in days.items()]
        rows = paged(items, _page(value), lambda n: ActivitySet("times", f"p{n}"))
        await keep(talk, step="preview")
        talk.show(t("activity-which-day"), [*rows, back_to()])


def _setting(name: str) -> Button:
    return tap("button-activity-set", ActivitySet(name, ""), what=t(f"activity-field-{name}"))


def _settings(talk: Talk, plan: Plan) -> list[str]:
    """What can be said about it, as it is made; for how many each time is stays once people have chosen."""
    first = [one for one in activity_slots.STEPS[CATALOGUE.activity(plan.kind).making] if one != "each"]
    if talk.data["activity"] is not None:
        first = [one for one in first if one != "people"]
    return [*first, *(one for one in _LATER if plan.sessions or one != "closes_at")]


def _rare(plan: Plan) -> list[Button]:
    """What only some have: a certificate, sessions in other places."""
    items = []
    if CATALOGUE.activity(plan.kind).certificates:
        turn = ActivitySet("certificate", "")
        given = plan.certificate
        items.append(tap("button-activity-no-certificate" if given else "button-activity-certificate", turn))
    if plan.form == "seats" and len(plan.sessions) > 1:
        items.append(tap("button-activity-places", ActivitySet("places", "")))
    return items


async def _places(talk: Talk, plan: Plan, value: str) -> None:
    """Which session is in another place? Of those that have not been."""
    first, zone = len(held(plan.sessions, talk.tx.now)), await zone_of(talk)
    if value.isdecimal():
        number = int(value)
        if not first <= number < len(plan.sessions):
            raise NotFoundError
        await keep(talk, step="session-place", session=number)
        rows = [[tap("button-activity-same-place", ActivitySet("session-place", "same"))], back_to("places")]
        talk.show(t("activity-ask-session-place"), rows)
        return
    items = [
        tap("button-text", ActivitySet("places", str(number)), text=activity_cards.when(one, zone))
        for number, one in enumerate(plan.sessions)
        if number >= first
    ]
    rows = paged(items, _page(value), lambda n: ActivitySet("places", f"p{n}"))
    talk.show(t("activity-which-session"), [*rows, back_to()])
