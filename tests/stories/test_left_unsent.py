"""Something was begun and never sent: what is said later may be something else, and neither is lost."""

from __future__ import annotations

import pytest

from simulator.person import Person as Someone
from storage.requests import ServiceRequest
from tests.stories.conftest import Village
from tests.stories.test_talking import one_taken
from tests.stories.test_wishes_unsent import KEPT, LAMP, LAMP_UNSENT, sends_the_lamp, unsent

PIPE = "家里水管漏了"
WHICH = "您这句话是说哪件事的"
NOT_SENT = "还没发出去。接着填，还是说件新的？"


async def sends(grandma: Someone, line: str) -> None:
    """What she is at goes to this line."""
    await grandma.sees("您说的是哪方面的事")
    await grandma.taps(line)
    await grandma.sees("发出去之前")
    await grandma.taps("发出去")
    await grandma.sees("收到了")


async def test_another_thing_is_sent_first_and_what_was_left_after_it(village: Village) -> None:
    grandma, carer = await unsent(village), await village.person("周敏", "assistance")
    await grandma.says("家里没人做饭")
    asked = await grandma.sees(WHICH)
    assert grandma.buttons(asked) == ["🆕 一件新的事", LAMP_UNSENT, "⬅️ 返回", "☎️ 找人说话"]
    await grandma.taps("一件新的事")
    await sends(grandma, "帮扶救助")
    await carer.sees("帮扶救助")
    assert grandma.buttons(await grandma.sees(KEPT)) == ["▶️ 接着填", "❌ 不办了", "☎️ 找人说话"]
    await grandma.taps("接着填")
    heard = await sends_the_lamp(village, grandma)
    assert "路灯" in heard and "做饭" not in heard
    assert await village.count(ServiceRequest) == 2 and "路灯" not in village.sent_to(carer)


async def test_what_belongs_to_it_is_added_by_one_tap(village: Village) -> None:
    grandma = await unsent(village)
    await grandma.says("晚上黑得很")
    await grandma.sees(WHICH)
    await grandma.taps("没发的")
    await grandma.sees("您说的是哪方面的事")
    await grandma.says("都半个月了")
    await grandma.sees("您说的是哪方面的事")
    heard = await sends_the_lamp(village, grandma)
    assert all(words in heard for words in ("路灯", "黑得很", "半个月"))


async def test_what_is_added_within_half_an_hour_is_not_asked_about(village: Village) -> None:
    grandma = await village.person("王秀英")
    await grandma.says(LAMP)
    await grandma.sees("您说的是哪方面的事")
    await village.passes(minutes=30)
    await grandma.says("晚上黑得很")
    await grandma.sees("您说的是哪方面的事")
    await village.passes(minutes=30, seconds=1)
    await grandma.says("都半个月了")
    await grandma.sees(WHICH)


async def test_what_is_under_way_can_be_meant_as_well(village: Village) -> None:
    grandma, helper = await one_taken(village)
    await grandma.says("家里没人做饭")
    await grandma.taps("一件新的事")
    await grandma.sees("您说的是哪方面的事")
    await village.passes(days=1)
    await grandma.says("灯还没修好")
    await grandma.sees(WHICH)
    await grandma.taps("1007")
    await helper.sees("灯还没修好")
    await grandma.taps("接着填", await grandma.sees(KEPT))
    await sends(grandma, "帮扶救助")
    await village.settled()
    assert not helper.has_seen("做饭")


async def test_words_left_at_the_question_which_are_a_draft_that_was_left(village: Village) -> None:
    grandma, helper = await one_taken(village)
    await grandma.says("家里没人做饭")
    old = await grandma.sees(WHICH)
    await village.passes(days=1)
    await grandma.says("灯亮了")
    asked = grandma.buttons(await grandma.sees(WHICH))
    assert asked[:3] == ["🆕 一件新的事", "📎 没发的：家里没人做饭", "1007 号 · 路灯"]
    await grandma.taps_data(old, "about|1")
    await helper.sees("灯亮了")
    await grandma.taps("接着填", await grandma.sees(KEPT))
    await sends(grandma, "帮扶救助")
    await village.settled()
    assert not helper.has_seen("做饭")


async def test_a_number_typed_a_day_later_is_no_answer_to_that_question(village: Village) -> None:
    grandma, helper = await one_taken(village)
    await grandma.says("家里没人做饭")
    await grandma.sees(WHICH)
    await village.passes(days=1)
    await grandma.says("1007")
    await grandma.sees(KEPT)
    await village.settled()
    assert not helper.has_seen("做饭") and await village.form(grandma) == "draft"


