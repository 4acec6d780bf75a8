"""From the card to "done": taking, passing on, finishing, and what the asker can still say."""

from __future__ import annotations

from datetime import timedelta

from simulator.person import Person as Someone
from tests.stories.conftest import Village


async def ask(someone: Someone, words: str = "村口的路灯坏了", line: str = "环境与设施") -> None:
    """A need, sent."""
    await someone.says(words)
    await someone.taps(line)
    await someone.taps("发出去")
    await someone.sees("收到了")


async def test_the_first_to_take_it_gets_it_and_the_other_cards_change_at_once(village: Village) -> None:
    first, second = await village.person("吴强", "environment"), await village.person("老周", "environment")
    grandma = await village.person("王秀英")
    await ask(grandma)
    card, other = await first.sees("1007 号"), await second.sees("1007 号")
    await first.taps("我来接")
    await first.sees("王秀英")
    await second.sees("环卫员已经接了")
    assert other.markup is None or not second.buttons(other)
    await second.taps_data(other, "do|take|1")
    await village.settled()
    assert "先接啦" in second.toasts[-1]

    pictures = len(first.screen)
    await first.taps_data(card, "do|take|1")  # an impatient second tap
    await village.settled()
    assert len(first.screen) == pictures
    assert second.has_seen("王秀英") is False


async def test_given_back_with_a_reason_it_goes_to_the_next_and_leaves_the_former_holder(
    village: Village,
) -> None:
    first, second = await village.person("吴强", "environment"), await village.person("老周", "environment")
    grandma = await village.person("王秀英")
    await ask(grandma)
    await first.taps("我来接")
    await first.taps("办不了，转出去")
    await first.taps("退回去")
    await first.sees("为什么退回去")
    await first.sends_sticker()
    await first.sees("请打几个字")
    await first.says("我没有梯子")
    await first.sees("退回去了")
    assert "别人退回来的：我没有梯子" in (await second.sees("1007 号")).text
    await grandma.sees("换个人给您办")
    await village.settled()
    assert not any("👤" in message.text for message in first.screen)
    await second.taps("我来接")
    await grandma.sees("环卫员接了")


async def test_transferred_it_lies_at_the_desk_it_belongs_to(village: Village) -> None:
    helper, carer = await village.person("吴强", "environment"), await village.person("周敏", "assistance")
    grandma = await village.person("王秀英")
    await ask(grandma)
    await helper.taps("我来接")
    await helper.taps("办不了，转出去")
    await helper.taps("转给别的岗位")
    assert len(helper.buttons()) <= 7
    await helper.taps("家里要人帮")
    await helper.taps("帮扶救助")
    await helper.says("是她家里的灯")
    await helper.sees("转过去了")
    await grandma.sees("转到🤝 帮扶救助了")
    assert "是她家里的灯" in (await carer.sees("1007 号")).text
    await carer.taps("我来接")
    await grandma.sees("救助专干接了")


async def test_refused_with_a_reason_the_asker_objects_and_it_rises(village: Village) -> None:
    helper, clerk = await village.person("吴强", "environment"), await village.person("孙丽", "clerk")
    grandma = await village.person("王秀英")
    await ask(grandma)
    await helper.taps("我来接")
    await helper.taps("办不了，转出去")
    await helper.taps("这事办不了")
    await helper.says("今年没有钱")
    await grandma.sees("环卫员说这事办不了：今年没有钱")
    await grandma.taps("再提一次")
    await grandma.says("晚上看不见路")
    await grandma.sees("又打开了")
    assert "晚上看不见路" in (await clerk.sees("1007 号")).text
    await helper.sees("交给上面的人接着办")


async def test_not_done_comes_back_and_the_second_time_it_rises(village: Village) -> None:
    helper, clerk = await village.person("吴强", "environment"), await village.person("孙丽", "clerk")
    grandma = await village.person("王秀英")
    await ask(grandma)
    await helper.taps("我来接")
    await helper.taps("办好了")
    await grandma.taps("👎 没办好")
    await grandma.sees("哪里没办好")
    await grandma.says("还是不亮")
    assert "对方说没办好：还是不亮" in (await helper.sees("王秀英")).text
    await helper.taps("✅ 办好了")
    await grandma.taps("👎 没办好")
    await grandma.says("亮了又灭")
    await helper.sees("交给上面的人接着办")
    assert "亮了又灭" in (await clerk.sees("1007 号")).text


async def test_rated_with_a_word_the_holder_reads_it(village: Village) -> None:
    helper, grandma = await village.person("吴强", "environment"), await village.person("王秀英")
    await ask(grandma)
    await helper.taps("我来接")
    await helper.taps("办好了")
    await grandma.taps("👍 办好了")
    await grandma.sees("您给打几分")
    await grandma.taps("4 分")
    await grandma.sees("记下了，4 分")
    await grandma.taps("说一句")
    await grandma.says("谢谢小吴")
    await helper.sees("村民打了 4 分，说：谢谢小吴")
    await grandma.sees("谢谢您的话")


