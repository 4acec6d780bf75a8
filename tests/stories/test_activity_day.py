"""The day of an activity: by the code at the door, by the list, by the paper; and what comes afterwards."""

from __future__ import annotations

import pytest

from domain.proxies import Whom
from simulator.model import Message
from simulator.person import Person as Someone
from storage.activities import ActivitySession
from storage.attendance import Attendance
from storage.certificates import Certificate
from tests.stories.activities import all_of, digits_of, door, made, paper, signs_up
from tests.stories.conftest import Village

TITLE = "《果树嫁接》"


async def opens(keeper: Someone, session: ActivitySession) -> Message:
    """The screen of one session, from the button beneath its activity."""
    await keeper.taps_data(keeper.screen[-1], f"sday|open|{session.id}|0")
    return await keeper.sees("名单上")


# By the code at the door


async def test_whoever_scans_the_code_at_the_door_is_there_and_a_second_scan_knows_it(
    village: Village,
) -> None:
    officer, grandma = await village.person("培训员", "training"), await village.person("王秀英")
    neighbour = await village.person("赵桂芳")
    (session,) = await made(village, officer)
    for one in (grandma, neighbour):
        await signs_up(village, one, session)
    await grandma.follows(door(session))
    await grandma.sees("还没到签到的时候")
    assert await village.count(Attendance) == 0

    await village.passes(days=1, minutes=-10)
    await grandma.follows(door(session))
    done = await grandma.sees(f"到了！{TITLE}，给您记上了")
    assert "赵桂芳" not in done.text, "nothing is said of who else is there"
    await grandma.follows(door(session))
    await grandma.sees("早就给您记上了")
    assert await village.count(Attendance) == 1
    assert "王秀英" not in village.sent_to(officer), "the officer hears nothing of it by themself"


async def test_a_daughter_says_which_of_those_she_signed_up_have_come(village: Village) -> None:
    officer, daughter = await village.person("培训员", "training"), await village.person("女儿")
    (session,) = await made(village, officer)
    await signs_up(village, daughter, session)
    for name in ("王秀英", "王大山", "王小花"):
        await signs_up(village, daughter, session, Whom(name))
    await village.passes(days=1)
    await daughter.follows(door(session))
    asked = await daughter.sees("都有谁到了")
    assert await village.count(Attendance) == 0, "several: nobody is guessed"
    await daughter.taps("王秀英到了", in_=asked)
    here = await daughter.sees("✅ 王秀英到了")
    assert "王大山" not in here.text and "女儿" not in here.text
    await daughter.taps("✅ 都到了")
    everybody = await daughter.sees("✅ 王大山到了")
    assert "都有谁到了" not in everybody.text and "✅ 女儿到了" in everybody.text
    assert await village.count(Attendance) == 4


async def test_the_digits_do_for_whoever_cannot_scan(village: Village) -> None:
    officer, grandma = await village.person("培训员", "training"), await village.person("王秀英")
    passer_by = await village.person("路人")
    grandpa, uncle = await village.person("王大爷"), await village.person("王二叔")
    (session,) = await made(village, officer)
    for one in (grandma, grandpa, uncle):
        await signs_up(village, one, session)
    await village.passes(days=1)
    digits = digits_of(session)
    await grandma.says(f"签到 {digits}")
    await grandma.sees(f"到了！{TITLE}")
    await grandpa.says(digits)
    await grandpa.sees(f"到了！{TITLE}")
    await uncle.says("/checkin")
    await uncle.sees("四个数字")
    await uncle.says(f"{(int(digits) + 1) % 10_000:04}")
    await uncle.sees("对不上")
    await uncle.says(digits)
    await uncle.sees(f"到了！{TITLE}")
    assert await village.form(uncle) is None
    await passer_by.says(f"/checkin {digits}")
    await passer_by.sees("对不上")
    assert await village.count(Attendance) == 3


async def test_a_need_that_is_said_instead_of_the_digits_is_taken_up(village: Village) -> None:
    grandma = await village.person("王秀英")
    await grandma.says("/checkin")
    await grandma.sees("四个数字")
    await grandma.says("村口的路灯坏了")
    await grandma.sees("您说的是哪方面的事")


