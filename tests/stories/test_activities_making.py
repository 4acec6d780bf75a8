"""Making an activity in the chat: asked little, seen before it goes; changed, called off, and people told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.seed import settle
from services import signups
from simulator.model import Message
from simulator.person import Person as Someone
from storage import activities, people
from storage import signups as stored
from storage.activities import Activity
from storage.notices import Notice
from storage.people import Person
from storage.signups import Signup
from tests.stories.conftest import Village
from tests.stories.test_notices import until_done

DATES = "12月2日、9日、16日 下午2点"


async def opens(officer: Someone) -> Message:
    """What one manages, and in there making an activity."""
    await officer.taps("更多")
    await officer.taps("我管的事")
    await officer.taps("办活动")
    return await officer.sees("办什么样的活动")


async def answers(officer: Someone, kind: str, *words: str) -> None:
    """The first questions, one after the other."""
    await opens(officer)
    await officer.taps(kind)
    for one in words:
        await officer.sees("？")
        await officer.says(one)


async def sets(officer: Someone, field: str, words: str) -> Message:
    """Say something more, and look again."""
    await officer.taps("再写几样")
    await officer.taps(field)
    await officer.says(words)
    return await officer.sees("大家看到的就是这样")


async def course(officer: Someone, when: str = DATES) -> Message:
    """A grafting course, up to the look before it is published."""
    await answers(officer, "培训班", "果树嫁接", when, "村部二楼", "20")
    return await officer.sees("大家看到的就是这样")


async def published(village: Village, officer: Someone, when: str = DATES) -> Message:
    """The same made and told to everybody; what stands there for its maker."""
    await course(officer, when)
    await officer.taps("发布，告诉大家")
    made = await officer.sees("发布了，编号")
    await village.passes(seconds=6)
    return made


async def the_activity(village: Village) -> Activity:
    """The only activity there is."""
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        return (await tx.session.scalars(select(Activity))).one()


async def signs_up(village: Village, who: Someone) -> int:
    """Somebody has a place in it, or waits; its id."""
    activity = await the_activity(village)
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        account = await people.account(tx, who.id)
        (slot,) = await activities.slots(tx, activity.id)
        assert account is not None
        return (await signups.sign_up(tx, account, slot.id)).id


async def place(village: Village, signup_id: int) -> Signup:
    """Somebody's place as it is."""
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        found = await stored.peek(tx, signup_id)
        assert found is not None
        return found


async def changes(officer: Someone, field: str, words: str) -> Message:
    """Begin to change it, up to the look at what would be different."""
    await officer.taps("改一改、不办了")
    await officer.taps("✏️ 改一改")
    await officer.taps(field)
    await officer.says(words)
    return await officer.sees("改好了就是这样")


async def answers_with_slips(officer: Someone) -> Message:
    """The five questions, each with what cannot be answered before what can."""
    await opens(officer)
    assert officer.buttons()[:2] == ["🌱 培训班", "🎭 文体活动"]
    await officer.taps("培训班")
    await officer.sees("叫什么名字")
    await officer.says("果树嫁接")
    await officer.sees("12月3日、10日、17日 9:00")
    await officer.says("等天晴了再说")
    await officer.sees("没看懂是什么时候")
    await officer.says("11月3日 下午2点")
    await officer.sees("最多提前半年")
    await officer.says("今天9:00")
    await officer.sees("时间已经过了")
    await officer.says("12月2日起每周三下午2点到4点半，共3次")
    await officer.sees("在哪儿")
    await officer.taps("📍 马曲村社区服务中心")
    await officer.sees("多少个位子")
    await officer.says("很多")
    await officer.sees("打个数就行，从 1 到 2,000")
    await officer.says("0")
    await officer.sees("打个数就行，从 1 到 2,000")
    await officer.says("20人")
    return await officer.sees("大家看到的就是这样")


async def tells_all(officer: Someone) -> None:
    """What can be said beside: what for, what to bring, what it costs, a picture, the certificate."""
    await sets(officer, "是干什么的", "师傅手把手教。")
    await sets(officer, "要带的", "剪刀")
    await sets(officer, "收多少钱", "5块5")
    await officer.taps("再写几样")
    await officer.taps("下一页")
    await officer.taps("照片")
    await officer.says("没有照片可发的")
    await officer.sees("要一张照片")
    await officer.sends_photo("随便写的")
    await officer.sees("大家看到的就是这样")
    await officer.taps("再写几样")
    await officer.taps("下一页")
    await officer.taps("学完给证书")
    await officer.sees("大家看到的就是这样")


