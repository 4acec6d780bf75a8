"""The officer's view: the list and its table, what is made, and counts that add up, for those who may see."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.activities import MOST_SEATS, Session
from domain.messages import Table, Text
from domain.proxies import Whom
from domain.signups import PATIENCE, Standing
from services import (
    activity_counts,
    activity_made,
    attendance,
    signup_lists,
    signup_seats,
    signup_table,
    signups,
)
from services import signups_moving as moving
from services.activity_counts import Overview, Sum
from services.errors import RefusedError
from storage import activities as stored
from storage import activity_counts as tallied
from storage import signups as stored_signups
from storage import units
from tests.services.activities import course, line_of, made, slot_of, standings
from tests.services.steps import family, refused
from tests.services.test_notices import unit_id
from tests.services.town import Town


async def begun(town: Town, seats: int | None = 2, **changed: int) -> tuple[int, int, int]:
    """A course with so many seats: its officer, itself and its slot."""
    officer = await town.settle("培训员", "training")
    activity_id = await made(town, officer, course(town, seats=seats, **changed))
    return officer, activity_id, await slot_of(town, activity_id)


async def signed(town: Town, slot_id: int, *names: str) -> list[int]:
    """People who have signed up one after the other; their accounts."""
    folk = [await town.settle(name) for name in names]
    for one in folk:
        await town.do(one, signups.sign_up, slot_id)
    return folk


async def was_there(town: Town, officer: int, activity_id: int, name: str, number: int = 1) -> None:
    """The officer has written down who was at a session."""
    async with town.begin() as tx:
        session = (await stored.sessions(tx, activity_id))[number - 1]
    row = next(one for one in await line_of(town, session.slot_id) if one.name == name)
    await town.do(officer, attendance.mark, session.id, row.id, here=True)


# Who may

KEEP = ["training", "culture", "clerk", "director", "deputy"]
NOT = ["doctor", "environment", "volunteer", "mediator", "township", "county"]


@pytest.mark.parametrize("role", [*KEEP, *NOT])
async def test_whoever_keeps_the_list_reads_it_and_nobody_else(town: Town, role: str) -> None:
    _, activity_id, slot_id = await begun(town)
    await signed(town, slot_id, "甲")
    (row,) = await line_of(town, slot_id)
    who = await town.settle("某人", role)
    ways = [
        (signup_lists.listing, activity_id),
        (signup_lists.person, row.id),
        (signup_lists.slot, slot_id),
        (signup_table.make, activity_id),
    ]
    for use_case, about in ways:
        if role in KEEP:
            await town.do(who, use_case, about)
        else:
            assert await refused(town, who, use_case, about) == "not-found"
    if role in KEEP:
        await town.do(who, signup_lists.cancel, row.id)
        assert await line_of(town, slot_id) == []
    else:
        assert await refused(town, who, signup_lists.cancel, row.id) == "not-found"
        assert len(await line_of(town, slot_id)) == 1


async def test_neither_those_on_it_nor_the_officers_of_elsewhere_read_a_list(town: Town) -> None:
    _, activity_id, slot_id = await begun(town)
    (who,) = await signed(town, slot_id, "甲")
    (row,) = await line_of(town, slot_id)
    elsewhere = await town.settle("外村培训员", "training", center="dongxing", village=None)
    for one in (who, elsewhere):
        assert await refused(town, one, signup_lists.listing, activity_id) == "not-found"
        assert await refused(town, one, signup_lists.person, row.id) == "not-found"
        assert await refused(town, one, signup_lists.cancel, row.id) == "not-found"
        assert await refused(town, one, signup_table.make, activity_id) == "not-found"
    for use_case in (signup_lists.listing, signup_table.make, signup_lists.person, signup_lists.slot):
        assert await refused(town, elsewhere, use_case, 10**9) == "not-found"


@pytest.mark.parametrize(
    ("role", "may"),
    [
        ("training", ["course", "event"]),
        ("culture", ["course", "event"]),
        ("environment", []),
        ("clerk", ["course", "event"]),
        ("director", ["course", "event"]),
        ("township", None),
        ("volunteer", None),
    ],
)
async def test_everybody_finds_what_they_make_and_the_clerk_whatever_has_a_list(
    town: Town, role: str, may: list[str] | None
) -> None:
    director = await town.settle("周主任", "director")
    await made(town, director, course(town))
    await made(town, director, course(town, days=4, kind="event", title="坝坝舞"))
    who, center = await town.settle("某人", role), await unit_id(town, "maqu")
    if may is None:
        assert await refused(town, who, activity_made.coming, center) == "not-found"
        assert await refused(town, who, activity_made.over, center) == "not-found"
    else:
        assert [one.activity.kind for one in await town.do(who, activity_made.coming, center)] == may
        assert await town.do(who, activity_made.over, center) == []
    elsewhere = await unit_id(town, "dongxing")
    assert await refused(town, who, activity_made.coming, elsewhere) == "not-found"


@pytest.mark.parametrize(
    ("role", "center", "own", "other", "township"),
    [
        ("director", "maqu", True, False, False),
        ("deputy", "maqu", True, False, False),
        ("clerk", "maqu", True, False, False),
        ("training", "maqu", False, False, False),
        ("volunteer", "maqu", False, False, False),
        ("township", "maqu", True, True, True),
        ("county", "maqu", True, True, True),
    ],
)
async def test_a_center_sees_its_own_counts_and_an_office_those_below(
    town: Town, role: str, center: str, *, own: bool, other: bool, township: bool
) -> None:
    who = await town.settle("某人", role, center=center)
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None and unit.parent_id is not None
        looked = [(unit.id, own), (unit.parent_id, township)]
    looked.append((await unit_id(town, "dongxing"), other))
    for each, may in looked:
        for use_case in (activity_counts.overview, activity_counts.table):
            if may:
                await town.do(who, use_case, each)
            else:
                assert await refused(town, who, use_case, each) == "not-found"
    assert await refused(town, who, activity_counts.overview, 10**9) == "not-found"


# The list


async def test_those_with_a_seat_come_first_then_who_is_asked_then_who_waits(town: Town) -> None:
    officer, activity_id, slot_id = await begun(town, seats=2)
    first, *_ = await signed(town, slot_id, "甲", "乙", "丙", "丁", "戊")
    (seat, *_) = await line_of(town, slot_id)
    await town.do(first, signups.cancel, seat.id)
    asked = (await line_of(town, slot_id))[1]
    town.passes(hours=4)
    async with town.begin() as tx:
        await moving.lapse_one(tx)
    found = await town.do(officer, signup_lists.listing, activity_id)
    assert [(one.name, one.state) for one in found.rows] == [
        *(("乙", "seated"), ("丁", "offered")),
        *(("戊", "waiting"), ("丙", "waiting")),
    ], "whoever did not answer is at the end"
    assert asked.name == "丙"
    counts = found.counts
    assert (counts.seats, counts.seated, counts.offered, counts.waiting, counts.came) == (2, 1, 1, 2, 0)
    async with town.begin() as tx:
        entries = await signup_lists.entries(tx, found, found.rows)
    assert [one.standing.id.removeprefix("signup-list-") for one in entries] == [
        *("seated", "offered", "waiting", "waiting")
    ]
    assert [one.standing.args.get("place") for one in entries] == [None, None, 1, 2]


async def test_who_was_there_is_counted_once_however_often_they_came(town: Town) -> None:
    officer, activity_id, slot_id = await begun(town, seats=None, sessions=2)
    await signed(town, slot_id, "甲", "乙")
    town.passes(days=3)
    await was_there(town, officer, activity_id, "甲", 1)
    town.passes(days=1)
    await was_there(town, officer, activity_id, "甲", 2)
    await was_there(town, officer, activity_id, "乙", 2)
    counts = (await town.do(officer, signup_lists.listing, activity_id)).counts
    assert (counts.seats, counts.seated, counts.came) == (None, 2, 2)


async def test_what_was_said_is_counted_from_three_on_and_not_for_whoever_keeps_the_list_only(
    town: Town,
) -> None:
    officer, activity_id, slot_id = await begun(town, seats=None)
    clerk = await town.settle("张文书", "clerk")
    await signed(town, slot_id, "甲", "乙", "丙")
    said: dict[str, int] = {}
    for number, row in enumerate(await line_of(town, slot_id), start=1):
        async with town.begin() as tx:
            place = await stored_signups.signup(tx, row.id)
            assert place is not None
            place.verdict = "good" if number < 3 else "poor"
            said[place.verdict] = said.get(place.verdict, 0) + 1
        for who, reads in ((officer, number == 3), (clerk, False)):
            counts = (await town.do(who, signup_lists.listing, activity_id)).counts
            assert counts.said == (said if reads else None)


async def test_seats_are_more_than_none_and_not_more_than_fit(town: Town) -> None:
    officer, _, slot_id = await begun(town)
    for seats, refusal in ((0, True), (1, False), (MOST_SEATS, False), (MOST_SEATS + 1, True), (-3, True)):
        if refusal:
            assert await refused(town, officer, signup_seats.change, slot_id, seats) == "signup-seats-none"
        else:
            assert (await town.do(officer, signup_seats.change, slot_id, seats)).seats == seats
    clerk = await town.settle("张文书", "clerk")
    assert await refused(town, clerk, signup_seats.change, slot_id, 5) == "not-found", "only keeps the list"


async def test_what_goes_on_at_that_hour_is_said_to_whoever_puts_somebody_on_the_list(town: Town) -> None:
    officer, _, slot_id = await begun(town)
    other = await slot_of(town, await made(town, officer, course(town, title="养蜂")))
    person_id = await town.enrol("王秀英")
    whom = Whom("王秀英", person_id)
    await town.do(officer, signups.sign_up, slot_id, whom, listed=True)
    found = await town.do(officer, signups.clashing, other, whom, listed=True)
    assert [one.planned.title for one in found] == ["果树嫁接"]
    villager = await town.settle("路人")
    with pytest.raises(RefusedError, match="not-found"):
        await town.do(villager, signups.clashing, other, whom, listed=True)


# The table


def cells(table: Table) -> list[tuple[int | str, ...]]:
    """A table's rows, its texts by their ids."""
    return [tuple(cell.id if isinstance(cell, Text) else cell for cell in row) for row in table.rows]


