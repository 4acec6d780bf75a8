"""Saying what one needs: a sentence, a voice note or the menu; what it is about; a look; and off it goes."""

from __future__ import annotations

from typing import Any

from domain.suggest import suggest

from domain.catalogue import CATALOGUE
from domain.messages import Content, Text, t
from domain.taps import Draft, Go, Group, PickLine, PickPerson, PickVillage
from handlers import join, thread
from handlers.content import content_of
from handlers.talk import Rows, Talk, aside, tap
from services import cards, intake, people
from services.errors import RefusedError
from services.outbox import Lane
from services.people import membership
from services.requests import Need, submit

FORM = "draft"
MOST = 20
"""Messages one request may begin with; more can be added to its thread."""


def _empty() -> dict[str, Any]:
    return {"step": "line", "said": [], "line": None, "topic": None, "whom": None, "group": None}


async def take_up(talk: Talk, kept: list[dict[str, Any]]) -> None:
    """Begin a draft with messages that were written before."""
    await talk.keep(FORM, **{**_empty(), "said": kept})
    await ask(talk)


async def begin(talk: Talk) -> None:
    """A sentence, voice note or anything else out of the blue: a draft begins with it."""
    content = content_of(talk.message) if talk.message else None
    if content is None or talk.message is None:
        talk.say(t("cannot-pass-on"), [[tap("button-menu", Go("menu"))], aside()])
        return
    await take_up(talk, [{"content": content.pack(), "message_id": talk.message.message_id}])


def contents(data: dict[str, Any]) -> list[Content]:
    """What the draft says so far."""
    return [Content.model_validate(one["content"]) for one in data["said"]]


def _words(data: dict[str, Any]) -> str:
    return "\n".join(content.text for content in contents(data) if content.text)


async def ask(talk: Talk) -> None:
    """Show the draft at the step it is at."""
    step = talk.data["step"]
    if step == "line":
        await _ask_line(talk)
    elif step == "preview":
        await preview(talk)
    elif step == "person-village":
        center_id = talk.account.current_center_id or 0
        await join.ask_village(talk, t("proxy-village"), center_id)
    else:
        talk.say(
            t(f"draft-{step}"),
            [[tap("button-skip", Draft("skip"))], _drop_row()] if step == "person-phone" else [_drop_row()],
        )


def _drop_row() -> list[Any]:
    return [tap("button-drop", Draft("drop")), tap("button-person", Go("person"))]


async def _ask_line(talk: Talk) -> None:
    words = _words(talk.data)
    found = suggest(words) if words.strip() else None
    if found is not None and found.urgent:
        _alarm(talk, found.hotline or "120", found.urgent_kind or "medical")
        return
    if not talk.data["said"]:
        talk.show(t("menu"), _group_rows())
    elif found is None:
        talk.say(t("draft-what-about"), _group_rows())
    else:
        offered = await intake.lines(talk.tx, talk.account)
        ranked = [code for code in found.lines if code in offered]
        rows = [[await _line_button(talk, code)] for code in ranked]
        talk.say(t("draft-which"), [*rows, [tap("button-other-line", Go("menu"))], _drop_row()])


def _alarm(talk: Talk, hotline: str, kind: str) -> None:
    rows = [
        [tap("button-call-now", Draft(f"urgent-{kind}"))],
        [tap("button-not-urgent", Draft("calm"))],
        _drop_row(),
    ]
    talk.say(t("urgent-numbers", first=hotline), rows, lane=Lane.URGENT)


async def _line_button(talk: Talk, code: str) -> Any:
    name = await cards.line_name(talk.tx, talk.account.current_center_id or 0, code)
    return tap("button-text", PickLine(code), text=name)


def _group_rows() -> Rows:
    rows = [[tap(f"group-{group.code}", Group(group.code))] for group in CATALOGUE.groups]
    return [*rows, _drop_row()]


