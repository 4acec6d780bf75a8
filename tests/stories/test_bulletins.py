"""Market and job information: who wants a topic gets its posts, and nobody else does."""

from __future__ import annotations

from simulator.person import Person as Someone
from storage.bulletins import Bulletin
from tests.stories.conftest import Village
from tests.stories.test_notice_board import choices

APPLES = "红富士 80 果面，一斤三块二，代办点在村口老磨坊。"


async def opens(someone: Someone, topic: str = "收购价") -> None:
    """The screen of a topic."""
    await someone.says("/market")
    await someone.sees("想看哪一样")
    await someone.taps(topic)


async def wants(someone: Someone, topic: str = "收购价") -> None:
    """From now on they are told."""
    await opens(someone, topic)
    await someone.taps("有新的就发给我")
    await someone.sees("这一样您要了")


async def writes(
    author: Someone, words: str = APPLES, *, until: str = "12月1日", topic: str = "收购价"
) -> None:
    """All questions up to the look before it is sent."""
    await opens(author, topic)
    await author.taps("发一条")
    await author.sees("要说什么")
    await author.says(words)
    await author.sees("到哪天为止")
    await author.taps(until)
    await author.sees("发出去就是这样")


async def posts(village: Village, author: Someone, words: str = APPLES, **how: str) -> None:
    """A post that has gone out."""
    await writes(author, words, **how)
    await author.taps("就这样发")
    await author.sees("好，这就发")
    await village.passes(seconds=2)


async def test_a_price_goes_to_those_who_want_prices_and_to_nobody_else(village: Village) -> None:
    officer = await village.person("马强", "training")
    wang, zhao = await village.person("王秀英"), await village.person("赵桂芳")
    elsewhere = await village.person("外村人", center="dongxing", village=None)
    await wang.taps("更多")
    await wang.taps("还有别的")
    await wang.taps("收购价、招工、供求")
    await wang.sees("没要的不发")
    assert choices(wang) == [
        "💰 收购价（0 条）",
        "👷 招工（0 条）",
        "🔄 供求（0 条）",
        "🚜 农机（0 条）",
        "🚗 顺风车（0 条）",
    ]
    await wang.taps("收购价")
    assert "眼下没有" in (await wang.sees("这一样您没要")).text
    assert choices(wang) == ["🔔 有新的就发给我"], "only officers post"
    await wang.taps("有新的就发给我")
    await wang.sees("这一样您要了")
    await wants(zhao, "招工")
    await wants(elsewhere)

    await writes(officer)
    assert "发给要收购价的 1 人" in (await officer.sees("别人不发")).text
    shown = await officer.sees(APPLES)
    assert "马曲村社区服务中心" in shown.text and "到12月1日 周二为止" in shown.text
    await officer.taps("就这样发")
    await village.passes(seconds=2)
    told = await wang.sees(APPLES)
    assert "💰 收购价" in told.text and "到12月1日 周二为止" in told.text
    assert wang.buttons(told) == ["🔕 别再发收购价给我", "☎️ 找人说话"]
    for other in (zhao, elsewhere):
        assert APPLES not in village.sent_to(other)
    assert village.sent_to(officer).count(APPLES) == 1, "the look, and no more: they did not ask for it"


async def test_everybody_can_read_what_counts_the_newest_first(village: Village) -> None:
    officer, grandma = await village.person("马强", "shopkeeper"), await village.person("王秀英")
    for number in range(4):
        await posts(village, officer, f"花椒第{number}批")
        await village.passes(minutes=1)
    await grandma.says("/market")
    await grandma.taps("收购价（4 条）")
    page = await grandma.sees("花椒第3批（到12月1日 周二）")
    assert page.text.index("花椒第3批") < page.text.index("花椒第1批") and "花椒第0批" not in page.text
    assert len(choices(grandma)) == 4
    await grandma.taps("下一页")
    await grandma.sees("花椒第0批")
    await grandma.taps("👀 花椒第0批")
    opened = await grandma.sees("花椒第0批")
    assert grandma.buttons(opened) == ["⬅️ 返回", "☎️ 找人说话"]
    await officer.says("/market")
    await officer.taps("收购价")
    await officer.sees("花椒第3批")
    assert len(choices(officer)) == 5


async def test_one_tap_below_a_post_and_no_more_of_them_come(village: Village) -> None:
    officer, wang = await village.person("马强", "training"), await village.person("王秀英")
    await wants(wang)
    await posts(village, officer)
    told = await wang.sees(APPLES)
    await wang.taps("别再发收购价给我")
    await village.settled()
    assert "这一样不再发给您" in wang.toasts[-1]
    assert APPLES in told.text and wang.buttons(told)[0] == "🔔 收购价还是发给我"
    await posts(village, officer, "玉米一块一")
    assert not wang.has_seen("玉米一块一")
    await wang.taps("收购价还是发给我", in_=told)
    await village.settled()
    await posts(village, officer, "大豆两块六")
    await wang.sees("大豆两块六")


async def test_a_photo_until_a_day_that_is_typed(village: Village) -> None:
    officer, wang = await village.person("马强", "culture"), await village.person("王秀英")
    await wants(wang, "招工")
    await opens(officer, "招工")
    await officer.taps("发一条")
    await officer.sends_voice()
    await officer.sees("只能发字，或者一张照片")
    await officer.sends_photo("工地要两个小工")
    await officer.says("差不多月底")
    await officer.sees("没看明白是哪一天")
    await officer.says("昨天")
    await officer.sees("没看明白是哪一天")
    await officer.says("2026-11-23")
    await officer.sees("发出去就过期啦")
    await officer.says("2027-03-01")
    await officer.sees("最多 92 天")
    await officer.says("下周三")
    shown = await officer.sees("到12月2日 周三为止")
    assert shown.kind == "photo"
    await officer.taps("就这样发")
    await village.passes(seconds=2)
    assert (await wang.sees("工地要两个小工")).kind == "photo"


