"""Signing up as people really use it: with slips, in the middle of something else, and when it is over."""

from __future__ import annotations

from domain.attendance import digits
from domain.links import checkin_payload, start_link
from tests.stories.activities import made, signs_up
from tests.stories.conftest import Village
from tests.stories.signing import choices, grafting, link, make, standings
from tests.stories.test_activities_making import course, opens, published, sets


async def test_slips_of_whoever_makes_one_are_understood_or_said_kindly(village: Village) -> None:
    officer = await village.person("文化员", "culture")
    await opens(officer)
    await officer.taps("文体活动")
    await officer.says("🎬🎬")
    await officer.sees("名字里要有字")
    await officer.says("露天电影《你好，李焕英》")
    await officer.sees("什么时候")
    await officer.says("这周六晚上两三点")
    await officer.sees("没看懂是什么时候")
    await officer.says("这周六晚上七点")
    await officer.sees("在哪儿")
    await officer.says("广场")
    await officer.sees("多少个位子")
    await officer.says("两三个")
    await officer.sees("打个数就行")
    await officer.says("一百二十个")
    await officer.sees("大家看到的就是这样")
    shown = next(one.text for one in reversed(officer.screen) if "📍 广场" in one.text)
    assert "《露天电影〈你好，李焕英〉》" in shown and "11月28日 周六" in shown and "19:00" in shown
    assert "一共 120 个位子" in shown
    await sets(officer, "收多少钱", "五块")
    assert any("每人 5 元" in one.text for one in officer.screen)


async def test_what_was_made_quietly_can_be_told_by_the_next_tap(village: Village) -> None:
    officer, grandma = await village.person("罗培训", "training"), await village.person("王秀英")
    await course(officer)
    await officer.taps("先不告诉大家")
    await officer.sees("还没告诉大家")
    assert officer.buttons()[:3] == ["📢 告诉大家", "👀 看看是什么", "✏️ 改一改、不办了"]
    await officer.taps("改一改、不办了")
    await officer.taps("✏️ 改一改")
    await officer.taps("地方")
    await officer.says("果园")
    await officer.taps("就这样改")
    assert (await officer.sees("好，改了")).text == "好，改了。", "there is no notice that could follow"
    await officer.taps("📢 告诉大家")
    await officer.taps("📢 告诉大家")
    await officer.sees("通知就发给大家")
    await village.passes(seconds=6)
    await grandma.sees("📍 果园")


async def test_why_it_is_called_off_is_asked_for_in_words(village: Village) -> None:
    officer = await village.person("罗培训", "training")
    await published(village, officer)
    await officer.taps("改一改、不办了")
    await officer.taps("🚫 不办了")
    await officer.sees("为什么不办了")
    await officer.sends_voice()
    await officer.sees("打几个字就行")
    assert officer.buttons() == ["↩️ 先不说了", "☎️ 找人说话"]
    await officer.says("下大雪")
    await officer.sees("真的不办了")


async def test_back_leads_the_maker_to_where_they_came_from(village: Village) -> None:
    officer = await village.person("罗培训", "training")
    activity_id = await make(village, officer, grafting(village))
    await officer.follows(link(activity_id))
    for door, seen in (("都有谁", "的名单"), ("谁来了", "名单上 0 个人"), ("改一改、不办了", "要做什么")):
        await officer.taps("办这个活动" if door == "都有谁" else door)
        if door == "都有谁":
            await officer.taps(door)
        await officer.sees(seen)
        await officer.taps("返回")
        await officer.sees("您管的活动")
    await officer.taps("返回")
    await officer.sees("还有 2 个位子")


async def test_whoever_has_nobody_at_home_types_the_name_at_once(village: Village) -> None:
    officer, neighbour = await village.person("罗培训", "training"), await village.person("刘小军")
    activity_id = await make(village, officer, grafting(village))
    await neighbour.follows(link(activity_id))
    await neighbour.taps("替别人报名")
    await neighbour.sees("写名字")
    await neighbour.says("李大爷")
    await neighbour.taps("就按这个名字报")
    await neighbour.sees("李大爷报上了")
    assert await standings(village, activity_id) == [("李大爷", "seated")]


async def test_not_coming_after_a_change_can_be_taken_back(village: Village) -> None:
    officer, grandma = await village.person("罗培训", "training"), await village.person("王秀英")
    await published(village, officer)
    notice = next(one for one in grandma.screen if "《果树嫁接》" in one.text)
    await grandma.taps("我要报名", notice)
    await grandma.sees("您报上了")
    await officer.taps("改一改、不办了")
    await officer.taps("✏️ 改一改")
    await officer.taps("地方")
    await officer.says("果园")
    await officer.taps("就这样改")
    await village.passes(hours=1)
    await grandma.taps("不来了", await grandma.sees("您还来吗"))
    await grandma.sees("❌ 您不去了")
    await grandma.taps("弄错了，再报")
    await grandma.sees("✅ 您报上了")