async def test_a_grafting_course_of_three_sessions_with_a_picture_and_what_it_costs(village: Village) -> None:
    officer = await village.person("罗培训", "training")
    grandma, abroad = await village.person("王秀英"), await village.person("Anna", language="en")
    elsewhere = await village.person("东星人", center="dongxing", village=None)

    sure = await answers_with_slips(officer)
    assert "有 0 户、3 人会收到" in sure.text
    assert officer.buttons(sure)[:3] == ["🚀 发布，告诉大家", "🤫 发布，先不告诉大家", "⚙️ 再写几样、改一改"]
    await tells_all(officer)
    seen = next(one for one in reversed(officer.screen) if "🌱 培训班《果树嫁接》" in one.text)
    assert (
        "📢" not in seen.text
        and "🎉 活动 马曲村社区服务中心通知" in seen.text
        and "随便写的" not in seen.text
    )
    await officer.taps("发布，告诉大家")
    made = await officer.sees("发布了，编号 2026-001")
    assert officer.buttons(made)[1] == "✏️ 改一改、不办了"
    await until_done(village, officer)

    got = await grandma.sees("《果树嫁接》")
    assert got.text == seen.text
    lines = got.text.split("\n")
    assert lines[2:] == [
        "师傅手把手教。",
        "🕘 12月2日 周三（农历十月廿四） 14:00 到 16:30",
        "🕘 12月9日 周三（农历冬月初一） 14:00 到 16:30",
        "🕘 12月16日 周三（农历冬月初八） 14:00 到 16:30",
        "📍 马曲村社区服务中心",
        "💺 一共 20 个位子",
        "🎒 要带：剪刀",
        "💰 每人 5.50 元",
        "📜 学完了有证书",
    ]
    assert grandma.buttons(got) == ["🙋 我要报名", "👀 看看是什么", "✅ 知道了", "❓ 有话要问"]
    assert got.kind == "photo"
    assert "🌱 Course: 果树嫁接" in (await abroad.sees("果树嫁接")).text and abroad.has_seen(
        "💰 5.50 yuan each"
    )
    assert not elsewhere.has_seen("果树嫁接")
    activity = await the_activity(village)
    assert activity.notice_id == 1 and activity.planned.certificate and len(activity.planned.sessions) == 3


async def test_a_clinic_day_for_women_of_one_village_is_told_to_nobody_else(village: Village) -> None:
    doctor = await village.person("周医生", "doctor")
    upper, lower = await village.person("王秀英"), await village.person("李婶", village="下马曲")
    await opens(doctor)
    assert doctor.buttons()[0] == "🩺 义诊" and not any("培训" in one for one in doctor.buttons())
    await doctor.taps("义诊")
    for words in ("量血压", "11月30日 9:00到11:00", "卫生室"):
        await doctor.says(words)
    await doctor.taps("不限，谁来都行")
    await doctor.taps("再写几样")
    await doctor.taps("给谁办的")
    await doctor.taps("按自然村挑")
    await doctor.taps("上马曲")
    await doctor.taps("返回")
    await doctor.taps("妇女")
    assert "眼下是：上马曲、妇女（几样都要合上）" in (await doctor.sees("眼下是")).text
    await doctor.taps("好了")
    sure = await doctor.sees("大家看到的就是这样")
    assert "2 人会收到" in sure.text, (
        "the doctor lives there too, and of nobody is it known that they are men"
    )
    await doctor.taps("发布，告诉大家")
    await doctor.sees("发布了")
    await until_done(village, doctor)
    assert "👥 给：上马曲、妇女（几样都要合上）" in (await upper.sees("量血压")).text
    assert not lower.has_seen("量血压")


