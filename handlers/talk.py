"""One person's turn: who is speaking, what they said or tapped, and how they are answered."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from telegram import CallbackQuery, Message, Update
from telegram.ext import CallbackContext

from domain.messages import Button, Content, Key, Outgoing, Text, t
from domain.tap import Tap
from domain.taps import Drop, Go
from services import outbox, people
from services.errors import RefusedError
from services.kinds import Account, Dialogue, Tx
from services.outbox import Lane

log = logging.getLogger(__name__)
current_tx: ContextVar[Tx] = ContextVar("current_tx")
"""The transaction the present update is handled in; set by whoever feeds updates in."""

DRAFT = "draft"
"""The form of a need that is being put together."""
WHICH = "which"
"""The form of words of which it is asked what they are about."""

Rows = list[list[Button]]
Screen = Callable[["Talk"], Awaitable[None]]
Callback = Callable[[Update, CallbackContext[Any, Any, Any, Any]], Coroutine[Any, Any, None]]


def tap(text_id: str, meaning: Tap, /, **args: Any) -> Button:
    """A button with a meaning."""
    return Button(text=t(text_id, **args), tap=meaning.pack())


def aside(back: str = "home") -> list[Button]:
    """The row every screen ends with: back, and a person to talk to."""
    return [tap("button-back", Go(back)), tap("button-person", Go("person"))]


def beneath(to: Tap) -> list[Button]:
    """The same row, where a tap with more to it leads back."""
    return [tap("button-back", to), tap("button-person", Go("person"))]


def never_mind() -> list[Button]:
    """The row beneath the question of a short form."""
    return [tap("button-never-mind", Go("drop")), tap("button-person", Go("person"))]


def kept(talk: Talk) -> Rows:
    """The rows beneath the word that a form is still open: go on with it, or give it up."""
    resume, drop = tap("button-resume", Go("resume")), tap("button-drop", dropping(talk))
    return [[resume], [drop], [tap("button-person", Go("person"))]]


def dropping(talk: Talk) -> Drop:
    """What gives up the form that is open, and nothing else however late or often it is tapped."""
    if talk.form is None:
        return Drop("", 0)
    said = talk.data.get("said") if talk.form.form in (DRAFT, WHICH) else None
    return Drop(talk.form.form, said[0]["message_id"] if said else 0)


def remind(talk: Talk) -> None:
    """Say that a form is still open, and which, if one is."""
    from handlers import unsent

    if talk.form is not None:
        talk.say(unsent.kept(talk), kept(talk))


class BusyError(RefusedError):
    """What was asked for needs a form of its own, and one is open that may not be thrown away for it."""

    def __init__(self) -> None:
        super().__init__(t("form-first"))


@dataclass
class Talk:
    """What a handler is given: the transaction, the person, and what they just did."""

    tx: Tx
    account: Account
    message: Message | None
    query: CallbackQuery | None
    form: Dialogue | None
    answered: bool = False
    spoke: bool = False
    """Whether something new stands below the tapped message: then that is not where people look."""

    @classmethod
    async def of(cls, update: Update) -> Talk:
        """Get to know who is speaking."""
        tx = current_tx.get()
        user = update.effective_user
        if user is None:
            raise ValueError("an update from nobody")
        account = await people.meet(tx, user.id, user.language_code)
        form = await people.form(tx, account)
        message = update.effective_message if update.callback_query is None else None
        return cls(tx, account, message, update.callback_query, form)

    def say(
        self,
        text: Text,
        buttons: Rows | None = None,
        *,
        keys: list[list[Key]] | None = None,
        key: str | None = None,
        request_id: int | None = None,
        lane: Lane = Lane.ANSWER,
        content: Content | None = None,
        qr: str | None = None,
    ) -> None:
        """Answer with a new message."""
        self.spoke = True
        message = Outgoing(text=text, buttons=buttons or [], keys=keys, content=content, qr=qr)
        outbox.tell(self.tx, self.account, message, lane=lane, key=key, request_id=request_id)

    def say_once(self, text: Text, buttons: Rows) -> None:
        """Answer with a new message, and an album, whose photos come as messages of their own, with only one:
        the answer to its first photo changes with each that follows."""
        message = Outgoing(text=text, buttons=buttons)
        album = self.message.media_group_id if self.message else None
        if album is None:
            self.send(message)
            return
        self.spoke = True
        outbox.change(self.tx, self.account, message, key=f"album:{album}", lane=Lane.ANSWER)

    def send(self, message: Outgoing, *, key: str | None = None, request_id: int | None = None) -> None:
        """Answer with a message made elsewhere."""
        self.spoke = True
        outbox.tell(self.tx, self.account, message, lane=Lane.ANSWER, key=key, request_id=request_id)

    def show(self, text: Text, buttons: Rows | None = None, *, request_id: int | None = None) -> None:
        """Turn the tapped message into this screen; a new message after anything but a tap, and below
        what was said in this turn."""
        self.put(Outgoing(text=text, buttons=buttons or []), request_id=request_id)

    def put(self, message: Outgoing, *, request_id: int | None = None) -> None:
        """Like `show`, for a message made elsewhere."""
        tapped = self.query.message if self.query else None
        ours = tapped is not None and tapped.chat.id == self.account.id  # nothing is shown in a group
        if self.spoke or tapped is None or not ours or not getattr(tapped, "text", None):
            self.send(message, request_id=request_id)
            return
        outbox.change(
            self.tx,
            self.account,
            message,
            message_id=tapped.message_id,
            lane=Lane.ANSWER,
            request_id=request_id,
        )

    def toast(self, text: Text | None = None, *, alert: bool = False) -> None:
        """Stop the tapped button's spinner, with a few words if given. Only the first one counts."""
        if self.query is not None and not self.answered:
            self.answered = True
            message = Outgoing(text=text, callback_id=self.query.id, alert=alert)
            outbox.answer_tap(self.tx, self.account, message)

    def refuse(self, text: Text) -> None:
        """Say no: on the tapped button if there is one, else as a message."""
        if self.query is not None and not self.answered:
            self.toast(text, alert=True)
        else:
            self.say(text, [aside()])

    async def keep(self, name: str, /, **data: Any) -> None:
        """Remember the form this person is in."""
        await people.keep_form(self.tx, self.account, name, data)
        self.form = await people.form(self.tx, self.account)

    async def leave(self) -> None:
        """The form is over."""
        await people.leave_form(self.tx, self.account)
        self.form = None

    @property
    def data(self) -> dict[str, Any]:
        """What the open form knows so far. Raises RefusedError when no form is open (an old button)."""
        if self.form is None:
            raise RefusedError(t("already-answered"))
        return self.form.data

    @property
    def text(self) -> str:
        """What was typed, or the caption; empty for anything else."""
        return (self.message.text or self.message.caption or "") if self.message else ""

    @property
    def own_contact(self) -> bool:
        """Whether they sent their own telephone number."""
        contact = self.message.contact if self.message else None
        return contact is not None and contact.user_id == self.account.id


