"""Who may see how much of a request: for everybody else it is not there."""

from __future__ import annotations

import pytest

from domain.requests import Action
from services import access, desk, handling, requests, roles
from services.access import View
from services.errors import NotFoundError
from storage.people import Account
from storage.transaction import Tx
from tests.services.town import Town


async def view(tx: Tx, account: Account, request_id: int) -> View:
    """How much somebody sees; NOTHING where the door stays shut."""
    try:
        row = await access.request(tx, account, request_id)
    except NotFoundError:
        return View.NOTHING
    return await access.view(tx, account, row)


async def views(town: Town, request_id: int, **people: int) -> dict[str, str]:
    """How much each of these people sees."""
    return {name: (await town.do(who, view, request_id)).name for name, who in people.items()}


async def cast(town: Town) -> dict[str, int]:
    """Everybody who might be curious."""
    return {
        "asker": await town.settle("王秀英"),
        "neighbour": await town.settle("陈建国"),
        "mediator": await town.settle("张和", "mediator"),
        "helper": await town.settle("周敏", "assistance"),
        "clerk": await town.settle("孙丽", "clerk"),
        "director": await town.settle("马主任", "director"),
        "township": await town.settle("钱镇长", "township"),
        "county": await town.settle("赵县长", "county"),
        "elsewhere": await town.settle("何主任", "mediator", "director", center="dongxing", village="东头"),
    }


async def test_a_confidential_request_is_there_for_its_desk_only(any_town: Town) -> None:
    town = any_town
    people = await cast(town)
    request_id = await town.ask(people["asker"], "mediation")

    seen = await views(town, request_id, **people)
    assert {name: how for name, how in seen.items() if how != "NOTHING"} == {
        "asker": "ASKER",
        "mediator": "CARD",
    }
    await town.do(people["mediator"], handling.take, request_id)
    assert (await views(town, request_id, mediator=people["mediator"])) == {"mediator": "HOLDER"}


async def test_of_an_ordinary_one_clerk_and_director_see_the_card_and_nobody_the_words(town: Town) -> None:
    people = await cast(town)
    request_id = await town.ask(people["asker"], "assistance")
    await town.do(people["helper"], handling.take, request_id)

    seen = await views(town, request_id, **people)
    assert {name: how for name, how in seen.items() if how != "NOTHING"} == {
        "asker": "ASKER",
        "helper": "HOLDER",
        "clerk": "CARD",
        "director": "CARD",
    }


async def test_each_step_sees_a_confidential_request_once_it_has_risen_to_them(town: Town) -> None:
    people = await cast(town)
    request_id = await town.ask(people["asker"], "mediation")
    for who in ("mediator", "clerk", "director", "township"):
        await town.do(people[who], handling.take, request_id)
        await town.do(people[who], handling.decline, request_id, "不归我管")
        await town.do(people["asker"], requests.reopen, request_id, "要管", Action.REOPEN)

    seen = await views(town, request_id, **people)
    assert seen["county"] == "CARD"
    assert seen["neighbour"] == seen["helper"] == seen["elsewhere"] == "NOTHING"
    assert "HOLDER" not in seen.values()


async def test_a_former_holder_is_back_to_the_card_or_to_nothing(town: Town) -> None:
    people = await cast(town)
    request_id = await town.ask(people["asker"], "mediation")
    await town.do(people["mediator"], handling.take, request_id)
    await town.do(people["mediator"], handling.transfer, request_id, "civil-affairs", "要办低保")

    assert await views(town, request_id, mediator=people["mediator"]) == {"mediator": "NOTHING"}


async def test_who_loses_the_role_loses_what_was_offered_for_it(town: Town) -> None:
    people = await cast(town)
    request_id = await town.ask(people["asker"], "mediation")
    async with town.begin() as tx:
        mediator = await town.account(tx, people["mediator"])
        grant = mediator.grants[0].id
        await roles.revoke(tx, await town.account(tx, people["director"]), grant)

    assert await views(town, request_id, mediator=people["mediator"]) == {"mediator": "NOTHING"}
    assert await town.do(people["mediator"], desk.queue, 0) == ([], 0)


async def test_who_loses_the_role_reads_no_more_what_they_held_in_it(town: Town) -> None:
    people = await cast(town)
    other = await town.settle("小李", "mediator")
    request_id = await town.ask(people["asker"], "mediation")
    await town.do(people["mediator"], handling.take, request_id)
    async with town.begin() as tx:
        grant = (await town.account(tx, people["mediator"])).grants[0].id
        await roles.revoke(tx, await town.account(tx, people["director"]), grant)

    assert await views(town, request_id, mediator=people["mediator"]) == {"mediator": "NOTHING"}
    assert "换个人给您接着办" in town.last(people["asker"]).words
    assert f"do|take|{request_id}" in town.last(other).taps
    assert "交给别人接着办了" in town.last(people["mediator"]).words
    assert ("hand_over", "assigned", "returned", None, None) in await town.history(request_id)


async def test_who_loses_one_role_keeps_what_they_hold_in_another(town: Town) -> None:
    people = await cast(town)
    both = await town.settle("李医生", "doctor", "mediator")
    request_id = await town.ask(people["asker"], "health")
    await town.do(both, handling.take, request_id)
    async with town.begin() as tx:
        account = await town.account(tx, both)
        grant = next(one.id for one in account.grants if one.role == "mediator")
        await roles.revoke(tx, await town.account(tx, people["director"]), grant)

    assert await views(town, request_id, both=both) == {"both": "HOLDER"}


async def test_who_keeps_another_role_keeps_what_was_offered_for_that_one(town: Town) -> None:
    people = await cast(town)
    both = await town.settle("李医生", "doctor", "mediator")
    health, quarrel = await town.ask(people["asker"], "health"), await town.ask(people["asker"], "mediation")
    async with town.begin() as tx:
        account = await town.account(tx, both)
        grant = next(one.id for one in account.grants if one.role == "mediator")
        await roles.revoke(tx, await town.account(tx, people["director"]), grant)

    assert await views(town, health, both=both) == {"both": "CARD"}
    assert await views(town, quarrel, both=both) == {"both": "NOTHING"}


async def test_the_person_acted_for_sees_it_as_their_own(town: Town) -> None:
    from services.people import share_phone

    person = await town.enrol("王秀英", phone="+8613900000002")
    grandma, grandson = await town.settle("王秀英"), await town.settle("刘小军")
    await town.do(grandma, share_phone, "13900000002")
    request_id = await town.ask(grandson, "health", person_id=person, person_name="王秀英")

    assert await views(town, request_id, grandma=grandma, grandson=grandson) == {
        "grandma": "ASKER",
        "grandson": "ASKER",
    }


async def test_missing_and_forbidden_look_the_same(town: Town) -> None:
    people = await cast(town)
    request_id = await town.ask(people["asker"], "mediation")
    refusals = []
    for asked in (request_id, request_id + 1, 0, -1, 2**52):
        with pytest.raises(NotFoundError) as refusal:
            await town.do(people["neighbour"], access.request, asked)
        refusals.append(refusal.value.text)

    assert len({text.id for text in refusals}) == 1
    assert all(text.args == {} for text in refusals)


async def test_every_opening_of_a_confidential_request_is_written_down(town: Town) -> None:
    people = await cast(town)
    secret, open_one = await town.ask(people["asker"], "mediation"), await town.ask(people["asker"])
    await town.do(people["mediator"], handling.take, secret)
    await town.do(people["mediator"], handling.take, secret)
    await town.do(people["helper"], handling.take, open_one)

    assert await town.openings(secret) == [people["mediator"]]
    assert await town.openings(open_one) == []
