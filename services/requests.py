"""What the asker of a request does: send it, follow it to its end, confirm or not, rate, cancel."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from domain.escalation import STEPS, above
from domain.messages import Outgoing, Said, Text, t
from domain.proxies import Whom
from domain.requests import REASON_LIMIT, REOPENS_FOR, Action, Status, number, rises
from services import access, cards, clocks, conflicts, holders, merging, notice_board, relations, routing
from services.access import View
from services.errors import RefusedError
from services.moves import add_entry, move, record
from services.outbox import Lane, tell
from services.tidings import tell_asker, tell_holder
from storage import deadlines, people, units
from storage import requests as stored
from storage.people import Account
from storage.requests import ServiceRequest
from storage.transaction import Tx


@dataclass
class Need:
    """What somebody wants to send: the story, what it is about, and for whom.

    `said` are the asker's messages it begins with; `asker_name` is for somebody who has not registered;
    `by_clerk` that the person walked in or phoned, else `kin` is what the asker is to them.
    """

    line: str
    said: Sequence[Said]
    topic: str | None = None
    urgent: bool = False
    village_id: int | None = None
    person_id: int | None = None
    person_name: str | None = None
    person_phone: str | None = None
    asker_name: str | None = None
    about: Collection[int] = ()
    """Accounts of people with a role whom it is about: they never learn of it."""
    anonymous: bool = False
    """Nobody learns who asked; only where the line allows it, and not for somebody else."""
    kin: str | None = None
    by_clerk: bool = False
    notice_id: int | None = None
    """The notice that is asked about."""

    @property
    def whom(self) -> Whom | None:
        """The person acted for, if there is one."""
        return Whom(self.person_name, self.person_id, self.person_phone) if self.person_name else None


async def submit(tx: Tx, asker: Account, center_id: int, need: Need) -> ServiceRequest:
    """Make a request of a need: numbered, with its history begun, and offered to the right people.

    Raises RefusedError when it cannot be asked without a name, or the asker may not file for this person.
    """
    if need.anonymous:
        conflicts.check_anonymous(need.line, need.said, for_other=need.person_name is not None)
    row = await file(tx, asker, center_id, need)
    await routing.place(tx, row)
    await relations.follow_up(tx, row, need.kin)
    return row


async def file(
    tx: Tx, asker: Account, center_id: int, need: Need, *, filed_by: str | None = None
) -> ServiceRequest:
    """A request of this need that nobody has been offered yet: whoever files it says where it goes. With
    `filed_by` it is known already who has filed it; else the asker may be refused to file for a person.
    Raises NotFoundError when it asks about a notice that the asker may not read."""
    now = tx.now
    if need.notice_id is not None:
        await notice_board.seen(tx, asker, need.notice_id)
    filed_by = filed_by or await relations.check(
        tx, asker, center_id, need.whom, by_clerk=need.by_clerk, urgent=need.urgent
    )
    row = ServiceRequest(
        center_id=center_id,
        number=number(await units.next_serial(tx, center_id)),
        line=need.line,
        topic=need.topic,
        status=Status.SUBMITTED,
        urgent=need.urgent,
        asker_id=asker.id,
        anonymous=need.anonymous,
        filed_by=filed_by,
        village_id=None if need.anonymous else need.village_id,
        person_id=need.person_id,
        person_name=need.person_name,
        person_phone=need.person_phone,
        step=STEPS[0],
        asker_name=need.asker_name,
        notice_id=need.notice_id,
        refusals=0,
        rings=0,
        reminded=0,
        created_at=now,
        state_since=now,
        rise_at=now,
    )
    await stored.insert(tx, row)
    await conflicts.keep_from(tx, row, need.about)
    for said in need.said:
        add_entry(tx, row, asker, "asker", said)
    record(tx, row, asker, "submit")
    return row


async def confirm(tx: Tx, actor: Account, request_id: int) -> ServiceRequest:
    """The asker says it is done: closed, and the holder hears thanks."""
    row = await access.request(tx, actor, request_id, View.ASKER)
    await move(tx, row, Action.CONFIRM, actor)
    row.closes_at, row.reopen_until = None, tx.now + REOPENS_FOR
    await tell_holder(tx, row, t("told-confirmed", head=await cards.headline(tx, row)))
    return row


async def reopen(
    tx: Tx, actor: Account, request_id: int, reason: str, action: Action = Action.REFUSE
) -> ServiceRequest:
    """The asker says it is not done (REFUSE), or reopens a closed or declined one (REOPEN).

    The first time it goes back to whoever had it, or to the desk if they are away or not there any more;
    the second "not done", and any objection to a refusal, one step up. What it was merged into stays as it
    is. Raises RefusedError when the fourteen days are over.
    """
    row = await access.request(tx, actor, request_id, View.ASKER)
    declined = row.status == Status.DECLINED
    if action is Action.REOPEN and not cards.may_reopen(row, tx):
        raise RefusedError(t("refused-too-late"))
    await move(tx, row, action, actor, reason)
    await merging.goes_alone(tx, row, actor)
    row.refusals += 1
    row.closes_at = row.reopen_until = None
    holder = await people.account(tx, row.holder_id) if row.holder_id else None
    if declined or rises(Action.REFUSE, row.refusals):
        news = t("told-risen", head=await cards.headline(tx, row))
        await _to_others(tx, row, holder, news, above(row.step))
    elif holder is None or not await holders.still(tx, row, holder):
        news = t("told-reopened-elsewhere", head=await cards.headline(tx, row))
        await _to_others(tx, row, holder, news, STEPS[0])
    else:
        await _back_to_holder(tx, row, holder)
    return row


async def _to_others(tx: Tx, row: ServiceRequest, former: Account | None, news: Text, from_step: str) -> None:
    await routing.let_go(tx, row)
    if former is not None:
        tell(tx, former, Outgoing(text=news), request_id=row.id)
    await routing.place(tx, row, from_step, but=former)


async def _back_to_holder(tx: Tx, row: ServiceRequest, holder: Account) -> None:
    clocks.work(row, await units.unit_of(tx, row.center_id), tx.now)
    await tx.session.flush()
    tell(tx, holder, await cards.held(tx, row), key=cards.key(row), request_id=row.id)


async def cancel(tx: Tx, actor: Account, request_id: int) -> ServiceRequest:
    """The asker does not need it any more; whoever has or was offered it hears so."""
    row = await access.request(tx, actor, request_id, View.ASKER)
    await call_off(tx, row, actor)
    await relations.told_called_off(tx, row, actor)
    return row


async def call_off(tx: Tx, row: ServiceRequest, actor: Account, *, vouched: bool = False) -> None:
    """End a request that is not needed: on the asking side's own word, or `vouched` for by the clerk."""
    await move(tx, row, Action.CANCEL, actor, vouched=vouched)
    await tell_holder(tx, row, t("told-cancelled", head=await cards.headline(tx, row)))
    await merging.follow(tx, row)
    clocks.stop(row)
    if row.urgent and row.holder_id is None:
        await _stand_down(tx, row)
    await routing.withdraw(tx, row, t("card-cancelled"))


