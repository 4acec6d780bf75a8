"""A day of times is moved, and a room's hours change, though people have chosen: nobody has to begin anew."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from domain.activitytaps import ActivityMake, ActivitySet
from simulator.person import Person as Someone
from storage import activities, signups
from tests.stories.conftest import Village
from tests.stories.lending import checkup, hall, opens, places
from tests.stories.signing import choices
from tests.stories.test_bookable_times import books
from tests.stories.test_making_slots import begins, made, publishes

DOCTOR = "徐医生"


async def begins_to_change(officer: Someone, title: str, what: str) -> None:
    """Somebody opens one of the things that can be changed about what they made."""
    await opens(officer, title)
    await officer.taps("办这个活动")
    await officer.taps("改一改、不办了")
    await officer.sees("要做什么")
    await officer.taps("✏️ 改一改")
    await officer.sees("想写哪一样")
    await officer.taps(what)


async def changes(officer: Someone) -> None:
    """Just like that."""
    await officer.taps("就这样改")
    await officer.sees("好，改了")


async def chooses(who: Someone, title: str, time: str) -> None:
    """Somebody takes one of the times, or waits for it."""
    await opens(who, title)
    await who.taps("我要约")
    await who.sees("选哪个时间")
    await who.taps(time)
    await who.sees("您")


async def begin_at(village: Village, activity_id: int) -> list[str]:
    """When its times begin, as the clock there says it."""
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        rows = await activities.slots(tx, activity_id)
    starts: list[datetime] = [one.starts_at for one in rows if one.starts_at is not None]
    return [f"{one.astimezone(ZoneInfo('Asia/Shanghai')):%m-%d %H:%M}" for one in starts]


async def test_a_doctor_who_falls_ill_moves_the_day_and_everybody_keeps_their_turn(village: Village) -> None:
    doctor, li, wang = [
        await village.person(DOCTOR, "doctor"),
        await village.person("李强"),
        await village.person("王海"),
    ]
    activity_id = await checkup(village, doctor)
    await chooses(li, "老人体检", "10:30")
    await chooses(wang, "老人体检", "10:30 满了，可以排队")
    await begins_to_change(doctor, "老人体检", "有哪些时间")
    await doctor.sees("11月27日 周五（农历十月十九） 10:00 到 11:30，3 个时间")
    assert choices(doctor)[:2] == ["📅 挪到11月28日 周六", "📅 挪到11月29日 周日"]
    assert len(choices(doctor)) == 5
    await doctor.says("等我好了")
    await doctor.sees("没看懂挪到什么时候")
    await doctor.says("整天挪到12月4日")
    look = await doctor.sees("改的是")
    assert "10:00 到 11:30，3 个时间 → 12月4日 周五（农历十月廿六） 10:00 到 11:30，3 个时间" in look.text
    assert "会马上告诉 2 个人，问还来不来" in look.text
    assert not li.has_seen("还来吗")
    await changes(doctor)
    for one in (li, wang):
        asked = await one.sees("还来吗")
        assert "10:30 到 11:00 → 12月4日" in asked.text and "11:30" not in asked.text
    await li.taps("不来了")
    await wang.sees("轮到您了")
    assert await begin_at(village, activity_id) == ["12-04 10:00", "12-04 10:30", "12-04 11:00"]


async def test_all_of_a_day_is_an_hour_later_by_one_tap(village: Village) -> None:
    doctor, li = await village.person(DOCTOR, "doctor"), await village.person("李强")
    activity_id = await checkup(village, doctor)
    await chooses(li, "老人体检", "10:30")
    await begins_to_change(doctor, "老人体检", "有哪些时间")
    await doctor.taps("都往后一个小时")
    await doctor.sees("改的是")
    await changes(doctor)
    await li.sees("还来吗")
    assert await begin_at(village, activity_id) == ["11-27 11:00", "11-27 11:30", "11-27 12:00"]
    assert [one.name for one in await places(village, activity_id)] == ["李强"]


async def test_of_several_days_the_chosen_one_moves_also_past_another(village: Village) -> None:
    doctor = await village.person(DOCTOR, "doctor")
    await begins(doctor, "体检打针", "打疫苗")
    await doctor.says("12月3日、10日 8:00到9:00，每30分钟一个，每个1人")
    await doctor.says("卫生室")
    await doctor.sees("大家看到的就是这样")
    await publishes(doctor)
    await begins_to_change(doctor, "打疫苗", "有哪些时间")
    await doctor.sees("哪天的时间")
    assert choices(doctor) == ["12月3日 周四，2 个时间", "12月10日 周四，2 个时间"]
    await doctor.taps("12月3日")
    await doctor.says("挪到12月10日")
    await doctor.sees("那时候已经有别的时间了")
    await doctor.says("12月12日下午2点")
    await doctor.sees("14:00 到 15:00，2 个时间")
    await changes(doctor)
    activity, _ = await made(village)
    assert await begin_at(village, activity.id) == [
        "12-10 08:00",
        "12-10 08:30",
        "12-12 14:00",
        "12-12 14:30",
    ]


async def test_more_times_are_added_and_whoever_waits_hears_it_once(village: Village) -> None:
    doctor, li, wang = [
        await village.person(DOCTOR, "doctor"),
        await village.person("李强"),
        await village.person("王海"),
    ]
    activity_id = await checkup(village, doctor)
    await chooses(li, "老人体检", "10:30")
    await chooses(wang, "老人体检", "10:30 满了，可以排队")
    await begins_to_change(doctor, "老人体检", "有哪些时间")
    await doctor.taps("再加几个时间")
    await doctor.sees("几点到几点")
    await doctor.says("看情况")
    await doctor.sees("没看懂是什么时候")
    await doctor.says("再加 14:00 到 15:00，每20分钟一个")
    look = await doctor.sees("改的是")
    assert "会告诉 1 个人一声" in look.text
    await changes(doctor)
    news = await wang.sees("又多了几个时间")
    assert "您排着的还是原来那个时间" in news.text and "还来吗" not in news.text
    assert not li.has_seen("又多了") and not li.has_seen("还来吗")
    assert (await begin_at(village, activity_id))[3:] == ["11-27 14:00", "11-27 14:20", "11-27 14:40"]
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        states = [one.state for one in await signups.of_activity(tx, activity_id)]
    assert states == ["seated", "waiting"]


async def test_a_halls_hours_change_from_tomorrow_and_what_is_booked_stays(village: Village) -> None:
    officer, li = await village.person("周干事", "culture"), await village.person("李强")
    activity_id = await hall(village, officer)
    await books(li, "11月27日", "19:00")
    await li.sees("您订好了")
    heard = len(li.screen)
    await begins_to_change(officer, "礼堂", "什么时候能用")
    await officer.sees("眼下是")
    await officer.says("每天 9:00到12:00、14:00到18:00")
    await officer.sees("从哪天起")
    await officer.says("随便")
    await officer.sees("没看懂是哪天")
    await officer.says("从今天起")
    await officer.sees("最早从明天起")
    await officer.taps("从11月25日")
    look = await officer.sees("改的是")
    assert "每天 09:00–12:00、14:00–18:00" in look.text
    assert "从11月25日 周三起" in look.text
    assert "有 1 个订好的时间不在里面，照旧用完" in look.text
    assert "订好的都不变，不用告诉谁" in look.text
    await changes(officer)
    assert len(li.screen) == heard
    await opens(li, "礼堂")
    await li.taps("看哪天有空")
    await li.taps("11月28日")
    await li.sees("几点用")
    assert choices(li) == ["✅ 09:00–12:00", "✅ 14:00–18:00"]
    await books(li, "11月27日", "09:00")
    await li.sees("您订好了")
    names = [one.name for one in await places(village, activity_id)]
    assert names == ["李强", "李强"]


async def test_nobody_moves_what_others_made(village: Village) -> None:
    doctor, li = await village.person(DOCTOR, "doctor"), await village.person("李强")
    activity_id = await checkup(village, doctor)
    await opens(li, "老人体检")
    page = li.last
    assert page is not None
    await li.taps_data(page, ActivityMake("change", activity_id).pack())
    await village.settled()
    assert "没找到" in li.toasts[-1]
    await li.taps_data(page, ActivitySet("move", "60").pack())
    await village.settled()
    assert "已经" in li.toasts[-1]
    await begins_to_change(doctor, "老人体检", "地方")
    asked = doctor.last
    assert asked is not None
    await doctor.taps_data(asked, ActivitySet("add", "").pack())
    await doctor.sees("整天的时间挪到什么时候")
    for value in ("soon", "2026-13-45", "7"):
        await doctor.taps_data(asked, ActivitySet("move", value).pack())
        await village.settled()
        assert "没找到" in doctor.toasts[-1], value
    before = await begin_at(village, activity_id)
    await doctor.taps("返回")
    await doctor.sees("想写哪一样")
    assert await begin_at(village, activity_id) == before
