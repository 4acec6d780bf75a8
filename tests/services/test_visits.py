"""Visits by the clock: due, reminded of, missed, made by the second helper, logged; and needs found there."""

from __future__ import annotations

import asyncio
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.words import translate
from domain.messages import Content, Said
from domain.proxies import Whom
from services import (
    association,
    calls,
    pairs,
    pairs_changes,
    pairs_goals,
    pairs_lists,
    proxies,
    visits,
    visits_away,
    visits_log,
    volunteers,
)
from services.errors import NotFoundError, RefusedError
from services.visits_log import MOST, Report
from storage import proxies as relations
from storage import visits as stored
from tests.services.pairing import Stage, begun, due, proposed, visit
from tests.services.steps import refused
from tests.services.town import Town


def here(text: str) -> datetime:
    """A moment as the clock on the wall at the center shows it."""
    return datetime.fromisoformat(f"{text}+08:00").astimezone(UTC)


async def reminds(town: Town) -> bool:
    """The clock's step."""
    async with town.begin() as tx:
        return await visits.remind_one(tx)


async def misses(town: Town) -> bool:
    """The clock's other step."""
    async with town.begin() as tx:
        return await visits.miss_one(tx)


async def the_clock(town: Town, at: str) -> int:
    """It is this late, and everything that is due happens; how often something did."""
    town.now, times = here(at), 0
    for step in (reminds, misses):
        while await step(town):
            times += 1
            assert times < 50
    return times


def words(text: str) -> Said:
    """A message."""
    return Said(content=Content(text=text), message_id=1)


async def test_a_pair_that_begins_has_its_first_visit_due(town: Town) -> None:
    stage = await begun(town)
    first = await stage.due()
    assert first is not None
    assert (first.due_from, first.due_by) == (here("2026-11-24T00:00:00"), here("2026-12-01T00:00:00"))
    assert (first.remind_at, first.miss_at) == (here("2026-11-28T08:00:00"), here("2026-12-01T08:00:00"))
    assert first.goer_id == stage.helper


async def test_nothing_is_due_before_both_have_agreed(town: Town) -> None:
    stage = await proposed(town)
    await town.do(stage.helper, pairs.accept, stage.pair)
    assert await stage.due() is None


async def test_the_helper_is_reminded_two_days_before_and_on_the_last_day_and_no_more(town: Town) -> None:
    stage = await begun(town)
    town.forget()
    assert await the_clock(town, "2026-11-28T07:59:59") == 0
    assert await the_clock(town, "2026-11-28T08:00:00") == 1
    assert "11月30日 周一以前" in town.last(stage.helper).words
    assert await the_clock(town, "2026-11-30T07:59:59") == 0
    assert await the_clock(town, "2026-11-30T08:00:00") == 1
    assert "今天是最后一天" in town.last(stage.helper).words
    assert await the_clock(town, "2026-11-30T23:59:59") == 0
    assert len(town.told[stage.helper]) == 2
    assert set(town.told) == {stage.helper}


async def test_catching_up_after_days_down_reminds_once(town: Town) -> None:
    stage = await begun(town)
    town.forget()
    assert await the_clock(town, "2026-11-30T15:00:00") == 1
    assert [one.words.split("，")[0] for one in town.told[stage.helper]] == ["🏠 今天是最后一天"]


async def test_nobody_is_reminded_at_night_however_late_the_clock_looks(town: Town) -> None:
    stage = await begun(town)
    town.forget()
    assert await the_clock(town, "2026-11-28T22:00:00") == 1
    assert stage.helper not in town.told
    assert await the_clock(town, "2026-11-29T07:59:59") == 0
    assert await the_clock(town, "2026-11-29T08:00:00") == 1
    assert len(town.told[stage.helper]) == 1


async def test_the_last_evening_leaves_nothing_to_remind_of_and_it_is_missed_in_the_morning(
    town: Town,
) -> None:
    stage = await begun(town)
    town.forget()
    assert await the_clock(town, "2026-11-30T21:00:00") == 1
    assert stage.helper not in town.told
    assert await the_clock(town, "2026-12-01T08:00:00") == 1
    assert "没去成" in town.last(stage.helper).words


