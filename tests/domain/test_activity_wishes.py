"""Wishes put together by what they are for, and when there are enough of them."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from domain.activity_wishes import Group, are_enough, grouped
from domain.catalogue import CATALOGUE, Catalogue
from domain.wanting_subjects import key, same
from domain.wishtaps import WishDrop, WishKeep, WishMake


@dataclass(frozen=True)
class Wish:
    """A wish as it is kept, without its words."""

    id: int
    account_id: int
    key: str


def wishes(*said: str) -> list[Wish]:
    """Wishes of different people, in this order."""
    return [Wish(number, 100 + number, key(words)) for number, words in enumerate(said, 1)]


@pytest.mark.parametrize(
    ("people", "told", "now"),
    [
        (1, 0, False),
        (4, 0, False),
        (5, 0, True),
        (6, 5, False),
        (9, 5, False),
        (10, 5, True),
        (19, 10, False),
        (20, 10, True),
        (4, 2, False),  # some have taken theirs back
        (5, 2, True),
    ],
)
def test_it_is_told_at_five_and_at_each_doubling(people: int, told: int, now: bool) -> None:
    assert are_enough(people, told, 5) is now


def test_while_people_come_one_by_one_it_is_told_at_5_10_20_and_40() -> None:
    told, moments = 0, []
    for people in range(1, 60):
        if are_enough(people, told, CATALOGUE.wishes.enough):
            told = people
            moments.append(people)
    assert moments == [5, 10, 20, 40]


def test_the_most_wished_for_comes_first_then_the_oldest() -> None:
    found = grouped(wishes("养蜂", "嫁接", "电焊", "嫁接", "果树嫁接"))
    assert [(one.key, one.people, one.first_id) for one in found] == [
        (key("嫁接"), 3, 2),
        (key("养蜂"), 1, 1),
        (key("电焊"), 1, 3),
    ]
    assert found[0].ids == (2, 4, 5)


def test_somebody_who_says_it_twice_is_one_person() -> None:
    twice = [Wish(1, 7, key("嫁接")), Wish(2, 7, key("果树嫁接"))]
    assert grouped(twice) == [Group(key("嫁接"), 1, 1, (1, 2))]


def test_nothing_wished_is_no_group() -> None:
    assert grouped([]) == []


@given(
    st.lists(
        st.tuples(
            st.integers(1, 9), st.sampled_from(["嫁接", "果树嫁接", "养蜂", "手机维修", "手机", "维修"])
        ),
        max_size=30,
    )
)
def test_every_wish_is_in_one_group_that_is_for_the_same(said: list[tuple[int, str]]) -> None:
    all_of_them = [Wish(number, who, key(words)) for number, (who, words) in enumerate(said, 1)]
    found = grouped(all_of_them)
    ids = [one for group in found for one in group.ids]
    assert sorted(ids) == [one.id for one in all_of_them]
    by_id = {one.id: one for one in all_of_them}
    for group in found:
        assert all(same(by_id[one].key, group.key) for one in group.ids)
        assert group.first_id == group.ids[0] == min(group.ids)
        assert group.people == len({by_id[one].account_id for one in group.ids})
    assert [one.people for one in found] == sorted((one.people for one in found), reverse=True)


@pytest.mark.parametrize(
    ("field", "value"), [("enough", 1), ("enough", 0), ("roles", []), ("roles", ["mayor"])]
)
def test_how_many_are_enough_and_who_hears_has_to_make_sense(field: str, value: object) -> None:
    raw = CATALOGUE.model_dump(mode="json")
    raw["wishes"][field] = value
    with pytest.raises(ValidationError):
        Catalogue.model_validate(raw)


def test_five_of_the_same_are_told_to_whoever_teaches() -> None:
    assert (CATALOGUE.wishes.enough, CATALOGUE.wishes.roles) == (5, ("training",))


def test_every_button_fits_with_the_largest_ids() -> None:
    biggest = 2**53 - 1
    for meaning in (WishKeep(biggest), WishDrop(biggest), WishMake(biggest)):
        assert len(meaning.pack().encode()) <= 64
