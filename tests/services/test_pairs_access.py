"""Who is what to a pair: officers and their stand-ins, households by the roster, and nobody by chance."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from domain.pairs import Side
from services import association, leave, pairs, pairs_access, pairs_changes, pairs_handover, pairs_lists
from services.errors import NotFoundError, RefusedError
from storage import pairs as stored
from storage import people
from storage.people import Membership, Person
from storage.transaction import Tx
from tests.services.pairing import Stage, begun, center_id, helper, household, proposed
from tests.services.town import Town


async def sides(town: Town, who: int, pair_id: int) -> set[str]:
    """Everything somebody is to a pair."""
    async with town.begin() as tx:
        row = await stored.pair_of(tx, pair_id)
        return {str(side) for side in await pairs_access.sides(tx, await town.account(tx, who), row)}


async def officers(town: Town, *, but: int | None = None) -> list[int]:
    """Who looks after the center's pairs now."""
    place = await center_id(town)
    async with town.begin() as tx:
        return [one.id for one in await association.officers(tx, place, but=but)]


async def is_officer(town: Town, who: int, *, but: int | None = None) -> bool:
    """Whether somebody looks after them."""
    place = await center_id(town)
    async with town.begin() as tx:
        return await association.looks_after(tx, await town.account(tx, who), place, but=but)


async def tie(tx: Tx, account_id: int, person: Person) -> None:
    """An account belongs to a person of the roster."""
    members = await people.members(tx, person.center_id, [account_id])
    members[account_id].person_id = person.id


async def test_nobody_is_officer_where_there_is_neither_officer_nor_leader(town: Town) -> None:
    await town.settle("孙丽", "clerk")
    await town.settle("钱镇长", "township")
    assert await officers(town) == []


async def test_leaders_stand_in_while_no_officer_can_be_reached(town: Town) -> None:
    director, deputy = await town.settle("马主任", "director"), await town.settle("钱副主任", "deputy")
    assert await officers(town) == [director, deputy]
    officer = await town.settle("周敏", "assistance")
    assert await officers(town) == [officer]
    assert not await is_officer(town, director)

    async with town.begin() as tx:
        account = await town.account(tx, officer)
        await leave.enter(tx, account, account, date(2026, 11, 24), date(2026, 11, 25))
    assert await officers(town) == [director, deputy]
    assert await is_officer(town, director)
    assert await is_officer(town, officer)  # away, and looking at it all the same
    town.passes(days=2)
    assert await officers(town) == [officer]

    async with town.begin() as tx:
        (await town.account(tx, officer)).reachable = False
    assert await officers(town) == [director, deputy]


async def test_of_two_officers_the_helper_is_left_out_and_the_other_is_enough(town: Town) -> None:
    director = await town.settle("马主任", "director")
    first, second = await town.settle("周敏", "assistance"), await town.settle("吴强", "assistance")
    assert await officers(town, but=first) == [second]
    assert not await is_officer(town, first, but=first)
    assert await is_officer(town, second, but=first)
    assert not await is_officer(town, director, but=first)


async def test_each_side_of_a_pair_that_has_begun(town: Town) -> None:
    clerk = await town.settle("孙丽", "clerk")
    stage = await begun(town, second=True)
    found = {
        "officer": stage.officer,
        "helper": stage.helper,
        "second": stage.second,
        "household": stage.grandma,
    }
    for side, who in found.items():
        assert await sides(town, who, stage.pair) == {side}
    assert await sides(town, clerk, stage.pair) == set()


async def test_before_it_begins_the_household_and_the_second_helper_know_nothing(town: Town) -> None:
    stage = await proposed(town, second=True)
    assert await sides(town, stage.grandma, stage.pair) == set()
    assert await sides(town, stage.second, stage.pair) == set()
    assert await town.do(stage.grandma, pairs_access.at_home) == []
    assert await town.do(stage.second, pairs_access.helps) == []
    await town.do(stage.helper, pairs.accept, stage.pair)
    assert await sides(town, stage.grandma, stage.pair) == {"household"}
    assert await sides(town, stage.second, stage.pair) == set()
    assert [row.id for row in await town.do(stage.grandma, pairs_access.at_home)] == [stage.pair]


async def test_a_pair_declined_before_the_household_was_asked_is_never_its_business(town: Town) -> None:
    stage = await proposed(town)
    await town.do(stage.helper, pairs.decline, stage.pair)
    with pytest.raises(NotFoundError):
        await town.do(stage.grandma, pairs_access.pair, stage.pair, Side.HOUSEHOLD)


async def test_what_is_over_says_so_to_those_it_was_about_and_opens_for_the_officer(town: Town) -> None:
    stage = await begun(town)
    await town.do(stage.officer, pairs_changes.end, stage.pair, "moved")
    for someone, side in ((stage.helper, Side.HELPER), (stage.grandma, Side.HOUSEHOLD)):
        with pytest.raises(RefusedError) as refusal:
            await town.do(someone, pairs_access.pair, stage.pair, side)
        assert refusal.value.text.id == "pair-over"
    row, side = await town.do(stage.officer, pairs_access.pair, stage.pair, Side.OFFICER)
    assert (row.state, side) == ("ended", Side.OFFICER)
    assert await town.do(stage.helper, pairs_access.helps) == []
    assert await town.do(stage.grandma, pairs_access.at_home) == []


