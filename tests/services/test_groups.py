"""Which desk may have a group, what its cards say there, and what becomes of them."""

from __future__ import annotations

from itertools import product

import pytest

from domain.catalogue import CATALOGUE
from services import groups, handling, requests, roles
from services.groups import Place
from services.outbox import Lane
from storage import groups as stored
from storage import units
from storage.groups import DeskGroup, GroupCard
from tests.services.steps import refused
from tests.services.town import Told, Town

CHAT, OTHER = -1_001_000_000_001, -1_001_000_000_002
HERE, THERE = Place(CHAT, None, "环卫群"), Place(OTHER, 7, "别的群")
CONFIDENTIAL = [line.desk for line in CATALOGUE.lines if line.confidential]


async def center(town: Town, code: str = "maqu") -> int:
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, code)
        assert unit is not None
        return unit.id


async def bind(town: Town, leader: int, role: str = "environment", place: Place = HERE) -> int:
    return (await town.do(leader, groups.bind, await center(town), role, place)).id


async def bindings(town: Town) -> list[DeskGroup]:
    async with town.begin() as tx:
        return [*await stored.in_chat(tx, CHAT), *await stored.in_chat(tx, OTHER)]


async def open_card(town: Town, request_id: int) -> GroupCard | None:
    async with town.begin() as tx:
        return await stored.open_card(tx, request_id)


def shown(town: Town, chat_id: int = CHAT) -> Told:
    """What the newest message or change in the group says."""
    return town.last(chat_id)


def offered(town: Town, who: int) -> bool:
    return any(tap.startswith("do|take|") for one in town.told[who] for tap in one.taps)


async def test_a_desk_may_have_a_group_if_a_line_of_it_is_no_secret(town: Town) -> None:
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None
        can = groups.bindable(unit)
        unit.settings = {**unit.settings, "lines": {"environment": {"on": False}}}
        without = groups.bindable(unit)
    assert set(can) == {line.desk for line in (*CATALOGUE.lines, CATALOGUE.talk) if not line.confidential}
    assert len(can) == len(set(can))
    assert set(can) - set(without) == {"environment"}


@pytest.mark.parametrize("role", [*CONFIDENTIAL, "director", "villager", "", "nobody"])
async def test_a_desk_with_secrets_only_and_what_is_no_desk_is_refused(town: Town, role: str) -> None:
    leader = await town.settle("马主任", "director")
    maqu = await center(town)
    assert await refused(town, leader, groups.bind, maqu, role, HERE) == "groups-desk-secret"
    assert await bindings(town) == []


@pytest.mark.parametrize("role", ["environment", "clerk", "township", "county", "committee"])
async def test_only_leaders_of_that_center_bind_and_unbind(town: Town, role: str) -> None:
    leader, other = await town.settle("马主任", "director"), await town.settle("钱某", role)
    foreign = await town.settle("何主任", "director", center="dongxing", village="东头")
    maqu, bound = await center(town), await bind(town, leader)
    for who in (other, foreign):
        assert await refused(town, who, groups.bind, maqu, "environment", THERE) == "not-found"
        assert await refused(town, who, groups.unbind, bound) == "not-found"
        assert await refused(town, who, groups.binding, bound) == "not-found"
        assert await town.do(who, groups.bound_here, HERE) == []
    assert await refused(town, leader, groups.unbind, 999) == "not-found"
    assert await refused(town, leader, groups.bind, 999, "environment", HERE) == "not-found"
    assert [one.chat_id for one in await bindings(town)] == [CHAT]


async def test_who_is_no_leader_any_more_may_not(town: Town) -> None:
    first, second = await town.settle("马主任", "director"), await town.settle("副主任", "deputy")
    async with town.begin() as tx:
        held = (await town.account(tx, second)).grants[0].id
    await town.do(first, roles.revoke, held)
    maqu = await center(town)
    assert await refused(town, second, groups.bind, maqu, "environment", HERE) == "not-found"
    assert await refused(town, second, groups.led) == "groups-leaders-only"


async def test_bound_twice_to_the_same_place_it_is_bound_once(any_town: Town) -> None:
    town = any_town
    leader, deputy = await town.settle("马主任", "director"), await town.settle("副主任", "deputy")
    assert await bind(town, leader) == await bind(town, deputy)
    assert len(await bindings(town)) == 1


async def test_the_card_says_need_and_place_and_has_one_button(any_town: Town) -> None:
    town = any_town
    asker, worker = await town.settle("王秀英"), await town.settle("吴强", "environment")
    await bind(town, await town.settle("马主任", "director"))
    request_id = await town.ask(asker, "environment", "秀英家门口的灯", topic="lamps")
    card = shown(town)
    assert "路灯" in card.words and "马曲村社区服务中心" in card.words
    assert "秀英" not in card.words
    assert card.taps == [f"do|take|{request_id}"]
    assert (card.row.lane, card.row.thread_id, card.row.account_id) == (Lane.NOTIFICATION, None, None)
    assert not offered(town, worker)

    await town.do(worker, handling.take, request_id)  # from /desk: the group hears so too
    assert "环卫员已经接了" in shown(town).words
    assert shown(town).row.method == "edit"
    assert shown(town).taps == []


