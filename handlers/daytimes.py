"""Choosing one of an activity's times: at once where they are few, else by day, part of the day and hour."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from domain.daytimes import Step, fork
from domain.messages import Button, Moment, Text, t
from domain.officetime import midnight
from domain.tap import Tap
from domain.taps import Go
from handlers.talk import Rows, paged, tap
from services.errors import NotFoundError
from services.kinds import ActivitySlot

Slots = Sequence[ActivitySlot]


@dataclass(frozen=True)
class Choice:
    """Times to choose from, and what the buttons mean.

    leads  what leads to another step
    takes  what takes a time
    says   how many seats of these slots are left or taken, in a few words
    home   where back leads from the first step
    """

    title: str
    zone: str
    slots: Slots
    leads: Callable[[Step], Tap]
    takes: Callable[[ActivitySlot], Tap]
    says: Callable[[Slots], Text]
    home: Tap


def read(packed: str) -> Step:
    """The step that a button carries. Raises NotFoundError for what is none."""
    try:
        return Step.read(packed)
    except ValueError:
        raise NotFoundError from None


def screen(choice: Choice, step: Step) -> tuple[Text, Rows]:
    """The question of a step, and its choices; of the first one when all of its times have begun."""
    if not _held(choice, step):
        step = Step()
    held = _held(choice, step)
    starts = [one.starts_at for one in held if one.starts_at is not None]
    ways = fork(step, starts, choice.zone)
    buttons = [_leads(choice, one) for one in ways] or [_takes(choice, one) for one in held]
    rows = paged(buttons, step.page, lambda page: choice.leads(replace(step, page=page)))
    before = step.before
    back = tap("button-back", choice.home if before is None else choice.leads(before))
    return _question(choice, held, ways), [*rows, [back, tap("button-person", Go("person"))]]


def _held(choice: Choice, step: Step) -> list[ActivitySlot]:
    return [one for one in choice.slots if one.starts_at is None or step.holds(one.starts_at, choice.zone)]


def _leads(choice: Choice, way: Step) -> Button:
    """A day, a part of a day or an hour, with what is left of its seats."""
    meaning, places = choice.leads(way), choice.says(_held(choice, way))
    if way.hour is not None:
        return tap("button-sign-hour", meaning, hour=way.hour, places=places)
    if way.part is not None:
        return tap("button-sign-part", meaning, part=t(f"part-{way.part}"), places=places)
    if way.day is None:
        raise ValueError("a way that leads nowhere")
    day = Moment(at=midnight(way.day, choice.zone), zone=choice.zone, style="date")
    return tap("button-sign-part", meaning, part=day, places=places)


def _takes(choice: Choice, slot: ActivitySlot) -> Button:
    at = Moment(at=slot.starts_at, zone=choice.zone, style="short") if slot.starts_at else ""
    return tap("button-sign-time", choice.takes(slot), at=at, places=choice.says([slot]))


def _question(choice: Choice, held: Slots, ways: Sequence[Step]) -> Text:
    first = held[0].starts_at if held else None
    if not ways or first is None:
        return t("sign-time", title=choice.title)
    if ways[0].part is None and ways[0].hour is None:
        return t("sign-day", title=choice.title)
    return t("sign-hour", title=choice.title, day=Moment(at=first, zone=choice.zone, style="date"))
