"""A desk in a group: its cards go there, are taken there and change there; nothing private ever does."""

from __future__ import annotations

import pytest

from simulator.groups import add_group, delete_topic, remove_bot, upgrade
from simulator.model import Chat, Message
from simulator.person import Person as Someone
from storage.groups import DeskGroup
from storage.people import Account
from tests.stories.conftest import Village
from tests.stories.test_handling import ask
from tests.stories.test_secrecy import forged

STORY = "村口的路灯坏了"
QUARREL = "隔壁老李占了我家三尺地"


class Crew:
    """A director, two of the environment desk, a villager, and the group they are all in."""

    def __init__(self, village: Village, group: Chat, topic: int | None, *people: Someone) -> None:
        self.village, self.group, self.topic = village, group, topic
        self.director, self.helper, self.other, self.grandma = people
        self._here: dict[tuple[int, int], Someone] = {}

    def here(self, someone: Someone) -> Someone:
        """Somebody who is looking at the group."""
        place = someone.id, self.group.id
        return self._here.setdefault(place, someone.in_group(self.group, self.topic))

    def add(self, *people: Someone) -> None:
        """More people enter."""
        self.group.members.update({one.id: one.user for one in people})

    def said(self) -> str:
        """Everything the bot ever sent to the group, edits included."""
        return "\n".join(repr(call.params) for call in self.calls())

    def calls(self) -> list[object]:
        """The calls that put something before the group's eyes."""
        return [one for one in self.village.sim.world.calls if one.params.get("chat_id") == self.group.id]

    def card(self) -> Message:
        """The newest card in the group."""
        return next(one for one in reversed(list(self.group.messages.values())) if "1007 号" in one.text)

    async def bound(self, role: str = "环卫员") -> None:
        """The director binds a desk."""
        leader = self.here(self.director)
        await leader.says("/bind")
        menu = await leader.sees("哪个岗位")
        if role not in leader.buttons(menu):
            await leader.taps("下一页", in_=menu)
            await self.village.settled()
        await leader.taps(role, in_=menu)
        await self.village.settled()
        assert f"✅ {role}" in leader.buttons(menu)


async def ask_again(someone: Someone, words: str, line: str = "环境与设施") -> None:
    """Another need, sent, though one of the same line is open."""
    await someone.says(words)
    await someone.taps("一件新的事")
    await someone.taps(line)
    await someone.taps("发出去")
    if line == "环境与设施":
        await someone.taps("另外提一件")
    await someone.sees("收到了")


async def crew(village: Village, *, forum: bool = False) -> Crew:
    people = (
        await village.person("马主任", "director"),
        await village.person("吴强", "environment"),
        await village.person("老周", "environment"),
        await village.person("王秀英"),
    )
    group = add_group(village.sim.world, "马曲环卫群", [one.user for one in people], forum=forum)
    topic = None
    if forum:
        topic = (await village.bot.api.call("createForumTopic", {"chat_id": group.id, "name": "路灯"}))[
            "message_thread_id"
        ]
    return Crew(village, group, topic, *people)


@pytest.mark.parametrize("forum", [False, True], ids=["group", "topic"])
async def test_bound_to_a_group_the_desks_cards_go_there_and_are_taken_there(
    village: Village, forum: bool
) -> None:
    them = await crew(village, forum=forum)
    leader, helper = them.here(them.director), them.here(them.helper)
    await leader.says("/bind")
    menu = await leader.sees("马曲村社区服务中心：哪个岗位的事发到这里来")
    assert menu.thread == them.topic
    assert len(leader.buttons(menu)) <= 6
    await leader.taps("下一页")
    await leader.taps("环卫员")
    await village.settled()
    assert "环卫员的事以后发到这里" in leader.toasts[-1]
    assert "✅ 环卫员" in leader.buttons(menu)

    private = len(them.helper.screen), len(them.other.screen)
    await ask(them.grandma)
    card = await helper.sees("1007 号")
    assert (card.chat, card.thread) == (them.group, them.topic)
    assert helper.buttons(card) == ["✋ 我来接"]
    await village.settled()
    assert (len(them.helper.screen), len(them.other.screen)) == private

    await helper.taps("我来接")
    await helper.sees("环卫员已经接了")
    assert card.markup is None
    assert "请看跟我的私聊" in helper.toasts[-1]
    held = await them.helper.sees("王秀英")
    assert STORY in held.text and "📱" in held.text
    assert held.chat.type == "private"
    await them.grandma.sees("环卫员接了")
    await village.settled()
    assert len(them.other.screen) == private[1]
    for secret in ("王秀英", STORY, "路灯坏了", "📱"):
        assert secret not in them.said()

    await them.helper.taps("✅ 办好了")
    await them.grandma.sees("环卫员说办好了")


