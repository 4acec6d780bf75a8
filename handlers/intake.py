"""Saying what one needs: a sentence, a voice note or the menu; what it is about; a look; and off it goes."""

from __future__ import annotations

from collections.abc import Iterable

from domain.catalogue import CATALOGUE
from domain.messages import Button, Said, t
from domain.suggest import suggest
from domain.taps import Draft, Go, Group, PickKin, PickLine, PickPerson, PickVillage
from handlers import clerk, conflicts, drafts, hotlines, join, passing, proxy, thread, urgent, wanted
from handlers.drafts import FORM, DraftForm, Step, current, drop_row, said_now, save, ways_out
from handlers.talk import BusyError, Rows, Talk, aside, tap
from services import cards, intake, stories, whereabouts
from services.errors import RefusedError
from services.people import membership
from services.requests import Need, submit

GIVES_WAY = (thread.FORM, "phone", "invited", *passing.FORMS)
"""Forms that end when the person begins to say something new."""


def check_free(talk: Talk, *own: str) -> None:
    """Raises BusyError while a form is open that is to be finished first: none of `own`, which are begun
    anew, and none that gives way."""
    if talk.form is not None and talk.form.form not in (*own, *GIVES_WAY):
        raise BusyError


async def take_up(talk: Talk, said: Iterable[Said], *, known: bool = False) -> None:
    """Begin a draft with messages that were written before, unless they want what needs no request; `known`
    says that this has been asked."""
    draft = DraftForm(said=tuple(said))
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
    if draft.step == "line":
        await _ask_line(talk, draft)
    elif draft.step == "preview":
        await preview(talk, draft)
    elif draft.step.startswith("person-"):
        await proxy.ask(talk, draft)
    elif draft.step == "hush":
        await conflicts.ask(talk, draft)
    elif draft.step == "apart":
        await _ask_apart(talk, draft)
    else:
        text = await drafts.question(talk, draft)
        talk.say(text, ways_out(draft) if draft.said else [[_to_menu()], drop_row()])


async def _ask_apart(talk: Talk, draft: DraftForm) -> None:
    if not await wanted.offer_apart(talk, draft):  # it was edited, or there is none any more
        await _go_on(talk, draft.back())


def _to_menu() -> Button:
    return tap("button-back", Go("menu"))


async def _ask_line(talk: Talk, draft: DraftForm) -> None:
    if not draft.words.strip():
        talk.say(t("draft-what-about") if draft.said else clerk.what(draft) or t("menu"), _group_rows())
        return
    if (found := draft.emergency) is not None:
        urgent.alarm(talk, found)
    else:
        talk.say(t("draft-which"), await _line_rows(talk, suggest(draft.words).lines))


async def _line_rows(talk: Talk, ranked: Iterable[str]) -> Rows:
    offered = await intake.lines(talk.tx, talk.account)
    rows = [[await _line_button(talk, code)] for code in ranked if code in offered]
    return [*rows, [tap("button-other-line", Go("menu"))], drop_row()]


async def calm(talk: Talk) -> None:
    """Not urgent after all, or not what was offered: what is it about? If that is settled, on to the look."""
    draft = current(talk)
    if draft.line is not None:
        await ask(talk)
        return
    talk.show(t("draft-which"), await _line_rows(talk, suggest(draft.words).lines))


async def _line_button(talk: Talk, code: str) -> Button:
    name = await cards.line_name(talk.tx, talk.account.current_center_id or 0, code)
    return tap("button-text", PickLine(code), text=name)


def _group_rows() -> Rows:
    rows = [[tap(f"group-{group.code}", Group(group.code))] for group in CATALOGUE.groups]
    return [*rows, drop_row()]


async def menu(talk: Talk) -> None:
    """The menu: a few large groups of lines. Whatever form is open stays open, except those that would take
    the need that is typed now for an answer of their own."""
    if talk.form is not None and talk.form.form in passing.FORMS:
        await talk.leave()
    talk.show(t("menu"), _group_rows())


async def pick_group(talk: Talk, chosen: Group) -> None:
    """A group was opened; one with a single line leads straight on."""
    offered = await intake.lines(talk.tx, talk.account)
    codes = [line.code for line in CATALOGUE.lines if line.group == chosen.group and line.code in offered]
    if not codes:
        raise RefusedError(t("group-empty"))
    if len(codes) == 1:
        await pick_line(talk, PickLine(codes[0]))
        return
    rows = [[await _line_button(talk, code)] for code in codes]
    talk.show(t("menu-group"), [*rows, [_to_menu(), tap("button-person", Go("person"))]])


def _draft_to_fill(talk: Talk) -> DraftForm:
    """The open draft, else a new one; a question that waits for an answer is not thrown away for it."""
    if talk.form is not None and talk.form.form == thread.WHICH:
        return DraftForm.model_validate({"said": talk.data["said"]})
    if talk.form is None or talk.form.form in GIVES_WAY:
        return DraftForm()
    if talk.form.form != FORM:
        raise BusyError
    return current(talk)


