"""Who acts for whom: every way in for whoever it is none of their business."""

from __future__ import annotations

from typing import Any

import pytest

from services import desk, proxies, requests, thread
from services.errors import NotFoundError, RefusedError
from services.people import share_phone
from storage import proxies as stored
from storage.proxies import ProxyRelation
from tests.services.steps import refused
from tests.services.town import Town

PHONE = "13900000002"


async def grandma(town: Town) -> tuple[int, int]:
    """Somebody of the roster with an account of her own: account and person."""
    person = await town.enrol("王秀英", phone=PHONE)
    account = await town.settle("王秀英")
    await town.do(account, share_phone, PHONE)
    return account, person


async def relation(town: Town, relation_id: int = 1) -> ProxyRelation:
    """The relation as it is kept."""
    async with town.begin() as tx:
        found = await stored.relation(tx, relation_id)
        assert found is not None
        return found


async def test_the_relation_is_made_with_the_first_filing_and_confirmed_once(town: Town) -> None:
    account, person = await grandma(town)
    child = await town.settle("刘小军")
    first = await town.ask(child, person_id=person, person_name="王秀英", kin="child")
    assert (await town.request(first)).filed_by == "proxy"
    made = await relation(town)
    assert (made.state, made.kind, made.person_name, made.name_key) == ("asked", "child", "王秀英", None)
    await town.do(account, proxies.agree, 1)
    town.forget()
    await town.do(account, proxies.agree, 1)
    assert town.heard(child) == ""  # agreeing again is no news
    made = await relation(town)
    assert (made.state, made.confirmed_by, made.answered_at) == ("confirmed", "person", town.now)
    await town.ask(child, person_id=person, person_name="王秀英", kin="other")
    assert (await relation(town)).kind == "child"


async def test_own_requests_make_no_relation(town: Town) -> None:
    account, person = await grandma(town)
    request_id = await town.ask(account, person_id=person, person_name="王秀英")
    assert (await town.request(request_id)).filed_by == "self"
    plain = await town.ask(account)
    assert (await town.request(plain)).filed_by == "self"
    async with town.begin() as tx:
        assert await stored.relation(tx, 1) is None


@pytest.mark.parametrize(
    ("use_case", "args"),
    [
        (proxies.agree, ()),
        (proxies.refuse, ()),
        (proxies.refuse, (1,)),
        (proxies.end, ()),
        (proxies.ask_again, ()),
        (proxies.relation, ()),
    ],
)
async def test_others_find_no_relation(town: Town, use_case: Any, args: tuple[int, ...]) -> None:
    _, person = await grandma(town)
    child, clerk_, cheat = [
        await town.settle("刘小军"),
        await town.settle("孙丽", "clerk", "director"),
        await town.settle("陈建国"),
    ]
    await town.ask(child, person_id=person, person_name="王秀英")
    for someone in (clerk_, cheat):
        with pytest.raises(NotFoundError):
            await town.do(someone, use_case, 1, *args)
        with pytest.raises(NotFoundError):
            await town.do(someone, use_case, 99, *args)
    if use_case in (proxies.agree, proxies.refuse, proxies.ask_again):
        with pytest.raises(NotFoundError):
            await town.do(child, use_case, 1, *args)
    assert (await relation(town)).state == "asked"


async def test_refusing_calls_off_the_request_and_bars_the_proxy_but_never_an_emergency(town: Town) -> None:
    account, person = await grandma(town)
    child = await town.settle("刘小军")
    for_her = {"person_id": person, "person_name": "王秀英"}
    request_id = await town.ask(child, **for_her)
    other = await town.ask(child, **for_her)
    await town.do(account, proxies.refuse, 1, request_id)
    assert (await town.request(request_id)).status == "cancelled"
    assert (await town.request(other)).status == "submitted"  # each is called off by itself
    kept = await relation(town)
    assert (kept.state, kept.ended_by) == ("refused", "person")
    with pytest.raises(RefusedError) as refusal:
        await town.ask(child, **for_her)
    assert refusal.value.text.id == "proxy-barred"
    assert (await town.request(await town.ask(child, urgent=True, **for_her))).urgent
    assert (await relation(town)).state == "refused"

    town.forget()
    await town.do(account, proxies.refuse, 1, other)
    assert (await town.request(other)).status == "cancelled"
    assert "想自己来" not in town.heard(child)  # said once already


async def test_refusing_with_a_request_of_somebody_else_changes_nothing(town: Town) -> None:
    account, person = await grandma(town)
    child = await town.settle("刘小军")
    await town.ask(child, person_id=person, person_name="王秀英")
    own = await town.ask(account)
    with pytest.raises(NotFoundError):
        await town.do(account, proxies.refuse, 1, own)
    assert (await relation(town)).state == "asked"
    assert (await town.request(own)).status == "submitted"


async def test_a_proxy_who_gave_it_up_may_begin_again_and_is_asked_about_again(town: Town) -> None:
    account, person = await grandma(town)
    child = await town.settle("刘小军")
    await town.ask(child, person_id=person, person_name="王秀英")
    await town.do(account, proxies.agree, 1)
    await town.do(child, proxies.end, 1)
    assert "不替您办事了" in town.last(account).words
    assert await refused(town, child, proxies.end, 1) == "already-answered"
    await town.ask(child, person_id=person, person_name="王秀英")
    kept = await relation(town)
    assert (kept.state, kept.ended_by) == ("asked", None)
    assert "acting|agree|1|2" in town.last(account).taps


async def test_two_of_one_name_with_other_numbers_are_two_people(town: Town) -> None:
    await town.settle("孙丽", "clerk")
    child = await town.settle("刘小军")
    for phone in ("13900000001", "139 0000 0001", "13900000002", None):
        await town.ask(child, person_name="赵桂芳", person_phone=phone)
    async with town.begin() as tx:
        found = await stored.of_proxy(tx, child, limit=9)
        assert len(found) == 3


async def test_lists_are_paged_and_only_ones_own(town: Town) -> None:
    account, person = await grandma(town)
    others = [await town.settle(f"邻居{name}") for name in "甲乙丙丁戊"]
    for other in others:
        await town.ask(other, person_id=person, person_name="王秀英")
    rows, more = await town.do(account, proxies.acted_by, 0)
    assert ([row.proxy_id for row in rows], more) == (others[:0:-1], True)
    rows, more = await town.do(account, proxies.acted_by, 1)
    assert ([row.proxy_id for row in rows], more) == ([others[0]], False)
    rows, more = await town.do(others[0], proxies.acting_for, 0)
    assert ([row.person_id for row in rows], more) == ([person], False)
    assert await town.do(others[0], proxies.acted_by, 0) == ([], False)


async def test_calling_off_tells_the_other_of_the_side_and_nobody_twice(town: Town) -> None:
    account, person = await grandma(town)
    child = await town.settle("刘小军")
    request_id = await town.ask(child, person_id=person, person_name="王秀英")
    town.forget()
    await town.do(child, requests.cancel, request_id)
    assert "刘小军说这件事不用办了" in town.heard(account)
    assert town.told[child] == []


async def test_the_person_acted_for_finds_it_among_their_own_requests(town: Town) -> None:
    account, person = await grandma(town)
    child = await town.settle("刘小军")
    request_id = await town.ask(child, person_id=person, person_name="王秀英")
    rows, _ = await town.do(account, desk.mine, 0)
    assert [row.id for row in rows] == [request_id]
    assert [row.id for row in await town.do(account, thread.possible)] == [request_id]
    rows, _ = await town.do(await town.settle("王秀英"), desk.mine, 0)
    assert rows == []  # of the same name, but not the one on the roster
