"""Lending: kept, fetched, reminded of kindly, lent once more, back; and never more out than there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.lending import Answer
from domain.proxies import Whom
from domain.signups import Standing
from services import activity_changes, lending, signup_people, signup_seats, signups, venues
from services.errors import RefusedError
from tests.services.activities import line_of, made, standings
from tests.services.lending import hall, lent, loan_of, looks, place_of, slots, sprayer
from tests.services.steps import family, leaves, refused
from tests.services.test_signups import lapse, of, on_roster, signed
from tests.services.town import Town

SEATED, OFFERED, WAITING = Standing.SEATED, Standing.OFFERED, Standing.WAITING


def morning(day: int, month: int = 12, hour: int = 9) -> datetime:
    """An hour of a day of the village."""
    return datetime(2026, month, day, hour, tzinfo=UTC) - timedelta(hours=8)


async def borrowed(town: Town, seats: int = 1) -> tuple[int, int, int]:
    """A sprayer that somebody has fetched on Tuesday: the keeper, the borrower, the place."""
    keeper, _, slot_id = await lent(town, seats)
    (borrower,) = await signed(town, slot_id, "甲")
    row = await of(town, slot_id, "甲")
    await town.do(keeper, lending.hand_out, row.id)
    return keeper, borrower, row.id


# Kept for whoever fetches it


async def test_its_keeper_hears_who_wants_it_and_hands_it_out_with_one_tap(any_town: Town) -> None:
    town = any_town
    keeper, _, slot_id = await lent(town)
    await signed(town, slot_id, "甲")
    told = town.last(keeper)
    assert "甲要借" in told.words and "11月26日" in told.words
    row = await of(town, slot_id, "甲")
    assert f"lon|hand|{row.id}" in told.taps
    card = await town.do(keeper, lending.hand_out, row.id)
    loan = await loan_of(town, row.id)
    assert loan.out and loan.handed_by_id == keeper and loan.due_at == morning(1, hour=18)
    assert {f"lon|{what}|{row.id}" for what in ("back", "broken", "gone")} <= {
        one.tap for line in card.buttons for one in line
    }
    await town.do(keeper, lending.hand_out, row.id)
    assert (await loan_of(town, row.id)).handed_at == loan.handed_at, "twice is once"


async def test_the_borrower_hears_until_when(town: Town) -> None:
    _, borrower, _ = await borrowed(town)
    assert "喷雾器" in town.last(borrower).words and "12月1日 周二 18:00前还" in town.last(borrower).words


async def test_who_waits_has_no_loan_yet_and_hears_from_nobody_who_has_it(town: Town) -> None:
    keeper, _, slot_id = await lent(town)
    _, second = await signed(town, slot_id, "甲", "乙")
    row = await of(town, slot_id, "乙")
    assert row.state == WAITING
    with pytest.raises(RefusedError, match="not-found"):
        await town.do(keeper, lending.hand_out, row.id)
    await town.do(keeper, lending.hand_out, (await of(town, slot_id, "甲")).id)
    assert "甲" not in town.heard(second)


async def test_what_nobody_fetches_in_two_office_days_goes_to_the_next(any_town: Town) -> None:
    town = any_town
    keeper, _, slot_id = await lent(town)
    first, second = await signed(town, slot_id, "甲", "乙")
    row = await of(town, slot_id, "甲")
    town.now = morning(26, 11, 18) - timedelta(seconds=1)
    assert await looks(town) == 0
    town.passes(seconds=1)
    assert await looks(town) == 1
    assert await standings(town, slot_id) == {SEATED: [], OFFERED: ["乙"], WAITING: []}
    assert "没见来拿" in town.last(first).words and f"sgn|again|{row.id}" in town.last(first).taps
    assert "轮到您借了" in town.last(second).words
    assert await refused(town, keeper, lending.hand_out, row.id) == "loan-not-kept"
    again = await town.do(first, signups.again, row.id)
    assert again.state == WAITING, "at the end of the line"
    assert await looks(town) == 0


async def test_who_says_yes_has_two_office_days_from_then_on(town: Town) -> None:
    keeper, _, row_id = await borrowed(town)
    (second,) = await signed(town, (await place_of(town, row_id)).slot_id, "乙")
    await town.do(keeper, lending.take_back, row_id, "fine")
    offer = await of(town, (await place_of(town, row_id)).slot_id, "乙")
    assert offer.state == OFFERED
    await town.do(second, signups.answer, offer.id, yes=True)
    assert (await loan_of(town, offer.id)).fetch_by == morning(26, 11, 18)
    assert "乙要借" in town.last(keeper).words


async def test_what_is_not_wanted_any_more_is_offered_on_and_not_looked_at(town: Town) -> None:
    keeper, _, slot_id = await lent(town)
    first, _ = await signed(town, slot_id, "甲", "乙")
    row = await of(town, slot_id, "甲")
    await town.do(first, signups.cancel, row.id)
    assert (await standings(town, slot_id))[OFFERED] == ["乙"]
    assert (await loan_of(town, row.id)).look_at is None
    assert "不借了" in town.last(keeper).words


async def test_what_was_fetched_is_brought_back_and_not_called_off(town: Town) -> None:
    _, borrower, row_id = await borrowed(town)
    assert await refused(town, borrower, signups.cancel, row_id) == "loan-is-out"
    assert (await place_of(town, row_id)).state == SEATED


# Back


async def test_the_next_is_asked_when_it_is_back(any_town: Town) -> None:
    town = any_town
    keeper, borrower, row_id = await borrowed(town)
    slot_id = (await place_of(town, row_id)).slot_id
    (second,) = await signed(town, slot_id, "乙")
    await town.do(keeper, lending.take_back, row_id, "fine")
    await town.do(keeper, lending.take_back, row_id, "fine")
    assert (await place_of(town, row_id)).state == Standing.RETURNED
    assert "谢谢" in town.last(borrower).words
    assert ["轮到您借了" in one.words for one in town.told[second]] == [True]
    assert (await loan_of(town, row_id)).look_at is None


@pytest.mark.parametrize("outcome", ["broken", "lost"])
async def test_what_is_broken_or_lost_is_not_offered_until_it_is_mended(town: Town, outcome: str) -> None:
    keeper, _, row_id = await borrowed(town)
    place = await place_of(town, row_id)
    activity_id, slot_id = place.activity_id, place.slot_id
    (second,) = await signed(town, slot_id, "乙")
    await town.do(keeper, lending.take_back, row_id, outcome)
    await town.do(keeper, lending.remark, row_id, "  喷头掉了 ")
    assert (await loan_of(town, row_id)).remark == "喷头掉了"
    assert (await standings(town, slot_id))[WAITING] == ["乙"]
    desk = await town.do(keeper, lending.desk, activity_id)
    assert (desk.seats, desk.out, desk.here, len(desk.away), len(desk.waiting)) == (1, 0, 0, 1, 1)
    await town.do(keeper, lending.mended, desk.away[0].id)
    await town.do(keeper, lending.mended, desk.away[0].id)
    assert (await standings(town, slot_id))[OFFERED] == ["乙"]
    assert "轮到您借了" in town.last(second).words


async def aside_rows(town: Town, keeper: int, activity_id: int) -> tuple[lending.Desk, list[int]]:
    """The desk, and the places of what is broken or lost."""
    desk = await town.do(keeper, lending.desk, activity_id)
    return desk, [one.id for one in desk.away]


async def lost_one(town: Town, keeper: int, slot_id: int, name: str) -> int:
    """What somebody has fetched is lost; the id of their place."""
    row = await of(town, slot_id, name)
    await town.do(keeper, lending.hand_out, row.id)
    await town.do(keeper, lending.take_back, row.id, "lost")
    return row.id


async def test_of_several_one_that_cannot_be_found_is_one_less_and_who_waits_goes_on_waiting(
    any_town: Town,
) -> None:
    town = any_town
    keeper, activity_id, slot_id = await lent(town, seats=2)
    _, second, third = await signed(town, slot_id, "甲", "乙", "丙")
    taken = await lost_one(town, keeper, slot_id, "甲")
    desk, (place,) = await aside_rows(town, keeper, activity_id)
    town.forget()
    await town.do(keeper, lending.missing, place)
    await town.do(keeper, lending.missing, place)
    desk, away = await aside_rows(town, keeper, activity_id)
    assert (desk.seats, desk.here, away, [one.id for one in desk.gone]) == (1, 1, [], [place])
    assert not town.told[second] and not town.told[third]
    assert (await of(town, slot_id, "丙")).state == WAITING
    assert (await loan_of(town, taken)).outcome == "lost", "its past stays"
    await town.do(keeper, lending.mended, place)
    await town.do(keeper, lending.mended, place)
    desk, _ = await aside_rows(town, keeper, activity_id)
    assert (desk.seats, desk.gone) == (2, [])
    assert "轮到您借了" in town.last(third).words


async def test_when_the_last_cannot_be_found_nobody_waits_in_vain(any_town: Town) -> None:
    town = any_town
    keeper, activity_id, slot_id = await lent(town, seats=2)
    _, _, third = await signed(town, slot_id, "甲", "乙", "丙")
    await town.do(keeper, signups.sign_up, slot_id, Whom("张大爷", phone="13900001111"), listed=True)
    for name in ("甲", "乙"):
        await lost_one(town, keeper, slot_id, name)
    _, (first, second) = await aside_rows(town, keeper, activity_id)
    town.forget()
    await town.do(keeper, lending.missing, first)
    assert not town.told[third]
    await town.do(keeper, lending.missing, second)
    assert "您不用再等" in town.last(third).words
    assert "张大爷不用再等" in town.last(keeper).words, "who cannot be written to is called"
    assert await standings(town, slot_id) == {SEATED: ["马曲村社区服务中心"], OFFERED: [], WAITING: []}
    late = await town.settle("丁")
    assert await refused(town, late, signups.sign_up, slot_id) == "loan-none-left"
    assert (await aside_rows(town, keeper, activity_id))[0].seats == 0
    await town.do(keeper, lending.mended, first)
    desk, _ = await aside_rows(town, keeper, activity_id)
    assert (desk.seats, desk.here, [one.id for one in desk.gone]) == (1, 1, [second])
    row = await town.do(late, signups.sign_up, slot_id)
    assert row.state == SEATED
    await town.do(keeper, lending.mended, second)
    assert (await aside_rows(town, keeper, activity_id))[0].seats == 2


async def test_another_in_the_place_of_the_last_can_be_borrowed(town: Town) -> None:
    keeper, activity_id, slot_id = await lent(town)
    await signed(town, slot_id, "甲")
    await lost_one(town, keeper, slot_id, "甲")
    _, (place,) = await aside_rows(town, keeper, activity_id)
    await town.do(keeper, lending.missing, place)
    await town.do(keeper, signup_seats.change, slot_id, 2)
    assert (await aside_rows(town, keeper, activity_id))[0].seats == 1
    await signed(town, slot_id, "乙", "丙")
    assert (await standings(town, slot_id))[WAITING] == ["丙"]


async def test_only_its_keeper_says_that_it_cannot_be_found_and_of_no_room(town: Town) -> None:
    keeper, activity_id, slot_id = await lent(town)
    borrower, stranger = await signed(town, slot_id, "甲", "乙")
    taken = (await of(town, slot_id, "甲")).id
    await lost_one(town, keeper, slot_id, "甲")
    _, (place,) = await aside_rows(town, keeper, activity_id)
    for one in (borrower, stranger):
        for act in (lending.missing, lending.aside):
            assert await refused(town, one, act, place) == "not-found"
    assert await refused(town, keeper, lending.missing, taken) == "not-found", "somebody's place is no thing"
    room = await made(town, keeper, hall())
    slot = (await slots(town, room))[0].id
    await town.do(keeper, venues.take, slot)
    (held,) = await line_of(town, slot)
    for act in (lending.missing, lending.aside):
        assert await refused(town, keeper, act, held.id) == "not-found"


async def test_only_what_was_fetched_comes_back_and_only_in_a_way_there_is(town: Town) -> None:
    keeper, _, slot_id = await lent(town)
    await signed(town, slot_id, "甲")
    row = await of(town, slot_id, "甲")
    assert await refused(town, keeper, lending.take_back, row.id, "fine") == "loan-not-out"
    assert await refused(town, keeper, lending.remark, row.id, "坏了") == "not-found"
    await town.do(keeper, lending.hand_out, row.id)
    assert await refused(town, keeper, lending.take_back, row.id, "sold") == "not-found"


# Who may


async def test_only_whoever_looks_after_it_hands_it_out_and_sees_who_has_it(town: Town) -> None:
    keeper, borrower, row_id = await borrowed(town)
    activity_id = (await place_of(town, row_id)).activity_id
    stranger, clerk = await town.settle("路人"), await town.settle("前台", "clerk")
    elsewhere = await town.settle("外村干事", "culture", center="dongxing", village=None)
    for one in (borrower, stranger, elsewhere):
        for act, args in (
            (lending.hand_out, ()),
            (lending.take_back, ("fine",)),
            (lending.card, ()),
            (lending.mended, ()),
        ):
            assert await refused(town, one, act, row_id, *args) == "not-found"
        assert await refused(town, one, lending.desk, activity_id) == "not-found"
    assert await refused(town, stranger, lending.renew, row_id) == "not-found"
    assert await refused(town, stranger, lending.say, row_id, Answer.TODAY) == "not-found"
    assert await refused(town, keeper, lending.hand_out, 10**9) == "not-found"
    assert (await town.do(clerk, lending.desk, activity_id)).out == 1
    await town.do(clerk, lending.take_back, row_id, "fine")
    assert "还回来了" in town.last(keeper).words, "whoever keeps it sees that it is back"


async def test_a_place_of_somebody_is_not_released_like_the_centers_own(town: Town) -> None:
    keeper, _, row_id = await borrowed(town)
    assert await refused(town, keeper, lending.mended, row_id) == "not-found"


async def test_when_its_maker_is_gone_the_others_who_look_after_it_hear_of_it(town: Town) -> None:
    keeper, _, slot_id = await lent(town)
    clerk = await town.settle("前台", "clerk")
    async with town.begin() as tx:
        (await town.account(tx, keeper)).reachable = False
    await signed(town, slot_id, "甲")
    assert "甲要借" in town.last(clerk).words
    assert not town.told[keeper]


async def test_an_elder_borrows_through_a_neighbour_and_both_hear_of_it(town: Town) -> None:
    keeper, _, slot_id = await lent(town)
    neighbour, elder = await town.settle("邻居"), (await family(town, "王秀英"))[0]
    person = await on_roster(town, "王秀英")
    row = await town.do(neighbour, signups.sign_up, slot_id, Whom("王秀英", person.id))
    await town.do(keeper, lending.hand_out, row.id)
    assert "王秀英拿走了" in town.last(neighbour).words
    assert "您拿走了" in town.last(elder).words
    assert (await town.do(elder, lending.renew, row.id)).id == row.id
    await town.do(neighbour, lending.say, row.id, Answer.TOMORROW)
    assert "王秀英说明天还" in town.last(keeper).words


# Once more


async def test_once_more_if_nobody_waits_and_only_once(any_town: Town) -> None:
    town = any_town
    keeper, borrower, row_id = await borrowed(town)
    await town.do(borrower, lending.renew, row_id)
    loan = await loan_of(town, row_id)
    assert (loan.due_at, loan.renewed) == (morning(8, hour=18), True)
    assert loan.look_at == morning(7)
    assert "12月8日" in town.last(keeper).words
    assert await refused(town, borrower, lending.renew, row_id) == "loan-renewed-already"


async def test_it_is_not_lent_longer_while_somebody_waits(town: Town) -> None:
    _, borrower, row_id = await borrowed(town)
    (second,) = await signed(town, (await place_of(town, row_id)).slot_id, "乙")
    assert await refused(town, borrower, lending.renew, row_id) == "loan-awaited"
    await town.do(second, signups.cancel, (await of(town, (await place_of(town, row_id)).slot_id, "乙")).id)
    await town.do(borrower, lending.renew, row_id)


async def test_what_is_back_is_neither_lent_once_more_nor_asked_for(town: Town) -> None:
    keeper, borrower, row_id = await borrowed(town)
    await town.do(keeper, lending.take_back, row_id, "fine")
    assert await refused(town, borrower, lending.renew, row_id) == "loan-is-back"
    assert await refused(town, borrower, lending.say, row_id, Answer.TODAY) == "loan-is-back"


# Reminded, kindly


async def days_of(town: Town, days: int) -> None:
    """So many days go by, hour by hour."""
    for _ in range(days * 24):
        town.passes(hours=1)
        await looks(town)


async def test_the_day_before_on_the_day_three_times_after_and_then_the_keeper_alone(any_town: Town) -> None:
    town = any_town
    keeper, borrower, row_id = await borrowed(town)
    town.forget()
    await days_of(town, 21)
    said = [(one.row.created_at, one.words) for one in town.told[borrower]]
    assert [at for at, _ in said] == [morning(30, 11), morning(1), morning(2), morning(5), morning(8)]
    assert "明天该还了" in said[0][1] and "今天还" in said[1][1]
    assert all("什么时候方便还" in words for _, words in said[2:])
    (last,) = town.told[keeper]
    assert last.row.created_at == morning(11) and "只跟您说" in last.words
    assert (await loan_of(town, row_id)).look_at is None


async def test_nobody_is_reminded_at_night_nor_twice_after_a_standstill(town: Town) -> None:
    _, borrower, row_id = await borrowed(town)
    town.forget()
    town.now = morning(6, hour=23)
    assert await looks(town) == 1
    assert not town.told[borrower]
    assert (await loan_of(town, row_id)).look_at == morning(7, hour=7)
    town.now = morning(7, hour=7)
    assert await looks(town) == 1
    assert ["什么时候方便还" in one.words for one in town.told[borrower]] == [True]


async def test_the_borrowers_answer_is_told_to_the_keeper_once(town: Town) -> None:
    keeper, borrower, row_id = await borrowed(town)
    town.forget()
    for answer in (Answer.TODAY, Answer.TODAY, Answer.LOST):
        await town.do(borrower, lending.say, row_id, answer)
    assert ["说今天还" in one.words for one in town.told[keeper]] == [True, False]
    assert "坏了，或者丢了" in town.last(keeper).words
    assert f"lon|gone|{row_id}" in town.last(keeper).taps


async def test_of_whoever_cannot_be_written_to_the_keeper_hears_when_it_is_late(town: Town) -> None:
    keeper, _, slot_id = await lent(town)
    row = await town.do(keeper, signups.sign_up, slot_id, Whom("张大爷", phone="13900001111"), listed=True)
    await town.do(keeper, lending.hand_out, row.id)
    town.forget()
    await days_of(town, 9)
    (told,) = town.told[keeper]
    assert "张大爷借的《喷雾器》" in told.words and "13900001111" in told.words
    assert told.row.created_at == morning(2)


async def test_of_whoever_has_left_the_chat_the_keeper_hears_as_well(town: Town) -> None:
    keeper, borrower, _ = await borrowed(town)
    await leaves(town, borrower)
    town.forget()
    town.now = morning(2)
    await looks(town)
    assert not town.told[borrower] and "甲" in town.last(keeper).words


async def test_an_early_return_is_the_last_word(town: Town) -> None:
    keeper, borrower, row_id = await borrowed(town)
    await town.do(keeper, lending.take_back, row_id, "fine")
    town.forget()
    await days_of(town, 14)
    assert not town.told[borrower] and not town.told[keeper]


async def test_what_is_out_is_asked_for_also_when_it_is_lent_no_more(town: Town) -> None:
    keeper, borrower, row_id = await borrowed(town)
    activity_id = (await place_of(town, row_id)).activity_id
    await town.do(keeper, activity_changes.call_off, activity_id, "不借了", {})
    assert (await place_of(town, row_id)).state == Standing.CANCELLED
    town.forget()
    await days_of(town, 8)
    assert "什么时候方便还" in town.last(borrower).words
    await town.do(keeper, lending.take_back, row_id, "fine")
    assert (await loan_of(town, row_id)).returned_at == town.now


async def test_another_place_is_told_and_nobody_is_asked_whether_they_come(town: Town) -> None:
    keeper, borrower, row_id = await borrowed(town)
    activity_id = (await place_of(town, row_id)).activity_id
    town.forget()
    moved = sprayer(place="仓库", days=3)
    await town.do(keeper, activity_changes.change, activity_id, moved, 1, {})
    assert "仓库" in town.last(borrower).words and "还来吗" not in town.last(borrower).words
    assert (await loan_of(town, row_id)).due_at == morning(1, hour=18), "who has it keeps it as long as said"


# Whatever happens

ACTS = st.lists(
    st.one_of(
        *(
            st.tuples(st.just(act), st.integers(0, 5))
            for act in ("borrow", "cancel", "yes", "no", "hand", "back", "broken", "renew", "lost")
        ),
        st.tuples(st.sampled_from(["mended", "missing", "days"]), st.integers(1, 4)),
    ),
    max_size=40,
)


REFUSALS = {
    "not-found",
    "already-answered",
    *("loan-is-out", "loan-is-back", "loan-not-kept", "loan-not-out", "loan-awaited", "loan-renewed-already"),
    "loan-none-left",
    *(f"signup-late-{one}" for one in Standing),
}
"""What is said to whoever taps what cannot be any more."""


class Model:
    """Who wants one and has not been told that they will not get it; who carried one home."""

    def __init__(self) -> None:
        self.wants: set[int] = set()
        self.out: set[int] = set()


@given(acts=ACTS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_never_more_are_out_than_there_are_and_nobody_who_waits_is_lost(
    town: Town, acts: Sequence[tuple[str, int]]
) -> None:
    town.passes(days=1)
    keeper, activity_id, slot_id = await lent(town, seats=2)
    folk = [await town.settle(f"人{number}") for number in range(6)]
    model = Model()
    for act, value in acts:
        if act == "days":
            for _ in range(value * 4):
                town.passes(hours=6)
                await looks(town)
                await lapse(town)
        elif act == "mended":
            seen = await town.do(keeper, lending.desk, activity_id)
            for row in [*seen.away, *seen.gone][:1]:
                await town.do(keeper, lending.mended, row.id)
        elif act == "missing":
            for row in (await town.do(keeper, lending.desk, activity_id)).away[:1]:
                await town.do(keeper, lending.missing, row.id)
        else:
            await _do(town, keeper, slot_id, act, folk[value], model)
        await _holds(town, await town.do(keeper, lending.desk, activity_id), slot_id, model)


async def _do(town: Town, keeper: int, slot_id: int, act: str, who: int, model: Model) -> None:
    if act == "borrow":
        try:
            await town.do(who, signups.sign_up, slot_id)
            model.wants.add(who)
        except RefusedError as refusal:
            assert refusal.text.id in REFUSALS
        return
    mine = next((one for one in await line_of(town, slot_id) if one.account_id == who), None)
    if mine is None:
        return
    try:
        if act == "cancel":
            await town.do(who, signups.cancel, mine.id)
            model.wants.discard(who)
        elif act in ("yes", "no"):
            await town.do(who, signups.answer, mine.id, yes=act == "yes")
            if act == "no":
                model.wants.discard(who)
        elif act == "hand":
            await town.do(keeper, lending.hand_out, mine.id)
            model.out.add(who)
        elif act == "renew":
            await town.do(who, lending.renew, mine.id)
        else:
            outcome = {"back": "fine"}.get(act, act)
            await town.do(keeper, lending.take_back, mine.id, outcome)
            model.out.discard(who)
            model.wants.discard(who)
    except RefusedError as refusal:
        assert refusal.text.id in REFUSALS


async def _holds(town: Town, desk: lending.Desk, slot_id: int, model: Model) -> None:
    rows = await line_of(town, slot_id)
    used = [one for one in rows if one.state in (SEATED, OFFERED) and not signup_people.gone(one)]
    waiting = [one for one in rows if one.state == WAITING]
    assert desk.seats + len(desk.gone) == 2 and len(used) <= desk.seats
    assert not waiting or len(used) == desk.seats > 0, "what lies there is offered at once"
    out = {row.account_id for loan, row in desk.loans if loan.out}
    assert out == model.out, "who carried one home has it until it is back, and nobody else has"
    for row in rows:
        if row.state == SEATED and not signup_people.withheld(row):
            loan = await loan_of(town, row.id)
            assert loan.look_at is not None or loan.out, "nothing is kept for anybody for ever"
    there = {one.account_id for one in rows}
    for who in model.wants - there:
        last = [one.words for one in town.told[who]]
        assert any("没见来拿" in words or "不替" in words or "不用再等" in words for words in last), (
            "who is let go is told"
        )
