"""The clerk finds whoever walks in or phones, and files for them."""

from __future__ import annotations

import pytest

from bot.seed import settle
from domain.proxies import Whom
from services import clerk
from services.errors import NotFoundError, RefusedError
from storage import people
from storage import proxies as stored
from tests.services.steps import refused
from tests.services.test_proxies import grandma
from tests.services.town import Town


async def test_the_clerk_finds_people_by_name_number_or_both(town: Town) -> None:
    clerk_ = await town.settle("孙丽", "clerk")
    first = await town.enrol("王大山", phone="13900000001")
    second = await town.enrol("王大山", phone="13900000002", village="柳树湾")
    other = await town.enrol("李桂英", phone="13900000001")
    await town.enrol("王大山", phone="13900000001", center="dongxing", village="东头")

    async def found(name: str, phone: str | None) -> list[int]:
        return [person.id for person, _ in await town.do(clerk_, clerk.find, name, phone)]

    assert await found("王大山", None) == [first, second]
    assert await found("", "+86 139 0000 0001") == [first, other]
    assert await found("王大山", "13900000002") == [second]
    assert await found("王大山", "13900000077") == [first, second]
    assert await found("钱老五", "13900000002") == [second]
    assert await found("", None) == []


async def test_only_who_files_for_visitors_may_search(town: Town) -> None:
    person = await town.enrol("王大山", phone="13900000001")
    for role in ("villager", "doctor", "township"):
        who = await town.settle(role, role) if role != "villager" else await town.settle(role)
        assert await refused(town, who, clerk.find, "王大山", None) == "clerk-only"
        with pytest.raises(RefusedError):
            await town.ask(who, person_id=person, person_name="王大山", by_clerk=True)


async def test_a_clerk_is_one_at_the_center_they_are_looking_at(town: Town) -> None:
    clerk_ = await town.settle("孙丽", "clerk")
    async with town.begin() as tx:
        assert clerk.may_file(await town.account(tx, clerk_))
    async with town.begin() as tx:
        await settle(tx, clerk_, center="dongxing", name="孙丽")
    async with town.begin() as tx:
        assert not clerk.may_file(await town.account(tx, clerk_))
    assert await refused(town, clerk_, clerk.find, "王大山", None) == "clerk-only"


async def test_a_guessed_id_is_nobody_even_for_the_clerk(town: Town) -> None:
    clerk_ = await town.settle("孙丽", "clerk")
    person, other = await town.enrol("王大山"), await town.enrol("李桂英")
    found, _ = await town.do(clerk_, clerk.person, person, Whom("王大山"))
    assert found.id == person
    for guess in (other, 999):
        with pytest.raises(NotFoundError):
            await town.do(clerk_, clerk.person, guess, Whom("王大山"))


async def test_what_a_clerk_files_is_marked_and_makes_no_relation(town: Town) -> None:
    clerk_ = await town.settle("孙丽", "clerk")
    account, person = await grandma(town)
    request_id = await town.ask(clerk_, person_id=person, person_name="王秀英", by_clerk=True)
    assert (await town.request(request_id)).filed_by == "clerk"
    assert "值班员替您登记了这件事" in town.last(account).words
    async with town.begin() as tx:
        assert await stored.relation(tx, 1) is None
        assert await people.membership_of_person(tx, person) is not None
