"""Wanting to learn or to borrow something while a request is unsent: what there is is found all the same,
and the draft waits."""

from __future__ import annotations

import pytest

from simulator.model import Message
from simulator.person import Person as Someone
from storage.activity_wishes import ActivityWish
from storage.requests import ServiceRequest
from tests.stories.activities import made
from tests.stories.conftest import Village
from tests.stories.lending import hall, sprayers

LAMP = "村口的路灯坏了"
LAMP_UNSENT = f"📎 没发的：{LAMP}"
BEES = ["📝 记下来", LAMP_UNSENT, "🙋 不是这个意思", "⬅️ 返回", "☎️ 找人说话"]
KEPT = "还没发出去，给您留着呢"


async def unsent(village: Village, words: str = LAMP) -> Someone:
    """Grandma said something two days ago and chose nothing."""
    grandma = await village.person("王秀英")
    await grandma.says(words)
    await grandma.sees("您说的是哪方面的事")
    await village.passes(days=2)
    return grandma


async def looked_at(village: Village) -> tuple[Someone, Message]:
    """Grandma has the lamp before her as it would be sent."""
    grandma = await village.person("王秀英")
    await grandma.says(LAMP)
    await grandma.taps("环境与设施")
    return grandma, await grandma.sees("发出去之前")


async def sends_the_lamp(village: Village, grandma: Someone) -> str:
    """She chooses what it is about, and sends it; what its reader hears."""
    helper = await village.person("吴强", "environment")
    await grandma.taps("环境与设施")
    await grandma.taps("发出去")
    await grandma.sees("收到了")
    await helper.taps("我来接")
    await grandma.sees("环卫员接了")
    await village.settled()
    return village.sent_to(helper)


@pytest.mark.parametrize("begun", [LAMP, "家里有点事", "想问问"])
async def test_a_wish_is_noted_though_something_is_unsent(village: Village, begun: str) -> None:
    grandma = await unsent(village, begun)
    await grandma.says("想学养蜂")
    asked = grandma.buttons(await grandma.sees("现在没有教养蜂的班"))
    assert asked == [BEES[0], f"📎 没发的：{begun}", *BEES[2:]]
    await grandma.taps("记下来")
    await grandma.sees("记下了：养蜂")
    kept = await grandma.sees(KEPT)
    assert grandma.buttons(kept) == ["▶️ 接着填", "❌ 不办了", "☎️ 找人说话"]
    assert await village.form(grandma) == "draft"
    assert await village.count(ActivityWish) == 1 and await village.count(ServiceRequest) == 0


async def test_what_waited_is_sent_without_the_wish(village: Village) -> None:
    grandma = await unsent(village)
    await grandma.says("想学养蜂")
    await grandma.sees("现在没有教养蜂的班")
    await grandma.taps("记下来")
    await grandma.taps("接着填")
    heard = await sends_the_lamp(village, grandma)
    assert "路灯" in heard and "养蜂" not in heard


async def test_a_course_is_found_and_signed_up_for_while_the_draft_waits(village: Village) -> None:
    teacher, grandma = await village.person("何老师", "training"), await unsent(village)
    await made(village, teacher, title="养蜂")
    await grandma.says("想学养蜂")
    assert grandma.buttons(await grandma.sees("想学养蜂，眼下有这些"))[1:] == BEES
    await grandma.taps("养蜂")
    page = await grandma.sees("村部二楼")
    await grandma.sees(KEPT)
    assert page == grandma.last, "what she looked for is what she finds at the end"
    await grandma.taps("报名")
    await grandma.sees("您报上了")
    await grandma.taps("接着填")
    heard = await sends_the_lamp(village, grandma)
    assert "路灯" in heard and "养蜂" not in heard


async def test_one_tap_says_that_it_belongs_to_what_is_unsent(village: Village) -> None:
    grandma = await unsent(village)
    await grandma.says("想学养蜂")
    asked = await grandma.sees("现在没有教养蜂的班")
    await grandma.taps("没发的")
    await grandma.sees("您说的是哪方面的事")
    heard = await sends_the_lamp(village, grandma)
    assert "路灯" in heard and "养蜂" in heard
    await grandma.taps_data(asked, "draft|belongs")
    await village.settled()
    assert "已经发出去了" in grandma.toasts[-1] and await village.count(ActivityWish) == 0


async def test_who_taps_that_twice_is_asked_the_same_again_and_nothing_is_lost(village: Village) -> None:
    grandma = await unsent(village)
    await grandma.says("想学养蜂")
    asked = await grandma.sees("现在没有教养蜂的班")
    await grandma.taps("没发的")
    await grandma.sees("您说的是哪方面的事")
    await grandma.taps_data(asked, "draft|belongs")
    await village.settled()
    assert "刚才已经选过" in grandma.toasts[-1]
    assert "养蜂" in await sends_the_lamp(village, grandma)


