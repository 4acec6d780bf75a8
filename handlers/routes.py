"""Which handler answers what: commands, the keyboard's keys, buttons, and everything people send."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from telegram import ChatMember, Update
from telegram.ext import (
    Application,
    CallbackContext,
    CallbackQueryHandler,
    ChatMemberHandler,
    MessageHandler,
    filters,
)

from domain import noticetaps, taps, worktaps
from domain.messages import t
from domain.tap import MalformedTapError, Tap, unpack
from domain.taps import Draft, Go, Page
from handlers import (
    activity_screens,
    beneath,
    certificates,
    checkin,
    day_screens,
    drafts,
    expenses,
    groups,
    home,
    intake,
    invited,
    join,
    leave,
    links,
    matching,
    merging,
    notice_board,
    notice_correcting,
    notice_doors,
    notice_drafts,
    notice_form,
    notice_paper,
    notice_questions,
    notice_templates,
    offering,
    pairs_change,
    pairs_draft,
    pairs_form,
    passing,
    plain,
    requests,
    roles,
    rollcall,
    rollcall_form,
    screens,
    seats,
    tasks,
    thread,
    visits,
    volunteers,
)
from handlers.screens import COMMANDS, OPEN_TO_ALL, PAGES, TAPS
from handlers.talk import WHICH, Screen, Talk, current_tx, remind, screen
from locales import spellings
from services import handover, people
from services.people import membership

Ctx = CallbackContext[Any, Any, Any, Any]


async def resume(talk: Talk) -> None:
    """Ask the open form's question again."""
    if talk.form is None or talk.form.form not in FORMS:
        await home.home(talk)
        return
    await FORMS[talk.form.form][1](talk)


async def _ask_phone(talk: Talk) -> None:
    intake.check_free(talk)
    await talk.keep("phone")
    join.ask_phone(talk)


async def _phone(talk: Talk) -> None:
    if talk.message is not None and talk.message.contact is not None:
        await join.keep_phone(talk)
        await talk.leave()
    else:
        await talk.leave()
        await home.home(talk)
        if talk.text not in spellings("key-skip"):
            await on_message(talk)


SCREENS: dict[str, Screen] = {**screens.SCREENS, "phone": _ask_phone, "resume": resume}
"""Screens by name: what a Go tap opens."""

FORMS: dict[str, tuple[Screen, Screen]] = {
    join.FORM: (join.message, join.ask),
    invited.FORM: (invited.ask, invited.ask),
    "phone": (_phone, _ask_phone),
    drafts.FORM: (intake.message, intake.resume),
    thread.FORM: (thread.message, thread.ask),
    WHICH: (thread.more_unaddressed, thread.ask_again),
    requests.FORM: (requests.reason, requests.ask_reason),
    leave.FORM: (leave.message, leave.ask),
    matching.FORM: (matching.ask, matching.ask),
    merging.FORM: (merging.sentence, merging.ask_sentence),
    notice_form.FORM: (notice_form.message, notice_form.ask),
    notice_templates.FORM: (notice_templates.message, notice_templates.ask),
    notice_correcting.FORM: (notice_correcting.message, notice_correcting.ask),
    notice_drafts.REASON: (notice_drafts.why, notice_drafts.ask_why),
    notice_board.FORM: (notice_board.words, notice_board.ask_words),
    notice_questions.FORM: (notice_questions.message, notice_questions.again),
    rollcall.WHERE: (rollcall.where, rollcall.ask_where),
    rollcall_form.FORM: (rollcall_form.message, rollcall_form.ask),
    notice_doors.WHOM: (notice_doors.whom, notice_doors.ask_whom),
    offering.FORM: (offering.message, offering.ask),
    tasks.FORM: (tasks.message, tasks.ask),
    seats.NOTE: (seats.note, seats.ask_note),
    expenses.FORM: (expenses.message, expenses.ask),
    expenses.WHY: (expenses.why, expenses.ask_why),
    volunteers.REASON: (volunteers.reason, volunteers.ask_reason),
    pairs_draft.FORM: (pairs_form.message, pairs_form.ask),
    pairs_draft.CHANGE: (pairs_change.message, pairs_change.ask),
    pairs_draft.VISIT: (visits.message, visits.ask),
    **activity_screens.FORMS,
    **day_screens.FORMS,
}
"""Each form: what a message in it does, and how its question is asked again."""

NAMED_TAPS: dict[type[Tap], Callable[[Talk, Any, str], Awaitable[None]]] = {
    worktaps.InviteRole: roles.invite,
    noticetaps.NoticePaper: notice_paper.make,
    **activity_screens.NAMED_TAPS,
    **day_screens.NAMED_TAPS,
}
"""The taps that make a link to the bot, and need its name for that."""

ON_THE_WAY = frozenset({"more-others", "work", "work-others", "activity-new"})
"""Menus that give way to one another: that a form is open was said where the way began, and stands below."""


def _registered(talk: Talk) -> bool:
    return membership(talk.account) is not None or bool(talk.account.grants)


def _at_the_end(talk: Talk) -> bool:
    """Whether only the phone is left to be asked for: one more tap, and everything said is taken up."""
    return talk.form is not None and talk.form.form == join.FORM and talk.data["step"] == "phone"


