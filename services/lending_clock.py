"""Loans and the clock: what nobody has fetched goes on, and people are reminded, kindly and seldom."""

from __future__ import annotations

from domain import lending
from domain.activitytaps import SignupDo
from domain.lending import Word
from domain.lendingtaps import LoanDo
from domain.messages import Button, t
from domain.night import awake
from domain.signups import Move, Standing
from services import activity_cards, lending_cards, lending_news, signups_moving
from services.cards import button
from storage import activities, loans, signups
from storage.activities import Activity
from storage.loans import Loan
from storage.signups import Signup
from storage.transaction import Tx


async def look_one(tx: Tx) -> bool:
    """Look at one loan whose time has come: let go what was not fetched, or say what is to be said. Returns
    whether there was one."""
    found = await loans.to_look(tx)
    row = await signups.peek(tx, found.signup_id) if found is not None else None
    if found is None or row is None:
        return False
    activity = await activities.locked(tx, row.activity_id)
    row, loan = await signups.signup(tx, row.id), await loans.one(tx, found.signup_id)
    if activity is None or row is None or loan is None or loan.look_at is None or loan.look_at > tx.now:
        return True  # handed out or given up meanwhile
    if loan.out:
        await _remind(tx, activity, row, loan)
        return True
    loan.look_at = None
    if loan.handed_at is None and row.state == Standing.SEATED:
        await _let_go(tx, activity, row, loan)
    return True


async def _let_go(tx: Tx, activity: Activity, row: Signup, loan: Loan) -> None:
    """Nobody has come for it: the next one is asked, and they can have it again at the end of the line."""
    signups_moving.to(tx, row, Move.CANCEL)
    await tx.session.flush()
    await signups_moving.move_up(tx, activity, row.slot_id)
    title = activity.planned.title
    again = [[button("button-loan-again", SignupDo("again", row.id))]]
    await lending_news.to_borrower(
        tx, activity, row, lambda who: t("loan-let-go", who=who, title=title), again
    )
    await lending_news.changed(tx, activity, row, loan)


async def _remind(tx: Tx, activity: Activity, row: Signup, loan: Loan) -> None:
    zone = await activity_cards.zone_of(tx, activity)
    morning = awake(tx.now, zone)
    if loan.due_at is None or morning > tx.now:
        loan.look_at = morning
        return
    word = lending.word(loan.due_at, loan.reminded, tx.now, zone)
    loan.reminded = lending.coming(loan.due_at, tx.now, zone)
    loan.look_at = lending.look_at(loan.due_at, loan.reminded, zone)
    if word is None:
        return
    if word is Word.KEEPER or not await _say(tx, activity, row, loan, word):
        await _say_to_keeper(tx, activity, row, loan, word)


async def _say(tx: Tx, activity: Activity, row: Signup, loan: Loan, word: Word) -> bool:
    title, at = activity.planned.title, await lending_cards.due(tx, activity, loan)
    if word is Word.OVERDUE:
        rows = lending_cards.when_back(row)[:-1]
    else:
        rows = await _renew(tx, row, loan)
    return await lending_news.to_borrower(
        tx, activity, row, lambda who: t(f"loan-due-{word}", who=who, title=title, at=at), rows
    )


async def _renew(tx: Tx, row: Signup, loan: Loan) -> list[list[Button]]:
    if not await lending_cards.renewable(tx, row, loan):
        return []
    return [[button("button-loan-renew", LoanDo("renew", row.id))]]


async def _say_to_keeper(tx: Tx, activity: Activity, row: Signup, loan: Loan, word: Word) -> None:
    """The borrower was asked often enough, or cannot be asked here: somebody calls them."""
    if word in (Word.TOMORROW, Word.TODAY):
        return
    text = t(
        "loan-not-back",
        name=row.name,
        title=activity.planned.title,
        at=await lending_cards.due(tx, activity, loan),
        phone=await lending_cards.phone(tx, row),
    )
    await lending_news.to_keepers(tx, activity, row, loan, text)
