"""Market and job information: posted by those whose business it is, for those who want the topic."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from domain import bulletins as rules
from domain.catalogue import CATALOGUE, BulletinTopic
from domain.messages import Content, Outgoing, t
from domain.night import awake
from domain.officetime import local_day
from domain.suggest import suggest
from domain.suggest import topic_of as topic_of_need
from domain.units import settings_of
from services import bulletin_cards, people
from services.access import LEADERS, roles_at
from services.errors import NotFoundError, RefusedError
from services.outbox import change
from storage import bulletins
from storage.bulletins import Bulletin, BulletinSubscription
from storage.people import Account
from storage.transaction import Tx
from storage.units import OrgUnit

KINDS = ("text", "photo")
"""What a post may be: one message, so that it is read at a glance."""


@dataclass(frozen=True)
class Shelf:
    """A topic as somebody finds it: how many posts count today, and whether they want it."""

    topic: BulletinTopic
    count: int
    wanted: bool


def today(tx: Tx, unit: OrgUnit) -> date:
    """The date on the wall of a center."""
    return local_day(tx.now, settings_of(unit).zone)


def goes_out_on(tx: Tx, unit: OrgUnit) -> date:
    """The day on which what is posted now goes out: at night that is in the morning."""
    zone = settings_of(unit).zone
    return local_day(awake(tx.now, zone), zone)


def waits(tx: Tx, unit: OrgUnit) -> bool:
    """Whether what is posted now waits for the morning."""
    return awake(tx.now, settings_of(unit).zone) > tx.now


def is_member(actor: Account, center_id: int) -> bool:
    """Whether somebody is registered at a center: only they can want to be told."""
    return any(member.center_id == center_id for member in actor.memberships)


def may_post(actor: Account, center_id: int, topic: BulletinTopic) -> bool:
    """Whether somebody may post of a topic at a center."""
    return bool(roles_at(actor, center_id) & {*topic.roles})


def may_steer(actor: Account, row: Bulletin) -> bool:
    """Whether somebody may change a post or take it back: its author, while they may post such, and whoever
    leads the center."""
    own = row.author_id == actor.id and may_post(actor, row.center_id, topic_of(row.topic))
    return own or bool(roles_at(actor, row.center_id) & LEADERS)


def topic_of(code: str) -> BulletinTopic:
    """The topic with this code. Raises NotFoundError."""
    try:
        return CATALOGUE.bulletin(code)
    except KeyError:
        raise NotFoundError from None


async def place(tx: Tx, actor: Account) -> OrgUnit:
    """The center whose posts somebody reads: their current one. Raises NotFoundError for whoever belongs to
    none."""
    return await _there(tx, actor, actor.current_center_id or 0)


async def _there(tx: Tx, actor: Account, center_id: int) -> OrgUnit:
    if not is_member(actor, center_id) and not roles_at(actor, center_id):
        raise NotFoundError
    return await people.center(tx, center_id)


async def shelves(tx: Tx, actor: Account) -> list[Shelf]:
    """All topics, as they stand at the actor's center."""
    unit = await place(tx, actor)
    counts = await bulletins.counts(tx, unit.id, today(tx, unit))
    wanted = await bulletins.wanted(tx, actor.id, unit.id)
    return [Shelf(one, counts.get(one.code, 0), one.code in wanted) for one in CATALOGUE.bulletins]


async def shelf(tx: Tx, actor: Account, topic: str) -> tuple[Shelf, list[Bulletin]]:
    """One topic at the actor's center, and what counts of it today, the newest first."""
    known = topic_of(topic)
    unit = await place(tx, actor)
    found = await bulletins.current(tx, unit.id, known.code, today(tx, unit))
    wanted = known.code in await bulletins.wanted(tx, actor.id, unit.id)
    return Shelf(known, len(found), wanted), found


async def asked_after(tx: Tx, actor: Account, words: str) -> Shelf | None:
    """The topic that may answer what a sentence is about, if there is a post of it; none for what is urgent.
    Raises NotFoundError for whoever belongs to no center."""
    found = suggest(words)
    known = CATALOGUE.bulletin_for(None if found.urgent else topic_of_need(words, found.lines[0]))
    if known is None:
        return None
    one, _ = await shelf(tx, actor, known.code)
    return one if one.count else None


async def want(tx: Tx, actor: Account, center_id: int, topic: str, *, on: bool) -> None:
    """To be told of what is new of a topic, or not any more; saying so twice changes nothing. Raises
    NotFoundError where the actor is not registered."""
    known = topic_of(topic)
    if not is_member(actor, center_id):
        raise NotFoundError
    row = await bulletins.subscription(tx, actor.id, center_id, known.code)
    if row is None and on:
        row = BulletinSubscription(account_id=actor.id, center_id=center_id, topic=known.code, since=tx.now)
        bulletins.subscribe(tx, row)
    elif row is not None and on and row.ended_at is not None:
        row.since, row.ended_at = tx.now, None
    elif row is not None and not on and row.ended_at is None:
        row.ended_at = tx.now


