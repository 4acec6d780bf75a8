"""The whole center at a glance: for those who lead it and the offices above, by what each may see."""

from __future__ import annotations

from datetime import timedelta
from importlib import resources

import pytest

from domain.units import parse
from services.units import sync
from simulator.model import Message
from simulator.person import Person as Someone
from storage import units
from storage.requests import ServiceRequest
from tests.stories.conftest import Village

SECRET = "隔壁老李占了我家三尺地"


async def ask(someone: Someone, words: str, line: str, *, again: bool = False, twice: bool = False) -> None:
    """A need, sent; `again` when an earlier one is still open, `twice` when it is of the same line."""
    await someone.says(words)
    if again:
        await someone.taps("一件新的事")
    await someone.taps(line)
    await someone.taps("发出去")
    if twice:
        await someone.taps("另外提一件")
    await someone.sees("收到了")


async def a_busy_center(village: Village) -> Someone:
    """Grandma's lamp (taken), her quarrel (not taken) and her neighbour's tap (not taken)."""
    helper = await village.person("吴强", "environment")
    await village.person("张和", "mediator")
    grandma, neighbour = await village.person("王秀英"), await village.person("赵桂芳")
    await ask(grandma, "村口的路灯坏了", "环境与设施")
    await helper.taps("我来接")
    await grandma.sees("环卫员接了")
    await ask(grandma, SECRET, "矛盾调解", again=True)
    await ask(neighbour, "水管漏水了", "环境与设施")
    return helper


def picture(message: Message) -> bytes:
    """The file of a message's picture."""
    assert message.kind == "photo"
    return message.files[-1].data


async def test_the_director_sees_the_whole_center_with_a_picture(village: Village) -> None:
    director = await village.person("马主任", "director")
    await a_busy_center(village)
    await director.says("/work")
    await director.taps("全中心的事")
    seen = await director.sees("没办完的事")

    assert "一共 3 件：在办 1，等人接 2，过期 0" in seen.text
    assert "⚖️ 矛盾调解 1 件：在办 0，等人接 1，过期 0" in seen.text
    assert "🧹 环境与设施 2 件：在办 1，等人接 1，过期 0" in seen.text
    assert "等人接：2 件" in seen.text and "有人接了：1 件" in seen.text
    assert "最久的：1007 号 🧹 环境与设施 · 路灯" in seen.text
    assert picture(seen).startswith(b"\x89PNG")
    assert director.buttons(seen) == ["🙋 没人接的（2 件）", "💺 活动和位子", "⬅️ 返回", "☎️ 找人说话"]


async def test_the_lists_open_what_may_be_opened_and_hide_what_is_confidential(village: Village) -> None:
    clerk = await village.person("孙丽", "clerk")
    await a_busy_center(village)
    await clerk.says("/center")
    await clerk.taps("没人接的")
    seen = await clerk.sees("没人接的 2 件")

    assert "1029 号 🧹 环境与设施 · 用水" in seen.text
    assert "从 11月24日 10:00 起，等环卫员接" in seen.text
    assert "🔒 1010 号" in seen.text and "要保密" in seen.text
    assert clerk.buttons(seen) == ["1029 号 · 用水", "⬅️ 返回", "☎️ 找人说话"]
    await clerk.taps("1029 号")
    await clerk.sees("您接了才看得到是谁、什么事")
    words = village.sent_to(clerk)
    assert not any(secret in words for secret in ("三尺", "地界", "王秀英", "赵桂芳"))


