"""A household as its officer sees it; from a request to its person; and who is named for it."""

from __future__ import annotations

import pytest

from services import handling, pairs, pairs_fit, pairs_house
from services.candidates import candidates
from services.errors import NotFoundError, RefusedError
from storage import people, wishes
from tests.services.pairing import TERMS, begun, center_id, helper, household
from tests.services.town import Town


async def test_the_officer_sees_who_lives_there_and_what_is_spoken_at_the_center(town: Town) -> None:
    stage = await begun(town)
    house = await town.do(stage.officer, pairs_house.look, stage.center, stage.household)
    assert [one.name for one in house.persons] == ["王秀英"]
    assert house.tongues == ("普通话", "本地话")
    assert house.home.pair is not None and house.home.pair.id == stage.pair
    assert [one.id for one in pairs_house.wishes(house.home)] == ["wish-none"]


@pytest.mark.parametrize("roles", [["director"], ["clerk"], ["township"], []])
async def test_nobody_else_looks_into_households(town: Town, roles: list[str]) -> None:
    stage = await begun(town)
    who = await town.settle("陈建国", *roles)
    with pytest.raises(NotFoundError):
        await town.do(who, pairs_house.look, stage.center, stage.household)
    with pytest.raises(NotFoundError):
        await town.do(stage.officer, pairs_house.look, stage.center, 404)
    with pytest.raises(NotFoundError):
        await town.do(stage.officer, pairs_house.look, await center_id(town, "dongxing"), stage.household)


async def test_wishes_are_said_one_a_line(town: Town) -> None:
    stage = await begun(town)
    other, volunteer = await helper(town, "赵强")
    async with town.begin() as tx:
        officer = await town.account(tx, stage.officer)

        async def house() -> pairs_house.House:
            return await pairs_house.look(tx, officer, stage.center, stage.household)

        await pairs_house.wish_sex(tx, await house(), "f")
        await pairs_house.wish_tongue(tx, await house(), "本地话")
        await pairs_house.wish_skill(tx, await house(), "cook")
        await pairs_house.want(tx, await house(), volunteer)
        found = await house()
        said = [one.id for one in pairs_house.wishes(found.home)]
        assert said == ["wish-sex-f", "wish-tongue", "wish-skill", "wish-unwanted"]
        assert found.home.unwanted == {other}
        named = [name for _, name in await pairs_house.known(tx, found)]
        assert named[0] == "赵强"  # whom they do not want is found first, to be taken off again
        await pairs_house.want(tx, await house(), volunteer)
        assert (await house()).home.unwanted == frozenset()
        with pytest.raises(NotFoundError):
            await pairs_house.want(tx, await house(), 404)


async def test_a_name_is_given_for_volunteers_of_the_center_only(town: Town) -> None:
    stage = await begun(town)
    _, here = await helper(town, "赵强")
    _, elsewhere = await helper(town, "何芳", center="dongxing")
    async with town.begin() as tx:
        name = await pairs_house.volunteer_name(tx, stage.center, here)
        assert name.args == {"text": "赵强"}
        for volunteer in (elsewhere, 404):
            with pytest.raises(NotFoundError):
                await pairs_house.volunteer_name(tx, stage.center, volunteer)


async def test_a_request_leads_to_its_person_for_the_officer_who_holds_it(town: Town) -> None:
    officer, other = await town.settle("周敏", "assistance"), await town.settle("吴强", "assistance")
    child = await town.settle("刘小军")
    person_id = await town.enrol("王秀英")
    request_id = await town.ask(child, person_id=person_id, person_name="王秀英", kin="child")
    with pytest.raises(NotFoundError):  # before it is taken nobody knows whom it is for
        await town.do(officer, pairs_house.of_request, request_id)
    await town.do(officer, handling.take, request_id)
    assert (await town.do(officer, pairs_house.of_request, request_id)).id == person_id
    for someone in (other, child):
        with pytest.raises(NotFoundError):
            await town.do(someone, pairs_house.of_request, request_id)


