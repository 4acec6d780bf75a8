"""Offering help: what one can do, where, when, in which languages, and what one must not be asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from domain.catalogue import CATALOGUE
from domain.duty import WEEKDAYS
from domain.helptaps import Offer, Tick, Ticked
from domain.messages import Button, Text, listed, t, verbatim
from domain.taps import Go
from domain.volunteers import MOST_HOUSEHOLDS, Part, Profile, skills_in, slot
from handlers import hotlines, intake, passing
from handlers.drafts import said_now
from handlers.talk import Rows, Talk, aside, tap
from services import people, volunteers
from services.errors import RefusedError

FORM = passing.OFFERING
STEPS = ("skills", "villages", "days", "parts", "tongues", "limits", "body", "sex", "ceiling")
"""The questions, in their order. One that has no answers to choose from here is left out."""
ONE_ONLY = ("body", "sex", "ceiling")
"""Questions with one answer: a tap on it goes on."""
SIZE = 5
SEXES = ("f", "m")


async def begin(talk: Talk, _chosen: Offer | None = None) -> None:
    """Begin the form, with what was said before; a form that is open is finished first."""
    intake.check_free(talk, FORM)
    known = await volunteers.own(talk.tx, talk.account)
    said = _unpacked(known.profile) if known else {}
    for step in STEPS:  # what cannot be chosen any more could not be taken back either
        if isinstance(said.get(step), list):
            there = [kept for kept, _ in await _options(talk, step)]
            said[step] = [one for one in said[step] if one in there]
    await talk.keep(FORM, step=STEPS[0], **said)
    await _show(talk)


def _unpacked(profile: Profile) -> dict[str, Any]:
    days = sorted({one // len(Part) for one in profile.times})
    parts = sorted({one % len(Part) for one in profile.times})
    kept = profile.model_dump(mode="json", exclude={"times"})
    return {**kept, "days": days, "parts": parts}


async def profile(talk: Talk) -> Profile:
    """What has been said so far, as a profile. Raises RefusedError when no form is open."""
    data = {name: talk.data[name] for name in Profile.model_fields if name in talk.data}
    days = talk.data.get("days") or list(WEEKDAYS)
    parts = talk.data.get("parts") or list(Part)
    whole = len(days) == len(WEEKDAYS) and len(parts) == len(Part)
    times = () if whole else tuple(slot(day, Part(part)) for day in days for part in parts)
    return Profile.model_validate({**data, "times": times})


async def ask(talk: Talk) -> None:
    """Ask the question the form is at again."""
    talk.say(*await _question(talk, 0))


async def _show(talk: Talk, page: int = 0) -> None:
    talk.show(*await _question(talk, page))


async def _options(talk: Talk, step: str) -> list[tuple[Any, Text]]:
    """The answers to a question: what is kept, and its words."""
    unit = await people.center(talk.tx, talk.account.current_center_id or 0)
    association = CATALOGUE.association
    match step:
        case "skills":
            return [(one.code, t(f"skill-{one.code}")) for one in CATALOGUE.skills]
        case "villages":
            return [(one.id, verbatim(one.name)) for one in await people.villages(talk.tx, unit.id)]
        case "days":
            return [(weekday, t(f"weekday-{weekday}")) for weekday in WEEKDAYS]
        case "parts":
            return [(int(part), t(f"part-{part.value}")) for part in Part]
        case "tongues":
            return [(tongue, verbatim(tongue)) for tongue in people.tongues_of(unit)]
        case "limits":
            return [(one, t(f"limit-{one}")) for one in association.limits]
        case "body":
            return [(one, t(f"body-{one}")) for one in association.bodies]
        case "sex":
            return [(one, t(f"sex-{one}")) for one in SEXES]
        case _:
            return [(count, t("ceiling-count", n=count)) for count in range(1, MOST_HOUSEHOLDS + 1)]


async def _question(talk: Talk, page: int) -> tuple[Text, Rows]:
    step = talk.data["step"]
    if step == "look":
        return await _look(talk)
    options = await _options(talk, step)
    chosen = talk.data.get(step)
    last = max(0, (len(options) - 1) // SIZE) if step != "days" else 0
    page = min(max(page, 0), last)
    if step == "days":
        boxes = [
            _box(step, number, words, kept in (chosen or ()), 0)
            for number, (kept, words) in enumerate(options)
        ]
        rows = [boxes[:4], boxes[4:]]
    else:
        shown = list(enumerate(options))[page * SIZE : (page + 1) * SIZE]
        rows = [
            [_box(step, number, words, _is_chosen(chosen, kept), page)] for number, (kept, words) in shown
        ]
    rows += _turns(step, page, last)
    if step not in ONE_ONLY:
        rows.append(
            [tap("button-ticked-none" if not chosen and step != "skills" else "button-ticked", Ticked(step))]
        )
    elif step == "body":
        rows.append([tap("button-body-none", Ticked(step))])
    return t(f"offering-{step}"), [*rows, _stop()]


def _is_chosen(chosen: Any, kept: Any) -> bool:
    return kept in chosen if isinstance(chosen, list | tuple) else kept == chosen


def _box(step: str, number: int, words: Text, ticked: bool, page: int) -> Button:
    return tap("button-box-on" if ticked else "button-box-off", Tick(step, number, page), words=words)


def _turns(step: str, page: int, last: int) -> Rows:
    turns = []
    if page > 0:
        turns.append(tap("button-previous", Tick(step, -1, page - 1)))
    if page < last:
        turns.append(tap("button-next", Tick(step, -1, page + 1)))
    return [turns] if turns else []


def _stop() -> list[Button]:
    return [tap("button-never-mind", Go("drop")), tap("button-person", Go("person"))]


async def tick(talk: Talk, chosen: Tick) -> None:
    """An answer is ticked, or not any more; -1 only turns the page."""
    step = _at(talk, chosen.step)
    options = await _options(talk, step)
    if 0 <= chosen.number < len(options):
        kept = options[chosen.number][0]
        if step in ONE_ONLY:
            await _put(talk, step, kept)
            await _go_on(talk)
            return
        before = list(talk.data.get(step) or [])
        await _put(talk, step, [one for one in before if one != kept] if kept in before else [*before, kept])
    await _show(talk, chosen.page)


async def ticked(talk: Talk, chosen: Ticked) -> None:
    """On to the next question."""
    step = _at(talk, chosen.step)
    if step == "skills" and not talk.data.get("skills"):
        raise RefusedError(t("volunteer-no-skill"))
    await _go_on(talk)


def _at(talk: Talk, step: str) -> str:
    """Raises RefusedError for a button of a question that is not being asked."""
    if talk.form is None or talk.form.form != FORM or talk.data["step"] != step:
        raise RefusedError(t("already-answered"))
    return step


async def _put(talk: Talk, name: str, value: Any) -> None:
    await talk.keep(FORM, **{**talk.data, name: value})


async def _go_on(talk: Talk) -> None:
    place = STEPS.index(talk.data["step"]) + 1
    for step in STEPS[place:]:
        if await _options(talk, step):
            await _put(talk, "step", step)
            break
    else:
        await _put(talk, "step", "look")
    await _show(talk)


async def message(talk: Talk) -> None:
    """Something was typed: what one can do may be said in one's own words."""
    said = said_now(talk)
    if said is not None:
        hotlines.warn(talk, said)
    found = skills_in(talk.text) if talk.data["step"] == "skills" else ()
    if found:
        before = talk.data.get("skills") or []
        await _put(talk, "skills", [*before, *(one for one in found if one not in before)])
        talk.say(t("offering-heard", items=listed([t(f"skill-{one}") for one in found])))
    elif talk.data["step"] != "look":
        talk.say(t("offering-tap"))
    await ask(talk)


async def _look(talk: Talk) -> tuple[Text, Rows]:
    center_id = talk.account.current_center_id or 0
    offers = await volunteers.said(talk.tx, center_id, await profile(talk))
    rows = [[tap("button-offer-send", Offer("send"))], [tap("button-offer-again", Offer("again"))], _stop()]
    return t("offering-look", offers=offers), rows


async def do(talk: Talk, chosen: Offer) -> None:
    """The form as a whole: begin it, send it, go through it again."""
    step = _WHOLE.get(chosen.step)
    if step is None:
        raise RefusedError(t("already-answered"))
    await step(talk)


async def _send(talk: Talk) -> None:
    _at(talk, "look")
    offered = await profile(talk)
    row = await volunteers.offer(talk.tx, talk.account, talk.account.current_center_id or 0, offered)
    await talk.leave()
    talk.show(t(f"offered-{row.state}"), [aside("volunteer")])


async def _again(talk: Talk) -> None:
    _at(talk, "look")
    await _put(talk, "step", STEPS[0])
    await _show(talk)


_WHOLE: dict[str, Callable[[Talk], Any]] = {"begin": begin, "send": _send, "again": _again}
