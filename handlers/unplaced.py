"""What comes while something is unsent may be none of its words: it is kept beside the draft until that is
settled."""

from __future__ import annotations

from domain import wanting
from domain.messages import Said, t
from domain.taps import About, Draft
from handlers import hotlines, thread, unsent, wanted
from handlers.drafts import MOST, DraftForm, current, is_left, is_silent, save
from handlers.talk import Rows, Talk, aside, remind, tap
from services.errors import RefusedError
from services.thread import speak

ASKED_FOR = ("add", "rewrite")
"""Steps at which more words were just asked for."""


async def take(talk: Talk, draft: DraftForm, said: Said) -> bool:
    """Keep apart what was just sent, and ask, if it may be none of the draft's words: the draft had been
    left, or this is clearly a wish of its own, or such a question is open already. What is urgent then, or
    while it is asked for whom the draft is, and what follows a draft in which nothing has been said, begins
    anew without a question. Returns False for all else."""
    from handlers import intake

    left, urgent = is_left(talk), hotlines.sounds_urgent(said)
    if not (left or draft.unplaced or _is_wish(draft, said) or (urgent and draft.asks_whom)):
        return False
    beside = (*draft.unplaced, said)
    if urgent and is_silent(talk):  # what was said so long ago is none of it
        await intake.take_up(talk, (said,), then=draft.put_aside())
        return True
    if draft.is_blank or urgent:
        await intake.take_up(talk, beside, then=draft.keeping().put_aside())
        return True
    if len(beside) > MOST:
        talk.say(t("draft-full", most=MOST))
    else:
        draft = draft.keeping(*beside, left=left)
        await save(talk, draft)
    await ask(talk, draft)
    return True


def _is_wish(draft: DraftForm, said: Said) -> bool:
    """Whether this wants to learn something, in the middle of a draft. Who was asked for words is taken at
    their word, and something urgent that waits for an answer goes first."""
    if draft.step in ASKED_FOR or not draft.said or draft.for_another:
        return False
    if draft.line is None and draft.emergency is not None:
        return False
    return wanting.read(said.content.text) is not None


async def ask(talk: Talk, draft: DraftForm) -> None:
    """Show what there is for what was said last, or have a wish noted; else ask what it is about."""
    ways: Rows = [[unsent.belongs_button(draft)], [tap("button-wish-other", Draft("which"))], aside()]
    if draft.for_another or not await wanted.show(talk, draft.last, ways):
        await ask_which(talk, draft)


async def ask_which(talk: Talk, draft: DraftForm) -> None:
    """Ask what it is about; never guess."""
    if not draft.unplaced:
        raise RefusedError(t("already-answered"))
    await thread.ask_which(talk, draft.unplaced, unsent.belongs_button(draft))


def belongs(draft: DraftForm) -> DraftForm:
    """The draft with all of it. Raises RefusedError when it is too much, or would tell who asks without a
    name, or nothing is open (an old button)."""
    if not draft.unplaced:
        raise RefusedError(t("already-answered"))
    return draft.back().with_said(*draft.said, *draft.unplaced).keeping()


async def about(talk: Talk, chosen: About) -> None:
    """It is about a request that is under way, or begins a new one; the draft waits."""
    from handlers import intake

    draft = current(talk)
    if not draft.unplaced:
        raise RefusedError(t("already-answered"))
    if chosen.request_id == 0:
        talk.show(t("which-new"))
        known = not draft.for_another  # each was answered with what there is as it came
        await intake.take_up(talk, draft.unplaced, known=known, then=draft.keeping().put_aside())
        return
    receipt = await speak(talk.tx, talk.account, chosen.request_id, draft.unplaced)
    await save(talk, draft.keeping())
    talk.show(receipt, [aside()], request_id=chosen.request_id)
    remind(talk)