async def test_what_is_late_has_a_list_of_its_own_and_pages(village: Village) -> None:
    deputy, grandma = await village.person("副主任", "deputy"), await village.person("王秀英")
    await village.person("吴强", "environment")
    for n in range(6):
        await ask(grandma, f"第{n + 1}盏路灯坏了", "环境与设施", again=n > 0, twice=n > 0)
    await village.passes(hours=7)
    await deputy.says("/center")
    await deputy.taps("⏰ 过期的（6 件）")
    first = await deputy.sees("过期的 6 件")
    assert first.text.count("过了 11月24日 16:30，等副主任接") == 5
    await deputy.taps("下一页")
    await village.settled()
    last = deputy.last
    assert last is not None and last.text.count("过了 ") == 1
    assert "⬅️ 上一页" in deputy.buttons(last)


@pytest.mark.parametrize(("who", "role"), [("李医生", "doctor"), ("王秀英", None), ("老陈", "volunteer")])
async def test_whom_it_does_not_concern_gets_a_kind_answer(
    village: Village, who: str, role: str | None
) -> None:
    await a_busy_center(village)
    someone = await village.person(who, *([role] if role else []))
    await someone.says("/center")
    await someone.sees("这个是值班员、主任和镇上、县里看的")
    assert not someone.has_seen("1007 号")
    await someone.says("/more")
    await village.settled()
    assert not any("全中心的事" in button for button in someone.buttons())


async def test_a_leader_of_another_center_finds_nothing_here(village: Village) -> None:
    await a_busy_center(village)
    stranger = await village.person("何主任", "director", center="dongxing", village="东头")
    screen = stranger.last
    assert screen is not None
    for part in ("", "late", "unowned", "risen", "centers", "nonsense"):
        for unit_id in (await center_id(village, "maqu"), 404):
            await stranger.taps_data(screen, f"look|{unit_id}|{part}|0")
    await village.settled()
    assert len(stranger.toasts) == 12 and len(set(stranger.toasts)) == 1
    await stranger.says("/center")
    await stranger.sees("东兴村社区服务中心")
    await stranger.sees("眼下没有没办完的事")
    assert not stranger.has_seen("路灯")


async def center_id(village: Village, code: str) -> int:
    """The id of a unit."""
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        unit = await units.unit_by_code(tx, code)
        assert unit is not None
        return unit.id


async def test_the_township_sees_counts_and_only_what_rose_to_it_by_content(village: Village) -> None:
    officer = await village.person("钱镇长", "township", center="dongxing", village="东头")
    await village.person("孙丽", "clerk")
    await a_busy_center(village)
    farmer = await village.person("杨秋月", center="dongxing", village="河坝")
    await ask(farmer, "河坝的路塌了", "环境与设施")  # nobody in Dongxing can take it
    await village.passes(hours=7)
    await officer.says("/center")
    seen = await officer.sees("没办完的事")

    assert "马曲村社区服务中心 3 件：在办 1，等人接 0，过期 2" in seen.text
    assert "东兴村社区服务中心 1 件：在办 0，等人接 0，过期 1" in seen.text
    assert picture(seen).startswith(b"\x89PNG")
    await officer.taps("一个中心一个中心看")
    await officer.sees("各个中心没办完的事")
    await officer.taps("马曲村社区服务中心")
    one = await officer.sees("马曲村社区服务中心，没办完的事")
    assert "🧹 环境与设施 2 件" in one.text
    assert officer.buttons(one) == ["💺 活动和位子", "⬅️ 返回", "☎️ 找人说话"]
    for part in ("late", "unowned"):
        await officer.taps_data(one, f"look|{await center_id(village, 'maqu')}|{part}|0")
    await village.settled()
    assert officer.toasts[-1] == officer.toasts[-2] != ""

    await officer.taps("升到这儿的（1 件）", in_=seen)
    await officer.sees("升到这儿的 1 件")
    await officer.taps("1007 号 · 道路")
    await officer.sees("河坝")
    words = village.sent_to(officer)
    assert not any(theirs in words for theirs in ("路灯", "用水", "1010 号", "1029 号", "王秀英", "杨秋月"))


