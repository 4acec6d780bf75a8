"""A matter about somebody at the center never reaches that person; and asking without a name."""

from __future__ import annotations

import pytest

from simulator.model import Message
from simulator.person import Person as Someone
from storage.conflicts import Conflict
from storage.requests import ServiceRequest
from tests.stories.conftest import Village
from tests.stories.secrets import everything_said, leaks
from tests.stories.test_secrecy import forged, pry

COMPLAINT = "低保名额都给了他家亲戚"


async def draft(someone: Someone, words: str, *way: str) -> Message:
    """A need, up to the look before it is sent."""
    await someone.says(words)
    await someone.taps("别的事")
    for label in way:
        await someone.taps(label)
    return await someone.sees("发出去之前，您看一眼")


async def send(someone: Someone) -> Message:
    """Off it goes."""
    await someone.taps("发出去")
    return await someone.sees("收到了")


AFFAIRS = ("村里的事", "村务议事")
SECURITY = ("闹矛盾、不安全", "治安")
QUARREL = ("闹矛盾、不安全", "矛盾调解")


async def nothing_reached(village: Village, someone: Someone, *words: str) -> None:
    """By no way in does somebody find anything."""
    before = len(everything_said(village).get(someone.id, []))
    await pry(village, someone)
    for data in ("hide|1|0|0", "hide|1|1|1", "hush|1|1|0"):
        assert someone.last is not None
        await someone.taps_data(someone.last, data)
    await someone.says("/desk")
    await village.settled()
    said = "\n".join(everything_said(village)[someone.id][before:])
    for word in ("1007 号", *words):
        assert word not in said
    assert "一共" not in said  # an empty desk


async def test_a_complaint_about_the_director_goes_to_the_deputy_and_is_not_there_for_the_director(
    village: Village,
) -> None:
    director, deputy = await village.person("马国强", "director"), await village.person("赵桂芳", "deputy")
    grandma = await village.person("王秀英")
    preview = await draft(grandma, COMPLAINT, *AFFAIRS)
    assert "不让他知道" not in preview.text
    await grandma.taps("不让谁知道")
    screen = await grandma.sees("这事跟谁有关")
    assert grandma.buttons(screen) == [
        "马国强 · 主任",
        "赵桂芳 · 副主任",
        "👤 不留名",
        "👌 就这样",
        "☎️ 找人说话",
    ]
    await grandma.taps("马国强")
    assert grandma.buttons(await grandma.sees("这事跟谁有关"))[0] == "🤫 马国强 · 主任"
    await grandma.taps("就这样")
    preview = await grandma.sees("发出去之前")
    assert "不让他知道：马国强" in preview.text
    assert "给谁：副主任" in preview.text
    await send(grandma)
    await deputy.sees("1007 号")
    await nothing_reached(village, director, COMPLAINT, "王秀英")

    await deputy.taps("我来接")
    await deputy.sees(COMPLAINT)
    await grandma.sees("副主任接了")
    await deputy.taps("办好了")
    await grandma.taps("👎 没办好")
    await grandma.says("账还是没公开")
    await deputy.sees("账还是没公开")
    await nothing_reached(village, director, COMPLAINT, "账还是没公开")
    await deputy.taps("✅ 办好了")
    await grandma.taps("👍 办好了")
    await grandma.taps("5 分")
    await nothing_reached(village, director, COMPLAINT)
    assert leaks(village, ["1007", COMPLAINT, "王秀英"], [grandma, deputy]) == []


async def test_with_only_the_director_above_it_goes_to_the_township_and_says_so(village: Village) -> None:
    director, township = await village.person("马国强", "director"), await village.person("钱进", "township")
    grandma = await village.person("王秀英")
    await draft(grandma, COMPLAINT, *AFFAIRS)
    await grandma.taps("不让谁知道")
    await grandma.taps("马国强")
    await grandma.taps("就这样")
    assert "给谁：镇上" in (await grandma.sees("发出去之前")).text
    assert "已经交给镇上" in (await send(grandma)).text
    await township.sees("1007 号")
    await nothing_reached(village, director)