async def test_whoever_waits_or_did_not_sign_up_is_told_whom_to_speak_to(village: Village) -> None:
    officer, grandma = await village.person("陈老师", "training"), await village.person("王秀英")
    waiting, passer_by = await village.person("候补的"), await village.person("路人")
    (session,) = await made(village, officer, seats=1)
    for one in (grandma, waiting):
        await signs_up(village, one, session)
    await village.passes(days=1)
    await waiting.follows(door(session))
    await waiting.sees("到门口跟陈老师说一声")
    await passer_by.follows(door(session))
    told = await passer_by.sees("名单上没有您")
    assert "跟陈老师说一声" in told.text and "王秀英" not in told.text
    assert await village.count(Attendance) == 0


async def test_a_stranger_registers_first_and_reads_the_rest_then(village: Village) -> None:
    officer, stranger = await village.person("陈老师", "training"), village.stranger("外来的")
    elsewhere = await village.person("东兴的", center="dongxing", village=None)
    (session,) = await made(village, officer)
    await village.passes(days=1)
    await stranger.follows(door(session))
    await stranger.taps("简体中文")
    await stranger.taps("同意")
    await stranger.says("李外来")
    await stranger.taps("上马曲")
    await stranger.taps("先不留")
    await stranger.sees("名单上没有您")
    await elsewhere.follows(door(session))
    await elsewhere.sees("马曲村")
    await stranger.follows(f"https://t.me/bangban_story_bot?start=i-{session.id}-AAAAAAAA")
    await stranger.sees("链接")


# By the list, and by the paper


async def test_the_list_is_printed_ticked_by_hand_and_the_ticks_are_typed(village: Village) -> None:
    officer = await village.person("培训员", "training")
    names = ["王秀英", "赵桂芳", "李大爷", "王大山", "周嫂"]
    people = [await village.person(name) for name in names]
    (session,) = await made(village, officer)
    for one in people:
        await signs_up(village, one, session)
    await village.passes(days=1)
    hub = await opens(officer, session)
    assert "名单上 5 个人，来了 0 个" in hub.text
    await officer.taps("打印名单")
    printed = paper(await officer.sees("A4 纸打出来"))
    assert all(name in printed for name in names) and "上马曲" in printed
    await officer.taps("门口的二维码", in_=hub)
    poster = paper(await officer.sees("贴在门口"))
    assert digits_of(session) in poster and "果树嫁接" in poster

    await officer.taps("补勾", in_=hub)
    await officer.sees("把号发给我")
    await officer.says("1-3 1S 5")
    await officer.sees("“1s”我看不懂")
    await officer.says("1-3 7")
    await officer.sees("名单上没有 7 号")
    await officer.says("1-3 5")
    look = await officer.sees("是这 4 个人来了，对吗")
    assert "3 号 李大爷" in look.text and "王大山" not in look.text
    assert await village.count(Attendance) == 0, "looked at, not kept yet"
    await officer.says("都来了，除了3")
    await officer.sees("4 号 王大山")
    await officer.taps("对，记上", in_=look)
    await village.settled()
    assert await village.count(Attendance) == 0, "an old button keeps nothing else than what it showed"
    await officer.taps("对，记上")
    await officer.sees("记上了，4 个人")
    assert await village.count(Attendance) == 4


async def test_the_clerk_at_the_door_finds_a_course_of_others_while_it_goes_on_and_afterwards(
    village: Village,
) -> None:
    officer = await village.person("培训员", "training")
    clerk = await village.person("值班员", "clerk")
    grandma = await village.person("王秀英")
    (session,) = await made(village, officer)
    await signs_up(village, grandma, session)
    await village.passes(days=1, minutes=5)
    await clerk.says("/activities")
    await clerk.taps("我办的")
    await clerk.sees("《果树嫁接》9 个位子报了 1 个")
    await clerk.taps("果树嫁接")
    await clerk.taps("谁来了")
    await clerk.taps("📋 谁来了")
    await clerk.sees("名单上 1 个人，来了 0 个")
    await clerk.taps("一个一个勾")
    await clerk.taps("王秀英")
    await clerk.sees("来了 1 个")
    await village.passes(days=2)
    await clerk.says("/activities")
    await clerk.taps("我办的")
    await clerk.taps("办完的")
    await clerk.sees("《果树嫁接》1 人报名，到过 1 人")
    await grandma.says("/activities")
    await grandma.sees("眼下没有能报名的")
    assert not any("我办的" in one for one in grandma.buttons())


