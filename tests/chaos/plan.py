"""How much of everything a run has."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Plan:
    """How much, and for how long.

    people      who register and ask, in the end
    accounts    who only hear the notices
    notices     how many there are
    households  who get a notice that is corrected on its way, in a run of its own
    rush        who sign up for a few seats within one second, in a run of its own
    life        seconds between two kills, at most
    storm       seconds that one trouble lasts, unless it says otherwise; 0 for fair weather
    away        seconds without Telegram
    patience    seconds without any progress after which whatever waits is lost
    speed       times Telegram's limits
    """

    seed: int = 1
    kills: int = 30
    people: int = 200
    accounts: int = 2000
    notices: int = 2
    households: int = 3000
    rush: int = 500
    life: float = 0.8
    storm: float = 2.0
    away: float = 12.0
    patience: float = 60.0
    speed: float = 10.0
