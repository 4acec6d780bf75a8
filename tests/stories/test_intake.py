"""Saying what one needs, in every way a villager may."""

from __future__ import annotations

from storage.requests import ServiceRequest
from storage.thread import RequestEntry
from tests.stories.conftest import Village


async def test_a_sentence_gets_its_three_likeliest_lines_and_can_be_corrected(village: Village) -> None:
    await village.person("吴强", "environment")
    grandma = await village.person("王秀英")
    await grandma.says("门口的路灯坏了好几天")
    question = await grandma.sees("您说的是哪方面的事")
    labels = grandma.buttons(question)
    assert any("环境与设施" in label for label in labels[:3])
    assert labels[-3:] == ["🔄 别的事", "❌ 不办了", "☎️ 找人说话"]
    assert len(labels) <= 6
    await grandma.taps("环境与设施")
    preview = await grandma.sees("发出去之前，您看一眼")
    for part in ("环境与设施", "环卫员", "王秀英，上马曲", "门口的路灯坏了好几天"):
        assert part in preview.text
    assert await village.count(ServiceRequest) == 0  # a look is not a letter

    await grandma.taps("别的事")
    await grandma.taps("闹矛盾、不安全")
    await grandma.taps("治安")
    assert "只有接这件事的人看得到" in (await grandma.sees("发出去之前")).text
    await grandma.taps("别的事")
    await grandma.taps("村里的事、买东西")
    await grandma.taps("环境与设施")
    await grandma.sees("发出去之前")
    await grandma.taps("重说")
    await grandma.sees("您重新说一遍")
    await grandma.says("村口的路灯坏了")
    preview = await grandma.sees("发出去之前")
    assert "好几天" not in preview.text
    await grandma.taps("发出去")
    await grandma.sees("收到了：1007 号")


async def test_a_voice_note_is_enough(village: Village) -> None:
    helper, grandma = await village.person("吴强", "environment"), await village.person("王秀英")
    await grandma.sends_voice(7)
    await grandma.sees("收到了。是哪方面的事")
    await grandma.taps("村里的事")
    await grandma.taps("环境与设施")
    assert "🎤 语音 1 段" in (await grandma.sees("发出去之前")).text
    await grandma.taps("发出去")
    await helper.taps("我来接")
    carried = await helper.sees("的材料")
    assert carried.kind == "voice"


async def test_by_the_menu_words_are_asked_for_afterwards(village: Village) -> None:
    grandma = await village.person("王秀英")
    await grandma.taps("我要办事")
    await grandma.sees("您要办哪方面的事")
    assert len(grandma.buttons()) <= 7
    await grandma.taps("家里要人帮")
    await grandma.taps("帮扶救助")
    await grandma.sees("您说说是什么事")
    await grandma.sends_voice()
    await grandma.sees("发出去之前")


async def test_an_album_is_one_request_and_each_photo_is_in_it_once(village: Village) -> None:
    helper, grandma = await village.person("吴强", "environment"), await village.person("王秀英")
    await grandma.sends_album(3, caption="村口的垃圾堆成山了")
    await village.settled()
    await grandma.taps("环境与设施")
    await grandma.sees("📷 照片 3 张")
    await grandma.taps("加照片")
    await grandma.sees("直接发过来就加上了")
    await grandma.sends_photo()
    await grandma.sees("📷 照片 4 张")
    await grandma.sends_location()
    await grandma.sees("📍 位置 1 个")
    await grandma.sends_document("账本.pdf", b"%PDF-1.4")
    await grandma.sees("📄 文件 1 个")
    await grandma.taps("发出去")
    await grandma.sees("收到了：1007 号")
    await helper.taps("我来接")
    await village.settled()

    kinds = [message.kind for message in helper.screen if message.from_bot and message.kind != "text"]
    assert kinds == ["photo", "photo", "photo", "photo", "location", "document"]
    assert (await village.count(ServiceRequest), await village.count(RequestEntry)) == (1, 6)


async def test_a_draft_is_dropped_without_a_trace(village: Village) -> None:
    grandma = await village.person("王秀英")
    await grandma.says("门口的路灯坏了")
    await grandma.taps("环境与设施")
    old = await grandma.sees("发出去之前")
    await grandma.taps("不办了")
    await grandma.sees("好，不办了")
    await grandma.taps_data(old, "draft|send")
    await village.settled()
    assert "已经发出去了，要不就是不办了" in grandma.toasts[-1]
    assert await village.count(ServiceRequest) == 0


async def test_a_second_tap_on_send_sends_nothing_twice(village: Village) -> None:
    grandma = await village.person("王秀英")
    await grandma.says("门口的路灯坏了")
    await grandma.taps("环境与设施")
    preview = await grandma.sees("发出去之前")
    for _ in range(3):
        await grandma.taps_data(preview, "draft|send")
    await grandma.sees("收到了：1007 号")
    await village.settled()
    assert await village.count(ServiceRequest) == 1


