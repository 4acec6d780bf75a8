"""Times to choose: the check-up day, once a person; and the hall, which the village may need itself."""

from __future__ import annotations

from datetime import timedelta

from domain.activities import Plan, Session
from domain.lendingtaps import BookTake, BookTakeDay
from simulator.person import Person as Someone
from storage import activities
from tests.stories.conftest import Village
from tests.stories.lending import checkup, hall, opens, places
from tests.stories.signing import choices, make, slot_id


async def books(who: Someone, day: str, hours: str) -> None:
    """Somebody books the hall on a day of this week."""
    await opens(who, "礼堂")
    await who.taps("看哪天有空")
    await who.sees("哪天用")
    await who.taps(day)
    await who.sees("几点用")
    await who.taps(hours)


async def manages(officer: Someone, day: str) -> None:
    """The officer looks at a day of the hall."""
    await opens(officer, "礼堂")
    await officer.taps("办这个活动")
    await officer.taps("谁订了")
    await officer.sees("看哪天")
    await officer.taps(day)
    await officer.sees("《礼堂》")


async def test_a_checkup_has_times_to_choose_and_one_is_enough(village: Village) -> None:
    doctor, li, wang = [
        await village.person("徐医生", "doctor"),
        await village.person("李强"),
        await village.person("王海"),
    ]
    activity_id = await checkup(village, doctor)
    await opens(li, "老人体检")
    await li.taps("我要约")
    await li.sees("选哪个时间")
    assert len(choices(li)) == 3
    await li.taps("10:30")
    await li.sees("✅ 您约好了")
    assert choices(li)[0] == "❌ 不去了"
    await opens(wang, "老人体检")
    await wang.taps("我要约")
    await wang.sees("选哪个时间")
    assert "10:30 满了，可以排队" in str(wang.buttons())
    await wang.taps("11:00")
    await wang.sees("您约好了")
    page = await opens_again(li)
    await li.taps_data(page, f"sgf|{await slot_id(village, activity_id, 3)}|me|0")
    await village.settled()
    assert "已经选好一个时间" in li.toasts[-1]
    assert [one.name for one in await places(village, activity_id)] == ["李强", "王海"]


async def two_days(village: Village, doctor: Someone) -> int:
    """A check-up on two days with ten minutes for each, sixty times in all; the activity's id."""
    morning = village.now() + timedelta(days=2, hours=-2)  # eight there
    begins = [morning + timedelta(minutes=10 * number) for number in range(48)]
    begins += [morning + timedelta(days=1, minutes=10 * number) for number in range(12)]
    times = tuple(Session(starts_at=one, ends_at=one + timedelta(minutes=10)) for one in begins)
    plan = Plan(kind="checkup", title="老人体检", place="卫生室", sessions=times, seats=1)
    return await make(village, doctor, plan)


