"""Who acts for whom, and the calls about it: every way in for whoever it is none of their business."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.seed import settle
from domain.proxies import PAUSE, Whom
from services import calls, clerk, handling, proxies, requests
from services.errors import NotFoundError, RefusedError
from services.people import share_phone
from storage import calls as stored_calls
from storage import people
from storage import proxies as stored
from storage.calls import CallTask
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


async def task(town: Town, task_id: int = 1) -> CallTask:
    """The call as it is kept."""
    async with town.begin() as tx:
        found = await stored_calls.task(tx, task_id)
        assert found is not None
        return found


async def rises(town: Town) -> bool:
    """The clock's step."""
    async with town.begin() as tx:
        return await calls.rise_one(tx)


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


async def called(town: Town, line: str = "assistance") -> tuple[int, int, int]:
    """A clerk who is to call somebody about a request: clerk, proxy, request."""
    clerk_ = await town.settle("孙丽", "clerk")
    child = await town.settle("王芳")
    return clerk_, child, await town.ask(child, line, person_name="王大山", person_phone="13900000009")


@pytest.mark.parametrize("use_case", [calls.agreed, calls.stopped, calls.unreached, calls.task])
async def test_only_the_people_of_its_step_may_answer_a_call(town: Town, use_case: Any) -> None:
    clerk_, child, request_id = await called(town)
    strangers = [
        child,
        await town.settle("陈建国"),
        await town.settle("周敏", "assistance"),
        await town.settle("马主任", "director"),
        await town.settle("钱镇长", "township"),
        await town.settle("何芳", "clerk", center="dongxing", village=None),
    ]
    for someone in strangers:
        with pytest.raises(NotFoundError):
            await town.do(someone, use_case, 1)
    with pytest.raises(NotFoundError):
        await town.do(clerk_, use_case, 99)
    assert (await task(town)).state == "open"
    assert (await town.request(request_id)).status == "submitted"


async def test_the_clerks_word_ends_the_request_and_is_written_down(town: Town) -> None:
    clerk_, child, request_id = await called(town)
    helper = await town.settle("周敏", "assistance")
    await town.do(helper, handling.take, request_id)
    await town.do(clerk_, calls.stopped, 1)
    assert (await town.history(request_id))[-1] == ("cancel", "assigned", "cancelled", clerk_, None)
    kept = await task(town)
    assert (kept.state, kept.done_by_id, kept.done_at) == ("stopped", clerk_, town.now)
    assert "不用办" in town.last(helper).words
    assert "谢谢您操心" in town.last(child).words
    assert await refused(town, clerk_, calls.agreed, 1) == "call-was-stopped"
    assert (await relation(town)).state == "asked"


async def test_agreeing_settles_all_calls_about_the_two(town: Town) -> None:
    clerk_, child, _ = await called(town)
    await town.ask(child, person_name="王大山", person_phone="13900000009")
    await town.do(clerk_, calls.agreed, 2)
    assert [(await task(town, number)).state for number in (1, 2)] == ["agreed", "agreed"]
    kept = await relation(town)
    assert (kept.state, kept.confirmed_by) == ("confirmed", "clerk")
    assert town.heard(child).count("同意了") == 1
    assert await town.do(clerk_, calls.waiting, 0) == ([], 0)


async def test_never_again_drops_the_other_call_and_bars_the_proxy(town: Town) -> None:
    clerk_, child, first = await called(town)
    second = await town.ask(child, person_name="王大山", person_phone="13900000009")
    async with town.begin() as tx:
        await calls.stopped(tx, await town.account(tx, clerk_), 1, never=True)
    assert [(await town.request(one)).status for one in (first, second)] == ["cancelled", "submitted"]
    assert [(await task(town, number)).state for number in (1, 2)] == ["stopped", "dropped"]
    kept = await relation(town)
    assert (kept.state, kept.ended_by) == ("refused", "clerk")
    with pytest.raises(RefusedError):
        await town.ask(child, person_name="王大山", person_phone="13900000009")
    await town.do(child, proxies.ask_again, 1)
    assert await refused(town, child, proxies.ask_again, 1) == "proxy-asked-already"
    await town.do(clerk_, calls.stopped, 3)
    assert "还是想自己来" in town.last(child).words


