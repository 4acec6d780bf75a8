"""What a sentence may want that needs no request: to borrow what there is, or to learn something."""

from __future__ import annotations

from domain.activitytaps import ActivityFound
from handlers import activities, activity_wishes, borrowing
from handlers.drafts import FORM, DraftForm
from handlers.talk import Talk


async def offer(talk: Talk, draft: DraftForm) -> bool:
    """Show what there is at the center, or have a wish noted; the draft can still be a request. Returns False
    for any other."""
    return await borrowing.offer(talk, draft) or await activity_wishes.offer(talk, draft)


async def open_page(talk: Talk, chosen: ActivityFound) -> None:
    """That is it: its page, and no request is begun."""
    if talk.form is not None and (talk.form.form == FORM or talk.data.get("wish")):
        await talk.leave()
    await activities.show(talk, chosen.activity_id)