async def menu(talk: Talk) -> None:
    """The menu: a few large groups of lines. A draft that is already begun is kept."""
    if talk.form is None or talk.form.form != FORM:
        await talk.keep(FORM, **_empty())
    talk.show(t("menu"), _group_rows())


async def pick_group(talk: Talk, chosen: Group) -> None:
    """A group was opened; one with a single line leads straight on."""
    await _need_draft(talk)
    offered = await intake.lines(talk.tx, talk.account)
    codes = [line.code for line in CATALOGUE.lines if line.group == chosen.group and line.code in offered]
    if not codes:
        raise RefusedError(t("group-empty"))
    if len(codes) == 1:
        await pick_line(talk, PickLine(codes[0]))
        return
    rows = [[await _line_button(talk, code)] for code in codes]
    talk.show(t("menu-group"), [*rows, [tap("button-back", Go("menu")), tap("button-person", Go("person"))]])


async def _need_draft(talk: Talk) -> dict[str, Any]:
    if talk.form is None or talk.form.form != FORM:
        if talk.form is not None:
            raise RefusedError(t("form-first"))
        await talk.keep(FORM, **_empty())
    return talk.data


async def pick_line(talk: Talk, chosen: PickLine) -> None:
    """What it is about is settled; ask for words if there are none yet, else show the whole."""
    data = await _need_draft(talk)
    if chosen.line not in await intake.lines(talk.tx, talk.account):
        raise RefusedError(t("line-off"))
    words = _words(data)
    topic = suggest(words).topic_of(chosen.line) if words.strip() else None
    name = await cards.line_name(talk.tx, talk.account.current_center_id or 0, chosen.line)
    step = "preview" if data["said"] else "words"
    await talk.keep(FORM, **{**data, "line": chosen.line, "topic": topic, "step": step})
    talk.show(t("draft-line-noted", line=name))
    await ask(talk)


async def preview(talk: Talk) -> None:
    """What will be sent, to whom, for whom; nothing has been sent yet."""
    data = talk.data
    line = CATALOGUE.line(data["line"])
    text = t(
        "draft-preview",
        line=await cards.line_name(talk.tx, talk.account.current_center_id or 0, line.code),
        role=t(f"role-{await intake.first_reader(talk.tx, talk.account, line.code)}"),
        secrecy=t("draft-secret") if line.confidential else t("draft-normal"),
        story=cards.brief(contents(data)),
        whom=await _for_whom(talk, data["whom"]),
    )
    rows = [
        [tap("button-send", Draft("send"))],
        [tap("button-rewrite", Draft("rewrite")), tap("button-add", Draft("add"))],
        [tap("button-proxy", Draft("proxy")), tap("button-other-line", Go("menu"))],
        _drop_row(),
    ]
    talk.say(text, rows, key="draft")


async def _for_whom(talk: Talk, whom: dict[str, Any] | None) -> Text:
    member = membership(talk.account)
    if whom is None:
        village = await cards.village_name(talk.tx, member.village_id if member else None)
        return t("draft-for-self", name=member.name if member else "", village=village)
    village = await cards.village_name(talk.tx, whom.get("village"))
    return t("draft-for-other", name=whom["name"], village=village)


async def message(talk: Talk) -> None:
    """Something was sent while a draft is open: it answers the question, or is added."""
    data, content = talk.data, content_of(talk.message) if talk.message else None
    if content is None or talk.message is None:
        talk.say(t("cannot-pass-on"))
        await ask(talk)
        return
    said = {"content": content.pack(), "message_id": talk.message.message_id}
    step = data["step"]
    if step in ("person-name", "person-phone"):
        await _about_person(talk, step, content)
    elif step == "rewrite":
        kept = [one for one in data["said"] if one["content"].get("kind", "text") != "text"]
        await _say(talk, {**data, "said": [said, *kept]})
    else:
        await _say(talk, {**data, "said": [*data["said"], said]})