async def test_a_request_for_somebody_who_is_not_on_the_roster_leads_nowhere(town: Town) -> None:
    officer, child = await town.settle("周敏", "assistance"), await town.settle("刘小军")
    request_id = await town.ask(child, person_name="王大山", person_phone="13900000009")
    await town.do(officer, handling.take, request_id)
    with pytest.raises(RefusedError) as refusal:
        await town.do(officer, pairs_house.of_request, request_id)
    assert refusal.value.text.id == "pair-not-on-roster"


async def test_a_pair_remembers_the_request_it_came_from(town: Town) -> None:
    officer, child = await town.settle("周敏", "assistance"), await town.settle("刘小军")
    home, _ = await household(town)
    _, volunteer = await helper(town, "李敏")
    async with town.begin() as tx:
        (person,) = await people.persons_of(tx, home)
    request_id = await town.ask(child, person_id=person.id, person_name="王秀英", kin="child")
    await town.do(officer, handling.take, request_id)
    place = await center_id(town)
    row = await town.do(officer, pairs.propose, place, home, volunteer, request_id=request_id, **TERMS)
    assert row.request_id == request_id
    secret = await town.ask(child, "health")
    again, _ = await household(town, "王大山")
    with pytest.raises(NotFoundError):
        await town.do(officer, pairs.propose, place, again, volunteer, request_id=secret, **TERMS)


async def test_it_is_about_the_person_named_else_about_whoever_is_easiest_to_reach(town: Town) -> None:
    officer = await town.settle("周敏", "assistance")
    home, grandma = await household(town, chats=False)
    _, volunteer = await helper(town, "李敏", ceiling=5)
    place = await center_id(town)
    async with town.begin() as tx:
        (mother,) = await people.persons_of(tx, home)
        about = {"center_id": place, "household_id": home, "tags": []}
        son = people.Person(code="P9", name="王大山", name_key=people.name_key("王大山"), **about)
        await people.add_all(tx, [son])
    row = await town.do(officer, pairs.propose, place, home, volunteer, person_id=son.id, **TERMS)
    assert row.person_id == son.id
    await town.do(officer, pairs.withdraw, row.id)
    row = await town.do(officer, pairs.propose, place, home, volunteer, **TERMS)
    assert row.person_id == mother.id  # she has a telephone
    await town.do(officer, pairs.withdraw, row.id)
    account = await town.settle("王大山")
    async with town.begin() as tx:
        (await people.members(tx, place, [account]))[account].person_id = son.id
    row = await town.do(officer, pairs.propose, place, home, volunteer, **TERMS)
    assert row.person_id == son.id  # he has an account
    stranger = await town.enrol("赵桂芳")
    other, _ = await household(town, "陈建国")
    with pytest.raises(NotFoundError):
        await town.do(officer, pairs.propose, place, other, volunteer, person_id=stranger, **TERMS)
    assert grandma is None


async def test_whoever_helps_now_is_not_a_candidate_nor_is_the_second_helper(town: Town) -> None:
    stage = await begun(town, second=True)
    other, _ = await helper(town, "何芳")
    async with town.begin() as tx:
        found = [one.volunteer.account_id for one in await candidates(tx, stage.center, stage.household)]
    assert found == [other]


async def test_a_household_that_never_wished_anything_has_no_row_until_it_does(town: Town) -> None:
    home, _ = await household(town)
    place = await center_id(town)
    async with town.begin() as tx:
        assert await wishes.of_household(tx, home) is None
        await pairs_fit.want(tx, home, 4_711, wanted=False)
        await pairs_fit.want(tx, home, 4_711, wanted=False)
    async with town.begin() as tx:
        found = await pairs_fit.home(tx, place, home)
        assert found.unwanted == {4_711}
        await pairs_fit.want(tx, home, 4_711, wanted=True)
        await pairs_fit.want(tx, home, 4_712, wanted=True)  # nobody minded them
        assert (await pairs_fit.home(tx, place, home)).unwanted == frozenset()
