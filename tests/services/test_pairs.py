"""Proposing a pair and both agreeing: who may, who fits, and what each is told when."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from domain.codewords import words
from domain.pairs import ANSWER_WITHIN, Wish
from domain.volunteers import MOST_HOUSEHOLDS
from services import pairs, pairs_access, pairs_fit
from services.errors import NotFoundError, RefusedError
from storage import pairs as stored
from storage import people, units
from storage.pairs import Pair
from tests.services.pairing import TERMS, begun, center_id, helper, household, pair, proposed
from tests.services.steps import refused
from tests.services.town import Town


async def wakes(town: Town) -> bool:
    """The clock's step."""
    async with town.begin() as tx:
        return await pairs.wake_one(tx)


async def proposing(town: Town, home: int, volunteer: int, **terms: Any) -> Pair:
    """The officer proposes; made if there is none yet."""
    officer = await town.settle("周敏", "assistance")
    return await town.do(officer, pairs.propose, await center_id(town), home, volunteer, **TERMS | terms)


async def refusal(town: Town, home: int, volunteer: int, **terms: Any) -> str:
    """Why a proposal is refused."""
    with pytest.raises(RefusedError) as refused_:
        await proposing(town, home, volunteer, **terms)
    return refused_.value.text.id


async def test_the_helper_is_asked_first_and_reads_no_phone_number(town: Town) -> None:
    stage = await proposed(town)
    asked = town.last(stage.helper)
    assert "王秀英" in asked.words and "上马曲" in asked.words and "每月两次" in asked.words
    assert "13900000002" not in town.heard(stage.helper)
    assert stage.grandma not in town.told
    assert asked.taps[:2] == [f"pair|accept|{stage.pair}", f"pair|decline|{stage.pair}"]
    kept = await stage.kept()
    assert (kept.state, kept.wake_at, kept.code_word) == ("proposed", town.now + ANSWER_WITHIN, None)


@pytest.mark.parametrize(
    ("roles", "center", "may"),
    [
        (["assistance"], "maqu", True),
        (["director"], "maqu", False),
        (["clerk"], "maqu", False),
        (["assistance"], "dongxing", False),
        (["township"], "maqu", False),
        ([], "maqu", False),
    ],
)
async def test_only_the_officer_of_the_center_proposes(
    town: Town, roles: list[str], center: str, may: bool
) -> None:
    await town.settle("救助专干", "assistance")
    village = "上马曲" if center == "maqu" else None
    who = await town.settle("周敏", *roles, center=center, village=village)
    home, _ = await household(town)
    _, volunteer = await helper(town, "李敏")
    place = await center_id(town)
    if may:
        assert (await town.do(who, pairs.propose, place, home, volunteer, **TERMS)).state == "proposed"
    else:
        with pytest.raises(NotFoundError):
            await town.do(who, pairs.propose, place, home, volunteer, **TERMS)


async def test_where_nobody_is_officer_the_leaders_are(town: Town) -> None:
    director = await town.settle("马主任", "director")
    home, _ = await household(town)
    _, volunteer = await helper(town, "李敏")
    row = await town.do(director, pairs.propose, await center_id(town), home, volunteer, **TERMS)
    await town.settle("周敏", "assistance")
    with pytest.raises(NotFoundError):
        await town.do(director, pairs.withdraw, row.id)


async def test_an_officer_who_is_the_helper_is_looked_after_by_the_leaders(town: Town) -> None:
    director = await town.settle("马主任", "director")
    officer, volunteer = await helper(town, "周敏", "assistance")
    home, grandma = await household(town)
    row = await town.do(officer, pairs.propose, await center_id(town), home, volunteer, **TERMS)
    with pytest.raises(NotFoundError):
        await town.do(officer, pairs.withdraw, row.id)
    await town.do(officer, pairs.accept, row.id)
    await town.do(grandma or 0, pairs.agree, row.id)
    assert "结上对了" in town.heard(director)
    async with town.begin() as tx:
        kept = await stored.pair_of(tx, row.id)
        found = await pairs_access.sides(tx, await town.account(tx, officer), kept)
        assert found == {"helper"}


