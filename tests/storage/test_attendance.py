"""What is kept of who was there: once for each session, how often, from where; and certificates."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from bot.seed import found_county
from domain.proxies import Whom
from services import signups
from storage import activities, attendance, certificates
from storage import signups as stored
from storage.activities import ActivitySession
from storage.attendance import Attendance
from storage.certificates import Certificate
from storage.signups import Signup
from storage.transaction import Database
from tests.services.activities import course, line_of, made, slot_of
from tests.services.test_notices import unit_id
from tests.services.town import NOW, Town


@pytest.fixture
async def town(database: Database) -> Town:
    """The example county with nobody in it yet, once on each engine."""
    async with database.begin(NOW) as tx:
        await found_county(tx)
    return Town(database)


async def signed(
    town: Town, *names: str, sessions: int = 1, seats: int = 9
) -> tuple[list[ActivitySession], list[Signup]]:
    """A course for which these people have signed up: its sessions, and their places."""
    officer = await town.settle("培训员", "training")
    slot_id = await slot_of(town, await made(town, officer, course(town, sessions=sessions, seats=seats)))
    for name in names:
        await town.do(await town.settle(name), signups.sign_up, slot_id)
    async with town.begin() as tx:
        held = await activities.sessions_of(tx, [slot_id])
    return held, await line_of(town, slot_id)


async def was_there(town: Town, session: ActivitySession, row: Signup) -> None:
    """Somebody was there."""
    async with town.begin() as tx:
        about = {"session_id": session.id, "signup_id": row.id, "at": tx.now}
        await attendance.add(tx, Attendance(**about, how="code", by_id=row.signed_by_id))


async def test_somebody_is_at_a_session_once(town: Town) -> None:
    held, (row,) = await signed(town, "甲")
    await was_there(town, held[0], row)
    with pytest.raises(IntegrityError):
        await was_there(town, held[0], row)


async def test_how_often_each_was_there_and_at_which(town: Town) -> None:
    held, (first, second, _) = await signed(town, "甲", "乙", "丙", sessions=3)
    for session in (held[2], held[0]):
        await was_there(town, session, first)
    await was_there(town, held[1], second)
    async with town.begin() as tx:
        assert await attendance.times(tx, first.activity_id) == {first.id: 2, second.id: 1}
        seen = await attendance.sessions_of(tx, [first.id])
        assert [one.session_id for one in seen] == [held[0].id, held[2].id], "the first at the top"
        assert await attendance.at_session(tx, held[1].id) == {second.id}


async def test_whoever_the_roster_knows_has_a_village_and_a_phone_as_long_as_they_stand_on_it(
    town: Town,
) -> None:
    (session,), (known,) = await signed(town, "甲")
    daughter = await town.settle("女儿")
    rows = {}
    for name, phone in (("王秀英", "13900000042"), ("王大山", None)):
        person_id = await town.enrol(name, village="下马曲", phone=phone)
        rows[name] = await town.do(daughter, signups.sign_up, session.slot_id, Whom(name, person_id))
    async with town.begin() as tx:
        assert await attendance.homes(tx, session.slot_id) == {
            rows["王秀英"].id: ("下马曲", "13900000042"),
            rows["王大山"].id: ("下马曲", None),
        }
    await town.do(daughter, signups.cancel, rows["王大山"].id)
    async with town.begin() as tx:
        assert {*await attendance.homes(tx, session.slot_id)} == {rows["王秀英"].id}
        assert known.id not in await attendance.homes(tx, session.slot_id)


async def test_who_is_to_be_asked_and_what_is_to_be_summed_up_comes_in_its_order(town: Town) -> None:
    held, (first, second) = await signed(town, "甲", "乙", sessions=2)
    for row, minutes in ((first, 20), (second, 10)):
        async with town.begin() as tx:
            kept = await stored.signup(tx, row.id)
            assert kept is not None
            kept.ask_at = town.now + timedelta(minutes=minutes)
    for minutes, expected in ((9, None), (10, second.id), (20, second.id)):
        async with town.database.begin(NOW + timedelta(minutes=minutes)) as tx:
            found = await attendance.to_ask(tx)
            assert (found and found.id) == expected
    for moment, session_id in (
        (held[0].ends_at - timedelta(seconds=1), None),
        (held[0].ends_at, held[0].id),
        (held[1].ends_at, held[0].id),
    ):
        async with town.database.begin(moment) as tx:
            due = await attendance.to_sum_up(tx)
            assert (due and due.id) == session_id


async def test_what_people_say_in_words_is_not_readable_in_the_table(town: Town) -> None:
    _, (row, silent) = await signed(town, "甲", "乙")
    async with town.begin() as tx:
        kept = await stored.signup(tx, row.id)
        assert kept is not None
        kept.verdict, kept.remark = "poor", "听不懂老师的话"
    async with town.begin() as tx:
        assert await attendance.remarks(tx, row.activity_id) == ["听不懂老师的话"]
        assert await attendance.verdicts(tx, silent.activity_id) == {"poor": 1}
        raw = (await tx.session.execute(text("SELECT remark FROM signup WHERE remark IS NOT NULL"))).scalar()
    assert "听不懂".encode() not in bytes(raw)


async def certificate(
    town: Town, row: Signup, *, year: int = 2026, serial: int = 1, number: str = ""
) -> None:
    """A certificate as it is kept."""
    center_id = await unit_id(town, "maqu")
    about: dict[str, Any] = {"signup_id": row.id, "activity_id": row.activity_id, "center_id": center_id}
    async with town.begin() as tx:
        given = Certificate(
            **about,
            year=year,
            serial=serial,
            number=number or f"{year}-{center_id:03}-{serial}",
            name=row.name,
            attended=2,
            sessions=3,
            given_by_id=row.signed_by_id,
            given_at=tx.now,
        )
        await certificates.add(tx, given)


async def test_serials_go_on_in_a_year_and_begin_anew_in_the_next(town: Town) -> None:
    _, (first, second) = await signed(town, "甲", "乙")
    center_id, other = await unit_id(town, "maqu"), await unit_id(town, "dongxing")
    await certificate(town, first, serial=7)
    async with town.begin() as tx:
        assert await certificates.next_serial(tx, center_id, 2026) == 8
        assert await certificates.next_serial(tx, center_id, 2027) == 1
        assert await certificates.next_serial(tx, other, 2026) == 1
    await certificate(town, second, serial=8)
    async with town.begin() as tx:
        assert [one.serial for one in await certificates.of_activity(tx, first.activity_id)] == [7, 8]


async def test_a_number_and_a_serial_are_given_once_and_one_place_has_one_certificate(town: Town) -> None:
    _, (first, second) = await signed(town, "甲", "乙")
    await certificate(town, first, serial=1, number="2026-003-173")
    for about in (
        {"row": second, "serial": 2, "number": "2026-003-173"},
        {"row": second, "serial": 1},
        {"row": first, "serial": 3},
    ):
        with pytest.raises(IntegrityError):
            await certificate(town, **about)
    async with town.begin() as tx:
        found = await certificates.by_number(tx, "2026-003-173")
        assert found is not None and found.signup_id == first.id
        assert await certificates.by_number(tx, "2026-003-174") is None
        assert await certificates.of_signup(tx, second.id) is None