async def _say(talk: Talk, data: dict[str, Any]) -> None:
    if len(data["said"]) > MOST:
        raise RefusedError(t("draft-full", most=MOST))
    data["step"] = "preview" if data["line"] else "line"
    if data["line"]:
        words = _words(data)
        data["topic"] = suggest(words).topic_of(data["line"]) if words.strip() else None
    await talk.keep(FORM, **data)
    await ask(talk)


async def do(talk: Talk, chosen: Draft) -> None:
    """A button of the draft."""
    if chosen.step == "drop":
        await drop(talk)
        return
    if talk.form is None or talk.form.form != FORM:
        raise RefusedError(t("draft-gone"))
    data = talk.data
    if chosen.step == "send":
        await send(talk)
    elif chosen.step.startswith("urgent-"):
        await raise_alarm(talk, chosen.step.removeprefix("urgent-"))
    elif chosen.step == "calm":
        await _calm(talk)
    elif chosen.step in ("rewrite", "add") and data["line"]:
        await talk.keep(FORM, **{**data, "step": chosen.step})
        await ask(talk)
    elif chosen.step == "proxy" and data["line"]:
        await talk.keep(FORM, **{**data, "step": "person-name"})
        await ask(talk)
    elif chosen.step == "skip" and data["step"] == "person-phone":
        await _ask_person_village(talk)
    elif chosen.step == "preview" and data["line"]:
        await talk.keep(FORM, **{**data, "step": "preview"})
        await ask(talk)
    else:
        raise RefusedError(t("draft-gone"))


async def drop(talk: Talk) -> None:
    """Give up whatever form is open."""
    if talk.form is not None and talk.form.form == join.FORM:
        await join.ask(talk)
        return
    await talk.leave()
    talk.show(t("dropped"), [[tap("button-menu", Go("menu"))], aside()])


async def _calm(talk: Talk) -> None:
    found = suggest(_words(talk.data))
    offered = await intake.lines(talk.tx, talk.account)
    rows = [[await _line_button(talk, code)] for code in found.lines if code in offered]
    talk.show(t("draft-which"), [*rows, [tap("button-other-line", Go("menu"))], _drop_row()])


async def send(talk: Talk) -> None:
    """Off it goes: a number to say over the phone, who has it, and by when."""
    data = talk.data
    if not data["said"] or not data["line"]:
        raise RefusedError(t("draft-empty"))
    member = membership(talk.account)
    whom = data["whom"] or {}
    need = Need(
        line=data["line"],
        topic=data["topic"],
        contents=contents(data),
        sources=[one["message_id"] for one in data["said"]],
        village_id=whom.get("village") if whom else member.village_id if member else None,
        person_id=whom.get("id"),
        person_name=whom.get("name"),
        person_phone=whom.get("phone"),
    )
    row = await submit(talk.tx, talk.account, talk.account.current_center_id or 0, need)
    await talk.leave()
    talk.show(t("draft-sent"))
    text = t(
        "sent",
        head=await cards.headline(talk.tx, row),
        where=cards.where_it_is(row),
        number=row.number,
    )
    rows = [[tap("button-mine", Go("mine"))], aside()]
    talk.say(t("sent-risen", sent=text) if row.step != "desk" else text, rows, request_id=row.id)


async def urgent(talk: Talk) -> None:
    """The emergency button: the numbers at once, and what has happened as four large choices."""
    await talk.keep(FORM, **_empty())
    rows = [
        [tap(f"urgent-{kind}", Draft(f"urgent-{kind}"))]
        for kind in ("medical", "violence", "fire", "drowning")
    ]
    talk.say(t("urgent-what", first="120"), [*rows, _drop_row()], lane=Lane.URGENT)


