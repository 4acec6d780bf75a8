"""Publishing in time: a center forgets its accounts, is reminded, the township sees it, it is made good."""

from __future__ import annotations

from datetime import UTC, datetime

from domain.announcing import Audience
from simulator.person import Person as Someone
from tests.stories.conftest import START, Village
from tests.stories.test_notice_board import ACCOUNTS, choices, publish, withdraw

# The tenth of January 2027 is a Sunday: what is to be published for the quarter before is due on the 11th.


async def until(village: Village, month: int, day: int, hour: int = 9, year: int = 2027) -> None:
    """Let time pass until then, at the center's clock, and the clock do what is due."""
    village.shift = datetime(year, month, day, hour - 8, tzinfo=UTC) - START
    await village.passes(seconds=1)


def told(someone: Someone, words: str = "账目”还没公布") -> int:
    """How often somebody was reminded of the accounts, the morning messages aside."""
    return sum(words in one.text and "今天要留心" not in one.text for one in someone.screen if one.from_bot)


def mornings(someone: Someone, words: str) -> int:
    """In how many morning messages these words stand."""
    return sum(words in one.text and "今天要留心" in one.text for one in someone.screen if one.from_bot)


async def test_forgotten_accounts_are_reminded_of_three_times_and_the_township_sees_it(
    village: Village,
) -> None:
    director, member = await village.person("李主任", "director"), await village.person("郑委员", "committee")
    mayor, grandma = await village.person("何镇长", "township"), await village.person("王秀英")
    await village.passes(minutes=1)
    await publish(village, director, "九月以来村里的事。")
    await grandma.says("/disclosure")
    seen = await grandma.sees("该公布的")
    assert "💰 账目，2026年10月到12月的：还没公布，1月11日 周一之前要公布" in seen.text
    assert "📢 村里的事，2026年10月到12月的：11月24日 周二公布了" in seen.text
    assert "🌾 土地和集体的东西：有事就公布" in seen.text
    assert choices(grandma) == ["👀 📢 村里的事"]

    for day, count in ((3, 0), (4, 1), (9, 1), (10, 2), (11, 2), (12, 3), (20, 3)):
        await until(village, 1, day)
        assert told(director) == told(member) == count, day
    assert told(mayor) == told(grandma) == 0
    assert mornings(director, "账目，2026年10月到12月的：1月11日 周一就该公布") > 0
    assert mornings(mayor, "· 马曲村社区服务中心：💰 账目") > 0
    await grandma.says("/board")
    await grandma.taps("该公布的公布了没有")
    assert "1月11日 周一就该公布，还没有" in (await grandma.sees("账目")).text
    await mayor.says("/disclosure")
    assert "· 马曲村社区服务中心：💰 账目、🤝 救助和补贴" in (await mayor.sees("晚了的")).text

    await director.taps("这就写", in_=next(one for one in reversed(director.screen) if "账目”还" in one.text))
    await director.sees("要告诉大家什么")
    await director.says(ACCOUNTS)
    await director.sees("💰 账目 马曲村社区服务中心通知")
    await director.taps("请人签字")
    await member.taps("看一看")
    await member.taps("没问题，我签字")
    await member.sees("签好了")
    before = mornings(mayor, "马曲村社区服务中心：💰 账目")
    await until(village, 1, 25)
    await grandma.says("/disclosure")
    seen = await grandma.sees("该公布的")
    assert "账目，2027年1月到3月的：还没公布，4月12日 周一之前" in seen.text
    assert told(director) == 3 and mornings(mayor, "马曲村社区服务中心：💰 账目") == before
    await until(village, 4, 4, hour=8)
    assert told(director) == 3
    await until(village, 4, 5)
    assert told(director) == 4, "the next quarter's"


async def test_whoever_publishes_in_time_is_left_alone(village: Village) -> None:
    director = await village.person("李主任", "director")
    await village.passes(minutes=1)
    await until(village, 12, 31, hour=12, year=2026)
    await publish(village, director, ACCOUNTS, kind="finance")
    for month, day in ((1, 4), (1, 10), (1, 12)):
        await until(village, month, day)
    assert told(director) == 0
    assert told(director, "救助和补贴”还没公布") == 3


async def test_a_withdrawn_or_narrowed_notice_is_no_publication(village: Village) -> None:
    director = await village.person("李主任", "director")
    await village.passes(minutes=1)
    await withdraw(village, await publish(village, director, ACCOUNTS, kind="finance"))
    await publish(village, director, ACCOUNTS, kind="finance", audience=Audience(roles=("committee",)))
    await until(village, 1, 4)
    assert told(director) == 1


async def test_the_director_settles_how_often(village: Village) -> None:
    director, member = await village.person("李主任", "director"), await village.person("郑委员", "committee")
    await village.passes(minutes=1)
    await director.says("/disclosure")
    await director.taps("多久公布一次")
    await director.sees("点一样来改")
    assert len(choices(director)) == 4
    await director.taps("账目：每个季度")
    assert "村委会组织法" in (await director.sees("多久公布一次？\n")).text
    await director.taps("每个月")
    await director.taps("救助和补贴：每个季度")
    await director.taps("这里没有这一样")
    await director.sees("点一样来改")
    assert "🤝 救助和补贴：这里没有这一样" in director.buttons()
    await member.says("/disclosure")
    seen = await member.sees("该公布的")
    assert "账目，2026年11月的：还没公布，12月10日 周四之前" in seen.text and "救助" not in seen.text
    assert "✏️ 写：💰 账目" in member.buttons() and not any("多久" in one for one in member.buttons())
    unit = await village.unit_id("maqu")
    for data in (f"dset|{unit}|finance|off", f"dset|{unit}|finance|", "go|disclosure-settle"):
        await member.taps_data(seen, data)
        await village.settled()
        assert "没找到这一条" in member.toasts[-1]
    shown = director.screen[-1]
    for data in (f"dset|{unit}|finance|never", f"dset|{unit}|gossip|off", "dset|999|finance|off"):
        await director.taps_data(shown, data)
        await village.settled()
        assert "没找到这一条" in director.toasts[-1]
    await until(village, 12, 3, year=2026)
    assert told(director) == told(member) == 1
    await until(village, 1, 5)
    assert told(director, "救助和补贴”还没公布") == 0


async def test_nobody_else_writes_by_the_reminders_button(village: Village) -> None:
    grandma, clerk = await village.person("王秀英"), await village.person("孙丽", "clerk")
    unit = await village.unit_id("maqu")
    for who in (grandma, clerk):
        for data in (f"dwrite|{unit}|finance", f"dwrite|{unit}|gossip", "dwrite|999|finance"):
            await who.taps_data(who.screen[-1], data)
            await village.settled()
            assert "没找到这一条" in who.toasts[-1]
        assert await village.form(who) is None
