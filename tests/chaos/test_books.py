"""The books notice what is lost and what is doubled, wherever somebody plants it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.transport import ApiError, BotApi
from domain.requests import Action
from domain.tap import Tap
from domain.taps import Do, Draft, PickVillage, Rate
from simulator.faults import Fault
from simulator.server import Simulator
from tests.chaos import books
from tests.chaos.books import Doubles, Findings
from tests.chaos.heard import Act, Heard, place_of, read
from tests.chaos.kept import Kept, Row
from tests.chaos.program import POISON

AT = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)
ASKER, WORKER = 11, 22


def days_work() -> list[Act]:
    """Somebody registers, asks, is helped, confirms and rates; and two updates are poison."""
    done: list[tuple[int, str | Tap]] = [
        (ASKER, f"王{ASKER}"),
        (ASKER, PickVillage(1)),
        (ASKER, "灯不亮（第1件）"),
        (ASKER, Draft("send")),
        (ASKER, Draft("send")),
        (WORKER, Do(Action.TAKE, 7)),
        (WORKER, Do(Action.TAKE, 7)),
        (ASKER, "我在家（第2句）"),
        (WORKER, Do(Action.FINISH, 7)),
        (ASKER, Do(Action.CONFIRM, 7)),
        (ASKER, Rate(7, 5)),
        (ASKER, f"{POISON}3"),
    ]
    acts = [
        Act(n, "message", who, what) if isinstance(what, str) else Act(n, "callback_query", who, tap=what)
        for n, (who, what) in enumerate(done, 1)
    ]
    return [*acts, Act(13, "unparsable")]


def its_effects() -> Kept:
    """What has to come of it."""
    return Kept(
        seen=dict.fromkeys(range(1, 14), AT),
        failed=Counter([12, 13]),
        members={ASKER: f"王{ASKER}"},
        requests={7: ASKER},
        ratings={7: 5},
        entries=[(7, ASKER, "灯不亮（第1件）"), (7, ASKER, "我在家（第2句）")],
        moves=[(7, ASKER, "submit"), (7, WORKER, "take"), (7, WORKER, "finish"), (7, ASKER, "confirm")],
    )


def weighed(kept: Kept) -> tuple[int, int]:
    """How many effects are lost, and how many are doubled."""
    found = Findings()
    books.weigh_acts(days_work(), kept, found)
    return len(found.lost_effects), len(found.double_effects)


def test_a_good_day_balances() -> None:
    assert weighed(its_effects()) == (0, 0)


@pytest.mark.parametrize(
    ("lose", "what"),
    [
        (lambda kept: kept.seen.pop(5), "an update"),
        (lambda kept: kept.failed.pop(12), "a quarantine"),
        (lambda kept: kept.members.clear(), "a registration"),
        (lambda kept: kept.entries.pop(1), "a word"),
        (lambda kept: kept.moves.pop(1), "a take"),
        (lambda kept: kept.moves.pop(2), "a finish"),
        (lambda kept: kept.moves.pop(3), "a confirmation"),
        (lambda kept: kept.ratings.clear(), "a rating"),
        (lambda kept: kept.failed.update([4]), "a good update in quarantine"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_planted_loss_is_found(lose: Callable[[Kept], Any], what: str) -> None:
    kept = its_effects()
    lose(kept)
    assert weighed(kept) == (1, 0)


def test_a_request_that_is_gone_is_found() -> None:
    kept = its_effects()
    kept.requests.clear()
    del kept.entries[0]
    assert weighed(kept) == (1, 0)


@pytest.mark.parametrize(
    ("double", "what"),
    [
        (lambda kept: kept.entries.append(kept.entries[1]), "a word"),
        (lambda kept: kept.entries.append((7, WORKER, "（第2句）")), "a word of somebody else"),
        (lambda kept: kept.moves.append(kept.moves[1]), "a take"),
        (lambda kept: kept.moves.append((8, WORKER, "take")), "a take by nobody's tap"),
        (lambda kept: kept.requests.update({8: ASKER}), "a request of nobody's"),
        (lambda kept: kept.failed.update([12]), "a quarantine"),
        (lambda kept: kept.entries.append((7, ASKER, f"{POISON}3")), "what was quarantined and done"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_planted_double_is_found(double: Callable[[Kept], Any], what: str) -> None:
    kept = its_effects()
    double(kept)
    assert weighed(kept) == (0, 1)


def test_a_second_request_of_one_sentence_is_one_double() -> None:
    kept = its_effects()
    kept.requests[8] = ASKER
    kept.entries.append((8, ASKER, "灯不亮（第1件）"))
    assert weighed(kept) == (0, 1)


def sent(row_id: int, **about: Any) -> Row:
    """A row that is marked sent to chat 11, as message 100 + its id."""
    usual = {"chat_id": 11, "method": "send", "state": "sent", "words": "x", "message_id": 100 + row_id}
    return Row(id=row_id, **{**usual, **about})


MESSAGES = {(11, 101): "x", (11, 102): "x"}


def lost(*rows: Row, edits: Counter[tuple[int, str]] | None = None) -> int:
    """How many messages are lost, when chat 11 received messages 101 and 102 and a tap was answered."""
    found = Findings()
    books.weigh_sent(rows, MESSAGES, edits or Counter(), {"tap"}, {99}, found)
    return len(found.lost_messages)


def test_what_was_received_is_not_lost() -> None:
    answer = sent(3, method="answer", callback_id="tap")
    edit = sent(4, method="edit", words="new")
    assert lost(sent(1), sent(2), answer, edit, edits=Counter({(11, "new"): 1})) == 0


@pytest.mark.parametrize(
    "row",
    [
        sent(3),
        sent(1, words="something else"),
        sent(1, message_id=None),
        sent(3, method="answer", callback_id="another tap"),
        sent(3, method="edit", words="new"),
        sent(3, state="waiting"),
        sent(3, state="failed"),
        sent(3, state="gone"),
        sent(3, state="dropped"),
    ],
    ids=lambda row: f"{row.method} {row.state} {row.words}",
)
def test_a_planted_lost_message_is_found(row: Row) -> None:
    assert lost(row) == 1


def test_two_rows_cannot_have_been_one_message() -> None:
    assert lost(sent(1), sent(5, message_id=101)) == 1


@pytest.mark.parametrize(
    "row",
    [
        sent(3, state="waiting", due=False),
        sent(3, state="gone", chat_id=99),
        sent(3, state="dropped", method="edit"),
        sent(3, state="dropped", request=True),
    ],
    ids=["not due yet", "blocked", "an edit too late", "taken back before it went"],
)
def test_what_need_not_be_sent_is_not_lost(row: Row) -> None:
    assert lost(row) == 0


def test_whoever_wrote_and_got_no_answer_is_found() -> None:
    acts = [Act(1, "message", 11, "x"), Act(2, "my_chat_member", 11)]
    kept = Kept(seen={1: AT, 2: AT})
    for rows, turning, missing in [([sent(1, created_at=AT)], 0, 0), ([sent(1)], 0, 1), ([], 2, 3)]:
        found = Findings()
        books.weigh_answers(acts, kept, rows, turning, found)
        assert len(found.lost_messages) == missing


def test_messages_that_no_row_claims_are_doubles() -> None:
    assert books.unclaimed(MESSAGES, {(11, 101): 1}) == Counter({(11, "x"): 1})
    assert not books.unclaimed(MESSAGES, {(11, 101): 1, (11, 102): 1})


def doubles(unclaimed: int, bound: Doubles, answers: int = 0) -> tuple[int, int]:
    """How many of so many doubles there are, and how many of them have no excuse."""
    found = Findings()
    bound.weigh(Counter({(11, "x"): unclaimed}), Counter({(11, "x"): answers}), found)
    return len(found.double_messages), len(found.unexcused)


WAITS = sent(1, state="waiting", message_id=None)


def test_a_double_needs_a_death_at_which_it_was_sent_and_not_marked() -> None:
    dead = Doubles()
    dead.note_death(Counter({(11, "x"): 1}), [WAITS, replace(WAITS, id=2)], Counter())
    assert dead.in_flight == [1], "two rows wait, and one message came"
    assert dead.bound(Counter()) == 1
    assert doubles(1, dead) == (1, 0)
    assert doubles(2, dead) == (2, 1)


def test_what_was_doubled_at_one_death_is_no_excuse_for_another() -> None:
    dead = Doubles()
    for _ in range(2):
        dead.note_death(Counter({(11, "x"): 1}), [WAITS], Counter())
    assert dead.in_flight == [1, 0]


def test_a_message_that_nobody_waits_to_send_again_was_not_in_flight() -> None:
    dead = Doubles()
    dead.note_death(Counter({(11, "x"): 3}), [], Counter())
    assert dead.in_flight == [0]
    assert doubles(3, dead) == (3, 3), "one life sent it twice: that is a fault of its own"


def test_a_lost_answer_excuses_one_double_and_is_no_death() -> None:
    dead = Doubles()
    answers = Counter({(11, "x"): 1})
    dead.note_death(Counter({(11, "x"): 1}), [WAITS], answers)
    assert (dead.in_flight, dead.bound(answers)) == ([0], 1)
    assert doubles(1, dead, answers=1) == (1, 0)


def test_updates_are_read_as_what_people_did() -> None:
    who = {"from": {"id": 11}}
    tapped = {"update_id": 2, "callback_query": {**who, "id": "5", "data": Do("take", 7).pack()}}
    assert read(json.dumps(tapped)) == Act(2, "callback_query", 11, tap=Do("take", 7), callback_id="5")
    said = read(json.dumps({"update_id": 1, "message": {**who, "text": "灯（第8件）"}}))
    assert (said.who, said.number("件"), said.number("句")) == (11, 8, None)
    assert read(json.dumps({"update_id": 3, "message": {"chat": 7}})).kind == "unparsable"


ROSTER = {1: 11, 2: 12, 3: None}
SCREENS = {11: (1, 0), 12: (0, 0)}
KNOWN = ([1], [2, 3])


def households(screens: dict[int, tuple[int, int]], known: tuple[list[int], list[int]]) -> tuple[int, int]:
    """How many households are not accounted for, and how many see wrong words; 12 has blocked the bot."""
    found = Findings()
    figures = books.weigh_households(ROSTER, {12}, screens, known, found)
    assert len(found.lost_messages) == figures["unaccounted"] + figures["wrong_words"]
    return figures["unaccounted"], figures["wrong_words"]


def test_every_household_is_told_or_known_to_be_untold() -> None:
    assert households(SCREENS, KNOWN) == (0, 0)


@pytest.mark.parametrize(
    ("screens", "known", "wanted"),
    [
        ({11: (0, 0)}, KNOWN, (1, 0)),
        ({11: (2, 0)}, KNOWN, (1, 0)),
        ({11: (1, 1)}, KNOWN, (0, 1)),
        ({11: (0, 1)}, KNOWN, (1, 1)),
        (SCREENS, ([1, 1], [2, 3]), (1, 0)),
        (SCREENS, ([1], [3]), (1, 0)),
        (SCREENS, ([1], [2, 2, 3]), (1, 0)),
        (SCREENS, ([1, 2], [3]), (1, 0)),
        (SCREENS, ([1, 2], [2, 3]), (1, 0)),
        (SCREENS, ([], [1, 2, 3]), (1, 0)),
    ],
    ids=[
        *("lost", "twice", "both", "wrong", "known twice"),
        *("forgotten", "listed twice", "believed", "in both", "missed"),
    ],
)
def test_a_household_that_is_not_accounted_for_is_found(
    screens: dict[int, tuple[int, int]], known: tuple[list[int], list[int]], wanted: tuple[int, int]
) -> None:
    assert households(screens, known) == wanted


async def test_the_simulator_is_heard(sim: Simulator) -> None:
    heard = Heard(sim.world, sim.world.bot)
    grandma = sim.person("奶奶")
    await grandma.starts()
    sim.world.faults.script("sendMessage", [None, Fault.SERVER_ERROR_AFTER, Fault.SERVER_ERROR])
    async with BotApi(sim.url, sim.world.bot.token) as api:
        for n in range(3):
            with suppress(ApiError):
                words = {"chat_id": grandma.id, "text": f"<b>{n}</b>", "parse_mode": "HTML"}
                await api.call("sendMessage", words)
    heard.catch_up()
    heard.catch_up()
    assert [words for _, words in sorted(heard.messages.items())] == ["0", "1"]
    assert heard.lost_answers == Counter({place_of({"chat_id": grandma.id, "text": "1"}): 1})
    assert [act.words for act in heard.acts()] == ["/start"]


RUSH = {1: ["seat"], 2: ["seat"], 3: ["line 1"]}


def rushed(
    *, used: tuple[int, ...] = (1, 2), told: dict[int, list[str]] = RUSH, truths: dict[int, list[str]] = RUSH
) -> tuple[dict[str, int], Findings]:
    """What the books say of three people and two seats."""
    found = Findings()
    figures = books.weigh_rush(2, used, told, truths, found)
    return {name: figures[name] for name in ("signup_oversold", "signup_untold")}, found


def test_two_with_a_seat_and_one_in_the_line_who_know_it_are_right() -> None:
    figures, found = rushed()
    assert figures == {"signup_oversold": 0, "signup_untold": 0}
    assert found == Findings()


@pytest.mark.parametrize(("used", "over"), [((1,), 0), ((1, 2, 3), 1), ((1, 1), 1), ((1, 1, 2), 2)])
def test_a_seat_too_many_or_one_person_on_two_is_oversold(used: tuple[int, ...], over: int) -> None:
    figures, found = rushed(used=used)
    assert figures["signup_oversold"] == over == len(found.double_effects)


@pytest.mark.parametrize("words", [[], ["line 2"], ["line 1", "line 1"], ["line 1", "seat"]])
def test_whoever_hears_nothing_something_else_or_two_things_is_untold(words: list[str]) -> None:
    figures, found = rushed(told={**RUSH, 3: words})
    assert figures["signup_untold"] == 1 == len(found.lost_messages)


def test_whoever_is_on_the_list_twice_or_not_at_all_is_untold() -> None:
    assert rushed(truths={**RUSH, 3: []})[0]["signup_untold"] == 1
    assert rushed(truths={**RUSH, 3: ["line 1", "line 1"]})[0]["signup_untold"] == 1
    assert rushed(truths={1: ["seat"], 2: ["seat"]})[0]["signup_untold"] == 1
