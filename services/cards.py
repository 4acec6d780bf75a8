"""What a request looks like to each side: before it is taken, to its holder, to its asker."""

from __future__ import annotations

from domain.catalogue import CATALOGUE
from domain.helptaps import TaskNew
from domain.messages import Button, Outgoing, Text, t, verbatim
from domain.pairtaps import PairFrom
from domain.requests import MOVES, Action, Status
from domain.tap import Tap
from domain.taps import Do, Go, Hide, Open, Rate, Speak
from domain.units import settings_of
from services import notice_mention, stories, together
from services.people import names
from services.whereabouts import due, when, where_it_is
from storage import conflicts, merging, offers, people, requests, units
from storage.requests import ServiceRequest
from storage.transaction import Tx


def key(request: ServiceRequest) -> str:
    """The key under which everybody's card of a request is kept true."""
    return f"card:{request.id}"


def button(text_id: str, tap: Tap, /, **args: str) -> Button:
    """A button with a meaning; `args` fill in its words."""
    return Button(text=t(text_id, **args), tap=tap.pack())


async def line_name(tx: Tx, center_id: int, line: str) -> Text:
    """The line's name: the center's own if it has one."""
    unit = await units.unit(tx, center_id)
    own = settings_of(unit).line_name(line) if unit is not None else None
    return t("line-own", icon=CATALOGUE.line(line).icon, name=own) if own else t(f"line-{line}")


async def headline(tx: Tx, request: ServiceRequest) -> Text:
    """Number, line and need in one line: safe to show to anybody who may know that it exists."""
    name = await line_name(tx, request.center_id, request.line)
    if request.topic is None:
        return t("card-headline", number=request.number, line=name)
    return t("card-headline-topic", number=request.number, line=name, topic=t(f"topic-{request.topic}"))


async def mention(tx: Tx, request: ServiceRequest) -> Text:
    """Number and line for somebody who must know that it is late, but not what it is about."""
    if CATALOGUE.line(request.line).confidential:
        name = await line_name(tx, request.center_id, request.line)
        return t("card-headline", number=request.number, line=name)
    return await headline(tx, request)


async def short(tx: Tx, request: ServiceRequest) -> Text:
    """Number and need, as short as a button must be."""
    line = await line_name(tx, request.center_id, request.line)
    what = t(f"topic-{request.topic}") if request.topic else line
    return t("card-short", number=request.number, what=what)


async def village_name(tx: Tx, village_id: int | None) -> Text:
    """The natural village's name, or "not said"."""
    village = await units.village(tx, village_id) if village_id else None
    return verbatim(village.name) if village else t("village-unknown")


async def facts(tx: Tx, request: ServiceRequest) -> Text:
    """Need, line, area and age: what is shown before somebody takes it. Nobody's name, nobody's words."""
    unit = await units.unit(tx, request.center_id)
    known = t(
        "card-facts-urgent" if request.urgent else "card-facts",
        head=await headline(tx, request),
        center=unit.name if unit else "",
        village=await village_name(tx, request.village_id),
        asked=await when(tx, request, request.created_at),
        due=await due(tx, request),
    )
    about = await notice_mention.mention(tx, request.notice_id)
    return t("lines", items=[known, about]) if about is not None else known


async def offer(tx: Tx, request: ServiceRequest) -> Outgoing:
    """The card for those who may take it."""
    text = t("card-offer", facts=await facts(tx, request), why=await _why_here(tx, request))
    return Outgoing(text=text, buttons=take_buttons(request))


def _aside() -> list[Button]:
    return [button("button-desk", Go("desk")), button("button-person", Go("person"))]


def take_buttons(request: ServiceRequest) -> list[list[Button]]:
    """What somebody who is offered it can do."""
    return [[button("button-take", Do(Action.TAKE, request.id))], _aside()]


def holder_buttons(request: ServiceRequest) -> list[list[Button]]:
    """What its holder can do at once: say a word, or look at the whole."""
    return [[button("button-speak", Speak(request.id))], [button("button-open", Open(request.id))], _aside()]


