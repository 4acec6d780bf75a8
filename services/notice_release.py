"""What lets a written notice go: the second signature, or its time."""

from __future__ import annotations

from domain.messages import Outgoing, t
from services import notice_access, notice_cards, notice_drafts, notice_writing
from services.errors import RefusedError
from services.outbox import tell
from storage import notice_drafts as stored_drafts
from storage import people, units
from storage.notice_drafts import NoticeDraft
from storage.notices import Notice
from storage.people import Account
from storage.transaction import Tx
from storage.units import OrgUnit


async def sign(tx: Tx, actor: Account, draft_id: int) -> NoticeDraft:
    """Sign a notice as the second person: it goes out, or waits for its time. Its author hears so.

    Raises as `notice_drafts.to_sign`.
    """
    draft, unit = await notice_drafts.to_sign(tx, actor, draft_id)
    author = await people.account(tx, draft.author_id)
    if author is None or not notice_access.may_write(author, unit):
        draft.state = "dropped"
        raise RefusedError(t("notice-author-gone"))
    draft.signed_by_id = actor.id
    by = await notice_drafts.author_name(tx, actor.id, unit)
    tell(tx, author, Outgoing(text=t("notice-signed", by=by, words=notice_cards.beginning(draft.said.body))))
    send_at = draft.said.send_at
    if send_at is not None and send_at > tx.now:
        draft.state, draft.look_at = "scheduled", send_at
    else:
        await _send(tx, draft, author, unit)
    return draft


async def _send(tx: Tx, draft: NoticeDraft, author: Account, unit: OrgUnit) -> Notice:
    notice = await notice_writing.publish(tx, author, unit, draft.said, signed_by=draft.signed_by_id)
    draft.state, draft.look_at, draft.notice_id = "sent", None, notice.id
    return notice


async def send_one(tx: Tx) -> bool:
    """Send a notice whose time has come. Where its author may not write any more it waits for somebody who
    leads there: those who may are asked."""
    draft = await stored_drafts.to_look_at(tx, ("scheduled",))
    if draft is None:
        return False
    unit = await units.unit_of(tx, draft.unit_id)
    author = await people.account(tx, draft.author_id)
    if author is not None and notice_access.may_write(author, unit):
        await _send(tx, draft, author, unit)
        return True
    draft.state, draft.look_at = "signing", None
    await notice_drafts.ask_to_sign(
        tx, draft, unit, await notice_access.signers(tx, unit, but=draft.author_id)
    )
    return True


async def send_now(tx: Tx, actor: Account, draft_id: int) -> NoticeDraft:
    """Do not wait for its time. Raises NotFoundError, RefusedError when it does not wait for that."""
    draft, unit = await notice_drafts.seen(tx, actor, draft_id)
    if draft.state != "scheduled":
        raise RefusedError(t("already-answered"))
    author = await people.account(tx, draft.author_id)
    await _send(tx, draft, author if author is not None else actor, unit)
    return draft
