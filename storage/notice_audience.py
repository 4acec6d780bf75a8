"""Whom a notice is for: the accounts registered at its centers, and the households of their rosters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import aliased

from domain.activities import ForWhom
from domain.announcing import Audience
from storage.notices import Notice
from storage.people import Account, Household, Membership, Person
from storage.roles import RoleGrant
from storage.transaction import Tx


@dataclass(frozen=True)
class Recipient:
    """Somebody who may be meant by a notice."""

    account_id: int
    bot_id: int
    locale: str
    reachable: bool


@dataclass(frozen=True)
class _Resident:
    """What the roster knows of somebody; the tags are their own and their household's."""

    household_id: int | None
    village_id: int | None
    sex: str | None
    tags: frozenset[str] | None

    def barred_by(self, only: ForWhom, *, lives: int | None = None) -> bool:
        """Whether an activity leaves them out; `lives` is where they say they live, if no more is known."""
        return only.bars(village=self.village_id or lives, sex=self.sex, tags=self.tags)


@dataclass
class _Facts:
    """What decides whether somebody is meant: one entry of `at` for each center they belong to."""

    at: list[tuple[int | None, frozenset[str]]] = field(default_factory=list)
    barred: list[bool] = field(default_factory=list)
    """Whether the activity leaves them out there."""
    roles: set[str] = field(default_factory=set)

    def meant_by(self, audience: Audience) -> bool:
        held = [audience.includes(village=village, roles=self.roles, tags=tags) for village, tags in self.at]
        return (all(held) if audience.but else any(held)) and not all(self.barred)


async def next_members(
    tx: Tx, row: Notice, center_ids: Sequence[int], center_id: int, after: int, limit: int
) -> list[Recipient]:
    """The next of those who were registered at one of a notice's centers when it was made, in the order of
    their accounts. Who belongs to several of them is found at the first."""
    query = (
        select(Account.id, Account.bot_id, Account.locale, Account.reachable)
        .join(Membership, Membership.account_id == Account.id)
        .where(Membership.center_id == center_id, Membership.account_id > after)
        .where(Membership.joined_at <= row.created_at)
        .order_by(Membership.account_id)
        .limit(limit)
    )
    if earlier := [one for one in center_ids if one < center_id]:
        other = aliased(Membership)
        query = query.where(
            ~exists().where(
                other.account_id == Account.id,
                other.center_id.in_(earlier),
                other.joined_at <= row.created_at,
            )
        )
    return [Recipient(*found) for found in await tx.session.execute(query)]


async def meant(
    tx: Tx, audience: Audience, center_ids: Collection[int], account_ids: Collection[int]
) -> set[int]:
    """Which of these accounts a notice to these centers is for. Not more than a thousand at once: a database
    takes only so many values in one question."""
    if audience.everybody:
        return set(account_ids)
    facts: dict[int, _Facts] = defaultdict(_Facts)
    query = (
        select(Membership.account_id, Membership.village_id, Person.household_id, Person.id)
        .outerjoin(Person, Person.id == Membership.person_id)
        .where(Membership.account_id.in_(account_ids), Membership.center_id.in_(center_ids))
    )
    members = (await tx.session.execute(query)).all()
    theirs = {household for _, _, household, _ in members if household is not None}
    homes = await _homes(tx, Household.id.in_(theirs))
    known = await _residents(tx, audience.only, Person.household_id.in_(theirs))
    for account_id, village, household, person in members:
        at_home, tags = homes.get(household, (None, frozenset()))
        facts[account_id].at.append((at_home or village, tags))
        who = known.get(person, _Resident(None, None, None, None))
        facts[account_id].barred.append(who.barred_by(audience.only, lives=village))
    if audience.roles:
        held = select(RoleGrant.account_id, RoleGrant.role).where(
            RoleGrant.account_id.in_(account_ids),
            RoleGrant.unit_id.in_(center_ids),
            RoleGrant.revoked_at.is_(None),
        )
        for account_id, role in await tx.session.execute(held):
            facts[account_id].roles.add(role)
    return {account_id for account_id, one in facts.items() if one.meant_by(audience)}


async def _homes(tx: Tx, which: ColumnElement[bool]) -> dict[int, tuple[int | None, frozenset[str]]]:
    """The natural village of some households, and their tags with those of everybody in them."""
    query = select(Household.id, Household.village_id, Household.tags).where(which)
    found = {one: (village, set(tags)) for one, village, tags in await tx.session.execute(query)}
    persons = (
        select(Person.household_id, Person.tags)
        .join(Household, Household.id == Person.household_id)
        .where(which)
    )
    for household_id, tags in await tx.session.execute(persons):
        found[household_id][1].update(tags)
    return {one: (village, frozenset(tags)) for one, (village, tags) in found.items()}