async def in_group(tx: Tx, request: ServiceRequest) -> Outgoing:
    """The card for a group: everybody there reads it, so it has nobody's words and one button only."""
    why = _WHY_IN_GROUP.get(Status(request.status), t("groups-card-new"))
    text = t("card-offer", facts=await facts(tx, request), why=why)
    return Outgoing(text=text, buttons=[[button("button-take", Do(Action.TAKE, request.id))]])


_WHY_IN_GROUP = {
    Status.RETURNED: t("groups-card-returned"),
    Status.TRANSFERRED: t("groups-card-transferred"),
    Status.REOPENED: t("groups-card-reopened"),
}


async def _why_here(tx: Tx, request: ServiceRequest) -> Text:
    """What the newcomer must know of its past: back from somebody, moved from another line, reopened."""
    if request.urgent:
        return t("card-why-urgent")
    above_desk = request.step not in ("duty", "desk")
    if above_desk and any(one.offered_at < tx.now for one in await offers.of_request(tx, request.id)):
        return t("card-why-unanswered")
    if request.status not in _CAME_BACK:
        return t("card-why-risen") if above_desk else t("card-why-new")
    moves = await requests.moves(tx, request.id)
    last = next(one for one in reversed(moves) if one.to_status != one.from_status)
    if last.action == Action.HAND_OVER:
        return t("card-why-handed-over")
    secret = any(CATALOGUE.line(line).confidential for line in (request.line, last.from_line or request.line))
    if secret or not last.reason or last.action not in MOVES:
        return t(f"card-why-{request.status}")
    return _came_back(request.status, last.reason)


async def held(tx: Tx, request: ServiceRequest) -> Outgoing:
    """The holder's card: who, phone, place, story, and what can be done. One that is merged into another
    has less to do, and one that others are merged into opens those too."""
    children = await merging.children(tx, request.id)
    text = t(
        "card-held",
        facts=await facts(tx, request),
        status=t(f"status-{request.status}"),
        who=await who(tx, request),
        story=await stories.story(tx, request),
        note=await _holder_note(tx, request, children),
    )
    if request.merged_into_id is not None:
        return Outgoing(text=text, buttons=together.follows_buttons(request))
    work = [button("button-finish", Do(Action.FINISH, request.id))]
    if request.status != Status.IN_PROGRESS:
        work.insert(0, button("button-start", Do(Action.START, request.id)))
    speak = [button("button-speak", Speak(request.id))]
    if welcomes_volunteers(request):
        speak.append(button("button-helpers", TaskNew(request.id)))
    rows = [
        speak,
        work,
        [button("button-hand-on", Do("hand-on", request.id))],
    ]
    if children:
        rows.append(together.leads_button(request, children))
    elif request.person_id is not None and CATALOGUE.line(request.line).desk == "assistance":
        rows.append([button("button-pair-from", PairFrom(request.id))])
    return Outgoing(text=text, buttons=[*rows, _aside()])


def welcomes_volunteers(request: ServiceRequest) -> bool:
    """Whether volunteers can be asked to help with a request as it is now."""
    line = CATALOGUE.line(request.line)
    return request.open and not line.confidential and line.welcomes_volunteers(request.topic)


_CAME_BACK = (Status.RETURNED, Status.TRANSFERRED, Status.REOPENED)


async def _holder_note(tx: Tx, request: ServiceRequest, children: list[ServiceRequest]) -> Text:
    """Why it came to this holder, also where its card could not say so, what it is done together with, and
    how discreet it is."""
    secret = CATALOGUE.line(request.line).confidential
    notes = [t("card-note-secret") if secret else t("card-note-none")]
    if children:
        notes.insert(0, together.leads(children))
    if request.merged_into_id and (main := await requests.request(tx, request.merged_into_id)):
        notes.insert(0, t("card-note-follows", number=main.number))
    moves = [
        one
        for one in await requests.moves(tx, request.id)
        if one.to_status in _CAME_BACK and one.action in MOVES
    ]
    if moves and (reason := moves[-1].reason):
        again = request.status == Status.REOPENED
        why = t("card-note-reopened", reason=reason) if again else _came_back(moves[-1].to_status, reason)
        notes.insert(0, why)
    return t("lines", items=list(notes))


