"""Spread evenly, ceilings that leave room, and how long what is urgent waits; by a clock of its own."""

from __future__ import annotations

import heapq
import random
from dataclasses import dataclass, field
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.gate import Gate
from storage.outbox import Lane, OutboxRow
from tests.bot.conftest import row as unsent

SIZE = 30
EVEN = 1 / SIZE


@dataclass
class Street:
    """A gate at which a notice always waits; calls take `latency` seconds, give or take, and whoever looks at
    the clock looks up to `late` seconds too late."""

    latency: float = 0.004
    late: float = 0.002
    seed: int = 1
    now: float = 100.0
    stall: tuple[float, float] = (0.0, 0.0)
    """A moment, and for how many seconds nothing at all happens from then on."""
    gate: Gate = field(default_factory=lambda: Gate(SIZE, senders=64, unmarked=1000, spare=8))
    under_way: list[float] = field(default_factory=list)
    started: list[float] = field(default_factory=list)
    counted: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)

    def run(self, until: float, urgent: list[float] | None = None) -> list[float]:
        """Send as fast as allowed; how long each of the urgent messages, written at these moments, waited."""
        urgent, waits = sorted(urgent or []), []
        while self.now < until:
            while self.under_way and self.under_way[0] <= self.now:
                self.gate.end(heapq.heappop(self.under_way))
            lowest = self.gate.lowest(self.now)
            if lowest is not None and urgent and urgent[0] <= self.now:
                waits.append(self.now - urgent.pop(0))
                self._start(Lane.URGENT)
            elif lowest == Lane.BROADCAST:
                self.started.append(self.now)
                self._start(Lane.BROADCAST)
            else:
                self._sleep(urgent)
        return waits

    def _start(self, lane: Lane) -> None:
        self.gate.start(self.now, lane)
        took = self.latency * self.chance.uniform(0.5, 1.5)
        heapq.heappush(self.under_way, self.now + took)
        self.counted.append(self.now + took * self.chance.random())

    def _sleep(self, urgent: list[float]) -> None:
        moments = [*self.gate.moments(self.now), *self.under_way[:1], *urgent[:1]]
        wake = min(moment for moment in moments if moment > self.now)
        self.now = wake + self.late * self.chance.random()
        at, length = self.stall
        if at <= self.now < at + length:
            self.now = at + length

    def rate(self, since: float, until: float) -> float:
        """Messages of the notice a second."""
        return sum(since <= at < until for at in self.started) / (until - since)

    def widest(self, since: float) -> float:
        """The longest time without a call."""
        at = sorted(moment for moment in self.started if moment >= since)
        return max(later - earlier for earlier, later in pairwise(at))


def worst_second(moments: list[float]) -> int:
    """The most of these moments that lie within one second."""
    return max(sum(start <= one < start + 1.0 for one in moments) for start in moments)


def test_a_notice_uses_nearly_all_there_is_and_never_more() -> None:
    street = Street()
    street.run(120.0)
    assert street.rate(101.0, 120.0) >= 0.985 * SIZE / (1 + street.latency)
    assert worst_second(street.counted) <= SIZE


def test_from_the_first_second_on_there_is_no_long_pause() -> None:
    street = Street()
    street.run(110.0)
    assert street.widest(since=100.0) < 3 * EVEN
    assert street.rate(100.0, 101.0) > SIZE - 2, "spread out is not held back"


def test_what_is_urgent_waits_for_one_place_not_for_a_second() -> None:
    street, moments = Street(late=0.001), random.Random(2)
    waits = sorted(street.run(160.0, [100 + 60 * moments.random() for _ in range(120)]))
    assert len(waits) == 120
    assert waits[60] <= 0.6 * EVEN
    assert waits[118] <= 0.055, "the issue's aim, with what the way itself takes"
    assert street.rate(101.0, 159.0) >= 0.985 * SIZE - 2, "the urgent ones take two places a second"
    assert worst_second(street.counted) <= SIZE


def test_several_urgent_at_once_take_the_next_places_one_after_the_other() -> None:
    street = Street(late=0.0)
    waits = street.run(112.0, [105.0] * 5)
    assert max(waits) < 5.5 * EVEN


def test_after_a_stall_the_row_becomes_even_again_and_nothing_is_lost_for_good() -> None:
    street = Street(stall=(105.0, 0.4))
    street.run(130.0)
    assert street.widest(since=109.0) < 3 * EVEN
    assert street.rate(108.0, 130.0) >= 0.98 * SIZE / (1 + street.latency)
    assert worst_second(street.counted) <= SIZE


def test_a_hiccup_leaves_no_gap_in_the_row_for_good() -> None:
    street = Street(stall=(105.0, 0.08))
    street.run(125.0)
    assert street.widest(since=104.0) > 2.5 * EVEN
    assert street.widest(since=110.0) < 1.7 * EVEN


