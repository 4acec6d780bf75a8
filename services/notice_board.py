"""The notice board: what was published at a center, found by its words, and read, also as it was before.

Who belongs to a center may read what was published there, also if they registered later or live in another
natural village than it was for. What was for a role or a tag only is read by those, and by whoever writes
there: for everybody else it does not exist.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from domain.announcing import Audience
from domain.messages import Moment
from domain.notice_search import everything_said, matches
from domain.officetime import local_day
from domain.units import settings_of
from services import notice_access, notice_reading
from services.errors import NotFoundError
from services.people import membership
from storage import notice_audience, notice_board, notice_versions, notices, units
from storage.notice_board import Posted
from storage.notice_readers import NoticeReader
from storage.notice_versions import NoticeVersion
from storage.notices import Notice
from storage.people import Account
from storage.transaction import Tx
from storage.units import OrgUnit

BACK = timedelta(days=2 * 366)
"""How far back the board goes: what is older is found by its link only."""
AT_ONCE = 50
"""Notices whose words are decrypted together in a search. A village publishes some hundred in two years, of
which each takes a fraction of a millisecond."""


@dataclass(frozen=True)
class Opened:
    """A notice on the board, and how whoever opened it has read it; None if it is not for them."""

    notice: Notice
    unit: OrgUnit
    reader: NoticeReader | None


async def place(tx: Tx, actor: Account) -> OrgUnit:
    """Whose board somebody looks at: that of their current center; who belongs to none, that of their office.

    Raises NotFoundError for whoever belongs nowhere.
    """
    member = membership(actor)
    at = [member.center_id] if member else [grant.unit_id for grant in actor.grants]
    if not at:
        raise NotFoundError
    return await units.unit_of(tx, at[0])


async def posted(tx: Tx, actor: Account, unit: OrgUnit) -> list[Posted]:
    """What was published at a place for this account to read, the newest first: by itself and by the offices
    above it."""
    found = await notice_board.posted(tx, unit.ancestors, tx.now - BACK)
    return await _readable(tx, actor, found)


def month_of(unit: OrgUnit, one: Posted) -> str:
    """The month in which it was published, as the calendar there has it: "2026-11"."""
    return f"{local_day(one.created_at, settings_of(unit).zone):%Y-%m}"


def day_of(unit: OrgUnit, notice: Notice | Posted) -> Moment:
    """The day on which it was published."""
    return Moment(at=notice.created_at, zone=settings_of(unit).zone, style="date")


def moment_of(unit: OrgUnit, at: datetime) -> Moment:
    """A moment as the calendar and the clock there have it."""
    return Moment(at=at, zone=settings_of(unit).zone)


async def find(tx: Tx, actor: Account, unit: OrgUnit, words: str, kinds: Mapping[str, str]) -> list[Posted]:
    """The notices of the board in which all of these words are found: in what they say, their number, whose
    they are, or what their kind is called (`kinds`: by code, in any language). None that was withdrawn."""
    there = [one for one in await posted(tx, actor, unit) if not one.withdrawn]
    found = []
    for at in range(0, len(there), AT_ONCE):
        page = there[at : at + AT_ONCE]
        bodies = await notice_board.bodies(tx, [one.id for one in page])
        for one in page:
            whose = (await units.unit_of(tx, one.unit_id)).name
            said = (one.number, kinds.get(one.kind, ""), whose, everything_said(bodies[one.id]))
            if matches(words, "\n".join(said)):
                found.append(one)
    return found


async def beginnings(tx: Tx, shown: Sequence[Posted]) -> dict[int, str]:
    """The words of those that are shown and were not withdrawn."""
    bodies = await notice_board.bodies(tx, [one.id for one in shown if not one.withdrawn])
    return {key: body.words for key, body in bodies.items()}


async def seen(tx: Tx, actor: Account, notice_id: int) -> tuple[Notice, OrgUnit]:
    """A notice that this account may read, and its unit. Raises NotFoundError."""
    notice = await notices.one(tx, notice_id)
    if notice is None or not await _readable(tx, actor, [Posted.of(notice)]):
        raise NotFoundError
    return notice, await units.unit_of(tx, notice.unit_id)


async def to_join(tx: Tx, actor: Account, notice_id: int) -> list[int]:
    """The centers at which somebody can register to read a notice; none if they belong to one of them, or may
    read it anyway. Raises NotFoundError when there is no such notice."""
    notice = await notices.one(tx, notice_id)
    if notice is None:
        raise NotFoundError
    centers = await notice_access.center_ids(tx, notice)
    if any(one.center_id in centers for one in actor.memberships):
        return []
    return [] if await _readable(tx, actor, [Posted.of(notice)]) else centers


async def opened(tx: Tx, actor: Account, notice_id: int) -> Opened:
    """Open a notice: whoever it is for has read it by that. Raises NotFoundError."""
    notice, unit = await seen(tx, actor, notice_id)
    return Opened(notice, unit, await notice_reading.opened(tx, actor, notice))


async def before(tx: Tx, actor: Account, notice_id: int) -> tuple[Notice, OrgUnit, list[NoticeVersion]]:
    """What a notice said before, the first version first. Raises NotFoundError, also when it was withdrawn:
    its words are gone from the board."""
    notice, unit = await seen(tx, actor, notice_id)
    if notice.withdrawn_at is not None:
        raise NotFoundError
    versions = await notice_versions.of_notice(tx, notice.id)
    return notice, unit, [one for one in versions if one.version < notice.version]


async def _readable(tx: Tx, actor: Account, found: Sequence[Posted]) -> list[Posted]:
    """Those of them that somebody may read."""
    reading = _Reading(tx, actor)
    return [one for one in found if await reading.may_read(one)]


@dataclass
class _Reading:
    """Somebody before a list of notices: what was found out about one holds for others like it."""

    tx: Tx
    actor: Account
    centers: dict[int, list[int]] = field(default_factory=dict)
    meant: dict[tuple[int, Audience], bool] = field(default_factory=dict)

    async def may_read(self, one: Posted) -> bool:
        unit = await units.unit_of(self.tx, one.unit_id)
        if notice_access.may_write(self.actor, unit):
            return True
        there = await self._there(unit)
        joined = [who.joined_at for who in self.actor.memberships if who.center_id in there]
        if not (one.for_whom.telling or one.stopped):
            return bool(joined)
        early = any(at <= one.created_at for at in joined)
        return early and await self._is_meant(unit, one.for_whom, there)

    async def _there(self, unit: OrgUnit) -> list[int]:
        if unit.id not in self.centers:
            self.centers[unit.id] = [below.id for below in await units.below(self.tx, unit)]
        return self.centers[unit.id]

    async def _is_meant(self, unit: OrgUnit, audience: Audience, there: list[int]) -> bool:
        key = (unit.id, audience)
        if key not in self.meant:
            found = await notice_audience.meant(self.tx, audience, there, [self.actor.id])
            self.meant[key] = bool(found)
        return self.meant[key]
