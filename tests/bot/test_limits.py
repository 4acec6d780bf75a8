"""Windows, buckets, and whom a 429 is about."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.limits import Bucket, ChatLimits, Limits, Refusals, Window

latencies = st.lists(st.floats(0.001, 0.9), min_size=40, max_size=120)


@given(latencies, st.integers(1, 10), st.data())
def test_no_second_sees_more_than_the_window_wherever_calls_are_counted(
    delays: list[float], size: int, data: st.DataObject
) -> None:
    """Calls overlap as they like; each is counted at any moment between its start and its end."""
    window, now, under_way, counted = Window(size), 100.0, [], []
    for delay in delays:
        while (free_at := window.free_at(now)) is None or free_at > now:
            now, under_way = _end_first(window, under_way, now, free_at)
        window.start()
        under_way = sorted([*under_way, now + delay])
        counted.append(now + delay * data.draw(st.floats(0, 1)))
    assert all(sum(at <= other < at + 1.0 for other in counted) <= size for at in counted)


def _end_first(
    window: Window, under_way: list[float], now: float, free_at: float | None
) -> tuple[float, list[float]]:
    """Let time pass until the next call ends or the next place is free."""
    if under_way and (free_at is None or under_way[0] <= free_at):
        window.end(under_way[0])
        return max(now, under_way[0]), under_way[1:]
    assert free_at is not None
    return free_at, under_way


def test_a_window_without_a_size_is_always_free() -> None:
    window = Window(None)
    for _ in range(100):
        window.start()
    window.end(5.0)
    assert window.free_at(5.0) == 5.0


def test_a_skipped_call_leaves_its_place_to_another() -> None:
    window = Window(1)
    window.start()
    assert window.free_at(1.0) is None
    window.skip()
    assert window.free_at(1.0) == 1.0


def test_a_window_frees_a_place_a_span_after_the_end_of_the_oldest_call() -> None:
    window = Window(2, span=60.0)
    for end in (10.0, 20.0):
        window.start()
        window.end(end)
    assert window.free_at(30.0) == 70.0
    assert window.empty_at() == 80.0
    assert window.free_at(70.0) == 70.0


def test_a_bucket_gives_a_burst_and_then_one_token_at_a_time() -> None:
    bucket = Bucket(size=3, every=1.0)
    taken = []
    now = 50.0
    for _ in range(6):
        now = bucket.free_at(now)
        bucket.take(now)
        taken.append(now)
    assert taken == [50.0, 50.0, 50.0, 51.0, 52.0, 53.0]


def test_a_bucket_refills_while_nothing_is_taken() -> None:
    bucket = Bucket(size=3, every=1.0)
    for _ in range(3):
        bucket.take(10.0)
    assert bucket.full_at == 13.0
    assert [bucket.free_at(at) for at in (10.5, 11.0, 20.0)] == [11.0, 11.0, 20.0]


def test_only_groups_have_a_limit_a_minute() -> None:
    person, group = ChatLimits.of(7, Limits()), ChatLimits.of(-7, Limits(chat_burst=None))
    for _ in range(20):
        person.count(10.0)
        group.count(10.0)
    assert person.minute is None
    assert group.free_at(10.0) == 70.0
    assert group.quiet_at() == 70.0


def test_no_limits_are_no_limits() -> None:
    chat = ChatLimits.of(-7, Limits.off())
    for _ in range(100):
        chat.count(10.0)
    assert chat.free_at(10.0) == 10.0
    assert chat.quiet_at() == 0.0


def test_a_chat_that_was_written_to_is_refused_for_itself() -> None:
    refusals = Refusals()
    assert not refusals.is_about_bot(1, quiet=False, now=10.0)
    assert not refusals.is_about_bot(2, quiet=False, now=10.1)


def test_two_quiet_chats_refused_together_mean_the_bot() -> None:
    refusals = Refusals()
    assert not refusals.is_about_bot(1, quiet=True, now=10.0)
    assert refusals.is_about_bot(2, quiet=True, now=10.9)


def test_two_quiet_chats_refused_one_after_the_other_mean_themselves() -> None:
    refusals = Refusals()
    assert not refusals.is_about_bot(1, quiet=True, now=10.0)
    assert not refusals.is_about_bot(2, quiet=True, now=11.1)
    assert not refusals.is_about_bot(2, quiet=True, now=11.2)
