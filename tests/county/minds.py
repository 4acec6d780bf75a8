"""What goes on in heads: a message is before their eyes, and people mean to do something about it."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from domain.catalogue import CATALOGUE
from domain.messages import Outgoing
from domain.requests import Action
from domain.tap import unpack
from domain.taps import Do, Open, Speak
from tests.county.folk import Person
from tests.county.place import CHINA, by_day, by_working_day, whole

if TYPE_CHECKING:
    from tests.county.life import Deed, Life

_HOURS = {"min": 1 / 60, "h": 1, "d": 24, "wd": 34}
"""What a promise's unit comes to on the wall clock, roughly."""
LOOKS_EVERY = 5
"""People look at their phones at every fifth minute, unless it rings."""


class Minds:
    """Everybody's decisions in one life of a county, drawn from each person's own luck."""

    def __init__(self, life: Life) -> None:
        self.life = life

    def read(self, who: Person, message: Outgoing, at: datetime, *, is_urgent: bool) -> None:
        """Decide what to do about a message, by its buttons."""
        taps = [unpack(button.tap) for row in message.buttons for button in row if button.tap]
        can = {str(tap.action): tap.request_id for tap in taps if isinstance(tap, Do)}
        speaks = next((tap.request_id for tap in taps if isinstance(tap, Speak)), None)
        if who.is_away(at):
            return
        self.life.helpminds.read(who, message, at)
        self.life.pairing.read(who, message, at)
        if "take" in can:
            self._considers(who, can["take"], at, is_urgent=is_urgent)
        elif "finish" in can:
            self._has_work(who, can["finish"], at, is_urgent=is_urgent)
        elif "confirm" in can:
            self._judges(who, can["confirm"], at)
        elif "reopen" in can:
            self._objects(who, can["reopen"], at)
        elif speaks and any(isinstance(tap, Open) for tap in taps):
            self._is_nudged(who, speaks, at, is_urgent=is_urgent)
        elif speaks:
            self._is_spoken_to(who, speaks, at, is_urgent=is_urgent)

    # -- the asking side

    def has_asked(self, who: Person, request_id: int, at: datetime, *, is_urgent: bool) -> None:
        """Somebody has just sent a request: some change their minds, or have more to say."""
        rng, deeds = who.rng, self.life.deeds
        longest = 15 if is_urgent else 1500
        for chance, deed in ((0.06, deeds.cancel), (0.2, deeds.speak), (0.03, deeds.correct)):
            if rng.random() < chance:
                self._means(who, deed, request_id, self.later(who, at, 2, longest, is_urgent=is_urgent))

    def _judges(self, who: Person, request_id: int, at: datetime) -> None:
        rng, deeds = who.rng, self.life.deeds
        has_refused = ("refused", request_id) in who.busy_with
        luck, later = rng.random(), self.later(who, at, 10, 3000)
        if luck < (0.4 if has_refused else 0.12):
            who.busy_with.add(("refused", request_id))
            refuse = partial(deeds.reopen, action=Action.REFUSE)
            self._means(who, refuse, request_id, later)
        elif luck < 0.65:
            self._means(who, deeds.confirm, request_id, later)

    def _objects(self, who: Person, request_id: int, at: datetime) -> None:
        if who.rng.random() < 0.08:
            reopen = partial(self.life.deeds.reopen, action=Action.REOPEN)
            self._means(who, reopen, request_id, self.later(who, at, 10, 6000))

    # -- whoever has a role

    def _considers(self, who: Person, request_id: int, at: datetime, *, is_urgent: bool) -> None:
        sleeps = not 6 <= at.astimezone(CHINA).hour < 23 and who.rng.random() < 0.5
        if who.rng.random() >= who.habits.takes or (is_urgent and sleeps):
            return
        longest = 6 if is_urgent else who.habits.minutes[1]
        when = self.later(who, at, min(who.habits.minutes[0], 2), longest, is_urgent=is_urgent)
        self._means(who, self.life.deeds.take, request_id, when, once="take")

    def _has_work(self, who: Person, request_id: int, at: datetime, *, is_urgent: bool) -> None:
        """Somebody holds it now: they give word, work on it, give word again if it takes long, and end it."""
        rng, deeds = who.rng, self.life.deeds
        if ("work", request_id) in who.busy_with or rng.random() >= who.habits.works:
            return
        entry = self.life.books.entries[request_id]
        is_urgent = is_urgent or entry.is_urgent
        promise = CATALOGUE.line(entry.line).finish
        hours = 3.0 if is_urgent else promise.amount * _HOURS[promise.unit]
        hours *= rng.uniform(0.1, 0.9) if who.habits.minutes[1] < 1000 else rng.uniform(0.4, 1.6)
        first = self.later(who, at, 3, 15 if is_urgent else 300, is_urgent=is_urgent)
        self._means(who, rng.choice((deeds.start, deeds.speak)), request_id, first)
        for days in range(4, int(hours / 24), 4):
            self._means(who, deeds.speak, request_id, self.later(who, at + timedelta(days=days), 0, 300))
        ends = (deeds.finish, deeds.give_back, deeds.transfer, deeds.decline)
        end = rng.choices(ends, (94, 2, 2, 2) if is_urgent else (86, 5, 5, 4))[0]
        last = self.later(who, max(first, at + timedelta(hours=hours)), 1, 60, is_urgent=is_urgent)
        self._means(who, end, request_id, last, once="work")

    def _is_nudged(self, who: Person, request_id: int, at: datetime, *, is_urgent: bool) -> None:
        if who.rng.random() < who.habits.heeds:
            soon = self.later(who, at, 2, 8 if is_urgent else 240, is_urgent=is_urgent)
            self._means(who, self.life.deeds.speak, request_id, soon)
            self._has_work(who, request_id, at, is_urgent=is_urgent)

    def _is_spoken_to(self, who: Person, request_id: int, at: datetime, *, is_urgent: bool) -> None:
        if who.rng.random() < 0.35 * who.habits.heeds:
            soon = self.later(who, at, 2, 8 if is_urgent else 600, is_urgent=is_urgent)
            self._means(who, self.life.deeds.speak, request_id, soon)

    # -- the parts

    def later(
        self, who: Person, at: datetime, least: int, longest: int, *, is_urgent: bool = False
    ) -> datetime:
        """The moment, so many minutes later at least and at most, at which somebody gets to it."""
        later = at + timedelta(minutes=who.rng.randint(least, longest))
        if is_urgent:
            return whole(later, 1)
        wakes = by_working_day if who.roles else by_day
        return whole(wakes(later, who.rng), LOOKS_EVERY)

    def _means(
        self, who: Person, deed: Deed, request_id: int, when: datetime, *, once: str | None = None
    ) -> None:
        """Somebody means to do something; what is meant `once` is not meant a second time meanwhile."""
        what = (once, request_id) if once else None
        if what is None or what not in who.busy_with:
            who.busy_with |= {what} if what else set()
            self.life.plan(who, when, partial(deed, request_id=request_id), what)
