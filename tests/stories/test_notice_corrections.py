"""A notice that was wrong: corrected where it has arrived, or taken back; nobody keeps the old one."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from services import notice_changes, spooling
from simulator.model import Message
from simulator.person import Person as Someone
from storage import people
from storage.notice_versions import NoticeVersion
from storage.notices import Notice
from tests.stories.conftest import Village
from tests.stories.test_notices import crowd, got, notice_id, sends, until_done

WRONG = "11月27日上午九点到十一点停水，请提前接好水。"
RIGHT = "11月28日上午九点到十一点停水，请提前接好水。"
MARKED = f"📢 马曲村社区服务中心通知\n✏️ 更正：11月27日 → 11月28日\n{RIGHT}"


@pytest.fixture
def by_threes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Notices and corrections get on by three people at a time."""
    monkeypatch.setattr(spooling, "PAGE", 3)
    monkeypatch.setattr(spooling, "WAITING", 3)


async def writes_correction(author: Someone, card: Message, words: str = RIGHT) -> Message:
    """From the card to the look before it is changed."""
    await author.taps("更正", in_=card)
    await author.sees("把改好的整条发过来")
    await author.says(words)
    return await author.sees("改好就是这样")


async def corrects(author: Someone, card: Message, words: str = RIGHT) -> None:
    """From the card to the last tap."""
    await writes_correction(author, card, words)
    await author.taps("就这样更正")
    await author.sees("更正了，收到的正在改")


async def withdraws(author: Someone, card: Message) -> None:
    """From the card to the last tap."""
    await author.taps("撤回", in_=card)
    await author.sees("真的撤回？")
    await author.taps("对，撤回")
    await author.sees("撤回了，收到的正在收回来")


async def some_time(village: Village, times: int = 12) -> None:
    """Time enough for whatever is under way."""
    for _ in range(times):
        await village.passes(seconds=2)


def ids(people_: list[Someone], words: str) -> list[int]:
    """Which message of each has these words."""
    return [next(one.id for one in who.screen if words in one.text) for who in people_]


async def why(village: Village) -> list[tuple[int, str, str]]:
    """All versions of the last notice."""
    async with village.database.begin() as tx:
        found = await tx.session.scalars(select(NoticeVersion).order_by(NoticeVersion.version))
        return [(one.version, one.why, one.said.words) for one in found]


async def test_the_wrong_day_is_corrected_with_everybody_who_has_it(village: Village) -> None:
    author, villagers = await village.person("郑委员", "committee"), await crowd(village, 7)
    await villagers[6].blocks()
    await sends(author, WRONG)
    card = await until_done(village, author)
    assert author.buttons(card) == ["✏️ 更正", "🗑 撤回", "⋯ 还能做什么"]
    before = ids(villagers[:6], WRONG)
    calls = len(village.sim.world.calls)

    sure = await writes_correction(author, card)
    assert author.has_seen(MARKED) and "已经收到的 7 人" in sure.text
    await author.taps("就这样更正")
    await author.sees("更正了，收到的正在改")
    await village.settled()
    await some_time(village)
    assert "✏️ 收到的正在改" in village.sent_to(author), "the card said so until it was done"

    assert got(villagers, WRONG) == 0 and got(villagers, MARKED) == 6
    assert ids(villagers[:6], MARKED) == before, "the message they have has changed"
    assert villagers[0].buttons() == ["✅ 知道了", "❓ 有话要问"]
    sent = [call for call in [*village.sim.world.calls][calls:] if call.method.startswith("send")]
    assert {call.params["chat_id"] for call in sent} == {author.id}, "nobody hears a sound"
    assert "收到的正在改" not in card.text and "发完了" in card.text
    assert await why(village) == [(1, "written", WRONG), (2, "corrected", RIGHT)]


async def test_what_is_corrected_on_its_way_arrives_corrected_with_all(
    village: Village, by_threes: None
) -> None:
    author, villagers = await village.person("李主任", "director"), await crowd(village, 20)
    english = await village.person("Li Qiang", language="en")
    card = await sends(author, WRONG)
    await village.passes(seconds=1)
    assert 0 < got(villagers, WRONG) < 20
    await corrects(author, card)
    done = await until_done(village, author)
    await some_time(village)
    assert "收到了 22 人" in done.text
    assert got(villagers, MARKED) == 20 and got(villagers, WRONG) == 0
    assert got([english], "Corrected: 11月27日 → 11月28日") == 1


