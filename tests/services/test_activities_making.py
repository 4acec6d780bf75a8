"""Making an activity and announcing it: who may, whom it reaches, and what becomes of the notice."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.seed import settle
from domain.activities import FURTHEST, ForWhom, Plan, Session
from domain.messages import Content
from services import (
    activities,
    activity_access,
    activity_announcing,
    activity_changes,
    notice_changes,
    notice_reading,
    notice_withdrawing,
    signups,
    spooling,
)
from services import notices as steering
from services.errors import NotFoundError
from storage import activities as stored
from storage import notices, people
from storage.activities import Activity
from storage.notices import Notice
from tests.services.activities import course, made, slot_of, standings
from tests.services.steps import family, refused
from tests.services.test_notices import unit_id
from tests.services.town import Town

WORDS = {"zh-Hans": "果树嫁接", "zh-Hant": "果樹嫁接", "en": "Grafting"}
PHOTO = Content(kind="photo", file_id="1", text="随便写的", group="7")


async def officer_of(town: Town, role: str = "training") -> int:
    """Somebody who makes activities."""
    return await town.settle("培训员", role)


async def publish(town: Town, officer: int, plan: Plan, *, tell: bool = True) -> int:
    """Make it, and tell people of it; its id."""
    here = await unit_id(town, "maqu")
    return (await town.do(officer, activity_announcing.publish, here, plan, WORDS, tell=tell)).id


async def kept(town: Town, activity_id: int) -> tuple[Activity, Notice | None]:
    """It as it is kept, and its notice."""
    async with town.begin() as tx:
        found = await stored.one(tx, activity_id)
        assert found is not None
        return found, await notices.one(tx, found.notice_id) if found.notice_id else None


async def spool(town: Town) -> None:
    """Let the notice go out."""
    for _ in range(9):
        async with town.begin() as tx:
            if not await spooling.spool_one(tx):
                return


# Who makes what


@pytest.mark.parametrize(
    ("role", "kinds"),
    [
        ("training", ["course", "event", "loan"]),
        ("culture", ["course", "event", "venue", "loan"]),
        ("doctor", ["clinic", "checkup"]),
        ("environment", ["cleanup"]),
        ("committee", []),
    ],
)
async def test_officers_make_what_is_theirs(town: Town, role: str, kinds: list[str]) -> None:
    officer, here = await officer_of(town, role), await unit_id(town, "maqu")
    async with town.begin() as tx:
        account = await town.account(tx, officer)
        assert [kind for _, kind in await activity_access.choices(tx, account)] == kinds
        assert activity_access.makes_for(account) == ([here] if kinds else [])


async def test_who_makes_them_at_two_centers_begins_with_the_one_they_are_at(town: Town) -> None:
    officer = await officer_of(town)
    first, second = await unit_id(town, "maqu"), await unit_id(town, "dongxing")
    async with town.begin() as tx:
        await settle(tx, officer, center="dongxing", name="培训员", roles_held=("doctor",))
        account = await town.account(tx, officer)
        account.current_center_id = second
    async with town.begin() as tx:
        account = await town.account(tx, officer)
        assert activity_access.makes_for(account) == [second, first]
        found = [(place.id, kind) for place, kind in await activity_access.choices(tx, account)]
        assert found[:2] == [(second, "clinic"), (second, "checkup")] and found[2] == (first, "course")


# When it can be


@pytest.mark.parametrize(
    ("after", "reason"),
    [
        (timedelta(), "activity-past"),
        (timedelta(seconds=1), None),
        (FURTHEST, None),
        (FURTHEST + timedelta(seconds=1), "activity-far"),
    ],
)
async def test_it_is_still_to_come_and_within_half_a_year(
    town: Town, after: timedelta, reason: str | None
) -> None:
    officer, here = await officer_of(town), await unit_id(town, "maqu")
    begins = town.now + after
    plan = course(town, sessions=1).model_copy(
        update={"sessions": (Session(starts_at=begins, ends_at=begins + timedelta(hours=1)),)}
    )
    if reason is None:
        await town.do(officer, activities.create, here, plan)
    else:
        assert await refused(town, officer, activities.create, here, plan) == reason
        assert await refused(town, officer, activity_announcing.look_ahead, here, plan, WORDS) == reason


@pytest.mark.parametrize("kind", ["clinic", "cleanup", "checkup"])
async def test_a_kind_that_is_not_theirs_is_not_found(town: Town, kind: str) -> None:
    officer, here = await officer_of(town), await unit_id(town, "maqu")
    plan = course(town, kind=kind)
    for use_case in (activities.create, activity_announcing.look_ahead):
        more: tuple[Any, ...] = (WORDS,) if use_case is activity_announcing.look_ahead else ()
        with pytest.raises(NotFoundError):
            await town.do(officer, use_case, here, plan, *more)


async def test_it_is_for_natural_villages_of_its_own_center(town: Town) -> None:
    officer, here = await officer_of(town), await unit_id(town, "maqu")
    plan = course(town, whom=ForWhom(villages=(10**6,)))
    assert await refused(town, officer, activities.create, here, plan) == "not-found"
    activity_id = await made(town, officer, course(town))
    moved = (await kept(town, activity_id))[0].planned.model_copy(update={"whom": plan.whom})
    assert await refused(town, officer, activity_changes.change, activity_id, moved, 1, WORDS) == "not-found"


# Announcing it


async def test_it_is_told_to_those_who_can_sign_up_and_the_look_says_how_many(town: Town) -> None:
    officer, here = await officer_of(town), await unit_id(town, "maqu")
    man, woman = await family(town, "张三", "李四")
    async with town.begin() as tx:
        for account, sex in ((man, "m"), (woman, "f")):
            member = (await people.members(tx, here, [account]))[account]
            person = await people.person(tx, member.person_id or 0)
            assert person is not None
            person.sex = sex
    plan = course(town, whom=ForWhom(sex="f"))
    ahead = await town.do(officer, activity_announcing.look_ahead, here, plan, WORDS)
    assert (ahead.households, ahead.people, ahead.spared, ahead.waits) == (1, 2, 0, None)
    await publish(town, officer, plan)
    await spool(town)
    assert "果树嫁接" in town.heard(woman) and "果树嫁接" in town.heard(officer)
    assert not town.told[man]


async def test_the_notice_has_its_buttons_its_picture_and_every_language(town: Town) -> None:
    officer = await officer_of(town)
    activity, notice = await kept(town, await publish(town, officer, course(town, picture=PHOTO)))
    assert notice is not None and notice.kind == "activity" and not notice.urgent
    (content,) = notice.said.contents
    assert (content.kind, content.text, content.group) == ("photo", "果树嫁接", None)
    assert notice.said.translations == {"zh-Hant": "果樹嫁接", "en": "Grafting"}
    await spool(town)
    arrived = next(one for one in town.told[officer] if one.row.key == f"notice-text:{notice.id}")
    assert arrived.taps[:2] == [f"act|sign|{activity.id}", f"act|open|{activity.id}"]


async def test_whoever_wants_no_such_notices_is_spared(town: Town) -> None:
    officer, spared = await officer_of(town), await town.settle("不想听的")
    await town.do(spared, notice_reading.mute, "activity", on=True)
    here = await unit_id(town, "maqu")
    ahead = await town.do(officer, activity_announcing.look_ahead, here, course(town), WORDS)
    assert (ahead.people, ahead.spared) == (1, 1)
    await publish(town, officer, course(town))
    await spool(town)
    assert not town.told[spared]


async def test_at_night_it_waits_for_the_morning(town: Town) -> None:
    officer, here = await officer_of(town), await unit_id(town, "maqu")
    town.passes(hours=12, seconds=-1)  # a second before ten in the evening
    assert (await town.do(officer, activity_announcing.look_ahead, here, course(town), WORDS)).waits is None
    town.passes(seconds=1)
    morning = town.now + timedelta(hours=9)
    assert (
        await town.do(officer, activity_announcing.look_ahead, here, course(town), WORDS)
    ).waits == morning
    _, notice = await kept(town, await publish(town, officer, course(town)))
    assert notice is not None and notice.rests_until == morning


async def test_made_quietly_it_can_be_told_once(town: Town) -> None:
    officer, other = await officer_of(town), await town.settle("文化员", "culture")
    activity_id = await publish(town, officer, course(town), tell=False)
    assert (await kept(town, activity_id))[1] is None
    nosy = await town.settle("路人")
    for use_case in (activity_announcing.look_again, activity_announcing.announce):
        assert await refused(town, nosy, use_case, activity_id, WORDS) == "not-found"
    await town.do(other, activity_announcing.announce, activity_id, WORDS)
    for use_case in (activity_announcing.look_again, activity_announcing.announce):
        assert await refused(town, officer, use_case, activity_id, WORDS) == "activity-told-already"


async def test_words_that_are_too_long_for_a_notice_are_said_before(town: Town) -> None:
    officer, here = await officer_of(town), await unit_id(town, "maqu")
    long = dict.fromkeys(WORDS, "字" * 3501)
    plan = course(town)
    assert await refused(town, officer, activity_announcing.look_ahead, here, plan, long) == "notice-long"
    await town.do(officer, activity_announcing.look_ahead, here, plan, dict.fromkeys(WORDS, "字" * 3500))


# What becomes of the notice


async def test_its_maker_steers_the_notice_but_does_not_reword_it(town: Town) -> None:
    officer, nosy = await officer_of(town), await town.settle("医生", "doctor")
    _, notice = await kept(town, await publish(town, officer, course(town)))
    assert notice is not None
    await town.do(officer, steering.pause, notice.id)
    await town.do(officer, steering.resume, notice.id)
    why = await refused(town, officer, notice_changes.correct, notice.id, "别的", {})
    assert why == "activity-notice-follows"
    assert await refused(town, nosy, steering.pause, notice.id) == "not-found"
    await town.do(officer, notice_withdrawing.withdraw, notice.id)


async def test_it_says_what_the_activity_has_become_and_a_withdrawn_one_stays_withdrawn(town: Town) -> None:
    officer = await officer_of(town)
    activity_id = await publish(town, officer, course(town))
    activity, _ = await kept(town, activity_id)
    plan = activity.planned.model_copy(update={"place": "果园"})
    now = {"zh-Hans": "在果园", "zh-Hant": "在果園", "en": "In the orchard"}
    await town.do(officer, activity_changes.change, activity_id, plan, 1, now)
    _, notice = await kept(town, activity_id)
    assert notice is not None and notice.version == 2 and notice.said.activity == activity_id
    assert (notice.said.words, notice.said.translations["en"]) == ("在果园", "In the orchard")
    await town.do(officer, notice_withdrawing.withdraw, notice.id)
    again = plan.model_copy(update={"place": "村部"})
    await town.do(officer, activity_changes.change, activity_id, again, 2, WORDS)
    _, notice = await kept(town, activity_id)
    assert notice is not None and notice.withdrawn_at is not None and notice.said.words == "在果园"


@pytest.mark.parametrize(
    ("picture", "length", "left"), [(None, 900, 900), (PHOTO, 800, 800), (PHOTO, 801, 800)]
)
async def test_below_a_picture_there_is_room_for_so_much_only(
    town: Town, picture: Content | None, length: int, left: int
) -> None:
    officer = await officer_of(town)
    activity_id = await publish(town, officer, course(town, picture=picture))
    plan = (await kept(town, activity_id))[0].planned.model_copy(update={"place": "果园"})
    await town.do(officer, activity_changes.change, activity_id, plan, 1, dict.fromkeys(WORDS, "字" * length))
    _, notice = await kept(town, activity_id)
    assert notice is not None and len(notice.said.words) == left
    assert notice.said.words.endswith("…") is (left < length)


# When it is over


async def test_it_is_over_when_all_of_it_is_and_who_still_waits_is_let_go(any_town: Town) -> None:
    town = any_town
    officer = await officer_of(town)
    activity_id = await made(town, officer, course(town, seats=1, sessions=2))
    later = await made(town, officer, course(town, days=9))
    slot_id = await slot_of(town, activity_id)
    for name in ("甲", "乙"):
        await town.do(await town.settle(name), signups.sign_up, slot_id)
    town.passes(days=4, hours=2, seconds=-1)
    assert not await _ended(town)
    town.passes(seconds=1)
    assert await _ended(town) and not await _ended(town)
    assert (await kept(town, activity_id))[0].state == "over"
    assert (await kept(town, later))[0].state == "open"
    assert await standings(town, slot_id) == {"seated": ["甲"], "offered": [], "waiting": []}


async def _ended(town: Town) -> bool:
    async with town.begin() as tx:
        return await activities.end_one(tx)


async def test_what_is_lent_has_no_end(town: Town) -> None:
    officer = await officer_of(town)
    lent = Plan(kind="loan", title="喷雾器", seats=2)
    await made(town, officer, lent)
    town.passes(days=999)
    assert not await _ended(town)