async def test_a_household_has_one_open_pair(town: Town) -> None:
    stage = await proposed(town)
    _, other = await helper(town, "赵强")
    assert await refusal(town, stage.household, other) == "pair-has-one"
    await town.do(stage.helper, pairs.decline, stage.pair)
    assert (await proposing(town, stage.household, other)).state == "proposed"


@pytest.mark.parametrize("state", ["applied", "paused", "suspended", "left", "declined"])
async def test_only_active_volunteers_are_proposed(town: Town, state: str) -> None:
    home, _ = await household(town)
    if state == "suspended":
        _, volunteer = await helper(town, "李敏", state="active")
        async with town.begin() as tx:
            from storage import volunteers

            row = await volunteers.volunteer(tx, volunteer)
            assert row is not None
            row.state, row.reason = "suspended", "?"
    else:
        _, volunteer = await helper(town, "李敏", state=state)
    assert await refusal(town, home, volunteer) == "pair-cannot-inactive"


async def test_the_ceiling_counts_what_is_only_proposed(town: Town) -> None:
    who, volunteer = await helper(town, "李敏", ceiling=2)
    homes = [(await household(town, name))[0] for name in ("王大山", "赵桂芳", "陈建国")]
    first = await proposing(town, homes[0], volunteer)
    await proposing(town, homes[1], volunteer)
    assert await refusal(town, homes[2], volunteer) == "pair-cannot-full"
    await town.do(who, pairs.decline, first.id)
    assert (await proposing(town, homes[2], volunteer)).state == "proposed"


async def test_nobody_has_more_than_the_most_whatever_they_offer(town: Town) -> None:
    _, volunteer = await helper(town, "李敏", ceiling=99)
    for number in range(MOST_HOUSEHOLDS):
        await proposing(town, (await household(town, f"老{number}"))[0], volunteer)
    home, _ = await household(town, "老九")
    assert await refusal(town, home, volunteer) == "pair-cannot-full"


async def test_a_second_helper_needs_no_room_but_is_somebody_else(town: Town) -> None:
    _, volunteer = await helper(town, "李敏")
    second, second_volunteer = await helper(town, "赵强", ceiling=0)
    home, _ = await household(town)
    assert await refusal(town, home, volunteer, second_id=volunteer) == "pair-second-same"
    row = await proposing(town, home, volunteer, second_id=second_volunteer)
    assert (row.second_id, row.asked_second_id) == (None, second)


async def test_nobody_is_the_helper_of_their_own_household(town: Town) -> None:
    who, volunteer = await helper(town, "王芳")
    home, _ = await household(town)
    async with town.begin() as tx:
        place = await units.unit_by_code(tx, "maqu")
        assert place is not None
        (person,) = await people.persons_of(tx, home)
        (await people.members(tx, place.id, [who]))[who].person_id = person.id
    assert await refusal(town, home, volunteer) == "pair-cannot-kin"


@pytest.mark.parametrize(
    ("wish", "reason"),
    [({"sex": "f"}, "pair-cannot-sex"), ({"tongue": "本地话"}, "pair-cannot-tongue"), ({"sex": "m"}, None)],
)
async def test_what_a_household_wishes_is_kept_to(
    town: Town, wish: dict[str, Any], reason: str | None
) -> None:
    _, volunteer = await helper(town, "赵强", sex="m", tongues=("普通话",))
    home, _ = await household(town)
    async with town.begin() as tx:
        await pairs_fit.keep_wish(tx, home, Wish(**wish))
    if reason:
        assert await refusal(town, home, volunteer) == reason
    else:
        await proposing(town, home, volunteer)


async def test_households_and_volunteers_of_another_center_are_not_there(town: Town) -> None:
    home, _ = await household(town)
    _, volunteer = await helper(town, "李敏")
    _, stranger = await helper(town, "何芳", center="dongxing")
    officer = await town.settle("周敏", "assistance")
    place = await center_id(town)
    for household_id, volunteer_id in ((home, stranger), (home, 404), (404, volunteer)):
        with pytest.raises(NotFoundError):
            await town.do(officer, pairs.propose, place, household_id, volunteer_id, **TERMS)


