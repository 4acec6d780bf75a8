"""What people would like to learn: noted for them, counted for whoever could make a course of it, and found
again when there is one. Whose wishes they are nobody else reads. A wish lapses without a word, a year after
it was last said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from domain.activity_wishes import Group, are_enough, grouped, said_since
from domain.catalogue import CATALOGUE
from domain.messages import Outgoing, t
from domain.night import awake
from domain.taps import Go
from domain.units import settings_of
from domain.wanting_subjects import key, meets, same
from services import holders
from services.access import LEADERS, roles_at
from services.cards import button
from services.errors import NotFoundError
from services.outbox import tell
from storage import activity_wishes, units
from storage import people as stored_people
from storage.activity_wishes import ActivityWish, OpenWish
from storage.people import Account
from storage.transaction import Tx
from storage.units import OrgUnit


@dataclass(frozen=True)
class Wished:
    """What is wished for at a center: in which words, by how many people, and the first of the wishes."""

    center_id: int
    words: str
    people: int
    first_id: int


def looks_after(actor: Account, center_id: int | None) -> bool:
    """Whether somebody could make a course at a center, and so may know what is wished for there."""
    return center_id is not None and bool(roles_at(actor, center_id) & {*CATALOGUE.wishes.roles, *LEADERS})


async def record(tx: Tx, actor: Account, center_id: int, wanted: str) -> ActivityWish:
    """Note that the actor would like to learn this; saying so again renews it. When enough people want the
    same whoever could make a course of it hears of it.

    Raises NotFoundError where the actor is not registered, or when it says nothing.
    """
    if all(member.center_id != center_id for member in actor.memberships) or not key(wanted):
        raise NotFoundError
    unit = await units.lock(tx, center_id)  # two at once would both be the fifth, or neither
    before = await activity_wishes.of_account(tx, actor.id, center_id)
    if known := [one for one in before if same(one.key, key(wanted))]:
        await _renew(tx, unit, known)
        return known[0]
    row = ActivityWish(
        center_id=center_id, account_id=actor.id, key=key(wanted), words=wanted, wished_at=tx.now
    )
    await activity_wishes.add(tx, row)
    await _tell_if_enough(tx, unit, row)
    return row


async def _renew(tx: Tx, unit: OrgUnit, known: list[ActivityWish]) -> None:
    """They said it again. What had lapsed counts anew, as if it had never been told of."""
    lapsed = [one for one in known if one.wished_at <= said_since(tx.now)]
    for one in known:
        one.wished_at = tx.now
    for one in lapsed:
        one.told_at = None
    await tx.session.flush()
    if lapsed:
        await _tell_if_enough(tx, unit, lapsed[0])


async def _open(tx: Tx, center_id: int) -> list[OpenWish]:
    return await activity_wishes.open_at(tx, center_id, said_since(tx.now))


async def _tell_if_enough(tx: Tx, unit: OrgUnit, row: ActivityWish) -> None:
    alike = [one for one in await _open(tx, unit.id) if same(one.key, row.key)]
    count = len({one.account_id for one in alike})
    told = len({one.account_id for one in alike if one.told_at is not None})
    if not are_enough(count, told, CATALOGUE.wishes.enough):
        return
    ids = [one.id for one in alike]
    await activity_wishes.mark_told(tx, ids)
    text = t("wish-enough", n=count, words=_said_most(await _words(tx, ids)))
    rows = [[button("button-wishes-look", Go("wishes"))], [button("button-person", Go("person"))]]
    morning = awake(tx.now, settings_of(unit).zone)
    for officer in await officers(tx, unit):
        message = Outgoing(text=text, buttons=rows)
        tell(tx, officer, message, not_before=morning if morning > tx.now else None)


async def officers(tx: Tx, unit: OrgUnit) -> list[Account]:
    """Who could make a course at a center; where nobody can, who leads it."""
    own = await holders.of_roles(tx, unit, CATALOGUE.wishes.roles)
    return own or await holders.of_roles(tx, unit, sorted(LEADERS))


def _said_most(words: list[str]) -> str:
    """The words by which most people call it; of those that are as frequent the shortest."""
    often = Counter(words)
    return min(often, key=lambda one: (-often[one], len(one)))


async def wished(tx: Tx, actor: Account) -> list[Wished]:
    """What people at the actor's center wish for, what most of them do first. Raises NotFoundError for
    whoever could not make a course of it."""
    center_id = await _looked_after(actor)
    groups = grouped(await _open(tx, center_id))
    words = await activity_wishes.words(tx, [one for group in groups for one in group.ids])
    return [_wished(center_id, group, [words[one] for one in group.ids]) for group in groups]


async def _looked_after(actor: Account) -> int:
    center_id = actor.current_center_id
    if center_id is None or not looks_after(actor, center_id):
        raise NotFoundError
    return center_id


def _wished(center_id: int, group: Group, said: list[str]) -> Wished:
    return Wished(center_id, _said_most(said), group.people, group.first_id)


async def _words(tx: Tx, wish_ids: Collection[int]) -> list[str]:
    return [*(await activity_wishes.words(tx, wish_ids)).values()]


async def to_make(tx: Tx, actor: Account, wish_id: int) -> tuple[Wished, list[str]]:
    """What a wish and those like it are for, and all words in which it is said. Raises NotFoundError for
    whoever could not make a course of it, and when nobody wishes for it any more."""
    row = await activity_wishes.wish(tx, wish_id)
    if row is None or not looks_after(actor, row.center_id):
        raise NotFoundError
    groups = grouped(await _open(tx, row.center_id))
    group = next((one for one in groups if row.id in one.ids), None)
    if group is None:
        raise NotFoundError
    said = await _words(tx, group.ids)
    return _wished(row.center_id, group, said), list(dict.fromkeys(said))


async def own(tx: Tx, actor: Account) -> list[ActivityWish]:
    """What the actor would like to learn at their current center, the latest first."""
    known = await activity_wishes.of_account(tx, actor.id, actor.current_center_id or 0)
    return [one for one in known if one.wished_at > said_since(tx.now)]


async def drop(tx: Tx, actor: Account, wish_id: int) -> str:
    """The actor does not want that any more; what it was. Raises NotFoundError for a wish that is not
    theirs, or is none any more."""
    row = await activity_wishes.wish(tx, wish_id)
    if row is None or row.account_id != actor.id or row.met_at is not None:
        raise NotFoundError
    await activity_wishes.remove(tx, row)
    return row.words


async def wishers(tx: Tx, center_id: int, title: str) -> list[Account]:
    """Who at a center would like to learn what has this title and can be told, the earliest wish first."""
    found = [one for one in await _open(tx, center_id) if meets(one.key, title)]
    accounts = [await stored_people.contact(tx, one) for one in dict.fromkeys(w.account_id for w in found)]
    return [one for one in accounts if one is not None and one.reachable]


async def met(tx: Tx, center_id: int, title: str, account_ids: Collection[int]) -> None:
    """There is one with this title, and these people have been told: their wishes for it are over."""
    found = await _open(tx, center_id)
    ids = [one.id for one in found if one.account_id in account_ids and meets(one.key, title)]
    await activity_wishes.mark_met(tx, ids)
