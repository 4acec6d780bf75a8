"""Who needs help at a roll call, and of whom nothing has been heard; each a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from domain.messages import Text, t, verbatim
from services import access, cards, rollcall_access, rollcall_board
from services.access import View
from services.people import names
from storage import matching, people, rollcall_answers
from storage import requests as stored
from storage.people import Account, Household
from storage.requests import ServiceRequest
from storage.rollcall_answers import Told
from storage.rollcalls import RollCall
from storage.transaction import Tx

HELPING, SILENT = 5, 10
"""Lines of a page."""


@dataclass(frozen=True)
class Found:
    """A page of what was looked for, how many there are, and of those on it the requests that may be
    opened."""

    lines: list[Text]
    total: int
    requests: list[ServiceRequest]


async def helping(tx: Tx, actor: Account, unit_id: int, page: int) -> Found:
    """Who needs help, the first who said so first; by name for the offices too, and with a phone number for
    whoever leads the center. Raises NotFoundError when it is none of the actor's business."""
    unit = await rollcall_access.unit_for(tx, actor, unit_id)
    everybody: list[tuple[RollCall, Told]] = []
    for call in await rollcall_board.lately(tx, unit):
        everybody += [(call, one) for one in await rollcall_answers.told(tx, call.notice_id, answer="help")]
    shown = everybody[page * HELPING : (page + 1) * HELPING]
    with_phone = rollcall_access.leads(actor, unit)
    lines = [await _needs(tx, call, one, with_phone=with_phone) for call, one in shown]
    rows = [await stored.request(tx, one.request_id) for _, one in shown if one.request_id is not None]
    openable = [row for row in rows if row is not None and await access.view(tx, actor, row) > View.NOTHING]
    return Found(lines, len(everybody), openable)


async def _needs(tx: Tx, call: RollCall, told: Told, *, with_phone: bool) -> Text:
    home = await people.household(tx, told.household_id) if told.household_id is not None else None
    row = await stored.request(tx, told.request_id) if told.request_id is not None else None
    who = (await names(tx, call.center_id, [told.account_id])).get(told.account_id, "?")
    asker = await people.account(tx, told.account_id)
    member = (await people.members(tx, call.center_id, [told.account_id])).get(told.account_id)
    village_id = home.village_id if home is not None else member.village_id if member is not None else None
    name, phone = who, asker.phone if asker is not None else None
    if row is not None and row.person_name is not None:
        name, phone = row.person_name, row.person_phone
    return t(
        "rollcall-needs",
        number=row.number if row is not None else "",
        name=name,
        phone=verbatim(cards.short_phone(phone)) if phone and with_phone else t("rollcall-no-phone"),
        household=verbatim(home.code) if home is not None else t("rollcall-no-household"),
        village=await cards.village_name(tx, village_id),
    )


async def silent(tx: Tx, actor: Account, unit_id: int, page: int) -> Found:
    """The households of which nothing has been heard, by natural village; by name and telephone number for
    whoever leads the center only. Raises NotFoundError when it is none of the actor's business."""
    unit = await rollcall_access.unit_for(tx, actor, unit_id)
    homes: list[Household] = []
    for call in await rollcall_board.lately(tx, unit):
        heard = {one.household_id for one in await rollcall_answers.told(tx, call.notice_id)}
        homes += [one for one in await rollcall_answers.households(tx, call) if one.id not in heard]
    shown = homes[page * SILENT : (page + 1) * SILENT]
    named = rollcall_access.leads(actor, unit)
    return Found(await _silent_lines(tx, shown, named=named), len(homes), [])


async def _silent_lines(tx: Tx, homes: Sequence[Household], *, named: bool) -> list[Text]:
    heads = await matching.heads(tx, [one.id for one in homes]) if named else {}
    lines = []
    for home in homes:
        village = await cards.village_name(tx, home.village_id)
        head = heads.get(home.id)
        if head is None:
            lines.append(t("rollcall-silent-home", household=home.code, village=village))
        else:
            phone = verbatim(cards.short_phone(head.phone)) if head.phone else t("rollcall-no-phone")
            lines.append(
                t("rollcall-silent-named", household=home.code, village=village, name=head.name, phone=phone)
            )
    return lines
