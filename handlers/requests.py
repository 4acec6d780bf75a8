"""Following one's own requests, working at a desk, and every button on a request's card."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable

from domain.catalogue import CATALOGUE
from domain.messages import Button, Text, t
from domain.requests import MOVES, Action, heard
from domain.taps import Do, Go, MoveLine, Open, Page, Rate
from handlers import beneath, clerk, home, merging
from handlers import thread as talks
from handlers.drafts import said_now
from handlers.talk import Talk, aside, remind, tap
from services import access, cards, desk, handling, moves, requests, thread, whereabouts
from services.access import View
from services.errors import NotFoundError
from services.kinds import ServiceRequest

FORM = "reason"
ENDING = frozenset(MOVES) - {Action.TAKE, Action.START} | {"false-alarm"}
"""What is done to a request that ends a talk about it."""
_NUMBER = re.compile(r"(?:第|[Nn][Oo]\.?|№|#)?\s*(\d{4,12})\s*[号號]?")


async def mine(talk: Talk, page: int = 0) -> None:
    """What this person asked for, newest first."""
    rows, more = await desk.mine(talk.tx, talk.account, page)
    if not rows and page == 0:
        talk.show(t("mine-none"), [[tap("button-menu", Go("menu"))], aside()])
        return
    items = [await _mine_item(talk, row) for row in rows]
    turns = _turns("mine", page, more)
    talk.show(t("mine", items=items), await _open_buttons(talk, rows) + turns + [aside()])


async def desk_screen(talk: Talk, page: int = 0) -> None:
    """A role holder's queue: what waits at their desk and what they have, the most pressing first."""
    if not home.has_desk(talk):
        talk.show(t("desk-no-role"), [aside()])
        return
    rows, count = await desk.queue(talk.tx, talk.account, page)
    beside = await clerk.desk_rows(talk)
    if not rows:
        text = await clerk.with_calls(talk, t("desk-empty"))
        talk.show(text, [[tap("button-refresh", Go("desk"))], *beside, aside()])
        return
    items = [await _desk_item(talk, row) for row in rows]
    turns = _turns("desk", page, count > (page + 1) * desk.PAGE)
    text = await clerk.with_calls(talk, t("desk", count=count, items=items))
    talk.show(text, await _open_buttons(talk, rows) + turns + beside + [aside()])


def _turns(screen: str, page: int, more: bool) -> list[list[Button]]:
    turns = []
    if page > 0:
        turns.append(tap("button-previous", Page(screen, page - 1)))
    if more:
        turns.append(tap("button-next", Page(screen, page + 1)))
    return [turns] if turns else []


async def _open_buttons(talk: Talk, rows: list[ServiceRequest]) -> list[list[Button]]:
    """A short button for each request: the chat app cuts what does not fit into one line."""
    return [[tap("button-text", Open(row.id), text=await cards.short(talk.tx, row))] for row in rows]


async def _mine_item(talk: Talk, row: ServiceRequest) -> Text:
    return t("mine-row", head=await cards.headline(talk.tx, row), status=t(f"status-{row.status}"))


async def _desk_item(talk: Talk, row: ServiceRequest) -> Text:
    late = row.due_at is not None and row.due_at < talk.tx.now
    mark = "urgent" if row.urgent else "late" if late else "held" if row.holder_id else "new"
    due = await whereabouts.when(talk.tx, row, row.due_at or row.created_at, "short")
    village = await cards.village_name(talk.tx, row.village_id)
    return t(f"desk-{mark}-row", head=await cards.headline(talk.tx, row), village=village, due=due)


async def numbered(talk: Talk) -> ServiceRequest | None:
    """The request whose number, and nothing else, was typed ("1007", "第1007号"); None if it is none of
    theirs."""
    said = _NUMBER.fullmatch(talk.text.strip())
    number = heard(said[1]) if said else None
    return await desk.by_number(talk.tx, talk.account, number) if number else None


async def by_number(talk: Talk) -> bool:
    """Somebody typed nothing but a number: open it. False if there is none of theirs."""
    row = await numbered(talk)
    if row is None:
        return False
    await open_request(talk, Open(row.id))
    return True


