"""Calls to be made: the list, and what the person said."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from domain.messages import Button, t
from domain.taps import Go, Page
from domain.worktaps import Calling
from handlers.talk import Rows, Talk, aside, tap
from services import calling, calls
from services.errors import NotFoundError
from services.kinds import CallTask


async def screen(talk: Talk, page: int = 0) -> None:
    """The calls that wait for this person, the earliest due first."""
    rows, count = await calls.waiting(talk.tx, talk.account, page)
    if not rows:
        talk.show(t("calls-none"), [aside("desk")])
        return
    turns = []
    if page > 0:
        turns.append(tap("button-previous", Page("calls", page - 1)))
    if count > (page + 1) * calls.PAGE:
        turns.append(tap("button-next", Page("calls", page + 1)))
    items = [[await _item(talk, row)] for row in rows]
    talk.show(t("calls", count=count), [*items, *([turns] if turns else []), aside("desk")])


async def _item(talk: Talk, row: CallTask) -> Button:
    number = await calling.number_of(talk.tx, row)
    return tap("button-call", Calling("open", row.id), name=row.person_name, number=number)


async def do(talk: Talk, chosen: Calling) -> None:
    """A button on a call's card."""
    step = _STEPS.get(chosen.action)
    if step is None:
        raise NotFoundError
    await step(talk, chosen.task_id)


async def _open(talk: Talk, task_id: int) -> None:
    task, _ = await calls.to_answer(talk.tx, talk.account, task_id)
    talk.put(await calling.card(talk.tx, task))


async def _agreed(talk: Talk, task_id: int) -> None:
    task = await calls.agreed(talk.tx, talk.account, task_id)
    talk.show(t("call-agreed-done", name=task.person_name), _onward())


async def _stop(talk: Talk, task_id: int) -> None:
    task, proxy = await calls.to_answer(talk.tx, talk.account, task_id)
    number = await calling.number_of(talk.tx, task)
    once = [[tap("button-call-stopped", Calling("stopped", task.id))]]
    rows = [
        *(once if number else []),
        [tap("button-call-never", Calling("never", task.id), proxy=proxy)],
        [tap("button-back", Calling("open", task.id)), tap("button-person", Go("person"))],
    ]
    sure = t("call-stop-sure", name=task.person_name, number=number)
    talk.show(sure if number else t("call-never-sure", name=task.person_name, proxy=proxy), rows)


async def _stopped(talk: Talk, task_id: int) -> None:
    task = await calls.stopped(talk.tx, talk.account, task_id)
    talk.show(t("call-stopped-done", name=task.person_name), _onward())


async def _never(talk: Talk, task_id: int) -> None:
    task = await calls.stopped(talk.tx, talk.account, task_id, never=True)
    talk.show(t("call-never-done", name=task.person_name), _onward())


async def _unreached(talk: Talk, task_id: int) -> None:
    task = await calls.unreached(talk.tx, talk.account, task_id)
    if task.state == "open":
        talk.toast(t("toast-try-again"))
        talk.put(await calling.card(talk.tx, task))
    else:
        talk.show(t("call-unreachable-done", name=task.person_name), _onward())


def _onward() -> Rows:
    return [[tap("button-more-calls", Go("calls"))], aside("desk")]


_STEPS: dict[str, Callable[[Talk, int], Awaitable[None]]] = {
    "open": _open,
    "agreed": _agreed,
    "stop": _stop,
    "stopped": _stopped,
    "never": _never,
    "unreached": _unreached,
}
