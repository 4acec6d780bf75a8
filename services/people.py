"""Getting to know a person: their account, their language, the center they belong to, their phone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from domain.languages import guess
from domain.messages import t
from domain.units import settings_of
from services.errors import NotFoundError, RefusedError
from storage import people, signups, units
from storage.people import Account, Dialogue, Membership, Person
from storage.transaction import Tx
from storage.units import NaturalVillage, OrgUnit

NAME_LIMIT = 40


async def meet(tx: Tx, account_id: int, language_code: str | None) -> Account:
    """The account of whoever is writing, made at their first word; a person who was away is back."""
    account = await people.account(tx, account_id)
    if account is None:
        account = Account(
            id=account_id,
            bot_id=tx.bot_id,
            locale=guess(language_code),
            reachable=True,
            created_at=tx.now,
            memberships=[],
        )
        tx.session.add(account)
        await people.reload(tx, account)
    account.bot_id = tx.bot_id
    account.reachable = True
    return account


async def known(tx: Tx, account_id: int) -> Account | None:
    """The account of somebody who is seen elsewhere than in their private chat: none is made for that."""
    return await people.account(tx, account_id)


def membership(account: Account) -> Membership | None:
    """The membership of the account's current center, if they have registered there."""
    for member in account.memberships:
        if member.center_id == account.current_center_id:
            return member
    return None


async def center(tx: Tx, center_id: int) -> OrgUnit:
    """The center with this id. Raises NotFoundError for anything that is not a center."""
    found = await units.unit(tx, center_id)
    if found is None or found.kind != "center":
        raise NotFoundError
    return found


async def centers(tx: Tx) -> list[OrgUnit]:
    """All centers a person can register with."""
    return await units.units(tx, "center")


async def villages(tx: Tx, center_id: int) -> list[NaturalVillage]:
    """The natural villages of a center."""
    return await units.villages(tx, center_id)


async def join(tx: Tx, account: Account, center_id: int, *, name: str, village_id: int | None) -> Membership:
    """Register with a center, having consented, and make it the current one. Raises RefusedError for
    a name that is none or too long, NotFoundError for a natural village of another center."""
    name = tidy_name(name)
    await center(tx, center_id)
    if village_id is not None:
        village = await units.village(tx, village_id)
        if village is None or village.center_id != center_id:
            raise NotFoundError
    member = next((known for known in account.memberships if known.center_id == center_id), None)
    if member is None:
        member = Membership(
            account_id=account.id,
            center_id=center_id,
            name=name,
            village_id=village_id,
            joined_at=tx.now,
            consented_at=tx.now,
        )
        tx.session.add(member)
    member.name, member.village_id, member.consented_at = name, village_id, tx.now
    account.current_center_id = center_id
    await people.reload(tx, account)
    if account.phone:
        await _tie(tx, account, member)
    return member


def tidy_name(name: str) -> str:
    """A name as it is kept. Raises RefusedError when it is empty, too long or no name at all."""
    name = " ".join(name.split())
    if not name or not any(ch.isalpha() for ch in name):
        raise RefusedError(t("join-name-empty"))
    if len(name) > NAME_LIMIT:
        raise RefusedError(t("join-name-long", limit=NAME_LIMIT))
    return name


async def make_current(tx: Tx, account: Account, center_id: int) -> OrgUnit:
    """Make another of the account's centers the current one."""
    if all(member.center_id != center_id for member in account.memberships):
        raise NotFoundError
    account.current_center_id = center_id
    return await center(tx, center_id)


async def share_phone(tx: Tx, account: Account, phone: str) -> Person | None:
    """Keep the phone number the chat network vouches for, and tie the account to the roster by it.

    Returns the person of the roster it was tied to. A phone that several persons share is tied to
    the one whose name the account gave, or to nobody.
    """
    account.phone = phone if phone.startswith("+") else f"+{phone}"
    account.phone_key = people.phone_key(phone)
    tied = [await _tie(tx, account, member) for member in account.memberships]
    return next((person for person in tied if person is not None), None)


async def _tie(tx: Tx, account: Account, member: Membership) -> Person | None:
    candidates = await people.persons_by_phone(tx, member.center_id, account.phone or "")
    if len(candidates) > 1:
        candidates = [person for person in candidates if person.name == member.name]
    if len(candidates) != 1:
        return None
    member.person_id = candidates[0].id
    await signups.tie(tx, account.id, candidates[0])
    if member.village_id is None:
        household = await people.household(tx, candidates[0].household_id)
        member.village_id = household.village_id if household else None
    return candidates[0]


async def find_persons(tx: Tx, center_id: int, name: str) -> list[tuple[Person, int | None]]:
    """Persons of the roster with this name, each with the natural village of their household."""
    found = []
    for person in await people.persons_by_name(tx, center_id, name):
        household = await people.household(tx, person.household_id)
        found.append((person, household.village_id if household else None))
    return found


async def person(tx: Tx, center_id: int, person_id: int, *, named: str) -> tuple[Person, int | None]:
    """A person of this center's roster and their natural village. Raises NotFoundError.

    The name must be known: nobody reads through the roster by counting up ids.
    """
    found = await people.person(tx, person_id)
    if found is None or found.center_id != center_id or found.name != named:
        raise NotFoundError
    household = await people.household(tx, found.household_id)
    return found, household.village_id if household else None


async def names(tx: Tx, center_id: int, account_ids: Sequence[int]) -> dict[int, str]:
    """The names people gave at this center, else anywhere else; who never gave one is left out."""
    known = {one.account_id: one.name for one in (await people.members(tx, center_id, account_ids)).values()}
    for account_id in account_ids:
        elsewhere = None if account_id in known else await people.account(tx, account_id)
        if elsewhere is not None and elsewhere.memberships:
            known[account_id] = elsewhere.memberships[0].name
    return known


async def form(tx: Tx, account: Account) -> Dialogue | None:
    """The form this person is in the middle of."""
    return await people.dialogue(tx, account.id)


async def keep_form(tx: Tx, account: Account, name: str, data: dict[str, Any]) -> None:
    """Remember which form this person is in, and what they have said so far."""
    known = await people.dialogue(tx, account.id)
    if known is None:
        people.begin_dialogue(tx, account.id, name, data)
    else:
        known.form, known.data, known.updated_at = name, data, tx.now


async def leave_form(tx: Tx, account: Account) -> None:
    """The form is finished or given up."""
    await people.end_dialogue(tx, account.id)


def phone_of(unit: OrgUnit) -> str | None:
    """A center's telephone number."""
    return settings_of(unit).phone


def tongues_of(unit: OrgUnit) -> tuple[str, ...]:
    """What is spoken at a center: languages and dialects, as people call them."""
    return settings_of(unit).tongues


async def reach_center(tx: Tx, account: Account) -> tuple[OrgUnit, str | None]:
    """The current center and its phone number, for "talk to a person"."""
    unit = await center(tx, account.current_center_id or 0)
    return unit, phone_of(unit)
