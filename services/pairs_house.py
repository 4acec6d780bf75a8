"""A household as whoever looks after pairs sees it: who lives there, its helper, what it wishes."""

from __future__ import annotations

from dataclasses import dataclass

from domain.catalogue import CATALOGUE
from domain.messages import Text, t, verbatim
from domain.pairs import Wish
from domain.units import settings_of
from domain.volunteers import Standing
from services import access, association, cards, pairs_fit
from services.access import View
from services.errors import NotFoundError, RefusedError
from services.pairs_fit import Home
from services.people import names
from storage import people, units, volunteers
from storage.people import Account, Person
from storage.transaction import Tx
from storage.volunteers import Volunteer


@dataclass(frozen=True)
class House:
    """A household of the roster; `tongues` are what is spoken at the center."""

    home: Home
    persons: list[Person]
    village: Text
    tongues: tuple[str, ...]


async def look(tx: Tx, actor: Account, center_id: int, household_id: int) -> House:
    """A household of the center's roster. Raises NotFoundError for whoever does not look after its pairs."""
    await association.check(tx, actor, center_id)
    home = await pairs_fit.home(tx, center_id, household_id)
    return House(
        home=home,
        persons=await people.persons_of(tx, household_id),
        village=await cards.village_name(tx, home.household.village_id),
        tongues=settings_of(await units.unit_of(tx, center_id)).tongues,
    )


async def of_request(tx: Tx, actor: Account, request_id: int) -> Person:
    """The person of the roster a request is for, for whoever holds it and looks after pairs.

    Raises NotFoundError, RefusedError for somebody who is not on the roster.
    """
    row = await access.request(tx, actor, request_id, View.HOLDER)
    await association.check(tx, actor, row.center_id)
    if row.holder_id != actor.id:
        raise NotFoundError
    found = await people.person(tx, row.person_id) if row.person_id else None
    if found is None:
        raise RefusedError(t("pair-not-on-roster"))
    return found


def wishes(home: Home) -> list[Text]:
    """What a household wishes of its helper, one a line."""
    wish = home.wish
    said = [t(f"wish-sex-{wish.sex}")] if wish.sex else []
    if wish.tongue:
        said.append(t("wish-tongue", tongue=wish.tongue))
    said += [t("wish-skill", skill=t(f"skill-{skill}")) for skill in wish.skills]
    if home.unwanted:
        said.append(t("wish-unwanted", n=len(home.unwanted)))
    return said or [t("wish-none")]


async def _change(tx: Tx, house: House, **changes: object) -> None:
    wish = Wish.model_validate(house.home.wish.model_dump() | changes)
    await pairs_fit.keep_wish(tx, house.home.household.id, wish)


async def wish_sex(tx: Tx, house: House, sex: str | None) -> None:
    """It wishes a woman ("f"), a man ("m"), or does not mind."""
    if sex not in ("f", "m", None):
        raise NotFoundError
    await _change(tx, house, sex=sex)


async def wish_tongue(tx: Tx, house: House, tongue: str | None) -> None:
    """It wishes somebody who understands this language, or does not mind."""
    if tongue is not None and tongue not in house.tongues:
        raise NotFoundError
    await _change(tx, house, tongue=tongue)


async def wish_skill(tx: Tx, house: House, skill: str) -> None:
    """It needs this skill; or does not any more, if it did."""
    if skill not in {one.code for one in CATALOGUE.skills}:
        raise NotFoundError
    known = house.home.wish.skills
    changed = [one for one in known if one != skill] if skill in known else [*known, skill]
    await _change(tx, house, skills=changed)


async def known(tx: Tx, house: House) -> list[tuple[Volunteer, str]]:
    """The active volunteers of the center by name, those first whom the household does not want."""
    center_id = house.home.household.center_id
    found = await volunteers.at_center(tx, center_id, [Standing.ACTIVE])
    found.sort(key=lambda one: one.account_id not in house.home.unwanted)
    named = await names(tx, center_id, [one.account_id for one in found])
    return [(one, named.get(one.account_id, "?")) for one in found]


async def want(tx: Tx, house: House, volunteer_id: int) -> None:
    """It does not want this volunteer; or does not mind any more, if it did not."""
    found = await volunteers.volunteer(tx, volunteer_id)
    if found is None or found.center_id != house.home.household.center_id:
        raise NotFoundError
    unwanted = found.account_id in house.home.unwanted
    await pairs_fit.want(tx, house.home.household.id, found.account_id, wanted=unwanted)


async def volunteer_name(tx: Tx, center_id: int, volunteer_id: int) -> Text:
    """The name a volunteer gave at the center."""
    found = await volunteers.volunteer(tx, volunteer_id)
    if found is None or found.center_id != center_id:
        raise NotFoundError
    return verbatim((await names(tx, center_id, [found.account_id])).get(found.account_id, "?"))
