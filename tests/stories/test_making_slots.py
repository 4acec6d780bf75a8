"""Making what has times or is lent: a check-up day, the hall, and a sprayer; asked little, in a few taps."""

from __future__ import annotations

from sqlalchemy import select

from simulator.model import Message
from simulator.person import Person as Someone
from storage import activities, signups
from storage.activities import Activity, ActivitySlot
from tests.stories.conftest import Village
from tests.stories.lending import opens
from tests.stories.test_activities_making import opens as opens_making


def offered(who: Someone) -> list[str]:
    """The ready choices on the last screen: above never mind, and a person to talk to."""
    found = [one for one in who.buttons() if "先不说了" not in one and "找人说话" not in one]
    assert len(found) <= 5
    return found


async def begins(officer: Someone, kind: str, title: str) -> None:
    """The kind, and the name of it."""
    await opens_making(officer)
    await officer.taps(kind)
    asked = await officer.sees("叫什么名字")
    assert "嫁接" not in asked.text, "the example is one of its kind"
    await officer.says(title)


async def publishes(officer: Someone) -> Message:
    """Told to nobody yet."""
    await officer.taps("发布，先不告诉大家")
    return await officer.sees("发布了，编号")


async def made(village: Village) -> tuple[Activity, list[ActivitySlot]]:
    """The only activity there is, and its slots."""
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        row = (await tx.session.scalars(select(Activity))).one()
        return row, await activities.slots(tx, row.id)


async def test_a_checkup_day_is_made_with_one_sentence(village: Village) -> None:
    doctor, li = await village.person("徐医生", "doctor"), await village.person("李强")
    await begins(doctor, "体检打针", "老人体检")
    await doctor.sees("一句话写上")
    assert offered(doctor)[0] == "11月25日 周三"
    await doctor.says("随便哪天")
    await doctor.sees("没看懂是什么时候")
    await doctor.says("12月3日 8:00到18:00，每5分钟一个，每个5人")
    await doctor.sees("时间太多啦，最多 60 个")
    await doctor.says("12月3日 8:00到12:00，每30分钟一个，每个5人")
    await doctor.sees("在哪儿")
    await doctor.says("卫生室")
    await doctor.sees("08:00 到 12:00，有 8 个时间可以选")
    sure = await doctor.sees("大家看到的就是这样")
    await doctor.taps("发布，先不告诉大家", in_=sure)
    await doctor.sees("发布了，编号")
    _, slots = await made(village)
    assert [one.seats for one in slots] == [5] * 8
    await opens(li, "老人体检")
    await li.taps("我要约")
    await li.sees("12月3日 周四，几点方便")


async def test_a_checkup_day_is_made_by_ready_offered(village: Village) -> None:
    doctor = await village.person("徐医生", "doctor")
    await begins(doctor, "体检打针", "打流感疫苗")
    await doctor.sees("一句话写上")
    await doctor.taps("11月26日")
    await doctor.sees("那天几点到几点")
    assert offered(doctor) == ["08:30–12:00", "14:30–18:00", "上午下午都行"]
    await doctor.taps("上午下午都行")
    await doctor.sees("要多久")
    assert len(offered(doctor)) == 5
    await doctor.says("一下子就好")
    await doctor.sees("没看懂是多久")
    await doctor.says("5小时")
    await doctor.sees("比一共的时间还长")
    await doctor.taps("30 分钟")
    await doctor.sees("一个时间能来几个人")
    await doctor.taps("2 个人")
    await doctor.sees("在哪儿")
    await doctor.taps("马曲村社区服务中心")
    await doctor.sees("大家看到的就是这样")
    await publishes(doctor)
    _, slots = await made(village)
    assert len(slots) == 14 and {one.seats for one in slots} == {2}


async def test_the_hours_of_a_day_can_be_typed_and_stay_whole(village: Village) -> None:
    doctor = await village.person("徐医生", "doctor")
    await begins(doctor, "体检打针", "打疫苗")
    await doctor.taps("11月26日")
    await doctor.sees("那天几点到几点")
    await doctor.says("早上8点到9点半")
    await doctor.taps("不分，就这样")
    await doctor.taps("5 个人")
    await doctor.says("卫生室")
    await doctor.sees("有 1 个时间可以选")
    await doctor.sees("大家看到的就是这样")
    await publishes(doctor)
    _, slots = await made(village)
    assert len(slots) == 1