async def test_for_some_with_a_tag_two_of_a_household_and_at_one_of_two_centers(
    village: Village,
) -> None:
    officer, villager = await village.person("罗培训", "culture"), await village.person("王秀英")
    await village.enrol("返乡的人")
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        await settle(tx, officer.id, center="dongxing", name="罗培训", roles_held=("training",))
        (person,) = (await tx.session.scalars(select(Person))).all()
        person.tags = ["返乡"]
    await opens(officer)
    assert "🌱 培训班（马曲村社区服务中心）" in officer.buttons()
    assert "🎭 文体活动（东兴村社区服务中心）" in officer.buttons()
    await officer.taps("🎭 文体活动（马曲")
    for words in ("坝坝舞", "12月1日晚上7点", "广场", "不限"):
        await officer.says(words)
    await officer.sees("大家看到的就是这样")
    await officer.taps("再写几样")
    await officer.taps("给谁办的")
    await officer.taps("按人挑")
    await officer.taps("返乡（1 户）")
    await officer.sees("给哪样的人")
    await officer.taps("好了")
    await officer.sees("大家看到的就是这样")
    await officer.taps("再写几样")
    await officer.taps("下一页")
    assert not any("证书" in one for one in officer.buttons()), "only a course gives one"
    await officer.taps("一家几个人")
    await officer.taps("2 个人")
    sure = await officer.sees("大家看到的就是这样")
    assert "有 1 户、2 人会收到" in sure.text, "both of whom the roster knows nothing"
    await officer.taps("发布，告诉大家")
    await officer.sees("发布了")
    await until_done(village, officer)
    got = await villager.sees("坝坝舞")
    assert "👥 给：返乡" in got.text and "🏠 一家最多 2 个人" in got.text and "位子" not in got.text
    assert (await the_activity(village)).planned.whom.tags == ("返乡",)


async def test_whoever_makes_none_is_told_whom_to_ask_and_a_forged_tap_finds_nothing(
    village: Village,
) -> None:
    grandma, officer = await village.person("王秀英"), await village.person("罗培训", "training")
    committee = await village.person("郑委员", "committee")
    await committee.taps("更多")
    await committee.taps("我管的事")
    await committee.sees("您要看哪一样")
    assert not any("办活动" in one for one in committee.buttons())
    center, screen = await village.unit_id("maqu"), grandma.last
    assert screen is not None
    await grandma.taps_data(screen, "go|activity-new")
    await grandma.sees("活动由培训员、文化员")
    made = await published(village, officer)
    for data in (
        f"actnew|{center}|course",
        *(f"actmake|{one}|1" for one in ("open", "change", "off", "tell", "history")),
    ):
        before = len(grandma.toasts)
        await grandma.taps_data(screen, data)
        await village.settled()
        assert "没找到" in grandma.toasts[before], data
    for data in (
        f"actnew|{center}|clinic",
        f"actnew|{center}|nothing",
        f"actnew|{center}|venue",
        "actmake|burn|1",
    ):
        before = len(officer.toasts)
        await officer.taps_data(made, data)
        await village.settled()
        assert "没找到" in officer.toasts[before], data
    for data in (
        "actset|title|",
        "actset|seats|none",
        "actset|more|",
        "actsend|tell|0",
        "actmake|off-sure|1",
        "actset|session-place|same",
    ):
        before = len(officer.toasts)
        await officer.taps_data(made, data)
        await village.settled()
        assert "已经选过" in officer.toasts[before], data
    assert (await the_activity(village)).state == "open"


async def test_nothing_typed_is_lost_by_a_slip(village: Village) -> None:
    officer = await village.person("罗培训", "training")
    await answers(officer, "培训班", "果树嫁接")
    await officer.sees("什么时候")
    await officer.says("/help")
    await officer.sees("有件事您还没填完")
    await officer.taps("接着填")
    await officer.sees("什么时候")
    await officer.says("12月2日 14:00")
    await officer.says("村部")
    await officer.says("长" * 3000)
    await officer.sees("打个数就行")
    await officer.says("二十个")
    await officer.sees("大家看到的就是这样")
    await officer.says("这样行不行？")
    await officer.sees("点下面的按钮")
    await officer.sees("大家看到的就是这样")
    await officer.taps("再写几样")
    await officer.taps("是干什么的")
    await officer.says("字" * 301)
    await officer.sees("有 301 个字。最多 300 个字")
    await officer.says("字" * 300)
    await officer.sees("大家看到的就是这样")
    assert "字" * 300 in next(one.text for one in reversed(officer.screen) if "《果树嫁接》" in one.text)
    await officer.taps("再写几样")
    await officer.taps("报名到什么时候")
    await officer.says("12月2日 14:01")
    await officer.sees("那时候已经开始了")
    await officer.says("12月2日 14:00")
    await officer.sees("大家看到的就是这样")
    await officer.taps("先不说了")
    await officer.sees("不办了")
    assert await village.form(officer) is None and await village.count(Activity) == 0


