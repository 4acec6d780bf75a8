"""What the holder of a request does: take it, work on it, finish it, or hand it on."""

from __future__ import annotations

from domain.catalogue import CATALOGUE
from domain.escalation import STEPS, reached
from domain.messages import Text, t, verbatim
from domain.requests import CLOSES_AFTER, REOPENS_FOR, Action
from domain.units import settings_of
from services import access, cards, clocks, merging, notice_questions, routing, whereabouts
from services.access import View
from services.errors import RefusedError
from services.merging import tell_askers
from services.moves import log_opening, move
from storage import people, units
from storage.people import Account
from storage.requests import ServiceRequest
from storage.transaction import Tx


async def take(tx: Tx, actor: Account, request_id: int) -> ServiceRequest:
    """Take an offered request: the first wins, everybody else's card changes at once.

    Taking it twice changes nothing. Raises RefusedError with who has it when somebody was faster.
    """
    row = await merging.lead(tx, await access.request(tx, actor, request_id))
    if row.holder_id == actor.id and row.open:
        return row
    if row.holder_id is not None or not row.open:
        raise RefusedError(t("refused-taken", role=t(f"role-{row.holder_role or 'clerk'}")))
    role_code = await _role_for(tx, actor, row)
    await move(tx, row, Action.TAKE, actor)
    row.holder_id, row.holder_role = actor.id, role_code
    clocks.work(row, await units.unit_of(tx, row.center_id), tx.now)
    role = t(f"role-{role_code}")
    await routing.withdraw(tx, row, t("card-taken-by", role=role), but=actor)
    log_opening(tx, row, actor)
    await tell_askers(tx, row, await _who_comes(tx, row, actor) if row.urgent else await _taken(tx, row))
    return row


async def _taken(tx: Tx, row: ServiceRequest) -> Text:
    due = await whereabouts.when(tx, row, row.due_at or tx.now, "near")
    return t("told-taken", role=t(f"role-{row.holder_role}"), due=due)


async def _who_comes(tx: Tx, row: ServiceRequest, holder: Account) -> Text:
    """In an emergency the asker is told the name and number of whoever is coming."""
    member = (await people.members(tx, row.center_id, [holder.id])).get(holder.id)
    role = t(f"role-{row.holder_role}")
    name = verbatim(member.name) if member else role
    if holder.phone is None:
        return t("told-coming", role=role, name=name)
    return t("told-coming-phone", role=role, name=name, phone=cards.short_phone(holder.phone))


async def _role_for(tx: Tx, actor: Account, row: ServiceRequest) -> str:
    """The role in which somebody takes it: the desk's, else that of the lowest step they answer for, else
    any they hold here (an emergency rings everybody)."""
    unit = await units.unit_of(tx, row.center_id)
    held = [grant.role for grant in actor.grants if grant.unit_id in unit.ancestors]
    wanted = (CATALOGUE.line(row.line).desk, *reached(STEPS[-1]), *held)
    return next((role for role in wanted if role in held), "clerk")


async def start(tx: Tx, actor: Account, request_id: int) -> ServiceRequest:
    """The holder sets to work; the asker hears of it."""
    row = await access.request(tx, actor, request_id, View.HOLDER)
    await move(tx, row, Action.START, actor)
    row.heard_at = tx.now
    await tell_askers(tx, row, t("told-started", role=t(f"role-{row.holder_role}")))
    return row


async def finish(tx: Tx, actor: Account, request_id: int) -> ServiceRequest:
    """The holder is done; the asker is asked whether that is so. It closes by itself after three days."""
    row = await access.request(tx, actor, request_id, View.HOLDER)
    await move(tx, row, Action.FINISH, actor)
    row.closes_at = tx.now + CLOSES_AFTER
    clocks.stop(row)
    closes = await whereabouts.when(tx, row, row.closes_at, "day")
    await tell_askers(tx, row, t("told-done", role=t(f"role-{row.holder_role}"), closes=closes), buttons=True)
    await notice_questions.offer(tx, row)
    return row


async def give_back(tx: Tx, actor: Account, request_id: int, reason: str) -> ServiceRequest:
    """The holder returns it to the desk, with a reason; it is offered to the others, or one step up."""
    row = await access.request(tx, actor, request_id, View.HOLDER)
    await move(tx, row, Action.RETURN, actor, reason)
    await routing.let_go(tx, row)
    await routing.place(tx, row, but=actor)
    await tell_askers(tx, row, t("told-returned", where=await whereabouts.where_it_is(tx, row)))
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
    await move(tx, row, Action.TRANSFER, actor, reason, line=line)
    row.topic = None
    await routing.let_go(tx, row)
    await routing.place(tx, row)
    name = await cards.line_name(tx, row.center_id, line)
    await tell_askers(tx, row, t("told-transferred", line=name, where=await whereabouts.where_it_is(tx, row)))
    return row


async def decline(tx: Tx, actor: Account, request_id: int, reason: str) -> ServiceRequest:
    """The holder says it cannot be done, and why. The asker may object, which goes one step higher."""
    row = await access.request(tx, actor, request_id, View.HOLDER)
    await move(tx, row, Action.DECLINE, actor, reason)
    row.reopen_until = tx.now + REOPENS_FOR
    clocks.stop(row)
    await tell_askers(
        tx, row, t("told-declined", role=t(f"role-{row.holder_role}"), reason=reason), buttons=True
    )
    return row