async def test_a_second_finger_and_a_second_taker_get_a_few_words_only(village: Village) -> None:
    them = await crew(village)
    await them.bound()
    await ask(them.grandma)
    card = await them.here(them.helper).sees("1007 号")
    await them.here(them.helper).taps("我来接")
    await them.helper.sees("王秀英")
    await village.settled()
    mark = len(them.helper.screen), len(them.group.messages)
    await them.helper.taps_data(card, "do|take|1")
    await them.other.taps_data(card, "do|take|1")
    await village.settled()
    assert "归您了" in them.helper.toasts[-1]
    assert "先接啦" in them.other.toasts[-1]
    assert (len(them.helper.screen), len(them.group.messages)) == mark
    assert not them.other.has_seen("1007 号")


async def test_who_may_not_take_it_gets_a_few_words_that_nobody_else_sees(village: Village) -> None:
    them = await crew(village)
    await them.bound()
    doctor, stranger = await village.person("李医生", "doctor"), village.stranger("过路人")
    them.add(doctor, stranger)
    accounts = await village.count(Account)
    await ask(them.grandma)
    card = await them.here(them.helper).sees("1007 号")
    before, doctors = len(them.group.messages), len(doctor.screen)
    for someone in (doctor, stranger, them.grandma):
        await someone.taps_data(card, "do|take|1")
    await village.settled()
    assert "没找到这一条" in doctor.toasts[-1]
    assert "先到私聊里跟我打个招呼" in stranger.toasts[-1]
    assert "不在您手上" in them.grandma.toasts[-1]
    assert (len(them.group.messages), len(doctor.screen)) == (before, doctors)
    assert await village.count(Account) == accounts
    assert them.here(doctor).buttons(card) == ["✋ 我来接"]
    assert village.sim.world.unanswered_callbacks == []


async def test_whoever_blocked_the_bot_cannot_take_what_they_could_not_read(village: Village) -> None:
    them = await crew(village)
    await them.bound()
    await ask(them.grandma)
    card = await them.here(them.helper).sees("1007 号")
    await them.helper.blocks()
    await village.settled()
    await them.helper.taps_data(card, "do|take|1")
    await village.settled()
    assert "先到私聊里跟我打个招呼" in them.helper.toasts[-1]
    await them.helper.unblocks()
    await them.helper.taps_data(card, "do|take|1")
    await them.helper.sees("王秀英")


async def test_no_other_button_does_anything_in_a_group(village: Village) -> None:
    them = await crew(village)
    await them.bound()
    await ask(them.grandma)
    card = await them.here(them.helper).sees("1007 号")
    await them.here(them.helper).taps("我来接")
    await them.helper.sees("王秀英")
    await village.settled()
    screens = (
        "home",
        "menu",
        "mine",
        "desk",
        "person",
        "more",
        "settings",
        "work",
        "groups",
        "roles",
        "urgent",
    )
    others = [
        *(f"go|{name}" for name in (*screens, "invite", "call-me", "resume", "drop", "x")),
        *(f"page|{name}|0" for name in ("mine", "desk", "roles", "groups", "bind", "unbind")),
        *(data for data in forged(1) if data != "do|take|1"),
        *("draft|send", "draft|urgent", "lang|en", "consent|1", "accept|1", "invite|director", "revoke|1|1"),
        *("center|3", "village|1", "whom|1", "line|health", "group|village", "free|1|0", "free|1|1"),
        *("bind|3|environment", "bind|3|mediator", "nonsense", "bind|x|y", "|||"),
    ]
    people = (them.director, them.helper, them.other, them.grandma)
    before = [len(one.screen) for one in people], len(them.calls()), await village.count(Account)
    rows = [message.text for one in people for message in one.screen]
    for someone in people:
        for data in others:
            await someone.taps_data(card, data)
    await village.settled()
    assert ([len(one.screen) for one in people], len(them.calls()), await village.count(Account)) == before
    assert [message.text for one in people for message in one.screen] == rows
    assert village.sim.world.unanswered_callbacks == []
    assert {*them.director.toasts[-len(others) :]} == {
        "这个按钮在群里用不了。请到跟我的私聊里点。",
        "这几个按钮不是给您的。要弄的话，请主任自己打一遍命令。",
    }
    assert await village.count(DeskGroup) == 1