async def test_who_pauses_first_sends_nobody_else_the_wrong_words(village: Village, by_threes: None) -> None:
    author, villagers = await village.person("李主任", "director"), await crowd(village, 20)
    card = await sends(author, WRONG)
    await village.passes(seconds=1)
    await author.taps("先停一停", in_=card)
    await author.sees("先停着")
    await village.settled()
    had = got(villagers, WRONG)
    assert 0 < had < 20
    await corrects(author, card)
    await some_time(village)
    assert got(villagers, WRONG) == 0
    assert got(villagers, MARKED) == had, "those who have it, although it is paused"
    calls = len(village.sim.world.calls)
    await author.taps("接着发", in_=card)
    await until_done(village, author)
    await some_time(village)
    assert got(villagers, MARKED) == 20
    texts = [str(call.params.get("text")) for call in [*village.sim.world.calls][calls:]]
    assert not [text for text in texts if WRONG in text]


async def test_a_second_correction_in_the_middle_of_the_first_is_the_one_that_stays(
    village: Village, by_threes: None
) -> None:
    author, villagers = await village.person("李主任", "director"), await crowd(village, 20)
    await sends(author, WRONG)
    card = await until_done(village, author)
    await corrects(author, card)
    await village.passes(seconds=1)
    assert 0 < got(villagers, MARKED) < 20
    await corrects(author, card, "11月29日停水，别的以后再说，各家先把水缸接满。")
    await some_time(village)
    assert got(villagers, RIGHT) == got(villagers, WRONG) == 0
    assert got(villagers, "11月29日停水，别的以后再说") == 20


async def test_what_was_answered_stays_marked_and_a_translation_is_given_anew(village: Village) -> None:
    author = await village.person("李主任", "director")
    villager, english = await village.person("王秀英"), await village.person("Li Qiang", language="en")
    await author.says("/notice")
    await author.taps("写：")
    await author.sees("要告诉大家什么")
    await author.says("周三晚上开会")
    await author.taps("发给谁、什么时候")
    await author.taps("问一句")
    await author.taps("来不来")
    await author.taps("再加一条")
    await author.taps("English")
    await author.sees("怎么写？")
    await author.says("Meeting on Wednesday night")
    await author.taps("发给大家")
    card = await until_done(village, author)
    await villager.sees("周三晚上开会")
    await villager.taps("来")
    await village.settled()

    await writes_correction(author, card, "周四晚上开会")
    await author.taps("English")
    await author.sees("怎么写？")
    await author.says("Meeting on Thursday night")
    await author.taps("就这样更正")
    await some_time(village)
    changed = next(one for one in villager.screen if "更正：周三 → 周四" in one.text)
    assert villager.buttons(changed)[0] == "✅ 🙋 来"
    assert got([english], "Corrected: Wednesday → Thursday\nMeeting on Thursday night") == 1


async def test_a_notice_is_withdrawn_and_nobody_keeps_it(village: Village, by_threes: None) -> None:
    author, director = await village.person("郑委员", "committee"), await village.person("李主任", "director")
    villagers = await crowd(village, 20)
    card = await sends(author, WRONG)
    await village.passes(seconds=1)
    assert 0 < got(villagers, WRONG) < 20
    reader = next(one for one in villagers if got([one], WRONG))
    old = next(one for one in reader.screen if WRONG in one.text)
    await director.says("/notice")
    await director.taps("👀")
    await director.sees("正在发")
    await director.taps("还能做什么")
    await withdraws(director, await director.sees("2026-001 号通知"))
    await some_time(village)
    assert got([*villagers, director], WRONG) == 0
    assert "撤回了（李主任）" in card.text and not author.buttons(card)
    assert author.has_seen("李主任 撤回了您的通知")
    await until_done(village, author, "撤回了")
    assert got([*villagers, director], WRONG) == 0, "nor does anybody get it later"
    assert (await why(village))[-1] == (2, "withdrawn", WRONG), "what it said is kept"

    await reader.taps_data(await reader_card(reader), f"nread|{await notice_id(village)}|")
    await village.settled()
    assert "已经撤回了" in reader.toasts[-1]
    assert old.deleted


async def reader_card(who: Someone) -> Message:
    """Anything a reader can tap in."""
    await who.says("/help")
    return await who.sees("")


async def test_what_came_long_ago_says_that_it_was_withdrawn(village: Village) -> None:
    author, villagers = await village.person("李主任", "director"), await crowd(village, 3)
    await sends(author, WRONG)
    card = await until_done(village, author)
    await village.passes(days=3)
    await withdraws(author, card)
    await some_time(village)
    assert got(villagers, WRONG) == 0
    assert got(villagers, "马曲村社区服务中心的这条通知撤回了，不算数。") == 3
    assert not villagers[0].buttons()


