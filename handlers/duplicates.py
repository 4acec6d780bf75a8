"""Before a draft is sent: it may say what somebody of the household has said already."""

from __future__ import annotations

from domain.messages import Text, t
from domain.taps import AddTo, Go
from handlers import intake
from handlers.drafts import DraftForm, current, ways_out
from handlers.talk import Talk, aside, tap
from services import cards, duplicates, whereabouts
from services.kinds import ServiceRequest


async def send(talk: Talk, draft: DraftForm) -> None:
    """Send the draft, unless it may be a duplicate: then ask whether it is to be added to that."""
    need = intake.need_of(talk, draft)
    found = await duplicates.likely(talk.tx, talk.account, talk.account.current_center_id or 0, need)
    if not found:
        await intake.send(talk, draft)
        return
    items = [await _item(talk, row) for row in found]
    rows = [[tap("button-add-to", AddTo(row.id), number=row.number)] for row in found]
    rows.append([tap("button-send-anyway", AddTo(0))])
    own = all(row.asker_id == talk.account.id for row in found)
    text = t("duplicate-own", items=items) if own else t("duplicate-household", items=items)
    talk.show(text, [*rows, *ways_out(draft)])


async def _item(talk: Talk, row: ServiceRequest) -> Text:
    head, days = await cards.headline(talk.tx, row), (talk.tx.now - row.created_at).days
    return t("duplicate-row", head=head, days=days) if days else t("duplicate-row-new", head=head)


async def answered(talk: Talk, chosen: AddTo) -> None:
    """Add it to that one, or send it as something else."""
    draft = current(talk)
    if draft.unsettled:
        await intake.ask(talk)
    elif chosen.request_id == 0:
        await intake.send(talk, draft)
    else:
        await _add(talk, draft, chosen.request_id)


async def _add(talk: Talk, draft: DraftForm, request_id: int) -> None:
    center_id, need = talk.account.current_center_id or 0, intake.need_of(talk, draft)
    row, receipt = await duplicates.add(talk.tx, talk.account, center_id, need, request_id)
    await talk.leave()
    if receipt is None:
        head, where = await cards.headline(talk.tx, row), await whereabouts.where_it_is(talk.tx, row)
        receipt = t("sent-joined", head=head, where=where)
    talk.show(receipt, [[tap("button-mine", Go("mine"))], aside()], request_id=row.id)
