"""Nobody is forgotten: what people see when a request is not taken, or its holder is silent."""

from __future__ import annotations

from tests.stories.conftest import Village
from tests.stories.test_handling import ask


async def test_the_asker_is_told_by_when_and_to_whom_it_goes_otherwise(village: Village) -> None:
    await village.person("吴强", "environment")
    grandma = await village.person("王秀英")
    await grandma.says("村口的路灯坏了")
    await grandma.taps("环境与设施")
    await grandma.taps("发出去")
    receipt = await grandma.sees("收到了")
    assert "已经交给环卫员，今天 16:30 之前会有人接；没人接就交给值班员" in receipt.text


async def test_nobody_takes_it_and_it_rises_before_everybodys_eyes(village: Village) -> None:
    helper, clerk = await village.person("吴强", "environment"), await village.person("孙丽", "clerk")
    director, grandma = await village.person("马国强", "director"), await village.person("王秀英")
    await ask(grandma)
    await helper.sees("1007 号")
    await village.passes(hours=6)
    reminder = await helper.sees("还没人接，今天 16:30 就交给值班员了")
    assert "我来接" in str(helper.buttons(reminder))
    assert not clerk.has_seen("1007 号")

    await village.passes(hours=1)
    card = await clerk.sees("前面的人一直没接")
    assert "⏰ 过了" in card.text
    await helper.sees("交给值班员了。您要是能办，还可以接")
    await grandma.sees("还没有人接。已经交给值班员，明天 09:30 之前会有人接；没人接就交给主任")

    await village.passes(days=1)
    await director.taps("我来接")
    await director.sees("王秀英")
    await grandma.sees("主任接了")
    await clerk.sees("主任已经接了")


async def test_who_is_passed_over_can_still_take_it(village: Village) -> None:
    helper, clerk = await village.person("吴强", "environment"), await village.person("孙丽", "clerk")
    grandma = await village.person("王秀英")
    await ask(grandma)
    await village.passes(hours=7)
    await helper.sees("交给值班员了")
    await helper.taps("我来接")
    await grandma.sees("环卫员接了")
    await clerk.sees("环卫员已经接了")


async def test_a_silent_holder_is_nudged_and_then_somebody_else_is_found(village: Village) -> None:
    helper, other = await village.person("吴强", "environment"), await village.person("老周", "environment")
    director, grandma = await village.person("马国强", "director"), await village.person("王秀英")
    await ask(grandma)
    await helper.taps("我来接")
    await grandma.sees("环卫员接了")
    await village.passes(days=4)
    nudge = await helper.sees("跟他说一声吧")
    assert "跟他说话" in str(helper.buttons(nudge))
    await village.passes(days=7)
    await helper.sees("先请别人接着办")
    await director.sees("环卫员接了没有消息")
    await grandma.sees("换人给您办")
    await other.taps("我来接")
    await other.sees("王秀英")
    await village.settled()
    assert not any("👤" in message.text for message in helper.screen)


async def test_whoever_says_a_word_keeps_it_and_being_late_is_said_plainly(village: Village) -> None:
    helper, director = await village.person("吴强", "environment"), await village.person("马国强", "director")
    grandma = await village.person("王秀英")
    await ask(grandma)
    await helper.taps("我来接")
    await helper.taps("跟他说话")
    await helper.says("灯泡要等几天才到")
    await grandma.sees("灯泡要等几天")
    await village.passes(days=8)
    await grandma.sees("晚了，对不住。环卫员还在办，主任也知道了")
    await helper.sees("还要时间，跟对方说一声")
    await director.sees("环卫员还在办")
    await grandma.says("/mine")
    await grandma.taps("1007 号")
    await grandma.sees("晚了，对不住")