def _came_back(status: str, reason: str) -> Text:
    return t(f"card-why-{status}-reason", reason=reason)


def short_phone(phone: str) -> str:
    """A number as people dial it here, whether it came from the roster or from the chat network."""
    return phone.removeprefix("+86")


async def who(tx: Tx, request: ServiceRequest) -> Text:
    """Name and phone of the asker, and of the person acted for if there is one."""
    if request.anonymous:
        return t("card-who-anonymous")
    asker = await people.account(tx, request.asker_id)
    member = (await people.members(tx, request.center_id, [request.asker_id])).get(request.asker_id)
    name = member.name if member else request.asker_name or "?"
    phone = short_phone(asker.phone) if asker and asker.phone else t("phone-unknown")
    if request.person_name is None:
        return t("card-who", name=name, phone=phone)
    if request.filed_by == "clerk":
        return t("card-who-clerk", name=request.person_name, phone=request.person_phone or t("phone-unknown"))
    return t(
        "card-who-proxy",
        name=request.person_name,
        phone=short_phone(request.person_phone) if request.person_phone else t("phone-unknown"),
        proxy=name,
        proxyphone=phone,
    )


async def mine(tx: Tx, request: ServiceRequest) -> Outgoing:
    """The asker's view of their request, with what they can do now."""
    text = t(
        "card-mine",
        head=await headline(tx, request),
        status=t(f"status-{request.status}"),
        where=await where_it_is(tx, request),
        asked=await when(tx, request, request.created_at),
        story=await stories.story(tx, request),
        person=await _whose(tx, request),
    )
    aside = [button("button-mine", Go("mine")), button("button-person", Go("person"))]
    return Outgoing(text=text, buttons=[*_asker_buttons(request, tx), aside])


async def _whose(tx: Tx, request: ServiceRequest) -> Text:
    """Whose matter it is, and from whom it is kept: for the asking side only."""
    whose = t("card-for", name=request.person_name) if request.person_name else t("card-for-self")
    about = await notice_mention.mention(tx, request.notice_id)
    lines = [*([about] if about is not None else []), t("card-anonymous") if request.anonymous else whose]
    kept_from = await names(tx, request.center_id, sorted(await conflicts.accounts(tx, request.id)))
    lines += [t("kept-from", name=name) for name in kept_from.values()]
    return t("lines", items=list(lines))


def _asker_buttons(request: ServiceRequest, tx: Tx) -> list[list[Button]]:
    if request.open:
        stop = (
            button("button-false-alarm", Do("false-alarm", request.id))
            if request.urgent
            else button("button-cancel-request", Do("ask-cancel", request.id))
        )
        hush = button("button-hush", Hide(request.id, 0, 0))
        return [[button("button-add-word", Speak(request.id))], [hush], [stop]]
    if request.status == Status.DONE:
        return confirm_buttons(request)
    if may_reopen(request, tx):
        return [[button("button-reopen", Do(Action.REOPEN, request.id))]]
    return []


def may_reopen(request: ServiceRequest, tx: Tx) -> bool:
    """Whether the asker can still reopen a closed or declined request."""
    return (
        request.status in (Status.CLOSED, Status.DECLINED)
        and request.reopen_until is not None
        and tx.now <= request.reopen_until
    )


def confirm_buttons(request: ServiceRequest) -> list[list[Button]]:
    """Done or not done, and a word with whoever did it."""
    return [
        [button("button-confirm", Do(Action.CONFIRM, request.id))],
        [button("button-refuse", Do(Action.REFUSE, request.id))],
        [button("button-speak", Speak(request.id))],
    ]


def rating_buttons(request: ServiceRequest) -> list[list[Button]]:
    """One to five, in one row."""
    row = [Button(text=t("button-stars", stars=n), tap=Rate(request.id, n).pack()) for n in range(1, 6)]
    return [row, [button("button-home", Go("home")), button("button-person", Go("person"))]]
