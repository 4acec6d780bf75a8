"""Two that are one, and one that is two: what the holder taps, and what each asker sees of it."""

from __future__ import annotations

from simulator.person import Person as Someone
from tests.stories.conftest import Village

LAMP, LAMP_TOO = "村口的路灯坏了", "桥头黑得很，路灯不亮"


async def ask(someone: Someone, words: str, line: str = "环境与设施") -> None:
    """A need, sent."""
    await someone.says(words)
    await someone.taps(line)
    await someone.taps("发出去")
    await someone.sees("收到了")


async def two_taken(village: Village) -> tuple[Someone, Someone, Someone]:
    """Two who asked for the same, and who has taken both."""
    worker = await village.person("吴强", "environment")
    first, second = await village.person("王秀英"), await village.person("陈建国")
    await ask(first, LAMP)
    await worker.taps("我来接")
    await worker.sees("王秀英")
    await ask(second, LAMP_TOO)
    await worker.taps("我来接")
    await worker.sees("陈建国")
    return first, second, worker


async def merge(worker: Someone) -> None:
    """The two are merged, from the card of the second."""
    await worker.taps("办不了，转出去、合并、分开")
    assert len(worker.buttons(await worker.sees("您看怎么办"))) == 7
    await worker.taps("跟另一件并一起办")
    await worker.sees("跟哪一件并一起办")
    await worker.taps("1007 号")
    question = await worker.sees("这两件并一起办？往后都在 1007 号上点")
    assert "1010 号" in question.text
    await worker.taps("并一起办")
    await worker.sees("（并了 1010 号）")


async def test_the_holder_merges_two_and_each_asker_hears_of_their_own(village: Village) -> None:
    first, second, worker = await two_taken(village)
    await merge(worker)
    await second.sees("号不变")
    await worker.taps("开始办")
    await first.sees("环卫员开始办了")
    await second.sees("环卫员开始办了")
    await second.taps("看看这件事")
    await second.taps("再说几句")
    await second.says("就在第三根杆子上")
    assert "1010 号" in (await worker.sees("就在第三根杆子上")).text
    await worker.says("/desk")
    queue = await worker.sees("一共 1 件")
    assert "1010" not in queue.text
    await worker.taps("1007 号")
    await worker.taps("并进来的 1 件")
    await worker.taps("1010 号")
    await worker.sees("并在 1007 号里一起办")
    await worker.taps("看主要的那件")
    await worker.taps("✅ 办好了")
    await first.taps("👍 办好了")
    await second.taps("👍 办好了")
    await second.sees("您给打几分")
    await village.settled()
    assert "1010" not in village.sent_to(first) and "第三根" not in village.sent_to(first)
    assert "1007" not in village.sent_to(second) and "王秀英" not in village.sent_to(second)


async def test_whoever_takes_it_next_reads_both_stories(village: Village) -> None:
    first, second, worker = await two_taken(village)
    await merge(worker)
    other = await village.person("老周", "environment")
    await worker.taps("办不了，转出去、合并、分开")
    await worker.taps("退回去")
    await worker.says("我没有梯子")
    await first.sees("换个人给您办")
    await second.sees("换个人给您办")
    await other.taps("我来接")
    assert LAMP in (await other.sees("（并了 1010 号）")).text
    assert LAMP_TOO in (await other.sees("陈建国")).text
    await second.sees("环卫员接了")
    await village.settled()
    assert not any("👤" in message.text for message in worker.screen)


async def test_taken_apart_each_goes_its_own_way(village: Village) -> None:
    first, second, worker = await two_taken(village)
    await merge(worker)
    await worker.taps("并进来的 1 件")
    await worker.taps("1010 号")
    await worker.taps("拆开，单独办")
    await second.sees("单独办了，还是环卫员在办")
    await worker.taps("✅ 办好了")
    await second.sees("环卫员说办好了")
    await village.settled()
    assert not first.has_seen("环卫员说办好了")


async def test_nothing_to_merge_with_says_to_take_it_first(village: Village) -> None:
    worker, grandma = await village.person("吴强", "environment"), await village.person("王秀英")
    await ask(grandma, LAMP)
    await worker.taps("我来接")
    await worker.taps("办不了，转出去、合并、分开")
    await worker.taps("跟另一件并一起办")
    await worker.sees("先接过来再并")
    await worker.taps("返回")
    await worker.sees("您看怎么办")


