"""The arithmetic of the figures, what is printed of them, and the people who talk; nothing here is timed."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime
from io import StringIO
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import time_machine
from rich.console import Console
from sqlalchemy import func, select

from bot.seed import found_county, settle
from domain.matching_plan import Plan
from domain.suggest import suggest
from domain.taps import Draft, Go, PickLine
from domain.taps import Emergency as Sos
from domain.units import parse as parse_county
from services import rollcall
from services.requests import Need, submit
from simulator.model import Chat, Json, Message
from simulator.world import World
from storage import people, rollcalls
from storage.notices import Notice
from storage.outbox import Outbox
from storage.people import Household, Membership
from storage.requests import ServiceRequest
from storage.rollcalls import RollCall
from tests.bench import figures, place
from tests.bench.__main__ import parse, table
from tests.bench.contenders import sentences
from tests.bench.crowd import Crowd, Echoed, Emergency, Intake, Talk, until
from tests.bench.figures import BY_KEY, FIGURES
from tests.bench.flood import Flooder, Waits
from tests.bench.matching import Matching
from tests.bench.notice import WORDS, Postman, Window, put_notice
from tests.bench.rates import Rate
from tests.bench.rest import Start
from tests.bench.rollcall import Answering, Heard, lost, put_roll_call
from tests.bench.run import MATCHING, NOTICE, RATIOS, ROLLCALL, Found, Wanted
from tests.largedata import fill

ASKED_FOR = (
    "intake_vs_echo",
    "intake_vs_echo_50ms",
    "intake_vs_echo_pg",
    "limit_share",
    "too_many_requests",
    "urgent_wait_p99_ms",
    "answer_wait_p99_ms",
    "growth",
    "rollcall_answers_per_s",
    "rollcall_lost",
    "abuse",
    "rss_mb",
    "start_s",
    "match_s",
    "match_vs_greedy",
    "unserved",
    "unserved_greedy",
)
SPEED = (Path(__file__).parents[2] / "docs" / "speed.md").read_text("utf-8")


def rate(updates: float = 100.0, cpu: float = 1.0, bot: float = 0.9, simulator: float = 0.5) -> Rate:
    """One round of somebody."""
    return Rate(updates, cpu, bot, simulator, 2.0)


def window(own: int = 270, others: int = 30, refused: int = 0, urgent: float = 0.02) -> Window:
    """Ten seconds of a notice."""
    return Window(10.0, own, others, refused, [urgent], [0.1])


def heard(seconds: float, lost: int = 0) -> Heard:
    """One round of the roll call."""
    return Heard(5000, seconds, lost, 0, 28.0, [0.02], [0.1])


def matching(seconds: float) -> Matching:
    """One round of the matching."""
    best, greedy, first_fit = Plan((), (4,), 50), Plan((), (2, 3, 4), 40), Plan((), (3, 4), 20)
    return Matching(seconds, best, greedy, first_fit)


# The arithmetic


def test_the_median_is_the_middle_one_and_of_two_the_middle_between() -> None:
    assert figures.median([9, 1, 5]) == 5
    assert figures.median([1, 2]) == 1.5
    assert figures.median(one for one in (3,)) == 3
    with pytest.raises(ValueError, match="nothing"):
        figures.median([])


@pytest.mark.parametrize(
    ("share", "expected"), [(0.0, 1), (0.01, 1), (0.5, 50), (0.985, 99), (0.99, 99), (0.991, 100), (1.0, 100)]
)
def test_a_percentile_is_a_value_that_was_measured(share: float, expected: int) -> None:
    assert figures.percentile(range(100, 0, -1), share) == expected


def test_of_a_few_values_the_99th_percentile_is_the_worst() -> None:
    assert figures.percentile([3, 7, 5], 0.99) == 7
    assert figures.percentile([3], 0.5) == 3
    with pytest.raises(ValueError, match="nothing"):
        figures.percentile([], 0.99)


def test_a_ratio_is_of_the_medians_so_that_one_bad_round_changes_nothing() -> None:
    assert figures.ratio([150, 10, 160], [100, 100, 1]) == 1.5


# The verdict


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("intake_vs_echo", 0.79, "MISSED"),
        ("intake_vs_echo", 0.8, "ok"),
        ("intake_vs_echo", 1.5, "ok, as aimed"),
        ("growth", 1.31, "MISSED"),
        ("growth", 1.3, "ok"),
        ("growth", 1.1, "ok, as aimed"),
        ("too_many_requests", 1, "MISSED"),
        ("too_many_requests", 0, "ok, as aimed"),
        ("aiogram_vs_echo", 0.001, ""),
        ("abuse", None, "not measured"),
    ],
)
def test_a_value_on_its_mark_reaches_it(key: str, value: float | None, said: str) -> None:
    assert figures.verdict(BY_KEY[key], value) == said


def test_one_figure_beyond_its_limit_is_one_too_many() -> None:
    good = {figure.key: figure.aim for figure in FIGURES}
    assert figures.kept(good)
    for figure in FIGURES:
        if figure.limit is not None:
            worse = figure.limit - 0.001 if figure.at_least else figure.limit + 0.001
            assert not figures.kept({**good, figure.key: worse}), figure.key


def test_what_was_not_measured_is_not_held_against_anybody() -> None:
    assert figures.kept(dict.fromkeys(BY_KEY))


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.key)
def test_an_aim_is_never_below_its_limit(figure: figures.Figure) -> None:
    assert (figure.limit is None) == (figure.aim is None)
    if figure.aim is not None:
        assert figure.reaches(figure.aim, figure.limit)


# What is printed


def test_the_line_of_json_has_every_key_measured_or_not() -> None:
    found = json.loads(figures.line({"growth": 1.23456}, {"people": 200}))
    assert set(ASKED_FOR) | {"aiogram_vs_echo", "unserved_first_fit", "raw"} == set(found)
    assert found["growth"] == 1.2346
    assert found["abuse"] is None
    assert found["raw"] == {"people": 200}


def test_the_table_has_every_figure_with_its_limit_and_its_verdict() -> None:
    out = StringIO()
    values = {**dict.fromkeys(BY_KEY), "growth": 2.0, "start_s": 0.9}
    Console(file=out, width=200).print(table(values))
    rows = {row.split("│")[1].strip(): row for row in out.getvalue().splitlines() if row.count("│") > 3}
    assert set(rows) == set(BY_KEY)
    assert "≤ 1.3" in rows["growth"]
    assert "MISSED" in rows["growth"]
    assert "as aimed" in rows["start_s"]
    assert "not measured" in rows["abuse"]


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.key)
def test_every_figure_is_documented_with_its_limit_and_aim(figure: figures.Figure) -> None:
    (row,) = [row for row in SPEED.splitlines() if row.startswith(f"| `{figure.key}` |")]
    for mark in (figure.limit, figure.aim):
        assert mark is None or figures.shown(mark) in row


@pytest.mark.parametrize(
    ("value", "words"), [(None, ""), (0.12345, "0.123"), (19.96, "20"), (888.4, "888"), (4412.6, "4413")]
)
def test_values_are_shown_to_three_digits(value: float | None, words: str) -> None:
    assert figures.shown(value) == words


# What is measured


def test_all_is_measured_unless_said_otherwise() -> None:
    wanted = parse([])
    assert wanted.keys == set(BY_KEY)
    assert wanted.rounds == 3
    assert wanted.contenders[0] == "echo"
    assert set(wanted.contenders) == {name for names in RATIOS.values() for name in names}


def test_one_figure_needs_only_its_own_contenders() -> None:
    assert parse(["--only", "intake_vs_echo", "--people", "50"]).contenders == ["echo", "intake"]
    assert parse(["--only", "intake_vs_echo_50ms"]).contenders == ["echo_50ms", "intake_50ms"]
    assert parse(["--only", "abuse"]).contenders == []
    assert Wanted(frozenset(["urgent_wait_p99_ms"])).any(*NOTICE)
    assert not Wanted(frozenset(["abuse"])).any(*NOTICE)
    assert parse(["--only", "match_s"]).any(*MATCHING)
    assert parse(["--only", "rollcall_lost"]).any(*ROLLCALL)
    assert parse(["--only", "rollcall_lost"]).contenders == []
    assert parse(["--only", "match_s"]).contenders == []


def test_a_figure_that_there_is_not_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parse(["--only", "elegance"])
    assert "elegance" in capsys.readouterr().err


def test_nothing_measured_is_nothing_found() -> None:
    assert set(Found().values().values()) == {None}
    assert list(Found().notes()) == []


def test_every_figure_comes_from_the_rounds_of_its_contenders() -> None:
    found = Found(
        rates={
            "echo": [rate(100), rate(80), rate(120)],
            "aiogram": [rate(200)],
            "intake": [rate(150, cpu=2.0), rate(10, cpu=2.0), rate(150, cpu=2.0)],
            "intake_pg": [rate(90)],
            "intake_large": [rate(1, cpu=2.5)],
            "echo_50ms": [rate(20)],
            "intake_50ms": [rate(500)],
        },
        windows=[window(), window(own=240, refused=2), window()],
        floods=[Waits([0.1], [0.2])],
        rollcalls=[heard(100.0), heard(50.0, lost=1), heard(20.0, lost=2)],
        starts=[Start(0.8, 90), Start(1.2, 95), Start(0.9, 91)],
        matchings=[matching(0.4), matching(9.0), matching(0.5)],
    )
    assert found.values() == {
        "intake_vs_echo": 1.5,
        "intake_vs_echo_50ms": 25.0,
        "intake_vs_echo_pg": 0.9,
        "aiogram_vs_echo": 2.0,
        "limit_share": 1.0,
        "too_many_requests": 2,
        "urgent_wait_p99_ms": 20.0,
        "answer_wait_p99_ms": 100.0,
        "rollcall_answers_per_s": 100.0,
        "rollcall_lost": 3,
        "growth": 1.25,
        "abuse": 2.0,
        "rss_mb": 91,
        "start_s": 0.9,
        "match_s": 0.5,
        "match_vs_greedy": 1.25,
        "unserved": 1,
        "unserved_greedy": 3,
        "unserved_first_fit": 2,
    }
    assert found.raw()["updates_per_s"]["echo"] == 100
    assert found.raw()["by_cpu"] == {"intake_vs_echo": 0.5, "intake_vs_echo_pg": 1, "aiogram_vs_echo": 1}
    json.dumps(found.raw())


def test_a_simulator_without_time_left_makes_the_figure_a_lower_bound() -> None:
    full = Found(rates={"intake": [rate(), rate(bot=0.8, simulator=0.99)]})
    assert [note.partition(":")[0] for note in full.notes()] == ["intake"]
    assert list(Found(rates={"intake": [rate(bot=0.99, simulator=0.99)]}).notes()) == []
    assert list(Found(rates={"intake": [rate(bot=1.0, simulator=0.2)]}).notes()) == []


def test_busy_neighbours_are_told_of() -> None:
    assert "40%" in next(iter(Found(busy=[0.4, 0.0, 0.5]).notes()))
    assert list(Found(busy=[0.01]).notes()) == []


def test_what_overtakes_a_notice_is_not_held_against_it_and_an_unused_place_is() -> None:
    assert window(own=270, others=30).share == 1
    assert window(own=243, others=30).share == 0.9
    assert window(own=270, others=30).raw()["all_of_30"] == 1


def test_a_flood_is_judged_by_those_who_waited_longest() -> None:
    assert Waits([0.1] * 99 + [0.2], [0.1] * 90 + [0.3] * 10).ratio == pytest.approx(3.0)


# The people


@pytest.fixture
def world() -> World:
    """A world with a bot that the test itself plays."""
    made = World(record=0)
    made.add_bot("1000:bench-test", "bench_bot", "帮办")
    return made


@pytest.fixture
def chats(world: World) -> list[Chat]:
    """Three people's chats."""
    return [world.private_chat(world.bot, world.add_user(name)) for name in ("王秀英", "李建国", "张桂兰")]


