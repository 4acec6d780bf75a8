"""A notice and the households that do not read it: who goes there, whom they tell, and who hears of it."""

from __future__ import annotations

import pytest

from domain.proxies import Kin, Standing
from domain.volunteers import Profile, Step
from services import volunteers
from services.kinds import Notice
from simulator.model import Message
from simulator.person import Person as Someone
from storage import people, proxies
from storage.notice_readers import NoticeDoor
from storage.proxies import ProxyRelation
from tests.stories.conftest import Village
from tests.stories.test_notices import WATER, notice_id, writes

HOMES = ("王秀英", "李大山", "赵小兰", "陈老三", "周婆婆", "何二娃")
"""A household each, all in one natural village."""


async def resident(village: Village, name: str) -> Someone:
    """Somebody registered whom the roster knows, by the person of that name."""
    someone = await village.person(name)
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        account = await people.account(tx, someone.id)
        assert account is not None and account.current_center_id is not None
        (person,) = await people.persons_by_name(tx, account.current_center_id, name)
        account.memberships[0].person_id = person.id
    return someone


async def volunteer(village: Village, name: str) -> Someone:
    """A volunteer of the association, taken on."""
    officer, someone = await village.person("陈芳", "assistance"), await village.person(name)
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        account, by = await people.account(tx, someone.id), await people.account(tx, officer.id)
        assert account is not None and account.current_center_id is not None and by is not None
        row = await volunteers.offer(tx, account, account.current_center_id, Profile(skills=("cook",)))
        await volunteers.step(tx, by, row.id, Step.ACCEPT)
    await village.settled()
    return someone


async def acts_for(village: Village, who: Someone, name: str) -> None:
    """Somebody acts for a person of the roster, who has agreed."""
    center_id = await _maqu(village)
    async with village.database.begin(village.now(), village.bot.bot_id) as tx:
        (person,) = await people.persons_by_name(tx, center_id, name)
        relation = ProxyRelation(
            center_id=center_id,
            proxy_id=who.id,
            person_id=person.id,
            person_name=name,
            kind=Kin.CHILD,
            state=Standing.CONFIRMED,
            confirmed_by="person",
            created_at=tx.now,
        )
        await proxies.add(tx, relation)


async def _maqu(village: Village) -> int:
    return await village.unit_id("maqu")


async def cut_off(village: Village, author: Someone) -> Message:
    """A water cut is announced; the author's card."""
    await writes(author)
    await author.taps("发给谁、什么时候")
    await author.taps("哪一类")
    await author.taps("停水停电")
    await author.taps("返回")
    await author.taps("发给大家")
    return await author.sees("正在发")


async def read(village: Village, *everybody: Someone) -> None:
    """These people tap that they have read it."""
    for one in everybody:
        shown = next(message for message in reversed(one.screen) if WATER in message.text)
        await one.taps("知道了", in_=shown)
    await village.settled()


@pytest.fixture
async def homes(village: Village) -> None:
    """Six households."""
    for number, name in enumerate(HOMES):
        await village.enrol(name, phone=f"1390000010{number}")


async def goes_to_both(volunteer: Someone) -> None:
    """Somebody is at home at the first door, and somebody else at the second."""
    await volunteer.taps("打开名单")
    await volunteer.taps("陈老三")
    assert WATER in (await volunteer.sees("念给他们听")).text
    await volunteer.taps("说到了")
    await volunteer.taps("陈老三")
    await volunteer.sees("何二娃")
    assert "记下了" in volunteer.toasts[-1]
    await volunteer.taps("何二娃")
    await volunteer.taps("说到了")
    await volunteer.taps("别的人")
    await volunteer.sees("打个名字")
    await volunteer.says("何家媳妇")
    await volunteer.sees("您的都说完了")


