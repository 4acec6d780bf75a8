"""What was begun and not sent is spoken of by its own words, and a word that gives it up is understood."""

from __future__ import annotations

import pytest

from simulator import acts
from simulator.person import Person as Someone
from storage.requests import ServiceRequest
from tests.stories.conftest import Village
from tests.stories.lending import sprayers
from tests.stories.test_talking import one_taken
from tests.stories.test_wishes_unsent import KEPT, LAMP, unsent

COOK = "家里没人做饭"
LAMP_KEPT = f"您说的“{LAMP}”还没发出去，给您留着呢。"
KEYS = ["▶️ 接着填", "❌ 不办了", "☎️ 找人说话"]
GIVEN_UP = ["算了", "不用了", "我不办了", "沒事了", "never mind"]


async def says_one_more(grandma: Someone, words: str = COOK) -> None:
    """She says something else, which is a new thing, and is asked what it is about."""
    await grandma.says(words)
    await grandma.sees("您这句话是说哪件事的？")
    await grandma.taps("一件新的事")
    await grandma.sees("您说的是哪方面的事")


async def test_the_word_that_it_waits_says_which(village: Village) -> None:
    grandma = await unsent(village)
    await grandma.says("你好")
    kept = await grandma.sees(KEPT)
    assert kept.text == LAMP_KEPT and grandma.buttons(kept) == KEYS
    await grandma.taps("我要办事")
    await grandma.sees(f"您说的“{LAMP}”还没发出去。接着填，还是说件新的？")


async def test_a_confidential_one_and_a_photo_are_not_named(village: Village) -> None:
    grandma = await village.person("王秀英")
    await grandma.sends_photo()
    await grandma.says("/help")
    assert (await grandma.sees(KEPT)).text == "您有件事还没发出去，给您留着呢。"
    await grandma.says("老伴的药吃完了")
    await grandma.says("/help")
    assert (await grandma.sees(KEPT)).text == "您有件事还没发出去，给您留着呢。"
    await grandma.taps("接着填")
    await grandma.taps("看病")
    await grandma.sees("发出去之前")
    await village.passes(hours=1)
    await grandma.says("谢谢")
    assert (await grandma.sees(KEPT)).text == "您有件事还没发出去，给您留着呢。"


async def test_a_long_one_is_named_by_as_much_as_fits_on_a_button(village: Village) -> None:
    grandma = await unsent(village, "村口的路灯坏了，晚上黑得很，走路怕摔")
    await grandma.says(COOK)
    asked = await grandma.sees("您这句话是说哪件事的？")
    assert grandma.buttons(asked)[1] == "📎 没发的：村口的路灯坏了，晚上…"


async def test_in_latin_letters_more_of_it_fits(village: Village) -> None:
    grace = await village.person("Grace", language="en")
    await grace.says("The street lamp at the village gate is broken")
    await grace.sees("What is it about")
    await village.passes(days=2)
    await grace.says("Nobody cooks for me")
    asked = await grace.sees("Which request is this about?")
    assert grace.buttons(asked)[1] == "📎 Not sent: The street lamp at…"
    await grace.says("/help")
    await grace.sees("“The street lamp at…” is not sent yet. I have kept it for you.")


async def test_the_clerk_reads_whom_the_one_that_waits_is_for(village: Village) -> None:
    clerk = await village.person("陈文书", "clerk")
    await village.enrol("赵桂芳", phone="+8613800000077")
    await clerk.says("/desk")
    await clerk.taps("替来人登记")
    await clerk.says("赵桂芳")
    await clerk.taps("赵桂芳 · 上马曲")
    await clerk.sees("赵桂芳有什么事")
    await village.passes(hours=1)
    await clerk.says("/desk")
    await clerk.taps("替来人登记")
    kept = await clerk.sees(KEPT)
    assert kept.text == "替赵桂芳登记的还没发出去，给您留着呢。"
    await clerk.says("家里的水管漏了")
    asked = await clerk.sees("您这句话是说哪件事的？")
    assert clerk.buttons(asked)[1] == "📎 没发的：替赵桂芳登记的"
    await clerk.taps("不办了", kept)
    await clerk.sees("好，替赵桂芳登记的不办了。")