async def test_a_double_tap_makes_one_and_an_old_button_none(village: Village) -> None:
    officer = await village.person("罗培训", "training")
    old = await course(officer)
    data = next(
        button["callback_data"]
        for row in (old.markup or {})["inline_keyboard"]
        for button in row
        if "告诉大家" in button["text"]
    )
    sure = await sets(officer, "是干什么的", "学一门手艺")
    await officer.taps_data(old, data)
    await village.settled()
    assert "已经选过" in officer.toasts[-1], "it was changed since"
    again = next(
        button["callback_data"]
        for row in (sure.markup or {})["inline_keyboard"]
        for button in row
        if "告诉大家" in button["text"]
    )
    await officer.taps_data(sure, again)
    await officer.taps_data(sure, again)
    await officer.sees("发布了")
    await village.settled()
    assert (await village.count(Activity), await village.count(Notice)) == (1, 1)


async def test_made_quietly_it_is_told_later_and_not_at_night(village: Village) -> None:
    officer, grandma = await village.person("罗培训", "training"), await village.person("王秀英")
    await course(officer)
    await officer.taps("先不告诉大家")
    await officer.sees("还没告诉大家")
    await village.passes(hours=13)  # eleven in the evening
    assert await village.count(Notice) == 0
    await officer.taps("改一改、不办了")
    await officer.taps("📢 告诉大家")
    sure = await officer.sees("大家看到的就是这样")
    assert "11月25日 周三（农历十月十七） 07:00开始发" in sure.text
    await officer.taps("📢 告诉大家", in_=sure)
    await officer.sees("夜里不吵人")
    await officer.taps_data(sure, "actmake|tell-sure|1")
    await village.settled()
    assert "已经告诉过" in officer.toasts[-1]
    await village.passes(hours=7, minutes=59)
    assert not grandma.has_seen("果树嫁接")
    await village.passes(minutes=1)
    await village.passes(seconds=6)
    await grandma.sees("果树嫁接")


async def test_a_place_changed_the_evening_before_is_told_at_once_and_asks_who_still_comes(
    village: Village,
) -> None:
    officer, director = await village.person("罗培训", "training"), await village.person("李主任", "director")
    grandma, aunt, waits = [await village.person(name) for name in ("王秀英", "李婶", "张大爷")]
    await published(village, officer, "11月25日 8:00到10:00")
    await changes(officer, "位子", "2")
    await officer.taps("就这样改")
    await officer.sees("通知也跟着改了")
    first, second, third = [await signs_up(village, one) for one in (grandma, aunt, waits)]
    assert (await place(village, third)).state == "waiting"
    await village.passes(hours=13)  # eleven in the evening

    look = await changes(officer, "地方", "果园")
    assert "· 地方：村部二楼 → 果园" in look.text and "会马上告诉 3 个人，问还来不来" in look.text
    assert "📍 果园" in next(one.text for one in reversed(officer.screen) if "《果树嫁接》" in one.text)
    await officer.taps("就这样改")
    await officer.sees("通知也跟着改了")
    asked = await grandma.sees("🌱 培训班《果树嫁接》改了")
    assert "· 地方：村部二楼 → 果园" in asked.text and "您还来吗" in asked.text
    assert "🕘 11月25日 周三" in asked.text, "and for when that is"
    assert grandma.buttons(asked) == ["✅ 还来", "❌ 不来了", "☎️ 找人说话"]
    assert not director.has_seen("改了")
    await grandma.taps("还来", in_=asked)
    await grandma.sees("您的位子留着")
    assert ((await place(village, first)).state, (await place(village, first)).still) == ("seated", True)
    await aunt.taps("不来了", in_=await aunt.sees("您还来吗"))
    await aunt.sees("您不去了")
    gone = await place(village, second)
    assert (gone.state, gone.still) == ("cancelled", False)
    assert (await place(village, third)).state == "offered"
    await waits.does_not_see("轮到您了")
    await aunt.taps_data(asked, f"sgn|still|{first}")
    await village.settled()
    assert "没找到" in aunt.toasts[-1], "whether somebody else comes is none of her business"
    await village.passes(hours=8)
    village.bot.delivery.poke()  # its own clock has not gone on by that much
    await waits.sees("轮到您了")  # there is time enough in the morning
    notice = next(one for one in grandma.screen if "通知" in one.text and "《果树嫁接》" in one.text)
    assert "📍 果园" in notice.text and "更正" in notice.text, "the notice is right too"


