"""A helper and a household: both agree, and whatever can happen to the two happens by a few taps."""

from __future__ import annotations

import re
from datetime import timedelta

from simulator.model import Message
from tests.stories.conftest import Village
from tests.stories.pairing import grandma_at_home, paired, proposes, volunteer


def word_in(message: Message) -> str:
    """The word at the door, as a message tells it."""
    found = re.search(r"到门口(?:先|会)说：(\S+)", message.text)
    assert found is not None
    return found[1]


async def test_a_pair_from_the_proposal_to_the_first_visit(village: Village) -> None:
    officer, grandma = await village.person("周敏", "assistance"), await grandma_at_home(village)
    helper = await volunteer(village, "李敏")
    await proposes(officer, "李敏")
    asked = await helper.sees("想请您长年帮着一家人")
    assert "王秀英" in asked.text and "上马曲" in asked.text and "每月两次" in asked.text
    assert "13900000002" not in village.sent_to(helper)
    await grandma.does_not_see("李敏")

    await helper.taps("行，我来", in_=asked)
    await helper.sees("这就去问王秀英家")
    await grandma.taps("👌 行", in_=await grandma.sees("中心想请李敏常到您家看看"))
    told_helper, told_grandma = await helper.sees("到门口先说"), await grandma.sees("他到门口会说")
    assert "13900000002" in told_helper.text
    assert "13900000042" in told_grandma.text
    assert word_in(told_helper) == word_in(told_grandma)
    await officer.sees("王秀英家和李敏结上对了")

    await helper.taps("更多")
    await helper.taps("我帮的人家")
    assert "11月30日 周一以前" in (await helper.sees("您帮着这几家")).text
    await helper.taps("王秀英")
    await helper.taps("去过了，记一笔")
    await helper.sees("王秀英家怎么样")
    await helper.taps("去看了看")
    await helper.sees("人怎么样")
    await helper.taps("好着呢")
    await helper.sees("还有别的吗")
    await helper.taps("没有了")
    await helper.sees("记下了，王秀英家。辛苦您")
    await helper.says("/pairs")
    assert "12月15日 周二以前" in (await helper.sees("您帮着这几家")).text


async def test_grandma_without_a_phone_agrees_through_the_clerk(village: Village) -> None:
    officer, clerk = await village.person("周敏", "assistance"), await village.person("孙丽", "clerk")
    await village.enrol("王秀英", phone="13900000002")
    helper = await volunteer(village, "李敏")
    await proposes(officer, "李敏", rhythm="每周一次")
    await helper.taps("行，我来", in_=await helper.sees("想请您长年帮着一家人"))
    card = await clerk.sees("请问问王秀英家")
    assert "13900000002" in card.text and "李敏" in card.text
    await clerk.taps("他家说行", in_=card)
    done = await clerk.sees("记下了，王秀英家说行")
    word = word_in(await helper.sees("到门口先说"))
    assert word in done.text
    await village.settled()
    assert not any("13900000002" in message.text for message in clerk.screen)


async def test_the_officer_can_write_down_what_a_household_said(village: Village) -> None:
    officer = await village.person("周敏", "assistance")
    await village.enrol("王秀英")
    helper = await volunteer(village, "李敏")
    await proposes(officer, "李敏")
    await helper.taps("行，我来", in_=await helper.sees("想请您长年帮着一家人"))
    await officer.says("/pairs")
    await officer.taps("等回话的 1 家")
    assert "等这家人回话" in (await officer.sees("这几家等着回话")).text
    await officer.taps("王秀英 · 李敏")
    await officer.taps("他家说不要")
    await officer.sees("王秀英家说不要")
    await helper.sees("先不用您去了。谢谢您愿意帮忙")


async def test_a_helper_says_no_to_this_one_and_it_costs_nothing(village: Village) -> None:
    officer, grandma = await village.person("周敏", "assistance"), await grandma_at_home(village)
    helper = await volunteer(village, "李敏")
    await proposes(officer, "李敏")
    asked = await helper.sees("想请您长年帮着一家人")
    await helper.taps("这家不行", in_=asked)
    await helper.sees("好，没关系")
    await officer.sees("李敏说王秀英家不合适")
    await helper.taps_data(asked, "pair|accept|1")
    await village.settled()
    assert "已经结束" in helper.toasts[-1]
    assert "李敏" not in village.sent_to(grandma)
    await proposes(officer, "李敏")  # asked again another day, she may say yes
    await helper.sees("想请您长年帮着一家人")


