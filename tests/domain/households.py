"""Households and helpers for the tests of the matching: by hand, and any that a small village has."""

from __future__ import annotations

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
SEXES = st.sampled_from([None, None, "f", "m"])


def _some(values: Any, most: int) -> st.SearchStrategy[frozenset[Any]]:
    return st.frozensets(st.sampled_from(values), max_size=most)


def households(most: int = 6) -> st.SearchStrategy[list[Household]]:
    """Any households, with ids from 1 to 9 in any order."""
    one = st.builds(
        Household,
        st.integers(1, 9),
        VILLAGES,
        _some(("meals", "errands", "phone"), 3),
        _some(("mandarin", "hakka"), 2),
        SEXES,
    )
    return st.lists(one, max_size=most, unique_by=lambda household: household.id)


def helpers(most: int = 4) -> st.SearchStrategy[list[Helper]]:
    """Any helpers, with ids from 1 to 9 in any order; some know households or are barred from them."""
    one = st.builds(
        Helper,
        st.integers(1, 9),
        VILLAGES,
        st.just(frozenset()) | _some((1, 2, 3), 3),
        _some(("meals", "errands", "phone", "repairs"), 4),
        st.just(frozenset({"mandarin", "hakka"})) | _some(("mandarin", "hakka", "yao"), 3),
        SEXES,
        st.integers(0, 4),
        st.integers(0, 3),
        _some(range(1, 10), 3),
        _some(range(1, 10), 2),
    )
    return st.lists(one, max_size=most, unique_by=lambda helper: helper.id)
