"""Code words: easily said, never mixed up, and nobody can guess which."""

from __future__ import annotations

from itertools import combinations

from domain.codewords import code_word, words
from domain.suggest_reading import sounds


def test_there_are_enough_and_each_is_there_once() -> None:
    assert len(words()) >= 100 and len(set(words())) == len(words())
    assert {len(word) for word in words()} == {2}


def test_no_two_sound_the_same_even_in_dialect() -> None:
    alike = [(one, other) for one, other in combinations(words(), 2) if sounds(one) == sounds(other)]
    assert alike == []


def test_a_word_can_be_kept_from_coming_again() -> None:
    drawn = [code_word(lambda _, at=at: at, but=words()[0]) for at in range(len(words()) - 1)]  # type: ignore[misc]
    assert drawn == list(words()[1:])


def test_every_word_can_come_and_none_but_those() -> None:
    assert {code_word(lambda _, number=number: number) for number in range(len(words()))} == set(words())  # type: ignore[misc]
