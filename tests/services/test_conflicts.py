"""Keeping a request from whoever it is about: by routing, by every use case, and after the fact."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select, update

from domain.messages import Content, Said
from domain.requests import Action
from services import access, conflicts, desk, handling, intake, requests, thread
from services.access import View
from services.conflicts import RevealingError
from services.errors import NotFoundError, RefusedError
from services.requests import Need
from storage import conflicts as stored
from storage import offers, units
from storage.outbox import Outbox
from storage.people import Account
from storage.transaction import Tx
from tests.services.steps import refused, taken
from tests.services.town import Town


async def view(tx: Tx, account: Account, request_id: int) -> View:
    """How much somebody sees."""
    try:
        return await access.view(tx, account, await access.request(tx, account, request_id))
    except NotFoundError:
        return View.NOTHING


async def offered(town: Town, request_id: int) -> list[int]:
    """To whom it is out."""
    async with town.begin() as tx:
        return [one.account_id for one in await offers.of_request(tx, request_id)]


async def center_id(tx: Tx) -> int:
    """The center's id."""
    unit = await units.unit_by_code(tx, "maqu")
    assert unit is not None
    return unit.id


async def named(tx: Tx, actor: Account) -> list[tuple[str, tuple[str, ...]]]:
    """Names and roles of those whom it may be about."""
    return [(one.name, one.roles) for one in await conflicts.candidates(tx, actor, await center_id(tx))]


async def test_whom_it_may_be_about_leaders_first_each_once_and_never_oneself(any_town: Town) -> None:
    town = any_town
    asker = await town.settle("周敏", "assistance")
    await town.settle("李明", "doctor", "deputy")
    await town.settle("钱进", "township")
    await town.settle("马国强", "director")
    await town.settle("何平", "director", center="dongxing", village="东头")
    await town.settle("刘大山")
    assert await town.do(asker, named) == [
        ("马国强", ("director",)),
        ("李明", ("deputy", "doctor")),
        ("钱进", ("township",)),
    ]


async def test_somebody_without_a_name_here_is_known_by_the_one_given_elsewhere(town: Town) -> None:
    asker = await town.settle("王秀英")
    await town.settle("钱进", "township", center="dongxing", village="东头")
    assert await town.do(asker, named) == [("钱进", ("township",))]


@pytest.mark.parametrize("role", ["mediator", "clerk", "director", "deputy", "township", "county"])
async def test_whatever_their_role_it_is_never_offered_to_whom_it_is_about(any_town: Town, role: str) -> None:
    town = any_town
    asker, about = await town.settle("王秀英"), await town.settle("马国强", role)
    other = await town.settle("何为", "county")
    request_id = await town.ask(asker, "mediation", about=[about])
    assert await offered(town, request_id) == [other]
    assert town.heard(about) == ""
    assert await town.do(about, view, request_id) is View.NOTHING
    assert await town.do(about, desk.queue, 0) == ([], 0)
    number = (await town.request(request_id)).number
    assert await town.do(about, desk.by_number, number) is None
    assert await town.do(asker, intake.first_reader, "mediation", [about]) == "county"


USE_CASES: list[tuple[Any, tuple[Any, ...]]] = [
    (handling.take, ()),
    (handling.start, ()),
    (handling.finish, ()),
    (handling.give_back, ("没空",)),
    (handling.transfer, ("health", "转走")),
    (handling.decline, ("办不了",)),
    (requests.confirm, ()),
    (requests.reopen, ("没办好",)),
    (requests.cancel, ()),
    (requests.rate, (5,)),
    (requests.add_rating_word, ("好",)),
    (thread.speak, ([],)),
    (conflicts.exclude, (1,)),
]


@pytest.mark.parametrize(("use_case", "args"), USE_CASES, ids=lambda one: getattr(one, "__name__", ""))
async def test_to_whom_it_is_about_no_use_case_admits_that_it_is_there(
    town: Town, use_case: Any, args: tuple[Any, ...]
) -> None:
    asker, about = await town.settle("王秀英"), await town.settle("张和", "mediator", "director")
    await town.settle("孙丽", "clerk")
    request_id = await town.ask(asker, "mediation", about=[about])
    for one in (request_id, 999):
        assert await refused(town, about, use_case, one, *args) == "not-found"


