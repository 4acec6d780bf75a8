"""What has to be published and whether it was, for everybody to read; and how often, for whoever leads."""

from __future__ import annotations

from domain.boardtaps import BoardRead, DisclosureSet, DisclosureWrite
from domain.disclosure import duty_of
from domain.messages import Button, Text, t, verbatim
from domain.taps import Go
from handlers import notice_form
from handlers.talk import Rows, Talk, aside, tap
from services import disclosure, notice_access
from services.disclosure import CHOICES, Line
from services.errors import NotFoundError


async def screen(talk: Talk) -> None:
    """How it stands with each duty at somebody's center; for an office also what is late below it."""
    found = await disclosure.at_center(talk.tx, talk.account)
    late = await disclosure.late_for(talk.tx, talk.account)
    items = [disclosure.say(talk.tx, one) for one in found]
    if late:
        items.append(t("disclosure-late-below", items=disclosure.by_center(late)))
    rows: Rows = [[one] for line in found if (one := _button(talk, line)) is not None]
    if found and disclosure.may_settle(talk.account, found[0].unit):
        rows.append([tap("button-disclosure-settle", Go("disclosure-settle"))])
    unit = verbatim(found[0].unit.name) if found else t("disclosure-office")
    talk.show(t("disclosure", unit=unit, items=items or [t("disclosure-nothing")]), [*rows, aside("board")])


def _button(talk: Talk, line: Line) -> Button | None:
    """Read the notice by which it was done; or write it, for whoever may."""
    what = t(f"disclosure-{line.duty.code}")
    by = line.standing.by if line.standing is not None else line.last
    if by is not None:
        return tap("button-disclosure-read", BoardRead(by.notice_id, 0), what=what)
    if line.on and notice_access.may_write(talk.account, line.unit):
        return tap("button-disclosure-write-it", DisclosureWrite(line.unit.id, line.duty.code), what=what)
    return None


async def write(talk: Talk, chosen: DisclosureWrite) -> None:
    """Begin the notice by which a duty is done: it has the right kind already."""
    try:
        kind = duty_of(chosen.duty).kinds[0]
    except KeyError:
        raise NotFoundError from None
    await notice_form.open_with(talk, chosen.center_id, None, kind=kind)
    await notice_form.ask(talk)


async def settings(talk: Talk) -> None:
    """The duties, each with how often it is done; a tap on one changes that."""
    found = await disclosure.at_center(talk.tx, talk.account)
    if not found or not disclosure.may_settle(talk.account, found[0].unit):
        raise NotFoundError
    rows: Rows = [
        [
            tap(
                "button-disclosure-often",
                DisclosureSet(one.unit.id, one.duty.code, ""),
                what=t(f"disclosure-{one.duty.code}"),
                often=_often(one),
            )
        ]
        for one in found
    ]
    talk.show(t("disclosure-settle"), [*rows, aside("disclosure")])


def _often(line: Line) -> Text:
    return t(f"disclosure-every-{line.every if line.on else 'off'}")


async def settle(talk: Talk, chosen: DisclosureSet) -> None:
    """Ask how often a duty is done, or settle it."""
    if chosen.value:
        await disclosure.settle(talk.tx, talk.account, chosen.center_id, chosen.duty, chosen.value)
        await settings(talk)
        return
    unit, line = await disclosure.settled_by(talk.tx, talk.account, chosen.center_id, chosen.duty)
    present = line.every if line.on else "off"
    rows: Rows = [
        [
            tap(
                "button-picked" if one == present else "button-text",
                DisclosureSet(unit.id, line.duty.code, one),
                text=t(f"disclosure-every-{one}"),
            )
        ]
        for one in CHOICES
    ]
    what = t(f"disclosure-{line.duty.code}")
    talk.show(t("disclosure-how-often", what=what), [*rows, aside("disclosure-settle")])