async def test_whoever_leaves_it_unanswered_is_asked_again_when_they_go_on(village: Village) -> None:
    grandma = await unsent(village)
    await grandma.says("想学养蜂")
    await grandma.sees("现在没有教养蜂的班")
    await grandma.says("/help")
    await grandma.sees(KEPT)
    await grandma.taps("接着填")
    assert grandma.buttons(await grandma.sees("现在没有教养蜂的班")) == BEES


async def test_whoever_says_more_instead_is_asked_what_it_is_all_about(village: Village) -> None:
    grandma = await unsent(village)
    await grandma.says("想学养蜂")
    asked = await grandma.sees("现在没有教养蜂的班")
    await grandma.says("晚上黑得很")
    which = await grandma.sees("您这几句话是说哪件事的")
    assert grandma.buttons(which) == ["🆕 一件新的事", *BEES[1:2], *BEES[3:]]
    await grandma.taps("记下来", asked)
    await village.settled()
    assert "刚才已经选过" in grandma.toasts[-1] and await village.count(ActivityWish) == 0
    await grandma.taps("没发的")
    await grandma.sees("您说的是哪方面的事")
    heard = await sends_the_lamp(village, grandma)
    assert "养蜂" in heard and "黑得很" in heard


async def test_of_two_wishes_the_last_is_noted_and_the_first_is_asked_about_again(village: Village) -> None:
    grandma = await unsent(village)
    await grandma.says("想学养蜂")
    first = await grandma.sees("现在没有教养蜂的班")
    await grandma.says("想学电焊")
    await grandma.sees("现在没有教电焊的班")
    await grandma.taps("记下来", first)
    await village.settled()
    assert "刚才已经选过" in grandma.toasts[-1] and await village.count(ActivityWish) == 0
    await grandma.taps("记下来")
    await grandma.sees("记下了：电焊")
    await grandma.taps("接着填")
    await grandma.taps("记下来", await grandma.sees("现在没有教养蜂的班"))
    await grandma.sees("记下了：养蜂")
    assert await village.count(ActivityWish) == 2
    await grandma.taps("接着填")
    heard = await sends_the_lamp(village, grandma)
    assert "养蜂" not in heard and "电焊" not in heard


async def test_a_photo_that_is_unsent_waits_too(village: Village) -> None:
    grandma = await village.person("王秀英")
    await grandma.sends_photo()
    await grandma.sees("收到了。是哪方面的事")
    await grandma.says("想学养蜂")
    await grandma.sees("现在没有教养蜂的班")
    await grandma.taps("记下来")
    await grandma.sees("记下了：养蜂")
    await grandma.taps("接着填")
    await grandma.sees("收到了。是哪方面的事")


@pytest.mark.parametrize("sentence", ["想学游泳的娃掉水库里了，快来人", "我想学养蜂，老伴倒在地上叫不醒了"])
async def test_who_needs_help_at_once_is_not_asked_what_they_want_to_learn(
    village: Village, sentence: str
) -> None:
    grandma = await unsent(village)
    await grandma.says(sentence)
    await grandma.sees("120")
    assert not grandma.has_seen("要不要替您记下来")


async def test_what_sounded_urgent_and_was_not_answered_goes_before_a_wish(village: Village) -> None:
    grandma = await village.person("王秀英")
    await grandma.says("老伴倒在地上叫不醒了")
    await grandma.sees("120")
    await grandma.says("想学养蜂")
    await village.settled()
    assert sum("120" in one.text for one in grandma.screen) == 2
    assert not grandma.has_seen("要不要替您记下来")


async def test_nothing_is_sent_that_was_not_looked_at(village: Village) -> None:
    grandma, preview = await looked_at(village)
    await grandma.says("想学养蜂")
    await grandma.sees("现在没有教养蜂的班")
    await grandma.taps("发出去", preview)
    await village.settled()
    assert await village.count(ServiceRequest) == 0
    await grandma.taps("没发的")
    again = await grandma.sees("发出去之前")
    assert "养蜂" in again.text
    await grandma.taps("发出去")
    await grandma.sees("收到了")


async def test_a_wish_beside_what_is_looked_at_is_taken_out_of_it(village: Village) -> None:
    grandma, _ = await looked_at(village)
    await grandma.says("想学养蜂")
    await grandma.taps("记下来")
    await grandma.sees("记下了：养蜂")
    await grandma.taps("接着填")
    again = await grandma.sees("发出去之前")
    assert LAMP in again.text and "养蜂" not in again.text


async def test_whoever_is_asked_for_more_words_is_taken_at_their_word(village: Village) -> None:
    grandma, _ = await looked_at(village)
    await grandma.taps("加照片")
    await grandma.sees("")
    await grandma.says("想学养蜂")
    assert "养蜂" in (await grandma.sees("发出去之前")).text
    assert not grandma.has_seen("要不要替您记下来")


