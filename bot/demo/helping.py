"""Scenes of helping one to one: a hand lent, a task, and a helper for good."""

from __future__ import annotations

from bot.demo.stage import Stage
from bot.demo.village import Cast

PDF = b"%PDF-"


async def zhao_offers_a_hand(_stage: Stage, cast: Cast) -> None:
    """赵桂芳 has time: what she can do, in a few taps; the assistance officer takes her on."""
    zhao, officer = cast.zhao, cast.helper
    await zhao.says("/volunteer")
    await zhao.sees("去不去，每回都由您定")
    await zhao.taps("我愿意帮忙")
    await zhao.taps("干农活")
    await zhao.says("也会做饭")
    await zhao.sees("记下了：🍲 做饭")
    await zhao.taps("就这些")
    for _ in range(5):
        await zhao.taps("都行")
    for answer in ("都不是", "女", "2 户"):
        await zhao.taps(answer)
    await zhao.taps("对，就这样")
    await officer.sees("赵桂芳", "等您看")
    await officer.taps("收下")
    await zhao.sees("收您当志愿者了")


async def hands_for_the_harvest(stage: Stage, cast: Cast) -> None:
    """Grandma's maize: volunteers read what and when, not who; whoever goes says a word at the door."""
    grandma, officer, zhao = cast.grandma, cast.helper, cast.zhao
    await grandma.says("地里的玉米没人收")
    await grandma.taps("一件新的事")
    await grandma.taps("帮扶救助")
    await grandma.taps("发出去")
    await grandma.taps("另外提一件")
    await officer.sees("帮扶救助", "上马曲", without=("王秀英", "玉米"))
    await officer.taps("我来接")
    await officer.taps("请志愿者")
    await officer.taps("干农活")
    await officer.taps("1 个人")
    await officer.taps("另选一天")
    await officer.says("后天")
    await officer.taps("上午")
    await officer.taps("都行")
    await officer.taps("发出去")
    await zhao.sees("有户人家要搭把手", "干农活", without=("王秀英", "玉米"))
    await zhao.taps("我去")
    await zhao.sees("您答应的事", "王秀英", "玉米没人收", "到门口说")
    comes = await grandma.sees("赵桂芳来帮忙", "说不出来的，别开门")
    word = comes.text.split("会说“")[1].split("”")[0]
    stage.prove(f"whoever comes can say “{word}”", any(word in one.text for one in zhao.person.screen))
    await zhao.taps("我到了")
    await zhao.taps("做完了")
    await zhao.taps("两个钟头")
    await zhao.says("狗拴在院里，别怕")
    await zhao.sees("只有您看得到")
    await officer.sees("来帮忙的都做完了")


async def a_helper_for_good(stage: Stage, cast: Cast) -> None:
    """Who fits her best comes first, with the reasons. Both agree, and the card for the wall is printed."""
    grandma, officer, zhao = cast.grandma, cast.helper, cast.zhao
    await officer.says("/pairs")
    await officer.taps("给一家找帮手")
    await officer.says("王秀英")
    await officer.taps("找帮手")
    await officer.sees("赵桂芳", "以前帮过")
    await officer.taps("赵桂芳")
    await officer.taps("日常照看")
    await officer.taps("每月两次")
    await officer.taps("先不要第二帮手")
    await officer.taps("去问问")
    await zhao.sees("王秀英", without=("13800000001",))
    await zhao.taps("行")
    await grandma.sees("赵桂芳")
    await grandma.taps("行")
    await zhao.sees("王秀英", "13800000001")
    await grandma.says("/pairs")
    await grandma.taps("打印卡片")
    made = await grandma.sees("打印出来贴在墙上")
    stage.prove("the card is a page that can be printed", made.files[-1].data.startswith(PDF))
