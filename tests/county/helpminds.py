"""What goes on in the heads of volunteers, of those who look after them, and of those who ask for them."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from domain.helptaps import ExpenseDo, SeatDo, TaskDo, TaskNew, VolunteerDo
from domain.messages import Outgoing
from domain.tasks import Seat
from domain.volunteers import Step
from tests.county.folk import Person
from tests.county.helpbooks import Wish, taps
from tests.county.place import whole

if TYPE_CHECKING:
    from tests.county.life import Deed, Life

ASKS, ASKS_FOR_MORE, STOPS = 0.35, 0.08, 0.06
"""The chances that a holder asks for hands, then for one more, and that nobody is needed after all."""
TAKES_ON, PAYS = 0.92, 0.85
HEEDS = 0.4
"""The chance that somebody who had forgotten sets out when they are asked where they are."""
LOOKS_EVERY = 5


class HelpMinds:
    """The decisions about helping in one life of a county, drawn from each person's own luck."""

    def __init__(self, life: Life) -> None:
        self.life = life

    def read(self, who: Person, message: Outgoing, at: datetime) -> None:
        """Decide what to do about a message, by its buttons."""
        for tap in taps(message):
            match tap:
                case TaskNew(request_id):
                    self._holds(who, request_id, at)
                case TaskDo("accept", task_id):
                    self._is_asked(who, task_id, at)
                case VolunteerDo("accept", volunteer_id):
                    self._vets(who, volunteer_id, at)
                case ExpenseDo("approve", expense_id):
                    self._pays(who, expense_id, at)
                case SeatDo("on-way", seat_id) if message.text and message.text.id == "seat-nudge":
                    self._is_asked_where(who, seat_id, at)

    # -- whoever holds a request

    def _holds(self, who: Person, request_id: int, at: datetime) -> None:
        thought = ("hands", request_id)
        if thought not in who.busy_with:
            who.busy_with.add(thought)
            if who.rng.random() < ASKS:
                ask = partial(self.life.helping.ask_for_hands, request_id=request_id)
                self.life.plan(who, self.life.minds.later(who, at, 5, 180), ask)

    def has_asked_for_hands(self, who: Person, task_id: int, at: datetime, until: datetime) -> None:
        """Somebody has just asked for hands: some need one more, or none after all."""
        deeds = self.life.helping
        for chance, deed in ((ASKS_FOR_MORE, deeds.one_more), (STOPS, deeds.stop)):
            if who.rng.random() < chance:
                self._means(who, partial(deed, task_id=task_id), at, at + who.rng.random() * (until - at))

    # -- whoever looks after the association

    def _vets(self, who: Person, volunteer_id: int, at: datetime) -> None:
        step = Step.ACCEPT if who.rng.random() < TAKES_ON else Step.DECLINE
        vet = partial(self.life.helping.vet, volunteer_id=volunteer_id, step=step)
        self._gets_to(who, vet, at)

    def _pays(self, who: Person, expense_id: int, at: datetime) -> None:
        pay = partial(self.life.helping.decide, expense_id=expense_id, approved=who.rng.random() < PAYS)
        self._gets_to(who, pay, at)

    def _gets_to(self, who: Person, deed: Deed, at: datetime) -> None:
        if who.rng.random() < who.habits.takes:
            self.life.plan(who, self.life.minds.later(who, at, *who.habits.minutes), deed)

    # -- whoever helps

    def _is_asked(self, who: Person, task_id: int, at: datetime) -> None:
        rng, helps, deeds = who.rng, who.helps, self.life.helping
        if helps is not None and rng.random() < helps.answers:
            deed = deeds.accept if rng.random() < helps.agrees else deeds.refuse
            self.life.plan(who, self.life.minds.later(who, at, 1, 90), partial(deed, task_id=task_id))

    def has_promised(self, who: Person, seat_id: int, at: datetime, wish: Wish) -> None:
        """Somebody has promised to come: they go there, say in time that they cannot, or forget it."""
        rng, helps = who.rng, who.helps
        if helps is None or rng.random() < helps.comes:
            self._goes(who, seat_id, at, max(at, wish.begins) + timedelta(minutes=rng.randint(-20, 40)))
        elif rng.random() < helps.says:
            release = partial(self.life.helping.move, seat_id=seat_id, to=Seat.RELEASED)
            latest = max(at, wish.begins) + timedelta(minutes=20)
            self._means(who, release, at, at + rng.random() * (latest - at))

    def _goes(self, who: Person, seat_id: int, at: datetime, there: datetime) -> None:
        """There and back; nobody taps every button each time."""
        rng = who.rng
        steps = (
            (Seat.ON_WAY, 0.85, there - timedelta(minutes=rng.randint(5, 25))),
            (Seat.THERE, 0.85, there),
            (Seat.DONE, 0.8, there + timedelta(minutes=rng.randint(30, 150))),
        )
        for to, chance, when in steps:
            if rng.random() < chance:
                self._means(who, partial(self.life.helping.move, seat_id=seat_id, to=to), at, when)

    def _is_asked_where(self, who: Person, seat_id: int, at: datetime) -> None:
        promise = self.life.helping.books.promises[seat_id]
        if promise.state == Seat.ACCEPTED and who.rng.random() < HEEDS:
            self._goes(who, seat_id, at, at + timedelta(minutes=who.rng.randint(10, 40)))

    # -- the parts

    def _means(self, who: Person, deed: Deed, at: datetime, when: datetime) -> None:
        self.life.plan(who, whole(max(at, when), LOOKS_EVERY), deed)
