"""Standing pairs in the county: what officers, helpers and households do about them, and books of it."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from domain.messages import Outgoing
from domain.pairs import Purpose
from domain.pairtaps import PairDo, VisitDo
from domain.visits import Rhythm
from services import pairs, pairs_changes, pairs_seconds, people, visits, visits_log
from services.candidates import candidates
from services.visits_log import Report
from storage import people as residents
from storage.pairs import Pair
from storage.people import Account
from storage.transaction import Tx
from storage.visits import Visit
from tests.county.folk import Person
from tests.county.helpbooks import sayings, taps

if TYPE_CHECKING:
    from tests.county.life import Life

AGREES, LOGS, TAKES, NEEDS, WANTS_OTHER = 0.85, 0.75, 0.6, 0.05, 0.03
"""The chances that somebody asked says yes, that a visit is made and logged, that the second helper goes
instead, that something is found to be needed, and that a household would like somebody else."""
MISSED = "visit-missed"
"""What those who look after the pairs are told."""


class Pairing:
    """The deeds about pairs in one life of a county, and who was told of a visit that was missed."""

    def __init__(self, life: Life) -> None:
        self.life = life
        self.officers_told: dict[int, list[datetime]] = defaultdict(list)
        """By pair: when those who look after it were told that a visit was missed."""
        self.others_told: set[int] = set()
        """The visits that somebody else was asked to make."""

    # -- what people do

    async def propose(self, tx: Tx, who: Person) -> None:
        """The officer finds a helper for some household of the center, the likeliest first."""
        me = await self._me(tx, who)
        other = who.rng.choice(self.life.folk.of(who.center))
        person = await residents.person(tx, other.person_id or 0)
        if person is None or me.current_center_id is None:
            return
        found = await candidates(tx, me.current_center_id, person.household_id)
        if not found:
            return
        await pairs.propose(
            tx,
            me,
            me.current_center_id,
            person.household_id,
            found[0].volunteer.id,
            purpose=who.rng.choice([*Purpose]),
            rhythm=who.rng.choices([*Rhythm], (1, 3, 6))[0],
            second_id=found[1].volunteer.id if len(found) > 1 and who.rng.random() < 0.7 else None,
        )
        self._done("pair proposed")

    async def answer(self, tx: Tx, who: Person, pair_id: int, action: str) -> None:
        """Yes or no: of a helper, or of the household, itself or by whoever called it."""
        say: Any = {
            "accept": pairs.accept,
            "decline": pairs.decline,
            "agree": pairs.agree,
            "refuse": pairs.refuse,
            "stand-in": pairs_seconds.agree,
            "no-second": pairs_seconds.decline,
        }
        await say[action](tx, await self._me(tx, who), pair_id)
        self._done(f"pair {action}")

    async def visit(self, tx: Tx, who: Person, pair_id: int, visit_id: int) -> None:
        """Go there, and log it."""
        report = Report("came", "needs" if who.rng.random() < NEEDS else "well")
        await visits_log.log(tx, await self._me(tx, who), pair_id, visit_id, report)
        self._done("visit made")

    async def take(self, tx: Tx, who: Person, pair_id: int, visit_id: int) -> None:
        """Go where somebody else did not."""
        await visits.take(tx, await self._me(tx, who), pair_id, visit_id)
        self._done("visit taken")
        self._plan(who, tx.now + timedelta(hours=4), self.visit, pair_id=pair_id, visit_id=visit_id)

    async def want_other(self, tx: Tx, who: Person, pair_id: int) -> None:
        """The household would like somebody else."""
        await pairs_changes.want_other(tx, await self._me(tx, who), pair_id, 1)
        self._done("somebody else wished for")

    async def _me(self, tx: Tx, who: Person) -> Account:
        return await people.meet(tx, who.id, None)

    def _done(self, what: str) -> None:
        self.life.books.done[what] += 1

    # -- what they make of what they are told

    def read(self, who: Person, message: Outgoing, at: datetime) -> None:
        """Decide what to do about a message, by its buttons."""
        for tap in taps(message):
            match tap:
                case PairDo("accept" | "agree" | "stand-in" as yes, pair_id) if who.rng.random() < 0.95:
                    no = {"accept": "decline", "agree": "refuse", "stand-in": "no-second"}[yes]
                    action = yes if who.rng.random() < AGREES else no
                    self._later(who, at, 600, self.answer, pair_id=pair_id, action=action)
                case VisitDo("log", pair_id, visit_id) if who.rng.random() < LOGS:
                    self._later(who, at, 1200, self.visit, pair_id=pair_id, visit_id=visit_id)
                case VisitDo("take", pair_id, visit_id) if who.rng.random() < TAKES:
                    self._later(who, at, 600, self.take, pair_id=pair_id, visit_id=visit_id)
                case PairDo("other", pair_id) if who.rng.random() < WANTS_OTHER:
                    self._later(who, at, 3000, self.want_other, pair_id=pair_id)

    def _later(self, who: Person, at: datetime, longest: int, deed: Any, **about: Any) -> None:
        self._plan(who, self.life.minds.later(who, at, 5, longest), deed, **about)

    def _plan(self, who: Person, at: datetime, deed: Any, **about: Any) -> None:
        self.life.plan(who, at, partial(deed, **about))

    def told(self, message: Outgoing, at: datetime) -> None:
        """A message of the bot was written to somebody."""
        pair_id = next((tap.pair_id for tap in taps(message) if isinstance(tap, PairDo)), 0)
        if any(text.id == MISSED for text in sayings(message.text)):
            self.officers_told[pair_id].append(at)
        self.others_told |= {
            tap.visit_id for tap in taps(message) if isinstance(tap, VisitDo) and tap.action == "take"
        }

    # -- what came of it

    async def unnoticed(self, tx: Tx) -> list[str]:
        """The visits that were missed and that neither the second helper nor anybody who looks after the pair
        was told of."""
        missed = await tx.session.scalars(select(Visit).where(Visit.state == "missed"))
        return [
            f"visit {one.id} of pair {one.pair_id} was missed, and nobody was told"
            for one in missed
            if one.id not in self.others_told
            and not any(at >= one.due_by for at in self.officers_told[one.pair_id])
        ]

    async def figures(self, tx: Tx) -> dict[str, int]:
        """How many pairs began, and what became of their visits."""
        unnoticed = len(await self.unnoticed(tx))
        told = sum(len({*times}) for times in self.officers_told.values())
        begun = select(func.count()).select_from(Pair).where(Pair.agreed_by.is_not(None))
        rows = await tx.session.execute(select(Visit.state, func.count()).group_by(Visit.state))
        states = {state: count for state, count in rows}  # noqa: C416 - rows are no pairs
        return {
            "pairs": await tx.session.scalar(begun) or 0,
            "visits_made": states.get("done", 0),
            "visits_missed": told + unnoticed,
            "visits_unnoticed": unnoticed,
        }