async def test_only_the_leader_who_asked_may_choose(village: Village) -> None:
    them = await crew(village)
    deputy = await village.person("副主任", "deputy")
    foreign = await village.person("何主任", "director", center="dongxing", village="东头")
    them.add(deputy, foreign)
    await them.here(them.director).says("/bind")
    menu = await them.here(them.director).sees("哪个岗位")
    for someone in (deputy, foreign, them.helper, them.grandma):
        for data in ("bind|3|environment", "bind|4|environment", "page|bind|1"):
            await someone.taps_data(menu, data)
    await village.settled()
    assert await village.count(DeskGroup) == 0
    assert "不是给您的" in foreign.toasts[-1]

    await them.here(foreign).says("/bind")  # asks for herself, and may choose for her own center only
    await them.here(foreign).sees("东兴")
    theirs = next(one for one in reversed(list(them.group.messages.values())) if "东兴" in one.text)
    unit = await village.unit_id("maqu")
    await foreign.taps_data(theirs, f"bind|{unit}|environment")
    await village.settled()
    assert "没找到" in foreign.toasts[-1]
    assert await village.count(DeskGroup) == 0

    await them.here(deputy).says("/bind")
    await them.here(deputy).taps("救助专干")
    await village.settled()
    assert await village.count(DeskGroup) == 1


async def test_anybody_else_is_told_kindly_and_nothing_changes(village: Village) -> None:
    them = await crew(village)
    stranger = village.stranger("过路人")
    them.add(stranger)
    accounts = await village.count(Account)
    for someone in (them.helper, them.grandma, stranger):
        for words in ("/bind", "/unbind", "/bind@bangban_story_bot"):
            await them.here(someone).says(words)
            await them.here(someone).sees("这个要主任来弄")
    before = len(them.group.messages)
    for words in ("/bind@another_bot", "/menu", "/start", "/desk", "大家好", "@bangban_story_bot 在吗"):
        await them.here(them.director).says(words)
    await village.settled()
    assert len(them.group.messages) == before + 6, "what they wrote, and nothing else"
    assert await village.count(DeskGroup) == 0
    assert await village.count(Account) == accounts


async def test_a_quarrel_never_reaches_the_group_whatever_somebody_tries_to_bind(village: Village) -> None:
    them = await crew(village)
    mediator = await village.person("张和", "mediator")
    await them.bound()
    leader = them.here(them.director)
    await leader.says("/bind")
    menu = await leader.sees("哪个岗位")
    unit = await village.unit_id("maqu")
    for role in ("mediator", "doctor", "security", "civil_affairs", "director", "nobody"):
        await leader.taps_data(menu, f"bind|{unit}|{role}")
    await village.settled()
    assert "不能进群" in leader.toasts[-1]
    assert await village.count(DeskGroup) == 1

    await village.bind_desk("maqu", "mediator", them.group.id, them.director)
    await ask(them.grandma, QUARREL, "矛盾调解")
    await mediator.sees("1007 号")
    await mediator.taps("我来接")
    await mediator.sees(QUARREL)
    await village.settled()
    assert "1007" not in them.said()


async def test_moved_to_a_quarrel_it_leaves_the_group_and_does_not_say_where_to(village: Village) -> None:
    them = await crew(village)
    mediator = await village.person("张和", "mediator")
    await them.bound()
    await ask(them.grandma)
    await them.here(them.helper).taps("我来接")
    await them.helper.taps("办不了，转出去")
    await them.helper.taps("转给别的岗位")
    await them.helper.taps("闹矛盾")
    await them.helper.taps("矛盾调解")
    await them.helper.says("其实是跟老李吵架")
    await them.helper.sees("转过去了")
    gone = await them.here(them.helper).sees("转到别处去了")
    assert gone.text == "1007 号\n🔀 转到别处去了。"
    calls = len(them.calls())
    await mediator.taps("我来接")
    await mediator.sees(STORY)
    await mediator.taps("✅ 办好了")
    await them.grandma.taps("👎 没办好")
    await them.grandma.says("又吵了")
    await mediator.sees("又吵了")
    await village.settled()
    assert len(them.calls()) == calls
    for secret in ("调解", "老李", "吵", "王秀英"):
        assert secret not in them.said()


