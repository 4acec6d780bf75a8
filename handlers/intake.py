"""Saying what one needs: a sentence, a voice note or the menu; what it is about; a look; and off it goes."""

from __future__ import annotations

from collections.abc import Iterable

from domain.catalogue import CATALOGUE
from domain.messages import Said, t
from domain.taps import Draft, Go, PickKin, PickPerson, PickVillage
from handlers import (
    conflicts,
    drafts,
    hotlines,
    join,
    lines,
    passing,
    proxy,
    thread,
    unplaced,
    unsent,
    wanted,
)
from handlers.drafts import FORM, DraftForm, Step, current, drop_row, said_now, save, ways_out
from handlers.talk import BusyError, Talk, aside, kept, tap
from services import cards, intake, stories
from services.errors import RefusedError

GIVES_WAY = (thread.FORM, "phone", "invited", *passing.FORMS)
"""Forms that end when the person begins to say something new."""


def check_free(talk: Talk, *own: str) -> None:
    """Raises BusyError while a form is open that is to be finished first: none of `own`, which are begun
    anew, and none that gives way."""
    if talk.form is not None and talk.form.form not in (*own, *GIVES_WAY):
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
        await preview(talk, draft)
    elif draft.step.startswith("person-"):
        await proxy.ask(talk, draft)
    elif draft.step == "hush":
        await conflicts.ask(talk, draft)
    else:
        text = await drafts.question(talk, draft)
        talk.say(text, ways_out(draft) if draft.said else [[lines.to_menu()], drop_row()])


async def resume(talk: Talk) -> None:
    """Go on with the draft where it was left."""
    await drafts.take_up_again(talk)
    await ask(talk)


async def preview(talk: Talk, draft: DraftForm) -> None:
    """What will be sent, to whom, for whom; nothing has been sent yet."""
    line = CATALOGUE.line(draft.line or "")
    named = await conflicts.spoken_of(talk, draft)
    whom = [*await drafts.whose(talk, draft), *await conflicts.notes(talk, draft, named)]
    text = t(
        "draft-preview",
        line=await cards.line_name(talk.tx, talk.account.current_center_id or 0, line.code),
        role=t(f"role-{await intake.first_reader(talk.tx, talk.account, line.code, draft.kept_from)}"),
        secrecy=drafts.secrecy(draft),
        story=stories.brief(draft.contents),
        whom=t("lines", items=list(whom)),
    )
    rows = [
        [tap("button-send", Draft("send"))],
        [tap("button-rewrite", Draft("rewrite")), tap("button-add", Draft("add"))],
        [tap("button-proxy", Draft("proxy")), tap("button-other-line", Go("lines"))],
        *conflicts.preview_rows(named),
        drop_row(),
    ]
    if talk.query is None:
        talk.say_once(text, rows)
    else:
        talk.show(text, rows)


async def message(talk: Talk) -> None:
    """Something was sent while a draft is open: it answers the question, or is added."""
    draft, said = current(talk), said_now(talk)
    if said is None:
        talk.say(t("cannot-pass-on"))
        await ask(talk)
    elif draft.step.startswith("person-") and (draft.clerk or not drafts.is_left(talk)):
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


async def _answer_whom(talk: Talk, draft: DraftForm, said: Said) -> None:
    if draft.step in ("person-name", "person-phone"):
        draft = await proxy.answered(talk, draft, said.content)
        await save(talk, draft)
    await ask(talk)


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

    if chosen.step == "drop":
        await drop(talk)
        return
    draft = current(talk)
    if chosen.step == "calm":
        await lines.calm(talk)
    elif chosen.step == "belongs":
        await _add_beside(talk, draft)
    elif chosen.step == "which":
        await unplaced.ask_which(talk, draft)
    elif chosen.step == "aside":
        await save(talk, DraftForm(then=unplaced.put_aside(draft)))
        await lines.groups(talk)
    elif draft.unplaced:
        await ask(talk)
    elif chosen.step == "no-phone" and draft.step == "person-phone":
        await _go_on(talk, draft.at("person-village"))
    elif draft.line is None:
        raise RefusedError(t("draft-gone"))
    elif chosen.step == "send":
        await (ask(talk) if draft.unsettled else sending.send(talk, draft))
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
    """Give up whatever form is open; registering goes on, nothing works without it."""
    if talk.form is not None and talk.form.form == join.FORM:
        await join.ask(talk)
        return
    draft = current(talk) if talk.form is not None and talk.form.form == FORM else None
    if draft is not None and draft.unplaced:  # which was not what they gave up
        talk.show(unsent.dropped(draft))
        await take_up(talk, draft.unplaced, then=draft.then)
        return
    await drafts.end(talk)
    if draft is not None and talk.form is not None:
        talk.show(t("lines", items=[unsent.dropped(draft), unsent.kept(talk)]), kept())
    else:
        talk.show(t("dropped"), [[tap("button-menu", Go("menu"))], aside()])
