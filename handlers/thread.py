"""Writing to the other side of a request."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from domain.messages import Button, Said, Text, t
from domain.taps import About, Go, Speak
from handlers import beneath, drafts, hotlines, passing, place
from handlers.drafts import said_now
from handlers.talk import CHOICES, WHICH, Rows, Talk, aside, tap
from services import access, cards, merging, stories, thread, together
from services.access import View
from services.conflicts import RevealingError
from services.errors import RefusedError

FORM = beneath.SPEAK
LASTS = timedelta(minutes=30)
"""After this long without a word, the next message is asked about again: it may be about something else."""
INTERRUPTED = (FORM, WHICH, drafts.FORM, *passing.FORMS)
"""Forms that only collect messages: a reply says by itself where it belongs."""


def _stop() -> Rows:
    return [[tap("button-stop-talking", Go("stop"))]]


async def open_talk(talk: Talk, chosen: Speak) -> None:
    """From now on everything this person sends goes to the other side of this request."""
    row = await access.request(talk.tx, talk.account, chosen.request_id, View.HOLDER)
    if not (row.open or row.status == "done"):
        raise RefusedError(t("refused-over", status=t(f"status-{row.status}")))
    await begin_talk(talk, row.id)
    await ask(talk)


async def begin_talk(talk: Talk, request_id: int) -> None:
    """What is sent next goes to this request; the form that is open, if any, goes on afterwards."""
    await talk.keep(FORM, request=request_id, then=beneath.interrupted(talk, FORM))


async def ask(talk: Talk) -> None:
    """Say to whom the next messages will go."""
    row = await access.request(talk.tx, talk.account, talk.data["request"], View.HOLDER)
    head, hearing = await cards.headline(talk.tx, row), await merging.heard_by(talk.tx, row)
    if row.holder_id == talk.account.id and len(hearing) > 1:
        text = t("speak-now-merged", head=head, numbers=together.numbers(hearing))
    else:
        text = t("speak-now", head=head)
    talk.say(text, _stop(), request_id=row.id)


def is_over(talk: Talk) -> bool:
    """Whether the talk that is open has been silent for so long that nobody remembers it."""
    return talk.form is not None and talk.form.form == FORM and talk.tx.now - talk.form.updated_at > LASTS


async def finished(talk: Talk, request_id: int) -> None:
    """The request has moved on: a talk that was open about it ends."""
    if talk.form is not None and talk.form.form == FORM and talk.data["request"] == request_id:
        await beneath.end(talk)


async def message(talk: Talk) -> None:
    """Carry what was just sent."""
    said = said_now(talk)
    if said is None:
        talk.say(t("cannot-pass-on"), _stop())
        return
    if place.is_none(said):
        talk.say(t("urgent-go-on"), keys=place.usual_keys(talk))
        return
    try:
        receipt = await thread.speak(talk.tx, talk.account, talk.data["request"], [said])
    except RevealingError:
        raise
    except RefusedError:
        await beneath.end(talk)
        raise
    await talk.keep(FORM, **talk.data)
    warn(talk, said)
    if said.content.kind == "location":
        talk.say(t("urgent-place-sent"), keys=place.usual_keys(talk))
    talk.say(receipt, _stop(), request_id=talk.data["request"])


def warn(talk: Talk, said: Said) -> None:
    """Show the numbers if it sounds urgent; not to those whose work it is to speak of such things."""
    if not talk.account.grants:
        hotlines.warn(talk, said)


async def stop(talk: Talk) -> None:
    """No more messages to that request for now."""
    if talk.form is not None and talk.form.form == FORM:
        await beneath.end(talk)
    resume = [[tap("button-resume", Go("resume"))]] if talk.form is not None else []
    talk.show(t("speak-stopped"), [*resume, aside()])


async def replied(talk: Talk) -> bool:
    """A reply is carried to the request of the message it replies to, whatever else is being collected;
    a talk about another request ends with it. Returns False for anything else."""
    said, reply = said_now(talk), talk.message.reply_to_message if talk.message else None
    if said is None or reply is None or (talk.form is not None and talk.form.form not in INTERRUPTED):
        return False
    meant = await thread.meant(talk.tx, talk.account, reply.message_id)
    speaking = talk.form is not None and talk.form.form == FORM
    if meant is None or (speaking and talk.data["request"] == meant):
        return False
    receipt = await thread.speak(talk.tx, talk.account, meant, [said])
    warn(talk, said)
    if speaking:
        await beneath.end(talk)
    talk.say(receipt, request_id=meant)
    return True


async def unaddressed(talk: Talk) -> bool:
    """A message that does not say what it is about: ask, unless it is clearly a wish of its own. Returns
    False when there is nothing it could be about, or no time to ask, so that it begins a new request."""
    from handlers import activity_wishes

    said = said_now(talk)
    if said is None or hotlines.sounds_urgent(said):
        return False
    possible = await thread.possible(talk.tx, talk.account)
    if not possible:
        return False
    wish = await activity_wishes.offer_beside(talk, said, [row.id for row in possible])
    await talk.keep(WHICH, said=[said.pack()], wish=wish)
    if not wish:
        await ask_which(talk, [said])
    return True


async def ask_which(talk: Talk, said: Sequence[Said], *unsent: Button) -> None:
    """Ask which request these messages are about, one that is `unsent` if there is one; never guess."""
    possible = (await thread.possible(talk.tx, talk.account))[: CHOICES - 1 - len(unsent)]
    sent = [tap("button-text", About(row.id), text=await cards.short(talk.tx, row)) for row in possible]
    rows = [[one] for one in (tap("button-new-request", About(0)), *unsent, *sent)]
    talk.say_once(_which(talk, said), [*rows, aside()])


def _which(talk: Talk, said: Sequence[Said]) -> Text:
    """The question, as it fits a sentence or a photo; after a tap they may be far above, and are quoted."""
    contents = [one.content for one in said]
    kinds = {content.kind for content in contents}
    kind = kinds.pop() if len(kinds) == 1 else "mixed"
    question = t("which-request", kind=kind, count=len(said))
    if talk.query is None:
        return question
    return t("which-again", story=stories.brief(contents), kind=kind, question=question)


async def ask_again(talk: Talk) -> None:
    """Ask once more what is to be settled first."""
    await ask_which(talk, _unsettled(talk))


async def leave_unanswered(talk: Talk) -> None:
    """Words of which nobody has said for so long what they are about are a draft that was left: what comes
    next may be about something else."""
    if talk.form is not None and talk.form.form == WHICH and drafts.is_silent(talk):
        draft = drafts.DraftForm(said=tuple(_unsettled(talk)), left=True)
        offered = draft.mark if talk.data.get("wish") and len(draft.said) == 1 else None
        await drafts.save(talk, draft.model_copy(update={"offered": offered}))


def _unsettled(talk: Talk) -> list[Said]:
    return [Said.model_validate(one) for one in talk.data["said"]]


async def more_unaddressed(talk: Talk) -> None:
    """Another message before the question was answered: it belongs to the same, unless it is urgent, or
    clearly a wish of its own."""
    from handlers import activity_wishes, intake

    said, before = said_now(talk), talk.data["said"]
    if said is not None and hotlines.sounds_urgent(said):
        await intake.take_up(talk, [*_unsettled(talk), said])
        return
    if said is None:
        talk.say(t("cannot-pass-on"))
    elif len(before) >= drafts.MOST:
        talk.say(t("draft-full", most=drafts.MOST))
    else:
        open_ids = [row.id for row in await thread.possible(talk.tx, talk.account)]
        wish = await activity_wishes.offer_beside(talk, said, open_ids, alone=False)
        await talk.keep(WHICH, said=[*before, said.pack()], wish=wish)
        if wish:
            return
    await ask_again(talk)


async def about(talk: Talk, chosen: About) -> None:
    """The question is answered: carry the messages there, or begin a new request with them."""
    from handlers import intake, unplaced

    if talk.form is not None and talk.form.form == drafts.FORM:
        await unplaced.about(talk, chosen)
        return
    if talk.form is None or talk.form.form != WHICH:
        raise RefusedError(t("already-answered"))
    kept = _unsettled(talk)
    if chosen.request_id == 0:
        talk.show(t("which-new"))
        await intake.take_up(talk, kept, known=bool(talk.data.get("wish")))
        return
    receipt = await thread.speak(talk.tx, talk.account, chosen.request_id, kept)
    await talk.leave()
    talk.show(receipt, [aside()], request_id=chosen.request_id)


async def corrected(talk: Talk) -> None:
    """A message that was sent before has been edited: in an open form, or in a request's thread."""
    from handlers import intake

    said = said_now(talk)
    if said and talk.form and talk.form.form == drafts.FORM and await intake.corrected(talk, said):
        return
    row = await thread.edited(talk.tx, talk.account, said) if said else None
    if row is None:
        talk.say(t("edit-too-late"), [aside()])
    elif row.holder_id is None:
        talk.say(t("speech-kept", number=row.number), request_id=row.id)
    else:
        talk.say(t("edit-carried", number=row.number), request_id=row.id)
