"""Being a volunteer: one's own card, and how somebody stands with the association."""

from __future__ import annotations

from domain.helptaps import Offer, VolunteerDo
from domain.messages import Button, Outgoing, Text, t
from domain.taps import Go
from domain.volunteers import Standing, Step
from handlers import intake, passing
from handlers.talk import Rows, Talk, aside, tap
from services import seats, volunteers
from services.errors import NotFoundError
from services.kinds import Volunteer

REASON = passing.VOLUNTEER_REASON
"""The form in which the officer says why."""
WITH_REASON = (Step.DECLINE, Step.SUSPEND)


async def own(talk: Talk) -> None:
    """How one stands with the association, and what one can do about it."""
    row = await volunteers.own(talk.tx, talk.account)
    if row is None or row.state in (Standing.LEFT, Standing.DECLINED):
        talk.show(t("volunteer-wanted"), [[tap("button-offer", Offer("begin"))], aside("more")])
        return
    offers = await volunteers.said(talk.tx, row.center_id, row.profile)
    lines = [offers, *await volunteers.history(talk.tx, row)]
    state = t(f"volunteer-own-{row.state}", reason=row.reason or "")
    promised = await seats.mine(talk.tx, talk.account)
    text = t("volunteer-own", state=state, lines=t("lines", items=list(lines)))
    first: Rows = [[tap("button-tasks", Go("tasks"))]] if promised else []
    talk.show(text, [*first, *_own_rows(row), aside("more")])


def _own_rows(row: Volunteer) -> Rows:
    rows: Rows = []
    if row.state != Standing.SUSPENDED:
        rows.append([tap("button-offer-change", Offer("begin"))])
    if row.state == Standing.ACTIVE:
        rows.append([_button(Step.PAUSE, row)])
    elif row.state == Standing.PAUSED:
        rows.append([_button(Step.RESUME, row)])
    return [*rows, [_button(Step.LEAVE, row)]]


def _button(step: str, row: Volunteer) -> Button:
    return tap(f"button-volunteer-{step}", VolunteerDo(step, row.id))


async def do(talk: Talk, chosen: VolunteerDo) -> None:
    """A button on a volunteer's card, theirs or the officer's."""
    match chosen.action:
        case "open":
            await _open(talk, chosen.volunteer_id)
        case Step.LEAVE:
            row = await volunteers.one(talk.tx, talk.account, chosen.volunteer_id)
            talk.show(t("volunteer-leave-sure"), [[_button("leave-sure", row)], aside("volunteer")])
        case "leave-sure":
            await _step(talk, chosen.volunteer_id, Step.LEAVE)
        case Step.DECLINE | Step.SUSPEND:
            row = await volunteers.for_officer(talk.tx, talk.account, chosen.volunteer_id)
            intake.check_free(talk, REASON)
            await talk.keep(REASON, step=chosen.action, volunteer=row.id)
            await ask_reason(talk)
        case Step.PAUSE | Step.RESUME | Step.ACCEPT | Step.REINSTATE:
            await _step(talk, chosen.volunteer_id, Step(chosen.action))
        case _:
            raise NotFoundError


async def _open(talk: Talk, volunteer_id: int) -> None:
    row = await volunteers.one(talk.tx, talk.account, volunteer_id)
    if row.account_id == talk.account.id:  # an officer who helps too finds themselves on the list
        await own(talk)
        return
    talk.put(await volunteers.card(talk.tx, row))


async def _step(talk: Talk, volunteer_id: int, step: Step, reason: str = "") -> None:
    row = await volunteers.step(talk.tx, talk.account, volunteer_id, step, reason)
    if row.account_id == talk.account.id:
        talk.show(t(f"volunteer-done-{step}"), [aside("volunteer")])
    else:
        seen = await volunteers.card(talk.tx, row)
        talk.put(
            Outgoing(text=t("lines", items=[_noted(step), seen.text or _noted(step)]), buttons=seen.buttons)
        )


def _noted(step: Step) -> Text:
    return t(f"volunteer-noted-{step}")


async def ask_reason(talk: Talk) -> None:
    """Ask why, in a few words."""
    row = await volunteers.for_officer(talk.tx, talk.account, talk.data["volunteer"])
    name = await volunteers.name(talk.tx, row)
    stop = [tap("button-never-mind", Go("drop")), tap("button-person", Go("person"))]
    talk.say(t(f"volunteer-why-{talk.data['step']}", name=name), [stop])


async def reason(talk: Talk) -> None:
    """The reason was written."""
    data = talk.data
    if not talk.text.strip():
        talk.say(t("reason-in-words"))
        await ask_reason(talk)
        return
    await talk.leave()
    await _step(talk, data["volunteer"], Step(data["step"]), talk.text)
