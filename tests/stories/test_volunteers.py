"""Who wants to lend a hand says what they can do, is taken on, rests, and may go again."""

from __future__ import annotations

from simulator.person import Person as Someone
from storage import units
from tests.stories.conftest import Village

SAID = (
    "能帮：🔧 修修补补、🚗 开车接送、📱 教用手机",
    "去：上马曲、柳树湾",
    "时间：周六、周日的上午",
    "会说：本地话",
    "不能：不能爬高",
    "来自：老教师",
)


async def offers_help(someone: Someone, *skills: str) -> None:
    """Through the form, with little more than the skills, up to the look at it."""
    await someone.says("/volunteer")
    await someone.taps("我愿意帮忙")
    for skill in skills:
        await someone.taps(skill)
    await someone.taps("就这些")
    for _ in ("villages", "days", "parts", "tongues", "limits"):
        await someone.taps("都行")
    await someone.taps("都不是")
    await someone.taps("女")
    await someone.taps("2 户")
    await someone.sees("您看对不对")


async def joins(village: Village, name: str, *skills: str, officer: Someone) -> Someone:
    """Somebody who has been taken on."""
    someone = await village.person(name)
    await offers_help(someone, *(skills or ("修修补补",)))
    await someone.taps("对，就这样")
    card = await officer.sees(name)
    await officer.taps("收下", in_=card)
    await someone.sees("收您当志愿者了")
    return someone


async def test_a_villager_says_what_they_can_do_and_is_taken_on_by_the_officer(village: Village) -> None:
    officer, li = await village.person("陈芳", "assistance"), await village.person("李强")
    await li.taps("更多")
    await li.taps("我想搭把手")
    assert "去不去，每回都由您定" in (await li.sees("村里有人家要搭把手")).text
    await li.taps("我愿意帮忙")
    await li.sees("您能帮什么")
    await li.taps("修修补补")
    await li.says("也会开车，还能教手机")
    await li.sees("记下了：🚗 开车接送、📱 教用手机")
    await village.settled()
    assert "✅ 🚗 开车接送" in li.buttons(li.screen[-1])
    await li.taps("就这些")
    await li.sees("您愿意去哪几个自然村")
    await li.taps("上马曲")
    await li.taps("柳树湾")
    await li.taps("就这些")
    await li.sees("一般哪几天得空")
    await li.taps("周六")
    await li.taps("周日")
    await li.taps("就这些")
    await li.taps("上午")
    await li.taps("就这些")
    await li.sees("您会说哪些话")
    await li.taps("本地话")
    await li.taps("就这些")
    await li.sees("有没有不能干的")
    await li.taps("不能爬高")
    await li.taps("就这些")
    await li.taps("老教师")
    await li.taps("男")
    await li.taps("3 户")
    look = await li.sees("您看对不对")
    assert all(words in look.text for words in SAID)
    await li.taps("对，就这样")
    await li.sees("专干看过就告诉您")

    card = await officer.sees("李强")
    assert "等您看" in card.text
    await officer.taps("收下", in_=card)
    await officer.sees("收下了，已经告诉他")
    await li.sees("马曲村社区服务中心收您当志愿者了")
    account = await village.account(li)
    assert account is not None and "volunteer" in {grant.role for grant in account.grants}
    await li.says("/volunteer")
    await li.sees("您是志愿者，有合适的事就来问您")


async def test_a_village_that_is_no_more_is_no_obstacle_to_changing_what_one_offers(village: Village) -> None:
    officer = await village.person("陈芳", "assistance")
    li = await joins(village, "李强", officer=officer)
    await li.says("/volunteer")
    await li.taps("改一改我能帮的")
    await li.taps("就这些")
    await li.taps("柳树湾")
    for label in ("就这些", "都行", "都行", "都行", "都行", "都不是", "女", "2 户", "对，就这样"):
        await li.taps(label)
    await li.sees("有合适的事就来问您")
    center_id = await village.unit_id("maqu")
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        for one in await units.villages(tx, center_id):
            one.active = one.name != "柳树湾"
    await li.says("/volunteer")
    await li.taps("改一改我能帮的")
    for label in ("就这些", "都行", "都行", "都行", "都行", "都行", "都不是", "女", "2 户"):
        await li.taps(label)
    assert "哪个自然村都行" in (await li.sees("您看对不对")).text
    await li.taps("对，就这样")
    await li.sees("有合适的事就来问您")