async def test_a_name_is_ticked_and_a_slip_taken_back_page_by_page(village: Village) -> None:
    officer = await village.person("培训员", "training")
    people = [await village.person(f"村民{number}") for number in range(1, 7)]
    (session,) = await made(village, officer)
    for one in people:
        await signs_up(village, one, session)
    await village.passes(days=1)
    await opens(officer, session)
    await officer.taps("一个一个勾")
    await officer.sees("谁来了点谁")
    assert not officer.has_seen("村民6") and "6 号" not in str(officer.buttons())
    await officer.taps("⬜ 2 号")
    await officer.sees("来了 1 个")
    await officer.taps("下一页")
    await officer.taps("⬜ 6 号 村民6")
    await officer.sees("来了 2 个")
    await officer.taps("✅ 6 号 村民6")
    await officer.sees("来了 1 个")
    assert await village.count(Attendance) == 1


async def test_latecomers_and_walk_ins_are_let_in_when_it_is_full_and_written_down_when_it_is_over(
    village: Village,
) -> None:
    officer, grandma = await village.person("培训员", "training"), await village.person("王秀英")
    waiting = await village.person("候补的")
    for where in ("上马曲", "下马曲"):
        await village.enrol("李大爷", village=where)
    (session,) = await made(village, officer, seats=1)
    for one in (grandma, waiting):
        await signs_up(village, one, session)
    await village.passes(days=1, minutes=30)
    await opens(officer, session)
    await officer.taps("有人直接来了")
    await officer.sees("叫什么名字")
    await officer.says("候补的")
    await officer.taps("名单上的 2 号")
    await officer.sees("候补的记上了")
    await officer.taps("还有人")
    await officer.sees("叫什么名字")
    await officer.says("李大爷")
    asked = await officer.sees("是哪一个")
    await officer.taps("下马曲", in_=asked)
    await officer.sees("李大爷记上了，名单上是 3 号")
    await officer.taps_data(asked, f"walkin|{session.id}|new|0")
    await village.settled()
    assert "已经选过" in officer.toasts[-1]
    await grandma.follows(door(session))
    await grandma.sees("到了！")
    await village.passes(hours=5)
    await officer.taps("有人直接来了", in_=await officer.sees("结束了。名单上 3 个人，来了 3 个"))
    await officer.sees("叫什么名字")
    await officer.says("不在册的张三")
    await officer.sees("张三记上了，名单上是 4 号")
    stand = {one.name: one.state for one in await all_of(village, session)}
    assert stand == dict.fromkeys(["王秀英", "候补的", "李大爷", "不在册的张三"], "seated")
    assert await village.count(Attendance) == 4


# When it is over


async def test_only_the_organiser_hears_how_many_came_and_never_at_night(village: Village) -> None:
    officer, colleague = await village.person("培训员", "training"), await village.person("同事", "culture")
    director, grandma = await village.person("李主任", "director"), await village.person("王秀英")
    await village.passes(hours=10)
    (session,) = await made(village, officer)
    await signs_up(village, grandma, session)
    await village.passes(days=1)
    await village.passes(hours=2)
    assert not officer.has_seen("结束了"), "it is ten in the evening"
    await village.passes(hours=10)
    told = await officer.sees(f"{TITLE}结束了。名单上 1 个人，来了 0 个")
    assert "没来" not in told.text
    await village.passes(hours=1)
    assert sum("结束了" in one.text for one in officer.screen) == 1
    assert not any(one.has_seen("结束了") for one in (colleague, director, grandma))