async def test_a_message_of_the_draft_that_is_edited_changes_the_draft(village: Village) -> None:
    grandma = await village.person("王秀英")
    said = await grandma.says("村东头的路灯坏了")
    await grandma.taps("环境与设施")
    await grandma.sees("村东头的路灯坏了")
    await grandma.edits(said, "村西头的路灯坏了")
    preview = await grandma.sees("村西头的路灯坏了")
    assert "村东头" not in preview.text


async def test_a_desk_with_nobody_starts_one_step_higher_and_says_so(village: Village) -> None:
    clerk, grandma = await village.person("孙丽", "clerk"), await village.person("王秀英")
    await grandma.says("门口的路灯坏了")
    await grandma.taps("环境与设施")
    assert "值班员" in (await grandma.sees("发出去之前")).text
    await grandma.taps("发出去")
    receipt = await grandma.sees("收到了：1007 号")
    assert "已经交给值班员" in receipt.text
    assert "就直接交给上面的人了" in receipt.text
    assert "这个岗位眼下没人" in (await clerk.sees("1007 号")).text


async def test_a_grandson_asks_for_his_grandmother_who_hears_it_in_her_own_chat(village: Village) -> None:
    grandson, helper = await village.person("刘小军"), await village.person("周敏", "assistance")
    grandma = village.stranger("秀英")
    await village.enrol("王秀英", phone=grandma.phone, village="柳树湾")
    await grandma.starts("c-maqu")
    for label in ("简体中文", "行，同意"):
        await grandma.taps(label)
    await grandma.says("王秀英")
    await grandma.taps("柳树湾")
    await grandma.taps("发我的电话")
    await grandma.sees("对上了名册")

    await grandson.says("奶奶没人做饭")
    await grandson.taps("帮扶救助")
    await grandson.taps("替别人办")
    await grandson.says("王秀英")
    await grandson.taps("王秀英 · 柳树湾")
    await grandson.taps("儿女、孙辈")
    assert "替谁办：王秀英，柳树湾" in (await grandson.sees("发出去之前")).text
    await grandson.taps("发出去")
    await grandma.sees("刘小军替您提了这件事")
    await helper.taps("我来接")
    card = await helper.sees("王秀英")
    assert "刘小军代办" in card.text
    await grandma.sees("救助专干接了")
    await grandson.sees("救助专干接了")
    await helper.taps("办好了")
    await grandma.taps("👍 办好了")
    await helper.sees("村民说办好了")


async def test_one_of_several_of_the_same_name_is_chosen_by_where_they_live(village: Village) -> None:
    for where in ("上马曲", "柳树湾"):
        await village.enrol("王秀英", village=where)
    grandson = await village.person("刘小军")
    await grandson.says("奶奶没人做饭")
    await grandson.taps("帮扶救助")
    await grandson.taps("替别人办")
    await grandson.says("王秀英")
    question = await grandson.sees("名册上有叫王秀英的")
    assert grandson.buttons(question)[:3] == ["王秀英 · 上马曲", "王秀英 · 柳树湾", "都不是"]
    await grandson.says("上马曲那个")  # typing instead of tapping: asked again, nothing lost
    await grandson.sees("名册上有叫王秀英的")
    await grandson.taps("王秀英 · 柳树湾")
    await grandson.taps("儿女、孙辈")
    preview = await grandson.sees("替谁办：王秀英，柳树湾")
    assert "上马曲那个" not in preview.text


async def test_who_is_not_on_the_roster_is_asked_about(village: Village) -> None:
    grandson, helper = await village.person("刘小军"), await village.person("周敏", "assistance")
    await grandson.says("邻居没人做饭")
    await grandson.taps("帮扶救助")
    await grandson.taps("替别人办")
    await grandson.says("赵桂芳")
    await grandson.sees("他有电话吗")
    await grandson.says("不知道")
    await grandson.sees("这不像电话号码")
    await grandson.says("139 0000 0009")
    await grandson.sees("他住哪个自然村")
    await grandson.says("下马曲吧")
    await grandson.sees("他住哪个自然村")
    await grandson.taps("下马曲")
    await grandson.taps("邻居")
    preview = await grandson.sees("替谁办：赵桂芳，下马曲")
    assert "不知道" not in preview.text
    await grandson.taps("发出去")
    await helper.taps("我来接")
    assert "139 0000 0009" in (await helper.sees("赵桂芳")).text


