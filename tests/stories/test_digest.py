"""The message of each morning: to those who lead, once, on working days, and only if there is something."""

from __future__ import annotations

from simulator.model import Message
from simulator.person import Person as Someone
from tests.stories.conftest import Village
from tests.stories.test_center import SECRET, ask

# Stories begin on Tuesday 24 November 2026 at 10:00; the center opens at 08:30.
TO_WEDNESDAY = {"hours": 22, "minutes": 30}


def mornings(someone: Someone) -> list[Message]:
    """The morning messages somebody has had."""
    return [message for message in someone.screen if message.from_bot and "今天要留心的事" in message.text]


async def test_clerk_and_director_are_told_what_is_late_due_today_and_without_anybody(
    village: Village,
) -> None:
    clerk, director = await village.person("孙丽", "clerk"), await village.person("马主任", "director")
    helper = await village.person("吴强", "environment")
    await village.person("何志远", "training")
    grandma, zhao = await village.person("王秀英"), await village.person("赵桂芳")
    await ask(grandma, "村口的路灯坏了", "环境与设施")  # to be taken by 16:30
    await ask(zhao, "鸡老不长，咋养", "科技培训")  # to be taken by tomorrow evening
    await helper.taps("我来接")
    await grandma.sees("环卫员接了")  # due next week: nothing to say of it
    await ask(zhao, "水管漏水了", "环境与设施", again=True)
    await ask(zhao, "拖拉机发动不起来咋修", "科技培训", again=True, twice=True)
    await village.passes(hours=20)
    await ask(grandma, SECRET, "矛盾调解", again=True)
    assert mornings(clerk) == mornings(director) == []
    await village.passes(hours=2, minutes=30)

    (first,), (second,) = mornings(clerk), mornings(director)
    assert first.text == second.text
    assert "马曲村社区服务中心" in first.text and "11月25日" in first.text
    late, today = first.text.split("今天到期的")
    assert "过期的 1 件" in late and "用水" in late and "过了 11月24日 16:30，等值班员接" in late
    assert "养殖" in today and "11月25日 18:00 到期，等科技培训员接" in today
    assert "路灯" not in first.text
    assert clerk.buttons(first) == ["📥 待办的事", "📊 全中心的事", "☎️ 找人说话"]
    words = village.sent_to(clerk) + village.sent_to(director)
    assert not any(name in words for name in ("王秀英", "赵桂芳", "三尺"))


async def test_a_confidential_one_is_a_number_and_a_due_time(village: Village) -> None:
    director, grandma = await village.person("马主任", "director"), await village.person("王秀英")
    await village.person("张和", "mediator")
    await village.person("孙丽", "clerk")  # with whom it lies in the morning
    await ask(grandma, SECRET, "矛盾调解")
    await village.passes(**TO_WEDNESDAY)
    (told,) = mornings(director)
    assert "🔒 1007 号\n　过了 11月24日 16:30，要保密" in told.text
    words = village.sent_to(director)
    assert not any(secret in words for secret in ("矛盾", "调解", "地界", "王秀英", "三尺"))


async def test_with_nothing_to_say_nobody_is_woken(village: Village) -> None:
    clerk, grandma = await village.person("孙丽", "clerk"), await village.person("王秀英")
    helper = await village.person("吴强", "environment")
    await ask(grandma, "村口的路灯坏了", "环境与设施")
    await helper.taps("我来接")
    await grandma.sees("环卫员接了")
    before = len(clerk.screen)
    await village.passes(**TO_WEDNESDAY)
    assert mornings(clerk) == [] and len(clerk.screen) == before


async def test_once_a_morning_and_not_at_the_weekend(village: Village) -> None:
    clerk, grandma = await village.person("孙丽", "clerk"), await village.person("王秀英")
    await village.person("吴强", "environment")
    await ask(grandma, "村口的路灯坏了", "环境与设施")
    for day, heard in enumerate((1, 2, 3, 3, 3, 4), start=1):  # Wednesday to Friday, the weekend, Monday
        await village.passes(**(TO_WEDNESDAY if day == 1 else {"days": 1}))
        await village.passes(minutes=1)
        await village.passes(minutes=-1)
        assert len(mornings(clerk)) == heard, day