@pytest.mark.usefixtures("homes")
async def test_a_water_cut_reaches_every_household(village: Village) -> None:
    director = await village.person("李主任", "director", village=None)
    committee = await village.person("郑委员", "committee")
    wu = await volunteer(village, "吴强")
    grandma, dashan = await resident(village, "王秀英"), await resident(village, "李大山")
    lan = await resident(village, "赵小兰")
    daughter = await village.person("周小妹", village=None)
    await acts_for(village, daughter, "周婆婆")
    await lan.says("/settings")
    await lan.taps("要收哪些通知")
    await lan.taps("停水停电")
    await village.settled()

    card = await cut_off(village, director)
    await village.passes(seconds=6)
    await village.passes(seconds=6)
    assert not lan.has_seen(WATER)
    await read(village, grandma, dashan, daughter)
    asked = await daughter.sees("家里的人知道了吗")
    assert daughter.buttons(asked) == ["✅ 周婆婆家，我说过了", "☎️ 找人说话"]
    assert not grandma.has_seen("家里的人知道了吗")
    await daughter.taps("我说过了", in_=asked)
    await daughter.sees("周婆婆家记下了")

    await village.passes(hours=2)
    offer = await wu.sees("有几户还不知道这件事")
    assert "上马曲，2 户" in offer.text and "陈老三" not in offer.text
    await committee.taps("这回去不了")
    await committee.sees("没关系")
    await wu.taps("我去说", in_=offer)
    listed = await wu.sees("还要去说的")
    assert "陈老三" in listed.text and "何二娃" in listed.text and "13900000103" in listed.text
    assert "赵小兰" not in listed.text, "whoever does not want it is left alone"
    await goes_to_both(wu)

    await village.passes(minutes=2)
    assert "知道了 5 户，一共 6 户" in card.text
    assert "上门说到的 3 户" in card.text and "还要上门" not in card.text
    assert director.buttons(card)[2:4] == ["📊 看图", "🏠 还有谁不知道"]
    await director.taps("看图", in_=card)
    shown = await director.sees("上门说到 3 户")
    assert "上马曲：看到 2 户，上门说到 3 户，还不知道 0 户" in shown.text
    await director.taps("还有谁不知道", in_=card)
    await director.sees("都通知到了")


@pytest.mark.usefixtures("homes")
async def test_the_list_shrinks_when_somebody_reads_it_and_nobody_at_home_twice_is_heard_of(
    village: Village,
) -> None:
    director = await village.person("李主任", "director", village=None)
    clerk = await village.person("孙丽", "clerk", village=None)
    wu = await volunteer(village, "吴强")
    grandma = await resident(village, "王秀英")
    await cut_off(village, director)
    await village.passes(seconds=6)
    await village.passes(hours=2)
    await wu.taps("我去说")
    listed = await wu.sees("还要去说的")
    assert all(name in listed.text for name in HOMES)
    await read(village, grandma)
    assert "王秀英" not in listed.text and "李大山" in listed.text

    await wu.taps("打开名单", in_=listed)
    await wu.sees("还要去说的")
    await village.settled()
    four = [f"🏠 {name}" for name in HOMES[1:5]]
    assert wu.buttons(listed) == [*four, "下一页 ➡️", "↩️ 剩下的去不了", "⬅️ 返回", "☎️ 找人说话"]
    await wu.taps("李大山")
    await wu.taps("家里没人")
    await wu.sees("上回没人在")
    assert not clerk.has_seen("去了两回")
    await village.passes(hours=3)
    await wu.sees("该再去看看了")
    await wu.taps("打开名单")
    await wu.taps("李大山")
    await wu.taps("家里没人")
    told = await clerk.sees("去了两回都没人在")
    assert "李大山" in told.text and "13900000101" in told.text
    await wu.taps("赵小兰")
    await wu.taps("搬走了")
    assert "赵小兰" in (await clerk.sees("听说这户搬走了")).text
    await wu.taps("陈老三")
    await wu.taps("这户我去不了")
    await village.settled()
    assert "另外找人" in wu.toasts[-1]
    await wu.taps("剩下的去不了")
    await wu.sees("您的都说完了")
    await village.passes(minutes=1)
    short = await director.sees("没有人去说")
    assert "上马曲，还有 3 户" in short.text
    await director.taps("我自己去", in_=short)
    assert "陈老三" in (await director.sees("还要去说的")).text


@pytest.mark.usefixtures("homes")
async def test_forged_buttons_open_no_door(village: Village) -> None:
    director = await village.person("李主任", "director", village=None)
    wu, nosy = await volunteer(village, "吴强"), await village.person("闲人")
    elsewhere = await village.person("东星主任", "director", center="dongxing", village=None)
    await cut_off(village, director)
    await village.passes(seconds=6)
    await village.passes(hours=2)
    await wu.taps("我去说")
    await wu.sees("还要去说的")
    one, center = await notice_id(village), await _maqu(village)
    assert await village.count(Notice) == one == 1 and await village.count(NoticeDoor) == 6
    forged = [
        *(f"nknock|{action}|1" for action in ("yes", "no", "more", "back", "x")),
        *(f"ndoor|{action}|1|1" for action in ("look", "told", "other", "nobody", "moved", "back", "x")),
        "nlist|1|0",
        "ntold|1|1|1",
        "nkin|1|1",
        "ntake|1|1|1",
        f"nleft|1|{center}|1|0",
        f"ntake|1|{center}|1",
        "nleft|1|0|0|0",
        "notice|chart|1",
        "notice|left|1",
        "nknock|yes|99",
        "ndoor|look|99|1",
    ]
    for who in (nosy, elsewhere):
        await who.says("/help")
        shown = await who.sees("")
        for data in forged:
            await who.taps_data(shown, data)
        await village.settled()
        assert all("没找到" in toast for toast in who.toasts[-len(forged) :])
        assert len(who.toasts) >= len(forged)
        assert not any(name in village.sent_to(who) for name in HOMES)
