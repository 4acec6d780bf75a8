"""What a sentence may want that needs no request: to borrow what there is, or to learn something."""

from __future__ import annotations

from domain import wanting
from domain.activitytaps import ActivityFound
from domain.taps import Draft
from handlers import activities, activity_wishes, borrowing
from handlers.drafts import FORM, DraftForm, current, save, settle
from handlers.talk import Rows, Talk, aside, remind, tap


async def offer(talk: Talk, draft: DraftForm) -> bool:
    """Show what there is at the center, or have a wish noted; the draft can still be a request. Returns False
    for any other."""
    if not (await borrowing.offer(talk, draft) or await activity_wishes.offer(talk, draft)):
        return False
    await save(talk, draft.model_copy(update={"offered": draft.mark}))
    return True


async def offer_within(talk: Talk, draft: DraftForm, *, left: bool) -> bool:
    """The same for what was just said in a draft, which goes on without it if they like. To borrow is read
    only if the draft had been `left`: what people say of a thing in one breath is hardly ever that. Returns
    False for any other, for what is filed for somebody or asks about a notice, and where something urgent
    waits for an answer."""
    for_another = draft.clerk or draft.notice is not None
    if for_another or (draft.line is None and draft.emergency is not None):
        return False
    if len(draft.said) == 1:
        return await offer(talk, draft)
    if not await offer_apart(talk, draft, things=left):
        return False
    await save(talk, draft.at("apart"))
    return True


async def offer_apart(talk: Talk, draft: DraftForm, *, things: bool = True) -> bool:
    """Show what there is for what was said last, with one tap that says that it belongs to the draft. Nothing
    can be crossed out here: it would be read as giving up the draft. Returns False as `offer`."""
    ways: Rows = [[tap("button-wish-unsent", Draft("belongs"))], aside()]
    lent = things and await borrowing.offer(talk, draft.last, ways)
    return lent or await activity_wishes.offer(talk, draft.last, ways)


async def open_page(talk: Talk, chosen: ActivityFound) -> None:
    """That is it: its page, and no request is begun; what was said since, or before, is still one."""
    if _is_all(talk):
        await talk.leave()
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
    """Whether this is what was wanted by what was said last in the draft; an older list may have others."""
    if talk.form is None or talk.form.form != FORM or current(talk).step != "apart":
        return False
    last = current(talk).last
    found = await borrowing.find(talk, last)
    subject = wanting.read(last.words)
    if subject is not None:
        found += await activity_wishes.find(talk, subject)
    return activity_id in {one.id for one in found}
