"""A hall, a sprayer, a time at the doctor's and a course: each is spoken of as what it is."""

from __future__ import annotations

from simulator.model import Message
from simulator.person import Person as Someone
from tests.stories.conftest import Village
from tests.stories.lending import hall, opens, sprayers
from tests.stories.signing import link
from tests.stories.test_activities_making import changes, published
from tests.stories.test_activities_making import opens as opens_making
from tests.stories.test_bookable_times import books, manages
from tests.stories.test_making_slots import begins, offered


async def announces(village: Village, officer: Someone) -> None:
    """Told to everybody, and it has arrived."""
    await officer.taps("发布，告诉大家")
    await officer.sees("发布了，编号")
    await village.passes(seconds=6)


def notice(reader: Someone, title: str) -> Message:
    """The notice of something, as it has arrived."""
    return next(one for one in reader.screen if "🎉 活动" in one.text and f"《{title}》" in one.text)


async def test_the_hall_is_for_households_and_its_notice_leads_to_the_free_days(village: Village) -> None:
    officer, wang = await village.person("文化员", "culture"), await village.person("王秀英")
    await begins(officer, "借场地", "礼堂")
    await officer.says("每天上午、下午、晚上")
    await officer.sees("一个时间给几家用？")
    assert offered(officer)[0] == "1 家"
    await officer.taps("1 家")
    await officer.says("村部")
    await officer.sees("一个时间 1 家")
    await announces(village, officer)
    told = notice(wang, "礼堂")
    assert wang.buttons(told)[:2] == ["🗓 看哪天有空", "👀 看看是什么"]
    await wang.taps("看哪天有空", told)
    await wang.sees("《礼堂》哪天用？")
    assert "🗓 看哪天有空" in wang.buttons(told), "the notice stays as it is"
    await wang.taps("11月28日")
    await wang.taps("14:00")
    await wang.sees("✅ 您订好了")
    await opens(wang, "礼堂")
    await wang.sees("✅ 您订好了：11月28日 周六 14:00")


async def test_who_waits_for_a_time_that_the_village_needs_had_not_booked_it(village: Village) -> None:
    officer, wang = await village.person("文化员", "culture"), await village.person("王秀英")
    qian = await village.person("钱二")
    await hall(village, officer)
    for one, hours in ((wang, "14:00"), (qian, "排队")):
        await books(one, "11月28日", hours)
        await one.sees("14:00 到 18:00")
    await manages(officer, "11月28日")
    await officer.sees("王秀英，后面还有 1 人")
    await officer.taps("14:00")
    await officer.taps("对，村里用")
    await wang.sees("您订的只好让一让")
    told = await qian.sees("您不用再排了")
    assert "您订的" not in told.text
    await qian.taps("11月28日 周六 19:00", told)
    await qian.sees("✅ 您订好了")


async def test_two_sprayers_for_a_week_that_cost_nothing(village: Village) -> None:
    officer, wang = await village.person("文化员", "culture"), await village.person("王秀英")
    await begins(officer, "借东西", "喷雾器")
    await officer.says("两台")
    await officer.sees("一回借几天")
    await officer.says("半个世纪")
    await officer.sees("打个数就行")
    await officer.says("一个星期")
    await officer.says("村部")
    await officer.sees("一回借 7 天")
    await officer.taps("再写几样")
    await officer.taps("收多少钱")
    await officer.says("不要钱")
    await officer.sees("大家看到的就是这样")
    await announces(village, officer)
    told = notice(wang, "喷雾器")
    assert "📦 一共 2 个" in told.text and wang.buttons(told)[0] == "🙋 我要借"
    await wang.taps("我要借", told)
    await wang.sees("给您留着")


async def test_of_what_is_lost_nobody_asks_where_it_is_broken(village: Village) -> None:
    keeper, wang = await village.person("文化员", "culture"), await village.person("王秀英")
    await wang.follows(link(await sprayers(village, keeper, seats=2)))
    await wang.taps("我要借")
    await keeper.taps("拿走了")
    await wang.sees("您拿走了")
    await keeper.taps("❌ 丢了")
    asked = await keeper.sees("怎么丢的？")
    assert not keeper.has_seen("哪儿坏了")
    assert keeper.buttons(asked) == ["不写了", "☎️ 找人说话"]
    await keeper.says("放在地头，让人拿走了")
    await keeper.sees("✍️ 放在地头，让人拿走了")