async def test_after_an_outage_one_message_comes_late_and_not_three(village: Village) -> None:
    clerk, grandma = await village.person("孙丽", "clerk"), await village.person("王秀英")
    await village.person("吴强", "environment")
    await ask(grandma, "村口的路灯坏了", "环境与设施")
    await village.passes(days=2, hours=5)  # Thursday 15:00; down since Tuesday
    assert len(mornings(clerk)) == 1
    await village.passes(hours=1)
    assert len(mornings(clerk)) == 1
    await village.passes(hours=27)  # Friday 19:00; down all day, and the center has closed
    assert len(mornings(clerk)) == 1
    await village.passes(days=1)  # Saturday
    assert len(mornings(clerk)) == 1
    await village.passes(days=1, hours=13, minutes=30)  # Monday 08:30
    assert len(mornings(clerk)) == 2


async def test_who_is_clerk_and_director_gets_one_and_who_leads_elsewhere_none(village: Village) -> None:
    both = await village.person("孙丽", "clerk", "director", "deputy")
    elsewhere = await village.person("何主任", "deputy", center="dongxing", village="东头")
    grandma, helper = await village.person("王秀英"), await village.person("吴强", "environment")
    await ask(grandma, "村口的路灯坏了", "环境与设施")
    await village.passes(**TO_WEDNESDAY)
    assert len(mornings(both)) == 1
    assert mornings(elsewhere) == mornings(helper) == mornings(grandma) == []
    await both.taps("全中心的事", in_=mornings(both)[0])
    await both.sees("马曲村社区服务中心，没办完的事")


async def test_more_than_a_handful_is_counted_not_listed(village: Village) -> None:
    clerk, grandma = await village.person("孙丽", "clerk"), await village.person("王秀英")
    await village.person("吴强", "environment")
    for n in range(7):
        await ask(grandma, f"第{n + 1}盏路灯坏了", "环境与设施", again=n > 0, twice=n > 0)
    await village.passes(**TO_WEDNESDAY)
    (told,) = mornings(clerk)
    assert "过期的 7 件" in told.text and told.text.count("过了 ") == 5
    assert told.text.endswith("还有 2 件")


async def test_the_township_is_told_counts_and_only_what_rose_to_it_by_content(village: Village) -> None:
    officer = await village.person("钱镇长", "township")
    county = await village.person("县里老郑", "county")
    await village.person("吴强", "environment")
    await village.person("孙丽", "clerk")
    grandma = await village.person("王秀英")
    farmer = await village.person("杨秋月", center="dongxing", village="河坝")
    await ask(grandma, "村口的路灯坏了", "环境与设施")
    await ask(farmer, "河坝的路塌了", "环境与设施")  # nobody in Dongxing can take it
    await village.passes(**TO_WEDNESDAY)
    (told,) = mornings(officer)
    assert "各个中心过期的 2 件" in told.text
    assert "马曲村社区服务中心：1 件" in told.text and "东兴村社区服务中心：1 件" in told.text
    assert "升到您这儿的 1 件" in told.text and "道路" in told.text
    assert "路灯" not in village.sent_to(officer)
    (above,) = mornings(county)
    assert "各个中心过期的 2 件" in above.text
    assert "升到您这儿的 1 件" in above.text and "道路" in above.text  # the township had its time
    assert "路灯" not in village.sent_to(county)


async def test_the_reader_gets_it_in_their_own_language(village: Village) -> None:
    clerk = await village.person("Sun", "clerk", language="en")
    grandma = await village.person("王秀英")
    await village.person("吴强", "environment")
    await ask(grandma, "村口的路灯坏了", "环境与设施")
    await village.passes(**TO_WEDNESDAY)
    await clerk.sees("What to look after today")
