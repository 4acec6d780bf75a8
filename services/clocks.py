"""Setting a request's clock: every state has one, and only entering a state starts it."""

from __future__ import annotations

from datetime import datetime

from domain import escalation
from domain.catalogue import CATALOGUE, Line
from domain.escalation import Clock
from domain.units import settings_of
from storage.requests import ServiceRequest
from storage.units import OrgUnit


def line_at(unit: OrgUnit, code: str) -> Line:
    """The line with the center's own promises; one that was switched off keeps the catalogue's."""
    return settings_of(unit).line(code) or CATALOGUE.line(code)


def wait(row: ServiceRequest, unit: OrgUnit, now: datetime) -> None:
    """It lies at its step from now on; the promise counts from when it entered its state."""
    if row.urgent:
        _set(row, escalation.ringing(row.state_since, now, row.rings))
    else:
        line, hours = line_at(unit, row.line), settings_of(unit).hours
        _set(row, escalation.waiting(row.step, row.state_since, now, line, hours))


def work(row: ServiceRequest, unit: OrgUnit, now: datetime) -> None:
    """Somebody has it from now on, and has not said a word yet."""
    line, hours = line_at(unit, row.line), settings_of(unit).hours
    _set(row, escalation.working(now, line, hours, urgent=row.urgent))
    row.heard_at, row.reminded = None, 0


def nudged(row: ServiceRequest, unit: OrgUnit, now: datetime) -> None:
    """The holder has been written to: once more before it is due, and then no more."""
    row.reminded += 1
    row.remind_at = None
    if row.reminded == 1 and row.due_at is not None and row.rise_at == row.due_at > now:
        row.remind_at = escalation.before_due(now, row.due_at, settings_of(unit).hours).remind_at


def go_on(row: ServiceRequest, unit: OrgUnit, now: datetime) -> None:
    """A holder who has given word keeps it: when the clock looks again, and for a new word if it is late."""
    line, hours, promise = line_at(unit, row.line), settings_of(unit).hours, row.due_at or now
    if promise > now:
        _set(row, escalation.before_due(now, promise, hours))
    else:
        _set(row, escalation.overdue(now, promise, line, hours))
        row.heard_at = None


def stop(row: ServiceRequest) -> None:
    """It is over: nothing is due any more."""
    row.due_at = row.remind_at = row.rise_at = None


def _set(row: ServiceRequest, clock: Clock) -> None:
    row.due_at, row.remind_at, row.rise_at = clock.due_at, clock.remind_at, clock.rise_at
