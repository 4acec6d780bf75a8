"""Whatever is done while something is unsent, by whichever button: it is neither lost nor sent unseen."""

from __future__ import annotations

import pytest

from simulator.model import Message
from simulator.person import Person as Someone
from storage.requests import ServiceRequest
from tests.stories.activities import made
from tests.stories.conftest import Village
from tests.stories.test_left_unsent import NOT_SENT, PIPE, WHICH, sends
from tests.stories.test_notice_board import ACCOUNTS, publish
from tests.stories.test_roles import invite
from tests.stories.test_talking import one_taken
from tests.stories.test_wishes_unsent import KEPT, LAMP, looked_at, sends_the_lamp, unsent

MEAL = "家里没人做饭"
FAINTED = "老伴倒在地上叫不醒了"


def buttons_of(message: Message) -> dict[str, str]:
    """What each of its buttons means, for taps on what has changed since."""
    rows = (message.markup or {})["inline_keyboard"]
    return {button["text"]: button["callback_data"] for row in rows for button in row}


async def put_aside(village: Village) -> tuple[Someone, Message]:
    """Grandma looked at the lamp two days ago, and has another thing before her now that would be sent."""
    grandma, _ = await looked_at(village)
    await village.passes(days=2)
    await grandma.says(MEAL)
    await grandma.taps("一件新的事")
    await grandma.taps("帮扶救助", await grandma.sees("您说的是哪方面的事"))
    return grandma, await grandma.sees("发出去之前")


# Old buttons, and impatient ones


async def test_an_impatient_tap_on_send_sends_nothing_of_what_waits_beneath(village: Village) -> None:
    grandma, look = await put_aside(village)
    for _ in range(3):
        await grandma.taps_data(look, "draft|send")
    await village.settled()
    assert await village.count(ServiceRequest) == 1
    await grandma.taps("接着填")
    assert LAMP in (await grandma.sees("发出去之前")).text
    await grandma.taps("发出去")
    await grandma.sees("收到了")


async def test_an_impatient_tap_on_send_anyway_sends_nothing_of_what_waits_beneath(village: Village) -> None:
    grandma, _ = await one_taken(village)
    await grandma.says("河边的路灯也坏了")
    await grandma.taps("一件新的事")
    await grandma.taps("环境与设施", await grandma.sees("您说的是哪方面的事"))
    await grandma.sees("发出去之前")
    await village.passes(days=1)
    await grandma.says("垃圾没人收")
    await grandma.taps("一件新的事")
    await grandma.taps("环境与设施", await grandma.sees("您说的是哪方面的事"))
    await grandma.sees("发出去之前")
    await grandma.taps("发出去")
    asked = await grandma.sees("还在办")
    for _ in range(3):
        await grandma.taps_data(asked, "addto|0")
    await village.settled()
    assert await village.count(ServiceRequest) == 2 and await village.form(grandma) == "draft"


async def test_an_impatient_tap_drops_one_thing_only(village: Village) -> None:
    grandma, look = await put_aside(village)
    dropping = buttons_of(look)["❌ 不办了"]
    for _ in range(3):
        await grandma.taps_data(look, dropping)
    await village.settled()
    await grandma.taps("接着填")
    assert LAMP in (await grandma.sees("发出去之前")).text


async def test_an_impatient_tap_that_drops_what_was_left_spares_what_was_just_said(village: Village) -> None:
    grandma, look = await looked_at(village)
    dropping = buttons_of(look)["❌ 不办了"]
    await village.passes(days=2)
    await grandma.says(MEAL)
    await grandma.sees(WHICH)
    for _ in range(3):
        await grandma.taps_data(look, dropping)
    await grandma.sees("您说的是哪方面的事")
    await village.settled()
    await grandma.taps("帮扶救助")
    assert MEAL in (await grandma.sees("发出去之前")).text


async def test_what_was_just_said_is_not_lost_by_way_of_the_menu(village: Village) -> None:
    grandma = await unsent(village)
    await grandma.says(MEAL)
    await grandma.sees(WHICH)
    await grandma.taps("我要办事")
    await grandma.taps("一件新的事", await grandma.sees(NOT_SENT))
    await grandma.taps("村里的事")
    await grandma.taps("环境与设施")
    await grandma.says(PIPE)
    await grandma.taps("发出去", await grandma.sees("发出去之前"))
    await grandma.taps("接着填", await grandma.sees(KEPT))
    asked = await grandma.sees(WHICH)
    await grandma.taps("一件新的事", asked)
    await grandma.taps("帮扶救助", await grandma.sees("您说的是哪方面的事"))
    assert MEAL in (await grandma.sees("发出去之前")).text


