"""Asking the volunteers' association for hands: what for, how many, when; and how far it is."""

from __future__ import annotations

from datetime import date
from typing import Any

from domain.catalogue import CATALOGUE
from domain.days import read_day
from domain.helptaps import TaskDo, TaskNew, TaskPick
from domain.messages import Button, Outgoing, Text, t
from domain.taps import Go, Open
from domain.tasks import MOST_SEATS, When, choices
from domain.volunteers import Part
from handlers import intake, passing
from handlers.talk import Rows, Talk, tap
from services import cards, taskcards, tasks
from services.errors import NotFoundError, RefusedError
from services.kinds import HelpTask

FORM = passing.TASK
SIZE = 4
COUNTS = (1, 2, 3, 5)
SEXES = (None, "f", "m")
TYPED = -1
"""The answer is going to be typed."""
TURN = 100
"""From here on the number of an answer turns to a page."""


async def begin(talk: Talk, chosen: TaskNew) -> None:
    """The tasks of a request; where there is none yet, ask for hands."""
    row = await tasks.request(talk.tx, talk.account, chosen.request_id)
    known = await tasks.open_for(talk.tx, talk.account, row.id)
    again = talk.form is not None and talk.form.form == FORM
    if known and not again:
        await _list(talk, row.id, known)
        return
    intake.check_free(talk, FORM)
    await _keep(talk, step="skill", request=row.id, topic=row.topic)
    await _show(talk)


async def _list(talk: Talk, request_id: int, known: list[HelpTask]) -> None:
    rows: Rows = [[await _look_button(talk, task)] for task in known[:SIZE]]
    rows.append([tap("button-task-another", TaskPick("another", request_id))])
    back = [tap("button-back", Open(request_id)), tap("button-person", Go("person"))]
    talk.show(t("tasks-of", n=len(known)), [*rows, back])


async def _look_button(talk: Talk, task: HelpTask) -> Button:
    what, when = await taskcards.what(talk.tx, task), await taskcards.when(talk.tx, task)
    return tap("button-task-look", TaskDo("look", task.id), what=what, when=when)


async def _keep(talk: Talk, **data: Any) -> None:
    await talk.keep(FORM, **data)


async def _next(talk: Talk, step: str, **answer: Any) -> None:
    await _keep(talk, **{**talk.data, **answer, "step": step})
    await _show(talk)


async def _show(talk: Talk, page: int = 0) -> None:
    talk.show(*await _question(talk, page))


async def ask(talk: Talk) -> None:
    """Ask the question the form is at again."""
    talk.say(*await _question(talk, 0))


def _stop() -> list[Button]:
    return [tap("button-never-mind", Go("drop")), tap("button-person", Go("person"))]


def _skills(talk: Talk) -> list[str | None]:
    """The skills to choose from: what such requests need first, then "anybody"."""
    first = CATALOGUE.skill_for(talk.data.get("topic"))
    others = [one.code for one in CATALOGUE.skills if one.code != first]
    return [*([first] if first else []), None, *others]


async def _zone(talk: Talk) -> tuple[int, str]:
    row = await tasks.request(talk.tx, talk.account, talk.data["request"])
    return row.center_id, await taskcards.zone(talk.tx, row.center_id)


async def _question(talk: Talk, page: int) -> tuple[Text, Rows]:
    """Whoever does not hold the request any more is not kept in the form."""
    try:
        center_id, zone = await _zone(talk)
    except RefusedError:
        await talk.leave()
        raise
    step, options = talk.data["step"], await _options(talk, center_id, zone)
    if step == "look":
        return await _look(talk, center_id)
    size = SIZE if len(options) > SIZE + 1 else SIZE + 1
    shown = list(enumerate(options))[page * size : (page + 1) * size]
    rows: Rows = [[tap("button-text", TaskPick(step, number), text=words)] for number, (_, words) in shown]
    if (page + 1) * size < len(options):
        rows.append([tap("button-others", TaskPick(step, TURN + page + 1))])
    elif page > 0:
        rows.append([tap("button-others", TaskPick(step, TURN))])
    if step == "when":
        rows.append([tap("button-task-type-day", TaskPick(step, TYPED))])
    return t(f"task-ask-{step}"), [*rows, _stop()]


async def _options(talk: Talk, center_id: int, zone: str) -> list[tuple[dict[str, Any], Text]]:
    """The answers to the present question: what each of them keeps, and its words."""
    match talk.data["step"]:
        case "skill":
            return [
                ({"skill": one}, t(f"skill-{one}") if one else t("task-anybody")) for one in _skills(talk)
            ]
        case "seats":
            return [({"seats": count}, t("task-count", n=count)) for count in COUNTS]
        case "when":
            found = choices(talk.tx.now, zone)[: SIZE - 1]
            return [(_packed(one), await taskcards.when_text(talk.tx, center_id, one)) for one in found]
        case "part":
            return [({"part": int(part)}, t(f"part-{part.value}")) for part in Part]
        case "sex":
            return [({"sex": one}, t(f"task-wish-{one or 'any'}")) for one in SEXES]
        case _:
            return []