@settings(max_examples=25)
@given(
    st.floats(0.001, 0.3),
    st.floats(0.0, 0.006),
    st.integers(0, 99),
    st.lists(st.floats(100, 112), max_size=40),
)
def test_whatever_happens_no_second_sees_more_than_thirty_and_all_urgent_go(
    latency: float, late: float, seed: int, urgent: list[float]
) -> None:
    street = Street(latency, late, seed)
    waits = street.run(115.0, urgent)
    assert worst_second(street.counted) <= SIZE
    assert len(waits) == len(urgent)
    assert street.rate(100.0, 115.0) + len(urgent) / 15 >= 0.9 * SIZE / (1 + 1.5 * latency + late)


def test_an_answer_goes_at_once_while_what_can_wait_keeps_its_distance() -> None:
    gate = Gate(SIZE, senders=8, unmarked=50, spare=2)
    assert gate.lowest(100.0) == Lane.BROADCAST
    gate.start(100.0, Lane.BROADCAST)
    assert gate.lowest(100.0) == Lane.ANSWER
    gate.start(100.0, Lane.ANSWER)
    assert gate.lowest(100.0 + EVEN) == Lane.BROADCAST
    gate.start(100.0 + EVEN, Lane.NOTIFICATION)
    assert gate.lowest(100.0 + EVEN) == Lane.ANSWER


def test_what_did_not_go_gives_its_place_back() -> None:
    gate = Gate(1, senders=8, unmarked=50, spare=2)
    gate.start(100.0, Lane.URGENT)
    assert gate.lowest(100.0) is None
    gate.skip()
    assert gate.lowest(100.0) == Lane.BROADCAST


def test_a_notice_leaves_senders_and_marks_to_those_somebody_waits_for() -> None:
    gate = Gate(None, senders=32, unmarked=50, spare=8)
    gate.under_way = 23
    assert gate.lowest(1.0) == Lane.BROADCAST
    gate.under_way = 24
    assert (gate.lowest(1.0), gate.is_shut) == (Lane.ANSWER, False)
    gate.under_way, gate.unmarked = 0, 42
    assert (gate.lowest(1.0), gate.is_shut) == (Lane.ANSWER, False)
    gate.unmarked = 50
    assert (gate.takes_new, gate.is_shut) == (False, False)


def test_with_a_single_sender_nothing_is_set_apart() -> None:
    gate = Gate(None, senders=1, unmarked=1, spare=8)
    assert gate.lowest(1.0) == Lane.BROADCAST


def test_without_a_limit_nothing_is_spread_out() -> None:
    gate = Gate(None, senders=8, unmarked=50, spare=2)
    for _ in range(100):
        assert gate.lowest(5.0) == Lane.BROADCAST
        gate.start(5.0, Lane.BROADCAST)
        gate.end(5.0)


def row(row_id: int, method: str) -> OutboxRow:
    return unsent(7, "", id=row_id, method=method)


def test_only_new_messages_count_as_what_a_crash_would_send_twice() -> None:
    gate = Gate(None, senders=100, unmarked=2, spare=0)
    for number, method in enumerate(("send", "edit", "answer", "edit", "answer")):
        gate.take_up(row(number, method))
    assert (gate.unmarked, gate.in_hand, gate.takes_new) == (1, 5, True)
    gate.take_up(row(9, "send"))
    assert not gate.takes_new
    assert not gate.is_shut, "changes go on"
    gate.put_down(row(9, "send"))
    assert (gate.unmarked, gate.in_hand, gate.takes_new) == (1, 5, True)


def test_an_edit_that_became_a_message_is_put_down_as_what_it_was_taken_up_as() -> None:
    gate = Gate(None, senders=100, unmarked=2, spare=0)
    edit = row(1, "edit")
    gate.take_up(edit)
    edit.method = "send"
    gate.put_down(edit)
    assert (gate.unmarked, gate.in_hand) == (0, 0)
    gate.take_up(edit)
    assert gate.unmarked == 1


def test_a_row_tried_again_before_it_is_marked_counts_twice_until_both_are() -> None:
    gate, one = Gate(None, senders=100, unmarked=5, spare=0), row(1, "send")
    gate.take_up(one)
    gate.take_up(one)
    assert gate.unmarked == 2
    gate.put_down(one)
    gate.put_down(one)
    assert (gate.unmarked, gate.in_hand) == (0, 0)


def test_when_nothing_is_marked_any_more_even_edits_wait() -> None:
    gate = Gate(None, senders=1000, unmarked=2, spare=0)
    for number in range(16):
        assert not gate.is_shut
        gate.take_up(row(number, "edit"))
    assert gate.is_shut
    assert not gate.takes_new
