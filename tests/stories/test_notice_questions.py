"""A question about a notice: asked under it, answered in its thread, added to it for everybody to read."""

from __future__ import annotations

from bot.seed import settle
from simulator.person import Person as Someone
from storage.requests import ServiceRequest
from storage.thread import RequestEntry
from tests.stories.conftest import Village
from tests.stories.test_notice_board import ACCOUNTS, publish, withdraw

PUMP = "水泵修理一千八，是哪一台？"
ANSWER = "是村东那台，换了电机，发票在村委会。"


async def asks(someone: Someone, words: str = PUMP) -> None:
    """By the button under the notice, to the receipt."""
    await someone.taps("有话要问")
    await someone.sees("您想问什么")
    await someone.says(words)
    await someone.sees("发出去之前")
    await someone.taps("发出去")
    await someone.sees("收到了")


async def test_a_question_about_the_accounts_is_answered_for_everybody(village: Village) -> None:
    author = await village.person("郑委员", "committee")
    grandma, next_reader = await village.person("王秀英"), await village.person("赵桂芳")
    await publish(village, author, ACCOUNTS, kind="finance")
    await grandma.taps("有话要问")
    asked = await grandma.sees("您想问什么")
    assert "2026-001 号通知：三季度集体收支" in asked.text
    await grandma.says(PUMP)
    look = await grandma.sees("发出去之前")
    assert "问的是 2026-001 号通知" in look.text and "发通知的人也看得到" in look.text
    await grandma.taps("发出去")
    await grandma.sees("收到了")

    card = await author.sees("1007 号")
    assert "问的是 2026-001 号通知" in card.text and "王秀英" not in card.text and PUMP not in card.text
    await author.taps("我来接")
    held = await author.sees("王秀英")
    assert "问的是 2026-001 号通知" in held.text and PUMP in held.text
    await author.taps("跟他说话")
    await author.says(ANSWER)
    await grandma.sees(ANSWER)
    await author.taps("说完了")
    await author.says("/desk")
    await author.taps("1007 号")
    await author.taps("办好了", in_=await author.sees("👤"))
    offered = await author.sees("要不要写进通知")
    assert PUMP in offered.text and ANSWER in offered.text and "王秀英" not in offered.text

    await author.taps("写进通知给大家看")
    await author.sees(f"❓ {PUMP}")
    await author.taps("改问的话")
    await author.sees("问的话怎么写")
    await author.says("水泵修理的一千八是哪一台？")
    shown = await author.sees("不写谁问的")
    assert "❓ 水泵修理的一千八是哪一台？" in shown.text and f"💬 {ANSWER}" in shown.text
    await author.taps("就这样加上")
    await author.sees("写进通知了")
    await grandma.sees("没写您的名字")

    await next_reader.says("/board")
    await next_reader.taps("2026年11月")
    await next_reader.taps("2026-001")
    reads = await next_reader.sees("❓ 水泵修理的一千八是哪一台？")
    assert ACCOUNTS in reads.text and ANSWER in reads.text and "王秀英" not in reads.text
    await next_reader.taps("以前是怎么写的")
    before = await next_reader.sees("第 1 次写的")
    assert ACCOUNTS in before.text and ANSWER not in before.text


async def finished(village: Village, holder: Someone, answer: str = ANSWER) -> None:
    """Somebody of the desk takes the question, answers and finishes it."""
    await holder.sees("1007 号")
    await holder.taps("我来接")
    await holder.sees("👤")
    if answer:
        await holder.taps("跟他说话")
        await holder.says(answer)
        await holder.sees("送到了")
        await holder.taps("说完了")
    await holder.says("/desk")
    await holder.taps("1007 号")
    await holder.taps("办好了", in_=await holder.sees("👤"))
    await village.settled()


async def test_the_director_may_add_what_somebody_else_answered_and_only_one_does(village: Village) -> None:
    author, director = await village.person("郑委员", "committee"), await village.person("李主任", "director")
    colleague, grandma = await village.person("钱委员", "committee"), await village.person("王秀英")
    await publish(village, author, ACCOUNTS)
    await asks(grandma)
    await finished(village, colleague)
    assert not colleague.has_seen("要不要写进通知"), "who may not steer the notice is not offered it"
    first, second = await author.sees("要不要写进通知"), await director.sees("要不要写进通知")
    await director.taps("写进通知给大家看", in_=second)
    await director.sees(PUMP)
    await director.taps("就这样加上")
    await director.sees("写进通知了")
    await author.taps("写进通知给大家看", in_=first)
    await village.settled()
    assert "已经选过" in author.toasts[-1]
    for who in (colleague, grandma):
        for data in ("quest|look|1|0", "quest|answer|1|0", "quest|send|1|1", "quest|x|1|0"):
            await who.taps_data(who.screen[-1], data)
        await village.settled()
        assert not who.has_seen("不写谁问的")