async def test_who_came_by_the_menu_finds_the_course_as_well(village: Village) -> None:
    teacher, grandma = await village.person("何老师", "training"), await village.person("王秀英")
    await made(village, teacher)
    await grandma.taps("我要办事")
    await grandma.taps("学技术")
    await grandma.taps("科技培训")
    await grandma.says("想学嫁接")
    await grandma.sees("想学嫁接，眼下有这些")
    await grandma.taps("果树嫁接")
    await grandma.sees("村部二楼")
    await village.settled()
    assert await village.form(grandma) is None


async def test_who_came_by_the_menu_and_means_something_else_goes_on_where_they_were(
    village: Village,
) -> None:
    teacher, grandma = await village.person("何老师", "training"), await village.person("王秀英")
    await grandma.taps("我要办事")
    await grandma.taps("学技术")
    await grandma.taps("科技培训")
    await grandma.says("想学嫁接")
    await grandma.sees("现在没有教嫁接的班")
    await grandma.taps("不是这个意思")
    await grandma.sees("发出去之前")
    await grandma.taps("发出去")
    await grandma.sees("收到了")
    await teacher.sees("科技培训")


async def test_a_typing_error_that_is_mended_is_looked_for_anew(village: Village) -> None:
    grandma = await unsent(village)
    said = await grandma.says("享学养蜂")
    await grandma.sees("您这句话是说哪件事的")
    await grandma.edits(said, "想学养蜂")
    await grandma.sees("现在没有教养蜂的班")
    await grandma.taps("记下来")
    await grandma.sees("记下了：养蜂")
    await grandma.edits(said, "算了")
    await village.settled()
    await grandma.taps("接着填")
    assert "算了" not in await sends_the_lamp(village, grandma)


async def test_a_wish_that_is_mended_into_something_else_is_asked_about(village: Village) -> None:
    grandma = await unsent(village)
    said = await grandma.says("想学养蜂")
    await grandma.sees("现在没有教养蜂的班")
    await grandma.edits(said, "晚上黑得很")
    await grandma.sees("您这句话是说哪件事的")
    await grandma.taps("没发的")
    await grandma.sees("您说的是哪方面的事")
    heard = await sends_the_lamp(village, grandma)
    assert "黑得很" in heard and "养蜂" not in heard


async def test_an_older_list_opens_its_course_and_the_new_wish_stays(village: Village) -> None:
    teacher, grandma = await village.person("何老师", "training"), await unsent(village)
    await made(village, teacher)
    await grandma.says("想学嫁接")
    shown = await grandma.sees("想学嫁接，眼下有这些")
    await grandma.says("想学养蜂")
    await grandma.sees("现在没有教养蜂的班")
    await grandma.taps("果树嫁接", shown)
    await grandma.sees("村部二楼")
    await grandma.taps("接着填")
    await grandma.sees("现在没有教养蜂的班")
    await grandma.taps("记下来")
    await grandma.sees("记下了：养蜂")


async def test_the_clerk_who_files_for_somebody_wishes_for_nothing_herself(village: Village) -> None:
    clerk = await village.person("陈文书", "clerk")
    await village.enrol("赵桂芳", phone="+8613800000077")
    await clerk.says("/desk")
    await clerk.taps("替来人登记")
    await clerk.sees("来的是谁")
    await clerk.says("赵桂芳")
    await clerk.taps("赵桂芳 · 上马曲")
    await clerk.sees("赵桂芳有什么事")
    await clerk.says("想学养蜂")
    await clerk.taps("科技培训")
    await clerk.sees("发出去之前")
    await clerk.says("还想学电焊")
    await clerk.sees("发出去之前")
    assert not clerk.has_seen("要不要替您记下来")


async def test_a_thing_to_borrow_is_found_beside_what_was_left_two_days_ago(village: Village) -> None:
    keeper = await village.person("周干事", "culture")
    await sprayers(village, keeper)
    grandma = await unsent(village)
    await grandma.says("想借个打药机")
    found = await grandma.sees("这个村里有")
    assert grandma.buttons(found) == ["👀 喷雾器", *BEES[1:]]
    await grandma.taps("喷雾器")
    await grandma.sees("一回借 7 天")
    await grandma.sees(KEPT)
    await grandma.taps("我要借")
    await grandma.sees("给您留着")
    await grandma.taps("接着填")
    heard = await sends_the_lamp(village, grandma)
    assert "路灯" in heard and "打药机" not in heard


async def test_what_is_said_about_a_thing_in_one_breath_is_no_wish_to_borrow_it(village: Village) -> None:
    keeper, grandma = await village.person("周干事", "culture"), await village.person("王秀英")
    await hall(village, keeper)
    await grandma.says("村里的灯坏了")
    await grandma.sees("您说的是哪方面的事")
    await grandma.says("礼堂那边，明天要用礼堂办酒")
    await grandma.sees("您说的是哪方面的事")
    assert not grandma.has_seen("这个村里有")
