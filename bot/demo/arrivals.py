"""Scenes in which people come to the center: by its link, or by an invitation to a role."""

from __future__ import annotations

from bot.demo.stage import Stage, StoryError
from bot.demo.village import MAQU, PARTS, Cast
from domain.links import center_payload, role_payload
from services import roles, units
from simulator.model import Message

DESK = "📥 待办的事"


async def everybody_opens_the_chat(stage: Stage, cast: Cast) -> None:
    """Those who registered long ago open the chat and find their big keys."""
    for actor, part in zip(stage.actors, PARTS.values(), strict=True):
        if part.settled:
            await actor.says("/start")
            await actor.sees(f"{part.name}，您好！")
    stage.prove(
        "who works at a desk has a key for it, who does not has none",
        DESK in cast.helper.person.keyboard and DESK not in cast.neighbour.person.keyboard,
    )


async def the_director_accepts(stage: Stage, cast: Cast) -> None:
    """The director registers and accepts her one-time link, made on the command line: bangban invite."""
    async with stage.begin() as tx:
        center = await units.by_code(tx, MAQU)
        if center is None:
            raise StoryError(f"expected: a center {MAQU}")
        token = roles.create_invitation(tx, unit=center, role="director", created_by=None)
    director = cast.director
    await director.follows(stage.link(role_payload(token)))
    await director.taps("简体中文")
    await director.taps("行，同意")
    await director.says("马国强")
    await director.taps("石桥头")
    await director.taps("先不留")
    await director.sees("岗位是主任")
    await director.taps("愿意")
    await director.sees("马国强，您好！")


async def the_director_invites_the_doctor(stage: Stage, cast: Cast) -> None:
    """The director invites the doctor in the chat; she follows the link, and nobody can use it again."""
    await cast.director.taps("更多")
    await cast.director.taps("我管的事")
    await cast.director.taps("谁在管什么")
    await cast.director.taps("请一个人来管事")
    await cast.director.taps("村医")
    link = _link_in(await cast.director.sees("岗位是村医"))
    await cast.doctor.follows(link)
    await cast.doctor.sees("岗位是村医")
    await cast.doctor.taps("愿意")
    await cast.doctor.sees("李敏，您好！")
    await cast.clerk.follows(link)
    await cast.clerk.sees("已经有人用过了")
    stage.prove("the link gave one role to one person", DESK in cast.doctor.person.keyboard)


def _link_in(message: Message) -> str:
    return next(line for line in message.text.splitlines() if line.startswith("https://t.me/"))


async def grandma_registers(stage: Stage, cast: Cast) -> None:
    """Grandma comes by the center's link; what she says before she is registered is kept for her."""
    grandma = cast.grandma
    await grandma.follows(stage.link(center_payload(MAQU)))
    await grandma.taps("简体中文")
    await grandma.sees("马曲村社区服务中心", "找人帮您办")
    await grandma.says("我家老头子发烧两天了，起不来床")
    await grandma.sees("马曲村社区服务中心")
    await grandma.taps("行，同意")
    await grandma.says("王秀英")
    await grandma.taps("上马曲")
    await grandma.taps("发我的电话")
    await grandma.sees("对上了名册：王秀英")
    await grandma.sees("您说的是哪方面的事")


async def chen_registers(stage: Stage, cast: Cast) -> None:
    """Another villager registers; his telephone ties him to the roster too."""
    chen = cast.chen
    await chen.follows(stage.link(center_payload(MAQU)))
    await chen.taps("简体中文")
    await chen.taps("行，同意")
    await chen.says("陈建国")
    await chen.taps("柳树湾")
    await chen.taps("发我的电话")
    await chen.sees("对上了名册：陈建国")
    await chen.sees("陈建国，您好！")
