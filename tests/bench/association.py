"""A volunteers' association and the households that wait for its helpers: every one the same for one seed.

Sixty natural villages in twelve communities, each community with a dialect of its own or none. Helpers are
where people are: half of the natural villages have few. Two in five go to their own natural village only,
as many to their community's, the others to all. Where there is a dialect every third household understands
nothing else; one in five asks for a woman; one in eight has an old acquaintance among the helpers, a few
more than one; in one of fifteen there is somebody who is not let in.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from domain.matching import Helper, Household

VILLAGES = 60
COMMUNITY = 5
"""Natural villages of one community."""
DIALECTS = ("", "", "hakka", "teochew", "min", "hakka", "", "yao", "min", "", "teochew", "zhuang")
"""What the old speak, by community; where nothing stands everybody understands the common language."""
COMMON = "mandarin"
SKILLS = ("meals", "doctor", "errands", "repairs", "phone", "reading", "company", "farm")
OFTEN = (5, 4, 4, 3, 3, 1, 5, 1)
"""How often each skill is wanted, beside the others."""
EVERYBODYS = {"meals": 0.6, "doctor": 0.3, "errands": 0.7, "repairs": 0.25, "phone": 0.5, "reading": 0.5}
"""How many of the helpers can do it; of what is not here, a third."""
CEILINGS, HOW_MANY = (1, 2, 3, 4, 5), (1, 1, 2, 3, 4)


@dataclass(frozen=True)
class Association:
    """Who waits, and who can go."""

    households: list[Household]
    helpers: list[Helper]


def found(seed: int = 1, *, households: int = 2_000, helpers: int = 600) -> Association:
    """The households and helpers of one seed."""
    rng = Random(seed)
    crowded = [rng.choice((1, 3)) for _ in range(VILLAGES)]
    at_hand = [_helper(rng, number, crowded) for number in range(1, helpers + 1)]
    waiting = [_household(rng, number) for number in range(1, households + 1)]
    return Association(waiting, [_with_a_past(rng, helper, waiting) for helper in at_hand])


def _helper(rng: Random, number: int, crowded: list[int]) -> Helper:
    (village,) = rng.choices(range(VILLAGES), crowded)
    community = village // COMMUNITY
    reach = rng.choices(("village", "community", "all"), (2, 2, 1))[0]
    goes_to = {
        "village": [village],
        "community": range(community * COMMUNITY, (community + 1) * COMMUNITY),
        "all": [],
    }[reach]
    dialect = DIALECTS[community] if rng.random() < 0.7 else ""
    (ceiling,) = rng.choices(CEILINGS, HOW_MANY)
    return Helper(
        number,
        village,
        frozenset(goes_to),
        frozenset(skill for skill in SKILLS if rng.random() < EVERYBODYS.get(skill, 1 / 3)),
        frozenset(filter(None, (COMMON, dialect))),
        "f" if rng.random() < 0.6 else "m",
        ceiling,
        min(ceiling, rng.choice((0, 0, 0, 0, 0, 1, 2))),
        frozenset(),
        frozenset(),
    )


def _household(rng: Random, number: int) -> Household:
    village = rng.randrange(VILLAGES)
    dialect = DIALECTS[village // COMMUNITY]
    understood = [dialect] if rng.random() < 1 / 3 else [COMMON, dialect]
    asks = rng.choices(("f", "m", None), (20, 3, 77))[0]
    return Household(
        number,
        village if rng.random() < 0.98 else None,
        frozenset(rng.choices(SKILLS, OFTEN, k=rng.choice((0, 1, 1, 2, 2, 3)))),
        frozenset(understood if dialect else []),
        asks,
    )


def _with_a_past(rng: Random, helper: Helper, households: list[Household]) -> Helper:
    """Whom the helper has helped, most of them near, and where they are not let in."""
    near = [one.id for one in households if one.village_id in (helper.goes_to or {helper.village_id})]
    knows = rng.sample(near, min(len(near), rng.choice((0, 0, 0, 1, 1))))
    never = rng.sample(near, min(len(near), rng.choice((0, 0, 0, 0, 1))))
    return replace(helper, knows=frozenset(knows) - frozenset(never), never=frozenset(never))
