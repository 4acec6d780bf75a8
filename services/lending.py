"""Lending: handed out and taken back with one tap, lent once more, and what the borrower says of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from domain import lending
from domain.lending import Answer
from domain.messages import Outgoing, t
from domain.officetime import OfficeHours
from domain.signups import Move, Standing
from domain.units import settings_of
from services import activity_access, lending_cards, lending_news, signup_people, signups_moving, withholding
from services.errors import NotFoundError, RefusedError
from storage import activities, loans, signups, units
from storage.activities import Activity
from storage.loans import Loan
from storage.people import Account
from storage.signups import Signup
from storage.transaction import Tx

OUTCOMES = ("fine", "broken", "lost")
"""How a loan ends: it is back, back but broken, or will not come back."""
LONGEST_REMARK = 300


@dataclass(frozen=True)
class Desk:
    """What has become of all there is of one thing.

    seats  how many there are, without those that cannot be found any more
    loans  who has one or may fetch one, what is due first at the top
    away   places that the center keeps for itself, because the thing is broken or lost
    gone   those of what cannot be found any more
    """

    activity: Activity
    seats: int
    loans: list[tuple[Loan, Signup]]
    offered: list[Signup]
    waiting: list[Signup]
    away: list[Signup]
    gone: list[Signup]

    @property
    def out(self) -> int:
        """How many somebody has."""
        return sum(loan.out for loan, _ in self.loans)

    @property
    def here(self) -> int:
        """How many lie there, and may be kept for somebody."""
        return self.seats - self.out - len(self.away)


async def hours_of(tx: Tx, activity: Activity) -> OfficeHours:
    """The office hours of an activity's center."""
    return settings_of(await units.unit_of(tx, activity.center_id)).hours


async def _locked(tx: Tx, signup_id: int) -> tuple[Activity, Signup]:
    row = await signups.peek(tx, signup_id)
    activity = await activities.locked(tx, row.activity_id) if row is not None else None
    row = await signups.signup(tx, signup_id)
    if activity is None or row is None:
        raise NotFoundError
    return activity, row


async def _kept(tx: Tx, actor: Account, signup_id: int) -> tuple[Activity, Signup, Loan]:
    """A loan that the actor looks after, locked. Raises NotFoundError."""
    activity, row = await _locked(tx, signup_id)
    loan = await loans.one(tx, signup_id)
    if loan is None or not activity_access.keeps_list(actor, activity):
        raise NotFoundError
    return activity, row, loan


async def hand_out(tx: Tx, actor: Account, signup_id: int) -> Outgoing:
    """Somebody has fetched it: until when it is theirs. Doing it twice changes nothing. Returns the keeper's
    card.

    Raises NotFoundError, RefusedError when it is not kept for them any more.
    """
    activity, row, loan = await _kept(tx, actor, signup_id)
    if loan.handed_at is None:
        if row.state != Standing.SEATED:
            raise RefusedError(t("loan-not-kept", name=row.name))
        hours = await hours_of(tx, activity)
        loan.handed_at, loan.handed_by_id = tx.now, actor.id
        _lend_until(tx, loan, lending.due_at(tx.now, activity.planned.lasts, hours), hours)
        await _tell_until(tx, activity, row, loan, never=None)
        await lending_news.changed(tx, activity, row, loan, seen_by=actor.id)
    return await lending_cards.keeper(tx, activity, row, loan)


def _lend_until(tx: Tx, loan: Loan, due: datetime, hours: OfficeHours) -> None:
    loan.due_at = due
    loan.reminded = lending.coming(due, tx.now, hours.zone)
    loan.look_at = lending.look_at(due, loan.reminded, hours.zone)


async def _tell_until(tx: Tx, activity: Activity, row: Signup, loan: Loan, *, never: int | None) -> None:
    title, at = activity.planned.title, await lending_cards.due(tx, activity, loan)
    await lending_news.to_borrower(
        tx, activity, row, lambda who: t("loan-until", who=who, title=title, at=at), [], never=never
    )


async def take_back(tx: Tx, actor: Account, signup_id: int, outcome: str) -> Outgoing:
    """It is back, or will not come back. If it can be lent on, the next one is asked; what is broken or lost
    the center keeps until it is mended. Doing it twice changes nothing. Returns the keeper's card.

    Raises NotFoundError, RefusedError for what nobody has fetched.
    """
    activity, row, loan = await _kept(tx, actor, signup_id)
    if outcome not in OUTCOMES:
        raise NotFoundError
    if loan.handed_at is None:
        raise RefusedError(t("loan-not-out", name=row.name))
    if loan.returned_at is None:
        loan.returned_at, loan.back_by_id, loan.outcome, loan.look_at = tx.now, actor.id, outcome, None
        await _free(tx, actor, activity, row, outcome)
        await _thank(tx, activity, row, outcome)
        await lending_news.changed(tx, activity, row, loan, seen_by=actor.id)
    return await lending_cards.keeper(tx, activity, row, loan)


async def _free(tx: Tx, actor: Account, activity: Activity, row: Signup, outcome: str) -> None:
    if row.state != Standing.SEATED:  # it was called off meanwhile, and nobody waits
        return
    signups_moving.to(tx, row, Move.RETURN)
    slot = await activities.slot_now(tx, row.slot_id)
    if outcome == "fine" or slot is None:
        await signups_moving.move_up(tx, activity, row.slot_id)
    else:
        await withholding.withhold(tx, actor, activity, slot, row.id)


async def _thank(tx: Tx, activity: Activity, row: Signup, outcome: str) -> None:
    title = activity.planned.title
    if outcome == "lost":
        await lending_news.to_borrower(
            tx, activity, row, lambda who: t("loan-written-off", who=who, title=title), []
        )
    else:
        await lending_news.to_borrower(
            tx, activity, row, lambda who: t("loan-thanks", who=who, title=title), []
        )