async def test_passed_on_or_risen_it_still_goes_round_them(town: Town) -> None:
    asker, about = await town.settle("王秀英"), await town.settle("马国强", "director", "assistance")
    mediator, deputy = await town.settle("张和", "mediator"), await town.settle("赵桂芳", "deputy")
    request_id = await town.ask(asker, "mediation", about=[about])
    await town.do(mediator, handling.take, request_id)
    await town.do(mediator, handling.transfer, request_id, "assistance", "家里困难")
    assert await offered(town, request_id) == [deputy]
    assert town.heard(about) == ""


async def test_a_role_given_later_changes_nothing(town: Town) -> None:
    from services import roles

    asker, about = await town.settle("王秀英"), await town.settle("马国强", "culture")
    mediator = await town.settle("张和", "mediator")
    request_id = await town.ask(asker, "mediation", about=[about])
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None
        for role in ("mediator", "director"):
            await roles.grant(tx, account=await town.account(tx, about), unit=unit, role=role, by=None)
    await town.do(mediator, handling.take, request_id)
    await town.do(mediator, handling.give_back, request_id, "没空")
    assert about not in await offered(town, request_id)
    assert await town.do(about, view, request_id) is View.NOTHING


async def test_nobody_is_kept_from_their_own_request(town: Town) -> None:
    asker, helper = await town.settle("周敏", "assistance"), await town.settle("马国强", "director")
    request_id = await town.ask(asker, "mediation", about=[asker, helper])
    async with town.begin() as tx:
        assert await stored.accounts(tx, request_id) == {helper}
    assert await town.do(asker, view, request_id) is View.ASKER
    assert await refused(town, asker, conflicts.exclude, request_id, asker) == "conflict-own"


async def test_being_acted_for_later_opens_no_door(town: Town) -> None:
    asker, about = await town.settle("王秀英"), await town.settle("马国强", "director")
    person = await town.enrol("马国强")
    request_id = await town.ask(asker, "mediation", about=[about], person_id=person, person_name="马国强")
    async with town.begin() as tx:
        account = await town.account(tx, about)
        account.memberships[0].person_id = person
    assert await town.do(about, view, request_id) is View.NOTHING
    await town.settle("张和", "mediator")
    town.forget()
    await town.do(asker, requests.cancel, request_id)
    assert town.heard(about) == ""


async def test_taken_from_its_holder_it_goes_to_the_next_with_a_row_of_history(any_town: Town) -> None:
    town = any_town
    asker, holder, request_id = await taken(town, "mediation", "mediator")
    other = await town.settle("李顺", "mediator")
    town.forget()
    row = await town.do(asker, conflicts.exclude, request_id, holder)
    assert (row.status, row.holder_id, row.holder_role, row.step) == ("returned", None, None, "desk")
    assert row.due_at is not None
    assert (await town.history(request_id))[-1] == ("exclude", "assigned", "returned", asker, None)
    assert await offered(town, request_id) == [other]
    assert town.heard(holder) == "这件事不归您了。"
    assert town.last(holder).row.method == "edit"
    assert "换个人给您办" in town.heard(asker)
    assert await town.do(holder, view, request_id) is View.NOTHING
    assert await refused(town, holder, thread.speak, request_id, [town.says("喂")]) == "not-found"
    assert await town.do(holder, thread.possible) == []

    town.forget()
    await town.do(asker, conflicts.exclude, request_id, holder)  # an impatient finger
    assert dict(town.told) == {}


async def test_one_that_had_risen_does_not_fall_back_to_the_desk(town: Town) -> None:
    asker, director = await town.settle("王秀英"), await town.settle("马国强", "director")
    deputy = await town.settle("赵桂芳", "deputy")
    request_id = await town.ask(asker, "mediation")
    await town.do(director, handling.take, request_id)
    mediator = await town.settle("张和", "mediator")
    await town.do(asker, conflicts.exclude, request_id, director)
    assert await offered(town, request_id) == [deputy]
    assert town.heard(mediator) == ""


async def test_an_offer_is_withdrawn_and_only_the_last_one_sends_it_up(town: Town) -> None:
    asker, first = await town.settle("王秀英"), await town.settle("张和", "mediator")
    second, clerk = await town.settle("李顺", "mediator"), await town.settle("孙丽", "clerk")
    request_id = await town.ask(asker, "mediation")
    due = (await town.request(request_id)).due_at
    town.passes(minutes=10)
    await town.do(asker, conflicts.exclude, request_id, first)
    assert await offered(town, request_id) == [second]
    assert (await town.request(request_id)).due_at == due  # no clock starts anew for those who stay
    await town.do(asker, conflicts.exclude, request_id, second)
    assert await offered(town, request_id) == [clerk]
    assert (await town.request(request_id)).step == "clerk"
    for one in (first, second):
        assert town.last(one).words == "这件事不归您了。"