async def test_the_table_has_a_row_for_each_person_and_a_column_for_each_session(town: Town) -> None:
    officer, activity_id, slot_id = await begun(town, seats=2, sessions=3)
    mother, *_ = await family(town, "妈", "儿")
    await town.do(mother, signups.sign_up, slot_id)
    await town.do(officer, signups.sign_up, slot_id, Whom("来走亲戚的", phone="13700002222"), listed=True)
    await signed(town, slot_id, "丙")
    town.passes(days=5)
    for number in (1, 3):
        await was_there(town, officer, activity_id, "妈", number)
    table = await town.do(officer, signup_table.make, activity_id)
    assert len(table.header) == 7 + 3
    assert table.name.args == {"number": "2026-001"}, "neither who it is about, nor what"
    assert [(row[0], row[1], row[3], *row[6:]) for row in cells(table)] == [
        (1, "妈", "signup-list-seated", "", "✓", "", "✓"),
        (2, "来走亲戚的", "signup-list-seated", "13700002222", "", "", ""),
        (3, "丙", "signup-list-waiting", "", "", "", ""),
    ]


async def test_where_everybody_chose_a_time_the_table_says_which(town: Town) -> None:
    doctor = await town.settle("李医生", "doctor")
    begins = [town.now + timedelta(days=1, hours=number) for number in range(2)]
    times = tuple(Session(starts_at=one, ends_at=one + timedelta(hours=1)) for one in begins)
    plan = course(town, seats=1, kind="checkup", title="量血压").model_copy(update={"sessions": times})
    activity_id = await made(town, doctor, plan)
    for position, name in ((2, "甲"), (1, "乙")):
        await signed(town, await slot_of(town, activity_id, position), name)
    town.passes(days=1, hours=1)
    await was_there(town, doctor, activity_id, "甲", 2)
    table = await town.do(doctor, signup_table.make, activity_id)
    assert len(table.header) == 7 + 2
    assert [(row[1], row[8]) for row in cells(table)] == [("乙", ""), ("甲", "✓")]
    chosen = [row[7] for row in table.rows]
    assert [one.args["at"].at for one in chosen] == begins  # type: ignore[union-attr]
    found = await town.do(doctor, signup_lists.listing, activity_id)
    assert (found.counts.seats, [signup_lists.used(found, one) for one in found.slots]) == (2, [1, 1])


