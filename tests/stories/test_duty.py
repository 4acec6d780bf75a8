"""The director makes the duty roster in the chat; everybody with a desk may look at it."""

from __future__ import annotations

from simulator.model import Message
from simulator.person import Person as Someone
from storage.duty import DutyDay, DutyException
from tests.stories.conftest import Village

WEDNESDAY = 2


async def open_week(someone: Someone, role: str = "环卫员") -> Message:
    """To the week of a desk."""
    await someone.says("/duty")
    await someone.sees("今天谁值班")
    await someone.taps(role)
    return await someone.sees("一周怎么值班")


async def two_at_a_desk(village: Village) -> tuple[Someone, Someone, Someone]:
    """The director, and two of the environment desk."""
    director = await village.person("马主任", "director")
    return director, await village.person("吴强", "environment"), await village.person("老周", "environment")


async def test_the_director_makes_a_week_and_each_is_told_once_and_whole(village: Village) -> None:
    director, wu, zhou = await two_at_a_desk(village)
    assert "没排人，大家一起接" in (await director_sees_today(director)).text
    await director.taps("环卫员")
    assert (await director.sees("一周怎么值班")).text.count("没排人") == 8  # seven days, and the note
    for day, name in (("周一", "吴强"), ("周二", "老周"), ("周三", "吴强")):
        await director.taps(day)
        await director.taps(f"▫️ {name}")
        await director.sees(day)
        await village.settled()
        assert f"✅ {name}" in director.buttons()
        await director.taps("返回")
        await director.sees("一周怎么值班")
    await village.settled()
    assert not wu.has_seen("排了班")

    await director.taps("排好了")
    await director.sees("班有变的 2 位，都告诉了")
    told = (await wu.sees("主任给您排了班（马曲村社区服务中心，环卫员）")).text
    assert "每周一、周三" in told
    assert "每周二" in (await zhou.sees("主任给您排了班")).text

    week = (await open_week(director)).text
    assert "周一　吴强" in week and "周二　老周" in week and "周四　没排人" in week
    await director.taps("排好了")
    await director.sees("没有谁的班变了")
    await village.settled()
    assert sum("排了班" in message.text for message in wu.screen) == 1


async def director_sees_today(director: Someone) -> Message:
    """The first screen, by the buttons."""
    await director.taps("更多")
    await director.taps("我管的事")
    await director.sees("您要看哪一样")
    await director.taps("谁值班")
    return await director.sees("今天谁值班")


async def test_one_day_differs_until_it_is_as_usual_again(village: Village) -> None:
    director, wu, zhou = await two_at_a_desk(village)
    await open_week(director)
    await director.taps("周三")
    await director.taps("吴强")
    await director.taps("返回")
    await director.taps("某一天不一样")
    await director.sees("哪一天跟平常不一样")
    await director.taps("11月25日 周三")
    await director.taps("✅ 吴强")
    await director.taps("▫️ 老周")
    await director.sees("11月25日 周三")
    await director.taps("返回")
    await director.taps("✏️ 11月25日 周三")
    await director.taps("返回")
    await director.taps("返回")
    week = await director.sees("一周怎么值班")
    assert "这几天不一样：\n11月25日 周三　老周" in week.text
    assert "周三　吴强" in week.text
    await director.taps("排好了")
    assert "11月25日 周三 不用值" in (await wu.sees("排了班")).text
    assert "11月25日 周三 加一天" in (await zhou.sees("排了班")).text

    await director.taps("返回")
    await director.taps("某一天不一样")
    await director.taps("✏️ 11月25日")
    await director.taps("照旧")
    assert "这几天不一样" not in (await director.sees("一周怎么值班")).text
    await director.taps("排好了")
    assert "以后不用您值班了" in (await zhou.sees("主任改了班")).text
    assert await village.count(DutyException) == 0


async def test_a_day_that_is_over_leaves_the_week_and_its_old_button_says_so(village: Village) -> None:
    director, _, _ = await two_at_a_desk(village)
    await open_week(director)
    await director.taps("某一天不一样")
    await director.taps("11月24日 周二")
    await director.taps("▫️ 老周")
    day = await director.sees("11月24日 周二")
    assert "11月24日 周二　老周" in (await open_week(director)).text
    await village.passes(hours=14, seconds=-1)  # one second before midnight in the village
    assert "11月24日" in (await open_week(director)).text
    await village.passes(seconds=1)
    assert "11月24日" not in (await open_week(director)).text
    await director.taps("老周", in_=day)
    await village.settled()
    assert "这一天已经过了" in director.toasts[-1]


