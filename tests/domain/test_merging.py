"""Which two requests can be done together, and what one has of the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import product

import pytest

from domain.merging import beside, goes_along, obstacle
from domain.requests import OPEN, Status


@dataclass(frozen=True)
class Request:
    """What the rules look at."""

    id: int = 1
    center_id: int = 1
    line: str = "shop"
    urgent: bool = False
    open: bool = True


ONE = Request()


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (Request(id=2), None),
        (ONE, "same"),
        (Request(id=2, open=False), "over"),
        (Request(id=2, line="health"), "apart"),
        (Request(id=2, center_id=2), "apart"),
        (Request(id=2, urgent=True), "apart"),
    ],
)
def test_only_two_that_are_open_and_alike_can_be_merged(other: Request, why: str | None) -> None:
    assert obstacle(ONE, other) == obstacle(other, ONE) == why


def test_two_emergencies_can_be_merged() -> None:
    assert obstacle(replace(ONE, urgent=True), Request(id=2, urgent=True)) is None


@pytest.mark.parametrize("status", Status)
def test_what_the_holder_ends_is_ended_for_all_and_what_an_asker_ends_only_for_them(status: Status) -> None:
    apart = {Status.CANCELLED, Status.CLOSED}
    assert goes_along(status) is (status not in apart)


@pytest.mark.parametrize(("status", "held"), [*product(Status, (True, False))])
def test_it_is_in_the_state_of_the_main_one_but_never_not_done_by_anothers_word(
    status: Status, held: bool
) -> None:
    state = beside(status, held=held)
    if status is Status.REOPENED:
        assert state is (Status.ASSIGNED if held else Status.SUBMITTED)
    else:
        assert state is status
    assert (state in OPEN) is (status in OPEN)