async def test_a_list_that_answered_the_first_words_leaves_what_was_said_since(village: Village) -> None:
    teacher, grandma = await village.person("何老师", "training"), await village.person("王秀英")
    await made(village, teacher)
    await grandma.says("想学嫁接")
    shown = await grandma.sees("想学嫁接，眼下有这些")
    await village.passes(days=1)
    await grandma.says(LAMP)
    await grandma.sees(WHICH)
    await grandma.taps("果树嫁接", shown)
    await grandma.sees("村部二楼")
    await grandma.taps("接着填", await grandma.sees(KEPT))
    await grandma.taps("一件新的事", await grandma.sees(WHICH))
    await sends_the_lamp(village, grandma)


async def test_a_list_of_another_wish_leaves_a_wish_that_is_not_noted_yet(village: Village) -> None:
    teacher, grandma = await village.person("何老师", "training"), await village.person("王秀英")
    await made(village, teacher)
    await grandma.says("想学嫁接")
    shown = await grandma.sees("想学嫁接，眼下有这些")
    course = next(data for words, data in buttons_of(shown).items() if "果树嫁接" in words)
    await grandma.taps("不办了")
    await grandma.says("想学养蜂")
    await grandma.sees("现在没有教养蜂的班")
    await grandma.taps_data(shown, course)
    await grandma.taps("接着填", await grandma.sees(KEPT))
    await village.settled()
    assert await village.form(grandma) == "draft"


# What is asked in between


async def test_what_is_unsent_outlasts_the_word_that_something_is_not_done(village: Village) -> None:
    grandma, helper = await one_taken(village)
    await helper.taps("✅ 办好了")
    done = await grandma.sees("办好了")
    await grandma.says(MEAL)
    await grandma.taps("一件新的事", await grandma.sees(WHICH))
    await grandma.sees("您说的是哪方面的事")
    await grandma.taps("👎 没办好", done)
    await grandma.sees("哪里没办好")
    await grandma.says("还是不亮")
    await helper.sees("还是不亮")
    await grandma.taps("接着填", await grandma.sees(KEPT))
    await grandma.taps("帮扶救助", await grandma.sees("您说的是哪方面的事"))
    assert MEAL in (await grandma.sees("发出去之前")).text


async def test_what_is_unsent_outlasts_a_reason_that_is_not_given_after_all(village: Village) -> None:
    helper, grandma = await village.person("吴强", "environment"), await village.person("王秀英")
    await grandma.says(LAMP)
    await grandma.taps("环境与设施")
    await grandma.taps("发出去")
    await helper.taps("我来接")
    await helper.taps("办不了，转出去")
    declining = await helper.sees("")
    await helper.says(MEAL)
    await helper.taps("一件新的事", await helper.sees(WHICH))
    await helper.sees("您说的是哪方面的事")
    await helper.taps("这事办不了", declining)
    await helper.taps("先不说了")
    await helper.taps("接着填", await helper.sees(KEPT))
    await helper.sees("您说的是哪方面的事")


async def in_a_talk(village: Village) -> tuple[Someone, Someone]:
    """Grandma speaks with the helper about the lamp, and a meal is unsent."""
    grandma, helper = await one_taken(village)
    await grandma.says(MEAL)
    await grandma.taps("一件新的事")
    await grandma.sees("您说的是哪方面的事")
    await grandma.says("/mine")
    await grandma.taps("1007 号")
    await grandma.taps("再说几句")
    await village.settled()
    assert await village.form(grandma) == "speak"
    return grandma, helper


async def test_whoever_gives_up_a_talk_keeps_what_is_unsent(village: Village) -> None:
    grandma, _ = await in_a_talk(village)
    await grandma.taps_data(grandma.screen[-1], "drop|speak|0")
    await grandma.taps("接着填", await grandma.sees(KEPT))
    await sends(grandma, "帮扶救助")


