"""What volunteers do, and those who ask for them; each by one call of a service as the chat would make it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from domain.catalogue import CATALOGUE
from domain.tasks import Seat, When, choices
from domain.volunteers import MOST_HOUSEHOLDS, Part, Profile, Step, slot
from services import access, expenses, people, seats, taskcards, tasks, volunteers
from services.outbox import tell
from storage import tasks as stored
from storage import units
from storage import volunteers as associations
from storage.people import Account
from storage.requests import ServiceRequest
from storage.transaction import Tx
from tests.county.folk import Person
from tests.county.helpbooks import COMING, HelpBooks, Promise, Wish

if TYPE_CHECKING:
    from tests.county.life import Life

WEEKEND = tuple(slot(day, part) for day in (5, 6) for part in Part)
EVENINGS = tuple(slot(day, Part.EVENING) for day in range(7))
HOUR = timedelta(hours=1)


class Helping:
    """The deeds of volunteers and of those who ask for them, in one life of a county."""

    def __init__(self, life: Life) -> None:
        self.life = life
        self.folk = life.folk
        self.books = HelpBooks()

    # -- the association

    async def offer(self, tx: Tx, who: Person) -> None:
        """Offer help, with a profile of one's own."""
        me, unit = await self._me(tx, who), await units.unit_by_code(tx, who.center)
        assert unit is not None
        rng, villages = who.rng, [one.id for one in await people.villages(tx, unit.id)]
        profile = Profile(
            skills=tuple(rng.sample([one.code for one in CATALOGUE.skills], rng.randint(2, 6))),
            villages=tuple(rng.sample(villages, rng.randint(1, 2))) if rng.random() < 0.3 else (),
            times=rng.choices(((), WEEKEND, EVENINGS), (70, 15, 15))[0],
            limits=tuple(rng.sample(CATALOGUE.association.limits, rng.choice((0, 0, 0, 1, 2)))),
            sex=rng.choice(("f", "m", None)),
            ceiling=rng.randint(1, MOST_HOUSEHOLDS),
        )
        await volunteers.offer(tx, me, unit.id, profile)
        self._done("offered help")

    async def vet(self, tx: Tx, who: Person, volunteer_id: int, step: Step) -> None:
        """The officer takes somebody on, or does not."""
        await volunteers.step(tx, await self._me(tx, who), volunteer_id, step)
        self._done(f"volunteer {step}")

    async def change(self, tx: Tx, who: Person, step: Step) -> None:
        """Rest, come back from that, or leave the association."""
        me = await self._me(tx, who)
        row = await volunteers.own(tx, me)
        if row is not None:
            await volunteers.step(tx, me, row.id, step)
            self._done(f"volunteer {step}")
            if step is Step.LEAVE:
                await self._gives_up_all(tx, who)

    async def suspend(self, tx: Tx, who: Person, other: Person) -> None:
        """The officer does not want somebody to help for now, and says why."""
        me = await self._me(tx, who)
        row = await associations.of_account(tx, other.id, me.current_center_id or 0)
        if row is not None:
            await volunteers.step(tx, me, row.id, Step.SUSPEND, "先歇一阵")
            self._done("volunteer suspend")
            await self._gives_up_all(tx, other)

    async def _gives_up_all(self, tx: Tx, who: Person) -> None:
        for one in self.books.promises.values():
            if one.helper == who.id and one.state in COMING:
                await self._lost(tx, one)

    # -- whoever holds a request

    async def ask_for_hands(self, tx: Tx, who: Person, request_id: int) -> None:
        """Ask for one to four, today or in the next days; unless somebody has already."""
        if self.books.open_for(request_id, tx.now):
            return
        me, rng = await self._me(tx, who), who.rng
        row = await tasks.request(tx, me, request_id)
        zone = await taskcards.zone(tx, row.center_id)
        today = await taskcards.today(tx, row.center_id)
        later = When(today + timedelta(days=rng.randint(2, 5)), rng.choice(list(Part)))
        when = rng.choice([*choices(tx.now, zone), later])
        skill = CATALOGUE.skill_for(row.topic) if rng.random() < 0.7 else None
        count, sex = rng.choices((1, 2, 3, 4), (50, 25, 15, 10))[0], rng.choice((None, None, None, "f", "m"))
        task = await tasks.offer(tx, me, row.id, when, seats=count, skill=skill, sex=sex)
        self.books.asked(Wish(task.id, row.id, count, when.begins(zone), when.ends(zone), who.id))
        self.life.helpminds.has_asked_for_hands(who, task.id, tx.now, when.ends(zone))

    async def one_more(self, tx: Tx, who: Person, task_id: int) -> None:
        """Two hands were not enough."""
        await tasks.more(tx, await self._me(tx, who), task_id)
        self.books.wishes[task_id].wanted += 1

    async def stop(self, tx: Tx, who: Person, task_id: int) -> None:
        """Nobody is needed after all."""
        await tasks.stop(tx, await self._me(tx, who), task_id)
        self.books.called_off([self.books.wishes[task_id]], self._gone())
        self._done("hands not needed")

    def over(self, request_id: int, at: datetime) -> None:
        """A request is over, and with it all that was asked for."""
        self.books.called_off(self.books.open_for(request_id, at), self._gone())

    def waits_until(self, request_id: int, at: datetime) -> datetime | None:
        """When the last helpers of a request will be done; None if nobody waits for any."""
        ends = [one.ends for one in self.books.open_for(request_id, at) if one.ends > at]
        return max(ends) + HOUR if ends else None

    # -- whoever is asked

    async def accept(self, tx: Tx, who: Person, task_id: int) -> None:
        """Promise to come, and read who it is for: the card, as the chat shows it."""
        me = await self._me(tx, who)
        seat = await seats.accept(tx, me, task_id)
        task = await stored.task_of(tx, seat)
        wish = self.books.wishes[task_id]
        household = self._reachable(await access.asking_side(tx, await taskcards.request_of(tx, task)))
        self.books.promised(Promise(seat.id, wish, who.id, who.name, tx.now, household))
        tell(tx, me, await taskcards.seat(tx, seat, task), key=taskcards.offer_key(task))
        await taskcards.hand_story(tx, seat, me)
        self.life.helpminds.has_promised(who, seat.id, tx.now, wish)

    async def refuse(self, tx: Tx, who: Person, task_id: int) -> None:
        """Not this time."""
        await seats.refuse(tx, await self._me(tx, who), task_id)
        self._done("not this time")

    async def move(self, tx: Tx, who: Person, seat_id: int, to: Seat) -> None:
        """Set out, be there, or be done; those who are done may say more."""
        me = await self._me(tx, who)
        await seats.move(tx, me, seat_id, to)
        promise = self.books.promises[seat_id]
        promise.state = to
        if to is Seat.RELEASED:
            await self._lost(tx, promise)
        elif to is Seat.DONE:
            await self._says_more(tx, who, me, seat_id)

    async def _says_more(self, tx: Tx, who: Person, me: Account, seat_id: int) -> None:
        rng = who.rng
        await seats.took(tx, me, seat_id, rng.choice((30, 60, 120, 240)))
        if rng.random() < 0.3:
            await seats.leave_note(tx, me, seat_id, "狗拴在院里，别怕")
        if rng.random() < 0.25:
            await expenses.ask(tx, me, seat_id, rng.randint(100, 5000), "买菜", None)
            self.books.spent += 1

    async def decide(self, tx: Tx, who: Person, expense_id: int, *, approved: bool) -> None:
        """The officer says yes, or no with a reason."""
        reason = "" if approved else "没有收据"
        await expenses.decide(tx, await self._me(tx, who), expense_id, approved=approved, reason=reason)
        self._done("expense approved" if approved else "expense declined")

    # -- whoever does not come

    async def settle(self, tx: Tx) -> None:
        """After the clock's work: whom it has given up, and whether everybody concerned was told."""
        for promise in self.books.given_up(tx.now):
            self.books.not_kept(promise, await self._concerned(tx, promise))

    async def _lost(self, tx: Tx, promise: Promise) -> None:
        """Somebody does not come, by their own word or the officer's: noted when it has been told."""
        promise.state = Seat.RELEASED
        concerned = await self._concerned(tx, promise)
        self.life.afterwards(partial(self.books.not_kept, promise, concerned))

    async def _concerned(self, tx: Tx, promise: Promise) -> set[int]:
        """Who must hear that somebody does not come: the household, and who holds the request, or asked."""
        row = await tx.session.get_one(ServiceRequest, promise.task.request_id)
        asking = await access.asking_side(tx, row)
        return self._reachable([*asking, row.holder_id or promise.task.asker])

    # -- the parts

    def _reachable(self, ids: Iterable[int]) -> set[int]:
        return {one for one in ids if not self.folk.by_id[one].is_known_gone}

    def _gone(self) -> set[int]:
        return {one.id for one in self.folk.by_id.values() if one.is_known_gone}

    async def _me(self, tx: Tx, who: Person) -> Account:
        return await people.meet(tx, who.id, None)

    def _done(self, what: str) -> None:
        self.life.books.done[what] += 1