async def open_screen(talk: Talk, name: str) -> None:
    """Open a screen, or begin to register if it needs that first."""
    handler = SCREENS.get(name)
    if handler is None:
        talk.refuse(t("not-found"))
    elif name in OPEN_TO_ALL or (_registered(talk) and not _at_the_end(talk)):
        await handler(talk)
    elif talk.form is not None and talk.form.form == join.FORM:
        talk.say(t("join-first"))
        await join.ask(talk)
    else:
        await join.begin(talk)


async def command(talk: Talk) -> None:
    """A command; in the middle of a form the place is kept, and said so."""
    word, _, payload = talk.text.partition(" ")
    name = word.removeprefix("/").partition("@")[0].lower()
    if name == "start":
        await links.start(talk, payload.strip())
    elif name in COMMANDS:
        await _visit(talk, COMMANDS[name])
    else:
        await home.unknown_command(talk)
        _remind(talk)


async def _visit(talk: Talk, name: str) -> None:
    before = (talk.form.form, dict(talk.form.data)) if talk.form else None
    await open_screen(talk, name)
    after = (talk.form.form, dict(talk.form.data)) if talk.form else None
    kept_on = (
        before is not None and after == before and name not in ("resume", "drop", "menu", "lines", "new")
    )
    if kept_on and (talk.spoke or name not in ON_THE_WAY):
        _remind(talk)


def _remind(talk: Talk) -> None:
    if talk.form is not None and talk.form.form != join.FORM:
        remind(talk)


async def on_message(talk: Talk) -> None:
    """Anything a person sends that is no command."""
    if thread.is_over(talk):
        await beneath.end(talk)
    if passing.is_over(talk):
        await talk.leave()
    await thread.leave_unanswered(talk)
    key = next((text_id for text_id in home.KEYS if talk.text in spellings(text_id)), None)
    if key is not None:
        await _visit(talk, home.KEYS[key])
    elif await thread.replied(talk):
        _remind(talk)
    elif await plain.beside(talk):
        return
    elif talk.form is not None and talk.form.form in FORMS:
        await FORMS[talk.form.form][0](talk)
    elif membership(talk.account) is None:
        await join.begin(talk)
    elif talk.own_contact:
        await join.keep_phone(talk)
    elif not await _says_number(talk):
        await intake.begin(talk)


async def _says_number(talk: Talk) -> bool:
    """Whether nothing but a number was typed that leads somewhere, or words that belong to an open talk or
    ask for nothing. At the place of an activity its digits go before a request's."""
    numbers = (checkin.typed, certificates.typed, requests.by_number)
    for known in (*numbers, plain.asks, thread.unaddressed, plain.typed):
        if await known(talk):
            return True
    return False


async def on_tap(talk: Talk, username: Callable[[], str]) -> None:
    """Any button: what it means is in its data, and proves nothing."""
    try:
        meaning = unpack((talk.query.data if talk.query else None) or "")
    except MalformedTapError:
        talk.toast(t("button-unknown"), alert=True)
        return
    if isinstance(meaning, Go):
        await _visit(talk, meaning.screen)
    elif isinstance(meaning, Page) and meaning.screen in PAGES:
        await PAGES[meaning.screen](talk, max(0, meaning.number))
    elif isinstance(meaning, taps.PickVillage):
        await _pick_village(talk, meaning)
    elif isinstance(meaning, Draft):
        await intake.do(talk, meaning)
    elif type(meaning) in NAMED_TAPS:
        await NAMED_TAPS[type(meaning)](talk, meaning, username())
    elif type(meaning) in TAPS:
        await TAPS[type(meaning)](talk, meaning)
    else:
        talk.toast(t("button-unknown"), alert=True)


async def _pick_village(talk: Talk, meaning: taps.PickVillage) -> None:
    form = talk.form.form if talk.form else None
    if form == join.FORM:
        await join.pick_village(talk, meaning)
    elif form == drafts.FORM:
        await intake.pick_village(talk, meaning)
    else:
        talk.toast(t("already-answered"))


async def _membership_changed(update: Update, _context: Ctx) -> None:
    change = update.my_chat_member
    if change is None:
        return
    tx = current_tx.get()
    if change.chat.type != "private":
        await groups.membership_changed(tx, change)
    elif change.new_chat_member.status in (ChatMember.BANNED, ChatMember.LEFT):
        await handover.gone(tx, change.from_user.id)
    else:
        await people.meet(tx, change.from_user.id, change.from_user.language_code)


def register(application: Application[Any, Any, Any, Any, Any, Any], username: Callable[[], str]) -> None:
    """Add every handler to the application; `username` says the bot's own, once it is known."""

    async def tapped(talk: Talk) -> None:
        await on_tap(talk, username)

    in_private = screen(tapped)

    async def any_tap(update: Update, context: Ctx) -> None:
        chat = update.effective_chat
        alone = chat is None or chat.type == chat.PRIVATE
        await (in_private if alone else groups.tapped)(update, context)

    private = filters.ChatType.PRIVATE
    fresh, edited = private & filters.UpdateType.MESSAGE, filters.UpdateType.EDITED_MESSAGE
    application.add_handler(CallbackQueryHandler(any_tap))
    application.add_handler(MessageHandler(fresh & filters.COMMAND, screen(command)))
    application.add_handler(MessageHandler(private & edited & ~filters.LOCATION, screen(thread.corrected)))
    application.add_handler(MessageHandler(fresh & ~filters.StatusUpdate.ALL, screen(on_message)))
    groups.register(application, username)
    application.add_handler(ChatMemberHandler(_membership_changed, ChatMemberHandler.MY_CHAT_MEMBER))
