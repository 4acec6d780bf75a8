"""Who fits a household: its wishes, whom it does not want, who lives there, how much a helper has already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from domain.messages import t
from domain.pairs import Objection, Wish, objection
from domain.volunteers import Standing
from services.errors import NotFoundError, RefusedError
from storage import pairs, people, volunteers, wishes
from storage.pairs import Pair
from storage.people import Household
from storage.transaction import Tx
from storage.volunteers import Volunteer
from storage.wishes import HouseholdWish


@dataclass(frozen=True)
class Home:
    """A household, and what decides who can help it."""

    household: Household
    wish: Wish
    unwanted: frozenset[int]
    """Accounts of people it does not want."""
    kin: frozenset[int]
    """Accounts of people who live there."""
    held: Mapping[int, int]
    """How many households each helper of the center has."""
    pair: Pair | None
    """Its open pair."""

    def objection(self, volunteer: Volunteer, *, second: bool = False) -> Objection | None:
        """Why somebody cannot be its helper; a second helper has no ceiling."""
        found = objection(
            volunteer.profile,
            self.wish,
            active=volunteer.state == Standing.ACTIVE and volunteer.center_id == self.household.center_id,
            held=self.held.get(volunteer.account_id, 0),
            kin=volunteer.account_id in self.kin,
            unwanted=volunteer.account_id in self.unwanted,
        )
        return None if second and found is Objection.FULL else found

    async def fit(self, tx: Tx, volunteer_id: int, *, second: bool = False) -> int:
        """The account of a volunteer who can be its helper. Raises NotFoundError for none of this center,
        RefusedError with the reason for one who cannot."""
        found = await volunteers.volunteer(tx, volunteer_id)
        if found is None or found.center_id != self.household.center_id:
            raise NotFoundError
        if reason := self.objection(found, second=second):
            raise RefusedError(t(f"pair-cannot-{reason}"))
        return found.account_id


async def home(tx: Tx, center_id: int, household_id: int) -> Home:
    """A household of a center's roster. Raises NotFoundError."""
    household = await people.household(tx, household_id)
    if household is None or household.center_id != center_id:
        raise NotFoundError
    persons = [one.id for one in await people.persons_of(tx, household_id)]
    kept = await wishes.of_household(tx, household_id)
    found = await pairs.of_households(tx, [household_id])
    return Home(
        household=household,
        wish=kept.wish if kept else Wish(),
        unwanted=frozenset(kept.unwanted if kept else ()),
        kin=frozenset(await people.accounts_of_persons(tx, persons)),
        held=await pairs.loads(tx, center_id),
        pair=found[0] if found else None,
    )


async def _kept(tx: Tx, household_id: int) -> HouseholdWish:
    row = await wishes.of_household(tx, household_id)
    if row is None:
        row = HouseholdWish(household_id=household_id, wishes={}, unwanted=[])
        wishes.add(tx, row)
    return row


async def keep_wish(tx: Tx, household_id: int, wish: Wish) -> None:
    """From now on a household wishes this."""
    (await _kept(tx, household_id)).wishes = wish.model_dump(mode="json", exclude_defaults=True)


async def want(tx: Tx, household_id: int, account_id: int, *, wanted: bool) -> None:
    """A household does not want somebody, or does so after all."""
    row = await _kept(tx, household_id)
    others = [one for one in row.unwanted if one != account_id]
    row.unwanted = others if wanted else [*others, account_id]
