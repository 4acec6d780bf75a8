"""Whose turn it is: order within a chat, rank between lanes, turns between chats."""

from __future__ import annotations

from collections import defaultdict
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from bot.limits import Limits
from bot.queues import Queues
from storage.outbox import Lane, OutboxRow
from tests.bot.conftest import row as unsent

NOW = 100.0


def make(
    row_id: int,
    chat_id: int,
    lane: Lane = Lane.ANSWER,
    method: str = "send",
    notice_id: int | None = None,
) -> OutboxRow:
    """A row that was never near a database."""
    return unsent(chat_id, "", id=row_id, lane=lane, method=method, notice_id=notice_id)


def drain(queues: Queues, now: float = NOW, *, new: bool = True) -> list[int]:
    """Take everything that may go, one at a time."""
    taken = []
    while found := queues.take(now, new=new):
        stream, row = found
        taken.append(row.id)
        queues.release(stream, now)
    return taken


rows = st.lists(st.tuples(st.integers(1, 4), st.sampled_from(Lane)), max_size=40)


@given(rows, st.data())
def test_every_row_goes_once_and_in_order_within_its_chat_and_lane(
    given_rows: list[tuple[int, Lane]], data: st.DataObject
) -> None:
    queues, under_way, taken = Queues(Limits.off()), [], defaultdict(list)
    waiting = [make(number, chat, lane) for number, (chat, lane) in enumerate(given_rows)]
    total = len(waiting)
    while sum(map(len, taken.values())) < total or under_way:
        step = data.draw(st.sampled_from(["add", "take", "pass", "release", "fail"]))
        if step == "add" and waiting:
            queues.add(waiting.pop(0), NOW)
        elif step == "pass":
            assert queues.take(NOW, new=False) is None, "there are only new messages here"
        elif step == "take" and (found := queues.take(NOW)):
            assert found[0].chat_id not in [stream.chat_id for stream, _ in under_way]
            under_way.append(found)
        elif step == "release" and under_way:
            stream, row = under_way.pop()
            taken[row.chat_id, row.lane].append(row.id)
            queues.release(stream, NOW)
        elif step == "fail" and under_way:
            stream, row = under_way.pop()
            queues.give_back(stream, row)
            queues.release(stream, NOW)
        elif not waiting and not under_way:
            for row_id in drain(queues):
                chat, lane = given_rows[row_id]
                taken[chat, lane].append(row_id)
    assert all(ids == sorted(ids) for ids in taken.values())
    assert list(queues.streams()) == []


def test_higher_lanes_go_first_within_a_chat_and_between_chats() -> None:
    queues = Queues(Limits.off())
    for row_id, (chat, lane) in enumerate([(1, Lane.BROADCAST), (1, Lane.URGENT), (2, Lane.ANSWER)]):
        queues.add(make(row_id, chat, lane), NOW)
    assert drain(queues) == [1, 2, 0]


def test_chats_of_a_lane_take_turns() -> None:
    queues = Queues(Limits.off())
    for row_id in range(4):
        queues.add(make(row_id, chat_id=1), NOW)
    queues.add(make(10, chat_id=2), NOW)
    queues.add(make(11, chat_id=2), NOW)
    assert drain(queues) == [0, 10, 1, 11, 2, 3]


def of_notice(notice_id: int | None, first: int, count: int) -> list[OutboxRow]:
    """So many rows of a notice, each to another chat."""
    return [
        make(number, number, Lane.BROADCAST, notice_id=notice_id) for number in range(first, first + count)
    ]


def test_a_second_notice_to_few_does_not_wait_for_the_first_to_many() -> None:
    queues = Queues(Limits.off())
    for one in [*of_notice(7, 1000, 500), *of_notice(8, 5000, 3)]:
        queues.add(one, NOW)
    assert drain(queues)[:7] == [1000, 5000, 1001, 5001, 1002, 5002, 1003]


@given(
    st.lists(st.tuples(st.sampled_from([None, 1, 2, 3]), st.integers(1, 6)), max_size=40),
    st.randoms(use_true_random=False),
)
def test_notices_take_turns_whatever_else_happens(wanted: list[tuple[int | None, int]], dice: Random) -> None:
    """Between two turns of a notice that has something to send, every other has one turn at most."""
    queues, rows = Queues(Limits.off()), {}
    waiting = [make(n, chat, Lane.BROADCAST, notice_id=source) for n, (source, chat) in enumerate(wanted)]
    since: dict[int | None, dict[int | None, int]] = {}
    taken = []
    while len(taken) < len(wanted):
        if waiting and dice.random() < 0.6:
            one = waiting.pop(0)
            rows[one.id] = one
            queues.add(one, NOW)
            since.setdefault(one.notice_id, {})
        elif found := queues.take(NOW):
            stream, row = found
            queues.release(stream, NOW)
            taken.append(rows.pop(row.id).id)
            ready = {other.notice_id for other in rows.values()}
            for source in [*since]:
                if source == row.notice_id or source not in ready:
                    since[source] = {}
                else:
                    since[source][row.notice_id] = since[source].get(row.notice_id, 0) + 1
                    assert since[source][row.notice_id] <= 1
    assert sorted(taken) == list(range(len(wanted)))


