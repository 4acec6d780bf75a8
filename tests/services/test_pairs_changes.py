"""Resting, ending, wanting somebody else, handing over, a helper who is gone: each is a thing of its own."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from domain.codewords import words
from domain.pairs import ANSWER_WITHIN, Side, Wish
from services import pairs, pairs_access, pairs_changes, pairs_fit, pairs_handover, pairs_house, pairs_lists
from services.candidates import candidates
from services.errors import NotFoundError
from storage import pairs as stored
from storage import volunteers
from tests.services.pairing import Stage, begun, helper, household, proposed
from tests.services.steps import refused
from tests.services.test_pairs import wakes
from tests.services.town import Town


async def stops(town: Town, who: int, center_id: int) -> None:
    """Somebody is no volunteer any more, however that came about."""
    async with town.begin() as tx:
        row = await volunteers.of_account(tx, who, center_id)
        assert row is not None
        row.state = "left"
        await pairs_handover.helper_gone(tx, who, center_id)


async def test_resting_until_a_day_begins_again_on_its_morning(town: Town) -> None:
    stage = await begun(town)
    town.forget()
    await town.do(stage.helper, pairs_changes.pause, stage.pair, "hospital", date(2026, 12, 10))
    kept = await stage.kept()
    assert (kept.state, kept.reason) == ("paused", "hospital")
    assert kept.wake_at == datetime(2026, 12, 10, 0, 0, tzinfo=UTC)  # eight in the morning there
    assert "李敏这阵先不来" in town.last(stage.grandma).words
    assert "住院了" in town.last(stage.officer).words
    town.forget()
    town.now = datetime(2026, 12, 9, 23, 59, 59, tzinfo=UTC)
    assert not await wakes(town)
    town.passes(seconds=1)
    assert await wakes(town)
    kept, first = await stage.kept(), await stage.due()
    assert (kept.state, kept.reason, kept.wake_at) == ("active", None, None)
    assert first is not None and first.due_by == datetime(2026, 12, 15, 16, 0, tzinfo=UTC)
    assert "又可以去了" in town.last(stage.helper).words
    assert "又来您家了" in town.last(stage.grandma).words


async def test_resting_until_further_notice_ends_when_somebody_says_so(town: Town) -> None:
    stage = await begun(town)
    await town.do(stage.grandma, pairs_changes.pause, stage.pair, "到儿子家去住", None)
    town.passes(days=400)
    assert not await wakes(town)
    assert (
        await refused(town, stage.helper, pairs_changes.pause, stage.pair, "x", None) == "pair-refused-state"
    )
    await town.do(stage.grandma, pairs_changes.resume, stage.pair)
    assert (await stage.kept()).state == "active"
    assert await refused(town, stage.grandma, pairs_changes.resume, stage.pair) == "pair-refused-state"


@pytest.mark.parametrize(
    ("until", "reason"),
    [
        (date(2026, 11, 24), "leave-fault-past"),
        (date(2026, 11, 25), None),
        (date(2027, 6, 12), None),
        (date(2027, 6, 13), "leave-fault-far"),
    ],
)
async def test_a_pause_ends_on_a_day_to_come_and_not_too_far_off(
    town: Town, until: date, reason: str | None
) -> None:
    stage = await begun(town)
    if reason:
        assert await refused(town, stage.helper, pairs_changes.pause, stage.pair, "away", until) == reason
    else:
        await town.do(stage.helper, pairs_changes.pause, stage.pair, "away", until)


@pytest.mark.parametrize("reason", ["", "  "])
async def test_resting_and_ending_say_why(town: Town, reason: str) -> None:
    stage = await begun(town)
    assert await refused(town, stage.helper, pairs_changes.end, stage.pair, reason) == "pair-needs-reason"
    pause = pairs_changes.pause
    assert await refused(town, stage.helper, pause, stage.pair, reason, None) == "pair-needs-reason"


async def test_an_end_is_told_kindly_to_both_and_is_the_end(town: Town) -> None:
    stage = await begun(town, second=True)
    town.forget()
    await town.do(stage.officer, pairs_changes.end, stage.pair, "settled")
    for someone in (stage.helper, stage.second):
        assert "谢谢" in town.last(someone).words
    assert "随时跟中心说" in town.last(stage.grandma).words
    kept = await stage.kept()
    assert (kept.state, kept.over_at, kept.reason) == ("ended", town.now, "settled")
    assert await stage.due() is None
    assert await refused(town, stage.helper, pairs_changes.resume, stage.pair) == "pair-over"


async def test_a_household_whose_person_has_died_is_not_written_to(town: Town) -> None:
    stage = await begun(town)
    town.forget()
    await town.do(stage.helper, pairs_changes.end, stage.pair, "died")
    assert stage.grandma not in town.told
    assert "人不在了" in town.last(stage.officer).words


async def test_the_household_does_not_end_it_and_strangers_change_nothing(town: Town) -> None:
    stage = await begun(town)
    with pytest.raises(NotFoundError):
        await town.do(stage.grandma, pairs_changes.end, stage.pair, "settled")
    stranger = await town.settle("陈建国")
    for use_case, rest in (
        (pairs_changes.pause, ("away", None)),
        (pairs_changes.resume, ()),
        (pairs_changes.end, ("settled",)),
        (pairs_changes.want_other, (1,)),
        (pairs_changes.stays, ()),
        (pairs_handover.seek, ("",)),
        (pairs_handover.take_over, ()),
        (pairs_handover.decline, ()),
    ):
        with pytest.raises(NotFoundError):
            await town.do(stranger, use_case, stage.pair, *rest)
    assert (await stage.kept()).state == "active"


async def test_wanting_somebody_else_is_for_the_officer_alone(town: Town) -> None:
    director = await town.settle("马主任", "director")
    stage = await begun(town, second=True)
    town.forget()
    await town.do(stage.grandma, pairs_changes.want_other, stage.pair, 1)
    await town.do(stage.grandma, pairs_changes.want_other, stage.pair, 1)  # tapped twice
    assert set(town.told) == {stage.officer} and len(town.told[stage.officer]) == 1
    assert "想换个人" in town.last(stage.officer).words
    assert director not in town.told
    found = await town.do(stage.officer, candidates_of, stage)
    assert stage.helper not in found


async def candidates_of(tx: Any, _actor: Any, stage: Stage) -> list[int]:
    """The accounts of those who could help."""
    found = await candidates(tx, stage.center, stage.household)
    return [one.volunteer.account_id for one in found]


async def test_a_helper_who_is_the_only_officer_does_not_learn_it_either(town: Town) -> None:
    director = await town.settle("马主任", "director")
    officer, volunteer = await helper(town, "周敏", "assistance")
    home, grandma = await household(town)
    assert grandma is not None
    async with town.begin() as tx:
        here = (
            await pairs_fit.home(tx, (await volunteers.volunteer(tx, volunteer)).center_id, home)
        ).household  # type: ignore[union-attr]
    terms = {"purpose": "care", "rhythm": "weekly"}
    row = await town.do(officer, pairs.propose, here.center_id, home, volunteer, **terms)
    await town.do(officer, pairs.accept, row.id)
    await town.do(grandma, pairs.agree, row.id)
    town.forget()
    await town.do(grandma, pairs_changes.want_other, row.id, 1)
    assert set(town.told) == {director}
    rows, _ = await town.do(officer, pairs_lists.listed, here.center_id, "needing", 0)
    assert rows == []
    assert (await town.do(officer, pairs_lists.count, here.center_id))["needing"] == 0


async def test_the_officer_finds_somebody_and_the_former_hears_only_that_it_is_nearer(town: Town) -> None:
    stage = await begun(town)
    other, volunteer = await helper(town, "赵强")
    await town.do(stage.grandma, pairs_changes.want_other, stage.pair, 1)
    town.forget()
    await town.do(stage.officer, pairs_handover.offer, stage.pair, volunteer)
    assert stage.helper not in town.told
    await town.do(other, pairs_handover.take_over, stage.pair)
    assert [one.words for one in town.told[stage.helper]] == [
        "🔄 中心给王秀英家找了位住得近的，往后不用您跑了。\n这些日子辛苦您了，谢谢！"
    ]
    assert "往后换赵强来您家" in town.last(stage.grandma).words
    kept = await stage.kept()
    assert (kept.helper_id, kept.wants_other_at, kept.next_id) == (other, None, None)
    with pytest.raises(NotFoundError):
        await town.do(stage.helper, pairs_changes.end, stage.pair, "helper")


async def test_a_button_about_a_former_helper_says_nothing_of_this_one(town: Town) -> None:
    stage = await begun(town, second=True)
    await town.do(stage.helper, pairs_handover.offer_second, stage.pair, "")
    await town.do(stage.second, pairs_handover.take_over, stage.pair)
    town.forget()
    assert await refused(town, stage.grandma, pairs_changes.want_other, stage.pair, 1) == "pair-other-gone"
    assert stage.officer not in town.told
    await town.do(stage.grandma, pairs_changes.want_other, stage.pair, 2)
    assert "现在是赵强" in town.last(stage.officer).words


async def test_a_household_without_an_account_hears_of_changes_by_the_clerk(town: Town) -> None:
    clerk = await town.settle("孙丽", "clerk")
    stage = await begun(town, chats=False, second=True)
    assert "说一声" not in town.heard(clerk)  # whoever wrote the answer down has passed the word on
    town.forget()
    await town.do(stage.helper, pairs_handover.offer_second, stage.pair, "")
    await town.do(stage.second, pairs_handover.take_over, stage.pair)
    told = town.last(clerk).words
    assert "请跟<b>王秀英</b>家说一声 13900000002" in told
    assert "往后换赵强来您家" in told and ((await stage.kept()).code_word or "?") in told
    await town.do(stage.second, pairs_changes.end, stage.pair, "moved")
    assert "往后不专门来了" in town.last(clerk).words


async def test_staying_together_after_all_lets_them_be_proposed_again(town: Town) -> None:
    stage = await begun(town)
    await town.do(stage.grandma, pairs_changes.want_other, stage.pair, 1)
    async with town.begin() as tx:
        assert stage.helper in (await pairs_fit.home(tx, stage.center, stage.household)).unwanted
    await town.do(stage.officer, pairs_changes.stays, stage.pair)
    async with town.begin() as tx:
        assert stage.helper not in (await pairs_fit.home(tx, stage.center, stage.household)).unwanted
    assert (await stage.kept()).wants_other_at is None


@pytest.mark.parametrize("wanted_other", [True, False])
async def test_staying_together_whoever_was_asked_instead_is_not_needed_and_cannot_come(
    town: Town, wanted_other: bool
) -> None:
    stage = await begun(town)
    zhao, zhao_volunteer = await helper(town, "赵强")
    if wanted_other:
        await town.do(stage.grandma, pairs_changes.want_other, stage.pair, 1)
    await town.do(stage.officer, pairs_handover.offer, stage.pair, zhao_volunteer, "说话轻一点")
    await town.do(stage.officer, pairs_changes.stays, stage.pair)
    assert "王秀英家这回先不用您去了" in town.last(zhao).words
    with pytest.raises(NotFoundError):
        await town.do(zhao, pairs_handover.take_over, stage.pair)
    kept = await stage.kept()
    assert (kept.helper_id, kept.next_id) == (stage.helper, None)
    assert kept.note == (None if wanted_other else "说话轻一点")


async def test_asked_for_the_first_time_wanting_somebody_else_is_a_no(town: Town) -> None:
    stage = await proposed(town)
    await town.do(stage.helper, pairs.accept, stage.pair)
    await town.do(stage.grandma, pairs_changes.want_other, stage.pair, 1)
    assert (await stage.kept()).state == "declined"


async def test_a_hand_over_in_mid_plan_keeps_visits_and_goals_and_changes_the_word(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    stage = await begun(town, second=True, goals=["养两头猪"])
    before, first = await stage.kept(), await stage.due()
    town.forget()
    await town.do(stage.helper, pairs_handover.offer_second, stage.pair, "耳朵背，要大声")
    assert "耳朵背，要大声" in town.last(stage.second).words
    assert (await stage.kept()).helper_id == stage.helper
    monkeypatch.setattr(pairs_handover, "randbelow", lambda upper: upper - 1)
    await town.do(stage.second, pairs_handover.take_over, stage.pair)
    kept, due = await stage.kept(), await stage.due()
    assert (kept.helper_id, kept.second_id, kept.state) == (stage.second, None, "active")
    assert kept.goals == ["养两头猪"] and kept.note == "耳朵背，要大声"
    word = words()[-1]
    assert kept.code_word == word
    assert due is not None and first is not None
    assert (due.id, due.due_by, due.goer_id) == (first.id, first.due_by, stage.second)
    assert word in town.last(stage.grandma).words and word in town.heard(stage.second)
    assert word not in town.heard(stage.helper)
    assert "有人接了" in town.last(stage.helper).words
    assert before.helper_id == stage.helper


async def test_a_helper_asks_the_center_to_find_somebody_and_stays_until_then(town: Town) -> None:
    stage = await begun(town)
    await town.do(stage.helper, pairs_handover.seek, stage.pair, "要大声说话")
    assert "请找人接" in town.last(stage.officer).words
    assert (await stage.kept()).helper_id == stage.helper
    rows, more = await town.do(stage.officer, pairs_lists.listed, stage.center, "needing", 0)
    assert [row.id for row in rows] == [stage.pair] and not more
    other, volunteer = await helper(town, "赵强")
    await town.do(stage.officer, pairs_handover.offer, stage.pair, volunteer)
    assert "要大声说话" in town.last(other).words  # what the helper wrote is not lost
    await town.do(other, pairs_handover.decline, stage.pair)
    assert "赵强接不了" in town.last(stage.officer).words
    with pytest.raises(NotFoundError):
        await town.do(other, pairs_handover.take_over, stage.pair)


@pytest.mark.parametrize("what", ["seek", "offer", "want", "gone", "stand-in"])
async def test_what_nobody_acts_on_is_told_to_the_officer_again_until_somebody_does(
    town: Town, what: str
) -> None:
    stage = await begun(town, second=what == "stand-in")
    other, volunteer = await helper(town, "何芳")
    if what == "seek":
        await town.do(stage.helper, pairs_handover.seek, stage.pair, "")
    elif what == "offer":
        await town.do(stage.officer, pairs_handover.offer, stage.pair, volunteer)
    elif what == "want":
        await town.do(stage.grandma, pairs_changes.want_other, stage.pair, 1)
    else:
        await stops(town, stage.helper, stage.center)
    for _ in range(2):
        town.forget()
        town.passes(days=3, seconds=-1)
        assert not await wakes(town)
        town.passes(seconds=1)
        assert await wakes(town)
        assert set(town.told) == {stage.officer} and len(town.told[stage.officer]) == 1
        assert not await wakes(town)
    if what != "offer":
        await town.do(stage.officer, pairs_handover.offer, stage.pair, volunteer)
    await town.do(other, pairs_handover.take_over, stage.pair)
    town.forget()
    town.passes(days=20)
    while await wakes(town):
        pass
    assert not town.told and (await stage.kept()).wake_at is None


async def test_whoever_is_asked_in_somebodys_place_is_asked_and_the_other_thanked(town: Town) -> None:
    stage = await begun(town)
    first, volunteer = await helper(town, "赵强")
    _, instead = await helper(town, "何芳")
    await town.do(stage.officer, pairs_handover.offer, stage.pair, volunteer)
    await town.do(stage.officer, pairs_handover.offer, stage.pair, volunteer)  # tapped twice: not taken back
    assert "先不用您去了" not in town.heard(first)
    await town.do(stage.officer, pairs_handover.offer, stage.pair, instead)
    assert "先不用您去了" in town.last(first).words


async def test_a_pause_until_a_day_is_not_cut_short_by_what_is_open(town: Town) -> None:
    stage = await begun(town)
    await town.do(stage.helper, pairs_changes.pause, stage.pair, "hospital", date(2026, 12, 10))
    await town.do(stage.grandma, pairs_changes.want_other, stage.pair, 1)
    town.passes(days=4)
    assert not await wakes(town)
    assert (await stage.kept()).state == "paused"


async def test_the_officer_lets_a_stand_in_stay(town: Town) -> None:
    stage = await begun(town, second=True)
    await stops(town, stage.helper, stage.center)
    await town.do(stage.officer, pairs_changes.stays, stage.pair)
    assert (await stage.kept()).seeking_at is None
    town.forget()
    town.passes(days=3)
    assert await wakes(town) and not town.told
    alone = await begun(town)
    await stops(town, alone.helper, alone.center)
    assert await refused(town, alone.officer, pairs_changes.stays, alone.pair) == "pair-needs-helper"


async def test_a_helper_may_ask_the_second_helper_only(town: Town) -> None:
    stage = await begun(town)
    _, volunteer = await helper(town, "赵强")
    assert (
        await refused(town, stage.helper, pairs_handover.offer, stage.pair, volunteer) == "already-answered"
    )
    assert (
        await refused(town, stage.helper, pairs_handover.offer_second, stage.pair, "") == "already-answered"
    )


async def test_whoever_is_asked_to_take_over_fits_and_has_room(town: Town) -> None:
    stage = await begun(town)
    await town.settle("救助专干", "assistance")
    async with town.begin() as tx:
        await pairs_fit.keep_wish(tx, stage.household, Wish(sex="f"))
    _, man = await helper(town, "赵强", sex="m")
    _, full = await helper(town, "何芳", sex="f", ceiling=0)
    _, woman = await helper(town, "马婷", sex="f", ceiling=1)
    offer = pairs_handover.offer
    assert await refused(town, stage.officer, offer, stage.pair, man) == "pair-cannot-sex"
    assert await refused(town, stage.officer, offer, stage.pair, full) == "pair-cannot-full"
    await town.do(stage.officer, offer, stage.pair, woman)
    home, _ = await household(town, "王大山")
    terms = {"purpose": "care", "rhythm": "weekly"}
    with pytest.raises(pairs.RefusedError) as refusal:  # being asked takes a place too
        await town.do(stage.officer, pairs.propose, stage.center, home, woman, **terms)
    assert refusal.value.text.id == "pair-cannot-full"


async def test_a_helper_who_is_gone_leaves_it_to_the_second_helper_for_the_time_being(town: Town) -> None:
    stage = await begun(town, second=True)
    town.forget()
    await stops(town, stage.helper, stage.center)
    kept, due = await stage.kept(), await stage.due()
    assert (kept.state, kept.helper_id, kept.second_id) == ("active", stage.second, None)
    assert kept.seeking_at == town.now
    assert due is not None and due.goer_id == stage.second
    assert "请您先顶一阵" in town.last(stage.second).words
    assert "往后换赵强来您家" in town.last(stage.grandma).words
    assert "第二帮手先顶着" in town.last(stage.officer).words
    assert stage.helper not in town.told


@pytest.mark.parametrize("resting", [False, True])
async def test_with_nobody_to_stand_in_it_rests_and_is_no_longer_theirs(town: Town, resting: bool) -> None:
    stage = await begun(town)
    if resting:
        await town.do(stage.helper, pairs_changes.pause, stage.pair, "hospital", date(2026, 12, 10))
    await stops(town, stage.helper, stage.center)
    kept = await stage.kept()
    assert (kept.state, kept.reason, kept.wake_at) == ("paused", "gone", town.now + ANSWER_WITHIN)
    assert "先歇着。请再找一位" in town.last(stage.officer).words
    assert await stage.due() is None
    with pytest.raises(NotFoundError):
        await town.do(stage.helper, pairs_access.pair, stage.pair, Side.HELPER)
    assert await town.do(stage.helper, pairs_access.helps) == []
    assert await refused(town, stage.officer, pairs_changes.resume, stage.pair) == "pair-needs-helper"
    other, volunteer = await helper(town, "赵强")
    await town.do(stage.officer, pairs_handover.offer, stage.pair, volunteer)
    await town.do(other, pairs_handover.take_over, stage.pair)
    assert (await stage.kept()).state == "active"
    assert await stage.due() is not None


async def test_a_second_or_next_helper_who_is_gone_is_told_to_the_officer(town: Town) -> None:
    stage = await begun(town, second=True)
    other, volunteer = await helper(town, "何芳")
    await town.do(stage.officer, pairs_handover.offer, stage.pair, volunteer)
    await stops(town, stage.second, stage.center)
    await stops(town, other, stage.center)
    kept = await stage.kept()
    assert (kept.helper_id, kept.second_id, kept.next_id) == (stage.helper, None, None)
    assert "第二帮手来不了" in town.heard(stage.officer) and "本来要接王秀英家的人" in town.heard(
        stage.officer
    )


async def test_a_proposal_to_somebody_who_is_gone_is_taken_back(town: Town) -> None:
    stage = await proposed(town)
    await town.do(stage.helper, pairs.accept, stage.pair)
    await stops(town, stage.helper, stage.center)
    assert (await stage.kept()).state == "declined"
    assert "先不来了" in town.last(stage.grandma).words
    assert "本来要帮王秀英家的人来不了" in town.last(stage.officer).words


async def test_being_gone_from_one_center_leaves_the_others_alone(town: Town) -> None:
    stage = await begun(town)
    async with town.begin() as tx:
        await pairs_handover.helper_gone(tx, stage.helper, stage.center + 1)
    assert (await stage.kept()).state == "active"


async def test_candidates_are_those_who_fit_least_loaded_then_nearest_first(town: Town) -> None:
    stage = await begun(town)  # 李敏 has one household now
    await helper(town, "远", village="下马曲")
    await helper(town, "近", village="上马曲")
    await helper(town, "不接", state="paused")
    await helper(town, "满", ceiling=0)
    await helper(town, "别处", center="dongxing")
    home, _ = await household(town, "王大山", village="上马曲")
    async with town.begin() as tx:
        found = await candidates(tx, stage.center, home)
        assert [one.name for one in found] == ["近", "远", "李敏"]
        reasons = [[reason.id for reason in one.reasons] for one in found]
        near, free = "match-reason-same_village", "match-reason-free"
        assert reasons == [[near, free], [free], ["candidate-held"]]
        await pairs_fit.want(tx, home, found[1].volunteer.account_id, wanted=False)
        assert [one.name for one in await candidates(tx, stage.center, home)] == ["近", "李敏"]
        with pytest.raises(NotFoundError):
            await candidates(tx, stage.center + 1, home)


async def test_wished_skills_decide_who_is_named_first(town: Town) -> None:
    stage = await begun(town)
    await helper(town, "闲")
    await helper(town, "会做饭", skills=("cook",))
    home, _ = await household(town, "王大山")
    async with town.begin() as tx:
        officer = await town.account(tx, stage.officer)
        house = await pairs_house.look(tx, officer, stage.center, home)
        await pairs_house.wish_skill(tx, house, "cook")
        found = await candidates(tx, stage.center, home)
        assert found[0].name == "会做饭" and found[0].reasons[0].id == "match-skills"


async def test_a_households_wishes_are_the_officers_to_write(town: Town) -> None:
    stage = await begun(town)
    async with town.begin() as tx:
        officer = await town.account(tx, stage.officer)

        async def house() -> pairs_house.House:
            return await pairs_house.look(tx, officer, stage.center, stage.household)

        await pairs_house.wish_sex(tx, await house(), "f")
        await pairs_house.wish_tongue(tx, await house(), "本地话")
        await pairs_house.wish_skill(tx, await house(), "cook")
        await pairs_house.wish_skill(tx, await house(), "drive")
        await pairs_house.wish_skill(tx, await house(), "cook")
        assert (await house()).home.wish == Wish(sex="f", tongue="本地话", skills=("drive",))
        await pairs_house.wish_sex(tx, await house(), None)
        await pairs_house.wish_tongue(tx, await house(), None)
        assert (await house()).home.wish == Wish(skills=("drive",))
        for wish, value in (
            (pairs_house.wish_sex, "x"),
            (pairs_house.wish_tongue, "火星话"),
            (pairs_house.wish_skill, "fly"),
        ):
            with pytest.raises(NotFoundError):
                await wish(tx, await house(), value)
    for someone in (stage.helper, stage.grandma):
        with pytest.raises(NotFoundError):
            await town.do(someone, pairs_house.look, stage.center, stage.household)


async def test_lists_are_by_kind_and_for_the_officer_only(town: Town) -> None:
    stage = await begun(town)
    homes = [(await household(town, f"老{number}"))[0] for number in range(5)]
    _, volunteer = await helper(town, "赵强", ceiling=5)
    terms = {"purpose": "care", "rhythm": "weekly"}
    for home in homes:
        await town.do(stage.officer, pairs.propose, stage.center, home, volunteer, **terms)
    counts = await town.do(stage.officer, pairs_lists.count, stage.center)
    assert counts == {"waiting": 5, "paused": 0, "active": 1, "needing": 0, "overdue": 0}
    first, more = await town.do(stage.officer, pairs_lists.listed, stage.center, "waiting", 0)
    second, last = await town.do(stage.officer, pairs_lists.listed, stage.center, "waiting", 1)
    assert [len(first), more, len(second), last] == [4, True, 1, False]
    for someone in (stage.helper, stage.grandma):
        with pytest.raises(NotFoundError):
            await town.do(someone, pairs_lists.listed, stage.center, "active", 0)


async def test_everything_that_happened_is_written_down_in_order(town: Town) -> None:
    stage = await begun(town)
    await town.do(stage.helper, pairs_changes.pause, stage.pair, "away", None)
    await town.do(stage.helper, pairs_changes.resume, stage.pair)
    await town.do(stage.officer, pairs_changes.end, stage.pair, "moved")
    async with town.begin() as tx:
        made = await stored.moves(tx, stage.pair)
    assert [one.action for one in made] == ["propose", "accept", "agree", "pause", "resume", "end"]
    assert [one.reason for one in made if one.reason] == ["away", "moved"]
