"""Who could be a household's helper, the likeliest first, and why."""

from __future__ import annotations

from dataclasses import dataclass

from domain.messages import Text, t
from domain.volunteers import Standing
from services import pairs_fit
from services.pairs_fit import Home
from services.people import names
from storage import people, volunteers
from storage.transaction import Tx
from storage.volunteers import Volunteer


@dataclass(frozen=True)
class Candidate:
    """Somebody who could be a household's helper."""

    volunteer: Volunteer
    name: str
    reasons: list[Text]
    """What speaks for them, and how many households they have."""


async def candidates(tx: Tx, center_id: int, household_id: int) -> list[Candidate]:
    """The volunteers who could be a household's helper: with the skills it wishes first, then those who have
    the fewest households, then those of its natural village. Whoever helps it now is not among them.

    Raises NotFoundError for a household of another center's roster.
    """
    home = await pairs_fit.home(tx, center_id, household_id)
    taken = {home.pair.helper_id, home.pair.second_id} if home.pair else set()
    found = [
        one
        for one in await volunteers.at_center(tx, center_id, [Standing.ACTIVE])
        if one.account_id not in taken and home.objection(one) is None
    ]
    named = await names(tx, center_id, [one.account_id for one in found])
    members = await people.members(tx, center_id, [one.account_id for one in found])
    near = {who for who, one in members.items() if one.village_id and one.village_id == _village(home)}
    found.sort(key=lambda one: (-len(home.wish.skills_of(one.profile)), _held(home, one),
                                one.account_id not in near, one.id))  # fmt: skip
    return [
        Candidate(one, named.get(one.account_id, "?"), _reasons(home, one, one.account_id in near))
        for one in found
    ]


def _village(home: Home) -> int | None:
    return home.household.village_id


def _held(home: Home, one: Volunteer) -> int:
    return home.held.get(one.account_id, 0)


def _reasons(home: Home, one: Volunteer, near: bool) -> list[Text]:
    held = _held(home, one)
    reasons = [t(f"skill-{skill}") for skill in home.wish.skills_of(one.profile)]
    if near:
        reasons.append(t("candidate-near"))
    return [*reasons, t("candidate-held", n=held) if held else t("candidate-free")]
