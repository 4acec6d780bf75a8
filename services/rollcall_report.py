"""How a roll call ends: a report in words, as a picture and as a spreadsheet, which is kept."""

from __future__ import annotations

from collections.abc import Iterable

from domain.messages import Bar, Chart, Moment, Outgoing, Shade, Table, Text, t, verbatim
from domain.rollcall import LASTS, MOST_PARTS, Count, Line, Report, at_most, worst
from domain.units import settings_of
from services import rollcall_access, rollcall_board
from services.errors import NotFoundError, RefusedError
from services.outbox import tell
from services.people import names
from services.rollcall_board import numbers, part_text
from storage import notices, people, rollcall_answers, rollcalls, units
from storage.people import Account
from storage.rollcall_answers import Told
from storage.rollcalls import RollCall
from storage.transaction import Tx
from storage.units import OrgUnit


async def end(tx: Tx, actor: Account, unit_id: int) -> list[RollCall]:
    """End the roll call of a center, or those of an office's centers: whatever of it was not sent is not any
    more. Whoever ends it and the township get the report.

    Raises NotFoundError when the actor may not, RefusedError when none is under way.
    """
    unit = await rollcall_access.unit_for(tx, actor, unit_id)
    ids = [one.id for one in await units.below(tx, unit)]
    ended = []
    for found in await rollcalls.open_at(tx, ids):
        call = await rollcalls.locked(tx, found.notice_id)
        if call is not None and call.ended_at is None:
            await _end(tx, call, actor)
            ended.append(call)
    if not ended:
        raise RefusedError(t("rollcall-over"))
    await _show(tx, ended)
    return ended


async def end_one(tx: Tx) -> bool:
    """End a roll call that nobody has ended for days; whoever called it gets the report."""
    call = await rollcalls.forgotten(tx, LASTS)
    if call is None:
        return False
    notice = await notices.one(tx, call.notice_id)
    author = await people.account(tx, notice.author_id) if notice is not None else None
    await _end(tx, call, author)
    await _show(tx, [call])
    return True


async def _end(tx: Tx, call: RollCall, actor: Account | None) -> None:
    call.report = (await _brought(tx, call)).pack()
    call.ended_at, call.ended_by_id = tx.now, actor.id if actor is not None else None
    notice = await notices.notice(tx, call.notice_id)
    if notice is not None:
        notice.doors_at = None
        if notice.ended_at is None:
            notices.change(tx, notice, "stopped", call.ended_by_id)
            await notices.drop_waiting(tx, notice.id)
    center = await units.unit_of(tx, call.center_id)
    office = await units.unit_of(tx, center.parent_id) if center.parent_id is not None else center
    readers = {one.id: one for one in await rollcall_access.watchers(tx, office)}
    if actor is not None and rollcall_access.may_call(actor, center):
        readers[actor.id] = actor
    for one in readers.values():
        _send(tx, one, call, center)


async def _show(tx: Tx, ended: Iterable[RollCall]) -> None:
    """Change the boards at once: nothing is left to be ended on them."""
    for unit_id in dict.fromkeys([one.center_id for one in ended]):
        center = await units.unit_of(tx, unit_id)
        for one in center.ancestors:
            board = await rollcalls.board(tx, one)
            if board is not None:
                await rollcall_board.show(tx, await units.unit_of(tx, one), board)


async def again(tx: Tx, actor: Account, notice_id: int) -> None:
    """Send somebody the report of a roll call that is over once more. Raises NotFoundError when it is none of
    theirs, RefusedError when it is under way."""
    call = await rollcalls.one(tx, notice_id)
    if call is None:
        raise NotFoundError
    center = await rollcall_access.unit_for(tx, actor, call.center_id)
    if call.ended_at is None:
        raise RefusedError(t("rollcall-runs-still"))
    _send(tx, actor, call, center)


async def running(tx: Tx, actor: Account) -> list[OrgUnit]:
    """The actor's own units at which a roll call is under way."""
    own = [await units.unit_of(tx, one) for one in rollcall_access.calls_for(actor)]
    return [
        one for one in own if await rollcalls.open_at(tx, [below.id for below in await units.below(tx, one)])
    ]


