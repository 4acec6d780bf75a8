"""Emergencies: one tap rings the village, day and night, whoever calls."""

from __future__ import annotations

import pytest

from domain.taps import Do, Emergency
from storage.requests import ServiceRequest
from tests.stories.conftest import Village


async def test_one_tap_rings_doctor_clerk_and_director_and_she_sees_who_is_coming(village: Village) -> None:
    doctor, clerk = await village.person("李敏", "doctor"), await village.person("孙丽", "clerk")
    director, grandma = await village.person("马国强", "director"), await village.person("王秀英")
    village.shift = -(village.now() - village.now().replace(hour=19))  # three in the morning
    await grandma.taps("急事")
    await grandma.taps("人病了、伤了")
    called = await grandma.sees("120 也要打")
    assert "叫了 3 个" in called.text
    for one in (doctor, clerk, director):
        assert "王秀英" not in (await one.sees("急事")).text
    await grandma.sees("您在哪儿")
    assert "发我的位置" in str(grandma.keyboard)
    await grandma.sends_location()
    await grandma.sees("位置送到了")
    assert "急事" in str(grandma.keyboard)

    await doctor.taps("我来接")
    await doctor.sees("王秀英")
    coming = await grandma.sees("李敏 这就来")
    assert "村医" in coming.text
    await clerk.sees("村医已经接了")
    await village.settled()
    assert any(message.kind == "location" for message in doctor.screen)
    assert not any(message.kind == "location" for message in [*clerk.screen, *director.screen])


async def test_every_minute_more_people_are_called_until_one_takes_it(village: Village) -> None:
    await village.person("李敏", "doctor")
    keeper, township = await village.person("老钱", "shopkeeper"), await village.person("镇上", "township")
    grandma = await village.person("王秀英")
    await grandma.taps("急事")
    await grandma.taps("人病了、伤了")
    await grandma.sees("叫了 1 个")
    await village.passes(minutes=1)
    await keeper.sees("急事")
    await village.passes(minutes=1)
    await township.sees("急事")
    await grandma.sees("叫了 3 个")
    await keeper.taps("我来接")
    await grandma.sees("老钱 这就来")
    await village.passes(minutes=5)
    assert sum("急事" in message.text for message in township.screen) == 0  # the card says "taken" now


async def test_a_false_alarm_costs_one_tap(village: Village) -> None:
    doctor, grandma = await village.person("李敏", "doctor"), await village.person("王秀英")
    await grandma.taps("急事")
    await grandma.taps("人病了、伤了")
    await doctor.sees("急事")
    await grandma.taps("没事了")
    await grandma.sees("没事就好")
    await doctor.sees("没事了，不用去了")
    await doctor.sees("村民不办了")
    assert await village.form(grandma) is None


async def test_tapping_twice_in_fright_makes_one_request(village: Village) -> None:
    doctor, grandma = await village.person("李敏", "doctor"), await village.person("王秀英")
    for _ in range(2):
        await grandma.taps("🚨 急事") if _ == 0 else await grandma.says("/urgent")
        await grandma.taps("人病了、伤了")
        await grandma.sees("120 也要打")
    assert await village.count(ServiceRequest) == 1
    await doctor.sees("1007 号")


async def test_somebody_who_has_not_finished_registering_is_helped_first(village: Village) -> None:
    doctor, stranger = await village.person("李敏", "doctor"), village.stranger("陈")
    await stranger.starts("c-maqu")
    await stranger.taps("简体中文")
    await stranger.says("我爸突然倒在地上不省人事")
    await stranger.sees("先打 120")
    await stranger.taps("马上叫人")
    await stranger.sees("120 也要打")
    await doctor.sees("急事")
    await stranger.says("在村口小卖部后面")
    await doctor.taps("我来接")
    card = await doctor.sees("👤")
    assert "👤 陈" in card.text
    assert "不省人事" in card.text
    await stranger.sees("李敏 这就来")
    await stranger.sends_location()
    await stranger.sees("位置送到了")

    await stranger.taps("说完了")
    await stranger.taps("接着填")  # and now registering goes on where it was
    await stranger.taps("行，同意")
    await stranger.says("陈大明")
    await stranger.taps("上马曲")
    await stranger.says("先不留")
    await stranger.sees("陈大明，您好")
    await stranger.says("/mine")
    await stranger.sees("1007 号")
    assert await village.count(ServiceRequest) == 1