# What is made


async def test_it_is_to_come_until_it_is_over_and_then_found_for_ninety_days(town: Town) -> None:
    officer, activity_id, slot_id = await begun(town, seats=1)
    center = await unit_id(town, "maqu")
    await signed(town, slot_id, "甲", "乙")
    town.passes(days=3, hours=2, seconds=-1)
    (one,) = await town.do(officer, activity_made.coming, center)
    assert (one.seats, one.taken, one.waiting, one.came) == (1, 1, 1, 0)
    await was_there(town, officer, activity_id, "甲")
    assert await town.do(officer, activity_made.over, center) == []
    town.passes(seconds=1)
    assert await town.do(officer, activity_made.coming, center) == []
    (one,) = await town.do(officer, activity_made.over, center)
    assert (one.activity.id, one.taken, one.came) == (activity_id, 1, 1)
    town.passes(days=90, seconds=-1)
    assert len(await town.do(officer, activity_made.over, center)) == 1
    town.passes(seconds=1)
    assert await town.do(officer, activity_made.over, center) == []


async def test_what_was_called_off_is_in_neither_list_and_not_counted(town: Town) -> None:
    officer, activity_id, _ = await begun(town)
    director, center = await town.settle("周主任", "director"), await unit_id(town, "maqu")
    async with town.begin() as tx:
        row = await stored.locked(tx, activity_id)
        assert row is not None
        row.state = "called-off"
    assert await town.do(officer, activity_made.coming, center) == []
    assert (await town.do(director, activity_counts.overview, center)).kinds == []
    town.passes(days=4)
    assert await town.do(officer, activity_made.over, center) == []


