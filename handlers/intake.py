"""Saying what one needs: a sentence, a voice note or the menu; what it is about; a look; and off it goes."""

from __future__ import annotations

from collections.abc import Iterable

from domain.messages import Said, t
from domain.taps import Draft, Drop, Go, PickKin, PickPerson, PickVillage
from handlers import (
    beneath,
    conflicts,
    drafts,
    hotlines,
    join,
    lines,
    passing,
    preview,
    proxy,
    thread,
    unplaced,
    unsent,
    wanted,
)
from handlers.drafts import FORM, DraftForm, Step, current, drop_row, said_now, save, ways_out
from handlers.talk import BusyError, Talk, aside, dropping, kept, remind, tap
from services.errors import RefusedError

GIVES_WAY = (thread.FORM, "phone", "invited", *passing.FORMS)
"""Forms that end when the person begins to say something new."""


def is_free(talk: Talk, *own: str) -> bool:
    """Whether a form can be begun: none is open but one of `own`, which are begun anew, or one that gives way
    and beneath which nothing waits but those."""
    if talk.form is None or talk.form.form in own:
        return True
    then = beneath.waiting(talk)
    return talk.form.form in GIVES_WAY and (then is None or then["form"] in (*own, *GIVES_WAY))


def check_free(talk: Talk, *own: str) -> None:
    """Raises BusyError while a form is open that is to be finished first."""
    if not is_free(talk, *own):
        raise BusyError


async def take_up(
    talk: Talk, said: Iterable[Said], *, known: bool = False, then: DraftForm | None = None
) -> None:
    """Begin a draft with messages that were written before, unless they want what needs no request; `known`
    says that this has been asked. When it is over the draft `then` is open again, which was left."""
    draft = DraftForm(said=tuple(said), then=then)
    await save(talk, draft)
    if known or not await wanted.offer(talk, draft):
        await ask(talk)


async def begin(talk: Talk) -> None:
    """A sentence, voice note or anything else out of the blue: a draft begins with it."""
    said = said_now(talk)
    if said is None:
        talk.say(t("cannot-pass-on"), [[tap("button-menu", Go("menu"))], aside()])
    else:
        await take_up(talk, (said,))


async def ask(talk: Talk) -> None:
    """Show the draft at the step it is at."""
    draft = current(talk)
    if draft.unplaced:
        await unplaced.ask(talk, draft)
    elif draft.step == "line":
        await lines.ask(talk, draft)
    elif draft.step == "preview":
        await preview.show(talk, draft)
    elif draft.asks_whom:
        await proxy.ask(talk, draft)
    elif draft.step == "hush":
        await conflicts.ask(talk, draft)
    else:
        text = await drafts.question(talk, draft)
        talk.say(text, ways_out(talk, draft) if draft.said else [[lines.to_menu()], drop_row(talk)])


async def resume(talk: Talk) -> None:
    """Go on with the draft where it was left."""
    await drafts.take_up_again(talk)
    await ask(talk)


async def message(talk: Talk) -> None:
    """Something was sent while a draft is open: it answers the question, or is added."""
    draft, said = current(talk), said_now(talk)
    if said is None:
        talk.say(t("cannot-pass-on"))
        await ask(talk)
    elif _answers_whom(talk, draft, said):
        await _answer_whom(talk, draft, said)
    elif await unplaced.take(talk, draft, said):
        return
    elif draft.step == "rewrite":
        hotlines.warn(talk, said)
        media = [one for one in draft.said if one.content.kind != "text"]
        await _go_on(talk, draft.with_said(said, *media))
    else:
        if draft.line is not None:
            hotlines.warn(talk, said)
        await _say_more(talk, draft, said)


def _answers_whom(talk: Talk, draft: DraftForm, said: Said) -> bool:
    """Whether it is taken for an answer to the question for whom it is: nothing urgent is, and nothing that
    was said long after; only the clerk is asked nothing else."""
    return draft.asks_whom and not hotlines.sounds_urgent(said) and (draft.clerk or not drafts.is_left(talk))


async def _answer_whom(talk: Talk, draft: DraftForm, said: Said) -> None:
    if draft.step in ("person-name", "person-phone"):
        draft = await proxy.answered(talk, draft, said.content)
    elif said.content.kind != "text":  # no words instead of a choice, but a photo of the matter
        draft = draft.with_said(*draft.said, said).at(draft.step)
    await _go_on(talk, draft)