async def test_grandma_does_not_want_him_and_he_is_not_named_again(village: Village) -> None:
    officer, grandma = await village.person("周敏", "assistance"), await grandma_at_home(village)
    helper = await volunteer(village, "李敏")
    await proposes(officer, "李敏")
    await helper.taps("行，我来", in_=await helper.sees("想请您长年帮着一家人"))
    await grandma.taps("不要了", in_=await grandma.sees("常到您家看看"))
    await grandma.sees("那就不让他来了")
    await helper.sees("这回先不用您去了")
    await officer.says("/pairs")
    await officer.taps("给一家找帮手")
    await officer.says("王秀英")
    assert "有 1 位不要" in (await officer.sees("还没有人结对")).text
    await officer.taps("找帮手")
    await officer.sees("眼下没有合适的人")


async def test_wishes_are_two_taps_and_decide_who_is_named(village: Village) -> None:
    officer = await village.person("周敏", "assistance")
    await village.enrol("王秀英")
    await volunteer(village, "李敏", sex="f", tongues=("本地话",), skills=("cook",))
    await volunteer(village, "赵强", sex="m", tongues=("本地话",))
    await volunteer(village, "何芳", sex="f", tongues=("普通话",))
    await officer.says("/pairs")
    await officer.taps("给一家找帮手")
    await officer.says("王秀英")
    assert "谁都行" in (await officer.sees("想要什么样的人")).text
    await officer.taps("要男的还是女的")
    await officer.taps("女的")
    await officer.sees("· 要女的")
    await officer.taps("要会哪种话")
    await officer.taps("本地话")
    await officer.sees("· 会本地话")
    await officer.taps("要会什么")
    await officer.taps("下一页")
    await officer.taps("做饭")
    await officer.sees("再点一下就去掉")
    await officer.taps("返回")
    await officer.sees("最好会：🍲 做饭")
    await officer.taps("找帮手")
    named = await officer.sees("请谁来帮")
    assert "李敏：" in named.text and "会🍲 做饭" in named.text
    assert "赵强" not in named.text and "何芳" not in named.text
    await officer.taps("返回")
    await officer.taps("不要谁")
    await officer.taps("李敏")
    await officer.taps("返回")
    await officer.taps("找帮手")
    await officer.sees("眼下没有合适的人")


async def test_two_of_one_name_are_told_apart_and_nobody_is_found_by_chance(village: Village) -> None:
    officer = await village.person("周敏", "assistance")
    await village.enrol("王秀英", village="上马曲")
    await village.enrol("王秀英", village="柳树湾")
    await officer.says("/pairs")
    await officer.taps("给一家找帮手")
    await officer.says("王秀")
    await officer.sees("名册上没找到王秀")
    await officer.says("王秀英")
    await officer.sees("是哪一位")
    await officer.taps("柳树湾")
    assert "柳树湾" in (await officer.sees("这家人")).text


async def test_a_monthly_visit_may_wait_for_the_pension(village: Village) -> None:
    officer = await village.person("周敏", "assistance")
    await village.enrol("王秀英")
    helper = await volunteer(village, "李敏")
    await officer.says("/pairs")
    await officer.taps("给一家找帮手")
    await officer.says("王秀英")
    for label in ("找帮手", "李敏", "生产增收", "几号以后"):
        await officer.taps(label)
    await officer.sees("每月几号以后去")
    for odd in ("一号", "1", "26"):
        await officer.says(odd)
        await officer.sees("请打 2 到 25 里的一个数")
    await officer.says("10")
    await officer.taps("先不要第二帮手")
    await officer.taps("写目标")
    await officer.says("1. 养两头猪\n2. 种三亩花椒")
    look = await officer.sees("没错就点")
    assert "每月一次，10 号起" in look.text and "🎯 种三亩花椒" in look.text
    await officer.taps("去问问")
    assert "每月一次，10 号起" in (await helper.sees("想请您长年帮着一家人")).text


async def test_a_helper_has_a_ceiling_of_households(village: Village) -> None:
    officer = await village.person("周敏", "assistance")
    for name in ("王秀英", "王大山", "赵桂芳"):
        await village.enrol(name)
    await volunteer(village, "李敏", ceiling=2)
    await proposes(officer, "李敏")
    await proposes(officer, "李敏", name="王大山")
    await officer.says("/pairs")
    await officer.taps("给一家找帮手")
    await officer.says("赵桂芳")
    await officer.taps("找帮手")
    await officer.sees("眼下没有合适的人")