async def test_a_missed_visit_asks_the_second_helper_and_tells_the_desk(town: Town) -> None:
    stage = await begun(town, second=True)
    town.forget()
    before = await stage.due()
    assert before is not None
    assert await the_clock(town, "2026-12-01T07:59:59") == 1  # reminded of, slept through
    town.forget()
    assert await the_clock(town, "2026-12-01T08:00:00") == 1
    assert (await visit(town, before.id)).state == "missed"
    assert "您能去看看吗" in town.last(stage.second).words
    assert "不要紧" in town.last(stage.helper).words
    assert "该去的是李敏" in town.last(stage.officer).words
    assert stage.grandma not in town.told
    after = await stage.due()
    assert after is not None and after.due_from == here("2026-12-01T00:00:00")
    assert not await misses(town)


async def test_months_down_miss_one_visit_not_ten(town: Town) -> None:
    stage = await begun(town)
    town.forget()
    assert await the_clock(town, "2027-03-10T09:00:00") == 2
    assert len(town.told[stage.officer]) == 1
    after = await stage.due()
    assert after is not None and after.due_from == here("2027-03-01T00:00:00")


async def test_the_second_helper_takes_it_with_one_tap_and_logs_it(town: Town) -> None:
    stage = await begun(town, second=True)
    before = await stage.due()
    assert before is not None
    await the_clock(town, "2026-12-01T08:00:00")
    town.forget()
    await town.do(stage.second, visits.take, stage.pair, before.id)
    assert "赵强去王秀英家看看" in town.last(stage.helper).words
    assert "赵强去王秀英家看看" in town.last(stage.officer).words
    await town.do(stage.second, visits_log.log, stage.pair, before.id, Report("came", "well"))
    kept = await visit(town, before.id)
    assert (kept.state, kept.goer_id, kept.how, kept.condition) == ("done", stage.second, "came", "well")
    assert await refused(town, stage.helper, visits.take, stage.pair, before.id) == "visit-over"
    log = visits_log.log
    assert await refused(town, stage.helper, log, stage.pair, before.id, Report()) == "visit-logged-already"


async def test_without_a_second_helper_the_desk_is_asked_to_see_to_it(town: Town) -> None:
    stage = await begun(town)
    await the_clock(town, "2026-12-01T08:00:00")
    assert "没有第二帮手" in town.last(stage.officer).words


async def test_logging_the_visit_makes_the_next_one_due(town: Town) -> None:
    stage = await begun(town)
    _, made = await town.do(stage.helper, visits_log.log, stage.pair, 0, Report("phoned", "so-so"))
    assert (made.state, made.done_at, made.remind_at, made.miss_at) == ("done", town.now, None, None)
    after = await stage.due()
    assert after is not None and after.due_from == here("2026-12-01T00:00:00")
    assert await the_clock(town, "2026-12-01T07:00:00") == 0


async def test_a_visit_that_is_not_due_counts_as_one_more(town: Town) -> None:
    stage = await begun(town)
    await town.do(stage.helper, visits_log.log, stage.pair, 0, Report("came", "well"))
    waiting = await stage.due()
    _, extra = await town.do(stage.helper, visits_log.log, stage.pair, 0, Report("job", "well"))
    assert (extra.state, extra.goer_id) == ("done", stage.helper)
    assert (await stage.due()) is not None and waiting is not None
    assert (await visit(town, waiting.id)).state == "due"


async def test_a_missed_visit_is_made_up_for_when_it_is_logged_late(town: Town) -> None:
    stage = await begun(town)
    first = await stage.due()
    assert first is not None
    await the_clock(town, "2026-12-01T08:00:00")
    await town.do(stage.helper, visits_log.log, stage.pair, first.id, Report("came"))
    assert (await visit(town, first.id)).state == "done"
    assert (await stage.due()) is not None


async def test_what_was_said_is_kept_and_shown_to_officer_and_helpers_only(town: Town) -> None:
    stage = await begun(town, second=True)
    said = words("老人家腿疼，别的都好")
    _, made = await town.do(stage.helper, visits_log.log, stage.pair, 0, Report(said=[said]))
    assert (made.how, made.condition) == (None, None)
    assert visits_log.contents(made) == [said.content]
    for someone in (stage.grandma, await town.settle("陈建国"), await town.settle("钱镇长", "township")):
        assert "腿疼" not in town.heard(someone)
    async with town.begin() as tx:
        from sqlalchemy import text

        raw = (
            await tx.session.execute(text("select said from visit where id = :id"), {"id": made.id})
        ).scalar_one()
        assert "腿疼" not in bytes(raw).decode("latin-1")


