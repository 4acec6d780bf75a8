"""A mediation from beginning to end, everybody looking on: its words reach the two sides only."""

from __future__ import annotations

import logging
from dataclasses import dataclass

import pytest

from services import thread
from simulator.model import Message
from simulator.person import Person as Someone
from storage.outbox import Outbox
from storage.updates import FailedUpdate
from tests.stories.conftest import Village
from tests.stories.secrets import everything_said, leaks, leaks_in_log, leaks_in_tables, listen
from tests.stories.test_secrecy import pry

ASKER = "王秀英"
BEGUN = "隔壁占了我家三尺地"
MORE = "他儿子还要砸我家锅"
ANSWER = "周三晚上来您家院里谈"
CORRECTED = "改到周四来您家院里谈"
BACK = "我跟那家是表兄弟"
MOVED = "其实是赡养的钱没给"
AGAIN = "说好的墙又砌回来了"
WORD = "总算把墙拆了"
SAID = (BEGUN, MORE, ANSWER, CORRECTED, BACK, MOVED, AGAIN, WORD)
PARTS = ("三尺", "砸我家", "院里谈", "表兄弟", "赡养的钱", "砌回来", "墙拆")


@dataclass
class Cast:
    """Everybody there is. The two sides are `asker`, and whoever has it at the time."""

    asker: Someone
    first: Someone
    second: Someone
    civil: Someone
    others: list[Someone]


async def cast(village: Village) -> Cast:
    """A center with everybody in it, and those above and next to it."""
    asker = await village.person(ASKER, village="柳树湾")
    await asker.shares_contact()
    await asker.sees("电话记下了")
    return Cast(
        asker=asker,
        first=await village.person("张和", "mediator"),
        second=await village.person("李顺", "mediator"),
        civil=await village.person("冯岚", "civil_affairs"),
        others=[
            await village.person("马国强", "director"),
            await village.person("赵桂芳", "deputy"),
            await village.person("孙丽", "clerk"),
            await village.person("李明", "doctor"),
            await village.person("周勇", "security"),
            await village.person("周敏", "assistance", "committee", "volunteer"),
            await village.person("刘大山"),
            await village.person("钱进", "township"),
            await village.person("何为", "county"),
            await village.person("何平", "mediator", "director", center="dongxing", village="东头"),
            village.stranger("路人"),
        ],
    )


async def everybody_pries(village: Village, *people: Someone) -> None:
    """By desk, number, list and forged button, and by replying to what they were shown."""
    for someone in people:
        if someone.last is None:
            await someone.starts()
            await someone.sees("")
    for someone in people:
        await pry(village, someone)
        for data in ("hide|1|0|0", "hide|1|1|1", "page|desk|0", "page|mine|1"):
            if someone.last is not None:
                await someone.taps_data(someone.last, data)
        shown = next((one for one in someone.screen if one.from_bot and "1007 号" in one.text), None)
        if shown is not None:
            await someone.says("让我也听听", reply_to=shown)
            await someone.says("/cancel")
    await village.settled()


def card(someone: Someone, label: str) -> Message:
    """The newest message with a button of this name."""
    return next(
        message
        for message in reversed(someone.screen)
        if any(label in button for button in someone.buttons(message))
    )


async def begin(village: Village, people: Cast) -> None:
    """By sentence and voice, taken by the first mediator, and talked over."""
    await people.asker.says(BEGUN)
    await people.asker.taps("矛盾调解")
    await people.asker.sends_voice()
    await people.asker.sees("🎤 语音 1 段")
    await people.asker.taps("发出去")
    await people.asker.sees("收到了：1007 号")
    await people.first.sees("1007 号")
    await people.second.sees("1007 号")
    await everybody_pries(village, people.others[0], people.civil)
    before = leaks(village, [ASKER, "柳树湾 ·", *SAID], [people.asker])
    assert before == []  # not even the two who may take it
    await people.first.taps("我来接", in_=card(people.first, "我来接"))
    await people.first.sees(ASKER)
    await people.asker.taps("看看这件事")
    await people.asker.taps("再说几句")
    await people.asker.says(MORE)
    await people.first.sees(MORE)
    await people.asker.taps("说完了")
    await people.first.taps("跟他说话", in_=card(people.first, "跟他说话"))
    said = await people.first.says(ANSWER)
    await people.asker.sees(ANSWER)
    await people.first.edits(said, CORRECTED)
    await people.asker.sees(CORRECTED)
    await people.first.taps("说完了")
    await village.settled()


