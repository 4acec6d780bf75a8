"""The life of a request as use cases: one function for each thing somebody does to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.catalogue import CATALOGUE
from domain.messages import Button, Outgoing, Said, Text, t
from domain.requests import (
    CLOSES_AFTER,
    MOVES,
    REASON_LIMIT,
    REOPENS_FOR,
    Action,
    IllegalMoveError,
    Side,
    Status,
    next_step,
    number,
    rises,
    target,
)
from domain.taps import Go, Open
from domain.units import settings_of
from services import access, cards, routing
from services.access import View
from services.errors import RefusedError
from services.outbox import Lane, change, tell
from storage import people, requests, units
from storage.people import Account
from storage.requests import Opening, RequestEntry, RequestMove, ServiceRequest
from storage.transaction import Tx


@dataclass
class Need:
    """What somebody wants to send: the story, what it is about, and for whom.

    `said` are the asker's messages it begins with.
    """

    line: str
    said: Sequence[Said]
    topic: str | None = None
    urgent: bool = False
    village_id: int | None = None
    person_id: int | None = None
    person_name: str | None = None
    person_phone: str | None = None


async def submit(tx: Tx, asker: Account, center_id: int, need: Need) -> ServiceRequest:
    """Make a request of a need: numbered, with its history begun, and offered to the right people."""
    now = tx.now
    row = ServiceRequest(
        center_id=center_id,
        number=number(await units.next_serial(tx, center_id)),
        line=need.line,
        topic=need.topic,
        status=Status.SUBMITTED,
        urgent=need.urgent,
        asker_id=asker.id,
        village_id=need.village_id,
        person_id=need.person_id,
        person_name=need.person_name,
        person_phone=need.person_phone,
        step="desk",
        refusals=0,
        created_at=now,
        state_since=now,
    )
    tx.session.add(row)
    await tx.session.flush()
    for said in need.said:
        add_entry(tx, row, asker, "asker", said)
    _record(tx, row, asker, "submit", None, None)
    await tx.session.flush()
    await routing.place(tx, row)
    await _tell_person_acted_for(tx, row)
    return row


def add_entry(tx: Tx, row: ServiceRequest, author: Account, side: str, said: Said) -> None:
    """Add a message to the request's thread."""
    tx.session.add(
        RequestEntry(
            request_id=row.id,
            at=tx.now,
            author_id=author.id,
            side=side,
            content=said.content.pack(),
            chat_id=author.id,
            message_id=said.message_id,
        )
    )


async def _tell_person_acted_for(tx: Tx, row: ServiceRequest) -> None:
    for account_id in (await access.asking_side(tx, row))[1:]:
        proxy = (await people.members(tx, row.center_id, [row.asker_id])).get(row.asker_id)
        text = t("told-filed-for-you", head=await cards.headline(tx, row), proxy=proxy.name if proxy else "?")
        if account := await people.account(tx, account_id):
            tell(tx, account, Outgoing(text=text, buttons=_open_button(row)), request_id=row.id)


def _record(
    tx: Tx, row: ServiceRequest, actor: Account | None, action: str, was: str | None, reason: str | None
) -> None:
    tx.session.add(
        RequestMove(
            request_id=row.id,
            at=tx.now,
            actor_id=actor.id if actor else None,
            action=action,
            from_status=was,
            to_status=row.status,
            from_line=row.line if was else None,
            to_line=row.line,
            reason=reason,
        )
    )


async def move(
    tx: Tx, row: ServiceRequest, action: Action, actor: Account | None, reason: str | None = None
) -> None:
    """Change the state as the table of moves allows, and write the history row.

    Raises RefusedError when the actor is on the wrong side, the state does not allow it, or a reason
    is missing.
    """
    rule = MOVES[action]
    if not await _on_side(tx, row, rule.side, actor):
        raise RefusedError(t("refused-not-yours"))
    if rule.needs_reason and not (reason or "").strip():
        raise RefusedError(t("refused-reason-missing"))
    was = Status(row.status)
    try:
        row.status = target(action, was)
    except IllegalMoveError as error:
        raise RefusedError(t("refused-state", status=t(f"status-{was}"))) from error
    row.state_since = tx.now
    _record(tx, row, actor, action, was, (reason or "").strip()[:REASON_LIMIT] or None)


async def _on_side(tx: Tx, row: ServiceRequest, side: Side, actor: Account | None) -> bool:
    if side is Side.CLOCK or actor is None:
        return side is Side.CLOCK and actor is None
    if side is Side.HOLDER:
        return row.holder_id == actor.id
    return await access.view(tx, actor, row) is (View.ASKER if side is Side.ASKER else View.CARD)