async def test_who_was_never_shown_it_is_not_told_that_it_is_kept_from_them(town: Town) -> None:
    asker, holder, request_id = await taken(town, "mediation", "mediator")
    director = await town.settle("马国强", "director")
    town.forget()
    await town.do(asker, conflicts.exclude, request_id, director)
    assert dict(town.told) == {}
    assert (await town.request(request_id)).holder_id == holder


async def test_a_card_that_was_to_come_later_never_comes(town: Town) -> None:
    asker, mediator = await town.settle("王秀英"), await town.settle("张和", "mediator")
    await town.settle("李顺", "mediator")
    request_id = await town.ask(asker, "mediation")
    async with town.begin() as tx:
        theirs = Outbox.id.in_([one.row.id for one in town.told[mediator]])
        await tx.session.execute(
            update(Outbox).where(theirs).values(not_before=town.now + timedelta(hours=8))
        )
    town.forget()
    await town.do(asker, conflicts.exclude, request_id, mediator)
    assert town.heard(mediator) == ""
    async with town.begin() as tx:
        assert list(await tx.session.scalars(select(Outbox.id).where(Outbox.state == "dropped")))


async def test_the_card_of_a_former_holder_forgets_its_number_too(town: Town) -> None:
    asker, first, request_id = await taken(town, "mediation", "mediator")
    second = await town.settle("李顺", "mediator")
    await town.do(first, handling.give_back, request_id, "没空")
    await town.do(second, handling.take, request_id)
    town.forget()
    await town.do(asker, conflicts.exclude, request_id, first)
    assert town.heard(first) == "这件事不归您了。"
    assert (await town.request(request_id)).holder_id == second


@pytest.mark.parametrize("end", ["done", "declined", "closed"])
async def test_what_is_over_is_taken_from_them_too_and_reopens_elsewhere(town: Town, end: str) -> None:
    asker, holder, request_id = await taken(town, "mediation", "mediator")
    clerk = await town.settle("孙丽", "clerk")
    if end == "declined":
        await town.do(holder, handling.decline, request_id, "办不了")
    else:
        await town.do(holder, handling.finish, request_id)
    if end == "closed":
        await town.do(asker, requests.confirm, request_id)
    row = await town.do(asker, conflicts.exclude, request_id, holder)
    assert (row.status, row.holder_id) == (end, None)
    town.forget()
    action = Action.REFUSE if end == "done" else Action.REOPEN
    await town.do(asker, requests.reopen, request_id, "没办好", action)
    assert await offered(town, request_id) == [clerk]
    assert town.heard(holder) == ""


async def test_only_the_asking_side_may_and_only_somebody_with_a_role(town: Town) -> None:
    asker, holder, request_id = await taken(town, "mediation", "mediator")
    neighbour, director = await town.settle("刘大山"), await town.settle("马国强", "director")
    for who in (holder, neighbour, director):
        assert await refused(town, who, conflicts.exclude, request_id, director) == "not-found"
    for whom in (neighbour, 404):
        assert await refused(town, asker, conflicts.exclude, request_id, whom) == "not-found"
    async with town.begin() as tx:
        assert await stored.accounts(tx, request_id) == frozenset()


async def test_one_who_has_lost_role_and_request_is_nobody_to_keep_it_from(
    town: Town,
) -> None:
    from services import roles

    asker, holder, request_id = await taken(town, "mediation", "mediator")
    director, clerk = await town.settle("马国强", "director"), await town.settle("孙丽", "clerk")
    async with town.begin() as tx:
        grant = (await town.account(tx, holder)).grants[0].id
    await town.do(director, roles.revoke, grant)
    assert await offered(town, request_id) == [clerk]
    assert await refused(town, asker, conflicts.exclude, request_id, holder) == "not-found"