@pytest.mark.parametrize(
    "terms", [{"rhythm": "daily"}, {"purpose": "money"}, {"rhythm": "monthly", "after_day": 26}]
)
async def test_terms_there_are_not_are_refused(town: Town, terms: dict[str, Any]) -> None:
    home, _ = await household(town)
    _, volunteer = await helper(town, "李敏")
    assert await refusal(town, home, volunteer, **terms) == "already-answered"


async def test_the_household_is_asked_in_the_chat_when_its_helper_agrees(town: Town) -> None:
    stage = await proposed(town)
    clerk = await town.settle("孙丽", "clerk")
    await town.do(stage.helper, pairs.accept, stage.pair)
    assert "中心想请<b>李敏</b>常到您家看看" in town.last(stage.grandma).words
    assert clerk not in town.told
    await town.do(stage.grandma, pairs.agree, stage.pair)
    kept = await stage.kept()
    assert (kept.state, kept.agreed_by, kept.wake_at) == ("active", "household", None)
    assert kept.code_word in words()
    assert kept.code_word in town.last(stage.helper).words
    assert kept.code_word in town.last(stage.grandma).words
    assert "13900000002" in town.last(stage.helper).words
    assert kept.code_word not in town.heard(stage.officer)


async def test_a_household_without_an_account_is_called_by_the_clerk(town: Town) -> None:
    clerk, stranger = await town.settle("孙丽", "clerk"), await town.settle("陈建国")
    stage = await proposed(town, chats=False)
    await town.do(stage.helper, pairs.accept, stage.pair)
    card = town.last(clerk)
    assert "王秀英" in card.words and "13900000002" in card.words
    with pytest.raises(NotFoundError):
        await town.do(stranger, pairs.agree, stage.pair)
    await town.do(clerk, pairs.agree, stage.pair)
    kept = await stage.kept()
    assert (kept.state, kept.agreed_by, kept.told) == ("active", "caller", [])
    assert "他家说行" in town.last(clerk).words and "13900000002" not in town.last(clerk).words
    with pytest.raises(NotFoundError):
        await town.do(clerk, pairs.agree, stage.pair)


async def test_without_a_clerk_the_officer_asks_and_may_record_it_in_any_case(town: Town) -> None:
    stage = await proposed(town, chats=False)
    await town.do(stage.helper, pairs.accept, stage.pair)
    assert "请问问王秀英家" in town.heard(stage.officer).replace("<b>", "").replace("</b>", "")
    await town.do(stage.officer, pairs.agree, stage.pair)
    assert (await stage.kept()).agreed_by == "officer"


async def test_a_household_whose_bot_is_blocked_is_called(town: Town) -> None:
    clerk = await town.settle("孙丽", "clerk")
    stage = await proposed(town)
    async with town.begin() as tx:
        (await town.account(tx, stage.grandma)).reachable = False
    await town.do(stage.helper, pairs.accept, stage.pair)
    assert "请问问" in town.last(clerk).words


async def test_a_helper_says_no_and_the_household_never_hears_of_it(town: Town) -> None:
    stage = await proposed(town)
    await town.do(stage.helper, pairs.decline, stage.pair)
    assert (await stage.kept()).state == "declined"
    assert "李敏说王秀英家不合适" in town.last(stage.officer).words
    assert stage.grandma not in town.told
    _, volunteer = await helper(town, "赵强")
    await proposing(town, stage.household, volunteer)  # and may be asked again for others


async def test_whom_a_household_did_not_want_is_not_proposed_to_it_again(town: Town) -> None:
    stage = await proposed(town)
    await town.do(stage.helper, pairs.accept, stage.pair)
    await town.do(stage.grandma, pairs.refuse, stage.pair)
    assert "先不用您去了" in town.last(stage.helper).words
    assert "不要" not in town.last(stage.helper).words
    assert "王秀英家不要李敏来" in town.last(stage.officer).words
    async with town.begin() as tx:
        from storage import volunteers

        row = await volunteers.of_account(tx, stage.helper, stage.center)
        assert row is not None
    assert await refusal(town, stage.household, row.id) == "pair-cannot-unwanted"