async def test_not_reached_it_is_due_again_and_after_three_times_lies_with_the_director(town: Town) -> None:
    clerk_, child, _ = await called(town)
    director = await town.settle("马主任", "director")
    first_due = (await task(town)).due_at
    await town.do(clerk_, calls.unreached, 1)
    assert await refused(town, clerk_, calls.unreached, 1) == "call-just-tried"
    town.now += PAUSE
    await town.do(clerk_, calls.unreached, 1)
    kept = await task(town)
    assert kept.tries == 2 and kept.due_at is not None and first_due is not None and kept.due_at > first_due
    assert kept.rise_at == kept.due_at
    assert town.told[director] == []
    town.now += PAUSE
    await town.do(clerk_, calls.unreached, 1)
    kept = await task(town)
    assert (kept.state, kept.step, kept.rise_at) == ("unreachable", "director", None)
    assert "calling|unreached|1" not in town.last(director).taps
    assert "没打通" in town.last(child).words
    assert await refused(town, clerk_, calls.unreached, 1) == "call-was-unreachable"
    assert not await rises(town)
    await town.do(director, calls.agreed, 1)  # he came by
    assert (await relation(town)).state == "confirmed"


async def test_it_rises_once_at_its_time_to_those_above(any_town: Town) -> None:
    town = any_town
    clerk_, _, _ = await called(town)
    director = await town.settle("马主任", "director")
    due = (await task(town)).rise_at
    assert due is not None
    assert not await rises(town)
    town.now = due
    assert await rises(town)
    assert not await rises(town)
    assert len(town.told[director]) == 1
    rows, count = await town.do(director, calls.waiting, 0)
    assert (len(rows), count) == (1, 1)
    assert len((await town.do(clerk_, calls.waiting, 0))[0]) == 1


async def test_with_nobody_at_all_the_request_goes_on_and_the_call_is_kept(town: Town) -> None:
    child = await town.settle("王芳")
    await town.ask(child, person_name="王大山")
    kept = await task(town)
    assert (kept.state, kept.step) == ("open", "county")
    county = await town.settle("县里", "county")
    await town.do(county, calls.agreed, 1)
    assert (await relation(town)).state == "confirmed"


async def test_a_done_request_needs_no_call(town: Town) -> None:
    _, _, request_id = await called(town)
    helper = await town.settle("周敏", "assistance")
    await town.do(helper, handling.take, request_id)
    await town.do(helper, handling.finish, request_id)
    assert (await task(town)).state == "dropped"


async def test_of_two_clerks_at_once_one_is_first(any_town: Town) -> None:
    town = any_town
    clerk_, _, request_id = await called(town)
    second = await town.settle("周平", "clerk")

    async def attempt(who: int, use_case: Any) -> str:
        try:
            await town.do(who, use_case, 1)
        except RefusedError as refusal:
            return refusal.text.id
        return "done"

    said = await asyncio.gather(attempt(clerk_, calls.agreed), attempt(second, calls.stopped))
    kept = await task(town)
    assert sorted(said) in (["call-was-agreed", "done"], ["call-was-stopped", "done"])
    stopped = (await town.request(request_id)).status == "cancelled"
    assert (kept.state, stopped) in (("agreed", False), ("stopped", True))


@pytest.mark.parametrize("line", ["mediation", "civil-affairs", "health", "security"])
async def test_of_a_confidential_line_the_card_says_a_number_only(town: Town, line: str) -> None:
    clerk_, _, request_id = await called(town, line)
    card = town.last(clerk_)
    row = await town.request(request_id)
    assert f"{row.number} 号，问他同意不同意" in card.words
    if row.step == "desk":
        assert row.line not in str(card.message.pack())
    assert not any(tap.startswith("open|") for tap in card.taps)


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


async def test_calling_off_tells_the_other_of_the_side_and_nobody_twice(town: Town) -> None:
    account, person = await grandma(town)
    child = await town.settle("刘小军")
    request_id = await town.ask(child, person_id=person, person_name="王秀英")
    town.forget()
    await town.do(child, requests.cancel, request_id)
    assert "刘小军说这件事不用办了" in town.heard(account)
    assert town.told[child] == []
