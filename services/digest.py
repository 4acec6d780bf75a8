"""The morning message: what the day brings to a center's leaders and to the offices above it."""

from __future__ import annotations

from datetime import datetime

from domain.messages import Moment, Outgoing, Text, t, verbatim
from domain.officetime import NeverOpenError, end_of_day, next_opening, office_day
from domain.taps import Go
from domain.units import settings_of
from domain.worktaps import LookAt
from services import cards, center, disclosure, leave
from services.center import About
from services.outbox import tell
from storage import people, reports, roles, units
from storage.people import Account
from storage.reports import Found, Reach
from storage.transaction import Tx
from storage.units import OrgUnit


def promise(unit: OrgUnit, now: datetime) -> None:
    """Settle when the unit is next told: when it opens on its next working day, if it ever does."""
    try:
        unit.digest_at = next_opening(now, settings_of(unit).hours)
    except NeverOpenError:
        unit.digest_at = None


async def send_one(tx: Tx) -> bool:
    """Tell the leaders of one unit whose morning has come; whether there was one.

    After an outage it is told late, once, and only before the unit closes on a working day.
    """
    unit = await units.to_tell(tx)
    if unit is None:
        return False
    promise(unit, tx.now)
    day = office_day(tx.now, settings_of(unit).hours)
    if day is not None and day[0] <= tx.now < day[1]:
        for reader in await _readers(tx, unit):
            await _tell(tx, unit, reader)
    return True


async def _readers(tx: Tx, unit: OrgUnit) -> list[Account]:
    wanted = sorted(center.LEADERS) if unit.kind == "center" else [unit.kind]
    ids = dict.fromkeys(grant.account_id for grant in await roles.holders(tx, [unit.id], wanted))
    accounts = [await people.account(tx, account_id) for account_id in ids]
    return [account for account in accounts if account is not None and account.reachable]


async def _tell(tx: Tx, unit: OrgUnit, reader: Account) -> None:
    reach = await center.reach_of(tx, reader, unit)
    sections = await (_day_of_center if unit.kind == "center" else _day_of_office)(tx, unit, reach)
    if not sections:
        return
    today = Moment(at=tx.now, style="day", zone=settings_of(unit).zone)
    text = t("digest", unit=unit.name, day=today, sections=sections)
    buttons = [
        [cards.button("button-desk", Go("desk"))],
        [cards.button("button-center", LookAt(unit.id, "", 0))],
        [cards.button("button-person", Go("person"))],
    ]
    tell(tx, reader, Outgoing(text=text, buttons=buttons))


async def _day_of_center(tx: Tx, unit: OrgUnit, reach: Reach) -> list[Text]:
    """What is late, what falls due today, what else nobody has taken, and who is away."""
    tonight = end_of_day(tx.now, settings_of(unit).zone)
    late = await reports.late(tx, reach, limit=center.PAGE)
    today = await reports.due_by(tx, reach, tonight, limit=center.PAGE)
    waiting = await reports.unowned(tx, reach, due_from=tonight, limit=center.PAGE)
    sections = []
    if late.total:
        sections.append(t("digest-late", n=late.total, items=await _items(tx, late, "due")))
    if today.total:
        sections.append(t("digest-today", n=today.total, items=await _items(tx, today, "due")))
    if waiting.total:
        sections.append(t("digest-waiting", n=waiting.total, items=await _items(tx, waiting, "waiting")))
    if pressing := await disclosure.pressing(tx, unit):
        sections.append(t("digest-disclosure", items=[disclosure.say(tx, one) for one in pressing]))
    if away := await leave.away_at(tx, unit, tx.now):
        gone = [t("digest-gone", name=one.name, until=one.until) for one in away[: center.PAGE]]
        sections.append(t("digest-away", items=[*gone, *_more(len(away))]))
    return sections


async def _day_of_office(tx: Tx, unit: OrgUnit, reach: Reach) -> list[Text]:
    """How much is late in which center, and what has risen to the office itself."""
    late: dict[int, int] = {}
    for one in await reports.tallies(tx, reach):
        if one.late:
            late[one.center_id] = late.get(one.center_id, 0) + one.many
    risen = await reports.risen(tx, reach, unit.kind, limit=center.PAGE)
    sections = []
    if late:
        sections.append(t("digest-late-below", n=sum(late.values()), items=await _by_center(tx, late)))
    if risen.total:
        sections.append(t("digest-risen", n=risen.total, items=await _items(tx, risen, "due")))
    if unpublished := disclosure.by_center(await disclosure.late_below(tx, unit)):
        items = [*unpublished[: center.PAGE], *_more(len(unpublished))]
        sections.append(t("digest-unpublished", items=items))
    return sections


async def _by_center(tx: Tx, late: dict[int, int]) -> list[Text]:
    worst = sorted(late, key=lambda center_id: -late[center_id])
    named = [(await units.unit_of(tx, one), late[one]) for one in worst[: center.PAGE]]
    items = [t("digest-at-center", center=verbatim(unit.name), n=count) for unit, count in named]
    return [*items, *_more(len(worst))]


async def _items(tx: Tx, found: Found, about: About) -> list[Text]:
    return [*[await center.say(tx, row, about) for row in found.rows], *_more(found.total)]


def _more(total: int) -> list[Text]:
    return [t("digest-more", n=total - center.PAGE)] if total > center.PAGE else []