async def test_given_back_it_comes_to_the_group_as_a_new_card_without_anybodys_words(
    village: Village,
) -> None:
    them = await crew(village)
    await them.bound()
    await ask(them.grandma)
    first = await them.here(them.helper).sees("1007 号")
    await them.here(them.helper).taps("我来接")
    await them.helper.taps("办不了，转出去")
    await them.helper.taps("退回去")
    await them.helper.says("秀英奶奶家太远")
    await them.helper.sees("退回去了")
    await village.settled()
    assert "退回来了，换个人接" in first.text
    second = them.card()
    assert second is not first
    assert "别人退回来的" in second.text
    assert "太远" not in them.said()
    assert not any("👤" in one.text for one in them.helper.screen)
    await them.here(them.other).taps("我来接", in_=second)
    await them.other.sees("秀英奶奶家太远")
    await them.here(them.other).sees("环卫员已经接了")
    assert "退回来了" in first.text


async def test_not_needed_any_more_the_card_says_so(village: Village) -> None:
    them = await crew(village)
    await them.bound()
    await ask(them.grandma)
    card = await them.here(them.helper).sees("1007 号")
    await them.grandma.says("/mine")
    await them.grandma.taps("1007 号")
    await them.grandma.taps("不用办了")
    await them.grandma.taps("对，不用办了")
    await them.here(them.helper).sees("村民不办了")
    assert card.markup is None
    await village.settled()
    assert not them.helper.has_seen("1007 号")


async def test_given_back_by_the_only_one_it_rises_and_the_group_hears_no_more(village: Village) -> None:
    them = await crew(village)
    clerk = await village.person("孙丽", "clerk")
    await them.other.blocks()
    await them.bound()
    await ask(them.grandma)
    await them.here(them.helper).taps("我来接")
    await them.helper.taps("办不了，转出去")
    await them.helper.taps("退回去")
    await them.helper.says("没有梯子")
    await them.here(them.helper).sees("退回来了")
    await clerk.taps("我来接")
    await clerk.sees("王秀英")
    await village.settled()
    assert "值班员已经" not in them.said()


async def test_what_is_urgent_goes_to_the_group_and_to_everybody(village: Village) -> None:
    them = await crew(village)
    await village.bind_desk("maqu", "environment", them.group.id, them.director)
    await village.urgent(them.grandma, "environment", STORY)
    card = await them.here(them.helper).sees("急事！1007 号")
    mine, theirs = await them.helper.sees("急事！1007 号"), await them.other.sees("急事！1007 号")
    await them.here(them.helper).taps("我来接", in_=card)
    await them.here(them.helper).sees("环卫员已经接了")
    await them.helper.sees("王秀英")
    await village.settled()
    assert "环卫员已经接了" in theirs.text
    assert "您在群里接了" in mine.text
    assert (mine.markup, theirs.markup) == (None, None)


async def test_thrown_out_the_bot_sends_what_waits_to_everybody_and_tells_the_leaders(
    village: Village,
) -> None:
    them = await crew(village)
    deputy = await village.person("副主任", "deputy")
    await them.bound()
    await ask(them.grandma)
    await them.here(them.helper).sees("1007 号")
    remove_bot(village.sim.world, them.group, village.sim.world.bot)
    await them.helper.sees("1007 号")
    await them.other.sees("1007 号")
    for leader in (them.director, deputy):
        assert "环卫员：马曲环卫群" in (await leader.sees("这个群我发不进去了")).text
    assert await village.count(DeskGroup) == 0
    await them.helper.taps("我来接")
    await them.other.sees("环卫员已经接了")
    await ask_again(them.grandma, "第二盏路灯也坏了")
    await them.other.sees("1010 号")


async def test_a_group_that_is_found_closed_when_a_card_comes_is_given_up(village: Village) -> None:
    them = await crew(village, forum=True)
    await them.bound()
    assert them.topic is not None
    delete_topic(them.group, them.topic)
    await ask(them.grandma)
    await them.helper.sees("1007 号")
    await them.director.sees("这个群我发不进去了")
    await them.helper.taps("我来接")
    await them.helper.sees("王秀英")
    assert await village.count(DeskGroup) == 0
    account = await village.account(them.helper)
    assert account is not None and account.reachable