async def test_the_hall_is_opened_with_four_answers(village: Village) -> None:
    officer, li = await village.person("周干事", "culture"), await village.person("李强")
    await begins(officer, "借场地", "礼堂")
    await officer.sees("什么时候能用")
    assert len(offered(officer)) == 4
    await officer.says("天晴的时候")
    await officer.sees("没看懂是什么时候")
    await officer.taps("🕘 每天上午、下午、晚上")
    await officer.sees("一个时间给几家用")
    await officer.taps("1 家")
    await officer.sees("在哪儿")
    await officer.says("村部")
    await officer.sees("大家看到的就是这样")
    await publishes(officer)
    activity, slots = await made(village)
    assert len(slots) == 41 and activity.planned.hours is not None
    await opens(li, "礼堂")
    await li.taps("看哪天有空")
    await li.sees("哪天用")


async def test_a_sprayer_is_lent_with_four_answers_and_a_picture(village: Village) -> None:
    officer, li = await village.person("周干事", "culture"), await village.person("李强")
    await begins(officer, "借东西", "喷雾器")
    await officer.sees("一共有几个")
    await officer.says("不限")
    await officer.sees("打个数就行")
    await officer.says("两个")
    await officer.sees("一回借几天")
    assert len(offered(officer)) == 5
    await officer.says("61天")
    await officer.sees("从 1 到 60")
    await officer.taps("3 天")
    await officer.sees("在哪儿")
    await officer.says("村部仓库")
    await officer.sees("📦 一共 2 个")
    await officer.sees("大家看到的就是这样")
    await officer.taps("再写几样")
    assert not any("截止" in one or "报名到什么时候" in one for one in officer.buttons())
    await officer.taps("照片")
    await officer.sends_photo()
    await officer.sees("大家看到的就是这样")
    await publishes(officer)
    activity, slots = await made(village)
    assert (slots[0].seats, activity.planned.lasts) == (2, 3) and activity.planned.picture is not None
    await opens(li, "喷雾器")
    await li.taps("我要借")
    await li.sees("给您留着")


async def test_more_of_them_are_lent_and_who_waits_is_asked(village: Village) -> None:
    officer, li, wang = [
        await village.person("周干事", "culture"),
        await village.person("李强"),
        await village.person("王海"),
    ]
    await begins(officer, "借东西", "喷雾器")
    for words in ("1", "7", "村部"):
        await officer.sees("？")
        await officer.says(words)
    await officer.sees("大家看到的就是这样")
    await publishes(officer)
    for one in (li, wang):
        await opens(one, "喷雾器")
        await one.taps("我要借")
        await one.sees("位" if one is wang else "给您留着")
    await officer.taps("改一改、不办了", in_=next(one for one in officer.screen if "发布了" in one.text))
    await officer.taps("✏️ 改一改")
    await officer.taps("有几个")
    await officer.says("2")
    await officer.sees("改好了就是这样")
    await officer.taps("就这样改")
    await officer.sees("好，改了")
    await wang.sees("轮到您借了")
    assert not li.has_seen("还来吗")


async def test_how_many_a_time_is_for_stays_once_people_have_chosen(village: Village) -> None:
    officer, li = await village.person("周干事", "culture"), await village.person("李强")
    await begins(officer, "借场地", "礼堂")
    await officer.taps("🕘 每天上午、下午、晚上")
    await officer.taps("1 家")
    await officer.says("村部")
    await officer.sees("大家看到的就是这样")
    await publishes(officer)
    await opens(li, "礼堂")
    await li.taps("看哪天有空")
    await li.taps("11月27日")
    await li.taps("14:00")
    await li.sees("您订好了")
    await officer.taps("改一改、不办了")
    change = await officer.sees("要做什么")
    await officer.taps("✏️ 改一改")
    await officer.sees("想写哪一样")
    assert "一个时间几个人" not in str(officer.buttons())
    await officer.taps_data(change, "actset|people|")
    await village.settled()
    assert "没找到" in officer.toasts[-1]
    await officer.taps("地方")
    await officer.says("新村部")
    await officer.sees("改好了就是这样")
    await officer.taps("就这样改")
    await officer.sees("好，改了")
    await li.sees("您还要用吗")
    activity, _ = await made(village)
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        assert len(await signups.of_activity(tx, activity.id)) == 1