async def hand_on(people: Cast) -> None:
    """Given back by the first, taken by the second, moved to civil affairs and from there back."""
    await people.first.taps("办不了，转出去", in_=card(people.first, "转出去"))
    await people.first.taps("退回去")
    await people.first.says(BACK)
    await people.first.sees("退回去了")
    await people.second.sees("1007 号")
    await people.second.taps("我来接", in_=card(people.second, "我来接"))
    await people.second.sees(BEGUN)
    await people.second.taps("办不了，转出去", in_=card(people.second, "转出去"))
    await people.second.taps("转给别的岗位")
    await people.second.taps("家里要人帮")
    await people.second.taps("民政办理")
    await people.second.says(MOVED)
    await people.second.sees("转过去了")
    await people.civil.sees("1007 号")
    await people.civil.taps("我来接", in_=card(people.civil, "我来接"))
    await people.civil.sees(BEGUN)
    await people.civil.taps("办不了，转出去", in_=card(people.civil, "转出去"))
    await people.civil.taps("转给别的岗位")
    await people.civil.taps("闹矛盾")
    await people.civil.taps("矛盾调解")
    await people.civil.says(MOVED)
    await people.civil.sees("转过去了")


async def finish(people: Cast) -> None:
    """Taken by the second again, done, not done, done, rated with a word."""
    await people.second.sees("1007 号")
    await people.second.taps("我来接", in_=card(people.second, "我来接"))
    await people.second.sees(BEGUN)
    await people.second.taps("办好了", in_=card(people.second, "办好了"))
    await people.asker.taps("👎 没办好")
    await people.asker.says(AGAIN)
    await people.second.sees(AGAIN)
    await people.second.taps("✅ 办好了")
    await people.asker.taps("👍 办好了")
    await people.asker.taps("4 分")
    await people.asker.taps("说一句")
    await people.asker.says(WORD)
    await people.second.sees(WORD)


async def test_a_whole_mediation_reaches_the_two_sides_and_nobody_else(
    village: Village, caplog: pytest.LogCaptureFixture
) -> None:
    listen(caplog)
    people = await cast(village)
    await begin(village, people)
    await everybody_pries(village, *people.others, people.second, people.civil)
    assert leaks(village, [ASKER, *SAID, *PARTS], [people.asker, people.first]) == []

    await hand_on(people)
    await village.passes(hours=2)
    await everybody_pries(village, people.others[2], people.others[7])
    await finish(people)
    await village.passes(days=20)  # whatever the clock has to say, it says it now
    await everybody_pries(village, *people.others, people.first, people.civil)

    sides = [people.asker, people.first, people.second, people.civil]
    assert leaks(village, [ASKER, *SAID, *PARTS], sides) == []
    former, later = [people.asker, people.second], [AGAIN, WORD, "砌回来", "墙拆"]
    assert leaks(village, later, former) == []
    assert leaks(village, [BACK, "表兄弟"], [people.asker, people.second, people.civil]) == []
    await nothing_written_down(village, caplog)


async def nothing_written_down(village: Village, caplog: pytest.LogCaptureFixture) -> None:
    """No log record, error, queue or table holds a word of it that could be read."""
    assert leaks_in_log(caplog, [ASKER, "柳树湾", *SAID, *PARTS]) == []
    assert await leaks_in_tables(village, [ASKER, *SAID, *PARTS]) == []
    assert await village.count(FailedUpdate) == 0
    assert await village.count(Outbox) > 100