async def test_what_was_finished_without_a_word_is_not_offered(village: Village) -> None:
    author, grandma = await village.person("郑委员", "committee"), await village.person("王秀英")
    await publish(village, author, ACCOUNTS)
    await asks(grandma)
    await finished(village, author, answer="")
    assert not author.has_seen("要不要写进通知")


async def test_a_voice_is_worded_before_everybody_reads_it(village: Village) -> None:
    author, grandma = await village.person("郑委员", "committee"), await village.person("王秀英")
    await publish(village, author, ACCOUNTS)
    await grandma.taps("有话要问")
    await grandma.sees("您想问什么")
    await grandma.sends_voice()
    await grandma.taps("发出去")
    await finished(village, author)
    await author.taps("写进通知给大家看")
    await author.sees("问的话怎么写")
    await author.says(PUMP)
    await author.sees(f"❓ {PUMP}")
    await author.taps("改答的话")
    await author.says("村东那台。")
    await author.sees("💬 村东那台。")
    await author.taps("就这样加上")
    await author.sees("写进通知了")


async def test_an_old_button_adds_nothing_and_a_withdrawn_notice_takes_nothing(village: Village) -> None:
    author, grandma = await village.person("郑委员", "committee"), await village.person("王秀英")
    notice_id = await publish(village, author, ACCOUNTS)
    await asks(grandma)
    await finished(village, author)
    await author.taps("写进通知给大家看")
    old = await author.sees("不写谁问的")
    await author.taps("改答的话", in_=old)
    await author.says("换了电机。")
    new = await author.sees("💬 换了电机。")
    await author.taps("就这样加上", in_=old)
    await village.settled()
    assert "已经选过" in author.toasts[-1]
    await withdraw(village, notice_id)
    await author.taps("就这样加上", in_=new)
    await village.settled()
    assert "已经撤回" in author.toasts[-1]


async def test_whom_it_is_kept_from_hears_nothing_of_it(village: Village) -> None:
    author, director = await village.person("郑委员", "committee"), await village.person("李主任", "director")
    colleague, grandma = await village.person("钱委员", "committee"), await village.person("王秀英")
    await publish(village, author, ACCOUNTS)
    await grandma.taps("有话要问")
    await grandma.says("李主任的招待费怎么没写？")
    await grandma.taps("不让李主任知道")
    await grandma.taps("发出去")
    await finished(village, colleague)
    await author.sees("要不要写进通知")
    await director.taps_data(director.screen[-1], "quest|look|1|0")
    await village.settled()
    assert "没找到这一条" in director.toasts[-1] and "招待费" not in village.sent_to(director)


async def test_it_is_asked_at_the_center_the_notice_came_from(village: Village) -> None:
    """Somebody who belongs to two centers looks at the other one."""
    author, committee = (
        await village.person("郑委员", "committee"),
        await village.person("东兴委员", "committee", center="dongxing", village=None),
    )
    migrant = await village.person("打工的")
    await publish(village, author, ACCOUNTS)
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        await settle(tx, migrant.id, center="dongxing", name="打工的")
    await asks(migrant)
    await author.sees("1007 号")
    assert not committee.has_seen("1007 号")


async def test_a_need_that_is_half_said_is_not_lost_by_a_tap_on_an_old_notice(village: Village) -> None:
    author, grandma = await village.person("郑委员", "committee"), await village.person("王秀英")
    await publish(village, author, ACCOUNTS)
    notice = next(one for one in grandma.screen if ACCOUNTS in one.text)
    await grandma.says("村口的路灯坏了")
    await grandma.sees("您说的是哪方面的事")
    await grandma.taps("有话要问", in_=notice)
    await grandma.sees("还有一件事没填完")
    await grandma.taps("环境与设施")
    await grandma.sees("村口的路灯坏了")


async def test_a_question_about_one_notice_is_no_duplicate_of_one_about_another(village: Village) -> None:
    author, grandma = await village.person("郑委员", "committee"), await village.person("王秀英")
    await publish(village, author, ACCOUNTS)
    await asks(grandma)
    await publish(village, author, "明年修村东的路。")
    await asks(grandma, "什么时候动工？")
    assert await village.count(ServiceRequest) == 2
    assert await village.count(RequestEntry) == 2
