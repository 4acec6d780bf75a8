"""Desks bound to groups: what the bot hears in a group, and the leaders' list in their private chat.

In a group everybody reads everything. So only what is made for a group is said there; any other button
is answered with a few words that nobody but who tapped it sees, and ordinary talk is not listened to.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from telegram import CallbackQuery, ChatMember, ChatMemberRestricted, ChatMemberUpdated, Message, Update, User
from telegram.ext import Application, CallbackContext, MessageHandler, filters

from domain.languages import guess
from domain.messages import Button, Outgoing, Text, t
from domain.requests import Action
from domain.tap import MalformedTapError, Tap, unpack
from domain.taps import Do, Page
from domain.units import settings_of
from domain.worktaps import BindDesk, FreeDesk
from handlers.talk import Callback, Rows, Talk, aside, current_tx, paged, tap
from services import access, groups, handling, outbox, people, thread, units
from services.errors import RefusedError
from services.groups import Place
from services.kinds import Account, DeskGroup, OrgUnit, Tx
from services.outbox import Lane, Room

Ctx = CallbackContext[Any, Any, Any, Any]


@dataclass
class Gathering:
    """What is done in a group: by whom, in which place, and how it is answered there."""

    tx: Tx
    user: User
    account: Account | None
    place: Place
    message: Message | None
    query: CallbackQuery | None
    answered: bool = False

    @classmethod
    async def of(cls, update: Update) -> Gathering | None:
        """Who did what where; None for what nobody did. Nobody gets an account by talking in a group."""
        chat, user = update.effective_chat, update.effective_user
        if chat is None or user is None:
            return None
        tx, seen = current_tx.get(), update.effective_message
        message = seen if isinstance(seen, Message) else None
        in_topic = message is not None and message.is_topic_message
        topic = message.message_thread_id if message is not None and in_topic else None
        account = await people.known(tx, user.id)
        place = Place(chat.id, topic, chat.title or "")
        return cls(tx, user, account, place, message, update.callback_query)

    @property
    def locale(self) -> str:
        """The language of whoever did it."""
        return self.account.locale if self.account else guess(self.user.language_code)

    def _room(self, locale: str) -> Room:
        return Room(self.tx.bot_id, self.place.chat_id, locale, self.place.thread_id)

    def say(self, text: Text, buttons: Rows | None = None, *, locale: str | None = None) -> None:
        """Answer a command, as a reply to it."""
        reply_to = self.message.message_id if self.message else None
        said = Outgoing(text=text, buttons=buttons or [], reply_to=reply_to)
        outbox.tell(self.tx, self._room(locale or self.locale), said, lane=Lane.ANSWER)

    def turn(self, text: Text, buttons: Rows, *, locale: str) -> None:
        """Turn the tapped message into this."""
        if self.message is not None:
            said, room = Outgoing(text=text, buttons=buttons), self._room(locale)
            outbox.change(self.tx, room, said, message_id=self.message.message_id, lane=Lane.ANSWER)

    def toast(self, text: Text | None = None, *, alert: bool = False) -> None:
        """Stop the tapped button's spinner, with words that only who tapped it sees. The first one counts."""
        if self.query is not None and not self.answered:
            self.answered = True
            said = Outgoing(text=text, callback_id=self.query.id, alert=alert)
            outbox.answer_tap(self.tx, self._room(self.locale), said)


def _answering(handler: Callable[[Gathering], Awaitable[None]]) -> Callback:
    """Make a PTB callback of a handler for groups: refusals are answered, taps are always stopped."""

    async def callback(update: Update, _context: Ctx) -> None:
        group = await Gathering.of(update)
        if group is None:
            return
        try:
            await handler(group)
        except RefusedError as refusal:
            if group.query is None:
                group.say(refusal.text)
            else:
                group.toast(refusal.text, alert=True)
        group.toast()

    return callback