async def take(tx: Tx, actor: Account, request_id: int) -> ServiceRequest:
    """Take an offered request: the first wins, everybody else's card changes at once.

    Taking it twice changes nothing. Raises RefusedError with who has it when somebody was faster.
    """
    row = await access.request(tx, actor, request_id)
    if row.holder_id == actor.id and row.open:
        return row
    if row.holder_id is not None or not row.open:
        raise RefusedError(t("refused-taken", role=t(f"role-{row.holder_role or 'clerk'}")))
    role_code = await _role_for(tx, actor, row)
    await move(tx, row, Action.TAKE, actor)
    row.holder_id, row.holder_role = actor.id, role_code
    row.due_at = routing.finish_due(row, await units.unit_of(tx, row.center_id), tx.now)
    role = t(f"role-{role_code}")
    await routing.withdraw(tx, row, t("card-taken-by", role=role), but=actor)
    log_opening(tx, row, actor)
    await tell_asker(tx, row, t("told-taken", role=role, due=await cards.when(tx, row, row.due_at)))
    return row


async def _role_for(tx: Tx, actor: Account, row: ServiceRequest) -> str:
    unit = await units.unit(tx, row.center_id)
    above = unit.ancestors if unit else []
    held = [grant.role for grant in actor.grants if grant.unit_id in above]
    wanted = (CATALOGUE.line(row.line).desk, "clerk", "director", "deputy", "township", "county")
    return next((role for role in wanted if role in held), "clerk")


def log_opening(tx: Tx, row: ServiceRequest, actor: Account) -> None:
    """Write down that somebody opened a confidential request."""
    if CATALOGUE.line(row.line).confidential:
        tx.session.add(Opening(request_id=row.id, account_id=actor.id, at=tx.now))


async def start(tx: Tx, actor: Account, request_id: int) -> ServiceRequest:
    """The holder sets to work; the asker hears of it."""
    row = await access.request(tx, actor, request_id, View.HOLDER)
    await move(tx, row, Action.START, actor)
    await tell_asker(tx, row, t("told-started", role=t(f"role-{row.holder_role}")))
    return row


async def finish(tx: Tx, actor: Account, request_id: int) -> ServiceRequest:
    """The holder is done; the asker is asked whether that is so. It closes by itself after three days."""
    row = await access.request(tx, actor, request_id, View.HOLDER)
    await move(tx, row, Action.FINISH, actor)
    row.closes_at = tx.now + CLOSES_AFTER
    row.due_at = None
    await tell_asker(
        tx,
        row,
        t(
            "told-done",
            role=t(f"role-{row.holder_role}"),
            closes=await cards.when(tx, row, row.closes_at, "day"),
        ),
        buttons=True,
    )
    return row


async def give_back(tx: Tx, actor: Account, request_id: int, reason: str) -> ServiceRequest:
    """The holder returns it to the desk, with a reason; it is offered to the others, or one step up."""
    row = await access.request(tx, actor, request_id, View.HOLDER)
    await move(tx, row, Action.RETURN, actor, reason)
    await _let_go(tx, row)
    await routing.place(tx, row, but=actor)
    await tell_asker(tx, row, t("told-returned", where=await cards.where_it_is(tx, row)))
    return row


async def other_lines(tx: Tx, row: ServiceRequest) -> tuple[str, ...]:
    """The lines its center offers to which a request can be transferred."""
    offered = settings_of(await units.unit_of(tx, row.center_id)).lines
    return tuple(line.code for line in offered if line.code != row.line)


async def transfer(tx: Tx, actor: Account, request_id: int, line: str, reason: str) -> ServiceRequest:
    """The holder hands it to another line, with a reason."""
    row = await access.request(tx, actor, request_id, View.HOLDER)
    if line not in await other_lines(tx, row):
        raise RefusedError(t("refused-line"))
    was = row.line
    await move(tx, row, Action.TRANSFER, actor, reason)
    await tx.session.flush()
    last = (await requests.moves(tx, row.id))[-1]
    row.line, row.topic, last.to_line = line, None, line
    last.from_line = was
    await _let_go(tx, row)
    await routing.place(tx, row)
    name = await cards.line_name(tx, row.center_id, line)
    await tell_asker(tx, row, t("told-transferred", line=name, where=await cards.where_it_is(tx, row)))
    return row