async def test_of_sixty_times_one_is_chosen_in_four_taps(village: Village) -> None:
    doctor, li = await village.person("徐医生", "doctor"), await village.person("李强")
    activity_id = await two_days(village, doctor)
    await opens(li, "老人体检")
    page = li.last
    await li.taps("我要约")
    await li.sees("《老人体检》哪天方便？")
    assert choices(li) == ["11月26日 周四 · 还有 48 个位子", "11月27日 周五 · 还有 12 个位子"]
    await li.taps("11月26日")
    await li.sees("11月26日 周四，几点方便？")
    assert choices(li) == ["上午 · 还有 24 个位子", "下午 · 还有 24 个位子"]
    await li.taps("上午")
    await li.sees("几点方便")
    assert choices(li) == [f"{hour}点 · 还有 6 个位子" for hour in (8, 9, 10, 11)]
    assert "☎️ 找人说话" in li.buttons()
    await li.taps("9点")
    await li.sees("选哪个时间")
    assert choices(li)[0] == "11月26日 09:00 还有 1 个位子" and "下一页" in str(li.buttons())
    for word in ("9点", "上午", "11月27日"):
        await li.taps("返回")
        await village.settled()
        assert word in str(li.buttons()), word
    await li.taps("11月27日")
    await li.sees("11月27日 周五，几点方便？")
    assert [one[:2] for one in choices(li)] == ["8点", "9点"], "a morning needs no part of the day"
    await li.taps("9点")
    await li.taps("下一页")
    await li.taps("09:50")
    await li.sees("✅ 您约好了")
    assert [one.slot_id for one in await places(village, activity_id)] == [
        await slot_id(village, activity_id, 60)
    ]
    wang = await village.person("王海")
    await opens(wang, "老人体检")
    await wang.taps_data(wang.last, f"sgt|{activity_id}|0|9")
    await wang.sees("哪天方便")
    await wang.taps_data(wang.last, f"sgs|{activity_id}|0|20261127..9.1")
    await wang.sees("选哪个时间")
    assert choices(wang) == ["11月27日 09:50 满了，可以排队"]
    await wang.taps("09:50")
    await wang.sees("⏳ 约满了，您排第 1 位。空出来先问。")
    await village.passes(days=2, hours=6)
    await li.taps_data(page, f"sgs|{activity_id}|1|20261126...0")
    await li.sees("11月27日 周五，几点方便？")


async def test_a_neighbour_and_the_doctor_choose_for_somebody_else_in_the_same_steps(
    village: Village,
) -> None:
    doctor, neighbour = await village.person("徐医生", "doctor"), await village.person("李强")
    activity_id = await two_days(village, doctor)
    await opens(neighbour, "老人体检")
    await neighbour.taps("替别人约")
    for word in ("11月26日", "下午", "14点", "14:10"):
        await neighbour.taps(word)
    await neighbour.sees("替谁约？")
    await neighbour.says("王秀英")
    await neighbour.taps("就按这个名字约")
    await neighbour.sees("王秀英约好了")
    await opens(doctor, "老人体检")
    for word in ("办这个活动", "都有谁", "加人", "加一个人"):
        await doctor.taps(word)
    await doctor.sees("哪天方便")
    assert choices(doctor)[0] == "11月26日 周四 · 48 个位子，1 个有人"
    for word in ("11月26日", "下午", "14点"):
        await doctor.taps(word)
    await doctor.sees("选哪个时间")
    assert choices(doctor)[1] == "11月26日 14:10 1 个位子，1 个有人"
    await doctor.taps("返回")
    await doctor.sees("几点方便")
    await doctor.taps("14点")
    await doctor.taps("14:20")
    await doctor.says("张大爷")
    await doctor.taps("就按这个名字约")
    await doctor.sees("张大爷")
    assert [one.name for one in await places(village, activity_id)] == ["王秀英", "张大爷"]


async def opens_again(who: Someone) -> object:
    """The page once more."""
    await opens(who, "老人体检")
    return who.last


async def test_the_hall_is_booked_in_three_taps_with_a_word_what_for(village: Village) -> None:
    officer, li = await village.person("周干事", "culture"), await village.person("李强")
    await hall(village, officer)
    await opens(li, "礼堂")
    page = await li.sees("每天 08:30–12:00、14:00–18:00、19:00–21:30")
    await li.taps("看哪天有空", in_=page)
    await li.sees("哪天用")
    days = [one for one in li.buttons() if "空" in one]
    assert len(days) == 7 and days[0] == "11月24日 周二 空"
    await li.taps("11月27日")
    await li.sees("几点用")
    assert len(choices(li)) == 3
    await li.taps("14:00–18:00")
    await li.sees("您订好了")
    await li.taps("做什么用")
    await li.sees("写几个字")
    await li.says("办满月酒")
    await li.sees("✍️ 办满月酒")
    await manages(officer, "11月27日")
    day = await officer.sees("14:00–18:00 李强：办满月酒")
    assert "08:30–12:00 空着" in day.text and len(choices(officer)) <= 5