async def test_the_county_sees_the_same_for_all_of_it_but_nothing_that_rose_to_the_township(
    village: Village,
) -> None:
    await village.person("钱镇长", "township", center="dongxing", village="东头")
    county = await village.person("县里老郑", "county")
    farmer = await village.person("杨秋月", center="dongxing", village="河坝")
    await ask(farmer, "河坝的路塌了", "环境与设施")
    await county.says("/center")
    seen = await county.sees("云岭县，没办完的事")
    assert "东兴村社区服务中心 1 件：在办 0，等人接 1，过期 0" in seen.text
    assert seen.kind == "text"  # one bar says no more than the words
    assert not any("升到这儿" in button for button in county.buttons(seen))
    assert "道路" not in village.sent_to(county)


async def test_who_leads_a_center_and_an_office_too_finds_both(village: Village) -> None:
    both = await village.person("马主任", "director", "township")
    await a_busy_center(village)
    await both.says("/center")
    seen = await both.sees("马曲村社区服务中心，没办完的事")
    assert "📊 青河镇" in both.buttons(seen)
    await both.taps("📊 青河镇")
    await both.sees("青河镇，没办完的事")


async def test_english_and_traditional_chinese_readers_get_their_own_picture(village: Village) -> None:
    mine = await village.person("马主任", "director")
    english = await village.person("Ma", "deputy", language="en")
    taiwan = await village.person("馬副", "deputy", language="zh-Hant")
    await a_busy_center(village)
    for reader in (mine, english, taiwan):
        await reader.says("/center")
    first = await mine.sees("没办完的事")
    second = await english.sees("what is open")
    third = await taiwan.sees("沒辦完的事")
    assert "In all 3: in hand 1, waiting 2, late 0" in second.text
    assert len({picture(message) for message in (first, second, third)}) == 3


async def many_centers(village: Village, asker: Someone, count: int) -> None:
    """So many more centers in the township, with one open request each."""
    example = resources.files("bot").joinpath("example.toml").read_text("utf-8")
    more = [f'[[townships.centers]]\ncode = "c{n}"\nname = "第{n}村服务中心"\n' for n in range(1, count + 1)]
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        await sync(tx, parse("\n".join([example, *more])))
        for unit in await units.units(tx, "center"):
            if unit.code.startswith("c"):
                about = {"center_id": unit.id, "number": "1007", "line": "shop", "status": "submitted"}
                then = tx.now - timedelta(days=3)
                times = {"created_at": then, "state_since": then, "due_at": tx.now, "rise_at": tx.now}
                tx.session.add(ServiceRequest(**about, **times, asker_id=asker.id))


async def test_of_many_centers_the_most_pressing_are_named_and_all_can_be_paged_to(village: Village) -> None:
    officer, asker = await village.person("钱镇长", "township"), await village.person("王秀英")
    await many_centers(village, asker, 14)
    await village.passes(minutes=1)
    await officer.says("/center")
    seen = await officer.sees("青河镇，没办完的事")
    assert "一共 14 件：在办 0，等人接 0，过期 14" in seen.text
    assert seen.text.count("村服务中心 1 件") == 11
    assert "另外 3 个中心 3 件：在办 0，等人接 0，过期 3" in seen.text
    assert seen.kind == "photo"

    await officer.taps("一个中心一个中心看")
    named: set[str] = set()
    for page in range(4):
        message = await officer.sees("各个中心没办完的事")
        buttons = [button for button in officer.buttons(message) if "中心" in button]
        assert len(buttons) == (5 if page < 3 else 1)
        named.update(buttons)
        if page < 3:
            await officer.taps("下一页")
            await village.settled()
    assert len(named) == 16
    await officer.taps_data(message, message_page(await center_id(village, "qinghe"), 99))
    await village.settled()
    assert officer.last is not None and len(officer.buttons(officer.last)) == 4  # the last page, kindly


def message_page(unit_id: int, page: int) -> str:
    """A forged button that turns to a page there is not."""
    return f"look|{unit_id}|centers|{page}"
