"""However much a county has asked for: what the bot looks for it finds by an index, looking at little."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from bot.seed import found_county
from storage import (
    activities,
    activity_counts,
    activity_wishes,
    attendance,
    bulletins,
    calls,
    certificates,
    conflicts,
    deadlines,
    desk,
    disclosure,
    duty,
    expenses,
    groups,
    leave,
    loans,
    matching,
    media,
    merging,
    notice_audience,
    notice_board,
    notice_doors,
    notice_drafts,
    notice_readers,
    notice_sweep,
    notice_versions,
    notices,
    offers,
    outbox,
    pairs,
    people,
    proxies,
    recall,
    reports,
    requests,
    roles,
    rollcall_answers,
    rollcalls,
    signup_lists,
    signups,
    tasks,
    thread,
    timetables,
    units,
    updates,
    visits,
    volunteers,
    wishes,
)
from storage.transaction import Database
from tests.inline import quicken
from tests.largedata import fill
from tests.services.town import NOW, Town
from tests.storage.a_day import a_day, asking
from tests.storage.plans import Ear

ASKING = [activities, activity_counts, activity_wishes, attendance, bulletins, calls, certificates,
          conflicts, deadlines, desk, disclosure, duty, expenses, groups, leave, loans, matching, media,
          merging, notice_audience, notice_board, notice_doors, notice_drafts, notice_readers, notice_sweep,
          notice_versions, notices, offers, outbox, pairs, people, proxies, recall, reports, requests,
          roles, rollcall_answers, rollcalls, signup_lists, signups, tasks, thread, timetables, units,
          updates, visits, volunteers, wishes]  # fmt: skip
"""The modules of storage/ that ask the database while people wait."""
SELDOM = {
    "calls.asked_again": "when somebody who is not wanted asks again; found as calls.of_relation",
    "people.persons": "all of a center's roster, for the command that brings a new one",
    "requests.count": "all of the requests, for the technician's command",
    "units.add": "asks nothing",
}
"""What does not happen on such a day."""
FOR_EVERYBODY = {
    "notice_audience.everybody": "counts all it goes to, once",
    "notice_audience.members": "the same, of a notice that is not for everybody",
    "notice_audience.meant": "the same",
    "notice_audience.households": "all households it is for, once",
    "notice_audience.count_households": "the same, counted",
    "notice_audience.tags_at": "all tags there are, for whoever chooses among them",
    "notice_doors.spared": "everybody who lives with somebody, when it is told at doors",
    "notice_doors.counts": "all doors of a notice, which are as many as its households at most",
    "notice_doors.states": "the same",
    "notice_doors.free": "the same, once for whoever agrees to go",
    "notice_doors.behind_doors": "the same, once for each few that are asked",
    "matching.without_helper": "all of a center's households, for a plan of who helps whom",
    "matching.heads": "the names of those, for that plan",
    "matching.acquainted": "everybody at a center who ever helped, for that plan",
    "matching.at_odds": "everybody at a center from whom something is kept, for that plan",
    "people.at_home": "everybody at a center who lives with somebody, for that plan",
    "rollcall_answers.households": "all that a roll call is about, for its report and the list of the silent",
    "rollcall_answers.told": "all answers to a roll call, for the same",
    "rollcall_answers.totals": "counts all that a roll call is about",
    "rollcall_answers.standings": "counts all answers to a roll call",
    "rollcall_answers.others": "counts the same",
    "activity_counts.came": "counts everybody who came to what was over in ninety days, for whoever made it",
    "notices.drop_waiting": "what waits of it, of which there is never more than some minutes' worth",
    "notice_sweep.reword_waiting": "the same",
    "notice_sweep.changes_waiting": "the same of its corrections",
    "notice_sweep.begin": "looks for the newest row there is, from the end of the key",
    "activity_wishes.forget": "the same, to know how many turns there are",
    "attendance.forget_remarks": "the same",
    "timetables.drop": "the same, whose id must not be given out again",
}
"""What looks at more, because it is about everybody: that a notice goes to, or that a plan is made for."""
MOST = {True: 12_000, False: 600}
"""What one statement may look at: SQLite's instructions, PostgreSQL's rows. All that is open at a center, or
one page of what is tidied up, is less; what has ever been asked for there is far more."""


async def _county(url: str, residents: int, asked: int, signed: int) -> Database:
    database = Database(url)
    async with database.begin(NOW) as tx:
        await found_county(tx)
    await database.dispose()
    await fill(url, residents=residents, requests=asked, activities=signed, now=NOW)
    if database.is_sqlite:
        async with database.engine.begin() as connection:  # nobody runs ANALYZE on a village's file
            await connection.execute(text("DELETE FROM sqlite_stat1"))
        await database.dispose()
    return quicken(Database(url))


@pytest.mark.timeout(300)
@pytest.mark.usefixtures("keys")
async def test_every_query_of_a_day_uses_an_index_and_a_dropped_one_would_be_noticed(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = await _county(database_url, residents=2_000, asked=10_000, signed=2_100)
    ear, town = Ear(database), Town(database)
    known = ear.overhear(monkeypatch, ASKING)

    with ear.listening():
        await a_day(town)
    assert known - ear.asked == set(SELDOM), "let each query of storage/ happen on a day, or say why not"
    wasteful = [one for one in ear.wasteful(MOST[database.is_sqlite]) if one.by not in FOR_EVERYBODY]
    assert [str(one) for one in wasteful] == []

    async with database.engine.begin() as connection:
        await connection.execute(text("DROP INDEX ix_service_request_asker"))
        await connection.execute(text("DROP INDEX ix_request_entry_request_id"))
    ear.queries.clear()
    with ear.listening():
        await asking(town)
    await database.dispose()
    noticed = {one.by for one in ear.wasteful(MOST[database.is_sqlite])}
    assert {"requests.of_asker", "thread.entries"} <= noticed
