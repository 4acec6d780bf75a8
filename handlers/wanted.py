"""What a sentence may want that needs no request: to borrow or to come to what there is, to learn something,
to know what is paid or who has work."""

from __future__ import annotations

from domain import wanting
from domain.activitytaps import ActivityFound
from domain.bulletintaps import BulletinFound, BulletinTopic
from handlers import activities, activity_wishes, asked_after, borrowing, bulletins
from handlers.drafts import FORM, DraftForm, current, end, save, settle
from handlers.talk import Rows, Talk, remind


async def offer(talk: Talk, draft: DraftForm) -> bool:
    """Show what there is at the center, or have a wish noted; the draft can still be a request. Returns False
    for any other."""
    if not await show(talk, draft):
        return False
    await save(talk, draft.model_copy(update={"offered": draft.mark}))
    return True


async def show(talk: Talk, draft: DraftForm, ways: Rows | None = None) -> bool:
    """The same, and `ways` lead on from it, if they are given."""
    for look in (borrowing.offer, activity_wishes.offer, asked_after.offer):
        if await look(talk, draft, ways):
            return True
    return False


async def open_page(talk: Talk, chosen: ActivityFound) -> None:
    """That is it: its page, and no request is begun; what was said since, or before, is still one."""
    await activities.show(talk, chosen.activity_id)
    await _answer(talk, chosen)
    remind(talk)


async def open_topic(talk: Talk, chosen: BulletinFound) -> None:
    """The same with what is posted of a topic."""
    await bulletins.topic(talk, BulletinTopic(chosen.topic, 0))
    await _answer(talk, chosen)
    remind(talk)


async def _answer(talk: Talk, chosen: ActivityFound | BulletinFound) -> None:
    """What was wanted is there, so that much needs no request. An older list answers nothing else."""
    if _is_all(talk):
        await end(talk)
    elif talk.form is not None and talk.form.form == FORM and current(talk).unplaced:
        draft = current(talk)
        if chosen in await _answers(talk, draft.last):
            await settle(talk, draft)


def _is_all(talk: Talk) -> bool:
    """Whether nothing has been said but what was answered with what there is."""
    if talk.form is None or talk.form.form != FORM:
        return talk.form is not None and bool(talk.data.get("wish"))
    draft = current(talk)
    return not draft.unplaced and draft.offered == draft.mark


async def _answers(talk: Talk, last: DraftForm) -> list[ActivityFound | BulletinFound]:
    """All there is that this wants."""
    subject = wanting.read(last.words)
    found = [*await borrowing.find(talk, last), *await asked_after.find(talk, last)]
    if subject is not None:
        found += await activity_wishes.find(talk, subject)
    posts = await asked_after.shelf(talk, last)
    topics = [BulletinFound(posts.topic.code)] if posts is not None else []
    return [*(ActivityFound(one.id) for one in found), *topics]
