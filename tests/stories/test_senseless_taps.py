"""Buttons that no screen ever had: pages before the first, numbers beyond everything, days that no calendar
has, words that mean nothing; tapped by whoever may tap the real ones. None fails."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import fields, replace

import pytest

from domain import lendingtaps
from domain.activitytaps import ActivityDo, SignFor, SignTimes, SignWhom
from domain.attendancetaps import CheckIn
from domain.bulletintaps import BulletinDo, BulletinNew, BulletinTopic
from domain.lendingtaps import BookDays, BookTimes
from domain.listtaps import ListAdd, ListTimes
from domain.tap import Tap
from simulator.person import Person as Someone
from storage import updates
from tests.stories.conftest import Village
from tests.stories.test_forged_taps import Ids, batched, furnished, of_another_center, of_others

NUMBERS = (-1, 2**53 - 1)
"""What comes before the first, and the most that callback data may carry."""
WORDS = ("", "²", "p99999999999999999999", "0001-01-01", "9999-12-31")
LONGEST = 64
"""Bytes of callback data."""
AT_ONCE = 25


def senseless(taps: list[Tap]) -> Iterator[Tap]:
    """Each kind of tap, and each thing it can do, with one senseless value after the other."""
    seen: set[str] = set()
    for one in taps:
        for field in fields(one):
            for value in NUMBERS if field.type == "int" else WORDS:
                forged = replace(one, **{field.name: value})
                if len(forged.pack().encode()) <= LONGEST and forged.pack() not in seen:
                    seen.add(forged.pack())
                    yield forged


def kinds(ids: Ids) -> list[Tap]:
    """One of each kind for each thing it can do; those that end something are the last."""
    more: list[Tap] = [
        SignTimes(ids.checkup, 0, 0),
        SignWhom(ids.slot, 0),
        SignFor(ids.slot, "n", 0),
        ListAdd(ids.slot, "n", 0),
        ListTimes(ids.checkup, "add", 0),
        BookDays(ids.hall, lendingtaps.SELF, 0),
        BookTimes(ids.hall, lendingtaps.SELF, ids.day, 0),
        BulletinTopic("prices", 0),
        BulletinNew("prices"),
        CheckIn("look", ids.session, ids.code, 0),
        ActivityDo("sign-other", ids.checkup),
    ]
    found = {}
    for one in [*more, *of_another_center(ids), *of_others(ids)]:
        words = [str(value) for value in vars(one).values() if isinstance(value, str)]
        found.setdefault((type(one), *words[:1]), one)
    return sorted(found.values(), key=lambda one: isinstance(one, BulletinDo))


async def taps_all(village: Village, who: Someone, taps: list[Tap]) -> None:
    """Somebody taps all of these beneath the menu."""
    await who.says("/menu")
    await village.settled()
    screen = who.screen[-1]
    for some in batched(taps, AT_ONCE):
        for one in some:
            await who.taps_data(screen, one.pack())
        await village.settled()


@pytest.mark.parametrize("who", [0, 1], ids=["director", "villager"])
async def test_what_no_button_ever_said_is_answered_kindly(
    village: Village, who: int, caplog: pytest.LogCaptureFixture
) -> None:
    *there, ids = await furnished(village)
    await taps_all(village, there[who], list(senseless(kinds(ids))))
    wrong = {one.getMessage() for one in caplog.records if one.levelno >= logging.ERROR}
    assert wrong == set()
    async with village.database.begin(village.now()) as tx:
        assert await updates.failed_count(tx) == 0
