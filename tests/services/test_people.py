"""Getting to know people: who they are, where they belong, and what their phone says."""

from __future__ import annotations

import pytest

from services import handover, people
from services.errors import NotFoundError, RefusedError
from storage import people as stored
from storage import units
from tests.services.town import BOT, NOW, Town


async def test_at_the_first_word_an_account_is_made_in_the_phones_language(town: Town) -> None:
    async with town.begin() as tx:
        account = await people.meet(tx, 77, "zh-hant")
        assert (account.locale, account.bot_id, account.reachable, account.created_at) == (
            "zh-Hant",
            BOT,
            True,
            NOW,
        )
        assert people.membership(account) is None


async def test_one_who_was_away_is_back_at_the_next_word_and_keeps_their_language(town: Town) -> None:
    who = await town.settle("王秀英")
    async with town.begin() as tx:
        await handover.gone(tx, who)
        assert not (await town.account(tx, who)).reachable
    async with town.begin() as tx:
        account = await people.meet(tx, who, "en")
        assert (account.reachable, account.locale) == (True, "zh-Hans")


async def test_a_stranger_who_leaves_is_nobody(town: Town) -> None:
    async with town.begin() as tx:
        await handover.gone(tx, 12345)
        assert await stored.account(tx, 12345) is None


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("王秀英", "王秀英"),
        ("  王 秀英\n", "王 秀英"),
        ("阿依努尔·买买提", "阿依努尔·买买提"),
        ("名" * 40, "名" * 40),
    ],
)
def test_a_name_is_kept_tidily(written: str, kept: str) -> None:
    assert people.tidy_name(written) == kept


@pytest.mark.parametrize("written", ["", "   ", "123", "!!!", "😀", "名" * 41])
def test_what_is_no_name_is_refused(written: str) -> None:
    with pytest.raises(RefusedError):
        people.tidy_name(written)


async def test_joining_again_changes_name_and_village_and_makes_no_second_membership(town: Town) -> None:
    who = await town.settle("王秀英")
    async with town.begin() as tx:
        account = await town.account(tx, who)
        center_id = account.current_center_id or 0
        await people.join(tx, account, center_id, name="王 桂花", village_id=None)
        assert [(one.name, one.village_id) for one in account.memberships] == [("王 桂花", None)]


async def test_a_natural_village_of_another_center_is_none_of_ours(town: Town) -> None:
    who = await town.settle("王秀英")
    async with town.begin() as tx:
        account = await town.account(tx, who)
        other = await units.unit_by_code(tx, "dongxing")
        assert other is not None
        theirs = (await units.villages(tx, other.id))[0]
        with pytest.raises(NotFoundError):
            await people.join(tx, account, account.current_center_id or 0, name="王", village_id=theirs.id)


@pytest.mark.parametrize("code", ["yunling", "qinghe"])
async def test_one_registers_with_centers_only(town: Town, code: str) -> None:
    who = await town.settle("王秀英")
    async with town.begin() as tx:
        office = await units.unit_by_code(tx, code)
        assert office is not None
        with pytest.raises(NotFoundError):
            await people.join(tx, await town.account(tx, who), office.id, name="王", village_id=None)


async def test_only_a_center_one_belongs_to_can_be_made_current(town: Town) -> None:
    who = await town.settle("王秀英")
    async with town.begin() as tx:
        other = await units.unit_by_code(tx, "dongxing")
        assert other is not None
        with pytest.raises(NotFoundError):
            await people.make_current(tx, await town.account(tx, who), other.id)


@pytest.mark.parametrize("shared", ["+8613900000001", "13900000001", "8613900000001", "+86 139-0000-0001"])
async def test_a_phone_ties_to_the_roster_however_it_is_written(town: Town, shared: str) -> None:
    person = await town.enrol("王秀英", phone="139 0000 0001", village="柳树湾")
    who = await town.settle("王秀英", village=None)
    tied = await town.do(who, people.share_phone, shared)

    assert tied is not None
    assert tied.id == person
    async with town.begin() as tx:
        member = (await town.account(tx, who)).memberships[0]
        village = await units.village(tx, member.village_id or 0)
        assert (member.person_id, village and village.name) == (person, "柳树湾")


async def test_a_phone_that_two_share_goes_by_name_and_one_nobody_has_ties_to_nobody(town: Town) -> None:
    for name in ("刘大山", "王秀英"):
        await town.enrol(name, phone="13900000001")
    grandma, grandson = await town.settle("王秀英"), await town.settle("刘小军")

    tied = await town.do(grandma, people.share_phone, "13900000001")
    assert tied is not None
    assert tied.name == "王秀英"
    assert await town.do(grandson, people.share_phone, "13900000001") is None
    assert await town.do(grandson, people.share_phone, "13911112222") is None


async def test_a_phone_ties_in_every_center_one_belongs_to_and_in_those_joined_later(town: Town) -> None:
    for center, village in (("maqu", "上马曲"), ("dongxing", "东头")):
        await town.enrol("王秀英", phone="13900000001", center=center, village=village)
    who = await town.settle("王秀英")
    await town.do(who, people.share_phone, "13900000001")
    async with town.begin() as tx:
        account = await town.account(tx, who)
        other = await units.unit_by_code(tx, "dongxing")
        assert other is not None
        await people.join(tx, account, other.id, name="王秀英", village_id=None)
        assert all(member.person_id is not None for member in account.memberships)


async def test_the_roster_is_asked_by_name_and_a_person_only_by_the_name_that_was_said(town: Town) -> None:
    who = await town.settle("刘小军")
    ids = [await town.enrol("王秀英", village=village) for village in ("上马曲", "柳树湾")]
    other = await town.enrol("赵桂芳")
    async with town.begin() as tx:
        center_id = (await town.account(tx, who)).current_center_id or 0
        assert [person.id for person, _ in await people.find_persons(tx, center_id, "王秀英")] == ids
        assert await people.find_persons(tx, center_id, "王") == []
        with pytest.raises(NotFoundError):
            await people.person(tx, center_id, other, named="王秀英")
        with pytest.raises(NotFoundError):
            await people.person(tx, center_id + 1, ids[0], named="王秀英")


async def test_a_form_is_kept_changed_and_forgotten(any_town: Town) -> None:
    town = any_town
    who = await town.settle("王秀英")
    async with town.begin() as tx:
        account = await town.account(tx, who)
        await people.keep_form(tx, account, "draft", {"step": "line"})
        await people.keep_form(tx, account, "speak", {"request": 1})
    town.passes(minutes=1)
    async with town.begin() as tx:
        account = await town.account(tx, who)
        form = await people.form(tx, account)
        assert form is not None
        assert (form.form, form.data, form.updated_at) == ("speak", {"request": 1}, NOW)
        await people.leave_form(tx, account)
        await people.leave_form(tx, account)
        assert await people.form(tx, account) is None


async def test_the_center_is_reached_by_its_phone_number(town: Town) -> None:
    who = await town.settle("王秀英")
    unit, phone = await town.do(who, people.reach_center)

    assert (unit.name, phone) == ("马曲村社区服务中心", "0900-8551101")