async def test_full_while_it_was_being_put_together_is_noticed(village: Village) -> None:
    officer, other = await village.person("周敏", "assistance"), await village.person("吴强", "assistance")
    for name in ("王秀英", "王大山"):
        await village.enrol(name)
    await volunteer(village, "李敏", ceiling=1)
    await officer.says("/pairs")
    await officer.taps("给一家找帮手")
    await officer.says("王大山")
    for label in ("找帮手", "李敏", "日常照看", "每周一次", "先不要第二帮手"):
        await officer.taps(label)
    await officer.sees("没错就点")
    await proposes(other, "李敏")
    await officer.taps("去问问")
    await village.settled()
    assert "手上的人家够多了" in officer.toasts[-1]


async def test_a_pair_begins_with_a_request_that_names_somebody_of_the_roster(village: Village) -> None:
    officer, child = await village.person("周敏", "assistance"), await village.person("刘小军")
    await village.enrol("王秀英")
    await volunteer(village, "李敏")
    await child.says("老人没人做饭")
    await child.taps("帮扶救助")
    await child.taps("替别人办")
    await child.says("王秀英")
    await child.taps("王秀英 · ")
    await child.taps("儿女、孙辈")
    await child.taps("发出去")
    await officer.taps("我来接")
    await officer.taps("找人长年帮着")
    assert "王秀英" in (await officer.sees("这家人")).text
    await child.taps_data(await child.sees("收到了"), "pfrom|1")
    await village.settled()
    assert "没找到" in child.toasts[-1]


async def test_a_hand_over_in_mid_plan(village: Village) -> None:
    officer, helper, grandma = await paired(village, purpose="生产增收")
    second = await volunteer(village, "赵强")
    old = word_in(await helper.sees("到门口先说"))
    await helper.says("/pairs")
    await helper.taps("王秀英")
    await helper.taps("交给别人")
    await helper.sees("接手的人要知道王秀英家什么")
    await helper.says("耳朵背，要大声说话")
    await helper.taps("请中心找人")
    await helper.sees("找到以前，还请您照旧去")

    await officer.sees("李敏顾不上王秀英家了")
    await officer.taps("看看这一家")
    assert "耳朵背，要大声说话" in (await officer.sees("正找人接")).text
    await officer.taps("换个人帮")
    await officer.taps("赵强")
    await officer.taps("没有特别的")
    await officer.sees("去问赵强了")
    asked = await second.sees("想请您接着帮")
    assert "耳朵背，要大声说话" in asked.text
    await second.taps("行，我来", in_=asked)
    await helper.sees("有人接了")
    told = await grandma.sees("往后换赵强来您家")
    assert word_in(told) == word_in(await second.sees("往后就请您常去看看"))
    assert grandma.buttons(told)[0] == "🔄 想换个人"
    assert old
    await second.says("/pairs")
    assert "11月30日 周一以前" in (await second.sees("您帮着这几家")).text
    await helper.says("/pairs")
    await helper.sees("您眼下没有结对的人家")


async def test_hospital_and_back_again(village: Village) -> None:
    officer, helper, grandma = await paired(village)
    await helper.says("/pairs")
    await helper.taps("王秀英")
    await helper.taps("先歇一阵")
    await helper.sees("为什么先歇一阵")
    await helper.taps("住院了")
    await helper.sees("歇到哪天")
    await helper.says("12月10号")
    await helper.sees("王秀英家先歇着")
    await grandma.sees("李敏这阵先不来")
    await officer.sees("住院了")
    await village.passes(days=7)
    assert not helper.has_seen("请到王秀英家")
    await village.passes(days=9)
    await helper.sees("王秀英家又可以去了")
    await grandma.sees("李敏又来您家了")


async def test_grandma_says_herself_that_nobody_need_come_for_now(village: Village) -> None:
    _, helper, grandma = await paired(village)
    await grandma.taps("更多")
    await grandma.taps("帮我家的人")
    await grandma.sees("李敏帮着您家")
    await grandma.taps("这阵不用来")
    await grandma.says("到儿子家去住")
    await grandma.taps("说不准")
    await grandma.sees("王秀英家先歇着")
    await helper.sees("到儿子家去住")
    await grandma.says("/pairs")
    await grandma.taps("接着来")
    await grandma.sees("王秀英家接着去")
    await helper.sees("又可以去了")


