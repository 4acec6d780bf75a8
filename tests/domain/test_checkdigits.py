"""Check digits: whatever people do to a number when they hear or type it, once, is noticed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.checkdigits import check_digit

digits = st.from_regex("[1-9][0-9]{2,12}", fullmatch=True)


@given(digits)
def test_a_number_with_its_digit_checks(number: str) -> None:
    assert check_digit(f"{number}{check_digit(number)}") == 0


@given(digits, st.data())
def test_one_wrong_digit_is_noticed(number: str, data: st.DataObject) -> None:
    whole = f"{number}{check_digit(number)}"
    at = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.sampled_from([ch for ch in "0123456789" if ch != whole[at]]))

    assert check_digit(whole[:at] + other + whole[at + 1 :]) != 0


@given(digits, st.data())
def test_two_neighbours_in_the_wrong_order_are_noticed(number: str, data: st.DataObject) -> None:
    whole = f"{number}{check_digit(number)}"
    at = data.draw(st.integers(0, len(whole) - 2))
    swapped = whole[:at] + whole[at + 1] + whole[at] + whole[at + 2 :]

    assert (check_digit(swapped) == 0) == (swapped == whole)


def test_the_example_of_who_found_it() -> None:
    """572 and its digit 4, as the algorithm is explained everywhere."""
    assert check_digit("572") == 4
    assert check_digit("5724") == 0


def test_what_is_no_digit_is_an_error() -> None:
    with pytest.raises(ValueError, match="invalid literal"):
        check_digit("12a")
