"""A villager's need, from the first word to the last."""

from __future__ import annotations

from tests.stories.conftest import Village


async def test_a_sentence_becomes_a_request_is_taken_talked_over_finished_and_confirmed(
    village: Village,
) -> None:
    grandma = await village.person("王秀英")
    doctor = await village.person("李医生", "doctor")

    await grandma.says("我家老头子发烧两天了，起不来床")
    await grandma.taps("看病")
    await grandma.sees("发出去之前，您看一眼")
    await grandma.taps("发出去")
    await grandma.sees("收到了：1007 号")

    card = await doctor.sees("1007 号")
    assert "王秀英" not in card.text
    assert "发烧" not in card.text
    await doctor.taps("我来接")
    card = await doctor.sees("王秀英")
    assert "我家老头子发烧两天了" in card.text
    await grandma.sees("村医接了")

    await doctor.taps("跟他说话")
    await doctor.says("吃药没有？")
    await grandma.sees("吃药没有？")
    await grandma.taps("回他")
    await grandma.says("没有药了")
    await doctor.sees("没有药了")

    await doctor.taps("办好了")
    await grandma.sees("村医说办好了")
    await grandma.taps("👍 办好了")
    await doctor.sees("村民说办好了")
    await grandma.taps("5 分")
    await grandma.sees("5 分，谢谢您")