def buttons(data: str) -> Json:
    """One inline button."""
    return {"inline_keyboard": [[{"text": "?", "callback_data": data}]]}


def answer(world: World, chat: Chat, markup: Json | None = None, text: str = "好") -> Message:
    """The bot writes to somebody."""
    return world.post(chat, world.bot.user, "text", {"text": text}, markup=markup)


def crowd(world: World, chats: list[Chat], talk: Talk, **more: Any) -> Crowd:
    """People who say one, two, three …"""
    return Crowd(world, iter(chats), talk, (str(number) for number in count(1)), **more)


def said(world: World) -> list[str]:
    """What has reached the bot: words, and the data of taps."""
    updates = [json.loads(update.text) for update in world.bot.queue.pending.values()]
    return [one["message"]["text"] if "message" in one else one["callback_query"]["data"] for one in updates]


async def reacted() -> None:
    """Let everybody react."""
    await asyncio.sleep(0)


LINE, SEND, MINE = PickLine("health").pack(), Draft("send").pack(), Go("mine").pack()


async def test_a_conversation_is_a_sentence_two_taps_and_somebody_new(
    world: World, chats: list[Chat]
) -> None:
    people = crowd(world, chats, Intake())
    people.enter(1)
    for data in (LINE, SEND, MINE):
        answer(world, chats[0], buttons(data))
        await reacted()
    assert said(world) == ["1", LINE, SEND, "2"]
    assert (people.said, people.finished, people.waiting, len(people.answers)) == (4, 1, 1, 3)