# Counts


async def counted(town: Town, who: int, code: str = "maqu") -> Overview:
    """What somebody sees of a unit."""
    return await town.do(who, activity_counts.overview, await unit_id(town, code))


async def test_thirty_days_back_and_thirty_ahead_are_counted_to_the_second(town: Town) -> None:
    officer, director = await town.settle("培训员", "training"), await town.settle("周主任", "director")
    await made(town, officer, course(town, days=40, seats=7))
    town.passes(days=10)
    assert (await counted(town, director)).whole.coming == Sum()
    town.passes(seconds=1)
    assert (await counted(town, director)).whole.coming == Sum(activities=1, seats=7)
    town.passes(days=30, seconds=-1)
    seen = (await counted(town, director)).whole
    assert (seen.coming, seen.been) == (Sum(activities=1, seats=7), Sum()), "it begins this second"
    town.passes(seconds=1)
    seen = (await counted(town, director)).whole
    assert (seen.coming, seen.been) == (Sum(), Sum(activities=1, seats=7))
    town.passes(days=30, seconds=-1)
    assert (await counted(town, director)).whole.been == Sum(activities=1, seats=7)
    town.passes(seconds=1)
    assert (await counted(town, director)).whole.been == Sum()


async def test_an_office_sees_every_center_in_the_order_they_were_set_up_and_a_center_only_itself(
    town: Town,
) -> None:
    officer = await town.settle("培训员", "training", center="dongxing", village=None)
    township = await town.settle("钱镇长", "township")
    director = await town.settle("周主任", "director")
    activity_id = await made(town, officer, course(town, seats=1), "dongxing")
    slot_id = await slot_of(town, activity_id)
    for name in ("甲", "乙", "丙"):
        who = await town.settle(name, center="dongxing", village=None)
        await town.do(who, signups.sign_up, slot_id)
    async with town.begin() as tx:
        unit = await units.unit_by_code(tx, "maqu")
        assert unit is not None and unit.parent_id is not None
        above = unit.parent_id
    seen = await town.do(township, activity_counts.overview, above)
    full = Sum(activities=1, seats=1, filled=1, waiting=2)
    assert [one.label.args["text"] for one in seen.centers] == ["马曲村社区服务中心", "东兴村社区服务中心"]
    assert [one.coming for one in seen.centers] == [Sum(), full], "who has none stands where it always stands"
    assert seen.whole.coming == full and [one.coming for one in seen.kinds] == [full]
    own = await counted(town, director)
    assert own.centers == [] and own.whole.coming == Sum()
    table = await town.do(township, activity_counts.table, above)
    assert [row[3:] for row in table.rows] == [(1, 1, 1, 0, 2)]
    assert not {"甲", "乙", "丙", "果树嫁接"} & {str(cell) for row in cells(table) for cell in row}