async def open_request(talk: Talk, chosen: Open) -> None:
    """Show a request the way this person may see it."""
    row = await access.request(talk.tx, talk.account, chosen.request_id)
    view = await access.view(talk.tx, talk.account, row)
    if view is View.ASKER:
        talk.put(await cards.mine(talk.tx, row), request_id=row.id)
    elif view is View.HOLDER and row.open:
        moves.log_opening(talk.tx, row, talk.account)
        talk.put(await cards.held(talk.tx, row), request_id=row.id)
        await thread.hand_story(talk.tx, row, talk.account)
    elif row.open and row.holder_id is None:
        talk.put(await cards.offer(talk.tx, row), request_id=row.id)
    else:
        text = t(
            "card-other",
            facts=await cards.facts(talk.tx, row),
            where=await whereabouts.where_it_is(talk.tx, row),
        )
        talk.show(text, [aside("desk")], request_id=row.id)


async def do(talk: Talk, chosen: Do) -> None:
    """A button on a card."""
    step = _STEPS.get(chosen.action)
    if step is None:
        raise NotFoundError
    await step(talk, chosen.request_id)
    if chosen.action in ENDING:
        await talks.finished(talk, chosen.request_id)


async def _take(talk: Talk, request_id: int) -> None:
    known = await access.request(talk.tx, talk.account, request_id)
    again = known.holder_id == talk.account.id  # a second tap of an impatient finger
    row = await handling.take(talk.tx, talk.account, request_id)
    talk.toast(t("toast-taken"))
    talk.put(await cards.held(talk.tx, row), request_id=row.id)
    if not again:
        await thread.hand_story(talk.tx, row, talk.account)


async def _start(talk: Talk, request_id: int) -> None:
    row = await handling.start(talk.tx, talk.account, request_id)
    talk.toast(t("toast-started"))
    talk.put(await cards.held(talk.tx, row), request_id=row.id)


async def _finish(talk: Talk, request_id: int) -> None:
    row = await handling.finish(talk.tx, talk.account, request_id)
    talk.show(t("finished", head=await cards.headline(talk.tx, row)), [aside("desk")], request_id=row.id)


async def _hand_on(talk: Talk, request_id: int) -> None:
    row = await access.request(talk.tx, talk.account, request_id, View.HOLDER)
    rows = [
        [tap("button-return", Do(Action.RETURN, row.id))],
        [tap("button-transfer", Do(Action.TRANSFER, row.id))],
        [tap("button-decline", Do(Action.DECLINE, row.id))],
        *merging.hand_on_rows(row),
        [tap("button-back", Open(row.id)), tap("button-person", Go("person"))],
    ]
    talk.show(t("hand-on", head=await cards.headline(talk.tx, row)), rows, request_id=row.id)


async def _transfer(talk: Talk, request_id: int) -> None:
    row = await access.request(talk.tx, talk.account, request_id, View.HOLDER)
    groups = {CATALOGUE.line(code).group for code in await handling.other_lines(talk.tx, row)}
    rows = [
        [tap(f"group-{group.code}", MoveLine(row.id, f"@{group.code}"))]
        for group in CATALOGUE.groups
        if group.code in groups
    ]
    talk.show(
        t("transfer-where"), [*rows, [tap("button-back", Open(row.id)), tap("button-person", Go("person"))]]
    )


async def move_line(talk: Talk, chosen: MoveLine) -> None:
    """The line to transfer to: first its group, then itself, then why."""
    row = await access.request(talk.tx, talk.account, chosen.request_id, View.HOLDER)
    if not chosen.line.startswith("@"):
        await _ask_reason(talk, row, Action.TRANSFER, line=chosen.line)
        return
    rows = [
        [tap("button-text", MoveLine(row.id, code), text=await cards.line_name(talk.tx, row.center_id, code))]
        for code in await handling.other_lines(talk.tx, row)
        if CATALOGUE.line(code).group == chosen.line[1:]
    ]
    back = [tap("button-back", Do(Action.TRANSFER, row.id)), tap("button-person", Go("person"))]
    talk.show(t("transfer-where"), [*rows, back])


def _reasoned(action: str, least: View) -> Callable[[Talk, int], Awaitable[None]]:
    async def ask(talk: Talk, request_id: int) -> None:
        row = await access.request(talk.tx, talk.account, request_id, least)
        await _ask_reason(talk, row, action)

    return ask


