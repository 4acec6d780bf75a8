"""Notices that wait: for the second signature, or for their time."""

from __future__ import annotations

from domain.messages import Button, Outgoing, t
from domain.noticetaps import NoticeDraftDo
from domain.taps import Go
from handlers import intake, notice_form
from handlers.talk import Talk, tap
from services import notice_drafts, notice_release, notice_writing
from services.errors import NotFoundError, RefusedError

REASON = "notice-reason"


async def do(talk: Talk, chosen: NoticeDraftDo) -> None:
    """Look at what waits, sign it or give it back, send it now, or not at all; or write it again."""
    tx, who, draft_id = talk.tx, talk.account, chosen.draft_id
    match chosen.action:
        case "look":
            await _look(talk, draft_id)
        case "sign":
            draft = await notice_release.sign(tx, who, draft_id)
            talk.put(Outgoing(text=t(f"notice-signed-{draft.state}")))
        case "return":
            await _ask_why(talk, draft_id)
        case "drop":
            await notice_drafts.drop(tx, who, draft_id)
            talk.put(Outgoing(text=t("notice-dropped")))
        case "now":
            await notice_release.send_now(tx, who, draft_id)
            talk.put(Outgoing(text=t("notice-begun")))
        case "again":
            draft, unit = await notice_drafts.seen(tx, who, draft_id)
            if draft.author_id != who.id or draft.state != "returned":
                raise RefusedError(t("already-answered"))
            await notice_form.open_with(talk, unit.id, draft.said)
            await notice_form.ask(talk)
        case _:
            raise NotFoundError


async def _look(talk: Talk, draft_id: int) -> None:
    """The notice as it will arrive, then what can be done: whoever signs has a look of their own."""
    draft, unit = await notice_drafts.seen(talk.tx, talk.account, draft_id)
    for one in notice_writing.as_written(unit, draft.said, talk.account.locale):
        talk.send(one)
    talk.send(await notice_drafts.card(talk.tx, talk.account, draft, unit))


async def _ask_why(talk: Talk, draft_id: int) -> None:
    intake.check_free(talk, REASON)
    await notice_drafts.to_sign(talk.tx, talk.account, draft_id)
    await talk.keep(REASON, draft=draft_id)
    await ask_why(talk)


async def ask_why(talk: Talk) -> None:
    """Ask for the reason."""
    talk.say(t("notice-return-why"), [_stop()])


def _stop() -> list[Button]:
    return [tap("button-never-mind", Go("drop")), tap("button-person", Go("person"))]


async def why(talk: Talk) -> None:
    """The reason for giving it back."""
    try:
        await notice_drafts.give_back(talk.tx, talk.account, talk.data["draft"], talk.text)
    except NotFoundError:
        await talk.leave()
        raise
    await talk.leave()
    talk.say(t("notice-returned-now"))