async def kept(tx: Tx, actor: Account) -> list[tuple[RollCall, OrgUnit]]:
    """The last roll call of each of the actor's own centers, if it is over."""
    own = [await units.unit_of(tx, one) for one in rollcall_access.calls_for(actor)]
    centers = {center.id: center for unit in own for center in await units.below(tx, unit)}
    found = await rollcalls.latest(tx, list(centers))
    return [(one, centers[one.center_id]) for one in reversed(found) if one.ended_at is not None]


def _send(tx: Tx, to: Account, call: RollCall, center: OrgUnit) -> None:
    brought = call.brought if rollcall_access.leads(to, center) else call.brought.without_names()
    for message in messages(call, center, brought):
        tell(tx, to, message)


def messages(call: RollCall, center: OrgUnit, brought: Report) -> list[Outgoing]:
    """The report as it is sent: words with a picture, then the spreadsheet."""
    zone = settings_of(center).zone
    parts, rest = at_most(MOST_PARTS, brought.by_village())
    lines = [numbers(brought.count()), *(part_text(name, count) for name, count in parts)]
    if rest is not None:
        lines.append(
            t("rollcall-part-others", safe=rest.safe, help=rest.help, away=rest.away, silent=rest.silent)
        )
    if brought.others:
        lines.append(
            t("rollcall-others", **{one: brought.others.get(one, 0) for one in ("safe", "help", "away")})
        )
    text = t(
        "rollcall-report",
        unit=center.name,
        begun=Moment(at=call.begun_at, zone=zone, style="short"),
        ended=Moment(at=call.ended_at or call.begun_at, zone=zone, style="short"),
        lines=lines,
    )
    chart = _chart(center, parts) if len(parts) > 1 else None
    table = _table(center, brought, zone)
    return [
        Outgoing(text=text, attachment=chart),
        Outgoing(text=t("rollcall-table", unit=center.name), attachment=table),
    ]


def _chart(center: OrgUnit, parts: list[tuple[str, Count]]) -> Chart:
    return Chart(
        title=t("rollcall-chart", unit=center.name),
        legend=(
            Shade(text=t("rollcall-chart-heard"), tone="calm"),
            Shade(text=t("rollcall-chart-silent"), tone="wait"),
            Shade(text=t("rollcall-chart-help"), tone="late"),
        ),
        bars=tuple(
            Bar(
                label=verbatim(name) if name else t("village-unknown"),
                counts=(count.safe + count.away, count.silent, count.help),
            )
            for name, count in parts
        ),
    )


def _table(center: OrgUnit, brought: Report, zone: str) -> Table:
    header = tuple(t(f"rollcall-column-{one}") for one in ("household", "village", "answer", "at", "by"))
    return Table(
        name=t("rollcall-file", unit=center.name),
        header=header,
        rows=tuple(_row(one, zone) for one in brought.lines),
    )


def _row(line: Line, zone: str) -> tuple[Text | str, ...]:
    standing = t("rollcall-standing-nobody") if line.nobody else t(f"rollcall-standing-{line.standing}")
    if line.note:
        standing = t("rollcall-standing-note", standing=standing, note=line.note)
    at = t("rollcall-at", at=Moment(at=line.at, zone=zone, style="short")) if line.at is not None else ""
    return line.household, line.village, standing, at, line.by


async def _brought(tx: Tx, call: RollCall) -> Report:
    """What a roll call has brought by now."""
    told: dict[int | None, list[Told]] = {}
    for one in await rollcall_answers.told(tx, call.notice_id):
        told.setdefault(one.household_id, []).append(one)
    nobody = await rollcall_answers.nobody_there(tx, call.notice_id)
    villages = {one.id: one.name for one in await units.villages(tx, call.center_id, active_only=False)}
    speakers = sorted({one.account_id for home in told.values() for one in home})
    called = await names(tx, call.center_id, speakers)
    lines = []
    for home in await rollcall_answers.households(tx, call):
        heard = told.get(home.id, [])
        standing = worst(one.answer for one in heard)
        by = next((one for one in reversed(heard) if one.answer == standing), None)
        lines.append(
            Line(
                household=home.code,
                village=villages.get(home.village_id or 0, ""),
                standing=standing,
                at=by.at if by is not None else None,
                by=called.get(by.account_id, "") if by is not None else "",
                note=by.note or "" if by is not None else "",
                nobody=by is None and home.id in nobody,
            )
        )
    return Report(lines=tuple(lines), others=await rollcall_answers.others(tx, call.notice_id))
