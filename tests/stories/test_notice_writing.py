"""Writing a notice: its kind, whom it is for, when it goes, what it asks, and who has to sign it."""

from __future__ import annotations

from datetime import timedelta

from simulator.model import Message
from simulator.person import Person as Someone
from storage.notice_drafts import NoticeDraft
from storage.notices import Notice
from tests.stories.conftest import Village
from tests.stories.test_notices import WATER, crowd, got, sends, until_done, writes

ACCOUNTS = "三季度账目：收入 12,500 元，支出 9,800 元。"


async def opens(author: Someone, *buttons: str) -> Message:
    """Tap one's way through the settings."""
    message: Message | None = None
    for one in buttons:
        await author.taps(one)
        message = author.last
    assert message is not None
    return message


async def test_a_meeting_for_one_village_tomorrow_and_who_comes(village: Village) -> None:
    author = await village.person("郑委员", "committee")
    upper = await village.person("王大爷", village="上马曲")
    lower = await village.person("李婶", village="下马曲")

    await writes(author, "明天晚上七点在村委会开会，说修路的事。")
    await author.taps("发给谁、什么时候、哪一类")
    await author.sees("想改哪一样")
    await author.taps("哪一类：📢 一般的事")
    await author.sees("是哪一类的")
    await author.taps("开会")
    await author.taps("发给谁：所有人")
    await author.taps("按自然村挑")
    await author.taps("上马曲")
    await author.sees("发给哪几个村")
    await author.taps("返回")
    assert "眼下是：上马曲" in (await author.sees("眼下是")).text
    await author.taps("返回")
    await author.taps("问一句：不问")
    await author.taps("来不来")
    await author.taps("什么时候：马上")
    await author.says("明天早上七点半")
    sure = await author.sees("大家收到的就是这样")
    assert "只发给马曲村社区服务中心的一部分人" in sure.text
    assert "11月25日" in sure.text and "07:30" in sure.text
    await author.taps("发给大家")
    await author.sees("到时候就发")
    assert await village.count(Notice) == 0

    await village.passes(hours=21, minutes=29)
    assert not upper.has_seen("修路"), "07:29 the next day"
    await author.says("/notice")
    assert "（到时候发）" in (await author.sees("正在发的")).text
    await village.passes(minutes=1)
    await village.passes(seconds=1)
    notice = await upper.sees("修路")
    assert notice.text.startswith("🪑 开会 马曲村社区服务中心通知")
    assert upper.buttons(notice)[:3] == ["🙋 来", "🙅 不来", "🤔 说不准"]
    assert not lower.has_seen("修路")

    await upper.taps("说不准")
    await upper.taps("🙋 来")
    await village.settled()
    assert "记下了" in upper.toasts[-1]
    card = await until_done(village, author)
    await village.passes(seconds=20)
    assert "🙋 来：1 人" in card.text and "🤔 说不准：0 人" in card.text
    assert "✅ 🙋 来" in str(upper.buttons(notice))


async def test_accounts_are_signed_by_a_second_person_with_a_look_of_their_own(village: Village) -> None:
    author, director = await village.person("郑委员", "committee"), await village.person("李主任", "director")
    villager, clerk = await village.person("王大爷"), await village.person("小刘", "clerk")
    await writes(author, ACCOUNTS)
    await opens(author, "发给谁、什么时候、哪一类", "哪一类")
    await author.taps("下一页")
    await author.taps("账目")
    await author.taps("返回")
    sure = await author.sees("要再有一个人签字才发")
    await author.taps("请人签字", in_=sure)
    await author.sees("已经请人来签字")
    assert not villager.has_seen("三季度")
    assert not clerk.has_seen("三季度"), "a clerk writes no notices, and signs none"

    asked = await director.sees("有一条通知要您签字")
    assert "郑委员" in asked.text
    draft = (await drafts(village))[0]
    await author.taps_data(author.screen[-1], f"ndraft|sign|{draft}")
    await village.settled()
    assert "别人来签" in author.toasts[-1]
    await clerk.taps_data(clerk.screen[-1], f"ndraft|sign|{draft}")
    await village.settled()
    assert "没找到" in clerk.toasts[-1]

    await director.taps("看一看", in_=asked)
    await director.sees(ACCOUNTS)
    await director.taps("不签，退回去")
    await director.sees("哪儿不对")
    await director.says("支出少写了一笔")
    await director.sees("退回去了")
    await author.sees("李主任 没有签字：支出少写了一笔")
    await author.taps("改一改再发")
    await author.sees("要再有一个人签字才发")
    await author.says(ACCOUNTS.replace("9,800", "10,300"))
    await author.sees("10,300")
    await author.taps("请人签字")
    await director.sees("有一条通知要您签字")
    await director.taps("看一看")
    await director.sees("10,300")
    await director.taps("我签字")
    await director.sees("签好了，这就发")
    await author.sees("李主任 签字了")
    await until_done(village, author)
    assert "10,300" in (await villager.sees("账目")).text
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        notice = await tx.session.get_one(Notice, 1)
        assert (notice.author_id, notice.signed_by_id, notice.number) == (author.id, director.id, "2026-001")


