"""Whom a place in an activity is for: who they are on the list, whom they live with, and who hears of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from domain.proxies import Kin, Whom
from domain.signups import ACTIVE, CENTER, GONE, UNKNOWN, Standing, of_account, of_person
from services import access, activity_access, activity_cards, relations
from services.errors import NotFoundError
from services.people import tidy_name
from storage import activities, people
from storage.activities import Activity
from storage.people import Account, Person, name_key
from storage.signups import Signup
from storage.transaction import Tx


@dataclass(frozen=True)
class Comer:
    """Somebody who is to be signed up.

    subject     the person on the roster ("p:17"), else the account ("a:5"), else what somebody calls them
                ("n:5:" and the name's fingerprint: whether two people's 王秀英 are one, nobody knows)
    account_id  who hears of it; None if nobody does who has an account
    tags        of the person and the household; None when the roster does not know them
    """

    subject: str
    name: str
    account_id: int | None
    signed_by: str
    person_id: int | None = None
    household_id: int | None = None
    village_id: int | None = None
    phone: str | None = None
    sex: str | None = None
    tags: Collection[str] | None = None


async def comer(tx: Tx, actor: Account, center_id: int, whom: Whom | None, *, listed: bool = False) -> Comer:
    """Who is meant by somebody who signs up themself (None), or another; `listed` if an officer puts them on
    the list.

    Raises NotFoundError for a person of another center's roster or whose name is another, and RefusedError
    for whoever does not want to be acted for by the actor.
    """
    if whom is None or relations.is_self(actor, whom):
        return await _oneself(tx, actor, center_id)
    person = await people.person(tx, whom.person_id) if whom.person_id else None
    if whom.person_id and (person is None or person.center_id != center_id or person.name != whom.name):
        raise NotFoundError
    if listed:
        signed_by, account_id = "officer", await _account_of(tx, whom.person_id)
    else:
        await relations.check(tx, actor, center_id, whom, by_clerk=False, urgent=False)
        same_home = await relations.kin_by_roster(tx, actor, whom) is Kin.HOUSEHOLD
        signed_by, account_id = "household" if same_home else "proxy", actor.id
    name = tidy_name(whom.name)
    subject = of_person(person.id) if person else f"n:{actor.id}:{name_key(name)[:40]}"
    said = Comer(subject, name, account_id, signed_by, phone=whom.phone)
    return await _with_roster(tx, said, person)


async def _oneself(tx: Tx, actor: Account, center_id: int) -> Comer:
    member = next((one for one in actor.memberships if one.center_id == center_id), None)
    if member is None:
        raise NotFoundError
    person = await people.person(tx, member.person_id) if member.person_id else None
    subject = of_person(person.id) if person else of_account(actor.id)
    said = Comer(subject, member.name, actor.id, "self", village_id=member.village_id)
    return await _with_roster(tx, said, person)


async def _with_roster(tx: Tx, said: Comer, person: Person | None) -> Comer:
    """The same with what the roster knows; the phone only of whoever cannot be written to."""
    if person is None:
        return said
    home = await people.household(tx, person.household_id)
    return replace(
        said,
        person_id=person.id,
        household_id=person.household_id,
        village_id=home.village_id if home and home.village_id else said.village_id,
        phone=None if said.signed_by == "self" else said.phone or person.phone,
        sex=person.sex,
        tags={*person.tags, *(home.tags if home else ())},
    )


async def _account_of(tx: Tx, person_id: int | None) -> int | None:
    member = await people.membership_of_person(tx, person_id) if person_id else None
    return member.account_id if member else None


async def may_answer(tx: Tx, actor: Account, row: Signup, activity: Activity) -> bool:
    """Whether somebody may answer for a place: whoever signed up, the person it is for, and whoever keeps the
    list; of those, whoever knows of it."""
    if activity_access.keeps_list(actor, activity):
        return True
    return await is_theirs(tx, actor, row) and await stands(tx, actor, row) is not None


async def is_theirs(tx: Tx, actor: Account, row: Signup) -> bool:
    """Whether somebody signed up for a place, or it is for them."""
    if row.account_id == actor.id:
        return True
    return row.person_id is not None and row.person_id in await access.persons(tx, actor)


def own(reader: Account, row: Signup) -> bool:
    """Whether a place is the reader's own, whoever signed up."""
    tied = row.person_id is not None and any(one.person_id == row.person_id for one in reader.memberships)
    return tied or row.subject == of_account(reader.id)


def withheld(row: Signup) -> bool:
    """Whether a place is the center's own: nobody comes, because the village needs the room or the thing is
    being mended."""
    return row.subject.startswith(CENTER)


def which(row: Signup) -> int:
    """The number by which such a place is told from others of its slot: of a thing, the id of the place of
    whoever had it last."""
    return int(row.subject.removesuffix(GONE).rpartition(":")[2])


def gone(row: Signup) -> bool:
    """Whether what such a place stands for cannot be found any more."""
    return withheld(row) and row.subject.endswith(GONE)


async def told(tx: Tx, row: Signup) -> list[Account]:
    """Who is told about a place: whoever signed up, if they know of one, and the person it is for if they
    have an account."""
    known = row.outward is None or row.outward in ACTIVE or row.signed_by == "self"
    ids = dict.fromkeys([row.account_id if known else None, await _account_of(tx, row.person_id)])
    found = [await people.account(tx, one) for one in ids if one is not None]
    return [one for one in found if one is not None]


async def knowing(tx: Tx, row: Signup) -> Account | None:
    """Who may know whether somebody came, beside whoever keeps the list: the person, and nobody where they
    have no account; whoever signed them up is not told."""
    own = row.account_id if row.signed_by == "self" else None
    account_id = await _account_of(tx, row.person_id) or own
    return await people.account(tx, account_id) if account_id is not None else None


async def may_know(tx: Tx, actor: Account, row: Signup, activity: Activity) -> bool:
    """Whether somebody may know whether they came."""
    if activity_access.keeps_list(actor, activity):
        return True
    known_to = await knowing(tx, row)
    return known_to is not None and known_to.id == actor.id


async def stands(tx: Tx, reader: Account, row: Signup) -> Standing | None:
    """How somebody stands as far as the reader may know, None where they know of no place. A seat that is
    given at the door says who came: for others they stand as before, who walked in has no place."""
    activity = await activities.one(tx, row.activity_id) if row.outward is not None else None
    itself = row.signed_by == "self" and row.account_id == reader.id  # also by another telephone of theirs
    if row.outward is None or activity is None or itself or await may_know(tx, reader, row, activity):
        return row.standing
    if row.outward == UNKNOWN:
        return None
    slot = await activities.slot(tx, row.slot_id) if row.outward == Standing.OFFERED else None
    if slot is not None and activity_cards.stage(tx, slot) != "ahead":
        return Standing.WAITING  # nobody is asked any more
    return Standing(row.outward)


async def knows(tx: Tx, reader: Account, row: Signup) -> bool:
    """Whether the reader may know that somebody has a place or wants one."""
    return await stands(tx, reader, row) in ACTIVE


async def hear(tx: Tx, row: Signup) -> list[Account]:
    """Those of them who can be reached, and whoever looks after the activity where there is nobody: something
    has to be answered, or somebody called. Nobody for what the center keeps for itself."""
    if (found := [one for one in await told(tx, row) if one.reachable]) or withheld(row):
        return found
    activity = await activities.one(tx, row.activity_id)
    return await activity_access.keepers(tx, activity) if activity else []
