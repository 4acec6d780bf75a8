"""What one can sign up for: the list, one activity's page, its link, and what its officers find there."""

from __future__ import annotations

from collections.abc import Sequence

from domain.activitytaps import ActivityDo, ActivityQr, SignFor, SignTimes, SignWhom
from domain.catalogue import CATALOGUE
from domain.lendingtaps import OTHER, SELF, BookDays
from domain.links import activity_payload, start_link
from domain.messages import Outgoing, Text, t
from domain.taps import Go, Page
from handlers import join, signing
from handlers.talk import CHOICES, Rows, Talk, aside, paged, tap
from services import (
    activity_access,
    activity_cards,
    activity_lists,
    signup_cards,
    signup_people,
)
from services.errors import NotFoundError, RefusedError
from services.kinds import Activity, Signup


async def screen(talk: Talk, page: int = 0) -> None:
    """What there is at the current center that is meant for the reader, the next first."""
    center_id = _center(talk)
    found = await activity_lists.listed(talk.tx, talk.account, center_id)
    everything = await activity_lists.listed(talk.tx, talk.account, center_id, everything=True)
    rest = []
    own = await activity_lists.mine(talk.tx, talk.account)
    if own:
        rest.append(tap("button-signups", Go("signups")))
    if len(everything) > len(found):
        rest.append(tap("button-activities-all", Go("activities-all")))
    if activity_access.kinds_kept(talk.account, center_id):
        rest.append(tap("button-activities-made", Go("activities-made")))
    items, rows = await _list(talk, found, own, page, "activities", CHOICES - len(rest))
    text = t("activities", items=items) if items else t("activities-none")
    talk.show(text, [*rows, *([one] for one in rest), aside("more")])


async def everything(talk: Talk, page: int = 0) -> None:
    """What is meant for others as well: to be known of, and for whoever is not on the roster as they are."""
    found = await activity_lists.listed(talk.tx, talk.account, _center(talk), everything=True)
    own = await activity_lists.mine(talk.tx, talk.account)
    items, rows = await _list(talk, found, own, page, "activities-all", CHOICES)
    text = t("activities-all", items=items) if items else t("activities-none")
    talk.show(text, [*rows, aside("activities")])


def _center(talk: Talk) -> int:
    if talk.account.current_center_id is None:
        raise RefusedError(t("activities-nowhere"))
    return talk.account.current_center_id