async def test_an_emergency_shows_the_numbers_whatever_is_being_asked(village: Village) -> None:
    _, _, grandma = await paired(village)
    await grandma.says("/pairs")
    await grandma.taps("这阵不用来")
    await grandma.says("我家着火了，快来救火")
    await grandma.sees("119")
    await grandma.sees("歇到哪天")


async def test_a_wish_for_somebody_else_that_the_helper_never_sees(village: Village) -> None:
    officer, helper, grandma = await paired(village)
    other = await volunteer(village, "赵强")
    await village.settled()
    before = village.sent_to(helper)
    await grandma.taps("想换个人", in_=await grandma.sees("他到门口会说"))
    await grandma.sees("不用说为什么")
    await officer.sees("王秀英家想换个人")
    await village.settled()
    assert village.sent_to(helper) == before
    await helper.says("/pairs")
    await helper.taps("王秀英")
    assert "想换" not in (await helper.sees("到门口先说")).text

    await officer.taps("换个人帮")
    named = await officer.sees("请谁接")
    assert "李敏" not in named.text
    await officer.taps("赵强")
    await officer.says("她嫌嗓门大，说话轻一点")
    await officer.sees("去问赵强了")
    await helper.says("/pairs")
    await helper.taps("王秀英")
    await village.settled()
    assert "嗓门" not in village.sent_to(helper)
    assert "嗓门" in (await other.sees("想请您接着帮")).text
    await other.taps("行，我来", in_=await other.sees("想请您接着帮"))
    told = await helper.sees("找了位住得近的")
    assert "谢谢" in told.text
    assert "想换" not in village.sent_to(helper)
    await grandma.sees("往后换赵强来您家")


async def test_the_officer_can_leave_things_as_they_are(village: Village) -> None:
    officer, helper, grandma = await paired(village)
    await grandma.taps("想换个人", in_=await grandma.sees("他到门口会说"))
    await officer.says("/pairs")
    await officer.taps("要换人的 1 家")
    await officer.taps("王秀英 · 李敏")
    await officer.taps("不换了，照旧")
    await officer.sees("好，照旧")
    await village.settled()
    assert "想换" not in village.sent_to(helper)


async def test_it_ends_with_a_reason_and_thanks(village: Village) -> None:
    officer, helper, grandma = await paired(village)
    await officer.says("/pairs")
    await officer.taps("正帮着的 1 家")
    await officer.taps("王秀英 · 李敏")
    await officer.taps("到此为止")
    await officer.sees("为什么到此为止")
    await officer.taps("日子好过了")
    await officer.sees("真的到此为止")
    await officer.taps("对，到此为止")
    await officer.sees("王秀英家的结对到此为止")
    assert "谢谢" in (await helper.sees("王秀英家的结对到此为止")).text
    await grandma.sees("随时跟中心说")
    await grandma.says("/pairs")
    await grandma.sees("您眼下没有结对的人家")


async def test_goals_and_a_months_progress_are_seen_by_the_household_too(village: Village) -> None:
    officer, helper, grandma = await paired(village, purpose="生产增收")
    await officer.says("/pairs")
    await officer.taps("正帮着的 1 家")
    await officer.taps("王秀英 · 李敏")
    await officer.taps("写目标")
    await officer.says("养两头猪")
    await officer.sees("🎯 养两头猪")
    await village.passes(days=4)
    reminder = await helper.sees("这个月怎么样了")
    assert "11月30日 周一以前" in reminder.text and "🎯 养两头猪" in reminder.text
    await helper.taps("说说进展", in_=reminder)
    await helper.says("买了一头小猪")
    await helper.sees("好，记下了")
    await grandma.says("/pairs")
    assert "📈 2026-11：买了一头小猪" in (await grandma.sees("李敏帮着您家")).text
    await village.passes(days=2)
    assert "这个月" not in (await helper.sees("今天是最后一天")).text


async def test_a_forgotten_form_never_blocks(village: Village) -> None:
    officer, helper, _ = await paired(village)
    await helper.says("/pairs")
    await helper.taps("王秀英")
    await helper.taps("先歇一阵")
    await helper.says("/help")
    await helper.sees("给您留着呢")
    await helper.taps("接着填")
    await helper.sees("为什么先歇一阵")
    village.shift += timedelta(minutes=31)
    await helper.says("路灯坏了")
    await helper.sees("您说的是哪方面的事")
    assert await village.form(helper) == "draft"
    await officer.says("/pairs")
    await officer.taps("给一家找帮手")
    await officer.says("/desk")
    await officer.taps_data(await officer.sees("打他家一个人的名字"), "pair|open|1")
    await officer.sees("帮手：李敏")