def _packed(when: When) -> dict[str, Any]:
    return {"day": when.day.isoformat(), "part": int(when.part)}


_THEN = {"skill": "seats", "seats": "when", "when": "sex", "part": "sex", "sex": "look"}


async def pick(talk: Talk, chosen: TaskPick) -> None:
    """An answer was tapped, is going to be typed, or a page is turned."""
    if chosen.step == "another":
        row = await tasks.request(talk.tx, talk.account, chosen.number)
        await _keep(talk, step="skill", request=row.id, topic=row.topic)
        await _show(talk)
        return
    if talk.form is None or talk.form.form != FORM or talk.data["step"] != chosen.step:
        raise RefusedError(t("already-answered"))
    if chosen.step == "look":
        await _send(talk)
    elif chosen.step == "when" and chosen.number == TYPED:
        talk.show(t("task-type-day"), [_stop()])
    elif chosen.number >= TURN:
        await _show(talk, chosen.number - TURN)
    else:
        options = await _options(talk, *await _zone(talk))
        if not 0 <= chosen.number < len(options):
            raise RefusedError(t("already-answered"))
        answer, _ = options[chosen.number]
        if "day" in answer or chosen.step == "part":
            await _check_when(talk, {**talk.data, **answer})
        await _next(talk, _THEN[chosen.step], **answer)


async def _check_when(talk: Talk, data: dict[str, Any]) -> None:
    center_id, _ = await _zone(talk)
    await tasks.check_when(talk.tx, center_id, _when(data))


def _when(data: dict[str, Any]) -> When:
    return When(date.fromisoformat(data["day"]), Part(data["part"]))


async def message(talk: Talk) -> None:
    """A number of people, or a day, was typed."""
    step, words = talk.data["step"], talk.text.strip()
    if step == "seats" and words.isdecimal() and 1 <= int(words) <= MOST_SEATS:
        await _keep(talk, **{**talk.data, "seats": int(words), "step": "when"})
    elif step == "seats":
        talk.say(t("task-seats-unclear", limit=MOST_SEATS))
    elif step == "when":
        day = read_day(words, await taskcards.today(talk.tx, (await _zone(talk))[0]))
        if day is None:
            talk.say(t("task-day-unclear"))
        else:
            await _keep(talk, **{**talk.data, "day": day.isoformat(), "step": "part"})
    elif step != "look":
        talk.say(t("offering-tap"))
    await ask(talk)


async def _look(talk: Talk, center_id: int) -> tuple[Text, Rows]:
    data = talk.data
    lines = [
        t(f"skill-{data['skill']}") if data["skill"] else t("task-anybody"),
        t("task-seats", n=data["seats"]),
        await taskcards.when_text(talk.tx, center_id, _when(data)),
    ]
    if data["sex"]:
        lines.append(t(f"task-sex-{data['sex']}"))
    send = [tap("button-task-send", TaskPick("look", 0))]
    again = [tap("button-task-again", TaskPick("another", data["request"]))]
    return t("task-look", lines=t("lines", items=list(lines))), [send, again, _stop()]


async def _send(talk: Talk) -> None:
    data = talk.data
    wants = {name: data[name] for name in ("seats", "skill", "sex")}
    task = await tasks.offer(talk.tx, talk.account, data["request"], _when(data), **wants)
    await talk.leave()
    talk.show(t("task-sent"))
    card = await taskcards.of_holder(talk.tx, task)
    talk.send(card, key=taskcards.task_key(task), request_id=task.request_id)


async def do(talk: Talk, chosen: TaskDo) -> None:
    """A button on the card of whoever asks for the task."""
    match chosen.action:
        case "look":
            task = await tasks.one(talk.tx, talk.account, chosen.task_id)
            talk.send(
                await taskcards.of_holder(talk.tx, task),
                key=taskcards.task_key(task),
                request_id=task.request_id,
            )
        case "more":
            task = await tasks.more(talk.tx, talk.account, chosen.task_id)
            talk.toast(t("toast-one-more", n=task.seats))
            talk.put(await taskcards.of_holder(talk.tx, task), request_id=task.request_id)
        case "stop":
            task = await tasks.one(talk.tx, talk.account, chosen.task_id)
            sure = [tap("button-task-stop-sure", TaskDo("stop-sure", task.id))]
            back = [tap("button-back", TaskDo("look", task.id)), tap("button-person", Go("person"))]
            talk.say(t("task-stop-sure", facts=await taskcards.facts(talk.tx, task)), [sure, back])
        case "stop-sure":
            task = await tasks.stop(talk.tx, talk.account, chosen.task_id)
            talk.put(Outgoing(text=t("task-stopped", head=await _head(talk, task))))
        case _:
            raise NotFoundError


async def _head(talk: Talk, task: HelpTask) -> Text:
    return await cards.headline(talk.tx, await taskcards.request_of(talk.tx, task))
