"""Notices that wait to be sent: for the second signature, or for their time."""

from __future__ import annotations

from domain.messages import Button, Moment, Outgoing, Text, t
from domain.noticetaps import NoticeDraftDo
from domain.requests import REASON_LIMIT
from domain.units import settings_of
from services import notice_access, notice_cards
from services.cards import button
from services.errors import NotFoundError, RefusedError
from services.outbox import tell
from storage import notice_drafts, people, units
from storage.notice_drafts import NoticeDraft
from storage.people import Account
from storage.transaction import Tx
from storage.units import OrgUnit


async def ask_to_sign(tx: Tx, draft: NoticeDraft, unit: OrgUnit, signing: list[Account]) -> None:
    """Tell whoever may sign it that a notice waits for them."""
    said = draft.said
    for one in signing:
        text = t(
            "notice-please-sign",
            unit=unit.name,
            author=await author_name(tx, draft.author_id, unit),
            kind=t(f"notice-kind-{said.kind}"),
            words=notice_cards.beginning(said.body),
        )
        look = [[button("button-notice-sign-look", NoticeDraftDo("look", draft.id))]]
        tell(tx, one, Outgoing(text=text, buttons=look))


async def author_name(tx: Tx, account_id: int, unit: OrgUnit) -> str:
    """What somebody who writes for a unit is called there; else as they are called elsewhere."""
    account = await people.account(tx, account_id)
    if account is None:
        return ""
    own = [one.name for one in account.memberships if one.center_id == unit.id]
    return own[0] if own else next((one.name for one in account.memberships), "")


async def seen(tx: Tx, actor: Account, draft_id: int) -> tuple[NoticeDraft, OrgUnit]:
    """A draft that this account may look at: its author, and whoever else may write for its unit, locked.

    Raises NotFoundError.
    """
    draft = await notice_drafts.draft(tx, draft_id)
    if draft is None:
        raise NotFoundError
    unit = await units.unit_of(tx, draft.unit_id)
    if not notice_access.may_write(actor, unit) and actor.id not in [
        one.id for one in await notice_access.signers(tx, unit, but=draft.author_id)
    ]:
        raise NotFoundError
    return draft, unit


async def to_sign(tx: Tx, actor: Account, draft_id: int) -> tuple[NoticeDraft, OrgUnit]:
    """A draft that waits for a signature and that this account may sign: it is not their own. Locked.

    Raises NotFoundError, or RefusedError when it waits no more or is their own.
    """
    draft, unit = await seen(tx, actor, draft_id)
    if draft.author_id == actor.id:
        raise RefusedError(t("notice-own-signature"))
    if draft.state != "signing":
        raise RefusedError(t("already-answered"))
    return draft, unit


async def give_back(tx: Tx, actor: Account, draft_id: int, reason: str) -> NoticeDraft:
    """Do not sign a notice: its author hears why, and can write it again.

    Raises as `to_sign`, RefusedError also without a reason.
    """
    draft, unit = await to_sign(tx, actor, draft_id)
    reason = reason.strip()[:REASON_LIMIT]
    if not reason:
        raise RefusedError(t("notice-return-why"))
    draft.state, draft.reason = "returned", reason
    author = await people.account(tx, draft.author_id)
    if author is not None:
        text = t("notice-returned", by=await author_name(tx, actor.id, unit), reason=reason)
        again = [[button("button-notice-rewrite", NoticeDraftDo("again", draft.id))]]
        tell(tx, author, Outgoing(text=text, buttons=again))
    return draft


async def drop(tx: Tx, actor: Account, draft_id: int) -> NoticeDraft:
    """Do not send what waits. Its author may, and whoever else may write there.

    Raises NotFoundError, RefusedError when it waits no more.
    """
    draft, _ = await seen(tx, actor, draft_id)
    if draft.state not in notice_drafts.WAITING:
        raise RefusedError(t("already-answered"))
    draft.state, draft.look_at = "dropped", None
    return draft


async def waiting(tx: Tx, actor: Account) -> list[NoticeDraft]:
    """What waits to be signed or sent at this account's units, the newest first."""
    places = notice_access.writes_for(actor)
    return await notice_drafts.of_units(tx, places, notice_drafts.WAITING)


async def card(tx: Tx, actor: Account, draft: NoticeDraft, unit: OrgUnit) -> Outgoing:
    """What waits, and what can be done about it."""
    said = draft.said
    lines: list[Text] = [t(f"notice-draft-{draft.state}")]
    if said.send_at is not None:
        at = Moment(at=said.send_at, zone=settings_of(unit).zone, style="moment")
        lines.append(t("notice-draft-at", at=at))
    text = t(
        "notice-draft",
        unit=unit.name,
        author=await author_name(tx, draft.author_id, unit),
        words=notice_cards.beginning(said.body),
        lines=lines,
    )
    return Outgoing(text=text, buttons=_rows(actor, draft))


def _rows(actor: Account, draft: NoticeDraft) -> list[list[Button]]:
    if draft.state == "signing" and draft.author_id != actor.id:
        return [
            [button("button-notice-sign", NoticeDraftDo("sign", draft.id))],
            [button("button-notice-return", NoticeDraftDo("return", draft.id))],
        ]
    if draft.state not in notice_drafts.WAITING:
        return []
    now = [[button("button-notice-now", NoticeDraftDo("now", draft.id))]]
    return [
        *(now if draft.state == "scheduled" else []),
        [button("button-notice-drop", NoticeDraftDo("drop", draft.id))],
    ]