async def test_photos_and_places_go_too(village: Village) -> None:
    author, villagers = await village.person("李主任", "director"), await crowd(village, 2)
    await author.says("/notice")
    await author.taps("写：")
    await author.sees("要告诉大家什么")
    await author.sends_location()
    for more in (author.sends_photo, author.sends_voice):
        await author.sees("大家收到的就是这样")
        await author.taps("发给谁、什么时候")
        await author.taps("再加一条")
        await author.taps("再加一条（")
        await author.sees("把要加的发过来")
        await more()
    await author.sees("大家收到的就是这样")
    await author.taps("发给大家")
    card = await until_done(village, author)
    kinds = [one.kind for one in villagers[0].screen if one.from_bot]
    assert kinds == ["text", "location", "photo", "voice"]
    await withdraws(author, card)
    await some_time(village)
    assert [one.kind for who in villagers for one in who.screen] == []


async def test_nobody_else_corrects_or_withdraws(village: Village) -> None:
    author, villagers = await village.person("郑委员", "committee"), await crowd(village, 2)
    others = [
        await village.person("钱委员", "committee"),
        await village.person("孙丽", "clerk"),
        await village.person("王秀英"),
        await village.person("东星主任", "director", center="dongxing", village=None),
    ]
    await sends(author, WRONG)
    await until_done(village, author)
    one = await notice_id(village)
    forged = [f"notice|{action}|{one}" for action in ("correct", "withdraw", "withdraw-sure")]
    for who in others:
        shown = await reader_card(who)
        for data in forged:
            await who.taps_data(shown, data)
        await who.taps_data(shown, f"nfix|send|{one}|1")
        await village.settled()
        assert all("没找到这一条" in toast for toast in who.toasts[-4:-1])
        assert "已经选过" in who.toasts[-1]
        assert await village.form(who) is None
    await some_time(village)
    assert got(villagers, WRONG) == 2 and len(await why(village)) == 1


async def test_old_buttons_wrong_kinds_and_the_same_words_change_nothing(village: Village) -> None:
    author, villagers = await village.person("李主任", "director"), await crowd(village, 2)
    await sends(author, WRONG)
    card = await until_done(village, author)
    old = await writes_correction(author, card, "第一遍")
    await author.sends_photo("照片")
    await author.sees("更正只能改字")
    await author.says(WRONG)
    await author.sees("一个字不差")
    await author.says("长" * 3501)
    await author.sees("太长啦")
    await author.says("第二遍")
    await author.sees("改好就是这样")
    await author.taps("就这样更正", in_=old)
    await village.settled()
    assert "已经选过" in author.toasts[-1]
    await author.taps("重新写")
    await author.sees("把改好的整条发过来")
    await author.says("/cancel")
    await author.sees("好，不办了")
    await some_time(village)
    assert got(villagers, WRONG) == 2 and len(await why(village)) == 1

    await withdraws(author, card)
    for action in ("correct", "withdraw"):
        await author.taps_data(card, f"notice|{action}|{await notice_id(village)}")
        await village.settled()
        assert "已经撤回了" in author.toasts[-1]


async def test_a_role_that_is_taken_back_takes_the_form_with_it(village: Village) -> None:
    author, director = await village.person("郑委员", "committee"), await village.person("李主任", "director")
    await sends(author, WRONG)
    card = await until_done(village, author)
    await writes_correction(author, card)
    await director.says("/roles")
    await director.taps("协调委员会 · 郑委员")
    await director.taps("对，收回")
    await director.sees("收回了")
    await author.taps("就这样更正")
    await village.settled()
    assert "没找到" in author.toasts[-1] and await village.form(author) is None
    assert len(await why(village)) == 1


async def test_what_was_asked_about_it_is_read_by_everybody(village: Village) -> None:
    author, villagers = await village.person("李主任", "director"), await crowd(village, 3)
    await sends(author, WRONG)
    await until_done(village, author)
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        actor = await people.account(tx, author.id)
        assert actor is not None
        one = (await tx.session.scalars(select(Notice.id))).one()
        await notice_changes.append(tx, actor, one, "下马曲也停吗？", "也停。")
    village.bot.delivery.hand_over(tx.queued)
    await some_time(village)
    assert got(villagers, f"{WRONG}\n❓ 下马曲也停吗？\n💬 也停。") == 3
    assert not villagers[0].has_seen("更正")
