"""Nobody is asked about a pair at night: the question is put by until the morning, or called back before."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from domain.messages import Outgoing, t
from domain.pairs import ANSWER_WITHIN
from services import matching, pairs, pairs_changes, pairs_handover, pairs_seconds
from services.outbox import tell
from storage import matching as stored_plans
from storage import outbox
from tests.services.pairing import begun, helper, household, proposed
from tests.services.test_matching_officers import asks, stage
from tests.services.town import Told, Town


def here(text: str) -> datetime:
    """A moment as the clock on the wall at the center shows it."""
    return datetime.fromisoformat(f"{text}+08:00").astimezone(UTC)


NIGHT, MORNING = here("2026-11-24 22:30"), here("2026-11-25 07:00")


async def state(town: Town, told: Told) -> str:
    """What has become of a message."""
    async with town.begin() as tx:
        (row,) = await outbox.rows(tx, [told.row.id])
        return row.state


@pytest.mark.parametrize(
    ("at", "waits_until"),
    [
        ("2026-11-24 20:59", None),
        ("2026-11-24 21:00", MORNING),
        ("2026-11-24 22:30", MORNING),
        ("2026-11-25 06:59", MORNING),
        ("2026-11-25 07:00", None),
    ],
)
async def test_a_proposal_is_asked_at_once_by_day_and_in_the_morning_by_night(
    town: Town, at: str, waits_until: datetime | None
) -> None:
    town.now = here(at)
    made = await proposed(town)
    assert town.last(made.helper).row.not_before == waits_until


async def test_the_household_the_second_helper_and_whoever_takes_over_sleep_too(any_town: Town) -> None:
    town = any_town
    made = await proposed(town, second=True)
    _, volunteer = await helper(town, "何芳")
    town.now = NIGHT
    await town.do(made.helper, pairs.accept, made.pair)
    assert town.last(made.grandma).row.not_before == MORNING
    await town.do(made.officer, pairs.agree, made.pair)
    assert await state(town, town.told[made.grandma][0]) == "dropped"  # answered by telephone meanwhile
    assert town.last(made.second).row.not_before == MORNING
    assert town.last(made.helper).row.not_before is None  # news for whoever has just agreed
    await town.do(made.officer, pairs_handover.offer, made.pair, volunteer)
    (asked,) = [one for who in town.told for one in town.told[who] if f"pair|take|{made.pair}" in one.taps]
    assert asked.row.not_before == MORNING


async def test_whoever_answers_in_the_night_is_not_asked_again_in_the_morning(town: Town) -> None:
    town.now = NIGHT
    made = await proposed(town, second=True)
    question = town.last(made.helper)
    await town.do(made.helper, pairs.accept, made.pair)
    assert await state(town, question) == "dropped"
    await town.do(made.grandma, pairs.agree, made.pair)
    question = town.last(made.second)
    await town.do(made.second, pairs_seconds.agree, made.pair)
    assert await state(town, question) == "dropped"


async def test_a_proposal_taken_back_in_the_same_night_was_never_heard_of(town: Town) -> None:
    town.now = NIGHT
    made = await proposed(town)
    question = town.last(made.helper)
    await town.do(made.officer, pairs.withdraw, made.pair)
    assert await state(town, question) == "dropped"
    assert town.last(made.helper) is question


async def test_one_who_has_read_the_question_is_told_that_it_is_not_needed(town: Town) -> None:
    made = await proposed(town)
    town.now = NIGHT
    await town.do(made.officer, pairs.withdraw, made.pair)
    assert "这回先不用您去了" in town.last(made.helper).words


async def test_what_is_not_needed_any_more_is_called_back_for_whoever_was_to_take_it_over(town: Town) -> None:
    made = await begun(town)
    other, volunteer = await helper(town, "何芳")
    town.now = NIGHT
    await town.do(made.helper, pairs_handover.seek, made.pair, None)
    await town.do(made.officer, pairs_handover.offer, made.pair, volunteer)
    question = town.last(other)
    await town.do(made.officer, pairs_changes.stays, made.pair)
    assert await state(town, question) == "dropped"
    assert town.last(other) is question


async def test_a_plan_approved_at_night_asks_in_the_morning_and_answers_the_officer_at_once(
    town: Town,
) -> None:
    _, officer, li = await stage(town)
    plan_id = await asks(town, officer)

    async def goes_on() -> None:
        async with town.begin() as tx:
            assert await matching.go_on_one(tx)

    town.now = NIGHT
    await goes_on()
    await town.do(officer, matching.approve, plan_id)
    await goes_on()
    assert town.last(li).row.not_before == MORNING
    assert town.last(officer).row.not_before is None and "配的都问过了" in town.last(officer).words


async def test_a_year_later_the_officer_reads_of_it_in_the_morning(town: Town) -> None:
    _, officer, _ = await stage(town)
    plan_id = await asks(town, officer)
    await household(town, "李桂兰", chats=False)
    async with town.begin() as tx:
        row = await stored_plans.plan(tx, plan_id)
        assert row is not None
        row.state, row.look_at = "done", NIGHT
    town.forget()
    town.now = NIGHT
    for moment in (NIGHT, MORNING, MORNING):
        town.now = moment
        assert not town.told
        async with town.begin() as tx:
            assert await matching.go_on_one(tx)
    assert "配好了" in town.last(officer).words


async def test_whoever_agrees_has_somebody_to_wait_for_whatever_else_is_told_in_the_same_breath(
    town: Town,
) -> None:
    made = await proposed(town)
    async with town.begin() as tx:
        account = await town.account(tx, made.helper)
        tell(tx, account, Outgoing(text=t("language-chosen")))  # what waits is written when an answer is
        await pairs.accept(tx, account, made.pair)
    row = await made.kept()
    assert (row.state, row.wake_at) == ("accepted", town.now + ANSWER_WITHIN)