async def _ask_reason(talk: Talk, row: ServiceRequest, action: str, *, line: str = "") -> None:
    await talk.keep(FORM, action=action, request=row.id, line=line, then=beneath.interrupted(talk, FORM))
    await ask_reason(talk)


async def ask_reason(talk: Talk) -> None:
    """Ask why, in a few words."""
    request_id = talk.data["request"]
    row = await access.request(talk.tx, talk.account, request_id)
    stop = [tap("button-never-mind", Go("drop")), tap("button-person", Go("person"))]
    text = t(f"reason-{talk.data['action']}", head=await cards.headline(talk.tx, row))
    talk.say(text, [stop], request_id=row.id)


async def reason(talk: Talk) -> None:
    """The reason was written: make the move."""
    data = talk.data
    if not talk.text.strip():
        talk.say(t("reason-in-words"))
        await ask_reason(talk)
        return
    if (said := said_now(talk)) is not None:
        talks.warn(talk, said)
    await beneath.end(talk)
    row = await _with_reason(talk, data["action"], data["request"], data["line"], talk.text)
    done = t(f"reason-{data['action']}-done", head=await cards.headline(talk.tx, row))
    back = "mine" if data["action"] in (Action.REFUSE, Action.REOPEN, "word") else "desk"
    talk.say(done, [aside(back)], request_id=row.id)
    remind(talk)


async def _with_reason(talk: Talk, action: str, request_id: int, line: str, words: str) -> ServiceRequest:
    tx, actor = talk.tx, talk.account
    if action == Action.RETURN:
        return await handling.give_back(tx, actor, request_id, words)
    if action == Action.TRANSFER:
        return await handling.transfer(tx, actor, request_id, line, words)
    if action == Action.DECLINE:
        return await handling.decline(tx, actor, request_id, words)
    if action == "word":
        return await requests.add_rating_word(tx, actor, request_id, words)
    return await requests.reopen(tx, actor, request_id, words, Action(action))


async def _confirm(talk: Talk, request_id: int) -> None:
    row = await requests.confirm(talk.tx, talk.account, request_id)
    text = t("confirmed", head=await cards.headline(talk.tx, row))
    talk.show(text, cards.rating_buttons(row), request_id=row.id)


async def rate(talk: Talk, chosen: Rate) -> None:
    """One to five; then a word, if they like."""
    row = await requests.rate(talk.tx, talk.account, chosen.request_id, chosen.stars)
    word = [tap("button-rating-word", Do("word", row.id))]
    talk.show(t("rated", stars=chosen.stars), [word, aside()], request_id=row.id)


async def _ask_cancel(talk: Talk, request_id: int) -> None:
    row = await access.request(talk.tx, talk.account, request_id, View.ASKER)
    rows = [
        [tap("button-cancel-yes", Do(Action.CANCEL, row.id))],
        [tap("button-cancel-no", Open(row.id)), tap("button-person", Go("person"))],
    ]
    talk.show(t("cancel-sure", head=await cards.headline(talk.tx, row)), rows, request_id=row.id)


async def _cancel(talk: Talk, request_id: int) -> None:
    row = await requests.cancel(talk.tx, talk.account, request_id)
    talk.show(t("cancelled", head=await cards.headline(talk.tx, row)), [aside("mine")], request_id=row.id)


async def _false_alarm(talk: Talk, request_id: int) -> None:
    row = await requests.cancel(talk.tx, talk.account, request_id)
    talk.show(t("all-well", head=await cards.headline(talk.tx, row)), [aside()], request_id=row.id)


_STEPS: dict[str, Callable[[Talk, int], Awaitable[None]]] = {
    Action.TAKE: _take,
    Action.START: _start,
    Action.FINISH: _finish,
    Action.CONFIRM: _confirm,
    Action.CANCEL: _cancel,
    Action.TRANSFER: _transfer,
    Action.RETURN: _reasoned(Action.RETURN, View.HOLDER),
    Action.DECLINE: _reasoned(Action.DECLINE, View.HOLDER),
    Action.REFUSE: _reasoned(Action.REFUSE, View.ASKER),
    Action.REOPEN: _reasoned(Action.REOPEN, View.ASKER),
    "word": _reasoned("word", View.ASKER),
    "hand-on": _hand_on,
    "ask-cancel": _ask_cancel,
    "false-alarm": _false_alarm,
}
