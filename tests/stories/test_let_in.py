"""Whoever is let in at the door has come, and that is their own business: those who signed them up go on
seeing what they saw before."""

from __future__ import annotations

from domain.activitytaps import SignFor, SignupDo
from domain.attendancetaps import SessionDay
from domain.proxies import Whom
from domain.taps import Go
from simulator.person import Person as Someone
from storage.activities import ActivitySession
from storage.attendance import Attendance
from storage.signups import Signup
from tests.stories.activities import all_of, digits_of, door, made, signs_up
from tests.stories.conftest import Village
from tests.stories.signing import tie

LIST = Go("signups").pack()


async def is_let_in(keeper: Someone, session: ActivitySession, name: str, by: str) -> None:
    """Whoever keeps the list lets somebody in who is at the door, and taps who of that name it is."""
    await keeper.taps_data(keeper.screen[-1], SessionDay("walk-in", session.id, 0).pack())
    await keeper.sees("叫什么名字")
    await keeper.says(name)
    await keeper.sees("是哪一个")
    await keeper.taps(by)
    await keeper.sees(f"{name}记上了")


async def screens(village: Village, who: Someone, session: ActivitySession, row: Signup) -> list[str]:
    """All that somebody can find out about a place: the list, the activity, and the place."""
    found = []
    await who.taps_data(who.screen[-1], LIST)
    found.append((await who.sees("报的、订的")).text)
    await who.taps_data(who.screen[-1], f"act|open|{session.activity_id}")
    found.append((await who.sees("果树嫁接》")).text)
    return [*found, *await card(village, who, row)]


async def card(village: Village, who: Someone, row: Signup) -> list[str]:
    """A place, from an old button, and what can be done with it."""
    await who.taps_data(who.screen[-1], SignupDo("open", row.id).pack())
    await village.settled()
    return [who.screen[-1].text, str(who.buttons())]


async def test_whoever_signed_somebody_up_who_waited_does_not_learn_that_they_were_let_in(
    village: Village,
) -> None:
    officer, daughter = await village.person("培训员", "training"), await village.person("女儿")
    (session,) = await made(village, officer, seats=1)
    await signs_up(village, await village.person("占座的"), session)
    came = await signs_up(village, daughter, session, Whom("王秀英"))
    stayed = await signs_up(village, daughter, session, Whom("王桂英"))
    await village.passes(days=1, minutes=10)
    before = await screens(village, daughter, session, came)
    assert "王秀英没排到" in before[0] and "王桂英没排到" in before[0]

    await is_let_in(officer, session, "王秀英", "名单上的 2 号")
    assert {one.name: one.state for one in await all_of(village, session)}["王秀英"] == "seated"
    assert await screens(village, daughter, session, came) == before
    await daughter.follows(door(session))
    await daughter.sees("到门口跟培训员说一声")
    await daughter.says(f"签到 {digits_of(session)}")
    await daughter.sees("到门口跟培训员说一声")
    assert "王秀英到了" not in village.sent_to(daughter) and await village.count(Attendance) == 1

    await village.passes(hours=3)
    told = [
        [one.replace(row.name, "老人家") for one in await card(village, daughter, row)]
        for row in (came, stayed)
    ]
    assert told[0] == told[1] and "已经过去了，老人家没排到" in told[0][0]


async def test_whoever_was_let_in_themself_sees_that_they_have_a_seat(village: Village) -> None:
    await village.enrol("王秀英")
    officer, daughter = await village.person("培训员", "training"), await village.person("女儿")
    grandma = await village.person("王秀英")
    person_id = await tie(village, grandma, "王秀英")
    first, second = await made(village, officer, sessions=2, seats=1)
    await signs_up(village, await village.person("占座的"), first)
    await signs_up(village, daughter, first, Whom("王秀英", person_id))
    await village.passes(days=1, minutes=10)
    await is_let_in(officer, first, "王秀英", "名单上的 2 号")
    await grandma.taps_data(grandma.screen[-1], LIST)
    await grandma.sees("✅ 您报上了")
    await daughter.taps_data(daughter.screen[-1], LIST)
    await daughter.sees("王秀英没排到")
    await village.passes(hours=23)
    await grandma.sees("第 2 次")
    assert not daughter.has_seen("第 2 次"), "she waits, as far as the daughter knows"
    await grandma.follows(door(second))
    await grandma.sees("到了！")


async def test_a_place_that_is_given_up_by_whoever_believes_it_waits_is_not_lost_at_the_door(
    village: Village,
) -> None:
    officer, daughter = await village.person("培训员", "training"), await village.person("女儿")
    (session,) = await made(village, officer, seats=1)
    await signs_up(village, await village.person("占座的"), session)
    row = await signs_up(village, daughter, session, Whom("王秀英"))
    await village.passes(days=1, minutes=10)
    await is_let_in(officer, session, "王秀英", "名单上的 2 号")
    await daughter.taps_data(daughter.screen[-1], SignupDo("cancel", row.id).pack())
    await daughter.sees("❌ 王秀英不去了")
    await daughter.taps_data(daughter.screen[-1], LIST)
    await daughter.sees("还没有报的")
    assert {one.name: one.state for one in await all_of(village, session)}["王秀英"] == "seated"
    assert await village.count(Attendance) == 1
    await daughter.taps_data(daughter.screen[-1], SignupDo("again", row.id).pack())
    await daughter.sees("王秀英没排到")


async def test_a_son_who_signs_his_mother_up_too_late_does_not_learn_that_she_walked_in(
    village: Village,
) -> None:
    for name in ("李桂兰", "李桂芝"):
        await village.enrol(name)
    officer, son = await village.person("培训员", "training"), await village.person("儿子")
    (session,) = await made(village, officer)
    await village.passes(days=1, minutes=10)
    await is_let_in(officer, session, "李桂兰", "上马曲")
    for name in ("李桂兰", "李桂芝"):
        await son.taps_data(son.screen[-1], SignFor(session.slot_id, "type", 0).pack())
        await son.sees("名字")
        await son.says(name)
        await son.sees(name)
        await son.taps(name)
        await village.settled()
        assert "已经开始了" in son.toasts[-1]
        assert not son.has_seen("报上了")
