"""Visits in the chat: reminded of, logged in three taps or one message, missed and made by somebody else."""

from __future__ import annotations

from storage.requests import ServiceRequest
from storage.visits import Visit
from tests.stories.conftest import Village
from tests.stories.pairing import paired, volunteer


async def test_a_missed_visit_is_taken_by_the_second_helper(village: Village) -> None:
    second = await volunteer(village, "赵强")
    officer, helper, grandma = await paired(village, second=second)
    await second.sees("您是第二帮手")
    await village.passes(days=4)
    await helper.sees("11月30日 周一以前")
    await village.passes(days=2)
    await helper.sees("今天是最后一天")
    await village.passes(days=1)
    assert "该去的是李敏" in (await officer.sees("这回没人去")).text
    assert "不要紧" in (await helper.sees("这回没去成")).text
    await second.taps("我去一趟", in_=await second.sees("您能去看看吗"))
    assert "13900000002" in (await second.sees("好，谢谢您")).text
    await helper.sees("赵强去王秀英家看看")
    await second.taps("去过了，记一笔")
    await second.taps("帮着干了活")
    await second.taps("一般")
    await second.taps("没有了")
    await second.sees("记下了，王秀英家")
    assert not grandma.has_seen("没去成")
    await officer.says("/pairs")
    await officer.taps("正帮着的 1 家")
    await officer.taps("王秀英 · 李敏")
    assert "12月1日 周二：帮着干了活，一般" in (await officer.sees("帮手：李敏")).text


async def test_a_voice_note_says_it_all_and_only_officer_and_helpers_hear_it(village: Village) -> None:
    officer, helper, grandma = await paired(village)
    await helper.says("/pairs")
    await helper.taps("王秀英")
    await helper.taps("去过了，记一笔")
    await helper.sends_voice()
    assert "要是缺什么" in (await helper.sees("记下了，王秀英家")).text
    assert await village.form(helper) is None
    await officer.says("/pairs")
    await officer.taps("正帮着的 1 家")
    await officer.taps("王秀英 · 李敏")
    await officer.taps("听听看看帮手留的")
    await officer.sees("王秀英家，帮手留的")
    await village.settled()
    assert "voice" in {message.kind for message in officer.screen}
    assert "voice" not in {message.kind for message in grandma.screen}
    await grandma.taps_data(await grandma.sees("他到门口会说"), "pair|media|1")
    await village.settled()
    assert "没找到" in grandma.toasts[-1]


async def test_an_album_is_one_visit_and_what_comes_after_it_is_something_new(village: Village) -> None:
    _, helper, _ = await paired(village)
    await helper.says("/pairs")
    await helper.taps("王秀英")
    await helper.taps("去过了，记一笔")
    await helper.sends_album(3)
    await helper.sees("也记下了")
    await village.settled()
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        made = await tx.session.get_one(Visit, 1)
        assert len(made.said) == 3
    await helper.says("我家的灯不亮了")
    await helper.sees("您说的是哪方面的事")
    assert await village.count(Visit) == 2


async def test_a_need_found_on_a_visit_becomes_a_request_with_one_tap_more(village: Village) -> None:
    officer, helper, grandma = await paired(village)
    await helper.says("/pairs")
    await helper.taps("王秀英")
    await helper.taps("去过了，记一笔")
    await helper.taps("去看了看")
    await helper.taps("缺点什么")
    await helper.sees("缺什么？说一句")
    await helper.says("老人没人做饭")
    await helper.sees("替他家提上去吗")
    assert "老人没人做饭" in (await officer.sees("说缺点什么")).text
    await helper.taps("帮扶救助")
    filed = await helper.sees("替王秀英提上去了")
    assert "1007" in filed.text
    told = await grandma.sees("李敏替您提了这件事")
    assert "以后还让他替您办吗" not in told.text
    card = await officer.sees("1007 号")
    await officer.taps("我来接", in_=card)
    assert "老人没人做饭" in (await officer.sees("李敏代办")).text
    await helper.taps_data(filed, "vneed|1|assistance")
    await village.settled()
    assert "已经选过" in helper.toasts[-1]
    assert await village.count(ServiceRequest) == 1


