"""Roles come from an invitation that works once; nobody can claim one."""

from __future__ import annotations

import re

from simulator.person import Person as Someone
from storage.roles import RoleGrant
from tests.stories.conftest import Village

LINK = re.compile(r"https://t\.me/\S+")


async def invite(director: Someone, role: str) -> str:
    """Let the director make an invitation in the chat; its link."""
    await director.says("/invite")
    for _ in range(4):
        await director.sees("请他来做什么")
        if any(role in label for label in director.buttons()):
            break
        await director.taps("下一页")
    await director.taps(role)
    found = LINK.search((await director.sees("请人来")).text)
    assert found is not None
    return found[0]


async def test_the_director_invites_a_doctor_who_accepts_and_gets_the_next_request(village: Village) -> None:
    director, li = await village.person("马主任", "director"), await village.person("李医生")
    link = await invite(director, "村医")
    assert director.last is not None
    assert director.last.kind == "photo"  # the same as a QR picture
    await li.follows(link)
    await li.sees("马曲村社区服务中心想请您来管事，岗位是村医")
    await li.taps("愿意")
    await li.sees("从今天起您在马曲村社区服务中心管事了")
    await li.sees("李医生，您好")
    assert "📥 待办的事" in li.keyboard

    grandma = await village.person("王秀英")
    await grandma.says("我发烧两天了")
    await grandma.taps("看病")
    await grandma.taps("发出去")
    await li.sees("1007 号")


async def test_an_invitation_works_once_and_for_a_week(village: Village) -> None:
    director = await village.person("马主任", "director")
    first, second = await village.person("李医生"), await village.person("陈建国")
    used, late = await invite(director, "村医"), await invite(director, "村医")
    await first.follows(used)
    await first.taps("愿意")
    await first.sees("从今天起")
    await second.follows(used)
    await second.sees("这个邀请已经有人用过了")
    await village.passes(days=7)
    await second.follows(late)
    await second.sees("这个邀请过期了")
    await second.starts("r-" + "x" * 32)
    await second.sees("没有这个邀请")
    assert await village.count(RoleGrant) == 2


async def test_whoever_opens_an_invitation_as_a_stranger_registers_first(village: Village) -> None:
    director, stranger = await village.person("马主任", "director"), village.stranger("李")
    link = await invite(director, "村医")
    await stranger.says("村口的路灯坏了")
    await stranger.sees("用哪种话")
    await stranger.follows(link)
    await stranger.taps("简体中文")
    await stranger.taps("行，同意")
    await stranger.says("李医生")
    await stranger.taps("下马曲")
    await stranger.taps("先不留")
    await stranger.sees("岗位是村医")
    await stranger.taps("愿意")
    await stranger.sees("从今天起")
    await stranger.sees("您说的是哪方面的事")  # what was written first is not lost either


async def test_an_invitation_that_is_declined_gives_nothing_and_may_be_opened_again(village: Village) -> None:
    director, li = await village.person("马主任", "director"), await village.person("李医生")
    link = await invite(director, "村医")
    await li.follows(link)
    question = await li.sees("您愿意吗")
    await li.taps("不做")
    await li.sees("好，那就算了")
    await li.taps_data(question, "accept|1")
    await village.settled()
    assert await village.count(RoleGrant) == 1
    await li.follows(link)
    await li.taps("愿意")
    await li.sees("从今天起")


async def test_nobody_can_claim_a_role_by_any_button_or_command(village: Village) -> None:
    await village.person("马主任", "director")
    cheat = await village.person("陈建国", "doctor")
    screen = cheat.last
    assert screen is not None
    for data in (
        "accept|1",
        "invite|director",
        "invite|county",
        "revoke|1|1",
        "revoke|2|1",
        "go|invite",
        "go|roles",
    ):
        await cheat.taps_data(screen, data)
        await village.settled()
    for command in ("/roles", "/invite"):
        await cheat.says(command)
        await cheat.sees("这个只有主任能做")
    assert await village.count(RoleGrant) == 2
    account = await village.account(cheat)
    assert account is not None
    assert [grant.role for grant in account.grants] == ["doctor"]


async def test_a_director_gives_only_the_roles_of_the_own_center(village: Village) -> None:
    director = await village.person("马主任", "director")
    other = await village.person("何主任", "director", center="dongxing", village="东头")
    await director.says("/roles")
    overview = await director.sees("谁在管什么")
    assert not any("何主任" in label for label in director.buttons())
    theirs = await village.account(other)
    assert theirs is not None
    for data in (
        "invite|township",
        "invite|county",
        "invite|villager",
        "invite|x",
        f"revoke|{theirs.grants[0].id}|1",
    ):
        await director.taps_data(overview, data)
        await village.settled()
        assert not director.has_seen("请人来")
    theirs = await village.account(other)
    assert theirs is not None
    assert [grant.role for grant in theirs.grants] == ["director"]


async def test_a_role_that_is_taken_back_takes_its_desk_along(village: Village) -> None:
    director, li = await village.person("马主任", "director"), await village.person("李医生", "doctor")
    grandma = await village.person("王秀英")
    await grandma.says("我发烧两天了")
    await grandma.taps("看病")
    await grandma.taps("发出去")
    card = await li.sees("1007 号")
    await director.says("/roles")
    await director.taps("村医 · 李医生")
    await director.sees("真要收回")
    await director.taps("对，收回")
    await director.sees("收回了：村医")

    await li.sees("这件事不在您手上")
    await li.taps_data(card, "do|take|1")
    await village.settled()
    assert li.toasts[-1].startswith("没找到")
    await li.says("/desk")
    await li.sees("这个是接事的人用的")


async def test_the_last_director_cannot_be_sent_away(village: Village) -> None:
    director = await village.person("马主任", "director")
    await director.says("/roles")
    await director.taps("主任 · 马主任")
    await director.taps("对，收回")
    await village.settled()
    assert "只剩这一位主任" in director.toasts[-1]
    account = await village.account(director)
    assert account is not None
    assert [grant.role for grant in account.grants] == ["director"]
