"""A sentence that wants to borrow something or to use a room: what there is, before it becomes a request."""

from __future__ import annotations

from domain.activitytaps import ActivityFound
from domain.messages import t
from domain.taps import Draft
from handlers.drafts import DraftForm, drop_row
from handlers.talk import Rows, Talk, tap
from services import activity_cards, activity_lists, at_hand
from services.kinds import Activity
from services.people import membership

MOST = 3


async def find(talk: Talk, draft: DraftForm) -> list[Activity]:
    """What there is at the center that the draft wants to borrow or to use."""
    if membership(talk.account) is None or talk.account.current_center_id is None:
        return []
    return await at_hand.to_use(talk.tx, talk.account, talk.account.current_center_id, draft.words)


async def offer(talk: Talk, draft: DraftForm, ways: Rows | None = None) -> bool:
    """If the draft wants what there is at the center, show that; beneath it `ways` lead on, else to a
    request. Returns False for any other."""
    found = await find(talk, draft)
    if not found:
        return False
    shown = found[:MOST]
    places = await activity_lists.places(talk.tx, shown)
    items = []
    for one in shown:
        zone = await activity_cards.zone_of(talk.tx, one)
        items.append(activity_cards.line(one, None, zone, places[one.id].words))
    rows = [[tap("button-borrow-open", ActivityFound(one.id), title=one.planned.title)] for one in shown]
    ways = ways or [[tap("button-borrow-other", Draft("calm"))], drop_row(talk)]
    talk.say(t("borrow-found", items=items), [*rows, *ways])
    return True
