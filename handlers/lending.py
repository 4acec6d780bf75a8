"""What is lent: the keeper's list of who has what, handing out and taking back, what borrowers answer."""

from __future__ import annotations

from domain.activitytaps import ActivityDo
from domain.lending import Answer
from domain.lendingtaps import LoanDesk, LoanDo
from domain.messages import Button, Text, t, verbatim
from domain.taps import Go
from handlers import intake, passing
from handlers.talk import Rows, Talk, paged, tap
from services import lending, lending_cards, signup_cards
from services.errors import NotFoundError
from services.lending import Desk

FORM = passing.LOAN_REMARK
OUTCOMES = {"back": "fine", "broken": "broken", "gone": "lost"}
"""What the keeper's buttons say of how it came back."""
SAYS = {f"say-{one}": one for one in Answer}
SHOWN = 4


async def do(talk: Talk, chosen: LoanDo) -> None:
    """A button about a loan. Its message shows how things stand afterwards."""
    tx, who, signup_id = talk.tx, talk.account, chosen.signup_id
    action = chosen.action
    if action == "open":
        talk.put(await lending.card(tx, who, signup_id))
    elif action == "hand":
        talk.put(await lending.hand_out(tx, who, signup_id))
    elif action in OUTCOMES:
        talk.put(await lending.take_back(tx, who, signup_id, OUTCOMES[action]))
        if action != "back":
            await _ask_how(talk, signup_id, OUTCOMES[action])
    elif action == "mended":
        activity = await lending.mended(tx, who, signup_id)
        talk.toast(t("loan-mended"))
        await desk(talk, LoanDesk(activity.id, 0))
    elif action == "away":
        talk.put(await lending.aside(tx, who, signup_id))
    elif action == "missing":
        activity = await lending.missing(tx, who, signup_id)
        talk.toast(t("loan-missing"))
        await desk(talk, LoanDesk(activity.id, 0))
    elif action == "renew":
        row = await lending.renew(tx, who, signup_id)
        talk.put(await signup_cards.card(tx, who, row))
    elif action in SAYS:
        await _said(talk, signup_id, SAYS[action])
    else:
        raise NotFoundError


async def _said(talk: Talk, signup_id: int, answer: Answer) -> None:
    row = await lending.say(talk.tx, talk.account, signup_id, answer)
    rows: Rows = [
        [tap("button-activity-open", ActivityDo("look", row.activity_id))],
        [tap("button-person", Go("person"))],
    ]
    talk.show(t(f"loan-heard-{answer}"), rows)


async def desk(talk: Talk, chosen: LoanDesk) -> None:
    """Who has what since when and until when, what is overdue, and how many wait."""
    found = await lending.desk(talk.tx, talk.account, chosen.activity_id)
    items = [await lending_cards.keeper_line(talk.tx, found.activity, row, loan) for loan, row in found.loans]
    buttons = [tap("button-text", LoanDo("open", row.id), text=row.name) for _, row in found.loans]
    items += [t("loan-keep-away")] * len(found.away) + [t("loan-keep-gone")] * len(found.gone)
    buttons += [tap("button-loan-away", LoanDo("away", row.id)) for row in found.away]
    buttons += [tap("button-loan-found", LoanDo("mended", row.id)) for row in found.gone]
    page = min(max(chosen.page, 0), max(0, (len(buttons) - 1) // SHOWN))
    shown = items[page * SHOWN : (page + 1) * SHOWN]
    rows = paged(buttons, page, lambda n: LoanDesk(found.activity.id, n), size=SHOWN)
    rows.append([tap("button-loan-lend", ActivityDo("look", found.activity.id))])
    talk.show(t("lines", items=[*_counts(found), *shown]), [*rows, _aside(found.activity.id)])


def _counts(found: Desk) -> list[Text]:
    title = t("activity-title", kind=t("activity-kind-loan"), title=found.activity.planned.title)
    waiting = len(found.waiting) + len(found.offered)
    lines = [title, t("loan-counts", n=found.seats, out=found.out, here=found.here, waiting=waiting)]
    if found.waiting or found.offered:
        names = [verbatim(one.name) for one in (*found.offered, *found.waiting)]
        lines.append(t("loan-next", items=names))
    return lines


def _aside(activity_id: int) -> list[Button]:
    return [tap("button-back", ActivityDo("manage", activity_id)), tap("button-person", Go("person"))]


async def _ask_how(talk: Talk, signup_id: int, outcome: str) -> None:
    """A word of what is broken, or how it was lost, if the keeper wants to write one; another form is not
    disturbed for it."""
    if intake.is_free(talk):
        await talk.keep(FORM, signup=signup_id, outcome=outcome)
        await ask(talk)


async def ask(talk: Talk) -> None:
    """Ask what it is like."""
    rows = [[tap("button-loan-no-remark", Go("drop")), tap("button-person", Go("person"))]]
    talk.say(t("loan-ask-remark", outcome=talk.data.get("outcome", "broken")), rows)


async def message(talk: Talk) -> None:
    """It was written."""
    signup_id, words = talk.data["signup"], talk.text.strip()
    if not words:
        await ask(talk)
        return
    await talk.leave()
    talk.put(await lending.remark(talk.tx, talk.account, signup_id, words))
