"""Looking at a roll call: who needs help, of whom nothing was heard; ending it, and its report again."""

from __future__ import annotations

from domain.messages import t
from domain.rollcalltaps import RollcallDo, RollcallReport
from domain.taps import Go, Open
from handlers.talk import Rows, Talk, aside, tap
from services import cards, rollcall_access, rollcall_board, rollcall_lists, rollcall_report
from services.errors import NotFoundError
from services.outbox import Lane
from services.rollcall_lists import Found


async def do(talk: Talk, chosen: RollcallDo) -> None:
    """What a button of the board asks for. All of it comes below the board, which goes on changing where it
    is."""
    tx, who, page = talk.tx, talk.account, max(0, chosen.page)
    match chosen.action:
        case "board":
            await rollcall_board.shown_to(tx, who, chosen.unit_id)
        case "help":
            found = await rollcall_lists.helping(tx, who, chosen.unit_id, page)
            await _list(talk, chosen, found, rollcall_lists.HELPING)
        case "silent":
            found = await rollcall_lists.silent(tx, who, chosen.unit_id, page)
            await _list(talk, chosen, found, rollcall_lists.SILENT)
        case "end":
            unit = await rollcall_access.unit_for(tx, who, chosen.unit_id)
            rows: Rows = [
                [tap("button-rollcall-end-sure", RollcallDo("end-sure", unit.id, 0))],
                [tap("button-never-mind", Go("drop")), tap("button-person", Go("person"))],
            ]
            talk.say(t("rollcall-end-sure", unit=unit.name), rows, lane=Lane.URGENT)
        case "end-sure":
            await rollcall_report.end(tx, who, chosen.unit_id)
            talk.toast(t("rollcall-ended-now"))
        case _:
            raise NotFoundError


async def _list(talk: Talk, chosen: RollcallDo, found: Found, size: int) -> None:
    page = max(0, chosen.page)
    rows: Rows = [
        [tap("button-text", Open(row.id), text=await cards.short(talk.tx, row))] for row in found.requests
    ]
    turns = []
    if page > 0:
        turns.append(tap("button-previous", RollcallDo(chosen.action, chosen.unit_id, page - 1)))
    if found.total > (page + 1) * size:
        turns.append(tap("button-next", RollcallDo(chosen.action, chosen.unit_id, page + 1)))
    text = (
        t(f"rollcall-list-{chosen.action}", n=found.total, items=found.lines)
        if found.lines
        else t(f"rollcall-list-{chosen.action}-none")
    )
    talk.say(text, [*rows, *([turns] if turns else []), aside()], lane=Lane.URGENT)


async def report(talk: Talk, chosen: RollcallReport) -> None:
    """The report of a roll call that is over, again."""
    await rollcall_report.again(talk.tx, talk.account, chosen.notice_id)
