"""How good the suggestion must stay on sentences kept apart from everything it learned from."""

import pytest

from bot.evaluate import Score, evaluate


@pytest.fixture(scope="module")
def held() -> Score:
    """The score of the kept-apart sentences."""
    return evaluate().splits["held"]


def test_enough_sentences_are_kept_apart_to_measure(held: Score) -> None:
    assert held.sentences >= 150


def test_the_right_line_is_nearly_always_one_of_the_three_buttons(held: Score) -> None:
    assert held.top3 >= 0.95


def test_the_right_line_is_mostly_the_first_button(held: Score) -> None:
    assert held.top1 >= 0.85


def test_emergencies_are_noticed(held: Score) -> None:
    assert held.urgent_recall >= 0.95


def test_alarms_are_seldom_false(held: Score) -> None:
    assert held.urgent_precision >= 0.9