async def test_a_new_thing_out_of_the_menu_goes_before_what_waits_beneath_a_talk(village: Village) -> None:
    grandma, helper = await in_a_talk(village)
    await grandma.taps("我要办事")
    await grandma.taps("学技术")
    await grandma.taps("科技培训")
    await grandma.says("果树怎么剪枝")
    await grandma.taps("发出去", await grandma.sees("发出去之前"))
    await grandma.taps("接着填", await grandma.sees(KEPT))
    await sends(grandma, "帮扶救助")
    assert not helper.has_seen("剪枝")


async def test_a_form_of_another_kind_is_not_begun_over_a_talk_beneath_which_something_waits(
    village: Village,
) -> None:
    grandma, _ = await in_a_talk(village)
    await grandma.taps_data(grandma.screen[-1], "go|phone")
    await grandma.sees("还有一件事没填完")
    await grandma.taps("不办了")
    await grandma.taps("接着填", await grandma.sees(KEPT))
    await sends(grandma, "帮扶救助")


async def test_an_invitation_to_look_after_something_leaves_what_is_unsent(village: Village) -> None:
    director, li = await village.person("马主任", "director"), await village.person("李医生")
    link = await invite(director, "村医")
    await li.says(LAMP)
    await li.sees("您说的是哪方面的事")
    await li.follows(link)
    await li.taps("愿意")
    await li.taps("接着填", await li.sees(KEPT))
    await sends(li, "环境与设施")


async def test_registering_with_another_center_leaves_what_is_unsent(village: Village) -> None:
    grandma = await village.person("王秀英")
    await grandma.says(LAMP)
    await grandma.sees("您说的是哪方面的事")
    await grandma.starts("c-dongxing")
    await grandma.taps("行，同意")
    await grandma.taps("河坝")
    await grandma.taps("先不留")
    await grandma.taps("接着填", await grandma.sees(KEPT))
    await sends(grandma, "环境与设施")


async def test_the_clerk_who_files_for_somebody_finds_what_she_left_again(village: Village) -> None:
    clerk = await unsent_of(village, "孙丽", "clerk")
    await clerk.taps("我要办事")
    await clerk.taps("一件新的事", await clerk.sees(NOT_SENT))
    await clerk.says("/new")
    await clerk.sees("来的是谁")
    await clerk.taps("不办了")
    await clerk.taps("接着填", await clerk.sees(KEPT))
    await sends(clerk, "环境与设施")


async def test_a_question_about_a_notice_leaves_what_waits_beneath(village: Village) -> None:
    author, grandma = await village.person("郑委员", "committee"), await unsent(village)
    await publish(village, author, ACCOUNTS)
    notice = await grandma.sees(ACCOUNTS)
    await grandma.taps("我要办事")
    await grandma.taps("一件新的事", await grandma.sees(NOT_SENT))
    await grandma.sees("您要办哪方面的事")
    await grandma.taps("有话要问", notice)
    await grandma.says("水泵花了多少")
    await grandma.taps("发出去", await grandma.sees("发出去之前"))
    await grandma.taps("接着填", await grandma.sees(KEPT))
    await sends_the_lamp(village, grandma)


async def unsent_of(village: Village, name: str, *roles: str) -> Someone:
    """Somebody with a role said something two days ago and chose nothing."""
    someone = await village.person(name, *roles)
    await someone.says(LAMP)
    await someone.sees("您说的是哪方面的事")
    await village.passes(days=2)
    return someone


# For somebody else


async def asked_for_whom(village: Village, *answers: str) -> Someone:
    """Grandma asks for somebody else, and has come so far with these answers."""
    await village.enrol("赵桂芳")
    grandma, _ = await looked_at(village)
    await grandma.taps("替别人办")
    for answer in answers:
        await grandma.says(answer)
    await village.settled()
    return grandma


@pytest.mark.parametrize("answers", [(), ("赵桂芳",), ("钱二嫂",), ("钱二嫂", "13800001234")])
async def test_an_emergency_is_heard_while_it_is_asked_for_whom_it_is(
    village: Village, answers: tuple[str, ...]
) -> None:
    doctor, grandma = await village.person("李敏", "doctor"), await asked_for_whom(village, *answers)
    await grandma.says(FAINTED)
    await grandma.sees("我马上叫村里的人来")
    await grandma.taps("马上叫人")
    await doctor.taps("我来接", await doctor.sees("急事"))
    await grandma.sees("李敏 这就来")
    await village.settled()
    assert "叫不醒" in village.sent_to(doctor) and "路灯" not in village.sent_to(doctor)