async def test_a_wish_beside_a_request_is_noted_a_day_later_though_more_was_said(village: Village) -> None:
    grandma, _ = await one_taken(village)
    await grandma.says("想学养蜂")
    shown = await grandma.sees("现在没有教养蜂的班")
    await village.passes(days=1)
    await grandma.says("你好")
    await grandma.sees(KEPT)
    await grandma.taps("记下来", shown)
    await grandma.sees("记下了：养蜂")
    await village.settled()
    assert await village.form(grandma) is None


async def test_what_is_dropped_is_what_was_left_and_not_what_was_just_said(village: Village) -> None:
    grandma = await village.person("王秀英")
    await grandma.says(LAMP)
    old = await grandma.sees("您说的是哪方面的事")
    await village.passes(days=2)
    await grandma.says(PIPE)
    await grandma.sees(WHICH)
    await grandma.taps("不办了", old)
    await grandma.sees(f"好，“{LAMP}”不办了")
    await grandma.taps("环境与设施", await grandma.sees("您说的是哪方面的事"))
    look = await grandma.sees("发出去之前")
    assert PIPE in look.text and LAMP not in look.text


async def test_the_new_thing_is_dropped_and_what_was_left_is_there(village: Village) -> None:
    grandma = await unsent(village)
    await grandma.says(PIPE)
    await grandma.taps("一件新的事")
    await grandma.sees("您说的是哪方面的事")
    await grandma.taps("不办了")
    await grandma.taps("接着填", await grandma.sees(KEPT))
    assert "水管" not in await sends_the_lamp(village, grandma)


async def test_what_was_put_aside_is_asked_about_though_it_was_just_opened_again(village: Village) -> None:
    grandma = await unsent(village)
    await grandma.says(PIPE)
    await grandma.taps("一件新的事")
    await sends(grandma, "环境与设施")
    await grandma.sees(KEPT)
    await grandma.says("家里没人做饭")
    await grandma.sees(WHICH)


async def test_all_photos_of_an_album_stay_together(village: Village) -> None:
    grandma = await unsent(village)
    await grandma.sends_album(3)
    await grandma.sees("您发的照片是哪件事的？")
    await village.settled()
    await grandma.taps("一件新的事")
    await grandma.sees("收到了。是哪方面的事")
    await grandma.taps("村里的事")
    await grandma.taps("环境与设施")
    assert "照片 3 张" in (await grandma.sees("发出去之前")).text


async def test_the_key_to_ask_says_that_something_was_left(village: Village) -> None:
    grandma = await unsent(village)
    await grandma.taps("我要办事")
    asked = await grandma.sees(NOT_SENT)
    assert grandma.buttons(asked) == ["▶️ 接着填", "🆕 一件新的事", "❌ 不办了", "☎️ 找人说话"]
    await grandma.taps("一件新的事")
    await grandma.taps("家里要人帮")
    await grandma.taps("帮扶救助")
    await grandma.says("家里没人做饭")
    assert LAMP not in (await grandma.sees("发出去之前")).text
    await grandma.taps("发出去")
    await grandma.taps("接着填", await grandma.sees(KEPT))
    assert "做饭" not in await sends_the_lamp(village, grandma)


async def test_every_door_to_the_menu_says_so_and_the_draft_s_own_does_not(village: Village) -> None:
    grandma = await village.person("王秀英")
    await grandma.says(LAMP)
    asked = await grandma.sees("您说的是哪方面的事")
    await village.passes(days=2)
    await grandma.says("/help")
    await grandma.taps("我要办事", await grandma.sees("怎么用"))
    await grandma.sees(NOT_SENT)
    await grandma.taps("别的事", asked)
    await grandma.taps("村里的事")
    await grandma.taps("环境与设施")
    assert LAMP in (await grandma.sees("发出去之前")).text


async def test_a_line_that_was_chosen_and_about_which_nothing_was_said_is_forgotten(village: Village) -> None:
    grandma = await village.person("王秀英")
    await grandma.taps("我要办事")
    await grandma.taps("村里的事")
    await grandma.taps("环境与设施")
    await grandma.sees("")
    await village.passes(days=2)
    await grandma.says("家里没人做饭")
    await sends(grandma, "帮扶救助")
    assert await village.form(grandma) is None


async def test_words_that_were_to_be_said_anew_replace_nothing_two_days_later(village: Village) -> None:
    grandma = await village.person("王秀英")
    await grandma.says(LAMP)
    await grandma.taps("环境与设施")
    await grandma.taps("重说")
    await grandma.sees("重新说一遍")
    await village.passes(days=2)
    await grandma.says("家里没人做饭")
    await grandma.sees(WHICH)
    await grandma.taps("一件新的事")
    await sends(grandma, "帮扶救助")
    await grandma.taps("接着填", await grandma.sees(KEPT))
    await grandma.says("村口的路灯又坏了")
    look = await grandma.sees("发出去之前")
    assert "又坏了" in look.text and LAMP not in look.text