async def test_the_first_side_that_was_asked_for_is_the_one_that_counts(town: Town) -> None:
    stage = await begun(town)
    async with town.begin() as tx:
        row = await stored.pair_of(tx, stage.pair)
        row.second_id = stage.grandma  # she looks after herself, on paper
    both = (Side.HOUSEHOLD, Side.SECOND)
    assert (await town.do(stage.grandma, pairs_access.pair, stage.pair, *both))[1] is Side.HOUSEHOLD
    assert (await town.do(stage.grandma, pairs_access.pair, stage.pair, *both[::-1]))[1] is Side.SECOND
    with pytest.raises(NotFoundError):
        await town.do(stage.grandma, pairs_access.pair, stage.pair, Side.HELPER)


async def test_everybody_of_a_household_is_told_whoever_it_is_about_first(town: Town) -> None:
    stage = await begun(town)
    son = await town.settle("王大山")
    async with town.begin() as tx:
        row = await stored.pair_of(tx, stage.pair)
        mother = await people.person(tx, row.person_id)
        assert mother is not None
        about = {"center_id": row.center_id, "household_id": row.household_id, "tags": []}
        person = Person(code="P9", name="王大山", name_key=people.name_key("王大山"), **about)
        await people.add_all(tx, [person])
        await tie(tx, son, person)
    async with town.begin() as tx:
        row = await stored.pair_of(tx, stage.pair)
        assert [one.id for one in await pairs_access.residents(tx, row)] == [stage.grandma, son]
        row.person_id = person.id
        assert [one.id for one in await pairs_access.residents(tx, row)] == [son, stage.grandma]
    assert await sides(town, son, stage.pair) == {"household"}
    town.forget()
    await town.do(son, pairs_changes.pause, stage.pair, "away", None)
    assert "这阵先不来" in town.last(stage.grandma).words
    assert son not in town.told


async def test_a_second_account_with_grandmas_number_does_not_speak_for_her(town: Town) -> None:
    stage = await begun(town)
    cheat = await town.settle("冒名")
    async with town.begin() as tx:
        row = await stored.pair_of(tx, stage.pair)
        hers = (await people.members(tx, row.center_id, [stage.grandma]))[stage.grandma]
        theirs = (await people.members(tx, row.center_id, [cheat]))[cheat]
        hers.joined_at = tx.now - timedelta(days=1)
        theirs.person_id = hers.person_id
        assert isinstance(theirs, Membership)
    assert await sides(town, cheat, stage.pair) == set()
    with pytest.raises(NotFoundError):
        await town.do(cheat, pairs_changes.want_other, stage.pair, 1)


async def test_only_a_clerk_who_got_the_card_may_answer_for_a_household(town: Town) -> None:
    first = await town.settle("孙丽", "clerk")
    stage = await proposed(town, chats=False)
    await town.do(stage.helper, pairs.accept, stage.pair)
    late = await town.settle("何芳", "clerk")
    assert await sides(town, first, stage.pair) == {"caller"}
    assert await sides(town, late, stage.pair) == set()


async def test_a_clerk_who_is_the_helper_does_not_call_about_themself(town: Town) -> None:
    officer = await town.settle("周敏", "assistance")
    clerk, volunteer = await helper(town, "孙丽", "clerk")
    home, _ = await household(town, chats=False)
    terms = {"purpose": "care", "rhythm": "weekly"}
    row = await town.do(officer, pairs.propose, await center_id(town), home, volunteer, **terms)
    await town.do(clerk, pairs.accept, row.id)
    assert await sides(town, clerk, row.id) == {"helper"}
    assert "请问问" in town.last(officer).words


async def test_somebody_asked_to_take_over_is_next_and_no_more_afterwards(town: Town) -> None:
    stage = await begun(town)
    other, volunteer = await helper(town, "赵强")
    await town.do(stage.officer, pairs_handover.offer, stage.pair, volunteer)
    assert await sides(town, other, stage.pair) == {"next"}
    third, instead = await helper(town, "何芳")
    await town.do(stage.officer, pairs_handover.offer, stage.pair, instead)  # asked in their place
    assert await sides(town, other, stage.pair) == set()
    await town.do(third, pairs_handover.take_over, stage.pair)
    assert await sides(town, third, stage.pair) == {"helper"}
    assert await sides(town, stage.helper, stage.pair) == set()


@pytest.mark.parametrize(
    ("state", "says"),
    [("active", "visit-due-by"), ("paused", "pair-resting"), ("accepted", "pair-state-accepted")],
)
async def test_when_somebody_comes_next_or_why_not(town: Town, state: str, says: str) -> None:
    stage: Stage
    if state == "accepted":
        stage = await proposed(town)
        await town.do(stage.helper, pairs.accept, stage.pair)
    else:
        stage = await begun(town)
    if state == "paused":
        await town.do(stage.helper, pairs_changes.pause, stage.pair, "hospital", None)
    async with town.begin() as tx:
        row = await stored.pair_of(tx, stage.pair)
        assert (await pairs_lists.next_visit(tx, row)).id == says