async def test_whoever_still_comes_to_the_doctor_reads_their_own_time(village: Village) -> None:
    doctor, wang = await village.person("徐医生", "doctor"), await village.person("王秀英")
    await begins(doctor, "体检打针", "打流感疫苗")
    await doctor.says("周四8:00到10:00，每30分钟一个，每个5人")
    await doctor.says("卫生室")
    await doctor.sees("一个时间 5 个人")
    await announces(village, doctor)
    await wang.taps("我要约", notice(wang, "打流感疫苗"))
    await wang.taps("08:30")
    await wang.sees("✅ 您约好了")
    await opens(doctor, "打流感疫苗")
    for label in ("办这个活动", "改一改、不办了", "✏️ 改一改", "有哪些时间"):
        await doctor.taps(label)
    await doctor.says("挪到周五")
    await doctor.taps("就这样改")
    asked = await wang.sees("您还来吗")
    await village.passes(seconds=60)
    await wang.sees("✏️ 更正：11月26日 周四 → 11月27日 周五\n")
    await wang.taps("还来", asked)
    stays = await wang.sees("您约的时间留着")
    assert "11月27日 周五（农历十月十九） 08:30\n" in stays.text and "有 4 个时间可以选" not in stays.text


async def test_another_place_is_named_whole_where_the_notice_says_what_has_changed(village: Village) -> None:
    officer, wang = await village.person("罗培训", "training"), await village.person("王秀英")
    await published(village, officer)
    await changes(officer, "地方", "村小学二楼")
    await officer.taps("就这样改")
    await officer.sees("通知也跟着改了")
    await village.passes(seconds=60)
    told = await wang.sees("✏️ 更正：村部二楼 → 村小学二楼\n")
    assert told.id == notice(wang, "果树嫁接").id


async def test_a_price_is_told_in_words(village: Village) -> None:
    shopkeeper = await village.person("超市店主", "shopkeeper")
    await shopkeeper.says("/market")
    await shopkeeper.taps("收购价")
    await shopkeeper.taps("发一条")
    await shopkeeper.says("😀😀")
    await shopkeeper.sees("要有字，大家才看得明白")
    await shopkeeper.says("花椒一斤 32 块")
    await shopkeeper.sees("到哪天为止")


async def test_half_past_two_typed_as_figures_is_pointed_out_as_the_night(village: Village) -> None:
    officer = await village.person("罗培训", "training")
    await opens_making(officer)
    await officer.taps("培训班")
    await officer.says("养蜂")
    await officer.says("12月5号 2:30")
    await officer.says("村部")
    await officer.says("9")
    sure = await officer.sees("大家看到的就是这样")
    assert "⚠️ 12月5日 周六（农历十月廿七） 02:30是夜里" in sure.text
    await officer.taps("再写几样、改一改", sure)
    for _ in range(3):
        if any("时间" in one for one in officer.buttons()):
            break
        await officer.taps("下一页")
        await officer.sees("想写哪一样")
    await officer.taps("✏️ 时间")
    await officer.says("12月5号两点半")
    again = await officer.sees("大家看到的就是这样")
    assert "夜里" not in again.text


async def test_whoever_looks_after_them_reads_how_many_of_what_there_are(village: Village) -> None:
    officer, wang = await village.person("文化员", "culture"), await village.person("王秀英")
    await hall(village, officer)
    await books(wang, "11月28日", "14:00")
    await wang.sees("您订好了")
    await wang.follows(link(await sprayers(village, officer, seats=2)))
    await wang.taps("我要借")
    await wang.sees("给您留着")
    await officer.says("/activities")
    await officer.taps("我办的")
    shown = await officer.sees("您管的")
    assert "🏠《礼堂》41 个时段订了 1 个\n" in shown.text
    assert "🔧《喷雾器》一共 2 个，借了 1 个" in shown.text
    assert "坐了" not in shown.text and "0 人排队" not in shown.text


async def test_a_wish_in_english_reads_as_english_whatever_was_said(village: Village) -> None:
    anna = await village.person("Anna", language="en")
    await anna.says("I want to learn to drive an excavator")
    await anna.sees("There is no course for this at the moment: drive an excavator.")
    await anna.taps("Note it")
    await anna.sees("Noted: drive an excavator")
    await anna.taps("❌ Cross out: drive an excavator")
    await anna.sees("Good, crossed out: drive an excavator.")
