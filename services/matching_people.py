"""Households and helpers as the matching knows them, read for a whole center at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from domain.matching import Helper, Household
from domain.pairs import Wish
from domain.volunteers import MOST_HOUSEHOLDS, Standing
from storage import matching, pairs, people, volunteers, wishes
from storage.transaction import Tx
from storage.volunteers import Volunteer


@dataclass(frozen=True)
class Known:
    """What is known of a center: which households have helped whom, are at odds, live with or do not want
    whom; by account."""

    knows: Mapping[int, frozenset[int]]
    never: Mapping[int, frozenset[int]]
    wishes: Mapping[int, Wish]
    loads: Mapping[int, int]


def _by_first(found: Collection[tuple[int, int]]) -> dict[int, frozenset[int]]:
    grouped: dict[int, set[int]] = defaultdict(set)
    for first, second in found:
        grouped[first].add(second)
    return {first: frozenset(seconds) for first, seconds in grouped.items()}


async def known(tx: Tx, center_id: int) -> Known:
    """All that decides who can help whom at a center, beside what people offer."""
    rows = await wishes.at_center(tx, center_id)
    unwanted = {(account_id, row.household_id) for row in rows for account_id in row.unwanted}
    kin = await people.at_home(tx, center_id)
    return Known(
        knows=_by_first(await matching.acquainted(tx, center_id)),
        never=_by_first(unwanted | kin | await matching.at_odds(tx, center_id)),
        wishes={row.household_id: row.wish for row in rows},
        loads=await pairs.loads(tx, center_id),
    )


async def helpers(tx: Tx, center_id: int, all_known: Known) -> tuple[list[Helper], dict[int, Volunteer]]:
    """The volunteers of a center who are ready to help, as helpers under their own ids, and their rows."""
    rows = await volunteers.at_center(tx, center_id, (Standing.ACTIVE,))
    members = await people.members(tx, center_id, [one.account_id for one in rows])
    found = []
    for row in rows:
        offers, who = row.profile, row.account_id
        found.append(
            Helper(
                id=row.id,
                village_id=members[who].village_id if who in members else None,
                goes_to=frozenset(offers.villages),
                skills=frozenset(offers.skills),
                tongues=frozenset(offers.tongues),
                sex=offers.sex,
                ceiling=min(offers.ceiling, MOST_HOUSEHOLDS),
                load=all_known.loads.get(who, 0),
                knows=all_known.knows.get(who, frozenset()),
                never=all_known.never.get(who, frozenset()),
            )
        )
    return found, {row.id: row for row in rows}


def household(household_id: int, village_id: int | None, all_known: Known) -> Household:
    """A household with what it wishes."""
    wish = all_known.wishes.get(household_id, Wish())
    tongues = frozenset({wish.tongue} if wish.tongue else ())
    return Household(household_id, village_id, frozenset(wish.skills), tongues, wish.sex)