async def test_nobody_answers_twice_and_not_out_of_turn(town: Town) -> None:
    stage = await proposed(town)
    with pytest.raises(NotFoundError):  # the household has not been asked yet, and knows nothing
        await town.do(stage.grandma, pairs.agree, stage.pair)
    assert await refused(town, stage.officer, pairs.agree, stage.pair) == "pair-refused-state"
    await town.do(stage.helper, pairs.accept, stage.pair)
    assert await refused(town, stage.helper, pairs.accept, stage.pair) == "pair-refused-state"
    await town.do(stage.grandma, pairs.agree, stage.pair)
    assert await refused(town, stage.grandma, pairs.refuse, stage.pair) == "pair-refused-state"


async def test_a_proposal_taken_back_calls_off_what_was_asked(town: Town) -> None:
    clerk = await town.settle("孙丽", "clerk")
    stage = await proposed(town, chats=False)
    await town.do(stage.helper, pairs.accept, stage.pair)
    await town.do(stage.officer, pairs.withdraw, stage.pair)
    assert "不用打了" in town.last(clerk).words
    assert "先不用您去了" in town.last(stage.helper).words
    assert await refused(town, stage.helper, pairs.accept, stage.pair) == "pair-over"


async def test_an_answer_that_does_not_come_is_told_every_three_days_and_by_day(town: Town) -> None:
    stage = await proposed(town)
    town.forget()
    town.passes(days=3, seconds=-1)
    assert not await wakes(town)
    town.passes(seconds=1)
    assert await wakes(town)
    assert "李敏三天没回话了" in town.last(stage.officer).words
    assert not await wakes(town)
    town.passes(days=3, hours=12)  # ten in the evening: it waits until eight in the morning
    assert await wakes(town)
    assert len(town.told[stage.officer]) == 1
    town.passes(hours=10)
    assert await wakes(town)
    assert len(town.told[stage.officer]) == 2
    assert stage.helper not in town.told


async def test_history_says_who_did_what(town: Town) -> None:
    stage = await begun(town)
    async with town.begin() as tx:
        made = [(one.action, one.to_state, one.actor_id) for one in await stored.moves(tx, stage.pair)]
    assert made == [
        ("propose", "proposed", stage.officer),
        ("accept", "accepted", stage.helper),
        ("agree", "active", stage.grandma),
    ]


async def test_strangers_the_township_and_other_centers_find_nothing(town: Town) -> None:
    stage = await begun(town, second=True)
    strangers = [
        await town.settle("陈建国"),
        await town.settle("钱镇长", "township"),
        await town.settle("何芳", "assistance", center="dongxing", village=None),
        await town.settle("孙丽", "clerk"),
        await town.settle("马主任", "director"),
    ]
    everything = (pairs.accept, pairs.decline, pairs.agree, pairs.refuse, pairs.withdraw)
    for someone in strangers:
        for use_case in everything:
            for pair_id in (stage.pair, 404):
                with pytest.raises(NotFoundError):
                    await town.do(someone, use_case, pair_id)
        async with town.begin() as tx:
            row = await stored.pair_of(tx, stage.pair)
            assert not await pairs_access.sides(tx, await town.account(tx, someone), row)


async def test_two_proposals_at_once_leave_one_pair_and_no_helper_over_the_ceiling(any_town: Town) -> None:
    town = any_town
    officer = await town.settle("周敏", "assistance")
    _, volunteer = await helper(town, "李敏", ceiling=1)
    homes = [(await household(town, name))[0] for name in ("王大山", "赵桂芳")]
    place = await center_id(town)
    tries = [town.do(officer, pairs.propose, place, home, volunteer, **TERMS) for home in homes]
    outcomes = await asyncio.gather(*tries, return_exceptions=True)
    assert sorted(type(one).__name__ for one in outcomes) == ["Pair", "RefusedError"]
    (made,) = [one for one in outcomes if isinstance(one, Pair)]
    assert (await pair(town, made.id)).state == "proposed"
