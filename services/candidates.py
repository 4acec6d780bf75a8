"""Who could be a household's helper, the likeliest first, and why."""

from __future__ import annotations

from dataclasses import dataclass

from domain.matching import ranked
from domain.messages import Text, t
from services import matching_people, pairs_fit
from services.matching_views import reason_texts
from services.people import names
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
    """The volunteers who could be a household's helper, ranked as the matching of many would; whoever helps
    it now is not among them.

    Raises NotFoundError for a household of another center's roster.
    """
    home = await pairs_fit.home(tx, center_id, household_id)
    known = await matching_people.known(tx, center_id)
    helpers, rows = await matching_people.helpers(tx, center_id, known)
    pair = home.pair
    taken = {pair.helper_id, pair.second_id, pair.asked_second_id} if pair else set()
    waiting = matching_people.household(household_id, home.household.village_id, known)
    left = [one for one in helpers if rows[one.id].account_id not in taken]
    found = ranked(waiting, left, most=len(left))
    named = await names(tx, center_id, [rows[one.id].account_id for one, _ in found])
    return [
        Candidate(
            rows[one.id],
            named.get(rows[one.id].account_id, "?"),
            [*reason_texts(fit.reasons, sorted(fit.skills)), *_load(one.load)],
        )
        for one, fit in found
    ]


def _load(load: int) -> list[Text]:
    return [t("candidate-held", n=load)] if load else []