async def test_silence_closes_it_after_three_days_and_it_can_be_reopened_for_fourteen(
    village: Village,
) -> None:
    helper, grandma = await village.person("吴强", "environment"), await village.person("王秀英")
    await ask(grandma)
    await helper.taps("我来接")
    await helper.taps("办好了")
    await grandma.sees("环卫员说办好了")
    await village.passes(days=3, seconds=-1)
    assert not grandma.has_seen("就算办完了。没办好")
    await village.passes(seconds=1)
    message = await grandma.sees("三天没听到您说，就算办完了")
    await village.passes(days=14)
    await grandma.taps("再提一次", in_=message)
    await grandma.says("又不亮了")
    await helper.sees("又不亮了")


async def test_after_fourteen_days_it_is_a_new_matter(village: Village) -> None:
    helper, grandma = await village.person("吴强", "environment"), await village.person("王秀英")
    await ask(grandma)
    await helper.taps("我来接")
    await helper.taps("办好了")
    await grandma.taps("👍 办好了")
    await grandma.sees("太好了")
    village.shift += timedelta(days=14, seconds=1)
    assert grandma.last is not None
    await grandma.taps_data(grandma.last, "do|reopen|1")
    await grandma.sees("为什么要再提")
    await grandma.says("又不亮了")
    await grandma.sees("过了十四天啦")


async def test_not_needed_any_more_it_leaves_everybodys_desk(village: Village) -> None:
    helper, grandma = await village.person("吴强", "environment"), await village.person("王秀英")
    await ask(grandma)
    card = await helper.sees("1007 号")
    await grandma.says("/mine")
    await grandma.taps("1007 号")
    await grandma.taps("不用办了")
    await grandma.sees("真不用办了")
    await grandma.taps("对，不用办了")
    await helper.sees("村民不办了")
    await helper.taps_data(card, "do|take|1")
    await village.settled()
    assert grandma.has_seen("好，不办了")
    await helper.says("/desk")
    await helper.sees("眼下没有待办的事")


async def test_the_desk_lists_the_most_pressing_first_and_turns_pages(village: Village) -> None:
    doctor, grandma = await village.person("李医生", "doctor"), await village.person("王秀英")
    await grandma.taps("急事")
    await grandma.taps("人病了")
    await grandma.sees("正在叫人")
    await grandma.taps("不用发")
    await grandma.taps("说完了")
    await grandma.sees("好，说完了")
    for day in range(5):
        village.shift += timedelta(minutes=1)
        await grandma.says(f"我头疼第{day + 1}天了，想买点药")
        await grandma.taps("一件新的事")
        await grandma.taps("看病")
        await grandma.taps("发出去")
        if day:
            await grandma.taps("另外提一件")
        await grandma.sees("收到了")
    await doctor.says("/desk")
    first = await doctor.sees("一共 6 件")
    assert "🚨 1007 号" in first.text
    assert first.text.count("🆕 ") == 4
    assert doctor.buttons(first)[0].startswith("1007 号 · ")
    await doctor.taps("下一页")
    second = await doctor.sees("🆕 ")
    assert "🚨" not in second.text
    assert doctor.buttons(second)[1] == "⬅️ 上一页"
    village.shift += timedelta(days=1)
    await doctor.says("/desk")
    late = await doctor.sees("一共 6 件")
    assert late.text.count("⏰ ") == 4


async def test_my_requests_say_where_each_one_is_and_turn_pages(village: Village) -> None:
    grandma = await village.person("王秀英")
    await village.person("吴强", "environment")
    await grandma.says("/mine")
    await grandma.sees("您还没提过事")
    for n in range(6):
        await grandma.says(f"第{n + 1}盏路灯坏了")
        if n:
            await grandma.taps("一件新的事")
        await grandma.taps("环境与设施")
        await grandma.taps("发出去")
        if n:
            await grandma.taps("另外提一件")
        await grandma.sees("收到了")
    await grandma.says("/mine")
    first = await grandma.sees("您提的事")
    assert first.text.count("环境与设施") == first.text.count("等人接") == 5
    assert grandma.buttons(first)[0].startswith("105")
    await grandma.taps("下一页")
    await village.settled()
    assert grandma.buttons()[0].startswith("1007 号")
    await grandma.taps("1007 号")
    card = await grandma.sees("第1盏路灯坏了")
    assert "已经交给环卫员" in card.text


async def test_a_number_that_is_typed_opens_the_request_for_those_who_may_see_it(village: Village) -> None:
    helper, grandma = await village.person("吴强", "environment"), await village.person("王秀英")
    stranger = await village.person("陈建国")
    await ask(grandma)
    await grandma.says("1007")
    await grandma.sees("村口的路灯坏了")
    await helper.says("１００７")
    card = await helper.sees("您接了才看得到")
    assert "王秀英" not in card.text
    await stranger.says("1007")
    await stranger.does_not_see("1007 号")
    await grandma.says("1008")  # misheard: its check digit is wrong
    await grandma.does_not_see("村口的路灯坏了")
