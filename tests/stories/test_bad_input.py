"""Whatever people send, they get a kind answer and keep their place."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from simulator.groups import add_group
from simulator.person import Person as Someone
from storage.requests import ServiceRequest
from tests.stories.conftest import Village

CANNOT = "这种消息我转不过去"
KEPT = "给您留着呢"
ODD: dict[str, Callable[[Someone], Awaitable[object]]] = {
    "a poll": lambda someone: someone.sends_poll(),
    "a die": lambda someone: someone.sends_dice(),
}


async def preview(someone: Someone) -> None:
    """To the look before sending."""
    await someone.says("门口的路灯坏了")
    await someone.taps("环境与设施")
    await someone.sees("发出去之前")


@pytest.mark.parametrize("odd", ODD)
async def test_what_cannot_be_passed_on_is_said_so_everywhere_and_the_place_is_kept(
    village: Village, odd: str
) -> None:
    helper, grandma = await village.person("吴强", "environment"), await village.person("王秀英")
    stranger = village.stranger("陈")
    await stranger.starts("c-maqu")
    await ODD[odd](stranger)
    await stranger.sees("用哪种话")
    await ODD[odd](grandma)
    await grandma.sees(CANNOT)
    await preview(grandma)
    await ODD[odd](grandma)
    await grandma.sees(CANNOT)
    await grandma.sees("发出去之前")
    await grandma.taps("替别人办")
    await grandma.sees("替谁办")
    await ODD[odd](grandma)
    await grandma.sees("替谁办")
    await grandma.says("赵桂芳")
    await grandma.taps("没有电话")
    await grandma.taps("下马曲")
    await ODD[odd](grandma)
    await grandma.sees("您是赵桂芳的什么人")
    await grandma.taps("邻居")
    await grandma.taps("发出去")
    await helper.taps("我来接")
    await helper.taps("跟他说话")
    await helper.sees("您说吧")
    await ODD[odd](helper)
    await helper.sees(CANNOT)
    await helper.says("修好了")
    await grandma.sees("修好了")
    await helper.taps(
        "办不了，转出去", in_=next(m for m in helper.screen if "转出去" in str(helper.buttons(m)))
    )
    await helper.taps("退回去")
    await helper.sees("为什么退回去")
    await ODD[odd](helper)
    await helper.sees("请打几个字")


async def test_a_sticker_is_an_answer_like_any_other_message(village: Village) -> None:
    grandma = await village.person("王秀英")
    await grandma.sends_sticker()
    await grandma.sees("收到了。是哪方面的事")
    await grandma.says("门口的路灯坏了")
    await grandma.taps("环境与设施")
    assert "😀 表情 1 个" in (await grandma.sees("发出去之前")).text


async def test_something_forwarded_is_taken_for_what_it_says(village: Village) -> None:
    grandma, other = await village.person("王秀英"), await village.person("陈建国")
    said = await other.says("门口的路灯坏了")
    await grandma.forwards(said)
    await grandma.taps("环境与设施")
    await grandma.sees("门口的路灯坏了")
    poll = await other.sends_poll()
    await grandma.forwards(poll)
    await grandma.sees(CANNOT)


async def test_ten_thousand_characters_are_taken_in_and_handed_on_whole(village: Village) -> None:
    helper, grandma = await village.person("吴强", "environment"), await village.person("王秀英")
    for part in ("路灯坏了" * 1000, "水管也坏了" * 800, "路也烂了" * 500):  # as a phone cuts ten thousand
        await grandma.says(part)
    await grandma.taps("环境与设施")
    await grandma.sees("发出去之前")
    await grandma.taps("发出去")
    await grandma.sees("收到了")
    await helper.taps("我来接")
    await helper.sees("王秀英")
    await village.settled()
    arrived = "".join(m.text.partition("\n")[2] for m in helper.screen if "的材料" in m.text)
    assert arrived.replace("\n", "") == "路灯坏了" * 1000 + "水管也坏了" * 800 + "路也烂了" * 500


async def test_hostile_words_are_shown_as_they_were_written(village: Village) -> None:
    helper, grandma = await village.person("吴强", "environment"), await village.person("王<b>秀&英")
    words = "<b>灯</b> &amp; { $name } <a href='x'>坏了</a> %s {} \\n \u202e"
    await grandma.says(words)
    await grandma.taps("环境与设施") if any("环境" in b for b in grandma.buttons()) else None
    await village.settled()
    if not grandma.has_seen("发出去之前"):
        await grandma.taps("别的事")
        await grandma.taps("村里的事")
        await grandma.taps("环境与设施")
    assert words.strip() in (await grandma.sees("发出去之前")).text
    await grandma.taps("发出去")
    await helper.taps("我来接")
    card = await helper.sees("王<b>秀&英")
    assert words.strip() in card.text


async def test_a_command_in_the_middle_of_a_form_is_obeyed_and_the_place_is_kept(village: Village) -> None:
    grandma = await village.person("王秀英")
    await preview(grandma)
    for command, answer in (
        ("/help", "怎么用"),
        ("/mine", "您还没提过事"),
        ("/person", "0900-8551101"),
        ("/privacy", "谁能看"),
        ("/more", "您要看哪一样"),
        ("/desk", "接事的人用的"),
        ("/nothing", "没有这个命令"),
        ("/start", "王秀英，您好"),
    ):
        await grandma.says(command)
        await grandma.sees(answer)
        if command != "/start":
            await grandma.sees(KEPT)
    await grandma.says("/menu")
    await grandma.sees("您要办哪方面的事")
    await grandma.says("还有桥头那盏")
    assert "门口的路灯坏了\n还有桥头那盏" in (await grandma.sees("发出去之前")).text


async def test_the_keyboards_keys_are_known_in_every_language(village: Village) -> None:
    grandma = await village.person("王秀英")
    for key, answer in (
        ("📋 我办的事", "您还没提过事"),
        ("🙋 我要辦事", "您要办哪方面的事"),
        ("☎️ Talk to a person", "0900-8551101"),
        ("🚨 急事", "先打电话"),
    ):
        await grandma.says(key)
        await grandma.sees(answer)
    await village.settled()
    assert await village.count(ServiceRequest) == 0


async def test_a_forms_buttons_are_kindly_dead_when_the_form_is_over(village: Village) -> None:
    grandma = await village.person("王秀英")
    await preview(grandma)
    old = await grandma.sees("发出去之前")
    await grandma.taps("发出去")
    await grandma.sees("收到了")
    forged = (
        "draft|send",
        "drop|draft|0",
        "draft|rewrite",
        "draft|add",
        "draft|proxy",
        "draft|no-phone",
        "draft|calm",
        "draft|nonsense",
        "whom|1",
        "village|1",
        "kin|child",
        "kin|nonsense",
        "acting|agree|1|1",
        "acting|nonsense|1|1",
        "calling|agreed|1",
        "calling|nonsense|1",
        "consent|1",
        "accept|1",
        "about|1",
        "lang|xx",
        "center|999",
        "rate|1|5",
        "do|nonsense|1",
        "page|nonsense|1",
        "go|nonsense",
        "nonsense",
    )
    for data in forged:
        await grandma.taps_data(old, data)
    await village.settled()
    assert len(grandma.toasts) >= len(forged) - 1  # a language there is not changes nothing, without a word
    assert not village.sim.world.unanswered_callbacks
    assert await village.count(ServiceRequest) == 1


async def test_a_button_of_a_message_a_month_old_still_answers(village: Village) -> None:
    helper, grandma = await village.person("吴强", "environment"), await village.person("王秀英")
    await preview(grandma)
    await grandma.taps("发出去")
    card = await helper.sees("1007 号")
    await village.passes(days=31)
    await helper.taps_data(card, "do|take|1")
    await helper.sees("王秀英")
    await grandma.sees("环卫员接了")


async def test_a_button_of_a_message_that_was_deleted_still_answers(village: Village) -> None:
    helper, grandma = await village.person("吴强", "environment"), await village.person("王秀英")
    await preview(grandma)
    await grandma.taps("发出去")
    card = await helper.sees("1007 号")
    await helper.deletes(card)
    await helper.taps_data(card, "do|take|1")
    await helper.sees("王秀英")


async def test_editing_what_was_said_long_ago_or_to_nobody_gets_a_kind_word(village: Village) -> None:
    grandma = await village.person("王秀英")
    command = await grandma.says("/help")
    await grandma.sees("怎么用")
    await grandma.edits(command, "我要办事")
    await grandma.sees("那一句改了我也转不过去")
    await preview(grandma)
    await grandma.taps("不办了")
    said = next(message for message in grandma.screen if message.text == "门口的路灯坏了")
    await grandma.edits(said, "改了")
    await grandma.sees("那一句改了我也转不过去")


async def test_one_who_blocks_the_bot_and_comes_back_is_where_they_were(village: Village) -> None:
    helper, grandma = await village.person("吴强", "environment"), await village.person("王秀英")
    await preview(grandma)
    await grandma.taps("发出去")
    await grandma.sees("收到了")
    await grandma.blocks()
    await village.settled()
    await helper.taps("我来接")
    await helper.sees("王秀英")
    await village.settled()
    away = await village.account(grandma)
    assert away is not None
    assert not away.reachable
    await grandma.unblocks()
    await grandma.says("1007")
    await grandma.sees("环卫员接了")
    back = await village.account(grandma)
    assert back is not None
    assert back.reachable


async def test_a_desk_whose_people_have_all_blocked_the_bot_counts_as_empty(village: Village) -> None:
    helper, clerk = await village.person("吴强", "environment"), await village.person("孙丽", "clerk")
    grandma = await village.person("王秀英")
    await helper.blocks()
    await village.settled()
    await preview(grandma)
    await grandma.taps("发出去")
    await clerk.sees("1007 号")


async def test_in_a_group_the_bot_keeps_its_mouth_shut(village: Village) -> None:
    grandma = await village.person("王秀英")
    world = village.sim.world
    group = add_group(world, "马曲村的群", [grandma.user])
    calls = len(world.calls)
    await grandma.in_group(group).says("门口的路灯坏了")
    await grandma.in_group(group).says("/menu")
    await village.settled()
    sent = [call for call in list(world.calls)[calls:] if call.method.startswith("send")]
    assert sent == []


async def test_many_messages_at_once_are_answered_in_order_and_none_is_lost(village: Village) -> None:
    helper, grandma = await village.person("吴强", "environment"), await village.person("王秀英")
    for n in range(10):
        await grandma.says(f"第{n}盏路灯坏了")
    await grandma.taps("环境与设施")
    await village.settled()
    preview_text = next(m for m in reversed(grandma.screen) if "发出去之前" in m.text).text
    assert [f"第{n}盏" in preview_text for n in range(10)] == [True] * 10
    await grandma.taps("发出去")
    await helper.taps("我来接")
    await helper.sees("第9盏")


async def test_too_much_for_one_request_is_said_and_nothing_is_dropped(village: Village) -> None:
    grandma = await village.person("王秀英")
    await preview(grandma)
    for _ in range(19):
        await grandma.sends_photo()
    await grandma.sees("📷 照片 19 张")
    await grandma.sends_photo()
    await grandma.sees("一件事先放 20 条吧")
    await grandma.taps("发出去", in_=next(m for m in reversed(grandma.screen) if "照片 19 张" in m.text))
    await grandma.sees("收到了")


async def test_every_screen_leads_on_and_has_a_person_to_talk_to(village: Village) -> None:
    await village.person("吴强", "environment")
    grandma = await village.person("王秀英")
    for words in (
        "/menu",
        "/mine",
        "/help",
        "/more",
        "/language",
        "/centers",
        "/privacy",
        "/urgent",
        "/desk",
    ):
        await grandma.says(words)
        await village.settled()
        shown = next(message for message in reversed(grandma.screen) if message.markup)
        labels = grandma.buttons(shown)
        assert any("找人说话" in label for label in labels) or "给您留着" in shown.text, words
        assert len(labels) <= 8, words


def raw(someone: Someone, update_id: int, kind: str, **body: object) -> dict[str, object]:
    """An update as the chat network would give it, for what no finger can do here."""
    who = {"id": someone.id, "is_bot": False, "first_name": someone.name}
    chat = {"id": someone.id, "type": "private", "first_name": someone.name}
    return {"update_id": update_id, kind: {"message_id": 3, "date": 1, "from": who, "chat": chat, **body}}


async def test_a_live_location_that_moves_does_not_chatter(village: Village) -> None:
    grandma = await village.person("王秀英")
    await village.settled()
    messages = len(grandma.screen)
    moved = {"edit_date": 2, "location": {"latitude": 30.5, "longitude": 104.5, "live_period": 900}}
    await village.bot.batches.process([raw(grandma, 10**6 + n, "edited_message", **moved) for n in range(3)])
    await village.settled()
    assert len(grandma.screen) == messages


async def test_taps_of_two_rivals_that_arrive_in_one_batch_have_one_winner(village: Village) -> None:
    first, second = await village.person("吴强", "environment"), await village.person("老周", "environment")
    grandma = await village.person("王秀英")
    await preview(grandma)
    await grandma.taps("发出去")
    await first.sees("1007 号")
    await village.settled()
    taps = []
    for n, someone in enumerate((first, second)):
        who = {"id": someone.id, "is_bot": False, "first_name": someone.name}
        query = {"id": str(n), "from": who, "chat_instance": "1", "data": "do|take|1"}
        taps.append({"update_id": 10**6 + n, "callback_query": query})
    await village.bot.batches.process(taps)
    await village.settled()
    assert first.has_seen("王秀英")
    assert not second.has_seen("王秀英")
    assert second.has_seen("环卫员已经接了")


async def test_somebody_who_writes_and_takes_it_back_in_one_breath_is_understood(village: Village) -> None:
    helper, grandma = await village.person("吴强", "environment"), await village.person("王秀英")
    await preview(grandma)
    old = await grandma.sees("发出去之前")
    await grandma.taps_data(old, "draft|send")
    await grandma.says("/mine")
    await grandma.taps_data(old, "do|cancel|1")
    await village.settled()
    assert helper.has_seen("村民不办了")
    assert grandma.has_seen("好，不办了")
