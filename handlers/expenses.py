"""Money a volunteer laid out: how much, what for, the receipt; and the officer's yes or no."""

from __future__ import annotations

from typing import Any

from domain.helptaps import ExpenseDo
from domain.messages import Button, Content, Outgoing, Text, t
from domain.money import fen, yuan
from domain.taps import Go
from handlers import hotlines, intake, passing
from handlers.content import content_of
from handlers.drafts import said_now
from handlers.talk import Rows, Talk, aside, tap
from services import expenses
from services.errors import NotFoundError, RefusedError

FORM, WHY = passing.EXPENSE, passing.EXPENSE_REASON
RECEIPTS = ("photo", "document")


async def begin(talk: Talk, seat_id: int) -> None:
    """Begin to ask for money; a form that is open is finished first."""
    intake.check_free(talk, FORM)
    await expenses.check(talk.tx, talk.account, seat_id)
    await talk.keep(FORM, step="amount", seat=seat_id)
    talk.show(*_question(talk))


async def ask(talk: Talk) -> None:
    """Ask the question the form is at again."""
    talk.say(*_question(talk))


def _question(talk: Talk) -> tuple[Text, Rows]:
    stop: list[Button] = [tap("button-never-mind", Go("drop")), tap("button-person", Go("person"))]
    step = talk.data["step"]
    none = (
        [[tap("button-no-receipt", ExpenseDo("no-receipt", talk.data["seat"]))]] if step == "receipt" else []
    )
    return t(f"expense-ask-{step}"), [*none, stop]


async def message(talk: Talk) -> None:
    """The answer was written, or the receipt photographed."""
    step, words = talk.data["step"], talk.text.strip()
    if (said := said_now(talk)) is not None:
        hotlines.warn(talk, said)
    content = content_of(talk.message) if talk.message else None
    if step == "amount":
        await _keep(talk, "what", fen=expenses.check_amount(fen(words)))
    elif step == "what":
        if words:
            await _keep(talk, "receipt", what=words)
        else:
            talk.say(t("reason-in-words"))
    elif content is not None and content.kind in RECEIPTS:
        await _ask_for(talk, content.came_by(talk.tx.bot_id))
        return
    else:
        talk.say(t("expense-photo-please"))
    await ask(talk)


async def _keep(talk: Talk, step: str, **answer: Any) -> None:
    await talk.keep(FORM, **{**talk.data, **answer, "step": step})


async def _ask_for(talk: Talk, receipt: Content | None) -> None:
    data = talk.data
    await talk.leave()
    row = await expenses.ask(talk.tx, talk.account, data["seat"], data["fen"], data["what"], receipt)
    talk.show(t("expense-asked-for", yuan=yuan(row.fen)), [aside("volunteer")])


async def do(talk: Talk, chosen: ExpenseDo) -> None:
    """A button on an expense's card; without a receipt it is sent as it is."""
    match chosen.action:
        case "no-receipt":
            at_receipt = talk.form is not None and talk.form.form == FORM and talk.data["step"] == "receipt"
            if not at_receipt or talk.data["seat"] != chosen.expense_id:
                raise RefusedError(t("already-answered"))
            await _ask_for(talk, None)
        case "open":
            row = await expenses.one(talk.tx, talk.account, chosen.expense_id)
            talk.put(await expenses.card(talk.tx, row))
        case "approve":
            row = await expenses.decide(talk.tx, talk.account, chosen.expense_id, approved=True)
            talk.put(await expenses.card(talk.tx, row))
        case "decline":
            row = await expenses.to_decide(talk.tx, talk.account, chosen.expense_id)
            intake.check_free(talk, WHY)
            await talk.keep(WHY, expense=row.id)
            await ask_why(talk)
        case _:
            raise NotFoundError


async def ask_why(talk: Talk) -> None:
    """Ask why not, in a few words."""
    stop = [tap("button-never-mind", Go("drop")), tap("button-person", Go("person"))]
    talk.say(t("expense-why"), [stop])


async def why(talk: Talk) -> None:
    """Why not was written."""
    expense_id = talk.data["expense"]
    if not talk.text.strip():
        talk.say(t("reason-in-words"))
        await ask_why(talk)
        return
    await talk.leave()
    row = await expenses.decide(talk.tx, talk.account, expense_id, approved=False, reason=talk.text)
    card = await expenses.card(talk.tx, row)
    talk.put(Outgoing(text=card.text, buttons=card.buttons))