async def test_how_many_times_of_the_hall_are_free_is_read_before_it_is_opened(village: Village) -> None:
    officer, wang = await village.person("文化员", "culture"), await village.person("王海")
    await hall(village, officer)
    for free, hours in ((41, "08:30"), (40, "14:00")):  # the morning of the first day has begun
        await wang.says("/activities")
        listed = await wang.sees("能报名的")
        assert f"还有 {free} 个时段能订" in listed.text and "位子" not in listed.text
        li = await village.person(f"订{hours}的")
        await books(li, "11月27日", hours)
        await li.sees("您订好了")
    await opens(wang, "礼堂")
    assert "还有 39 个时段能订" in wang.screen[-1].text


async def test_what_is_taken_is_waited_for(village: Village) -> None:
    officer, li, wang = [
        await village.person("周干事", "culture"),
        await village.person("李强"),
        await village.person("王海"),
    ]
    await hall(village, officer)
    await books(li, "11月27日", "14:00")
    card = await li.sees("您订好了")
    await books(wang, "11月27日", "有人了，可以排队")
    await wang.sees("⏳ 订满了，您排第 1 位。空出来先问。")
    await li.taps("不订了", in_=card)
    await li.sees("❌ 您不订了。弄错了就再订。")
    assert "🔁 弄错了，再订" in choices(li)
    offer = await wang.sees("空出来了，轮到您了")
    assert "要订吗？" in offer.text and choices(wang) == ["✅ 要订", "❌ 不订了"]
    await wang.taps("要订")
    await wang.sees("您订好了")


async def test_a_booking_is_called_one_wherever_it_is_read(village: Village) -> None:
    officer, li = await village.person("周干事", "culture"), await village.person("李强")
    await hall(village, officer)
    await opens(officer, "礼堂")
    await officer.taps("办这个活动")
    await officer.taps("都有谁")
    await officer.sees("还没有人订。")
    await books(li, "11月27日", "14:00")
    await li.sees("您订好了")
    await li.says("/activities")
    await li.taps("我报的、订的")
    await li.sees("11月27日 14:00《礼堂》✅ 您订好了")
    await officer.taps("返回")
    await officer.taps("都有谁")
    await officer.sees("1. 李强（上马曲）11月27日 14:00 ✅ 订好了")
    await village.passes(days=2, hours=8)
    await li.sees("别忘了，订好的：🏠 借场地《礼堂》")
    await li.taps("用不上了")
    await li.sees("❌ 您不订了")
    seen = "".join(one.text for one in li.screen)
    assert not any(word in seen for word in ("报上", "取消报名", "不去了"))


async def test_the_village_needs_the_hall_and_whoever_had_it_gets_another_time_with_one_tap(
    village: Village,
) -> None:
    officer, li = await village.person("周干事", "culture"), await village.person("李强")
    activity_id = await hall(village, officer)
    await books(li, "11月27日", "08:30")
    await li.sees("您订好了")
    await manages(officer, "11月27日")
    await officer.taps("08:30–12:00 村里用")
    sure = await officer.sees("有人订了")
    assert "08:30–12:00 李强" in sure.text
    assert len(await places(village, activity_id)) == 1, "nothing has happened yet"
    await officer.taps("返回")
    await officer.taps("08:30–12:00 村里用")
    await officer.taps("对，村里用")
    await officer.sees("08:30–12:00 村里用")
    sorry = await li.sees("对不住，这个时间村里要用")
    assert "您订的" in sorry.text and "08:30 到 12:00" in sorry.text
    await li.taps("11月27日 周五 14:00–18:00", in_=sorry)
    await li.sees("您订好了")
    names = [one.name for one in await places(village, activity_id)]
    assert sorted(names) == sorted(["马曲村社区服务中心", "李强"])
    await books(li, "11月27日", "08:30–12:00 村里要用")
    await village.settled()
    assert "换个时间" in li.toasts[-1]
    await manages(officer, "11月27日")
    await officer.taps("08:30–12:00 村里不用了")
    await officer.sees("08:30–12:00 空着")


