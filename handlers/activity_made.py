"""What an officer makes at a center: what is to come with its seats, and what is over with how many came."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from domain.listtaps import ListShow
from domain.messages import Text, t
from domain.taps import Go, Page
from handlers.talk import CHOICES, Rows, Talk, aside, paged, tap
from services import activity_cards, activity_made, activity_wishes
from services.activity_made import Made


async def screen(talk: Talk, page: int = 0) -> None:
    """What is to come or goes on, the next first, with how many sit and wait."""
    found = await activity_made.coming(talk.tx, talk.account, talk.account.current_center_id or 0)
    rest = [
        tap("button-activities-new", Go("activity-new")),
        tap("button-activities-over", Go("activities-over")),
    ]
    if activity_wishes.looks_after(talk.account, talk.account.current_center_id):
        rest.append(tap("button-wishes-look", Go("wishes")))
    items, rows = await _list(talk, found, page, "activities-made", CHOICES - len(rest), _sits)
    text = t("activities-made", items=items) if items else t("activities-made-none")
    talk.show(text, [*rows, *([one] for one in rest), aside("activities")])


async def over(talk: Talk, page: int = 0) -> None:
    """What is over, the latest first, with how many people were there."""
    found = await activity_made.over(talk.tx, talk.account, talk.account.current_center_id or 0)
    items, rows = await _list(talk, found, page, "activities-over", CHOICES, _came)
    text = t("activities-over", items=items) if items else t("activities-over-none")
    talk.show(text, [*rows, aside("activities-made")])


async def _list(
    talk: Talk, found: Sequence[Made], page: int, name: str, size: int, say: Callable[[Made], Text]
) -> tuple[list[Text], Rows]:
    """A page of activities, each in a line and with a button that opens its list."""
    page = min(max(page, 0), max(0, (len(found) - 1) // size))
    items, buttons = [], []
    for one in found:
        activity = one.activity
        zone = await activity_cards.zone_of(talk.tx, activity)
        items.append(activity_cards.line(activity, activity.starts_at, zone, say(one)))
        buttons.append(activity_cards.opens(activity, activity.starts_at, zone, ListShow(activity.id, 0)))
    return items[page * size : (page + 1) * size], paged(buttons, page, lambda n: Page(name, n), size=size)


def _sits(one: Made) -> Text:
    if one.seats is None:
        return t("activity-made-any", n=one.taken)
    form = one.activity.planned.manner
    return t("activity-made-sits", form=form, n=one.taken, seats=one.seats, waiting=one.waiting)


def _came(one: Made) -> Text:
    if one.activity.planned.form == "loan" or not one.came:
        return t("activity-made-sat", n=one.taken)
    return t("activity-made-came", n=one.taken, came=one.came)