async def test_somebody_who_is_named_is_one_tap_away_from_never_knowing(village: Village) -> None:
    director, clerk = await village.person("马国强", "director"), await village.person("孙丽", "clerk")
    grandma = await village.person("王秀英")
    preview = await draft(grandma, "馬主任把我家的地分给别人了", *AFFAIRS)
    assert "您提到了马国强（主任）" in preview.text
    await grandma.taps("不让马国强知道")
    preview = await grandma.sees("不让他知道：马国强")
    assert "您提到了" not in preview.text
    old = preview
    for _ in range(2):  # a shaking finger undoes nothing
        await grandma.taps("🤫 不让谁知道", in_=old)
    await grandma.taps("就这样")
    await send(grandma)
    await clerk.sees("1007 号")
    await nothing_reached(village, director)


async def test_whoever_is_named_in_passing_reads_it_when_nothing_was_tapped(village: Village) -> None:
    doctor, grandma = await village.person("李明", "doctor"), await village.person("王秀英")
    preview = await draft(grandma, "李医生，我头疼三天了", "看病")
    assert "您提到了李明（村医）" in preview.text
    await send(grandma)
    await doctor.sees("1007 号")
    assert await village.count(Conflict) == 0


async def test_the_list_turns_pages_and_what_was_chosen_by_mistake_is_taken_back(village: Village) -> None:
    for number, role in enumerate(
        ("director", "deputy", "clerk", "committee", "doctor", "mediator", "training")
    ):
        await village.person(f"管事{number}号", role)
    grandma = await village.person("王秀英")
    await draft(grandma, COMPLAINT, *QUARREL)
    await grandma.taps("不让谁知道")
    first = await grandma.sees("这事跟谁有关")
    assert "不留名" not in first.text
    assert [label[:4] for label in grandma.buttons(first)[:5]] == [f"管事{n}号" for n in range(5)]
    await grandma.taps("下一页")
    await grandma.taps("管事6号")
    screen = await grandma.sees("这事跟谁有关")
    assert grandma.buttons(screen)[1] == "🤫 管事6号 · 科技培训员"
    await grandma.taps("管事6号")
    await village.settled()
    assert grandma.buttons(screen)[1] == "管事6号 · 科技培训员"
    await grandma.says("还有一句")  # a word in between is added, and nothing lost
    assert "还有一句" in (await grandma.sees("发出去之前")).text
    await grandma.taps("管事5号", in_=first)
    await grandma.sees("不让他知道：管事5号")


async def test_the_only_mediator_is_the_brother_in_law_so_it_goes_up(village: Village) -> None:
    mediator, clerk = await village.person("张和", "mediator"), await village.person("孙丽", "clerk")
    grandma = await village.person("王秀英")
    preview = await draft(grandma, "张和他家占了我家三尺地", *QUARREL)
    assert "给谁：调解员" in preview.text
    await grandma.taps("不让张和知道")
    assert "给谁：值班员" in (await grandma.sees("不让他知道：张和")).text
    assert "已经交给值班员" in (await send(grandma)).text
    await clerk.taps("我来接")
    await clerk.sees("三尺地")
    await clerk.taps("办不了，转出去")
    await clerk.taps("退回去")
    await clerk.says("我也管不了")
    await clerk.sees("退回去了")
    await nothing_reached(village, mediator, "三尺地", "管不了")
    await grandma.says("/mine")
    await grandma.taps("1007 号")
    assert "🤫 不让他知道：张和" in (await grandma.sees("张和他家")).text


