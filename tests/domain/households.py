"""Households and helpers for the tests of the matching: by hand, and any that a small village has."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from math import lcm
from typing import Any

from hypothesis import strategies as st

from domain.matching import Helper, Household


def helper(number: int = 1, **more: Any) -> Helper:
    """Somebody without a past who goes everywhere, can do nothing in particular, and wants one household."""
    nothing: frozenset[Any] = frozenset()
    usual = {
        "village_id": None,
        "goes_to": nothing,
        "skills": nothing,
        "tongues": nothing,
        "sex": None,
        "ceiling": 1,
        "load": 0,
        "knows": nothing,
        "never": nothing,
    }
    return Helper(number, **{**usual, **more})


def household(number: int = 1, **more: Any) -> Household:
    """A household that anybody may help."""
    usual = {"village_id": None, "needs": frozenset(), "tongues": frozenset(), "sex": None}
    return Household(number, **{**usual, **more})


VILLAGES = st.none() | st.integers(1, 3)
NOTHING: st.SearchStrategy[frozenset[Any]] = st.just(frozenset())
ALL_TONGUES = st.just(frozenset({"mandarin", "hakka"}))


def _some(values: Iterable[Any], most: int) -> st.SearchStrategy[frozenset[Any]]:
    """Some of the values, each number of them as likely as the others. All at one draw: drawing one after the
    other is most of what these tests would do."""
    pool = tuple(values)
    sizes = [[frozenset(some) for some in combinations(pool, size)] for size in range(most + 1)]
    fair = lcm(*map(len, sizes))
    return st.sampled_from([one for some in sizes for one in some * (fair // len(some))])


def households(most: int) -> st.SearchStrategy[list[Household]]:
    """Any households, with ids from 1 to 9 in any order; few of them ask for much, or nobody could come."""
    one = st.builds(
        Household,
        st.integers(1, 9),
        VILLAGES,
        _some(("meals", "errands", "phone"), 3),
        NOTHING | NOTHING | _some(("mandarin", "hakka"), 2),
        st.sampled_from([None, None, None, "f", "m"]),
    )
    return _several(one, most)


def helpers(most: int) -> st.SearchStrategy[list[Helper]]:
    """Any helpers, with ids from 1 to 9 in any order; some know households or are barred from them."""
    one = st.builds(
        Helper,
        st.integers(1, 9),
        VILLAGES,
        NOTHING | _some((1, 2, 3), 3),
        _some(("meals", "errands", "phone", "repairs"), 4),
        ALL_TONGUES | _some(("mandarin", "hakka", "yao"), 3),
        st.sampled_from(["f", "m", "f", "m", None]),
        st.sampled_from([2, 1, 3, 4, 0]),
        st.sampled_from([0, 0, 0, 1, 2, 3]),
        _some(range(1, 10), 3),
        NOTHING | _some(range(1, 10), 2),
    )
    return _several(one, most)


def _several(one: st.SearchStrategy[Any], most: int) -> st.SearchStrategy[list[Any]]:
    """Mostly about as many as there may be; sometimes fewer or none, which are the cases at the edge."""
    full = st.lists(one, min_size=(most + 1) // 2, max_size=most, unique_by=lambda made: made.id)
    return full | full | full | st.lists(one, max_size=most, unique_by=lambda made: made.id)
