"""What waits for whoever looks after the volunteers' association."""

from __future__ import annotations

from tests.stories.conftest import Village
from tests.stories.test_matching import elders
from tests.stories.test_tasks import calls_for, crew, taken


async def test_however_much_waits_the_association_shows_five_choices_and_matching_among_them(
    village: Village,
) -> None:
    officer = await village.person("陈芳", "assistance")
    (li,) = await crew(village, officer, "李强")
    await taken(village, officer)
    await calls_for(officer)
    for label in ("我去", "我到了", "做完了", "不说了", "没有", "我垫了钱"):
        await li.taps(label)
    await li.says("3")
    await li.says("手套")
    await li.taps("没有收据")
    card = await officer.sees("李强垫了 3 元")
    await officer.says("村口的路灯坏了")  # a need of their own is not lost for the reason why not
    await officer.taps("一件新的事")
    await officer.taps("环境与设施")
    await officer.taps("不同意", in_=card)
    await officer.sees("还有一件事没填完")
    assert await village.form(officer) == "draft"
    await officer.says("/cancel")
    await elders(village, "赵桂芳")
    await village.passes(days=31)
    await officer.says("/volunteers")
    seen = await officer.sees("志愿者协会")
    for waits in ("没请过", "等您点头", "还没有帮手"):
        assert waits in seen.text
    labels = officer.buttons(seen)
    four = ["垫的钱", "名单", "没有帮手的人家", "一次配好多户"]
    assert [one.split()[-1] for one in labels] == [*four, "➡️", "返回", "找人说话"]
    await officer.taps("还有别的")
    rest = officer.buttons(await officer.sees("还有这几样"))
    assert [one.split()[-1] for one in rest] == [
        "哪天谁得空",
        "全中心的结对",
        "好久没请的",
        "返回",
        "找人说话",
    ]
    await officer.taps("好久没请的")
    await officer.sees("一个多月没请过这 1 位")
    await village.passes(seconds=1)
    await officer.says("/volunteers")
    await officer.taps("一次配好多户")
    await officer.sees("给哪些人家配帮手")
