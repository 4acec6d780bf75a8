"""Something to borrow is kept for whoever has a claim to it, until they fetch it or do not want it."""

from __future__ import annotations

from domain.lending import fetch_by
from domain.messages import t
from domain.signups import Standing
from domain.units import settings_of
from services import lending_news
from services.errors import RefusedError
from storage import activities, loans, units
from storage.activities import Activity
from storage.loans import Loan
from storage.signups import Signup
from storage.transaction import Tx


async def seated(tx: Tx, row: Signup) -> None:
    """Somebody has a place: if it is to borrow something, it is kept for them and its keeper hears of it. Of
    anything else nothing happens, nor for whoever waits. The activity must be locked."""
    activity = await activities.one(tx, row.activity_id)
    if activity is None or activity.form != "loan" or row.state != Standing.SEATED:
        return
    until = fetch_by(tx.now, settings_of(await units.unit_of(tx, activity.center_id)).hours)
    loan = Loan(signup_id=row.id, fetch_by=until, look_at=until, reminded=0, renewed=False)
    await loans.add(tx, loan)
    await lending_news.reserved(tx, activity, row, loan)


async def check_left(tx: Tx, activity: Activity) -> None:
    """Raises RefusedError for something to borrow of which nothing can be found any more: nobody waits for
    it in vain."""
    if activity.form == "loan" and await loans.none_left(tx, activity.id):
        raise RefusedError(t("loan-none-left"))


async def check_here(tx: Tx, row: Signup) -> None:
    """Raises RefusedError for what has been fetched: it is not called off, but brought back."""
    loan = await loans.one(tx, row.id)
    if loan is not None and loan.out:
        raise RefusedError(t("loan-is-out"))


async def given_up(tx: Tx, row: Signup, *, by: int) -> None:
    """A place was called off by somebody: nothing is kept for it any more. The activity must be locked, and
    the thing here."""
    loan = await loans.one(tx, row.id)
    if loan is None:
        return
    loan.look_at = None
    activity = await activities.one(tx, row.activity_id)
    if activity is not None:
        await lending_news.changed(tx, activity, row, loan, seen_by=by)
