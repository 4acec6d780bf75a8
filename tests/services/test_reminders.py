"""Reminders: everybody who has a seat hears twice of each session, once each time, and never too late."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.activities import Session
from domain.night import MORNING, NIGHT
from domain.proxies import Whom
from services import reminders, signups
from services.activity_cards import zone_of
from storage import activities as stored
from storage import people
from storage.transaction import Tx
from tests.services.activities import course, line_of, made, slot_of
from tests.services.steps import family
from tests.services.test_signups import begun, on_roster, signed
from tests.services.town import Told, Town

ZONE = ZoneInfo("Asia/Shanghai")


async def remind(town: Town) -> int:
    """Let the clock remind whomever it has to; in how many steps."""
    times = 0
    while True:
        async with town.begin() as tx:
            if not await reminders.remind_one(tx):
                return times
        times += 1


def reminded(town: Town, who: int) -> list[Told]:
    """The reminders somebody got."""
    return [one for one in town.told[who] if one.words.startswith("⏰")]


async def until(town: Town, at: datetime) -> None:
    """Let time pass until then, and the clock look every quarter of an hour as often as something is due."""
    while town.now < at:
        town.now = min(at, town.now + timedelta(minutes=15))
        await remind(town)


async def test_the_evening_before_and_two_hours_before_and_not_a_second_earlier(town: Town) -> None:
    _, slot_id = await begun(town)
    (who,) = await signed(town, slot_id, "甲")
    town.passes(days=2, hours=8, seconds=-1)  # six in the evening of the day before, but for a second
    assert await remind(town) == 0
    town.passes(seconds=1)
    assert await remind(town) == 1
    assert await remind(town) == 0
    (first,) = reminded(town, who)
    assert "果树嫁接" in first.words and "明天 10:00" in first.words and "📍 村部二楼" in first.words
    (row,) = await line_of(town, slot_id)
    assert first.taps == [f"sgn|cancel|{row.id}", "go|person"]
    town.passes(hours=14, seconds=-1)
    assert await remind(town) == 0
    town.passes(seconds=1)
    assert await remind(town) == 1
    assert "今天 10:00" in reminded(town, who)[1].words
    town.passes(days=1)
    assert await remind(town) == 0


async def test_who_signs_up_after_the_evening_hears_two_hours_before_only(town: Town) -> None:
    _, slot_id = await begun(town)
    town.passes(days=2, hours=9)
    await remind(town)
    (late,) = await signed(town, slot_id, "来晚的")
    await until(town, town.now + timedelta(hours=14))
    assert ["今天 10:00" in one.words for one in reminded(town, late)] == [True]


async def test_what_is_made_too_late_for_a_reminder_has_none(town: Town) -> None:
    officer = await town.settle("培训员", "training")
    slot_id = await slot_of(town, await made(town, officer, course(town, days=1.5 / 24)))
    (who,) = await signed(town, slot_id, "甲")
    await until(town, town.now + timedelta(hours=3))
    assert not reminded(town, who)


async def test_only_those_with_a_seat_are_reminded(town: Town) -> None:
    _, slot_id = await begun(town, seats=1)
    seated, waits, gone = await signed(town, slot_id, "甲", "乙", "丙")
    row = next(one for one in await line_of(town, slot_id) if one.account_id == gone)
    await town.do(gone, signups.cancel, row.id)
    await until(town, town.now + timedelta(days=3))
    assert len(reminded(town, seated)) == 2
    assert not reminded(town, waits) and not reminded(town, gone)


async def test_who_has_blocked_the_bot_is_not_written_to(town: Town) -> None:
    _, slot_id = await begun(town)
    (who,) = await signed(town, slot_id, "甲")
    async with town.begin() as tx:
        (await town.account(tx, who)).reachable = False
    await until(town, town.now + timedelta(days=3))
    assert not reminded(town, who)


async def test_the_person_and_whoever_signed_them_up_both_hear_of_it_each_once(any_town: Town) -> None:
    town = any_town
    _, slot_id = await begun(town, seats=9)
    mother, son = await family(town, "妈", "儿")
    child = await on_roster(town, "儿")
    await town.do(mother, signups.sign_up, slot_id)
    await town.do(mother, signups.sign_up, slot_id, Whom("儿", child.id))
    await town.do(mother, signups.sign_up, slot_id, Whom("孙老爹"))
    town.passes(days=2, hours=8)
    assert await remind(town) == 1
    (told,) = reminded(town, mother)
    assert "👥 您、儿、孙老爹" in told.words and len(told.taps) == 4
    (own,) = reminded(town, son)
    assert "👥" not in own.words and len(own.taps) == 2


async def test_who_signed_up_many_finds_them_in_the_list(town: Town) -> None:
    _, slot_id = await begun(town, seats=9)
    (who,) = await signed(town, slot_id, "甲")
    for number in range(reminders.MOST):
        await town.do(who, signups.sign_up, slot_id, Whom(f"老{number}"))
    town.passes(days=2, hours=8)
    await remind(town)
    assert reminded(town, who)[0].taps == ["go|signups", "go|person"]


async def test_an_elder_without_an_account_whom_the_officer_listed_troubles_nobody(town: Town) -> None:
    officer, slot_id = await begun(town)
    await town.do(officer, signups.sign_up, slot_id, Whom("孙老爹"), listed=True)
    town.passes(days=2, hours=8)
    assert await remind(town) == 1
    assert not reminded(town, officer)


async def test_many_are_reminded_in_pages_and_a_death_between_two_doubles_nothing(
    any_town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    town = any_town
    monkeypatch.setattr(reminders, "PAGE", 2)
    _, slot_id = await begun(town, seats=9)
    folk = await signed(town, slot_id, *"甲乙丙丁戊")
    town.passes(days=2, hours=8)
    async with town.begin() as tx:
        assert await reminders.remind_one(tx)
    assert [len(reminded(town, one)) for one in folk] == [1, 1, 0, 0, 0]

    async def dies(tx: Tx) -> None:
        await reminders.remind_one(tx)
        raise RuntimeError("killed")

    with pytest.raises(RuntimeError, match="killed"):
        async with town.begin() as tx:
            await dies(tx)
    assert await remind(town) == 2
    assert [len(reminded(town, one)) for one in folk] == [1] * 5
    town.passes(hours=14)
    await remind(town)
    assert [len(reminded(town, one)) for one in folk] == [2] * 5


@pytest.mark.parametrize(
    ("hours", "told"),
    [
        (71, 1),  # nine in the morning, an hour before: late, once, and not twice at once
        (72, 0),  # it begins
        (73, 0),
    ],
)
async def test_after_a_standstill_it_is_late_but_never_too_late(town: Town, hours: int, told: int) -> None:
    _, slot_id = await begun(town)
    (who,) = await signed(town, slot_id, "甲")
    town.passes(hours=hours)
    await remind(town)
    town.passes(days=1)
    await remind(town)
    assert len(reminded(town, who)) == told


async def test_a_standstill_until_the_night_waits_for_the_morning(town: Town) -> None:
    _, slot_id = await begun(town)
    (who,) = await signed(town, slot_id, "甲")
    town.passes(days=2, hours=13)  # eleven in the evening
    assert await remind(town) == 1
    assert not reminded(town, who)
    town.passes(hours=8)
    await remind(town)
    assert ["今天 10:00" in one.words for one in reminded(town, who)] == [True]


async def test_what_was_called_off_reminds_nobody(town: Town) -> None:
    _, slot_id = await begun(town)
    (who,) = await signed(town, slot_id, "甲")
    async with town.begin() as tx:
        slot = await stored.slot(tx, slot_id)
        activity = await stored.locked(tx, slot.activity_id if slot else 0)
        assert activity is not None
        activity.state = "called-off"
    await until(town, town.now + timedelta(days=4))
    assert not reminded(town, who)
    async with town.begin() as tx:
        assert [one.remind_at for one in await stored.sessions_of(tx, [slot_id])] == [None]


async def test_a_session_with_a_place_of_its_own_and_a_new_time_is_promised_anew(town: Town) -> None:
    officer = await town.settle("培训员", "training")
    at = town.now + timedelta(days=2)
    sessions = (Session(starts_at=at, ends_at=at + timedelta(hours=1), place="果园"),)
    plan = course(town, bring="剪刀").model_copy(update={"sessions": sessions})
    activity_id = await made(town, officer, plan)
    (who,) = await signed(town, await slot_of(town, activity_id), "甲")
    town.passes(hours=32)
    await remind(town)
    assert "📍 果园" in reminded(town, who)[0].words and "🎒 要带：剪刀" in reminded(town, who)[0].words
    async with town.begin() as tx:
        activity = await stored.locked(tx, activity_id)
        (session,) = await stored.sessions(tx, activity_id)
        assert activity is not None
        session.starts_at += timedelta(days=2)
        session.ends_at += timedelta(days=2)
        reminders.promise(tx, session, await zone_of(tx, activity))
    await until(town, at + timedelta(days=3))
    assert [one.row.created_at for one in reminded(town, who)[1:]] == [
        at + timedelta(days=1, hours=8),
        at + timedelta(days=2, hours=-2),
    ]


@given(
    begins=st.integers(0, 24 * 60 - 1),
    lead=st.integers(0, 3 * 24 * 4),
    stops=st.lists(st.tuples(st.integers(0, 3 * 24 * 4), st.integers(1, 60)), max_size=3),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_whatever_the_hour_nobody_is_woken_reminded_thrice_or_too_late(
    town: Town, begins: int, lead: int, stops: list[tuple[int, int]]
) -> None:
    """`begins`: the minute of the day; `lead`: how many quarters of an hour it is known before; `stops`: when
    the clock stands still, and for how many quarters."""
    town.passes(days=6)
    day = datetime.combine((town.now + timedelta(days=4)).astimezone(ZONE).date(), MORNING, ZONE)
    at = (day.replace(hour=0) + timedelta(minutes=begins)).astimezone(UTC)
    town.now = at - timedelta(minutes=15 * lead + 1)
    officer = await town.settle("培训员", "training")
    sessions = (Session(starts_at=at, ends_at=at + timedelta(hours=2)),)
    plan = course(town).model_copy(update={"sessions": sessions})
    (who,) = await signed(town, await slot_of(town, await made(town, officer, plan)), "甲")
    asleep = {quarter for first, count in stops for quarter in range(first, first + count)}
    for quarter in range(lead + 4):
        town.passes(minutes=15)
        if quarter not in asleep:
            await remind(town)
    found = [one.row.created_at for one in reminded(town, who)]
    assert len(found) <= 2
    assert len({*found}) == len(found)
    for one in found:
        assert MORNING <= one.astimezone(ZONE).time() < NIGHT
        assert one < at
    if not stops and lead > 30 * 4:
        assert found, "whoever knows of it a day before is reminded"


async def test_an_account_hears_of_a_person_only_as_the_first_who_is_tied_to_them(town: Town) -> None:
    _, slot_id = await begun(town, seats=9)
    first, second = await family(town, "妈", "儿")
    mother = await on_roster(town, "妈")
    async with town.begin() as tx:
        member = (await people.members(tx, mother.center_id, [second]))[second]
        member.person_id, member.joined_at = mother.id, tx.now + timedelta(days=1)
    neighbour = await town.settle("邻居")
    await town.do(neighbour, signups.sign_up, slot_id, Whom("妈", mother.id))
    town.passes(days=2, hours=8)
    await remind(town)
    assert [len(reminded(town, one)) for one in (first, second, neighbour)] == [1, 0, 1]
