"""What can be set about a notice before it goes: its kind, whom it is for, when, and what it asks."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from typing import Any

from pydantic import ValidationError

from domain.announcing import KINDS, MOST_CHOICES, Announcement, Audience, Question, kind_of
from domain.languages import LANGUAGES
from domain.messages import Button, Moment, Text, listed, t
from domain.night import awake
from domain.noticetaps import NoticeSet
from domain.taps import Go
from domain.times import read_moment
from domain.units import settings_of
from handlers.notice_form import current, keep, preview
from handlers.talk import Rows, Talk, paged, tap
from services import notice_access, notice_options, notice_templates
from services.errors import NotFoundError, RefusedError
from services.kinds import OrgUnit

TYPED = ("when", "choices", "translate", "name")
"""Steps at which the next message answers a question about the notice."""
_ALL_KINDS = [one.code for one in KINDS]
_ASKS = ("yesno", "come")


def _set(what: str, value: str | int = "") -> NoticeSet:
    return NoticeSet(what, str(value))


def _back(what: str = "more") -> list[Button]:
    return [tap("button-back", _set(what)), tap("button-person", Go("person"))]


async def choose(talk: Talk, chosen: NoticeSet) -> None:
    """Open a setting, or set it."""
    handler = _SETTINGS.get(chosen.what)
    if handler is None:
        raise NotFoundError
    said = current(talk)
    try:
        await handler(talk, said, chosen.value)
    except (ValidationError, ValueError):
        raise NotFoundError from None  # a forged value


async def _unit(talk: Talk) -> OrgUnit:
    return await notice_access.unit_for(talk.tx, talk.account, talk.data["unit"])


async def _more(talk: Talk, said: Announcement, _value: str) -> None:
    """What is set, and what can be changed."""
    await keep(talk, said, step="preview")
    unit = await _unit(talk)
    question = said.body.question
    when: Text | Moment = t("notice-now")
    if said.send_at is not None:
        when = Moment(at=said.send_at, zone=settings_of(unit).zone, style="near", seen=talk.tx.now)
    asked = t(f"notice-asks-{question.kind}") if question else t("notice-asks-nothing")
    rows: Rows = [
        [tap("button-notice-kind", _set("kind"), kind=t(f"notice-kind-{said.kind}"))],
        [tap("button-notice-to", _set("to"), to=await _audience_text(talk, unit, said.audience))],
        [tap("button-notice-when", _set("when"), when=when)],
        [tap("button-notice-ask", _set("ask"), asks=asked)],
        [tap("button-notice-extra", _set("extra"))],
    ]
    talk.show(t("notice-settings"), [*rows, _back("preview")])


async def _preview(talk: Talk, said: Announcement, _value: str) -> None:
    await preview(talk, said)


async def _kind(talk: Talk, said: Announcement, value: str) -> None:
    """Choose the kind; one that is never urgent is not any more."""
    if value in _ALL_KINDS:
        urgent = said.urgent and kind_of(value).alarm
        await _changed(talk, said.model_copy(update={"kind": value, "urgent": urgent}))
        return
    items = [tap("button-text", _set("kind", one), text=t(f"notice-kind-{one}")) for one in _ALL_KINDS]
    page = int(value.removeprefix("p") or 0)
    talk.show(t("notice-which-kind"), [*paged(items, page, lambda n: NoticeSet("kind", f"p{n}")), _back()])


async def _changed(talk: Talk, said: Announcement) -> None:
    await keep(talk, said)
    await _more(talk, said, "")


async def _to(talk: Talk, said: Announcement, value: str) -> None:
    """Choose whom it is for: everybody, or by natural village, role or tag; or all but those."""
    if value == "all":
        await _changed(talk, said.model_copy(update={"audience": Audience()}))
        return
    if value == "but":
        audience = said.audience.model_copy(update={"but": not said.audience.but})
        said = said.model_copy(update={"audience": audience})
        await keep(talk, said)
    unit = await _unit(talk)
    rows: Rows = [[tap("button-notice-to-all", _set("to", "all"))]]
    if unit.kind == "center":
        rows.append([tap("button-notice-to-village", _set("village"))])
    rows += [[tap("button-notice-to-role", _set("role"))], [tap("button-notice-to-tag", _set("tag"))]]
    if not said.audience.everybody:
        rows.append(
            [tap("button-notice-only" if said.audience.but else "button-notice-but", _set("to", "but"))]
        )
    talk.show(t("notice-for-whom", to=await _audience_text(talk, unit, said.audience)), [*rows, _back()])


def _picker(field: str) -> Callable[[Talk, Announcement, str], Awaitable[None]]:
    """A list of what an audience is made of, a tap for each to add it or take it away."""

    async def pick(talk: Talk, said: Announcement, value: str) -> None:
        options = await notice_options.options(talk.tx, await _unit(talk), field)
        page, number = 0, -1
        if value.startswith("p"):
            page = int(value[1:])
        elif value:
            number = int(value)
            page = number // 5
        if 0 <= number < len(options):
            audience = _toggled(said.audience, field, options[number][0])
            said = said.model_copy(update={"audience": audience})
            await keep(talk, said)
        chosen = _chosen(said.audience, field)
        items = [
            tap("button-picked" if one in chosen else "button-text", _set(field, place), text=words)
            for place, (one, words) in enumerate(options)
        ]
        rows = paged(items, page, lambda n: NoticeSet(field, f"p{n}"))
        talk.show(t(f"notice-which-{field}" if items else "notice-nothing-there"), [*rows, _back("to")])

    return pick


_FIELDS = {"village": "villages", "role": "roles", "tag": "tags"}


def _chosen(audience: Audience, field: str) -> Sequence[Any]:
    found: Sequence[Any] = getattr(audience, _FIELDS[field])
    return found


def _toggled(audience: Audience, field: str, one: Any) -> Audience:
    before = _chosen(audience, field)
    after = tuple(other for other in before if other != one) if one in before else (*before, one)
    return Audience.model_validate({**audience.model_dump(), _FIELDS[field]: after})


async def _audience_text(talk: Talk, unit: OrgUnit, audience: Audience) -> Text:
    if audience.everybody:
        return t("notice-to-everybody")
    names = [
        words
        for field in _FIELDS
        for one, words in await notice_options.options(talk.tx, unit, field)
        if one in _chosen(audience, field)
    ]
    if not names:
        return t("notice-to-some")
    return t("notice-to-but", names=listed(names)) if audience.but else listed(names)


async def _when(talk: Talk, said: Announcement, value: str) -> None:
    """Choose when it goes out, and whether it may come at night."""
    if value == "now":
        await _changed(talk, said.model_copy(update={"send_at": None}))
    elif value == "urgent":
        urgent = not said.urgent and kind_of(said.kind).alarm
        await keep(talk, said.model_copy(update={"urgent": urgent}))
        await _when(talk, current(talk), "")
    elif value:
        chosen = datetime.fromtimestamp(int(value), UTC)
        await _changed(talk, said.model_copy(update={"send_at": chosen}))
    else:
        await keep(talk, said, step="when")
        zone = settings_of(await _unit(talk)).zone
        rows: Rows = [[tap("button-notice-at-once", _set("when", "now"))]]
        for words in ("19:00", "7:30"):
            at = read_moment(words, talk.tx.now, zone)
            if at is not None and awake(at, zone) == at:
                near = Moment(at=at, zone=zone, style="near", seen=talk.tx.now)
                rows.append(
                    [tap("button-text", _set("when", int(at.timestamp())), text=t("notice-at", at=near))]
                )
        if kind_of(said.kind).alarm and not kind_of(said.kind).always:
            rows.append(
                [
                    tap(
                        "button-notice-not-urgent" if said.urgent else "button-notice-urgent",
                        _set("when", "urgent"),
                    )
                ]
            )
        talk.show(t("notice-when-ask"), [*rows, _back()])


async def _ask(talk: Talk, said: Announcement, value: str) -> None:
    """Choose what is asked under it."""
    if value == "choices":
        await keep(talk, said, step="choices")
        talk.show(t("notice-choices-ask", most=MOST_CHOICES), [_back("ask")])
        return
    if value:
        question = Question.model_validate({"kind": value}) if value in _ASKS else None
        body = said.body.model_copy(update={"question": question})
        await _changed(talk, said.model_copy(update={"body": body}))
        return
    rows: Rows = [
        [tap("button-notice-ask-nothing", _set("ask", "none"))],
        *([tap("button-text", _set("ask", one), text=t(f"notice-asks-{one}"))] for one in _ASKS),
        [tap("button-notice-ask-choices", _set("ask", "choices"))],
    ]
    talk.show(t("notice-ask-what"), [*rows, _back()])


async def _extra(talk: Talk, said: Announcement, value: str) -> None:
    """Add another message, say it in another language, or settle whether doors are knocked at."""
    if value == "add":
        await keep(talk, said, step="add")
        talk.show(t("notice-add-ask"), [_back("extra")])
    elif value == "doors":
        doors = said.doors_after is None
        await keep(talk, said.model_copy(update={"doors": doors}))
        await _extra(talk, current(talk), "")
    elif value == "save":
        await keep(talk, said, step="name")
        talk.show(t("notice-template-name"), [_back("extra")])
    elif value in LANGUAGES:
        await keep(talk, said, step="translate", language=value)
        talk.show(t("notice-translate-ask", language=t(f"language-{value}")), [_back("extra")])
    else:
        await keep(talk, said, step="preview")
        others = [one for one in LANGUAGES if one != talk.account.locale]
        rows: Rows = [
            [tap("button-notice-add", _set("extra", "add"))],
            *(
                [tap("button-notice-translate", _set("extra", one), language=t(f"language-{one}"))]
                for one in others
            ),
            [
                tap(
                    "button-notice-no-doors" if said.doors_after else "button-notice-doors",
                    _set("extra", "doors"),
                )
            ],
        ]
        rows.append([tap("button-notice-save", _set("extra", "save"))])
        talk.show(t("notice-extra"), [*rows, _back()])


async def typed(talk: Talk) -> None:
    """The answer to what was asked about the notice: a time, the choices, or a translation."""
    said, words = current(talk), talk.text.strip()
    step = talk.data["step"]
    if step == "when":
        at = read_moment(words, talk.tx.now, settings_of(await _unit(talk)).zone)
        if at is None:
            talk.say(t("notice-when-unclear"), [_back()])
            return
        await preview(talk, said.model_copy(update={"send_at": at.astimezone(UTC)}))
    elif step == "choices":
        await _keep_choices(talk, said, words)
    elif step == "name":
        row = await notice_templates.keep(talk.tx, talk.account, talk.data["unit"], said, words)
        talk.say(t("notice-template-kept", name=row.name or ""))
        await preview(talk, said)
    else:
        if not words:
            raise RefusedError(t("notice-empty"))
        translations = {**said.body.translations, talk.data["language"]: words}
        body = said.body.model_copy(update={"translations": translations})
        await preview(talk, said.model_copy(update={"body": body}))


async def _keep_choices(talk: Talk, said: Announcement, words: str) -> None:
    choices = [one.strip() for line in words.splitlines() for one in line.split("/") if one.strip()]
    try:
        question = Question(kind="choices", choices=tuple(choices))
    except ValidationError:
        talk.say(t("notice-choices-unclear", most=MOST_CHOICES), [_back("ask")])
        return
    await preview(talk, said.model_copy(update={"body": said.body.model_copy(update={"question": question})}))


_SETTINGS: dict[str, Callable[[Talk, Announcement, str], Awaitable[None]]] = {
    "more": _more,
    "preview": _preview,
    "kind": _kind,
    "to": _to,
    "village": _picker("village"),
    "role": _picker("role"),
    "tag": _picker("tag"),
    "when": _when,
    "ask": _ask,
    "extra": _extra,
}