@pytest.mark.parametrize("use_case", ["log", "to_log", "take"])
async def test_nobody_else_logs_or_takes(town: Town, use_case: str) -> None:
    stage = await begun(town, second=True)
    first = await stage.due()
    assert first is not None
    await the_clock(town, "2026-12-01T08:00:00")
    for someone in (stage.grandma, stage.officer, await town.settle("陈建国")):
        for pair_id in (stage.pair, 404):
            with pytest.raises(NotFoundError):
                if use_case == "log":
                    await town.do(someone, visits_log.log, pair_id, first.id, Report("came"))
                elif use_case == "to_log":
                    await town.do(someone, visits_log.to_log, pair_id, first.id)
                else:
                    await town.do(someone, visits.take, pair_id, first.id)
    with pytest.raises(NotFoundError):  # a visit of another pair
        await town.do(stage.second, visits.take, stage.pair, 404)


async def test_more_of_a_visit_is_added_by_whoever_made_it_up_to_a_bound(town: Town) -> None:
    stage = await begun(town, second=True)
    _, made = await town.do(stage.helper, visits_log.log, stage.pair, 0, Report(said=[words("都好")]))
    for number in range(MOST - 1):
        await town.do(stage.helper, visits_log.add, made.id, words(f"第 {number} 张"))
    assert await refused(town, stage.helper, visits_log.add, made.id, words("多了")) == "draft-full"
    with pytest.raises(NotFoundError):
        await town.do(stage.second, visits_log.add, made.id, words("不是我"))


async def needed(town: Town, stage: Stage, text: str = "灶台坏了没法做饭") -> int:
    """A visit on which the helper found that something is needed."""
    _, made = await town.do(
        stage.helper, visits_log.log, stage.pair, 0, Report("came", "needs", [words(text)])
    )
    return made.id


async def test_what_was_found_becomes_a_request_without_asking_twice(town: Town) -> None:
    stage = await begun(town)
    visit_id = await needed(town, stage)
    assert "说缺点什么" in town.last(stage.officer).words and "灶台坏了" in town.last(stage.officer).words
    made = await visit(town, visit_id)
    lines = await town.do(stage.helper, visits_log.lines, made)
    assert 1 <= len(lines) <= 3
    town.forget()
    request = await town.do(stage.helper, visits_log.need, visit_id, "assistance")
    assert (request.asker_id, request.filed_by, request.person_name) == (stage.helper, "proxy", "王秀英")
    assert (await visit(town, visit_id)).request_id == request.id
    assert "李敏替您提了这件事" in town.last(stage.grandma).words
    assert "以后还让他替您办吗" not in town.heard(stage.grandma)
    assert await refused(town, stage.helper, visits_log.need, visit_id, "assistance") == "already-answered"


async def test_a_household_without_an_account_is_not_called_about_it_again(town: Town) -> None:
    clerk = await town.settle("孙丽", "clerk")
    stage = await begun(town, chats=False)
    visit_id = await needed(town, stage)
    await town.do(stage.helper, visits_log.need, visit_id, "assistance")
    assert (await town.do(clerk, calls.waiting, 0))[1] == 0
    async with town.begin() as tx:
        kept = await stage_relation(town, tx, stage)
        assert (kept.state, kept.confirmed_by) == ("confirmed", "clerk")


async def stage_relation(town: Town, tx: Any, stage: Stage) -> Any:
    """What the helper is to the person."""
    from storage import pairs as stored_pairs

    row = await stored_pairs.pair_of(tx, stage.pair)
    return await relations.between(tx, stage.helper, stage.center, Whom("王秀英", row.person_id))


async def test_somebody_who_did_not_want_the_helper_as_a_proxy_is_not_overruled(town: Town) -> None:
    stage = await begun(town)
    first = await needed(town, stage)
    await town.do(stage.helper, visits_log.need, first, "assistance")
    async with town.begin() as tx:
        relation = await stage_relation(town, tx, stage)
    await town.do(stage.grandma, proxies.end, relation.id)
    again = await needed(town, stage, "水管漏了")
    assert await refused(town, stage.helper, visits_log.need, again, "environment") == "proxy-barred"