async def test_nobody_at_home_asks_nothing_about_how_they_are(village: Village) -> None:
    _, helper, _ = await paired(village)
    await helper.says("/pairs")
    await helper.taps("王秀英")
    await helper.taps("去过了，记一笔")
    await helper.taps("家里没人")
    await helper.sees("还有别的吗")
    await helper.taps("没有了")
    await helper.sees("记下了，王秀英家")


async def test_old_buttons_and_second_taps_log_nothing_twice(village: Village) -> None:
    _, helper, _ = await paired(village)
    await helper.says("/pairs")
    await helper.taps("王秀英")
    await helper.taps("去过了，记一笔")
    asked = await helper.sees("王秀英家怎么样")
    for data in ("vsay|how|flew", "vsay|condition|well", "vsay|more|no"):
        await helper.taps_data(asked, data)
        await village.settled()
        assert helper.toasts[-1]
    await helper.taps("打了电话")
    await helper.taps("好着呢")
    await helper.taps("没有了")
    await helper.sees("记下了，王秀英家")
    await helper.taps_data(asked, "vsay|more|no")
    await helper.taps_data(asked, "visit|log|1|1")
    await village.settled()
    assert "已经记过了" in helper.toasts[-1]
    assert await village.count(Visit) == 2


async def test_words_that_sound_urgent_show_the_numbers_and_are_logged_all_the_same(village: Village) -> None:
    _, helper, _ = await paired(village)
    await helper.says("/pairs")
    await helper.taps("王秀英")
    await helper.taps("去过了，记一笔")
    await helper.says("老人突然胸口疼得厉害，喘不上气")
    await helper.sees("120")
    await helper.sees("记下了，王秀英家")


async def test_a_helper_who_is_away_lets_the_second_one_go(village: Village) -> None:
    second = await volunteer(village, "赵强")
    _, helper, _ = await paired(village, second=second)
    await helper.says("/pairs")
    await helper.taps("我这几天不在")
    await helper.sees("您到哪天不在")
    await helper.says("过几天")
    await helper.sees("没看明白是哪一天")
    await helper.says("12月2日")
    await helper.sees("1 家请别人替您去")
    await second.sees("李敏这阵不在")
    await second.taps("去过了，记一笔")
    await second.taps("去看了看")
    await second.taps("好着呢")
    await second.taps("没有了")
    await second.sees("记下了，王秀英家")
    await helper.says("/pairs")
    await helper.taps("我回来了")
    await helper.sees("该去的又归您了")
    await village.passes(days=19)
    await helper.sees("12月15日 周二以前")


async def test_after_being_down_for_weeks_there_is_one_message_not_ten(village: Village) -> None:
    _, helper, _ = await paired(village)
    await village.settled()
    before = len(helper.screen)
    await village.passes(days=60)
    await helper.sees("这回没去成")
    assert len([message for message in helper.screen[before:] if message.from_bot]) <= 2


async def test_a_reply_in_a_request_is_no_report_of_a_visit(village: Village) -> None:
    officer, helper, _ = await paired(village)
    await helper.says("我家没人做饭")
    await helper.taps("帮扶救助")
    await helper.taps("发出去")
    await officer.taps("我来接")
    await officer.taps("跟他说话")
    await officer.says("明早来行不行")
    asked = await helper.sees("明早来行不行")
    await helper.says("/pairs")
    await helper.taps("王秀英")
    await helper.taps("去过了，记一笔")
    await helper.says("行，我在家", reply_to=asked)
    await officer.sees("行，我在家")
    await helper.sees("给您留着呢")
    await helper.taps("接着填")
    await helper.taps("去看了看")
    await helper.sees("人怎么样")
