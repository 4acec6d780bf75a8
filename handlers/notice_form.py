"""Writing a notice: say it, see it as it arrives, send it with one tap; everything else can be set first."""

from __future__ import annotations

from typing import Any
from zlib import crc32

from domain.announcing import MOST_CONTENTS, Announcement, Body
from domain.messages import Button, Content, Moment, Outgoing, t
from domain.noticetaps import NoticeNew, NoticeSend, NoticeSet
from domain.taps import Go
from domain.units import settings_of
from handlers import intake
from handlers.content import content_of
from handlers.talk import Rows, Talk, tap
from services import notice_access, notice_writing
from services.errors import NotFoundError, RefusedError
from services.kinds import Notice, OrgUnit
from services.notice_writing import Ahead

FORM = "notice"


async def begin(talk: Talk, chosen: NoticeNew) -> None:
    """Begin to write one; a form that is open is finished first."""
    await open_with(talk, chosen.unit_id, None)
    talk.show(t("notice-write"), [stop()])


async def open_with(talk: Talk, unit_id: int, said: Announcement | None, *, kind: str | None = None) -> None:
    """Open the form, with what is said already, or with the kind it will have. Raises RefusedError in the
    middle of another form, NotFoundError where this person does not write."""
    intake.check_free(talk, FORM)
    await notice_access.unit_for(talk.tx, talk.account, unit_id)
    begun = {"kind": kind} if kind is not None else {}
    await keep(talk, said, unit=unit_id, step="preview" if said is not None else "words", **begun)


def stop() -> list[Button]:
    """The row every screen of the form ends with."""
    return [tap("button-never-mind", Go("drop")), tap("button-person", Go("person"))]


def setting(what: str, value: str | int = "") -> NoticeSet:
    """What a button means that opens a setting, or sets it."""
    return NoticeSet(what, str(value))


def back_to(what: str = "more") -> list[Button]:
    """The row a screen of settings ends with."""
    return [tap("button-back", setting(what)), tap("button-person", Go("person"))]


async def unit_of(talk: Talk) -> OrgUnit:
    """Where the notice is written for. Raises NotFoundError if this person does not write there any more."""
    return await notice_access.unit_for(talk.tx, talk.account, talk.data["unit"])


def current(talk: Talk) -> Announcement:
    """What is written so far. Raises RefusedError for an old button."""
    if talk.form is None or talk.form.form != FORM or not talk.data.get("said"):
        raise RefusedError(t("already-answered"))
    return Announcement.model_validate(talk.data["said"])


async def keep(talk: Talk, said: Announcement | None, **data: Any) -> None:
    """Remember what is written so far, and the step the form is at."""
    kept = talk.data if talk.form is not None and talk.form.form == FORM else {}
    await talk.keep(FORM, **{**kept, "said": said.pack() if said is not None else None, **data})


async def ask(talk: Talk) -> None:
    """Ask again for the words, or whether to send them."""
    if talk.data.get("said"):
        await preview(talk, current(talk))
    else:
        talk.say(t("notice-write"), [stop()])


def said_now(talk: Talk) -> Content:
    """What was just sent. Raises RefusedError for what cannot be passed on, or is too long."""
    content = content_of(talk.message) if talk.message else None
    if content is None:
        raise RefusedError(t("notice-cannot-carry"))
    if content.kind == "text":
        return notice_writing.checked(content.text)
    return content.came_by(talk.tx.bot_id)


async def message(talk: Talk) -> None:
    """A message of the notice, or the answer to what was asked about it."""
    from handlers import notice_settings

    if talk.data["step"] in notice_settings.TYPED:
        await notice_settings.typed(talk)
        return
    content = said_now(talk)
    said = Announcement.model_validate(talk.data["said"]) if talk.data.get("said") else None
    if said is None:
        kind = talk.data.get("kind", "general")
        await preview(talk, Announcement(body=Body(contents=(content,)), kind=kind))
    elif talk.data["step"] == "add" or _same_album(said.body, content):
        await preview(talk, _with_one_more(said, content))
    else:  # said again, it takes the place of what was said before; the settings stay
        body = said.body.model_copy(update={"contents": (content,), "translations": {}})
        await preview(talk, said.model_copy(update={"body": body}))


def _same_album(body: Body, content: Content) -> bool:
    return content.group is not None and content.group == body.contents[-1].group


def _with_one_more(said: Announcement, content: Content) -> Announcement:
    contents = (*said.body.contents, content)
    if len(contents) > MOST_CONTENTS:
        raise RefusedError(t("notice-many", most=MOST_CONTENTS))
    return said.model_copy(update={"body": said.body.model_copy(update={"contents": contents})})


async def preview(talk: Talk, said: Announcement) -> None:
    """The notice as it will arrive, then to how many it goes, with the tap that sends it."""
    unit_id = talk.data["unit"]
    try:
        ahead = await notice_writing.look_ahead(talk.tx, talk.account, unit_id, said)
    except NotFoundError:
        await talk.leave()  # the role was taken back meanwhile: the form must not hold on to whoever had it
        raise
    await keep(talk, said, step="preview")
    for one in ahead.messages:
        talk.send(one)
    talk.say(t("notice-sure", lines=_lines(said, ahead)), _rows(unit_id, said, ahead))


def _lines(said: Announcement, ahead: Ahead) -> list[Any]:
    whole = said.audience.everybody
    lines = [t("notice-reaches" if whole else "notice-reaches-some", unit=ahead.unit.name, n=ahead.people)]
    if ahead.households:
        lines.append(t("notice-reaches-households", n=ahead.households))
    if ahead.unreachable:
        lines.append(t("notice-reaches-not", n=ahead.unreachable))
    if ahead.spared:
        lines.append(t("notice-spares", n=ahead.spared))
    if ahead.to_sign:
        lines.append(t("notice-needs-signature"))
    if ahead.waits is not None:
        at = Moment(at=ahead.waits, zone=settings_of(ahead.unit).zone, style="moment")
        lines.append(t("notice-begins-at", at=at))
    lines.append(ahead.time)
    return lines


def _rows(unit_id: int, said: Announcement, ahead: Ahead) -> Rows:
    send = NoticeSend(unit_id, _mark(said))
    return [
        [tap("button-notice-to-sign" if ahead.to_sign else "button-notice-send", send)],
        [tap("button-notice-settings", NoticeSet("more", ""))],
        [tap("button-notice-again", NoticeNew(unit_id))],
        stop(),
    ]


def _mark(said: Announcement) -> int:
    return crc32(said.model_dump_json().encode())


async def send(talk: Talk, chosen: NoticeSend) -> None:
    """Send it, or let it be signed."""
    said = current(talk)
    if (talk.data["unit"], _mark(said)) != (chosen.unit_id, chosen.mark):
        raise RefusedError(t("already-answered"))
    try:
        made = await notice_writing.submit(talk.tx, talk.account, chosen.unit_id, said)
    except NotFoundError:
        await talk.leave()
        raise
    await talk.leave()
    if isinstance(made, Notice):
        talk.put(Outgoing(text=t("notice-begun" if made.rests_until is None else "notice-begun-rests")))
    else:
        talk.put(Outgoing(text=t(f"notice-kept-{made.state}")))