def _commands(username: Callable[[], str]) -> Callback:
    """The callback for commands written in a group; those that are not ours are left to others."""

    async def command(group: Gathering) -> None:
        words = (group.message.text or "").split() if group.message else []
        name, _, to = (words[0] if words else "").removeprefix("/").partition("@")
        if to and to.lower() != username().lower():
            return
        if name.lower() == "bind":
            await _begin_binding(group)
        elif name.lower() == "unbind":
            await _begin_unbinding(group)

    return _answering(command)


async def _begin_binding(group: Gathering) -> None:
    unit = await groups.led(group.tx, group.account)
    text, rows = await _desks(group, unit, 0)
    group.say(text, rows, locale=settings_of(unit).locale)


async def _desks(group: Gathering, unit: OrgUnit, page: int) -> tuple[Text, Rows]:
    """The desks that may have a group, marked when they have this one or another."""
    items = [_desk(group, unit, role, now) for role, now in await groups.desks(group.tx, unit)]
    return t("groups-bind", center=unit.name), paged(items, page, lambda n: Page("bind", n))


def _desk(group: Gathering, unit: OrgUnit, role: str, now: DeskGroup | None) -> Button:
    here = now is not None and (now.chat_id, now.thread_id) == (group.place.chat_id, group.place.thread_id)
    return tap(
        "button-desk-here" if here else "button-desk-elsewhere" if now else "button-desk-free",
        BindDesk(unit.id, role),
        role=t(f"role-{role}"),
    )


async def _begin_unbinding(group: Gathering) -> None:
    unit = await groups.led(group.tx, group.account)
    text, rows = await _bound_here(group, 0)
    group.say(text, rows, locale=settings_of(unit).locale)


async def _bound_here(group: Gathering, page: int) -> tuple[Text, Rows]:
    here = await groups.bound_here(group.tx, group.account, group.place)
    items = [tap("button-desk-free", FreeDesk(one.id, 1), role=t(f"role-{one.role}")) for one in here]
    if not items:
        return t("groups-unbind-none"), []
    return t("groups-unbind"), paged(items, page, lambda n: Page("unbind", n))


async def _tapped(group: Gathering) -> None:
    """A button in a group. Whatever it is and whoever made it, only what is meant for a group is done."""
    meaning = _meaning(group.query)
    if isinstance(meaning, Do) and meaning.action == Action.TAKE:
        await _take(group, meaning.request_id)
    elif isinstance(meaning, BindDesk):
        await _bind(group, _asker(group), meaning)
    elif isinstance(meaning, FreeDesk):
        await _free(group, _asker(group), meaning)
    elif isinstance(meaning, Page) and meaning.screen in ("bind", "unbind"):
        _asker(group)
        await _turn_page(group, meaning)
    else:
        group.toast(t("groups-private-only"), alert=True)


tapped = _answering(_tapped)


def _meaning(query: CallbackQuery | None) -> Tap | None:
    try:
        return unpack((query.data if query else None) or "")
    except MalformedTapError:
        return None


def _asker(group: Gathering) -> Account:
    """Whoever wrote the command that the tapped message answers: the buttons are for nobody else.

    Raises RefusedError; also when the command cannot be seen any more.
    """
    asked = group.message.reply_to_message if group.message else None
    if asked is None or asked.from_user is None or asked.from_user.id != group.user.id:
        raise RefusedError(t("groups-not-your-question"))
    if group.account is None:
        raise RefusedError(t("groups-leaders-only"))
    return group.account


async def _take(group: Gathering, request_id: int) -> None:
    """First come, first served; all there is to read goes to the private chat."""
    tx, taker = group.tx, group.account
    if taker is None or not taker.reachable:
        raise RefusedError(t("groups-start-first"))
    known = await access.request(tx, taker, request_id)
    again = known.holder_id == taker.id  # a second tap of an impatient finger
    row = await handling.take(tx, taker, request_id)
    group.toast(t("groups-taken"))
    if not again:
        await groups.hand_over(tx, row, taker)
        await thread.hand_story(tx, row, taker)


