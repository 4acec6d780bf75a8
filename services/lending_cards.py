"""What is lent looks like this: to whoever borrows it, and to whoever keeps it."""

from __future__ import annotations

from domain.activitytaps import ActivityDo, SignupDo
from domain.lendingtaps import LoanDesk, LoanDo
from domain.messages import Button, Moment, Outgoing, Text, t
from domain.signups import Standing
from domain.taps import Go
from services import activity_cards, signup_people
from services.cards import button, short_phone
from services.errors import NotFoundError
from storage import activities, loans, people, signups
from storage.activities import Activity
from storage.loans import Loan
from storage.signups import Signup
from storage.transaction import Tx


async def standing(tx: Tx, activity: Activity, row: Signup, who: Text) -> Text:
    """How somebody stands with what is lent, in a line with their name."""
    if row.state == Standing.WAITING:
        place = await signups.ahead_of(tx, row) + 1
        free = await _free_from(tx, activity)
        if free is None:
            return t("loan-waiting", who=who, place=place)
        return t("loan-waiting-until", who=who, place=place, at=free)
    loan = await loans.peek(tx, row.id)
    if loan is not None and loan.out:
        return t("loan-overdue" if _late(tx, loan) else "loan-out", who=who, at=await due(tx, activity, loan))
    if loan is not None and row.state == Standing.SEATED:
        return t("loan-reserved", who=who, at=await _moment(tx, activity, loan))
    return t(f"loan-{row.state}", who=who)


async def _free_from(tx: Tx, activity: Activity) -> Moment | None:
    """When the first is due back that is out: nobody hears from whom."""
    coming = [loan.due_at for loan, _ in await loans.of_activity(tx, activity.id) if loan.due_at is not None]
    later = [at for at in coming if at > tx.now]
    zone = await activity_cards.zone_of(tx, activity)
    return Moment(at=later[0], zone=zone, style="date") if later else None


async def due(tx: Tx, activity: Activity, loan: Loan) -> Text:
    """Until when it is lent. Raises NotFoundError for what nobody has fetched."""
    if loan.due_at is None:
        raise NotFoundError
    return activity_cards.day_and_time(loan.due_at, await activity_cards.zone_of(tx, activity))


async def _moment(tx: Tx, activity: Activity, loan: Loan) -> Text:
    return activity_cards.day_and_time(loan.fetch_by, await activity_cards.zone_of(tx, activity))


def _late(tx: Tx, loan: Loan) -> bool:
    return loan.due_at is not None and loan.due_at <= tx.now


async def renewable(tx: Tx, row: Signup, loan: Loan) -> bool:
    """Whether it can be lent once more: it has not been yet, and nobody waits for it."""
    if not loan.out or loan.renewed:
        return False
    counted = await signups.taken(tx, row.slot_id)
    return not (counted[Standing.WAITING] or counted[Standing.OFFERED])


async def rows(tx: Tx, row: Signup) -> list[list[Button]]:
    """What whoever borrows can do."""
    loan = await loans.peek(tx, row.id)
    if loan is not None and loan.out:
        again = await renewable(tx, row, loan)
        renew = [[button("button-loan-renew", LoanDo("renew", row.id))]] if again else []
        return [*renew, [button("button-loan-lost", LoanDo("say-lost", row.id))]]
    if row.state == Standing.OFFERED:
        return answers(row)
    if row.state in (Standing.SEATED, Standing.WAITING):
        return [[button("button-loan-cancel", SignupDo("cancel", row.id))]]
    return [[button("button-loan-again", SignupDo("again", row.id))]]


def answers(row: Signup) -> list[list[Button]]:
    """Yes and no for whoever is next."""
    return [
        [button("button-loan-yes", SignupDo("yes", row.id))],
        [button("button-loan-no", SignupDo("no", row.id))],
    ]


def when_back(row: Signup) -> list[list[Button]]:
    """What somebody can answer who is asked when it comes back."""
    return [
        [button("button-loan-today", LoanDo("say-today", row.id))],
        [button("button-loan-tomorrow", LoanDo("say-tomorrow", row.id))],
        [button("button-loan-lost", LoanDo("say-lost", row.id))],
        [button("button-person", Go("person"))],
    ]