async def drafts(village: Village) -> list[int]:
    """The ids of what is written and not sent."""
    return [*range(1, await village.count(NoticeDraft) + 1)]


async def test_money_goes_to_the_township_where_nobody_else_can_sign(village: Village) -> None:
    author = await village.person("李主任", "director")
    await writes(author, ACCOUNTS)
    await opens(author, "发给谁、什么时候、哪一类", "哪一类", "下一页", "账目", "返回")
    await author.taps("请人签字")
    await village.settled()
    assert "没有别人能签" in author.toasts[-1]
    mayor = await village.person("赵乡长", "township")
    await author.taps("请人签字")
    await author.sees("已经请人来签字")
    await mayor.sees("有一条通知要您签字")
    await mayor.taps("看一看")
    await mayor.taps("我签字")
    await until_done(village, author)
    await mayor.sees(ACCOUNTS)


async def test_at_night_it_waits_for_the_morning_unless_it_is_urgent(village: Village) -> None:
    author, villager = await village.person("李主任", "director"), await village.person("王大爷")
    village.shift = timedelta(hours=12, minutes=30)  # 22:30
    await writes(author, WATER)
    sure = await author.sees("大家收到的就是这样")
    assert "11月25日" in sure.text and "07:00" in sure.text
    await author.taps("发给大家")
    await author.sees("明早七点就发")
    resting = await author.sees("夜里先停着")
    await author.taps("接着发", in_=resting)
    await village.settled()
    assert "夜里不打扰大家" in author.toasts[-1]
    await village.passes(hours=8)
    assert not villager.has_seen(WATER), "06:30"
    await village.passes(minutes=30)
    await village.passes(seconds=6)
    await villager.sees(WATER)

    village.shift = timedelta(days=1, hours=13)
    await writes(author, "水管爆了，赶紧接水！")
    await opens(
        author, "发给谁、什么时候、哪一类", "哪一类", "停水停电", "什么时候", "夜里也发", "返回", "返回"
    )
    await author.taps("发给大家")
    await village.passes(seconds=1)
    await villager.sees("水管爆了")


async def test_what_is_under_way_rests_when_the_night_begins(village: Village) -> None:
    author = await village.person("李主任", "director")
    villagers = await crowd(village, 5)
    village.shift = timedelta(hours=11, minutes=59)
    card = await sends(author)
    await village.passes(minutes=1)
    await village.settled()
    assert "夜里先停着" in card.text and not got(villagers)
    await village.passes(hours=8, minutes=59)
    assert not got(villagers)
    await village.passes(minutes=1)
    await until_done(village, author)
    assert got(villagers) == 5


async def test_photos_a_voice_and_words_in_another_language_all_arrive(village: Village) -> None:
    author = await village.person("李主任", "director")
    villager = await village.person("王大爷")
    guest = await village.person("Ann", language="en")
    await author.says("/notice")
    await author.taps("写：")
    await author.sends_album(3, "村口的路修好了")
    await author.sees("大家收到的就是这样")
    await village.settled()
    await author.taps("发给谁、什么时候、哪一类")
    await author.taps("再加一条")
    await author.taps("再加一条（照片")
    await author.sees("把要加的发过来")
    await author.sends_voice()
    await village.settled()
    await author.taps("发给谁、什么时候、哪一类")
    await author.taps("再加一条")
    await author.taps("English怎么说")
    await author.says("The road at the entrance is mended")
    await village.settled()
    await author.taps("发给大家")
    await until_done(village, author)
    await villager.sees("村口的路修好了")
    await village.settled()
    kinds = [one.kind for one in villager.screen if one.from_bot][-4:]
    assert kinds == ["photo", "photo", "photo", "voice"]
    assert (await guest.sees("The road at the entrance is mended")).kind == "photo"
    assert not guest.has_seen("村口的路修好了")


async def test_whoever_does_not_want_a_kind_is_spared_it_but_not_a_disaster(village: Village) -> None:
    author, away = await village.person("李主任", "director"), await village.person("阿强")
    await away.says("/settings")
    await away.taps("要收哪些通知")
    await away.sees("有灾情，谁都会收到")
    await away.taps("停水停电")
    await village.settled()
    await writes(author, WATER)
    await opens(author, "发给谁、什么时候、哪一类", "哪一类", "停水停电", "返回")
    assert "另外 1 人说过不要这一类的" in (await author.sees("说过不要")).text
    await author.taps("发给大家")
    await until_done(village, author)
    assert not away.has_seen(WATER)
    await writes(author, "河水涨了，都往高处走！")
    await opens(author, "发给谁、什么时候、哪一类", "哪一类", "下一页", "灾情", "返回")
    await author.taps("发给大家")
    await until_done(village, author)
    await away.sees("往高处走")
    await away.taps_data(away.screen[-1], "nmute|disaster|1")
    await village.settled()
    assert "没找到" in away.toasts[-1]
