"""Writing a notice: what it would do, who signs it, and how it begins."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain import notices as rules
from domain.announcing import Announcement, Body, kind_of
from domain.messages import Content, Outgoing, Text, t
from domain.night import awake
from domain.officetime import local_day
from domain.units import settings_of
from services import notice_access, notice_cards, notice_drafts, progress, resting
from services.errors import RefusedError
from storage import notice_audience, notice_readers, notice_versions, notices, units
from storage import notice_drafts as stored_drafts
from storage.notice_drafts import NoticeDraft
from storage.notice_versions import NoticeVersion
from storage.notices import Notice
from storage.people import Account
from storage.transaction import Tx
from storage.units import OrgUnit

PAGE = 1000
"""People who are counted at once."""
FURTHEST = timedelta(days=366)
"""How far ahead a notice can be written."""


@dataclass(frozen=True)
class Ahead:
    """What a notice would do: how it arrives, for how many households and people it is, how many of them
    cannot be reached or do not want its kind, and how long it takes, in words.

    waits     when it would begin, if not at once
    to_sign   whether somebody else has to sign it first
    """

    unit: OrgUnit
    messages: list[Outgoing]
    households: int
    people: int
    unreachable: int
    spared: int
    time: Text
    waits: datetime | None
    to_sign: bool


def checked(text: str) -> Content:
    """What is to be said. Raises RefusedError when it is nothing, or more than one message holds."""
    text = text.strip()
    if not text:
        raise RefusedError(t("notice-empty"))
    if len(text) > rules.LONGEST:
        raise RefusedError(t("notice-long", longest=rules.LONGEST, length=len(text)))
    return Content(text=text)


def words_only(text: str) -> Announcement:
    """A notice to everybody, at once, that says this. Raises RefusedError."""
    return Announcement(body=Body(contents=(checked(text),)))


def as_written(unit: OrgUnit, said: Announcement, locale: str) -> list[Outgoing]:
    """All messages of a notice as they would arrive with somebody of this language."""
    return notice_cards.parts(unit, said.kind, said.body, locale)


async def _check(tx: Tx, unit: OrgUnit, said: Announcement) -> None:
    """Raises RefusedError for what cannot be sent like that."""
    for content in said.body.contents:
        if len(content.text) > rules.LONGEST:
            raise RefusedError(t("notice-long", longest=rules.LONGEST, length=len(content.text)))
    if said.send_at is not None and not tx.now < said.send_at < tx.now + FURTHEST:
        raise RefusedError(t("notice-when-past" if said.send_at <= tx.now else "notice-when-far"))
    if said.audience.villages:
        known = {one.id for one in await units.villages(tx, unit.id, active_only=False)}
        if not known >= set(said.audience.villages):
            raise RefusedError(t("notice-no-village"))


async def look_ahead(tx: Tx, actor: Account, unit_id: int, said: Announcement) -> Ahead:
    """What a notice would do if it were sent. Raises NotFoundError or RefusedError."""
    unit = await notice_access.unit_for(tx, actor, unit_id)
    await _check(tx, unit, said)
    centers = [one.id for one in await units.below(tx, unit)]
    found, spared = await counted(tx, said, centers)
    reached: dict[int, int] = {}
    for bot_id, reachable, count in found:
        reached[bot_id] = reached.get(bot_id, 0) + (count if reachable else 0)
    others = [(await progress.progress_of(tx, one)).left for one in await notices.running(tx)]
    everybody = sum(count for _, _, count in found)
    size = len(said.body.contents)
    begins = _begins(tx, unit, said)
    return Ahead(
        unit,
        as_written(unit, said, actor.locale),
        await notice_audience.count_households(tx, said.audience, centers),
        everybody,
        everybody - sum(reached.values()),
        spared,
        progress.time_text(rules.forecast((size * one for one in reached.values()), others)),
        begins if begins > tx.now else None,
        kind_of(said.kind).money,
    )


async def counted(tx: Tx, said: Announcement, centers: list[int]) -> tuple[list[tuple[int, bool, int]], int]:
    """Whom it is for, by bot and whether they can be reached; and how many do not want to get it."""
    spared = 0 if kind_of(said.kind).always else await notice_readers.count_muted(tx, said.kind, centers)
    if said.audience.everybody and not spared:
        return await notice_audience.everybody(tx, centers), 0
    counts: Counter[tuple[int, bool]] = Counter()
    after, found = 0, 0
    while members := await notice_audience.members(tx, centers, after, PAGE):
        after = members[-1].account_id
        ids = [one.account_id for one in members]
        meant = await notice_audience.meant(tx, said.audience, centers, ids)
        muted = await notice_readers.muted(tx, said.kind, meant) if spared else set()
        counts.update((one.bot_id, one.reachable) for one in members if one.account_id in meant - muted)
        found += len(muted)
    return [(*key, count) for key, count in counts.items()], found


def _begins(tx: Tx, unit: OrgUnit, said: Announcement) -> datetime:
    at = max(tx.now, said.send_at or tx.now)
    return at if said.is_alarm else awake(at, settings_of(unit).zone)


async def submit(tx: Tx, actor: Account, unit_id: int, said: Announcement) -> Notice | NoticeDraft:
    """Send a notice: at once, or at its time, or as soon as somebody else has signed it.

    Raises NotFoundError when the actor may not, RefusedError for what cannot be sent like that or when there
    is nobody to sign it.
    """
    unit = await notice_access.unit_for(tx, actor, unit_id)
    await _check(tx, unit, said)
    if not kind_of(said.kind).money and said.send_at is None:
        return await publish(tx, actor, unit, said)
    draft = NoticeDraft(
        unit_id=unit.id,
        author_id=actor.id,
        announcement=said.pack(),
        state="scheduled",
        look_at=said.send_at,
        created_at=tx.now,
    )
    if kind_of(said.kind).money:
        signing = await notice_access.signers(tx, unit, but=actor.id)
        if not signing:
            raise RefusedError(t("notice-nobody-signs"))
        draft.state, draft.look_at = "signing", None
        await stored_drafts.add(tx, draft)
        await notice_drafts.ask_to_sign(tx, draft, unit, signing)
    else:
        await stored_drafts.add(tx, draft)
    return draft


async def announce(tx: Tx, actor: Account, unit_id: int, text: str) -> Notice:
    """Begin a notice of words to everybody who is registered now at a unit's centers; the clock does the
    rest. Raises NotFoundError when the actor may not, RefusedError for a text that cannot be sent."""
    unit = await notice_access.unit_for(tx, actor, unit_id)
    return await publish(tx, actor, unit, words_only(text))


async def publish(
    tx: Tx, author: Account, unit: OrgUnit, said: Announcement, *, signed_by: int | None = None
) -> Notice:
    """Begin a notice, with the next number of its unit; at night it waits for the morning, unless it is
    urgent. Its author sees how far it is."""
    await units.lock(tx, unit.id)
    centers = [one.id for one in await units.below(tx, unit)]
    found, _ = await counted(tx, said, centers)
    zone = settings_of(unit).zone
    year = local_day(tx.now, zone).year
    notice = Notice(
        unit_id=unit.id,
        author_id=author.id,
        created_at=tx.now,
        body=said.body.pack(),
        kind=said.kind,
        year=year,
        serial=await notices.next_serial(tx, unit.id, year),
        urgent=said.is_alarm,
        audience=None if said.audience.everybody else said.audience.pack(),
        signed_by_id=signed_by,
        version=1,
        state="running",
        total=sum(count for _, _, count in found),
        unreachable=0,
        spooled_center_id=0,
        spooled_to=0,
        ran_for=0,
        reported=-1,
        households=await notice_audience.count_households(tx, said.audience, centers),
    )
    notices.change(tx, notice, "running", author.id)
    if not said.is_alarm:
        resting.rest(tx, notice, zone)
    if said.doors_after is not None:
        notice.doors_at = (notice.rests_until or tx.now) + said.doors_after
    notice.report_at = tx.now + timedelta(seconds=rules.REPORT_EVERY)
    await notices.add(tx, notice)
    await notice_versions.add(
        tx,
        NoticeVersion(
            notice_id=notice.id, version=1, body=notice.body, why="written", by_id=author.id, at=tx.now
        ),
    )
    await progress.show_author(tx, author, notice)
    return notice