async def keeper(tx: Tx, activity: Activity, row: Signup, loan: Loan) -> Outgoing:
    """One loan to whoever keeps what is lent: who has it or fetches it, until when, how to reach them."""
    lines = [
        t("activity-title", kind=t("activity-kind-loan"), title=activity.planned.title),
        await keeper_line(tx, activity, row, loan),
        t("loan-phone", phone=await phone(tx, row)),
    ]
    if loan.out and loan.answer:
        lines.append(t(f"loan-said-{loan.answer}"))
    if loan.outcome in ("broken", "lost") and loan.remark:
        lines.append(t("loan-remark", words=loan.remark))
    aside = [button("button-loan-desk", LoanDesk(activity.id, 0)), button("button-person", Go("person"))]
    return Outgoing(text=t("lines", items=lines), buttons=[*_keeper_rows(row, loan), aside])


async def aside(tx: Tx, activity: Activity, row: Signup) -> Outgoing:
    """What nobody can borrow to its keeper: who had it last, what was written of it, what can be done."""
    lines = [t("activity-title", kind=t("activity-kind-loan"), title=activity.planned.title)]
    buttons = []
    if signup_people.gone(row):
        lines.append(t("loan-keep-gone"))
        buttons = [[button("button-loan-found", LoanDo("mended", row.id))]]
    elif row.state == Standing.SEATED:
        lines.append(t("loan-keep-away"))
        buttons = [
            [button("button-loan-mended", LoanDo("mended", row.id))],
            [button("button-loan-missing", LoanDo("missing", row.id))],
        ]
    last = await signups.peek(tx, signup_people.which(row))
    loan = await loans.peek(tx, signup_people.which(row))
    if last is not None and loan is not None and last.activity_id == activity.id:
        lines.append(await keeper_line(tx, activity, last, loan))
        lines += [t("loan-remark", words=loan.remark)] if loan.remark else []
    back = [button("button-loan-desk", LoanDesk(activity.id, 0)), button("button-person", Go("person"))]
    return Outgoing(text=t("lines", items=lines), buttons=[*buttons, back])


def _keeper_rows(row: Signup, loan: Loan) -> list[list[Button]]:
    if loan.out:
        return [
            [button("button-loan-back", LoanDo("back", row.id))],
            [button("button-loan-broken", LoanDo("broken", row.id))],
            [button("button-loan-gone", LoanDo("gone", row.id))],
        ]
    if row.state == Standing.SEATED:
        return [
            [button("button-loan-hand", LoanDo("hand", row.id))],
            [button("button-loan-cancel", SignupDo("cancel", row.id))],
        ]
    return [[button("button-activity-open", ActivityDo("look", row.activity_id))]]


async def keeper_line(tx: Tx, activity: Activity, row: Signup, loan: Loan) -> Text:
    """The same in one line of a list."""
    if loan.outcome is not None:
        return t(f"loan-keep-{loan.outcome}", name=row.name)
    if loan.handed_at is not None:
        zone = await activity_cards.zone_of(tx, activity)
        since = Moment(at=loan.handed_at, zone=zone, style="date")
        at = await due(tx, activity, loan)
        return t(
            "loan-keep-overdue" if _late(tx, loan) else "loan-keep-out", name=row.name, since=since, at=at
        )
    if row.state == Standing.SEATED:
        return t("loan-keep-reserved", name=row.name, at=await _moment(tx, activity, loan))
    return t("loan-keep-given-up", name=row.name)


async def phone(tx: Tx, row: Signup) -> Text | str:
    """How to reach whoever has it."""
    account = await people.account(tx, row.account_id) if row.account_id is not None else None
    number = row.phone or (account.phone if account is not None else None)
    return short_phone(number) if number else t("phone-unknown")


async def of(tx: Tx, signup_id: int) -> tuple[Activity, Signup, Loan]:
    """A loan with the place and the activity it belongs to, as they were read first. Raises NotFoundError."""
    row = await signups.peek(tx, signup_id)
    activity = await activities.one(tx, row.activity_id) if row is not None else None
    loan = await loans.peek(tx, signup_id)
    if row is None or activity is None or loan is None:
        raise NotFoundError
    return activity, row, loan
