"""A sentence that asks after what is on, what is paid or who has work: what there is, before it becomes a
request."""

from __future__ import annotations

from domain.bulletintaps import BulletinFound
from domain.messages import t
from domain.taps import Draft
from handlers.bulletins import topic_button
from handlers.drafts import DraftForm, drop_row
from handlers.talk import Rows, Talk, tap
from services import activity_cards, at_hand, bulletins
from services.bulletins import Shelf
from services.kinds import Activity
from services.people import membership

MOST = 3


async def find(talk: Talk, draft: DraftForm) -> list[Activity]:
    """What is on at the center that the draft asks after, the next first."""
    if membership(talk.account) is None or talk.account.current_center_id is None:
        return []
    return await at_hand.to_come_to(talk.tx, talk.account, talk.account.current_center_id, draft.words)


async def shelf(talk: Talk, draft: DraftForm) -> Shelf | None:
    """What is posted there that may answer the draft."""
    if membership(talk.account) is None or not draft.words.strip():
        return None
    return await bulletins.asked_after(talk.tx, talk.account, draft.words)


async def offer(talk: Talk, draft: DraftForm, ways: Rows | None = None) -> bool:
    """If the draft asks after what there is, show that; beneath it `ways` lead on, else to a request. Returns
    False for any other."""
    rows = [[one] for one in await activity_cards.found(talk.tx, (await find(talk, draft))[:MOST])]
    if not rows and (posts := await shelf(talk, draft)) is not None:
        rows = [[topic_button(posts, BulletinFound(posts.topic.code))]]
    if not rows:
        return False
    ways = ways or [[tap("button-borrow-other", Draft("calm"))], drop_row(talk)]
    talk.say(t("asked-found"), [*rows, *ways])
    return True