async def _residents(tx: Tx, only: ForWhom, which: ColumnElement[bool]) -> dict[int, _Resident]:
    """What the roster knows of some persons; not asked where nobody is left out."""
    if only.everybody:
        return {}
    query = (
        select(Person.id, Person.household_id, Household.village_id, Person.sex, Person.tags, Household.tags)
        .join(Household, Household.id == Person.household_id)
        .where(which)
    )
    return {
        person: _Resident(household, village, sex, frozenset({*own, *shared}))
        for person, household, village, sex, own, shared in await tx.session.execute(query)
    }


async def _with_somebody(
    tx: Tx, only: ForWhom, which: ColumnElement[bool], found: Mapping[int, int | None]
) -> dict[int, int | None]:
    """Those of the households in which somebody is not left out."""
    if only.everybody:
        return dict(found)
    people = (await _residents(tx, only, which)).values()
    there = {one.household_id for one in people if not one.barred_by(only)}
    return {one: village for one, village in found.items() if one in there}


async def everybody(tx: Tx, center_ids: Collection[int]) -> list[tuple[int, bool, int]]:
    """Everybody registered at these centers, counted once: by bot, and whether they can be reached."""
    members = select(Membership.account_id).where(Membership.center_id.in_(center_ids))
    query = select(Account.bot_id, Account.reachable, func.count()).where(Account.id.in_(members))
    found = await tx.session.execute(query.group_by(Account.bot_id, Account.reachable))
    return [(bot_id, reachable, count) for bot_id, reachable, count in found]


async def members(tx: Tx, center_ids: Collection[int], after: int, limit: int) -> list[Recipient]:
    """The next of all who are registered at these centers, once each, in the order of their accounts."""
    ids = select(Membership.account_id).where(Membership.center_id.in_(center_ids))
    query = (
        select(Account.id, Account.bot_id, Account.locale, Account.reachable)
        .where(Account.id.in_(ids), Account.id > after)
        .order_by(Account.id)
        .limit(limit)
    )
    return [Recipient(*found) for found in await tx.session.execute(query)]


async def households(tx: Tx, audience: Audience, center_ids: Collection[int]) -> dict[int, int | None]:
    """The households of these centers' rosters that a notice is for, each with its natural village."""
    query = select(Household.id, Household.village_id).where(Household.center_id.in_(center_ids))
    found = {one: village for one, village in await tx.session.execute(query)}  # noqa: C416 - rows are no pairs
    if audience.everybody:
        return found
    homes = await _homes(tx, Household.center_id.in_(center_ids)) if audience.tags else {}
    named = {
        one: village
        for one, village in found.items()
        if audience.includes_household(village, homes.get(one, (None, frozenset()))[1])
    }
    return await _with_somebody(tx, audience.only, Household.center_id.in_(center_ids), named)


async def among(tx: Tx, audience: Audience, household_ids: Collection[int]) -> set[int]:
    """For which of these households a notice is."""
    which = Household.id.in_(household_ids)
    homes = await _homes(tx, which)
    named = {
        one: village for one, (village, tags) in homes.items() if audience.includes_household(village, tags)
    }
    return {*await _with_somebody(tx, audience.only, which, named)}


async def count_households(tx: Tx, audience: Audience, center_ids: Collection[int]) -> int:
    """How many households a notice is for."""
    if not audience.everybody:
        return len(await households(tx, audience, center_ids))
    query = select(func.count()).select_from(Household).where(Household.center_id.in_(center_ids))
    return await tx.session.scalar(query) or 0


async def household_of(tx: Tx, account_id: int, center_ids: Collection[int]) -> int | None:
    """The household that somebody belongs to at one of these centers, as the roster has it."""
    query = (
        select(Person.household_id)
        .join(Membership, Membership.person_id == Person.id)
        .where(Membership.account_id == account_id, Membership.center_id.in_(center_ids))
        .order_by(Membership.joined_at)
        .limit(1)
    )
    return (await tx.session.scalars(query)).one_or_none()


async def tags_at(tx: Tx, center_ids: Collection[int]) -> list[tuple[str, int]]:
    """The tags that households of these centers have, themselves or somebody in them, the most frequent
    first, each with how many."""
    homes = await _homes(tx, Household.center_id.in_(center_ids))
    counts: dict[str, int] = defaultdict(int)
    for _, tags in homes.values():
        for tag in tags:
            counts[tag] += 1
    return sorted(counts.items(), key=lambda one: (-one[1], one[0]))


async def registered_before(tx: Tx, account_id: int, center_ids: Collection[int], moment: datetime) -> bool:
    """Whether somebody was registered at one of these centers by then."""
    query = select(Membership.account_id).where(
        Membership.account_id == account_id,
        Membership.center_id.in_(center_ids),
        Membership.joined_at <= moment,
    )
    return (await tx.session.scalars(query.limit(1))).one_or_none() is not None