async def test_a_name_that_was_to_be_said_is_not_read_two_days_later(village: Village) -> None:
    grandma = await village.person("王秀英")
    await grandma.says(LAMP)
    await grandma.taps("环境与设施")
    await grandma.taps("替别人办")
    await grandma.sees("替谁办")
    await village.passes(days=2)
    await grandma.says("家里没人做饭")
    await grandma.sees(WHICH)
    await grandma.taps("一件新的事")
    await sends(grandma, "帮扶救助")
    await grandma.taps("接着填", await grandma.sees(KEPT))
    await grandma.sees("替谁办")


async def test_the_clerk_finds_the_name_asked_for_however_long_it_took(village: Village) -> None:
    clerk = await village.person("陈文书", "clerk")
    await clerk.says("/new")
    await clerk.sees("来的是谁")
    await village.passes(hours=2)
    await clerk.says("赵桂芳")
    await clerk.sees("他有电话吗")


async def test_after_a_talk_what_was_left_is_asked_about(village: Village) -> None:
    grandma, helper = await one_taken(village)
    await grandma.says("家里没人做饭")
    await grandma.taps("一件新的事")
    await grandma.sees("您说的是哪方面的事")
    await grandma.says("/mine")
    await grandma.taps("1007")
    await grandma.taps("再说几句")
    await grandma.says("灯还没亮")
    await helper.sees("灯还没亮")
    await village.passes(minutes=31)
    await grandma.says("灯亮了")
    await grandma.sees(WHICH)
    await grandma.taps("1007")
    await helper.sees("灯亮了")


async def test_a_button_names_nothing_that_is_confidential(village: Village) -> None:
    grandma = await village.person("王秀英")
    await grandma.says("儿媳妇和我吵架")
    await grandma.taps("矛盾调解")
    await grandma.sees("发出去之前")
    await village.passes(days=1)
    await grandma.says(LAMP)
    asked = await grandma.sees(WHICH)
    assert grandma.buttons(asked)[1] == "📎 没发的那件"


async def test_an_emergency_goes_before_what_was_left_and_takes_nothing_of_it_along(village: Village) -> None:
    doctor, grandma = await village.person("李敏", "doctor"), await unsent(village)
    await grandma.says("老伴倒在地上叫不醒了")
    await grandma.sees("我马上叫村里的人来")
    await grandma.taps("马上叫人")
    await doctor.sees("急事")
    await doctor.taps("我来接")
    await grandma.sees("李敏 这就来")
    await village.settled()
    assert "叫不醒" in village.sent_to(doctor) and "路灯" not in village.sent_to(doctor)
    await grandma.taps("说完了")
    await grandma.taps("接着填")
    await sends_the_lamp(village, grandma)


@pytest.mark.parametrize("data", ["draft|belongs", "draft|which", "about|0", "about|1", "draft|aside"])
async def test_forged_and_old_buttons_change_nothing(village: Village, data: str) -> None:
    grandma = await village.person("王秀英")
    await grandma.says(LAMP)
    asked = await grandma.sees("您说的是哪方面的事")
    if data == "draft|aside":
        await grandma.taps("环境与设施")
        await grandma.sees("发出去之前")
        await grandma.taps("发出去")
        await grandma.sees("收到了")
    await grandma.taps_data(asked, data)
    await village.settled()
    assert any(words in grandma.toasts[-1] for words in ("刚才已经选过", "已经发出去了"))
    assert await village.count(ServiceRequest) == (1 if data == "draft|aside" else 0)


async def test_a_word_that_asks_for_nothing_is_answered_beside_what_was_left(village: Village) -> None:
    grandma = await unsent(village)
    await grandma.says("你好")
    await grandma.sees("王秀英，您好")
    await grandma.taps("接着填")
    assert "你好" not in await sends_the_lamp(village, grandma)


async def test_the_number_of_a_request_opens_it_beside_what_was_left(village: Village) -> None:
    grandma = await unsent(village)
    await grandma.taps("我要办事")
    await grandma.taps("接着填", await grandma.sees(NOT_SENT))
    await sends_the_lamp(village, grandma)
    await grandma.says("家里没人做饭")
    await grandma.taps("一件新的事")
    await grandma.sees("您说的是哪方面的事")
    await village.passes(days=1)
    await grandma.says("1007")
    assert LAMP in (await grandma.sees("1007")).text
    await grandma.sees(KEPT)
