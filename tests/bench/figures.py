"""The figures, what each must reach, and the arithmetic behind them."""

from __future__ import annotations

import json
import math
import statistics
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Figure:
    """One figure: it keeps its promise at `limit` or better, and is as good as it is meant to be at `aim`.

    `at_least` tells which way is better. A figure without a limit is only shown.
    """

    key: str
    meaning: str
    limit: float | None
    aim: float | None
    at_least: bool = True

    def reaches(self, value: float, mark: float | None) -> bool:
        """Whether a value is as good as a mark."""
        if mark is None:
            return True
        return value >= mark if self.at_least else value <= mark


FIGURES = (
    Figure("intake_vs_echo", "a whole intake on SQLite ÷ the stock echo, updates/s", 0.8, 1.5),
    Figure("intake_vs_echo_50ms", "the same with 50 ms on every API call", 20, 40),
    Figure("intake_vs_echo_pg", "a whole intake on PostgreSQL ÷ the stock echo", 0.8, 1.5),
    Figure("aiogram_vs_echo", "aiogram's echo ÷ the stock echo", None, None),
    Figure("limit_share", "share of Telegram's 30/s that a notice uses", 0.97, 0.99),
    Figure("too_many_requests", "429s drawn meanwhile", 0, 0, at_least=False),
    Figure("urgent_wait_p99_ms", "an urgent message's wait meanwhile, p99", 200, 50, at_least=False),
    Figure("answer_wait_p99_ms", "tap to answer meanwhile, p99", 500, 200, at_least=False),
    Figure("rollcall_answers_per_s", "answers to a roll call while it goes out, a second", 42, 150),
    Figure("rollcall_lost", "answers not kept, or not once", 0, 0, at_least=False),
    Figure("growth", "CPU an update with the large data ÷ empty", 1.3, 1.1, at_least=False),
    Figure("abuse", "others' answers (p99) while one chat floods ÷ without", 1.5, 1.1, at_least=False),
    Figure("rss_mb", "memory at rest with the large data, MB", 130, 100, at_least=False),
    Figure("start_s", "from exec to the first getUpdates with it, s", 2.0, 1.0, at_least=False),
    Figure("match_s", "matching 2,000 households with 600 helpers, s", 2.0, 1.0, at_least=False),
    Figure("match_vs_greedy", "points of that plan ÷ the greedy one's", 1, 1.05),
    Figure("unserved", "households that have no helper in it", None, None),
    Figure("unserved_greedy", "the same in the greedy plan", None, None),
    Figure("unserved_first_fit", "the same when each gets the first who may", None, None),
)
BY_KEY = {figure.key: figure for figure in FIGURES}

Values = Mapping[str, float | None]
"""What was measured, by key; None for what was not asked for."""


def median(values: Iterable[float]) -> float:
    """The middle one of the values. Raises ValueError if there are none."""
    found = list(values)
    if not found:
        raise ValueError("nothing was measured")
    return statistics.median(found)


def percentile(values: Iterable[float], share: float) -> float:
    """The smallest value that at least this share of them does not exceed. Raises ValueError for none."""
    found = sorted(values)
    if not found:
        raise ValueError("nothing was measured")
    return found[max(0, math.ceil(share * len(found)) - 1)]


def ratio(over: Sequence[float], under: Sequence[float]) -> float:
    """The median of one contender's rounds over the median of another's."""
    return median(over) / median(under)


def kept(values: Values) -> bool:
    """Whether everything that was measured is within its limit."""
    return all(
        BY_KEY[key].reaches(value, BY_KEY[key].limit) for key, value in values.items() if value is not None
    )


def shown(value: float | None) -> str:
    """A value to three digits, without a tail."""
    return "" if value is None else f"{value:.3g}" if abs(value) < 1000 else f"{value:.0f}"


def verdict(figure: Figure, value: float | None) -> str:
    """What is to be said of a value."""
    if value is None:
        return "not measured"
    if figure.limit is None:
        return ""
    if not figure.reaches(value, figure.limit):
        return "MISSED"
    return "ok, as aimed" if figure.reaches(value, figure.aim) else "ok"


def line(values: Values, raw: Mapping[str, Any]) -> str:
    """One line of JSON with every key there is, and what lies behind them."""
    rounded = {figure.key: _rounded(values.get(figure.key)) for figure in FIGURES}
    return json.dumps({**rounded, "raw": raw}, ensure_ascii=False)


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