async def test_dropping_the_new_one_says_in_the_same_breath_what_still_waits(village: Village) -> None:
    grandma = await unsent(village)
    await says_one_more(grandma)
    await grandma.taps("不办了")
    dropped = await grandma.sees("不办了")
    assert dropped.text == f"好，“{COOK}”不办了。\n{LAMP_KEPT}"
    assert grandma.buttons(dropped) == KEYS and dropped == grandma.last
    await grandma.taps("不办了")
    assert (await grandma.sees("不办了")).text == "好，不办了。以后要办随时说。"
    assert await village.form(grandma) is None


async def test_dropping_what_was_left_says_that_it_was_that(village: Village) -> None:
    grandma = await village.person("王秀英")
    await grandma.says(LAMP)
    old = await grandma.sees("您说的是哪方面的事")
    await village.passes(days=2)
    await grandma.says(COOK)
    await grandma.sees("您这句话是说哪件事的？")
    await grandma.taps("不办了", old)
    assert (await grandma.sees("不办了")).text == f"好，“{LAMP}”不办了。"
    await grandma.sees("您说的是哪方面的事")


async def test_a_photo_and_a_voice_note_are_asked_about_as_what_they_are(village: Village) -> None:
    grandma = await unsent(village)
    await grandma.sends_photo()
    await grandma.sees("您发的照片是哪件事的？")
    await grandma.sends_voice()
    await grandma.sees("您刚才发的是哪件事的？")
    await grandma.taps("一件新的事")
    await grandma.taps("家里要人帮")
    await grandma.taps("帮扶救助")
    await grandma.taps("发出去")
    await grandma.sees("收到了")
    await grandma.sends_voice()
    await grandma.sees("您发的语音是说哪件事的？")


async def test_an_album_is_answered_once(village: Village) -> None:
    grandma = await village.person("王秀英")
    for question in ("收到了。是哪方面的事？", "您发的照片是哪件事的？"):
        await grandma.sends_album(3)
        await grandma.sees(question)
        await village.settled()
        assert sum(one.text == question for one in grandma.screen) == 1
        await village.passes(hours=1)
    await grandma.taps("没发的")
    await grandma.taps("村里的事")
    await grandma.taps("环境与设施")
    await grandma.taps("加照片")
    await grandma.sends_album(3)
    await village.settled()
    looks = [one for one in grandma.screen if "发出去之前" in one.text]
    assert len(looks) == 2 and "📷 照片 9 张" in looks[-1].text and looks[-1] == grandma.last


async def test_also_when_its_photos_come_one_by_one(village: Village) -> None:
    grandma = await village.person("王秀英")
    for number in range(3):
        photo = village.sim.world.files.photo(number)
        acts.file(village.sim.world, grandma.chat, grandma.user, "photo", photo, "", "album")
        await village.settled()
    assert [one.text for one in grandma.screen].count("收到了。是哪方面的事？") == 1
    await grandma.taps("村里的事")
    await grandma.taps("环境与设施")
    assert "📷 照片 3 张" in (await grandma.sees("发出去之前")).text


async def test_what_is_asked_about_again_is_quoted(village: Village) -> None:
    grandma = await unsent(village)
    await grandma.says(COOK)
    await grandma.sees("您这句话是说哪件事的？")
    await grandma.says("我一个人住")
    assert (await grandma.sees("哪件事的")).text == "您这几句话是说哪件事的？"
    await grandma.says("/help")
    await grandma.sees(KEPT)
    await grandma.taps("接着填")
    asked = await grandma.sees("您这几句话是说哪件事的？")
    assert asked.text == f"“{COOK}\n我一个人住”\n您这几句话是说哪件事的？"


async def test_beside_a_request_it_is_quoted_too(village: Village) -> None:
    grandma, _ = await one_taken(village)
    await grandma.sends_photo()
    await grandma.sees("您发的照片是哪件事的？")
    await grandma.taps("一件新的事")
    await grandma.taps("不办了")
    await grandma.says("想学养蜂")
    await grandma.sees("现在没有教养蜂的班")
    await grandma.taps("不是这个意思")
    assert (await grandma.sees("哪件事的")).text == "“想学养蜂”\n您这句话是说哪件事的？"


async def test_what_is_added_is_said_to_be_added(village: Village) -> None:
    grandma = await unsent(village)
    await grandma.says("晚上黑得很")
    asked = await grandma.sees("您这句话是说哪件事的？")
    await grandma.taps("没发的")
    await grandma.sees("您说的是哪方面的事")
    after = next(one for one in grandma.screen if one.id == asked.id)
    assert after.text == "好，添到那件里了。" and grandma.buttons(after) == []


