"""The live board of a roll call: one message for each who leads there, and one for each of the offices."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from zlib import crc32

from domain import notices as rules
from domain.messages import Button, Moment, Outgoing, Text, t, verbatim
from domain.rollcall import LOOKED_AT, RANK, Count, pressing
from domain.rollcalltaps import RollcallDo, RollcallReport
from domain.units import settings_of
from services import notice_cards, progress, rollcall_access
from services.cards import button
from services.outbox import Lane, change, tell
from storage import notices, people, rollcall_answers, rollcalls, units
from storage.notices import Notice
from storage.people import Account
from storage.rollcalls import RollCall, RollCallBoard
from storage.transaction import Tx
from storage.units import OrgUnit


def key(unit: OrgUnit) -> str:
    """The key of everybody's board of a unit."""
    return f"rollcall:{unit.id}"


async def begin(tx: Tx, actor: Account, begun: Sequence[RollCall]) -> None:
    """Roll calls have begun: everybody whom it concerns gets the board anew, as the last message of their
    chat, where it changes by itself."""
    shown: dict[int, OrgUnit] = {}
    for call in begun:
        center = await units.unit_of(tx, call.center_id)
        shown |= {one.id: one for one in await rollcall_access.watching(tx, center, actor)}
    for unit in shown.values():
        board = await rollcalls.board(tx, unit.id)
        if board is None:
            board = RollCallBoard(unit_id=unit.id, shown=-1)
            await rollcalls.add(tx, board)
        message = await card(tx, unit)
        board.shown = _mark(message)
        board.look_at = tx.now + timedelta(seconds=rules.REPORT_EVERY)
        for one in await _readers(tx, unit):
            tell(tx, one, message, lane=Lane.URGENT, key=key(unit))


async def _readers(tx: Tx, unit: OrgUnit) -> list[Account]:
    """Those who watch a unit; and whoever called the roll there, also while they are away."""
    found = {one.id: one for one in await rollcall_access.watchers(tx, unit)}
    for call in await lately(tx, unit):
        notice = await notices.one(tx, call.notice_id)
        author = await people.account(tx, notice.author_id) if notice is not None else None
        if author is not None and author.reachable and rollcall_access.is_own(author, unit):
            found[author.id] = author
    return list(found.values())


async def report_one(tx: Tx) -> bool:
    """Change a board that is due, if it says anything else now."""
    board = await rollcalls.board_due(tx)
    if board is None:
        return False
    running = await rollcalls.open_ids(tx)
    unit = await units.unit_of(tx, board.unit_id)
    still = await rollcalls.open_at(tx, [one.id for one in await units.below(tx, unit)])
    pause = timedelta(seconds=rules.next_report(len(running)))
    board.look_at = tx.now + pause if still else None
    await show(tx, unit, board)
    return True


async def show(tx: Tx, unit: OrgUnit, board: RollCallBoard) -> None:
    """Change everybody's board of a unit, if it says anything else now."""
    message = await card(tx, unit)
    if _mark(message) == board.shown:
        return
    board.shown = _mark(message)
    for one in await _readers(tx, unit):
        change(tx, one, message, key=key(unit), lane=Lane.URGENT)


async def shown_to(tx: Tx, actor: Account, unit_id: int) -> None:
    """Send somebody the board anew. Raises NotFoundError when it is none of theirs."""
    unit = await rollcall_access.unit_for(tx, actor, unit_id)
    tell(tx, actor, await card(tx, unit), lane=Lane.URGENT, key=key(unit))


def _mark(message: Outgoing) -> int:
    return crc32(message.model_dump_json().encode()) >> 1  # as large as a column holds


async def lately(tx: Tx, unit: OrgUnit) -> list[RollCall]:
    """The roll calls a unit's board is about: those under way, and those that ended not long ago."""
    found = await rollcalls.latest(tx, [one.id for one in await units.below(tx, unit)])
    return [one for one in found if one.ended_at is None or tx.now - one.ended_at < LOOKED_AT]


