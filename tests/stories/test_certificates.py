"""A certificate that was given by mistake: it is taken back, and whoever checks it reads that."""

from __future__ import annotations

from domain.attendancetaps import CertificateDo
from simulator.person import Person as Someone
from storage.certificates import Certificate
from storage.signups import Signup
from tests.stories.activities import door, made, signs_up
from tests.stories.conftest import Village


async def is_given_one(village: Village, officer: Someone, who: Someone) -> Signup:
    """Somebody was at a course of one session, and is given its certificate; their place."""
    (session,) = await made(village, officer, certificate=True)
    row = await signs_up(village, who, session)
    await village.passes(days=1)
    await who.follows(door(session))
    await who.sees("到了！")
    await village.passes(hours=3)
    await officer.taps("发证书", in_=await officer.sees("结束了"))
    await officer.taps("一起发给这 1 个人")
    return row


async def test_the_wrong_one_was_given_it_and_anybody_who_checks_the_number_reads_so(
    village: Village,
) -> None:
    officer, grandma = await village.person("陈老师", "training"), await village.person("王秀英")
    neighbour = await village.person("赵桂芳")
    row = await is_given_one(village, officer, grandma)
    paper = await grandma.sees("王秀英的《果树嫁接》证书")
    number = paper.text.split("编号 ")[1].split("。")[0]

    await officer.taps("王秀英 · 发过了")
    await officer.sees(f"王秀英的证书发过了，编号 {number}")
    await officer.taps("收回")
    asked = await officer.sees("会告诉本人")
    assert not grandma.has_seen("收回了")
    await officer.taps("对，收回", in_=asked)
    told = await grandma.sees("证书收回了")
    assert number in told.text and "☎️ 找人说话" in grandma.buttons(told)
    assert (await officer.sees("发了的 0 个人")).text.count("还没发的 0 个人") == 1

    await neighbour.says(number)
    void = await neighbour.sees("不算数了")
    assert "果树嫁接" in void.text and "王秀英" not in void.text
    await grandma.taps_data(grandma.screen[-1], f"cert|mine|{row.id}")
    await village.settled()
    assert "收回了" in grandma.toasts[-1]
    await grandma.taps_data(grandma.screen[-1], f"sgday|{row.id}")
    mine = await grandma.sees("《果树嫁接》 王秀英")
    assert "来了" in mine.text and "证书" not in str(grandma.buttons(mine)) + mine.text

    await officer.taps("王秀英 · 收回了")
    back = await officer.sees("收回错了就再发一份")
    assert not any("↩️ 收回" in one for one in officer.buttons(back))
    await officer.taps("再发一份")
    await grandma.sees(f"证书，编号 {number}")
    await neighbour.says(number)
    assert "王秀英" in (await neighbour.sees("真的，是这里发的")).text
    assert await village.count(Certificate) == 1


async def test_a_number_is_checked_in_the_middle_of_a_need_too(village: Village) -> None:
    neighbour = await village.person("赵桂芳")
    await neighbour.says("路灯坏了")
    await neighbour.sees("您说的是哪方面的事")
    await neighbour.says("2026-003-173")
    await neighbour.sees("这里没有这个编号的证书")
    await neighbour.taps("接着填", await neighbour.sees("您说的“路灯坏了”还没发出去"))
    await neighbour.taps("环境与设施")
    assert "2026-003-173" not in (await neighbour.sees("路灯坏了")).text


async def test_a_second_look_before_it_is_taken_back_and_an_old_button_afterwards(village: Village) -> None:
    officer, grandma = await village.person("陈老师", "training"), await village.person("王秀英")
    row = await is_given_one(village, officer, grandma)
    await officer.taps("王秀英 · 发过了")
    await officer.taps("收回")
    await officer.sees("会告诉本人")
    await officer.taps("返回")
    await officer.sees("发了的 1 个人")
    assert not grandma.has_seen("收回了")
    for _ in range(2):
        await officer.taps_data(officer.screen[-1], CertificateDo("revoke-sure", row.id).pack())
        await village.settled()
    assert sum("证书收回了" in one.text for one in grandma.screen) == 1, "twice is once"
