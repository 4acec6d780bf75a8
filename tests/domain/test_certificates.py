"""Numbers of certificates: read as they were typed, and only if nobody mistyped them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.certificates import heard, number

numbers = st.builds(number, st.integers(2000, 2099), st.integers(1, 99_999), st.integers(1, 99_999))


def test_a_number_says_the_year_the_center_and_how_many_eth_it_is() -> None:
    assert number(2026, 3, 17) == "2026-003-173"
    assert number(2026, 1234, 1).startswith("2026-1234-1")


@pytest.mark.parametrize(
    "typed",
    [
        "2026-003-173",
        "结业 2026-003-173",
        "编号：2026－003－173。",
        "２０２６-００３-１７３",
        "2026 003 173",
        "2026—003—173",
        "2026.003.173",
        "2026_003_173",
        "2026杠003杠173",
        "No. 2026-3-173",
        " 2026-003-173\n",
    ],
)
def test_a_number_is_read_however_it_is_typed(typed: str) -> None:
    assert heard(typed) == "2026-003-173"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "结业",
        "2026003173",
        "2026-003",
        "2026-003-4",
        "2026-003-0173",
        "2026-003-174",
        "2026-003-137",
        "2026-030-173",
        "2062-003-173",
        "1926-003-173",
        "226-003-173",
        "2026-003-173-1",
        "2026-003-173 5",
        "2026-003-" + "1" * 30,
        "2026-003-一七三",
    ],
)
def test_what_is_on_no_certificate_is_nothing(typed: str) -> None:
    assert heard(typed) is None


def test_noughts_left_out_are_put_back_but_none_is_too_many() -> None:
    """2026-5000-13 with two digits swapped: without its nought it would check."""
    assert heard("2026-5000-13") == number(2026, 5000, 1)
    assert heard("2026-500-13") == number(2026, 500, 1)
    assert heard("2026-0500-13") is None


@given(numbers)
def test_every_number_is_read_back(given_out: str) -> None:
    assert heard(given_out) == heard(f"结业{given_out}") == given_out


@given(st.integers(2000, 2099), st.integers(1, 99_999), st.integers(1, 99_999))
def test_no_two_certificates_have_one_number(year: int, unit_id: int, serial: int) -> None:
    ours = number(year, unit_id, serial)

    assert ours not in (number(year, unit_id, serial + 1), number(year, unit_id + 1, serial))
    read = re.fullmatch(r"(\d{4})-(\d+)-(\d+)\d", ours)
    assert read is not None and tuple(map(int, read.groups())) == (year, unit_id, serial)


@settings(max_examples=500)
@given(numbers, st.data())
def test_one_mistyped_digit_is_found(given_out: str, data: st.DataObject) -> None:
    at = data.draw(st.sampled_from([at for at, ch in enumerate(given_out) if ch != "-"]))
    other = data.draw(st.sampled_from([ch for ch in "0123456789" if ch != given_out[at]]))

    assert heard(given_out[:at] + other + given_out[at + 1 :]) is None


@settings(max_examples=500)
@given(numbers, st.data())
def test_two_transposed_digits_are_found_also_across_a_dash(given_out: str, data: st.DataObject) -> None:
    places = [at for at, ch in enumerate(given_out) if ch != "-"]
    step = data.draw(st.integers(0, len(places) - 2))
    one, two = places[step], places[step + 1]
    swapped = list(given_out)
    swapped[one], swapped[two] = swapped[two], swapped[one]

    assert heard("".join(swapped)) == (given_out if given_out[one] == given_out[two] else None)


@given(st.text())
def test_anything_may_be_typed(typed: str) -> None:
    found = heard(typed)

    assert found is None or heard(found) == found