async def test_who_has_more_than_one_thing_to_do_with_pairs_chooses(village: Village) -> None:
    officer, _, grandma = await paired(village)
    await village.enrol("王大山")
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        from domain.volunteers import Profile
        from storage import volunteers
        from storage.volunteers import Volunteer

        about = {"account_id": grandma.id, "center_id": 3, "state": "active", "applied_at": tx.now}
        offers = Profile().model_dump(mode="json")
        await volunteers.add(tx, Volunteer(**about, offers=offers, since=tx.now))
    await proposes(officer, "王秀英", name="王大山")
    await grandma.taps("行，我来", in_=await grandma.sees("想请您长年帮着一家人"))
    await grandma.taps("更多")
    await grandma.taps("结对帮扶")
    await grandma.sees("您要看哪一样")
    await grandma.taps("我帮的人家")
    await grandma.taps("王大山")
    await grandma.sees("已经在问王大山家了")


async def test_forged_buttons_find_nothing_and_look_like_nothing_there(village: Village) -> None:
    _, helper, grandma = await paired(village)
    strangers = [
        await village.person("陈建国"),
        await village.person("何芳", "assistance", center="dongxing", village=None),
        await village.person("钱镇长", "township"),
    ]
    await village.settled()
    actions = ("open", "accept", "decline", "agree", "refuse", "stays", "take", "pass", "withdraw",
               "resume", "house", "media", "pause", "end", "hand", "goals", "progress", "none")  # fmt: skip
    for cheat in strangers:
        screen = cheat.last
        assert screen is not None
        for number in (1, 404):
            for action in actions:
                await cheat.taps_data(screen, f"pair|{action}|{number}")
            for data in (f"visit|log|{number}|1", f"visit|take|{number}|1", f"vneed|{number}|health"):
                await cheat.taps_data(screen, data)
            for data in (f"pfrom|{number}", f"pother|{number}|1"):
                await cheat.taps_data(screen, data)
        await village.settled()
        assert set(cheat.toasts) == {"没找到这一条。可能已经办完，或者不归您看。"}
        for data in ("ppick|helper|1", "psay|look|propose", "psay|sure|yes", "vsay|how|came"):
            await cheat.taps_data(screen, data)
        await village.settled()
        assert set(cheat.toasts[-4:]) == {"这个刚才已经选过啦。"}
        words = village.sent_to(cheat)
        assert not any(secret in words for secret in ("王秀英", "13900000002", "李敏"))
    for who, action in ((grandma, "end"), (grandma, "withdraw"), (helper, "agree"), (helper, "stays")):
        screen = who.last
        assert screen is not None
        await who.taps_data(screen, f"pair|{action}|1")
        await village.settled()
        assert "没找到" in who.toasts[-1]


async def test_pairs_are_found_by_whoever_has_some_and_by_nobody_else(village: Village) -> None:
    stranger = await village.person("陈建国")
    await stranger.taps("更多")
    assert not any("帮" in button and "家" in button for button in stranger.buttons())
    await stranger.says("/pairs")
    await stranger.sees("您眼下没有结对的人家")
    director = await village.person("马主任", "director")
    await director.says("/pairs")
    await director.sees("结对帮扶，您要看哪一样")
    officer = await village.person("周敏", "assistance")
    await officer.says("/work")
    await officer.taps("全中心的结对")
    await officer.sees("结对帮扶，您要看哪一样")
    await director.says("/pairs")
    await director.sees("您眼下没有结对的人家")


async def test_a_helper_who_leaves_the_association_leaves_the_household_to_the_second(
    village: Village,
) -> None:
    officer = await village.person("周敏", "assistance")
    await village.enrol("王秀英")
    li = await volunteer(village, "李敏")
    he = await volunteer(village, "何芳")
    await officer.says("/pairs")
    await officer.taps("给一家找帮手")
    await officer.says("王秀英")
    await officer.taps("找帮手")
    for tapped in ("李敏", "日常照看", "每月两次", "何芳", "去问问"):
        await officer.taps(tapped)
    await li.taps("行，我来")
    await officer.taps("他家说行")
    await he.taps("行，我来", in_=await he.sees("想请您替一回"))
    await he.sees("您是第二帮手")
    await li.says("/volunteer")
    await li.taps("不当了")
    await li.taps("对，不当了")
    await he.sees("王秀英")
    await officer.sees("李敏不当志愿者了")
