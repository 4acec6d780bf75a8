"""Registering with a center: what is asked, what is kept, and that nothing is lost on the way."""

from __future__ import annotations

from simulator.person import Person as Someone
from storage.people import Dialogue, Membership
from storage.requests import ServiceRequest
from tests.stories.conftest import Village


async def agree(someone: Someone) -> None:
    """From the first question to the consent, given."""
    await someone.taps("简体中文")
    await someone.taps("行，同意")


async def join(someone: Someone, name: str, village: str = "上马曲") -> None:
    """All the way to the phone number."""
    await agree(someone)
    await someone.sees("您叫什么名字")
    await someone.says(name)
    await someone.taps(village)
    await someone.sees("要不要留个电话")


async def test_a_stranger_registers_by_the_centers_link_and_is_tied_to_the_roster(village: Village) -> None:
    grandma = village.stranger("秀英")
    await village.enrol("王秀英", phone=grandma.phone, village="柳树湾")
    await grandma.starts("c-maqu")
    await grandma.sees("用哪种话")
    await grandma.taps("简体中文")
    question = await grandma.sees("您看行不行")
    assert "马曲村社区服务中心" in question.text
    await grandma.taps("行，同意")
    await grandma.says("王秀英")
    await grandma.taps("别的地方")
    await grandma.taps("发我的电话")
    await grandma.sees("对上了名册：王秀英")
    await grandma.sees("王秀英，您好！这里是马曲村社区服务中心")
    assert "🙋 我要办事" in grandma.keyboard

    account = await village.account(grandma)
    assert account is not None
    assert account.phone == grandma.phone
    assert account.memberships[0].person_id is not None
    assert account.memberships[0].village_id is not None  # the roster's, as none was given


async def test_without_consent_nothing_is_kept_and_one_may_think_again(village: Village) -> None:
    stranger = village.stranger("陈")
    await stranger.says("我家水管坏了")
    await stranger.sees("用哪种话")
    await stranger.taps("简体中文")
    await stranger.taps("马曲")
    await stranger.taps("不同意")
    await stranger.sees("那就不记。有事请打马曲村社区服务中心的电话：0900-8551101")
    await village.settled()
    assert await village.count(Membership) == await village.count(Dialogue) == 0

    await stranger.taps("再想想")
    await stranger.taps("简体中文")
    await stranger.taps("马曲")
    await stranger.taps("行，同意")
    await stranger.says("陈建国")
    await stranger.taps("柳树湾")
    await stranger.taps("先不留")
    await stranger.sees("陈建国，您好")
    await stranger.does_not_see("水管")


async def test_what_was_written_before_registering_is_kept_and_taken_up(village: Village) -> None:
    helper = await village.person("吴强", "environment")
    stranger = village.stranger("陈")
    await stranger.says("村口的路灯不亮了")
    await stranger.sees("用哪种话")
    await stranger.sends_photo()
    await stranger.sees("您刚才说的我都留着")
    await stranger.starts("c-maqu")
    await stranger.sees("用哪种话")
    await join(stranger, "陈建国", "柳树湾")
    await stranger.taps("先不留")
    await stranger.sees("您说的是哪方面的事")
    await stranger.taps("环境与设施")
    assert "📷 照片 1 张" in (await stranger.sees("村口的路灯不亮了")).text
    await stranger.taps("发出去")
    card = await helper.sees("环境与设施")
    assert "柳树湾" in card.text


async def test_a_need_written_instead_of_a_phone_number_is_not_lost(village: Village) -> None:
    stranger = village.stranger("陈")
    await stranger.starts("c-maqu")
    await join(stranger, "陈建国")
    await stranger.says("13800001111")
    await stranger.sees("要不要留个电话")  # what is typed proves nothing: the key is shown again
    await stranger.says("/menu")
    await stranger.sees("先花半分钟登记一下")
    await stranger.says("我想学果树嫁接")
    await stranger.sees("陈建国，您好")
    await stranger.sees("现在没有教果树嫁接的班")
    await stranger.taps("不是这个意思")
    await stranger.sees("您说的是哪方面的事")
    await stranger.taps("科技培训")
    await stranger.sees("我想学果树嫁接")


async def test_a_family_that_shares_one_phone_is_told_apart_by_name(village: Village) -> None:
    grandma = village.stranger("秀英")
    for name, where in (("刘大山", "下马曲"), ("王秀英", "柳树湾")):
        await village.enrol(name, phone=grandma.phone, village=where)
    await grandma.starts("c-maqu")
    await join(grandma, "王秀英")
    await grandma.taps("发我的电话")
    await grandma.sees("对上了名册：王秀英")