async def card(tx: Tx, unit: OrgUnit) -> Outgoing:
    """How far the roll calls of a unit are: a center's by natural village, an office's by center."""
    calls = await lately(tx, unit)
    if not calls:
        return Outgoing(text=t("rollcall-none", unit=unit.name))
    parts = await by_village(tx, calls[0]) if unit.kind == "center" else await _by_center(tx, calls)
    whole = sum((count for _, count in parts), Count())
    lines = [*await _heard(tx, calls), numbers(whole), *await _helping(tx, calls)]
    if len(parts) > 1:
        lines += [part_text(name, count) for name, count in pressing(parts)]
    text = t(
        "rollcall-board",
        unit=unit.name,
        words=await _words(tx, calls),
        state=_state(unit, calls),
        lines=lines,
    )
    return Outgoing(text=text, buttons=_buttons(unit, calls))


async def by_village(tx: Tx, call: RollCall) -> list[tuple[str, Count]]:
    """How many called households of each natural village stand how; "" for those that are in none."""
    totals, told = await rollcall_answers.totals(tx, call), await rollcall_answers.standings(tx, call)
    names = {one.id: one.name for one in await units.villages(tx, call.center_id, active_only=False)}
    return [
        (names.get(village_id or 0, ""), Count.of(total, told.get(village_id, {})))
        for village_id, total in totals.items()
    ]


async def _by_center(tx: Tx, calls: Sequence[RollCall]) -> list[tuple[str, Count]]:
    parts = []
    for call in calls:
        center = await units.unit_of(tx, call.center_id)
        whole = sum((count for _, count in await by_village(tx, call)), Count())
        parts.append((center.name, whole))
    return parts


async def _heard(tx: Tx, calls: Sequence[RollCall]) -> list[Text]:
    """How many have been asked, and what those answered whom the roster does not know."""
    sent = left = blocked = 0
    others = dict.fromkeys(RANK, 0)
    for call in calls:
        if (notice := await notices.one(tx, call.notice_id)) is not None:
            far = await progress.progress_of(tx, notice)
            sent, left, blocked = sent + far.sent, left + _left(notice, far.left), blocked + far.blocked
        for answer, count in (await rollcall_answers.others(tx, call.notice_id)).items():
            others[answer] += count
    lines = [t("rollcall-sent", sent=sent, left=left, blocked=blocked)]
    if sum(others.values()):
        lines.append(t("rollcall-others", **others))
    return lines


def _left(notice: Notice, left: int) -> int:
    return left if notice.ended_at is None else 0


async def _helping(tx: Tx, calls: Sequence[RollCall]) -> list[Text]:
    """The numbers of the requests that came of it and go on."""
    rows = await rollcall_answers.came_of(tx, [call.notice_id for call in calls])
    found = [row.number for row in rows if row.open]
    return [t("rollcall-requests", numbers="、".join(found))] if found else []


async def _words(tx: Tx, calls: Sequence[RollCall]) -> Text:
    notice = await notices.one(tx, calls[-1].notice_id)
    return notice_cards.beginning(notice.said) if notice is not None else verbatim("")


def _state(unit: OrgUnit, calls: Sequence[RollCall]) -> Text:
    zone = settings_of(unit).zone
    running = [one for one in calls if one.ended_at is None]
    if running:
        return t("rollcall-runs", since=Moment(at=running[0].begun_at, zone=zone, style="short"))
    ends = [one.ended_at for one in calls if one.ended_at is not None]
    return t("rollcall-ended", at=Moment(at=max(ends), zone=zone, style="short"))


def numbers(count: Count) -> Text:
    """How many households stand how."""
    return t("rollcall-count", safe=count.safe, help=count.help, away=count.away, silent=count.silent)


def part_text(name: str, count: Count) -> Text:
    """The same for a natural village or a center."""
    label = verbatim(name) if name else t("village-unknown")
    return t(
        "rollcall-part",
        name=label,
        safe=count.safe,
        help=count.help,
        away=count.away,
        silent=count.silent,
    )


def _buttons(unit: OrgUnit, calls: Sequence[RollCall]) -> list[list[Button]]:
    rows = [
        [button("button-rollcall-help", RollcallDo("help", unit.id, 0))],
        [button("button-rollcall-silent", RollcallDo("silent", unit.id, 0))],
    ]
    if any(one.ended_at is None for one in calls):
        return [*rows, [button("button-rollcall-end", RollcallDo("end", unit.id, 0))]]
    if unit.kind == "center":
        rows.append([button("button-rollcall-report", RollcallReport(calls[0].notice_id))])
    return rows
