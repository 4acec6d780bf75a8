"""Two sides who write to each other and never see each other's account."""

from __future__ import annotations

from simulator.model import Message
from simulator.person import Person as Someone
from tests.stories.conftest import Village


async def ask(someone: Someone, words: str, line: str, *, again: bool = False) -> Message:
    """A need, sent; the receipt."""
    await someone.says(words)
    if again:
        await someone.taps("一件新的事")
    await someone.taps(line)
    await someone.taps("发出去")
    return await someone.sees("收到了")


async def one_taken(village: Village) -> tuple[Someone, Someone]:
    """The asker and the holder of a request."""
    grandma, helper = await village.person("王秀英"), await village.person("吴强", "environment")
    await ask(grandma, "村口的路灯坏了", "环境与设施")
    await helper.taps("我来接")
    await grandma.sees("环卫员接了")
    return grandma, helper


async def two_open(village: Village) -> tuple[Someone, Someone, Someone]:
    """An asker with two open requests, and their holders."""
    grandma, helper = await one_taken(village)
    carer = await village.person("周敏", "assistance")
    await ask(grandma, "家里没人做饭", "帮扶救助", again=True)
    await carer.taps("我来接")
    await grandma.sees("救助专干接了")
    return grandma, helper, carer


async def test_any_kind_of_message_goes_both_ways(village: Village) -> None:
    grandma, helper = await one_taken(village)
    await helper.taps("跟他说话")
    await grandma.taps("看看这件事")
    await grandma.taps("再说几句")
    await grandma.sees("您说吧")
    for speaker, listener in ((helper, grandma), (grandma, helper)):
        await speaker.says("在哪根杆子上？")
        assert "1007 号" in (await listener.sees("在哪根杆子上？")).text
        await speaker.sends_voice()
        await speaker.sends_photo("看这里")
        await speaker.sends_location()
        await speaker.sends_sticker()
        await speaker.sends_document("图.pdf", b"%PDF")
        await village.settled()
        kinds = {message.kind for message in listener.screen if message.from_bot}
        assert {"voice", "photo", "location", "sticker", "document"} <= kinds
    assert "吴强" not in village.sent_to(grandma)
    assert str(grandma.id) not in village.sent_to(helper)
    assert str(helper.id) not in village.sent_to(grandma)


async def test_a_reply_decides_which_request_a_message_is_about(village: Village) -> None:
    grandma, helper, carer = await two_open(village)
    news = next(message for message in grandma.screen if "环卫员接了" in message.text)
    await grandma.says("杆子在桥头", reply_to=news)
    await helper.sees("杆子在桥头")
    receipt = next(message for message in grandma.screen if "收到了：101" in message.text)
    await grandma.says("我吃素", reply_to=receipt)
    await carer.sees("我吃素")
    await village.settled()
    assert not carer.has_seen("桥头")
    assert not helper.has_seen("吃素")


async def test_a_reply_to_ones_own_message_goes_where_that_went(village: Village) -> None:
    grandma, helper, carer = await two_open(village)
    first = next(message for message in grandma.screen if message.text == "村口的路灯坏了")
    await grandma.says("晚上看不见", reply_to=first)
    await helper.sees("晚上看不见")
    await village.settled()
    assert not carer.has_seen("晚上看不见")


async def test_without_a_reply_the_bot_asks_and_never_guesses(village: Village) -> None:
    grandma, helper, carer = await two_open(village)
    await grandma.says("什么时候来？")
    question = await grandma.sees("您这句话是说哪件事的")
    assert len(grandma.buttons(question)) <= 5
    await grandma.says("我下午不在")
    await grandma.taps("吃饭做饭")
    await carer.sees("我下午不在")
    await village.settled()
    assert carer.has_seen("什么时候来？")
    assert not helper.has_seen("什么时候来？")


async def test_a_talk_about_one_request_is_not_mixed_up_by_a_reply_about_another(village: Village) -> None:
    grandma, helper, carer = await two_open(village)
    await carer.taps("跟他说话")
    await carer.says("您想吃什么？")
    await grandma.sees("您想吃什么？")
    await grandma.taps("回他")
    await grandma.says("面条")
    await carer.sees("面条")
    news = next(message for message in grandma.screen if "环卫员接了" in message.text)
    await grandma.says("灯还没亮", reply_to=news)
    await helper.sees("灯还没亮")
    await grandma.says("来吗？")  # whom does she mean now? nobody knows: ask
    await grandma.sees("您这句话是说哪件事的")
    await village.settled()
    assert not carer.has_seen("灯还没亮")
    assert not carer.has_seen("来吗")


async def test_a_reply_during_a_draft_goes_to_its_request_and_the_draft_waits(village: Village) -> None:
    grandma, helper = await one_taken(village)
    await grandma.says("家里没人做饭")
    await grandma.taps("一件新的事")
    await grandma.taps("帮扶救助")
    await grandma.sees("发出去之前")
    news = next(message for message in grandma.screen if "环卫员接了" in message.text)
    await grandma.says("桥头那盏", reply_to=news)
    await helper.sees("桥头那盏")
    await grandma.sees("给您留着呢")
    await grandma.taps("接着填")
    assert "桥头" not in (await grandma.sees("发出去之前")).text


async def test_a_talk_nobody_remembers_is_asked_about_again(village: Village) -> None:
    grandma, helper, carer = await two_open(village)
    await grandma.says("/mine")
    await grandma.taps("吃饭做饭")
    await grandma.taps("再说几句")
    await grandma.says("要软一点的")
    await carer.sees("要软一点的")
    await village.passes(minutes=31)
    await grandma.says("灯亮了，谢谢")
    await grandma.sees("您这句话是说哪件事的")
    await village.settled()
    assert not carer.has_seen("灯亮了")
    assert not helper.has_seen("灯亮了")


async def test_an_edited_message_reaches_the_other_side(village: Village) -> None:
    grandma, helper = await one_taken(village)
    await helper.taps("跟他说话")
    said = await helper.says("三点来")
    await grandma.sees("三点来")
    await helper.edits(said, "四点来")
    await grandma.sees("刚才那句改成：四点来")
    await helper.sees("改好了，也告诉对方了")


async def test_what_is_said_before_anybody_has_taken_it_is_read_by_whoever_does(village: Village) -> None:
    grandma, helper = await village.person("王秀英"), await village.person("吴强", "environment")
    receipt = await ask(grandma, "村口的路灯坏了", "环境与设施")
    await village.settled()
    await grandma.says("是桥头那盏", reply_to=receipt)
    await grandma.sees("谁接了，谁就看得到")
    assert not helper.has_seen("桥头")
    await helper.taps("我来接")
    assert "是桥头那盏" in (await helper.sees("村口的路灯坏了")).text


async def test_long_words_arrive_whole_however_long(village: Village) -> None:
    grandma, helper = await one_taken(village)
    await helper.taps("跟他说话")
    words = "长" * 4000 + "完"
    await helper.says(words)
    await grandma.sees("完")
    await village.settled()
    arrived = "".join(
        message.text.partition("\n")[2]
        for message in grandma.screen
        if message.from_bot and "长长" in message.text
    )
    assert arrived == words


async def test_a_talk_ends_with_its_request(village: Village) -> None:
    grandma, helper = await one_taken(village)
    await grandma.taps("看看这件事")
    await grandma.taps("再说几句")
    await helper.taps("✅ 办好了")
    await grandma.taps("👍 办好了")
    await grandma.sees("您给打几分")
    await grandma.says("我还想学嫁接")
    await grandma.sees("现在没有教嫁接的班")
    assert not helper.has_seen("嫁接")
