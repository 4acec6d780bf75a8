"""Scenes in which minutes count."""

from __future__ import annotations

from bot.demo.stage import Stage
from bot.demo.village import Cast


async def an_urgent_sentence(stage: Stage, cast: Cast) -> None:
    """An urgent sentence: the numbers at once, and one tap rings the doctor, the clerk and the director."""
    neighbour, doctor = cast.neighbour, cast.doctor
    await neighbour.says("快来人，王奶奶胸口疼，喘不上气，倒在地上了")
    await neighbour.sees("先打 120", "110", "119")
    await neighbour.taps("马上叫人")
    await neighbour.sees("正在叫人，叫了 3 个", "120 也要打")
    for one in (doctor, cast.clerk, cast.director):
        await one.sees("急事", without=("刘小军", "胸口疼"))
    await doctor.taps("我来接")
    await doctor.sees("胸口疼", "刘小军")
    await neighbour.sees("村医 李敏 这就来")
    await cast.director.sees("村医已经接了")
    await neighbour.sends_place()
    await neighbour.sees("位置送到了")
    await doctor.sees("刘小军")
    await doctor.taps("回他")
    await doctor.says("我骑车过来，三分钟到。让她靠着坐，别喂水")
    await neighbour.sees("三分钟到")
    await doctor.taps("待办的事")
    await doctor.taps("看病拿药")
    await doctor.taps("办好了")
    await neighbour.sees("村医说办好了")
    await neighbour.taps("👍 办好了")
    await neighbour.sees("您给打几分")
    stage.prove_secret("倒在地上", neighbour, doctor)
