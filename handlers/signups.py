"""Places somebody has or wants: the list, one place, taking a seat, giving it up and taking that back."""

from __future__ import annotations

from domain.activitytaps import SignupDo
from domain.messages import t
from domain.signups import Standing
from domain.taps import Go, Page
from handlers.talk import Talk, aside, paged, tap
from services import activity_lists, signup_cards, signup_people, signups
from services.errors import NotFoundError
from services.kinds import Signup

PAGE = 5


async def mine(talk: Talk, page: int = 0) -> None:
    """All one has signed up for, for oneself and for others, the next first."""
    found = await activity_lists.mine(talk.tx, talk.account)
    if not found:
        look = [tap("button-activities", Go("activities"))]
        talk.show(t("signups-none"), [look, aside("activities")])
        return
    page = min(max(page, 0), (len(found) - 1) // PAGE)
    lines = [await signup_cards.line(talk.tx, talk.account, one) for one in found]
    items = [line for line, _ in lines[page * PAGE : (page + 1) * PAGE]]
    rows = paged([opening for _, opening in lines], page, lambda n: Page("signups", n))
    talk.show(t("signups", items=items), [*rows, aside("activities")])


async def do(talk: Talk, chosen: SignupDo) -> None:
    """A button about a place. Its message shows how things stand afterwards: no old question stays."""
    tx, who, signup_id = talk.tx, talk.account, chosen.signup_id
    match chosen.action:
        case "open":
            row, _ = await signups.one(tx, who, signup_id)
        case "yes" | "no":
            row = await signups.answer(tx, who, signup_id, yes=chosen.action == "yes", seen=_seen(talk))
        case "cancel":
            row = await signups.cancel(tx, who, signup_id, seen=_seen(talk))
        case "again":
            row = await signups.again(tx, who, signup_id)
        case "fine":
            row, activity = await signups.one(tx, who, signup_id)
            talk.toast(t("signup-fine-thanks", form=activity.planned.manner))
        case "still" | "not-still":
            await _still(talk, signup_id, yes=chosen.action == "still")
            return
        case _:
            raise NotFoundError
    await _show(talk, row)


async def _still(talk: Talk, signup_id: int, *, yes: bool) -> None:
    row, activity = await signups.still(talk.tx, talk.account, signup_id, yes=yes, seen=_seen(talk))
    message = await signup_cards.card(talk.tx, talk.account, row)
    if await signup_people.stands(talk.tx, talk.account, row) == Standing.SEATED:
        name, facts = signup_cards.whose(talk.account, row), await signup_cards.facts(talk.tx, row)
        text = t("activity-still-yes", form=activity.planned.manner, name=name, facts=facts)
        message = message.model_copy(update={"text": text})
    talk.put(message)


def _seen(talk: Talk) -> int | None:
    return talk.query.message.message_id if talk.query and talk.query.message else None


async def _show(talk: Talk, row: Signup) -> None:
    talk.put(await signup_cards.card(talk.tx, talk.account, row))