async def remark(tx: Tx, actor: Account, signup_id: int, words: str) -> Outgoing:
    """The keeper writes what it was like when it came back. Raises NotFoundError."""
    activity, row, loan = await _kept(tx, actor, signup_id)
    if loan.returned_at is None:
        raise NotFoundError
    loan.remark = words.strip()[:LONGEST_REMARK]
    return await lending_cards.keeper(tx, activity, row, loan)


async def _aside(tx: Tx, actor: Account, signup_id: int) -> tuple[Activity, Signup]:
    """A thing that is kept from being lent and that the actor looks after, locked. Raises NotFoundError."""
    activity, row = await _locked(tx, signup_id)
    kept = signup_people.withheld(row) and activity_access.keeps_list(actor, activity)
    if activity.form != "loan" or not kept:
        raise NotFoundError
    return activity, row


async def mended(tx: Tx, actor: Account, signup_id: int) -> Activity:
    """What was broken or lost can be lent again, also what could not be found: the next one is asked. Doing
    it twice changes nothing. Raises NotFoundError for what is not kept aside, and for a room."""
    activity, row = await _aside(tx, actor, signup_id)
    if signup_people.gone(row):
        await withholding.put_back(tx, activity, row)
    elif row.state == Standing.SEATED:
        await withholding.release(tx, activity, row)
    return activity


async def missing(tx: Tx, actor: Account, signup_id: int) -> Activity:
    """What was broken or lost cannot be found: it is not lent any more, until it is found (`mended`). If it
    was the last one, whoever waits hears so and waits no longer. Doing it twice changes nothing.

    Raises NotFoundError for what is not kept aside, and for a room.
    """
    activity, row = await _aside(tx, actor, signup_id)
    if row.state == Standing.SEATED and not signup_people.gone(row):
        await withholding.write_off(tx, activity, row)
        if await loans.none_left(tx, activity.id):
            for one in await signups.active(tx, row.slot_id):
                if one.state == Standing.WAITING:
                    signups_moving.to(tx, one, Move.CANCEL)
                    await lending_news.none_left(tx, activity, one)
    return activity


async def aside(tx: Tx, actor: Account, signup_id: int) -> Outgoing:
    """What is broken, lost or cannot be found, for its keeper: who had it last, and what can be done. Raises
    NotFoundError."""
    activity, row = await _aside(tx, actor, signup_id)
    return await lending_cards.aside(tx, activity, row)


async def _borrowed(tx: Tx, actor: Account, signup_id: int) -> tuple[Activity, Signup, Loan]:
    """What the actor, or somebody whom they signed up, has borrowed, locked. Raises NotFoundError,
    RefusedError when it is back."""
    activity, row = await _locked(tx, signup_id)
    loan = await loans.one(tx, signup_id)
    if loan is None or not await signup_people.may_answer(tx, actor, row, activity):
        raise NotFoundError
    if not loan.out:
        raise RefusedError(t("loan-is-back"))
    return activity, row, loan


async def renew(tx: Tx, actor: Account, signup_id: int) -> Signup:
    """Lent once more for as long again, if nobody waits for it.

    Raises NotFoundError, RefusedError when it is back, somebody waits, or it was lent once more already.
    """
    activity, row, loan = await _borrowed(tx, actor, signup_id)
    if loan.renewed:
        raise RefusedError(t("loan-renewed-already"))
    if not await lending_cards.renewable(tx, row, loan) or loan.due_at is None:
        raise RefusedError(t("loan-awaited"))
    hours = await hours_of(tx, activity)
    loan.renewed, loan.answer = True, None
    _lend_until(tx, loan, lending.renewed(loan.due_at, tx.now, activity.planned.lasts, hours), hours)
    await _tell_until(tx, activity, row, loan, never=actor.id)
    await lending_news.changed(tx, activity, row, loan, seen_by=None)
    return row


async def say(tx: Tx, actor: Account, signup_id: int, answer: Answer) -> Signup:
    """The borrower says when it comes back, or that it is broken or lost; the keeper hears it, once for each
    answer. Raises NotFoundError, RefusedError when it is back."""
    activity, row, loan = await _borrowed(tx, actor, signup_id)
    if loan.answer != answer:
        loan.answer = answer
        text = t(f"loan-told-{answer}", name=row.name, title=activity.planned.title)
        await lending_news.to_keepers(tx, activity, row, loan, text)
    return row


async def card(tx: Tx, actor: Account, signup_id: int) -> Outgoing:
    """One loan, for its keeper. Raises NotFoundError."""
    return await lending_cards.keeper(tx, *await _kept(tx, actor, signup_id))


async def desk(tx: Tx, actor: Account, activity_id: int) -> Desk:
    """What has become of all there is of one thing, for its keeper. Raises NotFoundError."""
    activity = await activity_access.listed_by(tx, actor, activity_id)
    rows = await signups.of_activity(tx, activity.id)
    slots, gone = await activities.slots(tx, activity.id), await loans.gone(tx, activity.id)
    kept = sum(one.state == Standing.SEATED for one in gone)
    if activity.form != "loan":
        raise NotFoundError
    return Desk(
        activity=activity,
        seats=sum(one.seats or 0 for one in slots) - kept,
        loans=await loans.of_activity(tx, activity.id),
        offered=[one for one in rows if one.state == Standing.OFFERED],
        waiting=[one for one in rows if one.state == Standing.WAITING],
        away=[one for one in rows if signup_people.withheld(one) and not signup_people.gone(one)],
        gone=gone,
    )
