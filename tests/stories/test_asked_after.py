"""A sentence asks after what is on, what is paid or who has work: it is found before it becomes a request."""

from __future__ import annotations

import pytest

from simulator.person import Person as Someone
from storage.requests import ServiceRequest
from tests.stories.activities import made
from tests.stories.conftest import Village
from tests.stories.test_bulletins import posts
from tests.stories.test_talking import one_taken
from tests.stories.test_wishes_unsent import KEPT, LAMP_UNSENT, unsent

FOUND = "眼下有这个，点一下看看"
OTHER = "🙋 不是这个，另外有事"
WAYS = [OTHER, "❌ 不办了", "☎️ 找人说话"]


async def vaccination(village: Village) -> Someone:
    """The doctor has a day for it."""
    doctor = await village.person("李敏", "doctor")
    await made(village, doctor, kind="clinic", title="打疫苗", place="卫生室")
    return doctor


@pytest.mark.parametrize("sentence", ["哪天打疫苗", "我妈要打疫苗", "疫苗"])
async def test_the_day_is_found_and_signed_up_for(village: Village, sentence: str) -> None:
    await vaccination(village)
    grandma = await village.person("王秀英")
    await grandma.says(sentence)
    asked = grandma.buttons(await grandma.sees(FOUND))
    assert "打疫苗" in asked[0] and asked[1:] == WAYS
    await grandma.taps("打疫苗")
    await grandma.sees("卫生室")
    await grandma.taps("报名")
    await grandma.sees("您报上了")
    assert await village.form(grandma) is None and await village.count(ServiceRequest) == 0


async def test_who_means_something_else_goes_on_as_before(village: Village) -> None:
    doctor = await vaccination(village)
    grandma = await village.person("王秀英")
    await grandma.says("哪天打疫苗")
    await grandma.taps("不是这个")
    await grandma.sees("您说的是哪方面的事")
    await grandma.taps("看病拿药")
    await grandma.taps("发出去")
    await grandma.sees("收到了")
    await doctor.sees("看病拿药")


async def test_where_there_is_none_it_is_a_request_at_once(village: Village) -> None:
    grandma = await village.person("王秀英")
    await grandma.says("哪天打疫苗")
    await grandma.sees("您说的是哪方面的事")
    assert not grandma.has_seen(FOUND)


async def test_what_is_asked_about_a_request_stays_with_it(village: Village) -> None:
    await vaccination(village)
    grandma, helper = await one_taken(village)
    await grandma.says("哪天打疫苗")
    await grandma.sees("您这句话是说哪件事的")
    assert not grandma.has_seen(FOUND)
    await grandma.taps("1007")
    await helper.sees("哪天打疫苗")


async def test_it_is_found_beside_what_was_left_unsent(village: Village) -> None:
    grandma = await unsent(village)
    await vaccination(village)
    await grandma.says("哪天打疫苗")
    asked = grandma.buttons(await grandma.sees(FOUND))
    assert asked[1:] == [LAMP_UNSENT, "🙋 不是这个意思", "⬅️ 返回", "☎️ 找人说话"]
    await grandma.taps("打疫苗")
    await grandma.sees("卫生室")
    await grandma.taps("接着填", await grandma.sees(KEPT))
    await grandma.taps("环境与设施", await grandma.sees("您说的是哪方面的事"))
    assert "疫苗" not in (await grandma.sees("发出去之前")).text


@pytest.mark.parametrize("sentence", ["花椒多少钱一斤", "我家花椒卖不掉", "今年苹果啥价"])
async def test_what_is_paid_is_found(village: Village, sentence: str) -> None:
    officer, grandma = await village.person("马强", "training"), await village.person("王秀英")
    await posts(village, officer, "花椒一斤三十五")
    await grandma.says(sentence)
    assert grandma.buttons(await grandma.sees(FOUND)) == ["💰 收购价（1 条）", *WAYS]
    await grandma.taps("收购价")
    await grandma.sees("花椒一斤三十五")
    await village.settled()
    assert await village.form(grandma) is None and not grandma.has_seen(KEPT)


async def test_who_has_work_is_found(village: Village) -> None:
    officer, li = await village.person("马强", "training"), await village.person("李强")
    await posts(village, officer, "砖厂招十个人，一天两百", topic="招工")
    await li.says("最近有没有零工")
    await li.taps("招工", await li.sees(FOUND))
    await li.sees("砖厂招十个人")


@pytest.mark.parametrize("sentence", ["低保多少钱", "卖花椒被骗了钱", "工钱没给"])
async def test_other_matters_of_money_are_requests_at_once(village: Village, sentence: str) -> None:
    officer, grandma = await village.person("马强", "training"), await village.person("王秀英")
    await posts(village, officer, "花椒一斤三十五")
    await grandma.says(sentence)
    await village.settled()
    assert await village.form(grandma) == "draft" and not grandma.has_seen(FOUND)


async def test_nothing_is_shown_where_nothing_is_posted(village: Village) -> None:
    grandma = await village.person("王秀英")
    await grandma.says("花椒多少钱一斤")
    await grandma.sees("您说的是哪方面的事")
    assert not grandma.has_seen(FOUND)


async def test_a_forged_topic_is_no_way_in(village: Village) -> None:
    grandma = await village.person("王秀英")
    officer = await village.person("马强", "training")
    await posts(village, officer, "花椒一斤三十五")
    await grandma.says("花椒多少钱一斤")
    asked = await grandma.sees(FOUND)
    await grandma.taps_data(asked, "mfound|secrets")
    await village.settled()
    assert await village.form(grandma) == "draft", "what was said is still there"
