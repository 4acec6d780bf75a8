"""A session on paper: the list to tick, whose ticks are typed afterwards, and the code for the door."""

from __future__ import annotations

from domain.attendance import digits
from domain.links import checkin_payload, start_link
from domain.messages import Moment, Outgoing, Poster, SignupList, t
from domain.printed import MOST_SESSIONS, ListRow, ListSession
from domain.signups import Standing
from domain.ticks import TicksError, read_ticks
from services import activity_cards, attendance
from services.errors import RefusedError
from services.people import names
from storage import activities, people, units
from storage import attendance as stored
from storage.activities import Activity, ActivitySession
from storage.people import Account, phone_digits
from storage.signups import Signup
from storage.transaction import Tx


async def signup_list(tx: Tx, actor: Account, session_id: int) -> Outgoing:
    """The list of a session to print, with boxes for those that come after it as far as there is room; people
    have the numbers of the line. Raises NotFoundError."""
    activity, session = await attendance.kept(tx, actor, session_id)
    held = await activities.sessions_of(tx, [session.slot_id])
    ahead = [one for one in held if one.number >= session.number][:MOST_SESSIONS]
    zone = await activity_cards.zone_of(tx, activity)
    lines = await _lines(tx, activity, session)
    plan = activity.planned
    made = SignupList(
        name=t("day-list-name", title=plan.title),
        unit=(await units.unit_of(tx, activity.center_id)).name,
        title=plan.title,
        place=session.place or plan.place,
        sessions=tuple(ListSession(nth=one.number, at=Moment(at=one.starts_at, zone=zone)) for one in ahead),
        of=len(held),
        rows=tuple(line for row, line in lines if row.state == Standing.SEATED),
        waiting=tuple(line for row, line in lines if row.state != Standing.SEATED),
    )
    return Outgoing(text=t("day-list-ready", title=plan.title), attachment=made)


async def _lines(tx: Tx, activity: Activity, session: ActivitySession) -> list[tuple[Signup, ListRow]]:
    """Everybody as they stand on the paper."""
    rows = list((await attendance.numbered(tx, session)).values())
    homes = await stored.homes(tx, session.slot_id)
    accounts = {one.account_id for one in rows if one.account_id} | {one.signed_by_id for one in rows}
    await people.prefetch_contacts(tx, accounts)
    members = await people.members(tx, activity.center_id, accounts)
    called = {number: one.name for number, one in members.items()}
    elsewhere = [one for one in sorted(accounts) if one not in called]
    called |= await names(tx, activity.center_id, elsewhere)
    lines = []
    for row in rows:
        village, phone = homes.get(row.id, (None, None))
        member = members.get(row.account_id or 0) if row.signed_by == "self" else None
        if member is not None:
            own = await units.village(tx, member.village_id) if member.village_id else None
            contact = await people.contact(tx, member.account_id)
            village = village or (own.name if own else None)
            phone = phone or (contact.phone if contact else None)
        line = ListRow(
            number=row.place,
            name=row.name,
            village=village or "",
            by=None if row.signed_by == "self" else called.get(row.signed_by_id),
            phone=phone_digits(row.phone or phone or "")[-4:],
        )
        lines.append((row, line))
    return lines


async def on_paper(tx: Tx, actor: Account, session_id: int, typed: str) -> list[Signup]:
    """Who is meant by the ticks of the printed list as somebody types them, to be looked at before they are
    kept.

    Raises NotFoundError, RefusedError for what cannot be read and for a number that nobody has.
    """
    _, session = await attendance.kept(tx, actor, session_id)
    by_number = await attendance.numbered(tx, session)
    last = max(by_number, default=0)
    waiting = [number for number, one in by_number.items() if one.state != Standing.SEATED]
    try:
        numbers = read_ticks(typed, last, waiting=waiting, nobody={*range(1, last)} - {*by_number})
    except TicksError as error:
        raise RefusedError(
            t("check-in-no-number" if error.beyond else "paper-unreadable", part=error.part)
        ) from error
    return [by_number[number] for number in numbers]


async def poster(tx: Tx, actor: Account, session_id: int, username: str) -> Outgoing:
    """The code that hangs at the door of a session, with a link to the bot of this name. Raises
    NotFoundError."""
    activity, session = await attendance.kept(tx, actor, session_id)
    plan, zone = activity.planned, await activity_cards.zone_of(tx, activity)
    made = Poster(
        name=t("day-poster-name", title=plan.title),
        purpose="checkin",
        unit=(await units.unit_of(tx, activity.center_id)).name,
        title=plan.title,
        place=session.place or plan.place,
        times=(Moment(at=session.starts_at, zone=zone),),
        link=start_link(username, checkin_payload(session.id, session.code)),
        digits=digits(session.code),
    )
    return Outgoing(text=t("day-poster-ready"), attachment=made)