async def test_a_whole_day_that_somebody_has_booked_is_asked_about_too(village: Village) -> None:
    officer, li = await village.person("周干事", "culture"), await village.person("李强")
    activity_id = await hall(village, officer)
    await books(li, "11月27日", "14:00")
    await li.sees("您订好了")
    await manages(officer, "11月27日")
    await officer.taps("全天村里用")
    sure = await officer.sees("有人订了")
    assert "14:00–18:00 李强" in sure.text and "空着" not in sure.text
    assert [one.name for one in await places(village, activity_id)] == ["李强"]
    await officer.taps("对，村里用")
    await officer.sees("19:00–21:30 村里用")
    await li.sees("对不住，这个时间村里要用")
    assert {one.name for one in await places(village, activity_id)} == {"马曲村社区服务中心"}


async def test_the_hall_is_closed_on_a_day_that_nobody_can_book_yet(village: Village) -> None:
    officer, li = await village.person("周干事", "culture"), await village.person("李强")
    activity_id = await hall(village, officer)
    await manages(officer, "11月27日")
    await officer.taps("返回")
    await officer.sees("看哪天")
    await officer.taps("别的日子")
    await officer.sees("写日子")
    await officer.says("大年初一")
    await officer.sees("没看懂是哪天")
    await officer.says("12月20日")
    await officer.sees("12月20日")
    assert await village.form(officer) is None
    await village.passes(days=14)
    await opens(li, "礼堂")
    await li.taps("看哪天有空")
    await li.taps("后一周")
    await li.sees("哪天用")
    assert "12月20日 周日 满" in li.buttons()
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        made = await activities.slots(tx, activity_id)
    assert len(made) == 3 * 28 - 2, "two mornings had begun when they would have been made"


async def test_a_neighbour_books_for_somebody_else(village: Village) -> None:
    officer, neighbour = await village.person("周干事", "culture"), await village.person("李强")
    activity_id = await hall(village, officer)
    await opens(neighbour, "礼堂")
    await neighbour.taps("替别人订")
    await neighbour.taps("11月27日")
    await neighbour.taps("14:00")
    await neighbour.sees("替谁订？")
    await neighbour.says("王秀英")
    await neighbour.taps("就按这个名字订")
    await neighbour.sees("王秀英订好了")
    assert [one.name for one in await places(village, activity_id)] == ["王秀英"]


async def test_nobody_else_sees_who_has_the_hall_or_takes_it_for_the_village(village: Village) -> None:
    officer, li, wang = [
        await village.person("周干事", "culture"),
        await village.person("李强"),
        await village.person("王海"),
    ]
    activity_id = await hall(village, officer)
    await books(li, "11月27日", "14:00")
    await li.sees("您订好了")
    await opens(wang, "礼堂")
    page = wang.last
    assert page is not None
    taken = (await places(village, activity_id))[0].slot_id
    for data in (
        f"bkd|{activity_id}|2|0",
        f"bkt|{activity_id}|2|2026-11-27|0",
        BookTake("take", taken).pack(),
        BookTake("take-sure", taken).pack(),
        BookTake("day-sure", taken).pack(),
        BookTake("free", taken).pack(),
        BookTakeDay(activity_id, "2026-11-27").pack(),
        BookTakeDay(activity_id, "").pack(),
        f"bkt|{activity_id}|0|sometime|0",
        f"bkw|{(await places(village, activity_id))[0].id}",
    ):
        await wang.taps_data(page, data)
        await village.settled()
        assert "没找到" in wang.toasts[-1], data
    assert not wang.has_seen("李强")
    assert [one.name for one in await places(village, activity_id)] == ["李强"]