async def test_what_is_far_off_waits_for_the_morning_and_small_things_are_not_asked_about(
    village: Village,
) -> None:
    officer, grandma = await village.person("罗培训", "training"), await village.person("王秀英")
    await published(village, officer)
    await signs_up(village, grandma)
    await officer.taps("改一改、不办了")
    await officer.taps("✏️ 改一改")
    await officer.taps("下一页")
    await officer.taps("要带的")
    await officer.says("剪刀")
    assert "会告诉 1 个人一声" in (await officer.sees("改好了就是这样")).text
    await officer.taps("就这样改")
    told = await grandma.sees("有一点变化")
    assert "· 要带的：不用带 → 剪刀" in told.text and grandma.buttons(told)[0] == "👀 看看是什么"

    await officer.taps("改一改、不办了")
    await officer.taps("✏️ 改一改")
    await officer.taps("是干什么的")
    await officer.says("师傅手把手教")
    look = await officer.sees("改好了就是这样")
    assert "报了名" not in look.text
    await officer.taps("就这样改")
    await officer.sees("好，改了")
    await grandma.does_not_see("手把手教")

    await village.passes(hours=13)
    await changes(officer, "时间", "12月2日、9日、17日 下午3点")
    await officer.taps("就这样改")
    await officer.sees("好，改了")
    await village.passes(hours=7, minutes=59)
    assert not grandma.has_seen("还来吗")
    await village.passes(minutes=1)
    village.bot.delivery.poke()
    asked = await grandma.sees("还来吗")
    assert (
        "· 第 1 次：12月2日 周三（农历十月廿四） 14:00 到 16:00 → 12月2日 周三（农历十月廿四） 15:00 到 17:00"
        in asked.text
    )
    assert "· 第 3 次：12月16日" in asked.text and "→ 12月17日" in asked.text

    await officer.taps("改一改、不办了")
    await officer.taps("谁改过什么")
    history = await officer.sees("罗培训办的：果树嫁接")
    assert history.text.count("罗培训改的") == 3 and "· 是干什么的：没写 → 师傅手把手教" in history.text


async def test_what_has_been_stays_and_two_do_not_overwrite_each_other(village: Village) -> None:
    officer, director = await village.person("罗培训", "training"), await village.person("李主任", "director")
    await published(village, officer, "11月25日、12月2日 9:00")
    await village.passes(days=1)  # the first one is under way
    refused = await changes(officer, "时间", "12月3日、10日 9:00")
    await director.taps_data(director.screen[-1], "actmake|change|1")
    await director.taps("地方")
    await director.says("果园")
    await director.taps("就这样改")
    await director.sees("好，改了")
    assert "李主任改了" in (await officer.sees("· 地方：村部二楼 → 果园")).text
    await officer.taps("就这样改")
    await village.settled()
    assert "别人已经改过了" in officer.toasts[-1]
    await officer.taps("先不说了")
    await officer.taps_data(refused, "actmake|open|1")
    await officer.taps("✏️ 改一改")
    await officer.taps("时间")
    assert "已经上过的不用写" in (await officer.sees("什么时候")).text
    await officer.says("12月3日、10日 9:00")
    await officer.taps("就这样改")
    await officer.sees("好，改了")
    plan = (await the_activity(village)).planned
    assert [f"{one.starts_at + timedelta(hours=8):%m-%d %H}" for one in plan.sessions] == [
        "11-25 09",
        "12-03 09",
        "12-10 09",
    ]
    assert plan.place == "果园"


