"""Somebody in the middle of one thing begins another: they are told so, and one tap leads on."""

from __future__ import annotations

from tests.stories.conftest import Village
from tests.stories.signing import grafting, link, make, standings


async def test_a_word_typed_by_mistake_does_not_keep_her_from_signing_up_her_mother(village: Village) -> None:
    officer, wang = await village.person("罗培训", "training"), await village.person("王秀英")
    activity_id = await make(village, officer, grafting(village))
    await wang.says("我妈李桂花")
    await wang.sees("您说的是哪方面的事")
    await wang.follows(link(activity_id))
    page = await wang.sees("果树嫁接")
    await wang.taps("替别人报名", page)
    busy = await wang.sees("您手上还有一件事没填完。接着填，还是不办了？")
    assert wang.buttons(busy) == ["▶️ 接着填", "❌ 不办了", "☎️ 找人说话"]
    assert await village.form(wang) == "draft", "nothing is thrown away that was not tapped"
    await wang.taps("不办了", busy)
    await wang.sees("好，不办了")
    await wang.taps("替别人报名", page)
    await wang.sees("写名字")
    await wang.says("李桂花")
    await wang.taps("就按这个名字报")
    await wang.sees("李桂花报上了")
    assert await standings(village, activity_id) == [("李桂花", "seated")]


async def test_going_on_asks_the_question_again_that_was_open(village: Village) -> None:
    officer = await village.person("罗培训", "training")
    activity_id = await make(village, officer, grafting(village))
    for label in ("更多", "我管的事", "办活动", "培训班"):
        await officer.taps(label)
    await officer.says("养蜂")
    await officer.sees("什么时候")
    await officer.follows(link(activity_id))
    await officer.taps("替别人报名", await officer.sees("果树嫁接"))
    await officer.taps("接着填", await officer.sees("您手上还有一件事没填完"))
    await officer.sees("什么时候？")
    await officer.says("周五两点")
    await officer.sees("在哪儿")


async def test_what_is_kept_is_said_once_on_the_way_and_not_at_every_tap(village: Village) -> None:
    officer = await village.person("罗培训", "training")
    await officer.says("路灯坏了")
    await officer.sees("您说的是哪方面的事")
    await officer.taps("更多")
    await officer.sees("您说的“路灯坏了”还没发出去，给您留着呢")
    for label in ("我管的事", "办活动"):
        await officer.taps(label)
        await officer.does_not_see("还没发出去")
    await officer.taps("培训班")
    await officer.sees("您手上还有一件事没填完")
    await village.passes(days=9)
    await officer.says("/mine")
    kept = await officer.sees("您说的“路灯坏了”还没发出去，给您留着呢")
    assert "刚才" not in kept.text, "it was nine days ago"
    await officer.taps("接着填", kept)
    await officer.sees("您说的是哪方面的事")


async def test_a_person_to_talk_to_in_place_of_the_question_leaves_a_way_back(village: Village) -> None:
    wang = await village.person("王秀英")
    await wang.says("路灯坏了")
    asked = await wang.sees("您说的是哪方面的事")
    await wang.taps("找人说话", asked)
    kept = await wang.sees("您说的“路灯坏了”还没发出去")
    assert "您说的是哪方面的事" not in asked.text
    await wang.taps("接着填", kept)
    await wang.taps("环境与设施", await wang.sees("您说的是哪方面的事"))
    await wang.sees("发出去之前")
