"""What can be set about a notice before it goes: its kind, whom it is for, when, and what it asks."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from pydantic import ValidationError

from domain.announcing import KINDS, MOST_CHOICES, Announcement, Question, kind_of
from domain.languages import LANGUAGES
from domain.messages import Moment, Text, t
from domain.night import awake
from domain.noticetaps import NoticeSet
from domain.times import read_moment
from domain.units import settings_of
from handlers import notice_whom
from handlers.notice_form import back_to, current, keep, preview, setting, unit_of
from handlers.talk import Rows, Talk, paged, tap
from services import notice_templates
from services.errors import NotFoundError, RefusedError

TYPED = ("when", "choices", "translate", "name")
"""Steps at which the next message answers a question about the notice."""
_ALL_KINDS = [one.code for one in KINDS]
_ASKS = ("yesno", "come")


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


async def _more(talk: Talk, said: Announcement, _value: str) -> None:
    """What is set, and what can be changed."""
    await keep(talk, said, step="preview")
    unit = await unit_of(talk)
    question = said.body.question
    when: Text | Moment = t("notice-now")
    if said.send_at is not None:
        when = Moment(at=said.send_at, zone=settings_of(unit).zone, style="near", seen=talk.tx.now)
    asked = t(f"notice-asks-{question.kind}") if question else t("notice-asks-nothing")
    rows: Rows = [
        [tap("button-notice-kind", setting("kind"), kind=t(f"notice-kind-{said.kind}"))],
        [tap("button-notice-to", setting("to"), to=await notice_whom.text(talk, said.audience))],
        [tap("button-notice-when", setting("when"), when=when)],
        [tap("button-notice-ask", setting("ask"), asks=asked)],
        [tap("button-notice-extra", setting("extra"))],
    ]
    talk.show(t("notice-settings"), [*rows, back_to("preview")])


async def _preview(talk: Talk, said: Announcement, _value: str) -> None:
    await preview(talk, said)


async def _kind(talk: Talk, said: Announcement, value: str) -> None:
    """Choose the kind; one that is never urgent is not any more."""
    if value in _ALL_KINDS:
        urgent = said.urgent and kind_of(value).alarm
        await _changed(talk, said.model_copy(update={"kind": value, "urgent": urgent}))
        return
    items = [tap("button-text", setting("kind", one), text=t(f"notice-kind-{one}")) for one in _ALL_KINDS]
    page = int(value.removeprefix("p") or 0)
    talk.show(t("notice-which-kind"), [*paged(items, page, lambda n: NoticeSet("kind", f"p{n}")), back_to()])


async def _changed(talk: Talk, said: Announcement) -> None:
    await keep(talk, said)
    await _more(talk, said, "")


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
        zone = settings_of(await unit_of(talk)).zone
        rows: Rows = [[tap("button-notice-at-once", setting("when", "now"))]]
        for words in ("19:00", "7:30"):
            at = read_moment(words, talk.tx.now, zone)
            if at is not None and awake(at, zone) == at:
                near = Moment(at=at, zone=zone, style="near", seen=talk.tx.now)
                rows.append(
                    [tap("button-text", setting("when", int(at.timestamp())), text=t("notice-at", at=near))]
                )
        if kind_of(said.kind).alarm and not kind_of(said.kind).always:
            rows.append(
                [
                    tap(
                        "button-notice-not-urgent" if said.urgent else "button-notice-urgent",
                        setting("when", "urgent"),
                    )
                ]
            )
        talk.show(t("notice-when-ask"), [*rows, back_to()])


async def _ask(talk: Talk, said: Announcement, value: str) -> None:
    """Choose what is asked under it."""
    if value == "choices":
        await keep(talk, said, step="choices")
        talk.show(t("notice-choices-ask", most=MOST_CHOICES), [back_to("ask")])
        return
    if value:
        question = Question.model_validate({"kind": value}) if value in _ASKS else None
        body = said.body.model_copy(update={"question": question})
        await _changed(talk, said.model_copy(update={"body": body}))
        return
    rows: Rows = [
        [tap("button-notice-ask-nothing", setting("ask", "none"))],
        *([tap("button-text", setting("ask", one), text=t(f"notice-asks-{one}"))] for one in _ASKS),
        [tap("button-notice-ask-choices", setting("ask", "choices"))],
    ]
    talk.show(t("notice-ask-what"), [*rows, back_to()])


async def _extra(talk: Talk, said: Announcement, value: str) -> None:
    """Add another message, say it in another language, or settle whether doors are knocked at."""
    if value == "add":
        await keep(talk, said, step="add")
        talk.show(t("notice-add-ask"), [back_to("extra")])
    elif value == "doors":
        doors = said.doors_after is None
        await keep(talk, said.model_copy(update={"doors": doors}))
        await _extra(talk, current(talk), "")
    elif value == "save":
        await keep(talk, said, step="name")
        talk.show(t("notice-template-name"), [back_to("extra")])
    elif value in LANGUAGES:
        await keep(talk, said, step="translate", language=value)
        talk.show(t("notice-translate-ask", language=t(f"language-{value}")), [back_to("extra")])
    else:
        await keep(talk, said, step="preview")
        others = [one for one in LANGUAGES if one != talk.account.locale]
        rows: Rows = [
            [tap("button-notice-add", setting("extra", "add"))],
            *(
                [tap("button-notice-translate", setting("extra", one), language=t(f"language-{one}"))]
                for one in others
            ),
            [
                tap(
                    "button-notice-no-doors" if said.doors_after else "button-notice-doors",
                    setting("extra", "doors"),
                )
            ],
        ]
        rows.append([tap("button-notice-save", setting("extra", "save"))])
        talk.show(t("notice-extra"), [*rows, back_to()])


async def typed(talk: Talk) -> None:
    """The answer to what was asked about the notice: a time, the choices, or a translation."""
    said, words = current(talk), talk.text.strip()
    step = talk.data["step"]
    if step == "when":
        at = read_moment(words, talk.tx.now, settings_of(await unit_of(talk)).zone)
        if at is None:
            talk.say(t("notice-when-unclear"), [back_to()])
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
        talk.say(t("notice-choices-unclear", most=MOST_CHOICES), [back_to("ask")])
        return
    await preview(talk, said.model_copy(update={"body": said.body.model_copy(update={"question": question})}))


_SETTINGS: dict[str, Callable[[Talk, Announcement, str], Awaitable[None]]] = {
    "more": _more,
    "preview": _preview,
    "kind": _kind,
    "to": notice_whom.choose,
    "village": notice_whom.picker("village"),
    "role": notice_whom.picker("role"),
    "tag": notice_whom.picker("tag"),
    "when": _when,
    "ask": _ask,
    "extra": _extra,
}
