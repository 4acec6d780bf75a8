"""Questions about a notice: asked like any other need, answered in its thread; then for everybody to read.

The words of such a question and of its answer are also shown to whoever may steer the notice, as the asker is
told before sending it; not who asked.
"""

from __future__ import annotations

from domain.boardtaps import QuestionDo
from domain.catalogue import CATALOGUE
from domain.messages import Outgoing, Text, t
from domain.requests import Status
from services import intake, notice_access, notice_board, notice_changes, notice_mention
from services.access import LEADERS
from services.cards import button
from services.errors import NotFoundError, RefusedError
from services.moves import record
from services.outbox import tell
from services.people import make_current
from services.tidings import tell_asker
from storage import conflicts, notices, people, requests, roles, thread, units
from storage.notices import Notice
from storage.people import Account
from storage.requests import ServiceRequest
from storage.transaction import Tx

LINE = "village-affairs"
"""The service line that questions about notices go to."""
SHARED = "share"
"""In the history of a request: its question and answer were added to the notice."""
SHOWN = 700
"""Characters of a question or an answer that are shown before it is looked at."""
_ANSWERED = (Status.DONE, Status.CLOSED)


async def begin(tx: Tx, actor: Account, notice_id: int) -> Text:
    """Somebody wants to ask about a notice, at a center that it went to: that is their current one from now
    on. Which notice it is, in words. Raises NotFoundError, RefusedError where the line is off."""
    notice, _ = await notice_board.seen(tx, actor, notice_id)
    centers = await notice_access.center_ids(tx, notice)
    own = [one.center_id for one in actor.memberships if one.center_id in centers]
    if not own:
        raise RefusedError(t("join-first"))
    if actor.current_center_id not in own:
        await make_current(tx, actor, own[0])
    if LINE not in await intake.lines(tx, actor):
        raise RefusedError(t("line-off"))
    return await notice_mention.named(tx, notice)


async def words(tx: Tx, row: ServiceRequest) -> tuple[str, str]:
    """What was asked and what was answered, as it was written; empty where nothing was."""
    said: dict[str, list[str]] = {"asker": [], "holder": []}
    for entry in await thread.entries(tx, row.id):
        if text := entry.content.get("text"):
            said.setdefault(entry.side, []).append(text)
    return "\n".join(said["asker"]), "\n".join(said["holder"])


async def offer(tx: Tx, row: ServiceRequest) -> None:
    """A question about a notice is answered: whoever steers the notice may let everybody read it. Nothing
    happens where nothing was written, or the matter has become a secret one."""
    notice = await notices.one(tx, row.notice_id) if row.notice_id is not None else None
    if notice is None or notice.withdrawn_at is not None or CATALOGUE.line(row.line).confidential:
        return
    question, answer = await words(tx, row)
    if not answer or await _is_shared(tx, row):
        return
    text = t(
        "question-offer",
        notice=await notice_mention.named(tx, notice),
        question=_shown(question),
        answer=_shown(answer),
    )
    rows = [[button("button-question-look", QuestionDo("look", row.id, 0))]]
    for account in await _steering(tx, row, notice):
        tell(tx, account, Outgoing(text=text, buttons=rows))


def _shown(said: str) -> str:
    return said if len(said) <= SHOWN else said[:SHOWN] + "…"


async def _is_shared(tx: Tx, row: ServiceRequest) -> bool:
    return any(one.action == SHARED for one in await requests.moves(tx, row.id))


async def _steering(tx: Tx, row: ServiceRequest, notice: Notice) -> list[Account]:
    """Its author and whoever leads there, without those from whom the request is kept."""
    unit = await units.unit_of(tx, notice.unit_id)
    leading = sorted(LEADERS) if unit.kind == "center" else [unit.kind]
    grants = await roles.holders(tx, [unit.id], leading)
    kept_from = await conflicts.accounts(tx, row.id)
    ids = dict.fromkeys([notice.author_id, *(one.account_id for one in grants)])
    found = [await people.account(tx, one) for one in ids if one not in kept_from]
    return [
        one
        for one in found
        if one is not None and one.reachable and notice_access.may_steer(one, notice, unit)
    ]


async def answered(tx: Tx, actor: Account, request_id: int) -> tuple[ServiceRequest, Notice]:
    """An answered question about a notice that this account steers. Raises NotFoundError for anybody else,
    RefusedError when it is open again, or everybody can read it already."""
    row = await requests.request(tx, request_id)
    if row is None or row.notice_id is None or CATALOGUE.line(row.line).confidential:
        raise NotFoundError
    if await conflicts.exists(tx, row.id, actor.id):
        raise NotFoundError
    notice, _ = await notice_access.steered(tx, actor, row.notice_id)
    if row.status not in _ANSWERED:
        raise RefusedError(t("refused-state", status=t(f"status-{row.status}")))
    if await _is_shared(tx, row):
        raise RefusedError(t("already-answered"))
    return row, notice


async def share(tx: Tx, actor: Account, request_id: int, question: str, answer: str) -> Notice:
    """Add a question and its answer to the notice, in these words; the asker hears so. Raises as `answered`,
    and as `notice_changes.append`."""
    row, notice = await answered(tx, actor, request_id)
    notice = await notice_changes.append(tx, actor, notice.id, question, answer)
    record(tx, row, actor, SHARED, was=(row.status, row.line))
    await tell_asker(tx, row, t("told-question-shared"))
    return notice