async def test_two_taps_of_an_impatient_finger_are_one(village: Village) -> None:
    director, wu, _ = await two_at_a_desk(village)
    await open_week(director)
    await director.taps("周三")
    shown = await director.sees("谁值班？点名字")
    put = f"dput|{(await grants(village, wu))[0]}|{WEDNESDAY}|1"
    await director.taps_data(shown, put)
    await director.taps_data(shown, put)
    await village.settled()
    assert await village.count(DutyDay) == 1


async def grants(village: Village, who: Someone) -> list[int]:
    """The ids of the grants somebody holds."""
    account = await village.account(who)
    assert account is not None
    return [grant.id for grant in account.grants]


async def test_whoever_has_a_desk_looks_and_cannot_change_anything(village: Village) -> None:
    director, wu, zhou = await two_at_a_desk(village)
    await open_week(director)
    await director.taps("周三")
    await director.taps("吴强")
    await director.sees("谁值班？点名字")
    week = await open_week(zhou)
    assert "周三　吴强" in week.text
    assert zhou.buttons(week) == ["⬅️ 返回", "☎️ 找人说话"]
    for data in await forged(village, wu):
        await zhou.taps_data(week, data)
        await village.settled()
        assert "只有主任能做" in zhou.toasts[-1]
    assert await village.count(DutyDay) == 1


async def forged(village: Village, wu: Someone) -> list[str]:
    """Every button by which the roster is changed."""
    grant = (await grants(village, wu))[0]
    return [
        f"dput|{grant}|{WEDNESDAY}|0",
        f"dput|{grant}|20261125|0",
        "dday|environment|2|0",
        "dday|environment|20261125|0",
        "ddates|environment|0",
        "dusual|environment|20261125",
        "dready|environment",
    ]


async def test_the_director_of_another_center_changes_nothing_here(village: Village) -> None:
    director, wu, zhou = await two_at_a_desk(village)
    other = await village.person("何主任", "director", center="dongxing", village="东头")
    await village.person("何姐", "environment", center="dongxing", village="东头")
    await open_week(director)
    await director.taps("周三")
    await director.taps("吴强")
    await director.sees("谁值班？点名字")
    theirs = await open_week(other)
    assert "吴强" not in theirs.text
    for data in await forged(village, wu):
        await other.taps_data(theirs, data)
        await village.settled()
    assert "吴强" not in village.sent_to(other)
    assert await village.count(DutyDay) == 1
    assert "周三　吴强" in (await open_week(zhou)).text


async def test_a_villager_has_no_roster_to_look_at(village: Village) -> None:
    _, wu, _ = await two_at_a_desk(village)
    grandma, helper = await village.person("王秀英"), await village.person("陈建国", "volunteer")
    for someone in (grandma, helper):
        await someone.says("/duty")
        screen = await someone.sees("这个是接事的人用的")
        for data in (*await forged(village, wu), "duty|environment", "duty|nobody", "page|duty|0"):
            await someone.taps_data(screen, data)
            await village.settled()
        assert "吴强" not in village.sent_to(someone)
    stranger = village.stranger("陈")
    await stranger.says("/duty")
    await stranger.sees("用哪种话")
    assert await village.count(DutyDay) == 0


async def test_buttons_of_no_day_and_no_desk_are_answered_kindly(village: Village) -> None:
    director, wu, _ = await two_at_a_desk(village)
    screen = await open_week(director)
    grant = (await grants(village, wu))[0]
    for data in (
        f"dput|{grant}|7|1",
        f"dput|{grant}|20261340|1",
        f"dput|{grant}|-1|1",
        "dput|404|2|1",
        "dday|doctor|2|0",
        "dday|nowhere|2|0",
        f"dday|environment|{2**52}|0",
        "dusual|environment|2",
        "duty|director",
    ):
        toasts = len(director.toasts)
        await director.taps_data(screen, data)
        await village.settled()
        assert len(director.toasts) == toasts + 1, data
    assert await village.count(DutyDay) == 0


async def test_a_role_taken_back_takes_its_duty_along(village: Village) -> None:
    director, _, _ = await two_at_a_desk(village)
    await open_week(director)
    await director.taps("周三")
    day = await director.sees("谁值班？点名字")
    await director.taps("吴强")
    await director.says("/roles")
    await director.taps("环卫员 · 吴强")
    await director.taps("对，收回")
    await director.sees("收回了：环卫员")
    assert "吴强" not in (await open_week(director)).text
    await director.taps("吴强", in_=day)
    await village.settled()
    assert "没找到" in director.toasts[-1]
