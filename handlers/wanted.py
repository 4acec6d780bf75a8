"""What a sentence may want that needs no request: to borrow or to come to what there is, to learn something,
to know what is paid or who has work."""

from __future__ import annotations

from domain import wanting
from domain.activitytaps import ActivityFound
from domain.bulletintaps import BulletinFound, BulletinTopic
from handlers import activities, activity_wishes, asked_after, borrowing, bulletins
from handlers.activity_wishes import said_before
from handlers.drafts import DraftForm, save, settle
from handlers.talk import Rows, Talk, remind


async def offer(talk: Talk, draft: DraftForm) -> bool:
    """Show what there is at the center, or have a wish noted; the draft can still be a request. Returns False
    for any other, and for more than one message: to be answered that is too much."""
    if len(draft.said) > 1 or not await show(talk, draft):
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
    """That is it: its page, and no request is begun of the words that wanted it. An older list, which answers
    others, only opens it. The word that a draft waits stands above it: it is the page that they look for."""
    await _answer(talk, chosen)
    remind(talk)
    await activities.show(talk, chosen.activity_id)


async def open_topic(talk: Talk, chosen: BulletinFound) -> None:
    """The same with what is posted of a topic."""
    await _answer(talk, chosen)
    remind(talk)
    await bulletins.topic(talk, BulletinTopic(chosen.topic, 0))


async def _answer(talk: Talk, chosen: ActivityFound | BulletinFound) -> None:
    asked = _asked_with(talk)
    if asked is not None and chosen in await _answers(talk, asked):
        await settle(talk)


def _asked_with(talk: Talk) -> DraftForm | None:
    """The words that were answered with what there is, as if nothing else had been said."""
    draft = said_before(talk)
    if draft is None or draft.unplaced:
        return draft and draft.last
    return draft if draft.offered == draft.mark else None


async def _answers(talk: Talk, asked: DraftForm) -> list[ActivityFound | BulletinFound]:
    """All there is that this wants."""
    subject = wanting.read(asked.words)
    found = [*await borrowing.find(talk, asked), *await asked_after.find(talk, asked)]
    if subject is not None:
        found += await activity_wishes.find(talk, subject)
    posts = await asked_after.shelf(talk, asked)
    topics = [BulletinFound(posts.topic.code)] if posts is not None else []
    return [*(ActivityFound(one.id) for one in found), *topics]