async def test_words_find_whom_they_speak_of(town: Town) -> None:
    asker = await town.settle("王秀英")
    await town.settle("马国强", "director")
    await town.settle("李明", "doctor")

    async def found(tx: Tx, actor: Account, words: str) -> list[str]:
        return [one.name for one in await conflicts.spoken_of(tx, actor, await center_id(tx), words)]

    assert await town.do(asker, found, "马主任和李医生都在") == ["马国强", "李明"]
    assert await town.do(asker, found, "灯不亮") == []
    assert await town.do(asker, found, "  ") == []


async def test_a_button_stands_for_somebody_of_this_center_or_above_only(town: Town) -> None:
    asker = await town.settle("王秀英")
    elsewhere = await town.settle("何平", "director", center="dongxing", village="东头")
    async with town.begin() as tx:
        grant = (await town.account(tx, elsewhere)).grants[0].id
    for one in (grant, 0, 999):
        with pytest.raises(NotFoundError):
            await town.do(asker, _chosen, one)


async def _chosen(tx: Tx, actor: Account, grant_id: int) -> int:
    return (await conflicts.chosen(tx, actor, await center_id(tx), grant_id)).account_id


# Without a name

CONTACT = Said(content=Content(kind="contact", phone="+8613800000001", title="王秀英"), message_id=1)


async def test_without_a_name_the_row_keeps_no_village_and_the_card_nobody(town: Town) -> None:
    asker, officer = await town.settle("王秀英"), await town.settle("周勇", "security")
    async with town.begin() as tx:
        village_id = (await town.account(tx, asker)).memberships[0].village_id
    request_id = await town.ask(asker, "security", anonymous=True, village_id=village_id)
    assert (await town.request(request_id)).village_id is None
    await town.do(officer, handling.take, request_id)
    await town.do(asker, thread.speak, request_id, [town.says("五六个人")])
    await town.do(officer, thread.speak, request_id, [town.says("在哪")])
    assert "来反映情况的人" in town.last(officer).words
    assert "在哪" in town.last(asker).words
    assert "王秀英" not in town.heard(officer)
    assert "上马曲" not in town.heard(officer)


@pytest.mark.parametrize("line", ["mediation", "health", "assistance", "contact"])
async def test_where_a_name_is_wanted_it_cannot_be_left_out(town: Town, line: str) -> None:
    asker = await town.settle("王秀英")
    with pytest.raises(RefusedError, match="anonymous-refused"):
        await town.ask(asker, line, anonymous=True)


async def test_not_for_somebody_else_and_not_with_a_contact(town: Town) -> None:
    asker = await town.settle("王秀英")
    with pytest.raises(RefusedError, match="anonymous-no-proxy"):
        await town.ask(asker, "security", anonymous=True, person_name="赵桂芳")
    with pytest.raises(RevealingError):
        await town.ask(asker, "security", anonymous=True, said=[town.says("聚赌"), CONTACT])
    request_id = await town.ask(asker, "security", anonymous=True)
    assert await refused(town, asker, thread.speak, request_id, [CONTACT]) == "anonymous-contact"
    await town.do(asker, thread.speak, await town.ask(asker, "security"), [CONTACT])  # with a name it may


async def test_the_officer_may_send_a_contact(town: Town) -> None:
    asker, officer = await town.settle("王秀英"), await town.settle("周勇", "security")
    request_id = await town.ask(asker, "security", anonymous=True)
    await town.do(officer, handling.take, request_id)
    await town.do(officer, thread.speak, request_id, [CONTACT])
    assert "[contact]" in town.last(asker).words


async def test_transferred_it_stays_without_a_name(town: Town) -> None:
    asker, officer = await town.settle("王秀英"), await town.settle("周勇", "security")
    carer = await town.settle("周敏", "assistance")
    request_id = await town.ask(asker, "security", anonymous=True)
    await town.do(officer, handling.take, request_id)
    await town.do(officer, handling.transfer, request_id, "assistance", "家里困难")
    await town.do(carer, handling.take, request_id)
    assert (await town.request(request_id)).anonymous
    assert "王秀英" not in town.heard(carer)


async def test_an_officer_who_asks_without_a_name_is_not_offered_it(town: Town) -> None:
    asker, other = await town.settle("周勇", "security"), await town.settle("李强", "security")
    request_id = await town.ask(asker, "security", anonymous=True)
    assert await offered(town, request_id) == [other]
    assert await town.do(asker, desk.queue, 0) == ([], 0)


def test_a_need_has_a_name_and_is_about_nobody_unless_said() -> None:
    need = Need(line="security", said=[])
    assert (need.anonymous, need.about) == (False, ())