async def raise_alarm(talk: Talk, kind: str) -> None:
    """Call the center's people at once; whatever is sent next goes to them directly."""
    emergency = next((one for one in CATALOGUE.emergencies if one.code == kind), CATALOGUE.emergencies[0])
    member = membership(talk.account)
    data = talk.data
    said = contents(data) or [Content(text="🚨")]
    sources = [one["message_id"] for one in data["said"]] or [0]
    village_id = member.village_id if member else None
    need = Need(line=emergency.line, contents=said, sources=sources, urgent=True, village_id=village_id)
    row = await submit(talk.tx, talk.account, talk.account.current_center_id or 0, need)
    await talk.keep(thread.FORM, request=row.id)
    roles = t(f"role-{CATALOGUE.line(row.line).desk if row.step == 'desk' else row.step}")
    text = t("urgent-called", number=row.number, role=roles, first=emergency.hotline)
    talk.show(text, [[tap("button-stop-talking", Go("stop"))]], request_id=row.id)


async def call_me(talk: Talk) -> None:
    """A person to talk to: the clerk is asked to call back."""
    member = membership(talk.account)
    if member is None:
        raise RefusedError(t("form-first"))
    need = Need(line="contact", contents=[Content(text="☎️")], village_id=member.village_id)
    row = await submit(talk.tx, talk.account, talk.account.current_center_id or 0, need)
    talk.show(t("call-me-noted", number=row.number, where=cards.where_it_is(row)), [aside()])


async def _about_person(talk: Talk, step: str, content: Content) -> None:
    data = talk.data
    if step == "person-phone":
        phone = content.phone or content.text
        if sum(ch.isdigit() for ch in phone) < 5:
            raise RefusedError(t("proxy-phone-odd"))
        data = {**data, "whom": {**data["whom"], "phone": phone[:30]}}
        await talk.keep(FORM, **data)
        await _ask_person_village(talk)
        return
    name = people.tidy_name(content.text or content.title or "")
    found = await people.find_persons(talk.tx, talk.account.current_center_id or 0, name)
    if found:
        rows = [[await _person_button(talk, person, village)] for person, village in found[:4]]
        await talk.keep(FORM, **{**data, "step": "person-pick", "whom": {"name": name}})
        rows.append([tap("button-someone-else", PickPerson(0))])
        talk.say(t("proxy-which", name=name), [*rows, _drop_row()])
    else:
        await talk.keep(FORM, **{**data, "step": "person-phone", "whom": {"name": name}})
        await ask(talk)


async def _person_button(talk: Talk, person: Any, village_id: int | None) -> Any:
    village = await cards.village_name(talk.tx, village_id)
    return tap("button-person-of-roster", PickPerson(person.id), name=person.name, village=village)


async def pick_person(talk: Talk, chosen: PickPerson) -> None:
    """Whom it is for was chosen from the roster, or is not on it."""
    if talk.form is None or talk.form.form != FORM or talk.data["step"] != "person-pick":
        raise RefusedError(t("already-answered"))
    data = talk.data
    if chosen.person_id == 0:
        await talk.keep(FORM, **{**data, "step": "person-phone"})
        talk.show(t("proxy-noted", name=data["whom"]["name"]))
    else:
        person, village = await people.person(talk.tx, talk.account.current_center_id or 0, chosen.person_id)
        whom = {"id": person.id, "name": person.name, "phone": person.phone, "village": village}
        await talk.keep(FORM, **{**data, "whom": whom, "step": "preview"})
        talk.show(t("proxy-noted", name=person.name))
    await ask(talk)


async def _ask_person_village(talk: Talk) -> None:
    await talk.keep(FORM, **{**talk.data, "step": "person-village"})
    await ask(talk)


async def pick_village(talk: Talk, chosen: PickVillage) -> None:
    """The natural village of the person acted for."""
    data = talk.data
    if data.get("step") != "person-village":
        raise RefusedError(t("already-answered"))
    known = {village.id for village in await people.villages(talk.tx, talk.account.current_center_id or 0)}
    village = chosen.village_id if chosen.village_id in known else None
    await talk.keep(FORM, **{**data, "whom": {**data["whom"], "village": village}, "step": "preview"})
    talk.show(t("proxy-noted", name=data["whom"]["name"]))
    await ask(talk)
