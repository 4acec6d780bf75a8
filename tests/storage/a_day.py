"""A day at a center: whatever people do with the bot, by the services, once."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from typing import Any

from domain.announcing import Announcement, Audience, Body
from domain.catalogue import CATALOGUE
from domain.messages import Content
from domain.proxies import Whom
from domain.requests import Action
from domain.tasks import Seat, When
from domain.volunteers import Part, Profile
from domain.volunteers import Step as VolunteerStep
from schedules import ticks
from services import (
    ahead,
    association,
    calls,
    center,
    clerk,
    conflicts,
    desk,
    disclosure,
    duplicates,
    duty,
    emergency,
    expenses,
    groups,
    handling,
    handover,
    intake,
    leave,
    matching,
    merging,
    notice_access,
    notice_board,
    notice_changes,
    notice_doors,
    notice_left,
    notice_options,
    notice_questions,
    notice_reading,
    notice_walks,
    notice_withdrawing,
    notice_writing,
    notices,
    pairs_access,
    pairs_changes,
    pairs_fit,
    pairs_goals,
    pairs_handover,
    pairs_house,
    pairs_lists,
    people,
    progress,
    proxies,
    requests,
    roles,
    rollcall,
    rollcall_lists,
    rollcall_report,
    rollcall_start,
    routing,
    seats,
    splitting,
    spooling,
    tasks,
    thread,
    visits,
    visits_log,
    volunteers,
)
from services.candidates import candidates
from services.requests import Need
from services.rollcall_start import Wanted
from services.visits_log import Report
from storage import expenses as stored_expenses
from storage import groups as stored_groups
from storage import media, outbox, recall, rollcall_answers, units, updates
from storage import notices as stored_notices
from storage import pairs as stored_pairs
from storage import proxies as stored_proxies
from storage import requests as stored_requests
from storage import roles as stored_roles
from storage import tasks as stored_tasks
from storage import visits as stored_visits
from storage import volunteers as stored_volunteers
from storage.notice_readers import NoticeDoor
from storage.outbox import Lane
from storage.people import Account
from storage.proxies import ProxyRelation
from storage.transaction import Tx
from storage.units import OrgUnit
from tests.services.pairing import begun, helper
from tests.services.town import Town
from tests.storage.a_days_activities import making
from tests.storage.a_days_attendance import coming
from tests.storage.a_days_bulletins import posting
from tests.storage.a_days_lending import booking, lending_out, of_many_years
from tests.storage.a_days_notices import announcing
from tests.storage.a_days_signup_lists import keeping_lists, long_ago
from tests.storage.a_days_signups import signing_up
from tests.storage.a_days_wishes import wishing

WEDNESDAY = date(2026, 11, 25)
GROUP = -1_001_000_000_001


async def maqu(tx: Tx) -> OrgUnit:
    """The center it happens at."""
    found = await units.unit_by_code(tx, "maqu")
    assert found is not None
    return found


async def a_day(town: Town) -> None:
    """All of it, one after another."""
    for chapter in (joining, coming_together, asking, handing_on, urgent, together, for_others, rostering,
                    in_a_group, looking_over, noticing, helping, pairing, matching_many,
                    posting, wishing, making, passing_files_on, telling, long_ago, signing_up,
                    keeping_lists, lending_out, booking, of_many_years, the_clock, coming):  # fmt: skip
        await chapter(town)


async def joining(town: Town) -> None:
    """Somebody comes, leaves their phone number, and is found on the roster."""
    await town.enrol("王秀英", phone="13900000002")
    grandma = await town.settle("王秀英")
    async with town.begin() as tx:
        await people.meet(tx, 4_999, "zh")
        account = await town.account(tx, grandma)
        await people.centers(tx)
        here = await people.center(tx, (await maqu(tx)).id)
        await people.villages(tx, here.id)
        await people.keep_form(tx, account, "intake", {})
    async with town.begin() as tx:
        account = await town.account(tx, grandma)
        await people.form(tx, account)
        await people.leave_form(tx, account)
        await people.share_phone(tx, account, "13900000002")
        found = await people.find_persons(tx, here.id, "王秀英")
        await people.person(tx, here.id, found[0][0].id, named="王秀英")
        await people.names(tx, here.id, [grandma])
        await people.reach_center(tx, account)
        await intake.lines(tx, account)
        await intake.first_reader(tx, account, "assistance")


async def taker(town: Town, request_id: int) -> int:
    """Somebody it is offered to."""
    async with town.begin() as tx:
        row = await stored_requests.request(tx, request_id)
        assert row is not None
        return (await routing.offered(tx, row))[0][1].id


async def taken(town: Town, asker: int, line: str = "assistance", **need: Any) -> tuple[int, int]:
    """A request, and who has taken it."""
    request_id = await town.ask(asker, line, **need)
    holder = await taker(town, request_id)
    await town.do(holder, handling.take, request_id)
    return request_id, holder


async def coming_together(town: Town) -> None:
    """Many write in one moment: all about them is read at once."""
    crowd = [await town.settle(f"村民{number}") for number in range(ahead.MANY)]
    async with town.begin() as tx:
        await ahead.read(tx, crowd)


async def asking(town: Town) -> None:
    """A request from the first sentence to the last star."""
    asker = await town.settle("陈建国")
    async with town.begin() as tx:
        here, need = await maqu(tx), Need(line="assistance", said=[town.says("要人帮忙")])
        await duplicates.likely(tx, await town.account(tx, asker), here.id, need)
    request_id, holder = await taken(town, asker)
    again = Need(line="assistance", said=[town.says("今天也要")])
    await town.do(asker, duplicates.likely, here.id, again)
    await town.do(asker, duplicates.add, here.id, again, request_id)
    story = town.says("我在家")
    await town.do(asker, thread.speak, request_id, [story])
    await town.do(holder, thread.speak, request_id, [town.says("马上到")])
    await town.do(asker, thread.edited, story.model_copy(update={"content": Content(text="我在田里")}))
    for who in (asker, holder):
        await town.do(who, thread.possible)
        await town.do(who, thread.meant, 1)
        await town.do(who, thread.meant, story.message_id)
        await town.do(who, desk.mine, 0)
        await town.do(who, desk.queue, 0)
        await town.do(who, desk.by_number, (await town.request(request_id)).number)
    await town.do(holder, handling.finish, request_id)
    await town.do(asker, requests.reopen, request_id, "还没好")
    await town.do(holder, handling.start, request_id)
    await town.do(holder, handling.finish, request_id)
    await town.do(asker, requests.confirm, request_id)
    await town.do(asker, requests.rate, request_id, 5)
    await town.do(asker, requests.add_rating_word, request_id, "谢谢")
    await town.do(asker, requests.reopen, request_id, "又坏了", Action.REOPEN)


async def handing_on(town: Town) -> None:
    """Given back, passed to another desk, declined, called off; and somebody whom nothing reaches."""
    asker = await town.settle("刘小军")
    request_id, holder = await taken(town, asker)
    await town.do(holder, handling.give_back, request_id, "忙不过来")
    request_id, holder = await taken(town, asker, "health")
    await town.do(holder, handling.transfer, request_id, "security", "归治安管")
    request_id, holder = await taken(town, asker, "security")
    await town.do(holder, handling.decline, request_id, "办不了")
    await town.do(asker, requests.cancel, await town.ask(asker))
    request_id, holder = await taken(town, asker, "village-affairs")
    await town.do(asker, conflicts.exclude, request_id, holder)
    async with town.begin() as tx:
        here = await maqu(tx)
        account = await town.account(tx, asker)
        one, *_ = await conflicts.candidates(tx, account, here.id)
        await conflicts.chosen(tx, account, here.id, one.grant_id)
        await conflicts.spoken_of(tx, account, here.id, "主任的事")
        await handover.gone(tx, holder)


async def urgent(town: Town) -> None:
    """An emergency, called in twice."""
    caller = await town.settle("周敏")
    async with town.begin() as tx:
        account = await town.account(tx, caller)
        where = await emergency.center_for(tx, account, said=None)
        assert where is not None
        fire = emergency.Call(CATALOGUE.emergencies[0], [town.says("快来")])
        await emergency.ring(tx, account, where, fire)
        await emergency.ring(tx, account, where, fire)


async def together(town: Town) -> None:
    """Two requests done as one, and one as two."""
    asker = await town.settle("马婷")
    first, holder = await taken(town, asker, "environment")
    second = await town.ask(await town.settle("吴强"), "environment")
    await town.do(holder, handling.take, second)
    await town.do(holder, merging.beside_it, first, 0, 5)
    await town.do(holder, merging.merge, first, second)
    await town.do(holder, merging.merged_into, first)
    await town.do(holder, thread.speak, first, [town.says("一起办")])
    await town.do(holder, merging.unmerge, second)
    await town.do(holder, splitting.split, first, "assistance", "另外的事")


async def for_others(town: Town) -> None:
    """Filed for somebody of the roster, for somebody the clerk has to call, and by the clerk."""
    person_id = await town.enrol("王大山", phone="13900000077")
    himself, child = await town.settle("王大山"), await town.settle("王芳")
    await town.do(himself, people.share_phone, "13900000077")
    request_id = await town.ask(child, person_id=person_id, person_name="王大山", kin="child")
    async with town.begin() as tx:
        here, account = await maqu(tx), await town.account(tx, child)
        relation = await proxies.standing(tx, account, here.id, Whom("王大山", person_id))
        assert relation is not None
    await town.do(himself, proxies.agree, relation.id)
    await town.do(himself, proxies.acted_by, 0)
    await town.do(child, proxies.acting_for, 0)
    await town.do(himself, desk.mine, 0)
    await town.do(himself, proxies.end, relation.id)
    await town.do(child, requests.cancel, request_id)
    clerk_ = await town.settle("孙丽", "clerk")
    await town.ask(child, person_name="李四", person_phone="13900000009")
    waiting, _ = await town.do(clerk_, calls.waiting, 0)
    await town.do(clerk_, calls.task, waiting[0].id)
    mine = waiting[-1].id
    await town.do(clerk_, calls.unreached, mine)
    await town.do(clerk_, calls.agreed, mine)
    (found, _), *_ = await town.do(clerk_, clerk.find, "王大山", "13900000077")
    await town.do(clerk_, clerk.person, found.id, Whom("王大山", found.id))
    whom = {"person_id": found.id, "person_name": "王大山"}
    await town.ask(clerk_, said=[town.says("来办公室说的")], by_clerk=True, **whom)
    await town.do(clerk_, desk.mine, 0)


async def rostering(town: Town) -> None:
    """Roles, duty and leave."""
    director, newcomer = await town.settle("马主任", "director"), await town.settle("李医生")
    async with town.begin() as tx:
        here, leader = await maqu(tx), await town.account(tx, director)
        token = roles.create_invitation(tx, unit=here, role="doctor", created_by=leader)
    async with town.begin() as tx:
        here, doctor = await maqu(tx), await town.account(tx, newcomer)
        await roles.look_up(tx, token)
        await roles.accept(tx, doctor, token)
    async with town.begin() as tx:
        here, leader = await maqu(tx), await town.account(tx, director)
        doctor = await town.account(tx, newcomer)
        await roles.overview(tx, here)
        grant = await stored_roles.active_grant(tx, newcomer, here.id, "doctor")
        assert grant is not None
        await duty.desks(tx, leader, here)
        await duty.put(tx, leader, here, grant.id, 2, True)
        await duty.put(tx, leader, here, grant.id, WEDNESDAY, False)
        await duty.as_usual(tx, leader, here, "doctor", WEDNESDAY)
        await duty.announce(tx, leader, here, "doctor")
        await leave.colleagues(tx, leader, here)
        await leave.whom(tx, leader, grant.id)
        row = await leave.enter(tx, doctor, doctor, WEDNESDAY, WEDNESDAY + timedelta(days=1))
        await leave.coming(tx, leader, doctor)
        await leave.away_at(tx, here, tx.now)
        await leave.held_count(tx, doctor)
        await leave.end(tx, doctor, row.id)
        await leave.enter(tx, doctor, doctor, WEDNESDAY, WEDNESDAY + timedelta(days=1))
        await roles.revoke(tx, leader, grant.id)


async def in_a_group(town: Town) -> None:
    """A desk that works in a group."""
    director, worker = await town.settle("赵主任", "director"), await town.settle("钱七", "environment")
    place = groups.Place(GROUP, None, "环境组")
    async with town.begin() as tx:
        here, leader = await maqu(tx), await town.account(tx, director)
        bound = await groups.bind(tx, leader, here.id, "environment", place)
        await groups.bound(tx, here)
        await groups.desks(tx, here)
        await groups.bound_here(tx, leader, place)
        await groups.binding(tx, leader, bound.id)
    asker = await town.settle("孙八")
    request_id = await town.ask(asker, "environment")
    async with town.begin() as tx:
        assert await stored_groups.open_card(tx, request_id) is not None
    await town.do(worker, handling.take, request_id)
    other = await town.ask(asker, "environment", "又一处")
    await town.do(asker, requests.cancel, other)
    await town.ask(asker, "environment", "还有一处")
    async with town.begin() as tx:
        await groups.moved(tx, GROUP, GROUP - 1)
        await groups.closed(tx, GROUP - 1, None)
        await groups.removed(tx, GROUP - 1)
    await town.do(director, groups.bind, here.id, "environment", place)
    await town.ask(asker, "environment", "第四处")
    async with town.begin() as tx:
        bound, *_ = await groups.bound(tx, here)
        await groups.unbind(tx, await town.account(tx, director), bound.id)


async def looking_over(town: Town) -> None:
    """What leaders and the offices above see."""
    for role, what in (("director", "late unowned"), ("township", "risen"), ("county", "risen")):
        who = await town.settle(role, role)
        async with town.begin() as tx:
            account = await town.account(tx, who)
            unit_id = center.looked_over(account)[-1]
            await center.overview(tx, account, unit_id)
            for one in what.split():
                found = await center.listed(tx, account, unit_id, one, 0)  # type: ignore[arg-type]
                await center.openable(tx, account, found.rows)
            await desk.queue(tx, account, 0)


async def pairing(town: Town) -> None:
    """Pairs from the proposal to the end, with visits, goals and a hand-over."""
    stage = await begun(town, second=True, rhythm="weekly", purpose="production", goals=["养两头猪"])
    other, volunteer = await helper(town, "何芳")
    await town.do(stage.officer, pairs_house.look, stage.center, stage.household)
    async with town.begin() as tx:
        await pairs_fit.want(tx, stage.household, other, wanted=True)
        await candidates(tx, stage.center, stage.household)
        row = await stored_pairs.pair_of(tx, stage.pair)
        await stored_pairs.moves(tx, row.id)
        await pairs_goals.lines(tx, row)
        await visits_log.past(tx, row)
    await town.do(stage.officer, pairs_lists.count, stage.center)
    await town.do(stage.officer, pairs_lists.listed, stage.center, "active", 0)
    await town.do(stage.helper, pairs_access.helps)
    await town.do(stage.grandma, pairs_access.at_home)
    await town.do(stage.helper, pairs_goals.say, stage.pair, "买了小猪")
    await town.do(stage.helper, visits_log.log, stage.pair, 0, Report("came", "well"))
    town.passes(days=13)
    for step in (visits.remind_one, visits.miss_one):
        await _few(town, step)
    async with town.begin() as tx:
        await stored_visits.made_by(tx, stage.helper)
        missed = await stored_visits.missed(tx, stage.pair)
        assert missed is not None
    await town.do(stage.second, visits.take, stage.pair, missed.id)
    async with town.begin() as tx:
        await stored_pairs.of_asked_second(tx, stage.second)
    await town.do(stage.officer, pairs_handover.offer, stage.pair, volunteer, "耳朵背")
    await town.do(other, pairs_handover.take_over, stage.pair)
    await town.do(other, pairs_changes.pause, stage.pair, "away", None)
    async with town.begin() as tx:
        await pairs_handover.helper_gone(tx, other, stage.center)


async def noticing(town: Town) -> None:
    """A notice to everybody at the center: written, spooled, paused, going on, looked at, corrected, stopped,
    withdrawn."""
    director = await town.settle("周主任", "director")
    unit_id = (await town.do(director, notice_access.places))[0].id
    await town.do(director, notice_writing.look_ahead, unit_id, notice_writing.words_only("明天停水"))
    some = notice_writing.words_only("明天停水").model_copy(update={"audience": Audience(tags=("独居",))})
    await town.do(director, notice_writing.look_ahead, unit_id, some)
    async with town.begin() as tx:
        await notice_options.options(tx, await maqu(tx), "tag")
    notice = await town.do(director, notice_writing.announce, unit_id, "明天停水")
    await town.do(director, notice_reading.read, notice.id, "")
    for way in (notices.pause, notices.resume):
        for step in ticks.EVERY_SECOND:
            await _few(town, step)
        await town.do(director, way, notice.id)
        await town.do(director, notices.one, notice.id)
        await town.do(director, notices.shown_to, notice.id)
        town.passes(seconds=30)
    async with town.begin() as tx:
        await notices.open_for(tx, await town.account(tx, director))
        held = await stored_notices.held(tx, [notice.id])
        await stored_notices.is_waiting(tx, notice.id)
        await outbox.waiting_ids(tx, Lane.BROADCAST, 100, but=[*held, 1])
    await on_the_board(town, director, notice.id)
    for step in ticks.EVERY_SECOND:
        await _few(town, step)
    await town.do(director, notice_reading.read, notice.id, "")
    await town.do(director, notices.pause, notice.id)
    await town.do(director, notice_changes.correct, notice.id, "后天停水", {})
    await town.do(director, notices.stop, notice.id)
    for step in ticks.EVERY_SECOND:
        await _few(town, step)
    await town.do(director, notice_changes.append, notice.id, "几点？", "九点。")
    await town.do(director, notice_withdrawing.withdraw, notice.id)
    for step in ticks.EVERY_SECOND:
        await _few(town, step)
    await announcing(town)
    await calling_the_roll(town, director, unit_id)
    few = said_of("outage").model_copy(update={"audience": Audience(roles=("director",))})
    await town.do(director, notice_writing.submit, unit_id, few)
    await drained(town, spooling.spool_one)
    town.passes(seconds=30)
    await drained(town, progress.report_one)
    await going_to_doors(town, director, unit_id)
    await _until_all_have_it(town)


async def on_the_board(town: Town, director: int, notice_id: int) -> None:
    """It is read and found on the board, asked about, the answer added to it; what is due is looked at."""
    villager = await town.settle("何秀兰")
    async with town.begin() as tx:
        reader = await town.account(tx, villager)
        here = await notice_board.place(tx, reader)
        await notice_board.beginnings(tx, await notice_board.posted(tx, reader, here))
        await notice_board.find(tx, reader, here, "停水", {})
    await town.do(villager, notice_board.opened, notice_id)
    await town.do(villager, notice_board.to_join, notice_id)
    await town.do(villager, notice_questions.begin, notice_id)
    request_id = await town.ask(villager, "village-affairs", "几点来水？", notice_id=notice_id)
    member = await town.settle("郑委员", "committee")
    await town.do(member, handling.take, request_id)
    await town.do(member, thread.speak, request_id, [town.says("十一点")])
    await town.do(member, handling.finish, request_id)
    await town.do(director, notice_questions.share, request_id, "几点来水？", "十一点")
    await town.do(villager, notice_board.before, notice_id)
    for step in (*ticks.EVERY_SECOND, disclosure.begin_one, disclosure.remind_one):
        await _few(town, step)
    await town.do(villager, disclosure.at_center)
    await town.do(director, disclosure.settle, here.id, "finance", "month")
    async with town.begin() as tx:
        await disclosure.late_below(tx, await units.unit_of(tx, here.parent_id or here.id))


async def calling_the_roll(town: Town, director: int, unit_id: int) -> None:
    """A flood: everybody is asked, somebody is safe, somebody needs help, somebody knocks."""
    await town.enrol("何大爷", phone="13900000009")
    safe, asker = await town.settle("何大爷"), await town.settle("王秀英")
    await town.do(safe, people.share_phone, "13900000009")
    meant = Wanted(unit_id, "flood", {"zh-Hans": "发大水了！"}, "zh-Hans")
    await town.do(director, rollcall_start.look, meant)
    (call,) = await town.do(director, rollcall_start.start, meant)
    await town.do(safe, rollcall.answer, call.notice_id, "safe")
    for said in ("help", "safe", "away"):
        await town.do(asker, rollcall.answer, call.notice_id, said)
    await town.do(asker, rollcall.where, call.notice_id, "在县城")
    await town.do(asker, rollcall.acted_for, call.notice_id)
    async with town.begin() as tx:
        home = (await rollcall_answers.home(tx, unit_id, safe)).household_id or 0
        tx.session.add(
            NoticeDoor(notice_id=call.notice_id, household_id=home, state="taken", keeper_id=asker)
        )
    await town.do(asker, rollcall.found, call.notice_id, home, "help")
    await _until_all_have_it(town)
    town.passes(seconds=10)
    for step in ticks.EVERY_SECOND:
        await _few(town, step)
    await town.do(director, rollcall_lists.helping, unit_id, 0)
    await town.do(director, rollcall_lists.silent, unit_id, 0)
    await town.do(director, rollcall_report.running)
    await town.do(director, rollcall_report.end, unit_id)
    await town.do(director, rollcall_report.kept)
    await town.do(asker, rollcall.answer, call.notice_id, "help")


def said_of(kind: str) -> Announcement:
    """A notice of a kind to everybody."""
    return Announcement(body=Body(contents=(Content(text="明天停电"),)), kind=kind)


async def drained(town: Town, step: Callable[[Tx], Awaitable[bool]]) -> None:
    """Let the clock do one thing until nothing of it is due."""
    while True:
        async with town.begin() as tx:
            if not await step(tx):
                return


async def going_to_doors(town: Town, director: int, unit_id: int) -> None:
    """Who has not read it is told at the door, by somebody who agreed, by a relative, or by the director."""
    await town.enrol("陈三妹", phone="13900000003")
    committee, daughter = await town.settle("郑委员", "committee"), await town.settle("陈小妹")
    await town.enrol("陈五婶", phone="13900000005")
    home = await town.settle("陈五婶")
    await town.do(home, people.share_phone, "13900000005")
    mother = await town.enrol("陈六婆")
    async with town.begin() as tx:
        await notice_options.options(tx, await maqu(tx), "tag")
        about = {"center_id": unit_id, "proxy_id": daughter, "person_id": mother, "person_name": "陈六婆"}
        how = {"kind": "child", "state": "confirmed", "confirmed_by": "person", "created_at": tx.now}
        await stored_proxies.add(tx, ProxyRelation(**about, **how))
    notice = await town.do(director, notice_writing.submit, unit_id, said_of("outage"))
    await town.do(daughter, notice_reading.read, notice.id, "")
    town.passes(hours=2)
    for step in (notice_doors.open_one, notice_doors.share_one):
        await _few(town, step)
    await town.do(committee, notice_walks.agree, notice.id)
    _, homes, _ = await town.do(committee, notice_walks.listed, notice.id)
    first, second, *_ = [one.door.household_id for one in homes]
    await town.do(home, notice_reading.read, notice.id, "")
    await town.do(committee, notice_walks.look, notice.id, first)
    await town.do(committee, notice_walks.told_somebody, notice.id, first, "陈三妹")
    await town.do(committee, notice_walks.nobody, notice.id, second)
    town.passes(hours=3)
    await _few(town, notice_doors.go_again_one)
    await town.do(committee, notice_walks.give_back, notice.id)
    await town.do(director, notice_left.chart, notice.id)
    _, _, groups = await town.do(director, notice_left.groups, notice.id)
    await town.do(director, notice_left.missing, notice.id, unit_id, groups[0].village_id)
    await town.do(director, notice_walks.take, notice.id, unit_id, groups[0].village_id)
    await town.do(director, notices.shown_to, notice.id)


async def _until_all_have_it(town: Town) -> None:
    """Notices and roll calls go out, until nobody is left who has not got them."""
    while True:
        async with town.begin() as tx:
            did = await spooling.spool_one(tx)
            lanes = (Lane.URGENT, Lane.BROADCAST)
            ids = [one for lane in lanes for one in await outbox.waiting_ids(tx, lane, 40)]
            await outbox.mark(tx, [{"id": one, "state": "sent"} for one in ids])
            if not did and not ids:
                return


async def helping(town: Town) -> None:
    """Somebody offers help and is taken on, is asked for a task, goes there, and had to buy something."""
    officer, grandma = await town.settle("陈芳", "assistance"), await town.settle("王秀英")
    li, other = await town.settle("李强"), await town.settle("王海")
    center_id = (await town.do(li, _current)).id
    for who in (li, other):
        row = await town.do(who, volunteers.offer, center_id, Profile(skills=("cook",)))
        await town.do(officer, volunteers.step, row.id, VolunteerStep.ACCEPT)
    await town.do(officer, association.overview)
    await town.do(officer, association.unserved, 0)
    await town.do(officer, association.free_on, WEDNESDAY)
    request_id = await town.ask(grandma)
    await town.do(officer, handling.take, request_id)
    when = When(WEDNESDAY, Part.MORNING)
    task = await town.do(officer, tasks.offer, request_id, when, seats=2, skill="cook")
    await town.do(officer, tasks.open_for, request_id)
    await town.do(other, seats.refuse, task.id)
    seat = await town.do(li, seats.accept, task.id)
    await town.do(li, seats.mine)
    for state in (Seat.ON_WAY, Seat.THERE):
        await town.do(li, seats.move, seat.id, state)
        await town.do(li, seats.show, seat.id)
    await town.do(li, seats.move, seat.id, Seat.DONE)
    await town.do(li, seats.leave_note, seat.id, "狗拴着")
    row = await town.do(li, volunteers.own)
    async with town.begin() as tx:
        assert row is not None
        await volunteers.history(tx, row)
        await stored_volunteers.anywhere(tx, li)
        await stored_volunteers.count(tx, center_id, "active")
        await stored_tasks.last_asked(tx, [li, other])
        await stored_expenses.waiting(tx, [center_id], limit=5)
        await stored_expenses.count(tx, [center_id])
    expense = await town.do(li, expenses.ask, seat.id, 1250, "灯泡", None)
    await town.do(officer, expenses.decide, expense.id, approved=True)


async def matching_many(town: Town) -> None:
    """A plan for whoever has no helper is asked for, made, mended, made again, approved, and carried out."""
    officer = await town.settle("陈芳", "assistance")
    await town.do(officer, matching.choices)
    plan = await town.do(officer, matching.ask, None, "care", "monthly")
    await _few(town, matching.go_on_one)
    plan = await town.do(officer, matching.one, plan.id)
    if plan.matches:
        await town.do(officer, matching.mend, plan.id, plan.matches[0][0], keep=True)
        await town.do(officer, matching.again, plan.id)
        await _few(town, matching.go_on_one)
    await town.do(officer, matching.approve, plan.id)
    await _few(town, matching.go_on_one)
    town.passes(days=366)
    await _few(town, matching.go_on_one)


async def _current(tx: Tx, account: Account) -> OrgUnit:
    return await people.center(tx, account.current_center_id or 0)


async def passing_files_on(town: Town) -> None:
    """One bot asks another for a file, gets it, and sends it."""
    async with town.begin() as tx:
        copy = await media.wanted(tx, tx.bot_id, "another bot's name for it")
        asked = await media.asked_of(tx, but=[404])
        assert copy in asked
        await media.fill(tx, copy.id, b"a picture", "a.jpg")
        await media.settled(tx, [copy.id])
        await media.copy(tx, copy.id)
        await media.data(tx, copy.id)
        await media.used(tx, copy.id, "its own name")
        await outbox.still_waiting(tx, list(range(50)))


async def telling(town: Town) -> None:
    """The delivery loop's and the update loop's own."""
    asker = await town.settle("何芳")
    request_id = await town.ask(asker)
    async with town.begin() as tx:
        for lane in Lane:
            await outbox.waiting_ids(tx, lane, 100)
        ids = await outbox.waiting_ids(tx, Lane.NOTIFICATION, 5)
        row, *_ = await outbox.rows(tx, ids)
        await outbox.next_due(tx)
        await outbox.sent_with_key(tx, row.chat_id, row.key or "", before_id=row.id)
        await outbox.last_change(tx, row.chat_id, f"card:{request_id}")
        sent = {"state": "sent", "message_id": 9, "sent_at": tx.now}
        await outbox.mark(tx, [{"id": row.id, **sent}])
        await outbox.request_of_message(tx, row.chat_id, 9)
        await recall.about_request(tx, asker, request_id)
        await outbox.counts(tx)
        await updates.seen(tx, list(range(100)))
        await updates.mark_seen(tx, list(range(100)))
        updates.quarantine(tx, update_id=1, stage="parse", error="?", body={})
        await updates.failed_count(tx)


async def the_clock(town: Town) -> None:
    """Days pass; of everything that is due a few come to pass, the first first."""
    for time in ({"minutes": 10}, {"days": 1}, {"days": 5}, {"days": 200}):
        town.passes(**time)
        for step in (*ticks.EVERY_SECOND, *ticks.OFTEN, *ticks.EVERY_MINUTE, *ticks.EVERY_HOUR):
            await _few(town, step)


async def _few(town: Town, step: Callable[[Tx], Awaitable[bool]]) -> None:
    for _ in range(3):
        async with town.begin() as tx:
            if not await step(tx):
                return