async def pick_line(talk: Talk, chosen: PickLine) -> None:
    """What it is about is settled; ask for words if there are none yet, else show the whole."""
    if membership(talk.account) is None:
        raise RefusedError(t("join-first"))
    draft = _draft_to_fill(talk)
    if chosen.line not in await intake.lines(talk.tx, talk.account):
        raise RefusedError(t("line-off"))
    changed = draft.about(chosen.line).at("preview" if draft.said else "words")
    await save(talk, changed)
    if changed.step != "preview":  # which names the line itself
        name = await cards.line_name(talk.tx, talk.account.current_center_id or 0, chosen.line)
        talk.show(t("draft-line-noted", line=name))
    conflicts.warn_if_named(talk, draft, changed)
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
        [tap("button-proxy", Draft("proxy")), tap("button-other-line", Go("menu"))],
        *conflicts.preview_rows(named),
        drop_row(),
    ]
    talk.show(text, rows)


async def message(talk: Talk) -> None:
    """Something was sent while a draft is open: it answers the question, or is added."""
    draft, said = current(talk), said_now(talk)
    if said is None:
        talk.say(t("cannot-pass-on"))
        await ask(talk)
    elif draft.step in ("person-pick", "person-village", "person-kin"):
        await ask(talk)
    elif draft.step in ("person-name", "person-phone"):
        await _go_on(talk, await proxy.answered(talk, draft, said.content))
    elif draft.step == "rewrite":
        hotlines.warn(talk, said)
        media = [one for one in draft.said if one.content.kind != "text"]
        await _go_on(talk, draft.with_said(said, *media))
    else:
        if draft.line is not None:
            hotlines.warn(talk, said)
        await _say_more(talk, draft, said)


async def _say_more(talk: Talk, draft: DraftForm, said: Said) -> None:
    """It is added, unless it wants what needs no request: that is asked, except of whoever was just asked
    for more words."""
    left = drafts.is_left(talk)
    added = draft.with_said(*draft.said, said)
    await save(talk, added)
    if draft.step == "add" or not await wanted.offer_within(talk, added, left=left):
        await ask(talk)


async def corrected(talk: Talk, said: Said) -> bool:
    """A message of the open draft was edited: the draft has its new words. Returns False for any other."""
    draft = current(talk)
    if said.message_id not in {one.message_id for one in draft.said}:
        return False
    new = tuple(said if one.message_id == said.message_id else one for one in draft.said)
    draft = draft.model_copy(update={"said": new})
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
    from handlers import duplicates

    if chosen.step == "drop":
        await drop(talk)
        return
    draft = current(talk)
    if chosen.step == "calm":
        await calm(talk)
    elif chosen.step == "belongs":
        await _belongs(talk, draft)
    elif chosen.step == "no-phone" and draft.step == "person-phone":
        await _go_on(talk, draft.at("person-village"))
    elif draft.line is None:
        raise RefusedError(t("draft-gone"))
    elif chosen.step == "send":
        await (ask(talk) if draft.unsettled else duplicates.send(talk, draft))
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


async def _belongs(talk: Talk, draft: DraftForm) -> None:
    """What was said last is part of the draft."""
    if draft.step != "apart":
        raise RefusedError(t("already-answered"))
    await _go_on(talk, draft.back())


_STEPS: dict[str, Step] = {"proxy": "person-name", "rewrite": "rewrite", "add": "add", "hush": "hush"}


async def drop(talk: Talk) -> None:
    """Give up whatever form is open; registering goes on, nothing works without it."""
    if talk.form is not None and talk.form.form == join.FORM:
        await join.ask(talk)
        return
    await talk.leave()
    talk.show(t("dropped"), [[tap("button-menu", Go("menu"))], aside()])


def need_of(talk: Talk, draft: DraftForm) -> Need:
    """What the draft asks for. Raises RefusedError when it says nothing yet."""
    if not draft.said or draft.line is None:
        raise RefusedError(t("draft-empty"))
    member = membership(talk.account)
    own = {"village_id": member.village_id if member else None}
    return Need(
        line=draft.line,
        topic=draft.topic,
        said=draft.said,
        about=draft.kept_from,
        anonymous=draft.anonymous,
        notice_id=draft.notice,
        **(own | draft.for_whom()),
    )


async def send(talk: Talk, draft: DraftForm) -> None:
    """Off it goes: a number to say over the phone, who has it, and by when."""
    need = need_of(talk, draft)
    row = await submit(talk.tx, talk.account, talk.account.current_center_id or 0, need)
    await talk.leave()
    where = await whereabouts.where_it_is(talk.tx, row)
    text = t("sent", head=await cards.headline(talk.tx, row), where=where)
    rows = [*clerk.sent_rows(draft), [tap("button-mine", Go("mine"))], aside()]
    talk.show(t("sent-risen", sent=text) if row.step != "desk" else text, rows, request_id=row.id)