async def test_a_shared_phone_under_another_name_is_tied_to_nobody(village: Village) -> None:
    grandson = village.stranger("小军")
    for name in ("刘大山", "王秀英"):
        await village.enrol(name, phone=grandson.phone)
    await grandson.starts("c-maqu")
    await join(grandson, "刘小军")
    await grandson.taps("发我的电话")
    await grandson.sees("电话记下了，谢谢您")
    account = await village.account(grandson)
    assert account is not None
    assert account.memberships[0].person_id is None


async def test_somebody_elses_phone_number_is_not_taken_for_ones_own(village: Village) -> None:
    grandma, cheat = village.stranger("秀英"), village.stranger("某人")
    await village.enrol("王秀英", phone=grandma.phone)
    await cheat.starts("c-maqu")
    await join(cheat, "王秀英")
    await cheat.shares_contact(of=grandma)
    await cheat.sees("这不是您自己的电话")
    account = await village.account(cheat)
    assert account is not None
    assert account.phone is None
    assert account.memberships[0].person_id is None


async def test_a_migrant_family_belongs_to_two_centers_and_one_is_current(village: Village) -> None:
    grandma = await village.person("王秀英")
    away = await village.person("何姐", "assistance", center="dongxing", village="东头")
    await grandma.starts("c-dongxing")
    await grandma.sees("欢迎来到东兴村社区服务中心")
    await grandma.taps("行，同意")
    await grandma.taps("河坝")
    await grandma.taps("先不留")
    await grandma.sees("这里是东兴村社区服务中心")
    await grandma.says("家里没人做饭")
    await grandma.taps("帮扶救助")
    await grandma.taps("发出去")
    assert "东兴村社区服务中心 · 河坝" in (await away.sees("帮扶救助")).text

    await grandma.says("/centers")
    await grandma.taps("马曲村社区服务中心")
    await grandma.sees("这里是马曲村社区服务中心")
    await grandma.starts("c-dongxing")
    await grandma.sees("这里是东兴村社区服务中心")
    assert await village.count(Membership) == 3


async def test_choosing_another_center_and_going_home_again_leaves_no_form_open(village: Village) -> None:
    grandma = await village.person("王秀英")
    await grandma.says("/centers")
    await grandma.taps("再登记一个")
    await grandma.sees("您是哪个服务中心的")
    await grandma.taps("马曲村社区服务中心")
    await grandma.sees("王秀英，您好")
    await grandma.says("家里没人做饭")
    await grandma.sees("您说的是哪方面的事")
    assert await village.form(grandma) == "draft"


async def test_start_again_at_every_question_asks_it_again_and_loses_nothing(village: Village) -> None:
    stranger = village.stranger("陈")
    await stranger.starts("c-maqu")
    for question, answer in (
        ("用哪种话", "简体中文"),
        ("您看行不行", "行，同意"),
        ("您叫什么名字", None),
        ("您住哪个自然村", "石桥头"),
        ("要不要留个电话", None),
    ):
        await stranger.sees(question)
        for link in ("", "c-maqu"):
            if question != "要不要留个电话":
                await stranger.starts(link)
                await stranger.sees(question)
        if answer is None and question.startswith("您叫"):
            await stranger.says("陈建国")
        elif answer is not None:
            await stranger.taps(answer)
    await stranger.taps("先不留")
    await stranger.sees("陈建国，您好")


async def test_names_that_are_none_are_asked_again_kindly(village: Village) -> None:
    stranger = village.stranger("陈")
    await stranger.starts("c-maqu")
    await agree(stranger)
    for wrong, words in (("123", "不像名字"), ("😀😀", "不像名字"), ("很" * 41, "名字太长")):
        await stranger.says(wrong)
        await stranger.sees(words)
    await stranger.sends_sticker()
    await stranger.sees("您叫什么名字")
    await stranger.says("陈　建国")
    await stranger.sees("您住哪个自然村")


async def test_a_link_that_leads_nowhere_still_leads_to_registering(village: Village) -> None:
    stranger = village.stranger("陈")
    for link in ("c-nowhere", "c-qinghe", "x", "r", "c-"):
        await stranger.starts(link)
        await stranger.sees("这个链接用不了")
        await stranger.sees("用哪种话")


async def test_everything_is_said_in_the_language_that_was_chosen(village: Village) -> None:
    stranger = village.stranger("Chen", language="en")
    await stranger.starts("c-maqu")
    await stranger.taps("繁體中文")
    await stranger.taps("同意")
    await stranger.says("陳建國")
    await stranger.taps("上马曲")
    await stranger.taps("先不留")
    await stranger.sees("陳建國，您好")
    await stranger.says("/language")
    await stranger.taps("English")
    await stranger.says("急事")  # the key of another language, as an old keyboard still shows it
    await stranger.says("🚨 急事")
    await stranger.sees("120")
    assert await village.count(ServiceRequest) == 0
