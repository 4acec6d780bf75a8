"""A helper and a household: both agree, and whatever can happen to the two happens by a few taps."""

from __future__ import annotations

import re

from simulator.model import Message
from tests.stories.conftest import Village
from tests.stories.pairing import grandma_at_home, proposes, volunteer


def word_in(message: Message) -> str:
    """The word at the door, as a message tells it."""
    found = re.search(r"到门口(?:先|会)说：(\S+)", message.text)
    assert found is not None
    return found[1]


async def test_a_pair_from_the_proposal_to_the_first_visit(village: Village) -> None:
    officer, grandma = await village.person("周敏", "assistance"), await grandma_at_home(village)
    helper = await volunteer(village, "李敏")
    await proposes(officer, "李敏")
    asked = await helper.sees("想请您长年帮着一家人")
    assert "王秀英" in asked.text and "上马曲" in asked.text and "每月两次" in asked.text
    assert "13900000002" not in village.sent_to(helper)
    await grandma.does_not_see("李敏")

    await helper.taps("行，我来", in_=asked)
    await helper.sees("这就去问王秀英家")
    await grandma.taps("👌 行", in_=await grandma.sees("中心想请李敏常到您家看看"))
    told_helper, told_grandma = await helper.sees("到门口先说"), await grandma.sees("他到门口会说")
    assert "13900000002" in told_helper.text
    assert "13900000042" in told_grandma.text
    assert word_in(told_helper) == word_in(told_grandma)
    await officer.sees("王秀英家和李敏结上对了")

    await helper.taps("更多")
    await helper.taps("我帮的人家")
    assert "11月30日 周一以前" in (await helper.sees("您帮着这几家")).text
    await helper.taps("王秀英")
    await helper.taps("去过了，记一笔")
    await helper.sees("王秀英家怎么样")
    await helper.taps("去看了看")
    await helper.sees("人怎么样")
    await helper.taps("好着呢")
    await helper.sees("还有别的吗")
    await helper.taps("没有了")
    await helper.sees("记下了，王秀英家。辛苦您")
    await helper.says("/pairs")
    assert "12月15日 周二以前" in (await helper.sees("您帮着这几家")).text