async def test_what_leads_nowhere_is_waited_past(world: World, chats: list[Chat]) -> None:
    people = crowd(world, chats, Intake())
    people.enter(1)
    answer(world, chats[0])
    answer(world, chats[0], buttons(Go("person").pack()))
    answer(world, chats[1], buttons(LINE))
    await reacted()
    assert said(world) == ["1"]
    assert people.waiting == 1


async def test_a_changed_message_answers_a_tap_and_leads_on(world: World, chats: list[Chat]) -> None:
    people = crowd(world, chats, Intake())
    people.enter(1)
    first = answer(world, chats[0], buttons(LINE))
    await reacted()
    first.markup = buttons(SEND)
    world.edit(first)
    await reacted()
    assert said(world) == ["1", LINE, SEND]
    assert len(people.answers) == 2


async def test_a_stopped_spinner_is_no_answer(world: World, chats: list[Chat]) -> None:
    people = crowd(world, chats, Intake())
    people.enter(1)
    answer(world, chats[0], buttons(LINE))
    await reacted()
    world.answer(next(iter(world.callbacks)), None, alert=False)
    assert len(people.answers) == 1
    assert people.shown == 2


async def test_when_the_doors_are_closed_every_conversation_comes_to_its_end(
    world: World, chats: list[Chat]
) -> None:
    people = crowd(world, chats, Intake())
    people.enter(2)
    people.close_doors()
    for data in (LINE, SEND, MINE):
        answer(world, chats[0], buttons(data))
        answer(world, chats[1], buttons(data))
        await reacted()
    assert sorted(said(world)) == sorted(["1", "2", LINE, LINE, SEND, SEND])
    assert (people.waiting, people.finished, people.said, len(people.answers)) == (0, 2, 6, 6)
    await people.answered(5)


