"""The notice board: what was published, who may read it, and by which link."""

from __future__ import annotations

from domain.announcing import Announcement, Audience, Body
from domain.links import notice_payload, start_link
from domain.messages import Content
from services import notice_writing
from simulator.person import Person as Someone
from storage import notice_readers, notices, people, units
from storage.notice_readers import NoticeReader
from storage.notices import Notice
from tests.stories.conftest import Village

WATER = "明天上午九点到十一点停水，请提前接好水。"
ACCOUNTS = "三季度集体收支：收入一万二，水泵修理花了一千八。"


async def publish(
    village: Village,
    author: Someone,
    words: str,
    *,
    kind: str = "general",
    center: str = "maqu",
    audience: Audience | None = None,
) -> int:
    """A notice that has gone out, signed by whoever had to; its id."""
    said = Announcement(
        body=Body(contents=(Content(text=words),)), kind=kind, audience=audience or Audience()
    )
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        who, unit = await people.account(tx, author.id), await units.unit_by_code(tx, center)
        assert who is not None and unit is not None
        notice_id = (await notice_writing.publish(tx, who, unit, said)).id
    village.bot.delivery.hand_over(tx.queued)
    await village.passes(seconds=6)
    return notice_id


async def withdraw(village: Village, notice_id: int) -> None:
    """It is taken back."""
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        notice = await notices.notice(tx, notice_id)
        assert notice is not None
        notice.withdrawn_at = tx.now


async def has_read(village: Village, notice_id: int, who: Someone) -> NoticeReader | None:
    """How somebody has read a notice."""
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        return await notice_readers.reader(tx, notice_id, who.id)


def choices(someone: Someone) -> list[str]:
    """The large choices on the last screen: without turning pages, going back, and a person to talk to."""
    aside = ("返回", "找人说话", "上一页", "下一页")
    return [one for one in someone.buttons() if not any(word in one for word in aside)]


async def test_a_villager_looks_what_was_published_in_november(village: Village) -> None:
    director, grandma = await village.person("李主任", "director"), await village.person("王秀英")
    for number in range(6):
        await publish(village, director, f"第{number}件事")
    await village.passes(days=10)
    accounts = await publish(village, director, ACCOUNTS, kind="finance")
    await grandma.taps("更多")
    await grandma.taps("公布过什么")
    await grandma.sees("马曲村社区服务中心公布过的")
    assert choices(grandma) == [
        "🗓 2026年12月（1 条）",
        "🗓 2026年11月（6 条）",
        "🔍 打几个字找",
        "📅 该公布的公布了没有",
    ]
    await grandma.taps("2026年11月")
    page = await grandma.sees("2026年11月")
    assert "11月24日" in page.text and "2026-006" in page.text and "第0件事" not in page.text
    assert len(choices(grandma)) == 5
    await grandma.taps("下一页")
    await grandma.sees("第0件事")
    await grandma.taps("返回")
    await grandma.taps("2026年12月")
    await grandma.taps("2026-007")
    await grandma.sees(ACCOUNTS)
    about = await grandma.sees("12月4日")
    assert "💰 账目 2026-007" in about.text and choices(grandma) == ["❓ 有话要问"]
    assert await has_read(village, accounts, grandma) is not None, "to read it there is to have read it"


async def test_it_is_found_by_a_word_a_number_or_its_kind_in_either_script(village: Village) -> None:
    director, grandma = await village.person("李主任", "director"), await village.person("王秀英")
    await publish(village, director, WATER, kind="outage")
    await publish(village, director, ACCOUNTS, kind="finance")
    await grandma.says("/board")
    await grandma.taps("打几个字找")
    await grandma.sees("要找什么")
    await grandma.says("水泵")
    found = await grandma.sees("有“水泵”的，1 条")
    assert "2026-002" in found.text and "2026-001" not in found.text
    for words in ("賬目", "2026-002", "集体 一千八", "accounts"):
        await grandma.says("/board")
        await grandma.taps("打几个字找")
        await grandma.says(words)
        assert "2026-002" in (await grandma.sees(f"有“{words}”的，1 条")).text
    await grandma.says("/board")
    await grandma.taps("打几个字找")
    await grandma.says("电费")
    await grandma.sees("没找到“电费”")
    await grandma.taps("换几个字再找")
    await grandma.says("停水")
    await grandma.taps("2026-001")
    await grandma.sees("🚰 停水停电 2026-001\n马曲村")
    await grandma.says("水管漏了")  # what is said next is a need again
    await grandma.sees("您说的是哪方面的事")


async def test_many_that_are_found_are_turned_page_by_page(village: Village) -> None:
    director, grandma = await village.person("李主任", "director"), await village.person("王秀英")
    for number in range(7):
        await publish(village, director, f"修路{number}")
    await grandma.says("/board")
    await grandma.taps("打几个字找")
    await grandma.says("修路")
    await grandma.sees("有“修路”的，7 条")
    await grandma.taps("下一页")
    assert "修路0" in (await grandma.sees("修路1")).text
    assert len(choices(grandma)) == 2