async def test_the_one_who_has_it_is_found_out_and_loses_it_without_a_word_of_why(village: Village) -> None:
    holder, other = await village.person("张和", "mediator"), await village.person("李顺", "mediator")
    grandma = await village.person("王秀英")
    await draft(grandma, "隔壁占了我家三尺地", *QUARREL)
    await send(grandma)
    card = await holder.sees("1007 号")
    await holder.taps("我来接")
    speech = await holder.sees("三尺地")
    await holder.taps("跟他说话")
    await holder.says("我来看看")
    await grandma.sees("我来看看")
    await grandma.says("/mine")
    await grandma.taps("1007 号")
    await grandma.taps("不让谁知道")
    assert grandma.buttons(await grandma.sees("这事跟谁有关"))[:2] == ["张和 · 调解员", "李顺 · 调解员"]
    await grandma.taps("张和")
    await grandma.sees("真不让张和知道")
    await grandma.taps("对，不让他知道")
    await grandma.sees("好，不让张和知道了")
    await grandma.sees("换个人给您办")
    gone = await holder.sees("这件事不归您了")
    assert gone.text == "这件事不归您了。"
    assert "别人退回来的。" in (await other.sees("1007 号")).text

    mark = len(grandma.screen), len(other.screen)
    await holder.says("那我再说一句")  # the talk that was open
    await holder.sees("没找到这一条")
    await holder.says("听得到吗", reply_to=speech)
    await village.settled()
    await holder.says("/cancel")
    await holder.taps_data(card, "do|take|1")
    await nothing_reached(village, holder, "三尺地", "王秀英")
    assert (len(grandma.screen), len(other.screen)) == mark
    await other.taps("我来接", in_=await _card(other))
    assert "三尺地" in (await other.sees("王秀英")).text
    await village.settled()
    said = "\n".join(everything_said(village)[holder.id])
    assert "不让" not in said


async def _card(someone: Someone) -> Message:
    return next(message for message in someone.screen if "1007 号" in message.text and message.markup)


async def test_kept_from_one_of_two_before_it_is_taken_the_other_keeps_the_card(village: Village) -> None:
    first, second = await village.person("张和", "mediator"), await village.person("李顺", "mediator")
    clerk, grandma = await village.person("孙丽", "clerk"), await village.person("王秀英")
    await draft(grandma, "隔壁占了我家三尺地", *QUARREL)
    await send(grandma)
    await first.sees("1007 号")
    for name, reader in (("张和", first), ("李顺", second)):
        await grandma.says("/mine")
        await grandma.taps("1007 号")
        await grandma.taps("不让谁知道")
        await grandma.taps(name)
        await grandma.taps("对，不让他知道")
        await reader.sees("这件事不归您了")
        assert reader.has_seen("1007 号") is False
    assert "已经交给值班员" in (await grandma.sees("好，不让李顺知道了")).text
    await clerk.sees("1007 号")


async def test_nobody_but_the_asker_can_keep_it_from_anybody(village: Village) -> None:
    helper, other = await village.person("张和", "mediator"), await village.person("李顺", "mediator")
    grandma, cheat = await village.person("王秀英"), await village.person("陈建国")
    await draft(grandma, "隔壁占了我家三尺地", *QUARREL)
    await send(grandma)
    await helper.taps("我来接")
    for someone in (helper, other, cheat):
        for grant in range(0, 4):
            for step in (0, 1):
                assert someone.last is not None
                await someone.taps_data(someone.last, f"hide|1|{grant}|{step}")
    await village.settled()
    assert await village.count(Conflict) == 0
    assert set(cheat.toasts) == {"没找到这一条。可能已经办完，或者不归您看。"}
    await grandma.taps_data(await grandma.sees("收到了"), "hide|1|999|1")
    await village.settled()
    assert await village.count(Conflict) == 0


REPORT = "村东头有人半夜聚赌"


async def report(someone: Someone, words: str = REPORT, line: tuple[str, ...] = SECURITY) -> Message:
    """A report without a name, sent."""
    await draft(someone, words, *line)
    await someone.taps("不让谁知道")
    assert "中心的人谁也不知道是您提的" in (await someone.sees("这事跟谁有关")).text
    await someone.taps("👤 不留名")
    assert "✅ 不留名" in someone.buttons(await someone.sees("这事跟谁有关"))
    await someone.taps("就这样")
    preview = await someone.sees("发出去之前")
    assert "谁的事：不留名" in preview.text
    assert "回话照样到您这儿" in preview.text
    return await send(someone)


async def named(village: Village, name: str = "王秀英") -> Someone:
    """A villager with a phone number on the roster."""
    grandma = await village.person(name, village="柳树湾")
    await grandma.shares_contact()
    await grandma.sees("电话记下了")
    return grandma