async def test_what_was_called_off_says_so_and_why_before_anything_else(village: Village) -> None:
    officer, grandma = await village.person("罗培训", "training"), await village.person("王秀英")
    activity_id = await make(village, officer, grafting(village))
    await officer.follows(link(activity_id))
    await officer.taps("办这个活动")
    await officer.taps("改一改、不办了")
    await officer.taps("🚫 不办了")
    await officer.says("师傅病了。")
    await officer.taps("对，不办了")
    await officer.sees("好，不办了")
    await grandma.follows(link(activity_id))
    page = await grandma.sees("果树嫁接")
    assert page.text.startswith("❌ 🌱 培训班《果树嫁接》不办了。师傅病了。")
    assert grandma.buttons(page) == ["⬅️ 返回", "☎️ 找人说话"]


async def test_how_many_seats_there_are_is_said_once(village: Village) -> None:
    officer, grandma = await village.person("罗培训", "training"), await village.person("王秀英")
    activity_id = await make(village, officer, grafting(village, seats=1))
    await grandma.follows(link(activity_id))
    assert (await grandma.sees("还有 1 个位子")).text.count("位子") == 1
    await grandma.taps("我要报名")
    await grandma.taps("看看是什么")
    page = (await grandma.sees("请县里的农技员来教")).text
    assert "✅ 您报上了" in page and "满了" not in page, "she is not told to wait in line"
    await officer.follows(link(activity_id))
    await officer.sees("满了，可以排队")


async def test_when_it_is_over_there_is_nothing_to_cancel_but_what_one_has_of_it(village: Village) -> None:
    officer, grandma = await village.person("罗培训", "training"), await village.person("王秀英")
    (session,) = await made(village, officer, certificate=True)
    await signs_up(village, grandma, session)
    code = start_link("bangban_story_bot", checkin_payload(session.id, session.code))
    await village.passes(days=1)
    await grandma.follows(link(session.activity_id))
    await grandma.sees("果树嫁接")
    assert choices(grandma)[:2] == ["📋 我来了几次", "❌ 取消报名"]
    await grandma.follows(code)
    await grandma.sees("给您记上了")
    await village.passes(hours=3)
    await grandma.follows(link(session.activity_id))
    await grandma.sees("已经办完了")
    assert choices(grandma) == ["📋 我来了几次"]
    await grandma.taps("我来了几次")
    await grandma.sees("来了。")
    await officer.follows(link(session.activity_id))
    await officer.taps("办这个活动")
    await officer.taps("谁来了")
    assert "要看什么" in (await officer.sees("《果树嫁接》")).text, "of one session none is chosen"


async def test_the_digits_at_the_door_count_in_the_middle_of_a_request(village: Village) -> None:
    officer, grandma = await village.person("罗培训", "training"), await village.person("王秀英")
    (session,) = await made(village, officer)
    await signs_up(village, grandma, session)
    await village.passes(days=1)
    await grandma.says("我家灯不亮了")
    await grandma.sees("哪方面的事")
    await grandma.says(digits(session.code))
    await grandma.sees("给您记上了")
    await grandma.sees("给您留着呢")
    await grandma.says("还有，水也停了")
    await grandma.sees("哪方面的事")


async def test_a_voice_note_is_no_name_of_whoever_walks_in(village: Village) -> None:
    officer = await village.person("罗培训", "training")
    await made(village, officer)
    await village.passes(days=1)
    await officer.follows(link(1))
    await officer.taps("办这个活动")
    await officer.taps("谁来了")
    await officer.taps("打印名单")
    await officer.sees("A4 纸打出来")
    paper = next(one for one in reversed(officer.screen) if one.kind == "document")
    assert officer.buttons(paper) == ["⬅️ 返回", "☎️ 找人说话"]
    await officer.taps("有人直接来了")
    await officer.sends_voice()
    await officer.sees("来的人叫什么名字")
    await officer.says("孙婆婆")
    await officer.sees("孙婆婆记上了")


async def test_the_clerk_puts_one_elder_after_the_other_on_the_list(village: Village) -> None:
    officer, clerk = await village.person("罗培训", "training"), await village.person("钱值班", "clerk")
    activity_id = await make(village, officer, grafting(village))
    await clerk.follows(link(activity_id))
    for label in ("办这个活动", "都有谁", "谁来了、加人、表格", "加一个人"):
        await clerk.taps(label)
    for name in ("陈大爷", "孙婆婆"):
        await clerk.says(name)
        await clerk.taps("就按这个名字报")
        await clerk.sees(f"{name}（")
        await clerk.taps("再加一个人")
        await clerk.sees("写名字")
    assert await standings(village, activity_id) == [("陈大爷", "seated"), ("孙婆婆", "seated")]
