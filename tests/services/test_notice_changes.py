"""Correcting, withdrawing and adding to a notice: who may, what is kept, and each message changes once."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from domain import notices as rules
from domain.announcing import Announcement, Body
from domain.messages import Content
from services import (
    notice_changes,
    notice_reading,
    notice_sweeping,
    notice_withdrawing,
    notice_writing,
    notices,
    spooling,
)
from services.outbox import by_another
from storage import notice_versions, outbox, units
from storage.notice_versions import NoticeVersion
from storage.outbox import CHANGES, Lane, Outbox
from tests.services.steps import refused
from tests.services.test_notices import begun, by_twos, come_out, kept, report, rows, spool
from tests.services.town import BOT, Town, told

__all__ = ["by_twos"]
NEW = "后天停水"


async def correct(town: Town, who: int, notice_id: int, words: str = NEW, **translations: str) -> None:
    """Let somebody correct a notice."""
    await town.do(who, notice_changes.correct, notice_id, words, translations)


async def sweep(town: Town, times: int = 100) -> int:
    """Let the clock write changes, so often at most; how often it did."""
    for done in range(times):
        async with town.begin() as tx:
            if not await notice_sweeping.sweep_one(tx):
                return done
    return times


async def changes(town: Town, *states: str) -> list[Outbox]:
    """The changes that were written to what a notice sent."""
    async with town.database.begin(town.now, BOT) as tx:
        query = select(Outbox).where(Outbox.method.in_(CHANGES), Outbox.key.like("notice-text:%"))
        found = await tx.session.scalars(query.order_by(Outbox.id))
        return [row for row in found if not states or row.state in states]


async def go(town: Town) -> None:
    """All that waits is sent."""
    async with town.database.begin(town.now, BOT) as tx:
        query = update(Outbox).where(Outbox.state == "waiting")
        await tx.session.execute(query.values(state="sent", sent_at=town.now, message_id=1))


async def everybody(town: Town, count: int, *roles: str) -> list[int]:
    """A director and so many villagers; all their ids."""
    return [
        await town.settle("主任", *(roles or ("director",))),
        *[await town.settle(f"村民{number}") for number in range(count)],
    ]


async def sent(town: Town, author: int) -> int:
    """A notice that everybody has; its id."""
    notice_id = await begun(town, author)
    while await spool(town):
        await go(town)
    return notice_id


async def published(town: Town, author: int, body: Body, kind: str = "general") -> int:
    """A notice that says this; its id."""
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None
        said, actor = Announcement(body=body, kind=kind), await town.account(tx, author)
        return (await notice_writing.publish(tx, actor, unit, said)).id


async def versions(town: Town, notice_id: int) -> list[NoticeVersion]:
    """Every version of a notice."""
    async with town.database.begin(town.now, BOT) as tx:
        return await notice_versions.of_notice(tx, notice_id)


async def test_everybody_who_has_it_gets_it_changed_once(any_town: Town, by_twos: None) -> None:
    town, who = any_town, await everybody(any_town, 6)
    notice_id = await sent(town, who[0])
    await correct(town, who[0], notice_id)
    while await sweep(town):
        await go(town)
    found = await changes(town)
    assert Counter(row.chat_id for row in found) == Counter(who)
    assert {(row.method, row.lane, row.key, row.notice_id) for row in found} == {
        ("edit", Lane.BROADCAST, f"notice-text:{notice_id}", None)
    }
    assert "更正</b>：明天 → 后天" in town.heard(who[1]) and NEW in town.last(who[1]).words
    notice = await kept(town, notice_id)
    assert (notice.sweep_from, notice.sweep_until, notice.said.words) == (None, None, NEW)
    assert [(one.version, one.why, one.by_id, one.said.words) for one in await versions(town, notice_id)] == [
        (1, "written", who[0], "明天停水"),
        (2, "corrected", who[0], NEW),
    ]


async def test_a_page_that_fails_is_written_again_and_nobody_gets_two(any_town: Town, by_twos: None) -> None:
    town, who = any_town, await everybody(any_town, 4)
    notice_id = await sent(town, who[0])
    await correct(town, who[0], notice_id)
    await sweep(town, 1)
    with pytest.raises(LookupError):
        async with town.begin() as tx:
            await notice_sweeping.sweep_one(tx)
            raise LookupError
    while await sweep(town):
        await go(town)
    assert Counter(row.chat_id for row in await changes(town)) == Counter(who)


async def test_no_more_changes_wait_than_are_useful(any_town: Town, by_twos: None) -> None:
    town, who = any_town, await everybody(any_town, 9)
    notice_id = await sent(town, who[0])
    await correct(town, who[0], notice_id)
    assert await sweep(town) == 2 and await sweep(town) == 0
    assert len(await changes(town)) == 4
    town.now += spooling.PATIENCE
    assert await sweep(town) == 2, "a bot that does not send holds up the others for a while only"


async def test_what_waits_while_it_runs_is_changed_when_it_has_gone_out(any_town: Town) -> None:
    town, who = any_town, await everybody(any_town, 3)
    notice_id = await begun(town, who[0])
    await spool(town)
    await come_out(town, sent=2)
    await correct(town, who[0], notice_id)
    assert await sweep(town) == 1 and await sweep(town) == 0
    assert len(await changes(town)) == 2
    assert (await kept(town, notice_id)).sweep_until is not None
    await come_out(town, sent=1, gone=1)
    await sweep(town)
    assert len(await changes(town)) == 3, "whoever cannot be reached has nothing to change"
    assert (await kept(town, notice_id)).sweep_until is None


async def test_who_gets_it_after_the_correction_gets_no_change(town: Town, by_twos: None) -> None:
    who = await everybody(town, 5)
    notice_id = await begun(town, who[0])
    await spool(town, 1)
    await go(town)
    await correct(town, who[0], notice_id)
    while await spool(town) or await sweep(town):
        await go(town)
    assert len(await changes(town)) == 2 and len(await rows(town, notice_id)) == 6
    assert "更正</b>：明天 → 后天" in town.heard(who[5])


async def test_what_waits_of_a_paused_notice_says_the_new_words(any_town: Town, by_twos: None) -> None:
    town, who = any_town, await everybody(any_town, 6)
    async with town.begin() as tx:
        (await town.account(tx, who[2])).locale = "en"
    notice_id = await begun(town, who[0])
    await spool(town)
    await come_out(town, sent=1)
    await town.do(who[0], notices.pause, notice_id)
    await correct(town, who[0], notice_id)
    waiting = [row for row in await rows(town, notice_id) if row.state == "waiting"]
    assert len(waiting) == 3 and {row.locale for row in waiting} == {"zh-Hans", "en"}
    async with town.database.begin(town.now, BOT) as tx:
        said = [told(row).words for row in await outbox.rows(tx, [row.id for row in waiting])]
    assert all(NEW in words and "明天 → 后天" in words for words in said)


async def test_a_paused_notice_is_swept_and_its_changes_are_not_held(town: Town, by_twos: None) -> None:
    who = await everybody(town, 6)
    notice_id = await begun(town, who[0])
    await spool(town)
    await come_out(town, sent=3)
    await town.do(who[0], notices.pause, notice_id)
    await correct(town, who[0], notice_id)
    await sweep(town)
    assert len(await changes(town, "waiting")) == 3
    await town.do(who[0], notices.stop, notice_id)
    assert len(await changes(town, "waiting")) == 3, "stopping drops what was to be sent only"
    assert "收到了 3 人" in town.last(who[0]).words, "changes are not counted"


async def test_a_correction_at_night_does_not_wait_for_the_morning(town: Town) -> None:
    who = await everybody(town, 2)
    notice_id = await sent(town, who[0])
    town.passes(hours=13)
    await correct(town, who[0], notice_id)
    await sweep(town)
    assert len(await changes(town)) == 3


async def test_a_second_correction_begins_anew_for_all(any_town: Town, by_twos: None) -> None:
    town, who = any_town, await everybody(any_town, 4)
    notice_id = await sent(town, who[0])
    await correct(town, who[0], notice_id)
    await sweep(town, 1)
    await correct(town, who[0], notice_id, "大后天停水")
    while await sweep(town):
        await go(town)
    counts = Counter(row.chat_id for row in await changes(town))
    assert sorted(counts.values()) == [1, 1, 1, 2, 2]
    last = {row.chat_id: row.id for row in await changes(town)}
    async with town.database.begin(town.now, BOT) as tx:
        assert all("大后天停水" in told(row).words for row in await outbox.rows(tx, [*last.values()]))
    assert len(await versions(town, notice_id)) == 3


async def test_each_reads_it_in_their_own_language_if_it_was_said_again(town: Town) -> None:
    author, english = await town.settle("主任", "director"), await town.settle("Li")
    async with town.begin() as tx:
        (await town.account(tx, english)).locale = "en"
    body = Body(contents=(Content(text="明天停水"),), translations={"en": "No water tomorrow"})
    notice_id = await published(town, author, body)
    await spool(town)
    await go(town)
    await correct(town, author, notice_id, NEW)
    await sweep(town)
    assert NEW in town.last(english).words and "明天 → 后天" in town.last(english).words
    await correct(town, author, notice_id, NEW, en="No water on Friday")
    await sweep(town)
    assert "No water on Friday" in town.last(english).words
    assert "tomorrow → on Friday" in town.last(english).words, "as compared with how it was first sent"


async def test_what_was_read_stays_read(town: Town) -> None:
    who = await everybody(town, 2)
    notice_id = await sent(town, who[0])
    await town.do(who[1], notice_reading.read, notice_id, "")
    await correct(town, who[0], notice_id)
    await sweep(town)
    assert town.last(who[1]).taps == [f"nask|{notice_id}"]
    assert town.last(who[2]).taps == [f"nread|{notice_id}|", f"nask|{notice_id}"]


async def test_withdrawing_drops_what_waits_and_deletes_what_was_sent(any_town: Town, by_twos: None) -> None:
    town, who = any_town, await everybody(any_town, 8)
    notice_id = await begun(town, who[0])
    await spool(town)
    await come_out(town, sent=2)
    await town.do(who[0], notice_withdrawing.withdraw, notice_id)
    assert Counter(row.state for row in await rows(town, notice_id)) == {"sent": 2, "dropped": 2}
    assert await spool(town) == 0
    while await sweep(town):
        await go(town)
    found = await changes(town)
    assert [row.method for row in found] == ["delete"] * 4, "also what may be on its way"
    notice = await kept(town, notice_id)
    assert (notice.state, notice.withdrawn_at, notice.doors_at) == ("stopped", town.now, None)
    assert [one.why for one in await versions(town, notice_id)] == ["written", "withdrawn"]
    assert "撤回了（主任）" in town.last(who[0]).words and not town.last(who[0]).taps
    before = len(await changes(town))
    await town.do(who[0], notice_withdrawing.withdraw, notice_id)
    assert await sweep(town) == 0 and len(await changes(town)) == before, "doing it twice changes nothing"


@pytest.mark.parametrize(
    ("age", "method"),
    [
        (timedelta(), "delete"),
        (rules.DELETABLE - timedelta(seconds=1), "delete"),
        (rules.DELETABLE, "edit"),
        (timedelta(days=30), "edit"),
    ],
)
async def test_what_is_too_old_to_be_deleted_says_that_it_was_withdrawn(
    town: Town, age: timedelta, method: str
) -> None:
    who = await everybody(town, 1)
    notice_id = await sent(town, who[0])
    town.now += age
    await town.do(who[0], notice_withdrawing.withdraw, notice_id)
    await sweep(town)
    assert {row.method for row in await changes(town)} == {method}
    assert "这条通知撤回了，不算数" in town.last(who[1]).words


async def test_every_message_of_it_is_taken_back_but_an_old_place_cannot_be_told_so(town: Town) -> None:
    author = await town.settle("主任", "director")
    voice, place = Content(kind="voice", file_id="v"), Content(kind="location", latitude=1, longitude=2)
    body = Body(contents=(Content(text="明天停水"), voice, place))
    ids = [await published(town, author, body) for _ in range(2)]
    await spool(town)
    await go(town)
    await town.do(author, notice_withdrawing.withdraw, ids[0])
    await sweep(town)
    key = f"notice-text:{ids[0]}"
    assert [row.key for row in await changes(town)] == [key, f"{key}:1", f"{key}:2"]
    town.passes(days=3)
    await town.do(author, notice_withdrawing.withdraw, ids[1])
    await sweep(town)
    key = f"notice-text:{ids[1]}"
    assert [row.key for row in await changes(town)][3:] == [key, f"{key}:1"]


async def test_a_correction_leaves_the_other_messages_alone(town: Town) -> None:
    author = await town.settle("主任", "director")
    body = Body(contents=(Content(text="明天停水"), Content(kind="voice", file_id="v")))
    notice_id = await published(town, author, body)
    await spool(town)
    await go(town)
    await correct(town, author, notice_id)
    await sweep(town)
    assert [row.key for row in await changes(town)] == [f"notice-text:{notice_id}"]


async def test_somebody_who_changed_to_another_bot_has_it_there(any_town: Town) -> None:
    town, who = any_town, await everybody(any_town, 2)
    notice_id = await begun(town, who[0])
    await spool(town)
    (row,) = [one for one in await rows(town, notice_id) if one.chat_id == who[1]]
    async with town.begin() as tx:
        (await town.account(tx, who[1])).bot_id = 2000
    async with town.begin() as tx:
        (found,) = await outbox.rows(tx, [row.id])
        assert await by_another(tx, found)
        await outbox.mark(tx, [{"id": row.id, "state": "gone"}])
    await go(town)
    await correct(town, who[0], notice_id)
    await sweep(town)
    assert {(one.chat_id, one.bot_id) for one in await changes(town)} == {
        (who[0], BOT),
        (who[1], 2000),
        (who[2], BOT),
    }
    assert "收到了 3 人" in town.last(who[0]).words and "收不到" not in town.last(who[0]).words


async def test_what_was_stopped_does_not_go_out_by_another_bot(town: Town) -> None:
    who = await everybody(town, 1)
    notice_id = await begun(town, who[0])
    await spool(town)
    (row,) = [one for one in await rows(town, notice_id) if one.chat_id == who[1]]
    await town.do(who[0], notice_withdrawing.withdraw, notice_id)
    async with town.begin() as tx:
        (await town.account(tx, who[1])).bot_id = 2000
    async with town.begin() as tx:
        assert await by_another(tx, (await outbox.rows(tx, [row.id]))[0])
    assert len(await rows(town, notice_id)) == 2


STEPS: list[Any] = [
    (notice_changes.look_ahead, (NEW, {})),
    (notice_changes.correct, (NEW, {})),
    (notice_changes.append, ("问？", "答。")),
    (notice_withdrawing.withdraw, ()),
]


@pytest.mark.parametrize(
    ("roles", "center", "may"),
    [
        (["director"], "maqu", True),
        (["deputy"], "maqu", True),
        (["township"], "maqu", True),
        (["county"], "maqu", True),
        (["committee"], "maqu", False),
        (["clerk"], "maqu", False),
        ([], "maqu", False),
        (["director", "committee"], "dongxing", False),
    ],
)
async def test_who_changes_somebody_elses(town: Town, roles: list[str], center: str, may: bool) -> None:
    author = await town.settle("郑委员", "committee")
    village = "上马曲" if center == "maqu" else None
    who = await town.settle("某人", *roles, center=center, village=village)
    notice_id = await begun(town, author)
    for step, args in STEPS:
        assert await refused(town, who, step, 10**9, *args) == "not-found"
        if may:
            await town.do(who, step, notice_id, *args)
        else:
            assert await refused(town, who, step, notice_id, *args) == "not-found"
    heard = town.heard(author)
    assert ("某人 更正了您的通知" in heard, "某人 撤回了您的通知" in heard) == (may, may)


async def test_an_author_changes_their_own_and_is_not_told_so(town: Town) -> None:
    author = await town.settle("郑委员", "committee")
    notice_id = await begun(town, author)
    for step, args in STEPS:
        await town.do(author, step, notice_id, *args)
    assert "您的通知" not in town.heard(author)


@pytest.mark.parametrize(
    ("words", "why"),
    [("", "notice-empty"), ("字" * (rules.LONGEST + 1), "notice-long"), ("明天停水", "notice-correct-same")],
)
async def test_what_cannot_be_said_instead(town: Town, words: str, why: str) -> None:
    author = await town.settle("主任", "director")
    notice_id = await begun(town, author)
    for step in (notice_changes.look_ahead, notice_changes.correct):
        assert await refused(town, author, step, notice_id, words, {}) == why
    assert (await kept(town, notice_id)).version == 1


async def test_the_words_of_a_photo_stay_short_enough_to_stand_below_it(town: Town) -> None:
    author = await town.settle("主任", "director")
    notice_ids = []
    for words in ("看照片", "字" * (rules.CAPTION + 50)):
        body = Body(contents=(Content(kind="photo", file_id="p", text=words),))
        notice_ids.append(await published(town, author, body))
    for notice_id, most in zip(notice_ids, (rules.CAPTION, rules.CAPTION + 50), strict=True):
        args = (notice_id, "改" * (most + 1), {})
        assert await refused(town, author, notice_changes.correct, *args) == "notice-long"
        await correct(town, author, notice_id, "改" * most)


async def test_what_two_have_signed_is_not_corrected_by_one(town: Town) -> None:
    author = await town.settle("主任", "director")
    notice_id = await published(town, author, Body(contents=(Content(text="收入 100 元"),)), "finance")
    args = (notice_id, "收入 900 元", {})
    assert await refused(town, author, notice_changes.correct, *args) == "notice-correct-money"
    assert await refused(town, author, notice_changes.look_ahead, *args) == "notice-correct-money"
    await town.do(author, notice_changes.append, notice_id, "哪来的？", "卖桃子。")
    await town.do(author, notice_withdrawing.withdraw, notice_id)


async def test_what_was_withdrawn_is_over(town: Town) -> None:
    author = await town.settle("主任", "director")
    notice_id = await begun(town, author)
    await town.do(author, notice_withdrawing.withdraw, notice_id)
    for step, args in STEPS[:3]:
        assert await refused(town, author, step, notice_id, *args) == "notice-is-withdrawn"
    for step in (notices.pause, notices.resume):
        assert await refused(town, author, step, notice_id) == "notice-over-stopped"


async def test_one_that_is_done_is_withdrawn_and_stays_done(town: Town) -> None:
    who = await everybody(town, 1)
    notice_id = await sent(town, who[0])
    town.passes(seconds=5)
    assert await report(town)
    await town.do(who[0], notice_withdrawing.withdraw, notice_id)
    notice = await kept(town, notice_id)
    assert (notice.state, notice.changed_by_id) == ("done", who[0])


async def test_an_answer_is_read_below_the_words_and_is_no_correction(town: Town) -> None:
    who = await everybody(town, 1)
    notice_id = await sent(town, who[0])
    await town.do(who[0], notice_changes.append, notice_id, "下马曲呢？", "也停。")
    await sweep(town)
    words = town.last(who[1]).words.removesuffix("\n[text] ")
    assert words.endswith("明天停水\n❓ 下马曲呢？\n💬 也停。") and "更正" not in words
    await correct(town, who[0], notice_id)
    await sweep(town)
    words = town.last(who[1]).words.removesuffix("\n[text] ")
    assert "明天 → 后天" in words and words.endswith("💬 也停。")
    assert [one.why for one in await versions(town, notice_id)] == ["written", "answered", "corrected"]


async def test_the_oldest_answers_give_way_when_there_is_no_room(town: Town) -> None:
    author = await town.settle("主任", "director")
    notice_id = await begun(town, author)
    room = rules.room_for_answers(len("明天停水"), caption=False)
    half = room // 2 - rules.ANSWER_MARKS - 1
    for answer in ("一" * half, "二" * half, "三" * half):
        await town.do(author, notice_changes.append, notice_id, "问", answer)
    answered = (await kept(town, notice_id)).said.answered
    assert [one.answer[0] for one in answered] == ["二", "三"]
    most = room - rules.ANSWER_MARKS - 1
    args = ("问", "长" * (most + 1))
    assert await refused(town, author, notice_changes.append, notice_id, *args) == "notice-answer-long"
    await town.do(author, notice_changes.append, notice_id, "问", "长" * most)
    assert len((await kept(town, notice_id)).said.answered) == 1


async def test_a_look_ahead_changes_nothing(town: Town) -> None:
    who = await everybody(town, 2)
    notice_id = await sent(town, who[0])
    ahead = await town.do(who[0], notice_changes.look_ahead, notice_id, NEW, {})
    assert ahead.people == 3 and not ahead.message.buttons
    assert (await kept(town, notice_id)).version == 1 and await sweep(town) == 0


async def test_only_the_notice_that_is_changed_is_swept(town: Town) -> None:
    who = await everybody(town, 1)
    first, second = await sent(town, who[0]), await sent(town, who[0])
    await correct(town, who[0], second)
    await sweep(town)
    assert {row.key for row in await changes(town)} == {f"notice-text:{second}"}
    assert (await kept(town, first)).version == 1