async def test_whoever_was_invited_as_a_volunteer_need_not_be_vetted_again(village: Village) -> None:
    officer, li = await village.person("陈芳", "assistance"), await village.person("李强", "volunteer")
    await offers_help(li, "修修补补")
    await li.taps("对，就这样")
    await li.sees("有合适的事就来问您")
    assert not officer.has_seen("李强")


async def test_the_only_officer_is_taken_on_by_the_director_and_not_by_themselves(village: Village) -> None:
    director = await village.person("马国强", "director")
    officer = await village.person("陈芳", "assistance")
    await offers_help(officer, "修修补补")
    await officer.taps("对，就这样")
    await officer.sees("专干看过就告诉您")
    await officer.says("/volunteers")
    await officer.taps("名单")
    await officer.taps("陈芳 · 等您看")
    own = await officer.sees("您报了名")
    assert not [label for label in officer.buttons(own) if "收下" in label]
    await director.taps("收下", in_=await director.sees("陈芳"))
    await director.sees("收下了，已经告诉他")
    await officer.sees("收您当志愿者了")


async def test_a_director_who_is_alone_need_not_wait_for_anybody(village: Village) -> None:
    director = await village.person("马国强", "director")
    await offers_help(director, "修修补补")
    await director.taps("对，就这样")
    await director.sees("有合适的事就来问您")
    account = await village.account(director)
    assert account is not None and "volunteer" in {grant.role for grant in account.grants}


async def test_not_taken_they_hear_why_and_may_offer_again(village: Village) -> None:
    officer, li = await village.person("陈芳", "assistance"), await village.person("李强")
    await offers_help(li, "修修补补")
    await li.taps("对，就这样")
    await officer.taps("这回不收")
    await officer.sees("为什么不收李强")
    await officer.sends_sticker()
    await officer.sees("请打几个字")
    await officer.says("先养好腿，开春再来")
    await officer.sees("已经跟他说了")
    await li.sees("这回先不收：先养好腿，开春再来")
    await offers_help(li)
    await li.taps("对，就这样")
    again = await officer.sees("等您看")
    await officer.taps("收下", in_=again)
    await li.sees("收您当志愿者了")


async def test_resting_coming_back_and_leaving_are_ones_own_to_decide(village: Village) -> None:
    officer = await village.person("陈芳", "assistance")
    li = await joins(village, "李强", officer=officer)
    await li.says("/volunteer")
    await li.taps("歇一阵")
    await li.sees("先不找您")
    await li.says("/volunteer")
    await li.taps("我又得空了")
    await li.says("/volunteer")
    await li.taps("不当了")
    await li.sees("真不当志愿者了")
    await li.taps("对，不当了")
    await li.sees("谢谢您帮过的忙")
    await officer.sees("李强不当志愿者了")
    account = await village.account(li)
    assert account is not None and not account.grants


async def test_suspended_with_a_reason_nobody_can_offer_themselves_back(village: Village) -> None:
    officer = await village.person("陈芳", "assistance")
    li = await joins(village, "李强", officer=officer)
    await officer.says("/volunteers")
    await officer.taps("名单")
    await officer.taps("李强 · 在岗")
    await officer.taps("先停一停")
    await officer.says("有户人家说他没去")
    await li.sees("专干先让您停一停：有户人家说他没去")
    await li.says("/volunteer")
    await li.sees("有话跟专干说")
    await li.taps_data(li.screen[-1], "voffer|begin")
    await li.sees("您能帮什么")
    await li.taps("就这些")
    await officer.says("/volunteers")
    await officer.taps("名单")
    await officer.taps("李强 · 停了")
    await officer.taps("让他接着干")
    await li.sees("您又能接着帮忙了")