@pytest.mark.parametrize("line", ["no-such-line", "contact"])
async def test_a_need_goes_to_a_line_that_is_there(town: Town, line: str) -> None:
    stage = await begun(town)
    visit_id = await needed(town, stage)
    assert await refused(town, stage.helper, visits_log.need, visit_id, line) == "line-off"


async def test_a_need_without_words_cannot_be_filed_but_the_desk_knows(town: Town) -> None:
    stage = await begun(town)
    _, made = await town.do(stage.helper, visits_log.log, stage.pair, 0, Report("came", "needs"))
    assert "没有多说" in town.last(stage.officer).words
    assert await refused(town, stage.helper, visits_log.need, made.id, "assistance") == "draft-empty"


async def test_away_on_the_last_day_the_second_helper_goes_and_is_reminded(town: Town) -> None:
    stage = await begun(town, second=True)
    town.forget()
    assert await town.do(stage.helper, visits_away.away, date(2026, 11, 30)) == 1
    assert "李敏这阵不在" in town.last(stage.second).words
    first = await stage.due()
    assert first is not None and first.goer_id == stage.second
    await the_clock(town, "2026-11-28T08:00:00")
    assert "请您去一趟" in town.last(stage.second).words
    assert stage.helper not in town.told
    await town.do(stage.second, visits_log.log, stage.pair, 0, Report("came"))
    after = await stage.due()
    assert after is not None and after.goer_id == stage.helper  # the leave ends before its last day


async def test_away_but_back_on_the_last_day_changes_nothing(town: Town) -> None:
    stage = await begun(town, second=True)
    assert await town.do(stage.helper, visits_away.away, date(2026, 11, 29)) == 0
    first = await stage.due()
    assert first is not None and first.goer_id == stage.helper


async def test_away_with_nobody_to_go_is_told_to_the_desk(town: Town) -> None:
    stage = await begun(town)
    assert await town.do(stage.helper, visits_away.away, date(2026, 12, 1)) == 0
    assert "没有别人去" in town.last(stage.officer).words


async def test_back_early_the_visit_is_the_helpers_again(town: Town) -> None:
    stage = await begun(town, second=True)
    await town.do(stage.helper, visits_away.away, date(2026, 12, 1))
    await town.do(stage.helper, visits_away.back)
    first = await stage.due()
    assert first is not None and first.goer_id == stage.helper


@pytest.mark.parametrize(
    ("last", "reason"),
    [(date(2026, 11, 23), "leave-fault-past"), (date(2027, 7, 1), "leave-fault-long")],
)
async def test_a_day_that_cannot_be_is_refused(town: Town, last: date, reason: str) -> None:
    stage = await begun(town)
    assert await refused(town, stage.helper, visits_away.away, last) == reason


async def test_whoever_helps_nobody_has_nobody_to_be_away_from(town: Town) -> None:
    stage = await begun(town)
    for someone in (stage.grandma, stage.officer):
        with pytest.raises(NotFoundError):
            await town.do(someone, visits_away.away, date(2026, 12, 1))


async def test_goals_are_asked_about_once_a_month_with_the_first_reminder(town: Town) -> None:
    stage = await begun(town, rhythm="weekly", purpose="production", goals=["养两头猪"])
    town.forget()
    await the_clock(town, "2026-11-27T08:00:00")
    assert "这个月怎么样了" in town.last(stage.helper).words and "养两头猪" in town.last(stage.helper).words
    await the_clock(town, "2026-11-29T08:00:00")
    assert "这个月怎么样了" not in town.last(stage.helper).words
    await town.do(stage.helper, visits_log.log, stage.pair, 0, Report("came"))
    await the_clock(town, "2026-12-04T08:00:00")
    assert "这个月怎么样了" in town.last(stage.helper).words


async def test_a_months_progress_is_one_line_and_can_be_said_again(town: Town) -> None:
    stage = await begun(town, purpose="production", goals=["养两头猪"])
    await town.do(stage.helper, pairs_goals.say, stage.pair, "买了一头小猪")
    await town.do(stage.helper, pairs_goals.say, stage.pair, "买了两头小猪")
    town.passes(days=10)
    await town.do(stage.helper, pairs_goals.say, stage.pair, None)
    async with town.begin() as tx:
        from storage import pairs as stored_pairs

        said = [(one.month, one.words) for one in await stored_pairs.progress(tx, stage.pair)]
    assert said == [("2026-12", None), ("2026-11", "买了两头小猪")]
    for someone in (stage.grandma, stage.officer):
        with pytest.raises(NotFoundError):
            await town.do(someone, pairs_goals.say, stage.pair, "不归我说")