def screen(handler: Screen) -> Callback:
    """Make a PTB callback of a handler: refusals are answered, taps are always stopped, and whoever
    wrote something is never left without an answer."""

    async def callback(update: Update, _context: CallbackContext[Any, Any, Any, Any]) -> None:
        talk = await Talk.of(update)
        before = len(talk.tx.queued)
        try:
            await handler(talk)
        except BusyError as busy:
            talk.say(busy.text, kept(talk))
        except RefusedError as refusal:
            talk.refuse(refusal.text)
        talk.toast()
        if talk.message is not None and not _answered(talk, before):
            log.warning("A message was left without an answer.", extra={"action": "silence"})
            talk.say(t("not-understood"), [aside()])

    return callback


def _answered(talk: Talk, before: int) -> bool:
    return any(row.chat_id == talk.account.id for row in talk.tx.queued[before:])


def paged(items: Sequence[Button], page: int, turn: Callable[[int], Tap], size: int = 5) -> Rows:
    """One button a row, at most `size`, and a row to turn pages when there are more."""
    last = max(0, (len(items) - 1) // size)
    page = min(max(page, 0), last)
    rows = [[item] for item in items[page * size : (page + 1) * size]]
    return [*rows, *turns(page, last, turn)]


def turns(page: int, last: int, turn: Callable[[int], Tap]) -> Rows:
    """The row to turn pages, if there are more than one."""
    buttons = []
    if page > 0:
        buttons.append(tap("button-previous", turn(page - 1)))
    if page < last:
        buttons.append(tap("button-next", turn(page + 1)))
    return [buttons] if buttons else []


CHOICES = 5
"""More than these on one screen are not read."""


def folded(items: Sequence[Button], others: str) -> Rows:
    """One choice a row; if they are too many, the first few and a button for the screen `others`, which has
    what `left_over` gives. Those that are wanted most come first."""
    if len(items) <= CHOICES:
        return [[item] for item in items]
    return [*([item] for item in items[: CHOICES - 1]), [tap("button-others", Go(others))]]


def left_over(items: Sequence[Button]) -> Rows:
    """What `folded` has left for the next screen; all of it when it is not too many after all."""
    return [[item] for item in (items[CHOICES - 1 :] if len(items) > CHOICES else items)]
