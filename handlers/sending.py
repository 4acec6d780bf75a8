"""A draft is sent: first it is asked whether somebody of the household has said the same already."""

from __future__ import annotations

from domain.messages import Text, t
from domain.taps import AddTo, Go
from handlers import beneath, clerk, intake
from handlers.drafts import DraftForm, current, ways_out
from handlers.talk import Talk, aside, remind, tap
from services import cards, duplicates, whereabouts
from services.errors import RefusedError
from services.kinds import ServiceRequest
from services.people import membership
from services.requests import Need, submit


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
    """Send the draft, unless it may be a duplicate: then ask whether it is to be added to that."""
    if not await _is_looked_at(talk, draft):
        return
    need = need_of(talk, draft)
    found = await duplicates.likely(talk.tx, talk.account, talk.account.current_center_id or 0, need)
    if not found:
        await _send(talk, draft)
        return
    items = [await _item(talk, row) for row in found]
    rows = [[tap("button-add-to", AddTo(row.id), number=row.number)] for row in found]
    rows.append([tap("button-send-anyway", AddTo(0))])
    own = all(row.asker_id == talk.account.id for row in found)
    text = t("duplicate-own", items=items) if own else t("duplicate-household", items=items)
    talk.show(text, [*rows, *ways_out(talk, draft)])


async def _is_looked_at(talk: Talk, draft: DraftForm) -> bool:
    """Whether nothing is missing, and the button was for this draft: one that waited beneath another is to be
    looked at again, so that a second tap on the other's button does not send it. Says so if not."""
    if draft.unsettled:
        await intake.ask(talk)
    elif draft.left:
        remind(talk)
    else:
        return True
    return False


async def _item(talk: Talk, row: ServiceRequest) -> Text:
    head, days = await cards.headline(talk.tx, row), (talk.tx.now - row.created_at).days
    return t("duplicate-row", head=head, days=days) if days else t("duplicate-row-new", head=head)


async def answered(talk: Talk, chosen: AddTo) -> None:
    """Add it to that one, or send it as something else."""
    draft = current(talk)
    if not await _is_looked_at(talk, draft):
        return
    if chosen.request_id == 0:
        await _send(talk, draft)
    else:
        await _add(talk, draft, chosen.request_id)


async def _add(talk: Talk, draft: DraftForm, request_id: int) -> None:
    center_id, need = talk.account.current_center_id or 0, need_of(talk, draft)
    row, receipt = await duplicates.add(talk.tx, talk.account, center_id, need, request_id)
    await beneath.end(talk)
    if receipt is None:
        head, where = await cards.headline(talk.tx, row), await whereabouts.where_it_is(talk.tx, row)
        receipt = t("sent-joined", head=head, where=where)
    talk.show(receipt, [[tap("button-mine", Go("mine"))], aside()], request_id=row.id)
    remind(talk)


async def _send(talk: Talk, draft: DraftForm) -> None:
    """Off it goes: a number to say over the phone, who has it, and by when."""
    need = need_of(talk, draft)
    row = await submit(talk.tx, talk.account, talk.account.current_center_id or 0, need)
    await beneath.end(talk)
    where = await whereabouts.where_it_is(talk.tx, row)
    text = t("sent", head=await cards.headline(talk.tx, row), where=where)
    rows = [*clerk.sent_rows(draft), [tap("button-mine", Go("mine"))], aside()]
    talk.show(t("sent-risen", sent=text) if row.step != "desk" else text, rows, request_id=row.id)
    remind(talk)