async def _say_more(talk: Talk, draft: DraftForm, said: Said) -> None:
    added = draft.with_said(*draft.said, said)
    await save(talk, added)
    if draft.said or draft.for_another or not await wanted.offer(talk, added):
        await ask(talk)


async def corrected(talk: Talk, said: Said) -> bool:
    """A message of the open draft was edited: the draft has its new words. Returns False for any other."""
    draft = current(talk).corrected(said)
    if draft is None:
        return False
    if draft.line is not None or draft.unplaced:
        hotlines.warn(talk, said)
    await _go_on(talk, draft.about(draft.line) if draft.line else draft)
    return True


async def _go_on(talk: Talk, draft: DraftForm) -> None:
    await save(talk, draft)
    await ask(talk)


async def pick_person(talk: Talk, chosen: PickPerson) -> None:
    """Whom it is for was chosen from the roster, or is not on it."""
    await _for(talk, await proxy.picked_person(talk, current(talk), chosen))


async def pick_village(talk: Talk, chosen: PickVillage) -> None:
    """Where the person acted for lives was chosen."""
    await _for(talk, await proxy.picked_village(talk, current(talk), chosen))


async def pick_kin(talk: Talk, chosen: PickKin) -> None:
    """What they are to the person acted for was chosen."""
    await _for(talk, proxy.picked_kin(current(talk), chosen))


async def _for(talk: Talk, draft: DraftForm) -> None:
    if draft.whom is not None:
        talk.show(t("proxy-noted", name=draft.whom.name))
    await _go_on(talk, draft)


async def do(talk: Talk, chosen: Draft) -> None:
    """A button of the draft."""
    from handlers import sending

    draft = current(talk)
    if chosen.step == "calm":
        await lines.calm(talk)
    elif chosen.step == "belongs":
        await _add_beside(talk, draft)
    elif chosen.step == "which":
        await unplaced.ask_which(talk, draft)
    elif chosen.step == "aside":
        await save(talk, DraftForm(then=draft.put_aside()))
        await lines.groups(talk)
    elif draft.unplaced:
        await ask(talk)
    elif chosen.step == "no-phone" and draft.step == "person-phone":
        await _go_on(talk, draft.at("person-village"))
    elif draft.line is None:
        raise RefusedError(t("draft-gone"))
    elif chosen.step == "send":
        await sending.send(talk, draft)
    elif chosen.step == "back" and draft.said:
        await _go_on(talk, draft.back())
    elif chosen.step in ("anonymous-on", "anonymous-off"):
        await _go_on(talk, conflicts.anonymous(talk, draft, on=chosen.step == "anonymous-on"))
    elif chosen.step in _STEPS:
        changed = draft.at(_STEPS[chosen.step])
        conflicts.warn_if_named(talk, draft, changed)
        await _go_on(talk, changed)
    else:
        raise RefusedError(t("draft-gone"))


async def _add_beside(talk: Talk, draft: DraftForm) -> None:
    """What was said since belongs to it."""
    whole = unplaced.belongs(draft)
    if whole.step != "preview":  # which shows that itself
        talk.show(t("unsent-added"))
    await _go_on(talk, whole)


_STEPS: dict[str, Step] = {"proxy": "person-name", "rewrite": "rewrite", "add": "add", "hush": "hush"}


async def drop(talk: Talk) -> None:
    """Give up whatever form is open, by a command, or a short one by its button; a draft has a button that
    names it."""
    if talk.query is not None and talk.form is not None and talk.form.form == FORM:
        raise RefusedError(t("already-answered"))
    await dropped(talk, dropping(talk))


async def dropped(talk: Talk, chosen: Drop) -> None:
    """Give up this form; registering goes on, nothing works without it. What waited beneath it is open again,
    and what was said beside a draft is taken up. Raises RefusedError when another is open by now."""
    if talk.form is not None and talk.form.form == join.FORM:
        await join.ask(talk)
        return
    if chosen != dropping(talk):
        raise RefusedError(t("draft-gone") if talk.form is None else t("already-answered"))
    draft = current(talk) if chosen.form == FORM else None
    if draft is not None and draft.unplaced:  # which was not what they gave up
        talk.show(unsent.dropped(draft))
        await take_up(talk, draft.unplaced, then=draft.then)
        return
    await beneath.end(talk)
    if draft is not None and talk.form is not None:
        talk.show(t("lines", items=[unsent.dropped(draft), unsent.kept(talk)]), kept(talk))
        return
    talk.show(t("dropped"), [[tap("button-menu", Go("menu"))], aside()])
    remind(talk)