def test_a_notice_that_is_in_doubt_is_passed_over_and_nothing_else_is() -> None:
    queues = Queues(Limits.off())
    for one in [*of_notice(7, 100, 2), *of_notice(None, 200, 1), make(300, 300)]:
        queues.add(one, NOW)
    taken = []
    while found := queues.take(NOW, may=lambda source: source is None):
        taken.append(found[1].id)
        queues.release(found[0], NOW)
    assert taken == [300, 200]
    assert drain(queues) == [100, 101]


def test_one_person_in_need_goes_before_all_roll_calls_and_those_take_turns() -> None:
    queues = Queues(Limits.off())
    for notice_id in (7, 8):
        for number in range(2):
            urgent = make(100 * notice_id + number, 100 * notice_id + number, Lane.URGENT)
            urgent.notice_id = notice_id
            queues.add(urgent, NOW)
    taken = []
    for arrives in (None, 1, None, 2, 3):
        if arrives is not None:
            queues.add(make(arrives, arrives, Lane.URGENT), NOW)
        found = queues.take(NOW)
        assert found is not None
        taken.append(found[1].id)
        queues.release(found[0], NOW)
    assert taken == [700, 1, 800, 2, 3]
    assert drain(queues) == [701, 801]


def test_what_can_wait_is_passed_over_while_only_answers_may_go() -> None:
    queues = Queues(Limits.off())
    for row_id, lane in enumerate(Lane):
        queues.add(make(row_id, row_id, lane), NOW)
    assert [queues.take(NOW, lowest=Lane.ANSWER)[1].id for _ in range(2)] == [0, 1]
    assert queues.take(NOW, lowest=Lane.ANSWER) is None
    assert drain(queues) == [2, 3]


def test_changes_go_while_no_new_message_may_and_new_ones_keep_their_places() -> None:
    queues = Queues(Limits.off())
    for row in (
        make(1, 1),
        make(2, 1, method="edit"),
        make(3, 2, method="edit"),
        make(4, 2),
        make(5, 3, method="answer"),
        make(6, 4),
    ):
        queues.add(row, NOW)
    assert drain(queues, new=False) == [5, 3], "the change behind a new message of its chat waits with it"
    assert drain(queues) == [1, 6, 4, 2]


def test_a_busy_chat_gets_no_second_row() -> None:
    queues = Queues(Limits.off())
    queues.add(make(1, chat_id=1), NOW)
    queues.add(make(2, chat_id=1, lane=Lane.URGENT), NOW)
    stream, row = queues.take(NOW) or (None, None)
    assert row is not None
    assert row.id == 2
    assert queues.take(NOW) is None
    queues.release(stream, NOW)
    assert drain(queues) == [1]


def test_a_chat_at_its_limit_rests_until_the_limit_allows_more() -> None:
    queues = Queues(Limits(per_second=None, chat_burst=1, chat_every=2.0))
    for row_id in (1, 2):
        queues.add(make(row_id, chat_id=1), NOW)
    stream, _ = queues.take(NOW) or (None, None)
    stream.limits.count(NOW)
    queues.release(stream, NOW)
    assert drain(queues) == []
    assert queues.next_alarm() == NOW + 2.0
    assert drain(queues, NOW + 1.9) == []
    assert drain(queues, NOW + 2.0) == [2]


def test_a_row_given_back_is_the_next_of_its_chat_after_the_rest() -> None:
    queues = Queues(Limits.off())
    for row_id in (1, 2):
        queues.add(make(row_id, chat_id=1), NOW)
    stream, row = queues.take(NOW) or (None, None)
    stream.rests_until = NOW + 5.0
    queues.give_back(stream, row)
    queues.release(stream, NOW)
    queues.add(make(3, chat_id=1), NOW)
    assert drain(queues) == []
    assert queues.next_alarm() == NOW + 5.0
    assert drain(queues, NOW + 5.0) == [1, 2, 3]


def test_a_rest_that_begins_while_the_chat_stands_in_turn_is_kept() -> None:
    queues = Queues(Limits.off())
    first = make(1, chat_id=1)
    queues.add(first, NOW)
    queues.stream_of(first).rests_until = NOW + 3.0
    assert drain(queues) == []
    assert drain(queues, NOW + 3.0) == [1]


def test_what_no_limit_counts_goes_while_the_bot_or_the_chat_is_at_its_limit() -> None:
    queues = Queues(Limits())
    queues.add(make(1, chat_id=1), NOW)
    queues.add(make(2, chat_id=1, method="answer", lane=Lane.BROADCAST), NOW)
    stream, row = queues.take(NOW, lowest=None) or (None, None)
    assert (row.id, stream.counted) == (2, False)
    assert queues.take(NOW, lowest=None) is None


def test_the_rows_of_a_chat_that_moved_go_to_its_new_id_in_order() -> None:
    queues = Queues(Limits.off())
    moved = [make(row_id, chat_id=-1) for row_id in (1, 2, 3)]
    for one in moved:
        queues.add(one, NOW)
    stream, row = queues.take(NOW) or (None, None)
    queues.give_back(stream, row)
    queues.move(stream, -100, NOW)
    queues.release(stream, NOW)
    assert drain(queues) == [1, 2, 3]
    assert {one.chat_id for one in moved} == {-100}


def test_chats_are_forgotten_when_their_limits_no_longer_remember_anything() -> None:
    queues = Queues(Limits())
    queues.add(make(1, chat_id=1), NOW)
    stream, _ = queues.take(NOW) or (None, None)
    stream.limits.count(NOW)
    queues.release(stream, NOW)
    assert len(list(queues.streams())) == 1
    assert queues.take(NOW + 10) is None
    assert list(queues.streams()) == []
