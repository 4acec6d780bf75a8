"""Buttons' meanings: what is packed comes back, it fits, and nothing else is believed."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import activitytaps, pairtaps, taps, worktaps
from domain.catalogue import CATALOGUE
from domain.languages import LANGUAGES
from domain.messages import Button, t
from domain.requests import Action
from domain.tap import MalformedTapError, Tap, unpack
from domain.taps import Go, MoveLine, Open

MODULES = {module.__name__ for module in (taps, worktaps, pairtaps, activitytaps)}
KINDS: list[type[Tap]] = [kind for kind in Tap.__subclasses__() if kind.__module__ in MODULES]
BIGGEST = 2**53 - 1
"""Telegram's ids and ours are below this."""

words = st.text("abcdefghijklmnopqrstuvwxyz-_@", min_size=1, max_size=20)
numbers = st.integers(-BIGGEST, BIGGEST)


@st.composite
def any_tap(draw: st.DrawFn) -> Tap:
    """A tap of any kind with any values."""
    kind = draw(st.sampled_from(KINDS))
    return kind(*(draw(numbers if slot.type == "int" else words) for slot in dataclasses.fields(kind)))


@given(any_tap())
def test_what_is_packed_comes_back_the_same(tap: Tap) -> None:
    assert unpack(tap.pack()) == tap


@given(any_tap())
def test_every_button_fits_into_what_the_chat_network_carries(tap: Tap) -> None:
    assert Button(text=t("x"), tap=tap.pack()).tap == tap.pack()


def _longest(kind: type[Tap]) -> Tap:
    """The longest tap of a kind that the program can make."""
    codes = [one.code for one in (*CATALOGUE.lines, *CATALOGUE.groups, *CATALOGUE.roles)]
    codes += [*Action, *LANGUAGES, "ask-cancel", "join-center", "urgent-poisoning", "person-village"]
    longest = max((f"@{code}" for code in codes), key=len)
    return kind(*(BIGGEST if slot.type == "int" else longest for slot in dataclasses.fields(kind)))


@pytest.mark.parametrize("kind", KINDS)
def test_even_the_largest_ids_and_longest_codes_fit_into_64_bytes(kind: type[Tap]) -> None:
    assert len(_longest(kind).pack().encode()) <= 64


def test_every_kind_has_a_code_of_its_own() -> None:
    codes = [kind.code for kind in KINDS]

    assert len(set(codes)) == len(codes)
    assert all(codes)


def test_a_code_cannot_be_given_twice() -> None:
    with pytest.raises(TypeError, match="taken by Go"):

        class Other(Tap, code="go"):
            """A kind that wants somebody else's code."""


@pytest.mark.parametrize(
    "data",
    [
        "",
        "|",
        "go",
        "go|home|more",
        "open",
        "open|",
        "open|one",
        "open|1.5",
        "open|1|2",
        "open|9007199254740992",
        "open|-9007199254740992",
        "open|" + "9" * 5000,
        "rate|1",
        "move|x|health",
        "GO|home",
        "nothing|1",
        "🚨",
        "{}",
        "go\x00|home",
    ],
)
def test_what_we_never_packed_is_not_understood(data: str) -> None:
    with pytest.raises(MalformedTapError):
        unpack(data)


@given(st.text(max_size=64))
def test_any_text_at_all_is_either_a_tap_or_malformed(data: str) -> None:
    try:
        found: Any = unpack(data)
    except MalformedTapError:
        return
    assert isinstance(found, Tap)


@given(st.lists(st.one_of(words, numbers.map(str), st.just("")), min_size=1, max_size=5))
def test_forged_data_in_our_own_form_never_makes_a_number_of_words(parts: list[str]) -> None:
    for kind in KINDS:
        try:
            found = unpack("|".join([kind.code, *parts]))
        except MalformedTapError:
            continue
        for slot in dataclasses.fields(kind):
            assert type(getattr(found, slot.name)) is (int if slot.type == "int" else str)


def test_an_empty_screen_name_is_a_name_no_screen_has() -> None:
    assert unpack("go|") == Go("")


def test_a_line_with_its_group_mark_travels_as_it_is() -> None:
    assert unpack(MoveLine(7, "@home-help").pack()) == MoveLine(7, "@home-help")


def test_taps_are_values() -> None:
    assert Open(1) == Open(1)
    assert Open(1) != Open(2)
    assert taps.Do("take", 1) != taps.Do("start", 1)
