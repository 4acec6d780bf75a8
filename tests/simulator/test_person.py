"""People as stories use them: what they send, what they see, when they wait and when they complain."""

import asyncio
from typing import Any

import pytest

from simulator import Person, Simulator
from simulator.groups import add_group
from tests.simulator.conftest import Client

BUTTONS = {
    "inline_keyboard": [
        [{"text": "✅ 接单", "callback_data": "take"}, {"text": "转交", "callback_data": "pass"}],
        [{"text": "返回", "callback_data": "back"}],
    ]
}


async def send(client: Client, person: Person, text: str, **more: Any) -> None:
    await client("sendMessage", chat_id=person.id, text=text, **more)


async def newest(client: Client) -> dict[str, Any]:
    update: dict[str, Any] = (await client.updates())[-1]
    return update


@pytest.mark.parametrize(
    ("kind", "act"),
    [
        ("text", lambda p: p.says("头疼")),
        ("photo", lambda p: p.sends_photo("看")),
        ("voice", lambda p: p.sends_voice(5)),
        ("video", lambda p: p.sends_video()),
        ("video_note", lambda p: p.sends_video_note()),
        ("document", lambda p: p.sends_document("账目.txt", b"1,2,3")),
        ("sticker", lambda p: p.sends_sticker()),
        ("location", lambda p: p.sends_location(30.1, 104.2)),
        ("venue", lambda p: p.sends_venue("村委会", "马曲村 1 号")),
        ("contact", lambda p: p.shares_contact()),
        ("poll", lambda p: p.sends_poll("几点?", ("早", "晚"))),
        ("dice", lambda p: p.sends_dice(4)),
    ],
)
async def test_people_send_every_kind_of_message(
    client: Client, grandma: Person, kind: str, act: Any
) -> None:
    sent = await act(grandma)
    message = (await newest(client))["message"]
    assert kind in message
    assert (message["message_id"], message["from"]["id"], message["chat"]["id"]) == (
        sent.id,
        grandma.id,
        grandma.id,
    )
    assert grandma.screen[-1] is sent


async def test_start_follows_a_deep_link(client: Client, grandma: Person) -> None:
    await grandma.follows("https://t.me/test_bot?start=invite_1")
    message = (await newest(client))["message"]
    assert message["text"] == "/start invite_1"
    assert message["entities"] == [{"offset": 0, "length": 6, "type": "bot_command"}]
    await grandma.follows("t.me/test_bot?start=x")
    assert (await newest(client))["message"]["text"] == "/start x"
    with pytest.raises(AssertionError, match="no bot @nobody"):
        await grandma.follows("https://t.me/nobody?start=x")


async def test_an_album_is_several_messages_with_one_group(client: Client, grandma: Person) -> None:
    await grandma.sends_album(3, "三张")
    await grandma.sends_album(2)
    messages = [update["message"] for update in (await client.updates())[1:]]
    groups = [message["media_group_id"] for message in messages]
    assert len({*groups[:3]}) == len({*groups[3:]}) == 1
    assert groups[0] != groups[3]
    assert [message.get("caption") for message in messages] == ["三张", None, None, None, None]


async def test_a_contact_is_ones_own_or_anothers(client: Client, grandma: Person, doctor: Person) -> None:
    await grandma.shares_contact()
    own = (await newest(client))["message"]["contact"]
    assert (own["user_id"], own["phone_number"]) == (grandma.id, "+8613800000001")
    await grandma.shares_contact(doctor)
    assert (await newest(client))["message"]["contact"]["user_id"] == doctor.id


async def test_replies_forwards_and_edits_reach_the_bot(
    client: Client, grandma: Person, doctor: Person
) -> None:
    await send(client, grandma, "哪里疼?")
    question = grandma.last
    said = await grandma.says("头", reply_to=question)
    assert (await newest(client))["message"]["reply_to_message"]["text"] == "哪里疼?"
    await grandma.edits(said, "头和脚")
    assert (await newest(client))["edited_message"]["text"] == "头和脚"
    await doctor.forwards(said)
    assert (await newest(client))["message"]["forward_origin"]["sender_user"]["id"] == grandma.id
    photo = await grandma.sends_photo("旧")
    await grandma.edits(photo, "新 /x")
    edited = (await newest(client))["edited_message"]
    assert (edited["caption"], edited["caption_entities"][0]["type"]) == ("新 /x", "bot_command")


