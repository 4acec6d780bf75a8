"""Scenes of learning something: from the wish to the course, its seats, its days, and its certificate."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.demo.clock import ZONE
from bot.demo.helping import PDF
from bot.demo.stage import Actor, Stage
from bot.demo.village import Cast
from domain.attendance import digits
from domain.links import checkin_payload
from storage import activities, units
from storage.activities import ActivitySession

MORNING, AFTERNOON = 9, 15
"""Hours in the village: nobody is told anything at night, and the course is after the midday rest."""
SESSIONS = 3


def _at(stage: Stage, hour: int, days: int = 0) -> datetime:
    """A full hour in the village, so many days from the story's today."""
    day = stage.now().astimezone(ZONE) + timedelta(days=days)
    return day.replace(hour=hour, minute=0, second=0, microsecond=0)


async def five_want_to_learn_grafting(stage: Stage, cast: Cast) -> None:
    """The next morning five people say they want to learn grafting: the trainer hears how many, not who."""
    await stage.goes_on(_at(stage, MORNING, days=1))
    sentences = {
        cast.grandma: "我想学嫁接",
        cast.neighbour: "想学嫁接，哪里有人教",
        cast.chen: "有没有教嫁接的班",
        cast.zhao: "我想学果树嫁接",
        cast.sweeper: "想学嫁接",
    }
    for one, sentence in sentences.items():
        await one.says(sentence)
        if one.is_offered("一件新的事"):  # whoever has something under way is asked what it is about
            await one.taps("一件新的事")
        await one.taps("记下来")
        await one.sees("有了先告诉您")
    await cast.teacher.sees("有 5 个人想学嫁接", without=("王秀英", "陈建国"))


async def a_course_is_made_of_it(stage: Stage, cast: Cast) -> None:
    """By one tap the trainer makes a course of it; who wished for it hears of it first, then everybody."""
    teacher = cast.teacher
    days = [_at(stage, AFTERNOON, days=number) for number in range(1, SESSIONS + 1)]
    await teacher.taps("看看大家想学什么")
    await teacher.taps("办一期嫁接")
    await teacher.says("、".join(f"{one.month}月{one.day}日" for one in days) + " 下午3点")
    await teacher.says("村部二楼")
    await teacher.says("3")
    await teacher.sees("大家看到的就是这样")
    await teacher.taps("再写几样")
    await teacher.taps("下一页")
    await teacher.taps("学完给证书")
    await teacher.taps("发布，告诉大家")
    await teacher.sees("发布了，编号")
    await cast.grandma.sees("您想学的，有了", "嫁接")
    await stage.goes_on(stage.now() + timedelta(minutes=1))
    await cast.grandma.sees("嫁接", "村部二楼")


async def three_seats_for_four(stage: Stage, cast: Cast) -> None:
    """Three seats, and four who want one: who waits moves up by themself when somebody gives theirs back."""
    grandma, chen, zhao, teacher = cast.grandma, cast.chen, cast.zhao, cast.teacher
    for one in (grandma, cast.neighbour, chen):
        await _signs_up(one)
        await one.sees("您报上了")
    await _signs_up(zhao)
    await zhao.sees("满了，您排第 1 位")
    await chen.taps("取消报名")
    await zhao.sees("有空位了，轮到您了")
    await zhao.taps("✅ 去")
    await zhao.sees("您报上了")
    await teacher.says("/activities")
    await teacher.taps("我办的")
    await teacher.sees("3 个位子报了 3 个")
    await teacher.taps("嫁接")
    await teacher.sees("嫁接", "王秀英", "刘小军", "赵桂芳", without=("陈建国",))
    await teacher.taps("谁来了、加人、表格")
    await teacher.taps("表格")
    table = await teacher.sees("一人一行")
    stage.prove("the list is a spreadsheet", str(table.files[-1].name).endswith(".xlsx"))


async def _signs_up(who: Actor) -> None:
    await who.says("/activities")
    await who.taps("嫁接")
    await who.taps("🙋 我要报名")


async def the_day_comes(stage: Stage, cast: Cast) -> None:
    """Reminded the evening before and two hours before; at the door by the code, or by four digits."""
    sessions = await _sessions(stage)
    first = sessions[0]
    await stage.goes_on(first.starts_at - timedelta(hours=2))
    await cast.grandma.sees("别忘了", "嫁接")
    for number, session in enumerate(sessions, start=1):
        await stage.goes_on(session.starts_at)
        await cast.grandma.follows(stage.link(checkin_payload(session.id, session.code)))
        await cast.grandma.sees("给您记上了")
        if number < SESSIONS:
            await cast.zhao.says(f"签到 {digits(session.code)}")
            await cast.zhao.sees("给您记上了")
        await stage.goes_on(session.ends_at + timedelta(minutes=1))
        await cast.teacher.sees(f"第 {number} 次结束了")


async def _sessions(stage: Stage) -> list[ActivitySession]:
    """The course's days, with the code that hangs at the door on each."""
    async with stage.begin() as tx:
        center = await units.unit_by_code(tx, "maqu")
        found = await activities.coming(tx, center.id, limit=1) if center is not None else []
        return await activities.sessions(tx, found[0].id) if found else []


async def a_certificate_that_anybody_can_check(stage: Stage, cast: Cast) -> None:
    """Who was there often enough is given a certificate by one tap; its number can be checked by anybody."""
    teacher, grandma = cast.teacher, cast.grandma
    await teacher.taps("发证书")
    await teacher.sees("够了次数还没发的 2 个人")
    await teacher.taps("一起发给这 2 个人")
    paper = await grandma.sees("王秀英的《嫁接》证书")
    await cast.zhao.sees("赵桂芳的《嫁接》证书")
    stage.prove("the certificate is a page that can be printed", paper.files[-1].data.startswith(PDF))
    await cast.chen.says(paper.text.split("编号 ")[1].split("。")[0])
    await cast.chen.sees("真的，是这里发的", "王秀英")