async def test_one_may_go_back_at_every_question_about_a_draft(village: Village) -> None:
    grandson = await village.person("刘小军")
    await village.enrol("王秀英")
    await grandson.says("奶奶没人做饭")
    await grandson.taps("帮扶救助")
    for way in ((), ("王秀英",), ("赵桂芳",), ("赵桂芳", "13900000009")):
        await grandson.sees("谁的事：刘小军")
        await grandson.taps("替别人办")
        for words in way:
            await grandson.says(words)
        await grandson.taps("返回")
    for choice in ("重说", "加照片"):
        await grandson.taps(choice)
        await grandson.taps("返回")
        await grandson.sees("奶奶没人做饭")
    await grandson.taps("发出去")
    await grandson.sees("收到了")


async def test_an_older_look_cannot_be_sent_while_it_is_not_settled_for_whom(village: Village) -> None:
    grandson = await village.person("刘小军")
    await grandson.says("奶奶没人做饭")
    await grandson.taps("帮扶救助")
    older = await grandson.sees("发出去之前")
    await grandson.taps("替别人办")
    await grandson.says("赵桂芳")
    await grandson.sees("他有电话吗")
    await grandson.taps("发出去", in_=older)
    await grandson.sees("他有电话吗")
    assert await village.count(ServiceRequest) == 0


async def test_the_roster_cannot_be_read_by_forged_buttons(village: Village) -> None:
    for name in ("王秀英", "赵桂芳", "刘大山"):
        await village.enrol(name)
    cheat = await village.person("陈建国")
    await cheat.says("邻居没人做饭")
    await cheat.taps("帮扶救助")
    await cheat.taps("替别人办")
    await cheat.says("王秀英")
    question = await cheat.sees("名册上有叫王秀英的")
    known = question.markup["inline_keyboard"][0][0]["callback_data"] if question.markup else ""
    for person in range(int(known.split("|")[1]) - 2, int(known.split("|")[1]) + 3):
        if f"whom|{person}" != known:
            await cheat.taps_data(question, f"whom|{person}")
    await village.settled()
    everything = village.sent_to(cheat)
    assert "赵桂芳" not in everything
    assert "刘大山" not in everything


async def test_the_urgent_key_shows_the_numbers_and_one_tap_calls_the_village(village: Village) -> None:
    doctor, grandma = await village.person("李医生", "doctor"), await village.person("王秀英")
    await grandma.taps("急事")
    await grandma.sees("先打电话：120")
    await grandma.taps("人病了、伤了")
    receipt = await grandma.sees("正在叫人，叫了 1 个")
    assert "120 也要打" in receipt.text
    assert "🚨🚨 急事" in (await doctor.sees("1007 号")).text
    await doctor.taps("我来接")
    await grandma.sees("村医 李医生 这就来")
    await grandma.sends_location()
    place = await doctor.sees("王秀英")
    await village.settled()
    assert any(message.kind == "location" for message in doctor.screen), place


async def test_an_urgent_sentence_is_answered_with_the_numbers_before_anything_else(village: Village) -> None:
    doctor, grandma = await village.person("李医生", "doctor"), await village.person("王秀英")
    await grandma.says("我家老头子突然胸口疼得厉害，喘不上气")
    await grandma.sees("先打 120")
    await grandma.taps("马上叫人")
    await doctor.sees("急事")
    await doctor.taps("我来接")
    assert "胸口疼得厉害" in (await doctor.sees("王秀英")).text


async def test_help_is_called_from_the_middle_of_anything(village: Village) -> None:
    doctor, grandma = await village.person("李医生", "doctor"), await village.person("王秀英")
    await grandma.says("门口的路灯坏了")
    await grandma.taps("环境与设施")
    await grandma.taps("替别人办")
    await grandma.sees("替谁办")
    await grandma.says("/urgent")
    await grandma.taps("人病了、伤了")
    await doctor.sees("急事")


async def test_a_person_to_talk_to_is_one_tap_away(village: Village) -> None:
    clerk, grandma = await village.person("孙丽", "clerk"), await village.person("王秀英")
    await grandma.taps("找人说话")
    await grandma.sees("0900-8551101")
    await grandma.taps("请值班员来找我")
    await grandma.sees("已经告诉值班员来找您，号是 1007")
    await clerk.taps("我来接")
    await clerk.sees("王秀英")


async def test_urgent_words_show_the_numbers_in_the_middle_of_a_draft_or_a_talk(
    village: Village,
) -> None:
    grandma, helper = await village.person("王秀英"), await village.person("吴强", "environment")
    await grandma.says("门口的路灯坏了")
    await grandma.taps("环境与设施")
    await grandma.says("快来人 我家老头子胸口痛得厉害 喘不上气")
    await grandma.sees("先打 120")
    await grandma.sees("发出去之前")
    await grandma.taps("发出去")
    await helper.taps("我来接")
    await grandma.taps("看看这件事")
    await grandma.taps("再说几句")
    await grandma.says("着火了 房子烧起来了")
    await grandma.sees("先打 119")
    await helper.sees("着火了")