async def test_nobody_else_sees_the_volunteers_or_decides_about_them(village: Village) -> None:
    officer = await village.person("陈芳", "assistance")
    li = await joins(village, "李强", officer=officer)
    clerk, stranger = await village.person("孙丽", "clerk"), await village.person("赵桂芳")
    other = await village.person("王海", "assistance", center="dongxing", village="东头")
    for someone in (clerk, stranger, other):
        someone.toasts.clear()
        message = await someone.sees("")
        for data in (
            "vol|open|1",
            "vol|accept|1",
            "vol|suspend|1",
            "vol|pause|1",
            "vol|leave-sure|1",
            "vol|x|1",
        ):
            await someone.taps_data(message, data)
        await village.settled()
        assert len(someone.toasts) == 6 and not someone.has_seen("李强")
        assert all("没找到" in toast for toast in someone.toasts)
    await stranger.says("/volunteers")
    await stranger.sees("没找到这一条")
    await li.taps_data(li.screen[-1], "vol|suspend|1")
    await village.settled()
    assert "没找到" in li.toasts[-1]


async def test_the_director_looks_after_the_association_where_there_is_no_officer(village: Village) -> None:
    director = await village.person("马国强", "director")
    await joins(village, "李强", officer=director)
    await director.says("/work")
    await director.taps("志愿者协会")
    await director.taps("名单")
    await director.sees("志愿者一共 1 位")


async def test_an_old_button_of_the_form_changes_nothing(village: Village) -> None:
    await village.person("陈芳", "assistance")
    li = await village.person("李强")
    await li.says("/volunteer")
    await li.taps("我愿意帮忙")
    question = await li.sees("您能帮什么")
    await li.taps("就这些")
    await village.settled()
    assert "先点一样" in li.toasts[-1]
    await li.taps("修修补补")
    await li.taps("就这些")
    await li.sees("哪几个自然村")
    await li.taps_data(question, "vtick|skills|1|0")
    await li.taps_data(question, "voffer|send")
    await village.settled()
    assert li.toasts[-2:] == ["这个刚才已经选过啦。"] * 2
    await li.says("什么都行")
    await li.sees("请在上面点一下")


async def test_the_officer_sees_what_waits_who_is_free_and_whom_nobody_asks(village: Village) -> None:
    officer = await village.person("陈芳", "assistance")
    await joins(village, "李强", officer=officer)
    zhao = await village.person("赵云")
    await offers_help(zhao, "修修补补")
    await zhao.taps("对，就这样")
    await officer.sees("赵云")
    await officer.says("/volunteers")
    seen = await officer.sees("志愿者协会")
    assert "1 位想来帮忙，等您看" in seen.text and "没请过" not in seen.text
    await officer.taps("哪天谁得空")
    free = await officer.sees("11月28日 周六得空的")
    assert officer.buttons(free)[0] == "李强 · 上午、下午、晚上"
    await officer.taps("后一天")
    await officer.sees("11月29日 周日得空的")
    await village.passes(days=30)
    await officer.says("/volunteers")
    await officer.sees("1 位一个多月没请过了")
    await officer.taps("好久没请的")
    await officer.taps("李强 · 在岗")
    await officer.sees("能帮：🔧 修修补补")


async def test_an_open_draft_is_not_lost_for_a_reason_that_is_asked_for(village: Village) -> None:
    officer = await village.person("陈芳", "assistance")
    await joins(village, "李强", officer=officer)
    await officer.says("/volunteers")
    await officer.taps("名单")
    await officer.taps("李强 · 在岗")
    card = await officer.sees("能帮")
    await officer.says("村口的路灯坏了")
    await officer.taps("环境与设施")
    await officer.sees("发出去之前")
    await officer.taps("先停一停", in_=card)
    await officer.sees("还有一件事没填完")
    assert await village.form(officer) == "draft"
    await officer.taps("发出去")
    await officer.sees("收到了")
    await officer.taps("先停一停", in_=card)
    await officer.sees("为什么让李强停一停")
