"""The longest that anybody may write, and as many people as a village has: each screen fits a message."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest

from domain.activities import LONGEST_LINE, LONGEST_TITLE, Plan
from domain.activitytaps import ActivityDo, ActivityMake, SignupDo
from domain.attendance import LONGEST_REMARK
from domain.attendancetaps import ActivityDay, SessionDay
from domain.listtaps import ListDo, ListPerson, ListShow
from domain.tap import Tap
from domain.taps import Go
from services import activity_changes, signups
from simulator.person import Person as Someone
from storage import activities
from storage.activity_wishes import ActivityWish
from storage.attendance import Attendance
from storage.signups import Signup
from tests.stories.conftest import Village
from tests.stories.signing import ASIDE, MOST, grafting, make, slot_id
from tests.stories.test_forged_taps import does

LIMIT = 4096
"""Characters of a message; what is longer is cut, and ends like this."""
CUT = "…"
LONGEST_LABEL = 60
"""Characters of a button; a phone shows two lines of it."""
NAME = "欧阳" * 10
CROWD, SAID, WISHED, CHANGES = 500, 30, 100, 12


def longest(plan: Plan, mark: str = "一") -> Plan:
    """As many words as there may be, with signs that are longer in a message's own writing."""
    line = f"<{mark}&>" * (LONGEST_LINE // 4)
    return plan.model_copy(
        update={"title": mark * LONGEST_TITLE, "about": line, "place": line, "bring": line, "cost": 999_999}
    )


async def a_crowd(village: Village, activity_id: int, author: int) -> None:
    """Very many sign up for it, and some come and say at length how it was."""
    async with village.database.begin(village.now()) as tx:
        (slot,), (session,) = (
            await activities.slots(tx, activity_id),
            await activities.sessions(tx, activity_id),
        )
        rows = [
            Signup(
                activity_id=activity_id, slot_id=slot.id, subject=f"n:{author}:{number}", name=NAME,
                signed_by="officer", signed_by_id=author, signed_at=tx.now, place=number, state="seated",
                changed_at=tx.now, phone="1" * 20, verdict="good" if number <= SAID else None,
                remark=f"{number}" + "<好>" * (LONGEST_REMARK // 3 - 1) if number <= SAID else None,
            )
            for number in range(1, CROWD + 1)
        ]  # fmt: skip
        tx.session.add_all(rows)
        await tx.session.flush()
        came = {"session_id": session.id, "at": tx.now, "how": "list", "by_id": author}
        tx.session.add_all([Attendance(signup_id=one.id, **came) for one in rows])


async def looks(village: Village, who: Someone, taps: Sequence[Tap]) -> list[str]:
    """What somebody reads who taps these beneath the menu, one screen each."""
    said = []
    for one in taps:
        await who.says("/menu")
        await village.settled()
        menu = who.screen[-1].text
        await who.taps_data(who.screen[-1], one.pack())
        await village.settled()
        said.append(who.screen[-1].text or who.screen[-1].caption or "")
        assert said[-1] != menu, f"{one} shows nothing"
    return said


def fits(words: str) -> bool:
    """Whether all of it was said."""
    return 0 < len(words) < LIMIT and not words.endswith(CUT)


@pytest.fixture
async def officer(village: Village) -> Someone:
    """Whoever leads the center."""
    return await village.person("马主任", "director")


async def test_a_course_of_long_words_with_a_crowd_is_read_whole(village: Village, officer: Someone) -> None:
    course = await make(village, officer, longest(grafting(village, days=0.02, certificate=True)))
    her = await village.person("何秀英")
    seat = await does(village, her, signups.sign_up, await slot_id(village, course))
    await a_crowd(village, course, officer.id)
    async with village.database.begin(village.now()) as tx:
        (session,) = await activities.sessions(tx, course)
    screens = await looks(
        village, officer,
        [ActivityDo("manage", course), ActivityDo("look", course), ListShow(course, 0), ListShow(course, 99),
         ListDo("more", course), ListPerson("open", seat.id), SessionDay("open", session.id, 0),
         SessionDay("list", session.id, 40), ActivityMake("off", course), Go("activities")],
    )  # fmt: skip
    screens += await looks(
        village, her, [SignupDo("open", seat.id), Go("signups"), ActivityDo("open", course)]
    )
    assert [one for one in screens if not fits(one)] == []


async def test_what_many_people_said_is_read_page_by_page(village: Village, officer: Someone) -> None:
    course = await make(village, officer, grafting(village, days=0.02))
    await a_crowd(village, course, officer.id)
    await village.passes(hours=5)
    pages = [ActivityDay("said", course, page) for page in range(SAID // 5)]
    screens = await looks(village, officer, pages)
    assert [one for one in screens if not fits(one)] == []
    read = {int(one) for words in screens for one in re.findall(r"(\d+)<好>", words)}
    assert read == {*range(1, SAID + 1)}, screens[0][:200]


async def test_very_many_wishes_are_read_page_by_page(village: Village, officer: Someone) -> None:
    her, center = await village.person("何秀英"), await village.unit_id("maqu")
    async with village.database.begin(village.now()) as tx:
        wish = {"center_id": center, "account_id": her.id, "wished_at": tx.now}
        for number in range(WISHED):
            tx.session.add(ActivityWish(key=f"手艺{number}", words=f"手艺{number}" * 10, **wish))
    screens = await looks(village, officer, [Go("wishes")]) + await looks(village, her, [Go("wishes")])
    assert [one for one in screens if not fits(one)] == []
    for who in (officer, her):
        labels = who.buttons()
        assert len(labels) <= MOST + len(ASIDE), labels
        assert all(len(one) <= LONGEST_LABEL for one in labels), labels


async def test_the_newest_of_many_long_changes_is_read_whole(village: Village, officer: Someone) -> None:
    course = await make(village, officer, longest(grafting(village, days=5)))
    for number in range(1, CHANGES):
        plan = longest(grafting(village, days=5), "甲乙丙丁戊己庚辛壬癸子丑"[number])
        async with village.database.begin(village.now()) as tx:
            found = await activities.one(tx, course)
            assert found is not None
        await does(
            village,
            officer,
            activity_changes.change,
            course,
            plan.model_copy(update={"sessions": found.planned.sessions}),
            number,
            {},
        )
    (screen,) = await looks(village, officer, [ActivityMake("history", course)])
    newest, *_ = screen.split("\n\n")
    assert newest.count("丑") > LONGEST_LINE // 4
