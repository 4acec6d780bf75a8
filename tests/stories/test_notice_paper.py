"""A notice for those who have no telephone: printed for the board, and read out over the loudspeaker."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader

from simulator.model import Message
from tests.stories.conftest import Village
from tests.stories.test_notices import until_done, writes

WORDS = "停水通知\n12月3日上午9:30到11:00停水，请提前接好水。问事打 13800000001。"


async def test_the_director_prints_it_and_has_it_read_out(village: Village) -> None:
    author, director = await village.person("郑委员", "committee"), await village.person("李主任", "director")
    villager = await village.person("王大爷")
    await writes(author, WORDS)
    await author.taps("发给大家")
    await until_done(village, author)

    await director.says("/board")
    await director.taps("2026年11月")
    await director.taps("2026-001")
    await director.taps("打印贴公示栏")
    printed = await director.sees("A4 纸打出来就能贴")
    text = words_of(printed)
    assert "马曲村社区服务中心通知" in text and "2026-001" in text and "农历十月十六" in text
    assert "停水通知" in text and "请提前接好水" in text and "郑委员" in text

    await director.taps("大喇叭念的稿")
    read = await director.sees("各位乡亲，请注意")
    assert "十二月三号上午九点半到十一点停水" in read.text and "幺三八" in read.text
    assert read.text.count("请提前接好水") == 2, "twice"
    assert not any(one.isdigit() for one in read.text)

    await villager.follows("https://t.me/bangban_story_bot?start=n-1")
    await villager.sees("请提前接好水")
    assert "打印" not in str(villager.buttons())
    for what in ("sheet", "loud"):
        await villager.taps_data(villager.screen[-1], f"npaper|{what}|1")
        await village.settled()
        assert "没找到" in villager.toasts[-1]
    await director.taps_data(director.screen[-1], "npaper|film|1")
    await village.settled()
    assert "没找到" in director.toasts[-1]


def words_of(message: Message) -> str:
    """What stands on a sheet that was sent."""
    assert message.kind == "document"
    reader = PdfReader(BytesIO(message.files[0].data))
    return "\n".join(page.extract_text() for page in reader.pages).translate(str.maketrans("", "", " \n"))


async def test_a_photo_without_words_can_be_neither_printed_nor_read_out(village: Village) -> None:
    director = await village.person("李主任", "director")
    await director.says("/notice")
    await director.taps("写：")
    await director.sends_photo()
    await director.taps("发给大家")
    await until_done(village, director)
    for what in ("sheet", "loud"):
        await director.taps_data(director.screen[-1], f"npaper|{what}|1")
        await village.settled()
        assert "没有字" in director.toasts[-1]