async def mute(tx: Tx, actor: Account, bulletin_id: int, *, on: bool) -> Bulletin:
    """The same for the topic of a post that somebody was sent, which may be over by now."""
    row = await bulletins.one(tx, bulletin_id)
    if row is None:
        raise NotFoundError
    await want(tx, actor, row.center_id, row.topic, on=on)
    return row


def mark(tx: Tx, actor: Account, row: Bulletin, message_id: int, *, wanted: bool) -> None:
    """Change the button below the post they tapped: it says what else they can want."""
    rows = bulletin_cards.reader_rows(row, wanted=wanted)
    change(tx, actor, Outgoing(buttons=rows), message_id=message_id)


async def seen(tx: Tx, actor: Account, bulletin_id: int) -> tuple[Bulletin, OrgUnit]:
    """A post to be read by somebody of its center. Raises NotFoundError, RefusedError when it is over."""
    row = await bulletins.one(tx, bulletin_id)
    if row is None:
        raise NotFoundError
    unit = await _there(tx, actor, row.center_id)
    _check_current(tx, unit, row)
    return row, unit


async def steered(tx: Tx, actor: Account, bulletin_id: int) -> tuple[Bulletin, OrgUnit]:
    """A post that the actor may change, locked. Raises NotFoundError, RefusedError when it is over."""
    row = await bulletins.bulletin(tx, bulletin_id)
    if row is None or not may_steer(actor, row):
        raise NotFoundError
    unit = await people.center(tx, row.center_id)
    _check_current(tx, unit, row)
    return row, unit


def _check_current(tx: Tx, unit: OrgUnit, row: Bulletin) -> None:
    if row.state != "open" or row.ends_on < today(tx, unit):
        raise RefusedError(t("bulletin-gone"))


async def posting(tx: Tx, actor: Account, center_id: int, topic: str) -> OrgUnit:
    """The center at which the actor posts of a topic. Raises NotFoundError where they may not."""
    if not may_post(actor, center_id, topic_of(topic)):
        raise NotFoundError
    return await people.center(tx, center_id)


def checked(content: Content | None) -> Content:
    """What is to be posted. Raises RefusedError when it is nothing, too long, or neither words nor photo."""
    if content is None or content.kind not in KINDS:
        raise RefusedError(t("bulletin-cannot-carry"))
    content = content.model_copy(update={"text": content.text.strip(), "group": None})
    if content.kind == "text" and not content.text:
        raise RefusedError(t("bulletin-cannot-carry"))
    if content.kind == "text" and not any(one.isalnum() for one in content.text):
        raise RefusedError(t("bulletin-wordless"))
    if len(content.text) > rules.LONGEST:
        raise RefusedError(t("bulletin-long", longest=rules.LONGEST, length=len(content.text)))
    return content


def check_last_day(ends_on: date, first: date) -> None:
    """Raises RefusedError for a last day that cannot be, if it goes out on `first`."""
    wrong = rules.fault(ends_on, first)
    if wrong is not None:
        raise RefusedError(t(f"bulletin-fault-{wrong}", furthest=rules.LONGEST_DAYS))


async def readers(tx: Tx, unit: OrgUnit, topic: str) -> int:
    """How many a post of this topic would be sent to."""
    return await bulletins.count_subscribers(tx, unit.id, topic)


async def post(
    tx: Tx, actor: Account, center_id: int, topic: str, content: Content, ends_on: date
) -> Bulletin:
    """Post it: whoever wants its topic gets it from now on, at night from the morning.

    Raises NotFoundError where the actor may not, RefusedError for words or a day that cannot be.
    """
    unit = await posting(tx, actor, center_id, topic)
    check_last_day(ends_on, goes_out_on(tx, unit))
    row = Bulletin(
        center_id=unit.id,
        topic=topic,
        author_id=actor.id,
        said=checked(content).pack(),
        posted_at=tx.now,
        ends_on=ends_on,
        state="open",
        due_at=awake(tx.now, settings_of(unit).zone),
        brought_to=0,
    )
    await bulletins.add(tx, row)
    return row


async def end_on(tx: Tx, actor: Account, bulletin_id: int, ends_on: date) -> tuple[Bulletin, OrgUnit]:
    """Give a post another last day; what people have of it says so. Raises as `steered` does, and
    RefusedError for a day that cannot be."""
    row, unit = await steered(tx, actor, bulletin_id)
    check_last_day(ends_on, today(tx, unit) if row.brought_at is not None else goes_out_on(tx, unit))
    if ends_on != row.ends_on:
        row.ends_on = ends_on
        _go_over(tx, row)
    return row, unit


async def withdraw(tx: Tx, actor: Account, bulletin_id: int) -> Bulletin:
    """Take a post back: nobody gets it any more, and it is deleted where it is. Raises as `steered` does."""
    row, _ = await steered(tx, actor, bulletin_id)
    row.state = "withdrawn"
    row.brought_at = row.brought_at or tx.now
    _go_over(tx, row)
    return row


def _go_over(tx: Tx, row: Bulletin) -> None:
    """From the first who may have it once more."""
    row.due_at, row.brought_to = tx.now, 0