async def test_a_grandson_who_asks_for_his_grandmother_is_her_side(
    village: Village, caplog: pytest.LogCaptureFixture
) -> None:
    listen(caplog)
    people = await cast(village)
    await village.enrol(ASKER, phone=people.asker.phone, village="柳树湾")
    await people.asker.says("/phone")
    await people.asker.shares_contact()
    await people.asker.sees("对上了名册")
    grandson, other = await village.person("王小军"), await village.person("王大军")
    await grandson.says(BEGUN)
    await grandson.taps("矛盾调解")
    await grandson.taps("替别人办")
    await grandson.says(ASKER)
    await grandson.taps(f"{ASKER} · 柳树湾")
    await grandson.taps("儿女、孙辈")
    await grandson.sees(f"替谁办：{ASKER}")
    await grandson.taps("发出去")
    await grandson.sees("收到了")
    await people.asker.sees("王小军替您提了这件事")
    await people.first.taps("我来接", in_=card(people.first, "我来接"))
    await people.first.taps("跟他说话")
    await people.first.says(ANSWER)
    await people.asker.sees(ANSWER)
    await grandson.sees(ANSWER)
    await people.first.taps("说完了")
    await everybody_pries(village, people.others[0], people.second, other)
    assert leaks(village, [*SAID, *PARTS], [grandson, people.asker, people.first]) == []
    assert leaks(village, ["王小军"], [grandson, people.asker, people.first]) == []
    await nothing_written_down(village, caplog)


async def test_urgent_words_ring_many_and_tell_them_nothing(
    village: Village, caplog: pytest.LogCaptureFixture
) -> None:
    listen(caplog)
    people = await cast(village)
    officer = people.others[4]
    await people.asker.says(f"快来人，{BEGUN}，拿刀要砍人了")
    await people.asker.sees("先打 110")
    await people.asker.taps("马上叫人")
    await officer.sees("急事")
    await village.passes(minutes=4)
    assert leaks(village, [ASKER, BEGUN, "三尺", "砍人"], [people.asker]) == []
    await officer.taps("我来接", in_=card(officer, "我来接"))
    await officer.sees(BEGUN)
    await village.passes(minutes=10)
    await everybody_pries(village, people.others[0], people.others[3], people.first)
    assert leaks(village, [ASKER, BEGUN, "三尺", "砍人"], [people.asker, officer]) == []
    assert leaks_in_log(caplog, [ASKER, BEGUN, "三尺", "砍人"]) == []
    assert await leaks_in_tables(village, [ASKER, BEGUN, "三尺", "砍人"]) == []


async def test_what_goes_wrong_is_written_down_without_a_word_of_it(
    village: Village, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    listen(caplog)
    people = await cast(village)
    await people.asker.says(BEGUN)
    await people.asker.taps("矛盾调解")
    await people.asker.taps("发出去")
    await people.first.taps("我来接", in_=card(await _settled(village, people.first), "我来接"))
    await people.first.sees(BEGUN)

    async def fail(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(thread, "_to_holder", fail)
    await people.asker.taps("看看这件事")
    await people.asker.taps("再说几句")
    await people.asker.says(MORE)
    await people.asker.sees("出了点毛病")
    await people.first.blocks()
    await village.settled()

    assert await village.count(FailedUpdate) == 1
    assert leaks_in_log(caplog, [ASKER, *SAID, *PARTS]) == []
    assert await leaks_in_tables(village, [ASKER, *SAID, *PARTS]) == []
    assert leaks(village, [ASKER, *SAID, *PARTS], [people.asker, people.first]) == []


async def _settled(village: Village, someone: Someone) -> Someone:
    await village.settled()
    return someone


async def test_the_walker_itself_notices_a_leak_of_every_kind(
    village: Village, caplog: pytest.LogCaptureFixture
) -> None:
    listen(caplog)
    grandma, other = await village.person(ASKER), await village.person("刘大山")
    logging.getLogger("bot.test").info("Said %s.", BEGUN, extra={"who": ASKER})
    await other.says(BEGUN)
    await other.sees("您说的是哪方面的事")
    await other.taps("矛盾调解")
    await other.sees(BEGUN)
    await village.settled()
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        tx.session.add(FailedUpdate(bot_id=1, at=tx.now, stage="handle", error=f"said {BEGUN}", body={}))
    assert {leak.where for leak in leaks(village, [BEGUN], [grandma])} == {"刘大山"}
    assert leaks(village, [BEGUN], [grandma, other]) == []
    assert {leak.word for leak in leaks_in_log(caplog, [BEGUN, ASKER])} == {BEGUN, ASKER}
    assert {leak.where for leak in await leaks_in_tables(village, [BEGUN])} == {"failed_update"}
    assert any("sendMessage" in one for one in everything_said(village)[other.id])