async def test_an_officer_talks_with_whoever_reported_it_and_never_learns_who_it_is(village: Village) -> None:
    officer, director = await village.person("周勇", "security"), await village.person("马国强", "director")
    grandma = await named(village)
    await report(grandma)
    assert "柳树湾" not in (await officer.sees("1007 号")).text
    await officer.says("/desk")
    await officer.taps("1007 号")
    await officer.taps("我来接")
    card = await officer.sees(REPORT)
    assert "👤 没留名" in card.text and "没说" in card.text
    await grandma.sees("治安员接了")
    await officer.taps("跟他说话", in_=card)
    await officer.says("几个人？")
    told = await grandma.sees("几个人？")
    await village.settled()
    await grandma.says("五六个", reply_to=told)
    assert "来反映情况的人" in (await officer.sees("五六个")).text
    said = await grandma.says("院门朝南", reply_to=told)
    await officer.sees("院门朝南")
    await grandma.edits(said, "院门朝北")
    await officer.sees("院门朝北")
    await grandma.sends_voice(reply_to=told)
    await officer.sees("来反映情况的人")
    await officer.taps("说完了")
    await officer.taps("办好了", in_=card)
    await grandma.taps("👎 没办好")
    await grandma.says("又来了")
    await officer.sees("又来了")
    await officer.taps("✅ 办好了")
    await grandma.taps("👍 办好了")
    await grandma.taps("5 分")
    await grandma.taps("说一句")
    await grandma.says("辛苦")
    await officer.sees("说：辛苦")
    await officer.says("1007")
    await pry(village, director)
    await village.settled()
    who = ["王秀英", "柳树湾", str(grandma.id), (grandma.phone or "")[-11:]]
    assert leaks(village, who, [grandma]) == []
    assert leaks(village, ["1007"], [grandma, officer]) == []


async def test_a_contact_would_say_who_it_is_so_it_is_not_taken(village: Village) -> None:
    officer, grandma = await village.person("周勇", "security"), await named(village)
    await draft(grandma, REPORT, *SECURITY)
    await grandma.shares_contact()
    await grandma.sees("👤 联系人 1 个")
    await grandma.taps("不让谁知道")
    await grandma.taps("👤 不留名")
    await village.settled()
    assert "联系人发过去，就知道您是谁了" in grandma.toasts[-1]
    await grandma.taps("就这样")
    await grandma.taps("重说")
    await grandma.says(REPORT)
    assert "联系人" in (await grandma.sees("发出去之前")).text  # what was attached stays: begin again
    await grandma.taps("❌ 不办了")

    await report(grandma)
    await officer.taps("我来接")
    await grandma.taps("看看这件事")
    await grandma.taps("再说几句")
    await grandma.sees("您说吧")
    await grandma.shares_contact()
    await grandma.sees("就知道您是谁了")
    await grandma.says("五六个人")  # the talk goes on
    await officer.sees("五六个人")
    await village.settled()
    assert leaks(village, ["王秀英", (grandma.phone or "")[-11:]], [grandma]) == []


async def test_a_contact_is_not_added_to_a_draft_without_a_name(village: Village) -> None:
    grandma = await named(village)
    await draft(grandma, REPORT, *SECURITY)
    await grandma.taps("不让谁知道")
    await grandma.taps("👤 不留名")
    await grandma.taps("就这样")
    await grandma.shares_contact()
    await grandma.sees("就知道您是谁了")
    await grandma.sends_voice()
    preview = await grandma.sees("发出去之前")
    assert "听得出是谁" in preview.text
    assert "联系人" not in preview.text


async def test_passed_on_to_a_line_that_wants_a_name_it_still_has_none(village: Village) -> None:
    officer, carer = await village.person("周勇", "security"), await village.person("周敏", "assistance")
    grandma = await named(village)
    await report(grandma)
    await officer.taps("我来接")
    await officer.taps("办不了，转出去")
    await officer.taps("转给别的岗位")
    await officer.taps("家里要人帮")
    await officer.taps("帮扶救助")
    await officer.says("是家里困难")
    await grandma.sees("转到🤝 帮扶救助了")
    await carer.taps("我来接")
    assert "👤 没留名" in (await carer.sees(REPORT)).text
    await carer.taps("跟他说话")
    await carer.says("要帮什么？")
    await grandma.sees("要帮什么？")
    await village.settled()
    assert leaks(village, ["王秀英", "柳树湾", (grandma.phone or "")[-11:]], [grandma]) == []