async def test_called_off_with_a_reason_everybody_with_a_place_hears_it(village: Village) -> None:
    officer, director = await village.person("罗培训", "training"), await village.person("李主任", "director")
    grandma, aunt = await village.person("王秀英"), await village.person("李婶")
    await published(village, officer)
    signup_id = await signs_up(village, grandma)
    await director.taps_data(director.screen[-1], "actmake|open|1")
    await director.taps("🚫 不办了")
    await director.sees("为什么不办了")
    await director.says("师傅病了，改天再请。")
    sure = await director.sees("真的不办了")
    assert "会马上告诉 1 个人" in sure.text and "师傅病了" in sure.text
    await director.taps("对，不办了")
    await director.sees("好，不办了")
    told = await grandma.sees("❌ 🌱 培训班《果树嫁接》不办了。师傅病了，改天再请。")
    assert grandma.buttons(told) == ["☎️ 找人说话"]
    await officer.sees("李主任说不办了：师傅病了，改天再请。")
    assert ((await the_activity(village)).state, (await place(village, signup_id)).state) == (
        "called-off",
        "cancelled",
    )
    await director.taps_data(sure, "actmake|off-sure|1")
    await village.settled()
    assert "已经选过" in director.toasts[-1]
    await director.taps_data(sure, "actmake|change|1")
    await village.settled()
    assert "不办了" in director.toasts[-1]

    await village.passes(seconds=6)
    notice = next(one for one in aunt.screen if "不办了。师傅病了" in one.text)
    assert "我要报名" not in aunt.buttons(notice), "the notice says so in its place"
    assert not aunt.has_seen("📍 村部二楼")


@pytest.mark.parametrize("held_for", ["night", "nothing"])
async def test_called_off_before_the_notice_went_out_nobody_hears_of_it(
    village: Village, held_for: str
) -> None:
    officer, grandma = await village.person("罗培训", "training"), await village.person("王秀英")
    if held_for == "night":
        await village.passes(hours=13)
    await course(officer)
    await officer.taps("发布，告诉大家" if held_for == "night" else "先不告诉大家")
    await officer.sees("发布了")
    await officer.taps("改一改、不办了")
    await officer.taps("🚫 不办了")
    await officer.says("弄错了")
    await officer.taps("对，不办了")
    await officer.sees("好，不办了")
    await village.passes(hours=22)
    await village.passes(seconds=6)
    assert not grandma.has_seen("果树嫁接")
    assert (await village.count(Notice)) == (1 if held_for == "night" else 0)


async def test_sessions_may_be_in_different_places(village: Village) -> None:
    officer = await village.person("罗培训", "training")
    await course(officer)
    await officer.taps("再写几样")
    await officer.taps("下一页")
    await officer.taps("有的在别处")
    await officer.sees("哪一次换个地方")
    await officer.taps("12月9日")
    await officer.says("字" * 301)
    await officer.sees("有 301 个字")
    await officer.says("/help")
    await officer.taps("接着填")
    await officer.sees("这一次在哪儿")
    await officer.says("果园")
    await officer.sees("大家看到的就是这样")
    seen = next(one.text for one in reversed(officer.screen) if "《果树嫁接》" in one.text)
    assert "12月9日 周三（农历冬月初一） 14:00 到 16:00，果园" in seen and seen.count("果园") == 1
    await officer.taps("再写几样")
    await officer.taps("下一页")
    await officer.taps("有的在别处")
    await officer.taps("果园")
    await officer.taps("跟别的几次一样")
    await officer.sees("大家看到的就是这样")
    assert "果园" not in next(one.text for one in reversed(officer.screen) if "《果树嫁接》" in one.text)


async def test_it_is_over_when_its_last_session_is(village: Village) -> None:
    officer, grandma = await village.person("罗培训", "training"), await village.person("王秀英")
    await published(village, officer, "11月25日 9:00到11:00")
    signup_id = await signs_up(village, grandma)
    await village.passes(hours=24, minutes=59)
    assert (await the_activity(village)).state == "open"
    await village.passes(minutes=1)
    assert (await the_activity(village)).state == "over"
    assert (await place(village, signup_id)).state == "seated", (
        "she was there, or not: nobody takes that away"
    )