async def test_one_question_afterwards_and_three_make_an_answer(village: Village) -> None:
    officer, director = await village.person("培训员", "training"), await village.person("李主任", "director")
    clerk = await village.person("文书", "clerk")
    people = [await village.person(name) for name in ("王秀英", "赵桂芳", "李大爷")]
    absent = await village.person("没来的")
    (session,) = await made(village, officer)
    for one in (*people, absent):
        await signs_up(village, one, session)
    await village.passes(days=1)
    for one in people:
        await one.follows(door(session))
        await one.sees("到了！")
    await village.passes(hours=2, minutes=29)
    assert not people[0].has_seen("觉得怎么样")
    await village.passes(minutes=1)
    for number, one in enumerate(people):
        await one.sees("您觉得怎么样")
        await one.taps(["有用", "有用", "没帮上"][number])
        await one.sees("谢谢！记下了")
        if number == 1:
            await looks_at_verdicts(officer, session)
            assert "2 个人说了" in officer.screen[-1].text and "👍" not in officer.screen[-1].text
        await one.taps("想再说一句")
        await one.says(f"第{number}句话")
        await one.sees("这句话带到了")
    assert not absent.has_seen("觉得怎么样"), "not having come is not held against anybody"
    for who in (officer, director):
        shown = await looks_at_verdicts(who, session)
        assert "有用 2" in shown and "没帮上 1" in shown and "“第2句话”" in shown
        assert not any(one.name in shown for one in people)
    await clerk.taps_data(clerk.screen[-1], f"aday|said|{session.activity_id}|0")
    await village.settled()
    assert "没找到" in clerk.toasts[-1], "whoever helps at the door does not read it"
    await village.passes(days=3)
    asked = [sum("觉得怎么样" in one.text for one in who.screen) for who in people]
    assert max(asked) <= 1
    await people[0].taps_data(people[0].screen[-1], "vdct|poor|1")
    await village.settled()
    assert "已经说过" in people[0].toasts[-1]


async def looks_at_verdicts(who: Someone, session: ActivitySession) -> str:
    """What somebody reads of how it was."""
    await who.taps_data(who.screen[-1], f"aday|said|{session.activity_id}|0")
    return (await who.sees("💬 《果树嫁接》")).text


# A course to its certificate


async def _three_days(
    village: Village, held: list[ActivitySession], officer: Someone, diligent: Someone, busy: Someone
) -> None:
    """One comes to the first and the last, with somebody whom they signed up; another to the first only."""
    for number, session in enumerate(held):
        await village.passes(days=1)
        if number != 1:
            await diligent.follows(door(session))
            await diligent.sees("都有谁到了")
            await diligent.taps("都到了")
            await diligent.sees("王秀英到了")
        if number == 0:
            await busy.follows(door(session))
            await busy.taps("我来了几次", in_=await busy.sees("第 1 次，给您记上了"))
            await busy.sees("一共 3 次，到现在 1 次，来了 1 次")
            await officer.taps_data(officer.screen[-1], f"aday|certificates|{session.activity_id}|0")
            await village.settled()
            assert "还没上完" in officer.toasts[-1]


async def _checks(number: str, stranger: Someone, elsewhere: Someone) -> None:
    """Anybody at the center can check it, by any way of writing it; nobody of another."""
    for words in (number, f"证书编号：{number}。", f"/certificate {number}"):
        await stranger.says(words)
        true = await stranger.sees("真的，是这里发的")
        assert "王秀英" in true.text and "陈老师发的" in true.text and "3 次来了 2 次" in true.text
    await stranger.follows(f"https://t.me/bangban_story_bot?start=v-{number}")
    await stranger.sees("真的，是这里发的")
    await stranger.says("我 2026-111-30 要去打疫苗")
    await stranger.sees("您说的是哪方面的事")
    await stranger.taps("不办了")
    await stranger.says("/certificate")
    await stranger.sees("编号是多少")
    await stranger.says("2026-999-17")
    await stranger.sees("没有这个编号的证书")
    await stranger.says(number)
    await stranger.sees("真的，是这里发的")
    for words in (number, f"/certificate {number}"):
        await elsewhere.says(words)
        await elsewhere.sees("没有这个编号的证书")


