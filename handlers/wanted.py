"""What a sentence may want that needs no request: to borrow what there is, or to learn something."""

from __future__ import annotations

from domain import wanting
from domain.activitytaps import ActivityFound
from handlers import activities, activity_wishes, borrowing
from handlers.drafts import FORM, DraftForm, current, end, save, settle
from handlers.talk import Talk, remind


async def offer(talk: Talk, draft: DraftForm) -> bool:
    """Show what there is at the center, or have a wish noted; the draft can still be a request. Returns False
    for any other."""
    if not (await borrowing.offer(talk, draft) or await activity_wishes.offer(talk, draft)):
        return False
    await save(talk, draft.model_copy(update={"offered": draft.mark}))
    return True


async def open_page(talk: Talk, chosen: ActivityFound) -> None:
    """That is it: its page, and no request is begun; what was said since, or before, is still one."""
    if _is_all(talk):
        await end(talk)
    elif await _is_answer(talk, chosen.activity_id):
        await settle(talk, current(talk))
    await activities.show(talk, chosen.activity_id)
    remind(talk)


def _is_all(talk: Talk) -> bool:
    """Whether nothing has been said but what was answered with what there is."""
    if talk.form is None or talk.form.form != FORM:
        return talk.form is not None and bool(talk.data.get("wish"))
    draft = current(talk)
    return draft.offered == draft.mark


async def _is_answer(talk: Talk, activity_id: int) -> bool:
    """Whether this is what was wanted by what was said last beside the draft: an older list has others."""
    if talk.form is None or talk.form.form != FORM or not current(talk).unplaced:
        return False
    last = current(talk).last
    found = await borrowing.find(talk, last)
    subject = wanting.read(last.words)
    if subject is not None:
        found += await activity_wishes.find(talk, subject)
    return activity_id in {one.id for one in found}
