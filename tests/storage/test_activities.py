"""Activities as they are kept: which is over, what it was before, and a session that does not take place."""

from __future__ import annotations

from datetime import timedelta

from domain.activities import Plan, Session
from storage import activities, attendance, signups
from storage.activities import Activity, ActivitySession, ActivitySlot, ActivityVersion
from storage.attendance import Attendance
from storage.signups import Signup
from storage.transaction import Database, Tx
from tests.storage import rows
from tests.storage.rows import GRANDMA, NOW


async def activity(tx: Tx, center_id: int, serial: int, hours: float | None, state: str = "open") -> Activity:
    """A clean-up that ends so many hours from now; without them something that is lent."""
    ends_at = NOW + timedelta(hours=hours) if hours is not None else None
    begins = [ends_at - timedelta(hours=1)] if ends_at is not None else []
    sessions = tuple(Session(starts_at=one, ends_at=one + timedelta(hours=1)) for one in begins)
    plan = Plan(kind="cleanup" if sessions else "loan", title="扫河边", sessions=sessions, seats=5)
    row = Activity(
        center_id=center_id,
        kind=plan.kind,
        author_id=GRANDMA,
        year=2026,
        serial=serial,
        plan=plan.pack(),
        state=state,
        starts_at=plan.starts_at,
        ends_at=ends_at,
        created_at=NOW,
    )
    await activities.add(tx, row)
    return row


async def test_what_is_over_is_found_one_by_one_the_first_first(database: Database) -> None:
    async with database.begin(NOW) as tx:
        center, _ = await rows.two_centers(tx)
        await rows.accounts(tx, GRANDMA)
        ends = [
            (0, "open"),
            (-2, "open"),
            (1 / 3600, "open"),
            (-3, "called-off"),
            (-4, "over"),
            (None, "open"),
        ]
        found = [
            await activity(tx, center.id, serial, hours, state)
            for serial, (hours, state) in enumerate(ends, start=1)
        ]
        over = []
        while (row := await activities.to_end(tx)) is not None:
            over.append(row.id)
            row.state = "over"
            await tx.session.flush()
        assert over == [found[1].id, found[0].id]


async def test_its_versions_come_in_their_order(database: Database) -> None:
    async with database.begin(NOW) as tx:
        center, _ = await rows.two_centers(tx)
        await rows.accounts(tx, GRANDMA)
        row, other = [await activity(tx, center.id, serial, 1) for serial in (1, 2)]
        for whose, version in ((row, 2), (other, 1), (row, 1)):
            kept = {"activity_id": whose.id, "version": version, "plan": whose.plan}
            await activities.add(tx, ActivityVersion(**kept, by_id=GRANDMA, at=NOW))
        assert [one.version for one in await activities.versions(tx, row.id)] == [1, 2]
        assert await activities.versions(tx, 10**6) == []


async def test_a_session_that_does_not_take_place_takes_along_who_was_there(database: Database) -> None:
    async with database.begin(NOW) as tx:
        center, _ = await rows.two_centers(tx)
        await rows.accounts(tx, GRANDMA)
        row = await activity(tx, center.id, 1, 1)
        slot = ActivitySlot(activity_id=row.id, position=1, seats=5)
        await activities.add(tx, slot)
        times = {"starts_at": NOW, "ends_at": NOW + timedelta(hours=1), "place": ""}
        first, second = [
            ActivitySession(activity_id=row.id, slot_id=slot.id, number=number, code=f"code{number}", **times)
            for number in (1, 2)
        ]
        await activities.add(tx, first, second)
        who = Signup(
            activity_id=row.id,
            slot_id=slot.id,
            account_id=GRANDMA,
            subject=f"a:{GRANDMA}",
            name="王秀英",
            signed_by="self",
            signed_by_id=GRANDMA,
            signed_at=NOW,
            place=1,
            state="seated",
            changed_at=NOW,
        )
        await signups.add(tx, who)
        for session in (first, second):
            there = {"session_id": session.id, "signup_id": who.id, "how": "list", "by_id": GRANDMA}
            await attendance.add(tx, Attendance(**there, at=NOW))
        await attendance.drop_session(tx, second)
        assert [one.session_id for one in await attendance.sessions_of(tx, [who.id])] == [first.id]
        assert await activities.sessions(tx, row.id) == [first]
        assert await activities.session(tx, second.id) is None