async def test_a_course_of_three_sessions_ends_with_a_certificate_that_anybody_here_can_check(
    village: Village,
) -> None:
    officer = await village.person("陈老师", "training")
    diligent, busy = await village.person("王秀英"), await village.person("赵桂芳")
    stranger = await village.person("路人")
    elsewhere = await village.person("东兴的", center="dongxing", village=None)
    held = await made(village, officer, sessions=3, certificate=True)
    mine = await signs_up(village, diligent, held[0])
    theirs = await signs_up(village, busy, held[0])
    elder = await signs_up(village, diligent, held[0], Whom("没手机的大爷"))
    await _three_days(village, held, officer, diligent, busy)
    await village.passes(hours=2)
    await officer.taps("发证书", in_=await officer.sees("第 3 次结束了"))
    await officer.sees("够了次数还没发的 2 个人")
    await officer.taps("一起发给这 2 个人")
    await officer.sees("发了的 2 个人")
    printed = paper(await diligent.sees("王秀英的《果树嫁接》证书"))
    assert "王秀英" in printed and "果树嫁接" in printed and "一共3次课，上了2次" in printed
    await officer.sees("没手机的大爷的《果树嫁接》证书")
    assert not diligent.has_seen("没手机的大爷的《果树嫁接》证书")
    assert not busy.has_seen("证书，编号"), "one of three is not enough"
    number = (await diligent.sees("王秀英的《果树嫁接》证书")).text.split("编号 ")[1].split("。")[0]
    assert await village.count(Certificate) == 2

    await _checks(number, stranger, elsewhere)
    assert "王秀英" not in village.sent_to(elsewhere)
    await officer.taps("赵桂芳")
    await busy.sees("赵桂芳的《果树嫁接》证书")
    before = await village.count(Certificate)
    await officer.taps("王秀英 · 发过了")
    await officer.taps("再发一份")
    await village.settled()
    assert await village.count(Certificate) == before == 3, "given twice it is the same"
    assert sum(f"编号 {number}" in one.text for one in diligent.screen) == 2

    await diligent.taps_data(diligent.screen[-1], f"sgday|{mine.id}")
    await diligent.sees("来了 2 次")
    await diligent.taps("证书再发我一份")
    await diligent.sees(f"编号 {number}")
    await _nobody_else_sees(village, stranger, mine.id)
    await _nobody_else_sees(village, diligent, elder.id)
    await _nobody_else_sees(village, elsewhere, theirs.id)


async def _nobody_else_sees(village: Village, who: Someone, signup_id: int) -> None:
    about = [f"cert|{do}|{signup_id}" for do in ("mine", "one", "look", "revoke", "revoke-sure")]
    for data in (f"sgday|{signup_id}", *about, "cert|all|1"):
        await who.taps_data(who.screen[-1], data)
        await village.settled()
        assert "没找到" in who.toasts[-1], data


@pytest.mark.parametrize("roles", [(), ("doctor",), ("township",)], ids=["neighbour", "doctor", "township"])
async def test_who_came_is_seen_by_nobody_who_forges_a_button(
    village: Village, roles: tuple[str, ...]
) -> None:
    officer, grandma = await village.person("培训员", "training"), await village.person("王秀英")
    curious = await village.person("打听的", *roles)
    (session,) = await made(village, officer, certificate=True)
    row = await signs_up(village, grandma, session)
    await village.passes(days=1)
    await grandma.follows(door(session))
    await grandma.sees("到了！")
    await village.passes(hours=3)
    about = [f"sday|{what}|{session.id}|0" for what in ("open", "list", "paper", "walk-in", "keep")]
    about += [f"aday|{what}|{session.activity_id}|0" for what in ("open", "said", "certificates")]
    about += [f"smark|{session.id}|{row.id}|0|0", f"spaper|list|{session.id}", f"spaper|poster|{session.id}"]
    about += [f"walkin|{session.id}|row|{row.id}", f"sgday|{row.id}", f"vdct|good|{row.id}"]
    about += [f"vdct|more|{row.id}", f"chkin|one|{session.id}|{session.code}|{row.id}", "sday|film|1|0"]
    for data in about:
        await curious.taps_data(curious.screen[-1], data)
        await village.settled()
        assert any(word in curious.toasts[-1] for word in ("没找到", "已经选过", "还没到")), data
    assert "王秀英" not in village.sent_to(curious)
