"""Words that ask for nothing new: a greeting, thanks, "I'm not coming"; no request is begun with them."""

from __future__ import annotations

from tests.stories.conftest import Village
from tests.stories.lending import checkup as checkup_day
from tests.stories.signing import choices, grafting, line, link, make, standings


async def test_a_greeting_and_thanks_are_answered_and_begin_nothing(village: Village) -> None:
    grandma = await village.person("王秀英")
    await grandma.says("您好！")
    await grandma.sees("有事直接打字")
    await grandma.says("谢谢啦🙏")
    answer = await grandma.sees("不客气，有事随时说。")
    assert grandma.buttons(answer) == ["🙋 我要办事", "⬅️ 返回", "☎️ 找人说话"]
    await grandma.says("好的")
    await grandma.sees("好嘞，有事随时说。")
    await grandma.sends_sticker()
    await grandma.sees("是哪方面的事")
    assert await village.form(grandma) == "draft", "what is no word is shown to somebody"


async def test_whoever_says_hello_before_their_need_is_asked_what_it_is_about(village: Village) -> None:
    grandma = await village.person("王秀英")
    await grandma.says("你好，我家的灯坏了")
    await grandma.sees("您说的是哪方面的事")
    await grandma.says("谢谢")
    await grandma.sees("您说的是哪方面的事")
    await grandma.taps("环境与设施")
    assert "谢谢" in (await grandma.sees("发出去之前")).text, "in the middle of a need it belongs to it"


async def test_a_seat_is_asked_about_and_she_types_instead_of_tapping(village: Village) -> None:
    officer, nobody = await village.person("陈老师", "training"), await village.person("李强")
    first, second = await village.person("王秀英"), await village.person("钱二")
    activity_id = await make(village, officer, grafting(village, seats=1, days=1))
    for one in (first, second):
        await one.follows(link(activity_id))
        await one.taps("我要报名")
    await second.sees("您排第 1 位")
    await first.says("我不去了")
    await first.taps("取消报名", await first.sees("✅ 您报上了"))
    await second.sees("轮到您了")
    await second.says("去")
    shown = await second.sees("等您一句话：去不去？")
    assert second.buttons(shown)[:2] == ["✅ 去", "❌ 不去了"]
    assert await standings(village, activity_id) == [("钱二", "offered")], (
        "nothing is done that is not tapped"
    )
    await second.says("好")
    await second.taps("✅ 去", await second.sees("等您一句话：去不去？"))
    await second.sees("✅ 您报上了")
    await second.says("好")
    await second.sees("好嘞")
    await nobody.says("不去了")
    await nobody.sees("您说的是哪方面的事")


async def test_whoever_has_several_places_finds_the_list(village: Village) -> None:
    officer, grandma = await village.person("陈老师", "training"), await village.person("王秀英")
    for days in (2, 3):
        await grandma.follows(link(await make(village, officer, grafting(village, days=days))))
        await grandma.taps("我要报名")
        await grandma.sees("✅ 您报上了")
    await grandma.says("去不了了")
    await grandma.sees("您报的、订的、借的")
    assert len(choices(grandma)) == 2


async def test_sign_up_said_by_itself_opens_what_there_is(village: Village) -> None:
    officer, grandma = await village.person("陈老师", "training"), await village.person("王秀英")
    await make(village, officer, grafting(village))
    await grandma.says("我要报名")
    await grandma.sees("能报名的")
    await grandma.taps("果树嫁接")
    await grandma.sees("还有 2 个位子")


async def test_her_own_time_of_a_day_of_times_is_said_wherever_her_place_is(village: Village) -> None:
    doctor, grandma = await village.person("刘海燕", "doctor"), await village.person("王秀英")
    activity_id = await checkup_day(village, doctor, times=3)
    await grandma.follows(link(activity_id))
    assert "👪 替别人约" in grandma.buttons(await grandma.sees("老人体检"))
    await grandma.taps("我要约")
    await grandma.taps("10:30")
    await grandma.sees("✅ 您约好了")
    await grandma.taps("看看是什么")
    await grandma.sees("✅ 您约好了：11月27日 周五 10:30")
    assert len(await line(village, activity_id, 2)) == 1