async def test_those_at_the_desk_are_not_told_in_private_what_they_read_in_the_group(town: Town) -> None:
    asker = await town.settle("王秀英")
    first, second = await town.settle("吴强", "environment"), await town.settle("老周", "environment")
    await bind(town, await town.settle("马主任", "director"))
    request_id = await town.ask(asker, "environment")
    await town.do(first, handling.take, request_id)
    await town.do(asker, requests.cancel, request_id)
    assert town.told[second] == []
    assert [one.row.method for one in town.told[CHAT]] == ["send", "edit", "edit"]


@pytest.mark.parametrize("line", [line.code for line in CATALOGUE.lines if line.confidential])
@pytest.mark.parametrize("urgent", [False, True])
async def test_nothing_confidential_goes_to_a_group_even_if_its_desk_were_bound(
    town: Town, line: str, urgent: bool
) -> None:
    asker, leader = await town.settle("王秀英"), await town.settle("马主任", "director")
    desk = CATALOGUE.line(line).desk
    worker = await town.settle("吴强", desk)
    async with town.begin() as tx:
        about = {"chat_id": CHAT, "bot_id": 1000, "title": "?", "bound_by_id": leader, "bound_at": tx.now}
        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None
        await stored.add(tx, DeskGroup(unit_id=unit.id, role=desk, **about))
    request_id = await town.ask(asker, line, urgent=urgent)
    await town.do(worker, handling.take, request_id)
    await town.do(worker, handling.give_back, request_id, "没空")
    assert offered(town, worker)
    assert town.told[CHAT] == []


async def test_another_centers_group_gets_nothing(town: Town) -> None:
    asker = await town.settle("何秀", center="dongxing", village="东头")
    worker = await town.settle("何强", "environment", center="dongxing", village="东头")
    await bind(town, await town.settle("马主任", "director"))
    await town.ask(asker, "environment", center="dongxing")
    assert town.told[CHAT] == []
    assert offered(town, worker)


async def test_a_desk_with_nobody_sends_nothing_to_its_group(town: Town) -> None:
    asker, clerk = await town.settle("王秀英"), await town.settle("孙丽", "clerk")
    await bind(town, await town.settle("马主任", "director"))
    await town.ask(asker, "environment")
    assert town.told[CHAT] == []
    assert offered(town, clerk)


async def test_the_urgent_goes_to_the_group_too_in_the_fastest_lane(town: Town) -> None:
    asker = await town.settle("王秀英")
    first, second = await town.settle("吴强", "environment"), await town.settle("老周", "environment")
    await bind(town, await town.settle("马主任", "director"), place=THERE)
    request_id = await town.ask(asker, "environment", urgent=True)
    assert (shown(town, OTHER).row.lane, shown(town, OTHER).row.thread_id) == (Lane.URGENT, 7)
    assert offered(town, first) and offered(town, second)
    await town.do(first, handling.take, request_id)
    assert "已经接了" in town.last(second).words
    assert "已经接了" in shown(town, OTHER).words


async def test_of_what_was_moved_the_group_learns_nothing_whichever_line_it_went_to(town: Town) -> None:
    asker, worker = await town.settle("王秀英"), await town.settle("吴强", "environment")
    await town.settle("张和", "mediator")
    await town.settle("周敏", "assistance")
    await bind(town, await town.settle("马主任", "director"))
    words = set()
    for line in ("mediation", "assistance"):
        request_id = await town.ask(asker, "environment")
        await town.do(worker, handling.take, request_id)
        await town.do(worker, handling.transfer, request_id, line, "邻居打架")
        number = (await town.request(request_id)).number
        words.add(shown(town).words.replace(number, "N"))
        assert await open_card(town, request_id) is None
    assert words == {"N 号\n🔀 转到别处去了。"}


async def test_moved_here_from_a_secret_it_does_not_say_from_where(town: Town) -> None:
    asker, doctor = await town.settle("王秀英"), await town.settle("李医生", "doctor")
    await town.settle("吴强", "environment")
    await bind(town, await town.settle("马主任", "director"))
    request_id = await town.ask(asker, "health", "咳血")
    await town.do(doctor, handling.take, request_id)
    await town.do(doctor, handling.transfer, request_id, "environment", "其实是污水熏的")
    assert "别处转过来的。谁先点归谁" in shown(town).words
    assert not any(word in shown(town).words for word in ("看病", "咳血", "污水", "王秀英"))


async def test_risen_after_two_refusals_it_leaves_the_group(town: Town) -> None:
    asker, worker = await town.settle("王秀英"), await town.settle("吴强", "environment")
    clerk = await town.settle("孙丽", "clerk")
    await bind(town, await town.settle("马主任", "director"))
    request_id = await town.ask(asker, "environment")
    await town.do(worker, handling.take, request_id)
    for reason in ("还是不亮", "又灭了"):
        await town.do(worker, handling.finish, request_id)
        await town.do(asker, requests.reopen, request_id, reason)
    assert "交给上面的人接着办" in shown(town).words
    assert offered(town, clerk)
    assert "又灭了" not in town.heard(CHAT)