async def test_the_same_button_twice_is_tapped_once(world: World, chats: list[Chat]) -> None:
    people = crowd(world, chats, Intake(), think=0.001)
    people.enter(1)
    answer(world, chats[0], buttons(LINE))
    answer(world, chats[0], buttons(LINE))
    await asyncio.sleep(0.02)
    assert said(world) == ["1", LINE]
    assert people.waiting == 1


async def test_an_echo_is_a_conversation(world: World, chats: list[Chat]) -> None:
    people = crowd(world, chats, Echoed())
    people.enter(2)
    answer(world, chats[1])
    answer(world, chats[0])
    await reacted()
    assert said(world) == ["1", "2", "3"]
    assert people.finished == 2


async def test_when_everybody_has_asked_nobody_begins(world: World, chats: list[Chat]) -> None:
    people = crowd(world, chats[:1], Echoed())
    people.enter(5)
    answer(world, chats[0])
    await reacted()
    assert (said(world), people.waiting) == (["1"], 0)


async def test_an_emergency_is_a_sentence_and_the_first_button(world: World, chats: list[Chat]) -> None:
    people = crowd(world, chats, Emergency(), followed=False)
    people.enter(1)
    call = Sos("fire", 0).pack()
    answer(world, chats[0], buttons(call))
    await reacted()
    answer(world, chats[0], {"keyboard": []})
    await reacted()
    assert said(world) == ["1", call]
    assert people.finished == 1