@pytest.mark.parametrize("answers", [("赵桂芳",), ("钱二嫂", "13800001234")])
async def test_a_photo_that_is_sent_instead_of_a_choice_of_the_person_is_part_of_the_need(
    village: Village, answers: tuple[str, ...]
) -> None:
    grandma = await asked_for_whom(village, *answers)
    await grandma.sends_photo("灯杆也歪了")
    await village.settled()
    if len(answers) == 1:
        await grandma.taps("赵桂芳 · 上马曲")
    else:
        await grandma.taps("上马曲")
    await grandma.taps("邻居")
    look = await grandma.sees("发出去之前")
    assert "灯杆也歪了" in look.text and "照片 1 张" in look.text


# An emergency


async def test_the_key_for_an_emergency_takes_nothing_along_of_what_was_left(village: Village) -> None:
    doctor, grandma = await village.person("李敏", "doctor"), await unsent(village)
    await grandma.taps("急事")
    await grandma.taps("人病了")
    await doctor.taps("我来接", await doctor.sees("急事"))
    await grandma.sees("李敏 这就来")
    assert "路灯" not in village.sent_to(doctor)
    await grandma.taps("说完了")
    await grandma.taps("接着填")
    await sends_the_lamp(village, grandma)


async def test_an_emergency_takes_nothing_along_that_was_said_the_day_before(village: Village) -> None:
    doctor, grandma = await village.person("李敏", "doctor"), await unsent(village)
    await grandma.says(MEAL)
    await grandma.sees(WHICH)
    await village.passes(days=1)
    await grandma.says(FAINTED)
    await grandma.taps("马上叫人", await grandma.sees("我马上叫村里的人来"))
    await doctor.taps("我来接", await doctor.sees("急事"))
    await grandma.sees("李敏 这就来")
    assert "做饭" not in village.sent_to(doctor)
    await grandma.taps("说完了")
    await grandma.taps("接着填")
    await grandma.sees(WHICH)


async def test_a_message_that_is_mended_into_an_emergency_is_heard(village: Village) -> None:
    grandma = await unsent(village)
    said = await grandma.says("老伴坐着呢")
    await grandma.sees(WHICH)
    await grandma.edits(said, FAINTED)
    await grandma.sees("120")


async def test_an_emergency_in_a_reply_about_a_request_is_heard(village: Village) -> None:
    grandma, helper = await one_taken(village)
    await village.settled()
    await grandma.says(FAINTED, reply_to=grandma.screen[-1])
    await grandma.sees("120")
    await village.settled()
    assert "叫不醒" in village.sent_to(helper)


async def test_an_emergency_in_the_reason_why_something_is_not_done_is_heard(village: Village) -> None:
    grandma, helper = await one_taken(village)
    await helper.taps("✅ 办好了")
    await grandma.taps("👎 没办好", await grandma.sees("说办好了"))
    await grandma.says(FAINTED)
    await grandma.sees("120")


@pytest.mark.parametrize("sentence", ["着火了，快来人", FAINTED])
async def test_an_emergency_after_a_wish_and_more_is_heard(village: Village, sentence: str) -> None:
    grandma, _ = await one_taken(village)
    await grandma.says("想学养蜂")
    await grandma.sees("现在没有教养蜂的班")
    for words in ("垃圾没人收，第4回", "隔壁砌墙占了我家的地，第5回", f"{PIPE}，第6回"):
        await grandma.says(words)
        await grandma.sees("是说哪件事的")
    await grandma.says("想学开叉车")
    await grandma.sees("现在没有教开叉车的班")
    await grandma.says(sentence)
    await grandma.sees("120")


async def test_a_photo_that_was_sent_with_a_wish_is_not_settled_by_noting_it(village: Village) -> None:
    grandma = await unsent(village)
    await grandma.says("想学养蜂")
    await grandma.sees("现在没有教养蜂的班")
    await grandma.sends_photo("您看")
    await grandma.sees("您刚才发的是哪件事的")
    await grandma.taps("一件新的事")
    await grandma.taps("科技培训", await grandma.sees("您说的是哪方面的事"))
    assert "照片 1 张" in (await grandma.sees("发出去之前")).text