async def _bind(group: Gathering, actor: Account, chosen: BindDesk) -> None:
    bound = await groups.bind(group.tx, actor, chosen.unit_id, chosen.role, group.place)
    unit = await units.by_id(group.tx, bound.unit_id)
    group.toast(t("groups-bound", role=t(f"role-{bound.role}")))
    roles = [role for role, _ in await groups.desks(group.tx, unit)]
    text, rows = await _desks(group, unit, roles.index(bound.role) // 5)
    group.turn(text, rows, locale=settings_of(unit).locale)


async def _free(group: Gathering, actor: Account, chosen: FreeDesk) -> None:
    freed = await groups.unbind(group.tx, actor, chosen.group_id)
    unit = await units.by_id(group.tx, freed.unit_id)
    group.toast(t("groups-freed", role=t(f"role-{freed.role}")))
    text, rows = await _bound_here(group, 0)
    group.turn(text, rows, locale=settings_of(unit).locale)


async def _turn_page(group: Gathering, chosen: Page) -> None:
    unit = await groups.led(group.tx, group.account)
    if chosen.screen == "bind":
        text, rows = await _desks(group, unit, chosen.number)
    else:
        text, rows = await _bound_here(group, chosen.number)
    group.turn(text, rows, locale=settings_of(unit).locale)


async def became_supergroup(update: Update, _context: Ctx) -> None:
    """The group has another id: told in the old chat and in the new one, in either order."""
    message = update.effective_message
    if message is None:
        return
    if message.migrate_to_chat_id is not None:
        await groups.moved(current_tx.get(), message.chat.id, message.migrate_to_chat_id)
    if message.migrate_from_chat_id is not None:
        await groups.moved(current_tx.get(), message.migrate_from_chat_id, message.chat.id)


async def membership_changed(tx: Tx, change: ChatMemberUpdated) -> None:
    """The bot was taken out of a group, or may not write there any more."""
    now = change.new_chat_member
    muted = isinstance(now, ChatMemberRestricted) and not (now.is_member and now.can_send_messages)
    if muted or now.status in (ChatMember.BANNED, ChatMember.LEFT):
        await groups.removed(tx, change.chat.id)


def register(application: Application[Any, Any, Any, Any, Any, Any], username: Callable[[], str]) -> None:
    """Add the handlers of what is written in groups; everything but these is left unheard."""
    fresh = filters.ChatType.GROUPS & filters.UpdateType.MESSAGE
    application.add_handler(MessageHandler(fresh & filters.COMMAND, _commands(username)))
    application.add_handler(MessageHandler(fresh & filters.StatusUpdate.MIGRATE, became_supergroup))


async def overview(talk: Talk, page: int = 0) -> None:
    """In the leader's private chat: which desk has which group, and how a group is bound."""
    unit = await groups.led(talk.tx, talk.account)
    bound = await groups.bound(talk.tx, unit)
    items = [
        tap("button-desk-group", FreeDesk(one.id, 0), role=t(f"role-{one.role}"), title=one.title)
        for one in bound
    ]
    text = t("groups", center=unit.name) if items else t("groups-none", center=unit.name)
    talk.show(text, [*paged(items, page, lambda n: Page("groups", n)), aside("roles")])


async def free(talk: Talk, chosen: FreeDesk) -> None:
    """Unbind a desk from the private chat, after asking once."""
    one = await groups.binding(talk.tx, talk.account, chosen.group_id)
    role = t(f"role-{one.role}")
    if not chosen.sure:
        rows = [[tap("button-free-desk", FreeDesk(one.id, 1))], aside("groups")]
        talk.show(t("groups-free-sure", role=role, title=one.title), rows)
        return
    await groups.unbind(talk.tx, talk.account, chosen.group_id)
    talk.show(t("groups-freed", role=role), [aside("groups")])
