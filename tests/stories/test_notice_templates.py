"""Notices that are used again: a market day by the lunar calendar, a vaccination day, one's own."""

from __future__ import annotations

from datetime import timedelta

from storage.notices import Notice
from tests.stories.conftest import Village
from tests.stories.test_notices import until_done, writes

MARKET = "明天赶场"


async def test_market_day_comes_round_by_the_moon_and_is_sent_when_somebody_says_so(village: Village) -> None:
    author, villager = await village.person("郑委员", "committee"), await village.person("王大爷")
    await author.says("/notice")
    await author.taps("常用的通知")
    await author.taps("赶场")
    kept = await author.sees("前一天早上提醒您")
    assert "11月26日" in kept.text and "农历十月十八" in kept.text
    await author.taps("什么时候提醒我")
    await author.sees("什么时候要用")
    await author.says("天晓得")
    await author.sees("没看懂是什么日子")
    await author.says("农历逢七")
    kept = await author.sees("前一天早上提醒您")
    assert "11月25日" in kept.text
    await village.passes(minutes=1)
    asked = await author.sees("就到日子了")
    assert "11月25日" in asked.text, "this morning has passed: it is said now"
    await author.taps("这一回不发", in_=asked)
    await village.passes(days=1)

    village.shift = timedelta(days=9, hours=22, minutes=59)  # 4 December, 8:59
    await village.passes(seconds=30)
    assert "12月5日" not in village.sent_to(author)
    await village.passes(seconds=30)
    asked = await author.sees("12月5日")
    assert "12月5日" in asked.text and "农历十月廿七" in asked.text
    assert await village.count(Notice) == 0
    await author.taps("用它写一条", in_=asked)
    await author.sees("大家收到的就是这样")
    await author.taps("发给大家")
    await until_done(village, author)
    assert "🛒 行情招工" in (await villager.sees(MARKET)).text
    await village.passes(days=1)
    assert sum("就到日子了" in one.text for one in author.screen) == 1, "the first one was answered"


async def test_ones_own_notice_is_kept_under_a_name_and_forgotten_again(village: Village) -> None:
    author, director = await village.person("郑委员", "committee"), await village.person("李主任", "director")
    villager = await village.person("王大爷")
    await writes(author, "垃圾车明天来，早上八点放在路口。")
    await author.taps("发给谁、什么时候、哪一类")
    await author.taps("再加一条")
    await author.taps("存成常用的")
    await author.sees("给它起个名字")
    await author.says("垃圾车")
    await author.sees("存好了，叫“垃圾车”")
    await author.says("/cancel")
    await director.says("/notice")
    await director.taps("常用的通知")
    await director.taps("垃圾车")
    kept = await director.sees("不会自己提醒")
    await director.taps("用它写一条")
    await director.sees("垃圾车明天来")
    await director.says("/cancel")
    await villager.taps_data(villager.screen[-1], "ntmpl|use|1")
    await village.settled()
    assert "没找到" in villager.toasts[-1]
    await director.taps("不要了", in_=kept)
    await director.sees("不存了")
    await author.taps_data(author.screen[-1], "ntmpl|open|1")
    await village.settled()
    assert "没找到" in author.toasts[-1]


async def test_where_the_author_has_left_the_others_are_asked(village: Village) -> None:
    author, director = await village.person("郑委员", "committee"), await village.person("李主任", "director")
    await author.says("/notice")
    await author.taps("常用的通知")
    await author.taps("打预防针")
    await author.sees("12月10日")
    await director.says("/roles")
    await director.taps("协调委员会 · 郑委员")
    await director.taps("对，收回")
    await director.sees("收回了")
    village.shift = timedelta(days=14, hours=23)
    await village.passes(seconds=1)
    asked = await director.sees("打预防针")
    assert not author.has_seen("就到日子了")
    await director.taps("这一回不发", in_=asked)
    await director.sees("下回到了再提醒您")
    village.shift = timedelta(days=45, hours=23)  # 9 January
    await village.passes(seconds=1)
    await director.sees("1月10日")