async def test_said_again_before_it_is_sent_it_takes_the_place_of_what_was_said(village: Village) -> None:
    officer, wang = await village.person("马强", "training"), await village.person("王秀英")
    await wants(wang)
    await writes(officer, "一斤三块")
    await officer.says("一斤三块五")
    await officer.sees("发出去就是这样")
    await officer.taps("就这样发")
    await village.passes(seconds=2)
    told = await wang.sees("一斤三块五")
    assert told.text.endswith("一斤三块五") and await village.count(Bulletin) == 1


async def test_tapping_twice_sends_once(village: Village) -> None:
    officer, wang = await village.person("马强", "training"), await village.person("王秀英")
    await wants(wang)
    await writes(officer)
    look = await officer.sees("发给要收购价的")
    (send,) = [
        button["callback_data"]
        for row in (look.markup or {})["inline_keyboard"]
        for button in row
        if "就这样发" in button["text"]
    ]
    await officer.taps_data(look, send)
    await officer.taps_data(look, send)
    await village.settled()
    await village.passes(seconds=2)
    await village.passes(seconds=2)
    assert await village.count(Bulletin) == 1 and village.sent_to(wang).count(APPLES) == 1
    await writes(officer, "另一条")
    await officer.taps_data(look, send)  # an old button sends no other
    await village.settled()
    assert await village.count(Bulletin) == 1


async def test_at_night_it_waits_for_the_morning(village: Village) -> None:
    officer, wang = await village.person("马强", "training"), await village.person("王秀英")
    await wants(wang)
    await village.passes(hours=12, minutes=30)
    await writes(officer, until="12月2日")
    assert "明早七点再发" in (await officer.sees("发给要收购价的")).text
    await officer.taps("就这样发")
    await officer.sees("明早七点发")
    await village.passes(hours=8)
    assert not wang.has_seen(APPLES)
    await village.passes(hours=1)
    await wang.sees(APPLES)


async def test_it_is_over_after_its_last_day_and_changed_or_taken_back_where_it_is(village: Village) -> None:
    officer, wang = await village.person("马强", "training"), await village.person("王秀英")
    director = await village.person("李主任", "director")
    await wants(wang)
    await posts(village, officer, until="11月27日")
    told = await wang.sees(APPLES)
    await opens(officer)
    await officer.taps("👀")
    assert "📅 改日子" in officer.buttons(await officer.sees(APPLES))
    await officer.taps("改日子")
    await officer.taps("12月24日")
    await officer.sees("改成到12月24日 周四")
    await village.passes(seconds=2)
    assert "到12月24日 周四为止" in told.text
    await village.passes(days=29)
    await opens(wang)
    await wang.sees("（到12月24日 周四）")

    await opens(director)
    await director.taps("👀")
    await director.taps("收回去")
    await director.sees("真的收回去")
    await director.taps("对，收回去")
    await director.sees("收回去了")
    await village.passes(seconds=2)
    assert APPLES not in told.text or told not in wang.screen
    await opens(wang)
    await wang.sees("眼下没有")
    await posts(village, officer, "只到今天后三天", until="12月26日")
    await village.passes(days=3)
    await opens(wang)
    await wang.sees("只到今天后三天")
    await village.passes(days=1)
    await opens(wang)
    await wang.sees("眼下没有")


async def test_who_has_blocked_the_bot_gets_none_and_a_forged_tap_gets_nowhere(village: Village) -> None:
    officer, wang = await village.person("马强", "training"), await village.person("王秀英")
    zhao = await village.person("赵桂芳")
    stranger = await village.person("外村人", center="dongxing", village=None)
    for one in (wang, zhao):
        await wants(one)
    await wang.blocks()
    await village.settled()
    await posts(village, officer)
    assert not wang.has_seen(APPLES)
    told = await zhao.sees(APPLES)
    here = await village.unit_id("maqu")
    await opens(stranger)
    shown = await stranger.sees("这一样您没要")
    for data in ("mdo|look|1", f"mwant|{here}|prices|1", "mmute|1|0", "mtopic|gold|0"):
        await stranger.taps_data(shown, data)
        await village.settled()
        assert "没找到这一条" in stranger.toasts[-1], data
    for data in ("mdo|withdraw-sure|1", "mdo|until|1", "mnew|prices", "mdo|eat|1"):
        await zhao.taps_data(told, data)
        await village.settled()
        assert "没找到这一条" in zhao.toasts[-1], data
    for data in ("mdays|3", "msend|1"):
        await zhao.taps_data(told, data)
        await village.settled()
        assert "刚才已经选过" in zhao.toasts[-1], data


async def test_what_is_not_sent_does_not_swallow_the_next_need(village: Village) -> None:
    officer = await village.person("马强", "training")
    await opens(officer)
    await officer.taps("发一条")
    await officer.sees("要说什么")
    await village.passes(minutes=31)
    await officer.says("家里水管漏了")
    await officer.sees("您说的是哪方面的事")
    assert await village.count(Bulletin) == 0


async def test_who_loses_the_role_while_writing_sends_nothing(village: Village) -> None:
    officer, director = await village.person("马强", "training"), await village.person("李主任", "director")
    await writes(officer)
    await director.says("/roles")
    await director.taps("马强")
    await director.taps("收回")
    await village.settled()
    await officer.taps("就这样发")
    await village.settled()
    assert "没找到这一条" in officer.toasts[-1]
    assert await village.form(officer) is None and await village.count(Bulletin) == 0