async def test_a_stranger_without_any_link_is_asked_where_it_is_and_nothing_else(village: Village) -> None:
    doctor = await village.person("何医生", "doctor", center="dongxing", village="东头")
    stranger = village.stranger("过路人")
    await stranger.says("/urgent")
    await stranger.taps("人病了、伤了")
    await stranger.sees("在哪个村")
    await stranger.taps("东兴村")
    await stranger.sees("120 也要打")
    assert "👤 过路人" not in (await doctor.sees("急事")).text
    await doctor.taps("我来接")
    await doctor.sees("👤 过路人")


async def test_the_form_one_was_in_goes_on_after_the_emergency(village: Village) -> None:
    doctor, helper = await village.person("李敏", "doctor"), await village.person("吴强", "environment")
    grandma = await village.person("王秀英")
    await grandma.says("路灯坏了")
    await grandma.taps("环境与设施")
    await grandma.taps("发出去")
    await helper.taps("我来接")
    await helper.taps("办不了，转出去")
    await helper.taps("退回去")
    await helper.sees("为什么退回去")
    await helper.says("/urgent")
    await helper.taps("着火")
    await helper.sees("119 也要打")
    await helper.taps("没事了")
    await helper.sees("没事就好")
    await helper.says("我没有梯子")
    await helper.sees("退回去了")
    await village.settled()
    assert not doctor.has_seen("梯子")


async def test_forged_emergencies_and_false_alarms_change_nothing(village: Village) -> None:
    doctor, grandma = await village.person("李敏", "doctor"), await village.person("王秀英")
    neighbour = await village.person("刘海燕")
    await grandma.taps("急事")
    await grandma.taps("人病了、伤了")
    card = await doctor.sees("急事")
    hello = await neighbour.sees("刘海燕，您好")
    for forged in (
        Do("false-alarm", 1).pack(),
        Emergency("no-such-kind", 0).pack(),
        "page|sos-nothing|1",
    ):
        await neighbour.taps_data(hello, forged)
        await village.settled()
    assert await village.count(ServiceRequest) == 1
    await doctor.taps_data(card, Do("false-alarm", 1).pack())
    await village.settled()
    await doctor.taps("我来接")
    await grandma.sees("李敏 这就来")


async def test_registered_at_one_center_a_forged_center_changes_nothing(village: Village) -> None:
    here = await village.person("李敏", "doctor")
    there = await village.person("何医生", "doctor", center="dongxing", village="东头")
    grandma = await village.person("王秀英")
    hello = await grandma.sees("王秀英，您好")
    await grandma.taps_data(hello, Emergency("medical", 4).pack())
    await grandma.sees("120 也要打")
    await here.sees("急事")
    await village.settled()
    assert not there.has_seen("急事")


@pytest.mark.parametrize("sentence", ["老公打我，快来", "有人掉水里了", "我胸口疼得厉害", "喝了农药"])
async def test_an_emergency_is_heard_among_other_words_that_are_unsent(
    village: Village, sentence: str
) -> None:
    grandma = await village.person("王秀英")
    await grandma.says("想问问低保怎么办")
    await grandma.sees("您说的是哪方面的事")
    await grandma.says(sentence)
    await grandma.sees("我马上叫村里的人来")


async def test_an_emergency_is_heard_when_words_are_said_anew(village: Village) -> None:
    grandma = await village.person("王秀英")
    await grandma.says("村口的路灯坏了")
    await grandma.taps("环境与设施")
    await grandma.taps("重说")
    await grandma.says("有人掉水里了")
    await grandma.sees("120")
    assert "有人掉水里了" in (await grandma.sees("发出去之前")).text
