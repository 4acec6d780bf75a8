"""A second helper is asked once the pair has begun, may say no, and another may be named."""

from __future__ import annotations

import pytest

from services import pairs, pairs_access, pairs_changes, pairs_fit, pairs_handover, pairs_seconds, visits_away
from services.candidates import candidates
from services.errors import NotFoundError
from storage import volunteers
from tests.services.pairing import Stage, begun, helper, proposed
from tests.services.steps import refused
from tests.services.test_pairs_changes import stops
from tests.services.town import NOW, Town

AWAY_UNTIL = NOW.date().replace(day=30)


async def asked(town: Town) -> Stage:
    """A pair that has begun, and whose second helper is being asked."""
    stage = await proposed(town, second=True)
    await town.do(stage.helper, pairs.accept, stage.pair)
    assert not town.heard(stage.second)  # before the two have agreed it is nobody else's business
    with pytest.raises(NotFoundError):
        await town.do(stage.second, pairs_seconds.agree, stage.pair)
    town.forget()
    await town.do(stage.grandma, pairs.agree, stage.pair)
    return stage


async def test_the_second_helper_is_asked_when_it_begins_and_is_none_before_they_say_yes(
    any_town: Town,
) -> None:
    town = any_town
    stage = await asked(town)
    question = town.last(stage.second)
    assert "李敏常去看王秀英家" in question.words and "13900000002" not in question.words
    assert question.taps == [f"pair|stand-in|{stage.pair}", f"pair|no-second|{stage.pair}", "go|person"]
    row = await stage.kept()
    assert (row.state, row.second_id, row.asked_second_id) == ("active", None, stage.second)
    assert await town.do(stage.helper, visits_away.away, AWAY_UNTIL) == 0  # nobody can be sent yet
    town.forget()
    await town.do(stage.second, pairs_seconds.agree, stage.pair)
    row, due = await stage.kept(), await stage.due()
    assert (row.second_id, row.asked_second_id) == (stage.second, None)
    assert due is not None and due.goer_id == stage.second  # whoever is away is stood in for at once
    assert "赵强答应了" in town.heard(stage.helper)
    assert town.last(stage.officer).message.attachment is not None  # the card to print has both on it now


async def test_a_no_costs_nothing_and_the_officer_can_name_another_while_it_goes_on(town: Town) -> None:
    stage = await asked(town)
    other, volunteer = await helper(town, "何芳")
    town.forget()
    await town.do(stage.second, pairs_seconds.decline, stage.pair)
    row = await stage.kept()
    assert (row.state, row.second_id, row.asked_second_id) == ("active", None, None)
    assert await stage.due() is not None
    news = town.last(stage.officer)
    assert "赵强当不了王秀英家的第二帮手" in news.words and f"pair|second|{stage.pair}" in news.taps
    assert not town.heard(stage.grandma) and not town.heard(stage.helper)
    with pytest.raises(NotFoundError):
        await town.do(stage.second, pairs_seconds.agree, stage.pair)
    await town.do(stage.officer, pairs_seconds.ask, stage.pair, volunteer)
    assert "李敏常去看王秀英家" in town.last(other).words
    await town.do(other, pairs_seconds.agree, stage.pair)
    assert (await stage.kept()).second_id == other


async def test_nobody_is_asked_beside_a_second_helper_or_one_who_is_being_asked(town: Town) -> None:
    stage = await asked(town)
    _, volunteer = await helper(town, "何芳")
    use_case = pairs_seconds.ask
    assert await refused(town, stage.officer, use_case, stage.pair, volunteer) == "pair-second-there"
    await town.do(stage.second, pairs_seconds.agree, stage.pair)
    assert await refused(town, stage.officer, use_case, stage.pair, volunteer) == "pair-second-there"
    for nobody in (stage.helper, stage.second, stage.grandma):
        with pytest.raises(NotFoundError):
            await town.do(nobody, use_case, stage.pair, volunteer)


async def test_the_helper_whoever_is_to_take_it_over_and_whoever_is_not_wanted_are_no_second(
    town: Town,
) -> None:
    stage = await begun(town)
    first = await helper(town, "何芳")
    async with town.begin() as tx:
        found = await candidates(tx, stage.center, stage.household)
        assert [one.volunteer.account_id for one in found] == [first[0]]
    await town.do(stage.officer, pairs_handover.offer, stage.pair, first[1])
    assert await refused(town, stage.officer, pairs_seconds.ask, stage.pair, first[1]) == "pair-second-same"
    unwanted, volunteer = await helper(town, "赵石")
    async with town.begin() as tx:
        await pairs_fit.want(tx, stage.household, unwanted, wanted=False)
    wrong = await refused(town, stage.officer, pairs_seconds.ask, stage.pair, volunteer)
    assert wrong == "pair-cannot-unwanted"


async def test_whoever_is_being_asked_is_not_named_again_and_finds_the_question_among_their_pairs(
    town: Town,
) -> None:
    stage = await asked(town)
    async with town.begin() as tx:
        assert await candidates(tx, stage.center, stage.household) == []
    assert [row.id for row in await town.do(stage.second, pairs_access.helps)] == [stage.pair]


async def test_a_pair_that_ends_meanwhile_needs_no_answer_any_more(town: Town) -> None:
    stage = await asked(town)
    town.forget()
    await town.do(stage.officer, pairs_changes.end, stage.pair, "moved")
    assert "这回先不用您去了" in town.heard(stage.second)
    assert (await stage.kept()).asked_second_id is None
    with pytest.raises(NotFoundError):
        await town.do(stage.second, pairs_seconds.agree, stage.pair)


async def test_one_who_takes_the_pair_over_is_not_asked_to_be_its_second_helper_too(town: Town) -> None:
    stage = await asked(town)
    async with town.begin() as tx:
        volunteer = await volunteers.of_account(tx, stage.second, stage.center)
        assert volunteer is not None
    await town.do(stage.officer, pairs_handover.offer, stage.pair, volunteer.id)
    await town.do(stage.second, pairs_handover.take_over, stage.pair)
    row = await stage.kept()
    assert (row.helper_id, row.asked_second_id) == (stage.second, None)


async def test_whoever_is_gone_while_being_asked_is_told_to_the_officer_who_can_name_another(
    town: Town,
) -> None:
    stage = await asked(town)
    town.forget()
    await stops(town, stage.second, stage.center)
    assert (await stage.kept()).asked_second_id is None
    news = town.last(stage.officer)
    assert "第二帮手来不了" in news.words and f"pair|second|{stage.pair}" in news.taps