ACTS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["sign", "cancel", "yes", "no"]), st.integers(0, 5)),
        st.tuples(st.just("seats"), st.integers(1, 4)),
        st.tuples(st.just("wait"), st.just(1)),
    ),
    max_size=20,
)


@given(limited=st.booleans(), acts=ACTS)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_whatever_happens_the_counts_are_of_those_who_sit_are_asked_and_wait(
    town: Town, limited: bool, acts: Sequence[tuple[str, int]]
) -> None:
    town.passes(days=70)  # what the example before has made is over
    officer, activity_id, slot_id = await begun(town, seats=2 if limited else None)
    director, center = await town.settle("周主任", "director"), await unit_id(town, "maqu")
    folk = [await town.settle(f"人{number}") for number in range(6)]
    for act, value in acts:
        await _act(town, officer, slot_id, act, value, folk)
        now = await standings(town, slot_id)
        found = await town.do(officer, signup_lists.listing, activity_id)
        seen = (await town.do(director, activity_counts.overview, center)).whole.coming
        taken = len(now[Standing.SEATED]) + len(now[Standing.OFFERED])
        seats = found.counts.seats
        assert seen.filled + seen.unlimited == taken == signup_lists.used(found, found.slots[0])
        assert seen.waiting == found.counts.waiting == len(now[Standing.WAITING])
        assert (seen.seats, seen.unlimited) == ((0, taken) if seats is None else (seats, 0))
        assert seen.free >= 0 and seen.filled <= seen.seats
        (one,) = await town.do(officer, activity_made.coming, center)
        assert (one.seats, one.taken, one.waiting) == (seats, taken, seen.waiting)


async def _act(town: Town, officer: int, slot_id: int, act: str, value: int, folk: Sequence[int]) -> None:
    """Let one thing happen; what cannot happen as things stand does not."""
    rows = {one.account_id: one.id for one in await line_of(town, slot_id)}
    try:
        if act == "sign":
            await town.do(folk[value], signups.sign_up, slot_id)
        elif act == "seats":
            await town.do(officer, signup_seats.change, slot_id, value)
        elif act == "wait":
            town.now += PATIENCE
            async with town.begin() as tx:
                await moving.lapse_one(tx)
        elif folk[value] in rows and act == "cancel":
            await town.do(officer, signup_lists.cancel, rows[folk[value]])
        elif folk[value] in rows:
            await town.do(folk[value], signups.answer, rows[folk[value]], yes=act == "yes")
    except RefusedError:
        return


async def test_the_centers_are_counted_together(town: Town) -> None:
    officer = await town.settle("培训员", "training")
    for days in (1, 2, 3):
        await made(town, officer, course(town, days=days, seats=2))
    month, ids = timedelta(days=30), [await unit_id(town, "maqu"), *range(10**6, 10**6 + 39)]
    async with town.begin() as tx:
        (tally,) = await tallied.tallies(tx, ids, tx.now - month, tx.now + month)
    assert (tally.kind, tally.coming, *tally[3:]) == ("course", True, 3, 6, 0, 0, 0)
