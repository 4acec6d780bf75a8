"""What a draft is about: the likeliest service lines of what was said, or the menu of them all."""

from __future__ import annotations

from collections.abc import Iterable

from domain.catalogue import CATALOGUE
from domain.messages import Button, t
from domain.suggest import suggest
from domain.taps import Draft, Go, Group, PickLine
from handlers import clerk, conflicts, drafts, passing, unsent, urgent
from handlers.drafts import FORM, DraftForm, current, drop_row, save
from handlers.talk import WHICH, Rows, Talk, kept, tap
from services import cards
from services.errors import RefusedError
from services.intake import lines as offered_lines
from services.people import membership


def to_menu() -> Button:
    """Back to the groups of lines."""
    return tap("button-back", Go("lines"))


async def ask(talk: Talk, draft: DraftForm) -> None:
    """Offer the three likeliest lines; all of them when nothing was written; the numbers in an emergency."""
    if not draft.words.strip():
        asked = t("draft-what-about") if draft.said else clerk.what(draft) or t("menu")
        talk.say_once(asked, _group_rows(talk))
        return
    if (found := draft.emergency) is not None:
        urgent.alarm(talk, found)
    else:
        talk.say_once(t("draft-which"), await _line_rows(talk, suggest(draft.words).lines))


async def _line_rows(talk: Talk, ranked: Iterable[str]) -> Rows:
    offered = await offered_lines(talk.tx, talk.account)
    rows = [[await _line_button(talk, code)] for code in ranked if code in offered]
    return [*rows, [tap("button-other-line", Go("lines"))], drop_row(talk)]


async def calm(talk: Talk) -> None:
    """Not urgent after all, or not what was offered: what is it about? If that is settled, on to the look."""
    from handlers import intake

    draft = current(talk)
    if draft.line is not None:
        await intake.ask(talk)
        return
    talk.show(t("draft-which"), await _line_rows(talk, suggest(draft.words).lines))


async def _line_button(talk: Talk, code: str) -> Button:
    name = await cards.line_name(talk.tx, talk.account.current_center_id or 0, code)
    return tap("button-text", PickLine(code), text=name)


def _group_rows(talk: Talk) -> Rows:
    rows = [[tap(f"group-{group.code}", Group(group.code))] for group in CATALOGUE.groups]
    return [*rows, drop_row(talk)]


async def menu(talk: Talk) -> None:
    """The menu, for whoever wants to ask for something: if a draft was left, whether it is that."""
    if drafts.is_left(talk) and not current(talk).is_blank:
        resume, *rest = kept(talk)
        talk.show(unsent.left(current(talk)), [resume, [tap("button-new-request", Draft("aside"))], *rest])
    else:
        await groups(talk)


async def groups(talk: Talk) -> None:
    """A few large groups of lines. Whatever form is open stays open, except those that would take the need
    that is typed now for an answer of their own."""
    if talk.form is not None and talk.form.form in passing.FORMS:
        await talk.leave()
    talk.show(t("menu"), _group_rows(talk))


async def pick_group(talk: Talk, chosen: Group) -> None:
    """A group was opened; one with a single line leads straight on."""
    offered = await offered_lines(talk.tx, talk.account)
    codes = [line.code for line in CATALOGUE.lines if line.group == chosen.group and line.code in offered]
    if not codes:
        raise RefusedError(t("group-empty"))
    if len(codes) == 1:
        await pick_line(talk, PickLine(codes[0]))
        return
    rows = [[await _line_button(talk, code)] for code in codes]
    talk.show(t("menu-group"), [*rows, [to_menu(), tap("button-person", Go("person"))]])


def _draft_to_fill(talk: Talk) -> DraftForm:
    """The open draft, else a new one; a question that waits for an answer is not thrown away for it."""
    from handlers import intake

    if talk.form is not None and talk.form.form == WHICH:
        return DraftForm.model_validate({"said": talk.data["said"]})
    if talk.form is not None and talk.form.form == FORM:
        return current(talk)
    intake.check_free(talk, FORM)
    return DraftForm(then=drafts.beneath_new(talk))


async def pick_line(talk: Talk, chosen: PickLine) -> None:
    """What it is about is settled; ask for words if there are none yet, else show the whole."""
    from handlers import intake

    if membership(talk.account) is None:
        raise RefusedError(t("join-first"))
    draft = _draft_to_fill(talk)
    if chosen.line not in await offered_lines(talk.tx, talk.account):
        raise RefusedError(t("line-off"))
    changed = draft.about(chosen.line).at("preview" if draft.said else "words")
    await save(talk, changed)
    if changed.step != "preview":  # which names the line itself
        name = await cards.line_name(talk.tx, talk.account.current_center_id or 0, chosen.line)
        talk.show(t("draft-line-noted", line=name))
    conflicts.warn_if_named(talk, draft, changed)
    await intake.ask(talk)