async def test_people_who_think_tap_later_and_not_at_all_once_they_have_left(
    world: World, chats: list[Chat]
) -> None:
    people = crowd(world, chats, Intake(), think=0.01)
    people.enter(1)
    answer(world, chats[0], buttons(LINE))
    await reacted()
    assert said(world) == ["1"]
    await until(lambda: len(said(world)) == 2, 5, every=0.005)
    answer(world, chats[0], buttons(SEND))
    await reacted()
    people.leave()
    await asyncio.sleep(0.02)
    assert said(world) == ["1", LINE]
    assert world.listeners == []


async def test_people_arrive_one_by_one_until_they_have_left(world: World, chats: list[Chat]) -> None:
    people = crowd(world, chats, Intake(), followed=False)
    people.arrive(0.005)
    await until(lambda: people.said == 2, 5, every=0.001)
    people.leave()
    await asyncio.sleep(0.02)
    assert people.said == 2
    assert len(people.unanswered()) == 2


async def test_a_flood_is_two_hundred_a_second_and_ends(world: World, chats: list[Chat]) -> None:
    flooder = Flooder(world, chats[0])
    flooder.write()
    flooder.stop()
    assert len(said(world)) == 10
    await asyncio.sleep(0.06)
    assert len(said(world)) == 10


async def test_the_postman_tells_the_notice_from_the_rest(world: World) -> None:
    asker, recipient = (world.private_chat(world.bot, world.add_user("?")) for _ in range(2))
    postman = Postman(world)
    first = answer(world, asker)
    world.edit(first)
    world.post(recipient, world.bot.user, "text", {"text": f"📢 {WORDS}"})
    world.post(asker, asker.person, "text", {"text": "?"})
    now = postman.times[0][0]
    assert postman.between(now - 1, now + 60, of_notice=True) == 1
    assert postman.between(now - 1, now + 60, of_notice=False) == 2
    assert postman.between(now + 60, now + 61, of_notice=False) == 0
    assert set(postman.arrived) == {(asker.id, 1), (recipient.id, 1)}


def test_every_sentence_is_about_something_and_none_is_urgent() -> None:
    spoken = sentences()
    different = {next(spoken) for _ in range(1000)}
    assert len(different) > 200
    assert all(suggest(one).lines and not suggest(one).urgent for one in list(different)[::10])


# The place


def test_the_county_can_be_read_and_has_its_forty_centers() -> None:
    (township,) = parse_county(place.county()).townships
    assert len(township.centers) == place.CENTERS
    assert {len(center.natural_villages) for center in township.centers} == {4}
    assert len(list(place.holders())) == place.CENTERS * place.TEAM


def test_the_program_gets_the_same_settings_as_what_prepares_its_database(tmp_path: Path) -> None:
    here = place.Place(tmp_path)
    url = f"sqlite+aiosqlite:///{tmp_path / 'x.db'}"
    given, settings = here.environment(url, "http://127.0.0.1:1", "1000:x"), here.settings(url)
    assert settings.config.is_file()
    assert settings.database_url == given["BANGBAN_DATABASE_URL"] == url
    assert [key.get_secret_value() for key in settings.secret_keys] == [given["BANGBAN_SECRET_KEYS"]]
    assert str(settings.data_dir) == given["BANGBAN_DATA_DIR"]


