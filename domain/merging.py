"""Doing two requests together: which may be, which one leads, and what the other has of it."""

from __future__ import annotations

from typing import Literal, Protocol

from domain.requests import OPEN, Status

SHOWN = 5
"""Merged requests that are listed at once, by number or as buttons."""
DONE_TOGETHER = frozenset({Status.DONE, Status.DECLINED})
"""Ends that the holder brings about for all of them; any other end is one asker's own."""

Obstacle = Literal["same", "apart", "over"]


class Mergeable(Protocol):
    """What the rules look at."""

    id: int
    center_id: int
    line: str
    urgent: bool

    @property
    def open(self) -> bool:
        """Whether somebody still has to do something about it."""
        ...


def obstacle(one: Mergeable, other: Mergeable) -> Obstacle | None:
    """Why two requests, neither of them merged into another, cannot be done together; None if they can.

    Only what is open, of one line at one center; an emergency only with another emergency, because it
    rings by the minute.
    """
    if one.id == other.id:
        return "same"
    if not (one.open and other.open):
        return "over"
    alike = (one.center_id, one.line, one.urgent) == (other.center_id, other.line, other.urgent)
    return None if alike else "apart"


def goes_along(main: Status) -> bool:
    """Whether what is merged into a request follows it into this state, or goes on alone."""
    return main in OPEN or main in DONE_TOGETHER


def beside(main: Status, *, held: bool) -> Status:
    """The state of what is merged into a request in this state: the same, except that "not done" is only
    ever the word of the one asker who said it."""
    if main is Status.REOPENED:
        return Status.ASSIGNED if held else Status.SUBMITTED
    return main