async def test_when_the_asker_of_the_main_one_needs_it_no_more_the_other_goes_on(village: Village) -> None:
    first, second, worker = await two_taken(village)
    await merge(worker)
    await first.says("1007")
    await first.taps("不用办了")
    await first.taps("对，不用办了")
    await worker.sees("村民说不用办了")
    card = await worker.sees("往后单独办，还在您手上")
    assert "1010 号" in card.text
    await worker.taps("看看这件事", in_=card)
    await worker.taps("✅ 办好了")
    await second.sees("环卫员说办好了")


async def test_it_was_really_two_and_the_second_goes_to_its_own_desk(village: Village) -> None:
    carer, worker = await village.person("周敏", "assistance"), await village.person("吴强", "environment")
    grandma = await village.person("王秀英")
    await ask(grandma, "家里没人做饭，门口的灯也坏了", "帮扶救助")
    await carer.taps("我来接")
    await carer.sees("王秀英")
    await carer.taps("办不了，转出去、合并、分开")
    await carer.taps("其实是两件事")
    await carer.sees("那第二件是哪方面的事")
    assert len(carer.buttons()) <= 7
    await carer.taps("村里的事")
    await carer.taps("环境与设施")
    await carer.sees("写一句第二件是什么事")
    await carer.sends_sticker()
    await carer.sees("请打几个字")
    await carer.says("她家门口的路灯坏了")
    await carer.sees("第二件另外立了号：1010 号")
    told = await grandma.sees("您说的其实是两件事")
    assert "她家门口的路灯坏了" in told.text and "1007 号照旧办" in told.text
    await worker.taps("我来接")
    assert "她家门口的路灯坏了" in (await worker.sees("王秀英")).text
    await grandma.says("1010")
    await grandma.sees("她家门口的路灯坏了")
    await village.settled()
    assert "没人做饭" not in village.sent_to(worker)


async def test_from_a_quarrel_only_the_mediators_own_words_go_to_another_desk(village: Village) -> None:
    mediator, worker = await village.person("张和", "mediator"), await village.person("吴强", "environment")
    grandma = await village.person("王秀英")
    await grandma.says("老李占我家地，还把水沟堵了")
    await grandma.taps("矛盾调解")
    await grandma.sends_photo("这就是老李堵的")
    await grandma.sees("照片 1 张")
    await grandma.taps("发出去")
    await grandma.sees("收到了")
    await mediator.taps("我来接")
    card = await mediator.sees("老李占我家地")
    await mediator.taps("办不了，转出去、合并、分开", in_=card)
    await mediator.taps("其实是两件事")
    await mediator.taps("村里的事")
    await mediator.taps("环境与设施")
    await mediator.says("上马曲的水沟堵了")
    await grandma.sees("您说的其实是两件事")
    await worker.taps("我来接")
    await worker.sees("上马曲的水沟堵了")
    await village.settled()
    assert "老李" not in village.sent_to(worker)
    assert not any(message.kind == "photo" for message in worker.screen)


async def test_forged_buttons_of_another_holder_and_of_askers_do_nothing(village: Village) -> None:
    first, second, worker = await two_taken(village)
    other = await village.person("老周", "environment")
    cheat = await village.person("张主任", "environment", center="dongxing", village="东头")
    forged = [
        "merge|1|2|0",
        "merge|1|2|1",
        "beside|1|0",
        "together|1|0",
        "unmerge|2",
        "split|1|",
        "split|1|shop",
    ]
    for someone in (first, second, other, cheat):
        await village.settled()
        screen = next(message for message in reversed(someone.screen) if message.from_bot)
        messages, toasts = len(someone.screen), len(someone.toasts)
        for data in forged:
            await someone.taps_data(screen, data)
        await village.settled()
        assert len(someone.screen) == messages
        assert len(someone.toasts) == toasts + len(forged)
        assert len(set(someone.toasts[toasts:])) <= 2
    await worker.says("/desk")
    await worker.sees("一共 2 件")


async def test_the_second_refusal_of_one_of_two_rises_alone(village: Village) -> None:
    first, second, worker = await two_taken(village)
    clerk = await village.person("孙丽", "clerk")
    await merge(worker)
    await worker.taps("✅ 办好了")
    await second.taps("👎 没办好")
    await second.says("还是黑")
    assert "还是黑" in (await worker.sees("对方说没办好")).text
    await worker.taps("✅ 办好了")
    await second.taps("👎 没办好")
    await second.says("亮了又灭")
    card = await clerk.sees("亮了又灭")
    assert "1010 号" in card.text
    await village.settled()
    assert not any("又打开" in message.text for message in first.screen)
