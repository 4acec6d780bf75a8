"""The clerk files for whoever walks in or phones: who it is, what about, what they say; in a minute."""

from __future__ import annotations

from domain.messages import Text, t
from domain.taps import Go
from handlers import drafts
from handlers.drafts import DraftForm, save
from handlers.talk import Rows, Talk, remind, tap
from services import calls, clerk
from services.errors import RefusedError


async def new(talk: Talk) -> None:
    """Somebody has come or is on the phone: begin with who it is. What is half written is not lost."""
    from handlers import intake

    if not clerk.may_file(talk.account):
        raise RefusedError(t("clerk-only"))
    if not intake.is_free(talk) and not drafts.is_blank(talk):
        remind(talk)
        return
    await save(talk, DraftForm(step="person-name", clerk=True, then=drafts.beneath_new(talk)))
    await intake.ask(talk)


def what(draft: DraftForm) -> Text | None:
    """The question after the person is settled, in words that fit somebody who writes for another."""
    return t("clerk-what", name=draft.whom.name) if draft.clerk and draft.whom is not None else None


def sent_rows(draft: DraftForm) -> Rows:
    """The next one in the queue can be filed at once."""
    return [[tap("button-file-another", Go("new"))]] if draft.clerk else []


async def desk_rows(talk: Talk) -> Rows:
    """What a clerk has beside the queue: filing for somebody, and the calls that wait."""
    _, count = await calls.waiting(talk.tx, talk.account, 0)
    row = [tap("button-file-for", Go("new"))] if clerk.may_file(talk.account) else []
    if count:
        row.append(tap("button-calls", Go("calls"), count=count))
    return [row] if row else []


async def with_calls(talk: Talk, text: Text) -> Text:
    """The desk's text, with a line that says how many calls are to be made."""
    _, count = await calls.waiting(talk.tx, talk.account, 0)
    return t("lines", items=[text, t("desk-calls", count=count)]) if count else text
