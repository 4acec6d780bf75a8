"""Notices that are used again: kept under a name, and brought to mind when their day comes round."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.announcing import Announcement
from domain.messages import Moment, Outgoing, Text, t
from domain.noticetaps import NoticeTemplateDo
from domain.officetime import local_day, midnight
from domain.recurrence import Rhythm
from domain.units import settings_of
from services import notice_access, notice_cards, notice_writing
from services.cards import button
from services.errors import NotFoundError, RefusedError
from services.outbox import tell
from storage import notice_drafts, people, units
from storage.notice_drafts import NoticeDraft
from storage.people import Account
from storage.transaction import Tx
from storage.units import OrgUnit

NAME_LIMIT = 20
AT = time(9)
"""Local time at which a notice is brought to mind on the day before."""


async def keep(tx: Tx, actor: Account, unit_id: int, said: Announcement, name: str) -> NoticeDraft:
    """Keep a notice to be used again, under this name; one of the same name is replaced.

    Raises NotFoundError where the actor does not write, RefusedError for no name.
    """
    unit = await notice_access.unit_for(tx, actor, unit_id)
    name = " ".join(name.split())[:NAME_LIMIT]
    if not name:
        raise RefusedError(t("notice-template-name"))
    known = await notice_drafts.of_units(tx, [unit.id], ("template",))
    row = next((one for one in known if one.name == name), None)
    again = said.model_copy(update={"send_at": None}).pack()
    if row is not None:
        row.announcement = again
        return row
    row = NoticeDraft(
        unit_id=unit.id,
        author_id=actor.id,
        announcement=again,
        state="template",
        name=name,
        created_at=tx.now,
    )
    await notice_drafts.add(tx, row)
    return row


async def of(tx: Tx, actor: Account) -> list[NoticeDraft]:
    """What is kept at the units this account writes for, by name."""
    found = await notice_drafts.of_units(tx, notice_access.writes_for(actor), ("template",))
    return sorted(found, key=lambda one: (one.name or "", one.id))


async def one(tx: Tx, actor: Account, draft_id: int) -> tuple[NoticeDraft, OrgUnit]:
    """What is kept, locked, for whoever writes there. Raises NotFoundError."""
    row = await notice_drafts.draft(tx, draft_id)
    if row is None or row.state != "template":
        raise NotFoundError
    return row, await notice_access.unit_for(tx, actor, row.unit_id)


async def come_round(tx: Tx, actor: Account, draft_id: int, rhythm: Rhythm | None) -> NoticeDraft:
    """Bring a notice to mind, the day before its day, as often as that comes round; None: not any more.

    Raises NotFoundError.
    """
    row, unit = await one(tx, actor, draft_id)
    row.rhythm = rhythm.pack() if rhythm is not None else None
    row.author_id = actor.id  # whoever wants to be reminded is
    row.look_at = _next(row, unit, tx.now, after=timedelta())
    return row


async def forget(tx: Tx, actor: Account, draft_id: int) -> NoticeDraft:
    """Do not keep a notice any more. Raises NotFoundError."""
    row, _ = await one(tx, actor, draft_id)
    row.state, row.look_at = "dropped", None
    return row


def _next(row: NoticeDraft, unit: OrgUnit, now: datetime, *, after: timedelta) -> datetime | None:
    """When it is brought to mind: in the morning before the next of its days that lies so long after today;
    at once if that morning has passed."""
    if row.rhythm is None:
        return None
    zone = settings_of(unit).zone
    day = Rhythm.unpack(row.rhythm).after(local_day(now, zone) + after)
    if day is None:
        return None
    return max(now, datetime.combine(day - timedelta(days=1), AT, ZoneInfo(zone)))


def day_text(row: NoticeDraft, unit: OrgUnit, now: datetime) -> Moment | None:
    """The next day on which it comes round; None if it does not by itself."""
    zone = settings_of(unit).zone
    day = Rhythm.unpack(row.rhythm).after(local_day(now, zone)) if row.rhythm else None
    return Moment(at=midnight(day, zone), style="day", zone=zone) if day is not None else None


async def remind_one(tx: Tx) -> bool:
    """Bring a notice to mind whose day is tomorrow, with a look at it: it goes out when they say so. Where
    its author does not write any more those who may are asked."""
    row = await notice_drafts.to_look_at(tx, ("template",))
    if row is None:
        return False
    unit = await units.unit_of(tx, row.unit_id)
    row.look_at = _next(row, unit, tx.now, after=timedelta(days=1))
    author = await people.account(tx, row.author_id)
    may = author is not None and author.reachable and notice_access.may_write(author, unit)
    whom = [author] if may and author else await notice_access.signers(tx, unit, but=row.author_id)
    for account in whom:
        for message in notice_writing.as_written(unit, row.said, account.locale):
            tell(tx, account, message)
        tell(tx, account, _reminder(row, unit, tx.now))
    return True


def _reminder(row: NoticeDraft, unit: OrgUnit, now: datetime) -> Outgoing:
    text = t("notice-comes-round", name=row.name or "", unit=unit.name, day=day_text(row, unit, now) or "")
    rows = [
        [button("button-notice-use", NoticeTemplateDo("use", row.id))],
        [button("button-notice-not-now", NoticeTemplateDo("skip", row.id))],
        [button("button-notice-rhythm", NoticeTemplateDo("rhythm", row.id))],
    ]
    return Outgoing(text=text, buttons=rows)


def card(row: NoticeDraft, unit: OrgUnit, now: datetime) -> Outgoing:
    """What is kept, and what can be done with it."""
    day = day_text(row, unit, now)
    when: Text = t("notice-template-day", day=day) if day is not None else t("notice-template-no-day")
    text = t(
        "notice-template",
        name=row.name or "",
        unit=unit.name,
        words=notice_cards.beginning(row.said.body),
        when=when,
    )
    rows = [
        [button("button-notice-use", NoticeTemplateDo("use", row.id))],
        [button("button-notice-rhythm", NoticeTemplateDo("rhythm", row.id))],
        [button("button-notice-forget", NoticeTemplateDo("forget", row.id))],
    ]
    return Outgoing(text=text, buttons=rows)
