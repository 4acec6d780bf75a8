"""Calling the roll: what it would do, and how it begins."""

from __future__ import annotations

from dataclasses import dataclass

from domain.announcing import Announcement, Audience, Body, Question
from domain.messages import Content, t
from domain.rollcall import CAUSES, OTHERWISE
from services import notice_writing, rollcall_access, rollcall_board
from services.errors import NotFoundError, RefusedError
from storage import notice_audience, rollcalls, units
from storage.people import Account
from storage.rollcalls import RollCall
from storage.transaction import Tx
from storage.units import OrgUnit


@dataclass(frozen=True)
class Wanted:
    """A roll call as it is meant.

    unit_id  a center, or an office that calls centers of its own
    cause    one of domain/rollcall.py, "" if it is only in the words
    words    what everybody is asked, by locale; those of `locale` are whoever's who calls
    places   natural villages of the center, or centers of the office; none for all of them
    """

    unit_id: int
    cause: str
    words: dict[str, str]
    locale: str
    places: tuple[int, ...] = ()


@dataclass(frozen=True)
class Look:
    """What it would do: how many people and households are asked."""

    unit: OrgUnit
    people: int
    households: int


async def places(tx: Tx, actor: Account, unit_id: int) -> list[tuple[int, str]]:
    """What can be called at a unit by itself: its natural villages, or an office's centers. Raises
    NotFoundError."""
    unit = await rollcall_access.unit_for(tx, actor, unit_id)
    if unit.kind == "center":
        return [(one.id, one.name) for one in await units.villages(tx, unit.id)]
    return [(one.id, one.name) for one in await units.below(tx, unit)]


async def look(tx: Tx, actor: Account, wanted: Wanted) -> Look:
    """What it would do. Raises NotFoundError when the actor may not, RefusedError for words that are none."""
    unit, centers = await _checked(tx, actor, wanted)
    said, ids = _announcement(unit, wanted), [one.id for one in centers]
    counted, _ = await notice_writing.counted(tx, said, ids)
    people = sum(count for *_, count in counted)
    return Look(unit, people, await notice_audience.count_households(tx, said.audience, ids))


async def start(tx: Tx, actor: Account, wanted: Wanted) -> list[RollCall]:
    """Call the roll at once, at each center by itself; where one is under way it goes on as it is.

    Raises as `look`, and RefusedError where one is under way everywhere.
    """
    unit, centers = await _checked(tx, actor, wanted)
    said = _announcement(unit, wanted)
    begun = []
    for center in centers:
        await units.lock(tx, center.id)
        if await rollcalls.open_at(tx, [center.id]):
            continue
        notice = await notice_writing.publish(tx, actor, center, said)
        call = RollCall(
            notice_id=notice.id,
            center_id=center.id,
            villages=list(said.audience.villages),
            kind=CAUSES.get(wanted.cause, OTHERWISE),
            begun_at=tx.now,
        )
        await rollcalls.add(tx, call)
        begun.append(call)
    if not begun:
        raise RefusedError(t("rollcall-running-already"))
    await rollcall_board.begin(tx, actor, begun)
    return begun


async def _checked(tx: Tx, actor: Account, wanted: Wanted) -> tuple[OrgUnit, list[OrgUnit]]:
    """The unit, and the centers that are called. Raises NotFoundError or RefusedError."""
    unit = await rollcall_access.unit_for(tx, actor, wanted.unit_id)
    for words in wanted.words.values():
        notice_writing.checked(words)
    if not {*wanted.places} <= {one for one, _ in await places(tx, actor, unit.id)}:
        raise NotFoundError
    centers = await units.below(tx, unit)
    if unit.kind != "center" and wanted.places:
        centers = [one for one in centers if one.id in wanted.places]
    return unit, centers


def _announcement(unit: OrgUnit, wanted: Wanted) -> Announcement:
    content = Content(text=wanted.words[wanted.locale])
    translations = {locale: words for locale, words in wanted.words.items() if locale != wanted.locale}
    body = Body(contents=(content,), translations=translations, question=Question(kind="rollcall"))
    villages = wanted.places if unit.kind == "center" else ()
    return Announcement(body=body, kind="disaster", audience=Audience(villages=villages))