async def _list(
    talk: Talk, found: Sequence[Activity], mine: Sequence[Signup], page: int, name: str, size: int
) -> tuple[list[Text], Rows]:
    """A page of activities: each in a line, with the seats that are left or how one stands, and a button."""
    page = min(max(page, 0), max(0, (len(found) - 1) // size))
    shown = found[page * size : (page + 1) * size]
    left = await activity_lists.places(talk.tx, shown)
    own = {one.activity_id: one for one in reversed(mine) if signup_people.own(talk.account, one)}
    items, zones = [], {one.id: await activity_cards.zone_of(talk.tx, one) for one in found}
    for one in shown:
        row = own.get(one.id)
        what = left[one.id].words if row is None else await signup_cards.standing(talk.tx, talk.account, row)
        items.append(activity_cards.line(one, one.starts_at, zones[one.id], what))
    buttons = [
        activity_cards.opens(one, one.starts_at, zones[one.id], ActivityDo("look", one.id)) for one in found
    ]
    return items, paged(buttons, page, lambda n: Page(name, n), size=size)


async def do(talk: Talk, chosen: ActivityDo) -> None:
    """Look at an activity, begin to sign up, or look after it."""
    match chosen.action:
        case "look":
            await show(talk, chosen.activity_id)
        case "open":
            talk.send(await _page(talk, chosen.activity_id))
        case "sign":
            await signing.begin(talk, chosen.activity_id)
        case "others":
            await signing.begin_other(talk, chosen.activity_id)
        case "manage":
            await _manage(talk, chosen.activity_id)
        case _:
            raise NotFoundError


async def show(talk: Talk, activity_id: int) -> None:
    """An activity's page, in the place of the list or of what was tapped; with a picture, beneath it."""
    message = await _page(talk, activity_id)
    if message.content is None:
        talk.put(message)
    else:
        talk.send(message)


async def _page(talk: Talk, activity_id: int) -> Outgoing:
    """All there is to know, how many seats are left, and how the reader and theirs stand."""
    tx, reader = talk.tx, talk.account
    activity = await activity_access.seen_by(tx, reader, activity_id)
    own = await activity_lists.own(tx, reader, activity.id)
    lines, form = await activity_cards.about(tx, activity), activity.planned.manner
    if activity.state == "open":
        lines += await _left(talk, activity, own)
    elif activity.state == "called-off":
        title = activity_cards.title(activity.planned)
        lines[0] = t("activity-called-off", form=form, title=title, reason=activity.reason or "")
    else:
        lines.append(t(f"signup-is-{activity.state}", form=form))
    lines += [await signup_cards.timed(tx, reader, row) for row in own]
    rows = await _rows(talk, activity, own)
    text = t("lines", items=list(lines))
    return Outgoing(text=text, content=activity.planned.picture, buttons=[*rows, aside("activities")])


async def _left(talk: Talk, activity: Activity, own: Sequence[Signup]) -> list[Text]:
    """How many seats are left; whoever has a place reads how they stand instead."""
    if activity.form == "seats" and any(signup_people.own(talk.account, one) for one in own):
        return []
    places = await activity_lists.places(talk.tx, [activity])
    return [t("activity-places", places=places[activity.id].words)]


async def _rows(talk: Talk, activity: Activity, own: Sequence[Signup]) -> Rows:
    """One's own place first, then the others', then what is for those who look after it: at most five."""
    rows: Rows = []
    mine = next((one for one in own if signup_people.own(talk.account, one)), None)
    until = activity.planned.signs_until
    opened = activity.state == "open" and (until is None or until > talk.tx.now)
    belongs = activity_access.belongs(talk.account, activity.center_id)
    if mine is not None and activity.planned.hours is None:
        rows += await signup_cards.choices(talk.tx, talk.account, mine, activity, among=len(own) > 1)
    if opened and belongs:
        rows += await _sign(talk, activity, mine)
    if any(one is not mine or activity.planned.hours is not None for one in own):
        rows.append([tap("button-signups", Go("signups"))])
    if activity_cards.staff_rows(talk.account, activity):
        rows.append([tap("button-activity-manage", ActivityDo("manage", activity.id))])
    return rows[:CHOICES]


async def _sign(talk: Talk, activity: Activity, mine: Signup | None) -> Rows:
    if activity.planned.hours is not None:
        return [
            [tap("button-book", BookDays(activity.id, SELF, 0))],
            [tap("button-book-other", BookDays(activity.id, OTHER, 0))],
        ]
    slots = await activity_lists.times(talk.tx, talk.account, activity.id)
    form, once = activity.planned.manner, CATALOGUE.activity(activity.kind).once
    rows: Rows = []
    if (await activity_lists.places(talk.tx, [activity]))[activity.id].gone:
        return []
    if len(slots) == 1:
        if mine is None:
            rows.append([tap("button-activity-sign", SignFor(slots[0][0].id, "me", 0), form=form)])
        rows.append([tap("button-activity-sign-other", SignWhom(slots[0][0].id, 0), form=form)])
    elif slots:
        if mine is None or not once:
            rows.append([tap("button-activity-sign", SignTimes(activity.id, 0, 0), form=form)])
        rows.append([tap("button-activity-sign-other", SignTimes(activity.id, 1, 0), form=form)])
    return rows


async def _manage(talk: Talk, activity_id: int) -> None:
    """What can be done for an activity by those who look after it."""
    activity = await activity_access.seen_by(talk.tx, talk.account, activity_id)
    rows = activity_cards.staff_rows(talk.account, activity)
    if not rows:
        raise NotFoundError
    facts = await activity_cards.facts(talk.tx, activity)
    talk.show(t("activity-manage", facts=facts), [*rows, signing.back_to(activity.id)])


async def qr(talk: Talk, chosen: ActivityQr, username: str) -> None:
    """The link to an activity as a picture, for those who look after it."""
    activity = await activity_access.seen_by(talk.tx, talk.account, chosen.activity_id)
    if not activity_access.keeps_list(talk.account, activity):
        raise NotFoundError
    link = start_link(username, activity_payload(activity.id))
    facts = await activity_cards.facts(talk.tx, activity)
    talk.say(t("activity-qr", facts=facts, link=link), [signing.back_to(activity.id)], qr=link)


async def follow(talk: Talk, activity_id: int) -> None:
    """The link of an activity: its page. Whoever does not belong to its center registers there first, and
    lands on it then. Raises NotFoundError."""
    center_id = await activity_access.to_join(talk.tx, talk.account, activity_id)
    if center_id is None:
        await show(talk, activity_id)
    else:
        await join.begin(talk, center_id=center_id, link=activity_payload(activity_id))