async def _stand_down(tx: Tx, row: ServiceRequest) -> None:
    """A false alarm costs nothing: whoever was rung and may be on the way hears that all is well."""
    for _, account in await routing.offered(tx, row):
        news = Outgoing(text=t("told-all-well", head=await cards.headline(tx, row)))
        tell(tx, account, news, lane=Lane.URGENT, request_id=row.id)


async def rate(tx: Tx, actor: Account, request_id: int, stars: int) -> ServiceRequest:
    """The asker's rating of a closed request, from 1 to 5; a second rating replaces the first."""
    row = await access.request(tx, actor, request_id, View.ASKER)
    if row.status != Status.CLOSED or not 1 <= stars <= 5:
        raise RefusedError(t("refused-state", status=t(f"status-{row.status}")))
    row.rating = stars
    return row


async def add_rating_word(tx: Tx, actor: Account, request_id: int, word: str) -> ServiceRequest:
    """A word to go with the rating; the holder reads it."""
    row = await access.request(tx, actor, request_id, View.ASKER)
    if row.status != Status.CLOSED or row.rating is None:
        raise RefusedError(t("refused-state", status=t(f"status-{row.status}")))
    row.rating_word = word.strip()[:REASON_LIMIT]
    head = await cards.headline(tx, row)
    await tell_holder(tx, row, t("told-rated", head=head, stars=row.rating, word=row.rating_word))
    return row


async def close_one(tx: Tx) -> bool:
    """Close one finished request whose three days are over. Returns whether there was one."""
    row = await deadlines.to_close(tx)
    if row is None:
        return False
    await move(tx, row, Action.CLOSE, None)
    row.closes_at, row.reopen_until = None, tx.now + REOPENS_FOR
    await tell_asker(tx, row, t("told-closed"), buttons=True)
    return True