async def test_goals_are_the_officers_to_write(town: Town) -> None:
    stage = await begun(town)
    await town.do(stage.officer, pairs_goals.set_goals, stage.pair, "1. 养两头猪\n2. 种三亩花椒")
    assert (await stage.kept()).goals == ["养两头猪", "种三亩花椒"]
    assert await refused(town, stage.officer, pairs_goals.set_goals, stage.pair, " \n") == "pair-goals-none"
    with pytest.raises(NotFoundError):
        await town.do(stage.helper, pairs_goals.set_goals, stage.pair, "发财")


async def test_what_is_due_is_dropped_when_the_pair_rests(town: Town) -> None:
    stage = await begun(town)
    first = await stage.due()
    assert first is not None
    await town.do(stage.helper, pairs_changes.pause, stage.pair, "hospital", None)
    assert (await visit(town, first.id)).state == "dropped"
    assert await due(town, stage.pair) is None
    assert await the_clock(town, "2027-01-10T09:00:00") == 0
    async with town.begin() as tx:
        assert await stored.missed(tx, stage.pair) is None


async def test_logging_while_the_clock_counts_it_as_missed_leaves_one_visit_due(any_town: Town) -> None:
    stage = await begun(any_town)
    first = await stage.due()
    assert first is not None
    any_town.now = here("2026-12-01T08:00:00")
    log = any_town.do(stage.helper, visits_log.log, stage.pair, first.id, Report("came"))
    await asyncio.gather(log, misses(any_town), reminds(any_town))
    assert (await visit(any_town, first.id)).state == "done"
    after = await stage.due()
    assert after is not None and after.due_from == here("2026-12-01T00:00:00")


async def test_an_unknown_how_is_no_report(town: Town) -> None:
    stage = await begun(town)
    with pytest.raises(ValueError, match="flew"):
        await town.do(stage.helper, visits_log.log, stage.pair, 0, Report("flew"))
    assert (await stage.due()) is not None
    with pytest.raises(RefusedError):
        await town.do(stage.helper, visits.take, stage.pair, (await stage.due()).id)  # type: ignore[union-attr]


async def test_a_missed_visit_is_overdue_for_the_officer_until_somebody_has_been_there(town: Town) -> None:
    stage = await begun(town)
    first = await stage.due()
    assert first is not None

    async def overdue() -> tuple[int, int]:
        seen = await town.do(stage.officer, association.overview)
        rows, _ = await town.do(stage.officer, pairs_lists.listed, stage.center, pairs_lists.OVERDUE, 0)
        return seen.overdue, len(rows)

    assert await overdue() == (0, 0)
    town.now = here("2026-12-01T08:00:00")
    await misses(town)
    assert await overdue() == (1, 1)
    await town.do(stage.helper, visits_log.log, stage.pair, first.id, Report("came"))
    assert await overdue() == (0, 0)


async def test_ones_own_card_counts_the_visits_one_has_made_and_nobody_elses(any_town: Town) -> None:
    town = any_town
    stage = await begun(town, second=True)

    async def card(who: int) -> list[str]:
        async with town.begin() as tx:
            row = await volunteers.own(tx, await town.account(tx, who))
            assert row is not None
            return [translate(one, "zh-Hans") for one in await volunteers.history(tx, row)]

    assert await card(stage.helper) == []
    for how in ("came", "phoned"):
        await town.do(stage.helper, visits_log.log, stage.pair, 0, Report(how, "well"))
    assert await card(stage.helper) == ["🏠 去常帮的人家看过 2 回"]
    assert await card(stage.second) == []
    await town.do(stage.second, visits_log.log, stage.pair, 0, Report("came", "well"))
    assert await stage.due() is not None  # what is only due counts for nobody
    assert await card(stage.helper) == ["🏠 去常帮的人家看过 2 回"]
    assert await card(stage.second) == ["🏠 去常帮的人家看过 1 回"]
