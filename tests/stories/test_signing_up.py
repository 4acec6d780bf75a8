"""Signing up: found, signed up for, waited for, offered, given back, and reminded of."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from domain.activities import ForWhom
from simulator.person import Person as Someone
from storage import people
from storage.signups import Signup
from tests.stories.conftest import Village
from tests.stories.signing import (
    checkup,
    choices,
    grafting,
    line,
    link,
    make,
    slot_id,
    standings,
    tie,
)


async def opens(who: Someone, title: str = "果树嫁接") -> None:
    """Somebody goes to an activity by the list."""
    await who.says("/activities")
    await who.taps(title)
    await who.sees("💰")


async def signs_up(who: Someone) -> None:
    """Somebody signs up for the grafting course."""
    await opens(who)
    await who.taps("🙋 我要报名")
    await who.sees("您")


# Finding and signing up


async def test_a_grandmother_finds_a_course_signs_up_and_looks_what_she_has(village: Village) -> None:
    officer, grandma = await village.person("培训员", "training"), await village.person("王秀英")
    activity_id = await make(village, officer, grafting(village, seats=3))
    await make(village, officer, grafting(village, days=1, title="养蜂", seats=None))
    await grandma.taps("更多")
    await grandma.sees("")
    assert "🙋 活动报名" in choices(grandma)
    await grandma.taps("活动报名")
    page = await grandma.sees("能报名的")
    assert page.text.splitlines() == [
        "能报名的：",
        "🌱 11月25日 周三《养蜂》不限人数",
        "🌱 11月27日 周五《果树嫁接》还有 3 个位子",
    ]
    assert choices(grandma) == ["🌱 11月25日 周三 养蜂", "🌱 11月27日 周五 果树嫁接"]
    await grandma.taps("果树嫁接")
    card = await grandma.sees("请县里的农技员来教")
    assert "🎒 要带：一把剪刀" in card.text and "💰 不收钱" in card.text and "还有 3 个位子" in card.text
    assert "11月27日 周五（农历十月十九） 10:00" in card.text
    assert choices(grandma) == ["🙋 我要报名", "👪 替别人报名"]
    await grandma.taps("🙋 我要报名")
    done = await grandma.sees("✅ 您报上了")
    assert "村部二楼" in done.text and choices(grandma) == ["❌ 取消报名", "👪 替别人报名", "👀 看看是什么"]
    assert done.id == card.id, "the page has become the answer: no old button is left"
    assert await standings(village, activity_id) == [("王秀英", "seated")]
    await grandma.says("/activities")
    await grandma.sees("《果树嫁接》✅ 您报上了")
    await grandma.taps("我报的、订的")
    await grandma.sees("11月27日 周五《果树嫁接》✅ 您报上了")
    assert len(choices(grandma)) == 1
    await grandma.taps("果树嫁接")
    assert "✅ 您报上了" in (await grandma.sees("🕘")).text


async def test_it_is_cancelled_by_one_tap_and_taken_back_by_another(village: Village) -> None:
    officer, grandma = await village.person("培训员", "training"), await village.person("王秀英")
    activity_id = await make(village, officer, grafting(village))
    await signs_up(grandma)
    await grandma.taps("取消报名")
    await grandma.sees("❌ 您不去了")
    assert choices(grandma) == ["🔁 弄错了，再报", "👀 看看是什么"]
    assert await standings(village, activity_id) == []
    await grandma.taps("弄错了")
    await grandma.sees("✅ 您报上了")
    assert await standings(village, activity_id) == [("王秀英", "seated")]


async def test_whoever_cancelled_by_mistake_is_at_the_end_when_it_is_full_by_now(village: Village) -> None:
    officer, grandma = await village.person("培训员", "training"), await village.person("王秀英")
    activity_id = await make(village, officer, grafting(village, seats=1))
    other, third = await village.person("赵桂芳"), await village.person("陈三妹")
    for who in (grandma, other, third):
        await signs_up(who)
    await grandma.says("/activities")
    await grandma.taps("我报的、订的")
    await grandma.taps("果树嫁接")
    await grandma.taps("取消报名")
    await grandma.sees("报名取消了")
    await grandma.taps("弄错了")
    await grandma.sees("满了，您排第 2 位")
    assert await standings(village, activity_id) == [
        ("赵桂芳", "offered"),
        ("陈三妹", "waiting"),
        ("王秀英", "waiting"),
    ]


async def test_what_is_for_others_is_found_only_by_whoever_looks_for_it(village: Village) -> None:
    officer = await village.person("培训员", "training")
    async with village.database.begin(village.now()) as tx:
        account = await people.account(tx, officer.id)
        assert account is not None
        upper = account.memberships[0].village_id
    grandma = await village.person("王秀英", village="下马曲")
    await make(village, officer, grafting(village, whom=ForWhom(villages=(upper or 0,))))
    await grandma.says("/activities")
    await grandma.sees("眼下没有能报名的活动")
    assert choices(grandma) == ["👥 别的活动"]
    await grandma.taps("别的活动")
    await grandma.sees("给别人办的也在里头")
    await grandma.taps("果树嫁接")
    await grandma.taps("🙋 我要报名")
    await village.settled()
    assert "不是给王秀英这样的人办的" in grandma.toasts[-1]


async def test_many_activities_are_turned_page_by_page_and_what_is_over_is_gone(village: Village) -> None:
    officer, grandma = await village.person("培训员", "training"), await village.person("王秀英")
    for number in range(7):
        await make(village, officer, grafting(village, days=1 + number, title=f"第{number}课"))
    closes = village.now() + timedelta(hours=1)
    await make(village, officer, grafting(village, days=9, title="早截止", closes_at=closes))
    await village.passes(days=1)
    await grandma.says("/activities")
    page = await grandma.sees("能报名的")
    assert "第0课" not in page.text and "第1课" in page.text and "早截止" not in page.text
    assert len(choices(grandma)) == 5
    await grandma.taps("下一页")
    assert "第6课" in (await grandma.sees("能报名的")).text
    assert choices(grandma) == ["🌱 12月1日 周二 第6课"]


async def test_two_at_one_hour_is_said_and_no_wall(village: Village) -> None:
    officer, grandma = await village.person("培训员", "training"), await village.person("王秀英")
    await make(village, officer, grafting(village))
    other = await make(village, officer, grafting(village, title="养蜂"))
    await signs_up(grandma)
    await opens(grandma, "养蜂")
    await grandma.taps("🙋 我要报名")
    asked = await grandma.sees("两边撞了时间")
    assert "果树嫁接" in asked.text and choices(grandma) == ["✅ 还是报", "↩️ 不报了"]
    await grandma.taps("不报了")
    await grandma.sees("养蜂")
    assert await standings(village, other) == []
    await grandma.taps("🙋 我要报名")
    await grandma.taps("还是报")
    await grandma.sees("✅ 您报上了")
    assert await standings(village, other) == [("王秀英", "seated")]


async def test_one_of_several_times_is_chosen(village: Village) -> None:
    doctor, grandma = await village.person("马医生", "doctor"), await village.person("王秀英")
    activity_id = await make(village, doctor, checkup(village, 7))
    await opens(grandma, "量血压")
    await grandma.taps("🙋 我要约")
    await grandma.sees("11月25日 周三，几点方便？")
    assert choices(grandma) == [
        *(f"{hour}点 · 还有 2 个位子" for hour in (10, 11, 12)),
        "13点 · 还有 1 个位子",
    ]
    await grandma.taps("12点")
    await grandma.sees("选哪个时间")
    assert choices(grandma) == ["11月25日 12:00 还有 1 个位子", "11月25日 12:30 还有 1 个位子"]
    await grandma.taps("返回")
    await grandma.sees("几点方便")
    await grandma.taps("13点")
    await grandma.taps("13:00")
    await grandma.sees("✅ 您约好了")
    assert [one.name for one in await line(village, activity_id, 7)] == ["王秀英"]
    await opens(grandma, "量血压")
    assert choices(grandma) == ["❌ 不去了", "👪 替别人约"], "one time is enough for one person"
    other = await village.person("赵桂芳")
    await opens(other, "量血压")
    await other.taps("🙋 我要约")
    await other.sees("几点方便")
    assert choices(other)[-1] == "13点 · 满了，可以排队"
    await other.taps("13点")
    await other.sees("选哪个时间")
    assert choices(other) == ["11月25日 13:00 满了，可以排队"]


# The line


async def test_the_line_moves_up_twice_one_says_no_and_one_is_silent(village: Village) -> None:
    officer = await village.person("培训员", "training")
    activity_id = await make(village, officer, grafting(village, seats=1))
    first, no, silent, last = [
        await village.person(name) for name in ("王秀英", "赵桂芳", "陈三妹", "刘小军")
    ]
    for who in (first, no, silent, last):
        await signs_up(who)
    assert last.has_seen("满了，您排第 3 位")
    await first.taps("取消报名")
    offer = await no.sees("有空位了，轮到您了")
    assert "今天 14:00前点一下" in offer.text and choices(no) == ["✅ 去", "❌ 不去了"]
    await no.taps("不去了")
    told = await no.sees("❌ 您不去了")
    assert told.id == offer.id, "the question is gone"
    asked = await silent.sees("轮到您了")
    await village.passes(hours=3, minutes=59)
    assert not last.has_seen("轮到您了")
    await village.passes(minutes=1)
    await silent.sees("没等到回话，先问下一位了")
    assert "去" not in "".join(silent.buttons(asked)).replace("看看是什么", "")
    await last.sees("轮到您了")
    await last.taps("✅ 去")
    await last.sees("✅ 您报上了")
    assert await standings(village, activity_id) == [("刘小军", "seated"), ("陈三妹", "waiting")]


async def test_an_offer_that_is_answered_from_the_list_leaves_no_question_behind(village: Village) -> None:
    officer = await village.person("培训员", "training")
    activity_id = await make(village, officer, grafting(village, seats=1))
    first, second = await village.person("王秀英"), await village.person("赵桂芳")
    for who in (first, second):
        await signs_up(who)
    await first.taps("取消报名")
    offer = await second.sees("轮到您了")
    await second.says("/activities")
    await second.taps("我报的、订的")
    await second.taps("果树嫁接")
    await second.sees("等您一句话")
    await second.taps("✅ 去")
    await village.settled()
    assert await standings(village, activity_id) == [("赵桂芳", "seated")]
    now = next(one for one in second.screen if one.id == offer.id)
    assert "✅ 您报上了" in now.text and "✅ 去" not in second.buttons(now)


async def test_an_offer_that_ends_as_it_begins_says_so_and_whom_to_speak_to(village: Village) -> None:
    officer = await village.person("周干事", "training")
    activity_id = await make(village, officer, grafting(village, seats=1))
    first, second = await village.person("王秀英"), await village.person("赵桂芳")
    for who in (first, second):
        await signs_up(who)
    await village.passes(days=2, hours=23, minutes=55)
    await first.says("/activities")
    await first.taps("我报的、订的")
    await first.taps("果树嫁接")
    await first.taps("取消报名")
    offer = await second.sees("轮到您了")
    await village.passes(minutes=5)
    told = await second.sees("已经开始了。位子给您留到这会儿，没等到回话")
    assert told.id == offer.id and "到门口跟周干事说一声" in told.text and "果树嫁接" in told.text
    assert "还排在队里" not in told.text
    await second.taps_data(told, f"sgn|yes|{(await line(village, activity_id))[0].id}")
    await village.settled()
    assert "已经开始了" in second.toasts[-1]
    await second.says("/activities")
    await second.taps("我报的、订的")
    await second.sees("已经开始了，您没排到")


# For somebody else


async def test_a_daughter_signs_her_mother_up_who_takes_it_back(village: Village) -> None:
    officer = await village.person("培训员", "training")
    for name, home in (("张小妹", None), ("王秀英", "张小妹")):
        await village.enrol(name, household_of=home)
    mother, daughter = await village.person("王秀英"), await village.person("张小妹")
    await tie(village, mother, "王秀英")
    await tie(village, daughter, "张小妹")
    activity_id = await make(village, officer, grafting(village))
    await opens(daughter)
    await daughter.taps("替别人报名")
    await daughter.sees("替谁报名")
    assert choices(daughter) == ["王秀英", "✏️ 别的人，写名字"]
    await daughter.taps("王秀英")
    await daughter.sees("✅ 王秀英报上了")
    told = await mother.sees("张小妹给您报了名")
    assert "果树嫁接" in told.text and "✅ 您报上了" in told.text
    assert choices(mother) == ["👌 好", "❌ 我不去"]
    (row,) = await line(village, activity_id)
    assert (row.signed_by, row.account_id, row.signed_by_id) == ("household", daughter.id, daughter.id)
    await mother.taps("我不去")
    await mother.sees("❌ 您不去了")
    await daughter.sees("王秀英说不去了")
    assert await standings(village, activity_id) == []
    await daughter.taps("弄错了")
    await daughter.sees("✅ 王秀英报上了")
    await mother.sees("张小妹给您报了名")
    await mother.taps("👌 好")
    await village.settled()
    assert "到时候见" in mother.toasts[-1]
    await mother.says("/activities")
    await mother.taps("我报的、订的")
    await mother.taps("果树嫁接")
    assert "✍️ 张小妹给报的" in (await mother.sees("✅ 您报上了")).text


async def test_one_of_two_with_a_name_is_told_apart_by_where_they_live(village: Village) -> None:
    officer, neighbour = await village.person("培训员", "training"), await village.person("赵桂芳")
    await village.enrol("王大山")
    await village.enrol("王大山", village="下马曲")
    activity_id = await make(village, officer, grafting(village))
    await opens(neighbour)
    await neighbour.taps("替别人报名")
    await neighbour.sees("写名字，知道电话就一起写上")
    await neighbour.says("王大山 13900000007")
    await neighbour.sees("名册上有叫王大山的")
    assert choices(neighbour)[:3] == ["王大山 · 上马曲", "王大山 · 下马曲", "都不是"]
    await neighbour.taps("下马曲")
    await neighbour.sees("✅ 王大山报上了")
    (row,) = await line(village, activity_id)
    assert (row.signed_by, row.phone) == ("proxy", "13900000007") and row.person_id is not None
    assert await village.form(neighbour) is None


async def test_whoever_is_not_on_the_roster_is_signed_up_by_name_after_a_look(village: Village) -> None:
    officer, neighbour = await village.person("培训员", "training"), await village.person("赵桂芳")
    activity_id = await make(village, officer, grafting(village))
    await opens(neighbour)
    await neighbour.taps("替别人报名")
    await neighbour.says("孙老爹")
    await neighbour.sees("名册上没有叫孙老爹的")
    assert await standings(village, activity_id) == []
    await neighbour.taps("就按这个名字报")
    await neighbour.sees("✅ 孙老爹报上了")
    (row,) = await line(village, activity_id)
    assert (row.name, row.person_id, row.account_id) == ("孙老爹", None, neighbour.id)


async def test_a_cry_for_help_is_no_name(village: Village) -> None:
    officer, neighbour = await village.person("培训员", "training"), await village.person("赵桂芳")
    activity_id = await make(village, officer, grafting(village))
    await opens(neighbour)
    await neighbour.taps("替别人报名")
    await neighbour.says("着火了快来人")
    await neighbour.sees("119")
    assert await standings(village, activity_id) == []
    assert await village.form(neighbour) != "signing"


# Reminders


async def test_a_course_of_three_sessions_is_reminded_of_six_times(village: Village) -> None:
    officer, grandma = await village.person("培训员", "training"), await village.person("王秀英")
    other = await village.person("赵桂芳")
    await make(village, officer, grafting(village, sessions=3, seats=1))
    for who in (grandma, other):
        await signs_up(who)
    heard = 0
    for number in (1, 2, 3):
        for at, near in ((datetime(2026, 11, 25 + number, 10, tzinfo=UTC), "明天"),
                         (datetime(2026, 11, 26 + number, 0, tzinfo=UTC), "今天")):  # fmt: skip
            await village.passes(seconds=(at - village.now()).total_seconds() - 60)
            reminders = [one for one in grandma.screen if "⏰ 别忘了" in one.text]
            assert len(reminders) == heard
            await village.passes(seconds=60)
            told = await grandma.sees(f"📖 第 {number} 次，共 3 次")
            assert f"{near} 10:00" in told.text and "🎒 要带：一把剪刀" in told.text
            assert choices(grandma) == ["❌ 去不了了"]
            heard += 1
    await village.passes(days=2)
    assert len([one for one in grandma.screen if "⏰ 别忘了" in one.text]) == 6
    assert not other.has_seen("⏰ 别忘了"), "who waits is not reminded"


async def test_who_cannot_come_says_so_beneath_the_reminder_and_the_next_is_asked(village: Village) -> None:
    officer, grandma = await village.person("培训员", "training"), await village.person("王秀英")
    other = await village.person("赵桂芳")
    await make(village, officer, grafting(village, seats=1, sessions=3))
    for who in (grandma, other):
        await signs_up(who)
    await village.passes(days=2, hours=8)
    await grandma.sees("⏰ 别忘了")
    await grandma.taps("去不了了")
    told = await grandma.sees("❌ 您不去了")
    assert "后面几次也不留位子了" in told.text
    await other.sees("轮到您了")
    await other.taps("✅ 去")
    await other.sees("✅ 您报上了")
    await village.passes(days=1)
    assert other.has_seen("第 2 次，共 3 次")


async def test_a_proxy_is_reminded_once_of_all_whom_they_signed_up(village: Village) -> None:
    officer, neighbour = await village.person("培训员", "training"), await village.person("赵桂芳")
    await make(village, officer, grafting(village, seats=9))
    await signs_up(neighbour)
    for name in ("孙老爹", "孙大娘"):
        await opens(neighbour)
        await neighbour.taps("替别人报名")
        await neighbour.says(name)
        await neighbour.taps("就按这个名字报")
        await neighbour.sees(f"{name}报上了")
    await village.passes(days=2, hours=8)
    told = await neighbour.sees("⏰ 别忘了")
    assert "👥 您、孙老爹、孙大娘" in told.text
    assert choices(neighbour) == ["❌ 您去不了了", "❌ 孙老爹去不了了", "❌ 孙大娘去不了了"]
    assert len([one for one in neighbour.screen if "⏰" in one.text]) == 1


# Links, and what proves nothing


async def test_a_link_leads_somebody_who_is_not_registered_through_registering_to_it(
    village: Village,
) -> None:
    officer = await village.person("培训员", "training")
    activity_id = await make(village, officer, grafting(village))
    await officer.says("/activities")
    await officer.taps("果树嫁接")
    await officer.taps("办这个活动")
    await officer.taps("二维码")
    await officer.sees(link(activity_id))
    stranger = village.stranger("新来的")
    await stranger.follows(link(activity_id))
    await stranger.taps("简体中文")
    await stranger.sees("马曲村社区服务中心")
    assert "嫁接" not in village.sent_to(stranger)
    await stranger.taps("同意")
    await stranger.says("新来的")
    await stranger.taps("上马曲")
    await stranger.says("先不留")
    await stranger.sees("果树嫁接")
    await stranger.taps("🙋 我要报名")
    await stranger.sees("✅ 您报上了")
    assert await standings(village, activity_id) == [("新来的", "seated")]
    nobody = village.stranger("乱点的")
    await nobody.follows(link(999))
    await nobody.sees("链接")


async def test_whoever_lives_elsewhere_registers_with_the_center_of_the_link_too(village: Village) -> None:
    officer = await village.person("培训员", "training")
    elsewhere = await village.person("外村人", center="dongxing", village=None)
    activity_id = await make(village, officer, grafting(village))
    await elsewhere.follows(link(activity_id))
    await elsewhere.taps("同意")
    await elsewhere.taps("上马曲")
    await elsewhere.says("先不留")
    await elsewhere.sees("果树嫁接")
    assert choices(elsewhere) == ["🙋 我要报名", "👪 替别人报名"]


async def test_forged_taps_find_nothing(village: Village) -> None:
    officer, grandma = await village.person("培训员", "training"), await village.person("王秀英")
    await village.enrol("李大爷")
    nosy = await village.person("好奇的")
    far = await village.person("外村人", center="dongxing", village=None)
    activity_id = await make(village, officer, grafting(village))
    slot = await slot_id(village, activity_id)
    await signs_up(grandma)
    (row,) = await line(village, activity_id)
    center_id = await village.unit_id("maqu")
    async with village.database.begin(village.now()) as tx:
        (person,) = await people.persons_by_name(tx, center_id, "李大爷")
    await nosy.says("/activities")
    shown = await nosy.sees("能报名的")
    forged = [
        f"sgn|{do}|{row.id}" for do in ("open", "cancel", "again", "yes", "no", "fine", "still", "not-still")
    ]
    forged += [f"sgf|{slot}|{who}|1" for who in (f"p{person.id}", "r1", "n", "p", "px", "p²", "")]
    forged += [f"act|manage|{activity_id}", f"aqr|{activity_id}", f"act|burn|{activity_id}", "sgn|open|999"]
    for data in forged:
        await nosy.taps_data(shown, data)
        await village.settled()
        assert "没找到这一条" in nosy.toasts[-1], data
    await far.says("/activities")
    shown = await far.sees("眼下没有能报名的活动")
    forged = [f"act|{do}|{activity_id}" for do in ("look", "open", "sign", "manage")]
    forged += [
        f"sgt|{activity_id}|0|0",
        f"sgw|{slot}|0",
        f"sgf|{slot}|me|0",
        f"sgf|{slot}|type|0",
        "sgw|999|0",
    ]
    for data in [*forged, f"aqr|{activity_id}", f"sgn|cancel|{row.id}"]:
        await far.taps_data(shown, data)
        await village.settled()
        assert "没找到这一条" in far.toasts[-1], data
    assert await standings(village, activity_id) == [("王秀英", "seated")]
    assert await village.count(Signup) == 1
    assert "李大爷" not in village.sent_to(nosy) and "嫁接" not in village.sent_to(far)


async def test_news_about_an_activity_stays_when_somebody_signs_up_from_it(village: Village) -> None:
    officer, grandma = await village.person("培训员", "training"), await village.person("王秀英")
    activity_id = await make(village, officer, grafting(village))
    await grandma.says("/activities")
    news = await grandma.sees("能报名的")
    before = news.text
    await grandma.taps_data(news, f"act|sign|{activity_id}")
    await grandma.sees("✅ 您报上了")
    await grandma.taps_data(news, f"act|open|{activity_id}")
    await grandma.sees("请县里的农技员来教")
    assert next(one for one in grandma.screen if one.id == news.id).text == before
    assert await standings(village, activity_id) == [("王秀英", "seated")]


async def test_after_a_change_one_tap_says_who_still_comes(village: Village) -> None:
    officer, grandma = await village.person("培训员", "training"), await village.person("王秀英")
    activity_id = await make(village, officer, grafting(village))
    await signs_up(grandma)
    (row,) = await line(village, activity_id)
    shown = await grandma.sees("")
    await grandma.taps_data(shown, f"sgn|still|{row.id}")
    await grandma.sees("您的位子留着")
    (row,) = await line(village, activity_id)
    assert row.still is True
    await grandma.taps_data(shown, f"sgn|not-still|{row.id}")
    await grandma.sees("您不去了")
    assert await standings(village, activity_id) == []
    await grandma.taps_data(shown, f"sgn|still|{row.id}")
    await village.settled()
    assert "已经取消了" in grandma.toasts[-1]