async def test_become_a_supergroup_it_is_still_the_desks_group(village: Village) -> None:
    them = await crew(village)
    await them.bound()
    await ask(them.grandma)
    await them.here(them.helper).sees("1007 号")
    await village.settled()
    them.group = upgrade(village.sim.world, them.group)
    await village.settled()
    old = [one.params for one in village.sim.world.calls]
    await ask_again(them.grandma, "第二盏路灯也坏了")
    card = await them.here(them.helper).sees("1010 号")
    await them.here(them.helper).taps("我来接", in_=card)
    await them.helper.sees("王秀英")
    assert len(village.sim.world.calls) > len(old)
    assert all(one.status != 400 for one in village.sim.world.calls)


async def test_unbound_in_the_group_what_waits_goes_to_everybody(village: Village) -> None:
    them = await crew(village)
    await them.bound()
    await ask(them.grandma)
    card = await them.here(them.helper).sees("1007 号")
    leader = them.here(them.director)
    await leader.says("/unbind")
    menu = await leader.sees("哪个岗位的事不再发到这里")
    for someone in (them.helper, them.grandma):
        await someone.taps_data(menu, "free|1|1")
    await village.settled()
    assert await village.count(DeskGroup) == 1
    await leader.taps("环卫员", in_=menu)
    await them.helper.sees("1007 号")
    await village.settled()
    assert "单独发给每个人" in leader.toasts[-1]
    assert "不在这里接了" in card.text and card.markup is None
    assert "没有接着您管的岗位" in menu.text
    await them.other.taps("我来接")
    await them.helper.sees("环卫员已经接了")


async def test_the_director_sees_and_undoes_it_in_private(village: Village) -> None:
    them = await crew(village)
    await them.director.says("/groups")
    await them.director.sees("还没有岗位接到群里")
    await them.bound()
    await them.director.says("/more")
    await them.director.taps("我管的事")
    await them.director.taps("谁在管什么")
    await them.director.taps("接到群里的岗位")
    await them.director.taps("环卫员 · 马曲环卫群")
    await them.director.sees("改成单独发给每个人？")
    await them.director.taps("对，单独发")
    await them.director.sees("以后单独发给每个人")
    assert await village.count(DeskGroup) == 0

    await them.helper.says("/groups")
    await them.helper.sees("这个要主任来弄")
    await them.bound()
    shown = them.helper.last
    assert shown is not None
    for data in ("free|1|1", "free|2|0", "free|2|1", "bind|3|environment", "page|groups|0", "page|bind|0"):
        await them.helper.taps_data(shown, data)
    await village.settled()
    assert await village.count(DeskGroup) == 1


async def test_one_group_serves_two_desks_and_a_desk_moves_to_another_group_with_its_cards(
    village: Village,
) -> None:
    them = await crew(village)
    carer = await village.person("周敏", "assistance")
    await them.bound()
    await them.bound("救助专干")
    await ask(them.grandma)
    old = await them.here(them.helper).sees("1007 号")
    second = add_group(village.sim.world, "新的环卫群", [them.director.user, them.helper.user])
    leader = them.director.in_group(second)
    await leader.says("/bind")
    await leader.taps("下一页")
    await leader.taps("环卫员（在别的群）")
    card = await them.helper.in_group(second).sees("1007 号")
    await village.settled()
    assert "不在这里接了" in old.text
    assert not them.helper.has_seen("1007 号")
    await them.helper.in_group(second).taps("我来接", in_=card)
    await them.helper.sees("王秀英")
    await ask_again(them.grandma, "家里没人做饭，想请人帮忙", "帮扶救助")
    await them.here(carer).sees("1010 号")


async def test_the_group_reads_the_centers_language_and_each_toast_is_in_the_readers(
    village: Village,
) -> None:
    them = await crew(village)
    john = await village.person("John", "environment", language="en")
    them.add(john)
    await them.bound()
    await ask(them.grandma)
    card = await them.here(john).sees("谁先点归谁")
    await john.taps_data(card, "go|desk")
    await village.settled()
    assert "does not work in a group" in john.toasts[-1]
    await them.here(john).taps("我来接", in_=card)
    await john.sees("No. 1007")
