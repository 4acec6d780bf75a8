"""There is one of what people wished for: they hear of it before everybody does."""

from __future__ import annotations

from domain.activitytaps import ActivityDo
from domain.messages import Outgoing, t
from domain.night import awake
from domain.taps import Go
from services import activity_cards, activity_wishes, signup_people
from services.cards import button
from services.outbox import tell
from storage import people
from storage.activities import Activity
from storage.people import Account
from storage.transaction import Tx


async def tell_first(tx: Tx, activity: Activity) -> list[int]:
    """Tell those who wished for it and for whom it is; their wishes are met. At night they hear it in the
    morning, as everybody does. Returns their accounts."""
    title, told = activity.planned.title, []
    morning = awake(tx.now, await activity_cards.zone_of(tx, activity))
    facts = await activity_cards.facts(tx, activity)
    rows = [
        [button("button-activity-sign", ActivityDo("sign", activity.id), form=activity.planned.manner)],
        [button("button-activity-open", ActivityDo("open", activity.id))],
        [button("button-person", Go("person"))],
    ]
    for one in await activity_wishes.wishers(tx, activity.center_id, title):
        reader = await people.account(tx, one.id)
        if reader is None or not await _is_for(tx, activity, reader):
            continue
        message = Outgoing(text=t("wish-met", facts=facts), buttons=rows)
        tell(tx, reader, message, not_before=morning if morning > tx.now else None)
        told.append(reader.id)
    await activity_wishes.met(tx, activity.center_id, title, told)
    return told


async def _is_for(tx: Tx, activity: Activity, reader: Account) -> bool:
    who = await signup_people.comer(tx, reader, activity.center_id, None)
    return not activity.planned.whom.bars(village=who.village_id, sex=who.sex, tags=who.tags)