@time_machine.travel(datetime(2026, 11, 26, 4, tzinfo=UTC))  # at night it would wait for the morning
async def test_a_notice_to_everybody_waits_for_the_clock(sqlite_url: str, keys: str) -> None:
    async with place.using(sqlite_url) as database:
        async with database.begin(bot_id=place.BOT) as tx:
            await found_county(tx)
            await settle(tx, place.person_id(1), center="maqu", name="王秀英")
        await put_notice(database, center="maqu")
        async with database.begin(bot_id=place.BOT) as tx:
            notice = (await tx.session.scalars(select(Notice))).one()
            assert (notice.state, notice.total) == ("running", 2)
            told = select(func.count()).select_from(Outbox).where(Outbox.notice_id == notice.id)
            assert await tx.session.scalar(told) == 0


async def test_a_roll_call_waits_for_the_clock_with_everybody_on_the_roster(
    sqlite_url: str, keys: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with place.using(sqlite_url) as database:
        async with database.begin(bot_id=place.BOT) as tx:
            await found_county(tx)
            for number in range(3):
                await settle(tx, place.person_id(number), center="maqu", name="王秀英")
        await put_roll_call(database, center="maqu")
        async with database.begin(bot_id=place.BOT) as tx:
            calls = list(await tx.session.scalars(select(RollCall)))
            assert len(calls) == 2 and all(one.ended_at is None for one in calls)
            tied = select(func.count()).where(Membership.person_id.is_not(None))
            assert await tx.session.scalar(tied) == 3
            assert await tx.session.scalar(select(func.count()).select_from(Household)) == 2


async def test_people_answer_one_after_another_and_some_of_them_again(world: World) -> None:
    everybody = [world.private_chat(world.bot, world.add_user(str(number))) for number in range(15)]
    answering = Answering(world, everybody, [7] * 15)
    answering.begin(2)
    while not answering.is_over:
        assert len(world.callbacks) <= 2
        world.answer(next(iter(world.callbacks)), None, False)
        await reacted()
    assert (answering.said, answering.taken) == (18, 18), "every seventh once more"
    assert set(answering.last.values()) == {"safe"} and len(answering.last) == 15


async def test_an_answer_that_is_not_kept_or_asks_twice_would_be_noticed(sqlite_url: str, keys: str) -> None:
    one, other = place.person_id(0), place.person_id(1)
    async with place.using(sqlite_url) as database:
        async with database.begin(bot_id=place.BOT) as tx:
            await found_county(tx)
            for who in (one, other):
                await settle(tx, who, center="maqu", name="王秀英")
        await put_roll_call(database, center="maqu")
        assert await lost(sqlite_url, {one: "safe", other: "help"}) == 2
        for who, said in ((one, "safe"), (other, "help")):
            async with database.begin(bot_id=place.BOT) as tx:
                account = await people.account(tx, who)
                assert account is not None
                call = (await rollcalls.open_at(tx, [account.memberships[0].center_id]))[0]
                await rollcall.answer(tx, account, call.notice_id, said)
        assert await lost(sqlite_url, {one: "safe", other: "help"}) == 0
        assert await lost(sqlite_url, {one: "away", other: "help"}) == 1
        async with database.begin(bot_id=place.BOT) as tx:
            row = (await tx.session.scalars(select(ServiceRequest))).one()
            row.asker_id = one
            again = Need(line="security", said=[], urgent=True)
            account = await people.account(tx, other)
            assert account is not None
            await submit(tx, account, row.center_id, again)
        assert await lost(sqlite_url, {one: "safe", other: "help"}) == 1


async def test_the_large_data_set_is_as_large_as_it_says(sqlite_url: str, keys: str) -> None:
    async with place.using(sqlite_url) as database, database.begin(bot_id=place.BOT) as tx:
        await found_county(tx)
        await settle(tx, place.person_id(1), center="maqu", name="王秀英")
    await fill(sqlite_url, residents=300, requests=500)
    assert (await place.books(sqlite_url)).requests == 500
