"""A sentence that wants to borrow something or to use a room: what there is, before it becomes a request."""

from __future__ import annotations

from domain.activitytaps import ActivityFound
from domain.messages import t
from domain.taps import Draft
from handlers.drafts import DraftForm, drop_row
from handlers.talk import Talk, tap
from services import activity_cards, activity_lists, lendable
from services.people import membership

MOST = 3


async def offer(talk: Talk, draft: DraftForm) -> bool:
    """If the draft wants what there is at the center, show that; it can still be a request. Returns False for
    any other."""
    if membership(talk.account) is None or talk.account.current_center_id is None:
        return False
    found = await lendable.wanted(talk.tx, talk.account, talk.account.current_center_id, draft.words)
    if not found:
        return False
    shown = found[:MOST]
    places = await activity_lists.places(talk.tx, shown)
    items = []
    for one in shown:
        zone = await activity_cards.zone_of(talk.tx, one)
        items.append(activity_cards.line(one, None, zone, places[one.id].words))
    rows = [[tap("button-borrow-open", ActivityFound(one.id), title=one.planned.title)] for one in shown]
    talk.say(t("borrow-found", items=items), [*rows, [tap("button-borrow-other", Draft("calm"))], drop_row()])
    return True
