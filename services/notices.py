"""Notices to everybody at a center, or at all centers below an office: who may, and how they are steered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain import notices as rules
from domain.messages import Content, Outgoing, Text, t
from services import progress
from services.access import LEADERS, roles_at
from services.errors import NotFoundError, RefusedError
from services.outbox import Lane, tell
from services.progress import as_it_arrives, report_one, spool_one
from storage import notices, units
from storage.notices import Notice
from storage.people import Account
from storage.transaction import Tx
from storage.units import OrgUnit

__all__ = [
    "Ahead",
    "announce",
    "look_ahead",
    "may_write",
    "one",
    "open_for",
    "pause",
    "places",
    "report_one",
    "resume",
    "shown_to",
    "spool_one",
    "stop",
]

OFFICES = frozenset({"township", "county"})
WRITERS = LEADERS | {"committee"}
"""Who writes a center's notices."""
ENDED = frozenset({"stopped", "done"})


@dataclass(frozen=True)
class Ahead:
    """What a notice would do: how it arrives, to how many, how many of them cannot be reached, and how long
    it takes, in words."""

    unit: OrgUnit
    message: Outgoing
    people: int
    unreachable: int
    time: Text


def may_write(actor: Account, unit: OrgUnit) -> bool:
    """Whether somebody may write to everybody of a unit: those of the center whose business it is, and the
    offices at and above it."""
    if unit.kind == "center" and roles_at(actor, unit.id) & WRITERS:
        return True
    return _is_office(actor, unit)


def _is_office(actor: Account, unit: OrgUnit) -> bool:
    at = set(unit.ancestors)
    return any(grant.unit_id in at and grant.role in OFFICES for grant in actor.grants)


def _may_steer(actor: Account, notice: Notice, unit: OrgUnit) -> bool:
    """Its author, while they may write; and whoever leads the unit."""
    if notice.author_id == actor.id and may_write(actor, unit):
        return True
    leads = unit.kind == "center" and bool(roles_at(actor, unit.id) & LEADERS)
    return leads or _is_office(actor, unit)


def writes_for(actor: Account) -> list[int]:
    """The units this account writes notices for in a role of its own, its current center first."""
    found = {grant.unit_id for grant in actor.grants if grant.role in WRITERS or grant.role in OFFICES}
    return sorted(found, key=lambda one: (one != actor.current_center_id, one))


async def places(tx: Tx, actor: Account) -> list[OrgUnit]:
    """The same as units."""
    return [await units.unit_of(tx, one) for one in writes_for(actor)]


async def _unit(tx: Tx, actor: Account, unit_id: int) -> OrgUnit:
    unit = await units.unit(tx, unit_id)
    if unit is None or not may_write(actor, unit):
        raise NotFoundError
    return unit


def checked(text: str) -> Content:
    """What is to be said. Raises RefusedError when it is nothing, or more than one message holds."""
    text = text.strip()
    if not text:
        raise RefusedError(t("notice-empty"))
    if len(text) > rules.LONGEST:
        raise RefusedError(t("notice-long", longest=rules.LONGEST, length=len(text)))
    return Content(text=text)


async def look_ahead(tx: Tx, actor: Account, unit_id: int, text: str) -> Ahead:
    """What a notice would do if it were sent now. Raises NotFoundError or RefusedError."""
    unit, content = await _unit(tx, actor, unit_id), checked(text)
    counted = await _audience(tx, unit)
    reached: dict[int, int] = {}
    for bot_id, reachable, count in counted:
        reached[bot_id] = reached.get(bot_id, 0) + (count if reachable else 0)
    others = [(await progress.progress_of(tx, one)).left for one in await notices.running(tx)]
    everybody = sum(count for _, _, count in counted)
    return Ahead(
        unit,
        as_it_arrives(unit, content),
        everybody,
        everybody - sum(reached.values()),
        progress.time_text(rules.forecast(reached.values(), others)),
    )


async def _audience(tx: Tx, unit: OrgUnit) -> list[tuple[int, bool, int]]:
    return await notices.audience(tx, [one.id for one in await units.below(tx, unit)])