async def test_who_did_not_mean_the_sprayer_is_not_shown_it_again(village: Village) -> None:
    keeper = await village.person("周干事", "culture")
    await sprayers(village, keeper)
    grandma = await unsent(village)
    await grandma.says("想借个打药机")
    await grandma.sees("这个村里有")
    await grandma.taps("不是这个意思")
    await grandma.sees("您这句话是说哪件事的？")
    await grandma.taps("一件新的事")
    await grandma.sees("您说的是哪方面的事")
    await village.settled()
    assert sum("这个村里有" in one.text for one in grandma.screen) == 1


@pytest.mark.parametrize("words", GIVEN_UP)
async def test_whoever_gives_it_up_is_shown_how_and_nothing_is_added(village: Village, words: str) -> None:
    grandma = await unsent(village)
    await grandma.says(words)
    kept = await grandma.sees(KEPT)
    assert kept.text == LAMP_KEPT and kept == grandma.last
    await grandma.taps("接着填")
    await grandma.taps("环境与设施", await grandma.sees("您说的是哪方面的事"))
    assert words not in (await grandma.sees("发出去之前")).text


async def test_right_after_it_was_said_too(village: Village) -> None:
    grandma = await village.person("王秀英")
    await grandma.says(LAMP)
    await grandma.sees("您说的是哪方面的事")
    await grandma.says("算了")
    await grandma.taps("不办了", await grandma.sees(KEPT))
    await grandma.sees("好，不办了")
    await grandma.says("算了")
    await grandma.sees("好嘞，有事随时说")
    assert await village.form(grandma) is None and await village.count(ServiceRequest) == 0


@pytest.mark.parametrize("words", ["我要办事", "我要辦事！", "想办个事"])
async def test_the_words_of_the_key_do_what_the_key_does(village: Village, words: str) -> None:
    grandma = await unsent(village)
    await grandma.says(words)
    asked = await grandma.sees("还没发出去。接着填，还是说件新的？")
    assert asked == grandma.last
    await grandma.taps("一件新的事")
    await grandma.sees("您要办哪方面的事")


async def test_and_while_something_is_under_way(village: Village) -> None:
    grandma, _ = await one_taken(village)
    await grandma.says("我要办事")
    await grandma.sees("您要办哪方面的事")


async def test_the_number_says_which_as_well_as_its_button(village: Village) -> None:
    grandma, helper = await one_taken(village)
    await grandma.says("灯还没修好")
    await grandma.sees("您这句话是说哪件事的？")
    await grandma.says("1007")
    await helper.sees("灯还没修好")
    await grandma.sees("✓ 送到环卫员那儿了（1007 号）")
    assert await village.form(grandma) is None


async def test_and_where_something_is_unsent_that_stays(village: Village) -> None:
    grandma, helper = await one_taken(village)
    await grandma.says(COOK)
    await grandma.taps("一件新的事")
    await grandma.sees("您说的是哪方面的事")
    await village.passes(hours=1)
    await grandma.says("灯还没修好")
    await grandma.sees("您这句话是说哪件事的？")
    await grandma.says("1007号")
    await helper.sees("灯还没修好")
    assert (await grandma.sees(KEPT)).text == f"您说的“{COOK}”还没发出去，给您留着呢。"
    assert not helper.has_seen(COOK)


async def test_a_number_that_is_nobody_s_is_no_answer(village: Village) -> None:
    grandma, helper = await one_taken(village)
    await grandma.says("灯还没修好")
    await grandma.sees("您这句话是说哪件事的？")
    await grandma.says("1010")
    await grandma.sees("您这几句话是说哪件事的？")
    assert not helper.has_seen("灯还没修好")


async def test_the_menu_takes_along_what_was_to_be_placed(village: Village) -> None:
    grandma, _ = await one_taken(village)
    await grandma.says(COOK)
    await grandma.sees("您这句话是说哪件事的？")
    await grandma.says("我要办事")
    await grandma.sees("您要办哪方面的事")
    await grandma.taps("家里要人帮")
    await grandma.taps("帮扶救助")
    assert COOK in (await grandma.sees("发出去之前")).text


async def test_where_nothing_has_been_said_there_is_nothing_to_ask(village: Village) -> None:
    grandma = await village.person("王秀英")
    for label in ("我要办事", "村里的事", "环境与设施"):
        await grandma.taps(label)
    await grandma.sees("您说说是什么事")
    await grandma.says("算了")
    await grandma.sees("好，不办了。以后要办随时说。")
    assert await village.form(grandma) is None
