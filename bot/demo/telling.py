"""Scenes of telling every household: a notice, a question about it, a sheet for the board, a roll call."""

from __future__ import annotations

from datetime import timedelta

from bot.demo.helping import PDF
from bot.demo.stage import Stage
from bot.demo.village import Cast
from domain.notices import REPORT_EVERY

BURST = "水管爆了，今天停水，晚上7:30来水。请到村口打水。"


async def no_water_today(_stage: Stage, cast: Cast) -> None:
    """The director tells everybody, sees it as it arrives first, and then who knows it, by household."""
    director, grandma, chen = cast.director, cast.grandma, cast.chen
    await director.says("/notice")
    await director.taps("写：")
    await director.says(BURST)
    await director.sees("大家收到的就是这样")
    await director.taps("发给谁、什么时候、哪一类")
    await director.taps("哪一类")
    await director.taps("停水停电")
    await director.taps("什么时候")
    await director.taps("夜里也发")
    await director.taps("返回")
    await director.taps("返回")
    await director.taps("发给大家")
    await grandma.sees("停水停电", "请到村口打水")
    await grandma.taps("知道了")
    await chen.sees("请到村口打水")
    await chen.taps("有话要问")
    await chen.says("村口的水能喝吗？")
    await chen.taps("发出去")
    await director.sees("发完了")


async def for_those_without_a_telephone(stage: Stage, cast: Cast) -> None:
    """The same for the board, and for the loudspeaker: figures in words."""
    director = cast.director
    await director.taps("还能做什么")
    await director.taps("看原文、打印、念稿")
    await director.taps("打印贴公示栏")
    sheet = await director.sees("A4 纸打出来就能贴")
    stage.prove("the notice can be printed", sheet.kind == "document" and sheet.files[0].data.startswith(PDF))
    await director.taps("大喇叭念的稿")
    await director.sees("各位乡亲，请注意", "晚上七点半来水")


async def is_everybody_safe(stage: Stage, cast: Cast) -> None:
    """The river rises: two taps ask every household, and whoever needs help is rung for at once."""
    director, grandma, officer = cast.director, cast.grandma, cast.officer
    await director.says("/rollcall")
    await director.taps("发大水了")
    await director.taps("马上点名")
    board = await director.sees("点名：马曲村")
    await officer.sees("点名：")
    await grandma.sees("您家里人都平安吗")
    await grandma.taps("要帮忙")
    await grandma.sees("已经叫人了")
    await cast.doctor.sees("您家里人都平安吗")
    await cast.doctor.taps("✅ 平安")
    await stage.goes_on(stage.now() + timedelta(seconds=REPORT_EVERY))
    await director.sees("🆘 要帮忙 1 户")
    await director.taps("结束点名", in_=board)
    await director.taps("对，结束")
    table = await director.sees("一户一户的结果在表里")
    stage.prove("the roll call ends with a report, a line for each household", table.kind == "document")