async def test_without_a_name_and_for_somebody_else_exclude_each_other(village: Village) -> None:
    await village.enrol("赵桂芳")
    grandson = await village.person("刘小军")
    await draft(grandson, REPORT, *SECURITY)
    await grandson.taps("不让谁知道")
    await grandson.taps("👤 不留名")
    await grandson.taps("就这样")
    await grandson.taps("替别人办")
    await grandson.sees("替别人办要写名字，“不留名”取消了")
    await grandson.says("赵桂芳")
    await grandson.taps("赵桂芳 · 上马曲")
    await grandson.taps("儿女、孙辈")
    preview = await grandson.sees("替谁办：赵桂芳")
    assert "不留名" not in preview.text
    await grandson.taps("不让谁知道")
    await grandson.taps("👤 不留名")
    await grandson.sees("不留名，就不写替谁办了")
    await grandson.taps("就这样")
    preview = await grandson.sees("谁的事：不留名")
    assert "赵桂芳" not in preview.text


async def test_another_line_wants_a_name_and_says_so(village: Village) -> None:
    grandma = await village.person("王秀英")
    await draft(grandma, REPORT, *SECURITY)
    await grandma.taps("不让谁知道")
    await grandma.taps("👤 不留名")
    await grandma.taps("就这样")
    await grandma.taps("别的事")
    for label in AFFAIRS:
        await grandma.taps(label)
    assert "谁的事：不留名" in (await grandma.sees("发出去之前")).text
    await grandma.taps("别的事")
    for label in QUARREL:
        await grandma.taps(label)
    await grandma.sees("“不留名”取消了")
    assert "谁的事：王秀英" in (await grandma.sees("发出去之前")).text


async def test_a_line_that_wants_a_name_refuses_a_forged_button(village: Village) -> None:
    mediator, grandma = await village.person("张和", "mediator"), await village.person("王秀英")
    preview = await draft(grandma, "隔壁占了我家三尺地", *QUARREL)
    await grandma.taps_data(preview, "draft|anonymous-on")
    await village.settled()
    assert "要写名字，不能不留名" in grandma.toasts[-1]
    await send(grandma)
    await mediator.taps("我来接")
    await mediator.sees("王秀英")


@pytest.mark.parametrize("kind", ["人病了", "打人"])
async def test_an_emergency_gives_the_name_where_people_must_be_found(village: Village, kind: str) -> None:
    await village.person("李明", "doctor")
    officer, grandma = await village.person("周勇", "security"), await named(village)
    await draft(grandma, REPORT, *SECURITY)
    await grandma.taps("不让谁知道")
    await grandma.taps("👤 不留名")
    await grandma.taps("周勇")
    await grandma.says("/urgent")
    await grandma.taps(kind)
    await grandma.sees("正在叫人")
    if kind == "人病了":
        await grandma.sees("这回写了您的名字")
    else:
        assert not grandma.has_seen("这回写了您的名字")
        await village.settled()
        assert leaks(village, ["王秀英"], [grandma]) == []
    await nothing_reached(village, officer, REPORT)
    assert await village.count(ServiceRequest) == 1


async def test_forged_buttons_of_all_kinds_open_nothing_that_is_kept_from_one(village: Village) -> None:
    director, grandma = await village.person("马国强", "director"), await village.person("王秀英")
    await village.person("赵桂芳", "deputy")
    await draft(grandma, "马国强拿了公家的砖", *AFFAIRS)
    await grandma.taps("不让马国强知道")
    await send(grandma)
    screen = director.last
    assert screen is not None
    for theirs, missing in zip(forged(1), forged("999999"), strict=True):
        await director.taps_data(screen, theirs)
        await director.taps_data(screen, missing)
    await village.settled()
    assert director.toasts[0::2] == director.toasts[1::2]
