"""Whoever has not answered a roll call after ten minutes is looked after at the door."""

from __future__ import annotations

from storage.requests import ServiceRequest
from tests.stories.conftest import Village
from tests.stories.test_rollcall import (
    SAFE,
    at_home,
    calls_the_roll,
    counted,
    goes_out,
    neighbour,
    on_board,
)


async def test_the_silent_are_looked_after_at_their_doors(village: Village) -> None:
    director, member = await village.person("李主任", "director"), await village.person("郑委员", "committee")
    await village.enrol("郑委员")
    await at_home(village, member)
    grandma = await neighbour(village, "王秀英")
    await village.enrol("何大爷")
    await village.enrol("孤寡老人")
    board = await calls_the_roll(village, director)
    await goes_out(village)
    for one in (member, grandma):
        await one.taps(SAFE)
    await village.settled()
    assert counted(await on_board(village, board)) == (2, 0, 0, 2)
    await village.passes(minutes=9)
    assert not member.has_seen("上门"), "nine minutes and some seconds"
    await village.passes(minutes=1)
    await village.passes(seconds=6)
    asked = await member.sees("2 户")
    await member.taps("我去说", in_=asked)
    await member.sees("何大爷")
    await member.taps("打开名单")
    await member.taps("何大爷")
    home = await member.sees("发大水了")
    assert member.buttons(home)[:4] == ["✅ 都平安", "🆘 要帮忙", "🚪 家里没人", "↩️ 这户我去不了"]
    await member.taps("要帮忙", in_=home)
    await village.settled()
    assert "马上叫人去" in member.toasts[-1]
    assert await village.count(ServiceRequest) == 1
    await member.taps("孤寡老人")
    await member.taps("都平安")
    await village.settled()
    assert counted(await on_board(village, board)) == (3, 1, 0, 0)
    await grandma.taps_data(grandma.screen[-1], "ndoor|help|1|3")
    await village.settled()
    assert "没找到" in grandma.toasts[-1] and await village.count(ServiceRequest) == 1
