"""Writing, signing and reading notices: who may, what is refused, and what is counted once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from domain.announcing import Announcement, Audience, Body, Question
from domain.messages import Content
from domain.notices import LONGEST
from services import (
    notice_access,
    notice_drafts,
    notice_reading,
    notice_release,
    notice_writing,
    resting,
    roles,
    spooling,
)
from services.errors import NotFoundError
from services.notice_writing import FURTHEST
from storage import notice_readers, notice_versions, people
from storage.notice_drafts import NoticeDraft
from storage.people import Membership
from tests.services.steps import refused
from tests.services.test_notices import kept, report, rows, spool, unit_id
from tests.services.town import Town

WORDS = Body(contents=(Content(text="明天停水"),))


def said(**more: Any) -> Announcement:
    """A notice of these words."""
    return Announcement.model_validate({"body": WORDS, **more})


async def submit(town: Town, author: int, code: str = "maqu", **more: Any) -> Any:
    """Have it sent; the notice, or the draft that waits."""
    return await town.do(author, notice_writing.submit, await unit_id(town, code), said(**more))


async def at_home(town: Town, account: int, person_id: int) -> int:
    """Tie an account to a person of the roster; the household."""
    async with town.begin() as tx:
        person = await people.person(tx, person_id)
        assert person is not None
        member = await tx.session.get_one(Membership, (account, person.center_id))
        member.person_id = person.id
        return person.household_id


async def draft_of(town: Town, draft_id: int) -> NoticeDraft:
    """A draft as it is kept."""
    async with town.begin() as tx:
        return await tx.session.get_one(NoticeDraft, draft_id)


async def test_notices_are_numbered_by_unit_and_year(town: Town) -> None:
    author, other = (
        await town.settle("主任", "director"),
        await town.settle("他", "director", center="dongxing", village=None),
    )
    assert [(await submit(town, author)).number for _ in range(2)] == ["2026-001", "2026-002"]
    assert (await submit(town, other, "dongxing")).number == "2026-001"
    town.now = town.now.replace(year=2026, month=12, day=31, hour=15, minute=59)
    assert (await submit(town, author)).number == "2026-003"
    town.passes(minutes=1)
    assert (await submit(town, author)).number == "2027-001", "midnight is where the village is"


async def test_the_first_version_is_kept(any_town: Town) -> None:
    author = await any_town.settle("主任", "director")
    notice = await submit(any_town, author)
    async with any_town.begin() as tx:
        (version,) = await notice_versions.of_notice(tx, notice.id)
    assert (version.version, version.why, version.by_id, version.said) == (1, "written", author, WORDS)


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"body": Body(contents=(Content(kind="photo", text="字" * (LONGEST + 1)),))}, "notice-long"),
        ({"send_at": timedelta()}, "notice-when-past"),
        ({"send_at": FURTHEST}, "notice-when-far"),
        ({"audience": Audience(villages=(10**6,))}, "notice-no-village"),
        ({"kind": "finance"}, "notice-nobody-signs"),
    ],
)
async def test_what_cannot_be_sent_like_that_is_refused(town: Town, more: dict[str, Any], why: str) -> None:
    author, unit = await town.settle("主任", "director"), await unit_id(town, "maqu")
    if isinstance(more.get("send_at"), timedelta):
        more = {"send_at": town.now + more["send_at"]}
    assert await refused(town, author, notice_writing.submit, unit, said(**more)) == why
    assert not await rows(town)


async def test_a_notice_can_be_written_for_the_last_moment_that_is_allowed(town: Town) -> None:
    author = await town.settle("主任", "director")
    draft = await submit(town, author, send_at=town.now + FURTHEST - timedelta(seconds=1))
    assert draft.state == "scheduled"
    assert (await submit(town, author, send_at=town.now + timedelta(microseconds=1))).state == "scheduled"


async def test_money_is_signed_by_whoever_else_writes_there_or_by_the_office_above(any_town: Town) -> None:
    town = any_town
    author, villager = await town.settle("主任", "director"), await town.settle("村民")
    mayor, far = (
        await town.settle("乡长", "township"),
        await town.settle("他", "director", center="dongxing", village=None),
    )
    draft = await submit(town, author, kind="finance")
    assert draft.state == "signing" and "要您签字" in town.last(mayor).words
    for who, why in ((author, "notice-own-signature"), (villager, "not-found"), (far, "not-found")):
        assert await refused(town, who, notice_release.sign, draft.id) == why
    deputy = await town.settle("副主任", "deputy")
    signed = await town.do(deputy, notice_release.sign, draft.id)
    assert signed.state == "sent" and signed.notice_id is not None
    notice = await kept(town, signed.notice_id)
    assert (notice.kind, notice.author_id, notice.signed_by_id) == ("finance", author, deputy)
    assert await refused(town, mayor, notice_release.sign, draft.id) == "already-answered"


async def test_whoever_lost_the_role_meanwhile_sends_nothing(town: Town) -> None:
    author, director = await town.settle("委员", "committee"), await town.settle("主任", "director")
    draft = await submit(town, author, kind="aid")
    later = await submit(town, author, send_at=town.now + timedelta(hours=1))
    async with town.begin() as tx:
        grant = (await town.account(tx, author)).grants[0]
        await roles.revoke(tx, await town.account(tx, director), grant.id)
    assert await refused(town, director, notice_release.sign, draft.id) == "notice-author-gone"
    town.passes(hours=1)
    async with town.begin() as tx:
        assert await notice_release.send_one(tx)
        assert not await notice_release.send_one(tx)
    assert (await draft_of(town, later.id)).state == "signing", "somebody who may has to look at it"
    assert "要您签字" in town.last(director).words


async def test_what_waits_can_be_sent_at_once_or_not_at_all(town: Town) -> None:
    author, villager = await town.settle("主任", "director"), await town.settle("村民")
    soon = {"send_at": town.now + timedelta(hours=1)}
    first, second = await submit(town, author, **soon), await submit(town, author, **soon)
    for use_case in (notice_release.send_now, notice_drafts.drop):
        assert await refused(town, villager, use_case, first.id) == "not-found"
    assert (await town.do(author, notice_release.send_now, first.id)).state == "sent"
    assert (await town.do(author, notice_drafts.drop, second.id)).state == "dropped"
    assert await refused(town, author, notice_drafts.drop, second.id) == "already-answered"
    assert await refused(town, author, notice_release.send_now, second.id) == "already-answered"
    town.passes(hours=2)
    async with town.begin() as tx:
        assert not await notice_release.send_one(tx)


async def test_a_notice_is_sent_once_at_its_time(any_town: Town) -> None:
    town = any_town
    author = await town.settle("主任", "director")
    draft = await submit(town, author, send_at=town.now + timedelta(hours=1))
    town.passes(minutes=59, seconds=59)
    async with town.begin() as tx:
        assert not await notice_release.send_one(tx)
    town.passes(seconds=1)
    for expected in (True, False):
        async with town.begin() as tx:
            assert await notice_release.send_one(tx) is expected
    assert (await draft_of(town, draft.id)).state == "sent"


async def test_only_those_it_is_for_get_a_row_and_every_message_has_one(any_town: Town) -> None:
    town = any_town
    author = await town.settle("主任", "director", village="下马曲")
    upper, spared = await town.settle("村民"), await town.settle("不要的人")
    await town.do(spared, notice_reading.mute, "meeting", on=True)
    async with town.begin() as tx:
        unit = (await notice_access.places(tx, await town.account(tx, author)))[0]
        villages = {one.name: one.id for one in await notice_writing.units.villages(tx, unit.id)}
    body = Body(contents=(Content(text="开会"), Content(kind="voice", file_id="v")))
    notice = await submit(
        town, author, kind="meeting", body=body, audience=Audience(villages=(villages["上马曲"],))
    )
    assert notice.total == 1
    await spool(town)
    assert [(row.account_id, row.key) for row in await rows(town)] == [
        (upper, f"notice-text:{notice.id}"),
        (upper, f"notice-text:{notice.id}:1"),
    ]
    assert await refused(town, author, notice_reading.read, notice.id, "") == "not-found"
    await town.do(spared, notice_reading.read, notice.id, "")


async def test_one_member_who_reads_it_has_reached_the_household(any_town: Town) -> None:
    town = any_town
    author = await town.settle("主任", "director")
    mother, son, alone = [await town.settle(name) for name in ("妈", "儿", "独")]
    family = await town.enrol("妈")
    await at_home(town, mother, family)
    await at_home(town, son, family)
    await town.enrol("没手机的")
    notice = await submit(town, author, body=Body(contents=WORDS.contents, question=Question(kind="come")))
    assert notice.households == 2
    for who, answer in ((mother, "yes"), (son, "no"), (mother, "maybe"), (alone, "yes")):
        await town.do(who, notice_reading.read, notice.id, answer)
    async with town.begin() as tx:
        assert await notice_readers.count_reached(tx, notice.id) == 1
        assert await notice_readers.count_readers(tx, notice.id) == 3
        assert await notice_readers.answers(tx, notice.id) == {"no": 1, "maybe": 1, "yes": 1}
    town.passes(seconds=5)
    assert await report(town)
    assert "知道了 1 户，一共 2 户" in town.last(author).words


@pytest.mark.parametrize("answer", ["", "perhaps", "safe"])
async def test_an_answer_that_was_not_asked_for_counts_for_nothing(town: Town, answer: str) -> None:
    author, villager = await town.settle("主任", "director"), await town.settle("村民")
    notice = await submit(town, author, body=Body(contents=WORDS.contents, question=Question(kind="yesno")))
    assert await refused(town, villager, notice_reading.read, notice.id, answer) == "not-found"
    stranger = await town.settle("别处的人", center="dongxing", village=None)
    assert await refused(town, stranger, notice_reading.read, notice.id, "yes") == "not-found"
    town.passes(seconds=1)
    late = await town.settle("后来的人")
    assert await refused(town, late, notice_reading.read, notice.id, "yes") == "not-found"
    assert await refused(town, villager, notice_reading.read, 10**9, "yes") == "not-found"
    async with town.begin() as tx:
        assert await notice_readers.count_readers(tx, notice.id) == 0


async def test_what_can_wait_rests_at_night_and_goes_on_by_itself(any_town: Town) -> None:
    town = any_town
    author = await town.settle("主任", "director")
    running, urgent = await submit(town, author), await submit(town, author, kind="disaster")
    town.now = town.now.replace(hour=13, minute=59)
    async with town.begin() as tx:
        assert not await resting.hush_one(tx)
    town.passes(minutes=1)
    async with town.begin() as tx:
        assert await resting.hush_one(tx) and not await resting.hush_one(tx)
    assert [(await kept(town, one.id)).state for one in (running, urgent)] == ["paused", "running"]
    asleep = await submit(town, author)
    assert asleep.state == "paused" and asleep.rests_until == town.now + timedelta(hours=9)
    async with town.begin() as tx:
        while await spooling.spool_one(tx):
            pass
    assert {row.notice_id for row in await rows(town)} == {urgent.id}
    town.passes(hours=9)
    async with town.begin() as tx:
        assert await resting.wake_one(tx) and await resting.wake_one(tx) and not await resting.wake_one(tx)
    assert (await kept(town, running.id)).state == (await kept(town, asleep.id)).state == "running"


async def test_a_kind_that_reaches_everybody_cannot_be_done_without(town: Town) -> None:
    who = await town.settle("村民")
    for kind in ("disaster", "gossip"):
        with pytest.raises(NotFoundError):
            await town.do(who, notice_reading.mute, kind, on=True)
    await town.do(who, notice_reading.mute, "market", on=True)
    wishes = dict(await town.do(who, notice_reading.wishes))
    assert wishes.pop("market") is False and all(wishes.values()) and "disaster" not in wishes
