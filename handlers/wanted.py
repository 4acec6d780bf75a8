"""What a sentence may want that needs no request: to borrow what there is, or to learn something."""

from __future__ import annotations

from domain import wanting
from domain.activitytaps import ActivityFound
from handlers import activities, activity_wishes, borrowing
from handlers.activity_wishes import said_before
from handlers.drafts import DraftForm, save, settle
from handlers.talk import Talk, remind


async def offer(talk: Talk, draft: DraftForm) -> bool:
    """Show what there is at the center, or have a wish noted; the draft can still be a request. Returns False
    for any other, and for more than one message: to be answered that is too much."""
    if len(draft.said) > 1:
        return False
    if not (await borrowing.offer(talk, draft) or await activity_wishes.offer(talk, draft)):
        return False
    await save(talk, draft.model_copy(update={"offered": draft.mark}))
    return True


async def open_page(talk: Talk, chosen: ActivityFound) -> None:
    """That is it: its page, and no request is begun of the words that wanted it. An older list, which answers
    others, only opens it."""
    asked = _asked_with(talk)
    if asked is not None and await _is_answer(talk, asked, chosen.activity_id):
        await settle(talk)
    await activities.show(talk, chosen.activity_id)
    remind(talk)


def _asked_with(talk: Talk) -> DraftForm | None:
    """The words that were answered with what there is, as if nothing else had been said."""
    draft = said_before(talk)
    if draft is None or draft.unplaced:
        return draft and draft.last
    return draft if talk.data.get("wish") or draft.offered == draft.mark else None


async def _is_answer(talk: Talk, draft: DraftForm, activity_id: int) -> bool:
    found = await borrowing.find(talk, draft)
    subject = wanting.read(draft.words)
    if subject is not None:
        found += await activity_wishes.find(talk, subject)
    return activity_id in {one.id for one in found}
