"""What a place looks like to whoever has to do with it: how it stands, and what can be done with it."""

from __future__ import annotations

from domain.activitytaps import ActivityDo, SignupDo
from domain.attendancetaps import SignupDay
from domain.lendingtaps import BookWhat
from domain.messages import Button, Outgoing, Text, t, verbatim
from domain.signups import ACTIVE, MOST_SKIPS, Standing
from domain.taps import Go
from domain.texts import Style
from services import activity_cards, lending_cards, signup_people
from services.cards import button
from services.errors import NotFoundError
from services.people import names
from storage import activities, signups
from storage.activities import Activity
from storage.people import Account
from storage.signups import Signup
from storage.transaction import Tx


def whose(reader: Account, row: Signup) -> Text:
    """Whose place it is, as the reader is told."""
    return t("signup-you") if signup_people.own(reader, row) else verbatim(row.name)


async def manner(tx: Tx, row: Signup) -> str:
    """How a place is spoken of (see `Plan.manner`)."""
    activity = await activities.one(tx, row.activity_id)
    return activity.planned.manner if activity is not None else "seats"


async def facts(tx: Tx, row: Signup) -> Text:
    """What a place is in, when it is and where: at the time that was chosen, where one was."""
    activity, slot = await activities.one(tx, row.activity_id), await activities.slot(tx, row.slot_id)
    return await activity_cards.facts(tx, activity, slot) if activity is not None else t("lines", items=[])


async def standing(tx: Tx, reader: Account, row: Signup) -> Text:
    """How somebody stands, in a line with their name."""
    who = whose(reader, row)
    activity = await activities.one(tx, row.activity_id)
    if activity is not None and activity.form == "loan":
        return await lending_cards.standing(tx, activity, row, who)
    if row.state == Standing.CANCELLED and activity is not None and activity.state == "called-off":
        return t("signup-is-called-off", form=activity.planned.manner)
    form, state = await manner(tx, row), await _state(tx, reader, row)
    stage = activity_cards.stage(tx, await activities.slot(tx, row.slot_id))
    if state == Standing.LAPSED and row.skips < MOST_SKIPS and stage == "over":
        state = Standing.WAITING  # until the end
    if state != Standing.WAITING:
        return t(f"signup-{state}", form=form, who=who)
    if activity is not None and stage != "ahead":
        host = await activity_cards.at_the_door(tx, activity)
        return t(f"signup-waiting-{stage}", form=form, who=who, host=host)
    return t("signup-waiting", form=form, who=who, place=await signups.ahead_of(tx, row) + 1)


async def timed(tx: Tx, reader: Account, row: Signup) -> Text:
    """How somebody stands, with the day and time of their place where these were chosen."""
    activity, slot = await activities.one(tx, row.activity_id), await activities.slot(tx, row.slot_id)
    how = await standing(tx, reader, row)
    if activity is None or activity.form != "times" or slot is None or slot.starts_at is None:
        return how
    zone = await activity_cards.zone_of(tx, activity)
    return t("signup-at-time", how=how, at=activity_cards.day_and_time(slot.starts_at, zone))


async def card(tx: Tx, reader: Account, row: Signup) -> Outgoing:
    """A place as a whole, with what can be done with it."""
    activity, slot = await activities.one(tx, row.activity_id), await activities.slot(tx, row.slot_id)
    lines = [await standing(tx, reader, row)]
    if activity is not None:
        lines.append(await activity_cards.facts(tx, activity, slot))
        if row.signed_by != "self" and row.signed_by_id != reader.id:
            named = await names(tx, activity.center_id, [row.signed_by_id])
            name = named.get(row.signed_by_id, "?")
            lines.append(t("signup-by", form=activity.planned.manner, name=name))
    look = [button("button-activity-open", ActivityDo("look", row.activity_id))]
    opened = activity is not None and activity.state == "open"
    if opened and await _state(tx, reader, row) == Standing.CANCELLED and await _misses_more(tx, row):
        lines.append(t("signup-cancelled-course"))
    rows = await choices(tx, reader, row, activity)
    if row.purpose:
        lines.append(t("signup-purpose", words=row.purpose))
    aside = [button("button-signups", Go("signups")), button("button-person", Go("person"))]
    return Outgoing(text=t("lines", items=list(lines)), buttons=[*rows, look, aside])


async def choices(
    tx: Tx, reader: Account, row: Signup, activity: Activity | None, *, among: bool = False
) -> list[list[Button]]:
    """What can be done with a place: when it is over, only looked at. `among`: others' places are beside it,
    so that it is said that this is the reader's own."""
    if activity is not None and activity.form == "loan":
        return await lending_cards.rows(tx, row)
    slot = await activities.slot(tx, row.slot_id)
    has_begun = slot is not None and slot.starts_at is not None and slot.starts_at <= tx.now
    rows, state = [], await _state(tx, reader, row)
    if has_begun and state == Standing.SEATED and activity is not None:
        rows = [days(row)] if await signup_people.may_know(tx, reader, row, activity) else []
    if activity is None or activity.state == "open":
        rows += _rows(row, state, await manner(tx, row), among=among)
    if activity is not None and activity.planned.hours is not None and state == Standing.SEATED:
        rows.insert(0, [button("button-book-what", BookWhat(row.id))])
    return rows


async def _misses_more(tx: Tx, row: Signup) -> bool:
    """Whether more than one session of a course is still to come without them."""
    sessions = await activities.sessions_of(tx, [row.slot_id])
    return sum(one.starts_at > tx.now for one in sessions) > 1


async def _state(tx: Tx, reader: Account, row: Signup) -> Standing:
    """How it stands for the reader. Raises NotFoundError where they know of no place."""
    state = await signup_people.stands(tx, reader, row)
    if state is None:
        raise NotFoundError
    return state


def _rows(row: Signup, state: Standing, form: str, *, among: bool) -> list[list[Button]]:
    if state == Standing.OFFERED:
        return answers(row, form)
    if state in ACTIVE and among:
        return [[button("button-signup-cancel-own", SignupDo("cancel", row.id), form=form)]]
    if state in ACTIVE:
        return [[button("button-signup-cancel", SignupDo("cancel", row.id), form=form)]]
    if state == Standing.CANCELLED:
        return [[button("button-signup-again", SignupDo("again", row.id), form=form)]]
    return []


def days(row: Signup) -> list[Button]:
    """Leads to how often somebody was there."""
    return [button("button-my-days", SignupDay(row.id))]


def answers(row: Signup, form: str) -> list[list[Button]]:
    """Yes and no to a seat that is free, or to what is lent; `form` is how it is spoken of."""
    if form == "loan":
        return lending_cards.answers(row)
    return [
        [button("button-signup-yes", SignupDo("yes", row.id), form=form)],
        [button("button-signup-no", SignupDo("no", row.id), form=form)],
    ]


async def line(tx: Tx, reader: Account, row: Signup) -> tuple[Text, Button]:
    """A place in a line of a list, and the button that opens it: with whose it is where it is not the
    reader's, and the time where one was chosen."""
    activity, slot = await activities.one(tx, row.activity_id), await activities.slot(tx, row.slot_id)
    if activity is None or slot is None:
        raise NotFoundError
    what, zone = await standing(tx, reader, row), await activity_cards.zone_of(tx, activity)
    style: Style = "date" if activity.form == "seats" else "short"
    other = None if signup_people.own(reader, row) else whose(reader, row)
    opening = activity_cards.opens(
        activity, slot.starts_at, zone, SignupDo("open", row.id), style=style, whose=other
    )
    return activity_cards.line(activity, slot.starts_at, zone, what, style), opening