async def test_a_deleted_message_leaves_the_screen_and_the_bot_is_not_told(
    client: Client, grandma: Person
) -> None:
    said = await grandma.says("错了")
    count = len(await client.updates())
    await grandma.deletes(said)
    assert said not in grandma.screen
    assert len(await client.updates()) == count


async def test_seeing_waits_for_a_message(client: Client, grandma: Person) -> None:
    waiting = asyncio.create_task(grandma.sees("您好"))
    await asyncio.sleep(0.02)
    await send(client, grandma, "不是这个")
    await send(client, grandma, "您好，王奶奶")
    assert (await waiting).text == "您好，王奶奶"


async def test_seeing_takes_what_came_since_the_last_action_only(client: Client, grandma: Person) -> None:
    await send(client, grandma, "好的")
    assert await grandma.sees("好的")
    assert await grandma.sees("好")
    await grandma.says("再来")
    with pytest.raises(AssertionError, match="does not see '好的'"):
        await grandma.sees("好的", timeout=0.05)
    assert grandma.has_seen("好的")


async def test_an_edited_message_is_seen_anew(client: Client, grandma: Person) -> None:
    await send(client, grandma, "等待中", reply_markup=BUTTONS)
    await grandma.taps("接单")
    await client("editMessageText", chat_id=grandma.id, message_id=2, text="已接单")
    assert (await grandma.sees("已接单")).id == 2


async def test_what_is_not_seen_is_told_with_the_whole_screen(client: Client, grandma: Person) -> None:
    await send(client, grandma, "请选择", reply_markup=BUTTONS)
    await send(client, grandma, "菜单", reply_markup={"keyboard": [["我要办事"]]})
    with pytest.raises(AssertionError) as caught:
        await grandma.sees("收到", timeout=0.01)
    shown = str(caught.value)
    for part in (
        "王秀英 does not see '收到'",
        "村民 王奶奶",
        "/start",
        "请选择",
        "[✅ 接单] [转交]",
        "keyboard: 我要办事",
    ):
        assert part in shown


async def test_not_seeing_waits_until_all_is_quiet(client: Client, grandma: Person) -> None:
    await client.confirm()

    async def bot() -> None:
        (update,) = await client.updates(timeout=10)
        await send(client, grandma, "晚到的")
        await client.updates(offset=update["update_id"] + 1)

    running = asyncio.create_task(bot())
    await grandma.says("在吗")
    await grandma.does_not_see("别的")
    with pytest.raises(AssertionError, match="sees '晚到的'"):
        await grandma.does_not_see("晚到的")
    await running


async def test_tapping_sends_the_data_of_the_newest_button_with_the_label(
    client: Client, grandma: Person
) -> None:
    await send(
        client, grandma, "旧", reply_markup={"inline_keyboard": [[{"text": "接单", "callback_data": "old"}]]}
    )
    old = grandma.last
    await send(client, grandma, "新", reply_markup=BUTTONS)
    await grandma.taps("接单")
    assert (await newest(client))["callback_query"]["data"] == "take"
    await grandma.taps("接单", in_=old)
    assert (await newest(client))["callback_query"]["data"] == "old"


async def test_tapping_waits_for_a_fresh_button_rather_than_take_a_stale_one(
    client: Client, grandma: Person
) -> None:
    await send(
        client, grandma, "旧", reply_markup={"inline_keyboard": [[{"text": "确认", "callback_data": "old"}]]}
    )
    await grandma.says("下一步")
    tapping = asyncio.create_task(grandma.taps("确认"))
    await asyncio.sleep(0.02)
    await send(
        client, grandma, "新", reply_markup={"inline_keyboard": [[{"text": "确认", "callback_data": "new"}]]}
    )
    await tapping
    assert (await newest(client))["callback_query"]["data"] == "new"


async def test_a_stale_button_will_do_once_all_is_quiet(client: Client, grandma: Person) -> None:
    await send(client, grandma, "旧", reply_markup=BUTTONS)
    await grandma.says("嗯")
    await client.confirm()
    await grandma.taps("返回")
    assert (await newest(client))["callback_query"]["data"] == "back"


async def test_tapping_presses_the_reply_keyboard_when_no_message_has_the_button(
    client: Client, grandma: Person
) -> None:
    keyboard = [
        ["我要办事"],
        [{"text": "发手机号", "request_contact": True}],
        [{"text": "发位置", "request_location": True}],
    ]
    await send(client, grandma, "菜单", reply_markup={"keyboard": keyboard})
    for label, field in (("办事", "text"), ("手机号", "contact"), ("位置", "location")):
        await client.confirm()
        await grandma.taps(label)
        assert field in (await newest(client))["message"]
    assert grandma.keyboard == ["我要办事", "发手机号", "发位置"]


