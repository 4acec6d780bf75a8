"""Where a request is, who has it, by when, and to whom it goes if nobody acts: in words, for either side."""

from __future__ import annotations

from datetime import datetime

from domain.escalation import STEPS, next_step, role_at
from domain.messages import Moment, Style, Text, t
from domain.requests import Status
from domain.units import settings_of
from storage import offers, units
from storage.requests import ServiceRequest
from storage.transaction import Tx


async def when(tx: Tx, request: ServiceRequest, at: datetime, style: Style = "moment") -> Moment:
    """A moment as the clocks of the request's center show it; "near" counts from now."""
    unit = await units.unit_of(tx, request.center_id)
    return Moment(at=at, style=style, zone=settings_of(unit).zone, seen=tx.now if style == "near" else None)


def waits_for(request: ServiceRequest) -> Text:
    """The role whose turn it is to take it."""
    return t(f"role-{role_at(request.step, request.line)}")


def goes_to(request: ServiceRequest) -> Text:
    """To whom it rises when nobody has taken it in time."""
    higher = next_step(request.step)
    if higher == "desk":
        return t("whole-desk", role=waits_for(request))
    return t(f"role-{role_at(higher, request.line)}")


async def where_it_is(tx: Tx, request: ServiceRequest) -> Text:
    """In one sentence for the asker: where it is, who has it by role, by when, and what happens if not."""
    if request.open and request.holder_id is None:
        return await _waiting(tx, request)
    if not request.open:
        return t(f"where-{request.status}")
    due = await when(tx, request, request.due_at or request.state_since, "near")
    if request.due_at is not None and request.due_at < tx.now:
        return t("where-late", role=t(f"role-{request.holder_role}"), due=due)
    return t(f"where-{request.status}", role=t(f"role-{request.holder_role}"), due=due)


async def _waiting(tx: Tx, request: ServiceRequest) -> Text:
    if request.urgent:
        return t(
            "where-ringing", count=len(await offers.of_request(tx, request.merged_into_id or request.id))
        )
    due = await when(tx, request, request.rise_at or request.state_since, "near")
    if request.step == STEPS[-1]:
        return t("where-waiting-last", role=waits_for(request), due=due)
    return t("where-waiting", role=waits_for(request), due=due, next=goes_to(request))


async def due(tx: Tx, request: ServiceRequest) -> Text:
    """By when somebody has to act, for those who have to; or since when it is late."""
    at = request.due_at or request.created_at
    if at < tx.now:
        return t("card-late", due=await when(tx, request, at))
    held = request.status in (Status.ASSIGNED, Status.IN_PROGRESS)
    return t("card-due-held" if held else "card-due", due=await when(tx, request, at))