async def test_a_request_has_one_open_card_and_a_new_one_after_it_came_back(any_town: Town) -> None:
    town = any_town
    asker = await town.settle("王秀英")
    first, second = await town.settle("吴强", "environment"), await town.settle("老周", "environment")
    await bind(town, await town.settle("马主任", "director"))
    request_id = await town.ask(asker, "environment")
    for holder in (first, second, first):
        card = await open_card(town, request_id)
        row = await town.request(request_id)
        async with town.begin() as tx:
            assert await groups.post(tx, row)  # asked again, it does not post again
        await town.do(holder, handling.take, request_id)
        await town.do(holder, handling.give_back, request_id, "没空")
        later = await open_card(town, request_id)
        assert card is not None and later is not None and card.id != later.id
    assert [one.row.method for one in town.told[CHAT]] == ["send", *["edit", "edit", "send"] * 3]
    assert "没空" not in town.heard(CHAT)


@pytest.mark.parametrize(("held", "urgent"), list(product([False, True], repeat=2)))
async def test_thrown_out_only_what_waits_and_was_read_there_alone_is_offered_again(
    town: Town, held: bool, urgent: bool
) -> None:
    asker, leader = await town.settle("王秀英"), await town.settle("马主任", "director")
    first, second = await town.settle("吴强", "environment"), await town.settle("老周", "environment")
    await bind(town, leader)
    await bind(town, leader, "assistance")
    request_id = await town.ask(asker, "environment", urgent=urgent)
    if held:
        await town.do(first, handling.take, request_id)
    town.forget()
    for _ in range(2):  # told twice, done once
        async with town.begin() as tx:
            await groups.removed(tx, CHAT)
    assert [offered(town, who) for who in (first, second)] == [not held and not urgent] * 2
    assert town.told[CHAT] == []
    assert len(town.told[leader]) == 1
    assert "环卫员：环卫群" in town.last(leader).words and "救助专干：环卫群" in town.last(leader).words
    assert await bindings(town) == []
    assert await open_card(town, request_id) is None


async def test_a_topic_that_is_closed_leaves_the_other_topics_alone(town: Town) -> None:
    leader = await town.settle("马主任", "director")
    await bind(town, leader, "environment", Place(CHAT, 5, "群"))
    await bind(town, leader, "assistance", Place(CHAT, 6, "群"))
    for topic in (None, 7, 6):
        async with town.begin() as tx:
            await groups.closed(tx, CHAT, topic)
    assert [one.role for one in await bindings(town)] == ["environment"]
    assert "环卫员" not in town.heard(leader)


async def test_a_group_that_moved_takes_bindings_and_open_cards_along(any_town: Town) -> None:
    town = any_town
    asker, worker = await town.settle("王秀英"), await town.settle("吴强", "environment")
    await bind(town, await town.settle("马主任", "director"))
    request_id = await town.ask(asker, "environment")
    for _ in range(2):
        async with town.begin() as tx:
            await groups.moved(tx, CHAT, OTHER)
    assert [one.chat_id for one in await bindings(town)] == [OTHER]
    await town.do(worker, handling.take, request_id)
    assert "已经接了" in shown(town, OTHER).words


async def test_a_desk_that_moves_to_another_group_takes_what_waits_along(any_town: Town) -> None:
    town = any_town
    asker, leader = await town.settle("王秀英"), await town.settle("马主任", "director")
    worker = await town.settle("吴强", "environment")
    await bind(town, leader)
    waits, held = await town.ask(asker, "environment"), await town.ask(asker, "environment")
    await town.do(worker, handling.take, held)
    town.forget()
    await bind(town, leader, place=THERE)
    assert [one.row.method for one in town.told[CHAT]] == ["edit"]
    assert shown(town, OTHER).taps == [f"do|take|{waits}"]
    assert town.told[worker] == []
    await town.do(worker, handling.give_back, held, "没空")
    assert "退回来" not in town.heard(CHAT)


async def test_unbound_the_desk_works_as_before(town: Town) -> None:
    asker, leader = await town.settle("王秀英"), await town.settle("马主任", "director")
    worker, away = await town.settle("吴强", "environment"), await town.settle("老周", "environment")
    bound = await bind(town, leader)
    await town.ask(asker, "environment")
    async with town.begin() as tx:
        (await town.account(tx, away)).reachable = False
    await town.do(leader, groups.unbind, bound)
    assert offered(town, worker) and not offered(town, away)
    town.forget()
    await town.ask(asker, "environment")
    assert offered(town, worker)
    assert town.told[CHAT] == []


async def test_a_title_is_kept_as_far_as_it_fits(town: Town) -> None:
    leader = await town.settle("马主任", "director")
    for title in ("群" * 300, "\x00", ""):
        await bind(town, leader, place=Place(CHAT, None, title))
        [bound] = await bindings(town)
        assert bound.title == title.replace("\x00", "")[:255] or bound.title == "?"
        await town.do(leader, groups.unbind, bound.id)
