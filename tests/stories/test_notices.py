"""Telling everybody something: it arrives once with each, and can be held, let go on and stopped."""

from __future__ import annotations

import pytest
from sqlalchemy import delete

from bot.seed import settle
from services import spooling
from simulator.model import Message
from simulator.person import Person as Someone
from storage.notices import Notice
from storage.people import Membership
from tests.stories.conftest import Village
from tests.stories.test_handling import ask

WATER = "明天上午九点到十一点停水，请提前接好水。"
HEAD = "马曲村社区服务中心通知"


@pytest.fixture
def by_threes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A notice gets on by three people at a time, so that something can happen in its middle."""
    monkeypatch.setattr(spooling, "PAGE", 3)
    monkeypatch.setattr(spooling, "WAITING", 3)


async def crowd(village: Village, count: int, center: str = "maqu") -> list[Someone]:
    """So many villagers who once opened the chat and registered."""
    everybody = [village.sim.person(f"村民{number}", label=f"村民{number}") for number in range(count)]
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        for one in everybody:
            village.sim.world.private_chat(village.sim.world.bot, one.user)
            await settle(tx, one.id, center=center, name=one.name)
    return everybody


async def writes(author: Someone, words: str = WATER) -> Message:
    """By the command, up to the look before sending."""
    await author.says("/notice")
    await author.taps("写：")
    await author.sees("要告诉大家什么")
    await author.says(words)
    return await author.sees("大家收到的就是这样")


async def sends(author: Someone, words: str = WATER) -> Message:
    """By the command, to the progress message."""
    await writes(author, words)
    await author.taps("发给大家")
    return await author.sees("正在发")


def got(people: list[Someone], words: str = WATER) -> int:
    """How many have it on their screens; nobody has it twice."""
    counts = [sum(words in message.text for message in one.screen if message.from_bot) for one in people]
    assert max(counts) <= 1
    return sum(counts)


def places(village: Village, people: list[Someone], words: str) -> list[int]:
    """When these people were told this: the places of the messages among all that the bot did."""
    ids = {one.id for one in people}
    return [
        place
        for place, call in enumerate(village.sim.world.calls)
        if call.params.get("chat_id") in ids and words in str(call.params.get("text"))
    ]


async def until_done(village: Village, author: Someone, words: str = "发完了") -> Message:
    """Let time pass until the progress message says so."""
    for _ in range(30):
        await village.passes(seconds=6)
        if author.has_seen(words):
            break
    return next(message for message in reversed(author.screen) if words in message.text)


async def test_a_committee_member_tells_everybody_at_the_center(village: Village) -> None:
    author, villagers = await village.person("郑委员", "committee"), await crowd(village, 7)
    elsewhere = await crowd(village, 1, center="dongxing")
    await villagers[0].blocks()  # which is known at once
    await villagers[1].deactivates()  # which is not

    await author.taps("更多")
    await author.taps("我管的事")
    await author.taps("给大家发通知")
    assert "眼下没有正在发的" in (await author.sees("正在发的")).text
    await author.taps("写：马曲村社区服务中心")
    await author.sees("要告诉大家什么")
    await author.says("停水")
    await author.sees("停水")
    await author.taps("重新写")
    await author.says(WATER)
    arrives = await author.sees(HEAD)
    sure = await author.sees("大家收到的就是这样")
    assert "登记过的所有人：8 人" in sure.text
    assert "其中 1 人收不到" in sure.text
    assert "不到一分钟就发完" in sure.text
    await author.taps("发给大家")
    await author.sees("有急事、有人来问，都不会耽误")
    begun = await author.sees("正在发，一共 8 人")

    done = await until_done(village, author)
    assert done.id == begun.id, "one message that changes"
    assert "收到了 6 人" in done.text
    assert "收不到 2 人" in done.text
    assert "还剩" not in done.text and author.buttons(done) == ["✏️ 更正", "🗑 撤回", "⋯ 还能做什么"]
    assert got(villagers) == 5
    assert villagers[3].last is not None and villagers[3].last.text == arrives.text == f"📢 {HEAD}\n{WATER}"
    assert sum(HEAD in message.text for message in author.screen) == 3, "two looks, and as everybody"
    assert not got(elsewhere)


async def test_it_is_held_goes_on_and_everybody_gets_it_once(village: Village, by_threes: None) -> None:
    author, director = await village.person("郑委员", "committee"), await village.person("李主任", "director")
    villagers = await crowd(village, 20)
    card = await sends(author)
    await village.passes(seconds=1)
    await author.taps("先停一停", in_=card)
    await author.sees("先停着")
    await village.settled()
    assert "停下了" in author.toasts[-1]
    before = got(villagers)
    assert before < 20
    await village.passes(minutes=5)
    assert got(villagers) == before
    assert "还剩" in card.text

    await author.taps_data(card, f"notice|pause|{await notice_id(village)}")  # tapped twice
    await village.settled()
    await director.says("/notice")
    assert "（先停着）" in (await director.sees("正在发的")).text
    await director.taps("👀")
    copy = await director.sees("先停着")
    await director.taps("接着发", in_=copy)
    await director.sees("正在发")
    done = await until_done(village, author)
    assert "收到了 22 人" in done.text
    assert got([*villagers, director]) == 21
    await director.taps("再看看", in_=copy)
    await director.sees("发完了")


async def notice_id(village: Village) -> int:
    """The id of the last notice."""
    return await village.count(Notice)


async def test_a_stopped_notice_reaches_nobody_more(village: Village, by_threes: None) -> None:
    author, villagers = await village.person("李主任", "director"), await crowd(village, 20)
    card = await sends(author)
    await village.passes(seconds=1)
    await author.taps("不发了", in_=card)
    await author.sees("剩下的人就收不到了")
    await author.taps("对，不发了")
    await author.sees("剩下的不发了")
    await village.settled()
    before = got(villagers)
    assert before < 20
    await village.passes(minutes=5)
    await village.settled()
    assert got(villagers) == before
    assert "⏹️ 不发了" in card.text and "没有发的" in card.text

    one = await notice_id(village)
    for action in ("pause", "resume"):
        await author.taps_data(card, f"notice|{action}|{one}")
        await village.settled()
        assert "早就不发啦" in author.toasts[-1]
    await author.taps_data(card, f"notice|stop-sure|{one}")
    await author.sees("剩下的不发了")
    await village.passes(minutes=5)
    assert got(villagers) == before


async def test_a_second_notice_to_few_does_not_wait_for_the_first(village: Village, by_threes: None) -> None:
    township, mayor = await village.person("李主任", "director"), await village.person("何镇长", "township")
    many, few = await crowd(village, 15), await crowd(village, 3, center="dongxing")
    other = await village.person("东星主任", "director", center="dongxing", village=None)
    await sends(township)
    await village.passes(seconds=1)
    await sends(other, "后天体检")
    await until_done(village, other)
    assert got(few, "后天体检") == 3
    assert got(many, "后天体检") == 0
    await until_done(village, township)
    assert got(many) == 15
    assert max(places(village, few, "后天体检")) < max(places(village, many, WATER))

    await sends(mayor, "全镇防火")
    done = await until_done(village, mayor)
    assert "一共 21 人" in done.text
    assert got([*many, *few, other], "全镇防火") == 19


async def test_people_are_answered_in_the_middle_of_it(village: Village, by_threes: None) -> None:
    author, villagers = await village.person("李主任", "director"), await crowd(village, 9)
    wu, grandma = await village.person("吴强", "environment"), await village.person("王秀英")
    await sends(author)
    await village.passes(seconds=1)
    await ask(grandma)
    await wu.sees("1007 号")
    assert got(villagers) < 9
    await until_done(village, author)


async def test_whoever_registers_later_does_not_get_it(village: Village) -> None:
    author = await village.person("李主任", "director")
    await sends(author)
    await author.taps("先停一停")
    await author.sees("先停着")
    village.shift += spooling.PATIENCE
    late = await crowd(village, 2)
    await author.taps("接着发")
    await until_done(village, author)
    assert got(late) == 0
    assert sum(WATER in message.text for message in author.screen if message.from_bot) == 2


async def test_who_belongs_to_two_centers_gets_one_notice_of_the_township(village: Village) -> None:
    mayor = await village.person("何镇长", "township")
    (migrant,) = await crowd(village, 1)
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        await settle(tx, migrant.id, center="dongxing", name="打工的")
    assert "登记过的所有人：2 人" in (await writes(mayor)).text
    await mayor.taps("发给大家")
    await until_done(village, mayor)
    assert got([migrant]) == 1


async def test_nobody_else_writes_or_steers(village: Village) -> None:
    author, villagers = await village.person("郑委员", "committee"), await crowd(village, 2)
    colleague = await village.person("钱委员", "committee")
    outsiders = [
        await village.person("王秀英"),
        await village.person("孙丽", "clerk"),
        await village.person("吴强", "environment"),
        await village.person("东星主任", "director", "committee", center="dongxing", village=None),
    ]
    card = await sends(author)
    await author.taps("先停一停", in_=card)
    await author.sees("先停着")
    center, one = await village.unit_id("maqu"), await notice_id(village)
    forged = [f"notice|{action}|{one}" for action in ("look", "pause", "resume", "stop", "stop-sure", "x")]
    for who in [*outsiders, colleague]:
        await who.says("/help")
        shown = await who.sees("")
        for data in forged:
            await who.taps_data(shown, data)
        await village.settled()
        assert all("没找到这一条" in toast for toast in who.toasts[-len(forged) :])
        assert not who.has_seen("先停着")
        if who is not colleague:
            await who.taps_data(shown, f"nnew|{center}")
            await who.taps_data(shown, f"nsend|{center}|1")
            await village.settled()
            assert "没找到" in who.toasts[-2] and "已经选过" in who.toasts[-1]
    for who in outsiders[:3]:
        await who.says("/notice")
        await who.sees("通知由村委和主任来发")
    assert await village.count(Notice) == 1
    await author.taps("接着发", in_=card)
    await until_done(village, author)
    assert got([*villagers, *outsiders[:3], colleague]) == 6
    assert got(outsiders[3:]) == 0


async def test_what_cannot_be_passed_on_too_many_words_and_old_buttons_send_nothing(village: Village) -> None:
    author = await village.person("李主任", "director")
    await author.says("/notice")
    await author.taps("写：")
    await author.sees("要告诉大家什么")
    await author.sends_dice()
    await author.sees("这样的消息转不了")
    await author.says("长" * 3501)
    await author.sees("太长啦，有 3,501 个字")
    await author.says("第一遍")
    old = await author.sees("大家收到的就是这样")
    await author.says("第二遍")
    new = await author.sees("大家收到的就是这样")
    await author.taps("发给大家", in_=old)
    await village.settled()
    assert "已经选过" in author.toasts[-1] and await village.count(Notice) == 0
    await author.taps("发给大家", in_=new)
    await author.sees("正在发")
    await author.taps_data(new, f"nsend|{await village.unit_id('maqu')}|1")
    await village.settled()
    assert await village.count(Notice) == 1
    await author.says("/notice")
    await author.taps("写：")
    await author.says("/cancel")
    await author.sees("好，不办了")
    assert await village.form(author) is None


async def test_a_form_is_not_kept_by_whoever_has_lost_the_role(village: Village) -> None:
    author, director = await village.person("郑委员", "committee"), await village.person("李主任", "director")
    await writes(author)
    await director.says("/roles")
    await director.taps("协调委员会 · 郑委员")
    await director.taps("对，收回")
    await director.sees("收回了")
    await author.taps("发给大家")
    await village.settled()
    assert "没找到" in author.toasts[-1]
    assert await village.count(Notice) == 0
    assert await village.form(author) is None


async def test_a_notice_that_nobody_can_receive_says_so(village: Village) -> None:
    villagers, mayor = await crowd(village, 3), await village.person("何镇长", "township")
    async with village.database.begin() as tx:
        await tx.session.execute(delete(Membership).where(Membership.account_id == mayor.id))
    for one in villagers:
        await one.blocks()
    await village.settled()
    assert "其中 3 人收不到" in (await writes(mayor)).text
    await mayor.taps("发给大家")
    done = await until_done(village, mayor, "没有一个人收到")
    assert "一共 3 人" in done.text and "收不到 3 人" in done.text