async def test_who_lives_elsewhere_or_came_later_reads_it_and_another_center_does_not(
    village: Village,
) -> None:
    director = await village.person("李主任", "director")
    upper = await village.person("王秀英")
    lower = await village.person("赵桂芳", village="下马曲")
    stranger = await village.person("外村人", center="dongxing", village=None)
    async with village.database.begin(village.now()) as tx:
        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None
        there = next(one.id for one in await units.villages(tx, unit.id) if one.name == "上马曲")
    notice_id = await publish(village, director, WATER, audience=Audience(villages=(there,)))
    await village.passes(minutes=1)
    late = await village.person("后来的")
    assert upper.has_seen(WATER) and not lower.has_seen(WATER)
    for who in (lower, late):
        await who.says("/board")
        await who.taps("2026年11月")
        await who.taps("2026-001")
        await who.sees(WATER)
        assert await has_read(village, notice_id, who) is None, "it was not for them"
    await stranger.says("/board")
    shown = await stranger.sees("还没公布过什么")
    for data in (f"bread|{notice_id}|0", f"bread|{notice_id}|1", "bmonth|2026-11|0", f"nask|{notice_id}"):
        await stranger.taps_data(shown, data)
        await village.settled()
        assert "没找到这一条" in stranger.toasts[-1]
    await stranger.taps_data(shown, "bfind|停水|0")
    await stranger.sees("没找到“停水”")
    assert WATER not in village.sent_to(stranger)


async def test_what_is_for_a_role_is_a_secret_for_everybody_else(village: Village) -> None:
    director, doctor = await village.person("李主任", "director"), await village.person("马医生", "doctor")
    grandma = await village.person("王秀英")
    secret = "马家疑似传染，先别声张。"
    notice_id = await publish(village, director, secret, kind="health", audience=Audience(roles=("doctor",)))
    await grandma.says("/board")
    shown = await grandma.sees("还没公布过什么")
    for data in (f"bread|{notice_id}|0", f"bread|{notice_id}|1", f"nask|{notice_id}", "bmonth|2026-11|0"):
        await grandma.taps_data(shown, data)
        await village.settled()
        assert "没找到这一条" in grandma.toasts[-1]
    await grandma.taps_data(shown, "bfind|传染|0")
    await grandma.sees("没找到“传染”")
    await grandma.says(f"/start {notice_payload(notice_id)}")
    await grandma.sees("链接")
    assert "传染" not in village.sent_to(grandma).replace("bfind|传染|0", "").replace("“传染”", "")
    await doctor.says("/board")
    await doctor.taps("2026年11月")
    await doctor.taps("2026-001")
    await doctor.sees(secret)


async def test_a_withdrawn_notice_has_its_mark_and_not_its_words(village: Village) -> None:
    director, grandma = await village.person("李主任", "director"), await village.person("王秀英")
    await withdraw(village, notice_id := await publish(village, director, WATER))
    before = sum(WATER in message.text for message in grandma.screen)
    await grandma.says("/board")
    await grandma.taps("2026年11月")
    assert "已撤回" in (await grandma.sees("2026-001")).text
    await grandma.taps("2026-001")
    await grandma.sees("已撤回")
    await grandma.taps_data(grandma.last or await grandma.sees(""), f"bread|{notice_id}|1")
    await village.settled()
    assert "没找到这一条" in grandma.toasts[-1]
    assert sum(WATER in message.text for message in grandma.screen) == before
    await grandma.says("/board")
    await grandma.taps("打几个字找")
    await grandma.says("停水")
    await grandma.sees("没找到“停水”")


async def test_the_link_of_a_printed_notice_opens_it_and_a_stranger_registers_first(village: Village) -> None:
    director, grandma = await village.person("李主任", "director"), await village.person("王秀英")
    notice_id = await publish(village, director, WATER)
    link = start_link("bangban_story_bot", notice_payload(notice_id))
    await grandma.follows(link)
    await grandma.sees("2026-001")
    stranger = village.stranger("新来的")
    await stranger.follows(link)
    await stranger.taps("简体中文")
    await stranger.sees("马曲村社区服务中心")
    assert WATER not in village.sent_to(stranger)
    await stranger.taps("同意")
    await stranger.says("新来的")
    await stranger.taps("上马曲")
    await stranger.says("先不留")
    await stranger.sees(WATER)
    await stranger.sees("2026-001")
    nobody = village.stranger("乱点的")
    await nobody.follows(start_link("bangban_story_bot", notice_payload(999)))
    await nobody.sees("链接")
    assert await village.count(Notice) == 1


async def test_the_townships_notices_are_on_the_board_of_each_center(village: Village) -> None:
    mayor = await village.person("何镇长", "township")
    elsewhere = await village.person("外村人", center="dongxing", village=None)
    await publish(village, mayor, "全镇防火", center="qinghe")
    await elsewhere.says("/board")
    await elsewhere.taps("2026年11月")
    await elsewhere.taps("2026-001")
    await elsewhere.sees("📢 一般的事 2026-001\n青河")
    assert choices(elsewhere) == ["❓ 有话要问"]
    await mayor.says("/board")
    await mayor.taps("2026年11月")
    await mayor.taps("2026-001")
    await mayor.taps("多少人看到了")
    await mayor.sees("自己点过的 2 人")