async def decline(tx: Tx, actor: Account, request_id: int, reason: str) -> ServiceRequest:
    """The holder says it cannot be done, and why. The asker may object, which goes one step higher."""
    row = await access.request(tx, actor, request_id, View.HOLDER)
    await move(tx, row, Action.DECLINE, actor, reason)
    row.reopen_until = tx.now + REOPENS_FOR
    row.due_at = None
    await tell_asker(
        tx, row, t("told-declined", role=t(f"role-{row.holder_role}"), reason=reason), buttons=True
    )
    return row


async def _let_go(tx: Tx, row: ServiceRequest) -> None:
    """Nobody holds it any more: the former holder's card says so, and no longer who it is about."""
    former = await people.account(tx, row.holder_id) if row.holder_id else None
    if former is not None:
        gone = t("card-gone", card=await cards.headline(tx, row), why=t("refused-not-yours"))
        change(tx, former, Outgoing(text=gone), key=cards.key(row), request_id=row.id)
    row.holder_id = None
    row.holder_role = None
    await tx.session.flush()
    for offer in await requests.offers(tx, row.id):
        offer.withdrawn_at = tx.now


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

    The first time it goes back to whoever had it; the second "not done", and any objection to a
    refusal, one step up. Raises RefusedError when the fourteen days are over.
    """
    row = await access.request(tx, actor, request_id, View.ASKER)
    declined = row.status == Status.DECLINED
    if action is Action.REOPEN and not cards.may_reopen(row, tx):
        raise RefusedError(t("refused-too-late"))
    await move(tx, row, action, actor, reason)
    row.refusals += 1
    row.closes_at = row.reopen_until = None
    holder = await people.account(tx, row.holder_id) if row.holder_id else None
    if holder is None or not holder.reachable or declined or rises(Action.REFUSE, row.refusals):
        await _raise(tx, row)
    else:
        await _back_to_holder(tx, row, holder)
    return row


async def _raise(tx: Tx, row: ServiceRequest) -> None:
    former = await people.account(tx, row.holder_id) if row.holder_id else None
    await _let_go(tx, row)
    if former is not None:
        text = t("told-risen", head=await cards.headline(tx, row))
        tell(tx, former, Outgoing(text=text), request_id=row.id)
    await routing.place(tx, row, next_step(row.step), but=former)


async def _back_to_holder(tx: Tx, row: ServiceRequest, holder: Account) -> None:
    row.due_at = routing.finish_due(row, await units.unit_of(tx, row.center_id), tx.now)
    await tx.session.flush()
    tell(tx, holder, await cards.held(tx, row), key=cards.key(row), request_id=row.id)


async def cancel(tx: Tx, actor: Account, request_id: int) -> ServiceRequest:
    """The asker does not need it any more; whoever has or was offered it hears so."""
    row = await access.request(tx, actor, request_id, View.ASKER)
    await move(tx, row, Action.CANCEL, actor)
    row.due_at = None
    await tell_holder(tx, row, t("told-cancelled", head=await cards.headline(tx, row)))
    await routing.withdraw(tx, row, t("card-cancelled"))
    return row


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
    row = await requests.to_close(tx)
    if row is None:
        return False
    await move(tx, row, Action.CLOSE, None)
    row.closes_at, row.reopen_until = None, tx.now + REOPENS_FOR
    await tell_asker(tx, row, t("told-closed"), buttons=True)
    return True


def _open_button(row: ServiceRequest) -> list[list[Button]]:
    return [[cards.button("button-open", Open(row.id)), cards.button("button-person", Go("person"))]]


async def tell_asker(tx: Tx, row: ServiceRequest, news: Text, *, buttons: bool = False) -> None:
    """Tell the asker a step of their request, and with `buttons` what they can do now.

    The person acted for, if they have an account of their own, hears the same.
    """
    text = t("told-asker", head=await cards.headline(tx, row), news=news)
    rows = (await cards.mine(tx, row)).buttons if buttons else _open_button(row)
    for account_id in await access.asking_side(tx, row):
        account = await people.account(tx, account_id)
        if account is not None:
            lane = Lane.URGENT if row.urgent else Lane.NOTIFICATION
            tell(tx, account, Outgoing(text=text, buttons=rows), lane=lane, request_id=row.id)


async def tell_holder(tx: Tx, row: ServiceRequest, news: Text) -> None:
    """Tell the holder, if there is one."""
    holder = await people.account(tx, row.holder_id) if row.holder_id else None
    if holder is not None:
        tell(tx, holder, Outgoing(text=news), request_id=row.id)