async def announce(tx: Tx, actor: Account, unit_id: int, text: str) -> Notice:
    """Begin a notice to everybody who is registered now at a unit's centers; the clock does the rest.

    Raises NotFoundError when the actor may not, RefusedError for a text that cannot be sent.
    """
    unit, content = await _unit(tx, actor, unit_id), checked(text)
    counted = await _audience(tx, unit)
    notice = Notice(
        unit_id=unit.id,
        author_id=actor.id,
        created_at=tx.now,
        body=content.pack(),
        state="running",
        total=sum(count for _, _, count in counted),
        unreachable=0,
        spooled_center_id=0,
        spooled_to=0,
        ran_for=0,
        reported=-1,
    )
    notices.change(tx, notice, "running", actor.id)
    notice.report_at = _soon(tx)
    await notices.add(tx, notice)
    await _show_author(tx, actor, notice)
    return notice


async def _show_author(tx: Tx, author: Account, notice: Notice) -> None:
    """The progress message, as the last one in the author's chat."""
    card = await progress.card(tx, notice, await progress.progress_of(tx, notice))
    tell(tx, author, card, lane=Lane.ANSWER, key=progress.key(notice))


def _soon(tx: Tx) -> datetime:
    return tx.now + timedelta(seconds=rules.REPORT_EVERY)


async def pause(tx: Tx, actor: Account, notice_id: int) -> Notice:
    """Let nothing more of a notice go until it is told to go on; pausing twice changes nothing.

    Raises NotFoundError, or RefusedError when it has ended.
    """
    return await _steer(tx, actor, notice_id, "paused")


async def resume(tx: Tx, actor: Account, notice_id: int) -> Notice:
    """Let a notice go on where it was; otherwise as `pause`."""
    return await _steer(tx, actor, notice_id, "running")


async def stop(tx: Tx, actor: Account, notice_id: int) -> Notice:
    """Let nothing more of a notice go, for good. Stopping twice changes nothing; otherwise as `pause`."""
    return await _steer(tx, actor, notice_id, "stopped")


async def _steer(tx: Tx, actor: Account, notice_id: int, to: str) -> Notice:
    notice = await _notice(tx, actor, notice_id)
    if notice.state == to:
        return notice
    if notice.state in ENDED:
        raise RefusedError(t("notice-over-stopped" if notice.state == "stopped" else "notice-over-done"))
    notices.change(tx, notice, to, actor.id)
    if to == "stopped":
        await notices.drop_waiting(tx, notice.id)
    notice.report_at = _soon(tx)  # what is under way is dealt with by then
    await progress.tell_author(tx, notice, await progress.progress_of(tx, notice))
    return notice


async def _notice(tx: Tx, actor: Account, notice_id: int) -> Notice:
    """A notice that this account may steer, locked. Raises NotFoundError."""
    notice = await notices.notice(tx, notice_id)
    if notice is None or not _may_steer(actor, notice, await units.unit_of(tx, notice.unit_id)):
        raise NotFoundError
    return notice


async def shown_to(tx: Tx, actor: Account, notice_id: int) -> Outgoing | None:
    """How far a notice is, for whoever may steer it; None for its author: theirs is sent anew, and goes on
    changing by itself. Raises NotFoundError."""
    notice = await _notice(tx, actor, notice_id)
    if notice.author_id == actor.id:
        await _show_author(tx, actor, notice)
        return None
    return await progress.card(tx, notice, await progress.progress_of(tx, notice), to=actor)


async def one(tx: Tx, actor: Account, notice_id: int) -> tuple[Notice, Text]:
    """A notice that this account may steer, and how it begins. Raises NotFoundError."""
    notice = await _notice(tx, actor, notice_id)
    return notice, progress.snippet(notice)


async def open_for(tx: Tx, actor: Account) -> list[tuple[Notice, Text]]:
    """The notices that run or are paused and that this account may steer, each with how it begins."""
    found = await notices.open_at(tx, writes_for(actor))
    return [(one, progress.snippet(one)) for one in await _steerable(tx, actor, found)]


async def _steerable(tx: Tx, actor: Account, found: Iterable[Notice]) -> list[Notice]:
    return [one for one in found if _may_steer(actor, one, await units.unit_of(tx, one.unit_id))]