async def test_a_one_time_keyboard_goes_after_use(client: Client, grandma: Person) -> None:
    await send(client, grandma, "?", reply_markup={"keyboard": [["是"]], "one_time_keyboard": True})
    await client.confirm()
    await grandma.taps("是")
    assert grandma.keyboard == []


async def test_a_button_that_is_nowhere_is_told(client: Client, grandma: Person) -> None:
    await client.confirm()
    with pytest.raises(AssertionError, match="has no button '接单'"):
        await grandma.taps("接单", timeout=1)


async def test_a_link_button_to_the_bot_is_followed(client: Client, grandma: Person) -> None:
    link = "https://t.me/test_bot?start=room_5"
    await send(client, grandma, "x", reply_markup={"inline_keyboard": [[{"text": "去", "url": link}]]})
    await grandma.taps("去")
    assert (await newest(client))["message"]["text"] == "/start room_5"


async def test_forged_data_arrives_as_it_is(client: Client, grandma: Person) -> None:
    await send(client, grandma, "x", reply_markup=BUTTONS)
    assert grandma.last is not None
    await grandma.taps_data(grandma.last, "role:grant:director")
    assert (await newest(client))["callback_query"]["data"] == "role:grant:director"


async def test_buttons_of_a_message_and_of_the_newest(client: Client, grandma: Person) -> None:
    await send(client, grandma, "一", reply_markup=BUTTONS)
    first = grandma.last
    await send(client, grandma, "二")
    assert grandma.buttons() == grandma.buttons(first) == ["✅ 接单", "转交", "返回"]
    assert grandma.buttons(grandma.last) == []


async def test_a_person_may_talk_to_several_bots(sim: Simulator, client: Client, grandma: Person) -> None:
    other = sim.add_bot("2000:other", "other_bot", "别的")
    await grandma.follows("https://t.me/other_bot?start=hi")
    assert (await newest(client.other("2000:other")))["message"]["text"] == "/start hi"
    assert [message.text for message in grandma.with_bot(other).screen] == ["/start hi"]
    assert len(grandma.screen) == 1


async def test_settled_waits_for_confirmation_and_for_answers(
    client: Client, sim: Simulator, grandma: Person
) -> None:
    waiting = asyncio.create_task(sim.settled())
    await asyncio.sleep(0.1)
    assert not waiting.done()
    await client.confirm()
    await asyncio.wait_for(waiting, 2)


async def test_settled_counts_slow_calls_as_business(client: Client, sim: Simulator, grandma: Person) -> None:
    await client.confirm()
    sim.world.faults.latency = 0.15
    call = asyncio.create_task(send(client, grandma, "慢"))
    await asyncio.sleep(0.03)
    await sim.settled()
    assert grandma.has_seen("慢")
    await call


async def test_what_does_not_settle_says_what_is_open(sim: Simulator, grandma: Person) -> None:
    with pytest.raises(TimeoutError, match=r"not settled after 0.05 s: 0 calls in flight.*'test_bot': 1"):
        await sim.settled(timeout=0.05)


async def test_a_long_poll_is_no_business(client: Client, sim: Simulator, grandma: Person) -> None:
    await client.confirm()
    poll = asyncio.create_task(client.updates(timeout=30))
    await asyncio.sleep(0.02)
    await asyncio.wait_for(sim.settled(), 2)
    await grandma.says("完")
    await poll


async def test_people_have_names_phones_and_ids_of_their_own(sim: Simulator) -> None:
    first = sim.person("王", last_name="秀英", phone="+861", username="wang", label="村民")
    second = sim.person("李", id=77)
    assert (first.name, first.phone, first.user.label) == ("王 秀英", "+861", "村民")
    assert (second.id, second.user.label) == (77, "李")
    assert first.id != second.id


async def test_in_a_group_a_person_reads_the_group(client: Client, sim: Simulator, grandma: Person) -> None:
    group = add_group(sim.world, "马曲村", [grandma.user])
    await client("sendMessage", chat_id=group.id, text="停水", reply_markup=BUTTONS)
    here = grandma.in_group(group)
    await here.sees("停水")
    assert here.buttons() == ["✅ 接单", "转交", "返回"]
    assert grandma.buttons() == []
